/**
 * The word that a slip of the pen means: the same in another case, one edit away, or another tool's name for it. Another number (`http3`,
 * `WINDOWS_SERVER_2028_CORE`) and another letter in a word as short as `GPU` may well be words of their own, which AWS has
 * added since.
 * @param meant words of other tools in small letters, with the one that AWS has for each
 */
export function slipAmong(
  value: string,
  words: readonly string[],
  meant: Readonly<Record<string, string>> = {},
): string | undefined {
  const lower = value.toLowerCase();
  return (
    (Object.hasOwn(meant, lower) ? meant[lower] : undefined) ??
    words.find((one) => one.toLowerCase() === lower) ??
    words.find((one) => isSlip(lower, one.toLowerCase()))
  );
}

function isSlip(value: string, word: string): boolean {
  if (!isOneEdit(value, word)) return false;
  if (word.length <= 3) return sorted(value) === sorted(word);
  return value.replaceAll(/\D/g, '') === word.replaceAll(/\D/g, '');
}

function sorted(word: string): string {
  return Array.from(word).toSorted().join('');
}

/** Whether one character was added, left out, changed, or changed places with the next. */
export function isOneEdit(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  let start = 0;
  while (start < length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}
