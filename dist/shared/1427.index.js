export const id = 1427;
export const ids = [1427];
export const modules = {

/***/ 21427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* reexport */ pipeline)
});

// EXTERNAL MODULE: ./packages/steps/lib/blue-green-codedeploy/step.js + 19 modules
var step = __webpack_require__(7789);
// EXTERNAL MODULE: ./packages/steps/lib/build-push-ecr/step.js + 18 modules
var build_push_ecr_step = __webpack_require__(8841);
// EXTERNAL MODULE: ./packages/steps/lib/register-taskdef/step.js
var register_taskdef_step = __webpack_require__(9994);
// EXTERNAL MODULE: ./packages/steps/lib/rollback/step.js + 14 modules
var rollback_step = __webpack_require__(31448);
// EXTERNAL MODULE: ./packages/steps/lib/run-migration-task/step.js + 15 modules
var run_migration_task_step = __webpack_require__(67415);
// EXTERNAL MODULE: ./packages/steps/lib/verify-target-health/step.js + 12 modules
var verify_target_health_step = __webpack_require__(46201);
// EXTERNAL MODULE: ./packages/domain/lib/command-input.js
var command_input = __webpack_require__(55146);
// EXTERNAL MODULE: ./packages/domain/lib/credential-inputs.js
var credential_inputs = __webpack_require__(36875);
// EXTERNAL MODULE: ./packages/domain/lib/environment-inputs.js
var environment_inputs = __webpack_require__(4341);
// EXTERNAL MODULE: ./packages/domain/lib/inputs.js
var inputs = __webpack_require__(63077);
// EXTERNAL MODULE: ./packages/steps/lib/blue-green-codedeploy/inputs.js
var blue_green_codedeploy_inputs = __webpack_require__(55836);
// EXTERNAL MODULE: ./packages/steps/lib/build-push-ecr/inputs.js
var build_push_ecr_inputs = __webpack_require__(19405);
// EXTERNAL MODULE: ./packages/steps/lib/probe/inputs.js
var probe_inputs = __webpack_require__(3667);
// EXTERNAL MODULE: ./packages/steps/lib/register-taskdef/inputs.js
var register_taskdef_inputs = __webpack_require__(91801);
// EXTERNAL MODULE: ./packages/steps/lib/run-migration-task/inputs.js
var run_migration_task_inputs = __webpack_require__(7451);
// EXTERNAL MODULE: ./packages/steps/lib/verify-target-health/inputs.js
var verify_target_health_inputs = __webpack_require__(38623);
;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/inputs.js










