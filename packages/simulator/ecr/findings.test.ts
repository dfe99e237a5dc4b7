import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CreateRepositoryCommand,
  DescribeImageScanFindingsCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { buildImage, OCI_INDEX, OCI_MANIFEST, Pusher, tarball } from './push.ts';

const repositoryName = 'shop';
const image = buildImage([tarball({ name: 'shop' })]);
let simulator: RunningSimulator;
let ecr: ECRClient;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 0 });
  ecr = new ECRClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  const imageScanningConfiguration = { scanOnPush: true };
  await ecr.send(new CreateRepositoryCommand({ repositoryName, imageScanningConfiguration }));
  const token = authorizationData?.[0]?.authorizationToken ?? '';
  const pusher = new Pusher(simulator.url, repositoryName, token);
  await pusher.push(image, 'v1');
  const { digest, manifest } = image;
  const manifests = [{ mediaType: OCI_MANIFEST, digest, size: manifest.length }];
  await pusher.manifest('all', JSON.stringify({ schemaVersion: 2, manifests }), OCI_INDEX);
});

afterAll(async () => {
  ecr.destroy();
  await simulator.close();
});

async function post(body: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${simulator.url}/_simulator/findings`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

test('findings are seen once the scan is over, by pages, counted by severity', async () => {
  const findings = [
    { name: 'CVE-2026-0001', severity: 'CRITICAL', uri: 'https://example.com/1', description: 'first' },
    { name: 'CVE-2026-0002', severity: 'LOW', attributes: [{ key: 'package_name', value: 'zlib' }] },
    { name: 'CVE-2026-0003', severity: 'LOW' },
  ];
  const findingSeverityCounts = { CRITICAL: 1, LOW: 2 };
  expect(await post({ repository: repositoryName, tag: 'v1', findings })).toEqual({
    status: 200,
    body: { digest: image.digest, findingSeverityCounts },
  });
  const input = { repositoryName, imageId: { imageDigest: image.digest }, maxResults: 2 };
  const pending = await ecr.send(new DescribeImageScanFindingsCommand(input));
  expect(pending.imageScanStatus?.status).toBe('IN_PROGRESS');
  expect(pending.imageScanFindings).toBeUndefined();

  await simulator.sim.clock.advance(60_000);
  const first = await ecr.send(new DescribeImageScanFindingsCommand(input));
  expect(first).toMatchObject({
    imageScanStatus: { status: 'COMPLETE' },
    imageScanFindings: { findings: findings.slice(0, 2), findingSeverityCounts },
  });
  const { nextToken } = first;
  const second = await ecr.send(new DescribeImageScanFindingsCommand({ ...input, nextToken }));
  expect(second.imageScanFindings).toMatchObject({ findings: findings.slice(2), findingSeverityCounts });
  expect(second.nextToken).toBeUndefined();

  await post({ repository: repositoryName, digest: image.digest, findings: [] });
  expect((await ecr.send(new DescribeImageScanFindingsCommand(input))).imageScanFindings).toMatchObject({
    findings: [],
    findingSeverityCounts: {},
  });
});

test.each([
  { change: { repository: 'nothing' }, message: /'nothing' does not exist/ },
  { change: { tag: 'v9' }, message: /imageTag:'v9'/ },
  { change: { tag: undefined }, message: /tag must name an image/ },
  { change: { digest: image.digest }, message: /digest or tag of the image, not both/ },
  { change: { tag: 'all' }, message: new RegExp(`image index.*${image.digest}`) },
  { change: { finding: [] }, message: /no member 'finding'/ },
  { change: { findings: {} }, message: /findings must be a list/ },
  { change: { findings: [{ severity: 'LOW' }] }, message: /findings\[0\]\.name/ },
  { change: { findings: [{ name: 'a', severity: 'low' }] }, message: /severity must be one of CRITICAL/ },
  { change: { findings: [{ name: 'a', severity: 'LOW', uri: 1 }] }, message: /uri must be text, not 1/ },
  {
    change: { findings: [{ name: 'a', severity: 'LOW', attributes: [{ value: 'b' }] }] },
    message: /attributes must be a list/,
  },
])('refuses $change', async ({ change, message }) => {
  const { status, body } = await post({ repository: repositoryName, tag: 'v1', findings: [], ...change });
  expect(status).toBe(400);
  expect(body).toMatchObject({ message: expect.stringMatching(message) });
});
