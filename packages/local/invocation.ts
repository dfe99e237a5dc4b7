import { resolve } from 'node:path';

/** How the command was called. */
export interface Invocation {
  /** Folder of the checkout of Cutover. */
  readonly repository: string;
  /** Words behind `npm run NAME --`. */
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Folder that the user called from; npm itself changes to the checkout. */
  readonly folder: string;
  /** Columns of the terminal, or 80. */
  readonly columns: number;
  readonly colour: boolean;
  readonly write: (text: string) => void;
  /** Runs sources instead of `dist/`. */
  readonly fromSource: boolean;
}

/** A path as the user wrote it, from the folder that the command was called from. */
export function fromFolder({ folder }: Invocation, path: string): string {
  return resolve(folder, path);
}
