export const id = 1199;
export const ids = [1199];
export const modules = {

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

/***/ 31930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FT: () => (/* binding */ ITEM_IDS),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   Zk: () => (/* binding */ gravest),
/* harmony export */   bF: () => (/* binding */ passed),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   k9: () => (/* binding */ warned)
/* harmony export */ });
/** What is checked, in the order in which it is shown. */
const ITEM_IDS = [
    'identity',
    'service',
    'controller',
    'service-features',
    'desired-count',
    'deployment-group',
    'deployment-config',
    'target-groups',
    'listeners',
    'task-definition',
    'container',
    'health-check',
    'codedeploy-role',
    'execution-role',
    'task-role',
    'pass-role',
    'permissions',
    'image',
    'secrets',
    'log-group',
    'subnets',
    'security-groups',
    'egress',
    'primary',
    'listeners-on-primary',
    'active-deployment',
    'alarms',
    'credentials',
];
function passed(found) {
    return { status: 'passed', found };
}
function warned(found, fix, link) {
    return { status: 'warned', found, fix, ...(link === undefined ? {} : { link }) };
}
function failed(found, fix, link) {
    return { status: 'failed', found, fix, ...(link === undefined ? {} : { link }) };
}
function unknown(found, fix) {
    return { status: 'unknown', found, ...(fix === undefined || fix === '' ? {} : { fix }) };
}
const SEVERITY = ['passed', 'skipped', 'unknown', 'warned', 'failed'];
/** One verdict of several: the gravest, with what every part of that gravity says. Nothing at all has passed. */
function gravest(verdicts, nothing) {
    const status = SEVERITY.findLast((one) => verdicts.some((verdict) => verdict.status === one));
    if (status === undefined)
        return passed(nothing);
    const grave = verdicts.filter((verdict) => verdict.status === status);
    const fixes = [...new Set(grave.flatMap(({ fix }) => fix ?? []))];
    const link = grave.find((one) => one.link !== undefined)?.link;
    return {
        status,
        found: [...new Set(grave.map(({ found }) => found))].join(' '),
        ...(fixes.length === 0 ? {} : { fix: fixes.join(' ') }),
        ...(link === undefined ? {} : { link }),
    };
}


/***/ }),

/***/ 81199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z6: () => (/* binding */ run_check),
  Ep: () => (/* binding */ conclude),
  eF: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/text-table.js
var text_table = __webpack_require__(37698);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/environment.js
var deployment_environment = __webpack_require__(25252);
// EXTERNAL MODULE: ./packages/steps/lib/preflight/item.js
var item = __webpack_require__(31930);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/checklist.js


/**
 * Judges all items, each as soon as those that it needs are judged. What needs an item that has failed is not looked at:
 * it would only tell the same story again.
 * @throws what neither IAM nor AWS nor an input explains
 */
async function judge(items, signal) {
    const begun = new Map();
    const known = new Map(items.map((item) => [item.id, item]));
    const begin = (item) => {
        const running = begun.get(item.id) ?? attempt(item);
        begun.set(item.id, running);
        return running;
    };
    const attempt = async (item) => {
        const { id, title } = item;
        const needed = item.needs.flatMap((need) => known.get(need) ?? []);
        const before = await Promise.all(needed.map(begin));
        signal.throwIfAborted();
        const broken = before.find(({ status }) => status === 'failed' || status === 'skipped');
        if (broken !== undefined)
            return { id, title, ...because(broken) };
        const unseen = before.find(({ status }) => status === 'unknown');
        try {
            return { id, title, ...(await item.check()) };
        }
        catch (error) {
            const verdict = verdictOf(error);
            // The prerequisite has told which permission is missing.
            const repeats = unseen !== undefined && verdict.status === 'unknown';
            return { id, title, ...(repeats ? because(unseen) : verdict) };
        }
    };
    return await Promise.all(items.map(begin));
}
function because({ found, status, title }) {
    const reason = status === 'skipped'
        ? found.replace(/^Not checked because /, '')
        : `${title} ${status === 'unknown' ? 'could not be looked at' : 'is not right'}.`;
    return { status: 'skipped', found: `Not checked because ${reason}` };
}
/** A refusal by IAM says nothing about what was to be looked at; any other mistake of the user's is one. */
function verdictOf(error) {
    if (error instanceof errors/* AccessDeniedError */.Uk)
        return (0,item/* unknown */.L5)(`It could not be looked at: ${error.action} was refused.`, error.remedy);
    if (error instanceof errors/* AwsCallError */.iQ)
        return (0,item/* unknown */.L5)(`It could not be looked at: ${error.message}`, error.remedy);
    if (error instanceof errors/* ConfigurationError */.j1) {
        return {
            status: 'failed',
            found: error.message.replaceAll('\n', ' '),
            fix: error.remedy.replaceAll('\n', ' '),
            ...(error.link === undefined ? {} : { link: error.link }),
        };
    }
    throw error;
}

// EXTERNAL MODULE: ./packages/domain/lib/ecs-service.js
var ecs_service = __webpack_require__(7137);
// EXTERNAL MODULE: ./packages/steps/lib/deployment/find-group.js
var find_group = __webpack_require__(85088);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/fill-from-stack.js
var fill_from_stack = __webpack_require__(37155);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/secrets.js
var secrets = __webpack_require__(79275);
// EXTERNAL MODULE: ./packages/domain/lib/source-text.js
var source_text = __webpack_require__(95449);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/check.js + 6 modules
var check = __webpack_require__(8820);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/read.js
var read = __webpack_require__(33450);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/definition.js




/** The task definition of a file, in which a stack may leave things out. @throws ConfigurationError with all problems */
async function readDefinition(path, files, hasStack) {
    const source = (0,source_text.readSourceText)(await files.read(path, 'task-definition'), path);
    const { definition, problems } = (0,read/* readTaskDefinition */.L)(source.value, source);
    const all = [
        ...problems,
        ...(0,check/* checkTaskDefinition */.T)(definition, { placeOf: (place) => source.placeOf(place), complete: !hasStack }),
    ];
    if (all.length > 0)
        throw new errors/* ConfigurationError */.j1(all);
    return definition;
}

// EXTERNAL MODULE: ./packages/domain/lib/task-definition/containers.js
var task_definition_containers = __webpack_require__(59502);
// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/with-image.js



/**
 * The definition with another image in one container: the named one, or the only essential one.
 * @throws ConfigurationError when it is not clear which container is meant
 */
function withImage(definition, image, name) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(definition);
    const essential = containers.filter(task_definition_containers/* isEssential */.NN);
    const target = name ?? (essential.length === 1 && essential[0] !== undefined ? (0,json/* textOf */.b6)(essential[0]['name']) : undefined);
    if (target === undefined || !containers.some((one) => one['name'] === target)) {
        throw new errors/* ConfigurationError */.j1({
            message: `Input image: which container it is for is not clear; the containers are ${(0,task_definition_containers/* containerNames */.MR)(definition).join(', ')}.`,
            remedy: 'Set container-name to one of them.',
        });
    }
    return {
        ...definition,
        containerDefinitions: containers.map((one) => (one['name'] === target ? { ...one, image } : one)),
    };
}

;// CONCATENATED MODULE: ./packages/steps/lib/preflight/facts.js








