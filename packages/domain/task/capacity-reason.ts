/**
 * Where ECS puts the reason: at the start of the text, or behind the name of the call, exception, stop code or event that
 * carries it. Anchored there: an error that only quotes such words, or an ARN, says something else.
 */
const CARRIER = String.raw`^(?:ecs:\w+ failed: )?(?:\w+(?:Exception|Error): |TaskFailedToStart: |\(?service .{1,200} was unable to place a task\. Reason: )*`;

/** Case counts: `RESOURCE:ENI` is a reason of ECS, `on resource: arn:…` is the end of every refusal of IAM. */
const NO_ROOM = new RegExp(
  `${CARRIER}(?:RESOURCE:[A-Z_]+\\b|EMPTY CAPACITY PROVIDER\\b|NO ACTIVE INSTANCES\\b|Capacity is unavailable at this time\\b|Timeout waiting for network interface provisioning\\b)`,
);

/**
 * Whether a reason of RunTask's `failures`, or of a task that failed to start, says that ECS found no room, which may come
 * back by itself.
 */
export function isCapacityReason(reason: string): boolean {
  return NO_ROOM.test(reason.trimStart());
}
