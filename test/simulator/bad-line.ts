import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line between a client and a server that breaks off each connection after so many bytes from the client. */
export class BadLine {
  /** Connections that were broken off. */
  broken = 0;
  /** Bytes that went from clients to the server. */
  sent = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number, breakAfter: number) {
    this.#server = createServer((client) => {
      const server = connect(port, '127.0.0.1');
      this.#keep(client, server);
      let bytes = 0;
      client.on('data', (chunk) => {
        bytes += chunk.length;
        this.sent += chunk.length;
        if (bytes >= breakAfter) {
          this.broken++;
          client.resetAndDestroy();
          // What had come through is read by the other side before it notices.
          server.end();
        } else if (!server.write(chunk)) client.pause();
      });
      server.on('drain', () => client.resume());
      server.pipe(client);
      client.on('end', () => server.end());
      client.on('close', () => server.end());
      server.on('close', () => client.destroy());
    });
  }

  /** @param url of the server */
  static async open(url: string, breakAfter: number): Promise<BadLine> {
    const line = new BadLine(Number(new URL(url).port), breakAfter);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #keep(...sockets: readonly Socket[]): void {
    for (const socket of sockets) {
      this.#sockets.add(socket);
      // A line that breaks is what this is for.
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    }
  }
}
