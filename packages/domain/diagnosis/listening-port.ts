/** An address on which a program's log says that it listens. */
export interface Listening {
  readonly port: number;
  /** Whether only programs of the same container reach it: 127.0.0.1 or ::1, written as numbers. */
  readonly loopback: boolean;
  /** The line that says so. */
  readonly line: string;
}

/** Line of a server that is up: a verb, then an address or a port. `localhost` is printed by many that listen everywhere. */
const LISTENS =
  /\b(?:listen(?:ing|s)?|running|started|available|serving|bound|now live|server (?:is )?(?:up|ready)|ready)\b[^\n]{0,60}?(?:https?:\/\/|tcp:\/\/)?(?<host>\[?[\da-fA-F.:*]{1,39}\]?|localhost|)(?::|\bport(?:\(s\))?:? )(?<port>\d{2,5})\b/i;

/** The addresses on which a log says that its program listens, each port once. */
export function listeningIn(lines: readonly string[]): readonly Listening[] {
  const found = new Map<number, Listening>();
  for (const line of lines) {
    const { host = '', port = '' } = (line.length > 2000 ? null : LISTENS.exec(line))?.groups ?? {};
    const number = Number(port);
    if (number < 1 || number > 65_535) continue;
    found.set(number, { port: number, loopback: /^(?:127\.|\[?::1\]?$)/.test(host), line: line.trim() });
  }
  return [...found.values()];
}