/** Inputs of the pipeline, with the types, defaults and other names that they have in its steps. */
const inputs_inputs = {
    stack: (0,environment_inputs/* stack */.t$)(),
    cluster: (0,environment_inputs/* cluster */.bz)(),
    service: (0,environment_inputs/* service */.eu)(),
    preflight: (0,inputs/* choice */.Yq)(['fail', 'warn', 'off'], { default: 'fail' }),
    // build-push-ecr
    repository: build_push_ecr_inputs/* inputs */.Q.repository,
    context: build_push_ecr_inputs/* inputs */.Q.context,
    file: build_push_ecr_inputs/* inputs */.Q.file,
    target: build_push_ecr_inputs/* inputs */.Q.target,
    'build-args': build_push_ecr_inputs/* inputs */.Q['build-args'],
    'build-contexts': build_push_ecr_inputs/* inputs */.Q['build-contexts'],
    'secret-envs': build_push_ecr_inputs/* inputs */.Q['secret-envs'],
    'secret-files': build_push_ecr_inputs/* inputs */.Q['secret-files'],
    cache: build_push_ecr_inputs/* inputs */.Q.cache,
    platforms: build_push_ecr_inputs/* inputs */.Q.platforms,
    tag: build_push_ecr_inputs/* inputs */.Q.tag,
    'oci-layout': build_push_ecr_inputs/* inputs */.Q['oci-layout'],
    'if-exists': build_push_ecr_inputs/* inputs */.Q['if-exists'],
    'fail-on-severity': build_push_ecr_inputs/* inputs */.Q['fail-on-severity'],
    'scan-timeout-minutes': build_push_ecr_inputs/* inputs */.Q['scan-timeout-minutes'],
    image: register_taskdef_inputs/* inputs */.Q.image,
    digest: register_taskdef_inputs/* inputs */.Q.digest,
    // register-taskdef
    'task-definition': register_taskdef_inputs/* inputs */.Q['task-definition'],
    'container-name': register_taskdef_inputs/* inputs */.Q['container-name'],
    'environment-variables': register_taskdef_inputs/* inputs */.Q['environment-variables'],
    'env-files': register_taskdef_inputs/* inputs */.Q['env-files'],
    secrets: register_taskdef_inputs/* inputs */.Q.secrets,
    'keep-revisions': register_taskdef_inputs/* inputs */.Q['keep-revisions'],
    // run-migration-task
    'migration-command': withoutAliases(run_migration_task_inputs/* inputs */.Q.command),
    'migration-commands': (0,command_input/* commands */.Pi)(),
    'migration-timeout-minutes': withoutAliases(run_migration_task_inputs/* inputs */.Q['timeout-minutes']),
    snapshot: run_migration_task_inputs/* inputs */.Q.snapshot,
    'snapshot-keep': run_migration_task_inputs/* inputs */.Q['snapshot-keep'],
    'snapshot-timeout-minutes': run_migration_task_inputs/* inputs */.Q['snapshot-timeout-minutes'],
    maintenance: run_migration_task_inputs/* inputs */.Q.maintenance,
    'maintenance-page': run_migration_task_inputs/* inputs */.Q['maintenance-page'],
    'retry-after-seconds': run_migration_task_inputs/* inputs */.Q['retry-after-seconds'],
    'job-key': run_migration_task_inputs/* inputs */.Q['job-key'],
    // blue-green-codedeploy
    'codedeploy-appspec': blue_green_codedeploy_inputs/* inputs */.Q['codedeploy-appspec'],
    'codedeploy-deployment-config': blue_green_codedeploy_inputs/* inputs */.Q['codedeploy-deployment-config'],
    'auto-rollback-events': blue_green_codedeploy_inputs/* inputs */.Q['auto-rollback-events'],
    alarms: blue_green_codedeploy_inputs/* inputs */.Q.alarms,
    'ignore-alarms': blue_green_codedeploy_inputs/* inputs */.Q['ignore-alarms'],
    gate: blue_green_codedeploy_inputs/* inputs */.Q.gate,
    'gate-url': blue_green_codedeploy_inputs/* inputs */.Q['gate-url'],
    'gate-path': blue_green_codedeploy_inputs/* inputs */.Q['gate-path'],
    'gate-expect-status': blue_green_codedeploy_inputs/* inputs */.Q['gate-expect-status'],
    'gate-command': blue_green_codedeploy_inputs/* inputs */.Q['gate-command'],
    'gate-timeout-minutes': blue_green_codedeploy_inputs/* inputs */.Q['gate-timeout-minutes'],
    'wait-until': blue_green_codedeploy_inputs/* inputs */.Q['wait-until'],
    'wait-for-minutes': blue_green_codedeploy_inputs/* inputs */.Q['wait-for-minutes'],
    'max-failed-tasks': blue_green_codedeploy_inputs/* inputs */.Q['max-failed-tasks'],
    'on-cancel': blue_green_codedeploy_inputs/* inputs */.Q['on-cancel'],
    'on-active-deployment': blue_green_codedeploy_inputs/* inputs */.Q['on-active-deployment'],
    'wait-for-active-minutes': blue_green_codedeploy_inputs/* inputs */.Q['wait-for-active-minutes'],
    'suspend-auto-scaling': blue_green_codedeploy_inputs/* inputs */.Q['suspend-auto-scaling'],
    'allow-downgrade': blue_green_codedeploy_inputs/* inputs */.Q['allow-downgrade'],
    'github-token': blue_green_codedeploy_inputs/* inputs */.Q['github-token'],
    // verify-target-health
    'min-healthy': verify_target_health_inputs/* inputs */.Q['min-healthy'],
    consecutive: verify_target_health_inputs/* inputs */.Q.consecutive,
    'verify-for-minutes': verify_target_health_inputs/* inputs */.Q['wait-for-minutes'],
    ...probe_inputs/* probeInputs */.s,
    protect: (0,inputs/* flag */.Jt)({ default: 'true' }),
    'poll-interval-seconds': blue_green_codedeploy_inputs/* inputs */.Q['poll-interval-seconds'],
    'dry-run': blue_green_codedeploy_inputs/* inputs */.Q['dry-run'],
    ...credential_inputs/* credentialInputs */.H,
    region: blue_green_codedeploy_inputs/* inputs */.Q.region,
};
/** The names under which a step knows an input would mean something else here. */
function withoutAliases(field) {
    return { ...field, aliases: [] };
}

