import { ConfigurationError } from '@cutover/domain/errors';
import { homeOf, misplaced } from '@cutover/domain/identity/home';
import { parseArn } from '@cutover/domain/identity/arn';
import { quoted } from '@cutover/domain/inputs/input';
import type { Trouble } from '@cutover/domain/trouble';
import type { Aws } from '@cutover/aws/aws';

/** ARNs by what names them in a message: `Input cluster`. Names and what is undefined are never wrong. */
export type NamedArns = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Refuses ARNs of another partition, region or kind of resource, and with `answered` those of another account. Makes no call.
 * @param answered an ARN that AWS gave, such as the service's: its account is that of the credentials
 * @throws ConfigurationError naming each of them
 */
export function requireHere(
  { partition, region }: Pick<Aws, 'partition' | 'region'>,
  arns: NamedArns,
  answered?: string,
): void {
  const account = answered === undefined ? undefined : homeOf(answered)?.account;
  const problems = each(arns).flatMap(
    ([what, arn]) => misplaced(what, arn, { partition, region, account }) ?? ofAnotherKind(what, arn) ?? [],
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
}

/** By input, the resource whose ARN it takes. */
const KINDS: Readonly<Record<string, readonly [service: string, resource: RegExp, example: string]>> = {
  'Input cluster': ['ecs', /^cluster\/[\w-]+$/, 'cluster/NAME'],
  'Input service': ['ecs', /^service\/(?:[\w-]+\/)?[\w-]+$/, 'service/CLUSTER/NAME'],
  'Input stack': ['cloudformation', /^stack\//, 'stack/NAME/ID'],
  'Input task-definition-arn': [
    'ecs',
    /^task-definition\/[\w-]+(?::\d+)?$/,
    'task-definition/FAMILY:REVISION',
  ],
  'Input listener-arn': ['elasticloadbalancing', /^listener(?:-rule)?\//, 'listener/app/…'],
  'Input target-group-arn': ['elasticloadbalancing', /^targetgroup\//, 'targetgroup/NAME/ID'],
  'Input execution-role-arn': ['iam', /^role\//, 'role/NAME'],
  'Input task-role-arn': ['iam', /^role\//, 'role/NAME'],
  'Input role-arn': ['iam', /^role\//, 'role/NAME'],
};

/** The fault of an ARN whose last part would be taken for the name of another kind of resource. */
function ofAnotherKind(what: string, text: string): Trouble | undefined {
  const kind = Object.hasOwn(KINDS, what) ? KINDS[what] : undefined;
  const arn = parseArn(text);
  if (kind === undefined || arn === undefined) return undefined;
  const [service, resource, example] = kind;
  if (arn.service === service && resource.test(arn.resource)) return undefined;
  return {
    what: `${what}: ${quoted(text)} is the ARN of another kind of resource.`,
    fix: `Give an ARN of ${service} that ends in ${example}.`,
  };
}

/**
 * As {@link requireHere}, where no answer of AWS tells the account yet: STS is asked for it, and only when there is an ARN.
 * @throws ConfigurationError naming each ARN of another partition, region or account
 */
export async function requireOwn(
  aws: Pick<Aws, 'partition' | 'region' | 'identity'>,
  arns: NamedArns,
): Promise<void> {
  requireHere(aws, arns);
  const given = each(arns).filter(([, arn]) => (parseArn(arn)?.account ?? '') !== '');
  if (given.length === 0) return;
  const { account } = await aws.identity.caller();
  const problems = given.flatMap(
    ([what, arn]) => misplaced(what, arn, { partition: aws.partition, region: aws.region, account }) ?? [],
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
}

function each(arns: NamedArns): readonly (readonly [what: string, arn: string])[] {
  return Object.entries(arns).flatMap(([what, value]) =>
    value === undefined
      ? []
      : (typeof value === 'string' ? [value] : value).map((arn) => [what, arn] as const),
  );
}
