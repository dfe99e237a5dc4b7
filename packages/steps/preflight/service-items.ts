import { CutoverError } from '@cutover/domain/errors';
import { failed, passed, type Item, type Verdict } from '../checklist/item.ts';
import { ruled } from '../checklist/ruled.ts';
import { engineFor } from '../deployment/engine-for.ts';
import type { Facts } from './facts.ts';
import { looselyTrusted } from './web-trust.ts';

/** Items about our credentials, and the engine that deploys the service. */
export function firstItems(facts: Facts): readonly Item[] {
  return [
    { id: 'identity', title: 'AWS credentials', needs: [], check: async () => await identity(facts) },
    ruled(facts, 'service', 'Service', ['identity'], async () => await service(facts)),
    ruled(facts, 'controller', 'Deployment controller', ['service'], async () => {
      const kind = engineFor(await facts.service(), facts.request.among);
      return passed(`It is ${kind?.controller ?? ''}.`);
    }),
  ];
}

/** Number of tasks that the service wants. */
export function desiredItem(facts: Facts): Item {
  return ruled(facts, 'desired-count', 'Number of tasks', ['service'], async () => await desired(facts));
}

/** Whatever keeps us from knowing who we are keeps us from everything else too. */
async function identity(facts: Facts): Promise<Verdict> {
  const { aws } = facts;
  try {
    const { account, arn } = await aws.identity.caller();
    return (
      (await looselyTrusted(facts, arn)) ??
      passed(`The credentials of ${arn} work in account ${account}, ${aws.region}.`)
    );
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    return failed(error.message, error.fix);
  }
}

async function service(facts: Facts): Promise<Verdict> {
  const { cluster, name } = await facts.service();
  return passed(`Service ${name} in cluster ${cluster} is ACTIVE.`);
}

async function desired(facts: Facts): Promise<Verdict> {
  return passed(`The desired count is ${(await facts.service()).desired}.`);
}
