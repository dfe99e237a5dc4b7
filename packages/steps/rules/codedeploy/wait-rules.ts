import { groupLink } from './group-rules.ts';
import { failed, HOLDS, type Rule } from '../rule.ts';
import { rule, type CodeDeployFacts } from './facts.ts';

/** Rules about the wait before the shift, which gates and `wait-until: ready` need. */
export const waitRules: readonly Rule<CodeDeployFacts>[] = [
  rule({
    id: 'wait-before-shift',
    needs: ['group-service'],
    looks: ['group', 'region'],
    judge: ({ group, region }, { gate, waitUntil }) => {
      const waits = group.readyAction === 'STOP_DEPLOYMENT' && group.readyWaitMinutes > 0;
      if (waits || (gate === undefined && waitUntil !== 'ready')) return HOLDS;
      const asked = gate === undefined ? 'wait-until: ready' : `gate: ${gate.kind}`;
      return failed(
        `${asked} needs a deployment group that waits before the shift; ${group.name} continues at once.`,
        `Give the group a wait: parameter ReadyWaitMinutes of the bundled template (such as 30), or aws deploy update-deployment-group with deploymentReadyOption actionOnTimeout=STOP_DEPLOYMENT,waitTimeInMinutes=30. Without a wait, ${gate === undefined ? 'use wait-until: traffic-shifted' : 'a hook in the AppSpec can test the new version'}.`,
        { link: groupLink(region, group) },
      );
    },
  }),
  rule({
    id: 'gate-continues',
    needs: ['wait-before-shift'],
    looks: [],
    judge: (_, { gate, waitUntil }) =>
      gate !== undefined && waitUntil === 'ready'
        ? failed(
            `gate: ${gate.kind} continues the deployment when it passes, and wait-until: ready leaves it waiting.`,
            'Set wait-until to traffic-shifted or completed, or leave the gate to a later step with mode: continue.',
          )
        : HOLDS,
  }),
  rule({
    id: 'gate-in-time',
    needs: ['wait-before-shift'],
    looks: ['group'],
    judge: ({ group: { name, readyWaitMinutes } }, { gate }) =>
      gate?.minutes !== undefined && gate.minutes > readyWaitMinutes
        ? failed(
            `gate-timeout-minutes ${gate.minutes} is longer than ${name} waits before the shift (${readyWaitMinutes} min); CodeDeploy would stop the deployment first.`,
            `Set gate-timeout-minutes to less than ${readyWaitMinutes}, or let the group wait longer (ReadyWaitMinutes).`,
          )
        : HOLDS,
  }),
  rule({
    id: 'gate-address',
    needs: ['wait-before-shift'],
    looks: ['environment', 'group', 'test'],
    judge: ({ environment, group, test }, { gate }) =>
      gate?.kind === 'http' &&
      gate.url === undefined &&
      environment.testUrl === undefined &&
      test === undefined
        ? failed(
            `gate: http has no address to ask: ${group.name} has no test listener, and gate-url was not given.`,
            'Give the group a test listener (testTrafficRoute), or set gate-url.',
          )
        : HOLDS,
  }),
];