/** What AWS says, each thing asked once however many items want to know it. */
class Facts {
    aws;
    request;
    #files;
    constructor({ aws, files }, request) {
        this.aws = aws;
        this.request = request;
        this.#files = files;
    }
    environment = once(async () => await (0,deployment_environment/* environmentOf */.p7)(this.aws, this.request));
    /** @throws ConfigurationError when cluster or service are not there */
    service = once(async () => {
        const environment = await this.environment();
        const service = await (0,deployment_environment/* describeService */.Jv)(this.aws, environment);
        if (service !== undefined)
            return service;
        throw new errors/* ConfigurationError */.j1({
            message: `Cluster ${environment.cluster} has no service ${environment.service}.`,
            remedy: 'Correct cluster and service (or stack and aws-region), or create the service.',
        });
    });
    primary = once(async () => (0,ecs_service/* primaryTaskSet */.i)(await this.service()));
    /** @throws ConfigurationError when there is none, or more than one */
    group = once(async () => await (0,find_group/* findGroup */.$)(this.aws, await this.environment(), this.request));
    config = once(async () => {
        const group = await this.group();
        return await this.aws.deploymentGroups.config(this.request.config ?? group.config);
    });
    /** Those of the group's target groups that exist. */
    pair = once(async () => {
        const { targetGroups } = await this.group();
        if (targetGroups.length === 0)
            return [];
        const together = await this.aws.loadBalancing.targetGroupsNamed(targetGroups);
        if (together.length > 0)
            return together;
        // One name that does not exist makes the whole answer empty.
        const found = await Promise.all(targetGroups.map(async (name) => await this.aws.loadBalancing.targetGroupsNamed([name])));
        return found.flat();
    });
    /** ARN of the target group of the tasks that serve. */
    liveGroup = once(async () => {
        const service = await this.service();
        const balancers = (0,ecs_service/* primaryTaskSet */.i)(service)?.loadBalancers ?? service.loadBalancers;
        return balancers[0]?.targetGroupArn;
    });
    production = once(async () => {
        const { productionListener } = await this.group();
        return productionListener === undefined
            ? undefined
            : await this.aws.loadBalancing.listener(productionListener);
    });
    test = once(async () => {
        const { testListener } = await this.group();
        return testListener === undefined ? undefined : await this.aws.loadBalancing.listener(testListener);
    });
    /** The deployment of the group that is under way. */
    active = once(async () => {
        const { application, name } = await this.group();
        return (await this.aws.deployments.active(application, name))[0];
    });
    balancer = once(async () => {
        const listener = await this.production();
        return listener === undefined
            ? undefined
            : await this.aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
    });
    /** The registered revision; undefined when ECS has none of the name, or when a file is to be deployed. */
    revision = once(async () => {
        const { wanted } = this.request;
        if (wanted.kind === 'definition' || wanted.kind === 'file')
            return undefined;
        const name = wanted.kind === 'revision' ? wanted.name : (0,ecs_service/* servingRevision */.q)(await this.service());
        return await this.aws.taskDefinitions.describe(name);
    });
    /** What the tasks would run. @throws ConfigurationError when there is no such revision */
    definition = once(async () => {
        const { container, image } = this.request;
        const definition = await this.#definition();
        return image === undefined ? definition : withImage(definition, image, container.name);
    });
    async #definition() {
        const { wanted } = this.request;
        if (wanted.kind === 'file' || wanted.kind === 'definition') {
            const definition = wanted.kind === 'definition'
                ? wanted.definition
                : await readDefinition(wanted.path, this.#files, this.request.stack !== undefined);
            const environment = await this.environment();
            return environment.stack === undefined
                ? definition
                : (0,fill_from_stack/* fillFromStack */.i)(definition, environment, this.aws.region);
        }
        const revision = await this.revision();
        if (revision !== undefined)
            return revision.definition;
        throw new errors/* ConfigurationError */.j1({
            message: `There is no task definition ${wanted.kind === 'revision' ? wanted.name : (0,ecs_service/* servingRevision */.q)(await this.service())}.`,
            remedy: 'Give an ARN or family:revision that exists in this account and region, such as the output task-definition-arn of register-taskdef.',
        });
    }
    /** What became of looking for the secrets of the definition. */
    secrets = once(async () => {
        return await (0,secrets/* lookForSecrets */.uH)((0,secrets/* secretUses */.Db)(await this.definition()), this.aws);
    });
    /** Where the tasks would run. */
    network = once(async () => {
        const service = await this.service();
        return (0,ecs_service/* primaryTaskSet */.i)(service)?.network ?? service.network ?? (await this.environment()).network;
    });
    subnets = once(async () => {
        const network = await this.network();
        return network === undefined ? [] : await this.aws.network.subnets(network.subnets);
    });
    /** Of the tasks and of the load balancer: those that exist. */
    securityGroups = once(async () => {
        const network = await this.network();
        const balancer = await this.balancer().catch(() => undefined);
        const ids = [...new Set([...(network?.securityGroups ?? []), ...(balancer?.securityGroups ?? [])])];
        return ids.length === 0 ? [] : await this.aws.network.securityGroups(ids);
    });
    /** `arn:aws:SERVICE:REGION:ACCOUNT:resource` in the account of the credentials. */
    async arn(service, resource) {
        const { account } = await this.aws.identity.caller();
        return `arn:${this.aws.partition}:${service}:${service === 'iam' ? '' : this.aws.region}:${account}:${resource}`;
    }
}
/** The same promise for everybody who asks. */
function once(ask) {
    let asked;
    return () => (asked ??= ask());
}

// EXTERNAL MODULE: ./packages/domain/lib/console.js
var console = __webpack_require__(82171);
// EXTERNAL MODULE: ./packages/domain/lib/listener.js
var lib_listener = __webpack_require__(51524);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/group-items.js




/** What CodeDeploy and the load balancer say. */
function groupItems(facts) {
    return [
        {
            id: 'deployment-group',
            title: 'Deployment group',
            needs: ['controller'],
            check: async () => await group(facts),
        },
        {
            id: 'deployment-config',
            title: 'Deployment configuration',
            needs: ['deployment-group'],
            check: async () => await config(facts),
        },
        {
            id: 'target-groups',
            title: 'Pair of target groups',
            needs: ['deployment-group', 'service-features'],
            check: async () => await pair(facts),
        },
        {
            id: 'listeners',
            title: 'Listeners',
            needs: ['deployment-group'],
            check: async () => await listeners(facts),
        },
        {
            id: 'listeners-on-primary',
            title: 'Listeners forward to what serves now',
            needs: ['listeners', 'target-groups', 'primary'],
            check: async () => await onPrimary(facts),
        },
        {
            id: 'active-deployment',
            title: 'No deployment under way',
            needs: ['deployment-group'],
            check: async () => await active(facts),
        },
    ];
}
async function label(facts) {
    const { application, name } = await facts.group();
    return {
        label: `Deployment group ${application}/${name}`,
        link: (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'deploymentGroup', application, group: name }),
    };
}
async function group(facts) {
    const found = await facts.group();
    const { cluster, service } = await facts.environment();
    const { label: name, link } = await label(facts);
    if (found.computePlatform !== 'ECS' && found.computePlatform !== '') {
        return (0,item/* failed */.gz)(`${name} is for the ${found.computePlatform} platform, not for ECS.`, 'Create a CodeDeploy application with compute platform ECS, and the group in it; a platform can’t be changed.', link);
    }
    if (!(0,find_group/* isOf */.y)(found, cluster, service)) {
        const names = found.services.map((one) => `${one.cluster}/${one.service}`).join(', ') || 'no service';
        return (0,item/* failed */.gz)(`${name} is for ${names}, not for ${cluster}/${service}.`, 'Correct codedeploy-deployment-group, or leave it out to have it found.', link);
    }
    if (found.autoRollbackEvents.length === 0) {
        return (0,item/* warned */.k9)(`${name} has no automatic rollback: a deployment that fails leaves both task sets as they are.`, 'Enable autoRollbackConfiguration with DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM and DEPLOYMENT_STOP_ON_REQUEST on the group.', link);
    }
    return (0,item/* passed */.bF)(`${name} is for this service.`);
}
async function config(facts) {
    const found = await facts.config();
    const wanted = facts.request.config ?? (await facts.group()).config;
    const { link } = await label(facts);
    const choices = 'CodeDeployDefault.ECSAllAtOnce, CodeDeployDefault.ECSCanary10Percent5Minutes, … or one of your own';
    if (found === undefined) {
        return (0,item/* failed */.gz)(`CodeDeploy has no deployment configuration ${wanted}.`, `Correct codedeploy-deployment-config: ${choices}.`, link);
    }
    if (found.computePlatform !== undefined && found.computePlatform !== 'ECS') {
        return (0,item/* failed */.gz)(`Deployment configuration ${found.name} is for the ${found.computePlatform} platform, not for ECS.`, `Set codedeploy-deployment-config to one for ECS: ${choices}.`, link);
    }
    const production = await facts.production();
    if (found.routing.type !== 'AllAtOnce' && production !== undefined && (0,lib_listener/* isNetworkListener */.JG)(production)) {
        return (0,item/* failed */.gz)(`${found.name} shifts traffic gradually, which a network load balancer can’t do.`, 'Set codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce, or use an application load balancer.', link);
    }
    return (0,item/* passed */.bF)(`${found.name} shifts traffic ${found.routing.type === 'AllAtOnce' ? 'at once' : 'step by step'}.`);
}
async function pair(facts) {
    const { targetGroups } = await facts.group();
    const found = await facts.pair();
    const live = await facts.liveGroup();
    const { label: name, link } = await label(facts);
    if (found.length !== 2) {
        const missing = targetGroups.filter((one) => !found.some((group) => group.name === one));
        return (0,item/* failed */.gz)(missing.length > 0
            ? `${name} names target group ${missing.join(' and ')}, which ${missing.length === 1 ? 'does' : 'do'} not exist.`
            : `${name} has ${targetGroups.length} target groups; a pair of two is needed.`, 'Create it with the port, protocol, VPC and health check of the other one, or set targetGroupPairInfoList of the group to a pair that exists.', link);
    }
    if (!found.some(({ arn }) => arn === live)) {
        return (0,item/* failed */.gz)(`The tasks that serve are in ${live ?? 'no target group'}, which is not one of the pair of ${name} (${targetGroups.join(', ')}).`, 'Put the service’s target group into the group’s pair (targetGroupPairInfoList), or correct the deployment group.', link);
    }
    const wrong = found.filter(({ targetType }) => targetType !== 'ip');
    if (wrong.length > 0) {
        return (0,item/* failed */.gz)(`Target group ${wrong.map((one) => `${one.name} has target type ${one.targetType}`).join(', ')}; tasks with an address of their own (awsvpc) need ip.`, 'The target type can’t be changed: create a target group with target type ip and put it into the pair.', link);
    }
    const [one, other] = found;
    if (one !== undefined && other !== undefined && one.vpc !== other.vpc) {
        return (0,item/* failed */.gz)(`The two target groups are in different VPCs (${one.vpc}, ${other.vpc}), so no task can be in both.`, 'Create both in the VPC of the tasks.', link);
    }
    return (0,item/* passed */.bF)(`${targetGroups.join(' and ')} are a pair, and the tasks that serve are in one of them.`);
}
async function listeners(facts) {
    const found = await facts.group();
    const [production, test] = await Promise.all([facts.production(), facts.test()]);
    const { label: name, link } = await label(facts);
    if (production === undefined) {
        return (0,item/* failed */.gz)(found.productionListener === undefined
            ? `${name} has no production listener.`
            : `The production listener ${found.productionListener} does not exist.`, 'Set prodTrafficRoute of the group to the listener that users reach.', link);
    }
    if (found.testListener !== undefined && test === undefined) {
        return (0,item/* failed */.gz)(`The test listener ${found.testListener} does not exist.`, 'Set testTrafficRoute of the group to another listener of the same load balancer, or leave it out.', link);
    }
    if (test !== undefined &&
        (test.arn === production.arn || test.loadBalancerArn !== production.loadBalancerArn)) {
        return (0,item/* failed */.gz)(`${name} has ${test.arn === production.arn ? 'the same listener for production and test' : 'its production and its test listener on different load balancers'}.`, 'Set testTrafficRoute to another listener of the same load balancer, or leave it out.', link);
    }
    return (0,item/* passed */.bF)(`Production on port ${production.port}${test === undefined ? ', no test listener' : `, test on port ${test.port}`}.`);
}
/** CodeDeploy refuses to start unless both listeners forward to the target group of the PRIMARY task set. */
async function onPrimary(facts) {
    const moving = await facts.active();
    if (moving !== undefined)
        return { status: 'skipped', found: `Not checked because deployment ${moving} is moving them.` };
    const [production, test, groups, live = ''] = await Promise.all([
        facts.production(),
        facts.test(),
        facts.pair(),
        facts.liveGroup(),
    ]);
    const arns = groups.map(({ arn }) => arn);
    return (0,item/* gravest */.Zk)([
        ...(production === undefined ? [] : [forwards(facts, 'production', production, live, arns)]),
        ...(test === undefined ? [] : [forwards(facts, 'test', test, live, arns)]),
    ], 'There are no listeners.');
}
function forwards(facts, role, listener, live, pair) {
    const percents = (0,lib_listener/* served */.EZ)(listener);
    const astray = pair.filter((one) => one !== live && percents.has(one));
    if (percents.has(live) && astray.length === 0)
        return (0,item/* passed */.bF)('Both send everything to the tasks that serve.');
    const now = [...percents].map(([group, percent]) => `${group} ${percent} %`).join(', ') || 'nothing';
    return (0,item/* failed */.gz)(`The ${role} listener on port ${listener.port} forwards to ${now}; it must forward to the target group of the PRIMARY task set, ${live}.`, `Point the ${role} listener back: aws elbv2 modify-listener --listener-arn ${listener.arn} --default-actions Type=forward,TargetGroupArn=${live}`, (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'loadBalancer', arn: listener.loadBalancerArn }));
}
async function active(facts) {
    const id = await facts.active();
    if (id === undefined)
        return (0,item/* passed */.bF)('No deployment of the group is under way.');
    const link = (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'deployment', id });
    const found = `Deployment ${id} of the group is under way; CodeDeploy runs one at a time.`;
    if (facts.request.onActive === 'fail') {
        return (0,item/* failed */.gz)(found, `Wait for it, stop it (aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled), or let the deployment do so with on-active-deployment: wait, stop or finish.`, link);
    }
    return (0,item/* warned */.k9)(found, `The deployment takes care of it: on-active-deployment is ${facts.request.onActive}.`, link);
}

