export const id = 1448;
export const ids = [1448];
export const modules = {

/***/ 73799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ markLive)
/* harmony export */ });
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98711);
/* harmony import */ var _protect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92642);



/**
 * Marks an image as the one that a service runs, so that lifecycle rules keep it and the one before. Images outside of the
 * region's private registries are left alone. A registry that does not let us only costs a warning: the image serves.
 */
async function markLive(world, service, image, options = {}) {
    try {
        await mark(world, (0,_protect_js__WEBPACK_IMPORTED_MODULE_1__/* .liveTag */ .pG)(service), image, options);
    }
    catch (error) {
        if (!(error instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .CutoverError */ .DB))
            throw error;
        world.progress.report({
            type: 'warning',
            text: `${image} could not be marked as the image that serves: ${error.message}`,
            remedy: error.remedy,
        });
    }
}
async function mark({ aws, progress }, tag, image, { onlyIfMarked = false, isOurs = false }) {
    const reference = (0,_cutover_domain_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(image);
    if (reference === undefined || (!isOurs && reference.account === undefined))
        return;
    if ((reference.region ?? aws.region) !== aws.region)
        return;
    const repository = await aws.images.repository(reference);
    if (repository === undefined)
        return;
    if (onlyIfMarked && (await aws.images.find(repository, { tag })) === undefined)
        return;
    const { digest } = reference;
    const stored = await aws.images.find(repository, digest === undefined ? { tag: reference.tag ?? 'latest' } : { digest });
    if (stored === undefined)
        return;
    const result = await (0,_protect_js__WEBPACK_IMPORTED_MODULE_1__/* .protect */ .yQ)(aws.images, repository, stored, tag);
    switch (result.kind) {
        case 'protected':
            progress.report({
                type: 'note',
                text: `${stored.digest} in ${repository.name} is ${result.tag} now${result.previous === undefined ? '' : `, and ${result.previous.digest} is ${result.previous.tag}`}: lifecycle rules that spare these tags keep both.`,
            });
            break;
        case 'unchanged':
            break;
        case 'refused':
            progress.report({ type: 'warning', text: result.message, remedy: result.remedy });
    }
}


/***/ }),

/***/ 95559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ mayBeCommit),
/* harmony export */   d: () => (/* binding */ parseGoal)
/* harmony export */ });
/* harmony import */ var _cutover_domain_arn__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32549);
/* harmony import */ var _cutover_domain_digest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35948);
/* harmony import */ var _cutover_domain_revision__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69657);



/** `7`, `web:7`, an ARN, `1a2b3c4` or `sha256:…`; undefined when it is none of them. */
function parseGoal(text) {
    if ((0,_cutover_domain_digest__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(text))
        return { kind: 'digest', digest: text };
    if (/^[1-9]\d{0,38}$/.test(text))
        return { kind: 'number', number: text };
    if (/^[0-9a-f]{7,40}$/i.test(text))
        return { kind: 'commit', commit: text.toLowerCase() };
    const arn = (0,_cutover_domain_arn__WEBPACK_IMPORTED_MODULE_1__/* .parseArn */ .L)(text);
    return (0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_2__/* .parseRevision */ .P)(text) !== undefined && (arn === undefined || arn.service === 'ecs')
        ? { kind: 'revision', revision: text }
        : undefined;
}
/** Whether digits alone may be the beginning of a commit. */
function mayBeCommit(number) {
    return number.length >= 7 && number.length <= 40;
}


/***/ }),

/***/ 69301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ inputs)
/* harmony export */ });
/* harmony import */ var _cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36875);
/* harmony import */ var _cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4341);
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63077);
/* harmony import */ var _goal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95559);




const NAME = {
    pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
    expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
};
/** Inputs of rollback; the contract is its `action.yml`. */
const inputs = {
    stack: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__/* .stack */ .t$)(),
    cluster: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__/* .cluster */ .bz)(),
    service: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__/* .service */ .eu)(),
    to: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(goal, {}),
    'codedeploy-application': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)({ ...NAME, example: 'AppECS-shop-web' }),
    'codedeploy-deployment-group': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)({ ...NAME, example: 'DgpECS-shop-web' }),
    'codedeploy-deployment-config': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .matching */ .wC)({
        ...NAME,
        example: 'CodeDeployDefault.ECSAllAtOnce',
        default: 'CodeDeployDefault.ECSAllAtOnce',
    }),
    'wait-until': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['traffic-shifted', 'completed'], { default: 'traffic-shifted' }),
    'wait-for-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)({ min: 0.01, max: 7200 }),
    'poll-interval-seconds': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)({ default: '5', min: 0.05, max: 60 }),
    'dry-run': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({ default: 'false' }),
    ..._cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_0__/* .credentialInputs */ .H,
    region: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ aliases: ['aws-region'] }),
};
/** A revision, a commit or a digest; taken apart by `parseGoal`. */
function goal(value) {
    if ((0,_goal_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGoal */ .d)(value) === undefined) {
        throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9('a revision, a commit or a digest', 'Write a number (7), family:number (web:7), the ARN of a task definition, a commit (7 to 40 hexadecimal digits) or sha256:…; leave it out for the last good one.');
    }
    return value;
}


/***/ }),

/***/ 31448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./packages/steps/lib/rollback/inputs.js
var inputs = __webpack_require__(69301);
// EXTERNAL MODULE: ./packages/domain/lib/ecs-service.js
var ecs_service = __webpack_require__(7137);
// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/revision.js
var lib_revision = __webpack_require__(69657);
;// CONCATENATED MODULE: ./packages/domain/lib/rollback-target.js
/** Begins the description of every deployment that the rollback action makes. */
const ROLLBACK_WORDS = 'Rollback from ';
function byHand({ description }) {
    return description.startsWith(ROLLBACK_WORDS);
}
function byCodeDeploy({ creator }) {
    return creator === 'codeDeployRollback';
}
/**
 * The last revision that succeeded and served before the one that serves now. Failed and stopped deployments don't count,
 * and what a rollback went back from doesn't either. A release that failed and was taken back has nothing left to go back
 * from: whoever wants to go further has to say where, or a rollback that follows a failed release would lead users to the
 * version before the good one. The task set with which the service was created has no deployment, so that a placeholder is
 * never a target.
 * @param history newest first
 */
