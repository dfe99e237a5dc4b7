import type { TargetHealth } from '../target/target-health.ts';

/** Meaning of each reason code of the load balancer, as the end of a sentence that starts with the target. */
const REASONS: Readonly<Record<string, string>> = {
  'Elb.RegistrationInProgress': 'is being registered',
  'Elb.InitialHealthChecking': 'gets its first health checks',
  'Elb.InternalError': 'could not be checked because of an error inside the load balancer',
  'Target.ResponseCodeMismatch':
    'answers the health check with a status that the target group does not accept',
  'Target.Timeout': 'does not answer the health check in time',
  'Target.FailedHealthChecks': 'refuses or resets the health check’s connection',
  'Target.NotRegistered': 'is not registered in the target group',
  'Target.NotInUse': 'gets no traffic: no listener forwards to the target group, or its zone is not enabled',
  'Target.DeregistrationInProgress': 'is draining',
  'Target.InvalidState': 'is stopped or terminated',
  'Target.IpUnusable': 'has an address that belongs to a load balancer',
  'Target.HealthCheckDisabled': 'is not checked: health checks are off',
};

/** One sentence about a target: `10.0.1.2:8080 is unhealthy: it answers … (Health checks failed with these codes: [502]).` */
export function targetReason(target: TargetHealth): string {
  const name = `${target.id}:${target.port}`;
  const meaning = target.reason === undefined ? undefined : (REASONS[target.reason] ?? target.reason);
  const said = target.description === undefined ? '' : ` (${target.description})`;
  if (meaning === undefined) return `${name} is ${target.state}${said}.`;
  return REASONS[target.reason ?? ''] === undefined
    ? `${name} is ${target.state}: ${meaning}${said}.`
    : `${name} is ${target.state}: it ${meaning}${said}.`;
}

/** Meaning of a target's reason code, with the load balancer's description; empty for a target without a reason. */
export function reasonInWords({ reason, description }: TargetHealth): string {
  if (reason === undefined) return description ?? '';
  const meaning = REASONS[reason];
  const said = description === undefined ? '' : ` (${description.replace(/\.$/, '')})`;
  return meaning === undefined ? `${reason}${said}` : `${reason}: it ${meaning}${said}`;
}
