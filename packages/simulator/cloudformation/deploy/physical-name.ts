import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const RANDOM = 12;

/** `<stack>-<logicalId>-<random>` of at most `max` characters: stack and logical id give way, the random part doesn't. */
export function physicalName(stack: string, logicalId: string, max: number, lowerCase = false): string {
  const room = max - RANDOM - 2;
  const half = Math.floor(room / 2);
  const stackLength = Math.min(stack.length, Math.max(half, room - logicalId.length));
  const name = `${stack.slice(0, stackLength)}-${logicalId.slice(0, room - stackLength)}-${random()}`;
  return lowerCase ? name.toLowerCase() : name;
}

function random(): string {
  return Array.from({ length: RANDOM }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
