import {
  type Account,
  type IamCall,
  type Input,
  needs,
  passes,
  type Row,
  type Table,
  text,
  texts,
} from './call.ts';

function application(input: Input, account: Account): string {
  return account.arn('codedeploy', `application:${text(input['applicationName'])}`);
}

function groups(input: Input, account: Account): string[] {
  const name = text(input['applicationName']);
  const given = [
    input['deploymentGroupName'],
    input['currentDeploymentGroupName'],
    ...texts(input['deploymentGroupNames']),
  ];
  return given
    .map(text)
    .filter((group) => group !== '')
    .map((group) => account.arn('codedeploy', `deploymentgroup:${name}/${group}`));
}

/** Requests that name a deployment are checked against its group. */
function owners(input: Input, account: Account): string[] {
  const ids = [text(input['deploymentId']), ...texts(input['deploymentIds'])].filter((id) => id !== '');
  return [...new Set(ids.map((id) => account.lookup('codedeploy', 'group', id) ?? '*'))];
}

function config(name: unknown, account: Account): string {
  return account.arn('codedeploy', `deploymentconfig:${text(name)}`);
}

const onApplication =
  (action: string): Row =>
  (input, account) => [needs(`codedeploy:${action}`, [application(input, account)])];

const onGroup =
  (action: string): Row =>
  (input, account) => [
    needs(`codedeploy:${action}`, groups(input, account)),
    ...passes([input['serviceRoleArn']], 'codedeploy.amazonaws.com'),
  ];

const onDeployment =
  (action: string): Row =>
  (input, account) => [needs(`codedeploy:${action}`, owners(input, account))];

/** The service authorization reference knows no resource for these; the guide's table names the deployment group. */
const onNothing =
  (action: string): Row =>
  () => [needs(`codedeploy:${action}`, [])];

const onConfig =
  (action: string): Row =>
  (input, account) => [needs(`codedeploy:${action}`, [config(input['deploymentConfigName'], account)])];

const onResource =
  (action: string): Row =>
  (input) => [needs(`codedeploy:${action}`, [text(input['ResourceArn'])])];

/** Source: the service authorization reference and the CodeDeploy guide's permissions reference. */
export const codedeploy: Table = {
  /** The guide lists what is needed beside the action itself. */
  CreateDeployment: (input, account): IamCall[] => {
    const given = text(input['deploymentConfigName']);
    const used =
      given === '' ? account.lookup('codedeploy', 'config', groups(input, account)[0] ?? '') : given;
    return [
      needs('codedeploy:CreateDeployment', groups(input, account)),
      needs('codedeploy:GetDeploymentConfig', [config(used ?? '*', account)]),
      needs('codedeploy:GetApplicationRevision', [application(input, account)]),
      needs('codedeploy:RegisterApplicationRevision', [application(input, account)]),
    ];
  },
  CreateApplication: onApplication('CreateApplication'),
  GetApplication: onApplication('GetApplication'),
  DeleteApplication: onApplication('DeleteApplication'),
  ListDeploymentGroups: onApplication('ListDeploymentGroups'),
  GetApplicationRevision: onApplication('GetApplicationRevision'),
  RegisterApplicationRevision: onApplication('RegisterApplicationRevision'),
  ListApplicationRevisions: onApplication('ListApplicationRevisions'),
  BatchGetApplications: (input, account) => [
    needs(
      'codedeploy:BatchGetApplications',
      texts(input['applicationNames']).map((name) => account.arn('codedeploy', `application:${name}`)),
    ),
  ],
  CreateDeploymentGroup: onGroup('CreateDeploymentGroup'),
  UpdateDeploymentGroup: onGroup('UpdateDeploymentGroup'),
  DeleteDeploymentGroup: onGroup('DeleteDeploymentGroup'),
  GetDeploymentGroup: onGroup('GetDeploymentGroup'),
  BatchGetDeploymentGroups: onGroup('BatchGetDeploymentGroups'),
  ListDeployments: onGroup('ListDeployments'),
  GetDeployment: onDeployment('GetDeployment'),
  BatchGetDeployments: onDeployment('BatchGetDeployments'),
  GetDeploymentTarget: onNothing('GetDeploymentTarget'),
  BatchGetDeploymentTargets: onNothing('BatchGetDeploymentTargets'),
  ListDeploymentTargets: onNothing('ListDeploymentTargets'),
  StopDeployment: onNothing('StopDeployment'),
  ContinueDeployment: onNothing('ContinueDeployment'),
  SkipWaitTimeForInstanceTermination: onNothing('SkipWaitTimeForInstanceTermination'),
  CreateDeploymentConfig: onConfig('CreateDeploymentConfig'),
  GetDeploymentConfig: onConfig('GetDeploymentConfig'),
  DeleteDeploymentConfig: onConfig('DeleteDeploymentConfig'),
  TagResource: onResource('TagResource'),
  UntagResource: onResource('UntagResource'),
  PutLifecycleEventHookExecutionStatus: onNothing('PutLifecycleEventHookExecutionStatus'),
  ListTagsForResource: onResource('ListTagsForResource'),
};
