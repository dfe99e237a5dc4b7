import { textOf, type JsonObject } from '../text/json.ts';
import { quoted } from '../inputs/input.ts';
import type { ReportProblem } from './problem.ts';
import { containersOf } from './containers.ts';
import { cpuUnits, memoryMiB } from './fargate-sizes.ts';

/** Docker starts no container with less, in MiB. */
const LEAST_MEMORY = 6;

/**
 * Reservations of the containers fit into the task and into each container's limit.
 * @param wanted whether a container without memory needs a task that has it: true on EC2, where no task has to
 */
export function checkResources(definition: JsonObject, wanted: boolean, report: ReportProblem): void {
  const memory = memoryMiB(textOf(definition['memory']));
  const cpu = cpuUnits(textOf(definition['cpu']));
  // Fargate's sizes are judged as pairs.
  for (const [member, size, example] of [
    ['cpu', cpu, '1024 (units) or "1 vCPU"'],
    ['memory', memory, '2048 (MiB) or "2 GB"'],
  ] as const) {
    if (wanted && typeof definition[member] === 'string' && size === undefined)
      report(
        [member],
        `${member} of the task is ${quoted(textOf(definition[member]))}, which is no size`,
        `Write a number like ${example}.`,
      );
  }
  let memorySum = 0;
  let cpuSum = 0;
  for (const [index, container] of containersOf(definition).entries()) {
    const path = ['containerDefinitions', index];
    const name = textOf(container['name']);
    const limit = numberOf(container['memory']);
    const reserved = numberOf(container['memoryReservation']);
    memorySum += reserved ?? limit ?? 0;
    cpuSum += numberOf(container['cpu']) ?? 0;
    if (limit !== undefined && reserved !== undefined && reserved > limit) {
      report(
        [...path, 'memoryReservation'],
        `container ${name} reserves ${reserved} MiB and may use ${limit}`,
        'Make memory at least memoryReservation, or remove one of them.',
      );
    }
    if (wanted && definition['memory'] === undefined && limit === undefined && reserved === undefined) {
      report(
        path,
        `container ${name} has neither memory nor memoryReservation, and the task has no memory either`,
        'Add memory (a limit in MiB) or memoryReservation to the container, or memory to the task. For Fargate, add requiresCompatibilities: ["FARGATE"] and the cpu and memory of the task.',
      );
    }
    for (const member of ['memory', 'memoryReservation']) {
      const size = numberOf(container[member]);
      if (size !== undefined && size < LEAST_MEMORY)
        report(
          [...path, member],
          `${member} of container ${name} is ${size} MiB`,
          `Write ${LEAST_MEMORY} or more.`,
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
