import { createAws } from '@cutover/aws/aws';
import type { Stack } from '@aws-sdk/client-cloudformation';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import type { ProgressEvent } from '@cutover/domain/progress';
import { ConfigurationError } from '@cutover/domain/errors';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { deployStack } from '@cutover/steps/deploy-stack/step';
import type { StackOutputs } from '@cutover/steps/deploy-stack/outcomes';
import { testWorld } from '@cutover/steps/testing/world';
import { readFile } from 'node:fs/promises';

/** How a run of deploy-stack inside this process ended. */
export interface StackRun {
  /** `refused` when an error of the configuration ended it. */
  readonly kind: Outcome['kind'] | 'refused';
  /** Fault and fix, or the problems of the refusal. */
  readonly said: string;
  readonly outputs: Partial<StackOutputs> & Readonly<Record<string, unknown>>;
  /** Rows of the summary's tables, cells joined by ` | `. */
  readonly rows: readonly string[];
  readonly notes: readonly string[];
  /** Causes that were diagnosed. */
  readonly causes: readonly string[];
}

/** Hooks of a run. */
export interface StackRunOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly onProgress?: (event: ProgressEvent) => void;
}

const TEMPLATES = new URL('../../packages/template/', import.meta.url);

/** An account of the simulator, and deploy-stack as a function on it: no process has to start. */
export class StackAccount {
  readonly #simulator: RunningSimulator;

  private constructor(simulator: RunningSimulator) {
    this.#simulator = simulator;
  }

  static async open(timeScale = 500): Promise<StackAccount> {
    const simulator = await startSimulator({ timeScale });
    const env = {
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: simulator.url,
    };
    Object.assign(process.env, env);
    return new StackAccount(simulator);
  }

  async close(): Promise<void> {
    await this.#simulator.close();
  }

  get url(): string {
    return this.#simulator.url;
  }

  get sim(): RunningSimulator['sim'] {
    return this.#simulator.sim;
  }

  /** Inputs of every call of an operation. */
  calls(operation: string): readonly Record<string, unknown>[] {
    return this.sim.calls
      .filter((call) => call.operation === operation)
      .map(({ input }) => input as Record<string, unknown>);
  }

  async stack(name = 'shop'): Promise<Stack | undefined> {
    const { Stacks = [] } = await this.sim.call<{ Stacks?: Stack[] }>('cloudformation', 'DescribeStacks', {});
    return Stacks.find(({ StackName }) => StackName === name);
  }

  /** Runs the action; the content of `template` is that of the file, but for the word of a bundled one. */
  async run(
    { template, ...inputs }: Readonly<Record<string, string>>,
    { files = {}, onProgress = () => undefined }: StackRunOptions = {},
  ): Promise<StackRun> {
    const notes: string[] = [];
    const { signal } = new AbortController();
    const clock = {
      now: () => Date.now(),
      random: () => Math.random(),
      sleep: async (ms: number) =>
        await new Promise<void>((resolve) => {
          setTimeout(resolve, Math.min(ms, 50));
        }),
    };
    const content = template === 'service' ? undefined : template;
    const all: Readonly<Record<string, string>> = {
      ...files,
      ...(content === undefined ? {} : { 'stack.yml': content }),
    };
    const world = testWorld({
      aws: createAws('us-east-1', { clock, signal, attempts: 2 }),
      clock,
      signal,
      files: {
        read: async (path: string) => {
          const text = all[path];
          if (text === undefined) throw new Error(`no file ${path}`);
          return await Promise.resolve(text);
        },
      },
      bundledTemplate: async (file: string) =>
        await readFile(new URL(file.replace('template.json', 'template.yml'), TEMPLATES), 'utf8'),
      run: { runId: '1', runAttempt: '1', repository: 'octo/shop' },
      mask: () => undefined,
      progress: {
        report: (event: ProgressEvent) => {
          if (event.type === 'note') notes.push(event.text);
          if (event.type === 'warning') notes.push(event.what);
          onProgress(event);
        },
      },
    });
    const given = {
      name: 'shop',
      'poll-interval-seconds': '0.05',
      ...(template === undefined ? {} : { template: content === undefined ? template : 'stack.yml' }),
      ...inputs,
    };
    try {
      const outcome = await deployStack.run(parseInputs(deployStack.inputs, given), world);
      const { what, kind, outputs, summary = [] } = outcome;
      return {
        kind,
        said: `${what}${'fix' in outcome ? ` Fix: ${outcome.fix}` : ''}`,
        outputs,
        rows: summary.flatMap((section) =>
          section.kind === 'table' ? section.rows.map((cells) => cells.join(' | ')) : [],
        ),
        notes,
        causes: 'findings' in outcome ? outcome.findings.map(({ what }) => what) : [],
      };
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return {
        kind: 'refused',
        said: `${error.message} Fix: ${error.fix}`,
        outputs: {},
        rows: [],
        notes,
        causes: [],
      };
    }
  }

  /** Creates the stack. @throws Error with what was said when that fails */
  async create(inputs: Readonly<Record<string, string>>): Promise<StackRun> {
    const created = await this.run(inputs);
    if (created.kind !== 'succeeded') throw new Error(created.said);
    return created;
  }

  /** Leaves production's listener as CodeDeploy does when a deployment has ended. */
  async serve(outputs: StackRun['outputs'], color: 'blue' | 'green' | 'both'): Promise<void> {
    const weight = (one: 'blue' | 'green'): number => (color === 'both' ? 50 : color === one ? 100 : 0);
    await this.sim.call('elasticloadbalancing', 'ModifyListener', {
      ListenerArn: outputs['ProductionListenerArn'],
      DefaultActions: [
        {
          Type: 'forward',
          ForwardConfig: {
            TargetGroups: [
              { TargetGroupArn: outputs['BlueTargetGroupArn'], Weight: weight('blue') },
              { TargetGroupArn: outputs['GreenTargetGroupArn'], Weight: weight('green') },
            ],
          },
        },
      ],
    });
  }

  /** Production's weights, blue first. */
  async weights(outputs: StackRun['outputs']): Promise<readonly (number | undefined)[]> {
    const { Listeners } = await this.sim.call<{
      Listeners: {
        DefaultActions: { ForwardConfig: { TargetGroups: { TargetGroupArn: string; Weight: number }[] } }[];
      }[];
    }>('elasticloadbalancing', 'DescribeListeners', { ListenerArns: [outputs['ProductionListenerArn']] });
    const groups = Listeners[0]?.DefaultActions[0]?.ForwardConfig.TargetGroups ?? [];
    return ['BlueTargetGroupArn', 'GreenTargetGroupArn'].map(
      (name) => groups.find(({ TargetGroupArn }) => TargetGroupArn === outputs[name])?.Weight,
    );
  }
}
