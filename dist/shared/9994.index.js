export const id = 9994;
export const ids = [9994];
export const modules = {

/***/ 19971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ envFiles),
/* harmony export */   n: () => (/* binding */ objectArn)
/* harmony export */ });
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);

/** One S3 object a line: its ARN, or `s3://BUCKET/KEY`, which is completed with the partition later. */
function envFiles() {
    return {
        ...(0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((text) => {
            const files = text
                .split(/\r?\n/)
                .map((line) => line.trim())
                .filter((line) => line !== '');
            const wrong = files.find((file) => !/^(arn:aws[\w-]*:s3:::|s3:\/\/)[^/\s]+\/\S*\.env$/.test(file));
            if (wrong !== undefined) {
                throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('the ARN of an object in S3 whose name ends in .env', 'Write one a line, like arn:aws:s3:::BUCKET/path/app.env or s3://BUCKET/path/app.env.', JSON.stringify(wrong));
            }
            return files;
        }, { default: '' }),
        default: '',
    };
}
/** The ARN of what `s3://` names. */
function objectArn(file, partition) {
    return file.startsWith('s3://') ? `arn:${partition}:s3:::${file.slice(5)}` : file;
}


/***/ }),

/***/ 91801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ inputs)
/* harmony export */ });
/* harmony import */ var _cutover_domain_command_input__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55146);
/* harmony import */ var _cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36875);
/* harmony import */ var _cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4341);
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63077);
/* harmony import */ var _env_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19971);





const role = {
    pattern: /^(arn:aws[\w-]*:iam::\d{12}:role\/\S+|[\w+=,.@-]{1,64})$/,
    expected: 'the ARN or name of a role',
    example: 'arn:aws:iam::123456789012:role/NAME',
};
/** After ECS's API model of August 2026. */
const OPERATING_SYSTEMS = [
    'LINUX',
    'WINDOWS_SERVER_2019_CORE',
    'WINDOWS_SERVER_2019_FULL',
    'WINDOWS_SERVER_2022_CORE',
    'WINDOWS_SERVER_2022_FULL',
    'WINDOWS_SERVER_2025_CORE',
    'WINDOWS_SERVER_2025_FULL',
];
/** What `with:` of register-taskdef takes. */
const inputs = {
    'task-definition': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
    'task-definition-family': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ aliases: ['family'] }),
    'task-definition-arn': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)({
        pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]+:\d+$/,
        expected: 'the ARN of a task definition revision',
        example: 'arn:aws:ecs:us-east-1:123456789012:task-definition/app:7, or app:7',
    }),
    stack: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .stack */ .t$)(),
    cluster: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .cluster */ .bz)(),
    service: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .service */ .eu)(),
    base: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['file', 'family', 'service'], {}),
    'container-name': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(),
    image: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
    images: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .pairs */ .AS)(),
    repository: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
    digest: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)({
        pattern: /^sha256:[0-9a-f]{64}$/,
        expected: 'a digest',
        example: 'sha256: and 64 hexadecimal digits, the output digest of build-push-ecr',
    }),
    'environment-variables': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .pairs */ .AS)(),
    'env-files': (0,_env_files_js__WEBPACK_IMPORTED_MODULE_4__/* .envFiles */ .h)(),
    'environment-mode': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['merge', 'replace'], { default: 'merge' }),
    secrets: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .pairs */ .AS)(),
    command: (0,_cutover_domain_command_input__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(),
    'docker-labels': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .pairs */ .AS)(),
    'log-configuration-log-driver': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
    'log-configuration-options': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .pairs */ .AS)(),
    'task-role-arn': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(role),
    'execution-role-arn': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(role),
    cpu: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
    memory: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
    'cpu-architecture': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['X86_64', 'ARM64'], {}),
    'operating-system-family': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(OPERATING_SYSTEMS, {}),
    tags: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .pairs */ .AS)(),
    variables: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .pairs */ .AS)(),
    'keep-revisions': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)({ min: 1, max: 1000, integer: true }),
    requirements: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['fail', 'warn'], { default: 'fail' }),
    'dry-run': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ default: 'false' }),
    ..._cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_1__/* .credentialInputs */ .H,
    region: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ aliases: ['aws-region'] }),
};


/***/ }),

/***/ 3371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ prepare),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/aws/lib/find-environment.js + 1 modules
var find_environment = __webpack_require__(39778);
// EXTERNAL MODULE: ./packages/domain/lib/console.js
var console = __webpack_require__(82171);
// EXTERNAL MODULE: ./packages/domain/lib/ecs-service.js
var ecs_service = __webpack_require__(7137);
// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
// EXTERNAL MODULE: ./packages/domain/lib/outcome.js
var lib_outcome = __webpack_require__(92142);
// EXTERNAL MODULE: ./packages/domain/lib/source-text.js
var source_text = __webpack_require__(95449);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/read.js
var task_definition_read = __webpack_require__(33450);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/secretive.js
var secretive = __webpack_require__(594);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/trace-tags.js
var trace_tags = __webpack_require__(23871);
// EXTERNAL MODULE: ./packages/domain/lib/revision.js
var lib_revision = __webpack_require__(69657);
;// CONCATENATED MODULE: ./packages/domain/lib/json-diff.js

