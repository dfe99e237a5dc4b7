import { afterAll, expect, jest, test } from '@jest/globals';
import { stageOf } from './cell.ts';
import { Matrix } from './matrix.ts';
import { ROLLBACK } from './scene.ts';

jest.setTimeout(1_800_000);

const matrix = new Matrix('rollback');

afterAll(() => {
  console.log(matrix.toString());
});

test.each(ROLLBACK.map((scene) => [scene.name, scene] as const))('%s', async (_, scene) => {
  expect(await matrix.play(stageOf(scene))).toEqual([]);
});
