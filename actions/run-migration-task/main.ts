export { runMigrationTask as step } from '@cutover/steps/run-migration-task/step';
