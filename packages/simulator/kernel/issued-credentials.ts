/** Temporary keys that STS gave out; any other keys are taken without question. */
export class IssuedCredentials {
  readonly #ends = new Map<string, number>();

  /** @param endsAt AWS time, epoch milliseconds */
  issue(accessKeyId: string, endsAt: number): void {
    this.#ends.set(accessKeyId, endsAt);
  }

  isExpired(accessKeyId: string, now: number): boolean {
    return now >= (this.#ends.get(accessKeyId) ?? Number.POSITIVE_INFINITY);
  }

  clear(): void {
    this.#ends.clear();
  }
}
