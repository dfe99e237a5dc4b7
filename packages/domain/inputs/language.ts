import { choice } from './input.ts';

const CHOICES = ['en', 'ja'] as const;

/** Language of causes and fixes, English or Japanese; everything else is English. */
export type Language = (typeof CHOICES)[number];

/** The input `language`, which all actions share. */
export const language = choice(CHOICES, { default: 'en' });

/** Value of a text under `with:`; the parser refuses an invalid one. */
export function parseLanguage(text: string | undefined): Language {
  return CHOICES.find((one) => one === text?.trim()) ?? 'en';
}
