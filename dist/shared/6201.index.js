export const id = 6201;
export const ids = [6201];
export const modules = {

/***/ 35922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nx: () => (/* binding */ complaintOf),
/* harmony export */   O7: () => (/* binding */ parseStatuses),
/* harmony export */   QG: () => (/* binding */ parseHeaders),
/* harmony export */   r4: () => (/* binding */ parseText)
/* harmony export */ });
/* unused harmony export formatStatuses */
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);

/** What is wrong with an answer, as the end of a sentence that starts with the address; undefined when nothing is. */
function complaintOf(answer, expected) {
    const { body, headers, milliseconds, status } = answer;
    if (!expected.statuses.some(([from, to]) => status >= from && status <= to)) {
        const { location } = headers;
        const where = location === undefined ? '' : ` (a redirect to ${location})`;
        return `answered ${status}${where}, not ${formatStatuses(expected.statuses)}`;
    }
    for (const { name, value } of expected.headers) {
        const found = headers[name];
        if (found === undefined)
            return `answered ${status} without the header ${name}`;
        if (value !== undefined && !value.fits(found))
            return `answered ${status} with ${name}: ${excerpt(found)}, which does not fit ${value.shown}`;
    }
    if (expected.body !== undefined && !expected.body.fits(body)) {
        return `answered ${status}, but the body does not fit ${expected.body.shown}; it is ${body === '' ? 'empty' : excerpt(body)}`;
    }
    if (expected.maxLatencyMs !== undefined && milliseconds > expected.maxLatencyMs) {
        return `answered ${status} after ${Math.round(milliseconds)} ms, more than ${expected.maxLatencyMs} ms`;
    }
    return undefined;
}
const LONGEST_EXCERPT = 120;
/** The beginning of a text from outside, fit for one line. */
function excerpt(text) {
    const line = text
        .slice(0, LONGEST_EXCERPT)
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .trim();
    return `“${line}${text.length > LONGEST_EXCERPT ? '…' : ''}”`;
}
function formatStatuses(statuses) {
    return statuses.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
/** `200`, `200-299`, `200,204,301-302`. */
function parseStatuses(value) {
    return value.split(',').map((part) => {
        const [, from, to] = /^\s*([1-5]\d\d)(?:-([1-5]\d\d))?\s*$/.exec(part) ?? [];
        if (from === undefined || Number(to ?? from) < Number(from)) {
            throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('a list of HTTP statuses', 'Write it like 200, 200-299 or 200,204.');
        }
        return [Number(from), Number(to ?? from)];
    });
}
/** `/pattern/flags` is a regular expression, anything else a text that must be contained. */
function parseText(value) {
    const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(value) ?? [];
    if (source === undefined) {
        return { shown: JSON.stringify(value), fits: (text) => text.includes(value) };
    }
    if (!/^[imsuv]*$/.test(flags ?? '')) {
        throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('a text or a /regular expression/', 'Of the flags, i, m, s, u and v can be used.');
    }
    try {
        const pattern = new RegExp(source, flags);
        return { shown: value, fits: (text) => pattern.test(text) };
    }
    catch (error) {
        throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('a text or a /regular expression/', `Mend the expression (${error instanceof Error ? error.message : String(error)}).`);
    }
}
/** `name` or `name: text` or `name: /pattern/`, one a line. */
function parseHeaders(value) {
    return value
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => {
        const [, name, text] = /^([\w!#$%&'*+.^`|~-]+)(?:\s*:\s*(.*))?$/.exec(line) ?? [];
        if (name === undefined) {
            throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('a list of headers', 'Write one a line, like content-type: application/json, x-version: /^42$/ or strict-transport-security.');
        }
        return {
            name: name.toLowerCase(),
            value: text === undefined || text === '' ? undefined : parseText(text),
        };
    });
}


/***/ }),

/***/ 3667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ expectationOf),
/* harmony export */   s: () => (/* binding */ probeInputs)
/* harmony export */ });
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);
/* harmony import */ var _expectation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35922);


/** Inputs of a step that sends requests over HTTP and judges the answers. */
const probeInputs = {
    url: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(address, {}),
    path: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)({ pattern: /^\//, expected: 'a path that begins with /', example: '/health' }),
    'host-header': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)({
        pattern: /^(?=.{1,253}(?::\d{1,5})?$)[A-Za-z0-9_](?:[\w-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[\w-]*[A-Za-z0-9_])?)*(?::\d{1,5})?$/,
        expected: 'a host name',
        example: 'shop.example.com',
    }),
    'expect-status': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStatuses */ .O7, { default: '200' }),
    'expect-body': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .parseText */ .r4, {}),
    'expect-header': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHeaders */ .QG, {}),
    'max-latency-ms': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)({ min: 1, max: 300_000, integer: true }),
    'probe-count': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)({ default: '1', min: 1, max: 1000, integer: true }),
    'probe-concurrency': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)({ default: '1', min: 1, max: 100, integer: true }),
};
function address(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
        throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('an http or https address', 'Write it like https://shop.example.com/health.');
    }
    return value;
}
/** The inputs' values as one expectation. */
function expectationOf(given) {
    return {
        statuses: given['expect-status'],
        body: given['expect-body'],
        headers: given['expect-header'] ?? [],
        maxLatencyMs: given['max-latency-ms'],
    };
}


/***/ }),

/***/ 38623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ inputs)
/* harmony export */ });
/* harmony import */ var _cutover_domain_arn__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32549);
/* harmony import */ var _cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36875);
/* harmony import */ var _cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4341);
/* harmony import */ var _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63077);
/* harmony import */ var _cutover_domain_revision__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69657);
/* harmony import */ var _probe_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3667);






