// A `docker` for tests on machines without an engine: notes how it was called, and pushes a small image where a build would.
// FAKE_DOCKER names a folder for its notes; in it `mode` says what goes wrong: no-buildx, build-fails,
// docker-driver (no caches), old-client (BuildKit without buildx), chatters (prints its environment and all secrets),
// `says TEXT` (ends with it), loses-race (another run pushed the tag meanwhile), hangs, docker-driver-hangs (so does the
// build by a builder of its own); rm-fails, rm-hangs, rm-unknown: what becomes of the removal of a builder. One that was made
// is a file `builder-NAME`.
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const notes = process.env.FAKE_DOCKER;
const mode = existsSync(join(notes, 'mode')) ? readFileSync(join(notes, 'mode'), 'utf8') : '';
const args = process.argv.slice(2);
const config = process.env.DOCKER_CONFIG;
const configFile = join(config ?? '', 'config.json');
const secrets = Object.fromEntries(
  args
    .filter((_, index) => args[index - 1] === '--secret')
    .map((secret) => /^id=([^,]+),(env|src)=(.*)$/.exec(secret))
    .map(([, id, kind, where]) => [id, kind === 'env' ? process.env[where] : readFileSync(where, 'utf8')]),
);
appendFileSync(
  join(notes, 'calls'),
  `${JSON.stringify({
    pid: process.pid,
    args,
    cwd: process.cwd(),
    config,
    mode: config === undefined ? 0 : statSync(config).mode & 0o777,
    beside: config === undefined ? [] : readdirSync(config),
    secrets,
    buildkit: process.env.DOCKER_BUILDKIT,
    logins: existsSync(configFile)
      ? Object.keys(JSON.parse(readFileSync(configFile, 'utf8')).auths ?? {})
      : [],
    // The runner's, and what build arguments without a value are read from.
    runtime: ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'].filter(
      (name) => process.env[name] !== undefined,
    ),
    keys: Object.keys(process.env).filter((name) =>
      /^(INPUT_|ACTIONS_ID_TOKEN_|AWS_\w*ACCESS_KEY)/.test(name),
    ),
    inherited: Object.fromEntries(
      args
        .filter((one, index) => args[index - 1] === '--build-arg' && !one.includes('='))
        .map((name) => [name, process.env[name]]),
    ),
  })}\n`,
);

switch (args[0]) {
  case 'login': {
    const registry = args.at(-1);
    const password = readFileSync(0, 'utf8');
    const settings = JSON.parse(readFileSync(configFile, 'utf8'));
    settings.auths = {
      ...settings.auths,
      [registry]: { auth: Buffer.from(`AWS:${password}`).toString('base64') },
    };
    writeFileSync(configFile, JSON.stringify(settings));
    console.log('Login Succeeded');
    break;
  }
  case 'buildx':
    if (mode === 'no-buildx' || mode === 'old-client') {
      console.error('docker: unknown command: docker buildx');
      process.exit(1);
    }
    if (args[1] === 'create') {
      const name = args[args.indexOf('--name') + 1];
      writeFileSync(join(notes, `builder-${name}`), '');
      console.log(name);
    } else if (args[1] === 'rm') remove(args.at(-1));
    else if (args[1] === 'version') console.log('github.com/docker/buildx v0.29.1 0000000');
    else await build();
    break;
  case 'build':
    await build();
    break;
  case 'version':
    // A client before 23.0 has BuildKit of its own.
    console.log(mode === 'old-client' ? '20.10.24' : '28.2.2');
    break;
  case 'push':
    console.log(`v1: digest: ${await push(args.at(-1))} size: 500`);
    break;
  default:
    throw new Error(`unexpected: docker ${args.join(' ')}`);
}

function remove(name) {
  if (mode === 'rm-fails') {
    console.error('ERROR: failed to remove builder: context deadline exceeded');
    process.exit(1);
  }
  if (mode === 'rm-unknown') {
    console.error(`ERROR: failed to find instance "${name}": no builder "${name}" found`);
    process.exit(1);
  }
  if (mode === 'rm-hangs') {
    setInterval(() => undefined, 1000);
    return;
  }
  rmSync(join(notes, `builder-${name}`), { force: true });
  console.log(name);
}

async function build() {
  console.error('#1 [internal] load build definition from Dockerfile');
  // Docker's default builder.
  if (mode.startsWith('docker-driver') && !args.includes('--builder')) {
    console.error('ERROR: Cache export is not supported for the docker driver.');
    process.exit(1);
  }
  if (mode.startsWith('says ')) {
    console.error(mode.slice('says '.length));
    process.exit(1);
  }
  if (mode === 'chatters')
    console.error(`#2 0.1 got ${Object.values({ ...secrets, ...process.env }).join(' ')}`);
  if (mode === 'build-fails') {
    console.error('#2 ERROR: failed to calculate checksum of ref abc: "/missing": not found');
    console.error(
      'ERROR: failed to build: failed to solve: failed to compute cache key: "/missing": not found',
    );
    process.exit(1);
  }
  if (mode === 'hangs' || mode === 'docker-driver-hangs') {
    process.on('SIGTERM', () => {
      appendFileSync(join(notes, 'terminated'), 'SIGTERM');
      process.exit(1);
    });
    console.error('#2 RUN sleep infinity');
    setInterval(() => undefined, 1000);
    return;
  }
  if (!args.includes('--push')) return;
  let digest;
  for (const reference of args.filter((_, index) => args[index - 1] === '--tag'))
    digest = await push(reference);
  const file = args[args.indexOf('--metadata-file') + 1];
  if (mode === 'loses-race') {
    console.error(
      "ERROR: failed to push: tag invalid: The image tag 'x' already exists in the 'team/app' repository and cannot be overwritten because the tag is immutable.",
    );
    process.exit(1);
  }
  writeFileSync(file, JSON.stringify({ 'containerimage.digest': digest, 'image.name': 'fake' }));
}

async function push(reference) {
  const [, registry, name, tag] = /^([^/]+)\/(.+):([^:]+)$/.exec(reference);
  const { auth } = JSON.parse(readFileSync(configFile, 'utf8')).auths[registry];
  const ask = async (method, path, options = {}) => {
    const url = new URL(path, `http://${registry}/v2/${name}/`);
    const response = await fetch(url, {
      method,
      ...options,
      headers: { authorization: `Basic ${auth}`, ...options.headers },
    });
    if (response.ok) return response;
    console.error(`ERROR: failed to push ${reference}: ${(await response.json()).errors[0].message}`);
    process.exit(1);
  };
  const blob = async (mediaType, bytes) => {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    await ask('POST', `blobs/uploads/?digest=${digest}`, { body: bytes });
    return { mediaType, digest, size: bytes.length };
  };
  const architecture = args.find((_, index) => args[index - 1] === '--platform')?.split('/')[1] ?? 'amd64';
  const type = 'application/vnd.oci.image';
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: `${type}.manifest.v1+json`,
    config: await blob(
      `${type}.config.v1+json`,
      Buffer.from(
        JSON.stringify({ os: 'linux', architecture: process.env.FAKE_ARCHITECTURE ?? architecture }),
      ),
    ),
    layers: [await blob(`${type}.layer.v1.tar`, Buffer.from('a layer'))],
  });
  const stored = await ask('PUT', `manifests/${tag}`, {
    body: manifest,
    headers: { 'content-type': `${type}.manifest.v1+json` },
  });
  return stored.headers.get('docker-content-digest');
}
