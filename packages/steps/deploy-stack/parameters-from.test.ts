import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@cutover/domain/errors';
import { testWorld } from '../testing/world.ts';
import { parametersFrom } from './parameters-from.ts';
import type { TemplateParameter } from './template.ts';

const KNOWN: readonly TemplateParameter[] = ['VpcId', 'Color', 'Name'].map((name) => ({
  name,
  hasDefault: false,
  noEcho: false,
  type: 'String',
  ...(name === 'Color' ? { allowedValues: ['blue', 'green'] } : {}),
}));

const STACKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  network: { VpcId: 'vpc-1', SubnetIds: 'subnet-1', Name: 'network' },
  twin: { VpcId: 'vpc-2' },
  colors: { Color: 'red' },
  empty: {},
  other: { Bucket: 'b' },
};

async function read(...stacks: readonly string[]): Promise<Record<string, string> | string> {
  const world = testWorld({
    aws: {
      region: 'us-east-1',
      stacks: {
        describe: async (name: string) =>
          await Promise.resolve(
            STACKS[name] === undefined ? undefined : { status: 'CREATE_COMPLETE', outputs: STACKS[name] },
          ),
      },
    },
  });
  const given = new Map([['Name', { value: 'own', place: { file: 'parameter-overrides' } }]]);
  try {
    const found = await parametersFrom(stacks, 'shop', KNOWN, given, world);
    return Object.fromEntries([...found].map(([name, { value }]) => [name, value]));
  } catch (error) {
    if (error instanceof ConfigurationError) return `${error.message} Fix: ${error.fix}`;
    throw error;
  }
}

test('outputs with the name of a parameter are its value, unless another input gives it', async () => {
  expect(await read('network')).toEqual({ VpcId: 'vpc-1' });
});

test.each<[string, readonly string[], string]>([
  ['a stack that is not there', ['nobody'], 'there is no stack nobody in us-east-1.'],
  ['a stack without outputs', ['empty'], 'is CREATE_COMPLETE and has no outputs'],
  ['a stack of which nothing fits', ['other'], 'Its outputs are Bucket.'],
  ['the stack itself', ['shop'], 'shop is the stack itself'],
  ['two stacks with one output', ['network', 'twin'], 'VpcId is an output of two of these stacks.'],
  [
    'a value that is not allowed',
    ['colors'],
    'output Color of stack colors is "red", which is not an allowed value.',
  ],
])('%s is refused', async (_, stacks, said) => {
  expect(await read(...stacks)).toContain(said);
});

test('all mistakes come at once', async () => {
  const said = await read('nobody', 'empty');
  expect(said).toContain('nobody');
  expect(said).toContain('empty');
});
