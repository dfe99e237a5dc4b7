import { order, orderOfNoTask } from './blue-green-order.ts';
import * as blueGreen from './blue-green.ts';
import * as buildPlan from './build-plan.ts';
import { build } from './build.ts';
import { deployments } from './deploy-service.ts';
import * as diagnose from './diagnose.ts';
import * as everyAction from './every-action.ts';
import { logs } from './logs.ts';
import { migration } from './migration.ts';
import { stages } from './pipeline-stages.ts';
import * as pipeline from './pipeline.ts';
import * as preflight from './preflight.ts';
import type { InputProofs } from './proof.ts';
import { register } from './register.ts';
import { rollback } from './rollback.ts';
import { stack } from './stack.ts';
import * as verifyPlan from './verify-plan.ts';
import { verify } from './verify.ts';

/** Proofs of inputs, by action and scene. */
export const PROOFS: readonly InputProofs[] = [
  order,
  orderOfNoTask,
  blueGreen.deployment,
  blueGreen.behindAnother,
  ...deployments,
  verify,
  verifyPlan.plan,
  rollback,
  preflight.preflight,
  preflight.behindAnother,
  diagnose.service,
  diagnose.sick,
  register,
  migration,
  stack,
  build,
  buildPlan.plan,
  stages,
  pipeline.whole,
  pipeline.end,
  ...logs,
  everyAction.access,
  everyAction.file,
  everyAction.language,
];
