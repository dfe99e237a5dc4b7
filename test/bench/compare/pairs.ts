/** An action's inputs, for the measurement up to its first call. */
type Inputs = Readonly<Record<string, string>>;

/** One of our actions and those of others that do its job. */
export interface Pair {
  readonly ours: string;
  /** Repositories; several do together what ours does alone. */
  readonly peers: readonly string[];
  /** Inputs of ours up to its first call; undefined where a peer makes none. */
  readonly inputs?: Inputs;
}

export const RENDER = 'aws-actions/amazon-ecs-render-task-definition';
export const DEPLOY = 'aws-actions/amazon-ecs-deploy-task-definition';
export const LOGIN = 'aws-actions/amazon-ecr-login';
export const BUILD = 'docker/build-push-action';
export const STACK = 'aws-actions/aws-cloudformation-github-deploy';

/** What each peer is given so that it makes its first call. docker/build-push-action makes none. */
export const PEER_INPUTS: Readonly<Record<string, Inputs>> = {
  [RENDER]: { 'task-definition-family': 'web', 'container-name': 'app', image: 'web:1' },
  [DEPLOY]: { 'task-definition': 'task.json', cluster: 'shop', service: 'web' },
  [LOGIN]: {},
  [STACK]: { name: 'shop', template: 'template.yml' },
};

export const PAIRS: readonly Pair[] = [
  { ours: 'register-taskdef', peers: [RENDER], inputs: { 'task-definition-family': 'web', image: 'web:1' } },
  {
    ours: 'blue-green-codedeploy',
    peers: [DEPLOY],
    inputs: { 'task-definition-arn': 'web:2', cluster: 'shop', service: 'web' },
  },
  {
    ours: 'deploy-service',
    peers: [DEPLOY],
    inputs: { 'task-definition-arn': 'web:2', cluster: 'shop', service: 'web' },
  },
  {
    ours: 'build-push-ecr',
    peers: [LOGIN],
    inputs: { repository: 'web', digest: `sha256:${'ab'.repeat(32)}` },
  },
  { ours: 'build-push-ecr', peers: [BUILD] },
  { ours: 'deploy-stack', peers: [STACK], inputs: { name: 'shop' } },
  {
    ours: 'pipeline',
    peers: [LOGIN, BUILD, RENDER, DEPLOY],
  },
  {
    ours: 'pipeline',
    peers: [LOGIN, RENDER, DEPLOY],
    inputs: { cluster: 'shop', service: 'web', image: 'web:1' },
  },
];
