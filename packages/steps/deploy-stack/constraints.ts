import { quoted } from '@cutover/domain/inputs/input';
import { textOf, type JsonObject } from '@cutover/domain/text/json';

/** A template's constraints on the values of a parameter. */
export interface Constraints {
  /** `String`, `Number`, `CommaDelimitedList`, `List<Number>`, or a type of AWS's own. */
  readonly type: string;
  readonly allowedValues?: readonly string[];
  readonly allowedPattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  /** The template's own words for what is allowed. */
  readonly description?: string;
}

/** The constraints in a template's declaration of a parameter. */
export function constraintsOf(declared: JsonObject): Constraints {
  const numberOf = (name: string): number | undefined => {
    const value = Number(textOf(declared[name]) || Number.NaN);
    return Number.isNaN(value) ? undefined : value;
  };
  const allowed = declared['AllowedValues'];
  const description = declared['ConstraintDescription'];
  const optional = {
    allowedValues: Array.isArray(allowed) ? allowed.map((one) => textOf(one)) : undefined,
    allowedPattern: typeof declared['AllowedPattern'] === 'string' ? declared['AllowedPattern'] : undefined,
    minLength: numberOf('MinLength'),
    maxLength: numberOf('MaxLength'),
    minValue: numberOf('MinValue'),
    maxValue: numberOf('MaxValue'),
    description: typeof description === 'string' ? description : undefined,
  };
  return {
    type: textOf(declared['Type']) || 'String',
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Omit<
      Constraints,
      'type'
    >),
  };
}

/** Why CloudFormation would refuse a value. */
export interface Refusal {
  /** Completes "parameter NAME ", without the value of a NoEcho parameter. */
  readonly what: string;
  readonly fix: string;
}

/**
 * Judges a value as CreateChangeSet would, which names one mistake at a time and not where it stands.
 * Names of Parameter Store and what CloudFormation looks up in the account (`AWS::EC2::VPC::Id`) are left to it, but for
 * the form that the template asks for.
 */
export function refusedValue(
  name: string,
  value: string,
  noEcho: boolean,
  given: Constraints,
): Refusal | undefined {
  const { allowedPattern, allowedValues, maxLength, maxValue, minLength, minValue, type } = given;
  const isStored = type.startsWith('AWS::SSM::');
  const isList = !isStored && (type === 'CommaDelimitedList' || type.startsWith('List<'));
  const items = isList ? (value === '' ? [''] : value.split(',').map((item) => item.trim())) : [value];
  const isNumeric = type === 'Number' || type === 'List<Number>';
  const refuse = (item: string, wanted: string, fix: string): Refusal => ({
    what: `${noEcho ? 'has a value that' : `is ${quoted(item)}, which`} is not ${wanted}.${given.description === undefined ? '' : ` The template says: ${given.description.replace(/[.\s]*$/, '.')}`}`,
    fix,
  });
  const pattern = allowedPattern === undefined ? undefined : patternOf(allowedPattern);
  for (const item of items) {
    const number = Number(item);
    if (isNumeric && (item.trim() === '' || Number.isNaN(number)))
      return refuse(item, 'a number', `Give ${name} a number${rangeOf(given)}.`);
    if (allowedValues !== undefined && !allowedValues.includes(item))
      return refuse(item, 'an allowed value', `Give ${name} one of ${allowedValues.join(', ')}.`);
    if (pattern !== undefined && !pattern.test(item))
      return refuse(
        item,
        'of the allowed form',
        `Give ${name} a value that matches ${allowedPattern ?? ''}.`,
      );
    if (
      isNumeric &&
      ((minValue !== undefined && number < minValue) || (maxValue !== undefined && number > maxValue))
    )
      return refuse(item, 'in the allowed range', `Give ${name} a number${rangeOf(given)}.`);
  }
  if (minLength !== undefined && value.length < minLength)
    return refuse(
      value,
      `at least ${minLength} characters long`,
      `Give ${name} ${minLength} characters or more.`,
    );
  if (maxLength !== undefined && value.length > maxLength)
    return refuse(
      value,
      `at most ${maxLength} characters long`,
      `Give ${name} ${maxLength} characters or fewer.`,
    );
  return undefined;
}

/** ` from 1 to 65535` */
function rangeOf({ maxValue, minValue }: Constraints): string {
  return `${minValue === undefined ? '' : ` from ${minValue}`}${maxValue === undefined ? '' : ` to ${maxValue}`}`;
}

/** CloudFormation's patterns are Java's and match the whole value; one that JavaScript can't read is left to CloudFormation. */
function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    return undefined;
  }
}
