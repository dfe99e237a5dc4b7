export const id = 6274;
export const ids = [6274];
export const modules = {

/***/ 67501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* reexport safe */ _cutover_steps_run_migration_task_step__WEBPACK_IMPORTED_MODULE_0__.h)
/* harmony export */ });
/* harmony import */ var _cutover_steps_run_migration_task_step__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67415);



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

/***/ 55146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   Pi: () => (/* binding */ commands)
/* harmony export */ });
/* unused harmony export parseCommand */
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);
/* harmony import */ var _shell_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84340);


/** An argument vector written as a JSON array of strings or as shell words. */
function command(options = {}) {
    return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(parseCommand, options);
}
/** One command a line, run one after the other. */
function commands(options = {}) {
    return {
        ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((text) => text
            .split(/\r?\n/)
            .filter((line) => line.trim() !== '')
            .map(parseCommand), { ...options, default: '' }),
    };
}
/** @throws InvalidInput */
function parseCommand(text) {
    if (text.trimStart().startsWith('[')) {
        let value;
        try {
            value = JSON.parse(text);
        }
        catch (error) {
            throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`a JSON array of strings (${error instanceof Error ? error.message : String(error)})`, 'Write it like ["npm", "run", "migrate"], or as words: npm run migrate.');
        }
        if (!Array.isArray(value) || value.length === 0 || !value.every((one) => typeof one === 'string')) {
            throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('a JSON array of strings', 'Write it like ["npm", "run", "migrate"].');
        }
        return value;
    }
    try {
        const words = (0,_shell_words_js__WEBPACK_IMPORTED_MODULE_1__/* .splitShellWords */ .CQ)(text);
        if (words.length === 0)
            throw new _shell_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NoShellWords */ .d6('a command: it is empty');
        return words;
    }
    catch (error) {
        if (!(error instanceof _shell_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NoShellWords */ .d6))
            throw error;
        throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(error.message, 'Quote it, or let the container’s shell do it: ["sh", "-c", "first && second"].');
    }
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

