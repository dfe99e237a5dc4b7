export const id = 8841;
export const ids = [8841];
export const modules = {

/***/ 26707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isTagMovable)
/* harmony export */ });
/** Whether `tag`, once set, may be moved to another image (imageTagMutability of the ECR API). */
function isTagMovable({ mutability, exclusions }, tag) {
    const excluded = exclusions.some((filter) => wildcard(filter).test(tag));
    switch (mutability) {
        case 'IMMUTABLE':
            return false;
        case 'IMMUTABLE_WITH_EXCLUSION':
            return excluded;
        case 'MUTABLE_WITH_EXCLUSION':
            return !excluded;
        default:
            return true;
    }
}
function wildcard(filter) {
    return new RegExp(`^${filter.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw `\$&`).replaceAll('*', '.*')}$`);
}


/***/ }),

/***/ 18400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ parseCache),
/* harmony export */   Nw: () => (/* binding */ checkRuntime),
/* harmony export */   UH: () => (/* binding */ cachePlace),
/* harmony export */   n4: () => (/* binding */ checkCacheRepository),
/* harmony export */   rT: () => (/* binding */ cacheOptions)
/* harmony export */ });
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_tag_mutability__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26707);
/* harmony import */ var _cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98711);
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63077);




/** Tag under which `cache: ecr` keeps layers; the bundled template exempts `cache*` from immutability. */
const CACHE_TAG = 'cache';
/**
 * What ECR needs: it takes a cache only as an OCI image manifest, not as the index that BuildKit writes by default. A
 * cache that can't be written costs time and is no reason to fail a build.
 */
const REGISTRY_OPTIONS = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';
const WORDS = 'Write none, gha, ecr, ecr=REPOSITORY, registry=REFERENCE or local=FOLDER.';
/** Reads the input `cache`. @throws InvalidInput */
function parseCache(text) {
    const at = text.indexOf('=');
    const kind = at === -1 ? text : text.slice(0, at);
    const value = at === -1 ? undefined : text.slice(at + 1).trim();
    switch (kind) {
        case 'none':
            if (value === undefined)
                return { kind };
            break;
        case 'gha':
            if (value === undefined)
                return { kind };
            if (/^[\w.-]{1,128}$/.test(value))
                return { kind, scope: value };
            throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9('gha or gha=SCOPE', 'Name the scope with letters, digits, dots, dashes and underscores.');
        case 'ecr': {
            if (value === undefined)
                return { kind, tag: CACHE_TAG };
            const colon = value.indexOf(':');
            const repository = colon === -1 ? value : value.slice(0, colon);
            const tag = colon === -1 ? CACHE_TAG : value.slice(colon + 1);
            if ((0,_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .isTag */ .dz)(tag) && repository === '' && colon === 0)
                return { kind, tag };
            if ((0,_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .isTag */ .dz)(tag) && (0,_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .isRepositoryName */ .en)(repository))
                return { kind, repository, tag };
            throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9('ecr, ecr=REPOSITORY, ecr=:TAG or ecr=REPOSITORY:TAG', 'Name a repository of the same registry, as in ecr=team/cache, or use registry=REFERENCE for another one.');
        }
        case 'registry':
            if (value !== undefined && (0,_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(value)?.digest === undefined && isReference(value))
                return { kind, reference: value };
            throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9('registry=REFERENCE', 'Write it like registry=123456789012.dkr.ecr.us-east-1.amazonaws.com/team/cache:main.');
        case 'local':
            if (value !== undefined && value !== '')
                return { kind, directory: value };
            throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9('local=FOLDER', 'Write it like local=.cache/build.');
        default:
    }
    throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9('a cache', WORDS);
}
function isReference(text) {
    return (0,_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(text) !== undefined;
}
/** Variables in which GitHub's runner tells actions where its cache is; `cache: gha` needs the token and an address. */
const RUNTIME_TOKEN = 'ACTIONS_RUNTIME_TOKEN';
const ADDRESSES = ['ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'];
/**
 * The cache of GitHub Actions can be used only where its address is known.
 * @param missing those of the variables that the step's environment lacks
 * @throws ConfigurationError
 */
function checkRuntime(cache, missing) {
    if (cache.kind !== 'gha')
        return;
    const lacking = [
        ...missing([RUNTIME_TOKEN]),
        ...(missing(ADDRESSES).length === ADDRESSES.length ? ADDRESSES.slice(0, 1) : []),
    ];
    if (lacking.length === 0)
        return;
    throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
        message: `Input cache: gha was asked for, but this runner has no cache of GitHub Actions (${lacking.join(', ')} is not set).`,
        remedy: 'Use cache: ecr, which works on every runner, or run the job on GitHub.',
    });
}
/**
 * What the build gets.
 * @param repository URI of the image's repository
 * @param path absolute path of a path given in an input
 */
function cacheOptions(cache, repository, path) {
    switch (cache.kind) {
        case 'none':
            return { from: [], to: [] };
        case 'gha': {
            const scope = cache.scope === undefined ? '' : `,scope=${cache.scope}`;
            return { from: [`type=gha${scope}`], to: [`type=gha,mode=max,ignore-error=true${scope}`] };
        }
        case 'ecr':
        case 'registry': {
            const reference = cacheReference(cache, repository);
            return {
                from: [`type=registry,ref=${reference}`],
                to: [`type=registry,ref=${reference},${REGISTRY_OPTIONS}`],
            };
        }
        case 'local': {
            const directory = path(cache.directory);
            return {
                from: [record('type=local', `src=${directory}`)],
                to: [record('type=local', `dest=${directory}`, 'mode=max', 'ignore-error=true')],
            };
        }
    }
}
/** `host/name:tag` of a cache in a registry. */
function cacheReference(cache, { uri, registry }) {
    if (cache.kind === 'registry')
        return cache.reference;
    return `${cache.repository === undefined ? uri : `${registry}/${cache.repository}`}:${cache.tag}`;
}
/** buildx reads these options as one record of CSV. */
function record(...fields) {
    return fields.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(',');
}
/** The repository of the registry that holds the cache, and its tag; undefined when the cache is elsewhere. */
function cachePlace(cache, image) {
    if (cache.kind === 'ecr')
        return { repository: cache.repository ?? image.name, tag: cache.tag };
    if (cache.kind !== 'registry')
        return undefined;
    const found = (0,_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(cache.reference);
    if (found?.host !== image.registry)
        return undefined;
    return { repository: found.name, tag: found.tag ?? 'latest' };
}
/** @throws ConfigurationError when the cache could be written once and never again */
function checkCacheRepository(repository, tag) {
    if ((0,_cutover_domain_tag_mutability__WEBPACK_IMPORTED_MODULE_3__/* .isTagMovable */ .V)(repository, tag))
        return;
    throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
        message: `Input cache: repository ${repository.name} lets no tag be moved, so that tag ${tag} could hold one cache and never a newer one.`,
        remedy: `Keep the cache in a repository with movable tags (cache: ecr=${repository.name}-cache), or exempt the tag: aws ecr put-image-tag-mutability --repository-name ${repository.name} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=${tag} (name the filters that it has already too).`,
    });
}


/***/ }),

/***/ 31934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ contradictions)
/* harmony export */ });
/** Everything that the inputs say against one another. */
function contradictions(inputs) {
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
function whereTo(inputs) {
    if (inputs.repository !== undefined)
        return [];
    if (inputs['registry-type'] === 'public') {
        return [
            {
                message: 'Input repository was not given.',
                remedy: 'Add repository: public.ecr.aws/ALIAS/NAME; a stack names no public repository.',
            },
        ];
    }
    if (inputs.stack !== undefined)
        return [];
    return [
        {
            message: 'Neither input repository nor input stack was given.',
            remedy: 'Add repository: NAME, or stack: NAME of a stack with the output EcrRepositoryUri.',
        },
    ];
}
/** One image comes from one place: a build, a layout, or ECR itself. */
function sources(inputs) {
    const problems = [];
    const idle = buildOnly(inputs);
    if (inputs['oci-layout'] !== undefined && idle.length > 0) {
        problems.push({
            message: `Input oci-layout pushes an image that is built already; ${idle.join(', ')} would do nothing.`,
            remedy: `Remove ${idle.join(', ')}, or remove oci-layout to build with Docker.`,
        });
    }
    if (inputs['oci-layout'] === undefined && inputs['mount-from'].length > 0) {
        problems.push({
            message: 'Input mount-from says where the layers of an OCI layout may be already; a build finds them itself.',
            remedy: 'Remove mount-from, or add oci-layout.',
        });
    }
    if (inputs.digest !== undefined) {
        const other = [...(inputs['oci-layout'] === undefined ? [] : ['oci-layout']), ...idle];
        if (other.length > 0) {
            problems.push({
                message: `Input digest names an image that is in ECR already; ${other.join(', ')} would do nothing.`,
                remedy: `Remove ${other.join(', ')}, or remove digest to push an image.`,
            });
        }
        if (inputs.tag === 'auto') {
            problems.push({
                message: 'Input tag: auto is derived from what is built, and digest names an image that is in ECR already.',
                remedy: 'Give the tag itself, or remove it.',
            });
        }
    }
    return problems;
}
function cacheTwice(inputs) {
    const others = ['cache-from', 'cache-to'].filter((name) => inputs[name].length > 0);
    if (inputs.cache.kind === 'none' || others.length === 0)
        return [];
    return [
        {
            message: `Input cache says where layers are kept, and so ${others.length === 1 ? 'does' : 'do'} ${others.join(' and ')}.`,
            remedy: `Keep cache, or ${others.join(' and ')}.`,
        },
    ];
}
function secretsTwice(inputs) {
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
                    message: `Build secret ${twice.join(', ')} stands in more than one of secrets, secret-envs and secret-files.`,
                    remedy: 'Keep one of them.',
                },
            ]),
        ...(both.length === 0
            ? []
            : [
                {
                    message: `Build argument ${both.join(', ')} stands in build-args and in secret-build-args.`,
                    remedy: 'Keep one of them.',
                },
            ]),
    ];
}
function repeated(names) {
    return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
/** Secret arguments reach Docker as variables of its own environment, where these names mean something else. */
const RESERVED = /^(?:PATH|HOME|TMPDIR|USER|SHELL|IFS|SOURCE_DATE_EPOCH|LD_.*|DYLD_.*|DOCKER_.*|BUILDX_.*|BUILDKIT_.*|SSH_.*|OTEL_.*|ACTIONS_.*|GITHUB_.*|RUNNER_.*|AWS_.*|CUTOVER_.*)$/i;
const VARIABLE = /^[A-Za-z_]\w*$/;
function dangerousArguments(inputs) {
    const names = [...inputs['secret-build-args'].keys()];
    const wrong = names.filter((name) => RESERVED.test(name) || !VARIABLE.test(name));
    const problems = [];
    if (wrong.length > 0) {
        problems.push({
            message: `Input secret-build-args: ${wrong.join(', ')} can't be handed over as a variable of Docker’s environment.`,
            remedy: 'Give the argument another name in the Dockerfile, or better a secret (secrets, RUN --mount=type=secret).',
        });
    }
    if (names.length > 0 && /mode=max/.test(inputs.provenance)) {
        problems.push({
            message: 'Input provenance: with mode=max the values of all build arguments are published with the image, those of secret-build-args too.',
            remedy: 'Hand the values over as secrets (RUN --mount=type=secret), or use provenance: mode=min.',
        });
    }
    return problems;
}
/** ECR Public scans nothing, expires nothing, and belongs to no stack. */
function publicRegistry(inputs) {
    if (inputs['registry-type'] === 'private')
        return [];
    const idle = ['stack', 'fail-on-severity', 'protect'].filter((name) => inputs[name] !== undefined);
    const problems = [];
    if (idle.length > 0) {
        problems.push({
            message: `Input registry-type: ECR Public knows nothing of ${idle.join(', ')}.`,
            remedy: `Remove ${idle.join(', ')}, or push to a private repository.`,
        });
    }
    if (inputs.cache.kind === 'ecr') {
        problems.push({
            message: 'Input cache: ecr would publish the layers of every stage of the build in ECR Public.',
            remedy: 'Use cache: gha, or cache: registry=REFERENCE of a private repository.',
        });
    }
    return problems;
}
function protection(inputs) {
    if (inputs.protect === undefined || inputs.digest !== undefined)
        return [];
    return [
        {
            message: `Input protect marks the image that serves (${inputs.protect}); an image that was just pushed serves nobody yet.`,
            remedy: 'Use protect after the deployment, in a step of its own with digest: and the digest that was deployed.',
        },
    ];
}
/** Inputs that were given and that only a build reads. */
function buildOnly(inputs) {
    const names = ['file', 'target', 'builder', 'network'];
    const maps = [
        'build-args',
        'secret-build-args',
        'build-contexts',
        'secrets',
        'secret-envs',
        'secret-files',
        'labels',
    ];
    return [
        ...names.filter((name) => inputs[name] !== undefined),
        ...maps.filter((name) => inputs[name].size > 0),
        ...['ssh', 'cache-from', 'cache-to'].filter((name) => inputs[name].length > 0),
        ...(inputs.cache.kind === 'none' ? [] : ['cache']),
        ...['no-cache', 'pull'].filter((name) => inputs[name]),
        ...['provenance', 'sbom'].filter((name) => inputs[name] !== 'false'),
    ];
}


/***/ }),