/** Inputs of verify-target-health; the contract is its `action.yml`. */
const inputs = {
    stack: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__/* .stack */ .t$)(),
    cluster: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__/* .cluster */ .bz)(),
    service: (0,_cutover_domain_environment_inputs__WEBPACK_IMPORTED_MODULE_1__/* .service */ .eu)(),
    'task-definition-arn': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(revisionName, {}),
    listener: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['production', 'test'], { default: 'production' }),
    'listener-arn': arns({
        pattern: /^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:listener(-rule)?\/(app|net)\/[^/]+(\/\w+){2,3}$/,
        expected: 'a list of ARNs of listeners or listener rules',
        example: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef',
    }),
    'target-group-arn': arns({
        pattern: /^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/[^/]+\/\w+$/,
        expected: 'a list of ARNs of target groups',
        example: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web-blue/0123456789abcdef',
    }),
    'min-healthy': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)({ min: 1, max: 5000, integer: true }),
    consecutive: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)({ default: '2', min: 1, max: 100, integer: true }),
    'wait-for-minutes': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)({ default: '5', min: 0.01, max: 360 }),
    'poll-interval-seconds': (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)({ default: '5', min: 0.05, max: 60 }),
    ..._probe_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .probeInputs */ .s,
    alarms: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(),
    ..._cutover_domain_credential_inputs__WEBPACK_IMPORTED_MODULE_0__/* .credentialInputs */ .H,
    region: (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ aliases: ['aws-region'] }),
};
function revisionName(value) {
    const arn = (0,_cutover_domain_arn__WEBPACK_IMPORTED_MODULE_4__/* .parseArn */ .L)(value);
    if ((0,_cutover_domain_revision__WEBPACK_IMPORTED_MODULE_5__/* .parseRevision */ .P)(value) === undefined || (arn !== undefined && arn.service !== 'ecs')) {
        throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9('the ARN of a task definition or family:revision', 'Write it like arn:aws:ecs:us-east-1:123456789012:task-definition/web:7, or web:7.');
    }
    return value;
}
/** ARNs of one form, separated by commas or newlines. */
function arns(options) {
    const entries = (0,_cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)();
    return {
        ...entries,
        parse: (value) => {
            const found = entries.parse(value);
            if (!found.every((one) => options.pattern.test(one)))
                throw new _cutover_domain_inputs__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(options.expected, `Write each like ${options.example}.`);
            return found;
        },
    };
}


/***/ }),

/***/ 46201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ verifyTargetHealth)
});

// EXTERNAL MODULE: ./packages/steps/lib/verify-target-health/inputs.js
var inputs = __webpack_require__(38623);
// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/target-verdict.js
var target_verdict = __webpack_require__(50209);
// EXTERNAL MODULE: ./packages/domain/lib/wait.js
var wait = __webpack_require__(13329);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/abortable.js
var abortable = __webpack_require__(33235);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/environment.js
var deployment_environment = __webpack_require__(25252);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/find-group.js
var find_group = __webpack_require__(85088);
// EXTERNAL MODULE: ./packages/steps/lib/probe/inputs.js
var probe_inputs = __webpack_require__(3667);
// EXTERNAL MODULE: ./packages/steps/lib/credentials.js + 1 modules
var credentials = __webpack_require__(45149);
;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/address.js

/**
 * Where requests of the entrances' first listener are sent: `https://DNS-NAME:443`.
 * @throws ConfigurationError when there is no listener, or the load balancer is out of the runner's reach
 */
async function addressOf(aws, entrances) {
    const [listener] = entrances.flatMap(({ listeners }) => listeners);
    const balancer = listener === undefined ? undefined : await aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
    if (listener === undefined || balancer === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: 'Input path was given, but no url that it belongs to, and no listener has an address.',
            remedy: 'Give url: http(s)://HOST, or stack: with an output ServiceUrl.',
        });
    }
    const secure = listener.protocol === 'HTTPS' || listener.protocol === 'TLS';
    return `${secure ? 'https' : 'http'}://${balancer.dnsName}:${listener.port}`;
}

// EXTERNAL MODULE: ./packages/domain/lib/ecs-service.js
var ecs_service = __webpack_require__(7137);
// EXTERNAL MODULE: ./packages/domain/lib/revision.js
var lib_revision = __webpack_require__(69657);
// EXTERNAL MODULE: ./packages/steps/lib/probe/expectation.js
var expectation = __webpack_require__(35922);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./packages/steps/lib/probe/request.js



/** Nobody waits longer for a web page, in milliseconds. */
const PATIENCE_MS = 10_000;
/** More of a body is not looked at, in bytes. */
const BODY_LIMIT = 1024 * 1024;
/**
 * One GET over a connection of its own, so that a load balancer may choose any target. Redirects are not followed. A
 * certificate is always verified.
 * @throws the signal's reason when the step is cancelled
 */