/***/ 84340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ splitShellWords),
/* harmony export */   MS: () => (/* binding */ joinShellWords),
/* harmony export */   d6: () => (/* binding */ NoShellWords)
/* harmony export */ });
/** A command line that can't be split into words; `message` completes "… is not ". */
class NoShellWords extends Error {
    name = 'NoShellWords';
}
const OPERATOR = /[|&;<>`()]/;
/**
 * Splits a command line as a POSIX shell does: blanks separate, single quotes keep everything, double quotes keep
 * everything but `\"`, `\\`, `\$` and `` \` ``, a backslash keeps the next character. Nothing is expanded.
 * @throws NoShellWords for an open quote and for operators, which only a real shell can carry out
 */
function splitShellWords(line) {
    const words = [];
    let word;
    for (let index = 0; index < line.length; index++) {
        const character = line[index];
        if (character === "'") {
            const end = line.indexOf("'", index + 1);
            if (end < 0)
                throw new NoShellWords(`a command: the quote ' at character ${index + 1} is never closed`);
            word = (word ?? '') + line.slice(index + 1, end);
            index = end;
        }
        else if (character === '"') {
            const quoted = /^"((?:[^"\\]|\\[^])*)"/.exec(line.slice(index));
            if (quoted === null)
                throw new NoShellWords(`a command: the quote " at character ${index + 1} is never closed`);
            word =
                (word ?? '') +
                    quoted[1].replaceAll(/\\(["\\$`\n])/g, (_, kept) => (kept === '\n' ? '' : kept));
            index += quoted[0].length - 1;
        }
        else if (character === '\\') {
            index += 1;
            const kept = line[index];
            if (kept === undefined)
                throw new NoShellWords('a command: it ends with a backslash');
            if (kept !== '\n')
                word = (word ?? '') + kept;
        }
        else if (/\s/.test(character)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else if (OPERATOR.test(character)) {
            throw new NoShellWords(`a command without a shell: ${character} at character ${index + 1} means something to a shell only`);
        }
        else {
            word = (word ?? '') + character;
        }
    }
    if (word !== undefined)
        words.push(word);
    return words;
}
/** The line that `splitShellWords` splits into these words. */
function joinShellWords(words) {
    return words
        .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`))
        .join(' ');
}


/***/ }),

/***/ 59502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ containerNamed),
/* harmony export */   MR: () => (/* binding */ containerNames),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   NN: () => (/* binding */ isEssential),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   iw: () => (/* binding */ runsOnFargate)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25726);

/** The container definitions of a task definition, in their order. */
function containersOf(definition) {
    return objectsIn(definition['containerDefinitions']);
}
function containerNames(definition) {
    return containersOf(definition).map((container) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(container['name']));
}
function containerNamed(definition, name) {
    return containersOf(definition).find((container) => container['name'] === name);
}
/** ECS's default for `essential` is true. */
function isEssential(container) {
    return container['essential'] !== false;
}
/** Whether the tasks may run on Fargate, whose rules hold then. */
function runsOnFargate(definition) {
    const compatible = definition['requiresCompatibilities'];
    return Array.isArray(compatible) && compatible.includes('FARGATE');
}
/** The objects of a list; nothing when it is no list. */
function objectsIn(value) {
    return Array.isArray(value) ? value.filter(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW) : [];
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


/***/ }),

/***/ 45149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ checkCredentials)
});

;// CONCATENATED MODULE: ./packages/domain/lib/credential-validity.js
/**
 * Compares the end of the credentials with that of a wait which begins now.
 * @param now epoch milliseconds
 * @param what is waited for: `the deployment`
 */
function warnOfExpiry(validity, now, what, budget) {
    if (validity.kind !== 'until')
        return undefined;
    const end = now + budget.totalMs;
    if (validity.at >= end)
        return undefined;
    const left = Math.floor((validity.at - now) / 60_000);
    return {
        text: `The AWS credentials end at ${iso(validity.at)} (${left < 0 ? 'already over' : `in ${left} min`}), but ${what} may take until ${iso(end)} (${Math.ceil(budget.totalMs / 60_000)} min: ${budget.reason}).`,
        remedy: 'Give role-to-assume: and permissions: id-token: write, and the credentials are renewed meanwhile; or raise role-duration-seconds of aws-actions/configure-aws-credentials, and with it the MaxSessionDuration of the role. Should they end first, what was started goes on in AWS.',
    };
}
function iso(at) {
    return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

;// CONCATENATED MODULE: ./packages/steps/lib/credentials.js

/**
 * Warns, before anything is started, when the AWS credentials end before a wait may.
 * @param what is waited for: `the deployment`
 */
async function checkCredentials({ aws, clock, progress }, what, budget) {
    const warning = warnOfExpiry(await aws.identity.validity(), clock.now(), what, budget);
    if (warning !== undefined)
        progress.report({ type: 'warning', ...warning });
}


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


/***/ }),

/***/ 30158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ closeWindow)
/* harmony export */ });
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _windows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7424);


/**
 * Takes the rules of maintenance windows away from listeners and gives the rules that were moved for them their places
 * back. Harmless where there is none; finds them by their tags, so also those of a run that died.
 * @param only windows of a service, or of an owner (`ownerOf`); all when nothing is given
 * @returns how many rules were taken away
 * @throws AwsCallError, ConfigurationError when a rule could not be deleted
 */
async function closeWindow(listeners, world, only = {}) {
    let closed = 0;
    for (const listener of listeners) {
        for (;;) {
            // Read anew for each: giving places back moves the rest.
            const { windows, others } = await (0,_windows_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesOf */ .fD)(world, listener);
            const [first] = windows
                .filter(({ service, owner }) => (only.service === undefined || only.service === service) &&
                (only.owner === undefined || only.owner === owner))
                .toSorted((a, b) => a.rule.priority - b.rule.priority);
            if (first === undefined)
                break;
            await giveBack(first, [...others, ...windows.map(({ rule }) => rule)], world);
            await world.aws.listenerRules.remove(first.rule.arn);
            closed += 1;
        }
    }
    return closed;
}
async function giveBack({ rule, priority, moved }, rules, world) {
    // The rule is made below the others first: until it stands at its place nothing was moved.
    if (moved === 0 || rule.priority !== priority)
        return;
    const below = rules.filter((one) => one.arn !== rule.arn &&
        one.priority !== undefined &&
        one.priority > priority &&
        one.priority <= priority + moved);
    try {
        await world.aws.listenerRules.place(new Map([
            [rule.arn, priority + moved],
            ...below.map((one) => [one.arn, (one.priority ?? 0) - 1]),
        ]));
    }
    catch (error) {
        // The order is right either way, and users wait for the page to go.
        if (!(error instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .CutoverError */ .DB))
            throw error;
        world.progress.report({
            type: 'warning',
            text: `The rules below the maintenance page keep priorities that are higher by one: ${error.message}`,
            remedy: error.remedy,
        });
    }
}


/***/ }),

/***/ 64508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ TAGS)
/* harmony export */ });
/** Tags by which the rules of a maintenance window are known again, whoever finds them. */
const TAGS = {
    /** The service that is being maintained. */
    window: 'cutover:maintenance',
    /** Run and attempt that the window belongs to: `123.1`. */
    owner: 'cutover:owner',
    /** URL of that run. */
    run: 'cutover:run',
    /** The rule's place, and how many rules were moved down for it. */
    priority: 'cutover:priority',
    moved: 'cutover:moved',
};


/***/ }),

/***/ 58750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ userListeners)
/* harmony export */ });
/* harmony import */ var _cutover_domain_ecs_service__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7137);
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_listener__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51524);
/* harmony import */ var _deployment_find_group_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85088);




/**
 * The listeners that lead to the service's target groups: those of its load balancers, the test listener of its deployment
 * group excepted.
 * @throws ConfigurationError when there is none that could show a page
 */
async function userListeners(aws, environment, service) {
    const ofService = [...((0,_cutover_domain_ecs_service__WEBPACK_IMPORTED_MODULE_2__/* .primaryTaskSet */ .i)(service)?.loadBalancers ?? []), ...service.loadBalancers].map(({ targetGroupArn }) => targetGroupArn);
    const group = service.controller === 'CODE_DEPLOY' ? await (0,_deployment_find_group_js__WEBPACK_IMPORTED_MODULE_1__/* .findGroup */ .$)(aws, environment, {}) : undefined;
    const pair = group === undefined ? [] : await aws.loadBalancing.targetGroupsNamed(group.targetGroups);
    const targetGroups = new Set([...ofService, ...pair.map(({ arn }) => arn)].filter(Boolean));
    const balancers = new Set(pair.flatMap(({ loadBalancerArns }) => loadBalancerArns));
    for (const arn of ofService) {
        const found = pair.find((one) => one.arn === arn) ?? (await aws.loadBalancing.targetGroup(arn));
        for (const balancer of found?.loadBalancerArns ?? [])
            balancers.add(balancer);
    }
    const all = [];
    for (const balancer of balancers)
        all.push(...(await aws.loadBalancing.listenersOf(balancer)));
    const leading = all.filter((listener) => listener.arn !== group?.testListener &&
        listener.rules.some(({ forwards }) => forwards.some(({ targetGroupArn }) => targetGroups.has(targetGroupArn))));
    const [network] = leading.filter(_cutover_domain_listener__WEBPACK_IMPORTED_MODULE_3__/* .isNetworkListener */ .JG);
    if (network !== undefined || leading.length === 0) {
        throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
            message: network === undefined
                ? `Input maintenance: no listener leads to service ${service.name}, so there is nothing to put a page on.`
                : `Input maintenance: listener ${network.arn} belongs to a network load balancer, which can't answer requests itself.`,
            remedy: 'Remove maintenance, or put an application load balancer in front of the service.',
        });
    }
    return { listeners: leading.map(({ arn }) => arn), targetGroups };
}


