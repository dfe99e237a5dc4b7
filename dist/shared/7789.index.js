export const id = 7789;
export const ids = [7789];
export const modules = {

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

/***/ 41846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ refuseDowngrade),
/* harmony export */   N: () => (/* binding */ servedCommit)
/* harmony export */ });
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_revision__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69657);
/* harmony import */ var _cutover_domain_task_definition_trace_tags__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23871);



/** The commit that register-taskdef wrote to the revision that serves; undefined when nobody did. */
async function servedCommit({ aws }, revision) {
    const { commit, runUrl } = (0,_cutover_domain_task_definition_trace_tags__WEBPACK_IMPORTED_MODULE_1__/* .traceOf */ .fC)(await aws.deployableRevisions.tags(revision));
    if (commit === undefined)
        return undefined;
    return { what: `${(0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_2__/* .formatRevision */ .T)(revision)}, which serves`, commit, runUrl };
}
/**
 * Refuses to replace a newer commit by an older one, as a job does that was overtaken in the queue. GitHub knows which is
 * older; where it can't be asked, the order of the runs tells, and where that tells nothing, a warning says so.
 * @throws ConfigurationError when this commit is older
 */
async function refuseDowngrade(world, newest, token) {
    const { progress, run } = world;
    if (run.commit === '' || newest.commit === run.commit)
        return;
    const [, repository, theirRun] = /([^/]+\/[^/]+)\/actions\/runs\/(\d+)/.exec(newest.runUrl ?? '') ?? [];
    const [ours, theirs] = [run.commit.slice(0, 7), newest.commit.slice(0, 7)];
    if (repository !== undefined && repository !== run.repository) {
        progress.report({
            type: 'note',
            text: `${newest.what}, was made from ${repository}; commits of two repositories are not compared.`,
        });
        return;
    }
    const relation = await world.ancestry(newest.commit, run.commit, token);
    switch (relation.kind) {
        case 'identical':
        case 'ahead':
            return;
        case 'behind':
            return refuse(`Commit ${ours} is older than ${theirs} of ${newest.what}`);
        case 'diverged':
            progress.report({
                type: 'warning',
                text: `Commit ${ours} does not contain ${theirs} of ${newest.what}, nor the other way round; it is deployed.`,
            });
            return;
        case 'unknown':
            if (theirRun !== undefined && run.runId !== '' && BigInt(run.runId) < BigInt(theirRun)) {
                return refuse(`This run (${run.runId}) began before run ${theirRun}, which made ${newest.what}, from ${theirs}; ${relation.why}, so the older run counts as the older commit`);
            }
            progress.report({
                type: 'warning',
                text: `Whether commit ${ours} is older than ${theirs} of ${newest.what}, could not be found out: ${relation.why}. It is deployed.`,
                remedy: 'Give the job permissions: contents: read, or say allow-downgrade: true.',
            });
    }
}
function refuse(what) {
    throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
        message: `${what}. Nothing was deployed.`,
        remedy: 'Run the job for the newest commit. To go back on purpose, use the rollback action, or set allow-downgrade: true.',
    });
}


/***/ }),

/***/ 55836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ inputs)
/* harmony export */ });
/* unused harmony export ROLLBACK_EVENTS */
/* harmony import */ var _cutover_domain_arn__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32549);
/* harmony import */ var _cutover_domain_command_input__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55146);
/* harmony import */ var _cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36875);
/* harmony import */ var _cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4341);
/* harmony import */ var _cutover_domain_http_status__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86239);
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63077);
/* harmony import */ var _cutover_domain_revision__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69657);







/** CodeDeploy's names: 1 to 100 characters. */
const NAME = {
    pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
    expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
};
/** CodeDeploy's events, and the word for none of them. */
const ROLLBACK_EVENTS = [
    'DEPLOYMENT_FAILURE',
    'DEPLOYMENT_STOP_ON_ALARM',
    'DEPLOYMENT_STOP_ON_REQUEST',
    'none',
];
/** Inputs of blue-green-codedeploy; the contract is its `action.yml`. */
const inputs = {
    stack: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .stack */ .t$)(),
    cluster: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .cluster */ .bz)(),
    service: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .service */ .eu)(),
    services: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn)(),
    mode: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .choice */ .Yq)(['deploy', 'continue', 'stop'], { default: 'deploy' }),
    'task-definition-arn': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(revisionName, {}),
    'deployment-id': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .matching */ .wC)({
        pattern: /^d-[A-Z0-9]{1,40}$/,
        expected: 'the id of a CodeDeploy deployment',
        example: 'd-RPCR1U3TW',
    }),
    'codedeploy-application': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .matching */ .wC)({ ...NAME, example: 'AppECS-shop-web' }),
    'codedeploy-deployment-group': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .matching */ .wC)({ ...NAME, example: 'DgpECS-shop-web' }),
    'codedeploy-appspec': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(),
    'codedeploy-deployment-description': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(),
    'codedeploy-deployment-config': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .matching */ .wC)({ ...NAME, example: 'CodeDeployDefault.ECSAllAtOnce' }),
    'auto-rollback-events': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .choices */ .zM)(ROLLBACK_EVENTS),
    alarms: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(),
    'ignore-alarms': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)({ default: 'false' }),
    'ignore-poll-alarm-failure': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)({ default: 'false' }),
    'container-name': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(),
    'container-port': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)({ min: 1, max: 65_535, integer: true }),
    gate: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .choice */ .Yq)(['none', 'health', 'http', 'command'], { default: 'none' }),
    'gate-url': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(address, {}),
    'gate-path': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .matching */ .wC)({ pattern: /^\//, expected: 'a path that begins with /', example: '/health' }),
    'gate-expect-status': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(_cutover_domain_http_status__WEBPACK_IMPORTED_MODULE_3__/* .parseStatuses */ .O, { default: '200' }),
    'gate-command': (0,_cutover_domain_command_input__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(),
    'gate-timeout-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)({ min: 0.01, max: 2880 }),
    'wait-until': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .choice */ .Yq)(['ready', 'traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
    'wait-for-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)({ min: 0.01, max: 7200 }),
    'poll-interval-seconds': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)({ default: '5', min: 0.05, max: 60 }),
    'max-failed-tasks': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)({ default: '3', min: 0, max: 1000, integer: true }),
    'on-cancel': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .choice */ .Yq)(['rollback', 'stop', 'leave'], { default: 'rollback' }),
    'on-active-deployment': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .choice */ .Yq)(['wait', 'stop', 'finish', 'fail'], { default: 'wait' }),
    'wait-for-active-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)({ min: 0.01, max: 7200 }),
    'suspend-auto-scaling': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)({ default: 'false' }),
    'allow-downgrade': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)({ default: 'false' }),
    'github-token': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(token, { default: '${{ github.token }}', secret: true }),
    'allow-zero-tasks': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)({ default: 'false' }),
    'dry-run': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)({ default: 'false' }),
    ..._cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_1__/* .credentialInputs */ .H,
    region: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)({ aliases: ['aws-region'] }),
};
/** An ARN of a task definition, or `family:revision`; never a family alone, which would mean "the newest". */
function revisionName(value) {
    const arn = (0,_cutover_domain_arn__WEBPACK_IMPORTED_MODULE_5__/* .parseArn */ .L)(value);
    if ((0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_6__/* .parseRevision */ .P)(value) === undefined || (arn !== undefined && arn.service !== 'ecs')) {
        throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .InvalidInput */ .o9('the ARN of a task definition or family:revision', 'Write it like arn:aws:ecs:us-east-1:123456789012:task-definition/web:7, or web:7; the task-definition-arn output of register-taskdef fits.');
    }
    return value;
}
function address(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
        throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_4__/* .InvalidInput */ .o9('an http or https address', 'Write it like http://test.example.com:8080/health.');
    }
    return value;
}
/** GitHub fills in the default's expression; whatever else starts the action leaves it as it is. */
function token(value) {
    return value.startsWith('${{') ? undefined : value;
}


/***/ }),

/***/ 12316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readRequest)
/* harmony export */ });
/* harmony import */ var _cutover_domain_appspec_file__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8889);
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58059);
/* harmony import */ var _deployment_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25252);



/** CodeDeploy's limit for one deployment. */
const MOST_ALARMS = 10;
/**
 * Everything that can be checked before the first call.
 * @throws ConfigurationError with all problems found
 */
