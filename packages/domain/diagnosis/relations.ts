import type { Finding } from '../finding.ts';

/** The first id explains the others: they are symptoms of it, and are folded into its evidence. */
export interface Relation {
  readonly root: RegExp;
  readonly explains: RegExp;
}

/**
 * Relations between findings of one failure beyond the general one: a finding that is neither `outer` nor `symptom` explains all
 * that are.
 */
export const RELATIONS: readonly Relation[] = [
  // The kernel's SIGKILL gives exit code 137 as well.
  { root: /^oom-killed$|^out-of-memory/, explains: /^exit-code-137|^process-killed/ },
  // The application itself says why it refuses the check.
  { root: /^rails-host-blocked$/, explains: /^target-code-403$/ },
  { root: /^django-disallowed-host$/, explains: /^target-code-400$|^health-checker-400-log$/ },
  { root: /^health-checker-400-log$/, explains: /^target-code-400$/ },
  // A fault that keeps the program from listening shows at the load balancer too.
  {
    root: /^(?:port-in-use|port-forbidden|variable-missing|.*-connect-refused|.*-connect-timeout|connection-.*|.*-host-unresolved|host-unresolved|.*-password-wrong|.*-module-missing|module-missing|wrong-(?:.*-)?port|listens-.*|oom-killed|out-of-memory.*)$/,
    explains: /^target-(?:timeout|code-50[0234]|not-in-use|not-registered|invalid-state)$/,
  },
  // The same line with the name of the variable, or of the server, says more.
  { root: /^variable-missing$/, explains: /^settings-refused$/ },
  { root: /-connect-refused$/, explains: /^connection-refused$/ },
  // The pull says it in its own words; the retry and the time-out around it are the same fault.
  { root: /^pull-(?!context-canceled)/, explains: /^(?:pull-context-canceled|registry-auth-cut)$/ },
  { root: /^secret-(?!fetch-cut)|^ssm-|^secrets-manager-/, explains: /^secret-fetch-cut$/ },
  // The traffic shift of ECS needs its infrastructure role: the hook of that stage fails with it.
  { root: /^native-infra-role/, explains: /^native-hook|^ecs-native-hook-failed$/ },
];

/** Whether one finding explains another by a declared relation. */
export function explains(root: string, other: string): boolean {
  return RELATIONS.some((relation) => relation.root.test(root) && relation.explains.test(other));
}

/** Lines of evidence that a finding keeps with those of its symptoms. */
const EVIDENCE_WITH_SYMPTOMS = 5;

/** Findings without those that the first one explains by a declared relation; it keeps their words as evidence. */
export function foldExplained(findings: readonly Finding[]): readonly Finding[] {
  const [root, ...others] = findings;
  if (root === undefined) return [];
  const symptoms = others.filter(({ id }) => explains(root.id, id));
  if (symptoms.length === 0) return findings;
  const evidence = [...new Set([root, ...symptoms].flatMap((one) => one.evidence))];
  return [
    { ...root, evidence: evidence.slice(0, EVIDENCE_WITH_SYMPTOMS) },
    ...others.filter((one) => !symptoms.includes(one)),
  ];
}
