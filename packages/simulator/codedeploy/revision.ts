import { createHash } from 'node:crypto';
import type { AppSpecContent, RevisionLocation } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import type { Application, RegisteredRevision } from './state.ts';

/**
 * The AppSpec that a revision names. A hash alone names a revision that was registered before.
 * @throws ApiError RevisionRequiredException, InvalidRevisionException, RevisionDoesNotExistException
 */
export function resolveRevision(
  application: Application,
  revision: RevisionLocation | undefined,
): Required<AppSpecContent> {
  if (revision === undefined) throw new ApiError('RevisionRequiredException', 'A revision must be specified');
  const { revisionType, appSpecContent, string } = revision;
  if (revisionType === 'S3' || revisionType === 'GitHub') {
    throw new ApiError(
      'InvalidRevisionException',
      `The simulator has no ${revisionType}: send the AppSpec itself with the revision type AppSpecContent`,
    );
  }
  const given = revisionType === 'String' ? string : appSpecContent;
  const { content, sha256 } = given ?? {};
  if (content === undefined || content === '') {
    const registered = application.revisions.get(sha256 ?? '');
    if (registered !== undefined) return registered.appSpec;
    if (sha256 === undefined || sha256 === '')
      throw new ApiError('InvalidRevisionException', 'The revision has neither content nor sha256');
    throw new ApiError('RevisionDoesNotExistException', `No revision found for sha256: ${sha256}`);
  }
  const actual = createHash('sha256').update(content).digest('hex');
  if (sha256 !== undefined && sha256.toLowerCase() !== actual) {
    throw new ApiError(
      'InvalidRevisionException',
      `The sha256 '${sha256}' of the revision is not that of its content, '${actual}'`,
    );
  }
  return { content, sha256: actual };
}

/** Registers the revision, or finds it registered. */
export function registerRevision(
  application: Application,
  appSpec: Required<AppSpecContent>,
  now: Date,
): RegisteredRevision {
  const known = application.revisions.get(appSpec.sha256 ?? '');
  if (known !== undefined) return known;
  const registered: RegisteredRevision = {
    appSpec,
    registerTime: now,
    description: undefined,
    firstUsedTime: undefined,
    lastUsedTime: undefined,
    deploymentGroups: new Set(),
  };
  application.revisions.set(appSpec.sha256 ?? '', registered);
  return registered;
}

/** A revision as deployments show it: the content is never given back, only its hash. */
export function shownRevision(sha256: string | undefined): RevisionLocation {
  return { revisionType: 'AppSpecContent', appSpecContent: { sha256 } };
}
