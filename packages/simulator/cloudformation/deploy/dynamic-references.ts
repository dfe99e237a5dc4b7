import type { Simulator } from '../../kernel/simulator.ts';
import { ResourceFailure } from '../resources/handler.ts';

/**
 * Refuses properties with a dynamic reference to a secret that is not there, or to a key that its JSON lacks. The reference
 * itself stays in the properties, as CloudFormation never shows the value. Assumption: the wording.
 * @throws ResourceFailure naming the secret, never its value
 */
export function checkDynamicReferences(sim: Simulator, properties: unknown): void {
  if (typeof properties === 'string') {
    for (const [, id = '', key = ''] of properties.matchAll(REFERENCE)) checkSecret(sim, id, key);
  } else if (typeof properties === 'object' && properties !== null) {
    for (const one of Object.values(properties)) checkDynamicReferences(sim, one);
  }
}

/** `{{resolve:secretsmanager:ID:SecretString:KEY:…}}`; the id may be an ARN. */
const REFERENCE =
  /\{\{resolve:secretsmanager:(arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:[^:}]+|[^:}]+)(?::SecretString(?::([^:}]*))?[^}]*)?\}\}/g;

function checkSecret(sim: Simulator, id: string, key: string): void {
  const value = sim.secrets.get(id);
  if (value === undefined)
    throw new ResourceFailure(`Secrets Manager can't find the specified secret. (${id})`);
  if (key === '') return;
  try {
    if (Object.hasOwn(JSON.parse(value) as object, key)) return;
  } catch {
    // A text that is no JSON has no keys.
  }
  throw new ResourceFailure(`Could not find a value associated with JSONKey in SecretString (${id}, ${key})`);
}
