import type { AlarmState } from '@cutover/domain/alarm';
import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';

/** @throws ConfigurationError naming those that do not exist */
export async function lookAtAlarms(
  aws: World['aws'],
  names: readonly string[],
): Promise<readonly AlarmState[]> {
  if (names.length === 0) return [];
  const found = await aws.alarms.describe(names);
  const missing = [...new Set(names)].filter((name) => !found.some((alarm) => alarm.name === name));
  if (missing.length > 0) {
    throw new ConfigurationError({
      what: `Input alarms: CloudWatch has no alarm ${missing.join(' and no alarm ')} in ${aws.region}.`,
      fix: 'Correct the names, or aws-region. Alarms are named, not given by ARN.',
    });
  }
  return found;
}

/** Fault of the alarms; undefined when all are OK. */
export function alarmTrouble(alarms: readonly AlarmState[]): string | undefined {
  const ringing = alarms.filter(({ state }) => state !== 'OK');
  if (ringing.length === 0) return undefined;
  return ringing
    .map(({ name, reason, state }) => `alarm ${name} is in ${state}${because(reason)}`)
    .join('; ');
}

function because(reason: string): string {
  const said = reason.replaceAll(/\s+/g, ' ').replace(/\.$/, '').trim();
  return said === '' ? '' : ` (${said})`;
}
