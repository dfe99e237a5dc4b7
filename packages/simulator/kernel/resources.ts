export type Properties = Readonly<Record<string, unknown>>;

/** Something in the account that no service of its own keeps: a subnet, a role. */
export interface Resource {
  /** As CloudFormation names it: `AWS::EC2::Subnet`. */
  readonly type: string;
  /** Value of `Ref`: `subnet-0123456789abcdef0`, the name of a role, the ARN of a managed policy. */
  readonly id: string;
  /** In CloudFormation's spelling. */
  readonly properties: Properties;
  readonly attributes: Properties;
}

/** Networks, roles and the like: made by stacks or by a service's own calls, read by EC2 and IAM. */
export class Resources {
  readonly #all = new Map<string, Resource>();

  /** Adds the resource or takes the place of the one with its type and id. */
  put(type: string, id: string, properties: Properties, attributes: Properties = {}): void {
    this.#all.set(`${type} ${id}`, { type, id, properties, attributes });
  }

  delete(type: string, id: string): boolean {
    return this.#all.delete(`${type} ${id}`);
  }

  find(type: string, id: string): Resource | undefined {
    return this.#all.get(`${type} ${id}`);
  }

  /** All of one type, oldest first. */
  of(type: string): readonly Resource[] {
    return [...this.#all.values()].filter((one) => one.type === type);
  }

  clear(): void {
    this.#all.clear();
  }
}
