import { InvalidInput, list, type Field } from './input.ts';

/**
 * Input of alarms by their names. CodeDeploy and DescribeAlarms take names only, and the name in an ARN could be that of
 * another alarm here.
 */
export function alarmNames(): Field<readonly string[]> {
  const entries = list();
  return {
    ...entries,
    parse: (value) => {
      const found = entries.parse(value);
      if (found.some((one) => /^arn:/i.test(one))) {
        throw new InvalidInput(
          'a list of names of alarms',
          'Write the name of each alarm of this account and Region, which is the part behind alarm: in its ARN.',
        );
      }
      return found;
    },
  };
}
