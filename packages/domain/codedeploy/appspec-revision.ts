import { parse } from 'yaml';

/** The task definition that an AppSpec (YAML or JSON) deploys; undefined when it can't be read from it. */
export function revisionOfAppSpec(content: string): string | undefined {
  let value: unknown;
  try {
    value = parse(content, { merge: true, logLevel: 'silent' });
  } catch {
    return undefined;
  }
  const resources = member(value, 'Resources');
  const first: unknown = Array.isArray(resources) ? resources[0] : resources;
  if (typeof first !== 'object' || first === null) return undefined;
  const revision = member(member(Object.values(first)[0], 'Properties'), 'TaskDefinition');
  return typeof revision === 'string' ? revision : undefined;
}

/** A map's value by a key in any case. */
function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}
