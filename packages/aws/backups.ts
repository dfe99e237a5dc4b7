import type { DBClusterSnapshot, DBSnapshot, RDSClient, Tag } from '@aws-sdk/client-rds';
import { lastSegment } from '@cutover/domain/identity/arn';
import type { Database, Snapshot } from '@cutover/domain/backup';
import { AwsCallError } from '@cutover/domain/errors';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';
import { Pages } from './client/pages.ts';

/** Result of a request for a snapshot. */
export type SnapshotStart =
  | 'created'
  /** There is one of this name: an earlier attempt of the same request made it. */
  | 'exists'
  /** The database is being changed or saved by somebody else; this passes. */
  | 'busy';

/** RDS databases and their manual snapshots. */
export class Backups {
  readonly #options: ClientOptions;
  #client: RDSClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async #sdk(): Promise<{ client: RDSClient; sdk: typeof import('./sdk/backups.ts') }> {
    const sdk = await import('./sdk/backups.ts');
    return { client: (this.#client ??= new sdk.RDSClient(this.#options)), sdk };
  }

  /**
   * The database of this name or ARN: an instance, or a cluster. An instance that belongs to a cluster stands for the
   * cluster, as RDS takes no snapshot of a member.
   */
  async database(nameOrArn: string): Promise<Database | undefined> {
    const [kind, name] = /^arn:[^:]*:rds:[^:]*:\d*:(db|cluster):(.+)$/.exec(nameOrArn)?.slice(1) ?? [
      '',
      nameOrArn,
    ];
    const instance = kind === 'cluster' ? undefined : await this.#instance(name ?? nameOrArn);
    if (instance !== undefined && instance.cluster === undefined) return instance;
    if (kind === 'db' && instance === undefined) return undefined;
    return await this.#cluster(instance?.cluster ?? name ?? nameOrArn);
  }

  async #instance(id: string): Promise<(Database & { readonly cluster: string | undefined }) | undefined> {
    const { client, sdk } = await this.#sdk();
    const found = await orAbsent('DBInstanceNotFound', async () =>
      call(this.#options, 'rds:DescribeDBInstances', () =>
        client.send(new sdk.DescribeDBInstancesCommand({ DBInstanceIdentifier: id })),
      ),
    );
    const one = found?.DBInstances?.[0];
    if (one === undefined) return undefined;
    return {
      kind: 'instance',
      id: one.DBInstanceIdentifier ?? id,
      engine: one.Engine ?? '',
      status: one.DBInstanceStatus ?? '',
      cluster: one.DBClusterIdentifier,
    };
  }

