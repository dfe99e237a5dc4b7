import type { Service } from '../service.ts';
import { model as autoscaling } from './application-autoscaling.ts';
import { model as cloudformation } from './cloudformation.ts';
import { model as cloudwatch } from './cloudwatch.ts';
import { model as codedeploy } from './codedeploy.ts';
import { model as ec2 } from './ec2.ts';
import { model as ecrPublic } from './ecr-public.ts';
import { model as ecr } from './ecr.ts';
import { model as ecs } from './ecs.ts';
import { model as elasticloadbalancing } from './elasticloadbalancing.ts';
import { model as events } from './events.ts';
import { model as iam } from './iam.ts';
import { model as logs } from './logs.ts';
import { model as rds } from './rds.ts';
import { model as secretsmanager } from './secretsmanager.ts';
import type { ApiModel } from './shape.ts';
import { model as ssm } from './ssm.ts';
import { model as sts } from './sts.ts';
import type { Rules } from './validate.ts';

const MODELS: Readonly<Record<string, ApiModel>> = {
  'application-autoscaling': autoscaling,
  cloudformation,
  cloudwatch,
  codedeploy,
  ec2,
  ecr,
  'ecr-public': ecrPublic,
  ecs,
  elasticloadbalancing,
  events,
  iam,
  logs,
  rds,
  secretsmanager,
  ssm,
  sts,
};

/** CodeDeploy has an exception for every member, ECR a wording of its own. */
const WORDING: Readonly<Record<string, Rules['wording']>> = {
  codedeploy: 'own',
  ecr: 'ecr',
  'ecr-public': 'ecr',
};

/** How requests to a service are checked; undefined for a service without model. */
export function rulesOf({ name, protocol }: Service): Rules | undefined {
  const model = MODELS[name];
  if (model === undefined) return undefined;
  return {
    model,
    form: protocol === 'query',
    code: codeOf(name, protocol),
    wording: WORDING[name] ?? 'shared',
  };
}

/** Services that answer an input outside of its shape with ValidationException, as their command line shows it. */
const VALIDATION = new Set(['application-autoscaling', 'events', 'ssm']);

function codeOf(name: string, protocol: Service['protocol']): Rules['code'] {
  if (protocol === 'query' || name === 'cloudwatch') return () => 'ValidationError';
  if (VALIDATION.has(name)) return () => 'ValidationException';
  if (name === 'ecs') {
    return (operation) =>
      operation.endsWith('TaskDefinition') ? 'ClientException' : 'InvalidParameterException';
  }
  return () => 'InvalidParameterException';
}