async function readRequest(given, world) {
    (0,_deployment_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .requireName */ .rI)(given);
    refuseContradictions(given);
    const file = given['codedeploy-appspec'];
    return {
        revision: given['task-definition-arn'] ?? '',
        appSpec: file === undefined
            ? undefined
            : (0,_cutover_domain_appspec_file__WEBPACK_IMPORTED_MODULE_0__/* .parseAppSpecFile */ .c)(await world.files.read(file, 'codedeploy-appspec'), file),
        config: given['codedeploy-deployment-config'],
        containerName: given['container-name'],
        containerPort: given['container-port'],
        description: given['codedeploy-deployment-description'],
        autoRollbackEvents: given['auto-rollback-events'],
        alarms: given.alarms,
        ignoreAlarms: given['ignore-alarms'],
        ignorePollAlarmFailure: given['ignore-poll-alarm-failure'],
        gate: gateOf(given),
        waitUntil: given['wait-until'],
        waitForMinutes: given['wait-for-minutes'],
        intervalMs: given['poll-interval-seconds'] * 1000,
        maxFailedTasks: given['max-failed-tasks'],
        onCancel: given['on-cancel'],
        allowZeroTasks: given['allow-zero-tasks'],
    };
}
function gateOf(given) {
    const { gate } = given;
    const minutes = given['gate-timeout-minutes'];
    switch (gate) {
        case 'none':
            return undefined;
        case 'health':
            return { kind: gate, minutes };
        case 'http':
            return {
                kind: gate,
                minutes,
                url: given['gate-url'],
                path: given['gate-path'],
                statuses: given['gate-expect-status'],
            };
        case 'command':
            return {
                kind: gate,
                minutes,
                url: given['gate-url'],
                path: given['gate-path'],
                command: given['gate-command'] ?? [],
            };
    }
}
function refuseContradictions(given) {
    const problems = [];
    const { gate, mode, alarms } = given;
    if (mode === 'deploy' && given['task-definition-arn'] === undefined) {
        problems.push({
            message: 'Input task-definition-arn is required and was not given.',
            remedy: 'Add task-definition-arn under with:.',
        });
    }
    if (mode === 'deploy' && given['deployment-id'] !== undefined) {
        problems.push({
            message: `deployment-id ${given['deployment-id']} was given, and mode is deploy, which makes a deployment of its own.`,
            remedy: 'Set mode: continue or mode: stop, or remove deployment-id.',
        });
    }
    if (mode === 'continue' && given['wait-until'] === 'ready') {
        problems.push({
            message: 'mode: continue ends the wait in which a deployment is ready, and wait-until: ready waits for it.',
            remedy: 'Set wait-until to traffic-shifted or completed.',
        });
    }
    if (mode === 'stop' && gate !== 'none') {
        problems.push({ message: `mode: stop asks no gate (gate: ${gate}).`, remedy: 'Remove gate.' });
    }
    if (gate === 'command' && given['gate-command'] === undefined) {
        problems.push({
            message: 'gate: command needs a command, and gate-command was not given.',
            remedy: 'Add gate-command, such as ["bash", "scripts/smoke-test.sh"].',
        });
    }
    for (const [name, gates] of [
        ['gate-command', ['command']],
        ['gate-url', ['http', 'command']],
        ['gate-path', ['http', 'command']],
    ]) {
        if (given[name] !== undefined && !gates.some((one) => one === gate)) {
            problems.push({
                message: `${name} was given, and gate is ${gate}.`,
                remedy: `Set gate: ${gates.join(' or ')}, or remove ${name}.`,
            });
        }
    }
    const events = given['auto-rollback-events'];
    if (events.includes('none') && events.length > 1) {
        problems.push({
            message: `auto-rollback-events has none beside ${events.filter((one) => one !== 'none').join(', ')}.`,
            remedy: 'Keep the one or the others.',
        });
    }
    if (given['ignore-alarms'] && (alarms.length > 0 || given['ignore-poll-alarm-failure'])) {
        problems.push({
            message: `ignore-alarms: true and ${alarms.length > 0 ? 'alarms' : 'ignore-poll-alarm-failure'} contradict each other.`,
            remedy: 'Keep one of them.',
        });
    }
    if (alarms.length > MOST_ALARMS) {
        problems.push({
            message: `alarms names ${alarms.length} alarms; CodeDeploy watches ${MOST_ALARMS} at most.`,
            remedy: 'Name fewer, or put several into one composite alarm.',
        });
    }
    if (problems.length > 0)
        throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(problems);
}


/***/ }),

/***/ 7789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ blueGreenCodedeploy)
});

// EXTERNAL MODULE: ./packages/steps/lib/blue-green-codedeploy/inputs.js
var inputs = __webpack_require__(55836);
// EXTERNAL MODULE: ./packages/domain/lib/deployment.js
var lib_deployment = __webpack_require__(65335);
// EXTERNAL MODULE: ./packages/domain/lib/deployment-budget.js
var deployment_budget = __webpack_require__(8781);
// EXTERNAL MODULE: ./packages/domain/lib/deployment-description.js
var deployment_description = __webpack_require__(91960);
// EXTERNAL MODULE: ./packages/domain/lib/ecs-service.js
var ecs_service = __webpack_require__(7137);
// EXTERNAL MODULE: ./packages/domain/lib/revision.js
var lib_revision = __webpack_require__(69657);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/active.js
var deployment_active = __webpack_require__(53675);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/cancel.js
var cancel = __webpack_require__(15279);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/carry-out.js + 13 modules
var carry_out = __webpack_require__(84161);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/check.js
var check = __webpack_require__(47901);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/create.js
var create = __webpack_require__(48785);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/environment.js
var deployment_environment = __webpack_require__(25252);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/find-group.js
var find_group = __webpack_require__(85088);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/observe.js
var observe = __webpack_require__(92057);
// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var lib_errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/outcome.js
var lib_outcome = __webpack_require__(92142);
;// CONCATENATED MODULE: ./packages/domain/lib/scaling.js
const KINDS = ['in', 'out', 'scheduled'];
/** `in=false out=false scheduled=true`: what a tag can hold. */
function formatSuspension(suspended) {
    return KINDS.map((kind) => `${kind}=${suspended[kind]}`).join(' ');
}
/** Undefined for a text that `formatSuspension` did not write. */
function parseSuspension(text) {
    const [, first, second, third] = /^in=(true|false) out=(true|false) scheduled=(true|false)$/.exec(text) ?? [];
    if (first === undefined)
        return undefined;
    return { in: first === 'true', out: second === 'true', scheduled: third === 'true' };
}
/**
 * What a deployment suspends: scaling in alone. Tasks that disappear while traffic moves can end a deployment or take
 * capacity that the way back needs; tasks that a rising load demands must stay possible.
 */
function duringDeployment(before) {
    return { ...before, in: true };
}
/** How the state from before a deployment comes back when the state is now `current`. */
function restorationOf(before, current) {
    const ours = duringDeployment(before);
    // The kind that was suspended for the deployment may be back already, by an earlier attempt.
    const changed = KINDS.filter((kind) => current[kind] !== ours[kind] && current[kind] !== before[kind]);
    const held = KINDS.some((kind) => ours[kind] !== before[kind] && current[kind] === ours[kind]);
    return { to: held ? { ...current, in: before.in } : undefined, changed };
}

;// CONCATENATED MODULE: ./packages/steps/lib/deployment/suspended-scaling.js



/**
 * Tag of the scalable target that holds the state from before, for as long as a deployment has it suspended: the state
 * itself has no owner, so that a later run would take what a killed one left for the user's own wish.
 */
