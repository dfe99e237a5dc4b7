import { dirname, join } from 'node:path';
import { runPost, runStep, type Runnable, type RunnerParts } from '@cutover/github/run-step';
import type { World } from '@cutover/steps/world';
import { worldOf } from './world.ts';

/**
 * Starts one phase of one action.
 * @param pathOf path of a bundled CloudFormation template; default is in the parent of the bundle's folder
 */
export async function start(
  name: string,
  phase: 'main' | 'post',
  pathOf = (file: string): string => join(dirname(process.argv[1] ?? '.'), '..', file),
): Promise<void> {
  const step = await load(name);
  const makeWorld = async (parts: RunnerParts, given: Readonly<Record<string, string>>): Promise<World> =>
    await worldOf(parts, given, pathOf);
  // Loaded only when there is a configuration file: it is checked against the inputs of all actions.
  const catalogue = async () => (await import('./catalogue.ts')).catalogue;
  await (phase === 'main' ? runStep(step, makeWorld, catalogue) : runPost(step, makeWorld));
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
    case 'deploy-service':
      return (await import('./deploy-service/main.ts')).step;
    case 'verify-target-health':
      return (await import('./verify-target-health/main.ts')).step;
    case 'rollback':
      return (await import('./rollback/main.ts')).step;
    case 'preflight':
      return (await import('./preflight/main.ts')).step;
    case 'deploy-stack':
      return (await import('./deploy-stack/main.ts')).step;
    case 'diagnose':
      return (await import('./diagnose/main.ts')).step;
    default:
      throw new Error(`There is no action ${name}.`);
  }
}
