export const id = 4272;
export const ids = [4272,5449];
export const modules = {

/***/ 84272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* reexport */ deployStack)
});

// EXTERNAL MODULE: ./packages/domain/lib/credential-inputs.js
var credential_inputs = __webpack_require__(36875);
// EXTERNAL MODULE: ./packages/domain/lib/inputs.js
var inputs = __webpack_require__(63077);
;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/inputs.js


/** What `with:` of deploy-stack takes. */
const inputs_inputs = {
    name: (0,inputs/* matching */.wC)({
        required: true,
        aliases: ['stack'],
        pattern: /^[A-Za-z][A-Za-z0-9-]{0,127}$/,
        expected: 'a stack name (letters, digits and -, a letter first)',
        example: 'shop-production',
    }),
    template: (0,inputs/* text */.Qq)(),
    'parameter-overrides': (0,inputs/* text */.Qq)(),
    capabilities: (0,inputs/* choices */.zM)(['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'], {
        default: 'CAPABILITY_IAM',
    }),
    'role-arn': (0,inputs/* matching */.wC)({
        pattern: /^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/,
        expected: 'the ARN of a role',
        example: 'arn:aws:iam::123456789012:role/NAME',
    }),
    tags: (0,inputs/* pairs */.AS)(),
    'no-execute-changeset': (0,inputs/* flag */.Jt)({ default: 'false' }),
    'fail-on-empty-changeset': (0,inputs/* flag */.Jt)({ default: 'false' }),
    'wait-for-minutes': (0,inputs/* number */.ai)({ default: '60', min: 0.05, max: 1440 }),
    'poll-interval-seconds': (0,inputs/* number */.ai)({ default: '5', min: 0.05, max: 300 }),
    'dry-run': (0,inputs/* flag */.Jt)({ default: 'false' }),
    ...credential_inputs/* credentialInputs */.H,
    region: (0,inputs/* text */.Qq)({ aliases: ['aws-region'] }),
};

// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
;// CONCATENATED MODULE: ./packages/domain/lib/stack.js
/** No operation is going on. `REVIEW_IN_PROGRESS` is a stack that was never created, so nothing goes on there either. */
function isSettled(status) {
    return !status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS';
}
/**
 * The event that explains a failed operation: the first failure that is not the mere consequence of another.
 * @param events oldest first
 */
function firstFailure(events) {
    const failures = events.filter(({ status, isStack }) => status.endsWith('_FAILED') && !isStack);
    return (failures.find(({ reason = '' }) => reason !== '' && !/creation cancelled|update cancelled/i.test(reason)) ??
        failures[0] ??
        events.find(({ status, reason }) => /_FAILED$|ROLLBACK_IN_PROGRESS$/.test(status) && reason !== undefined));
}
/** DescribeChangeSet's two ways of saying that a FAILED change set is none: there is nothing to change. */
function saysNoChanges(reason) {
    return /didn't contain changes|No updates are to be performed/i.test(reason);
}

// EXTERNAL MODULE: ./packages/domain/lib/wait.js
var wait = __webpack_require__(13329);
;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/change-set.js



