import { Pt as wasUnhealthy, jt as distinctStops, pr as lastSegment } from "./base-D7WWzZYD.js";
import { t as diagnose } from "./diagnose-DWiqk3-w.js";
import { c as tellingLines, s as quotedLine, t as LOG_SOURCE } from "./task-log-CnBRHt5A.js";
import { t as lookedUp } from "./looked-up-gFxNa4wP.js";

// packages/steps/lib/deployment/causes.js
/**
* Texts that say only that there was an end, not why: what tasks, targets and logs say tells more. ECS words a tripped
* circuit breaker in three ways.
*/
const SYMPTOM = /^Essential container in task exited$|circuit breaker threshold was exceeded|deployment failed: tasks failed to start|rolling back to deployment ecs-svc/;
/** Lines of a log that a finding quotes. */
const QUOTED_LINES = 5;
/**
* The causes that are known by name; the log's last lines stand beside them unless a cause was read from the log.
* @param log undefined as well where its lines may not be quoted
*/
function causesOf(observations, log, failed) {
	const known = diagnose(observations.filter(({ text }) => !SYMPTOM.test(text)));
	const quote = log === void 0 || log.lines.length === 0 || known.some(({ evidence }) => evidence.some((text) => text.startsWith("container log"))) ? [] : [lookedUp("last-log-lines", {
		container: log.container,
		line: quotedLine(log.lines),
		stream: log.stream
	}, {
		certainty: "possible",
		evidence: tellingLines(log.lines, QUOTED_LINES)
	})];
	const ill = failed.some(wasUnhealthy);
	if (known.length > 0 || quote.length > 0) return ill ? [...quote, ...known] : [...known, ...quote];
	const symptoms = diagnose(observations);
	return symptoms.length > 0 ? symptoms : unnamed(observations);
}
/** A failure without a name still shows what was seen. */
function unnamed(observations) {
	const quotable = observations.filter(({ unquoted }) => unquoted !== true);
	const evidence = [...new Set(quotable.map(({ text }) => text).filter(Boolean))].slice(-5);
	return evidence.length === 0 ? [] : [lookedUp("unrecognised", { line: quotedLine(evidence) }, {
		certainty: "possible",
		evidence
	})];
}

// packages/steps/lib/deployment/stopped-tasks.js
/** Ways of stopping that a headline names. */
const MOST_NAMED = 3;
/** `3 tasks stopped: …; 1 task stopped: …`, the most frequent first; empty when no task stopped. */
function stopsInWords(failed) {
	return distinctStops(failed).slice(0, MOST_NAMED).map(({ text, count }) => `${count} task${count === 1 ? "" : "s"} stopped: ${text}`).join("; ");
}
/** The distinct ways in which tasks stopped, for the summary; empty when no task stopped. */
function stopsSection(failed) {
	const stops = distinctStops(failed);
	if (stops.length === 0) return [];
	return [{
		kind: "table",
		title: "Tasks that stopped",
		header: [
			"Times",
			"Why",
			"Example"
		],
		rows: stops.map(({ text, count, example }) => [
			String(count),
			text,
			lastSegment(example.arn)
		])
	}];
}

// packages/steps/lib/deployment/abortable.js
/** A promise that gives up waiting as soon as the signal is aborted; what it waited for goes on unobserved. */
async function abortable(signal, work) {
	signal.throwIfAborted();
	let abort;
	const aborted = new Promise((_, reject) => {
		abort = () => {
			reject(signal.reason);
		};
		signal.addEventListener("abort", abort, { once: true });
	});
	try {
		return await Promise.race([work, aborted]);
	} finally {
		if (abort !== void 0) signal.removeEventListener("abort", abort);
		work.catch(() => void 0);
	}
}

export { causesOf as i, stopsInWords as n, stopsSection as r, abortable as t };