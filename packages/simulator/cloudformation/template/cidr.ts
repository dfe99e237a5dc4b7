import { validation } from './parse-template.ts';

/** `Fn::Cidr` for IPv4: `count` blocks with `bits` host bits each, from the start of `block`. */
export function splitCidr(block: string, count: number, bits: number): string[] {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  const parts = match?.slice(1).map(Number) ?? [];
  const prefix = parts.pop() ?? 33;
  if (parts.length !== 4 || parts.some((part) => part > 255) || prefix > 32) {
    throw validation(`Template error: every Fn::Cidr object requires a valid IP block, not "${block}"`);
  }
  const size = 2 ** bits;
  const fits = 2 ** (32 - prefix) / size;
  if (!(count >= 1 && count <= 256 && bits >= 0 && bits <= 32 && count <= fits)) {
    throw validation(
      `Template error: Fn::Cidr: ${block} cannot be split into ${count} blocks with ${bits} host bits each`,
    );
  }
  const address = parts.reduce((sum, part) => sum * 256 + part, 0);
  const base = address - (address % 2 ** (32 - prefix));
  return Array.from({ length: count }, (_, index) => {
    const start = base + index * size;
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
    return `${octets.join('.')}/${32 - bits}`;
  });
}
