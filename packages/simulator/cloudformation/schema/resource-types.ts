import { applicationAutoscaling } from './application-autoscaling.ts';
import { certificateManager } from './certificate-manager.ts';
import { cloudwatch } from './cloudwatch.ts';
import { codeDeploy } from './code-deploy.ts';
import { ec2 } from './ec2.ts';
import { ecr } from './ecr.ts';
import { ecs } from './ecs.ts';
import { efs } from './efs.ts';
import { elasticLoadBalancing } from './elastic-load-balancing.ts';
import { elasticache } from './elasticache.ts';
import { events } from './events.ts';
import { iam } from './iam.ts';
import { kms } from './kms.ts';
import { logs } from './logs.ts';
import { rds } from './rds.ts';
import { route53 } from './route53.ts';
import { s3 } from './s3.ts';
import { s3Files } from './s3-files.ts';
import { scheduler } from './scheduler.ts';
import { secretsManager } from './secrets-manager.ts';
import { serviceDiscovery } from './service-discovery.ts';
import { ses } from './ses.ts';
import { sns } from './sns.ts';
import { sqs } from './sqs.ts';
import { ssm } from './ssm.ts';
import { wafv2 } from './wafv2.ts';
import { waitConditionHandle } from './wait-condition-handle.ts';

/** A property's value: a scalar, a structure named in the type's definitions, a list or a map of them, or anything. */
export type Shape =
  | { readonly kind: 'string' | 'int' | 'number' | 'bool' | 'json' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'structure'; readonly name: string }
  | { readonly kind: 'list' | 'map'; readonly of: Shape };

export interface Property {
  readonly shape: Shape;
  readonly required: boolean;
  /** A change makes a new resource. */
  readonly createOnly: boolean;
  /** Paths below the property whose change makes a new resource. */
  readonly createOnlyPaths: readonly string[];
  /** A change makes a new resource in some cases. */
  readonly conditional: boolean;
}

export interface Structure {
  readonly properties: ReadonlyMap<string, Property>;
  /** Members that aren't named are allowed. */
  readonly open: boolean;
}

export interface ResourceType extends Structure {
  readonly name: string;
  /** Properties or attributes that identify the resource. */
  readonly id: readonly string[];
  /** Attributes for `Fn::GetAtt`. */
  readonly attributes: readonly string[];
  readonly structures: ReadonlyMap<string, Structure>;
}

/**
 * The resource types that templates may use. One line per type (`name id=identifier`), then its properties, two spaces
 * deep: name (`!` when required), shape, `create-only` or `conditional`; then its attributes; then the structures that
 * the properties name, one space deep. Source: the resource provider schemas that AWS publishes.
 */
export const resourceTypes: ReadonlyMap<string, ResourceType> = parse(
  [
    applicationAutoscaling,
    certificateManager,
    cloudwatch,
    codeDeploy,
    ec2,
    ecr,
    ecs,
    efs,
    elasticLoadBalancing,
    elasticache,
    events,
    iam,
    kms,
    logs,
    rds,
    route53,
    s3,
    s3Files,
    scheduler,
    secretsManager,
    serviceDiscovery,
    ses,
    sns,
    sqs,
    ssm,
    wafv2,
    waitConditionHandle,
  ].join(''),
);

interface Draft {
  readonly name: string;
  readonly open: boolean;
  readonly id: readonly string[];
  readonly properties: Map<string, Property>;
  readonly structures: Map<string, Structure>;
  attributes: readonly string[];
}

function parse(text: string): ReadonlyMap<string, ResourceType> {
  const types = new Map<string, ResourceType>();
  let type: Draft | undefined;
  let properties = new Map<string, Property>();
  for (const line of text.split('\n')) {
    const words = line.trim().split(' ');
    const [name = '', shape = '', ...flags] = words;
    if (name === '') continue;
    if (!line.startsWith(' ')) {
      properties = new Map();
      const id = shape.slice('id='.length).split(',');
      type = { name, id, open: false, properties, attributes: [], structures: new Map() };
      types.set(name, type);
    } else if (!line.startsWith('  ')) {
      properties = new Map();
      type?.structures.set(name, { properties, open: shape === 'open' });
    } else if (name === 'attributes') {
      if (type !== undefined) type.attributes = words.slice(1);
    } else {
      const paths = flags.find((flag) => flag.startsWith('create-only:'))?.slice('create-only:'.length);
      properties.set(name.replace('!', ''), {
        shape: parseShape(shape),
        required: name.endsWith('!'),
        createOnly: flags.includes('create-only'),
        createOnlyPaths: paths?.split(',') ?? [],
        conditional: flags.includes('conditional'),
      });
    }
  }
  return types;
}

function parseShape(text: string): Shape {
  if (text.endsWith('[]')) return { kind: 'list', of: parseShape(text.slice(0, -2)) };
  if (text.startsWith('{')) return { kind: 'map', of: parseShape(text.slice(1, -1)) };
  if (text.startsWith('=')) return { kind: 'enum', values: [text.slice(1)] };
  if (text.includes('|')) return { kind: 'enum', values: text.split('|') };
  if (text === 'string' || text === 'int' || text === 'number' || text === 'bool' || text === 'json') {
    return { kind: text };
  }
  return { kind: 'structure', name: text };
}
