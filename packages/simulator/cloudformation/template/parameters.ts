import type { Parameter } from '@aws-sdk/client-cloudformation';
import { validation } from './parse-template.ts';
import type { ParameterValues, Template, TemplateParameter } from './shape.ts';
import { storedType } from './stored-parameters.ts';

/**
 * The value of every parameter of the template: given, kept from the stack (`previous`), or the default.
 * @throws ValidationError in CloudFormation's words
 */
export function resolveParameters(
  template: Template,
  given: readonly Parameter[],
  previous: ParameterValues | undefined,
): ParameterValues {
  const unknown = given
    .map(({ ParameterKey: key = '' }) => key)
    .filter((key) => !(key in template.Parameters));
  if (unknown.length > 0) {
    throw validation(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  }
  const values: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, declared] of Object.entries(template.Parameters)) {
    const entry = given.find(({ ParameterKey: key }) => key === name);
    const value = choose(name, declared, entry, previous);
    if (value === undefined) missing.push(name);
    else values[name] = value;
  }
  if (missing.length > 0) throw validation(`Parameters: [${missing.join(', ')}] must have values`);
  for (const [name, declared] of Object.entries(template.Parameters))
    check(name, declared, values[name] ?? '');
  return values;
}

function choose(
  name: string,
  declared: TemplateParameter,
  entry: Parameter | undefined,
  previous: ParameterValues | undefined,
): string | undefined {
  // Over HTTP every value of the form is text.
  if (String(entry?.UsePreviousValue ?? false) === 'true') {
    if (entry?.ParameterValue !== undefined) {
      throw validation(
        `Invalid input for parameter key ${name}. Cannot specify usePreviousValue as true and non empty value for a parameter`,
      );
    }
    if (previous === undefined) {
      throw validation(
        `Invalid input for parameter key ${name}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`,
      );
    }
    return previous[name] ?? defaultOf(declared);
  }
  return entry?.ParameterValue ?? defaultOf(declared);
}

function defaultOf({ Default: value }: TemplateParameter): string | undefined {
  if (value === undefined || value === null) return undefined;
  return String(value);
}

export function isList(type: string): boolean {
  const own = storedType(type) ?? type;
  return own === 'CommaDelimitedList' || own.startsWith('List<');
}

/** Items of a list parameter; blanks around commas don't count. */
export function itemsOf(value: string): string[] {
  return value === '' ? [''] : value.split(',').map((item) => item.trim());
}

function check(name: string, declared: TemplateParameter, value: string): void {
  const { Type: type, ConstraintDescription: description } = declared;
  const refuse = (why: string): never => {
    throw validation(
      description === undefined
        ? `Parameter '${name}' ${why}`
        : `Parameter ${name} failed to satisfy constraint: ${description}`,
    );
  };
  const stored = storedType(type);
  if (
    !/^(String|Number|CommaDelimitedList|List<(Number|String|AWS::[A-Za-z0-9:]+)>|AWS::[A-Za-z0-9:]+)$/.test(
      stored ?? type,
    )
  ) {
    throw validation(`Template format error: Unrecognized parameter type: ${type}`);
  }
  // A name in Parameter Store is one text, whatever it stands for.
  const items = stored === undefined && isList(type) ? itemsOf(value) : [value];
  const numeric = type === 'Number' || type === 'List<Number>';
  const length = value.length;
  const { MinLength, MaxLength, MinValue, MaxValue, AllowedPattern, AllowedValues } = declared;
  if (numeric && items.some((item) => item.trim() === '' || Number.isNaN(Number(item)))) {
    throw validation(`Parameter '${name}' must be a number`);
  }
  if (AllowedValues !== undefined && items.some((item) => !AllowedValues.map(String).includes(item))) {
    refuse('must be one of AllowedValues');
  }
  if (AllowedPattern !== undefined) {
    const pattern = new RegExp(`^(?:${AllowedPattern})$`);
    if (items.some((item) => !pattern.test(item))) refuse(`must match pattern ${AllowedPattern}`);
  }
  if (MinLength !== undefined && length < Number(MinLength))
    refuse(`must contain at least ${MinLength} characters`);
  if (MaxLength !== undefined && length > Number(MaxLength))
    refuse(`must contain at most ${MaxLength} characters`);
  if (MinValue !== undefined && items.some((item) => Number(item) < Number(MinValue))) {
    refuse(`must be a number not less than ${MinValue}`);
  }
  if (MaxValue !== undefined && items.some((item) => Number(item) > Number(MaxValue))) {
    refuse(`must be a number not greater than ${MaxValue}`);
  }
}

/** Parameters as the API shows them: values of NoEcho parameters are hidden. */
export function showParameters({
  parameters,
  template,
  values,
}: {
  readonly template: Template;
  readonly parameters: ParameterValues;
  readonly values: ParameterValues;
}): Parameter[] {
  return Object.entries(parameters).map(([ParameterKey, value]) => {
    const { NoEcho = false, Type = '' } = template.Parameters[ParameterKey] ?? {};
    return {
      ParameterKey,
      ParameterValue: String(NoEcho) === 'true' ? '****' : value,
      ...(storedType(Type) === undefined ? {} : { ResolvedValue: values[ParameterKey] ?? '' }),
    };
  });
}
