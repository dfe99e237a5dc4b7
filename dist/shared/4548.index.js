export const id = 4548;
export const ids = [4548];
export const modules = {

/***/ 8889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseAppSpecFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _appspec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62334);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58059);
/* harmony import */ var _source_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95449);




/** CodeDeploy's spelling of the properties, by their lower-case form. */
const SPELLING = new Map([
    'TaskDefinition',
    'LoadBalancerInfo',
    'ContainerName',
    'ContainerPort',
    'PlatformVersion',
    'NetworkConfiguration',
    'AwsvpcConfiguration',
    'Subnets',
    'SecurityGroups',
    'AssignPublicIp',
    'CapacityProviderStrategy',
    'CapacityProvider',
    'Base',
    'Weight',
].map((name) => [name.toLowerCase(), name]));
const REMEDY = 'An AppSpec for ECS has version: 0.0, one entry under Resources and optional Hooks; with no file at all it is generated.';
/**
 * Reads a user's AppSpec, YAML or JSON. Keys are matched in any case; the task definition in it is ignored, as it is
 * known from another input; a property that this code does not know is kept.
 * @throws ConfigurationError with file, line and column of everything that is wrong
 */
function parseAppSpecFile(text, file) {
    const counter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: counter, uniqueKeys: true });
    const problems = [];
    const complain = (offset, message, remedy = REMEDY) => {
        const { line, col } = counter.linePos(offset);
        problems.push({ message, remedy, place: { file, line: Math.max(line, 1), column: Math.max(col, 1) } });
    };
    const finish = () => {
        if (problems.length > 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(problems);
    };
    for (const { message, pos } of [...document.errors, ...(0,_source_text_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownAliases */ .X)(document)]) {
        complain(pos[0], (message.split('\n')[0] ?? message).replace(/ at line .*$/, '.'), 'Correct the syntax at this place.');
    }
    finish();
    const root = document.contents;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root)) {
        complain(0, 'The AppSpec is not a map.');
        finish();
        throw new Error('unreachable');
    }
    const pair = (map, key) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(map)
        ? map.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && String(item.key.value).toLowerCase() === key.toLowerCase())
        : undefined;
    const offset = (node, fallback = root) => node?.range?.[0] ?? fallback.range?.[0] ?? 0;
    const version = pair(root, 'version');
    if (version !== undefined && (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(version.value) || Number(version.value.value) !== 0)) {
        complain(offset(version.value), 'The AppSpec’s version must be 0.0.');
    }
    const resources = pair(root, 'Resources');
    let logicalName;
    let properties = {};
    if (resources !== undefined) {
        const list = resources.value;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list) ||
            list.items.length !== 1 ||
            !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(list.items[0]) ||
            list.items[0].items.length !== 1) {
            complain(offset(list, resources.key), 'Resources must be a list with exactly one entry.');
        }
        else {
            const entry = list.items[0].items[0];
            logicalName = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(entry.key) ? String(entry.key.value) : undefined;
            const type = pair(entry.value, 'Type');
            if (type !== undefined && (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(type.value) || type.value.value !== 'AWS::ECS::Service')) {
                complain(offset(type.value), 'The type of the AppSpec’s resource must be AWS::ECS::Service.');
            }
            const found = pair(entry.value, 'Properties');
            if (found !== undefined) {
                if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(found.value)) {
                    properties = spell(found.value.toJS(document));
                    checkContainer(pair(found.value, 'LoadBalancerInfo')?.value, (node, message) => {
                        complain(offset(node, found.key), message);
                    });
                }
                else
                    complain(offset(found.value, found.key), 'Properties must be a map.');
            }
        }
    }
    const hooks = [];
    const listed = pair(root, 'Hooks');
    if (listed !== undefined && listed.value !== null) {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(listed.value))
            complain(offset(listed.value, listed.key), 'Hooks must be a list of single entries.');
        else {
            for (const item of listed.value.items) {
                const [one, ...more] = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(item) ? item.items : [];
                const given = one !== undefined && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(one.key) ? String(one.key.value) : '';
                const event = _appspec_js__WEBPACK_IMPORTED_MODULE_1__/* .HOOK_EVENTS */ .CJ.find((name) => name.toLowerCase() === given.toLowerCase());
                const hook = one !== undefined && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(one.value) ? one.value.value : undefined;
                if (more.length > 0)
                    complain(offset(item), 'Each hook must be a list entry of its own.');
                else if (event === undefined) {
                    complain(offset(item, listed.key), `${given === '' ? 'A hook' : `Hook ${given}`} has no known event.`, `The events are ${_appspec_js__WEBPACK_IMPORTED_MODULE_1__/* .HOOK_EVENTS */ .CJ.join(', ')}.`);
                }
                else if (typeof hook !== 'string' || hook === '') {
                    complain(offset(item), `Hook ${event} must name a Lambda function.`);
                }
                else
                    hooks.push({ [event]: hook });
            }
        }
    }
    finish();
    return { ...(logicalName === undefined ? {} : { logicalName }), properties, hooks };
}
function checkContainer(info, complain) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(info))
        return;
    for (const { key, value } of info.items) {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value).toLowerCase() : '';
        const content = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? value.value : undefined;
        if (name === 'containername' && typeof content !== 'string')
            complain(value, 'ContainerName must be a text.');
        if (name === 'containerport' && !isPort(content))
            complain(value, 'ContainerPort must be a number from 1 to 65535.');
    }
}
function isPort(value) {
    const port = typeof value === 'string' ? Number(value) : value;
    return typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65_535;
}
function spell(value) {
    if (Array.isArray(value))
        return value.map(spell);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [SPELLING.get(key.toLowerCase()) ?? key, spell(one)]));
}


/***/ }),

/***/ 62334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ HOOK_EVENTS),
/* harmony export */   DQ: () => (/* binding */ revisionOfAppSpec),
/* harmony export */   IM: () => (/* binding */ formatAppSpec),
/* harmony export */   oW: () => (/* binding */ appSpecFor)
/* harmony export */ });
/* unused harmony export member */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** The events of an ECS deployment to which a hook may be tied. */
const HOOK_EVENTS = [
    'BeforeInstall',
    'AfterInstall',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AfterAllowTraffic',
];
/**
 * The AppSpec of a deployment of `revision` that keeps everything else as the live task set has it: CodeDeploy resets
 * network, capacity providers and platform version to defaults when an AppSpec leaves them out.
 */
function appSpecFor(live, deploy, file) {
    const generated = {
        ...(live.platformVersion === undefined ? {} : { PlatformVersion: live.platformVersion }),
        ...(live.network === undefined
            ? {}
            : {
                NetworkConfiguration: {
                    AwsvpcConfiguration: {
                        Subnets: live.network.subnets,
                        SecurityGroups: live.network.securityGroups,
                        AssignPublicIp: live.network.assignPublicIp,
                    },
                },
            }),
        ...(live.capacityProviders.length === 0
            ? {}
            : {
                CapacityProviderStrategy: live.capacityProviders.map(({ capacityProvider, weight, base }) => ({
                    CapacityProvider: capacityProvider,
                    Weight: weight,
                    Base: base,
                })),
            }),
    };
    return {
        logicalName: file?.logicalName ?? 'TargetService',
        properties: {
            ...generated,
            ...file?.properties,
            TaskDefinition: deploy.revision,
            LoadBalancerInfo: { ContainerName: deploy.containerName, ContainerPort: deploy.containerPort },
        },
        hooks: file?.hooks ?? [],
    };
}
/** The text that CodeDeploy gets: JSON, with the version written as CodeDeploy's documents write it. */
function formatAppSpec({ logicalName, properties, hooks }) {
    const body = JSON.stringify({
        Resources: [{ [logicalName]: { Type: 'AWS::ECS::Service', Properties: properties } }],
        ...(hooks.length === 0 ? {} : { Hooks: hooks }),
    }, null, 2);
    return `{\n  "version": 0.0,${body.slice(1)}`;
}
/** The task definition that an AppSpec (YAML or JSON) deploys; undefined when it can't be read from it. */
function revisionOfAppSpec(content) {
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(content);
    }
    catch {
        return undefined;
    }
    const resources = member(value, 'Resources');
    const first = Array.isArray(resources) ? resources[0] : resources;
    if (typeof first !== 'object' || first === null)
        return undefined;
    const revision = member(member(Object.values(first)[0], 'Properties'), 'TaskDefinition');
    return typeof revision === 'string' ? revision : undefined;
}
/** A map's value by a key in any case. */
function member(value, key) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}


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

/***/ 91960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   Ti: () => (/* binding */ describeDeployment),
/* harmony export */   lU: () => (/* binding */ isOfCommit)
/* harmony export */ });
/* harmony import */ var _revision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69657);

/** CodeDeploy's limit, in characters. */
const LIMIT = 256;
/**
 * What CodeDeploy keeps beside a deployment: the user's words, cut to fit, and behind them commit and run. By the latter
 * an attempt of the same run finds a deployment whose creation was not answered, and a re-run finds its predecessor's.
 */
function describeDeployment(run, revision, words) {
    const marks = [
        (0,_revision_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRevision */ .T)(revision),
        ...(run.commit === '' ? [] : [`commit ${run.commit}`]),
        ...(run.runUrl === '' ? [] : [`${run.runUrl}/attempts/${run.runAttempt}`]),
    ].join(' ');
    if (words === undefined)
        return marks.slice(0, LIMIT);
    const room = LIMIT - marks.length - 3;
    return room < 1 ? marks.slice(0, LIMIT) : `${words.slice(0, room)} | ${marks}`;
}
/** Whether a deployment was made for this commit. */
function isOfCommit(description, commit) {
    return commit !== '' && description.includes(`commit ${commit}`);
}
/** The commit for which a deployment was made, if its description tells. */
function commitOf(description) {
    return /\bcommit ([0-9a-f]{40})\b/.exec(description)?.[1];
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

/***/ 86239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isAmong),
/* harmony export */   O: () => (/* binding */ parseStatuses)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);

/** Reads `200`, `200-299` or `200,204,301-302`. @throws InvalidInput */
function parseStatuses(value) {
    return value.split(',').map((part) => {
        const [, from, to] = /^\s*([1-5]\d\d)(?:-([1-5]\d\d))?\s*$/.exec(part) ?? [];
        if (from === undefined || Number(to ?? from) < Number(from)) {
            throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('a list of HTTP statuses', 'Write it like 200, 200-299 or 200,204.');
        }
        return [Number(from), Number(to ?? from)];
    });
}
function isAmong(status, statuses) {
    return statuses.some(([from, to]) => status >= from && status <= to);
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

/***/ 53675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cX: () => (/* binding */ pauseBusy),
/* harmony export */   gv: () => (/* binding */ findActive),
/* harmony export */   so: () => (/* binding */ awaitEnd)
/* harmony export */ });
/* harmony import */ var _cutover_domain_appspec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62334);
/* harmony import */ var _cutover_domain_deployment__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65335);
/* harmony import */ var _cutover_domain_deployment_description__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91960);
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_wait__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13329);





