import type { Trouble } from '../trouble.ts';

/** CPU units and the memory sizes in MiB that Fargate gives them; the sizes above 4096 need platform version 1.4.0. */
const SIZES: readonly (readonly [cpu: number, memory: readonly number[]])[] = [
  [256, [512, 1024, 2048]],
  [512, steps(1024, 4096, 1024)],
  [1024, steps(2048, 8192, 1024)],
  [2048, steps(4096, 16_384, 1024)],
  [4096, steps(8192, 30_720, 1024)],
  [8192, steps(16_384, 61_440, 4096)],
  [16_384, steps(32_768, 122_880, 8192)],
];

function steps(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}

/** CPU units of `1024`, `1 vCPU` or `.5 vcpu`; undefined for anything else. */
export function cpuUnits(text: string): number | undefined {
  const [, number, unit] = /^\s*(\d+|\d*\.\d+)\s*(vcpu)?\s*$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  const units = Number(number) * (unit === undefined ? 1 : 1024);
  return Number.isInteger(units) ? units : undefined;
}

/** MiB of `2048`, `2GB` or `.5 GB`; undefined for anything else. */
export function memoryMiB(text: string): number | undefined {
  const [, number, unit] = /^\s*(\d+|\d*\.\d+)\s*(gb)?\s*$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  const mib = Number(number) * (unit === undefined ? 1 : 1024);
  return Number.isInteger(mib) ? mib : undefined;
}

/** Why Fargate has no such size, and the sizes that it has; undefined when the pair is right. */
export function fargateSizeProblem(
  cpu: string,
  memory: string,
): ({ member: 'cpu' | 'memory' } & Trouble) | undefined {
  const units = cpuUnits(cpu);
  const sizes = SIZES.find(([one]) => one === units)?.[1];
  if (sizes === undefined) {
    return {
      member: 'cpu',
      what: `Fargate has no cpu ${JSON.stringify(cpu)}`,
      fix: `Write one of ${SIZES.map(([one]) => one).join(', ')}.`,
    };
  }
  const mib = memoryMiB(memory);
  if (mib !== undefined && sizes.includes(mib)) return undefined;
  const few =
    sizes.length <= 4
      ? sizes.join(', ')
      : `${sizes[0]} to ${sizes.at(-1)} in steps of ${(sizes[1] ?? 0) - (sizes[0] ?? 0)}`;
  return {
    member: 'memory',
    what: `Fargate has no memory ${JSON.stringify(memory)} for cpu ${units}`,
    fix: `Write ${few} (MiB), or change cpu.`,
  };
}
