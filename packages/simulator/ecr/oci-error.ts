import type { ServerResponse } from 'node:http';
import { ApiError } from '../kernel/api-error.ts';
import { send } from '../kernel/send.ts';

export type OciCode =
  | 'BLOB_UNKNOWN'
  | 'BLOB_UPLOAD_INVALID'
  | 'BLOB_UPLOAD_UNKNOWN'
  | 'DENIED'
  | 'DIGEST_INVALID'
  | 'MANIFEST_BLOB_UNKNOWN'
  | 'MANIFEST_INVALID'
  | 'MANIFEST_UNKNOWN'
  | 'NAME_UNKNOWN'
  | 'TAG_INVALID'
  | 'UNAUTHORIZED'
  | 'UNSUPPORTED';

/** An error of the registry protocol. */
export class OciError extends Error {
  readonly code: OciCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: OciCode, message: string, status: number, headers: Record<string, string> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

export function sendError(response: ServerResponse, error: OciError): void {
  const body = JSON.stringify({ errors: [{ code: error.code, message: error.message }] });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'docker-distribution-api-version': 'registry/2.0',
    ...error.headers,
  };
  send(response, error.status, headers, body);
}

/** The registry's answer where the API throws. The status of TAG_INVALID is not documented: 400 is an assumption. */
export function fromApi(error: ApiError): OciError {
  switch (error.code) {
    case 'RepositoryNotFoundException':
      return new OciError('NAME_UNKNOWN', error.message, 404);
    case 'ImageTagAlreadyExistsException':
      return new OciError('TAG_INVALID', error.message, 400);
    case 'LayersNotFoundException':
    case 'ReferencedImagesNotFoundException':
      return new OciError('MANIFEST_BLOB_UNKNOWN', error.message, 400);
    case 'ImageDigestDoesNotMatchException':
      return new OciError('DIGEST_INVALID', error.message, 400);
    default:
      return new OciError('MANIFEST_INVALID', error.message, 400);
  }
}