function rollbackTarget(history, serving) {
    const standings = [];
    let found;
    let unknown;
    let undone;
    for (const past of history) {
        const { deployment, revision } = past;
        if (deployment.status !== 'Succeeded') {
            standings.push('unsuccessful');
        }
        else if (undone !== undefined && revision !== undone) {
            standings.push('undone');
        }
        else {
            undone = byHand(deployment) || byCodeDeploy(deployment) ? revision : undefined;
            if (revision === undefined) {
                standings.push('unknown');
                if (found === undefined)
                    unknown ??= past;
            }
            else if (revision === serving.revision) {
                standings.push('serving');
            }
            else if (found === undefined && unknown === undefined) {
                standings.push('target');
                found = past;
            }
            else {
                standings.push('earlier');
            }
        }
    }
    const arrived = whyThere(history, serving);
    if (arrived === undefined)
        return { target: targetOf(found, unknown), standings };
    return {
        target: { kind: 'alreadyThere', reason: arrived, next: found },
        standings: standings.map((one) => (one === 'target' ? 'earlier' : one)),
    };
}
function targetOf(found, unknown) {
    if (found?.revision !== undefined)
        return { kind: 'found', past: found, revision: found.revision };
    if (unknown !== undefined)
        return { kind: 'unknown', past: unknown };
    return { kind: 'none', reason: 'no earlier deployment of the group succeeded with another revision' };
}
/** Why what serves is what a rollback leads to; undefined when it is not. */
function whyThere(history, serving) {
    const newest = history.find(({ deployment }) => deployment.status === 'Succeeded');
    if (newest !== undefined && byHand(newest.deployment) && newest.revision === serving.revision) {
        return `deployment ${newest.deployment.id} has already gone back to it`;
    }
    const last = history.find(({ deployment }) => !byCodeDeploy(deployment) && !byHand(deployment))?.deployment;
    if (last === undefined || !['Failed', 'Stopped'].includes(last.status))
        return undefined;
    // Stopped after the shift and without a rollback, it serves nevertheless.
    if (last.id === serving.deployment)
        return undefined;
    return `the newest release, deployment ${last.id}, ended ${last.status} and is not in service`;
}

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
// EXTERNAL MODULE: ./packages/steps/lib/credentials.js + 1 modules
var credentials = __webpack_require__(45149);
// EXTERNAL MODULE: ./packages/domain/lib/appspec.js
var appspec = __webpack_require__(62334);
// EXTERNAL MODULE: ./packages/domain/lib/deployment-budget.js
var deployment_budget = __webpack_require__(8781);
// EXTERNAL MODULE: ./packages/domain/lib/appspec-file.js
var appspec_file = __webpack_require__(8889);
// EXTERNAL MODULE: ./packages/domain/lib/deployment-description.js
var deployment_description = __webpack_require__(91960);
;// CONCATENATED MODULE: ./packages/steps/lib/rollback/plan.js







/** Failed tasks of the old revision after which it is no cure. */
const MAX_FAILED_TASKS = 3;
/**
 * The deployment that goes back: like any other, but alarms don't stop it (a firing alarm must not block its own cure)
 * and a cancelled job lets it finish.
 * @throws ConfigurationError naming everything that stands in the way
 */
