import { ConfigurationError } from '@cutover/domain/errors';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { textTable } from '@cutover/domain/text-table';
import { requireName } from '../deployment/environment.ts';
import type { World } from '../world.ts';
import { judge } from './checklist.ts';
import { Facts } from './facts.ts';
import { groupItems } from './group-items.ts';
import { ITEM_IDS, type Item, type Result } from './item.ts';
import { momentItems } from './moment-items.ts';
import { networkItems } from './network-items.ts';
import type { PreflightInputs, Request, Wanted } from './request.ts';
import { resourceItems } from './resource-items.ts';
import { roleItems } from './role-items.ts';
import { serviceItems } from './service-items.ts';
import { taskItems } from './task-items.ts';

// eslint-disable-next-line typescript/consistent-type-definitions -- outputs need an index signature
export type Outputs = {
  readonly passed: boolean;
  readonly 'failed-count': number;
  readonly 'unknown-count': number;
  /** JSON: one object an item. */
  readonly items: string;
};

export async function run(given: PreflightInputs, world: World): Promise<Outcome<Outputs>> {
  requireName(given);
  const request: Request = {
    stack: given.stack,
    cluster: given.cluster,
    service: given.service,
    application: given['codedeploy-application'],
    group: given['codedeploy-deployment-group'],
    config: given['codedeploy-deployment-config'],
    wanted: wantedOf(given),
    container: { name: given['container-name'], port: given['container-port'] },
    image: given.image,
    skip: given.skip,
    alarms: given['ignore-alarms'] ? [] : given.alarms.length === 0 ? undefined : given.alarms,
    onActive: given['on-active-deployment'],
    waitUntil: given['wait-until'],
    waitMinutes: given['wait-for-minutes'],
    allowZeroTasks: given['allow-zero-tasks'],
  };
  const results = await check(request, world);
  world.progress.report({ type: 'note', text: textTable(HEADER, rowsOf(results)) });
  for (const { fix, found, status, title } of results) {
    if (status !== 'warned' && status !== 'unknown') continue;
    world.progress.report({
      type: 'warning',
      text: `${title}: ${found}`,
      ...(fix === undefined ? {} : { remedy: fix }),
    });
  }
  return conclude(results);
}

/** Looks at everything that was not left out; reads only. */
export async function check(request: Request, world: World): Promise<readonly Result[]> {
  const facts = new Facts(world, request);
  const items: readonly Item[] = [
    ...serviceItems(facts),
    ...groupItems(facts),
    ...taskItems(facts),
    ...roleItems(facts),
    ...resourceItems(facts),
    ...networkItems(facts),
    ...momentItems(facts, () => world.clock.now()),
  ];
  const wanted = items.filter(({ id }) => !request.skip.includes(id));
  const results = await judge(wanted, world.signal);
  return results.toSorted((a, b) => ITEM_IDS.indexOf(a.id) - ITEM_IDS.indexOf(b.id));
}

function wantedOf(given: PreflightInputs): Wanted {
  const { 'task-definition': path, 'task-definition-arn': name } = given;
  if (path !== undefined && name !== undefined) {
    throw new ConfigurationError({
      message: 'Inputs task-definition and task-definition-arn were both given.',
      remedy: 'Keep the one that is to be deployed.',
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

/** What the results mean for the whole. */
export function conclude(results: readonly Result[]): Outcome<Outputs> {
  const of = (status: Result['status']): readonly Result[] => results.filter((one) => one.status === status);
  const [failed, unknown, warnings] = [of('failed'), of('unknown'), of('warned')];
  const outputs: Outputs = {
    passed: failed.length === 0,
    'failed-count': failed.length,
    'unknown-count': unknown.length,
    items: JSON.stringify(results),
  };
  const summary: readonly SummarySection[] = [
    { kind: 'table', title: 'Preflight', header: HEADER, rows: rowsOf(results) },
  ];
  const [first] = failed;
  if (first === undefined) {
    const asides = [
      ...(warnings.length === 0 ? [] : [`${warnings.length} with a warning`]),
      ...(unknown.length === 0 ? [] : [`${unknown.length} could not be looked at`]),
    ];
    return {
      kind: 'succeeded',
      headline: `Everything that was checked is right: ${of('passed').length} of ${results.length} items${asides.length === 0 ? '' : ` (${asides.join(', ')})`}.`,
      outputs,
      summary,
    };
  }
  return {
    kind: 'failed',
    headline: `${first.title}: ${first.found}${failed.length > 1 ? ` (and ${failed.length - 1} more to mend)` : ''}`,
    remedy: `${first.fix ?? 'See the table.'} Nothing was changed.`,
    findings: failed.map(({ fix = '', found, id, link, title }) => ({
      id,
      cause: `${title}: ${found}`,
      evidence: [],
      fix,
      ...(link === undefined ? {} : { url: link }),
    })),
    outputs,
    summary,
    ...(first.link === undefined ? {} : { link: first.link }),
  };
}

const HEADER = ['Item', 'Result', 'What was found', 'What to do'];

function rowsOf(results: readonly Result[]): readonly (readonly string[])[] {
  return results.map(({ fix = '', found, status, title }) => [title, WORDS[status], found, fix]);
}
