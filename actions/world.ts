import { readFile } from 'node:fs/promises';
import { createAws } from '@cutover/aws/aws';
import { isKnownRegion } from '@cutover/domain/identity/region';
import { Commands } from '@cutover/docker/commands';
import { Docker } from '@cutover/docker/docker';
import { tokenSubject } from '@cutover/github/id-token';
import type { RunnerParts } from '@cutover/github/run-step';
import type { World } from '@cutover/steps/world';
import { requireAccount } from './account.ts';
import { readableCredentialEnd } from './credential-end.ts';
import { accessOf } from './connection.ts';
import { exportProxy, requireProxySupport } from './proxy.ts';

/**
 * The world of an action: the runner's parts, and AWS and Docker as the inputs and the environment of this process name
 * them.
 * @param given texts of the inputs
 * @param pathOf path of a bundled CloudFormation template
 * @throws ConfigurationError when the inputs that every action has for its connection are wrong
 */
export async function worldOf(
  parts: RunnerParts,
  given: Readonly<Record<string, string>>,
  pathOf: (file: string) => string,
): Promise<World> {
  readableCredentialEnd(process.env);
  const { accounts, connection, identity } = accessOf(given, parts, process.env);
  const { proxy } = connection;
  const region = regionOf(given, process.env);
  const aws = createAws(region, connection, identity, (secret) => {
    parts.hide(secret);
  });
  if (proxy !== undefined) {
    requireProxySupport(process.versions.node);
    exportProxy(proxy, given, process.env);
  }
  if (!isKnownRegion(aws.region)) {
    parts.progress.report({
      type: 'note',
      text: `Region ${aws.region} is not one that this release knows; it is taken for a new one.`,
    });
  }
  await requireAccount(aws, accounts);
  return {
    ...parts,
    aws,
    ...(proxy === undefined ? {} : { proxy }),
    docker: new Docker(),
    commands: new Commands(),
    bundledTemplate: async (file) => await readFile(pathOf(file), 'utf8'),
    subject: async () => await tokenSubject(process.env),
  };
}

/** The input wins over what aws-actions/configure-aws-credentials exported. */
function regionOf(given: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): string | undefined {
  const candidates = [given['aws-region'], given['region'], env['AWS_REGION'], env['AWS_DEFAULT_REGION']];
  return candidates.map((one) => one?.trim()).find((one) => one !== undefined && one !== '');
}
