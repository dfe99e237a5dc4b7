export const id = 8873;
export const ids = [8873];
export const modules = {

/***/ 61672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ trusts)
/* harmony export */ });
/**
 * Whether a service such as `ecs-tasks.amazonaws.com` may take on the role. Conditions are taken as met: they restrict
 * accounts and resources, which is what they are for. Undefined when the trust policy could not be read.
 */
function trusts(role, service) {
    const { trust } = role;
    if (typeof trust !== 'object' || trust === null || !('Statement' in trust))
        return undefined;
    const statements = listOf(trust.Statement).filter((one) => typeof one === 'object' && one !== null);
    const names = (statement, effect) => statement.Effect === effect &&
        listOf(statement.Action).some((action) => ['sts:assumerole', 'sts:*', '*'].includes(textOf(action))) &&
        principals(statement.Principal).some((one) => isService(one, service));
    return statements.some((one) => names(one, 'Allow')) && !statements.some((one) => names(one, 'Deny'));
}
function principals(principal) {
    if (principal === '*')
        return ['*'];
    if (typeof principal !== 'object' || principal === null || !('Service' in principal))
        return [];
    return listOf(principal.Service).map(textOf);
}
/** Some services are trusted by Region too: `codedeploy.eu-west-1.amazonaws.com`. */
function isService(given, service) {
    if (given === '*' || given === service)
        return true;
    const [name = '', ...domain] = service.split('.');
    return given.startsWith(`${name}.`) && given.endsWith(`.${domain.join('.')}`);
}
function listOf(value) {
    return Array.isArray(value) ? value : [value];
}
function textOf(value) {
    return typeof value === 'string' ? value.toLowerCase() : '';
}


/***/ }),

/***/ 8820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ checkTaskDefinition)
});

// EXTERNAL MODULE: ./packages/domain/lib/arn.js
var lib_arn = __webpack_require__(32549);
// EXTERNAL MODULE: ./packages/domain/lib/inputs.js
var inputs = __webpack_require__(63077);
// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/containers.js
var task_definition_containers = __webpack_require__(59502);
;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/check-container.js




/** One container's variables, ports, times and logging. */
function checkContainer(definition, container, path, fargate, report) {
    checkVariables(container, path, report);
    checkEnvironmentFiles(container, path, report);
    checkPorts(definition, container, path, report);
    checkTimes(container, path, fargate, report);
    checkLogging(container, path, fargate, report);
}
function checkVariables(container, path, report) {
    const names = new Map();
    for (const list of ['environment', 'secrets']) {
        for (const [at, entry] of (0,task_definition_containers/* objectsIn */.Qv)(container[list]).entries()) {
            const name = (0,json/* textOf */.b6)(entry['name'] ?? '');
            if (name === '' || /[=\s]/.test(name)) {
                report([...path, list, at], name === ''
                    ? `an entry of ${list} of container ${(0,json/* textOf */.b6)(container['name'])} has no name`
                    : `${JSON.stringify(/^[^=\s]*/.exec(name)?.[0] ?? '')} in ${list} of container ${(0,json/* textOf */.b6)(container['name'])} goes on with ${name.includes('=') ? '=' : 'a space'}, which no name of a variable has`, 'Name it with letters, digits and _; its value stands apart.');
                continue;
            }
            const twin = names.get(name);
            if (twin !== undefined) {
                report([...path, list, at], `container ${(0,json/* textOf */.b6)(container['name'])} has ${name} twice (${twin === list ? list : `${twin} and ${list}`})`, 'Keep one of them.');
            }
            names.set(name, list);
            if (list === 'secrets')
                checkSecret(entry, [...path, list, at, 'valueFrom'], report);
        }
    }
    const logging = container['logConfiguration'];
    if (!(0,json/* isJsonObject */.OW)(logging))
        return;
    for (const [at, entry] of (0,task_definition_containers/* objectsIn */.Qv)(logging['secretOptions']).entries()) {
        checkSecret(entry, [...path, 'logConfiguration', 'secretOptions', at, 'valueFrom'], report);
    }
}
/** `…:secret:NAME` and nothing, or its three parts: JSON key, version stage and version id, each possibly empty. */
const SECRET = /^secret:[^:]+(?::([^:]*):([^:]*):([^:]*))?$/;
function checkSecret(entry, path, report) {
    const from = entry['valueFrom'];
    if (typeof from !== 'string')
        return;
    const name = (0,json/* textOf */.b6)(entry['name']);
    const arn = (0,lib_arn/* parseArn */.L)(from);
    if (arn?.service === 'secretsmanager' && arn.resource.startsWith('secret:')) {
        const parts = SECRET.exec(arn.resource);
        if (parts === null) {
            const key = arn.resource.split(':')[2] ?? '';
            report(path, `secret ${name}: behind the secret’s name stand ${arn.resource.split(':').length - 2} parts, and ECS wants none or three`, `Write :${key}:: for the key ${key} of its JSON.`);
        }
        else if ((parts[2] ?? '') !== '' && (parts[3] ?? '') !== '') {
            report(path, `secret ${name} names a version stage and a version id`, 'Leave one of the two empty.');
        }
        return;
    }
    const right = from.startsWith('arn')
        ? arn?.service === 'ssm' && arn.resource.startsWith('parameter/')
        : /^[\w./-]+$/.test(from);
    if (right)
        return;
    report(path, from === ''
        ? `secret ${name} has an empty valueFrom`
        : // What is no ARN may be the secret itself.
            `secret ${name}: ${from.startsWith('arn:') ? (0,inputs/* quoted */.k9)(from) : 'the value (not shown)'} is neither the ARN of a secret nor of a parameter`, 'Write arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef (with :json-key:: for one key), an SSM parameter’s ARN or its name; input secrets takes NAME:json-key:: too.');
}
function checkEnvironmentFiles(container, path, report) {
    for (const [at, file] of (0,task_definition_containers/* objectsIn */.Qv)(container['environmentFiles']).entries()) {
        const value = (0,json/* textOf */.b6)(file['value']);
        const arn = (0,lib_arn/* parseArn */.L)(value);
        const right = arn?.service === 's3' && /^[^/]+\/.+/.test(arn.resource);
        if (right && value.endsWith('.env'))
            continue;
        report([...path, 'environmentFiles', at, 'value'], `the environment file ${(0,inputs/* quoted */.k9)(value)} ${right ? 'does not end in .env' : 'is no ARN of an object in S3'}`, 'Write it like arn:aws:s3:::BUCKET/path/app.env.');
    }
}
function checkPorts(definition, container, path, report) {
    const name = (0,json/* textOf */.b6)(container['name']);
    const awsvpc = definition['networkMode'] === 'awsvpc';
    const seen = new Set();
    for (const [at, mapping] of (0,task_definition_containers/* objectsIn */.Qv)(container['portMappings']).entries()) {
        const port = mapping['containerPort'];
        const host = mapping['hostPort'];
        const range = mapping['containerPortRange'];
        const here = [...path, 'portMappings', at];
        if (port === undefined && range === undefined)
            report(here, `a port mapping of container ${name} has no containerPort`, 'Add containerPort.');
        if (typeof port === 'number' && (port < 1 || port > 65_535)) {
            report(here, `containerPort ${port} is no port`, 'Write a number from 1 to 65535.');
        }
        if (awsvpc && host !== undefined && host !== port) {
            report(here, `hostPort ${JSON.stringify(host)} differs from containerPort ${JSON.stringify(port ?? null)}, which awsvpc does not allow`, 'Remove hostPort.');
        }
        const key = `${(0,json/* textOf */.b6)(port ?? range)}/${(0,json/* textOf */.b6)(mapping['protocol'] ?? 'tcp')}`;
        if (seen.has(key))
            report(here, `container ${name} has the port ${key} twice`, 'Remove one of the two.');
        seen.add(key);
    }
    if (!awsvpc)
        return;
    // The task has one network interface of its own, which its containers share.
    for (const member of ['links', 'hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts']) {
        const value = container[member];
        if (value === undefined || (Array.isArray(value) && value.length === 0))
            continue;
        report([...path, member], `container ${name} has ${member}, which networkMode awsvpc does not allow`, member === 'links' ? 'Remove it: containers of a task reach one another on localhost.' : 'Remove it.');
    }
}
function checkTimes(container, path, fargate, report) {
    const range = (holder, at, name, min, max) => {
        const value = holder[name];
        if (typeof value === 'number' && (value < min || value > max)) {
            report([...at, name], `${(0,json/* formatJsonPath */.pB)([...at, name])} is ${value}`, `Write a number from ${min} to ${max}.`);
        }
    };
    const health = container['healthCheck'];
    if ((0,json/* isJsonObject */.OW)(health)) {
        const at = [...path, 'healthCheck'];
        range(health, at, 'interval', 5, 300);
        range(health, at, 'timeout', 2, 60);
        range(health, at, 'retries', 1, 10);
        range(health, at, 'startPeriod', 0, 300);
        const first = (health['command'] ?? [])[0];
        if (first !== 'CMD' && first !== 'CMD-SHELL') {
            report([...at, 'command'], first === undefined
                ? 'the health check’s command is empty'
                : `the health check’s command begins with ${JSON.stringify(first)}`, 'Begin it with "CMD-SHELL" (one shell line) or "CMD" (program and arguments).');
        }
    }
    const restart = container['restartPolicy'];
    if ((0,json/* isJsonObject */.OW)(restart))
        range(restart, [...path, 'restartPolicy'], 'restartAttemptPeriod', 60, 1800);
    if (!fargate)
        return;
    range(container, path, 'startTimeout', 2, 120);
    range(container, path, 'stopTimeout', 0, 120);
}
function checkLogging(container, path, fargate, report) {
    const logging = container['logConfiguration'];
    if (!(0,json/* isJsonObject */.OW)(logging))
        return;
    const at = [...path, 'logConfiguration'];
    const driver = (0,json/* textOf */.b6)(logging['logDriver']);
    if (fargate && !['awslogs', 'splunk', 'awsfirelens'].includes(driver)) {
        report([...at, 'logDriver'], `Fargate has no log driver ${driver}`, 'Write awslogs, splunk or awsfirelens.');
    }
    if (driver !== 'awslogs')
        return;
    const options = (0,json/* isJsonObject */.OW)(logging['options']) ? logging['options'] : {};
    const wanted = ['awslogs-group', 'awslogs-region', ...(fargate ? ['awslogs-stream-prefix'] : [])];
    for (const name of wanted.filter((one) => options[one] === undefined)) {
        report([...at, 'options'], `container ${(0,json/* textOf */.b6)(container['name'])}: the log driver awslogs has no ${name}`, `Add ${name} to logConfiguration.options, or give log-configuration-options.`);
    }
}

