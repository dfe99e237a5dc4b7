/** Reads the `name<<delimiter` format of GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV (and `name=value`). */
export function parseFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const value: string[] = [];
      while (++index < lines.length && lines[index] !== delimiter) value.push(lines[index] ?? '');
      if (index >= lines.length) throw new Error(`no closing delimiter for ${line.slice(0, heredoc)}`);
      values[line.slice(0, heredoc)] = value.join('\n');
    } else if (equals >= 0) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else {
      throw new Error(`not a file command: ${line}`);
    }
  }
  return values;
}

/** A workflow command printed on stdout: `::error file=a,line=1::message`. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The workflow commands among the lines of stdout; `undefined` for a line that is none. */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const [, command, list, message] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
  if (command === undefined || message === undefined) return undefined;
  const properties: Record<string, string> = {};
  for (const property of (list ?? '').split(',').filter(Boolean)) {
    const at = property.indexOf('=');
    properties[property.slice(0, at)] = unescape(property.slice(at + 1))
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  }
  return { command, properties, message: unescape(message).replaceAll('%25', '%') };
}

function unescape(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}
