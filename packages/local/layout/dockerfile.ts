import { splitShellWords } from '@cutover/domain/text/shell-words';

/** The container of a Dockerfile's last stage. */
export interface ContainerFacts {
  /** ENTRYPOINT and CMD; empty when the base image decides. */
  readonly command: readonly string[];
  readonly port: number | undefined;
  /** `KEY=value` of ENV. */
  readonly environment: readonly string[];
  /** RUN instructions: nobody carries them out where there is no Docker. */
  readonly runs: number;
}

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** Reads the last stage of a Dockerfile. Values with variables are left out, since nothing expands them. */
export function readDockerfile(text: string): ContainerFacts {
  const all = instructions(text);
  const from = all.findLastIndex(({ word }) => word === 'FROM');
  const stage = all.slice(from + 1);
  const last = (word: string): string | undefined => stage.findLast((one) => one.word === word)?.rest;
  const ports = stage.flatMap(({ rest, word }) => (word === 'EXPOSE' ? rest.split(/\s+/) : []));
  const [, port] = /^(\d+)(?:\/tcp)?$/.exec(ports[0] ?? '') ?? [];
  return {
    command: [...commandOf(last('ENTRYPOINT')), ...commandOf(last('CMD'))],
    port: port === undefined ? undefined : Number(port),
    environment: stage
      .flatMap(({ rest, word }) => (word === 'ENV' ? environmentOf(rest) : []))
      .filter((pair) => !pair.includes('$')),
    runs: all.filter(({ word }) => word === 'RUN').length,
  };
}

function instructions(text: string): readonly Instruction[] {
  return text
    .replaceAll(/^\s*#.*\n?/gm, '')
    .replaceAll(/\\[ \t]*\r?\n/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, word, rest] = /^\s*([A-Za-z]+)\s+(.*?)\s*$/.exec(line) ?? [];
      return word === undefined || rest === undefined ? [] : [{ word: word.toUpperCase(), rest }];
    });
}

/** `["node", "server.js"]`, or the line for a shell. */
function commandOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    const words: unknown = JSON.parse(text);
    if (Array.isArray(words) && words.every((word) => typeof word === 'string')) return words;
  } catch {
    // The form for a shell.
  }
  return ['/bin/sh', '-c', text];
}

/** `A=1 B="two words"`, or the old form `A one`. */
function environmentOf(text: string): readonly string[] {
  if (!/^\w+=/.test(text)) return [text.replace(/\s+/, '=')];
  try {
    return splitShellWords(text);
  } catch {
    return [];
  }
}
