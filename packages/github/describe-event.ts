import { lastSegment } from '@cutover/domain/identity/arn';
import type { ProgressEvent } from '@cutover/domain/progress';
import { formatRevision } from '@cutover/domain/task/revision';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import { formatClock, formatDuration } from './duration.ts';

/** One line of text; events of one subject tell about the same thing, so that a repeated text is no news. */
export interface Description {
  readonly text: string;
  /** Absent when every event is news. */
  readonly subject?: string;
  /** Page that shows the subject. */
  readonly link?: string;
  /** A step on the way that belongs into the summary's timeline. */
  readonly milestone?: true;
}

/** An event as one line; undefined for those that are more than a line, or none. */
export function describeEvent(event: ProgressEvent): Description | undefined {
  switch (event.type) {
    case 'group.started':
    case 'group.ended':
    case 'warning':
    case 'document':
    case 'version.known':
    case 'page.known':
      return undefined;
    case 'step.started':
      return { text: event.step, milestone: true };
    case 'note':
      return { text: event.text, subject: 'note' };
    case 'command.started':
      return { text: `$ ${[event.file, ...event.args].map(quote).join(' ')}` };
    case 'image.built':
      return { text: `Image built in ${formatDuration(event.seconds)}: ${event.digest}`, milestone: true };
    case 'image.pushed':
      return {
        text: `${event.existed ? 'Image was there already' : 'Image pushed'}: ${event.reference} (${event.digest})`,
        milestone: true,
      };
    case 'blob.uploaded':
      return {
        text: `Layer ${event.digest.slice(7, 19)}: ${event.existed ? 'was there already' : `${formatBytes(event.bytes)} uploaded`}`,
      };
    case 'revision.registered':
      return {
        text: `${event.changed ? 'Registered' : 'Nothing changed, still'} ${formatRevision(event.arn)}`,
        milestone: true,
      };
    case 'task.started':
      return { text: `Task ${lastSegment(event.arn)} started`, milestone: true };
    case 'task.changed':
      return { text: `Task ${lastSegment(event.arn)}: ${event.status}`, subject: event.arn };
    case 'task.stopped': {
      const code = event.exitCode === undefined ? '' : ` with exit code ${event.exitCode}`;
      const reason = event.reason === undefined ? '' : `: ${event.reason}`;
      return {
        text: `Task ${lastSegment(event.arn)} stopped${code}${reason}`,
        subject: event.arn,
        milestone: true,
      };
    }
    case 'log.line':
      return { text: `${event.source} | ${event.text}` };
    case 'deployment.created':
      return {
        text: `Deployment ${event.id} of ${formatRevision(event.revision)}`,
        link: event.link,
        milestone: true,
      };
    case 'deployment.status':
      return {
        text: `${event.back === true ? 'Rollback by deployment' : 'Deployment'} ${event.id}: ${event.status}`,
        subject: event.id,
        milestone: true,
      };
    case 'phase.changed': {
      const took = event.seconds === undefined ? '' : ` (${formatDuration(event.seconds)})`;
      return {
        text: `${event.stage}: ${event.status}${took}`,
        subject: `${event.id} ${event.stage}`,
        milestone: true,
      };
    }
    case 'traffic.shifted':
      return {
        text: `Traffic: ${event.percent} % goes to the new revision`,
        subject: `${event.id} traffic`,
        milestone: true,
      };
    case 'tasks.counted':
      return {
        text: `${event.label}: ${event.running} of ${event.desired} tasks run${event.failed === 0 ? '' : `, ${event.failed} failed`}`,
        subject: `tasks ${event.label}`,
      };
    case 'service.event':
      return { text: `ECS: ${event.text}`, subject: `service ${event.at} ${event.text}` };
    case 'target.health':
      return {
        text: `${targetGroupName(event.targetGroup)}: ${event.healthy} of ${event.wanted} targets healthy${describeTargets(event.targets)}`,
        subject: event.targetGroup,
      };
    case 'probe.answered':
      return {
        text: `GET ${event.url}: ${event.status === 0 ? 'no answer' : event.status} after ${Math.round(event.milliseconds)} ms`,
      };
    case 'stack.event': {
      const reason = event.reason === undefined ? '' : `: ${event.reason}`;
      return {
        text: `${event.status} ${event.resourceType} ${event.resource}${reason}`,
        subject: `stack ${event.resource}`,
      };
    }
    case 'still.waiting':
      return {
        text: `Still waiting for ${event.what} (${formatClock(event.seconds)} of ${formatClock(event.budgetSeconds)})`,
        subject: `waiting ${event.what}`,
      };
  }
}

/** `name` of `arn:…:targetgroup/name/0123456789abcdef`, else the text itself. */
function targetGroupName(text: string): string {
  return /targetgroup\/([^/]+)\//.exec(text)?.[1] ?? text;
}

/** The targets that are not healthy, three at most. */
function describeTargets(targets: readonly TargetHealth[]): string {
  const ill = targets.filter(({ state }) => state !== 'healthy');
  if (ill.length === 0) return '';
  const shown = ill
    .slice(0, 3)
    .map(({ id, port, state, reason }) =>
      [`${id}:${port}`, state, reason].filter((part) => part !== undefined).join(' '),
    );
  return ` (${[...shown, ...(ill.length > 3 ? [`${ill.length - 3} more`] : [])].join(', ')})`;
}

function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** As one would type it into a shell. */
function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