async function ask(question, clock, signal) {
    signal.throwIfAborted();
    const begun = clock.now();
    try {
        const answer = await send(question, signal);
        return { kind: 'answer', answer: { ...answer, milliseconds: clock.now() - begun } };
    }
    catch (error) {
        signal.throwIfAborted();
        return { kind: 'silence', ...reasonOf(error, question), milliseconds: clock.now() - begun };
    }
}
async function send({ hostHeader, patienceMs, url }, signal) {
    const address = new URL(url);
    const name = (hostHeader ?? address.hostname).replace(/:\d+$/, '').replaceAll(/^\[|\]$/g, '');
    const options = {
        method: 'GET',
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
        headers: {
            host: hostHeader ?? address.host,
            'user-agent': 'cutover-probe',
            accept: '*/*',
            connection: 'close',
            ...(address.username === '' ? {} : { authorization: basic(address) }),
        },
    };
    const message = await new Promise((resolve, reject) => {
        const outgoing = address.protocol === 'https:'
            ? (0,external_node_https_.request)(address, { ...options, ...((0,external_node_net_.isIP)(name) === 0 ? { servername: name } : {}) }, resolve)
            : (0,external_node_http_.request)(address, options, resolve);
        // An error may come after the answer has begun; the body's reader meets it.
        outgoing.on('error', reject);
        outgoing.end();
    });
    return {
        status: message.statusCode ?? 0,
        headers: headersOf(message),
        body: await collect(message),
    };
}
function basic({ password, username }) {
    return `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
}
async function collect(message) {
    const parts = [];
    let bytes = 0;
    for await (const part of message) {
        if (bytes < BODY_LIMIT)
            parts.push(part.subarray(0, BODY_LIMIT - bytes));
        bytes += part.length;
        // A stream without an end is an answer too.
        if (bytes >= BODY_LIMIT)
            break;
    }
    return Buffer.concat(parts).toString('utf8');
}
function headersOf({ headers }) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]));
}
/** Why there was no answer, and what helps where that can be known. */
function reasonOf(error, { hostHeader, patienceMs, url }) {
    const { cert, code = '', message, name } = firstOf(error);
    const { host, hostname } = new URL(url);
    if (name === 'TimeoutError' || name === 'AbortError') {
        return {
            why: `did not answer within ${Math.round(patienceMs / 1000)} s`,
            remedy: 'The runner must be let in by the load balancer’s security group, and the application must answer.',
        };
    }
    switch (code) {
        case 'ERR_TLS_CERT_ALTNAME_INVALID': {
            const names = (cert?.subjectaltname ?? cert?.subject?.CN ?? '').replaceAll('DNS:', '');
            return {
                why: `has a certificate for ${names === '' ? 'another name' : names}, not for ${hostHeader ?? hostname}`,
                remedy: 'Give host-header: the name that users write, or that name in url.',
            };
        }
        case 'CERT_HAS_EXPIRED':
            return { why: 'has a certificate that has expired', remedy: 'Renew the listener’s certificate.' };
        case 'DEPTH_ZERO_SELF_SIGNED_CERT':
        case 'SELF_SIGNED_CERT_IN_CHAIN':
        case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
        case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
            return {
                why: `has a certificate of an authority that the runner does not know (${code})`,
                remedy: 'Give the step the authority’s certificate: env: NODE_EXTRA_CA_CERTS: /path/to/authority.pem. Certificates are always verified.',
            };
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return {
                why: `has a host that can’t be found: ${hostname}`,
                remedy: 'Correct the address or the DNS record.',
            };
        case 'ECONNREFUSED':
            return { why: `refuses connections at ${host}`, remedy: 'Nothing listens there; correct the port.' };
        case 'ECONNRESET':
            return { why: 'closed the connection without an answer', remedy: undefined };
        default:
            return { why: `did not answer: ${message}${code === '' ? '' : ` (${code})`}`, remedy: undefined };
    }
}
/** A host with several addresses fails with one error for each. */
function firstOf(error) {
    const { errors } = (error ?? {});
    return errors?.[0] ?? error;
}

;// CONCATENATED MODULE: ./packages/steps/lib/probe/round.js


/** Sends the requests of one round and waits for all answers. @throws the signal's reason when the step is cancelled */
async function probe(wanted, clock, signal) {
    const question = {
        url: wanted.url,
        hostHeader: wanted.hostHeader,
        // What comes too late is still worth knowing.
        patienceMs: Math.max(PATIENCE_MS, 2 * (wanted.expected.maxLatencyMs ?? 0)),
    };
    const replies = [];
    let begun = 0;
    const worker = async () => {
        while (begun < wanted.count) {
            begun++;
            replies.push(await ask(question, clock, signal));
        }
    };
    await Promise.all(Array.from({ length: Math.min(wanted.concurrency, wanted.count) }, worker));
    return judge(wanted, replies);
}
function judge({ expected, url }, replies) {
    const judged = replies.map((reply) => reply.kind === 'silence'
        ? { status: 0, milliseconds: reply.milliseconds, complaint: reply.why, remedy: reply.remedy }
        : {
            status: reply.answer.status,
            milliseconds: reply.answer.milliseconds,
            complaint: (0,expectation/* complaintOf */.Nx)(reply.answer, expected),
            remedy: undefined,
        });
    const amiss = judged.filter(({ complaint }) => complaint !== undefined);
    const times = judged.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
    const [worst] = amiss;
    const share = replies.length > 1
        ? ` (${amiss.length} of ${replies.length} requests were not answered as expected)`
        : '';
    return {
        ok: worst === undefined,
        asked: replies.length,
        fine: replies.length - amiss.length,
        status: (worst ?? judged[0])?.status ?? 0,
        medianMs: times[Math.floor((times.length - 1) / 2)] ?? 0,
        slowestMs: times.at(-1) ?? 0,
        complaint: worst === undefined ? undefined : `${url} ${worst.complaint ?? ''}${share}`,
        remedy: worst?.remedy,
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/alarms.js

/** @throws ConfigurationError naming those that do not exist */
async function lookAtAlarms(aws, names) {
    if (names.length === 0)
        return [];
    const found = await aws.alarms.describe(names);
    const missing = [...new Set(names)].filter((name) => !found.some((alarm) => alarm.name === name));
    if (missing.length > 0) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input alarms: CloudWatch has no alarm ${missing.join(' and no alarm ')} in ${aws.region}.`,
            remedy: 'Correct the names, or aws-region. Alarms are named, not given by ARN.',
        });
    }
    return found;
}
/** What is wrong with the alarms; undefined when all are OK. */
function alarmTrouble(alarms) {
    const ringing = alarms.filter(({ state }) => state !== 'OK');
    if (ringing.length === 0)
        return undefined;
    return ringing
        .map(({ name, reason, state }) => `alarm ${name} is in ${state}${because(reason)}`)
        .join('; ');
}
function because(reason) {
    const said = reason.replaceAll(/\s+/g, ' ').replace(/\.$/, '').trim();
    return said === '' ? '' : ` (${said})`;
}

