import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from 'tar';
import type { Simulator } from '../kernel/simulator.ts';

/** A web server that says which version it is; `/health` answers with STATUS. */
const SERVER = `
const { createServer } = require('node:http');
const { VERSION = '1', STATUS = '200', PORT = '8080' } = require('node:process').env;
const server = createServer((request, response) => {
  response.statusCode = request.url === '/health' ? Number(STATUS) : 200;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ service: 'sample', version: VERSION, path: request.url }) + '\\n');
});
server.listen(Number(PORT), '127.0.0.1', () => console.log('version ' + VERSION + ' listens'));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

const OCI = 'application/vnd.oci.image';

/** Pushes the sample's image, through the same calls that a client makes. */
export async function pushSampleImage(
  sim: Simulator,
  repositoryName: string,
  imageTag: string,
): Promise<void> {
  const layer = await tarOf(sim, { 'server.js': SERVER });
  const config = Buffer.from(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config: { Cmd: ['node', '/app/server.js'], WorkingDir: '/app', ExposedPorts: { '8080/tcp': {} } },
      rootfs: { type: 'layers', diff_ids: [digest(layer)] },
    }),
  );
  for (const blob of [layer, config]) await upload(sim, repositoryName, blob);
  await sim.call('ecr', 'PutImage', {
    repositoryName,
    imageTag,
    imageManifestMediaType: `${OCI}.manifest.v1+json`,
    imageManifest: JSON.stringify({
      schemaVersion: 2,
      mediaType: `${OCI}.manifest.v1+json`,
      config: { mediaType: `${OCI}.config.v1+json`, digest: digest(config), size: config.length },
      layers: [{ mediaType: `${OCI}.layer.v1.tar`, digest: digest(layer), size: layer.length }],
    }),
  });
}

/** A tar file that holds the given files below `app`. */
async function tarOf(sim: Simulator, files: Readonly<Record<string, string>>): Promise<Buffer> {
  const folder = await mkdtemp(join(sim.dataDir, 'sample-'));
  try {
    await mkdir(join(folder, 'app'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'app', name), text);
    const file = join(folder, 'layer.tar');
    await create({ cwd: folder, file, portable: true, mtime: new Date(0) }, ['app']);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function upload(sim: Simulator, repositoryName: string, blob: Buffer): Promise<void> {
  const { uploadId } = await sim.call('ecr', 'InitiateLayerUpload', { repositoryName });
  await sim.call('ecr', 'UploadLayerPart', {
    repositoryName,
    uploadId,
    partFirstByte: 0,
    partLastByte: blob.length - 1,
    layerPartBlob: blob.toString('base64'),
  });
  await sim.call('ecr', 'CompleteLayerUpload', { repositoryName, uploadId, layerDigests: [digest(blob)] });
}

function digest(blob: Buffer): string {
  return `sha256:${createHash('sha256').update(blob).digest('hex')}`;
}
