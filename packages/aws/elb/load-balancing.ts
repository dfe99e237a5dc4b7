import type { Action, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsCallError } from '@cutover/domain/errors';
import { shares, type Forward, type Listener, type ListenerRule } from '@cutover/domain/target/listener';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';

/** A target group's identity. */
export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly loadBalancerArns: readonly string[];
}

/** A target group with how it reaches its targets. */
export interface DescribedTargetGroup extends TargetGroup {
  /** `ip`, `instance`, `lambda` or `alb`. */
  readonly targetType: string;
  readonly vpc: string;
  readonly healthCheck: HealthCheck;
}

/** How a target group finds out whether a target serves. */
export interface HealthCheck {
  /** A number, or `traffic-port`: the target's own. */
  readonly port: string;
  readonly protocol: string;
  /** Empty for protocols without paths. */
  readonly path: string;
  /** HTTP statuses that are healthy, `200-299`. */
  readonly matcher: string;
  /** Seconds between two checks of a target. */
  readonly intervalSeconds: number;
  /** Successful checks in a row that make a target healthy. */
  readonly healthyCount: number;
  /** Failed checks in a row that make a target unhealthy. */
  readonly unhealthyCount: number;
}

/** Where a load balancer is reached. */
export interface LoadBalancer {
  readonly dnsName: string;
  /** True: only from inside its network. */
  readonly internal: boolean;
  /** None for a network load balancer that has none. */
  readonly securityGroups: readonly string[];
}

/** Load balancers, target groups, listeners and target health, read only. */
export class LoadBalancing {
  readonly #options: ClientOptions;
  #client: ElasticLoadBalancingV2Client | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Target groups by name, in no particular order; a name that doesn't exist makes the list empty. */
  async targetGroupsNamed(names: readonly string[]): Promise<readonly DescribedTargetGroup[]> {
    return await this.#targetGroups({ Names: [...names] });
  }

  /** The target group, or undefined when there is none with this ARN. */
  async targetGroup(arn: string): Promise<DescribedTargetGroup | undefined> {
    return (await this.#targetGroups({ TargetGroupArns: [arn] }))[0];
  }

  async #targetGroups(
    filter: { Names: string[] } | { TargetGroupArns: string[] },
  ): Promise<readonly DescribedTargetGroup[]> {
    const { DescribeTargetGroupsCommand } = await import('../sdk/load-balancing.ts');
    const client = await this.#open();
    try {
      const { TargetGroups = [] } = await call(
        this.#options,
        'elasticloadbalancing:DescribeTargetGroups',
        () => client.send(new DescribeTargetGroupsCommand(filter)),
      );
      return TargetGroups.map((one) => ({
        arn: one.TargetGroupArn ?? '',
        name: one.TargetGroupName ?? '',
        loadBalancerArns: one.LoadBalancerArns ?? [],
        targetType: one.TargetType ?? 'instance',
        vpc: one.VpcId ?? '',
        healthCheck: {
          port: one.HealthCheckPort ?? 'traffic-port',
          protocol: one.HealthCheckProtocol ?? 'HTTP',
          path: one.HealthCheckPath ?? '',
          matcher: one.Matcher?.HttpCode ?? '',
          intervalSeconds: one.HealthCheckIntervalSeconds ?? 30,
          healthyCount: one.HealthyThresholdCount ?? 5,
          unhealthyCount: one.UnhealthyThresholdCount ?? 2,
        },
      }));
    } catch (error) {
      if (isCode(error, 'TargetGroupNotFound')) return [];
      throw error;
    }
  }

