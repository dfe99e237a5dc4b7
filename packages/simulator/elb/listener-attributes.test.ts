import {
  DescribeListenerAttributesCommand,
  ModifyListenerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { expect, test } from '@jest/globals';
import { Stage } from './testing/stage.ts';

test('attributes of a listener are kept, and an unknown one is refused', async () => {
  const stage = await Stage.open();
  try {
    const { arn } = await stage.listener([
      { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } },
    ]);
    const modify = async (Key: string, Value: string): Promise<unknown> =>
      await stage.client.send(
        new ModifyListenerAttributesCommand({ ListenerArn: arn, Attributes: [{ Key, Value }] }),
      );
    await modify('routing.http.response.server.enabled', 'false');
    await expect(modify('routing.http.response.server', 'x')).rejects.toMatchObject({
      name: 'ValidationError',
    });
    const { Attributes } = await stage.client.send(
      new DescribeListenerAttributesCommand({ ListenerArn: arn }),
    );
    expect(Attributes).toEqual([{ Key: 'routing.http.response.server.enabled', Value: 'false' }]);
    const missing = new DescribeListenerAttributesCommand({ ListenerArn: `${arn}x` });
    await expect(stage.client.send(missing)).rejects.toMatchObject({ name: 'ListenerNotFoundException' });
  } finally {
    await stage.close();
  }
});
