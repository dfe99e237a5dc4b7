import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { NEW_REPOSITORY } from './new-repository.ts';

const template = readFileSync(new URL('../../template/template.yml', import.meta.url), 'utf8');
const repository = template.slice(
  template.indexOf('\n  Repository:'),
  template.indexOf('\n  # Roles', template.indexOf('\n  Repository:')),
);

test('tags that may be moved are those of the bundled template', () => {
  const filters = [...repository.matchAll(/ImageTagMutabilityExclusionFilterValue: ([^\s,}]+)/g)];
  expect(filters.map(([, filter = '']) => filter).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    NEW_REPOSITORY.movableTags.toSorted((a, b) => (a < b ? -1 : 1)),
  );
});

test('rules of expiry are those of the bundled template with its default', () => {
  const [, keep = ''] = /\n {2}KeepImages:\n(?:.*\n)*? {4}Default: (\d+)\n/.exec(template) ?? [];
  // eslint-disable-next-line no-template-curly-in-string -- as CloudFormation writes a variable
  const text = (/LifecyclePolicyText: !Sub \|\n((?: {8,}.*\n)+)/.exec(repository)?.[1] ?? '').replace(
    '${KeepImages}',
    keep,
  );
  expect(JSON.parse(NEW_REPOSITORY.lifecyclePolicy)).toEqual(JSON.parse(text));
});
