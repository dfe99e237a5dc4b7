import type { JsonPath } from '../text/json.ts';

/** Takes note of a problem of the value at a path. */
export type ReportProblem = (path: JsonPath, message: string, fix: string) => void;