;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/outputs.js
const OUTPUT_NAMES = [
    'image',
    'digest',
    'task-definition-arn',
    'previous-task-definition-arn',
    'changed',
    'migration-task-arn',
    'migration-exit-code',
    'snapshot-id',
    'deployment-id',
    'codedeploy-deployment-id',
    'deployment-status',
    'rolled-back',
    'rollback-deployment-id',
    'superseded',
    'traffic-shifted-at',
    'healthy-count',
];

// EXTERNAL MODULE: ./packages/domain/lib/outcome.js
var lib_outcome = __webpack_require__(92142);
// EXTERNAL MODULE: ./packages/domain/lib/revision.js
var lib_revision = __webpack_require__(69657);
// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/steps/lib/blue-green-codedeploy/request.js
var request = __webpack_require__(12316);
// EXTERNAL MODULE: ./packages/steps/lib/build-push-ecr/contradictions.js
var contradictions = __webpack_require__(31934);
// EXTERNAL MODULE: ./packages/steps/lib/maintenance/page.js
var maintenance_page = __webpack_require__(42782);
// EXTERNAL MODULE: ./packages/steps/lib/register-taskdef/run.js + 18 modules
var run = __webpack_require__(3371);
// EXTERNAL MODULE: ./packages/steps/lib/rollback/inputs.js
var rollback_inputs = __webpack_require__(69301);
;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/with-defaults.js
/** The whole set of a step's inputs, as if the rest had been left out under `with:`. */
function withDefaults(schema, given) {
    const values = Object.entries(schema).map(([name, { default: text, parse }]) => [
        name,
        given[name] ?? (text === undefined ? undefined : parse(text)),
    ]);
    return Object.fromEntries(values);
}

;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/request.js








