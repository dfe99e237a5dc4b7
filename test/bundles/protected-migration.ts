import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ActionResult, RunningAction } from '@cutover/runner/run-action';
import type { Fault } from '@cutover/simulator/kernel/faults';
import type { ImageSource } from '@cutover/simulator/kernel/images';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run, start } from './action.ts';
import { LiveService } from './live-service.ts';

const PATIENCE_MS = 60_000;

const PROGRAMS: Readonly<Record<string, string>> = {
  web: `require('node:http').createServer((request, response) => {
      response.end(process.env.REVISION ?? 'old');
    }).listen(Number(process.env.PORT));
    process.on('SIGTERM', () => process.exit(0));`,
  tool: `const [what] = process.argv.slice(2);
    console.log('doing ' + what);
    if (what === 'fail') process.exit(4);
    if (what === 'stay') setInterval(() => {}, 1000);`,
};

const images: ImageSource = {
  owns: (reference) => reference.startsWith('test/'),
  pull: async (reference, _architecture, directory) => {
    await mkdir(join(directory, 'app'), { recursive: true });
    await writeFile(join(directory, 'app', 'main.cjs'), PROGRAMS[reference.slice(5)] ?? '');
    return {
      digest: `sha256:${'ab'.repeat(32)}`,
      config: { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: [] },
    };
  },
};

export interface Snapshot {
  readonly DBSnapshotIdentifier?: string;
  readonly Status?: string;
  readonly TagList?: readonly { readonly Key: string; readonly Value: string }[];
}

/** First line of the page that users get in a maintenance window. */
export const MAINTAINED = '503 <!doctype html>';

/** An account in which `run-migration-task` runs `tool`, behind a database or in front of a service. */
export class ProtectedMigration {
  readonly simulator: RunningSimulator;
  readonly live: LiveService | undefined;
  /** The revision that migrates. */
  readonly arn: string;

  private constructor(simulator: RunningSimulator, live: LiveService | undefined, arn: string) {
    this.simulator = simulator;
    this.live = live;
    this.arn = arn;
  }

  /** @param withService service `web` serves behind a load balancer; else there is only a cluster, which is quicker */
  static async open(withService: boolean, timeScale = 100): Promise<ProtectedMigration> {
    const simulator = await startSimulator({ timeScale });
    simulator.sim.images = images;
    const live = withService ? await LiveService.open({ running: simulator }) : undefined;
    if (live === undefined) await simulator.sim.call('ecs', 'CreateCluster', { clusterName: 'shop' });
    const { taskDefinition } = await simulator.sim.call<{ taskDefinition: { taskDefinitionArn: string } }>(
      'ecs',
      'RegisterTaskDefinition',
      {
        family: 'web',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'app',
            image: 'test/tool',
            stopTimeout: 2,
            portMappings: [{ containerPort: 8080 }],
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': '/shop',
                'awslogs-region': 'us-east-1',
                'awslogs-stream-prefix': 'web',
                'awslogs-create-group': 'true',
              },
            },
          },
        ],
      },
    );
    const made = new ProtectedMigration(simulator, live, taskDefinition.taskDefinitionArn);
    if (live === undefined) made.database({ id: 'shop' });
    return made;
  }

  async close(): Promise<void> {
    await this.simulator.close();
  }

  #options(inputs: Record<string, string>, env: Record<string, string>) {
    return {
      inputs: {
        cluster: 'shop',
        ...(this.live === undefined ? { subnets: 'subnet-1' } : { service: 'web' }),
        'task-definition-arn': this.arn,
        'poll-interval-seconds': '0.1',
        command: 'migrate',
        ...inputs,
      },
      env: { ...awsEnv(this.simulator.url), ...env },
    };
  }

  async run(
    inputs: Record<string, string>,
    env: Record<string, string> = {},
    workspace?: string,
  ): Promise<ActionResult> {
    const options = this.#options(inputs, env);
    return await run('run-migration-task', workspace === undefined ? options : { ...options, workspace });
  }

  async start(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<RunningAction> {
    return await start('run-migration-task', this.#options(inputs, env));
  }

  fault(fault: Fault): void {
    this.simulator.sim.faults.add(fault);
  }

  calls(operation: string): readonly Record<string, unknown>[] {
    return this.simulator.sim.calls
      .filter((call) => call.operation === operation)
      .map(({ input }) => input as Record<string, unknown>);
  }

  /** Names of the calls that changed something, in order. */
  changes(): readonly string[] {
    return this.simulator.sim.calls
      .filter(({ operation, status }) => status === 200 && !/^(Describe|List|Get|BatchGet)/.test(operation))
      .map(({ operation }) => operation);
  }

  async until(look: () => Promise<boolean> | boolean): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await look())) {
      if (Date.now() > end) throw new Error(`never came true: ${look.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Until the task was started and is being followed. */
  async followed(): Promise<void> {
    await this.until(() => this.calls('RunTask').length > 0 && this.calls('GetLogEvents').length > 0);
  }

  /** Makes a database or sets its status. */
  database(body: Record<string, string>): void {
    void this.simulator.sim.service('rds').controls?.['POST /_simulator/databases']?.(body);
  }

  async snapshots(): Promise<readonly Snapshot[]> {
    const { DBSnapshots } = await this.simulator.sim.call<{ DBSnapshots: Snapshot[] }>(
      'rds',
      'DescribeDBSnapshots',
      {},
    );
    return DBSnapshots;
  }

  /** What a user gets: status and first line. */
  async page(path = '/', listener = this.live?.production): Promise<string> {
    const state = this.simulator.sim.service('elasticloadbalancing').snapshot?.() as {
      loadBalancers: { listeners: { arn: string; address: string }[] }[];
    };
    const found = state.loadBalancers
      .flatMap(({ listeners }) => listeners)
      .find(({ arn }) => arn === listener);
    const response = await fetch(`${found?.address ?? ''}${path}`);
    return `${response.status} ${(await response.text()).split('\n')[0] ?? ''}`;
  }

  /** Rules of the production listener. */
  async rules(): Promise<readonly Rule[]> {
    const { Rules } = await this.simulator.sim.call<{ Rules: Rule[] }>(
      'elasticloadbalancing',
      'DescribeRules',
      { ListenerArn: this.live?.production },
    );
    return Rules;
  }

  async addRule(priority: number, path: string, action: object): Promise<void> {
    await this.simulator.sim.call('elasticloadbalancing', 'CreateRule', {
      ListenerArn: this.live?.production,
      Priority: priority,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [path] } }],
      Actions: [action],
    });
  }
}
