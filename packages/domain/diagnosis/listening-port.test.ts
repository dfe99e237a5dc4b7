import { describe, expect, test } from '@jest/globals';
import { listeningIn } from './listening-port.ts';

describe('a log says on which port its program listens', () => {
  test.each<[string, string, number | undefined, boolean]>([
    ['Node', 'Server listening on port 3000', 3000, false],
    ['Express', 'Example app listening at http://localhost:3000', 3000, false],
    ['Fastify', 'Server listening at http://127.0.0.1:3000', 3000, true],
    ['Next.js', 'ready - started server on 0.0.0.0:3000, url: http://localhost:3000', 3000, false],
    ['Puma', '* Listening on http://0.0.0.0:9292', 9292, false],
    ['Puma on loopback', '* Listening on http://127.0.0.1:9292', 9292, true],
    ['uvicorn', 'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)', 8000, true],
    ['gunicorn', '[2026-01-02 03:04:05 +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)', 8000, false],
    ['Spring Boot', "Tomcat started on port 8081 (http) with context path '/'", 8081, false],
    ['Tomcat before 3.2', 'Tomcat started on port(s): 8081 (http)', 8081, false],
    ['Kestrel', 'Now listening on: http://[::]:8080', 8080, false],
    ['Kestrel on loopback', 'Now listening on: http://[::1]:5000', 5000, true],
    ['Flask', ' * Running on http://127.0.0.1:5000', 5000, true],
    ['PHP', 'PHP 8.3.1 Development Server (http://0.0.0.0:8000) started', undefined, false],
    ['the sample', 'version 3 listens on port 44995', 44995, false],
    ['a client', 'connected to redis at 10.0.3.4:6379', undefined, false],
    ['a request', '10.0.0.1 - - "GET /health HTTP/1.1" 200', undefined, false],
  ])('%s', (_, line, port, loopback) => {
    expect(listeningIn([line]).map((one) => [one.port, one.loopback])).toEqual(
      port === undefined ? [] : [[port, loopback]],
    );
  });
});
