import { hn as proxyHost } from "./base-D7WWzZYD.js";
import { t as complaintOf } from "./expectation-CLbpZiel.js";
import { BlockList, isIP } from "node:net";
import { lookup } from "node:dns/promises";

// packages/steps/lib/probe/route.js
const DIRECT = {
	agent: false,
	proxied: false
};
/** Addresses of this machine and of private networks: the load balancer is near, and a proxy is on the way out. */
const NEAR = new BlockList();
for (const [network, bits] of [
	["127.0.0.0", 8],
	["10.0.0.0", 8],
	["172.16.0.0", 12],
	["192.168.0.0", 16],
	["169.254.0.0", 16],
	["100.64.0.0", 10]
]) NEAR.addSubnet(network, bits);
for (const [network, bits] of [
	["::1", 128],
	["fc00::", 7],
	["fe80::", 10]
]) NEAR.addSubnet(network, bits, "ipv6");
/**
* Chooses between the proxy and the direct way: hosts of NO_PROXY and private addresses are asked directly, by whatever
* name they have.
*/
async function routeTo(url, proxy) {
	if (proxy === void 0) return DIRECT;
	const secure = url.protocol === "https:";
	if ((secure ? proxy.HTTPS_PROXY : proxy.HTTP_PROXY) === void 0) return DIRECT;
	if (await isNear(url.hostname.replaceAll(/^\[|\]$/g, ""))) return DIRECT;
	const options = {
		keepAlive: false,
		proxyEnv: proxy
	};
	return {
		agent: new (secure ? await import("node:https") : await import("node:http")).Agent(options),
		proxied: true
	};
}
async function isNear(host) {
	if (host === "localhost" || host.endsWith(".localhost")) return true;
	try {
		return (isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }]).every(({ address }) => NEAR.check(address, isIP(address) === 6 ? "ipv6" : "ipv4"));
	} catch {
		return false;
	}
}

// packages/steps/lib/probe/request.js
/** Time limit for one request, in milliseconds. */
const PATIENCE_MS = 1e4;
/** More of a body is not looked at, in bytes. */
const BODY_LIMIT = 1048576;
/**
* One GET over a connection of its own, so that a load balancer may choose any target. Redirects are not followed. A
* certificate is always verified.
* @throws the signal's reason when the step is cancelled
*/
async function ask(question, clock, signal) {
	signal.throwIfAborted();
	const begun = clock.now();
	try {
		return {
			kind: "answer",
			answer: {
				...await send(question, signal),
				milliseconds: clock.now() - begun
			}
		};
	} catch (error) {
		signal.throwIfAborted();
		return {
			kind: "silence",
			...reasonOf(error, question),
			milliseconds: clock.now() - begun
		};
	}
}
async function send({ hostHeader, patienceMs, proxy, url }, signal) {
	const address = new URL(url);
	const name = (hostHeader ?? address.hostname).replace(/:\d+$/, "").replaceAll(/^\[|\]$/g, "");
	const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
	const route = await routeTo(address, proxy);
	limit.throwIfAborted();
	const options = {
		method: "GET",
		agent: route.agent,
		signal: limit,
		headers: {
			host: hostHeader ?? address.host,
			"user-agent": "cutover-probe",
			accept: "*/*",
			connection: "close",
			...address.username === "" ? {} : { authorization: basic(address) }
		}
	};
	const [{ request: plainRequest }, { request: tlsRequest }] = await Promise.all([import("node:http"), import("node:https")]);
	const message = await new Promise((resolve, reject) => {
		const outgoing = address.protocol === "https:" ? tlsRequest(address, {
			...options,
			...isIP(name) === 0 ? { servername: name } : {}
		}, resolve) : plainRequest(address, options, resolve);
		outgoing.on("error", reject);
		outgoing.end();
	});
	return {
		status: message.statusCode ?? 0,
		headers: headersOf(message),
		body: await collect(message)
	};
}
function basic({ password, username }) {
	return `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}`;
}
async function collect(message) {
	const parts = [];
	let bytes = 0;
	for await (const part of message) {
		if (bytes < BODY_LIMIT) parts.push(part.subarray(0, BODY_LIMIT - bytes));
		bytes += part.length;
		if (bytes >= BODY_LIMIT) break;
	}
	return Buffer.concat(parts).toString("utf8");
}
function headersOf({ headers }) {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value ?? ""]));
}
/** Why there was no answer, and what helps where that can be known. */
function reasonOf(error, { hostHeader, patienceMs, proxy, url }) {
	const { cert, code = "", message, name } = firstOf(error);
	const { host, hostname, protocol } = new URL(url);
	const by = proxyHost(proxy, protocol);
	if (name === "TimeoutError" || name === "AbortError") return {
		why: `did not answer within ${Math.round(patienceMs / 1e3)} s`,
		fix: "The runner must be let in by the load balancer’s security group, and the application must answer."
	};
	switch (code) {
		case "ERR_TLS_CERT_ALTNAME_INVALID": {
			const names = (cert?.subjectaltname ?? cert?.subject?.CN ?? "").replaceAll("DNS:", "");
			return {
				why: `has a certificate for ${names === "" ? "another name" : names}, not for ${hostHeader ?? hostname}`,
				fix: "Give host-header: the name that users write, or that name in url."
			};
		}
		case "CERT_HAS_EXPIRED": return {
			why: "has a certificate that has expired",
			fix: "Renew the listener’s certificate."
		};
		case "DEPTH_ZERO_SELF_SIGNED_CERT":
		case "SELF_SIGNED_CERT_IN_CHAIN":
		case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
		case "UNABLE_TO_VERIFY_LEAF_SIGNATURE": return {
			why: `has a certificate of an authority that the runner does not know (${code})`,
			fix: "Give the step the authority’s certificate: env: NODE_EXTRA_CA_CERTS: /path/to/authority.pem. Certificates are always verified."
		};
		case "ENOTFOUND":
		case "EAI_AGAIN": return {
			why: `has a host that can’t be found: ${hostname}`,
			fix: "Correct the address or the DNS record."
		};
		case "ECONNREFUSED": return {
			why: `refuses connections at ${host}`,
			fix: "Nothing listens there; correct the port."
		};
		case "ECONNRESET": return {
			why: "closed the connection without an answer",
			fix: void 0
		};
		case "ERR_PROXY_TUNNEL": return {
			why: `can't be reached through the proxy ${by ?? ""}: ${message}`,
			fix: `Add ${hostname} to no-proxy (or NO_PROXY) when the runner reaches it directly, or let the proxy pass it.`
		};
		default: return {
			why: `did not answer: ${message}${code === "" ? "" : ` (${code})`}`,
			fix: void 0
		};
	}
}
/** A host with several addresses fails with one error for each. */
function firstOf(error) {
	const { errors } = error ?? {};
	return errors?.[0] ?? error;
}

