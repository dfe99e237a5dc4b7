import { describeEvent } from './describe-event.ts';
import type { RecordedEvent } from './recorder.ts';

/** One row of the summary's timeline. */
export interface TimelineRow {
  /** Since the start of the step. */
  readonly seconds: number;
  readonly text: string;
  readonly link?: string;
  readonly tookSeconds?: number;
}

interface Draft {
  at: number;
  text: string;
  readonly link: string | undefined;
  tookSeconds?: number | undefined;
  readonly opensStage: boolean;
}

/**
 * The milestones of a run in their order. What is told again with a new state (a stage of a deployment, a deployment) keeps
 * its row; a stage of the pipeline lasts until the next one.
 */
export function timeline(
  events: readonly RecordedEvent[],
  startedAt: number,
  endedAt: number,
): TimelineRow[] {
  const drafts: Draft[] = [];
  const bySubject = new Map<string, Draft>();
  // The first `step.started` is the action itself and says nothing.
  for (const event of events.slice(events[0]?.type === 'step.started' ? 1 : 0)) {
    const description = describeEvent(event);
    if (description?.milestone !== true) continue;
    const known = event.type === 'phase.changed' ? bySubject.get(description.subject ?? '') : undefined;
    const draft: Draft = known ?? {
      at: event.at,
      text: '',
      link: description.link,
      opensStage: event.type === 'step.started',
    };
    draft.text = event.type === 'phase.changed' ? `${event.stage}: ${event.status}` : description.text;
    if ('seconds' in event) draft.tookSeconds = event.seconds;
    if (known !== undefined) continue;
    if (description.subject !== undefined) {
      // Repeated polls tell the same again.
      if (drafts.some(({ text }) => text === draft.text)) continue;
      bySubject.set(description.subject, draft);
    }
    drafts.push(draft);
  }
  const stages = drafts.filter(({ opensStage }) => opensStage);
  for (const [index, stage] of stages.entries()) {
    stage.tookSeconds = ((stages[index + 1]?.at ?? endedAt) - stage.at) / 1000;
  }
  return drafts.map(({ at, link, text, tookSeconds }) => ({
    seconds: (at - startedAt) / 1000,
    text,
    ...(link === undefined ? {} : { link }),
    ...(tookSeconds === undefined ? {} : { tookSeconds }),
  }));
}
