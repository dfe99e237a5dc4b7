import type { Secret } from '@aws-sdk/client-ecs';

/** Why a task's secrets could not be fetched; the message starts with `ResourceInitializationError: `. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

const PREFIX =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ';

/**
 * The values of a container's secrets out of the table of known ones.
 * @throws SecretError with the text ECS puts into stoppedReason.
 */
export function resolveSecrets(
  secrets: readonly Secret[],
  known: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    secrets.map(({ name = '', valueFrom = '' }) => [name, resolve(valueFrom, known)]),
  );
}

function resolve(valueFrom: string, known: ReadonlyMap<string, string>): string {
  if (!valueFrom.startsWith('arn:') || valueFrom.includes(':ssm:')) {
    const name = valueFrom.startsWith('arn:')
      ? valueFrom.slice(valueFrom.indexOf(':parameter') + 10)
      : valueFrom;
    const value =
      known.get(valueFrom) ?? known.get(name) ?? known.get(name.startsWith('/') ? name.slice(1) : `/${name}`);
    if (value !== undefined) return value;
    throw new SecretError(
      `${PREFIX}secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: ${name}`,
    );
  }
  // arn:aws:secretsmanager:region:account:secret:name-AbCdEf[:json-key:version-stage:version-id]
  const parts = valueFrom.split(':');
  const arn = parts.slice(0, 7).join(':');
  const key = parts[7] ?? '';
  const name = parts[6] ?? '';
  // Behind the name stand all three parts or none. The wording is the ECS agent's.
  if (parts.length !== 7 && parts.length !== 10) {
    throw new SecretError(
      `${PREFIX}secret from asm: unexpected ARN format with parameters when trying to retrieve ASM secret`,
    );
  }
  const text = known.get(arn) ?? known.get(name) ?? known.get(name.replace(/-[A-Za-z0-9]{6}$/, ''));
  const failed = `${PREFIX}secret from asm: service call has been retried 1 time(s): `;
  if (text === undefined) {
    throw new SecretError(
      `${failed}failed to fetch secret ${arn} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    );
  }
  if (key === '') return text;
  let object: unknown;
  try {
    object = JSON.parse(text);
  } catch {
    throw new SecretError(`${failed}invalid character '${text[0] ?? ''}' looking for beginning of value`);
  }
  const value =
    typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[key] : undefined;
  if (value === undefined)
    throw new SecretError(`${failed}retrieved secret from Secrets Manager did not contain json key ${key}`);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
