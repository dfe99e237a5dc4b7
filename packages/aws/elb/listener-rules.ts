import type {
  Action,
  ElasticLoadBalancingV2Client,
  Rule,
  RuleCondition,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsCallError } from '@cutover/domain/errors';
import { call } from '../client/call.ts';
import type { ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';

/** One rule of an application load balancer's listener. */
export interface RuleState {
  readonly arn: string;
  /** Undefined for the default rule, which stands last. */
  readonly priority: number | undefined;
  /** As CreateRule takes them. */
  readonly conditions: readonly RuleCondition[];
  readonly targetGroups: readonly string[];
  /** Status of the fixed answer that the rule gives, if it gives one. */
  readonly fixedStatus: string | undefined;
}

/** A rule that answers by itself. */
export interface FixedAnswer {
  readonly listener: string;
  readonly priority: number;
  readonly conditions: readonly RuleCondition[];
  readonly status: string;
  readonly contentType: string;
  /** At most 1024 characters. */
  readonly body: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** DescribeTags takes so many ARNs. */
const TAGS_LIMIT = 20;

/** Rules of listeners, to be read, made, moved and taken away. */
export class ListenerRules {
  readonly #options: ClientOptions;
  #client: ElasticLoadBalancingV2Client | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async #sdk(): Promise<{
    client: ElasticLoadBalancingV2Client;
    sdk: typeof import('../sdk/listener-rules.ts');
  }> {
    const sdk = await import('../sdk/listener-rules.ts');
    return { client: (this.#client ??= new sdk.ElasticLoadBalancingV2Client(this.#options)), sdk };
  }

  /** Rules in the order in which they are tried; empty when the listener does not exist. */
  async of(listenerArn: string): Promise<readonly RuleState[]> {
    const { client, sdk } = await this.#sdk();
    const found: RuleState[] = [];
    const pages = new Pages('elasticloadbalancing:DescribeRules');
    try {
      do {
        const page = await call(this.#options, 'elasticloadbalancing:DescribeRules', () =>
          client.send(
            new sdk.DescribeRulesCommand({
              ListenerArn: listenerArn,
              ...(pages.token === undefined ? {} : { Marker: pages.token }),
            }),
          ),
        );
        found.push(...(page.Rules ?? []).map(ruleState));
        pages.came(page.NextMarker);
      } while (pages.more());
    } catch (error) {
      if (isCode(error, 'ListenerNotFound')) return [];
      throw error;
    }
    return found.toSorted((a, b) => (a.priority ?? Infinity) - (b.priority ?? Infinity));
  }

  /** Tags by ARN. */
  async tags(arns: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const { client, sdk } = await this.#sdk();
    const found = new Map<string, ReadonlyMap<string, string>>();
    for (let at = 0; at < arns.length; at += TAGS_LIMIT) {
      const { TagDescriptions = [] } = await call(this.#options, 'elasticloadbalancing:DescribeTags', () =>
        client.send(new sdk.DescribeTagsCommand({ ResourceArns: arns.slice(at, at + TAGS_LIMIT) })),
      );
      for (const { ResourceArn = '', Tags = [] } of TagDescriptions)
        found.set(ResourceArn, new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value])));
    }
    return found;
  }

  /** @returns the new rule's ARN; undefined when the priority is in use */
  async create(answer: FixedAnswer): Promise<string | undefined> {
    const { client, sdk } = await this.#sdk();
    try {
      const { Rules = [] } = await call(this.#options, 'elasticloadbalancing:CreateRule', () =>
        client.send(
          new sdk.CreateRuleCommand({
            ListenerArn: answer.listener,
            Priority: answer.priority,
            Conditions: [...answer.conditions],
            Actions: [
              {
                Type: 'fixed-response',
                FixedResponseConfig: {
                  StatusCode: answer.status,
                  ContentType: answer.contentType,
                  MessageBody: answer.body,
                },
              },
            ],
            Tags: tagList(answer.tags),
          }),
        ),
      );
      return Rules[0]?.RuleArn;
    } catch (error) {
      if (isCode(error, 'PriorityInUse')) return undefined;
      throw error;
    }
  }

  async tag(arn: string, tags: Readonly<Record<string, string>>): Promise<void> {
    const { client, sdk } = await this.#sdk();
    await call(this.#options, 'elasticloadbalancing:AddTags', () =>
      client.send(new sdk.AddTagsCommand({ ResourceArns: [arn], Tags: tagList(tags) })),
    );
  }

  /** Gives rules of one listener new places, all in one step. */
  async place(priorities: ReadonlyMap<string, number>): Promise<void> {
    const { client, sdk } = await this.#sdk();
    await call(this.#options, 'elasticloadbalancing:SetRulePriorities', () =>
      client.send(
        new sdk.SetRulePrioritiesCommand({
          RulePriorities: [...priorities].map(([RuleArn, Priority]) => ({ RuleArn, Priority })),
        }),
      ),
    );
  }

  /** Deletes a rule; one that is gone already is fine. */
  async remove(arn: string): Promise<void> {
    const { client, sdk } = await this.#sdk();
    try {
      await call(this.#options, 'elasticloadbalancing:DeleteRule', () =>
        client.send(new sdk.DeleteRuleCommand({ RuleArn: arn })),
      );
    } catch (error) {
      if (!isCode(error, 'RuleNotFound')) throw error;
    }
  }
}

function ruleState({ RuleArn = '', Priority, Conditions = [], Actions = [] }: Rule): RuleState {
  const fixed = Actions.find(({ Type }) => Type === 'fixed-response')?.FixedResponseConfig;
  return {
    arn: RuleArn,
    priority: Priority === undefined || Priority === 'default' ? undefined : Number(Priority),
    conditions: Conditions.map(asGiven),
    targetGroups: Actions.flatMap(groupsOf),
    fixedStatus: fixed?.StatusCode,
  };
}

/** Answers repeat the values of some conditions in the older member, which a request may not. */
function asGiven(condition: RuleCondition): RuleCondition {
  const { Values, ...rest } = condition;
  const configured = Object.keys(rest).some((key) => key.endsWith('Config'));
  return configured || Values === undefined ? rest : condition;
}

function groupsOf({ Type, ForwardConfig, TargetGroupArn }: Action): string[] {
  if (Type !== 'forward') return [];
  const groups = ForwardConfig?.TargetGroups ?? [];
  const arns = groups.length > 0 ? groups.map((group) => group.TargetGroupArn) : [TargetGroupArn];
  return arns.filter((arn) => arn !== undefined);
}

function tagList(tags: Readonly<Record<string, string>>): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof AwsCallError && (error.code === code || error.code === `${code}Exception`);
}