const TAG = 'cutover:suspended-from';
/** What `post:` finds. */
const HELD = 'scaling-held';
const RESTORED = 'scaling-restored';
const ATTEMPTS = 4;
const PAUSE_MS = 1000;
/** Keeps an ECS service from being scaled in while it is deployed, and brings the exact state from before back. */
class ScalingHold {
    #world;
    #enabled;
    #service;
    #held;
    constructor(world, enabled) {
        this.#world = world;
        this.#enabled = enabled;
    }
    /** Names the service, so that what an earlier run left can be restored although nothing is deployed. */
    of(service) {
        this.#service = { cluster: service.cluster, service: service.service };
    }
    /** Suspends scaling in. The state from before is remembered before anything changes. @throws CutoverError before anything changed */
    async suspend() {
        const service = this.#service;
        if (!this.#enabled || service === undefined || this.#held !== undefined)
            return;
        const { aws, progress } = this.#world;
        const target = await aws.scaling.describe(service.cluster, service.service);
        if (target === undefined) {
            progress.report({
                type: 'note',
                text: `Nothing scales service ${service.service}: it has no scalable target, so nothing is suspended.`,
            });
            return;
        }
        const left = await leftBehind(this.#world, target);
        const before = left === undefined ? target.suspended : { ...target.suspended, in: left.in };
        if (before.in) {
            progress.report({
                type: 'note',
                text: `Scaling in of service ${service.service} is suspended already, and stays so after the deployment.`,
            });
            return;
        }
        this.#held = { ...service, before };
        this.#world.remember(HELD, JSON.stringify(this.#held));
        if (left === undefined)
            await mark(this.#world, target.arn, before);
        else {
            progress.report({
                type: 'note',
                text: `An earlier run had suspended scaling in of service ${service.service} and did not come to its end; the state from before it will be restored.`,
            });
        }
        if (!target.suspended.in)
            await aws.scaling.suspend(service.cluster, service.service, duringDeployment(before));
        progress.report({
            type: 'note',
            text: `Scaling in of service ${service.service} (${target.minimum} to ${target.maximum} tasks) is suspended during the deployment; scaling out goes on.`,
        });
    }
    /** What has to be restored at the end; `heal`: also what an earlier run left behind. */
    async restore(heal) {
        if (!this.#enabled)
            return undefined;
        const held = this.#held ?? (heal ? await this.#left() : undefined);
        if (held === undefined)
            return undefined;
        const problem = await restore(this.#world, held);
        if (problem === undefined) {
            this.#held = undefined;
            this.#world.remember(RESTORED, 'true');
        }
        return problem;
    }
    async #left() {
        const service = this.#service;
        if (service === undefined)
            return undefined;
        const { aws, progress } = this.#world;
        try {
            const target = await aws.scaling.describe(service.cluster, service.service);
            const left = target === undefined ? undefined : await leftBehind(this.#world, target);
            if (target === undefined || left === undefined)
                return undefined;
            return { ...service, before: { ...target.suspended, in: left.in } };
        }
        catch (error) {
            progress.report({
                type: 'warning',
                text: `Whether an earlier run left scaling of service ${service.service} suspended could not be seen: ${said(error)}`,
            });
            return undefined;
        }
    }
}
/**
 * Does `act` and restores scaling whatever becomes of it. An outcome that left scaling suspended is no success.
 * @param enabled the input suspend-auto-scaling, and no dry run
 */
async function withScalingHold(world, enabled, act) {
    const hold = new ScalingHold(world, enabled);
    let outcome;
    try {
        outcome = await act(hold);
    }
    catch (error) {
        const problem = await hold.restore(false);
        if (problem !== undefined)
            world.progress.report({ type: 'warning', text: problem.message, remedy: problem.remedy });
        throw error;
    }
    const problem = await hold.restore(outcome.kind === 'unchanged');
    if (problem === undefined)
        return outcome;
    const { outputs, headline, summary = [] } = outcome;
    const told = `${headline} But ${problem.message}`;
    if (!(0,lib_outcome/* isSuccess */.o)(outcome)) {
        const { remedy } = outcome;
        return { ...outcome, headline: told, remedy: `${remedy}\n${problem.remedy}` };
    }
    return { kind: 'failed', headline: told, remedy: problem.remedy, findings: [], outputs, summary };
}
/** `post:`: restores what a killed run held. */
async function restoreAfterKill(remembered, world) {
    const { [HELD]: text, [RESTORED]: restored } = remembered;
    if (text === undefined || restored === 'true')
        return;
    const held = JSON.parse(text);
    const problem = await restore(world, held);
    world.progress.report(problem === undefined
        ? {
            type: 'warning',
            text: `The step was killed; scaling of service ${held.service} is as it was before the deployment.`,
        }
        : { type: 'warning', text: problem.message, remedy: problem.remedy });
}
/** The state from before that an earlier run's tag holds, if that run's suspension is still in force. */
async function leftBehind(world, target) {
    try {
        const text = (await world.aws.scaling.tags(target.arn))[TAG];
        const left = text === undefined ? undefined : parseSuspension(text);
        return left !== undefined && target.suspended.in && !left.in ? left : undefined;
    }
    catch (error) {
        if (!(error instanceof lib_errors/* AccessDeniedError */.Uk))
            throw error;
        world.progress.report({ type: 'warning', text: unmarked(error), remedy: error.remedy });
        return undefined;
    }
}
async function mark(world, arn, before) {
    try {
        await world.aws.scaling.tag(arn, TAG, formatSuspension(before));
    }
    catch (error) {
        if (!(error instanceof lib_errors/* AccessDeniedError */.Uk))
            throw error;
        world.progress.report({ type: 'warning', text: unmarked(error), remedy: error.remedy });
    }
}
function unmarked({ action }) {
    return `Without ${action} a later run can't tell that this one suspended scaling, should its runner die and even post: not run.`;
}
/** Brings the state back, in spite of lost answers; never changes what somebody else changed. */
async function restore(world, held) {
    const { aws, clock, signal } = world;
    const { cluster, service, before } = held;
    for (let attempt = 1;; attempt++) {
        try {
            const target = await unlessDenied(aws.scaling.describe(cluster, service));
            if (target === undefined) {
                note(world, `The scalable target of service ${service} was removed meanwhile; nothing is restored.`);
                return undefined;
            }
            // What can't be seen any more is taken for what it was made.
            const now = target === 'denied' ? duringDeployment(before) : target.suspended;
            const { to, changed } = restorationOf(before, now);
            if (to !== undefined)
                await aws.scaling.suspend(cluster, service, to);
            if (target !== 'denied')
                await unmark(world, target.arn);
            if (changed.length > 0) {
                note(world, `Somebody changed the suspension of scaling (${changed.join(', ')}) of service ${service} during the deployment; that stays as it is.`);
            }
            if (to !== undefined)
                note(world, `Scaling of service ${service} is as before: ${formatSuspension(to)} (suspended).`);
            return undefined;
        }
        catch (error) {
            const again = error instanceof lib_errors/* AwsCallError */.iQ && error.transient && attempt < ATTEMPTS && !signal.aborted;
            if (!again)
                return unrestored(held, error);
            await clock.sleep(PAUSE_MS * 2 ** attempt);
        }
    }
}
async function unlessDenied(look) {
    try {
        return await look;
    }
    catch (error) {
        if (error instanceof lib_errors/* AccessDeniedError */.Uk)
            return 'denied';
        throw error;
    }
}
/** A tag that stays is harmless: without a suspension in force nobody reads it. */
async function unmark(world, arn) {
    try {
        await world.aws.scaling.untag(arn, TAG);
    }
    catch (error) {
        if (!(error instanceof lib_errors/* CutoverError */.DB))
            throw error;
        note(world, `The tag ${TAG} could not be removed: ${error.message}`);
    }
}
function unrestored({ cluster, service, before }, error) {
    const state = `DynamicScalingInSuspended=${before.in},DynamicScalingOutSuspended=${before.out},ScheduledScalingSuspended=${before.scheduled}`;
    return {
        message: `scaling in of service ${service} may still be suspended: ${said(error)}`,
        remedy: `${error instanceof lib_errors/* CutoverError */.DB ? `${error.remedy} ` : ''}To restore it: aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/${cluster}/${service} --scalable-dimension ecs:service:DesiredCount --suspended-state ${state}`,
    };
}
function note({ progress }, text) {
    progress.report({ type: 'note', text });
}
function said(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./packages/steps/lib/deployment/test-address.js

/**
 * Where the replacement answers before the shift: the stack's test address, else that of the test listener.
 * @param needed without it a missing permission is no reason to fail
 */
async function testAddress({ aws, progress }, environment, listener, needed) {
    if (environment.testUrl !== undefined)
        return environment.testUrl;
    if (listener === undefined)
        return undefined;
    try {
        const balancer = await aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
        if (balancer === undefined)
            return undefined;
        const protocol = /^(HTTPS|TLS)$/.test(listener.protocol) ? 'https' : 'http';
        return `${protocol}://${balancer.dnsName}:${listener.port}`;
    }
    catch (error) {
        if (needed || !(error instanceof lib_errors/* ConfigurationError */.j1))
            throw error;
        progress.report({
            type: 'warning',
            text: `The test listener's address is not known: ${error.message}`,
            remedy: error.remedy,
        });
        return undefined;
    }
}

// EXTERNAL MODULE: ./packages/steps/lib/credentials.js + 1 modules
var credentials = __webpack_require__(45149);
// EXTERNAL MODULE: ./packages/domain/lib/appspec.js
var appspec = __webpack_require__(62334);
;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/plan.js




/**
 * What is to be done, given what is there and no active deployment.
 * @param testAddress of the test listener, if it is known
 * @throws ConfigurationError naming everything that stands in the way
 */
function plan(request, observed, run, testAddress) {
    const { appSpec: file, config, waitUntil } = request;
    const { environment, group } = observed;
    const gate = gateFor(request.gate, observed, testAddress);
    const balancer = file?.properties['LoadBalancerInfo'];
    const port = balancer?.ContainerPort === undefined ? undefined : Number(balancer.ContainerPort);
    const deployable = (0,check/* checkDeployable */.W)(observed, {
        revision: request.revision,
        config,
        container: {
            name: request.containerName ?? balancer?.ContainerName,
            port: request.containerPort ?? port,
        },
        waitUntil,
        allowZeroTasks: request.allowZeroTasks,
        gate: gate === undefined
            ? undefined
            : {
                kind: gate.kind,
                minutes: gate.limitMs / 60_000,
                url: gate.kind === 'health' || gate.url === '' ? undefined : gate.url,
            },
    });
    const { primary, revision, containerName, containerPort, config: found } = deployable;
    if (primary.taskDefinition === revision.arn)
        return { kind: 'unchanged', revision: revision.arn };
    const appSpec = (0,appspec/* appSpecFor */.oW)(primary, { revision: revision.arn, containerName, containerPort }, file);
    return {
        kind: 'deploy',
        order: {
            application: group.application,
            group: group.name,
            cluster: environment.cluster,
            service: environment.service,
            revision: revision.arn,
            previous: primary.taskDefinition,
            appSpec: (0,appspec/* formatAppSpec */.IM)(appSpec),
            config,
            autoRollbackEvents: rollbackEvents(request, group),
            ignoreAlarms: request.ignoreAlarms,
            alarms: alarmsFor(request, group),
            description: (0,deployment_description/* describeDeployment */.Ti)(run, revision.arn, request.description),
            waitUntil,
            budget: (0,deployment_budget/* deploymentBudget */.T)({
                group,
                routing: found.routing,
                waitUntil,
                hooks: appSpec.hooks.length,
                minutes: request.waitForMinutes,
                gateMinutes: gate === undefined ? undefined : gate.limitMs / 60_000,
            }),
            maxFailedTasks: request.maxFailedTasks,
            onCancel: request.onCancel,
            intervalMs: request.intervalMs,
            gate,
        },
    };
}
function rollbackEvents(request, group) {
    const { autoRollbackEvents: asked } = request;
    if (asked.length > 0)
        return [...new Set(asked)].filter((one) => one !== 'none');
    // Without the first two a failed deployment would stay half shifted.
    return [...new Set(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', ...group.autoRollbackEvents])];
}
/** What is given for a deployment replaces the group's alarms as a whole, so those are kept where only the rest changes. */
function alarmsFor({ alarms, ignorePollAlarmFailure }, group) {
    if (alarms.length > 0) {
        return { enabled: true, names: [...new Set(alarms)], ignorePollFailure: ignorePollAlarmFailure };
    }
    return ignorePollAlarmFailure && group.alarms !== undefined
        ? { ...group.alarms, ignorePollFailure: true }
        : undefined;
}
/** Minutes that a gate may take unless it is said. */
const GATE_MINUTES = 5;
/** Of the group's wait, so much is left to continue the deployment in. */
const GATE_SHARE = 0.9;
/** The gate with everything that it needs to know. An http gate without an address has the empty one. */
function gateFor(asked, { group, targetGroups }, testAddress) {
    if (asked === undefined)
        return undefined;
    const usual = group.readyWaitMinutes > 0 ? Math.min(GATE_MINUTES, group.readyWaitMinutes * GATE_SHARE) : GATE_MINUTES;
    const limitMs = (asked.minutes ?? usual) * 60_000;
    switch (asked.kind) {
        case 'health':
            return {
                kind: 'health',
                limitMs,
                testListener: group.testListener,
                targetGroups: targetGroups.map(({ arn }) => arn),
            };
        case 'http':
            return {
                kind: 'http',
                limitMs,
                url: addressOf(asked, testAddress) ?? '',
                statuses: asked.statuses,
            };
        case 'command':
            return { kind: 'command', limitMs, url: addressOf(asked, testAddress), command: asked.command };
    }
}
function addressOf({ url, path }, testAddress) {
    const base = url ?? testAddress;
    if (base === undefined || path === undefined)
        return base;
    return new URL(path, base).href;
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/adopt.js



/** An earlier run of the same commit left its deployment in flight: it is followed as if it were created now. */
function adopt({ deployment, ours }, request, observed, world, testAddress) {
    const { service, revision } = observed;
    if (!ours || service === undefined || revision === undefined)
        return undefined;
    world.progress.report({
        type: 'note',
        text: `Deployment ${deployment.id} of the same commit and revision is in flight; it is followed instead of starting another.`,
    });
    return takeOver(world, deployment, request, observed, service, {
        revision: revision.arn,
        gate: gateFor(request.gate, observed, testAddress),
    });
}
/** The order of a deployment that exists already; from now on `post:` answers for it. */
function takeOver(world, deployment, request, { environment, group, config }, service, { revision, gate }) {
    world.remember('on-cancel', request.onCancel);
    world.remember('deployment-id', deployment.id);
    const before = service.taskSets.find(({ externalId }) => externalId !== deployment.id);
    return {
        application: group.application,
        group: group.name,
        cluster: environment.cluster,
        service: environment.service,
        revision,
        previous: before?.taskDefinition ?? (0,ecs_service/* servingRevision */.q)(service),
        appSpec: '',
        config: deployment.config,
        autoRollbackEvents: deployment.autoRollbackEvents,
        ignoreAlarms: false,
        description: deployment.description,
        waitUntil: request.waitUntil,
        budget: (0,deployment_budget/* deploymentBudget */.T)({
            group,
            routing: config?.routing ?? { type: 'AllAtOnce' },
            waitUntil: request.waitUntil,
            hooks: request.appSpec?.hooks.length ?? 0,
            minutes: request.waitForMinutes,
            gateMinutes: gate === undefined || gate.kind === 'open' ? undefined : gate.limitMs / 60_000,
        }),
        maxFailedTasks: request.maxFailedTasks,
        onCancel: request.onCancel,
        intervalMs: request.intervalMs,
        gate,
    };
}

// EXTERNAL MODULE: ./packages/domain/lib/console.js
var console = __webpack_require__(82171);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/stop.js
var stop = __webpack_require__(88261);
;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/outputs.js

/** Outputs of a run that made no deployment. */
function quiet(startedAt, now) {
    return {
        'rolled-back': false,
        superseded: false,
        'duration-seconds': Math.round((now - startedAt) / 100) / 10,
    };
}
/** How the step ended, from how its deployment ended. */
function outcomeOf(order, conclusion, { aws }) {
    const { kind, headline, remedy, findings, summary, deploymentId: id } = conclusion;
    const outputs = {
        'deployment-id': id,
        'codedeploy-deployment-id': id,
        'deployment-status': conclusion.status,
        'rolled-back': conclusion.rolledBack,
        'rollback-deployment-id': conclusion.rollbackDeploymentId,
        'previous-task-definition-arn': order.previous,
        'task-definition-arn': order.revision,
        superseded: conclusion.superseded,
        'traffic-shifted-at': conclusion.shiftedAt === undefined ? undefined : new Date(conclusion.shiftedAt).toISOString(),
        'duration-seconds': Math.round((conclusion.endedAt - conclusion.startedAt) / 100) / 10,
    };
    if (kind === 'succeeded')
        return { kind, headline, summary, outputs };
    const link = id === undefined ? {} : { link: (0,console/* consoleLink */.i)(aws.region, { kind: 'deployment', id }) };
    return { kind, headline, remedy, findings, summary, outputs, ...link };
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/decide.js
















/** What CodeDeploy says of an id that it never gave. */
const UNKNOWN = /^(DeploymentDoesNotExist|InvalidDeploymentId)Exception$/;
/** `mode: continue` and `mode: stop`: a later job, or a person who approves it, decides about a deployment that is there. */
async function decide(given, request, world, scaling) {
    const { aws, clock } = world;
    const startedAt = clock.now();
    const environment = await (0,deployment_environment/* environmentOf */.p7)(aws, given);
    const service = await (0,deployment_environment/* describeService */.Jv)(aws, environment);
    (0,check/* requireService */.r)(service, environment);
    scaling.of(environment);
    const group = await (0,find_group/* findGroup */.$)(aws, environment, {
        application: given['codedeploy-application'],
        group: given['codedeploy-deployment-group'],
    });
    if (!(0,find_group/* isOf */.y)(group, environment.cluster, environment.service)) {
        throw new lib_errors/* ConfigurationError */.j1({
            message: `Deployment group ${group.application}/${group.name} is not for service ${environment.service} in cluster ${environment.cluster}.`,
            remedy: 'Correct codedeploy-deployment-group, or leave it out to have it found.',
        });
    }
    const deployment = await subjectOf(given, group, world);
    if (deployment === undefined) {
        return {
            kind: 'unchanged',
            headline: `No deployment of group ${group.application}/${group.name} is active; there is nothing to ${given.mode}. ${(0,lib_revision/* formatRevision */.T)((0,ecs_service/* servingRevision */.q)(service))} serves.`,
            outputs: { ...quiet(startedAt, clock.now()), 'task-definition-arn': (0,ecs_service/* servingRevision */.q)(service) },
        };
    }
    const appSpec = await aws.deployments.appSpec(deployment);
    const revision = (appSpec === undefined ? undefined : (0,appspec/* revisionOfAppSpec */.DQ)(appSpec)) ?? (0,ecs_service/* servingRevision */.q)(service);
    const subject = { deployment, environment, group, service, revision };
    if ((0,lib_deployment/* isTerminal */.H)(deployment.status))
        return tooLate(given, subject, startedAt, world);
    if (given['dry-run']) {
        return {
            kind: 'unchanged',
            headline: `Dry run: deployment ${deployment.id} (${deployment.status}) of ${(0,lib_revision/* formatRevision */.T)(revision)} would be ${given.mode === 'stop' ? 'stopped and rolled back' : 'continued'}.`,
            outputs: outputsOf(subject, startedAt, world),
        };
    }
    if (given.mode === 'continue')
        await scaling.suspend();
    return given.mode === 'stop'
        ? await decide_stop(request, subject, startedAt, world)
        : await proceed(request, subject, startedAt, world);
}
/**
 * The deployment that is meant: the one named, else the active one of this commit.
 * @throws ConfigurationError when it is not of this group, or nobody can tell which is meant
 */
async function subjectOf(given, group, { aws, run }) {
    const named = given['deployment-id'];
    const label = `${group.application}/${group.name}`;
    if (named === undefined) {
        const [id] = await aws.deployments.active(group.application, group.name);
        if (id === undefined)
            return undefined;
        const active = await aws.deployments.get(id);
        if ((0,deployment_description/* isOfCommit */.lU)(active.description, run.commit))
            return active;
        throw new lib_errors/* ConfigurationError */.j1({
            message: `deployment-id was not given, and the active deployment ${id} of ${label} is not of commit ${run.commit.slice(0, 7)}.`,
            remedy: `Give deployment-id, the output of the step that made the deployment; deployment-id: ${id} if that one is meant.`,
        });
    }
    const found = await aws.deployments.get(named).catch((error) => {
        if (error instanceof lib_errors/* AwsCallError */.iQ && UNKNOWN.test(error.code))
            return undefined;
        throw error;
    });
    if (found === undefined) {
        throw new lib_errors/* ConfigurationError */.j1({
            message: `CodeDeploy has no deployment ${named} in ${aws.region}.`,
            remedy: 'Correct deployment-id or aws-region; the output deployment-id of the deploying step fits.',
        });
    }
    if (found.application !== group.application || found.group !== group.name) {
        throw new lib_errors/* ConfigurationError */.j1({
            message: `Deployment ${named} is of group ${found.application}/${found.group}, not of ${label}.`,
            remedy: 'Correct deployment-id, or stack, cluster and service.',
        });
    }
    if (found.creator === 'codeDeployRollback') {
        throw new lib_errors/* ConfigurationError */.j1({
            message: `Deployment ${named} is itself a rollback, which CodeDeploy made; it is not to be ${given.mode === 'stop' ? 'stopped' : 'continued'}.`,
            remedy: 'Wait for its end.',
        });
    }
    return found;
}
/** Lets the deployment shift its traffic, and follows it like one of our own. */
async function proceed(request, { deployment, environment, group, service, revision }, startedAt, world) {
    const { aws } = world;
    const { gate: asked } = request;
    const [config, targetGroups, test] = await Promise.all([
        aws.deploymentGroups.config(deployment.config),
        asked?.kind === 'health' ? aws.loadBalancing.targetGroupsNamed(group.targetGroups) : [],
        asked === undefined || asked.kind === 'health' || group.testListener === undefined
            ? undefined
            : aws.loadBalancing.listener(group.testListener),
    ]);
    const address = asked === undefined || asked.kind === 'health' || asked.url !== undefined
        ? undefined
        : await testAddress(world, environment, test, asked.kind === 'http');
    const gate = gateFor(asked, { group, targetGroups }, address) ?? { kind: 'open' };
    if (gate.kind === 'http' && gate.url === '') {
        throw new lib_errors/* ConfigurationError */.j1({
            message: `gate: http has no address to ask: ${group.name} has no test listener, and gate-url was not given.`,
            remedy: 'Set gate-url.',
        });
    }
    const order = takeOver(world, deployment, request, { environment, group, config }, service, {
        revision,
        gate,
    });
    return outcomeOf(order, await (0,carry_out/* carryOut */.u)(world, order, deployment.id, startedAt), world);
}
/** Stops the deployment and follows the way back to its end. */
async function decide_stop(request, subject, startedAt, world) {
    const { aws, progress, signal } = world;
    const { deployment: { id }, environment, } = subject;
    const link = (0,console/* consoleLink */.i)(aws.region, { kind: 'deployment', id });
    progress.report({ type: 'note', text: `Deployment ${id} is stopped and rolled back.` });
    await aws.deployments.stop(id, { rollback: true });
    try {
        const { deployment, back } = await (0,stop/* followRollback */.u)(world, id, {
            intervalMs: request.intervalMs,
            ...(request.waitForMinutes === undefined ? {} : { limitMs: request.waitForMinutes * 60_000 }),
        });
        const now = await aws.services.describe(environment.cluster, environment.service);
        const serving = now === undefined ? undefined : (0,ecs_service/* servingRevision */.q)(now);
        const outputs = {
            ...outputsOf({ ...subject, deployment }, startedAt, world),
            'rolled-back': back.kind === 'rolledBack',
            'rollback-deployment-id': back.kind === 'none' ? undefined : back.id,
        };
        const label = serving === undefined ? 'no revision' : (0,lib_revision/* formatRevision */.T)(serving);
        if (deployment.status === 'Stopped' &&
            serving !== subject.revision &&
            back.kind !== 'rollbackUnfinished') {
            if (back.kind === 'rolledBack' || back.kind === 'none') {
                return {
                    kind: 'succeeded',
                    headline: `Deployment ${id} was stopped${back.kind === 'rolledBack' ? ` and rolled back by ${back.id}` : ' before there was anything to take back'}: ${label} serves.`,
                    outputs,
                };
            }
        }
        const unfinished = back.kind === 'rollbackUnfinished' || !(0,lib_deployment/* isTerminal */.H)(deployment.status);
        return {
            kind: unfinished ? 'timedOut' : 'failed',
            headline: `Deployment ${id} was told to stop and is ${deployment.status}; ${back.kind === 'none'
                ? 'CodeDeploy made no rollback deployment'
                : `its rollback ${back.id} is ${back.kind === 'rolledBack' ? 'Succeeded' : back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`}; ${label} is PRIMARY.`,
            remedy: 'Look at the deployment in the console, and use the rollback action if the wrong version serves.',
            findings: [],
            outputs,
            link,
        };
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        return {
            kind: 'cancelled',
            headline: `Cancelled; deployment ${id} was told to stop and roll back, which CodeDeploy does by itself.`,
            remedy: 'Look at the deployment in the console.',
            findings: [],
            outputs: outputsOf(subject, startedAt, world),
            link,
        };
    }
}
/** The deployment has ended already. What was wanted holds, or it can't be had any more. */
function tooLate({ mode }, subject, startedAt, world) {
    const { deployment, service, revision } = subject;
    const { id, status, rollbackDeploymentId } = deployment;
    const serves = (0,ecs_service/* servingRevision */.q)(service) === revision;
    const label = (0,lib_revision/* formatRevision */.T)((0,ecs_service/* servingRevision */.q)(service));
    const outputs = {
        ...outputsOf(subject, startedAt, world),
        'rollback-deployment-id': rollbackDeploymentId,
        'rolled-back': rollbackDeploymentId !== undefined && !serves,
        superseded: status === 'Succeeded' && !serves,
    };
    const wanted = mode === 'continue' ? status === 'Succeeded' && serves : status !== 'Succeeded' && !serves;
    if (wanted) {
        return {
            kind: 'unchanged',
            headline: `Deployment ${id} had already ended ${status}; ${label} serves.`,
            outputs,
        };
    }
    return {
        kind: 'failed',
        headline: `Deployment ${id} of ${(0,lib_revision/* formatRevision */.T)(revision)} had already ended ${status} and can’t be ${mode === 'continue' ? 'continued' : 'stopped'} any more; ${label} serves.`,
        remedy: mode === 'continue'
            ? 'Deploy again if this version is the one that should serve.'
            : 'Use the rollback action to go back to the version before.',
        findings: [],
        outputs,
        link: (0,console/* consoleLink */.i)(world.aws.region, { kind: 'deployment', id }),
    };
}
function outputsOf({ deployment, revision, service }, startedAt, { clock }) {
    const before = service.taskSets.find(({ externalId }) => externalId !== deployment.id);
    return {
        ...quiet(startedAt, clock.now()),
        'deployment-id': deployment.id,
        'codedeploy-deployment-id': deployment.id,
        'deployment-status': deployment.status,
        'task-definition-arn': revision,
        'previous-task-definition-arn': before?.taskDefinition,
    };
}

// EXTERNAL MODULE: ./packages/steps/lib/blue-green-codedeploy/downgrade.js
var downgrade = __webpack_require__(41846);
;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/make-way.js




/**
 * Has the group free for a deployment of our own, or fails.
 * @throws ConfigurationError when it stays busy
 */
async function makeWay(world, active, way) {
    const { aws, progress } = world;
    const { id, status, description, creator } = active;
    const name = `Deployment ${id} (${status}${description === '' ? '' : `, "${description}"`})`;
    const link = (0,console/* consoleLink */.i)(aws.region, { kind: 'deployment', id });
    if (way.mode === 'fail') {
        throw new lib_errors/* ConfigurationError */.j1({
            message: `${name} is active in group ${way.group}; CodeDeploy runs one at a time.`,
            remedy: `Wait for it, stop it (aws deploy stop-deployment --deployment-id ${id}), or use on-active-deployment: wait.`,
        }, { link });
    }
    // What goes back to the old version is never stopped: it would leave production in between.
    if (way.mode === 'stop' && creator !== 'codeDeployRollback') {
        await takeBack(world, active, name, way);
        return;
    }
    progress.report({
        type: 'note',
        text: `${name} is active in group ${way.group}; waiting for its end${way.mode === 'finish' ? ' or for its termination wait, which is then ended' : ''}, at most ${Math.ceil(way.budget.totalMs / 60_000)} min (${way.budget.reason}).`,
    });
    const ended = await (0,deployment_active/* awaitEnd */.so)(world, id, {
        deadline: world.clock.now() + way.budget.totalMs,
        intervalMs: way.intervalMs,
        ...(way.mode === 'finish' ? { onLook: finisher(world) } : {}),
    });
    if (ended === 'timedOut') {
        throw new lib_errors/* ConfigurationError */.j1({
            message: `${name} is still active in group ${way.group} after ${way.budget.reason}; nothing was deployed.`,
            remedy: `Look at it in the console, stop it (aws deploy stop-deployment --deployment-id ${id}), or allow more wait-for-active-minutes.`,
        }, { link });
    }
}
/** Ends the wait before the old task set's termination once; traffic has moved by then. */
function finisher({ aws, progress }) {
    let done = false;
    return async ({ id, terminationWaitStarted }) => {
        if (done || !terminationWaitStarted)
            return;
        done = (await aws.deployments.continue(id, 'TERMINATION_WAIT')) !== 'notWaiting';
        if (done) {
            progress.report({
                type: 'note',
                text: `Deployment ${id} has shifted its traffic and waited for nothing but the end of its old tasks; that wait is ended.`,
            });
        }
    };
}
async function takeBack(world, { id }, name, way) {
    const { aws, progress } = world;
    progress.report({
        type: 'note',
        text: `${name} is active in group ${way.group}; it is stopped and rolled back.`,
    });
    await aws.deployments.stop(id, { rollback: true });
    const { deployment, back } = await (0,stop/* followRollback */.u)(world, id, {
        intervalMs: way.intervalMs,
        limitMs: way.budget.totalMs,
    });
    // Without a rollback deployment there was nothing to take back, or it was too late to stop it: both leave the group free.
    if (back.kind === 'rolledBack' || (back.kind === 'none' && deployment.completedAt !== undefined))
        return;
    throw new lib_errors/* ConfigurationError */.j1({
        message: `${name} was told to stop and is ${deployment.status}; ${back.kind === 'none'
            ? 'it does not end'
            : `its rollback ${back.id} is ${back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`}. Nothing was deployed.`,
        remedy: 'Look at the deployments in the console; run the rollback action, then this job again.',
    }, { link: (0,console/* consoleLink */.i)(aws.region, { kind: 'deployment', id }) });
}

// EXTERNAL MODULE: ./packages/steps/lib/blue-green-codedeploy/request.js
var blue_green_codedeploy_request = __webpack_require__(12316);
;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/services/starting-line.js
const ALONE = { arrive: () => undefined, permit: () => Promise.resolve() };
/** Nothing was started for this service, because of another one. */
class NotStarted extends Error {
    name = 'NotStarted';
}
/** Where services wait until all have been checked, so that none is deployed when another one can't be. */
class StartingLine {
    #missing;
    #opened;
    #open = () => undefined;
    #close = () => undefined;
    #refusal;
    constructor(count) {
        this.#missing = new Set(Array.from({ length: count }, (_, index) => index));
        this.#opened = new Promise((resolve, reject) => {
            this.#open = resolve;
            this.#close = reject;
        });
        this.#opened.catch(() => undefined);
    }
    /** That service is ready, or needs nothing any more. */
    arrive(index) {
        this.#missing.delete(index);
        if (this.#missing.size === 0)
            this.#open();
    }
    /** @throws NotStarted */
    async permit(index) {
        this.arrive(index);
        await this.#opened;
        // Whoever comes a second time, because the group was busy, may come too late.
        if (this.#refusal !== undefined)
            throw this.#refusal;
    }
    /** From now on nobody starts. */
    close(why) {
        this.#refusal ??= new NotStarted(why);
        this.#close(this.#refusal);
    }
}

// EXTERNAL MODULE: ./packages/steps/lib/maintenance/close-window.js
var close_window = __webpack_require__(30158);
// EXTERNAL MODULE: ./packages/steps/lib/maintenance/user-listeners.js
var user_listeners = __webpack_require__(58750);
// EXTERNAL MODULE: ./packages/steps/lib/maintenance/windows.js
var maintenance_windows = __webpack_require__(7424);
;// CONCATENATED MODULE: ./packages/steps/lib/maintenance/end-maintenance.js



/**
 * Ends the maintenance window of a service, whoever opened it, once its new version gets the traffic: before anything asks
 * production for an answer.
 * @param productionListener where it is known, one look at it tells whether there is a window at all
 * @returns how many rules were taken away
 * @throws AwsCallError, ConfigurationError when a page could not be taken away; users still see it then
 */
async function endMaintenance(world, environment, service, productionListener) {
    const only = { service: (0,maintenance_windows/* windowOf */.Ou)(service) };
    if (productionListener !== undefined) {
        const { windows } = await (0,maintenance_windows/* rulesOf */.fD)(world, productionListener);
        if (!windows.some((window) => window.service === only.service))
            return 0;
    }
    const { listeners } = await (0,user_listeners/* userListeners */.T)(world.aws, environment, service);
    const closed = await (0,close_window/* closeWindow */.D)(listeners, world, only);
    if (closed > 0) {
        world.progress.report({
            type: 'note',
            text: `The maintenance page of ${only.service} was taken away: users reach the service.`,
        });
    }
    return closed;
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/show-service.js


/**
 * Takes away the maintenance page that a migration before this deployment put up, whichever version serves now. A deployment
 * that is only ready has moved nobody.
 */
async function showService({ waitUntil }, { environment, production, service }, end, world) {
    if (service === undefined || production === undefined)
        return;
    if (end.kind === 'succeeded' && waitUntil === 'ready')
        return;
    try {
        await endMaintenance(world, environment, service, production.arn);
    }
    catch (error) {
        if (!(error instanceof lib_errors/* CutoverError */.DB))
            throw error;
        // Who may not look at rules has not made one.
        if (error instanceof lib_errors/* AccessDeniedError */.Uk)
            return;
        world.progress.report({ type: 'warning', text: error.message, remedy: error.remedy });
    }
}

// EXTERNAL MODULE: ./packages/steps/lib/deployment/abortable.js
var abortable = __webpack_require__(33235);
// EXTERNAL MODULE: ./packages/domain/lib/environment-inputs.js
var environment_inputs = __webpack_require__(4341);
// EXTERNAL MODULE: ./packages/domain/lib/inputs.js
var lib_inputs = __webpack_require__(63077);
;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/services/entries.js




/** Inputs that name one service or what belongs to one alone. */
const OF_ONE = [
    'service',
    'stack',
    'codedeploy-application',
    'codedeploy-deployment-group',
    'deployment-id',
];
/**
 * The lines of `services`: `service`, or `service=task-definition-arn` where the input of that name is not meant.
 * @throws ConfigurationError with all that is wrong with them and with what was given beside them
 */
function entriesOf(given) {
    const problems = [];
    for (const name of OF_ONE) {
        if (given[name] === undefined)
            continue;
        problems.push({
            message: `Inputs services and ${name} were both given.`,
            remedy: `Remove ${name}: each service of services is found in cluster, and its deployment group by the service.`,
        });
    }
    if (given.mode !== 'deploy') {
        problems.push({
            message: `services was given, and mode is ${given.mode}.`,
            remedy: `Decide about each deployment on its own: service, deployment-id and mode: ${given.mode}.`,
        });
    }
    const entries = [];
    for (const [index, line] of given.services.entries()) {
        const at = line.indexOf('=');
        const name = (at === -1 ? line : line.slice(0, at)).trim();
        const revision = at === -1 ? given['task-definition-arn'] : line.slice(at + 1).trim();
        const place = `Input services, line ${index + 1}`;
        const wrong = misfit((0,environment_inputs/* service */.eu)().parse, name) ??
            (at === -1 ? undefined : misfit(inputs/* inputs */.Q['task-definition-arn'].parse, revision ?? ''));
        if (wrong !== undefined)
            problems.push({ message: `${place}: ${wrong.message}`, remedy: wrong.remedy });
        if (revision === undefined) {
            problems.push({
                message: `${place}: no revision is named for ${name}.`,
                remedy: `Write ${name}=arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:NUMBER, or give task-definition-arn for all services.`,
            });
        }
        const twin = entries.findIndex((entry) => shortName(entry.service) === shortName(name));
        if (twin !== -1) {
            problems.push({
                message: `${place}: ${name} stands in line ${twin + 1} already.`,
                remedy: 'Remove one of the two lines.',
            });
        }
        entries.push({ service: name, revision: revision ?? '' });
    }
    if (problems.length > 0)
        throw new lib_errors/* ConfigurationError */.j1(problems);
    return entries;
}
/** The inputs as if they had been given for that service alone. */
function inputsFor(given, { service: name, revision }) {
    return { ...given, services: [], service: name, 'task-definition-arn': revision };
}
/** `web` of a name or an ARN. */
function shortName(name) {
    return name.slice(name.lastIndexOf('/') + 1);
}
function misfit(parse, text) {
    try {
        parse(text);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof lib_inputs/* InvalidInput */.o9))
            throw error;
        return { message: `${(0,lib_inputs/* quoted */.k9)(text)} is not ${error.message}.`, remedy: error.remedy };
    }
}

// EXTERNAL MODULE: ./packages/steps/lib/deployment/conclusion.js
var conclusion = __webpack_require__(12014);
;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/services/member.js


/** One service while it is deployed beside others. */
class Member {
    entry;
    name;
    world;
    /** How its own deployment ended, once it has. */
    outcome;
    error;
    #all;
    #id;
    #recalled = false;
    constructor(all, entry, index) {
        this.entry = entry;
        this.name = shortName(entry.service);
        this.#all = all;
        this.world = {
            ...all,
            progress: {
                report: (event) => {
                    all.progress.report(named(event, this.name));
                },
            },
            remember: (key, value) => {
                all.remember(`${index}.${key}`, value);
                if (key !== 'deployment-id')
                    return;
                this.#id = value;
                if (this.#recalled && !this.ended)
                    void this.#stop(value);
            },
        };
    }
    get ended() {
        return this.outcome !== undefined || this.error !== undefined;
    }
    get succeeded() {
        return this.outcome?.kind === 'succeeded' || this.outcome?.kind === 'unchanged';
    }
    /** Stops its deployment, now or as soon as there is one, so that its own run sees it roll back. */
    async recall() {
        if (this.ended || this.#recalled)
            return;
        this.#recalled = true;
        if (this.#id !== undefined)
            await this.#stop(this.#id);
    }
    async #stop(id) {
        try {
            await this.#all.aws.deployments.stop(id, { rollback: true });
        }
        catch (error) {
            this.world.progress.report({
                type: 'warning',
                text: `Deployment ${id} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
                remedy: `Stop it: ${(0,conclusion/* stopCommand */.IM)(id)}`,
            });
        }
    }
}
/** Says of which service an event tells, where it tells that in words. */
function named(event, name) {
    if (event.type === 'note' || event.type === 'warning')
        return { ...event, text: `${name}: ${event.text}` };
    if (event.type === 'document')
        return { ...event, title: `${name}: ${event.title}` };
    return event;
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/services/take-back.js



/**
 * Takes a service back to the revision that served before: its deployment is stopped with rollback while it still can be,
 * else a new deployment goes there all at once.
 */
async function take_back_takeBack(member, given, runOne) {
    const { world, entry, name } = member;
    const { outputs } = member.outcome ?? {};
    const id = outputs?.['deployment-id'];
    const previous = outputs?.['previous-task-definition-arn'];
    if (id === undefined || previous === undefined)
        return { kind: 'back', text: `${name} was not changed`, id: undefined };
    const label = (0,lib_revision/* formatRevision */.T)(previous);
    try {
        world.progress.report({ type: 'note', text: `Going back to ${label}.` });
        if ((await world.aws.deployments.stop(id, { rollback: true })) === 'stopping') {
            const { back } = await (0,stop/* followRollback */.u)(world, id, { intervalMs: given['poll-interval-seconds'] * 1000 });
            if (back.kind === 'rolledBack')
                return { kind: 'back', text: `${name} is back on ${label}`, id: back.id };
        }
        // What is on its way back must arrive, whatever becomes of this job.
        const outcome = await runOne({
            ...inputsFor(given, { ...entry, revision: previous }),
            'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
            'wait-until': 'traffic-shifted',
            'on-cancel': 'leave',
            'on-active-deployment': 'wait',
            gate: 'none',
            'gate-url': undefined,
            'gate-path': undefined,
            'gate-command': undefined,
            alarms: [],
            'ignore-alarms': true,
            'ignore-poll-alarm-failure': false,
            'allow-downgrade': true,
        }, world);
        const done = outcome.kind === 'succeeded' || outcome.kind === 'unchanged';
        return {
            kind: done ? 'back' : 'notBack',
            text: done ? `${name} is back on ${label}` : `${name} is not back on ${label}: ${outcome.headline}`,
            id: outcome.outputs['deployment-id'],
        };
    }
    catch (error) {
        return {
            kind: 'notBack',
            text: `${name} is not back on ${label}: ${error instanceof Error ? error.message : String(error)}`,
            id: undefined,
        };
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/services/verdict.js



/** One outcome of all: a success only if every service has it, and rolled back only if every service that moved is back. */
function verdictOf(results, options) {
    const reports = results.map(reportOf);
    const outputs = verdict_outputsOf(results, reports, options);
    const summary = [tableOf(reports), ...results.flatMap(sectionsOf)];
    const findings = results.flatMap(findingsOf);
    const names = reports.map(({ service }) => service).join(', ');
    if (results.every(({ outcome }) => outcome?.kind === 'unchanged')) {
        return {
            kind: 'unchanged',
            headline: `${names}: ${results.map(({ outcome }) => outcome?.headline).join(' ')}`,
            summary,
            outputs,
        };
    }
    if (results.every(({ outcome }) => outcome?.kind === 'succeeded' || outcome?.kind === 'unchanged')) {
        return {
            kind: 'succeeded',
            headline: `All ${results.length} services are deployed: ${results.map(({ name, outcome }) => `${name} (${labelOf(outcome?.outputs['task-definition-arn'])})`).join(', ')}.`,
            summary,
            outputs,
        };
    }
    const told = results.filter(isCulprit).map((one) => `${one.name}: ${headlineOf(one)}`);
    const where = results.map(placeOf).join('; ');
    const remedy = results
        .filter((one) => isCulprit(one) || placed(one) === 'unknown')
        .map((one) => `${one.name}: ${remedyOf(one)}`)
        .join('\n');
    const troubled = { findings, remedy: `Where they stand: ${where}.\n${remedy}`, summary, outputs };
    if (options.cancelled)
        return { kind: 'cancelled', headline: `Cancelled: ${where}.`, ...troubled };
    const together = results.every((one) => placed(one) === 'old');
    return together
        ? {
            kind: 'rolledBack',
            headline: `All ${results.length} services serve their old versions, because one failed. ${told.join(' ')}`,
            ...troubled,
        }
        : {
            kind: 'failed',
            headline: `The services ${names} are not on one version: ${where}. ${told.join(' ')}`,
            ...troubled,
        };
}
/** Where a service stands now, as far as its run proved it. */
function placed({ outcome, error, back }) {
    if (back !== undefined)
        return back.kind === 'back' ? 'old' : 'unknown';
    if (outcome === undefined)
        return error instanceof NotStarted ? 'old' : 'unknown';
    switch (outcome.kind) {
        case 'succeeded':
            return 'new';
        case 'unchanged':
        case 'rolledBack':
            return 'old';
        case 'cancelled':
            return outcome.outputs['rolled-back'] || outcome.outputs['deployment-id'] === undefined
                ? 'old'
                : 'unknown';
        case 'failed':
        case 'timedOut':
            return 'unknown';
    }
}
function placeOf(one) {
    const { name, outcome, back } = one;
    if (back !== undefined)
        return back.text;
    const previous = outcome?.outputs['previous-task-definition-arn'];
    switch (placed(one)) {
        case 'new':
            return `${name} serves ${labelOf(outcome?.outputs['task-definition-arn'])}`;
        case 'old':
            return previous === undefined ? `${name} was not changed` : `${name} serves ${labelOf(previous)}`;
        case 'unknown':
            return `what ${name} serves is to be looked at`;
    }
}
/** The cause of it all, not one that went back because of another. */
function isCulprit({ outcome, error }) {
    if (error !== undefined)
        return !(error instanceof NotStarted);
    return outcome !== undefined && outcome.kind !== 'succeeded' && outcome.kind !== 'unchanged';
}
function headlineOf({ outcome, error }) {
    if (outcome !== undefined)
        return outcome.headline;
    return error instanceof Error ? error.message : String(error);
}
function remedyOf({ outcome, error, back }) {
    if (back?.kind === 'notBack')
        return `${back.text}. Run rollback for this service.`;
    if (outcome !== undefined && 'remedy' in outcome)
        return outcome.remedy;
    return error instanceof lib_errors/* CutoverError */.DB ? error.remedy : 'Look at the service in the console.';
}
function reportOf(one) {
    const { name, outcome, error, back, revision } = one;
    const outputs = outcome?.outputs;
    return {
        service: name,
        outcome: back?.kind === 'back'
            ? 'rolled-back'
            : (wordOf(outcome?.kind) ?? (error instanceof NotStarted ? 'not-started' : 'failed')),
        headline: back === undefined ? headlineOf(one) : `${headlineOf(one)} ${back.text}.`,
        'deployment-id': outputs?.['deployment-id'],
        'deployment-status': outputs?.['deployment-status'],
        'rolled-back': back?.kind === 'back' || outputs?.['rolled-back'] === true,
        'rollback-deployment-id': back?.id ?? outputs?.['rollback-deployment-id'],
        'previous-task-definition-arn': outputs?.['previous-task-definition-arn'],
        'task-definition-arn': outputs?.['task-definition-arn'] ?? revision,
    };
}
function wordOf(kind) {
    return kind?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
/** What is the same for all stands as it would for one; ids are listed in the order of the services. */
function verdict_outputsOf(results, reports, { startedAt, now }) {
    const listed = (values) => {
        const known = values.filter((value) => value !== undefined);
        return known.length === 0 ? undefined : known.join(',');
    };
    const common = (values) => new Set(values).size === 1 ? values[0] : undefined;
    const ids = listed(reports.map((one) => one['deployment-id']));
    const shifted = results.map(({ outcome }) => outcome?.outputs['traffic-shifted-at']);
    const last = shifted.toSorted((a = '', b = '') => a.localeCompare(b)).at(-1);
    const moved = reports.filter((one) => one['deployment-id'] !== undefined);
    return {
        'deployment-id': ids,
        'codedeploy-deployment-id': ids,
        'deployment-status': common(moved.map((one) => one['deployment-status'])),
        'rolled-back': moved.length > 0 && moved.every((one) => one['rolled-back']),
        'rollback-deployment-id': listed(reports.map((one) => one['rollback-deployment-id'])),
        'previous-task-definition-arn': common(reports.map((one) => one['previous-task-definition-arn'])),
        'task-definition-arn': common(reports.map((one) => one['task-definition-arn'])),
        superseded: results.some(({ outcome }) => outcome?.outputs.superseded === true),
        'traffic-shifted-at': shifted.includes(undefined) ? undefined : last,
        'duration-seconds': Math.round((now - startedAt) / 100) / 10,
        services: JSON.stringify(reports),
    };
}
function tableOf(reports) {
    return {
        kind: 'table',
        title: 'Services',
        header: ['Service', 'Outcome', 'From', 'To', 'Deployment', 'Way back'],
        rows: reports.map((one) => [
            one.service,
            one.outcome,
            labelOf(one['previous-task-definition-arn']),
            labelOf(one['task-definition-arn']),
            one['deployment-id'] ?? '',
            one['rollback-deployment-id'] ?? '',
        ]),
    };
}
function sectionsOf({ name, outcome }) {
    return (outcome?.summary ?? []).map((section) => ({
        ...section,
        title: section.title === undefined ? name : `${name}: ${section.title}`,
    }));
}
function findingsOf({ outcome, error }) {
    if (outcome !== undefined && 'findings' in outcome)
        return outcome.findings;
    return error instanceof lib_errors/* CutoverError */.DB ? error.findings : [];
}
function labelOf(arn) {
    return arn === undefined ? '' : (0,lib_revision/* formatRevision */.T)(arn);
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/services/together.js








/**
 * Deploys several services side by side, each as if alone. None starts before all have been checked; when one fails, all
 * others go back to what they served before.
 */
async function deployTogether(given, world, runOne) {
    const startedAt = world.clock.now();
    const entries = entriesOf(given);
    for (const entry of entries)
        await (0,blue_green_codedeploy_request/* readRequest */.i)(inputsFor(given, entry), world);
    world.remember('services', JSON.stringify(entries.map(({ service }) => service)));
    const line = new StartingLine(entries.length);
    const members = entries.map((entry, index) => new Member(world, entry, index));
    let trouble;
    const fail = async (member, why) => {
        if (trouble !== undefined || world.signal.aborted)
            return;
        trouble = `${member.name} failed`;
        line.close(`${member.name} failed: ${why}`);
        await Promise.all(members.map((other) => other.recall()));
    };
    const stop = () => {
        // What has reached its milestone already is nobody's any more.
        if (given['on-cancel'] === 'leave')
            return;
        for (const { outcome, world: own } of members) {
            const id = outcome?.kind === 'succeeded' ? outcome.outputs['deployment-id'] : undefined;
            if (id !== undefined)
                void own.aws.deployments
                    .stop(id, { rollback: given['on-cancel'] === 'rollback' })
                    .catch(() => undefined);
        }
    };
    world.signal.addEventListener('abort', stop, { once: true });
    await Promise.all(members.map(async (member, index) => {
        const start = {
            arrive: () => {
                line.arrive(index);
            },
            permit: async () => {
                await (0,abortable/* abortable */.Z)(world.signal, line.permit(index));
            },
        };
        try {
            member.outcome = await runOne(inputsFor(given, member.entry), member.world, start);
            if (!member.succeeded)
                await fail(member, member.outcome.headline);
            line.arrive(index);
        }
        catch (error) {
            member.error = error;
            if (!(error instanceof NotStarted))
                await fail(member, error instanceof Error ? error.message : String(error));
            line.arrive(index);
        }
    }));
    if (members.every(({ outcome }) => outcome?.outputs['deployment-id'] === undefined))
        refuse(members);
    const back = new Map();
    if (trouble !== undefined && !world.signal.aborted) {
        const forward = members.filter(({ outcome }) => outcome?.kind === 'succeeded' || outcome?.kind === 'timedOut');
        await Promise.all(forward.map(async (member) => {
            back.set(member, await take_back_takeBack(member, given, runOne));
        }));
    }
    const outcome = verdictOf(members.map((member) => ({
        name: member.name,
        revision: member.entry.revision,
        outcome: member.outcome,
        error: member.error,
        back: back.get(member),
    })), { cancelled: world.signal.aborted, startedAt, now: world.clock.now() });
    if (outcome.kind !== 'cancelled')
        world.remember('settled', 'true');
    return outcome;
}
/** Nothing was deployed: what stands in the way is told for all services at once. */
function refuse(members) {
    const errors = members.flatMap(({ error, name }) => error === undefined || error instanceof NotStarted ? [] : [{ error, name }]);
    const [first] = errors;
    if (first === undefined)
        return;
    for (const { error } of errors) {
        if (error instanceof lib_errors/* CutoverError */.DB)
            continue;
        throw error instanceof Error ? error : new Error('a service failed without an error', { cause: error });
    }
    throw new lib_errors/* ConfigurationError */.j1(errors.map(({ error, name }) => ({
        message: `${name}: ${error.message}`,
        remedy: `${name}: ${error.remedy}`,
    })), { cause: first.error, findings: errors.flatMap(({ error }) => error.findings) });
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/run.js


























/** Deploys one revision by CodeDeploy and follows it to the milestone, or back; or decides about a deployment that waits. */
async function run(given, world) {
    return given.services.length === 0
        ? await runOne(given, world)
        : await deployTogether(given, world, runOne);
}
/** One service; `start` tells when its deployment may be created. */
async function runOne(given, world, start = ALONE) {
    const suspends = given['suspend-auto-scaling'] && !given['dry-run'];
    return await withScalingHold(world, suspends, async (scaling) => {
        const request = await (0,blue_green_codedeploy_request/* readRequest */.i)(given, world);
        return given.mode === 'deploy'
            ? await deploy(given, request, world, scaling, start)
            : await decide(given, request, world, scaling);
    });
}
async function deploy(given, request, world, scaling, start) {
    const { aws, clock } = world;
    const startedAt = clock.now();
    const environment = await (0,deployment_environment/* environmentOf */.p7)(aws, given);
    const service = await (0,deployment_environment/* describeService */.Jv)(aws, environment);
    (0,check/* requireService */.r)(service, environment);
    scaling.of(environment);
    const group = await (0,find_group/* findGroup */.$)(aws, environment, {
        application: given['codedeploy-application'],
        group: given['codedeploy-deployment-group'],
    });
    for (let round = 0;; round++) {
        const observed = await (0,observe/* observe */.l)(aws, {
            environment,
            group,
            revision: request.revision,
            config: request.config,
            ...(round === 0 ? { service } : {}),
        });
        const address = await addressFor(request, observed, world);
        // What the group tells is a moment old; should it be wrong, CodeDeploy refuses to run two.
        const free = round === 0 && (group.newestStatus === undefined || (0,lib_deployment/* isTerminal */.H)(group.newestStatus));
        const active = free
            ? undefined
            : await (0,deployment_active/* findActive */.gv)(world, group, observed.revision?.arn ?? request.revision);
        if (active !== undefined && given['dry-run'])
            return dryWait(active, observed, startedAt, clock.now());
        if (active !== undefined) {
            const adopted = adopt(active, request, observed, world, address);
            if (adopted !== undefined) {
                start.arrive();
                await scaling.suspend();
                const end = await (0,carry_out/* carryOut */.u)(world, adopted, active.deployment.id, startedAt);
                await showService(request, observed, end, world);
                return outcomeOf(adopted, end, world);
            }
            await clearWay(given, world, active, observed);
            continue;
        }
        const decided = plan(request, observed, world.run, address);
        if (decided.kind === 'unchanged') {
            return {
                kind: 'unchanged',
                headline: `${(0,lib_revision/* formatRevision */.T)(decided.revision)} already serves production; nothing was deployed.`,
                outputs: {
                    ...quiet(startedAt, clock.now()),
                    'previous-task-definition-arn': decided.revision,
                    'task-definition-arn': decided.revision,
                },
            };
        }
        const { order } = decided;
        if (!given['allow-downgrade']) {
            const newest = await (0,downgrade/* servedCommit */.N)(world, order.previous);
            if (newest !== undefined)
                await (0,downgrade/* refuseDowngrade */.K)(world, newest, given['github-token']);
        }
        show(world, order);
        await (0,credentials/* checkCredentials */.v)(world, 'the deployment', order.budget);
        if (given['dry-run'])
            return dryRun(order, startedAt, clock.now());
        await start.permit();
        await scaling.suspend();
        let created;
        const createdAt = clock.now();
        try {
            created = await (0,create/* createDeployment */.Y)(world, order);
        }
        catch (error) {
            if (!world.signal.aborted)
                throw error;
            return outcomeOf(order, await (0,cancel/* cancelCreation */.Eq)(world, order, createdAt), world);
        }
        // Somebody was faster: the next round waits for that deployment, or fails because of it.
        if (created.kind === 'busy') {
            await (0,deployment_active/* pauseBusy */.cX)(world, round, request.intervalMs, created.message);
            continue;
        }
        const end = await (0,carry_out/* carryOut */.u)(world, order, created.id, createdAt, observed.service);
        await showService(request, observed, end, world);
        return outcomeOf(order, end, world);
    }
}
/** Only gates that ask over HTTP need to know where. */
async function addressFor({ gate }, { environment, test }, world) {
    if (gate === undefined || gate.kind === 'health' || gate.url !== undefined)
        return undefined;
    return await testAddress(world, environment, test, gate.kind === 'http');
}
/** A deployment of somebody else holds the group. */
async function clearWay(given, world, { deployment }, { group, config }) {
    const mode = given['on-active-deployment'];
    const commit = (0,deployment_description/* commitOf */.D3)(deployment.description);
    // What waits is checked when its turn has come; what stops a newer commit would do so for nothing.
    if (mode === 'stop' && commit !== undefined && !given['allow-downgrade']) {
        await (0,downgrade/* refuseDowngrade */.K)(world, { what: `deployment ${deployment.id}, which is under way`, commit }, given['github-token']);
    }
    const minutes = given['wait-for-active-minutes'];
    const budget = (0,deployment_budget/* deploymentBudget */.T)({
        group,
        routing: config?.routing ?? { type: 'AllAtOnce' },
        waitUntil: 'completed',
        hooks: 0,
        minutes,
    });
    await makeWay(world, deployment, {
        mode,
        group: group.name,
        budget: minutes === undefined ? budget : { ...budget, reason: `wait-for-active-minutes ${minutes}` },
        intervalMs: given['poll-interval-seconds'] * 1000,
    });
}
/** In the middle of a shift nothing but that can be told. */
function dryWait({ deployment, ours }, { service, revision, group }, startedAt, now) {
    return {
        kind: 'unchanged',
        headline: `Dry run: deployment ${deployment.id} (${deployment.status}) is active in group ${group.name} and would ${ours ? 'be followed' : 'have to end first'}.`,
        outputs: {
            ...quiet(startedAt, now),
            'previous-task-definition-arn': service === undefined ? undefined : (0,ecs_service/* servingRevision */.q)(service),
            'task-definition-arn': revision?.arn,
        },
    };
}
function dryRun(order, startedAt, now) {
    return {
        kind: 'unchanged',
        headline: `Dry run: ${(0,lib_revision/* formatRevision */.T)(order.revision)} would replace ${(0,lib_revision/* formatRevision */.T)(order.previous)} through ${order.application}/${order.group}.`,
        outputs: {
            ...quiet(startedAt, now),
            'previous-task-definition-arn': order.previous,
            'task-definition-arn': order.revision,
        },
        summary: [{ kind: 'code', title: 'AppSpec', language: 'json', text: order.appSpec }],
    };
}
function show({ progress }, order) {
    const { autoRollbackEvents: events, gate } = order;
    progress.report({ type: 'document', title: 'AppSpec', language: 'json', text: order.appSpec });
    progress.report({
        type: 'note',
        text: `${(0,lib_revision/* formatRevision */.T)(order.previous)} -> ${(0,lib_revision/* formatRevision */.T)(order.revision)} through ${order.application}/${order.group}${order.config === undefined ? '' : ` with ${order.config}`}${gate === undefined ? '' : ` and a ${gate.kind} gate`}; waiting until ${order.waitUntil}, at most ${Math.ceil(order.budget.totalMs / 60_000)} min (${order.budget.reason}).`,
    });
    if (!events.includes('DEPLOYMENT_FAILURE')) {
        progress.report({
            type: 'warning',
            text: `auto-rollback-events lacks DEPLOYMENT_FAILURE: a deployment that fails by itself leaves production where it was then, perhaps half shifted.`,
        });
    }
    if (order.ignoreAlarms) {
        progress.report({ type: 'warning', text: 'ignore-alarms: no alarm stops this deployment.' });
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/deployment/after-kill.js

/**
 * `post:` of every step that deploys: when the process was killed before its deployment was decided, does what a
 * cancelled step would have done.
 */
async function afterKill(remembered, world) {
    const { 'on-cancel': onCancel, settled } = remembered;
    if (settled === 'true' || onCancel === undefined || onCancel === 'leave')
        return;
    const id = remembered['deployment-id'] ?? (await unanswered(remembered, world));
    if (id === undefined)
        return;
    const done = await world.aws.deployments.stop(id, { rollback: onCancel === 'rollback' });
    world.progress.report({
        type: 'warning',
        text: done === 'stopping'
            ? `The step was killed while deployment ${id} ran; it has been told to stop${onCancel === 'rollback' ? ' and roll back' : ''}.`
            : `The step was killed; deployment ${id} had ended by itself.`,
    });
}
/** What was asked for by a process that is dead may take effect so much later. */
const IN_FLIGHT_MS = 10_000;
const after_kill_PAUSE_MS = 1000;
/** Killed between asking for the deployment and hearing its id. */
async function unanswered({ 'created-as': text, creation }, world) {
    if (text === undefined)
        return undefined;
    const asked = JSON.parse(text);
    const patience = creation === 'asked' ? IN_FLIGHT_MS : 0;
    for (const end = world.clock.now() + patience;;) {
        const ours = await (0,create/* findOurs */.Z)(world.aws, asked);
        if (ours !== undefined || world.clock.now() >= end)
            return ours?.id;
        await world.clock.sleep(after_kill_PAUSE_MS);
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/services/after-kill.js


/**
 * `post:` of a run that was killed. Several services belong together: until all of them were decided, also the ones that
 * had reached their milestone are told to go back.
 */
async function afterKillOfAll(remembered, world) {
    const { services, settled } = remembered;
    const count = services === undefined ? 0 : JSON.parse(services).length;
    if (count === 0) {
        await undo(remembered, world);
        return;
    }
    const ends = await Promise.allSettled(Array.from({ length: count }, async (_, index) => {
        const own = Object.fromEntries(Object.entries(remembered)
            .filter(([key]) => key.startsWith(`${index}.`))
            .map(([key, value]) => [key.slice(`${index}.`.length), value]));
        await undo({ ...own, settled: settled ?? '' }, world);
    }));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
async function undo(remembered, world) {
    try {
        await afterKill(remembered, world);
    }
    finally {
        await restoreAfterKill(remembered, world);
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/blue-green-codedeploy/step.js



/** Starts a CodeDeploy deployment, follows it, stops it when it goes wrong, and explains it. */
const blueGreenCodedeploy = {
    name: 'blue-green-codedeploy',
    inputs: inputs/* inputs */.Q,
    outputs: [
        'deployment-id',
        'codedeploy-deployment-id',
        'deployment-status',
        'rolled-back',
        'rollback-deployment-id',
        'previous-task-definition-arn',
        'task-definition-arn',
        'superseded',
        'traffic-shifted-at',
        'duration-seconds',
        'services',
    ],
    run: run,
    post: afterKillOfAll,
};


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
