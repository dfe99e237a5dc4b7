import { parseArn } from './identity/arn.ts';

/** Target of a task definition's `valueFrom`. */
export interface SecretReference {
  /** As it stands there. */
  readonly valueFrom: string;
  readonly kind: 'secret' | 'parameter';
  /** Undefined for the Region and the account of the task. */
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** The secret's ARN without key and version, or the names under which the parameter may be kept. */
  readonly names: readonly string[];
  /** The key of the secret's JSON that is wanted. */
  readonly jsonKey: string | undefined;
}

/** Reads `valueFrom`: the ARN of a secret, with or without `:json-key:stage:version`, or a parameter's ARN or name. */
export function parseSecretReference(valueFrom: string): SecretReference {
  const arn = parseArn(valueFrom);
  if (arn?.service === 'secretsmanager') {
    const parts = valueFrom.split(':');
    return {
      valueFrom,
      kind: 'secret',
      region: arn.region,
      account: arn.account,
      names: [parts.slice(0, 7).join(':')],
      jsonKey: parts[7] === '' ? undefined : parts[7],
    };
  }
  if (arn?.service === 'ssm') {
    // `parameter/token` is `token` or `/token`; only a path has a second slash.
    const name = arn.resource.replace(/^parameter/, '');
    const bare = name.slice(1);
    return {
      valueFrom,
      kind: 'parameter',
      region: arn.region,
      account: arn.account,
      names: bare.includes('/') ? [name] : [bare, name],
      jsonKey: undefined,
    };
  }
  return {
    valueFrom,
    kind: 'parameter',
    region: undefined,
    account: undefined,
    names: [valueFrom],
    jsonKey: undefined,
  };
}
