import { directTo, served, type Listener } from '@cutover/domain/target/listener';
import {
  settlingOf,
  TargetRecord,
  type Settling,
  type SettlingVerdict,
} from '@cutover/domain/target/settling';
import { groupName, judgeTargets, type TargetVerdict } from '@cutover/domain/target/target-verdict';
import { judgeTasks } from '@cutover/domain/task/running-verdict';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import type { World } from '../world.ts';
import type { Surroundings } from './surroundings.ts';

/** The service that is proven. */
interface Deployed {
  readonly cluster: string;
  readonly service: string;
}

/** Where production's requests come in, and how long targets take to prove themselves there. */
export interface Production {
  /** As it was last seen; undefined when none is configured: then the target group alone is looked at. */
  readonly listener: Listener | undefined;
  /** ARNs of the pair, or of all groups that serve together. */
  readonly targetGroups: readonly string[];
  /** Whether each of the groups serves by itself, instead of one of the pair. */
  readonly together?: boolean;
  readonly settling: Settling;
}

export function productionOf(
  {
    groupsServeTogether = false,
    production,
    targetGroups,
  }: Pick<Surroundings, 'production' | 'targetGroups' | 'groupsServeTogether'>,
  graceSeconds: number,
): Production {
  return {
    listener: production,
    targetGroups: targetGroups.map(({ arn }) => arn),
    together: groupsServeTogether,
    settling:
      groupsServeTogether && targetGroups.length === 0
        ? WORKER_SETTLING
        : settlingOf(
            targetGroups.flatMap(({ healthCheck }) => healthCheck ?? []),
            graceSeconds,
          ),
  };
}

/** Tasks that no load balancer checks have to run this long, and may be replaced for a while. */
const WORKER_SETTLING: Settling = { settleMs: 30_000, patienceMs: 180_000, recoveryMs: 180_000 };

/** The replacement as it is told at the moment of a look. Times are AWS's, in epoch milliseconds. */
export interface Expected {
  readonly shiftedAt: number;
  readonly now: number;
  /** Tasks that it should have. */
  readonly desired: number;
  /** Its target group, when it is known. */
  readonly targetGroup: string | undefined;
}

/**
 * Proves that production's requests reach healthy targets of one revision. A look that finds the targets of the look before
 * is one call; what else may have changed is asked anew when something about the targets did.
 */
export class ProductionProof {
  readonly #world: Pick<World, 'aws' | 'progress'>;
  readonly #deployed: Deployed;
  readonly #production: Production;
  readonly #revision: string;
  #record: TargetRecord | undefined;
  /** The target group that was proven, and its targets. */
  #proven: { readonly group: string; readonly targets: string } | undefined;
  #settled = false;
  #fewest: number | undefined;
  #shown = '';
  #reason = '';

  /** @param revision ARN that should serve */
  constructor(
    world: Pick<World, 'aws' | 'progress'>,
    deployed: Deployed,
    production: Production,
    revision: string,
  ) {
    this.#world = world;
    this.#deployed = deployed;
    this.#production = production;
    this.#revision = revision;
  }

  /**
   * @param last whether the milestone is reached; before that, targets that have settled are not asked about again
   * @throws errors of the AWS calls
   */
  async look(expected: Expected, last: boolean): Promise<SettlingVerdict> {
    if (this.#settled && !last) return { kind: 'settled' };
    // Auto scaling may ask for more tasks at any time; they are not what has to be proven.
    this.#fewest = Math.min(this.#fewest ?? expected.desired, expected.desired);
    if (this.#fewest === 0) return { kind: 'settled' };
    this.#record ??= new TargetRecord(this.#production.settling, expected.shiftedAt);
    if (!this.#record.isDue(expected.now)) {
      return {
        kind: 'pending',
        reason: `traffic has shifted; the targets have to stay healthy for ${this.#production.settling.settleMs / 1000} s`,
      };
    }
    const verdict = (await this.#isUnchanged())
      ? { ok: true, reason: this.#reason, warmingUp: false, groups: [] }
      : await this.#judge(expected, this.#fewest);
    this.#reason = verdict.reason;
    const judged = this.#record.add(verdict, expected.now);
    if (judged.kind === 'settled') this.#settled = true;
    return judged;
  }

  /** Whether the proven targets are all there are, and all healthy. */
  async #isUnchanged(): Promise<boolean> {
    if (this.#proven === undefined) return false;
    const { group, targets } = this.#proven;
    const health = await this.#world.aws.loadBalancing.health(group);
    if (health !== undefined && namesOf(health) === targets) return true;
    this.#proven = undefined;
    return false;
  }

  async #judge({ now, targetGroup }: Expected, minHealthy: number): Promise<TargetVerdict> {
    const { loadBalancing, serviceTasks } = this.#world.aws;
    const { cluster, service } = this.#deployed;
    const { settling, targetGroups, together = false } = this.#production;
    if (together && targetGroups.length === 0) {
      const running = await serviceTasks.running(cluster, service);
      return judgeTasks(running, {
        revision: this.#revision,
        minRunning: minHealthy,
        now,
        ageMs: settling.settleMs,
      });
    }
    const listener =
      this.#production.listener === undefined
        ? undefined
        : await loadBalancing.refreshed(this.#production.listener);
    const listeners =
      listener === undefined ? (targetGroup === undefined ? [] : [directTo(targetGroup)]) : [listener];
    const candidates = targetGroups;
    const entrances = together
      ? targetGroups.map((arn) => ({ listeners: [directTo(arn)], candidates: [arn], wanted: arn }))
      : [{ listeners, candidates, wanted: targetGroup }];
    const reached = [
      ...new Set(entrances.flatMap((one) => one.listeners.flatMap((each) => [...served(each).keys()]))),
    ].filter((arn) => candidates.includes(arn));
    const [tasks, ...healths] = await Promise.all([
      serviceTasks.running(cluster, service),
      ...reached.map(async (arn) => [arn, await loadBalancing.health(arn)] as const),
    ]);
    const health = new Map(
      healths.flatMap(([arn, targets]) => (targets === undefined ? [] : [[arn, targets] as const])),
    );
    const verdict = judgeTargets({ entrances, health, tasks }, { revision: this.#revision, minHealthy });
    const group = verdict.groups[0]?.targetGroup;
    const targets = group === undefined ? undefined : health.get(group);
    if (verdict.ok && verdict.groups.length === 1 && group !== undefined && targets !== undefined)
      this.#proven = { group, targets: namesOf(targets) };
    this.#show(verdict);
    return verdict;
  }

  #show({ groups: [group] }: TargetVerdict): void {
    if (group?.targetGroup === undefined) return;
    const picture = group.targets.map(({ id, port, state }) => `${id}:${port} ${state}`).join();
    if (picture === this.#shown) return;
    this.#shown = picture;
    this.#world.progress.report({
      type: 'target.health',
      targetGroup: groupName(group.targetGroup),
      healthy: group.healthy,
      wanted: this.#fewest ?? 0,
      targets: group.targets,
    });
  }
}

/** The targets that count, with their states; those on their way out are gone already. */
function namesOf(targets: readonly TargetHealth[]): string {
  return targets
    .filter(({ state }) => state !== 'draining' && state !== 'unhealthy.draining')
    .map(({ id, port, state }) => `${id}:${port} ${state}`)
    .toSorted()
    .join();
}
