export const id = 7415;
export const ids = [7415];
export const modules = {

/***/ 594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ looksSecret)
/* harmony export */ });
const NAMES = /pass(word|wd|phrase)?|secret|token|api[_-]?key|private|credential|auth|salt|cookie|session|signature|cert|dsn|(database|db|redis|mongo\w*|postgres\w*|mysql|amqp|smtp)[_-]?(url|uri)|connection[_-]?string|(^|[_-])key($|[_-])/i;
const VALUES = /:\/\/[^/\s:@]*:[^/\s@]+@|AKIA|ASIA|-----BEGIN|gh[pousr]_|xox[abprs]-|eyJ[\w-]+\.|sk-[\w-]{16}/;
/** Whether a value had better not be shown: by the name it goes under, by a credential in it, or by its randomness. */
function looksSecret(name, value) {
    if (value === '')
        return false;
    return NAMES.test(name) || VALUES.test(value) || looksRandom(value);
}
/** Long, without blanks, and of mixed characters: keys and hashes, but no commits, paths, image references or ARNs. */
function looksRandom(value) {
    if (/^[0-9a-f]{40}$/.test(value))
        return false;
    return (/^[\w+=-]{24,}$/.test(value) &&
        /\d/.test(value) &&
        /[a-z]/i.test(value) &&
        !/^[a-z]+([-_][a-z0-9]+)+$/i.test(value));
}


/***/ }),

/***/ 42782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ maintenancePage)
/* harmony export */ });
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);

/** Longest body of a fixed answer (API model of Elastic Load Balancing); bytes are held against it, to be safe. */
const LONGEST = 1024;
/**
 * The page of a maintenance window. An application load balancer can't send `Retry-After`: a fixed answer has status,
 * content type and body, and a listener adds only the headers that its attributes name. So an HTML page asks the browser
 * itself to come back.
 * @param text own page; undefined for a plain one
 * @param name of the file, whose ending tells HTML and JSON
 * @throws ConfigurationError when it is too long
 */
function maintenancePage(text, name, retryAfterSeconds) {
    const refresh = `<meta http-equiv="refresh" content="${retryAfterSeconds}">`;
    if (text === undefined) {
        return {
            contentType: 'text/html',
            body: `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n${refresh}\n<title>Maintenance</title>\n</head>\n<body>\n<h1>Maintenance</h1>\n<p>We are updating this service and will be back in a few minutes. This page reloads by itself.</p>\n</body>\n</html>\n`,
        };
    }
    const own = text.trim();
    const json = /\.json$/i.test(name ?? '');
    const html = !json && (/\.html?$/i.test(name ?? '') || /^<(!doctype|html|head|body)\b/i.test(own));
    const body = html && !/http-equiv\s*=\s*["']?refresh/i.test(own) ? withRefresh(own, refresh) : own;
    const bytes = new TextEncoder().encode(body).length;
    if (bytes > LONGEST) {
        throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
            message: `Input maintenance-page: ${name ?? 'the page'} takes ${bytes} bytes${body === own ? '' : ', the order to reload included'}; a load balancer's own answer holds ${LONGEST} at most.`,
            remedy: 'Shorten it: no pictures or long styles, or load them from another host.',
        });
    }
    return { contentType: json ? 'application/json' : html ? 'text/html' : 'text/plain', body };
}
function withRefresh(html, refresh) {
    const head = /<head\b[^>]*>/i.exec(html);
    if (head !== null) {
        const end = head.index + head[0].length;
        return html.slice(0, end) + refresh + html.slice(end);
    }
    const start = /^(<!doctype[^>]*>)?\s*(<html\b[^>]*>)?/i.exec(html)?.[0].length ?? 0;
    return html.slice(0, start) + refresh + html.slice(start);
}


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ inputs)
/* harmony export */ });
/* harmony import */ var _cutover_domain_command_input__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55146);
/* harmony import */ var _cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36875);
/* harmony import */ var _cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4341);
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63077);




/** What `with:` of run-migration-task takes. */
const inputs = {
    stack: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .stack */ .t$)(),
    cluster: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .cluster */ .bz)(),
    service: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_2__/* .service */ .eu)(),
    'task-definition-arn': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)({
        required: true,
        pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]+:\d+$/,
        expected: 'the ARN of a task definition revision',
        example: 'arn:aws:ecs:us-east-1:123456789012:task-definition/app:7 (the output of register-taskdef), or app:7',
    }),
    'container-name': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ aliases: ['override-container', 'container'] }),
    command: (0,_cutover_domain_command_input__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(),
    commands: (0,_cutover_domain_command_input__WEBPACK_IMPORTED_MODULE_0__/* .commands */ .Pi)(),
    /** One argument a line. */
    'override-container-command': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .lines */ .Mn)(),
    'environment-variables': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .pairs */ .AS)({ aliases: ['override-container-environment'] }),
    subnets: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)({ aliases: ['run-task-subnets', 'subnet-ids'] }),
    'security-groups': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)({ aliases: ['run-task-security-groups', 'security-group-ids'] }),
    'assign-public-ip': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['ENABLED', 'DISABLED'], { aliases: ['run-task-assign-public-ip'] }),
    'launch-type': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['FARGATE', 'EC2', 'EXTERNAL'], { aliases: ['run-task-launch-type'] }),
    'capacity-provider-strategy': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(parseStrategy, { aliases: ['run-task-capacity-provider-strategy'] }),
    'platform-version': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
    'started-by': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)({
        aliases: ['run-task-started-by'],
        pattern: /^[\w/-]{1,128}$/,
        expected: 'up to 128 letters, digits, -, / and _',
        example: 'release/42',
    }),
    'job-key': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(parseKey, { default: '${{ strategy.job-index }}-${{ job.check_run_id }}' }),
    'on-running': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['wait', 'fail'], { default: 'wait' }),
    snapshot: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)({
        pattern: /^(arn:aws[\w-]*:rds:[\w-]+:\d{12}:(db|cluster):)?[A-Za-z](-?[A-Za-z0-9])*$/,
        expected: 'the identifier or ARN of an RDS instance or cluster',
        example: 'shop-production',
    }),
    'snapshot-keep': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)({ min: 1, max: 100, integer: true }),
    'snapshot-timeout-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)({ default: '60', min: 0.05, max: 1440 }),
    maintenance: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ default: 'false' }),
    'maintenance-page': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(),
    'retry-after-seconds': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)({ default: '60', min: 1, max: 86_400, integer: true }),
    'timeout-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)({ default: '30', min: 0.05, max: 1440 }),
    'start-timeout-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)({ default: '10', min: 0.05, max: 1440 }),
    'poll-interval-seconds': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)({ default: '5', min: 0.05, max: 300 }),
    'dry-run': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({ default: 'false' }),
    ..._cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_1__/* .credentialInputs */ .H,
    region: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)({ aliases: ['aws-region'] }),
};
/** Outside of a workflow nobody evaluates the default's expressions. */
function parseKey(value) {
    return value.includes('${{') ? '' : value;
}
/** ECS's JSON: `[{"capacityProvider": "FARGATE_SPOT", "weight": 1, "base": 0}]`. */
function parseStrategy(value) {
    const wrong = () => new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9('a JSON array of capacity providers', 'Write it like [{"capacityProvider": "FARGATE", "weight": 1}].');
    let items;
    try {
        items = JSON.parse(value);
    }
    catch {
        throw wrong();
    }
    if (!Array.isArray(items) || items.length === 0 || items.length > 20)
        throw wrong();
    return items.map((item) => {
        const { capacityProvider, weight = 0, base = 0 } = (item ?? {});
        if (typeof capacityProvider !== 'string' || !isCount(weight) || !isCount(base))
            throw wrong();
        return { capacityProvider, weight, base };
    });
}
function isCount(value) {
    return Number.isInteger(value) && value >= 0;
}


/***/ }),

/***/ 67415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ runMigrationTask)
});

// EXTERNAL MODULE: ./packages/steps/lib/run-migration-task/inputs.js
var inputs = __webpack_require__(7451);
;// CONCATENATED MODULE: ./packages/domain/lib/backup.js
/** The command that brings a snapshot back, beside the database that is there. */
function restoreCommand({ kind, id, engine }, snapshot, region) {
    return kind === 'cluster'
        ? `aws rds restore-db-cluster-from-snapshot --region ${region} --db-cluster-identifier ${id}-restored --snapshot-identifier ${snapshot} --engine ${engine}`
        : `aws rds restore-db-instance-from-db-snapshot --region ${region} --db-instance-identifier ${id}-restored --db-snapshot-identifier ${snapshot}`;
}

// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/outcome.js
var lib_outcome = __webpack_require__(92142);
// EXTERNAL MODULE: ./packages/steps/lib/maintenance/close-window.js
var close_window = __webpack_require__(30158);
;// CONCATENATED MODULE: ./packages/steps/lib/maintenance/places.js
const EVERYTHING = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['*'] } }];
const LAST_PRIORITY = 50_000;
/**
 * The places of the rules that keep requests from some target groups. On a listener of their own it is one rule above all
 * others; on one that serves other target groups too, each rule that leads to them gets a twin right above it, so that
 * nobody else's requests are kept. From the last place to the first, so that making room for one moves none that was
 * counted before.
 * @param rules of one listener, in their order, without those of windows
 * @param taken priorities of the windows' rules
 */
