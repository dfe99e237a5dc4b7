export const id = 1134;
export const ids = [1134];
export const modules = {

/***/ 30947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eo: () => (/* binding */ registryError),
/* harmony export */   us: () => (/* binding */ TransientRegistryError),
/* harmony export */   yQ: () => (/* binding */ UploadLostError)
/* harmony export */ });
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_diagnosis_diagnose__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42215);
/* harmony import */ var _image_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17378);



/** The registry did not answer, broke off, or asked for patience: the same request may succeed later. */
class TransientRegistryError extends Error {
    name = 'TransientRegistryError';
}
/** An upload session that the registry no longer knows, or that stands elsewhere than we thought. */
class UploadLostError extends Error {
    name = 'UploadLostError';
}
/** The error that an answer above 399 stands for. */
async function registryError(response, target) {
    const { code, message } = await ociError(response);
    const text = `${code}: ${message}`;
    const findings = (0,_cutover_domain_diagnosis_diagnose__WEBPACK_IMPORTED_MODULE_1__.diagnose)([{ source: `registry ${target.request}`, text }]);
    const options = { findings };
    switch (code) {
        case 'NAME_UNKNOWN':
            return new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
                message: `The registry has no repository ${target.repository} (${message}).`,
                remedy: 'Create it (create-repository: true does), or correct the name, the account or aws-region.',
            }, options);
        case 'TAG_INVALID':
            if (target.tag !== undefined)
                return (0,_image_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .immutableTag */ .Z)(target.repository, target.tag, new Error(text));
            break;
        case 'BLOB_UPLOAD_UNKNOWN':
        case 'BLOB_UPLOAD_INVALID':
            return new UploadLostError(text);
        default:
    }
    if (response.status === 416 || response.status === 404)
        return new UploadLostError(text);
    if (response.status === 429 || response.status === 408 || response.status >= 500)
        return new TransientRegistryError(`HTTP ${response.status} ${text}`);
    if (response.status === 401 || response.status === 403) {
        return new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1({
            message: `The registry refused ${target.request} on ${target.repository}: ${text}`,
            remedy: 'Grant the role ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage and ecr:BatchGetImage on the repository.',
        }, options);
    }
    return new _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ({
        action: `registry ${target.request}`,
        code,
        message: `${message} (HTTP ${response.status}, ${target.repository})`,
        remedy: 'Read the registry’s message above; running the job again is safe.',
    }, options);
}
async function ociError(response) {
    const body = await response.text().catch(() => '');
    try {
        const { errors } = JSON.parse(body);
        const first = errors?.[0];
        if (first?.code !== undefined)
            return { code: first.code, message: first.message ?? '' };
    }
    catch {
        // Not every gateway answers in JSON.
    }
    return { code: `HTTP ${response.status}`, message: body.slice(0, 300) || response.statusText };
}


/***/ }),

/***/ 81134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Registry: () => (/* binding */ Registry)
});

// EXTERNAL MODULE: ./packages/domain/lib/digest.js
var lib_digest = __webpack_require__(35948);
// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/image-manifest.js
var image_manifest = __webpack_require__(60737);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./packages/aws/lib/registry-stream.js


/**
 * Sends a body of any size with little memory: a piece is asked for when the one before has left this process. `fetch` is
 * not fit for this: it reads the body as fast as it comes, and keeps in memory what the connection has not taken yet.
 */
