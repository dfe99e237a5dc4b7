import { randomBytes, randomInt } from 'node:crypto';
import type {
  AssumeRoleResponse,
  AssumeRoleWithWebIdentityResponse,
  Credentials,
  GetCallerIdentityResponse,
} from '@aws-sdk/client-sts';
import type { Caller, QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** Characters of a session policy (API model). */
const MAX_POLICY = 2048;

interface Assume {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly DurationSeconds?: string;
  readonly Policy?: string;
  readonly PolicyArns?: readonly object[];
  readonly Tags?: readonly object[];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * STS: roles are given to everybody, web identity tokens are not checked, and whatever keys were not issued here are those
 * of one caller.
 */
export function createSts(sim: Simulator): QueryService {
  const session = (role: string, name: string): string => sim.arn('sts', `assumed-role/${role}/${name}`, '');
  /** Sessions by access key. */
  const sessions = new Map<string, string>();
  const assume = (input: Assume) => {
    const credentials = issue(sim, Number(input.DurationSeconds ?? 3600));
    const arn = session(input.RoleArn.split('/').at(-1) ?? '', input.RoleSessionName);
    sessions.set(credentials.AccessKeyId ?? '', arn);
    return {
      Credentials: credentials,
      AssumedRoleUser: {
        AssumedRoleId: `AROASIMULATORSIMULATO:${input.RoleSessionName}`,
        Arn: arn,
      },
      ...packed(input),
    };
  };
  return {
    name: 'sts',
    protocol: 'query',
    version: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: {
      GetCallerIdentity: (_input: object, { accessKeyId }: Caller): GetCallerIdentityResponse => {
        const Arn = sessions.get(accessKeyId) ?? session('simulator', 'simulator');
        const name = Arn.slice(Arn.lastIndexOf('/') + 1);
        return { UserId: `AROASIMULATORSIMULATO:${name}`, Account: sim.account, Arn };
      },
      AssumeRole: assume satisfies (...input: never[]) => AssumeRoleResponse,
      AssumeRoleWithWebIdentity: assume satisfies (...input: never[]) => AssumeRoleWithWebIdentityResponse,
    },
  };
}

/** Keys that every service takes until they expire. */
function issue(sim: Simulator, seconds: number): Credentials {
  const AccessKeyId = `ASIA${Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
  const Expiration = new Date(sim.clock.now() + seconds * 1000);
  sim.credentials.issue(AccessKeyId, Expiration.getTime());
  return {
    AccessKeyId,
    SecretAccessKey: randomBytes(30).toString('base64'),
    SessionToken: randomBytes(120).toString('base64'),
    Expiration,
  };
}

/** Percent of the allowed size. AWS doesn't publish how it packs: here the JSON text counts as it is (assumption). */
function packed({ Policy, PolicyArns, Tags }: Assume): { PackedPolicySize?: number } {
  const parts = [Policy, PolicyArns, Tags].filter((part) => part !== undefined);
  if (parts.length === 0) return {};
  const size = parts.reduce<number>(
    (sum, part) => sum + (typeof part === 'string' ? part : JSON.stringify(part)).length,
    0,
  );
  return { PackedPolicySize: Math.min(100, Math.ceil((size / MAX_POLICY) * 100)) };
}
