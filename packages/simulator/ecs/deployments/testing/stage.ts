import {
  ContinueServiceDeploymentCommand,
  type CreateServiceCommandInput,
  CreateServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  type Service,
  type ServiceDeployment,
  type ServiceRevision,
  UpdateServiceCommand,
  type UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DescribeRulesCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  ModifyRuleCommand,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { TestAccount, until } from '../../test-account.ts';

const SERVER = `
  const server = require('node:http').createServer((request, response) => {
    response.statusCode = Number(process.env.STATUS ?? 200);
    response.end(process.env.SAYS ?? 'ok');
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => process.exit(0));`;

/** Image that serves, one that ends at once, and one that runs without a port. */
const IMAGES = {
  web: SERVER,
  crash: 'process.exit(9)',
  worker: "setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(0));",
};

const TERMINAL = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];

/** ARNs of a load balancer with a production and a test rule, and two target groups: the first serves production. */
export interface Balanced {
  readonly a: string;
  readonly b: string;
  readonly production: string;
  readonly test: string;
}

/** A simulated account for tests of service deployments. */
export class Stage {
  readonly account: TestAccount;
  readonly elb: ElasticLoadBalancingV2Client;
  #port: number;

  private constructor(account: TestAccount, port: number) {
    this.account = account;
    this.#port = port;
    this.elb = new ElasticLoadBalancingV2Client({
      endpoint: account.running.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  }

  /** @param port first port that listeners may take; each test file has its own range */
  static async open(port: number): Promise<Stage> {
    return new Stage(await TestAccount.open(IMAGES), port);
  }

  async close(): Promise<void> {
    this.elb.destroy();
    await this.account.close();
  }

  async web(environment: Record<string, string> = {}): Promise<string> {
    return await this.account.register('test/web', {
      portMappings: [{ containerPort: 8080 }],
      environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
    });
  }

  async balanced(name: string): Promise<Balanced> {
    const { LoadBalancers } = await this.elb.send(
      new CreateLoadBalancerCommand({ Name: name, Subnets: ['subnet-1', 'subnet-2'] }),
    );
    const balancer = LoadBalancers?.[0]?.LoadBalancerArn ?? '';
    const [a, b] = [await this.group(`${name}-a`), await this.group(`${name}-b`)];
    return {
      a,
      b,
      production: await this.#rule(balancer, a, [a, b]),
      test: await this.#rule(balancer, a, [a, b]),
    };
  }

  async group(name: string): Promise<string> {
    const { TargetGroups } = await this.elb.send(
      new CreateTargetGroupCommand({
        Name: name,
        Protocol: 'HTTP',
        Port: 80,
        VpcId: 'vpc-1',
        TargetType: 'ip',
        HealthCheckIntervalSeconds: 10,
        HealthCheckTimeoutSeconds: 5,
        HealthyThresholdCount: 2,
        UnhealthyThresholdCount: 2,
      }),
    );
    const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    await this.elb.send(
      new ModifyTargetGroupAttributesCommand({
        TargetGroupArn,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '10' }],
      }),
    );
    return TargetGroupArn;
  }

