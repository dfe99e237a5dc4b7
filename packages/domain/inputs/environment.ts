import { parseArn } from '../identity/arn.ts';
import { parseRevision } from '../task/revision.ts';
import { field, InvalidInput, matching } from './input.ts';

/** An ECS cluster as users name it: by name or ARN. */
export const cluster = () =>
  matching({
    pattern: /^([\w-]{1,255}|arn:aws[\w-]*:ecs:[\w-]+:\d{12}:cluster\/[\w-]{1,255})$/,
    expected: 'the name or ARN of an ECS cluster',
    example: 'shop or arn:aws:ecs:us-east-1:123456789012:cluster/shop',
  });

/** An ECS service as users name it: by name or ARN, of the old form without the cluster too. */
export const service = () =>
  matching({
    pattern: /^([\w-]{1,255}|arn:aws[\w-]*:ecs:[\w-]+:\d{12}:service\/([\w-]{1,255}\/)?[\w-]{1,255})$/,
    expected: 'the name or ARN of an ECS service',
    example: 'web or arn:aws:ecs:us-east-1:123456789012:service/shop/web',
  });

/** A CloudFormation stack as users name it: by name or ARN. */
export const stack = () =>
  matching({
    pattern: /^([A-Za-z][A-Za-z0-9-]{0,127}|arn:aws[\w-]*:cloudformation:[\w-]+:\d{12}:stack\/\S+)$/,
    expected: 'the name or ARN of a CloudFormation stack',
    example: 'shop-production',
  });

/** A registered task definition by ARN or as `family:revision`; never a family alone, which would mean "the newest". */
export const revision = () => field(revisionName, {});

function revisionName(value: string): string {
  const arn = parseArn(value);
  if (parseRevision(value) === undefined || (arn !== undefined && arn.service !== 'ecs')) {
    throw new InvalidInput(
      'the ARN of a task definition or family:revision',
      'Write it like arn:aws:ecs:us-east-1:123456789012:task-definition/web:7, or web:7; the task-definition-arn output of register-taskdef fits.',
    );
  }
  return value;
}
