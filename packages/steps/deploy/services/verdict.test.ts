import { AwsCallError } from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';
import { describe, expect, test } from '@jest/globals';
import type { DeploymentOutputs } from '../outputs.ts';
import { NotStarted } from './starting-line.ts';
import { verdictOf, type MemberResult } from './verdict.ts';

const FAMILY = 'arn:aws:ecs:us-east-1:123456789012:task-definition/app';
const OPTIONS = { cancelled: false, startedAt: 0, now: 90_000 };

/** A service that was deployed from app:1 to app:2 and ended so. */
function ended(
  name: string,
  kind: Outcome['kind'],
  more: Partial<DeploymentOutputs> = {},
  back?: MemberResult['back'],
): MemberResult {
  const outputs: DeploymentOutputs = {
    'rolled-back': kind === 'rolledBack',
    superseded: false,
    'duration-seconds': 1,
    'deployment-id': kind === 'unchanged' ? undefined : `d-${name}`,
    'previous-task-definition-arn': `${FAMILY}:1`,
    'task-definition-arn': `${FAMILY}:2`,
    'traffic-shifted-at': kind === 'succeeded' ? `2026-01-01T00:0${name.length}:00.000Z` : undefined,
    ...more,
  };
  const outcome = { kind, what: `${name} ${kind}.`, fix: 'Mend it.', findings: [], outputs };
  return { name, revision: `${FAMILY}:2`, outcome, error: undefined, back };
}

function thrown(name: string, error: Error): MemberResult {
  return { name, revision: `${FAMILY}:2`, outcome: undefined, error, back: undefined };
}

const denied = new AwsCallError({
  action: 'codedeploy:CreateDeployment',
  code: 'Broken',
  what: 'no',
  fix: 'Repair it.',
});
const back = { kind: 'back', text: 'web is back on app:1', id: 'd-BACK' } as const;
const notBack = { kind: 'notBack', text: 'web is not back on app:1: no', id: undefined } as const;

describe('the whole', () => {
  test.each<[string, MemberResult[], string, RegExp]>([
    ['succeeds with all', [ended('web', 'succeeded'), ended('api', 'unchanged')], 'succeeded', /^All 2/],
    ['is unchanged with all', [ended('web', 'unchanged'), ended('api', 'unchanged')], 'unchanged', /web/],
    [
      'is rolled back when everything that moved is back',
      [ended('web', 'succeeded', {}, back), ended('api', 'rolledBack')],
      'rolledBack',
      /serve their old versions.*api: api rolledBack/,
    ],
    [
      'is rolled back when the others were not even started',
      [ended('web', 'rolledBack'), thrown('api', new NotStarted('web failed'))],
      'rolledBack',
      /web: web rolledBack/,
    ],
    [
      'fails when one could not be brought back',
      [ended('web', 'succeeded', {}, notBack), ended('api', 'rolledBack')],
      'failed',
      /not on one version: web is not back on app:1: no; api serves app:1/,
    ],
    [
      'fails when nobody knows what one serves',
      [ended('web', 'succeeded', {}, back), thrown('api', denied)],
      'failed',
      /what api serves is to be looked at.*codedeploy:CreateDeployment failed/,
    ],
    [
      'fails when one has failed without a way back',
      [ended('web', 'succeeded', {}, back), ended('api', 'failed')],
      'failed',
      /what api serves/,
    ],
  ])('%s', (_, results, kind, headline) => {
    const outcome = verdictOf(results, OPTIONS);
    expect(outcome.kind).toBe(kind);
    expect(outcome.what).toMatch(headline);
  });

  test('is cancelled whatever the parts are, and tells where each stands', () => {
    const outcome = verdictOf(
      [ended('web', 'succeeded'), ended('api', 'cancelled', { 'rolled-back': true })],
      { ...OPTIONS, cancelled: true },
    );
    expect(outcome).toMatchObject({
      kind: 'cancelled',
      what: 'Cancelled: web serves app:2; api serves app:1.',
    });
  });
});

test('outputs hold what all have in common, ids in order, and the time of the last shift', () => {
  const { outputs } = verdictOf([ended('web', 'succeeded'), ended('orders', 'succeeded')], OPTIONS);
  expect(outputs).toMatchObject({
    'deployment-id': 'd-web,d-orders',
    'task-definition-arn': `${FAMILY}:2`,
    'rolled-back': false,
    'traffic-shifted-at': '2026-01-01T00:06:00.000Z',
    'duration-seconds': 90,
  });
  expect(JSON.parse(outputs.services ?? '')).toMatchObject([
    { service: 'web', outcome: 'succeeded', 'deployment-id': 'd-web' },
    { service: 'orders', outcome: 'succeeded', 'deployment-id': 'd-orders' },
  ]);
});

test('a service that was taken back is reported so, with the deployment that did it', () => {
  const { outputs } = verdictOf(
    [ended('web', 'succeeded', {}, back), thrown('api', new NotStarted('web failed'))],
    OPTIONS,
  );
  expect(JSON.parse(outputs.services ?? '')).toMatchObject([
    { service: 'web', outcome: 'rolled-back', 'rolled-back': true, 'rollback-deployment-id': 'd-BACK' },
    { service: 'api', outcome: 'not-started', 'rolled-back': false },
  ]);
  expect(outputs['rolled-back']).toBe(true);
});
