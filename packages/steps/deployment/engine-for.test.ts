import { describe, expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { ALL_ENGINES, engineFor, requireService } from './engine-for.ts';

const service = (controller: string): ServiceState =>
  ({ name: 'web', cluster: 'shop', status: 'ACTIVE', controller }) as unknown as ServiceState;

function refusal(of: ServiceState | undefined): string {
  try {
    requireService(of, { cluster: 'shop', service: 'web' });
    return 'accepted';
  } catch (error) {
    return error instanceof ConfigurationError ? `${error.message}\n${error.fix}` : String(error);
  }
}

describe('the engine of a service', () => {
  test('is chosen by the deployment controller', () => {
    expect(engineFor(service('CODE_DEPLOY'))?.name).toBe('CodeDeploy');
    expect(engineFor(service('EXTERNAL'), ALL_ENGINES)).toBeUndefined();
    expect(engineFor(service('ECS'))).toBeUndefined();
    expect(engineFor(service('ECS'), ALL_ENGINES)?.name).toBe('ECS');
  });

  test.each<[string, ServiceState | undefined, string]>([
    ['CODE_DEPLOY', service('CODE_DEPLOY'), 'accepted'],
    ['no service', undefined, 'Cluster shop has no service web.'],
    ['another controller', service('ECS'), 'Service web has the ECS deployment controller'],
    ['the ECS controller, and what deploys instead', service('ECS'), 'actions/deploy-service'],
    [
      'the EXTERNAL controller, and what deploys instead',
      service('EXTERNAL'),
      'What manages its task sets (CreateTaskSet) has to deploy it.',
    ],
  ])('%s', (_, of, message) => {
    expect(refusal(of)).toContain(message);
  });
});
