import type { KeyValuePair } from '@aws-sdk/client-ecs';
import type { TaskState } from './state.ts';

/** Shows the task's network interface as attached, with its private address. */
export function attachInterface({ id, shape, run }: TaskState, privateIp: string): void {
  const [attachment] = shape.attachments ?? [];
  if (attachment === undefined) return;
  attachment.status = 'ATTACHED';
  const detail = (name: string, value: string): KeyValuePair => ({ name, value });
  attachment.details?.push(
    detail('networkInterfaceId', `eni-0${id.slice(0, 16)}`),
    detail('macAddress', `0a:${(id.slice(0, 10).match(/../g) ?? []).join(':')}`),
    detail('privateDnsName', `ip-${privateIp.replaceAll('.', '-')}.ec2.internal`),
    detail('privateIPv4Address', privateIp),
  );
  for (const container of run.containers)
    container.shape.networkInterfaces = [{ attachmentId: attachment.id, privateIpv4Address: privateIp }];
}
