/** The part of an SDK client that is needed to see its answers' headers. */
interface Watched {
  readonly middlewareStack: {
    add(
      middleware: (next: (args: never) => Promise<unknown>) => (args: never) => Promise<unknown>,
      options: { readonly step: 'deserialize'; readonly name: string; readonly priority: 'low' },
    ): void;
  };
}

/** AWS's clock, as the Date header of a client's newest answer tells it. Seconds are its resolution. */
export class AnswerClock {
  #at: number | undefined;

  /** From now on each answer of the client sets the clock. */
  watch(client: object): void {
    (client as Watched).middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const { response } = result as { response?: { headers?: Readonly<Record<string, string>> } };
        const at = Date.parse(response?.headers?.['date'] ?? '');
        if (!Number.isNaN(at)) this.#at = at;
        return result;
      },
      { step: 'deserialize', name: 'answerClock', priority: 'low' },
    );
  }

  /** Epoch milliseconds; the runner's own clock before the first answer, or when answers carry no date. */
  now(): number {
    return this.#at ?? Date.now();
  }
}