/** Inputs that mean nothing when the image is there already. */
const BUILD_INPUTS = [
    'file',
    'target',
    'build-args',
    'build-contexts',
    'secret-envs',
    'secret-files',
    'platforms',
    'tag',
    'oci-layout',
    'fail-on-severity',
];
/** Inputs that mean nothing without a migration. */
const MIGRATION_INPUTS = ['snapshot', 'snapshot-keep', 'maintenance', 'maintenance-page'];
/** @throws ConfigurationError when two inputs say different things, or no service is named */
function chooseImage(given) {
    const { image, digest } = given;
    const problems = [];
    if (given.stack === undefined && given.service === undefined) {
        problems.push({
            message: 'Neither input stack nor input service was given.',
            remedy: 'Add stack: NAME (the CloudFormation stack), or cluster: and service:.',
        });
    }
    if (image !== undefined && digest !== undefined) {
        problems.push({
            message: 'Inputs image and digest were both given.',
            remedy: 'Keep image, or repository and digest.',
        });
    }
    const ready = image === undefined ? 'digest' : 'image';
    if ((image ?? digest) !== undefined) {
        for (const name of BUILD_INPUTS) {
            if (!isGiven(given[name]))
                continue;
            problems.push({
                message: `Inputs ${ready} and ${name} were both given.`,
                remedy: `Remove ${ready} to build an image, or remove ${name} to deploy the one that is there.`,
            });
        }
    }
    for (const name of MIGRATION_INPUTS) {
        if (!given[name] || hasMigration(given))
            continue;
        problems.push({
            message: `Input ${name} was given, and there is no migration.`,
            remedy: `Add migration-command or migration-commands, or remove ${name}.`,
        });
    }
    if (given['migration-command'] !== undefined && given['migration-commands'].length > 0) {
        problems.push({
            message: 'Inputs migration-command and migration-commands were both given.',
            remedy: 'Keep migration-command for one command, or migration-commands for several, one a line.',
        });
    }
    if (problems.length > 0)
        throw new errors/* ConfigurationError */.j1(problems);
    if (image !== undefined)
        return { kind: 'image', image };
    return digest === undefined ? { kind: 'build' } : { kind: 'digest', digest };
}
function isGiven(value) {
    if (value === undefined)
        return false;
    return typeof value === 'string' || ('size' in value ? value.size > 0 : value.length > 0);
}
function hasMigration(given) {
    return given['migration-command'] !== undefined || given['migration-commands'].length > 0;
}
function buildInputs(given) {
    const { context, file, platforms, repository, stack, tag, target } = given;
    return withDefaults(build_push_ecr_inputs/* inputs */.Q, {
        stack,
        repository,
        context,
        file,
        target,
        'build-args': given['build-args'],
        'build-contexts': given['build-contexts'],
        'secret-envs': given['secret-envs'],
        'secret-files': given['secret-files'],
        cache: given.cache,
        platforms,
        tag,
        'oci-layout': given['oci-layout'],
        'if-exists': given['if-exists'],
        'fail-on-severity': given['fail-on-severity'],
        'scan-timeout-minutes': given['scan-timeout-minutes'],
        'dry-run': given['dry-run'],
    });
}
/** @param image what was built, or undefined when the inputs name it */
function registerInputs(given, image) {
    const { digest, secrets } = given;
    return withDefaults(register_taskdef_inputs/* inputs */.Q, {
        ...place(given),
        'task-definition': given['task-definition'],
        'container-name': given['container-name'],
        image: image ?? given.image,
        digest: image === undefined ? digest : undefined,
        repository: image === undefined && digest !== undefined ? given.repository : undefined,
        'environment-variables': given['environment-variables'],
        'env-files': given['env-files'],
        secrets,
        'keep-revisions': given['keep-revisions'],
        requirements: given.preflight === 'fail' ? 'fail' : 'warn',
        'dry-run': given['dry-run'],
    });
}
function migrateInputs(given, revision) {
    return withDefaults(run_migration_task_inputs/* inputs */.Q, {
        ...place(given),
        'task-definition-arn': revision,
        command: given['migration-command'],
        commands: given['migration-commands'],
        'timeout-minutes': given['migration-timeout-minutes'],
        snapshot: given.snapshot,
        'snapshot-keep': given['snapshot-keep'],
        'snapshot-timeout-minutes': given['snapshot-timeout-minutes'],
        maintenance: given.maintenance,
        'maintenance-page': given['maintenance-page'],
        'retry-after-seconds': given['retry-after-seconds'],
        'job-key': given['job-key'],
        'poll-interval-seconds': given['poll-interval-seconds'],
        'dry-run': given['dry-run'],
    });
}
function deployInputs(given, revision) {
    return withDefaults(blue_green_codedeploy_inputs/* inputs */.Q, {
        ...place(given),
        'task-definition-arn': revision,
        'codedeploy-appspec': given['codedeploy-appspec'],
        'codedeploy-deployment-config': given['codedeploy-deployment-config'],
        'auto-rollback-events': given['auto-rollback-events'],
        alarms: given.alarms,
        'ignore-alarms': given['ignore-alarms'],
        gate: given.gate,
        'gate-url': given['gate-url'],
        'gate-path': given['gate-path'],
        'gate-expect-status': given['gate-expect-status'],
        'gate-command': given['gate-command'],
        'gate-timeout-minutes': given['gate-timeout-minutes'],
        'wait-until': given['wait-until'],
        'wait-for-minutes': given['wait-for-minutes'],
        'max-failed-tasks': given['max-failed-tasks'],
        'on-cancel': given['on-cancel'],
        'on-active-deployment': given['on-active-deployment'],
        'wait-for-active-minutes': given['wait-for-active-minutes'],
        'suspend-auto-scaling': given['suspend-auto-scaling'],
        'allow-downgrade': given['allow-downgrade'],
        'github-token': given['github-token'],
        'poll-interval-seconds': given['poll-interval-seconds'],
        'dry-run': given['dry-run'],
    });
}
function verifyInputs(given, revision) {
    return withDefaults(verify_target_health_inputs/* inputs */.Q, {
        ...place(given),
        'task-definition-arn': revision,
        'min-healthy': given['min-healthy'],
        consecutive: given.consecutive,
        'wait-for-minutes': given['verify-for-minutes'],
        url: given.url,
        path: given.path,
        'host-header': given['host-header'],
        'expect-status': given['expect-status'],
        'expect-body': given['expect-body'],
        'expect-header': given['expect-header'],
        'max-latency-ms': given['max-latency-ms'],
        'probe-count': given['probe-count'],
        'probe-concurrency': given['probe-concurrency'],
        alarms: given['ignore-alarms'] ? [] : given.alarms,
        'poll-interval-seconds': given['poll-interval-seconds'],
    });
}
/** @param to the revision that served before */
function rollbackInputs(given, to) {
    return withDefaults(rollback_inputs/* inputs */.Q, {
        ...place(given),
        to,
        'poll-interval-seconds': given['poll-interval-seconds'],
    });
}
function place({ cluster, service, stack }) {
    return { cluster, service, stack };
}

