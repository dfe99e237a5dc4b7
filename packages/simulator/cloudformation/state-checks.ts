import type { Stack } from './stack.ts';
import { validation } from './template/parse-template.ts';

const UPDATABLE = new Set<string>([
  'CREATE_COMPLETE',
  'CREATE_FAILED',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_FAILED',
  'UPDATE_ROLLBACK_COMPLETE',
]);

/** @throws ValidationError `Stack:ARN is in STATE state and can not be updated.` */
export function requireUpdatable(stack: Stack): void {
  if (UPDATABLE.has(stack.status)) return;
  throw validation(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
}

/** @throws ValidationError while another operation runs */
export function requireIdle(stack: Stack, what: string): void {
  if (!stack.status.endsWith('_IN_PROGRESS') || stack.status === 'REVIEW_IN_PROGRESS') return;
  throw validation(`Stack [${stack.name}] cannot be ${what} while in status ${stack.status}`);
}
