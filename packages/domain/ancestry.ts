/** How a commit (`head`) stands to another one (`base`). */
export type Ancestry =
  /** The same, or a descendant. */
  | { readonly kind: 'identical' | 'ahead' }
  /** An ancestor: `base` has it and more. */
  | { readonly kind: 'behind' }
  /** Each has commits that the other lacks. */
  | { readonly kind: 'diverged' }
  /** It could not be found out; `why` is half a sentence. */
  | { readonly kind: 'unknown'; readonly why: string };
