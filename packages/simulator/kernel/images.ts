/** The part of an OCI image configuration that a process needs to start. */
export interface ImageConfig {
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Env?: readonly string[];
  readonly WorkingDir?: string;
  readonly User?: string;
}

export interface PulledImage {
  /** `sha256:…` of the manifest that was run (the platform's, when the reference names an index). */
  readonly digest: string;
  readonly config: ImageConfig;
  /** `amd64`, `arm64`: what the image says it was built for. */
  readonly architecture?: string;
}

/** An image of the registry and where the registry's own clients find it. */
export interface FoundImage extends PulledImage {
  readonly repository: string;
}

/** Pulls images out of the simulated registry. */
export interface ImageSource {
  /** True when the reference names this registry. */
  owns(reference: string): boolean;
  /**
   * Unpacks all layers (with whiteouts) of `reference` (`host/repository:tag` or `host/repository@sha256:…`) into `directory`.
   * @param architecture `amd64` or `arm64`, chosen from an index.
   * @throws ImagePullError with the text that ECS puts into a task's stoppedReason.
   */
  pull(reference: string, architecture: string, directory: string): Promise<PulledImage>;
  /**
   * Finds what `pull` would unpack, for a Docker engine to pull it over HTTP. Absent: images can only be unpacked.
   * @throws ImagePullError
   */
  find?(reference: string, architecture: string): Promise<FoundImage>;
}

/** Why an image could not be pulled; the message starts with `CannotPullContainerError: `. */
export class ImagePullError extends Error {
  override readonly name = 'ImagePullError';
}
