/** A member's type: the name of a shape of the model, or a scalar without constraints. */
export type ShapeName = string;

/** An input shape of an API model with what it demands. */
export type Shape =
  | {
      readonly is: 'structure';
      readonly required: readonly string[];
      readonly members: Readonly<Record<string, ShapeName>>;
    }
  | { readonly is: 'list'; readonly of: ShapeName; readonly min?: number; readonly max?: number }
  | {
      readonly is: 'map';
      readonly key: ShapeName;
      readonly value: ShapeName;
      readonly min?: number;
      readonly max?: number;
    }
  | ({ readonly is: Scalar } & Constraints);

export type Scalar = 'string' | 'integer' | 'long' | 'float' | 'double' | 'boolean' | 'timestamp' | 'blob';

export interface Constraints {
  /** Smallest value, or length of a string. */
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly values?: readonly string[];
}

/** The inputs of a service's operations. */
export interface ApiModel {
  /** Input shape by operation. */
  readonly inputs: Readonly<Record<string, ShapeName>>;
  readonly shapes: Readonly<Record<ShapeName, Shape>>;
}