/** Creates a change set and waits until CloudFormation has worked it out. */
async function createChangeSet(request, pace, world) {
    const { aws, clock, run, signal } = world;
    const { name: stack, exists, roleArn, template, ...rest } = request;
    // The name is also the token of its execution, so it differs from process to process.
    const unique = Math.floor(clock.random() * 36 ** 6).toString(36);
    const name = `cutover-${run.runId || 'local'}-${run.runAttempt || '1'}-${clock.now().toString(36)}${unique}`;
    const type = exists ? 'UPDATE' : 'CREATE';
    await explained({
        stack,
        name,
        type,
        parameters: rest.parameters,
        capabilities: rest.capabilities,
        tags: rest.tags,
        ...(template === undefined ? {} : { template }),
        ...(roleArn === undefined ? {} : { roleArn }),
    }, world);
    const named = { stack, name, type };
    const result = await (0,wait/* wait */.u)(async () => {
        const found = await aws.stacks.changeSet(stack, name);
        switch (found?.status ?? '') {
            case 'CREATE_COMPLETE':
                return { state: 'done', value: { ...named, kind: 'ready', changes: found?.changes ?? [] } };
            case 'FAILED':
                return {
                    state: 'done',
                    value: saysNoChanges(found?.reason ?? '')
                        ? { ...named, kind: 'empty' }
                        : { ...named, kind: 'failed', reason: found?.reason ?? '' },
                };
            default:
                return { state: 'pending', reason: found?.status ?? 'unknown' };
        }
    }, { clock, signal, deadline: pace.deadline, intervalMs: Math.min(pace.intervalMs, 2000) });
    return result.kind === 'done' ? result.value : { ...named, kind: 'timedOut' };
}
/** Creates it; what CloudFormation says against template or parameters is the user's to mend. */
async function explained(request, world) {
    try {
        await world.aws.stacks.createChangeSet(request);
    }
    catch (error) {
        if (!(error instanceof errors/* AwsCallError */.iQ))
            throw error;
        const { code, message, findings } = error;
        if (code === 'InsufficientCapabilitiesException') {
            const wanted = /CAPABILITY_\w+/.exec(message)?.[0] ?? 'CAPABILITY_NAMED_IAM';
            throw new errors/* ConfigurationError */.j1({
                message: `Input capabilities is ${request.capabilities.join(', ')}, and the template needs ${wanted}.`,
                remedy: `Add ${wanted} to capabilities, once you have seen which roles the template makes.`,
            }, { cause: error, findings });
        }
        if (code !== 'ValidationError')
            throw error;
        throw new errors/* ConfigurationError */.j1({ message, remedy: 'Nothing was changed. Correct the template or parameter-overrides.' }, { cause: error, findings });
    }
}
/** Removes a change set that is not executed, and the empty stack that a first one leaves behind. */
async function discard(changeSet, world) {
    const { stack, name, type } = changeSet;
    await world.aws.stacks.deleteChangeSet(stack, name);
    if (type === 'UPDATE')
        return;
    const left = await world.aws.stacks.describe(stack);
    if (left?.status === 'REVIEW_IN_PROGRESS')
        await world.aws.stacks.deleteStack(left.id);
}

;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/changes.js
const REPLACEMENT = {
    True: 'replaced',
    False: 'in place',
    Conditional: 'maybe replaced',
};
const HEADER = ['Action', 'Resource', 'Type', 'Replacement', 'Because of'];
/** What a change set would do, the most dangerous first. */
function changesTable(changes) {
    return { kind: 'table', title: 'Changes', header: HEADER, rows: changes.toSorted(byDanger).map(row) };
}
function changesMarkdown(changes) {
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', String.raw `\|`)).join(' | ')} |`;
    return [
        line(HEADER),
        line(HEADER.map(() => '---')),
        ...changes.toSorted(byDanger).map((one) => line(row(one))),
    ].join('\n');
}
/** The same in columns, for the log. */
function changesText(changes) {
    const rows = changes.toSorted(byDanger).map(row);
    const widths = HEADER.map((_, column) => Math.max(0, ...rows.map((cells) => (cells[column] ?? '').length)));
    return rows
        .map((cells) => cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd())
        .join('\n');
}
/** `one change`, `28 changes` */
function countOf(changes) {
    return changes.length === 1 ? 'one change' : `${changes.length} changes`;
}
function row({ action, resource, resourceType, replacement, causes }) {
    return [
        action,
        resource,
        resourceType,
        action === 'Modify' ? (REPLACEMENT[replacement] ?? replacement) : '',
        causes.join(', '),
    ];
}
function byDanger(a, b) {
    return danger(b) - danger(a);
}
function danger({ action, replacement }) {
    if (action === 'Remove')
        return 4;
    if (action !== 'Modify')
        return 0;
    return replacement === 'True' ? 3 : replacement === 'Conditional' ? 2 : 1;
}
/**
 * The changes that CloudFormation can't carry out: its handler sends a service's task definition with every update, and
 * ECS refuses that for services that CodeDeploy deploys to.
 */
