import type { BlueGreenRequest } from '../deploy/plan.ts';
import { wantedContainer } from '../deploy/plan.ts';
import type { JsonObject } from '@cutover/domain/text/json';
import type { InputSchema } from '@cutover/domain/inputs/input';
import { ITEM_IDS, type ItemId } from '../checklist/item.ts';
import { ENGINES } from '../deployment/engine-for.ts';
import { RULED_IDS } from '../preflight/shown.ts';
import { check, conclude, OUTPUTS, type PreflightOutputs } from '../preflight/run.ts';
import type { WantedGate } from '../rules/rule.ts';
import type { Step } from '../step.ts';
import type { PipelineInputs } from './request.ts';

/**
 * The image does not exist yet; the stage that waits tells the end of the credentials; what a dead runner left is taken
 * away after the look.
 */
const LATER: readonly ItemId[] = ['image', 'credentials', 'leftovers'];

/** Refusals of the deployment's own start, which no input turns off. */
const RULES: readonly string[] = ['identity', 'active-deployment', ...RULED_IDS];

/**
 * The stage that looks at everything outside the image before it is built. What may not be looked at is left to the stages
 * that need it. With `preflight: off` or `warn` it still ends with what the deployment's start would refuse: after the
 * build and the migration it would be too late to know.
 * @param definition what the file of the task definition says; without one, what serves now is looked at
 */
export function lookBefore(
  given: PipelineInputs,
  definition: JsonObject | undefined,
  deployment: BlueGreenRequest,
): Step<InputSchema, PreflightOutputs> {
  return {
    name: 'preflight',
    inputs: {},
    outputs: OUTPUTS,
    run: async (_, world) => {
      const off = given.preflight === 'off';
      const results = await check(
        {
          among: ENGINES,
          stack: given.stack,
          cluster: given.cluster,
          service: given.service,
          engine: deployment.engine,
          wanted:
            definition === undefined
              ? { kind: 'serving' }
              : { kind: 'definition', from: given['task-definition'] ?? '', definition },
          container: wantedContainer(deployment),
          image: undefined,
          // The file was read already, with their values in it.
          variables: new Map(),
          skip: off ? ITEM_IDS.filter((id) => !RULES.includes(id)) : LATER,
          alarms: given['ignore-alarms'] ? [] : given.alarms.length === 0 ? undefined : given.alarms,
          onActive: given['on-active-deployment'],
          gate: gateOf(deployment),
          waitUntil: given['wait-until'],
          waitMinutes: given['wait-for-minutes'],
          allowZeroTasks: false,
        },
        world,
      );
      if (!off) {
        for (const { status, title, what } of results) {
          if (status === 'warned' || status === 'unknown')
            world.progress.report({ type: 'note', text: `${title}: ${what}` });
        }
      }
      const isRefused = results.some(({ refuses }) => refuses === true);
      const outcome = conclude(
        given.preflight === 'fail' || !isRefused
          ? results
          : results.filter(({ refuses, status }) => status !== 'failed' || refuses === true),
      );
      if (given.preflight !== 'fail' && outcome.kind === 'failed' && !isRefused) {
        const { what: headline, fix } = outcome;
        if (!off) world.progress.report({ type: 'warning', what: headline, fix });
        return {
          kind: 'succeeded',
          what: headline,
          outputs: outcome.outputs,
          summary: outcome.summary ?? [],
        };
      }
      // A table of what is right says little beside the stages that follow.
      return outcome.kind === 'succeeded' ? { ...outcome, summary: [] } : outcome;
    },
  };
}

function gateOf({ gate }: BlueGreenRequest): WantedGate | undefined {
  return gate === undefined
    ? undefined
    : { kind: gate.kind, minutes: gate.minutes, url: gate.kind === 'health' ? undefined : gate.url };
}
