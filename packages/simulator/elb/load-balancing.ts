import { randomBytes } from 'node:crypto';
import type { Action, Tag } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { integer, list } from './form.ts';
import type { Listener, ListenerRule } from './listener.ts';
import type { ListenerHost } from './proxying-listener.ts';
import type { TargetGroup } from './target-group.ts';
import { forwardGroups } from './weights.ts';

export interface LoadBalancerRecord {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly scheme: string;
  readonly ipAddressType: string;
  readonly vpcId: string;
  subnets: readonly string[];
  securityGroups: readonly string[];
  readonly createdAt: Date;
  readonly attributes: Map<string, string>;
  readonly listeners: Map<string, Listener>;
}

/** However fast AWS time runs, a target may take this long to answer. */
const SHORTEST_IDLE_TIMEOUT_MS = 5000;

/** All that exists of Elastic Load Balancing in the account. */
export class LoadBalancing {
  readonly sim: Simulator;
  readonly loadBalancers = new Map<string, LoadBalancerRecord>();
  readonly targetGroups = new Map<string, TargetGroup>();
  readonly tags = new Map<string, Map<string, string>>();
  readonly listenerAttributes = new WeakMap<Listener, Map<string, string>>();

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  /** An ARN below `elasticloadbalancing`; ids are 16 hexadecimal digits. */
  arn(resource: string): string {
    return this.sim.arn('elasticloadbalancing', `${resource}/${randomBytes(8).toString('hex')}`);
  }

  loadBalancer(arn: string | undefined): LoadBalancerRecord {
    const found = this.loadBalancers.get(arn ?? '');
    if (found === undefined)
      throw new ApiError('LoadBalancerNotFound', `Load balancer '${arn ?? ''}' not found`);
    return found;
  }

  targetGroup(arn: string | undefined): TargetGroup {
    const found = this.targetGroups.get(arn ?? '');
    if (found === undefined)
      throw new ApiError('TargetGroupNotFound', `Target groups '${arn ?? ''}' not found`);
    return found;
  }

  get listeners(): readonly Listener[] {
    return [...this.loadBalancers.values()].flatMap((one) => [...one.listeners.values()]);
  }

  listener(arn: string | undefined): Listener {
    const found = this.listeners.find((one) => one.arn === arn);
    if (found === undefined)
      throw new ApiError('ListenerNotFound', `One or more listeners not found: '${arn ?? ''}'`);
    return found;
  }

  /** The rule and its listener; `rule` is absent for the default rule. */
  rule(arn: string | undefined): { listener: Listener; rule: ListenerRule | undefined } {
    for (const listener of this.listeners) {
      const rule = listener.rules.get(arn ?? '');
      if (rule !== undefined || listener.defaultRuleArn === arn) return { listener, rule };
    }
    throw new ApiError('RuleNotFound', `One or more rules not found: '${arn ?? ''}'`);
  }

  /** Load balancers of which any listener or rule names the group. */
  usersOf(targetGroupArn: string): readonly string[] {
    const users = this.listeners.filter((listener) =>
      listener.actions.some((action) => forwardGroups(action).some(({ arn }) => arn === targetGroupArn)),
    );
    return [...new Set(users.map((listener) => listener.host.arn))];
  }

  /** Starts and stops health checks after listeners or rules have changed. */
  settleUse(): void {
    for (const group of this.targetGroups.values()) group.use(this.usersOf(group.arn).length > 0);
  }

  /**
   * Actions as ELB stores them: the groups of a forward action in ForwardConfig, and TargetGroupArn beside it only when there
   * is one group.
   * @throws ApiError TargetGroupNotFound, TargetGroupAssociationLimit, TooManyTargetGroups
   */
  actions(loadBalancerArn: string, actions: readonly Action[] | undefined): Action[] {
    return list(actions).map((action, index) => {
      const base = { ...action, Order: integer('order', action.Order, 1, 50_000) ?? index + 1 };
      if (action.Type !== 'forward') return base;
      const groups = forwardGroups(action);
      if (groups.length > 5)
        throw new ApiError('TooManyTargetGroups', 'A forward action takes 5 target groups');
      for (const { arn } of groups) {
        const others = this.usersOf(this.targetGroup(arn).arn).filter((user) => user !== loadBalancerArn);
        if (others.length > 0) {
          throw new ApiError(
            'TargetGroupAssociationLimit',
            `The following target groups cannot be associated with more than one load balancer: ${arn}`,
          );
        }
      }
      const { TargetGroupArn: _, ...rest } = base;
      const stickiness = action.ForwardConfig?.TargetGroupStickinessConfig;
      return {
        ...rest,
        ...(groups.length === 1 ? { TargetGroupArn: groups[0]?.arn } : {}),
        ForwardConfig: {
          TargetGroups: groups.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: weight })),
          TargetGroupStickinessConfig: {
            Enabled: String(stickiness?.Enabled ?? false) === 'true',
            ...(stickiness?.DurationSeconds === undefined
              ? {}
              : { DurationSeconds: integer('durationSeconds', stickiness.DurationSeconds, 1, 604_800) }),
          },
        },
      };
    });
  }

  /** The view that a listener has of its load balancer. */
  host(loadBalancer: LoadBalancerRecord): ListenerHost {
    return {
      name: loadBalancer.name,
      arn: loadBalancer.arn,
      idleTimeoutMs: () => {
        const ms = Number(loadBalancer.attributes.get('idle_timeout.timeout_seconds')) * 1000;
        return Math.max(ms / (this.sim.clock.scale || 1), Math.min(ms, SHORTEST_IDLE_TIMEOUT_MS));
      },
      targetGroup: (arn) => this.targetGroups.get(arn),
      resolve: (ip, port) => this.sim.network.resolve(ip, port),
      log: this.sim.log,
    };
  }

  /** @throws ApiError the error of the kind that the ARN names, when nothing has it. */
  taggable(arn: string): void {
    if (arn.includes(':targetgroup/')) this.targetGroup(arn);
    else if (arn.includes(':listener/')) this.listener(arn);
    else if (arn.includes(':listener-rule/')) this.rule(arn);
    else this.loadBalancer(arn);
  }

  tag(arn: string, tags: readonly Tag[] | undefined): void {
    const known = this.tags.get(arn) ?? new Map<string, string>();
    for (const { Key, Value } of list(tags)) known.set(Key ?? '', Value ?? '');
    this.tags.set(arn, known);
  }

  /** Where each listener really answers, and what the targets are like. */
  snapshot(): object {
    return {
      loadBalancers: [...this.loadBalancers.values()].map(({ name, arn, listeners }) => ({
        name,
        arn,
        listeners: [...listeners.values()].map((listener) => ({
          arn: listener.arn,
          port: listener.port,
          protocol: listener.protocol,
          address: listener.url,
          rules: listener.describeRules(),
        })),
      })),
      targetGroups: [...this.targetGroups.values()].map(({ name, arn, targets }) => ({
        name,
        arn,
        targets: targets.map(({ id, port, health, inFlight }) => ({ id, port, ...health, inFlight })),
      })),
    };
  }

  async stop(): Promise<void> {
    for (const listener of this.listeners) {
      const closed = listener.close();
      listener.abort();
      await closed;
    }
    for (const group of this.targetGroups.values()) group.close();
  }
}
