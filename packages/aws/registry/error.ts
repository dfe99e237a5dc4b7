import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { immutableTag } from '../ecr/image-refusals.ts';

/** The registry did not answer, broke off, or asked for patience: the same request may succeed later. */
export class TransientRegistryError extends Error {
  override readonly name = 'TransientRegistryError';
}

/** An upload session that the registry no longer knows, or that stands elsewhere than we thought. */
export class UploadLostError extends Error {
  override readonly name = 'UploadLostError';
}

/** The request in words, for messages. */
export interface RegistryTarget {
  /** `127.0.0.1:4566/name` */
  readonly repository: string;
  /** `PUT manifests/v1` */
  readonly request: string;
  readonly tag?: string;
}

/** The error that an answer above 399 stands for. */
export async function registryError(response: Response, target: RegistryTarget): Promise<Error> {
  const { code, message } = await ociError(response);
  const text = `${code}: ${message}`;
  const findings = diagnose([{ source: `registry ${target.request}`, text }]);
  const options = { findings };
  switch (code) {
    case 'NAME_UNKNOWN':
      return new ConfigurationError(
        {
          what: `The registry has no repository ${target.repository} (${message}).`,
          fix: 'Create it (create-repository: true does), or correct the name, the account or aws-region.',
        },
        options,
      );
    case 'TAG_INVALID':
      if (target.tag !== undefined) return immutableTag(target.repository, target.tag, new Error(text));
      break;
    case 'BLOB_UPLOAD_UNKNOWN':
    case 'BLOB_UPLOAD_INVALID':
      return new UploadLostError(text);
    default:
  }
  if (response.status === 416 || response.status === 404) return new UploadLostError(text);
  if (response.status === 429 || response.status === 408 || response.status >= 500)
    return new TransientRegistryError(`HTTP ${response.status} ${text}`);
  if (response.status === 401 || response.status === 403) {
    return new ConfigurationError(
      {
        what: `The registry refused ${target.request} on ${target.repository}: ${text}`,
        fix: 'Grant the role ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage and ecr:BatchGetImage on the repository.',
      },
      options,
    );
  }
  return new AwsCallError(
    {
      action: `registry ${target.request}`,
      code,
      what: `${message} (HTTP ${response.status}, ${target.repository})`,
      fix: 'Read the registry’s message above; running the job again is safe.',
    },
    options,
  );
}

async function ociError(response: Response): Promise<{ code: string; message: string }> {
  const body = await response.text().catch(() => '');
  try {
    const { errors } = JSON.parse(body) as { errors?: { code?: string; message?: string }[] };
    const first = errors?.[0];
    if (first?.code !== undefined) return { code: first.code, message: first.message ?? '' };
  } catch {
    // Not every gateway answers in JSON.
  }
  return { code: `HTTP ${response.status}`, message: body.slice(0, 300) || response.statusText };
}
