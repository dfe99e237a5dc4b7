import { expect, test } from '@jest/globals';
import { ConfigurationError } from './errors.ts';
import { readSourceText } from './text/source-text.ts';
import { readTaskDefinition } from './task-definition/read.ts';

/** Message about a file that was given as a task definition. */
function said(text: string): string {
  try {
    const source = readSourceText(text, 'given.yml');
    return readTaskDefinition(source.value, source)
      .problems.map(({ what, fix, place }) => `${place?.line}:${place?.column} ${what}. ${fix}`)
      .join('\n');
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return `${error.message}. ${error.fix}`;
  }
}

test.each<[string, string, string]>([
  [
    'Compose',
    'services:\n  web:\n    build: .\n',
    '1:1 this is a Compose file, not a task definition. ECS reads no',
  ],
  ['Compose of old', 'version: "3"\nservices: {db: {image: postgres}}', 'a Compose file'],
  ['Kubernetes', 'apiVersion: apps/v1\nkind: Deployment\nspec: {}', 'this is a Kubernetes manifest'],
  [
    'Kubernetes, several documents',
    'apiVersion: v1\nkind: Service\n---\napiVersion: apps/v1\nkind: Deployment\n',
    'given.yml:4:1: a second document (---) begins before this one of 2. The first is a Kubernetes manifest.',
  ],
  ['CloudFormation', 'Resources:\n  T:\n    Type: AWS::ECS::TaskDefinition\n', 'a CloudFormation template'],
  ['an AppSpec of EC2', 'version: 0.0\nos: linux\nfiles: []\n', 'an AppSpec for EC2 instances'],
  ['an AppSpec of ECS', 'version: 0.0\nResources: [T: {}]\n', 'this is an AppSpec, not a task definition'],
  [
    'Terraform’s list of containers',
    '[{"name": "app", "image": "a:1", "essential": true}]',
    '1:1 this is the list of containers, as Terraform wants it, not a task definition. Put it under containerDefinitions',
  ],
  ['CodePipeline’s images', '[{"name": "app", "imageUri": "a:1"}]', 'imagedefinitions.json of CodePipeline'],
  ['a service definition', '{"serviceName": "web", "taskDefinition": "web:1"}', 'a service definition'],
  ['a described service', '{"services": [{"serviceName": "web"}]}', 'a service definition'],
  ['an unnamed service definition', '{"taskDefinition": "web", "desiredCount": 1}', 'a service definition'],
  ['overrides', '{"containerOverrides": [{"name": "app"}]}', 'overrides of RunTask'],
  ['a list of revisions', '{"taskDefinitionArns": ["a"]}', 'a list of revisions'],
  ['Beanstalk', '{"AWSEBDockerrunVersion": 2, "containerDefinitions": []}', 'a Dockerrun file'],
  ['Terraform’s JSON', '{"resource": {"aws_ecs_task_definition": {}}}', 'Terraform’s JSON'],
  ['Copilot', 'name: web\ntype: Load Balanced Web Service\nimage: {}', 'a manifest of Copilot'],
  ['a workflow', 'on: push\njobs: {}', 'a workflow of GitHub'],
  [
    'a state of Terraform',
    '{"version": 4, "serial": 1, "lineage": "x", "resources": []}',
    'a state of Terraform',
  ],
  ['ecspresso', 'cluster: x\nservice: y\ntask_definition: t.json', 'a configuration of ecspresso'],
  ['a chart of Helm', 'apiVersion: v2\nname: x\nversion: 0.1.0', 'a chart of Helm'],
  ['values of Helm', 'replicaCount: 1\nimage:\n  repository: x', 'a chart of Helm'],
  ['described tasks', '{"tasks": [{"taskArn": "x"}], "failures": []}', 'what DescribeTasks returned'],
  ['cdk.json', '{"app": "npx ts-node bin/x.ts", "context": {}}', 'of the CDK'],
  ['package.json', '{"name": "x", "version": "1.0.0", "scripts": {}}', 'a package.json'],
])('another kind of file is named: %s', (_, text, message) => {
  expect(said(text)).toContain(message);
});

test.each([
  ['as a user writes it', '{"family": "a", "containerDefinitions": [{"name": "app", "image": "a"}]}'],
  [
    'as DescribeTaskDefinition returned it',
    '{"taskDefinition": {"family": "a", "containerDefinitions": []}, "tags": []}',
  ],
  ['without a family', 'containerDefinitions: []'],
])('a task definition is none of them: %s', (_, text) => {
  expect(said(text)).toBe('');
});
