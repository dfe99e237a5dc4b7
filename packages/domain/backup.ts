/** A database of RDS, of which snapshots are taken as a whole. */
export interface Database {
  readonly kind: 'instance' | 'cluster';
  readonly id: string;
  /** `postgres`, `aurora-mysql`, ... */
  readonly engine: string;
  /** `available`, `backing-up`, `modifying`, ... */
  readonly status: string;
}

export interface Snapshot {
  readonly id: string;
  /** `creating`, `available`, `failed`, ... */
  readonly status: string;
  readonly percent?: number;
  /** Epoch milliseconds; absent while it is being made. */
  readonly createdAt?: number;
  readonly tags: ReadonlyMap<string, string>;
}

/** The command that brings a snapshot back, beside the database that is there. */
export function restoreCommand({ kind, id, engine }: Database, snapshot: string, region: string): string {
  return kind === 'cluster'
    ? `aws rds restore-db-cluster-from-snapshot --region ${region} --db-cluster-identifier ${id}-restored --snapshot-identifier ${snapshot} --engine ${engine}`
    : `aws rds restore-db-instance-from-db-snapshot --region ${region} --db-instance-identifier ${id}-restored --db-snapshot-identifier ${snapshot}`;
}
