/** How a container's program starts on this machine. */
export interface ProcessStart {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The folder that stands for the container's file system. */
  readonly root: string;
  /** Loopback ports by container port. */
  readonly ports: ReadonlyMap<number, number>;
}
