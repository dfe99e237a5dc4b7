import { describe, expect, test } from '@jest/globals';
import { diagnose, RECOGNISERS } from './diagnose.ts';
import type { Source } from './source.ts';

const STOPPED = 'ecs:DescribeTasks tasks[].stoppedReason';
const BUILD = 'docker build';
const first = (source: Source, text: string): string | undefined => diagnose([{ source, text }])[0]?.id;

/** ECS keeps 255 characters of a reason. */
const cut = (text: string): string => text.slice(0, 255);
const pull = (status: string): string =>
  `CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref "docker.io/shop/web:9": unexpected status code [manifests 9]: ${status}`;
const registryAuth = (reason: string): string =>
  `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s)${reason}`;
const upload = (method: string, end: string): string =>
  `#22 ERROR: failed to push 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:9: failed to do request: ${method} "https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/web/blobs/uploads/": ${end}`;

describe('a known format is recognised with other values, and cut', () => {
  test.each<[string, Source, string]>([
    ['pull-forbidden-403', STOPPED, pull('403 Forbidden')],
    ['pull-unauthorized-401', STOPPED, pull('401 Unauthorized')],
    ['pull-tag-not-found', STOPPED, pull('404 Not Found')],
    ['pull-too-many-requests', STOPPED, pull('429 Too Many Requests')],
    ['pull-registry-out-of-order', STOPPED, pull('503 Service Unavailable')],
    ['pull-registry-out-of-order', STOPPED, pull('500 Internal Server Error')],
    ['registry-auth-cut', STOPPED, registryAuth('')],
    ['registry-auth-cut', STOPPED, registryAuth(': ')],
    ['registry-auth-cut', STOPPED, registryAuth(': RequestEr')],
    [
      'registry-auth-unreachable',
      STOPPED,
      cut(registryAuth(': RequestError: send request failed caused by: Post')),
    ],
    ['registry-auth-unreachable', STOPPED, registryAuth(': RequestError: send request failed')],
    [
      'secret-fetch-cut',
      STOPPED,
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 5 time(s): Requ',
    ],
    ['ecr-upload-closed', BUILD, upload('Post', 'EOF')],
    ['ecr-upload-closed', BUILD, upload('Put', 'unexpected EOF')],
    [
      'ecr-upload-closed',
      BUILD,
      upload('Patch', 'write tcp 172.17.0.2:40102->52.46.1.2:443: write: broken pipe'),
    ],
    [
      'ecr-upload-closed',
      BUILD,
      upload('Post', 'read tcp 172.17.0.2:40102->52.46.1.2:443: read: connection reset by peer'),
    ],
    [
      'ecr-cache-manifest-refused',
      BUILD,
      'ERROR: failed to solve: error writing manifest blob: failed commit on ref "sha256:0a": unexpected status from PUT request to https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/web/manifests/cache: 400 Bad Request',
    ],
    [
      'codedeploy-controller-blocks-update',
      'ecs:UpdateService error.message',
      'InvalidParameterException: Unable to update load balancers on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
    ],
    [
      'codedeploy-controller-blocks-update',
      'ecs:UpdateService error.message',
      'InvalidParameterException: Unable to update network parameters on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
    ],
    [
      'codedeploy-controller-blocks-update',
      'ecs:UpdateService error.message',
      'InvalidParameterException: Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
    ],
    [
      'host-port-differs',
      'ecs:RegisterTaskDefinition error.message',
      'ClientException: When networkMode=host, the host ports and container ports in port mappings must match.',
    ],
    [
      'task-definition-member-empty',
      'ecs:RegisterTaskDefinition error.message',
      'ClientException: Family should not be null or empty.',
    ],
    [
      'export-missing',
      'cloudformation:DescribeStackEvents ResourceStatusReason',
      'No export named prod:Network-PrivateSubnets found. Rollback requested by user.',
    ],
    [
      'service-did-not-stabilise',
      'cloudformation:DescribeStackEvents ResourceStatusReason',
      "Resource of type 'AWS::ECS::Service' with identifier 'arn:aws:ecs:us-east-1:123456789012:service/shop/web' did not stabilize.",
    ],
    ['deployment-controller-unknown-to-action', 'job log', 'Error: Unsupported deployment controller: ECS'],
    [
      'deployment-controller-unknown-to-action',
      'job log',
      'Error: Unsupported deployment controller: CODE_DEPLOY',
    ],
    ['unsupported-deployment-controller', 'job log', 'Error: Unsupported deployment controller: EXTERNAL'],
  ])('%s: %s %s', (id, source, text) => {
    expect(first(source, text)).toBe(id);
  });
});

describe('what only looks alike is not taken for it', () => {
  test.each<[string, Source, string]>([
    [
      'registry-auth-cut',
      STOPPED,
      registryAuth(
        ': AccessDeniedException: User: x is not authorized to perform: ecr:GetAuthorizationToken on resource: *',
      ),
    ],
    [
      'pull-forbidden-403',
      'container log',
      'GET https://api.example.com/orders: unexpected status: 403 Forbidden',
    ],
    ['pull-forbidden-403', 'container log', pull('403 Forbidden')],
    [
      'pull-registry-out-of-order',
      STOPPED,
      'Task failed ELB health checks in target group x: unexpected status: 503 ',
    ],
    [
      'ecr-upload-closed',
      BUILD,
      'failed to do request: Post "https://registry.example.com/v2/web/blobs/uploads/": EOF',
    ],
    ['ecr-upload-closed', 'container log', 'java.io.IOException: unexpected EOF'],
    ['ecr-cache-manifest-refused', BUILD, 'HTTP 400 Bad Request while fetching https://example.com/file'],
    [
      'codedeploy-controller-blocks-update',
      'ecs:UpdateService error.message',
      'InvalidParameterException: Unable to update load balancers on services with an EXTERNAL deployment controller.',
    ],
    ['container-image-empty', 'container log', 'image should not be null'],
    [
      'task-definition-member-empty',
      'container log',
      'java.lang.IllegalArgumentException: orderId should not be null',
    ],
    [
      'export-missing',
      'container log',
      "SyntaxError: The requested module './a.js' does not provide an export named 'b'",
    ],
    ['service-did-not-stabilise', 'container log', 'the connection did not stabilize'],
    ['unsupported-deployment-controller', 'job log', 'Error: Unsupported deployment controller: ECS'],
  ])('%s: %s %s', (id, source, text) => {
    expect(diagnose([{ source, text }]).map((finding) => finding.id)).not.toContain(id);
  });
});

test('no cause and no fix says nothing', () => {
  const empty = /\bA symptom\.|\bShow (?:the|its)\b|^(?:Diagnose|Look at why|Read (?:the )?(?:task )?logs)\b/;
  expect(
    RECOGNISERS.filter(({ cause, fix }) => empty.test(cause) || empty.test(fix)).map(({ id }) => id),
  ).toEqual([]);
  const texts = ([STOPPED, BUILD, 'container log', 'exit code', 'job log'] as const).flatMap((source) =>
    diagnose([
      { source, text: 'exit code 1\nService web did not stabilize.\nEssential container in task exited' },
    ]),
  );
  expect(texts.filter(({ what, fix }) => empty.test(`${what} ${fix}`))).toEqual([]);
});
