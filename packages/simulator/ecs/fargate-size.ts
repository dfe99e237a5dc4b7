import { ApiError } from '../kernel/api-error.ts';

/** Smallest and largest memory and its step in MiB for each CPU size; 256 CPU units allow only doublings. */
const SIZES: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: steps(1024, 4096, 1024),
  1024: steps(2048, 8192, 1024),
  2048: steps(4096, 16_384, 1024),
  4096: steps(8192, 30_720, 1024),
  8192: steps(16_384, 61_440, 4096),
  16384: steps(32_768, 122_880, 8192),
};

function steps(from: number, to: number, step: number): number[] {
  const all: number[] = [];
  for (let size = from; size <= to; size += step) all.push(size);
  return all;
}

/** `1 vCPU` and `1024` are both `1024`. @throws ApiError ClientException */
export function cpuUnits(text: string): string {
  const match = /^\s*(\d*\.?\d+)\s*(vcpu)?\s*$/i.exec(text);
  if (match === null) throw new ApiError('ClientException', "Invalid 'cpu' setting for task.");
  return String(match[2] === undefined ? Number(match[1]) : Math.round(Number(match[1]) * 1024));
}

/** `2 GB` and `2048` are both `2048`. @throws ApiError ClientException */
export function memoryMiB(text: string): string {
  const match = /^\s*(\d*\.?\d+)\s*(gb)?\s*$/i.exec(text);
  if (match === null) throw new ApiError('ClientException', "Invalid 'memory' setting for task.");
  return String(match[2] === undefined ? Number(match[1]) : Math.round(Number(match[1]) * 1024));
}

/** @throws ApiError ClientException when Fargate has no such size */
export function checkFargateSize(cpu: string | undefined, memory: string | undefined): void {
  if (cpu === undefined)
    throw new ApiError('ClientException', "Fargate requires that 'cpu' be defined at the task level.");
  if (memory === undefined)
    throw new ApiError('ClientException', "Fargate requires that 'memory' be defined at the task level.");
  const units = Number(cpuUnits(cpu));
  const mebibytes = Number(memoryMiB(memory));
  if (SIZES[units]?.includes(mebibytes) !== true) {
    throw new ApiError(
      'ClientException',
      `No Fargate configuration exists for given values: ${units} CPU, ${mebibytes} memory. See the Amazon ECS documentation for the valid values.`,
    );
  }
}
