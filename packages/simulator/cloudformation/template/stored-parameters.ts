import { validation } from './parse-template.ts';
import type { ParameterValues, Template } from './shape.ts';

/** The type that the value in Parameter Store has; undefined for a parameter whose value is given itself. */
export function storedType(type: string): string | undefined {
  return /^AWS::SSM::Parameter::Value<(.+)>$/.exec(type)?.[1];
}

/**
 * Values of parameters: those of the type `AWS::SSM::Parameter::Value<…>` name a parameter of Parameter Store.
 * @param stored value of such a parameter, or undefined
 * @throws ValidationError in CloudFormation's words when some are not there
 */
export function storedValues(
  { Parameters }: Template,
  given: ParameterValues,
  stored: (name: string) => string | undefined,
): ParameterValues {
  const missing: string[] = [];
  const values = Object.entries(given).map(([key, value]) => {
    const type = Parameters[key]?.Type ?? '';
    const named = storedType(type) !== undefined || type === 'AWS::SSM::Parameter::Name';
    const found = named ? stored(value) : value;
    if (found === undefined) missing.push(value);
    return [key, storedType(type) === undefined ? value : (found ?? '')] as const;
  });
  if (missing.length > 0)
    throw validation(
      `Unable to fetch parameters [${missing.join(',')}] from parameter store for this account.`,
    );
  return Object.fromEntries(values);
}

/** Parameter Store of the account, with the images that AWS publishes there under one id. */
export function parameterStore(secrets: ReadonlyMap<string, string>): (name: string) => string | undefined {
  return (name) =>
    secrets.get(name) ??
    (/^\/aws\/service\/.*(?:ami|image_id|image-id)/.test(name) ? 'ami-0123456789abcdef0' : undefined);
}