function frozenServiceChanges(changes, codeDeployServices) {
    return changes.filter(({ action, resource, resourceType }) => action === 'Modify' && resourceType === 'AWS::ECS::Service' && codeDeployServices.has(resource));
}

;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/operation.js


/**
 * Follows a stack until nothing goes on there, and reports its events on the way.
 * @param known ids of the events that were there before
 * @param token the operation's own; its end is the stack's event that carries it. Without one any end will do.
 */
async function followStack(id, known, token, pace, world) {
    const { aws, clock, progress, signal } = world;
    const seen = new Set(known);
    const events = [];
    let next = 30_000;
    return await (0,wait/* wait */.u)(async () => {
        // The status is read first: what happened before it became final is then among the events.
        const stack = await aws.stacks.describe(id);
        for (const event of await aws.stacks.events(id, seen)) {
            seen.add(event.id);
            // Some implementations leave the token out; only another's token is surely not ours.
            if (token !== undefined && event.token !== undefined && event.token !== token)
                continue;
            events.push(event);
            const { resource, resourceType, status, reason } = event;
            progress.report({
                type: 'stack.event',
                resource,
                resourceType,
                status,
                ...(reason === undefined ? {} : { reason }),
            });
        }
        const ended = token === undefined || events.some(({ isStack, status }) => isStack && isOver(status));
        if (stack === undefined ||
            (isSettled(stack.status) && ended && (token === undefined || isOver(stack.status))))
            return { state: 'done', value: { stack, events } };
        return { state: 'pending', reason: stack.status };
    }, {
        clock,
        signal,
        deadline: pace.deadline,
        intervalMs: pace.intervalMs,
        onPending: (_, waitedMs) => {
            if (waitedMs < next)
                return;
            next = waitedMs + 30_000;
            progress.report({
                type: 'still.waiting',
                what: 'CloudFormation',
                seconds: Math.round(waitedMs / 1000),
                budgetSeconds: Math.round((waitedMs + pace.deadline - clock.now()) / 1000),
            });
        },
    });
}
/** What was executed has ended; REVIEW_IN_PROGRESS is the time before. */
function isOver(status) {
    return isSettled(status) && status !== 'REVIEW_IN_PROGRESS';
}

// EXTERNAL MODULE: ./packages/domain/lib/console.js
var console = __webpack_require__(82171);
// EXTERNAL MODULE: ./packages/domain/lib/diagnosis/diagnose.js + 11 modules
var diagnose = __webpack_require__(42215);
;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/outcomes.js




