import type { TaskDefinition } from '@aws-sdk/client-ecs';
import type { Listener, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Fault } from '@cutover/simulator/kernel/faults';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run } from './action.ts';

const ACCOUNT = '123456789012';
const PATIENCE_MS = 60_000;
const HOUR = 3_600_000;

/** One item of the output `items`. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly status: 'passed' | 'warned' | 'failed' | 'unknown' | 'skipped';
  readonly found: string;
  readonly fix?: string;
  readonly link?: string;
}

/** What a preflight of the account said. */
export interface Said {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly items: readonly Item[];
  readonly summary: string;
  readonly stdout: string;
  readonly of: (status: Item['status']) => readonly string[];
  readonly item: (id: string) => Item;
}

/**
 * A simulated account in which everything is right: service `sample` of cluster `sample`, and revision `sample:2`, which is
 * to be deployed, with secrets, a task role and an image of its own account.
 */
export class Account {
  readonly running: RunningSimulator;
  /** What the preflight is given; a row may change it. */
  /** Where the files lie that the inputs name. */
  workspace: string | undefined;
  inputs: Record<string, string> = {
    cluster: 'sample',
    service: 'sample',
    'task-definition-arn': 'sample:2',
  };
  env: Record<string, string>;

  private constructor(running: RunningSimulator) {
    this.running = running;
    this.env = {
      ...awsEnv(running.url),
      AWS_SESSION_TOKEN: 'token',
      AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + HOUR).toISOString(),
    };
  }

  static async open(): Promise<Account> {
    const running = await startSimulator({ timeScale: 20, sampleService: true });
    const account = new Account(running);
    try {
      await account.#complete();
      await account.#steady();
    } catch (error) {
      await running.close();
      throw error;
    }
    return account;
  }

  async close(): Promise<void> {
    await this.running.close();
  }

  async call<O extends object = Record<string, unknown>>(
    service: string,
    operation: string,
    input: object,
  ): Promise<O> {
    return await this.running.sim.call<O>(service, operation, input);
  }

  fault(fault: Fault): void {
    this.running.sim.faults.add(fault);
  }

  /** Changes what EC2 or IAM keeps of something; undefined takes it away. */
  put(type: string, id: string, properties: Readonly<Record<string, unknown>> | undefined): void {
    const { resources } = this.running.sim;
    if (properties === undefined) resources.delete(type, id);
    else resources.put(type, id, { ...resources.find(type, id)?.properties, ...properties });
  }

  async preflight(): Promise<Said> {
    this.running.sim.calls.length = 0;
    const result = await run('preflight', {
      inputs: this.inputs,
      env: this.env,
      ...(this.workspace === undefined ? {} : { workspace: this.workspace }),
    });
    const { exitCode, outputs, stdout, summary } = result;
    await result.dispose();
    const items = JSON.parse(outputs['items'] ?? '[]') as readonly Item[];
    return {
      exitCode,
      outputs,
      items,
      summary,
      stdout,
      of: (status) => items.filter((one) => one.status === status).map(({ id }) => id),
      item: (id) => {
        const found = items.find((one) => one.id === id);
        if (found === undefined) throw new Error(`there is no item ${id} in: ${stdout} ${result.stderr}`);
        return found;
      },
    };
  }

  /** ECS calls a task set steady a while after its tasks run. */
  async #steady(): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const { services = [] } = await this.call<{
        services?: { taskSets?: { status?: string; stabilityStatus?: string }[] }[];
      }>('ecs', 'DescribeServices', { cluster: 'sample', services: ['sample'] });
      const primary = services[0]?.taskSets?.find(({ status }) => status === 'PRIMARY');
      if (primary?.stabilityStatus === 'STEADY_STATE') return;
      if (Date.now() > end) throw new Error('the sample service never was steady');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The revision that is to be deployed, with changes. */
  async register(
    changes: Partial<TaskDefinition> = {},
    container: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    const { taskDefinition } = await this.call<{ taskDefinition: TaskDefinition }>(
      'ecs',
      'RegisterTaskDefinition',
      {
        family: 'sample',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: role('ecsTaskExecutionRole'),
        taskRoleArn: role('app'),
        containerDefinitions: [
          {
            name: 'app',
            image: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/sample:v1`,
            essential: true,
            portMappings: [{ containerPort: 8080 }],
            secrets: [
              { name: 'DATABASE_URL', valueFrom: `${secret('shop/db-AbCdEf')}:url::` },
              { name: 'TOKEN', valueFrom: '/shop/token' },
            ],
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': '/ecs/sample',
                'awslogs-region': 'us-east-1',
                'awslogs-stream-prefix': 'ecs',
              },
            },
            ...container,
          },
        ],
        ...changes,
      },
    );
    const arn = taskDefinition.taskDefinitionArn ?? '';
    this.inputs['task-definition-arn'] = arn;
    return arn;
  }

  async updateGroup(changes: object): Promise<void> {
    await this.call('codedeploy', 'UpdateDeploymentGroup', {
      applicationName: 'AppECS-sample-sample',
      currentDeploymentGroupName: 'DgpECS-sample-sample',
      ...changes,
    });
  }

  async targetGroup(name: string): Promise<string> {
    const { TargetGroups } = await this.call<{ TargetGroups: TargetGroup[] }>(
      'elasticloadbalancing',
      'DescribeTargetGroups',
      { Names: [name] },
    );
    return TargetGroups[0]?.TargetGroupArn ?? '';
  }

  async makeTargetGroup(Name: string, changes: object = {}): Promise<string> {
    const { TargetGroups } = await this.call<{ TargetGroups: TargetGroup[] }>(
      'elasticloadbalancing',
      'CreateTargetGroup',
      {
        Name,
        Protocol: 'HTTP',
        Port: 8080,
        VpcId: 'vpc-sample',
        TargetType: 'ip',
        HealthCheckPath: '/health',
        ...changes,
      },
    );
    return TargetGroups[0]?.TargetGroupArn ?? '';
  }

  /** The listener of a port of the sample's load balancer. */
  async listener(port: number): Promise<string> {
    const { LoadBalancers } = await this.call<{ LoadBalancers: { LoadBalancerArn: string }[] }>(
      'elasticloadbalancing',
      'DescribeLoadBalancers',
      { Names: ['sample'] },
    );
    const { Listeners } = await this.call<{ Listeners: Listener[] }>(
      'elasticloadbalancing',
      'DescribeListeners',
      { LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn },
    );
    return Listeners.find(({ Port }) => Port === port)?.ListenerArn ?? '';
  }

  async point(port: number, ...groups: readonly (readonly [arn: string, weight: number])[]): Promise<void> {
    await this.call('elasticloadbalancing', 'ModifyListener', {
      ListenerArn: await this.listener(port),
      DefaultActions: [
        {
          Type: 'forward',
          ForwardConfig: {
            TargetGroups: groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
          },
        },
      ],
    });
  }

  async makeRole(RoleName: string, service: string): Promise<void> {
    await this.call('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument: trust(service) });
  }

  async trust(RoleName: string, service: string): Promise<void> {
    await this.call('iam', 'UpdateAssumeRolePolicy', { RoleName, PolicyDocument: trust(service) });
  }

  /** The role may do nothing but this. */
  allowOnly(name: string, actions: readonly string[]): void {
    this.put('AWS::IAM::Role', name, {
      ManagedPolicyArns: [],
      Policies: [
        {
          PolicyName: 'only',
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] },
        },
      ],
    });
  }

  async #complete(): Promise<void> {
    this.running.sim.secrets.set(secret('shop/db-AbCdEf'), '{"url":"postgres://db"}');
    this.running.sim.secrets.set('/shop/token', 'token');
    await this.makeRole('app', 'ecs-tasks.amazonaws.com');
    await this.call('iam', 'PutRolePolicy', {
      RoleName: 'ecsTaskExecutionRole',
      PolicyName: 'secrets',
      PolicyDocument: JSON.stringify({
        Statement: [
          { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: secret('shop/*') },
          {
            Effect: 'Allow',
            Action: 'ssm:GetParameters',
            Resource: `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/shop/*`,
          },
        ],
      }),
    });
    await this.register();
    await this.call('cloudwatch', 'PutMetricAlarm', {
      AlarmName: 'web-5xx',
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 1,
      MetricName: 'HTTPCode_Target_5XX_Count',
      Namespace: 'AWS/ApplicationELB',
      Period: 60,
      Statistic: 'Sum',
      Threshold: 10,
    });
    await this.alarm('web-5xx', 'OK');
    await this.updateGroup({ alarmConfiguration: { enabled: true, alarms: [{ name: 'web-5xx' }] } });
  }

  async alarm(AlarmName: string, StateValue: 'OK' | 'ALARM'): Promise<void> {
    await this.call('cloudwatch', 'SetAlarmState', {
      AlarmName,
      StateValue,
      StateReason: 'as the test wants it',
    });
  }
}

export function role(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

export function secret(name: string, region = 'us-east-1'): string {
  return `arn:aws:secretsmanager:${region}:${ACCOUNT}:secret:${name}`;
}

function trust(service: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
}
