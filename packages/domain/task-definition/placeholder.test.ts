import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../text/json.ts';
import { readSourceText } from '../text/source-text.ts';
import { checkTaskDefinition } from './check.ts';
import { placeholderIn, unfilledVariables } from './placeholder.ts';
import { readTaskDefinition } from './read.ts';

/** Mark that editors list; in one piece they would list it here. */
const UNFINISHED = ['TO', 'DO'].join('');

test.each([
  ['${X}', 'arn:aws:iam::${ACCOUNT}:role/a', '${ACCOUNT}'],
  ['{{X}}', '{{ image }}', '{{ image }}'],
  ['<X>', '<GROUP>', '<GROUP>'],
  ['<X> with words', '<your account id>', '<your account id>'],
  ['__X__', 'app-__ENV_NAME__', '__ENV_NAME__'],
  ['%X%', 'shop/%IMAGE_TAG%', '%IMAGE_TAG%'],
  ['@X@', '@VERSION@', '@VERSION@'],
  ['#{X}#', '#{Octopus.Tag}#', '#{Octopus.Tag}#'],
  ['$(X)', '$(Build.BuildId)', '$(Build.BuildId)'],
  ['$X', '$IMAGE', '$IMAGE'],
  ['REPLACE_ME', 'REPLACE_ME', 'REPLACE_ME'],
  ['replace-me', 'replace-me', 'replace-me'],
  ['REPLACE_WITH_X', 'REPLACE_WITH_ROLE_ARN', 'REPLACE_WITH_ROLE_ARN'],
  ['CHANGE_ME', 'CHANGE_ME', 'CHANGE_ME'],
  ['changeme', 'changeme', 'changeme'],
  ['X_GOES_HERE', 'IMAGE_GOES_HERE', 'IMAGE_GOES_HERE'],
  ['YOUR_X', 'arn:aws:iam::YOUR_ACCOUNT_ID:role/a', 'YOUR_ACCOUNT_ID'],
  ['your-account-id', 'arn:aws:iam::your-account-id:role/a', 'your-account-id'],
  ['a word for an account', 'arn:aws:iam::ACCOUNT_ID:role/a', 'ACCOUNT_ID'],
  ['a word for a Region', 'arn:aws:ssm:REGION:123456789012:parameter/a', 'REGION'],
  ['a word for an account of ECR', 'aws_account_id.dkr.ecr.us-east-1.amazonaws.com/app', 'aws_account_id'],
  ['a word for a Region of ECR', '123456789012.dkr.ecr.REGION.amazonaws.com/app', 'REGION'],
  ['PLACEHOLDER', 'PLACEHOLDER', 'PLACEHOLDER'],
  ['TO_DO', 'TO_DO', 'TO_DO'],
  ['a mark of unfinished work', UNFINISHED, UNFINISHED],
  ['{X}', 'arn:aws:iam::{ACCOUNT_ID}:role/a', '{ACCOUNT_ID}'],
  ['[X]', 'app:[IMAGE_TAG]', '[IMAGE_TAG]'],
  ['#X#', '/ecs/#SERVICE#', '#SERVICE#'],
  ['%{X}', 'app:%{tag}', '%{tag}'],
  ['<%= X %>', 'app:<%= tag %>', '<%= tag %>'],
  ['{% X %}', 'app:{% tag %}', '{% tag %}'],
  ['an expression that was cut off', 'app:${TAG', '${TAG'],
  ['your_account_id', 'arn:aws:iam::your_account_id:role/a', 'your_account_id'],
  ['INSERT_X_HERE', 'INSERT_IMAGE_HERE', 'INSERT_IMAGE_HERE'],
  ['X_PLACEHOLDER', 'IMAGE_PLACEHOLDER', 'IMAGE_PLACEHOLDER'],
])('%s is a placeholder', (_, text, found) => {
  expect(placeholderIn(text)).toBe(found);
});

test.each([
  '',
  'app',
  '123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app@sha256:abc',
  'arn:aws:iam::123456789012:role/service-role/app',
  'arn:aws:iam::aws:policy/ReadOnlyAccess',
  'arn:aws:s3:::my-bucket/config/app.env',
  'arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:a-AbCdEf:key::',
  '/ecs/shop__prod',
  '/app/__pycache__',
  'arn:aws:s3files:us-east-1:123456789012:file-system/fs-1',
  'public.ecr.aws/docker/library/nginx:1.27',
  'exchange-me-not',
  'your',
  '50%',
  'a@b.example',
  'US$ 5',
  'todo-list',
  '{"a": 1}',
  'a{1,2}',
  '[::1]',
  'your-accounting-app',
  'placeholder-service',
  'attribute:ecs.instance-type =~ t2.* and a < 3 or b > 2',
])('%j is none', (text) => {
  expect(placeholderIn(text)).toBeUndefined();
});

const task = (container: JsonObject, members: JsonObject = {}): JsonObject => ({
  family: 'shop',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  ...members,
  containerDefinitions: [{ name: 'app', image: 'registry.example.com/app:1', ...container }],
});