function plan(request, observed, run) {
    const { config, waitUntil } = request;
    const container = pastContainer(request.pastAppSpec);
    const deployable = (0,check/* checkDeployable */.W)(revived(observed), {
        revision: request.revision,
        config,
        container,
        waitUntil,
        allowZeroTasks: true,
    });
    const { primary, revision, containerName, containerPort, config: found } = deployable;
    const { environment, group } = observed;
    return {
        application: group.application,
        group: group.name,
        cluster: environment.cluster,
        service: environment.service,
        revision: revision.arn,
        previous: primary.taskDefinition,
        appSpec: (0,appspec/* formatAppSpec */.IM)((0,appspec/* appSpecFor */.oW)(primary, { revision: revision.arn, containerName, containerPort })),
        config,
        autoRollbackEvents: ['DEPLOYMENT_FAILURE'],
        ignoreAlarms: true,
        description: (0,deployment_description/* describeDeployment */.Ti)(run, revision.arn, `${ROLLBACK_WORDS}${(0,lib_revision/* formatRevision */.T)(primary.taskDefinition)}`),
        waitUntil,
        budget: (0,deployment_budget/* deploymentBudget */.T)({
            group,
            routing: found.routing,
            waitUntil,
            hooks: 0,
            minutes: request.waitForMinutes,
        }),
        maxFailedTasks: MAX_FAILED_TASKS,
        onCancel: 'leave',
        intervalMs: request.intervalMs,
    };
}
/** An INACTIVE revision is registered again before it is deployed. */
function revived(observed) {
    const { revision } = observed;
    return revision === undefined ? observed : { ...observed, revision: { ...revision, status: 'ACTIVE' } };
}
/** Container and port with which the revision served; an older revision may have other names than the live one. */
function pastContainer(appSpec) {
    if (appSpec === undefined)
        return {};
    let properties;
    try {
        ({ properties } = (0,appspec_file/* parseAppSpecFile */.c)(appSpec, 'AppSpec of the past deployment'));
    }
    catch {
        // Somebody else's tool wrote it; the live task set's container is the next best.
        return {};
    }
    const info = properties['LoadBalancerInfo'];
    return {
        ...(info?.ContainerName === undefined ? {} : { name: info.ContainerName }),
        ...(info?.ContainerPort === undefined ? {} : { port: Number(info.ContainerPort) }),
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/rollback/adopt.js






/**
 * The revision to which a deployment under way goes back, when this action made it: an earlier run was cancelled or killed,
 * or somebody pressed the button twice. To stop it with rollback would bring back what users are being rescued from.
 * @returns undefined for a deployment that goes forward, or back by CodeDeploy
 */
async function ownRollback({ aws }, active, service) {
    if (!active.description.startsWith(ROLLBACK_WORDS))
        return undefined;
    const made = service.taskSets.find(({ externalId }) => externalId === active.id)?.taskDefinition;
    if (made !== undefined)
        return made;
    const appSpec = await aws.deployments.appSpec(active);
    return appSpec === undefined ? undefined : (0,appspec/* revisionOfAppSpec */.DQ)(appSpec);
}
/** Whether the deployment has moved PRIMARY, so that only the old tasks' end is outstanding. */
function hasShifted(active, service) {
    return (0,ecs_service/* primaryTaskSet */.i)(service)?.externalId === active.id;
}
/** What was replaced, or is being replaced, by a deployment under way; undefined when its tasks are gone. */
function replacedBy(active, service) {
    if (!hasShifted(active, service))
        return (0,ecs_service/* servingRevision */.q)(service);
    return service.taskSets.find(({ externalId }) => externalId !== active.id)?.taskDefinition;
}
/** Follows a rollback that exists already as if it were made now. */
async function adopt({ aws, progress }, found) {
    const { active, environment, group, intervalMs, revision, service, waitForMinutes, waitUntil } = found;
    progress.report({
        type: 'note',
        text: `Deployment ${active.id}, a rollback to ${(0,lib_revision/* formatRevision */.T)(revision)}, is under way; it is followed.`,
    });
    const config = await aws.deploymentGroups.config(active.config);
    return {
        application: group.application,
        group: group.name,
        cluster: environment.cluster,
        service: environment.service,
        revision,
        previous: replacedBy(active, service) ?? (0,ecs_service/* servingRevision */.q)(service),
        appSpec: '',
        config: active.config,
        autoRollbackEvents: active.autoRollbackEvents,
        ignoreAlarms: true,
        description: active.description,
        waitUntil,
        budget: (0,deployment_budget/* deploymentBudget */.T)({
            group,
            routing: config?.routing ?? { type: 'AllAtOnce' },
            waitUntil,
            hooks: 0,
            minutes: waitForMinutes,
        }),
        maxFailedTasks: MAX_FAILED_TASKS,
        onCancel: 'leave',
        intervalMs,
    };
}

// EXTERNAL MODULE: ./packages/domain/lib/text-table.js
var text_table = __webpack_require__(37698);
// EXTERNAL MODULE: ./packages/domain/lib/deployment.js
var lib_deployment = __webpack_require__(65335);
;// CONCATENATED MODULE: ./packages/steps/lib/rollback/history.js

/** AppSpecs of so many deployments are read at a time. */
const AT_A_TIME = 5;
/** After so many that succeeded nobody goes further back. */
const DEPTH = 30;
/** So many are shown in a table. */
const SHOWN = 10;
/**
 * The group's past, newest first, with the revision of each deployment that succeeded or is new: from its AppSpec, or where CodeDeploy
 * does not have that, from the task set that it made, as long as the service has it.
 */
async function readHistory(aws, group, service) {
    const recent = withinDepth(await aws.deployments.recent(group.application, group.name));
    // Of the others only the newest are shown to anybody.
    const wanted = recent.filter(({ status }, at) => status === 'Succeeded' || at < SHOWN);
    const revisions = new Map();
    for (let at = 0; at < wanted.length; at += AT_A_TIME) {
        await Promise.all(wanted.slice(at, at + AT_A_TIME).map(async (deployment) => {
            const revision = await revisionOf(aws, deployment, service);
            if (revision !== undefined)
                revisions.set(deployment.id, revision);
        }));
    }
    return recent.map((deployment) => ({ deployment, revision: revisions.get(deployment.id) }));
}
/** What lies further back than the depth is left out, as if it had never been. */
function withinDepth(recent) {
    let succeeded = 0;
    return recent.filter(({ status }) => (status === 'Succeeded' ? succeeded++ : succeeded) < DEPTH);
}
async function revisionOf(aws, deployment, { taskSets }) {
    const made = taskSets.find(({ externalId }) => externalId === deployment.id)?.taskDefinition;
    if (made !== undefined)
        return made;
    if (deployment.appSpecAt !== undefined)
        return undefined;
    const appSpec = await aws.deployments.appSpec(deployment);
    return appSpec === undefined ? undefined : (0,appspec/* revisionOfAppSpec */.DQ)(appSpec);
}
/** Why nobody can tell what a deployment deployed. */
function whyUnknown({ appSpecAt }) {
    return appSpecAt === undefined
        ? 'CodeDeploy does not have its AppSpec any more'
        : `its AppSpec is in ${appSpecAt}, which is not read`;
}

;// CONCATENATED MODULE: ./packages/steps/lib/rollback/candidates.js




/** The newest deployments with what is known of them. */
function candidatesOf(history, { standings }, { goal, inspections }) {
    const named = goal === undefined ? undefined : (0,lib_revision/* formatRevision */.T)(goal);
    const shown = history.slice(0, SHOWN).map((past, at) => ({
        ...past,
        label: past.revision === undefined ? '' : (0,lib_revision/* formatRevision */.T)(past.revision),
        standing: standings[at] ?? 'unknown',
    }));
    const chosen = shown.find(({ label, standing }) => named === undefined ? standing === 'target' : label === named && isOpen(standing));
    return shown.map((one) => ({
        deployment: one.deployment,
        revision: one.revision,
        standing: one.standing,
        choice: one === chosen ? 'chosen' : one.standing === 'target' ? 'default' : undefined,
        inspection: inspections?.get(one.label),
    }));
}
function isOpen(standing) {
    return standing === 'target' || standing === 'earlier' || standing === 'undone';
}
/** Of the description's commit, which for a rollback is that of its own run. */
function commitOf({ deployment, inspection }) {
    if (inspection?.commit !== undefined)
        return inspection.commit;
    if (deployment.description.startsWith(ROLLBACK_WORDS))
        return '';
    return /\bcommit ([0-9a-f]{40})\b/.exec(deployment.description)?.[1] ?? '';
}
/** Whether one may go back there, and why or why not, in a few words. */
function prospect(candidate) {
    const { deployment, standing } = candidate;
    switch (standing) {
        case 'unsuccessful': {
            if (!(0,lib_deployment/* isTerminal */.H)(deployment.status))
                return `no: it is under way (${deployment.status})`;
            const { code, message } = deployment.error ?? { code: '', message: '' };
            const why = [code, message].filter(Boolean).join(': ');
            return `no: it ended ${deployment.status}${why === '' ? '' : ` (${why})`}`;
        }
        case 'serving':
            return `no: it serves now${deployment.creator === 'codeDeployRollback' ? ', put back by CodeDeploy' : ''}`;
        case 'unknown':
            return `no: ${whyUnknown(deployment)}; name its revision with to`;
        case 'target':
        case 'earlier':
        case 'undone':
            return openProspect(candidate, standing);
    }
}
function openProspect({ choice, inspection }, standing) {
    if (inspection?.kind === 'impossible')
        return `no: it ${inspection.why}`;
    const how = choice === 'chosen'
        ? 'the one that is chosen'
        : choice === 'default'
            ? 'where it goes without to'
            : 'with to';
    return [
        inspection === undefined ? `${how}, if its images are still there` : `yes: ${how}`,
        ...(standing === 'undone' ? ['it was gone back from'] : []),
        ...(inspection?.kind === 'copy' ? ['it is INACTIVE, so a copy is registered'] : []),
    ].join('; ');
}
function candidateTable(candidates, now) {
    return {
        kind: 'table',
        title: 'Deployments of the past',
        header: ['Deployment', 'Revision', 'Commit', 'Created', 'Age', 'Can be gone back to?'],
        rows: candidates.map((one) => {
            const { createdAt } = one.deployment;
            return [
                one.deployment.id,
                one.revision === undefined ? '' : (0,lib_revision/* formatRevision */.T)(one.revision),
                commitOf(one).slice(0, 12),
                createdAt === undefined
                    ? ''
                    : `${new Date(createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
                createdAt === undefined ? '' : ageInWords(now - createdAt),
                prospect(one),
            ];
        }),
    };
}
/** For the output. */
function candidatesAsJson(candidates) {
    return JSON.stringify(candidates.map((one) => ({
        deploymentId: one.deployment.id,
        revision: one.revision,
        commit: commitOf(one) || undefined,
        createdAt: one.deployment.createdAt === undefined ? undefined : new Date(one.deployment.createdAt).toISOString(),
        possible: isOpen(one.standing) && one.inspection === undefined ? undefined : isPossible(one),
        chosen: one.choice === 'chosen' && isPossible(one),
        why: prospect(one).replace(/^no: /, ''),
    })));
}
/** As far as anybody looked. */
function isPossible({ inspection, standing }) {
    return isOpen(standing) && inspection?.kind !== 'impossible';
}
/** `12 min`, `5 h`, `3 days`. */
function ageInWords(ms) {
    const minutes = Math.max(0, Math.round(ms / 60_000));
    if (minutes < 60)
        return `${minutes} min`;
    const hours = Math.round(minutes / 60);
    if (hours < 48)
        return `${hours} h`;
    return `${Math.round(hours / 24)} days`;
}

// EXTERNAL MODULE: ./packages/domain/lib/task-definition/trace-tags.js
var trace_tags = __webpack_require__(23871);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/images.js
var requirements_images = __webpack_require__(64054);
;// CONCATENATED MODULE: ./packages/steps/lib/rollback/inspect.js



/** Looks at a revision and at every image of it; reads only. */
async function inspect(aws, revision) {
    const registered = await aws.taskDefinitions.describe(revision);
    if (registered === undefined) {
        return {
            kind: 'impossible',
            why: 'does not exist (any more)',
            fix: 'Go to another revision, or register this one again from its source (register-taskdef) and deploy it.',
            commit: undefined,
        };
    }
    const { commit } = (0,trace_tags/* traceOf */.fC)(registered.tags);
    const images = await (0,requirements_images/* checkImages */.B)(registered.definition, aws);
    const missing = images.filter(({ verdict }) => verdict === 'failed');
    if (missing.length > 0) {
        return {
            kind: 'impossible',
            why: `can't start: ${[...new Set(missing.map(({ item, cause }) => `${item}: ${cause}`))].join('; ')}`,
            fix: 'Push the same image again (build-push-ecr at that commit), or go to another revision. A lifecycle policy that keeps the tags live-* and previous-* prevents this.',
            commit,
        };
    }
    return {
        kind: registered.status === 'ACTIVE' ? 'ready' : 'copy',
        registered,
        commit,
        // An image of another registry is nothing to worry about; a refused look is.
        doubts: images
            .filter(({ fix, verdict }) => verdict === 'unknown' && fix !== '')
            .map(({ cause, item }) => `${item}: ${cause}`),
    };
}
/** Inspects each revision once, a few at a time; by `family:number`. */
async function inspectAll(aws, revisions) {
    const found = new Map();
    const distinct = new Set([...revisions].map(lib_revision/* formatRevision */.T));
    const AT_A_TIME = 4;
    const names = [...distinct];
    for (let at = 0; at < names.length; at += AT_A_TIME) {
        await Promise.all(names.slice(at, at + AT_A_TIME).map(async (revision) => {
            found.set(revision, await inspect(aws, revision));
        }));
    }
    return found;
}

;// CONCATENATED MODULE: ./packages/steps/lib/rollback/choose.js






/** Why there is nothing to do; undefined when there is. */
function choose_whyThere({ target }, goal, serving) {
    const label = (0,lib_revision/* formatRevision */.T)(serving);
    if (goal !== undefined)
        return isSame(goal, serving) ? `${label} already serves production.` : undefined;
    if (target.kind !== 'alreadyThere')
        return undefined;
    const { next, reason } = target;
    const further = next?.revision === undefined
        ? 'to: family:number'
        : `to: ${(0,lib_revision/* formatRevision */.T)(next.revision)}, which served before it`;
    return `${label} already serves: ${reason}. To go further back, say where, as in ${further}.`;
}
/** The last good revision. @throws ConfigurationError after having shown what there is, when none can be told */
function chosenRevision(world, history, judged, situation) {
    try {
        return choose_revisionOf(judged, situation.group, situation.serving);
    }
    catch (error) {
        show(world, history, judged, situation);
        throw error;
    }
}
/** @throws ConfigurationError when there is nowhere to go back to by itself */
function choose_revisionOf({ target }, group, serving) {
    if (target.kind === 'found')
        return target.revision;
    const from = `There is nothing to go back to from ${(0,lib_revision/* formatRevision */.T)(serving)}`;
    if (target.kind === 'unknown') {
        const { deployment } = target.past;
        throw new errors/* ConfigurationError */.j1({
            message: `${from} without being told where: deployment ${deployment.id} served before it, and ${whyUnknown(deployment)}.`,
            remedy: 'Name the revision that it deployed: to: family:number (aws ecs list-task-definitions lists them), a commit or a digest.',
        });
    }
    throw new errors/* ConfigurationError */.j1({
        message: `${from}: ${target.kind === 'none' ? target.reason : 'it is where a rollback leads'} in group ${group.application}/${group.name}.`,
        remedy: 'Name a revision: to: family:number (aws ecs list-task-definitions lists them), a commit or a digest.',
    });
}
/** Says what is missing, and where one may go instead. */
async function impossible(world, { history, inspection, judged, revision, }) {
    const inspections = await inspectAll(world.aws, worthALook(history, judged, revision));
    const { candidates } = show(world, history, judged, { goal: revision, inspections });
    const others = [
        ...new Set(candidates
            .filter((one) => isPossible(one) && one.revision !== undefined && !isSame(one.revision, revision))
            .map((one) => (0,lib_revision/* formatRevision */.T)(one.revision ?? ''))),
    ];
    return new errors/* ConfigurationError */.j1({
        message: `${(0,lib_revision/* formatRevision */.T)(revision)} can't be gone back to: it ${inspection.why}.`,
        remedy: `${inspection.fix} ${others.length === 0
            ? 'No other deployment of the past can be gone back to.'
            : `Possible now: ${others.map((one) => `to: ${one}`).join(', ')}.`} Nothing was changed.`,
    });
}
/** Revisions of the rows that are shown and that one might go back to. */
function worthALook(history, judged, goal) {
    const shown = candidatesOf(history, judged, {}).filter(isPossible);
    return [...(goal === undefined ? [] : [goal]), ...shown.flatMap((one) => one.revision ?? [])];
}
/** The table of candidates, in the log at once. */
function show({ clock, progress }, history, judged, choice) {
    const candidates = candidatesOf(history, judged, choice);
    const table = candidateTable(candidates, clock.now());
    if (candidates.length > 0) {
        progress.report({
            type: 'document',
            title: table.title,
            language: 'text',
            text: (0,text_table/* textTable */.e)(table.header, table.rows),
        });
    }
    return { candidates, table, json: candidatesAsJson(candidates) };
}
function isSame(one, other) {
    return (0,lib_revision/* formatRevision */.T)(one) === (0,lib_revision/* formatRevision */.T)(other);
}

// EXTERNAL MODULE: ./packages/domain/lib/console.js
var console = __webpack_require__(82171);
;// CONCATENATED MODULE: ./packages/steps/lib/rollback/conclude.js




function facts(given) {
    return { kind: 'facts', facts: given.filter(([, value]) => value !== '') };
}
/** How a rollback deployment ended, in the words of this step. */
async function outcome(world, order, conclusion, shown, wanted) {
    const { kind, headline, remedy, findings, deploymentId: id } = conclusion;
    const serves = kind === 'succeeded' ? order.revision : await servingNow(world, order);
    const summary = [
        facts([
            ['Serves', serves === undefined ? '' : (0,lib_revision/* formatRevision */.T)(serves)],
            ['Served before', (0,lib_revision/* formatRevision */.T)(order.previous)],
            ['Deployment', [id, conclusion.status].filter(Boolean).join(' ')],
        ]),
        ...conclusion.summary,
        shown.table,
    ];
    const outputs = {
        'task-definition-arn': serves,
        'previous-task-definition-arn': order.previous,
        'deployment-id': id,
        'deployment-status': conclusion.status,
        candidates: shown.json,
    };
    if (kind === 'succeeded') {
        return {
            kind,
            headline: `Rolled back from ${(0,lib_revision/* formatRevision */.T)(order.previous)}${isSame(wanted, order.revision) ? '' : ` to a copy of ${(0,lib_revision/* formatRevision */.T)(wanted)}`}: ${headline}`,
            summary,
            outputs,
        };
    }
    const link = id === undefined ? {} : { link: (0,console/* consoleLink */.i)(world.aws.region, { kind: 'deployment', id }) };
    // What the rollback itself went back from is still the version that the user wanted to leave.
    return {
        kind: kind === 'rolledBack' ? 'failed' : kind,
        headline: `The rollback did not succeed: ${headline}`,
        remedy,
        findings,
        summary,
        outputs,
        ...link,
    };
}
/** What PRIMARY runs; undefined when that can't be learnt, and a cancelled step does not ask. */
async function servingNow({ aws, signal }, { cluster, previous, service: name }) {
    if (signal.aborted)
        return previous;
    const service = await aws.services.describe(cluster, name).catch(() => undefined);
    return service === undefined ? undefined : (0,ecs_service/* servingRevision */.q)(service);
}

;// CONCATENATED MODULE: ./packages/steps/lib/rollback/under-way.js








/** Follows a deployment under way that leads to where the user wants to be. */
async function follow(given, world, { environment, goal, group, intervalMs, service }, active, revision) {
    const startedAt = world.clock.now();
    const order = await adopt(world, {
        environment,
        group,
        service,
        active,
        revision,
        waitUntil: given['wait-until'],
        waitForMinutes: given['wait-for-minutes'],
        intervalMs,
    });
    const shown = await showFor(world, group, service, goal);
    return await outcome(world, order, await (0,carry_out/* carryOut */.u)(world, order, active.id, startedAt), shown, revision);
}
/** Says what would become of a deployment under way, or that it has arrived; changes nothing. */
async function describeActive(world, { goal, group, service }, active, { arrived, arriving }) {
    const serving = (0,ecs_service/* servingRevision */.q)(service);
    const shown = await showFor(world, group, service, goal);
    return {
        kind: 'unchanged',
        headline: arrived
            ? `${(0,lib_revision/* formatRevision */.T)(serving)} already serves production; deployment ${active.id} waits for the end of the old tasks.`
            : `Dry run: ${prospectOf(active, service, goal, arriving)}`,
        outputs: {
            'task-definition-arn': serving,
            'previous-task-definition-arn': serving,
            'deployment-id': active.id,
            'deployment-status': active.status,
            candidates: shown.json,
        },
        summary: [
            facts([
                ['Serves', (0,lib_revision/* formatRevision */.T)(serving)],
                ['Deployment under way', `${active.id} ${active.status}`],
            ]),
            shown.table,
        ],
    };
}
function prospectOf(active, service, goal, arriving) {
    const what = `deployment ${active.id} (${active.status})`;
    if (arriving !== undefined)
        return `${what} is a rollback to ${(0,lib_revision/* formatRevision */.T)(arriving)} already and would be followed.`;
    const old = replacedBy(active, service);
    const then = goal === undefined || (old !== undefined && isSame(goal, old))
        ? ''
        : ` Then ${(0,lib_revision/* formatRevision */.T)(goal)} would be deployed.`;
    return active.creator === 'codeDeployRollback'
        ? `${what} is a rollback by CodeDeploy and would be followed to its end.${then}`
        : `${what} would be stopped and rolled back${old === undefined ? '' : ` to ${(0,lib_revision/* formatRevision */.T)(old)}`}.${then}`;
}
async function showFor(world, group, service, goal) {
    const history = await readHistory(world.aws, group, service);
    const judged = rollbackTarget(history, {
        revision: (0,ecs_service/* servingRevision */.q)(service),
        deployment: (0,ecs_service/* primaryTaskSet */.i)(service)?.externalId,
    });
    return show(world, history, judged, { goal });
}

// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/containers.js
var containers = __webpack_require__(59502);
// EXTERNAL MODULE: ./packages/steps/lib/protection/mark-live.js
var mark_live = __webpack_require__(73799);
;// CONCATENATED MODULE: ./packages/steps/lib/rollback/keep.js



/**
 * Marks the images that serve again as the live ones, where a release has marked any: the tag would otherwise keep the
 * image that was left, and the next release would give up the one that serves.
 */
async function keepImages(world, service, { definition }) {
    const images = new Set((0,containers/* containersOf */.Mz)(definition).map((container) => (0,json/* textOf */.b6)(container['image'])));
    for (const image of images)
        await (0,mark_live/* markLive */.E)(world, service, image, { onlyIfMarked: true });
}

// EXTERNAL MODULE: ./packages/steps/lib/rollback/goal.js
var rollback_goal = __webpack_require__(95559);
;// CONCATENATED MODULE: ./packages/steps/lib/rollback/resolve.js






/** So many revisions are looked at for a commit or digest, and so many at a time. */
const MOST = 200;
const resolve_AT_A_TIME = 5;
/**
 * The revision that `to` means, as an ARN or `family:number`. A commit or digest is looked for in the tags that
 * register-taskdef writes, a digest in the images too: first among what succeeded, newest first, then in the whole family.
 * @throws ConfigurationError when there is none, or when the beginning of a commit fits several
 */
async function resolveGoal(world, to, serving, history) {
    const goal = (0,rollback_goal/* parseGoal */.d)(to);
    const family = (0,lib_revision/* parseRevision */.P)(serving)?.family ?? '';
    switch (goal?.kind) {
        case 'revision':
            return goal.revision;
        case 'number': {
            const named = `${family}:${goal.number}`;
            if (!(0,rollback_goal/* mayBeCommit */.a)(goal.number))
                return named;
            if ((await world.aws.deployableRevisions.describe(named)) !== undefined)
                return named;
            return await search(world, { kind: 'commit', commit: goal.number }, family, history);
        }
        case 'commit':
        case 'digest':
            return await search(world, goal, family, history);
        case undefined:
            throw new TypeError(`"${to}" went through the input's check`);
    }
}
async function search({ aws, progress }, goal, family, history) {
    const proven = history.flatMap(({ deployment, revision }) => revision !== undefined && deployment.status === 'Succeeded' ? [revision] : []);
    const all = [...new Set([...proven, ...(await aws.taskDefinitions.list(family))])].slice(0, MOST);
    for (let at = 0; at < all.length; at += resolve_AT_A_TIME) {
        const looked = await Promise.all(all.slice(at, at + resolve_AT_A_TIME).map((revision) => aws.taskDefinitions.describe(revision)));
        const fitting = looked.filter((one) => one !== undefined).filter((one) => fits(one, goal));
        const [first] = fitting;
        if (first === undefined)
            continue;
        const commits = new Set(fitting.map(({ tags }) => (0,trace_tags/* traceOf */.fC)(tags).commit));
        if (goal.kind === 'commit' && commits.size > 1) {
            throw new errors/* ConfigurationError */.j1({
                message: `Input to: ${goal.commit} is the beginning of several commits: ${[...commits].join(', ')}.`,
                remedy: 'Write more digits of the commit.',
            });
        }
        progress.report({
            type: 'note',
            text: `${goal.kind === 'commit' ? `Commit ${(0,trace_tags/* traceOf */.fC)(first.tags).commit ?? ''}` : `Image ${goal.digest}`} is revision ${(0,lib_revision/* formatRevision */.T)(first.arn)}.`,
        });
        if (!proven.includes(first.arn)) {
            progress.report({
                type: 'warning',
                text: `No deployment that is remembered brought ${(0,lib_revision/* formatRevision */.T)(first.arn)} to its end: whether it ever served is not known.`,
            });
        }
        return first.arn;
    }
    throw new errors/* ConfigurationError */.j1({
        message: `Input to: none of ${all.length} revisions of family ${family} has ${goal.kind === 'commit' ? `the tag cutover:commit ${goal.commit}` : `the image ${goal.digest}`}.`,
        remedy: 'Name the revision (family:number): dry-run: true lists what was deployed. Only revisions that register-taskdef registered are tagged with their commit.',
    });
}
function fits({ definition, tags }, goal) {
    const { commit, digest } = (0,trace_tags/* traceOf */.fC)(tags);
    return goal.kind === 'commit'
        ? (commit?.toLowerCase().startsWith(goal.commit) ?? false)
        : digest === goal.digest ||
            (0,containers/* containersOf */.Mz)(definition).some(({ image }) => (0,json/* textOf */.b6)(image).endsWith(`@${goal.digest}`));
}

;// CONCATENATED MODULE: ./packages/steps/lib/rollback/revive.js


/** Tag by which a copy tells what it is a copy of: `family:number`. */
const COPY_TAG = 'cutover:copy-of';
/** A copy that an earlier run made is among so many newest revisions. */
const NEWEST = 20;
const ATTEMPTS = 5;
const PAUSE_MS = 1000;
/** The ACTIVE copy that was made of an INACTIVE revision before, if there is one. */
async function findCopy(aws, original) {
    const newest = await aws.taskDefinitions.list(original.family).catch((error) => {
        // Then a second copy is made, which does no harm.
        if (error instanceof errors/* AccessDeniedError */.Uk)
            return [];
        throw error;
    });
    for (const arn of newest.slice(0, NEWEST)) {
        const one = await aws.taskDefinitions.describe(arn);
        if (one?.tags.get(COPY_TAG) === (0,lib_revision/* formatRevision */.T)(original.arn))
            return arn;
    }
    return undefined;
}
/**
 * Registers an INACTIVE revision again, word for word and with its tags, since ECS starts nothing of an INACTIVE one. The
 * copy of an earlier run, or of an attempt whose answer was lost, is taken instead.
 * @returns the copy's ARN
 */
async function revive(world, original) {
    const { aws, clock, progress, signal } = world;
    const label = (0,lib_revision/* formatRevision */.T)(original.arn);
    const tags = new Map([
        ...[...original.tags].filter(([key]) => !key.startsWith('aws:')),
        [COPY_TAG, label],
    ]);
    let said = '';
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (attempt > 0)
            await clock.sleep(PAUSE_MS * 2 ** attempt * (0.5 + clock.random()), signal);
        signal.throwIfAborted();
        const known = await findCopy(aws, original);
        if (known !== undefined) {
            progress.report({
                type: 'note',
                text: `${label} is INACTIVE; ${(0,lib_revision/* formatRevision */.T)(known)} is a copy of it and is deployed instead.`,
            });
            return known;
        }
        try {
            const answer = await registerOnce(world, original, tags);
            if (answer.kind !== 'registered') {
                // An attempt whose answer was lost may have left a copy, which the next round finds.
                said = answer.kind === 'busy' ? answer.reason : answer.error.message;
                continue;
            }
            progress.report({ type: 'revision.registered', arn: answer.revision.arn, changed: true });
            progress.report({
                type: 'warning',
                text: `${label} is ${original.status}, and ECS starts no task of it: its copy ${(0,lib_revision/* formatRevision */.T)(answer.revision.arn)} is deployed instead.`,
            });
            return answer.revision.arn;
        }
        catch (error) {
            if (!(error instanceof errors/* AwsCallError */.iQ) || !error.transient)
                throw error;
            said = error.message;
        }
    }
    throw new errors/* ConfigurationError */.j1({
        message: `${label} is INACTIVE, and no copy of it could be registered: ${said}`,
        remedy: 'Run the job again; nothing was changed.',
    });
}
/** A copy without tags is better than none: production waits. */
async function registerOnce({ aws, progress }, { definition }, tags) {
    try {
        return await aws.taskDefinitions.register(definition, tags);
    }
    catch (error) {
        if (!(error instanceof errors/* AccessDeniedError */.Uk) || error.action !== 'ecs:TagResource')
            throw error;
        progress.report({
            type: 'warning',
            text: 'The copy is not tagged with where it comes from: the role lacks ecs:TagResource.',
            remedy: error.remedy,
        });
        return await aws.taskDefinitions.register(definition, new Map());
    }
}

// EXTERNAL MODULE: ./packages/steps/lib/deployment/abortable.js
var abortable = __webpack_require__(33235);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/stop.js
var stop = __webpack_require__(88261);
;// CONCATENATED MODULE: ./packages/steps/lib/rollback/take-back.js







const LIMIT_MS = 30 * 60_000;
/**
 * A deployment is under way: it is stopped with rollback, and the rollback deployment that CodeDeploy names for it is
 * followed. One that is itself a rollback is only followed.
 * @returns undefined when the deployment succeeded before it could be stopped: then there is nothing under way any more
 */
async function takeBackActive(world, under) {
    const { active, service, environment, intervalMs, limitMs = LIMIT_MS } = under;
    const { aws, clock, progress, signal } = world;
    const before = (0,ecs_service/* servingRevision */.q)(service);
    const link = (0,console/* consoleLink */.i)(aws.region, { kind: 'deployment', id: active.id });
    const finish = async (deployment) => {
        const now = await aws.services.describe(environment.cluster, environment.service);
        const serving = now === undefined ? before : (0,ecs_service/* servingRevision */.q)(now);
        return {
            serving,
            outputs: {
                'task-definition-arn': serving,
                'previous-task-definition-arn': before,
                'deployment-id': deployment.id,
                'deployment-status': deployment.status,
            },
        };
    };
    try {
        if (active.creator === 'codeDeployRollback') {
            progress.report({
                type: 'note',
                text: `Deployment ${active.id} is a rollback under way; following it.`,
            });
            await (0,abortable/* abortable */.Z)(signal, (0,deployment_active/* awaitEnd */.so)(world, active.id, { deadline: clock.now() + limitMs, intervalMs }));
            const deployment = await aws.deployments.get(active.id);
            const { serving, outputs } = await finish(deployment);
            if (deployment.status === 'Succeeded') {
                return {
                    kind: 'succeeded',
                    headline: `Rollback ${active.id}, which was under way, succeeded: ${(0,lib_revision/* formatRevision */.T)(serving)} serves.`,
                    outputs,
                };
            }
            return {
                kind: (0,lib_deployment/* isTerminal */.H)(deployment.status) ? 'failed' : 'timedOut',
                headline: `Rollback ${active.id}, which was under way, ${(0,lib_deployment/* isTerminal */.H)(deployment.status) ? 'ended' : 'is still'} ${deployment.status}; ${(0,lib_revision/* formatRevision */.T)(serving)} is PRIMARY.`,
                remedy: 'Look at the deployment in the console, then run rollback again with to.',
                findings: [],
                outputs,
                link,
            };
        }
        progress.report({
            type: 'note',
            text: `Deployment ${active.id} is under way; it is stopped and rolled back.`,
        });
        const answer = await aws.deployments.stop(active.id, { rollback: true });
        const { deployment, back } = await (0,stop/* followRollback */.u)(world, active.id, { intervalMs, limitMs });
        if (back.kind === 'none' && deployment.status === 'Succeeded') {
            progress.report({
                type: 'note',
                text: `Deployment ${active.id} succeeded before it could be stopped; what it replaced is deployed anew.`,
            });
            return undefined;
        }
        const { serving, outputs } = await finish(deployment);
        const now = (0,lib_revision/* formatRevision */.T)(serving);
        if (back.kind === 'rolledBack') {
            return {
                kind: 'succeeded',
                headline: `Deployment ${active.id} was stopped and rolled back by ${back.id}: ${now} serves.`,
                outputs: { ...outputs, 'deployment-id': back.id, 'deployment-status': 'Succeeded' },
            };
        }
        const timedOut = back.kind === 'rollbackUnfinished' || !(0,lib_deployment/* isTerminal */.H)(deployment.status);
        return {
            kind: timedOut ? 'timedOut' : 'failed',
            headline: `Deployment ${active.id} ${answer === 'ended' ? 'had ended' : 'was told to stop and is'} ${deployment.status}; ${back.kind === 'none'
                ? 'CodeDeploy made no rollback deployment'
                : `its rollback ${back.id} is ${back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`}; ${now} is PRIMARY.`,
            remedy: 'Look at the deployment in the console, then run rollback again, with to if it should go to a certain revision.',
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
            headline: `Cancelled while deployment ${active.id} was being taken back; CodeDeploy finishes that by itself.`,
            remedy: 'Look at the deployment in the console; run rollback again if in doubt.',
            findings: [],
            outputs: { 'previous-task-definition-arn': before, 'deployment-id': active.id },
            link,
        };
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/rollback/run.js
























/** Goes back: stops a deployment that is under way, or deploys the last revision that was good. */
async function run(given, world) {
    (0,deployment_environment/* requireName */.rI)(given);
    const { aws } = world;
    const environment = await (0,deployment_environment/* environmentOf */.p7)(aws, given);
    (0,check/* requireService */.r)(await (0,deployment_environment/* describeService */.Jv)(aws, environment), environment);
    const group = await (0,find_group/* findGroup */.$)(aws, environment, {
        application: given['codedeploy-application'],
        group: given['codedeploy-deployment-group'],
    });
    const intervalMs = given['poll-interval-seconds'] * 1000;
    const limitMs = given['wait-for-minutes'] === undefined ? undefined : given['wait-for-minutes'] * 60_000;
    let service = await serviceOf(world, environment);
    // Before anything is stopped, so that a goal that does not exist changes nothing.
    const goal = given.to === undefined
        ? undefined
        : await resolveGoal(world, given.to, (0,ecs_service/* servingRevision */.q)(service), await readHistory(aws, group, service));
    for (let round = 0;; round++) {
        const active = await activeOf(world, group);
        if (active !== undefined) {
            const own = await ownRollback(world, active, service);
            const arriving = own !== undefined && (goal === undefined || isSame(goal, own)) ? own : undefined;
            const wanted = arriving ?? goal;
            // Users are where they should be, and only the old tasks' end is outstanding.
            const arrived = wanted !== undefined && hasShifted(active, service) && isSame(wanted, (0,ecs_service/* servingRevision */.q)(service));
            if (given['dry-run'] || (arrived && given['wait-until'] !== 'completed')) {
                return await describeActive(world, { environment, group, service, goal, intervalMs }, active, {
                    arriving,
                    arrived,
                });
            }
            if (arriving !== undefined || arrived) {
                return await follow(given, world, { environment, group, service, goal, intervalMs }, active, wanted ?? (0,ecs_service/* servingRevision */.q)(service));
            }
            const back = await takeBackActive(world, { environment, active, service, intervalMs, limitMs });
            service = await serviceOf(world, environment);
            if (back === undefined)
                continue;
            // With a goal of its own, going back to where the deployment started is only half the way.
            if (goal === undefined || back.kind !== 'succeeded' || isSame(goal, (0,ecs_service/* servingRevision */.q)(service)))
                return back;
            continue;
        }
        const result = await goBack(given, world, { environment, group, service, goal, intervalMs });
        if (result.kind !== 'busy')
            return result;
        await (0,deployment_active/* pauseBusy */.cX)(world, round, intervalMs, result.message);
        service = await serviceOf(world, environment);
    }
}
/** No deployment is under way: a new one goes to the goal. */
async function goBack(given, world, situation) {
    const { aws, clock, progress } = world;
    const { environment, goal, group, intervalMs, service } = situation;
    const serving = (0,ecs_service/* servingRevision */.q)(service);
    const history = await readHistory(aws, group, service);
    const judged = rollbackTarget(history, {
        revision: serving,
        deployment: (0,ecs_service/* primaryTaskSet */.i)(service)?.externalId,
    });
    const dryRun = given['dry-run'];
    const label = (0,lib_revision/* formatRevision */.T)(serving);
    const there = choose_whyThere(judged, goal, serving);
    const inspections = new Map(dryRun ? await inspectAll(aws, worthALook(history, judged, goal)) : []);
    if (there !== undefined) {
        const shown = show(world, history, judged, { goal, inspections });
        return unchanged(serving, there, shown);
    }
    const revision = goal ?? chosenRevision(world, history, judged, { group, serving, inspections });
    const inspection = inspections.get((0,lib_revision/* formatRevision */.T)(revision)) ?? (await inspect(aws, revision));
    if (inspection.kind === 'impossible') {
        throw await impossible(world, { revision, inspection, history, judged });
    }
    inspections.set((0,lib_revision/* formatRevision */.T)(revision), inspection);
    const shown = show(world, history, judged, { goal, inspections });
    for (const doubt of inspection.doubts)
        progress.report({ type: 'warning', text: `Not certain: ${doubt}.` });
    const copy = inspection.kind === 'copy' ? await findCopy(aws, inspection.registered) : undefined;
    if (copy === serving)
        return unchanged(serving, `${label}, a copy of ${(0,lib_revision/* formatRevision */.T)(revision)}, already serves production.`, shown);
    const past = history.find((one) => one.deployment.status === 'Succeeded' && one.revision !== undefined && isSame(one.revision, revision));
    const config = given['codedeploy-deployment-config'];
    const request = {
        revision,
        pastAppSpec: past === undefined ? undefined : await aws.deployments.appSpec(past.deployment),
        config,
        waitUntil: given['wait-until'],
        waitForMinutes: given['wait-for-minutes'],
        intervalMs,
    };
    const observed = await (0,observe/* observe */.l)(aws, { environment, group, revision, config });
    // Everything that stands in the way is said before a copy is registered.
    let order = plan(request, observed, world.run);
    if (service.desired === 0) {
        progress.report({
            type: 'warning',
            text: `Service ${service.name} has a desired count of 0: the rollback will succeed without a task having run.`,
        });
    }
    await (0,credentials/* checkCredentials */.v)(world, 'the rollback', order.budget);
    if (dryRun) {
        progress.report({ type: 'document', title: 'AppSpec', language: 'json', text: order.appSpec });
        const as = inspection.kind === 'copy'
            ? ` (as ${copy === undefined ? 'a copy, since it is' : `its copy ${(0,lib_revision/* formatRevision */.T)(copy)}, since it is`} ${inspection.registered.status})`
            : '';
        return unchanged(serving, `Dry run: ${(0,lib_revision/* formatRevision */.T)(revision)}${as} would replace ${label} through ${order.application}/${order.group}.`, shown);
    }
    const startedAt = clock.now();
    try {
        if (inspection.kind === 'copy') {
            const arn = copy ?? (await revive(world, inspection.registered));
            order = plan(request, await (0,observe/* observe */.l)(aws, { environment, group, revision: arn, config }), world.run);
        }
        progress.report({ type: 'document', title: 'AppSpec', language: 'json', text: order.appSpec });
        const created = await (0,create/* createDeployment */.Y)(world, order);
        if (created.kind === 'busy')
            return created;
        const conclusion = await (0,carry_out/* carryOut */.u)(world, order, created.id, startedAt);
        if (conclusion.kind === 'succeeded')
            await keepImages(world, service.name, inspection.registered);
        return await outcome(world, order, conclusion, shown, inspection.registered.arn);
    }
    catch (error) {
        if (!world.signal.aborted)
            throw error;
        const conclusion = await (0,cancel/* cancelCreation */.Eq)(world, order, startedAt);
        return await outcome(world, order, conclusion, shown, inspection.registered.arn);
    }
}
function unchanged(serving, headline, shown) {
    return {
        kind: 'unchanged',
        headline,
        outputs: {
            'task-definition-arn': serving,
            'previous-task-definition-arn': serving,
            candidates: shown.json,
        },
        summary: [facts([['Serves', (0,lib_revision/* formatRevision */.T)(serving)]]), shown.table],
    };
}
async function serviceOf({ aws }, environment) {
    const service = await aws.services.describe(environment.cluster, environment.service);
    (0,check/* requireService */.r)(service, environment);
    if ((0,ecs_service/* primaryTaskSet */.i)(service) !== undefined)
        return service;
    throw new errors/* ConfigurationError */.j1({
        message: `Service ${service.name} has no PRIMARY task set: nothing serves production that could be gone back from.`,
        remedy: 'Look at the service’s events; deploy a revision with blue-green-codedeploy.',
    });
}
async function activeOf({ aws }, group) {
    const [id] = await aws.deployments.active(group.application, group.name);
    return id === undefined ? undefined : await aws.deployments.get(id);
}

;// CONCATENATED MODULE: ./packages/steps/lib/rollback/step.js


/** Goes back to the last revision that really served, whether a deployment is under way or not. */
const rollback = {
    name: 'rollback',
    inputs: inputs/* inputs */.Q,
    outputs: [
        'task-definition-arn',
        'previous-task-definition-arn',
        'deployment-id',
        'deployment-status',
        'candidates',
    ],
    run: run,
};


/***/ })

};
