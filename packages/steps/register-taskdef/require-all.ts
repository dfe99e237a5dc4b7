import { ConfigurationError } from '@cutover/domain/errors';
import type { JsonObject, JsonPath } from '@cutover/domain/text/json';
import { checkRequirements, type RequirementOptions } from '../requirements/check.ts';
import type { Requirement } from '../requirements/requirement.ts';
import { requirementSentence } from '../requirements/sentence.ts';
import type { World } from '../world.ts';

export interface RequireOptions extends RequirementOptions {
  /** The input that the value at a path came from, if one did. */
  readonly inputOf: (path: JsonPath) => string | undefined;
  /** Before a release is built, the image that an input names is not there yet. */
  readonly dryRun: boolean;
  /** A missing requirement is only a warning, as the input asks. */
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
  for (const { what, fix } of failures.filter(isYetToCome))
    progress.report({ type: 'note', text: `To come before the real run: ${what}. ${fix}` });
  const problems = failures.filter((one) => !isYetToCome(one));
  if (warnOnly) {
    for (const { what, fix } of problems) progress.report({ type: 'warning', what: `${what}.`, fix: fix });
  } else if (problems.length > 0) {
    throw new ConfigurationError(
      problems.map(({ what, fix, path, place }) => {
        const input = inputOf(path);
        if (input !== undefined) return { what: `Input ${input}: ${what}.`, fix: fix };
        return { what: what, fix: fix, ...(place === undefined ? {} : { place }) };
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
      what: first.what.startsWith('it ')
        ? `Not checked: ${items}: ${first.what}.`
        : requirementSentence(first.what),
      fix: [...new Set(group.map(({ fix }) => fix))].join(' '),
    });
  }
}

/** Problems with one cause are reported once. */
function byText(requirements: readonly Requirement[]): readonly (readonly Requirement[])[] {
  const groups = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const { what, refused } = requirement;
    const key = refused ?? what;
    groups.set(key, [...(groups.get(key) ?? []), requirement]);
  }
  return [...groups.values()];
}
