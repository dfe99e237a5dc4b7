import type { QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { changeSetOperations } from './change-set-operations.ts';
import { driftOperations } from './drift-operations.ts';
import { forgetNames } from './resources/recorded.ts';
import { resourceOperations } from './resource-operations.ts';
import { stackOperations } from './stack-operations.ts';
import { Stacks } from './stacks.ts';
import { templateOperations } from './template-operations.ts';

/** CloudFormation: stacks and change sets over the other simulated services. */
export function createCloudFormation(sim: Simulator): QueryService {
  const stacks = new Stacks(sim);
  forgetNames(sim);
  return {
    name: 'cloudformation',
    protocol: 'query',
    version: '2010-05-15',
    xmlNamespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    operations: {
      ...stackOperations(stacks),
      ...changeSetOperations(stacks),
      ...resourceOperations(stacks),
      ...driftOperations(stacks),
      ...templateOperations(stacks),
    },
    lookup: (_what, name) => stacks.find(name)?.id,
    snapshot: () =>
      stacks.all().map(({ name, status, resources }) => ({
        name,
        status,
        resources: Object.fromEntries([...resources.values()].map((one) => [one.logicalId, one.physicalId])),
      })),
  };
}
