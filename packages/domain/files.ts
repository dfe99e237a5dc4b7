/** The workspace's files. Paths are relative to GITHUB_WORKSPACE unless absolute. */
export interface Files {
  /**
   * UTF-8 text of a regular file below the workspace or RUNNER_TEMP, symbolic links resolved.
   * @throws ConfigurationError naming `input`, the path and what stands there, never its content
   */
  read(path: string, input: string): Promise<string>;
  /** Writes a new file below RUNNER_TEMP and returns its absolute path. */
  writeTemporary(name: string, text: string): Promise<string>;
  /** Whether a path is a folder that `writeTemporary` made below RUNNER_TEMP. */
  isOwnFolder(path: string): Promise<boolean>;
  /** Absolute path of a path given in an input. */
  resolve(path: string): string;
}

/** An entry of a file system; `node:fs` calls it `Stats`. */
export interface FileKind {
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
  /** Bytes. */
  readonly size: number;
}

/** Kind of a file system's entry in words, never its content: "a named pipe". */
export function wordsOfKind(found: FileKind): string {
  if (found.isFile()) return `a file of ${found.size} bytes`;
  if (found.isFIFO()) return 'a named pipe';
  if (found.isSocket()) return 'a socket';
  return found.isDirectory() ? 'a folder' : 'a device';
}
