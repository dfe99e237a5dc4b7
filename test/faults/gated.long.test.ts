import { afterAll, expect, jest, test } from '@jest/globals';
import { stageOf } from './cell.ts';
import { GATED } from './gated.ts';
import { Matrix } from './matrix.ts';

jest.setTimeout(1_800_000);

const matrix = new Matrix('blue-green-codedeploy with gate: health', { oneOf: 3 });

afterAll(() => {
  console.log(matrix.toString());
});

test.each(GATED.map((scene) => [scene.name, scene] as const))('%s', async (_, scene) => {
  expect(await matrix.play(stageOf(scene))).toEqual([]);
});