/** @param revision ARN that is to be deployed; a re-run of the same commit with the same revision is the same wish */
async function findActive(world, group, revision) {
    const { aws, run } = world;
    const [id] = await aws.deployments.active(group.application, group.name);
    if (id === undefined)
        return undefined;
    const deployment = await aws.deployments.get(id);
    if ((0,_cutover_domain_deployment__WEBPACK_IMPORTED_MODULE_1__/* .isTerminal */ .H)(deployment.status))
        return undefined;
    if (!(0,_cutover_domain_deployment_description__WEBPACK_IMPORTED_MODULE_4__/* .isOfCommit */ .lU)(deployment.description, run.commit))
        return { deployment, ours: false };
    const appSpec = await aws.deployments.appSpec(deployment);
    return { deployment, ours: appSpec !== undefined && (0,_cutover_domain_appspec__WEBPACK_IMPORTED_MODULE_0__/* .revisionOfAppSpec */ .DQ)(appSpec) === revision };
}
/** Waits until a deployment of somebody else has ended. */
async function awaitEnd(world, id, options) {
    const { aws, clock, progress, signal } = world;
    let status = '';
    const result = await (0,_cutover_domain_wait__WEBPACK_IMPORTED_MODULE_3__/* .wait */ .u)(async () => {
        const deployment = await aws.deployments.get(id);
        if (deployment.status !== status) {
            status = deployment.status;
            progress.report({ type: 'deployment.status', id, status });
        }
        if ((0,_cutover_domain_deployment__WEBPACK_IMPORTED_MODULE_1__/* .isTerminal */ .H)(status))
            return { state: 'done', value: undefined };
        await options.onLook?.(deployment);
        return { state: 'pending', reason: `deployment ${id} is ${status}` };
    }, { clock, signal, deadline: options.deadline, intervalMs: options.intervalMs });
    return result.kind === 'done' ? 'ended' : 'timedOut';
}
/** Rounds in which CodeDeploy may say that the group is busy without anything active to be seen. */
const BUSY_ROUNDS = 10;
/**
 * Refused as busy: pauses before the next round, in which the other deployment will be seen.
 * @throws ConfigurationError when that never happens, as when the account's limit of deployments is what was hit
 */
async function pauseBusy({ clock, signal }, round, intervalMs, message) {
    if (round >= BUSY_ROUNDS) {
        throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1({
            message: `CodeDeploy refuses a new deployment: ${message}`,
            remedy: 'Wait for the deployments that are under way in this group or account, or stop them; then run the job again.',
        });
    }
    await clock.sleep(intervalMs, signal);
}


/***/ }),

/***/ 15279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eq: () => (/* binding */ cancelCreation),
/* harmony export */   Ht: () => (/* binding */ giveUp),
/* harmony export */   ZT: () => (/* binding */ cancel)
/* harmony export */ });
/* harmony import */ var _cutover_domain_deployment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65335);
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_revision__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69657);
/* harmony import */ var _conclusion_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12014);
/* harmony import */ var _create_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48785);
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88261);






/** What a cancelled step may still spend on seeing the stop take hold: the runner's patience is about 7.5 s. */
const FAREWELL_MS = 4000;
const NEVER = new AbortController().signal;
/** Cancelled while the deployment was being created: it may exist although nobody told us its id. */
async function cancelCreation(world, order, startedAt) {
    const ours = await (0,_create_js__WEBPACK_IMPORTED_MODULE_2__/* .findOurs */ .Z)(world.aws, {
        application: order.application,
        group: order.group,
        description: order.description,
        since: startedAt - 5 * 60_000,
    });
    if (ours !== undefined)
        return await cancel(world, order, ours.id, startedAt);
    return {
        ...(0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .nothingKnown */ .Hx)(world, startedAt),
        kind: 'cancelled',
        headline: 'Cancelled before a deployment was created.',
        remedy: `Nothing was changed; ${(0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_5__/* .formatRevision */ .T)(order.previous)} serves.`,
    };
}
/**
 * The first thing a cancelled step does is the call that makes production safe.
 * @param stopped whether it was made already, because the deployment went wrong
 */
