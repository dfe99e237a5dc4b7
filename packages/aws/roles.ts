import type { EvaluationResult, IAMClient } from '@aws-sdk/client-iam';
import { lastSegment } from '@cutover/domain/identity/arn';
import { AwsCallError } from '@cutover/domain/errors';
import type { Permission, Refusal, Role } from '@cutover/domain/identity/role';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';
import { Pages } from './client/pages.ts';

/** IAM roles: whether they are there, whom they trust, and what they may do. */
export class Roles {
  readonly #options: ClientOptions;
  #client: IAMClient | undefined;
  readonly #asked = new Map<string, Promise<Role | undefined>>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The role, asked once; undefined when the account has none of the name. @param role name or ARN */
  async describe(role: string): Promise<Role | undefined> {
    const name = lastSegment(role);
    const asked = this.#asked.get(name) ?? this.#describe(name);
    this.#asked.set(name, asked);
    return await asked;
  }

  async #describe(name: string): Promise<Role | undefined> {
    const { GetRoleCommand } = await import('./sdk/iam.ts');
    const client = await this.#open();
    try {
      const { Role } = await call(this.#options, 'iam:GetRole', () =>
        client.send(new GetRoleCommand({ RoleName: name })),
      );
      return { name, arn: Role?.Arn ?? '', trust: parsed(Role?.AssumeRolePolicyDocument) };
    } catch (error) {
      if (error instanceof AwsCallError && error.code.startsWith('NoSuchEntity')) return undefined;
      throw error;
    }
  }

  /**
   * Permissions that the role's policies and its boundary refuse, by IAM's own evaluation: one call a permission. Policies of
   * resources (repositories, keys, secrets) are not in it, so what they grant beyond counts as refused here.
   * @throws AwsCallError `NoSuchEntity` when there is no such role
   */
  async refusals(roleArn: string, permissions: readonly Permission[]): Promise<readonly Refusal[]> {
    const all = await Promise.all(permissions.map((one) => this.#simulate(roleArn, one)));
    return all.flat();
  }

  async #simulate(roleArn: string, permission: Permission): Promise<readonly Refusal[]> {
    const { SimulatePrincipalPolicyCommand } = await import('./sdk/iam.ts');
    const client = await this.#open();
    const { actions, context = {}, resources } = permission;
    const found: EvaluationResult[] = [];
    const pages = new Pages('iam:SimulatePrincipalPolicy');
    do {
      const page = await call(this.#options, 'iam:SimulatePrincipalPolicy', () =>
        client.send(
          new SimulatePrincipalPolicyCommand({
            PolicySourceArn: roleArn,
            ActionNames: [...actions],
            ResourceArns: [...resources],
            ContextEntries: Object.entries({
              'aws:RequestedRegion': this.#options.region,
              ...context,
            }).map(([ContextKeyName, value]) => ({
              ContextKeyName,
              ContextKeyType: 'string',
              ContextKeyValues: [value],
            })),
            ...(pages.token === undefined ? {} : { Marker: pages.token }),
          }),
        ),
      );
      found.push(...(page.EvaluationResults ?? []));
      pages.came(page.IsTruncated === true ? page.Marker : undefined);
    } while (pages.more());
    return found.flatMap(refused);
  }

  async #open(): Promise<IAMClient> {
    const { IAMClient } = await import('./sdk/iam.ts');
    return (this.#client ??= new IAMClient(this.#options));
  }
}

/** The decision of each resource stands in ResourceSpecificResults; without them the action's own decision counts. */
function refused(result: EvaluationResult): readonly Refusal[] {
  const action = result.EvalActionName ?? '';
  const each = result.ResourceSpecificResults ?? [];
  const decisions =
    each.length > 0
      ? each.map((one) => ({
          resource: one.EvalResourceName ?? '*',
          decision: one.EvalResourceDecision,
          boundary: one.PermissionsBoundaryDecisionDetail,
          missing: one.MissingContextValues ?? [],
        }))
      : [
          {
            resource: result.EvalResourceName ?? '*',
            decision: result.EvalDecision,
            boundary: result.PermissionsBoundaryDecisionDetail,
            missing: result.MissingContextValues ?? [],
          },
        ];
  return decisions
    .filter(({ decision }) => decision !== 'allowed')
    .map(({ boundary, decision, missing, resource }) => ({
      action,
      resource,
      explicit: decision === 'explicitDeny',
      byBoundary: boundary?.AllowedByPermissionsBoundary === false,
      depends: decision === 'explicitDeny' ? [] : missing,
    }));
}

/** IAM gives the document percent-encoded. */
function parsed(document: string | undefined): unknown {
  try {
    return JSON.parse(decodeURIComponent(document ?? '')) as unknown;
  } catch {
    return undefined;
  }
}
