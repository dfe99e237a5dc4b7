import { parseArgs } from 'node:util';
import { readScenario } from './kernel/scenario.ts';
import type { StartOptions } from './start.ts';

export const USAGE = `A simulated AWS account: ECS, CodeDeploy, ECR, load balancers, CloudWatch Logs, CloudFormation, STS.

Usage: npm run simulator -- [options]

  --port N          port to listen on; 0 takes a free one (default 4566)
  --host ADDRESS    address to listen on (default 127.0.0.1)
  --time-scale N    AWS time runs N times faster than the clock; 0 stands still until moved (default 1)
  --region NAME     region of the account (default us-east-1)
  --tasks KIND      what tasks run on: docker (an engine), process (this machine), auto (docker where it answers; default)
  --account ID      twelve digits (default 123456789012)
  --scenario FILE   JSON with faults, secrets, timeScale, rateLimits, region, account, with; options win over it
  --with sample-service  start with a running service 'sample' in cluster 'sample'
  --rate-limits     throttle calls as AWS documents it
  --end-with-input  end when standard input ends, so as not to outlive the program that started it
  --verbose         tell what goes wrong inside
  -h, --help        this text

Point any AWS SDK or the AWS CLI at it with AWS_ENDPOINT_URL=http://127.0.0.1:4566 and any credentials.
`;

export interface CommandOptions extends StartOptions {
  /** The simulator ends once its standard input does: with the program that holds the other end, however that ends. */
  readonly endWithInput?: boolean;
}

/** Reads the command line. @throws TypeError that tells the user what is wrong with which option. */
export function options(argv: readonly string[]): CommandOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '4566' },
      host: { type: 'string', default: '127.0.0.1' },
      'time-scale': { type: 'string' },
      region: { type: 'string' },
      account: { type: 'string' },
      tasks: { type: 'string' },
      scenario: { type: 'string' },
      with: { type: 'string' },
      'rate-limits': { type: 'boolean' },
      'end-with-input': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new TypeError(`--port must be a number from 0 to 65535, not '${values.port}'`);
  const scenario = values.scenario === undefined ? {} : readScenario(values.scenario);
  const scale = values['time-scale'] ?? String(scenario.timeScale ?? 1);
  const timeScale = Number(scale);
  if (!/^\d+(\.\d+)?$/.test(scale) || timeScale > 100_000)
    throw new TypeError(`--time-scale must be a number from 0 to 100000, not '${scale}'`);
  const { region = scenario.region ?? 'us-east-1', account = scenario.account ?? '123456789012' } = values;
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new TypeError(`--region must be an AWS region such as eu-west-1, not '${region}'`);
  if (!/^\d{12}$/.test(account)) throw new TypeError(`--account must have twelve digits, not '${account}'`);
  const extra = values.with ?? scenario.with;
  if (extra !== undefined && extra !== 'sample-service')
    throw new TypeError(`--with must be sample-service, not '${extra}'`);
  // The sample's image holds nothing but its program, so that it needs this machine's node.
  const { tasks = extra === undefined ? 'auto' : 'process' } = values;
  if (tasks !== 'auto' && tasks !== 'docker' && tasks !== 'process')
    throw new TypeError(`--tasks must be auto, docker or process, not '${tasks}'`);
  if (extra !== undefined && tasks !== 'process')
    throw new TypeError(`--with sample-service needs --tasks process, not '${tasks}'`);
  const { faults, secrets } = scenario;
  return {
    port,
    host: values.host,
    timeScale,
    region,
    account,
    tasks,
    ...((values['rate-limits'] ?? scenario.rateLimits) === true ? { rateLimits: true } : {}),
    ...(faults === undefined ? {} : { faults }),
    ...(secrets === undefined ? {} : { secrets }),
    ...(extra === undefined ? {} : { sampleService: true }),
    ...(values['end-with-input'] ? { endWithInput: true } : {}),
    ...(values.verbose ? { log: (line: string) => process.stderr.write(`${line}\n`) } : {}),
  };
}
