import type { Tag } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Ecs } from './ecs.ts';
import { ownName } from './identifier.ts';

/** Anything of ECS that carries tags. */
export interface Tagged {
  tags: Tag[];
}

/** The resource behind an ARN. @throws ApiError InvalidParameterException, ResourceNotFoundException and the like */
export function tagged(ecs: Ecs, arn: string | undefined): Tagged {
  const match = /^arn:[^:]+:ecs:[^:]*:[^:]*:([a-z-]+)\/.+$/.exec(arn ?? '');
  if (match === null)
    throw new ApiError('InvalidParameterException', `Invalid identifier: Identifier is for ${arn ?? ''}.`);
  const kind = match[1] ?? '';
  const rest = ownName(ecs.sim, kind, arn ?? '');
  const [clusterName = ''] = rest.split('/');
  switch (kind) {
    case 'cluster':
      return ecs.cluster(clusterName);
    case 'service':
      return ecs.service(ecs.cluster(clusterName), rest.slice(rest.lastIndexOf('/') + 1));
    case 'task': {
      const task = ecs.findTask(ecs.cluster(clusterName), arn ?? '');
      if (task !== undefined) return task;
      break;
    }
    case 'task-set': {
      const [, service = ''] = rest.split('/');
      return ecs.taskSet(ecs.service(ecs.cluster(clusterName), service), arn);
    }
    case 'task-definition': {
      const found = ecs.findTaskDefinition(rest);
      if (found !== undefined) return found;
      break;
    }
    default:
  }
  throw new ApiError(
    'InvalidParameterException',
    'The specified resource is not found. Specify a valid resource and try again.',
  );
}
