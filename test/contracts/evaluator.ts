import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Statement {
  readonly Sid?: string;
}

export interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

/** A permission to ask for. */
export interface Question {
  readonly action: string;
  readonly resource: string;
  readonly conditions?: Readonly<Record<string, string | readonly string[]>>;
}

type Simulate = (
  simulation: object,
  options: object,
) => Promise<{
  readonly resultType: string;
  readonly overallResult?: string;
  readonly errors?: { readonly message?: string };
}>;

/**
 * An evaluator of IAM policies that nobody here wrote, `@cloud-copilot/iam-simulate`. Its licence (AGPL) keeps it out of
 * package.json: `.ci/tools` installs it, and IAM_SIMULATE_DIR names the folder of the package. Undefined without it.
 */
async function load(): Promise<Simulate | undefined> {
  const folder = process.env['IAM_SIMULATE_DIR'] ?? '';
  const main = join(folder, 'dist', 'esm', 'index.js');
  if (folder === '' || !existsSync(main)) return undefined;
  const { runSimulation } = (await import(pathToFileURL(main).href)) as { runSimulation: Simulate };
  return runSimulation;
}

const simulate = await load();

/** Whether tests that need the evaluator can run; they are skipped by name when they can't. */
export const HAS_EVALUATOR = simulate !== undefined;

const ACCOUNT = '123456789012';

async function ask(
  { action, conditions = {}, resource }: Question,
  principal: string,
  policies: { readonly identity?: readonly Policy[]; readonly resource?: Policy },
): Promise<string> {
  if (simulate === undefined) throw new Error('IAM_SIMULATE_DIR names no evaluator');
  const { errors, overallResult, resultType } = await simulate(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: { 'aws:RequestedRegion': 'us-east-1', ...conditions },
      },
      identityPolicies: (policies.identity ?? []).map((policy, index) => ({
        name: `policy-${index}`,
        policy,
      })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(policies.resource === undefined ? {} : { resourcePolicy: policies.resource }),
    },
    {},
  );
  return resultType === 'error' ? `error ${errors?.message ?? ''}` : (overallResult ?? resultType);
}

/**
 * The data behind the evaluator knows this action of the classic load balancers only, so finds no type for the ARN of a
 * rule; the reference of Elastic Load Balancing V2 names listener rules among its resources.
 */
const UNKNOWN_RESOURCE = 'elasticloadbalancing:AddTags';

/** `Allowed`, or how a role with these policies is refused. */
export async function decide(policies: readonly Policy[], question: Question): Promise<string> {
  const decision = await ask(question, `arn:aws:iam::${ACCOUNT}:role/role`, { identity: policies });
  return question.action === UNKNOWN_RESOURCE && decision === 'error no.resource.types'
    ? 'Allowed'
    : decision;
}

/**
 * `Allowed`, or how a trust policy refuses a token of GitHub with this subject and audience. The evaluator knows `sub` and
 * `aud` of one provider by name, so that one lends its name to the policy and to the request.
 */
export async function trusts(
  trust: Policy,
  subject: string,
  audience = 'sts.amazonaws.com',
): Promise<string> {
  const lent = JSON.parse(
    JSON.stringify(trust).replaceAll('token.actions.githubusercontent.com', 'accounts.google.com'),
  ) as Policy;
  return await ask(
    {
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: `arn:aws:iam::${ACCOUNT}:role/role`,
      conditions: { 'accounts.google.com:sub': subject, 'accounts.google.com:aud': audience },
    },
    `arn:aws:iam::${ACCOUNT}:oidc-provider/accounts.google.com`,
    { resource: lent },
  );
}