/***/ 19405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ inputs)
/* harmony export */ });
/* harmony import */ var _cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36875);
/* harmony import */ var _cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4341);
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63077);
/* harmony import */ var _cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98711);
/* harmony import */ var _cutover_domain_platform__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68439);
/* harmony import */ var _cutover_domain_vulnerability__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16092);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18400);







const TAG = { pattern: /^\w[\w.-]{0,127}$/, expected: 'a tag', example: 'v1.2.3' };
const DIGEST = {
    pattern: /^sha256:[0-9a-f]{64}$/,
    expected: 'a digest',
    example: `sha256:${'0123456789abcdef'.repeat(4)}`,
};
const PROTECT = { pattern: /^live-[\w.-]{1,114}$/, expected: 'live- and a name', example: 'live-web' };
/** The inputs of `actions/build-push-ecr`. Names and defaults follow docker/build-push-action where it has them. */
const inputs = {
    repository: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    'registry-type': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['private', 'public'], { default: 'private' }),
    registries: each((entry) => /^\d{12}$/.test(entry), 'a list of AWS account ids', 'Write 12 digits each, in quotes when the first one is 0, as in "012345678901".'),
    stack: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__/* .stack */ .t$)(),
    'create-repository': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({ default: 'false' }),
    /** `auto`: derived from what is built. */
    tag: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(TAG),
    tags: each(_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_4__/* .isTag */ .dz, 'a list of tags', 'Write tags alone, as in latest; the repository is an input of its own.'),
    digest: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(DIGEST),
    'if-exists': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['reuse', 'fail', 'overwrite'], { default: 'reuse' }),
    context: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ default: '.' }),
    file: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    target: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    platforms: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(platformList, { default: '' }),
    'build-args': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)(),
    'build-contexts': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)(),
    'secret-build-args': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)({ secret: true }),
    secrets: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)({ secret: true }),
    'secret-envs': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)(),
    'secret-files': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)(),
    ssh: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(),
    labels: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)(),
    cache: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCache */ .IW, { default: 'none' }),
    'cache-from': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(),
    'cache-to': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(),
    'no-cache': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({ default: 'false' }),
    pull: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({ default: 'false' }),
    provenance: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ default: 'false' }),
    sbom: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ default: 'false' }),
    builder: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    network: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    'oci-layout': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    'mount-from': each(_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_4__/* .isRepositoryName */ .en, 'a list of repositories of the same registry', 'Write their names alone, as in team/base.'),
    'task-definition': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(),
    'fail-on-severity': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(_cutover_domain_vulnerability__WEBPACK_IMPORTED_MODULE_5__/* .SEVERITIES */ .oC, {}),
    'scan-timeout-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)({ default: '5', min: 0, max: 60 }),
    protect: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)(PROTECT),
    'dry-run': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({ default: 'false' }),
    /** Read by whoever makes the AWS clients. */
    ..._cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_0__/* .credentialInputs */ .H,
    region: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ aliases: ['aws-region'] }),
};
function each(accepts, expected, remedy) {
    return (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)((value) => {
        const entries = (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)().parse(value);
        if (!entries.every(accepts))
            throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(expected, remedy);
        return entries;
    }, { default: '' });
}
function platformList(value) {
    return (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)()
        .parse(value)
        .map((entry) => {
        const platform = (0,_cutover_domain_platform__WEBPACK_IMPORTED_MODULE_6__/* .parsePlatform */ .FL)(entry);
        if (platform === undefined) {
            throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9('a list of platforms', 'Write them like linux/amd64 or linux/amd64,linux/arm64.');
        }
        return (0,_cutover_domain_platform__WEBPACK_IMPORTED_MODULE_6__/* .formatPlatform */ .Bq)(platform);
    });
}


/***/ }),

