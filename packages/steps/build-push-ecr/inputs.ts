import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { stack } from '@cutover/domain/inputs/environment';
import {
  choice,
  field,
  flag,
  InvalidInput,
  lines,
  list,
  matching,
  number,
  pairs,
  text,
  type Inputs,
} from '@cutover/domain/inputs/input';
import { showLogs } from '@cutover/domain/inputs/show-logs';
import { isRepositoryName, isTag } from '@cutover/domain/image/reference';
import { formatPlatform, parsePlatform } from '@cutover/domain/image/platform';
import { SEVERITIES } from '@cutover/domain/image/vulnerability';
import { argument } from './argument.ts';
import { parseCache } from './cache.ts';

const TAG = { pattern: /^\w[\w.-]{0,127}$/, expected: 'a tag', example: 'v1.2.3' };
const DIGEST = {
  pattern: /^sha256:[0-9a-f]{64}$/,
  expected: 'a digest',
  example: `sha256:${'0123456789abcdef'.repeat(4)}`,
};
const PROTECT = { pattern: /^live-[\w.-]{1,114}$/, expected: 'live- and a name', example: 'live-web' };

/** The inputs of `actions/build-push-ecr`. Names and defaults follow docker/build-push-action where it has them. */
export const inputs = {
  repository: text(),
  'registry-type': choice(['private', 'public'], { default: 'private' }),
  registries: each(
    (entry) => /^\d{12}$/.test(entry),
    'a list of AWS account ids',
    'Write 12 digits each, in quotes when the first one is 0, as in "012345678901".',
  ),
  stack: stack(),
  'create-repository': flag({ default: 'false' }),
  /** `auto`: derived from what is built. */
  tag: matching(TAG),
  tags: each(
    isTag,
    'a list of tags',
    'Write tags alone, as in latest; the repository is an input of its own.',
  ),
  digest: matching(DIGEST),
  'if-exists': choice(['reuse', 'fail', 'overwrite'], { default: 'reuse' }),
  context: argument(text({ default: '.' })),
  file: argument(text()),
  target: argument(text()),
  platforms: field(platformList, { default: '', form: { kind: 'list' } }),
  'build-args': argument(pairs()),
  'build-contexts': argument(pairs()),
  'secret-build-args': argument(pairs({ secret: true })),
  secrets: argument(pairs({ secret: true })),
  'secret-envs': argument(pairs()),
  'secret-files': argument(pairs()),
  ssh: argument(lines()),
  labels: argument(pairs()),
  cache: field(parseCache, { default: 'none' }),
  'cache-from': argument(lines()),
  'cache-to': argument(lines()),
  'no-cache': flag({ default: 'false' }),
  pull: flag({ default: 'false' }),
  provenance: argument(text({ default: 'false' })),
  sbom: argument(text({ default: 'false' })),
  'docker-aws-credentials': flag({ default: 'false' }),
  builder: argument(text()),
  network: argument(text()),
  'oci-layout': text(),
  'mount-from': each(
    isRepositoryName,
    'a list of repositories of the same registry',
    'Write their names alone, as in team/base.',
  ),
  'task-definition': text(),
  'fail-on-severity': choice(SEVERITIES, {}),
  'scan-timeout-minutes': number({ default: '5', min: 0, max: 60 }),
  protect: matching(PROTECT),
  'dry-run': flag({ default: 'false' }),
  /** Read by whoever makes the AWS clients. */
  'show-logs': showLogs,
  ...configInputs,
  ...commonInputs,
  region: text({ aliases: ['aws-region'] }),
};

export type BuildInputs = Inputs<typeof inputs>;

function each(accepts: (entry: string) => boolean, expected: string, fix: string) {
  return field(
    (value) => {
      const entries = list().parse(value);
      if (!entries.every(accepts)) throw new InvalidInput(expected, fix);
      return entries;
    },
    { default: '', form: { kind: 'list' } },
  );
}

function platformList(value: string): readonly string[] {
  return list()
    .parse(value)
    .map((entry) => {
      const platform = parsePlatform(entry);
      if (platform === undefined) {
        throw new InvalidInput(
          'a list of platforms',
          'Write them like linux/amd64 or linux/amd64,linux/arm64.',
        );
      }
      return formatPlatform(platform);
    });
}
