import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Content types that a page of any origin may send without asking first (CORS, "simple requests"). */
const SIMPLE = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain', ''];
const READS = ['GET', 'HEAD'];
const EVERY_ADDRESS = ['0.0.0.0', '::'];

/**
 * Why a request may come from a web page that is not the simulator's own; undefined when it does not. The simulator
 * runs programs, so a page that a developer happens to visit must not be able to call it: neither across origins, nor
 * under a name of its own that resolves to this machine (DNS rebinding).
 * @param boundTo address that the simulator listens on, as `--host` gives it
 */
export function strangerOf(request: IncomingMessage, boundTo: string): string | undefined {
  const { headers, method = '' } = request;
  const { host, origin } = headers;
  if (host === undefined || !isOwnHost(host, boundTo)) {
    return `Host '${shown(host)}' is neither a loopback name nor the address of --host. Use http://127.0.0.1, or start the simulator with --host.`;
  }
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase())
    return `Origin '${shown(origin)}' is not the simulator's own. Web pages of other origins may not call it.`;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return `Sec-Fetch-Site '${shown(site)}' tells of a web page of another origin, which may not call the simulator.`;
  const proven = origin !== undefined || site !== undefined || isSigned(request);
  if (!proven && !READS.includes(method) && isBrowser(request) && isSimple(request)) {
    return 'a browser sent it without Origin and Sec-Fetch-Site. A tool with a browser\'s User-Agent adds "Content-Type: application/json".';
  }
  return undefined;
}

/** Whether the request carries a signature (AWS Signature Version 4), which a web page can't add to a simple request. */
export function isSigned({ headers }: IncomingMessage): boolean {
  return /^AWS4-[A-Z0-9-]+ /.test(headers.authorization ?? '');
}

function isOwnHost(host: string, boundTo: string): boolean {
  // A text with user information or a path is no host.
  if (/[\s/?#@\\]/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const name = bare(new URL(`http://${host}`).hostname);
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true;
  if (isIP(name) === 4 && name.startsWith('127.')) return true;
  // An address can't be rebound: only names are the attacker's to resolve.
  return EVERY_ADDRESS.includes(boundTo) ? isIP(name) !== 0 : name === bare(boundTo.toLowerCase());
}

function bare(name: string): string {
  return name.replace(/^\[(.*)\]$/, '$1');
}

function isBrowser({ headers }: IncomingMessage): boolean {
  return headers['user-agent']?.startsWith('Mozilla/') === true;
}

function isSimple({ headers }: IncomingMessage): boolean {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return SIMPLE.includes(type.trim().toLowerCase());
}

/** Text of the request as a message shows it. */
function shown(value: string | undefined): string {
  return (value ?? '').replaceAll(/[^ -~]/g, '?').slice(0, 200);
}
