import { rowsAt, type Recogniser } from '../recogniser.ts';

/** A task pulls its image. */
export const TASK_IMAGE_PULL: readonly Recogniser[] = rowsAt(
  ['task', 'service', 'stack'],
  [
    {
      id: 'pull-platform-mismatch',
      patterns: [/does not contain descriptor matching platform '?(?<platform>[\w/]{1,40})/i],
      cause:
        "The image has no variant for {platform|the task's platform}: it was built for another CPU (typically arm64 on an Apple Silicon machine) than runtimePlatform asks for.",
      fix: 'Build with --platform {platform|linux/amd64}, or set runtimePlatform.cpuArchitecture to the image’s; or push both platforms.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-tag-not-found',
      patterns: [
        /failed to resolve ref "?(?<image>[^\s"]{1,300}?)"?: (?:\S+: )?not found/i,
        /failed to resolve ref \S{1,300} unexpected status(?: code)?[^\n]{0,300}: 404 Not Found/i,
      ],
      cause:
        'The tag of {image|the image} does not exist in its repository: the push failed or was skipped, the tag is mistyped, or a lifecycle policy expired it.',
      fix: 'List the tags (aws ecr describe-images), push the image, and register the task definition with the tag or digest that the push step returned.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-repository-not-found',
      patterns: [/repository (?<repository>\S+\.dkr\.ecr\.\S+) not found/i],
      cause: 'Repository {repository|that the image names} does not exist in that account and region.',
      fix: "Correct account, region and repository in the container's image field, or create the repository and push.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-forbidden-403',
      patterns: [
        /pulling from host \S+ failed with status code[^\n]*403 Forbidden/i,
        /failed to resolve ref(?:erence)? \S{1,300} (?:pull access denied, )?unexpected status(?: code)?[^\n]{0,300}: 403 Forbidden/i,
      ],
      cause:
        'The registry refused the read. With ECR the execution role, the repository policy (cross-account), the VPC endpoint policy or the S3 endpoint policy does not allow it; with another registry its login lacks the right.',
      fix: 'Attach AmazonECSTaskExecutionRolePolicy to the execution role; for another account add a repository policy; allow ECR and its S3 layer bucket in endpoint policies. For another registry set repositoryCredentials of an account that may pull.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-digest-gone',
      patterns: [
        /unexpected status(?: code)? from HEAD request to \S*\/(?:blobs|manifests)\/sha256:\S*: (?:403|404)/i,
      ],
      cause:
        'ECS pinned the tag to a digest when the deployment began; the tag was overwritten since and a lifecycle policy deleted the old image.',
      fix: 'Start a new deployment to pin the current digest; deploy unique tags and keep images that live services use.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-role-permission',
      patterns: [
        /permissions to pull images? from the registry(?: '(?<repository>[\w./:-]{1,200}))?/i,
        /pull access denied for (?<repository>[^\s,]+)/i,
      ],
      cause:
        'The execution role (or instance role) cannot pull image {repository|of the task definition}, or the image name is wrong.',
      fix: 'Give the task execution role ecr:GetAuthorizationToken, BatchGetImage and GetDownloadUrlForLayer, and confirm the repository exists. For a registry other than ECR set repositoryCredentials.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-execution-role-no-auth-token',
      patterns: [
        /assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform: ecr:GetAuthorizationToken/i,
        /not authorized to perform: ecr:GetAuthorizationToken/i,
      ],
      cause: 'The task execution role {role|} cannot obtain an ECR login.',
      fix: 'Attach AmazonECSTaskExecutionRolePolicy to the execution role (not the task role).',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-network-timeout',
      patterns: [
        /dial tcp (?<address>\S{1,80}): i\/o timeout/i,
        /(?:Get|Head) "https?:\/\/(?<address>[\w.-]{1,200})\/[^"\n]{1,300}": (?:net\/http: TLS handshake timeout|context deadline exceeded|read: connection reset)/,
      ],
      cause:
        "The task's subnet has no working route to the registry: no NAT, no public IP in a public subnet, no VPC endpoint, or egress 443 closed.",
      fix: 'Private subnet: add a NAT gateway, or for ECR the ecr.api, ecr.dkr and S3 endpoints. Public subnet: set assignPublicIp ENABLED. Allow outbound TCP 443.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-network-request-canceled',
      patterns: [/request canceled while waiting for connection/i],
      cause: "The connection to the registry was never made: no path from the task's subnet to it.",
      fix: 'Give the subnet a NAT route, a public IP, or ECR and S3 endpoints, and open outbound TCP 443.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-ecr-connection-issue',
      patterns: [
        /cannot pull '[^']+' from the Amazon ECR repository/i,
        /CannotPullContainerError[^\n]{0,300}There is a connection issue between the task and (?:Amazon ECR|the registry)/,
      ],
      cause: 'The task cannot reach ECR over the network.',
      fix: 'Check route table (NAT or endpoints), assignPublicIp, security group egress 443, endpoint security group ingress 443 from the task, and private DNS on the endpoints.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-docker-hub-rate-limit',
      patterns: [/reached your (?:unauthenticated )?pull rate limit/i],
      cause: 'The task pulls from Docker Hub without a login and the NAT address used up its allowance.',
      fix: 'Copy the image to ECR (or use a pull-through cache), or set repositoryCredentials on the container.',
      url: 'https://docs.docker.com/docker-hub/usage/',
    },
    {
      id: 'pull-disk-full',
      patterns: [/no space left on device/i],
      cause: "The image, unpacked, does not fit the task's or instance's storage.",
      fix: 'Raise ephemeralStorage.sizeInGiB in the task definition (Fargate), enlarge the instance volume (EC2), or shrink the image.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-layer-copy-failed',
      patterns: [/failed to copy: httpRead(?:er)?Seeker: failed open: unexpected status/i],
      cause: 'The manifest was read but a layer download was refused or cut; layers come from S3.',
      fix: 'Check the route and endpoint policy to S3 (the layer bucket prod-REGION-starport-layer-bucket) and retry; behind a proxy, allow the S3 hosts.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-s3-unreachable',
      patterns: [/pull command failed: panic/i],
      cause:
        'The task cannot reach S3, where ECR keeps layers; the gateway endpoint or a security group rule is missing.',
      fix: "Associate the S3 gateway endpoint with the subnet's route table and allow outbound 443 to the S3 prefix list.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-context-canceled',
      patterns: [/context cancell?ed/i],
      vague: 'symptom',
      cause:
        'The pull ran too long or the connection dropped: no route, very large image, or the task was stopped meanwhile.',
      fix: 'Confirm the network path to the registry first; then reduce image size and retry.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-image-config-error',
      patterns: [/error pulling image configuration/i],
      cause:
        "The registry's storage host could not be reached or trusted, or the registry limited the request.",
      fix: 'Allow egress 443 to the registry and its storage host; rule out a proxy and rate limits; retry.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-invalid-image-reference',
      patterns: [/failed to normalize image reference/i],
      cause:
        'The image field is not a valid image URI: a path, an unresolved placeholder or an empty variable reached the task definition.',
      fix: "Print the rendered task definition and set the container's image to REGISTRY/NAME:TAG (lower case, no scheme, no spaces).",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-unauthorized-401',
      patterns: [
        /failed to resolve ref(?:erence)? \S{1,300} (?:[^\n]{0,200})?unexpected status(?: code)?[^\n]{0,300}: 401 Unauthorized/i,
      ],
      cause: 'The registry wants a login, and the task gave none or a wrong one.',
      fix: 'Set repositoryCredentials of the container (a secret with username and password), and let the execution role read the secret; or copy the image to ECR.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
    {
      id: 'pull-too-many-requests',
      patterns: [
        /failed to resolve ref(?:erence)? \S{1,300} (?:[^\n]{0,200})?unexpected status(?: code)?[^\n]{0,300}: 429 Too Many Requests/i,
      ],
      cause:
        'The registry limits pulls from this address; with Docker Hub the allowance of the NAT address is used up.',
      fix: 'Copy the image to ECR (or use a pull-through cache), or set repositoryCredentials on the container.',
      url: 'https://docs.docker.com/docker-hub/usage/',
    },
    {
      id: 'pull-registry-out-of-order',
      patterns: [
        /failed to resolve ref(?:erence)? \S{1,300} (?:[^\n]{0,200})?unexpected status(?: code)?[^\n]{0,300}: 5\d\d /i,
      ],
      cause: 'The registry answered with an error of its own; its service is disturbed.',
      fix: 'Look at the status page of the registry and deploy again; a copy of the image in ECR does not depend on it.',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    },
  ],
);
