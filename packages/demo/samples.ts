import { since, type Load } from './load.ts';

/** Versions that answered within a short time, and the state of the targets. */
export interface Sample {
  /** Since the load began. */
  readonly seconds: number;
  /** Answers by version, in this time only. */
  readonly byVersion: Readonly<Record<string, number>>;
  readonly failed: number;
  /** Targets of the two groups by state. */
  readonly targets: Readonly<Record<'blue' | 'green', { readonly healthy: number; readonly other: number }>>;
}

const EVERY_MS = 250;

/** Notes four times a second what users get and how the targets are, until stopped. */
export function takeSamples(
  load: Load,
  simulator: string,
  groups: Readonly<Record<'blue' | 'green', string>>,
): { stop(): Promise<readonly Sample[]> } {
  const samples: Sample[] = [];
  const began = Date.now();
  const over = new AbortController();
  const done = (async (): Promise<void> => {
    let before = load.traffic();
    while (!over.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      const [blue, green] = await Promise.all([
        targetsOf(simulator, groups.blue),
        targetsOf(simulator, groups.green),
      ]);
      const now = load.traffic();
      const { byVersion, failed } = since(before, now);
      before = now;
      samples.push({
        seconds: Math.round((Date.now() - began) / 10) / 100,
        byVersion: Object.fromEntries(Object.entries(byVersion).filter(([, count]) => count > 0)),
        failed,
        targets: { blue, green },
      });
    }
  })();
  return {
    stop: async () => {
      over.abort();
      await done;
      return samples;
    },
  };
}

/** Asks the load balancer for the targets of a group, as `aws elbv2 describe-target-health` does. */
async function targetsOf(simulator: string, group: string): Promise<{ healthy: number; other: number }> {
  const response = await fetch(simulator, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=simulator/20260101/us-east-1/elasticloadbalancing/aws4_request, SignedHeaders=host, Signature=0',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      Action: 'DescribeTargetHealth',
      Version: '2015-12-01',
      TargetGroupArn: group,
    }).toString(),
  });
  const states = [...(await response.text()).matchAll(/<State>([\w.]+)<\/State>/g)].map(([, state]) => state);
  const healthy = states.filter((state) => state === 'healthy').length;
  return { healthy, other: states.length - healthy };
}
