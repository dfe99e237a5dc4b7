import { NO_VALUE, evaluate, type Scope } from './evaluate.ts';
import { isList, itemsOf } from './parameters.ts';
import { validation } from './parse-template.ts';
import type { ParameterValues, Template, TemplateResource } from './shape.ts';

/** Values of a stack's pseudo parameters. */
export interface StackIdentity {
  readonly stackId: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly partition: string;
}

/** Values of resources that exist: `undefined` for those that don't yet. */
export interface ResourceValues {
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
}

/** Nothing exists yet. */
export const NOTHING: ResourceValues = { ref: () => undefined, attribute: () => undefined };

export function createScope(
  template: Template,
  parameters: ParameterValues,
  stack: StackIdentity,
  resources: ResourceValues,
  exported: (name: string) => unknown,
): Scope {
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': stack.account,
    'AWS::NoValue': NO_VALUE,
    'AWS::NotificationARNs': [],
    'AWS::Partition': stack.partition,
    'AWS::Region': stack.region,
    'AWS::StackId': stack.stackId,
    'AWS::StackName': stack.stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const conditions = new Map<string, boolean>();
  const pending = new Set<string>();
  const scope: Scope = {
    ref: (name) => {
      if (name in pseudo) return pseudo[name];
      const declared = template.Parameters[name];
      if (declared === undefined) return resources.ref(name);
      const value = parameters[name] ?? '';
      return isList(declared.Type) ? itemsOf(value) : value;
    },
    attribute: (name, attribute) => resources.attribute(name, attribute),
    condition: (name) => {
      let value = conditions.get(name);
      if (value === undefined) {
        if (pending.has(name)) throw validation(`Template error: condition ${name} depends on itself`);
        pending.add(name);
        value = evaluate(template.Conditions[name], scope) === true;
        conditions.set(name, value);
      }
      return value;
    },
    mapping: (map, first, second) => {
      const top = template.Mappings[map] as Record<string, Record<string, unknown>> | undefined;
      const value = top?.[first]?.[second];
      if (value === undefined) {
        throw validation(`Template error: Unable to get mapping for ${map}::${first}::${second}`);
      }
      return value;
    },
    zones: (region) => ['a', 'b', 'c'].map((zone) => `${region === '' ? stack.region : region}${zone}`),
    exported,
  };
  return scope;
}

/** The resources that the conditions leave in. */
export function activeResources(template: Template, scope: Scope): Map<string, TemplateResource> {
  return new Map(
    Object.entries(template.Resources).filter(
      ([, { Condition: condition }]) => condition === undefined || scope.condition(condition),
    ),
  );
}

/** @throws ValidationError with the description of the first assertion that doesn't hold (wording: assumption) */
export function checkRules(template: Template, scope: Scope): void {
  for (const [name, rule] of Object.entries(template.Rules)) {
    if (rule.RuleCondition !== undefined && evaluate(rule.RuleCondition, scope) !== true) continue;
    for (const { Assert: assert, AssertDescription: description } of rule.Assertions) {
      if (evaluate(assert, scope) === true) continue;
      throw validation(
        `Template error: Rule ${name} failed its assertion${description === undefined ? '' : `: ${description}`}`,
      );
    }
  }
}