// EXTERNAL MODULE: ./packages/domain/lib/deployment-budget.js
var deployment_budget = __webpack_require__(8781);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/moment-items.js



const MINUTE = 60_000;
/** In which tasks hardly start and become healthy, and in which they usually do. */
const START_MINUTES = 2;
const USUAL_MINUTES = 20;
/** What is right or wrong at this moment only. @param now epoch milliseconds */
function momentItems(facts, now) {
    return [
        { id: 'alarms', title: 'Alarms', needs: ['deployment-group'], check: async () => await alarms(facts) },
        {
            id: 'credentials',
            title: 'Lifetime of the credentials',
            needs: ['deployment-group', 'deployment-config'],
            check: async () => await credentials(facts, now()),
        },
    ];
}
/** A deployment that begins while one of its alarms is firing is stopped at once. */
async function alarms(facts) {
    const { alarms: own } = await facts.group();
    const names = facts.request.alarms ?? (own?.enabled === true ? own.names : []);
    if (names.length === 0)
        return (0,item/* passed */.bF)('No alarm stops the deployment.');
    const found = await facts.aws.alarms.describe(names);
    const missing = names.filter((name) => !found.some((alarm) => alarm.name === name));
    const [absent] = missing;
    if (absent !== undefined) {
        const text = `CloudWatch has no alarm ${missing.join(', ')}, by which the deployment would be stopped.`;
        const link = (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'alarm', name: absent });
        return own?.ignorePollFailure === true && facts.request.alarms === undefined
            ? (0,item/* warned */.k9)(text, 'Create it, or take it out of the deployment group: it guards nothing.', link)
            : (0,item/* failed */.gz)(text, 'Create it, or take it out of the deployment group (alarmConfiguration) or the input alarms.', link);
    }
    const firing = found.filter(({ state }) => state === 'ALARM');
    const [first] = firing;
    if (first === undefined)
        return (0,item/* passed */.bF)(`${names.join(', ')}: none is firing.`);
    return (0,item/* failed */.gz)(`Alarm ${firing.map(({ name }) => name).join(', ')} is firing (${first.reason || 'no reason given'}): CodeDeploy would stop the deployment at once.`, 'Mend what it shows, or deploy the cure with ignore-alarms: true.', (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'alarm', name: first.name }));
}
/** Credentials that end in the middle leave a deployment that nobody follows. */
async function credentials(facts, now) {
    const validity = await facts.aws.identity.validity();
    if (validity.kind === 'renewed')
        return (0,item/* passed */.bF)('They are renewed while the deployment runs.');
    if (validity.kind === 'unknown') {
        return (0,item/* unknown */.L5)('When these credentials expire is not known: AWS_CREDENTIAL_EXPIRATION is not set.', 'aws-actions/configure-aws-credentials sets it; keys of a user do not expire.');
    }
    const left = Math.floor((validity.at - now) / MINUTE);
    if (left <= 0) {
        return (0,item/* failed */.gz)('These credentials have expired.', 'Run aws-actions/configure-aws-credentials in this job, just before this step.');
    }
    const [group, config] = await Promise.all([facts.group(), facts.config()]);
    const { waitMinutes, waitUntil } = facts.request;
    const routing = config?.routing ?? { type: 'AllAtOnce' };
    const budget = (0,deployment_budget/* deploymentBudget */.T)({ group, routing, waitUntil, hooks: 0, minutes: waitMinutes });
    const most = Math.ceil(budget.totalMs / MINUTE);
    // The waits that CodeDeploy keeps however fast the tasks are.
    const least = (waitUntil === 'ready' ? 0 : (0,deployment_budget/* shiftMinutes */.k)(routing)) +
        (waitUntil === 'completed' ? group.terminationWaitMinutes : 0);
    const longer = 'Give the deployment role-to-assume with permissions: id-token: write, so that they are renewed; or set role-duration-seconds in aws-actions/configure-aws-credentials (and MaxSessionDuration of the role, at most 43200).';
    if (left < least + START_MINUTES) {
        return (0,item/* failed */.gz)(`These credentials last ${left} minutes more; the deployment takes ${least} by its configuration, and its tasks have to start before.`, longer);
    }
    const aside = `a deployment takes ${most} at most (${budget.reason})`;
    if (left < Math.min(most, least + USUAL_MINUTES))
        return (0,item/* warned */.k9)(`These credentials last ${left} minutes more; ${aside}.`, longer);
    return (0,item/* passed */.bF)(`They last ${left} minutes more; ${aside}.`);
}