;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/check-dependencies.js


/** Every dependency exists, suits its container, and none goes in a circle. */
function checkDependencies(containers, report) {
    const names = containers.map(({ name }) => (0,json/* textOf */.b6)(name));
    for (const [index, container] of containers.entries()) {
        const own = names[index] ?? '';
        for (const [at, dependency] of (0,task_definition_containers/* objectsIn */.Qv)(container['dependsOn']).entries()) {
            const path = ['containerDefinitions', index, 'dependsOn', at];
            const other = containers.find(({ name }) => name === dependency['containerName']);
            const condition = (0,json/* textOf */.b6)(dependency['condition']);
            if (other === undefined) {
                report(path, `container ${own} depends on ${JSON.stringify(dependency['containerName'])}, which does not exist`, `The containers are: ${names.join(', ')}.`);
                continue;
            }
            const name = (0,json/* textOf */.b6)(other['name']);
            if (condition === 'HEALTHY' && other['healthCheck'] === undefined) {
                report(path, `container ${own} waits for ${name} to be healthy, which has no healthCheck`, `Add a healthCheck to ${name}, or use the condition START.`);
            }
            if ((condition === 'COMPLETE' || condition === 'SUCCESS') && (0,task_definition_containers/* isEssential */.NN)(other)) {
                report(path, `container ${own} waits for the end (${condition}) of ${name}, which is essential: its end ends the task`, `Set essential: false on ${name}.`);
            }
        }
    }
    const circle = findCircle(containers);
    if (circle !== undefined) {
        report(['containerDefinitions', names.indexOf(circle[0] ?? ''), 'dependsOn'], `the containers wait for one another: ${circle.join(' -> ')}`, 'Remove one of these dependencies.');
    }
}
function findCircle(containers) {
    const others = new Map(containers.map(({ dependsOn, name }) => [
        (0,json/* textOf */.b6)(name),
        (0,task_definition_containers/* objectsIn */.Qv)(dependsOn).map(({ containerName }) => (0,json/* textOf */.b6)(containerName)),
    ]));
    const visit = (name, path) => {
        if (path.includes(name))
            return [...path.slice(path.indexOf(name)), name];
        for (const other of others.get(name) ?? []) {
            const circle = visit(other, [...path, name]);
            if (circle !== undefined)
                return circle;
        }
        return undefined;
    };
    for (const name of others.keys()) {
        const circle = visit(name, []);
        if (circle !== undefined)
            return circle;
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/domain/lib/task-definition/fargate-sizes.js
var fargate_sizes = __webpack_require__(26289);
;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/check-fargate.js



/** What Fargate wants of a whole task. @param complete false while a stack may still fill in what is absent */
function checkFargate(definition, complete, report) {
    const mode = definition['networkMode'];
    if (mode === undefined ? complete : mode !== 'awsvpc') {
        report(['networkMode'], `Fargate needs networkMode awsvpc, not ${JSON.stringify(mode ?? 'bridge')}`, 'Set networkMode to awsvpc.');
    }
    checkSize(definition, complete, report);
    if (complete && definition['executionRoleArn'] === undefined) {
        const why = whyExecutionRole(definition);
        if (why !== undefined) {
            report([], `the task definition has no executionRoleArn, which Fargate needs ${why}`, 'Add executionRoleArn, the input execution-role-arn, or stack.');
        }
    }
    const storage = definition['ephemeralStorage'];
    const size = (0,json/* isJsonObject */.OW)(storage) ? storage['sizeInGiB'] : undefined;
    if (typeof size === 'number' && (size < 21 || size > 200)) {
        report(['ephemeralStorage', 'sizeInGiB'], `ephemeralStorage.sizeInGiB is ${size}`, 'Write a number from 21 to 200.');
    }
    for (const [index, volume] of (0,task_definition_containers/* objectsIn */.Qv)(definition['volumes']).entries()) {
        const host = volume['host'];
        const unfit = (0,json/* isJsonObject */.OW)(host) && host['sourcePath'] !== undefined
            ? ['host', 'sourcePath']
            : volume['dockerVolumeConfiguration'] === undefined
                ? undefined
                : ['dockerVolumeConfiguration'];
        if (unfit !== undefined) {
            report(['volumes', index, ...unfit], `volume ${(0,json/* textOf */.b6)(volume['name'])} has ${unfit.join('.')}, and tasks on Fargate have no host`, 'Use a volume of the task (name alone) or efsVolumeConfiguration.');
        }
    }
    for (const [index, container] of (0,task_definition_containers/* containersOf */.Mz)(definition).entries())
        check_fargate_checkContainer(container, ['containerDefinitions', index], report);
}
function checkSize(definition, complete, report) {
    const { cpu, memory } = definition;
    if (typeof cpu === 'string' && typeof memory === 'string') {
        const problem = (0,fargate_sizes/* fargateSizeProblem */.Ho)(cpu, memory);
        if (problem !== undefined)
            report([problem.member], problem.message, problem.remedy);
        const platform = definition['runtimePlatform'];
        const os = (0,json/* isJsonObject */.OW)(platform) ? (0,json/* textOf */.b6)(platform['operatingSystemFamily']) : '';
        if (os.startsWith('WINDOWS') && ((0,fargate_sizes/* cpuUnits */.MN)(cpu) ?? 1024) < 1024) {
            report(['cpu'], `cpu is ${JSON.stringify(cpu)}, and Windows on Fargate needs 1024 or more`, 'Write 1024, 2048 or 4096.');
        }
    }
    else if (complete) {
        const absent = [
            cpu === undefined ? 'cpu' : undefined,
            memory === undefined ? 'memory' : undefined,
        ].filter(Boolean);
        report([], `Fargate needs ${absent.join(' and ')} of the whole task`, 'Add cpu: "256" and memory: "512", or a larger pair.');
    }
}
function check_fargate_checkContainer(container, path, report) {
    const name = (0,json/* textOf */.b6)(container['name']);
    if (container['privileged'] === true) {
        report([...path, 'privileged'], `container ${name} is privileged, which Fargate does not allow`, 'Remove privileged.');
    }
    const linux = container['linuxParameters'];
    const capabilities = (0,json/* isJsonObject */.OW)(linux) ? linux['capabilities'] : undefined;
    const added = (0,json/* isJsonObject */.OW)(capabilities) ? capabilities['add'] : undefined;
    for (const [at, one] of (Array.isArray(added) ? added : []).entries()) {
        if (one === 'SYS_PTRACE')
            continue;
        report([...path, 'linuxParameters', 'capabilities', 'add', at], `container ${name} wants the capability ${(0,json/* textOf */.b6)(one)}, and Fargate adds SYS_PTRACE only`, 'Remove it.');
    }
}
function whyExecutionRole(definition) {
    for (const container of (0,task_definition_containers/* containersOf */.Mz)(definition)) {
        const name = (0,json/* textOf */.b6)(container['name']);
        if (/^\d{12}\.dkr[.-]ecr\./.test((0,json/* textOf */.b6)(container['image'])))
            return `to pull the image of ${name} from ECR`;
        if ((0,task_definition_containers/* objectsIn */.Qv)(container['secrets']).length > 0)
            return `to read the secrets of ${name}`;
        const logging = container['logConfiguration'];
        if ((0,json/* isJsonObject */.OW)(logging) && logging['logDriver'] === 'awslogs')
            return `to write the logs of ${name}`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/domain/lib/digest.js
var lib_digest = __webpack_require__(35948);
;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/check-image.js


const EXAMPLE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/app@sha256:…';
/** Why no registry can have such an image; undefined when one may. */
function imageProblem(image) {
    const say = (why, remedy) => ({ message: `${(0,inputs/* quoted */.k9)(image)} is no image${why}`, remedy });
    if (image.trim() === '')
        return { message: 'the image is empty', remedy: `Write it like ${EXAMPLE}.` };
    const [placeholder] = /<[^<>]*>|\$\{[^}]*\}|\$\w+|\{\{[^}]*\}\}/.exec(image) ?? [];
    if (placeholder !== undefined) {
        return say(`: ${placeholder} stands there as it is`, placeholder.startsWith('${')
            ? 'Give its value in input variables, or the whole image in image or images.'
            : 'Give the image in input image or images, or write it into the file.');
    }
    if (/^[a-z]+:\/\//i.test(image))
        return say(': it begins like a URL', 'Leave out what stands before the host.');
    const [path = '', digest, ...more] = image.split('@');
    if (digest !== undefined && (more.length > 0 || !(0,lib_digest/* isDigest */.B)(digest)))
        return say(': what follows @ is no digest', 'Write sha256: and 64 hexadecimal digits behind the @.');
    const slash = path.lastIndexOf('/');
    const colon = path.indexOf(':', slash + 1);
    const name = colon === -1 ? path : path.slice(0, colon);
    const tag = colon === -1 ? undefined : path.slice(colon + 1);
    if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag))
        return say(`: ${(0,inputs/* quoted */.k9)(tag)} is no tag`, 'A tag has letters, digits, _ . and -, at most 128 characters.');
    if (/[A-Z]/.test(name.slice(name.indexOf('/') + 1)))
        return say(': names of repositories have no capital letters', `Write ${name.toLowerCase()}.`);
    return /^[A-Za-z0-9][\w.:/-]*$/.test(name) ? undefined : say('', `Write it like ${EXAMPLE}.`);
}

;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/check-resources.js



/** What containers reserve fits into the task, and into what each may use. */
function checkResources(definition, report) {
    const memory = (0,fargate_sizes/* memoryMiB */.Ii)((0,json/* textOf */.b6)(definition['memory']));
    const cpu = (0,fargate_sizes/* cpuUnits */.MN)((0,json/* textOf */.b6)(definition['cpu']));
    let memorySum = 0;
    let cpuSum = 0;
    for (const [index, container] of (0,task_definition_containers/* containersOf */.Mz)(definition).entries()) {
        const path = ['containerDefinitions', index];
        const name = (0,json/* textOf */.b6)(container['name']);
        const limit = numberOf(container['memory']);
        const reserved = numberOf(container['memoryReservation']);
        memorySum += reserved ?? limit ?? 0;
        cpuSum += numberOf(container['cpu']) ?? 0;
        if (limit !== undefined && reserved !== undefined && reserved >= limit) {
            report([...path, 'memoryReservation'], `container ${name} reserves ${reserved} MiB and may use ${limit}`, 'Make memory larger than memoryReservation, or remove one of them.');
        }
        if (memory !== undefined && limit !== undefined && limit > memory) {
            report([...path, 'memory'], `container ${name} may use ${limit} MiB of memory, and the whole task has ${memory}`, `Write at most ${memory}, or give the task more memory.`);
            // Said already.
            memorySum -= reserved ?? limit;
        }
    }
    if (memory !== undefined && memorySum > memory) {
        report(['memory'], `the containers reserve ${memorySum} MiB of memory together, and the task has ${memory}`, 'Give the task more memory, or the containers less.');
    }
    if (cpu !== undefined && cpuSum > cpu) {
        report(['cpu'], `the containers reserve ${cpuSum} units of cpu together, and the task has ${cpu}`, 'Give the task more cpu, or the containers less.');
    }
}
function numberOf(value) {
    return typeof value === 'number' ? value : undefined;
}

;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/check-words.js


const CONTAINER = 'containerDefinitions';
const EFS = 'volumes.efsVolumeConfiguration';
/** The enumerations of RegisterTaskDefinition's request, after the service's API model of August 2026. */
const ENUMERATIONS = [
    { path: 'networkMode', words: ['bridge', 'host', 'awsvpc', 'none'] },
    { path: 'requiresCompatibilities', words: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'], open: true },
    { path: 'pidMode', words: ['host', 'task'] },
    { path: 'ipcMode', words: ['host', 'task', 'none'] },
    { path: 'runtimePlatform.cpuArchitecture', words: ['X86_64', 'ARM64'], open: true },
    {
        path: 'runtimePlatform.operatingSystemFamily',
        words: [
            'LINUX',
            'WINDOWS_SERVER_2019_CORE',
            'WINDOWS_SERVER_2019_FULL',
            'WINDOWS_SERVER_2022_CORE',
            'WINDOWS_SERVER_2022_FULL',
            'WINDOWS_SERVER_2025_CORE',
            'WINDOWS_SERVER_2025_FULL',
        ],
        open: true,
    },
    { path: 'placementConstraints.type', words: ['memberOf'] },
    { path: `${CONTAINER}.portMappings.protocol`, words: ['tcp', 'udp'] },
    { path: `${CONTAINER}.portMappings.appProtocol`, words: ['http', 'http2', 'grpc'] },
    { path: `${CONTAINER}.environmentFiles.type`, words: ['s3'] },
    { path: `${CONTAINER}.dependsOn.condition`, words: ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] },
    { path: `${CONTAINER}.versionConsistency`, words: ['enabled', 'disabled'] },
    {
        path: `${CONTAINER}.ulimits.name`,
        words: [
            'core',
            'cpu',
            'data',
            'fsize',
            'locks',
            'memlock',
            'msgqueue',
            'nice',
            'nofile',
            'nproc',
            'rss',
            'rtprio',
            'rttime',
            'sigpending',
            'stack',
        ],
    },
    {
        path: `${CONTAINER}.resourceRequirements.type`,
        words: ['GPU', 'InferenceAccelerator', 'NeuronDevice'],
        open: true,
    },
    { path: `${CONTAINER}.firelensConfiguration.type`, words: ['fluentd', 'fluentbit'] },
    { path: `${EFS}.transitEncryption`, words: ['ENABLED', 'DISABLED'] },
    { path: `${EFS}.authorizationConfig.iam`, words: ['ENABLED', 'DISABLED'] },
    { path: 'volumes.dockerVolumeConfiguration.scope', words: ['task', 'shared'] },
];
const BY_PATH = new Map(ENUMERATIONS.map((one) => [one.path, one]));
/** Every value of an enumeration is one of its words. */
function checkWords(definition, report) {
    visit(definition, [], '', report);
}
function visit(value, path, place, report) {
    if (Array.isArray(value)) {
        for (const [index, one] of value.entries())
            visit(one, [...path, index], place, report);
    }
    else if ((0,json/* isJsonObject */.OW)(value)) {
        for (const [name, one] of Object.entries(value))
            visit(one, [...path, name], place === '' ? name : `${place}.${name}`, report);
    }
    else if (typeof value === 'string') {
        checkWord(value, path, BY_PATH.get(place), report);
    }
}
function checkWord(value, path, known, report) {
    if (known === undefined || known.words.includes(value))
        return;
    const { open, words } = known;
    const meant = words.find((one) => one.toLowerCase() === value.toLowerCase()) ?? (0,inputs/* nearestName */.qb)(value, words);
    if (open === true && meant === undefined)
        return;
    report(path, `${(0,json/* formatJsonPath */.pB)(path)} is ${(0,inputs/* quoted */.k9)(value)}, not one of ${words.join(', ')}`, meant === undefined ? `Write one of ${words.join(', ')}.` : `Did you mean ${meant}?`);
}

;// CONCATENATED MODULE: ./packages/domain/lib/task-definition/check.js










const NAME = /^[A-Za-z0-9_-]{1,255}$/;
/** What ECS would refuse, or accept and then fail to start. Works on any base; says all problems at once. */
function checkTaskDefinition(definition, options) {
    const problems = [];
    const report = (path, message, remedy) => {
        const input = options.inputOf?.(path);
        if (input !== undefined) {
            problems.push({ message: `Input ${input}: ${message}.`, remedy });
            return;
        }
        const place = options.placeOf?.(path);
        problems.push({ message, remedy, ...(place === undefined ? {} : { place }) });
    };
    const fargate = (0,task_definition_containers/* runsOnFargate */.iw)(definition);
    const family = definition['family'];
    if (typeof family === 'string' ? !NAME.test(family) : options.complete) {
        report(['family'], family === undefined
            ? 'the task definition has no family'
            : `family ${(0,inputs/* quoted */.k9)((0,json/* textOf */.b6)(family))} is no valid name`, 'Name the family with letters, digits, - and _ (at most 255).');
    }
    checkWords(definition, report);
    checkRoles(definition, report);
    checkContainers(definition, fargate, report);
    checkVolumes(definition, report);
    checkResources(definition, report);
    if (fargate)
        checkFargate(definition, options.complete, report);
    return problems;
}
function checkRoles(definition, report) {
    for (const name of ['executionRoleArn', 'taskRoleArn']) {
        const value = definition[name];
        if (typeof value !== 'string')
            continue;
        const arn = (0,lib_arn/* parseArn */.L)(value);
        // ECS takes a role's short name as well.
        const right = arn === undefined
            ? NAME_OF_ROLE.test(value)
            : arn.service === 'iam' && arn.resource.startsWith('role/');
        if (!right) {
            report([name], `${name} ${JSON.stringify(value)} is no ARN of a role`, 'Write it like arn:aws:iam::123456789012:role/NAME.');
        }
    }
}
const NAME_OF_ROLE = /^[\w+=,.@-]{1,64}$/;
function checkContainers(definition, fargate, report) {
    const containers = (0,task_definition_containers/* containersOf */.Mz)(definition);
    const root = ['containerDefinitions'];
    if (containers.length === 0) {
        report(root, 'the task definition has no containers', 'Add containerDefinitions with name and image.');
        return;
    }
    const seen = new Set();
    const volumes = new Set((0,task_definition_containers/* objectsIn */.Qv)(definition['volumes']).map(({ name }) => (0,json/* textOf */.b6)(name)));
    for (const [index, container] of containers.entries()) {
        const path = [...root, index];
        const name = container['name'];
        if (typeof name !== 'string' || !NAME.test(name)) {
            report([...path, 'name'], name === undefined
                ? `${(0,json/* formatJsonPath */.pB)(path)} has no name`
                : `${JSON.stringify(name)} is no container name`, 'Name the container with letters, digits, - and _.');
        }
        else if (seen.has(name)) {
            report([...path, 'name'], `two containers are named ${name}`, 'Give every container a name of its own.');
        }
        seen.add((0,json/* textOf */.b6)(name));
        const image = container['image'];
        if (typeof image !== 'string') {
            report([...path, 'image'], `container ${(0,json/* textOf */.b6)(name)} has no image`, 'Add image, in the file or with the inputs container-name and image.');
        }
        else {
            const problem = imageProblem(image);
            if (problem !== undefined)
                report([...path, 'image'], problem.message, problem.remedy);
        }
        checkContainer(definition, container, path, fargate, report);
        for (const [at, mount] of (0,task_definition_containers/* objectsIn */.Qv)(container['mountPoints']).entries()) {
            if (mount['sourceVolume'] !== undefined && !volumes.has((0,json/* textOf */.b6)(mount['sourceVolume']))) {
                report([...path, 'mountPoints', at], `container ${(0,json/* textOf */.b6)(name)} mounts the volume ${JSON.stringify(mount['sourceVolume'])}, which is not among volumes`, volumes.size === 0 ? 'Add it under volumes.' : `The volumes are: ${[...volumes].join(', ')}.`);
            }
        }
    }
    if (!containers.some(task_definition_containers/* isEssential */.NN)) {
        report(root, 'no container is essential', 'Set essential: true on the container that the task is for.');
    }
    checkDependencies(containers, report);
}
function checkVolumes(definition, report) {
    const seen = new Set();
    for (const [index, volume] of (0,task_definition_containers/* objectsIn */.Qv)(definition['volumes']).entries()) {
        const name = (0,json/* textOf */.b6)(volume['name']);
        if (seen.has(name))
            report(['volumes', index, 'name'], `two volumes are named ${name}`, 'Give every volume a name of its own.');
        seen.add(name);
    }
}


/***/ }),

