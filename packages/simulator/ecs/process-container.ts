import { mkdir } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { type ImageConfig, ImagePullError } from '../kernel/images.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { ExecutableNotFound, resolveCommand } from './command.ts';
import {
  CANNOT_START,
  type ContainerPlan,
  type ContainerStart,
  ContainerStartError,
  type PreparedContainer,
} from './container-runtime.ts';
import { ContainerProcess } from './container-process.ts';
import type { ProcessStart } from './process-start.ts';
import { givePortBack, takePort } from './ports.ts';
import type { Reaper } from './reaper.ts';
import { STAND_IN, WRONG_FORMAT } from './stand-in.ts';

type Program = ImageConfig | 'stand-in' | 'other architecture';

/**
 * Unpacks the image of a container that is to run as a process of this machine.
 * @throws ImagePullError
 */
export async function prepareProcess(
  sim: Simulator,
  reaper: Reaper,
  plan: ContainerPlan,
): Promise<PreparedContainer> {
  const { definition, override, root, architecture } = plan;
  const image = definition.image ?? '';
  await mkdir(root, { recursive: true });
  const prepared = (program: Program): PreparedContainer => ({
    start: async (start) => startProcess(sim, reaper, plan, program, start),
  });
  if (sim.images?.owns(image) === true) {
    const pulled = await sim.images.pull(image, architecture, root);
    const other = pulled.architecture !== undefined && pulled.architecture !== architecture;
    return { imageDigest: pulled.digest, ...prepared(other ? 'other architecture' : pulled.config) };
  }
  const overridden = override.command !== undefined;
  if (image.startsWith('public.ecr.aws/') && !overridden && (definition.portMappings ?? []).length > 0)
    return prepared('stand-in');
  throw new ImagePullError(unreachable(image));
}

async function startProcess(
  sim: Simulator,
  reaper: Reaper,
  plan: ContainerPlan,
  program: Program,
  { environment, variables: own, privateIp, log }: ContainerStart,
): Promise<ContainerProcess> {
  const { definition, root } = plan;
  const listening: Record<string, string> = {};
  const ports = new Map<number, number>();
  for (const { containerPort } of definition.portMappings ?? []) {
    if (containerPort === undefined) continue;
    const port = await takePort();
    ports.set(containerPort, port);
    listening[`PORT_${containerPort}`] = String(port);
    listening['PORT'] ??= String(port);
    sim.network.attach(privateIp, containerPort, { host: '127.0.0.1', port });
  }
  const image: ImageConfig = typeof program === 'string' ? {} : program;
  const variables = { ...environment, ...pairs(image.Env ?? []), ...own };
  const imagePath = variables['PATH'];
  const env: Record<string, string> = {
    HOME: root,
    ...variables,
    PATH: [process.env['PATH'], ...(imagePath ?? '').split(':').map((folder) => join(root, folder))]
      .filter((folder) => folder !== undefined && folder !== '')
      .join(':'),
    ...listening,
  };
  const run = async (start: ProcessStart): Promise<ContainerProcess> =>
    await ContainerProcess.start(start, reaper, log);
  const base = { env, root, ports };
  try {
    if (program === 'stand-in') {
      env['STAND_IN_FOR'] = definition.image ?? '';
      return await run({ file: process.execPath, args: ['-e', STAND_IN], cwd: root, ...base });
    }
    if (program === 'other architecture')
      return await run({ file: process.execPath, args: ['-e', WRONG_FORMAT], cwd: root, ...base });
    const cwd = join(root, normalize(`/${definition.workingDirectory ?? image.WorkingDir ?? ''}`));
    await mkdir(cwd, { recursive: true });
    return await run({ ...resolveCommand(argv(plan, image), root, imagePath), cwd, ...base });
  } catch (error) {
    for (const port of ports.values()) givePortBack(port);
    throw new ContainerStartError(
      `${CANNOT_START}failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${startFailure(error)}: unknown`,
      { cause: error },
    );
  }
}

/** As Docker does it: a given entry point drops the image's command. */
function argv({ definition, override }: ContainerPlan, image: ImageConfig): string[] {
  const { entryPoint = [], command = [] } = definition;
  const given = override.command ?? command;
  const entry = entryPoint.length > 0 ? entryPoint : (image.Entrypoint ?? []);
  const rest = given.length > 0 ? given : entryPoint.length > 0 ? [] : (image.Cmd ?? []);
  return [...entry, ...rest];
}

function pairs(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const equals = line.indexOf('=');
      return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)];
    }),
  );
}

function startFailure(error: unknown): string {
  if (error instanceof ExecutableNotFound) return error.message;
  const { code, path = '', message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOENT: 'no such file or directory',
    EACCES: 'permission denied',
    ENOEXEC: 'exec format error',
  };
  return `exec: "${path}": ${known[code ?? ''] ?? message}`;
}

/** The simulated VPC has no way out, so an image elsewhere fails as behind a missing NAT gateway. */
function unreachable(image: string): string {
  const first = image.split('/')[0] ?? '';
  const registry = /[.:]/.test(first) && image.includes('/') ? first : 'docker.io';
  const path =
    registry === first ? image.slice(first.length + 1) : image.includes('/') ? image : `library/${image}`;
  const host = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
  const repository = path.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '');
  const reference = /@(sha256:.*)$/.exec(path)?.[1] ?? /:([^/:]*)$/.exec(path)?.[1] ?? 'latest';
  const separator = reference.startsWith('sha256:') ? '@' : ':';
  return `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${registry}/${repository}${separator}${reference}: failed to do request: Head "https://${host}/v2/${repository}/manifests/${reference}": dial tcp: i/o timeout`;
}
