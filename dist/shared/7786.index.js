export const id = 7786;
export const ids = [7786,5449];
export const modules = {

/***/ 35514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* reexport safe */ _cutover_steps_blue_green_codedeploy_step__WEBPACK_IMPORTED_MODULE_0__.O)
/* harmony export */ });
/* harmony import */ var _cutover_steps_blue_green_codedeploy_step__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7789);



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

/***/ 7137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ primaryTaskSet),
/* harmony export */   q: () => (/* binding */ servingRevision)
/* harmony export */ });
/** The task set that serves production, if the service has one. */
function primaryTaskSet(service) {
    return service.taskSets.find(({ status }) => status === 'PRIMARY');
}
/** The revision that serves production now: that of PRIMARY for CODE_DEPLOY, the service's own otherwise. */
function servingRevision(service) {
    return primaryTaskSet(service)?.taskDefinition ?? service.taskDefinition;
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

/***/ 95449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ unknownAliases),
/* harmony export */   readSourceText: () => (/* binding */ readSourceText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58059);


/**
 * Reads JSON (comments and trailing commas allowed) or YAML.
 * @param file name for error messages and places
 * @throws ConfigurationError with line and column of every syntax error and every duplicate key
 */
function readSourceText(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const looksLikeJson = /^(\s|\/\/.*|\/\*[^]*?\*\/)*[{[]/.test(plain);
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(looksLikeJson ? withoutJsonComments(plain) : plain, {
        lineCounter: lines,
        prettyErrors: false,
        uniqueKeys: true,
        logLevel: 'silent',
        version: '1.2',
    });
    if (looksLikeJson && /\.jsonc?$/i.test(file))
        document.errors.push(...bareWords(document));
    if (document.errors.length === 0)
        document.errors.push(...unknownAliases(document));
    const placeAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col };
    };
    if (document.errors.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(tellingErrors(document.errors).map((error) => ({
            message: error.code === 'DUPLICATE_KEY'
                ? `the key ${keyAt(plain, error.pos[0])} stands there twice`
                : inWordsOf(error.message, looksLikeJson),
            remedy: error.code === 'DUPLICATE_KEY'
                ? 'Remove one of the two: only one of them could take effect.'
                : `Correct the ${looksLikeJson ? 'JSON' : 'YAML'} at this place.`,
            place: placeAt(error.pos[0]),
        })));
    }
    return {
        value: valueOf(document, file),
        placeOf: (path) => {
            for (let length = path.length; length >= 0; length--) {
                const node = nodeAt(document, path.slice(0, length));
                if (node?.range)
                    return placeAt(node.range[0]);
            }
            return { file };
        },
        spellingOf: (path) => {
            const node = nodeAt(document, path);
            return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.source !== undefined ? node.source : undefined;
        },
    };
}
/** YAML takes words without quotes for strings; in a JSON file they are slips. */
function bareWords(document) {
    const found = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Scalar: (place, { type, value, range }) => {
            if (type !== 'PLAIN' || typeof value !== 'string' || !range)
                return;
            // A value may be a secret; a key and a slip of true, false or null are none.
            const shown = place === 'key' || /^(t|f|n|un)[a-z]{1,7}$/i.test(value) ? JSON.stringify(value) : 'a word';
            found.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([range[0], range[1]], 'UNEXPECTED_TOKEN', `${shown} stands here without quotes`));
        },
    });
    return found;
}
/** An alias stands for an anchor above it; without one there is no value. */
function unknownAliases(document) {
    const found = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_, alias) => {
            const [from = 0, to = 0] = alias.range ?? [];
            if (alias.resolve(document) === undefined)
                found.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([from, to], 'BAD_ALIAS', `there is no anchor &${alias.source} above this alias`));
        },
    });
    return found;
}
/** The parser's "unexpected" is an echo of what another error explains. */
function tellingErrors(errors) {
    const telling = errors.filter(({ message }) => !message.startsWith('Unexpected '));
    return telling.length > 0 ? telling : errors;
}
function valueOf(document, file) {
    try {
        return (document.toJS({ maxAliasCount: 1000 }) ?? null);
    }
    catch (error) {
        // What is left is a few aliases that stand for a huge value.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1({
            message: error instanceof Error ? error.message : String(error),
            remedy: 'Write the values out, or use fewer aliases.',
            place: { file },
        }, { cause: error });
    }
}
/** The parser speaks YAML; who wrote JSON is told in JSON's words. */
function inWordsOf(message, json) {
    const text = message.replace(/\.?$/, '');
    if (!json)
        return text;
    if (text.startsWith('Missing ,'))
        return 'a comma is missing before this';
    if (text.startsWith('Block collections'))
        return 'a comma is missing behind the value that begins here';
    return text
        .replace('Flow map in block collection', 'Flow map')
        .replace('Flow sequence in block collection', 'Flow sequence')
        .replace('must be sufficiently indented and end with', 'must end with')
        .replace('Flow map', 'the object')
        .replace('Flow sequence', 'the list')
        .replace('a }', 'a } here')
        .replace('a ]', 'a ] here');
}
function nodeAt(document, path) {
    let node = document.contents;
    for (const part of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            node = node.resolve(document);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node))
            return undefined;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find(({ key }) => String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? key.value : key) === String(part));
            node = pair?.value ?? ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(pair) ? pair.key : undefined);
        }
        else {
            node = node.get(part, true);
        }
    }
    return (node ?? undefined);
}
function keyAt(text, offset) {
    return /^"(?:[^"\\]|\\.)*"|^[^\s:]+/.exec(text.slice(offset))?.[0] ?? 'here';
}
/** Blanks out `//` and block comments and tabs outside strings, so that every offset stays where it was. */
function withoutJsonComments(text) {
    const token = /"(?:[^"\\\n]|\\.)*"|(?<![:\w])\/\/[^\n]*|(?<=[\w"])\/\/[^\n]*|\/\*[^]*?\*\/|\t/g;
    return text.replace(token, (found) => (found.startsWith('"') ? found : found.replaceAll(/[^\r\n]/g, ' ')));
}


