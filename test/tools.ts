import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * A program that no one here wrote and that a newcomer need not have: the file that the environment variable names
 * (`ACT_BIN` for act), or what PATH has; undefined when the machine has none. Tests that need it are then skipped by name.
 */
export function findTool(name: string): string | undefined {
  const variable = `${name.toUpperCase().replaceAll('-', '_')}_BIN`;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return [process.env[variable], ...onPath].find((file) => {
    if (file === undefined || file === '') return false;
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
