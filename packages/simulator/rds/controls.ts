import { ApiError } from '../kernel/api-error.ts';
import { known, members, optionalText } from '../kernel/fault-form.ts';
import type { Controls } from '../kernel/service.ts';
import { createDBCluster } from './CreateDBCluster.ts';
import { createDBInstance } from './CreateDBInstance.ts';
import { keyOf, type Databases } from './state.ts';

/** Makes databases that are available at once, sets the state of one, and removes it (`deleted`). */
export function databaseControls(databases: Databases): Controls {
  return {
    'POST /_simulator/databases': (input) => {
      const body = members(input, 'the body');
      known(body, ['id', 'kind', 'engine', 'cluster', 'status'], 'the body', '');
      const { id, kind, engine, cluster, status } = {
        id: optionalText(body['id'], 'id'),
        kind: optionalText(body['kind'], 'kind'),
        engine: optionalText(body['engine'], 'engine'),
        cluster: optionalText(body['cluster'], 'cluster'),
        status: optionalText(body['status'], 'status'),
      };
      if (id === undefined || !['instance', 'cluster', undefined].includes(kind)) {
        throw new ApiError('ValidationError', 'Give {"id": "name", "kind": "instance" or "cluster"}');
      }
      if (status === 'deleted') {
        (kind === 'cluster' ? databases.clusters : databases.instances).delete(keyOf(id));
        return databases.describe();
      }
      if (kind === 'cluster') {
        if (!databases.clusters.has(keyOf(id)))
          createDBCluster(databases, { DBClusterIdentifier: id, Engine: engine ?? 'aurora-postgresql' });
        databases.cluster(id).Status = status ?? 'available';
      } else {
        if (!databases.instances.has(keyOf(id))) {
          createDBInstance(databases, {
            DBInstanceIdentifier: id,
            DBInstanceClass: 'db.t4g.micro',
            Engine: engine ?? 'postgres',
            ...(cluster === undefined ? {} : { DBClusterIdentifier: cluster }),
          });
        }
        databases.instance(id).DBInstanceStatus = status ?? 'available';
      }
      return databases.describe();
    },
  };
}
