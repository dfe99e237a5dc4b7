/** Where a wrong value stands. Lines and columns count from 1. */
export interface Place {
  /** Input name (`task-definition`) or a path relative to the workspace. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** `app/task.json:3:12`, or the file alone when there is no position. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
