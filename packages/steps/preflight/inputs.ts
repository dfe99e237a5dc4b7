import { alarmNames } from '@cutover/domain/inputs/alarms';
import { codeDeployName } from '@cutover/domain/inputs/codedeploy';
import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { cluster, revision, service, stack } from '@cutover/domain/inputs/environment';
import { choice, choices, flag, matching, number, pairs, text } from '@cutover/domain/inputs/input';
import { ITEM_IDS } from '../checklist/item.ts';

/** Inputs of preflight; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'task-definition': text(),
  'task-definition-arn': revision(),
  variables: pairs(),
  image: text(),
  'container-name': text(),
  'container-port': number({ min: 1, max: 65_535, integer: true }),
  'codedeploy-application': matching(codeDeployName('AppECS-shop-web')),
  'codedeploy-deployment-group': matching(codeDeployName('DgpECS-shop-web')),
  'codedeploy-deployment-config': matching(codeDeployName('CodeDeployDefault.ECSAllAtOnce')),
  alarms: alarmNames(),
  'ignore-alarms': flag({ default: 'false' }),
  'on-active-deployment': choice(['wait', 'stop', 'finish', 'fail'], { default: 'fail' }),
  'wait-until': choice(['ready', 'traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
  'wait-for-minutes': number({ min: 0.01, max: 7200 }),
  'clean-up': flag({ default: 'false' }),
  'allow-zero-tasks': flag({ default: 'false' }),
  skip: choices(ITEM_IDS),
  explain: text(),
  ...configInputs,
  ...commonInputs,
  region: text({ aliases: ['aws-region'] }),
};
