import { isConsole } from '@cutover/domain/console';

/** Markdown without links to the AWS console, which knows nothing of a simulated account. Their labels stay. */
export function withoutConsoleLinks(markdown: string): string {
  return markdown.replaceAll(
    / ?\[((?:\\.|[^\]\\])*)\]\((https:\/\/[^)\s]+)\)/g,
    (whole: string, label: string, url: string) => {
      if (!isConsole(url)) return whole;
      return label === 'Open the console' ? '' : `${whole.startsWith(' ') ? ' ' : ''}${label}`;
    },
  );
}

/** A line of a log without addresses of the AWS console. */
export function withoutConsoleAddresses(line: string): string {
  return line.replaceAll(/(?::? )?(https:\/\/\S+)/g, (whole: string, url: string) =>
    isConsole(url) ? '' : whole,
  );
}
