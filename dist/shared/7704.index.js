export const id = 7704;
export const ids = [7704];
export const modules = {

/***/ 19669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* reexport safe */ _cutover_steps_verify_target_health_step__WEBPACK_IMPORTED_MODULE_0__.n)
/* harmony export */ });
/* harmony import */ var _cutover_steps_verify_target_health_step__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46201);



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

/***/ 13520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ targetReason),
/* harmony export */   j: () => (/* binding */ reasonInWords)
/* harmony export */ });
/** What each reason code of the load balancer means, as the end of a sentence that starts with the target. */
const REASONS = {
    'Elb.RegistrationInProgress': 'is being registered',
    'Elb.InitialHealthChecking': 'gets its first health checks',
    'Elb.InternalError': 'could not be checked because of an error inside the load balancer',
    'Target.ResponseCodeMismatch': 'answers the health check with a status that the target group does not accept',
    'Target.Timeout': 'does not answer the health check in time',
    'Target.FailedHealthChecks': 'refuses or resets the health check’s connection',
    'Target.NotRegistered': 'is not registered in the target group',
    'Target.NotInUse': 'gets no traffic: no listener forwards to the target group, or its zone is not enabled',
    'Target.DeregistrationInProgress': 'is draining',
    'Target.InvalidState': 'is stopped or terminated',
    'Target.IpUnusable': 'has an address that belongs to a load balancer',
    'Target.HealthCheckDisabled': 'is not checked: health checks are off',
};
/** One sentence about a target: `10.0.1.2:8080 is unhealthy: it answers … (Health checks failed with these codes: [502]).` */
function targetReason(target) {
    const name = `${target.id}:${target.port}`;
    const meaning = target.reason === undefined ? undefined : (REASONS[target.reason] ?? target.reason);
    const said = target.description === undefined ? '' : ` (${target.description})`;
    if (meaning === undefined)
        return `${name} is ${target.state}${said}.`;
    return REASONS[target.reason ?? ''] === undefined
        ? `${name} is ${target.state}: ${meaning}${said}.`
        : `${name} is ${target.state}: it ${meaning}${said}.`;
}
/** What a target's reason code means, with what the load balancer says of it; empty for a target without a reason. */
function reasonInWords({ reason, description }) {
    if (reason === undefined)
        return description ?? '';
    const meaning = REASONS[reason];
    const said = description === undefined ? '' : ` (${description.replace(/\.$/, '')})`;
    return meaning === undefined ? `${reason}${said}` : `${reason}: it ${meaning}${said}`;
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

/***/ 53515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G2: () => (/* binding */ observeStops),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   eV: () => (/* binding */ distinctStops)
/* harmony export */ });
/* unused harmony export describeStop */
/* harmony import */ var _capacity_reason_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76625);

/**
 * Whether a task of a service stopped by its own fault. A service's task is meant to run for ever, so that an essential
 * container's exit is a failure whatever its code; scaling, deployments and people stop tasks for reasons of their own,
 * and a lack of capacity is no fault of the revision: ECS tries again.
 */
function hasFailed(task) {
    switch (task.stopCode) {
        case 'TaskFailedToStart':
            return !(0,_capacity_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .isCapacityReason */ .x)(task.stoppedReason);
        case 'EssentialContainerExited':
            return true;
        default:
            return /failed (ELB|container) health checks/i.test(task.stoppedReason);
    }
}
/** One line about why a task stopped: its reason, and each container's exit code. */
function describeStop(task) {
    const containers = task.containers
        .filter(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined)
        .map(({ name, exitCode, reason }) => `${name}${exitCode === undefined ? ' never started' : ` exit code ${exitCode}`}${reason === undefined ? '' : `: ${reason}`}`);
    return [task.stoppedReason || task.stopCode || 'no reason given', ...containers].join('; ');
}
/** The distinct ways in which tasks stopped, the most frequent first. */
function distinctStops(tasks) {
    const found = new Map();
    for (const task of tasks) {
        const text = describeStop(task);
        const entry = found.get(text);
        if (entry === undefined)
            found.set(text, { text, count: 1, example: task });
        else
            entry.count++;
    }
    return [...found.values()].sort((a, b) => b.count - a.count);
}
/** What failed tasks say to the diagnosis. */
function observeStops(tasks) {
    return distinctStops(tasks).flatMap(({ example: task }) => [
        { source: 'ecs:DescribeTasks stoppedReason', text: task.stoppedReason, subject: task.arn },
        ...task.containers.flatMap(({ name, exitCode, reason }) => [
            ...(reason === undefined ? [] : [{ source: 'ecs:DescribeTasks reason', text: reason, subject: name }]),
            ...(exitCode === undefined || exitCode === 0
                ? []
                : [{ source: 'exit code', text: `exit code ${exitCode}`, subject: name }]),
        ]),
    ]);
}