;// CONCATENATED MODULE: ./packages/domain/lib/network.js
/** How a subnet reaches the internet: through what, if there is an active default route. */
function defaultRoute(subnet, tables) {
    const table = routeTableOf(subnet, tables);
    return table?.routes.find(({ to }) => to === '0.0.0.0/0') ?? table?.routes.find(({ to }) => to === '::/0');
}
/** What leads from the subnet to other networks, behind which nobody can look from here. */
function otherNetworks(subnet, tables) {
    const routes = routeTableOf(subnet, tables)?.routes ?? [];
    return routes
        .filter(({ active, through }) => active && /^(tgw|pcx|vgw|eni)-/.test(through))
        .map(({ through }) => through);
}
function routeTableOf(subnet, tables) {
    return (tables.find(({ subnets }) => subnets.includes(subnet.id)) ??
        tables.find(({ main, vpc }) => main && vpc === subnet.vpc));
}
/** Peers to which, or from which, the rules let TCP connections of the port pass. */
function peersAt(rules, port) {
    return rules
        .filter(({ protocol, from, to }) => protocol === '-1' || ((protocol === 'tcp' || protocol === '6') && from <= port && port <= to))
        .flatMap(({ peers }) => peers);
}

// EXTERNAL MODULE: ./packages/domain/lib/image-reference.js
var image_reference = __webpack_require__(98711);
// EXTERNAL MODULE: ./packages/domain/lib/secret-reference.js
var secret_reference = __webpack_require__(54528);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/network-items.js








const HTTPS = 443;
/** Where the tasks would run, who reaches them, and what they reach. */
function networkItems(facts) {
    return [
        { id: 'subnets', title: 'Subnets', needs: ['service'], check: async () => await subnets(facts) },
        {
            id: 'security-groups',
            title: 'Security groups',
            needs: ['subnets', 'container', 'listeners'],
            check: async () => await securityGroups(facts),
        },
        {
            id: 'egress',
            title: 'Way to registry, logs and secrets',
            needs: ['subnets', 'task-definition'],
            check: async () => await egress(facts),
        },
    ];
}
async function subnets(facts) {
    const network = await facts.network();
    const link = (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'subnets' });
    if (network === undefined || network.subnets.length === 0) {
        return (0,item/* failed */.gz)('The service has no subnets (networkConfiguration).', 'Create the service with awsvpcConfiguration: Fargate tasks run in subnets.', link);
    }
    const found = await facts.subnets();
    const missing = network.subnets.filter((id) => !found.some((one) => one.id === id));
    if (missing.length > 0) {
        return (0,item/* failed */.gz)(`There ${missing.length === 1 ? 'is no subnet' : 'are no subnets'} ${missing.join(', ')} in ${facts.aws.region}.`, 'Name subnets that exist in the service’s network configuration (aws ecs update-service --network-configuration …), or create them.', link);
    }
    const [first] = found;
    const astray = found.filter(({ vpc }) => vpc !== first?.vpc);
    if (astray.length > 0)
        return (0,item/* failed */.gz)('The subnets are in different VPCs.', 'Name subnets of one VPC.', link);
    const { desired } = await facts.service();
    const free = found.reduce((sum, one) => sum + one.freeAddresses, 0);
    if (free < desired) {
        return (0,item/* failed */.gz)(`The subnets have ${free} free addresses, and the replacement needs ${desired}.`, 'Use larger subnets, or stop what holds their addresses; every task takes one, and blue/green runs both versions at once.', link);
    }
    return (0,item/* passed */.bF)(`${found.map(({ id }) => id).join(', ')} in ${first?.vpc ?? ''}.`);
}
/** The load balancer reaches the tasks' port; a group is a peer by its id or by an address range. */
async function securityGroups(facts) {
    const [network, balancer, [first], known] = await Promise.all([
        facts.network(),
        facts.balancer(),
        facts.subnets(),
        facts.securityGroups(),
    ]);
    const ids = network?.securityGroups ?? [];
    const [id = ''] = ids;
    const link = (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'securityGroup', id });
    if (ids.length === 0)
        return (0,item/* unknown */.L5)('The tasks have the VPC’s default security group, which was not looked at.');
    const own = known.filter((group) => ids.includes(group.id));
    const missing = ids.filter((one) => !own.some((group) => group.id === one));
    if (missing.length > 0) {
        return (0,item/* failed */.gz)(`There is no security group ${missing.join(', ')} in ${facts.aws.region}.`, 'Name a security group of the VPC in the service’s network configuration (aws ecs update-service --network-configuration …).', link);
    }
    const foreign = own.filter(({ vpc }) => vpc !== first?.vpc);
    if (foreign.length > 0) {
        return (0,item/* failed */.gz)(`Security group ${foreign.map((group) => group.id).join(', ')} is in another VPC than the subnets (${first?.vpc ?? ''}).`, 'Name a security group of the subnets’ VPC.', link);
    }
    const { containerPort } = (await facts.primary())?.loadBalancers[0] ?? { containerPort: 0 };
    const port = facts.request.container.port ?? containerPort;
    const sources = own.flatMap(({ ingress }) => peersAt(ingress, port));
    const admitted = balancer?.securityGroups ?? [];
    const addresses = sources.some((one) => one.includes('/'));
    if (sources.length === 0 ||
        (!addresses && admitted.length > 0 && !sources.some((one) => isPeer(one, admitted)))) {
        return (0,item/* failed */.gz)(`Nothing lets the load balancer reach port ${port} of the tasks: ${ids.join(', ')} ${sources.length === 0 ? 'admits nobody there' : `admits only ${sources.join(', ')}`}.`, `Admit the load balancer’s security group: aws ec2 authorize-security-group-ingress --group-id ${id} --protocol tcp --port ${port} --source-group ${admitted[0] ?? 'sg-…'}`, link);
    }
    return (0,item/* passed */.bF)(`${ids.join(', ')} lets requests of the load balancer in on port ${port}.`);
}
function isPeer(source, groups) {
    return groups.includes(source) || source.startsWith('pl-');
}
/** Without a way out no image is pulled, no secret read and no log written; the task fails after minutes. */
async function egress(facts) {
    const [network, found, groups] = await Promise.all([
        facts.network(),
        facts.subnets(),
        facts.securityGroups(),
    ]);
    const own = groups.filter(({ id }) => network?.securityGroups.includes(id) === true);
    const allowed = own.flatMap((group) => peersAt(group.egress, HTTPS));
    const [id = ''] = network?.securityGroups ?? [];
    if (own.length > 0 && allowed.length === 0) {
        return (0,item/* failed */.gz)(`Security group ${own.map((group) => group.id).join(', ')} lets nothing out on port ${HTTPS}, so no image can be pulled.`, `Allow it: aws ec2 authorize-security-group-egress --group-id ${id} --protocol tcp --port ${HTTPS} --cidr 0.0.0.0/0`, (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'securityGroup', id }));
    }
    const [first] = found;
    if (first === undefined)
        return (0,item/* unknown */.L5)('There is no subnet to look at.');
    const tables = await facts.aws.network.routeTables(first.vpc);
    const isPublic = network?.assignPublicIp === 'ENABLED';
    const ways = found.map((subnet) => ({ subnet, route: defaultRoute(subnet, tables) }));
    const closed = ways.filter(({ route }) => route === undefined || !route.active || (route.through.startsWith('igw-') && !isPublic));
    if (closed.length > 0) {
        const endpoints = await facts.aws.network.endpoints(first.vpc);
        const needed = await services(facts);
        return (0,item/* gravest */.Zk)(closed.map(({ subnet, route }) => {
            const lacking = needed.filter((service) => !reaches(service, subnet, routeTableOf(subnet, tables)?.id, endpoints));
            if (lacking.length === 0)
                return (0,item/* passed */.bF)(`${subnet.id} reaches what it needs through VPC endpoints.`);
            const elsewhere = otherNetworks(subnet, tables);
            return elsewhere.length > 0
                ? (0,item/* unknown */.L5)(`Subnet ${subnet.id} has no route to the internet and its VPC no endpoints for ${lacking.join(', ')}; whether they are reached through ${elsewhere.join(', ')} is not known here.`)
                : noWay(facts, subnet, route, lacking);
        }), '');
    }
    if (own.length > 0 && !allowed.some((peer) => peer === '0.0.0.0/0' || peer === '::/0')) {
        return (0,item/* warned */.k9)(`The security group lets connections on port ${HTTPS} out to ${allowed.join(', ')} only; whether that covers registry, logs and secrets was not looked at.`, `If images can’t be pulled, allow 0.0.0.0/0 on port ${HTTPS}, or use VPC endpoints.`, (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'securityGroup', id }));
    }
    const through = [...new Set(ways.map(({ route }) => route?.through ?? ''))];
    return (0,item/* passed */.bF)(`The tasks reach the internet through ${through.join(', ')}${isPublic ? ', with addresses of their own' : ''}.`);
}
function noWay(facts, subnet, route, lacking) {
    const link = (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'subnets' });
    const endpoints = `VPC endpoints for ${lacking.join(', ')}`;
    if (route !== undefined && !route.active) {
        return (0,item/* failed */.gz)(`The default route of subnet ${subnet.id} leads to ${route.through}, which is gone.`, `Point it at a NAT gateway that exists, or add ${endpoints}.`, link);
    }
    return route === undefined
        ? (0,item/* failed */.gz)(`Subnet ${subnet.id} has no route to the internet, and its VPC has no ${endpoints}.`, 'Add a NAT gateway with a default route, or the endpoints (interface endpoints with private DNS; S3 as a gateway endpoint of its route table).', link)
        : (0,item/* failed */.gz)(`Subnet ${subnet.id} reaches the internet through ${route.through}, but the tasks get no public address (assignPublicIp is DISABLED).`, `Set assignPublicIp to ENABLED in the service’s network configuration, use subnets behind a NAT gateway, or add ${endpoints}.`, link);
}
/** The services that a task calls before its containers start, by the endings of their endpoints' names. */
async function services(facts) {
    const definition = await facts.definition();
    const containers = (0,task_definition_containers/* containersOf */.Mz)(definition);
    // An image that is left out is yet to be built, and pushed to ECR.
    const images = facts.request.skip.includes('image')
        ? []
        : containers.map((one) => (0,image_reference/* parseImageReference */.o_)((0,json/* textOf */.b6)(one['image'])));
    const fromEcr = images.length === 0 || images.some((one) => one?.account !== undefined);
    const logs = containers.some((one) => {
        const logging = one['logConfiguration'];
        return (0,json/* isJsonObject */.OW)(logging) && logging['logDriver'] === 'awslogs';
    });
    const kinds = (0,secrets/* secretUses */.Db)(definition).map(({ valueFrom }) => (0,secret_reference/* parseSecretReference */.L)(valueFrom).kind);
    return [
        ...(fromEcr ? ['ecr.api', 'ecr.dkr', 's3'] : []),
        // No endpoint leads to other registries.
        ...(fromEcr ? [] : ['the internet']),
        ...(logs ? ['logs'] : []),
        ...(kinds.includes('secret') ? ['secretsmanager'] : []),
        ...(kinds.includes('parameter') ? ['ssm'] : []),
    ];
}
function reaches(service, _subnet, table, endpoints) {
    return endpoints.some((one) => one.service.endsWith(`.${service}`) &&
        one.state === 'available' &&
        (one.kind === 'Gateway' ? table !== undefined && one.routeTables.includes(table) : one.privateDns));
}