;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/entrances.js


/**
 * The ways by which requests come in, as listeners and rules stand now: those that the user named, else the deployment
 * group's listener with its pair, else whatever forwards to the service's own target groups. Names of target groups mean
 * nothing.
 * @throws ConfigurationError when something that the user named does not exist
 */
async function findEntrances(aws, asked, service, group) {
    const pair = await pairOf(aws, group);
    const own = pair ?? targetGroupsOf(service);
    if (asked.listeners.length > 0)
        return await namedListeners(aws, asked.listeners, own, pair ?? []);
    const listenerArn = asked.role === 'test' ? group?.testListener : group?.productionListener;
    if (asked.role === 'test' && listenerArn === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: group === undefined
                ? `Service ${service.name} has no CodeDeploy deployment group that could name a test listener.`
                : `Deployment group ${group.application}/${group.name} has no test listener.`,
            remedy: 'Give listener-arn: the ARN of the test listener, or leave listener at production.',
        });
    }
    const ofPair = pair === undefined || listenerArn === undefined
        ? undefined
        : { listeners: await existing(aws, listenerArn), candidates: pair };
    if (asked.targetGroups.length > 0) {
        return await Promise.all(asked.targetGroups.map(async (wanted) => ofPair?.candidates.includes(wanted) === true
            ? { ...ofPair, wanted }
            : { listeners: await forwardingTo(aws, wanted), candidates: [wanted] }));
    }
    if (ofPair !== undefined)
        return [ofPair];
    return await Promise.all(own.map(async (candidate) => ({
        listeners: await forwardingTo(aws, candidate),
        candidates: [candidate],
    })));
}
async function pairOf(aws, group) {
    if (group === undefined || group.targetGroups.length === 0)
        return undefined;
    const found = await aws.loadBalancing.targetGroupsNamed(group.targetGroups);
    return found.length === 0 ? undefined : found.map(({ arn }) => arn);
}
function targetGroupsOf(service) {
    const balancers = (0,ecs_service/* primaryTaskSet */.i)(service)?.loadBalancers ?? service.loadBalancers;
    return [...new Set(balancers.map(({ targetGroupArn }) => targetGroupArn))];
}
async function existing(aws, arn) {
    const found = await aws.loadBalancing.listener(arn);
    return found === undefined ? [] : [found];
}
/** The listeners of the group's load balancers that forward to it, or name it with a weight of 0. */
async function forwardingTo(aws, targetGroup) {
    const found = await aws.loadBalancing.targetGroup(targetGroup);
    const all = await Promise.all((found?.loadBalancerArns ?? []).map((arn) => aws.loadBalancing.listenersOf(arn)));
    return all
        .flat()
        .filter(({ rules }) => rules.some(({ forwards }) => forwards.some(({ targetGroupArn }) => targetGroupArn === targetGroup)));
}
/** A listener's ARN is contained in those of its rules. */
function listenerOf(arn) {
    return arn.replace(/:listener-rule\/(.+)\/\w+$/, ':listener/$1');
}
/** One entrance for each set of target groups among which the named listeners or rules choose. */
async function namedListeners(aws, named, own, pair) {
    const found = [];
    for (const arn of named) {
        const listener = await aws.loadBalancing.listener(listenerOf(arn));
        const rules = listener?.rules.filter((rule) => arn === listener.arn || rule.arn === arn) ?? [];
        if (listener === undefined || rules.length === 0) {
            throw new errors/* ConfigurationError */.j1({
                message: `Input listener-arn: there is no ${listener === undefined ? 'listener' : 'rule'} ${arn}.`,
                remedy: 'Correct the ARN, or aws-region.',
            });
        }
        const forwarding = rules.filter(({ forwards }) => forwards.length > 0);
        // A listener may serve other services beside this one; a rule that was named is meant.
        const ours = forwarding.filter((rule) => rule.arn === arn || forwardsTo(rule, own));
        if (ours.length === 0) {
            found.push({ candidates: own, listener: { ...listener, rules: forwarding } });
        }
        for (const rule of ours) {
            const groups = rule.forwards.map(({ targetGroupArn }) => targetGroupArn);
            // Blue and green are one choice, even where a rule names only one of them.
            const candidates = groups.every((group) => pair.includes(group)) ? pair : groups;
            found.push({ candidates, listener: { ...listener, rules: [rule] } });
        }
    }
    const entrances = new Map();
    for (const { candidates, listener } of found) {
        const key = candidates.toSorted().join(' ');
        const known = entrances.get(key);
        entrances.set(key, { candidates, listeners: [...(known?.listeners ?? []), listener] });
    }
    return [...entrances.values()];
}
function forwardsTo(rule, groups) {
    return rule.forwards.some(({ targetGroupArn }) => groups.includes(targetGroupArn));
}

// EXTERNAL MODULE: ./packages/domain/lib/listener.js
var lib_listener = __webpack_require__(51524);
;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/look.js

