import type { Simulator } from '../../kernel/simulator.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** Tools of a handler while it works on one resource. */
export interface ResourceContext {
  readonly sim: Simulator;
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  /** `<stack>-<logicalId>-<random>`, cut to fit. */
  readonly physicalName: (maxLength: number, options?: { lowerCase?: boolean }) => string;
  /** Says that the resource exists now, although it isn't ready yet: a failure from here on deletes it. */
  readonly created: (physicalId: string) => void;
  /** Waits for AWS time; throws when the operation is cancelled. */
  readonly sleep: (ms: number) => Promise<void>;
}

export interface Created {
  /** Value of `Ref`. */
  readonly physicalId: string;
  /** Values of `Fn::GetAtt`; a function is called each time, for values that may change. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** How the resources of one type are made, changed and removed. */
export interface ResourceHandler {
  create(context: ResourceContext, properties: Properties): Promise<Created>;
  /** Attributes that changed with it, if any. */
  update(
    context: ResourceContext,
    physicalId: string,
    properties: Properties,
    previous: Properties,
  ): Promise<Readonly<Record<string, unknown>> | void>;
  delete(context: ResourceContext, physicalId: string, properties: Properties): Promise<void>;
  /** Makes the snapshot that the policy `Snapshot` asks for before the deletion. */
  readonly save?: (context: ResourceContext, physicalId: string, properties: Properties) => Promise<void>;
  /**
   * Live values of properties, for drift detection; undefined when the resource is gone. What it leaves out is not compared,
   * and a type without it is not checked.
   */
  readonly read?: (
    sim: Simulator,
    type: string,
    physicalId: string,
    properties: Properties,
  ) => Promise<Properties | undefined>;
}

/** A failure in the words that CloudFormation puts into an event's ResourceStatusReason. */
export class ResourceFailure extends Error {
  override readonly name = 'ResourceFailure';
}

export function string(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : undefined;
}
