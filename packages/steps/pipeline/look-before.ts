import type { JsonObject } from '@cutover/domain/json';
import { check, conclude, type Outputs } from '../preflight/run.ts';
import type { InputSchema } from '@cutover/domain/inputs';
import type { Step } from '../step.ts';
import type { PipelineInputs } from './request.ts';

/**
 * The stage that looks at everything outside the image before it is built. What may not be looked at is left to the stages
 * that need it.
 * @param definition what the file of the task definition says; without one, what serves now is looked at
 */
export function lookBefore(
  given: PipelineInputs,
  definition: JsonObject | undefined,
): Step<InputSchema, Outputs> {
  return {
    name: 'preflight',
    inputs: {},
    outputs: ['passed', 'failed-count', 'unknown-count', 'items'],
    run: async (_, world) => {
      const results = await check(
        {
          stack: given.stack,
          cluster: given.cluster,
          service: given.service,
          application: undefined,
          group: undefined,
          config: given['codedeploy-deployment-config'],
          wanted:
            definition === undefined
              ? { kind: 'serving' }
              : { kind: 'definition', from: given['task-definition'] ?? '', definition },
          container: { name: undefined, port: undefined },
          image: undefined,
          // The first one does not exist yet; the end of the credentials is told by the stage that waits.
          skip: ['image', 'credentials'],
          alarms: given['ignore-alarms'] ? [] : given.alarms.length === 0 ? undefined : given.alarms,
          onActive: given['on-active-deployment'],
          waitUntil: given['wait-until'],
          waitMinutes: given['wait-for-minutes'],
          allowZeroTasks: false,
        },
        world,
      );
      for (const { found, status, title } of results) {
        if (status === 'warned' || status === 'unknown')
          world.progress.report({ type: 'note', text: `${title}: ${found}` });
      }
      const outcome = conclude(results);
      if (given.preflight === 'warn' && outcome.kind === 'failed') {
        const { headline, remedy } = outcome;
        world.progress.report({ type: 'warning', text: headline, remedy });
        return { kind: 'succeeded', headline, outputs: outcome.outputs, summary: outcome.summary ?? [] };
      }
      // A table of what is right says little beside the stages that follow.
      return outcome.kind === 'succeeded' ? { ...outcome, summary: [] } : outcome;
    },
  };
}
