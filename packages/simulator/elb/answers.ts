import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Action, RedirectActionConfig } from '@aws-sdk/client-elastic-load-balancing-v2';

const REASONS: Readonly<Record<number, string>> = {
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** An error page of the load balancer itself, as an Application Load Balancer words it. */
export function answerError(response: ServerResponse, status: 502 | 503 | 504): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const title = `${status} ${REASONS[status] ?? ''}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  response.writeHead(status, {
    server: 'awselb/2.0',
    'content-type': 'text/html',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

export function answerFixed(response: ServerResponse, action: Action): void {
  const {
    StatusCode = '200',
    ContentType = 'text/plain',
    MessageBody = '',
  } = action.FixedResponseConfig ?? {};
  response.writeHead(Number(StatusCode), {
    server: 'awselb/2.0',
    'content-type': `${ContentType}; charset=utf-8`,
    'content-length': Buffer.byteLength(MessageBody),
  });
  response.end(MessageBody);
}

/** `#{protocol}`, `#{host}`, `#{port}`, `#{path}` and `#{query}` keep that part of the request. */
export function answerRedirect(
  request: IncomingMessage,
  response: ServerResponse,
  action: Action,
  listener: { readonly protocol: string; readonly port: number },
): void {
  const config: Partial<RedirectActionConfig> = action.RedirectConfig ?? {};
  const url = new URL(request.url ?? '/', 'http://localhost');
  const original: Readonly<Record<string, string>> = {
    protocol: listener.protocol,
    host: (request.headers.host ?? '').replace(/:\d+$/, ''),
    port: `${listener.port}`,
    path: url.pathname.slice(1),
    query: url.search.slice(1),
  };
  const fill = (template: string): string =>
    template.replaceAll(/#\{(\w+)\}/g, (whole, name: string) => original[name] ?? whole);
  const protocol = fill(config.Protocol ?? '#{protocol}').toLowerCase();
  const query = fill(config.Query ?? '#{query}');
  const location =
    `${protocol}://${fill(config.Host ?? '#{host}')}:${fill(config.Port ?? '#{port}')}` +
    `${fill(config.Path ?? '/#{path}')}${query === '' ? '' : `?${query}`}`;
  response.writeHead(config.StatusCode === 'HTTP_302' ? 302 : 301, {
    server: 'awselb/2.0',
    location,
    'content-length': 0,
  });
  response.end();
}
