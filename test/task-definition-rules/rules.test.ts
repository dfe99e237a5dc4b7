import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkTaskDefinition } from '@cutover/domain/task-definition/check';
import { readTaskDefinition } from '@cutover/domain/task-definition/read';
import type { JsonObject } from '@cutover/domain/text/json';
import { ROOT } from '../contracts/sources.ts';
import { RULES } from './rules.ts';

const MODELS = join(ROOT, 'node_modules/@aws-sdk/client-ecs/dist-types/models');
const TYPES = readdirSync(MODELS)
  .filter((name) => name.startsWith('models_'))
  .map((name) => readFileSync(join(MODELS, name), 'utf8'))
  .join('\n');

/** The SDK's description of `Interface.member`, in one line and without markup. */
function description(member: string): string {
  const [type = '', name = ''] = member.split('.');
  const [, body = ''] = new RegExp(`export interface ${type} \\{([^]*?)\\n\\}`).exec(TYPES) ?? [];
  const comments = [...body.matchAll(/\/\*\*([^]*?)\*\/\s*(\w+)\??:/g)];
  const text = comments.find(([, , one]) => one === name)?.[1] ?? '';
  return text
    .replaceAll(/\s*\n\s*\*\s?/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ');
}

function messages(definition: JsonObject): readonly string[] {
  const read = readTaskDefinition(definition);
  return [...read.problems, ...checkTaskDefinition(read.definition, { complete: true })].map(
    ({ what }) => what,
  );
}

describe.each(RULES.map((rule) => [rule.rule, rule] as const))('%s', (_, rule) => {
  test('comes from where the table says', () => {
    const [text, says] =
      'reports' in rule.from
        ? [rule.from.reports.join(), /^[\w.-]+\/[\w.-]+#\d+/]
        : [description(rule.from.member), rule.from.says];
    expect(typeof says === 'string' ? text.includes(says) : says.test(text)).toBe(true);
  });

  test('our check refuses what breaks it, and takes what just keeps it', () => {
    expect(messages(rule.refused).join('\n')).toContain(rule.message);
    expect(messages(rule.refused)).toHaveLength(1);
    expect(messages(rule.taken)).toEqual([]);
  });
});
