import { afterAll, expect, jest, test } from '@jest/globals';
import { stageOf } from './cell.ts';
import { Matrix } from './matrix.ts';
import { MIGRATION, REGISTRATION, STACK } from './other-steps.ts';

jest.setTimeout(1_800_000);

const tables: string[] = [];

afterAll(() => {
  console.log(tables.join('\n\n'));
});

test.each([REGISTRATION, MIGRATION, STACK].map((scene) => [scene.name, scene] as const))(
  '%s',
  async (name, scene) => {
    const matrix = new Matrix(name, { oneOf: 2 });
    const violations = await matrix.play(stageOf({ ...scene, name: 'from start to end' }));
    tables.push(matrix.toString());
    expect(violations).toEqual([]);
  },
);