/***/ 26289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ fargateSizeProblem),
/* harmony export */   Ii: () => (/* binding */ memoryMiB),
/* harmony export */   MN: () => (/* binding */ cpuUnits)
/* harmony export */ });
/** CPU units and the memory sizes in MiB that Fargate gives them; the sizes above 4096 need platform version 1.4.0. */
const SIZES = [
    [256, [512, 1024, 2048]],
    [512, steps(1024, 4096, 1024)],
    [1024, steps(2048, 8192, 1024)],
    [2048, steps(4096, 16_384, 1024)],
    [4096, steps(8192, 30_720, 1024)],
    [8192, steps(16_384, 61_440, 4096)],
    [16_384, steps(32_768, 122_880, 8192)],
];
function steps(from, to, step) {
    return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
/** CPU units of `1024`, `1 vCPU` or `.5 vcpu`; undefined for anything else. */
function cpuUnits(text) {
    const [, number, unit] = /^\s*(\d+|\d*\.\d+)\s*(vcpu)?\s*$/i.exec(text) ?? [];
    if (number === undefined)
        return undefined;
    const units = Number(number) * (unit === undefined ? 1 : 1024);
    return Number.isInteger(units) ? units : undefined;
}
/** MiB of `2048`, `2GB` or `.5 GB`; undefined for anything else. */
function memoryMiB(text) {
    const [, number, unit] = /^\s*(\d+|\d*\.\d+)\s*(gb)?\s*$/i.exec(text) ?? [];
    if (number === undefined)
        return undefined;
    const mib = Number(number) * (unit === undefined ? 1 : 1024);
    return Number.isInteger(mib) ? mib : undefined;
}
/** Why Fargate has no such size, and the sizes that it has; undefined when the pair is right. */
function fargateSizeProblem(cpu, memory) {
    const units = cpuUnits(cpu);
    const sizes = SIZES.find(([one]) => one === units)?.[1];
    if (sizes === undefined) {
        return {
            member: 'cpu',
            message: `Fargate has no cpu ${JSON.stringify(cpu)}`,
            remedy: `Write one of ${SIZES.map(([one]) => one).join(', ')}.`,
        };
    }
    const mib = memoryMiB(memory);
    if (mib !== undefined && sizes.includes(mib))
        return undefined;
    const few = sizes.length <= 4
        ? sizes.join(', ')
        : `${sizes[0]} to ${sizes.at(-1)} in steps of ${(sizes[1] ?? 0) - (sizes[0] ?? 0)}`;
    return {
        member: 'memory',
        message: `Fargate has no memory ${JSON.stringify(memory)} for cpu ${units}`,
        remedy: `Write ${few} (MiB), or change cpu.`,
    };
}


/***/ }),

