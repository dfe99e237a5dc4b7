import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { CutoverError } from '@cutover/domain/errors';
import type { InputSchema } from '@cutover/domain/inputs/input';
import { parseLanguage } from '@cutover/domain/inputs/language';
import { lookedUp } from '@cutover/domain/diagnosis/looked-up';
import { configure } from '@cutover/github/configuration';
import { inLanguage } from '@cutover/github/in-language';
import type { WorkspaceFiles } from '@cutover/github/workspace-files';
import { rollback } from '@cutover/steps/rollback/step';
import { testClock } from '@cutover/steps/testing/world';
import { catalogue } from '../../actions/catalogue.ts';
import { accessOf } from '../../actions/connection.ts';
import { IdentityProvider } from '../bundles/identity-provider.ts';
import { inOneLine } from './observe.ts';
import { shows, type Given, type InputProofs, type Scene } from './proof.ts';

/** Stands for the name of an action: the same functions read these inputs for all of them. */
export const EVERY_ACTION = 'every action';

/** Inputs that every action has, for its connection, its configuration file and its language. */
export const SHARED: InputSchema = { ...configInputs, ...commonInputs };

const ROLE = { 'role-to-assume': 'arn:aws:iam::123456789012:role/deploy' };
const PROXY = { 'http-proxy': 'http://proxy.example:3128' };

/** The connection to AWS, with the claims of the identity token where the action asks GitHub for one. */
async function connection(given: Given): Promise<unknown> {
  const github = await IdentityProvider.open();
  try {
    Object.assign(process.env, github.env);
    const { signal } = new AbortController();
    const runner = { clock: testClock(), signal, mask: () => undefined };
    const { accounts, connection: how, identity } = accessOf(given, runner, github.env);
    const token = await identity?.token?.();
    const { attempts, proxy } = how;
    return { accounts, attempts, proxy, identity, claims: token?.split('.').map(decoded) };
  } finally {
    await github.close();
  }
}

function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString();
}

const FILES: Given = {
  'cutover.yml': `
service: web
environments:
  staging: { service: web-staging }
`,
  'other.yml': 'service: api\n',
};

/** The inputs of rollback, with those that a configuration file adds. */
async function configured(given: Given): Promise<unknown> {
  const files = {
    exists: async (path: string) => await Promise.resolve(path in FILES),
    read: async (path: string) => await Promise.resolve(FILES[path] ?? ''),
  } as unknown as WorkspaceFiles;
  return await configure(rollback, given, {
    files,
    catalogue: async () => await Promise.resolve(catalogue),
    note: () => undefined,
  });
}

const scene = (run: (given: Given) => Promise<unknown>) => async (): Promise<Scene> =>
  await Promise.resolve({
    observe: async (given) => {
      try {
        return inOneLine(await run(given));
      } catch (error) {
        if (!(error instanceof CutoverError)) throw error;
        return error.message;
      }
    },
  });

export const access: InputProofs = {
  action: EVERY_ACTION,
  open: scene(connection),
  proofs: [
    shows('role-to-assume', ROLE['role-to-assume'], {}, `"roleArn":"${ROLE['role-to-assume']}"`),
    shows('role-session-name', 'shop', ROLE, '"sessionName":"shop"'),
    shows('role-duration-seconds', '900', ROLE, '"durationSeconds":900'),
    shows('audience', 'shop', ROLE, '\\"aud\\":\\"shop\\"'),
    // The keys of the environment take the place of the identity token.
    shows('role-chaining', 'true', ROLE, /^(?!.*claims)/),
    shows('role-external-id', 'shop-42', ROLE, '"externalId":"shop-42"'),
    shows('allowed-account-ids', '123456789012', {}, '"accounts":["123456789012"]'),
    shows('retry-max-attempts', '9', {}, '"attempts":9'),
    shows('http-proxy', PROXY['http-proxy'], {}, '"HTTPS_PROXY":"http://proxy.example:3128'),
    shows('no-proxy', 'shop.example', PROXY, 'shop.example'),
  ],
};

export const file: InputProofs = {
  action: EVERY_ACTION,
  open: scene(configured),
  proofs: [
    shows('config', 'other.yml', {}, '"service":"api"'),
    shows('environment', 'staging', {}, '"service":"web-staging"'),
  ],
};

/** A failure whose cause is known, as it is published. */
async function published(given: Given): Promise<unknown> {
  const facts = { container: 'app', ports: '3000', port: '3000', asked: '8080' };
  const findings = [lookedUp('wrong-port', facts, { evidence: ['listening on 3000'] })];
  const outcome = {
    kind: 'failed',
    what: 'No target is healthy.',
    fix: 'See the cause.',
    findings,
    outputs: {},
  } as const;
  return await inLanguage(outcome, parseLanguage(given['language']));
}

export const language: InputProofs = {
  action: EVERY_ACTION,
  open: scene(published),
  proofs: [shows('language', 'ja', {}, 'コンテナ app はポート 3000 で待ち受けています')],
};
