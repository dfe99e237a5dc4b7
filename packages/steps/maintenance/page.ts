import { ConfigurationError } from '@cutover/domain/errors';

/** The load balancer's answer while the window is open. */
export interface Page {
  readonly contentType: 'text/html' | 'text/plain' | 'application/json';
  readonly body: string;
}

/** Longest body of a fixed answer (API model of Elastic Load Balancing); bytes are held against it, to be safe. */
const LONGEST = 1024;

/**
 * The page of a maintenance window. An application load balancer can't send `Retry-After`: a fixed answer has status,
 * content type and body, and a listener adds only the headers that its attributes name. So an HTML page asks the browser
 * itself to come back.
 * @param text own page; undefined for a plain one
 * @param name of the file, whose ending tells HTML and JSON
 * @throws ConfigurationError when it is too long
 */
export function maintenancePage(
  text: string | undefined,
  name: string | undefined,
  retryAfterSeconds: number,
): Page {
  const refresh = `<meta http-equiv="refresh" content="${retryAfterSeconds}">`;
  if (text === undefined) {
    return {
      contentType: 'text/html',
      body: `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n${refresh}\n<title>Maintenance</title>\n</head>\n<body>\n<h1>Maintenance</h1>\n<p>We are updating this service and will be back in a few minutes. This page reloads by itself.</p>\n</body>\n</html>\n`,
    };
  }
  const own = text.trim();
  const json = /\.json$/i.test(name ?? '');
  const html = !json && (/\.html?$/i.test(name ?? '') || /^<(!doctype|html|head|body)\b/i.test(own));
  const body = html && !/http-equiv\s*=\s*["']?refresh/i.test(own) ? withRefresh(own, refresh) : own;
  const bytes = new TextEncoder().encode(body).length;
  if (bytes > LONGEST) {
    throw new ConfigurationError({
      what: `Input maintenance-page: ${name ?? 'the page'} takes ${bytes} bytes${body === own ? '' : ', the order to reload included'}; a load balancer's own answer holds ${LONGEST} at most.`,
      fix: 'Shorten it: no pictures or long styles, or load them from another host.',
    });
  }
  return { contentType: json ? 'application/json' : html ? 'text/html' : 'text/plain', body };
}

function withRefresh(html: string, refresh: string): string {
  const head = /<head\b[^>]*>/i.exec(html);
  if (head !== null) {
    const end = head.index + head[0].length;
    return html.slice(0, end) + refresh + html.slice(end);
  }
  const start = /^(<!doctype[^>]*>)?\s*(<html\b[^>]*>)?/i.exec(html)?.[0].length ?? 0;
  return html.slice(0, start) + refresh + html.slice(start);
}
