import type { AssumeRoleWithWebIdentityResponse, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import type { QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** STS: any credentials are the same caller; a web identity token is exchanged without being checked. */
export function createSts(sim: Simulator): QueryService {
  const session = (name: string): string => sim.arn('sts', `assumed-role/simulator/${name}`, '');
  return {
    name: 'sts',
    protocol: 'query',
    version: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: {
      GetCallerIdentity: (): GetCallerIdentityResponse => ({
        UserId: 'AROASIMULATORSIMULATO:simulator',
        Account: sim.account,
        Arn: session('simulator'),
      }),
      AssumeRoleWithWebIdentity: (input: {
        RoleArn: string;
        RoleSessionName: string;
        DurationSeconds?: string;
      }): AssumeRoleWithWebIdentityResponse => ({
        Credentials: {
          AccessKeyId: 'ASIASIMULATORSIMULAT',
          SecretAccessKey: 'simulated-secret-access-key',
          SessionToken: 'simulated-session-token',
          Expiration: new Date(sim.clock.now() + Number(input.DurationSeconds ?? 3600) * 1000),
        },
        AssumedRoleUser: {
          AssumedRoleId: `AROASIMULATORSIMULATO:${input.RoleSessionName}`,
          Arn: sim.arn(
            'sts',
            `assumed-role/${input.RoleArn.split('/').at(-1) ?? ''}/${input.RoleSessionName}`,
            '',
          ),
        },
      }),
    },
  };
}
