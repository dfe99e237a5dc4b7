import type { DescribeTagsInput, DescribeTagsOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function describeTags(elb: LoadBalancing, input: DescribeTagsInput): DescribeTagsOutput {
  return {
    TagDescriptions: list<string>(input.ResourceArns).map((arn) => {
      elb.taggable(arn);
      return {
        ResourceArn: arn,
        Tags: [...(elb.tags.get(arn) ?? [])].map(([Key, Value]) => ({ Key, Value })),
      };
    }),
  };
}