// EXTERNAL MODULE: ./packages/domain/lib/arn.js
var lib_arn = __webpack_require__(32549);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/images.js
var requirements_images = __webpack_require__(64054);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/log-groups.js
var log_groups = __webpack_require__(35577);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/requirements.js
/** What the tasks of a definition need, as verdicts of this step. */
function verdictsOf(requirements, link) {
    return requirements.map(({ cause, fix, verdict }) => ({
        status: verdict === 'ok' ? 'passed' : verdict,
        found: sentence(cause),
        ...(fix === '' ? {} : { fix }),
        ...(link === undefined || verdict === 'ok' ? {} : { link }),
    }));
}
/** `there is no log group` becomes a sentence; names at the beginning stay as they are. */
function sentence(text) {
    const first = /^[a-z]+(?= )/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
    return /[.!?]$/.test(first) ? first : `${first}.`;
}

// EXTERNAL MODULE: ./packages/domain/lib/revision.js
var lib_revision = __webpack_require__(69657);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/served.js
var served = __webpack_require__(5073);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/task-items.js








/** What the task definition says, and whether the load balancer fits to it. */
function taskItems(facts) {
    return [
        {
            id: 'task-definition',
            title: 'Task definition',
            needs: ['service'],
            check: async () => await taskDefinition(facts),
        },
        {
            id: 'container',
            title: 'Container and port',
            needs: ['task-definition', 'service-features'],
            check: async () => await container(facts),
        },
        {
            id: 'health-check',
            title: 'Health checks of the target groups',
            needs: ['container', 'target-groups'],
            check: async () => await healthCheck(facts),
        },
    ];
}
async function taskDefinition(facts) {
    const { wanted } = facts.request;
    const definition = await facts.definition();
    const revision = await facts.revision();
    const name = revision === undefined
        ? wanted.kind === 'definition'
            ? wanted.from
            : wanted.kind === 'file'
                ? wanted.path
                : ''
        : (0,lib_revision/* formatRevision */.T)(revision.arn);
    const link = revisionLink(facts, revision?.arn);
    if (revision !== undefined && revision.status !== 'ACTIVE') {
        return wanted.kind === 'serving'
            ? (0,item/* warned */.k9)(`Task definition ${name}, which serves now, is ${revision.status}: it runs on, and nothing new can be started with it.`, 'Deploy a revision that is ACTIVE (register-taskdef with task-definition-arn makes a copy); until then a rollback has nowhere to go.', link)
            : (0,item/* failed */.gz)(`Task definition ${name} is ${revision.status} and can’t be deployed.`, 'Register it again (register-taskdef with task-definition-arn makes a copy) and deploy the copy.', link);
    }
    // What is registered ECS has taken; these checks are of the same rules, and may be older.
    const problems = revision === undefined ? (0,check/* checkTaskDefinition */.T)(definition, { complete: true }) : [];
    if (problems.length > 0) {
        return (0,item/* failed */.gz)(`${name}: ${problems.map(({ message }) => message).join('; ')}.`, [...new Set(problems.map(({ remedy }) => remedy))].join(' '), link);
    }
    const launched = (0,task_definition_containers/* objectsIn */.Qv)(definition['volumes']).filter((one) => one['configuredAtLaunch'] === true);
    if (launched.length > 0) {
        return (0,item/* failed */.gz)(`${name} has volumes that are configured at launch (${launched.map((one) => (0,json/* textOf */.b6)(one['name'])).join(', ')}); a CodeDeploy deployment can’t configure them.`, 'Use EFS, a bind mount or ephemeral storage, or a service of the ECS controller.', link);
    }
    const size = [definition['cpu'], definition['memory']].map(json/* textOf */.b6).filter(Boolean);
    return (0,item/* passed */.bF)(`${name} is ${revision === undefined ? 'well formed' : 'ACTIVE'}${(0,task_definition_containers/* runsOnFargate */.iw)(definition) && size.length === 2 ? `, with ${size[0] ?? ''} CPU units and ${size[1] ?? ''} MiB` : ''}.`);
}
/** The container and port to which traffic would go: those of the inputs, else those that have it now. */
async function task_items_served(facts) {
    const service = await facts.service();
    const [live] = (await facts.primary())?.loadBalancers ?? service.loadBalancers;
    const { name, port } = facts.request.container;
    return {
        containerName: name ?? live?.containerName ?? '',
        containerPort: port ?? live?.containerPort ?? 0,
    };
}
async function container(facts) {
    const definition = await facts.definition();
    const wanted = await task_items_served(facts);
    const revision = await facts.revision();
    return (0,item/* gravest */.Zk)(verdictsOf([(0,served/* checkServed */.w)(definition, wanted)], revisionLink(facts, revision?.arn)).map((verdict) => verdict.status === 'passed'
        ? (0,item/* passed */.bF)(`Container ${wanted.containerName} listens on port ${wanted.containerPort}, where traffic goes.`)
        : verdict), '');
}
/** A check that asks where nothing listens never succeeds; two that differ are both asked of every version in turn. */
async function healthCheck(facts) {
    const groups = await facts.pair();
    const definition = await facts.definition();
    const { containerName } = await task_items_served(facts);
    const mapped = portsOf(definition, containerName);
    const verdicts = groups.map(({ arn, healthCheck: { port }, name }) => {
        if (port === 'traffic-port' || mapped.includes(port))
            return (0,item/* passed */.bF)('');
        return (0,item/* failed */.gz)(`The health check of target group ${name} asks port ${port}, which container ${containerName} does not map (${mapped.join(', ') || 'none'}).`, `Set its port to traffic-port: aws elbv2 modify-target-group --target-group-arn ${arn} --health-check-port traffic-port`, (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'targetGroup', arn }));
    });
    const [one, other] = groups;
    if (one !== undefined && other !== undefined)
        verdicts.push(alike(facts, one, other));
    const verdict = (0,item/* gravest */.Zk)(verdicts, '');
    const path = one?.healthCheck.path ?? '';
    return verdict.status === 'passed'
        ? (0,item/* passed */.bF)(`Both ask ${path === '' ? 'the port' : path} in the same way.`)
        : verdict;
}
function alike(facts, one, other) {
    const differing = ['protocol', 'path', 'matcher'].filter((name) => one.healthCheck[name] !== other.healthCheck[name]);
    if (differing.length === 0)
        return (0,item/* passed */.bF)('');
    const told = differing.map((name) => `${name} ${one.healthCheck[name] || 'none'} and ${other.healthCheck[name] || 'none'}`);
    return (0,item/* warned */.k9)(`The health checks of ${one.name} and ${other.name} differ (${told.join(', ')}): a version that is healthy in one may not be in the other.`, 'Give both the same health check; versions are in each of them by turns.', (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'targetGroup', arn: other.arn }));
}
function portsOf(definition, container) {
    return (0,task_definition_containers/* objectsIn */.Qv)((0,task_definition_containers/* containerNamed */.FC)(definition, container)?.['portMappings']).map(({ containerPort }) => (0,json/* textOf */.b6)(containerPort));
}
/** Page of a revision; undefined for what is not registered. */
function revisionLink({ aws }, arn) {
    const parsed = arn === undefined ? undefined : (0,lib_revision/* parseRevision */.P)(arn);
    if (parsed === undefined)
        return undefined;
    return (0,console/* consoleLink */.i)(aws.region, {
        kind: 'taskDefinition',
        family: parsed.family,
        revision: String(parsed.number),
    });
}

