import { diagnose, type Observation } from './diagnose.ts';
import { AREAS } from './recognisers.ts';

/** The cause of a pasted text, with everything that is told about it. */
export interface Explanation {
  /** Stable name of the failure. */
  readonly id: string;
  /** Group of failures that it belongs to: `task-image-pull`. */
  readonly area: string;
  readonly cause: string;
  readonly fix: string;
  /** Documentation of the cause. */
  readonly link: string;
  /** `certain`: the message means this; `likely`: its form does; `possible`: it only says that something failed. */
  readonly certainty: 'certain' | 'likely' | 'possible';
}

/**
 * Explains a message, a log, or an answer of `describe-tasks`, `describe-services`, `describe-stack-events`, `describe-target-health`,
 * `get-deployment`, `describe-service-deployments` or `get-log-events` as the AWS CLI prints it.
 * @returns undefined for a text in which no known failure stands
 */
export function explain(text: string): Explanation | undefined {
  const [finding] = diagnose(observationsIn(text));
  if (finding === undefined) return undefined;
  const { what, certainty = 'certain', fix, id } = finding;
  for (const [area, rows] of Object.entries(AREAS)) {
    const row = rows.find((one) => one.id === id);
    if (row !== undefined) return { id, area, cause: what, fix, link: row.url, certainty };
  }
  return undefined;
}

function observationsIn(text: string): readonly Observation[] {
  const answer = answerIn(text);
  const observations = answer === undefined ? [] : observe(answer);
  return observations.length > 0 ? observations : [{ source: 'pasted text', text }];
}

/** The JSON of an answer; undefined for words and for logs, whose lines are JSON one by one. */
function answerIn(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Members of answers that tell of a failure, with their sources. */
function observe(answer: unknown): readonly Observation[] {
  const found: Observation[] = [];
  const lines: string[] = [];
  const walk = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > 8) return;
    if (Array.isArray(node)) {
      for (const member of node) walk(member, depth + 1);
      return;
    }
    const members = node as Readonly<Record<string, unknown>>;
    const add = (name: string, source: Observation['source']): void => {
      const text = members[name];
      if (typeof text === 'string' && text !== '') found.push({ source, text });
    };
    add('stoppedReason', 'ecs:DescribeTasks stoppedReason');
    if ('containerArn' in members || 'exitCode' in members || 'lastStatus' in members)
      add('reason', 'ecs:DescribeTasks reason');
    if (typeof members['exitCode'] === 'number' && members['exitCode'] !== 0)
      found.push({ source: 'exit code', text: `exit code ${members['exitCode']}` });
    if ('createdAt' in members) add('message', 'ecs:DescribeServices events');
    add('statusReason', 'ecs:DescribeServiceDeployments statusReason');
    if (/FAILED/.test(String(members['ResourceStatus'])))
      add('ResourceStatusReason', 'cloudformation:DescribeStackEvents ResourceStatusReason');
    if (isRecord(members['TargetHealth'])) {
      const { Description, Reason } = members['TargetHealth'];
      for (const text of [Reason, Description])
        if (typeof text === 'string')
          found.push({ source: 'elasticloadbalancing:DescribeTargetHealth reason', text });
    }
    if (isRecord(members['errorInformation'])) {
      const { code, message } = members['errorInformation'];
      for (const text of [message, code])
        if (typeof text === 'string')
          found.push({ source: 'codedeploy:GetDeployment errorInformation', text });
    }
    if ('ingestionTime' in members && typeof members['message'] === 'string') lines.push(members['message']);
    for (const member of Object.values(members)) walk(member, depth + 1);
  };
  walk(answer, 0);
  return lines.length === 0 ? found : [{ source: 'container log', text: lines.join('\n') }, ...found];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
