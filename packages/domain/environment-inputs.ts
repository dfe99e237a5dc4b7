import { matching } from './inputs.ts';

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
