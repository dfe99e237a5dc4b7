import { parseCommand } from '@cutover/runner/file-commands';

/** A log line of a container or build, `00:01  app | ready`: shown although it stands in a group. */
const CONTAINER_LINE = /^\d\d:\d\d {2}\S+ \| /;

export interface LogLine {
  /** A group is the title of what is folded. */
  readonly kind: 'plain' | 'group' | 'warning' | 'error';
  readonly text: string;
}

/**
 * Turns what an action prints for GitHub's runner into what a reader of a terminal sees: groups are folded, annotations
 * are lines, and what `::add-mask::` names is hidden from then on.
 */
export class RunnerLog {
  readonly #unfold: boolean;
  readonly #masks = new Set<string>();
  #depth = 0;

  /** @param unfold whether lines inside of groups are shown */
  constructor(unfold: boolean) {
    this.#unfold = unfold;
  }

  read(line: string): readonly LogLine[] {
    const command = parseCommand(line);
    if (command === undefined) {
      const shown = this.#depth === 0 || this.#unfold || CONTAINER_LINE.test(line);
      return shown && line.trim() !== '' ? [{ kind: 'plain', text: this.#masked(line) }] : [];
    }
    const { command: kind, message } = command;
    switch (kind) {
      case 'group':
        return this.#depth++ === 0 ? [{ kind: 'group', text: this.#masked(message) }] : [];
      case 'endgroup':
        this.#depth = Math.max(0, this.#depth - 1);
        return [];
      case 'error':
      case 'warning':
        return message.split('\n').map((text) => ({ kind, text: this.#masked(text) }));
      case 'add-mask':
        // As the runner does: the text as a whole, and each of its lines.
        for (const text of [message, ...message.split(/\r?\n/)])
          if (text.trim() !== '') this.#masks.add(text);
        return [];
      default:
        // Debug lines are for those who ask GitHub for them.
        return [];
    }
  }

  #masked(text: string): string {
    let shown = text;
    // The longest first: one secret may be part of another.
    for (const mask of [...this.#masks].toSorted((a, b) => b.length - a.length))
      shown = shown.replaceAll(mask, '***');
    return shown;
  }
}
