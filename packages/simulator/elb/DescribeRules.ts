import type { DescribeRulesInput, DescribeRulesOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { invalid, list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function describeRules(elb: LoadBalancing, input: DescribeRulesInput): DescribeRulesOutput {
  const arns = list<string>(input.RuleArns);
  if (arns.length > 0) {
    return {
      Rules: arns.flatMap((arn) =>
        elb
          .rule(arn)
          .listener.describeRules()
          .filter((rule) => rule.RuleArn === arn),
      ),
    };
  }
  if (input.ListenerArn === undefined) {
    throw invalid('You must specify either listener rule ARNs or a listener ARN');
  }
  return { Rules: elb.listener(input.ListenerArn).describeRules() };
}
