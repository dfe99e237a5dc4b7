// Prints packages/template/template.json: the bundled template as deploy-stack sends it. Needs `--conditions=@cutover/source`,
// which docs.mjs gives.
import { readFileSync } from 'node:fs';
import { compactTemplate } from '../domain/compact-template.ts';

/** CloudFormation takes this many bytes in a request. */
const MOST_BYTES = 51_200;

const text = readFileSync(new URL('../template/template.yml', import.meta.url), 'utf8');
const whole = compactTemplate(text, 'template.yml');
console.log(
  Buffer.byteLength(whole) < MOST_BYTES ? whole : compactTemplate(text, 'template.yml', 'left out'),
);
