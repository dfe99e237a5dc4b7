import type {
  ContextEntry,
  EvaluationResult,
  SimulatePolicyResponse,
  SimulatePrincipalPolicyRequest,
} from '@aws-sdk/client-iam';
import type { Simulator } from '../kernel/simulator.ts';
import { type Decision, evaluate, missingKeys } from './evaluate.ts';
import { boundaryOf, policiesOf } from './policies.ts';
import { findRoleByArn } from './roles.ts';

/**
 * Verdicts of a role's policies on actions and resources. Groups, users and organisations are not simulated.
 * @throws ApiError NoSuchEntity
 */
export function simulatePrincipalPolicy(
  sim: Simulator,
  input: SimulatePrincipalPolicyRequest,
): SimulatePolicyResponse {
  const { PolicySourceArn = '', ActionNames = [], ResourceArns = ['*'], ContextEntries = [] } = input;
  const role = findRoleByArn(sim, PolicySourceArn);
  const granting = policiesOf(sim, role).map(({ document }) => document);
  const boundary = boundaryOf(sim, role);
  const context = Object.fromEntries(
    ContextEntries.map(({ ContextKeyName = '', ContextKeyValues = [] }: ContextEntry) => [
      ContextKeyName,
      ContextKeyValues,
    ]),
  );
  const decide = (action: string, resource: string) => {
    const question = { action, resource, context };
    const limit = boundary === undefined ? 'allowed' : evaluate([boundary], question);
    const given = evaluate(granting, question);
    const decision: Decision = given === 'explicitDeny' || limit === 'allowed' ? given : limit;
    return { decision, within: limit === 'allowed', missing: [...missingKeys(granting, question)] };
  };
  const detail = (within: boolean) =>
    boundary === undefined
      ? {}
      : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: within } };
  return {
    EvaluationResults: ActionNames.map((action): EvaluationResult => {
      const results = ResourceArns.map((resource) => [resource, decide(action, resource)] as const);
      return {
        EvalActionName: action,
        EvalResourceName: '*',
        EvalDecision: overall(results.map(([, { decision }]) => decision)),
        ...detail(results.every(([, { within }]) => within)),
        MatchedStatements: [],
        MissingContextValues: [...new Set(results.flatMap(([, { missing }]) => missing))],
        ResourceSpecificResults: results.map(([EvalResourceName, { decision, missing, within }]) => ({
          EvalResourceName,
          EvalResourceDecision: decision,
          ...detail(within),
          MatchedStatements: [],
          MissingContextValues: missing,
        })),
      };
    }),
    IsTruncated: false,
  };
}

/** The strictest of all resources. */
function overall(decisions: readonly Decision[]): Decision {
  return decisions.includes('explicitDeny')
    ? 'explicitDeny'
    : decisions.includes('implicitDeny')
      ? 'implicitDeny'
      : 'allowed';
}
