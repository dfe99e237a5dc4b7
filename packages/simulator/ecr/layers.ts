import type {
  BatchCheckLayerAvailabilityRequest,
  BatchCheckLayerAvailabilityResponse,
  CompleteLayerUploadRequest,
  CompleteLayerUploadResponse,
  GetDownloadUrlForLayerRequest,
  GetDownloadUrlForLayerResponse,
  InitiateLayerUploadRequest,
  InitiateLayerUploadResponse,
  Layer,
  LayerFailure,
  UploadLayerPartRequest,
  UploadLayerPartResponse,
} from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import type { Caller } from '../kernel/service.ts';
import { DIGEST, type Upload } from './blobs.ts';
import { invalid, type Registry } from './registry.ts';
import type { Repository } from './repository.ts';

/** Size of a part that ECR suggests to its clients (its own limit is 5 to 10 MiB). */
const PART_SIZE = 20 * 1024 * 1024;
export const DOWNLOADS = '/ecr-layers/';

/** Operations on layers: the AWS API's own way to push and fetch blobs, beside the registry protocol. */
export function layerOperations(registry: Registry) {
  const upload = (repository: Repository, id: string | undefined): Upload => {
    const found = registry.blobs.upload(repository.name, id ?? '');
    if (found === undefined) {
      throw new ApiError(
        'UploadNotFoundException',
        `The upload with id '${id ?? ''}' could not be found in the repository with name '${repository.name}' in registry with id '${registry.id}'`,
      );
    }
    return found;
  };

  return {
    BatchCheckLayerAvailability: async (
      input: BatchCheckLayerAvailabilityRequest,
    ): Promise<BatchCheckLayerAvailabilityResponse> => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const layers: Layer[] = [];
      const failures: LayerFailure[] = [];
      for (const layerDigest of input.layerDigests ?? []) {
        if (!DIGEST.test(layerDigest)) {
          failures.push({
            layerDigest,
            failureCode: 'InvalidLayerDigest',
            failureReason: 'Invalid layer digest',
          });
        } else if (repository.layers.has(layerDigest)) {
          const layerSize = await registry.blobs.size(layerDigest);
          layers.push({
            layerDigest,
            layerAvailability: 'AVAILABLE',
            layerSize,
            mediaType: mediaTypeOf(repository, layerDigest),
          });
        } else layers.push({ layerDigest, layerAvailability: 'UNAVAILABLE' });
      }
      return { layers, failures };
    },

    GetDownloadUrlForLayer: (
      input: GetDownloadUrlForLayerRequest,
      caller: Caller,
    ): GetDownloadUrlForLayerResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const layerDigest = input.layerDigest ?? '';
      if (!repository.layers.has(layerDigest)) {
        throw new ApiError(
          'LayersNotFoundException',
          `The layer with digest '${layerDigest}' could not be found in the repository with name '${repository.name}' in the registry with id '${registry.id}'`,
        );
      }
      return { layerDigest, downloadUrl: `${caller.baseUrl}${DOWNLOADS}${registry.presign(layerDigest)}` };
    },

    InitiateLayerUpload: async (input: InitiateLayerUploadRequest): Promise<InitiateLayerUploadResponse> => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      return { uploadId: (await registry.blobs.begin(repository.name)).id, partSize: PART_SIZE };
    },

    UploadLayerPart: async (input: UploadLayerPartRequest): Promise<UploadLayerPartResponse> => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const target = upload(repository, input.uploadId);
      const part = bytes(input.layerPartBlob);
      const { partFirstByte: first = -1, partLastByte: last = -1 } = input;
      if (first !== target.size || last !== first + part.length - 1 || target.busy) {
        throw new ApiError(
          'InvalidLayerPartException',
          `The layer part upload is not valid: bytes ${first}-${last} were sent with ${part.length} bytes, byte ${target.size} is next`,
          400,
          {
            registryId: registry.id,
            repositoryName: repository.name,
            uploadId: target.id,
            lastValidByteReceived: target.size - 1,
          },
        );
      }
      await registry.blobs.append(
        target,
        (async function* () {
          yield part;
        })(),
      );
      return {
        registryId: registry.id,
        repositoryName: repository.name,
        uploadId: target.id,
        lastByteReceived: target.size - 1,
      };
    },

    CompleteLayerUpload: async (input: CompleteLayerUploadRequest): Promise<CompleteLayerUploadResponse> => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const target = upload(repository, input.uploadId);
      const [layerDigest = ''] = input.layerDigests ?? [];
      if (!DIGEST.test(layerDigest)) throw invalid(`Invalid parameter at 'layerDigests': '${layerDigest}'`);
      if (target.size === 0) {
        throw new ApiError(
          'EmptyUploadException',
          'The specified layer upload does not contain any layer parts',
        );
      }
      if (repository.layers.has(layerDigest)) {
        await registry.blobs.cancel(target);
        throw new ApiError(
          'LayerAlreadyExistsException',
          `Layer with digest '${layerDigest}' already exists in the repository with name '${repository.name}' in the registry with id '${registry.id}'`,
        );
      }
      if (!(await registry.blobs.commit(target, layerDigest))) {
        throw new ApiError(
          'InvalidLayerException',
          `The layer digest '${layerDigest}' does not match the uploaded content`,
        );
      }
      repository.layers.add(layerDigest);
      return {
        registryId: registry.id,
        repositoryName: repository.name,
        uploadId: target.id,
        layerDigest,
      };
    },
  };
}

/** As a manifest of the repository names it. Assumption: plain bytes as long as none does. */
function mediaTypeOf(repository: Repository, digest: string): string {
  for (const { manifest } of repository.images.values()) {
    const found = [manifest.config, ...(manifest.layers ?? [])].find((part) => part?.digest === digest);
    if (found !== undefined) return found.mediaType;
  }
  return 'application/octet-stream';
}

/** A blob is base64 on the wire and bytes between services. */
function bytes(blob: Uint8Array | string | undefined): Buffer {
  return typeof blob === 'string' ? Buffer.from(blob, 'base64') : Buffer.from(blob ?? []);
}