;// CONCATENATED MODULE: ./packages/steps/lib/preflight/resource-items.js











/** What the tasks need when they start. */
function resourceItems(facts) {
    return [
        {
            id: 'image',
            title: 'Image and platform',
            needs: ['task-definition'],
            check: async () => await resource_items_image(facts),
        },
        { id: 'secrets', title: 'Secrets', needs: ['task-definition'], check: async () => await resource_items_secrets(facts) },
        {
            id: 'log-group',
            title: 'Log group',
            needs: ['task-definition'],
            check: async () => await logGroup(facts),
        },
    ];
}
async function resource_items_image(facts) {
    const definition = await facts.definition();
    const found = await (0,requirements_images/* checkImages */.B)(definition, facts.aws);
    // What no registry of ECR keeps is nothing to worry about as long as something else was looked at.
    const seen = found.filter(({ path }) => inEcr(definition, path[1]));
    return (0,item/* gravest */.Zk)(verdictsOf(seen.length === 0 ? found : seen, await linkOf(facts)), 'There is no container.');
}
function inEcr(definition, index) {
    const container = (0,task_definition_containers/* containersOf */.Mz)(definition)[Number(index)];
    const reference = (0,image_reference/* parseImageReference */.o_)((0,json/* textOf */.b6)(container?.['image']));
    return reference?.account !== undefined || /^(localhost|127\.)/.test(reference?.host ?? '');
}
async function resource_items_secrets(facts) {
    const definition = await facts.definition();
    const uses = (0,secrets/* secretUses */.Db)(definition);
    const looks = await facts.secrets();
    const account = (0,lib_arn/* parseArn */.L)((0,json/* textOf */.b6)(definition['executionRoleArn']))?.account;
    const verdict = (0,item/* gravest */.Zk)(verdictsOf((0,secrets/* checkSecrets */.KK)(uses, looks, account), await linkOf(facts)), 'The task definition names none.');
    if (verdict.status !== 'passed' || uses.length === 0)
        return verdict;
    const keys = uses.flatMap(({ valueFrom }) => (0,secret_reference/* parseSecretReference */.L)(valueFrom).jsonKey ?? []);
    return (0,item/* passed */.bF)(`${uses.length === 1 ? 'It is' : `All ${uses.length} are`} there.${keys.length === 0
        ? ''
        : ` Whether the JSON has ${keys.join(', ')} was not looked at, as values are never read.`}`);
}
async function logGroup(facts) {
    const definition = await facts.definition();
    return (0,item/* gravest */.Zk)(verdictsOf(await (0,log_groups/* checkLogGroups */.f)(definition, facts.aws), await linkOf(facts)), 'No container writes to CloudWatch Logs.');
}
async function linkOf(facts) {
    return revisionLink(facts, (await facts.revision())?.arn);
}

// EXTERNAL MODULE: ./packages/domain/lib/role.js
var lib_role = __webpack_require__(61672);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/roles.js + 1 modules
var roles = __webpack_require__(98851);
;// CONCATENATED MODULE: ./packages/steps/lib/preflight/refused.js

const TASKS = 'ecs-tasks.amazonaws.com';
/** The policies have conditions whose values only the real call has. */
function conditional(name, refused) {
    const keys = [...new Set(refused.flatMap(({ depends }) => depends))];
    return (0,item/* unknown */.L5)(`Whether ${name} is allowed ${actionsOf(refused)} depends on ${keys.join(', ')}.`, 'Look at the conditions of its policies.');
}
function actionsOf(refused) {
    return [...new Set(refused.map(({ action }) => action))].join(', ');
}
/** Statements to paste: one for the actions of the same resources. */
function advice(name, refused) {
    const denied = refused.filter(({ explicit }) => explicit);
    if (denied.length > 0)
        return `Remove the denial of ${actionsOf(denied)} from the policies of ${name}: no grant overrules it.`;
    if (refused.some(({ byBoundary }) => byBoundary))
        return `Add to the permissions boundary of ${name}: ${statements(refused)}`;
    return `Add to the policy of ${name}: ${statements(refused)}`;
}
function statements(refused) {
    const byAction = new Map();
    for (const { action, resource } of refused)
        byAction.set(action, [...(byAction.get(action) ?? []), resource]);
    const byResources = new Map();
    for (const [action, resources] of byAction) {
        const key = JSON.stringify(resources.toSorted());
        byResources.set(key, [...(byResources.get(key) ?? []), action]);
    }
    return [...byResources]
        .map(([resources, Action]) => JSON.stringify({
        Effect: 'Allow',
        Action,
        Resource: JSON.parse(resources),
        ...(Action.includes('iam:PassRole')
            ? { Condition: { StringEquals: { 'iam:PassedToService': TASKS } } }
            : {}),
    }))
        .join(', ');
}

;// CONCATENATED MODULE: ./packages/steps/lib/preflight/role-items.js










