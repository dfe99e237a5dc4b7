import { ConfigurationError, CutoverError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import { abortable } from '../../deployment/abortable.ts';
import type { World } from '../../world.ts';
import type { inputs } from '../inputs.ts';
import type { DeploymentOutputs } from '../outputs.ts';
import { readRequest } from '../request.ts';
import { entriesOf, inputsFor } from './entries.ts';
import { Member } from './member.ts';
import { NotStarted, StartingLine, type Start } from './starting-line.ts';
import type { RunOne } from './run-one.ts';
import { takeBack, type WayBack } from './take-back.ts';
import { verdictOf } from './verdict.ts';

type Given = Inputs<typeof inputs>;

/**
 * Deploys several services side by side, each as if alone. None starts before all have been checked; when one fails, all
 * others go back to what they served before.
 */
export async function deployTogether(
  given: Given,
  world: World,
  runOne: RunOne,
): Promise<Outcome<DeploymentOutputs>> {
  const startedAt = world.clock.now();
  const entries = entriesOf(given);
  for (const entry of entries) await readRequest(inputsFor(given, entry), world);
  world.remember('services', JSON.stringify(entries.map(({ service }) => service)));
  const line = new StartingLine(entries.length);
  const members = entries.map((entry, index) => new Member(world, entry, index));
  let trouble: string | undefined;
  const fail = async (member: Member, why: string): Promise<void> => {
    if (trouble !== undefined || world.signal.aborted) return;
    trouble = `${member.name} failed`;
    line.close(`${member.name} failed: ${why}`);
    await Promise.all(members.map((other) => other.recall()));
  };
  const stop = (): void => {
    // Members that succeeded no longer listen to the abort signal, so their deployments are stopped here.
    if (given['on-cancel'] === 'leave') return;
    for (const { engine, outcome } of members) {
      const id = outcome?.kind === 'succeeded' ? outcome.outputs['deployment-id'] : undefined;
      if (id !== undefined)
        void engine?.stop(id, { rollback: given['on-cancel'] === 'rollback' }).catch(() => undefined);
    }
  };
  world.signal.addEventListener('abort', stop, { once: true });
  await Promise.all(
    members.map(async (member, index) => {
      const start: Start = {
        arrive: () => {
          line.arrive(index);
        },
        permit: async () => {
          await abortable(world.signal, line.permit(index));
        },
        follow: (engine, id) => {
          member.follow(engine, id);
        },
      };
      try {
        member.outcome = await runOne(inputsFor(given, member.entry), member.world, start);
        if (!member.succeeded) await fail(member, member.outcome.what);
        line.arrive(index);
      } catch (error) {
        member.error = error;
        if (!(error instanceof NotStarted))
          await fail(member, error instanceof Error ? error.message : String(error));
        line.arrive(index);
      }
    }),
  );
  if (members.every(({ outcome }) => outcome?.outputs['deployment-id'] === undefined)) refuse(members);
  const back = new Map<Member, WayBack>();
  if (trouble !== undefined && !world.signal.aborted) {
    const forward = members.filter(
      ({ outcome }) => outcome?.kind === 'succeeded' || outcome?.kind === 'timedOut',
    );
    await Promise.all(
      forward.map(async (member) => {
        back.set(member, await takeBack(member, given, runOne));
      }),
    );
  }
  const outcome = verdictOf(
    members.map((member) => ({
      name: member.name,
      revision: member.entry.revision,
      outcome: member.outcome,
      error: member.error,
      back: back.get(member),
    })),
    { cancelled: world.signal.aborted, startedAt, now: world.clock.now() },
  );
  if (outcome.kind !== 'cancelled') world.remember('settled', 'true');
  return outcome;
}

/** Nothing was deployed: what stands in the way is told for all services at once. */
function refuse(members: readonly Member[]): void {
  const errors = members.flatMap(({ error, name }) =>
    error === undefined || error instanceof NotStarted ? [] : [{ error, name }],
  );
  const [first] = errors;
  if (first === undefined) return;
  for (const { error } of errors) {
    if (error instanceof CutoverError) continue;
    throw error instanceof Error ? error : new Error('a service failed without an error', { cause: error });
  }
  throw new ConfigurationError(
    errors.map(({ error, name }) => ({
      what: `${name}: ${(error as CutoverError).message}`,
      fix: `${name}: ${(error as CutoverError).fix}`,
    })),
    { cause: first.error, findings: errors.flatMap(({ error }) => (error as CutoverError).findings) },
  );
}
