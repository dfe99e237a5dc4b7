import { Gr as AwsCallError, Jr as ConfigurationError, Nn as IMAGE_TYPES, Pn as INDEX_TYPES, Qn as backOff, ur as isDigest } from "./base-D7WWzZYD.js";
import { i as headersFor, r as Http, t as immutableTag } from "./image-refusals-BnSeliYZ.js";
import { t as diagnose } from "./diagnose-DWiqk3-w.js";

// packages/aws/lib/registry/error.js
/** The registry did not answer, broke off, or asked for patience: the same request may succeed later. */
var TransientRegistryError = class extends Error {
	name = "TransientRegistryError";
};
/** An upload session that the registry no longer knows, or that stands elsewhere than we thought. */
var UploadLostError = class extends Error {
	name = "UploadLostError";
};
/** The error that an answer above 399 stands for. */
async function registryError(response, target) {
	const { code, message } = await ociError(response);
	const text = `${code}: ${message}`;
	const options = { findings: diagnose([{
		source: `registry ${target.request}`,
		text
	}]) };
	switch (code) {
		case "NAME_UNKNOWN": return new ConfigurationError({
			what: `The registry has no repository ${target.repository} (${message}).`,
			fix: "Create it (create-repository: true does), or correct the name, the account or aws-region."
		}, options);
		case "TAG_INVALID":
			if (target.tag !== void 0) return immutableTag(target.repository, target.tag, new Error(text));
			break;
		case "BLOB_UPLOAD_UNKNOWN":
		case "BLOB_UPLOAD_INVALID": return new UploadLostError(text);
	}
	if (response.status === 416 || response.status === 404) return new UploadLostError(text);
	if (response.status === 429 || response.status === 408 || response.status >= 500) return new TransientRegistryError(`HTTP ${response.status} ${text}`);
	if (response.status === 401 || response.status === 403) return new ConfigurationError({
		what: `The registry refused ${target.request} on ${target.repository}: ${text}`,
		fix: "Grant the role ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage and ecr:BatchGetImage on the repository."
	}, options);
	return new AwsCallError({
		action: `registry ${target.request}`,
		code,
		what: `${message} (HTTP ${response.status}, ${target.repository})`,
		fix: "Read the registry’s message above; running the job again is safe."
	}, options);
}
async function ociError(response) {
	const body = await response.text().catch(() => "");
	try {
		const { errors } = JSON.parse(body);
		const first = errors?.[0];
		if (first?.code !== void 0) return {
			code: first.code,
			message: first.message ?? ""
		};
	} catch {}
	return {
		code: `HTTP ${response.status}`,
		message: body.slice(0, 300) || response.statusText
	};
}