;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/check-files.js






/** Stands for the image before there is one. */
const NOT_YET = 'to-be-built';
/** Stands for the revision before there is one. */
const NO_REVISION = 'to-be-registered:1';
/**
 * Reads inputs and files of the later stages before the first stage starts: a slip in the AppSpec must not show after the
 * build.
 * @returns what the file of the task definition says, if there is one
 * @throws ConfigurationError with every problem and its place
 */
async function checkFiles(given, world) {
    // The stage itself will say what is only worth a warning.
    const silent = { ...world, progress: { report: () => undefined } };
    const image = given.image === undefined && given.digest === undefined ? NOT_YET : undefined;
    const { file } = await (0,run/* prepare */.i)(registerInputs(given, image), silent);
    await (0,request/* readRequest */.i)(deployInputs(given, NO_REVISION), silent);
    if (image !== undefined) {
        const problems = (0,contradictions/* contradictions */.v)(buildInputs(given));
        if (problems.length > 0)
            throw new errors/* ConfigurationError */.j1(problems);
    }
    const page = given['maintenance-page'];
    if (page !== undefined) {
        const text = await world.files.read(page, 'maintenance-page');
        (0,maintenance_page/* maintenancePage */.P)(text, page, given['retry-after-seconds']);
    }
    return file?.definition;
}

;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/stage.js


/** Remembered for a stage that has nothing left to tidy up. */
const ENDED = 'ended';
/**
 * Runs one step as a stage of the pipeline. What it remembers is kept under its own name, so that the pipeline's `post:`
 * can hand it back, and in `remembered`. A stage that throws is tidied up at once, and an error that explains itself
 * becomes its outcome.
 * @throws what is a defect
 */
async function runStage(step, given, world, remembered = {}) {
    if (world.signal.aborted)
        return cancelled(`Cancelled before ${step.name}.`);
    const own = {
        ...world,
        remember: (key, value) => {
            remembered[key] = value;
            world.remember(`${step.name}.${key}`, value);
        },
    };
    world.progress.report({ type: 'step.started', step: step.name });
    const ended = () => {
        own.remember(ENDED, 'true');
    };
    try {
        const outcome = await step.run(given, own);
        if ((0,lib_outcome/* isSuccess */.o)(outcome))
            ended();
        return outcome;
    }
    catch (error) {
        if (await tidyUp(step, remembered, own))
            ended();
        if (world.signal.aborted)
            return cancelled(`Cancelled during ${step.name}.`);
        if (!(error instanceof errors/* CutoverError */.DB))
            throw error;
        const { findings, link, message: headline, remedy } = error;
        return {
            kind: 'failed',
            headline,
            remedy,
            findings,
            outputs: {},
            ...(link === undefined ? {} : { link }),
        };
    }
}
async function tidyUp(step, remembered, world) {
    try {
        await step.post?.(remembered, world);
        return true;
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        world.progress.report({ type: 'warning', text: `Tidying up after ${step.name} failed: ${reason}` });
        return false;
    }
}
function cancelled(headline) {
    return {
        kind: 'cancelled',
        headline,
        remedy: 'Run the job again; it continues from what is there.',
        findings: [],
        outputs: {},
    };
}
/**
 * Lets each stage do what its own `post:` would do, whatever becomes of the others: undo what it left behind, or when it
 * ended well take away what it left on purpose.
 * @throws the first error, when all have had their turn
 */
async function finishStages(steps, remembered, world) {
    let failure;
    for (const step of steps) {
        const prefix = `${step.name}.`;
        const own = Object.fromEntries(Object.entries(remembered)
            .filter(([key]) => key.startsWith(prefix))
            .map(([key, value]) => [key.slice(prefix.length), value]));
        if (Object.keys(own).length === 0)
            continue;
        try {
            await (own[ENDED] === 'true' ? step.after?.(own, world) : step.post?.(own, world));
        }
        catch (error) {
            failure ??= error instanceof Error ? error : new Error(String(error));
        }
    }
    if (failure !== undefined)
        throw failure;
}

;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/journey.js


