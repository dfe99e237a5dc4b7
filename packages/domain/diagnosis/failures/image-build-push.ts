import { rowsAt, type Recogniser } from '../recogniser.ts';

/** Building an image and pushing it to ECR. */
export const IMAGE_BUILD_PUSH: readonly Recogniser[] = rowsAt(
  ['build', 'call'],
  [
    {
      id: 'ecr-repository-not-found',
      patterns: [
        /repository with name '(?<repository>[^'\n]+)' does not exist in the registry(?: with id '(?<account>\d+)')?/i,
        /RepositoryNotFoundException/,
      ],
      cause:
        'ECR repository {repository|of that name} has not been created in this account and region, or the name is misspelt. ECR does not create repositories on push by default.',
      fix: 'Create the repository (create-repository: true does it on the next run) in the account and region of the registry, or correct its name.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'ecr-repository-name-includes-registry',
      patterns: [
        /repository with name '[^']*amazonaws\.com(?:\.cn)?\/[^']*' does not exist in the registry with id/i,
      ],
      cause:
        'The registry host stands in the name twice: the repository that was given already held the full address.',
      fix: 'Give the repository either as its name alone or as its full URI, once.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'ecr-tag-immutable',
      patterns: [
        /tag '(?<tag>[^'\n]*)' already exists in the '(?<repository>[^'\n]*)' repository and cannot be overwritten/i,
        /ImageTagAlreadyExistsException/,
      ],
      cause:
        'Tag {tag|of that name} was pushed before, and repository {repository|} has tag immutability: a re-run of the same commit, or a moving tag such as latest.',
      fix: 'Keep if-exists: reuse, which returns the digest of the image that is there; or push a tag that no earlier run has used.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    },
    {
      id: 'ecr-auth-token-expired',
      patterns: [/authorization token has expired/i],
      cause: 'The ECR login is older than 12 hours, or a stale login is saved on a self-hosted runner.',
      fix: "Log in to ECR in the same job just before the push, as build-push-ecr does; remove old entries from the runner's Docker configuration.",
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'ecr-no-basic-auth',
      patterns: [/no basic auth credentials/i],
      cause:
        'Docker is not logged in to this registry host: the login step is absent, ran for another region or account, or ran as another user or docker config.',
      fix: 'Log in to exactly the registry host that the image name holds: same account, same region, same Docker configuration.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'ecr-push-denied',
      patterns: [
        /assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform: ecr:(?:InitiateLayerUpload|UploadLayerPart|CompleteLayerUpload|PutImage|BatchCheckLayerAvailability)\b(?: on resource: (?<resource>\S{1,300}))?/i,
        /not authorized to perform: ecr:(?:InitiateLayerUpload|UploadLayerPart|CompleteLayerUpload|PutImage|BatchCheckLayerAvailability)\b/i,
      ],
      cause: 'Deploy role {role|} lacks ECR push permissions for repository {resource|of the image}.',
      fix: 'Grant role {role|that deploys} ecr:BatchCheckLayerAvailability, InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, PutImage and BatchGetImage on {resource|the repository ARN}, plus ecr:GetAuthorizationToken on *.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html',
    },
    {
      id: 'ecr-push-denied-cross-account',
      patterns: [
        /not authorized to perform: ecr:(?:InitiateLayerUpload|UploadLayerPart|CompleteLayerUpload|PutImage|BatchCheckLayerAvailability)\b[^\n]*no resource-based policy allows/i,
      ],
      cause:
        'The role is in one account and the repository in another, and the repository policy does not name the role or its account.',
      fix: 'Add a repository policy in the owning account that allows the pushing role the push actions; keep the identity policy too.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
    },
    {
      id: 'ecr-push-403-manifest',
      patterns: [
        /unexpected status(?: code)? from PUT request to \S+\/manifests\/\S+: 403 Forbidden/i,
        /failed commit on ref "(?:manifest|index)-[^"]*": unexpected status: 403/i,
      ],
      cause:
        "Layers went up but the manifest was refused: the repository's image quota is full, or ecr:PutImage / ecr:BatchGetImage is missing.",
      fix: 'Check the image count against the quota and add a lifecycle policy that expires old images; then check the role has ecr:PutImage and ecr:BatchGetImage.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html',
    },
    {
      id: 'registry-forbids-layer',
      where: ['build'],
      patterns: [
        /unexpected status(?: code)? from (?:HEAD|POST|PUT|PATCH) request to (?<url>https?:\/\/\S{1,300}\/blobs\/\S{0,300}): 40[13] /,
      ],
      cause:
        'The registry refused a layer at {url}: the role of the job lacks a right of ECR on this repository, or the login is for another registry.',
      fix: 'Allow ecr:BatchCheckLayerAvailability, InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, PutImage and BatchGetImage on the repository, ecr:GetAuthorizationToken on *, and log in to the host of the image.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html',
    },
    {
      id: 'ecr-get-auth-token-denied',
      patterns: [/not authorized to perform: ecr:GetAuthorizationToken/i],
      cause:
        'The role may not obtain an ECR login. The action does not support a repository ARN, so a statement scoped to one never matches.',
      fix: 'Allow ecr:GetAuthorizationToken with Resource "*" in a statement of its own.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html',
    },
    {
      id: 'base-image-ecr-pull-denied',
      patterns: [/pull access denied for [^\s,]+\.dkr\.ecr\.[^\n]*not authorized to perform: ecr:/i],
      cause: "The build's FROM image lives in ECR and the build role cannot read it.",
      fix: "Grant ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability on the base image's repository and log in to that registry before the build.",
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'base-image-not-found',
      patterns: [
        /pull access denied(?: for (?<image>[^\s,]+))?, repository does not exist or may require/i,
        /failed to resolve source metadata for (?<image>\S+): \S+: not found/i,
        /failed to create LLB definition: (?<image>\S+): not found/i,
      ],
      cause:
        'The image {image|in a FROM line} does not exist under that name, or is private and the build has no login; an unset build argument in FROM looks the same.',
      fix: 'Check the FROM name and tag, set every ARG used in FROM, and log in to the private registry before building.',
      url: 'https://docs.docker.com/reference/dockerfile/',
    },
    {
      id: 'base-image-platform-missing',
      patterns: [
        /no matching manifest for (?<platform>[\w/]{1,40}) in the manifest list entries/i,
        /no match for platform in manifest/i,
      ],
      cause: 'The base image is not published for the requested CPU architecture.',
      fix: 'Build for a platform that the base image offers, or change to a base image with that architecture (docker buildx imagetools inspect IMAGE lists them).',
      url: 'https://docs.docker.com/build/building/multi-platform/',
    },
    {
      id: 'docker-hub-rate-limit-build',
      patterns: [
        /reached your (?:unauthenticated )?pull rate limit/i,
        /auth\.docker\.io\/token[^\n]{0,80}: 429 Too Many Requests/,
        /registry-1\.docker\.io\/\S{1,300}: 429 Too Many Requests/,
      ],
      cause:
        "Docker Hub refused the base-image pull: the anonymous limit for the runner's shared address is used up.",
      fix: 'Log in to Docker Hub before building, or take the base image from public.ecr.aws/docker/library or an ECR pull-through cache; then re-run.',
      url: 'https://docs.docker.com/docker-hub/usage/',
    },
    {
      id: 'ecr-public-rate-limit',
      patterns: [/toomanyrequests: Rate exceeded/i],
      cause: 'Too many unauthenticated pulls from public.ecr.aws from one address in a second.',
      fix: 'Log in to ECR Public (aws ecr-public get-login-password --region us-east-1), lower parallel pulls, and retry with a delay.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors.html',
    },
    {
      id: 'buildx-cache-export-unsupported',
      patterns: [/(?:Cache export|Multi-platform build) is not supported for the docker driver/i],
      cause: "Exported caches and several platforms are beyond Docker's default build driver.",
      fix: 'Run docker/setup-buildx-action before, so that a docker-container builder is used; or drop cache-to and the second platform.',
      url: 'https://docs.docker.com/build/cache/backends/',
    },
    {
      id: 'dockerfile-not-found',
      patterns: [/failed to read dockerfile: open [^\n:]+: no such file or directory/i],
      cause: 'There is no Dockerfile at this path, or the repository was not checked out.',
      fix: "Run actions/checkout before, and set file to the Dockerfile's path from the root of the repository.",
      url: 'https://docs.docker.com/reference/cli/docker/buildx/build/',
    },
    {
      id: 'build-copy-source-missing',
      patterns: [
        /failed to (?:compute cache key|calculate checksum of ref)[^\n]*?"(?<path>\/[^"\n]{1,300})":? not found/i,
        /failed to (?:compute cache key|calculate checksum of ref)[^\n]*not found/i,
        /(?:COPY|ADD) failed: (?:file not found in build context[^\n]*?stat (?<path>[^\s:]{1,300})|[^\n]*no such file)/i,
      ],
      cause:
        'A COPY or ADD names {path|a path}; the path is outside the context, excluded by .dockerignore, or not made by an earlier step.',
      fix: 'Compare the path with the context folder and .dockerignore; make the file before the build or change the context.',
      url: 'https://docs.docker.com/build/concepts/context/',
    },
    {
      id: 'build-run-step-failed',
      patterns: [
        /executor failed running \[(?<command>[^\]\n]{1,200})/i,
        /process "(?<command>[^"\n]{1,300})" did not complete successfully: exit code: (?<code>\d+)/i,
        /did not complete successfully: exit code: (?<code>\d+)/i,
      ],
      vague: 'outer',
      cause:
        'The command {command|of a RUN line} failed. The cause is in the lines just above; this line only names the command.',
      fix: 'Read the output above this line, run the same build locally, and mend the command that exited non-zero.',
      url: 'https://docs.docker.com/reference/dockerfile/',
    },
    {
      id: 'build-runner-disk-full',
      where: ['build'],
      patterns: [/no space left on device/i, /npm (?:ERR!|error) code ENOSPC\b/],
      cause: "The runner's disk filled up while building.",
      fix: 'Free space before the build (docker system prune -af, delete unused toolchains), make the image smaller, or use a larger runner.',
      url: 'https://docs.docker.com/reference/cli/docker/system/prune/',
    },
    {
      id: 'build-node-heap-oom',
      where: ['build'],
      patterns: [/JavaScript heap out of memory/i],
      cause: "Node's heap limit was reached, usually by a front-end bundler inside the build.",
      fix: "Set NODE_OPTIONS=--max-old-space-size=4096 for that step (below the machine's memory) or use a larger runner.",
      url: 'https://nodejs.org/api/cli.html',
    },
    {
      id: 'image-name-not-lowercase',
      patterns: [/repository name (?:\([^)]*\) )?must be lowercase/i],
      cause: 'The image name has upper-case letters, commonly from the GitHub owner or repository name.',
      fix: 'Lower-case the name before using it as an image reference.',
      url: 'https://docs.docker.com/reference/cli/docker/image/tag/',
    },
    {
      id: 'registry-push-unauthorized',
      patterns: [
        /failed commit on ref "[^"]*": unexpected status[^\n]*: 401 Unauthorized/i,
        /denied: requested access to the resource is denied/,
        /^unauthorized: authentication required/,
        /error parsing HTTP 40[13] response body/,
      ],
      cause:
        'The registry did not accept the login used for the push, or the repository is one the login cannot write.',
      fix: 'Log in to exactly this registry host before the push and confirm write access to the repository.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'docker-engine-unreachable',
      patterns: [
        /Cannot connect to the Docker daemon/i,
        /permission denied while trying to connect to the (?:Docker daemon socket|docker API)/i,
      ],
      cause: 'No Docker engine answers on this runner, or the job may not talk to it.',
      fix: 'Use a runner with a running engine (ubuntu-latest has one), start it before this step, or push a ready OCI layout with oci-layout, which needs none.',
      url: 'https://docs.docker.com/engine/daemon/troubleshoot/',
    },
    {
      id: 'ecr-upload-closed',
      patterns: [
        /failed to do request: (?:Post|Put|Patch|Head) "?https:\/\/[\w.-]{1,200}\.amazonaws\.com(?:\.cn)?\/v2\/\S{1,400}?"?: (?:unexpected )?EOF\b/i,
        /failed to do request: (?:Post|Put|Patch|Head) "?https:\/\/[\w.-]{1,200}\.amazonaws\.com(?:\.cn)?\/v2\/\S{1,400}?"?: [^\n]{0,200}(?:connection reset by peer|broken pipe|use of closed network connection)/i,
      ],
      cause:
        'ECR closed the connection of the upload. It does so when the repository is missing in this account and region, when the name has a slash or a tag too many, or when the role may not push.',
      fix: 'Compare the name with the repository in ECR (aws ecr describe-repositories), and the region of its host; create it (create-repository: true does), or grant the push. If all is right, push again.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'ecr-cache-manifest-refused',
      patterns: [
        /error writing (?:manifest|config|layer) blob:[^\n]{0,400}unexpected status(?: code)?[^\n]{0,400}: 400 Bad Request/i,
        /(?:exporting cache|cache export)[^\n]{0,400}unexpected status(?: code)?[^\n]{0,400}: 400 Bad Request/i,
      ],
      cause: 'ECR refuses the manifest of an exported cache in its older form, which is no image.',
      fix: 'Write the cache with image-manifest=true,oci-mediatypes=true, or set cache: ecr of build-push-ecr, which does.',
      url: 'https://docs.docker.com/build/cache/backends/registry/',
    },
  ],
);
