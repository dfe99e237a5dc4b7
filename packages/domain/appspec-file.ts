import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { HOOK_EVENTS, type AppSpecFile } from './appspec.ts';
import { ConfigurationError } from './errors.ts';
import { unknownAliases } from './source-text.ts';

/** CodeDeploy's spelling of the properties, by their lower-case form. */
const SPELLING = new Map(
  [
    'TaskDefinition',
    'LoadBalancerInfo',
    'ContainerName',
    'ContainerPort',
    'PlatformVersion',
    'NetworkConfiguration',
    'AwsvpcConfiguration',
    'Subnets',
    'SecurityGroups',
    'AssignPublicIp',
    'CapacityProviderStrategy',
    'CapacityProvider',
    'Base',
    'Weight',
  ].map((name) => [name.toLowerCase(), name]),
);

const REMEDY =
  'An AppSpec for ECS has version: 0.0, one entry under Resources and optional Hooks; with no file at all it is generated.';

/**
 * Reads a user's AppSpec, YAML or JSON. Keys are matched in any case; the task definition in it is ignored, as it is
 * known from another input; a property that this code does not know is kept.
 * @throws ConfigurationError with file, line and column of everything that is wrong
 */
export function parseAppSpecFile(text: string, file: string): AppSpecFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const problems: {
    message: string;
    remedy: string;
    place: { file: string; line: number; column: number };
  }[] = [];
  const complain = (offset: number, message: string, remedy = REMEDY): void => {
    const { line, col } = counter.linePos(offset);
    problems.push({ message, remedy, place: { file, line: Math.max(line, 1), column: Math.max(col, 1) } });
  };
  const finish = (): void => {
    if (problems.length > 0) throw new ConfigurationError(problems);
  };
  for (const { message, pos } of [...document.errors, ...unknownAliases(document)]) {
    complain(
      pos[0],
      (message.split('\n')[0] ?? message).replace(/ at line .*$/, '.'),
      'Correct the syntax at this place.',
    );
  }
  finish();

  const root: unknown = document.contents;
  if (!isMap(root)) {
    complain(0, 'The AppSpec is not a map.');
    finish();
    throw new Error('unreachable');
  }
  const pair = (map: unknown, key: string): Pair<Node, Node | null> | undefined =>
    isMap(map)
      ? (map.items.find(
          (item) => isScalar(item.key) && String(item.key.value).toLowerCase() === key.toLowerCase(),
        ) as Pair<Node, Node | null> | undefined)
      : undefined;
  const offset = (node: unknown, fallback: Node = root): number =>
    (node as Node | null | undefined)?.range?.[0] ?? fallback.range?.[0] ?? 0;

  const version = pair(root, 'version');
  if (version !== undefined && (!isScalar(version.value) || Number(version.value.value) !== 0)) {
    complain(offset(version.value), 'The AppSpec’s version must be 0.0.');
  }
  const resources = pair(root, 'Resources');
  let logicalName: string | undefined;
  let properties: Record<string, unknown> = {};
  if (resources !== undefined) {
    const list = resources.value;
    if (
      !isSeq(list) ||
      list.items.length !== 1 ||
      !isMap(list.items[0]) ||
      list.items[0].items.length !== 1
    ) {
      complain(offset(list, resources.key), 'Resources must be a list with exactly one entry.');
    } else {
      const entry = list.items[0].items[0] as Pair<Node, Node | null>;
      logicalName = isScalar(entry.key) ? String(entry.key.value) : undefined;
      const type = pair(entry.value, 'Type');
      if (type !== undefined && (!isScalar(type.value) || type.value.value !== 'AWS::ECS::Service')) {
        complain(offset(type.value), 'The type of the AppSpec’s resource must be AWS::ECS::Service.');
      }
      const found = pair(entry.value, 'Properties');
      if (found !== undefined) {
        if (isMap(found.value)) {
          properties = spell(found.value.toJS(document)) as Record<string, unknown>;
          checkContainer(pair(found.value, 'LoadBalancerInfo')?.value, (node, message) => {
            complain(offset(node, found.key), message);
          });
        } else complain(offset(found.value, found.key), 'Properties must be a map.');
      }
    }
  }
  const hooks: Record<string, string>[] = [];
  const listed = pair(root, 'Hooks');
  if (listed !== undefined && listed.value !== null) {
    if (!isSeq(listed.value))
      complain(offset(listed.value, listed.key), 'Hooks must be a list of single entries.');
    else {
      for (const item of listed.value.items) {
        const [one, ...more] = isMap(item) ? item.items : [];
        const given = one !== undefined && isScalar(one.key) ? String(one.key.value) : '';
        const event = HOOK_EVENTS.find((name) => name.toLowerCase() === given.toLowerCase());
        const hook = one !== undefined && isScalar(one.value) ? one.value.value : undefined;
        if (more.length > 0) complain(offset(item), 'Each hook must be a list entry of its own.');
        else if (event === undefined) {
          complain(
            offset(item, listed.key),
            `${given === '' ? 'A hook' : `Hook ${given}`} has no known event.`,
            `The events are ${HOOK_EVENTS.join(', ')}.`,
          );
        } else if (typeof hook !== 'string' || hook === '') {
          complain(offset(item), `Hook ${event} must name a Lambda function.`);
        } else hooks.push({ [event]: hook });
      }
    }
  }
  finish();
  return { ...(logicalName === undefined ? {} : { logicalName }), properties, hooks };
}

function checkContainer(info: unknown, complain: (node: unknown, message: string) => void): void {
  if (!isMap(info)) return;
  for (const { key, value } of info.items) {
    const name = isScalar(key) ? String(key.value).toLowerCase() : '';
    const content: unknown = isScalar(value) ? value.value : undefined;
    if (name === 'containername' && typeof content !== 'string')
      complain(value, 'ContainerName must be a text.');
    if (name === 'containerport' && !isPort(content))
      complain(value, 'ContainerPort must be a number from 1 to 65535.');
  }
}

function isPort(value: unknown): boolean {
  const port = typeof value === 'string' ? Number(value) : value;
  return typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function spell(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spell);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [SPELLING.get(key.toLowerCase()) ?? key, spell(one)]),
  );
}
