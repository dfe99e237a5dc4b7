import { BUILD_PUSH_ACTION } from './build-push-action.ts';
import { CLOUDFORMATION_GITHUB_DEPLOY } from './cloudformation-github-deploy.ts';
import { CONFIGURE_AWS_CREDENTIALS } from './configure-aws-credentials.ts';
import { DEPLOY_TASK_DEFINITION } from './deploy-task-definition.ts';
import type { ForeignInput } from './foreign-input.ts';
import { METADATA_ACTION } from './metadata-action.ts';
import { REGISTRY_LOGIN } from './registry-login.ts';
import { RUN_TASK } from './run-task.ts';
import { RENDER_TASK_DEFINITION } from './render-task-definition.ts';

const BUILD = [...BUILD_PUSH_ACTION, ...METADATA_ACTION, ...REGISTRY_LOGIN];
const DEPLOY = [...DEPLOY_TASK_DEFINITION, ...RENDER_TASK_DEFINITION];

/** The actions that each of Cutover's own replaces; credentials are everybody's. */
const REPLACED: Readonly<Record<string, readonly ForeignInput[]>> = {
  pipeline: [...BUILD, ...DEPLOY],
  'build-push-ecr': BUILD,
  'deploy-stack': CLOUDFORMATION_GITHUB_DEPLOY,
  'run-migration-task': [...RUN_TASK, ...DEPLOY],
};

/** Rows about other actions' inputs that apply to one of Cutover's actions; rows for that action alone come first. */
export function foreignInputs(action: string): readonly ForeignInput[] {
  const rows = [...(REPLACED[action] ?? DEPLOY), ...CONFIGURE_AWS_CREDENTIALS];
  return rows.filter((row) => row.in === undefined || row.in.includes(action));
}
