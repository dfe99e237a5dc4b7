import { rowsAt, type Recogniser } from '../recogniser.ts';

/** Further reasons for which ECS does not start a task, or stops it. */
export const TASK_MORE: readonly Recogniser[] = rowsAt(
  ['task', 'service', 'stack'],
  [
    {
      id: 'pull-image-not-found',
      patterns: [
        /CannotPullContainerError: Error: image (?<image>\S{1,300}) not found/,
        /manifest for (?<image>\S{1,300}) not found: manifest unknown/,
        /CannotPullContainerError[^\n]{0,200}manifest unknown/,
        /CannotPullImageManifestError[^\n]{0,200}not found/,
      ],
      cause:
        'The image {image|of the task definition} does not exist: the tag was not pushed or has expired, or the name lacks its registry.',
      fix: 'Push the image first, and register the digest that the push returned (build-push-ecr does); give the full URI ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-media-type-unsupported',
      patterns: [
        /unsupported media type (?<type>[\w./+-]{1,120})|mediaType in manifest should be|unexpected media type (?<type2>[\w./+-]{1,120})/,
      ],
      cause:
        'The tag or digest leads to something that is no image ({type|an attestation or a cache}), or to a form that the agent does not know.',
      fix: 'Build with provenance: false and sbom: false, and deploy the digest of the image itself; on EC2 update the agent and Docker.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-registry-unresolved',
      patterns: [
        /dial tcp: lookup (?<host>[\w.-]{1,160})(?: on [\w.:[\]]{1,60})?: (?:no such host|server misbehaving|i\/o timeout)/,
        /dial tcp: lookup (?<host>[\w.-]{1,160})(?: on [\w.:[\]]{1,60})?: (?:read|write|dial) udp\b/,
      ],
      cause:
        "The VPC's DNS does not resolve {host|the registry}: DNS is off in the VPC, or the interface endpoint has no private DNS.",
      fix: 'Turn on enableDnsSupport and enableDnsHostnames in the VPC, and private DNS on the endpoints ecr.api and ecr.dkr; or give the subnet a route to the internet.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-tls-refused',
      patterns: [
        /(?:CannotPull|pull image manifest|failed to (?:resolve ref|do request))[^\n]{0,400}(?:x509: [^\n]{1,120}|tls: [^\n]{1,120}|server gave HTTP response to HTTPS client)/,
      ],
      cause: "The registry's certificate is not trusted by the platform, or the registry speaks plain HTTP.",
      fix: 'Use a registry with a certificate of a public authority, or copy the image to ECR; look for a firewall that opens TLS.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-image-damaged',
      patterns: [
        /failed to unpack image on snapshotter|mismatched image rootfs and manifest layers|failed to extract layer [^\n]{0,120}(?:unexpected EOF|invalid|gzip|zstd)/,
      ],
      cause:
        'The image in the registry is damaged or of a form that ECS does not unpack: manifest and layers do not fit.',
      fix: 'Build and push the image again without a cache, as one image for one platform with gzip layers, and deploy the new digest.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'working-directory-missing',
      patterns: [
        /chdir to cwd \("(?<path>[^"\n]{1,200})"\) set in config\.json failed: (?<reason>no such file or directory|permission denied)/,
        /OCI runtime[^\n]{0,300}mkdir (?<path>\S{1,200}): (?:not a directory|permission denied)/,
      ],
      cause:
        'The working folder {path|of the container} does not exist in the image, or its user may not enter it.',
      fix: 'Correct workingDirectory in the task definition or WORKDIR in the Dockerfile; give the folder to the user.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'root-file-system-mount',
      patterns: [/error creating device nodes: mknod \S{1,300}/, /mknod[^\n]{0,200}errno 524/],
      cause:
        'A volume (EFS) is mounted over the root of the container or over /dev, where the runtime must create device files.',
      fix: 'Mount the volume at a folder of its own (for example /data), never at / or /dev.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'runtime-user-missing',
      patterns: [
        /unable to find (?:user|group) (?<user>[\w.-]{1,60}): no matching entries in passwd file/,
        /no users found|linux spec user: unable to find user (?<user>[\w.-]{1,60})/,
      ],
      cause: 'The image has no user or group {user|of that name}.',
      fix: 'Create it in the Dockerfile (RUN adduser), or use a numeric id in user of the task definition.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'command-not-string-list',
      patterns: [
        /OCI runtime[^\n]{0,300}exec: "(?<program>[^"\n]{1,120} [^"\n]{1,120})": (?:stat|executable file not found|no such file)/,
      ],
      cause:
        'The command was given as one string: the runtime looks for a program named {program|with blanks in it}.',
      fix: 'Write command as a list of words (["npm", "start"]), or as ["sh", "-c", "…"].',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'ssm-throttled',
      patterns: [
        /(?:retrieve secrets? from (?:ssm|asm)|pull secrets|secrets manager)[^\n]{0,300}(?:ThrottlingException|Rate exceeded|TooManyRequests)/i,
      ],
      cause:
        'Many tasks start at once, and Systems Manager or Secrets Manager throttles the fetching of their secrets.',
      fix: 'Raise the throughput of Parameter Store (Settings, higher throughput), fetch fewer parameters per task (one JSON secret), and start fewer tasks at a time.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'environment-file-unreadable',
      patterns: [
        /failed to download env files: [^\n]{0,200}(?:AccessDenied|status code: 403|Access Denied)/,
        /failed to download env files|failed to (?:read|parse) (?:environment|env) file/,
      ],
      cause:
        'ECS could not read the environment file in S3: the execution role may not, the object does not exist, or there is no route to S3.',
      fix: 'Allow s3:GetObject on the object and s3:GetBucketLocation on the bucket in the execution role; check the ARN and the file (NAME=VALUE lines, ending .env); give the subnet a route to S3.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
    },
    {
      id: 'eni-quota',
      patterns: [/NetworkInterfaceLimitExceeded/],
      cause:
        "The account's quota of network interfaces in the region is used up; every awsvpc task takes one, and blue/green doubles the need.",
      fix: 'Ask for a higher quota (Network interfaces per Region, L-DF5E4CA3), or stop unused tasks.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'eni-security-group-missing',
      patterns: [
        /Create Network Interface[^\n]{0,200}InvalidSecurityGroupID\.NotFound/,
        /InvalidSecurityGroupID\.NotFound|InvalidGroup\.NotFound/,
      ],
      cause: "A security group of the service's network configuration was deleted.",
      fix: "Put an existing security group into the service's network configuration (for a service of CodeDeploy into the AppSpec or the stack), and deploy again.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'eni-subnet-missing',
      patterns: [
        /(?:Create Network Interface|subnet)[^\n]{0,200}InvalidSubnetID\.NotFound/,
        /The subnet ID '(?<subnet>[^'\n]{1,60})' does not exist/,
      ],
      cause: "Subnet {subnet|of the service's network configuration} was deleted or is in another region.",
      fix: 'Put existing subnets into the network configuration of the service, and deploy again.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'eni-not-permitted',
      patterns: [
        /(?:Create|attach|Delete) Network Interface[^\n]{0,200}(?:UnauthorizedOperation|AccessDenied|not authorized)/i,
      ],
      cause:
        "ECS may not create the task's network interface: a service control policy, or a changed service-linked role.",
      fix: "See the organisation's policies for ec2:CreateNetworkInterface, and restore AWSServiceRoleForECS.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'volume-driver-refused',
      patterns: [
        /VolumeDriver\.(?<call>\w+): (?<reason>[^\n]{1,160})/,
        /volume driver [^\n]{0,60}(?:not found|failed)|legacy plugin: /,
      ],
      vague: 'kind',
      cause: 'The volume driver refused the volume: {reason|see the message}.',
      fix: "Check the driver's plug-in on the instances, the volume's name and its service, or use EFS.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'eni-device-not-found',
      patterns: [/unable to get device with hardware address|device with mac address not found/],
      cause: 'The EC2 instance did not see the network interface that was attached for the task.',
      fix: 'Run it again; if it recurs, replace the instance and update its AMI and agent.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'instance-terminated',
      patterns: [
        /Host EC2 \(instance (?<instance>i-[\da-f]+)\) (?:terminated|stopped)/,
        /container instance (?:\S{1,200} )?(?:was )?(?:deregistered|terminated|draining)/i,
      ],
      cause:
        'The instance {instance|under the task} was terminated or stopped: Spot, a scale-in of its Auto Scaling group, or a person.',
      fix: 'Turn on managed termination protection and draining of the capacity provider; keep a share of On-Demand.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'dependency-not-healthy',
      patterns: [
        /dependency container (?<container>[\w.-]{1,80}) (?:did not become healthy|is not healthy)/i,
        /(?:did not exit successfully|dependency failed)[^\n]{0,80}|container (?<container>[\w.-]{1,80}) dependency (?:for|on)/,
        /DependencyTimeout|timed out waiting for (?:container )?(?:dependency )?(?<container>[\w.-]{1,80})? ?to (?:be|become) (?:healthy|HEALTHY|complete|started)/,
      ],
      cause:
        'Container {container|named in dependsOn} did not become HEALTHY, START or COMPLETE, so the others did not start.',
      fix: 'Read the log and the health check of {container|that container}; raise startTimeout where it needs longer.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'agent-disconnected',
      patterns: [
        /AGENT\b[^\n]{0,40}(?:disconnected|not connected)|ContainerInstance \S+ agent is not connected/i,
        /DockerStateError|ContainerNotFound|TaskDependencyError/,
      ],
      cause: 'The container agent or Docker on the instance does not answer.',
      fix: 'Replace the instance, or restart the agent; look at its disk, memory and CPU.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'service-connect-unhealthy',
      patterns: [
        /(?:Service Connect|envoy|AppNet)[^\n]{0,80}(?:unhealthy|failed to (?:start|bootstrap)|did not become healthy)/i,
      ],
      cause:
        "The Service Connect proxy of the task did not become healthy: too little memory or CPU beside the application, or it can't reach the namespace.",
      fix: "Add 256 CPU units and 64 MiB for the proxy, check the namespace, and read the proxy's own log (logConfiguration of serviceConnectConfiguration).",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'fargate-retirement',
      patterns: [
        /(?:scheduled for retirement|Your task was (?:stopped|retired)|Task was stopped because of a maintenance|ECS is performing maintenance)/i,
        /TerminationNotice|Fargate (?:infrastructure|host) (?:maintenance|retirement)/,
      ],
      cause: 'AWS replaced the host of the task for maintenance; the service starts another task.',
      fix: "Nothing to mend. Handle SIGTERM, and run more than one task so that users don't notice.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html',
    },
    {
      id: 'pull-failed-cut',
      patterns: [
        /CannotPullContainer(?:Error|Warning)?: [^\n]{0,120}(?:failed to resolve ref|pull image manifest|inspect image|image pull|failed to do request)[^\n]{0,10}? ?"?(?<image>[\w.-]+\.[\w./:@-]{1,200})?/,
        /\bCannotPullContainerError\b/,
      ],
      vague: 'outer',
      cause:
        'The task could not pull image {image|of the task definition}, and AWS cut the reason off or names none that is known.',
      fix: 'Check in this order that the image exists under exactly this name (aws ecr describe-images), that the subnet has a route to the registry (NAT, public address, or endpoints ecr.api, ecr.dkr and S3), and that the execution role may pull it.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'secret-fetch-failed',
      patterns: [/ResourceInitializationError: unable to pull secrets or registry auth/],
      vague: 'outer',
      cause:
        'ECS could not fetch the secrets of the task or its ECR login, and AWS cut the reason off or names none that is known.',
      fix: 'Check that the subnet has a route to Secrets Manager, Systems Manager and ECR, that the execution role may read what valueFrom names, and that it exists in this region.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    },
  ],
);
