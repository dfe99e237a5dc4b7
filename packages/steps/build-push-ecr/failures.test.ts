import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { IMAGE_BUILD_PUSH } from '@cutover/domain/diagnosis/failures/image-build-push';
import { CommandError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import { buildAndPush } from './build.ts';
import type { BuildRequest } from './build-request.ts';
import { testWorld } from '../testing/world.ts';

interface Sample {
  readonly id: string;
  readonly source: string;
  readonly text: string;
}

const AREA = new Set(IMAGE_BUILD_PUSH.map(({ id }) => id));
const samples = (
  JSON.parse(
    readFileSync(new URL('../../domain/diagnosis/samples.json', import.meta.url), 'utf8'),
  ) as readonly Sample[]
).filter(({ id, source }) => AREA.has(id) && /docker|build/i.test(source));

const BUILD: BuildRequest = {
  references: ['registry.example/team/app:v1'],
  context: '.',
  platforms: ['linux/amd64'],
  buildArgs: new Map(),
  secretArgs: [],
  buildContexts: new Map(),
  secrets: [],
  ssh: [],
  labels: new Map(),
  annotations: new Map(),
  fixedDate: false,
  cacheFrom: [],
  cacheTo: [],
  awsCredentials: false,
  noCache: false,
  pull: false,
  provenance: 'false',
  sbom: 'false',
  // With a builder of the user's none is made.
  builder: 'big',
};

/** A world in which docker says a text and fails. */
function saying(text: string): { readonly world: World; readonly forgotten: string[] } {
  const forgotten: string[] = [];
  const docker = {
    open: () => Promise.resolve(),
    login: () => Promise.resolve(),
    buildxVersion: () => Promise.resolve('v0.29.1'),
    run: () =>
      Promise.resolve({ exitCode: 1, tail: ['#1 [internal] load build definition', ...text.split('\n')] }),
    forget: (config: string) => {
      forgotten.push(config);
      return Promise.resolve();
    },
  };
  const world = {
    docker,
    files: {
      writeTemporary: () => Promise.resolve('/tmp/cutover-1/config.json'),
      resolve: (path: string) => path,
    },
    progress: { report: () => undefined },
    remember: () => undefined,
    signal: new AbortController().signal,
  };
  return { world: testWorld(world), forgotten };
}

test('the failures of builds and pushes are there', () => {
  expect(new Set(samples.map(({ id }) => id)).size).toBeGreaterThanOrEqual(21);
});

test.each(samples.map(({ id, text }) => [id, text]))('%s: %s', async (id, text) => {
  const { world, forgotten } = saying(text);
  const login = { username: 'AWS', password: 'pass', host: 'registry.example' };
  const error = await buildAndPush(BUILD, { values: {}, hidden: [] }, [login], world).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CommandError);
  const { findings } = error as CommandError;
  expect(findings.map((finding) => finding.id)).toContain(id);
  const known = diagnose([{ source: 'docker build', text }]).find((finding) => finding.id === id);
  expect(findings.find((finding) => finding.id === id)).toMatchObject({
    what: known?.what,
    fix: known?.fix,
  });
  // Whatever went wrong, no login stays.
  expect(forgotten).toEqual(['/tmp/cutover-1']);
});
