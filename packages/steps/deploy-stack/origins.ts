import type { StackChange, StackChangeDetail } from '@cutover/domain/stack';
import type { Template } from './template.ts';

/** Where the change of one property comes from. */
export interface Origin {
  readonly property: string;
  /** Resources that change first, the nearest first; empty when the property changes by itself. */
  readonly through: readonly string[];
  /** Parameters whose new value causes it; empty when the template itself is what changed. */
  readonly parameters: readonly string[];
}

/** Facts about a change set whose changes are traced. */
export interface Tracing {
  readonly changes: readonly StackChange[];
  readonly template: Pick<Template, 'parametersOf'>;
  /** Names of the parameters whose values the change set changes. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Traces the chosen details of a change to the parameters or the template that caused them.
 * CloudFormation names the nearest cause only: a service's subnets change because of a subnet, which changes because of a
 * parameter. A property that a condition switches counts as modified directly, so its parameters are read from the template.
 * @param wanted the details in question, such as those that replace the resource
 */
export function originsOf(
  change: StackChange,
  tracing: Tracing,
  wanted: (detail: StackChangeDetail) => boolean,
): readonly Origin[] {
  const found = new Map<string, Origin>();
  for (const detail of change.details.filter(wanted)) {
    const origin = originOf(change.resource, detail, tracing, new Set([change.resource]));
    const before = found.get(detail.property);
    found.set(detail.property, before === undefined ? origin : merged(before, origin));
  }
  return [...found.values()];
}

function originOf(
  resource: string,
  { causedBy, property, source }: StackChangeDetail,
  tracing: Tracing,
  seen: ReadonlySet<string>,
): Origin {
  if (source === 'ParameterReference' && causedBy !== undefined)
    return { property, through: [], parameters: [causedBy] };
  const [cause = ''] = (causedBy ?? '').split('.');
  const next = tracing.changes.find((one) => one.resource === cause);
  if (source.startsWith('Resource') && next !== undefined && !seen.has(cause)) {
    // A reference by Ref changes only with the resource itself.
    const details = next.details.filter(
      ({ recreation }) => source !== 'ResourceReference' || recreation !== 'Never',
    );
    const before = details.map((detail) => originOf(cause, detail, tracing, new Set([...seen, cause])));
    return {
      property,
      through: [...new Set([cause, ...before.flatMap(({ through }) => through)])],
      parameters: [...new Set(before.flatMap(({ parameters }) => parameters))],
    };
  }
  const used = [...tracing.template.parametersOf(resource, property)];
  return { property, through: [], parameters: used.filter((name) => tracing.changed.has(name)) };
}

function merged(left: Origin, right: Origin): Origin {
  return {
    property: left.property,
    through: [...new Set([...left.through, ...right.through])],
    parameters: [...new Set([...left.parameters, ...right.parameters])],
  };
}

/** `CidrBlock (parameter VpcCidr)`, `NetworkConfiguration (through SubnetA, Vpc; parameter VpcCidr)`, `Name (template)` */
export function describeOrigin({ parameters, property, through }: Origin): string {
  const last =
    parameters.length === 0
      ? 'the template itself'
      : `parameter${parameters.length === 1 ? '' : 's'} ${parameters.join(', ')}`;
  return `${property} (${through.length === 0 ? '' : `through ${through.join(', ')}; `}${last})`;
}
