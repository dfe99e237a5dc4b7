import { rowsAt, type Recogniser } from '../recogniser.ts';

/** Deployments that ECS carries out itself: rolling, blue/green, linear and canary. */
export const ECS_DEPLOYMENTS: readonly Recogniser[] = rowsAt(
  ['deployment', 'service', 'stack', 'call'],
  [
    {
      id: 'native-target-group-on-no-rule',
      patterns: [
        /Target group (?<group>arn:\S{1,200}) is not associated with either productionListenerRule or testListenerRule/,
      ],
      cause:
        'Target group {group} stands in the forward action of neither the production rule nor the test rule.',
      fix: 'Put both target groups into the production rule with weights 1 and 0, or let the test rule forward to the idle one; then deploy again.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-both-groups-must-be-on-rules',
      patterns: [
        /Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule/,
      ],
      cause:
        'The production rule names one target group only, and no test rule names the other. Usual after a move from CodeDeploy.',
      fix: 'Let the production rule forward to both target groups (1 and 0), or name a test rule that forwards to the other one, and update the service again.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-two-groups-serve',
      patterns: [
        /productionListenerRule (?<rule>arn:\S{1,200}) should have exactly one target group serving traffic but found (?<count>\d+)?/,
      ],
      cause:
        'Both target groups carry a weight above zero on rule {rule} when the deployment starts: an interrupted shift, Terraform or CloudFormation left them so.',
      fix: 'Find the group that holds the running tasks, give the other one weight 0 on that rule, then deploy again.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-unexpected-group-on-rule',
      patterns: [
        /listener rule is forwarding traffic to unexpected target group (?<group>arn:[^\s,]{1,200}?)\.?(?:\s|$)/i,
      ],
      cause: 'The production rule sends traffic to target group {group}, which the service does not name.',
      fix: 'Let the rule forward only to the two target groups of the service, or correct targetGroupArn and alternateTargetGroupArn of the service.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-test-rule-required',
      patterns: [/testListenerRule is required when productionListenerRule is not associated with both/],
      cause: 'The production rule names one target group only, and no test rule is given.',
      fix: 'Add the alternate target group with weight 0 to the production rule, or name a test rule that forwards to it.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-nlb-rule-arn-wrong-kind',
      patterns: [/ListenerRule has an invalid ARN format for a Network Load Balancer/],
      cause: 'For a Network Load Balancer the field takes the ARN of the listener, not of a rule.',
      fix: "Use the listener's ARN (listener/net/...) for productionListenerRule, and another listener for testListenerRule.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-duplicate-target-group',
      patterns: [/Duplicate targetGroupArn found: (?<group>\S{1,200})/],
      cause: 'Target group {group} stands in two entries of loadBalancers, or is its own alternate.',
      fix: 'Give every entry its own pair of target groups.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-advanced-config-not-on-all',
      patterns: [/Either all or none of the provided loadBalancers must have advancedConfiguration defined/],
      cause: 'Some entries of loadBalancers have advancedConfiguration and others have not.',
      fix: 'Give every entry advancedConfiguration (its own alternate target group and rule), or none and use ROLLING.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-advanced-config-missing',
      patterns: [
        /advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy/,
      ],
      cause:
        'The strategy is BLUE_GREEN, LINEAR or CANARY, but an entry of loadBalancers has no advancedConfiguration. Terraform sends the old block when it ignores changes of load_balancer.',
      fix: 'Send loadBalancers with advancedConfiguration (alternateTargetGroupArn, productionListenerRule, roleArn) in the call that changes the strategy.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-infra-role-permissions',
      patterns: [/due to missing permissions on ECS Infrastructure Role '?(?<role>arn:[^\s']{1,200})/],
      cause:
        "ECS can't assume or use infrastructure role {role}: its trust policy lacks ecs.amazonaws.com, or the policy for load balancers is missing.",
      fix: 'Let ecs.amazonaws.com assume {role}, and attach AmazonECSInfrastructureRolePolicyForLoadBalancers to it.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-infra-role-action-denied',
      patterns: [
        /assumed-role\/(?<role>[\w+=,.@-]+)\/(?:ecs-service-scheduler|ECSNetworkingWithELB)[^\n]{0,20} is not authorized to perform: (?<action>elasticloadbalancing:\w+)(?: on resource: (?<resource>\S{1,300}))?/,
      ],
      cause:
        'Infrastructure role {role} may not call {action}. The word "hook" beside it means the traffic shift of ECS itself.',
      fix: "Allow {action} on {resource|the load balancer's target groups, listeners and rules} in role {role}, or attach AmazonECSInfrastructureRolePolicyForLoadBalancers.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-hook-role-not-assumable',
      patterns: [
        /(?<stage>[A-Z_]{5,40}) lifecycle hook\(s\) failed\. ECS was unable to assume role (?<role>arn:\S{1,200})/,
      ],
      cause: 'The role of the hook at {stage}, {role}, does not trust ecs.amazonaws.com.',
      fix: "Let ecs.amazonaws.com assume {role} (the hook's roleArn), and allow it lambda:InvokeFunction.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-hook-returned-failed',
      patterns: [
        /(?<stage>[A-Z_]{5,40}) lifecycle hook\(s\) failed\. Lifecycle hook target (?<function>arn:\S{1,200}) returned FAILED status/,
      ],
      cause:
        'The hook {function} judged the new revision bad at {stage} and answered FAILED. At PRE_SCALE_UP no task of it has run yet.',
      fix: "Read the function's log at that time; repair what it found, or the function, and deploy again.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-hook-response-unparsable',
      patterns: [
        /ECS was unable to parse the response from (?<function>\S{1,200}) due to:? ?(?<reason>[^\n]{0,120})/,
      ],
      cause:
        'The hook {function} answered nothing that ECS reads ({reason|see the message}): it threw, timed out, or returned no hookStatus.',
      fix: 'Return {"hookStatus": "SUCCEEDED"} (or FAILED, IN_PROGRESS) on every path, catch exceptions, and read the function\'s log for the real error. A hook before scale-up runs also when the service is created.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-hook-failed',
      patterns: [/(?<stage>[A-Z_]{5,40}) lifecycle hook\(s\) failed/],
      vague: 'outer',
      cause: 'The lifecycle hook at {stage} failed; the reason follows it.',
      fix: "Read the function's log at that time.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-hook-timed-out',
      patterns: [/\bHOOK_TIMED_OUT\b|lifecycle hook[^\n]{0,60}(?:timed out|did not (?:complete|respond))/i],
      cause:
        'A lifecycle hook was not finished or answered in its time; its timeout action decides what follows.',
      fix: 'See lifecycleStage and hookType in the event; answer earlier (aws ecs continue-service-deployment), or raise the timeout.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-pause-stage-invalid',
      patterns: [/Invalid lifecycle stage provided for Pause Hook/],
      cause:
        'A PAUSE hook was set at a stage that allows Lambda hooks only (TEST_TRAFFIC_SHIFT, PRODUCTION_TRAFFIC_SHIFT).',
      fix: 'Use POST_TEST_TRAFFIC_SHIFT or PRE_PRODUCTION_TRAFFIC_SHIFT for a gate before production traffic.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-continue-hookid-format',
      patterns: [/Invalid hookId: hookId must follow the format/],
      cause: 'The hookId was made up or cut short.',
      fix: 'Read hookId from DescribeServiceDeployments, lifecycleHookDetails[], and pass it unchanged.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-continue-terminal',
      patterns: [/Continuing a service deployment is not allowed for service deployment in terminal states/],
      cause: 'The deployment ended (succeeded, stopped or rolled back) before the hook was answered.',
      fix: 'Read status and statusReason of the deployment; nothing can be continued any more.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-stop-finished',
      patterns: [
        /The service deployment (?<deployment>arn:\S{1,200}) is already in a terminal state (?<status>\w{1,40})/,
      ],
      cause: "The deployment has ended already ({status}), so it can't be stopped.",
      fix: 'To go back after a success, deploy the earlier task definition (rollback of this suite, or UpdateService).',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-deployment-calls-denied',
      patterns: [
        /(?:assumed-role\/(?<caller>[\w+=,.@-]+)\/\S{1,120} is )?not authorized to perform: (?<action>ecs:(?:StopServiceDeployment|ListServiceDeployments|DescribeServiceDeployments|DescribeServiceRevisions|ContinueServiceDeployment))(?: on resource: (?<resource>\S{1,300}))?/,
      ],
      cause:
        'Role {caller|that deploys} may not call {action}: it was written for rolling deployments before service deployments existed, or names the service only.',
      fix: 'Allow {action} on {resource|the service}; ecs:ListServiceDeployments on the service, the others on service-deployment/CLUSTER/SERVICE/* and service-revision/CLUSTER/SERVICE/* as well.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-breaker-threshold',
      patterns: [
        /rolled back because the circuit breaker threshold was exceeded/,
        /ECS deployment circuit breaker: (?:tasks? failed to start|rolling back to deploymentId (?<deployment>\S{1,80}))/,
      ],
      vague: 'outer',
      cause:
        'As many tasks of the new revision failed as the circuit breaker allows, so ECS ended the deployment. The stopped tasks say why.',
      fix: 'Look at the stopped tasks of the new revision: stoppedReason, exit codes, logs, health checks. Without rollback in deploymentCircuitBreaker the service stays on the failed deployment.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-rolling-back',
      patterns: [
        /rolling back to deployment (?<deployment>ecs-svc\/\d+)/,
        /\bROLLBACK_SUCCESSFUL\b|\bROLLBACK_IN_PROGRESS\b/,
      ],
      vague: 'symptom',
      cause: 'ECS goes back to an earlier deployment: what this run deployed does not stay.',
      fix: 'Read statusReason and rollback.reason of the service deployment for the cause.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-service-event-alarm',
      patterns: [
        /deployment failed: alarm detected/,
        /rolled back because (?:of )?(?:the )?(?:CloudWatch )?alarms?[^\n]{0,60}(?:ALARM|triggered|detected)/i,
      ],
      cause:
        "A CloudWatch alarm of the service's deployment configuration went to ALARM during the deployment.",
      fix: "Read alarms.triggeredAlarmNames of the service deployment and the alarm's history; repair the revision before the next try.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-no-rollback-candidate',
      patterns: [/No rollback candidate was found to run the rollback/],
      vague: 'outer',
      cause:
        'The deployment failed, and there is no earlier successful one to go back to (the first of the service, or a new service).',
      fix: "The real cause is in the service's events, its stopped tasks and the hook's log; repair it and deploy again.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-rollback-failed',
      patterns: [
        /Deployment \[(?<deployment>[\w-]{1,80})\] rollback has failed/,
        /\bROLLBACK_FAILED\b(?! state)/,
      ],
      cause: 'ECS tried to roll back and could not: the service may run a mix of revisions.',
      fix: 'Look at the listener rules and the running tasks at once, and deploy a known good task definition with UpdateService.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-stopped',
      where: ['deployment'],
      strict: true,
      patterns: [/^STOPPED$/],
      vague: 'outer',
      cause:
        'The service deployment ended without success and without a rollback: a newer one replaced it, somebody stopped it, or it failed while rollback was off.',
      fix: 'List the newer deployments of the service (aws ecs list-service-deployments). If there is one, this run was superseded; otherwise read statusReason and turn on rollback.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-task-protection',
      patterns: [/unable to scale in due to \(reason (?<count>\d+) tasks? under protection/],
      cause: '{count} protected tasks of the old revision keep the deployment from ending.',
      fix: 'Let the tasks finish, or remove the protection with UpdateTaskProtection; keep its expiry short.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-linear-step-range',
      patterns: [/stepPercent must be between|canaryPercent must be between/],
      cause: 'stepPercent or canaryPercent is outside what ECS takes, or has more than one decimal.',
      fix: 'Choose a step from 3.0 to 100.0 percent.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-bake-range',
      patterns: [
        /bakeTimeInMinutes must be between/,
        /total deployment duration exceeds the maximum of (?<hours>\d+) hours/,
      ],
      cause:
        'The bake times and steps of the deployment are longer than ECS (1,440 minutes each) or CloudFormation (33 hours in all) allows.',
      fix: 'Shorten bakeTimeInMinutes or the steps, or set them with UpdateService outside the stack.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-daemon-strategy',
      patterns: [/The DAEMON scheduling strategy supports only the ROLLING deployment strategy/],
      cause: "A daemon service can't be deployed blue/green, linear or canary.",
      fix: 'Keep ROLLING for daemon services.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-controller-change-during-deployment',
      patterns: [/Unable to update the deployment controller while a deployment is in progress/],
      cause: 'The deployment controller was to change while CodeDeploy or ECS still deploys.',
      fix: 'Wait for the running deployment or stop it, then change the controller.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-external-service',
      patterns: [
        /Service deployments are not supported for services with the (?<controller>\w+) deployment controller/,
      ],
      cause: 'The service has controller {controller}, which has no service deployments.',
      fix: 'Deploy it through CodeDeploy (blue-green-codedeploy), or change the controller to ECS.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-not-stabilised',
      patterns: [/Exceeded attempts to wait|HandlerErrorCode: NotStabilized/],
      vague: 'symptom',
      cause:
        "The deployment of the service did not end in CloudFormation's time: a hook that nobody answered, a long bake, or tasks that never became healthy.",
      fix: 'Look at the newest service deployment: lifecycleStage, lifecycleHookDetails and the stopped tasks.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-stage-over-24-hours',
      patterns: [/the (?<stage>[A-Z_]{5,40}) stage did not complete within 24 hours/],
      cause:
        'Stage {stage} did not end: green never became healthy or never got its tasks, and neither circuit breaker nor alarm ended the deployment.',
      fix: 'Look at the stopped tasks and the health checks of green; enable deploymentCircuitBreaker.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
    {
      id: 'native-service-connect-test-header',
      patterns: [/testTrafficRules are supported only for ports with appProtocol/],
      cause: 'Header rules for test traffic were set on a TCP port of Service Connect.',
      fix: 'Set appProtocol of the port mapping (http, http2 or grpc), or leave the rules out.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html',
    },
  ],
);
