import { ALB_TARGET_HEALTH } from './alb-target-health.ts';
import { APPLICATION_CONFIGURATION } from './application-configuration.ts';
import { APPLICATION_NETWORK } from './application-network.ts';
import { APPLICATION_START } from './application-start.ts';
import { BUILD_TOOLS } from './build-tools.ts';
import { CLOUDFORMATION } from './cloudformation.ts';
import { CODEDEPLOY } from './codedeploy.ts';
import { CREDENTIALS } from './credentials.ts';
import { DATABASE_MIGRATION } from './database-migration.ts';
import { DATABASE } from './database.ts';
import { ECS_API_MORE } from './ecs-api-more.ts';
import { ECS_API } from './ecs-api.ts';
import { ECS_DEPLOYMENTS } from './ecs-deployments.ts';
import { ECS_SERVICE_EVENTS } from './ecs-service-events.ts';
import { IMAGE_BUILD_PUSH } from './image-build-push.ts';
import { MIGRATION_TOOLS } from './migration-tools.ts';
import { TASK_IMAGE_PULL } from './task-image-pull.ts';
import { TASK_MORE } from './task-more.ts';
import { TASK_SECRETS_AND_INIT } from './task-secrets-and-init.ts';
import { TASK_START_AND_EXIT } from './task-start-and-exit.ts';
import { LOOKED_UP } from './looked-up.ts';
import type { Texts } from './text.ts';

/** The texts of all findings, by id. */
export const JAPANESE: Readonly<Record<string, Texts>> = {
  ...ALB_TARGET_HEALTH,
  ...APPLICATION_CONFIGURATION,
  ...APPLICATION_NETWORK,
  ...APPLICATION_START,
  ...BUILD_TOOLS,
  ...CLOUDFORMATION,
  ...CODEDEPLOY,
  ...CREDENTIALS,
  ...DATABASE_MIGRATION,
  ...DATABASE,
  ...ECS_API_MORE,
  ...ECS_API,
  ...ECS_DEPLOYMENTS,
  ...ECS_SERVICE_EVENTS,
  ...IMAGE_BUILD_PUSH,
  ...MIGRATION_TOOLS,
  ...TASK_IMAGE_PULL,
  ...TASK_MORE,
  ...TASK_SECRETS_AND_INIT,
  ...TASK_START_AND_EXIT,
  ...LOOKED_UP,
};
