export const id = 1922;
export const ids = [1922];
export const modules = {

/***/ 599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* reexport */ preflight)
});

// EXTERNAL MODULE: ./packages/domain/lib/credential-inputs.js
var credential_inputs = __webpack_require__(36875);
// EXTERNAL MODULE: ./packages/domain/lib/environment-inputs.js
var environment_inputs = __webpack_require__(4341);
// EXTERNAL MODULE: ./packages/domain/lib/inputs.js
var inputs = __webpack_require__(63077);
// EXTERNAL MODULE: ./packages/steps/lib/preflight/item.js
var item = __webpack_require__(31930);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/inputs.js




/** CodeDeploy's names: 1 to 100 characters. */
const NAME = {
    pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
    expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
};
/** Inputs of preflight; the contract is its `action.yml`. */
const inputs_inputs = {
    stack: (0,environment_inputs/* stack */.t$)(),
    cluster: (0,environment_inputs/* cluster */.bz)(),
    service: (0,environment_inputs/* service */.eu)(),
    'task-definition': (0,inputs/* text */.Qq)(),
    'task-definition-arn': (0,inputs/* matching */.wC)({
        pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]+:\d+$/,
        expected: 'the ARN of a task definition revision',
        example: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7, or web:7',
    }),
    image: (0,inputs/* text */.Qq)(),
    'container-name': (0,inputs/* text */.Qq)(),
    'container-port': (0,inputs/* number */.ai)({ min: 1, max: 65_535, integer: true }),
    'codedeploy-application': (0,inputs/* matching */.wC)({ ...NAME, example: 'AppECS-shop-web' }),
    'codedeploy-deployment-group': (0,inputs/* matching */.wC)({ ...NAME, example: 'DgpECS-shop-web' }),
    'codedeploy-deployment-config': (0,inputs/* matching */.wC)({ ...NAME, example: 'CodeDeployDefault.ECSAllAtOnce' }),
    alarms: (0,inputs/* list */.p_)(),
    'ignore-alarms': (0,inputs/* flag */.Jt)({ default: 'false' }),
    'on-active-deployment': (0,inputs/* choice */.Yq)(['wait', 'stop', 'finish', 'fail'], { default: 'fail' }),
    'wait-until': (0,inputs/* choice */.Yq)(['ready', 'traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
    'wait-for-minutes': (0,inputs/* number */.ai)({ min: 0.01, max: 7200 }),
    'allow-zero-tasks': (0,inputs/* flag */.Jt)({ default: 'false' }),
    skip: (0,inputs/* choices */.zM)(item/* ITEM_IDS */.FT),
    ...credential_inputs/* credentialInputs */.H,
    region: (0,inputs/* text */.Qq)({ aliases: ['aws-region'] }),
};

// EXTERNAL MODULE: ./packages/steps/lib/preflight/run.js + 14 modules
var run = __webpack_require__(81199);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/step.js


/** Looks at everything that a deployment needs, and changes nothing. */
const preflight = {
    name: 'preflight',
    inputs: inputs_inputs,
    outputs: ['passed', 'failed-count', 'unknown-count', 'items'],
    run: run/* run */.eF,
};

;// CONCATENATED MODULE: ./actions/lib/preflight/main.js



/***/ }),

/***/ 8781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ deploymentBudget),
/* harmony export */   k: () => (/* binding */ shiftMinutes)
/* harmony export */ });
const MINUTE = 60_000;
/** CodeDeploy itself gives up on an installation, and on each hook, after an hour. */
const INSTALL_MINUTES = 60;
const HOOK_MINUTES = 60;
/** For everything that has no time of its own: creation, start, the last poll. */
const SLACK_MINUTES = 5;
/** Minutes from the first to the last step of the shift; a linear step happens at the start of its interval. */
function shiftMinutes(routing) {
    switch (routing.type) {
        case 'AllAtOnce':
            return 0;
        case 'TimeBasedCanary':
            return routing.intervalMinutes;
        case 'TimeBasedLinear':
            return (Math.ceil(100 / Math.max(routing.percentage, 1)) - 1) * routing.intervalMinutes;
    }
}
function deploymentBudget(options) {
    const { group, routing, waitUntil, hooks, minutes, gateMinutes } = options;
    if (minutes !== undefined)
        return { totalMs: minutes * MINUTE, reason: `wait-for-minutes ${minutes}` };
    const readyWait = group.readyAction === 'STOP_DEPLOYMENT' ? group.readyWaitMinutes : 0;
    const parts = [
        ['install', INSTALL_MINUTES],
        ['hooks', hooks * HOOK_MINUTES],
        ...(waitUntil === 'ready'
            ? []
            : [
                // The gate ends the wait.
                ['ready wait', gateMinutes === undefined ? readyWait : 0],
                ['gate', gateMinutes ?? 0],
                ['shift', shiftMinutes(routing)],
            ]),
        ...(waitUntil === 'completed' ? [['termination wait', group.terminationWaitMinutes]] : []),
        ['slack', SLACK_MINUTES],
    ];
    const counted = parts.filter(([, length]) => length > 0);
    return {
        totalMs: counted.reduce((sum, [, length]) => sum + length, 0) * MINUTE,
        reason: counted.map(([name, length]) => `${name} ${length} min`).join(' + '),
    };
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


/***/ })

};
