import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { deleteParameter } from './DeleteParameter.ts';
import { describeParameters } from './DescribeParameters.ts';
import { getParameter } from './GetParameter.ts';
import { parametersOf } from './parameters.ts';
import { putParameter } from './PutParameter.ts';

/** Systems Manager: Parameter Store, as far as tasks are given parameters. */
export function createSsm(sim: Simulator): JsonService {
  const bind =
    <I>(run: (sim: Simulator, input: I) => object): Operation =>
    (input: I) =>
      run(sim, input);
  return {
    name: 'ssm',
    protocol: 'json',
    targetPrefix: 'AmazonSSM',
    operations: {
      DeleteParameter: bind(deleteParameter),
      DescribeParameters: bind(describeParameters),
      GetParameter: bind(getParameter),
      PutParameter: bind(putParameter),
    },
    snapshot: () => ({ parameters: parametersOf(sim).map(({ Name }) => Name) }),
  };
}