/***/ 33450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readTaskDefinition)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59502);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19605);
/* harmony import */ var _trace_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23871);





/**
 * Reads what a user wrote or what DescribeTaskDefinition returned (also as `{ taskDefinition, tags }`). Read-only members
 * are left out, null counts as absent, and every other value is kept as it is. Scalars of another type than AWS wants
 * keep their spelling: `cpu: 256` becomes "256".
 */
function readTaskDefinition(document, source) {
    const problems = [];
    const warnings = [];
    const wrapped = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(document) && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(document['taskDefinition']);
    const root = wrapped ? ['taskDefinition'] : [];
    const placed = (path, message, remedy) => source === undefined ? { message, remedy } : { message, remedy, place: source.placeOf(path) };
    const inner = wrapped ? document['taskDefinition'] : document;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(inner)) {
        problems.push(placed([], `a task definition is a JSON or YAML object, and this is ${inner === null ? 'empty' : describe(inner)}`, 'Begin with family and containerDefinitions.'));
        return { definition: {}, tags: new Map(), problems, warnings };
    }
    const conform = (value, shape, path) => {
        const at = [...root, ...path];
        const wrong = (expected) => {
            problems.push(placed(at, `${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .formatJsonPath */ .pB)(path)} is ${describe(value, path)}, not ${expected}`, EXAMPLES[path.findLast((part) => typeof part === 'string') ?? ''] ?? `Write ${expected} here.`));
        };
        if (shape === 'string') {
            if (typeof value === 'string')
                return value;
            if (typeof value === 'number' || typeof value === 'boolean')
                return source?.spellingOf(at) ?? String(value);
            return wrong('a string');
        }
        if (shape === 'integer') {
            if (typeof value === 'number' && Number.isInteger(value))
                return value;
            if (typeof value === 'string' && /^-?\d+$/.test(value))
                return Number(value);
            return wrong('a whole number');
        }
        if (shape === 'boolean') {
            if (typeof value === 'boolean')
                return value;
            if (value === 'true' || value === 'false')
                return value === 'true';
            return wrong('true or false');
        }
        if (shape.kind === 'list') {
            if (!Array.isArray(value))
                return wrong('a list');
            return value
                .map((one, index) => conform(one, shape.of, [...path, index]))
                .filter((one) => one !== undefined);
        }
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(value))
            return wrong('an object');
        const members = [];
        for (const [name, one] of Object.entries(value)) {
            if (one === null)
                continue;
            if (path.length === 0 && _shape_js__WEBPACK_IMPORTED_MODULE_1__/* .READ_ONLY_MEMBERS */ .Q.has(name))
                continue;
            const member = shape.kind === 'map' ? { shape: shape.of } : shape.members[name];
            if (member === undefined) {
                const known = shape.kind === 'struct' ? Object.keys(shape.members) : [];
                unknown([...path, name], name, known);
                continue;
            }
            const kept = conform(one, member.shape, [...path, name]);
            if (kept !== undefined)
                members.push([name, kept]);
        }
        if (shape.kind === 'struct' && path.length > 0) {
            for (const [name, member] of Object.entries(shape.members)) {
                if (member.required && (value[name] ?? null) === null) {
                    problems.push(placed(at, `${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .formatJsonPath */ .pB)(path)} has no ${name}`, `Add ${name}.`));
                }
            }
        }
        return Object.fromEntries(members);
    };
    const unknown = (path, name, known) => {
        const meant = known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .qb)(name, known);
        const message = `${(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .formatJsonPath */ .pB)(path)} is no property that RegisterTaskDefinition knows`;
        const at = [...root, ...path];
        // A near miss is a slip of the pen; anything else may be newer than this version and is named, not refused.
        if (meant === undefined)
            warnings.push(placed(at, `${message}; it is not sent`, 'Remove it, or update this action.'));
        else
            problems.push(placed(at, message, `Did you mean ${meant}?`));
    };
    const { tags: ownTags, ...members } = conform(inner, _shape_js__WEBPACK_IMPORTED_MODULE_1__/* .TASK_DEFINITION_SHAPE */ .w, []);
    const tags = new Map();
    const listed = wrapped && Array.isArray(document['tags']) ? document['tags'] : ownTags;
    for (const [index, tag] of (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .objectsIn */ .Qv)(listed).entries()) {
        const key = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(tag['key']);
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(tag['value']);
        // What DescribeTaskDefinition returned may have tags of AWS's own, which are left out.
        const problem = wrapped ? undefined : ((0,_trace_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tagProblem */ .qH)(key, value) ?? twice(tags, key));
        if (problem !== undefined)
            problems.push(placed(['tags', index], `tags[${index}]: ${problem.message}`, problem.remedy));
        tags.set(key, value);
    }
    return { definition: members, tags, problems, warnings };
}
/** What is written where many write something else. */
const EXAMPLES = {
    environment: 'Write a list of {"name": "NAME", "value": "…"}.',
    secrets: 'Write a list of {"name": "NAME", "valueFrom": "ARN"}.',
    environmentFiles: 'Write a list of {"value": "arn:aws:s3:::BUCKET/app.env", "type": "s3"}.',
    portMappings: 'Write a list of {"containerPort": 8080}.',
    command: 'Write a list of words, like ["npm", "start"]; for a shell line ["sh", "-c", "…"], in a healthCheck ["CMD-SHELL", "…"].',
    entryPoint: 'Write a list of words, like ["node", "server.js"].',
    containerDefinitions: 'Write a list of {"name": "app", "image": "…"}.',
    requiresCompatibilities: 'Write ["FARGATE"].',
    tags: 'Write a list of {"key": "…", "value": "…"}.',
};
/** Members whose text may be a secret. */
const PRIVATE = new Set([
    'environment',
    'secrets',
    'secretOptions',
    'command',
    'entryPoint',
]);
function twice(tags, key) {
    return tags.has(key)
        ? { message: `the key ${(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .k9)(key)} stands there twice`, remedy: 'Remove one of the two.' }
        : undefined;
}
function describe(value, path = []) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'an object';
    if (typeof value !== 'string')
        return JSON.stringify(value);
    return path.some((part) => PRIVATE.has(part)) ? 'a text' : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .k9)(value);
}


