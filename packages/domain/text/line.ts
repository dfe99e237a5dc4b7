/** A text in one line: a space replaces each line end and the white space around it. Takes time linear in the length. */
export function inOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/);
  return lines
    .map((line, at) => {
      const begun = at === 0 ? line : line.trimStart();
      return at === lines.length - 1 ? begun : begun.trimEnd();
    })
    .filter((line, at) => line !== '' || at === 0 || at === lines.length - 1)
    .join(' ');
}

/** A text for an error message: a long one is cut. */
export function briefly(text: string, length = 200): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