async function cancel(world, order, id, startedAt, stopped = false) {
    const seen = { ...(0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .nothingKnown */ .Hx)(world, startedAt), kind: 'cancelled', deploymentId: id };
    if (order.onCancel === 'leave' && !stopped) {
        (0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G9)(world);
        return {
            ...seen,
            headline: `Cancelled; deployment ${id} goes on in AWS.`,
            remedy: `To stop it and go back: ${(0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .stopCommand */ .IM)(id)}`,
        };
    }
    try {
        if (!stopped)
            await world.aws.deployments.stop(id, { rollback: order.onCancel === 'rollback' });
        (0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G9)(world);
    }
    catch (error) {
        return {
            ...seen,
            headline: `Cancelled, but deployment ${id} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
            remedy: `It may still be running. Stop it: ${(0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .stopCommand */ .IM)(id)}`,
        };
    }
    try {
        const { deployment, back } = await (0,_stop_js__WEBPACK_IMPORTED_MODULE_3__/* .followRollback */ .u)(world, id, {
            intervalMs: Math.min(order.intervalMs, 500),
            signal: NEVER,
            limitMs: FAREWELL_MS,
        });
        return {
            ...seen,
            headline: `Cancelled; ${farewell(id, order, deployment.status, back)}`,
            remedy: 'Run the job again to deploy.',
            status: deployment.status,
            rolledBack: back.kind === 'rolledBack',
            rollbackDeploymentId: back.kind === 'none' ? undefined : back.id,
            endedAt: world.clock.now(),
        };
    }
    catch (error) {
        return {
            ...seen,
            headline: `Cancelled; deployment ${id} was told to stop.`,
            remedy: `How it ended is not known (${error instanceof Error ? error.message : String(error)}); look at it in the console.`,
        };
    }
}
function farewell(id, order, status, back) {
    const old = (0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_5__/* .formatRevision */ .T)(order.previous);
    if (!(0,_cutover_domain_deployment__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .H)(status))
        return `deployment ${id} was told to stop and is ${status}.`;
    switch (back.kind) {
        case 'rolledBack':
            return `deployment ${id} was stopped and rolled back by ${back.id}; ${old} serves.`;
        case 'rollbackUnfinished':
            return `deployment ${id} was stopped; ${back.id} is taking traffic back to ${old}.`;
        case 'rollbackFailed':
            return `deployment ${id} was stopped, but its rollback ${back.id} ended ${back.deployment.status}.`;
        case 'none':
            return status === 'Stopped'
                ? `deployment ${id} was stopped where it stood.`
                : `deployment ${id} had already ended: ${status}.`;
    }
}
/** A call failed for good while the deployment ran: what can't be watched must not go on. */
async function giveUp(world, order, id, startedAt, error) {
    const said = error instanceof Error ? error.message : String(error);
    const advice = error instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__/* .CutoverError */ .DB ? error.remedy : 'Running the job again is safe.';
    const seen = {
        ...(0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .nothingKnown */ .Hx)(world, startedAt),
        kind: 'failed',
        deploymentId: id,
        findings: error instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__/* .CutoverError */ .DB ? error.findings : [],
    };
    if (error instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__/* .ExpiredCredentialsError */ .eB) {
        (0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G9)(world);
        return {
            ...seen,
            headline: `The AWS credentials have expired while deployment ${id} was followed; it goes on in AWS without this job.`,
            remedy: `Run the job again, with new credentials: it follows that deployment instead of starting another. To stop it instead: ${(0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .stopCommand */ .IM)(id)}\n${error.remedy}`,
        };
    }
    if (!(error instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_1__/* .CutoverError */ .DB))
        world.progress.report({ type: 'warning', text: `Unexpected: ${said}` });
    try {
        await world.aws.deployments.stop(id, { rollback: true });
        const { deployment, back } = await (0,_stop_js__WEBPACK_IMPORTED_MODULE_3__/* .followRollback */ .u)(world, id, { intervalMs: order.intervalMs });
        (0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G9)(world);
        const restored = back.kind === 'rolledBack';
        return {
            ...seen,
            kind: restored ? 'rolledBack' : 'failed',
            headline: `Lost sight of deployment ${id} (${said}); ${farewell(id, order, deployment.status, back)}`,
            remedy: advice,
            status: deployment.status,
            rolledBack: restored,
            rollbackDeploymentId: back.kind === 'none' ? undefined : back.id,
            endedAt: world.clock.now(),
        };
    }
    catch {
        if (world.signal.aborted)
            return await cancel(world, order, id, startedAt);
        return {
            ...seen,
            headline: `Lost sight of deployment ${id}: ${said}`,
            remedy: `It may still be running, and whether it could be stopped is not known. ${advice} To stop it: ${(0,_conclusion_js__WEBPACK_IMPORTED_MODULE_4__/* .stopCommand */ .IM)(id)}`,
        };
    }
}


/***/ }),

/***/ 84161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ carryOut)
});

// EXTERNAL MODULE: ./packages/domain/lib/deployment.js
var deployment = __webpack_require__(65335);
// EXTERNAL MODULE: ./packages/domain/lib/ecs-service.js
var ecs_service = __webpack_require__(7137);
;// CONCATENATED MODULE: ./packages/domain/lib/deployment-look.js

/** The task set that this deployment made, which ECS marks with the deployment's id. */
function replacementOf(service, deploymentId) {
    return service.taskSets.find(({ externalId }) => externalId === deploymentId);
}
/** The id of that task set, `ecs-svc/1234567890`, from ECS or from CodeDeploy. */
function replacementIdOf(look) {
    return replacementOf(look.service, look.deployment.id)?.id ?? greenOf(look)?.id;
}
/** The replacement side as CodeDeploy tells it: by the task set's id, else by its label. */
function greenOf(look) {
    const id = replacementOf(look.service, look.deployment.id)?.id;
    const sides = look.target?.taskSets ?? [];
    return sides.find((side) => side.id === id) ?? sides.find(({ label }) => label === 'Green');
}
function eventOf(look, name) {
    return look.target?.events.find((event) => event.name === name);
}
/** When production traffic had moved wholly (epoch milliseconds); undefined before. */
function shiftedAt(look) {
    const event = eventOf(look, 'AllowTraffic');
    return event?.status === 'Succeeded' ? (event.endedAt ?? look.deployment.completedAt) : undefined;
}
/** The revision that serves production in this look; undefined when the service has no PRIMARY task set. */
function serving(look) {
    return (0,ecs_service/* primaryTaskSet */.i)(look.service)?.taskDefinition;
}

;// CONCATENATED MODULE: ./packages/domain/lib/deployment-attention.js



/** An interval from which on few calls matter more than every event of the service, in milliseconds. */
const SPARING_MS = 10_000;
/** @param intervalMs of the polls */
function cadenceOf(intervalMs) {
    return intervalMs >= SPARING_MS
        ? { sure: 40, often: 40, seldom: 80, tellsAll: false }
        : { sure: 6, often: 4, seldom: 12, tellsAll: true };
}
/** The most that is added to an interval, as a share of it; who polls sparingly gets less than one call an interval. */
function jitterOf(intervalMs) {
    return intervalMs >= SPARING_MS ? 0.5 : 0.1;
}
/**
 * The one question of a poll in which nothing happens. While events run, the target tells every change, and its own
 * status tells the deployment's end; in a wait, before the start and after the last event only the deployment changes.
 */
function firstQuestion(before) {
    const { target, deployment } = before ?? {};
    return target === undefined || deployment === undefined || isResting(before) ? 'deployment' : 'target';
}
/** In a wait only the deployment changes, and the service tells whether its tasks still run. */
function isResting(look) {
    return look?.deployment.status === 'Ready' || isOver(look);
}
/** Whether the last event is done, so that the target tells no more. */
function isOver(look) {
    if (look?.target === undefined)
        return false;
    return (['Succeeded', 'Failed', 'Skipped'].includes(look.target.status) ||
        eventOf(look, 'AfterAllowTraffic')?.status === 'Succeeded');
}
/**
 * Of deployment and target, the one that was not asked first, when the answer to the first may have changed it.
 * @param now the look before, with the first answer in it
 * @param poll number of this poll, from 0
 */
function secondQuestion(before, now, asked, poll, cadence) {
    if (asked === 'deployment') {
        if (['Created', 'Queued'].includes(now.deployment.status))
            return undefined;
        const changed = now.deployment.status !== before?.deployment.status ||
            now.deployment.terminationWaitStarted !== before.deployment.terminationWaitStarted;
        return now.target === undefined || (changed && !isOver(before)) ? 'target' : undefined;
    }
    // Between two events the deployment may be in a wait, or at its end.
    const runs = now.target?.events.some(({ status }) => status === 'InProgress') === true;
    return !runs || hasMoved(before, now) || poll % cadence.sure === 0 ? 'deployment' : undefined;
}
/**
 * Whether the service and the failed tasks are to be asked about in this poll.
 * @param now the look before, with the answers of this poll in it
 * @param poll number of this poll, from 0
 */
function asksForService(before, now, poll, cadence) {
    if (before === undefined || hasArrived(before, now))
        return true;
    if (isNotKnownYet(now, cadence) || (cadence.tellsAll && hasOtherCounts(before, now)))
        return true;
    // Once traffic has shifted, ECS may still tell what was before.
    const serves = (0,ecs_service/* primaryTaskSet */.i)(now.service)?.externalId === now.deployment.id;
    if (eventOf(now, 'AllowTraffic')?.status === 'Succeeded' && !serves)
        return true;
    return poll % (isStarting(now) || isResting(now) ? cadence.often : cadence.seldom) === 0;
}
/** @param now with the service's answer, if it was asked */
function asksForTasks(before, now, poll, cadence) {
    if (replacementIdOf(now) === undefined || now.deployment.status === 'Succeeded')
        return false;
    if ((0,deployment/* isTerminal */.H)(now.deployment.status))
        return true;
    if (before === undefined || isStarting(now) || hasOtherCounts(before, now))
        return true;
    // A task that failed and was replaced between two polls leaves an event.
    if (now.service.events[0]?.id !== before.service.events[0]?.id)
        return true;
    return poll % cadence.seldom === 0;
}
/** Nobody has told the new task set; to whoever wants to know all, the service has not. */
function isNotKnownYet(look, { tellsAll }) {
    if (look.target === undefined || isOver(look))
        return false;
    return tellsAll
        ? replacementOf(look.service, look.deployment.id) === undefined
        : replacementIdOf(look) === undefined;
}
/** Fewer tasks run than should: what the replacement starts may be failing. */
function isStarting(look) {
    const green = isResting(look) ? undefined : greenOf(look);
    const counts = green ?? replacementOf(look.service, look.deployment.id);
    return counts !== undefined && counts.running < counts.desired;
}
function hasMoved(before, now) {
    if (before === undefined)
        return true;
    return picture(before) !== picture(now);
}
/** Whether a wait, the traffic's new place, or the end is new: what runs and serves has to be seen at that moment. */
function hasArrived(before, now) {
    if (isResting(now) && !isResting(before))
        return true;
    const last = (look) => (0,deployment/* isTerminal */.H)(look.deployment.status) || eventOf(look, 'AfterAllowTraffic')?.status === 'Succeeded';
    return (last(now) && (!last(before) || (0,deployment/* isTerminal */.H)(now.deployment.status) !== (0,deployment/* isTerminal */.H)(before.deployment.status)));
}
/** Everything that decides about a deployment; the traffic's weight does not. */
function picture({ deployment, target }) {
    return [
        deployment.status,
        deployment.terminationWaitStarted,
        target?.status,
        ...(target?.events ?? []).map(({ status }) => status),
    ].join();
}
function hasOtherCounts(before, now) {
    const counts = (look) => {
        const green = greenOf(look);
        const set = replacementOf(look.service, look.deployment.id);
        return [green?.running, green?.desired, green?.pending, set?.running, set?.desired].join();
    };
    return counts(before) !== counts(now);
}

// EXTERNAL MODULE: ./packages/domain/lib/revision.js
var lib_revision = __webpack_require__(69657);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/cancel.js
var cancel = __webpack_require__(15279);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/conclusion.js
var conclusion = __webpack_require__(12014);
// EXTERNAL MODULE: ./packages/domain/lib/arn.js
var arn = __webpack_require__(32549);
// EXTERNAL MODULE: ./packages/domain/lib/diagnosis/diagnose.js + 11 modules
var diagnose = __webpack_require__(42215);
// EXTERNAL MODULE: ./packages/domain/lib/failed-task.js
var failed_task = __webpack_require__(53515);
;// CONCATENATED MODULE: ./packages/steps/lib/deployment/evidence.js




const LOG_SOURCE = 'container log';
/** Lines of a failed task's log that are shown. */
const LOG_LINES = 20;
/**
 * Collects what AWS knows about a failure. Every part is optional: a permission that lacks, or a resource that is gone by
 * now, must not hide the failure itself.
 */
async function gatherEvidence(world, look) {
    const { deployment, service, target } = look;
    const targetGroup = replacementOf(service, deployment.id)?.loadBalancers[0]?.targetGroupArn;
    const newest = look.failedTasks.toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0))[0];
    const [health, log] = await Promise.all([
        targetGroup === undefined ? undefined : optional(world.aws.loadBalancing.health(targetGroup)),
        newest === undefined ? undefined : optional(lastLines(world, newest)),
    ]);
    const sick = (health ?? []).filter(({ state }) => state === 'unhealthy' || state === 'unused');
    const events = service.events.filter(({ text, at }) => at >= (deployment.createdAt ?? 0) && /unable|unhealthy|failed|error|throttl/i.test(text));
    const observations = [
        ...(log?.lines ?? []).map((text) => ({ source: LOG_SOURCE, text, subject: log?.container ?? '' })),
        ...(0,failed_task/* observeStops */.G2)(look.failedTasks),
        ...observeHealth(sick),
        ...(target?.events ?? []).flatMap(({ name, diagnostics }) => diagnostics === undefined
            ? []
            : [{ source: 'codedeploy:GetDeploymentTarget diagnostics', text: diagnostics, subject: name }]),
        ...events.map(({ text }) => ({ source: 'ecs:DescribeServices events', text, subject: service.name })),
        ...observeDeployment(deployment),
    ];
    const findings = findingsOf(observations, log, look.failedTasks);
    for (const text of log?.lines ?? []) {
        world.progress.report({
            type: 'log.line',
            source: log?.container ?? '',
            text,
            timestamp: newest?.stoppedAt ?? world.clock.now(),
        });
    }
    const stops = (0,failed_task/* distinctStops */.eV)(look.failedTasks);
    return {
        findings,
        sections: sections(look, sick, log),
        stops: stops
            .slice(0, 3)
            .map(({ text, count }) => `${count} task${count === 1 ? '' : 's'} stopped: ${text}`)
            .join('; '),
    };
}
function observeDeployment({ id, error, rollbackMessage }) {
    return [
        ...(error === undefined
            ? []
            : [
                { source: 'codedeploy:GetDeployment errorInformation.message', text: error.message, subject: id },
                { source: 'codedeploy:GetDeployment errorInformation.code', text: error.code, subject: id },
            ]),
        ...(rollbackMessage === undefined
            ? []
            : [{ source: 'codedeploy:GetDeployment rollbackMessage', text: rollbackMessage, subject: id }]),
    ];
}
function observeHealth(targets) {
    return targets.flatMap(({ id, port, reason, description }) => [
        ...(reason === undefined
            ? []
            : [
                {
                    source: 'elasticloadbalancing:DescribeTargetHealth reason',
                    text: reason,
                    subject: `${id}:${port}`,
                },
            ]),
        ...(description === undefined
            ? []
            : [
                {
                    source: 'elasticloadbalancing:DescribeTargetHealth description',
                    text: description,
                    subject: `${id}:${port}`,
                },
            ]),
    ]);
}
/** Says only that there was an end, not why; what the container wrote says more. */
const SYMPTOM = 'Essential container in task exited';
/** Lines of a log that a finding quotes. */
const QUOTED_LINES = 5;
/** The causes that are known by name; the log's last lines stand beside them unless a cause was read from the log. */
function findingsOf(observations, log, failed) {
    const known = (0,diagnose.diagnose)(observations.filter(({ text }) => text !== SYMPTOM));
    const quote = log === undefined ||
        log.lines.length === 0 ||
        known.some(({ evidence }) => evidence.some((text) => text.startsWith(LOG_SOURCE)))
        ? []
        : [
            {
                id: 'last-log-lines',
                cause: `Container ${log.container} stopped; these are the last lines that it wrote.`,
                evidence: log.lines.slice(-QUOTED_LINES),
                fix: `Mend what the lines say, and try the image with the same command and variables. The whole log is in stream ${log.stream}.`,
            },
        ];
    // Why it answers its health check as it does, an application knows better than the load balancer.
    const ill = failed.some(({ stoppedReason }) => /health checks/.test(stoppedReason));
    if (known.length > 0 || quote.length > 0)
        return ill ? [...quote, ...known] : [...known, ...quote];
    const symptoms = (0,diagnose.diagnose)(observations);
    return symptoms.length > 0 ? symptoms : unnamed(observations);
}
/** A failure without a name still shows what was seen. */
function unnamed(observations) {
    const evidence = [...new Set(observations.map(({ text }) => text).filter(Boolean))].slice(-5);
    return evidence.length === 0
        ? []
        : [
            {
                id: 'unrecognised',
                cause: 'This failure is not one that is known by name.',
                evidence,
                fix: 'Read what AWS and the tasks said, above all the last log lines.',
            },
        ];
}
async function lastLines(world, task) {
    const revision = await world.aws.deployableRevisions.describe(task.taskDefinition);
    const ended = new Set(task.containers.filter(({ exitCode }) => exitCode !== undefined).map(({ name }) => name));
    const candidates = (revision?.containers ?? []).filter(({ name, log }) => log !== undefined && ended.has(name));
    const container = candidates.find(({ essential }) => essential) ?? candidates[0];
    if (container?.log === undefined)
        return undefined;
    const { group, streamPrefix, region } = container.log;
    const stream = `${streamPrefix}/${container.name}/${(0,arn/* lastSegment */.m)(task.arn)}`;
    const lines = await world.aws.logs.tail(group, stream, LOG_LINES, region);
    return { container: container.name, stream, lines: lines.map(({ text }) => text) };
}
function sections({ target, failedTasks }, sick, log) {
    const stops = (0,failed_task/* distinctStops */.eV)(failedTasks);
    return [
        ...(target === undefined ? [] : [lifecycleSection(target.events)]),
        ...(stops.length === 0
            ? []
            : [
                {
                    kind: 'table',
                    title: 'Tasks that stopped',
                    header: ['Times', 'Why', 'Example'],
                    rows: stops.map(({ text, count, example }) => [String(count), text, (0,arn/* lastSegment */.m)(example.arn)]),
                },
            ]),
        ...(sick.length === 0
            ? []
            : [
                {
                    kind: 'table',
                    title: 'Targets',
                    header: ['Target', 'State', 'Reason', 'Said'],
                    rows: sick.map((one) => [
                        `${one.id}:${one.port}`,
                        one.state,
                        one.reason ?? '',
                        one.description ?? '',
                    ]),
                },
            ]),
        ...(log === undefined || log.lines.length === 0
            ? []
            : [
                {
                    kind: 'code',
                    title: `Last lines of ${log.stream}`,
                    language: 'text',
                    text: log.lines.join('\n'),
                },
            ]),
    ];
}
/** The lifecycle events with their durations. */
function lifecycleSection(events) {
    return {
        kind: 'table',
        title: 'Lifecycle',
        header: ['Event', 'Status', 'Seconds'],
        rows: events.map(({ name, status, startedAt, endedAt }) => [
            name,
            status,
            startedAt === undefined || endedAt === undefined ? '' : ((endedAt - startedAt) / 1000).toFixed(1),
        ]),
    };
}
async function optional(work) {
    try {
        return await work;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/domain/lib/deployment-progress.js

/** What happened between two looks at a deployment. Without an earlier look, everything so far but old service events. */
function deploymentChanges(previous, next) {
    const { id, status } = next.deployment;
    const changes = [];
    if (status !== previous?.deployment.status)
        changes.push({ type: 'deployment.status', id, status });
    for (const event of next.target?.events ?? []) {
        const before = previous === undefined ? undefined : eventOf(previous, event.name)?.status;
        if (event.status === before || event.status === 'Pending')
            continue;
        changes.push({
            type: 'lifecycle.changed',
            id,
            event: event.name,
            status: event.status,
            ...(event.startedAt === undefined || event.endedAt === undefined
                ? {}
                : { seconds: (event.endedAt - event.startedAt) / 1000 }),
        });
    }
    const green = greenOf(next);
    const before = previous === undefined ? undefined : greenOf(previous);
    if (green !== undefined) {
        const failed = next.failedTasks.length;
        if (green.running !== before?.running ||
            green.desired !== before.desired ||
            failed !== previous?.failedTasks.length) {
            changes.push({
                type: 'tasks.counted',
                label: 'green',
                running: green.running,
                desired: green.desired,
                failed,
            });
        }
        if (green.trafficWeight !== (before?.trafficWeight ?? 0)) {
            changes.push({ type: 'traffic.shifted', id, percent: green.trafficWeight });
        }
    }
    changes.push(...serviceEvents(previous, next));
    return changes;
}
function serviceEvents(previous, next) {
    const since = next.deployment.createdAt ?? Number.POSITIVE_INFINITY;
    const known = new Set(previous?.service.events.map(({ id }) => id));
    return next.service.events
        .filter(({ id, at }) => !known.has(id) && at >= since)
        .toReversed()
        .map(({ text, at }) => ({ type: 'service.event', text, at }));
}

;// CONCATENATED MODULE: ./packages/domain/lib/deployment-verdict.js


/** Judges one look at our deployment. Success needs both our deployment's milestone and our revision in service. */
function judgeDeployment(look, expected) {
    const { deployment, failedTasks } = look;
    const { status } = deployment;
    if (status === 'Failed' || status === 'Stopped')
        return { kind: 'ended', status: status };
    if (hasReached(look, expected.waitUntil))
        return proof(look, expected);
    if (eventOf(look, 'AllowTraffic')?.status === 'Succeeded') {
        const overtaken = proof(look, expected);
        if (overtaken.kind === 'superseded')
            return overtaken;
    }
    // As long as the deployment is active, the old task set is there to go back to, after the shift too.
    if (expected.maxFailedTasks > 0 && failedTasks.length >= expected.maxFailedTasks) {
        return { kind: 'crashLoop', failed: failedTasks.length };
    }
    return { kind: 'pending', reason: progressOf(look) };
}
function hasReached(look, waitUntil) {
    const { status } = look.deployment;
    if (status === 'Succeeded')
        return true;
    switch (waitUntil) {
        case 'completed':
            return false;
        case 'traffic-shifted':
            return (eventOf(look, 'AllowTraffic')?.status === 'Succeeded' &&
                eventOf(look, 'AfterAllowTraffic')?.status === 'Succeeded');
        case 'ready':
            // Somebody may have continued it between two polls.
            return (status === 'Ready' ||
                ['InProgress', 'Succeeded'].includes(eventOf(look, 'AllowTraffic')?.status ?? ''));
    }
}
function proof(look, { waitUntil, revision, previous }) {
    const now = serving(look);
    if (waitUntil === 'ready' && !(0,deployment/* isTerminal */.H)(look.deployment.status))
        return { kind: 'reached' };
    if (now === revision)
        return { kind: 'reached' };
    return now === undefined || now === previous
        ? { kind: 'unproven', serving: now }
        : { kind: 'superseded', serving: now };
}
/** What a deployment that goes well is doing. */
function progressOf(look) {
    const { deployment, target } = look;
    if (deployment.status === 'Ready')
        return 'the shift waits to be continued';
    if (target === undefined)
        return `the deployment is ${deployment.status || 'being created'}`;
    if (deployment.terminationWaitStarted)
        return 'the old task set waits for its termination';
    const current = target.events.find(({ status }) => status === 'InProgress') ??
        target.events.find(({ status }) => status === 'Pending');
    if (current === undefined)
        return `the deployment is ${deployment.status}`;
    const green = greenOf(look);
    const counts = green === undefined
        ? ''
        : ` (${green.running} of ${green.desired} tasks run, ${green.trafficWeight} % of traffic)`;
    return `${current.name} is ${current.status}${counts}`;
}

// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/wait.js
var wait = __webpack_require__(13329);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/abortable.js
var abortable = __webpack_require__(33235);
;// CONCATENATED MODULE: ./packages/steps/lib/deployment/follow.js






/** Polls for which a serving revision other than the deployed one may be a stale answer. */
const STALE_POLLS = 6;
/** Between two assurances that nothing changed, in milliseconds. */
const REASSURANCE_MS = 60_000;
/** So long may CodeDeploy not know a deployment that it has just created. */
const UNKNOWN_MS = 60_000;
function isUnknownYet(error) {
    return error instanceof errors/* AwsCallError */.iQ && error.code === 'DeploymentDoesNotExistException';
}
/**
 * Follows one deployment until it is decided, and reports every change once.
 * @throws the signal's reason when the step is cancelled; errors of the AWS calls
 */
async function follow(world, lookout, expected, options) {
    const { clock, progress, signal } = world;
    const { id } = lookout;
    const deadline = options.startedAt + options.budget.totalMs;
    const followedSince = clock.now();
    let unproven = 0;
    let reassuredAt = clock.now();
    const result = await (0,wait/* wait */.u)(async () => {
        const before = lookout.newest;
        const next = await (0,abortable/* abortable */.Z)(signal, lookout.look()).catch((error) => {
            if (before === undefined && isUnknownYet(error) && clock.now() - followedSince < UNKNOWN_MS)
                return undefined;
            throw error;
        });
        if (next === undefined)
            return { state: 'pending', reason: `CodeDeploy does not know ${id} yet` };
        const changes = deploymentChanges(before, next);
        for (const change of changes)
            progress.report(change);
        if (changes.length > 0)
            reassuredAt = clock.now();
        const verdict = judgeDeployment(next, expected);
        if (verdict.kind === 'pending')
            return { state: 'pending', reason: verdict.reason };
        if (verdict.kind === 'unproven' && ++unproven < STALE_POLLS) {
            return { state: 'pending', reason: 'the deployed revision is not yet reported as serving' };
        }
        return { state: 'done', value: { kind: verdict.kind, verdict, look: next } };
    }, {
        clock,
        signal,
        deadline,
        intervalMs: options.intervalMs,
        jitter: jitterOf(options.intervalMs),
        onPending: (reason, waitedMs) => {
            if (clock.now() - reassuredAt < REASSURANCE_MS)
                return;
            reassuredAt = clock.now();
            progress.report({
                type: 'still.waiting',
                what: reason,
                seconds: Math.round(waitedMs / 1000),
                budgetSeconds: Math.round(options.budget.totalMs / 1000),
            });
        },
    });
    if (result.kind === 'done')
        return result.value;
    if (lookout.newest === undefined)
        throw new Error('a wait ends with at least one look');
    return { kind: 'timedOut', reason: result.reason, waitedMs: result.waitedMs, look: lookout.newest };
}

// EXTERNAL MODULE: ./packages/domain/lib/shell-words.js
var shell_words = __webpack_require__(84340);
;// CONCATENATED MODULE: ./packages/steps/lib/deployment/headline.js

/** Why a deployment ended without success, with what its tasks said. */
function reason(order, { deployment, target }, evidence, endedBy) {
    const what = `Deployment ${deployment.id} of ${(0,lib_revision/* formatRevision */.T)(order.revision)}`;
    if (endedBy !== 'itself') {
        const how = deployment.status === 'Succeeded' ? 'was to be stopped, and had finished already,' : 'was stopped';
        return `${what} ${how} because ${sentence(endedBy.because)} ${sentence(evidence.stops)}`.trim();
    }
    const event = target?.events.find(({ status }) => status === 'Failed')?.name;
    const { error } = deployment;
    const said = error === undefined ? '' : ` (${[error.code, error.message].filter(Boolean).join(': ')})`;
    const how = deployment.status === 'Stopped'
        ? error?.code === 'ALARM_ACTIVE'
            ? 'was stopped by an alarm'
            : 'was stopped by somebody else or by CodeDeploy'
        : `failed${event === undefined ? '' : ` in ${event}`}`;
    return `${what} ${how}${said}. ${sentence(evidence.stops)}`.trim();
}
/** Where that left production. */
function fate(back, order, now) {
    const old = (0,lib_revision/* formatRevision */.T)(order.previous);
    switch (back.kind) {
        case 'rolledBack':
            return now === order.previous
                ? `Rolled back: ${old} serves.`
                : `Rollback ${back.id} succeeded, yet ${label(now)} serves.`;
        case 'rollbackFailed':
            return `The rollback ${back.id} ended ${back.deployment.status}${back.deployment.error === undefined ? '' : ` (${back.deployment.error.message})`}; ${label(now)} is PRIMARY.`;
        case 'rollbackUnfinished':
            return `The rollback ${back.id} is still ${back.status}; ${label(now)} is PRIMARY.`;
        case 'none':
            return now === order.previous
                ? `Users never left ${old}.`
                : `There was no rollback; ${label(now)} is PRIMARY.`;
    }
}
/** What to do about it. */
function advice(back, order, id, now) {
    if (now === order.previous && (back.kind === 'rolledBack' || back.kind === 'none')) {
        return 'Production is on the old version. Mend the cause and deploy again.';
    }
    return `Check at once what serves: ${label(now)} is PRIMARY of service ${order.service}. Deployment ${id} did not go back by itself; run the rollback action with to: ${(0,lib_revision/* formatRevision */.T)(order.previous)}.`;
}
/** What a deployment that went well has brought about. */
function success(order, { deployment }) {
    const what = `${(0,lib_revision/* formatRevision */.T)(order.revision)} by deployment ${deployment.id}`;
    switch (order.waitUntil) {
        case 'ready':
            return `${what} is ready: its tasks run, and the shift waits to be continued (mode: continue with deployment-id: ${deployment.id}; mode: stop takes it back).`;
        case 'traffic-shifted':
            return `${what} serves all traffic.`;
        case 'completed':
            return `${what} serves all traffic, and the old task set has been terminated.`;
    }
}
function sentence(text) {
    return text === '' ? '' : `${text.replace(/\.$/, '')}.`;
}
function label(revision) {
    return revision === undefined ? 'no revision' : (0,lib_revision/* formatRevision */.T)(revision);
}
function minutes(ms) {
    return ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}

;// CONCATENATED MODULE: ./packages/steps/lib/deployment/gate-command.js




/** Last lines of the command that the failure quotes. */
const gate_command_QUOTED_LINES = 3;
/** Whether a command on the runner ends with 0. Its variables say what to test. */
async function askCommand(world, order, { command, url, limitMs }, id) {
    const { clock, commands, files, progress, signal } = world;
    const [file = '', ...args] = command;
    const begun = clock.now();
    const patience = new AbortController();
    progress.report({ type: 'command.started', file, args });
    const running = commands.run(file, args, {
        cwd: files.resolve('.'),
        env: {
            CUTOVER_DEPLOYMENT_ID: id,
            CUTOVER_TASK_DEFINITION_ARN: order.revision,
            CUTOVER_PREVIOUS_TASK_DEFINITION_ARN: order.previous,
            CUTOVER_CLUSTER: order.cluster,
            CUTOVER_SERVICE: order.service,
            ...(url === undefined ? {} : { CUTOVER_TEST_URL: url }),
        },
        signal: AbortSignal.any([signal, patience.signal]),
        onLine: (text) => {
            progress.report({ type: 'log.line', source: 'gate', text, timestamp: clock.now() });
        },
    });
    const result = await Promise.race([
        (0,abortable/* abortable */.Z)(signal, running).catch(notRun),
        clock.sleep(limitMs, AbortSignal.any([signal, patience.signal])).then(() => undefined),
    ]).finally(() => {
        // A command that takes too long is ended; one that has ended needs no clock.
        patience.abort(new Error('the gate is decided'));
        running.catch(() => undefined);
    });
    const line = (0,shell_words/* joinShellWords */.MS)(command);
    if (result instanceof errors/* ConfigurationError */.j1) {
        const said = `the command gate could not be run: ${result.message} ${result.remedy}`;
        return { kind: 'refused', reason: `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}`, because: said };
    }
    if (result === undefined) {
        const said = `command gate ${line} was still running after ${minutes(clock.now() - begun)}`;
        return { kind: 'refused', reason: `The ${said}.`, because: `the ${said}` };
    }
    if (result.exitCode === 0) {
        return { kind: 'passed', reason: `The command gate passed: ${line} ended with exit code 0.` };
    }
    const last = result.tail.slice(-gate_command_QUOTED_LINES).join(' / ');
    const said = `command gate ${line} ended with exit code ${result.exitCode}${last === '' ? '' : `: ${last}`}`;
    return { kind: 'refused', reason: `The ${said}.`, because: `the ${said}` };
}
/** A command that is not there says nothing about the new version, and nothing proves it. */
function notRun(error) {
    if (error instanceof errors/* ConfigurationError */.j1)
        return error;
    throw error;
}

// EXTERNAL MODULE: ./packages/domain/lib/target-verdict.js
var target_verdict = __webpack_require__(50209);
;// CONCATENATED MODULE: ./packages/steps/lib/deployment/gate-health.js






/** Looks in a row that have to find everything healthy. */
const LOOKS = 2;
/** Whether all targets of the replacement are healthy, each of them a task of our revision, behind the test listener. */
async function askHealth(world, order, gate, id) {
    const { clock, progress, signal } = world;
    let inARow = 0;
    let shown = '';
    let seen = '';
    const result = await (0,wait/* wait */.u)(async () => {
        const verdict = await (0,abortable/* abortable */.Z)(signal, look(world, order, gate, id));
        const [group] = verdict.groups;
        const picture = JSON.stringify(group?.targets.map(({ id: target, state }) => [target, state]));
        if (group?.targetGroup !== undefined && picture !== shown) {
            shown = picture;
            progress.report({
                type: 'target.health',
                targetGroup: (0,target_verdict/* groupName */.h)(group.targetGroup),
                healthy: group.healthy,
                wanted: group.targets.length,
                targets: group.targets,
            });
        }
        seen = verdict.reason;
        inARow = verdict.ok ? inARow + 1 : 0;
        return inARow >= LOOKS
            ? { state: 'done', value: undefined }
            : { state: 'pending', reason: verdict.reason };
    }, { clock, signal, deadline: clock.now() + gate.limitMs, intervalMs: order.intervalMs });
    if (result.kind === 'done')
        return { kind: 'passed', reason: `The health gate passed: ${seen}.` };
    const said = `the health gate did not pass within ${minutes(result.waitedMs)}: ${result.reason}`;
    return { kind: 'refused', reason: `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}.`, because: said };
}
async function look({ aws }, order, { testListener, targetGroups }, id) {
    const service = await aws.services.describe(order.cluster, order.service);
    const replacement = service === undefined ? undefined : replacementOf(service, id);
    const green = replacement?.loadBalancers[0]?.targetGroupArn ??
        targetGroups.find((arn) => arn !== blueOf(service)?.loadBalancers[0]?.targetGroupArn);
    if (service === undefined || green === undefined) {
        return { ok: false, reason: 'the replacement task set is not known yet', warmingUp: true, groups: [] };
    }
    const [listener, health, tasks] = await Promise.all([
        testListener === undefined ? undefined : aws.loadBalancing.listener(testListener),
        aws.loadBalancing.health(green),
        aws.taskSetTasks.running(order.cluster, order.service),
    ]);
    return (0,target_verdict/* judgeTargets */.U)({
        entrances: [{ listeners: [listener ?? alone(green)], candidates: targetGroups, wanted: green }],
        health: new Map(health === undefined ? [] : [[green, health]]),
        tasks,
    }, {
        revision: order.revision,
        minHealthy: Math.max(replacement?.desired ?? service.desired, 1),
        listenerName: 'test listener',
    });
}
function blueOf(service) {
    return service === undefined ? undefined : (0,ecs_service/* primaryTaskSet */.i)(service);
}
/** Without a test listener the target group is judged as if everything went there. */
function alone(targetGroupArn) {
    return {
        arn: '',
        loadBalancerArn: '',
        port: 0,
        protocol: 'HTTP',
        rules: [{ priority: 'default', forwards: [{ targetGroupArn, percent: 100 }] }],
    };
}

// EXTERNAL MODULE: ./packages/domain/lib/http-status.js
var http_status = __webpack_require__(86239);
;// CONCATENATED MODULE: ./packages/steps/lib/deployment/gate-http.js




/** Good answers in a row that are wanted. */
const ANSWERS = 2;
const PATIENCE_MS = 10_000;
/** Whether the replacement answers as it should through the test listener. */
async function askHttp(world, order, { url, statuses, limitMs }) {
    const { clock, progress, signal } = world;
    let inARow = 0;
    const result = await (0,wait/* wait */.u)(async () => {
        const begun = clock.now();
        const answer = await get(url, signal);
        const ok = (0,http_status/* isAmong */.F)(answer.status, statuses);
        progress.report({
            type: 'probe.answered',
            url,
            status: answer.status,
            ok,
            milliseconds: clock.now() - begun,
        });
        inARow = ok ? inARow + 1 : 0;
        return inARow >= ANSWERS
            ? { state: 'done', value: answer.status }
            : { state: 'pending', reason: answer.said };
    }, { clock, signal, deadline: clock.now() + limitMs, intervalMs: order.intervalMs });
    if (result.kind === 'done') {
        return { kind: 'passed', reason: `The http gate passed: ${url} answered ${result.value}.` };
    }
    const said = `http gate did not pass within ${minutes(result.waitedMs)}: ${result.reason}`;
    return { kind: 'refused', reason: `The ${said}.`, because: `the ${said}` };
}
/** Status 0 stands for no answer. */
async function get(url, signal) {
    try {
        const response = await (0,abortable/* abortable */.Z)(signal, fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) }));
        await response.body?.cancel();
        return { status: response.status, said: `${url} answered ${response.status}` };
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        return {
            status: 0,
            said: `${url} did not answer: ${cause instanceof Error ? cause.message : String(cause)}`,
        };
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/deployment/watch-ready.js




/** Resolves when the deployment waits to be continued no longer, or when its tasks keep failing meanwhile. */
async function watchReady({ clock, progress, signal }, lookout, expected, intervalMs) {
    const result = await (0,wait/* wait */.u)(async () => {
        const before = lookout.newest;
        const look = await (0,abortable/* abortable */.Z)(signal, lookout.look());
        for (const change of deploymentChanges(before, look))
            progress.report(change);
        const { status } = look.deployment;
        if (status !== 'Ready')
            return { state: 'done', value: { kind: 'overtaken', status } };
        return judgeDeployment(look, { ...expected, waitUntil: 'traffic-shifted' }).kind === 'crashLoop'
            ? { state: 'done', value: { kind: 'crashLoop', look } }
            : { state: 'pending', reason: `deployment ${lookout.id} waits to be continued` };
    }, { clock, signal, deadline: Number.POSITIVE_INFINITY, intervalMs });
    return result.kind === 'done' ? result.value : { kind: 'overtaken', status: 'Ready' };
}

;// CONCATENATED MODULE: ./packages/steps/lib/deployment/gate.js




/**
 * Asks the gate, as long as the deployment waits to be continued.
 * @throws the signal's reason when the step is cancelled; errors of the AWS calls
 */
async function passGate(world, order, gate, lookout) {
    if (gate.kind === 'open')
        return { kind: 'passed', reason: '' };
    const decided = new AbortController();
    const inner = { ...world, signal: AbortSignal.any([world.signal, decided.signal]) };
    const asked = ask(inner, order, gate, lookout.id);
    const watched = watchReady(inner, lookout, order, order.intervalMs);
    try {
        return await Promise.race([asked, watched]);
    }
    finally {
        decided.abort(new Error('the gate is decided'));
        // The one that lost the race ends with that error.
        for (const one of [asked, watched])
            one.catch(() => undefined);
    }
}
async function ask(world, order, gate, id) {
    switch (gate.kind) {
        case 'health':
            return await askHealth(world, order, gate, id);
        case 'http':
            return await askHttp(world, order, gate);
        case 'command':
            return await askCommand(world, order, gate, id);
    }
}

;// CONCATENATED MODULE: ./packages/steps/lib/deployment/look.js




/**
 * Looks at one deployment again and again. As a rule a look is one call; the rest of what it tells was seen earlier, and is
 * asked anew when the call shows that it may have changed.
 */
class Lookout {
    #aws;
    #deployed;
    id;
    /** The newest look. */
    newest;
    #polls = 0;
    #cadence;
    #service;
    /** @param service as it was when the deployment was created */
    constructor(aws, deployed, id, cadence, service) {
        this.#service = service;
        this.#cadence = cadence;
        this.#aws = aws;
        this.#deployed = deployed;
        this.id = id;
    }
    /** @throws errors of the AWS calls; the next look starts from the last one that was complete */
    async look() {
        const { newest: before, id } = this;
        const { deployments } = this.#aws;
        let deployment = before?.deployment;
        let target = before?.target;
        const first = firstQuestion(before);
        if (first === 'deployment')
            deployment = await deployments.get(id);
        else
            target = (await deployments.target(id, this.#deployed)) ?? target;
        deployment ??= await deployments.get(id);
        let service = before?.service;
        let failedTasks = before?.failedTasks ?? [];
        // The first look needs a service to be a look at all.
        service ??= this.#service ?? (await this.#describe());
        let now = made(deployment, target, service, failedTasks);
        const second = secondQuestion(before, now, first, this.#polls, this.#cadence);
        if (second === 'deployment')
            deployment = await deployments.get(id);
        else if (second === 'target')
            target = (await deployments.target(id, this.#deployed)) ?? target;
        now = made(deployment, target, service, failedTasks);
        if (before !== undefined && asksForService(before, now, this.#polls, this.#cadence)) {
            service = await this.#describe();
            now = made(deployment, target, service, failedTasks);
        }
        if (asksForTasks(before, now, this.#polls, this.#cadence)) {
            failedTasks = await this.#failed(now);
            now = made(deployment, target, service, failedTasks);
        }
        this.#polls++;
        this.newest = now;
        return now;
    }
    async #describe() {
        const { cluster, service: name } = this.#deployed;
        const service = await this.#aws.services.describe(cluster, name);
        if (service !== undefined)
            return service;
        // One answer may be stale; only a service that stays away is gone.
        throw new errors/* AwsCallError */.iQ({
            action: 'ecs:DescribeServices',
            code: 'MISSING',
            message: `service ${name} is gone from cluster ${cluster} while deployment ${this.id} runs`,
            remedy: 'Find out who deleted the service; create it again before deploying.',
            transient: true,
        });
    }
    /** Tasks that the replacement lost by their own fault; those of a task set that is gone stay known. */
    async #failed(look) {
        const replacement = replacementIdOf(look);
        if (replacement === undefined)
            return look.failedTasks;
        const { cluster, service: name } = this.#deployed;
        const stopped = await this.#aws.taskSetTasks.stopped(cluster, name, replacement);
        return stopped.filter(failed_task/* hasFailed */.WN);
    }
}
function made(deployment, target, service, failedTasks) {
    return { deployment, ...(target === undefined ? {} : { target }), service, failedTasks };
}

// EXTERNAL MODULE: ./packages/steps/lib/deployment/stop.js
var stop = __webpack_require__(88261);
;// CONCATENATED MODULE: ./packages/steps/lib/deployment/carry-out.js












/**
 * Follows a created deployment to its end, takes back what fails, and says how it ended. Whatever happens, production is
 * on one revision or on its way back to the old one, or the conclusion says that it is not.
 * @param startedAt epoch milliseconds from which the budget counts
 * @param before the service as it was when the deployment was created, which is now; not given for one that is under way
 */
async function carryOut(world, order, id, startedAt, before) {
    const deployed = { cluster: order.cluster, service: order.service };
    const lookout = new Lookout(world.aws, deployed, id, cadenceOf(order.intervalMs), before);
    const options = { budget: order.budget, intervalMs: order.intervalMs, startedAt };
    const told = { stop: false };
    try {
        // A deployment that was created this moment has nothing to tell.
        if (before !== undefined)
            await world.clock.sleep(order.intervalMs, world.signal);
        if (order.gate !== undefined) {
            const waiting = await follow(world, lookout, { ...order, waitUntil: 'ready' }, options);
            const refused = waiting.kind === 'reached'
                ? await carry_out_open(world, order, order.gate, lookout, startedAt, waiting.look, told)
                : await conclude(world, order, id, startedAt, waiting, told);
            if (refused !== undefined)
                return refused;
        }
        const followed = await follow(world, lookout, order, options);
        return await conclude(world, order, id, startedAt, followed, told);
    }
    catch (error) {
        return world.signal.aborted
            ? await (0,cancel/* cancel */.ZT)(world, order, id, startedAt, told.stop)
            : await (0,cancel/* giveUp */.Ht)(world, order, id, startedAt, error);
    }
}
async function stopAndRollBack(world, id, told) {
    await world.aws.deployments.stop(id, { rollback: true });
    told.stop = true;
    (0,conclusion/* settle */.G9)(world);
}
/** Lets the shift begin when the gate allows it, and takes the deployment back when it doesn't; undefined: go on. */
async function carry_out_open(world, order, gate, lookout, startedAt, look, told) {
    const { aws, progress } = world;
    const { id } = lookout;
    if (look.deployment.status !== 'Ready') {
        if (gate.kind !== 'open') {
            progress.report({
                type: 'warning',
                text: `Deployment ${id} is ${look.deployment.status} and waits for nobody: it was continued before the ${gate.kind} gate could be asked.`,
            });
        }
        return undefined;
    }
    const verdict = await passGate(world, order, gate, lookout);
    switch (verdict.kind) {
        case 'passed': {
            const answer = await aws.deployments.continue(id, 'READY_WAIT');
            progress.report({
                type: 'note',
                text: `${verdict.reason} ${answer === 'continued' ? `Deployment ${id} is continued.` : `Deployment ${id} waits no longer.`}`.trim(),
            });
            return undefined;
        }
        case 'overtaken':
            progress.report({
                type: 'warning',
                text: `Deployment ${id} became ${verdict.status} before the ${gate.kind} gate was decided.`,
            });
            return undefined;
        case 'crashLoop':
            return await stopCrashing(world, order, id, startedAt, verdict.look, told);
        case 'refused':
            progress.report({
                type: 'warning',
                text: `${verdict.reason} Deployment ${id} is stopped and rolled back.`,
            });
            await stopAndRollBack(world, id, told);
            return await taken(world, order, id, startedAt, look, { because: verdict.because });
    }
}
async function conclude(world, order, id, startedAt, followed, told) {
    const { look } = followed;
    const label = (0,lib_revision/* formatRevision */.T)(order.revision);
    const seen = {
        ...(0,conclusion/* nothingKnown */.Hx)(world, startedAt),
        deploymentId: id,
        status: look.deployment.status,
        shiftedAt: shiftedAt(look),
    };
    switch (followed.kind) {
        case 'reached':
            (0,conclusion/* settle */.G9)(world);
            return {
                ...seen,
                kind: 'succeeded',
                headline: success(order, look),
                summary: look.target === undefined ? [] : [lifecycleSection(look.target.events)],
                endedAt: world.clock.now(),
            };
        case 'timedOut':
            (0,conclusion/* settle */.G9)(world);
            return {
                ...seen,
                ...(await explained(world, look)),
                kind: 'timedOut',
                headline: `Deployment ${id} of ${label} is still running in AWS after ${minutes(followed.waitedMs)}: ${followed.reason}.`,
                remedy: `Waited as long as ${order.budget.reason} allows; it was left running. Watch it in the console, or go back with: ${(0,conclusion/* stopCommand */.IM)(id)}`,
                endedAt: world.clock.now(),
            };
        case 'superseded':
        case 'unproven': {
            (0,conclusion/* settle */.G9)(world);
            const now = serving(look);
            const found = now === undefined ? 'nothing' : (0,lib_revision/* formatRevision */.T)(now);
            return {
                ...seen,
                kind: 'failed',
                superseded: followed.kind === 'superseded',
                headline: `Deployment ${id} reached ${order.waitUntil}, but ${found} serves production, not ${label}.`,
                remedy: followed.kind === 'superseded'
                    ? 'Another deployment came in between. Run this job again if this version is the one that should serve.'
                    : 'Look at the task sets of the service; run verify-target-health, and roll back if in doubt.',
                endedAt: world.clock.now(),
            };
        }
        case 'crashLoop':
            return await stopCrashing(world, order, id, startedAt, look, told);
        case 'ended':
            return await taken(world, order, id, startedAt, look, 'itself');
    }
}
/** Its tasks keep failing: waiting on would change nothing about that. */
async function stopCrashing(world, order, id, startedAt, look, told) {
    const failed = look.failedTasks.length;
    world.progress.report({
        type: 'warning',
        text: `${failed} tasks of ${(0,lib_revision/* formatRevision */.T)(order.revision)} have failed; deployment ${id} is stopped and rolled back.`,
    });
    await stopAndRollBack(world, id, told);
    return await taken(world, order, id, startedAt, look, { because: `${failed} of its tasks failed` });
}
/** Follows the way back of a deployment that failed or was stopped. */
async function taken(world, order, id, startedAt, look, endedBy) {
    const [evidence, { deployment, back }] = await Promise.all([
        gatherEvidence(world, look),
        (0,stop/* followRollback */.u)(world, id, {
            intervalMs: order.intervalMs,
            replaced: replacementOf(look.service, id) !== undefined || hasInstalled(look),
        }),
    ]);
    (0,conclusion/* settle */.G9)(world);
    const why = reason(order, { ...look, deployment }, evidence, endedBy);
    const now = await servingAfter(world, order, back);
    const superseded = now !== undefined && now !== order.previous && now !== order.revision;
    const restored = back.kind === 'rolledBack' && now === order.previous;
    return {
        ...(0,conclusion/* nothingKnown */.Hx)(world, startedAt),
        kind: restored ? 'rolledBack' : 'failed',
        headline: `${why} ${fate(back, order, now)}`,
        remedy: advice(back, order, id, now),
        findings: evidence.findings,
        summary: evidence.sections,
        deploymentId: id,
        status: deployment.status,
        rolledBack: restored,
        rollbackDeploymentId: back.kind === 'none' ? undefined : back.id,
        superseded,
        shiftedAt: shiftedAt(look),
        endedAt: world.clock.now(),
    };
}
/** CodeDeploy may have removed the replacement before we looked; that its installation had begun is remembered. */
function hasInstalled(look) {
    return ['InProgress', 'Succeeded', 'Failed'].includes(eventOf(look, 'Install')?.status ?? '');
}
/** What PRIMARY runs; right after a rollback ECS may still tell what was before. */
async function servingAfter({ aws, clock, signal }, order, back) {
    for (let poll = 0;; poll++) {
        const service = await aws.services.describe(order.cluster, order.service);
        const now = service === undefined ? undefined : (0,ecs_service/* primaryTaskSet */.i)(service)?.taskDefinition;
        if (back.kind !== 'rolledBack' || now === order.previous || poll >= STALE_POLLS)
            return now;
        await clock.sleep(order.intervalMs, signal);
    }
}
async function explained(world, look) {
    const { findings, sections } = await gatherEvidence(world, look);
    return { findings, summary: sections };
}


/***/ }),

/***/ 47901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ checkDeployable),
/* harmony export */   r: () => (/* binding */ requireService)
/* harmony export */ });
/* harmony import */ var _cutover_domain_ecs_service__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7137);
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_listener__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51524);
/* harmony import */ var _cutover_domain_revision__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69657);
/* harmony import */ var _find_group_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85088);





/**
 * Refuses by name everything that CodeDeploy would fail on later, or that would pass without being true. Pure.
 * @throws ConfigurationError with all problems found
 */
function checkDeployable(observed, wanted) {
    const { environment, service, revision, config } = observed;
    const { service: name } = environment;
    requireService(service, environment);
    const problems = [];
    if (service.desired === 0 && !wanted.allowZeroTasks) {
        problems.push({
            message: `Service ${name} has a desired count of 0: a deployment would succeed without a single task having run.`,
            remedy: 'Raise the desired count, or set allow-zero-tasks: true.',
        });
    }
    if (service.desired === 0 && wanted.gate?.kind === 'health') {
        problems.push({
            message: `gate: health can never pass for service ${name}: with a desired count of 0 it has no targets.`,
            remedy: 'Raise the desired count, or set gate: none.',
        });
    }
    const primary = (0,_cutover_domain_ecs_service__WEBPACK_IMPORTED_MODULE_2__/* .primaryTaskSet */ .i)(service);
    const balancers = primary?.loadBalancers ?? service.loadBalancers;
    const balancer = balancers[0];
    if (primary === undefined) {
        problems.push({
            message: `Service ${name} has no PRIMARY task set: nothing serves production, so there is nothing to shift from.`,
            remedy: 'Look at the service’s events; create the service again if it never had one.',
        });
    }
    problems.push(...checkService(service, balancers));
    problems.push(...checkRevision(revision, wanted.revision));
    const container = chooseContainer(revision, balancer, wanted.container);
    if (revision?.status === 'ACTIVE') {
        problems.push(...checkContainer(revision, container), ...checkVolumes(revision));
    }
    problems.push(...checkGroup(observed, wanted, balancer));
    if (problems.length > 0 ||
        primary === undefined ||
        revision === undefined ||
        config === undefined ||
        container.name === undefined ||
        container.port === undefined) {
        throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(problems);
    }
    return { service, primary, revision, config, containerName: container.name, containerPort: container.port };
}
/** @throws ConfigurationError unless the service is there, active and under CODE_DEPLOY */
function requireService(service, { cluster, service: name }) {
    if (service === undefined || service.status !== 'ACTIVE') {
        throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
            message: service === undefined
                ? `Cluster ${cluster} has no service ${name}.`
                : `Service ${name} in cluster ${cluster} is ${service.status}.`,
            remedy: 'Correct cluster and service (or stack and aws-region), or create the service.',
        });
    }
    if (service.controller !== 'CODE_DEPLOY') {
        throw new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
            message: `Service ${name} has the ${service.controller} deployment controller; this action deploys services of the CODE_DEPLOY controller.`,
            remedy: `${INSTEAD[service.controller] ?? ''}The controller is chosen when a service is created: create one with deploymentController CODE_DEPLOY (the bundled template does).`,
        });
    }
}
/** What deploys services of the other controllers. */
const INSTEAD = {
    ECS: 'ECS deploys it by itself (aws ecs update-service --task-definition …), blue/green too with deploymentConfiguration.strategy BLUE_GREEN. ',
    EXTERNAL: 'What manages its task sets (CreateTaskSet) has to deploy it. ',
};
/** Services that CodeDeploy can't shift, whatever the revision. */
function checkService(service, balancers) {
    const { name } = service;
    const problems = [];
    if (balancers.length !== 1) {
        problems.push({
            message: `Service ${name} has ${balancers.length} target groups; CodeDeploy can shift exactly one.`,
            remedy: 'Keep one load balancer entry in the service, or use ECS’s own blue/green deployments.',
        });
    }
    else if (balancers[0]?.targetGroupArn === '') {
        problems.push({
            message: `Service ${name} is behind a Classic Load Balancer, which CodeDeploy can’t shift.`,
            remedy: 'Put the service behind an application or network load balancer.',
        });
    }
    if (service.serviceConnect) {
        problems.push({
            message: `Service ${name} uses Service Connect, whose traffic CodeDeploy doesn’t shift.`,
            remedy: 'Turn Service Connect off for this service, or use ECS’s own blue/green deployments, which know it.',
        });
    }
    if (service.schedulingStrategy === 'DAEMON') {
        problems.push({
            message: `Service ${name} has the DAEMON scheduling strategy, which CodeDeploy doesn’t support.`,
            remedy: 'Create the service with the REPLICA strategy.',
        });
    }
    return problems;
}
/** Volumes that only a service of the ECS controller can configure. */
function checkVolumes({ arn, volumesAtLaunch = [] }) {
    if (volumesAtLaunch.length === 0)
        return [];
    return [
        {
            message: `Task definition ${(0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_3__/* .formatRevision */ .T)(arn)} has volumes that are configured at launch (${volumesAtLaunch.join(', ')}); a CodeDeploy deployment can’t configure them.`,
            remedy: 'Use EFS, a bind mount or ephemeral storage, or a service of the ECS controller.',
        },
    ];
}
function checkRevision(revision, wanted) {
    if (revision === undefined) {
        return [
            {
                message: `There is no task definition ${wanted}.`,
                remedy: 'Give an ARN or family:revision that exists in this account and region, such as the output task-definition-arn of register-taskdef.',
            },
        ];
    }
    if (revision.status === 'ACTIVE')
        return [];
    return [
        {
            message: `Task definition ${(0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_3__/* .formatRevision */ .T)(revision.arn)} is ${revision.status} and can’t be deployed.`,
            remedy: 'Register it again (register-taskdef with task-definition-arn makes a copy) and deploy the copy.',
        },
    ];
}
/** From the inputs, else what the live task set uses. */
function chooseContainer(revision, live, wanted) {
    const name = wanted.name ?? live?.containerName;
    const ports = revision?.containers.find((one) => one.name === name)?.ports ?? [];
    // Another container than the live one has another port, unless it has the same.
    const inherited = name === live?.containerName || (live !== undefined && ports.includes(live.containerPort));
    return {
        name,
        port: wanted.port ?? (inherited ? live?.containerPort : ports.length === 1 ? ports[0] : undefined),
    };
}
function checkContainer(revision, { name, port }) {
    const label = (0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_3__/* .formatRevision */ .T)(revision.arn);
    const known = revision.containers.map((one) => one.name);
    const container = revision.containers.find((one) => one.name === name);
    if (container === undefined) {
        return [
            {
                message: `Task definition ${label} has no container ${name ?? ''}; it has ${known.join(', ')}.`,
                remedy: 'Set container-name to the container that serves requests.',
            },
        ];
    }
    if (port !== undefined && container.ports.includes(port))
        return [];
    return [
        {
            message: `Container ${container.name} of ${label} does not map port ${port ?? '(none given)'}; it maps ${container.ports.join(', ') || 'none'}.`,
            remedy: 'Set container-port to a mapped port, or add the port to portMappings of the task definition.',
        },
    ];
}
function checkGroup(observed, wanted, balancer) {
    const { environment, group, config, targetGroups, production, test } = observed;
    const label = `Deployment group ${group.application}/${group.name}`;
    const { cluster, service } = environment;
    if (group.computePlatform !== 'ECS' && group.computePlatform !== '') {
        return [
            {
                message: `${label} is for the ${group.computePlatform} platform, not for ECS.`,
                remedy: 'Create the CodeDeploy application with compute platform ECS.',
            },
        ];
    }
    if (!(0,_find_group_js__WEBPACK_IMPORTED_MODULE_1__/* .isOf */ .y)(group, cluster, service)) {
        const names = group.services.map((one) => `${one.cluster}/${one.service}`).join(', ') || 'no service';
        return [
            {
                message: `${label} is for ${names}, not for ${cluster}/${service}.`,
                remedy: 'Correct codedeploy-deployment-group, or leave it out to have it found.',
            },
        ];
    }
    const problems = [];
    if (config === undefined) {
        problems.push({
            message: `CodeDeploy has no deployment configuration ${wanted.config ?? group.config}.`,
            remedy: 'Correct codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce, CodeDeployDefault.ECSCanary10Percent5Minutes, ... or one of your own.',
        });
    }
    if (config?.computePlatform !== undefined && config.computePlatform !== 'ECS') {
        problems.push({
            message: `Deployment configuration ${config.name} is for the ${config.computePlatform} platform, not for ECS.`,
            remedy: 'Set codedeploy-deployment-config to one for ECS: CodeDeployDefault.ECSAllAtOnce, CodeDeployDefault.ECSCanary10Percent5Minutes, ...',
        });
    }
    if (config !== undefined &&
        config.routing.type !== 'AllAtOnce' &&
        production !== undefined &&
        (0,_cutover_domain_listener__WEBPACK_IMPORTED_MODULE_4__/* .isNetworkListener */ .JG)(production)) {
        problems.push({
            message: `${config.name} shifts traffic gradually, which a network load balancer can’t do.`,
            remedy: 'Set codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce, or use an application load balancer.',
        });
    }
    problems.push(...checkGate(group, wanted));
    if (production !== undefined &&
        test !== undefined &&
        (production.arn === test.arn || production.loadBalancerArn !== test.loadBalancerArn)) {
        problems.push({
            message: `${label} has ${production.arn === test.arn ? 'the same listener for production and test' : 'its production and its test listener on different load balancers'}.`,
            remedy: 'Set testTrafficRoute to another listener of the same load balancer, or leave it out.',
        });
    }
    const pair = targetGroups.map(({ arn }) => arn);
    problems.push(...checkPair(label, observed));
    if (pair.length !== 2) {
        problems.push({
            message: `${label} needs two existing target groups and has ${pair.length} (${group.targetGroups.join(', ') || 'none'}).`,
            remedy: 'Set targetGroupPairInfoList to a pair of target groups that exist.',
        });
    }
    else if (balancer !== undefined && !pair.includes(balancer.targetGroupArn)) {
        problems.push({
            message: `The PRIMARY task set is in ${balancer.targetGroupArn}, which is not one of the pair of ${label} (${group.targetGroups.join(', ')}).`,
            remedy: 'Put the service’s target group into the group’s pair.',
        });
    }
    else if (balancer !== undefined) {
        problems.push(...checkListener('production', group.productionListener, production, balancer.targetGroupArn, pair), ...(group.testListener === undefined
            ? []
            : checkListener('test', group.testListener, test, balancer.targetGroupArn, pair)));
    }
    return problems;
}
/** Whether both target groups can take the service's tasks, behind the load balancer that the listeners are of. */
function checkPair(label, { revision, targetGroups, production }) {
    const wanted = revision?.networkMode === 'awsvpc' ? 'ip' : 'instance';
    return targetGroups.flatMap(({ name, targetType, loadBalancerArns }) => {
        const elsewhere = loadBalancerArns.filter((arn) => arn !== production?.loadBalancerArn);
        return [
            ...(targetType === undefined || revision?.networkMode === undefined || targetType === wanted
                ? []
                : [
                    {
                        message: `Target group ${name} of ${label} has targets of type ${targetType}; tasks of network mode ${revision.networkMode} need ${wanted}.`,
                        remedy: `Create a target group of type ${wanted} and put it into the group’s pair; the type of a target group can’t be changed.`,
                    },
                ]),
            ...(production === undefined || elsewhere.length === 0
                ? []
                : [
                    {
                        message: `Target group ${name} of ${label} belongs to another load balancer (${elsewhere.join(', ')}) than the production listener.`,
                        remedy: 'Use two target groups of the load balancer that has the listeners; a target group serves one only.',
                    },
                ]),
        ];
    });
}
/** Whether the group waits before the shift where somebody is to decide about it. */
function checkGate({ name, readyAction, readyWaitMinutes }, { gate, waitUntil }) {
    const waits = readyAction === 'STOP_DEPLOYMENT' && readyWaitMinutes > 0;
    const asked = gate === undefined ? 'wait-until: ready' : `gate: ${gate.kind}`;
    if (!waits && (gate !== undefined || waitUntil === 'ready')) {
        return [
            {
                message: `${asked} needs a deployment group that waits before the shift; ${name} continues at once.`,
                remedy: `Give the group a wait: parameter ReadyWaitMinutes of the bundled template (such as 30), or aws deploy update-deployment-group with deploymentReadyOption actionOnTimeout=STOP_DEPLOYMENT,waitTimeInMinutes=30. Without a wait, ${gate === undefined ? 'use wait-until: traffic-shifted' : 'a hook in the AppSpec can test the new version'}.`,
            },
        ];
    }
    if (gate === undefined)
        return [];
    const problems = [];
    if (waitUntil === 'ready') {
        problems.push({
            message: `${asked} continues the deployment when it passes, and wait-until: ready leaves it waiting.`,
            remedy: 'Set wait-until to traffic-shifted or completed, or leave the gate to a later step with mode: continue.',
        });
    }
    if (gate.minutes > readyWaitMinutes) {
        problems.push({
            message: `gate-timeout-minutes ${gate.minutes} is longer than ${name} waits before the shift (${readyWaitMinutes} min); CodeDeploy would stop the deployment first.`,
            remedy: `Set gate-timeout-minutes to less than ${readyWaitMinutes}, or let the group wait longer (ReadyWaitMinutes).`,
        });
    }
    if (gate.kind === 'http' && gate.url === undefined) {
        problems.push({
            message: `gate: http has no address to ask: ${name} has no test listener, and gate-url was not given.`,
            remedy: 'Give the group a test listener (testTrafficRoute), or set gate-url.',
        });
    }
    return problems;
}
/** CodeDeploy refuses to start unless both listeners forward to the target group of the PRIMARY task set. */
function checkListener(role, arn, listener, primary, pair) {
    if (listener === undefined) {
        return [
            {
                message: arn === undefined
                    ? `The deployment group has no ${role} listener.`
                    : `The ${role} listener ${arn} does not exist.`,
                remedy: `Set the group’s ${role === 'production' ? 'prodTrafficRoute' : 'testTrafficRoute'} to an existing listener.`,
            },
        ];
    }
    const percents = (0,_cutover_domain_listener__WEBPACK_IMPORTED_MODULE_4__/* .served */ .EZ)(listener);
    const astray = pair.filter((one) => one !== primary && percents.has(one));
    if (percents.has(primary) && astray.length === 0)
        return [];
    const now = [...percents].map(([group, percent]) => `${group} ${percent} %`).join(', ') || 'nothing';
    return [
        {
            message: `The ${role} listener on port ${listener.port} forwards to ${now}; it must forward to the target group of the PRIMARY task set, ${primary}.`,
            remedy: `Point the ${role} listener back: aws elbv2 modify-listener --listener-arn ${listener.arn} --default-actions Type=forward,TargetGroupArn=${primary}`,
        },
    ];
}


/***/ }),

/***/ 12014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Hx: () => (/* binding */ nothingKnown),
/* harmony export */   IM: () => (/* binding */ stopCommand)
/* harmony export */ });
/** The command by which a person stops a deployment and goes back. */
function stopCommand(id) {
    return `aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`;
}
/** What is true of a deployment of which nothing is known yet. */
function nothingKnown(world, startedAt) {
    return {
        remedy: '',
        findings: [],
        summary: [],
        deploymentId: undefined,
        status: undefined,
        rolledBack: false,
        rollbackDeploymentId: undefined,
        superseded: false,
        shiftedAt: undefined,
        startedAt,
        endedAt: world.clock.now(),
    };
}
/** From now on `post:` has nothing to do. */
function settle(world) {
    world.remember('settled', 'true');
}


/***/ }),

/***/ 48785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ createDeployment),
/* harmony export */   Z: () => (/* binding */ findOurs)
/* harmony export */ });
/* harmony import */ var _cutover_domain_console__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82171);
/* harmony import */ var _cutover_domain_revision__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69657);


/** How often a creation is tried whose answer got lost. */
const ATTEMPTS = 5;
const PAUSE_MS = 1000;
/** How far the clocks of runner and AWS may be apart when a lost deployment is looked for. */
const SKEW_MS = 5 * 60_000;
/**
 * Creates the deployment once and only once: whenever an answer got lost, the deployment is looked for by its description
 * before it is asked for again. The id is remembered for `post:` before anything else happens.
 */
async function createDeployment(world, order) {
    const { aws, clock, progress, signal } = world;
    const since = clock.now() - SKEW_MS;
    world.remember('on-cancel', order.onCancel);
    world.remember('created-as', JSON.stringify({ ...identity(order), since }));
    let lost;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        signal.throwIfAborted();
        world.remember('creation', 'asked');
        const answer = await aws.deployments.create({
            application: order.application,
            group: order.group,
            appSpec: order.appSpec,
            description: order.description,
            config: order.config,
            autoRollbackEvents: order.autoRollbackEvents,
            alarms: order.ignoreAlarms ? { enabled: false, names: [], ignorePollFailure: false } : order.alarms,
        });
        if (answer.kind !== 'unknown')
            world.remember('creation', 'answered');
        if (answer.kind === 'created')
            return announce(world, order, answer.id);
        if (answer.kind !== 'throttled') {
            if (answer.kind === 'unknown') {
                lost = answer.error;
                await clock.sleep(PAUSE_MS, signal);
            }
            const ours = await findOurs(aws, { ...identity(order), since });
            if (ours !== undefined) {
                progress.report({
                    type: 'note',
                    text: `Deployment ${ours.id} was created although its answer got lost.`,
                });
                return announce(world, order, ours.id);
            }
            if (answer.kind === 'busy')
                return { kind: 'busy', activeId: answer.activeId, message: answer.message };
        }
        else {
            lost = answer.error;
            await clock.sleep(PAUSE_MS * 2 ** attempt * (1 + clock.random()), signal);
        }
    }
    throw lost ?? new Error('CreateDeployment was not attempted');
}
function identity({ application, group, description }) {
    return { application, group, description };
}
/** The deployment that an unanswered creation left behind, if it did. */
async function findOurs(aws, { application, group, description, since }) {
    const recent = await aws.deployments.createdSince(application, group, since);
    return recent.find((one) => one.description === description);
}
function announce(world, order, id) {
    world.remember('deployment-id', id);
    world.progress.report({
        type: 'deployment.created',
        id,
        revision: (0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_1__/* .formatRevision */ .T)(order.revision),
        link: (0,_cutover_domain_console__WEBPACK_IMPORTED_MODULE_0__/* .consoleLink */ .i)(world.aws.region, { kind: 'deployment', id }),
    });
    return { kind: 'created', id };
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

/***/ 92057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ observe)
/* harmony export */ });
/** Looks at everything that a plan depends on; reads only. */
async function observe(aws, asked) {
    const { environment, group } = asked;
    const arns = [group.productionListener, group.testListener].filter((arn) => arn !== undefined);
    const [service, revision, config, targetGroups, listeners] = await Promise.all([
        asked.service ?? aws.services.describe(environment.cluster, environment.service),
        aws.deployableRevisions.describe(asked.revision),
        aws.deploymentGroups.config(asked.config ?? group.config),
        group.targetGroups.length === 0 ? [] : aws.loadBalancing.targetGroupsNamed(group.targetGroups),
        aws.loadBalancing.listeners([...new Set(arns)]),
    ]);
    const named = (wanted) => listeners.find(({ arn }) => arn === wanted);
    return {
        environment,
        group,
        service,
        revision,
        config,
        targetGroups,
        production: named(group.productionListener),
        test: named(group.testListener),
    };
}


/***/ }),

/***/ 88261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ followRollback)
/* harmony export */ });
/* harmony import */ var _cutover_domain_deployment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65335);
/* harmony import */ var _cutover_domain_wait__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13329);


/** Polls after a deployment's end within which CodeDeploy has named its rollback deployment. */
const NAMING_POLLS = 10;
/** When the replacement task set never came to be there is nothing to go back from, and usually no rollback. */
const NAMING_POLLS_WITHOUT_REPLACEMENT = 2;
/** How long a rollback deployment may take: it only moves traffic back, in milliseconds. */
const ROLLBACK_MS = 20 * 60_000;
const STOPPING_MS = 10 * 60_000;
/**
 * Follows a deployment that ends without success, and then the rollback deployment that CodeDeploy names for it, to the
 * end. Only the named one counts: it may finish too quickly to be listed as active.
 */
async function followRollback(world, id, options) {
    const { aws, clock, progress } = world;
    const signal = options.signal ?? world.signal;
    const { intervalMs, limitMs = Number.POSITIVE_INFINITY } = options;
    const begun = clock.now();
    const deadline = (ms) => Math.min(clock.now() + ms, begun + limitMs);
    let deployment = await aws.deployments.get(id);
    let seen = deployment.status;
    let polls = 0;
    const patience = options.replaced === false ? NAMING_POLLS_WITHOUT_REPLACEMENT : NAMING_POLLS;
    await (0,_cutover_domain_wait__WEBPACK_IMPORTED_MODULE_1__/* .wait */ .u)(async () => {
        deployment = await aws.deployments.get(id);
        if (deployment.status !== seen) {
            seen = deployment.status;
            progress.report({ type: 'deployment.status', id, status: seen });
        }
        if (!(0,_cutover_domain_deployment__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .H)(deployment.status))
            return { state: 'pending', reason: `${id} is ${deployment.status}` };
        // A deployment that succeeds while it is being stopped has no way back.
        const named = deployment.rollbackDeploymentId !== undefined || deployment.status === 'Succeeded';
        return named || ++polls >= patience
            ? { state: 'done', value: undefined }
            : { state: 'pending', reason: `${id} has no rollback deployment yet` };
    }, { clock, signal, intervalMs, deadline: deadline(STOPPING_MS) });
    const backId = deployment.rollbackDeploymentId;
    if (backId === undefined)
        return { deployment, back: { kind: 'none' } };
    let status;
    const ended = await (0,_cutover_domain_wait__WEBPACK_IMPORTED_MODULE_1__/* .wait */ .u)(async () => {
        const back = await aws.deployments.get(backId);
        if (back.status !== status) {
            progress.report({ type: 'deployment.status', id: backId, status: back.status, back: true });
            status = back.status;
        }
        return (0,_cutover_domain_deployment__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .H)(back.status)
            ? { state: 'done', value: back }
            : { state: 'pending', reason: `rollback deployment ${backId} is ${back.status}` };
    }, { clock, signal, intervalMs, deadline: deadline(ROLLBACK_MS) });
    if (ended.kind === 'timedOut') {
        return { deployment, back: { kind: 'rollbackUnfinished', id: backId, status: status ?? '' } };
    }
    return {
        deployment,
        back: ended.value.status === 'Succeeded'
            ? { kind: 'rolledBack', id: backId }
            : { kind: 'rollbackFailed', id: backId, deployment: ended.value },
    };
}


/***/ })

};