/***/ }),

/***/ 37155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ fillFromStack)
/* harmony export */ });
/* harmony import */ var _cutover_domain_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59502);


/** Fills in what the file leaves out and the stack knows: family, roles, size, network, architecture and logging. */
function fillFromStack(definition, environment, region) {
    const { cpuArchitecture, logGroup } = environment;
    const compatible = definition['requiresCompatibilities'];
    const elsewhere = Array.isArray(compatible) && !compatible.includes('FARGATE');
    const defaults = {
        family: environment.taskFamily,
        executionRoleArn: environment.executionRoleArn,
        taskRoleArn: environment.taskRoleArn,
        networkMode: elsewhere ? undefined : 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: environment.taskCpu,
        memory: environment.taskMemory,
        runtimePlatform: cpuArchitecture === undefined ? undefined : { cpuArchitecture, operatingSystemFamily: 'LINUX' },
    };
    const known = Object.entries(defaults).filter(([, value]) => value !== undefined);
    return {
        ...Object.fromEntries(known),
        ...definition,
        containerDefinitions: (0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_0__/* .containersOf */ .Mz)(definition).map((container) => logGroup === undefined ? container : withLogging(container, logGroup, region)),
    };
}
function withLogging(container, group, region) {
    const own = container['logConfiguration'];
    if ((0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(own) && own['logDriver'] !== 'awslogs')
        return container;
    const options = (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(own) && (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(own['options']) ? own['options'] : {};
    return {
        ...container,
        logConfiguration: {
            ...((0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(own) ? own : { logDriver: 'awslogs' }),
            options: {
                'awslogs-group': group,
                'awslogs-region': region,
                'awslogs-stream-prefix': 'ecs',
                ...options,
            },
        },
    };
}


/***/ }),

/***/ 35577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ checkLogGroups)
/* harmony export */ });
/* harmony import */ var _cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59502);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19077);



