/** The tags of a repository: each names one digest, and an image finds its own without a look at all others. */
export class ImageTags extends Map<string, string> {
  readonly #ofDigest = new Map<string, Set<string>>();

  override set(tag: string, digest: string): this {
    this.#forget(tag);
    const tags = this.#ofDigest.get(digest) ?? new Set();
    this.#ofDigest.set(digest, tags.add(tag));
    return super.set(tag, digest);
  }

  override delete(tag: string): boolean {
    this.#forget(tag);
    return super.delete(tag);
  }

  override clear(): void {
    this.#ofDigest.clear();
    super.clear();
  }

  /** Tags of the image, oldest first. */
  of(digest: string): string[] {
    return [...(this.#ofDigest.get(digest) ?? [])];
  }

  #forget(tag: string): void {
    const digest = this.get(tag);
    const tags = digest === undefined ? undefined : this.#ofDigest.get(digest);
    tags?.delete(tag);
    if (digest !== undefined && tags?.size === 0) this.#ofDigest.delete(digest);
  }
}
