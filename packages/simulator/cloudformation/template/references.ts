import { resourceTypes } from '../schema/resource-types.ts';
import { validation } from './parse-template.ts';
import type { Template, TemplateResource } from './shape.ts';

export const PSEUDO_PARAMETERS = [
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
];

/** Properties that `Fn::GetAtt` gives although the schema doesn't list them as attributes. */
const READABLE_PROPERTIES = new Map([
  ['AWS::EC2::SecurityGroup', ['VpcId']],
  ['AWS::EC2::Subnet', ['AvailabilityZone', 'CidrBlock', 'VpcId']],
  ['AWS::EC2::VPC', ['CidrBlock']],
  ['AWS::SNS::Topic', ['TopicName']],
  ['AWS::SQS::Queue', ['QueueName']],
]);

/** One use of another part of the template. */
export interface Use {
  readonly name: string;
  readonly kind: 'ref' | 'attribute' | 'condition';
  readonly attribute?: string;
}

export function isReadable(type: string, attribute: string): boolean {
  const known = resourceTypes.get(type);
  return (
    known === undefined ||
    known.attributes.some((one) => one === attribute || one.startsWith(`${attribute}.`)) ||
    (READABLE_PROPERTIES.get(type) ?? []).includes(attribute)
  );
}

/** Everything that a piece of a template refers to. */
export function usesOf(node: unknown, uses: Use[] = []): Use[] {
  if (Array.isArray(node)) {
    for (const item of node) usesOf(item, uses);
    return uses;
  }
  if (typeof node !== 'object' || node === null) return uses;
  const [[key, value] = ['', undefined], ...rest] = Object.entries(node);
  if (rest.length === 0) {
    if (key === 'Ref' && typeof value === 'string') {
      uses.push({ name: value, kind: 'ref' });
      return uses;
    }
    if (key === 'Condition' && typeof value === 'string') {
      uses.push({ name: value, kind: 'condition' });
      return uses;
    }
    if (key === 'Fn::GetAtt') {
      const [name, attribute] = getAtt(value);
      uses.push({ name, kind: 'attribute', ...(typeof attribute === 'string' ? { attribute } : {}) });
      return uses;
    }
    if (key === 'Fn::If' && Array.isArray(value)) {
      uses.push({ name: String(value[0]), kind: 'condition' });
      return usesOf(value.slice(1), uses);
    }
    if (key === 'Fn::Sub') {
      const [text, variables] = Array.isArray(value) ? (value as [unknown, object?]) : [value, undefined];
      usesOf(variables === undefined ? [] : Object.values(variables), uses);
      for (const name of variablesOf(String(text))) {
        if (variables !== undefined && name in variables) continue;
        const dot = name.indexOf('.');
        if (dot < 0) uses.push({ name, kind: 'ref' });
        else uses.push({ name: name.slice(0, dot), kind: 'attribute', attribute: name.slice(dot + 1) });
      }
      return uses;
    }
  }
  for (const item of Object.values(node)) usesOf(item, uses);
  return uses;
}

export function getAtt(value: unknown): [string, unknown] {
  if (Array.isArray(value)) return [String(value[0]), value.length > 2 ? value.slice(1).join('.') : value[1]];
  const text = String(value);
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}

/** `${Name}` of a Fn::Sub; `${!Name}` is literal. */
export function variablesOf(text: string): string[] {
  return [...text.matchAll(/\$\{(?!!)\s*([^}]+?)\s*\}/g)].map((match) => match[1] ?? '');
}

/** The resources that a resource needs first: by DependsOn and by reference. */
export function dependenciesOf(template: Template, resource: TemplateResource): Set<string> {
  const explicit = typeof resource.DependsOn === 'string' ? [resource.DependsOn] : (resource.DependsOn ?? []);
  const used = usesOf(resource.Properties ?? {})
    .filter(({ kind, name }) => kind !== 'condition' && template.Resources[name] !== undefined)
    .map(({ name }) => name);
  return new Set([...explicit, ...used]);
}

/** @throws ValidationError for names that nothing defines and for cycles */
export function checkReferences(template: Template): void {
  const { Resources, Parameters, Conditions, Outputs, Rules } = template;
  const unresolved = (uses: readonly Use[], withResources: boolean): string[] => [
    ...new Set(
      uses
        .filter(({ kind, name }) =>
          kind === 'ref'
            ? !PSEUDO_PARAMETERS.includes(name) &&
              Parameters[name] === undefined &&
              !(withResources && Resources[name] !== undefined)
            : kind === 'attribute' && !(withResources && Resources[name] !== undefined),
        )
        .map(({ name }) => name),
    ),
  ];
  const refuse = (names: readonly string[], block: string): void => {
    if (names.length > 0) {
      throw validation(
        `Template format error: Unresolved resource dependencies [${names.join(', ')}] in the ${block} block of the template`,
      );
    }
  };
  const conditionUses = usesOf(Object.values(Conditions));
  const [outside] = unresolved(conditionUses, false);
  if (outside !== undefined) {
    throw validation(
      `Template format error: Unresolved dependencies [${outside}]. Cannot reference resources in the Conditions block of the template`,
    );
  }
  refuse(unresolved(usesOf(Object.values(Rules)), false), 'Rules');

  const resourceUses = Object.values(Resources).flatMap((resource) => usesOf(resource.Properties ?? {}));
  const dependsOn = Object.values(Resources)
    .flatMap(({ DependsOn }) => (typeof DependsOn === 'string' ? [DependsOn] : (DependsOn ?? [])))
    .filter((name) => Resources[name] === undefined);
  refuse([...new Set([...unresolved(resourceUses, true), ...dependsOn])], 'Resources');
  const outputUses = usesOf(Object.values(Outputs).map(({ Value, Export }) => [Value, Export?.Name]));
  refuse(unresolved(outputUses, true), 'Outputs');

  for (const { name, kind } of [
    ...conditionUses,
    ...resourceUses,
    ...outputUses,
    ...conditionMembers(template),
  ]) {
    if (kind === 'condition' && Conditions[name] === undefined) {
      throw validation(`Template format error: Unresolved condition dependency ${name} in the template`);
    }
  }
  for (const { name, kind, attribute } of [...resourceUses, ...outputUses]) {
    const type = Resources[name]?.Type;
    if (
      kind === 'attribute' &&
      type !== undefined &&
      attribute !== undefined &&
      !isReadable(type, attribute)
    ) {
      throw validation(
        `Template error: resource ${name} does not support attribute type ${attribute} in Fn::GetAtt`,
      );
    }
  }
  checkCycles(template);
}

function conditionMembers({ Resources, Outputs }: Template): Use[] {
  return [...Object.values(Resources), ...Object.values(Outputs)].flatMap(({ Condition: name }) =>
    name === undefined ? [] : [{ name, kind: 'condition' as const }],
  );
}

/** Removes what depends on nothing until only cycles are left. */
function checkCycles(template: Template): void {
  const left = new Map(
    Object.entries(template.Resources).map(([id, resource]) => [id, dependenciesOf(template, resource)]),
  );
  for (let progress = true; progress;) {
    progress = false;
    for (const [id, needs] of left) {
      if ([...needs].some((need) => left.has(need))) continue;
      left.delete(id);
      progress = true;
    }
  }
  if (left.size === 0) return;
  // A resource that only leads into a cycle isn't part of it.
  for (let progress = true; progress;) {
    progress = false;
    for (const id of left.keys()) {
      if ([...left.values()].some((needs) => needs.has(id))) continue;
      left.delete(id);
      progress = true;
    }
  }
  throw validation(`Circular dependency between resources: [${[...left.keys()].join(', ')}]`);
}
