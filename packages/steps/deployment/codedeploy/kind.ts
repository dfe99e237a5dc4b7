import type { EngineKind } from '../engine-kind.ts';
import { afterKill } from './after-kill.ts';
import { CodeDeployEngine } from './engine.ts';
import { findGroup } from './find-group.ts';
import { mayBeFrozen } from './frozen-service.ts';
import type { CodeDeployOptions } from './options.ts';
import { SHOWN } from './preflight/shown.ts';
import { OWN_RULES } from './rules.ts';
import { deploymentsOfStack, RESOURCE_TYPES } from './stack-deployments.ts';

/** Deployments of services with the deployment controller CODE_DEPLOY. */
export const codeDeploy: EngineKind = {
  name: 'CodeDeploy',
  controller: 'CODE_DEPLOY',
  rules: OWN_RULES,
  shown: SHOWN,
  find: async (world, environment, options: CodeDeployOptions) =>
    new CodeDeployEngine(world, environment, await findGroup(world.aws, environment, options), options),
  // Only preflight looks at all of it.
  checks: async (facts, options: CodeDeployOptions) => {
    const { checksOf } = await import('./preflight/checks.ts');
    return checksOf(facts, options);
  },
  freezes: mayBeFrozen,
  resourceTypes: RESOURCE_TYPES,
  deploymentsOfStack,
  afterKill,
};
