import { ConfigurationError } from '@cutover/domain/errors';
import { foreignKind } from '@cutover/domain/foreign-file';
import { isJsonObject, textOf, type Json, type JsonObject } from '@cutover/domain/text/json';
import { readSourceText } from '@cutover/domain/text/source-text';
import { frozenServices } from '../deployment/engine-for.ts';
import { constraintsOf, type Constraints } from './constraints.ts';

export interface TemplateParameter extends Constraints {
  readonly name: string;
  readonly hasDefault: boolean;
  readonly noEcho: boolean;
}

/** Facts about a template that the step needs. */
export interface Template {
  readonly text: string;
  /** Its path, or words for it. */
  readonly file: string;
  readonly parameters: readonly TemplateParameter[];
  /** Engines that deploy ECS services which CloudFormation can't update then, by the services' logical ids. */
  readonly frozenServices: ReadonlyMap<string, string>;
  /** Types of its resources. */
  readonly types: ReadonlySet<string>;
  /** Names of the parameters that a property is made from, also through conditions. */
  parametersOf(resource: string, property: string): ReadonlySet<string>;
  /**
   * The family that an ECS service of the template names without a revision, with the template's `${...}`; undefined for a
   * service that names a revision, a resource or a parameter.
   */
  familyOf(resource: string): string | undefined;
  /** The DeletionPolicy of a resource, with CloudFormation's default where the template has none. */
  deletionPolicyOf(resource: string): string;
}

/**
 * CloudFormation reads a text that begins with `{` as JSON, without the comments and commas at the end that other readers
 * let pass.
 */
function requireJson(text: string, file: string): void {
  if (!text.trimStart().startsWith('{')) return;
  try {
    JSON.parse(text);
  } catch (error) {
    const [, position = String(text.trimEnd().length)] =
      /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    const before = text.slice(0, Number(position)).split('\n');
    throw new ConfigurationError({
      what: `Input template: CloudFormation takes only plain JSON in a template that begins with {, and this is none.`,
      fix: 'Remove the comment, the comma behind a last member or the word without quotes at this place.',
      place: { file, line: before.length, column: (before.at(-1) ?? '').length + 1 },
    });
  }
}

/**
 * A template that is no file of the user's: JSON is read without the places of its members, as nobody would mend them.
 * The bundled template takes a tenth of the time so.
 */
export function readMadeTemplate(text: string, file: string): Template {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return readTemplate(text, file);
  }
  return templateOf(value, text, file);
}

/** @throws ConfigurationError with line and column of syntax errors */
export function readTemplate(text: string, file: string): Template {
  const { value } = readSourceText(text, file, 'kept');
  requireJson(text, file);
  return templateOf(value, text, file);
}

function templateOf(value: Json, text: string, file: string): Template {
  if (!isJsonObject(value) || !isJsonObject(value['Resources'])) {
    const foreign = foreignKind(value);
    throw new ConfigurationError({
      what: `${file} is ${foreign === undefined || foreign.kind === 'template' ? 'no CloudFormation template: it has no Resources' : `${foreign.name}, not a CloudFormation template`}.`,
      fix: 'Give the path of a template, or leave template out for the bundled one.',
    });
  }
  const parameters = isJsonObject(value['Parameters']) ? value['Parameters'] : {};
  const resources = value['Resources'];
  return {
    text,
    file,
    parameters: Object.entries(parameters).map(([name, parameter]) => ({
      name,
      hasDefault: isJsonObject(parameter) && parameter['Default'] !== undefined,
      noEcho: isJsonObject(parameter) && textOf(parameter['NoEcho']) === 'true',
      ...(isJsonObject(parameter) ? constraintsOf(parameter) : { type: 'String' }),
    })),
    types: new Set(
      Object.values(resources).flatMap((one) =>
        isJsonObject(one) && typeof one['Type'] === 'string' ? [one['Type']] : [],
      ),
    ),
    parametersOf: (resource, property) => parametersIn(value, resource, property),
    familyOf: (resource) => {
      const declared = resources[resource];
      const properties = isJsonObject(declared) ? declared['Properties'] : undefined;
      const named = isJsonObject(properties) ? properties['TaskDefinition'] : undefined;
      const text = isJsonObject(named) ? named['Fn::Sub'] : named;
      if (typeof text !== 'string' || Object.hasOwn(resources, text) || Object.hasOwn(parameters, text))
        return undefined;
      return text.replaceAll('${AWS::', '').includes(':') ? undefined : text;
    },
    deletionPolicyOf: (resource) => {
      const declared = resources[resource];
      const policy = isJsonObject(declared) ? declared['DeletionPolicy'] : undefined;
      if (typeof policy === 'string') return policy;
      return isJsonObject(declared) && isSavedByDefault(declared) ? 'Snapshot' : 'Delete';
    },
    frozenServices: frozenServices(resources),
  };
}

/** RDS clusters, and instances that are in none, are saved in a snapshot unless the template says otherwise. */
function isSavedByDefault(resource: JsonObject): boolean {
  const properties = isJsonObject(resource['Properties']) ? resource['Properties'] : {};
  return (
    resource['Type'] === 'AWS::RDS::DBCluster' ||
    (resource['Type'] === 'AWS::RDS::DBInstance' && properties['DBClusterIdentifier'] === undefined)
  );
}

/**
 * Parameters behind a property. The reader drops the tag of a short form (`!Ref Name` reads as `Name`), so every text that
 * is the name of a parameter or a condition, or holds `${Name}`, counts as a use.
 */
function parametersIn(template: JsonObject, resource: string, property: string): ReadonlySet<string> {
  const section = (name: string): JsonObject => {
    const found = template[name];
    return isJsonObject(found) ? found : {};
  };
  const [parameters, conditions] = [section('Parameters'), section('Conditions')];
  const declared = section('Resources')[resource];
  const properties =
    isJsonObject(declared) && isJsonObject(declared['Properties']) ? declared['Properties'] : {};
  const found = new Set<string>();
  const followed = new Set<string>();
  const visit = (node: Json | undefined): void => {
    if (typeof node === 'string') {
      const names = [node, ...[...node.matchAll(/\$\{([A-Za-z0-9]+)\}/g)].map(([, name = '']) => name)];
      for (const name of names) {
        if (Object.hasOwn(parameters, name)) found.add(name);
        if (!Object.hasOwn(conditions, name) || followed.has(name)) continue;
        followed.add(name);
        visit(conditions[name]);
      }
    } else if (Array.isArray(node)) {
      for (const one of node as readonly Json[]) visit(one);
    } else if (isJsonObject(node)) {
      for (const one of Object.values(node)) visit(one);
    }
  };
  visit(properties[property]);
  return found;
}