  /** A listener of its own whose one rule forwards to both groups, everything to the first. */
  async #rule(balancer: string, idle: string, [first = '', second = '']: string[]): Promise<string> {
    this.#port += 1;
    const { Listeners } = await this.elb.send(
      new CreateListenerCommand({
        LoadBalancerArn: balancer,
        Protocol: 'HTTP',
        Port: this.#port,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: idle }],
      }),
    );
    const { Rules } = await this.elb.send(
      new CreateRuleCommand({
        ListenerArn: Listeners?.[0]?.ListenerArn ?? '',
        Priority: 1,
        Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['*'] } }],
        Actions: [forward({ [first]: 1, [second]: 0 })],
      }),
    );
    return Rules?.[0]?.RuleArn ?? '';
  }

  /** Weights of the rule by target group. */
  async weights(RuleArn: string): Promise<Record<string, number>> {
    const { Rules } = await this.elb.send(new DescribeRulesCommand({ RuleArns: [RuleArn] }));
    const groups = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
    return Object.fromEntries(groups.map(({ TargetGroupArn = '', Weight = 0 }) => [TargetGroupArn, Weight]));
  }

  async setWeights(RuleArn: string, weights: Record<string, number>): Promise<void> {
    await this.elb.send(new ModifyRuleCommand({ RuleArn, Actions: [forward(weights)] }));
  }

  async targets(TargetGroupArn: string): Promise<(string | undefined)[]> {
    const { TargetHealthDescriptions = [] } = await this.elb.send(
      new DescribeTargetHealthCommand({ TargetGroupArn }),
    );
    return TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth?.State);
  }

  async create(serviceName: string, input: Partial<CreateServiceCommandInput>): Promise<Service> {
    const { service } = await this.account.ecs.send(
      new CreateServiceCommand({
        cluster: 'test',
        serviceName,
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        ...input,
      }),
    );
    return service ?? {};
  }

  async update(service: string, input: Partial<UpdateServiceCommandInput>): Promise<Service> {
    const answer = await this.account.ecs.send(
      new UpdateServiceCommand({ cluster: 'test', service, ...input }),
    );
    return answer.service ?? {};
  }

  /** ARNs of the service's deployments, newest first. */
  async list(service: string): Promise<string[]> {
    const { serviceDeployments = [] } = await this.account.ecs.send(
      new ListServiceDeploymentsCommand({ cluster: 'test', service }),
    );
    return serviceDeployments.map(({ serviceDeploymentArn = '' }) => serviceDeploymentArn);
  }

  async describe(arn: string): Promise<ServiceDeployment> {
    const { serviceDeployments: [found] = [] } = await this.account.ecs.send(
      new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }),
    );
    if (found === undefined) throw new Error(`no service deployment ${arn}`);
    return found;
  }

  async revision(arn: string | undefined): Promise<ServiceRevision> {
    const { serviceRevisions: [found] = [] } = await this.account.ecs.send(
      new DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn ?? ''] }),
    );
    if (found === undefined) throw new Error(`no service revision ${arn ?? ''}`);
    return found;
  }

  /** The deployment that the answer of Create- or UpdateService began, once it is recorded. */
  async begun(service: Service): Promise<string> {
    const id = service.deployments?.find(({ status }) => status === 'PRIMARY')?.id ?? '';
    const number = id.slice(id.lastIndexOf('/') + 1);
    return await until(
      async () => {
        const { serviceDeployments = [] } = await this.account.ecs.send(
          new ListServiceDeploymentsCommand({ cluster: 'test', service: service.serviceName ?? '' }),
        );
        const ours = serviceDeployments.find(({ targetServiceRevisionArn }) =>
          targetServiceRevisionArn?.endsWith(`/${number}`),
        );
        return ours?.serviceDeploymentArn ?? '';
      },
      (arn) => arn !== '',
    );
  }

  async when(arn: string, wanted: (deployment: ServiceDeployment) => boolean): Promise<ServiceDeployment> {
    return await until(async () => this.describe(arn), wanted);
  }

  async ended(arn: string): Promise<ServiceDeployment> {
    return await this.when(arn, ({ status = '' }) => TERMINAL.includes(status));
  }

  /** The deployment with a PAUSE hook that waits; gives back the hook's id. */
  async paused(arn: string, but: readonly string[] = []): Promise<string> {
    const waiting = ({ lifecycleHookDetails = [] }: ServiceDeployment) =>
      lifecycleHookDetails.find(
        ({ status, hookId = '' }) => status === 'AWAITING_ACTION' && !but.includes(hookId),
      );
    const found = await this.when(arn, (deployment) => waiting(deployment) !== undefined);
    return waiting(found)?.hookId ?? '';
  }

  async answer(arn: string, hookId: string, action: 'CONTINUE' | 'ROLLBACK' = 'CONTINUE'): Promise<void> {
    await this.account.ecs.send(
      new ContinueServiceDeploymentCommand({ serviceDeploymentArn: arn, hookId, action }),
    );
  }

  async events(service: string): Promise<(string | undefined)[]> {
    return ((await this.account.service(service)).events ?? []).map(({ message }) => message);
  }
}

function forward(weights: Record<string, number>) {
  return {
    Type: 'forward' as const,
    ForwardConfig: {
      TargetGroups: Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
    },
  };
}
