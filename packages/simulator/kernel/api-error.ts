/** An error as the AWS API answers it: the wire code, the message and the HTTP status. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error body, as `resourceIds` of ECS's ConflictException. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, members: Record<string, unknown> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.members = members;
  }
}
