import { isJsonObject, type Json, type JsonObject } from './text/json.ts';

/** A kind of file that many repositories have beside the one that is wanted. */
export interface ForeignKind {
  readonly kind: 'task definition' | 'AppSpec' | 'template' | 'other';
  /** With its article: `a Compose file`. */
  readonly name: string;
  /** How to come from it to a task definition; for other files, where it belongs. */
  readonly fix: string;
}

interface Recogniser extends ForeignKind {
  readonly matches: (value: JsonObject) => boolean;
}

const has = (value: JsonObject, ...names: readonly string[]): boolean =>
  names.every((name) => (value[name] ?? null) !== null);

const hasAny = (value: JsonObject, ...names: readonly string[]): boolean =>
  names.some((name) => (value[name] ?? null) !== null);

const typesOf = (value: JsonObject): readonly Json[] =>
  isJsonObject(value['Resources'])
    ? Object.values(value['Resources']).map((one) => (isJsonObject(one) ? (one['Type'] ?? null) : null))
    : [];

const OBJECTS: readonly Recogniser[] = [
  {
    kind: 'other',
    name: 'a Dockerrun file of Elastic Beanstalk',
    fix: 'Copy its containerDefinitions into a file that begins with family.',
    matches: (value) => has(value, 'AWSEBDockerrunVersion'),
  },
  {
    kind: 'task definition',
    name: 'a task definition',
    fix: 'Give it in input task-definition of register-taskdef.',
    matches: (value) =>
      hasAny(value, 'containerDefinitions', 'ContainerDefinitions') ||
      (isJsonObject(value['taskDefinition']) && has(value['taskDefinition'], 'containerDefinitions')),
  },
  {
    kind: 'other',
    name: 'a Kubernetes manifest',
    fix: 'ECS reads no manifests: write a task definition with family and containerDefinitions (name, image, portMappings).',
    matches: (value) => has(value, 'apiVersion', 'kind'),
  },
  {
    kind: 'template',
    name: 'a CloudFormation template',
    fix: 'Give it in input template of deploy-stack. A task definition file holds the properties of AWS::ECS::TaskDefinition alone, with a small first letter.',
    matches: (value) =>
      has(value, 'AWSTemplateFormatVersion') ||
      typesOf(value).some((type) => typeof type === 'string' && /^\w+::\w+::\w+/.test(type)),
  },
  {
    kind: 'other',
    name: 'a state of Terraform',
    fix: 'Terraform reads it, ECS does not: start from the registered revision with task-definition-family.',
    matches: (value) => has(value, 'lineage', 'serial'),
  },
  {
    kind: 'AppSpec',
    name: 'an AppSpec for EC2 instances',
    fix: 'CodeDeploy takes os and files on instances only. For ECS an AppSpec has Resources and Hooks.',
    matches: (value) => has(value, 'version', 'os') || (has(value, 'files', 'hooks') && 'version' in value),
  },
  {
    kind: 'AppSpec',
    name: 'an AppSpec',
    fix: 'Give it in input codedeploy-appspec of blue-green-codedeploy.',
    matches: (value) =>
      (Array.isArray(value['Resources']) || Array.isArray(value['resources'])) && hasAny(value, 'version'),
  },
  {
    kind: 'other',
    name: 'the input of CreateDeployment',
    fix: 'Put the AppSpec that is in its appSpecContent into a file of its own.',
    matches: (value) => has(value, 'revision') && hasAny(value, 'applicationName', 'deploymentGroupName'),
  },
  {
    kind: 'other',
    name: 'a Compose file',
    fix: 'ECS reads no Compose files: write a task definition, in which each service becomes an entry of containerDefinitions (name, image, portMappings).',
    matches: (value) =>
      isJsonObject(value['services']) &&
      Object.values(value['services']).some(
        (one) => isJsonObject(one) && hasAny(one, 'image', 'build', 'ports'),
      ),
  },
  {
    kind: 'other',
    name: 'a service definition (the input of CreateService, or what DescribeServices returned)',
    fix: 'A service only names its task definition. Save that one: aws ecs describe-task-definition --task-definition FAMILY > task-definition.json',
    matches: (value) =>
      Array.isArray(value['services']) ||
      has(value, 'serviceName') ||
      (typeof value['taskDefinition'] === 'string' &&
        hasAny(value, 'desiredCount', 'loadBalancers', 'launchType')),
  },
  {
    kind: 'other',
    name: 'a list of revisions (what ListTaskDefinitions returned)',
    fix: 'Save one revision: aws ecs describe-task-definition --task-definition FAMILY > task-definition.json',
    matches: (value) => has(value, 'taskDefinitionArns'),
  },
  {
    kind: 'other',
    name: 'overrides of RunTask',
    fix: 'Give them in input run-task-container-overrides of run-migration-task.',
    matches: (value) => has(value, 'containerOverrides'),
  },
  {
    kind: 'other',
    name: 'Terraform’s JSON',
    fix: 'Terraform reads it, ECS does not: write a task definition with family and containerDefinitions, or start from the registered one with task-definition-family.',
    matches: (value) => isJsonObject(value['resource']) || has(value, 'terraform_version'),
  },
  {
    kind: 'other',
    name: 'a manifest of Copilot',
    fix: 'Copilot reads it, ECS does not: start from the registered revision with task-definition-family or service.',
    matches: (value) =>
      typeof value['type'] === 'string' &&
      /^(Load Balanced Web|Backend|Worker|Request-Driven Web) Service$|^Scheduled Job$/.test(value['type']),
  },
  {
    kind: 'other',
    name: 'a workflow of GitHub',
    fix: 'Give the path of the file that is wanted.',
    matches: (value) => has(value, 'jobs') && 'on' in value,
  },
  {
    kind: 'other',
    name: 'a configuration of ecspresso',
    fix: 'Give the file that its task_definition names; one in Jsonnet as JSON: ecspresso render taskdef > task-definition.json',
    matches: (value) => hasAny(value, 'task_definition', 'service_definition'),
  },
  {
    kind: 'other',
    name: 'a chart of Helm, or its values',
    fix: 'ECS reads no charts: write a task definition with family and containerDefinitions (name, image, portMappings).',
    matches: (value) =>
      has(value, 'apiVersion', 'name', 'version') ||
      (isJsonObject(value['image']) && has(value['image'], 'repository')),
  },
  {
    kind: 'other',
    name: 'tasks (what DescribeTasks returned)',
    fix: 'Save their task definition: aws ecs describe-task-definition --task-definition FAMILY > task-definition.json',
    matches: (value) => Array.isArray(value['tasks']) && 'failures' in value,
  },
  {
    kind: 'other',
    name: 'a configuration or an output of the CDK',
    fix: 'Give the registered revision (task-definition-family), or the template in cdk.out to deploy-stack.',
    matches: (value) =>
      has(value, 'version', 'artifacts') ||
      (has(value, 'app', 'context') && typeof value['app'] === 'string'),
  },
  {
    kind: 'other',
    name: 'a package.json',
    fix: 'Give the path of the file that is wanted.',
    matches: (value) => has(value, 'name') && hasAny(value, 'dependencies', 'devDependencies', 'scripts'),
  },
  {
    kind: 'other',
    name: 'a buildspec of CodeBuild',
    fix: 'Give the path of the file that is wanted.',
    matches: (value) => has(value, 'version', 'phases'),
  },
];

/** Kind of a file that was given for another; undefined when nothing is recognised. */
export function foreignKind(value: Json): ForeignKind | undefined {
  if (Array.isArray(value)) return kindOfList((value as readonly Json[]).filter(isJsonObject));
  return isJsonObject(value) ? OBJECTS.find(({ matches }) => matches(value)) : undefined;
}

function kindOfList(items: readonly JsonObject[]): ForeignKind | undefined {
  if (items.length === 0) return undefined;
  if (items.every((one) => has(one, 'name', 'imageUri'))) {
    return {
      kind: 'other',
      name: 'an imagedefinitions.json of CodePipeline',
      fix: 'It names images only. Give the task definition here, and the images in input images.',
    };
  }
  if (items.every((one) => has(one, 'name') && hasAny(one, 'image', 'portMappings', 'essential'))) {
    return {
      kind: 'other',
      name: 'the list of containers, as Terraform wants it',
      fix: 'Put it under containerDefinitions of an object: {"family": "…", "containerDefinitions": [ … ]}.',
    };
  }
  if (items.every((one) => has(one, 'taskDefinitionArn'))) {
    return { kind: 'other', name: 'a list of task definitions', fix: 'Give one of them.' };
  }
  return undefined;
}
