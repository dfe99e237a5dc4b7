import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiError } from './api-error.ts';

/** The caller and its way in: `internal` for calls between the simulator's own services. */
export interface Caller {
  readonly internal: boolean;
  readonly requestId: string;
  /** Principal that signed the request; the simulator accepts any credentials. */
  readonly accessKeyId: string;
  /** `http://host:port` under which the caller reached the simulator. */
  readonly baseUrl: string;
}

/**
 * One API operation. Input arrives as the SDK would send it, except that members of Query services that came over HTTP
 * are all strings. Output is given in the SDK's shapes: `Date` becomes what the protocol wants.
 */
// eslint-disable-next-line typescript/no-explicit-any -- input and output differ for each operation; the files themselves are typed
export type Operation = (input: any, caller: Caller) => object | void | Promise<object | void>;

/**
 * Further routes of the control interface, as `POST /_simulator/tasks/kill`: each gets the parsed JSON body and answers
 * with JSON.
 */
export type Controls = Readonly<Record<string, (input: unknown) => object | Promise<object>>>;

interface ServiceBase {
  /** As IAM actions begin: `ecs`, `codedeploy`, `ecr`, `logs`, `elasticloadbalancing`, `cloudwatch`. */
  readonly name: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** State of this service for `GET /_simulator/state`. */
  snapshot?(): unknown;
  readonly controls?: Controls;
  /** Resource behind an id, for the record of permissions: a task definition or a deployment group, say. */
  lookup?(what: string, id: string): string | undefined;
  /** Plain HTTP below a path, such as the registry's `/v2/`. */
  readonly routes?: readonly Route[];
  /** Ends child processes, listeners and the like. */
  stop?(): Promise<void>;
}

export interface JsonService extends ServiceBase {
  readonly protocol: 'json';
  /** Prefix of the X-Amz-Target header, without the dot. */
  readonly targetPrefix: string;
  /** Version of the AWS JSON protocol; 1.1 unless told otherwise. */
  readonly jsonVersion?: '1.0';
}

export interface QueryService extends ServiceBase {
  readonly protocol: 'query';
  readonly version: string;
  readonly xmlNamespace: string;
  /** Names of list items in answers by the list's member, where they are not `member`. */
  readonly itemNames?: Readonly<Record<string, string>>;
  readonly dialect?: Dialect;
}

/** How a service's forms and answers differ from the Query protocol's. */
export interface Dialect {
  /** The form in the SDK's words. */
  input(form: object): object;
  answer(operation: string, output: object, requestId: string): string;
  refusal(error: ApiError, requestId: string): string;
}

export type Service = JsonService | QueryService;

export interface Route {
  readonly prefix: string;
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
}