/** One look at the targets and tasks behind the entrances. */
async function look(aws, { cluster, name }, entrances) {
    const reached = new Set(entrances.flatMap(({ candidates, listeners }) => listeners.flatMap((listener) => [...(0,lib_listener/* served */.EZ)(listener).keys()]).filter((arn) => candidates.includes(arn))));
    const [tasks, health] = await Promise.all([
        aws.taskSetTasks.running(cluster, name),
        Promise.all([...reached].map(async (arn) => [arn, await aws.loadBalancing.health(arn)])),
    ]);
    return {
        entrances,
        tasks,
        health: new Map(health.flatMap(([arn, targets]) => (targets === undefined ? [] : [[arn, targets]]))),
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/plan.js


/** @throws ConfigurationError when there is nothing that could be proven */
function plan(request, environment, service) {
    const { cluster, service: name } = environment;
    if (service === undefined || service.status !== 'ACTIVE') {
        throw new errors/* ConfigurationError */.j1({
            message: service === undefined
                ? `Cluster ${cluster} has no service ${name}.`
                : `Service ${name} in cluster ${cluster} is ${service.status}.`,
            remedy: 'Correct cluster and service (or stack and aws-region).',
        });
    }
    if (service.desired === 0 && request.minHealthy === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Service ${name} has a desired count of 0: no target can be healthy.`,
            remedy: 'Raise the desired count, or give min-healthy if a scaler is about to do so.',
        });
    }
    if (request.listeners.length > 0 && request.targetGroups.length > 0) {
        throw new errors/* ConfigurationError */.j1({
            message: 'Inputs listener-arn and target-group-arn were both given.',
            remedy: 'Keep one: the listeners tell which target groups they forward to.',
        });
    }
    return {
        cluster,
        service: name,
        role: request.role,
        revision: request.revision ?? expectedRevision(service, request.role),
        minHealthy: request.minHealthy,
        listeners: request.listeners,
        targetGroups: request.targetGroups,
        consecutive: request.consecutive,
        limitMs: request.waitForMinutes * 60_000,
        intervalMs: request.intervalMs,
        probe: probeOf(request, environment),
        alarms: request.alarms,
    };
}
/** Behind the test listener the replacement serves, as long as there is one. */
function expectedRevision(service, role) {
    const replacement = service.taskSets.findLast(({ status }) => status === 'ACTIVE');
    return role === 'test' && replacement !== undefined ? replacement.taskDefinition : (0,ecs_service/* servingRevision */.q)(service);
}
function probeOf(request, environment) {
    const { url, path, hostHeader, expected, count, concurrency } = request;
    if (url === undefined && path === undefined) {
        const given = [
            ...(expected.body === undefined ? [] : ['expect-body']),
            ...(expected.headers.length === 0 ? [] : ['expect-header']),
            ...(expected.maxLatencyMs === undefined ? [] : ['max-latency-ms']),
            ...(hostHeader === undefined ? [] : ['host-header']),
            ...(count === 1 ? [] : ['probe-count']),
        ];
        if (given.length === 0)
            return undefined;
        throw new errors/* ConfigurationError */.j1({
            message: `${given.length === 1 ? 'Input' : 'Inputs'} ${given.join(', ')} ${given.length === 1 ? 'says' : 'say'} what an answer must be like, but no request is made.`,
            remedy: 'Give path: /health (or the path of a page), or url.',
        });
    }
    return {
        base: url ?? (request.role === 'test' ? environment.testUrl : environment.serviceUrl),
        path,
        hostHeader,
        expected,
        count,
        concurrency,
    };
}
/** `https://shop.example.com` and `/health` as one address; the base alone keeps its own path. */
function probeUrl(base, path) {
    return path === undefined ? base : new URL(path, base).href;
}

;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/check.js









/** One look at service, targets, alarms, and the answers to the requests. */
async function check(world, planned, group, address) {
    const { aws } = world;
    const service = await aws.services.describe(planned.cluster, planned.service);
    if (service === undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: `Service ${planned.service} is gone from cluster ${planned.cluster}.`,
            remedy: 'Find out who deleted it.',
        });
    }
    const [entrances, alarms] = await Promise.all([
        findEntrances(aws, planned, service, group),
        lookAtAlarms(aws, planned.alarms),
    ]);
    const verdict = (0,target_verdict/* judgeTargets */.U)(await look(aws, service, entrances), {
        revision: planned.revision,
        minHealthy: planned.minHealthy ?? Math.max(service.desired, 1),
        listenerName: planned.role === 'test' ? 'test listener' : 'production listener',
    });
    const unexpected = whatRunsInstead(planned, service);
    const seen = { service, verdict, alarms, superseded: unexpected !== undefined, round: undefined };
    const ringing = alarmTrouble(alarms);
    if (unexpected !== undefined || !verdict.ok || planned.probe === undefined) {
        return { ...seen, trouble: joined([unexpected ?? (verdict.ok ? undefined : verdict.reason), ringing]) };
    }
    const round = await check_ask(world, planned.probe, await address(entrances));
    return { ...seen, round, trouble: joined([round.complaint, ringing]) };
}
function joined(troubles) {
    const all = troubles.filter((one) => one !== undefined);
    return all.length === 0 ? undefined : all.join('; ');
}
/** Production is served by PRIMARY alone; behind the test listener any task set of the revision will do. */
function whatRunsInstead({ revision, role }, service) {
    const wanted = (0,lib_revision/* formatRevision */.T)(revision);
    const serving = (0,ecs_service/* servingRevision */.q)(service);
    if (role === 'production')
        return serving === revision ? undefined : `PRIMARY runs ${(0,lib_revision/* formatRevision */.T)(serving)}, not ${wanted}`;
    const running = service.taskSets.length === 0 ? [serving] : service.taskSets.map((set) => set.taskDefinition);
    return running.includes(revision)
        ? undefined
        : `no task set of the service runs ${wanted}, only ${[...new Set(running)].map(lib_revision/* formatRevision */.T).join(' and ')}`;
}
async function check_ask({ clock, progress, signal }, planned, base) {
    const wanted = { ...planned, url: probeUrl(base, planned.path) };
    const round = await probe(wanted, clock, signal);
    if (round.asked === 1) {
        progress.report({
            type: 'probe.answered',
            url: wanted.url,
            status: round.status,
            ok: round.ok,
            milliseconds: round.slowestMs,
        });
    }
    else {
        progress.report({
            type: 'note',
            text: `GET ${wanted.url}: ${round.fine} of ${round.asked} requests answered as expected, median ${Math.round(round.medianMs)} ms, slowest ${Math.round(round.slowestMs)} ms`,
        });
    }
    return round;
}

// EXTERNAL MODULE: ./packages/domain/lib/console.js
var console = __webpack_require__(82171);
// EXTERNAL MODULE: ./packages/domain/lib/diagnosis/diagnose.js + 11 modules
var diagnose = __webpack_require__(42215);
// EXTERNAL MODULE: ./packages/domain/lib/failed-task.js
var failed_task = __webpack_require__(53515);
// EXTERNAL MODULE: ./packages/domain/lib/text-table.js
var text_table = __webpack_require__(37698);
// EXTERNAL MODULE: ./packages/domain/lib/arn.js
var arn = __webpack_require__(32549);
// EXTERNAL MODULE: ./packages/domain/lib/diagnosis/target-reason.js
var target_reason = __webpack_require__(13520);
;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/report.js





function reportedTargets(checked, times) {
    const present = (checked?.verdict.groups ?? []).flatMap(({ targetGroup = '', targets }) => targets.map((target) => {
        const since = times.of(targetGroup, target);
        return { ...inWords(targetGroup, target), ...(since === undefined ? {} : { since }) };
    }));
    const gone = times.departed.map(({ target, targetGroup }) => ({
        ...inWords(targetGroup, target),
        gone: true,
    }));
    return [...present, ...gone];
}
function inWords(targetGroup, target) {
    const meaning = (0,target_reason/* reasonInWords */.j)(target);
    return { targetGroup, ...target, ...(meaning === '' ? {} : { meaning }) };
}
/** For the output: times as text. */
function targetsAsJson(targets) {
    return JSON.stringify(targets.map(({ since, startedAt, ...rest }) => ({
        ...rest,
        ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt).toISOString() }),
        ...(since === undefined
            ? {}
            : { [since.earlier ? 'before' : 'since']: new Date(since.at).toISOString() }),
    })));
}
const HEADER = [
    'Target',
    'Target group',
    'State',
    'Since',
    'Reason',
    'Revision',
    'Task',
    'Zone',
    'Task started',
];
function targetTable(targets) {
    return {
        kind: 'table',
        title: 'Targets',
        header: HEADER,
        rows: targets.map((target) => [
            `${target.id}:${target.port}`,
            (0,target_verdict/* groupName */.h)(target.targetGroup),
            target.gone === true ? `gone, was ${target.state}` : target.state,
            sinceInWords(target.since),
            target.meaning ?? '',
            target.revision === undefined ? 'none' : (0,lib_revision/* formatRevision */.T)(target.revision),
            target.task === undefined ? 'no running task of the service' : (0,arn/* lastSegment */.m)(target.task),
            target.zone ?? '',
            target.startedAt === undefined ? '' : clockTime(target.startedAt),
        ]),
    };
}
function sinceInWords(since) {
    if (since === undefined)
        return '';
    return since.earlier ? `before ${clockTime(since.at)}` : clockTime(since.at);
}
/** `2026-08-07 12:00:01 UTC` */
function clockTime(at) {
    return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
/** What was expected, and what was found where. */
function factsOf({ minHealthy, revision }, { service, verdict }) {
    const wanted = minHealthy ?? Math.max(service.desired, 1);
    return {
        kind: 'facts',
        facts: [
            ['Expected', (0,lib_revision/* formatRevision */.T)(revision)],
            ['PRIMARY runs', (0,lib_revision/* formatRevision */.T)((0,ecs_service/* servingRevision */.q)(service))],
            ...verdict.groups.map(({ healthy, targetGroup }) => [
                targetGroup === undefined ? 'No target group' : (0,target_verdict/* groupName */.h)(targetGroup),
                `${healthy} of ${wanted} healthy targets of the revision`,
            ]),
        ],
    };
}
function probeSection(url, round) {
    return {
        kind: 'table',
        title: 'Requests',
        header: ['Address', 'As expected', 'Median', 'Slowest', 'First that was not'],
        rows: [
            [
                url,
                `${round.fine} of ${round.asked}`,
                `${Math.round(round.medianMs)} ms`,
                `${Math.round(round.slowestMs)} ms`,
                round.complaint ?? '',
            ],
        ],
    };
}
function alarmSection(alarms) {
    return {
        kind: 'table',
        title: 'Alarms',
        header: ['Alarm', 'State', 'Since', 'Reason'],
        rows: alarms.map(({ name, reason, since, state }) => [
            name,
            state,
            since === undefined ? '' : clockTime(since),
            reason,
        ]),
    };
}
/** What to do about each finding. */
const REMEDIES = {
    unreached: 'Users may get errors now: see which target group the listener’s rules name, and point it at the service’s, or run rollback.',
    divided: 'Two versions serve at once: wait for the deployment that shifts traffic, or stop it with rollback. If none is under way, set the listener’s weights.',
    elsewhere: 'Correct target-group-arn, or leave it out: the group that gets the requests is found.',
    missing: 'Correct the listener: it forwards to a target group that is gone.',
    empty: 'Users get 503 now: no task is registered behind the listener. Run rollback, or see in the service’s events why no task starts.',
    stranger: 'Requests reach something else than the expected revision. See who registered the target; if another version was deployed, run this job again for that one.',
    tooFew: 'See the targets below: what fails is the health check or the start of tasks. Run rollback if users suffer.',
};
function remedyOf({ alarms, round, superseded, verdict }) {
    if (superseded) {
        return 'Another deployment came in between, or this one was taken back. See CodeDeploy’s deployments of the service; run this job again if this version is the one that should serve.';
    }
    const amiss = verdict.groups.find(({ ok }) => !ok)?.finding;
    if (amiss !== undefined && amiss !== 'healthy')
        return REMEDIES[amiss];
    if (round !== undefined && !round.ok) {
        return (round.remedy ??
            'The targets are healthy, yet the application does not answer as it should: read its log. Run rollback if users suffer.');
    }
    if (alarms.some(({ state }) => state === 'INSUFFICIENT_DATA')) {
        return 'An alarm without data is not OK: give it time, or set its treatment of missing data to notBreaching.';
    }
    return 'See in CloudWatch what the alarm measures. Run rollback if users suffer.';
}

;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/conclude.js








/** How the watch ended, in words. */
async function conclude(world, planned, proven, watched) {
    const { last } = watched;
    const outputs = outputsOf(planned, watched);
    const targets = reportedTargets(last, watched.times);
    const table = targetTable(targets);
    if (targets.length > 0) {
        world.progress.report({
            type: 'document',
            title: table.title,
            language: 'text',
            text: (0,text_table/* textTable */.e)(table.header, table.rows),
        });
    }
    const summary = sectionsOf(planned, watched);
    if (proven.kind === 'proven') {
        return { kind: 'succeeded', headline: provenInWords(planned, watched), outputs, summary };
    }
    const arn = last?.verdict.groups.find(({ ok, targetGroup }) => !ok && targetGroup !== undefined)?.targetGroup;
    const failed = await failedTasks(world, last);
    const [stop] = (0,failed_task/* distinctStops */.eV)(failed);
    const stops = stop === undefined
        ? ''
        : ` ${stop.count} task${stop.count === 1 ? '' : 's'} stopped: ${stop.text.replace(/\.$/, '')}.`;
    return {
        // What takes its time only is no failure; what falls over again and again is one.
        kind: last?.verdict.warmingUp === true && failed.length === 0 ? 'timedOut' : 'failed',
        headline: `The health of ${(0,lib_revision/* formatRevision */.T)(planned.revision)} was not proven within ${Math.round(proven.waitedMs / 1000)} s: ${proven.reason}.${stops}`,
        remedy: last === undefined ? 'Run the job again.' : `${remedyOf(last)} This step changed nothing.`,
        findings: findingsOf(targets, failed),
        outputs,
        summary,
        link: (0,console/* consoleLink */.i)(world.aws.region, arn === undefined || last?.superseded === true
            ? { kind: 'service', cluster: planned.cluster, service: planned.service }
            : { kind: 'targetGroup', arn }),
    };
}
function provenInWords(planned, { last, address }) {
    const times = planned.consecutive === 1 ? 'once' : `${planned.consecutive} times in a row`;
    const round = last?.round;
    const url = round === undefined || address === undefined ? '' : probeUrl(address, planned.probe?.path);
    return [
        `${last?.verdict.reason ?? ''}; seen ${times}`,
        ...(round === undefined
            ? []
            : [`${url} answers as expected (slowest ${Math.round(round.slowestMs)} ms)`]),
        ...(planned.alarms.length === 0 ? [] : [`${planned.alarms.join(', ')} OK`]),
    ]
        .join('; ')
        .concat('.');
}
/** Tasks of PRIMARY that fell over, where targets are missing. */
async function failedTasks({ aws }, checked) {
    const primary = checked === undefined ? undefined : (0,ecs_service/* primaryTaskSet */.i)(checked.service);
    const starved = checked?.verdict.groups.some(({ finding }) => finding === 'tooFew' || finding === 'empty');
    if (checked === undefined || primary === undefined || starved !== true)
        return [];
    const { cluster, name } = checked.service;
    // A permission that lacks must not hide the failure itself.
    const stopped = await aws.taskSetTasks.stopped(cluster, name, primary.id).catch(() => []);
    return stopped.filter(failed_task/* hasFailed */.WN);
}
/** Why targets are ill or missing: their reasons, and what the tasks said that stopped. */
function findingsOf(targets, failed) {
    return (0,diagnose.diagnose)([
        ...(0,failed_task/* observeStops */.G2)(failed),
        ...targets
            .filter(({ state }) => state === 'unhealthy' || state === 'unused' || state === 'unavailable')
            .flatMap(({ description, id, port, reason }) => [reason, description]
            .filter((text) => text !== undefined)
            .map((text) => ({
            source: 'elasticloadbalancing:DescribeTargetHealth',
            text,
            subject: `${id}:${port}`,
        }))),
    ]);
}
function sectionsOf(planned, { address, last, times }) {
    if (last === undefined)
        return [];
    const { probe } = planned;
    const targets = reportedTargets(last, times);
    return [
        factsOf(planned, last),
        ...(targets.length === 0 ? [] : [targetTable(targets)]),
        ...(last.round === undefined || address === undefined
            ? []
            : [probeSection(probeUrl(address, probe?.path), last.round)]),
        ...(last.alarms.length === 0 ? [] : [alarmSection(last.alarms)]),
    ];
}
function outputsOf(planned, { last, times }) {
    const groups = last?.verdict.groups ?? [];
    const reached = groups.flatMap(({ targetGroup }) => targetGroup ?? []);
    return {
        'healthy-count': groups.length === 0 ? 0 : Math.min(...groups.map(({ healthy }) => healthy)),
        'target-group-arn': reached.length === 0 ? undefined : reached.join(','),
        'task-definition-arn': planned.revision,
        targets: targetsAsJson(reportedTargets(last, times)),
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/since.js
/** Of so many the cause is told; a service that can't start loses one after the other. */
const MOST_DEPARTED = 3;
/** Remembers when each target came into the state that it is in, and the ill ones that went away. */
class StateTimes {
    #known = new Map();
    #departed = [];
    #looked = false;
    /** The newest last. */
    get departed() {
        return this.#departed;
    }
    /** Takes one look into account. */
    observe({ groups }, now) {
        const present = new Set();
        for (const { targetGroup = '', targets } of groups) {
            for (const target of targets) {
                const key = keyOf(targetGroup, target);
                present.add(key);
                if (this.#known.get(key)?.state === stateOf(target))
                    continue;
                const last = this.#known.get(key)?.target;
                this.#known.set(key, {
                    state: stateOf(target),
                    at: now,
                    earlier: !this.#looked,
                    targetGroup,
                    // What made it drain is worth more than that it does.
                    target: isLeaving(target) && last !== undefined ? last : target,
                });
            }
        }
        for (const [key, { target, targetGroup }] of this.#known) {
            if (present.has(key))
                continue;
            this.#known.delete(key);
            if (isIll(target))
                this.#departed = [...this.#departed, { targetGroup, target }].slice(-MOST_DEPARTED);
        }
        this.#looked = true;
    }
    of(targetGroup, target) {
        return this.#known.get(keyOf(targetGroup, target));
    }
}
function keyOf(targetGroup, { id, port }) {
    return `${targetGroup} ${id}:${port}`;
}
function stateOf({ reason = '', state }) {
    return `${state} ${reason}`;
}
function isLeaving({ state }) {
    return state === 'draining' || state === 'unhealthy.draining';
}
function isIll({ state }) {
    return state === 'unhealthy' || state === 'unhealthy.draining';
}

;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/run.js













/** Proves that what requests reach is healthy and of the expected revision, several looks in a row. */
async function run(given, world) {
    (0,deployment_environment/* requireName */.rI)(given);
    const { aws } = world;
    const environment = await (0,deployment_environment/* environmentOf */.p7)(aws, given);
    const service = await (0,deployment_environment/* describeService */.Jv)(aws, environment);
    const planned = plan(requestOf(given, await arnOf(world, given['task-definition-arn'])), environment, service);
    const group = await groupOf(aws, environment, service, planned);
    await (0,credentials/* checkCredentials */.v)(world, 'the proof', {
        totalMs: planned.limitMs,
        reason: `wait-for-minutes ${given['wait-for-minutes']}`,
    });
    const watched = { times: new StateTimes(), last: undefined, address: planned.probe?.base };
    try {
        return await conclude(world, planned, await watch(world, planned, group, watched), watched);
    }
    catch (error) {
        if (!world.signal.aborted)
            throw error;
        return {
            kind: 'cancelled',
            headline: 'Cancelled before the health of the targets was proven.',
            remedy: 'Run the job again; nothing was changed.',
            findings: [],
            outputs: outputsOf(planned, watched),
            summary: sectionsOf(planned, watched),
        };
    }
}
function requestOf(given, revision) {
    return {
        role: given.listener,
        revision,
        listeners: given['listener-arn'],
        targetGroups: given['target-group-arn'],
        minHealthy: given['min-healthy'],
        consecutive: given.consecutive,
        waitForMinutes: given['wait-for-minutes'],
        intervalMs: given['poll-interval-seconds'] * 1000,
        url: given.url,
        path: given.path,
        hostHeader: given['host-header'],
        expected: (0,probe_inputs/* expectationOf */.E)(given),
        count: given['probe-count'],
        concurrency: given['probe-concurrency'],
        alarms: given.alarms,
    };
}
/** Where the user says which listeners or target groups, a deployment group is welcome but not needed. */
async function groupOf(aws, environment, service, { listeners, targetGroups }) {
    if (service?.controller !== 'CODE_DEPLOY')
        return undefined;
    try {
        return await (0,find_group/* findGroup */.$)(aws, environment, {});
    }
    catch (error) {
        if (error instanceof errors/* ConfigurationError */.j1 && listeners.length + targetGroups.length > 0)
            return undefined;
        throw error;
    }
}
async function watch(world, planned, group, watched) {
    const { aws, clock, progress, signal } = world;
    const address = async (entrances) => (watched.address ??= await addressOf(aws, entrances));
    let inARow = 0;
    let shown = '';
    const result = await (0,wait/* wait */.u)(async () => {
        const checked = await (0,abortable/* abortable */.Z)(signal, check(world, planned, group, address));
        watched.last = checked;
        watched.times.observe(checked.verdict, clock.now());
        const { trouble, verdict } = checked;
        const picture = JSON.stringify(verdict.groups.map(({ reason, targetGroup, targets }) => [
            targetGroup,
            reason,
            targets.map(({ id, reason, state }) => [id, state, reason]),
        ]));
        if (picture !== shown) {
            shown = picture;
            for (const { healthy, targetGroup, targets } of verdict.groups) {
                if (targetGroup === undefined)
                    continue;
                progress.report({
                    type: 'target.health',
                    targetGroup: (0,target_verdict/* groupName */.h)(targetGroup),
                    healthy,
                    wanted: planned.minHealthy ?? Math.max(checked.service.desired, 1),
                    targets,
                });
            }
        }
        inARow = trouble === undefined ? inARow + 1 : 0;
        if (trouble !== undefined)
            progress.report({ type: 'note', text: `Not yet: ${trouble}` });
        if (inARow >= planned.consecutive)
            return { state: 'done', value: undefined };
        return { state: 'pending', reason: trouble ?? `healthy in ${inARow} of ${planned.consecutive} looks` };
    }, { clock, signal, deadline: clock.now() + planned.limitMs, intervalMs: planned.intervalMs });
    return result.kind === 'done'
        ? { kind: 'proven' }
        : { kind: 'unproven', reason: result.reason, waitedMs: result.waitedMs };
}
/** @throws ConfigurationError when there is no such revision */
async function arnOf({ aws }, revision) {
    if (revision === undefined || revision.startsWith('arn:'))
        return revision;
    const found = await aws.deployableRevisions.describe(revision);
    if (found !== undefined)
        return found.arn;
    throw new errors/* ConfigurationError */.j1({
        message: `Input task-definition-arn: there is no task definition ${revision}.`,
        remedy: 'Give an ARN or family:revision that exists in this account and region.',
    });
}

;// CONCATENATED MODULE: ./packages/steps/lib/verify-target-health/step.js


/** Proves that healthy targets behind the production listener belong to the expected revision. */
const verifyTargetHealth = {
    name: 'verify-target-health',
    inputs: inputs/* inputs */.Q,
    outputs: ['healthy-count', 'target-group-arn', 'task-definition-arn', 'targets'],
    run: run,
};


/***/ })

};
