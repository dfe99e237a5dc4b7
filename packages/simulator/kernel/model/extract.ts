/**
 * Writes the API models beside it. Usage:
 *
 *     node --conditions=@cutover/source packages/simulator/kernel/model/extract.ts BOTOCORE_DATA [SERVICE...]
 *
 * where BOTOCORE_DATA is the folder `botocore/data` of the Python package botocore, which carries the services'
 * published API models (Apache License 2.0). Only inputs of operations that the simulator knows are taken.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startSimulator } from '../../start.ts';
import type { Scalar, Shape } from './shape.ts';

interface Published {
  readonly type: string;
  readonly required?: string[];
  readonly members?: Record<string, { shape: string; deprecated?: boolean }>;
  readonly member?: { shape: string };
  readonly key?: { shape: string };
  readonly value?: { shape: string };
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: string[];
}

interface Service {
  readonly operations: Record<string, { input?: { shape: string } }>;
  readonly shapes: Record<string, Published>;
}

const FOLDERS: Readonly<Record<string, string>> = { elasticloadbalancing: 'elbv2' };

const [data, ...only] = process.argv.slice(2);
if (data === undefined) throw new Error('name the folder botocore/data');
const running = await startSimulator();
for (const service of running.sim.services) {
  if (only.length > 0 && !only.includes(service.name)) continue;
  const folder = join(data, FOLDERS[service.name] ?? service.name);
  const [version = ''] = (await readdir(folder)).toSorted().toReversed();
  const model = JSON.parse(
    gunzipSync(await readFile(join(folder, version, 'service-2.json.gz'))).toString('utf8'),
  ) as Service;
  const inputs: Record<string, string> = {};
  const shapes: Record<string, Shape> = {};
  for (const operation of Object.keys(service.operations).toSorted()) {
    const input = model.operations[operation]?.input?.shape;
    if (input !== undefined) inputs[operation] = take(model, input, shapes);
  }
  const text = JSON.stringify({ inputs, shapes }).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  await writeFile(
    join(import.meta.dirname, `${service.name}.ts`),
    `// Written by extract.ts from the published API model, version ${version}.\nimport type { ApiModel } from './shape.ts';\n\n// prettier-ignore\nexport const model = JSON.parse('${text}') as ApiModel;\n`,
  );
}
await running.close();

/** Adds a shape with all it refers to; scalars without constraints go by their type. */
function take(model: Service, name: string, shapes: Record<string, Shape>): string {
  const published = model.shapes[name];
  if (published === undefined) throw new Error(`the model has no shape ${name}`);
  if (name in shapes) return name;
  const { type, min, max } = published;
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  if (type === 'structure') {
    const members: Record<string, string> = {};
    shapes[name] = { is: 'structure', required: published.required ?? [], members };
    for (const [member, { shape }] of Object.entries(published.members ?? {}))
      members[member] = take(model, shape, shapes);
    return name;
  }
  if (type === 'list') {
    shapes[name] = { is: 'list', of: '', ...bounds };
    shapes[name] = { is: 'list', of: take(model, published.member?.shape ?? '', shapes), ...bounds };
    return name;
  }
  if (type === 'map') {
    const key = take(model, published.key?.shape ?? '', shapes);
    shapes[name] = { is: 'map', key, value: take(model, published.value?.shape ?? '', shapes), ...bounds };
    return name;
  }
  // Java reads \u10000 as one character.
  const readable = published.pattern?.replaceAll(/\\u(10[\dA-F]{4}|1[\dA-F]{4})/gi, '\\u{$1}');
  const pattern = readable !== undefined && usable(readable) ? readable : undefined;
  if (min === undefined && max === undefined && pattern === undefined && published.enum === undefined)
    return type;
  shapes[name] = {
    is: type as Scalar,
    ...bounds,
    ...(pattern === undefined ? {} : { pattern }),
    ...(published.enum === undefined ? {} : { values: published.enum }),
  };
  return name;
}

/** Some patterns are in a dialect that JavaScript doesn't know. */
function usable(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
