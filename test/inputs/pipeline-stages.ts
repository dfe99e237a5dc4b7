import { inputs } from '@cutover/steps/pipeline/inputs';
import {
  buildInputs,
  chooseImage,
  deployInputs,
  migrateInputs,
  registerInputs,
  rollbackInputs,
  verifyInputs,
  type PipelineInputs,
} from '@cutover/steps/pipeline/request';
import { inOneLine } from './observe.ts';
import { inPlan } from './pure.ts';
import { shows, type Given, type InputProof, type InputProofs } from './proof.ts';

const REVISION = 'web:8';

/** Inputs of every stage of the pipeline, one a line. */
function stagesOf(given: PipelineInputs): string {
  const source = chooseImage(given);
  const stages = {
    build: source.kind === 'build' ? buildInputs(given) : {},
    register: registerInputs(given, source.kind === 'build' ? 'built:1' : undefined),
    migrate: migrateInputs(given, REVISION),
    deploy: deployInputs(given, REVISION),
    verify: verifyInputs(given, REVISION),
    rollback: rollbackInputs(given, REVISION),
  };
  return Object.entries(stages)
    .flatMap(([stage, asked]) =>
      Object.entries(asked).map(([name, value]) => `${stage}: ${name} = ${inOneLine(value)};`),
    )
    .join('\n');
}

type Stage = 'build' | 'register' | 'migrate' | 'deploy' | 'verify' | 'rollback';

const WEB = { service: 'web' };
const EVERY_DEPLOYMENT: readonly Stage[] = ['register', 'migrate', 'deploy', 'verify', 'rollback'];

/** The input arrives at the stages under its own name, or another one, with this value as JSON. */
function arrives(
  input: string,
  value: string,
  at: readonly Stage[],
  {
    as = input,
    beside = WEB,
    json = JSON.stringify(value),
  }: { as?: string; beside?: Given; json?: string } = {},
): InputProof {
  return shows(
    input,
    value,
    beside,
    at.map((stage) => `${stage}: ${as} = ${json};`),
  );
}

const json = (value: unknown): { readonly json: string } => ({ json: JSON.stringify(value) });
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const MIGRATION = { ...WEB, 'migration-command': 'migrate' };

