import { commands } from '@cutover/domain/command-input';
import { credentialInputs } from '@cutover/domain/credential-inputs';
import { cluster, service, stack } from '@cutover/domain/environment-inputs';
import type { Field } from '@cutover/domain/inputs';
import { inputs as deploy } from '../blue-green-codedeploy/inputs.ts';
import { inputs as build } from '../build-push-ecr/inputs.ts';
import { inputs as register } from '../register-taskdef/inputs.ts';
import { inputs as migrate } from '../run-migration-task/inputs.ts';
import { inputs as verify } from '../verify-target-health/inputs.ts';

/** Inputs of the pipeline, with the types, defaults and other names that they have in its steps. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  // build-push-ecr
  repository: build.repository,
  context: build.context,
  file: build.file,
  target: build.target,
  'build-args': build['build-args'],
  platforms: build.platforms,
  tag: build.tag,
  'oci-layout': build['oci-layout'],
  'if-exists': build['if-exists'],
  image: register.image,
  digest: register.digest,
  // register-taskdef
  'task-definition': register['task-definition'],
  'container-name': register['container-name'],
  'environment-variables': register['environment-variables'],
  secrets: register.secrets,
  // run-migration-task
  'migration-command': withoutAliases(migrate.command),
  'migration-commands': commands(),
  'migration-timeout-minutes': withoutAliases(migrate['timeout-minutes']),
  // blue-green-codedeploy
  'codedeploy-appspec': deploy['codedeploy-appspec'],
  'codedeploy-deployment-config': deploy['codedeploy-deployment-config'],
  'wait-until': deploy['wait-until'],
  'wait-for-minutes': deploy['wait-for-minutes'],
  'max-failed-tasks': deploy['max-failed-tasks'],
  'on-cancel': deploy['on-cancel'],
  // verify-target-health
  'min-healthy': verify['min-healthy'],
  consecutive: verify.consecutive,
  'verify-for-minutes': verify['wait-for-minutes'],
  'poll-interval-seconds': deploy['poll-interval-seconds'],
  'dry-run': deploy['dry-run'],
  ...credentialInputs,
  region: deploy.region,
};

/** The names under which a step knows an input would mean something else here. */
function withoutAliases<T>(field: Field<T>): Field<T> {
  return { ...field, aliases: [] };
}
