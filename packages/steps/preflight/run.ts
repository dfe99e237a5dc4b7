import { ConfigurationError, CutoverError } from '@cutover/domain/errors';
import { formatPlace } from '@cutover/domain/text/place';
import type { Outcome, OutputKinds, OutputsOf, SummarySection } from '@cutover/domain/outcome';
import { textTable } from '@cutover/domain/text/text-table';
import { ALL_ENGINES, engineFor, ENGINES, readEngineOptions } from '../deployment/engine-for.ts';
import type { EngineKind } from '../deployment/engine-kind.ts';
import { requireName } from '../deployment/environment.ts';
import { takeAwayFrom } from '../leftovers/of-service.ts';
import type { World } from '../world.ts';
import { judge } from '../checklist/checklist.ts';
import { networkItems } from '../checklist/network-items.ts';
import { Facts } from './facts.ts';
import { ITEM_IDS, type Item, type Result } from '../checklist/item.ts';
import { commandsOf } from './commands.ts';
import { credentialsItem } from './credentials-item.ts';
import { explanationOf } from './explanation.ts';
import { leftoverItem } from './leftover-item.ts';
import type { PreflightInputs, PreflightRequest, WantedTasks } from './request.ts';
import { resourceItems } from './resource-items.ts';
import { roleItems } from './role-items.ts';
import { desiredItem, firstItems } from './service-items.ts';
import { taskItems } from './task-items.ts';

/** Outputs of `preflight`. */
export const OUTPUTS = {
  passed: 'boolean',
  'failed-count': 'number',
  'unknown-count': 'number',
  /** JSON: one object an item. */
  items: 'string',
} as const satisfies OutputKinds;

export type PreflightOutputs = OutputsOf<
  typeof OUTPUTS,
  'passed' | 'failed-count' | 'unknown-count' | 'items'
>;

export async function run(given: PreflightInputs, world: World): Promise<Outcome<PreflightOutputs>> {
  requireName(given);
  const request: PreflightRequest = {
    among: ALL_ENGINES,
    stack: given.stack,
    cluster: given.cluster,
    service: given.service,
    engine: await readEngineOptions(given, world),
    wanted: wantedOf(given),
    container: { name: given['container-name'], port: given['container-port'] },
    image: given.image,
    variables: given.variables,
    skip: given.skip,
    alarms: given['ignore-alarms'] ? [] : given.alarms.length === 0 ? undefined : given.alarms,
    onActive: given['on-active-deployment'],
    gate: undefined,
    waitUntil: given['wait-until'],
    waitMinutes: given['wait-for-minutes'],
    allowZeroTasks: given['allow-zero-tasks'],
  };
  if (given['clean-up']) await takeAwayFrom(world, request, request.engine);
  const facts = new Facts(world, request);
  const results = await checkFacts(facts, request, world);
  world.progress.report({ type: 'note', text: textTable(HEADER, rowsOf(results)) });
  for (const { fix, status, title, what } of results) {
    if (status !== 'warned' && status !== 'unknown') continue;
    world.progress.report({
      type: 'warning',
      what: `${title}: ${what}`,
      inSections: true,
      ...(fix === '' ? {} : { fix: fix }),
    });
  }
  return conclude(results, [...explanationOf(given.explain, world), ...(await commandsOf(facts))]);
}

/** Looks at everything that was not left out; reads only. */
export async function check(request: PreflightRequest, world: World): Promise<readonly Result[]> {
  return await checkFacts(new Facts(world, request), request, world);
}

async function checkFacts(facts: Facts, request: PreflightRequest, world: World): Promise<readonly Result[]> {
  const wanted = (items: readonly Item[]): readonly Item[] =>
    items.filter(({ id }) => !request.skip.includes(id));
  const first = wanted(firstItems(facts));
  const judged = await judge(first, world.signal);
  const kind = await engineOf(facts, judged);
  const engine = await facts.lookAs(kind ?? ENGINES[0]);
  const rest = wanted([
    desiredItem(facts),
    ...engine.items,
    ...taskItems(facts),
    ...roleItems(facts),
    ...resourceItems(facts),
    ...networkItems(facts),
    credentialsItem(facts, engine, () => world.clock.now()),
    leftoverItem(facts, kind === undefined ? undefined : engine, world),
  ]);
  const results = await judge([...first, ...rest], world.signal, judged);
  return results.toSorted((a, b) => ITEM_IDS.indexOf(a.id) - ITEM_IDS.indexOf(b.id));
}

/** The engine of the service; undefined when none serves it, or the service could not be looked at. */
async function engineOf(facts: Facts, judged: readonly Result[]): Promise<EngineKind | undefined> {
  if (judged.some(({ status }) => status === 'failed' || status === 'unknown')) return undefined;
  try {
    return engineFor(await facts.service(), facts.request.among);
  } catch (error) {
    // The items that need the service tell what is wrong with it.
    if (error instanceof CutoverError) return undefined;
    throw error;
  }
}

