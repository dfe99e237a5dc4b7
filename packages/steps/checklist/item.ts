import type { Trouble } from '@cutover/domain/trouble';

/** Checks, in the order in which they are shown. */
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
  'wait-before-shift',
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
  'leftovers',
  'alarms',
  'credentials',
] as const;

export type ItemId = (typeof ITEM_IDS)[number];

export interface Verdict extends Trouble {
  /**
   * `warned`: a deployment may start, and there is something to know before it does. `unknown`: it could not be looked
   * at. `skipped`: something else has to be mended first.
   */
  readonly status: 'passed' | 'warned' | 'failed' | 'unknown' | 'skipped';
  /** It failed by the rule book: the deployment's own start would refuse, whatever preflight is told. */
  readonly refuses?: boolean;
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

export function passed(what: string): Verdict {
  return { status: 'passed', what, fix: '' };
}

export function warned(what: string, fix: string, link?: string): Verdict {
  return { status: 'warned', what, fix, ...(link === undefined ? {} : { link }) };
}

export function failed(what: string, fix: string, link?: string): Verdict {
  return { status: 'failed', what, fix, ...(link === undefined ? {} : { link }) };
}

export function unknown(what: string, fix = ''): Verdict {
  return { status: 'unknown', what, fix };
}

const SEVERITY = ['passed', 'skipped', 'unknown', 'warned', 'failed'] as const;

/** One verdict of several: the gravest, with what every part of that gravity says. Nothing at all has passed. */
export function gravest(verdicts: readonly Verdict[], nothing: string): Verdict {
  const status = SEVERITY.findLast((one) => verdicts.some((verdict) => verdict.status === one));
  if (status === undefined) return passed(nothing);
  const grave = verdicts.filter((verdict) => verdict.status === status);
  const fixes = [...new Set(grave.map(({ fix }) => fix).filter((fix) => fix !== ''))];
  const [first] = grave.flatMap(({ link }) => link ?? []);
  const place = grave.length === 1 ? grave[0]?.place : undefined;
  return {
    status,
    what: [...new Set(grave.map(({ what }) => what))].join(' '),
    fix: fixes.join(' '),
    ...(first === undefined ? {} : { link: first }),
    ...(place === undefined ? {} : { place }),
    ...(grave.some(({ refuses }) => refuses === true) ? { refuses: true } : {}),
  };
}
