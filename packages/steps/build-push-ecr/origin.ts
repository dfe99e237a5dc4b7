import { ConfigurationError } from '@cutover/domain/errors';
import type { RunContext } from '@cutover/domain/run-context';

/** Where an image comes from, as the OCI image specification names it; they become labels and annotations. */
export function originLabels(run: RunContext, created: number): ReadonlyMap<string, string> {
  // `https://github.com/owner/name/actions/runs/1`; outside of a workflow there is no such address.
  const [source] = /^https?:\/\/.*?(?=\/actions\/runs\/)/.exec(run.runUrl) ?? [];
  return new Map([
    ...(run.commit === '' ? [] : [['org.opencontainers.image.revision', run.commit] as const]),
    ...(source === undefined ? [] : [['org.opencontainers.image.source', source] as const]),
    ['org.opencontainers.image.created', new Date(created).toISOString().replace('.000Z', 'Z')],
  ]);
}

/**
 * The date that SOURCE_DATE_EPOCH gives to everything that is built, in epoch milliseconds.
 * @throws ConfigurationError when it is no whole number of seconds
 */
export function sourceDate(epoch: string | undefined): number | undefined {
  if (epoch === undefined) return undefined;
  const milliseconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN;
  if (Number.isNaN(new Date(milliseconds).getTime())) {
    throw new ConfigurationError({
      what: `Environment variable SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}, not a number of seconds.`,
      fix: 'Set it to the seconds since 1970, as git log -1 --pretty=%ct prints them, or remove it.',
    });
  }
  return milliseconds;
}
