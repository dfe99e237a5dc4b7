import { expect, test } from '@jest/globals';
import { AccessDeniedError, AwsCallError, CutoverError } from '@cutover/domain/errors';
import type { ProgressEvent } from '@cutover/domain/progress';
import { TAGS } from '../maintenance/tags.ts';
import { ownerOf } from '../maintenance/windows.ts';
import { testWorld } from '../testing/world.ts';
import type { World } from '../world.ts';
import { post } from './run.ts';
import { takePageAway } from './protect.ts';
import { markOfAttempt } from './task-request.ts';

const LISTENER = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/1a/2b';
const RULE = `${LISTENER.replace(':listener/', ':listener-rule/')}/3c`;
const TASK = 'arn:aws:ecs:us-east-1:123456789012:task/shop/0a1b2c';
const refused = new AccessDeniedError('x:Y', { what: 'x:Y was refused.', fix: 'Grant it.' });
const lost = new AwsCallError({ action: 'x:Y', code: 'TimeoutError', what: 'lost', fix: 'Again.' });

interface Stand {
  readonly world: World;
  readonly events: ProgressEvent[];
  readonly done: string[];
  readonly remembered: Record<string, string>;
}

/** A page on a listener and a task, both of this run. @param fails errors of the calls, by name */
function stand(fails: Readonly<Record<string, Error>> = {}): Stand {
  const events: ProgressEvent[] = [];
  const done: string[] = [];
  let page = true;
  let looks = 0;
  const call = (name: string): void => {
    const error = fails[name];
    if (error !== undefined) throw error;
    done.push(name);
  };
  const world: World = testWorld({
    run: {
      runId: '7',
      runAttempt: '1',
      job: 'deploy',
      runUrl: 'https://github.com/octo/shop/actions/runs/7',
      repository: 'octo/shop',
      commit: '0123456',
    },
    progress: { report: (event: ProgressEvent) => events.push(event) },
    aws: {
      region: 'us-east-1',
      listenerRules: {
        of: async () => {
          looks += 1;
          if (fails['look'] !== undefined) throw fails['look'];
          if (looks > 1 && fails['look again'] !== undefined) throw fails['look again'];
          return page ? [{ arn: RULE, priority: 1, fixedStatus: '503' }] : [];
        },
        tags: async () =>
          new Map([
            [
              RULE,
              new Map([
                [TAGS.window, 'shop/web'],
                [TAGS.owner, ownerOf(world)],
                [TAGS.until, '2026-01-01T00:00:00.000Z'],
              ]),
            ],
          ]),
        remove: async () => {
          if (fails['answer'] !== undefined) {
            page = false;
            throw fails['answer'];
          }
          call('remove');
          page = false;
        },
      },
      tasks: {
        list: async () => {
          call('list');
          return [TASK];
        },
        describe: async () => {
          call('describe');
          return [
            {
              arn: TASK,
              taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/migrate:1',
              lastStatus: 'RUNNING',
              desiredStatus: 'RUNNING',
              startedBy: markOfAttempt(world.run, ''),
              containers: [],
            },
          ];
        },
        stop: async () => {
          call('stop');
        },
      },
    },
  });
  const remembered = {
    'maintenance-listeners': LISTENER,
    'maintenance-owner': ownerOf(world),
    cluster: 'shop',
    'started-by': markOfAttempt(world.run, ''),
  };
  return { world, events, done, remembered };
}

async function failure(work: Promise<void>): Promise<string> {
  return await work.then(
    () => '',
    (error: unknown) => (error instanceof CutoverError ? `${error.message}\n${error.fix}` : String(error)),
  );
}

test('a page that can not be taken away is said to be seen by users', async () => {
  const { remembered, world } = stand({ remove: refused });
  const said = await failure(takePageAway(remembered, world));
  expect(said).toContain(
    'Users of shop/web still see the maintenance page, whose time ends at 2026-01-01T00:00:00.000Z: x:Y was refused.',
  );
  expect(said).toContain('run preflight with clean-up: true');
});

test('a page that is gone although the answer got lost makes nothing fail', async () => {
  const { events, remembered, world } = stand({ answer: lost });
  await takePageAway(remembered, world);
  expect(events).toMatchObject([{ type: 'note', text: expect.stringContaining('taken away') as unknown }]);
});

test('a page that can not be looked for fails, as users may see it', async () => {
  const { remembered, world } = stand({ look: refused });
  const said = await failure(takePageAway(remembered, world));
  expect(said).toContain(
    'Users may still see the maintenance page; whether they do could not be found out: x:Y was refused.',
  );
  expect(said).toContain('run preflight with clean-up: true');
});

test('a task that can not be stopped is named, and the page goes all the same', async () => {
  const { done, remembered, world } = stand({ stop: refused });
  const said = await failure(post(remembered, world));
  expect(said).toContain(
    'Task 0a1b2c (migrate:1) of the step that was killed could not be stopped and runs on',
  );
  expect(said).toContain(`aws ecs stop-task --cluster shop --task ${TASK} --region us-east-1`);
  expect(done).toContain('remove');
});

test('a task and a page that both stay are both said', async () => {
  const { remembered, world } = stand({ stop: refused, remove: refused });
  const said = await failure(post(remembered, world));
  expect(said).toContain('could not be stopped and runs on');
  expect(said).toContain('still see the maintenance page');
});

test.each(['list', 'describe'])('a task that can not be looked for (%s) is said', async (call) => {
  const { done, remembered, world } = stand({ [call]: refused });
  expect(await failure(post(remembered, world))).toContain(
    'Whether a task of the step that was killed still runs in cluster shop could not be found out',
  );
  expect(done).toContain('remove');
});

test('a task that is known is stopped although the list is refused', async () => {
  const { done, events, remembered, world } = stand({ list: refused });
  await post({ ...remembered, 'task-arn': TASK }, world);
  expect(done).toEqual(['describe', 'stop', 'remove']);
  expect(events[0]).toMatchObject({
    type: 'warning',
    what: expect.stringContaining('another task') as unknown,
  });
});
