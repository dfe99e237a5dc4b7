/** Texts under `with:`, by input. */
export type Given = Readonly<Record<string, string>>;

type Trace = string | RegExp | readonly string[];

/** One input of an action, and the trace that it leaves in a run. */
export interface InputProof {
  readonly input: string;
  /** Text of the input under `with:`. */
  readonly value: string;
  /** Other inputs of both runs. */
  readonly beside: Given;
  /** Trace of the input in all that was observed of a run; of several, each counts. */
  readonly trace: Trace;
  /** `shows`: only the run with the input has the trace. `hides`: only the run without it has the trace. */
  readonly effect: 'shows' | 'hides';
}

/** Scene in which an action can be run again and again. */
export interface Scene {
  /** Runs the action; gives back everything that happened, as one text. Errors that explain themselves are part of it. */
  observe(given: Given): Promise<string>;
}

/** Proofs of an action's inputs in one scene. */
export interface InputProofs {
  /** Name of the action. */
  readonly action: string;
  readonly open: () => Promise<Scene>;
  readonly proofs: readonly InputProof[];
}

/** The input leaves the trace. */
export function shows(input: string, value: string, beside: Given, trace: Trace): InputProof {
  return { input, value, beside, trace, effect: 'shows' };
}

/** Without the input there is the trace. */
export function hides(input: string, value: string, beside: Given, trace: Trace): InputProof {
  return { input, value, beside, trace, effect: 'hides' };
}

/**
 * Holds the run with an input against the one without it, which is also the run of an action that ignores the input.
 * @returns what is wrong; undefined when the input is proven
 */
export function complaint(
  { effect, trace }: InputProof,
  withInput: string,
  without: string,
): string | undefined {
  const [having, lacking] = effect === 'shows' ? [withInput, without] : [without, withInput];
  const [one, other] = effect === 'shows' ? ['with', 'without'] : ['without', 'with'];
  for (const mark of Array.isArray(trace) ? (trace as readonly string[]) : [trace as string | RegExp]) {
    const isIn = (text: string): boolean =>
      typeof mark === 'string' ? text.includes(mark) : mark.test(text);
    if (!isIn(having)) return `the run ${one} the input does not have the trace ${String(mark)}:\n${having}`;
    if (isIn(lacking)) return `the run ${other} the input has the trace ${String(mark)}, too:\n${lacking}`;
  }
  return undefined;
}
