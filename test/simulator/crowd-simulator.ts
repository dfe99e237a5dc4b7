// A simulator in a process of its own whose tasks weigh next to nothing: each is a `sleep`, and one server answers for
// all of them, because hundreds of web servers would need more memory than the machine of a test has.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ImageSource } from '@cutover/simulator/kernel/images';
import { startSimulator } from '@cutover/simulator/start';

const SLEEP: ImageSource = {
  owns: (reference) => reference.startsWith('test/'),
  pull: async () =>
    Promise.resolve({ digest: `sha256:${'ab'.repeat(32)}`, config: { Entrypoint: ['sleep', '100000'] } }),
};

const server = createServer((_, response) => response.end('ok'));
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const { port } = server.address() as AddressInfo;

const running = await startSimulator({
  timeScale: Number(process.argv[2]),
  log: (line) => process.stderr.write(`${line}\n`),
});
running.sim.images = SLEEP;
const { network } = running.sim;
const attach = network.attach.bind(network);
network.attach = (ip, socket) => {
  attach(ip, socket, { host: '127.0.0.1', port });
};
process.stdout.write(`ready ${running.url}\n`);

process.once('SIGTERM', () => {
  // Kibibytes, the most that the process ever had.
  process.stdout.write(`maxRSS ${process.resourceUsage().maxRSS}\n`);
  void running.close().then(() => process.exit(0));
});
