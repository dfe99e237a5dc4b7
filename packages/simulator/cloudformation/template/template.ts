import { isCustom, typeOf, whyOutOfReach } from '../schema/type-of.ts';
import { parseTemplate, validation } from './parse-template.ts';
import { checkReferences } from './references.ts';
import type { Template } from './shape.ts';

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
    throw validation('The simulator runs no transforms and macros: remove Transform.');
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
    const why = whyOutOfReach(resource.Type);
    if (why !== undefined) throw validation(why);
    if (typeOf(resource.Type) === undefined) unrecognized.add(resource.Type);
    if (isCustom(resource.Type) && resource.Properties?.['ServiceToken'] === undefined)
      throw validation(`The simulator found no ServiceToken in the properties of the custom resource ${id}.`);
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
