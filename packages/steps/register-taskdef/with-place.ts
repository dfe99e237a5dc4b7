import { AwsCallError, ConfigurationError, type Place } from '@cutover/domain/errors';
import type { JsonPath } from '@cutover/domain/text/json';

interface Places {
  readonly placeOf: ((path: JsonPath) => Place | undefined) | undefined;
  readonly inputOf: (path: JsonPath) => string | undefined;
}

/** The path in `Value … at 'containerDefinitions.1.member.cpu' failed to satisfy constraint: …`. */
const REFUSED = /at '([\w.]+)' failed to satisfy constraint: (.+)$/;

/**
 * A refusal by AWS's validation, with the place that the value came from; any other error as it is. The value that AWS
 * repeats is left out, as it may be a secret.
 */
export function withPlace(error: unknown, { inputOf, placeOf }: Places): unknown {
  if (!(error instanceof AwsCallError) || error.action !== 'ecs:RegisterTaskDefinition') return error;
  const [, dotted, constraint] = REFUSED.exec(error.message) ?? [];
  if (dotted === undefined || constraint === undefined) return error;
  const path: JsonPath = dotted
    .split('.')
    .filter((part) => part !== 'member')
    .map((part) => (/^\d+$/.test(part) ? Number(part) - 1 : part));
  const input = inputOf(path);
  const place = placeOf?.(path);
  return new ConfigurationError(
    {
      what: `${input === undefined ? '' : `Input ${input}: `}ECS refuses ${dotted}: ${constraint}`,
      fix: 'Correct the value at this place.',
      ...(place === undefined || input !== undefined ? {} : { place }),
    },
    { cause: error },
  );
}
