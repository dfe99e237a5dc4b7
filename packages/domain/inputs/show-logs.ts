import { choice } from './input.ts';

const CHOICES = ['full', 'redacted', 'none'] as const;

/**
 * How much of the output of containers, builds and commands leaves the runner. Masked values are hidden in any case:
 * `redacted` hides what looks like a secret too, `none` shows and keeps no line at all.
 */
export type ShowLogs = (typeof CHOICES)[number];

/** The input `show-logs` of every action that shows such output. */
export const showLogs = choice(CHOICES, { default: 'redacted' });

/** Value of a text under `with:`; the parser refuses an invalid one. */
export function parseShowLogs(text: string | undefined): ShowLogs {
  return CHOICES.find((one) => one === text?.trim()) ?? 'redacted';
}

/** Stands where lines would be quoted. */
export const NOT_SHOWN = '(not shown: show-logs is none)';