/***/ 8841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ buildPushEcr)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/domain/lib/diagnosis/diagnose.js + 11 modules
var diagnose = __webpack_require__(42215);
// EXTERNAL MODULE: ./packages/domain/lib/digest.js
var lib_digest = __webpack_require__(35948);
// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/redact.js
var redact = __webpack_require__(89373);
;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/build-log.js
/** Reads the plain progress of BuildKit line by line: `#7 [2/3] RUN make`, later `#7 CACHED` or `#7 DONE 1.2s`. */
class BuildLog {
    #names = new Map();
    #ends = new Map();
    read(line) {
        const [, id, text] = /^#(\d+) (.+)$/.exec(line) ?? [];
        if (id === undefined || text === undefined)
            return;
        if (text === 'CACHED') {
            this.#ends.set(id, { cached: true });
            return;
        }
        const [, seconds] = /^DONE (\d+(?:\.\d+)?)s$/.exec(text) ?? [];
        if (seconds !== undefined) {
            // A step that was found in a cache may still say how long it took to bring.
            const cached = this.#ends.get(id)?.cached === true;
            this.#ends.set(id, { cached, seconds: Number(seconds) });
            return;
        }
        if (!this.#names.has(id))
            this.#names.set(id, text);
    }
    /** The instructions of the Dockerfile that were carried out or found in a cache, in order. */
    get steps() {
        return [...this.#names].flatMap(([id, name]) => {
            const end = this.#ends.get(id);
            return end === undefined || !/^\[(?!internal\]|auth\])[^\]]*\d+\/\d+\]/.test(name)
                ? []
                : [{ name, ...end }];
        });
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/docker-arguments.js
/** The arguments of `docker` for a build with buildx that pushes; one element is one argument, nothing is quoted. */
function buildxArguments(build, metadataFile) {
    return [
        'buildx',
        'build',
        '--push',
        '--progress=plain',
        ...docker_arguments_option('--metadata-file', metadataFile),
        ...docker_arguments_option('--builder', build.builder),
        ...common(build),
        ...docker_arguments_option('--platform', build.platforms.length === 0 ? undefined : build.platforms.join(',')),
        ...entries('--build-context', build.buildContexts),
        ...secret(build),
        ...build.cacheFrom.flatMap((from) => ['--cache-from', from]),
        ...build.cacheTo.flatMap((to) => ['--cache-to', to]),
        ...[...build.annotations].flatMap(([key, value]) => ['--annotation', `manifest:${key}=${value}`]),
        ...exporter(build),
        // Left out, buildx wraps even a single image into an index with an attestation.
        `--provenance=${build.provenance}`,
        `--sbom=${build.sbom}`,
        build.context,
    ];
}
/** The arguments of `docker` for a build by a client that brings BuildKit along (before 23.0), which does not push. */
function buildKitArguments(build) {
    return ['build', '--progress=plain', ...plainBuild(build, secret(build))];
}
/** The arguments of `docker` for a build with the classic builder, which does not push. */
function classicArguments(build) {
    return ['build', ...plainBuild(build, [])];
}
/** Names of the inputs that only buildx understands, of those that were given. */
function needsBuildx(build) {
    return given([
        ['platforms', build.platforms.length > 1],
        ['build-contexts', build.buildContexts.size > 0],
        ['cache or cache-from', build.cacheFrom.some((from) => from.includes('type='))],
        ['cache or cache-to', build.cacheTo.length > 0],
        ['provenance', build.provenance !== 'false'],
        ['sbom', build.sbom !== 'false'],
        ['builder', build.builder !== undefined],
    ]);
}
/** Names of the inputs that the classic builder does not understand, of those that were given. */
function needsBuildKit(build) {
    return given([
        ['secrets, secret-envs or secret-files', build.secrets.length > 0],
        ['ssh', build.ssh.length > 0],
    ]);
}
function given(asked) {
    return [...new Set(asked.flatMap(([input, is]) => (is ? [input] : [])))];
}
function plainBuild(build, secrets) {
    return [
        ...common(build),
        ...docker_arguments_option('--platform', build.platforms[0]),
        ...secrets,
        ...build.cacheFrom.flatMap((from) => ['--cache-from', from]),
        build.context,
    ];
}
function common(build) {
    return [
        ...build.references.flatMap((reference) => ['--tag', reference]),
        ...docker_arguments_option('--file', build.file),
        ...docker_arguments_option('--target', build.target),
        ...entries('--build-arg', build.buildArgs),
        // Without a value Docker takes it from the variable of this name.
        ...build.secretArgs.flatMap((name) => ['--build-arg', name]),
        ...entries('--label', build.labels),
        ...docker_arguments_option('--network', build.network),
        ...(build.noCache ? ['--no-cache'] : []),
        ...(build.pull ? ['--pull'] : []),
    ];
}
function secret(build) {
    return [
        ...build.secrets.flatMap((one) => ['--secret', secretField(one)]),
        ...build.ssh.flatMap((one) => ['--ssh', one]),
    ];
}
/** Annotations exist in OCI manifests alone; with a fixed date the times in the layers are made the same too. */
function exporter({ annotations, fixedDate }) {
    const attributes = [
        ...(annotations.size > 0 ? ['oci-mediatypes=true'] : []),
        ...(fixedDate ? ['rewrite-timestamp=true'] : []),
    ];
    return attributes.length === 0 ? [] : ['--output', ['type=image', ...attributes].join(',')];
}
function docker_arguments_option(name, value) {
    return value === undefined ? [] : [name, value];
}
function entries(name, map) {
    return [...map].flatMap(([key, value]) => [name, `${key}=${value}`]);
}
/** buildx reads the option as one record of CSV. */
function secretField(one) {
    const source = 'variable' in one ? `env=${one.variable}` : `src=${one.path}`;
    return [`id=${one.id}`, source].map(csv).join(',');
}
function csv(value) {
    return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/build.js







/** Key under which the directory with the login is remembered for `post:`. */
const DOCKER_CONFIG = 'docker-config';
/** Key under which a builder that was made for one build is remembered. */
const BUILDER = 'builder';
/**
 * Builds and pushes with Docker, logged in through a configuration of its own that is gone afterwards.
 * @param logins the registry that is pushed to, and others that may be read from
 * @throws CommandError with what Docker said and the diagnosed causes
 */
async function buildAndPush(build, secrets, logins, world) {
    const { clock, docker, files, signal } = world;
    const config = (0,external_node_path_.dirname)(await files.writeTemporary('config.json', '{}'));
    world.remember(DOCKER_CONFIG, config);
    const cwd = files.resolve('.');
    const log = new BuildLog();
    const hidden = [...secrets.hidden, ...logins.map(({ password }) => password)];
    const builder = { world, config, cwd, env: secrets.values, hidden, log };
    const started = clock.now();
    try {
        await docker.open(config, logins.map(({ host }) => host));
        for (const login of logins)
            await docker.login(config, login.host, login, { cwd, signal });
        const version = await docker.buildxVersion({ cwd, signal });
        const pushed = version === undefined
            ? await withoutBuildx(build, builder)
            : await withBuildx(forVersion(build, version), builder);
        const seconds = (clock.now() - started) / 1000;
        world.progress.report({ type: 'image.built', digest: pushed.digest, seconds });
        return { ...pushed, seconds, steps: log.steps };
    }
    finally {
        await docker.forget(config);
    }
}
/** Annotations came with buildx 0.12; before, the options for them would end the build. */
function forVersion(build, version) {
    const [, major, minor] = /^v?(\d+)\.(\d+)\./.exec(version) ?? [];
    const old = major !== undefined && Number(major) === 0 && Number(minor) < 12;
    return old ? { ...build, annotations: new Map(), fixedDate: false } : build;
}
async function withBuildx(build, builder) {
    const { config, hidden, world } = builder;
    const metadataFile = (0,external_node_path_.join)(config, 'metadata.json');
    try {
        await docker(buildxArguments(build, metadataFile), builder);
    }
    catch (error) {
        const limited = error instanceof errors/* CommandError */.Qd &&
            error.findings.some(({ id }) => id === 'buildx-cache-export-unsupported');
        if (!limited || build.builder !== undefined)
            throw error;
        await withOwnBuilder(build, metadataFile, builder);
    }
    const metadata = (0,redact/* redactor */.$)(hidden)(await world.files.read(metadataFile, 'metadata'));
    const { 'containerimage.digest': digest } = JSON.parse(metadata);
    if (digest === undefined || !(0,lib_digest/* isDigest */.B)(digest)) {
        throw new errors/* CommandError */.Qd('docker buildx build ended well but reported no digest.', 'Use a builder that pushes (docker, docker-container, kubernetes or remote driver).', 0);
    }
    return { digest, metadata, how: 'docker buildx build' };
}
/** Docker's default builder keeps no caches elsewhere and builds for one platform: one is made that does both. */
async function withOwnBuilder(build, metadataFile, builder) {
    const { config, world } = builder;
    const name = (0,external_node_path_.basename)(config);
    world.progress.report({
        type: 'note',
        text: 'Docker’s default builder can do neither caches nor several platforms: this build gets a builder of its own, which is removed afterwards',
    });
    world.remember(BUILDER, name);
    await docker(['buildx', 'create', '--name', name, '--driver', 'docker-container'], builder);
    try {
        await docker(buildxArguments({ ...build, builder: name }, metadataFile), builder);
    }
    finally {
        await removeBuilder(name, config, world);
    }
}
/** Removes a builder that was made for one build; it keeps nothing that a later job needs. */
async function removeBuilder(name, config, world) {
    // Also after a cancellation, whose signal would end this at once.
    const signal = new AbortController().signal;
    const cwd = world.files.resolve('.');
    await world.docker.run({ args: ['buildx', 'rm', '--force', name], config, cwd, signal });
}
async function withoutBuildx(build, builder) {
    const { cwd, world } = builder;
    const ownBuildKit = await world.docker.hasOwnBuildKit({ cwd, signal: world.signal });
    const needed = [...needsBuildx(build), ...(ownBuildKit ? [] : needsBuildKit(build))];
    if (needed.length > 0) {
        throw new errors/* ConfigurationError */.j1({
            message: `Docker on this runner has no buildx, which ${needed.join(', ')} ${needed.length === 1 ? 'needs' : 'need'}.`,
            remedy: `Run docker/setup-buildx-action before this step, or remove ${needed.join(', ')}.`,
        });
    }
    const how = ownBuildKit ? 'docker build with BuildKit' : 'docker build (the classic builder)';
    world.progress.report({
        type: 'warning',
        text: `Docker on this runner has no buildx: ${how} is used, and docker push.`,
        remedy: 'docker/setup-buildx-action installs buildx.',
    });
    const plain = { ...builder, env: { ...builder.env, DOCKER_BUILDKIT: ownBuildKit ? '1' : '0' } };
    await docker(ownBuildKit ? buildKitArguments(build) : classicArguments(build), plain);
    let digest;
    for (const reference of build.references) {
        const lines = await docker(['push', reference], plain);
        digest = /\bdigest: (sha256:[0-9a-f]{64})/.exec(lines.join('\n'))?.[1] ?? digest;
    }
    if (digest === undefined || !(0,lib_digest/* isDigest */.B)(digest)) {
        throw new errors/* CommandError */.Qd('docker push ended well but reported no digest.', 'Run docker/setup-buildx-action before this step, so that buildx pushes.', 0);
    }
    return { digest, how };
}
async function docker(args, { world, config, cwd, env, hidden, log }) {
    const { clock, docker, progress, signal } = world;
    const what = `docker ${args[0] === 'buildx' ? `buildx ${args[1] ?? ''}` : (args[0] ?? '')}`;
    progress.report({ type: 'group.started', title: what });
    progress.report({ type: 'command.started', file: 'docker', args });
    try {
        const { exitCode, tail } = await docker.run({
            args,
            config,
            cwd,
            env,
            secrets: hidden,
            signal,
            onLine: (text) => {
                if (text.trim() === '')
                    return;
                log.read(text);
                progress.report({ type: 'log.line', source: 'docker', text, timestamp: clock.now() });
            },
        });
        if (exitCode === 0)
            return tail;
        throw new errors/* CommandError */.Qd(`${what} failed with exit code ${exitCode}: ${lastError(tail)}`, 'Read the build’s output above; run the same command on your machine.', exitCode, { findings: (0,diagnose.diagnose)([{ source: 'docker build', text: tail.join('\n') }]) });
    }
    finally {
        progress.report({ type: 'group.ended' });
    }
}
/** The line that says what went wrong: buildx repeats it at the end after `ERROR:`. */
function lastError(tail) {
    const spoken = tail.filter((line) => line.trim() !== '');
    return (spoken.findLast((line) => /\berror\b|\bdenied\b|\bfailed\b/i.test(line)) ??
        spoken.at(-1) ??
        'it said nothing');
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/image-outputs.js
const OUTPUTS = [
    'image',
    'repository',
    'registry',
    'digest',
    'tag',
    'tags',
    'platforms',
    'image-existed',
    'metadata',
    'imageid',
];
/** The outputs about an image that is in the registry. */
function imageOutputs(repository, image, about) {
    const { digest, manifest } = image;
    const { name, registry, uri } = repository;
    const { tag, tags, platforms, existed, metadata } = about;
    return {
        image: `${uri}@${digest}`,
        repository: name,
        registry,
        digest,
        ...(tag === undefined ? {} : { tag }),
        tags: tags.join(','),
        platforms: platforms.join(','),
        'image-existed': existed,
        metadata: metadata ?? JSON.stringify({ 'containerimage.digest': digest }),
        ...(manifest.kind === 'image' ? { imageid: manifest.config.digest } : {}),
    };
}

// EXTERNAL MODULE: ./packages/steps/lib/build-push-ecr/inputs.js
var inputs = __webpack_require__(19405);
// EXTERNAL MODULE: ./packages/aws/lib/find-environment.js + 1 modules
var find_environment = __webpack_require__(39778);
// EXTERNAL MODULE: ./packages/domain/lib/platform.js
var lib_platform = __webpack_require__(68439);
// EXTERNAL MODULE: ./packages/steps/lib/protection/protect.js
var protect = __webpack_require__(92642);
// EXTERNAL MODULE: ./packages/steps/lib/build-push-ecr/cache.js
var build_push_ecr_cache = __webpack_require__(18400);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/content-tag.js



/** Begins tags that say what was built. */
const PREFIX = 'content-';
const HEX_DIGITS = 40;
/**
 * All of a build that decides what comes out of it and that is known before. Values of secrets are left out, because a tag
 * is no place for anything that is made from them; so are caches, builders, the labels that say where an image comes from,
 * and the images that a Dockerfile begins with.
 */
function contentOf(build, files) {
    const sorted = (map) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const text = JSON.stringify({
        version: 1,
        context: files.context.digest,
        dockerfile: files.dockerfile,
        contexts: sorted(new Map([...build.buildContexts].map(([name, value]) => [name, files.contexts.get(name)?.digest ?? value]))),
        target: build.target ?? null,
        platforms: build.platforms.toSorted(),
        buildArgs: sorted(build.buildArgs),
        secretArgs: build.secretArgs.toSorted(),
        secrets: build.secrets.map(({ id }) => id).toSorted(),
        ssh: build.ssh.map((one) => one.replace(/=.*/s, '')).toSorted(),
        labels: sorted(build.labels),
        network: build.network ?? null,
        provenance: build.provenance,
        sbom: build.sbom,
    });
    return PREFIX + (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, HEX_DIGITS);
}
/** The tag of an image that is built already. */
function contentOfDigest(digest) {
    return PREFIX + digest.replace('sha256:', '').slice(0, HEX_DIGITS);
}
/**
 * The tag for `tag: auto`: the same as long as nothing changes that the build is made of.
 * @throws ConfigurationError when the context is elsewhere
 */
async function contentTag(build, world) {
    if (isElsewhere(build.context) || (build.file !== undefined && isElsewhere(build.file))) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input tag: auto is derived from the files of the build, and ${build.context} is not on this runner.`,
            remedy: 'Give a tag, or check the repository out and give a folder as context.',
        });
    }
    const { docker, files, progress, signal } = world;
    const context = files.resolve(build.context);
    const file = build.file ?? (0,external_node_path_.join)(build.context, 'Dockerfile');
    const tree = await docker.contextDigest(context, files.resolve(file), signal);
    if (tree.hasGit) {
        progress.report({
            type: 'warning',
            text: `Input tag: the folder .git is part of the context, so that tag: auto is another one for every commit and checkout.`,
            remedy: 'Add a line .git to .dockerignore.',
        });
    }
    const contexts = new Map();
    for (const [name, value] of build.buildContexts) {
        if (!isElsewhere(value))
            contexts.set(name, await docker.contextDigest(files.resolve(value), undefined, signal));
    }
    const dockerfile = await files.read(file, build.file === undefined ? 'context' : 'file');
    const tag = contentOf(build, { context: tree, dockerfile, contexts });
    progress.report({
        type: 'note',
        text: `Tag ${tag} stands for ${tree.files} files (${tree.bytes} bytes) and the inputs of the build`,
    });
    return tag;
}
/** A Git repository, an archive at a URL, an image or standard input. */
function isElsewhere(context) {
    return /^(?:[a-z][a-z-]*:\/\/|git@|github\.com\/|target:|-$)/.test(context);
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/check-files.js




/** Shorter lines of a secret file are no secrets, and masking them would blacken the log. */
const MASKED_LENGTH = 8;
/**
 * Finds what the build would miss only after the login: the context, the Dockerfile, secret files, variables, an agent,
 * the cache's address. Masks all secrets.
 * @returns the values of all secrets, which nothing that Docker says may show
 * @throws ConfigurationError naming the input
 */
async function checkFiles(inputs, world) {
    const missing = (names) => world.docker.missingVariables(names);
    // A context elsewhere brings its own Dockerfile.
    if (!isElsewhere(inputs.context)) {
        await checkContext(inputs.context, world);
        const { file } = inputs;
        if (file === undefined)
            await world.files.read((0,external_node_path_.join)(inputs.context, 'Dockerfile'), 'context');
        else if (!isElsewhere(file))
            await world.files.read(file, 'file');
    }
    const [first, ...others] = missing([...inputs['secret-envs'].values()]);
    if (first !== undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input secret-envs: the step has no environment variable ${[first, ...others].join(', ')}.`,
            remedy: `Add it under env: of the step, as in ${first}: \${{ secrets.${first} }}.`,
        });
    }
    if (inputs.ssh.includes('default') && missing(['SSH_AUTH_SOCK']).length > 0) {
        throw new errors/* ConfigurationError */.j1({
            message: 'Input ssh: default needs an SSH agent, and none runs in this job (SSH_AUTH_SOCK is not set).',
            remedy: 'Start one before this step (webfactory/ssh-agent does), or give a key file, as in default=keys/id_ed25519.',
        });
    }
    (0,build_push_ecr_cache/* checkRuntime */.Nw)(inputs.cache, missing);
    const secrets = [
        ...inputs.secrets.values(),
        ...inputs['secret-build-args'].values(),
        ...[...inputs['secret-envs'].values()].map((name) => world.docker.variable(name) ?? ''),
    ];
    for (const value of secrets)
        world.mask(value);
    for (const path of inputs['secret-files'].values()) {
        const text = await world.files.read(path, 'secret-files');
        secrets.push(text);
        for (const line of [text, ...text.split(/\r?\n/)]) {
            if (line.trim().length >= MASKED_LENGTH)
                world.mask(line);
        }
    }
    return secrets;
}
async function checkContext(context, world) {
    const absolute = world.files.resolve(context);
    const kind = await world.docker.kindOf(absolute);
    if (kind === 'folder')
        return;
    throw new errors/* ConfigurationError */.j1({
        message: kind === 'file'
            ? `Input context: "${context}" is a file (${absolute}), not a folder.`
            : `Input context: there is no folder "${context}" (looked for ${absolute}).`,
        remedy: kind === 'file'
            ? 'Give the folder that holds what the build copies; the Dockerfile is named by file.'
            : 'Correct the path; it is relative to the root of the repository. Does a step with actions/checkout run before this one?',
    });
}

