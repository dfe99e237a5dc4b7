import type { CreateTaskSetRequest, TaskSet } from '@aws-sdk/client-ecs';
import { ApiError } from '../../kernel/api-error.ts';
import type { JsonService } from '../../kernel/service.ts';
import type { Simulator } from '../../kernel/simulator.ts';

/** A service whose task sets obey the test: no tasks, only what CodeDeploy asks for and sees. */
export class ScriptedEcs {
  /** Whether new task sets ever become steady. */
  steady = true;
  controller = 'CODE_DEPLOY';
  readonly taskSets: TaskSet[] = [];
  /** Every call that changed something, in order. */
  readonly changes: { operation: string; input: Record<string, unknown> }[] = [];
  readonly #sim: Simulator;
  #count = 0;

  constructor(sim: Simulator, blueGroupArn: string) {
    this.#sim = sim;
    this.taskSets.push({
      ...this.#taskSet({
        cluster: 'main',
        service: 'web',
        taskDefinition: sim.arn('ecs', 'task-definition/web:1'),
        loadBalancers: [{ targetGroupArn: blueGroupArn, containerName: 'app', containerPort: 80 }],
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
      }),
      status: 'PRIMARY',
      stabilityStatus: 'STEADY_STATE',
    });
  }

  get service(): JsonService {
    const record = (operation: string, input: object): void => {
      this.changes.push({ operation, input: { ...input } });
    };
    return {
      name: 'ecs',
      protocol: 'json',
      targetPrefix: 'AmazonEC2ContainerServiceV20141113',
      operations: {
        DescribeServices: ({ services }: { services: string[] }) =>
          services[0] === 'web'
            ? {
                services: [
                  {
                    serviceName: 'web',
                    status: 'ACTIVE',
                    deploymentController: { type: this.controller },
                    taskSets: this.taskSets,
                  },
                ],
                failures: [],
              }
            : { services: [], failures: [{ reason: 'MISSING' }] },
        CreateTaskSet: (input: CreateTaskSetRequest) => {
          record('CreateTaskSet', input);
          if (input.taskDefinition?.endsWith('/missing:1') === true) {
            throw new ApiError('ClientException', 'Unable to describe task definition.');
          }
          const taskSet = this.#taskSet(input);
          this.taskSets.push(taskSet);
          if (this.steady) {
            this.#sim.clock.after(60_000, () => {
              taskSet.stabilityStatus = 'STEADY_STATE';
            });
          }
          return { taskSet };
        },
        UpdateServicePrimaryTaskSet: (input: { primaryTaskSet: string }) => {
          record('UpdateServicePrimaryTaskSet', input);
          for (const one of this.taskSets)
            one.status = one.id === input.primaryTaskSet ? 'PRIMARY' : 'ACTIVE';
          return {};
        },
        DeleteTaskSet: (input: { taskSet: string }) => {
          record('DeleteTaskSet', input);
          const index = this.taskSets.findIndex((one) => one.id === input.taskSet);
          if (index < 0) throw new ApiError('TaskSetNotFoundException', 'TaskSet not found.');
          this.taskSets.splice(index, 1);
          return {};
        },
      },
    };
  }

  #taskSet(input: CreateTaskSetRequest): TaskSet {
    this.#count += 1;
    return {
      id: `ecs-svc/${9_223_370_000_000_000_000n + BigInt(this.#count)}`,
      externalId: input.externalId,
      status: 'ACTIVE',
      taskDefinition: input.taskDefinition,
      loadBalancers: input.loadBalancers,
      launchType: input.launchType,
      capacityProviderStrategy: input.capacityProviderStrategy,
      networkConfiguration: input.networkConfiguration,
      computedDesiredCount: 1,
      pendingCount: 0,
      runningCount: 1,
      stabilityStatus: 'STABILIZING',
    };
  }
}
