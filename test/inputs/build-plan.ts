import { inputs } from '@cutover/steps/build-push-ecr/inputs';
import { planRequest } from '@cutover/steps/build-push-ecr/plan';
import { inPlan } from './pure.ts';
import { shows, type Given, type InputProof, type InputProofs } from './proof.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const APP = { repository: 'team/app' };
const LAYOUT = { ...APP, 'oci-layout': 'image' };

/** The plan has the member. */
const plans = (input: string, value: string, member: string, beside: Given = APP): InputProof =>
  shows(input, value, beside, member);

/** The plan of an image, and for an input that the plan holds against others, its refusal. */
export const plan: InputProofs = {
  action: 'build-push-ecr',
  open: inPlan(inputs, (given) => planRequest(given, COMMIT, undefined, (path) => `/workspace/${path}`)),
  proofs: [
    plans('repository', 'team/app', '"kind":"build"', {}),
    plans('tag', 'v1', '"tag":"v1"'),
    plans('tags', 'latest', '"otherTags":["latest"]'),
    plans('digest', DIGEST, `"kind":"stored","digest":"${DIGEST}"`),
    plans('if-exists', 'fail', '"ifExists":"fail"'),
    plans('oci-layout', 'image', '"path":"/workspace/image"'),
    plans('mount-from', 'team/base', '"mountFrom":["team/base"]', LAYOUT),
    plans('context', 'app', '"context":"app"'),
    plans('file', 'app/Dockerfile', '"file":"app/Dockerfile"'),
    plans('target', 'production', '"target":"production"'),
    plans('platforms', 'linux/arm64', '"platforms":["linux/arm64"]'),
    plans('build-args', 'A=1', '"buildArgs":{"A":"1"}'),
    plans('secret-build-args', 'A=some-secret', '"secretArgs":["A"]'),
    plans('build-contexts', 'base=../base', '"buildContexts":{"base":"../base"}'),
    plans('secrets', 'token=some-secret', '"secretValues":{"CUTOVER_BUILD_SECRET_0":"some-secret"}'),
    plans('secret-envs', 'token=TOKEN', '"secrets":[{"id":"token","variable":"TOKEN"}]'),
    plans('secret-files', 'npmrc=.npmrc', '"secrets":[{"id":"npmrc","path":"/workspace/.npmrc"}]'),
    plans('ssh', 'default', '"ssh":["default"]'),
    plans('labels', 'team=shop', '"labels":{"team":"shop"}'),
    plans('cache-from', 'type=gha', '"cacheFrom":["type=gha"]'),
    plans('cache-to', 'type=gha', '"cacheTo":["type=gha"]'),
    plans('no-cache', 'true', '"noCache":true'),
    plans('pull', 'true', '"pull":true'),
    plans('provenance', 'mode=max', '"provenance":"mode=max"'),
    plans('sbom', 'true', '"sbom":"true"'),
    plans('docker-aws-credentials', 'true', '"awsCredentials":true'),
    plans('builder', 'big', '"builder":"big"'),
    plans('network', 'host', '"network":"host"'),
    plans('protect', 'live-web', 'just pushed serves nobody yet'),
  ],
};