/***/ }),

/***/ 23871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fC: () => (/* binding */ traceOf),
/* harmony export */   iF: () => (/* binding */ TRACE_TAGS),
/* harmony export */   nr: () => (/* binding */ revisionTags),
/* harmony export */   qH: () => (/* binding */ tagProblem)
/* harmony export */ });
/* unused harmony export isReserved */
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);

/**
 * Tags by which a revision tells where it came from. register-taskdef writes them; the guard against stale commits, the
 * rollback to a commit or digest, and a registration whose answer was lost read them.
 */
const TRACE_TAGS = {
    /** The commit's 40 hexadecimal digits. */
    commit: 'cutover:commit',
    /** URL of the workflow run. */
    run: 'cutover:run',
    /** `sha256:…` of the image that the inputs named; absent when they named several or none by digest. */
    digest: 'cutover:digest',
};
/** Longest value of a tag. */
const LONGEST = 256;
/** Reads where a revision came from. */
function traceOf(tags) {
    const commit = tags.get(TRACE_TAGS.commit);
    const runUrl = tags.get(TRACE_TAGS.run);
    const digest = tags.get(TRACE_TAGS.digest);
    return {
        ...(commit === undefined ? {} : { commit }),
        ...(runUrl === undefined ? {} : { runUrl }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** The base's tags, the input's over them, and where the revision comes from. An older origin is never kept. */
function revisionTags(base, given, run, digest) {
    const trace = [
        [TRACE_TAGS.commit, run.commit],
        [TRACE_TAGS.run, run.runUrl],
        [TRACE_TAGS.digest, digest ?? ''],
    ];
    return new Map([
        ...[...base].filter(([key]) => !isReserved(key)),
        ...given,
        ...trace.filter(([, value]) => value !== '' && value.length <= LONGEST),
    ]);
}
/** Keys of AWS, which nobody else may write, and our own. */
function isReserved(key) {
    return /^(aws|cutover):/i.test(key);
}
/** Why ECS takes no such tag, or why it can't be chosen freely; undefined when all is well. */
function tagProblem(key, value) {
    if (key === '')
        return { message: 'a tag has no key', remedy: 'Write {"key": "…", "value": "…"}.' };
    if (/^aws:/i.test(key)) {
        return {
            message: `the key ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .k9)(key)} begins with aws:`,
            remedy: 'Choose another key: those that begin with aws: are written by AWS only.',
        };
    }
    if (isReserved(key)) {
        return {
            message: `the key ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .k9)(key)} begins with cutover:`,
            remedy: 'Choose another key: those that begin with cutover: tell where the revision came from.',
        };
    }
    if (key.length > 128 || value.length > LONGEST) {
        return {
            message: `the tag ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .k9)(key)} has a ${key.length > 128 ? `key of ${key.length}` : `value of ${value.length}`} characters`,
            remedy: `A key has at most 128 characters, a value ${LONGEST}.`,
        };
    }
    if (TAG_TEXT.test(key) && TAG_TEXT.test(value))
        return undefined;
    return {
        message: `the tag ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .k9)(`${key}=${value}`)} has characters that ECS takes in no tag`,
        remedy: 'Use letters, digits, spaces and _ . : / = + - @ only.',
    };
}
/** What ECS takes in keys and values of tags. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;


/***/ }),

/***/ 85088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ findGroup),
/* harmony export */   y: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);

