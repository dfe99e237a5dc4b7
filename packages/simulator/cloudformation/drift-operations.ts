import { randomUUID } from 'node:crypto';
import type {
  DescribeStackDriftDetectionStatusInput,
  DescribeStackDriftDetectionStatusOutput,
  DescribeStackResourceDriftsInput,
  DescribeStackResourceDriftsOutput,
  DetectStackDriftInput,
  DetectStackDriftOutput,
} from '@aws-sdk/client-cloudformation';
import { driftsOf } from './deploy/drift.ts';
import { page } from './page.ts';
import { list } from './request.ts';
import type { DriftDetection, Stack } from './stack.ts';
import type { Stacks } from './stacks.ts';
import { validation } from './template/parse-template.ts';
import { reasonOf } from '../kernel/reason.ts';

/** How long a detection takes, in AWS milliseconds (assumption). */
const DETECT_MS = 10_000;

const DETECTABLE = new Set([
  'CREATE_COMPLETE',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_FAILED',
]);

/** Operations that compare a stack with what is live. */
export function driftOperations(stacks: Stacks) {
  return {
    DetectStackDrift: (input: DetectStackDriftInput): DetectStackDriftOutput => {
      const stack = stacks.require(input.StackName);
      if (!DETECTABLE.has(stack.status)) {
        throw validation(
          `Drift detection cannot be performed on stack [${stack.id}] while it is in ${stack.status} state.`,
        );
      }
      if (stack.drift?.status === 'DETECTION_IN_PROGRESS') {
        throw validation(`Drift detection is already in progress for stack [${stack.id}]`);
      }
      const only = new Set(list(input.LogicalResourceIds));
      const unknown = [...only].filter((id) => !stack.resources.has(id));
      if (unknown.length > 0) {
        throw validation(`Resources [${unknown.join(', ')}] do not exist for stack ${stack.name}`);
      }
      const detection: DriftDetection = {
        id: randomUUID(),
        startedAt: stacks.sim.clock.date(),
        status: 'DETECTION_IN_PROGRESS',
        reason: undefined,
        drifts: stack.drift?.drifts ?? [],
      };
      stack.drift = detection;
      stacks.sim.clock.after(DETECT_MS, () => {
        void compare(stacks, stack, only, detection);
      });
      return { StackDriftDetectionId: detection.id };
    },

    DescribeStackDriftDetectionStatus: (
      input: DescribeStackDriftDetectionStatusInput,
    ): DescribeStackDriftDetectionStatusOutput => {
      const stack = stacks.all().find(({ drift }) => drift?.id === input.StackDriftDetectionId);
      if (stack?.drift === undefined) {
        throw validation(
          `Stack Drift Detection ${input.StackDriftDetectionId ?? ''} does not exist for account ${stacks.sim.account}.`,
        );
      }
      const { drifts, id, reason, startedAt, status } = stack.drift;
      const drifted = drifts.filter(({ StackResourceDriftStatus }) => StackResourceDriftStatus !== 'IN_SYNC');
      return {
        StackId: stack.id,
        StackDriftDetectionId: id,
        DetectionStatus: status,
        DetectionStatusReason: reason,
        Timestamp: startedAt,
        ...(status === 'DETECTION_IN_PROGRESS'
          ? {}
          : {
              StackDriftStatus: drifted.length > 0 ? 'DRIFTED' : 'IN_SYNC',
              DriftedStackResourceCount: drifted.length,
            }),
      };
    },

    DescribeStackResourceDrifts: (
      input: DescribeStackResourceDriftsInput,
    ): DescribeStackResourceDriftsOutput => {
      const stack = stacks.require(input.StackName);
      const wanted = new Set<string>(list(input.StackResourceDriftStatusFilters));
      const all = (stack.drift?.drifts ?? []).filter(
        ({ StackResourceDriftStatus: status }) => wanted.size === 0 || wanted.has(status ?? ''),
      );
      const { items, nextToken } = page(all, input.NextToken);
      return { StackResourceDrifts: items, NextToken: nextToken };
    },
  };
}

async function compare(
  stacks: Stacks,
  stack: Stack,
  only: ReadonlySet<string>,
  detection: DriftDetection,
): Promise<void> {
  try {
    detection.drifts = await driftsOf(stacks, stack, only);
    detection.status = 'DETECTION_COMPLETE';
  } catch (error) {
    detection.reason = reasonOf(error);
    detection.status = 'DETECTION_FAILED';
  }
}