/***/ }),

/***/ 7424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ windowOf),
/* harmony export */   bf: () => (/* binding */ ownerOf),
/* harmony export */   fD: () => (/* binding */ rulesOf)
/* harmony export */ });
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64508);

/** A listener's rules, those of maintenance windows apart from the others. */
async function rulesOf(world, listener) {
    const rules = await world.aws.listenerRules.of(listener);
    const candidates = rules.filter((rule) => rule.fixedStatus === '503' && rule.priority !== undefined);
    if (candidates.length === 0)
        return { windows: [], others: rules };
    const tags = await world.aws.listenerRules.tags(candidates.map(({ arn }) => arn));
    const windows = candidates.flatMap((rule) => {
        const own = tags.get(rule.arn);
        const service = own?.get(_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAGS */ .g.window);
        if (own === undefined || service === undefined)
            return [];
        return [
            {
                rule,
                service,
                owner: own.get(_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAGS */ .g.owner) ?? '',
                priority: Number(own.get(_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAGS */ .g.priority) ?? rule.priority),
                moved: Number(own.get(_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAGS */ .g.moved) ?? 0),
            },
        ];
    });
    const arns = new Set(windows.map(({ rule }) => rule.arn));
    return { windows, others: rules.filter(({ arn }) => !arns.has(arn)) };
}
/** The step of a run by which a window knows whose it is; a second attempt is another owner. */
function ownerOf({ run }) {
    return [run.runId || 'local', run.runAttempt || '1', run.job, run.step ?? '']
        .join('.')
        .replaceAll(/[^\w.+=:/@-]/g, '-')
        .slice(0, 256);
}
/** `cluster/service`, by which the window of a service is known, whatever run opened it. */
function windowOf({ cluster, name }) {
    return `${cluster.split('/').at(-1) ?? cluster}/${name}`;
}


/***/ })

};
