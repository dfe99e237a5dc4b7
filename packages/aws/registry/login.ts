/** Credentials for one container registry. */
export interface RegistryLogin {
  readonly username: string;
  readonly password: string;
  /** Host of the registry, such as `123456789012.dkr.ecr.us-east-1.amazonaws.com`. */
  readonly host: string;
  /** Token for `Authorization: Bearer`. Absent: `username` and `password` are sent as HTTP Basic. */
  readonly bearer?: string;
}
