import { describe, expect, test } from '@jest/globals';
import type { ImageScan, ScanTrigger } from '@cutover/aws/ecr/image-scans';
import type { RepositoryState, StoredImage } from '@cutover/aws/ecr/images';
import type { Digest } from '@cutover/domain/image/digest';
import type { Severity, Vulnerability } from '@cutover/domain/image/vulnerability';
import { gate, type GateResult } from './gate.ts';
import { testWorld } from '../testing/world.ts';

const digest = (letter: string): Digest => `sha256:${letter.repeat(64)}`;
const repository = { name: 'team/app' } as RepositoryState;
const config = { mediaType: 'config', digest: digest('c'), size: 1 };
const single: StoredImage = {
  digest: digest('a'),
  mediaType: 'image',
  text: '',
  manifest: { kind: 'image', mediaType: 'image', config, layers: [] },
};

function found(id: string, severity: Severity): Vulnerability {
  return { id, severity, packages: ['zlib 1.2'], fixedIn: ['1.3'] };
}

const done = (...vulnerabilities: Vulnerability[]): ImageScan => ({ kind: 'done', vulnerabilities });
const ABSENT: ImageScan = { kind: 'absent' };
const PENDING: ImageScan = { kind: 'pending', status: 'IN_PROGRESS' };

interface Course {
  /** Scan states by seconds since the beginning; the last that has begun counts. */
  readonly scans: Readonly<Record<number, ImageScan>>;
  readonly trigger?: ScanTrigger;
  /** Whether a scan can be asked for. */
  readonly begins?: boolean;
}

/** Runs the gate in a time of its own. */
async function judge(
  { scans, trigger = 'push', begins = false }: Course,
  {
    threshold = 'high',
    minutes = 5,
    image = single,
  }: { threshold?: Severity; minutes?: number; image?: StoredImage } = {},
): Promise<{ result: GateResult | string; seconds: number; asked: number; looked: Digest[] }> {
  let now = 0;
  let asked = 0;
  const looked: Digest[] = [];
  const world = {
    clock: {
      now: () => now,
      random: () => 0,
      sleep: (ms: number) => {
        now += ms;
        return Promise.resolve();
      },
    },
    signal: new AbortController().signal,
    progress: { report: () => undefined },
    aws: {
      imageScans: {
        look: (_: unknown, which: Digest) => {
          looked.push(which);
          const begun = Object.keys(scans).filter((second) => Number(second) * 1000 <= now);
          return Promise.resolve(scans[Number(begun.at(-1))] ?? ABSENT);
        },
        trigger: () => Promise.resolve(trigger),
        begin: () => {
          asked++;
          return Promise.resolve(begins);
        },
      },
    },
  };
  const result = await gate(repository, image, { threshold, minutes }, testWorld(world)).catch(String);
  return { result, seconds: now / 1000, asked, looked };
}

describe('what passes', () => {
  test.each<[Severity, readonly Severity[], boolean]>([
    ['critical', ['high', 'medium', 'low'], true],
    ['critical', ['critical'], false],
    ['high', ['critical'], false],
    ['high', ['high'], false],
    ['high', ['medium', 'undefined'], true],
    ['medium', ['low', 'medium'], false],
    ['undefined', ['undefined'], false],
    ['low', ['informational'], true],
    ['high', [], true],
  ])('fail-on-severity: %s with %j: %s', async (threshold, severities, passes) => {
    const all = severities.map((severity, index) => found(`CVE-${index}`, severity));
    const { result } = await judge({ scans: { 0: done(...all) } }, { threshold });
    expect(result).toMatchObject({ kind: passes ? 'passed' : 'refused' });
  });

  test('the worst come first, and each once however many platforms have it', async () => {
    const entry = (letter: string) => ({
      mediaType: 'image',
      digest: digest(letter),
      size: 1,
      attestation: false,
    });
    const entries = [entry('1'), entry('2'), { ...entry('3'), attestation: true }];
    const image: StoredImage = { ...single, manifest: { kind: 'index', mediaType: 'index', entries } };
    const scans = { 0: done(found('CVE-2', 'high'), found('CVE-1', 'critical')) };
    const { result, looked } = await judge({ scans }, { image });
    expect(result).toMatchObject({ refused: [{ id: 'CVE-1' }, { id: 'CVE-2' }] });
    expect(looked).toEqual([digest('1'), digest('2')]);
  });
});

describe('waiting', () => {
  test('for a scan that is under way', async () => {
    const { result, seconds, asked } = await judge({ scans: { 0: PENDING, 40: done() } });
    expect(result).toMatchObject({ kind: 'passed' });
    expect(seconds).toBeLessThan(50);
    expect(asked).toBe(0);
  });

  test('for one that a push starts and that is not seen yet', async () => {
    const { result, asked } = await judge({ scans: { 0: ABSENT, 20: PENDING, 25: done() } });
    expect(result).toMatchObject({ kind: 'passed' });
    expect(asked).toBe(0);
  });

  test('one is asked for at once where a push starts none', async () => {
    const { asked, seconds } = await judge({
      scans: { 0: ABSENT, 1: done() },
      trigger: 'manual',
      begins: true,
    });
    expect(asked).toBe(1);
    expect(seconds).toBeLessThan(5);
  });

  test('one is asked for after a while where nobody knows', async () => {
    const { result, asked } = await judge({
      scans: { 0: ABSENT, 60: done() },
      trigger: 'unknown',
      begins: true,
    });
    expect(result).toMatchObject({ kind: 'passed' });
    expect(asked).toBe(1);
  });

  test('no longer than allowed', async () => {
    const { result, seconds } = await judge({ scans: { 0: PENDING } }, { minutes: 2 });
    expect(result).toEqual({ kind: 'timedOut', reason: 'the scan is IN_PROGRESS' });
    expect(seconds).toBe(120);
  });

  test.each<[ScanTrigger, number]>([
    ['manual', 0],
    ['unknown', 30],
  ])('not at all where nothing scans (%s)', async (trigger, after) => {
    const { result, seconds } = await judge({ scans: { 0: ABSENT }, trigger });
    expect(result).toMatch(/Input fail-on-severity: scanning is not enabled for repository team\/app/);
    expect(seconds).toBeGreaterThanOrEqual(after);
    expect(seconds).toBeLessThan(after + 10);
  });
});

test.each([
  ['UNSUPPORTED_IMAGE', /ECR can’t scan this image/],
  ['SCAN_ELIGIBILITY_EXPIRED', /too old for enhanced scanning/],
  ['LIMIT_EXCEEDED', /used up its scans/],
  ['IMAGE_ARCHIVED', /is archived/],
  ['FAILED', /came to no result/],
  ['FINDINGS_UNAVAILABLE', /came to no result/],
])('a scan that ends in %s lets no image pass', async (status, cause) => {
  const { result } = await judge({ scans: { 0: { kind: 'failed', status, reason: 'told so' } } });
  expect(result).toMatchObject({ kind: 'unscanned', what: expect.stringMatching(cause) });
});
