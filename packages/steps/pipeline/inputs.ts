import { commands } from '@cutover/domain/inputs/command';
import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { cluster, service, stack } from '@cutover/domain/inputs/environment';
import { choice, flag, type Field } from '@cutover/domain/inputs/input';
import { showLogs } from '@cutover/domain/inputs/show-logs';
import { inputs as deploy } from '../deploy/inputs.ts';
import { inputs as build } from '../build-push-ecr/inputs.ts';
import { probeInputs } from '../probe/inputs.ts';
import { inputs as register } from '../register-taskdef/inputs.ts';
import { inputs as migrate } from '../run-migration-task/inputs.ts';
import { inputs as verify } from '../verify-target-health/inputs.ts';

/** Inputs of the pipeline, with the types, defaults and other names that they have in its steps. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  preflight: choice(['fail', 'warn', 'off'], { default: 'fail' }),
  // build-push-ecr
  repository: build.repository,
  context: build.context,
  file: build.file,
  target: build.target,
  'build-args': build['build-args'],
  'build-contexts': build['build-contexts'],
  'secret-envs': build['secret-envs'],
  'secret-files': build['secret-files'],
  'docker-aws-credentials': build['docker-aws-credentials'],
  cache: build.cache,
  platforms: build.platforms,
  tag: build.tag,
  'oci-layout': build['oci-layout'],
  'if-exists': build['if-exists'],
  'fail-on-severity': build['fail-on-severity'],
  'scan-timeout-minutes': build['scan-timeout-minutes'],
  image: register.image,
  digest: register.digest,
  // register-taskdef
  'task-definition': register['task-definition'],
  variables: register.variables,
  'container-name': register['container-name'],
  'environment-variables': register['environment-variables'],
  'env-files': register['env-files'],
  secrets: register.secrets,
  'keep-revisions': register['keep-revisions'],
  // run-migration-task
  'migration-command': withoutAliases(migrate.command),
  'migration-commands': commands(),
  'migration-timeout-minutes': withoutAliases(migrate['timeout-minutes']),
  snapshot: migrate.snapshot,
  'snapshot-keep': migrate['snapshot-keep'],
  'snapshot-timeout-minutes': migrate['snapshot-timeout-minutes'],
  maintenance: migrate.maintenance,
  'maintenance-page': migrate['maintenance-page'],
  'retry-after-seconds': migrate['retry-after-seconds'],
  'job-key': migrate['job-key'],
  // blue-green-codedeploy
  'codedeploy-appspec': deploy['codedeploy-appspec'],
  'codedeploy-deployment-config': deploy['codedeploy-deployment-config'],
  'auto-rollback-events': deploy['auto-rollback-events'],
  alarms: deploy.alarms,
  'ignore-alarms': deploy['ignore-alarms'],
  gate: deploy.gate,
  'gate-url': deploy['gate-url'],
  'gate-path': deploy['gate-path'],
  'gate-expect-status': deploy['gate-expect-status'],
  'gate-command': deploy['gate-command'],
  'gate-aws-credentials': deploy['gate-aws-credentials'],
  'gate-timeout-minutes': deploy['gate-timeout-minutes'],
  'wait-until': deploy['wait-until'],
  'wait-for-minutes': deploy['wait-for-minutes'],
  'max-failed-tasks': deploy['max-failed-tasks'],
  'on-cancel': deploy['on-cancel'],
  'on-active-deployment': deploy['on-active-deployment'],
  'wait-for-active-minutes': deploy['wait-for-active-minutes'],
  'suspend-auto-scaling': deploy['suspend-auto-scaling'],
  'allow-downgrade': deploy['allow-downgrade'],
  'github-token': deploy['github-token'],
  // verify-target-health
  'min-healthy': verify['min-healthy'],
  consecutive: verify.consecutive,
  'verify-for-minutes': verify['wait-for-minutes'],
  ...probeInputs,
  protect: flag({ default: 'true' }),
  'poll-interval-seconds': deploy['poll-interval-seconds'],
  'dry-run': deploy['dry-run'],
  'show-logs': showLogs,
  ...configInputs,
  ...commonInputs,
  region: deploy.region,
};

/** The names under which a step knows an input would mean something else here. */
function withoutAliases<T>(field: Field<T>): Field<T> {
  return { ...field, aliases: [] };
}