function placesFor(rules, targetGroups, taken = []) {
    const leading = rules.filter((rule) => rule.targetGroups.some((arn) => targetGroups.has(arn)));
    if (leading.length === 0)
        return [];
    const used = new Set([
        ...rules.flatMap(({ priority }) => (priority === undefined ? [] : [priority])),
        ...taken,
    ]);
    const shared = rules.some((rule) => rule.targetGroups.some((arn) => !targetGroups.has(arn)));
    if (!shared)
        return [{ conditions: EVERYTHING, ...roomAt(1, used) }];
    return leading.toReversed().map(({ conditions, priority }) => {
        if (priority === undefined)
            return { conditions: EVERYTHING, priority: lastRoom(used), moved: 0 };
        const above = priority - 1;
        return above >= 1 && !used.has(above)
            ? { conditions, priority: above, moved: 0 }
            : { conditions, ...roomAt(priority, used) };
    });
}
function roomAt(priority, used) {
    let end = priority;
    while (used.has(end))
        end += 1;
    return { priority, moved: end - priority };
}
/** Below every other rule and above the default one, if there is room. */
function lastRoom(used) {
    let last = Math.max(0, ...used) + 1;
    while (last > LAST_PRIORITY || used.has(last))
        last -= 1;
    return last;
}

// EXTERNAL MODULE: ./packages/steps/lib/maintenance/tags.js
var tags = __webpack_require__(64508);
// EXTERNAL MODULE: ./packages/steps/lib/maintenance/windows.js
var maintenance_windows = __webpack_require__(7424);
;// CONCATENATED MODULE: ./packages/steps/lib/maintenance/open-window.js





/** Others may change the listener at the same time; so often it is read anew. */
const TRIES = 3;
/**
 * Has every listener answer 503 with the page in place of the target groups. What an earlier window of this service left
 * behind is taken over when it is whole, else replaced.
 * @throws ConfigurationError, AwsCallError; what was opened until then is for `closeWindow` to find
 */
async function openWindow(order, world) {
    for (const listener of order.listeners)
        await openOn(listener, order, world);
}
async function openOn(listener, order, world) {
    const { windows, others } = await (0,maintenance_windows/* rulesOf */.fD)(world, listener);
    const left = windows.filter(({ service }) => service === order.service);
    const wanted = placesFor(others, order.targetGroups);
    if (left.length > 0) {
        const whole = left.length === wanted.length && left.every(({ rule, priority }) => rule.priority === priority);
        if (whole) {
            for (const { rule } of left)
                await world.aws.listenerRules.tag(rule.arn, identity(order, world));
            return;
        }
        await (0,close_window/* closeWindow */.D)([listener], world, { service: order.service });
    }
    for (const index of wanted.keys())
        await openPlace(listener, index, order, world);
}
/** Places are counted anew for each rule, as those made before may have moved others. */
async function openPlace(listener, index, order, world) {
    const { listenerRules } = world.aws;
    for (let attempt = 1;; attempt++) {
        const { windows, others } = await (0,maintenance_windows/* rulesOf */.fD)(world, listener);
        const all = [...others, ...windows.map(({ rule }) => rule)];
        const own = windows.filter(({ service }) => service === order.service);
        if (own.length > index) {
            // Made by a call whose answer was lost, so perhaps not yet moved to its place.
            const waiting = own.find(({ rule, priority, moved }) => moved > 0 && rule.priority === priority + moved);
            if (waiting !== undefined)
                await listenerRules.place(rotation(waiting.rule.arn, waiting, all));
            return;
        }
        const taken = windows.map(({ rule }) => rule.priority);
        const place = placesFor(others, order.targetGroups, taken)[index];
        if (place === undefined)
            return;
        const free = place.priority + place.moved;
        const arn = await listenerRules.create({
            listener,
            priority: free,
            conditions: place.conditions,
            status: '503',
            contentType: order.page.contentType,
            body: order.page.body,
            tags: {
                ...identity(order, world),
                [tags/* TAGS */.g.priority]: String(place.priority),
                [tags/* TAGS */.g.moved]: String(place.moved),
            },
        });
        if (arn !== undefined) {
            if (place.moved > 0)
                await listenerRules.place(rotation(arn, place, all));
            return;
        }
        // The place was taken since, perhaps by our own call whose answer was lost.
        if (attempt < TRIES)
            continue;
        throw new errors/* AwsCallError */.iQ({
            action: 'elasticloadbalancing:CreateRule',
            code: 'PriorityInUse',
            message: `priority ${free} of listener ${listener} is taken again and again.`,
            remedy: 'Run the job again when nobody else changes the listener.',
        });
    }
}
/** The new rule goes to its place and those in the way one down, in one step. */
function rotation(arn, { priority, moved }, rules) {
    const inTheWay = rules.filter((rule) => rule.priority !== undefined && rule.priority >= priority && rule.priority < priority + moved);
    return new Map([[arn, priority], ...inTheWay.map((rule) => [rule.arn, (rule.priority ?? 0) + 1])]);
}
function identity(order, world) {
    return {
        [tags/* TAGS */.g.window]: order.service,
        [tags/* TAGS */.g.owner]: (0,maintenance_windows/* ownerOf */.bf)(world),
        ...(world.run.runUrl === '' ? {} : { [tags/* TAGS */.g.run]: world.run.runUrl }),
    };
}

// EXTERNAL MODULE: ./packages/steps/lib/maintenance/page.js
var page = __webpack_require__(42782);
// EXTERNAL MODULE: ./packages/steps/lib/maintenance/user-listeners.js
var user_listeners = __webpack_require__(58750);
// EXTERNAL MODULE: ./packages/domain/lib/arn.js
var lib_arn = __webpack_require__(32549);
// EXTERNAL MODULE: ./packages/domain/lib/console.js
var console = __webpack_require__(82171);
// EXTERNAL MODULE: ./packages/domain/lib/diagnosis/diagnose.js + 11 modules
var diagnose = __webpack_require__(42215);
// EXTERNAL MODULE: ./packages/domain/lib/revision.js
var lib_revision = __webpack_require__(69657);
// EXTERNAL MODULE: ./packages/domain/lib/shell-words.js
var shell_words = __webpack_require__(84340);
;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/findings.js

const LOG_SOURCE = 'cloudwatch-logs container log line';
/** Lines of a log that a finding quotes. */
const QUOTED_LINES = 10;
/** Says only that the program ended badly; its own words say why. */
const SYMPTOM = 'exit-code-1';
/** Why a command failed: the causes that are known by name, and what the command itself wrote last unless one was read from it. */
function findingsOf(run, container) {
    const found = (0,diagnose.diagnose)(observations(run, container));
    const lines = run.log.tail.split('\n').filter((line) => line.trim() !== '');
    const read = found.some(({ evidence }) => evidence.some((text) => text.startsWith(LOG_SOURCE)));
    const [other] = run.others;
    if (!read && other !== undefined) {
        return [
            ...found,
            {
                id: 'last-log-lines-of-other-container',
                cause: `The command did not end by itself; these are the last lines of container ${other.name}.`,
                evidence: other.text.split('\n').slice(-QUOTED_LINES),
                fix: `Mend what the lines say, or make container ${other.name} not essential where the command does without it.`,
            },
        ];
    }
    if (read || lines.length === 0)
        return found;
    return [
        ...found.filter(({ id }) => id !== SYMPTOM),
        {
            id: 'last-log-lines',
            cause: `The command in container ${container} ended; these are the last lines that it wrote.`,
            evidence: lines.slice(-QUOTED_LINES),
            fix: 'Mend what the lines say, and try the image with the same command and variables.',
        },
    ];
}
function observations({ task, log, others }, subject) {
    return [
        // That an essential container ended says less than its exit code.
        ...(task.stoppedReason === undefined || task.stopCode === 'EssentialContainerExited'
            ? []
            : [{ source: 'ecs:DescribeTasks tasks[].stoppedReason', text: task.stoppedReason }]),
        ...task.containers
            .filter(({ reason }) => reason !== undefined)
            .map(({ name, reason = '' }) => ({
            source: 'ecs:DescribeTasks tasks[].containers[].reason',
            text: reason,
            subject: name,
        })),
        ...task.containers
            .filter(({ name, exitCode }) => name === subject && exitCode !== undefined && exitCode !== 0)
            .map(({ exitCode = 0 }) => ({
            source: 'ecs:DescribeTasks tasks[].containers[].exitCode',
            text: `Essential container in task exited (exitCode: ${exitCode})`,
            subject,
        })),
        ...(log.tail === '' ? [] : [{ source: LOG_SOURCE, text: log.tail, subject }]),
        ...others.map(({ name, text }) => ({ source: LOG_SOURCE, text, subject: name })),
    ];
}

;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/outcomes.js






