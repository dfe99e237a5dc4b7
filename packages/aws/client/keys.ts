/** Temporary credentials of AWS. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** The SDK asks a provider that calls itself memoized before each request, and keeps nothing of its answers. */
export type KeysProvider = (() => Promise<Keys>) & { readonly memoized: true };
