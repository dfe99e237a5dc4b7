/** Where a socket of the simulated VPC really is. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Maps private addresses of the simulated VPC (a task's ENI) to loopback ports of this machine. */
export class Network {
  readonly #sockets = new Map<string, Address>();
  readonly #held = new Set<string>();
  /** Owner of a private address: family, service, task and the like, for faults that name them. */
  readonly #owners = new Map<string, readonly string[]>();

  /** Nothing answers at `ip` until it is released. */
  hold(ip: string): void {
    this.#held.add(ip);
  }

  release(ip: string): void {
    this.#held.delete(ip);
  }

  own(ip: string, names: readonly string[]): void {
    this.#owners.set(ip, names);
  }

  ownersOf(ip: string): readonly string[] {
    return this.#owners.get(ip) ?? [];
  }

  clear(): void {
    this.#sockets.clear();
    this.#held.clear();
    this.#owners.clear();
  }

  /** Makes `ip:port` of the VPC reachable at `address`. */
  attach(ip: string, port: number, address: Address): void {
    this.#sockets.set(`${ip}:${port}`, address);
  }

  detach(ip: string): void {
    this.#held.delete(ip);
    this.#owners.delete(ip);
    for (const key of this.#sockets.keys()) if (key.startsWith(`${ip}:`)) this.#sockets.delete(key);
  }

  /** The loopback address behind `ip:port`, or undefined when nothing is attached there. */
  resolve(ip: string, port: number): Address | undefined {
    return this.#held.has(ip) ? undefined : this.#sockets.get(`${ip}:${port}`);
  }
}
