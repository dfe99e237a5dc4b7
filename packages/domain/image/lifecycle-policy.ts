import { isJsonObject, textOf, type Json, type JsonObject } from '../text/json.ts';

/** A rule of a repository's lifecycle policy that removes an image although it is tagged to be kept. */
export interface ExpiringRule {
  readonly priority: number;
  /** The user's own words; empty when there are none. */
  readonly description: string;
  /** When it removes the image: `14 days after it was pushed`. */
  readonly when: string;
}

/** From so many images on, a rule of counts is taken for one that keeps all. */
const KEEPS_ALL = 1000;
/** Number of services that may share a repository before a rule that counts their marks removes one. */
const MANY_SERVICES = 10;
/** Tags as releases have them. A rule that selects none of them counts marks alone. */
const USUAL_TAGS = ['0123456789abcdef0123456789abcdef01234567', 'v1.2.3', 'main-7', 'latest'];

/**
 * The rule of a lifecycle policy (GetLifecyclePolicy's text) that will remove an image with these tags. The first rule by
 * priority that selects an image decides about it alone (LifecyclePolicies.html of the ECR user guide).
 * @returns undefined when the image stays; what is no policy is taken for none
 */
export function expiringRule(policy: string, tags: readonly string[]): ExpiringRule | undefined {
  const rules = rulesOf(policy)
    .filter(({ action }) => actionOf(action) === 'expire')
    .toSorted((a, b) => Number(a['rulePriority']) - Number(b['rulePriority']));
  const rule = rules.find(({ selection }) => isJsonObject(selection) && selects(selection, tags));
  if (rule === undefined || !isJsonObject(rule['selection'])) return undefined;
  const when = whenExpired(rule['selection'], tags);
  return when === undefined
    ? undefined
    : { priority: Number(rule['rulePriority']), description: textOf(rule['description']), when };
}

function rulesOf(policy: string): readonly JsonObject[] {
  try {
    const { rules } = JSON.parse(policy) as { readonly rules?: Json };
    return Array.isArray(rules) ? (rules as readonly Json[]).filter(isJsonObject) : [];
  } catch {
    return [];
  }
}

function actionOf(action: Json | undefined): string {
  return isJsonObject(action) ? textOf(action['type']) : 'expire';
}

/** Every prefix or pattern of the rule has to find a tag of the image. */
function selects(selection: JsonObject, tags: readonly string[]): boolean {
  if (selection['tagStatus'] === 'any') return true;
  if (selection['tagStatus'] === 'untagged') return tags.length === 0;
  const tests = [
    ...texts(selection['tagPrefixList']).map((prefix) => (tag: string) => tag.startsWith(prefix)),
    ...texts(selection['tagPatternList']).map((pattern) => wildcard(pattern)),
  ];
  return tags.length > 0 && tests.every((holds) => tags.some((tag) => holds(tag)));
}

function whenExpired(selection: JsonObject, tags: readonly string[]): string | undefined {
  const count = Number(selection['countNumber']);
  if (selection['countType'] !== 'imageCountMoreThan')
    return `${count} ${textOf(selection['countUnit'] ?? 'days')} after ${SINCE[textOf(selection['countType'])] ?? 'an event that this action does not know'}`;
  if (count >= KEEPS_ALL) return undefined;
  const marksOnly = !USUAL_TAGS.some((tag) => selects(selection, [tag]));
  const others = tags.map((tag) => `${tag}-of-another-service`);
  if (marksOnly && (count >= MANY_SERVICES || !others.some((tag) => selects(selection, [tag]))))
    return undefined;
  return `once ${count} newer images match it`;
}

const SINCE: Readonly<Record<string, string>> = {
  sinceImagePushed: 'it was pushed',
  sinceImagePulled: 'it was pulled last',
};

function texts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(textOf) : [];
}

/** `*` stands for any characters. */
function wildcard(pattern: string): (tag: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  return (tag) => {
    if (rest.length === 0) return tag === first;
    if (!tag.startsWith(first)) return false;
    let at = first.length;
    for (const [index, part] of rest.entries()) {
      const last = index === rest.length - 1;
      const found = last ? tag.length - part.length : tag.indexOf(part, at);
      if (found < at || !tag.startsWith(part, found)) return false;
      at = found + part.length;
    }
    return true;
  };
}
