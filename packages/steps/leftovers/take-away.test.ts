import { expect, test } from '@jest/globals';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { AccessDeniedError, AwsCallError } from '@cutover/domain/errors';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { World } from '../world.ts';
import { takeAwayLeftovers } from './take-away.ts';
import { testWorld } from '../testing/world.ts';

const NOW = Date.UTC(2026, 7, 7, 12);
const BEFORE = new Date(NOW - 1000).toISOString();
const LATER = new Date(NOW + 1000).toISOString();
const RUN = 'https://github.com/octo/shop/actions/runs/41';
const MARK = { 'cutover:suspended-from': 'in=false out=false scheduled=true', 'cutover:run': RUN };

/** A service whose scaling is suspended, with these tags on its scalable target. */
class Scaled {
  readonly told: string[] = [];
  readonly events: ProgressEvent[] = [];
  readonly #tags: Readonly<Record<string, string>>;
  suspendedIn = true;
  trouble: Error | undefined;

  constructor(tags: Readonly<Record<string, string>>) {
    this.#tags = tags;
  }

  world(runUrl = RUN.replace('41', '42')): World {
    return testWorld({
      aws: {
        listenerRules: { of: async () => [], tags: async () => new Map() },
        scaling: {
          describe: async () => {
            if (this.trouble !== undefined) throw this.trouble;
            const suspended = { in: this.suspendedIn, out: false, scheduled: true };
            return { arn: 'arn:target', minimum: 1, maximum: 4, suspended };
          },
          tags: async () => this.#tags,
          suspend: async (_: string, service: string, to: object) => {
            this.told.push(`${service} ${JSON.stringify(to)}`);
          },
          untag: async () => {
            this.told.push('untag');
          },
        },
      },
      clock: { now: () => NOW },
      progress: { report: (event: ProgressEvent) => this.events.push(event) },
      run: { runUrl, runId: '42', runAttempt: '1', job: 'deploy' },
    });
  }

  async takeAway(options: { readonly dryRun?: boolean; readonly onlyPage?: boolean } = {}, runUrl?: string) {
    const environment = { cluster: 'shop', service: 'web' };
    const service = { name: 'web', cluster: 'shop' } as ServiceState;
    return await takeAwayLeftovers(
      this.world(runUrl),
      { environment, service, productionListener: 'http' },
      options,
    );
  }

  get said(): string {
    return this.events
      .map((event) => ('text' in event ? event.text : 'what' in event ? event.what : ''))
      .join('\n');
  }
}

test('a suspension whose time is over is lifted, to the state from before, and told', async () => {
  const scaled = new Scaled({ ...MARK, 'cutover:suspended-until': BEFORE });
  await scaled.takeAway();
  expect(scaled.told).toEqual(['web {"in":false,"out":false,"scheduled":true}', 'untag']);
  expect(scaled.said).toContain(`was left over (by ${RUN}, until ${BEFORE})`);
});

test.each<[string, Record<string, string>, string]>([
  ['whose time is not over', { ...MARK, 'cutover:suspended-until': LATER }, 'is in force'],
  ['without an end', MARK, 'without an end'],
  ['with an end that is no time', { ...MARK, 'cutover:suspended-until': 'soon' }, 'without an end'],
  ['of the user', {}, ''],
  ['with a mark that is no state', { ...MARK, 'cutover:suspended-from': 'x' }, ''],
])('a suspension %s stays', async (_, tags, said) => {
  const scaled = new Scaled(tags);
  await scaled.takeAway();
  expect(scaled.told).toEqual([]);
  expect(scaled.said).toContain(said);
  expect(scaled.events.length > 0).toBe(said !== '');
});

test('one that is lifted already, one of this run, and one that this step holds itself are not spoken of', async () => {
  const lifted = new Scaled({ ...MARK, 'cutover:suspended-until': BEFORE });
  lifted.suspendedIn = false;
  await lifted.takeAway();
  const own = new Scaled({ ...MARK, 'cutover:suspended-until': LATER });
  await own.takeAway({}, RUN);
  const held = new Scaled({ ...MARK, 'cutover:suspended-until': BEFORE });
  await held.takeAway({ onlyPage: true });
  for (const scaled of [lifted, own, held]) expect([scaled.told, scaled.events]).toEqual([[], []]);
});

test('a dry run takes nothing away, and says what it would', async () => {
  const scaled = new Scaled({ ...MARK, 'cutover:suspended-until': BEFORE });
  await scaled.takeAway({ dryRun: true });
  expect(scaled.told).toEqual([]);
  expect(scaled.said).toContain('would be taken away');
});

test('a look that fails never fails the step; a role without the right is not bothered', async () => {
  const scaled = new Scaled(MARK);
  const detail = { action: 'application-autoscaling:DescribeScalableTargets', what: 'no', fix: 'Fix.' };
  scaled.trouble = new AwsCallError({ ...detail, code: 'InternalServiceException' });
  await scaled.takeAway();
  expect(scaled.events).toMatchObject([{ type: 'warning', fix: 'Fix.' }]);
  scaled.events.length = 0;
  scaled.trouble = new AccessDeniedError(detail.action, { what: 'no', fix: 'Grant it.' });
  await scaled.takeAway();
  expect(scaled.events).toEqual([]);
});
