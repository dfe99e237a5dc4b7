import { randomBytes } from 'node:crypto';
import type { DBCluster, DBClusterSnapshot, DBInstance, DBSnapshot, Tag } from '@aws-sdk/client-rds';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** AWS milliseconds from creation to `available` (assumptions: usual times of small databases, not documented). */
export const TIMES = { instance: 300_000, cluster: 120_000, snapshot: 90_000 } as const;

/** All that exists of RDS in the account. Identifiers are kept in lower case, as RDS stores them. */
export class Databases {
  readonly sim: Simulator;
  readonly instances = new Map<string, DBInstance>();
  readonly clusters = new Map<string, DBCluster>();
  readonly snapshots = new Map<string, DBSnapshot>();
  readonly clusterSnapshots = new Map<string, DBClusterSnapshot>();
  readonly tags = new Map<string, Map<string, string>>();

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  /** The key of an identifier or ARN. An ARN of another place is the key of nothing. */
  key(id: string): string {
    return id.startsWith('arn:') && !id.startsWith(this.sim.arn('rds', '')) ? id : keyOf(id);
  }

  instance(id: string): DBInstance {
    return (
      this.instances.get(this.key(id)) ??
      notFound('DBInstanceNotFound', `DBInstance ${nameOf(id)} not found.`)
    );
  }

  cluster(id: string): DBCluster {
    return (
      this.clusters.get(this.key(id)) ??
      notFound('DBClusterNotFoundFault', `DBCluster ${nameOf(id)} not found.`)
    );
  }

  snapshot(id: string): DBSnapshot {
    return (
      this.snapshots.get(this.key(id)) ??
      notFound('DBSnapshotNotFound', `DBSnapshot not found: ${nameOf(id)}`)
    );
  }

  clusterSnapshot(id: string): DBClusterSnapshot {
    return (
      this.clusterSnapshots.get(this.key(id)) ??
      notFound('DBClusterSnapshotNotFoundFault', `DBClusterSnapshot not found: ${nameOf(id)}`)
    );
  }

  /** The thing behind an ARN, so that it can be tagged. @throws ApiError when there is none */
  taggable(arn: string): string {
    if (!arn.startsWith(this.sim.arn('rds', ''))) throw invalid(`Invalid resource name: ${arn}`);
    const [kind = '', id = ''] = arn.split(':').slice(5);
    switch (kind) {
      case 'db':
        return this.instance(id).DBInstanceArn ?? arn;
      case 'cluster':
        return this.cluster(id).DBClusterArn ?? arn;
      case 'snapshot':
        return this.snapshot(id).DBSnapshotArn ?? arn;
      case 'cluster-snapshot':
        return this.clusterSnapshot(id).DBClusterSnapshotArn ?? arn;
      default:
        throw invalid(`Invalid resource name: ${arn}`);
    }
  }

  tag(arn: string, tags: readonly Tag[] | undefined): void {
    const known = this.tags.get(arn) ?? new Map<string, string>();
    for (const { Key = '', Value = '' } of list(tags)) {
      if (/^(aws|rds):/.test(Key)) throw invalid('Tag keys may not begin with aws: or rds:');
      if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(Key)) throw invalid(`Tag key ${Key} is not valid`);
      if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(Value))
        throw invalid(`Tag value ${Value} is not valid`);
      known.set(Key, Value);
    }
    if (known.size > 50) throw invalid('The number of tags exceeds 50');
    this.tags.set(arn, known);
  }

  tagList(arn: string | undefined): Tag[] {
    return [...(this.tags.get(arn ?? '') ?? [])].map(([Key, Value]) => ({ Key, Value }));
  }

  resourceId(prefix: string): string {
    return `${prefix}-${randomBytes(13).toString('hex').toUpperCase()}`;
  }

  describe(): object {
    return {
      instances: [...this.instances.values()].map(({ DBInstanceIdentifier, DBInstanceStatus }) => ({
        id: DBInstanceIdentifier,
        status: DBInstanceStatus,
      })),
      clusters: [...this.clusters.values()].map(({ DBClusterIdentifier, Status }) => ({
        id: DBClusterIdentifier,
        status: Status,
      })),
      snapshots: [
        ...[...this.snapshots.values()].map(({ DBSnapshotIdentifier, Status }) => ({
          id: DBSnapshotIdentifier,
          status: Status,
        })),
        ...[...this.clusterSnapshots.values()].map(({ DBClusterSnapshotIdentifier, Status }) => ({
          id: DBClusterSnapshotIdentifier,
          status: Status,
        })),
      ],
    };
  }
}

/** Identifiers are told apart without regard to case; an ARN means the thing that it names. */
export function keyOf(id: string | undefined): string {
  return nameOf(id ?? '').toLowerCase();
}

function nameOf(id: string): string {
  return id.startsWith('arn:') ? (id.split(':').at(-1) ?? id) : id;
}

export function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

/** Members of a form are text, whatever their type. @throws ApiError when it is no whole number */
export function integer(name: string, value: unknown, otherwise: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (!Number.isInteger(number)) throw invalid(`${name} is not a whole number`);
  return number;
}

export function invalid(message: string): ApiError {
  return new ApiError('InvalidParameterValue', message);
}

/** @throws ApiError when it is no identifier of RDS */
export function identifier(name: string, value: string | undefined, longest: number): string {
  const text = value ?? '';
  if (!/^[A-Za-z](?!.*--)[A-Za-z0-9-]*$/.test(text) || text.endsWith('-') || text.length > longest) {
    throw invalid(
      `The parameter ${name} is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.`,
    );
  }
  return text.toLowerCase();
}

function notFound(code: string, message: string): never {
  throw new ApiError(code, message, 404);
}