// EXTERNAL MODULE: ./packages/domain/lib/vulnerability.js
var vulnerability = __webpack_require__(16092);
// EXTERNAL MODULE: ./packages/domain/lib/wait.js
var wait = __webpack_require__(13329);
;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/gate.js



/** So long may a scan that a push starts stay invisible. */
const APPEARS_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 5000;
/** Basic scans of small images take seconds: the first looks follow one another sooner. */
const SOONER = 4;
/**
 * Waits for what ECR finds in the image and judges it. Of an index each image is scanned, and all count.
 * @throws ConfigurationError when nothing scans the repository's images
 */
async function gate(repository, image, { threshold, minutes }, world) {
    const deadline = world.clock.now() + minutes * 60_000;
    const found = [];
    for (const digest of scannedDigests(image)) {
        const result = await awaitScan(repository, digest, deadline, world);
        if (result.kind !== 'done')
            return result;
        found.push(...result.vulnerabilities);
    }
    const vulnerabilities = merged(found);
    const refused = (0,vulnerability/* atLeast */.jZ)(vulnerabilities, threshold);
    return refused.length === 0
        ? { kind: 'passed', vulnerabilities }
        : { kind: 'refused', vulnerabilities, refused };
}
/** An index is not scanned itself, and an attestation is no image. */
function scannedDigests({ digest, manifest }) {
    if (manifest.kind === 'image')
        return [digest];
    return manifest.entries.filter(({ attestation }) => !attestation).map((entry) => entry.digest);
}
async function awaitScan(repository, digest, deadline, world) {
    const { clock, progress, signal } = world;
    const scans = world.aws.imageScans;
    const started = clock.now();
    let asked = false;
    const delay = () => Math.max(500, (clock.now() - started) / SOONER);
    const probe = async () => {
        const scan = await scans.look(repository, digest);
        switch (scan.kind) {
            case 'done':
                return { state: 'done', value: scan };
            case 'failed':
                return { state: 'done', value: { kind: 'unscanned', ...explain(scan.status, scan.reason) } };
            case 'pending':
                return { state: 'pending', reason: `the scan is ${scan.status}`, delayMs: delay() };
            case 'absent':
        }
        const pending = { state: 'pending', reason: 'no scan has begun', delayMs: delay() };
        if (asked)
            return pending;
        const trigger = await scans.trigger(repository);
        if (trigger !== 'manual' && clock.now() - started < Math.min(APPEARS_WITHIN_MS, deadline - started))
            return pending;
        const begun = await scans.begin(repository, digest);
        asked = true;
        if (begun)
            return pending;
        if (trigger === 'push')
            return pending;
        throw notEnabled(repository.name);
    };
    const result = await (0,wait/* wait */.u)(probe, {
        clock,
        signal,
        deadline,
        intervalMs: LOOK_EVERY_MS,
        onPending: (_reason, waitedMs) => {
            progress.report({
                type: 'still.waiting',
                what: `the scan of ${digest}`,
                seconds: waitedMs / 1000,
                budgetSeconds: (deadline - started) / 1000,
            });
        },
    });
    return result.kind === 'done' ? result.value : { kind: 'timedOut', reason: result.reason };
}
function notEnabled(repository) {
    return new errors/* ConfigurationError */.j1({
        message: `Input fail-on-severity: scanning is not enabled for repository ${repository}, so that nothing is known of the image.`,
        remedy: `Turn it on: aws ecr put-image-scanning-configuration --repository-name ${repository} --image-scanning-configuration scanOnPush=true (or set a rule for the registry), allow the role ecr:StartImageScan, or remove fail-on-severity.`,
    });
}
/** Why there are no findings, by the status that ECR gives (ScanStatus of the ECR API). */
function explain(status, reason) {
    const said = reason === '' ? status : `${status}: ${reason}`;
    switch (status) {
        case 'UNSUPPORTED_IMAGE':
            return {
                cause: `ECR can’t scan this image (${said}). Images without a known operating system, such as those from scratch, are beyond basic scans.`,
                fix: 'Use a base image that ECR knows, or enhanced scanning, or remove fail-on-severity for this image.',
            };
        case 'SCAN_ELIGIBILITY_EXPIRED':
            return {
                cause: `The image is too old for enhanced scanning (${said}).`,
                fix: 'Build it anew, or lengthen the re-scan duration of Amazon Inspector.',
            };
        case 'LIMIT_EXCEEDED':
            return {
                cause: `The account has used up its scans (${said}).`,
                fix: 'Run the job again later; basic scanning has a quota for each day.',
            };
        case 'IMAGE_ARCHIVED':
            return { cause: `The image is archived (${said}).`, fix: 'Restore it, or build it anew.' };
        default:
            return {
                cause: `The scan came to no result (${said}).`,
                fix: 'Look at the image in the ECR console, and run the job again.',
            };
    }
}
/** One row for each vulnerability and set of packages, however many platforms have it. */
function merged(all) {
    return [...new Map(all.map((one) => [`${one.id} ${one.packages.join()}`, one])).values()];
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/proof.js



/** How long ECR may take to show what was just pushed. */
const VISIBLE_WITHIN_MS = 30_000;
/** Reads the pushed image back. @throws AwsCallError when ECR does not show it, or shows another one under the tag */
async function readBack({ images, repository, world }, tag, pushed) {
    const { clock, signal } = world;
    const result = await (0,wait/* wait */.u)(async () => {
        const found = await images.find(repository, { tag });
        return found === undefined
            ? { state: 'pending', reason: `tag ${tag} is not there` }
            : { state: 'done', value: found };
    }, { clock, signal, deadline: clock.now() + VISIBLE_WITHIN_MS, intervalMs: 2000 });
    if (result.kind === 'done' && result.value.digest === pushed)
        return result.value;
    const seen = result.kind === 'done' ? `ECR has ${result.value.digest} under it` : 'ECR does not have it';
    throw new errors/* AwsCallError */.iQ({
        action: 'ecr:BatchGetImage',
        code: 'DigestMismatch',
        message: `${pushed} was pushed to ${repository.uri}:${tag}, but ${seen}.`,
        remedy: 'Another run may have pushed to the same tag at the same time; use a tag of its own for each commit, and run again.',
    });
}
/** What is wrong with an image that nothing can run: an artifact such as a chart, an SBOM or a cache has no platform. */
function artifactFinding(uri, { manifest, mediaType }) {
    const config = manifest.kind === 'image' ? manifest.config.mediaType : '';
    const isImage = manifest.kind === 'index'
        ? manifest.entries.some(({ attestation }) => !attestation)
        : /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\.v1\+json$/.test(config);
    if (isImage)
        return undefined;
    return {
        id: 'image-not-runnable',
        cause: `${uri} is no image that a task could run: its manifest is ${mediaType}${config === '' ? ' without an image in it' : ` with a configuration of type ${config}`}.`,
        evidence: [`ecr:BatchGetImage ${uri}: ${mediaType} ${config}`.trim()],
        fix: 'Push a container image; artifacts such as charts, SBOMs and build caches belong under other tags.',
        url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-manifest-formats.html',
    };
}
/** What is wrong with an image that does not run on every platform that was asked for. */
function platformFinding(uri, wanted, offered) {
    const missing = (0,lib_platform/* missingPlatforms */.z3)(wanted, offered);
    if (missing.length === 0)
        return undefined;
    return {
        id: 'image-platform-missing',
        cause: `The image runs on ${offered.join(', ') || 'no platform'}, but ${missing.join(', ')} was asked for; tasks could not start from it.`,
        evidence: [`ecr:BatchGetImage ${uri}: ${offered.join(', ')}`],
        fix: `Build it for ${wanted.join(',')} (platforms), or correct platforms or the stack’s CpuArchitecture.`,
        url: 'https://docs.docker.com/build/building/multi-platform/',
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/report.js
/** Rows that a summary shows of a long list. */
const MOST_ROWS = 50;
/** Facts about how the image was made. */
function makingFacts({ from, seconds, steps, blobs }) {
    const cached = steps.filter((step) => step.cached).length;
    return [
        ['Made from', from],
        ['Time', `${seconds.toFixed(1)} s`],
        ...(steps.length === 0 ? [] : [['From the cache', `${cached} of ${steps.length} steps`]]),
        ...(blobs === undefined ? [] : [['Sent', sent(blobs)]]),
    ];
}
/** Each step of the build with its time. */
function stepTable(steps) {
    if (steps.length === 0)
        return [];
    const rows = steps.map(({ name, cached, seconds }) => [
        name,
        cached ? 'cached' : seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
    ]);
    return [{ kind: 'table', title: 'Build', header: ['Step', 'Time'], rows: cut(rows, ['']) }];
}
/** Each layer with its size, the compressed one that tasks download. */
function layerTable(images) {
    const rows = images.flatMap(({ platform, image: { manifest } }) => manifest.kind === 'index'
        ? []
        : manifest.layers.map(({ digest, size }, index) => [
            platform,
            String(index + 1),
            digest.slice('sha256:'.length, 'sha256:'.length + 12),
            formatBytes(size),
        ]));
    if (rows.length === 0)
        return [];
    return [
        {
            kind: 'table',
            title: 'Layers',
            header: ['Platform', 'Layer', 'Digest', 'Size'],
            rows: cut(rows, ['', '', '']),
        },
    ];
}
/** Bytes that a task downloads. */
function imageSize({ manifest }) {
    if (manifest.kind === 'index')
        return undefined;
    return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}
function vulnerabilityTable(title, vulnerabilities) {
    if (vulnerabilities.length === 0)
        return [];
    const rows = vulnerabilities.map(({ id, severity, packages, fixedIn }) => [
        id,
        severity,
        packages.join(', '),
        fixedIn.length === 0 ? 'not known' : [...new Set(fixedIn)].join(', '),
    ]);
    const header = ['Vulnerability', 'Severity', 'Package', 'Fixed in'];
    return [{ kind: 'table', title, header, rows: cut(rows, ['', '', '']) }];
}
/** `5.2 MB`, decimal as registries count. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    const unit = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    return `${(bytes / 1000 ** unit).toFixed(unit === 0 ? 0 : 1)} ${units[unit] ?? 'B'}`;
}
function sent(blobs) {
    const of = (how) => blobs.filter((one) => one.how === how).map(({ bytes }) => bytes);
    const total = of('sent').reduce((sum, one) => sum + one, 0);
    return [
        `${of('sent').length} of ${blobs.length} blobs (${formatBytes(total)})`,
        ...(of('existed').length === 0 ? [] : [`${of('existed').length} were there`]),
        ...(of('mounted').length === 0 ? [] : [`${of('mounted').length} taken from other repositories`]),
    ].join(', ');
}
function cut(rows, rest) {
    if (rows.length <= MOST_ROWS)
        return rows;
    return [...rows.slice(0, MOST_ROWS), [`… and ${rows.length - MOST_ROWS} more`, ...rest]];
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/target.js
/** `host/name:tag` of all tags, the main one first. */
function references({ request, repository }) {
    return tagsOf(request).map((tag) => `${repository.uri}:${tag}`);
}
function tagsOf({ tag, otherTags }) {
    return tag === undefined ? otherTags : [tag, ...otherTags];
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/conclude.js






/**
 * The last word about an image that is in ECR: what it runs on, whether that is what was asked for, and what is known to
 * be wrong with it.
 * @param made how it came to be there; absent when it was there before
 */
async function conclude(target, image, made, finish = () => Promise.resolve({ facts: [] })) {
    const { images, repository, request, world } = target;
    const existed = made === undefined;
    const tags = tagsOf(request);
    const reference = request.tag === undefined ? `${repository.uri}@${image.digest}` : `${repository.uri}:${request.tag}`;
    const artifact = artifactFinding(reference, image);
    const platforms = artifact === undefined ? await images.platforms(repository, image) : [];
    world.progress.report({ type: 'image.pushed', reference, digest: image.digest, existed });
    const outputs = imageOutputs(repository, image, {
        tags,
        platforms,
        existed,
        ...(request.tag === undefined ? {} : { tag: request.tag }),
        ...(made?.metadata === undefined ? {} : { metadata: made.metadata }),
    });
    const about = (more) => ({
        kind: 'facts',
        facts: [
            ['Image', `${repository.uri}@${image.digest}`],
            ...(tags.length === 0 ? [] : [['Tags', tags.join(', ')]]),
            ['Platforms', platforms.join(', ')],
            ['Media type', image.mediaType],
            ...(imageSize(image) === undefined ? [] : [['Size', formatBytes(imageSize(image) ?? 0)]]),
            ...(made === undefined ? [] : makingFacts(made)),
            ...more,
        ],
    });
    const details = made === undefined
        ? []
        : [...stepTable(made.steps), ...layerTable(await platformImages(target, image, platforms))];
    const failed = (headline, findings, remedy, tables = []) => ({
        kind: 'failed',
        headline,
        outputs,
        findings,
        remedy,
        summary: [about([]), ...tables, ...details],
    });
    if (artifact !== undefined) {
        const remedy = 'Nothing was deployed. Push a container image under another tag.';
        return failed(`${reference} is no image that a task could run.`, [artifact], remedy);
    }
    const missing = platformFinding(reference, request.platforms, platforms);
    if (missing !== undefined) {
        const remedy = 'Nothing was deployed. The image stays in ECR; push the right one under another tag, or with if-exists: overwrite.';
        return failed(`${reference} does not run on ${request.platforms.join(', ')}.`, [missing], remedy);
    }
    const scanned = target.gate === undefined ? undefined : await gate(repository, image, target.gate, world);
    const threshold = target.gate?.threshold ?? 'critical';
    switch (scanned?.kind) {
        case 'refused': {
            const { refused } = scanned;
            const finding = {
                id: 'image-vulnerable',
                cause: `The image has ${refused.length} ${refused.length === 1 ? 'vulnerability' : 'vulnerabilities'} of severity ${threshold} or worse.`,
                evidence: refused
                    .slice(0, 5)
                    .map(({ id, severity, packages, fixedIn }) => `${id} (${severity}) in ${packages.join(', ') || 'the image'}${fixedIn.length === 0 ? '' : `, fixed in ${[...new Set(fixedIn)].join(', ')}`}`),
                fix: 'Update the packages that the table in the summary lists (a newer base image often does), or raise fail-on-severity.',
                url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
            };
            const tables = vulnerabilityTable(`Vulnerabilities (${threshold} or worse)`, refused);
            return failed(`${reference} has vulnerabilities of severity ${threshold} or worse (${refused.length}).`, [finding], 'Nothing was deployed. The image stays in ECR.', tables);
        }
        case 'unscanned': {
            const { cause, fix } = scanned;
            const finding = {
                id: 'image-not-scanned',
                cause,
                evidence: [`ecr:DescribeImageScanFindings ${repository.name}@${image.digest}`],
                fix,
                url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-troubleshooting.html',
            };
            return failed(`${reference} was not scanned.`, [finding], 'Nothing was deployed. The image stays in ECR.');
        }
        case 'timedOut':
            return {
                kind: 'timedOut',
                headline: `ECR had no scan findings for ${reference} in time (${scanned.reason}).`,
                outputs,
                findings: [],
                remedy: 'Nothing was deployed. Run the job again: the image is found and only the findings are awaited; raise scan-timeout-minutes if that happens often.',
                summary: [about([]), ...details],
            };
        case 'passed':
        case undefined:
    }
    const vulnerabilities = scanned === undefined ? [] : (0,vulnerability/* atLeast */.jZ)(scanned.vulnerabilities, 'undefined');
    const found = scanned === undefined ? [] : [['Vulnerabilities', `none of severity ${threshold} or worse`]];
    const { facts: more, headline } = await finish();
    return {
        kind: existed && more.length === 0 ? 'unchanged' : 'succeeded',
        headline: headline !== undefined
            ? headline
            : existed
                ? `${reference} is in ECR already (${image.digest}); nothing was built.`
                : `Pushed ${reference} (${image.digest}).`,
        outputs,
        summary: [
            about([...found, ...more]),
            ...vulnerabilityTable('Vulnerabilities', vulnerabilities),
            ...details,
        ],
    };
}
/** The image of each platform, whose layers are to be shown. */
async function platformImages({ images, repository }, image, platforms) {
    const { manifest } = image;
    if (manifest.kind === 'image')
        return [{ platform: platforms[0] ?? '', image }];
    const entries = manifest.entries.filter(({ attestation, platform }) => !attestation && platform !== undefined);
    const found = await Promise.all(entries.map(({ digest }) => images.find(repository, { digest })));
    return found.flatMap((one, index) => one === undefined ? [] : [{ platform: platforms[index] ?? '', image: one }]);
}

// EXTERNAL MODULE: ./packages/domain/lib/tag-mutability.js
var tag_mutability = __webpack_require__(26707);
;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/origin.js

/** Where an image comes from, as the OCI image specification names it; they become labels and annotations. */
function originLabels(run, created) {
    // `https://github.com/owner/name/actions/runs/1`; outside of a workflow there is no such address.
    const [source] = /^https?:\/\/.*?(?=\/actions\/runs\/)/.exec(run.runUrl) ?? [];
    return new Map([
        ...(run.commit === '' ? [] : [['org.opencontainers.image.revision', run.commit]]),
        ...(source === undefined ? [] : [['org.opencontainers.image.source', source]]),
        ['org.opencontainers.image.created', new Date(created).toISOString().replace('.000Z', 'Z')],
    ]);
}
/**
 * The date that SOURCE_DATE_EPOCH gives to everything that is built, in epoch milliseconds.
 * @throws ConfigurationError when it is no whole number of seconds
 */
function sourceDate(epoch) {
    if (epoch === undefined)
        return undefined;
    const milliseconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN;
    if (Number.isNaN(new Date(milliseconds).getTime())) {
        throw new errors/* ConfigurationError */.j1({
            message: `Environment variable SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}, not a number of seconds.`,
            remedy: 'Set it to the seconds since 1970, as git log -1 --pretty=%ct prints them, or remove it.',
        });
    }
    return milliseconds;
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/push.js








/** Pushes the layout, or builds and pushes; then reads back what ECR holds. */
async function push(target) {
    const { source } = target.request;
    switch (source.kind) {
        case 'build':
            return await pushFromBuild(target, source.build);
        case 'layout':
            if (target.layout === undefined)
                throw new TypeError('the layout was not opened');
            return await pushFromLayout(target, target.layout, source);
        case 'stored':
            throw new TypeError('an image that is in ECR is not pushed');
    }
}
async function pushFromLayout(target, layout, source) {
    const { images, repository, request, world } = target;
    const { clock, progress, signal } = world;
    await refuseTaken(target);
    const login = await images.login(repository.account);
    world.mask(login.password);
    const started = clock.now();
    const { digest, blobs } = await images.pushLayout(layout, {
        repository: repository.uri,
        login,
        tags: tagsOf(request),
        mountFrom: source.mountFrom,
        clock,
        progress,
        signal,
    });
    const { mediaType, size } = layout.root.descriptor;
    const metadata = JSON.stringify({
        'containerimage.digest': digest,
        'containerimage.descriptor': { mediaType, digest, size },
        'image.name': references(target).join(','),
    });
    const seconds = (clock.now() - started) / 1000;
    return await pushed(target, digest, {
        from: `OCI layout ${source.path}`,
        seconds,
        steps: [],
        blobs,
        metadata,
    });
}
async function pushFromBuild(target, build) {
    const { hidden, repository, request, world } = target;
    await refuseTaken(target);
    const logins = await loginsOf(target);
    for (const { password } of logins)
        world.mask(password);
    try {
        const built = await buildAndPush(complete(target, build), { values: request.secretValues, hidden }, logins, world);
        const { digest, metadata, seconds, steps } = built;
        const details = [
            ...(build.file === undefined ? [] : [`file ${build.file}`]),
            ...(build.target === undefined ? [] : [`target ${build.target}`]),
        ];
        const from = `${built.how} of ${build.context}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
        return await pushed(target, digest, {
            from,
            seconds,
            steps,
            ...(metadata === undefined ? {} : { metadata }),
        });
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd) || world.signal.aborted)
            throw error;
        const overtaken = await pushedByAnother(target, error);
        if (overtaken !== undefined)
            return await conclude(target, overtaken);
        return {
            kind: 'failed',
            headline: error.message,
            outputs: { repository: repository.name, registry: repository.registry },
            findings: error.findings,
            remedy: `${error.remedy} Nothing was deployed.`,
        };
    }
}
/** The build with what depends on the moment and on the registry. */
function complete(target, build) {
    const { cache, repository, sourceDate, world } = target;
    const origin = originLabels(world.run, sourceDate ?? world.clock.now());
    const labels = new Map([...origin, ...build.labels]);
    const { from, to } = (0,build_push_ecr_cache/* cacheOptions */.rT)(cache, repository, (path) => world.files.resolve(path));
    return {
        ...build,
        references: references(target),
        labels,
        // What the user says of the image wins in both places.
        annotations: new Map([...origin].map(([key, value]) => [key, build.labels.get(key) ?? value])),
        fixedDate: sourceDate !== undefined,
        cacheFrom: [...build.cacheFrom, ...from],
        cacheTo: [...build.cacheTo, ...to],
    };
}
/** One login for each host: the registry that is pushed to, and those of other accounts that the build may read. */
async function loginsOf({ images, registries, repository, world, }) {
    const logins = new Map();
    const add = (login) => {
        if (!logins.has(login.host))
            logins.set(login.host, login);
    };
    add({ ...(await images.login(repository.account)), host: repository.registry });
    for (const account of registries) {
        if (account !== repository.account)
            add(await world.aws.images.login(account));
    }
    return [...logins.values()];
}
/** The image of another run that pushed the same immutable tag while this one was building. */
async function pushedByAnother({ images, repository, request: { ifExists, tag }, world }, { findings }) {
    if (ifExists !== 'reuse' || tag === undefined)
        return undefined;
    if (!findings.some(({ id }) => id === 'ecr-tag-immutable'))
        return undefined;
    const found = await images.find(repository, { tag });
    if (found !== undefined) {
        world.progress.report({
            type: 'warning',
            text: `Another run pushed tag ${tag} while this one was building; its image ${found.digest} is used.`,
        });
    }
    return found;
}
/** Other tags that can't be moved to the new image: better known before the build than after it. */
async function refuseTaken({ images, layout, request, repository }) {
    for (const tag of request.otherTags) {
        if ((0,tag_mutability/* isTagMovable */.V)(repository, tag))
            continue;
        const taken = await images.find(repository, { tag });
        if (taken === undefined || taken.digest === layout?.root.descriptor.digest)
            continue;
        throw new errors/* ConfigurationError */.j1({
            message: `Input tags: tag ${tag} stands for ${taken.digest} already, and repository ${repository.name} lets no tag be moved.`,
            remedy: `Remove ${tag} from tags, or exempt it from the repository’s tag immutability.`,
        });
    }
}
async function pushed(target, digest, made) {
    const { tag } = target.request;
    if (tag === undefined)
        throw new TypeError('an image was pushed without a tag');
    return await conclude(target, await readBack(target, tag, digest), made);
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/dry-run.js



/**
 * What a dry run says instead of pushing.
 * @param named the repository, as the inputs name it
 * @param target undefined when the repository would be created first
 */
function wouldPush(request, named, target) {
    const { source } = request;
    const repository = target?.repository;
    const references = tagsOf(request).map((one) => `${repository?.uri ?? named}:${one}`);
    const creating = repository === undefined ? ` Repository ${named} would be created.` : '';
    const text = source.kind !== 'build'
        ? `push ${source.kind === 'layout' ? source.path : source.digest} as ${references.join(', ')}`
        : [
            'docker',
            ...buildxArguments(target === undefined ? { ...source.build, references } : complete(target, source.build), 'metadata.json'),
        ]
            .map(quoted)
            .join(' ');
    return {
        kind: 'unchanged',
        headline: `Dry run: nothing was built or pushed; ${references[0] ?? named} would be.${creating}`,
        outputs: repository === undefined ? {} : { repository: repository.name, registry: repository.registry },
        summary: [{ kind: 'code', title: 'What would run', language: 'text', text }],
    };
}
function quoted(argument) {
    return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw `'\''`)}'`;
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/new-repository.js
/** Images that the bundled template keeps unless told otherwise. */
const KEEP_IMAGES = 100;
/** A rule that never has enough images to expire one, and so keeps them out of reach of the rules behind it. */
function keep(rulePriority, description, pattern) {
    return {
        rulePriority,
        description,
        selection: {
            tagStatus: 'tagged',
            tagPatternList: [pattern],
            countType: 'imageCountMoreThan',
            countNumber: 100_000,
        },
        action: { type: 'expire' },
    };
}
/** What `create-repository` sets: the same as the bundled template. */
const NEW_REPOSITORY = {
    movableTags: ['live-*', 'previous-*', 'cache*'],
    lifecyclePolicy: JSON.stringify({
        rules: [
            keep(1, 'Keep what serves', 'live-*'),
            keep(2, 'Keep what served before', 'previous-*'),
            {
                rulePriority: 3,
                description: 'Keep the newest images',
                selection: {
                    tagStatus: 'tagged',
                    tagPatternList: ['*'],
                    countType: 'imageCountMoreThan',
                    countNumber: KEEP_IMAGES,
                },
                action: { type: 'expire' },
            },
            {
                rulePriority: 4,
                description: 'Remove what no tag names',
                selection: {
                    tagStatus: 'untagged',
                    countType: 'sinceImagePushed',
                    countUnit: 'days',
                    countNumber: 14,
                },
                action: { type: 'expire' },
            },
        ],
    }),
};

// EXTERNAL MODULE: ./packages/domain/lib/image-reference.js
var image_reference = __webpack_require__(98711);
// EXTERNAL MODULE: ./packages/steps/lib/build-push-ecr/contradictions.js
var contradictions = __webpack_require__(31934);
;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/plan.js





/** Variables that hand the values of `secrets` to the build. */
const SECRET_VARIABLE = 'CUTOVER_BUILD_SECRET_';
/**
 * Reads the inputs together; all contradictions are found at once.
 * @param commit default of `tag`
 * @param defaultPlatform platform of the stack's tasks, if a stack is known
 * @param path absolute path of a path given in an input
 * @throws ConfigurationError naming the inputs
 */
function planRequest(inputs, commit, defaultPlatform, path) {
    const problems = (0,contradictions/* contradictions */.v)(inputs);
    if (problems.length > 0)
        throw new errors/* ConfigurationError */.j1(problems);
    const { digest } = inputs;
    const tag = inputs.tag ?? (digest === undefined ? commit : undefined);
    const layout = inputs['oci-layout'];
    const wanted = inputs.platforms.length > 0 ? inputs.platforms : defaultPlatform === undefined ? [] : [defaultPlatform];
    const common = {
        tag,
        ifExists: inputs['if-exists'],
        otherTags: [...new Set(inputs.tags)].filter((other) => other !== tag),
    };
    if (digest !== undefined && (0,lib_digest/* isDigest */.B)(digest)) {
        return { ...common, platforms: wanted, source: { kind: 'stored', digest }, secretValues: {} };
    }
    if (layout !== undefined) {
        const source = { kind: 'layout', path: path(layout), mountFrom: inputs['mount-from'] };
        return { ...common, platforms: wanted, source, secretValues: {} };
    }
    const platforms = wanted.length > 0 ? wanted : ['linux/amd64'];
    const secrets = [...inputs.secrets].map(([id, value], index) => ({
        id,
        value,
        variable: `${SECRET_VARIABLE}${index}`,
    }));
    const { file, target, builder, network } = inputs;
    return {
        ...common,
        platforms,
        source: {
            kind: 'build',
            build: {
                context: inputs.context,
                ...(file === undefined ? {} : { file }),
                ...(target === undefined ? {} : { target }),
                platforms,
                buildArgs: inputs['build-args'],
                secretArgs: [...inputs['secret-build-args'].keys()],
                buildContexts: inputs['build-contexts'],
                secrets: [
                    ...secrets.map(({ id, variable }) => ({ id, variable })),
                    ...[...inputs['secret-envs']].map(([id, variable]) => ({ id, variable })),
                    ...[...inputs['secret-files']].map(([id, given]) => ({ id, path: path(given) })),
                ],
                ssh: inputs.ssh,
                labels: inputs.labels,
                annotations: new Map(),
                fixedDate: false,
                cacheFrom: inputs['cache-from'],
                cacheTo: inputs['cache-to'],
                noCache: inputs['no-cache'],
                pull: inputs.pull,
                provenance: inputs.provenance,
                sbom: inputs.sbom,
                ...(builder === undefined ? {} : { builder }),
                ...(network === undefined ? {} : { network }),
            },
        },
        secretValues: {
            ...Object.fromEntries(inputs['secret-build-args']),
            ...Object.fromEntries(secrets.map(({ variable, value }) => [variable, value])),
        },
    };
}
/**
 * The repository that the inputs name.
 * @throws ConfigurationError when it is none, or lies in another region than the credentials work in
 */
function planRepository(text, region, type = 'private') {
    const [, publicName] = /^public\.ecr\.aws\/[a-z0-9._-]+\/(.+)$/.exec(text) ?? [];
    if (publicName !== undefined && type === 'private') {
        throw new errors/* ConfigurationError */.j1({
            message: `Input repository: ${text} is a repository of ECR Public.`,
            remedy: 'Add registry-type: public, or name a private repository.',
        });
    }
    const repository = (0,image_reference/* parseRepository */.SU)(publicName ?? text);
    if (repository === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input repository: ${JSON.stringify(text)} is not the name or URI of an ECR repository.`,
            remedy: (0,image_reference/* isRepositoryName */.en)(text.toLowerCase())
                ? `Write it in lower case: ${text.toLowerCase()}.`
                : 'Write the name, as in team/app, or the URI without tag, as in 123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app.',
        });
    }
    if (repository.region !== undefined && repository.region !== region) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input repository: ${text} lies in ${repository.region}, but the step works in ${region}.`,
            remedy: `Set aws-region: ${repository.region}, or name a repository of ${region}.`,
        });
    }
    return repository;
}
function decide(ifExists, tag, repository, existing) {
    if (existing === undefined)
        return { kind: 'push' };
    const there = `Repository ${repository.name} has an image with tag ${tag} already: ${existing.digest}.`;
    switch (ifExists) {
        case 'reuse':
            return { kind: 'reuse', image: existing };
        case 'fail':
            return {
                kind: 'refuse',
                message: there,
                remedy: 'Use another tag, or if-exists: reuse to go on with the image that is there.',
            };
        case 'overwrite':
            return !(0,tag_mutability/* isTagMovable */.V)(repository, tag)
                ? {
                    kind: 'refuse',
                    message: `${there} Its tag can't be moved (image tag mutability is ${repository.mutability}).`,
                    remedy: 'Use another tag, or if-exists: reuse to go on with the image that is there.',
                }
                : { kind: 'push' };
    }
}

// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/runtime-platform.js



/**
 * The platform that tasks of a task definition run on, from its `runtimePlatform`; Linux on X86_64 when it has none
 * (RegisterTaskDefinition). Undefined when a variable that is filled in later stands there.
 * @param path of the input `task-definition`
 */
async function runtimePlatform(path, world) {
    // Loaded here: a reader of YAML is large, and most builds need none.
    const { readSourceText } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5449)]).then(__webpack_require__.bind(__webpack_require__, 95449));
    const { value } = readSourceText(await world.files.read(path, 'task-definition'), path);
    if (!(0,json/* isJsonObject */.OW)(value)) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input task-definition: ${path} holds no task definition.`,
            remedy: 'Give the JSON or YAML file that register-taskdef gets.',
        });
    }
    const wrapped = value['taskDefinition'];
    const { runtimePlatform: runtime } = (0,json/* isJsonObject */.OW)(wrapped) ? wrapped : value;
    const { cpuArchitecture = 'X86_64', operatingSystemFamily = 'LINUX' } = (0,json/* isJsonObject */.OW)(runtime)
        ? runtime
        : {};
    if (typeof cpuArchitecture !== 'string' || typeof operatingSystemFamily !== 'string')
        return undefined;
    if (`${cpuArchitecture}${operatingSystemFamily}`.includes('$'))
        return undefined;
    const platform = (0,lib_platform/* platformOfArchitecture */.S2)(cpuArchitecture.toUpperCase());
    return operatingSystemFamily.toUpperCase().startsWith('WINDOWS')
        ? platform.replace('linux/', 'windows/')
        : platform;
}
/** @throws ConfigurationError when the image could not run where it is to run */
function checkRuntimePlatform(wanted, runtime, path) {
    if (runtime === undefined || wanted.length === 0 || wanted.includes(runtime))
        return;
    throw new errors/* ConfigurationError */.j1({
        message: `Input platforms: the image is built for ${wanted.join(', ')}, but tasks of ${path} run on ${runtime} (runtimePlatform).`,
        remedy: `Add ${runtime} to platforms, or correct runtimePlatform in ${path}.`,
    });
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/run.js















/** Builds (or takes a layout), pushes and proves an image; builds nothing when its tag is there already. */
async function run(inputs, world) {
    try {
        return await act(inputs, world);
    }
    catch (error) {
        if (!world.signal.aborted)
            throw error;
        return {
            kind: 'cancelled',
            headline: 'The job was cancelled before the image was proven to be in ECR.',
            outputs: {},
            findings: [],
            remedy: 'No login is left on the runner. Run the job again: what was pushed is found there.',
        };
    }
}
async function act(inputs, world) {
    const plan = (defaultPlatform) => planRequest(inputs, world.run.commit, defaultPlatform, (path) => world.files.resolve(path));
    // Everything that is wrong without AWS is found before the first call.
    const { source, tag = '' } = plan();
    const images = inputs['registry-type'] === 'public' ? world.aws.publicImages : world.aws.images;
    const layout = source.kind === 'layout' ? await images.openLayout(source.path, tag) : undefined;
    const hidden = source.kind === 'build' ? await checkFiles(inputs, world) : [];
    const date = sourceDate(source.kind === 'build' ? world.docker.variable('SOURCE_DATE_EPOCH') : undefined);
    const definition = inputs['task-definition'];
    const runtime = definition === undefined ? undefined : await runtimePlatform(definition, world);
    checkRuntimePlatform(inputs.platforms, runtime, definition ?? '');
    if (inputs.repository !== undefined)
        planRepository(inputs.repository, world.aws.region, inputs['registry-type']);
    const environment = inputs.stack === undefined ? undefined : await (0,find_environment/* findEnvironment */.j)(world.aws, { stack: inputs.stack });
    const architecture = environment?.cpuArchitecture;
    const planned = plan(runtime ?? (architecture === undefined ? undefined : (0,lib_platform/* platformOfArchitecture */.S2)(architecture)));
    const named = inputs.repository ?? environment?.repositoryUri;
    if (named === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input stack: stack ${inputs.stack ?? ''} has no output EcrRepositoryUri.`,
            remedy: 'Add the output to the stack, or give repository: NAME.',
        });
    }
    const request = await derived(planned, layout?.root.descriptor.digest, world);
    const repository = await findRepository(named, images, inputs, world);
    // Only a dry run goes on without a repository.
    if (repository === undefined)
        return wouldPush(request, named, undefined);
    const threshold = inputs['fail-on-severity'];
    const target = {
        request: proven(request, runtime),
        repository,
        images,
        cache: inputs.cache,
        registries: inputs.registries,
        hidden,
        sourceDate: date,
        world,
        ...(layout === undefined ? {} : { layout }),
        ...(threshold === undefined ? {} : { gate: { threshold, minutes: inputs['scan-timeout-minutes'] } }),
    };
    if (request.source.kind === 'stored')
        return await stored(target, inputs);
    await checkCache(target);
    const existing = request.tag === undefined ? undefined : await images.find(repository, { tag: request.tag });
    const decision = decide(request.ifExists, request.tag ?? '', repository, existing);
    switch (decision.kind) {
        case 'refuse':
            throw new errors/* ConfigurationError */.j1(decision);
        case 'reuse':
            return await reuse(target, decision.image, inputs['dry-run']);
        case 'push':
            return inputs['dry-run'] ? wouldPush(request, named, target) : await push(target);
    }
}
/** The request with the tag that `tag: auto` stands for. */
async function derived(request, layout, world) {
    if (request.tag !== 'auto')
        return request;
    if (layout !== undefined)
        return { ...request, tag: contentOfDigest(layout) };
    if (request.source.kind !== 'build')
        return request;
    return { ...request, tag: await contentTag(request.source.build, world) };
}
/** The image has to run where its tasks run, whatever other platforms it is built for. */
function proven(request, runtime) {
    return runtime === undefined || request.platforms.includes(runtime)
        ? request
        : { ...request, platforms: [...request.platforms, runtime] };
}
async function findRepository(named, images, inputs, world) {
    const name = planRepository(named, world.aws.region, inputs['registry-type']);
    if (!inputs['create-repository'])
        return await images.requireRepository(name);
    const found = await images.repository(name);
    if (found !== undefined)
        return found;
    if (inputs['dry-run'])
        return undefined;
    const created = await images.createRepository(name, NEW_REPOSITORY, ({ message, remedy }) => {
        world.progress.report({
            type: 'warning',
            text: `Repository ${name.name} was created without rules of expiry: ${message}`,
            remedy,
        });
    });
    world.progress.report({ type: 'note', text: `Created repository ${created.uri}` });
    return created;
}
/** @throws ConfigurationError when the cache’s repository is missing, or lets no tag be moved */
async function checkCache({ cache, repository, images }) {
    const place = (0,build_push_ecr_cache/* cachePlace */.UH)(cache, repository);
    if (place === undefined)
        return;
    const found = place.repository === repository.name
        ? repository
        : await images.repository({ name: place.repository, account: repository.account });
    if (found === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input cache: there is no repository ${place.repository} in this registry.`,
            remedy: `Create it: aws ecr create-repository --repository-name ${place.repository}, or use cache: ecr, which keeps the cache beside the image.`,
        });
    }
    (0,build_push_ecr_cache/* checkCacheRepository */.n4)(found, place.tag);
}
async function reuse(target, existing, dryRun) {
    const { layout, request, world } = target;
    const offered = layout?.root.descriptor.digest;
    if (offered !== undefined && offered !== existing.digest) {
        world.progress.report({
            type: 'warning',
            text: `Tag ${request.tag ?? ''} stands for ${existing.digest}, not for the layout’s image ${offered}; the image in ECR is used.`,
            remedy: 'Push the layout under a tag of its own, or set if-exists: overwrite.',
        });
    }
    return await conclude(target, existing, undefined, async () => {
        if (!dryRun)
            await addTags(target, existing, request.otherTags);
        return { facts: [] };
    });
}
/** Proves an image that is in ECR already, tags it and protects it. */
async function stored(target, inputs) {
    const { images, repository, request } = target;
    if (request.source.kind !== 'stored')
        throw new TypeError('no digest was given');
    const { digest } = request.source;
    const image = await images.find(repository, { digest });
    if (image === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input digest: repository ${repository.name} has no image ${digest}.`,
            remedy: 'Correct digest or repository; a lifecycle rule may have removed the image, which then has to be built again.',
        });
    }
    return await conclude(target, image, undefined, finishStored(target, image, inputs));
}
function finishStored(target, stored, inputs) {
    return async () => {
        const image = `${target.repository.uri}@${stored.digest}`;
        if (inputs['dry-run'])
            return { facts: [], headline: `Dry run: ${image} is in ECR; nothing was changed.` };
        const added = await addTags(target, stored, tagsOf(target.request));
        const facts = added.length === 0 ? [] : [['Added tags', added.join(', ')]];
        if (inputs.protect === undefined)
            return { facts, headline: `${image} is in ECR.` };
        const result = await (0,protect/* protect */.yQ)(target.images, target.repository, stored, inputs.protect);
        switch (result.kind) {
            case 'refused':
                throw new errors/* ConfigurationError */.j1({
                    message: `Input protect: ${result.message}`,
                    remedy: result.remedy,
                });
            case 'unchanged':
                return { facts, headline: `${image} is marked ${result.tag} already.` };
            case 'protected':
                return {
                    facts: [
                        ...facts,
                        ['Protected', `${result.tag} stands for ${result.digest}`],
                        ...(result.previous === undefined
                            ? []
                            : [['Kept', `${result.previous.tag} stands for ${result.previous.digest}`]]),
                    ],
                    headline: `${image} is marked ${result.tag}: no rule of expiry removes it.`,
                };
        }
    };
}
/** @returns the tags that the image did not have before */
async function addTags({ images, repository }, image, tags) {
    const added = [];
    for (const tag of tags) {
        const current = await images.find(repository, { tag });
        if (current?.digest === image.digest)
            continue;
        await images.tag(repository, image, tag);
        added.push(tag);
    }
    return added;
}

