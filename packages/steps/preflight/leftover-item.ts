import type { World } from '../world.ts';
import { findPage, findSuspension, originOf, type Leftover, type LeftoverPlace } from '../leftovers/find.ts';
import { verdictOf } from '../checklist/checklist.ts';
import type { EngineChecks } from '../deployment/engine-checks.ts';
import type { Facts } from './facts.ts';
import { gravest, passed, warned, type Item, type Verdict } from '../checklist/item.ts';

/**
 * A maintenance page or a suspension of scaling that a step has not taken away.
 * @param engine undefined for a service that no engine serves
 */
export function leftoverItem(facts: Facts, engine: EngineChecks | undefined, world: World): Item {
  return {
    id: 'leftovers',
    title: 'Leftovers of earlier runs',
    needs: ['service'],
    check: async () => {
      const service = await facts.service();
      const environment = await facts.environment();
      const productionListener = await engine?.productionListener().catch(() => undefined);
      const place: LeftoverPlace = {
        environment,
        service,
        productionListener,
      };
      const verdicts = await Promise.all([
        judge(async () => await findPage(world, place)),
        judge(async () => await findSuspension(world, place)),
      ]);
      return gravest(
        verdicts.flatMap((verdict) => verdict ?? []),
        'No maintenance page is up, and no deployment has scaling suspended.',
      );
    },
  };
}

async function judge(find: () => Promise<Leftover | undefined>): Promise<Verdict | undefined> {
  let leftover;
  try {
    leftover = await find();
  } catch (error) {
    return verdictOf(error);
  }
  if (leftover === undefined) return undefined;
  const { ended, ours, what } = leftover;
  const found = `${what} is in force (${originOf(leftover)})`;
  if (ours && !ended) return passed(`${found}; it is of this run.`);
  return ended
    ? warned(
        `${found}: its time is over, the runner of the step that made it died.`,
        'The next deployment, rollback or pipeline takes it away; set clean-up: true to have preflight do it.',
      )
    : warned(
        `${found}.`,
        'Nothing has to be done while that run goes on. When its runner died, run its job again, or wait until the time is over.',
      );
}
