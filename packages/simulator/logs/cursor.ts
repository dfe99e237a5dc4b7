import { ApiError } from '../kernel/api-error.ts';

/** A place in a stream: just behind (forward) or just before (backward) the event with this key. */
export interface Cursor {
  readonly timestamp: number;
  readonly order: number;
}

export function compare(a: Cursor, b: Cursor): number {
  return a.timestamp - b.timestamp || a.order - b.order;
}

const DIGITS = 28;

/** `f/<56 digits>/s` or `b/<56 digits>/s`, the form of the service's own tokens. */
export function encodeCursor(direction: 'f' | 'b', { timestamp, order }: Cursor): string {
  return `${direction}/${String(timestamp).padStart(DIGITS, '0')}${String(order).padStart(DIGITS, '0')}/s`;
}

/** @throws ApiError InvalidParameterException */
export function decodeCursor(token: string): Cursor & { readonly direction: 'f' | 'b' } {
  const match = /^([fb])\/(\d{28})(\d{28})\/s$/.exec(token);
  if (match === null) throw new ApiError('InvalidParameterException', 'The specified nextToken is invalid.');
  return {
    direction: match[1] === 'f' ? 'f' : 'b',
    timestamp: Number(match[2]),
    order: Number(match[3]),
  };
}
