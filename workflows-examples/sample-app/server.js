// The process: listens, answers health checks, and leaves without dropping a request.

import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { answer, checkReady, version } from './app.js';
import { openDatabase } from './database.js';

/** How long a request in flight may go on; ECS kills the process 30 s after SIGTERM. */
const LAST_REQUEST_MS = 25_000;

const port = Number(process.env.PORT ?? 8080);
const database = await openDatabase(process.env.DATABASE_URL);
let stopping = false;
let lastReason;

const server = createServer(async (request, response) => {
  let result;
  try {
    const { pathname: path, searchParams: query } = new URL(request.url, 'http://localhost');
    const { method } = request;
    result =
      path === '/health'
        ? health()
        : await answer({ method, path, query, body: await text(request) }, database);
  } catch (error) {
    console.error(`${request.method} ${request.url}: ${error.message}`);
    result = { status: 500, body: { version, error: error.message } };
  }
  // Tells the load balancer to open another connection for its next request, elsewhere.
  if (stopping) response.setHeader('Connection', 'close');
  response.writeHead(result.status, { 'Content-Type': 'application/json' });
  response.end(`${JSON.stringify(result.body)}\n`);
});

// Longer than the load balancer keeps an idle connection (60 s), so that it never sends into one that we just closed.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 66_000;

server.listen(port, () => console.log(`version ${version} listens on port ${server.address().port}`));

// ECS has taken the task out of the load balancer before it sends SIGTERM. What still runs is finished.
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    stopping = true;
    console.log(`${signal}: finishing the requests in flight`);
    server.close(() => {
      database.close();
      console.log('stopped');
      process.exit(0);
    });
    setTimeout(() => server.closeAllConnections(), LAST_REQUEST_MS).unref();
  });
}

function health() {
  try {
    checkReady(database);
    report(undefined);
    return { status: 200, body: { version, status: 'ok' } };
  } catch (error) {
    report(error.message);
    return { status: 503, body: { version, status: 'unavailable', reason: error.message } };
  }
}

/** Logs why the version cannot serve when that changes, not at every check. */
function report(reason) {
  if (reason === lastReason) return;
  lastReason = reason;
  if (reason === undefined) console.log('ready to serve');
  else console.error(`not ready to serve: ${reason}`);
}
