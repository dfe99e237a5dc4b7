import { Jr as ConfigurationError, Qr as asError } from "./base-D7WWzZYD.js";

// packages/aws/lib/client/http.js
/** Time without a byte in either direction after which a connection counts as broken. */
const SILENCE_MS = 12e4;
/** Time for a request without a body of its own, its answer included. */
const TOTAL_MS = 12e4;
/** The slowest line that is worth waiting for, in bytes a millisecond. */
const SLOWEST = 20;
/** Manifests and configurations have 4 MiB at most. */
const ANSWER_LIMIT = 16777216;
const REDIRECTS = 5;
/**
* Requests of any size with little memory: a piece is asked for when the one before has left this process. `fetch` is not
* fit for this: it reads a body as fast as it comes, and keeps in memory what the connection has not taken yet.
*/
var Http = class {
	#proxy;
	#ways;
	constructor(proxy) {
		this.#proxy = proxy;
	}
	/**
	* Sends a request, and follows the redirects of one that only reads. Another origin is told no authorisation, and is
	* never asked in plain HTTP for what came by HTTPS.
	* @throws the signal's reason; Error with Node's code when the connection broke, was silent or too slow
	*/
	async send(url, request) {
		let at = url;
		let asked = request;
		for (let left = REDIRECTS;; left--) {
			const response = await this.#once(at, asked);
			const location = response.headers.get("location");
			if (!(request.method === "GET" || request.method === "HEAD") || location === null || ![
				301,
				302,
				303,
				307,
				308
			].includes(response.status)) return response;
			if (left === 0) throw coded("ETOOMANYREDIRECTS", `more than ${REDIRECTS} redirects`);
			const next = new URL(location, at);
			asked = {
				...asked,
				headers: headersFor(next, at, asked.headers)
			};
			at = next;
		}
	}
	async #once(url, asked) {
		const { answerLimit = ANSWER_LIMIT, body, headers, method, signal, silenceMs = SILENCE_MS } = asked;
		const secure = url.protocol === "https:";
		const { open, agent } = (await (this.#ways ??= openWays(this.#proxy)))[secure ? "tls" : "plain"];
		signal.throwIfAborted();
		const totalMs = asked.totalMs ?? TOTAL_MS + Number(headers["content-length"] ?? 0) / SLOWEST;
		const request = open(url, {
			method,
			headers,
			signal,
			agent
		});
		let ended;
		const end = (message) => {
			ended = coded("ETIMEDOUT", message);
			request.destroy(ended);
		};
		request.setTimeout(silenceMs, () => {
			end(`no byte moved for ${silenceMs / 1e3} s`);
		});
		const total = setTimeout(() => {
			end(`not done within ${Math.round(totalMs / 1e3)} s`);
		}, totalMs);
		try {
			const answered = new Promise((resolve, reject) => {
				request.once("response", resolve);
				request.on("error", reject);
			});
			send(request, body);
			const message = await answered;
			const chunks = await collect(message, answerLimit);
			if (!request.writableFinished) request.destroy();
			return responseOf(message, chunks);
		} catch (error) {
			throw ended ?? error;
		} finally {
			clearTimeout(total);
		}
	}
};
/** Loaded late: importing `node:http` makes Node load its whole `fetch`, a third of an action's start. */
async function openWays(proxy) {
	const [http, https] = await Promise.all([import("node:http"), import("node:https")]);
	const options = {
		keepAlive: true,
		...proxy === void 0 ? {} : { proxyEnv: proxy }
	};
	return {
		plain: {
			open: http.request,
			agent: new http.Agent(options)
		},
		tls: {
			open: https.request,
			agent: new https.Agent(options)
		}
	};
}
/** The headers for another address: the authorisation stays with the origin that it is for. */
function headersFor(next, origin, headers) {
	if (origin.protocol === "https:" && next.protocol !== "https:") throw coded("EDOWNGRADE", `${origin.host} sends to ${next.host} without encryption`);
	if (next.origin === origin.origin) return headers;
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)));
}
function send(request, body) {
	if (body === void 0 || typeof body === "string") {
		request.end(body);
		return;
	}
	writeAll(request, body).catch((error) => {
		request.destroy(asError(error));
	});
}
async function collect(message, limit) {
	const chunks = [];
	let size = 0;
	for await (const chunk of message) {
		size += chunk.length;
		if (size > limit) throw coded("EMSGSIZE", `the answer is larger than ${limit / 1024 / 1024} MiB`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
function responseOf(message, body) {
	const known = Object.entries(message.headers).flatMap(([name, value]) => value === void 0 ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]]);
	const status = message.statusCode ?? 500;
	const empty = [
		204,
		205,
		304
	].includes(status) || body.length === 0;
	return new Response(empty ? null : new Uint8Array(body), {
		status: status >= 200 && status <= 599 ? status : 502,
		headers: known,
		statusText: message.statusMessage ?? ""
	});
}
async function writeAll(request, body) {
	let leave = () => void 0;
	const gone = () => {
		leave(/* @__PURE__ */ new Error("the connection was closed"));
	};
	request.once("close", gone);
	try {
		for await (const piece of body) {
			if (request.destroyed) return;
			await new Promise((resolve, reject) => {
				leave = reject;
				request.write(piece, (error) => {
					if (error === void 0 || error === null) resolve();
					else reject(error);
				});
			});
		}
		request.end();
	} finally {
		request.off("close", gone);
	}
}
function coded(code, message) {
	return Object.assign(new Error(message), { code });
}

// packages/aws/lib/ecr/image-refusals.js
function missingRepository(name, region) {
	return new ConfigurationError({
		what: `Input repository: ECR has no repository ${name} in ${region}.`,
		fix: "Create it (create-repository: true does), or correct the name, the account or aws-region."
	});
}
function immutableTag(repository, tag, cause) {
	return new ConfigurationError({
		what: `Tag ${tag} stands for another image already, and repository ${repository} lets no tag be moved.`,
		fix: "Use a tag of its own for each build (the default is the commit), keep if-exists: reuse, or exempt this tag from the repository’s tag immutability."
	}, { cause });
}

export { headersFor as i, missingRepository as n, Http as r, immutableTag as t };