// packages/steps/lib/probe/round.js
/** Sends the requests of one round and waits for all answers. @throws the signal's reason when the step is cancelled */
async function probe(wanted, { clock, proxy, signal }) {
	const question = {
		url: wanted.url,
		hostHeader: wanted.hostHeader,
		proxy,
		patienceMs: Math.max(PATIENCE_MS, 2 * (wanted.expected.maxLatencyMs ?? 0))
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
	return judge(wanted, replies, proxy);
}
/** Statuses with which a proxy itself reports that it did not get through; in HTTPS there is no answer at all. */
const PROXY_STATUSES = /* @__PURE__ */ new Set([
	403,
	407,
	502,
	503,
	504
]);
function withProxy(complaint, status, url, proxy) {
	const host = proxyHost(proxy, "http:");
	const doubtful = url.startsWith("http:") && host !== void 0 && PROXY_STATUSES.has(status);
	return complaint === void 0 || !doubtful ? complaint : `${complaint} (asked with the proxy ${host} set, which may have answered itself)`;
}
function judge({ expected, url }, replies, proxy) {
	const judged = replies.map((reply) => reply.kind === "silence" ? {
		status: 0,
		milliseconds: reply.milliseconds,
		complaint: reply.why,
		fix: reply.fix
	} : {
		status: reply.answer.status,
		milliseconds: reply.answer.milliseconds,
		complaint: withProxy(complaintOf(reply.answer, expected), reply.answer.status, url, proxy),
		fix: void 0
	});
	const amiss = judged.filter(({ complaint }) => complaint !== void 0);
	const times = judged.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
	const [worst] = amiss;
	const share = replies.length > 1 ? ` (${amiss.length} of ${replies.length} requests were not answered as expected)` : "";
	return {
		ok: worst === void 0,
		asked: replies.length,
		fine: replies.length - amiss.length,
		status: (worst ?? judged[0])?.status ?? 0,
		medianMs: times[Math.floor((times.length - 1) / 2)] ?? 0,
		slowestMs: times.at(-1) ?? 0,
		complaint: worst === void 0 ? void 0 : `${url} ${worst.complaint ?? ""}${share}`,
		fix: worst?.fix
	};
}

export { probe as t };