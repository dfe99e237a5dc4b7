import { type Account, type Input, needs, passes, type Row, type Table, text } from './call.ts';

/** A rule's ARN names its bus unless that is the default one. */
function rule(input: Input, account: Account): string {
  const bus = text(input['EventBusName']);
  const below = bus === '' || bus === 'default' ? '' : `${bus.slice(bus.lastIndexOf('/') + 1)}/`;
  return account.arn('events', `rule/${below}${text(input['Rule']) || text(input['Name'])}`);
}

const onRule =
  (action: string): Row =>
  (input, account) => [needs(`events:${action}`, [rule(input, account)])];

/** Source: the service authorization reference of EventBridge; ListRules knows no resource. */
export const events: Table = {
  DeleteRule: onRule('DeleteRule'),
  DescribeRule: onRule('DescribeRule'),
  ListRules: () => [needs('events:ListRules', [])],
  ListTargetsByRule: onRule('ListTargetsByRule'),
  PutRule: (input, account) => [
    needs('events:PutRule', [rule(input, account)]),
    ...passes([input['RoleArn']], 'events.amazonaws.com'),
  ],
  PutTargets: (input, account) => {
    const targets = Array.isArray(input['Targets']) ? (input['Targets'] as readonly Input[]) : [];
    return [
      needs('events:PutTargets', [rule(input, account)], {
        'events:TargetArn': targets.map(({ Arn }) => text(Arn)),
      }),
      ...passes(
        targets.map(({ RoleArn }) => RoleArn),
        'events.amazonaws.com',
      ),
    ];
  },
  RemoveTargets: onRule('RemoveTargets'),
};
