import type { Aws } from '@cutover/aws/aws';
import { consoleLink } from '@cutover/domain/console';
import type { Environment } from '@cutover/domain/environment';
import { CutoverError } from '@cutover/domain/errors';
import type { KnownVersion } from '@cutover/domain/progress';
import type { RunContext } from '@cutover/domain/run-context';
import type { DeployableRevision } from '@cutover/domain/task/deployable-revision';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { traceOf } from '@cutover/domain/task-definition/trace-tags';
import { textOf, type JsonObject } from '@cutover/domain/text/json';
import type { World } from './world.ts';

/** A revision with its definition, as the version that it is. */
export function versionOf(
  {
    arn,
    definition,
    tags,
  }: {
    readonly arn: string;
    readonly definition: JsonObject;
    readonly tags: ReadonlyMap<string, string>;
  },
  run: RunContext,
): KnownVersion {
  const containers = containersOf(definition);
  const serving =
    containers.find(({ portMappings }) => Array.isArray(portMappings) && portMappings.length > 0) ??
    containers[0];
  return { revision: arn, image: textOf(serving?.['image']) || undefined, commit: commitOf(tags, run) };
}

/** The version that serves, by one call; what can't be read stays unknown. */
export async function servedVersion(
  { aws, run }: Pick<World, 'aws' | 'run'>,
  revision: string,
): Promise<KnownVersion> {
  try {
    const { image, tags } = await aws.deployableRevisions.origin(revision);
    return { revision, image, commit: commitOf(tags, run) };
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    return { revision };
  }
}

/** The commit in a revision's tags; one of another repository would be looked for in the wrong place. */
export function commitOf(tags: ReadonlyMap<string, string>, run: RunContext): string | undefined {
  const { commit, runUrl } = traceOf(tags);
  const isForeign = runUrl !== undefined && !runUrl.includes(`/${run.repository}/actions/`);
  return isForeign ? undefined : commit;
}

/** Tells which version a step replaces, and by which. */
export function tellVersions(
  { progress }: Pick<World, 'progress'>,
  before: KnownVersion,
  after: KnownVersion,
): void {
  progress.report({ type: 'version.known', role: 'before', ...before });
  progress.report({ type: 'version.known', role: 'after', ...after });
}

/** Tells where a reader sees the service, its log and the application. */
export function tellPages(
  { aws, progress }: { readonly aws: Pick<Aws, 'region'>; readonly progress: World['progress'] },
  { cluster, logGroup, service, serviceUrl }: Environment,
  revision?: DeployableRevision,
): void {
  const { region } = aws;
  const group = logGroup ?? revision?.containers.find(({ log }) => log !== undefined)?.log?.group;
  if (serviceUrl !== undefined) progress.report({ type: 'page.known', page: 'application', url: serviceUrl });
  progress.report({
    type: 'page.known',
    page: 'service',
    url: consoleLink(region, { kind: 'service', cluster, service }),
  });
  if (group !== undefined)
    progress.report({
      type: 'page.known',
      page: 'logs',
      url: consoleLink(region, { kind: 'logGroup', group }),
    });
}
