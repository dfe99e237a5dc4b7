import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs/input';
import { registerTaskdef } from './step.ts';
import { testWorld } from '../testing/world.ts';

const DIGEST = `sha256:${'cd'.repeat(32)}`;

const TASK = {
  family: 'shop',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [
    { name: 'app', image: 'example/shop:1', portMappings: [{ containerPort: 8080 }] },
    { name: 'proxy', image: 'example/proxy:1', essential: false },
  ],
};

/** The refusal of the inputs and the file; any use of AWS but its region would be another error. */
async function refusal(file: object | string, given: Record<string, string>): Promise<string> {
  const text = typeof file === 'string' ? file : JSON.stringify(file, undefined, 2);
  const world = testWorld({
    aws: { region: 'us-east-1' },
    files: { read: async () => text },
    progress: { report: () => {} },
    mask: () => {},
  });
  try {
    await registerTaskdef.run(
      parseInputs(registerTaskdef.inputs, { 'task-definition': 'task.json', ...given }),
      world,
    );
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return `${error.message} Fix: ${error.fix}`;
  }
  throw new Error('nothing was refused');
}

test.each<[string, object | string, Record<string, string>, string]>([
  [
    'broken JSON',
    '{\n  "family": "shop"\n  "cpu": "256"\n}',
    {},
    'task.json:3:3: a comma is missing before this',
  ],
  [
    'a key that stands there twice',
    '{\n "family": "a",\n "family": "b" }',
    {},
    'task.json:3:2: the key "family"',
  ],
  [
    'an unknown container',
    TASK,
    { 'container-name': 'ap', image: 'x' },
    'no container "ap" in the task definition. Fix: The containers are: app, proxy.',
  ],
  ['an unknown container in images', TASK, { images: 'web=x' }, 'Input images: there is no container "web"'],
  ['a size that Fargate lacks', { ...TASK, memory: '4096' }, {}, 'Fargate has no memory "4096" for cpu 256'],
  [
    'a missing role',
    {
      ...TASK,
      executionRoleArn: undefined,
      containerDefinitions: [{ name: 'a', image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1' }],
    },
    {},
    'no executionRoleArn',
  ],
  [
    'a malformed role',
    { ...TASK, taskRoleArn: 'arn:aws:s3:::bucket' },
    {},
    'taskRoleArn "arn:aws:s3:::bucket" is no ARN of a role',
  ],
  ['a malformed role input', TASK, { 'task-role-arn': 'arn:aws:s3:::x' }, 'task-role-arn'],
  [
    'a property misspelt',
    { ...TASK, containerDefinitions: [{ name: 'a', image: 'b', portMapings: [] }] },
    {},
    'containerDefinitions[0].portMapings is no property that RegisterTaskDefinition knows Fix: Did you mean portMappings?',
  ],
  [
    'an image input that is none, at the input and not at the file',
    TASK,
    { 'container-name': 'app', image: 'not an image' },
    'Input image: "not an image" is no image',
  ],
  ['a size input that Fargate lacks', TASK, { cpu: '300' }, 'Input cpu: Fargate has no cpu "300"'],
  [
    'two images for one container',
    TASK,
    { 'container-name': 'app', image: 'x:1', images: 'app=x:2' },
    'Inputs image and images both say the image of container app.',
  ],
  ['a cluster ARN that is none', TASK, { cluster: 'arn:aws:ecs:us-east-1:1:clster/x' }, 'Input cluster:'],
  ['a service ARN that is none', TASK, { service: 'arn:aws:ecs::1:service/x' }, 'Input service:'],
  ['a stack that no stack can be called', TASK, { stack: 'my stack' }, 'Input stack: "my stack"'],
  ['an empty file', '', {}, 'and this is empty'],
  ['a number for a list', { ...TASK, volumes: 3 }, {}, 'volumes is 3, not a list'],
  [
    'no essential container',
    { ...TASK, containerDefinitions: [{ name: 'a', image: 'b', essential: false }] },
    {},
    'no container is essential',
  ],
  [
    'a variable that is not listed',
    { ...TASK, family: '${FAMILY}' },
    { variables: 'FAMILYY=x' },
    '${FAMILY}',
  ],
  ['a malformed secret', TASK, { 'container-name': 'app', secrets: 'A=arn:aws:s3:::x' }, 'secret A'],
  [
    'image and digest',
    TASK,
    { 'container-name': 'app', image: 'x', digest: DIGEST, repository: 'shop' },
    'Inputs image and digest',
  ],
  ['a digest that is none', TASK, { digest: 'sha256:12' }, 'digest'],
  ['a tag of AWS’s', TASK, { tags: 'aws:x=1' }, 'Input tags: the key "aws:x" begins with aws:.'],
  ['a tag of ours', TASK, { tags: 'cutover:commit=1' }, 'begins with cutover:'],
  [
    'a tag of AWS’s in the file',
    { ...TASK, tags: [{ key: 'aws:x', value: '1' }] },
    {},
    'task.json:27:5: tags[0]: the key "aws:x" begins with aws:',
  ],
  [
    'a tag twice in the file',
    {
      ...TASK,
      tags: [
        { key: 'a', value: '1' },
        { key: 'a', value: '2' },
      ],
    },
    {},
    'tags[1]: the key "a" stands there twice',
  ],
  ['pruning without a service', TASK, { 'keep-revisions': '3' }, 'neither service nor stack was given'],
  [
    'a replacement by nothing',
    TASK,
    { 'environment-mode': 'replace' },
    'every variable of the base would be dropped',
  ],
  [
    'a file of variables that is none',
    TASK,
    { 'env-files': '.env' },
    'Input env-files: ".env" is not the ARN',
  ],
  [
    'too many files of variables',
    TASK,
    {
      'container-name': 'app',
      'env-files': Array.from({ length: 11 }, (_, n) => `s3://b/${n}.env`).join('\n'),
    },
    'Input env-files names 11 files',
  ],
  [
    'an architecture in Docker’s words',
    TASK,
    { 'cpu-architecture': 'amd64' },
    'Input cpu-architecture: "amd64"',
  ],
  [
    'variables as Compose writes them',
    { ...TASK, containerDefinitions: [{ name: 'a', image: 'b', environment: ['A=correct-horse'] }] },
    {},
    'containerDefinitions[0].environment[0] is a text, not an object Fix: Write a list of {"name": "NAME", "value": "…"}.',
  ],
  ['an unknown input', TASK, { contaner: 'app' }, 'Unknown input contaner'],
  [
    'a command only a shell understands',
    TASK,
    { 'container-name': 'app', command: 'a && b' },
    'means something to a shell only',
  ],
  [
    'a base that no input names',
    TASK,
    { base: 'service' },
    'Input base is service, but input task-definition names a file',
  ],
  [
    'another family than the file’s',
    TASK,
    { 'task-definition-family': 'web' },
    'task.json:2:13: the file’s family is shop',
  ],
  [
    'a revision of no family',
    TASK,
    { 'task-definition-revision': '7' },
    'task-definition-revision is 7, and it names a revision of input task-definition-family',
  ],
  ['a digest without a repository', TASK, { digest: DIGEST }, 'neither repository nor stack was given'],
  [
    'several containers for one image',
    { ...TASK, containerDefinitions: TASK.containerDefinitions.map(({ name, image }) => ({ name, image })) },
    { image: 'x' },
    'Add container-name: one of app, proxy.',
  ],
])('%s is refused before the first call, with its place', async (_, file, given, message) => {
  expect(await refusal(file, given)).toContain(message);
});