/***/ }),

/***/ 50209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ judgeTargets),
/* harmony export */   h: () => (/* binding */ groupName)
/* harmony export */ });
/* harmony import */ var _diagnosis_target_reason_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13520);
/* harmony import */ var _revision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69657);
/* harmony import */ var _listener_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51524);



/**
 * Whether enough healthy targets serve, in every group that requests really reach, each of them a running task of the
 * expected revision. Draining targets are on their way out and don't count either way.
 */
function judgeTargets(look, expected) {
    const groups = look.entrances.map((entrance) => judgeEntrance(look, entrance, expected));
    const amiss = groups.filter(({ ok }) => !ok);
    const said = amiss.length > 0 ? amiss : groups;
    return {
        ok: groups.length > 0 && amiss.length === 0,
        reason: groups.length === 0 ? 'the service has no target group' : said.map(({ reason }) => reason).join('; '),
        warmingUp: amiss.length > 0 && amiss.every(({ warmingUp }) => warmingUp),
        groups,
    };
}
function judgeEntrance(look, entrance, expected) {
    const { candidates, listeners, wanted } = entrance;
    const reached = new Map();
    for (const [group, percent] of listeners.flatMap((listener) => [...(0,_listener_js__WEBPACK_IMPORTED_MODULE_1__/* .served */ .EZ)(listener)])) {
        if (candidates.includes(group))
            reached.set(group, Math.max(percent, reached.get(group) ?? 0));
    }
    const [first, ...more] = reached.keys();
    const refuse = (finding, reason, group) => ({
        finding,
        ok: false,
        reason,
        warmingUp: false,
        targetGroup: group,
        healthy: 0,
        targets: [],
    });
    const names = candidates.map(groupName);
    if (listeners.length === 0)
        return refuse('unreached', `no listener forwards to ${names.join(' or ')}`);
    const ports = [...new Set(listeners.map(({ port }) => port))].join(' and ');
    const name = `the ${expected.listenerName ?? 'production listener'} on port ${ports}`;
    if (first === undefined) {
        return refuse('unreached', names.length === 1
            ? `${name} does not forward to ${names[0]}`
            : `${name} forwards to none of the service’s target groups (${names.join(', ')})`);
    }
    if (more.length > 0) {
        const split = [...reached].map(([group, percent]) => `${groupName(group)} ${formatPercent(percent)}`);
        return refuse('divided', `${name} still divides the requests: ${split.join(', ')}`);
    }
    if (wanted !== undefined && wanted !== first) {
        return refuse('elsewhere', `${name} forwards to ${groupName(first)}, not to ${groupName(wanted)}`, first);
    }
    return judgeGroup(look, expected, first);
}
/** Thirds have no end. */
function formatPercent(percent) {
    return `${Math.round(percent * 10) / 10} %`;
}
function judgeGroup(look, expected, group) {
    const health = look.health.get(group);
    const targets = (health ?? []).map((target) => mapped(target, look.tasks));
    const counted = targets.filter(({ state }) => state !== 'draining' && state !== 'unhealthy.draining');
    const healthy = counted.filter(({ state }) => state === 'healthy');
    const right = healthy.filter(({ revision }) => revision === expected.revision);
    const said = (finding, reason, warmingUp = false) => ({
        finding,
        ok: finding === 'healthy',
        reason,
        warmingUp,
        targetGroup: group,
        healthy: right.length,
        targets,
    });
    const name = groupName(group);
    const wanted = (0,_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRevision */ .T)(expected.revision);
    if (health === undefined)
        return said('missing', `target group ${name} does not exist`);
    if (counted.length === 0) {
        const leaving = targets.length === 0 ? '' : ` but ${targets.length} on the way out`;
        return said('empty', `target group ${name} has no targets${leaving}`);
    }
    const stranger = healthy.find(({ revision }) => revision !== expected.revision);
    if (stranger !== undefined) {
        return said('stranger', stranger.task === undefined
            ? `healthy target ${stranger.id}:${stranger.port} in ${name} is no running task of the service`
            : `healthy target ${stranger.id}:${stranger.port} in ${name} runs ${(0,_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRevision */ .T)(stranger.revision ?? '')}, not ${wanted}`);
    }
    const others = counted.filter(({ state }) => state !== 'healthy');
    const detail = [...new Set(others.map((one) => (0,_diagnosis_target_reason_js__WEBPACK_IMPORTED_MODULE_0__/* .targetReason */ .G)(one).replace(/\.$/, '')))].join('; ');
    if (right.length >= expected.minHealthy) {
        const besides = detail === '' ? '' : ` (besides, ${detail})`;
        return said('healthy', `${right.length} healthy ${right.length === 1 ? 'target' : 'targets'} in ${name}, all of ${wanted}${besides}`);
    }
    return said('tooFew', `${right.length} of ${expected.minHealthy} targets are healthy in ${name}${detail === '' ? '' : ` (${detail})`}`, others.length > 0 && others.every(({ state }) => state === 'initial'));
}
function mapped(target, tasks) {
    const task = tasks.find(({ addresses, status }) => status === 'RUNNING' &&
        (addresses.includes(target.id) || addresses.includes(`${target.id}:${target.port}`)));
    if (task === undefined)
        return target;
    return {
        ...target,
        task: task.arn,
        revision: task.taskDefinition,
        // The load balancer names a zone only of what lies outside its VPC.
        ...(target.zone === undefined && task.zone !== undefined ? { zone: task.zone } : {}),
        ...(task.networkInterface === undefined ? {} : { networkInterface: task.networkInterface }),
        ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt }),
    };
}
/** The name inside a target group's ARN. */
function groupName(arn) {
    return /:targetgroup\/([^/]+)\//.exec(arn)?.[1] ?? arn;
}


