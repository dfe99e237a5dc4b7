import { Qr as asError } from "./base-D7WWzZYD.js";
import { Registry, n as UploadLostError, t as TransientRegistryError } from "./registry-C9cp6h8e.js";

// packages/aws/lib/registry/blob-reader.js
/**
* A blob read in ranges that follow one another, as chunks of an upload do, by one pass over its bytes. A range that starts
* elsewhere begins a new pass.
*/
var BlobReader = class {
	#open;
	#source;
	/** Byte of the blob that comes next: `#rest` begins there. */
	#at = 0;
	#rest;
	#failure;
	/** @param open the blob from a byte on */
	constructor(open) {
		this.#open = open;
	}
	/** The error that ended the reading; undefined while there is none. */
	get failure() {
		return this.#failure;
	}
	/** The bytes from `from` up to `to`, which is not part of them. */
	async *read(from, to) {
		if (this.#source === void 0 || this.#at !== from) await this.#restart(from);
		const source = this.#source;
		while (this.#at < to) {
			const piece = this.#rest ?? await this.#next();
			if (piece === void 0 || this.#source !== source) return;
			const taken = piece.subarray(0, to - this.#at);
			this.#rest = taken.length < piece.length ? piece.subarray(taken.length) : void 0;
			this.#at += taken.length;
			yield taken;
		}
	}
	/** Ends the pass; the next range begins another one. */
	async close() {
		const source = this.#source;
		this.#source = void 0;
		this.#rest = void 0;
		await source?.return?.(void 0);
	}
	async #restart(from) {
		await this.close();
		this.#failure = void 0;
		this.#source = this.#open(from)[Symbol.asyncIterator]();
		this.#at = from;
	}
	async #next() {
		try {
			const result = await this.#source?.next();
			return result === void 0 || result.done === true ? void 0 : result.value;
		} catch (error) {
			this.#failure = asError(error);
			throw error;
		}
	}
};

// packages/aws/lib/registry/upload.js
/**
* Bytes in one request. What the registry has acknowledged need not be sent again, whatever it keeps of a request that
* broke off. ECR wants parts of at least 5 MiB (LayerPartTooSmallException).
*/
const CHUNK = 67108864;
/**
* Takes a blob over from another repository of the same registry, without sending it.
* @returns `mounted`, or the session that the registry began instead because it has no such blob there, or doesn't do
*   that (BLOB_MOUNTING of ECR's account settings); undefined when nothing was begun
*/
async function mountBlob(registry, digest, repositories) {
	let last;
	for (const from of repositories) try {
		const { mounted, ...session } = await begin(registry, `?${`mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from)}`}`);
		if (mounted) return "mounted";
		last = session;
	} catch (error) {
		registry.signal.throwIfAborted();
		if (error instanceof TypeError) throw error;
	}
	return last;
}
/**
* Sends one blob in chunks. When the connection breaks, the registry is asked how much has arrived and the rest is sent;
* a registry that can't tell gets the blob from the start.
* @param bytes the blob from byte `from` on
* @param begun a session that is open already
*/
async function uploadBlob(registry, blob, bytes, begun) {
	let session = begun;
	let best = 0;
	const reader = new BlobReader(bytes);
	try {
		for (let attempt = 1;; attempt++) try {
			session ??= await begin(registry);
			while (session.arrived < blob.size) session = await send(registry, session, blob, reader);
			await finish(registry, session, blob);
			return;
		} catch (error) {
			if (!(error instanceof TransientRegistryError || error instanceof UploadLostError)) throw error;
			await reader.close();
			await registry.pause(attempt, error);
			if (await registry.hasBlob(blob.digest)) return;
			session = session === void 0 ? void 0 : await status(registry, session);
			if (session !== void 0 && session.arrived > best) {
				best = session.arrived;
				attempt = 0;
			}
		}
	} finally {
		await reader.close();
	}
}
async function begin(registry, query = "") {
	const response = await registry.ask("POST", `blobs/uploads/${query}`, { headers: { "content-length": "0" } });
	return {
		location: locationOf(response),
		arrived: 0,
		mounted: response.status === 201
	};
}
async function send(registry, { location, arrived }, blob, reader) {
	const end = Math.min(blob.size, arrived + CHUNK);
	const response = await registry.ask("PATCH", location, {
		headers: {
			"content-type": "application/octet-stream",
			"content-length": String(end - arrived),
			...arrived === 0 && end === blob.size ? {} : { "content-range": `${arrived}-${end - 1}` }
		},
		body: reader.read(arrived, end)
	}).catch((error) => {
		throw reader.failure ?? error;
	});
	return {
		location: locationOf(response, location),
		arrived: arrivedOf(response) ?? end
	};
}
async function finish(registry, { location }, blob) {
	const separator = location.includes("?") ? "&" : "?";
	await registry.ask("PUT", `${location}${separator}digest=${encodeURIComponent(blob.digest)}`, { headers: { "content-length": "0" } });
}
/** Where the session stands; undefined when it has to be begun anew. */
async function status(registry, session) {
	try {
		const response = await registry.ask("GET", session.location);
		const arrived = arrivedOf(response);
		return arrived === void 0 || arrived <= 1 ? void 0 : {
			location: movedTo(session.location, response) ?? session.location,
			arrived
		};
	} catch (error) {
		if (error instanceof UploadLostError || error instanceof TransientRegistryError) return void 0;
		throw error;
	}
}
function locationOf(response, asked = "") {
	const location = movedTo(asked, response);
	if (location === void 0) throw new UploadLostError("the registry gave no location for the upload");
	return location;
}
/** The `Location` of an answer; a relative one belongs to the host that was asked, which may not be the registry's own. */
function movedTo(asked, response) {
	const location = response.headers.get("location") ?? void 0;
	return location === void 0 || !URL.canParse(asked) ? location : new URL(location, asked).href;
}
/** Bytes that have arrived, from `Range: 0-99`. */
function arrivedOf(response) {
	const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(response.headers.get("range") ?? "") ?? [];
	return last === void 0 ? void 0 : Number(last) + 1;
}

