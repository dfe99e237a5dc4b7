/** Inputs of one build; secret values are not part of it. */
export interface BuildRequest {
  /** `host/name:tag`, the main one first. */
  readonly references: readonly string[];
  readonly context: string;
  readonly file?: string;
  readonly target?: string;
  readonly platforms: readonly string[];
  readonly buildArgs: ReadonlyMap<string, string>;
  /** Names of build arguments whose values stand in variables of the same names. */
  readonly secretArgs: readonly string[];
  readonly buildContexts: ReadonlyMap<string, string>;
  readonly secrets: readonly BuildSecret[];
  /** As Docker takes them: `default`, or `ID=path`. */
  readonly ssh: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  /** Annotations of each image's manifest. */
  readonly annotations: ReadonlyMap<string, string>;
  /** Layers and configuration carry the build's own date instead of the time at which they were made. */
  readonly fixedDate: boolean;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly provenance: string;
  readonly sbom: string;
  /** Whether Docker gets the AWS keys of the job's environment. */
  readonly awsCredentials: boolean;
  readonly builder?: string;
  readonly network?: string;
}

/** Where a build finds a secret: in a variable of its environment, or in a file. Never the value itself. */
export type BuildSecret =
  | { readonly id: string; readonly variable: string }
  | { readonly id: string; readonly path: string };
