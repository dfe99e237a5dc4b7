import type { RuleState } from '@cutover/aws/elb/listener-rules';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { World } from '../world.ts';
import { TAGS } from './tags.ts';

/** A rule that keeps requests away, as it was found. */
export interface WindowRule {
  readonly rule: RuleState & { readonly priority: number };
  readonly service: string;
  readonly owner: string;
  readonly priority: number;
  readonly moved: number;
  readonly runUrl: string | undefined;
  /** Epoch milliseconds; undefined when the tag is missing or is no time. */
  readonly until: number | undefined;
}

/** A listener's rules, those of maintenance windows apart from the others. */
export async function rulesOf(
  world: Pick<World, 'aws'>,
  listener: string,
): Promise<{ readonly windows: readonly WindowRule[]; readonly others: readonly RuleState[] }> {
  const rules = await world.aws.listenerRules.of(listener);
  const candidates = rules.filter(
    (rule): rule is WindowRule['rule'] => rule.fixedStatus === '503' && rule.priority !== undefined,
  );
  if (candidates.length === 0) return { windows: [], others: rules };
  const tags = await world.aws.listenerRules.tags(candidates.map(({ arn }) => arn));
  const windows = candidates.flatMap((rule): WindowRule[] => {
    const own = tags.get(rule.arn);
    const service = own?.get(TAGS.window);
    if (own === undefined || service === undefined) return [];
    return [
      {
        rule,
        service,
        owner: own.get(TAGS.owner) ?? '',
        priority: Number(own.get(TAGS.priority) ?? rule.priority),
        moved: Number(own.get(TAGS.moved) ?? 0),
        runUrl: own.get(TAGS.run),
        until: timeOf(own.get(TAGS.until)),
      },
    ];
  });
  const arns = new Set(windows.map(({ rule }) => rule.arn));
  return { windows, others: rules.filter(({ arn }) => !arns.has(arn)) };
}

function timeOf(text = ''): number | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Whether a step of this run opened a window, in whichever attempt. */
export function isOwnedByRun({ owner }: Pick<WindowRule, 'owner'>, { run }: Pick<World, 'run'>): boolean {
  return owner.startsWith(`${run.runId || 'local'}.`);
}

/** The step of a run by which a window knows whose it is; a second attempt is another owner. */
export function ownerOf({ run }: Pick<World, 'run'>): string {
  return [run.runId || 'local', run.runAttempt || '1', run.job, run.step ?? '']
    .join('.')
    .replaceAll(/[^\w.+=:/@-]/g, '-')
    .slice(0, 256);
}

/** `cluster/service`, by which the window of a service is known, whatever run opened it. */
export function windowOf({ cluster, name }: ServiceState): string {
  return `${cluster.split('/').at(-1) ?? cluster}/${name}`;
}
