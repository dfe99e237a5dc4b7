import type {
  AddTagsToResourceMessage,
  ListTagsForResourceMessage,
  RemoveTagsFromResourceMessage,
  TagListMessage,
} from '@aws-sdk/client-rds';
import { list, type Databases } from './state.ts';

export function addTagsToResource(databases: Databases, input: AddTagsToResourceMessage): object {
  databases.tag(databases.taggable(input.ResourceName ?? ''), input.Tags);
  return {};
}

export function removeTagsFromResource(databases: Databases, input: RemoveTagsFromResourceMessage): object {
  const known = databases.tags.get(databases.taggable(input.ResourceName ?? ''));
  for (const key of list(input.TagKeys)) known?.delete(key);
  return {};
}

export function listTagsForResource(databases: Databases, input: ListTagsForResourceMessage): TagListMessage {
  return { TagList: databases.tagList(databases.taggable(input.ResourceName ?? '')) };
}
