import type { Trouble } from '@cutover/domain/trouble';
import type { BuildInputs } from './inputs.ts';

/** Everything that the inputs say against one another. */
export function contradictions(inputs: BuildInputs): readonly Trouble[] {
  return [
    ...whereTo(inputs),
    ...sources(inputs),
    ...cacheTwice(inputs),
    ...secretsTwice(inputs),
    ...dangerousArguments(inputs),
    ...publicRegistry(inputs),
    ...protection(inputs),
  ];
}

function whereTo(inputs: BuildInputs): readonly Trouble[] {
  if (inputs.repository !== undefined) return [];
  if (inputs['registry-type'] === 'public') {
    return [
      {
        what: 'Input repository was not given.',
        fix: 'Add repository: public.ecr.aws/ALIAS/NAME; a stack names no public repository.',
      },
    ];
  }
  if (inputs.stack !== undefined) return [];
  return [
    {
      what: 'Neither input repository nor input stack was given.',
      fix: 'Add repository: NAME, or stack: NAME of a stack with the output EcrRepositoryUri.',
    },
  ];
}

/** One image comes from one place: a build, a layout, or ECR itself. */
function sources(inputs: BuildInputs): readonly Trouble[] {
  const problems: Trouble[] = [];
  const idle = buildOnly(inputs);
  if (inputs['oci-layout'] !== undefined && idle.length > 0) {
    problems.push({
      what: `Input oci-layout pushes an image that is built already; ${idle.join(', ')} would do nothing.`,
      fix: `Remove ${idle.join(', ')}, or remove oci-layout to build with Docker.`,
    });
  }
  if (inputs['oci-layout'] === undefined && inputs['mount-from'].length > 0) {
    problems.push({
      what: 'Input mount-from says where the layers of an OCI layout may be already; a build finds them itself.',
      fix: 'Remove mount-from, or add oci-layout.',
    });
  }
  if (inputs.digest !== undefined) {
    const other = [...(inputs['oci-layout'] === undefined ? [] : ['oci-layout']), ...idle];
    if (other.length > 0) {
      problems.push({
        what: `Input digest names an image that is in ECR already; ${other.join(', ')} would do nothing.`,
        fix: `Remove ${other.join(', ')}, or remove digest to push an image.`,
      });
    }
    if (inputs.tag === 'auto') {
      problems.push({
        what: 'Input tag: auto is derived from what is built, and digest names an image that is in ECR already.',
        fix: 'Give the tag itself, or remove it.',
      });
    }
  }
  return problems;
}

function cacheTwice(inputs: BuildInputs): readonly Trouble[] {
  const others = (['cache-from', 'cache-to'] as const).filter((name) => inputs[name].length > 0);
  if (inputs.cache.kind === 'none' || others.length === 0) return [];
  return [
    {
      what: `Input cache says where layers are kept, and so ${others.length === 1 ? 'does' : 'do'} ${others.join(' and ')}.`,
      fix: `Keep cache, or ${others.join(' and ')}.`,
    },
  ];
}

function secretsTwice(inputs: BuildInputs): readonly Trouble[] {
  const twice = repeated([
    ...inputs.secrets.keys(),
    ...inputs['secret-envs'].keys(),
    ...inputs['secret-files'].keys(),
  ]);
  const both = repeated([...inputs['build-args'].keys(), ...inputs['secret-build-args'].keys()]);
  return [
    ...(twice.length === 0
      ? []
      : [
          {
            what: `Build secret ${twice.join(', ')} stands in more than one of secrets, secret-envs and secret-files.`,
            fix: 'Keep one of them.',
          },
        ]),
    ...(both.length === 0
      ? []
      : [
          {
            what: `Build argument ${both.join(', ')} stands in build-args and in secret-build-args.`,
            fix: 'Keep one of them.',
          },
        ]),
  ];
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Secret arguments reach Docker as variables of its own environment, where these names mean something else. */
const RESERVED =
  /^(?:PATH|HOME|TMPDIR|USER|SHELL|IFS|SOURCE_DATE_EPOCH|LD_.*|DYLD_.*|DOCKER_.*|BUILDX_.*|BUILDKIT_.*|SSH_.*|OTEL_.*|ACTIONS_.*|GITHUB_.*|RUNNER_.*|AWS_.*|CUTOVER_.*)$/i;
const VARIABLE = /^[A-Za-z_]\w*$/;

function dangerousArguments(inputs: BuildInputs): readonly Trouble[] {
  const names = [...inputs['secret-build-args'].keys()];
  const wrong = names.filter((name) => RESERVED.test(name) || !VARIABLE.test(name));
  const problems: Trouble[] = [];
  if (wrong.length > 0) {
    problems.push({
      what: `Input secret-build-args: ${wrong.join(', ')} can't be handed over as a variable of Docker’s environment.`,
      fix: 'Give the argument another name in the Dockerfile, or better a secret (secrets, RUN --mount=type=secret).',
    });
  }
  if (names.length > 0 && /mode=max/.test(inputs.provenance)) {
    problems.push({
      what: 'Input provenance: with mode=max the values of all build arguments are published with the image, those of secret-build-args too.',
      fix: 'Hand the values over as secrets (RUN --mount=type=secret), or use provenance: mode=min.',
    });
  }
  return problems;
}

/** ECR Public scans nothing, expires nothing, and belongs to no stack. */
function publicRegistry(inputs: BuildInputs): readonly Trouble[] {
  if (inputs['registry-type'] === 'private') return [];
  const idle = (['stack', 'fail-on-severity', 'protect'] as const).filter(
    (name) => inputs[name] !== undefined,
  );
  const problems: Trouble[] = [];
  if (idle.length > 0) {
    problems.push({
      what: `Input registry-type: ECR Public knows nothing of ${idle.join(', ')}.`,
      fix: `Remove ${idle.join(', ')}, or push to a private repository.`,
    });
  }
  if (inputs.cache.kind === 'ecr') {
    problems.push({
      what: 'Input cache: ecr would publish the layers of every stage of the build in ECR Public.',
      fix: 'Use cache: gha, or cache: registry=REFERENCE of a private repository.',
    });
  }
  return problems;
}

function protection(inputs: BuildInputs): readonly Trouble[] {
  if (inputs.protect === undefined || inputs.digest !== undefined) return [];
  return [
    {
      what: `Input protect marks the image that serves (${inputs.protect}); an image that was just pushed serves nobody yet.`,
      fix: 'Use protect after the deployment, in a step of its own with digest: and the digest that was deployed.',
    },
  ];
}

/** Inputs that were given and that only a build reads. */
function buildOnly(inputs: BuildInputs): readonly string[] {
  const names = ['file', 'target', 'builder', 'network'] as const;
  const maps = [
    'build-args',
    'secret-build-args',
    'build-contexts',
    'secrets',
    'secret-envs',
    'secret-files',
    'labels',
  ] as const;
  return [
    ...names.filter((name) => inputs[name] !== undefined),
    ...maps.filter((name) => inputs[name].size > 0),
    ...(['ssh', 'cache-from', 'cache-to'] as const).filter((name) => inputs[name].length > 0),
    ...(inputs.cache.kind === 'none' ? [] : ['cache']),
    ...(['no-cache', 'pull', 'docker-aws-credentials'] as const).filter((name) => inputs[name]),
    ...(['provenance', 'sbom'] as const).filter((name) => inputs[name] !== 'false'),
  ];
}
