import type { RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { withTags } from './tags.ts';
import { buildTaskDefinition } from './task-definition.ts';

/** Identical content makes a new revision too. @throws ApiError ClientException, InvalidParameterException */
export function registerTaskDefinition(
  ecs: Ecs,
  input: RegisterTaskDefinitionRequest,
): RegisterTaskDefinitionResponse {
  const revisions = ecs.families.get(input.family ?? '') ?? [];
  const tags = withTags([], input.tags);
  const definition = buildTaskDefinition(ecs, structuredClone(input), revisions.length + 1);
  revisions.push({ definition, tags });
  ecs.families.set(definition.family ?? '', revisions);
  return { taskDefinition: structuredClone(definition), tags };
}
