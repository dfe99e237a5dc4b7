/** The workspace's files. Paths are relative to GITHUB_WORKSPACE unless absolute. */
export interface Files {
  /** UTF-8 text. @throws ConfigurationError naming `input` and the path when the file can't be read. */
  read(path: string, input: string): Promise<string>;
  /** Writes a new file below RUNNER_TEMP and returns its absolute path. */
  writeTemporary(name: string, text: string): Promise<string>;
  /** Absolute path of a path given in an input. */
  resolve(path: string): string;
}