  async #cluster(id: string): Promise<Database | undefined> {
    const { client, sdk } = await this.#sdk();
    const found = await orAbsent('DBClusterNotFound', async () =>
      call(this.#options, 'rds:DescribeDBClusters', () =>
        client.send(new sdk.DescribeDBClustersCommand({ DBClusterIdentifier: id })),
      ),
    );
    const one = found?.DBClusters?.[0];
    if (one === undefined) return undefined;
    return {
      kind: 'cluster',
      id: one.DBClusterIdentifier ?? id,
      engine: one.Engine ?? '',
      status: one.Status ?? '',
    };
  }

  /**
   * Begins a snapshot of the database as it is now.
   * @param id letters, digits and single hyphens, at most 63; the same id never makes a second snapshot
   */
  async create(
    { kind, id: database }: Database,
    id: string,
    tags: Readonly<Record<string, string>>,
  ): Promise<SnapshotStart> {
    const { client, sdk } = await this.#sdk();
    const Tags: Tag[] = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    try {
      await (kind === 'cluster'
        ? call(this.#options, 'rds:CreateDBClusterSnapshot', () =>
            client.send(
              new sdk.CreateDBClusterSnapshotCommand({
                DBClusterIdentifier: database,
                DBClusterSnapshotIdentifier: id,
                Tags,
              }),
            ),
          )
        : call(this.#options, 'rds:CreateDBSnapshot', () =>
            client.send(
              new sdk.CreateDBSnapshotCommand({
                DBInstanceIdentifier: database,
                DBSnapshotIdentifier: id,
                Tags,
              }),
            ),
          ));
      return 'created';
    } catch (error) {
      if (isCode(error, 'DBSnapshotAlreadyExists') || isCode(error, 'DBClusterSnapshotAlreadyExists'))
        return 'exists';
      if (isCode(error, 'InvalidDBInstanceState') || isCode(error, 'InvalidDBClusterState')) return 'busy';
      throw error;
    }
  }

  /** The snapshot, or undefined when there is none of this name. */
  async snapshot(kind: Database['kind'], id: string): Promise<Snapshot | undefined> {
    const { client, sdk } = await this.#sdk();
    if (kind === 'cluster') {
      const found = await orAbsent('DBClusterSnapshotNotFound', async () =>
        call(this.#options, 'rds:DescribeDBClusterSnapshots', () =>
          client.send(new sdk.DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier: id })),
        ),
      );
      const one = found?.DBClusterSnapshots?.[0];
      return one === undefined ? undefined : ofCluster(one);
    }
    const found = await orAbsent('DBSnapshotNotFound', async () =>
      call(this.#options, 'rds:DescribeDBSnapshots', () =>
        client.send(new sdk.DescribeDBSnapshotsCommand({ DBSnapshotIdentifier: id })),
      ),
    );
    const one = found?.DBSnapshots?.[0];
    return one === undefined ? undefined : ofInstance(one);
  }

  /** All manual snapshots of the database, whoever made them. */
  async snapshotsOf({ kind, id }: Database): Promise<readonly Snapshot[]> {
    const { client, sdk } = await this.#sdk();
    const found: Snapshot[] = [];
    const pages = new Pages('rds:DescribeDBClusterSnapshots');
    do {
      const common = {
        SnapshotType: 'manual',
        ...(pages.token === undefined ? {} : { Marker: pages.token }),
      };
      if (kind === 'cluster') {
        const page = await call(this.#options, 'rds:DescribeDBClusterSnapshots', () =>
          client.send(new sdk.DescribeDBClusterSnapshotsCommand({ ...common, DBClusterIdentifier: id })),
        );
        found.push(...(page.DBClusterSnapshots ?? []).map(ofCluster));
        pages.came(page.Marker);
      } else {
        const page = await call(this.#options, 'rds:DescribeDBSnapshots', () =>
          client.send(new sdk.DescribeDBSnapshotsCommand({ ...common, DBInstanceIdentifier: id })),
        );
        found.push(...(page.DBSnapshots ?? []).map(ofInstance));
        pages.came(page.Marker);
      }
    } while (pages.more());
    return found;
  }

  /** Deletes a manual snapshot; one that is gone already is fine. */
  async remove(kind: Database['kind'], id: string): Promise<void> {
    const { client, sdk } = await this.#sdk();
    if (kind === 'cluster') {
      await orAbsent('DBClusterSnapshotNotFound', async () =>
        call(this.#options, 'rds:DeleteDBClusterSnapshot', () =>
          client.send(new sdk.DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: id })),
        ),
      );
      return;
    }
    await orAbsent('DBSnapshotNotFound', async () =>
      call(this.#options, 'rds:DeleteDBSnapshot', () =>
        client.send(new sdk.DeleteDBSnapshotCommand({ DBSnapshotIdentifier: id })),
      ),
    );
  }
}

function ofInstance(one: DBSnapshot): Snapshot {
  return snapshotOf(
    one.DBSnapshotIdentifier ?? lastSegment(one.DBSnapshotArn ?? ''),
    one,
    one.OriginalSnapshotCreateTime ?? one.SnapshotCreateTime,
  );
}

function ofCluster(one: DBClusterSnapshot): Snapshot {
  return snapshotOf(one.DBClusterSnapshotIdentifier ?? '', one, one.SnapshotCreateTime);
}

function snapshotOf(
  id: string,
  one: { Status?: string | undefined; PercentProgress?: number | undefined; TagList?: Tag[] | undefined },
  createdAt: Date | undefined,
): Snapshot {
  return {
    id,
    status: one.Status ?? '',
    tags: new Map((one.TagList ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
    ...(one.PercentProgress === undefined ? {} : { percent: one.PercentProgress }),
    ...(createdAt === undefined ? {} : { createdAt: createdAt.getTime() }),
  };
}

async function orAbsent<T>(code: string, send: () => Promise<T>): Promise<T | undefined> {
  try {
    return await send();
  } catch (error) {
    if (isCode(error, code)) return undefined;
    throw error;
  }
}

/** RDS adds `Fault` to some codes on the wire, the SDK to the names of all. */
function isCode(error: unknown, code: string): boolean {
  return error instanceof AwsCallError && (error.code === code || error.code === `${code}Fault`);
}