/** Everything that is said about a file, as `line:column what. fix`. */
function said(definition: JsonObject): readonly string[] {
  const text = JSON.stringify(definition, undefined, 2);
  const source = readSourceText(text, 'task.json');
  const read = readTaskDefinition(source.value, source);
  const found =
    read.problems.length > 0
      ? read.problems
      : checkTaskDefinition(read.definition, { complete: false, placeOf: (path) => source.placeOf(path) });
  return found.map(({ what, place, fix }) => `${place?.line}:${place?.column} ${what}. ${fix}`);
}

const awslogs = (options: JsonObject): JsonObject => ({
  logConfiguration: {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': 'g',
      'awslogs-region': 'us-east-1',
      'awslogs-stream-prefix': 'p',
      ...options,
    },
  },
});

describe('a placeholder is refused once, at its place, and the fix names variables', () => {
  test.each<[string, JsonObject]>([
    ['family', task({}, { family: '${X}' })],
    ['a role', task({}, { executionRoleArn: 'arn:aws:iam::${X}:role/a' })],
    ['a role that is one', task({}, { taskRoleArn: '${X}' })],
    ['cpu', task({}, { cpu: '${X}' })],
    ['memory', task({}, { memory: '${X}' })],
    ['a mode', task({}, { networkMode: '${X}' })],
    ['an architecture', task({}, { runtimePlatform: { cpuArchitecture: '${X}' } })],
    ['an image', task({ image: '${X}' })],
    ['a name', task({ name: '${X}' })],
    ['a port', task({ portMappings: [{ containerPort: '${X}' }] })],
    ['a truth', task({ readonlyRootFilesystem: '${X}' })],
    ['a size', task({ memoryReservation: '${X}' })],
    ['a log group', task(awslogs({ 'awslogs-group': '/ecs/${X}' }))],
    ['a Region of logs', task(awslogs({ 'awslogs-region': '${X}' }))],
    ['a prefix of logs', task(awslogs({ 'awslogs-stream-prefix': '${X}' }))],
    ['a secret', task({ secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:us-east-1:${X}:parameter/a' }] })],
    ['the name of a variable', task({ environment: [{ name: '${X}', value: '' }] })],
    ['an environment file', task({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::${X}/a.env' }] })],
    ['a folder', task({ workingDirectory: '/app/${X}' })],
    ['a user', task({ user: '${X}' })],
    [
      'a file system',
      task({}, { volumes: [{ name: 'v', efsVolumeConfiguration: { fileSystemId: '${X}' } }] }),
    ],
    ['an expression', task({}, { placementConstraints: [{ type: 'memberOf', expression: '${X}' }] })],
    ['credentials of a registry', task({ repositoryCredentials: { credentialsParameter: '${X}' } })],
  ])('%s', (_, definition) => {
    const found = said(definition).filter((one) => one.includes('${X} stands there as it is'));
    expect(found).toEqual([expect.stringMatching(/^\d+:\d+ .*input variables \(X=value\)/)]);
    expect(said(definition)).toHaveLength(definition['placementConstraints'] === undefined ? 1 : 2);
  });
});

describe('what a program of the user reads may have any text', () => {
  const texts = ['${HOME}/bin', '<b>', '{{.Name}}', '%DATE%', '$USER', '__MAIN__', 'CHANGE_ME', 'YOUR_NAME'];
  test.each<[string, (text: string) => JsonObject]>([
    ['command', (text) => task({ command: ['sh', '-c', text] })],
    ['entryPoint', (text) => task({ entryPoint: [text] })],
    ['healthCheck', (text) => task({ healthCheck: { command: ['CMD-SHELL', text] } })],
    ['a variable', (text) => task({ environment: [{ name: 'A', value: `x ${text}` }] })],
    ['a label', (text) => task({ dockerLabels: { a: text } })],
    ['a pattern of awslogs', (text) => task(awslogs({ 'awslogs-multiline-pattern': text }))],
    ['a date of awslogs', (text) => task(awslogs({ 'awslogs-datetime-format': text }))],
    [
      'an option of another driver',
      (text) => task({ logConfiguration: { logDriver: 'splunk', options: { tag: text } } }),
    ],
  ])('%s', (_, of) => {
    for (const text of texts) expect(said(of(text))).toEqual([]);
  });
});

test('a variable whose whole value is one is told, and its value is not shown', () => {
  const definition = task({
    environment: [
      { name: 'A', value: 'CHANGE_ME' },
      { name: 'B', value: 'https://${HOST}/' },
      { name: 'C', value: '${TOKEN}' },
    ],
  });
  expect(unfilledVariables(definition).map(({ name, path }) => [name, path.at(-2)])).toEqual([
    ['A', 0],
    ['C', 2],
  ]);
});

test('of what may be a secret nothing is shown', () => {
  const [found] = said(task({ secrets: [{ name: 'A', valueFrom: 'horse<battery>staple' }] }));
  expect(found).toContain('a placeholder (not shown) stands there as it is');
  expect(found).not.toContain('battery');
});
