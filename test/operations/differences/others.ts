import type { Difference } from './difference.ts';

export const OTHERS: readonly Difference[] = [
  {
    operation: 'sts:AssumeRole',
    where: ['PackedPolicySize: number'],
    simulator: 'lacks it',
    moto: 'has it',
    right: 'simulator',
    source:
      'API model: the size of policies and session tags passed in the request; moto answers 6 without any, too',
  },
  {
    operation: 'sts:AssumeRole',
    where: ['for a minute', 'a session name with a blank'],
    simulator: 'ValidationError 400',
    moto: 'ok 200',
    right: 'simulator',
    source:
      'API model: required members, lengths, patterns, ranges and enums of the request; moto does not check',
  },
  {
    operation: 'sts:AssumeRole',
    where: ['no session name', 'no role'],
    simulator: 'ValidationError 400',
    moto: 'internal error 500',
    right: 'simulator',
    source:
      'API model: required members, lengths, patterns, ranges and enums of the request; moto fails inside',
  },
  {
    operation: 'sts:AssumeRoleWithWebIdentity',
    where: ['PackedPolicySize: number'],
    simulator: 'lacks it',
    moto: 'has it',
    right: 'simulator',
    source: 'API model: the size of policies and session tags passed in the request; none are passed',
  },
  {
    operation: 'sts:AssumeRoleWithWebIdentity',
    where: ['no token'],
    simulator: 'ValidationError 400',
    moto: 'ok 200',
    right: 'simulator',
    source:
      'API model: required members, lengths, patterns, ranges and enums of the request; moto does not check',
  },
  {
    operation: 'cloudwatch:PutMetricAlarm',
    where: ['no name', 'wrong operator'],
    simulator: 'ValidationException 400',
    moto: 'ok 200',
    right: 'simulator',
    source:
      'API model: required members, lengths, patterns, ranges and enums of the request; moto does not check',
  },
  {
    operation: 'cloudwatch:DescribeAlarms',
    where: ['MetricAlarms[].StateTransitionedTimestamp: timestamp'],
    simulator: 'has it',
    moto: 'lacks it',
    right: 'simulator',
    source: 'The API model has this member in the answer; moto leaves it out',
  },
  {
    operation: 'cloudwatch:DescribeAlarms',
    where: ['MetricAlarms[].Metrics: list', 'MetricAlarms[].StateReasonData: string'],
    simulator: 'lacks it',
    moto: 'has it',
    right: 'simulator',
    source:
      'API model: Metrics are for alarms of an expression, StateReasonData is what SetAlarmState was given; moto fills both in empty',
  },
  {
    operation: 'cloudwatch:GetMetricData',
    where: ['Messages: list'],
    simulator: 'has it',
    moto: 'lacks it',
    right: 'unknown',
    source:
      'API model: messages about the whole operation; whether the list is empty or absent without any is not documented',
  },
  {
    operation: 'cloudwatch:GetMetricData',
    where: ['no queries'],
    simulator: 'ValidationException 400',
    moto: 'ok 200',
    right: 'simulator',
    source:
      'API model: required members, lengths, patterns, ranges and enums of the request; moto does not check',
  },
  {
    operation: 'cloudwatch:GetMetricData',
    where: ['no end'],
    simulator: 'ValidationException 400',
    moto: 'internal error 500',
    right: 'simulator',
    source:
      'API model: required members, lengths, patterns, ranges and enums of the request; moto fails inside',
  },
  {
    operation: 'cloudwatch:DeleteAlarms',
    where: ['no such one'],
    simulator: 'ResourceNotFound 404',
    moto: 'ok 200',
    right: 'simulator',
    source: 'API model: DeleteAlarms has ResourceNotFound; moto does not check',
  },
  {
    operation: 'ec2:DescribeNetworkAcls',
    where: ['no such one'],
    simulator: 'InvalidNetworkAclID.NotFound 400',
    moto: 'InvalidRouteTableID.NotFound 400',
    right: 'simulator',
    source:
      'AWSEC2/latest/APIReference/errors-overview.html has InvalidNetworkAclID.NotFound; moto names a route table',
  },
  {
    operation: 'ec2:DescribeNetworkAcls',
    where: ['wrong filter'],
    simulator: 'InvalidParameterValue 400',
    moto: 'internal error 500',
    right: 'simulator',
    source: 'AWSEC2/latest/APIReference/errors-overview.html has InvalidParameterValue; moto fails inside',
  },
  {
    operation: 'ssm:GetParameter',
    where: ['no name'],
    simulator: 'ValidationException 400',
    moto: 'internal error 500',
    right: 'simulator',
    source:
      'API model: required members, lengths, patterns, ranges and enums of the request; moto fails inside',
  },
  {
    operation: 'ssm:DescribeParameters',
    where: ['Parameters[].ARN: string'],
    simulator: 'has it',
    moto: 'lacks it',
    right: 'simulator',
    source: 'The API model has this member in the answer; moto leaves it out',
  },
  {
    operation: 'events:ListRules',
    where: ['Rules[].CreatedBy: string'],
    simulator: 'lacks it',
    moto: 'has it',
    right: 'simulator',
    source: 'API model: CreatedBy is a member of DescribeRuleResponse, not of Rule',
  },
];
