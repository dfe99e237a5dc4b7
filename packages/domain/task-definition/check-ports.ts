import { quoted } from '../inputs/input.ts';
import { textOf, type Json, type JsonObject, type JsonPath } from '../text/json.ts';
import type { ReportProblem } from './problem.ts';
import { objectsIn } from './containers.ts';
import type { Trouble } from '../trouble.ts';

/** Members that speak of a network of the container's own, by the modes in which it has one. */
const NETWORK_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  links: ['bridge'],
  hostname: ['bridge', 'host', 'none'],
  dnsServers: ['bridge', 'host', 'none'],
  dnsSearchDomains: ['bridge', 'host', 'none'],
  extraHosts: ['bridge', 'host', 'none'],
};

/** Names of ports and ports of the host, which the containers of a task share. */
export function checkSharedPorts(
  definition: JsonObject,
  containers: readonly JsonObject[],
  report: ReportProblem,
): void {
  const names = new Map<string, string>();
  const hosts = new Map<string, string>();
  for (const [index, container] of containers.entries()) {
    const own = textOf(container['name']);
    for (const [at, mapping] of objectsIn(container['portMappings']).entries()) {
      const here: JsonPath = ['containerDefinitions', index, 'portMappings', at];
      const name = textOf(mapping['name']);
      const other = names.get(name);
      if (name !== '' && other !== undefined) {
        report(
          [...here, 'name'],
          `two ports are named ${quoted(name)}, of ${other === own ? `container ${own}` : `the containers ${other} and ${own}`}`,
          'Give every port of the task a name of its own.',
        );
      }
      names.set(name, own);
      const host = mapping['hostPort'];
      if (
        typeof host !== 'number' ||
        host === 0 ||
        textOf(definition['networkMode'] ?? 'bridge') !== 'bridge'
      )
        continue;
      const key = `${host}/${textOf(mapping['protocol'] ?? 'tcp')}`;
      const holder = hosts.get(key);
      if (holder !== undefined && holder !== own) {
        report(
          [...here, 'hostPort'],
          `the containers ${holder} and ${own} both take the port ${key} of the host`,
          'Choose another hostPort, or remove it: ECS then chooses one.',
        );
      }
      hosts.set(key, own);
    }
  }
}

const HIGHEST_PORT = 65_535;
/** `8000-8080` */
const RANGE = /^(\d+)-(\d+)$/;
const NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;

/** A container's ports, and what its network mode has no place for. */
export function checkPorts(
  definition: JsonObject,
  container: JsonObject,
  path: JsonPath,
  report: ReportProblem,
): void {
  const name = textOf(container['name']);
  const mode = textOf(definition['networkMode'] ?? 'bridge');
  const mappings = objectsIn(container['portMappings']);
  if (mode === 'none' && mappings.length > 0) {
    report(
      [...path, 'portMappings'],
      `container ${name} has port mappings, and networkMode none has no network`,
      'Remove portMappings, or choose another networkMode.',
    );
  }
  const seen: {
    readonly from: number;
    readonly to: number;
    readonly protocol: string;
    readonly host: Json | undefined;
  }[] = [];
  for (const [at, mapping] of mappings.entries()) {
    const here = [...path, 'portMappings', at];
    const problem = portProblem(mapping, mode);
    if (problem !== undefined) report(here, problem.what.replace('CONTAINER', name), problem.fix);
    if (typeof mapping['name'] === 'string' && !NAME.test(mapping['name'])) {
      report(
        [...here, 'name'],
        `${quoted(mapping['name'])} is no name of a port`,
        'Use at most 64 small letters, digits, - and _, and no - at the beginning.',
      );
    }
    const range = rangeOf(mapping);
    if (range === undefined) continue;
    const protocol = textOf(mapping['protocol'] ?? 'tcp');
    const host = mapping['hostPort'];
    const twin = seen.find(
      (one) =>
        one.protocol === protocol &&
        one.from <= range.to &&
        range.from <= one.to &&
        // A bridge maps several ports of the host to one of the container.
        !(mode === 'bridge' && host !== undefined && one.host !== undefined && host !== one.host),
    );
    if (twin !== undefined) {
      const shown = range.from === range.to ? range.from : `${range.from}-${range.to}`;
      report(here, `container ${name} has the port ${shown}/${protocol} twice`, 'Remove one of the two.');
    }
    seen.push({ ...range, protocol, host });
  }
  for (const [member, modes] of Object.entries(NETWORK_MEMBERS)) {
    const value = container[member];
    if (modes.includes(mode) || value === undefined || value === '') continue;
    if (Array.isArray(value) && value.length === 0) continue;
    report(
      [...path, member],
      `container ${name} has ${member}, which networkMode ${mode} does not allow`,
      member === 'links' && mode !== 'none'
        ? 'Remove it: containers of a task reach one another on localhost.'
        : 'Remove it.',
    );
  }
}

function portProblem(mapping: JsonObject, mode: string): Trouble | undefined {
  const { containerPort: port, hostPort: host, containerPortRange: range } = mapping;
  if (port === undefined && range === undefined)
    return {
      what: 'a port mapping of container CONTAINER has no containerPort',
      fix: 'Add containerPort.',
    };
  if (port !== undefined && range !== undefined)
    return {
      what: 'a port mapping of container CONTAINER has containerPort and containerPortRange',
      fix: 'Keep one of them.',
    };
  if (typeof port === 'number' && (port < 1 || port > HIGHEST_PORT))
    return {
      what: `containerPort ${port} is no port`,
      fix: `Write a number from 1 to ${HIGHEST_PORT}.`,
    };
  if (typeof host === 'number' && (host < 0 || host > HIGHEST_PORT))
    return { what: `hostPort ${host} is no port`, fix: `Write a number from 0 to ${HIGHEST_PORT}.` };
  if (typeof range === 'string') {
    const found = rangeOf(mapping);
    if (found === undefined || found.from < 1 || found.to > HIGHEST_PORT || found.from >= found.to)
      return {
        what: `containerPortRange ${quoted(range)} is no range of ports`,
        fix: `Write it like 8000-8080, from 1 to ${HIGHEST_PORT}.`,
      };
    if (host !== undefined)
      return { what: 'hostPort stands beside containerPortRange', fix: 'Remove hostPort.' };
    if (mode !== 'bridge' && mode !== 'awsvpc')
      return {
        what: `containerPortRange needs networkMode bridge or awsvpc, not ${mode}`,
        fix: 'Write single ports, or change networkMode.',
      };
  }
  // A task of awsvpc has one network interface of its own, and one of host the machine's.
  const same = mode === 'awsvpc' || mode === 'host';
  // In host mode ECS takes 0 for "not said".
  if (!same || host === undefined || host === port || (mode === 'host' && host === 0)) return undefined;
  return {
    what: `hostPort ${JSON.stringify(host)} differs from containerPort ${JSON.stringify(port ?? null)}, which ${mode} does not allow`,
    fix: 'Remove hostPort.',
  };
}

function rangeOf(mapping: JsonObject): { readonly from: number; readonly to: number } | undefined {
  const { containerPort: port, containerPortRange: range } = mapping;
  if (typeof port === 'number') return { from: port, to: port };
  const [, from, to] = RANGE.exec(textOf(range)) ?? [];
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) };
}
