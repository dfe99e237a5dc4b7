import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  BatchGetRepositoryScanningConfigurationCommand,
  CreateRepositoryCommand,
  DescribeImageScanFindingsCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  GetRegistryScanningConfigurationCommand,
  PutRegistryScanningConfigurationCommand,
  StartImageScanCommand,
  type RegistryScanningRule,
} from '@aws-sdk/client-ecr';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { buildImage, Pusher, tarball } from './push.ts';

const repositoryName = 'team/shop';
const image = buildImage([tarball({ name: 'shop' })]);
let simulator: RunningSimulator;
let ecr: ECRClient;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 0 });
  ecr = new ECRClient({
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});

afterEach(async () => {
  ecr.destroy();
  await simulator.close();
});

async function create(scanOnPush = false): Promise<void> {
  const imageScanningConfiguration = { scanOnPush };
  await ecr.send(new CreateRepositoryCommand({ repositoryName, imageScanningConfiguration }));
}

async function push(): Promise<void> {
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  const token = authorizationData?.[0]?.authorizationToken ?? '';
  await new Pusher(simulator.url, repositoryName, token).push(image, 'v1');
}

async function rules(scanType: 'BASIC' | 'ENHANCED', ...all: RegistryScanningRule[]): Promise<void> {
  await ecr.send(new PutRegistryScanningConfigurationCommand({ scanType, rules: all }));
}

function rule(filter: string, scanFrequency: RegistryScanningRule['scanFrequency']): RegistryScanningRule {
  return { scanFrequency, repositoryFilters: [{ filter, filterType: 'WILDCARD' }] };
}

const imageId = { imageDigest: image.digest };

async function findings() {
  return await ecr.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId }));
}

describe('when a repository is scanned', () => {
  test.each<[string, boolean, 'BASIC' | 'ENHANCED', RegistryScanningRule[], string]>([
    ['its own setting', true, 'BASIC', [], 'SCAN_ON_PUSH'],
    ['no setting', false, 'BASIC', [], 'MANUAL'],
    ['a rule of the registry', false, 'BASIC', [rule('*', 'SCAN_ON_PUSH')], 'SCAN_ON_PUSH'],
    [
      'a rule without asterisk, which finds a part of the name',
      false,
      'BASIC',
      [rule('shop', 'SCAN_ON_PUSH')],
      'SCAN_ON_PUSH',
    ],
    ['a rule for others', false, 'BASIC', [rule('other*', 'SCAN_ON_PUSH')], 'MANUAL'],
    [
      'enhanced scanning by a rule',
      false,
      'ENHANCED',
      [rule('team/*', 'CONTINUOUS_SCAN')],
      'CONTINUOUS_SCAN',
    ],
    ['enhanced scanning, which knows no setting of repositories', true, 'ENHANCED', [], 'MANUAL'],
  ])('%s', async (_, scanOnPush, scanType, all, expected) => {
    await create(scanOnPush);
    await rules(scanType, ...all);
    const { scanningConfigurations } = await ecr.send(
      new BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [repositoryName] }),
    );
    expect(scanningConfigurations).toEqual([
      expect.objectContaining({
        repositoryName,
        scanFrequency: expected,
        scanOnPush: expected === 'SCAN_ON_PUSH',
      }),
    ]);
    const { scanningConfiguration } = await ecr.send(new GetRegistryScanningConfigurationCommand({}));
    expect(scanningConfiguration).toEqual({ scanType, rules: all });
  });

  test('an unknown repository is a failure of its own', async () => {
    const { failures } = await ecr.send(
      new BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: ['none'] }),
    );
    expect(failures).toEqual([expect.objectContaining({ failureCode: 'REPOSITORY_NOT_FOUND' })]);
  });
});

test('enhanced findings come in Inspector’s words, and the scan never completes', async () => {
  await create();
  await rules('ENHANCED', rule('*', 'CONTINUOUS_SCAN'));
  await push();
  await fetch(`${simulator.url}/_simulator/findings`, {
    method: 'POST',
    body: JSON.stringify({
      repository: repositoryName,
      tag: 'v1',
      findings: [
        {
          name: 'CVE-2026-0001',
          severity: 'HIGH',
          attributes: [
            { key: 'package_name', value: 'zlib' },
            { key: 'package_version', value: '1.2' },
            { key: 'fixed_in_version', value: '1.3' },
          ],
        },
      ],
    }),
  });
  expect((await findings()).imageScanStatus?.status).toBe('PENDING');
  await simulator.sim.clock.advance(60_000);
  const { imageScanStatus, imageScanFindings } = await findings();
  expect(imageScanStatus?.status).toBe('ACTIVE');
  expect(imageScanFindings?.findings).toBeUndefined();
  expect(imageScanFindings?.enhancedFindings).toEqual([
    expect.objectContaining({
      severity: 'HIGH',
      packageVulnerabilityDetails: {
        vulnerabilityId: 'CVE-2026-0001',
        vulnerablePackages: [{ name: 'zlib', version: '1.2', fixedInVersion: '1.3' }],
      },
    }),
  ]);
  await expect(ecr.send(new StartImageScanCommand({ repositoryName, imageId }))).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

test('a scan may find nothing out', async () => {
  await create(true);
  await push();
  const set = async (status: string): Promise<number> => {
    const body = JSON.stringify({ repository: repositoryName, tag: 'v1', status });
    return (await fetch(`${simulator.url}/_simulator/findings`, { method: 'POST', body })).status;
  };
  expect(await set('BORED')).toBe(400);
  expect(await set('UNSUPPORTED_IMAGE')).toBe(200);
  await simulator.sim.clock.advance(60_000);
  expect((await findings()).imageScanStatus?.status).toBe('UNSUPPORTED_IMAGE');
});
