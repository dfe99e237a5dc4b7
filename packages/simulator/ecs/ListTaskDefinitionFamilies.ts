import type {
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse,
} from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { paging } from './paging.ts';

/** Without `status`, families with ACTIVE and with only INACTIVE revisions. @throws ApiError InvalidParameterException */
export function listTaskDefinitionFamilies(
  ecs: Ecs,
  input: ListTaskDefinitionFamiliesRequest,
): ListTaskDefinitionFamiliesResponse {
  const status = input.status ?? 'ALL';
  const found = [...ecs.families]
    .filter(([family]) => family.startsWith(input.familyPrefix ?? ''))
    .filter(([, revisions]) => {
      const active = revisions.some(({ definition }) => definition.status === 'ACTIVE');
      return status === 'ALL' || active === (status === 'ACTIVE');
    })
    .map(([family]) => family)
    .toSorted();
  const { items, nextToken } = paging(found, input);
  return { families: items, nextToken };
}