;// CONCATENATED MODULE: ./packages/steps/lib/build-push-ecr/step.js




/** An image into ECR: built with Docker or taken from an OCI layout, proven to be what was asked for. */
const buildPushEcr = {
    name: 'build-push-ecr',
    inputs: inputs/* inputs */.Q,
    outputs: OUTPUTS,
    run: run,
    post: async (remembered, world) => {
        const config = remembered[DOCKER_CONFIG];
        if (config === undefined)
            return;
        const builder = remembered[BUILDER];
        if (builder !== undefined)
            await removeBuilder(builder, config, world);
        await world.docker.forget(config);
    },
};


/***/ }),

/***/ 92642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pG: () => (/* binding */ liveTag),
/* harmony export */   yQ: () => (/* binding */ protect)
/* harmony export */ });
/* unused harmony export protectDigest */
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_tag_mutability__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26707);


const LIVE = 'live-';
const PREVIOUS = 'previous-';
/** The tag of the image that a service runs: `live-web`. */
function liveTag(service) {
    return `${LIVE}${service}`;
}
/**
 * Marks an image as the one that serves, and the one that was marked so far as the one before, so that lifecycle rules
 * keep both: the template's do, and those of `create-repository`. To be called when the image really serves, after the
 * deployment is verified. The image before is kept first, so that nothing loses its protection when this is interrupted;
 * calling it again changes nothing.
 * @param tag `live-` and the service's name, see {@link liveTag}
 * @param before the image that served before where it is known better than by the tag, as when nothing was marked yet
 */
