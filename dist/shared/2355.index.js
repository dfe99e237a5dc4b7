export const id = 2355;
export const ids = [2355];
export const modules = {

/***/ 84627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* reexport safe */ _cutover_steps_build_push_ecr_step__WEBPACK_IMPORTED_MODULE_0__.$)
/* harmony export */ });
/* harmony import */ var _cutover_steps_build_push_ecr_step__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8841);



/***/ }),

/***/ 39778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ findEnvironment)
});

;// CONCATENATED MODULE: ./packages/domain/lib/environment.js
/**
 * The stack outputs that the actions read. Any stack with outputs of these names works, the bundled template's is one.
 * `SubnetIds` and `SecurityGroupId` are comma lists, `CapacityProviderStrategy` is JSON in ECS's spelling.
 */
const STACK_OUTPUTS = (/* unused pure expression or super */ null && ([
    'ClusterName',
    'ServiceName',
    'ContainerName',
    'ContainerPort',
    'AppTaskFamily',
    'CodeDeployApplication',
    'CodeDeployDeploymentGroup',
    'DeploymentConfigName',
    'ExecutionRoleArn',
    'TaskRoleArn',
    'EcrRepositoryUri',
    'LogGroupName',
    'SubnetIds',
    'SecurityGroupId',
    'AssignPublicIp',
    'CapacityProviderStrategy',
    'CpuArchitecture',
    'TaskCpu',
    'TaskMemory',
    'ServiceUrl',
    'TestUrl',
]));
/** Reads an environment from a stack's outputs; `missing` names the outputs without which no deployment is possible. */
function environmentFromOutputs(stack, outputs) {
    const get = (name) => outputs[name] || undefined;
    const cluster = get('ClusterName');
    const service = get('ServiceName');
    if (cluster === undefined || service === undefined) {
        return { missing: ['ClusterName', 'ServiceName'].filter((name) => get(name) === undefined) };
    }
    const subnets = split(get('SubnetIds'));
    const optional = {
        stack,
        cluster,
        service,
        containerName: get('ContainerName'),
        containerPort: get('ContainerPort') === undefined ? undefined : Number(get('ContainerPort')),
        taskFamily: get('AppTaskFamily'),
        codeDeployApplication: get('CodeDeployApplication'),
        codeDeployDeploymentGroup: get('CodeDeployDeploymentGroup'),
        deploymentConfig: get('DeploymentConfigName'),
        executionRoleArn: get('ExecutionRoleArn'),
        taskRoleArn: get('TaskRoleArn'),
        repositoryUri: get('EcrRepositoryUri'),
        logGroup: get('LogGroupName'),
        network: subnets.length === 0
            ? undefined
            : {
                subnets,
                securityGroups: split(get('SecurityGroupId')),
                assignPublicIp: get('AssignPublicIp') === 'ENABLED' ? 'ENABLED' : 'DISABLED',
            },
        capacityProviders: capacityProviders(get('CapacityProviderStrategy')),
        cpuArchitecture: get('CpuArchitecture'),
        taskCpu: get('TaskCpu'),
        taskMemory: get('TaskMemory'),
        serviceUrl: get('ServiceUrl'),
        testUrl: get('TestUrl'),
    };
    return {
        environment: Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    };
}
function split(value) {
    return (value ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
}
function capacityProviders(value) {
    if (value === undefined)
        return undefined;
    const items = JSON.parse(value);
    return items.map(({ capacityProvider, weight = 0, base = 0 }) => ({ capacityProvider, weight, base }));
}

// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
;// CONCATENATED MODULE: ./packages/aws/lib/find-environment.js


/**
 * Reads the stack's outputs if a stack is named; `cluster` and `service` given beside it win. Without a stack only the
 * names are known, the rest is found from the service by whoever needs it.
 * @throws ConfigurationError when neither is given, the stack does not exist or lacks the outputs
 */
async function findEnvironment(aws, named) {
    const { stack: name, cluster, service } = named;
    if (name === undefined) {
        if (service === undefined) {
            throw new errors/* ConfigurationError */.j1({
                message: 'Neither input stack nor input service was given.',
                remedy: 'Add stack: NAME (the CloudFormation stack), or cluster: and service:.',
            });
        }
        return { cluster: cluster ?? 'default', service };
    }
    const stack = await aws.stacks.describe(name);
    if (stack === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input stack: there is no stack ${name} in ${aws.region}.`,
            remedy: 'Create it with the deploy-stack action, or correct the name or aws-region.',
        });
    }
    const found = environmentFromOutputs(name, stack.outputs);
    if ('missing' in found) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input stack: stack ${name} has no output ${found.missing.join(' and no output ')}.`,
            remedy: 'Create the stack from the bundled template (deploy-stack), add these outputs, or give cluster: and service: instead.',
        });
    }
    return {
        ...found.environment,
        ...(cluster === undefined ? {} : { cluster }),
        ...(service === undefined ? {} : { service }),
    };
}


/***/ }),

/***/ 4341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bz: () => (/* binding */ cluster),
/* harmony export */   eu: () => (/* binding */ service),
/* harmony export */   t$: () => (/* binding */ stack)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);

