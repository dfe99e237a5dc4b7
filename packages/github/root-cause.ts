import type { Finding } from '@cutover/domain/finding';
import type { Trouble } from '@cutover/domain/trouble';

/** The root cause of a trouble as people read it. */
export interface RootCause {
  readonly root: Finding;
  /** Findings that the root does not explain. */
  readonly others: readonly Finding[];
  /** At most five lines, each once; AWS's identifiers are shortened to the names in them. */
  readonly evidence: readonly string[];
  /** The same lines in AWS's words, where they hold identifiers that were shortened. */
  readonly inFull: readonly string[];
}

const EVIDENCE_LINES = 5;
const EVIDENCE_LENGTH = 400;

/** The first finding and what belongs to it; undefined where nothing was diagnosed: checks of our own quote nobody. */
export function rootCauseOf(findings: readonly Finding[]): RootCause | undefined {
  const [root, ...others] = findings;
  if (root === undefined || root.evidence.length === 0) return undefined;
  const lines = [...new Set(root.evidence.flatMap((text) => text.split(/\r?\n/)))].filter(
    (line) => line.trim() !== '',
  );
  const evidence = [...new Set(lines.map(shortened))].slice(0, EVIDENCE_LINES).map(cut);
  return { root, others, evidence, inFull: lines.filter((line) => shortened(line) !== line) };
}

const ARN = /arn:aws[\w-]{0,20}:[\w-]{1,40}:[\w-]{0,30}:\d{0,12}:([\w+=,.@:/-]{1,300}[\w/])/g;

/** A sentence of AWS with the names of its resources in place of their ARNs: `targetgroup/web`, `task/0a1b2c3d`. */
export function shortened(text: string): string {
  const named = text.replaceAll(ARN, (_, resource: string) => {
    const parts = resource.split('/');
    const [kind = '', ...names] = parts;
    // The load balancer ends its names with a number of its own; ECS puts the cluster before service and task.
    if (/^(?:targetgroup|loadbalancer|listener)$/.test(kind)) {
      return `${kind}/${names.find((name) => !/^(?:app|net|[\da-f]{16})$/.test(name)) ?? resource}`;
    }
    return names.length === 0 ? resource : `${kind}/${names.at(-1)}`;
  });
  return named.replaceAll('target-group targetgroup/', 'target-group ');
}

function cut(line: string): string {
  return line.length <= EVIDENCE_LENGTH ? line : `${line.slice(0, EVIDENCE_LENGTH - 1)}…`;
}

/** Whether one sentence says the other already. */
export function says(text: string, sentence: string): boolean {
  return sentence !== '' && text.includes(sentence.replace(/\.$/, ''));
}

/** A finding as the output `findings` tells it. */
interface ToldFinding {
  readonly id: string;
  readonly what: string;
  readonly fix: string;
  readonly link?: string;
  readonly certainty: NonNullable<Finding['certainty']>;
}

/** The findings for outputs, the root first; problems of the input count as findings of their own. */
export function toldFindings(
  findings: readonly Finding[],
  problems: readonly Pick<Trouble, 'fix' | 'what'>[],
): readonly ToldFinding[] {
  const wrong = problems.map(({ fix, what }) => ({
    id: 'configuration',
    what,
    fix,
    certainty: 'certain' as const,
  }));
  return [
    ...wrong,
    ...findings.map(({ certainty = 'certain', fix, id, link, what }) => ({
      id,
      what,
      fix,
      ...(link === undefined ? {} : { link }),
      certainty,
    })),
  ];
}
