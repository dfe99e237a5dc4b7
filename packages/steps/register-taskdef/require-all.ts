import { ConfigurationError } from '@cutover/domain/errors';
import type { JsonObject, JsonPath } from '@cutover/domain/json';
import { checkRequirements, type RequirementOptions } from '../requirements/check.ts';
import type { Requirement } from '../requirements/requirement.ts';
import type { World } from '../world.ts';

export interface RequireOptions extends RequirementOptions {
  /** The input that the value at a path came from, if one did. */
  readonly inputOf: (path: JsonPath) => string | undefined;
  /** Before a release is built, the image that an input names is not there yet. */
  readonly dryRun: boolean;
  /** What is missing is a warning: the user knows better. */
  readonly warnOnly: boolean;
}

/**
 * Everything that the tasks need outside the definition is there.
 * @throws ConfigurationError naming everything that is missing; what could not be looked at is a warning
 */
export async function requireAll(
  definition: JsonObject,
  { dryRun, inputOf, warnOnly, ...options }: RequireOptions,
  { aws, progress }: World,
): Promise<void> {
  const requirements = await checkRequirements(definition, aws, options);
  const isYetToCome = ({ path }: Requirement): boolean =>
    dryRun && ['digest', 'image', 'images'].includes(inputOf(path) ?? '');
  const failures = byText(requirements.filter(({ verdict }) => verdict === 'failed')).flatMap(
    ([one]) => one ?? [],
  );
  for (const { cause, fix } of failures.filter(isYetToCome))
    progress.report({ type: 'note', text: `To come before the real run: ${cause}. ${fix}` });
  const problems = failures.filter((one) => !isYetToCome(one));
  if (warnOnly) {
    for (const { cause, fix } of problems)
      progress.report({ type: 'warning', text: `${cause}.`, remedy: fix });
  } else if (problems.length > 0) {
    throw new ConfigurationError(
      problems.map(({ cause, fix, path, place }) => {
        const input = inputOf(path);
        if (input !== undefined) return { message: `Input ${input}: ${cause}.`, remedy: fix };
        return { message: cause, remedy: fix, ...(place === undefined ? {} : { place }) };
      }),
    );
  }
  const unseen = requirements.filter(({ fix, verdict }) => verdict === 'unknown' && fix !== '');
  for (const group of byText(unseen)) {
    const [first] = group;
    if (first === undefined) continue;
    const items = [...new Set(group.map(({ item }) => item))].join(', ');
    progress.report({
      type: 'warning',
      text: first.cause.startsWith('it ')
        ? `Not checked: ${items}: ${first.cause}.`
        : `${first.cause.charAt(0).toUpperCase()}${first.cause.slice(1)}.`,
      remedy: [...new Set(group.map(({ fix }) => fix))].join(' '),
    });
  }
}

/** What has one cause is said once. */
function byText(requirements: readonly Requirement[]): readonly (readonly Requirement[])[] {
  const groups = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const { cause, refused } = requirement;
    const key = refused ?? cause;
    groups.set(key, [...(groups.get(key) ?? []), requirement]);
  }
  return [...groups.values()];
}
