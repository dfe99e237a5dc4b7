import type { EngineChecks } from '../deployment/engine-checks.ts';
import { failed, passed, unknown, warned, type Item, type Verdict } from '../checklist/item.ts';
import type { Facts } from './facts.ts';

const MINUTE = 60_000;
/** In which tasks hardly start and become healthy, and in which they usually do. */
const START_MINUTES = 2;
const USUAL_MINUTES = 20;

/** Credentials last as long as the deployment. @param now epoch milliseconds */
export function credentialsItem(
  facts: Pick<Facts, 'aws'>,
  engine: Pick<EngineChecks, 'duration'>,
  now: () => number,
): Item {
  return {
    id: 'credentials',
    title: 'Lifetime of the credentials',
    needs: ['deployment-group', 'deployment-config'],
    check: async () => await credentials(facts, engine, now()),
  };
}

/** Credentials that end in the middle leave a deployment that nobody follows. */
async function credentials(
  facts: Pick<Facts, 'aws'>,
  engine: Pick<EngineChecks, 'duration'>,
  now: number,
): Promise<Verdict> {
  const validity = await facts.aws.identity.validity();
  if (validity.kind === 'renewed') return passed('They are renewed while the deployment runs.');
  if (validity.kind === 'unknown') {
    return unknown(
      'The end of these credentials is not known: AWS_CREDENTIAL_EXPIRATION is not set.',
      'Give role-to-assume, and the action renews its credentials. Or give aws-actions/configure-aws-credentials an id and output-credentials: true, and this step env: AWS_CREDENTIAL_EXPIRATION: ${{ steps.ID.outputs.aws-expiration }}. Keys of a user do not expire.',
    );
  }
  const left = Math.floor((validity.at - now) / MINUTE);
  if (left <= 0) {
    return failed(
      'These credentials have expired.',
      'Run aws-actions/configure-aws-credentials in this job, just before this step.',
    );
  }
  const { budget, leastMinutes: least } = await engine.duration();
  const most = Math.ceil(budget.totalMs / MINUTE);
  const longer =
    'Give the deployment role-to-assume with permissions: id-token: write, so that they are renewed; or set role-duration-seconds in aws-actions/configure-aws-credentials (and MaxSessionDuration of the role, at most 43200).';
  if (left < least + START_MINUTES) {
    return failed(
      `These credentials last ${left} minutes more; the deployment takes ${least} by its configuration, and its tasks have to start before.`,
      longer,
    );
  }
  const aside = `a deployment takes ${most} at most (${budget.reason})`;
  if (left < Math.min(most, least + USUAL_MINUTES))
    return warned(`These credentials last ${left} minutes more; ${aside}.`, longer);
  return passed(`They last ${left} minutes more; ${aside}.`);
}
