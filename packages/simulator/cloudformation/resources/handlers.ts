import { scalableTarget } from './autoscaling.ts';
import { alarm } from './cloudwatch.ts';
import { application, deploymentConfig, deploymentGroup } from './code-deploy.ts';
import { repository } from './ecr.ts';
import { capacityProviders, cluster, service, taskDefinition } from './ecs.ts';
import { listener, listenerRule, loadBalancer, targetGroup } from './elastic-load-balancing.ts';
import type { ResourceHandler } from './handler.ts';
import { logGroup } from './logs.ts';
import { recorded } from './recorded.ts';

const HANDLERS: ReadonlyMap<string, ResourceHandler> = new Map([
  ['AWS::ApplicationAutoScaling::ScalableTarget', scalableTarget],
  ['AWS::CloudWatch::Alarm', alarm],
  ['AWS::CodeDeploy::Application', application],
  ['AWS::CodeDeploy::DeploymentConfig', deploymentConfig],
  ['AWS::CodeDeploy::DeploymentGroup', deploymentGroup],
  ['AWS::ECR::Repository', repository],
  ['AWS::ECS::Cluster', cluster],
  ['AWS::ECS::ClusterCapacityProviderAssociations', capacityProviders],
  ['AWS::ECS::Service', service],
  ['AWS::ECS::TaskDefinition', taskDefinition],
  ['AWS::ElasticLoadBalancingV2::Listener', listener],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', listenerRule],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', loadBalancer],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', targetGroup],
  ['AWS::Logs::LogGroup', logGroup],
]);

/** Types without a service behind them are recorded. */
export function handlerOf(type: string): ResourceHandler {
  return HANDLERS.get(type) ?? recorded;
}