/** Every log group that containers write to is there, or is made by the driver. */
async function checkLogGroups(definition, aws) {
    const looks = new Map();
    const checks = (0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(definition).flatMap((container, index) => {
        const logging = container['logConfiguration'];
        if (!(0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(logging) || logging['logDriver'] !== 'awslogs')
            return [];
        const options = (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(logging['options']) ? logging['options'] : {};
        const group = (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(options['awslogs-group']);
        const region = (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(options['awslogs-region']) || aws.region;
        if (group === '')
            return [];
        const created = (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(options['awslogs-create-group']) === 'true';
        const key = JSON.stringify([group, region, created]);
        const found = looks.get(key) ??
            (created
                ? Promise.resolve((0,_requirement_js__WEBPACK_IMPORTED_MODULE_0__.ok)(`log group ${group} is made by the log driver if it is not there`))
                : (0,_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .look */ .Op)(async () => await findGroup(group, region, aws)));
        looks.set(key, found);
        return [
            async () => ({
                item: `log group of container ${(0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(container['name'])}`,
                path: ['containerDefinitions', index, 'logConfiguration', 'options', 'awslogs-group'],
                ...(await found),
            }),
        ];
    });
    return await Promise.all(checks.map(async (check) => await check()));
}
async function findGroup(group, region, aws) {
    if (await aws.logGroups.exists(group, region))
        return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_0__.ok)(`log group ${group} is there`);
    return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .gz)(`there is no log group ${group} in ${region}, and without it no task starts`, `Create it (aws logs create-log-group --log-group-name ${group} --region ${region}), correct awslogs-group or awslogs-region, or add awslogs-create-group: "true".`);
}


/***/ }),

/***/ 98851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ checkExecutionRole),
  _: () => (/* binding */ checkRoles)
});

// EXTERNAL MODULE: ./packages/domain/lib/arn.js
var lib_arn = __webpack_require__(32549);
// EXTERNAL MODULE: ./packages/domain/lib/role.js
var lib_role = __webpack_require__(61672);
// EXTERNAL MODULE: ./packages/domain/lib/json.js
var json = __webpack_require__(25726);
// EXTERNAL MODULE: ./packages/steps/lib/requirements/requirement.js
var requirement = __webpack_require__(19077);
// EXTERNAL MODULE: ./packages/domain/lib/image-reference.js
var image_reference = __webpack_require__(98711);
// EXTERNAL MODULE: ./packages/domain/lib/secret-reference.js
var secret_reference = __webpack_require__(54528);
// EXTERNAL MODULE: ./packages/domain/lib/task-definition/containers.js
var containers = __webpack_require__(59502);
;// CONCATENATED MODULE: ./packages/steps/lib/requirements/role-needs.js




