import { execFile } from 'node:child_process';

/** How a program ended and what it printed. */
export interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Environment in which an AWS client of any language reaches `endpoint` and nothing else. */
export function clientEnv(endpoint: string, home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    LANG: 'C.UTF-8',
    AWS_ENDPOINT_URL: endpoint,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIASIMULATOR',
    AWS_SECRET_ACCESS_KEY: 'simulator',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    // A waiter or a call that is answered with an error has to say so at once.
    AWS_MAX_ATTEMPTS: '1',
  };
}

/** Runs a program to its end, whatever that is; rejects when it can't be started. */
export async function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Printed> {
  return await new Promise((resolve, reject) => {
    execFile(program, args, { env, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
