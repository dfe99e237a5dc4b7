import type { AddTagsInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function addTags(elb: LoadBalancing, input: AddTagsInput): object {
  const arns = list<string>(input.ResourceArns);
  for (const arn of arns) elb.taggable(arn);
  for (const arn of arns) elb.tag(arn, input.Tags);
  return {};
}
