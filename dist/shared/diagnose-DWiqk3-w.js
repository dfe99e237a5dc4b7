import { n as __exportAll } from "./rolldown-runtime-Bi5HrKRR.js";
import { Dr as NOT_SHOWN } from "./base-D7WWzZYD.js";
import { n as fill, t as factsOf } from "./facts-CQa754L6.js";

// packages/domain/lib/diagnosis/lines.js
/**
* Characters of a long line that are read: its beginning and its end, where the innermost cause stands. Patterns that look for one
* word behind another take time with the square of the length.
*/
const READ_START = 1e3;
const LONG_LINES = 20;
/** Characters of the long lines before those. */
const READ_SHORT = 500;
/** The lines that are read, each cut to a length that any pattern reads at once; then lines that a terminal wrapped, joined. */
function readLines(text) {
	const shown = withoutColours(text).split(/\r\n|[\r\n\u2028\u0085]/).slice(-2e3);
	let long = 0;
	const lines = shown.map((line, index) => ({
		line,
		index
	})).toReversed().flatMap(({ line, index }) => {
		const cut = line.length <= READ_SHORT ? line : shorten(line, ++long > LONG_LINES);
		return parts(cut).map((part, at) => lineOf(part, cut, index, index + at / MOST_PARTS)).toReversed();
	}).toReversed();
	const bare = shown.map(withoutPrefix);
	const prefixed = bare.some((line, index) => line !== shown[index]);
	return [
		...lines,
		...unwrapped(shown),
		...prefixed ? unwrapped(bare) : []
	];
}
function shorten(line, brief) {
	if (brief) return line.slice(0, READ_SHORT);
	return line.length <= 4e3 ? line : `${line.slice(0, READ_START)} … ${line.slice(-3e3)}`;
}
/** More messages than one line is read for. */
const MOST_PARTS = 1e5;
function lineOf({ text, level }, shown, index, order) {
	const read = normalised(text);
	const survived = survivalOf(read) ?? (level === void 0 ? void 0 : survivalOfLevel(level));
	const line = {
		text: read,
		shown: shown.trim(),
		index,
		end: index,
		order,
		...level === void 0 ? {} : { level }
	};
	return survived === void 0 ? line : {
		...line,
		survived
	};
}
const ESCAPES = /\u001B(?:\[[0-9;:?]{0,20}[A-Za-z]|\][^\u0007\u001B]{0,200}(?:\u0007|\u001B\\))/g;
function withoutColours(text) {
	return text.replaceAll(ESCAPES, "").replaceAll(/(?:\\u001b|\\x1b|\\e|\\033|\^\[|␛)\[[0-9;]{0,12}m/gi, "");
}
/** One blank for all blanks, straight quotes for curly ones; prefixes that loggers and tools put before a message are left out. */
function normalised(text) {
	return withoutPrefix(text.replaceAll(/[‘’‛′]/g, "'").replaceAll(/[“”„″]/g, "\"").replaceAll(/[\s\u00A0\u202F\u200B\uFEFF]+/g, " ").trim());
}
function withoutPrefix(text) {
	let read = text;
	for (let times = 0; times < 4; times++) {
		const rest = read.replace(PREFIX, "");
		if (rest === read || rest === "") break;
		read = rest;
	}
	return read;
}
/**
* Words that stand before a message: times, BuildKit's step and seconds, Docker Compose's service, the stream of a container runtime, a
* job's command, and the names and levels of loggers. A level below error stays: it says that the program goes on.
*/
const PREFIX = new RegExp(`^ {0,8}(?:${[
	String.raw`\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?(?: -(?= ))?`,
	String.raw`\[\d{4}[-/]\d\d[-/]\d\d[T ][^\]]{0,30}\]`,
	String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`,
	String.raw`#\d{1,4}(?: \d+\.\d+(?= ))?`,
	String.raw`\d+\.\d{1,4}(?= \S)`,
	String.raw`[\w.-]{1,60} {0,8}\|`,
	String.raw`std(?:out|err) [FP]`,
	String.raw`##\[\w+\](?:Error:)?`,
	String.raw`::error[^:]{0,200}::`,
	String.raw`>(?= \S)`,
	String.raw`[\w.:-]{1,80} - (?:ERROR|CRITICAL|FATAL|Error) -`,
	String.raw`\[\d{1,7}\] \[(?:ERROR|CRITICAL|FATAL)\]`,
	String.raw`[EFA], \[[^\]]{8,60}\] +(?:ERROR|FATAL|ANY) -- [^:]{0,40}:`,
	String.raw`(?:ERROR|FATAL|SEVERE) \d{1,7} --- (?:\[[^\]]{0,60}\] {0,8}){1,3}[\w.$/[\]]{1,80} {0,40}:`,
	String.raw`\[[\w.#/ -]{1,60}\] (?:ERROR|FATAL|SEVERE) +[\w.$]{1,80} +-`
].join("|")}) ?`);
/** Members of a structured log line that say what happened. */
const MESSAGES = /^(?:@?m(?:essage|sg)?|@mt|err(?:or)?s?|exception|exc_info|stack_?trace|stack|detail|details|reason|cause|description|log|event|text|textPayload|RenderedMessage|Exception|error_?message|errorMessage|throwable|thrown|extendedStackTrace|context|extra|body|statusReason|stoppedReason)$/i;
const LEVELS = /^(?:@l|level|lvl|severity|levelname|level_name|log\.level|LogLevel|severity_text)$/i;
/** The messages in a line: of a structured one, its members; of one with escaped quotes or line ends, its text without the escapes. */
function parts(line) {
	const start = line.indexOf("{\"");
	if (start !== -1 && start < 200 && line.trimEnd().endsWith("}")) {
		const parsed = parsedJson(line.slice(start));
		if (parsed !== void 0) {
			const { level, texts } = spoken(parsed);
			if (texts.length > 0) return texts.map((text) => level === void 0 ? { text } : {
				text,
				level
			});
		}
	}
	const logfmt = /\b(?:level|lvl|severity)="?(\w+)"?/.exec(line);
	if (logfmt !== null) {
		const said = [...line.matchAll(LOGFMT)].map(([, text = ""]) => text);
		if (said.length > 0) {
			const [, level = ""] = logfmt;
			return said.flatMap((text) => unescaped(text)).map((text) => ({
				text,
				level
			}));
		}
	}
	return line.includes(String.raw`\"`) || line.includes(String.raw`\n`) ? unescaped(line).map((text) => ({ text })) : [{ text: line }];
}
const LOGFMT = /\b(?:msg|message|err|error|reason|stack)="((?:[^"\\]|\\.){1,4000})"/g;
function unescaped(text) {
	return text.replaceAll(/\\{1,3}"/g, "\"").replaceAll(/(?<!\\)\\[rt]/g, " ").split(/(?<!\\)\\n/).map((line) => line.replaceAll("\\\\", "\\"));
}
function parsedJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Messages inside a structured line, at most three levels deep. */
function spoken(value) {
	const texts = [];
	let level;
	const walk = (node, named, depth) => {
		if (typeof node === "string") {
			if (named) texts.push(...withoutColours(node).split(/\r?\n/));
		} else if (depth < 4 && typeof node === "object" && node !== null) for (const [name, member] of Object.entries(node)) if (LEVELS.test(name) && (typeof member === "string" || typeof member === "number")) level ??= `${member}`;
		else walk(member, Array.isArray(node) ? named : MESSAGES.test(name), depth + 1);
	};
	walk(value, false, 0);
	const said = texts.filter((text) => text.trim() !== "").slice(0, 200);
	return level === void 0 ? { texts: said } : {
		texts: said,
		level
	};
}
/** Words by which a line says that the program goes on without what failed. */
const DISMISSED = /\b(?:ignor(?:ed|ing)\b|fall(?:ing|s|en)? ?back\b|skipp(?:ed|ing)\b|optional dependency|(?:monitoring|tracing|metrics|reporting|telemetry|cach(?:e|ing)|support|integration|analytics|profiling|plugin|feature)s? (?:is |are |has been |have been )?disabled|non-?fatal|harmless|using (?:the )?defaults?\b|continuing (?:without|anyway|with)|proceeding without|recovered|succeeded (?:after|on)|deprecat(?:ed|ion)|(?:not set|missing|undefined|unset)[,;:] (?:using|defaulting|assuming|disabling)|as expected|signed out|already exists, skipping)/i;
const RETRIED = /\b(?:re-?try(?:ing)?\b(?! limit)|retries left|will (?:try|retry|reconnect)|trying again|reconnecting|try again in \d|attempt \d+(?! failed permanently)|\(\d+\/\d+\)|\d+ of \d+\)|(?<!timed out )waiting (?:for|until)|sleeping|backing off|next attempt|not ready yet|still waiting)/i;
/** A line of a level below error, as loggers write it. */
const MILD = /^(?:\W{0,3}(?:debug|trace|info|notice|warn(?:ing)?)\b(?![\w-]*Error)|[DIWT], \[|[\w.:-]{1,80} - (?:DEBUG|INFO|WARNING|WARN) - |\[\d{1,7}\] \[(?:DEBUG|INFO|WARNING)\]|\[[\w.#/ -]{1,60}\] (?:DEBUG|INFO|WARN|TRACE) |\w+\.(?:DEBUG|INFO|NOTICE|WARNING): )/i;
function survivalOf(text) {
	if (text.length > 2e3) return void 0;
	if (DISMISSED.test(text)) return "dismissed";
	if (RETRIED.test(text)) return SURRENDER.test(text) ? void 0 : "retried";
	return MILD.test(text) ? "retried" : void 0;
}
/** Words of a program that gave up after it tried again and again. */
const SURRENDER = /\b(?:giv(?:e|es|ing|en) up|gave up|(?:max(?:imum)?|too many|all|exhausted|exceeded)(?: number of| allowed)? (?:\w+ )?(?:re-?tries|re-?try|attempts|reconnect\w*)|(?:retries|attempts) (?:are )?(?:exhausted|exceeded|failed)|(?:fail\w*|unsuccessful|errors?|timed out|unable|could not|cannot)\b[^\n]{0,80} after \d+ (?:re-?tries|attempts|tries)|no more (?:re-?tries|attempts)|out of (?:re-?tries|attempts)|retry limit)/i;
/** Levels by name, and by the numbers of pino and bunyan. */
function survivalOfLevel(level) {
	return /^(?:debug|trace|info|information|notice|warn|warning|verbose|[DIWT]|10|20|30|40)$/i.test(level) ? "retried" : void 0;
}
/** Widths at which terminals and tools wrap. */
const WIDTHS = [
	80,
	100,
	120,
	132,
	160
];
/** A line that begins a statement of its own. */
const BEGINS = /^\s*(?:\W{0,3}(?:fatal|error|warn(?:ing)?|info|debug|panic|caused by|traceback|exception|critical|notice)\b|at \S|\d{4}[-/]\d\d|\{")/i;
/** Lines that one statement may be wrapped into. */
const MOST_WRAPPED = 8;
/** Statements that were wrapped at a width: every line but the last is full, so that the next word or character had no room. */
function unwrapped(lines) {
	const found = [];
	for (const width of WIDTHS) {
		let start = 0;
		while (start < lines.length - 1) {
			let end = start;
			while (end < lines.length - 1 && end - start < MOST_WRAPPED && continues(lines, end, width)) end++;
			if (end > start) found.push(...joined(lines, start, end, width));
			start = end + 1;
		}
	}
	return found;
}
function joined(lines, start, end, width) {
	const run = lines.slice(start, end + 1);
	const exact = run.slice(0, -1).every(({ length }) => length === width);
	const shown = run.map((line) => line.trim()).join(" ");
	return (exact ? ["", " "] : [" "]).flatMap((glue) => {
		return parts(run.map((line, index) => glue === "" || index === 0 ? line : line.trim()).join(glue)).map((part, at) => ({
			...lineOf(part, shown, start, start + at / MOST_PARTS),
			end,
			glue
		}));
	});
}
/** Whether a line is so full that a tool which wraps at this width went on in the next one. A word that is longer fills a line alone. */
function continues(lines, at, width) {
	const line = lines[at] ?? "";
	const next = lines[at + 1] ?? "";
	if (line.trim() === "" || next.trim() === "" || isTooLong(line, width) || isTooLong(next, width)) return false;
	if (BEGINS.test(next)) return false;
	if (line.length === width) return true;
	const word = /^\s*(\S+)/.exec(next)?.[1] ?? "";
	return line.trimEnd().length + 1 + word.length > width && (line.length >= width / 2 || word.length > width / 2);
}
function isTooLong(line, width) {
	return line.length > width && (line.length > 1e3 || /\S\s+\S/.test(line));
}

// packages/domain/lib/diagnosis/recogniser.js
/** Places in which AWS quotes its own refusals: an error of ECS stands in events of a stack or a deployment as well. */
const AWS_PLACES = [
	"call",
	"stack",
	"deployment",
	"service",
	"task"
];
/** Rows of one table; those that name no place of their own take the table's. */
function rowsAt(where, rows) {
	return rows.map((row) => ({
		where,
		...row
	}));
}

// packages/domain/lib/diagnosis/failures/alb-target-health.js
/** The load balancer judges a target. */
const ALB_TARGET_HEALTH = rowsAt(["target", "service"], [
	{
		id: "target-registration-in-progress",
		patterns: [/Elb\.RegistrationInProgress/, /Target registration is in progress/i],
		vague: "outer",
		cause: "The target was just registered.",
		fix: "Wait; not a fault unless it lasts minutes.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-initial-health-checks",
		patterns: [/Elb\.InitialHealthChecking/, /Initial health checks in progress/i],
		vague: "outer",
		cause: "The load balancer is still counting the first checks.",
		fix: "Wait HealthyThreshold x interval; if it never ends, check the security group.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-response-code-mismatch",
		patterns: [/Target\.ResponseCodeMismatch/, /Health checks failed with these codes/i],
		vague: "outer",
		cause: "The application answered the check with a status outside the matcher.",
		fix: "Make the health check's path answer 200 without a login, or set the matcher to the codes it returns.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-timeout",
		patterns: [/Target\.Timeout/],
		cause: "No answer in time: security group closed, wrong port, application bound to 127.0.0.1, or slow to start.",
		fix: "Allow the ALB's security group to the container port, bind to 0.0.0.0, check containerPort, and lengthen grace period or timeout.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-timeout",
		strict: true,
		patterns: [/\(port (?<port>\d+)\) is unhealthy in \(target-group [^)\n]{1,300}\) due to \(reason Request timed out\)/i, /Request timed out/i],
		cause: "No answer in time: security group closed, wrong port, application bound to 127.0.0.1, or slow to start.",
		fix: "Allow the ALB's security group to the container port, bind to 0.0.0.0, check containerPort, and lengthen grace period or timeout.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-failed-health-checks",
		patterns: [/Target\.FailedHealthChecks/],
		vague: "outer",
		cause: "The connection was refused or reset, or the TLS/protocol did not match.",
		fix: "Check the application listens on containerPort over the target group's protocol (HTTP against HTTPS).",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-failed-health-checks",
		strict: true,
		patterns: [
			/^Health checks failed\.?$/im,
			/\(port (?<port>\d+)\) is unhealthy in \(target-group [^)\n]{1,300}\) due to \(reason Health checks failed\)/i,
			/\(reason Health checks failed\)/i
		],
		vague: "outer",
		cause: "The connection was refused or reset, or the TLS/protocol did not match.",
		fix: "Check the application listens on containerPort over the target group's protocol (HTTP against HTTPS).",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-not-registered",
		patterns: [/Target\.NotRegistered/, /Target is not registered to the target group/i],
		cause: "The task was never registered or already removed.",
		fix: "Check the service's loadBalancers entry names this target group, container and port.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-not-in-use",
		patterns: [/Target\.NotInUse/, /not configured to receive traffic from the load balancer/i],
		vague: "outer",
		cause: "No listener or rule forwards to this target group, so it is not checked. Usual for the idle group of a blue/green pair.",
		fix: "Forward a listener rule to the group; for blue/green expect this on the idle side only.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-az-not-enabled",
		patterns: [/Availability Zone that is not enabled for the load balancer/i],
		cause: "The task's subnet is in a zone the load balancer does not cover.",
		fix: "Add a subnet of that zone to the load balancer, or keep tasks in its zones.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-draining",
		patterns: [/Target\.DeregistrationInProgress/, /Target deregistration is in progress/i],
		vague: "outer",
		cause: "The target is being drained after a deployment or scale-in.",
		fix: "Wait; shorten deregistration_delay if it slows deployments.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-invalid-state",
		patterns: [/Target\.InvalidState/, /Target is in the (?:stopped|terminated) state/i],
		cause: "The instance behind the target stopped (also: terminated).",
		fix: "Read the stopped reason of the task in the ECS console; an instance's is in EC2 (StateTransitionReason).",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-ip-unusable",
		patterns: [/Target\.IpUnusable/, /IP address cannot be used as a target/i],
		cause: "The address belongs to a load balancer.",
		fix: "Register the task's own address, not a load balancer's.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-health-check-disabled",
		patterns: [/Target\.HealthCheckDisabled/],
		cause: "Health checks are off for this group.",
		fix: "Turn them on; ECS deployments rely on them.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-health-check-disabled",
		strict: true,
		patterns: [/Health checks are disabled/i],
		cause: "Health checks are off for this group.",
		fix: "Turn them on; ECS deployments rely on them.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-elb-internal-error",
		patterns: [/Elb\.InternalError/, /Health checks failed due to an internal error/i],
		cause: "A fault on the load balancer's side.",
		fix: "Wait and retry; contact AWS Support if it persists.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-unhealthy-event",
		patterns: [/is unhealthy in \(target-group/i],
		vague: "symptom",
		cause: "The load balancer calls a task of this service unhealthy; ECS repeats its reason.",
		fix: "Read the text in (reason ...) and the target's health.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-unhealthy-event-messages.html"
	},
	{
		id: "target-code-301",
		patterns: [/Health checks failed with these codes: \[[^\]]*\b30[12378]\b/i],
		cause: "The application redirects the check, most often HTTP to HTTPS (Rails force_ssl, Django SECURE_SSL_REDIRECT) or a trailing slash.",
		fix: "Exempt the health path from the redirect (Rails: config.ssl_options exclude), check the final path, or accept 200,301 in the matcher.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-code-400",
		patterns: [/Health checks failed with these codes: \[[^\]]*\b400\b/i],
		cause: "Host-header check: the load balancer sends the task's IP as Host, and Django's ALLOWED_HOSTS (or another host check) refused it with 400.",
		fix: "Add the task's own IP to ALLOWED_HOSTS at start-up or answer the health path in middleware before the host check.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-code-401",
		patterns: [/Health checks failed with these codes: \[[^\]]*\b401\b/i],
		cause: "The health path {path|} needs a login.",
		fix: "Leave the health path outside authentication.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-code-403",
		patterns: [/Health checks failed with these codes: \[[^\]]*\b403\b/i],
		cause: "Refused: Rails host authorization, a firewall rule or an IP allow-list.",
		fix: "Exclude the health path from host authorization (Rails: config.host_authorization exclude) or from the allow-list.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-code-404",
		patterns: [/Health checks failed with these codes: \[[^\]]*\b404\b/i],
		cause: "The health path {path|} does not exist in the application: it answers 404.",
		fix: "Set the target group's path to one that answers 200 (Rails 7.1+: /up), including any base path.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-code-500",
		patterns: [/Health checks failed with these codes: \[[^\]]*\b500\b/i],
		cause: "The application fails on the health path {path|}, often for lack of database or a variable.",
		fix: "Read the application log at that time; keep the liveness path free of database calls.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-code-502",
		patterns: [/Health checks failed with these codes: \[[^\]]*\b502\b/i],
		cause: "A proxy container is up but the application behind it is not.",
		fix: "Check the upstream's port and start order (dependsOn HEALTHY).",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "target-code-503",
		patterns: [/Health checks failed with these codes: \[[^\]]*\b503\b/i],
		cause: "The application or proxy says at the health path {path|} that it is not ready (503).",
		fix: "Lengthen healthCheckGracePeriodSeconds or point to a liveness path.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	},
	{
		id: "rails-host-blocked",
		where: ["application"],
		patterns: [/HostAuthorization\S*\] Blocked hosts?:/i],
		cause: "Rails refused the check since Host is the task's IP (answers 403).",
		fix: "config.host_authorization = { exclude: ->(r) { r.path == '/up' } } or allow the VPC range in config.hosts.",
		url: "https://guides.rubyonrails.org/configuring.html"
	},
	{
		id: "health-checker-400-log",
		where: ["application"],
		patterns: [/\b400\b[^\n]*ELB-HealthChecker\/2\.0/],
		cause: "The application answers the load balancer's check with 400: it refuses the task's IP as host name.",
		fix: "Allow the task's own IP as a host, or answer the health path before the host check.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"
	}
]);

// packages/domain/lib/diagnosis/failures/application-configuration.js
/** Variables, settings and keys that an application asks for when it starts. */
const APPLICATION_CONFIGURATION = rowsAt(["application"], [
	{
		id: "variable-missing",
		patterns: [
			/\bkey not found: "(?<variable>[A-Z][A-Z0-9_]+)"/,
			/\b(?<variable>[A-Z][A-Z0-9]*_[A-Z0-9_]+) is not set[;,.:] (?:[Pp]lease )?(?:[Aa]dd|[Ss]et|[Pp]rovide|[Dd]efine|[Cc]onfigure|[Ee]xport) /,
			/\bKeyError: ['"](?<variable>[A-Z][A-Z0-9_]{2,})['"]/,
			/\b(?<variable>[A-Z][A-Z0-9_]+) not found\. Declare it as envvar/,
			/\bSet the (?<variable>[A-Z][A-Z0-9_]+) environment variable/,
			/\bEnvironment variable "(?<variable>[A-Z]\w+)" not set/,
			/\b[Ee]nvironment variable not found: ["'`]?(?<variable>[A-Z]\w+)/,
			/\brequired key (?<variable>[A-Z][A-Z0-9_]+) missing value/,
			/\b(?:required )?environment variable ["'`](?<variable>[A-Z]\w+)["'`] (?:is not set|should not be empty)/,
			/\bcould not fetch environment variable "(?<variable>\w+)"/,
			/\b(?:[Mm]issing|[Uu]ndefined|[Uu]nset|[Nn]o|[Rr]equires?|[Nn]eeds?|[Rr]equired|MISSING|REQUIRED)(?: (?:the|required|mandatory|following|these|value for|or empty|or invalid)){0,4} [Ee]nv(?:ironment)?[ _-]?[Vv]ar(?:iable)?s?(?:\(s\))?(?: named| is missing| not set| not found)?[:=]? ?\[?["'`]?(?<variable>[A-Z][A-Z0-9_]+)\b/,
			/\b[Ee]nv(?:ironment)?[ _-]?[Vv]ar(?:iable)?s? ["'`$]{0,2}\{?(?<variable>[A-Z][A-Z0-9_]+)\}?["'`]?,? (?:(?:is|was|has|are) )?(?:not (?:been )?(?:set|defined|found|provided|present|specified|configured|given)|missing|required|undefined|unset|empty|must (?:be|not be) (?:set|defined|provided|specified|empty))/,
			/\b(?<variable>[A-Z][A-Z0-9]*_[A-Z0-9_]+)\b["'`]?(?: env(?:ironment)? var(?:iable)?)? (?:must be (?:set|defined|provided|specified|configured|given|present)|needs to be (?:set|defined|provided)|is (?:a )?required|is mandatory|is missing(?! or invalid)|cannot be (?:empty|null|blank|undefined)|missing (?:from|in) (?:the )?env)/,
			/(?:\b(?:fatal|panic|critical|abort\w{0,10}|fail\w{0,10}|cannot start)|(?:error|exception))\b[^\n]{0,120}?\b(?<variable>(?:[A-Z][A-Z0-9]*_[A-Z0-9_]+))\b["'`]?(?: env(?:ironment)? var(?:iable)?)? (?:(?:is|was|has) )?(?:not (?:been )?(?:set|defined|found|provided|present|specified|configured)|undefined|unset|empty)/i,
			/\b(?<variable>[A-Z][A-Z0-9_]+) (?:is|was|has) not (?:been )?(?:set|defined|provided|configured)[^\n]{0,60}\b(?:exiting|aborting|cannot start|refusing to start|quitting|terminating)/,
			/Missing environment variables:[\s-]{1,6}(?<variable>[A-Z][A-Z0-9_]+)/,
			/Config validation error: "(?<variable>[\w.]+)" is required/,
			/not present in the environment:\s{1,4}(?<variable>[A-Z][A-Z0-9_]+)/,
			/validation errors? for \w{0,60}(?:[Ss]ettings|[Cc]onf\w*|[Ee]nv\w*)\s(?<field>[\w.]{1,80})\s[Ff]ield required/,
			/Could not resolve placeholder '(?<variable>[^'\n]{1,100})' in value/,
			/\bSRCFG000(?:11|14)\b[^\n]{0,80}(?:property )?(?<variable>[\w."-]{2,80}) is required/,
			/(?:^|[\s:])(?<variable>[A-Z_][A-Z0-9_]*): (?:unbound variable|parameter (?:null or )?not set)/,
			/\b(?<variable>[A-Z][A-Z0-9_]+)["'`]?\)?: (?:NotPresent|environment variable not found)/,
			/Undefined (?:array key|index):? "?(?<variable>[A-Z][A-Z0-9_]{2,})\b/,
			/"path": ?\[\s?"(?<variable>[A-Z][A-Z0-9_]+)"\s?\],\s?"message": ?"(?:Required|Invalid input)/,
			/(?:Configuration (?:value|key|setting)|App ?setting|Connection string|Secret) ['"`](?<variable>[\w:.-]+)['"`] (?:is |was )?(?:not (?:set|found|configured|provided)|missing)/,
			/ImproperlyConfigured\(?[:"' ]{1,4}(?<variable>[A-Z][A-Z0-9_]{2,}) (?:missing|is missing|is not set|not set|must be set|is required)/,
			/missing (?:field|configuration field|required field) [`"'](?<field>[a-z][a-z0-9_]{2,60})[`"']/,
			/Err` value: (?:NotPresent|VarError)/,
			/[Mm]issing required configuration keys?: \[?"?(?<variable>[A-Z][A-Z0-9_]+)/,
			/Could not resolve placeholder \$\{(?<variable>[\w.-]{1,100})\}/,
			/^(?:Error: )?missing value for field (?<field>[a-z][a-z0-9_]{1,60})\b/,
			/OptionsValidationException: [^\n]{0,120}members: '(?<variable>[\w:.]{1,100})'[^\n]{0,60}field is required/,
			/Invalid environment variables:? \{ ?(?<variable>[A-Z][A-Z0-9_]+): \[ ?'(?:Required|Invalid input: expected \w+, received undefined)/,
			/config attributes for `[^`\n]{1,120}` are missing or empty: (?<variable>[\w, ]{1,120}?)(?: \(|$)/,
			/field "(?<field>\w{1,80})" is required but the value is not provided/,
			/the return value of "java\.lang\.System\.getenv\(String\)" is null/,
			/Requires env access to "(?<variable>[A-Z]\w{1,80})"/
		],
		cause: "The variable {variable|that the message names} is not set in the container.",
		fix: "Add {variable|it} to the environment or the secrets of the container in the task definition (secrets: for values that nobody may read), and deploy again. Mind upper case and the container's name.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
	},
	{
		id: "variable-invalid",
		patterns: [
			/Invalid environment variables?:?[\s{[]{0,6}["'`]?(?<variable>[A-Z][A-Z0-9_]+)(?!: \[ ?'(?:Required|Invalid input: expected \w{1,20}, received undefined))\b/,
			/\b[Ee]nv(?:ironment)?[ _-]?[Vv]ar(?:iable)? ["'`]?(?<variable>[A-Z][A-Z0-9_]+)["'`]? (?:is |has (?:an )?)invalid/,
			/\binvalid value for (?:env(?:ironment)? var(?:iable)? )?["'`]?(?<variable>[A-Z][A-Z0-9]*_[A-Z0-9_]+)/i,
			/\b(?:parse error on field|error parsing|strconv\.\w+: parsing)[^\n]{0,80}env(?:ironment)? (?:variable )?"?(?<variable>[A-Z][A-Z0-9_]+)/,
			/envconfig\.Process: assigning (?<variable>[A-Z][A-Z0-9_]+) to/
		],
		vague: "kind",
		cause: "The application refuses the value of {variable|a variable}: it is missing, empty or of another type.",
		fix: "Correct {variable|the variable} in the task definition (environment or secrets) to what the message asks for; a secret with a line end or quotes around it counts as another value.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
	},
	{
		id: "settings-refused",
		patterns: [
			/ImproperlyConfigured: (?<reason>[^\n]{1,160})/,
			/OptionsValidationException: (?<reason>[^\n]{1,200})/,
			/Fatal error config file: (?<reason>[^\n]{1,160})|Config File "(?<reason2>[^"\n]{1,80}" Not Found in "[^"\n]{1,160})"/,
			/Failed to bind properties under '(?<reason>[^'\n]{1,120})'/,
			/ConfigurationException: (?<reason>[^\n]{1,160})|Invalid configuration (?:object|file)[:.] ?(?<reason2>[^\n]{0,160})/,
			/yaml: (?<reason>(?:unmarshal errors|line \d+)[^\n]{0,120})|toml: (?<reason2>[^\n]{1,120})/,
			/ConfigurationPropertiesBindException: [^\n]{0,80}bean with name '(?<reason>[^'\n]{1,120})'/,
			/\(KeyError\) key :(?<reason>\w{1,60}) not found in: \[/
		],
		vague: "kind",
		cause: "The application refuses its settings: {reason|the message names which}.",
		fix: "Correct the setting in the image or in the variables of the task definition; a file of settings must be copied into the final stage, in the folder where the program looks.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/taskdef-envfiles.html"
	},
	{
		id: "laravel-app-key-missing",
		patterns: [/No application encryption key has been specified/, /Unsupported cipher or incorrect key length/],
		cause: "APP_KEY is not set, or is no key of the right length.",
		fix: "Create a key (php artisan key:generate --show), store it as a secret and add APP_KEY to the container's secrets. Don't change the key of data that is encrypted already.",
		url: "https://laravel.com/docs/encryption"
	},
	{
		id: "spring-datasource-missing",
		patterns: [
			/Failed to configure a DataSource: 'url' attribute is not specified/,
			/Failed to determine a suitable driver class/,
			/Cannot determine embedded database driver class/
		],
		cause: "SPRING_DATASOURCE_URL (or the profile that sets it) is not set in the task.",
		fix: "Set SPRING_DATASOURCE_URL and its user and password, or SPRING_PROFILES_ACTIVE, in the task definition.",
		url: "https://docs.spring.io/spring-boot/reference/data/sql.html"
	},
	{
		id: "connection-string-malformed",
		patterns: [
			/Format of the initialization string does not conform to specification/,
			/(?:keyword|Couldn't set) '?[\w:/-]+'? not supported|Keyword not supported: '/,
			/invalid (?:connection string|dsn|DSN|database url|connection URI)\b/i,
			/(?:Could not parse (?:SQLAlchemy|rfc1738) URL|Could not parse rfc1738 URL from string)/,
			/invalid integer value "[^"\n]*" for connection option "port"/,
			/missing "=" after "[^"\n]*" in connection info string/,
			/invalid dsn: /i,
			/(?:TypeError|TypeError \[ERR_INVALID_URL\]|ERR_INVALID_URL)[^\n]{0,20}: ?(?:Invalid URL)/,
			/\bThe provided database string is invalid|the URL must start with the protocol/i,
			/\bparse "[^"\n]{0,20}[^"\n]*": (?:invalid port|first path segment in URL cannot contain colon|net\/url: invalid userinfo)/,
			/MongoParseError: Invalid (?:scheme|connection string)/,
			/Driver \S+ claims to not accept jdbcUrl/,
			/No suitable driver(?: found for)?/,
			/Host can't be null|Invalid connection string/
		],
		cause: "The connection string or address is malformed: another form than the driver reads, quotes or blanks around it, a password whose special characters are not URL-encoded, or an empty variable.",
		fix: "Print the form (not the value) that the driver documents, and correct the variable or secret. URL-encode the password; store the value without quotes or a line end.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
	},
	{
		id: "connection-string-missing",
		patterns: [
			/The ConnectionString property has not been initialized/,
			/Value cannot be null\. \(Parameter 'connectionString'\)/,
			/Host can't be null/,
			/\bNo database (?:URL|url|connection string) (?:was )?(?:set|given|configured|provided|specified)/,
			/ActiveRecord::AdapterNotSpecified|database configuration does not specify adapter/,
			/Dialect needs to be explicitly supplied/,
			/[Kk]nex: Required configuration option 'client' is missing/,
			/Unable to connect to the database\. Configure the url, user and password/
		],
		cause: "The application got no connection string: its variable or configuration section is absent in the container.",
		fix: "Set it in the task definition (for .NET as ConnectionStrings__NAME), from a secret, and deploy again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
	},
	{
		id: "session-secret-missing",
		patterns: [
			/\[NO_SECRET\]|MissingSecret: /,
			/secretOrPrivateKey must have a value|JwtStrategy requires a secret or key/,
			/secret option required for sessions/,
			/\bsecret_key_base\b[^\n]{0,40}(?:must be|can't be|is too short|cannot be)/i,
			/cookie store expects conn\.secret_key_base/,
			/Missing (?<variable>[\w.]{1,60}secret) configuration|The SecretOrKey is required by JwtStrategy/
		],
		cause: "The key that signs sessions or tokens is not set, or is too short.",
		fix: "Create a long random value, store it as a secret and add it to the container's secrets under the name that the framework reads.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
	},
	{
		id: "aws-region-missing-in-app",
		patterns: [
			/botocore\.exceptions\.NoRegionError|You must specify a region/,
			/\bConfigError: Missing region in config/,
			/MissingRegion: could not find region configuration/,
			/Unable to (?:load|find) a? ?region (?:from|via) any/i,
			/No RegionEndpoint or ServiceURL configured/,
			/Aws::Errors::MissingRegionError/,
			/Error: Region is missing/
		],
		cause: "The application's AWS SDK knows no region: ECS sets none for it on EC2, and AWS_REGION is absent or empty.",
		fix: "Set AWS_REGION (and AWS_DEFAULT_REGION for older SDKs) in the environment of the container.",
		url: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html"
	},
	{
		id: "aws-credentials-missing-in-app",
		patterns: [
			/Unable to locate credentials/,
			/NoCredentialProviders: no valid providers in chain/,
			/CredentialsProviderError: Could not load credentials/,
			/failed to refresh cached credentials|no EC2 IMDS role found/,
			/Unable to load (?:AWS )?credentials from any (?:of the )?provider/,
			/Aws::Errors::MissingCredentialsError/,
			/Failed to (?:get|resolve) AWS [Cc]redentials|Unable to get IAM security credentials/,
			/CredentialsError: Missing credentials in config/,
			/Error retrieving credentials from the instance profile metadata service/,
			/(?:security token included in the request is expired|\bExpiredToken(?:Exception)?: )/
		],
		cause: "The application has no valid AWS credentials: the task definition has no task role, the process lost AWS_CONTAINER_CREDENTIALS_RELATIVE_URI from its environment, or keys in its variables have expired.",
		fix: "Set taskRoleArn in the task definition (the execution role does not count for the application), and start the program with the container's environment (sudo, su and cron drop it). Remove AWS_ACCESS_KEY_ID and its like from the variables: they go before the role.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"
	},
	{
		id: "task-role-lacks-action",
		patterns: [
			/assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: "?(?<resource>arn:[^\s",]{1,300}|[^\s",]{1,200}))?/,
			/is not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: "?(?<resource>[^\s",]{1,300}))?/,
			/\((?:AccessDenied|AccessDeniedException)\) when calling the (?<operation>\w+) operation/,
			/operation error (?<service>[\w ]{1,40}): (?<action>\w{1,60}), https response error StatusCode: 403\b[^\n]{0,200}(?:AccessDenied|not authorized)/,
			/(?:AmazonS3Exception|S3Exception|Aws::S3::Errors::AccessDenied|S3ServiceException)[^\n]{0,60}(?:Access Denied|AccessDenied)/
		],
		cause: "The application called AWS and was refused: task role {role|of the task definition} does not allow {action|the call}.",
		fix: "Allow {action|the action} on {resource|the resource} in a policy of task role {role|of the task definition} (taskRoleArn; the execution role does not count for the application).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"
	},
	{
		id: "aws-resource-missing-in-app",
		patterns: [
			/\b(?:AWS\.SimpleQueueService\.NonExistentQueue|QueueDoesNotExist|The specified queue does not exist)/,
			/\bNoSuchBucket\b|The specified bucket does not exist/,
			/\(ResourceNotFoundException\) when calling the (?<operation>\w+) operation/,
			/\bResourceNotFoundException: (?:Requested resource not found|Secrets Manager can't find)/,
			/\bParameterNotFound\b/
		],
		cause: "A resource of AWS that the application uses (queue, bucket, table, secret, parameter) does not exist in its account and region, or its name is wrong.",
		fix: "Correct the name in the container's variables, check AWS_REGION, or create the resource before the deployment.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
	}
]);

// packages/domain/lib/diagnosis/failures/application-network.js
/** An application does not reach a server: a database, a cache, a queue, another service. */
const APPLICATION_NETWORK = rowsAt(["application"], [
	{
		id: "connection-refused",
		patterns: [
			/\[Errno 111\] Connect call failed \('(?<host>[\w.:-]{1,60})', (?<port>\d{2,5})/,
			/Error connecting to Redis on (?<host>[\w.-]+):(?<port>\d{2,5}) \(Errno::ECONNREFUSED\)/,
			/\bECONNREFUSED:? (?<host>[\w.-]+|\[?[\da-f:]+\]?):(?<port>\d{2,5})/,
			/dial tcp (?:[\w.-]+ \()?(?<host>[\w.-]+|\[[\da-f:]+\]):(?<port>\d{2,5})\)?:? connect: connection refused/,
			/Connection to (?<host>[\w.-]+):(?<port>\d{2,5}) refused/,
			/(?:Connection refused|connect\(\) failed)[^\n]{0,40}(?:connect\(2\) for|to|at|host|for) "?(?<host>[\w.-]+)"?(?: port |:)(?<port>\d{2,5})/i,
			/connect\(\) failed \(111: Connection refused\) while connecting to upstream[^\n]{0,200}upstream: "\w+:\/\/(?<host>[\w.-]+):(?<port>\d{2,5})/,
			/\bError (?:111|61|10061) connecting to (?<host>[\w.-]+):(?<port>\d{2,5})\. Connection refused/,
			/(?<host>[\w.-]+):(?<port>\d{2,5})[^\n]{0,60}(?:Connection refused|ECONNREFUSED|actively refused)/,
			/Connection refused: (?:no further information: )?(?:getsockopt: )?\/?(?<host>[\w.-]+)[:/](?<port>\d{2,5})/,
			/Can't connect to (?:MySQL|MariaDB|local MySQL) server on '(?<host>[^'\n]+?)(?::(?<port>\d+))?' \((?:111|61|10061)\b/,
			/SQLSTATE\[HY000\] \[2002\] Connection refused/,
			/SQLSTATE\[08006\] [7\][^\n]{0,120}Connection refused/,
			/connect ECONNREFUSED\b/,
			/\bConnectionRefusedError\b|\bErrno::ECONNREFUSED\b|java\.net\.ConnectException: Connection refused|\(os error 111\)|\bConnection refused$/,
			/RedisException: Connection refused|Predis\\Connection\\ConnectionException[^\n]{0,40}Connection refused/,
			/MongoNetworkError: connect ECONNREFUSED/,
			/\bAMQPConnectionError\b|AMQP connection[^\n]{0,40}refused/,
			/System\.Net\.Sockets\.SocketException \(111\)|No connection could be made because the target machine actively refused it/,
			/could not connect to server: Connection refused[^\n]{0,200}?host "(?<host>[\w.-]+)"[^\n]{0,60}port (?<port>\d+)/,
			/Failed to establish a new connection: \[Errno 111\]/,
			/HTTPS?ConnectionPool\(host='(?<host>[\w.-]{1,200})', port=(?<port>\d+)\)[^\n]{0,300}Connection refused/,
			/ORA-12541: [^\n]{0,60}host (?<host>[\w.-]{1,120}) port (?<port>\d{2,5})|ORA-12541\b/
		],
		vague: "kind",
		cause: "Nothing listens at {address|the address that the message names} {known|}: the host is wrong (localhost is the container itself, a name from Docker Compose means nothing on ECS), its port is, or the server is not up.",
		fix: "Set host and port of {service|the server} in the container's variables to its real endpoint (RDS, ElastiCache, Service Connect), and see that it is available. Containers of one awsvpc task reach each other at 127.0.0.1.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "connection-timed-out",
		patterns: [
			/Error connecting to Redis on (?<host>[\w.-]+):(?<port>\d{2,5}) \(Redis::TimeoutError\)/,
			/\[Errno 1(?:10|13)\] Connect call failed \('(?<host>[\w.:-]{1,60})', (?<port>\d{2,5})/,
			/Can't connect to (?:MySQL|MariaDB) server on '(?<host>[^'\n]+?)(?::(?<port>\d+))?' \(timed out\)/,
			/\bE?TIMEDOUT:? (?<host>[\w.-]+|\[?[\da-f:]+\]?):(?<port>\d{2,5})/,
			/dial tcp (?:[\w.-]+ \()?(?<host>[\w.-]+|\[[\da-f:]+\]):(?<port>\d{2,5})\)?:? (?:connect: connection timed out|i\/o timeout)/,
			/Can't connect to (?:MySQL|MariaDB) server on '(?<host>[^'\n]+?)(?::(?<port>\d+))?' \((?:110|60|10060)\b/,
			/\bError (?:110|60) connecting to (?<host>[\w.-]+):(?<port>\d{2,5})/,
			/Timeout connecting to server|Timeout reading from (?<host>[\w.-]+):(?<port>\d+)/,
			/(?:Connection|Operation|connect) timed out[^\n]{0,40}(?:to|at|host|for) "?\/?(?<host>[\w.-]+)"?(?: port |:)(?<port>\d{2,5})/i,
			/connection to server at "(?<host>[^"\n]+)"[^\n]{0,60}port (?<port>\d+) failed: (?:Connection|Operation) timed out/,
			/MongoServerSelectionError: (?:connection timed out|connection <monitor>|Server selection timed out|connect ETIMEDOUT)/,
			/ServerSelectionTimeoutError: /,
			/MongooseServerSelectionError: /,
			/MongooseError: Operation `[^`\n]+` buffering timed out/,
			/java\.net\.SocketTimeoutException: [Cc]onnect timed out/,
			/ConnectTimeoutError|Connection\.connect.{0,20}timed out|connect timeout=/,
			/SequelizeConnection(?:Acquire)?(?:TimedOut)?Error: (?:connect )?ETIMEDOUT/,
			/\bETIMEDOUT\b[^\n]{0,20}$/,
			/\(os error 110\)|Errno::ETIMEDOUT|TimeoutError: \[Errno 110\]/,
			/timeout expired[^\n]{0,20}$|Connection terminated due to connection timeout/,
			/no route to host|EHOSTUNREACH (?<host2>[\w.-]+):(?<port2>\d+)/i,
			/Communications link failure/,
			/Can't connect to (?:MySQL|MariaDB) server on '(?<host>[^'\n]+?)(?::(?<port>\d+))?' \(115\b/,
			/Failed to connect to (?<host>[\w.-]+):(?<port>\d{2,5})[\s\S]{0,80}?(?:TimeoutException|timed out|Timeout)/,
			/A network-related or instance-specific error occurred while establishing a connection to SQL Server/,
			/\bConnectTimeoutError: |ReadTimeoutError: HTTPSConnectionPool\(host='(?<host>[\w.-]{1,200})', port=(?<port>\d+)\)/,
			/UND_ERR_CONNECT_TIMEOUT|Connect Timeout Error/,
			/Connection timeout: failed to create socket after \d+ms|Net::(?:Open|Read)Timeout\b|ORA-12170\b/
		],
		vague: "kind",
		cause: "The packets to {address|the server} {known|} get no answer: its security group does not admit the task, or there is no route (another VPC, no NAT for a host on the internet, an allow list).",
		fix: "Allow the task's security group in the security group of {service|the server} at port {port|number of its own}, run in its VPC, and use its private address. For a host on the internet give the subnet a NAT gateway, or the task a public address.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "host-unresolved",
		patterns: [
			/getaddrinfo (?:ENOTFOUND|EAI_AGAIN) "?(?<host>[\w.-]+)/,
			/lookup (?<host>[\w.-]+)(?: on [\w.:[\]]+)?: (?:no such host|server misbehaving|i\/o timeout|Temporary failure)/,
			/Unknown MySQL server host '(?<host>[^'\n]+)'/,
			/UnknownHostException: (?<host>[\w.-]+)/,
			/could not translate host name "(?<host>[^"\n]+)" to address/,
			/(?:Name or service not known|Temporary failure in name resolution|nodename nor servname provided|Name does not resolve|Try again$)/,
			/Failed to resolve '?(?<host>[\w.-]+)'?|host not found in upstream "(?<host2>[\w.:-]+)"/,
			/Could not resolve host:? "?(?<host>[\w.-]+)/,
			/getaddrinfo(?: for (?<host>[\w.-]+))? failed/,
			/socket\.gaierror|Socket::ResolutionError|SocketError[^\n]{0,60}getaddrinfo/,
			/failed to lookup address information/,
			/nxdomain\b/,
			/The remote name could not be resolved: '(?<host>[^'\n]+)'|No such host is known/,
			/No resolvable bootstrap urls given in bootstrap\.servers/,
			/lookup (?<host>[\w.-]+)(?: on [\w.:[\]]+)?: (?:read|write|dial) udp\b/,
			/HttpRequestException: Resource temporarily unavailable \((?<host>[\w.-]{1,160}):(?<port>\d{2,5})\)/
		],
		vague: "kind",
		cause: "The name {host|of the server} does not resolve: it is mistyped, holds a scheme or port, is a name from Docker Compose, or the VPC's DNS or private zone does not know it.",
		fix: "Set the variable to the bare endpoint name of the server; turn on enableDnsSupport and enableDnsHostnames in the VPC; on ECS use Service Connect, service discovery or 127.0.0.1 in place of a Compose name.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "connection-reset",
		patterns: [
			/\bError: (?:read|write) ECONNRESET|ConnectionResetError|java\.net\.SocketException: Connection reset|(?:Errno|os error|Error) 104\b/,
			/server closed the connection unexpectedly/,
			/Connection terminated unexpectedly|Lost connection to (?:MySQL )?server (?:at|during)/,
			/MySQL server has gone away|PG::ConnectionBad: PQconsumeInput/,
			/SSL connection has been closed unexpectedly|EOFException: Can not read response from server/,
			/terminating connection due to administrator command|PG::AdminShutdown/,
			/SocketClosedUnexpectedlyError|Connection is closed\.$|Connection lost: The server closed the connection/
		],
		vague: "kind",
		cause: "The server closed the connection: it restarts or fails over, refuses the client's TLS, or reached a limit.",
		fix: "See the server's events and log at that time (RDS failover, maintenance), whether it asks for TLS, and whether its connections are used up; then run again.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "tls-certificate-untrusted",
		patterns: [
			/x509: certificate signed by unknown authority/,
			/x509: certificate is valid for [^\n]{1,200}, not (?<host>[\w.*-]+)/,
			/\b(?:SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?)\b/,
			/self[- ]signed certificate(?: in certificate chain)?/,
			/unable to (?:verify the first certificate|get local issuer certificate)/,
			/CERTIFICATE_VERIFY_FAILED|certificate verify failed/,
			/PKIX path (?:building|validation) failed/,
			/root certificate file "[^"\n]*" does not exist/,
			/The remote certificate (?:is invalid|was rejected)/,
			/invalid peer certificate|UnknownIssuer/,
			/\bERR_TLS_CERT_ALTNAME_INVALID\b|Hostname\/IP does not match certificate/,
			/certificate has expired|x509: certificate has expired/
		],
		cause: "The program does not trust the server's certificate: the image has no CA certificates (scratch, distroless, slim), the RDS bundle is not in it, or the name or date does not fit.",
		fix: "Install ca-certificates in the final stage of the image. For RDS add its CA bundle (global-bundle.pem) and name it in the connection (sslrootcert, ssl.ca); connect by the endpoint's own name.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html"
	},
	{
		id: "tls-not-offered",
		patterns: [
			/pq: SSL is not enabled on the server|The server does not support SSL connections|server does not support SSL/,
			/SSL connection is required|Connections using insecure transport are prohibited/,
			/Server at "[^"\n]*"[^\n]{0,40}does not support SSL/,
			/tls: first record does not look like a TLS handshake|wrong version number|EPROTO\b/,
			/Unsupported or unrecognized SSL message/,
			/no pg_hba\.conf entry for host "?(?<host>[\w.:]+)"?, user "(?<user>[^"\n]+)", database "(?<database>[^"\n]+)"(?:, (?:no encryption|SSL off))?/
		],
		cause: "Client and server disagree about TLS: one demands it and the other does not speak it on this port, or the server admits no such client.",
		fix: "Set sslmode (PostgreSQL), ssl-mode (MySQL), rediss:// (Redis with encryption in transit) or https:// to what the server offers; RDS PostgreSQL 15 and later demands TLS (rds.force_ssl).",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "redis-needs-password",
		patterns: [
			/\bNOAUTH Authentication required\b/,
			/\bWRONGPASS\b|ERR invalid password|ERR AUTH <password> called without any password configured/,
			/NOAUTH HELLO must be called|invalid username-password pair or user is disabled|ERR AUTH failed/
		],
		cause: "Redis refuses the login: no password was given, a wrong one, or one that the server does not have.",
		fix: "Take the current AUTH token or user of the cache (ElastiCache) into the URL, with rediss:// where encryption in transit is on; start new tasks after it was rotated.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "redis-cluster-redirect",
		patterns: [/\bMOVED \d+ [\w.-]+:\d+|\bCROSSSLOT\b|READONLY You can't write against a read only replica/],
		cause: "The client speaks to a Redis cluster as to a single server, or writes to a replica.",
		fix: "Use the client's cluster mode with the configuration endpoint, or the primary endpoint of the replication group.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "mongo-auth-failed",
		patterns: [/MongoServerError: (?:bad auth|Authentication failed)|AuthenticationFailed\b[^\n]{0,40}SCRAM|bad auth : [Aa]uthentication failed/],
		cause: "MongoDB refuses user or password, or the user lives in another database (authSource).",
		fix: "Take the current secret, URL-encode the password, and set authSource=admin where the user was created there.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "amqp-login-refused",
		patterns: [/ACCESS_REFUSED - Login was refused|ACCESS_REFUSED\b[^\n]{0,80}(?:PLAIN|authentication)|username or password not allowed/],
		cause: "RabbitMQ refuses user, password or virtual host.",
		fix: "Take the current secret into the AMQP URL; Amazon MQ wants amqps:// at port 5671.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "kafka-unreachable",
		patterns: [
			/KafkaJSNumberOfRetriesExceeded|Connection to node -?\d+ [^\n]{0,80}could not be established|NoBrokersAvailable|Local: Broker transport failure|Bootstrap broker [^\n]{0,80}disconnected/,
			/SaslAuthenticationException|SASL authentication failed|TopicAuthorizationException/,
			/org\.apache\.kafka\.common\.errors\.(?:TimeoutException|BrokerNotAvailableException|SecurityDisabledException): (?:Timed out|Failed to update metadata|Topic)[^\n]{0,120}/,
			/kafka\.errors\.\w+|KafkaJSConnectionError|KafkaConnectionError/
		],
		vague: "kind",
		cause: "The Kafka brokers can't be reached or refuse the login.",
		fix: "Check the bootstrap addresses and their port (9092 plain, 9094 TLS, 9098 IAM), the security group of the cluster, and the credentials or the task role's kafka-cluster actions.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "pool-exhausted",
		patterns: [
			/HikariPool-\d+ - Connection is not available, request timed out after (?<wait>\d+) ?ms/,
			/QueuePool limit of size \d+ overflow \d+ reached/,
			/could not obtain a (?:database )?connection (?:from the pool )?within (?<wait>[\d.]+) seconds/,
			/Timed out fetching a new connection from the connection pool/,
			/TimeoutError: Knex: Timeout acquiring a connection|SequelizeConnectionAcquireTimeoutError|ResourceRequest timed out/,
			/Timeout expired\. The timeout period elapsed prior to obtaining a connection from the pool/,
			/timeout exceeded when trying to connect/,
			/^Error: PoolTimedOut\b/,
			/connection not available and request was dropped from queue after \d+ms/
		],
		vague: "kind",
		cause: "No connection came free in the pool: the database can't be reached, or all connections are in use.",
		fix: "See first whether the database answers at all (security group, endpoint). If it does, end long transactions, and match the pool's size with the database's max_connections: blue and green tasks hold connections together.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "connection-failed",
		patterns: [
			/RedisConnectionException: Unable to connect to (?<host>[\w.-]+)(?:\/<unresolved>|\/[\d.]+)?:(?<port>\d{2,5})/,
			/UnableToConnect on (?<host>[\w.-]+):(?<port>\d{2,5})|It was not possible to connect to the redis server/,
			/TCPConnectionFailed(?:ForAllHosts)?\b|Could not establish TCP connection to any of the configured hosts/,
			/Unable to connect to any of the specified MySQL hosts|BrokerUnreachableException/,
			/Connection could not be established with host "?(?:\w+:\/\/)?(?<host>[\w.-]+):(?<port>\d{2,5})/,
			/(?:NoHostAvailableException|No nodes? available|NoNodeAvailable\w*: |All host\(s\) tried for query failed|no alive nodes found in your cluster)/i,
			/kombu\.exceptions\.OperationalError|consumer: Cannot connect to (?<service>\w+):\/\/(?:[^@\s]{0,80}@)?(?<host>[\w.-]+):(?<port>\d{2,5})/,
			/^Error establishing a database connection/,
			/PoolInitializationException: Failed to initialize pool: The connection attempt failed/
		],
		vague: "outer",
		cause: "The program could not connect to {address|the server that the message names} {known|}; the message does not say whether the name, the port or the network is wrong.",
		fix: "Check in this order that host and port are the server's endpoint, that its security group admits the task's security group at that port, that both are in one VPC, and that TLS is on at both ends or at none.",
		url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/TroubleshootingConnections.html"
	}
]);

// packages/domain/lib/diagnosis/failures/application-start.js
/** A program does not start, or ends: ports, modules, files, rights, memory, servers. */
const APPLICATION_START = rowsAt(["application"], [
	{
		id: "port-in-use",
		patterns: [
			/\bEADDRINUSE\b[^\n]{0,60}?:(?<port>\d{2,5})\b/,
			/Port (?<port>\d{2,5}) (?:was|is) already in use/,
			/bind\(\) to [\d.[\]:a-z*]{1,60}:(?<port>\d{2,5}) failed \((?:98|48)/,
			/listen tcp [\w.[\]:]{0,60}:(?<port>\d{2,5}): bind: address already in use/,
			/Address already in use[^\n]{0,60}bind\(2\) for "?[\w.:]{1,60}"? port (?<port>\d{2,5})/,
			/Failed to bind to address https?:\/\/[\w.[\]:]{1,60}:(?<port>\d{2,5}): address already in use/,
			/\[Errno (?:98|48)\][^\n]{0,80}\('[\d.:]{1,60}', (?<port>\d{2,5})\)/,
			/Connection in use: \('[\d.:]{1,60}', (?<port>\d{2,5})\)/,
			/(?:java\.net\.BindException: Address already in use|AddrInUse|\[Errno 98\] Address already in use|address already in use|Address already in use)/
		],
		cause: "The port {port|that the program listens on} is taken by another process of the task: with awsvpc all containers of a task share one network, and a program may start its server twice.",
		fix: "Give each container of the task a port of its own (PORT, --port, listen), and correct containerPort and the target group of the one that changes.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "port-forbidden",
		patterns: [
			/listen EACCES:? (?:permission denied )?[\w.[\]:]{0,60}:(?<port>\d{1,4})\b/,
			/bind\(\) to [\d.[\]:a-z*]{1,60}:(?<port>\d{1,4}) failed \(13: Permission denied\)/,
			/listen tcp [\w.[\]:]{0,60}:(?<port>\d{1,4}): bind: permission denied/,
			/Permission denied[^\n]{0,40}bind\(2\) for "?[\w.:]{1,60}"? port (?<port>\d{1,4})/,
			/Permission denied: AH00072: make_sock: could not bind to address [\w.[\]:]{1,60}:(?<port>\d{1,4})/,
			/SocketException \((?:10013|13)\): Permission denied/,
			/java\.net\.(?:Bind|Socket)Exception: Permission denied/,
			/Unable to bind to https?:\/\/[\w.*[\]:]{1,60}:(?<port>\d{1,4})\b[^\n]{0,40}(?:EACCES|denied)/
		],
		cause: "The container's user is not root and may not listen on {port|a port below 1024}.",
		fix: "Listen on a port above 1023 (8080; ASPNETCORE_HTTP_PORTS, PORT, listen), and change containerPort and the target group to it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "listen-address-unknown",
		patterns: [
			/\[Errno 99\][^\n]{0,80}\('(?<address>[\w.:-]{1,60})', (?<port>\d{2,5})\)/,
			/EADDRNOTAVAIL\b[^\n]{0,40}? (?<address>[\w.-]{1,80}):(?<port>\d{2,5})/,
			/listen tcp (?<address>[\w.[\]:-]{1,80}): bind: cannot assign requested address/,
			/bind\(\) to (?<address>\S{1,80}) failed \(99: |Cannot assign requested address[^\n]{0,40}(?:bind|JVM_Bind)/
		],
		cause: "The program listens on {address|an address} that no interface of the task has.",
		fix: "Listen on 0.0.0.0 (or [::]); a public name or the address of the load balancer is never that of the task.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html"
	},
	{
		id: "module-missing",
		where: ["application", "build"],
		patterns: [
			/Cannot find (?:module|package) '(?<module>[^'\n]{1,300})'/,
			/\bERR_MODULE_NOT_FOUND\b/,
			/cannot load such file -- (?<module>[^\s(]{1,200})/,
			/ImportError: cannot import name '(?<name>[^'\n]{1,120})' from (?:partially initialized module )?'(?<module>[^'\n]{1,200})'/,
			/ImportError: No module named (?<module>[\w.]{1,120})/,
			/java\.lang\.(?:ClassNotFoundException|NoClassDefFoundError|NoSuchMethodError): (?<module>[\w.$/]{1,200})/,
			/Error: Could not find or load main class (?<module>[\w.$/]{1,200})/,
			/Unable to access jarfile (?<module>\S{1,200})|no main manifest attribute, in (?<module2>\S{1,200})/,
			/Class "(?<module>[\w\\]{1,200})" not found/,
			/Failed opening required '(?<module>[^'\n]{1,200})'|require\((?<module2>[\w./-]{1,200})\): [Ff]ailed to open stream/,
			/Could not find (?:gem )?'?(?<module>[\w-]{1,80})(?:-\d[\w.]*|' \([^)\n]{0,60}\))? in (?:any of the sources|locally installed gems|rubygems repository)/,
			/Bundler::GemNotFound|bundler: command not found: (?<module>[\w-]{1,80})/,
			/Could not load file or assembly '(?<module>[^'\n,]{1,200})/,
			/The (?:application|specified framework) '(?<module>[^'\n]{1,120})'[^\n]{0,60}(?:was not found|does not exist)/,
			/You must install or update \.NET to run this application/,
			/error:0308010C:digital envelope routines::unsupported/,
			/\berror: could not open '(?<module>[^'\n]{1,200})'|can't open file '(?<module2>[^'\n]{1,200})': \[Errno 2\]/,
			/Could not find a production build in the '(?<module>[^'\n]{1,120})' directory/,
			/No such application: |is not a (?:registered|known) (?:module|application)/,
			/NoSuchModuleError: Can't load plugin: (?<module>[\w.:]{1,120})/,
			/Failed to spawn: `(?<module>[^`\n]{1,120})`/,
			/Could not find (?<module>[\w.-]{1,80}-\d[\w.]{0,20})(?:, [\w.-]{1,80}){1,40} in locally installed gems/,
			/Cannot find package "(?<module>[^"\n]{1,200})" from/,
			/It was not possible to find any compatible framework version/,
			/Could not find '(?<module>[\w-]{1,80})' \([^)\n]{1,60}\) required by your/
		],
		cause: "{module|A module} is not in the image, or not in a version that fits: it is a development dependency, was not copied or built into the final stage, or the working folder is another one.",
		fix: "Add {module|it} to the production dependencies with a locked version, copy the build's output into the final stage, and check WORKDIR and the command. Start the image locally with the same command.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "native-library-missing",
		patterns: [
			/error while loading shared libraries: (?<library>[\w.+-]{1,120}): cannot open shared object file/,
			/(?:ImportError|OSError|LoadError|UnsatisfiedLinkError)[^\n]{0,200}?(?<library>lib[\w.+-]{1,100}\.so[\w.]{0,20})[^\n]{0,40}(?:cannot open shared object file|No such file|not found)/,
			/Error loading shared library (?<library>[\w.+-]{1,120}): No such file/,
			/Unable to load shared library '(?<library>[^'\n]{1,120})'/,
			/Could not find a JavaScript runtime/,
			/Couldn't find a valid ICU package/,
			/libvips|Could not load the "sharp" module using the (?<platform>\S{1,40}) runtime/,
			/\b(?<library>libgdiplus|libpq|libssl)\b[^\n]{0,40}(?:not found|missing)/
		],
		cause: "The library {library|that the program needs} is not in the final image (slim, Alpine and distroless hold few).",
		fix: "Install the package that holds {library|it} in the final stage (for libpq.so.5: libpq5 on Debian, libpq on Alpine; for ExecJS: nodejs), or build on the same base image as the final stage.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "glibc-too-old",
		patterns: [
			/version `(?<version>(?:GLIBC|GLIBCXX|CXXABI)_[\d.]+)' not found/,
			/Error relocating [^\n:]{1,200}: (?<version>\S{1,80}): symbol not found/,
			/requires glibc|invalid ELF header|wrong ELF class/
		],
		cause: "The program was built against another or newer C library ({version|glibc}) than the final image has (older Debian, or Alpine's musl).",
		fix: "Build in the same base image and version as the final stage; for Go set CGO_ENABLED=0; rebuild node_modules and wheels inside the image.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "java-class-version",
		patterns: [
			/has been compiled by a more recent version of the Java Runtime \(class file version (?<version>[\d.]+)\)/,
			/UnsupportedClassVersionError/,
			/Unrecognized (?:VM )?option '?(?<version>[^'\s]{1,80})|Could not create the Java Virtual Machine/
		],
		cause: "The image's Java is older than the one that compiled the classes (class file version {version|of the message}; 61 is Java 17, 65 is Java 21), or does not know an option.",
		fix: "Use the same or a newer JRE in the final stage than in the build, or compile with --release of the older one.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "runtime-syntax-too-new",
		patterns: [
			/^SyntaxError: (?:Unexpected (?:token|identifier|end of|reserved word)|Invalid or unexpected|Cannot use import statement outside a module|invalid syntax|await is only valid)/,
			/ERR_REQUIRE_ESM|ERR_UNKNOWN_FILE_EXTENSION|ERR_UNSUPPORTED_DIR_IMPORT/,
			/ReferenceError: (?:require|module|exports|__dirname) is not defined in ES module scope/,
			/IndentationError: |Parse error: syntax error|syntax error, unexpected/,
			/Dynamic require of "[^"\n]{1,120}" is not supported/
		],
		vague: "kind",
		cause: "The program's code does not load in this runtime: a syntax error, a newer syntax than the image's version knows, or modules of another kind (CommonJS against ES modules).",
		fix: "Use the version of the runtime that the code is made for in the FROM line, run the build's output rather than the sources, and set type and module in package.json.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "out-of-memory-java",
		patterns: [/java\.lang\.OutOfMemoryError: (?<kind>Java heap space|GC overhead limit exceeded|Metaspace|unable to create (?:new )?native thread|Direct buffer memory|Requested array size)/, /Terminating due to java\.lang\.OutOfMemoryError|There is insufficient memory for the Java Runtime Environment/],
		cause: "The JVM ran out of memory: {kind|its heap or the task's memory is too small}.",
		fix: "Set -XX:MaxRAMPercentage=75 (or -Xmx) and raise the task's memory to a valid Fargate pair; take a heap dump if it grows without end.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "out-of-memory-node",
		patterns: [/JavaScript heap out of memory/, /FATAL ERROR: [^\n]{0,120}Allocation failed/],
		cause: "Node.js reached its heap limit while the application ran.",
		fix: "Set NODE_OPTIONS=--max-old-space-size to about 75 % of the task's memory (in MiB), raise the memory, and look for a leak.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "out-of-memory-kernel",
		patterns: [
			/Memory cgroup out of memory: Killed process \d+ \((?<process>[^)\n]{1,80})\)/,
			/Out of memory: Killed process|oom-kill:|oom_reaper/,
			/^MemoryError\b|runtime: out of memory|Allowed memory size of (?<limit>\d+) bytes exhausted|System\.OutOfMemoryException|failed to allocate memory \(NoMemoryError\)|fatal error: out of memory|Cannot allocate memory/,
			/^(?:\S{1,80}: line \d+: +\d+ )?Killed\b(?: {1,4}\S[^\n]{0,120})?$/
		],
		cause: "The container's memory ran out ({process|a process of it} was killed or could not allocate).",
		fix: "Raise the memory of the container and the task to a valid Fargate pair, run fewer workers, and look at the memory graph for a leak.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "worker-killed",
		patterns: [
			/Worker \(pid: ?(?<pid>\d+)\) was sent SIGKILL!(?: Perhaps out of memory\?)?/,
			/WORKER TIMEOUT \(pid: ?(?<pid>\d+)\)/,
			/uWSGI worker \d+ died, killed by signal 9|DAMN ! worker \d+ \(pid: \d+\) died, killed by signal 9/,
			/out of workers|server reached (?:pm\.)?max_children/
		],
		vague: "kind",
		cause: "The server's worker was killed: it ran longer than the worker timeout, or the memory ran out.",
		fix: "Compare with the task's memory graph. Memory: raise it, or run fewer workers. Timeout: raise it (gunicorn --timeout), and find the slow request or start-up.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "server-application-not-found",
		patterns: [
			/Failed to find attribute '(?<name>[^'\n]{1,80})' in '(?<module>[^'\n]{1,120})'/,
			/Error loading ASGI app\. (?:Could not import module|Attribute) "(?<module>[^"\n]{1,120})"/,
			/Failed to parse '(?<name>[^'\n]{1,80})' as an attribute name|Error: Could not import '(?<module>[^'\n]{1,120})'|No Flask application or factory found|Failed to find Flask application/,
			/unable to load app 0 \(mountpoint=''\)|no python application found/,
			/configuration .{0,60}config\.ru not found|config\.ru not found/,
			/\*\*\* no app loaded\. going in full dynamic mode/
		],
		cause: "The server does not find the application {name|that its command names} in {module|the module}.",
		fix: "Correct module and object in the command (gunicorn MODULE:OBJECT, uvicorn MODULE:OBJECT, FLASK_APP), and WORKDIR.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "server-worker-failed",
		patterns: [
			/Worker failed to boot|HaltServer: <HaltServer|Unable to load application|cluster worker .{0,40}failed to (?:start|boot)/,
			/Application startup failed\. Exiting|Application run failed|APPLICATION FAILED TO START|The application failed to start/,
			/Shutting down: Master|BeanCreationException: Error creating bean with name '(?<bean>[^'\n]{1,120})'/,
			/UnsatisfiedDependencyException|Failed to start bean '(?<bean>[^'\n]{1,120})'|ApplicationContextException: /,
			/Kernel pid terminated|Application \w+ exited: |init terminating in do_boot/,
			/Nest can't resolve dependencies of the (?<bean>\w{1,80})|\[ExceptionHandler\]/,
			/Hosting failed to start|Host terminated unexpectedly/,
			/Worker \(pid: ?\d+\) exited with code [1-9]/,
			/NoSuchBeanDefinitionException: No qualifying bean of type '(?<bean>[^'\n]{1,160})'/,
			/\*\* \(Mix\) Could not start application (?<bean>\w{1,60})|failed to start child: (?<bean2>[\w.]{1,80})/,
			/AppRegistryNotReady: /
		],
		vague: "outer",
		cause: "The server gave up because the application did not load; the reason stands beside this line.",
		fix: "Read the exception above or below it, and start the image locally with the same command and variables.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "package-script-missing",
		where: ["application", "build"],
		patterns: [
			/Missing script: "?(?<script>[\w:.-]{1,80})"?/i,
			/error Command "(?<script>[^"\n]{1,80})" not found/,
			/ERR_PNPM_NO_SCRIPT[^\n]{0,40}Missing script: (?<script>[\w:.-]{1,80})|Couldn't find a script named "(?<script2>[^"\n]{1,80})"|ERR_PNPM_RECURSIVE_EXEC_FIRST_FAIL/,
			/(?:Could not read package\.json|ENOENT[^\n]{0,60}package\.json)/,
			/Don't know how to build task '(?<script>[^'\n]{1,80})'|Unknown command: ['"]?(?<script2>[\w:-]{1,80})['"]?|Command "(?<script3>[^"\n]{1,80})" is not defined|There are no commands defined in the "(?<script4>[^"\n]{1,80})" namespace/,
			/invalid choice: '(?<script>[^'\n]{1,80})'|[Nn]o such command '?(?<script2>[\w:-]{1,80})/
		],
		cause: "The image knows no script or command {script|of that name}.",
		fix: "Correct the command of the container or the Dockerfile, or add {script|it} to package.json (Rakefile, manage.py); check WORKDIR and that package.json is in the image.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "stale-pid-file",
		patterns: [/A server is already running(?: \(pid: \d+, file: (?<path>[^)\n]{1,200})\)|\. Check (?<path2>\S{1,200}))/, /pid file [^\n]{0,120}already exists|httpd \(pid \d+\) already running|Already running on PID (?<pid>\d+) \(or pid file '(?<path>[^'\n]{1,200})' is stale\)/],
		cause: "A pid file of an earlier run lies in the image or on a shared volume: {path|the file that the message names}.",
		fix: "Remove it when the container starts (rm -f {path|tmp/pids/server.pid}), and put tmp into .dockerignore.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "read-only-file-system",
		patterns: [
			/(?:EROFS|Errno::EROFS)[^\n]{0,120}?(?:'(?<path>\/[^'\n]{1,200})'|- (?<path2>\/\S{1,200}))/,
			/(?:open|mkdir|create|unlink|touch)\w*\(?\)? ["']?(?<path>\/[^\s"':]{1,200})["']?[^\n]{0,40}\(?30: Read-only file system/,
			/Read-only file system:? '?(?<path>\/[^'\n\s]{1,200})/,
			/(?<path>\/[\w./-]{1,200})["']?:? [Rr]ead-only file system/,
			/Read-only file system/
		],
		cause: "The container writes to {path|its root file system}, which is read-only (readonlyRootFilesystem).",
		fix: "Mount a writable volume at the folder of {path|the file} (an empty volume of the task definition), or let the program write below /tmp with a volume there.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "file-permission-denied",
		patterns: [
			/nginx: \[emerg\] (?:open|mkdir|chown|unlink)\(\) "(?<path>[^"\n]{1,200})" failed \((?:13: Permission denied|1: Operation not permitted)\)/,
			/\bEACCES: permission denied, \w+ '(?<path>[^'\n]{1,300})'/,
			/\[Errno 13\] Permission denied: '(?<path>[^'\n]{1,300})'/,
			/Errno::EACCES: Permission denied @ \w+ - (?<path>\S{1,300})/,
			/(?:open|mkdir|create|unlink|chown)\w*\(?\)?:? ["']?(?<path>\/[^\s"':]{1,300})["']?(?:: | failed \(13: )[Pp]ermission denied/,
			/java\.nio\.file\.AccessDeniedException: (?<path>\S{1,300})|java\.io\.FileNotFoundException: (?<path2>\S{1,300}) \(Permission denied\)/,
			/Failed to open stream: Permission denied|The stream or file "(?<path>[^"\n]{1,300})" could not be opened/,
			/Access to the path '(?<path>[^'\n]{1,300})' is denied/,
			/mkdir: (?:cannot create directory|can't create directory) ['‘"]?(?<path>[^'’":\n]{1,300})['’"]?: Permission denied/,
			/touch: (?:cannot touch )?'?(?<path>[^':\n]{1,300})'?: Permission denied/,
			/Unable to (?:write in|create) the "(?<path>[^"\n]{1,120})" directory/
		],
		vague: "kind",
		cause: "The container's user may not write {path|the file that the message names}.",
		fix: "Give the folder to that user in the Dockerfile (COPY --chown, RUN chown), or to the access point of the EFS volume; don't run as root for it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "file-missing",
		patterns: [
			/\bENOENT: no such file or directory, \w+ '(?<path>[^'\n]{1,300})'/,
			/FileNotFoundError: \[Errno 2\] No such file or directory: '(?<path>[^'\n]{1,300})'/,
			/Errno::ENOENT: No such file or directory @ \w+ - (?<path>\S{1,300})/,
			/java\.io\.FileNotFoundException: (?<path>\S{1,300}) \(No such file or directory\)|NoSuchFileException: (?<path2>\S{1,300})/,
			/\bopen (?<path>[\w./-]{1,300}): no such file or directory/,
			/Could not find file '(?<path>[^'\n]{1,300})'|The configuration file '(?<path2>[^'\n]{1,300})' was not found/,
			/(?:cat|cp|ls|chmod|source|sh|bash): (?:can't open |cannot (?:open|stat|access) )?'?(?<path>[\w./-]{1,300})'?: No such file or directory/,
			/panic: open (?<path>\S{1,300}): no such file/,
			/sqlite3\.OperationalError: unable to open database file|SQLITE_CANTOPEN|Failed to load property source from location '(?<path>[^'\n]{1,200})'/,
			/ruby: No such file or directory -- (?<path>\S{1,200})/,
			/Config(?:uration)? file '?(?<path>[^'\s]{1,200})'? (?:not found|does not exist)/
		],
		vague: "kind",
		cause: "The file {path|that the message names} is not in the container: not copied into the final stage, excluded by .dockerignore, or hidden by a volume.",
		fix: "Copy {path|it} into the final stage, check .dockerignore, WORKDIR and mountPoints, and start the image locally with the same command.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "disk-full-in-container",
		patterns: [/\bENOSPC\b|\[Errno 28\]|(?:[:)]|@ \w{1,40} -) ?no space left on device/i],
		vague: "kind",
		cause: "The container's disk is full: the task's ephemeral storage, or its volume.",
		fix: "Raise ephemeralStorage.sizeInGiB in the task definition (20 is the default), log to standard output in place of files, and delete temporary files.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "too-many-open-files",
		patterns: [/\bEMFILE\b|[Tt]oo many open files|\bENFILE\b/],
		cause: "The process reached its limit of open files: 1,024 is the default of a container, or it leaks sockets.",
		fix: "Set ulimits nofile of the container in the task definition (on Fargate up to 65,535), and look for connections that are not closed.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "script-crlf",
		patterns: [/env: '?(?<program>\w+)\\r'?: No such file or directory/, /\/bin\/(?<program>\w+)\^M: bad interpreter|\$'\\r': command not found|bad interpreter: No such file or directory/],
		cause: "The script has Windows line ends (CRLF), so its first line names a program that does not exist.",
		fix: "Save it with LF (dos2unix), set \"*.sh text eol=lf\" in .gitattributes, and build again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "command-not-found-in-container",
		patterns: [
			/FileNotFoundError: \[Errno 2\] No such file or directory: '(?<program>(?:ffmpeg|git|curl|wget|node|java|convert|chromium|wkhtmltopdf|pg_dump|mysqldump|aws)[\w-]*)'/,
			/spawn (?<program>[\w./-]{1,120}) ENOENT/,
			/exec: "(?<program>[^"\n]{1,120})": executable file not found in \$PATH/
		],
		cause: "The program {program|that the message names} is not in the image.",
		fix: "Install {program|it} in the final stage, or call it by its full path.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "lockfile-platform",
		where: ["application", "build"],
		patterns: [
			/Your bundle only supports platforms \[?(?<platforms>[^\]\n]{0,200})\]? but your local platform\s?is (?<platform>[\w-]{1,60})/,
			/Your bundle only supports platforms/,
			/Unsupported platform for \S{1,80}: wanted|notsup Unsupported platform|EBADPLATFORM/,
			/You installed esbuild for another platform|Cannot find module '?@(?:rollup|esbuild|swc|img|next)\/[\w-]*(?<platform>linux-\w+)/
		],
		cause: "The lock file or the installed packages are for another platform than the image's ({platform|the one that the message names}).",
		fix: "bundle lock --add-platform {platform|x86_64-linux} (or install inside the image instead of copying node_modules), and commit the lock file.",
		url: "https://bundler.io/man/bundle-lock.1.html"
	},
	{
		id: "nginx-configuration",
		patterns: [
			/nginx: \[emerg\] (?![^\n]{1,200} failed \((?:1|13|30): )(?<reason>(?:unknown directive|invalid (?:number of arguments|parameter|host|variable)|unexpected|directive|"\w+" directive|open\(\) "|cannot load certificate|no "ssl_certificate"|BIO_new_file|SSL_CTX|duplicate|could not build|getpwnam|mkdir\(\)|chown\()[^\n]{1,200})/,
			/\bAH00526: Syntax error|AH00534|AH00014: Configuration check failed|Invalid command '(?<reason>[^'\n]{1,80})', perhaps misspelled/,
			/\[ALERT\][^\n]{0,60}(?:parsing \[(?<reason>[^\]\n]{1,200})|Fatal errors found in configuration)|Error: adapting config using caddyfile: (?<reason2>[^\n]{1,200})/,
			/ERROR: (?:failed to post process the configuration|FPM initialization failed|unable to bind listening socket)|\[pool \w+\] (?<reason>[^\n]{1,160})/,
			/error initializing configuration '(?<reason>[^'\n]{1,160})'/
		],
		cause: "The web server refuses its configuration: {reason|the message names the place}.",
		fix: "Correct the configuration and test it in the image (nginx -t, apachectl -t, php-fpm -t, caddy validate) before the push. A template's variables must be set in the container.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "process-crashed",
		patterns: [/\bSIGSEGV\b|Segmentation fault|\[signal SIGSEGV|A fatal error has been detected by the Java Runtime Environment|Fatal Python error: Segmentation fault|signal 11\b/, /Illegal instruction|SIGILL\b|Bus error|SIGBUS\b/],
		vague: "kind",
		cause: "The program crashed in native code: another C library or processor than it was built for, or a faulty extension.",
		fix: "Build native parts in the same base image and for the platform of runtimePlatform; try the Debian variant in place of Alpine; update the extension.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "stack-overflow",
		patterns: [
			/^fatal error: stack overflow|goroutine stack exceeds \d+-byte limit/,
			/RangeError: Maximum call stack size exceeded|java\.lang\.StackOverflowError|RecursionError: maximum recursion depth exceeded|SystemStackError|stack level too deep/,
			/thread '[^'\n]{1,60}' has overflowed its stack|^Stack overflow\.|Maximum function nesting level of/
		],
		cause: "The program calls itself without end (or deeper than its stack holds), and the runtime ended it.",
		fix: "Read which functions repeat in the trace: a getter that reads itself, a cycle in the data that is serialised, or modules that load each other. More memory does not help.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "native-module-other-runtime",
		patterns: [
			/was compiled against a different Node\.js version using/,
			/NODE_MODULE_VERSION (?<version>\d+)\. This version of Node\.js requires/,
			/incompatible architecture \(have '[^'\n]{1,40}', need '(?<version>[^'\n]{1,40})'\)/,
			/RuntimeError: module compiled against (?:ABI|API) version (?<version>\S{1,40})/,
			/numpy\.dtype size changed, may indicate binary incompatibility/,
			/incompatible library version - (?<version>\S{1,200})/
		],
		cause: "A native module was built for another version of the runtime than the final image has ({version|see the message}).",
		fix: "Install the dependencies in a stage of the same base image and version as the final one, do not copy node_modules from the runner (.dockerignore), and rebuild (npm rebuild).",
		url: "https://nodejs.org/en/about/previous-releases"
	},
	{
		id: "key-malformed",
		patterns: [
			/PEM routines:(?::|[\w:]{0,40})no start line|PEM_read_bio[^\n]{0,40}no start line|error:1E08010C:DECODER routines::unsupported/,
			/Could not deserialize key data|Could not parse the provided public key|Neither PUB key nor PRIV key/,
			/secretOrPrivateKey must be an asymmetric key|Invalid PEM formatted message|invalid key: Key must be PEM encoded|failed to parse private key/i,
			/asn1: structure error|InvalidKeySpecException|DECODER routines:[^\n]{0,40}unsupported/
		],
		cause: "The key or certificate that the application reads is not in PEM form: mostly its line ends were lost on the way into the variable, or quotes stand around it.",
		fix: "Store the key with its line ends (a secret from a file: aws secretsmanager create-secret --secret-string file://key.pem), or as base64 that the program decodes; or replace \\n by line ends when it is read.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
	},
	{
		id: "assets-not-built",
		patterns: [
			/The asset "?'?(?<asset>[^"'\n]{1,120})"?'? (?:is not present in the asset pipeline|was not found in the load path)/,
			/Vite manifest not found at: (?<asset>\S{1,160})|Unable to locate file in Vite manifest: (?<asset2>[^\n]{1,120}?)\.?$/,
			/The file '(?<asset>[^'\n]{1,120})' could not be found with <[\w.]{0,80}ManifestStaticFilesStorage|Missing staticfiles manifest entry for '(?<asset2>[^'\n]{1,120})'/,
			/(?:Webpacker|Shakapacker|Propshaft|ViteRuby)(?:::\w+)*(?:MissingEntryError|MissingAssetError)|could not find "(?<asset>[^"\n]{1,120})" in the [\w ]{0,20}manifest/i,
			/Mix manifest not found|Asset manifest file "(?<asset>[^"\n]{1,160})" does not exist/
		],
		cause: "The image holds no compiled asset {asset|of the page}: the step that builds CSS and JavaScript did not run, or its output is not in the final stage.",
		fix: "Build the assets in the Dockerfile (rails assets:precompile, collectstatic, npm run build) and copy public/, staticfiles/ or dist/ into the final stage; .dockerignore may leave it out.",
		url: "https://docs.docker.com/build/building/multi-stage/"
	},
	{
		id: "must-be-process-one",
		patterns: [/s6-overlay-suexec: fatal: can only run as pid 1|Tini is not running as PID 1|must (?:be )?run as (?:PID|pid) 1/],
		cause: "The image's own init (s6-overlay, tini) must be the first process, and ECS starts another one before it.",
		fix: "Set linuxParameters.initProcessEnabled to false in the container (and no pidMode), and call the init as entryPoint, not from a shell.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html"
	},
	{
		id: "command-option-unknown",
		patterns: [
			/^(?:\S{1,60}: )?node: bad option: (?<option>\S{1,80})|: (?<option2>--?[\w-]{1,60}) is not allowed in NODE_OPTIONS/,
			/^flag provided but not defined: (?<option>\S{1,80})|^(?:Error: )?unknown (?:shorthand )?flag: (?<option2>\S{1,80})/,
			/error: unrecognized arguments: (?<option>[^\n]{1,120})|error: (?:unexpected argument|Found argument) '(?<option2>[^'\n]{1,80})'/,
			/^Error: No such option: ?(?<option>\S{1,80})|Error: No such command '(?<option2>[^'\n]{1,80})'|^error: unknown option '(?<option3>[^'\n]{1,80})'/,
			/(?:OptionParser::InvalidOption|invalid option): (?<option>-\S{1,80})/,
			/unrecognized option '?(?<option>-\S{1,80}?)'?$/,
			/^exec: (?<option>--?\S{1,60}): invalid option/
		],
		vague: "kind",
		cause: "The program does not know {option|an option} of the container's command: it is mistyped, or the image holds another version than the option needs.",
		fix: "Correct command and entryPoint of the container (each argument an item of its own), or use the image version that knows {option|it}. NODE_OPTIONS and JAVA_TOOL_OPTIONS count as well.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"
	},
	{
		id: "go-panic",
		patterns: [
			/^panic: (?<reason>[^\n]{1,200})/,
			/^fatal error: (?<reason>all goroutines are asleep|concurrent map)[^\n]{0,80}/,
			/thread '[^'\n]{1,60}' panicked at [^\n]{1,200}/
		],
		vague: "outer",
		cause: "The program panicked: {reason|the message says why}.",
		fix: "Read the message and the first line of the trace that names your own code; start the image locally with the same variables.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	}
]);

// packages/domain/lib/diagnosis/failures/build-tools.js
/** Tools inside a build: package managers, compilers, BuildKit itself. */
const BUILD_TOOLS = rowsAt(["build"], [
	{
		id: "npm-lockfile-out-of-sync",
		patterns: [
			/`npm ci` can only install packages when your package\.json and package-lock\.json[^\n]{0,60}are in sync(?:[\s\S]{0,400}?(?:Missing|Invalid): (?<package>\S{1,120}))?/,
			/ERR_PNPM_OUTDATED_LOCKFILE|Cannot install with "frozen-lockfile" because pnpm-lock\.yaml is not up[- ]to[- ]date/,
			/Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`|YN0028|The lockfile would have been (?:modified|created) by this install/,
			/poetry\.lock (?:is not up to date with pyproject\.toml|was last generated)|pyproject\.toml changed significantly since poetry\.lock was last generated/,
			/The lockfile at `uv\.lock` needs to be updated|Unable to find lockfile at `uv\.lock`/,
			/the lock file [^\n]{1,120} needs to be updated but --(?:locked|frozen) was passed/,
			/updates to go\.mod needed|go: updates to go\.sum needed|missing go\.sum entry for (?:module providing package |go\.mod file; to add it)?(?<package>\S{0,120})/,
			/Your lock file does not contain a compatible set of packages|The lock file is not up to date with the latest changes in composer\.json|Required package "(?<package>[\w./-]{1,120})" is (?:not present in the lock file|in the lock file as)/,
			/The (?:gemspecs?|dependencies) (?:for [^\n]{1,80} )?in your (?:gemfile|Gemfile) changed|You are trying to install in deployment mode after changing your Gemfile|Bundler cannot continue installing[^\n]{0,40}lockfile|the Gemfile's dependencies are not satisfied|Some dependencies in your gemfile changed/,
			/npm (?:ERR!|error) (?:Invalid|Missing): (?:lock file's )?(?<package>\S{1,120}) (?:does not satisfy|from lock file)/
		],
		cause: "The lock file does not fit the list of dependencies ({package|see the lines below it}): one was changed without the other, or with another version of the tool or language.",
		fix: "Run the install on your machine (npm install, pnpm install, yarn install, poetry lock, uv lock, cargo update, go mod tidy, composer update, bundle install) with the image's version, and commit the lock file.",
		url: "https://docs.npmjs.com/cli/commands/npm-ci"
	},
	{
		id: "npm-lockfile-missing",
		patterns: [
			/The `npm ci` command can only install with an existing package-lock\.json/,
			/ERR_PNPM_NO_LOCKFILE|Cannot install with "frozen-lockfile" because pnpm-lock\.yaml is absent/,
			/go\.mod file not found in current directory|could not find `Cargo\.toml`|Could not locate Gemfile|Composer could not find a composer\.json file|The POM for|there is no POM in this directory|MissingProjectException|does not contain a Gradle build|MSB1003/,
			/ERROR: Could not open requirements file: \[Errno 2\] No such file or directory: '(?<path>[^'\n]{1,200})'|No pyproject\.toml found|Poetry could not find a pyproject\.toml/,
			/npm error enoent Could not read package\.json|ENOENT: no such file or directory, open '(?<path>[^'\n]{0,200}package\.json)'/,
			/npm (?:ERR!|error) code ENOENT\s[\s\S]{0,200}?npm (?:ERR!|error) path (?<path>\S{1,200}package(?:-lock)?\.json)/,
			/go: cannot find main module/
		],
		cause: "The build's tool does not find its list of dependencies or its lock file {path|} in the folder where it runs.",
		fix: "Commit the file, copy it before the RUN line (COPY package*.json ./), and check WORKDIR, the build context and .dockerignore.",
		url: "https://docs.npmjs.com/cli/commands/npm-ci"
	},
	{
		id: "package-registry-login",
		patterns: [
			/npm (?:ERR!|error) code (?<code>E401|E403)|ERR_PNPM_FETCH_40[13]|Unable to authenticate, your authentication token seems to be invalid/,
			/npm (?:ERR!|error) (?<code>401|403) (?:Unauthorized|Forbidden|Incorrect or missing password)/,
			/YN0041|Invalid authentication \(as an anonymous user\)/,
			/ERROR: HTTP error 40[13] while getting|401 Client Error: Unauthorized for url|403 Client Error: Forbidden for url/,
			/Authentication is required for (?<host>[\w.-]{1,120})|Bad username or password for (?<host2>[\w.-]{1,120})/,
			/status code: 40[13], reason phrase: (?:Unauthorized|Forbidden)|Received status code 40[13] from server|(?:401|403) (?:Unauthorized|Forbidden)[^\n]{0,40}(?:maven|nexus|artifactory)/,
			/fatal: could not read Username for 'https:\/\/(?<host>[\w.-]{1,120})'|terminal prompts disabled|Could not read from remote repository|Permission denied \(publickey\)/,
			/NU1301[^\n]{0,120}40[13]|Response status code does not indicate success: 40[13]/,
			/Could not authenticate against (?<host>[\w.-]{1,120})/,
			/go: [^\n]{1,200}git ls-remote [^\n]{0,120}exit status 128/
		],
		cause: "A private registry or repository {host|} refused the build's login: the token is missing, expired, or has no right to read.",
		fix: "Give the token to the build as a secret (secrets of build-push-ecr and RUN --mount=type=secret), not as a build argument; renew it, and check its scope.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "corepack-keys-outdated",
		patterns: [/Cannot find matching keyid: /],
		cause: "The image's Corepack is older than the key with which npm signs packages now, so it refuses to download the package manager.",
		fix: "Install a newer Corepack before its first use (RUN npm install -g corepack@latest), or use a newer Node image; or install the package manager with npm.",
		url: "https://github.com/nodejs/corepack/issues/612"
	},
	{
		id: "pip-environment-managed",
		patterns: [/error: externally-managed-environment/],
		cause: "The base image's system manages this Python (PEP 668), so pip refuses to install into it.",
		fix: "Create an environment in the image (RUN python3 -m venv /venv, then /venv/bin/pip install), use a python: base image, or install the package with apt or apk.",
		url: "https://peps.python.org/pep-0668/"
	},
	{
		id: "package-source-unreadable",
		patterns: [/NU1301: Unable to load the service index for source (?<host>https?:\/\/[\w./-]{1,160})/, /ERROR: Could not install packages due to an OSError: HTTPSConnectionPool\(host='(?<host>[\w.-]{1,160})'/],
		vague: "kind",
		cause: "The package source {host|of the build} did not give its index: the login is missing or wrong, or the build does not reach the host.",
		fix: "Give the token to the build as a secret (secrets of build-push-ecr and RUN --mount=type=secret), and check that the runner reaches {host|the source}.",
		url: "https://learn.microsoft.com/nuget/reference/errors-and-warnings/nu1301"
	},
	{
		id: "build-emulation-missing",
		patterns: [/\.buildkit_qemu_emulator: [^\n]{0,80}Invalid ELF image/, /exec \S{1,200}: exec format error|exec user process caused: exec format error/],
		cause: "The build runs a program of another processor architecture than the runner's, and no emulation is set up.",
		fix: "Run docker/setup-qemu-action before the build, build on a runner of the target architecture (ubuntu-24.04-arm), or let the Dockerfile compile on FROM --platform=$BUILDPLATFORM.",
		url: "https://docs.docker.com/build/building/multi-platform/"
	},
	{
		id: "registry-out-of-order-in-build",
		patterns: [/received unexpected HTTP status: (?<code>5\d\d[^\n]{0,40})/, /unexpected status(?: code)?[^\n]{0,300}: (?<code>50[0234] [A-Z][^\n]{0,40})/],
		vague: "kind",
		cause: "The registry answered {code|with an error of its own}; image and rights are not the reason.",
		fix: "Run the job again. If it lasts, look at the status page of the registry or of AWS; for base images of Docker Hub use a copy in ECR (pull through cache).",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html"
	},
	{
		id: "package-version-not-found",
		patterns: [
			/Could not find a version that satisfies the requirement (?<package>[\w.[\]<>=!~,-]{1,120})/,
			/No matching distribution found for (?<package>[\w.[\]<>=!~,-]{1,120})/,
			/npm (?:ERR!|error) (?:code ETARGET|notarget No matching version found for (?<package>\S{1,120}?)\.?(?:$|\s))/,
			/npm (?:ERR!|error) 404 +Not Found - GET \S+|npm (?:ERR!|error) 404 +'(?<package>[^'\n]{1,120})' is not in (?:this|the npm) registry/,
			/ERR_PNPM_NO_MATCHING_VERSION|Couldn't find (?:any versions for|package) "(?<package>[^"\n]{1,120})"/,
			/Could not find gem '(?<package>[^'\n]{1,120})'|Your bundle is locked to (?<package2>\S{1,80})[^\n]{0,80}but that version can(?:'|no)t be found/,
			/Could not find artifact (?<package>[\w.:-]{1,200})/,
			/Could not (?:find|resolve) (?:all (?:files|artifacts|dependencies) for configuration|[\w.-]{1,80}:[\w.-]{1,80}:[\w.-]{1,40})/,
			/no matching package (?:named )?`?(?<package>[\w-]{1,80})`? found|failed to select a version for (?:the requirement )?`(?<package2>[^`\n]{1,120})`/,
			/go: (?<package>\S{1,200}): (?:reading \S+: 404|unknown revision|no matching versions|invalid version)/,
			/NU110[123]: |Unable to find package (?<package>[\w.]{1,120})/,
			/Could not find package (?<package>[\w./-]{1,120}) in a version matching|Root composer\.json requires (?<package2>[\w./-]{1,120})/,
			/No solution found when resolving dependencies|Because [^\n]{1,200}version solving failed|ResolutionImpossible/,
			/ERR_PNPM_FETCH_404 +GET \S+?\/(?<package>@?[\w.%-]{1,120}): /,
			/was not found in the package registry/,
			/^Could not find compatible versions$/
		],
		cause: "No version of {package|the package} fits: it does not exist, was withdrawn, or does not support the language version or platform of the base image.",
		fix: "Take a version that exists for the base image's language version (or a newer base image), and lock it. For a private package add its registry and its token.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "package-integrity",
		patterns: [
			/npm (?:ERR!|error) code EINTEGRITY|integrity checksum failed when using sha\d+/,
			/THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE/,
			/go: (?:downloading )?(?<package>\S{1,200}): verifying (?:go\.mod|module): checksum mismatch|SECURITY ERROR\s/,
			/ERROR: (?<package>\S{1,200}): UNTRUSTED signature|ERR_PNPM_TARBALL_INTEGRITY|YN0018/,
			/checksum for `(?<package>[^`\n]{1,120})` changed between lock files|Bundler found mismatched checksums/
		],
		cause: "Package {package|that the message names} is not the one whose checksum the lock file holds: it was published anew, a proxy or cache gave another file, or the lock file is of another registry.",
		fix: "Clear the cache of the build and try once more. If it recurs, find out why the file changed before you write the lock file anew: it may be an attack.",
		url: "https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json"
	},
	{
		id: "build-script-not-executable",
		patterns: [/sh: (?:\d+: |line \d+: )?(?<path>\.?\/?[\w./-]{0,120}\/[\w.-]{1,80}): Permission denied/],
		cause: "{path|The script} has no right to be executed in the build: git does not hold the bit, or the file came from Windows.",
		fix: "Set the bit in git (git update-index --chmod=+x {path|FILE}), copy with COPY --chmod=755, or call it with its interpreter (sh, bash).",
		url: "https://docs.docker.com/reference/dockerfile/#copy---chown---chmod"
	},
	{
		id: "build-download-failed",
		patterns: [
			/curl: \((?:22|56)\) The requested URL returned error: (?<code>\d{3})/,
			/wget: server returned error: HTTP\/[\d.]{1,4} (?<code>\d{3})|ERROR (?<code2>404|403|410): (?:Not Found|Forbidden|Gone)\./,
			/failed to (?:GET|load cache key:) [^\n]{0,300}(?:status|response code:?) (?<code>4\d\d)/,
			/invalid response status (?<code>4\d\d)/
		],
		cause: "A file that the build downloads answers {code|with an error}: its address is gone, or asks for a login.",
		fix: "Correct the address (versions of releases move), or fix the version and keep a copy of your own; give a token as a secret where it needs a login.",
		url: "https://docs.docker.com/build/building/secrets/"
	},
	{
		id: "build-prerender-failed",
		patterns: [/Error occurred prerendering page "(?<page>[^"\n]{1,160})"|Export encountered (?:an )?errors? on following paths/],
		vague: "kind",
		cause: "Page {page|that the message names} is rendered while the image is built, and what it needs (a variable, a database, an API) is not there then.",
		fix: "Render the page at run time (dynamic = 'force-dynamic' in Next.js), or give the build what it needs as build arguments or secrets. The error below the line says what lacks.",
		url: "https://nextjs.org/docs/messages/prerender-error"
	},
	{
		id: "npm-peer-conflict",
		patterns: [/npm (?:ERR!|error) code ERESOLVE|ERESOLVE (?:unable to resolve dependency tree|could not resolve)/, /ERR_PNPM_PEER_DEP_ISSUES/],
		cause: "Packages ask for versions of a peer dependency that exclude each other.",
		fix: "Update the packages that the tree names on your machine until npm install is clean, and commit the lock file; --legacy-peer-deps hides the conflict.",
		url: "https://docs.npmjs.com/cli/using-npm/config"
	},
	{
		id: "engine-version-unsupported",
		patterns: [
			/npm (?:ERR!|error) code EBADENGINE|The engine "(?<engine>\w+)" is incompatible with this module|ERR_PNPM_UNSUPPORTED_ENGINE/,
			/Your Ruby version is (?<version>[\d.]+), but your Gemfile specified (?<wanted>\S{1,40})/,
			/(?:requires a different Python|Package '[^'\n]{1,80}' requires a different Python): (?<version>[\d.]+) not in '(?<wanted>[^'\n]{1,60})'/,
			/The current project's (?:supported )?Python (?:version|requirement) \((?<version>[^)\n]{1,60})\)|The Python request from [^\n]{1,80} is incompatible/,
			/your php version \((?<version>[\d.]+)[^)\n]{0,20}\) does not satisfy that requirement|requires php (?<wanted>[^\n]{1,40}) -> your php version/,
			/requires ext-(?<extension>\w{1,40}) \*? ?-> it is missing from your system|the requested PHP extension (?<extension2>\w{1,40}) is missing/,
			/go: go\.mod requires go >= (?<wanted>[\d.]+) \(running go (?<version>[\d.]+)/,
			/invalid target release: (?<wanted>[\d.]+)|error: release version (?<wanted2>[\d.]+) not supported|Unsupported class file major version/,
			/package `[^`\n]{1,120}` cannot be built because it requires rustc (?<wanted>[\d.]+)/,
			/NETSDK1045|The current \.NET SDK does not support targeting/,
			/Node\.js version "?(?<wanted>[^"\n]{1,30})"? is required|You are using Node\.js (?<version>[\d.v]+)\. For Next\.js, Node\.js version/,
			/No interpreter found for Python (?<wanted>\S{1,40})/,
			/The requested PHP extension (?:ext-)?(?<extension>\w{1,40})[^\n]{0,20} is missing from your system/,
			/invalid go version '(?<wanted>[\d.]{1,20})': must match format/
		],
		cause: "The base image's version of the language ({version|see the message}) or its extensions do not fit what the packages ask for ({wanted|see the message}).",
		fix: "Use a base image of the version that is asked for in the FROM line, or install the PHP extension (docker-php-ext-install); or relax the requirement.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "native-extension-build-failed",
		patterns: [
			/Error: pg_config executable not found/,
			/mysql_config: not found|Can not find valid pkg-config name|Specify MYSQLCLIENT_CFLAGS/,
			/An error occurred while installing (?<package>[\w-]{1,80}) \((?<version>[\w.]+)\), and Bundler cannot continue/,
			/Gem::Ext::BuildError: ERROR: Failed to build gem native extension/,
			/gyp ERR! (?:find Python|not ok|build error|stack Error: )|node-gyp rebuild/,
			/error: command '(?<program>[^'\n]{1,80})' failed: No such file or directory|unable to execute '(?<program2>[^'\n]{1,80})': No such file/,
			/error: command '(?:\/usr\/bin\/)?(?:gcc|x86_64-linux-gnu-gcc|cc|clang|g\+\+)' failed with exit (?:code|status) \d+/,
			/Failed building wheel for (?<package>[\w-]{1,80})|ERROR: Could not build wheels for (?<package2>[\w-]{1,80})|Failed to build (?:installable wheels for some pyproject\.toml based projects )?\(?(?<package3>[\w-]{1,80})/,
			/fatal error: (?<header>[\w./-]{1,80}\.h): No such file or directory/,
			/error: linker `?(?<program>\w+)`? not found|failed to run custom build command for `(?<package>[^`\n]{1,80})/,
			/exec: "(?<program>gcc|cc|clang)": executable file not found in \$PATH|cgo: C compiler "(?<program2>\w+)" not found/,
			/Package '?(?<library>[\w.+-]{1,60})'?,? (?:required by '[^'\n]{1,60}', )?not found|No package '(?<library2>[\w.+-]{1,60})' found/,
			/Could not find directory of OpenSSL installation|\bGem::Ext::BuildError\b|(?:egg_info|bdist_wheel|Getting requirements to build wheel|Preparing metadata[^\n]{0,40}) did not run successfully/,
			/failed to (?:find tool|run custom build)|(?<library>[\w-]{1,40}) (?:headers|development files) (?:not found|are missing)/,
			/error: metadata-generation-failed/,
			/E: dpkg was interrupted, you must manually run|E: Sub-process \/usr\/bin\/dpkg returned an error code/
		],
		cause: "A native extension ({package|see the lines above}) could not be compiled: the stage has no compiler or lacks the headers of a library ({header|such as libpq}).",
		fix: "Install the tools and headers in the build stage (Debian: build-essential, python3-dev, libpq-dev, default-libmysqlclient-dev; Alpine: build-base, postgresql-dev), or use the binary package (psycopg2-binary).",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "apt-release-gone",
		patterns: [
			/E: The repository '(?<host>[^'\n]{1,160})' (?:does not have|no longer has) a Release file/,
			/404 +Not Found \[IP: [^\]\n]{1,60}\]|E: Failed to fetch (?<host>\S{1,200})/,
			/E: Release file for \S{1,200} is (?:expired|not valid yet)|NO_PUBKEY (?<key>\w{8,20})|is not signed\./,
			/At least one invalid signature was encountered/,
			/E: Unable to fetch some archives, maybe run apt-get update/
		],
		cause: "Debian's or Ubuntu's package source does not serve this release any more, or not what the cached index names ({host|see the message}).",
		fix: "Use a newer base image (the release is at its end of life), run apt-get update and install in one RUN line, and clear a stale layer with no-cache.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "system-package-missing",
		patterns: [
			/E: Unable to locate package (?<package>\S{1,80})/,
			/E: Package '(?<package>[^'\n]{1,80})' has no installation candidate|E: Version '[^'\n]{1,60}' for '(?<package2>[^'\n]{1,80})' was not found/,
			/ERROR: unable to select packages:\s{1,6}(?<package>[\w.+-]{1,80}) \(no such package\)/,
			/ERROR: unable to select packages|\(no such package\)/,
			/No match for argument: (?<package>\S{1,80})|Error: Unable to find a match: (?<package2>[^\n]{1,80})|No package (?<package3>\S{1,80}) available/
		],
		cause: "The base image's system has no package {package|of that name}: it has another name in this release, or apt-get update did not run in the same RUN line.",
		fix: "Write RUN apt-get update && apt-get install -y --no-install-recommends {package|NAME} in one line; look the name up for the release (packages.debian.org, pkgs.alpinelinux.org).",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "build-tool-missing",
		patterns: [
			/\/bin\/(?:ba)?sh: (?:\d+: |line \d+: )?(?<program>[\w.-]{1,60}): (?:command )?not found/,
			/sh: (?:\d+: |line \d+: )?(?<program>[\w.-]{1,60}): (?:not found|Permission denied)/,
			/spawn (?<program>[\w.-]{1,60}) ENOENT|exec: "(?<program2>[\w.-]{1,60})": executable file not found/,
			/\(Mix\) Could not find (?<program>Hex|rebar3?)\b/
		],
		vague: "kind",
		cause: "The build calls {program|a program} that is not in the image of this stage (devDependencies left out with NODE_ENV=production count as well).",
		fix: "Install {program|it} in the stage before the RUN line, or run npm ci without NODE_ENV=production where the build needs its development dependencies.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "build-compile-error",
		patterns: [
			/(?<place>[\w./-]{1,160}\.tsx?)[(:](?<line>\d+)[,:]\d+\)?:? (?:- )?error (?<code>TS\d+)/,
			/error (?<code>TS\d+): /,
			/Failed to compile\.|Module not found: (?:Error: )?Can't resolve '(?<module>[^'\n]{1,160})'|Type error: (?<reason>[^\n]{1,160})/,
			/\[ERROR\] COMPILATION ERROR|cannot find symbol|(?<place>[\w./-]{1,160}\.java):(?:\[?\d+[,\]]|\d+:) error:/,
			/(?<place>[\w./-]{1,160}\.go):(?<line>\d+):\d+: (?<reason>[^\n]{1,160})/,
			/error\[E\d{4}\]: (?<reason>[^\n]{1,160})|could not compile `(?<package>[^`\n]{1,80})`/,
			/(?<place>[\w./-]{1,160}\.cs)\((?<line>\d+),\d+\): error (?<code>CS\d+)|: error (?<code2>MSB\d+|CS\d+|NETSDK\d+): /,
			/Execution failed for task '(?<task>:(?![\w:-]{0,60}[tT]est')[\w:-]{1,80})'|Build failed with an exception|\* What went wrong:\s{1,4}(?<reason>[^\n]{1,160})/,
			/\[vite[^\]\n]{0,40}\][^\n]{0,60}(?:failed to resolve|error)|Rollup failed to resolve import "(?<module>[^"\n]{1,160})"|error during build:|Could not resolve "(?<module2>[^"\n]{1,160})"/,
			/Sass::SyntaxError|ExecJS::ProgramError|error: subprocess-exited-with-error/,
			/error: failed to compile `(?<package>[^`\n]{1,80})`|no required module provides package (?<module>[^\s;]{1,200})/,
			/error (?<code>(?:CS|FS|BC)\d{4}): (?<reason>[^\n]{1,160})/
		],
		vague: "kind",
		cause: "The sources do not compile ({place|see the message}: {reason|the compiler says why}).",
		fix: "Run the same build on your machine with the same versions, and mend what the compiler names; check that all sources are in the build context.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "maven-dependency-unresolved",
		patterns: [/Could not resolve dependencies for project (?<project>[\w.:-]{1,200})/, /Could not transfer artifact (?<package>[\w.:-]{1,200})|Non-resolvable parent POM|Plugin (?<plugin>[\w.:-]{1,160}) or one of its dependencies could not be resolved/],
		cause: "Maven could not get a dependency of {project|the project}: it is in no repository that the build reaches, or a private one asks for a login.",
		fix: "Read the artifact and the reason in the same line; give settings.xml to the build as a secret for a private repository, and add the repository to the pom.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "build-tests-failed",
		patterns: [/There (?:are test failures|were failing tests)\b\.?|Execution failed for task '(?<task>:[\w:-]{0,60}[tT]est)'|Tests run: \d+, Failures: [1-9]|=+ (?<count>\d+) failed[^\n]{0,60} in [\d.]+s|Tests?: +(?<count2>\d+) failed|FAIL (?:src|test|\.\/)[\w./-]{1,160}/, /--- FAIL: (?<test>\w{1,120})/],
		vague: "kind",
		cause: "Tests that the Dockerfile runs failed.",
		fix: "Read the failing test in the output above, and run it on your machine; tests in a job of their own before the build tell it sooner.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "build-killed-for-memory",
		patterns: [
			/did not complete successfully: (?:signal: killed|cannot allocate memory|exit code: 137)/,
			/process "[^\n]{1,300}" did not complete successfully: (?:exit code: 137|cannot allocate memory)/,
			/c\+\+: fatal error: Killed signal terminated program|virtual memory exhausted|ld terminated with signal 9|signal: 9, SIGKILL/,
			/(?:npm|Next\.js build worker)[^\n]{0,60}(?:signal: SIGKILL|exited with code: null and signal: SIGKILL)|Gradle build daemon disappeared unexpectedly/,
			/^Killed$/,
			/mmap\(\) failed: \[12\] Cannot allocate memory|Expiring Daemon because JVM heap space is exhausted|The Gradle Daemon is stopping because of memory/
		],
		cause: "The kernel killed the build's process, because the runner's memory ran out.",
		fix: "Use a larger runner, run fewer jobs in parallel (make -j, cargo -j, Gradle workers), or limit the tool's heap (NODE_OPTIONS, -Xmx).",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "build-network-unreachable",
		patterns: [
			/npm (?:ERR!|error) (?:code )?(?<code>ENOTFOUND|ETIMEDOUT|ECONNRESET|EAI_AGAIN|ECONNREFUSED|ERR_SOCKET_TIMEOUT)\b/,
			/Temporary failure (?:in name resolution|resolving '(?<host>[\w.-]{1,120})')|Could not resolve host:? '?(?<host2>[\w.-]{1,120})|Could not resolve '(?<host3>[\w.-]{1,120})'/,
			/(?:Failed to establish a new connection|Max retries exceeded with url|Read timed out|ReadTimeoutError)[^\n]{0,120}/,
			/dial tcp: lookup (?<host>[\w.-]{1,160})(?: on [\w.:[\]]+)?: (?:no such host|i\/o timeout|server misbehaving)|failed to do request: Head "https:\/\/(?<host2>[\w.-]{1,160})\/[^"\n]{1,200}": (?:dial tcp|net\/http: TLS handshake timeout|context deadline exceeded|EOF)/,
			/Connect to (?<host>[\w.-]{1,160}):\d+ \[?[^\n]{0,120} failed: (?:Connection timed out|Connection refused|connect timed out)/,
			/(?:TLS handshake timeout|proxyconnect tcp|net\/http: request canceled)/,
			/fetch https?:\/\/(?<host>[\w.-]{1,160})\/\S{0,200}\s?WARNING: Ignoring|temporary error \(try again later\)/,
			/An unexpected error occurred: "https?:\/\/(?<host>[\w.-]{1,160})\/[^"\n]{0,200}: (?:ETIMEDOUT|ECONNRESET|ENOTFOUND|ESOCKETTIMEDOUT)/,
			/failed to solve: DeadlineExceeded\b/,
			/failed to fetch (?:anonymous|oauth) token: [^\n]{0,160}https:\/\/(?<host>[\w.-]{1,160})[^\n]{0,200}(?:i\/o timeout|connection refused|connection reset|EOF|deadline exceeded)/
		],
		vague: "kind",
		cause: "The build did not reach {host|a server that it loads from}: the network of the runner, a proxy, or the server itself.",
		fix: "Run the job again. If it recurs, check the runner's way to {host|that host} (proxy, firewall, private subnet), or use a mirror or a cache.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "credential-helper-missing",
		patterns: [
			/error getting credentials - err: exec: "(?<program>docker-credential-[\w-]{1,60})": executable file not found/,
			/error getting credentials - err: exit status|docker-credential-(?<helper>[\w-]{1,60})[^\n]{0,40}(?:not installed|not found)/,
			/error storing credentials - err: exit status/
		],
		cause: "The runner's Docker configuration names the credential helper {program|docker-credential-…}, which is not installed.",
		fix: "Remove credsStore and credHelpers from ~/.docker/config.json of the runner, or install the helper.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "image-tag-invalid",
		patterns: [
			/invalid tag "(?<reference>[^"\n]{1,300})": invalid reference format/,
			/invalid argument "(?<reference>[^"\n]{0,300})" for "-t, --tag" flag/,
			/invalid reference format(?!: repository name must be lowercase)/
		],
		cause: "{reference|The image's name} is no valid reference: a tag holds a slash or another character that it may not have (a branch's name), or a variable is empty.",
		fix: "Replace every character of the tag outside A-Z a-z 0-9 _ . - (feature/login becomes feature-login), and check that no variable is empty; image-tag: sha never has the problem.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "build-target-missing",
		patterns: [/target stage "?(?<stage>[^"\n]{1,80}?)"? could not be found/, /failed to reach build target (?<stage>\S{1,80}) in Dockerfile|invalid from flag value (?<stage2>\S{1,80})/],
		cause: "The Dockerfile has no stage {stage|of that name}.",
		fix: "Correct target, or name the stage in the Dockerfile (FROM … AS {stage|NAME}).",
		url: "https://docs.docker.com/build/building/multi-stage/"
	},
	{
		id: "dockerfile-syntax",
		patterns: [
			/dockerfile parse error (?:on )?line (?<line>\d+): (?<reason>[^\n]{1,160})/i,
			/failed to (?:read dockerfile|process "[^"\n]{1,200}"|parse stage name "(?<stage>[^"\n]{0,120})")[^\n]{0,80}(?:invalid|unexpected|unsupported modifier|unterminated)/,
			/unknown instruction: (?<reason>\S{1,60})/,
			/base name \((?<variable>[^)\n]{1,120})\) should not be blank|no build stage in current context|file with no instructions|the Dockerfile \([^)\n]{1,120}\) cannot be empty/,
			/Unknown flag: (?<reason>[\w-]{1,40})|requires (?:at least|exactly) (?:one|two|\w+) arguments?/,
			/circular dependency detected on stage: (?<stage>\S{1,60})/
		],
		cause: "The Dockerfile does not parse (line {line|of the message}: {reason|see the message}), or a FROM line uses an ARG that is empty.",
		fix: "Correct the line; declare ARGs of FROM before the first FROM, with a default. A newer syntax needs \"# syntax=docker/dockerfile:1\" as the first line.",
		url: "https://docs.docker.com/reference/dockerfile/"
	},
	{
		id: "build-secret-missing",
		patterns: [
			/secret (?<secret>[\w.-]{1,120}): not found|secret not found: (?<secret2>[\w.-]{1,120})|failed to stat (?<path>\S{1,200}): [^\n]{0,80}secret|unset secret "?(?<secret3>[\w.-]{1,80})/,
			/cat: (?:can't open )?'?\/run\/secrets\/(?<secret>[\w.-]{1,80})'?: No such file/,
			/invalid empty ssh agent socket|unable to find ssh agent|unset ssh forward key/
		],
		cause: "The Dockerfile mounts secret {secret|or SSH agent} that the build was not given.",
		fix: "Add {secret|it} to secrets of build-push-ecr (id and value, or a variable), with the same id as in RUN --mount=type=secret,id={secret|ID}.",
		url: "https://docs.docker.com/build/building/secrets/"
	},
	{
		id: "build-platform-unsupported",
		patterns: [
			/(?:Multi-platform build|multiple platforms feature is currently not|Multiple platforms feature) (?:is )?(?:not )?supported for the docker driver/,
			/does not match the (?:specified|detected host) platform \((?<platform>[\w/]{1,40})\)/,
			/InvalidBaseImagePlatform/
		],
		cause: "The build asks for a platform that this builder does not make ({platform|see the message}), or that the base image does not have.",
		fix: "Set up emulation (docker/setup-qemu-action) and a docker-container builder (docker/setup-buildx-action), or build on a runner of that architecture; take a base image that has the platform.",
		url: "https://docs.docker.com/build/building/multi-platform/"
	},
	{
		id: "ecr-manifest-refused",
		patterns: [
			/unexpected status(?: code)? from PUT request to (?<url>\S{1,300}\/manifests\/\S{1,200}): 400 Bad Request/,
			/failed commit on ref "(?:manifest|index)-sha256:\w{1,64}": unexpected status(?: code)?[^\n]{0,400}: 400 Bad Request/,
			/unsupported manifest media type|Invalid JSON syntax|manifest invalid: |MANIFEST_INVALID/
		],
		vague: "kind",
		cause: "ECR refuses the manifest: a type that it does not take (attestations, a cache, an index without images), or a tag that is immutable.",
		fix: "Build with provenance: false and sbom: false, push OCI media types, and use a tag that is free.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-manifest-formats.html"
	},
	{
		id: "build-context-too-large",
		patterns: [/error (?:checking context|from sender): [^\n]{0,60}(?:can't stat|permission denied)|failed to solve: error from sender: (?<reason>[^\n]{1,160})/, /unable to prepare context: (?<reason>[^\n]{1,160})|path "(?<path>[^"\n]{1,200})" not found$|forbidden path outside the build context/],
		cause: "The build context can't be read: {reason|the folder does not exist, or holds files that the job may not read}.",
		fix: "Correct context, and put files that belong to others into .dockerignore; COPY reads nothing outside the context.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "builder-gone",
		patterns: [
			/ERROR: (?:failed to solve: )?(?:rpc error: code = (?<code>Unavailable|Unknown|Canceled) desc = [^\n]{1,120}|closing transport due to|error reading from server: EOF|listing workers)/,
			/failed to receive status: rpc error: code = (?<code>\w{1,40})|graceful_stop|no builder "(?<builder>[^"\n]{1,80})" found/,
			/ERROR: failed to build: failed to find driver|failed to initialize builder/,
			/failed to solve: Unavailable: /
		],
		vague: "kind",
		cause: "The connection to BuildKit broke off: the builder ended, mostly because the runner's memory or disk ran out, or it does not exist.",
		fix: "Look at the runner's memory and disk; set up the builder in the same job (docker/setup-buildx-action), and run again.",
		url: "https://docs.docker.com/build/"
	},
	{
		id: "yarn-or-install-failed",
		patterns: [
			/npm (?:ERR!|error) code (?<code>E\w{3,30}|\d{1,3})$/,
			/npm (?:ERR!|error) (?:command failed|Lifecycle script `(?<script>[\w:-]{1,60})` failed with error)/,
			/ELIFECYCLE|error Command failed with exit code (?<code>\d+)|BUILD FAILURE|FAILURE: Build failed with an exception|error: process didn't exit successfully/
		],
		vague: "outer",
		cause: "A package manager or build tool failed ({code|its lines above say why}).",
		fix: "Read the lines above this one, and run the same command on your machine with the same versions.",
		url: "https://docs.docker.com/build/"
	}
]);

// packages/domain/lib/diagnosis/failures/cloudformation.js
/** CloudFormation and its events. */
const CLOUDFORMATION = rowsAt(["stack", "call"], [
	{
		id: "stack-rollback-complete",
		patterns: [/is in ROLLBACK_COMPLETE state/],
		cause: "The stack's first creation failed; such a stack can only be deleted.",
		fix: "Read the first CREATE_FAILED event for the cause, delete the stack, create it again.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "stack-update-in-progress",
		patterns: [/is in \w+_IN_PROGRESS state and can ?not be updated/],
		cause: "Another update is running.",
		fix: "Wait for it; use a concurrency group per stack.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "stack-update-rollback-failed",
		patterns: [/is in UPDATE_ROLLBACK_FAILED state/],
		cause: "The rollback itself failed, usually because a resource was changed or deleted outside the stack.",
		fix: "Mend that resource, then aws cloudformation continue-update-rollback (skip resources if need be).",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "stack-rollback-failed",
		patterns: [/is in ROLLBACK_FAILED state/],
		cause: "Creation failed and clean-up failed too (non-empty bucket, repository with images, in-use interface).",
		fix: "Empty what blocks, delete the stack (retain resources if need be), create again.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "no-updates",
		patterns: [/No updates are to be performed/i, /submitted information didn't contain changes/i],
		cause: "Template and parameters equal what is deployed; nothing is wrong.",
		fix: "Nothing to do.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "capabilities-missing",
		patterns: [/Requires capabilities ?: ?\[(?<capability>\w+)/i],
		cause: "The template makes IAM resources and the caller did not acknowledge it ({capability}).",
		fix: "Acknowledge the named capability when the stack is created or updated.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "circuit-breaker",
		patterns: [/ECS Deployment Circuit Breaker was triggered/i],
		vague: "outer",
		cause: "The service's new tasks kept failing, so ECS gave up and the stack rolls back.",
		fix: "Read stopped tasks and service events now (stopped tasks are kept about an hour); fix that cause and deploy again.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "resource-timeout",
		patterns: [/Resource timed out waiting for completion/i],
		cause: "The service did not become stable in CloudFormation's time (hours).",
		fix: "Check events and tasks; turn on the deployment circuit breaker to fail in minutes.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "service-not-stable",
		patterns: [/exceeded wait attempts/i],
		vague: "symptom",
		cause: "The tool stopped waiting for the ECS service to be stable.",
		fix: "Read the reasons of the service's stopped tasks, then its newest events and the health of its targets: ECS console, service, tabs Tasks and Events.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "secret-scheduled-for-deletion",
		patterns: [/already scheduled for deletion/i],
		cause: "The name is held by a deleted secret within its recovery window.",
		fix: "aws secretsmanager restore-secret and import it, or delete-secret --force-delete-without-recovery, then retry.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "resource-already-exists",
		patterns: [
			/Resource of type '[^']+' with identifier [^\n]*already exists/i,
			/HandlerErrorCode: AlreadyExists/,
			/^(?<resource>\S{1,200}) already exists in stack (?<stack>\S{1,300})/
		],
		cause: "A resource of the fixed name {resource|in the template} exists already {stack|outside the stack}, often kept from an older stack.",
		fix: "Delete or import it, or drop the fixed name.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "export-in-use",
		patterns: [/Export (?<export>\S+) cannot be (?:deleted|updated) as it is in use(?: by (?<stack>[\w-]{1,128}))?/i],
		cause: "Stack {stack|of another name} imports output {export}.",
		fix: "Remove the import there and deploy that stack first.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "handler-invalid-request",
		where: ["stack"],
		patterns: [/Unable to update task definition on services with a CODE_DEPLOY deployment controller/i],
		cause: "The template changes the task definition of a service that CodeDeploy controls; ECS refuses that.",
		fix: "Keep the task definition of such a service out of the stack's updates and deploy it with CodeDeploy.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "parameters-missing",
		patterns: [/Parameters: \[(?<parameters>[^\]\n]*)\] must have values/i],
		cause: "Parameters without a default were not given: {parameters}.",
		fix: "Give {parameters} a value.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "unresolved-dependency",
		patterns: [/Unresolved resource dependencies/i, /Fn::GetAtt references undefined resource (?<resource>\w{1,200})/],
		cause: "A Ref or GetAtt names something the template lacks.",
		fix: "Correct the name, or put the resource under the same condition.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "eip-limit",
		patterns: [/maximum number of addresses has been reached/i],
		cause: "The region's Elastic IP quota (5 by default) is used up by NAT gateways.",
		fix: "Release unused addresses, use one NAT gateway, or raise the quota.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "stack-resource-quota",
		patterns: [
			/The maximum number of (?!addresses\b)(?<what>[\w -]{1,60}) has been reached/,
			/HandlerErrorCode: ServiceLimitExceeded/,
			/(?<what>VpcLimitExceeded|NatGatewayLimitExceeded|TooManyLoadBalancers|TooManyTargetGroups|DBInstanceQuotaExceeded\w*|InstanceQuotaExceeded\w*)/
		],
		vague: "kind",
		cause: "The quota of this account and region is used up: {what|the event names the resource}.",
		fix: "Delete what is no longer used, share the resource between stacks, or raise the quota (Service Quotas).",
		url: "https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html"
	},
	{
		id: "database-engine-version-gone",
		patterns: [/Cannot find version (?<version>[\w.]{1,40}) for (?<engine>[\w-]{1,40})/],
		cause: "RDS offers no {engine} {version} in this region (any more): old minor versions are withdrawn.",
		fix: "List what there is (aws rds describe-db-engine-versions --engine {engine}) and name an available version, or the major version alone.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "target-group-in-use",
		where: ["stack", "call"],
		patterns: [
			/Target group '?(?<group>arn:\S{1,200}?)'? is currently in use by a listener or a rule/i,
			/target groups? cannot be deleted because (?:it is|they are) currently in use/i,
			/\bResourceInUse\b[^\n]{0,60}[Tt]arget group/
		],
		cause: "Target group {group|of the stack} still stands in a listener or a rule, often because CodeDeploy moved it there or a rule was made by hand.",
		fix: "Take it out of the rule first (aws elbv2 describe-rules, modify-rule, modify-listener), then delete. A target group that must be replaced needs a new name.",
		url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html"
	},
	{
		id: "template-value-refused",
		patterns: [
			/Model validation failed \((?<place>#[^\s:]{0,200}): ?(?<reason>[^\n)]{1,160})/,
			/Properties validation failed for resource (?<place>\w{1,200}) with message:\s{0,4}(?<reason>[^\n]{0,200})/,
			/Encountered unsupported property (?<place>\w{1,200})|Value of property (?<place2>\w{1,200}) must be (?<reason2>[^\n]{1,80})/
		],
		vague: "kind",
		cause: "A value of the template has the wrong form at {place|the place that the event names}: {reason|it does not fit the resource type's schema}.",
		fix: "Correct the property in the template (a list against a single value, a number against a text, an intrinsic function in a string); cfn-lint finds such places before the deployment.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "template-syntax",
		patterns: [
			/Template format error: (?<reason>(?:YAML|JSON) not well-formed[^\n]{0,80})/,
			/Template format error: (?<reason>(?!Unresolved)[^\n]{1,160})/,
			/Template validation error: (?!Template format error)(?<reason>[^\n]{1,160})/
		],
		vague: "kind",
		cause: "CloudFormation does not read the template: {reason|the message names the place}.",
		fix: "Correct the line (indentation, a missing colon, a tab), and check the file with cfn-lint or aws cloudformation validate-template.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "resources-in-different-vpcs",
		patterns: [/The (?<what>[\w ]{1,60}security group|[\w ,]{1,80}) are in different VPCs/],
		cause: "The template joins resources of different VPCs: {what|see the event}.",
		fix: "Take subnets, subnet group and security groups from one VPC (one parameter or import for all).",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "resource-name-not-allowed",
		patterns: [
			/Bucket name should not contain uppercase characters|bucket name should not contain uppercase/i,
			/failed to satisfy constraint: Member must (?:have length|satisfy regular expression)[^\n]{0,160}/,
			/The (?:load balancer|target group) name '(?<name>[^'\n]{1,120})' (?:cannot|can only)/
		],
		vague: "kind",
		cause: "The name {name|of a resource} has a form or a length that the service does not take.",
		fix: "Shorten or correct it (buckets: lower case, 63 characters; load balancers and target groups: 32), or leave the name to CloudFormation.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html"
	},
	{
		id: "parameter-value-missing-in-account",
		patterns: [/parameter value (?<value>\S{1,200}) for parameter name (?<parameter>\w{1,200}) does not exist/i],
		cause: "Parameter {parameter} names {value}, which does not exist in this region and account.",
		fix: "Give {parameter} the id of a resource that exists here (another region or account has other ids).",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html"
	},
	{
		id: "custom-name-blocks-replacement",
		patterns: [/cannot update a stack when a custom-named resource requires replacing(?:\. Rename (?<name>\S{1,200}))?/],
		cause: "The change replaces a resource of a fixed name ({name|see the event}), and the new one cannot have the name while the old one exists.",
		fix: "Give it another name in the same change, or drop the fixed name so that CloudFormation makes one.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "custom-resource-failed",
		patterns: [/Received response status \[FAILED\] from custom resource\.(?: Message returned: (?<reason>[^\n]{1,200}))?/, /Custom Resource failed to stabilize in expected time|CloudFormation did not receive a response from your Custom Resource/],
		cause: "The function behind a custom resource failed or did not answer: {reason|see its log}.",
		fix: "Read the function's log group (/aws/lambda/NAME), mend it, and see that it answers to CloudFormation's URL in every case, on Delete too.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html"
	},
	{
		id: "bucket-not-empty",
		patterns: [/The bucket you tried to delete is not empty|BucketNotEmpty/],
		cause: "The stack deletes a bucket that still holds objects or old versions of them.",
		fix: "Empty it (aws s3 rm s3://BUCKET --recursive, and the versions too) and delete the stack again, or keep it (DeletionPolicy: Retain).",
		url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html"
	},
	{
		id: "dependent-resource",
		patterns: [/(?<resource>(?:sg|subnet|vpc|igw|eni)-[\da-f]{1,40})[^\n]{0,30} has (?:a dependent object|dependencies and cannot be deleted)/, /\bDependencyViolation\b/],
		cause: "Another resource outside the stack still uses {resource|this one}: a network interface, another security group's rule, a task that runs.",
		fix: "Find it (aws ec2 describe-network-interfaces --filters Name=group-id,Values={resource|ID}, or Name=subnet-id), remove it, and delete again.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "certificate-unsupported",
		patterns: [/\bUnsupportedCertificate\b/],
		cause: "The certificate is not issued yet (pending validation) or of an unsupported kind.",
		fix: "Finish DNS validation and wait for ISSUED; use RSA 2048 or a supported EC key.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "certificate-not-found",
		patterns: [/\bCertificateNotFound\b/, /Certificate (?:'[^'\n]{1,200}' )?not found/i],
		cause: "The certificate was deleted or is in another region than the load balancer.",
		fix: "Use a certificate of the load balancer's region.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "https-needs-certificate",
		patterns: [/certificate must be specified for HTTPS listeners/i],
		cause: "An HTTPS listener has no certificate.",
		fix: "Give a certificate ARN, or use HTTP.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "dynamic-ref-json-key",
		patterns: [/Could not find a value associated with JSONKey/i],
		cause: "A {{resolve:secretsmanager:...}} reference names a JSON key the secret lacks.",
		fix: "Add the key or correct the reference.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "changeset-busy",
		patterns: [/operation on this ChangeSet is currently in progress/i],
		cause: "The change set is still being made or removed by another run.",
		fix: "Wait and retry; use a unique change-set name.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "resource-creation-cancelled",
		patterns: [/Resource (?:creation|update|deletion) cancelled/i],
		vague: "symptom",
		cause: "Another resource of the stack failed first; this one is never the cause.",
		fix: "Look for the earliest *_FAILED event with another reason.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "resources-failed-to-create",
		patterns: [/following resource\(s\) failed to (?:create|update|delete)/i],
		vague: "symptom",
		cause: "This line sums up the stack's failure; it is never the cause.",
		fix: "Read each named resource's own first failed event.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	},
	{
		id: "bluegreen-transform-parameters",
		patterns: [/parameters modified by transform/i],
		cause: "The CodeDeploy blue/green transform and a parameter change cannot go in one update.",
		fix: "Deploy parameter changes and task-definition changes apart.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/blue-green-considerations.html"
	},
	{
		id: "export-missing",
		patterns: [/No export named (?<export>\S{1,255}) found/i],
		cause: "No stack of this account and region exports {export}: the stack is missing, was not deployed yet, or calls its export otherwise.",
		fix: "List the exports (aws cloudformation list-exports), correct the name in Fn::ImportValue, or deploy the exporting stack first.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html"
	},
	{
		id: "service-did-not-stabilise",
		patterns: [/Service (?:arn:\S{1,300} )?did not stabili[sz]e/i, /Resource of type '?AWS::ECS::Service'? with identifier [^\n]{1,300}did not stabili[sz]e/i],
		vague: "symptom",
		cause: "The tasks of the service did not become steady in the time that CloudFormation waits. Its events and stopped tasks say why.",
		fix: "Look at the events and the stopped tasks of the service while the update runs; the deployment circuit breaker ends it sooner.",
		url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html"
	}
]);

// packages/domain/lib/diagnosis/failures/codedeploy.js
/** CodeDeploy and blue/green deployments. */
const CODEDEPLOY = rowsAt([
	"deployment",
	"call",
	"stack"
], [
	{
		id: "replacement-taskset-timeout",
		patterns: [/waiting for the replacement task set to become healthy/i],
		vague: "outer",
		cause: "The new tasks never became healthy: they stop at start or fail the target group's checks.",
		fix: "Read the replacement task set's stopped tasks and target health; those hold the cause. Stop the deployment rather than wait the hour.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "continue-wait-timeout",
		patterns: [/waiting for a notification to continue/i],
		cause: "Traffic rerouting was set to wait for a person and nobody continued.",
		fix: "Call ContinueDeployment with READY_WAIT, or set terminate/ready action to CONTINUE_DEPLOYMENT.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "codedeploy-role-missing-lambda",
		patterns: [/does not give you permission to perform operations in the following AWS service: AWSLambda/i],
		cause: "The CodeDeploy role may not invoke the hook function.",
		fix: "Attach AWSCodeDeployRoleForECS, and name hook functions CodeDeployHook_* or allow lambda:InvokeFunction on them.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "codedeploy-role-permissions",
		patterns: [
			/does not give you permission to perform operations in the following AWS service/i,
			/does not have the permissions required to assume a role/i,
			/\bIAM_ROLE_PERMISSIONS\b/
		],
		cause: "The service role's trust or permissions are incomplete (code IAM_ROLE_PERMISSIONS).",
		fix: "Trust codedeploy.amazonaws.com, attach AWSCodeDeployRoleForECS, and allow iam:PassRole for the task roles.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html"
	},
	{
		id: "codedeploy-role-missing",
		patterns: [/no service role exists with the service role name/i, /\bIAM_ROLE_MISSING\b/],
		cause: "The role named on the deployment group was deleted (code IAM_ROLE_MISSING).",
		fix: "Recreate the role or update the deployment group.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html"
	},
	{
		id: "hook-callback-timeout",
		patterns: [/waiting for a status callback/i],
		cause: "The hook Lambda never called PutLifecycleEventHookExecutionStatus: it crashed, lacks the permission, or has no network path.",
		fix: "Read the function's log; always report Succeeded or Failed, allow codedeploy:PutLifecycleEventHookExecutionStatus.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "hook-validation-failed",
		patterns: [/lifecycle event validation functions failed/i, /\bHOOK_EXECUTION_FAILURE\b/],
		cause: "A hook reported Failed (code HOOK_EXECUTION_FAILURE).",
		fix: "Open the failing lifecycle event's Lambda log for the failed check.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "primary-taskset-not-behind-listener",
		patterns: [/Primary taskset target group must be behind listener/i],
		cause: "The listener forwards to another target group than the primary task set's: someone or some template changed it between deployments.",
		fix: "Point the production listener back at the primary task set's group, and stop infrastructure code from resetting default actions (ignore changes).",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "taskset-behind-prod-listener",
		patterns: [/TaskSet <[^>]+> is behind prod listener/i],
		cause: "A task set that is not primary still gets production traffic from a rule.",
		fix: "Check every rule of the listener; move the rule to the primary's group, delete the stray task set.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "nlb-needs-all-at-once",
		patterns: [/Only ALB supports gradual traffic routing/i],
		cause: "A canary or linear configuration was chosen with a Network Load Balancer.",
		fix: "Use CodeDeployDefault.ECSAllAtOnce or an ALB.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "target-group-pair-invalid",
		patterns: [/must contain a valid pair of target groups/i, /InvalidTargetGroupPairException/],
		cause: "The deployment group lacks two target groups and a production listener.",
		fix: "Set targetGroupPairInfoList with exactly two groups and the production listener ARN.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "ecs-update-container-missing",
		patterns: [/The container (?:(?<container>\S+) )?does not exist in the task definition/i],
		where: ["deployment"],
		cause: "AppSpec's ContainerName {container|} is not in the task definition (code ECS_UPDATE_ERROR).",
		fix: "Set LoadBalancerInfo.ContainerName to the exact name.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "ecs-update-container-port",
		patterns: [/(?:The container (?<container>\S+) )?did not have a container port (?<port>\d+) defined/i],
		cause: "AppSpec's ContainerPort {port} is not among the container's portMappings.",
		fix: "Set ContainerPort to the mapped containerPort.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "deployment-already-active",
		patterns: [/already has an active Deployment '?(?<deployment>d-\w+)?/i, /DeploymentLimitExceededException/],
		cause: "Deployment {deployment|of an earlier run} has not finished: waiting to reroute, or keeping the old tasks for the termination wait.",
		fix: "Wait for it, continue it, or stop it (aws deploy stop-deployment); shorten terminationWaitTimeInMinutes; use a concurrency group.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "alarm-active",
		patterns: [/alarms have been activated(?:[^\n]{0,80}?: ?(?<alarms>[\w., -]{1,200}))?/i, /\bALARM_ACTIVE\b/],
		cause: "A CloudWatch alarm tied to the deployment group fired: {alarms|see which one} (code ALARM_ACTIVE).",
		fix: "Look at the named alarm and the new version's errors; if it fired before the deployment, clear it first.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "appspec-malformed",
		patterns: [
			/AppSpec file that specifies the deployment configuration is missing or has an invalid/i,
			/not a well-formed yaml/i,
			/\bINVALID_REVISION\b/
		],
		cause: "AppSpec is not valid YAML/JSON or was cut or quoted wrongly (code INVALID_REVISION).",
		fix: "Validate the file; keep version: 0.0 and two-space indents; send JSON made by a serializer.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "appspec-missing",
		patterns: [/AppSpec file is required, but could not be found/i, /AppSpec file cannot be located in the specified S3 bucket/],
		cause: "The revision holds no AppSpec under the expected name.",
		fix: "Give the AppSpec as content, or name the file appspec.yaml at the revision's root.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "revision-required",
		patterns: [/RevisionRequiredException/, /RevisionLocation must be specified/i],
		cause: "CreateDeployment had no revision.",
		fix: "Pass revision with revisionType AppSpecContent (or S3) and its content.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "appspec-property-missing",
		patterns: [/AppSpec file must include property/i],
		cause: "The AppSpec lacks a needed key; the deploy action matches keys without regard to case.",
		fix: "Add version, Resources > TargetService > Properties > TaskDefinition, LoadBalancerInfo.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "invalid-ecs-service-parameter",
		patterns: [/Should not specify ECS services parameter for Server/i],
		cause: "The application was made with compute platform Server, not ECS.",
		fix: "Recreate the CodeDeploy application with compute platform ECS.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "application-not-found",
		patterns: [/ApplicationDoesNotExistException/, /No application found for name/i],
		cause: "Application name is wrong or in another region; the default is AppECS-CLUSTER-SERVICE.",
		fix: "Check the name with aws deploy list-applications and set it.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "deployment-group-not-found",
		patterns: [/DeploymentGroupDoesNotExistException/, /No Deployment Group found for name/i],
		cause: "Deployment group name is wrong; the default is DgpECS-CLUSTER-SERVICE.",
		fix: "Check with aws deploy list-deployment-groups and set it.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html"
	},
	{
		id: "deployment-config-not-found",
		where: ["deployment", "call"],
		patterns: [/DeploymentConfigDoesNotExistException|No Deployment Configuration found for name: (?<config>\S{1,100})/],
		cause: "There is no deployment configuration {config|of that name} for ECS in this region.",
		fix: "Name a predefined one (CodeDeployDefault.ECSAllAtOnce, ECSCanary10Percent5Minutes, ECSLinear10PercentEvery1Minutes), or create your own with compute platform ECS.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html"
	},
	{
		id: "codedeploy-throttled",
		patterns: [/more requests were made than are permitted for AWS CodeDeploy/i],
		cause: "Too many CodeDeploy calls by one role (code THROTTLED).",
		fix: "Poll less often, with backoff.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html"
	},
	{
		id: "codedeploy-throttled",
		patterns: [/\bTHROTTLED\b/],
		where: ["deployment"],
		strict: true,
		cause: "Too many CodeDeploy calls by one role (code THROTTLED).",
		fix: "Poll less often, with backoff.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html"
	},
	{
		id: "health-constraints",
		patterns: [/too many individual instances failed deployment/i, /\bHEALTH_CONSTRAINTS\b/],
		cause: "Too many targets failed (code HEALTH_CONSTRAINTS); for EC2/on-premises mostly.",
		fix: "Look at the failed targets' own errors.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html"
	},
	{
		id: "health-constraints-invalid",
		patterns: [/minimum number of healthy instances, as defined by/i, /\bHEALTH_CONSTRAINTS_INVALID\b/],
		cause: "Minimum healthy hosts cannot be met (code HEALTH_CONSTRAINTS_INVALID).",
		fix: "Lower the minimum or add healthy targets.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html"
	},
	{
		id: "code-invalid-ecs-service",
		patterns: [/\bINVALID_ECS_SERVICE\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "The ECS service of the deployment group is missing, inactive or not under the CODE_DEPLOY controller.",
		fix: "Check that the service is ACTIVE and its deploymentController is CODE_DEPLOY.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-ecs-update-error",
		patterns: [/\bECS_UPDATE_ERROR\b/],
		where: ["deployment"],
		strict: true,
		vague: "symptom",
		cause: "ECS refused CodeDeploy's change; the message quotes the ECS error.",
		fix: "Read the text behind 'unexpected error:' in the message; it is what ECS said.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-manual-stop",
		patterns: [/\bMANUAL_STOP\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "Somebody or another job stopped the deployment.",
		fix: "Find the caller of StopDeployment in CloudTrail; not an application fault.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-timeout",
		patterns: [/\bTIMEOUT\b/],
		where: ["deployment"],
		strict: true,
		vague: "symptom",
		cause: "A step ran past its limit.",
		fix: "Read the message for which one: replacement tasks, hook, or wait to continue.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-revision-missing",
		patterns: [/\bREVISION_MISSING\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "The revision was never uploaded or was deleted.",
		fix: "Register and pass the revision again.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-deployment-group-missing",
		patterns: [/\bDEPLOYMENT_GROUP_MISSING\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "The deployment group was deleted.",
		fix: "Recreate it or correct the name.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-application-missing",
		patterns: [/\bAPPLICATION_MISSING\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "The application was deleted.",
		fix: "Recreate it or correct the name.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-internal-error",
		patterns: [/\bINTERNAL_ERROR\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "A fault on AWS's side, or a resource changed during the deployment.",
		fix: "Retry once; then check listener and target groups.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-resource-limit-exceeded",
		patterns: [/\bRESOURCE_LIMIT_EXCEEDED\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "An account quota was reached.",
		fix: "See Service Quotas for CodeDeploy, ECS and ELB.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-missing-elb-information",
		patterns: [/\bMISSING_ELB_INFORMATION\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "The deployment group has no load balancer data.",
		fix: "Set loadBalancerInfo with a target group pair.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-missing-blue-green-configuration",
		patterns: [/\bMISSING_BLUE_GREEN_DEPLOYMENT_CONFIGURATION\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "No blue/green settings on the group.",
		fix: "Set blueGreenDeploymentConfiguration and deployment style BLUE_GREEN with traffic control.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-elb-invalid",
		patterns: [/\bELASTIC_LOAD_BALANCING_INVALID\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "The load balancer, listener or target group does not fit (deleted, other VPC, wrong target type).",
		fix: "Use target type ip, same VPC, and live listeners.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-invalid-lambda-function",
		patterns: [/\bINVALID_LAMBDA_FUNCTION\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "A hook's function does not exist.",
		fix: "Correct the ARN in the AppSpec hooks.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-invalid-lambda-configuration",
		patterns: [/\bINVALID_LAMBDA_CONFIGURATION\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "A hook's function is wrongly configured.",
		fix: "Check its state, version/alias and permissions.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-resource-cannot-be-found",
		patterns: [/\bCODEDEPLOY_RESOURCE_CANNOT_BE_FOUND\b/],
		where: ["deployment"],
		strict: true,
		vague: "outer",
		cause: "A resource named by the deployment vanished.",
		fix: "Check service, task definition, target groups and hooks exist.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-customer-application-unhealthy",
		patterns: [/\bCUSTOMER_APPLICATION_UNHEALTHY\b/],
		where: ["deployment"],
		strict: true,
		vague: "symptom",
		cause: "The application failed checks after the change.",
		fix: "Read the reasons of the replacement's stopped tasks (ECS console, service, tab Tasks), their log group, and the reason of each target in its target group.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "code-cloudformation-stack-failure",
		patterns: [/\bCLOUDFORMATION_STACK_FAILURE\b/],
		where: ["deployment"],
		strict: true,
		vague: "symptom",
		cause: "The stack that drives the deployment failed.",
		fix: "Read the stack's events.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html"
	},
	{
		id: "ecs-native-hook-failed",
		where: [
			"deployment",
			"service",
			"stack"
		],
		patterns: [/deployment failed: hook execution failure/i],
		cause: "A lifecycle hook of an ECS-native blue/green deployment failed.",
		fix: "Read the hook Lambda's log; return hookStatus SUCCEEDED; let the hook role invoke it.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	},
	{
		id: "listener-rule-arn-invalid",
		where: [
			"deployment",
			"call",
			"stack"
		],
		patterns: [/ListenerRule has an invalid ARN format/i],
		vague: "kind",
		cause: "A listener ARN was given where ECS-native blue/green wants a rule ARN.",
		fix: "Pass the listener-rule ARN (aws elbv2 describe-rules; the default rule works).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "listener-rule-shared",
		patterns: [/cannot be used as both production and test listener rules/i],
		cause: "Production and test use one rule.",
		fix: "Make a separate rule (or listener port) for test traffic.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "taskset-desired-count-mismatch",
		patterns: [/computed desired count \d+ does not match service desired count/i],
		cause: "The desired count changed (auto scaling) during the deployment.",
		fix: "Suspend scaling during deployments and keep desiredCount out of the template.",
		url: "https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html"
	}
]);

// packages/domain/lib/diagnosis/failures/credentials.js
/** Credentials, OIDC and region. */
const CREDENTIALS = rowsAt(["call", "build"], [
	{
		id: "oidc-not-authorized",
		patterns: [/Not authorized to perform:? sts:AssumeRoleWithWebIdentity/i],
		cause: "The role's trust policy does not match this token: sub (repository, branch, environment), aud, or provider ARN.",
		fix: "Compare the trust policy's sub condition with repo:OWNER/REPO:... of this run (case and environment count; wildcards need StringLike).",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "oidc-provider-missing",
		patterns: [/No OpenIDConnect provider found in your account for (?<provider>\S{1,200})/i, /No OpenIDConnect provider found/i],
		cause: "The account has no OIDC provider for {provider|GitHub}.",
		fix: "Create an IAM OIDC provider for that URL with audience sts.amazonaws.com.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "oidc-audience-mismatch",
		patterns: [/Incorrect token audience/i],
		cause: "The provider's client id list lacks the token's audience.",
		fix: "Add sts.amazonaws.com to the provider's audiences (or the one you ask for).",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "credentials-not-loaded",
		patterns: [
			/Credentials could not be loaded/i,
			/Could not load credentials from any providers/i,
			/You can configure credentials by running "aws (?:configure|login)"/
		],
		cause: "No credentials: id-token permission absent, empty secrets (fork pull request), or no role input.",
		fix: "Add permissions: id-token: write and role-to-assume, or check that the secrets exist for this event and environment.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "oidc-permission-missing",
		patterns: [/Did you mean to set the .id-token. permission/i],
		cause: "The job lacks permissions: id-token: write.",
		fix: "Add permissions: id-token: write and contents: read to the job (and to the caller of a reusable workflow).",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "oidc-token-url-missing",
		patterns: [/Unable to get ACTIONS_ID_TOKEN_REQUEST_URL/],
		cause: "The job may not ask GitHub for an identity token.",
		fix: "Add permissions: id-token: write; fork pull requests never get it.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "token-expired",
		patterns: [
			/security token included in the request is expired/i,
			/\bExpiredToken(?:Exception)?\b/,
			/Could not assume role with OIDC: Token is expired/
		],
		cause: "The session (one hour by default) ended during a long wait.",
		fix: "Raise role-duration-seconds and the role's maximum session, or assume the role again before the late steps.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "clock-skewed",
		where: [
			"call",
			"build",
			"application"
		],
		patterns: [
			/Signature (?:expired|not yet current): (?<signed>\w{8,20}) is (?:now earlier|still later) than/,
			/RequestTimeTooSkewed|The difference between the request time and the current time is too large/,
			/InvalidSignatureException: [^\n]{0,40}[Ss]ignature (?:expired|not yet current)/
		],
		cause: "The clock of the machine that signed the call ({signed|of the message}) differs from that of AWS by more than five minutes, or the request waited as long before it was sent.",
		fix: "Set the clock by NTP (chrony) on a self-hosted runner or host; in a container the clock is the host's. A job that was suspended runs again.",
		url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html"
	},
	{
		id: "assume-role-denied",
		patterns: [/not authorized to perform: sts:AssumeRole on resource: (?<role>arn:[\w:/+=,.@-]{1,300})/],
		cause: "The identity that calls may not assume role {role}: its own policy lacks sts:AssumeRole, or the trust policy of the role does not name it.",
		fix: "Name the calling user or role as Principal in the trust policy of {role}, and allow sts:AssumeRole on {role} in the policy of the caller. A role chain needs both.",
		url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html"
	},
	{
		id: "endpoint-unreachable",
		where: [
			"call",
			"build",
			"application"
		],
		patterns: [/Could not connect to the endpoint URL: "https?:\/\/(?<host>[\w.-]{1,200})/, /getaddrinfo ENOTFOUND (?<host>[\w-]{1,60}\.[\w-]{1,40}\.amazonaws\.com(?:\.cn)?)/],
		cause: "The call does not reach AWS's endpoint {host}: the region's name is mistyped, or the machine has no way to it (no NAT, no VPC endpoint, a proxy).",
		fix: "Check aws-region against the name in {host}; in a private subnet add a NAT gateway or the service's VPC endpoint, and behind a proxy set HTTPS_PROXY and NO_PROXY.",
		url: "https://docs.aws.amazon.com/general/latest/gr/rande.html"
	},
	{
		id: "token-invalid",
		patterns: [
			/security token included in the request is invalid/i,
			/\bInvalidClientTokenId\b/,
			/\bUnrecognizedClientException\b/
		],
		cause: "Keys deleted or mistyped, a session token left out or mixed, or a region not enabled for the account.",
		fix: "Re-issue the keys, pass the session token with temporary ones, or enable the region.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "session-duration-too-long",
		patterns: [/DurationSeconds exceeds the MaxSessionDuration/i],
		cause: "Asked for more time than the role allows.",
		fix: "Lower role-duration-seconds or raise the role's maximum.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "region-input-missing",
		patterns: [/Input required and not supplied: aws-region/i],
		cause: "The aws-region input is empty, often an unset variable.",
		fix: "Set aws-region.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "region-missing",
		patterns: [/\bRegion is missing/i],
		cause: "The SDK found no region.",
		fix: "Set AWS_REGION or run the credentials step first.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "region-not-valid",
		patterns: [/Region is not valid:/i],
		cause: "aws-region is not a region name (a zone such as us-east-1a, stray spaces).",
		fix: "Give a region such as eu-west-1.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "secret-access-key-missing",
		patterns: [/'aws-secret-access-key' must be provided/i],
		cause: "Only half of the key pair was given; a secret is empty.",
		fix: "Set both secrets or change to OIDC.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "missing-authentication-token",
		patterns: [/Missing Authentication Token/i],
		cause: "The request was not signed: empty credentials.",
		fix: "Check the credentials step ran in this job.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "missing-credentials-in-config",
		patterns: [/Missing credentials in config/i],
		cause: "The older SDK found no credentials.",
		fix: "Run the credentials step first; update the action.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	},
	{
		id: "no-credentials-for-account",
		patterns: [/Need to perform AWS calls for account \S+, but no credentials/i],
		cause: "CDK found no credentials for the target account, or those of another account.",
		fix: "Assume a role in the target account in this job; check the account in the stack's env.",
		url: "https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services"
	}
]);

// packages/domain/lib/diagnosis/failures/database.js
/** A database refuses a login, a statement or a connection. */
const DATABASE = rowsAt(["application"], [
	{
		id: "table-missing",
		patterns: [
			/(?:ERROR:|UndefinedTable:|error:|ProgrammingError:|QueryFailedError:|Exception:|pq:|database:)[^\n]{0,80}(?<!of )relation "(?<table>[^"\n]{1,120})" does not exist/i,
			/(?<!of )relation "(?<table>[^"\n]{1,120})" does not exist (?:at character|LINE|\(SQLSTATE 42P01\))/,
			/(?:UndefinedTable|42P01)\b[^\n]{0,120}(?<!of )relation "(?<table>[^"\n]{1,120})"/,
			/^relation "(?<table>[^"\n]{1,120})" does not exist/,
			/Table '(?<table>[^'\n]{1,120})' doesn't exist/,
			/(?:OperationalError|SQLITE_ERROR|StatementInvalid|SQLException|SQLSTATE\[\w+\]|ERROR:?|error:?)[^\n]{0,60}no such table: (?<table>[\w.]{1,120})/,
			/Invalid object name '(?<table>[^'\n]{1,120})'/,
			/The table `(?<table>[^`\n]{1,120})` does not exist in the current database/,
			/ORA-00942: table or view/,
			/Could not find table '(?<table>[^'\n]{1,120})'/
		],
		cause: "Table {table|that the message names} does not exist: its migration did not run in this database, runs later than its use, or the schema (search_path) is another one.",
		fix: "Run all migrations before the new tasks start (migrate of this pipeline), in the order of their dependencies, and check that they run in the database that the application uses.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "column-missing",
		patterns: [
			/(?:ERROR:|UndefinedColumn:|ProgrammingError:|error:|QueryFailedError:|Exception:|pq:)[^\n]{0,60}column "?(?<column>[\w.]{1,120})"?(?: of relation "(?<table>[^"\n]{1,120})")? does not exist/i,
			/^column "?(?<column>[\w.]{1,120})"? (?:of relation "(?<table>[^"\n]{1,120})" )?does not exist/,
			/Unknown column '(?<column>[^'\n]{1,120})' in/,
			/no such column: (?<column>[\w.]{1,120})/,
			/Invalid column name '(?<column>[^'\n]{1,120})'/,
			/The column `(?<column>[^`\n]{1,120})` does not exist in the current database/,
			/ActiveModel::UnknownAttributeError: unknown attribute '(?<column>\w+)'|ORA-00904: [^\n]{0,40}invalid identifier/
		],
		cause: "Column {column|that the message names} does not exist: the schema is behind the code, or a migration uses a column before another one adds it.",
		fix: "Run the migrations before the new version starts; put the change that adds {column|the column} before what uses it. Old tasks keep running during the shift: add first, remove a release later.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "relation-exists",
		patterns: [
			/(?:ERROR:|DuplicateTable:|error:|QueryFailedError:|ProgrammingError:|Exception:|pq:|database:)[^\n]{0,60}(?:relation|table|type|index|schema|function) "(?<table>[^"\n]{1,120})" already exists/i,
			/^(?:relation|table|type|schema) "(?<table>[^"\n]{1,120})" already exists/,
			/Table '(?<table>[^'\n]{1,120})' already exists/,
			/table "?(?<table>\w{1,120})"? already exists/,
			/There is already an object named '(?<table>[^'\n]{1,120})' in the database/,
			/(?:DuplicateColumn:|ERROR:)[^\n]{0,40}column "(?<table>[^"\n]{1,120})" of relation "[^"\n]{1,120}" already exists/,
			/Duplicate (?:column name|key name) '(?<table>[^'\n]{1,120})'/,
			/ORA-00955|PG::DuplicateTable|PG::DuplicateColumn|PG::DuplicateObject/,
			/\(duplicate_(?:table|column|object)\) [^\n]{0,40}"(?<table>[^"\n]{1,120})"[^\n]{0,80} already exists/
		],
		cause: "{table|The object} exists in the database though this migration is not recorded as run: an earlier run stopped half-way, or the schema was made by other means (synchronize, a loaded dump).",
		fix: "Compare the tool's table of migrations with the schema. Record the migration as run where it is complete, else remove its half-made objects; turn automatic schema creation off in production.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "statement-timeout",
		patterns: [
			/canceling statement due to statement timeout/,
			/Query execution was interrupted, maximum statement execution time exceeded/,
			/PG::QueryCanceled|QueryCanceledError|Execution Timeout Expired/
		],
		cause: "A statement ran longer than the database or the client allows (statement_timeout).",
		fix: "For a migration raise the timeout in its own session (SET statement_timeout), work in batches, and build indexes CONCURRENTLY; see with EXPLAIN what takes the time.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "lock-wait-timeout",
		patterns: [
			/Lock wait timeout exceeded/,
			/Lock request time out period exceeded/,
			/could not obtain lock on (?:relation|row)/,
			/ORA-00054: resource busy|ORA-04021/,
			/database is locked/,
			/canceling statement due to conflict with recovery/
		],
		cause: "Another transaction holds the lock that the statement needs, longer than the wait allows.",
		fix: "Find and end the long transaction (SHOW PROCESSLIST, pg_stat_activity), run at a quiet time, and make the change in small steps. A migration with a short lock timeout and a retry harms the least.",
		url: "https://dev.mysql.com/doc/refman/8.0/en/innodb-error-handling.html"
	},
	{
		id: "deadlock",
		patterns: [/deadlock detected|Deadlock found when trying to get lock|was deadlocked on lock resources|ORA-00060/],
		cause: "Two transactions waited for each other's locks, and the database ended this one.",
		fix: "Run it again; if it recurs, take locks in one order in all code, keep transactions short, and run one migration at a time.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "not-null-violation",
		patterns: [
			/column "(?<column>[^"\n]{1,120})" of relation "(?<table>[^"\n]{1,120})" contains null values/,
			/null value in column "(?<column>[^"\n]{1,120})"(?: of relation "(?<table>[^"\n]{1,120})")? violates not-null constraint/,
			/column "(?<column>[^"\n]{1,120})" contains null values/,
			/Column '(?<column>[^'\n]{1,120})' cannot be null|Invalid use of NULL value|Data truncated for column '(?<column2>[^'\n]{1,120})'/,
			/Field '(?<column>[^'\n]{1,120})' doesn't have a default value/
		],
		cause: "Rows have no value in column {column|that the message names}, which is to be NOT NULL.",
		fix: "Give the existing rows a value first (backfill in batches), then add the constraint; during the shift the old version still writes rows without it.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "unique-violation",
		patterns: [
			/could not create unique index "(?<index>[^"\n]{1,120})"/,
			/duplicate key value violates unique constraint "(?<index>[^"\n]{1,120})"/,
			/Duplicate entry '[^'\n]{1,200}' for key '(?<index>[^'\n]{1,120})'/,
			/UNIQUE constraint failed: (?<index>[\w., ]{1,120})/,
			/Cannot insert duplicate key (?:row )?in object '(?<index>[^'\n]{1,120})'|E11000 duplicate key error/
		],
		cause: "Existing data has duplicates that {index|the unique index} forbids, or a row was inserted twice.",
		fix: "Find and merge the duplicates first (GROUP BY … HAVING count(*) > 1), then create the index; make data migrations safe to run again (ON CONFLICT DO NOTHING).",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "foreign-key-violation",
		patterns: [
			/violates foreign key constraint "(?<index>[^"\n]{1,120})"/,
			/a foreign key constraint fails|Cannot add foreign key constraint|FOREIGN KEY constraint failed|Cannot add or update a child row/,
			/there is no unique constraint matching given keys for referenced table "(?<table>[^"\n]{1,120})"/,
			/conflicted with the (?:FOREIGN KEY|REFERENCE) constraint "(?<index>[^"\n]{1,120})"/
		],
		cause: "Rows refer to a row that does not exist, or {index|the foreign key} does not fit type or key of the table that it refers to.",
		fix: "Remove or repair the orphaned rows first; give both columns the same type and the referenced one a unique key. In PostgreSQL add the constraint NOT VALID, then validate it.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "check-violation",
		patterns: [/check constraint "(?<index>[^"\n]{1,120})" (?:of relation "[^"\n]{1,120}" )?is violated by some row/, /violates check constraint "(?<index>[^"\n]{1,120})"|Check constraint '(?<index2>[^'\n]{1,120})' is violated/],
		cause: "Existing rows break {index|the new check constraint}.",
		fix: "Repair the rows first, then add the constraint (in PostgreSQL NOT VALID, then VALIDATE CONSTRAINT).",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "value-too-long",
		patterns: [/value too long for type character(?: varying)?\((?<length>\d+)\)|Data too long for column '(?<column>[^'\n]{1,120})'|String or binary data would be truncated/, /(?:integer|numeric field|smallint) (?:out of range|overflow)|Out of range value for column '(?<column>[^'\n]{1,120})'/],
		cause: "A value is longer or greater than its column {column|} allows.",
		fix: "Widen the column first, or shorten the values.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "column-type-cast",
		patterns: [/column "(?<column>[^"\n]{1,120})" cannot be cast automatically to type (?<type>[\w ]{1,60})/, /operator does not exist: |invalid input syntax for (?:type )?(?<type>\w+)/],
		cause: "PostgreSQL does not convert {column|the value} to {type|the new type} by itself.",
		fix: "Say how with USING in ALTER COLUMN … TYPE (or an explicit cast in the query). On a large table add a new column, fill it in batches and change over.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "database-permission-denied",
		patterns: [
			/permission denied for (?<kind>table|schema|database|relation|sequence|function|language|view|column) (?<object>"?[\w.]{1,120}"?)/,
			/must be owner of (?<kind>table|schema|relation|type|view|function|database|extension) (?<object>"?[\w.]{1,120}"?)/,
			/permission denied to (?<action>create (?:extension|database|role)[^\n]{0,60}|set [^\n]{0,60}|alter [^\n]{0,40})/,
			/(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|INDEX|REFERENCES|TRIGGER) command denied to user '(?<user>[^'\n]{1,80})'/,
			/Access denied for user '(?<user>[^'\n]{1,80})'@'[^'\n]{1,80}' to database '(?<database>[^'\n]{1,80})'/,
			/(?:The (?:SELECT|INSERT|UPDATE|DELETE|EXECUTE) permission was denied on the object '(?<object>[^'\n]{1,120})'|CREATE TABLE permission denied in database)/,
			/must be superuser to|Access denied; you need \(at least one of\) the (?<action2>[\w, ]{1,60}) privilege/,
			/must be able to SET ROLE "|MongoServerError: not authorized on (?<database>\w+) to execute command/,
			/You do not have the SUPER privilege and binary logging is enabled/
		],
		cause: "The database user may not do this ({object|what the message names}): it lacks the grant, or another role owns the object. PostgreSQL 15 and later give nobody CREATE on schema public.",
		fix: "Run migrations with the role that owns the schema, and grant what lacks: GRANT … ON {object|the object} TO {user|the user}; ALTER DEFAULT PRIVILEGES for tables to come. RDS's master user creates extensions (rds_superuser).",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "role-missing",
		patterns: [
			/FATAL: role "(?<user>[^"\n]{1,80})" does not exist/,
			/role "(?<user>[^"\n]{1,80})" does not exist|Login failed for user '(?<user2>[^'\n]{1,80})'/,
			/FATAL: (?:PAM|IAM) authentication failed for user "(?<user>[^"\n]{1,80})"/,
			/ORA-01017\b/
		],
		cause: "The database does not admit user {user|of the connection}: it knows no such user, or (SQL Server, IAM) refuses its password or token.",
		fix: "Create user {user|of the connection} or correct the name; set the password from the secret; for IAM authentication grant rds_iam and rds-db:connect.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "database-password-not-given",
		patterns: [/fe_sendauth: no password supplied|client password must be a string|password must be provided|no password was provided/i, /no password has been provided|empty password returned by client|password authentication failed[^\n]{0,40}: no password/i],
		cause: "The database asks for a password, and the application gives none: its variable or secret is empty or absent in the container.",
		fix: "Add the password to the container's secrets under the name that the application reads (or into the connection URL), and deploy again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"
	},
	{
		id: "database-login-method-unknown",
		patterns: [
			/Authentication plugin '(?<plugin>[^'\n]{1,60})' (?:cannot be loaded|is not supported)/,
			/Client does not support authentication protocol|server requested authentication method unknown to the client \[(?<plugin>[^\]\n]{1,60})\]/,
			/SCRAM authentication requires libpq version 10|SCRAM authentication is not supported|unknown authentication type|The authentication type 10 is not supported|unexpected plugin data/i
		],
		cause: "The database logs users in with {plugin|a method (SCRAM, caching_sha2_password)} that the image's driver or client does not know.",
		fix: "Update the driver or the client library in the image (libpq 10 or newer, a MySQL 8 client, mysql2 in place of mysql; on Alpine mariadb-connector-c); only where that is impossible, create the user with the older method.",
		url: "https://dev.mysql.com/doc/refman/8.4/en/caching-sha2-pluggable-authentication.html"
	},
	{
		id: "index-key-too-long",
		patterns: [/Specified key was too long; max key length is (?<limit>\d+) bytes/, /index row (?:size \d+|requires \d+ bytes)[^\n]{0,80}maximum (?:size is )?(?<limit>\d+)/],
		cause: "An indexed column is longer than the database allows for an index ({limit|its limit} bytes; a character of utf8mb4 takes four).",
		fix: "Index a prefix of the column or shorten it (VARCHAR(191) fits 767 bytes), or use InnoDB with ROW_FORMAT=DYNAMIC (3072 bytes).",
		url: "https://dev.mysql.com/doc/refman/8.4/en/innodb-limits.html"
	},
	{
		id: "database-too-many-connections",
		patterns: [
			/Too many connections|ERROR 1040/,
			/too many connections for (?:role|database) "(?<database>[^"\n]{1,80})"/,
			/max_user_connections|User (?<user>\S{1,60}) already has more than 'max_user_connections'/,
			/ERR max number of clients reached|no more connections allowed|MaxClientsInSessionMode|max_client_conn/
		],
		cause: "The server's connections are used up: blue and green tasks, migrations and pools add up.",
		fix: "Lower the pool per task (tasks × pool must stay below max_connections, twice during a deployment), end idle connections, use RDS Proxy or a larger instance.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "database-disk-full",
		patterns: [
			/could not (?:extend file|write to file) "[^"\n]{1,200}": No space left on device/,
			/The table '(?<table>[^'\n]{1,120})' is full|Disk is full writing|could not write block \d+/,
			/OOM command not allowed when used memory > 'maxmemory'/
		],
		cause: "The database has no room left: its disk is full, or Redis reached maxmemory.",
		fix: "Raise the storage (RDS storage autoscaling) or the cache's size, delete what is not needed, and see what grew.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "database-read-only",
		patterns: [/cannot execute (?<statement>[A-Z ]{3,40}) in a read-only transaction/, /The MySQL server is running with the --(?:super-)?read-only option|attempt to write a readonly database/],
		cause: "The connection leads to a replica or reader endpoint, or the database fails over.",
		fix: "Use the writer endpoint (cluster endpoint of Aurora, not -ro) for migrations and writes; new connections after a failover.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "database-starting",
		patterns: [/the database system is (?:starting up|shutting down|in recovery mode|not yet accepting connections)/],
		cause: "The database restarts, fails over or recovers just now.",
		fix: "Wait until it is available (see its events in RDS) and run the job again; let the program retry its first connection for a minute.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "database-syntax",
		patterns: [
			/(?:ERROR:|error:|SyntaxError:|QueryFailedError:|pq:|Exception:)[^\n]{0,60}syntax error at or near "(?<token>[^"\n]{1,80})"/,
			/You have an error in your SQL syntax[^\n]{0,160}near '(?<token>[^'\n]{1,80})/,
			/(?:SQLITE_ERROR|OperationalError)[^\n]{0,40}near "(?<token>[^"\n]{1,80})": syntax error|Incorrect syntax near '(?<token2>[^'\n]{1,80})'/,
			/type "(?<token>[^"\n]{1,80})" does not exist|function (?<token2>[\w.]{1,80}\([^)\n]{0,120}\)) does not exist|unrecognized configuration parameter "(?<token3>[^"\n]{1,80})"/
		],
		vague: "kind",
		cause: "The database does not understand the statement at {token|the place that the message names}: a mistake, or a feature, type or extension that its version does not have.",
		fix: "Run the statement against the same version of the database as in production; create the extension first where a type or function comes from one.",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	},
	{
		id: "database-extension-missing",
		patterns: [
			/extension "(?<extension>[^"\n]{1,80})" (?:is not available|does not exist)/,
			/could not open extension control file "[^"\n]{0,160}\/(?<extension>[\w-]{1,80})\.control"/,
			/extension "(?<extension>[^"\n]{1,80})" has no installation script/
		],
		cause: "The database server does not offer extension {extension|that the statement names}: its version has none, or it is not installed there.",
		fix: "See what the server offers (SELECT name FROM pg_available_extensions), take a version of RDS or an image of the database that has {extension|it}, and create it once with the master user.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-extensions.html"
	},
	{
		id: "dependent-database-objects",
		patterns: [
			/cannot drop (?<object>[\w ."]{1,120}) because other objects depend on it/,
			/Cannot drop (?:index|table|column) '(?<object>[^'\n]{1,120})': needed in a foreign key constraint/,
			/Cannot delete or update a parent row|Could not drop object '(?<object>[^'\n]{1,120})' because it is referenced/
		],
		cause: "Other objects of the database depend on {object|what the migration drops}: views, foreign keys or defaults.",
		fix: "Drop or change those first, in their own migration, after no running version uses them; the message lists them (DETAIL). CASCADE removes them without asking.",
		url: "https://www.postgresql.org/docs/current/ddl-depend.html"
	},
	{
		id: "database-version-unsupported",
		patterns: [
			/server version: (?<found>[\w.]{1,40})[^\n]{0,60}; pg_dump version: (?<wanted>[\w.]{1,40})|aborting because of server version mismatch/,
			/(?<server>PostgreSQL|MariaDB|MySQL|Oracle|SQLite) (?<wanted>[\d.]{1,20}) or (?:later|newer) is required \(found (?<found>[\w.]{1,40})\)/,
			/You are connecting to Redis (?<found>[\w.]{1,20}), \w+ requires Redis (?<wanted>[\w.]{1,20})/,
			/Unsupported (?:Database|database server version)[:,] (?<found>[^\n]{1,60})/
		],
		cause: "The server's version ({found|of the message}) and the program's ({wanted|of the message}) do not fit.",
		fix: "Use a client in the image of the version of the server or newer (postgresql-client-17 and the like), or upgrade the server first, in a deployment of its own.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html"
	},
	{
		id: "concurrent-index-in-transaction",
		patterns: [
			/CREATE INDEX CONCURRENTLY cannot (?:run|be executed) inside a transaction block/,
			/(?<statement>(?:CREATE|DROP|ALTER|VACUUM|REINDEX)[A-Z ]{0,60}) cannot run inside a transaction block/,
			/current transaction is aborted, commands ignored until end of transaction block/,
			/ALTER TYPE \.\.\. ADD cannot run inside a transaction block|unsafe use of new value "(?<value>[^"\n]{1,80})" of enum type/
		],
		cause: "PostgreSQL does not run this statement in a transaction, and the migration tool opens one; or an earlier statement of the same transaction failed.",
		fix: "Turn the transaction off for this migration: disable_ddl_transaction! (Rails), atomic = False (Django), executeInTransaction=false (Flyway), -- +goose NO TRANSACTION, x-no-tx-wrap, transaction: false (TypeORM, Knex).",
		url: "https://www.postgresql.org/docs/current/errcodes-appendix.html"
	}
]);

// packages/domain/lib/diagnosis/failures/database-migration.js
/** Migrations and the first lines of an application. */
const DATABASE_MIGRATION = rowsAt(["application"], [
	{
		id: "rails-concurrent-migration",
		patterns: [/ActiveRecord::ConcurrentMigrationError/],
		cause: "Two migrations run at once: every task migrates at start, or two deployments overlap.",
		fix: "Run migrations once, as a one-off task before the deployment, under a concurrency group. With PgBouncer in transaction mode connect directly.",
		url: "https://guides.rubyonrails.org/active_record_migrations.html"
	},
	{
		id: "rails-pending-migrations",
		patterns: [/ActiveRecord::PendingMigrationError/],
		cause: "The schema is behind the code: migrations have not run in this database, or RAILS_ENV is not production.",
		fix: "Run bin/rails db:migrate as a one-off task first; set RAILS_ENV=production.",
		url: "https://guides.rubyonrails.org/active_record_migrations.html"
	},
	{
		id: "postgres-database-missing",
		patterns: [/(?:FATAL: |error: |pq: |PG::\w+: |^)database "(?<database>[^"\n]*)" does not exist/im, /We could not find your database: (?<database>[\w.-]{1,80})/],
		cause: "The server answers but has no database {database|of that name}.",
		fix: "Create it once (bin/rails db:create or CREATE DATABASE) or correct the name in DATABASE_URL.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "rails-master-key-missing",
		patterns: [/Missing encryption key to decrypt file with/i],
		cause: "The container has no RAILS_MASTER_KEY.",
		fix: "Add RAILS_MASTER_KEY to the task definition's secrets; for build-time tasks use SECRET_KEY_BASE_DUMMY=1.",
		url: "https://guides.rubyonrails.org/security.html"
	},
	{
		id: "rails-credentials-cannot-decrypt",
		patterns: [/ActiveSupport::MessageEncryptor::InvalidMessage/],
		cause: "RAILS_MASTER_KEY is not the key that encrypted the credentials file.",
		fix: "Give the key of this environment (production.key for credentials/production.yml.enc), with no newline.",
		url: "https://guides.rubyonrails.org/security.html"
	},
	{
		id: "rails-master-key-wrong-length",
		patterns: [/\bkey must be (?:16|32) bytes/i],
		cause: "RAILS_MASTER_KEY has the wrong length (extra newline, quotes, JSON).",
		fix: "Store the 32 hex characters alone.",
		url: "https://guides.rubyonrails.org/security.html"
	},
	{
		id: "rails-secret-key-base-missing",
		patterns: [/Missing `secret_key_base` for/i],
		cause: "No secret_key_base in the environment or credentials.",
		fix: "Set SECRET_KEY_BASE as a secret, or RAILS_MASTER_KEY.",
		url: "https://guides.rubyonrails.org/security.html"
	},
	{
		id: "django-disallowed-host",
		patterns: [/Invalid HTTP_HOST header: '(?<host>[^'\n]{1,120})'/i, /Invalid HTTP_HOST header:/i],
		cause: "The load balancer's check uses the task's IP as host ({host|see the message}); Django answers 400.",
		fix: "Add the task's IP (from the task metadata endpoint) to ALLOWED_HOSTS or answer the health path in early middleware.",
		url: "https://docs.djangoproject.com/en/stable/ref/settings/"
	},
	{
		id: "django-secret-key-empty",
		patterns: [/SECRET_KEY setting must not be empty/i],
		cause: "The secret is not in the environment.",
		fix: "Add it to the task definition's secrets; use a dummy at build for collectstatic.",
		url: "https://docs.djangoproject.com/en/stable/ref/settings/"
	},
	{
		id: "django-settings-not-configured",
		patterns: [/settings are not configured\. You must either define/i],
		cause: "DJANGO_SETTINGS_MODULE is not set.",
		fix: "Set it in the task definition.",
		url: "https://docs.djangoproject.com/en/stable/topics/settings/"
	},
	{
		id: "python-module-missing",
		where: ["application", "build"],
		patterns: [/ModuleNotFoundError: No module named '?(?<module>[\w.]{1,160})/, /ModuleNotFoundError: No module named/],
		cause: "Module {module|that the message names} is absent: dependency not installed, wrong working folder, or an unset variable in the module path.",
		fix: "Install it in the image, set WORKDIR, and check the command's variables.",
		url: "https://docs.python.org/3/library/exceptions.html"
	},
	{
		id: "postgres-connect-timeout",
		patterns: [
			/could not connect to server: (?:Connection|Operation) timed out/i,
			/connection to server at "(?<host>[^"\n]*)"[^\n]*?(?:port (?<port>\d+))?[^\n]{0,10}(?:failed: (?:Connection|Operation) timed out|timeout expired)/i,
			/connection to server at [^\n]*(?:failed: (?:Connection|Operation) timed out|timeout expired)/i,
			/\bETIMEDOUT (?<host>[\w.:-]+):(?<port>5432)\b/
		],
		cause: "Packets to {address|the database} are dropped: its security group does not admit the task, or the VPC or route is wrong.",
		fix: "Allow the task's security group on the database's security group at port 5432, run in the database's VPC, and use its private address.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "postgres-connect-refused",
		patterns: [
			/connection to server at "(?<host>[^"\n]*)"[^\n]*?(?:port (?<port>\d+))?[^\n]{0,10}failed: Connection refused/i,
			/could not connect to server: Connection refused/i,
			/connect ECONNREFUSED (?<host>\S+):(?<port>5432)\b/,
			/PSQLException: Connection to (?<host>\S+):(?<port>\d+) refused/
		],
		cause: "Nothing listens at {address|the address of the database}: wrong host (localhost, a Compose name) or port, or the database is not up.",
		fix: "Set the host to the RDS endpoint and its port; check the instance is available.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "postgres-host-unresolved",
		patterns: [/could not translate host name "(?<host>[^"\n]*)/i],
		cause: "The host name {host|of the database} is wrong or holds the port or scheme; or VPC DNS is off.",
		fix: "Give the bare endpoint name; enable DNS resolution in the VPC.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "postgres-password-wrong",
		patterns: [/(?:FATAL: |error: |pq: |PG::\w+: |PSQLException: |InvalidPasswordError: |OperationalError: |database: |28P01[^\n]{0,20}|\(FATAL: |PostgresException[^\n]{0,20}: )(?:28P01: )?password authentication failed for user "(?<user>[^"\n]*)"/i, /^password authentication failed for user "(?<user>[^"\n]*)"$/im],
		cause: "The database refuses user {user|of the connection} or its password: a rotated secret, or special characters not URL-encoded.",
		fix: "Take the current secret (start new tasks after rotation) and URL-encode the password in DATABASE_URL.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "postgres-ssl-required",
		patterns: [/no pg_hba\.conf entry for host [^\n]*(?:no encryption|SSL off)/i],
		cause: "The server demands TLS (RDS PostgreSQL 15+ sets rds.force_ssl).",
		fix: "Add sslmode=require, with the RDS CA bundle for verify-full.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "postgres-no-connection-slots",
		patterns: [/remaining connection slots are reserved/i, /sorry, too many clients already/i],
		cause: "Connections are used up; blue/green doubles them.",
		fix: "Lower pool sizes, use RDS Proxy, or a larger instance.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "mysql-access-denied",
		patterns: [/Access denied for user '(?<user>[^'\n]*)'@'(?<host>[^'\n]*)' \(using password: (?:YES|NO)\)/i],
		cause: "MySQL was reached but refuses user {user|of the connection} from {host|the task}, or its password.",
		fix: "Check the secret and the user's host grant; URL-encode the password.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "mysql-connect-timeout",
		patterns: [/SQLSTATE\[HY000\] \[2002\] (?:Connection|Operation) timed out/i],
		cause: "Packets are dropped before MySQL: security group or VPC.",
		fix: "Allow the task's security group on the database's security group at port 3306, run in the database's VPC, and use its private address.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "mysql-host-unresolved",
		patterns: [/php_network_getaddresses: getaddrinfo(?: for (?<host>[\w.-]+))?/i],
		cause: "The host name {host|of the server} does not resolve.",
		fix: "Correct the endpoint; enable VPC DNS.",
		url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html"
	},
	{
		id: "mysql-unknown-database",
		patterns: [/Unknown database '(?<database>[^'\n]*)/i],
		cause: "The server has no database {database|of that name}.",
		fix: "Create it once or correct the name.",
		url: "https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html"
	},
	{
		id: "prisma-unreachable",
		patterns: [/(?:P1001\b[^\n]*)?Can't reach database server at `?(?<address>[^`\n\s]{1,200})/i, /P1001\b[^\n]*Can't reach database server/i],
		cause: "Prisma could not open a connection to {address|the database}: network, or a sleeping database.",
		fix: "Check the database's security group, the VPC, and host and port in the connection string.",
		url: "https://www.prisma.io/docs/orm/reference/error-reference"
	},
	{
		id: "prisma-advisory-lock",
		patterns: [/Timed out trying to acquire a postgres advisory lock/i],
		cause: "Another migration holds the lock, or a pooler is in between (P1002).",
		fix: "Run one migration at a time and connect directly, not through a pooler.",
		url: "https://www.prisma.io/docs/orm/reference/error-reference"
	},
	{
		id: "alembic-multiple-heads",
		patterns: [/Multiple head revisions are present/i, /Multiple heads are present for given argument/],
		cause: "Two migrations branch from one parent.",
		fix: "alembic merge heads, commit, redeploy.",
		url: "https://alembic.sqlalchemy.org/en/latest/branches.html"
	},
	{
		id: "migration-lock-timeout",
		patterns: [/canceling statement due to lock timeout/i],
		cause: "A table lock is held by running queries.",
		fix: "Retry at a quiet time; set lock_timeout; split the change into safe steps.",
		url: "https://www.postgresql.org/docs/current/runtime-config-client.html"
	}
]);

// packages/domain/lib/diagnosis/failures/ecs-api.js
/** ECS refuses a call, or a tool gives up waiting. */
const ECS_API = rowsAt(AWS_PLACES, [
	{
		id: "network-config-required",
		patterns: [/Network Configuration must be provided when networkMode/i],
		cause: "The call had no subnets and security groups, which awsvpc (Fargate) needs.",
		fix: "Pass networkConfiguration.awsvpcConfiguration with subnets, securityGroups and assignPublicIp; for migrations copy the service's.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "network-config-not-valid",
		patterns: [/Network Configuration is not valid for the given networkMode/i],
		cause: "A network configuration was passed but the task definition is not awsvpc.",
		fix: "Drop the configuration, or set networkMode awsvpc in the task definition.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "fargate-cpu-memory-combo",
		patterns: [/No Fargate configuration exists for given values/i],
		cause: "cpu and memory do not form an allowed Fargate pair.",
		fix: "Choose a valid pair: 256 with 512-2048 MiB, 512 with 1024-4096, 1024 with 2048-8192, 2048 with 4096-16384, 4096 with 8192-30720.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/userguide/task-cpu-memory-error.html"
	},
	{
		id: "invalid-cpu-setting",
		patterns: [/Invalid '(?:cpu|memory)' setting for task/i],
		cause: "Task cpu is not a value Fargate offers, or has a wrong unit.",
		fix: "Use 256, 512, 1024, 2048, 4096, 8192 or 16384.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/userguide/task-cpu-memory-error.html"
	},
	{
		id: "fargate-task-size-missing",
		patterns: [/Fargate requires that '(?:cpu|memory)' be defined at the task level/i],
		cause: "cpu or memory is set on containers only.",
		fix: "Set cpu and memory at the top of the task definition.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "container-memory-exceeds-task",
		patterns: [/'(?<what>memory|cpu)' setting for container '(?<container>[^'\n]+)' is greater than for the task/i],
		cause: "Container {container} asks for more {what} than the task has.",
		fix: "Raise the task's {what}, or lower that of container {container}.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "container-memory-missing",
		patterns: [/one of 'memory' or 'memoryReservation' must be specified/i],
		cause: "Neither task nor container sets memory.",
		fix: "Set task memory, or memory/memoryReservation on the container.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "launch-type-incompatible",
		patterns: [/Task definition does not support launch_?type/i],
		cause: "requiresCompatibilities lacks FARGATE.",
		fix: "Add FARGATE to requiresCompatibilities with networkMode awsvpc, cpu, memory; register again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "role-not-valid",
		patterns: [/\bRole is not valid/i],
		cause: "A role ARN in the task definition is malformed, has a placeholder, or names another account.",
		fix: "Put the full role ARN (arn:aws:iam::ACCOUNT:role/NAME) of this account.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "pass-role-denied",
		patterns: [/assumed-role\/(?<caller>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform: iam:PassRole(?: on resource: (?<role>\S{1,300}))?/i, /not authorized to perform: iam:PassRole(?: on resource: (?<role>\S{1,300}))?/i],
		cause: "The deploy role {caller|} may not hand role {role|of the task definition} to ECS.",
		fix: "Allow iam:PassRole on {role|both role ARNs} with condition iam:PassedToService = ecs-tasks.amazonaws.com in the policy of {caller|the deploy role}.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "container-not-in-task-definition",
		patterns: [/The container (?<container>\S+) does not exist in the task definition/i],
		cause: "The load balancer, override or AppSpec names container {container}, which the task definition lacks; names are case-sensitive.",
		fix: "Use the exact name from containerDefinitions.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "container-name-blank",
		patterns: [/Container Name can ?not be blank/i],
		cause: "A load balancer entry or override has no container name.",
		fix: "Set containerName.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "service-linked-role-missing",
		patterns: [/Unable to assume the service linked role/i],
		cause: "First use of ECS in the account: the service-linked role is absent or minutes old.",
		fix: "aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com, wait, retry.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "infrastructure-role-not-assumable",
		patterns: [/unable to assume the configured ECS Infrastructure Role/i],
		cause: "The infrastructure role does not trust ecs.amazonaws.com (not ecs-tasks), or is brand new.",
		fix: "Let ecs.amazonaws.com assume it; wait and retry.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "service-not-active",
		patterns: [/ServiceNotActiveException/, /Service was not ACTIVE/],
		cause: "The service was deleted or is being deleted.",
		fix: "Create the service again before updating; correct service and cluster names.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "service-not-found",
		patterns: [/ServiceNotFoundException/],
		cause: "No such service in this cluster and region.",
		fix: "Check cluster, service and region; leaving cluster out means 'default'.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "service-missing",
		patterns: [/:service\/\S+ is MISSING/],
		cause: "DescribeServices lists the service as MISSING: wrong cluster (default used), name or region.",
		fix: "Set the cluster input and check the service exists there.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "service-draining",
		patterns: [/service that is still Draining/i],
		cause: "A service of that name was deleted and still drains its tasks.",
		fix: "Wait until it is INACTIVE (aws ecs wait services-inactive) or use another name.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "task-definition-inactive",
		patterns: [/TaskDefinition is inactive/i],
		cause: "The revision was deregistered.",
		fix: "Register a new revision and deploy that; do not deregister revisions in use.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "task-definition-not-found",
		patterns: [/Unable to describe task definition/i, /\bTaskDefinition not found/i],
		cause: "No such family or revision in this region.",
		fix: "Check family, revision, region and account.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "task-definition-invalid-revision",
		patterns: [/Invalid revision number/i],
		cause: "The part after the colon is not a number (for example :latest).",
		fix: "Use family:NUMBER or family alone for the newest.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "task-definition-unexpected-key",
		patterns: [/Unexpected key '(?<key>[^'\n]+)' found in params/i],
		cause: "The file has key {key}, which the SDK in the action does not know: a typo, or an SDK that is too old.",
		fix: "Remove or correct the key, or update the action.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html"
	},
	{
		id: "task-definition-empty",
		patterns: [/Container list cannot be empty/i],
		cause: "containerDefinitions is empty; an upper-case key or unrendered template drops it.",
		fix: "Check key spelling (containerDefinitions) and that the file was rendered.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "task-definition-file-invalid",
		where: ["call"],
		patterns: [/Cannot read propert(?:y 'name' of (?:null|undefined)|ies of (?:null|undefined) \(reading 'name'\))/i],
		cause: "The task definition file holds a null element, or the whole answer of describe-task-definition rather than its taskDefinition member.",
		fix: "Save with aws ecs describe-task-definition --query taskDefinition and remove null elements.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "task-definition-concurrent-register",
		patterns: [/Too many concurrent attempts to create a new revision/i],
		cause: "Two jobs register the same family at once.",
		fix: "Serialise deployments with a concurrency group and retry with a delay.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "ecs-api-throttled",
		patterns: [/\bThrottlingException\b/, /\bRate exceeded\b/i],
		vague: "kind",
		cause: "Account-wide API rate reached.",
		fix: "Retry with backoff and jitter; poll less often.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/request-throttling.html"
	},
	{
		id: "codedeploy-controller-blocks-update",
		patterns: [/(?:Unable to update|Cannot update|Cannot force|Unable to force) [\w ,'-]{1,100} on services with an? CODE_DEPLOY deployment controller/i],
		cause: "The service is under CodeDeploy control, so UpdateService may not change its task definition, network or load balancer.",
		fix: "Deploy through CodeDeploy (CreateDeployment with an AppSpec); UpdateService only for desired count and similar.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html"
	},
	{
		id: "too-many-active-deployments",
		patterns: [/active deployments exist, unable to create/i],
		cause: "The service already has five deployments in progress.",
		fix: "Wait for the service to be stable or roll back the stuck one; use a concurrency group.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "task-set-limit",
		patterns: [/Unable to create new TaskSet since this exceeds/i],
		cause: "Old task sets were never deleted.",
		fix: "List and delete unused task sets (aws ecs delete-task-set --force), then retry.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "target-group-without-load-balancer",
		patterns: [/target group with targetGroupArn (?<group>\S+) does not have an associated load balancer/i],
		cause: "Target group {group} is not attached to a listener yet.",
		fix: "Create the listener or rule first and make the service depend on it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "platform-version-incompatible",
		patterns: [/PlatformTaskDefinitionIncompatibilityException/],
		cause: "A feature in the task definition (EFS, secrets by key, ephemeral storage) needs a newer Fargate platform.",
		fix: "Set platformVersion LATEST (1.4.0 or newer).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html"
	},
	{
		id: "platform-version-unknown",
		patterns: [/PlatformUnknownException/],
		cause: "platformVersion has a value Fargate does not offer.",
		fix: "Use LATEST or 1.4.0.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html"
	},
	{
		id: "security-group-wrong-vpc",
		patterns: [/Security group (?<group>\S+) and subnet (?<subnet>\S+) belong to different networks/i],
		cause: "Subnet {subnet} and security group {group} are in different VPCs.",
		fix: "Choose both from the same VPC.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "security-group-not-found",
		patterns: [/InvalidGroup\.NotFound/, /The security group '[^']+' does not exist/i],
		cause: "The security group id is wrong, deleted or in another region.",
		fix: "Correct the id for this region and VPC.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "describe-services-denied",
		patterns: [/AccessDeniedException\) when calling the DescribeServices operation/i, /not authorized to perform: ecs:DescribeServices/i],
		cause: "The deploy role may not read the service.",
		fix: "Allow ecs:DescribeServices on the service ARN.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "services-stable-timeout",
		patterns: [/not in the state servicesStable/i],
		vague: "symptom",
		cause: "The service did not reach a steady state in the waiter's time. Its events and stopped tasks say why.",
		fix: "Read service events and stopped tasks for the first cause; lengthen the wait only if start-up is truly slow.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "waiter-timeout",
		patterns: [/Waiter has timed out/i],
		vague: "symptom",
		cause: "The SDK's waiter ran out of time.",
		fix: "Read the reasons of the service's stopped tasks, then its newest events and the health of its targets: ECS console, service, tabs Tasks and Events.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "run-task-nonzero-exit",
		patterns: [/Run task failed: \[/i],
		vague: "outer",
		cause: "The one-off task ended with a non-zero exit code.",
		fix: "The brackets hold the reason of each container that failed; the application's own error is at the end of its log stream.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "rolled-back-by-circuit-breaker",
		patterns: [/rolled back by the deployment circuit breaker/i],
		vague: "outer",
		cause: "The service became stable again on the old version: the new one was rolled back.",
		fix: "Examine the stopped tasks of the failed deployment.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "unsupported-deployment-controller",
		patterns: [/Unsupported deployment controller:? EXTERNAL\b/i],
		cause: "The service uses the EXTERNAL controller, which the deploy action cannot drive.",
		fix: "Recreate the service with ECS or CODE_DEPLOY controller.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "external-controller-blocks-update",
		patterns: [/(?:Unable to update|Cannot update|Cannot force|Unable to force) [\w ,'-]{1,100} on services with an? EXTERNAL deployment controller/i],
		cause: "Another tool controls the task sets of this service, so UpdateService may not change them.",
		fix: "Deploy with the tool that made the task sets, or recreate the service with the ECS or CODE_DEPLOY controller.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html"
	},
	{
		id: "deployment-controller-unknown-to-action",
		patterns: [/Unsupported deployment controller:? (?!EXTERNAL\b)\w+/i],
		cause: "The action that deploys does not know the controller that the message names: it is made for another one, or its version has a defect.",
		fix: "Update that action. A service of the CODE_DEPLOY controller is deployed by actions/blue-green-codedeploy.",
		url: "https://github.com/aws-actions/amazon-ecs-deploy-task-definition/issues/384"
	},
	{
		id: "host-port-differs",
		patterns: [/When networkMode=(?:awsvpc|host), the host ports and container ports in port mappings must match/i],
		cause: "A port mapping names a hostPort that differs from its containerPort; with awsvpc and host networking both are the same port.",
		fix: "Remove hostPort from the port mapping.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"
	},
	{
		id: "container-image-empty",
		patterns: [/Container\.image (?:repository )?should not be (?:null|empty|blank)/i],
		cause: "A container of the task definition has no image: mostly the output of the build step was empty.",
		fix: "Print the rendered task definition. Check the name of the output and, across jobs, that the account id in it is not masked: GitHub empties such outputs.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html"
	},
	{
		id: "task-definition-member-empty",
		patterns: [/\b(?:Container\.(?!image\b)\w+|TaskDefinition\.\w+|family|containerDefinitions?) should not be (?:null|empty|blank)/i],
		cause: "A required member of the task definition is absent or empty.",
		fix: "Fill in the member that the message names; a template may have left it empty.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html"
	}
]);

// packages/domain/lib/diagnosis/failures/ecs-api-more.js
/** Further refusals of ECS and of the services around it. */
const ECS_API_MORE = rowsAt(AWS_PLACES, [
	{
		id: "service-connect-name-taken",
		patterns: [/SC service is already used by (?<resource>\S{1,200})/],
		cause: "A Service Connect name is used twice in the namespace ({resource|see the message}): another service or a leftover has it.",
		fix: "Choose another discoveryName or client alias, or delete the service that holds it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "namespace-missing",
		patterns: [/NamespaceNotFoundException|Failed to retrieve namespace for (?<namespace>[\w.:/-]{1,160})/],
		cause: "The Cloud Map namespace {namespace|} does not exist in this region and account.",
		fix: "Create it (aws servicediscovery create-http-namespace), or give its full ARN.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "execution-role-for-logs",
		patterns: [/Fargate requires task definition to have execution role ARN to support (?<what>[^\n.]{1,120})/],
		cause: "The task definition has no execution role, which Fargate needs for {what|the log driver, ECR or secrets}.",
		fix: "Set executionRoleArn to a role with AmazonECSTaskExecutionRolePolicy.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "cluster-not-found",
		patterns: [/ClusterNotFoundException|Cluster not found\b/, /:cluster\/(?<cluster>\S{1,120}) is MISSING/],
		cause: "There is no cluster {cluster|of that name} in this region and account; without one ECS takes \"default\".",
		fix: "Correct cluster and aws-region, and see that the credentials are of the right account (aws ecs list-clusters).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "service-exists-differently",
		patterns: [/Creation of service was not idempotent/],
		cause: "A service of that name exists already with other settings.",
		fix: "Update that service, or choose another name; delete a leftover (aws ecs delete-service --force).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "secret-and-variable-same-name",
		patterns: [/The secret name must be unique and not shared with any new or existing environment variables set on the container(?:, such as '(?<variable>[^'\n]{1,120})')?/],
		cause: "{variable|The same name} stands in environment and in secrets of one container.",
		fix: "Remove one of the two; the secret is the one to keep.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "cli-too-old",
		where: ["call"],
		patterns: [/Unknown parameter in (?<path>[\w.[\]]{1,160}): "(?<key>[^"\n]{1,80})", must be one of/, /Parameter validation failed:/],
		cause: "The AWS CLI or SDK that was called does not know {key|a key} in {path|the input}: the key is mistyped, or the tool is older than the key.",
		fix: "Correct the key, or update the CLI or the action that registers the task definition.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "call-not-authorized",
		patterns: [
			/(?:assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120}|user\/(?<user>[\w+=,.@-]+)) is not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: "?(?<resource>arn:[^\s",]{1,300}|[^\s",]{1,200}))?/,
			/is not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: "?(?<resource>[^\s",]{1,300}))?/,
			/API: (?<action>[\w-]{1,40}:\w{1,80}) You are not authorized to perform this operation/
		],
		vague: "kind",
		cause: "The role {role|that calls} may not call {action|this action}.",
		fix: "Allow {action|the action} on {resource|the resource} in the policy of role {role|that the message names}.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "subnet-not-found-in-call",
		where: ["call", "stack"],
		patterns: [/(?:The subnet ID|subnet) '(?<subnet>subnet-[\da-f]+)' does not exist|InvalidSubnetID\.NotFound/],
		cause: "Subnet {subnet|that the message names} does not exist in this region and account.",
		fix: "Correct the subnets of the network configuration, and aws-region.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "target-group-missing-in-call",
		patterns: [/(?:TargetGroupNotFound(?:Exception)?|One or more target groups not found|Unable to assume role and validate the specified targetGroupArn)/, /The specified target group does not exist/],
		cause: "The target group does not exist in this region and account, or ECS may not look at it.",
		fix: "Correct its ARN, or create it (and its listener rule) before the service.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "target-type-not-ip",
		patterns: [/The provided target group (?<group>\S{1,200}) has target type instance, which is incompatible with the awsvpc network mode/],
		cause: "Target group {group|} is of type instance; tasks with awsvpc networking are registered by address.",
		fix: "Create a target group of type ip; the type can't be changed.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "desired-count-quota",
		patterns: [/(?:exceeds?|reached) (?:the )?(?:limit|quota|maximum)[^\n]{0,80}(?:services|tasks|target groups|security groups|listeners|rules)|\b(?:ServiceQuotaExceeded|LimitExceeded)Exception|TooMany(?:TargetGroups|Listeners|Rules|LoadBalancers|Targets)/],
		vague: "kind",
		cause: "A quota of the account in this region is used up.",
		fix: "See Service Quotas for the service that the message names; delete what is not used, or ask for more.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "capacity-provider-missing",
		patterns: [/The specified capacity provider '(?<provider>[^'\n]{1,120})' (?:was not found|does not exist)|capacity provider strategy[^\n]{0,60}(?:must be associated with the cluster|not associated)/],
		cause: "Capacity provider {provider|of the strategy} does not belong to the cluster.",
		fix: "Associate it with the cluster (aws ecs put-cluster-capacity-providers), or use launchType FARGATE.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	},
	{
		id: "task-definition-limits",
		patterns: [
			/(?:TaskDefinition|task definition)[^\n]{0,60}(?:exceeds|larger than|size)[^\n]{0,40}(?:64 ?K|65536)/i,
			/Volume '?(?<volume>[\w.-]{1,80})'? (?:is not|not) (?:defined|found)|Unknown volume '(?<volume2>[^'\n]{1,80})'/,
			/(?:Duplicate|duplicate) container name|Container name must be unique|Only one container definition may be named/
		],
		cause: "The task definition is not consistent: it is too large, names a volume {volume|} that it does not define, or one container twice.",
		fix: "Correct it: declare every volume of mountPoints in volumes, give every container a name of its own, and keep the whole below 64 KiB.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html"
	}
]);

// packages/domain/lib/diagnosis/failures/ecs-deployments.js
/** Deployments that ECS carries out itself: rolling, blue/green, linear and canary. */
const ECS_DEPLOYMENTS = rowsAt([
	"deployment",
	"service",
	"stack",
	"call"
], [
	{
		id: "native-target-group-on-no-rule",
		patterns: [/Target group (?<group>arn:\S{1,200}) is not associated with either productionListenerRule or testListenerRule/],
		cause: "Target group {group} stands in the forward action of neither the production rule nor the test rule.",
		fix: "Put both target groups into the production rule with weights 1 and 0, or let the test rule forward to the idle one; then deploy again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-both-groups-must-be-on-rules",
		patterns: [/Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule/],
		cause: "The production rule names one target group only, and no test rule names the other. Usual after a move from CodeDeploy.",
		fix: "Let the production rule forward to both target groups (1 and 0), or name a test rule that forwards to the other one, and update the service again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-two-groups-serve",
		patterns: [/productionListenerRule (?<rule>arn:\S{1,200}) should have exactly one target group serving traffic but found (?<count>\d+)?/],
		cause: "Both target groups carry a weight above zero on rule {rule} when the deployment starts: an interrupted shift, Terraform or CloudFormation left them so.",
		fix: "Find the group that holds the running tasks, give the other one weight 0 on that rule, then deploy again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-unexpected-group-on-rule",
		patterns: [/listener rule is forwarding traffic to unexpected target group (?<group>arn:[^\s,]{1,200}?)\.?(?:\s|$)/i],
		cause: "The production rule sends traffic to target group {group}, which the service does not name.",
		fix: "Let the rule forward only to the two target groups of the service, or correct targetGroupArn and alternateTargetGroupArn of the service.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-test-rule-required",
		patterns: [/testListenerRule is required when productionListenerRule is not associated with both/],
		cause: "The production rule names one target group only, and no test rule is given.",
		fix: "Add the alternate target group with weight 0 to the production rule, or name a test rule that forwards to it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-nlb-rule-arn-wrong-kind",
		patterns: [/ListenerRule has an invalid ARN format for a Network Load Balancer/],
		cause: "For a Network Load Balancer the field takes the ARN of the listener, not of a rule.",
		fix: "Use the listener's ARN (listener/net/...) for productionListenerRule, and another listener for testListenerRule.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-duplicate-target-group",
		patterns: [/Duplicate targetGroupArn found: (?<group>\S{1,200})/],
		cause: "Target group {group} stands in two entries of loadBalancers, or is its own alternate.",
		fix: "Give every entry its own pair of target groups.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-advanced-config-not-on-all",
		patterns: [/Either all or none of the provided loadBalancers must have advancedConfiguration defined/],
		cause: "Some entries of loadBalancers have advancedConfiguration and others have not.",
		fix: "Give every entry advancedConfiguration (its own alternate target group and rule), or none and use ROLLING.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-advanced-config-missing",
		patterns: [/advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy/],
		cause: "The strategy is BLUE_GREEN, LINEAR or CANARY, but an entry of loadBalancers has no advancedConfiguration. Terraform sends the old block when it ignores changes of load_balancer.",
		fix: "Send loadBalancers with advancedConfiguration (alternateTargetGroupArn, productionListenerRule, roleArn) in the call that changes the strategy.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-infra-role-permissions",
		patterns: [/due to missing permissions on ECS Infrastructure Role '?(?<role>arn:[^\s']{1,200})/],
		cause: "ECS can't assume or use infrastructure role {role}: its trust policy lacks ecs.amazonaws.com, or the policy for load balancers is missing.",
		fix: "Let ecs.amazonaws.com assume {role}, and attach AmazonECSInfrastructureRolePolicyForLoadBalancers to it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-infra-role-action-denied",
		patterns: [/assumed-role\/(?<role>[\w+=,.@-]+)\/(?:ecs-service-scheduler|ECSNetworkingWithELB)[^\n]{0,20} is not authorized to perform: (?<action>elasticloadbalancing:\w+)(?: on resource: (?<resource>\S{1,300}))?/],
		cause: "Infrastructure role {role} may not call {action}. The word \"hook\" beside it means the traffic shift of ECS itself.",
		fix: "Allow {action} on {resource|the load balancer's target groups, listeners and rules} in role {role}, or attach AmazonECSInfrastructureRolePolicyForLoadBalancers.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-hook-role-not-assumable",
		patterns: [/(?<stage>[A-Z_]{5,40}) lifecycle hook\(s\) failed\. ECS was unable to assume role (?<role>arn:\S{1,200})/],
		cause: "The role of the hook at {stage}, {role}, does not trust ecs.amazonaws.com.",
		fix: "Let ecs.amazonaws.com assume {role} (the hook's roleArn), and allow it lambda:InvokeFunction.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-hook-returned-failed",
		patterns: [/(?<stage>[A-Z_]{5,40}) lifecycle hook\(s\) failed\. Lifecycle hook target (?<function>arn:\S{1,200}) returned FAILED status/],
		cause: "The hook {function} judged the new revision bad at {stage} and answered FAILED. At PRE_SCALE_UP no task of it has run yet.",
		fix: "Read the function's log at that time; repair what it found, or the function, and deploy again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-hook-response-unparsable",
		patterns: [/ECS was unable to parse the response from (?<function>\S{1,200}) due to:? ?(?<reason>[^\n]{0,120})/],
		cause: "The hook {function} answered nothing that ECS reads ({reason|see the message}): it threw, timed out, or returned no hookStatus.",
		fix: "Return {\"hookStatus\": \"SUCCEEDED\"} (or FAILED, IN_PROGRESS) on every path, catch exceptions, and read the function's log for the real error. A hook before scale-up runs also when the service is created.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-hook-failed",
		patterns: [/(?<stage>[A-Z_]{5,40}) lifecycle hook\(s\) failed/],
		vague: "outer",
		cause: "The lifecycle hook at {stage} failed; the reason follows it.",
		fix: "Read the function's log at that time.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-hook-timed-out",
		patterns: [/\bHOOK_TIMED_OUT\b|lifecycle hook[^\n]{0,60}(?:timed out|did not (?:complete|respond))/i],
		cause: "A lifecycle hook was not finished or answered in its time; its timeout action decides what follows.",
		fix: "See lifecycleStage and hookType in the event; answer earlier (aws ecs continue-service-deployment), or raise the timeout.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-pause-stage-invalid",
		patterns: [/Invalid lifecycle stage provided for Pause Hook/],
		cause: "A PAUSE hook was set at a stage that allows Lambda hooks only (TEST_TRAFFIC_SHIFT, PRODUCTION_TRAFFIC_SHIFT).",
		fix: "Use POST_TEST_TRAFFIC_SHIFT or PRE_PRODUCTION_TRAFFIC_SHIFT for a gate before production traffic.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-continue-hookid-format",
		patterns: [/Invalid hookId: hookId must follow the format/],
		cause: "The hookId was made up or cut short.",
		fix: "Read hookId from DescribeServiceDeployments, lifecycleHookDetails[], and pass it unchanged.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-continue-terminal",
		patterns: [/Continuing a service deployment is not allowed for service deployment in terminal states/],
		cause: "The deployment ended (succeeded, stopped or rolled back) before the hook was answered.",
		fix: "Read status and statusReason of the deployment; nothing can be continued any more.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-stop-finished",
		patterns: [/The service deployment (?<deployment>arn:\S{1,200}) is already in a terminal state (?<status>\w{1,40})/],
		cause: "The deployment has ended already ({status}), so it can't be stopped.",
		fix: "To go back after a success, deploy the earlier task definition (rollback of this suite, or UpdateService).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-deployment-calls-denied",
		patterns: [/(?:assumed-role\/(?<caller>[\w+=,.@-]+)\/\S{1,120} is )?not authorized to perform: (?<action>ecs:(?:StopServiceDeployment|ListServiceDeployments|DescribeServiceDeployments|DescribeServiceRevisions|ContinueServiceDeployment))(?: on resource: (?<resource>\S{1,300}))?/],
		cause: "Role {caller|that deploys} may not call {action}: it was written for rolling deployments before service deployments existed, or names the service only.",
		fix: "Allow {action} on {resource|the service}; ecs:ListServiceDeployments on the service, the others on service-deployment/CLUSTER/SERVICE/* and service-revision/CLUSTER/SERVICE/* as well.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-breaker-threshold",
		patterns: [/rolled back because the circuit breaker threshold was exceeded/, /ECS deployment circuit breaker: (?:tasks? failed to start|rolling back to deploymentId (?<deployment>\S{1,80}))/],
		vague: "outer",
		cause: "As many tasks of the new revision failed as the circuit breaker allows, so ECS ended the deployment. The stopped tasks say why.",
		fix: "Look at the stopped tasks of the new revision: stoppedReason, exit codes, logs, health checks. Without rollback in deploymentCircuitBreaker the service stays on the failed deployment.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-rolling-back",
		patterns: [/rolling back to deployment (?<deployment>ecs-svc\/\d+)/, /\bROLLBACK_SUCCESSFUL\b|\bROLLBACK_IN_PROGRESS\b/],
		vague: "symptom",
		cause: "ECS goes back to an earlier deployment: what this run deployed does not stay.",
		fix: "Read statusReason and rollback.reason of the service deployment for the cause.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-service-event-alarm",
		patterns: [/deployment failed: alarm detected/, /rolled back because (?:of )?(?:the )?(?:CloudWatch )?alarms?[^\n]{0,60}(?:ALARM|triggered|detected)/i],
		cause: "A CloudWatch alarm of the service's deployment configuration went to ALARM during the deployment.",
		fix: "Read alarms.triggeredAlarmNames of the service deployment and the alarm's history; repair the revision before the next try.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-no-rollback-candidate",
		patterns: [/No rollback candidate was found to run the rollback/],
		vague: "outer",
		cause: "The deployment failed, and there is no earlier successful one to go back to (the first of the service, or a new service).",
		fix: "The real cause is in the service's events, its stopped tasks and the hook's log; repair it and deploy again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-rollback-failed",
		patterns: [/Deployment \[(?<deployment>[\w-]{1,80})\] rollback has failed/, /\bROLLBACK_FAILED\b(?! state)/],
		cause: "ECS tried to roll back and could not: the service may run a mix of revisions.",
		fix: "Look at the listener rules and the running tasks at once, and deploy a known good task definition with UpdateService.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-stopped",
		where: ["deployment"],
		strict: true,
		patterns: [/^STOPPED$/],
		vague: "outer",
		cause: "The service deployment ended without success and without a rollback: a newer one replaced it, somebody stopped it, or it failed while rollback was off.",
		fix: "List the newer deployments of the service (aws ecs list-service-deployments). If there is one, this run was superseded; otherwise read statusReason and turn on rollback.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-task-protection",
		patterns: [/unable to scale in due to \(reason (?<count>\d+) tasks? under protection/],
		cause: "{count} protected tasks of the old revision keep the deployment from ending.",
		fix: "Let the tasks finish, or remove the protection with UpdateTaskProtection; keep its expiry short.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-linear-step-range",
		patterns: [/stepPercent must be between|canaryPercent must be between/],
		cause: "stepPercent or canaryPercent is outside what ECS takes, or has more than one decimal.",
		fix: "Choose a step from 3.0 to 100.0 percent.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-bake-range",
		patterns: [/bakeTimeInMinutes must be between/, /total deployment duration exceeds the maximum of (?<hours>\d+) hours/],
		cause: "The bake times and steps of the deployment are longer than ECS (1,440 minutes each) or CloudFormation (33 hours in all) allows.",
		fix: "Shorten bakeTimeInMinutes or the steps, or set them with UpdateService outside the stack.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-daemon-strategy",
		patterns: [/The DAEMON scheduling strategy supports only the ROLLING deployment strategy/],
		cause: "A daemon service can't be deployed blue/green, linear or canary.",
		fix: "Keep ROLLING for daemon services.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-controller-change-during-deployment",
		patterns: [/Unable to update the deployment controller while a deployment is in progress/],
		cause: "The deployment controller was to change while CodeDeploy or ECS still deploys.",
		fix: "Wait for the running deployment or stop it, then change the controller.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-external-service",
		patterns: [/Service deployments are not supported for services with the (?<controller>\w+) deployment controller/],
		cause: "The service has controller {controller}, which has no service deployments.",
		fix: "Deploy it through CodeDeploy (blue-green-codedeploy), or change the controller to ECS.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-not-stabilised",
		patterns: [/Exceeded attempts to wait|HandlerErrorCode: NotStabilized/],
		vague: "symptom",
		cause: "The deployment of the service did not end in CloudFormation's time: a hook that nobody answered, a long bake, or tasks that never became healthy.",
		fix: "Look at the newest service deployment: lifecycleStage, lifecycleHookDetails and the stopped tasks.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-stage-over-24-hours",
		patterns: [/the (?<stage>[A-Z_]{5,40}) stage did not complete within 24 hours/],
		cause: "Stage {stage} did not end: green never became healthy or never got its tasks, and neither circuit breaker nor alarm ended the deployment.",
		fix: "Look at the stopped tasks and the health checks of green; enable deploymentCircuitBreaker.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	},
	{
		id: "native-service-connect-test-header",
		patterns: [/testTrafficRules are supported only for ports with appProtocol/],
		cause: "Header rules for test traffic were set on a TCP port of Service Connect.",
		fix: "Set appProtocol of the port mapping (http, http2 or grpc), or leave the rules out.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html"
	}
]);

// packages/domain/lib/diagnosis/failures/task-more.js
/** Further reasons for which ECS does not start a task, or stops it. */
const TASK_MORE = rowsAt([
	"task",
	"service",
	"stack"
], [
	{
		id: "pull-image-not-found",
		patterns: [
			/CannotPullContainerError: Error: image (?<image>\S{1,300}) not found/,
			/manifest for (?<image>\S{1,300}) not found: manifest unknown/,
			/CannotPullContainerError[^\n]{0,200}manifest unknown/,
			/CannotPullImageManifestError[^\n]{0,200}not found/
		],
		cause: "The image {image|of the task definition} does not exist: the tag was not pushed or has expired, or the name lacks its registry.",
		fix: "Push the image first, and register the digest that the push returned (build-push-ecr does); give the full URI ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-media-type-unsupported",
		patterns: [/unsupported media type (?<type>[\w./+-]{1,120})|mediaType in manifest should be|unexpected media type (?<type2>[\w./+-]{1,120})/],
		cause: "The tag or digest leads to something that is no image ({type|an attestation or a cache}), or to a form that the agent does not know.",
		fix: "Build with provenance: false and sbom: false, and deploy the digest of the image itself; on EC2 update the agent and Docker.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-registry-unresolved",
		patterns: [/dial tcp: lookup (?<host>[\w.-]{1,160})(?: on [\w.:[\]]{1,60})?: (?:no such host|server misbehaving|i\/o timeout)/, /dial tcp: lookup (?<host>[\w.-]{1,160})(?: on [\w.:[\]]{1,60})?: (?:read|write|dial) udp\b/],
		cause: "The VPC's DNS does not resolve {host|the registry}: DNS is off in the VPC, or the interface endpoint has no private DNS.",
		fix: "Turn on enableDnsSupport and enableDnsHostnames in the VPC, and private DNS on the endpoints ecr.api and ecr.dkr; or give the subnet a route to the internet.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-tls-refused",
		patterns: [/(?:CannotPull|pull image manifest|failed to (?:resolve ref|do request))[^\n]{0,400}(?:x509: [^\n]{1,120}|tls: [^\n]{1,120}|server gave HTTP response to HTTPS client)/],
		cause: "The registry's certificate is not trusted by the platform, or the registry speaks plain HTTP.",
		fix: "Use a registry with a certificate of a public authority, or copy the image to ECR; look for a firewall that opens TLS.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-image-damaged",
		patterns: [/failed to unpack image on snapshotter|mismatched image rootfs and manifest layers|failed to extract layer [^\n]{0,120}(?:unexpected EOF|invalid|gzip|zstd)/],
		cause: "The image in the registry is damaged or of a form that ECS does not unpack: manifest and layers do not fit.",
		fix: "Build and push the image again without a cache, as one image for one platform with gzip layers, and deploy the new digest.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "working-directory-missing",
		patterns: [/chdir to cwd \("(?<path>[^"\n]{1,200})"\) set in config\.json failed: (?<reason>no such file or directory|permission denied)/, /OCI runtime[^\n]{0,300}mkdir (?<path>\S{1,200}): (?:not a directory|permission denied)/],
		cause: "The working folder {path|of the container} does not exist in the image, or its user may not enter it.",
		fix: "Correct workingDirectory in the task definition or WORKDIR in the Dockerfile; give the folder to the user.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "root-file-system-mount",
		patterns: [/error creating device nodes: mknod \S{1,300}/, /mknod[^\n]{0,200}errno 524/],
		cause: "A volume (EFS) is mounted over the root of the container or over /dev, where the runtime must create device files.",
		fix: "Mount the volume at a folder of its own (for example /data), never at / or /dev.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "runtime-user-missing",
		patterns: [/unable to find (?:user|group) (?<user>[\w.-]{1,60}): no matching entries in passwd file/, /no users found|linux spec user: unable to find user (?<user>[\w.-]{1,60})/],
		cause: "The image has no user or group {user|of that name}.",
		fix: "Create it in the Dockerfile (RUN adduser), or use a numeric id in user of the task definition.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "command-not-string-list",
		patterns: [/OCI runtime[^\n]{0,300}exec: "(?<program>[^"\n]{1,120} [^"\n]{1,120})": (?:stat|executable file not found|no such file)/],
		cause: "The command was given as one string: the runtime looks for a program named {program|with blanks in it}.",
		fix: "Write command as a list of words ([\"npm\", \"start\"]), or as [\"sh\", \"-c\", \"…\"].",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "ssm-throttled",
		patterns: [/(?:retrieve secrets? from (?:ssm|asm)|pull secrets|secrets manager)[^\n]{0,300}(?:ThrottlingException|Rate exceeded|TooManyRequests)/i],
		cause: "Many tasks start at once, and Systems Manager or Secrets Manager throttles the fetching of their secrets.",
		fix: "Raise the throughput of Parameter Store (Settings, higher throughput), fetch fewer parameters per task (one JSON secret), and start fewer tasks at a time.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "environment-file-unreadable",
		patterns: [/failed to download env files: [^\n]{0,200}(?:AccessDenied|status code: 403|Access Denied)/, /failed to download env files|failed to (?:read|parse) (?:environment|env) file/],
		cause: "ECS could not read the environment file in S3: the execution role may not, the object does not exist, or there is no route to S3.",
		fix: "Allow s3:GetObject on the object and s3:GetBucketLocation on the bucket in the execution role; check the ARN and the file (NAME=VALUE lines, ending .env); give the subnet a route to S3.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html"
	},
	{
		id: "eni-quota",
		patterns: [/NetworkInterfaceLimitExceeded/],
		cause: "The account's quota of network interfaces in the region is used up; every awsvpc task takes one, and blue/green doubles the need.",
		fix: "Ask for a higher quota (Network interfaces per Region, L-DF5E4CA3), or stop unused tasks.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "eni-security-group-missing",
		patterns: [/Create Network Interface[^\n]{0,200}InvalidSecurityGroupID\.NotFound/, /InvalidSecurityGroupID\.NotFound|InvalidGroup\.NotFound/],
		cause: "A security group of the service's network configuration was deleted.",
		fix: "Put an existing security group into the service's network configuration (for a service of CodeDeploy into the AppSpec or the stack), and deploy again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "eni-subnet-missing",
		patterns: [/(?:Create Network Interface|subnet)[^\n]{0,200}InvalidSubnetID\.NotFound/, /The subnet ID '(?<subnet>[^'\n]{1,60})' does not exist/],
		cause: "Subnet {subnet|of the service's network configuration} was deleted or is in another region.",
		fix: "Put existing subnets into the network configuration of the service, and deploy again.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "eni-not-permitted",
		patterns: [/(?:Create|attach|Delete) Network Interface[^\n]{0,200}(?:UnauthorizedOperation|AccessDenied|not authorized)/i],
		cause: "ECS may not create the task's network interface: a service control policy, or a changed service-linked role.",
		fix: "See the organisation's policies for ec2:CreateNetworkInterface, and restore AWSServiceRoleForECS.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "volume-driver-refused",
		patterns: [/VolumeDriver\.(?<call>\w+): (?<reason>[^\n]{1,160})/, /volume driver [^\n]{0,60}(?:not found|failed)|legacy plugin: /],
		vague: "kind",
		cause: "The volume driver refused the volume: {reason|see the message}.",
		fix: "Check the driver's plug-in on the instances, the volume's name and its service, or use EFS.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "eni-device-not-found",
		patterns: [/unable to get device with hardware address|device with mac address not found/],
		cause: "The EC2 instance did not see the network interface that was attached for the task.",
		fix: "Run it again; if it recurs, replace the instance and update its AMI and agent.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "instance-terminated",
		patterns: [/Host EC2 \(instance (?<instance>i-[\da-f]+)\) (?:terminated|stopped)/, /container instance (?:\S{1,200} )?(?:was )?(?:deregistered|terminated|draining)/i],
		cause: "The instance {instance|under the task} was terminated or stopped: Spot, a scale-in of its Auto Scaling group, or a person.",
		fix: "Turn on managed termination protection and draining of the capacity provider; keep a share of On-Demand.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "dependency-not-healthy",
		patterns: [
			/dependency container (?<container>[\w.-]{1,80}) (?:did not become healthy|is not healthy)/i,
			/(?:did not exit successfully|dependency failed)[^\n]{0,80}|container (?<container>[\w.-]{1,80}) dependency (?:for|on)/,
			/DependencyTimeout|timed out waiting for (?:container )?(?:dependency )?(?<container>[\w.-]{1,80})? ?to (?:be|become) (?:healthy|HEALTHY|complete|started)/
		],
		cause: "Container {container|named in dependsOn} did not become HEALTHY, START or COMPLETE, so the others did not start.",
		fix: "Read the log and the health check of {container|that container}; raise startTimeout where it needs longer.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "agent-disconnected",
		patterns: [/AGENT\b[^\n]{0,40}(?:disconnected|not connected)|ContainerInstance \S+ agent is not connected/i, /DockerStateError|ContainerNotFound|TaskDependencyError/],
		cause: "The container agent or Docker on the instance does not answer.",
		fix: "Replace the instance, or restart the agent; look at its disk, memory and CPU.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "service-connect-unhealthy",
		patterns: [/(?:Service Connect|envoy|AppNet)[^\n]{0,80}(?:unhealthy|failed to (?:start|bootstrap)|did not become healthy)/i],
		cause: "The Service Connect proxy of the task did not become healthy: too little memory or CPU beside the application, or it can't reach the namespace.",
		fix: "Add 256 CPU units and 64 MiB for the proxy, check the namespace, and read the proxy's own log (logConfiguration of serviceConnectConfiguration).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "fargate-retirement",
		patterns: [/(?:scheduled for retirement|Your task was (?:stopped|retired)|Task was stopped because of a maintenance|ECS is performing maintenance)/i, /TerminationNotice|Fargate (?:infrastructure|host) (?:maintenance|retirement)/],
		cause: "AWS replaced the host of the task for maintenance; the service starts another task.",
		fix: "Nothing to mend. Handle SIGTERM, and run more than one task so that users don't notice.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "pull-failed-cut",
		patterns: [/CannotPullContainer(?:Error|Warning)?: [^\n]{0,120}(?:failed to resolve ref|pull image manifest|inspect image|image pull|failed to do request)[^\n]{0,10}? ?"?(?<image>[\w.-]+\.[\w./:@-]{1,200})?/, /\bCannotPullContainerError\b/],
		vague: "outer",
		cause: "The task could not pull image {image|of the task definition}, and AWS cut the reason off or names none that is known.",
		fix: "Check in this order that the image exists under exactly this name (aws ecr describe-images), that the subnet has a route to the registry (NAT, public address, or endpoints ecr.api, ecr.dkr and S3), and that the execution role may pull it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "secret-fetch-failed",
		patterns: [/ResourceInitializationError: unable to pull secrets or registry auth/],
		vague: "outer",
		cause: "ECS could not fetch the secrets of the task or its ECR login, and AWS cut the reason off or names none that is known.",
		fix: "Check that the subnet has a route to Secrets Manager, Systems Manager and ECR, that the execution role may read what valueFrom names, and that it exists in this region.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	}
]);

// packages/domain/lib/diagnosis/failures/ecs-service-events.js
/** Messages of ECS in the events of a service. */
const ECS_SERVICE_EVENTS = rowsAt([
	"service",
	"deployment",
	"stack",
	"task"
], [
	{
		id: "capacity-unavailable",
		patterns: [/Capacity is unavailable at this time/i],
		cause: "Fargate (often Spot) has no room in the chosen zones now.",
		fix: "Add subnets in more zones, add FARGATE next to FARGATE_SPOT, and retry.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "unsupported-az",
		patterns: [/unable to place a task\. Reason: Internal error/i],
		cause: "A subnet lies in a zone where Fargate is not offered, or AWS had an internal error.",
		fix: "Drop subnets in unsupported zones, then retry.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "vcpu-quota",
		patterns: [/limit on the number of vCPUs/i],
		cause: "The account's Fargate vCPU quota for the region is used up; blue/green doubles the need.",
		fix: "Ask for a higher quota in Service Quotas (Fargate On-Demand vCPU) or stop other tasks.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "task-quota",
		patterns: [/limit on the number of tasks you can run/i],
		cause: "The account's task quota for the region is used up.",
		fix: "Ask for a higher quota or stop unused tasks.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "cpu-above-limit",
		patterns: [/requested CPU configuration is above your limit/i],
		cause: "One task asks for more vCPU than the account's quota allows.",
		fix: "Lower the task cpu or raise the Fargate vCPU quota.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "memory-above-limit",
		patterns: [/requested MEMORY configuration is above your limit/i],
		cause: "One task asks for more memory than the account may use.",
		fix: "Lower the task memory or ask for a higher limit.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "service-cannot-start-tasks",
		patterns: [/unable to consistently start tasks successfully/i],
		vague: "outer",
		cause: "Tasks keep stopping soon after start; ECS backs off between tries. The stopped tasks say why.",
		fix: "Read the stoppedReason of the last stopped tasks.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "service-throttled",
		patterns: [/operations are being throttled/i],
		cause: "Too many API calls or task launches in a short time.",
		fix: "Wait; reduce how often deployments start; spread them out.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "no-container-instance",
		patterns: [/no container instance met all of its requirements/i],
		cause: "EC2 cluster has no instance with room, port or attributes; for a Fargate service the launch type was left unset.",
		fix: "Set launchType or capacity provider FARGATE, or add instances.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "deployment-tasks-failed",
		patterns: [/deployment failed: tasks failed to start/i],
		vague: "outer",
		cause: "The circuit breaker counted too many failed starts and marked the deployment failed.",
		fix: "Read stopped tasks of the failed deployment for the first cause.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "deployment-percent-config",
		patterns: [/because of the service deployment configuration/i],
		cause: "The percentages leave room neither to start a new task nor to stop an old one.",
		fix: "Use minimumHealthyPercent 100 and maximumPercent 200, or 50/100 for a lone fixed-port task.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "protected-tasks",
		patterns: [/number of protected tasks are more than/i],
		cause: "Task scale-in protection keeps old tasks alive.",
		fix: "Wait for protection to lapse or clear it with UpdateTaskProtection.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "service-iam-policy-broken",
		patterns: [/IAM permissions policies have been misconfigured/i],
		cause: "A role that ECS uses for the service lost permissions.",
		fix: "Restore the ECS service-linked role or the service role's policy; check SCPs.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "service-iam-trust-broken",
		patterns: [/IAM trust relationship has been misconfigured/i],
		cause: "The service role no longer trusts ECS.",
		fix: "Restore ecs.amazonaws.com in the trust policy.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "provisioning-limit",
		patterns: [/provisioning capacity limit was exceeded/i],
		cause: "Too many tasks wait in PROVISIONING for the capacity provider.",
		fix: "Raise the Auto Scaling group's maximum or launch fewer tasks at once.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "could-not-launch",
		patterns: [/could not launch \S+ tasks? for deployment/i],
		vague: "outer",
		cause: "ECS tried and failed to launch the tasks of this deployment.",
		fix: "Read the neighbouring events and stopped tasks for the reason.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "taskset-target-group-missing",
		patterns: [/TARGET GROUP IS NOT FOUND/],
		cause: "The target group of the task set was deleted or replaced while in use.",
		fix: "Recreate the target group and service pairing; do not edit the group during a deployment.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "task-role-not-assumable",
		patterns: [/ECS was unable to assume the role/i],
		cause: "The task or execution role was deleted, or does not trust ecs-tasks.amazonaws.com.",
		fix: "Correct taskRoleArn/executionRoleArn and let ecs-tasks.amazonaws.com assume the role; wait a few seconds after creating it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	},
	{
		id: "classic-elb-unhealthy",
		patterns: [/unhealthy in \(elb /i],
		cause: "A Classic Load Balancer counted the instance as unhealthy.",
		fix: "Check the ping path, port and security group; move to an ALB for Fargate.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"
	}
]);

// packages/domain/lib/diagnosis/failures/image-build-push.js
/** Building an image and pushing it to ECR. */
const IMAGE_BUILD_PUSH = rowsAt(["build", "call"], [
	{
		id: "ecr-repository-not-found",
		patterns: [/repository with name '(?<repository>[^'\n]+)' does not exist in the registry(?: with id '(?<account>\d+)')?/i, /RepositoryNotFoundException/],
		cause: "ECR repository {repository|of that name} has not been created in this account and region, or the name is misspelt. ECR does not create repositories on push by default.",
		fix: "Create the repository (create-repository: true does it on the next run) in the account and region of the registry, or correct its name.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html"
	},
	{
		id: "ecr-repository-name-includes-registry",
		patterns: [/repository with name '[^']*amazonaws\.com(?:\.cn)?\/[^']*' does not exist in the registry with id/i],
		cause: "The registry host stands in the name twice: the repository that was given already held the full address.",
		fix: "Give the repository either as its name alone or as its full URI, once.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html"
	},
	{
		id: "ecr-tag-immutable",
		patterns: [/tag '(?<tag>[^'\n]*)' already exists in the '(?<repository>[^'\n]*)' repository and cannot be overwritten/i, /ImageTagAlreadyExistsException/],
		cause: "Tag {tag|of that name} was pushed before, and repository {repository|} has tag immutability: a re-run of the same commit, or a moving tag such as latest.",
		fix: "Keep if-exists: reuse, which returns the digest of the image that is there; or push a tag that no earlier run has used.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html"
	},
	{
		id: "ecr-auth-token-expired",
		patterns: [/authorization token has expired/i],
		cause: "The ECR login is older than 12 hours, or a stale login is saved on a self-hosted runner.",
		fix: "Log in to ECR in the same job just before the push, as build-push-ecr does; remove old entries from the runner's Docker configuration.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html"
	},
	{
		id: "ecr-no-basic-auth",
		patterns: [/no basic auth credentials/i],
		cause: "Docker is not logged in to this registry host: the login step is absent, ran for another region or account, or ran as another user or docker config.",
		fix: "Log in to exactly the registry host that the image name holds: same account, same region, same Docker configuration.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html"
	},
	{
		id: "ecr-push-denied",
		patterns: [/assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform: ecr:(?:InitiateLayerUpload|UploadLayerPart|CompleteLayerUpload|PutImage|BatchCheckLayerAvailability)\b(?: on resource: (?<resource>\S{1,300}))?/i, /not authorized to perform: ecr:(?:InitiateLayerUpload|UploadLayerPart|CompleteLayerUpload|PutImage|BatchCheckLayerAvailability)\b/i],
		cause: "Deploy role {role|} lacks ECR push permissions for repository {resource|of the image}.",
		fix: "Grant role {role|that deploys} ecr:BatchCheckLayerAvailability, InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, PutImage and BatchGetImage on {resource|the repository ARN}, plus ecr:GetAuthorizationToken on *.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html"
	},
	{
		id: "ecr-push-denied-cross-account",
		patterns: [/not authorized to perform: ecr:(?:InitiateLayerUpload|UploadLayerPart|CompleteLayerUpload|PutImage|BatchCheckLayerAvailability)\b[^\n]*no resource-based policy allows/i],
		cause: "The role is in one account and the repository in another, and the repository policy does not name the role or its account.",
		fix: "Add a repository policy in the owning account that allows the pushing role the push actions; keep the identity policy too.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html"
	},
	{
		id: "ecr-push-403-manifest",
		patterns: [/unexpected status(?: code)? from PUT request to \S+\/manifests\/\S+: 403 Forbidden/i, /failed commit on ref "(?:manifest|index)-[^"]*": unexpected status: 403/i],
		cause: "Layers went up but the manifest was refused: the repository's image quota is full, or ecr:PutImage / ecr:BatchGetImage is missing.",
		fix: "Check the image count against the quota and add a lifecycle policy that expires old images; then check the role has ecr:PutImage and ecr:BatchGetImage.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html"
	},
	{
		id: "registry-forbids-layer",
		where: ["build"],
		patterns: [/unexpected status(?: code)? from (?:HEAD|POST|PUT|PATCH) request to (?<url>https?:\/\/\S{1,300}\/blobs\/\S{0,300}): 40[13] /],
		cause: "The registry refused a layer at {url}: the role of the job lacks a right of ECR on this repository, or the login is for another registry.",
		fix: "Allow ecr:BatchCheckLayerAvailability, InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, PutImage and BatchGetImage on the repository, ecr:GetAuthorizationToken on *, and log in to the host of the image.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html"
	},
	{
		id: "ecr-get-auth-token-denied",
		patterns: [/not authorized to perform: ecr:GetAuthorizationToken/i],
		cause: "The role may not obtain an ECR login. The action does not support a repository ARN, so a statement scoped to one never matches.",
		fix: "Allow ecr:GetAuthorizationToken with Resource \"*\" in a statement of its own.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html"
	},
	{
		id: "base-image-ecr-pull-denied",
		patterns: [/pull access denied for [^\s,]+\.dkr\.ecr\.[^\n]*not authorized to perform: ecr:/i],
		cause: "The build's FROM image lives in ECR and the build role cannot read it.",
		fix: "Grant ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability on the base image's repository and log in to that registry before the build.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html"
	},
	{
		id: "base-image-not-found",
		patterns: [
			/pull access denied(?: for (?<image>[^\s,]+))?, repository does not exist or may require/i,
			/failed to resolve source metadata for (?<image>\S+): \S+: not found/i,
			/failed to create LLB definition: (?<image>\S+): not found/i
		],
		cause: "The image {image|in a FROM line} does not exist under that name, or is private and the build has no login; an unset build argument in FROM looks the same.",
		fix: "Check the FROM name and tag, set every ARG used in FROM, and log in to the private registry before building.",
		url: "https://docs.docker.com/reference/dockerfile/"
	},
	{
		id: "base-image-platform-missing",
		patterns: [/no matching manifest for (?<platform>[\w/]{1,40}) in the manifest list entries/i, /no match for platform in manifest/i],
		cause: "The base image is not published for the requested CPU architecture.",
		fix: "Build for a platform that the base image offers, or change to a base image with that architecture (docker buildx imagetools inspect IMAGE lists them).",
		url: "https://docs.docker.com/build/building/multi-platform/"
	},
	{
		id: "docker-hub-rate-limit-build",
		patterns: [
			/reached your (?:unauthenticated )?pull rate limit/i,
			/auth\.docker\.io\/token[^\n]{0,80}: 429 Too Many Requests/,
			/registry-1\.docker\.io\/\S{1,300}: 429 Too Many Requests/
		],
		cause: "Docker Hub refused the base-image pull: the anonymous limit for the runner's shared address is used up.",
		fix: "Log in to Docker Hub before building, or take the base image from public.ecr.aws/docker/library or an ECR pull-through cache; then re-run.",
		url: "https://docs.docker.com/docker-hub/usage/"
	},
	{
		id: "ecr-public-rate-limit",
		patterns: [/toomanyrequests: Rate exceeded/i],
		cause: "Too many unauthenticated pulls from public.ecr.aws from one address in a second.",
		fix: "Log in to ECR Public (aws ecr-public get-login-password --region us-east-1), lower parallel pulls, and retry with a delay.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors.html"
	},
	{
		id: "buildx-cache-export-unsupported",
		patterns: [/(?:Cache export|Multi-platform build) is not supported for the docker driver/i],
		cause: "Exported caches and several platforms are beyond Docker's default build driver.",
		fix: "Run docker/setup-buildx-action before, so that a docker-container builder is used; or drop cache-to and the second platform.",
		url: "https://docs.docker.com/build/cache/backends/"
	},
	{
		id: "dockerfile-not-found",
		patterns: [/failed to read dockerfile: open [^\n:]+: no such file or directory/i],
		cause: "There is no Dockerfile at this path, or the repository was not checked out.",
		fix: "Run actions/checkout before, and set file to the Dockerfile's path from the root of the repository.",
		url: "https://docs.docker.com/reference/cli/docker/buildx/build/"
	},
	{
		id: "build-copy-source-missing",
		patterns: [
			/failed to (?:compute cache key|calculate checksum of ref)[^\n]*?"(?<path>\/[^"\n]{1,300})":? not found/i,
			/failed to (?:compute cache key|calculate checksum of ref)[^\n]*not found/i,
			/(?:COPY|ADD) failed: (?:file not found in build context[^\n]*?stat (?<path>[^\s:]{1,300})|[^\n]*no such file)/i
		],
		cause: "A COPY or ADD names {path|a path}; the path is outside the context, excluded by .dockerignore, or not made by an earlier step.",
		fix: "Compare the path with the context folder and .dockerignore; make the file before the build or change the context.",
		url: "https://docs.docker.com/build/concepts/context/"
	},
	{
		id: "build-run-step-failed",
		patterns: [
			/executor failed running \[(?<command>[^\]\n]{1,200})/i,
			/process "(?<command>[^"\n]{1,300})" did not complete successfully: exit code: (?<code>\d+)/i,
			/did not complete successfully: exit code: (?<code>\d+)/i
		],
		vague: "outer",
		cause: "The command {command|of a RUN line} failed. The cause is in the lines just above; this line only names the command.",
		fix: "Read the output above this line, run the same build locally, and mend the command that exited non-zero.",
		url: "https://docs.docker.com/reference/dockerfile/"
	},
	{
		id: "build-runner-disk-full",
		where: ["build"],
		patterns: [/no space left on device/i, /npm (?:ERR!|error) code ENOSPC\b/],
		cause: "The runner's disk filled up while building.",
		fix: "Free space before the build (docker system prune -af, delete unused toolchains), make the image smaller, or use a larger runner.",
		url: "https://docs.docker.com/reference/cli/docker/system/prune/"
	},
	{
		id: "build-node-heap-oom",
		where: ["build"],
		patterns: [/JavaScript heap out of memory/i],
		cause: "Node's heap limit was reached, usually by a front-end bundler inside the build.",
		fix: "Set NODE_OPTIONS=--max-old-space-size=4096 for that step (below the machine's memory) or use a larger runner.",
		url: "https://nodejs.org/api/cli.html"
	},
	{
		id: "image-name-not-lowercase",
		patterns: [/repository name (?:\([^)]*\) )?must be lowercase/i],
		cause: "The image name has upper-case letters, commonly from the GitHub owner or repository name.",
		fix: "Lower-case the name before using it as an image reference.",
		url: "https://docs.docker.com/reference/cli/docker/image/tag/"
	},
	{
		id: "registry-push-unauthorized",
		patterns: [
			/failed commit on ref "[^"]*": unexpected status[^\n]*: 401 Unauthorized/i,
			/denied: requested access to the resource is denied/,
			/^unauthorized: authentication required/,
			/error parsing HTTP 40[13] response body/
		],
		cause: "The registry did not accept the login used for the push, or the repository is one the login cannot write.",
		fix: "Log in to exactly this registry host before the push and confirm write access to the repository.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html"
	},
	{
		id: "docker-engine-unreachable",
		patterns: [/Cannot connect to the Docker daemon/i, /permission denied while trying to connect to the (?:Docker daemon socket|docker API)/i],
		cause: "No Docker engine answers on this runner, or the job may not talk to it.",
		fix: "Use a runner with a running engine (ubuntu-latest has one), start it before this step, or push a ready OCI layout with oci-layout, which needs none.",
		url: "https://docs.docker.com/engine/daemon/troubleshoot/"
	},
	{
		id: "ecr-upload-closed",
		patterns: [/failed to do request: (?:Post|Put|Patch|Head) "?https:\/\/[\w.-]{1,200}\.amazonaws\.com(?:\.cn)?\/v2\/\S{1,400}?"?: (?:unexpected )?EOF\b/i, /failed to do request: (?:Post|Put|Patch|Head) "?https:\/\/[\w.-]{1,200}\.amazonaws\.com(?:\.cn)?\/v2\/\S{1,400}?"?: [^\n]{0,200}(?:connection reset by peer|broken pipe|use of closed network connection)/i],
		cause: "ECR closed the connection of the upload. It does so when the repository is missing in this account and region, when the name has a slash or a tag too many, or when the role may not push.",
		fix: "Compare the name with the repository in ECR (aws ecr describe-repositories), and the region of its host; create it (create-repository: true does), or grant the push. If all is right, push again.",
		url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html"
	},
	{
		id: "ecr-cache-manifest-refused",
		patterns: [/error writing (?:manifest|config|layer) blob:[^\n]{0,400}unexpected status(?: code)?[^\n]{0,400}: 400 Bad Request/i, /(?:exporting cache|cache export)[^\n]{0,400}unexpected status(?: code)?[^\n]{0,400}: 400 Bad Request/i],
		cause: "ECR refuses the manifest of an exported cache in its older form, which is no image.",
		fix: "Write the cache with image-manifest=true,oci-mediatypes=true, or set cache: ecr of build-push-ecr, which does.",
		url: "https://docs.docker.com/build/cache/backends/registry/"
	}
]);

// packages/domain/lib/diagnosis/failures/migration-tools.js
/** Migration tools refuse to go on, and how each is repaired. */
const MIGRATION_TOOLS = rowsAt(["application"], [
	{
		id: "flyway-checksum-mismatch",
		patterns: [
			/Migration checksum mismatch for migration (?:version )?(?<migration>[\w.]{1,60})/,
			/Detected applied migration not resolved locally: ?(?<migration>[\w.]{1,60})/,
			/Migration (?:description|type) mismatch for migration version (?<migration>[\w.]{1,60})/
		],
		cause: "The file of migration {migration|that the message names} was changed or removed after it was applied (line ends and filters count as well).",
		fix: "Restore the file as it was and put the change into a new version. Only where the difference is harmless run flyway repair, which takes the new checksum.",
		url: "https://documentation.red-gate.com/flyway"
	},
	{
		id: "flyway-failed-migration",
		patterns: [/Detected failed migration to version (?<migration>[\w.]{1,60})/, /Schema [^\n]{1,80} contains a failed migration to version (?<migration>[\w.]{1,60})/],
		cause: "An earlier run of migration {migration|that the message names} failed and is recorded as failed.",
		fix: "Undo what it half did, run flyway repair, and deploy again.",
		url: "https://documentation.red-gate.com/flyway"
	},
	{
		id: "flyway-out-of-order",
		patterns: [/Detected resolved migration not applied to database: ?(?<migration>[\w.]{1,60})/],
		cause: "Migration {migration|that the message names} was never applied, and one with a higher number was: it was merged late.",
		fix: "Give the file a number above the highest that ran; or run with outOfOrder=true where the order does not matter.",
		url: "https://documentation.red-gate.com/flyway"
	},
	{
		id: "flyway-schema-not-empty",
		patterns: [/Found non-empty schema\(s\) [^\n]{1,120} but no schema history table/, /Unsupported Database: (?<database>[^\n]{1,40})/],
		cause: "The schema has tables but no history of Flyway, or Flyway does not know this database or version.",
		fix: "Baseline the schema once (flyway baseline, or baselineOnMigrate with the right baselineVersion); add the module of the database (flyway-database-postgresql, flyway-mysql) or update Flyway.",
		url: "https://documentation.red-gate.com/flyway"
	},
	{
		id: "flyway-migration-sql-failed",
		patterns: [/Migration (?<migration>V[\w.]{1,200}\.sql) failed/, /Script (?<migration>[\w./]{1,200}\.sql) failed/],
		vague: "kind",
		cause: "The database refused the SQL of {migration|a migration}.",
		fix: "Read the SQL State and Message below this line, mend the file if it never ran (else add a new version), run flyway repair, and deploy again.",
		url: "https://documentation.red-gate.com/flyway"
	},
	{
		id: "liquibase-lock",
		patterns: [
			/Could not acquire change log lock\. Currently locked by (?<holder>\S{1,120})/,
			/Waiting for changelog lock\.\.\.$/,
			/Could not acquire change log lock\./
		],
		cause: "The table DATABASECHANGELOGLOCK is locked by {holder|another run}: it runs now, or was killed and left the lock.",
		fix: "When no migration runs: liquibase release-locks (or UPDATE DATABASECHANGELOGLOCK SET LOCKED=FALSE), then run again; run one migration task at a time.",
		url: "https://docs.liquibase.com/"
	},
	{
		id: "liquibase-checksum",
		patterns: [
			/(?<migration>\S{1,200}) was: \S{1,60} but is now: /,
			/Validation Failed:\s[^\n]{0,40}change ?sets? (?:check sums|had checksums)/,
			/liquibase\.exception\.ValidationFailedException/
		],
		cause: "Change set {migration|that the message names} was edited after it had run.",
		fix: "Restore it and add a new change set; where the difference is harmless clear the checksum (liquibase clear-checksums) or set validCheckSum.",
		url: "https://docs.liquibase.com/"
	},
	{
		id: "liquibase-migration-failed",
		patterns: [/Migration failed for change ?set (?<migration>[^\n:]{1,200}(?:::[^\n:]{1,80}){0,2})/],
		vague: "kind",
		cause: "The database refused change set {migration|that the message names}.",
		fix: "Read the reason behind it, mend the change set if it never ran, else add another one, and deploy again.",
		url: "https://docs.liquibase.com/"
	},
	{
		id: "golang-migrate-dirty",
		patterns: [/Dirty database version (?<migration>\d+)\. Fix and force version/, /\bdirty database version (?<migration>\d+)/i],
		cause: "Migration {migration|of that number} failed half-way before; golang-migrate marked the schema as dirty and refuses to go on.",
		fix: "See which of its statements ran, complete or undo them, then migrate force VERSION ({migration|the number} if it is complete, the number before if it is undone), and run again.",
		url: "https://github.com/golang-migrate/migrate/blob/master/FAQ.md"
	},
	{
		id: "golang-migrate-no-migration",
		patterns: [/no migration found for version (?<migration>\d+)/, /error: (?:first |open )[^\n]{0,120}(?:\.: file does not exist|no such file or directory)/],
		cause: "The database is at version {migration|that the image does not hold} and the image has no such file: it is an older image, or the folder was not copied.",
		fix: "Deploy an image that holds all migrations that ran, and copy the folder into the image.",
		url: "https://github.com/golang-migrate/migrate/blob/master/FAQ.md"
	},
	{
		id: "migration-lock-held",
		patterns: [
			/can't acquire (?:database )?lock|timeout: can't acquire database lock/,
			/pg_advisory_lock[^\n]{0,60}(?:timeout|failed)|(?:failed to acquire|unable to acquire|could not (?:acquire|obtain)) (?:the )?(?:migration|session|schema|advisory|database) lock/i,
			/Unable to acquire (?:Flyway|PostgreSQL|MySQL)[^\n]{0,40}(?:advisory )?lock/i
		],
		cause: "Another migration holds the lock of the database, or one that was killed left it behind.",
		fix: "See that no other migration task runs (aws ecs list-tasks), end the session that holds the lock (pg_stat_activity, SHOW PROCESSLIST), and run one migration task at a time.",
		url: "https://www.postgresql.org/docs/current/explicit-locking.html"
	},
	{
		id: "migration-folder-missing",
		patterns: [
			/Can't find meta\/_journal\.json file|Could not find (?:a )?Prisma [Ss]chema|Could not find migrations? directory `?(?<path>[^`\n]{0,160})/,
			/No 'script_location' key found in configuration|Path doesn't exist: '?(?<path>[^'\n]{1,160}?)'?\.? +Please use the 'init' command/,
			/goose(?: run)?: (?<path>\S{1,160}) directory does not exist|could not find migrations directory/,
			/ENOENT: no such file or directory, scandir '(?<path>[^'\n]{0,160}migrations[^'\n]{0,80})'/,
			/No migrations found\. Are your locations set up correctly\?|Skipping filesystem location: (?<path>\S{1,160}) \(not found\)/
		],
		cause: "The migration tool does not find its files {path|} in the image.",
		fix: "Copy the folder of migrations and the configuration of the tool into the final stage (and out of .dockerignore), and run the command in the WORKDIR where it looks for them.",
		url: "https://docs.docker.com/reference/dockerfile/#copy"
	},
	{
		id: "migration-file-changed",
		patterns: [
			/^(?:Error: )?checksum mismatch$|You have a checksum error in your migration directory/,
			/The migration (?:`(?<migration>[^`\n]{1,120})` )?was modified after it was applied/,
			/(?:migration|file) (?<migration>[\w.-]{1,120}) (?:has been|was) (?:modified|changed|edited) (?:since|after) (?:it was )?(?:applied|executed|run)/i,
			/different checksum for migration (?<migration>\S{1,120})/i
		],
		cause: "The file of migration {migration|that ran already} no longer has the checksum under which it was recorded: it was edited, or the line ends changed.",
		fix: "Restore the file as it ran and put the change into a new migration; for Atlas run atlas migrate hash once the folder is as meant.",
		url: "https://atlasgo.io/concepts/migration-directory-integrity"
	},
	{
		id: "orm-not-connected",
		patterns: [
			/Cannot execute operation on "(?<connection>\w+)" connection because connection is not yet established/,
			/ConnectionNotFoundError: Connection "(?<connection>\w+)" was not found|DataSource is not (?:set|initialized)|Connection "(?<connection2>\w+)" was not found/,
			/(?:MongoNotConnectedError|Client must be connected before running operations|ClientClosedError: The client is closed)/
		],
		vague: "kind",
		cause: "The program used its database connection {connection|} before it was open, or after it had been closed.",
		fix: "Wait for the connection (initialize(), connect()) before the server or the migration starts; an error of the connection itself, earlier in the log, is then the cause.",
		url: "https://typeorm.io/docs/data-source/data-source"
	},
	{
		id: "goose-missing-migrations",
		patterns: [
			/error: found \d+ missing migrations(?: before current version (?<migration>\d+))?/,
			/goose(?: run| up)?: [^\n]{0,80}failed to run SQL migration|ERROR (?<migration>\d{3,20}_\w{1,120}\.sql): failed to run SQL migration/,
			/goose: no such version/
		],
		cause: "Goose found migrations with a lower number than the newest that ran, or the database refused {migration|one}.",
		fix: "Rename the late files (goose fix) or allow them with -allow-missing; for refused SQL read the reason behind it and mend the file.",
		url: "https://pressly.github.io/goose/"
	},
	{
		id: "prisma-failed-migration",
		patterns: [/\bP3009\b[\s\S]{0,400}?The `(?<migration>[^`\n]{1,200})` migration started at/, /\bP3009\b|migrate found failed migrations in the target database/],
		cause: "Migration {migration|that the message names} failed in an earlier run and is recorded as failed in _prisma_migrations; Prisma runs nothing until that is settled.",
		fix: "Repair its effects, then prisma migrate resolve --rolled-back {migration|NAME} (or --applied when it is complete), and run again.",
		url: "https://www.prisma.io/docs/orm/prisma-migrate/workflows/patching-and-hotfixing"
	},
	{
		id: "prisma-migration-refused",
		patterns: [
			/\bP3018\b[\s\S]{0,300}?Migration name: (?<migration>[\w.-]{1,200})(?:[\s\S]{0,200}?Database error(?: code: (?<code>\w+)|:\s{0,4}(?<reason>[^\n]{1,200})))?/,
			/\bP3018\b|A migration failed to apply\. New migrations cannot be applied/,
			/\bP3006\b[^\n]{0,40}Migration `(?<migration>[^`\n]{1,200})` failed to apply/,
			/Migration `(?<migration>[^`\n]{1,200})` failed to apply cleanly to the shadow database/
		],
		cause: "The database refused the SQL of migration {migration|that the message names} ({code|the code and message stand below}).",
		fix: "Read \"Database error\" below, mend the SQL or the schema, then prisma migrate resolve --rolled-back {migration|NAME} and run again.",
		url: "https://www.prisma.io/docs/orm/reference/error-reference"
	},
	{
		id: "prisma-schema-not-empty",
		patterns: [/\bP3005\b|The database schema is not empty\. Read more about how to baseline/],
		cause: "The database has tables but no history of Prisma Migrate.",
		fix: "Baseline it once: prisma migrate resolve --applied for each migration that the schema already holds.",
		url: "https://www.prisma.io/docs/orm/prisma-migrate/workflows/baselining"
	},
	{
		id: "prisma-auth-failed",
		patterns: [/\bP1000\b[^\n]{0,20}Authentication failed against (?:the )?database server(?: at `(?<host>[^`\n]{1,120})`)?(?:, the provided database credentials for `(?<user>[^`\n]{1,80})`)?/, /Authentication failed against (?:the )?database server(?: at `(?<host>[^`\n]{1,120})`)?(?:, the provided database credentials for `(?<user>[^`\n]{1,80})`)?/],
		cause: "The database refuses user {user|of DATABASE_URL} or its password: a rotated secret, or special characters that are not URL-encoded.",
		fix: "Take the current secret, URL-encode the password in DATABASE_URL, and start new tasks.",
		url: "https://www.prisma.io/docs/orm/reference/error-reference"
	},
	{
		id: "prisma-reached-timeout",
		patterns: [
			/\bP1002\b[\s\S]{0,40}?The database server at `(?<host>[^`\n]{1,120})` was reached but timed out/,
			/database server (?:at `(?<host>[^`\n]{1,120})` )?was reached but timed out/,
			/\bP1008\b|\bP2024\b/
		],
		cause: "The database was reached and did not answer in time: another migration holds the advisory lock, it is overloaded, or a pooler (PgBouncer) stands between.",
		fix: "Run one migration at a time, and connect migrations directly to the database (directUrl), not through a pooler.",
		url: "https://www.prisma.io/docs/orm/reference/error-reference"
	},
	{
		id: "prisma-database-missing",
		patterns: [/\bP1003\b[^\n]{0,40}Database `?(?<database>[^`\n]{1,80}?)`? does not exist/, /\bP1010\b[^\n]{0,20}User `(?<user>[^`\n]{1,80})` was denied access on the database `(?<database>[^`\n]{1,80})`/],
		cause: "Database {database|of DATABASE_URL} does not exist, or the user may not use it.",
		fix: "Create the database or correct its name in DATABASE_URL; grant the user access.",
		url: "https://www.prisma.io/docs/orm/reference/error-reference"
	},
	{
		id: "prisma-engine-missing",
		patterns: [
			/Query [Ee]ngine library for current platform "(?<platform>[\w.-]{1,60})" could not be found/,
			/Prisma Client could not locate the Query Engine for runtime "(?<platform>[\w.-]{1,60})"/,
			/@prisma\/client did not initialize yet|Prisma Client (?:has not been|is not) generated/,
			/Unable to require\(`[^`\n]{0,200}libquery_engine[^`\n]{0,100}`\)|libssl\.so\.\d[\w.]*: cannot open shared object file|Prisma failed to detect the libssl/
		],
		cause: "The image holds no Prisma engine for {platform|its platform}, or the client was not generated: node_modules came from another system, or prisma generate did not run in the final stage.",
		fix: "Run prisma generate inside the image after npm ci, add {platform|the platform} to binaryTargets, and install openssl in slim and Alpine images.",
		url: "https://www.prisma.io/docs/orm/reference/prisma-schema-reference"
	},
	{
		id: "knex-locked",
		patterns: [/Migration table is already locked|Can't take lock to run migrations/],
		cause: "An earlier migration was killed and left Knex's lock, or another one runs now.",
		fix: "When none runs: knex migrate:unlock, then run again; run one migration task at a time.",
		url: "https://knexjs.org/guide/migrations.html"
	},
	{
		id: "knex-directory-corrupt",
		patterns: [
			/The migration directory is corrupt, the following files are missing: (?<migration>[\w., -]{1,200})/,
			/Migration (?<migration>\w{1,120}) not found/,
			/migration file (?<migration>[\w.-]{1,160}) (?:is missing|not found|does not exist)/i
		],
		cause: "Migrations that ran are missing in the image: {migration|the files that the message names}.",
		fix: "Deploy an image that holds every migration that ran in this database; don't rename or delete such files, nor change their ending (.ts to .js).",
		url: "https://knexjs.org/guide/migrations.html"
	},
	{
		id: "alembic-revision-missing",
		patterns: [/Can't locate revision identified by '(?<migration>[^'\n]{1,80})'/, /No such revision or branch '(?<migration>[^'\n]{1,80})'|KeyError: '(?<migration2>[0-9a-f]{12})'/],
		cause: "The database is at revision {migration|that this image does not hold}: the image is older than the database (a rollback), or the file was deleted.",
		fix: "Deploy the image that holds revision {migration|it}, or run alembic downgrade with that image first.",
		url: "https://alembic.sqlalchemy.org/en/latest/tutorial.html"
	},
	{
		id: "alembic-not-up-to-date",
		patterns: [/Target database is not up to date/, /FAILED: No 'script_location' key found|No config file 'alembic\.ini' found/],
		cause: "Alembic found a database behind its head, or no configuration in the working folder.",
		fix: "Run alembic upgrade head first; copy alembic.ini and the folder of revisions into the image and set WORKDIR.",
		url: "https://alembic.sqlalchemy.org/en/latest/tutorial.html"
	},
	{
		id: "django-conflicting-migrations",
		patterns: [/Conflicting migrations detected; multiple leaf nodes in the migration graph: \((?<migration>[^)\n]{1,200})/],
		cause: "Two branches each added a migration on the same parent: {migration|the leaf nodes of the message}.",
		fix: "Run python manage.py makemigrations --merge, commit the file, and deploy again.",
		url: "https://docs.djangoproject.com/en/stable/topics/migrations/"
	},
	{
		id: "django-inconsistent-history",
		patterns: [/Migration (?<migration>[\w.]{1,120}) is applied before its dependency (?<dependency>[\w.]{1,120})/, /InconsistentMigrationHistory/],
		cause: "The recorded history contradicts the dependencies: {migration|a migration} is recorded as run before {dependency|the one that it needs}.",
		fix: "Don't deploy. Compare django_migrations with the schema, and correct its rows (migrate --fake for what is there) with a backup at hand.",
		url: "https://docs.djangoproject.com/en/stable/topics/migrations/"
	},
	{
		id: "django-migration-node-missing",
		patterns: [
			/NodeNotFoundError: Migration (?<migration>[\w.]{1,120}) dependencies reference nonexistent parent node/,
			/(?:No installed app with label|Cannot find a migration matching) '(?<migration>[^'\n]{1,120})'/,
			/Your models (?:in app\(s\): '[^'\n]{1,120}' )?have changes that are not yet reflected in a migration/
		],
		cause: "A migration file is missing: {migration|the one that the message names} depends on one that the image does not hold.",
		fix: "Commit and copy all migration files (look into .gitignore and .dockerignore), and deploy again.",
		url: "https://docs.djangoproject.com/en/stable/topics/migrations/"
	},
	{
		id: "rails-strong-migrations",
		patterns: [/StrongMigrations::UnsafeMigration|=== Dangerous operation detected #strong_migrations ===/],
		cause: "The gem strong_migrations refuses a change that would lock the table or break running tasks.",
		fix: "Follow the steps that it prints (concurrently, in two releases); wrap it in safety_assured only after looking.",
		url: "https://github.com/ankane/strong_migrations"
	},
	{
		id: "rails-migration-failed",
		patterns: [
			/(?:rake|rails) aborted!$/,
			/An error has occurred, (?:this and )?all later migrations canceled/,
			/ActiveRecord::(?:IrreversibleMigration|DuplicateMigrationVersionError|DuplicateMigrationNameError|UnknownMigrationVersionError)/,
			/ActiveRecord::ProtectedEnvironmentError|ActiveRecord::EnvironmentMismatchError|ActiveRecord::NoEnvironmentInSchemaError/
		],
		vague: "outer",
		cause: "A migration of Rails failed; the reason stands just below.",
		fix: "Read the exception below this line, mend the migration (or its direction, version or RAILS_ENV), and run again.",
		url: "https://guides.rubyonrails.org/active_record_migrations.html"
	},
	{
		id: "typeorm-driver-missing",
		patterns: [
			/Cannot load driver class: (?<package>[\w.]{1,120})|unknown driver "?(?<package2>[\w-]{1,40})"? \(forgotten import\?\)/,
			/DriverPackageNotInstalledError: (?<package>\S+) package has not been found installed|(?<package2>[\w@/-]+) package has not been found installed/,
			/Please install (?<package>[\w@/-]+) package manually/,
			/Error: Knex: run\s\$? ?npm install (?<package>[\w@/-]+)/,
			/(?:could not find driver|No such driver|Unable to load driver)\b/,
			/Error loading MySQLdb module|Error loading psycopg2? (?:or psycopg )?module|Specified '(?<package>\w+)' for database adapter, but the gem is not loaded/
		],
		cause: "The driver {package|of the database} is not in the image: it is no dependency, or a development one that the final stage leaves out.",
		fix: "Add {package|the driver} to the dependencies (not the development ones), or the PHP extension (docker-php-ext-install pdo_mysql or pdo_pgsql), and build again.",
		url: "https://typeorm.io/docs/drivers/postgres"
	},
	{
		id: "typeorm-migration-failed",
		patterns: [
			/Migration "(?<migration>[^"\n]{1,200})" failed, error:/,
			/Error during migration run:/,
			/No migrations (?:were found in the database|are pending)[^\n]{0,20}nothing to revert/,
			/migration (?<migration>[\w.-]{1,200}) failed/i
		],
		vague: "kind",
		cause: "Migration {migration|that the message names} was refused.",
		fix: "Read the error beside it: table, column, lock or right. Mend the migration if it never ran, else add another one, and run again.",
		url: "https://typeorm.io/docs/advanced-topics/migrations"
	},
	{
		id: "sequelize-migration-failed",
		patterns: [/MigrationError: Migration (?<migration>[\w.-]{1,200}) \(up\) failed/, /ERROR: Error reading "config\/config\.js(?:on)?"/],
		vague: "kind",
		cause: "Sequelize's migration {migration|that the message names} was refused, or its configuration has no such environment.",
		fix: "Read the original error beside it and mend the migration; set NODE_ENV to an environment that config.js holds, with dialect and url.",
		url: "https://sequelize.org/docs/v6/other-topics/migrations/"
	},
	{
		id: "laravel-migration-failed",
		patterns: [/SQLSTATE\[(?<code>\w{5})\]: (?<reason>[^\n]{1,160})/, /Application In Production|APPLICATION IN PRODUCTION/],
		vague: "kind",
		cause: "The database refused a statement: {reason|the SQLSTATE says why}.",
		fix: "Read the SQLSTATE and the statement behind it, mend the migration, and run php artisan migrate --force (without --force Laravel asks, and nobody answers).",
		url: "https://laravel.com/docs/migrations"
	},
	{
		id: "ef-pending-model-changes",
		patterns: [
			/The model for context '(?<context>\w{1,120})' has pending changes/,
			/The migrations history table|PendingModelChangesWarning/,
			/No DbContext was found|Unable to create an? (?:'DbContext'|object) of type '(?<context>\w{1,120})'/
		],
		cause: "The code's model has changes that no migration holds, or the tool can't create the context {context|}.",
		fix: "Add the migration (dotnet ef migrations add NAME), commit it, and deploy again; give the context a connection string in this environment.",
		url: "https://learn.microsoft.com/ef/core/managing-schemas/migrations/"
	},
	{
		id: "migration-number-conflict",
		patterns: [/(?:duplicate migration version|Found more than one migration with version|multiple migrations (?:have|with) the version number|Multiple migrations have the name|ambiguous migration)[^\n]{0,20}(?<migration>[\w.]{0,60})/i],
		vague: "kind",
		cause: "Two migrations carry the same version {migration|}.",
		fix: "Rename one of them to a number that is free, and deploy again.",
		url: "https://documentation.red-gate.com/flyway"
	}
]);

// packages/domain/lib/diagnosis/failures/task-image-pull.js
/** A task pulls its image. */
const TASK_IMAGE_PULL = rowsAt([
	"task",
	"service",
	"stack"
], [
	{
		id: "pull-platform-mismatch",
		patterns: [/does not contain descriptor matching platform '?(?<platform>[\w/]{1,40})/i],
		cause: "The image has no variant for {platform|the task's platform}: it was built for another CPU (typically arm64 on an Apple Silicon machine) than runtimePlatform asks for.",
		fix: "Build with --platform {platform|linux/amd64}, or set runtimePlatform.cpuArchitecture to the image’s; or push both platforms.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-tag-not-found",
		patterns: [/failed to resolve ref "?(?<image>[^\s"]{1,300}?)"?: (?:\S+: )?not found/i, /failed to resolve ref \S{1,300} unexpected status(?: code)?[^\n]{0,300}: 404 Not Found/i],
		cause: "The tag of {image|the image} does not exist in its repository: the push failed or was skipped, the tag is mistyped, or a lifecycle policy expired it.",
		fix: "List the tags (aws ecr describe-images), push the image, and register the task definition with the tag or digest that the push step returned.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-repository-not-found",
		patterns: [/repository (?<repository>\S+\.dkr\.ecr\.\S+) not found/i],
		cause: "Repository {repository|that the image names} does not exist in that account and region.",
		fix: "Correct account, region and repository in the container's image field, or create the repository and push.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-forbidden-403",
		patterns: [/pulling from host \S+ failed with status code[^\n]*403 Forbidden/i, /failed to resolve ref(?:erence)? \S{1,300} (?:pull access denied, )?unexpected status(?: code)?[^\n]{0,300}: 403 Forbidden/i],
		cause: "The registry refused the read. With ECR the execution role, the repository policy (cross-account), the VPC endpoint policy or the S3 endpoint policy does not allow it; with another registry its login lacks the right.",
		fix: "Attach AmazonECSTaskExecutionRolePolicy to the execution role; for another account add a repository policy; allow ECR and its S3 layer bucket in endpoint policies. For another registry set repositoryCredentials of an account that may pull.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-digest-gone",
		patterns: [/unexpected status(?: code)? from HEAD request to \S*\/(?:blobs|manifests)\/sha256:\S*: (?:403|404)/i],
		cause: "ECS pinned the tag to a digest when the deployment began; the tag was overwritten since and a lifecycle policy deleted the old image.",
		fix: "Start a new deployment to pin the current digest; deploy unique tags and keep images that live services use.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-role-permission",
		patterns: [/permissions to pull images? from the registry(?: '(?<repository>[\w./:-]{1,200}))?/i, /pull access denied for (?<repository>[^\s,]+)/i],
		cause: "The execution role (or instance role) cannot pull image {repository|of the task definition}, or the image name is wrong.",
		fix: "Give the task execution role ecr:GetAuthorizationToken, BatchGetImage and GetDownloadUrlForLayer, and confirm the repository exists. For a registry other than ECR set repositoryCredentials.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-execution-role-no-auth-token",
		patterns: [/assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform: ecr:GetAuthorizationToken/i, /not authorized to perform: ecr:GetAuthorizationToken/i],
		cause: "The task execution role {role|} cannot obtain an ECR login.",
		fix: "Attach AmazonECSTaskExecutionRolePolicy to the execution role (not the task role).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-network-timeout",
		patterns: [/dial tcp (?<address>\S{1,80}): i\/o timeout/i, /(?:Get|Head) "https?:\/\/(?<address>[\w.-]{1,200})\/[^"\n]{1,300}": (?:net\/http: TLS handshake timeout|context deadline exceeded|read: connection reset)/],
		cause: "The task's subnet has no working route to the registry: no NAT, no public IP in a public subnet, no VPC endpoint, or egress 443 closed.",
		fix: "Private subnet: add a NAT gateway, or for ECR the ecr.api, ecr.dkr and S3 endpoints. Public subnet: set assignPublicIp ENABLED. Allow outbound TCP 443.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-network-request-canceled",
		patterns: [/request canceled while waiting for connection/i],
		cause: "The connection to the registry was never made: no path from the task's subnet to it.",
		fix: "Give the subnet a NAT route, a public IP, or ECR and S3 endpoints, and open outbound TCP 443.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-ecr-connection-issue",
		patterns: [/cannot pull '[^']+' from the Amazon ECR repository/i, /CannotPullContainerError[^\n]{0,300}There is a connection issue between the task and (?:Amazon ECR|the registry)/],
		cause: "The task cannot reach ECR over the network.",
		fix: "Check route table (NAT or endpoints), assignPublicIp, security group egress 443, endpoint security group ingress 443 from the task, and private DNS on the endpoints.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-docker-hub-rate-limit",
		patterns: [/reached your (?:unauthenticated )?pull rate limit/i],
		cause: "The task pulls from Docker Hub without a login and the NAT address used up its allowance.",
		fix: "Copy the image to ECR (or use a pull-through cache), or set repositoryCredentials on the container.",
		url: "https://docs.docker.com/docker-hub/usage/"
	},
	{
		id: "pull-disk-full",
		patterns: [/no space left on device/i],
		cause: "The image, unpacked, does not fit the task's or instance's storage.",
		fix: "Raise ephemeralStorage.sizeInGiB in the task definition (Fargate), enlarge the instance volume (EC2), or shrink the image.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-layer-copy-failed",
		patterns: [/failed to copy: httpRead(?:er)?Seeker: failed open: unexpected status/i],
		cause: "The manifest was read but a layer download was refused or cut; layers come from S3.",
		fix: "Check the route and endpoint policy to S3 (the layer bucket prod-REGION-starport-layer-bucket) and retry; behind a proxy, allow the S3 hosts.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-s3-unreachable",
		patterns: [/pull command failed: panic/i],
		cause: "The task cannot reach S3, where ECR keeps layers; the gateway endpoint or a security group rule is missing.",
		fix: "Associate the S3 gateway endpoint with the subnet's route table and allow outbound 443 to the S3 prefix list.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-context-canceled",
		patterns: [/context cancell?ed/i],
		vague: "symptom",
		cause: "The pull ran too long or the connection dropped: no route, very large image, or the task was stopped meanwhile.",
		fix: "Confirm the network path to the registry first; then reduce image size and retry.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-image-config-error",
		patterns: [/error pulling image configuration/i],
		cause: "The registry's storage host could not be reached or trusted, or the registry limited the request.",
		fix: "Allow egress 443 to the registry and its storage host; rule out a proxy and rate limits; retry.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-invalid-image-reference",
		patterns: [/failed to normalize image reference/i],
		cause: "The image field is not a valid image URI: a path, an unresolved placeholder or an empty variable reached the task definition.",
		fix: "Print the rendered task definition and set the container's image to REGISTRY/NAME:TAG (lower case, no scheme, no spaces).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-unauthorized-401",
		patterns: [/failed to resolve ref(?:erence)? \S{1,300} (?:[^\n]{0,200})?unexpected status(?: code)?[^\n]{0,300}: 401 Unauthorized/i],
		cause: "The registry wants a login, and the task gave none or a wrong one.",
		fix: "Set repositoryCredentials of the container (a secret with username and password), and let the execution role read the secret; or copy the image to ECR.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	},
	{
		id: "pull-too-many-requests",
		patterns: [/failed to resolve ref(?:erence)? \S{1,300} (?:[^\n]{0,200})?unexpected status(?: code)?[^\n]{0,300}: 429 Too Many Requests/i],
		cause: "The registry limits pulls from this address; with Docker Hub the allowance of the NAT address is used up.",
		fix: "Copy the image to ECR (or use a pull-through cache), or set repositoryCredentials on the container.",
		url: "https://docs.docker.com/docker-hub/usage/"
	},
	{
		id: "pull-registry-out-of-order",
		patterns: [/failed to resolve ref(?:erence)? \S{1,300} (?:[^\n]{0,200})?unexpected status(?: code)?[^\n]{0,300}: 5\d\d /i],
		cause: "The registry answered with an error of its own; its service is disturbed.",
		fix: "Look at the status page of the registry and deploy again; a copy of the image in ECR does not depend on it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"
	}
]);

// packages/domain/lib/diagnosis/failures/task-secrets-and-init.js
/** A task gets its secrets, log driver, volumes and network interface. */
const TASK_SECRETS_AND_INIT = rowsAt([
	"task",
	"service",
	"stack",
	"call"
], [
	{
		id: "secrets-manager-unreachable",
		patterns: [/(?:retrieve secret from asm|from secrets manager)[^\n]*(?:context deadline exceeded|RequestCanceled|RequestError|i\/o timeout)/i, /connection issue between the task and (?:AWS )?Secrets Manager/i],
		cause: "The task has no network path to Secrets Manager. It is not a permission problem.",
		fix: "Private subnet: add a NAT route or interface endpoints for secretsmanager with private DNS, and let the endpoint's security group accept 443 from the task. Public subnet: assignPublicIp ENABLED. Allow egress 443.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "ssm-unreachable",
		patterns: [/retrieve secrets from ssm[^\n]*(?:context deadli|RequestCanceled|RequestError|i\/o timeout)/i, /connection issue between the task and (?:AWS )?(?:Systems Manager|SSM)/i],
		cause: "The task has no network path to Systems Manager Parameter Store.",
		fix: "Private subnet: add a NAT route or interface endpoints for ssm with private DNS, and let the endpoint's security group accept 443 from the task. Public subnet: assignPublicIp ENABLED. Allow egress 443.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "registry-auth-unreachable",
		patterns: [/cannot pull registry auth from Amazon ECR/i, /retrieve ecr registry auth[^\n]*(?:context deadli|RequestCanceled|RequestError|i\/o timeout)/i],
		cause: "The task cannot reach the ECR API to log in before pulling.",
		fix: "Private subnet: add a NAT route or interface endpoints for ecr.api and ecr.dkr (plus the S3 gateway endpoint) with private DNS, and let the endpoint's security group accept 443 from the task. Public subnet: assignPublicIp ENABLED. Allow egress 443.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "registry-auth-killed",
		patterns: [/pull command failed: : signal: killed/i],
		cause: "The fetch helper was killed after waiting for the network.",
		fix: "Treat as no route: check NAT or endpoints, public IP, security group egress 443 and network ACLs.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "private-registry-credentials-unreachable",
		patterns: [/unable to get registry auth from asm/i],
		cause: "The secret with the private registry's login could not be fetched.",
		fix: "Give the task a route to Secrets Manager and the execution role secretsmanager:GetSecretValue (and kms:Decrypt) on the repositoryCredentials secret.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "secret-access-denied",
		patterns: [/assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform:? secretsmanager:GetSecretValue(?: on(?: resource:)? (?<secret>\S{1,300}))?/i, /(?:role (?<role>\S{1,160}) is )?not authorized to perform:? secretsmanager:GetSecretValue(?: on(?: resource:)? (?<secret>\S{1,300}))?/i],
		cause: "The task execution role {role|} may not read secret {secret|of the container}. (The task role does not count for container secrets.)",
		fix: "Allow secretsmanager:GetSecretValue on {secret|the secret's ARN} (with the -?????? suffix or a wildcard) in the task execution role {role|}.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "ssm-access-denied",
		patterns: [/assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform:? ssm:GetParameters(?: on(?: resource:)? (?<parameter>\S{1,300}))?/i, /not authorized to perform:? ssm:GetParameters(?: on(?: resource:)? (?<parameter>\S{1,300}))?/i],
		cause: "The task execution role {role|} may not read parameter {parameter|of the container}.",
		fix: "Allow ssm:GetParameters (plural) on {parameter|the parameter's ARN} in the execution role {role|}; add kms:Decrypt for a SecureString with its own key.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "secret-kms-denied",
		patterns: [
			/failed to fetch secret (?<secret>\S{1,300}) from secrets manager: [^\n]{0,60}Access to KMS is not allowed/i,
			/assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform:? kms:Decrypt(?: on(?: resource:)? (?<key>\S{1,300}))?/i,
			/Access to KMS is not allowed/i,
			/not authorized to perform:? kms:Decrypt/i
		],
		cause: "The execution role {role|} may read secret {secret|of the container}, but not use the customer key {key|that encrypts it}.",
		fix: "Allow kms:Decrypt on {key|that key} in the execution role {role|} and in the key policy.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "secret-json-key-missing",
		patterns: [/did not contain json key (?<key>[\w.-]{1,200})/i, /did not contain json key/i],
		cause: "valueFrom asks for JSON key {key|that the message names}, which the secret's current value lacks.",
		fix: "Add {key|the key} to the secret's JSON, or correct the key in valueFrom (secret-arn:json-key::).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "secret-not-json",
		patterns: [/retrieve secret from asm[^\n]*invalid character/i],
		cause: "valueFrom asks for a JSON key but the secret's value is not valid JSON (single quotes, plain text).",
		fix: "Store the secret as JSON with double quotes, or drop the key part from valueFrom to pass the whole value.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "secret-arn-not-found",
		patterns: [
			/can't retrieve the secret with ARN '(?<secret>[^'\n]{1,300})'/i,
			/failed to fetch secret (?<secret>\S{1,300}) from secrets manager: [^\n]{0,60}can't find the specified secret/i,
			/can't retrieve the secret with ARN/i,
			/Secrets Manager can't find the specified secret/i
		],
		cause: "Secret {secret|that the container names} does not exist: its ARN is wrong, of another region or account, or it was deleted.",
		fix: "Copy the full ARN (with its six-character suffix) from the task's region into valueFrom; restore or create the secret.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-not-found-error.html"
	},
	{
		id: "ssm-parameter-not-found",
		patterns: [/invalid ssm parameters: (?<parameter>[\w./, -]{1,300})/i, /invalid ssm parameters:/i],
		cause: "Parameter {parameter|that the message names} does not exist in the task's region (or its name lacks the leading slash).",
		fix: "Create {parameter|the listed parameters} in this region, or correct valueFrom.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "secrets-need-execution-role",
		patterns: [/container secrets, you must also specify a value for 'executionRoleArn'/i],
		cause: "The task definition has secrets but no execution role to fetch them with.",
		fix: "Set executionRoleArn in the task definition.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "log-group-missing",
		patterns: [/specified log group does not exist/i],
		cause: "The log group of the container (awslogs-group) does not exist in awslogs-region.",
		fix: "Create the log group before deploying, or set awslogs-create-group to true and allow logs:CreateLogGroup in the execution role.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "log-group-unreachable",
		patterns: [/connection issue between the task and Amazon CloudWatch/i, /cannot find the Amazon CloudWatch log group defined/i],
		cause: "The task cannot reach CloudWatch Logs over the network.",
		fix: "Private subnet: add a NAT route or interface endpoints for logs with private DNS, and let the endpoint's security group accept 443 from the task. Public subnet: assignPublicIp ENABLED. Allow egress 443.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "log-create-group-denied",
		patterns: [
			/assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120} is not authorized to perform: logs:CreateLogGroup/i,
			/failed to create Cloudwatch log group: AccessDenied/i,
			/not authorized to perform: logs:CreateLogGroup/i
		],
		cause: "awslogs-create-group is on but role {role|of the container agent} cannot create log groups. The managed execution policy does not include that action.",
		fix: "Add logs:CreateLogGroup to the execution role, or create the log group beforehand and turn the option off.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "awslogs-region-missing",
		patterns: [/awslogs-region is required/i, /[Ll]og driver awslogs requires options: (?<options>[\w, -]{1,120})/],
		cause: "logConfiguration options lack {options|awslogs-region}.",
		fix: "Add awslogs-region (with awslogs-group and awslogs-stream-prefix) to the container's logConfiguration.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "logging-driver-no-credentials",
		patterns: [/initialize logging driver: (?:CredentialsEndpointError|NoCredentialProviders)/i],
		cause: "The logging driver found no credentials to write with: no execution role, or the instance agent cannot serve credentials.",
		fix: "Set executionRoleArn; on EC2 enable ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE in the agent configuration.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "efs-dns-unresolved",
		patterns: [/Failed to resolve "(?<host>fs-[^"\n]*\.efs\.[^"\n]{0,100})/i],
		cause: "{host|The file system} does not resolve: no mount target in the task's availability zone, a wrong file system id, or DNS turned off in the VPC.",
		fix: "Create a mount target in each task subnet's zone, enable DNS hostnames and resolution on the VPC, and check fileSystemId.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "efs-path-missing",
		patterns: [/mount\.nfs4: mounting (?<path>\S{1,200})[^\n]*No such file or directory/i],
		cause: "The folder of {path|rootDirectory} does not exist on the file system; EFS does not create it.",
		fix: "Create the directory once, or use an access point with creation info and set rootDirectory to /.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "efs-access-denied",
		patterns: [/mount\.nfs4: access denied by server/i],
		cause: "The file system policy or access point refuses this client: IAM authorization is off or the task role is not allowed.",
		fix: "Turn on transitEncryption and authorizationConfig.iam, and allow elasticfilesystem:ClientMount and ClientWrite to the task role.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "efs-connection-reset",
		patterns: [/mount\.nfs4: Connection (?:reset by peer|timed out|refused)/i],
		cause: "The mount target dropped the connection: NFS port closed between task and mount target, or the target is not ready.",
		fix: "Let the mount target's security group accept TCP 2049 from the task's security group, and wait until the target is available.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "efs-volume-create-timeout",
		patterns: [/amazon-ecs-volume-plugin\.sock\/VolumeDriver\.\w+: context deadline exceeded/i],
		cause: "The volume plugin could not mount in time; nearly always port 2049 blocked.",
		fix: "Open TCP 2049 from task to mount target and check the mount target exists in the zone.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "efs-iam-needs-task-role",
		patterns: [/EFS IAM authorization requires a task role/i],
		cause: "The volume asks for IAM authorization but the task definition has no taskRoleArn.",
		fix: "Set taskRoleArn to a role allowed to mount the file system.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html"
	},
	{
		id: "eni-no-free-addresses",
		patterns: [
			/in subnet '(?<subnet>subnet-[\da-f]+)'[^\n]{0,40}InsufficientFreeAddressesInSubnet/i,
			/InsufficientFreeAddressesInSubnet/i,
			/[Ii]nsufficient free (?:IP )?addresses in (?:the )?subnet '?(?<subnet>subnet-[\da-f]+)?/
		],
		cause: "Subnet {subnet|of the task} has no free IP addresses. Blue/green needs about twice the usual number.",
		fix: "Add larger subnets to the service, stop unused tasks, or delete leftover interfaces.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html"
	},
	{
		id: "eni-provisioning-timeout",
		patterns: [/waiting for network interface provisioning/i],
		cause: "AWS did not make the network interface in time; usually transient.",
		fix: "Retry the task; if it recurs, check ENI quotas and the ECS service-linked role.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html"
	},
	{
		id: "eni-attach-failed",
		patterns: [/EC2 error while attempting to attach network interface/i],
		cause: "EC2 refused to attach the task's interface.",
		fix: "Retry; on EC2 capacity check the instance type's interface limit and awsvpcTrunking.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html"
	},
	{
		id: "eni-tag-policy",
		patterns: [/tag the network interface: TagPolicyViolation/i],
		cause: "An organization tag policy rejects the tags that ECS passes to the interface.",
		fix: "Correct the tag keys or values on the service/task definition, or amend the tag policy.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html"
	},
	{
		id: "eni-setup-failed",
		patterns: [/failed to (?:configure ENI|setup regular eni)/i],
		cause: "Fargate could not set up the task's network; usually transient, sometimes faulty VPC DHCP or IPv6 settings.",
		fix: "Retry the task; if it repeats, check the VPC's DHCP options and IPv6 settings and contact AWS Support.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "ephemeral-storage-timeout",
		patterns: [/waiting for EphemeralStorage provisioning/i],
		cause: "Fargate could not prepare the task's disk in time; transient.",
		fix: "Retry; if it recurs, lower ephemeralStorage or try another zone.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html"
	},
	{
		id: "registry-auth-cut",
		patterns: [/retrieve ecr registry auth: service call has been retried \d+ time\(s\)(?!: *(?:Acc|[A-Z]\w*Denied|api error|not auth|Unrec|Invalid|Expired))/i],
		vague: "outer",
		cause: "The task could not log in to ECR, and AWS cut the reason off. Mostly its subnet has no route to ECR.",
		fix: "Private subnet: add a NAT route or interface endpoints for ecr.api and ecr.dkr (plus the S3 gateway endpoint) with private DNS. Public subnet: assignPublicIp ENABLED. Allow egress 443. With a route, look at the execution role's ecr:GetAuthorizationToken.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	},
	{
		id: "secret-fetch-cut",
		patterns: [/(?:retrieve secrets? from (?:asm|ssm)|pull secrets from \w+): service call has been retried \d+ time\(s\)(?::? ?[A-Za-z]{0,12})?(?: \(Service:|$)/i],
		vague: "outer",
		cause: "The task could not read its secrets, and AWS cut the reason off. Mostly its subnet has no route to Secrets Manager or Systems Manager.",
		fix: "Private subnet: add a NAT route or interface endpoints for secretsmanager or ssm with private DNS. Public subnet: assignPublicIp ENABLED. Allow egress 443. With a route, look at the execution role's permissions.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html"
	}
]);

// packages/domain/lib/diagnosis/failures/task-start-and-exit.js
/** A container starts, exits or is stopped. */
const TASK_START_AND_EXIT = rowsAt([
	"task",
	"exit",
	"service",
	"stack"
], [
	{
		id: "entrypoint-not-found",
		patterns: [/exec: \\?"(?<program>[^"\\\n]{1,200})\\?": executable file not found in \$PATH/i, /executable file not found in \$PATH/i],
		vague: "kind",
		cause: "{program|The first word of the command or entry point} is not a program in the image. Often a command override was given as one string, or arguments replaced the entry point.",
		fix: "Write command as a list (program first, then arguments) and check that {program|the program} exists in the final stage of the image.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "entrypoint-file-missing",
		where: [
			"application",
			"task",
			"stack"
		],
		patterns: [/exec: \\?"(?<path>[^"\\\n]{1,200})\\?": stat [^\n]*?no such file/i, /^exec (?<path>\S{1,200}): no such file or directory/im],
		cause: "The entry-point {path|path} does not exist in the container: not copied, hidden by a volume mount, or its #! interpreter is absent (CRLF line ends look the same).",
		fix: "Check COPY and mount paths of {path|the file}; save scripts with LF ends; check that the interpreter on its first line exists.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "entrypoint-permission-denied",
		where: [
			"application",
			"task",
			"stack"
		],
		patterns: [/exec: \\?"(?<path>[^"\\\n]{1,200})\\?": permission denied/i, /^exec (?<path>\S{1,200}): permission denied/im],
		cause: "The entry-point file {path|} lacks the executable bit, or the user may not run it.",
		fix: "git update-index --chmod=+x on {path|the script}, or COPY --chmod=0755 in the Dockerfile; rebuild.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exec-format-error",
		where: [
			"application",
			"task",
			"stack"
		],
		patterns: [/exec (?:user process caused: )?"?(?<path>\/[\w./-]{1,200})"?: exec format error/i, /exec format error/i],
		cause: "{path|The program} was built for another CPU architecture than the task runs on; rarely a script with no #! line.",
		fix: "Build with --platform matching runtimePlatform (linux/amd64 for X86_64, linux/arm64 for ARM64).",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "container-passwd-missing",
		patterns: [/\/etc\/passwd: no such file or directory/i],
		cause: "The task definition or image sets a user by name but the image has no /etc/passwd, or it is a Windows image on Linux.",
		fix: "Use a numeric user id, add /etc/passwd to the image, and check runtimePlatform.operatingSystemFamily.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "container-init-mount-failed",
		patterns: [/container init caused [^\n]*rootfs_linux\.go/i],
		cause: "A mount could not be made inside the container: a file mounted over a folder or the reverse, or a path that cannot be created.",
		fix: "Compare mountPoints.containerPath with the image's file tree; mount folders on folders.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "cannot-start-container",
		patterns: [/CannotStartContainerError/],
		vague: "symptom",
		cause: "The runtime could not start the container; the reason follows the colon.",
		fix: "Read the reason behind the colon; if there is none, run the deployment once more.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cannot-start-container.html"
	},
	{
		id: "container-runtime-timeout",
		patterns: [
			/ContainerRuntimeTimeoutError/,
			/Could not transition to running; timed out/i,
			/DockerTimeoutError|Could not transition to (?:started|created|stopped); timed out/
		],
		cause: "The container did not reach running (or stopped) in the platform's time.",
		fix: "Retry; on EC2 check instance disk and CPU pressure; lower image size.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/userguide/stopped-task-error-codes.html"
	},
	{
		id: "cannot-stop-container",
		patterns: [/CannotStopContainerError/],
		cause: "The runtime could not stop the container.",
		fix: "On EC2 check the Docker daemon; on Fargate no action is needed unless it recurs.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/userguide/stopped-task-error-codes.html"
	},
	{
		id: "cannot-inspect-container",
		patterns: [/CannotInspectContainerError/],
		vague: "symptom",
		cause: "The agent could not read the container's state from the runtime.",
		fix: "On EC2 restart the agent or replace the instance; on Fargate check platform version and retry.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/userguide/stopped-task-error-codes.html"
	},
	{
		id: "cannot-create-container-disk",
		patterns: [/Thin Pool has \d+ free data blocks/i],
		cause: "The instance's Docker storage pool is full.",
		fix: "Delete unused images and containers on the instance or use a bigger volume.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CannotCreateContainerError.html"
	},
	{
		id: "oom-killed",
		patterns: [/OutOfMemory(?:Error)?: Container killed/i, /OutOfMemoryError\b[^\n]{0,60}killed/],
		cause: "The container went over its memory limit and was killed (exit code 137).",
		fix: "Raise container and task memory to a valid Fargate pair, lower worker or heap counts, and look at the memory graph for a leak.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "essential-container-exited",
		patterns: [/Essential container in task exited/i],
		vague: "symptom",
		cause: "A container marked essential ended, so ECS stopped the task. This is the symptom; the exit code and last log lines have the cause.",
		fix: "Read that container's exitCode, reason and last log lines. For one-off jobs exit code 0 is success.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-1",
		patterns: [/\bexit ?code:? 1\b/i],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "The program ended with an error of its own: missing variable, failing connection, bad configuration.",
		fix: "Read the log of the container above its end; start the image locally with the same variables.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-0",
		patterns: [/\bexit code 0 of an essential container\b/],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "The program of an essential container ended by itself without an error (exit code 0): a task of a service runs for ever, so its program must not end.",
		fix: "Start the server in the foreground (nginx -g \"daemon off;\", exec, no & and no daemon option), and check that the command is the one that serves: a migration or a build ends. A container that may end needs essential: false.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"
	},
	{
		id: "exit-code-126",
		patterns: [/\bexit ?code:? 126\b/i],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "The command was found but could not be run: no executable bit or a folder given.",
		fix: "chmod +x the script in the image or call it through its interpreter.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-127",
		where: ["application", "task"],
		patterns: [/: line \d+: (?:exec: )?(?<program>\S{1,200}): (?:command )?not found/i, /\bsh: (?:\d+: )?(?<program>\S{1,200}): not found/i],
		cause: "The shell did not find {program|the command} (exit code 127): not installed in this stage, or PATH differs.",
		fix: "Install {program|it} in the final image stage or call it by full path; for Ruby or Node use bundle exec or npx.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-127",
		patterns: [/\bexit ?code:? 127\b/i],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "The shell did not find {program|the command} (exit code 127): not installed in this stage, or PATH differs.",
		fix: "Install {program|it} in the final image stage or call it by full path; for Ruby or Node use bundle exec or npx.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-134",
		patterns: [/\bexit ?code:? 134\b/i],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "The process aborted itself (SIGABRT): heap exhaustion in Node, a failed assertion, a JVM crash.",
		fix: "Read the log for 'heap out of memory' or an assertion; raise heap and task memory together.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-137-sigterm-ignored",
		patterns: [/\bexit ?code:? 137\b/i],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "The process was sent SIGKILL (exit code 137): it did not end within stopTimeout after SIGTERM, a sidecar stopped the task, or the memory ran out where ECS gives no reason.",
		fix: "Look at the memory graph first. Handle SIGTERM (exec form of CMD, or initProcessEnabled), and raise stopTimeout if the shutdown needs longer.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-139",
		patterns: [/\bexit ?code:? 139\b/i],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "Segmentation fault in native code: wrong libc (Alpine/musl with glibc binaries), emulated architecture, faulty native extension.",
		fix: "Rebuild native dependencies in the same base image and architecture as runtime; try the Debian variant.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-143",
		patterns: [/\bexit ?code:? 143\b/i],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "The process ended on SIGTERM: ECS stopped it for a deployment, scale-in, a failed health check or another container ending.",
		fix: "Not an application crash. Look at the task's stoppedReason and service events for who stopped it.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "exit-code-255",
		patterns: [/\bexit ?code:? 255\b/i],
		where: ["exit", "task"],
		strict: true,
		vague: "outer",
		cause: "A generic failure, often a start-up script, a lost runtime, or an ssh/exec wrapper.",
		fix: "Read the last log lines and run the same command locally; if the log is empty check the image's architecture.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "container-health-check-failed",
		patterns: [/failed container health checks/i],
		cause: "The container's own healthCheck command failed the allowed number of times.",
		fix: "Run the healthCheck command inside the image; lengthen startPeriod; check that its tool (curl, wget) is installed and the port is right.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "health-check-curl-missing",
		where: [
			"application",
			"task",
			"stack"
		],
		patterns: [/: (?:curl|wget): (?:command )?not found/i],
		cause: "The healthCheck uses curl but the image has none (slim, Alpine, distroless).",
		fix: "Install curl, or probe with wget or the application's own runtime.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "elb-health-check-failed",
		patterns: [/failed ELB health checks/i],
		vague: "outer",
		cause: "The load balancer called the task unhealthy and ECS stopped it. The target-health reason says why.",
		fix: "Read DescribeTargetHealth for that group: a code means wrong path or application answer, a timeout means port, security group or bind address. Set healthCheckGracePeriodSeconds above start-up time.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "spot-interruption",
		patterns: [/Spot Task was interrupted/i, /\bSpotInterruption\b/],
		cause: "AWS reclaimed Fargate Spot capacity (stopCode SpotInterruption).",
		fix: "Retry; keep a base of FARGATE in the capacity provider strategy; never run migrations on Spot.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html"
	},
	{
		id: "replaced-by-deployment",
		patterns: [/Scaling activity initiated by \(?(?:deployment|task ?set)/i],
		vague: "symptom",
		cause: "ECS stopped the task as part of a deployment or scale-in (stopCode ServiceSchedulerInitiated). Not a fault.",
		fix: "No action on this task; if the new deployment fails, examine its tasks, not this one.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html"
	},
	{
		id: "task-failed-to-start-resource",
		where: [
			"task",
			"call",
			"service",
			"stack"
		],
		patterns: [/\bRESOURCE:(?<resource>MEMORY|CPU|ENI|PORTS?|GPU)\b/],
		cause: "The EC2 instances of the cluster lack {resource} for the task.",
		fix: "Add instances, use larger ones, lower the reservation, or move to Fargate.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html"
	},
	{
		id: "task-failed-to-start-agent",
		patterns: [/^(?:TaskFailedToStart: )?AGENT$/m],
		cause: "The container agent on the chosen instance is not connected.",
		fix: "Restart the agent or replace the instance; check its route to ECS.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html"
	},
	{
		id: "task-failed-to-start-attribute",
		patterns: [/^(?:TaskFailedToStart: )?ATTRIBUTE$/m],
		cause: "No instance has an attribute the task needs (for example awsvpc, secrets, architecture).",
		fix: "Update the agent or instance type, or launch on Fargate.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html"
	},
	{
		id: "task-failed-to-start-placement",
		patterns: [/placement constraint unsatisfied/i],
		cause: "No instance meets the memberOf placement expression.",
		fix: "Loosen the constraint or add matching instances.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html"
	},
	{
		id: "task-failed-to-start-no-capacity",
		patterns: [/EMPTY CAPACITY PROVIDER/i],
		cause: "The capacity provider has no instances and cannot add any (also shown as NO ACTIVE INSTANCES).",
		fix: "Check the Auto Scaling group's max size and its health, or use FARGATE.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html"
	},
	{
		id: "compute-strategy-mismatch",
		where: [
			"task",
			"call",
			"service",
			"stack"
		],
		patterns: [/not compatible with the selected compute strategy/i],
		cause: "The task definition's requiresCompatibilities does not include the launch type or provider chosen.",
		fix: "Add FARGATE to requiresCompatibilities with awsvpc mode and task-level cpu and memory, or choose the other launch type.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html"
	},
	{
		id: "eni-device-index",
		patterns: [/network interface to unused device index/i],
		cause: "The EC2 instance has no free interface slot for an awsvpc task.",
		fix: "Turn on awsvpcTrunking or use larger instances.",
		url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html"
	}
]);

// packages/domain/lib/diagnosis/recognisers.js
/** The known failures by area; each area is a section of docs/failures.md. */
const AREAS = {
	"alb-target-health": ALB_TARGET_HEALTH,
	cloudformation: CLOUDFORMATION,
	codedeploy: CODEDEPLOY,
	credentials: CREDENTIALS,
	"database-migration": DATABASE_MIGRATION,
	"ecs-api": [...ECS_API, ...ECS_API_MORE],
	"ecs-service-events": ECS_SERVICE_EVENTS,
	"image-build-push": IMAGE_BUILD_PUSH,
	"task-image-pull": TASK_IMAGE_PULL,
	"task-secrets-and-init": TASK_SECRETS_AND_INIT,
	"task-start-and-exit": [...TASK_START_AND_EXIT, ...TASK_MORE],
	"application-configuration": APPLICATION_CONFIGURATION,
	"application-network": APPLICATION_NETWORK,
	"application-start": APPLICATION_START,
	"build-tools": BUILD_TOOLS,
	database: DATABASE,
	"ecs-deployments": ECS_DEPLOYMENTS,
	"migration-tools": MIGRATION_TOOLS
};
/** All known failures, in the order of AREAS. */
const RECOGNISERS = Object.values(AREAS).flat();

// packages/domain/lib/diagnosis/relations.js
/**
* Relations between findings of one failure beyond the general one: a finding that is neither `outer` nor `symptom` explains all
* that are.
*/
const RELATIONS = [
	{
		root: /^oom-killed$|^out-of-memory/,
		explains: /^exit-code-137|^process-killed/
	},
	{
		root: /^rails-host-blocked$/,
		explains: /^target-code-403$/
	},
	{
		root: /^django-disallowed-host$/,
		explains: /^target-code-400$|^health-checker-400-log$/
	},
	{
		root: /^health-checker-400-log$/,
		explains: /^target-code-400$/
	},
	{
		root: /^(?:port-in-use|port-forbidden|variable-missing|.*-connect-refused|.*-connect-timeout|connection-.*|.*-host-unresolved|host-unresolved|.*-password-wrong|.*-module-missing|module-missing|wrong-(?:.*-)?port|listens-.*|oom-killed|out-of-memory.*)$/,
		explains: /^target-(?:timeout|code-50[0234]|not-in-use|not-registered|invalid-state)$/
	},
	{
		root: /^variable-missing$/,
		explains: /^settings-refused$/
	},
	{
		root: /-connect-refused$/,
		explains: /^connection-refused$/
	},
	{
		root: /^pull-(?!context-canceled)/,
		explains: /^(?:pull-context-canceled|registry-auth-cut)$/
	},
	{
		root: /^secret-(?!fetch-cut)|^ssm-|^secrets-manager-/,
		explains: /^secret-fetch-cut$/
	},
	{
		root: /^native-infra-role/,
		explains: /^native-hook|^ecs-native-hook-failed$/
	}
];
/** Whether one finding explains another by a declared relation. */
function explains(root, other) {
	return RELATIONS.some((relation) => relation.root.test(root) && relation.explains.test(other));
}
/** Lines of evidence that a finding keeps with those of its symptoms. */
const EVIDENCE_WITH_SYMPTOMS$1 = 5;
/** Findings without those that the first one explains by a declared relation; it keeps their words as evidence. */
function foldExplained(findings) {
	const [root, ...others] = findings;
	if (root === void 0) return [];
	const symptoms = others.filter(({ id }) => explains(root.id, id));
	if (symptoms.length === 0) return findings;
	const evidence = [...new Set([root, ...symptoms].flatMap((one) => one.evidence))];
	return [{
		...root,
		evidence: evidence.slice(0, EVIDENCE_WITH_SYMPTOMS$1)
	}, ...others.filter((one) => !symptoms.includes(one))];
}

// packages/domain/lib/diagnosis/source.js
const PLACES = [
	[/^(?:docker|registry|build)\b/i, "build"],
	[/exit ?code/i, "exit"],
	[/container log|cloudwatch-logs/i, "application"],
	[/^(?:elbv2|elasticloadbalancing):/i, "target"],
	[/^codedeploy:GetDeployment|^ecs:(?:Describe|List)ServiceDeployments/i, "deployment"],
	[/^cloudformation:DescribeStack/i, "stack"],
	[/^ecs:(?:DescribeServices \S*events|events?\b)/i, "service"],
	[/^ecs:(?:DescribeTasks|RunTask failures)/i, "task"],
	[/^\w+:\w+ |error\.message/i, "call"]
];
/** The place of a source; undefined for one that may hold words of any place. */
function placeOf(source) {
	return PLACES.find(([pattern]) => pattern.test(source))?.[1];
}

// packages/domain/lib/diagnosis/diagnose.js
var diagnose_exports = /* @__PURE__ */ __exportAll({ diagnose: () => diagnose });
/** Characters of a statement that are kept as evidence. */
const EVIDENCE_LENGTH = 400;
const EVIDENCE_COUNT = 3;
/** With what the symptoms say that the root explains. */
const EVIDENCE_WITH_SYMPTOMS = 5;
/** Places whose lines may tell of a failure that the program survived; AWS tells of what it gave up. */
const LOGS = /* @__PURE__ */ new Set(["application", "build"]);
/**
* Names the causes behind what was observed, the root first, each once with its evidence. Of several causes in one log the one nearest its
* end comes first. Symptoms that a root explains are folded into its evidence. An unknown failure gives no finding.
*/
function diagnose(observations) {
	const found = /* @__PURE__ */ new Map();
	const retried = /* @__PURE__ */ new Map();
	let ended = false;
	observations.forEach((observation, index) => {
		const place = placeOf(observation.source);
		const { matches, gaveUp } = matchesIn(observation, place);
		ended ||= gaveUp || place === void 0 || place === "exit" || place === "task";
		for (const match of matches) {
			const survived = place === void 0 || LOGS.has(place) ? match.line.survived : void 0;
			if (survived === "dismissed") continue;
			add(survived === void 0 ? found : retried, match, observation, index);
		}
	});
	const certain = [...found.values()];
	return rooted((ended && !certain.some(({ row }) => rankOf(row) === 0) ? [...certain, ...retried.values()] : certain).toSorted(compareFound));
}
function add(into, match, observation, index) {
	const { row, line, facts } = match;
	const entry = into.get(row.id) ?? {
		row,
		evidence: [],
		facts: observation.facts ?? {},
		observation: index,
		line: line.order
	};
	const text = evidence(observation, match);
	if (!entry.evidence.includes(text) && entry.evidence.length < EVIDENCE_COUNT) entry.evidence.push(text);
	if (observation.unquoted !== true) entry.facts = {
		...entry.facts,
		...facts
	};
	if (entry.observation === index) entry.line = Math.max(entry.line, line.order);
	into.set(row.id, entry);
}
function compareFound(a, b) {
	return rankOf(a.row) - rankOf(b.row) || a.observation - b.observation || b.line - a.line;
}
/** Findings without those that another one explains, which keeps their words as evidence. */
function rooted(sorted) {
	const roots = sorted.filter(({ row }) => rankOf(row) === 0);
	const rootOf = (one) => roots.find((root) => root !== one && explains(root.row.id, one.row.id)) ?? (rankOf(one.row) === 0 ? void 0 : roots[0]);
	const folded = /* @__PURE__ */ new Map();
	return sorted.filter((one) => {
		const root = rootOf(one);
		if (root === void 0) return true;
		folded.set(root, [...folded.get(root) ?? [], ...one.evidence]);
		return false;
	}).map((one) => {
		const { id, cause, fix, url } = one.row;
		const words = [.../* @__PURE__ */ new Set([...one.evidence, ...folded.get(one) ?? []])].slice(0, EVIDENCE_WITH_SYMPTOMS);
		return {
			id,
			what: fill(cause, one.facts),
			evidence: words,
			fix: fill(fix, one.facts),
			certainty: certaintyOf(one.row),
			link: url,
			facts: one.facts
		};
	});
}
/** `certain`: the message means this; `likely`: its form does; `possible`: it only says that something failed. */
function certaintyOf({ vague }) {
	if (vague === void 0) return "certain";
	return vague === "kind" ? "likely" : "possible";
}
const RANKS = {
	kind: 0,
	outer: 1,
	symptom: 2
};
/** Roots first, then what is true but vague, then symptoms. */
function rankOf({ vague }) {
	return vague === void 0 ? 0 : RANKS[vague];
}
const readers = /* @__PURE__ */ new Map();
function readersAt(place) {
	const known = readers.get(place);
	if (known !== void 0) return known;
	const made = RECOGNISERS.filter(({ strict, where }) => place === void 0 ? strict !== true : where.includes(place)).map((row) => ({
		row,
		patterns: row.patterns.map(({ flags, source }) => new RegExp(source, `g${flags.includes("m") ? flags : `${flags}m`}`))
	}));
	readers.set(place, made);
	return made;
}
/** The best match of each line, and whether the text says that the program gave up. */
function matchesIn({ text }, place) {
	const said = place === "exit" ? text.replace(/^\s*(\d{1,3})\s*$/, "exit code $1") : text;
	const lines = readLines(said);
	const starts = [];
	let length = 0;
	for (const line of lines) {
		starts.push(length);
		length += line.text.length + 1;
	}
	const whole = lines.map((line) => line.text).join("\n");
	const perLine = /* @__PURE__ */ new Map();
	for (const { row, patterns } of readersAt(place)) for (const pattern of patterns) for (const found of whole.matchAll(pattern)) {
		const at = lineAt(starts, found.index);
		const line = lines[at];
		if (line === void 0) continue;
		const match = {
			row,
			line,
			start: found.index - (starts[at] ?? 0),
			text: found[0],
			facts: factsOf(found.groups)
		};
		const known = perLine.get(at) ?? /* @__PURE__ */ new Map();
		perLine.set(at, known.set(row.id, merged(known.get(row.id), match)));
	}
	const matches = [...perLine].toSorted(([a], [b]) => a - b).flatMap(([, known]) => [...known.values()].toSorted(compare).slice(0, 1));
	return {
		matches: matches.filter((match) => !isShadowed(match, matches)),
		gaveUp: SURRENDER.test(whole)
	};
}
/** Two matches of one row in one line: what the earlier pattern caught goes before. */
function merged(known, match) {
	if (known === void 0) return match;
	return {
		...compare(match, known) < 0 ? match : known,
		facts: {
			...match.facts,
			...known.facts
		}
	};
}
/** Whether another match reads the same lines as one statement: wrapped words mean nothing by themselves. */
function isShadowed({ line }, matches) {
	return matches.length < 200 && matches.some(({ line: other }) => other.glue !== void 0 && other.index <= line.index && other.end >= line.end && (line.glue === void 0 || line.glue === " " && other.glue === "" || other.end - other.index > line.end - line.index));
}
function lineAt(starts, index) {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= index) low = middle;
		else high = middle - 1;
	}
	return low;
}
/** Inner causes of a chain come later in its text, so the last match wins; of one place, the row of the fewest places. */
function compare(a, b) {
	return vagueness(a.row) - vagueness(b.row) || b.start - a.start || a.row.where.length - b.row.where.length || b.text.length - a.text.length;
}
const VAGUENESS = {
	kind: 1,
	outer: 2,
	symptom: 3
};
function vagueness({ vague }) {
	return vague === void 0 ? 0 : VAGUENESS[vague];
}
/** The observed text with its source and subject; a long line is cut around the match. */
function evidence({ source, subject, unquoted }, { line, text }) {
	const said = line.shown;
	const shown = unquoted === true ? NOT_SHOWN : said.length <= EVIDENCE_LENGTH ? said : cut(said, text);
	return `${subject === void 0 ? source : `${source} (${subject})`}: ${shown}`;
}
function cut(line, match) {
	const at = Math.max(0, line.indexOf(match.slice(0, 40)));
	const from = Math.max(0, Math.min(at - 80, line.length - EVIDENCE_LENGTH));
	const to = from + EVIDENCE_LENGTH;
	return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
}

export { readLines as a, AREAS as i, diagnose_exports as n, foldExplained as r, diagnose as t };