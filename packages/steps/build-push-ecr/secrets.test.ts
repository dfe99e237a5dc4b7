import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { assert, asyncProperty, stringMatching, tuple } from 'fast-check';
import { Docker } from '@cutover/docker/docker';
import { parseInputs } from '@cutover/domain/inputs/input';
import { inputs } from './inputs.ts';
import { run } from './run.ts';
import { testWorld } from '../testing/world.ts';

const DIGEST = `sha256:${'1'.padStart(64, '0')}`;

/** A docker that tells all it knows: its input, its environment, its arguments, files; on both outputs and as metadata. */
const TELLTALE = `#!/bin/sh
if [ "$1" = login ]; then cat; exit 0; fi
if [ "$2" = version ]; then echo v0.29.1; exit 0; fi
env; env >&2; cat secret-file
for argument in "$@"; do echo "$argument" >> argv; done
while [ $# -gt 0 ]; do [ "$1" = --metadata-file ] && file=$2; shift; done
{ printf '{"containerimage.digest":"${DIGEST}","environment":"'; env | tr -d '\\n"\\\\'; printf '"}'; } > "$file"
exit $EXIT_CODE
`;

let folder: string;
const path = process.env['PATH'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-telltale-'));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/docker'), TELLTALE);
  await chmod(join(folder, 'bin/docker'), 0o755);
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\n');
  process.env['PATH'] = [join(folder, 'bin'), path].join(delimiter);
});

afterAll(async () => {
  process.env['PATH'] = path;
  delete process.env['TELLTALE'];
  delete process.env['EXIT_CODE'];
  await rm(folder, { recursive: true, force: true });
});

/** Runs the step; everything that it tells anybody is in `told`, and what it wants hidden in `masked`. */
async function build(values: readonly string[], exitCode: number) {
  const [input = '', argument = '', variable = '', file = '', password = ''] = values;
  process.env['TELLTALE'] = variable;
  process.env['EXIT_CODE'] = String(exitCode);
  await writeFile(join(folder, 'secret-file'), file);
  await rm(join(folder, 'argv'), { force: true });
  const told: unknown[] = [];
  const masked: string[] = [];
  const repository = {
    name: 'team/app',
    arn: 'arn',
    uri: 'registry.example/team/app',
    registry: 'registry.example',
    account: '123456789012',
    mutability: 'MUTABLE',
    exclusions: [],
  };
  const manifest = { kind: 'index', mediaType: 'index', entries: [{ digest: DIGEST, attestation: false }] };
  let pushed = false;
  const images = {
    requireRepository: () => Promise.resolve(repository),
    find: () =>
      Promise.resolve(pushed ? { digest: DIGEST, mediaType: 'index', text: '{}', manifest } : undefined),
    platforms: () => Promise.resolve(['linux/amd64']),
    login: () => {
      pushed = true;
      return Promise.resolve({ username: 'AWS', password, host: 'registry.example' });
    },
  };
  const world = {
    aws: { region: 'us-east-1', images },
    docker: new Docker(),
    files: {
      resolve: (one: string) => join(folder, one),
      read: async (one: string) => await readFile(one.startsWith('/') ? one : join(folder, one), 'utf8'),
      writeTemporary: async (name: string, text: string) => {
        const directory = await mkdtemp(join(folder, 'config-'));
        await writeFile(join(directory, name), text);
        return join(directory, name);
      },
    },
    run: { commit: 'abc', runUrl: '' },
    signal: new AbortController().signal,
    progress: { report: (event: unknown) => told.push(event) },
    remember: (key: string, value: string) => told.push([key, value]),
    mask: (value: string) => masked.push(value),
  };
  const given = {
    repository: 'team/app',
    secrets: `input=${input}`,
    'secret-build-args': `ARGUMENT=${argument}`,
    'secret-envs': 'variable=TELLTALE',
    'secret-files': 'file=secret-file',
  };
  const outcome = await run(parseInputs(inputs, given), testWorld(world));
  told.push(outcome);
  const argv = await readFile(join(folder, 'argv'), 'utf8').catch(() => '');
  return { outcome, said: told.map((one) => JSON.stringify(one)).join('\n'), argv, masked };
}

test('whatever the secrets are and whatever Docker says, nobody else learns them', async () => {
  // Marked, so that no value stands anywhere by chance; quotes and backslashes are written anew by whoever quotes.
  const value = stringMatching(/^[!-~]{8,30}$/).map((text) => `§${text}§`);
  const five = tuple(value, value, value, value, value);
  await assert(
    asyncProperty(five, async (values) => {
      for (const exitCode of [0, 1]) {
        const { outcome, said, argv, masked } = await build(values, exitCode);
        expect(outcome.kind).toBe(exitCode === 0 ? 'succeeded' : 'failed');
        expect(said).toContain('***');
        const forms = values.flatMap((one) => [one, JSON.stringify(one).slice(1, -1)]);
        expect(forms.filter((one) => said.includes(one) || argv.includes(one))).toEqual([]);
        expect(values.filter((one) => !masked.includes(one))).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
