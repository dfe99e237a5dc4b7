import wrapAnsi from 'wrap-ansi';

/**
 * The lines of a text for a number of columns.
 * @param hanging what each line but the first begins with
 */
export function wrapText(text: string, columns: number, hanging = ''): readonly string[] {
  const [first = '', ...rest] = wrapAnsi(text, columns, { hard: true }).split('\n');
  if (rest.length === 0) return [first];
  return [
    first,
    ...wrapAnsi(rest.join(' '), columns - hanging.length, { hard: true })
      .split('\n')
      .map((line) => hanging + line),
  ];
}