const role_items_TASKS = 'ecs-tasks.amazonaws.com';
const CODE_DEPLOY = 'codedeploy.amazonaws.com';
/** Who may do what: CodeDeploy, ECS, the tasks, and we ourselves. */
function roleItems(facts) {
    return [
        {
            id: 'codedeploy-role',
            title: 'Role of CodeDeploy',
            needs: ['deployment-group'],
            check: async () => await codeDeployRole(facts),
        },
        {
            id: 'execution-role',
            title: 'Execution role',
            needs: ['task-definition'],
            check: async () => await taskRole(facts, 'executionRoleArn'),
        },
        {
            id: 'task-role',
            title: 'Task role',
            needs: ['task-definition'],
            check: async () => await taskRole(facts, 'taskRoleArn'),
        },
        {
            id: 'pass-role',
            title: 'Right to pass the roles',
            needs: ['task-definition', 'execution-role', 'task-role'],
            check: async () => await passRole(facts),
        },
        {
            id: 'permissions',
            title: 'Rights of these credentials',
            needs: ['deployment-group'],
            check: async () => await permissions(facts),
        },
    ];
}
async function codeDeployRole(facts) {
    const { serviceRole } = await facts.group();
    if (serviceRole === undefined || serviceRole === '')
        return (0,item/* failed */.gz)('The deployment group has no service role.', 'Set serviceRoleArn of the deployment group.');
    const role = await facts.aws.roles.describe(serviceRole);
    const name = (0,lib_arn/* lastSegment */.m)(serviceRole);
    const link = roleLink(facts, name);
    if (role === undefined) {
        return (0,item/* failed */.gz)(`The deployment group’s service role ${serviceRole} does not exist.`, 'Create it with the policy AWSCodeDeployRoleForECS, or set serviceRoleArn of the group to one that exists (aws deploy update-deployment-group --service-role-arn …).', link);
    }
    if ((0,lib_role/* trusts */.i)(role, CODE_DEPLOY) === false) {
        return (0,item/* failed */.gz)(`Role ${name} does not trust ${CODE_DEPLOY}, so CodeDeploy can’t use it.`, `Add to its trust policy: ${JSON.stringify({ Effect: 'Allow', Principal: { Service: CODE_DEPLOY }, Action: 'sts:AssumeRole' })}`, link);
    }
    const refused = await facts.aws.roles.refusals(role.arn, await codeDeployNeeds(facts));
    if (refused.length > 0 && refused.every(({ depends }) => depends.length > 0))
        return conditional(name, refused);
    return refused.length === 0
        ? (0,item/* passed */.bF)(`Role ${name} trusts CodeDeploy and allows what a deployment does.`)
        : (0,item/* failed */.gz)(`Role ${name} does not allow CodeDeploy ${actionsOf(refused)}.`, advice(name, refused), link);
}
/** Source: the managed policy AWSCodeDeployRoleForECS, without what hooks, triggers and revisions in S3 would need. */
async function codeDeployNeeds(facts) {
    const service = await facts.service();
    const [production, test] = await Promise.all([facts.production(), facts.test()]);
    const listeners = [production?.arn, test?.arn].filter((arn) => arn !== undefined);
    const definition = await facts.definition().catch(() => undefined);
    const roles = [definition?.['executionRoleArn'], definition?.['taskRoleArn']]
        .map((role) => (0,json/* textOf */.b6)(role))
        .filter((role) => (0,lib_arn/* parseArn */.L)(role) !== undefined);
    return [
        {
            actions: ['ecs:DescribeServices', 'ecs:CreateTaskSet', 'ecs:UpdateServicePrimaryTaskSet'],
            resources: [service.arn],
        },
        {
            actions: ['ecs:DeleteTaskSet'],
            resources: [await facts.arn('ecs', `task-set/${service.cluster}/${service.name}/ecs-svc/1`)],
        },
        {
            actions: [
                'elasticloadbalancing:DescribeTargetGroups',
                'elasticloadbalancing:DescribeListeners',
                'elasticloadbalancing:DescribeRules',
            ],
            resources: ['*'],
        },
        ...(listeners.length === 0
            ? []
            : [{ actions: ['elasticloadbalancing:ModifyListener'], resources: listeners }]),
        ...(roles.length === 0 ? [] : [passing(roles)]),
    ];
}
async function taskRole(facts, member) {
    const { aws } = facts;
    const definition = await facts.definition();
    const name = (0,lib_arn/* lastSegment */.m)((0,json/* textOf */.b6)(definition[member]));
    if (name === '') {
        return (0,item/* passed */.bF)(member === 'taskRoleArn'
            ? 'The containers call AWS with no role, or not at all.'
            : 'Nothing in the task definition needs one.');
    }
    const link = roleLink(facts, name);
    const found = verdictsOf((await (0,roles/* checkRoles */._)(definition, aws)).filter(({ path }) => path[0] === member), link);
    if (member === 'taskRoleArn' || found.some(({ status }) => status === 'failed'))
        return (0,item/* gravest */.Zk)(found, '');
    const uses = (0,secrets/* secretUses */.Db)(definition);
    const looks = await facts.secrets();
    const rights = await (0,roles/* checkExecutionRole */.t)(definition, uses, looks instanceof errors/* AwsCallError */.iQ ? new Map() : looks, aws);
    const verdict = (0,item/* gravest */.Zk)([...found, ...verdictsOf(rights, link)], '');
    return verdict.status === 'passed'
        ? (0,item/* passed */.bF)(`Role ${name} trusts ${role_items_TASKS} and allows what starting a task needs.`)
        : verdict;
}
async function passRole(facts) {
    const definition = await facts.definition();
    const names = [definition['executionRoleArn'], definition['taskRoleArn']].map((role) => (0,json/* textOf */.b6)(role));
    const roles = await Promise.all([...new Set(names.filter((name) => name !== ''))].map(async (name) => (0,lib_arn/* parseArn */.L)(name) === undefined ? await facts.arn('iam', `role/${name}`) : name));
    if (roles.length === 0)
        return (0,item/* passed */.bF)('There is no role to pass.');
    return await ownRights(facts, [passing(roles)], `These credentials may pass ${roles.map(lib_arn/* lastSegment */.m).join(' and ')}.`);
}
function passing(roles) {
    return {
        actions: ['iam:PassRole'],
        resources: [...new Set(roles)],
        context: { 'iam:PassedToService': role_items_TASKS },
    };
}
/**
 * Source of actions and resources: the service authorization reference, "Actions, resources, and condition keys". Where an
 * action knows no resource, policies name one all the same: what is asked for fits either.
 */
async function permissions(facts) {
    const { application, config, name } = await facts.group();
    const { cluster } = await facts.service();
    const inCluster = { 'ecs:cluster': await facts.arn('ecs', `cluster/${cluster}`) };
    const definition = await facts.definition().catch(() => undefined);
    return await ownRights(facts, [
        {
            actions: [
                'codedeploy:CreateDeployment',
                'codedeploy:GetDeployment',
                'codedeploy:ListDeployments',
                'codedeploy:GetDeploymentTarget',
                'codedeploy:ListDeploymentTargets',
                'codedeploy:StopDeployment',
            ],
            resources: [await facts.arn('codedeploy', `deploymentgroup:${application}/${name}`)],
        },
        {
            actions: ['codedeploy:RegisterApplicationRevision', 'codedeploy:GetApplicationRevision'],
            resources: [await facts.arn('codedeploy', `application:${application}`)],
        },
        {
            actions: ['codedeploy:GetDeploymentConfig'],
            resources: [await facts.arn('codedeploy', `deploymentconfig:${facts.request.config ?? config}`)],
        },
        {
            actions: ['ecs:RegisterTaskDefinition'],
            resources: [await facts.arn('ecs', `task-definition/${(0,json/* textOf */.b6)(definition?.['family'] ?? 'app')}:1`)],
        },
        {
            actions: ['ecs:ListTasks'],
            resources: [await facts.arn('ecs', `container-instance/${cluster}/0`)],
            context: inCluster,
        },
        {
            actions: ['ecs:DescribeTasks'],
            resources: [await facts.arn('ecs', `task/${cluster}/0`)],
            context: inCluster,
        },
        { actions: ['elasticloadbalancing:DescribeTargetHealth'], resources: ['*'] },
    ], 'These credentials may register, deploy, follow and stop.');
}
/** What the identity behind our credentials may do. Policies of an organisation and of sessions are not in it. */
async function ownRights(facts, wanted, fine) {
    const { aws } = facts;
    const { arn } = await aws.identity.caller();
    if (arn.endsWith(':root'))
        return (0,item/* passed */.bF)(fine);
    const [, session] = /:assumed-role\/([^/]+)\//.exec(arn) ?? [];
    let principal = arn;
    if (session !== undefined) {
        const role = await aws.roles.describe(session);
        if (role === undefined)
            return (0,item/* unknown */.L5)(`Role ${session} of these credentials is not in this account, so its rights are not known here.`);
        principal = role.arn;
    }
    const refused = await aws.roles.refusals(principal, wanted);
    if (refused.length === 0)
        return (0,item/* passed */.bF)(fine);
    const name = (0,lib_arn/* lastSegment */.m)(principal);
    if (refused.every(({ depends }) => depends.length > 0))
        return conditional(name, refused);
    return (0,item/* failed */.gz)(`${session === undefined ? 'User' : 'Role'} ${name}, whose credentials these are, is not allowed ${actionsOf(refused)}.`, advice(name, refused), session === undefined ? undefined : roleLink(facts, name));
}
function roleLink({ aws }, name) {
    return (0,console/* consoleLink */.i)(aws.region, { kind: 'role', name });
}

;// CONCATENATED MODULE: ./packages/steps/lib/preflight/service-items.js




