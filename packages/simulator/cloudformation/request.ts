import type { Parameter, Tag } from '@aws-sdk/client-cloudformation';
import { checkActive } from './deploy/resolve.ts';
import type { Definition, Stack } from './stack.ts';
import type { Stacks } from './stacks.ts';
import { requireCapability } from './template/capabilities.ts';
import { resolveParameters } from './template/parameters.ts';
import { validation } from './template/parse-template.ts';
import { parameterStore, storedValues } from './template/stored-parameters.ts';
import { activeResources, checkRules, NOTHING } from './template/scope.ts';
import type { Template } from './template/shape.ts';
import { readTemplate } from './template/template.ts';

const MAX_BODY_BYTES = 51_200;

/** A list that came over HTTP: an empty one is an empty string there. */
export function list<T>(value: readonly T[] | string | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

/** A boolean that came over HTTP is text. */
export function flag(value: boolean | string | undefined): boolean {
  return value === true || value === 'true';
}

export interface TemplateInput {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | string | undefined;
}

export interface DefinitionInput extends TemplateInput {
  readonly Parameters?: readonly Parameter[] | undefined;
  readonly Capabilities?: readonly string[] | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  readonly RoleARN?: string | undefined;
}

/** @throws ValidationError */
export function templateOf(input: TemplateInput, stack?: Stack): Template {
  const { TemplateBody: body, TemplateURL: url } = input;
  if (flag(input.UsePreviousTemplate)) {
    if (stack?.current === undefined) {
      throw validation('UsePreviousTemplate needs a stack that was created from a template');
    }
    return stack.current.template;
  }
  if (body !== undefined && url !== undefined) {
    throw validation('Only one of TemplateBody and TemplateURL can be specified');
  }
  if (url !== undefined) {
    throw validation(`TemplateURL ${url}: the simulator has no S3 to read templates from, send TemplateBody`);
  }
  if (body === undefined || body === '') {
    throw validation('Either Template URL or Template Body must be specified.');
  }
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) {
    throw validation(
      `1 validation error detected: Value '${body.slice(0, 200)}...' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${MAX_BODY_BYTES}`,
    );
  }
  return readTemplate(body);
}

/**
 * A create or update request, checked as far as it can be before anything runs.
 * @throws ValidationError, InsufficientCapabilitiesException
 */
export function definitionOf(
  stacks: Stacks,
  input: DefinitionInput,
  stack: { id: string; name: string },
  existing: Stack | undefined,
): Definition {
  const template = templateOf(input, existing);
  const capabilities = list(input.Capabilities);
  requireCapability(template, capabilities);
  const previous = existing?.current;
  const parameters = resolveParameters(template, list(input.Parameters), previous?.parameters);
  const definition: Definition = {
    template,
    parameters,
    values: storedValues(template, parameters, parameterStore(stacks.sim.secrets)),
    tags: input.Tags === undefined ? (previous?.tags ?? []) : list(input.Tags),
    capabilities,
    roleArn: input.RoleARN ?? previous?.roleArn,
  };
  const scope = stacks.scope(stacks.identity(stack), definition, NOTHING);
  checkRules(template, scope);
  const active = activeResources(template, scope);
  if (active.size === 0) {
    throw validation('Template format error: At least one Resources member must be defined.');
  }
  checkActive(active, definition, scope);
  return definition;
}
