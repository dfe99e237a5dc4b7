/** Ends a URL in a text. */
const END = /[\s"'`<>]/g;
/** Ends host, port and what stands before them. */
const AUTHORITY_END = /[/?#]/g;
/** Longer texts behind `://` are no URLs. */
const LONGEST = 4000;

/** User names that say nothing: those of Git over SSH. */
const PLAIN_USERS = new Set(['git', 'ssh', 'hg', '***']);

/**
 * Replaces user name and password in URLs by `***`: `postgres://***@db:5432/app`. The user name goes too, since tokens
 * are given as one. A password may hold characters that it should have escaped. Each place is looked at once.
 */
export function redactUserInfo(text: string): string {
  let done = 0;
  let redacted = '';
  let end = -1;
  let lastAt = -1;
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const start = at + 3;
    if (start < done) continue;
    if (start >= end) {
      end = Math.min(firstOf(END, text, start), start + LONGEST);
      lastAt = text.lastIndexOf('@', end - 1);
    }
    // Most URLs have none.
    if (lastAt < start) continue;
    const authority = text.slice(start, Math.min(firstOf(AUTHORITY_END, text, start), end));
    const own = authority.lastIndexOf('@');
    const isWeb = /(?:https?|git|ssh|ftps?)$/i.test(text.slice(Math.max(0, at - 5), at));
    const userEnd =
      own !== -1
        ? isWeb
          ? start + own
          : lastOf(text, start + own, end, lastAt)
        : hasSplitPassword(authority)
          ? lastAt
          : undefined;
    if (userEnd === undefined || PLAIN_USERS.has(text.slice(start, userEnd))) continue;
    redacted += `${text.slice(done, start)}***`;
    done = userEnd;
  }
  return withGoDsn(redacted + text.slice(done));
}

/** Last `@` before a query: a database's password may hold one, and a slash behind it. */
function lastOf(text: string, own: number, end: number, lastAt: number): number {
  const query = text.slice(own, end).indexOf('?');
  return query === -1 ? Math.max(own, lastAt) : Math.max(own, text.lastIndexOf('@', own + query));
}

/** `app:p/w@host`: what stands behind the colon is no port, so that the password goes on behind the slash. */
function hasSplitPassword(authority: string): boolean {
  const colon = authority.indexOf(':');
  return colon !== -1 && !authority.startsWith('[') && !/^\d*$/.test(authority.slice(colon + 1));
}

/** `app:password@tcp(host:3306)/db`, as the MySQL driver of Go writes it, a URL that is escaped as a whole, and `jdbc:oracle:thin:app/password@host`. */
function withGoDsn(text: string): string {
  return text
    .replaceAll(/(?<![^\s"'`=])[^\s"'`=:@]{1,100}:[^\s"'`]{1,200}@(?=(?:tcp|unix)\()/g, '***@')
    .replaceAll(/%3A%2F%2F[^\s"'`&<>]{1,300}?%40/gi, '%3A%2F%2F***%40')
    .replaceAll(/(jdbc:oracle:\w{1,10}:)[^\s"'`/@]{1,100}\/[^\s"'`]{1,200}?@/g, '$1***@');
}

function firstOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
