import type { ParameterMetadata } from '@aws-sdk/client-ssm';
import type { Simulator } from '../kernel/simulator.ts';

/** SSM's own key, which encrypts a parameter that names no other. */
const OWN_KEY = 'alias/aws/ssm';

/** Everything that may be a parameter, as its name and ARN: what was set by name, by an ARN of SSM, or by a stack. */
export function parametersOf(sim: Simulator): readonly ParameterMetadata[] {
  return [...sim.secrets.keys()]
    .filter((key) => !key.includes(':secretsmanager:'))
    .map((key) => {
      const name = key.startsWith('arn:') ? key.slice(key.indexOf(':parameter') + 10) : key;
      const resource = sim.resources.find('AWS::SSM::Parameter', key)?.properties ?? {};
      const { KeyId, LastModifiedDate, Type } = resource;
      const type = typeof Type === 'string' ? (Type as 'String' | 'SecureString') : 'SecureString';
      const ownKey = type === 'SecureString' ? OWN_KEY : undefined;
      const keyId = typeof KeyId === 'string' ? KeyId : ownKey;
      return {
        Name: name,
        ARN: sim.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`),
        Type: type,
        ...(keyId === undefined ? {} : { KeyId: keyId }),
        LastModifiedDate:
          typeof LastModifiedDate === 'number' ? new Date(LastModifiedDate) : sim.clock.date(),
        LastModifiedUser: sim.arn('sts', 'assumed-role/simulator/simulator', ''),
        Tier: 'Standard',
        DataType: 'text',
        Version: 1,
      };
    });
}
