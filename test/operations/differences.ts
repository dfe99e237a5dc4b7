import { CLOUDFORMATION } from './differences/cloudformation.ts';
import { CODEDEPLOY } from './differences/codedeploy.ts';
import { ECR } from './differences/ecr.ts';
import { ECS } from './differences/ecs.ts';
import { ECS_TASKS } from './differences/ecs-tasks.ts';
import { ELBV2 } from './differences/elbv2.ts';
import { LOGS } from './differences/logs.ts';
import { OTHERS } from './differences/others.ts';
import type { Difference } from './differences/difference.ts';

/** Every difference of the simulator and moto; `internal error 500` says that moto breaks down where AWS answers. */
export const DIFFERENCES: readonly Difference[] = [
  ...CLOUDFORMATION,
  ...CODEDEPLOY,
  ...ECR,
  ...ECS,
  ...ECS_TASKS,
  ...ELBV2,
  ...LOGS,
  ...OTHERS,
];