  /** The load balancer, or undefined when there is none with this ARN. */
  async loadBalancer(arn: string): Promise<LoadBalancer | undefined> {
    const { DescribeLoadBalancersCommand } = await import('../sdk/load-balancing.ts');
    const client = await this.#open();
    try {
      const { LoadBalancers = [] } = await call(
        this.#options,
        'elasticloadbalancing:DescribeLoadBalancers',
        () => client.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [arn] })),
      );
      const [found] = LoadBalancers;
      return found?.DNSName === undefined
        ? undefined
        : {
            dnsName: found.DNSName,
            internal: found.Scheme === 'internal',
            securityGroups: found.SecurityGroups ?? [],
          };
    } catch (error) {
      if (isCode(error, 'LoadBalancerNotFound')) return undefined;
      throw error;
    }
  }

  /** Health of all registered targets; undefined when the target group does not exist. */
  async health(targetGroupArn: string): Promise<readonly TargetHealth[] | undefined> {
    const { DescribeTargetHealthCommand } = await import('../sdk/load-balancing.ts');
    const client = await this.#open();
    try {
      const { TargetHealthDescriptions = [] } = await call(
        this.#options,
        'elasticloadbalancing:DescribeTargetHealth',
        () => client.send(new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn })),
      );
      return TargetHealthDescriptions.map(({ Target, TargetHealth: health }) => ({
        id: Target?.Id ?? '',
        port: Target?.Port ?? 0,
        ...(Target?.AvailabilityZone === undefined ? {} : { zone: Target.AvailabilityZone }),
        state: health?.State ?? 'unavailable',
        ...(health?.Reason === undefined ? {} : { reason: health.Reason }),
        ...(health?.Description === undefined ? {} : { description: health.Description }),
      }));
    } catch (error) {
      if (isCode(error, 'TargetGroupNotFound')) return undefined;
      throw error;
    }
  }

  /** A listener with its rules and weights; undefined when it does not exist. */
  async listener(arn: string): Promise<Listener | undefined> {
    return (await this.#listeners({ ListenerArns: [arn] }))[0];
  }

  /**
   * The listener of a rule, with that rule alone; undefined when one of them does not exist.
   * @param arn of the rule (application load balancer), or of the listener (network load balancer)
   */
  async listenerOfRule(arn: string): Promise<Listener | undefined> {
    const listener = await this.listener(listenerArnOf(arn));
    if (listener === undefined || listener.arn === arn) return listener;
    const rules = listener.rules.filter((rule) => rule.arn === arn);
    return rules.length === 0 ? undefined : { ...listener, rules, onlyRule: arn };
  }

  /** Those of the listeners that exist, in no particular order. */
  async listeners(arns: readonly string[]): Promise<readonly Listener[]> {
    if (arns.length === 0) return [];
    const together = await this.#listeners({ ListenerArns: [...arns] });
    // One that is gone makes the whole answer an error.
    if (together.length > 0 || arns.length === 1) return together;
    return (await Promise.all(arns.map((arn) => this.#listeners({ ListenerArns: [arn] })))).flat();
  }

  /** All listeners of a load balancer. */
  async listenersOf(loadBalancerArn: string): Promise<readonly Listener[]> {
    return await this.#listeners({ LoadBalancerArn: loadBalancerArn });
  }

  async #listeners(
    filter: { ListenerArns: string[] } | { LoadBalancerArn: string },
  ): Promise<readonly Listener[]> {
    const { DescribeListenersCommand } = await import('../sdk/load-balancing.ts');
    const client = await this.#open();
    const found: Listener[] = [];
    const pages = new Pages('elasticloadbalancing:DescribeListeners');
    try {
      do {
        const page = await call(this.#options, 'elasticloadbalancing:DescribeListeners', () =>
          client.send(
            new DescribeListenersCommand({
              ...filter,
              ...(pages.token === undefined ? {} : { Marker: pages.token }),
            }),
          ),
        );
        for (const listener of page.Listeners ?? []) {
          const protocol = listener.Protocol ?? 'HTTP';
          const arn = listener.ListenerArn ?? '';
          found.push({
            arn,
            loadBalancerArn: listener.LoadBalancerArn ?? '',
            port: listener.Port ?? 0,
            protocol,
            // Only application load balancers have rules beside the default action.
            rules: protocol.startsWith('HTTP')
              ? await this.#rules(arn)
              : [{ priority: 'default', forwards: forwards(listener.DefaultActions) }],
          });
        }
        pages.came(page.NextMarker);
      } while (pages.more());
    } catch (error) {
      if (isCode(error, 'ListenerNotFound') || isCode(error, 'LoadBalancerNotFound')) return [];
      throw error;
    }
    return found;
  }

  /** The listener as it is now; one call, since what it is doesn't change. */
  async refreshed(listener: Listener): Promise<Listener | undefined> {
    if (!listener.protocol.startsWith('HTTP')) return await this.listener(listener.arn);
    try {
      const rules = await this.#rules(listener.arn);
      const { onlyRule } = listener;
      return {
        ...listener,
        rules: onlyRule === undefined ? rules : rules.filter(({ arn }) => arn === onlyRule),
      };
    } catch (error) {
      if (isCode(error, 'ListenerNotFound')) return undefined;
      throw error;
    }
  }

  async #rules(listenerArn: string): Promise<readonly ListenerRule[]> {
    const { DescribeRulesCommand } = await import('../sdk/load-balancing.ts');
    const client = await this.#open();
    const found: ListenerRule[] = [];
    const pages = new Pages('elasticloadbalancing:DescribeRules');
    do {
      const page = await call(this.#options, 'elasticloadbalancing:DescribeRules', () =>
        client.send(
          new DescribeRulesCommand({
            ListenerArn: listenerArn,
            ...(pages.token === undefined ? {} : { Marker: pages.token }),
          }),
        ),
      );
      found.push(
        ...(page.Rules ?? []).map(({ Priority = '', Actions, RuleArn }) => ({
          ...(RuleArn === undefined ? {} : { arn: RuleArn }),
          priority: Priority,
          forwards: forwards(Actions),
        })),
      );
      pages.came(page.NextMarker);
    } while (pages.more());
    return found;
  }

  async #open(): Promise<ElasticLoadBalancingV2Client> {
    const { ElasticLoadBalancingV2Client } = await import('../sdk/load-balancing.ts');
    return (this.#client ??= new ElasticLoadBalancingV2Client(this.#options));
  }
}

/** With two groups the action's own TargetGroupArn is missing, so the groups are read from ForwardConfig first. */
function forwards(actions: readonly Action[] | undefined): readonly Forward[] {
  return (actions ?? [])
    .filter(({ Type }) => Type === 'forward')
    .flatMap(({ ForwardConfig, TargetGroupArn }) => {
      const groups = ForwardConfig?.TargetGroups ?? [];
      const tuples = groups.length > 0 ? groups : [{ TargetGroupArn, Weight: 1 }];
      return shares(
        tuples.flatMap(({ TargetGroupArn, Weight = 1 }) =>
          TargetGroupArn === undefined ? [] : [{ targetGroupArn: TargetGroupArn, weight: Weight }],
        ),
      );
    });
}

/** The SDK names the class after the shape (`…Exception`), the wire after the code; both are accepted. */
function isCode(error: unknown, code: string): boolean {
  return error instanceof AwsCallError && (error.code === code || error.code === `${code}Exception`);
}

/** `…:listener-rule/app/NAME/ID/LISTENER/RULE` belongs to `…:listener/app/NAME/ID/LISTENER`. */
function listenerArnOf(arn: string): string {
  return arn.includes(':listener-rule/')
    ? arn.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '')
    : arn;
}