async function protect(images, repository, image, tag, before) {
    const previousTag = `${PREVIOUS}${tag.slice(LIVE.length)}`;
    const live = await images.find(repository, { tag });
    const kept = await images.find(repository, { tag: previousTag });
    if (live?.digest === image.digest) {
        const previous = kept === undefined ? {} : { previous: { tag: previousTag, digest: kept.digest } };
        return { kind: 'unchanged', tag, digest: image.digest, ...previous };
    }
    const last = live ?? before;
    const moves = [
        ...(last === undefined || last.digest === image.digest || kept?.digest === last.digest
            ? []
            : [{ tag: previousTag, to: last, from: kept }]),
        { tag, to: image, from: live },
    ];
    for (const { tag: moved, from } of moves) {
        if (from !== undefined && !(0,_cutover_domain_tag_mutability__WEBPACK_IMPORTED_MODULE_1__/* .isTagMovable */ .V)(repository, moved))
            return immovable(repository, moved, from.digest);
    }
    for (const { tag: moved, to } of moves)
        await images.tag(repository, to, moved);
    return {
        kind: 'protected',
        tag,
        digest: image.digest,
        ...(last === undefined || last.digest === image.digest
            ? {}
            : { previous: { tag: previousTag, digest: last.digest } }),
    };
}
/**
 * {@link protect} for callers that know the image by its digest, as after a deployment: nothing that goes wrong here
 * makes a good deployment bad, so that missing rights and images come back as `refused` too.
 * @param service name of the service that runs the image now
 * @param before digest of the image that the service ran before, if it is known
 */