/** The stages that were run, and what they left. */
class Journey {
    #world;
    #stages = [];
    #sections = [];
    #remembered = new Map();
    outputs = {};
    constructor(world) {
        this.#world = world;
    }
    /** @param keep which of the stage's outputs are the pipeline's */
    async pass(step, given, keep) {
        const remembered = {};
        this.#remembered.set(step.name, remembered);
        const outcome = await runStage(step, given, this.#world, remembered);
        this.#stages.push([step.name, outcome.kind, outcome.headline]);
        this.#sections.push(...(outcome.summary ?? []));
        const known = Object.entries(keep(outcome.outputs)).filter(([, value]) => value !== undefined);
        this.outputs = { ...this.outputs, ...Object.fromEntries(known) };
        return outcome;
    }
    /** Takes away what a stage that ended well had left for those after it; tried again by `post:` when it can't be now. */
    async takeAway(step) {
        const remembered = this.#remembered.get(step.name);
        if (remembered === undefined)
            return;
        try {
            await step.after?.(remembered, this.#world);
        }
        catch (error) {
            if (!(error instanceof errors/* CutoverError */.DB))
                throw error;
            this.#world.progress.report({ type: 'warning', text: error.message, remedy: error.remedy });
        }
    }
    succeeded(kind, headline) {
        return { kind, headline, outputs: this.outputs, summary: this.#summary() };
    }
    /** Ends with the trouble of a stage; `changes` say what it means for the whole. */
    stopped(trouble, changes = {}) {
        return { ...trouble, ...changes, outputs: this.outputs, summary: this.#summary() };
    }
    #summary() {
        return [
            {
                kind: 'table',
                title: 'Stages',
                header: ['Stage', 'Ended', 'What happened'],
                rows: this.#stages.map(([name, kind, headline]) => [name, words(kind), headline]),
            },
            ...this.#sections,
        ];
    }
}
/** `rolledBack` as words. */
function words(kind) {
    return kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

// EXTERNAL MODULE: ./packages/steps/lib/preflight/run.js + 14 modules
var preflight_run = __webpack_require__(81199);
;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/look-before.js

/**
 * The stage that looks at everything outside the image before it is built. What may not be looked at is left to the stages
 * that need it.
 * @param definition what the file of the task definition says; without one, what serves now is looked at
 */
function lookBefore(given, definition) {
    return {
        name: 'preflight',
        inputs: {},
        outputs: ['passed', 'failed-count', 'unknown-count', 'items'],
        run: async (_, world) => {
            const results = await (0,preflight_run/* check */.z6)({
                stack: given.stack,
                cluster: given.cluster,
                service: given.service,
                application: undefined,
                group: undefined,
                config: given['codedeploy-deployment-config'],
                wanted: definition === undefined
                    ? { kind: 'serving' }
                    : { kind: 'definition', from: given['task-definition'] ?? '', definition },
                container: { name: undefined, port: undefined },
                image: undefined,
                // The first one does not exist yet; the end of the credentials is told by the stage that waits.
                skip: ['image', 'credentials'],
                alarms: given['ignore-alarms'] ? [] : given.alarms.length === 0 ? undefined : given.alarms,
                onActive: given['on-active-deployment'],
                waitUntil: given['wait-until'],
                waitMinutes: given['wait-for-minutes'],
                allowZeroTasks: false,
            }, world);
            for (const { found, status, title } of results) {
                if (status === 'warned' || status === 'unknown')
                    world.progress.report({ type: 'note', text: `${title}: ${found}` });
            }
            const outcome = (0,preflight_run/* conclude */.Ep)(results);
            if (given.preflight === 'warn' && outcome.kind === 'failed') {
                const { headline, remedy } = outcome;
                world.progress.report({ type: 'warning', text: headline, remedy });
                return { kind: 'succeeded', headline, outputs: outcome.outputs, summary: outcome.summary ?? [] };
            }
            // A table of what is right says little beside the stages that follow.
            return outcome.kind === 'succeeded' ? { ...outcome, summary: [] } : outcome;
        },
    };
}

// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/containers.js
var containers = __webpack_require__(59502);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/environment.js
var environment = __webpack_require__(25252);
// EXTERNAL MODULE: ./packages/steps/lib/protection/mark-live.js
var mark_live = __webpack_require__(73799);
;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/protect-image.js




/** Keeps the image that serves now, and the one before, from the lifecycle rules of their repository. */
async function protectImage(given, released, revision, world) {
    if (!given.protect)
        return;
    const { service } = await (0,environment/* environmentOf */.p7)(world.aws, given);
    if (released.image !== undefined)
        return await (0,mark_live/* markLive */.E)(world, service, released.image, { isOurs: released.built });
    const registered = await world.aws.taskDefinitions.describe(revision);
    const images = (0,containers/* containersOf */.Mz)(registered?.definition ?? {}).map((container) => (0,json/* textOf */.b6)(container['image']));
    for (const image of new Set(images)) {
        if (released.digest !== undefined && image.endsWith(`@${released.digest}`))
            await (0,mark_live/* markLive */.E)(world, service, image);
    }
}

// EXTERNAL MODULE: ./packages/domain/lib/ecs-service.js
var ecs_service = __webpack_require__(7137);
// EXTERNAL MODULE: ./packages/steps/lib/blue-green-codedeploy/downgrade.js
var downgrade = __webpack_require__(41846);
;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/refuse-older.js



/**
 * Looks before the first stage whether a newer commit serves: the deployment would refuse the older one, but its migration
 * would have run by then.
 * @throws ConfigurationError when this commit is older
 */
async function refuseOlder(given, world) {
    if (given['allow-downgrade'] || world.run.commit === '')
        return;
    const service = await (0,environment/* describeService */.Jv)(world.aws, await (0,environment/* environmentOf */.p7)(world.aws, given));
    const serving = service === undefined ? undefined : (0,ecs_service/* servingRevision */.q)(service);
    const newest = serving === undefined ? undefined : await (0,downgrade/* servedCommit */.N)(world, serving);
    // What is only worth a warning is said by the deployment, which asks again.
    const silent = { ...world, progress: { report: () => undefined } };
    if (newest !== undefined)
        await (0,downgrade/* refuseDowngrade */.K)(silent, newest, given['github-token']);
}

;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/run.js














/** Stages before the shift can't harm anybody. */
const UNTOUCHED = 'Nothing was deployed: the old version serves.';
/** Look before, build, register, migrate, shift, verify; ends with the first stage that does not succeed. */
async function run_run(given, world) {
    const source = chooseImage(given);
    const definition = await checkFiles(given, world);
    await refuseOlder(given, world);
    const journey = new Journey(world);
    if (given.preflight !== 'off') {
        const ready = await journey.pass(lookBefore(given, definition), {}, () => ({}));
        if (!succeeded(ready))
            return journey.stopped(ready, { remedy: `${UNTOUCHED} ${ready.remedy}` });
    }
    let image;
    if (source.kind === 'build') {
        const built = await journey.pass(build_push_ecr_step/* buildPushEcr */.$, buildInputs(given), ({ image, digest }) => ({
            image,
            digest,
        }));
        if (!succeeded(built))
            return journey.stopped(built, { remedy: `${UNTOUCHED} ${built.remedy}` });
        image = built.outputs.image ?? plannedImage(given, built.outputs, world);
    }
    const registered = await journey.pass(register_taskdef_step/* registerTaskdef */.a, registerInputs(given, image), (outputs) => ({
        ...(source.kind === 'image' ? { image: source.image } : {}),
        ...(source.kind === 'digest' ? { digest: source.digest } : {}),
        'task-definition-arn': outputs['task-definition-arn'],
        'previous-task-definition-arn': outputs['previous-task-definition-arn'],
        changed: outputs.changed,
    }));
    if (!succeeded(registered)) {
        return journey.stopped(registered, { remedy: `${UNTOUCHED} ${registered.remedy}` });
    }
    const revision = registered.outputs['task-definition-arn'];
    if (revision === undefined) {
        return journey.succeeded('unchanged', `${registered.headline} What follows needs that revision.`);
    }
    if (hasMigration(given)) {
        const migrated = await journey.pass(run_migration_task_step/* runMigrationTask */.h, migrateInputs(given, revision), (outputs) => ({
            'migration-task-arn': outputs['task-arn'],
            'migration-exit-code': outputs['exit-code'],
            'snapshot-id': outputs['snapshot-id'],
        }));
        if (!succeeded(migrated))
            return journey.stopped(migrated);
    }
    return await shift(given, revision, journey, world, image ?? given.image);
}
/** The image of a dry run, which has no digest yet. */
function plannedImage({ tag }, { registry, repository }, { run: { commit } }) {
    return [registry, repository].filter(Boolean).join('/') + `:${tag ?? commit}`;
}
async function shift(given, revision, journey, world, image) {
    const deployed = await journey.pass(step/* blueGreenCodedeploy */.O, deployInputs(given, revision), (outputs) => ({
        'previous-task-definition-arn': outputs['previous-task-definition-arn'],
        'deployment-id': outputs['deployment-id'],
        'codedeploy-deployment-id': outputs['codedeploy-deployment-id'],
        'deployment-status': outputs['deployment-status'],
        'rolled-back': outputs['rolled-back'],
        'rollback-deployment-id': outputs['rollback-deployment-id'],
        superseded: outputs.superseded,
        'traffic-shifted-at': outputs['traffic-shifted-at'],
    }));
    // Whichever version serves now, users may have it. A deployment that only is ready has not moved them.
    const isReadyOnly = given['wait-until'] === 'ready' && succeeded(deployed);
    if (hasMigration(given) && !isReadyOnly)
        await journey.takeAway(run_migration_task_step/* runMigrationTask */.h);
    if (!succeeded(deployed))
        return journey.stopped(deployed);
    const kind = deployed.kind === 'unchanged' ? 'unchanged' : 'succeeded';
    // Nothing to be verified: no user is on the new version yet.
    if (given['dry-run'] || isReadyOnly)
        return journey.succeeded(kind, deployed.headline);
    const verified = await journey.pass(verify_target_health_step/* verifyTargetHealth */.n, verifyInputs(given, revision), (outputs) => ({
        'healthy-count': outputs['healthy-count'],
    }));
    if (succeeded(verified)) {
        const built = given.image === undefined && given.digest === undefined;
        await protectImage(given, { image, digest: given.digest, built }, revision, world);
        return journey.succeeded(kind, `${deployed.headline} ${verified.headline}`);
    }
    const label = (0,lib_revision/* formatRevision */.T)(revision);
    if (verified.kind === 'cancelled') {
        return journey.stopped(verified, {
            headline: `Cancelled: ${label} serves, its health was not proven to the end.`,
            remedy: 'Run verify-target-health to prove it, or rollback to go back.',
        });
    }
    const previous = deployed.outputs['previous-task-definition-arn'];
    if (kind === 'unchanged' || previous === undefined) {
        return journey.stopped(verified, {
            headline: `${label} served before this run and still does. ${verified.headline}`,
            remedy: `This run deployed nothing, so there is nothing to take back. ${verified.remedy}`,
        });
    }
    return await takeBack(given, previous, verified, journey, world);
}
/** Users are on a version that does not prove healthy: back to the one before. */
async function takeBack(given, previous, verified, journey, world) {
    world.progress.report({
        type: 'warning',
        text: `${verified.headline} Going back to ${(0,lib_revision/* formatRevision */.T)(previous)}.`,
    });
    const back = await journey.pass(rollback_step/* rollback */.d, rollbackInputs(given, previous), (outputs) => ({
        'rollback-deployment-id': outputs['deployment-id'],
    }));
    const restored = (0,lib_outcome/* isSuccess */.o)(back) && back.outputs['task-definition-arn'] === previous;
    journey.outputs = { ...journey.outputs, 'rolled-back': restored };
    if (restored) {
        return journey.stopped(verified, {
            kind: 'rolledBack',
            headline: `${verified.headline} Rolled back: ${(0,lib_revision/* formatRevision */.T)(previous)} serves.`,
            remedy: 'Production is on the old version. Mend the cause and deploy again.',
        });
    }
    return journey.stopped(verified, {
        kind: 'failed',
        headline: `${verified.headline} Going back did not succeed either: ${back.headline}`,
        remedy: 'remedy' in back ? back.remedy : `Check at once what serves. ${verified.remedy}`,
        findings: [...verified.findings, ...('findings' in back ? back.findings : [])],
    });
}
function succeeded(outcome) {
    return (0,lib_outcome/* isSuccess */.o)(outcome);
}

;// CONCATENATED MODULE: ./packages/steps/lib/pipeline/step.js










/** From source to verified traffic in one step: the other steps, in order, with typed values between them. */
const pipeline = {
    name: 'pipeline',
    inputs: inputs_inputs,
    outputs: OUTPUT_NAMES,
    run: run_run,
    post: finish,
    after: finish,
};
async function finish(remembered, world) {
    // The last stage first: what moves users matters most.
    const stages = [
        rollback_step/* rollback */.d,
        verify_target_health_step/* verifyTargetHealth */.n,
        step/* blueGreenCodedeploy */.O,
        run_migration_task_step/* runMigrationTask */.h,
        register_taskdef_step/* registerTaskdef */.a,
        build_push_ecr_step/* buildPushEcr */.$,
    ];
    await finishStages(stages, remembered, world);
}

;// CONCATENATED MODULE: ./actions/lib/pipeline/main.js



/***/ })

};