// packages/aws/lib/registry/push.js
/** Blobs sent at the same time. */
const PARALLEL = 4;
/**
* Sends an image from an OCI layout to a registry: only what the registry lacks, manifests after what they name, tags
* last, so that no tag ever stands for half an image.
* @throws ConfigurationError when the layout is damaged, the repository missing, the tag immutable or the push denied
*/
async function pushLayout(layout, options) {
	const { repository, login, tags, clock, mountFrom = [], progress, proxy, signal } = options;
	const failed = new AbortController();
	const registry = new Registry(repository, login, {
		clock,
		proxy,
		signal: AbortSignal.any([signal, failed.signal])
	});
	const blobs = [];
	const queue = layout.blobs.toSorted((a, b) => b.size - a.size);
	const worker = async () => {
		for (let blob = queue.shift(); blob !== void 0; blob = queue.shift()) {
			const current = blob;
			const how = await bring(registry, layout, current, mountFrom);
			blobs.push({
				digest: current.digest,
				bytes: current.size,
				how
			});
			progress.report({
				type: "blob.uploaded",
				digest: current.digest,
				bytes: current.size,
				existed: how !== "sent"
			});
		}
	};
	const workers = Array.from({ length: Math.min(PARALLEL, queue.length) }, worker);
	try {
		await Promise.all(workers);
	} catch (error) {
		failed.abort(error);
		await Promise.allSettled(workers);
		throw error;
	}
	const { root } = layout;
	const put = async ({ descriptor, text }) => {
		if (!await registry.hasManifest(descriptor.digest)) await registry.putManifest(descriptor, text);
	};
	for (const child of layout.manifests) if (child !== root) await put(child);
	if (tags.length === 0) await put(root);
	for (const tag of tags) await registry.putManifest(root.descriptor, root.text, tag);
	return {
		digest: root.descriptor.digest,
		blobs
	};
}
async function bring(registry, layout, blob, mountFrom) {
	if (await registry.hasBlob(blob.digest)) return "existed";
	const begun = await mountBlob(registry, blob.digest, mountFrom);
	if (begun === "mounted") return "mounted";
	await layout.checkBlob(blob);
	await uploadBlob(registry, blob, (from) => layout.blob(blob, from), begun);
	return "sent";
}

export { pushLayout };