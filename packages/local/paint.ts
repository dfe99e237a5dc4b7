/** Styles of a terminal, by the code that switches each on. */
const CODES = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', blue: '34', cyan: '36' } as const;

export type Style = keyof typeof CODES;
export type Paint = (style: Style, text: string) => string;

/** Paints texts, or leaves them as they are where colours would be noise: in files, pipes and with NO_COLOR. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour && text !== '' ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text);
}
