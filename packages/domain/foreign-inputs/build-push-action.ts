import type { ForeignInput } from './foreign-input.ts';

const action = 'docker/build-push-action';

/** A flag of buildx that Cutover does not hand over. */
const unsupported = (name: string, what: string): ForeignInput => ({
  action,
  name,
  does: `Cutover does not give buildx ${what}.`,
  instead: `Remove it, or build with ${action} into an OCI layout (outputs: type=oci,dest=image.tar) and give oci-layout: image.tar.`,
});

/** An option of the build that the pipeline does not have. */
const ofBuild = (name: string): ForeignInput => ({
  action,
  name,
  in: ['pipeline'],
  does: 'the pipeline builds with the most common options alone.',
  instead:
    'Build with actions/build-push-ecr, which has this input, and give its output image to the pipeline.',
});

/** Inputs of docker/build-push-action that build-push-ecr does not have. */
export const BUILD_PUSH_ACTION: readonly ForeignInput[] = [
  {
    action,
    name: 'push',
    same: ['true'],
    does: 'Cutover pushes every image that it builds.',
    instead: 'Set dry-run: true to check everything without a build and a push.',
  },
  {
    action,
    name: 'load',
    same: ['false'],
    does: 'the image goes to ECR, not into the Docker engine of the runner.',
    instead: 'Pull it in a later step: docker pull with the output image.',
  },
  {
    action,
    name: 'outputs',
    same: ['type=registry', 'type=image,push=true', 'type=registry,push=true'],
    does: 'the image is pushed to ECR, and to nothing else.',
    instead: `Remove it, or build with ${action} into an OCI layout and give oci-layout.`,
  },
  {
    action,
    name: 'github-token',
    does: 'Cutover gives the build no token unless an input says so.',
    instead:
      'A Git context takes it as a secret: secrets: GIT_AUTH_TOKEN=${{ github.token }}. Else remove the input.',
  },
  {
    action,
    name: 'attests',
    does: 'attestations have inputs of their own.',
    instead: 'Write provenance: mode=max or sbom: true.',
  },
  {
    action,
    name: 'annotations',
    does: 'Cutover writes labels into the image, no annotations into its manifest.',
    instead: 'Write them as labels.',
  },
  {
    action,
    name: 'call',
    same: ['build'],
    does: 'Cutover builds; it does not run other methods of the Dockerfile frontend.',
    instead: `Run docker buildx build --call=check in a step of its own, or set dry-run: true.`,
  },
  {
    action,
    name: 'no-cache-filters',
    does: 'Cutover skips the cache for all stages or for none.',
    instead: 'Set no-cache: true, or remove it.',
  },
  unsupported('add-hosts', 'names of hosts'),
  unsupported('allow', 'entitlements'),
  unsupported('cgroup-parent', 'a parent of the control group'),
  unsupported('shm-size', 'a size of /dev/shm'),
  unsupported('ulimit', 'limits of processes'),
  ...[
    'builder',
    'cache-from',
    'cache-to',
    'labels',
    'network',
    'no-cache',
    'provenance',
    'pull',
    'sbom',
    'ssh',
    'tags',
  ].map(ofBuild),
];
