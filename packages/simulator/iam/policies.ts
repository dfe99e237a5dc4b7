import type { Properties, Resource } from '../kernel/resources.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { awsManaged } from './aws-managed.ts';
import { type PolicyDocument, readDocument } from './document.ts';

export interface NamedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/** Everything that gives the role permissions: inline policies, attached ones, and those that a template hangs on it. */
export function policiesOf(sim: Simulator, role: Resource): readonly NamedPolicy[] {
  const inline = listOf(role.properties['Policies']).map((one) => ({
    name: String(one['PolicyName']),
    document: readDocument(one['PolicyDocument']),
  }));
  const attached = textsOf(role.properties['ManagedPolicyArns']).map((arn) => ({
    name: arn,
    document: managed(sim, arn),
  }));
  const hung = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
    sim.resources
      .of(type)
      .filter(({ properties }) => textsOf(properties['Roles']).includes(role.id))
      .map(({ id, properties }) => ({ name: id, document: readDocument(properties['PolicyDocument']) })),
  );
  const separate = sim.resources
    .of('AWS::IAM::RolePolicy')
    .filter(({ properties }) => properties['RoleName'] === role.id)
    .map(({ id, properties }) => ({ name: id, document: readDocument(properties['PolicyDocument']) }));
  return [...inline, ...attached, ...hung, ...separate];
}

/** The boundary's document; undefined for a role without one. */
export function boundaryOf(sim: Simulator, role: Resource): PolicyDocument | undefined {
  const arn = role.properties['PermissionsBoundary'];
  return typeof arn === 'string' ? managed(sim, arn) : undefined;
}

/** A managed policy of AWS that the simulator does not know allows nothing (assumption: it knows those of ECS). */
function managed(sim: Simulator, arn: string): PolicyDocument {
  const own = sim.resources.find('AWS::IAM::ManagedPolicy', arn)?.properties['PolicyDocument'];
  return own === undefined ? awsManaged(arn) : readDocument(own);
}

function listOf(value: unknown): readonly Properties[] {
  return Array.isArray(value) ? (value as readonly Properties[]) : [];
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
