import type { ForeignInput } from './foreign-input.ts';

const action = 'aws-actions/amazon-ecs-deploy-task-definition';
const MIGRATION = ['run-migration-task'];
const REGISTER = ['register-taskdef'];

/** An input about the stand-alone task, in an action that runs none. */
const ofTask = (name: string): ForeignInput => ({
  action,
  name,
  does: 'a task outside of the service is run by an action of its own.',
  instead: 'Run actions/run-migration-task before this step; it has the same settings.',
});

/** An input about CodeDeploy, in an action that starts no deployment with it. */
const ofCodeDeploy = (name: string): ForeignInput => ({
  action,
  name,
  does: 'this action finds the deployment group by the service, or has no use for it.',
  instead: 'Give it to actions/blue-green-codedeploy or deploy-service.',
});

const ofService = (name: string, setting: string): ForeignInput => ({
  action,
  name,
  does: `${setting} is a setting of the service, which a deployment leaves as it is.`,
  instead: 'Change the service: aws ecs update-service, or its template.',
});

/** Inputs of aws-actions/amazon-ecs-deploy-task-definition that one or the other of Cutover's actions does not have. */
export const DEPLOY_TASK_DEFINITION: readonly ForeignInput[] = [
  {
    action,
    name: 'task-definition',
    does: 'this action takes a revision that is registered already.',
    instead: 'Register the file with actions/register-taskdef and give its output task-definition-arn.',
  },
  {
    action,
    name: 'service',
    does: 'this action has no use for a service.',
  },
  {
    action,
    name: 'cluster',
    does: 'this action has no use for a cluster.',
  },
  ofService('desired-count', 'the number of tasks'),
  {
    action,
    name: 'wait-for-service-stability',
    in: REGISTER,
    same: ['false'],
    does: 'this action registers a revision and deploys nothing.',
    instead: 'Deploy it with actions/blue-green-codedeploy or deploy-service, which wait.',
  },
  {
    action,
    name: 'wait-for-service-stability',
    same: ['true'],
    does: 'Cutover waits until it knows that the new revision serves: a job that ends before is green over a failed deployment.',
    instead: 'Choose what is awaited with wait-until, and for how long with wait-for-minutes.',
  },
  {
    action,
    name: 'wait-for-minutes',
    does: 'this action waits for no deployment.',
    instead:
      'In run-migration-task it is timeout-minutes, in the whole pipeline and the deployment wait-for-minutes.',
  },
  {
    action,
    name: 'wait-max-delay-seconds',
    same: 'any',
    does: 'Cutover looks every few seconds at any age of a wait; poll-interval-seconds changes that.',
  },
  ofCodeDeploy('codedeploy-appspec'),
  ofCodeDeploy('codedeploy-application'),
  ofCodeDeploy('codedeploy-deployment-group'),
  ofCodeDeploy('codedeploy-deployment-description'),
  ofCodeDeploy('codedeploy-deployment-config'),
  {
    action,
    name: 'force-new-deployment',
    same: ['false'],
    does: 'a revision that serves already is not deployed a second time.',
    instead:
      'Register a new revision (every image has a digest of its own), or run aws ecs update-service --force-new-deployment.',
  },
  ofService('service-managed-ebs-volume-name', 'the volume'),
  ofService('service-managed-ebs-volume', 'the volume'),
  {
    action,
    name: 'run-task',
    in: MIGRATION,
    same: ['true'],
    does: 'this action runs a task.',
  },
  {
    action,
    name: 'run-task',
    same: ['false'],
    does: 'this action runs no task outside of the service.',
    instead: 'Run actions/run-migration-task before this step.',
  },
  {
    action,
    name: 'wait-for-task-stopped',
    in: MIGRATION,
    same: ['true'],
    does: 'Cutover waits until the task has stopped: only then its exit code is known.',
    instead: 'Limit the wait with timeout-minutes.',
  },
  {
    action,
    name: 'wait-for-task-stopped',
    same: 'any',
    does: 'this action runs no task outside of the service.',
  },
  ...[
    'run-task-container-overrides',
    'run-task-security-groups',
    'run-task-subnets',
    'run-task-assign-public-ip',
    'run-task-capacity-provider-strategy',
    'run-task-launch-type',
    'run-task-started-by',
    'run-task-tags',
    'run-task-managed-ebs-volume-name',
    'run-task-managed-ebs-volume',
  ].map(ofTask),
  ofService('enable-ecs-managed-tags', 'the tagging of tasks'),
  ofService('propagate-tags', 'the tagging of tasks'),
  {
    action,
    name: 'keep-null-value-keys',
    does: 'Cutover registers what the file says: null means absent, and an empty text, list or object stays.',
  },
];
