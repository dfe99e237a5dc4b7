import { parseArgs } from 'node:util';
import type { StartOptions } from './start.ts';

export const USAGE = `A simulated AWS account: ECS, CodeDeploy, ECR, load balancers, CloudWatch Logs, CloudFormation, STS.

Usage: npm run simulator -- [options]

  --port N          port to listen on; 0 takes a free one (default 4566)
  --host ADDRESS    address to listen on (default 127.0.0.1)
  --time-scale N    AWS time runs N times faster than the clock; 0 stands still until moved (default 1)
  --region NAME     region of the account (default us-east-1)
  --tasks KIND      what tasks run on: docker (an engine), process (this machine), auto (docker where it answers; default)
  --account ID      twelve digits (default 123456789012)
  --verbose         tell what goes wrong inside
  --help            this text

Point any AWS SDK or the AWS CLI at it with AWS_ENDPOINT_URL=http://127.0.0.1:4566 and any credentials.
`;

/** Reads the command line. @throws TypeError that tells the user what is wrong with which option. */
export function options(argv: readonly string[]): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '4566' },
      host: { type: 'string', default: '127.0.0.1' },
      'time-scale': { type: 'string', default: '1' },
      region: { type: 'string', default: 'us-east-1' },
      account: { type: 'string', default: '123456789012' },
      tasks: { type: 'string', default: 'auto' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new TypeError(`--port must be a number from 0 to 65535, not '${values.port}'`);
  const timeScale = Number(values['time-scale']);
  if (!/^\d+(\.\d+)?$/.test(values['time-scale']) || timeScale > 100_000)
    throw new TypeError(`--time-scale must be a number from 0 to 100000, not '${values['time-scale']}'`);
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(values.region))
    throw new TypeError(`--region must be an AWS region such as eu-west-1, not '${values.region}'`);
  if (!/^\d{12}$/.test(values.account))
    throw new TypeError(`--account must have twelve digits, not '${values.account}'`);
  const { tasks } = values;
  if (tasks !== 'auto' && tasks !== 'docker' && tasks !== 'process')
    throw new TypeError(`--tasks must be auto, docker or process, not '${tasks}'`);
  return {
    port,
    host: values.host,
    timeScale,
    region: values.region,
    account: values.account,
    tasks,
    ...(values.verbose ? { log: (line: string) => process.stderr.write(`${line}\n`) } : {}),
  };
}
