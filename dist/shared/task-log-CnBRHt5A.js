import { pr as lastSegment } from "./base-D7WWzZYD.js";
import { a as readLines } from "./diagnose-DWiqk3-w.js";

// packages/domain/lib/diagnosis/telling-lines.js
/** Lines that only show where an error happened, or that a tool prints after every failure. */
const FRAME = /^\s*(?:at \S|File "[^"]*", line \d+|from \S+:\d+:in |\S+\.rb:\d+:in |\.\.\. \d+ (?:more|common frames)|goroutine \d+ \[|created by \S|\S+\.go:\d+ \+0x|\S+\(0x[\da-f]|node:internal\/|Node\.js v\d|npm (?:error|ERR!) (?:A complete log|path |errno |syscall )|Traceback \(most recent|The above exception was|During handling of the above|stack backtrace|\d+: 0x[\da-f]+|thread_name|[\s^~|=*_-]*$|[{}[\]();,]+$|\(node:\d+\)|Require stack:|- \/\S+$)/i;
/** A line that names an error, the strongest form first. */
const FORMS = [
	/^(?:Caused by: |Uncaught |Unhandled |fatal error: |panic: |thread '[^']+' panicked)|^(?:[\w.$\\]+(?:Error|Exception|Fault|Failure|Panic)\b(?: \[\w+\])?(?::|$))|^Error: /,
	/\b(?:fatal|panic|critical|emerg|alert)\b|^\W{0,3}(?:error|severe)\b/i,
	/\b(?:error|exception|failed|failure|cannot|can't|could not|couldn't|unable|denied|refused|missing|not found|no such|invalid|must be|is not set|undefined|unknown|exiting|abort\w*|timed out|killed)\b/i
];
/** Levels by name, and by the numbers of pino and bunyan. */
const SEVERE = /^(?:error|fatal|critical|severe|panic|emerg\w*|alert|[EF]|50|60)$/i;
/** Characters of a line that a sentence quotes. */
const QUOTED_LENGTH = 240;
/**
* The lines of a log that say most about its end: the error's own line rather than the frames of its trace, lines of level error or fatal,
* else the last ones. In the order of the log, each once.
* @param most maximum number of lines
*/
function tellingLines(lines, most) {
	const said = lines.filter((line) => line.trim() !== "" && !FRAME.test(line));
	const spoken = [...new Set(said.length > 0 ? said : lines.filter((line) => line.trim() !== ""))];
	const ranked = spoken.map((line, index) => ({
		line,
		index,
		rank: rankOf(line)
	})).filter(({ rank }) => rank < FORMS.length).toSorted((a, b) => a.rank - b.rank || b.index - a.index).slice(0, most);
	if (ranked.length === 0) return spoken.slice(-most);
	return ranked.toSorted((a, b) => a.index - b.index).map(({ line }) => line);
}
/** The one line that says most: the last error of the strongest form; undefined for a log without words. */
function tellingLine(lines) {
	return tellingLines(lines, 1)[0];
}
/** The line that says most, as the end of a sentence. */
function quotedLine(lines) {
	const line = tellingLine(lines)?.trim() ?? "nothing.";
	return line.length <= QUOTED_LENGTH ? line : `${line.slice(0, QUOTED_LENGTH)}…`;
}
function rankOf(line) {
	const read = readLines(line);
	if (read.length > 0 && read.every(({ survived }) => survived !== void 0)) return FORMS.length;
	if (read.some(({ level }) => level !== void 0 && SEVERE.test(level))) return 1;
	const rank = FORMS.findIndex((form) => read.some(({ text }) => form.test(text)));
	return rank === -1 ? FORMS.length : rank;
}

// packages/steps/lib/deployment/task-log.js
/** Source of the observations that are lines of a container's log. */
const LOG_SOURCE = "container log";
/** Lines of a failed task's log that are read: a trace may fill most of them. */
const READ_LINES = 300;
/** The last lines of the task that failed last; undefined when none failed, or its containers don't log to CloudWatch. */
async function lastLines(world, failed) {
	const [task] = failed.toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0));
	if (task === void 0) return void 0;
	const revision = await world.aws.deployableRevisions.describe(task.taskDefinition);
	const exits = new Map(task.containers.map(({ exitCode, name }) => [name, exitCode]));
	const [container] = (revision?.containers ?? []).filter(({ name, log }) => log !== void 0 && exits.get(name) !== void 0).toSorted((a, b) => suspicion(b, exits.get(b.name)) - suspicion(a, exits.get(a.name)));
	if (container?.log === void 0) return void 0;
	const { group, streamPrefix, region } = container.log;
	const stream = `${streamPrefix}/${container.name}/${lastSegment(task.arn)}`;
	const lines = await world.aws.logs.tail(group, stream, READ_LINES, region);
	return {
		container: container.name,
		stream,
		lines: lines.map(({ text }) => text),
		...task.stoppedAt === void 0 ? {} : { stoppedAt: task.stoppedAt }
	};
}
/**
* The last lines of a running task's container; undefined when it doesn't log to CloudWatch.
* @param name of the container; without one the first essential container that logs
*/
async function runningLines(world, task, name) {
	const logging = ((await world.aws.deployableRevisions.describe(task.taskDefinition))?.containers ?? []).filter(({ log }) => log !== void 0);
	const container = logging.find((one) => one.name === name) ?? logging.find(({ essential }) => essential) ?? logging[0];
	if (container?.log === void 0) return void 0;
	const { group, streamPrefix, region } = container.log;
	const stream = `${streamPrefix}/${container.name}/${lastSegment(task.arn)}`;
	const lines = await world.aws.logs.tail(group, stream, READ_LINES, region);
	return {
		container: container.name,
		stream,
		lines: lines.map(({ text }) => text)
	};
}
/**
* How likely the container ended the task: an exit code of its own counts most, then that it is essential. Exit codes 137 and 143 come
* from ECS, which stops the others.
*/
function suspicion({ essential }, exitCode) {
	return (exitCode !== void 0 && exitCode !== 0 && exitCode !== 137 && exitCode !== 143 ? 2 : 0) + (essential ? 1 : 0);
}
/** The lines for the diagnosis, which may not quote them with `show-logs: none`. */
function observeLog({ showLogs }, log) {
	if (log === void 0 || log.lines.length === 0) return [];
	const { container, lines } = log;
	return [{
		source: LOG_SOURCE,
		text: lines.join("\n"),
		subject: container,
		unquoted: showLogs === "none"
	}];
}
/** Reports the lines, unless `show-logs` is `none`. */
function showLog({ clock, progress, showLogs }, log) {
	if (log === void 0 || showLogs === "none") return;
	const timestamp = log.stoppedAt ?? clock.now();
	for (const text of log.lines.slice(-20)) progress.report({
		type: "log.line",
		source: log.container,
		text,
		timestamp
	});
}
/** The lines for the summary; empty without any. */
function logSection(log) {
	if (log === void 0 || log.lines.length === 0) return [];
	return [{
		kind: "code",
		title: `Last lines of ${log.stream}`,
		language: "text",
		text: log.lines.slice(-20).join("\n")
	}];
}

export { runningLines as a, tellingLines as c, observeLog as i, lastLines as n, showLog as o, logSection as r, quotedLine as s, LOG_SOURCE as t };