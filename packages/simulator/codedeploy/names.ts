import { ApiError } from '../kernel/api-error.ts';

type Named = 'Application' | 'DeploymentGroup' | 'DeploymentConfig';

/**
 * A name as CodeDeploy accepts it: 1 to 100 of `A-Za-z0-9._+=,@-`.
 * @throws ApiError `<Kind>NameRequiredException` or `Invalid<Kind>NameException`
 */
export function checkedName(kind: Named, value: string | undefined): string {
  if (value === undefined || value === '')
    throw new ApiError(`${kind}NameRequiredException`, `${kind} name is required`);
  if (!/^[A-Za-z0-9._+=,@-]{1,100}$/.test(value)) {
    throw new ApiError(
      `Invalid${kind}NameException`,
      `The ${kind} name '${value}' must have 1 to 100 letters, digits and any of . _ + = , @ -`,
    );
  }
  return value;
}
