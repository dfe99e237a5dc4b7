/** What is checked, in the order in which it is shown. */
export const ITEM_IDS = [
  'identity',
  'service',
  'controller',
  'service-features',
  'desired-count',
  'deployment-group',
  'deployment-config',
  'target-groups',
  'listeners',
  'task-definition',
  'container',
  'health-check',
  'codedeploy-role',
  'execution-role',
  'task-role',
  'pass-role',
  'permissions',
  'image',
  'secrets',
  'log-group',
  'subnets',
  'security-groups',
  'egress',
  'primary',
  'listeners-on-primary',
  'active-deployment',
  'alarms',
  'credentials',
] as const;

export type ItemId = (typeof ITEM_IDS)[number];

export interface Verdict {
  /**
   * `warned`: a deployment may start, and there is something to know before it does. `unknown`: it could not be looked
   * at. `skipped`: something else has to be mended first.
   */
  readonly status: 'passed' | 'warned' | 'failed' | 'unknown' | 'skipped';
  /** What was found, in sentences. */
  readonly found: string;
  /** What to do, in sentences; absent when there is nothing to do. */
  readonly fix?: string;
  /** Page of the AWS console. */
  readonly link?: string;
}

/** One thing that has to be right before a deployment can start. */
export interface Item {
  readonly id: ItemId;
  readonly title: string;
  /** Items without which this one can't be judged. */
  readonly needs: readonly ItemId[];
  /** @throws ConfigurationError or AwsCallError, which count as failed and unknown */
  check(): Promise<Verdict>;
}

export interface Result extends Verdict {
  readonly id: ItemId;
  readonly title: string;
}

export function passed(found: string): Verdict {
  return { status: 'passed', found };
}

export function warned(found: string, fix: string, link?: string): Verdict {
  return { status: 'warned', found, fix, ...(link === undefined ? {} : { link }) };
}

export function failed(found: string, fix: string, link?: string): Verdict {
  return { status: 'failed', found, fix, ...(link === undefined ? {} : { link }) };
}

export function unknown(found: string, fix?: string): Verdict {
  return { status: 'unknown', found, ...(fix === undefined || fix === '' ? {} : { fix }) };
}

const SEVERITY = ['passed', 'skipped', 'unknown', 'warned', 'failed'] as const;

/** One verdict of several: the gravest, with what every part of that gravity says. Nothing at all has passed. */
export function gravest(verdicts: readonly Verdict[], nothing: string): Verdict {
  const status = SEVERITY.findLast((one) => verdicts.some((verdict) => verdict.status === one));
  if (status === undefined) return passed(nothing);
  const grave = verdicts.filter((verdict) => verdict.status === status);
  const fixes = [...new Set(grave.flatMap(({ fix }) => fix ?? []))];
  const link = grave.find((one) => one.link !== undefined)?.link;
  return {
    status,
    found: [...new Set(grave.map(({ found }) => found))].join(' '),
    ...(fixes.length === 0 ? {} : { fix: fixes.join(' ') }),
    ...(link === undefined ? {} : { link }),
  };
}
