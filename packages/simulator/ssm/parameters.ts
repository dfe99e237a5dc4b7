import type { ParameterMetadata } from '@aws-sdk/client-ssm';
import type { Simulator } from '../kernel/simulator.ts';

/** Everything that may be a parameter, as its name and ARN: what was set by name, by an ARN of SSM, or by a stack. */
export function parametersOf(sim: Simulator): readonly ParameterMetadata[] {
  return [...sim.secrets.keys()]
    .filter((key) => !key.includes(':secretsmanager:'))
    .map((key) => {
      const name = key.startsWith('arn:') ? key.slice(key.indexOf(':parameter') + 10) : key;
      const resource = sim.resources.find('AWS::SSM::Parameter', key)?.properties ?? {};
      const { KeyId, Type } = resource;
      return {
        Name: name,
        ARN: sim.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`),
        Type: typeof Type === 'string' ? (Type as 'String') : 'SecureString',
        ...(typeof KeyId === 'string' ? { KeyId } : {}),
        Tier: 'Standard',
        DataType: 'text',
        Version: 1,
      };
    });
}
