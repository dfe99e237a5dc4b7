import { parseImageReference } from '@cutover/domain/image/reference';
import type { KnownVersion } from '@cutover/domain/progress';
import type { RunContext } from '@cutover/domain/run-context';
import { formatRevision } from '@cutover/domain/task/revision';
import { inlineCode, link, plain, table } from '../markdown.ts';
import type { RecordedEvent } from '../recorder.ts';

/** The versions before and after a step, as its events told them. */
export interface Versions {
  readonly before: KnownVersion;
  readonly after: KnownVersion;
}

/** Later events complete earlier ones of the same role; a fact of another revision is not mixed in. */
export function versionsOf(events: readonly RecordedEvent[]): Versions {
  const known: { before: KnownVersion; after: KnownVersion } = { before: {}, after: {} };
  for (const event of events) {
    if (event.type !== 'version.known') continue;
    const { role, revision, image, commit } = event;
    const old = known[role];
    const same = revision === undefined || old.revision === undefined || old.revision === revision;
    known[role] = {
      revision: revision ?? old.revision,
      image: image ?? (same ? old.image : undefined),
      commit: commit ?? (same ? old.commit : undefined),
    };
  }
  return known;
}

/**
 * Revision, image and commit before and after, as a table; the one version that serves where nothing changed.
 * @param arrived whether users have the version behind it; else it was tried only
 */
export function renderVersions(
  { after, before }: Versions,
  events: readonly RecordedEvent[],
  run: RunContext | undefined,
  arrived: boolean,
): string[] {
  if (after.revision === undefined) return [];
  const tags = tagsOf(events);
  const repositories = [before, after].map(({ image }) =>
    image === undefined ? undefined : repositoryOf(image),
  );
  const isNamed = repositories[0] !== repositories[1];
  const column = (version: KnownVersion): readonly string[] => [
    version.revision === undefined ? '' : inlineCode(formatRevision(version.revision)),
    version.image === undefined ? '' : imageCell(version.image, tags, isNamed),
    version.commit === undefined ? '' : commitCell(version.commit, run),
  ];
  const names = ['Revision', 'Image', 'Commit'];
  const isSame = before.revision === after.revision;
  const columns = before.revision === undefined || isSame ? [column(after)] : [column(before), column(after)];
  const rows = names
    .map((name, row) => [`**${name}**`, ...columns.map((cells) => cells[row] ?? '')])
    .filter((cells) => cells.slice(1).some(Boolean));
  const titles =
    columns.length === 2 ? ['Before', arrived ? 'After' : 'Tried'] : [isSame ? 'Serves' : 'Version'];
  return [table(['', ...titles], rows)];
}

/** Links to what a reader opens next, in one line. */
export function renderLinks(
  { after, before }: Versions,
  events: readonly RecordedEvent[],
  run: RunContext | undefined,
  isRollback: boolean,
): string[] {
  const pages = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'page.known') pages.set(LABELS[event.page], event.url);
    if (event.type === 'deployment.created' && event.link !== '')
      pages.set(`Deployment ${event.id}`, event.link);
  }
  const order = ['Application', 'Service', 'Deployment', 'Stack', 'Task definition', 'Logs'];
  const place = (label: string): number => order.findIndex((word) => label.startsWith(word));
  const links = [...pages].toSorted(([a], [b]) => place(a) - place(b));
  const url = run?.repositoryUrl;
  if (
    url !== undefined &&
    before.commit !== undefined &&
    after.commit !== undefined &&
    before.commit !== after.commit
  ) {
    // From the older one to the newer one: the other way round GitHub shows no commits.
    const [from, to] = isRollback ? [after.commit, before.commit] : [before.commit, after.commit];
    links.push([isRollback ? 'Commits taken back' : 'Commits', `${url}/compare/${from}...${to}`]);
  }
  if (run !== undefined && run.runUrl !== '') links.push(['Run', run.runUrl]);
  return links.length === 0 ? [] : [links.map(([label, address]) => link(label, address)).join(' · ')];
}

const LABELS: Readonly<Record<Extract<RecordedEvent, { type: 'page.known' }>['page'], string>> = {
  application: 'Application',
  service: 'Service',
  logs: 'Logs',
  stack: 'Stack',
  'task definition': 'Task definition',
};

/** The tag under which each digest was pushed. */
function tagsOf(events: readonly RecordedEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap((event) => {
      if (event.type !== 'image.pushed') return [];
      const [, tag] = /:([\w][\w.-]*)$/.exec(event.reference.split('/').at(-1) ?? '') ?? [];
      return tag === undefined || event.reference.includes('@') ? [] : [[event.digest, tag] as const];
    }),
  );
}

/**
 * `shop:v2` and the start of its digest: the registry and 64 digits would fill the table.
 * @param isNamed whether the repository is told; where both versions have the same, its name says nothing
 */
function imageCell(image: string, tags: ReadonlyMap<string, string>, isNamed: boolean): string {
  const reference = parseImageReference(image);
  if (reference === undefined) return inlineCode(image.split('/').at(-1) ?? image);
  const { digest, name, tag: written } = reference;
  const repository = name.split('/').at(-1);
  const tag = written ?? (digest === undefined ? undefined : tags.get(digest));
  const isAlone = tag === undefined && digest === undefined;
  const short = digest?.replace('sha256:', '').slice(0, 7);
  const label = isNamed || isAlone ? [repository, tag].filter(Boolean).join(':') : tag;
  return [label, short].flatMap((text) => (text === undefined ? [] : [inlineCode(text)])).join(' ');
}

/** `host/team/app`; of an image that is no reference, its text. */
function repositoryOf(image: string): string {
  const reference = parseImageReference(image);
  return reference === undefined ? image : [reference.host, reference.name].filter(Boolean).join('/');
}

function commitCell(commit: string, run: RunContext | undefined): string {
  const short = commit.slice(0, 7);
  const url = run?.repositoryUrl;
  const shown = url === undefined ? inlineCode(short) : link(short, `${url}/commit/${commit}`);
  const title = run?.commit === commit ? run.commitTitle : undefined;
  return title === undefined ? shown : `${shown} ${plain(title)}`;
}
