import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { createSecret } from './CreateSecret.ts';
import { deleteSecret } from './DeleteSecret.ts';
import { describeSecret } from './DescribeSecret.ts';

/** Secrets Manager: the secrets that tasks are given, with what is known of them beside their values. */
export function createSecretsManager(sim: Simulator): JsonService {
  const bind =
    <I>(run: (sim: Simulator, input: I) => object): Operation =>
    (input: I) =>
      run(sim, input);
  return {
    name: 'secretsmanager',
    protocol: 'json',
    targetPrefix: 'secretsmanager',
    operations: {
      CreateSecret: bind(createSecret),
      DeleteSecret: bind(deleteSecret),
      DescribeSecret: bind(describeSecret),
    },
    snapshot: () => ({ secrets: [...sim.secrets.keys()].filter((key) => !key.includes(':ssm:')) }),
  };
}