export const stages: InputProofs = {
  action: 'pipeline',
  open: inPlan(inputs, stagesOf),
  proofs: [
    arrives('stack', 'shop', ['build', ...EVERY_DEPLOYMENT]),
    arrives('cluster', 'shop', EVERY_DEPLOYMENT),
    arrives('service', 'web', EVERY_DEPLOYMENT, { beside: { stack: 'shop' } }),
    arrives('repository', 'team/app', ['build']),
    arrives('context', 'app', ['build']),
    arrives('file', 'app/Dockerfile', ['build']),
    arrives('target', 'production', ['build']),
    arrives('build-args', 'A=1', ['build'], json({ A: '1' })),
    arrives('build-contexts', 'base=../base', ['build'], json({ base: '../base' })),
    arrives('secret-envs', 'token=TOKEN', ['build'], json({ token: 'TOKEN' })),
    arrives('secret-files', 'npmrc=.npmrc', ['build'], json({ npmrc: '.npmrc' })),
    arrives('docker-aws-credentials', 'true', ['build'], json(true)),
    arrives('cache', 'gha', ['build'], json({ kind: 'gha' })),
    arrives('platforms', 'linux/arm64', ['build'], json(['linux/arm64'])),
    arrives('tag', 'v9', ['build']),
    arrives('oci-layout', 'image', ['build']),
    arrives('if-exists', 'fail', ['build']),
    arrives('fail-on-severity', 'high', ['build']),
    arrives('scan-timeout-minutes', '9', ['build'], json(9)),
    arrives('image', 'team/app:v9', ['register']),
    arrives('digest', DIGEST, ['register'], { beside: { ...WEB, repository: 'team/app' } }),
    arrives('task-definition', 'task.json', ['register']),
    arrives('variables', 'A=1', ['register'], json({ A: '1' })),
    arrives('container-name', 'app', ['register'], json(['app'])),
    arrives('environment-variables', 'A=1', ['register'], json({ A: '1' })),
    arrives('env-files', 's3://bucket/app.env', ['register'], json(['s3://bucket/app.env'])),
    arrives('secrets', 'TOKEN=/shop/token', ['register'], json({ TOKEN: '/shop/token' })),
    arrives('keep-revisions', '9', ['register'], json(9)),
    arrives('preflight', 'warn', ['register'], { as: 'requirements' }),
    arrives('migration-command', 'migrate up', ['migrate'], { as: 'command', ...json(['migrate', 'up']) }),
    arrives('migration-commands', 'migrate\nseed', ['migrate'], {
      as: 'commands',
      ...json([['migrate'], ['seed']]),
    }),
    arrives('migration-timeout-minutes', '9', ['migrate'], { as: 'timeout-minutes', ...json(9) }),
    arrives('snapshot', 'shop', ['migrate'], { beside: MIGRATION }),
    arrives('snapshot-keep', '9', ['migrate'], { beside: MIGRATION, ...json(9) }),
    arrives('snapshot-timeout-minutes', '9', ['migrate'], json(9)),
    arrives('maintenance', 'true', ['migrate'], { beside: MIGRATION, ...json(true) }),
    arrives('maintenance-page', 'page.html', ['migrate'], { beside: MIGRATION }),
    arrives('retry-after-seconds', '9', ['migrate'], json(9)),
    arrives('job-key', 'eu', ['migrate']),
    arrives('codedeploy-appspec', 'appspec.yml', ['deploy']),
    arrives('codedeploy-deployment-config', 'CodeDeployDefault.ECSAllAtOnce', ['deploy']),
    arrives('auto-rollback-events', 'none', ['deploy'], json(['none'])),
    arrives('alarms', 'errors', ['deploy', 'verify'], json(['errors'])),
    arrives('ignore-alarms', 'true', ['deploy'], json(true)),
    arrives('ignore-alarms', 'true', ['verify'], {
      as: 'alarms',
      beside: { ...WEB, alarms: 'errors' },
      ...json([]),
    }),
    arrives('gate', 'http', ['deploy']),
    arrives('gate-url', 'https://test.example.com', ['deploy']),
    arrives('gate-path', '/ready', ['deploy']),
    arrives('gate-expect-status', '204', ['deploy'], json([[204, 204]])),
    arrives('gate-command', 'bash smoke-test.sh', ['deploy'], json(['bash', 'smoke-test.sh'])),
    arrives('gate-aws-credentials', 'true', ['deploy'], json(true)),
    arrives('gate-timeout-minutes', '9', ['deploy'], json(9)),
    arrives('wait-until', 'completed', ['deploy']),
    arrives('wait-for-minutes', '9', ['deploy'], json(9)),
    arrives('max-failed-tasks', '9', ['deploy'], json(9)),
    arrives('on-cancel', 'leave', ['deploy']),
    arrives('on-active-deployment', 'stop', ['deploy']),
    arrives('wait-for-active-minutes', '9', ['deploy'], json(9)),
    arrives('suspend-auto-scaling', 'true', ['deploy'], json(true)),
    arrives('allow-downgrade', 'true', ['deploy'], json(true)),
    arrives('github-token', 'ghs_token', ['deploy']),
    arrives('min-healthy', '9', ['verify'], json(9)),
    arrives('consecutive', '9', ['verify'], json(9)),
    arrives('verify-for-minutes', '9', ['verify'], { as: 'wait-for-minutes', ...json(9) }),
    arrives('url', 'https://shop.example.com', ['verify']),
    arrives('path', '/ready', ['verify']),
    arrives('host-header', 'shop.example.com', ['verify']),
    arrives('expect-status', '204', ['verify'], json([[204, 204]])),
    arrives('expect-body', 'ready', ['verify'], json({ shown: '"ready"' })),
    arrives('expect-header', 'x-version', ['verify'], json([{ name: 'x-version' }])),
    arrives('max-latency-ms', '900', ['verify'], json(900)),
    arrives('probe-count', '9', ['verify'], json(9)),
    arrives('probe-concurrency', '9', ['verify'], json(9)),
    arrives('poll-interval-seconds', '9', ['migrate', 'deploy', 'verify', 'rollback'], json(9)),
    arrives('dry-run', 'true', ['build', 'register', 'migrate', 'deploy'], json(true)),
  ],
};
