import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createAws } from '@cutover/aws/aws';
import { Commands } from '@cutover/docker/commands';
import { Docker } from '@cutover/docker/docker';
import { runPost, runStep, type Runnable, type RunnerParts } from '@cutover/github/run-step';
import type { World } from '@cutover/steps/world';
import { webIdentityOf } from './web-identity.ts';

/**
 * Starts one phase of one action.
 * @param template path of the CloudFormation template; beside the folder of the bundle unless told otherwise
 */
export async function start(
  name: string,
  phase: 'main' | 'post',
  template = join(dirname(process.argv[1] ?? '.'), '../template.yml'),
): Promise<void> {
  const step = await load(name);
  const makeWorld = (parts: RunnerParts, given: Readonly<Record<string, string>>): World => ({
    ...parts,
    aws: createAws(regionOf(given, process.env), webIdentityOf(given, parts)),
    docker: new Docker(),
    commands: new Commands(),
    bundledTemplate: () => readFile(template, 'utf8'),
  });
  await (phase === 'main' ? runStep(step, makeWorld) : runPost(step, makeWorld));
}

/** One import per action, so that a bundle loads only what the action needs. */
async function load(name: string): Promise<Runnable<World>> {
  switch (name) {
    case 'pipeline':
      return (await import('./pipeline/main.ts')).step;
    case 'build-push-ecr':
      return (await import('./build-push-ecr/main.ts')).step;
    case 'register-taskdef':
      return (await import('./register-taskdef/main.ts')).step;
    case 'run-migration-task':
      return (await import('./run-migration-task/main.ts')).step;
    case 'blue-green-codedeploy':
      return (await import('./blue-green-codedeploy/main.ts')).step;
    case 'verify-target-health':
      return (await import('./verify-target-health/main.ts')).step;
    case 'rollback':
      return (await import('./rollback/main.ts')).step;
    case 'preflight':
      return (await import('./preflight/main.ts')).step;
    case 'deploy-stack':
      return (await import('./deploy-stack/main.ts')).step;
    default:
      throw new Error(`There is no action ${name}.`);
  }
}

/** The input wins over what aws-actions/configure-aws-credentials exported. */
function regionOf(given: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): string | undefined {
  const candidates = [given['aws-region'], given['region'], env['AWS_REGION'], env['AWS_DEFAULT_REGION']];
  return candidates.map((one) => one?.trim()).find((one) => one !== undefined && one !== '');
}
