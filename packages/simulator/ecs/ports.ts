import { connect, createServer, type AddressInfo } from 'node:net';

const taken = new Set<number>();

/** A loopback port that was free a moment ago and that is not handed out again before `givePortBack`. */
export async function takePort(): Promise<number> {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });
    if (!taken.has(port)) {
      taken.add(port);
      return port;
    }
  }
}

export function givePortBack(port: number): void {
  taken.delete(port);
}

/** True when something accepts connections on the loopback port. */
export async function answers(port: number): Promise<boolean> {
  return await staysOpen(port, 0);
}

/** A Docker engine's proxy accepts connections before the container does, and then drops them. */
const PROXY_MS = 100;

/** True when a connection to the loopback port is still there after a moment. */
export async function staysOpen(port: number, wallMs = PROXY_MS): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (open: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(open);
    };
    let timer: NodeJS.Timeout | undefined;
    socket.once('connect', () => {
      if (wallMs === 0) settle(true);
      else timer = setTimeout(settle, wallMs, true);
    });
    socket.once('close', () => settle(false));
    socket.once('error', () => settle(false));
  });
}