function outputsOf(stack, changes) {
    return {
        ...stack?.outputs,
        'stack-id': stack?.id,
        status: stack?.status,
        'has-changes': changes === undefined ? undefined : changes.length > 0,
        'changes-markdown': changes === undefined || changes.length === 0 ? undefined : changesMarkdown(changes),
        outputs: stack === undefined ? undefined : JSON.stringify(stack.outputs),
    };
}
function summaryOf(changes) {
    return changes === undefined || changes.length === 0 ? {} : { summary: [changesTable(changes)] };
}
function linkOf(region, stack) {
    return stack === undefined ? {} : { link: (0,console/* consoleLink */.i)(region, { kind: 'stack', id: stack.id }) };
}
function succeeded(headline, stack, changes) {
    return { kind: 'succeeded', headline, outputs: outputsOf(stack, changes), ...summaryOf(changes) };
}
function unchanged(headline, stack, changes) {
    return { kind: 'unchanged', headline, outputs: outputsOf(stack, changes), ...summaryOf(changes) };
}
function failed(headline, remedy, region, stack, changes) {
    return {
        kind: 'failed',
        headline,
        remedy,
        findings: (0,diagnose.diagnose)([{ source: 'cloudformation:CreateChangeSet error.message', text: headline }]),
        outputs: outputsOf(stack, changes),
        ...summaryOf(changes),
        ...linkOf(region, stack),
    };
}
/** An operation that did not end in CREATE_COMPLETE or UPDATE_COMPLETE. */
function operationFailed(operation, name, region, changes) {
    const { stack, events } = operation;
    const status = stack?.status ?? 'DELETE_COMPLETE';
    const failure = firstFailure(events);
    const wentBack = status === 'UPDATE_ROLLBACK_COMPLETE';
    const said = failure === undefined
        ? (stack?.statusReason ?? '')
        : `${failure.resource} (${failure.resourceType}): ${failure.reason ?? failure.status}`;
    return {
        kind: wentBack || status === 'ROLLBACK_COMPLETE' ? 'rolledBack' : 'failed',
        headline: `Stack ${name} ended in ${status}.${said === '' ? '' : ` First failure: ${said}`}`,
        findings: (0,diagnose.diagnose)(events
            .filter(({ status: one, reason }) => one.endsWith('_FAILED') && reason !== undefined)
            .map(({ resource, reason = '' }) => ({
            source: 'cloudformation:DescribeStackEvents ResourceStatusReason',
            text: reason,
            subject: resource,
        }))),
        remedy: wentBack
            ? 'The stack is as it was before. Mend the first failure and run the job again.'
            : status === 'ROLLBACK_COMPLETE'
                ? 'The new stack was taken back. Mend the first failure and run the job again: the remains are deleted first.'
                : `Mend the first failure. ${blockedRemedy(status)}`,
        outputs: outputsOf(stack, changes),
        ...summaryOf(changes),
        ...linkOf(region, stack),
    };
}
/** How a stack gets out of a state in which it can't be updated. */
function blockedRemedy(status) {
    switch (status) {
        case 'UPDATE_ROLLBACK_FAILED':
            return 'Run aws cloudformation continue-update-rollback for the stack (with --resources-to-skip for what can’t be restored), then run the job again.';
        case 'ROLLBACK_FAILED':
        case 'DELETE_FAILED':
            return 'Delete the stack in the console (resources that can’t be deleted may be kept), then run the job again.';
        default:
            return 'Run the job again.';
    }
}
function timedOut(name, reason, minutes, region, stack, changes) {
    return {
        kind: 'timedOut',
        headline: `Stack ${name} is still ${reason} after ${minutes} minutes.`,
        findings: [],
        remedy: 'CloudFormation goes on by itself. Watch the stack in the console, or raise wait-for-minutes.',
        outputs: outputsOf(stack, changes),
        ...summaryOf(changes),
        ...linkOf(region, stack),
    };
}
function cancelled(name, running, region, stack) {
    return {
        kind: 'cancelled',
        headline: running
            ? `Cancelled while stack ${name} was being changed.`
            : 'Cancelled before anything was changed.',
        findings: [],
        remedy: running
            ? 'CloudFormation goes on by itself, or rolls back by itself. Running the job again waits for it first.'
            : 'Run the job again.',
        outputs: outputsOf(stack, undefined),
        ...linkOf(region, stack),
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/carry-out.js




/** Shows a change set, and executes it unless there is a reason not to. */
async function carryOut(changeSet, template, stack, given, pace, world, state) {
    const { aws, progress } = world;
    const { name } = given;
    state.changeSet = changeSet;
    const { region } = aws;
    switch (changeSet.kind) {
        case 'timedOut':
            await discard(changeSet, world);
            return timedOut(name, 'preparing its change set', given['wait-for-minutes'], region, stack);
        case 'failed':
            await discard(changeSet, world);
            return failed(`CloudFormation refused the change set for stack ${name}: ${changeSet.reason}`, 'Nothing was changed. Mend the template or its parameters and run the job again.', region, stack);
        case 'empty':
            await discard(changeSet, world);
            return given['fail-on-empty-changeset']
                ? failed(`Stack ${name} already is as the template says, and fail-on-empty-changeset is true.`, 'Nothing was changed. Set fail-on-empty-changeset to false to accept this.', region, stack, [])
                : unchanged(`Stack ${name} already is as the template says.`, stack, []);
        case 'ready':
            break;
    }
    const { changes } = changeSet;
    progress.report({
        type: 'document',
        title: `Change set for stack ${name}: ${countOf(changes)}`,
        language: 'text',
        text: changesText(changes),
    });
    const frozen = frozenServiceChanges(changes, template.codeDeployServices);
    if (frozen.length > 0) {
        await discard(changeSet, world);
        return failed(`The change set would modify ${frozen.map(({ resource, causes }) => `${resource}${causes.length === 0 ? '' : ` (${causes.join(', ')})`}`).join(', ')}, an ECS service that CodeDeploy deploys to; CloudFormation can't do that.`, 'Nothing was changed. Take the change back: subnets, security groups, capacity and platform version are changed by a deployment, the desired count by ECS itself.', region, stack, changes);
    }
    if (given['dry-run']) {
        await discard(changeSet, world);
        return unchanged(`Dry run: ${countOf(changes)} to stack ${name} would be made.`, stack, changes);
    }
    if (given['no-execute-changeset']) {
        return unchanged(`Change set ${changeSet.name} with ${countOf(changes)} waits in stack ${name}.`, stack ?? (await aws.stacks.describe(name)), changes);
    }
    const target = await aws.stacks.describe(name);
    const id = target?.id ?? name;
    state.stack = target;
    const known = new Set((await aws.stacks.events(id, new Set())).map((event) => event.id));
    world.signal.throwIfAborted();
    state.executing = true;
    await aws.stacks.executeChangeSet(name, changeSet.name, changeSet.name);
    const result = await followStack(id, known, changeSet.name, pace, world);
    state.executing = false;
    if (result.kind === 'timedOut')
        return timedOut(name, result.reason, given['wait-for-minutes'], region, target, changes);
    const { value } = result;
    const wanted = changeSet.type === 'CREATE' ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE';
    if (value.stack === undefined || value.stack.status !== wanted)
        return operationFailed(value, name, region, changes);
    return succeeded(`Stack ${name} is ${value.stack.status}: ${countOf(changes)}.`, value.stack, changes);
}

// EXTERNAL MODULE: ./packages/domain/lib/listener.js
var lib_listener = __webpack_require__(51524);
;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/live-color.js

/**
 * The colour that production's listener serves now, when the stack has such a listener and two target groups; `both`
 * while a deployment shifts traffic. CloudFormation would otherwise write the colour of its last update back.
 */
async function liveColor(stack, world) {
    const { ProductionListenerArn: listenerArn, BlueTargetGroupArn: blue, GreenTargetGroupArn: green, } = stack.outputs;
    if (!listenerArn || !blue || !green)
        return undefined;
    const listener = await world.aws.loadBalancing.listener(listenerArn);
    if (listener === undefined)
        return undefined;
    const groups = (0,lib_listener/* served */.EZ)(listener);
    if (groups.has(blue) && groups.has(green))
        return 'both';
    if (groups.has(blue))
        return 'blue';
    return groups.has(green) ? 'green' : undefined;
}

;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/parameters.js


/**
 * `KEY=value` a line, or several on a line separated by commas: a comma ends a value only where the name of a parameter
 * follows, so that lists of subnets stay whole. A value in double quotes loses them.
 * @throws ConfigurationError for a name that the template does not have, or one that stands there twice
 */
function parseParameterOverrides(text, known) {
    const names = known.map(({ name }) => name);
    const values = new Map();
    const problems = [];
    for (const piece of pieces(text, names)) {
        const at = piece.indexOf('=');
        const name = piece.slice(0, Math.max(at, 0)).trim();
        if (name === '') {
            problems.push({
                message: `Input parameter-overrides: ${JSON.stringify(piece)} is not KEY=value.`,
                remedy: 'Write one KEY=value a line.',
            });
        }
        else if (!names.includes(name)) {
            const nearest = (0,inputs/* nearestName */.qb)(name, names);
            problems.push({
                message: `Input parameter-overrides: the template has no parameter ${name}.`,
                remedy: nearest === undefined
                    ? `The parameters are: ${names.join(', ') || 'none'}.`
                    : `Did you mean ${nearest}?`,
            });
        }
        else if (values.has(name)) {
            problems.push({
                message: `Input parameter-overrides: ${name} stands there twice.`,
                remedy: 'Keep one of them.',
            });
        }
        const value = piece.slice(at + 1);
        values.set(name, /^".*"$/s.test(value.trim()) ? value.trim().slice(1, -1) : value);
    }
    if (problems.length > 0)
        throw new errors/* ConfigurationError */.j1(problems);
    return values;
}
function pieces(text, names) {
    return text
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .flatMap((line) => {
        const found = [];
        let start = 0;
        for (const { index, 1: name = '' } of line.matchAll(/,\s*([A-Za-z0-9]+)=/g)) {
            // A slip in a name must not become part of the value before it.
            if (!names.includes(name) && (0,inputs/* nearestName */.qb)(name, names) === undefined)
                continue;
            found.push(line.slice(start, index));
            start = index + 1;
        }
        return [...found, line.slice(start)];
    });
}
/**
 * What CreateChangeSet is given: the overrides, and for every other parameter that the stack has its present value.
 * @returns `missing` names parameters that have neither
 */
function parametersOf(known, overrides, present) {
    const parameters = new Map();
    const missing = [];
    for (const { name, hasDefault } of known) {
        if (overrides.has(name))
            parameters.set(name, overrides.get(name));
        else if (Object.hasOwn(present, name))
            parameters.set(name, undefined);
        else if (!hasDefault)
            missing.push(name);
    }
    return { parameters, missing };
}

// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
// EXTERNAL MODULE: ./packages/domain/lib/source-text.js
var source_text = __webpack_require__(95449);
;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/template.js



/** CloudFormation takes a template in the request up to this size. */
const SIZE_LIMIT = 51_200;
/** @throws ConfigurationError with line and column of syntax errors, or when the template is too large */
function readTemplate(text, file) {
    const { value } = (0,source_text.readSourceText)(text, file);
    if (!(0,json/* isJsonObject */.OW)(value) || !(0,json/* isJsonObject */.OW)(value['Resources'])) {
        throw new errors/* ConfigurationError */.j1({
            message: `${file} is no CloudFormation template: it has no Resources.`,
            remedy: 'Give the path of a template, or leave template out for the bundled one.',
        });
    }
    const size = new TextEncoder().encode(text).length;
    if (size > SIZE_LIMIT) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input template: ${file} has ${size} bytes; CloudFormation takes ${SIZE_LIMIT} at most in a request.`,
            remedy: 'Remove comments, or split the template into two stacks.',
        });
    }
    const parameters = (0,json/* isJsonObject */.OW)(value['Parameters']) ? value['Parameters'] : {};
    return {
        text,
        parameters: Object.entries(parameters).map(([name, parameter]) => ({
            name,
            hasDefault: (0,json/* isJsonObject */.OW)(parameter) && parameter['Default'] !== undefined,
            noEcho: (0,json/* isJsonObject */.OW)(parameter) && (0,json/* textOf */.b6)(parameter['NoEcho']) === 'true',
        })),
        codeDeployServices: new Set(Object.entries(value['Resources'])
            .filter(([, resource]) => (0,json/* isJsonObject */.OW)(resource) && mayBeCodeDeployService(resource))
            .map(([id]) => id)),
    };
}
function mayBeCodeDeployService(resource) {
    if (resource['Type'] !== 'AWS::ECS::Service')
        return false;
    const properties = (0,json/* isJsonObject */.OW)(resource['Properties']) ? resource['Properties'] : {};
    const controller = properties['DeploymentController'];
    if (controller === undefined)
        return false;
    const type = (0,json/* isJsonObject */.OW)(controller) ? controller['Type'] : undefined;
    return type !== 'ECS' && type !== 'EXTERNAL';
}

;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/run.js









async function run(given, world) {
    const { clock, signal } = world;
    const template = await chosenTemplate(given, world);
    const overrides = parseParameterOverrides(given['parameter-overrides'] ?? '', template.parameters);
    for (const { name, noEcho } of template.parameters) {
        const value = overrides.get(name);
        if (noEcho && value !== undefined && value !== '')
            world.mask(value);
    }
    const pace = {
        deadline: clock.now() + given['wait-for-minutes'] * 60_000,
        intervalMs: given['poll-interval-seconds'] * 1000,
    };
    const state = { stack: undefined, executing: false };
    try {
        return await deploy(template, overrides, given, pace, world, state);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        if (state.changeSet !== undefined && !state.executing)
            await discard(state.changeSet, world);
        return cancelled(given.name, state.executing, world.aws.region, state.stack);
    }
}
async function chosenTemplate(given, world) {
    if (given.template !== undefined) {
        return readTemplate(await world.files.read(given.template, 'template'), given.template);
    }
    if (world.bundledTemplate === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: 'Input template was not given, and no template lies beside this action.',
            remedy: 'Add template: PATH.',
        });
    }
    return readTemplate(await world.bundledTemplate(), 'the bundled template');
}
async function deploy(template, overrides, given, pace, world, state) {
    const { aws } = world;
    const { name } = given;
    const minutes = given['wait-for-minutes'];
    let stack = await aws.stacks.describe(name);
    state.stack = stack;
    if (stack !== undefined && !isSettled(stack.status)) {
        world.progress.report({
            type: 'note',
            text: `Stack ${name} is ${stack.status}; waiting for that to end.`,
        });
        const known = new Set((await aws.stacks.events(stack.id, new Set())).map(({ id }) => id));
        const result = await followStack(stack.id, known, undefined, pace, world);
        if (result.kind === 'timedOut')
            return timedOut(name, result.reason, minutes, aws.region, stack);
        stack = await aws.stacks.describe(name);
    }
    if (stack?.status === 'ROLLBACK_COMPLETE') {
        const refusal = await deleteRemains(stack, given, pace, world);
        if (refusal !== undefined)
            return refusal;
        stack = undefined;
    }
    if (stack !== undefined && isBlocked(stack.status)) {
        return failed(`Stack ${name} is ${stack.status} and can't be updated${stack.statusReason === undefined ? '.' : `: ${stack.statusReason}`}`, blockedRemedy(stack.status), aws.region, stack);
    }
    const exists = stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS';
    const { parameters, missing } = parametersOf(template.parameters, overrides, exists ? (stack?.parameters ?? {}) : {});
    if (missing.length > 0) {
        throw new errors/* ConfigurationError */.j1(missing.map((one) => ({
            message: `Input parameter-overrides: the template's parameter ${one} has no default and was not given.`,
            remedy: `Add ${one}=VALUE.`,
        })));
    }
    state.stack = stack;
    const request = {
        name,
        exists,
        capabilities: given.capabilities,
        roleArn: given['role-arn'],
        tags: given.tags,
    };
    const writes = !given['dry-run'] && !given['no-execute-changeset'];
    const hasColor = template.parameters.some((one) => one.name === 'LiveColor');
    const color = exists && hasColor && stack !== undefined ? await liveColor(stack, world) : undefined;
    if (color === 'both') {
        return failed(`Production of stack ${name} is served by both target groups: a deployment is shifting traffic.`, 'Nothing was changed. Run the job again when the deployment has ended; an update could turn traffic back.', aws.region, stack);
    }
    if (stack !== undefined && color !== undefined) {
        if (overrides.has('LiveColor') && overrides.get('LiveColor') !== color) {
            throw new errors/* ConfigurationError */.j1({
                message: `Input parameter-overrides: LiveColor is ${overrides.get('LiveColor') ?? ''}, but production is served by ${color}.`,
                remedy: 'Remove LiveColor: this action reads it from the listener.',
            });
        }
        const stored = stack.parameters['LiveColor'];
        if (stored !== undefined && stored !== color && writes) {
            const first = await createChangeSet({ ...request, ...onlyColor(stack, color) }, pace, world);
            world.progress.report({
                type: 'note',
                text: `Production is served by ${color}; telling the stack so first.`,
            });
            const outcome = await carryOut(first, template, stack, given, pace, world, state);
            if (outcome.kind !== 'succeeded' && outcome.kind !== 'unchanged')
                return outcome;
            stack = (await aws.stacks.describe(name)) ?? stack;
        }
    }
    const all = color === undefined ? parameters : new Map([...parameters, ['LiveColor', color]]);
    const changeSet = await createChangeSet({ ...request, template: template.text, parameters: all }, pace, world);
    return await carryOut(changeSet, template, stack, given, pace, world, state);
}
function isBlocked(status) {
    return ['ROLLBACK_FAILED', 'DELETE_FAILED', 'UPDATE_ROLLBACK_FAILED'].includes(status);
}
/** A failed update goes back to the parameters of the update before, so the live colour has to be among those. */
function onlyColor(stack, color) {
    const present = Object.keys(stack.parameters).map((name) => [name, undefined]);
    return { template: undefined, parameters: new Map([...present, ['LiveColor', color]]), tags: new Map() };
}
/** A stack whose creation failed can only be deleted; with nothing left in it that loses nothing. */
async function deleteRemains(stack, given, pace, world) {
    const { aws } = world;
    const remaining = await aws.stacks.remainingResources(stack.id);
    const { name } = stack;
    if (remaining.length > 0) {
        return failed(`Stack ${name} is ROLLBACK_COMPLETE and still has resources: ${remaining.join(', ')}.`, 'It can only be deleted. Check that these resources are not needed, delete the stack in the console, and run the job again.', aws.region, stack);
    }
    if (given['dry-run'] || given['no-execute-changeset']) {
        return failed(`Stack ${name} is ROLLBACK_COMPLETE, the remains of a creation that failed; it would be deleted and created anew.`, 'Run without dry-run and no-execute-changeset, or delete the stack first.', aws.region, stack);
    }
    world.progress.report({
        type: 'note',
        text: `Stack ${name} is ROLLBACK_COMPLETE and has no resources left; it is deleted and created anew.`,
    });
    const known = new Set((await aws.stacks.events(stack.id, new Set())).map(({ id }) => id));
    await aws.stacks.deleteStack(stack.id);
    const result = await followStack(stack.id, known, undefined, pace, world);
    if (result.kind === 'timedOut')
        return timedOut(name, result.reason, given['wait-for-minutes'], aws.region, stack);
    const { value } = result;
    if (value.stack !== undefined && value.stack.status !== 'DELETE_COMPLETE') {
        return operationFailed(value, name, aws.region, []);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./packages/steps/lib/deploy-stack/step.js


/** Creates or updates a CloudFormation stack by a change set that is shown first. */
const deployStack = {
    name: 'deploy-stack',
    inputs: inputs_inputs,
    outputs: ['stack-id', 'status', 'has-changes', 'changes-markdown', 'outputs'],
    run: run,
};

;// CONCATENATED MODULE: ./actions/lib/deploy-stack/main.js



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
