import { $r as reasonOf, Ar as InvalidInput, ht as isAmong, mt as formatStatuses } from "./base-D7WWzZYD.js";

// packages/steps/lib/probe/expectation.js
/** Fault of an answer, as the end of a sentence that starts with the address; undefined when there is none. */
function complaintOf(answer, expected) {
	const { body, headers, milliseconds, status } = answer;
	if (!isAmong(status, expected.statuses)) {
		const { location } = headers;
		return `answered ${status}${location === void 0 ? "" : ` (a redirect to ${location})`}, not ${formatStatuses(expected.statuses)}`;
	}
	for (const { name, value } of expected.headers) {
		const found = headers[name];
		if (found === void 0) return `answered ${status} without the header ${name}`;
		if (value !== void 0 && !value.fits(found)) return `answered ${status} with ${name}: ${excerpt(found)}, which does not fit ${value.shown}`;
	}
	if (expected.body !== void 0 && !expected.body.fits(body)) return `answered ${status}, but the body does not fit ${expected.body.shown}; it is ${body === "" ? "empty" : excerpt(body)}`;
	if (expected.maxLatencyMs !== void 0 && milliseconds > expected.maxLatencyMs) return `answered ${status} after ${Math.round(milliseconds)} ms, more than ${expected.maxLatencyMs} ms`;
}
const LONGEST_EXCERPT = 120;
/** The beginning of a text from outside, fit for one line. */
function excerpt(text) {
	return `“${text.slice(0, LONGEST_EXCERPT).replaceAll(/[\p{Cc}\s]+/gu, " ").trim()}${text.length > LONGEST_EXCERPT ? "…" : ""}”`;
}
/** `/pattern/flags` is a regular expression, anything else a text that must be contained. */
function parseText(value) {
	const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(value) ?? [];
	if (source === void 0) return {
		shown: JSON.stringify(value),
		fits: (text) => text.includes(value)
	};
	if (!/^[imsuv]*$/.test(flags ?? "")) throw new InvalidInput("a text or a /regular expression/", "Of the flags, i, m, s, u and v can be used.");
	try {
		const pattern = new RegExp(source, flags);
		return {
			shown: value,
			fits: (text) => pattern.test(text)
		};
	} catch (error) {
		throw new InvalidInput("a text or a /regular expression/", `Mend the expression (${reasonOf(error)}).`);
	}
}
/** `name` or `name: text` or `name: /pattern/`, one a line. */
function parseHeaders(value) {
	return value.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map((line) => {
		const [, name, text] = /^([\w!#$%&'*+.^`|~-]+)(?:\s*:\s*(.*))?$/.exec(line) ?? [];
		if (name === void 0) throw new InvalidInput("a list of headers", "Write one a line, like content-type: application/json, x-version: /^42$/ or strict-transport-security.");
		return {
			name: name.toLowerCase(),
			value: text === void 0 || text === "" ? void 0 : parseText(text)
		};
	});
}

export { parseHeaders as n, parseText as r, complaintOf as t };