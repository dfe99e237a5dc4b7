/** Whether a reason of RunTask's `failures`, or of a task that failed to start, says that room may be found later. */
export function isCapacityReason(reason: string): boolean {
  return /RESOURCE:|Capacity is unavailable|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|waiting for network interface provisioning/i.test(
    reason,
  );
}
