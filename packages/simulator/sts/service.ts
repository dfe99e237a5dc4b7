import type {
  AssumeRoleResponse,
  AssumeRoleWithWebIdentityResponse,
  GetCallerIdentityResponse,
} from '@aws-sdk/client-sts';
import type { QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** STS: any credentials are the same caller; roles are given to everybody, web identity tokens are not checked. */
export function createSts(sim: Simulator): QueryService {
  const session = (role: string, name: string): string => sim.arn('sts', `assumed-role/${role}/${name}`, '');
  const assume = (input: { RoleArn: string; RoleSessionName: string; DurationSeconds?: string }) => ({
    Credentials: {
      AccessKeyId: 'ASIASIMULATORSIMULAT',
      SecretAccessKey: 'simulated-secret-access-key',
      SessionToken: 'simulated-session-token',
      Expiration: new Date(sim.clock.now() + Number(input.DurationSeconds ?? 3600) * 1000),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROASIMULATORSIMULATO:${input.RoleSessionName}`,
      Arn: session(input.RoleArn.split('/').at(-1) ?? '', input.RoleSessionName),
    },
  });
  return {
    name: 'sts',
    protocol: 'query',
    version: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: {
      GetCallerIdentity: (): GetCallerIdentityResponse => ({
        UserId: 'AROASIMULATORSIMULATO:simulator',
        Account: sim.account,
        Arn: session('simulator', 'simulator'),
      }),
      AssumeRole: assume satisfies (...input: never[]) => AssumeRoleResponse,
      AssumeRoleWithWebIdentity: assume satisfies (...input: never[]) => AssumeRoleWithWebIdentityResponse,
    },
  };
}
