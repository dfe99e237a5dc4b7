import { ALB_TARGET_HEALTH } from './failures/alb-target-health.ts';
import { APPLICATION_CONFIGURATION } from './failures/application-configuration.ts';
import { APPLICATION_NETWORK } from './failures/application-network.ts';
import { APPLICATION_START } from './failures/application-start.ts';
import { BUILD_TOOLS } from './failures/build-tools.ts';
import { CLOUDFORMATION } from './failures/cloudformation.ts';
import { CODEDEPLOY } from './failures/codedeploy.ts';
import { CREDENTIALS } from './failures/credentials.ts';
import { DATABASE } from './failures/database.ts';
import { DATABASE_MIGRATION } from './failures/database-migration.ts';
import { ECS_API } from './failures/ecs-api.ts';
import { ECS_API_MORE } from './failures/ecs-api-more.ts';
import { ECS_DEPLOYMENTS } from './failures/ecs-deployments.ts';
import { TASK_MORE } from './failures/task-more.ts';
import { ECS_SERVICE_EVENTS } from './failures/ecs-service-events.ts';
import { IMAGE_BUILD_PUSH } from './failures/image-build-push.ts';
import { MIGRATION_TOOLS } from './failures/migration-tools.ts';
import { TASK_IMAGE_PULL } from './failures/task-image-pull.ts';
import { TASK_SECRETS_AND_INIT } from './failures/task-secrets-and-init.ts';
import { TASK_START_AND_EXIT } from './failures/task-start-and-exit.ts';
import type { Recogniser } from './recogniser.ts';

/** The known failures by area; each area is a section of docs/failures.md. */
export const AREAS: Readonly<Record<string, readonly Recogniser[]>> = {
  'alb-target-health': ALB_TARGET_HEALTH,
  cloudformation: CLOUDFORMATION,
  codedeploy: CODEDEPLOY,
  credentials: CREDENTIALS,
  'database-migration': DATABASE_MIGRATION,
  'ecs-api': [...ECS_API, ...ECS_API_MORE],
  'ecs-service-events': ECS_SERVICE_EVENTS,
  'image-build-push': IMAGE_BUILD_PUSH,
  'task-image-pull': TASK_IMAGE_PULL,
  'task-secrets-and-init': TASK_SECRETS_AND_INIT,
  'task-start-and-exit': [...TASK_START_AND_EXIT, ...TASK_MORE],
  'application-configuration': APPLICATION_CONFIGURATION,
  'application-network': APPLICATION_NETWORK,
  'application-start': APPLICATION_START,
  'build-tools': BUILD_TOOLS,
  database: DATABASE,
  'ecs-deployments': ECS_DEPLOYMENTS,
  'migration-tools': MIGRATION_TOOLS,
};

/** All known failures, in the order of AREAS. */
export const RECOGNISERS: readonly Recogniser[] = Object.values(AREAS).flat();