/** What ECS says of the service. */
function serviceItems(facts) {
    return [
        { id: 'identity', title: 'AWS credentials', needs: [], check: async () => await identity(facts) },
        {
            id: 'service',
            title: 'Service',
            needs: ['identity'],
            check: async () => await service(facts),
        },
        {
            id: 'controller',
            title: 'Deployment controller',
            needs: ['service'],
            check: async () => await controller(facts),
        },
        {
            id: 'service-features',
            title: 'What CodeDeploy can shift',
            needs: ['service'],
            check: async () => await features(facts),
        },
        {
            id: 'desired-count',
            title: 'Number of tasks',
            needs: ['service'],
            check: async () => await desired(facts),
        },
        {
            id: 'primary',
            title: 'Tasks that serve now',
            needs: ['controller'],
            check: async () => await primary(facts),
        },
    ];
}
/** Whatever keeps us from knowing who we are keeps us from everything else too. */
async function identity({ aws }) {
    try {
        const { account, arn } = await aws.identity.caller();
        return (0,item/* passed */.bF)(`The credentials of ${arn} work in account ${account}, ${aws.region}.`);
    }
    catch (error) {
        if (!(error instanceof errors/* CutoverError */.DB))
            throw error;
        return (0,item/* failed */.gz)(error.message, error.remedy);
    }
}
async function service(facts) {
    const { cluster, name, status } = await facts.service();
    if (status === 'ACTIVE')
        return (0,item/* passed */.bF)(`Service ${name} in cluster ${cluster} is ACTIVE.`);
    return (0,item/* failed */.gz)(`Service ${name} in cluster ${cluster} is ${status}.`, 'Create it again (aws ecs create-service), or correct cluster and service.', (0,console/* consoleLink */.i)(facts.aws.region, { kind: 'cluster', cluster }));
}
/** What deploys services of the other controllers. */
const INSTEAD = {
    ECS: 'ECS deploys it by itself (aws ecs update-service --task-definition …), blue/green too with deploymentConfiguration.strategy BLUE_GREEN. ',
    EXTERNAL: 'What manages its task sets (CreateTaskSet) has to deploy it. ',
};
async function controller(facts) {
    const found = await facts.service();
    if (found.controller === 'CODE_DEPLOY')
        return (0,item/* passed */.bF)('It is CODE_DEPLOY.');
    return (0,item/* failed */.gz)(`Service ${found.name} has the ${found.controller} deployment controller; CodeDeploy deploys services of the CODE_DEPLOY controller.`, `${INSTEAD[found.controller] ?? ''}The controller is chosen when a service is created: create one with deploymentController CODE_DEPLOY (the bundled template does).`, serviceLink(facts, found));
}
/** Each with the way that is left. */
async function features(facts) {
    const service = await facts.service();
    const { name, schedulingStrategy, serviceConnect } = service;
    const balancers = (await facts.primary())?.loadBalancers ?? service.loadBalancers;
    const link = serviceLink(facts, service);
    if (serviceConnect) {
        return (0,item/* failed */.gz)(`Service ${name} uses Service Connect, whose traffic CodeDeploy doesn’t shift.`, 'Turn Service Connect off for this service, or use ECS’s own blue/green deployments, which know it.', link);
    }
    if (balancers.length !== 1) {
        return (0,item/* failed */.gz)(`Service ${name} has ${balancers.length} target groups; CodeDeploy can shift exactly one.`, balancers.length === 0
            ? 'Create the service with a load balancer: CodeDeploy shifts what a listener sends.'
            : 'Keep one load balancer entry in the service, or use ECS’s own blue/green deployments, which take several.', link);
    }
    if (balancers[0]?.targetGroupArn === '') {
        return (0,item/* failed */.gz)(`Service ${name} is behind a Classic Load Balancer, which CodeDeploy can’t shift.`, 'Put the service behind an application or network load balancer.', link);
    }
    if (schedulingStrategy === 'DAEMON') {
        return (0,item/* failed */.gz)(`Service ${name} has the DAEMON scheduling strategy, which CodeDeploy doesn’t support.`, 'Create the service with the REPLICA strategy.', link);
    }
    return (0,item/* passed */.bF)('One target group, no Service Connect, the REPLICA strategy.');
}
async function desired(facts) {
    const service = await facts.service();
    const { desired: wanted, name } = service;
    if (wanted > 0)
        return (0,item/* passed */.bF)(`The desired count is ${wanted}.`);
    const found = `Service ${name} has a desired count of 0: a deployment would succeed without a single task having run.`;
    const fix = 'Raise the desired count, or set allow-zero-tasks: true.';
    return facts.request.allowZeroTasks ? (0,item/* warned */.k9)(found, fix) : (0,item/* failed */.gz)(found, fix, serviceLink(facts, service));
}
/** Tasks that fail now don't keep the next version from being deployed, but there is little to go back to. */
async function primary(facts) {
    const service = await facts.service();
    const set = await facts.primary();
    const link = serviceLink(facts, service);
    if (set === undefined) {
        return (0,item/* failed */.gz)(`Service ${service.name} has no PRIMARY task set: nothing serves production, so there is nothing to shift from.`, 'Look at the service’s events; create the service again if it never had one.', link);
    }
    const label = (0,lib_revision/* formatRevision */.T)(set.taskDefinition);
    if (set.stable && set.running >= set.desired)
        return (0,item/* passed */.bF)(`${label} runs ${set.running} of ${set.desired} tasks and is steady.`);
    const [event] = service.events;
    return (0,item/* warned */.k9)(`${label} runs ${set.running} of ${set.desired} tasks and is not steady${event === undefined ? '.' : `: ${event.text}`}`, 'A deployment can start and may be the cure; a rollback would go back to these tasks.', link);
}
function serviceLink({ aws }, { cluster, name }) {
    return (0,console/* consoleLink */.i)(aws.region, { kind: 'service', cluster, service: name });
}

;// CONCATENATED MODULE: ./packages/steps/lib/preflight/run.js













async function run(given, world) {
    (0,deployment_environment/* requireName */.rI)(given);
    const request = {
        stack: given.stack,
        cluster: given.cluster,
        service: given.service,
        application: given['codedeploy-application'],
        group: given['codedeploy-deployment-group'],
        config: given['codedeploy-deployment-config'],
        wanted: wantedOf(given),
        container: { name: given['container-name'], port: given['container-port'] },
        image: given.image,
        skip: given.skip,
        alarms: given['ignore-alarms'] ? [] : given.alarms.length === 0 ? undefined : given.alarms,
        onActive: given['on-active-deployment'],
        waitUntil: given['wait-until'],
        waitMinutes: given['wait-for-minutes'],
        allowZeroTasks: given['allow-zero-tasks'],
    };
    const results = await run_check(request, world);
    world.progress.report({ type: 'note', text: (0,text_table/* textTable */.e)(HEADER, rowsOf(results)) });
    for (const { fix, found, status, title } of results) {
        if (status !== 'warned' && status !== 'unknown')
            continue;
        world.progress.report({
            type: 'warning',
            text: `${title}: ${found}`,
            ...(fix === undefined ? {} : { remedy: fix }),
        });
    }
    return conclude(results);
}
/** Looks at everything that was not left out; reads only. */
async function run_check(request, world) {
    const facts = new Facts(world, request);
    const items = [
        ...serviceItems(facts),
        ...groupItems(facts),
        ...taskItems(facts),
        ...roleItems(facts),
        ...resourceItems(facts),
        ...networkItems(facts),
        ...momentItems(facts, () => world.clock.now()),
    ];
    const wanted = items.filter(({ id }) => !request.skip.includes(id));
    const results = await judge(wanted, world.signal);
    return results.toSorted((a, b) => item/* ITEM_IDS */.FT.indexOf(a.id) - item/* ITEM_IDS */.FT.indexOf(b.id));
}
function wantedOf(given) {
    const { 'task-definition': path, 'task-definition-arn': name } = given;
    if (path !== undefined && name !== undefined) {
        throw new errors/* ConfigurationError */.j1({
            message: 'Inputs task-definition and task-definition-arn were both given.',
            remedy: 'Keep the one that is to be deployed.',
        });
    }
    if (path !== undefined)
        return { kind: 'file', path };
    return name === undefined ? { kind: 'serving' } : { kind: 'revision', name };
}
const WORDS = {
    passed: 'pass',
    warned: 'warning',
    failed: 'FAIL',
    unknown: 'unknown',
    skipped: 'not checked',
};
/** What the results mean for the whole. */
function conclude(results) {
    const of = (status) => results.filter((one) => one.status === status);
    const [failed, unknown, warnings] = [of('failed'), of('unknown'), of('warned')];
    const outputs = {
        passed: failed.length === 0,
        'failed-count': failed.length,
        'unknown-count': unknown.length,
        items: JSON.stringify(results),
    };
    const summary = [
        { kind: 'table', title: 'Preflight', header: HEADER, rows: rowsOf(results) },
    ];
    const [first] = failed;
    if (first === undefined) {
        const asides = [
            ...(warnings.length === 0 ? [] : [`${warnings.length} with a warning`]),
            ...(unknown.length === 0 ? [] : [`${unknown.length} could not be looked at`]),
        ];
        return {
            kind: 'succeeded',
            headline: `Everything that was checked is right: ${of('passed').length} of ${results.length} items${asides.length === 0 ? '' : ` (${asides.join(', ')})`}.`,
            outputs,
            summary,
        };
    }
    return {
        kind: 'failed',
        headline: `${first.title}: ${first.found}${failed.length > 1 ? ` (and ${failed.length - 1} more to mend)` : ''}`,
        remedy: `${first.fix ?? 'See the table.'} Nothing was changed.`,
        findings: failed.map(({ fix = '', found, id, link, title }) => ({
            id,
            cause: `${title}: ${found}`,
            evidence: [],
            fix,
            ...(link === undefined ? {} : { url: link }),
        })),
        outputs,
        summary,
        ...(first.link === undefined ? {} : { link: first.link }),
    };
}
const HEADER = ['Item', 'Result', 'What was found', 'What to do'];
function rowsOf(results) {
    return results.map(({ fix = '', found, status, title }) => [title, WORDS[status], found, fix]);
}


/***/ })

};
