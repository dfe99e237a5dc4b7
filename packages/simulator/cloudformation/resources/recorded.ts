import { ApiError } from '../../kernel/api-error.ts';
import type { Simulator } from '../../kernel/simulator.ts';
import { resourceTypes } from '../schema/resource-types.ts';
import { type ResourceContext, type ResourceHandler, string } from './handler.ts';
import { hex, TYPES } from './recorded-types.ts';

const DEFAULT_MS = 3000;
/** Assumption: the usual time of a small database's snapshot. */
const SNAPSHOT_MS = 90_000;

/**
 * Types without a simulated service behind them: a resource exists as soon as it is recorded, with an identifier and
 * attributes as AWS would give them.
 */
export const recorded: ResourceHandler = {
  create: async (context, properties) => {
    const rules = TYPES[context.type] ?? {};
    const given = rules.name === undefined ? undefined : string(properties, rules.name);
    const name =
      given ??
      (rules.prefix === undefined
        ? context.physicalName(rules.maxName ?? 128, { lowerCase: rules.lowerCase === true })
        : `${rules.prefix}${hex(17)}`);
    await rules.check?.(context.sim, properties);
    const arn = rules.arn?.(context, name);
    const { physicalId = rules.refIsArn === true ? (arn ?? name) : name, ...attributes } = {
      ...defaults(context, name, arn),
      ...rules.attributes?.(context, name, properties),
    } as Record<string, unknown>;
    if (given !== undefined) claim(context, given);
    const id = String(physicalId);
    context.created(id);
    await context.sleep(rules.ms ?? DEFAULT_MS);
    context.sim.resources.put(context.type, id, properties, attributes);
    rules.keep?.(context.sim, id, properties);
    return { physicalId: id, attributes };
  },
  update: async ({ sim, sleep, type }, id, properties) => {
    await sleep(DEFAULT_MS);
    sim.resources.put(type, id, properties, sim.resources.find(type, id)?.attributes);
    TYPES[type]?.keep?.(sim, id, properties);
  },
  save: async (context, id, properties) => {
    const { save } = TYPES[context.type] ?? {};
    if (save === undefined) return;
    await save(context, id, properties);
    await context.sleep(SNAPSHOT_MS);
  },
  delete: async (context, id, properties) => {
    TYPES[context.type]?.protect?.(context.sim, id, properties);
    await context.sleep(DEFAULT_MS);
    context.sim.resources.delete(context.type, id);
    TYPES[context.type]?.forget?.(context.sim, id);
    const given = string(properties, TYPES[context.type]?.name ?? '');
    if (given !== undefined) namesOf(context.sim).delete(`${context.type} ${given}`);
  },
  read: async ({ resources }, type, id) => await Promise.resolve(resources.find(type, id)?.properties),
};

/** Names that templates chose are unique in the account. */
const names = new WeakMap<Simulator, Set<string>>();

function namesOf(sim: Simulator): Set<string> {
  const known = names.get(sim) ?? new Set<string>();
  names.set(sim, known);
  return known;
}

/** The account is empty again. */
export function forgetNames(sim: Simulator): void {
  names.delete(sim);
}

/** @throws ApiError EntityAlreadyExists when another stack, or a resource that was retained, has the name */
function claim({ sim, type }: ResourceContext, name: string): void {
  const taken = namesOf(sim);
  if (taken.has(`${type} ${name}`)) {
    const message =
      type === 'AWS::IAM::OIDCProvider'
        ? `Provider with url ${name} already exists.`
        : `${type.split('::').at(-1) ?? ''} with name ${name} already exists.`;
    throw new ApiError('EntityAlreadyExists', message, 409);
  }
  taken.add(`${type} ${name}`);
}

/** Every attribute has some value: an ARN where the name says so, else the resource's own name. */
function defaults(context: ResourceContext, name: string, arn: string | undefined): object {
  const service = context.type.split('::')[1]?.toLowerCase() ?? '';
  const attributes = resourceTypes.get(context.type)?.attributes ?? [];
  return Object.fromEntries(
    attributes.map((attribute) => [
      attribute,
      attribute.endsWith('Arn') ? (arn ?? context.sim.arn(service, name)) : name,
    ]),
  );
}