/** Every difference between two values, down to the scalars; lists of named objects are compared by name. */
function diffJson(before, after, path = []) {
    if (before === undefined && after === undefined)
        return [];
    if ((0,json/* isJsonObject */.OW)(before) && (0,json/* isJsonObject */.OW)(after)) {
        const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
        return names.flatMap((name) => diffJson(own(before, name), own(after, name), [...path, name]));
    }
    const a = namedItems(before ?? []);
    const b = namedItems(after ?? []);
    if (a !== undefined && b !== undefined) {
        const names = [...new Set([...a.keys(), ...b.keys()])];
        return names.flatMap((name) => diffJson(a.get(name), b.get(name), [...path, name]));
    }
    if (before === undefined)
        return [{ path, after: after }];
    if (after === undefined)
        return [{ path, before }];
    return isSame(before, after) ? [] : [{ path, before, after }];
}
function own(value, name) {
    return (0,json/* isJsonObject */.OW)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
/** The items by name, when every item is an object with a name of its own. */
function namedItems(value) {
    if (!Array.isArray(value))
        return undefined;
    const items = new Map();
    for (const item of value) {
        const name = (0,json/* isJsonObject */.OW)(item) ? item['name'] : undefined;
        if (typeof name !== 'string' || items.has(name))
            return undefined;
        items.set(name, item);
    }
    return items;
}
/** Equal values; the order of an object's members means nothing. */
function isSame(a, b) {
    if (Array.isArray(a) && Array.isArray(b)) {
        const others = b;
        return (a.length === others.length &&
            a.every((one, index) => isSame(one, others[index] ?? null)));
    }
    if ((0,json/* isJsonObject */.OW)(a) && (0,json/* isJsonObject */.OW)(b)) {
        const names = Object.keys(a);
        return (names.length === Object.keys(b).length &&
            names.every((name) => Object.hasOwn(b, name) && isSame(a[name] ?? null, b[name] ?? null)));
    }
    return a === b;
}

// EXTERNAL MODULE: ./packages/domain/lib/task-definition/containers.js
var containers = __webpack_require__(59502);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/fargate-sizes.js
var fargate_sizes = __webpack_require__(26289);
;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/normalise.js



/**
 * Brings a task definition into the form in which two of equal meaning are equal: the defaults that ECS writes into what
 * it returns are left out, empty lists and objects too, and lists whose order means nothing are sorted by name. Empty
 * strings stay: they are values.
 */
function normalise(definition) {
    const awsvpc = definition['networkMode'] === 'awsvpc';
    const host = definition['networkMode'] === 'host';
    const size = (name, read) => {
        const value = definition[name];
        return typeof value === 'string' ? { [name]: String(read(value) ?? value) } : {};
    };
    return compact({
        ...definition,
        ...size('cpu', fargate_sizes/* cpuUnits */.MN),
        ...size('memory', fargate_sizes/* memoryMiB */.Ii),
        networkMode: definition['networkMode'] === 'bridge' ? null : (definition['networkMode'] ?? null),
        requiresCompatibilities: sorted(definition['requiresCompatibilities'], json/* textOf */.b6),
        containerDefinitions: (0,containers/* containersOf */.Mz)(definition).map((container) => normaliseContainer(container, awsvpc || host)),
        volumes: sorted((0,containers/* objectsIn */.Qv)(definition['volumes']).map(normaliseVolume), nameOf),
    });
}
function normaliseContainer(container, ownAddress) {
    return {
        ...without(container, { cpu: 0, essential: true, versionConsistency: 'enabled' }),
        portMappings: (0,containers/* objectsIn */.Qv)(container['portMappings']).map((mapping) => 
        // No port of the host, and the container's own where the two are one.
        without(without(mapping, { protocol: 'tcp', hostPort: 0 }), {
            hostPort: ownAddress ? (mapping['containerPort'] ?? 0) : 0,
        })),
        environment: sorted(container['environment'], nameOf),
        secrets: sorted(container['secrets'], nameOf),
        ulimits: sorted(container['ulimits'], nameOf),
        mountPoints: (0,containers/* objectsIn */.Qv)(container['mountPoints']).map((mount) => without(mount, { readOnly: false })),
        volumesFrom: (0,containers/* objectsIn */.Qv)(container['volumesFrom']).map((from) => without(from, { readOnly: false })),
        healthCheck: (0,json/* isJsonObject */.OW)(container['healthCheck'])
            ? without(container['healthCheck'], { interval: 30, timeout: 5, retries: 3 })
            : null,
        restartPolicy: (0,json/* isJsonObject */.OW)(container['restartPolicy'])
            ? without(container['restartPolicy'], { restartAttemptPeriod: 300 })
            : null,
    };
}
function normaliseVolume(volume) {
    const efs = volume['efsVolumeConfiguration'];
    return (0,json/* isJsonObject */.OW)(efs)
        ? {
            ...volume,
            efsVolumeConfiguration: without(efs, { rootDirectory: '/', transitEncryption: 'DISABLED' }),
        }
        : volume;
}
function without(value, defaults) {
    return Object.fromEntries(Object.entries(value).filter(([name, one]) => one !== defaults[name]));
}
function nameOf(value) {
    return (0,json/* isJsonObject */.OW)(value) ? (0,json/* textOf */.b6)(value['name']) : '';
}
function sorted(value, key) {
    if (!Array.isArray(value))
        return null;
    return value.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}
/** Without nulls, empty lists and empty objects, however deep. */
function compact(value) {
    const members = Object.entries(value)
        .map(([name, one]) => [name, compactValue(one)])
        .filter(([, one]) => one !== undefined);
    return Object.fromEntries(members);
}
function compactValue(value) {
    if (value === null)
        return undefined;
    if (Array.isArray(value)) {
        return value.length === 0 ? undefined : value.map((one) => compactValue(one) ?? {});
    }
    if (typeof value !== 'object')
        return value;
    const object = compact(value);
    return Object.keys(object).length === 0 ? undefined : object;
}

;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/diff.js




/** What differs in meaning between two task definitions. */
function diffTaskDefinitions(before, after) {
    return diffJson(normalise(before), normalise(after));
}
const HIDDEN = '(not shown)';
/**
 * The changes in `diff` notation, one line a side. No value of the environment is shown, as anybody may keep a secret
 * there; of labels, options and commands those are hidden that look secret; of secrets the ARN or path is shown.
 */
function formatTaskDefinitionDiff(changes) {
    return changes
        .flatMap(({ path, before, after }) => {
        const name = path
            .map(String)
            .filter((part, index) => !(isPair(path) && index === 4 && part === 'value'))
            .join('.');
        const [old, fresh] = [before, after].map((value) => value === undefined ? undefined : show(path, value));
        if (old === HIDDEN && fresh === HIDDEN) {
            return [`- ${name}: (old value, not shown)`, `+ ${name}: (new value, not shown)`];
        }
        return [
            ...(old === undefined ? [] : [`- ${name}: ${old}`]),
            ...(fresh === undefined ? [] : [`+ ${name}: ${fresh}`]),
        ];
    })
        .join('\n');
}
/** `containerDefinitions.app.environment.NAME[.value]`, and the same of secrets. */
function isPair(path) {
    return (path[0] === 'containerDefinitions' &&
        (path[2] === 'environment' || path[2] === 'secrets') &&
        path.length >= 4);
}
function show(path, value) {
    if (isPair(path)) {
        const shown = (0,json/* isJsonObject */.OW)(value) ? (value['value'] ?? value['valueFrom'] ?? '') : value;
        return path[2] === 'environment' || path[4] === 'name'
            ? HIDDEN
            : showJson(isSecretName(shown) ? shown : HIDDEN);
    }
    const member = path.findLast((part) => typeof part === 'string') ?? '';
    return showJson(hide(member, value));
}
function showJson(value) {
    return value === HIDDEN ? HIDDEN : JSON.stringify(value);
}
/** What names a secret. Anything else may be the secret itself, put where its name belongs. */
function isSecretName(value) {
    return typeof value === 'string' && /^(arn:aws[\w-]*:|\/[\w./-]+$)/.test(value);
}
function hide(name, value) {
    if (typeof value === 'string') {
        if (name === 'valueFrom')
            return isSecretName(value) ? value : HIDDEN;
        return (0,secretive/* looksSecret */.n)(name, value) && !/^arn:|@sha256:/.test(value) ? HIDDEN : value;
    }
    if (Array.isArray(value)) {
        return value.map((one) => name === 'environment' && (0,json/* isJsonObject */.OW)(one) && 'value' in one
            ? { ...one, value: HIDDEN }
            : hide(name, one));
    }
    if (!(0,json/* isJsonObject */.OW)(value))
        return value;
    const named = typeof value['name'] === 'string' ? value['name'] : undefined;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [
        key,
        key === 'value' && named !== undefined ? hide(named, one) : key === 'name' ? one : hide(key, one),
    ]));
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/register.js



/** ECS is asked again for so long, in milliseconds. */
const PATIENCE_MS = 90_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** A registration whose answer was lost may take so long to show, in milliseconds. */
const SETTLE_MS = [0, 1000, 3000];
/**
 * Registers, and asks again with full jitter while other jobs register into the same family, ECS throttles or no answer
 * comes. Before it asks again it looks whether a revision of this content has come to be, so that a lost answer or a twin
 * of this job never makes a second one.
 */
