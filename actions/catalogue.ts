import type { Catalogue } from '@cutover/domain/config/file';
import { inputs as blueGreenCodedeploy } from '@cutover/steps/blue-green-codedeploy/inputs';
import { inputs as buildPushEcr } from '@cutover/steps/build-push-ecr/inputs';
import { inputs as deployService } from '@cutover/steps/deploy-service/inputs';
import { inputs as deployStack } from '@cutover/steps/deploy-stack/inputs';
import { inputs as diagnose } from '@cutover/steps/diagnose/inputs';
import { inputs as pipeline } from '@cutover/steps/pipeline/inputs';
import { inputs as preflight } from '@cutover/steps/preflight/inputs';
import { inputs as registerTaskdef } from '@cutover/steps/register-taskdef/inputs';
import { inputs as rollback } from '@cutover/steps/rollback/inputs';
import { inputs as runMigrationTask } from '@cutover/steps/run-migration-task/inputs';
import { inputs as verifyTargetHealth } from '@cutover/steps/verify-target-health/inputs';

/** Inputs of every action: what a configuration file may hold, and what its JSON schema describes. */
export const catalogue: Catalogue = {
  pipeline,
  preflight,
  'build-push-ecr': buildPushEcr,
  'register-taskdef': registerTaskdef,
  'run-migration-task': runMigrationTask,
  'blue-green-codedeploy': blueGreenCodedeploy,
  'deploy-service': deployService,
  'verify-target-health': verifyTargetHealth,
  rollback,
  'deploy-stack': deployStack,
  diagnose,
};
