import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

const HIDDEN_SUFFIX = /-[A-Za-z0-9]{6}$/;

export interface KnownSecret {
  /** Under which the account holds its value. */
  readonly key: string;
  readonly arn: string;
  readonly name: string;
}

/**
 * The secret behind a name, an ARN, or an ARN without the six characters at its end. A secret that was set by its name
 * alone has whichever six characters are asked for.
 * @throws ApiError ResourceNotFoundException
 */
export function findSecret(sim: Simulator, id: string): KnownSecret {
  const own = `arn:${sim.partition}:secretsmanager:${sim.region}:${sim.account}:secret:`;
  for (const key of sim.secrets.keys()) {
    if (!key.startsWith('arn:')) {
      const name = id.startsWith(own) ? id.slice(own.length) : id;
      if (name !== key && name.replace(HIDDEN_SUFFIX, '') !== key) continue;
      return { key, name: key, arn: id === key || !HIDDEN_SUFFIX.test(id) ? `${own}${key}-AbCdEf` : id };
    }
    if (!key.includes(':secretsmanager:')) continue;
    const full = key.split(':').slice(6).join(':');
    const name = full.replace(HIDDEN_SUFFIX, '');
    const inRegion = key.startsWith(own);
    if (id === key || id === key.replace(HIDDEN_SUFFIX, '') || (inRegion && id === name))
      return { key, name, arn: key };
  }
  throw new ApiError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}
