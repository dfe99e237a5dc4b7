import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { type Chromium, startChromium } from './chromium.ts';
import { findTool } from '../tools.ts';

jest.setTimeout(400_000);

const program = findTool('chromium');

/** A plain server: whose pages attack, and what shows that the browser really sends each attack. */
interface Decoy {
  readonly port: number;
  /** `METHOD path` of every request, without those for its own pages. */
  readonly seen: string[];
  close(): Promise<void>;
}

async function startDecoy(): Promise<Decoy> {
  const seen: string[] = [];
  const server: Server = createServer((request, response) => {
    if (request.url !== '/page' && request.url !== '/favicon.ico')
      seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    request.resume();
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>page</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, seen, close };
}

const STACK = new URLSearchParams({
  Action: 'CreateStack',
  Version: '2010-05-15',
  StackName: 'evil',
  TemplateBody: JSON.stringify({ Resources: { Cluster: { Type: 'AWS::ECS::Cluster' } } }),
}).toString();

/** Runs in the page: all that a page can send without being asked, and what it sends when it may. Each gives its outcome. */
const attack = (base: string): string => `(async () => {
  const base = ${JSON.stringify(base)};
  const stack = ${JSON.stringify(STACK)};
  const form = (path, type, fields) => new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.name = 'frame' + Math.random();
    document.body.append(frame);
    const form = document.createElement('form');
    Object.assign(form, { method: 'POST', action: base + path, enctype: type, target: frame.name });
    for (const [name, value] of fields) {
      const field = document.createElement('input');
      Object.assign(field, { name, value });
      form.append(field);
    }
    document.body.append(form);
    frame.addEventListener('load', () => resolve('sent'), { once: true });
    form.submit();
  });
  const send = async (path, init) => {
    try { return String((await fetch(base + path, init)).status); } catch (error) { return 'refused'; }
  };
  const target = { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.CreateCluster' };
  return {
    form: await form('/', 'application/x-www-form-urlencoded', new URLSearchParams(stack)),
    textForm: await form('/_simulator/clock', 'text/plain', [['{"advanceSeconds":60,"x":"', '"}']]),
    opaque: await send('/', { method: 'POST', mode: 'no-cors', body: new URLSearchParams(stack) }),
    clock: await send('/_simulator/clock', { method: 'POST', mode: 'no-cors', body: '{"advanceSeconds":60}' }),
    reset: await send('/_simulator/reset', { method: 'POST', mode: 'no-cors' }),
    read: await send('/_simulator/state', {}),
    operation: await send('/', { method: 'POST', headers: target, body: '{}' }),
    push: await send('/v2/evil/blobs/uploads/', { method: 'POST', mode: 'no-cors' }),
    beacon: navigator.sendBeacon(base + '/_simulator/clock', '{"advanceSeconds":60}'),
    image: await new Promise((resolve) => {
      const image = new Image();
      image.onload = image.onerror = () => resolve('sent');
      image.src = base + '/_simulator/health';
    }),
  };
})()`;

(program === undefined ? describe.skip : describe)('a web page in a browser', () => {
  let chromium: Chromium;
  let decoy: Decoy;
  let running: RunningSimulator;
  let port = '';

  beforeAll(async () => {
    decoy = await startDecoy();
    running = await startSimulator({ timeScale: 0 });
    ({ port } = new URL(running.url));
    chromium = await startChromium(program ?? '');
  });
  afterAll(async () => {
    await chromium.close();
    await running.close();
    await decoy.close();
  });

  /** What an attack would change. */
  const account = (): unknown => ({ now: running.sim.clock.now(), calls: running.sim.calls });

  test.each([
    ['of another site', () => `http://evil.example:${decoy.port}`],
    ['of another port of this machine', () => `http://127.0.0.1:${decoy.port}`],
    ['of another name of this machine', () => `http://localhost:${decoy.port}`],
  ])('%s changes and reads nothing', async (_, origin) => {
    const page = await chromium.open(`${origin()}/page`);
    const before = account();
    const outcomes = await page.run(attack(running.url));
    expect(account()).toEqual(before);
    expect(outcomes).toMatchObject({ read: 'refused', operation: 'refused' });
  });

  test('sends all of that to a server that does not refuse it', async () => {
    const page = await chromium.open(`http://evil.example:${decoy.port}/page`);
    await page.run(attack(`http://127.0.0.1:${decoy.port}`));
    expect(decoy.seen.toSorted()).toEqual([
      'GET /_simulator/health',
      'GET /_simulator/state',
      'OPTIONS /',
      'POST /',
      'POST /',
      'POST /_simulator/clock',
      'POST /_simulator/clock',
      'POST /_simulator/clock',
      'POST /_simulator/reset',
      'POST /v2/evil/blobs/uploads/',
    ]);
  });

  test('whose name was rebound to the simulator changes and reads nothing, though its requests are same-origin', async () => {
    const rebound = `http://rebound.example:${port}`;
    const page = await chromium.open(`${rebound}/_simulator/health`);
    const before = account();
    const outcomes = await page.run<Record<string, unknown>>(attack(rebound));
    expect(account()).toEqual(before);
    expect(outcomes).toMatchObject({
      opaque: '403',
      clock: '403',
      reset: '403',
      read: '403',
      operation: '403',
    });
  });

  test.each(['127.0.0.1', 'localhost'])('of the simulator itself at %s may use it', async (name) => {
    const page = await chromium.open(`http://${name}:${port}/_simulator/health`);
    expect(await page.run('document.body.innerText')).toContain('"status": "ok"');
    const before = running.sim.clock.now();
    expect(
      await page.run(`(async () => {
        const clock = await fetch('/_simulator/clock', { method: 'POST', body: '{"advanceSeconds":60}' });
        const state = await fetch('/_simulator/state');
        const headers = { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' };
        const list = await fetch('/', { method: 'POST', headers, body: '{}' });
        return [clock.status, state.status, list.status];
      })()`),
    ).toEqual([200, 200, 200]);
    expect(running.sim.clock.now()).toBe(before + 60_000);
  });
});