function wantedOf(given: PreflightInputs): WantedTasks {
  const { 'task-definition': path, 'task-definition-arn': name } = given;
  if (path !== undefined && name !== undefined) {
    throw new ConfigurationError({
      what: 'Inputs task-definition and task-definition-arn were both given.',
      fix: 'Keep the one that is to be deployed.',
    });
  }
  if (path !== undefined) return { kind: 'file', path };
  return name === undefined ? { kind: 'serving' } : { kind: 'revision', name };
}

const WORDS: Readonly<Record<Result['status'], string>> = {
  passed: 'pass',
  warned: 'warning',
  failed: 'FAIL',
  unknown: 'unknown',
  skipped: 'not checked',
};

/** Items that need attention, and below them, folded, the sound ones. Failures are findings, with their fixes. */
function sectionsOf(results: readonly Result[]): readonly SummarySection[] {
  const table = (
    title: string,
    header: readonly string[],
    rows: readonly (readonly string[])[],
    folded?: true,
  ): readonly SummarySection[] =>
    rows.length === 0
      ? []
      : [{ kind: 'table', title, header, rows, ...(folded === undefined ? {} : { folded }) }];
  const passed = results.filter(({ status }) => status === 'passed');
  const others = results.filter(({ status }) => status === 'warned' || status === 'unknown');
  const skipped = results.filter(({ status }) => status === 'skipped');
  return [
    ...table(
      'Not certain',
      // Two columns, and no more: a phone shows them side by side.
      ['Item', 'What was found, and what to do'],
      others.map(({ fix, status, title, what }) => [
        `${title}: ${WORDS[status]}`,
        [what, fix].filter(Boolean).join(' '),
      ]),
    ),
    ...table(
      `${skipped.length} ${skipped.length === 1 ? 'item was' : 'items were'} not checked`,
      ['Item', 'Why'],
      skipped.map(({ title, what }) => [title, what]),
      true,
    ),
    ...table(
      `${passed.length} ${passed.length === 1 ? 'item is' : 'items are'} right`,
      ['Item', 'What was found'],
      passed.map(({ title, what }) => [title, what]),
      true,
    ),
  ];
}

/** Verdict on the whole, from the results; the summary ends with the commands. */
export function conclude(
  results: readonly Result[],
  commands: readonly SummarySection[] = [],
): Outcome<PreflightOutputs> {
  const of = (status: Result['status']): readonly Result[] => results.filter((one) => one.status === status);
  const [failed, unknown, warnings] = [of('failed'), of('unknown'), of('warned')];
  const outputs: PreflightOutputs = {
    passed: failed.length === 0,
    'failed-count': failed.length,
    'unknown-count': unknown.length,
    items: JSON.stringify(results.map(published)),
  };
  const summary = [...sectionsOf(results), ...commands];
  const [first] = failed;
  if (first === undefined) {
    const asides = [
      ...(warnings.length === 0 ? [] : [`${warnings.length} with a warning`]),
      ...(unknown.length === 0 ? [] : [`${unknown.length} could not be looked at`]),
    ];
    return {
      kind: 'succeeded',
      what: `Everything that was checked is right: ${of('passed').length} of ${results.length} items${asides.length === 0 ? '' : ` (${asides.join(', ')})`}.`,
      outputs,
      summary,
    };
  }
  return {
    kind: 'failed',
    what: `${told(first)}${failed.length > 1 ? ` (and ${failed.length - 1} more to mend)` : ''}`,
    fix: `${first.fix === '' ? 'See the table.' : first.fix} Nothing was changed.`,
    findings: failed.map(({ fix, id, link, place, title, what }) => ({
      id,
      what: told({ title, what, ...(place === undefined ? {} : { place }) }),
      evidence: [],
      fix,
      ...(link === undefined ? {} : { link }),
    })),
    outputs,
    summary,
    ...(first.link === undefined ? {} : { link: first.link }),
  };
}

const HEADER = ['Item', 'Result', 'What was found', 'What to do'];

/** `Container and port: FILE:8:26: …` */
function told({ place, title, what }: Pick<Result, 'place' | 'title' | 'what'>): string {
  return `${title}: ${place === undefined ? '' : `${formatPlace(place)}: `}${what}`;
}

function rowsOf(results: readonly Result[]): readonly (readonly string[])[] {
  return results.map(({ fix, status, title, what }) => [title, WORDS[status], what, fix]);
}

/** An item of the output `items`, whose keys are public. */
function published({ fix, id, link, status, title, what }: Result): Readonly<Record<string, string>> {
  return {
    id,
    title,
    status,
    found: what,
    ...(fix === '' ? {} : { fix }),
    ...(link === undefined ? {} : { link }),
  };
}
