import { resourceTypes } from '../schema/resource-types.ts';
import { parseTemplate, validation } from './parse-template.ts';
import { checkReferences } from './references.ts';

export interface TemplateParameter {
  readonly Type: string;
  readonly Default?: string | number | boolean | null;
  readonly Description?: string;
  readonly NoEcho?: boolean | string;
  readonly AllowedValues?: readonly unknown[];
  readonly AllowedPattern?: string;
  readonly ConstraintDescription?: string;
  readonly MinLength?: number | string;
  readonly MaxLength?: number | string;
  readonly MinValue?: number | string;
  readonly MaxValue?: number | string;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: unknown;
}

export interface TemplateOutput {
  readonly Value: unknown;
  readonly Description?: string;
  readonly Condition?: string;
  readonly Export?: { readonly Name: unknown };
}

export interface TemplateRule {
  readonly RuleCondition?: unknown;
  readonly Assertions: readonly { readonly Assert: unknown; readonly AssertDescription?: string }[];
}

export interface Template {
  readonly body: string;
  readonly Description?: string;
  readonly Metadata?: unknown;
  readonly Transform?: unknown;
  readonly Parameters: Readonly<Record<string, TemplateParameter>>;
  readonly Rules: Readonly<Record<string, TemplateRule>>;
  readonly Mappings: Readonly<Record<string, unknown>>;
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs: Readonly<Record<string, TemplateOutput>>;
}

const SECTIONS = [
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
  'Transform',
];
const RESOURCE_MEMBERS = [
  'Condition',
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'Properties',
  'Type',
  'UpdatePolicy',
  'UpdateReplacePolicy',
];
const POLICIES = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];
const MAX_RESOURCES = 500;
const MAX_PARAMETERS = 200;
const MAX_OUTPUTS = 200;

/** Reads a template and checks what needs no parameter values. @throws ValidationError */
export function readTemplate(body: string): Template {
  const root = parseTemplate(body);
  const unknown = Object.keys(root).filter((key) => !SECTIONS.includes(key));
  if (unknown.length > 0) {
    throw validation(`Invalid template property or properties [${unknown.join(', ')}]`);
  }
  if (root['Transform'] !== undefined) {
    throw validation('Template error: the simulator runs no transforms and macros, remove Transform');
  }
  const template = {
    Parameters: section(root, 'Parameters'),
    Rules: section(root, 'Rules'),
    Mappings: section(root, 'Mappings'),
    Conditions: section(root, 'Conditions'),
    Resources: section(root, 'Resources'),
    Outputs: section(root, 'Outputs'),
    ...(typeof root['Description'] === 'string' ? { Description: root['Description'] } : {}),
    ...(root['Metadata'] === undefined ? {} : { Metadata: root['Metadata'] }),
    body,
  } as unknown as Template;
  limit('parameters', Object.keys(template.Parameters).length, MAX_PARAMETERS);
  limit('outputs', Object.keys(template.Outputs).length, MAX_OUTPUTS);
  limit('resources', Object.keys(template.Resources).length, MAX_RESOURCES);
  checkResources(template);
  for (const [name, { Type: type }] of Object.entries(template.Parameters)) {
    if (typeof type !== 'string') {
      throw validation(
        `Template format error: Every Parameters object must contain a Type member. (${name})`,
      );
    }
  }
  for (const [name, output] of Object.entries(template.Outputs)) {
    if (output.Value === undefined || output.Value === null) {
      throw validation(
        `Template format error: Output ${name} is malformed. The Value field of every Outputs member must be specified`,
      );
    }
  }
  checkReferences(template);
  return template;
}

function section(root: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = root[name];
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw validation(`Template format error: ${name} must be an object`);
  }
  for (const [key, member] of Object.entries(value)) {
    if (name !== 'Conditions' && (typeof member !== 'object' || member === null || Array.isArray(member))) {
      throw validation(`Template format error: [/${name}/${key}] must be an object`);
    }
    const legal = name === 'Mappings' ? /^[A-Za-z0-9]{1,255}$/ : /^[A-Za-z0-9]{1,255}$/;
    if (!legal.test(key)) {
      throw validation(`Template format error: ${name} name '${key}' is non alphanumeric.`);
    }
  }
  return value as Record<string, unknown>;
}

function limit(what: string, count: number, most: number): void {
  if (count > most) {
    throw validation(
      `Template format error: Number of ${what}, ${count}, is greater than maximum allowed, ${most}`,
    );
  }
}

function checkResources({ Resources: resources }: Template): void {
  const entries = Object.entries(resources);
  if (entries.length === 0) {
    throw validation('Template format error: At least one Resources member must be defined.');
  }
  const unrecognized = new Set<string>();
  for (const [id, resource] of entries) {
    if (typeof resource.Type !== 'string') {
      throw validation(
        `Template format error: [/Resources/${id}] Every Resources object must contain a Type member.`,
      );
    }
    const unknown = Object.keys(resource).filter((key) => !RESOURCE_MEMBERS.includes(key));
    if (unknown.length > 0) {
      throw validation(`Invalid template resource property '${unknown.join("', '")}'`);
    }
    if (!resourceTypes.has(resource.Type)) unrecognized.add(resource.Type);
    for (const policy of [resource.DeletionPolicy, resource.UpdateReplacePolicy]) {
      if (policy !== undefined && !POLICIES.includes(policy)) {
        throw validation(`Template format error: Unrecognized DeletionPolicy ${policy} for resource ${id}`);
      }
    }
  }
  if (unrecognized.size > 0) {
    throw validation(`Template format error: Unrecognized resource types: [${[...unrecognized].join(', ')}]`);
  }
}