/** Outputs when no task was started. */
const NOTHING = {
    'task-arn': undefined,
    'task-id': undefined,
    'exit-code': undefined,
    'stopped-reason': undefined,
    'log-url': undefined,
    'duration-seconds': undefined,
    'snapshot-id': undefined,
    'log-tail': undefined,
};
/** How sentences speak of a command; undefined is the image's own. */
function nameOf(command) {
    return command === undefined ? 'the image’s own command' : `command ${command}`;
}
function titleOf(command) {
    return command === undefined ? 'The image’s own command' : `Command ${command}`;
}
const UNTOUCHED = 'No traffic was moved: what served before serves now.';
function outputsOf(plan, last, done) {
    if (last === undefined)
        return NOTHING;
    const { task, log } = last;
    return {
        ...NOTHING,
        'task-arn': task.arn,
        'task-id': (0,lib_arn/* lastSegment */.m)(task.arn),
        'exit-code': task.containers.find(({ name }) => name === plan.container)?.exitCode,
        'stopped-reason': task.stoppedReason,
        'log-url': log.link,
        'duration-seconds': Math.round([...done, last].reduce((sum, { seconds }) => sum + seconds, 0) * 10) / 10,
        'log-tail': log.tail,
    };
}
function summaryOf(plan, runs) {
    if (runs.length === 0)
        return [];
    const last = runs.at(-1);
    return [
        {
            kind: 'table',
            title: `Commands of ${(0,lib_revision/* formatRevision */.T)(plan.taskDefinition)}`,
            header: ['Command', 'Exit code', 'Seconds', 'Task'],
            rows: runs.map(({ command, task, seconds }) => [
                command ?? 'the image’s own',
                String(task.containers.find(({ name }) => name === plan.container)?.exitCode ?? 'none'),
                String(seconds),
                (0,lib_arn/* lastSegment */.m)(task.arn),
            ]),
        },
        ...(last.log.tail === ''
            ? []
            : [{ kind: 'code', title: 'Last log lines', language: 'text', text: last.log.tail }]),
        ...last.others.map(({ name, text }) => ({ kind: 'code', title: `Last lines of container ${name}`, language: 'text', text })),
    ];
}
/** All commands succeeded, or one did not. */
function ended(verdict, last, plan, done) {
    const common = { outputs: outputsOf(plan, last, done), summary: summaryOf(plan, [...done, last]) };
    if (verdict.kind === 'succeeded') {
        const count = done.length + 1;
        return {
            kind: 'succeeded',
            headline: `${count === 1 ? titleOf(last.command) : `${count} commands`} succeeded in ${common.outputs['duration-seconds'] ?? 0} s.`,
            ...common,
        };
    }
    const rest = plan.commands.length - done.length - 1;
    return {
        kind: 'failed',
        headline: `${titleOf(last.command)} failed. ${verdict.sentence}`,
        findings: findingsOf(last, plan.container),
        remedy: `${UNTOUCHED} ${rest > 0 ? `Commands not run: ${rest}. ` : ''}Read the task’s log, mend the cause and run the job again.`,
        link: last.link,
        ...common,
    };
}
function timedOut(what, last, plan, done, given) {
    const input = what === 'start' ? 'start-timeout-minutes' : 'timeout-minutes';
    return {
        kind: 'timedOut',
        headline: `${titleOf(last.command)} had not ${what === 'start' ? 'started' : 'ended'} after ${given[input]} minutes and was stopped.`,
        findings: findingsOf(last, plan.container),
        remedy: `${UNTOUCHED} Find out what it waits for (its log is above), or raise ${input}.`,
        link: last.link,
        outputs: outputsOf(plan, last, done),
        summary: summaryOf(plan, [...done, last]),
    };
}
function refused(start, plan, command, done) {
    return {
        kind: 'failed',
        headline: `ECS did not start ${nameOf(command)}${start.seconds > 0 ? ` within ${start.seconds} s` : ''}: ${start.reasons.join('; ')}.`,
        findings: (0,diagnose.diagnose)(start.reasons.map((text) => ({ source: 'ecs:RunTask failures[].reason', text }))),
        remedy: `${UNTOUCHED} For a lack of capacity give subnets in more zones, raise start-timeout-minutes or run the job later.`,
        outputs: outputsOf(plan, done.at(-1), done.slice(0, -1)),
        summary: summaryOf(plan, done),
    };
}
function occupied(start, plan, done, region) {
    const [first] = start.others;
    const names = start.others.map(({ arn, startedBy }) => `${(0,lib_arn/* lastSegment */.m)(arn)} (started by ${startedBy || 'nobody known'})`);
    return {
        kind: start.waited ? 'timedOut' : 'failed',
        headline: `Another task of ${plan.family} is running: ${names.join(', ')}.`,
        findings: [],
        remedy: `${UNTOUCHED} ${start.waited ? 'Wait for that task or stop it, then run the job again.' : 'Use on-running: wait to queue behind it.'}`,
        ...(first === undefined
            ? {}
            : {
                link: (0,console/* consoleLink */.i)(region, { kind: 'task', cluster: plan.cluster, taskId: (0,lib_arn/* lastSegment */.m)(first.arn) }),
            }),
        outputs: outputsOf(plan, done.at(-1), done.slice(0, -1)),
        summary: summaryOf(plan, done),
    };
}
/** Real milliseconds for a stopped task's last words: GitHub ends a cancelled step soon after. */
const LAST_WORDS_MS = 3000;
/** The job was cancelled: stopping the task is the first thing that happens. */
async function cancelled(current, plan, done, world) {
    const { aws, clock } = world;
    let task = current?.task;
    if (current !== undefined) {
        await aws.tasks.stop(plan.cluster, current.task.arn, 'Cutover: the job was cancelled');
        const until = clock.now() + LAST_WORDS_MS;
        for (;;) {
            task = (await aws.tasks.describe(plan.cluster, [current.task.arn]))[0] ?? task;
            await current.log.read();
            if (task?.lastStatus === 'STOPPED' || clock.now() >= until)
                break;
            await clock.sleep(LAST_WORDS_MS / 10);
        }
    }
    const last = current === undefined || task === undefined ? undefined : { ...current, task };
    return {
        kind: 'cancelled',
        headline: last === undefined
            ? 'Cancelled before a task was started.'
            : `Cancelled: ${nameOf(last.command)} was told to stop.`,
        findings: [],
        remedy: `${UNTOUCHED} ${last === undefined ? 'Run the job again.' : 'Check how far the command got before running the job again.'}`,
        ...(last === undefined ? {} : { link: last.link }),
        outputs: outputsOf(plan, last, done),
        summary: summaryOf(plan, last === undefined ? done : [...done, last]),
    };
}
/** What would be run. Values of the environment are not shown. */
function dryRun(plan, { window, database }) {
    return {
        kind: 'unchanged',
        headline: `Dry run: ${plan.commands.length === 1 ? 'one task' : `${plan.commands.length} tasks`} of ${(0,lib_revision/* formatRevision */.T)(plan.taskDefinition)} would be run.`,
        outputs: NOTHING,
        summary: [
            {
                kind: 'facts',
                title: 'Plan',
                facts: [
                    ['Cluster', plan.cluster],
                    ['Container', plan.container],
                    ...plan.commands.map((words) => ['Command', words === undefined ? 'the image’s own' : (0,shell_words/* joinShellWords */.MS)(words)]),
                    ['Environment', [...plan.environment.keys()].join(', ') || 'as registered'],
                    ['Subnets', plan.network?.subnets.join(', ') ?? 'none'],
                    ['Security groups', plan.network?.securityGroups.join(', ') ?? 'none'],
                    ['Public address', plan.network?.assignPublicIp ?? 'none'],
                    [
                        'Capacity',
                        plan.capacityProviders
                            .map(({ capacityProvider, weight }) => `${capacityProvider} (${weight})`)
                            .join(', ') ||
                            (plan.launchType ?? 'the cluster’s default'),
                    ],
                    ...(window === undefined
                        ? []
                        : [
                            [
                                'Maintenance page',
                                `${window.listeners.join(', ')} (${window.page.contentType}, ${window.page.body.length} characters)`,
                            ],
                        ]),
                    ...(database === undefined
                        ? []
                        : [['Snapshot', `of ${database.kind} ${database.id} (${database.engine})`]]),
                ],
            },
        ],
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/trace-tags.js
var trace_tags = __webpack_require__(23871);
// EXTERNAL MODULE: ./packages/domain/lib/wait.js
var wait = __webpack_require__(13329);
;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/task-request.js


/** RunTask's limit for `overrides`, as JSON text. */
const OVERRIDES_LIMIT = 8192;
/** @throws ConfigurationError when ECS would refuse the overrides for their length */
function checkOverrides(plan, command) {
    const { length } = JSON.stringify(overridesOf(plan, command));
    if (length <= OVERRIDES_LIMIT)
        return;
    throw new errors/* ConfigurationError */.j1({
        message: `Inputs command and environment-variables take ${length} characters as JSON; ECS takes ${OVERRIDES_LIMIT} at most.`,
        remedy: 'Put long values into the task definition (register-taskdef) or into a script in the image.',
    });
}
function overridesOf(plan, command) {
    return {
        containerOverrides: [
            {
                name: plan.container,
                ...(command === undefined ? {} : { command }),
                ...(plan.environment.size === 0
                    ? {}
                    : { environment: [...plan.environment].map(([name, value]) => ({ name, value })) }),
            },
        ],
    };
}
/**
 * One command's RunTask request. Token and `startedBy` follow from the run, its attempt, the job and the request, so that
 * a retry never starts a second task and a second process finds what the first one started.
 * @param tries how often ECS has said that it started nothing
 * @param seed  stands for the run where there is none, as outside of GitHub
 */
function taskRequest(plan, index, options) {
    const { run, tries, seed, key } = options;
    const command = plan.commands[index];
    const identity = [
        run.repository,
        run.runId || seed,
        run.runAttempt,
        run.job,
        run.step ?? '',
        key,
        plan.cluster,
        plan.taskDefinition,
        plan.container,
    ];
    const work = hash([...identity, options.startedBy ?? '', index, command ?? null]).slice(0, 12);
    const request = {
        cluster: plan.cluster,
        taskDefinition: plan.taskDefinition,
        overrides: overridesOf(plan, command),
        ...(plan.network === undefined ? {} : { network: plan.network }),
        ...(plan.launchType === undefined ? {} : { launchType: plan.launchType }),
        ...(plan.capacityProviders.length === 0 ? {} : { capacityProviders: plan.capacityProviders }),
        ...(plan.platformVersion === undefined ? {} : { platformVersion: plan.platformVersion }),
        startedBy: options.startedBy ?? `cutover/${run.runId || seed}/${run.runAttempt || '1'}/${work}`,
    };
    return { ...request, clientToken: hash([...identity, index, tries, request]).slice(0, 64) };
}
function hash(parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}

;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/start-task.js


/** A second task that was started in the same moment gives way so often before the step gives up. */
const MOST_YIELDS = 5;
const LONGEST_PAUSE_MS = 30_000;
/**
 * Starts one command's task, or finds the one that an earlier process of the same attempt started. A lack of capacity is
 * retried until `startDeadline`; the token changes only after ECS said that nothing was started.
 */
async function startTask(plan, index, given, world, options) {
    const { aws, clock, progress, run, signal } = world;
    const request = () => taskRequest(plan, index, {
        run,
        startedBy: given['started-by'],
        tries: options.tries.count,
        seed: options.seed,
        key: given['job-key'],
    });
    const { startedBy } = request();
    // A tag that the user chose is everybody's: it tells nothing about whose a task is.
    const own = given['started-by'] === undefined ? startedBy : undefined;
    world.remember('cluster', plan.cluster);
    world.remember('started-by', startedBy);
    if (own !== undefined) {
        const [mine] = await runningTasks(plan.cluster, { startedBy: own }, world);
        if (mine !== undefined)
            return { kind: 'started', task: mine, adopted: true };
    }
    const occupied = await waitForOthers(plan, own, given, world, options.deadline);
    if (occupied !== undefined)
        return occupied;
    const began = clock.now();
    let throttles = 0;
    let yields = 0;
    for (;;) {
        signal.throwIfAborted();
        const answer = await aws.tasks.run(request());
        if (answer.kind === 'started') {
            const { task } = answer;
            const rivals = yields < MOST_YIELDS ? await olderRivals(task, plan, own, world) : [];
            if (rivals.length === 0)
                return { kind: 'started', task, adopted: false };
            // Both looked before either had started: the later one gives way before its command runs.
            yields += 1;
            options.tries.count += 1;
            await aws.tasks.stop(plan.cluster, task.arn, 'Cutover: another task of the family was started first');
            progress.report({
                type: 'note',
                text: `Task ${rivals.map(({ arn }) => arn).join(', ')} of ${plan.family} was started in the same moment: ours gives way.`,
            });
            if (given['on-running'] === 'fail')
                return { kind: 'occupied', others: rivals, waited: false };
            const still = await waitForOthers(plan, own, given, world, options.deadline);
            if (still !== undefined)
                return still;
            continue;
        }
        if (answer.throttled === true)
            throttles += 1;
        else
            options.tries.count += 1;
        const seconds = Math.round((clock.now() - began) / 1000);
        if (!answer.retryable || clock.now() >= options.startDeadline)
            return { kind: 'refused', reasons: answer.reasons, seconds };
        progress.report({
            type: 'note',
            text: `ECS started no task yet, asking again: ${answer.reasons.join('; ')}`,
        });
        const pause = given['poll-interval-seconds'] * 1000 * 2 ** Math.min(options.tries.count + throttles - 1, 10);
        await clock.sleep(Math.min(pause, LONGEST_PAUSE_MS) * (0.5 + clock.random() / 2), signal);
    }
}
/**
 * Other runs' tasks of the family that were started before this one; none once this one's command may have begun. Of two
 * that began in the same millisecond the smaller ARN counts as the older.
 */
async function olderRivals(task, plan, own, world) {
    const running = await runningTasks(plan.cluster, { family: plan.family }, world);
    const { createdAt = Infinity, lastStatus, startedAt } = running.find(({ arn }) => arn === task.arn) ?? task;
    if (startedAt !== undefined || lastStatus === 'STOPPED')
        return [];
    return othersAmong(running, own).filter((one) => {
        const age = one.createdAt ?? Infinity;
        return one.arn !== task.arn && (age < createdAt || (age === createdAt && one.arn < task.arn));
    });
}
/**
 * One-off tasks of the family that somebody else runs. Tasks of services are no concern.
 * @param own the tag by which ours are known, if only ours have it
 */
function othersAmong(running, own) {
    return running.filter((task) => !task.group.startsWith('service:') &&
        !task.startedBy.startsWith('ecs-svc/') &&
        (own === undefined || task.startedBy !== own));
}
/** Waits for the family's other one-off tasks, or says which they are. */
async function waitForOthers(plan, own, given, world, deadline) {
    let others = [];
    const look = async () => {
        others = othersAmong(await runningTasks(plan.cluster, { family: plan.family }, world), own);
        return others.length === 0;
    };
    if (await look())
        return undefined;
    if (given['on-running'] === 'fail')
        return { kind: 'occupied', others, waited: false };
    const result = await (0,wait/* wait */.u)(async () => {
        if (await look())
            return { state: 'done', value: undefined };
        return {
            state: 'pending',
            reason: `another task of ${plan.family} is running: ${others.map(({ arn }) => arn).join(', ')}`,
        };
    }, {
        clock: world.clock,
        signal: world.signal,
        deadline,
        intervalMs: given['poll-interval-seconds'] * 1000,
        onPending: sayOften(world, 'the other task of this family', given['timeout-minutes'] * 60),
    });
    return result.kind === 'done' ? undefined : { kind: 'occupied', others, waited: true };
}
async function runningTasks(cluster, filter, world) {
    const arns = await world.aws.tasks.list(cluster, filter);
    const tasks = await world.aws.tasks.describe(cluster, arns);
    return tasks.filter((task) => task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED');
}
/** Says that the wait goes on: at once, and then every half minute. */
function sayOften(world, what, budgetSeconds) {
    let next = 30_000;
    return (_reason, waitedMs) => {
        if (waitedMs < next)
            return;
        next = waitedMs + 30_000;
        world.progress.report({
            type: 'still.waiting',
            what,
            seconds: Math.round(waitedMs / 1000),
            budgetSeconds,
        });
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/snapshot.js





/** Names the database; only snapshots that carry it are ever deleted. */
const TAG = 'cutover:snapshot-of';
/** What every snapshot's name begins with, so that a policy can be limited to them. */
const PREFIX = 'cutover-';
/** @throws ConfigurationError when RDS knows neither an instance nor a cluster of this name */
async function findDatabase(world, name) {
    const found = await world.aws.backups.database(name);
    if (found !== undefined)
        return found;
    throw new errors/* ConfigurationError */.j1({
        message: `Input snapshot: RDS has no database instance and no cluster ${name} in ${world.aws.region}.`,
        remedy: 'Give the identifier that RDS shows (not the endpoint, not the name of the schema), or correct aws-region.',
    });
}
/**
 * The name of an attempt's snapshot. It follows from the run, so that a retry, a lost answer and a second process of the
 * same attempt find the snapshot that is there; a new attempt gets another one.
 */
function snapshotId(database, given, world, seed) {
    const { run } = world;
    const work = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([
        run.repository,
        run.job,
        run.step ?? '',
        given['job-key'],
        given.commands,
        given.command ?? null,
    ]))
        .digest('hex')
        .slice(0, 6);
    // RDS takes 63 characters for clusters, and no hyphens side by side or at the end.
    const name = database.id.slice(0, 28).replace(/-+$/, '');
    return `${PREFIX}${name}-${run.runId || seed}-${run.runAttempt || '1'}-${work}`.toLowerCase();
}
/** Has a snapshot made of the database and waits until it is complete. @throws CutoverError when RDS refuses it */
async function takeSnapshot(database, id, given, world, state) {
    const { aws, clock, progress, run, signal } = world;
    const minutes = given['snapshot-timeout-minutes'];
    const began = clock.now();
    const tags = Object.fromEntries([
        [TAG, database.id],
        [trace_tags/* TRACE_TAGS */.iF.commit, run.commit],
        [trace_tags/* TRACE_TAGS */.iF.run, run.runUrl],
    ].filter(([, value]) => value !== ''));
    const ask = async () => {
        switch (await aws.backups.create(database, id, tags)) {
            case 'created':
                progress.report({ type: 'note', text: `Snapshot ${id} of database ${database.id} was begun.` });
                state.begun = true;
                return 'creating';
            case 'exists':
                state.begun = true;
                return 'creating';
            case 'busy':
                return `database ${database.id} is not available, so that no snapshot can be begun`;
        }
    };
    const result = await (0,wait/* wait */.u)(async () => {
        const found = await aws.backups.snapshot(database.kind, id);
        if (found === undefined) {
            // Just created and not yet seen by every reader; asking again makes no second one.
            return { state: 'pending', reason: await ask() };
        }
        if (!state.begun) {
            state.begun = true;
            progress.report({ type: 'note', text: `Snapshot ${id} is this attempt’s own already.` });
        }
        return found.status === 'creating' || found.status === 'pending'
            ? { state: 'pending', reason: `creating${found.percent === undefined ? '' : `, ${found.percent} %`}` }
            : { state: 'done', value: found };
    }, {
        clock,
        signal,
        deadline: began + minutes * 60_000,
        intervalMs: given['poll-interval-seconds'] * 1000,
        onPending: sayOften(world, `snapshot ${id}`, minutes * 60),
    });
    if (result.kind === 'timedOut')
        return { kind: 'timedOut', id, reason: result.reason };
    if (result.value.status !== 'available') {
        return {
            kind: 'failed',
            sentence: `Snapshot ${id} of database ${database.id} ended in the state ${result.value.status}.`,
            remedy: 'Look at the events of the database in the RDS console, delete the snapshot and run the job again.',
        };
    }
    progress.report({
        type: 'note',
        text: `Snapshot ${id} is complete after ${Math.round((clock.now() - began) / 1000)} s.`,
    });
    return { kind: 'taken', backup: { database, id } };
}
/** Deletes the oldest of the database's snapshots that this action made, beyond so many. Never fails the step. */
async function pruneSnapshots({ database }, keep, world) {
    const { aws, progress } = world;
    try {
        const own = (await aws.backups.snapshotsOf(database))
            .filter(({ status, tags }) => status === 'available' && tags.get(TAG) === database.id)
            .toSorted((a, b) => (b.createdAt ?? Infinity) - (a.createdAt ?? Infinity));
        for (const { id } of own.slice(keep)) {
            await aws.backups.remove(database.kind, id);
            progress.report({ type: 'note', text: `Deleted the older snapshot ${id}.` });
        }
    }
    catch (error) {
        if (!(error instanceof errors/* CutoverError */.DB))
            throw error;
        progress.report({
            type: 'warning',
            text: `Older snapshots could not be deleted: ${error.message}`,
            remedy: error.remedy,
        });
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/protect.js










/** Remembered for `post:`. */
const LISTENERS = 'maintenance-listeners';
const OWNER = 'maintenance-owner';
/** @throws ConfigurationError when a page can't be shown, or there is no such database */
async function planProtection(given, named, world) {
    const database = given.snapshot === undefined ? undefined : await findDatabase(world, given.snapshot);
    if (!given.maintenance)
        return { window: undefined, database };
    const { environment, service } = named;
    if (environment === undefined || service === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: 'Input maintenance needs to know whose users are to see the page.',
            remedy: 'Add service: and cluster:, or stack:.',
        });
    }
    const file = given['maintenance-page'];
    const text = file === undefined ? undefined : await world.files.read(file, 'maintenance-page');
    return {
        window: {
            ...(await (0,user_listeners/* userListeners */.T)(world.aws, environment, service)),
            service: (0,maintenance_windows/* windowOf */.Ou)(service),
            page: (0,page/* maintenancePage */.P)(text, file, given['retry-after-seconds']),
        },
        database,
    };
}
/**
 * Runs the commands behind a maintenance page and after a snapshot. The page comes first, so that nothing that users write
 * is missing in the snapshot; it goes when anything fails, and stays after success for what follows in the job.
 */
async function runProtected({ window, database }, given, world, commands) {
    let backup;
    let begun = false;
    const act = async () => {
        if (window !== undefined) {
            world.remember(LISTENERS, window.listeners.join(','));
            world.remember(OWNER, (0,maintenance_windows/* ownerOf */.bf)(world));
            await openWindow(window, world);
            world.progress.report({
                type: 'note',
                text: `Users of ${window.service} see the maintenance page, on ${count(window.listeners.length, 'listener')}.`,
            });
        }
        if (database !== undefined) {
            const before = await beforehand(database, given, world);
            if ('kind' in before)
                return before;
            backup = before.backup;
        }
        world.signal.throwIfAborted();
        begun = true;
        const outcome = await commands();
        const keep = given['snapshot-keep'];
        if (backup !== undefined && keep !== undefined && (0,lib_outcome/* isSuccess */.o)(outcome))
            await pruneSnapshots(backup, keep, world);
        return outcome;
    };
    let outcome;
    try {
        outcome = await act();
    }
    catch (error) {
        if (window !== undefined)
            await showServiceAgain(window, world);
        if (begun || !world.signal.aborted)
            throw error;
        outcome = {
            kind: 'cancelled',
            headline: 'Cancelled before a task was started.',
            findings: [],
            remedy: 'No command was run. Run the job again.',
            outputs: NOTHING,
        };
        return withBackup(outcome, backup, world);
    }
    if (window !== undefined) {
        if ((0,lib_outcome/* isSuccess */.o)(outcome)) {
            world.progress.report({
                type: 'note',
                text: 'The maintenance page stays until the deployment has moved the traffic, or the job ends.',
            });
        }
        else
            await showServiceAgain(window, world);
    }
    return withBackup(outcome, backup, world);
}
/** The snapshot, or the outcome when there is none: without it no command is run. */
async function beforehand(database, given, world) {
    const id = snapshotId(database, given, world, String(world.clock.now()));
    const undone = 'No command was run and no traffic was moved: what served before serves now.';
    const state = { begun: false };
    const left = () => state.begun
        ? ` Snapshot ${id} goes on by itself, does no harm and is never restored by itself; ${deleteCommand(database, id, world.aws.region)} removes it.`
        : ' No snapshot was begun.';
    try {
        const end = await takeSnapshot(database, id, given, world, state);
        switch (end.kind) {
            case 'taken':
                return { backup: end.backup };
            case 'failed':
                return {
                    kind: 'failed',
                    headline: end.sentence,
                    findings: [],
                    remedy: `${undone} ${end.remedy}`,
                    outputs: NOTHING,
                };
            case 'timedOut':
                return {
                    kind: 'timedOut',
                    headline: `Snapshot ${id} of database ${database.id} was not complete after ${given['snapshot-timeout-minutes']} minutes (${end.reason}).`,
                    findings: [],
                    remedy: `${undone}${left()} Raise snapshot-timeout-minutes and run the job again.`,
                    outputs: NOTHING,
                };
        }
    }
    catch (error) {
        if (world.signal.aborted) {
            return {
                kind: 'cancelled',
                headline: `Cancelled while snapshot ${id} of database ${database.id} was being taken.`,
                findings: [],
                remedy: `${undone}${left()} Run the job again.`,
                outputs: NOTHING,
            };
        }
        if (!(error instanceof errors/* CutoverError */.DB))
            throw error;
        return {
            kind: 'failed',
            headline: `No snapshot of database ${database.id} could be taken: ${error.message}`,
            findings: error.findings,
            remedy: `${undone} ${error.remedy}`,
            outputs: NOTHING,
        };
    }
}
/** A page that can't be taken away now is taken away by `post:`, as the step does not end well. */
async function showServiceAgain(window, world) {
    try {
        const closed = await (0,close_window/* closeWindow */.D)(window.listeners, world, {
            service: window.service,
            owner: (0,maintenance_windows/* ownerOf */.bf)(world),
        });
        if (closed > 0)
            world.progress.report({
                type: 'note',
                text: 'The maintenance page was taken away: users reach the service.',
            });
    }
    catch (error) {
        if (!(error instanceof errors/* CutoverError */.DB))
            throw error;
        world.progress.report({
            type: 'warning',
            text: `The maintenance page could not be taken away yet: ${error.message}`,
            remedy: error.remedy,
        });
    }
}
/** What `post:` does: takes the page away that this step of this run put up, if it is still there. */
async function takePageAway(remembered, world) {
    const listeners = remembered[LISTENERS];
    const owner = remembered[OWNER];
    if (listeners === undefined || owner === undefined)
        return;
    const closed = await (0,close_window/* closeWindow */.D)(listeners.split(','), world, { owner });
    if (closed === 0)
        return;
    world.progress.report({
        type: 'note',
        text: 'The maintenance page was taken away: users reach the service.',
    });
}
function withBackup(outcome, backup, world) {
    if (backup === undefined)
        return outcome;
    const { database, id } = backup;
    const command = restoreCommand(database, id, world.aws.region);
    const summary = [
        ...(outcome.summary ?? []),
        {
            kind: 'facts',
            title: 'Snapshot',
            facts: [
                ['Database', `${database.id} (${database.kind}, ${database.engine})`],
                ['Snapshot', id],
                ['Restore', command],
            ],
        },
    ];
    const common = { outputs: { ...outcome.outputs, 'snapshot-id': id }, summary };
    return (0,lib_outcome/* isSuccess */.o)(outcome) || !('remedy' in outcome)
        ? { ...outcome, ...common }
        : { ...outcome, ...common, remedy: `${outcome.remedy} The database as it was before: ${command}` };
}
function deleteCommand({ kind }, id, region) {
    return kind === 'cluster'
        ? `aws rds delete-db-cluster-snapshot --region ${region} --db-cluster-snapshot-identifier ${id}`
        : `aws rds delete-db-snapshot --region ${region} --db-snapshot-identifier ${id}`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./packages/aws/lib/find-environment.js + 1 modules
var find_environment = __webpack_require__(39778);
// EXTERNAL MODULE: ./packages/domain/lib/capacity-reason.js
var capacity_reason = __webpack_require__(76625);
;// CONCATENATED MODULE: ./packages/domain/lib/exit-verdict.js
/** Stop codes that come from outside the containers. */
const INTERRUPTIONS = {
    UserInitiated: 'somebody stopped the task',
    ServiceSchedulerInitiated: 'the service scheduler stopped the task',
    SpotInterruption: 'AWS took the Spot capacity back',
    TerminationNotice: 'the instance under the task was terminated',
    InfrastructureHealth: 'AWS replaced unhealthy infrastructure',
};
const EXIT_CODES = {
    126: 'the program is not executable',
    127: 'the program was not found in the image',
    134: 'aborted, SIGABRT',
    137: 'killed, SIGKILL: often out of memory',
    139: 'segmentation fault, SIGSEGV',
    143: 'terminated, SIGTERM',
    255: 'the program failed, or the image is for another CPU architecture',
};
/**
 * The verdict on a stopped task is the exit code of the named container and nothing else: sidecars that were killed
 * afterwards don't matter. A missing exit code is never success.
 */
function exitVerdict(task, containerName) {
    const container = task.containers.find(({ name }) => name === containerName);
    if (container === undefined) {
        return {
            kind: 'notStarted',
            sentence: withReasons(`The task has no container ${containerName}${task.containers.length === 0 ? '' : `, only ${task.containers.map(({ name }) => name).join(', ')}`}`, task),
        };
    }
    const { exitCode } = container;
    if (exitCode === undefined) {
        return {
            kind: 'notStarted',
            sentence: withReasons(`Container ${containerName} never ran (no exit code)`, task, container),
        };
    }
    const interruption = INTERRUPTIONS[task.stopCode ?? ''];
    if (interruption !== undefined) {
        return {
            kind: 'interrupted',
            exitCode,
            sentence: withReasons(`Container ${containerName} ended with exit code ${exitCode} because ${interruption}`, task, container),
        };
    }
    if (task.stopCode === 'TaskFailedToStart') {
        return {
            kind: 'notStarted',
            sentence: withReasons(`The task failed to start (exit code ${exitCode})`, task, container),
        };
    }
    if (exitCode === 0) {
        return { kind: 'succeeded', exitCode, sentence: `Container ${containerName} ended with exit code 0.` };
    }
    const known = EXIT_CODES[exitCode];
    const culprit = exitCode === 137 || exitCode === 143 ? otherThatFailed(task, containerName) : undefined;
    return {
        kind: 'failed',
        exitCode,
        sentence: culprit === undefined
            ? withReasons(`Container ${containerName} ended with exit code ${exitCode}${known === undefined ? '' : ` (${known})`}`, { ...task, ...(isPlainExit(task) ? { stoppedReason: '' } : {}) }, container)
            : `Container ${containerName} was killed (exit code ${exitCode}) because container ${culprit.name} ended with exit code ${culprit.exitCode ?? 'none'}.`,
    };
}
/** An essential container that ended by itself takes all others with it. */
function otherThatFailed(task, containerName) {
    return task.containers.find(({ name, exitCode }) => name !== containerName && exitCode !== undefined && ![0, 137, 143].includes(exitCode));
}
function isPlainExit(task) {
    return task.stopCode === 'EssentialContainerExited';
}
function withReasons(text, task, container) {
    const others = container === undefined ? [] : task.containers.filter((one) => one !== container);
    const reasons = [
        task.stopCode,
        task.stoppedReason,
        container?.reason,
        ...(container?.exitCode === undefined ? others.map(troubleOf) : []),
    ].filter((reason, index, all) => reason !== undefined && reason !== '' && all.indexOf(reason) === index);
    const shown = isPlainExit(task) ? reasons.filter((reason) => reason !== task.stopCode) : reasons;
    return shown.length === 0 ? `${text}.` : `${text}: ${shown.join(' - ').replace(/\.$/, '')}.`;
}
/** What another container tells of its end; nothing when it ended well, was killed afterwards or never ran either. */
function troubleOf({ name, exitCode, reason }) {
    const failed = exitCode !== undefined && ![0, 137, 143].includes(exitCode);
    if (failed)
        return `${name} ended with exit code ${exitCode}${reason === undefined ? '' : `: ${reason}`}`;
    return reason === undefined || reason === '' ? undefined : `${name}: ${reason}`;
}

// EXTERNAL MODULE: ./packages/domain/lib/task-definition/secretive.js
var secretive = __webpack_require__(594);
// EXTERNAL MODULE: ./packages/steps/lib/credentials.js + 1 modules
var credentials = __webpack_require__(45149);
;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/container-log.js



/** Lines that are kept for outputs, summary and diagnosis. */
const TAIL = 50;
const TAIL_CHARACTERS = 8000;
/** Lines may arrive a little after the task has stopped. */
const GRACE_MS = 2000;
/** One container's output: every line is reported once, in order, while it is being written. */
class ContainerLog {
    link;
    #world;
    #source;
    #name;
    #tail = [];
    #token;
    #broken = false;
    #warned = false;
    constructor(source, container, taskArn, world) {
        this.#world = world;
        this.#name = container;
        if (source.kind === 'elsewhere') {
            world.progress.report({ type: 'note', text: `No log lines follow: ${source.why}.` });
            return;
        }
        const { group, region } = source;
        const stream = `${source.prefix}/${container}/${(0,lib_arn/* lastSegment */.m)(taskArn)}`;
        this.#source = { group, stream, region };
        this.link = (0,console/* consoleLink */.i)(region, { kind: 'logStream', group, stream });
    }
    /** The last lines, for people. */
    get tail() {
        return this.#tail.join('\n').slice(-TAIL_CHARACTERS);
    }
    /**
     * Reports what is new, until CloudWatch gives the same token again.
     * @returns whether there was anything
     */
    async read() {
        if (this.#source === undefined || this.#broken)
            return false;
        let found = false;
        try {
            for (;;) {
                const page = await this.#world.aws.logs.page(this.#source, this.#token);
                if (page === undefined)
                    return found;
                for (const { timestamp, text } of page.lines) {
                    found = true;
                    this.#world.progress.report({ type: 'log.line', source: this.#name, text, timestamp });
                    this.#tail.push(text);
                    if (this.#tail.length > TAIL)
                        this.#tail.shift();
                }
                const ended = page.token === undefined || page.token === this.#token;
                this.#token = page.token ?? this.#token;
                if (ended)
                    return found;
            }
        }
        catch (error) {
            // The work goes on and its exit code counts, whether or not its output can be read.
            if (!(error instanceof errors/* CutoverError */.DB))
                throw error;
            // Throttling or an outage passes: the next look reads on where this one began.
            this.#broken = !(error instanceof errors/* AwsCallError */.iQ && error.transient);
            if (!this.#warned || this.#broken) {
                this.#world.progress.report({
                    type: 'warning',
                    text: `The log of container ${this.#name} can't be read${this.#broken ? '' : ' now'}: ${error.message}`,
                    remedy: error.remedy,
                });
            }
            this.#warned = true;
            return found;
        }
    }
    /**
     * Reads to the end after the task has stopped. Late lines get a moment to arrive, and a container that failed without a
     * word a longer one.
     */
    async finish(intervalMs, failed) {
        await this.read();
        const { clock, signal } = this.#world;
        const grace = Math.min(GRACE_MS, intervalMs * 2);
        const until = clock.now() + 5 * grace;
        for (;;) {
            if (signal.aborted || this.#source === undefined || this.#broken)
                return;
            await clock.sleep(grace, signal);
            const found = await this.read();
            if (clock.now() >= until || (!found && !(failed && this.#tail.length === 0)))
                return;
        }
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/other-containers.js


const LINES = 20;
/**
 * The last lines of the task's other containers, when one of them may be to blame: the command's container never ran, or
 * was killed.
 */
async function otherLogs(plan, task, world) {
    const exitCode = task.containers.find(({ name }) => name === plan.container)?.exitCode;
    if (exitCode !== undefined && exitCode !== 137 && exitCode !== 143)
        return [];
    const found = [];
    for (const { name, log } of plan.others) {
        if (log.kind === 'elsewhere') {
            world.progress.report({ type: 'note', text: `No lines of container ${name}: ${log.why}.` });
            continue;
        }
        try {
            const stream = `${log.prefix}/${name}/${(0,lib_arn/* lastSegment */.m)(task.arn)}`;
            const lines = await world.aws.logs.tail(log.group, stream, LINES, log.region);
            if (lines.length === 0)
                continue;
            const text = lines.map((line) => line.text).join('\n');
            world.progress.report({
                type: 'document',
                title: `Last lines of container ${name}`,
                language: 'text',
                text,
            });
            found.push({ name, text });
        }
        catch (error) {
            if (!(error instanceof errors/* CutoverError */.DB))
                throw error;
            world.progress.report({
                type: 'warning',
                text: `The log of container ${name} can't be read: ${error.message}`,
                remedy: error.remedy,
            });
        }
    }
    return found;
}

// EXTERNAL MODULE: ./packages/domain/lib/ecs-service.js
var ecs_service = __webpack_require__(7137);
// EXTERNAL MODULE: ./packages/domain/lib/inputs.js
var lib_inputs = __webpack_require__(63077);
// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/containers.js
var containers = __webpack_require__(59502);
;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/plan.js







/** The commands that the inputs name. @throws ConfigurationError when several inputs name some */
function chosenCommands(given) {
    const { command, commands } = given;
    const words = given['override-container-command'];
    const names = [
        ...(command === undefined ? [] : ['command']),
        ...(commands.length === 0 ? [] : ['commands']),
        ...(words.length === 0 ? [] : ['override-container-command']),
    ];
    if (names.length > 1) {
        throw new errors/* ConfigurationError */.j1({
            message: `Inputs ${names.join(' and ')} were both given.`,
            remedy: 'Keep command for one command, or commands for several, one a line.',
        });
    }
    if (commands.length > 0)
        return commands;
    return [command ?? (words.length > 0 ? words : undefined)];
}
/** @throws ConfigurationError with everything that would keep the task from starting */
function planMigration(given, observed, region) {
    const { environment, service, revision } = observed;
    const { definition } = revision;
    const primary = service === undefined ? undefined : (0,ecs_service/* primaryTaskSet */.i)(service);
    const container = chosenContainer(given, observed);
    const network = chosenNetwork(given, observed);
    if (definition['networkMode'] === 'awsvpc' && network === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input subnets was not given, and ${(0,lib_revision/* formatRevision */.T)(revision.arn)} (networkMode awsvpc) can't run without.`,
            remedy: 'Add service: and cluster: or stack: to take them from there, or subnets: and security-groups:.',
        });
    }
    const strategy = given['capacity-provider-strategy'];
    const launchType = given['launch-type'];
    if (strategy !== undefined && launchType !== undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: 'Inputs launch-type and capacity-provider-strategy were both given; ECS takes one of them.',
            remedy: 'Remove launch-type.',
        });
    }
    const inherited = [
        primary?.capacityProviders,
        service?.capacityProviders,
        environment?.capacityProviders,
    ].find((one) => one !== undefined && one.length > 0);
    // A reclaimed task ends in the middle of a migration.
    const spotOfService = strategy === undefined && launchType === undefined && hasSpot(inherited);
    const capacityProviders = strategy ?? (launchType === undefined && !spotOfService ? (inherited ?? []) : []);
    const compatible = (definition['requiresCompatibilities'] ?? []).map(json/* textOf */.b6);
    const platformVersion = given['platform-version'] ?? primary?.platformVersion ?? service?.platformVersion;
    const plan = {
        cluster: given.cluster ?? environment?.cluster ?? 'default',
        taskDefinition: revision.arn,
        family: revision.family,
        container: (0,json/* textOf */.b6)(container['name']),
        essential: (0,containers/* isEssential */.NN)(container),
        commands: chosenCommands(given),
        environment: given['environment-variables'],
        network: definition['networkMode'] === 'awsvpc' ? network : undefined,
        launchType: capacityProviders.length > 0
            ? undefined
            : (launchType ??
                (spotOfService ? 'FARGATE' : undefined) ??
                primary?.launchType ??
                service?.launchType ??
                (compatible.includes('FARGATE') ? 'FARGATE' : undefined)),
        capacityProviders,
        platformVersion,
        log: logSource(container, definition, region),
        others: (0,containers/* containersOf */.Mz)(definition)
            .filter((one) => one !== container)
            .map((one) => ({
            name: (0,json/* textOf */.b6)(one['name']),
            essential: (0,containers/* isEssential */.NN)(one),
            log: logSource(one, definition, region),
        })),
        capacityNote: spotOfService
            ? {
                text: 'The service runs on FARGATE_SPOT; this task runs on FARGATE, as AWS may take Spot capacity back in the middle of a command. capacity-provider-strategy says otherwise.',
            }
            : hasSpot(strategy)
                ? {
                    text: 'Input capacity-provider-strategy names FARGATE_SPOT: AWS may stop the task in the middle of a command.',
                    remedy: 'Use FARGATE for commands that must not be interrupted.',
                }
                : undefined,
    };
    for (const command of plan.commands)
        checkOverrides(plan, command);
    return plan;
}
function hasSpot(strategy) {
    return (strategy ?? []).some(({ capacityProvider, weight, base }) => capacityProvider === 'FARGATE_SPOT' && weight + base > 0);
}
function chosenContainer(given, { environment, service, revision }) {
    const { definition } = revision;
    const known = (0,containers/* containerNames */.MR)(definition);
    const asked = given['container-name'];
    if (asked !== undefined) {
        const found = (0,containers/* containerNamed */.FC)(definition, asked);
        if (found !== undefined)
            return found;
        const nearest = (0,lib_inputs/* nearestName */.qb)(asked, known);
        throw new errors/* ConfigurationError */.j1({
            message: `Input container-name: there is no container ${JSON.stringify(asked)} in ${(0,lib_revision/* formatRevision */.T)(revision.arn)}.`,
            remedy: `The containers are: ${known.join(', ')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
        });
    }
    const balancers = service === undefined
        ? []
        : [...((0,ecs_service/* primaryTaskSet */.i)(service)?.loadBalancers ?? []), ...service.loadBalancers];
    const served = balancers.map(({ containerName }) => containerName).find((name) => known.includes(name));
    const ofStack = environment?.containerName;
    const essential = (0,containers/* containersOf */.Mz)(definition).filter(containers/* isEssential */.NN);
    const found = (served === undefined ? undefined : (0,containers/* containerNamed */.FC)(definition, served)) ??
        (ofStack === undefined ? undefined : (0,containers/* containerNamed */.FC)(definition, ofStack)) ??
        (essential.length === 1 ? essential[0] : undefined);
    if (found !== undefined)
        return found;
    throw new errors/* ConfigurationError */.j1({
        message: `Input container-name was not given, and ${(0,lib_revision/* formatRevision */.T)(revision.arn)} has several essential containers.`,
        remedy: `Add container-name: one of ${known.join(', ')}.`,
    });
}
function chosenNetwork(given, { environment, service }) {
    const inherited = (service === undefined ? undefined : ((0,ecs_service/* primaryTaskSet */.i)(service)?.network ?? service.network)) ??
        environment?.network;
    const { subnets } = given;
    const groups = given['security-groups'];
    const own = subnets.length > 0;
    if (!own && inherited === undefined)
        return undefined;
    return {
        subnets: own ? subnets : (inherited?.subnets ?? []),
        securityGroups: groups.length > 0 ? groups : (inherited?.securityGroups ?? []),
        assignPublicIp: given['assign-public-ip'] ?? inherited?.assignPublicIp ?? 'DISABLED',
    };
}
function logSource(container, definition, region) {
    const logging = container['logConfiguration'];
    const name = (0,json/* textOf */.b6)(container['name']);
    if (!(0,json/* isJsonObject */.OW)(logging)) {
        return {
            kind: 'elsewhere',
            why: `container ${name} has no logConfiguration: its output is not kept anywhere. Give it the log driver awslogs to see it here`,
        };
    }
    const driver = (0,json/* textOf */.b6)(logging['logDriver']);
    const options = (0,json/* isJsonObject */.OW)(logging['options']) ? logging['options'] : {};
    if (driver === 'awsfirelens') {
        return { kind: 'elsewhere', why: routed(name, options, definition) };
    }
    if (driver !== 'awslogs') {
        return {
            kind: 'elsewhere',
            why: `container ${name} logs through ${driver}: its output can't be read here`,
        };
    }
    const prefix = (0,json/* textOf */.b6)(options['awslogs-stream-prefix']);
    const group = (0,json/* textOf */.b6)(options['awslogs-group']);
    if (prefix === '' || group === '') {
        return {
            kind: 'elsewhere',
            why: `container ${name} has no awslogs-${group === '' ? 'group' : 'stream-prefix'}, so the name of its log stream is not known`,
        };
    }
    return { kind: 'stream', group, prefix, region: (0,json/* textOf */.b6)(options['awslogs-region']) || region };
}
/** Options that say where FireLens sends lines; the rest may hold keys. */
const DESTINATION = /^(Name|region|log_group_name|delivery_stream|stream|bucket|host|index)$/i;
function routed(name, options, definition) {
    const router = (0,containers/* containersOf */.Mz)(definition).find((one) => (0,json/* isJsonObject */.OW)(one['firelensConfiguration']));
    const facts = Object.entries(options).filter(([key]) => DESTINATION.test(key));
    const destination = facts.map(([key, value]) => `${key} ${(0,json/* textOf */.b6)(value)}`).join(', ');
    return `container ${name} logs through awsfirelens: container ${router === undefined ? 'log router' : (0,json/* textOf */.b6)(router['name'])} sends its output ${destination === '' ? 'where its own configuration says' : `to: ${destination}`}. Look there`;
}

;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/watch-task.js



/** ECS is eventually consistent: so long may a new task be unknown to it. */
const UNKNOWN_MS = 120_000;
/** Above the longest stopTimeout that Fargate grants. */
const STOPPING_MS = 150_000;
/** Follows a task and its log to the end; at a deadline the task is stopped. */
async function watchTask(started, plan, given, log, world, deadlines) {
    const { aws, clock, progress, signal } = world;
    const intervalMs = given['poll-interval-seconds'] * 1000;
    let task = started;
    let status = '';
    let seenAt = clock.now();
    const look = async () => {
        const [found] = await aws.tasks.describe(plan.cluster, [started.arn]);
        if (found === undefined) {
            if (clock.now() - seenAt > UNKNOWN_MS)
                return 'lost';
            // A stale answer about a task that was seen already says nothing about its start.
            return status === '' ? 'starting' : 'running';
        }
        task = found;
        seenAt = clock.now();
        if (task.lastStatus !== status) {
            status = task.lastStatus;
            progress.report({ type: 'task.changed', arn: task.arn, status });
        }
        await log.read();
        if (status === 'STOPPED')
            return 'stopped';
        const container = task.containers.find(({ name }) => name === plan.container);
        if (!plan.essential && container?.lastStatus === 'STOPPED' && container.exitCode !== undefined)
            return 'commandEnded';
        return task.startedAt === undefined && ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(status)
            ? 'starting'
            : 'running';
    };
    const result = await (0,wait/* wait */.u)(async () => {
        switch (await look()) {
            case 'stopped':
            case 'commandEnded':
                return { state: 'done', value: { kind: 'ended', task } };
            case 'lost':
                return { state: 'done', value: { kind: 'lost', task } };
            case 'starting':
                return clock.now() >= deadlines.start
                    ? { state: 'done', value: { kind: 'timedOut', task, what: 'start' } }
                    : { state: 'pending', reason: status };
            case 'running':
                return { state: 'pending', reason: status };
        }
    }, {
        clock,
        signal,
        deadline: deadlines.end,
        intervalMs,
        onPending: sayOften(world, `the task to end (${plan.container})`, given['timeout-minutes'] * 60),
    });
    const end = result.kind === 'done' ? result.value : { kind: 'timedOut', task, what: 'end' };
    if (end.kind === 'ended' && end.task.lastStatus === 'STOPPED') {
        await log.finish(intervalMs, exitVerdict(end.task, plan.container).kind !== 'succeeded');
        return end;
    }
    if (end.kind === 'lost')
        return end;
    const reason = end.kind === 'ended'
        ? `Container ${plan.container} has ended`
        : `Cutover: not ${end.what === 'start' ? 'started' : 'ended'} in time`;
    await aws.tasks.stop(plan.cluster, started.arn, reason);
    await (0,wait/* wait */.u)(async () => (await look()) === 'stopped'
        ? { state: 'done', value: undefined }
        : { state: 'pending', reason: status }, {
        clock,
        signal,
        deadline: clock.now() + STOPPING_MS,
        intervalMs,
    });
    await log.finish(intervalMs, end.kind === 'timedOut');
    // What the container had said before its task was stopped counts, not what stopping made of it.
    return end.kind === 'ended' ? end : { ...end, task };
}

;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/run.js

















async function run(given, world) {
    const { aws } = world;
    chosenCommands(given);
    for (const [name, value] of given['environment-variables']) {
        if (value.length >= 8 && (0,secretive/* looksSecret */.n)(name, value))
            world.mask(value);
    }
    const named = given.stack !== undefined || given.service !== undefined;
    const environment = named ? await (0,find_environment/* findEnvironment */.j)(aws, given) : undefined;
    const service = environment === undefined
        ? undefined
        : await aws.services.describe(environment.cluster, environment.service);
    if (environment !== undefined && service === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input ${given.service === undefined ? 'stack' : 'service'}: there is no service ${environment.service} in cluster ${environment.cluster}.`,
            remedy: 'Correct service, cluster or aws-region.',
        });
    }
    const revision = await aws.taskDefinitions.describe(given['task-definition-arn']);
    if (revision === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input task-definition-arn: ECS has no task definition ${given['task-definition-arn']}.`,
            remedy: 'Give the output task-definition-arn of register-taskdef, and check aws-region.',
        });
    }
    const plan = planMigration(given, { environment, service, revision }, aws.region);
    const protection = await planProtection(given, { environment, service }, world);
    if (given['dry-run'])
        return dryRun(plan, protection);
    if (plan.capacityNote !== undefined) {
        const { text, remedy } = plan.capacityNote;
        world.progress.report(remedy === undefined ? { type: 'note', text } : { type: 'warning', text, remedy });
    }
    const minutes = given['timeout-minutes'];
    const before = protection.database === undefined ? 0 : given['snapshot-timeout-minutes'];
    await (0,credentials/* checkCredentials */.v)(world, 'the migration', {
        totalMs: (minutes + before) * 60_000,
        reason: `timeout-minutes ${minutes}${before === 0 ? '' : ` and snapshot-timeout-minutes ${before}`}`,
    });
    return await runProtected(protection, given, world, () => runCommands(plan, given, world));
}
async function runCommands(plan, given, world) {
    const { clock, progress, signal } = world;
    const began = clock.now();
    const deadline = began + given['timeout-minutes'] * 60_000;
    const seed = String(began);
    const done = [];
    for (const [index, words] of plan.commands.entries()) {
        const command = words === undefined ? undefined : (0,shell_words/* joinShellWords */.MS)(words);
        progress.report({
            type: 'group.started',
            title: `${plan.container}: ${command ?? 'the image’s own command'}`,
        });
        const startDeadline = Math.min(deadline, clock.now() + given['start-timeout-minutes'] * 60_000);
        const tries = { count: 0 };
        let current;
        try {
            for (;;) {
                const start = await startTask(plan, index, given, world, { seed, tries, startDeadline, deadline });
                if (start.kind === 'refused')
                    return refused(start, plan, command, done);
                if (start.kind === 'occupied')
                    return occupied(start, plan, done, world.aws.region);
                world.remember('task-arn', start.task.arn);
                if (start.adopted)
                    progress.report({ type: 'note', text: 'This attempt’s task is already running; following it.' });
                progress.report({ type: 'task.started', arn: start.task.arn });
                const log = new ContainerLog(plan.log, plan.container, start.task.arn, world);
                const commandBegan = clock.now();
                const runOf = (task) => ({
                    command,
                    task,
                    log,
                    others: [],
                    seconds: Math.round((clock.now() - commandBegan) / 100) / 10,
                    link: (0,console/* consoleLink */.i)(world.aws.region, {
                        kind: 'task',
                        cluster: plan.cluster,
                        taskId: (0,lib_arn/* lastSegment */.m)(task.arn),
                    }),
                });
                current = runOf(start.task);
                const end = await watchTask(start.task, plan, given, log, world, {
                    // The clock of the start runs from when ECS took the task.
                    start: Math.min(deadline, clock.now() + given['start-timeout-minutes'] * 60_000),
                    end: deadline,
                });
                current = runOf(end.task);
                if (end.kind === 'timedOut')
                    return timedOut(end.what, current, plan, done, given);
                const verdict = end.kind === 'lost'
                    ? {
                        kind: 'interrupted',
                        exitCode: undefined,
                        sentence: 'ECS no longer knows the task, so its exit code is not known.',
                    }
                    : exitVerdict(end.task, plan.container);
                if (verdict.kind === 'notStarted' && clock.now() < startDeadline && lacksCapacity(end.task)) {
                    tries.count += 1;
                    progress.report({
                        type: 'note',
                        text: `The task never ran, starting another: ${verdict.sentence}`,
                    });
                    continue;
                }
                progress.report({
                    type: 'task.stopped',
                    arn: end.task.arn,
                    ...('exitCode' in verdict && verdict.exitCode !== undefined ? { exitCode: verdict.exitCode } : {}),
                    ...(end.task.stoppedReason === undefined ? {} : { reason: end.task.stoppedReason }),
                });
                if (verdict.kind !== 'succeeded') {
                    const others = await otherLogs(plan, end.task, world);
                    return ended(verdict, { ...current, others }, plan, done);
                }
                warnOfDoubt(plan, end.task, world);
                done.push(current);
                break;
            }
        }
        catch (error) {
            if (!signal.aborted)
                throw error;
            return await cancelled(current, plan, done, world);
        }
        finally {
            progress.report({ type: 'group.ended' });
        }
    }
    const last = done.at(-1);
    return ended(exitVerdict(last.task, plan.container), last, plan, done.slice(0, -1));
}
/** ECS does not say which container ended first. */
function warnOfDoubt(plan, task, world) {
    const failed = task.containers.find(({ name, exitCode }) => exitCode !== undefined &&
        ![0, 137, 143].includes(exitCode) &&
        plan.others.some((one) => one.name === name && one.essential));
    if (failed === undefined)
        return;
    world.progress.report({
        type: 'warning',
        text: `The command’s exit code is 0, and container ${failed.name} ended with exit code ${failed.exitCode}.`,
        remedy: `A command that ends with 0 when it is told to stop may not have been done. Read its log, or make container ${failed.name} not essential.`,
    });
}
function lacksCapacity(task) {
    return task.stopCode === 'TaskFailedToStart' && (0,capacity_reason/* isCapacityReason */.x)(task.stoppedReason ?? '');
}
/** What `post:` does: a task that still runs belongs to a process that was killed, and so does a maintenance page. */
async function post(remembered, world) {
    try {
        await stopTasks(remembered, world);
    }
    finally {
        await takePageAway(remembered, world);
    }
}
async function stopTasks(remembered, world) {
    const { cluster } = remembered;
    if (cluster === undefined)
        return;
    const startedBy = remembered['started-by'];
    const arns = new Set([
        ...(remembered['task-arn'] === undefined ? [] : [remembered['task-arn']]),
        ...(startedBy === undefined || !startedBy.startsWith('cutover/')
            ? []
            : await world.aws.tasks.list(cluster, { startedBy })),
    ]);
    for (const task of await world.aws.tasks.describe(cluster, [...arns])) {
        if (task.lastStatus === 'STOPPED' || task.desiredStatus === 'STOPPED')
            continue;
        await world.aws.tasks.stop(cluster, task.arn, 'Cutover: the job ended before the task');
        world.progress.report({
            type: 'warning',
            text: `Stopped task ${(0,lib_arn/* lastSegment */.m)(task.arn)} (${(0,lib_revision/* formatRevision */.T)(task.taskDefinition)}), which the job had left running.`,
            remedy: 'Check how far its command got before running the job again.',
        });
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/run-migration-task/step.js



/** Runs one-off commands in the VPC and returns their exit code. */
const runMigrationTask = {
    name: 'run-migration-task',
    inputs: inputs/* inputs */.Q,
    outputs: [
        'task-arn',
        'task-id',
        'exit-code',
        'stopped-reason',
        'log-url',
        'duration-seconds',
        'snapshot-id',
        'log-tail',
    ],
    run: run,
    post: post,
    after: takePageAway,
};


/***/ })

};
