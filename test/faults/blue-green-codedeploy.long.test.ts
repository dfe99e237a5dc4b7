import { afterAll, expect, jest, test } from '@jest/globals';
import { stageOf } from './cell.ts';
import { Matrix } from './matrix.ts';
import { DEPLOYMENT } from './scene.ts';

jest.setTimeout(1_800_000);

const matrix = new Matrix('blue-green-codedeploy');

afterAll(() => {
  console.log(matrix.toString());
});

test.each(DEPLOYMENT.map((scene) => [scene.name, scene] as const))('%s', async (_, scene) => {
  expect(await matrix.play(stageOf(scene))).toEqual([]);
});