/** Everything that ECS does with the execution role before a container starts. */
function executionNeeds(definition, uses, looks, home) {
    return [
        ...(0,containers/* containersOf */.Mz)(definition).flatMap((container, index) => {
            const path = ['containerDefinitions', index];
            return [
                ...imageNeeds(container, path, home),
                ...logNeeds(container, path, home),
                ...fileNeeds(container, path, home),
            ];
        }),
        ...uses.flatMap((use) => secretNeeds(use, looks, home)),
    ];
}
function imageNeeds(container, path, { account, partition, region }) {
    const reference = (0,image_reference/* parseImageReference */.o_)((0,json/* textOf */.b6)(container['image']));
    if (reference?.account === undefined)
        return [];
    const owner = reference.account;
    const purpose = `pull the image of container ${(0,json/* textOf */.b6)(container['name'])}`;
    return [
        {
            purpose,
            path: [...path, 'image'],
            actions: ['ecr:GetAuthorizationToken'],
            resources: ['*'],
            certain: true,
        },
        {
            purpose,
            path: [...path, 'image'],
            actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            resources: [`arn:${partition}:ecr:${reference.region ?? region}:${owner}:repository/${reference.name}`],
            certain: owner !== account,
        },
    ];
}
function logNeeds(container, path, { account, partition, region }) {
    const logging = container['logConfiguration'];
    if (!(0,json/* isJsonObject */.OW)(logging) || logging['logDriver'] !== 'awslogs')
        return [];
    const options = (0,json/* isJsonObject */.OW)(logging['options']) ? logging['options'] : {};
    const name = (0,json/* textOf */.b6)(container['name']);
    const group = `arn:${partition}:logs:${(0,json/* textOf */.b6)(options['awslogs-region']) || region}:${account}:log-group:${(0,json/* textOf */.b6)(options['awslogs-group'])}`;
    const need = (purpose, actions, resource) => ({
        purpose,
        path: [...path, 'logConfiguration'],
        actions,
        resources: [resource],
        certain: true,
    });
    return [
        need(`write the logs of container ${name}`, ['logs:CreateLogStream', 'logs:PutLogEvents'], `${group}:log-stream:${(0,json/* textOf */.b6)(options['awslogs-stream-prefix'])}/${name}/task`),
        ...((0,json/* textOf */.b6)(options['awslogs-create-group']) === 'true'
            ? [
                need(`make the log group of container ${name}, as awslogs-create-group says`, ['logs:CreateLogGroup'], `${group}:log-stream:`),
            ]
            : []),
    ];
}
/** Policies of buckets often grant what a role's own do not. */
function fileNeeds(container, path, { partition }) {
    const name = (0,json/* textOf */.b6)(container['name']);
    return (0,containers/* objectsIn */.Qv)(container['environmentFiles']).flatMap((file, at) => {
        const arn = (0,json/* textOf */.b6)(file['value']);
        const [, bucket] = /^arn:[^:]+:s3:::([^/]+)\//.exec(arn) ?? [];
        if (bucket === undefined)
            return [];
        const need = {
            purpose: `read the environment file ${arn} of container ${name}`,
            path: [...path, 'environmentFiles', at],
            certain: false,
        };
        return [
            { ...need, actions: ['s3:GetObject'], resources: [arn] },
            { ...need, actions: ['s3:GetBucketLocation'], resources: [`arn:${partition}:s3:::${bucket}`] },
        ];
    });
}
function secretNeeds({ item, path, valueFrom }, looks, home) {
    const { account, partition, region } = home;
    const look = looks.get(valueFrom);
    // What is not there is nobody's to read, and what may be the secret itself goes into no question.
    if (look?.state === 'missing' || look?.state === 'deleted')
        return [];
    if (look?.state !== 'found' && !/^(arn:|\/)/.test(valueFrom))
        return [];
    const reference = (0,secret_reference/* parseSecretReference */.L)(valueFrom);
    const { kind, names } = reference;
    const [first = ''] = names;
    const where = `${reference.region ?? region}:${reference.account ?? account}`;
    const resource = kind === 'secret'
        ? (look?.arn ?? first)
        : `arn:${partition}:ssm:${where}:parameter/${first.replace(/^\//, '')}`;
    const key = look?.kmsKey;
    const keyArn = key === undefined || key.startsWith('alias/')
        ? undefined
        : key.startsWith('arn:')
            ? key
            : `arn:${partition}:kms:${where}:key/${key}`;
    return [
        {
            purpose: `read the ${item}`,
            path,
            actions: [kind === 'secret' ? 'secretsmanager:GetSecretValue' : 'ssm:GetParameters'],
            resources: [resource],
            certain: true,
        },
        // A key's own policy may grant it.
        ...(keyArn?.includes(':key/') === true
            ? [
                {
                    purpose: `decrypt the ${item}`,
                    path,
                    actions: ['kms:Decrypt'],
                    resources: [keyArn],
                    certain: false,
                },
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./packages/steps/lib/requirements/roles.js





/** Takes on the roles of tasks. */
const SERVICE = 'ecs-tasks.amazonaws.com';
/** The roles are there and trust ECS. */
async function checkRoles(definition, aws) {
    const named = ['executionRoleArn', 'taskRoleArn'].filter((member) => typeof definition[member] === 'string');
    return await Promise.all(named.map(async (member) => ({
        item: member === 'taskRoleArn' ? 'task role' : 'execution role',
        path: [member],
        ...(await (0,requirement/* look */.Op)(async () => await findRole((0,json/* textOf */.b6)(definition[member]), aws))),
    })));
}
async function findRole(role, aws) {
    const found = await aws.roles.describe(role);
    if (found === undefined)
        return (0,requirement/* failed */.gz)(`IAM has no role ${role}`, 'Correct the ARN or the account of the credentials, or create the role.');
    return (0,lib_role/* trusts */.i)(found, SERVICE) === false
        ? (0,requirement/* failed */.gz)(`role ${found.name} does not trust ${SERVICE}, so no task can take it on`, `Add to its trust policy: ${JSON.stringify({ Effect: 'Allow', Principal: { Service: SERVICE }, Action: 'sts:AssumeRole' })}`)
        : (0,requirement.ok)(`role ${found.name} is there and trusts ${SERVICE}`);
}
/** The execution role is allowed what ECS does with it before a container starts. */
async function checkExecutionRole(definition, uses, looks, aws) {
    const role = (0,json/* textOf */.b6)(definition['executionRoleArn']);
    const arn = (0,lib_arn/* parseArn */.L)(role);
    if (arn === undefined)
        return [];
    const needs = executionNeeds(definition, uses, looks, {
        partition: arn.partition,
        region: aws.region,
        account: arn.account,
    });
    const groups = new Map();
    for (const need of needs) {
        const key = need.actions.join();
        groups.set(key, [...(groups.get(key) ?? []), need]);
    }
    const found = await Promise.all([...groups.values()].map(async (group) => await checkGroup(role, group, aws)));
    return found.flat();
}
/** Needs of the same actions are one question, and one answer for all that are refused. */
async function checkGroup(role, needs, aws) {
    const [first] = needs;
    if (first === undefined)
        return [];
    const resources = [...new Set(needs.flatMap((need) => need.resources))];
    let refusals = [];
    const asked = await (0,requirement/* look */.Op)(async () => {
        refusals = await aws.roles.refusals(role, [{ actions: first.actions, resources }]);
        return (0,requirement.ok)('the execution role is allowed it');
    });
    const lacking = needs.filter((need) => refusals.some(({ resource }) => need.resources.includes(resource)));
    if (lacking.length === 0)
        return [roles_requirement(needs, asked)];
    // What only some of them may be granted elsewhere is said apart.
    return [true, false].flatMap((certain) => {
        const ones = lacking.filter((need) => need.certain === certain);
        if (ones.length === 0)
            return [];
        const against = refusals.filter(({ resource }) => ones.some((one) => one.resources.includes(resource)));
        return [roles_requirement(ones, refusedTo(role, purposeOf(ones), against, certain))];
    });
}
function roles_requirement(needs, found) {
    return { item: `right to ${purposeOf(needs)}`, path: needs[0]?.path ?? [], ...found };
}
function purposeOf(needs) {
    return [...new Set(needs.map(({ purpose }) => purpose))].join(' and to ');
}
function refusedTo(role, purpose, refusals, certain) {
    const name = role.slice(role.lastIndexOf('/') + 1);
    const statement = JSON.stringify({
        Effect: 'Allow',
        Action: [...new Set(refusals.map(({ action }) => action))],
        Resource: [...new Set(refusals.map(({ resource }) => resource))].map((resource) => resource.replace(/:log-stream:.*$/, ':*')),
    });
    const cause = `execution role ${name} is not allowed to ${purpose} (${[...new Set(refusals.map(({ action }) => action))].join(', ')})`;
    if (refusals.every(({ depends }) => depends.length > 0)) {
        const keys = [...new Set(refusals.flatMap(({ depends }) => depends))];
        return (0,requirement/* unknown */.L5)(`whether execution role ${name} is allowed to ${purpose} depends on ${keys.join(', ')}`, 'Look at the conditions of its policies.');
    }
    if (refusals.some(({ explicit }) => explicit))
        return (0,requirement/* failed */.gz)(`${cause}: a statement of its policies denies it`, `Remove the denial from the role ${name}.`);
    if (refusals.some(({ byBoundary }) => byBoundary))
        return (0,requirement/* failed */.gz)(`${cause}: its permissions boundary does not allow it`, `Add to the boundary of ${name}: ${statement}`);
    return certain
        ? (0,requirement/* failed */.gz)(cause, `Add to the policy of ${name}: ${statement}`)
        : (0,requirement/* unknown */.L5)(`${cause} by its own policies`, `Unless a policy of the resource allows it, add to the policy of ${name}: ${statement}`);
}


/***/ }),

/***/ 79275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ secretUses),
/* harmony export */   KK: () => (/* binding */ checkSecrets),
/* harmony export */   uH: () => (/* binding */ lookForSecrets)
/* harmony export */ });
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);
/* harmony import */ var _cutover_domain_secret_reference__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54528);
/* harmony import */ var _cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59502);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19077);





