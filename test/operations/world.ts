import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { CodeDeploy } from '@aws-sdk/client-codedeploy';
import { EC2 } from '@aws-sdk/client-ec2';
import { ECR } from '@aws-sdk/client-ecr';
import { ECS } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { SSM } from '@aws-sdk/client-ssm';
import { STS } from '@aws-sdk/client-sts';
import { membersOf, type Observation } from './observation.ts';

/** Where a world's services may place tasks and load balancers. */
export interface Network {
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly securityGroup: string;
}

const PATIENCE_MS = 20_000;

/** One endpoint with real clients and what was seen of it. */
export class World {
  readonly network: Network;
  readonly sts: STS;
  readonly ecr: ECR;
  readonly ecs: ECS;
  readonly elbv2: ElasticLoadBalancingV2;
  readonly codedeploy: CodeDeploy;
  readonly logs: CloudWatchLogs;
  readonly cloudformation: CloudFormation;
  readonly cloudwatch: CloudWatch;
  readonly ec2: EC2;
  readonly ssm: SSM;
  readonly #endpoint: string;
  readonly #observations: Observation[] = [];
  #service = '';

  constructor(endpoint: string, network: Network) {
    const config = {
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIASIMULATOR', secretAccessKey: 'simulator' },
      maxAttempts: 1,
    };
    this.#endpoint = endpoint;
    this.network = network;
    this.sts = new STS(config);
    this.ecr = new ECR(config);
    this.ecs = new ECS(config);
    this.elbv2 = new ElasticLoadBalancingV2(config);
    this.codedeploy = new CodeDeploy(config);
    this.logs = new CloudWatchLogs(config);
    this.cloudformation = new CloudFormation(config);
    this.cloudwatch = new CloudWatch(config);
    this.ec2 = new EC2(config);
    this.ssm = new SSM(config);
  }

  /** All calls of a script that are named, in their order. */
  async play(service: string, script: (world: World) => Promise<void>): Promise<readonly Observation[]> {
    this.#observations.length = 0;
    this.#service = service;
    await script(this);
    return [...this.#observations];
  }

  /**
   * Makes a call and writes down what came of it: its output, or undefined when it was refused, so that a script goes on
   * where the worlds part. An answer that doesn't come from the service (a broken connection) ends the script.
   */
  async see<Output extends object>(
    operation: string,
    name: string,
    call: Promise<Output>,
  ): Promise<Output | undefined> {
    const base = { operation: `${this.#service}:${operation}`, name };
    try {
      const output = await call;
      this.#observations.push({ ...base, outcome: 'ok 200', members: membersOf(output) });
      return output;
    } catch (error) {
      const { $metadata: metadata, name: code } = error as Error & {
        $metadata?: { httpStatusCode?: number };
      };
      if (metadata?.httpStatusCode === undefined) throw error;
      // From 500 on there is no code of the service, only what its server says when it breaks.
      const outcome =
        metadata.httpStatusCode >= 500 ? 'internal error 500' : `${code} ${metadata.httpStatusCode}`;
      this.#observations.push({ ...base, outcome, members: [] });
      return undefined;
    }
  }

  /**
   * A call of EventBridge as its client sends it.
   * @throws Error whose name is the refusal's code
   */
  async events(operation: string, input: object): Promise<object> {
    const response = await fetch(this.#endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSEvents.${operation}`,
        authorization: credentialFor('events'),
      },
      body: JSON.stringify(input),
    });
    const text = await response.text();
    if (response.ok) return text === '' ? {} : (JSON.parse(text) as object);
    const { __type: code = '' } = refusalOf(text);
    throw Object.assign(new Error(`${operation}: HTTP ${response.status}`), {
      name: code.slice(code.lastIndexOf('#') + 1),
      $metadata: { httpStatusCode: response.status },
    });
  }

  close(): void {
    for (const client of [this.sts, this.ecr, this.ecs, this.elbv2, this.codedeploy, this.logs])
      client.destroy();
    for (const client of [this.cloudformation, this.cloudwatch, this.ec2, this.ssm]) client.destroy();
  }
}

/** A server that breaks down answers a page. */
function refusalOf(text: string): { readonly __type?: string } {
  try {
    return JSON.parse(text) as { __type?: string };
  } catch {
    return {};
  }
}

/** By its scope an endpoint of all services knows which is called. */
function credentialFor(service: string): string {
  return `AWS4-HMAC-SHA256 Credential=AKIASIMULATOR/20260101/us-east-1/${service}/aws4_request`;
}

/** Asks until the answer is as wanted or asking fails. */
export async function until(asked: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (await asked().catch(() => true)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`still not so after ${PATIENCE_MS} ms: ${asked.toString()}`);
}

/** The network that moto's account has by default. */
export async function networkOfMoto(url: string): Promise<Network> {
  const ask = async (action: string): Promise<string> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: credentialFor('ec2'),
      },
      body: `Action=${action}&Version=2016-11-15`,
    });
    return await response.text();
  };
  const subnets = await ask('DescribeSubnets');
  const groups = await ask('DescribeSecurityGroups');
  return {
    vpc: /<vpcId>(.*?)<\/vpcId>/.exec(subnets)?.[1] ?? '',
    subnets: [...subnets.matchAll(/<subnetId>(.*?)<\/subnetId>/g)].map(([, id = '']) => id).slice(0, 2),
    securityGroup: /<groupId>(.*?)<\/groupId>/.exec(groups)?.[1] ?? '',
  };
}
