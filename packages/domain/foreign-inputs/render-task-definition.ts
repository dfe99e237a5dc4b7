import type { ForeignInput } from './foreign-input.ts';

const action = 'aws-actions/amazon-ecs-render-task-definition';

/** An input that renders a task definition, in an action that takes a registered one. */
const rendered = (name: string): ForeignInput => ({
  action,
  name,
  does: 'this action takes a revision that is registered already.',
  instead: 'Give it to actions/register-taskdef, and its output task-definition-arn to this action.',
});

/** Inputs of aws-actions/amazon-ecs-render-task-definition that one or the other of Cutover's actions does not have. */
export const RENDER_TASK_DEFINITION: readonly ForeignInput[] = [
  {
    action,
    name: 'task-definition-revision',
    does: 'a revision is named together with its family.',
    instead: 'Write task-definition-arn: FAMILY:REVISION.',
  },
  ...[
    'task-definition-arn',
    'task-definition-family',
    'container-name',
    'image',
    'environment-variables',
    'log-configuration-log-driver',
    'log-configuration-options',
    'docker-labels',
    'command',
    'task-role-arn',
    'execution-role-arn',
    'env-files',
    'secrets',
  ].map(rendered),
];