/** An ECS cluster as users name it: by name or ARN. */
const cluster = () => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)({
    pattern: /^([\w-]{1,255}|arn:aws[\w-]*:ecs:[\w-]+:\d{12}:cluster\/[\w-]{1,255})$/,
    expected: 'the name or ARN of an ECS cluster',
    example: 'shop or arn:aws:ecs:us-east-1:123456789012:cluster/shop',
});
/** An ECS service as users name it: by name or ARN, of the old form without the cluster too. */
const service = () => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)({
    pattern: /^([\w-]{1,255}|arn:aws[\w-]*:ecs:[\w-]+:\d{12}:service\/([\w-]{1,255}\/)?[\w-]{1,255})$/,
    expected: 'the name or ARN of an ECS service',
    example: 'web or arn:aws:ecs:us-east-1:123456789012:service/shop/web',
});
/** A CloudFormation stack as users name it: by name or ARN. */
const stack = () => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)({
    pattern: /^([A-Za-z][A-Za-z0-9-]{0,127}|arn:aws[\w-]*:cloudformation:[\w-]+:\d{12}:stack\/\S+)$/,
    expected: 'the name or ARN of a CloudFormation stack',
    example: 'shop-production',
});


/***/ }),

/***/ 98711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   en: () => (/* binding */ isRepositoryName),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35948);

const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const ECR_HOST = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws)$/;
/** Whether ECR takes the text as a repository's name: 2 to 256 characters, lower case. */
function isRepositoryName(text) {
    return text.length >= 2 && text.length <= 256 && NAME.test(text);
}
function isTag(text) {
    return TAG.test(text);
}
/**
 * From `name` or `host/name`; undefined when it is neither, or has a tag, a digest or a scheme. ECR's names may have dots
 * where Docker would see a host: only a host of ECR or of this machine is taken for one.
 */
function parseRepository(text) {
    const reference = parseImageReference(text);
    if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined)
        return undefined;
    const { host = '' } = reference;
    const isHost = reference.account !== undefined || /^(?:localhost|\d+(?:\.\d+){3})$|:/.test(host);
    return host === '' || isHost || !isRepositoryName(text) ? reference : { name: text };
}
/** As Docker reads it. */
function parseImageReference(text) {
    const [path = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest)))
        return undefined;
    const slash = path.indexOf('/');
    const head = slash === -1 ? '' : path.slice(0, slash);
    // As Docker decides: a host has a dot or a port, or is localhost.
    const host = /[.:]/.test(head) || head === 'localhost' ? head : undefined;
    const rest = host === undefined ? path : path.slice(slash + 1);
    const colon = rest.lastIndexOf(':');
    const name = colon === -1 ? rest : rest.slice(0, colon);
    const tag = colon === -1 ? undefined : rest.slice(colon + 1);
    if (!isRepositoryName(name) || (tag !== undefined && !isTag(tag)))
        return undefined;
    const [, account, region] = ECR_HOST.exec(host ?? '') ?? [];
    return {
        name,
        ...(host === undefined ? {} : { host }),
        ...(account === undefined ? {} : { account }),
        ...(region === undefined ? {} : { region }),
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   pB: () => (/* binding */ formatJsonPath)
/* harmony export */ });
/* unused harmony export atJsonPath */
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** `containerDefinitions[0].image` */
function formatJsonPath(path) {
    return path
        .map((part, index) => {
        if (typeof part === 'number')
            return `[${part}]`;
        if (!/^[\w-]+$/.test(part))
            return `[${JSON.stringify(part)}]`;
        return index === 0 ? part : `.${part}`;
    })
        .join('');
}
/** The value at a path; undefined when there is none. */
function atJsonPath(value, path) {
    let found = value;
    for (const part of path) {
        if (typeof part === 'number')
            found = Array.isArray(found) ? found[part] : undefined;
        else
            found = isJsonObject(found) && Object.hasOwn(found, part) ? found[part] : undefined;
    }
    return found;
}
/** A string as it is, anything else as JSON; empty for nothing. */
function textOf(value) {
    if (value === undefined)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}


/***/ }),

/***/ 13329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);

const JITTER = 0.1;
/** So long may AWS or the network be out of reach, beyond the retries of each call, before a wait gives up. */
const OUTAGE_MS = 5 * 60_000;
/**
 * The one wait loop: looks, and looks again until the probe is done or the deadline has passed. A last look is taken at
 * the deadline itself. Errors of the probe end the wait, but for transient ones: what is watched goes on without us, so
 * that a look that can't be taken now is taken later.
 */
async function wait(probe, options) {
    const { clock, signal, intervalMs } = options;
    const deadline = () => typeof options.deadline === 'number' ? options.deadline : options.deadline();
    const started = clock.now();
    let answeredAt;
    const look = async () => {
        try {
            const verdict = await probe();
            answeredAt = clock.now();
            return verdict;
        }
        catch (error) {
            const lost = clock.now() >= Math.min((answeredAt ?? started) + OUTAGE_MS, deadline());
            if (signal.aborted || !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ) || !error.transient)
                throw error;
            // A deadline that passes in an outage is still a deadline, unless nothing at all was ever seen.
            if (lost && (answeredAt === undefined || clock.now() < deadline()))
                throw error;
            return { state: 'pending', reason: error.message };
        }
    };
    for (;;) {
        signal.throwIfAborted();
        const verdict = await look();
        if (verdict.state === 'done')
            return { kind: 'done', value: verdict.value };
        const now = clock.now();
        if (now >= deadline())
            return { kind: 'timedOut', reason: verdict.reason, waitedMs: now - started };
        options.onPending?.(verdict.reason, now - started);
        const pause = Math.min(verdict.delayMs ?? intervalMs, intervalMs) * (1 + clock.random() * (options.jitter ?? JITTER));
        await clock.sleep(Math.max(1, Math.min(pause, deadline() - now)), signal);
    }
}


/***/ })

};