/** Every secret and parameter that containers and their logging name, and what registries are signed in with. */
function secretUses(definition) {
    return (0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(definition).flatMap((container, index) => {
        const at = ['containerDefinitions', index];
        const name = (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(container['name']);
        const logging = container['logConfiguration'];
        const credentials = container['repositoryCredentials'];
        const listed = (entries, what, path) => entries.map((entry, position) => ({
            item: `${what} ${(0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(entry['name'])} of container ${name}`,
            valueFrom: (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(entry['valueFrom']),
            path: [...path, position, 'valueFrom'],
        }));
        return [
            ...listed((0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_2__/* .objectsIn */ .Qv)(container['secrets']), 'secret', [...at, 'secrets']),
            ...((0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(logging)
                ? listed((0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_2__/* .objectsIn */ .Qv)(logging['secretOptions']), 'log option', [
                    ...at,
                    'logConfiguration',
                    'secretOptions',
                ])
                : []),
            ...((0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(credentials)
                ? [
                    {
                        item: `registry login of container ${name}`,
                        valueFrom: (0,_cutover_domain_json__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(credentials['credentialsParameter']),
                        path: [...at, 'repositoryCredentials', 'credentialsParameter'],
                    },
                ]
                : []),
        ];
    });
}
/** Looks for all of them at once; undefined when Secrets Manager or Systems Manager failed, with what they said. */
async function lookForSecrets(uses, aws) {
    if (uses.length === 0)
        return new Map();
    try {
        const looks = await aws.secrets.look(uses.map(({ valueFrom }) => valueFrom));
        return new Map(looks.map((one) => [one.reference.valueFrom, one]));
    }
    catch (error) {
        if (error instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ)
            return error;
        throw error;
    }
}
/** Every secret and parameter is there. Their values are not read. @param account the one in which the tasks run, if known */
function checkSecrets(uses, looks, account) {
    return uses.map(({ item, path, valueFrom }) => ({
        item,
        path,
        ...(looks instanceof _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ
            ? (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)(`it could not be looked at: ${looks.message}`, looks.remedy)
            : foundOf(item, looks.get(valueFrom), valueFrom, account)),
    }));
}
function foundOf(item, look, valueFrom, account) {
    if (look === undefined)
        return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)('it was not looked for');
    const { reference, refusal, state } = look;
    const shown = shownName(valueFrom);
    switch (state) {
        case 'found':
            return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__.ok)('it is there');
        case 'refused':
            return refusal === undefined ? (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)('it could not be looked at') : (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(refusal);
        case 'deleted':
            return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)(`the ${item}: ${shown} is about to be deleted, and no task can read it`, 'Restore it (aws secretsmanager restore-secret), or name another one.');
        case 'missing':
            // What another account shares shows only to who may see it.
            if (account !== undefined && reference.account !== undefined && reference.account !== account)
                return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)(`${shown} belongs to account ${reference.account}, so it was not looked for`);
            return reference.kind === 'secret'
                ? (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)(`the ${item}: Secrets Manager has no ${shown}`, 'Correct the ARN (it ends in six characters that AWS chose), its region or account, or create the secret.')
                : (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)(`the ${item}: Systems Manager has no parameter ${shown}`, 'Correct the name or its region, or create the parameter. For a key of a secret write its ARN and :KEY::.');
    }
}
/** What is neither an ARN nor a path may be the secret itself, put where its name belongs. */
function shownName(valueFrom) {
    return /^(arn:|\/)/.test(valueFrom)
        ? ((0,_cutover_domain_secret_reference__WEBPACK_IMPORTED_MODULE_4__/* .parseSecretReference */ .L)(valueFrom).names.at(-1) ?? valueFrom)
        : 'of the name that was given (not shown)';
}


/***/ }),

/***/ 5073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ checkServed)
/* harmony export */ });
/* harmony import */ var _cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59502);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19077);



/** The definition has the container and the port that the service's load balancer sends traffic to. */
function checkServed(definition, { containerName, containerPort }) {
    const item = `port ${containerPort} of container ${containerName}`;
    const index = (0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(definition).findIndex(({ name }) => name === containerName);
    const container = (0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(definition)[index];
    if (container === undefined) {
        return {
            item,
            path: ['containerDefinitions'],
            ...(0,_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .gz)(`the service’s load balancer sends traffic to container ${containerName}, which the task definition does not have`, `Name the container that listens on ${containerPort} ${containerName}; the containers are: ${(0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_1__/* .containerNames */ .MR)(definition).join(', ')}.`),
        };
    }
    const mappings = (0,_cutover_domain_task_definition_containers__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(container['portMappings']);
    const ports = mappings.map((mapping) => mapping['containerPort']);
    const path = ['containerDefinitions', index, 'portMappings'];
    if (ports.includes(containerPort))
        return { item, path, ...(0,_requirement_js__WEBPACK_IMPORTED_MODULE_0__.ok)('it is what the load balancer sends traffic to') };
    return {
        item,
        path,
        ...(0,_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .gz)(`the service’s load balancer sends traffic to port ${containerPort} of container ${containerName}, which has ${ports.length === 0 ? 'no portMappings' : `only the ports ${ports.map(_cutover_domain_json__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6).join(', ')}`}`, `Add {"containerPort": ${containerPort}} to portMappings of ${containerName}.`),
    };
}


/***/ })

};
