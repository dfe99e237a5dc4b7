import { created, deploying, shift, type Moment, type Scene } from './scene.ts';

const gated = {
  ...deploying,
  inputs: { ...deploying.inputs, gate: 'health', 'gate-timeout-minutes': '2' },
  account: { waits: true },
} as const;

/** The replacement's tasks are installed, and CodeDeploy waits to be continued. */
const ready: Moment = {
  kind: 'reached',
  reach: async (account) => {
    await account.move(async () =>
      (await account.live.deployments()).at(-1)?.status === 'Ready' ? true : undefined,
    );
  },
};

/** blue-green-codedeploy with a gate that asks for healthy targets before the shift. */
export const GATED: readonly Scene[] = [
  { ...gated, name: 'after create', from: created, to: ready },
  { ...gated, name: 'at the gate', from: ready, to: shift },
];
