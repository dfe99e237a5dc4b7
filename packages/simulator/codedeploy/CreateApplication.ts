import { randomUUID } from 'node:crypto';
import type { CreateApplicationInput, CreateApplicationOutput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

export function createApplication(
  state: CodeDeployState,
  input: CreateApplicationInput,
): CreateApplicationOutput {
  const name = checkedName('Application', input.applicationName);
  const computePlatform = input.computePlatform ?? 'Server';
  if (!['Server', 'Lambda', 'ECS'].includes(computePlatform)) {
    throw new ApiError(
      'InvalidComputePlatformException',
      `The compute platform '${computePlatform}' is invalid`,
    );
  }
  if (state.applications.has(name)) {
    throw new ApiError('ApplicationAlreadyExistsException', `Application already exists: ${name}`);
  }
  const id = randomUUID();
  state.applications.set(name, {
    id,
    name,
    computePlatform,
    createTime: state.sim.clock.date(),
    groups: new Map(),
    revisions: new Map(),
  });
  const tags = state.tagsOf(state.sim.arn('codedeploy', `application:${name}`));
  tags.clear();
  for (const { Key = '', Value = '' } of input.tags ?? []) tags.set(Key, Value);
  return { applicationId: id };
}
