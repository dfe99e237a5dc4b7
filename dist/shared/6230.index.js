export const id = 6230;
export const ids = [6230];
export const modules = {

/***/ 64619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* reexport safe */ _cutover_steps_register_taskdef_step__WEBPACK_IMPORTED_MODULE_0__.a)
/* harmony export */ });
/* harmony import */ var _cutover_steps_register_taskdef_step__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9994);



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

/***/ 55146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   Pi: () => (/* binding */ commands)
/* harmony export */ });
/* unused harmony export parseCommand */
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63077);
/* harmony import */ var _shell_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84340);


/** An argument vector written as a JSON array of strings or as shell words. */
function command(options = {}) {
    return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(parseCommand, options);
}
/** One command a line, run one after the other. */
function commands(options = {}) {
    return {
        ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((text) => text
            .split(/\r?\n/)
            .filter((line) => line.trim() !== '')
            .map(parseCommand), { ...options, default: '' }),
    };
}
/** @throws InvalidInput */
function parseCommand(text) {
    if (text.trimStart().startsWith('[')) {
        let value;
        try {
            value = JSON.parse(text);
        }
        catch (error) {
            throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`a JSON array of strings (${error instanceof Error ? error.message : String(error)})`, 'Write it like ["npm", "run", "migrate"], or as words: npm run migrate.');
        }
        if (!Array.isArray(value) || value.length === 0 || !value.every((one) => typeof one === 'string')) {
            throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9('a JSON array of strings', 'Write it like ["npm", "run", "migrate"].');
        }
        return value;
    }
    try {
        const words = (0,_shell_words_js__WEBPACK_IMPORTED_MODULE_1__/* .splitShellWords */ .CQ)(text);
        if (words.length === 0)
            throw new _shell_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NoShellWords */ .d6('a command: it is empty');
        return words;
    }
    catch (error) {
        if (!(error instanceof _shell_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NoShellWords */ .d6))
            throw error;
        throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(error.message, 'Quote it, or let the container’s shell do it: ["sh", "-c", "first && second"].');
    }
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


/***/ })

};