/**
 * The deployment group of a service: the one given, else the stack's, else the one of the names that the ECS console
 * gives, else the only one in the account that names the service.
 * @throws ConfigurationError when there is none, or more than one
 */
async function findGroup(aws, environment, given) {
    const { cluster, service } = environment;
    if (given.application !== undefined && given.group !== undefined) {
        return ((await aws.deploymentGroups.describe(given.application, given.group)) ??
            missing(`CodeDeploy has no deployment group ${given.group} in application ${given.application}.`, 'Correct codedeploy-application and codedeploy-deployment-group, or leave both out to have them found.'));
    }
    if (given.application === undefined && given.group === undefined) {
        const { codeDeployApplication, codeDeployDeploymentGroup } = environment;
        if (codeDeployApplication !== undefined && codeDeployDeploymentGroup !== undefined) {
            return ((await aws.deploymentGroups.describe(codeDeployApplication, codeDeployDeploymentGroup)) ??
                missing(`Stack ${environment.stack ?? ''} names deployment group ${codeDeployDeploymentGroup} in application ${codeDeployApplication}, which CodeDeploy does not have.`, 'Update the stack, or give codedeploy-application and codedeploy-deployment-group.'));
        }
    }
    const usual = await aws.deploymentGroups.describe(given.application ?? `AppECS-${cluster}-${service}`, given.group ?? `DgpECS-${cluster}-${service}`);
    if (usual !== undefined)
        return usual;
    const applications = given.application === undefined ? await aws.deploymentGroups.applications() : [given.application];
    const found = [];
    for (const application of applications) {
        const groups = await aws.deploymentGroups.of(application);
        found.push(...groups.filter((group) => (given.group === undefined || group.name === given.group) && isOf(group, cluster, service)));
    }
    const [only, ...more] = found;
    if (only === undefined) {
        return missing(`No CodeDeploy deployment group is for service ${service} in cluster ${cluster} (looked in ${applications.length === 0 ? 'no application of the ECS platform' : applications.join(', ')}).`, 'Create one (the bundled template does), or give codedeploy-application and codedeploy-deployment-group.');
    }
    if (more.length > 0) {
        return missing(`More than one deployment group is for service ${service}: ${found.map((one) => `${one.application}/${one.name}`).join(', ')}.`, 'Give codedeploy-application and codedeploy-deployment-group.');
    }
    return only;
}
function isOf(group, cluster, service) {
    return group.services.some((one) => one.cluster === cluster && one.service === service);
}
function missing(message, remedy) {
    throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({ message, remedy });
}


/***/ })

};