async function register(plan, given, world) {
    const { clock, signal, progress } = world;
    const started = clock.now();
    let registration;
    for (let attempt = 0;; attempt++) {
        signal.throwIfAborted();
        registration ??= await registerOnce(plan, given, world);
        if (registration.kind === 'registered')
            return { ...registration, made: true };
        const lost = registration.kind === 'unknown';
        const seen = await lookFor(plan, lost ? SETTLE_MS : [0], world);
        if (seen.kind === 'found') {
            const { revision } = seen;
            progress.report({
                type: 'note',
                text: lost
                    ? `The answer of ECS was lost, and ${(0,lib_revision/* formatRevision */.T)(revision.arn)} is what it had registered.`
                    : `${(0,lib_revision/* formatRevision */.T)(revision.arn)}, which another job registered in the meantime, has the same content.`,
            });
            return { kind: 'registered', revision, made: lost };
        }
        const seconds = Math.round((clock.now() - started) / 1000);
        if (clock.now() - started >= PATIENCE_MS) {
            return registration.kind === 'unknown'
                ? { kind: 'unanswered', error: registration.error, seconds }
                : { kind: 'busy', reason: registration.reason, seconds };
        }
        // As long as nobody knows whether there is a revision, only looking is safe.
        const unsure = lost && seen.kind === 'unseen';
        progress.report({
            type: 'note',
            text: unsure
                ? 'ECS did not answer, neither to the registration nor to the question what became of it, asking again.'
                : registration.kind === 'unknown'
                    ? `ECS did not answer and registered nothing, asking again: ${registration.error.message}`
                    : `ECS is busy with this family, asking again: ${registration.reason}`,
        });
        if (!unsure)
            registration = undefined;
        await clock.sleep(1 + clock.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt), signal);
    }
}
/** The family's newest revision, if it is newer than the one that the plan saw and of the wanted content. */
async function lookFor({ definition, family, newest }, pauses, { aws, clock, signal }) {
    for (const pause of pauses) {
        if (pause > 0)
            await clock.sleep(pause, signal);
        try {
            const found = await aws.taskDefinitions.describe(family);
            if (found !== undefined &&
                found.revision > (newest?.revision ?? 0) &&
                diffTaskDefinitions(found.definition, definition).length === 0)
                return { kind: 'found', revision: found };
        }
        catch (error) {
            if (error instanceof errors/* AwsCallError */.iQ && error.transient)
                return { kind: 'unseen' };
            throw error;
        }
    }
    return { kind: 'none' };
}
/** Without the permission to tag, a revision without tags is better than none, unless the user asked for tags. */
async function registerOnce(plan, given, world) {
    try {
        return await world.aws.taskDefinitions.register(plan.definition, plan.tags);
    }
    catch (error) {
        if (!(error instanceof errors/* AccessDeniedError */.Uk) || error.action !== 'ecs:TagResource' || given.tags.size > 0)
            throw error;
        world.progress.report({
            type: 'warning',
            text: 'The revision is not tagged with its commit and run: the role lacks ecs:TagResource.',
            remedy: error.remedy,
        });
        return await world.aws.taskDefinitions.register(plan.definition, new Map());
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/carry-out.js




/** Registers what the plan says, unless a revision of equal content stands for it or it is a dry run. */
async function carryOut(plan, given, world) {
    const { progress, files } = world;
    const { definition, family, previous, equal } = plan;
    const diff = formatTaskDefinitionDiff(plan.changes);
    const since = previous === undefined ? undefined : (0,lib_revision/* formatRevision */.T)(previous.arn);
    if (diff !== '') {
        progress.report({
            type: 'document',
            title: `Changes since ${since ?? family}`,
            language: 'diff',
            text: diff,
        });
    }
    const tags = [...plan.tags]
        .filter(([key]) => !key.startsWith('cutover:'))
        .map(([key, value]) => ({ key, value }));
    const rendered = JSON.stringify(tags.length === 0 ? definition : { ...definition, tags }, undefined, 2);
    const outputs = {
        'task-definition': await files.writeTemporary(`task-definition-${family}.json`, `${rendered}\n`),
        'previous-task-definition-arn': previous?.arn,
        family,
        diff,
    };
    const summary = diff === ''
        ? {}
        : {
            summary: [
                { kind: 'code', title: `Changes since ${since ?? family}`, language: 'diff', text: diff },
            ],
        };
    if (equal !== undefined) {
        const absent = [...given.tags]
            .filter(([key, value]) => equal.tags.get(key) !== value)
            .map(([key]) => key);
        if (absent.length > 0) {
            progress.report({
                type: 'warning',
                text: `${(0,lib_revision/* formatRevision */.T)(equal.arn)} is kept as it is, without the tags ${absent.join(', ')}.`,
                remedy: 'They are written with the next revision of other content.',
            });
        }
        progress.report({ type: 'revision.registered', arn: equal.arn, changed: false });
        return {
            kind: 'unchanged',
            headline: `${(0,lib_revision/* formatRevision */.T)(equal.arn)} already has this content; nothing was registered.`,
            outputs: { ...outputs, 'task-definition-arn': equal.arn, revision: equal.revision, changed: false },
            ...summary,
        };
    }
    if (given['dry-run']) {
        return {
            kind: 'unchanged',
            headline: `Dry run: a new revision of ${family} would be registered.`,
            outputs: { ...outputs, 'task-definition-arn': undefined, revision: undefined, changed: undefined },
            ...summary,
        };
    }
    const registration = await register(plan, given, world);
    if (registration.kind !== 'registered') {
        const none = { ...outputs, 'task-definition-arn': undefined, revision: undefined, changed: undefined };
        return registration.kind === 'busy'
            ? {
                kind: 'failed',
                headline: `ECS refused a new revision of ${family} for ${registration.seconds} seconds: ${registration.reason}`,
                findings: [],
                remedy: 'Nothing was changed. Run the job again, with fewer jobs that register into this family at once.',
                outputs: none,
            }
            : {
                kind: 'failed',
                headline: `ECS gave no answer to a new revision of ${family} for ${registration.seconds} seconds: ${registration.error.message}`,
                findings: registration.error.findings,
                remedy: `Nothing runs differently, and no revision of this content was found. ${registration.error.remedy}`,
                outputs: none,
            };
    }
    const { revision } = registration;
    for (const { path } of diffTaskDefinitions(definition, revision.definition).filter(({ before }) => before !== undefined)) {
        progress.report({
            type: 'warning',
            text: `ECS did not keep ${path.join('.')} as it was given.`,
            remedy: 'Compare the rendered file with the revision in the console; the property may not apply here.',
        });
    }
    progress.report({ type: 'revision.registered', arn: revision.arn, changed: registration.made });
    return {
        kind: 'succeeded',
        headline: `${registration.made ? 'Registered' : 'Another job registered'} ${(0,lib_revision/* formatRevision */.T)(revision.arn)}${since === undefined ? '' : ` (${plan.changes.length === 1 ? 'one change' : `${plan.changes.length} changes`} since ${since})`}.`,
        outputs: {
            ...outputs,
            'task-definition-arn': revision.arn,
            revision: revision.revision,
            changed: registration.made,
        },
        summary: [
            {
                kind: 'facts',
                facts: [
                    ['Revision', (0,lib_revision/* formatRevision */.T)(revision.arn)],
                    [
                        'Console',
                        (0,console/* consoleLink */.i)(world.aws.region, {
                            kind: 'taskDefinition',
                            family,
                            revision: String(revision.revision),
                        }),
                    ],
                ],
            },
            ...(summary.summary ?? []),
        ],
    };
}

// EXTERNAL MODULE: ./packages/steps/lib/register-taskdef/env-files.js
var env_files = __webpack_require__(19971);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/check.js + 6 modules
var check = __webpack_require__(8820);
// EXTERNAL MODULE: ./packages/domain/lib/inputs.js
var inputs = __webpack_require__(63077);
;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/changes.js



/** Inputs that change the containers named by container-name. */
const CONTAINER_INPUTS = [
    'image',
    'digest',
    'environment-variables',
    'env-files',
    'secrets',
    'command',
    'docker-labels',
    'log-configuration-log-driver',
    'log-configuration-options',
];
/** The containers that the inputs mean, or why that can't be said. */
function chosenContainers(definition, given, environment) {
    const known = (0,containers/* containerNames */.MR)(definition);
    const problems = [];
    const check = (name, input) => {
        if (known.includes(name))
            return;
        const nearest = (0,inputs/* nearestName */.qb)(name, known);
        problems.push({
            message: `Input ${input}: there is no container ${JSON.stringify(name)} in the task definition.`,
            remedy: `The containers are: ${known.join(', ')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
        });
    };
    for (const name of given.images.keys())
        check(name, 'images');
    for (const name of given['container-name'])
        check(name, 'container-name');
    const found = (names) => {
        const twice = names.filter((name) => given.images.has(name));
        const other = given.image !== undefined ? 'image' : given.digest !== undefined ? 'digest' : undefined;
        if (other !== undefined && twice.length > 0) {
            problems.push({
                message: `Inputs ${other} and images both say the image of container ${twice.join(', ')}.`,
                remedy: `Remove the line for ${twice.join(', ')} from images, or name other containers in container-name.`,
            });
        }
        return { names, problems };
    };
    if (given['container-name'].length > 0)
        return found(given['container-name']);
    const used = CONTAINER_INPUTS.filter((name) => isGiven(given[name]));
    if (used.length === 0 || known.length === 0)
        return { names: [], problems };
    const essential = (0,containers/* containersOf */.Mz)(definition)
        .filter(containers/* isEssential */.NN)
        .map(({ name }) => (0,json/* textOf */.b6)(name));
    const only = known.length === 1
        ? known[0]
        : environment?.containerName !== undefined && known.includes(environment.containerName)
            ? environment.containerName
            : essential.length === 1
                ? essential[0]
                : undefined;
    if (only === undefined) {
        problems.push({
            message: `Input container-name was not given, and the task definition has several containers for ${used.join(', ')}.`,
            remedy: `Add container-name: one of ${known.join(', ')}.`,
        });
        return { names: [], problems };
    }
    return found([only]);
}
function isGiven(value) {
    if (value instanceof Map)
        return value.size > 0;
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
/** The definition with every input applied; everything else stays exactly as it was. */
function applyChanges(definition, given, names, values) {
    return {
        ...definition,
        ...optional('taskRoleArn', given['task-role-arn']),
        ...optional('executionRoleArn', given['execution-role-arn']),
        ...optional('cpu', given.cpu),
        ...optional('memory', given.memory),
        ...runtimePlatform(definition, given),
        containerDefinitions: (0,containers/* containersOf */.Mz)(definition).map((container) => {
            const name = (0,json/* textOf */.b6)(container['name']);
            const changed = names.includes(name) ? changeContainer(container, given, values) : container;
            return { ...changed, ...optional('image', values.images.get(name)) };
        }),
    };
}
/** The input that the value at a path came from, if one did. */
function inputBehind(definition, path, given, names) {
    const [first, index, member, position] = path;
    if (first === 'runtimePlatform') {
        const input = index === 'operatingSystemFamily' ? 'operating-system-family' : 'cpu-architecture';
        return given[input] === undefined ? undefined : input;
    }
    const wholes = {
        taskRoleArn: 'task-role-arn',
        executionRoleArn: 'execution-role-arn',
        cpu: 'cpu',
        memory: 'memory',
    };
    for (const [name, input] of Object.entries(wholes)) {
        if (first === name)
            return given[input] === undefined ? undefined : input;
    }
    if (first !== 'containerDefinitions' || typeof index !== 'number')
        return undefined;
    const container = (0,containers/* containersOf */.Mz)(definition)[index];
    const name = (0,json/* textOf */.b6)(container?.['name']);
    if (member === 'image' && given.images.has(name))
        return 'images';
    if (!names.includes(name))
        return undefined;
    if (member === 'image') {
        if (given.image !== undefined)
            return 'image';
        return given.digest === undefined ? undefined : 'digest';
    }
    if (member === 'environmentFiles')
        return given['env-files'].length === 0 ? undefined : 'env-files';
    if (member === 'logConfiguration') {
        const options = given['log-configuration-options'];
        if (position === 'options' && options.has(String(path[4])))
            return 'log-configuration-options';
        return position === 'logDriver' && given['log-configuration-log-driver'] !== undefined
            ? 'log-configuration-log-driver'
            : undefined;
    }
    if ((member === 'environment' || member === 'secrets') && typeof position === 'number') {
        const input = member === 'secrets' ? 'secrets' : 'environment-variables';
        return given[input].has((0,json/* textOf */.b6)((0,containers/* objectsIn */.Qv)(container?.[member])[position]?.['name'])) ? input : undefined;
    }
    return undefined;
}
function runtimePlatform(definition, given) {
    const cpuArchitecture = given['cpu-architecture'];
    const operatingSystemFamily = given['operating-system-family'];
    if (cpuArchitecture === undefined && operatingSystemFamily === undefined)
        return {};
    return {
        runtimePlatform: {
            ...objectOr(definition['runtimePlatform']),
            ...optional('cpuArchitecture', cpuArchitecture),
            ...optional('operatingSystemFamily', operatingSystemFamily),
        },
    };
}
function changeContainer(container, given, { envFiles, image, secrets }) {
    const variables = given['environment-variables'];
    const labels = given['docker-labels'];
    const replace = given['environment-mode'] === 'replace';
    const environmentChanges = variables.size > 0 || secrets.size > 0 || replace;
    return {
        ...container,
        ...optional('image', image),
        ...optional('command', given.command),
        // A name is a variable or a secret, never both: the input wins over what the base has.
        ...(environmentChanges && (variables.size > 0 || replace || container['environment'] !== undefined)
            ? { environment: merged(replace ? [] : kept(container['environment'], secrets), variables, 'value') }
            : {}),
        ...(environmentChanges && (secrets.size > 0 || container['secrets'] !== undefined)
            ? { secrets: merged(kept(container['secrets'], variables), secrets, 'valueFrom') }
            : {}),
        // The order matters: the first file that has a variable wins.
        ...(envFiles.length === 0 ? {} : { environmentFiles: envFiles.map((value) => ({ value, type: 's3' })) }),
        ...(labels.size === 0
            ? {}
            : { dockerLabels: { ...objectOr(container['dockerLabels']), ...Object.fromEntries(labels) } }),
        ...logging(container, given),
    };
}
function logging(container, given) {
    const driver = given['log-configuration-log-driver'];
    const options = given['log-configuration-options'];
    if (driver === undefined && options.size === 0)
        return {};
    const before = objectOr(container['logConfiguration']);
    // Options of one driver mean nothing to another.
    const sameDriver = driver === undefined || driver === before['logDriver'];
    return {
        logConfiguration: {
            ...(sameDriver ? before : {}),
            logDriver: driver ?? before['logDriver'] ?? 'awslogs',
            options: { ...(sameDriver ? objectOr(before['options']) : {}), ...Object.fromEntries(options) },
        },
    };
}
function kept(list, others) {
    return (0,containers/* objectsIn */.Qv)(list).filter(({ name }) => !others.has((0,json/* textOf */.b6)(name)));
}
/** New names at the end, known ones in their place. */
function merged(list, values, member) {
    const names = new Set(list.map(({ name }) => (0,json/* textOf */.b6)(name)));
    return [
        ...list.map((entry) => ({ ...entry, ...optional(member, values.get((0,json/* textOf */.b6)(entry['name']))) })),
        ...[...values].filter(([name]) => !names.has(name)).map(([name, value]) => ({ name, [member]: value })),
    ];
}
function objectOr(value) {
    return (0,json/* isJsonObject */.OW)(value) ? value : {};
}
function optional(name, value) {
    return value === undefined ? {} : { [name]: value };
}

// EXTERNAL MODULE: ./packages/steps/lib/requirements/fill-from-stack.js
var fill_from_stack = __webpack_require__(37155);
;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/plan.js






/**
 * The definition to register.
 * @throws ConfigurationError with every problem and its place
 */
function renderTaskDefinition(options) {
    const { given, original, environment, values, complete } = options;
    const own = original.definition;
    const familyInput = given['task-definition-family'];
    const problems = [];
    if (original.revision === undefined &&
        familyInput !== undefined &&
        own['family'] !== undefined &&
        own['family'] !== familyInput) {
        const place = original.placeOf?.(['family']);
        problems.push({
            message: `the file’s family is ${(0,json/* textOf */.b6)(own['family'])}, and input task-definition-family is ${familyInput}`,
            remedy: 'Remove one of the two, or make them equal.',
            ...(place === undefined ? {} : { place }),
        });
    }
    const fromFile = original.revision === undefined;
    const named = {
        ...own,
        ...(fromFile && own['family'] === undefined && familyInput !== undefined ? { family: familyInput } : {}),
        // The service may still run the placeholder, which has a family of its own.
        ...(!fromFile &&
            given.service === undefined &&
            familyInput === undefined &&
            given['task-definition-arn'] === undefined &&
            environment?.taskFamily !== undefined
            ? { family: environment.taskFamily }
            : {}),
    };
    const filled = fromFile && environment?.stack !== undefined ? (0,fill_from_stack/* fillFromStack */.i)(named, environment, options.region) : named;
    const { names, problems: unknown } = chosenContainers(filled, given, environment);
    // Which container is meant may be known once the stack was read.
    problems.push(...unknown.filter(({ message }) => complete || !message.includes('was not given')));
    const definition = applyChanges(filled, given, names, values);
    const inputOf = (path) => inputBehind(definition, path, given, names);
    problems.push(...(0,check/* checkTaskDefinition */.T)(definition, {
        placeOf: (path) => original.placeOf?.(path),
        inputOf,
        complete,
    }));
    if (problems.length > 0)
        throw new errors/* ConfigurationError */.j1(problems);
    return { definition, inputOf };
}
function planRegistration(definition, tags, { base, serving, newest }) {
    const previous = serving ?? newest;
    const equal = [base, serving, newest].find((one) => one?.status === 'ACTIVE' &&
        one.family === definition['family'] &&
        diffTaskDefinitions(one.definition, definition).length === 0);
    return {
        family: (0,json/* textOf */.b6)(definition['family']),
        definition,
        tags,
        equal,
        previous,
        newest,
        changes: previous === undefined ? [] : diffTaskDefinitions(previous.definition, definition),
    };
}

// EXTERNAL MODULE: ./packages/domain/lib/appspec.js
var appspec = __webpack_require__(62334);
// EXTERNAL MODULE: ./packages/domain/lib/deployment.js
var lib_deployment = __webpack_require__(65335);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/find-group.js
var find_group = __webpack_require__(85088);
;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/in-use.js





/** So many successful deployments can be gone back to. */
const ROLLBACKS = 10;
/** What uses each revision of a family, by `family:number`: task sets, tasks of the cluster, and deployments to go back to. */
async function revisionsInUse(family, environment, service, aws) {
    const uses = new Map();
    const use = (revision, what) => {
        const name = (0,lib_revision/* formatRevision */.T)(revision);
        if (!uses.has(name))
            uses.set(name, what);
    };
    use((0,ecs_service/* servingRevision */.q)(service), `service ${service.name} runs it`);
    use(service.taskDefinition, `service ${service.name} names it`);
    for (const { status, taskDefinition } of service.taskSets)
        use(taskDefinition, `the task set ${status} of service ${service.name} has it`);
    const tasks = await aws.tasks.list(environment.cluster, { family });
    for (const { taskDefinition } of await aws.tasks.describe(environment.cluster, tasks))
        use(taskDefinition, 'a task runs it');
    if (service.controller !== 'CODE_DEPLOY')
        return uses;
    const group = await (0,find_group/* findGroup */.$)(aws, environment, {});
    let succeeded = 0;
    for (const deployment of await aws.deployments.recent(group.application, group.name)) {
        const active = !(0,lib_deployment/* isTerminal */.H)(deployment.status);
        if (!active && (deployment.status !== 'Succeeded' || succeeded >= ROLLBACKS))
            continue;
        if (!active)
            succeeded++;
        const appSpec = await aws.deployments.appSpec(deployment);
        const revision = appSpec === undefined ? undefined : (0,appspec/* revisionOfAppSpec */.DQ)(appSpec);
        if (revision !== undefined)
            use(revision, active
                ? `deployment ${deployment.id} is under way`
                : `deployment ${deployment.id} can be gone back to`);
    }
    return uses;
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/prune-plan.js

/** DeregisterTaskDefinition has a bucket of 20 calls that fills by one a second, for all jobs of the account. */
const MOST_AT_ONCE = 10;
/**
 * Which revisions of a family nothing can need any more: not among the newest `keep`, not in use, and older than the one
 * that serves, as a newer one may be waiting for its deployment.
 * @param revisions ARNs of the ACTIVE ones
 * @param inUse by ARN, with what uses it
 * @param serving what production runs now; nothing may go while it is of another family
 */
function prunePlan(revisions, keep, inUse, serving) {
    const number = (arn) => (0,lib_revision/* parseRevision */.P)(arn)?.number ?? 0;
    const newestFirst = revisions.toSorted((a, b) => number(b) - number(a));
    const family = (0,lib_revision/* parseRevision */.P)(serving)?.family;
    const kept = new Map();
    const unneeded = [];
    for (const arn of newestFirst.slice(keep)) {
        if ((0,lib_revision/* parseRevision */.P)(arn)?.family !== family || number(arn) >= number(serving))
            continue;
        const use = inUse.get(arn);
        if (use === undefined)
            unneeded.unshift(arn);
        else
            kept.set(arn, use);
    }
    const deregister = unneeded.slice(0, MOST_AT_ONCE);
    return { deregister, kept, later: unneeded.length - deregister.length };
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/prune.js





/**
 * Deregisters the revisions that nothing can need any more. That is housekeeping: when it fails, there is a warning, and
 * what was registered stands.
 */
async function prune({ environment, family, keep, service }, dryRun, { aws, progress, signal }) {
    const gone = [];
    let kept = new Map();
    let later = 0;
    try {
        const revisions = await aws.taskDefinitions.list(family);
        if (revisions.length <= keep)
            return undefined;
        const uses = await revisionsInUse(family, environment, service, aws);
        const byArn = new Map(revisions.map((arn) => [arn, uses.get((0,lib_revision/* formatRevision */.T)(arn)) ?? '']));
        const inUse = new Map([...byArn].filter(([, use]) => use !== ''));
        const plan = prunePlan(revisions, keep, inUse, (0,ecs_service/* servingRevision */.q)(service));
        ({ kept, later } = plan);
        for (const arn of plan.deregister) {
            signal.throwIfAborted();
            if (!dryRun)
                await aws.taskDefinitions.deregister(arn);
            gone.push((0,lib_revision/* formatRevision */.T)(arn));
        }
    }
    catch (error) {
        if (!(error instanceof errors/* CutoverError */.DB))
            throw error;
        progress.report({
            type: 'warning',
            text: `Input keep-revisions: old revisions of ${family} were left as they are: ${error.message}`,
            remedy: error.remedy,
        });
    }
    if (gone.length === 0 && kept.size === 0)
        return undefined;
    const done = dryRun ? 'Would be deregistered' : 'Deregistered';
    if (gone.length > 0)
        progress.report({ type: 'note', text: `${done}: ${gone.join(', ')}` });
    for (const [arn, use] of kept)
        progress.report({ type: 'note', text: `${(0,lib_revision/* formatRevision */.T)(arn)} is old and stays: ${use}` });
    return {
        kind: 'facts',
        title: 'Old revisions',
        facts: [
            ...(gone.length === 0 ? [] : [[done, gone.join(', ')]]),
            ...[...kept].map(([arn, use]) => [(0,lib_revision/* formatRevision */.T)(arn), `stays: ${use}`]),
            ...(later === 0 ? [] : [['In later runs', `${later} more`]]),
        ],
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/request.js


/** @throws ConfigurationError when the inputs name no base, or several */
function chooseBase(given) {
    const path = given['task-definition'];
    const family = given['task-definition-family'];
    const arn = given['task-definition-arn'];
    const named = given.service !== undefined || given.stack !== undefined;
    const asked = given.base ?? (path !== undefined ? 'file' : (arn ?? family) !== undefined ? 'family' : 'service');
    const refuse = (message, remedy) => {
        throw new errors/* ConfigurationError */.j1({ message, remedy });
    };
    if (path !== undefined && asked !== 'file')
        return refuse(`Input base is ${asked}, but input task-definition names a file.`, 'Remove one of the two.');
    if (arn !== undefined && asked !== 'family')
        return refuse(`Input base is ${asked}, but input task-definition-arn names a revision.`, 'Remove one of the two.');
    if (arn !== undefined && family !== undefined)
        return refuse('Inputs task-definition-arn and task-definition-family were both given.', 'Keep one of them.');
    switch (asked) {
        case 'file':
            return path === undefined
                ? refuse('Input base is file, but input task-definition was not given.', 'Add task-definition: PATH.')
                : { kind: 'file', path };
        case 'family': {
            const name = arn ?? family;
            return name === undefined
                ? refuse('Input base is family, but neither task-definition-family nor task-definition-arn was given.', 'Add one of them.')
                : {
                    kind: 'revision',
                    name,
                    input: arn === undefined ? 'task-definition-family' : 'task-definition-arn',
                };
        }
        case 'service':
            return named
                ? { kind: 'service' }
                : refuse('No task definition was given: inputs task-definition, task-definition-family, task-definition-arn, service and stack are all empty.', 'Add task-definition: PATH, or service: (with cluster:) or stack: to start from what runs now.');
    }
}
/** What two inputs say against each other, and what no revision may be tagged with. @throws ConfigurationError */
function checkInputs(given) {
    const problems = [...imageProblems(given), ...tagProblems(given.tags)];
    if (given['keep-revisions'] !== undefined && given.service === undefined && given.stack === undefined) {
        problems.push({
            message: `Input keep-revisions is ${given['keep-revisions']}, but neither service nor stack was given.`,
            remedy: 'Add service: (with cluster:) or stack:, so that no revision is deregistered that something uses.',
        });
    }
    if (given['environment-mode'] === 'replace' && given['environment-variables'].size === 0) {
        problems.push({
            message: 'Input environment-mode is replace, but environment-variables is empty: every variable of the base would be dropped.',
            remedy: 'Give environment-variables, or remove environment-mode.',
        });
    }
    if (given['env-files'].length > LONGEST_ENV_FILES) {
        problems.push({
            message: `Input env-files names ${given['env-files'].length} files, and ECS takes ${LONGEST_ENV_FILES} for a container.`,
            remedy: 'Put the variables into fewer files.',
        });
    }
    if (problems.length > 0)
        throw new errors/* ConfigurationError */.j1(problems);
}
/** RegisterTaskDefinition takes so many environment files for a container, and so many tags; we add three. */
const LONGEST_ENV_FILES = 10;
const MOST_TAGS = 50 - 3;
function imageProblems({ digest, image, repository, stack }) {
    const problems = [];
    if (image !== undefined && digest !== undefined) {
        problems.push({
            message: 'Inputs image and digest were both given.',
            remedy: 'Keep image, or repository and digest.',
        });
    }
    if (repository !== undefined && digest === undefined) {
        problems.push({
            message: `Input repository is ${repository}, but input digest was not given.`,
            remedy: 'Add digest. If it comes from another job, that job’s output was empty: name it under outputs: of the job.',
        });
    }
    if (digest !== undefined && repository === undefined && stack === undefined) {
        problems.push({
            message: `Input digest is ${digest}, but neither repository nor stack was given.`,
            remedy: 'Add repository: NAME, or give the whole image.',
        });
    }
    return problems;
}
function tagProblems(tags) {
    const problems = [...tags].flatMap(([key, value]) => {
        const problem = (0,trace_tags/* tagProblem */.qH)(key, value);
        return problem === undefined ? [] : [{ ...problem, message: `Input tags: ${problem.message}.` }];
    });
    if (tags.size > MOST_TAGS) {
        problems.push({
            message: `Input tags has ${tags.size} tags, and a revision takes ${MOST_TAGS} beside those that tell where it came from.`,
            remedy: 'Remove some.',
        });
    }
    return problems;
}

// EXTERNAL MODULE: ./packages/domain/lib/arn.js
var arn = __webpack_require__(32549);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/images.js
var requirements_images = __webpack_require__(64054);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/log-groups.js
var log_groups = __webpack_require__(35577);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/roles.js + 1 modules
var requirements_roles = __webpack_require__(98851);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/secrets.js
var secrets = __webpack_require__(79275);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/served.js
var requirements_served = __webpack_require__(5073);
;// CONCATENATED MODULE: ./packages/steps/lib/requirements/check.js








/**
 * Everything outside a task definition that its tasks need, with a verdict each. Reads only, and takes a permission that
 * is missing for an unknown verdict.
 * @param definition as RegisterTaskDefinition takes it, already free of what ECS would refuse
 * @throws ConfigurationError when the credentials are missing or expired
 */
async function checkRequirements(definition, aws, options = {}) {
    const { placeOf, served = [] } = options;
    const found = await Promise.all([
        (0,requirements_images/* checkImages */.B)(definition, aws),
        (0,log_groups/* checkLogGroups */.f)(definition, aws),
        checkRolesAndSecrets(definition, aws),
    ]);
    return [...served.map((one) => (0,requirements_served/* checkServed */.w)(definition, one)), ...found.flat()].map((requirement) => {
        const place = placeOf?.(requirement.path);
        return place === undefined ? requirement : { ...requirement, place };
    });
}
async function checkRolesAndSecrets(definition, aws) {
    const uses = (0,secrets/* secretUses */.Db)(definition);
    const [roles, looks] = await Promise.all([(0,requirements_roles/* checkRoles */._)(definition, aws), (0,secrets/* lookForSecrets */.uH)(uses, aws)]);
    const account = (0,arn/* parseArn */.L)((0,json/* textOf */.b6)(definition['executionRoleArn']))?.account;
    const found = [...roles, ...(0,secrets/* checkSecrets */.KK)(uses, looks, account)];
    // What a role may do that is not there is no question.
    if (roles.some(({ path, verdict }) => path[0] === 'executionRoleArn' && verdict === 'failed'))
        return found;
    const known = looks instanceof errors/* AwsCallError */.iQ ? new Map() : looks;
    return [...found, ...(await (0,requirements_roles/* checkExecutionRole */.t)(definition, uses, known, aws))];
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/require-all.js


/**
 * Everything that the tasks need outside the definition is there.
 * @throws ConfigurationError naming everything that is missing; what could not be looked at is a warning
 */
async function requireAll(definition, { dryRun, inputOf, warnOnly, ...options }, { aws, progress }) {
    const requirements = await checkRequirements(definition, aws, options);
    const isYetToCome = ({ path }) => dryRun && ['digest', 'image', 'images'].includes(inputOf(path) ?? '');
    const failures = byText(requirements.filter(({ verdict }) => verdict === 'failed')).flatMap(([one]) => one ?? []);
    for (const { cause, fix } of failures.filter(isYetToCome))
        progress.report({ type: 'note', text: `To come before the real run: ${cause}. ${fix}` });
    const problems = failures.filter((one) => !isYetToCome(one));
    if (warnOnly) {
        for (const { cause, fix } of problems)
            progress.report({ type: 'warning', text: `${cause}.`, remedy: fix });
    }
    else if (problems.length > 0) {
        throw new errors/* ConfigurationError */.j1(problems.map(({ cause, fix, path, place }) => {
            const input = inputOf(path);
            if (input !== undefined)
                return { message: `Input ${input}: ${cause}.`, remedy: fix };
            return { message: cause, remedy: fix, ...(place === undefined ? {} : { place }) };
        }));
    }
    const unseen = requirements.filter(({ fix, verdict }) => verdict === 'unknown' && fix !== '');
    for (const group of byText(unseen)) {
        const [first] = group;
        if (first === undefined)
            continue;
        const items = [...new Set(group.map(({ item }) => item))].join(', ');
        progress.report({
            type: 'warning',
            text: first.cause.startsWith('it ')
                ? `Not checked: ${items}: ${first.cause}.`
                : `${first.cause.charAt(0).toUpperCase()}${first.cause.slice(1)}.`,
            remedy: [...new Set(group.map(({ fix }) => fix))].join(' '),
        });
    }
}
/** What has one cause is said once. */
function byText(requirements) {
    const groups = new Map();
    for (const requirement of requirements) {
        const { cause, refused } = requirement;
        const key = refused ?? cause;
        groups.set(key, [...(groups.get(key) ?? []), requirement]);
    }
    return [...groups.values()];
}

// EXTERNAL MODULE: ./packages/domain/lib/image-reference.js
var image_reference = __webpack_require__(98711);
;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/resolve-images.js


/**
 * Completes `repository@digest` and `repository:tag` with the registry of the credentials, so that no job has to hand an
 * account's id to another. A repository that ECR does not have is one of Docker Hub, and stays as it was written.
 * @throws ConfigurationError when `repository` names none that ECR has
 */
async function resolveImages(given, environment, world) {
    const complete = async (input, text) => await completeImage(input, text, environment, world);
    const image = given.image === undefined
        ? await imageByDigest(given, environment, world)
        : await complete('image', given.image);
    const images = new Map();
    for (const [name, text] of given.images)
        images.set(name, await complete('images', text.trim()));
    return { image, images };
}
/** The image that the inputs name by digest, in the repository's own spelling. */
async function imageByDigest({ digest, repository, stack }, environment, world) {
    if (digest === undefined)
        return undefined;
    if (repository === undefined) {
        if (environment?.repositoryUri !== undefined)
            return `${environment.repositoryUri}@${digest}`;
        throw new errors/* ConfigurationError */.j1({
            message: `Input digest is ${digest}, but stack ${stack ?? ''} has no output EcrRepositoryUri.`,
            remedy: 'Add repository: NAME.',
        });
    }
    if (/^[^/]*[.:][^/]*\//.test(repository))
        return `${repository}@${digest}`;
    const ofStack = stackRepository(repository, environment);
    if (ofStack !== undefined)
        return `${ofStack}@${digest}`;
    const found = await world.aws.images.repository({ name: repository });
    if (found === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input repository: ECR has no repository ${repository} in ${world.aws.region}.`,
            remedy: 'Correct the name, aws-region or the account of the credentials, or push the image first.',
        });
    }
    return `${found.uri}@${digest}`;
}
async function completeImage(input, text, environment, world) {
    const reference = (0,image_reference/* parseImageReference */.o_)(text);
    if (reference === undefined || reference.host !== undefined)
        return text;
    const rest = text.slice(reference.name.length);
    const ofStack = stackRepository(reference.name, environment);
    if (ofStack !== undefined)
        return `${ofStack}${rest}`;
    try {
        const found = await world.aws.images.repository({ name: reference.name });
        if (found !== undefined)
            return `${found.uri}${rest}`;
        world.progress.report({
            type: 'note',
            text: `${text} is taken for an image of Docker Hub: ECR has no repository ${reference.name}.`,
        });
    }
    catch (error) {
        if (!(error instanceof errors/* AccessDeniedError */.Uk))
            throw error;
        world.progress.report({
            type: 'warning',
            text: `Input ${input}: ${text} is taken for an image of Docker Hub, as ${error.action} on ECR’s repository ${reference.name} was refused.`,
            remedy: `If it lies in ECR: ${error.remedy} If it does not, write its registry too, as in docker.io/library/nginx:1.27.`,
        });
    }
    return text;
}
/** The URI of the stack's repository, if that is what it is called. */
function stackRepository(name, environment) {
    const uri = environment?.repositoryUri;
    return uri?.slice(uri.indexOf('/') + 1) === name ? uri : undefined;
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/resolve-secrets.js

/** `name:json-key:version-stage:version-id`, where ECS would want the secret's ARN before the first colon. */
const BY_NAME = /^([\w/+=.@-]+):([^:]*):([^:]*):([^:]*)$/;
/** Whether the text is to be completed before ECS can read it. */
function isSecretByName(text) {
    return BY_NAME.test(text.trim());
}
/**
 * Completes `secret-name:json-key::` with the ARN that Secrets Manager has for the name, as ECS takes no name of a
 * secret. An ARN and the name of a parameter stay as they are.
 * @throws ConfigurationError naming every secret that is not there
 */
async function resolveSecrets(secrets, aws) {
    const problems = [];
    const resolved = new Map();
    for (const [variable, text] of secrets) {
        const valueFrom = text.trim();
        const [, name, ...rest] = BY_NAME.exec(valueFrom) ?? [];
        const arn = name === undefined ? undefined : await aws.secrets.arnOf(name);
        if (name !== undefined && arn === undefined) {
            problems.push({
                message: `Input secrets: Secrets Manager has no secret ${name} in ${aws.region}, which ${variable} is to come from.`,
                remedy: 'Correct its name or aws-region, write its ARN, or create it.',
            });
        }
        resolved.set(variable, arn === undefined ? valueFrom : rest.every((part) => part === '') ? arn : `${arn}:${rest.join(':')}`);
    }
    if (problems.length > 0)
        throw new errors/* ConfigurationError */.j1(problems);
    return resolved;
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/trace-digest.js


/** The one digest that a revision is about: of the images that the inputs name, else of all that it has. */
function traceDigest({ image, images }, definition) {
    const named = digests([image ?? '', ...images.values()]);
    const all = named.length > 0
        ? named
        : digests((0,containers/* containersOf */.Mz)(definition).map((container) => (0,json/* textOf */.b6)(container['image'])));
    return all.length === 1 ? all[0] : undefined;
}
function digests(references) {
    return [
        ...new Set(references.flatMap((reference) => /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1] ?? [])),
    ];
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/with-place.js

/** The path in `Value … at 'containerDefinitions.1.member.cpu' failed to satisfy constraint: …`. */
const REFUSED = /at '([\w.]+)' failed to satisfy constraint: (.+)$/;
/**
 * What AWS's validation refuses, with the place that the value came from; any other error as it is. The value that AWS
 * repeats is left out, as it may be a secret.
 */
function withPlace(error, { inputOf, placeOf }) {
    if (!(error instanceof errors/* AwsCallError */.iQ) || error.action !== 'ecs:RegisterTaskDefinition')
        return error;
    const [, dotted, constraint] = REFUSED.exec(error.message) ?? [];
    if (dotted === undefined || constraint === undefined)
        return error;
    const path = dotted
        .split('.')
        .filter((part) => part !== 'member')
        .map((part) => (/^\d+$/.test(part) ? Number(part) - 1 : part));
    const input = inputOf(path);
    const place = placeOf?.(path);
    return new errors/* ConfigurationError */.j1({
        message: `${input === undefined ? '' : `Input ${input}: `}ECS refuses ${dotted}: ${constraint}`,
        remedy: 'Correct the value at this place.',
        ...(place === undefined || input !== undefined ? {} : { place }),
    }, { cause: error });
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/variables.js


/**
 * Puts values for `${NAME}` into every string of the file; `$${NAME}` stands for `${NAME}` itself. Without variables the
 * file stays as it is.
 */
function substituteVariables(source, variables) {
    const problems = [];
    if (variables.size === 0)
        return { value: source.value, problems, unused: [] };
    const used = new Set();
    const known = [...variables.keys()];
    const visit = (value, path) => {
        if (typeof value === 'string') {
            return value.replaceAll(/(\$?)\$\{([A-Za-z_]\w*)\}/g, (whole, escape, name) => {
                if (escape !== '')
                    return whole.slice(1);
                used.add(name);
                const found = variables.get(name);
                if (found !== undefined)
                    return found;
                const nearest = (0,inputs/* nearestName */.qb)(name, known);
                problems.push({
                    message: `input variables has no value for \${${name}}`,
                    remedy: nearest === undefined
                        ? `Add ${name}=VALUE to variables, or write $\${${name}} to keep it as it stands.`
                        : `Did you mean \${${nearest}}?`,
                    place: source.placeOf(path),
                });
                return whole;
            });
        }
        if (Array.isArray(value))
            return value.map((one, index) => visit(one, [...path, index]));
        if (!(0,json/* isJsonObject */.OW)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visit(one, [...path, name])]));
    };
    return {
        value: visit(source.value, []),
        problems,
        unused: known.filter((name) => !used.has(name)),
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/register-taskdef/run.js





















/**
 * The base, and its text if it is a file. Whatever is wrong with the inputs or the file is said here, before the first call.
 * @throws ConfigurationError with every problem and its place
 */
async function prepare(given, world) {
    checkInputs(given);
    const base = chooseBase(given);
    for (const [name, value] of given['environment-variables']) {
        if (value.length >= 8 && (0,secretive/* looksSecret */.n)(name, value))
            world.mask(value);
    }
    if (base.kind !== 'file')
        return { base, file: undefined };
    const file = await readFile(base.path, given, world);
    renderTaskDefinition({
        given,
        region: world.aws.region,
        original: file,
        environment: undefined,
        // Whatever AWS would make of them, they stand at these places.
        values: {
            image: given.image ?? given.digest,
            images: given.images,
            envFiles: envFilesOf(given, world.aws.region),
            secrets: new Map([...given.secrets].filter(([, valueFrom]) => !isSecretByName(valueFrom))),
        },
        complete: given.stack === undefined,
    });
    return { base, file };
}
async function run(given, world) {
    const { aws } = world;
    const { base, file } = await prepare(given, world);
    const environment = given.stack === undefined && given.service === undefined ? undefined : await (0,find_environment/* findEnvironment */.j)(aws, given);
    const service = environment === undefined ? undefined : await describeService(environment, base, given, world);
    const serving = service === undefined ? undefined : await aws.taskDefinitions.describe((0,ecs_service/* servingRevision */.q)(service));
    const original = file ?? (await readRevision(base, serving, world));
    const resolved = await resolveImages(given, environment, world);
    const { definition, inputOf } = renderTaskDefinition({
        given,
        region: aws.region,
        original,
        environment,
        values: {
            ...resolved,
            envFiles: envFilesOf(given, aws.region),
            secrets: await resolveSecrets(given.secrets, aws),
        },
        complete: true,
    });
    const newest = await aws.taskDefinitions.describe((0,json/* textOf */.b6)(definition['family']));
    await requireAll(definition, {
        served: servedBy(service),
        placeOf: original.placeOf,
        inputOf,
        dryRun: given['dry-run'],
        warnOnly: given.requirements === 'warn',
    }, world);
    const plan = planRegistration(definition, (0,trace_tags/* revisionTags */.nr)(original.tags, given.tags, world.run, traceDigest(resolved, definition)), { base: original.revision, serving, newest });
    const outcome = await carryOut(plan, given, world).catch((error) => {
        throw withPlace(error, { placeOf: original.placeOf, inputOf });
    });
    const keep = given['keep-revisions'];
    if (keep === undefined || environment === undefined || service === undefined || !(0,lib_outcome/* isSuccess */.o)(outcome))
        return outcome;
    const pruned = await prune({ family: plan.family, keep, environment, service }, given['dry-run'], world);
    return pruned === undefined ? outcome : { ...outcome, summary: [...(outcome.summary ?? []), pruned] };
}
function envFilesOf(given, region) {
    return given['env-files'].map((file) => (0,env_files/* objectArn */.n)(file, (0,console/* partitionOf */.R)(region)));
}
async function readFile(path, given, world) {
    const source = (0,source_text.readSourceText)(await world.files.read(path, 'task-definition'), path);
    const substituted = substituteVariables(source, given.variables);
    const read = (0,task_definition_read/* readTaskDefinition */.L)(substituted.value, source);
    const problems = [...substituted.problems, ...read.problems];
    if (problems.length > 0)
        throw new errors/* ConfigurationError */.j1(problems);
    for (const { message, remedy, place } of read.warnings) {
        const where = place?.line === undefined ? path : `${path}:${place.line}:${place.column ?? 1}`;
        world.progress.report({ type: 'warning', text: `${where}: ${message}`, remedy });
    }
    for (const name of substituted.unused) {
        world.progress.report({
            type: 'warning',
            text: `Input variables: ${path} asks for no \${${name}}.`,
            remedy: 'Remove the line, or correct the name in one of the two.',
        });
    }
    const wrapped = typeof source.value === 'object' && source.value !== null && 'taskDefinition' in source.value;
    return {
        definition: read.definition,
        tags: read.tags,
        placeOf: (at) => source.placeOf(wrapped ? ['taskDefinition', ...at] : at),
    };
}
async function describeService(environment, base, given, world) {
    const { cluster, service } = environment;
    const found = await describeIn(cluster, service, given, world);
    if (found !== undefined && found.status !== 'INACTIVE')
        return found;
    if (base.kind === 'service' || given.service !== undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input ${given.service === undefined ? 'stack' : 'service'}: there is no service ${service} in cluster ${cluster}.`,
            remedy: 'Correct service, cluster or aws-region, or give task-definition: PATH.',
        });
    }
    return undefined;
}
async function describeIn(cluster, service, given, { aws }) {
    try {
        return await aws.services.describe(cluster, service);
    }
    catch (error) {
        if (!(error instanceof errors/* AwsCallError */.iQ) || error.code !== 'ClusterNotFoundException')
            throw error;
        throw new errors/* ConfigurationError */.j1({
            message: `Input ${given.cluster === undefined && given.stack !== undefined ? 'stack' : 'cluster'}: ECS has no cluster ${cluster} in ${aws.region}.`,
            remedy: 'Correct cluster or aws-region.',
        }, { cause: error });
    }
}
async function readRevision(base, serving, world) {
    const found = base.kind === 'revision' ? await world.aws.taskDefinitions.describe(base.name) : serving;
    if (found === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: base.kind === 'revision'
                ? `Input ${base.input}: ECS has no task definition ${base.name}.`
                : 'ECS no longer knows the task definition that the service runs.',
            remedy: 'Correct the name or aws-region, or give task-definition: PATH.',
        });
    }
    return { definition: found.definition, tags: found.tags, revision: found };
}
function servedBy(service) {
    if (service === undefined)
        return [];
    const ofTaskSet = (0,ecs_service/* primaryTaskSet */.i)(service)?.loadBalancers ?? [];
    return (ofTaskSet.length > 0 ? ofTaskSet : service.loadBalancers).filter(({ containerName }) => containerName !== '');
}


/***/ }),

/***/ 9994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ registerTaskdef)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91801);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3371);


/** Renders, checks, compares and registers a task definition. */
const registerTaskdef = {
    name: 'register-taskdef',
    inputs: _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputs */ .Q,
    outputs: [
        'task-definition-arn',
        'task-definition',
        'previous-task-definition-arn',
        'family',
        'revision',
        'changed',
        'diff',
    ],
    run: _run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e,
};


/***/ })

};