/***/ }),

/***/ 37698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ textTable)
/* harmony export */ });
/** A table as aligned text, for logs; columns that are empty throughout are left out. */
function textTable(header, rows) {
    const used = header.flatMap((_, column) => rows.length === 0 || rows.some((row) => (row[column] ?? '') !== '') ? [column] : []);
    const lines = [header, ...rows].map((row) => used.map((column) => (row[column] ?? '').replaceAll(/\s*[\r\n]+\s*/g, ' ')));
    const widths = used.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
    return lines
        .map((line) => line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd())
        .join('\n');
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

/***/ 33235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ abortable)
/* harmony export */ });
/** A promise that gives up waiting as soon as the signal is aborted; what it waited for goes on unobserved. */
async function abortable(signal, work) {
    signal.throwIfAborted();
    let abort;
    const aborted = new Promise((_, reject) => {
        abort = () => {
            reject(signal.reason);
        };
        signal.addEventListener('abort', abort, { once: true });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        if (abort !== undefined)
            signal.removeEventListener('abort', abort);
        work.catch(() => undefined);
    }
}


/***/ }),

/***/ 25252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jv: () => (/* binding */ describeService),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   rI: () => (/* binding */ requireName)
/* harmony export */ });
/* harmony import */ var _cutover_aws_find_environment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39778);
/* harmony import */ var _cutover_domain_arn__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32549);
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58059);



/** @throws ConfigurationError before any call when nothing names the service */
function requireName(given) {
    if (given.stack !== undefined || given.service !== undefined)
        return;
    throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1({
        message: 'Neither input stack nor input service was given.',
        remedy: 'Add stack: NAME (the CloudFormation stack), or cluster: and service:.',
    });
}
/** The environment with names of cluster and service where the user may have given ARNs: CodeDeploy knows names only. */
async function environmentOf(aws, given) {
    const found = await (0,_cutover_aws_find_environment__WEBPACK_IMPORTED_MODULE_0__/* .findEnvironment */ .j)(aws, given);
    return { ...found, cluster: (0,_cutover_domain_arn__WEBPACK_IMPORTED_MODULE_2__/* .lastSegment */ .m)(found.cluster), service: (0,_cutover_domain_arn__WEBPACK_IMPORTED_MODULE_2__/* .lastSegment */ .m)(found.service) };
}
/** The service, or undefined when the cluster has none of the name. @throws ConfigurationError when there is no such cluster */
async function describeService(aws, { cluster, service }) {
    try {
        return await aws.services.describe(cluster, service);
    }
    catch (error) {
        if (!(error instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__/* .AwsCallError */ .iQ) || error.code !== 'ClusterNotFoundException')
            throw error;
        throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1({
            message: `There is no ECS cluster ${cluster} in ${aws.region}.`,
            remedy: 'Correct cluster (without it the cluster default is meant), or aws-region.',
        }, { cause: error });
    }
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


/***/ })

};
