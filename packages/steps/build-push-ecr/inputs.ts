import { stack } from '@cutover/domain/environment-inputs';
import {
  choice,
  field,
  flag,
  InvalidInput,
  lines,
  list,
  matching,
  pairs,
  text,
  type Inputs,
} from '@cutover/domain/inputs';
import { isTag } from '@cutover/domain/image-reference';
import { formatPlatform, parsePlatform } from '@cutover/domain/platform';

const TAG = { pattern: /^\w[\w.-]{0,127}$/, expected: 'a tag', example: 'v1.2.3' };

/** The inputs of `actions/build-push-ecr`. Names and defaults follow docker/build-push-action where it has them. */
export const inputs = {
  repository: text(),
  stack: stack(),
  'create-repository': flag({ default: 'false' }),
  tag: matching(TAG),
  tags: each(
    isTag,
    'a list of tags',
    'Write tags alone, as in latest; the repository is an input of its own.',
  ),
  'if-exists': choice(['reuse', 'fail', 'overwrite'], { default: 'reuse' }),
  context: text({ default: '.' }),
  file: text(),
  target: text(),
  platforms: field(platformList, { default: '' }),
  'build-args': pairs(),
  'build-contexts': pairs(),
  secrets: pairs({ secret: true }),
  'secret-envs': pairs(),
  'secret-files': pairs(),
  labels: pairs(),
  'cache-from': lines(),
  'cache-to': lines(),
  'no-cache': flag({ default: 'false' }),
  pull: flag({ default: 'false' }),
  provenance: text({ default: 'false' }),
  sbom: text({ default: 'false' }),
  builder: text(),
  network: text(),
  'oci-layout': text(),
  'dry-run': flag({ default: 'false' }),
  /** Read by whoever makes the AWS clients. */
  region: text({ aliases: ['aws-region'] }),
};

export type BuildInputs = Inputs<typeof inputs>;

function each(accepts: (entry: string) => boolean, expected: string, remedy: string) {
  return field(
    (value) => {
      const entries = list().parse(value);
      if (!entries.every(accepts)) throw new InvalidInput(expected, remedy);
      return entries;
    },
    { default: '' },
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
