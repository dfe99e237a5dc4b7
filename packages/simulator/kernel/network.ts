/** Where a socket of the simulated VPC really is. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Maps private addresses of the simulated VPC (a task's ENI) to loopback ports of this machine. */
export class Network {
  readonly #sockets = new Map<string, Address>();

  /** Makes `ip:port` of the VPC reachable at `address`. */
  attach(ip: string, port: number, address: Address): void {
    this.#sockets.set(`${ip}:${port}`, address);
  }

  detach(ip: string): void {
    for (const key of this.#sockets.keys()) if (key.startsWith(`${ip}:`)) this.#sockets.delete(key);
  }

  /** The loopback address behind `ip:port`, or undefined when nothing is attached there. */
  resolve(ip: string, port: number): Address | undefined {
    return this.#sockets.get(`${ip}:${port}`);
  }
}
