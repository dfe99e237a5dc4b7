import { afterAll, expect, jest, test } from '@jest/globals';
import { stageOf } from './cell.ts';
import { Matrix } from './matrix.ts';
import { SERVICES } from './services.ts';

jest.setTimeout(1_800_000);

const matrix = new Matrix('blue-green-codedeploy of two services', { oneOf: 6 });

afterAll(() => {
  console.log(matrix.toString());
});

test.each(SERVICES.map((scene) => [scene.name, scene] as const))('%s', async (_, scene) => {
  expect(await matrix.play(stageOf(scene))).toEqual([]);
});
