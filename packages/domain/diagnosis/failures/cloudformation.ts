import { rowsAt, type Recogniser } from '../recogniser.ts';

/** CloudFormation and its events. */
export const CLOUDFORMATION: readonly Recogniser[] = rowsAt(
  ['stack', 'call'],
  [
    {
      id: 'stack-rollback-complete',
      patterns: [/is in ROLLBACK_COMPLETE state/],
      cause: "The stack's first creation failed; such a stack can only be deleted.",
      fix: 'Read the first CREATE_FAILED event for the cause, delete the stack, create it again.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'stack-update-in-progress',
      patterns: [/is in \w+_IN_PROGRESS state and can ?not be updated/],
      cause: 'Another update is running.',
      fix: 'Wait for it; use a concurrency group per stack.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'stack-update-rollback-failed',
      patterns: [/is in UPDATE_ROLLBACK_FAILED state/],
      cause:
        'The rollback itself failed, usually because a resource was changed or deleted outside the stack.',
      fix: 'Mend that resource, then aws cloudformation continue-update-rollback (skip resources if need be).',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'stack-rollback-failed',
      patterns: [/is in ROLLBACK_FAILED state/],
      cause:
        'Creation failed and clean-up failed too (non-empty bucket, repository with images, in-use interface).',
      fix: 'Empty what blocks, delete the stack (retain resources if need be), create again.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'no-updates',
      patterns: [/No updates are to be performed/i, /submitted information didn't contain changes/i],
      cause: 'Template and parameters equal what is deployed; nothing is wrong.',
      fix: 'Nothing to do.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'capabilities-missing',
      patterns: [/Requires capabilities ?: ?\[(?<capability>\w+)/i],
      cause: 'The template makes IAM resources and the caller did not acknowledge it ({capability}).',
      fix: 'Acknowledge the named capability when the stack is created or updated.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'circuit-breaker',
      patterns: [/ECS Deployment Circuit Breaker was triggered/i],
      vague: 'outer',
      cause: "The service's new tasks kept failing, so ECS gave up and the stack rolls back.",
      fix: 'Read stopped tasks and service events now (stopped tasks are kept about an hour); fix that cause and deploy again.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'resource-timeout',
      patterns: [/Resource timed out waiting for completion/i],
      cause: "The service did not become stable in CloudFormation's time (hours).",
      fix: 'Check events and tasks; turn on the deployment circuit breaker to fail in minutes.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'service-not-stable',
      patterns: [/exceeded wait attempts/i],
      vague: 'symptom',
      cause: 'The tool stopped waiting for the ECS service to be stable.',
      fix: "Read the reasons of the service's stopped tasks, then its newest events and the health of its targets: ECS console, service, tabs Tasks and Events.",
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'secret-scheduled-for-deletion',
      patterns: [/already scheduled for deletion/i],
      cause: 'The name is held by a deleted secret within its recovery window.',
      fix: 'aws secretsmanager restore-secret and import it, or delete-secret --force-delete-without-recovery, then retry.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'resource-already-exists',
      patterns: [
        /Resource of type '[^']+' with identifier [^\n]*already exists/i,
        /HandlerErrorCode: AlreadyExists/,
        /^(?<resource>\S{1,200}) already exists in stack (?<stack>\S{1,300})/,
      ],
      cause:
        'A resource of the fixed name {resource|in the template} exists already {stack|outside the stack}, often kept from an older stack.',
      fix: 'Delete or import it, or drop the fixed name.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'export-in-use',
      patterns: [
        /Export (?<export>\S+) cannot be (?:deleted|updated) as it is in use(?: by (?<stack>[\w-]{1,128}))?/i,
      ],
      cause: 'Stack {stack|of another name} imports output {export}.',
      fix: 'Remove the import there and deploy that stack first.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'handler-invalid-request',
      where: ['stack'],
      patterns: [/Unable to update task definition on services with a CODE_DEPLOY deployment controller/i],
      cause:
        'The template changes the task definition of a service that CodeDeploy controls; ECS refuses that.',
      fix: "Keep the task definition of such a service out of the stack's updates and deploy it with CodeDeploy.",
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'parameters-missing',
      patterns: [/Parameters: \[(?<parameters>[^\]\n]*)\] must have values/i],
      cause: 'Parameters without a default were not given: {parameters}.',
      fix: 'Give {parameters} a value.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'unresolved-dependency',
      patterns: [
        /Unresolved resource dependencies/i,
        /Fn::GetAtt references undefined resource (?<resource>\w{1,200})/,
      ],
      cause: 'A Ref or GetAtt names something the template lacks.',
      fix: 'Correct the name, or put the resource under the same condition.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'eip-limit',
      patterns: [/maximum number of addresses has been reached/i],
      cause: "The region's Elastic IP quota (5 by default) is used up by NAT gateways.",
      fix: 'Release unused addresses, use one NAT gateway, or raise the quota.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'stack-resource-quota',
      patterns: [
        /The maximum number of (?!addresses\b)(?<what>[\w -]{1,60}) has been reached/,
        /HandlerErrorCode: ServiceLimitExceeded/,
        /(?<what>VpcLimitExceeded|NatGatewayLimitExceeded|TooManyLoadBalancers|TooManyTargetGroups|DBInstanceQuotaExceeded\w*|InstanceQuotaExceeded\w*)/,
      ],
      vague: 'kind',
      cause: 'The quota of this account and region is used up: {what|the event names the resource}.',
      fix: 'Delete what is no longer used, share the resource between stacks, or raise the quota (Service Quotas).',
      url: 'https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html',
    },
    {
      id: 'database-engine-version-gone',
      patterns: [/Cannot find version (?<version>[\w.]{1,40}) for (?<engine>[\w-]{1,40})/],
      cause: 'RDS offers no {engine} {version} in this region (any more): old minor versions are withdrawn.',
      fix: 'List what there is (aws rds describe-db-engine-versions --engine {engine}) and name an available version, or the major version alone.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'target-group-in-use',
      where: ['stack', 'call'],
      patterns: [
        /Target group '?(?<group>arn:\S{1,200}?)'? is currently in use by a listener or a rule/i,
        /target groups? cannot be deleted because (?:it is|they are) currently in use/i,
        /\bResourceInUse\b[^\n]{0,60}[Tt]arget group/,
      ],
      cause:
        'Target group {group|of the stack} still stands in a listener or a rule, often because CodeDeploy moved it there or a rule was made by hand.',
      fix: 'Take it out of the rule first (aws elbv2 describe-rules, modify-rule, modify-listener), then delete. A target group that must be replaced needs a new name.',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    },
    {
      id: 'template-value-refused',
      patterns: [
        /Model validation failed \((?<place>#[^\s:]{0,200}): ?(?<reason>[^\n)]{1,160})/,
        /Properties validation failed for resource (?<place>\w{1,200}) with message:\s{0,4}(?<reason>[^\n]{0,200})/,
        /Encountered unsupported property (?<place>\w{1,200})|Value of property (?<place2>\w{1,200}) must be (?<reason2>[^\n]{1,80})/,
      ],
      vague: 'kind',
      cause:
        "A value of the template has the wrong form at {place|the place that the event names}: {reason|it does not fit the resource type's schema}.",
      fix: 'Correct the property in the template (a list against a single value, a number against a text, an intrinsic function in a string); cfn-lint finds such places before the deployment.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'template-syntax',
      patterns: [
        /Template format error: (?<reason>(?:YAML|JSON) not well-formed[^\n]{0,80})/,
        /Template format error: (?<reason>(?!Unresolved)[^\n]{1,160})/,
        /Template validation error: (?!Template format error)(?<reason>[^\n]{1,160})/,
      ],
      vague: 'kind',
      cause: 'CloudFormation does not read the template: {reason|the message names the place}.',
      fix: 'Correct the line (indentation, a missing colon, a tab), and check the file with cfn-lint or aws cloudformation validate-template.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'resources-in-different-vpcs',
      patterns: [/The (?<what>[\w ]{1,60}security group|[\w ,]{1,80}) are in different VPCs/],
      cause: 'The template joins resources of different VPCs: {what|see the event}.',
      fix: 'Take subnets, subnet group and security groups from one VPC (one parameter or import for all).',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'resource-name-not-allowed',
      patterns: [
        /Bucket name should not contain uppercase characters|bucket name should not contain uppercase/i,
        /failed to satisfy constraint: Member must (?:have length|satisfy regular expression)[^\n]{0,160}/,
        /The (?:load balancer|target group) name '(?<name>[^'\n]{1,120})' (?:cannot|can only)/,
      ],
      vague: 'kind',
      cause: 'The name {name|of a resource} has a form or a length that the service does not take.',
      fix: 'Shorten or correct it (buckets: lower case, 63 characters; load balancers and target groups: 32), or leave the name to CloudFormation.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html',
    },
    {
      id: 'parameter-value-missing-in-account',
      patterns: [
        /parameter value (?<value>\S{1,200}) for parameter name (?<parameter>\w{1,200}) does not exist/i,
      ],
      cause: 'Parameter {parameter} names {value}, which does not exist in this region and account.',
      fix: 'Give {parameter} the id of a resource that exists here (another region or account has other ids).',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    },
    {
      id: 'custom-name-blocks-replacement',
      patterns: [
        /cannot update a stack when a custom-named resource requires replacing(?:\. Rename (?<name>\S{1,200}))?/,
      ],
      cause:
        'The change replaces a resource of a fixed name ({name|see the event}), and the new one cannot have the name while the old one exists.',
      fix: 'Give it another name in the same change, or drop the fixed name so that CloudFormation makes one.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'custom-resource-failed',
      patterns: [
        /Received response status \[FAILED\] from custom resource\.(?: Message returned: (?<reason>[^\n]{1,200}))?/,
        /Custom Resource failed to stabilize in expected time|CloudFormation did not receive a response from your Custom Resource/,
      ],
      cause: 'The function behind a custom resource failed or did not answer: {reason|see its log}.',
      fix: "Read the function's log group (/aws/lambda/NAME), mend it, and see that it answers to CloudFormation's URL in every case, on Delete too.",
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html',
    },
    {
      id: 'bucket-not-empty',
      patterns: [/The bucket you tried to delete is not empty|BucketNotEmpty/],
      cause: 'The stack deletes a bucket that still holds objects or old versions of them.',
      fix: 'Empty it (aws s3 rm s3://BUCKET --recursive, and the versions too) and delete the stack again, or keep it (DeletionPolicy: Retain).',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html',
    },
    {
      id: 'dependent-resource',
      patterns: [
        /(?<resource>(?:sg|subnet|vpc|igw|eni)-[\da-f]{1,40})[^\n]{0,30} has (?:a dependent object|dependencies and cannot be deleted)/,
        /\bDependencyViolation\b/,
      ],
      cause:
        "Another resource outside the stack still uses {resource|this one}: a network interface, another security group's rule, a task that runs.",
      fix: 'Find it (aws ec2 describe-network-interfaces --filters Name=group-id,Values={resource|ID}, or Name=subnet-id), remove it, and delete again.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'certificate-unsupported',
      patterns: [/\bUnsupportedCertificate\b/],
      cause: 'The certificate is not issued yet (pending validation) or of an unsupported kind.',
      fix: 'Finish DNS validation and wait for ISSUED; use RSA 2048 or a supported EC key.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'certificate-not-found',
      patterns: [/\bCertificateNotFound\b/, /Certificate (?:'[^'\n]{1,200}' )?not found/i],
      cause: 'The certificate was deleted or is in another region than the load balancer.',
      fix: "Use a certificate of the load balancer's region.",
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'https-needs-certificate',
      patterns: [/certificate must be specified for HTTPS listeners/i],
      cause: 'An HTTPS listener has no certificate.',
      fix: 'Give a certificate ARN, or use HTTP.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'dynamic-ref-json-key',
      patterns: [/Could not find a value associated with JSONKey/i],
      cause: 'A {{resolve:secretsmanager:...}} reference names a JSON key the secret lacks.',
      fix: 'Add the key or correct the reference.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'changeset-busy',
      patterns: [/operation on this ChangeSet is currently in progress/i],
      cause: 'The change set is still being made or removed by another run.',
      fix: 'Wait and retry; use a unique change-set name.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'resource-creation-cancelled',
      patterns: [/Resource (?:creation|update|deletion) cancelled/i],
      vague: 'symptom',
      cause: 'Another resource of the stack failed first; this one is never the cause.',
      fix: 'Look for the earliest *_FAILED event with another reason.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'resources-failed-to-create',
      patterns: [/following resource\(s\) failed to (?:create|update|delete)/i],
      vague: 'symptom',
      cause: "This line sums up the stack's failure; it is never the cause.",
      fix: "Read each named resource's own first failed event.",
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
    {
      id: 'bluegreen-transform-parameters',
      patterns: [/parameters modified by transform/i],
      cause: 'The CodeDeploy blue/green transform and a parameter change cannot go in one update.',
      fix: 'Deploy parameter changes and task-definition changes apart.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/blue-green-considerations.html',
    },
    {
      id: 'export-missing',
      patterns: [/No export named (?<export>\S{1,255}) found/i],
      cause:
        'No stack of this account and region exports {export}: the stack is missing, was not deployed yet, or calls its export otherwise.',
      fix: 'List the exports (aws cloudformation list-exports), correct the name in Fn::ImportValue, or deploy the exporting stack first.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html',
    },
    {
      id: 'service-did-not-stabilise',
      patterns: [
        /Service (?:arn:\S{1,300} )?did not stabili[sz]e/i,
        /Resource of type '?AWS::ECS::Service'? with identifier [^\n]{1,300}did not stabili[sz]e/i,
      ],
      vague: 'symptom',
      cause:
        'The tasks of the service did not become steady in the time that CloudFormation waits. Its events and stopped tasks say why.',
      fix: 'Look at the events and the stopped tasks of the service while the update runs; the deployment circuit breaker ends it sooner.',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
  ],
);
