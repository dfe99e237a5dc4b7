export interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface PolicyDocument {
  readonly Statement: readonly Statement[];
}

/** A policy as a call (JSON text) or a template (an object) gives it; a single statement may stand without a list. */
export function readDocument(given: unknown): PolicyDocument {
  const document = (typeof given === 'string' ? JSON.parse(given) : (given ?? {})) as {
    readonly Statement?: Statement | readonly Statement[];
  };
  const { Statement = [] } = document;
  return {
    Statement: Array.isArray(Statement) ? (Statement as readonly Statement[]) : [Statement as Statement],
  };
}