async function sendStream(url, { method, headers, body, signal, silenceMs = 120_000 }) {
    const open = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    const request = open(url, { method, headers, signal });
    request.setTimeout(silenceMs, () => {
        const silence = new Error(`no byte moved for ${silenceMs / 1000} s`);
        request.destroy(Object.assign(silence, { code: 'ETIMEDOUT' }));
    });
    const answered = new Promise((resolve, reject) => {
        request.once('response', resolve);
        request.once('error', reject);
    });
    const sent = writeAll(request, body);
    sent.catch((error) => {
        request.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    // A registry that refuses answers before it has read everything.
    const message = await answered;
    const chunks = [];
    for await (const chunk of message)
        chunks.push(chunk);
    request.destroy();
    const known = Object.entries(message.headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]);
    // A Response of these statuses may have no body at all.
    const empty = message.statusCode === 204 || chunks.length === 0;
    return new Response(empty ? null : Buffer.concat(chunks), {
        status: message.statusCode ?? 500,
        headers: known,
    });
}
async function writeAll(request, body) {
    let leave = () => undefined;
    // Nobody calls back for a piece that was under way when the connection went.
    const gone = () => {
        leave(new Error('the connection was closed'));
    };
    request.once('close', gone);
    try {
        for await (const piece of body) {
            if (request.destroyed)
                return;
            await new Promise((resolve, reject) => {
                leave = reject;
                request.write(piece, (error) => {
                    if (error === undefined || error === null)
                        resolve();
                    else
                        reject(error);
                });
            });
        }
        request.end();
    }
    finally {
        request.off('close', gone);
    }
}

// EXTERNAL MODULE: ./packages/aws/lib/registry-error.js
var registry_error = __webpack_require__(30947);
;// CONCATENATED MODULE: ./packages/aws/lib/registry.js





/** Attempts at one request; an upload that moves forward has as many again. */
const ATTEMPTS = 6;
/** One repository of a registry over the OCI distribution protocol, with ECR's login. */
class Registry {
    clock;
    signal;
    #repository;
    #base;
    #authorization;
    /**
     * @param repository `host/name`; a host of this machine is spoken to in plain HTTP, as Docker does
     */
    constructor(repository, login, world) {
        const slash = repository.indexOf('/');
        const host = repository.slice(0, slash);
        const local = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host);
        this.#repository = repository;
        this.#base = `${local ? 'http' : 'https'}://${host}/v2/${repository.slice(slash + 1)}/`;
        const { username, password, bearer } = login;
        this.#authorization =
            bearer === undefined
                ? `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
                : `Bearer ${bearer}`;
        this.clock = world.clock;
        this.signal = world.signal;
    }
    async hasBlob(digest) {
        return await this.#has(`blobs/${digest}`);
    }
    async hasManifest(digest) {
        return await this.#has(`manifests/${digest}`);
    }
    /** The manifest under a tag or digest; undefined when there is none. */
    async manifest(reference) {
        return await this.retried(async () => {
            const url = new URL(`manifests/${reference}`, this.#base);
            const response = await this.#fetch('GET', url, {
                headers: { accept: [...image_manifest/* INDEX_TYPES */.V, ...image_manifest/* IMAGE_TYPES */.eG].join(', ') },
            });
            if (response.ok) {
                const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim();
                return { text: await response.text(), mediaType };
            }
            const error = await (0,registry_error/* registryError */.eo)(response, {
                repository: this.#repository,
                request: `GET manifests/${reference}`,
            });
            if (response.status === 404 && !(error instanceof errors/* ConfigurationError */.j1))
                return undefined;
            throw error;
        });
    }
    /** A small blob whole, as text. */
    async blobText(digest) {
        return await this.retried(async () => await (await this.ask('GET', `blobs/${digest}`)).text());
    }
    /**
     * Stores a manifest under a tag, or under its digest alone.
     * @returns the digest that the registry gave it
     */
    async putManifest({ mediaType, digest }, text, tag) {
        const response = await this.#put(`manifests/${tag ?? digest}`, {
            headers: { 'content-type': mediaType },
            body: text,
            ...(tag === undefined ? {} : { tag }),
        }).catch(async (error) => {
            // An immutable tag that stands for this very image: an earlier attempt set it, and its answer was lost.
            if (tag !== undefined && (await this.#digestOf(tag)) === digest)
                return undefined;
            throw error;
        });
        if (response === undefined)
            return digest;
        const stored = response.headers.get('docker-content-digest') ?? digest;
        if (!(0,lib_digest/* isDigest */.B)(stored) || stored !== digest) {
            throw new errors/* AwsCallError */.iQ({
                action: `registry PUT manifests/${tag ?? digest}`,
                code: 'DigestMismatch',
                message: `the registry stored ${stored} where ${digest} was sent`,
                remedy: 'Push again; a proxy between the runner and the registry may change what passes through it.',
            });
        }
        return stored;
    }
    /** Makes one request; the body of the answer is left to the caller. @throws the error that an answer above 399 stands for */
    async ask(method, location, asked = {}) {
        const url = new URL(location, this.#base);
        const response = await this.#fetch(method, url, asked);
        if (response.ok)
            return response;
        const target = {
            repository: this.#repository,
            request: `${method} ${url.pathname.replace(/^.*?\/(?=(?:blobs|manifests)\/)/, '')}`,
            ...(asked.tag === undefined ? {} : { tag: asked.tag }),
        };
        throw await (0,registry_error/* registryError */.eo)(response, target);
    }
    /** Repeats what failed for a reason that may pass. */
    async retried(act) {
        for (let attempt = 1;; attempt++) {
            try {
                return await act();
            }
            catch (error) {
                if (!(error instanceof registry_error/* TransientRegistryError */.us))
                    throw error;
                await this.pause(attempt, error);
            }
        }
    }
    /** Waits before attempt `attempt + 1`. @throws AwsCallError when there were enough of them */
    async pause(attempt, error) {
        if (attempt >= ATTEMPTS) {
            throw new errors/* AwsCallError */.iQ({
                action: `registry ${this.#repository}`,
                code: 'Unavailable',
                message: `${error.message} (after ${attempt} attempts)`,
                remedy: 'Run the job again: what was uploaded stays, only the rest is sent.',
            }, { cause: error });
        }
        const ceiling = Math.min(20_000, 250 * 2 ** attempt);
        await this.clock.sleep(ceiling * (0.5 + this.clock.random() / 2), this.signal);
    }
    async #put(location, asked) {
        return await this.retried(() => this.ask('PUT', location, asked));
    }
    async #digestOf(tag) {
        try {
            const response = await this.ask('HEAD', `manifests/${tag}`, {
                headers: { accept: [...image_manifest/* INDEX_TYPES */.V, ...image_manifest/* IMAGE_TYPES */.eG].join(', ') },
            });
            return response.headers.get('docker-content-digest') ?? undefined;
        }
        catch {
            // The error of the PUT tells more.
            return undefined;
        }
    }
    async #has(location) {
        return await this.retried(async () => {
            const url = new URL(location, this.#base);
            const response = await this.#fetch('HEAD', url, {
                headers: { accept: [...image_manifest/* INDEX_TYPES */.V, ...image_manifest/* IMAGE_TYPES */.eG, '*/*'].join(', ') },
            });
            if (response.ok)
                return true;
            if (response.status === 404)
                return false;
            throw await (0,registry_error/* registryError */.eo)(response, { repository: this.#repository, request: `HEAD ${location}` });
        });
    }
    async #fetch(method, url, { headers = {}, body }) {
        this.signal.throwIfAborted();
        try {
            const all = { authorization: this.#authorization, ...headers };
            const { signal } = this;
            return typeof body === 'object'
                ? await sendStream(url, { method, headers: all, body, signal })
                : await fetch(url, { method, headers: all, signal, ...(body === undefined ? {} : { body }) });
        }
        catch (error) {
            this.signal.throwIfAborted();
            // fetch says only that it failed; the cause has the reason.
            const { cause } = error;
            const reason = cause?.message || cause?.code || String(error);
            throw new registry_error/* TransientRegistryError */.us(`${method} ${url.host}${url.pathname}: ${reason}`, { cause: error });
        }
    }
}


/***/ })

};
