import { textOf, type JsonObject } from '../json.ts';
import type { Report } from './check-container.ts';
import { containersOf } from './containers.ts';
import { cpuUnits, memoryMiB } from './fargate-sizes.ts';

/** What containers reserve fits into the task, and into what each may use. */
export function checkResources(definition: JsonObject, report: Report): void {
  const memory = memoryMiB(textOf(definition['memory']));
  const cpu = cpuUnits(textOf(definition['cpu']));
  let memorySum = 0;
  let cpuSum = 0;
  for (const [index, container] of containersOf(definition).entries()) {
    const path = ['containerDefinitions', index];
    const name = textOf(container['name']);
    const limit = numberOf(container['memory']);
    const reserved = numberOf(container['memoryReservation']);
    memorySum += reserved ?? limit ?? 0;
    cpuSum += numberOf(container['cpu']) ?? 0;
    if (limit !== undefined && reserved !== undefined && reserved >= limit) {
      report(
        [...path, 'memoryReservation'],
        `container ${name} reserves ${reserved} MiB and may use ${limit}`,
        'Make memory larger than memoryReservation, or remove one of them.',
      );
    }
    if (memory !== undefined && limit !== undefined && limit > memory) {
      report(
        [...path, 'memory'],
        `container ${name} may use ${limit} MiB of memory, and the whole task has ${memory}`,
        `Write at most ${memory}, or give the task more memory.`,
      );
      // Said already.
      memorySum -= reserved ?? limit;
    }
  }
  if (memory !== undefined && memorySum > memory) {
    report(
      ['memory'],
      `the containers reserve ${memorySum} MiB of memory together, and the task has ${memory}`,
      'Give the task more memory, or the containers less.',
    );
  }
  if (cpu !== undefined && cpuSum > cpu) {
    report(
      ['cpu'],
      `the containers reserve ${cpuSum} units of cpu together, and the task has ${cpu}`,
      'Give the task more cpu, or the containers less.',
    );
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