async function protectDigest(images, place, before) {
    const tag = liveTag(place.service);
    try {
        const repository = await images.repository(place.repository);
        const image = repository === undefined ? undefined : await images.find(repository, { digest: place.digest });
        if (repository === undefined || image === undefined) {
            return {
                kind: 'refused',
                message: `Repository ${place.repository.name} has no image ${place.digest} in this region.`,
                remedy: 'Only images in ECR can be kept from expiry; see to the rules of the registry that holds this one.',
            };
        }
        const last = before === undefined ? undefined : await images.find(repository, { digest: before });
        return await protect(images, repository, image, tag, last);
    }
    catch (error) {
        if (!(error instanceof CutoverError))
            throw error;
        return {
            kind: 'refused',
            message: `Tag ${tag} could not be set: ${error.message}`,
            remedy: error.remedy,
        };
    }
}
function immovable({ name, mutability }, tag, digest) {
    return {
        kind: 'refused',
        message: `Tag ${tag} stands for ${digest}, and repository ${name} lets no tag be moved (image tag mutability is ${mutability}).`,
        remedy: `Exempt these tags: aws ecr put-image-tag-mutability --repository-name ${name} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=${LIVE}* filterType=WILDCARD,filter=${PREVIOUS}* (the bundled template has it so; name the filters that there are already too).`,
    };
}


/***/ })

};
