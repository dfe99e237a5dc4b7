import { isDigest, type Digest } from './digest.ts';

/** A repository as users name it: `name`, or `host/name` with what the host of an ECR registry tells. */
export interface RepositoryName {
  /** `team/app` */
  readonly name: string;
  /** `123456789012.dkr.ecr.us-east-1.amazonaws.com`, or that of a local registry. */
  readonly host?: string;
  readonly account?: string;
  readonly region?: string;
}

/** `host/name:tag@digest` taken apart; tag and digest may both be there. */
export interface ImageReference extends RepositoryName {
  readonly tag?: string;
  readonly digest?: Digest;
}

const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const ECR_HOST = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws)$/;

/** Whether ECR takes the text as a repository's name: 2 to 256 characters, lower case. */
export function isRepositoryName(text: string): boolean {
  return text.length >= 2 && text.length <= 256 && NAME.test(text);
}

export function isTag(text: string): boolean {
  return TAG.test(text);
}

/**
 * From `name` or `host/name`; undefined when it is neither, or has a tag, a digest or a scheme. ECR's names may have dots
 * where Docker would see a host: only a host of ECR or of this machine is taken for one.
 */
export function parseRepository(text: string): RepositoryName | undefined {
  const reference = parseImageReference(text);
  if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined)
    return undefined;
  const { host = '' } = reference;
  const isHost = reference.account !== undefined || /^(?:localhost|\d+(?:\.\d+){3})$|:/.test(host);
  return host === '' || isHost || !isRepositoryName(text) ? reference : { name: text };
}

/** As Docker reads it. */
export function parseImageReference(text: string): ImageReference | undefined {
  const [path = '', digest, ...more] = text.split('@');
  if (more.length > 0 || (digest !== undefined && !isDigest(digest))) return undefined;
  const slash = path.indexOf('/');
  const head = slash === -1 ? '' : path.slice(0, slash);
  // As Docker decides: a host has a dot or a port, or is localhost.
  const host = /[.:]/.test(head) || head === 'localhost' ? head : undefined;
  // An ARN has more colons than a host's port.
  if (host !== undefined && !/^(?:[\w.-]+|\[[\da-fA-F:]+\])(?::\d+)?$/.test(host)) return undefined;
  const rest = host === undefined ? path : path.slice(slash + 1);
  const colon = rest.lastIndexOf(':');
  const name = colon === -1 ? rest : rest.slice(0, colon);
  const tag = colon === -1 ? undefined : rest.slice(colon + 1);
  if (!isRepositoryName(name) || (tag !== undefined && !isTag(tag))) return undefined;
  const [, account, region] = ECR_HOST.exec(host ?? '') ?? [];
  return {
    name,
    ...(host === undefined ? {} : { host }),
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}
