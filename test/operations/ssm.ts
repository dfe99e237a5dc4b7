import type { World } from './world.ts';

const ARN = 'arn:aws:ssm:us-east-1:123456789012:parameter';

/** Parameter Store, as far as tasks and stacks read from it. */
export async function ssm(world: World): Promise<void> {
  const { ssm: client } = world;
  const put = (name: string, input: object): Promise<unknown> =>
    world.see('PutParameter', name, client.putParameter(input as never));
  await put('a text', { Name: '/shop/url', Value: 'https://shop.example.com', Type: 'String' });
  await put('a secret', { Name: '/shop/key', Value: 'swordfish', Type: 'SecureString' });
  await put('again', { Name: '/shop/url', Value: 'https://example.com', Type: 'String' });
  await put('overwritten', {
    Name: '/shop/url',
    Value: 'https://example.com',
    Type: 'String',
    Overwrite: true,
  });
  await put('no value', { Name: '/shop/none', Type: 'String' });
  await put('wrong type', { Name: '/shop/none', Value: 'x', Type: 'Blob' });
  const get = (name: string, input: object): Promise<unknown> =>
    world.see('GetParameter', name, client.getParameter(input as never));
  await get('a text', { Name: '/shop/url' });
  await get('by ARN', { Name: `${ARN}/shop/url` });
  await get('a secret, decrypted', { Name: '/shop/key', WithDecryption: true });
  await get('a secret, encrypted', { Name: '/shop/key' });
  await get('no such one', { Name: '/shop/other' });
  await get('no name', {});
  const describe = client.describeParameters.bind(client);
  await world.see('DescribeParameters', 'all', describe({}));
  await world.see(
    'DescribeParameters',
    'by prefix',
    describe({ ParameterFilters: [{ Key: 'Name', Option: 'BeginsWith', Values: ['/shop'] }] }),
  );
  await world.see('DeleteParameter', 'one', client.deleteParameter({ Name: '/shop/url' }));
  await world.see('DeleteParameter', 'no more', client.deleteParameter({ Name: '/shop/url' }));
}
