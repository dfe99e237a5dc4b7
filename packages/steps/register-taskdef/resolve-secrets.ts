import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import type { Trouble } from '@cutover/domain/trouble';

/** `name:json-key:version-stage:version-id`, where ECS would want the secret's ARN before the first colon. */
const BY_NAME = /^([\w/+=.@-]+):([^:]*):([^:]*):([^:]*)$/;

/** Whether the text is to be completed before ECS can read it. */
export function isSecretByName(text: string): boolean {
  return BY_NAME.test(text.trim());
}

/**
 * Completes `secret-name:json-key::` with the ARN that Secrets Manager has for the name, as ECS takes no name of a
 * secret. An ARN and the name of a parameter stay as they are.
 * @throws ConfigurationError naming every secret that is not there
 */
export async function resolveSecrets(
  secrets: ReadonlyMap<string, string>,
  aws: World['aws'],
): Promise<ReadonlyMap<string, string>> {
  const problems: Trouble[] = [];
  const resolved = new Map<string, string>();
  for (const [variable, text] of secrets) {
    const valueFrom = text.trim();
    const [, name, ...rest] = BY_NAME.exec(valueFrom) ?? [];
    const arn = name === undefined ? undefined : await aws.secrets.arnOf(name);
    if (name !== undefined && arn === undefined) {
      problems.push({
        what: `Input secrets: Secrets Manager has no secret ${name} in ${aws.region}, which ${variable} is to come from.`,
        fix: 'Correct its name or aws-region, write its ARN, or create it.',
      });
    }
    resolved.set(
      variable,
      arn === undefined ? valueFrom : rest.every((part) => part === '') ? arn : `${arn}:${rest.join(':')}`,
    );
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return resolved;
}
