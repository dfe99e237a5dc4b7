import type { World } from './world.ts';

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJyZXBvOm9jdG8vc2hvcCJ9.c2lnbmF0dXJl';

export async function sts(world: World): Promise<void> {
  const { sts: client } = world;
  await world.see('GetCallerIdentity', 'anyone', client.getCallerIdentity({}));
  const session = { RoleArn: ROLE, RoleSessionName: 'session' };
  await world.see('AssumeRole', 'for an hour', client.assumeRole(session));
  const long = { ...session, DurationSeconds: 900 };
  await world.see('AssumeRole', 'for a quarter of an hour', client.assumeRole(long));
  const tagged = { ...session, Tags: [{ Key: 'Repository', Value: 'octo/shop' }] };
  await world.see('AssumeRole', 'with tags', client.assumeRole(tagged));
  await world.see('AssumeRole', 'for a minute', client.assumeRole({ ...session, DurationSeconds: 60 }));
  const spaced = { ...session, RoleSessionName: 'a b' };
  await world.see('AssumeRole', 'a session name with a blank', client.assumeRole(spaced));
  const overlong = { ...session, RoleSessionName: 'x'.repeat(65) };
  await world.see('AssumeRole', 'a session name too long', client.assumeRole(overlong));
  await world.see('AssumeRole', 'no session name', client.assumeRole({ RoleArn: ROLE } as never));
  await world.see('AssumeRole', 'no role', client.assumeRole({ RoleSessionName: 'session' } as never));
  const web = { ...session, WebIdentityToken: TOKEN };
  await world.see('AssumeRoleWithWebIdentity', 'for an hour', client.assumeRoleWithWebIdentity(web));
  await world.see(
    'AssumeRoleWithWebIdentity',
    'no token',
    client.assumeRoleWithWebIdentity(session as never),
  );
}