// packages/aws/lib/registry/registry.js
/** Attempts at one request; an upload that moves forward has as many again. */
const ATTEMPTS = 6;
const PAUSE = {
	firstMs: 500,
	longestMs: 2e4
};
/** One repository of a registry over the OCI distribution protocol, with ECR's login. */
var Registry = class {
	signal;
	#clock;
	#http;
	#repository;
	#base;
	#authorization;
	/**
	* @param repository `host/name`; a host of this machine is spoken to in plain HTTP, as Docker does
	*/
	constructor(repository, login, { clock, proxy, signal }) {
		const slash = repository.indexOf("/");
		const host = repository.slice(0, slash);
		const local = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host);
		this.#repository = repository;
		this.#base = `${local ? "http" : "https"}://${host}/v2/${repository.slice(slash + 1)}/`;
		const { username, password, bearer } = login;
		this.#authorization = bearer === void 0 ? `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` : `Bearer ${bearer}`;
		this.#clock = clock;
		this.#http = new Http(proxy);
		this.signal = signal;
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
			const response = await this.#fetch("GET", url, { headers: { accept: [...INDEX_TYPES, ...IMAGE_TYPES].join(", ") } });
			if (response.ok) {
				const mediaType = response.headers.get("content-type")?.split(";")[0]?.trim();
				return {
					text: await response.text(),
					mediaType
				};
			}
			const error = await registryError(response, {
				repository: this.#repository,
				request: `GET manifests/${reference}`
			});
			if (response.status === 404 && !(error instanceof ConfigurationError)) return void 0;
			throw error;
		});
	}
	/** A small blob whole, as text. */
	async blobText(digest) {
		return await this.retried(async () => await (await this.ask("GET", `blobs/${digest}`)).text());
	}
	/**
	* Stores a manifest under a tag, or under its digest alone.
	* @returns the digest that the registry gave it
	*/
	async putManifest({ mediaType, digest }, text, tag) {
		const response = await this.#put(`manifests/${tag ?? digest}`, {
			headers: { "content-type": mediaType },
			body: text,
			...tag === void 0 ? {} : { tag }
		}).catch(async (error) => {
			if (tag !== void 0 && await this.#digestOf(tag) === digest) return void 0;
			throw error;
		});
		if (response === void 0) return digest;
		const stored = response.headers.get("docker-content-digest") ?? digest;
		if (!isDigest(stored) || stored !== digest) throw new AwsCallError({
			action: `registry PUT manifests/${tag ?? digest}`,
			code: "DigestMismatch",
			what: `the registry stored ${stored} where ${digest} was sent`,
			fix: "Push again; a proxy between the runner and the registry may change what passes through it."
		});
		return stored;
	}
	/** Makes one request; the body of the answer is left to the caller. @throws the error that an answer above 399 stands for */
	async ask(method, location, asked = {}) {
		const url = new URL(location, this.#base);
		const response = await this.#fetch(method, url, asked);
		if (response.ok) return response;
		const target = {
			repository: this.#repository,
			request: `${method} ${url.pathname.replace(/^.*?\/(?=(?:blobs|manifests)\/)/, "")}`,
			...asked.tag === void 0 ? {} : { tag: asked.tag }
		};
		throw await registryError(response, target);
	}
	/** Repeats what failed for a reason that may pass. */
	async retried(act) {
		for (let attempt = 1;; attempt++) try {
			return await act();
		} catch (error) {
			if (!(error instanceof TransientRegistryError)) throw error;
			await this.pause(attempt, error);
		}
	}
	/** Waits before attempt `attempt + 1`. @throws AwsCallError when there were enough of them */
	async pause(attempt, error) {
		if (attempt >= ATTEMPTS) throw new AwsCallError({
			action: `registry ${this.#repository}`,
			code: "Unavailable",
			what: `${error.message} (after ${attempt} attempts)`,
			fix: "Run the job again: what was uploaded stays, only the rest is sent."
		}, { cause: error });
		await backOff(this.#clock, attempt, PAUSE, this.signal);
	}
	async #put(location, asked) {
		return await this.retried(() => this.ask("PUT", location, asked));
	}
	async #digestOf(tag) {
		try {
			return (await this.ask("HEAD", `manifests/${tag}`, { headers: { accept: [...INDEX_TYPES, ...IMAGE_TYPES].join(", ") } })).headers.get("docker-content-digest") ?? void 0;
		} catch {
			return;
		}
	}
	async #has(location) {
		return await this.retried(async () => {
			const url = new URL(location, this.#base);
			const response = await this.#fetch("HEAD", url, { headers: { accept: [
				...INDEX_TYPES,
				...IMAGE_TYPES,
				"*/*"
			].join(", ") } });
			if (response.ok) return true;
			if (response.status === 404) return false;
			throw await registryError(response, {
				repository: this.#repository,
				request: `HEAD ${location}`
			});
		});
	}
	async #fetch(method, url, { headers = {}, body }) {
		this.signal.throwIfAborted();
		const all = {
			authorization: this.#authorization,
			...headers
		};
		try {
			return await this.#http.send(url, {
				method,
				headers: headersFor(url, new URL(this.#base), all),
				signal: this.signal,
				...body === void 0 ? {} : { body }
			});
		} catch (error) {
			this.signal.throwIfAborted();
			const { code, message } = error;
			const reason = message || code || String(error);
			if (code === "EMSGSIZE" || code === "EDOWNGRADE") throw refusedAnswer(this.#repository, method, reason);
			throw new TransientRegistryError(`${method} ${url.host}${url.pathname}: ${reason}`, { cause: error });
		}
	}
};
/** An answer that no registry gives, and that another attempt would not mend. */
function refusedAnswer(repository, method, reason) {
	return new AwsCallError({
		action: `registry ${method} ${repository}`,
		code: "UnusableAnswer",
		what: `the answer can't be used: ${reason}`,
		fix: "Something between the runner and the registry answered. Check the registry, HTTPS_PROXY and what the proxy says."
	});
}

export { Registry, UploadLostError as n, TransientRegistryError as t };