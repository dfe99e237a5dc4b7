import { rowsAt, type Recogniser } from '../recogniser.ts';

/** A task gets its secrets, log driver, volumes and network interface. */
export const TASK_SECRETS_AND_INIT: readonly Recogniser[] = rowsAt(
  ['task', 'service', 'stack', 'call'],
  [
    {
      id: 'secrets-manager-unreachable',
      patterns: [
        /(?:retrieve secret from asm|from secrets manager)[^\n]*(?:context deadline exceeded|RequestCanceled|RequestError|i\/o timeout)/i,
        /connection issue between the task and (?:AWS )?Secrets Manager/i,
      ],
      cause: 'The task has no network path to Secrets Manager. It is not a permission problem.',
      fix: "Private subnet: add a NAT route or interface endpoints for secretsmanager with private DNS, and let the endpoint's security group accept 443 from the task. Public subnet: assignPublicIp ENABLED. Allow egress 443.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'ssm-unreachable',
      patterns: [
        /retrieve secrets from ssm[^\n]*(?:context deadli|RequestCanceled|RequestError|i\/o timeout)/i,
        /connection issue between the task and (?:AWS )?(?:Systems Manager|SSM)/i,
      ],
      cause: 'The task has no network path to Systems Manager Parameter Store.',
      fix: "Private subnet: add a NAT route or interface endpoints for ssm with private DNS, and let the endpoint's security group accept 443 from the task. Public subnet: assignPublicIp ENABLED. Allow egress 443.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'registry-auth-unreachable',
      patterns: [
        /cannot pull registry auth from Amazon ECR/i,
        /retrieve ecr registry auth[^\n]*(?:context deadli|RequestCanceled|RequestError|i\/o timeout)/i,
      ],
      cause: 'The task cannot reach the ECR API to log in before pulling.',
      fix: "Private subnet: add a NAT route or interface endpoints for ecr.api and ecr.dkr (plus the S3 gateway endpoint) with private DNS, and let the endpoint's security group accept 443 from the task. Public subnet: assignPublicIp ENABLED. Allow egress 443.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'registry-auth-killed',
      patterns: [/pull command failed: : signal: killed/i],
      cause: 'The fetch helper was killed after waiting for the network.',
      fix: 'Treat as no route: check NAT or endpoints, public IP, security group egress 443 and network ACLs.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'private-registry-credentials-unreachable',
      patterns: [/unable to get registry auth from asm/i],
      cause: "The secret with the private registry's login could not be fetched.",
      fix: 'Give the task a route to Secrets Manager and the execution role secretsmanager:GetSecretValue (and kms:Decrypt) on the repositoryCredentials secret.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'secret-access-denied',
      patterns: [
        /assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform:? secretsmanager:GetSecretValue(?: on(?: resource:)? (?<secret>\S{1,300}))?/i,
        /(?:role (?<role>\S{1,160}) is )?not authorized to perform:? secretsmanager:GetSecretValue(?: on(?: resource:)? (?<secret>\S{1,300}))?/i,
      ],
      cause:
        'The task execution role {role|} may not read secret {secret|of the container}. (The task role does not count for container secrets.)',
      fix: "Allow secretsmanager:GetSecretValue on {secret|the secret's ARN} (with the -?????? suffix or a wildcard) in the task execution role {role|}.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'ssm-access-denied',
      patterns: [
        /assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform:? ssm:GetParameters(?: on(?: resource:)? (?<parameter>\S{1,300}))?/i,
        /not authorized to perform:? ssm:GetParameters(?: on(?: resource:)? (?<parameter>\S{1,300}))?/i,
      ],
      cause: 'The task execution role {role|} may not read parameter {parameter|of the container}.',
      fix: "Allow ssm:GetParameters (plural) on {parameter|the parameter's ARN} in the execution role {role|}; add kms:Decrypt for a SecureString with its own key.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'secret-kms-denied',
      patterns: [
        /failed to fetch secret (?<secret>\S{1,300}) from secrets manager: [^\n]{0,60}Access to KMS is not allowed/i,
        /assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform:? kms:Decrypt(?: on(?: resource:)? (?<key>\S{1,300}))?/i,
        /Access to KMS is not allowed/i,
        /not authorized to perform:? kms:Decrypt/i,
      ],
      cause:
        'The execution role {role|} may read secret {secret|of the container}, but not use the customer key {key|that encrypts it}.',
      fix: 'Allow kms:Decrypt on {key|that key} in the execution role {role|} and in the key policy.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'secret-json-key-missing',
      patterns: [/did not contain json key (?<key>[\w.-]{1,200})/i, /did not contain json key/i],
      cause:
        "valueFrom asks for JSON key {key|that the message names}, which the secret's current value lacks.",
      fix: "Add {key|the key} to the secret's JSON, or correct the key in valueFrom (secret-arn:json-key::).",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'secret-not-json',
      patterns: [/retrieve secret from asm[^\n]*invalid character/i],
      cause:
        "valueFrom asks for a JSON key but the secret's value is not valid JSON (single quotes, plain text).",
      fix: 'Store the secret as JSON with double quotes, or drop the key part from valueFrom to pass the whole value.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'secret-arn-not-found',
      patterns: [
        /can't retrieve the secret with ARN '(?<secret>[^'\n]{1,300})'/i,
        /failed to fetch secret (?<secret>\S{1,300}) from secrets manager: [^\n]{0,60}can't find the specified secret/i,
        /can't retrieve the secret with ARN/i,
        /Secrets Manager can't find the specified secret/i,
      ],
      cause:
        'Secret {secret|that the container names} does not exist: its ARN is wrong, of another region or account, or it was deleted.',
      fix: "Copy the full ARN (with its six-character suffix) from the task's region into valueFrom; restore or create the secret.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-not-found-error.html',
    },
    {
      id: 'ssm-parameter-not-found',
      patterns: [/invalid ssm parameters: (?<parameter>[\w./, -]{1,300})/i, /invalid ssm parameters:/i],
      cause:
        "Parameter {parameter|that the message names} does not exist in the task's region (or its name lacks the leading slash).",
      fix: 'Create {parameter|the listed parameters} in this region, or correct valueFrom.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'secrets-need-execution-role',
      patterns: [/container secrets, you must also specify a value for 'executionRoleArn'/i],
      cause: 'The task definition has secrets but no execution role to fetch them with.',
      fix: 'Set executionRoleArn in the task definition.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'log-group-missing',
      patterns: [/specified log group does not exist/i],
      cause: 'The log group of the container (awslogs-group) does not exist in awslogs-region.',
      fix: 'Create the log group before deploying, or set awslogs-create-group to true and allow logs:CreateLogGroup in the execution role.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'log-group-unreachable',
      patterns: [
        /connection issue between the task and Amazon CloudWatch/i,
        /cannot find the Amazon CloudWatch log group defined/i,
      ],
      cause: 'The task cannot reach CloudWatch Logs over the network.',
      fix: "Private subnet: add a NAT route or interface endpoints for logs with private DNS, and let the endpoint's security group accept 443 from the task. Public subnet: assignPublicIp ENABLED. Allow egress 443.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'log-create-group-denied',
      patterns: [
        /assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform: logs:CreateLogGroup/i,
        /failed to create Cloudwatch log group: AccessDenied/i,
        /not authorized to perform: logs:CreateLogGroup/i,
      ],
      cause:
        'awslogs-create-group is on but role {role|of the container agent} cannot create log groups. The managed execution policy does not include that action.',
      fix: 'Add logs:CreateLogGroup to the execution role, or create the log group beforehand and turn the option off.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'awslogs-region-missing',
      patterns: [
        /awslogs-region is required/i,
        /[Ll]og driver awslogs requires options: (?<options>[\w, -]{1,120})/,
      ],
      cause: 'logConfiguration options lack {options|awslogs-region}.',
      fix: "Add awslogs-region (with awslogs-group and awslogs-stream-prefix) to the container's logConfiguration.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'logging-driver-no-credentials',
      patterns: [/initialize logging driver: (?:CredentialsEndpointError|NoCredentialProviders)/i],
      cause:
        'The logging driver found no credentials to write with: no execution role, or the instance agent cannot serve credentials.',
      fix: 'Set executionRoleArn; on EC2 enable ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE in the agent configuration.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'efs-dns-unresolved',
      patterns: [/Failed to resolve "(?<host>fs-[^"\n]*\.efs\.[^"\n]{0,100})/i],
      cause:
        "{host|The file system} does not resolve: no mount target in the task's availability zone, a wrong file system id, or DNS turned off in the VPC.",
      fix: "Create a mount target in each task subnet's zone, enable DNS hostnames and resolution on the VPC, and check fileSystemId.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'efs-path-missing',
      patterns: [/mount\.nfs4: mounting (?<path>\S{1,200})[^\n]*No such file or directory/i],
      cause: 'The folder of {path|rootDirectory} does not exist on the file system; EFS does not create it.',
      fix: 'Create the directory once, or use an access point with creation info and set rootDirectory to /.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'efs-access-denied',
      patterns: [/mount\.nfs4: access denied by server/i],
      cause:
        'The file system policy or access point refuses this client: IAM authorization is off or the task role is not allowed.',
      fix: 'Turn on transitEncryption and authorizationConfig.iam, and allow elasticfilesystem:ClientMount and ClientWrite to the task role.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'efs-connection-reset',
      patterns: [/mount\.nfs4: Connection (?:reset by peer|timed out|refused)/i],
      cause:
        'The mount target dropped the connection: NFS port closed between task and mount target, or the target is not ready.',
      fix: "Let the mount target's security group accept TCP 2049 from the task's security group, and wait until the target is available.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'efs-volume-create-timeout',
      patterns: [/amazon-ecs-volume-plugin\.sock\/VolumeDriver\.\w+: context deadline exceeded/i],
      cause: 'The volume plugin could not mount in time; nearly always port 2049 blocked.',
      fix: 'Open TCP 2049 from task to mount target and check the mount target exists in the zone.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'efs-iam-needs-task-role',
      patterns: [/EFS IAM authorization requires a task role/i],
      cause: 'The volume asks for IAM authorization but the task definition has no taskRoleArn.',
      fix: 'Set taskRoleArn to a role allowed to mount the file system.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
    },
    {
      id: 'eni-no-free-addresses',
      patterns: [
        /in subnet '(?<subnet>subnet-[\da-f]+)'[^\n]{0,40}InsufficientFreeAddressesInSubnet/i,
        /InsufficientFreeAddressesInSubnet/i,
        /[Ii]nsufficient free (?:IP )?addresses in (?:the )?subnet '?(?<subnet>subnet-[\da-f]+)?/,
      ],
      cause:
        'Subnet {subnet|of the task} has no free IP addresses. Blue/green needs about twice the usual number.',
      fix: 'Add larger subnets to the service, stop unused tasks, or delete leftover interfaces.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html',
    },
    {
      id: 'eni-provisioning-timeout',
      patterns: [/waiting for network interface provisioning/i],
      cause: 'AWS did not make the network interface in time; usually transient.',
      fix: 'Retry the task; if it recurs, check ENI quotas and the ECS service-linked role.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html',
    },
    {
      id: 'eni-attach-failed',
      patterns: [/EC2 error while attempting to attach network interface/i],
      cause: "EC2 refused to attach the task's interface.",
      fix: "Retry; on EC2 capacity check the instance type's interface limit and awsvpcTrunking.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html',
    },
    {
      id: 'eni-tag-policy',
      patterns: [/tag the network interface: TagPolicyViolation/i],
      cause: 'An organization tag policy rejects the tags that ECS passes to the interface.',
      fix: 'Correct the tag keys or values on the service/task definition, or amend the tag policy.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html',
    },
    {
      id: 'eni-setup-failed',
      patterns: [/failed to (?:configure ENI|setup regular eni)/i],
      cause:
        "Fargate could not set up the task's network; usually transient, sometimes faulty VPC DHCP or IPv6 settings.",
      fix: "Retry the task; if it repeats, check the VPC's DHCP options and IPv6 settings and contact AWS Support.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'ephemeral-storage-timeout',
      patterns: [/waiting for EphemeralStorage provisioning/i],
      cause: "Fargate could not prepare the task's disk in time; transient.",
      fix: 'Retry; if it recurs, lower ephemeralStorage or try another zone.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html',
    },
    {
      id: 'registry-auth-cut',
      // ECS keeps 255 characters of a reason: what went wrong may be cut off.
      patterns: [
        /retrieve ecr registry auth: service call has been retried \d+ time\(s\)(?!: *(?:Acc|[A-Z]\w*Denied|api error|not auth|Unrec|Invalid|Expired))/i,
      ],
      vague: 'outer',
      cause:
        'The task could not log in to ECR, and AWS cut the reason off. Mostly its subnet has no route to ECR.',
      fix: "Private subnet: add a NAT route or interface endpoints for ecr.api and ecr.dkr (plus the S3 gateway endpoint) with private DNS. Public subnet: assignPublicIp ENABLED. Allow egress 443. With a route, look at the execution role's ecr:GetAuthorizationToken.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
    {
      id: 'secret-fetch-cut',
      patterns: [
        /(?:retrieve secrets? from (?:asm|ssm)|pull secrets from \w+): service call has been retried \d+ time\(s\)(?::? ?[A-Za-z]{0,12})?(?: \(Service:|$)/i,
      ],
      vague: 'outer',
      cause:
        'The task could not read its secrets, and AWS cut the reason off. Mostly its subnet has no route to Secrets Manager or Systems Manager.',
      fix: "Private subnet: add a NAT route or interface endpoints for secretsmanager or ssm with private DNS. Public subnet: assignPublicIp ENABLED. Allow egress 443. With a route, look at the execution role's permissions.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
  ],
);
