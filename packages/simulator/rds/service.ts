import type { Operation, QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { databaseControls } from './controls.ts';
import { createDBCluster } from './CreateDBCluster.ts';
import { createDBClusterSnapshot } from './CreateDBClusterSnapshot.ts';
import { createDBInstance } from './CreateDBInstance.ts';
import { createDBSnapshot } from './CreateDBSnapshot.ts';
import { deleteDBClusterSnapshot } from './DeleteDBClusterSnapshot.ts';
import { deleteDBSnapshot } from './DeleteDBSnapshot.ts';
import { describeDBClusters } from './DescribeDBClusters.ts';
import { describeDBClusterSnapshots } from './DescribeDBClusterSnapshots.ts';
import { describeDBInstances } from './DescribeDBInstances.ts';
import { describeDBSnapshots } from './DescribeDBSnapshots.ts';
import { Databases } from './state.ts';
import { addTagsToResource, listTagsForResource, removeTagsFromResource } from './tags.ts';

/** RDS: databases in name only, and their snapshots, which take their time. */
export function createRds(sim: Simulator): QueryService {
  const databases = new Databases(sim);
  const bind =
    <I>(run: (databases: Databases, input: I) => object): Operation =>
    (input: I) =>
      run(databases, input);
  return {
    name: 'rds',
    protocol: 'query',
    version: '2014-10-31',
    xmlNamespace: 'http://rds.amazonaws.com/doc/2014-10-31/',
    itemNames: {
      DBInstances: 'DBInstance',
      DBClusters: 'DBCluster',
      DBClusterMembers: 'DBClusterMember',
      DBSnapshots: 'DBSnapshot',
      DBClusterSnapshots: 'DBClusterSnapshot',
      TagList: 'Tag',
    },
    operations: {
      AddTagsToResource: bind(addTagsToResource),
      CreateDBCluster: bind(createDBCluster),
      CreateDBClusterSnapshot: bind(createDBClusterSnapshot),
      CreateDBInstance: bind(createDBInstance),
      CreateDBSnapshot: bind(createDBSnapshot),
      DeleteDBClusterSnapshot: bind(deleteDBClusterSnapshot),
      DeleteDBSnapshot: bind(deleteDBSnapshot),
      DescribeDBClusters: bind(describeDBClusters),
      DescribeDBClusterSnapshots: bind(describeDBClusterSnapshots),
      DescribeDBInstances: bind(describeDBInstances),
      DescribeDBSnapshots: bind(describeDBSnapshots),
      ListTagsForResource: bind(listTagsForResource),
      RemoveTagsFromResource: bind(removeTagsFromResource),
    },
    controls: databaseControls(databases),
    lookup: (what, arn) => {
      const tags = databases.tags.get(arn);
      return what === 'tags' && tags !== undefined ? JSON.stringify(Object.fromEntries(tags)) : undefined;
    },
    snapshot: () => databases.describe(),
  };
}
