import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { drawPicture, type Pictured } from './picture.ts';

const USAGE = `npm run picture -- REPORT PICTURE

Draws the demonstration as an SVG: npm start -- --report report.json && npm run picture -- report.json picture.svg
`;

const [, , from, to] = process.argv;
const folder = process.env['INIT_CWD'] ?? '.';
if (from === undefined || to === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const report = JSON.parse(await readFile(resolve(folder, from), 'utf8')) as Pictured;
  await writeFile(resolve(folder, to), drawPicture(report));
}
