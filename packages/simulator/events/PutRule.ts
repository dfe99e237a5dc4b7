import { ApiError } from '../kernel/api-error.ts';
import type { Rules } from './rules.ts';

interface PutRuleRequest {
  readonly Name: string;
  readonly ScheduleExpression?: string;
  readonly EventPattern?: string;
  readonly State?: string;
  readonly Description?: string;
  readonly RoleArn?: string;
  readonly EventBusName?: string;
}

/** `rate(1 hour)`, `rate(5 minutes)`; the unit is singular for 1 alone. */
const RATE = /^rate\((?:1 (?:minute|hour|day)|(?:[2-9]|[1-9]\d+) (?:minutes|hours|days))\)$/;
/** Six fields, of which the third or the fifth, days of the month or of the week, is `?`. */
const CRON = /^cron\(\S+ \S+ (?:\S+ \S+ \?|\? \S+ \S+) \S+\)$/;

/** @throws ApiError ValidationException, InvalidEventPatternException, ResourceNotFoundException */
export function putRule(rules: Rules, input: PutRuleRequest): { RuleArn: string } {
  const { Name, ScheduleExpression, EventPattern, State = 'ENABLED', Description, RoleArn } = input;
  const EventBusName = rules.bus(input.EventBusName);
  if (ScheduleExpression === undefined && EventPattern === undefined) {
    throw new ApiError(
      'ValidationException',
      'Parameter(s) EventPattern or ScheduleExpression must be specified.',
    );
  }
  if (ScheduleExpression !== undefined && !RATE.test(ScheduleExpression) && !CRON.test(ScheduleExpression))
    throw new ApiError('ValidationException', 'Parameter ScheduleExpression is not valid.');
  if (EventPattern !== undefined && !isPattern(EventPattern)) {
    throw new ApiError(
      'InvalidEventPatternException',
      'Event pattern is not valid. Reason: Filter is not an object',
    );
  }
  const Arn = rules.sim.arn('events', `rule/${Name}`);
  rules.put({
    Name,
    Arn,
    EventBusName,
    State,
    CreatedBy: rules.sim.account,
    ...(ScheduleExpression === undefined ? {} : { ScheduleExpression }),
    ...(EventPattern === undefined ? {} : { EventPattern }),
    ...(Description === undefined ? {} : { Description }),
    ...(RoleArn === undefined ? {} : { RoleArn }),
  });
  return { RuleArn: Arn };
}

function isPattern(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
