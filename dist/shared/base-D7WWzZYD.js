import { n as __exportAll } from "./rolldown-runtime-Bi5HrKRR.js";
import { a as saveState, c as setSecret, i as info, l as startGroup, n as endGroup, o as setFailed, r as error, s as setOutput, t as debug, u as warning } from "./core-DnVu-BDK.js";
import { n as summary, t as foreignInputs } from "./index.js";
import { t as judgeForeign } from "./foreign-input-B8efUieT.js";
import { i as foreignKind, r as require_dist, t as readSourceText } from "./source-text-4c4GGKAT.js";
import { i as targetReason } from "./production-BR5-woBc.js";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { setMaxListeners } from "node:events";
import { randomUUID } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { constants, readFileSync, statSync } from "node:fs";
import { lstat, mkdir, open, realpath, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";

// packages/domain/lib/text/reason.js
/** Message of a thrown value: an error's message, any other value as text. */
function reasonOf$1(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
/** A thrown value as an error. */
function asError(thrown) {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}

// packages/domain/lib/text/place.js
/** `app/task.json:3:12`, or the file alone when there is no position. */
function formatPlace(place) {
	return [
		place.file,
		place.line,
		place.column
	].filter((part) => part !== void 0).join(":");
}

// packages/domain/lib/errors.js
/** The base of both error families; matched by class, never by message text. */
var CutoverError = class extends Error {
	fix;
	findings;
	/** Page of the AWS console that shows the resource. */
	link;
	constructor(message, fix, options = {}) {
		super(message, options);
		this.fix = fix;
		this.findings = options.findings ?? [];
		this.link = options.link;
	}
};
/** Yours to fix: an input, the workflow, a file or a permission. Holds all problems found at once. */
var ConfigurationError = class extends CutoverError {
	name = "ConfigurationError";
	problems;
	constructor(problems, options = {}) {
		const all = Array.isArray(problems) ? problems : [problems];
		super(all.map(({ what, place }) => place === void 0 ? what : `${formatPlace(place)}: ${what}`).join("\n"), all.map(({ fix }) => fix).join("\n"), options);
		this.problems = all;
	}
};
/** IAM refused a call; the fix holds the statement to add. What only informs may go on without the call. */
var AccessDeniedError = class extends ConfigurationError {
	/** The IAM action that is missing: `ecs:TagResource`. */
	action;
	constructor(action, problem, options = {}) {
		super(problem, options);
		this.action = action;
	}
};
/** The AWS credentials ended while they were needed. What AWS was told to do goes on without us. */
var ExpiredCredentialsError = class extends ConfigurationError {
	constructor(action, cause) {
		super({
			what: `${action} failed: the AWS credentials of this job have expired (${cause.message}).`,
			fix: "Give the step role-to-assume: and the job permissions: id-token: write, and it renews its credentials itself; or raise role-duration-seconds of aws-actions/configure-aws-credentials, and with it the MaxSessionDuration of the role."
		}, { cause });
	}
};
/** AWS refused or failed a call for a reason that no input explains. */
var AwsCallError = class extends CutoverError {
	name = "AwsCallError";
	/** IAM service prefix and operation: `ecs:RunTask`. */
	action;
	/** The service's error code: `ClusterNotFoundException`. */
	code;
	requestId;
	/** The network, the service's own trouble or throttling: the same call may succeed a little later. */
	transient;
	constructor(details, options = {}) {
		super(`${details.action} failed: ${details.code}: ${details.what}`, details.fix, options);
		this.action = details.action;
		this.code = details.code;
		this.requestId = details.requestId;
		this.transient = details.transient ?? false;
	}
};
/** A command on the runner (docker, buildx) ended with a failure. */
var CommandError = class extends CutoverError {
	name = "CommandError";
	exitCode;
	constructor(message, fix, exitCode, options = {}) {
		super(message, fix, options);
		this.exitCode = exitCode;
	}
};
/** The job was cancelled; carries no blame. */
var CancelledError = class extends Error {
	name = "CancelledError";
};

// packages/domain/lib/inputs/input.js
/** Thrown by a field's parser: `expected` completes "… is not ". */
var InvalidInput = class extends Error {
	name = "InvalidInput";
	fix;
	/** Text shown in place of a value that may be sensitive. */
	shown;
	constructor(expected, fix, shown) {
		super(expected);
		this.fix = fix;
		this.shown = shown;
	}
};
/** A value longer than this is cut in a message: it is to be recognised, not read. */
const LONGEST_SHOWN = 200;
/** A value in quotes as messages show it. */
function quoted(value) {
	return value.length <= LONGEST_SHOWN ? JSON.stringify(value) : `${JSON.stringify(value.slice(0, LONGEST_SHOWN))}… (${value.length} characters)`;
}
/** A field of a type of its own. */
function field(parse, options) {
	const { required, secret, aliases = [], form = { kind: "text" }, ...rest } = options;
	return {
		...rest,
		parse,
		required: required === true,
		secret: secret === true,
		aliases,
		form
	};
}
function text(options = {}) {
	return field((value) => value, options);
}
/** Text of a fixed form. `expected` completes "… is not ", as in "the ARN of a role". */
function matching(options) {
	const { pattern, expected, example, ...rest } = options;
	return field((value) => {
		if (!pattern.test(value)) throw new InvalidInput(expected, `Write it like ${example}.`);
		return value;
	}, rest);
}
/** `true` or `false`, whatever the case, or `1` or `0`; anything else is refused, never read as false. */
function flag(options) {
	const parsed = field((value) => {
		switch (value.toLowerCase()) {
			case "true":
			case "1": return true;
			case "false":
			case "0": return false;
			default: throw new InvalidInput("a boolean", "Write true or false.");
		}
	}, options);
	const form = { kind: "boolean" };
	const reading = (value) => /^[01]$/.test(value) ? `${value} is read as ${value === "1"}.` : void 0;
	return {
		...parsed,
		form,
		reading
	};
}
function choice(choices, options) {
	return {
		...field((value) => {
			const found = choices.find((one) => one === value);
			if (found === void 0) throw new InvalidInput(`one of ${choices.join(", ")}`, `Write one of ${choices.join(", ")}.`);
			return found;
		}, options),
		form: {
			kind: "choice",
			choices
		}
	};
}
/** A number in plain decimal notation. The unit belongs into the input's name. */
function number(options) {
	const { min, max, integer, ...rest } = options;
	return {
		...field((value) => {
			const kind = integer === true ? "a whole number" : "a number";
			const read = /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
			if (Number.isNaN(read) || read < min || read > max || integer === true && !Number.isInteger(read)) throw new InvalidInput(`${kind} from ${min} to ${max}`, `Write ${kind} from ${min} to ${max}.`);
			return read;
		}, rest),
		form: {
			kind: "number",
			min,
			max,
			integer: integer === true
		}
	};
}
/** One entry a line; empty lines are dropped, each is trimmed. */
function lines(options = {}) {
	return {
		...field(splitLines$1, {
			...options,
			default: "",
			form: { kind: "lines" }
		}),
		default: options.default ?? ""
	};
}
/** Entries separated by commas or newlines. */
function list$1(options = {}) {
	return {
		...field((value) => splitLines$1(value).flatMap((line) => line.split(",").map((part) => part.trim()).filter(Boolean)), {
			...options,
			default: "",
			form: { kind: "list" }
		}),
		default: options.default ?? ""
	};
}
/** Entries separated by commas or newlines, each one of a few words. */
function choices(words, options = {}) {
	const { parse, ...rest } = list$1(options);
	return {
		...rest,
		form: {
			kind: "list",
			choices: words
		},
		parse: (value) => {
			const entries = parse(value);
			if (entries.some((entry) => !words.some((word) => word === entry))) throw new InvalidInput(`a list of ${words.join(", ")}`, `Write one or more of ${words.join(", ")}.`);
			return entries;
		}
	};
}
/** `KEY=value` a line. The value keeps everything behind the first `=`, quotes and spaces included. A key given twice is refused. */
function pairs(options = {}) {
	const parse = (value) => {
		const map = /* @__PURE__ */ new Map();
		for (const [index, raw] of value.split(/\r?\n/).entries()) {
			if (raw.trim() === "") continue;
			const at = raw.indexOf("=");
			const key = raw.slice(0, Math.max(at, 0)).trim();
			const line = index + 1;
			if (key === "") throw new InvalidInput(`KEY=value in line ${line}`, "Write one KEY=value a line.", /^[A-Za-z_][\w.-]{0,39}$/.test(raw.trim()) ? quoted(raw.trim()) : "the text");
			if (map.has(key)) throw new InvalidInput(`a list of different keys: ${key} stands there twice`, `Remove one of the lines for ${key}.`, "the text");
			map.set(key, raw.slice(at + 1));
		}
		return map;
	};
	return {
		...field(parse, {
			...options,
			default: "",
			form: { kind: "pairs" }
		}),
		default: options.default ?? ""
	};
}
function splitLines$1(value) {
	return value.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
}
/**
* Turns the texts of `with:` into values. All problems are found at once.
* @param given input names, lower case, and their texts; an absent or blank text counts as not given.
* @throws ConfigurationError naming each input, its value (secrets excepted) and what to write instead.
*/
function parseInputs(schema, given, { foreign = [], note = () => void 0, places = /* @__PURE__ */ new Map() } = {}) {
	const problems = [];
	const names = new Map(Object.entries(schema).flatMap(([name, { aliases }]) => [name, ...aliases].map((one) => [one, name])));
	const texts = /* @__PURE__ */ new Map();
	for (const [as, text] of Object.entries(given)) {
		if (text.trim() === "") continue;
		const name = names.get(as);
		if (name === void 0) {
			const verdict = judgeForeign(foreign, as, text) ?? unknownInput(as, schema);
			if (verdict.kind === "same") note(verdict.note);
			else problems.push(verdict);
			continue;
		}
		const twin = texts.get(name);
		if (twin !== void 0 && twin.text !== text) problems.push({
			what: `Inputs ${twin.as} and ${as} mean the same and have different values.`,
			fix: `Keep ${name}.`
		});
		texts.set(name, {
			text,
			as
		});
	}
	const values = {};
	for (const [name, one] of Object.entries(schema)) {
		const found = texts.get(name);
		const raw = found?.text ?? one.default;
		if (raw === void 0) {
			if (one.required) problems.push({
				what: `Input ${name} is required and was not given.`,
				fix: `Add ${name} under with:.`
			});
			values[name] = void 0;
			continue;
		}
		try {
			const value = raw.includes("\n") ? raw : raw.trim();
			values[name] = one.parse(value);
			const reading = one.reading?.(value);
			if (reading !== void 0) note(`Input ${found?.as ?? name}: ${reading}`);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const place = places.get(name);
			problems.push({
				...place === void 0 ? {} : { place },
				what: `Input ${found?.as ?? name}: ${one.secret ? "the value" : error.shown ?? quoted(raw)} is not ${error.message}.`,
				fix: error.fix
			});
		}
	}
	if (problems.length > 0) throw new ConfigurationError(problems);
	return values;
}
function unknownInput(name, schema) {
	const nearest = nearestName(name, Object.keys(schema));
	return {
		kind: "refused",
		what: `Unknown input ${name}.`,
		fix: nearest === void 0 ? `Remove it. The inputs are: ${Object.keys(schema).join(", ")}.` : `Did you mean ${nearest}?`
	};
}
/**
* The candidate within a third of the name's length in edits, if any. A word of up to four letters is one edit or two
* swapped letters away.
*/
function nearestName(name, candidates) {
	if (name.length > LONGEST_SHOWN) return void 0;
	const best = candidates.map((candidate) => ({
		candidate,
		distance: editDistance(name, candidate)
	})).toSorted((a, b) => a.distance - b.distance)[0];
	return best !== void 0 && isNear(name, best.candidate, best.distance) ? best.candidate : void 0;
}
function isNear(name, candidate, distance) {
	if (name.length > 4) return distance <= Math.max(2, name.length / 3);
	const sorted = (word) => Array.from(word).toSorted().join("");
	return distance <= 1 || distance === 2 && sorted(name) === sorted(candidate);
}
function editDistance(a, b) {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) row[j] = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
		previous = row;
	}
	return previous[b.length] ?? 0;
}

// packages/domain/lib/outcome.js
function isSuccess(outcome) {
	switch (outcome.kind) {
		case "succeeded":
		case "unchanged": return true;
		case "rolledBack":
		case "failed":
		case "timedOut":
		case "cancelled": return false;
	}
}

// packages/domain/lib/inputs/language.js
const CHOICES$1 = ["en", "ja"];
/** The input `language`, which all actions share. */
const language = choice(CHOICES$1, { default: "en" });
/** Value of a text under `with:`; the parser refuses an invalid one. */
function parseLanguage(text) {
	return CHOICES$1.find((one) => one === text?.trim()) ?? "en";
}

// packages/domain/lib/inputs/show-logs.js
const CHOICES = [
	"full",
	"redacted",
	"none"
];
/** The input `show-logs` of every action that shows such output. */
const showLogs = choice(CHOICES, { default: "redacted" });
/** Value of a text under `with:`; the parser refuses an invalid one. */
function parseShowLogs(text) {
	return CHOICES.find((one) => one === text?.trim()) ?? "redacted";
}
/** Stands where lines would be quoted. */
const NOT_SHOWN = "(not shown: show-logs is none)";

// packages/github/lib/cancellation.js
const SIGNALS = ["SIGINT", "SIGTERM"];
/** Preflight has some thirty calls in flight, each with listeners; from 11 on Node warns of a leak, in the log of the job. */
const LISTENERS = 200;
/**
* A signal that is aborted when the runner cancels the job. The runner sends SIGINT, 7.5 s later SIGTERM and 2.5 s after
* that kills the process; the second signal must not end what the first one started.
*/
function cancellation() {
	const controller = new AbortController();
	setMaxListeners(LISTENERS, controller.signal);
	for (const name of SIGNALS) process.on(name, () => {
		controller.abort(new CancelledError(`The job was cancelled (${name}).`));
	});
	return controller.signal;
}

// packages/github/lib/clock.js
/**
* The runner's own time. It never jumps: a clock that is set while the step waits (NTP, a virtual machine that was moved)
* neither ends a wait nor makes it endless.
*/
const systemClock = {
	now: () => Math.round(performance.timeOrigin + performance.now()),
	random: () => Math.random(),
	sleep: async (ms, signal) => {
		await new Promise((resolve, reject) => {
			const abort = () => {
				clearTimeout(timer);
				reject(signal?.reason);
			};
			const timer = setTimeout(() => {
				signal?.removeEventListener("abort", abort);
				resolve();
			}, ms);
			if (signal?.aborted === true) abort();
			else signal?.addEventListener("abort", abort, { once: true });
		});
	}
};

// packages/domain/lib/text/json.js
function isJsonObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** `containerDefinitions[0].image` */
function formatJsonPath(path) {
	return path.map((part, index) => {
		if (typeof part === "number") return `[${part}]`;
		if (!/^[\w-]+$/.test(part)) return `[${JSON.stringify(part)}]`;
		return index === 0 ? part : `.${part}`;
	}).join("");
}
/** The value at a path; undefined when there is none. */
function atJsonPath(value, path) {
	let found = value;
	for (const part of path) if (typeof part === "number") found = Array.isArray(found) ? found[part] : void 0;
	else found = isJsonObject(found) && Object.hasOwn(found, part) ? found[part] : void 0;
	return found;
}
/** A string as it is, anything else as JSON; empty for nothing. */
function textOf$3(value) {
	if (value === void 0) return "";
	return typeof value === "string" ? value : JSON.stringify(value);
}
/** The member of a record that it has itself: `__proto__` and `constructor` are names like any other in a user's file. */
function own$1(record, name) {
	return Object.hasOwn(record, name) ? record[name] : void 0;
}

// packages/domain/lib/text/line.js
/** A text in one line: a space replaces each line end and the white space around it. Takes time linear in the length. */
function inOneLine(text) {
	const lines = text.split(/[\r\n]+/);
	return lines.map((line, at) => {
		const begun = at === 0 ? line : line.trimStart();
		return at === lines.length - 1 ? begun : begun.trimEnd();
	}).filter((line, at) => line !== "" || at === 0 || at === lines.length - 1).join(" ");
}
/** A text for an error message: a long one is cut. */
function briefly(text, length = 200) {
	return text.length <= length ? text : `${text.slice(0, length)}…`;
}

// packages/domain/lib/config/value.js
/** A value that an input can't have; `message` completes "Input NAME: ". */
var NotWritable = class extends Error {
	name = "NotWritable";
	fix;
	constructor(message, fix) {
		super(message);
		this.fix = fix;
	}
};
/**
* The text under `with:` that says the same as a value of a configuration file; undefined for null and an empty list or map.
* @param spellingOf a scalar's spelling in the file, where `0.10` and `012345678901` are more than their numbers
* @throws NotWritable
*/
function configText(value, form, spellingOf) {
	if (value === null) return void 0;
	if (isJsonObject(value)) return ofMap(value, form, spellingOf);
	if (typeof value === "object") return ofList(value, form, spellingOf);
	return scalar$1(value, spellingOf([]));
}
function ofList(items, form, spellingOf) {
	if (items.length === 0) return void 0;
	switch (form.kind) {
		case "json": return JSON.stringify(items);
		case "words": return JSON.stringify(items.map((item, index) => single(item, spellingOf([index]))));
		case "lines":
		case "pairs": return items.map((item, index) => line(item, spellingOf([index]))).join("\n");
		case "list": return items.map((item, index) => {
			const text = line(item, spellingOf([index]));
			if (text.includes(",")) throw new NotWritable("an entry of the list holds a comma", "Write each entry on its own.");
			return text;
		}).join("\n");
		case "boolean":
		case "choice":
		case "number":
		case "text": throw new NotWritable("the value is a list, and the input takes one value", "Write one value.");
	}
}
function ofMap(members, form, spellingOf) {
	const entries = Object.entries(members);
	if (form.kind === "json") return JSON.stringify(members);
	if (form.kind !== "pairs") throw new NotWritable("the value is a map, and the input takes none", "Write a value, or a list of them.");
	if (entries.length === 0) return void 0;
	return entries.map(([name, value]) => {
		if (/[=\r\n]/.test(name)) throw new NotWritable("a name holds = or a line break", "Correct the name.");
		return `${name}=${value === null ? "" : line(value, spellingOf([name]))}`;
	}).join("\n");
}
function single(value, spelling) {
	if (value === null || typeof value === "object") throw new NotWritable("an entry is not a single value", "Write each entry as one text.");
	return scalar$1(value, spelling);
}
/** A value on a line of its own can't have a second line. */
function line(value, spelling) {
	const text = single(value, spelling);
	if (/[\r\n]/.test(text.trim())) throw new NotWritable("an entry has several lines", "Write each entry in one line.");
	return text.replaceAll(/[\r\n]+$/g, "");
}
/** Numbers and booleans as they are written, texts without their quotes. */
function scalar$1(value, spelling) {
	return typeof value === "string" ? value : spelling ?? String(value);
}

// packages/domain/lib/inputs/credentials.js
/**
* How a step reaches AWS, and as whom; named as in aws-actions/configure-aws-credentials. Without a role the environment's
* credentials are used.
*/
const credentialInputs = {
	"role-to-assume": matching({
		pattern: /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/,
		expected: "the ARN of an IAM role",
		example: "arn:aws:iam::123456789012:role/deploy"
	}),
	"role-session-name": matching({
		pattern: /^[\w+=,.@-]{2,64}$/,
		expected: "a session name (2 to 64 of A-Z a-z 0-9 _ + = , . @ -)",
		example: "GitHubActions",
		default: "GitHubActions"
	}),
	"role-duration-seconds": number({
		default: "3600",
		min: 900,
		max: 43200,
		integer: true
	}),
	audience: text({ default: "sts.amazonaws.com" }),
	"role-chaining": flag({ default: "false" }),
	"role-external-id": matching({
		pattern: /^[\w+=,.@:/-]{2,1224}$/,
		expected: "an external id (2 to 1224 of A-Z a-z 0-9 _ + = , . @ : / -)",
		example: "the text under sts:ExternalId in the trust policy of the role",
		secret: true
	}),
	"allowed-account-ids": field(accountIds, {
		default: "",
		form: { kind: "list" }
	}),
	"retry-max-attempts": number({
		min: 1,
		max: 20,
		integer: true,
		aliases: ["max-retries"]
	}),
	"http-proxy": text({ secret: true }),
	"no-proxy": text()
};
/** The inputs that all actions share. */
const commonInputs = {
	...credentialInputs,
	language
};
/** Account ids, separated by commas or newlines. */
function accountIds(value) {
	const ids = list$1().parse(value);
	if (!ids.every((id) => /^\d{12}$/.test(id))) throw new InvalidInput("a list of AWS account ids", "Write 12 digits each, in quotes when the first one is 0, as in \"012345678901\".");
	return ids;
}

// packages/domain/lib/config/sharing.js
/** The action whose inputs a configuration file holds at its top; the others take from them what the pipeline hands to them. */
const WHOLE = "pipeline";
/** Inputs that a person gives after looking at what one run would do; a file must not repeat them for every later run. */
const ONE_RUN = [
	"allow-removal",
	"allow-replacement",
	"change-set",
	"confirm-delete"
];
/** Inputs that mean the same in every action. */
const EVERYWHERE = [
	"stack",
	"cluster",
	"service",
	"poll-interval-seconds",
	"dry-run",
	"show-logs",
	"region",
	...Object.keys(commonInputs)
];
/** By action, its input and the pipeline's input that it takes its value from; an entry alone has one name in both. */
const TAKEN = {
	"build-push-ecr": [
		...EVERYWHERE,
		"repository",
		"context",
		"file",
		"target",
		"build-args",
		"build-contexts",
		"secret-envs",
		"secret-files",
		"docker-aws-credentials",
		"cache",
		"platforms",
		"tag",
		"oci-layout",
		"if-exists",
		"fail-on-severity",
		"scan-timeout-minutes"
	],
	"register-taskdef": [
		...EVERYWHERE,
		"task-definition",
		"variables",
		"container-name",
		"environment-variables",
		"env-files",
		"secrets",
		"keep-revisions"
	],
	"run-migration-task": [
		...EVERYWHERE,
		["command", "migration-command"],
		["commands", "migration-commands"],
		["timeout-minutes", "migration-timeout-minutes"],
		"snapshot",
		"snapshot-keep",
		"snapshot-timeout-minutes",
		"maintenance",
		"maintenance-page",
		"retry-after-seconds"
	],
	"blue-green-codedeploy": [
		...EVERYWHERE,
		"codedeploy-appspec",
		"codedeploy-deployment-config",
		"auto-rollback-events",
		"alarms",
		"ignore-alarms",
		"gate",
		"gate-url",
		"gate-path",
		"gate-expect-status",
		"gate-command",
		"gate-aws-credentials",
		"gate-timeout-minutes",
		"wait-until",
		"wait-for-minutes",
		"max-failed-tasks",
		"on-cancel",
		"on-active-deployment",
		"wait-for-active-minutes",
		"suspend-auto-scaling",
		"allow-downgrade"
	],
	"deploy-service": [
		...EVERYWHERE,
		"ignore-alarms",
		"wait-until",
		"wait-for-minutes",
		"max-failed-tasks",
		"on-cancel",
		"on-active-deployment",
		"wait-for-active-minutes",
		"suspend-auto-scaling",
		"allow-downgrade"
	],
	"verify-target-health": [
		...EVERYWHERE,
		"min-healthy",
		"consecutive",
		["wait-for-minutes", "verify-for-minutes"],
		"url",
		"path",
		"host-header",
		"expect-status",
		"expect-body",
		"expect-header",
		"max-latency-ms",
		"probe-count",
		"probe-concurrency",
		"alarms"
	],
	preflight: [
		...EVERYWHERE,
		"task-definition",
		"variables",
		"codedeploy-deployment-config",
		"alarms",
		"ignore-alarms",
		"on-active-deployment",
		"wait-until",
		"wait-for-minutes"
	],
	diagnose: EVERYWHERE,
	rollback: EVERYWHERE,
	"deploy-stack": [
		["name", "stack"],
		"region",
		"http-proxy",
		"no-proxy",
		"retry-max-attempts",
		"language"
	]
};
/**
* An input of an action and the pipeline's input that stands for it at the top of a configuration file.
* @param own names of the action's inputs
*/
function sharedInputs(action, own) {
	const pairs = (action === "pipeline" ? own : TAKEN[action] ?? []).map((one) => typeof one === "string" ? [one, one] : one);
	return new Map(pairs.filter(([name]) => own.includes(name)));
}
/** Inputs of the pipeline about the build; they mean nothing when the image is there already. */
const BUILD_INPUTS = [
	"file",
	"target",
	"build-args",
	"build-contexts",
	"secret-envs",
	"secret-files",
	"platforms",
	"tag",
	"oci-layout",
	"fail-on-severity"
];
const GATE = [
	"gate",
	"gate-url",
	"gate-path",
	"gate-expect-status",
	"gate-command",
	"gate-aws-credentials"
];
/**
* By an input under `with:`, the entries of the file that it replaces: an action refuses both together. A job that promotes
* an image gives `digest`, and what the file says of the build is not meant.
*/
const REPLACED = {
	image: ["digest", ...BUILD_INPUTS],
	digest: ["image", ...BUILD_INPUTS],
	"migration-command": ["migration-commands"],
	"migration-commands": ["migration-command"],
	command: ["commands", "override-container-command"],
	commands: ["command", "override-container-command"],
	"task-definition-arn": [
		"task-definition",
		"task-definition-family",
		"variables",
		"base"
	],
	"task-definition-family": [
		"task-definition",
		"task-definition-arn",
		"variables",
		"base"
	],
	"task-definition": ["task-definition-family", "task-definition-arn"],
	base: ["task-definition-arn"],
	services: ["stack", "service"],
	mode: ["wait-until", ...GATE]
};

// packages/domain/lib/config/file.js
const ENVIRONMENTS = "environments";
const ACTIONS = "actions";
/** Chosen under `with:` only: they say what is read of the file. */
const CHOOSERS = ["config", "environment"];
const REMEDY$1 = "Write inputs of the action as NAME: value at the top, under environments: NAME:, or under actions: NAME:.";
/**
* Reads what a configuration file (`cutover.yml`) says for one action. The whole file is checked, also what other actions and
* environments take from it, so that a slip is found before the day on which production needs it.
*
* A value is looked for in this order: the environment's section of the action, the environment, the section of the action,
* the top of the file.
* @param text YAML, or JSON
* @throws ConfigurationError with file, line and column of everything that is wrong; never with a value of a file that is
* none of ours
*/
function readConfiguration(text, catalogue, { action, environment, file, given }) {
	const source = readSourceText(text, file);
	const problems = [];
	const complain = (path, what, fix) => {
		problems.push({
			what,
			fix,
			place: {
				line: 1,
				column: 1,
				...source.placeOf(path)
			}
		});
	};
	const root = rootOf(source, catalogue, complain);
	if (root !== void 0) checkAll(root, source, catalogue, complain);
	if (problems.length > 0 || root === void 0) throw new ConfigurationError(problems);
	const environments = mapOf(root[ENVIRONMENTS]);
	const names = Object.keys(environments);
	if (environment !== void 0 && names.length > 0 && !Object.hasOwn(environments, environment)) throw new ConfigurationError({
		what: `Input environment: ${JSON.stringify(environment)} is no section under environments; there ${names.length === 1 ? "is" : "are"} ${names.join(", ")}.`,
		fix: `Correct the name, or add the section (${environment}: {} when it needs nothing of its own). What stands at the top of the file alone could be another environment's.`,
		place: source.placeOf([ENVIRONMENTS])
	});
	const layers = [[[], root]];
	if (environment !== void 0 && names.length > 0) layers.push([[ENVIRONMENTS, environment], mapOf(environments[environment])]);
	const schema = catalogue[action] ?? {};
	const found = /* @__PURE__ */ new Map();
	for (const [path, layer] of layers) for (const [own, entry] of entriesFor(action, schema, layer)) {
		const at = [...path, ...entry.path];
		const field = schema[own];
		const told = field === void 0 ? void 0 : configText(entry.value, field.form, spelling(source, at));
		if (told === void 0) found.delete(own);
		else found.set(own, {
			text: told,
			place: source.placeOf(at)
		});
	}
	const replaced = [...given].flatMap((name) => REPLACED[name] ?? []).filter((name) => found.has(name));
	return {
		inputs: new Map([...found].filter(([name]) => !given.has(name) && !replaced.includes(name))),
		replaced: [...new Set(replaced)].filter((name) => !given.has(name)),
		unused: environment === void 0 ? names : []
	};
}
/** Entries of one layer that an action takes, by the action's own names; those of its own section come last and win. */
function entriesFor(action, schema, layer) {
	const shared = [...sharedInputs(action, Object.keys(schema))].flatMap(([own, name]) => {
		return [name, ...name === own ? schema[own]?.aliases ?? [] : []].filter((one) => layer[one] !== void 0).map((one) => [own, {
			path: [one],
			value: layer[one] ?? null
		}]);
	});
	const section = mapOf(mapOf(layer[ACTIONS])[action]);
	const owned = Object.entries(section).map(([name, value]) => [inputNamed(schema, name) ?? name, {
		path: [
			ACTIONS,
			action,
			name
		],
		value
	}]);
	return [...shared, ...owned];
}
function rootOf(source, catalogue, complain) {
	const { value } = source;
	if (value === null) return {};
	const known = /* @__PURE__ */ new Set([
		...namesOf(catalogue["pipeline"] ?? {}),
		ENVIRONMENTS,
		ACTIONS
	]);
	if (isJsonObject(value) && Object.keys(value).some((name) => known.has(name))) return value;
	if (isJsonObject(value) && Object.keys(value).length === 0) return value;
	const kind = foreignKind(value);
	complain([], kind === void 0 ? "This is no configuration of Cutover: no key at its top is an input." : `This is ${kind.name}, not a configuration of Cutover.`, REMEDY$1);
}
/** Everything in the file is looked at, whichever action and environment reads it. */
function checkAll(root, source, catalogue, complain) {
	checkLayer(root, [], source, catalogue, complain, [ENVIRONMENTS, ACTIONS]);
	const environments = root[ENVIRONMENTS];
	if (environments === void 0 || environments === null) return;
	if (!isJsonObject(environments)) {
		complain([ENVIRONMENTS], "environments is not a map.", "Write one section for each environment below it.");
		return;
	}
	for (const [name, section] of Object.entries(environments)) {
		const path = [ENVIRONMENTS, name];
		if (section === null) continue;
		if (!isJsonObject(section)) {
			complain(path, "The section of an environment is not a map.", REMEDY$1);
			continue;
		}
		checkLayer(section, path, source, catalogue, complain, [ACTIONS]);
	}
}
/** A layer holds inputs of the pipeline, and sections of actions with their own. */
function checkLayer(layer, path, source, catalogue, complain, sections) {
	const { [ACTIONS]: actions = null, ...rest } = layer;
	for (const [name, value] of Object.entries(rest)) if (!sections.includes(name)) checkEntry(catalogue["pipeline"] ?? {}, name, value, [...path, name], source, catalogue, complain);
	if (actions === null) return;
	if (!isJsonObject(actions)) {
		complain([...path, ACTIONS], "actions is not a map.", "Write one section for each action below it.");
		return;
	}
	for (const [action, section] of Object.entries(actions)) {
		const at = [
			...path,
			ACTIONS,
			action
		];
		const schema = catalogue[action];
		if (schema === void 0) complain(at, `There is no action ${shownName(action)}.`, guess(action, Object.keys(catalogue)));
		else if (section !== null && !isJsonObject(section)) complain(at, "The section of an action is not a map.", REMEDY$1);
		else for (const [name, value] of Object.entries(section ?? {})) checkEntry(schema, name, value, [...at, name], source, catalogue, complain);
	}
}
function checkEntry(schema, name, value, path, source, catalogue, complain) {
	const own = inputNamed(schema, name);
	const field = own === void 0 ? void 0 : schema[own];
	if (own === void 0 || field === void 0) {
		const owners = path.includes(ACTIONS) ? [] : Object.keys(catalogue).filter((action) => inputNamed(catalogue[action] ?? {}, name) !== void 0);
		complain(path, `There is no input ${shownName(name)}${path.includes(ACTIONS) ? " in this action" : " of the whole pipeline"}.`, owners.length > 0 ? `Write it under actions: ${owners.join(": or ")}:, whose input it is.` : guess(name, Object.keys(schema)));
		return;
	}
	if (CHOOSERS.includes(own)) complain(path, `Input ${own} has no meaning inside the file.`, `Give ${own} under with:.`);
	else if (ONE_RUN.includes(own)) complain(path, `Input ${own} permits a loss for one run; in a file it would permit it for good.`, `Remove it, and give ${own} under with: of the run that needs it.`);
	else if (field.secret) complain(path, `Input ${own} may be a secret, which does not belong into a file of the repository.`, `Remove it here, change the secret if it was one, and give ${own}: \${{ secrets.NAME }} under with:.`);
	else if (field.default?.startsWith("${{") === true) complain(path, `Input ${own} takes its value from the job.`, `Remove it, or give ${own} under with:.`);
	else try {
		configText(value, field.form, spelling(source, path));
	} catch (error) {
		if (!(error instanceof NotWritable)) throw error;
		complain(path, `Input ${own}: ${error.message}.`, error.fix);
	}
}
function spelling(source, path) {
	return (below) => source.spellingOf([...path, ...below]);
}
function mapOf(value) {
	return value !== void 0 && isJsonObject(value) ? value : {};
}
function inputNamed(schema, name) {
	if (Object.hasOwn(schema, name)) return name;
	return Object.entries(schema).find(([, { aliases }]) => aliases.includes(name))?.[0];
}
function namesOf(schema) {
	return Object.entries(schema).flatMap(([name, { aliases }]) => [name, ...aliases]);
}
/** A key as messages show it: a name that an input could have, or nothing of it. */
function shownName(name) {
	return /^[A-Za-z][\w-]{0,39}$/.test(name) ? JSON.stringify(name) : "of this name";
}
function guess(name, names) {
	const nearest = nearestName(name, names);
	return nearest === void 0 ? "Remove it, or correct the name." : `Did you mean ${nearest}?`;
}

// packages/domain/lib/inputs/config.js
/** Where an action finds the inputs that are not under `with:`. */
const configInputs = {
	config: text(),
	environment: matching({
		pattern: /^[^\r\n]{1,255}$/,
		expected: "the name of an environment",
		example: "staging, a section under environments: of the configuration file"
	})
};

// packages/github/lib/configuration.js
/** Read when the input `config` names no file. */
const DEFAULT_FILE = "cutover.yml";
/**
* Adds the inputs of the configuration file to those under `with:`, which win. The runner hands over defaults like values, so
* an input that has its default counts as not given.
* @param given texts under `with:` by input name
* @throws ConfigurationError for a file that is named and missing, or not as it must be
*/
async function configure(step, given, { catalogue, files, note }) {
	const asGiven = {
		given,
		places: /* @__PURE__ */ new Map(),
		added: {}
	};
	if (!("config" in step.inputs)) return asGiven;
	const { config, environment } = parseInputs(configInputs, {
		config: given["config"] ?? "",
		environment: given["environment"] ?? ""
	});
	if (config === void 0 && !await files.exists(DEFAULT_FILE)) return asGiven;
	const file = config ?? DEFAULT_FILE;
	const chosen = chosenBy(step.inputs, given);
	const { inputs, replaced, unused } = readConfiguration(await files.read(file, "config"), await catalogue(), {
		file,
		action: step.name,
		environment,
		given: chosen
	});
	note(`${file}: ${inputs.size === 0 ? "nothing taken" : `taken ${[...inputs.keys()].join(", ")}`}${environment === void 0 ? "" : ` (environment ${environment})`}.`);
	if (replaced.length > 0) note(`${file}: ${replaced.join(", ")} not taken, as an input under with: takes their place.`);
	if (unused.length > 0) note(`${file}: no section of environments (${unused.join(", ")}) is used, as input environment was not given.`);
	const added = Object.fromEntries([...inputs].map(([name, { text }]) => [name, text]));
	const kept = Object.entries(given).filter(([name]) => !isNameOf(step.inputs, name, inputs));
	return {
		given: {
			...Object.fromEntries(kept),
			...added
		},
		places: new Map([...inputs].map(([name, { place }]) => [name, place])),
		added
	};
}
/** Inputs whose text is neither empty nor their default. */
function chosenBy(schema, given) {
	const chosen = Object.entries(schema).filter(([name, { aliases, default: value }]) => [name, ...aliases].some((one) => {
		const text = given[one]?.trim() ?? "";
		return text !== "" && text !== value?.trim();
	}));
	return new Set(chosen.map(([name]) => name));
}
function isNameOf(schema, name, added) {
	return added.has(name) || [...added.keys()].some((one) => schema[one]?.aliases.includes(name) === true);
}

// packages/github/lib/deployment-stage.js
/** Descriptions of the phases that people wait through; the others are told by the job's own end. */
const PHASES = {
	installing: "New tasks start",
	ready: "New tasks run and wait for the shift",
	shifting: "Traffic moves to the new version",
	baking: "All traffic goes to the new version, and the old tasks still run",
	terminating: "The old tasks end"
};
/**
* The stage that an event begins, as GitHub shows it beside a deployment; undefined for an event that begins none.
* @param action name of the action itself, whose own start is no stage
*/
function stageOf(event, action) {
	if (event.type === "step.started") return event.step === action ? void 0 : `Stage ${event.step}`;
	if (event.type === "phase.changed") return PHASES[event.phase];
	if (event.type === "traffic.shifted") return `${event.percent} % of the traffic goes to the new version`;
	if (event.type === "deployment.status" && event.back === true) return "The service goes back to the old version";
}

// packages/github/lib/deployment-statuses.js
const PATIENCE_MS$1 = 1e4;
/** How long the end of a run waits for the status that is on its way. */
const LAST_MS = 3e3;
/** Deployments of a commit that are looked at, the newest first. */
const LOOKED_AT = 10;
/** GitHub refuses a longer description. */
const DESCRIPTION_LENGTH = 140;
/** States of a deployment whose job runs; one that has ended is another attempt's. */
const OPEN = /* @__PURE__ */ new Set([
	"in_progress",
	"queued",
	"pending",
	"waiting"
]);
/**
* Tells GitHub's deployment of this job at which stage it is. GitHub makes that deployment itself for a job with an environment,
* and ends it when the job ends; the statuses between need `permissions: deployments: write`. Nothing here fails a step: a token
* without that permission, or a job without such a deployment, ends it silently.
*/
var DeploymentStatuses = class {
	#options;
	#ended = new AbortController();
	#connection;
	#page;
	#last;
	#next;
	#work;
	constructor(options) {
		this.#options = options;
		const { run, token = "" } = options;
		if (token === "" || token.startsWith("${{") || run.runId === "" || run.commit === "") this.#ended.abort();
	}
	/** Takes an event; a stage that passes while GitHub answers is left out. */
	tell(event) {
		if (this.#ended.signal.aborted) return;
		if (event.type === "page.known" && event.page === "application") this.#page = event.url;
		const stage = stageOf(event, this.#options.action);
		if (stage === void 0 || stage === this.#last) return;
		this.#last = stage;
		this.#next = stage;
		this.#work ??= this.#send().finally(() => {
			this.#work = void 0;
		});
	}
	/** Waits shortly for the status on its way. @param cancelled whether the job was cancelled, and nothing is waited for */
	async end(cancelled) {
		const waited = new AbortController();
		const patience = setTimeout$1(cancelled ? 0 : LAST_MS, void 0, { signal: waited.signal });
		await Promise.race([this.#work, patience.catch(() => void 0)]);
		waited.abort();
		this.#ended.abort();
	}
	async #send() {
		try {
			this.#connection ??= await this.#find();
			while (this.#connection !== void 0 && this.#next !== void 0 && !this.#ended.signal.aborted) {
				const { id, octokit } = this.#connection;
				const description = this.#next.slice(0, DESCRIPTION_LENGTH);
				this.#next = void 0;
				await octokit.rest.repos.createDeploymentStatus({
					...this.#place,
					deployment_id: id,
					state: "in_progress",
					description,
					log_url: this.#options.run.runUrl,
					...this.#page === void 0 ? {} : { environment_url: this.#page },
					request: this.#request
				});
			}
			if (this.#connection === void 0) this.#ended.abort();
		} catch {
			this.#ended.abort();
		}
	}
	/** The open deployment that GitHub made for this job; undefined when there is none, or several that can't be told apart. */
	async #find() {
		const { environment = "", run, token = "" } = this.#options;
		const octokit = await connect(token);
		const { data } = await octokit.rest.repos.listDeployments({
			...this.#place,
			sha: run.commit,
			...environment === "" ? {} : { environment },
			per_page: LOOKED_AT,
			request: this.#request
		});
		const open = [];
		for (const { id } of data) {
			const { data: statuses } = await octokit.rest.repos.listDeploymentStatuses({
				...this.#place,
				deployment_id: id,
				per_page: 1,
				request: this.#request
			});
			const [newest] = statuses;
			const ofThisRun = `${newest?.log_url ?? ""}/`.includes(`/actions/runs/${run.runId}/`);
			if (newest !== void 0 && ofThisRun && OPEN.has(newest.state)) open.push(id);
		}
		const [id] = open;
		return id === void 0 || open.length > 1 ? void 0 : {
			octokit,
			id
		};
	}
	get #place() {
		const [owner = "", repo = ""] = this.#options.run.repository.split("/");
		return {
			owner,
			repo
		};
	}
	get #request() {
		return { signal: AbortSignal.any([this.#ended.signal, AbortSignal.timeout(PATIENCE_MS$1)]) };
	}
};
async function connect(token) {
	const { getOctokit } = await import("./github-Ck5x36JS.js");
	return getOctokit(token);
}

// packages/github/lib/ending.js
/** Meaning of an error that no outcome covers. */
function endingOf(error, cancelled, defectsGoTo) {
	const stack = error instanceof Error && error.stack !== void 0 ? { stack: error.stack } : {};
	if (error instanceof CancelledError || cancelled && !(error instanceof CutoverError)) return {
		outcome: {
			kind: "cancelled",
			what: "The job was cancelled.",
			fix: "Run the job again; it continues from what is there.",
			findings: [],
			outputs: {}
		},
		problems: [],
		...stack
	};
	if (error instanceof CutoverError) {
		const { findings, link, message, fix } = error;
		const problems = error instanceof ConfigurationError ? error.problems : [];
		const [first] = problems;
		const headline = first === void 0 ? message : `${first.place === void 0 ? "" : `${formatPlace(first.place)}: `}${first.what}`;
		return {
			outcome: {
				kind: "failed",
				what: problems.length > 1 ? `${headline} (and ${problems.length - 1} more to correct)` : headline,
				fix,
				findings,
				outputs: {},
				...link === void 0 ? {} : { link },
				...problems.length > 1 ? { summary: [{
					kind: "table",
					title: "To correct",
					header: [
						"Where",
						"What is wrong",
						"What to do"
					],
					rows: problems.map(({ what, place, fix }) => [
						place === void 0 ? "" : formatPlace(place),
						what,
						fix
					])
				}] } : {}
			},
			problems,
			...stack
		};
	}
	return {
		outcome: {
			kind: "failed",
			what: `Unexpected error: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
			fix: `This is a defect of Cutover, not of your workflow. Please report it at ${defectsGoTo} with this message; with debug logging on (re-run with "Enable debug logging") the log holds the place.`,
			findings: [],
			outputs: {}
		},
		problems: [],
		...stack
	};
}

// packages/github/lib/given-inputs.js
const PREFIX$2 = "INPUT_";
/** The texts under `with:` by input name, as the runner hands them over: `INPUT_` and the name in capitals. */
function givenInputs(env) {
	return Object.fromEntries(Object.entries(env).filter(([key]) => key.startsWith(PREFIX$2)).map(([key, value]) => [key.slice(6).toLowerCase(), value ?? ""]));
}

// packages/domain/lib/redaction/private-key.js
const HIDDEN$2 = "***";
const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const END$1 = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** A line of a key: one word of Base64, perhaps in quotes or behind what a logger writes before it. */
const MATERIAL = /^[\s"'>|,\\]*[A-Za-z0-9+/=]+[\s"',;\\]*(?:n["',]*)?$|[\s"'>|][A-Za-z0-9+/=]{40,}[\s"',;\\]*$/;
/** Headers that may stand between the first line and the key. */
const HEADER = /^\W*$|(?:Proc-Type|DEK-Info|Comment|Version|Hash|Charset): /;
/** More lines no key has: one of RSA with 16,384 bits takes 200. */
const LONGEST$2 = 400;
/** Hides a private key that comes line by line, each line being a text of its own. */
var PrivateKeyLines = class {
	#left = 0;
	/** @returns the line, or as much of it as belongs to no key; the beginning of a key in one line is left as it is */
	next(line) {
		const text = this.#left > 0 ? this.#inside(line) : line;
		const begin = [...text.matchAll(BEGIN)].at(-1);
		if (begin !== void 0 && !END$1.test(text.slice(begin.index))) this.#left = LONGEST$2;
		return text;
	}
	#inside(line) {
		const end = END$1.exec(line);
		if (end !== null) {
			this.#left = 0;
			return `${HIDDEN$2}${line.slice(end.index + end[0].length)}`;
		}
		if (MATERIAL.test(line) || HEADER.test(line)) {
			this.#left--;
			return HIDDEN$2;
		}
		this.#left = 0;
		return line;
	}
};
/** Hides the end of a private key whose beginning was cut off: the lines of Base64 before `-----END … PRIVATE KEY-----`. */
function redactKeyEnds(text) {
	if (!END$1.test(text) || !text.includes("\n")) return text;
	const lines = text.split("\n");
	for (let at = lines.length - 1; at > 0; at--) {
		if (!END$1.test(lines[at] ?? "")) continue;
		const end = at;
		for (let before = at - 1; before >= 0 && isKeyLine(lines[before] ?? "", end - before === 1); before--) {
			lines[before] = HIDDEN$2;
			at = before;
		}
	}
	return lines.join("\n");
}
/** All lines of a key but the last one are full. */
function isKeyLine(line, isLast) {
	return MATERIAL.test(line) && (isLast || line.trim().length >= 40);
}

// packages/domain/lib/redaction/assignments.js
/** The end of a name behind which a secret stands: `DB_PASSWORD`, `masterUserPassword`, `api-key`, `SECRET_KEY_BASE`. */
const PASSWORD = String.raw`pass(?:word|wd|phrase)|(?<![a-z])(?:pass|pwd)`;
const OTHER = String.raw`secret(?:[_-]?(?:access[_-]?)?key(?:[_-]?base)?)?|(?<!request|next|page|continuation|idempotency|client)token|(?:api|access|private|encryption|signing|master|account|shared|license|app|enc|aes|hmac|jwt|cookie)[_-]?key|connection[_-]?string`;
/** Names that are ordinary words too: only what is assigned to them by `=` or stands in quotes is hidden. */
const WORDS = String.raw`(?<![a-z])(?:auth|authorization|sig|signature|credentials?|sid)`;
/** Separator between a name and its value: `=`, `:`, `=>`, with the quotes around the name before it. */
const COLOUR = String.raw`(?:\u001b\[[\d;]{0,9}m){0,3}`;
const SIGN = String.raw`${COLOUR}\\{0,3}["'\x60]?\]?${COLOUR}\s{0,3}(?:=>|=(?![=~>])|:(?![:/]))${COLOUR}\s{0,3}${COLOUR}`;
/** An option and its value as two words, or as two elements of a JSON array. */
const BLANK = String.raw`(?<=(?:^|[\s"'\x60(\[])--?[\w-]{0,40})(?:\s+(?!-)|["']\s?,\s?(?=["']))`;
/** SQL: `PASSWORD 'x'`. */
const SQL = String.raw`\s+(?=')`;
const COLOURS = /\u001b\[[\d;]{0,9}m/g;
/** `DB_PASSWORD_PROD`, `TOKEN_2`: which of several. */
const WHICH = String.raw`(?:_(?:prod(?:uction)?|stag(?:e|ing)|dev|test|live|primary|replica|main|old|new|db|v?\d{1,2}))?`;
const PLACE = new RegExp(String.raw`(?<![\w*>.:]:)(?:(?<word>${WORDS})|(?<password>${PASSWORD})|(?:${OTHER}))${WHICH}(?:${SIGN}|${BLANK}|(?<sql>${SQL}))|\bidentified\s{1,3}by\s{1,3}(?=['"])`, "gi");
/** Query parameters that give access, and the password options of well-known commands. */
const QUERY = /([?&](?:key|code|jwt|ticket|session_?id|sas)=)[^&\s"'\x60<>#]+/gi;
const AUTHORIZATION = /(\bauthorization\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?(?:Bearer|Basic|Token|Digest|AWS4-HMAC-SHA256) {1,3})[^\s"'\\,]+/gi;
const COOKIE = /(\b(?:set-)?cookie: {0,3})[^\r\n"']+/gi;
const MYSQL = /(\bmysql(?:dump|admin|import)?(?: [^\s|;&]{1,200}){0,12}? -p)(?=[^\s])[^\s"']+/g;
const CURL = /(\bcurl(?: [^\s|;&]{1,300}){0,12}? (?:-u|--user)[ =])[^\s"']+/g;
/** Password options of further commands: `sqlcmd -P`, `ldapsearch -w`, `redis-cli -a`, `sshpass -p`. */
const COMMANDS = /(\b(?:(?:sqlcmd|osql|bcp)(?: [^\s|;&]{1,200}){0,12}? -P|ldap[a-z]{3,8}(?: [^\s|;&]{1,200}){0,12}? -w|redis-cli(?: [^\s|;&]{1,200}){0,12}? -a|sshpass -p) ?)(?=[^\s-])[^\s"']+/g;
const NETRC = /(\bmachine [^\s]{1,200} login [^\s]{1,200} password )[^\s]+/g;
/** `{"name": "DB_PASSWORD", "value": "x"}` of a task definition, in JSON and in YAML. */
const NAMED = new RegExp(String.raw`(\bname\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?[\w.-]{0,60}?(?:${PASSWORD}|${OTHER})${WHICH}\\{0,3}["']?\s{0,3},?\s{0,40}\\{0,3}["']?value\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?)(?!arn:|\$)[^"'\\\s,}]+`, "gi");
/** `<password>x</password>`, `<add key="DbPassword" value="x"/>`. */
const ELEMENT = new RegExp(String.raw`(<[\w:.-]{0,40}?(?:${PASSWORD}|${OTHER})>|\bkey=["'][\w:.-]{0,40}?(?:${PASSWORD}|${OTHER})["'] value=["'])[^<"'>]+`, "gi");
/** ODBC: `Pwd={x}`. */
const BRACED = /((?<![A-Za-z])(?:pwd|password)=\{)[^{}\s"'`:,]{1,200}(?=\}(?:;|$|["'\s]))/gi;
/** Values that are no secrets: references to where the value is, and words that say that there is none. */
const REFERENCE = /^(?:arn:|sha256:|\$|\{\{|<|%[sd]|process\.env|ENV\[|os\.environ|env\(|\*\*\*|\(|\[|\{)/;
const NOTHING = /^(?:true|false|null|nil|none|undefined|missing|required|invalid|empty|expired|unset|yes|no|read|write|not|is|was|EOF|redacted|hidden)[.!]?$/i;
/** `--secret id=npm,env=NPM_TOKEN` of Docker names a secret and does not hold one. */
const MOUNT = /^(?:id|type|src|source|env|target)=/;
/** Replaces values that stand behind names of secrets, each place being looked at once. */
function redactAssignments(text) {
	const known = text.replaceAll(AUTHORIZATION, "$1***").replaceAll(COOKIE, "$1***").replaceAll(QUERY, "$1***").replaceAll(MYSQL, "$1***").replaceAll(CURL, "$1***").replaceAll(COMMANDS, "$1***").replaceAll(NETRC, "$1***").replaceAll(NAMED, "$1***").replaceAll(ELEMENT, "$1***").replaceAll(BRACED, "$1***");
	let redacted = "";
	let done = 0;
	let wordEnd = 0;
	let plainEnd = 0;
	PLACE.lastIndex = 0;
	for (let match = PLACE.exec(known); match !== null; match = PLACE.exec(known)) {
		const start = PLACE.lastIndex;
		const { word, password, sql } = match.groups ?? {};
		if (sql !== void 0 && password === void 0) continue;
		const quote = /^(\\{0,3})(["'`])/.exec(known.slice(start, start + 4));
		const from = start + (quote?.[0].length ?? 0);
		const head = known.slice(from, from + 20);
		if (REFERENCE.test(head) || MOUNT.test(head)) continue;
		let to;
		if (quote !== null) to = endOfQuoted(known, from, quote[2] ?? "\"", (quote[1] ?? "") !== "");
		else {
			const sign = match[0].replaceAll(COLOURS, "");
			const assigned = /=|\s$/.test(sign) && !/:\s*$/.test(sign);
			if (word !== void 0 && !assigned) continue;
			if (/^pwd$/i.test(password ?? "") && head.startsWith("/")) continue;
			if (assigned) {
				if (from >= wordEnd) wordEnd = endOf$2(WORD_END, known, from);
				to = wordEnd;
			} else {
				if (from >= plainEnd) plainEnd = endOf$2(PLAIN_END, known, from);
				to = plainEnd;
				if (/\s$/.test(sign) && isProse(known, to)) continue;
			}
		}
		if (to <= from || to - from < 12 && NOTHING.test(known.slice(from, to))) continue;
		redacted += `${known.slice(done, from)}***`;
		done = to;
		PLACE.lastIndex = to;
	}
	return redacted + known.slice(done);
}
function endOfQuoted(text, from, quote, isEscaped) {
	for (let at = from; at < text.length; at++) {
		const character = text[at];
		if (character === "\n" || character === quote) return at;
		if (character !== "\\") continue;
		if (isEscaped) return at;
		at++;
	}
	return text.length;
}
const WORD_END = /[\s"'`&;\u001b]/g;
/** Behind a colon a value ends at a bracket or a comma, too. */
const PLAIN_END = /[\s"'`&;,)}\]<>|\u001b]/g;
function endOf$2(pattern, text, from) {
	pattern.lastIndex = from;
	return pattern.exec(text)?.index ?? text.length;
}
/** Behind `password: ` a sentence may follow: `password: must be at least 8 characters`. */
function isProse(text, end) {
	return /^[ \t]+[A-Za-z(]/.test(text.slice(end, end + 8));
}

// packages/domain/lib/redaction/tokens.js
/** Tokens of well-known services, each with a beginning that nothing else has. */
const FORMS = [
	String.raw`gh[pousr]_\w{20,255}`,
	String.raw`github_pat_\w{20,255}`,
	String.raw`(?:AKIA|ASIA)[A-Z0-9]{16}(?!\w)`,
	String.raw`eyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)*`,
	String.raw`(?:sk|rk|pk)_(?:live|test)_\w{8,}`,
	String.raw`whsec_[\w+/=]{16,}`,
	String.raw`xox[abceoprs]-[\w-]{8,}`,
	String.raw`xapp-[\w-]{10,}`,
	String.raw`gl(?:pat|dt|rt|cbt|ptt|oas|ft|imt|soat|ffct|agent|wt)-[\w.-]{16,}`,
	String.raw`npm_[A-Za-z0-9]{30,}`,
	String.raw`pypi-[\w-]{32,}`,
	String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
	String.raw`AIza[\w-]{30,}`,
	String.raw`ya29\.[\w-]{20,}`,
	String.raw`dckr_[po]at_[\w-]{16,}`,
	String.raw`sk-(?:proj-|ant-|svcacct-|or-)?(?=[\w-]*\d)[\w-]{20,}`,
	String.raw`hf_[A-Za-z0-9]{30,}`,
	String.raw`do[oprt]_v1_[a-f0-9]{40,}`,
	String.raw`shp(?:at|ca|pa|ss)_[a-fA-F0-9]{24,}`,
	String.raw`dapi[a-f0-9]{32}`,
	String.raw`(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[\w+/=]{40,2000}`,
	String.raw`hv[sbr]\.[\w-]{24,400}`,
	String.raw`GOCSPX-[\w-]{20,}`,
	String.raw`rubygems_[a-f0-9]{40,}`,
	String.raw`cio[A-Za-z0-9]{32}(?!\w)`,
	String.raw`oy2[a-z0-9]{43}(?!\w)`,
	String.raw`[\w~.]{3}\dQ~[\w~.-]{31,40}`,
	String.raw`NRAK-[A-Z0-9]{27}`,
	String.raw`sntry[su]_[\w+/=]{40,}`,
	String.raw`gl(?:sa|c)_[\w+/=]{32,}`,
	String.raw`hc[ab]ik_\w{50,}`,
	String.raw`sq0[a-z]{3}-[\w-]{22,}`,
	String.raw`EAAA[\w-]{60,}`,
	String.raw`key-[a-f0-9]{32}(?!\w)`,
	String.raw`[a-f0-9]{32}-us\d{1,2}(?!\w)`,
	String.raw`lin_(?:api|oauth)_\w{32,}`,
	String.raw`ntn_[A-Za-z0-9]{40,}`,
	String.raw`PMAK-[a-f0-9]{24}-[a-f0-9]{34}`,
	String.raw`figd_[\w-]{40,}`,
	String.raw`\d{8,10}:AA[\w-]{32,}`,
	String.raw`dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,}`,
	String.raw`pul-[a-f0-9]{40}`,
	String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}`,
	String.raw`pscale_(?:pw|tkn|oauth)_[\w.-]{32,}`,
	String.raw`fm[12][ar]?_[\w+/=,]{32,}`,
	String.raw`HRKU-[\w-]{36,}`,
	String.raw`nf[pcob]_\w{36,}`,
	String.raw`vercel_blob_rw_\w{30,}`,
	String.raw`sbp_[a-f0-9]{40}`,
	String.raw`ATATT3[\w=-]{80,}`,
	String.raw`ATBB[A-Za-z0-9]{32}`,
	String.raw`sl\.[\w-]{130,}`,
	String.raw`AGE-SECRET-KEY-1[A-Z0-9]{40,}`
];
/** Not in the middle of a word: each stretch of letters is tried once, so the search is linear. */
const TOKEN = new RegExp(String.raw`(?<![\w-])(?:${FORMS.join("|")})`, "g");
/** Addresses of Slack, Discord and Teams that may be posted to. */
const WEBHOOK = /(hooks\.slack\.com\/\w{1,20}\/|discord(?:app)?\.com\/api\/webhooks\/|\.webhook\.office\.com\/webhookb2\/)[\w/@-]+/g;
/** A private key, whole or without its end. */
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z0-9 ]{0,40}-----|$)/g;
/** `Bearer` and a token, wherever they stand. */
const BEARER = /\b(Bearer|Basic|SSWS) {1,3}(?=[\w.~+/=-]{0,400}[\d=])[\w.~+/=-]{8,}/g;
/** Replaces tokens that are known by their form. */
function redactTokens(text) {
	return text.replaceAll(PRIVATE_KEY, "***").replaceAll(TOKEN, "***").replaceAll(WEBHOOK, "$1***").replaceAll(BEARER, "$1 ***");
}

// packages/domain/lib/redaction/user-info.js
/** Ends a URL in a text. */
const END = /[\s"'`<>]/g;
/** Ends host, port and what stands before them. */
const AUTHORITY_END = /[/?#]/g;
/** Longer texts behind `://` are no URLs. */
const LONGEST$1 = 4e3;
/** User names that say nothing: those of Git over SSH. */
const PLAIN_USERS = /* @__PURE__ */ new Set([
	"git",
	"ssh",
	"hg",
	"***"
]);
/**
* Replaces user name and password in URLs by `***`: `postgres://***@db:5432/app`. The user name goes too, since tokens
* are given as one. A password may hold characters that it should have escaped. Each place is looked at once.
*/
function redactUserInfo(text) {
	let done = 0;
	let redacted = "";
	let end = -1;
	let lastAt = -1;
	for (let at = text.indexOf("://"); at !== -1; at = text.indexOf("://", at + 3)) {
		const start = at + 3;
		if (start < done) continue;
		if (start >= end) {
			end = Math.min(firstOf(END, text, start), start + LONGEST$1);
			lastAt = text.lastIndexOf("@", end - 1);
		}
		if (lastAt < start) continue;
		const authority = text.slice(start, Math.min(firstOf(AUTHORITY_END, text, start), end));
		const own = authority.lastIndexOf("@");
		const isWeb = /(?:https?|git|ssh|ftps?)$/i.test(text.slice(Math.max(0, at - 5), at));
		const userEnd = own !== -1 ? isWeb ? start + own : lastOf(text, start + own, end, lastAt) : hasSplitPassword(authority) ? lastAt : void 0;
		if (userEnd === void 0 || PLAIN_USERS.has(text.slice(start, userEnd))) continue;
		redacted += `${text.slice(done, start)}***`;
		done = userEnd;
	}
	return withGoDsn(redacted + text.slice(done));
}
/** Last `@` before a query: a database's password may hold one, and a slash behind it. */
function lastOf(text, own, end, lastAt) {
	const query = text.slice(own, end).indexOf("?");
	return query === -1 ? Math.max(own, lastAt) : Math.max(own, text.lastIndexOf("@", own + query));
}
/** `app:p/w@host`: what stands behind the colon is no port, so that the password goes on behind the slash. */
function hasSplitPassword(authority) {
	const colon = authority.indexOf(":");
	return colon !== -1 && !authority.startsWith("[") && !/^\d*$/.test(authority.slice(colon + 1));
}
/** `app:password@tcp(host:3306)/db`, as the MySQL driver of Go writes it, a URL that is escaped as a whole, and `jdbc:oracle:thin:app/password@host`. */
function withGoDsn(text) {
	return text.replaceAll(/(?<![^\s"'`=])[^\s"'`=:@]{1,100}:[^\s"'`]{1,200}@(?=(?:tcp|unix)\()/g, "***@").replaceAll(/%3A%2F%2F[^\s"'`&<>]{1,300}?%40/gi, "%3A%2F%2F***%40").replaceAll(/(jdbc:oracle:\w{1,10}:)[^\s"'`/@]{1,100}\/[^\s"'`]{1,200}?@/g, "$1***@");
}
function firstOf(pattern, text, from) {
	pattern.lastIndex = from;
	return pattern.exec(text)?.index ?? text.length;
}

// packages/domain/lib/redaction/redact.js
/** Replacement for a secret. */
const HIDDEN$1 = "***";
/** Shorter lines of a secret text are no secrets, and hiding them would blacken the log. */
const SHORTEST_LINE = 8;
/** Shorter values can't be told from ordinary text. */
const SHORTEST_VALUE = 3;
/** Values below this length are hidden where they stand as a word, and not inside of other words. */
const SHORTEST_ANYWHERE = 8;
/**
* Replaces values in what was said by `***`: whole, line by line, as a program writes them that quotes its output in the
* way of JSON, and as they stand in a URL.
*/
function redactor(secrets) {
	const forms = /* @__PURE__ */ new Set();
	for (const secret of secrets) {
		const whole = secret.trim();
		if (whole.length < 3) continue;
		const lines = whole.split(/\r?\n/).map((line) => line.trim());
		const long = lines.length === 1 ? [] : lines.filter((line) => line.length >= 8);
		for (const form of [whole, ...long]) {
			forms.add(form);
			forms.add(JSON.stringify(form).slice(1, -1));
			if (form.isWellFormed()) forms.add(encodeURIComponent(form));
		}
	}
	if (forms.size === 0) return (text) => text;
	const sorted = [...forms].toSorted((a, b) => b.length - a.length);
	const pattern = new RegExp(sorted.map(patternOf).join("|"), "g");
	return (text) => text.replaceAll(pattern, "***");
}
function patternOf(form) {
	const literal = form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
	if (form.length >= SHORTEST_ANYWHERE) return literal;
	return `${/^\w/.test(form) ? String.raw`(?<!\w)` : ""}${literal}${/\w$/.test(form) ? String.raw`(?!\w)` : ""}`;
}
/**
* Replaces what is a secret by its form or its place, whoever wrote it: user names and passwords in URLs, tokens of
* well-known services, and values behind names such as `password`. ARNs, digests, commits and ids stay.
*/
function redactSecretsByForm(text) {
	return redactKeyEnds(redactAssignments(redactTokens(redactUserInfo(text))));
}

// packages/github/lib/harmless.js
/** Ends a line for a terminal, a browser or .NET, in which GitHub's runner is written. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
/**
* Characters without a glyph: controls, formatting and what Unicode lets a comparison ignore. .NET compares texts by
* culture and passes over them, so that `#`, a soft hyphen, `#[` counts as `##[`. Tabs and colours stay.
*/
const INVISIBLE = /(?!\t|\u001b\[[\d;]{0,20}m)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const COMMAND = /##(?=\u001b?\[)/g;
/** The lines of a text from outside. */
function splitLines(text) {
	return text.split(LINE_END);
}
/** A text in one line. */
function oneLine(text) {
	return splitLines(text).join(" ");
}
/**
* A line that the runner can't take for a command, whatever a container printed: it reads `::name::` at the start of a
* line and `##[name]` anywhere in it. Whoever prints a line from outside puts words of our own before it all the same.
*/
function harmless(line) {
	return line.replaceAll(INVISIBLE, "").replace(/^(\s*):(?=:)/, "$1: ").replaceAll(COMMAND, "## ");
}
/** A text without colours, for what is no terminal. */
function uncoloured(text) {
	return text.replaceAll(/\u001b\[[\d;]{0,20}m/g, "");
}
/** A text for an annotation, a summary or an output: its lines stay, what can't be seen goes. */
function visible(text) {
	return splitLines(text).map((line) => line.replaceAll(INVISIBLE, "")).join("\n");
}

// packages/github/lib/masks.js
/**
* The one owner of redaction in everything that leaves: the values that no reader may see are masked in the log by the
* runner, and here in all that we write; tokens and passwords that nobody told us of are known by their form.
*/
var Masks = class {
	#secrets = /* @__PURE__ */ new Set();
	#known;
	/** Hides a value, also in what other steps print later. */
	add(secret) {
		const value = secret.trim();
		if (value === "" || this.#secrets.has(value)) return;
		this.hide(value);
		setSecret(value);
	}
	/** Hides a value in what this action writes; the runner is not told. */
	hide(secret) {
		this.#secrets.add(secret.trim());
		this.#known = void 0;
	}
	/** Masks every secret input: the whole text, each line, and what stands behind the `=` of a `KEY=value` line. */
	addInputs(schema, given) {
		for (const [name, { secret, aliases }] of Object.entries(schema)) {
			if (!secret) continue;
			for (const text of [name, ...aliases].map((one) => given[one] ?? "")) {
				if (text.startsWith("${{")) continue;
				this.add(text);
				for (const line of text.split(/\r?\n/)) {
					const value = /^\s*[A-Za-z_][\w.-]*=([^]*)$/.exec(line)?.[1] ?? "";
					for (const one of [line, value]) if (one.trim().length >= 3) this.add(one);
				}
			}
		}
	}
	/** The text with every known secret replaced by `***`. */
	redactKnown(text) {
		this.#known ??= redactor(this.#secrets);
		return this.#known(text);
	}
	/** The text without known secrets, without what is one by its form, and without characters that can't be seen. */
	redact(text) {
		return redactSecretsByForm(this.redactKnown(visible(text)));
	}
	/** A value with all texts in it redacted; names of members stay. */
	redactAll(value, redact = (text) => this.redact(text)) {
		const each = (one) => {
			if (typeof one === "string") return redact(one);
			if (Array.isArray(one)) {
				const keys = new PrivateKeyLines();
				return one.map((member) => each(typeof member === "string" ? keys.next(member) : member));
			}
			if (typeof one !== "object" || one === null) return one;
			return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, each(member)]));
		};
		return each(value);
	}
};

// packages/github/lib/root-cause.js
const EVIDENCE_LINES = 5;
const EVIDENCE_LENGTH = 400;
/** The first finding and what belongs to it; undefined where nothing was diagnosed: checks of our own quote nobody. */
function rootCauseOf(findings) {
	const [root, ...others] = findings;
	if (root === void 0 || root.evidence.length === 0) return void 0;
	const lines = [...new Set(root.evidence.flatMap((text) => text.split(/\r?\n/)))].filter((line) => line.trim() !== "");
	return {
		root,
		others,
		evidence: [...new Set(lines.map(shortened))].slice(0, EVIDENCE_LINES).map(cut$4),
		inFull: lines.filter((line) => shortened(line) !== line)
	};
}
const ARN = /arn:aws[\w-]{0,20}:[\w-]{1,40}:[\w-]{0,30}:\d{0,12}:([\w+=,.@:/-]{1,300}[\w/])/g;
/** A sentence of AWS with the names of its resources in place of their ARNs: `targetgroup/web`, `task/0a1b2c3d`. */
function shortened(text) {
	return text.replaceAll(ARN, (_, resource) => {
		const [kind = "", ...names] = resource.split("/");
		if (/^(?:targetgroup|loadbalancer|listener)$/.test(kind)) return `${kind}/${names.find((name) => !/^(?:app|net|[\da-f]{16})$/.test(name)) ?? resource}`;
		return names.length === 0 ? resource : `${kind}/${names.at(-1)}`;
	}).replaceAll("target-group targetgroup/", "target-group ");
}
function cut$4(line) {
	return line.length <= EVIDENCE_LENGTH ? line : `${line.slice(0, 399)}…`;
}
/** Whether one sentence says the other already. */
function says(text, sentence) {
	return sentence !== "" && text.includes(sentence.replace(/\.$/, ""));
}
/** The findings for outputs, the root first; problems of the input count as findings of their own. */
function toldFindings(findings, problems) {
	return [...problems.map(({ fix, what }) => ({
		id: "configuration",
		what,
		fix,
		certainty: "certain"
	})), ...findings.map(({ certainty = "certain", fix, id, link, what }) => ({
		id,
		what,
		fix,
		...link === void 0 ? {} : { link },
		certainty
	}))];
}

// packages/github/lib/annotations.js
/** The runner cuts messages at 4096 characters; the start of each part matters most. */
const MESSAGE_LIMIT = 4e3;
/** GitHub shows ten errors of a step. */
const ANNOTATION_LIMIT = 10;
/** Tells the trouble where people look first: on the run's page and beside the line that is wrong. */
function annotate(step, trouble, ending, workspace) {
	const title = `${step} ${words(trouble.kind)}`;
	if (ending.problems.length === 0) {
		error(messageOf(trouble), { title });
		return;
	}
	for (const [index, problem] of ending.problems.slice(0, ANNOTATION_LIMIT).entries()) {
		const { what, place, fix } = problem;
		const at = place === void 0 ? void 0 : positionOf(place, workspace);
		const text = place === void 0 ? what : `${formatPlace(place)}: ${what}`;
		const rest = index === 0 ? [...trouble.findings.map(describeFinding), trouble.link] : [];
		error(cut$3([
			text,
			`Fix: ${fix}`,
			...rest
		].filter(Boolean).join("\n"), MESSAGE_LIMIT), {
			title,
			...at
		});
	}
}
/** The kind of an outcome as words that follow the step's name. */
function words(kind) {
	switch (kind) {
		case "succeeded": return "succeeded";
		case "unchanged": return "changed nothing";
		case "rolledBack": return "was rolled back";
		case "failed": return "failed";
		case "timedOut": return "timed out";
		case "cancelled": return "was cancelled";
	}
}
/** The root cause first, with its evidence and its fix; then what happened, what else was found, and what to do now. */
function messageOf({ findings, fix, link, what }) {
	const ending = [fix, link].filter(Boolean).join("\n");
	const cause = rootCauseOf(findings);
	return `${cut$3((cause === void 0 ? [what, ...findings.map(describeFinding)] : withRoot(cause, shortened(what))).join("\n"), MESSAGE_LIMIT - ending.length - 1)}\n${ending}`;
}
function withRoot({ evidence, others, root }, headline) {
	const isTold = says(headline, root.what);
	return [
		isTold ? headline : root.what,
		...evidence.map((line) => `Evidence: ${line}`),
		...root.fix === "" ? [] : [`Fix: ${root.fix}`],
		...root.link === void 0 ? [] : [`See: ${root.link}`],
		...isTold ? [] : [headline],
		...others.map(({ fix, what }) => `Also: ${what} ${fix}`)
	];
}
function describeFinding({ what, evidence, fix, link }) {
	return [
		`Cause: ${what}`,
		...evidence.slice(0, 5).map((line) => `Evidence: ${cut$3(shortened(line), 400)}`),
		`Fix: ${fix}`,
		...link === void 0 ? [] : [`See: ${link}`]
	].join("\n");
}
/** Only a file of the workspace can carry an annotation; the name of an input can't. */
function positionOf({ column, file, line }, workspace) {
	if (file === void 0) return {};
	const absolute = resolve(workspace, file);
	const path = relative(workspace, absolute);
	if (path.startsWith("..") || isAbsolute(path)) return {};
	if (statSync(absolute, { throwIfNoEntry: false })?.isFile() !== true) return {};
	return {
		file: path.split(sep).join("/"),
		...line === void 0 ? {} : { startLine: line },
		...column === void 0 ? {} : { startColumn: column }
	};
}
function cut$3(text, limit) {
	return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1))}…`;
}

// packages/github/lib/in-language.js
/** The outcome with its findings in the language that was asked for. */
async function inLanguage(outcome, language) {
	if (language === "en" || !("findings" in outcome) || outcome.findings.length === 0) return outcome;
	const { inJapanese } = await import("./in-japanese-D8Hr9w0J.js");
	return {
		...outcome,
		findings: outcome.findings.map(inJapanese)
	};
}

// packages/github/lib/report.js
/** The report as JSON without secrets. `redact` is applied to each text before it is quoted. */
function renderReport(report, redact) {
	const shown = {
		...report,
		outcome: shownOutcome(report.outcome),
		events: report.events.map(shownEvent)
	};
	return `${JSON.stringify(shown, (_, value) => typeof value === "string" ? redact(value) : value, 2)}\n`;
}
/** The outcome under the keys that scripts read: `headline`, `remedy`, and `cause` and `url` of a finding. */
function shownOutcome(outcome) {
	const { kind, what: headline } = outcome;
	if (!("fix" in outcome)) {
		const { kind: _, what: __, findings, ...rest } = {
			findings: void 0,
			...outcome
		};
		return {
			kind,
			headline,
			...findings === void 0 ? {} : { findings: findings.map(shownFinding) },
			...rest
		};
	}
	const { kind: _, what: __, findings, fix: remedy, ...rest } = outcome;
	return {
		kind,
		headline,
		remedy,
		findings: findings.map(shownFinding),
		...rest
	};
}
function shownFinding(finding) {
	const { id, what: cause, evidence, facts: _, fix, link: url, ...rest } = finding;
	return {
		id,
		cause,
		evidence,
		fix,
		...url === void 0 ? {} : { url },
		...rest
	};
}
/** The event under the keys that scripts read: `text` and `remedy` of a warning. */
function shownEvent(event) {
	if (event.type !== "warning") return event;
	const { type, what: text, fix: remedy, ...rest } = event;
	return {
		type,
		text,
		...remedy === void 0 ? {} : { remedy },
		...rest
	};
}

// packages/domain/lib/identity/region.js
/** The regions of each partition; a test holds them against the SDK's own list. */
const REGIONS = {
	aws: [
		"af-south-1",
		"ap-east-1",
		"ap-east-2",
		"ap-northeast-1",
		"ap-northeast-2",
		"ap-northeast-3",
		"ap-south-1",
		"ap-south-2",
		"ap-southeast-1",
		"ap-southeast-2",
		"ap-southeast-3",
		"ap-southeast-4",
		"ap-southeast-5",
		"ap-southeast-6",
		"ap-southeast-7",
		"ca-central-1",
		"ca-west-1",
		"eu-central-1",
		"eu-central-2",
		"eu-north-1",
		"eu-south-1",
		"eu-south-2",
		"eu-west-1",
		"eu-west-2",
		"eu-west-3",
		"il-central-1",
		"me-central-1",
		"me-south-1",
		"me-west-1",
		"mx-central-1",
		"sa-east-1",
		"sa-west-1",
		"us-east-1",
		"us-east-2",
		"us-west-1",
		"us-west-2"
	],
	"aws-cn": ["cn-north-1", "cn-northwest-1"],
	"aws-eusc": ["eusc-de-east-1"],
	"aws-iso": ["us-iso-east-1", "us-iso-west-1"],
	"aws-iso-b": ["us-isob-east-1", "us-isob-west-1"],
	"aws-iso-e": ["eu-isoe-west-1"],
	"aws-iso-f": ["us-isof-east-1", "us-isof-south-1"],
	"aws-us-gov": ["us-gov-east-1", "us-gov-west-1"]
};
const ALL = Object.values(REGIONS).flat();
/** Everything of a region's name but its number: `us-east`. */
function withoutNumber(region) {
	return region.replace(/-\d+$/, "");
}
/** The partition that a region belongs to, also one that is newer than this list. */
function partitionOf(region) {
	const partitions = Object.entries(REGIONS);
	const listed = partitions.find(([, regions]) => regions.includes(region));
	if (listed !== void 0) return listed[0];
	const area = /^(us-gov|us-isob|us-isof|us-iso|eu-isoe|eusc-de|cn)-/.exec(region)?.[1];
	return partitions.find(([, regions]) => regions.some((one) => one.startsWith(`${area ?? ""}-`)))?.[0] ?? "aws";
}
/** Whether this release knows the region. AWS opens new ones, which have the names of their neighbours and a number. */
function isKnownRegion(region) {
	return ALL.includes(region);
}
/**
* The region that was given, when AWS has it, or may have it by now: a new region of a known area has a known name and a
* number of its own.
* @throws ConfigurationError naming the region that was probably meant
*/
function requireRegion(region) {
	if (region === void 0) throw refused("The AWS region is not known.", "");
	const problem = regionProblem(region);
	if (problem !== void 0) throw refused(`${problem.what}.`, problem.guess);
	return region;
}
/** Why a text can be no region, and the region that was probably meant; undefined when it may be one. */
function regionProblem(region) {
	if (isKnownRegion(region)) return void 0;
	if (/^[a-z]{2,4}(-[a-z]+)+-[1-9]$/.test(region) && ALL.some((one) => withoutNumber(one) === withoutNumber(region))) return void 0;
	const plain = region.trim().toLowerCase().replaceAll(/[\s_]+/g, "-");
	const zone = /^([a-z]+(?:-[a-z]+)+-\d)[a-z]$/.exec(plain)?.[1];
	if (zone !== void 0 && isKnownRegion(zone)) return {
		what: `"${shown$1(region)}" is an Availability Zone, not an AWS region`,
		guess: `Did you mean ${zone}? `
	};
	const parent = ALL.find((one) => plain.startsWith(`${one}-`));
	if (parent !== void 0) return {
		what: `"${shown$1(region)}" is a Local Zone or Wavelength Zone, not an AWS region`,
		guess: `Did you mean ${parent}, to which it belongs? `
	};
	const near = isKnownRegion(plain) ? plain : nearestRegion(plain);
	return {
		what: `"${shown$1(region)}" is not an AWS region`,
		guess: near === void 0 ? "" : `Did you mean ${near}? `
	};
}
/** Regions by the places in AWS's own names for them, and by the location constraints of old S3 buckets. */
const PLACES$1 = {
	bahrain: "me-south-1",
	beijing: "cn-north-1",
	california: "us-west-1",
	canada: "ca-central-1",
	"cape-town": "af-south-1",
	eu: "eu-west-1",
	frankfurt: "eu-central-1",
	"hong-kong": "ap-east-1",
	ireland: "eu-west-1",
	jakarta: "ap-southeast-3",
	london: "eu-west-2",
	milan: "eu-south-1",
	mumbai: "ap-south-1",
	ningxia: "cn-northwest-1",
	ohio: "us-east-2",
	oregon: "us-west-2",
	osaka: "ap-northeast-3",
	paris: "eu-west-3",
	"sao-paulo": "sa-east-1",
	seoul: "ap-northeast-2",
	singapore: "ap-southeast-1",
	spain: "eu-south-2",
	stockholm: "eu-north-1",
	sydney: "ap-southeast-2",
	tokyo: "ap-northeast-1",
	"us-standard": "us-east-1",
	virginia: "us-east-1",
	zurich: "eu-central-2"
};
/** The region that a text names in another way: with words around it, by its place, or by its beginning. */
function namedRegion(text) {
	const within = text.split(/[^a-z0-9-]+/).filter((one) => isKnownRegion(one));
	if (within.length === 1) return within[0];
	const place = Object.keys(PLACES$1).find((one) => one === "eu" ? text === one : text.includes(one));
	if (place !== void 0) return PLACES$1[place];
	return /^[a-z]+-[a-z]+$/.test(text) ? ALL.find((one) => one.startsWith(`${text}-`)) : void 0;
}
/** A number that was left out is mostly 1; else the name with the fewest edits counts. */
function nearestRegion(text) {
	const named = namedRegion(text.slice(0, 200));
	if (named !== void 0 && !isKnownRegion(`${text}-1`)) return named;
	const numbered = `${text.replace(/-?(\d*)$/, "")}-${/(\d)$/.exec(text)?.[1] ?? "1"}`;
	if (isKnownRegion(numbered)) return numbered;
	return nearestName(numbered, ALL);
}
function shown$1(region) {
	return region.length <= 60 ? region : `${region.slice(0, 60)}…`;
}
function refused(what, guess) {
	return new ConfigurationError({
		what,
		fix: `${guess}Set the input region (or aws-region), or AWS_REGION in env: (aws-actions/configure-aws-credentials does it), to one like us-east-1.`
	});
}

// packages/domain/lib/console.js
/** Host of the AWS console of a partition. */
const HOSTS = {
	aws: "console.aws.amazon.com",
	"aws-cn": "console.amazonaws.cn",
	"aws-us-gov": "console.amazonaws-us-gov.com",
	"aws-eusc": "console.amazonaws-eusc.eu"
};
/** Whether an address leads to the AWS console. */
function isConsole(url) {
	const host = URL.canParse(url) ? new URL(url).host : "";
	return Object.values(HOSTS).some((console) => host === console || host.endsWith(`.${console}`));
}
/** The only place that builds console links, for every partition. */
function consoleLink(region, page) {
	const base = `https://${region}.${HOSTS[partitionOf(region)] ?? "console.aws.amazon.com"}`;
	const encode = encodeURIComponent;
	switch (page.kind) {
		case "deployment": return `${base}/codesuite/codedeploy/deployments/${encode(page.id)}?region=${region}`;
		case "service": return `${base}/ecs/v2/clusters/${encode(page.cluster)}/services/${encode(page.service)}/health?region=${region}`;
		case "serviceDeployment": return `${base}/ecs/v2/clusters/${encode(page.cluster)}/services/${encode(page.service)}/deployments/${encode(page.id)}?region=${region}`;
		case "task": return `${base}/ecs/v2/clusters/${encode(page.cluster)}/tasks/${encode(page.taskId)}?region=${region}`;
		case "taskDefinition": return `${base}/ecs/v2/task-definitions/${encode(page.family)}/${encode(page.revision)}?region=${region}`;
		case "targetGroup": return `${base}/ec2/home?region=${region}#TargetGroup:targetGroupArn=${page.arn}`;
		case "logStream": return `${base}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice$1(page.group)}/log-events/${twice$1(page.stream)}`;
		case "logGroup": return `${base}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice$1(page.group)}`;
		case "stack": return `${base}/cloudformation/home?region=${region}#/stacks/stackinfo?stackId=${encode(page.id)}`;
		case "repository": return `${base}/ecr/repositories/private/${page.account}/${page.name}?region=${region}`;
		case "cluster": return `${base}/ecs/v2/clusters/${encode(page.cluster)}/services?region=${region}`;
		case "deploymentGroup": return `${base}/codesuite/codedeploy/applications/${encode(page.application)}/deployment-groups/${encode(page.group)}?region=${region}`;
		case "deploymentApplications": return `${base}/codesuite/codedeploy/applications?region=${region}`;
		case "loadBalancer": return `${base}/ec2/home?region=${region}#LoadBalancer:loadBalancerArn=${page.arn};tab=listeners`;
		case "role": return `${base}/iam/home?region=${region}#/roles/details/${encode(page.name)}?section=permissions`;
		case "subnets": return `${base}/vpcconsole/home?region=${region}#subnets:`;
		case "securityGroup": return `${base}/ec2/home?region=${region}#SecurityGroup:groupId=${page.id}`;
		case "alarm": return `${base}/cloudwatch/home?region=${region}#alarmsV2:alarm/${encode(page.name)}`;
	}
}
function twice$1(name) {
	return encodeURIComponent(encodeURIComponent(name)).replaceAll("%", "$");
}

// packages/github/lib/duration.js
/** `02:05`; minutes are not capped, so that two hours read `120:00`. */
function formatClock(seconds) {
	const whole = Math.max(0, Math.floor(seconds));
	return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}
/** `0.4 s`, `12 s`, `3 min 20 s`. */
function formatDuration(seconds) {
	if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

// packages/github/lib/markdown.js
/** Text from outside as plain words of a Markdown document: no markup, no HTML, no link, no new line. */
function plain(text) {
	return inOneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[\\`*_[\]|~$#@]/g, (character) => `\\${character}`);
}
/** Text as inline code; fit for a cell of a table. */
function inlineCode(text) {
	const line = text.replaceAll(/[\r\n]+/g, " ");
	if (line.trim() === "") return "";
	const fence = "`".repeat(longestRun(line) + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${fence}${pad}${line.replaceAll("|", "\\|")}${pad}${fence}`;
}
/** A fenced block whose fence is longer than any in the text. */
function codeBlock(text, language) {
	const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
	return `${fence}${language}\n${withoutLastEnds(text)}\n${fence}`;
}
/** A table; cells are Markdown already. */
function table(header, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(header),
		line(header.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
/** A part that is folded until a reader opens it; `title` is plain text, `body` is Markdown. */
function folded(title, body) {
	return `<details><summary>${title.replaceAll(/[\r\n]+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</summary>\n\n${body}\n\n</details>`;
}
/** A link; an address that is not http(s) is shown as text. */
function link(label, address) {
	if (!/^https?:\/\//.test(address)) return plain(address);
	const encoded = address.replaceAll(/[\s<>()|]/g, (character) => encodeURIComponent(character));
	return `[${plain(label)}](${encoded.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}
function withoutLastEnds(text) {
	let end = text.length;
	while (text[end - 1] === "\n") end--;
	return text.slice(0, end);
}
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

// packages/domain/lib/identity/arn.js
const PATTERN$1 = /^arn:(aws[\w-]*):([\w-]+):([\w-]*):(\d{12}|):(.+)$/;
function parseArn(text) {
	const [, partition, service, region, account, resource] = PATTERN$1.exec(text) ?? [];
	if (partition === void 0 || service === void 0 || resource === void 0) return void 0;
	return {
		partition,
		service,
		region: region ?? "",
		account: account ?? "",
		resource
	};
}
/** The last segment of a resource: a task's id, a service's or cluster's name. */
function lastSegment(arn) {
	return arn.slice(Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":")) + 1);
}

// packages/domain/lib/task/revision.js
/** From `arn:…:task-definition/family:7` or `family:7`. */
function parseRevision(text) {
	const resource = parseArn(text)?.resource ?? `task-definition/${text}`;
	const [, family, number] = /^task-definition\/([A-Za-z0-9_-]{1,255}):(\d+)$/.exec(resource) ?? [];
	return family === void 0 ? void 0 : {
		family,
		number: Number(number)
	};
}
/** `family:7`, or the text itself when it names no revision. */
function formatRevision(arn) {
	const revision = parseRevision(arn);
	return revision === void 0 ? arn : `${revision.family}:${revision.number}`;
}

// packages/github/lib/describe-event.js
/** An event as one line; undefined for those that are more than a line, or none. */
function describeEvent(event) {
	switch (event.type) {
		case "group.started":
		case "group.ended":
		case "warning":
		case "document":
		case "version.known":
		case "page.known": return;
		case "step.started": return {
			text: event.step,
			milestone: true
		};
		case "note": return {
			text: event.text,
			subject: "note"
		};
		case "command.started": return { text: `$ ${[event.file, ...event.args].map(quote).join(" ")}` };
		case "image.built": return {
			text: `Image built in ${formatDuration(event.seconds)}: ${event.digest}`,
			milestone: true
		};
		case "image.pushed": return {
			text: `${event.existed ? "Image was there already" : "Image pushed"}: ${event.reference} (${event.digest})`,
			milestone: true
		};
		case "blob.uploaded": return { text: `Layer ${event.digest.slice(7, 19)}: ${event.existed ? "was there already" : `${formatBytes(event.bytes)} uploaded`}` };
		case "revision.registered": return {
			text: `${event.changed ? "Registered" : "Nothing changed, still"} ${formatRevision(event.arn)}`,
			milestone: true
		};
		case "task.started": return {
			text: `Task ${lastSegment(event.arn)} started`,
			milestone: true
		};
		case "task.changed": return {
			text: `Task ${lastSegment(event.arn)}: ${event.status}`,
			subject: event.arn
		};
		case "task.stopped": {
			const code = event.exitCode === void 0 ? "" : ` with exit code ${event.exitCode}`;
			const reason = event.reason === void 0 ? "" : `: ${event.reason}`;
			return {
				text: `Task ${lastSegment(event.arn)} stopped${code}${reason}`,
				subject: event.arn,
				milestone: true
			};
		}
		case "log.line": return { text: `${event.source} | ${event.text}` };
		case "deployment.created": return {
			text: `Deployment ${event.id} of ${formatRevision(event.revision)}`,
			link: event.link,
			milestone: true
		};
		case "deployment.status": return {
			text: `${event.back === true ? "Rollback by deployment" : "Deployment"} ${event.id}: ${event.status}`,
			subject: event.id,
			milestone: true
		};
		case "phase.changed": {
			const took = event.seconds === void 0 ? "" : ` (${formatDuration(event.seconds)})`;
			return {
				text: `${event.stage}: ${event.status}${took}`,
				subject: `${event.id} ${event.stage}`,
				milestone: true
			};
		}
		case "traffic.shifted": return {
			text: `Traffic: ${event.percent} % goes to the new revision`,
			subject: `${event.id} traffic`,
			milestone: true
		};
		case "tasks.counted": return {
			text: `${event.label}: ${event.running} of ${event.desired} tasks run${event.failed === 0 ? "" : `, ${event.failed} failed`}`,
			subject: `tasks ${event.label}`
		};
		case "service.event": return {
			text: `ECS: ${event.text}`,
			subject: `service ${event.at} ${event.text}`
		};
		case "target.health": return {
			text: `${targetGroupName(event.targetGroup)}: ${event.healthy} of ${event.wanted} targets healthy${describeTargets(event.targets)}`,
			subject: event.targetGroup
		};
		case "probe.answered": return { text: `GET ${event.url}: ${event.status === 0 ? "no answer" : event.status} after ${Math.round(event.milliseconds)} ms` };
		case "stack.event": {
			const reason = event.reason === void 0 ? "" : `: ${event.reason}`;
			return {
				text: `${event.status} ${event.resourceType} ${event.resource}${reason}`,
				subject: `stack ${event.resource}`
			};
		}
		case "still.waiting": return {
			text: `Still waiting for ${event.what} (${formatClock(event.seconds)} of ${formatClock(event.budgetSeconds)})`,
			subject: `waiting ${event.what}`
		};
	}
}
/** `name` of `arn:…:targetgroup/name/0123456789abcdef`, else the text itself. */
function targetGroupName(text) {
	return /targetgroup\/([^/]+)\//.exec(text)?.[1] ?? text;
}
/** The targets that are not healthy, three at most. */
function describeTargets(targets) {
	const ill = targets.filter(({ state }) => state !== "healthy");
	if (ill.length === 0) return "";
	return ` (${[...ill.slice(0, 3).map(({ id, port, state, reason }) => [
		`${id}:${port}`,
		state,
		reason
	].filter((part) => part !== void 0).join(" ")), ...ill.length > 3 ? [`${ill.length - 3} more`] : []].join(", ")})`;
}
function formatBytes(bytes) {
	if (bytes < 1e3) return `${bytes} B`;
	if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
/** As one would type it into a shell. */
function quote(argument) {
	return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

// packages/github/lib/timeline.js
/**
* The milestones of a run in their order. What is told again with a new state (a stage of a deployment, a deployment) keeps
* its row; a stage of the pipeline lasts until the next one.
*/
function timeline(events, startedAt, endedAt) {
	const drafts = [];
	const bySubject = /* @__PURE__ */ new Map();
	for (const event of events.slice(events[0]?.type === "step.started" ? 1 : 0)) {
		const description = describeEvent(event);
		if (description?.milestone !== true) continue;
		const known = event.type === "phase.changed" ? bySubject.get(description.subject ?? "") : void 0;
		const draft = known ?? {
			at: event.at,
			text: "",
			link: description.link,
			opensStage: event.type === "step.started"
		};
		draft.text = event.type === "phase.changed" ? `${event.stage}: ${event.status}` : description.text;
		if ("seconds" in event) draft.tookSeconds = event.seconds;
		if (known !== void 0) continue;
		if (description.subject !== void 0) {
			if (drafts.some(({ text }) => text === draft.text)) continue;
			bySubject.set(description.subject, draft);
		}
		drafts.push(draft);
	}
	const stages = drafts.filter(({ opensStage }) => opensStage);
	for (const [index, stage] of stages.entries()) stage.tookSeconds = ((stages[index + 1]?.at ?? endedAt) - stage.at) / 1e3;
	return drafts.map(({ at, link, text, tookSeconds }) => ({
		seconds: (at - startedAt) / 1e3,
		text,
		...link === void 0 ? {} : { link },
		...tookSeconds === void 0 ? {} : { tookSeconds }
	}));
}

// packages/github/lib/summary/charts.js
/** Bars shorter than this share of the whole can hardly be seen. */
const SHORTEST = .03;
/** Mermaid draws a row a bar. */
const MOST_BARS = 16;
/** Points of the line of the traffic. */
const POINTS = 24;
/**
* Durations as a Gantt chart for Mermaid: stages, life cycle events of deployments, tasks. The axis tells real
* times, which a browser shows in its own time zone. Nothing where a chart would have fewer than two bars.
*/
function ganttChart(events, startedAt, endedAt, failedStage) {
	const whole = endedAt - startedAt;
	const stages = stageBars(events, endedAt, failedStage);
	const bars = [
		...stages,
		...stages.length > 0 ? [] : taskBars(events, endedAt),
		...lifecycleBars(events, endedAt)
	].filter(({ from, to, failed, section }) => section === "Stages" || failed || to - from >= whole * SHORTEST);
	if (bars.length < 2 || whole < 1e3) return void 0;
	const lines = [];
	let section = "";
	for (const bar of bars.slice(0, MOST_BARS)) {
		if (bar.section !== section) lines.push(`  section ${bar.section}`);
		({section} = bar);
		const length = Math.max(bar.to - bar.from, Math.round(whole / 100));
		lines.push(`  ${bar.name} ${formatDuration(bar.seconds)} :${bar.failed ? "crit" : "done"}, ${Math.round(bar.from)}, ${Math.round(bar.from + length)}`);
	}
	return [
		"%%{init: {\"gantt\": {\"topPadding\": 40, \"leftPadding\": 80, \"rightPadding\": 30}}}%%",
		"gantt",
		"  accTitle: What took how long",
		"  dateFormat x",
		`  axisFormat ${whole < 3e5 ? "%H:%M:%S" : "%H:%M"}`,
		...ticks(whole),
		...lines
	].join("\n");
}
/** Few enough marks for a narrow screen. */
function ticks(whole) {
	const seconds = [
		1,
		2,
		5,
		10,
		15,
		30,
		60,
		120,
		300,
		600,
		900,
		1800,
		3600,
		7200,
		14400
	].find((step) => whole / 1e3 / step <= 3) ?? 28800;
	return [`  tickInterval ${seconds % 3600 === 0 ? `${seconds / 3600}hour` : seconds % 60 === 0 ? `${seconds / 60}minute` : `${seconds}second`}`];
}
/** Short names of stages and life cycle events: on a narrow screen a long one hides the others. */
const NAMES$1 = {
	"build-push-ecr": "build",
	"register-taskdef": "register",
	"run-migration-task": "migrate",
	"blue-green-codedeploy": "deploy",
	"deploy-service": "deploy",
	"verify-target-health": "verify",
	AllowTraffic: "shift",
	Install: "install"
};
/** The stages of a pipeline; each lasts until the next one. The first `step.started` is the action itself. */
function stageBars(events, endedAt, failedStage) {
	const starts = events.slice(events[0]?.type === "step.started" ? 1 : 0).flatMap((event) => event.type === "step.started" ? [event] : []);
	return starts.map(({ at, step }, index) => {
		const to = starts[index + 1]?.at ?? endedAt;
		return {
			section: "Stages",
			name: NAMES$1[step] ?? step,
			from: at,
			to,
			seconds: (to - at) / 1e3,
			failed: step === failedStage
		};
	});
}
function taskBars(events, endedAt) {
	const starts = events.flatMap((event) => event.type === "task.started" ? [event] : []);
	return starts.map(({ arn, at }, index) => {
		const end = events.find((event) => event.type === "task.stopped" && event.arn === arn);
		const to = end?.at ?? endedAt;
		const failed = end?.type === "task.stopped" && end.exitCode !== 0;
		return {
			section: "Task",
			name: starts.length === 1 ? "task" : `task ${index + 1}`,
			from: at,
			to,
			seconds: (to - at) / 1e3,
			failed
		};
	});
}
function lifecycleBars(events, endedAt) {
	const bars = /* @__PURE__ */ new Map();
	let before = /* @__PURE__ */ new Map();
	for (const event of events) {
		if (event.type === "deployment.created") before.set(event.id, event.at);
		if (event.type !== "phase.changed") continue;
		const key = `${event.id} ${event.stage}`;
		const isOver = event.status !== "InProgress" && event.status !== "Pending";
		const from = bars.get(key)?.from ?? (isOver ? before.get(event.id) ?? event.at : event.at);
		if (event.status === "Skipped" || event.status === "Pending") continue;
		bars.set(key, {
			name: NAMES$1[event.stage] ?? event.stage,
			from,
			to: isOver ? event.at : void 0,
			seconds: event.seconds,
			failed: event.status === "Failed"
		});
		if (isOver) before = new Map(before).set(event.id, event.at);
	}
	return [...bars.values()].map(({ to = endedAt, seconds, ...bar }) => ({
		...bar,
		section: "Deployment",
		to,
		seconds: seconds ?? (to - bar.from) / 1e3
	}));
}
/**
* The share of the traffic that the new revision got over time, as a line chart for Mermaid. Nothing for traffic that
* moved at once, or not at all: a sentence says that.
*/
function trafficChart(events, endedAt) {
	const created = events.findLast((event) => event.type === "deployment.created");
	if (created?.type !== "deployment.created") return void 0;
	const shifts = events.flatMap((event) => event.type === "traffic.shifted" && event.id === created.id ? [{
		at: event.at,
		percent: event.percent
	}] : []);
	if (!shifts.some(({ percent }) => percent > 0 && percent < 100)) return void 0;
	const start = created.at;
	const whole = endedAt - start;
	const line = Array.from({ length: 25 }, (_, point) => {
		const at = start + whole * point / POINTS;
		return shifts.findLast((shift) => shift.at <= at)?.percent ?? 0;
	});
	const isLong = whole >= 3e5;
	const length = Math.round(whole / (isLong ? 6e3 : 100)) / 10;
	return [
		"%%{init: {\"xyChart\": {\"height\": 300}, \"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"#2da44e\"}}}}%%",
		"xychart-beta",
		`  title "${`Percent of the traffic that ${formatRevision(created.revision).replaceAll(/[^\w:-]/g, "")} gets`}"`,
		`  x-axis "${isLong ? "minutes" : "seconds"} since the deployment began" 0 --> ${length}`,
		"  y-axis \"%\" 0 --> 100",
		`  line [${line.join(", ")}]`
	].join("\n");
}

// packages/github/lib/summary/sections.js
/** Maximum characters of one document: GitHub limits a summary, and a long document must not displace the rest. */
const DOCUMENT_LIMIT = 1e5;
/** A section as Markdown. */
function renderSection(section) {
	switch (section.kind) {
		case "table": {
			const text = table(section.header.map(plain), section.rows.map((row) => row.map(plain)));
			return section.folded === true ? folded(section.title, text) : `### ${plain(section.title)}\n\n${text}`;
		}
		case "code": return folded(section.title, codeBlock(cut$2(section.text), section.language));
		case "facts": return [...section.title === void 0 ? [] : [`### ${plain(section.title)}`], table(["", ""], section.facts.map(([name, value]) => [`**${plain(name)}**`, renderValue(value)]))].join("\n\n");
		case "stages": return renderStages(section.stages);
	}
}
/**
* The stages as a list, which a narrow screen wraps (a table would not). Below it their details, folded except for a failed
* stage.
*/
function renderStages(stages) {
	const overview = stages.map(({ headline, kind, name, seconds }) => `- ${icon(kind)} **${plain(name)}** (${formatDuration(seconds)}): ${plain(isFine(kind) ? headline : firstSentence(headline)[0])}`);
	const details = stages.flatMap(({ kind, name, sections }) => {
		if (sections.length === 0) return [];
		if (isFine(kind) && sections.every((one) => one.kind === "code")) return sections.map((one) => renderSection({
			...one,
			title: `${name}: ${one.title}`
		}));
		const text = sections.map(renderSection).join("\n\n");
		return [isFine(kind) ? folded(`Details of ${name}`, text) : `### ${plain(name)}\n\n${text.replaceAll(/^### /gm, "#### ")}`];
	});
	return [`### Stages\n\n${overview.join("\n")}`, ...details].join("\n\n");
}
function isFine(kind) {
	return kind === "succeeded" || kind === "unchanged";
}
/** The first sentence of a text and the rest, which is empty for one sentence. */
function firstSentence(text) {
	const [, first, rest] = /^([^]{20,}?[.!?])\s+(?=[^a-z\s])([^]+)$/.exec(text) ?? [];
	return first === void 0 || rest === void 0 ? [text, ""] : [first, rest];
}
function icon(kind) {
	switch (kind) {
		case "succeeded": return "✅";
		case "unchanged": return "☑️";
		case "rolledBack": return "↩️";
		case "failed": return "❌";
		case "timedOut": return "⏱️";
		case "cancelled": return "🚫";
	}
}
/** Renders an http(s) URL as a link, one word with `:`, `/`, `_` or a digit as code, and anything else as text. */
function renderValue(value) {
	if (URL.canParse(value) && /^https?:\/\/\S+$/.test(value)) return link(/\bconsole\.(aws\.)?amazon/.test(new URL(value).host) ? "Open the console" : value, value);
	return /^\S*[:/\d_]\S*$/.test(value) ? inlineCode(value) : plain(value);
}
/** Titles of everything that the sections show, those of stages included. */
function titlesOf(sections) {
	return sections.flatMap((section) => section.kind === "stages" ? section.stages.flatMap(({ sections: inner }) => titlesOf(inner)) : section.title === void 0 ? [] : [section.title]);
}
/** The text, cut after DOCUMENT_LIMIT characters with a last line that counts what is missing. */
function cut$2(text) {
	return text.length <= DOCUMENT_LIMIT ? text : `${text.slice(0, DOCUMENT_LIMIT)}\n… (${text.length - DOCUMENT_LIMIT} characters more)`;
}

// packages/domain/lib/image/digest.js
const PATTERN = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
	return PATTERN.test(text);
}

// packages/domain/lib/image/reference.js
const NAME$2 = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const ECR_HOST = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws)$/;
/** Whether ECR takes the text as a repository's name: 2 to 256 characters, lower case. */
function isRepositoryName(text) {
	return text.length >= 2 && text.length <= 256 && NAME$2.test(text);
}
function isTag(text) {
	return TAG.test(text);
}
/**
* From `name` or `host/name`; undefined when it is neither, or has a tag, a digest or a scheme. ECR's names may have dots
* where Docker would see a host: only a host of ECR or of this machine is taken for one.
*/
function parseRepository(text) {
	const reference = parseImageReference(text);
	if (reference === void 0 || reference.tag !== void 0 || reference.digest !== void 0) return void 0;
	const { host = "" } = reference;
	const isHost = reference.account !== void 0 || /^(?:localhost|\d+(?:\.\d+){3})$|:/.test(host);
	return host === "" || isHost || !isRepositoryName(text) ? reference : { name: text };
}
/** As Docker reads it. */
function parseImageReference(text) {
	const [path = "", digest, ...more] = text.split("@");
	if (more.length > 0 || digest !== void 0 && !isDigest(digest)) return void 0;
	const slash = path.indexOf("/");
	const head = slash === -1 ? "" : path.slice(0, slash);
	const host = /[.:]/.test(head) || head === "localhost" ? head : void 0;
	if (host !== void 0 && !/^(?:[\w.-]+|\[[\da-fA-F:]+\])(?::\d+)?$/.test(host)) return void 0;
	const rest = host === void 0 ? path : path.slice(slash + 1);
	const colon = rest.lastIndexOf(":");
	const name = colon === -1 ? rest : rest.slice(0, colon);
	const tag = colon === -1 ? void 0 : rest.slice(colon + 1);
	if (!isRepositoryName(name) || tag !== void 0 && !isTag(tag)) return void 0;
	const [, account, region] = ECR_HOST.exec(host ?? "") ?? [];
	return {
		name,
		...host === void 0 ? {} : { host },
		...account === void 0 ? {} : { account },
		...region === void 0 ? {} : { region },
		...tag === void 0 ? {} : { tag },
		...digest === void 0 ? {} : { digest }
	};
}

// packages/github/lib/summary/versions.js
/** Later events complete earlier ones of the same role; a fact of another revision is not mixed in. */
function versionsOf(events) {
	const known = {
		before: {},
		after: {}
	};
	for (const event of events) {
		if (event.type !== "version.known") continue;
		const { role, revision, image, commit } = event;
		const old = known[role];
		const same = revision === void 0 || old.revision === void 0 || old.revision === revision;
		known[role] = {
			revision: revision ?? old.revision,
			image: image ?? (same ? old.image : void 0),
			commit: commit ?? (same ? old.commit : void 0)
		};
	}
	return known;
}
/**
* Revision, image and commit before and after, as a table; the one version that serves where nothing changed.
* @param arrived whether users have the version behind it; else it was tried only
*/
function renderVersions({ after, before }, events, run, arrived) {
	if (after.revision === void 0) return [];
	const tags = tagsOf(events);
	const repositories = [before, after].map(({ image }) => image === void 0 ? void 0 : repositoryOf(image));
	const isNamed = repositories[0] !== repositories[1];
	const column = (version) => [
		version.revision === void 0 ? "" : inlineCode(formatRevision(version.revision)),
		version.image === void 0 ? "" : imageCell(version.image, tags, isNamed),
		version.commit === void 0 ? "" : commitCell(version.commit, run)
	];
	const names = [
		"Revision",
		"Image",
		"Commit"
	];
	const isSame = before.revision === after.revision;
	const columns = before.revision === void 0 || isSame ? [column(after)] : [column(before), column(after)];
	const rows = names.map((name, row) => [`**${name}**`, ...columns.map((cells) => cells[row] ?? "")]).filter((cells) => cells.slice(1).some(Boolean));
	const titles = columns.length === 2 ? ["Before", arrived ? "After" : "Tried"] : [isSame ? "Serves" : "Version"];
	return [table(["", ...titles], rows)];
}
/** Links to what a reader opens next, in one line. */
function renderLinks({ after, before }, events, run, isRollback) {
	const pages = /* @__PURE__ */ new Map();
	for (const event of events) {
		if (event.type === "page.known") pages.set(LABELS[event.page], event.url);
		if (event.type === "deployment.created" && event.link !== "") pages.set(`Deployment ${event.id}`, event.link);
	}
	const order = [
		"Application",
		"Service",
		"Deployment",
		"Stack",
		"Task definition",
		"Logs"
	];
	const place = (label) => order.findIndex((word) => label.startsWith(word));
	const links = [...pages].toSorted(([a], [b]) => place(a) - place(b));
	const url = run?.repositoryUrl;
	if (url !== void 0 && before.commit !== void 0 && after.commit !== void 0 && before.commit !== after.commit) {
		const [from, to] = isRollback ? [after.commit, before.commit] : [before.commit, after.commit];
		links.push([isRollback ? "Commits taken back" : "Commits", `${url}/compare/${from}...${to}`]);
	}
	if (run !== void 0 && run.runUrl !== "") links.push(["Run", run.runUrl]);
	return links.length === 0 ? [] : [links.map(([label, address]) => link(label, address)).join(" · ")];
}
const LABELS = {
	application: "Application",
	service: "Service",
	logs: "Logs",
	stack: "Stack",
	"task definition": "Task definition"
};
/** The tag under which each digest was pushed. */
function tagsOf(events) {
	return new Map(events.flatMap((event) => {
		if (event.type !== "image.pushed") return [];
		const [, tag] = /:([\w][\w.-]*)$/.exec(event.reference.split("/").at(-1) ?? "") ?? [];
		return tag === void 0 || event.reference.includes("@") ? [] : [[event.digest, tag]];
	}));
}
/**
* `shop:v2` and the start of its digest: the registry and 64 digits would fill the table.
* @param isNamed whether the repository is told; where both versions have the same, its name says nothing
*/
function imageCell(image, tags, isNamed) {
	const reference = parseImageReference(image);
	if (reference === void 0) return inlineCode(image.split("/").at(-1) ?? image);
	const { digest, name, tag: written } = reference;
	const repository = name.split("/").at(-1);
	const tag = written ?? (digest === void 0 ? void 0 : tags.get(digest));
	const isAlone = tag === void 0 && digest === void 0;
	const short = digest?.replace("sha256:", "").slice(0, 7);
	return [isNamed || isAlone ? [repository, tag].filter(Boolean).join(":") : tag, short].flatMap((text) => text === void 0 ? [] : [inlineCode(text)]).join(" ");
}
/** `host/team/app`; of an image that is no reference, its text. */
function repositoryOf(image) {
	const reference = parseImageReference(image);
	return reference === void 0 ? image : [reference.host, reference.name].filter(Boolean).join("/");
}
function commitCell(commit, run) {
	const short = commit.slice(0, 7);
	const url = run?.repositoryUrl;
	const shown = url === void 0 ? inlineCode(short) : link(short, `${url}/commit/${commit}`);
	const title = run?.commit === commit ? run.commitTitle : void 0;
	return title === void 0 ? shown : `${shown} ${plain(title)}`;
}

// packages/github/lib/summary/summary.js
/** GitHub refuses a step's summary above 1 MiB. */
const SUMMARY_BYTES = 9e5;
/**
* The job summary of one step as Markdown; everything from outside is encoded. Order: verdict, root cause and what to do,
* the versions with links, pictures, the step's own sections, warnings; what few readers need is folded.
*/
function renderSummary({ endedAt, events, outcome, run, startedAt, step }) {
	const sections = withoutQuoted(outcome.summary ?? [], "findings" in outcome ? outcome.findings ?? [] : []);
	const versions = versionsOf(events);
	const [verdict, rest] = firstSentence(shortened(outcome.what));
	const isRollback = step === "rollback";
	const parts = [
		`## ${icon(outcome.kind)} ${plain(verdict)}`,
		...rest === "" ? [] : [plain(rest)],
		`${inlineCode(step)} ${words(outcome.kind)} after ${formatDuration((endedAt - startedAt) / 1e3)}.`,
		..."fix" in outcome ? renderTrouble(outcome, titleOf$1(step)) : "findings" in outcome && outcome.findings !== void 0 ? renderCause(outcome.findings, {
			what: outcome.what,
			fix: ""
		}, titleOf$1(step)) : [],
		...renderVersions(versions, events, run, isSuccess(outcome)),
		...renderLinks(versions, events, run, isRollback),
		...[ganttChart(events, startedAt, endedAt, failedStage(sections)), trafficChart(events, endedAt)].flatMap((chart) => chart === void 0 ? [] : [codeBlock(chart, "mermaid")]),
		...sections.map(renderSection),
		...renderWarnings(events),
		...renderTimeline(events, startedAt, endedAt),
		...renderDocuments(events, sections)
	];
	let room = SUMMARY_BYTES;
	return parts.filter((part) => {
		const bytes = Buffer.byteLength(part) + 2;
		if (bytes > room) return false;
		room -= bytes;
		return true;
	}).map((part) => `${part}\n\n`).join("");
}
/** The sections without the log lines that a finding quotes word for word. */
function withoutQuoted(sections, findings) {
	const quoted = new Set(findings.map(({ evidence }) => evidence.join("\n").trim()));
	return sections.flatMap((section) => {
		if (section.kind === "code") return quoted.has(section.text.trim()) ? [] : [section];
		if (section.kind !== "stages") return [section];
		return [{
			kind: "stages",
			stages: section.stages.map((stage) => ({
				...stage,
				sections: withoutQuoted(stage.sections, findings)
			}))
		}];
	});
}
/** The root cause with its evidence, and what to do; a sentence that the outcome says itself is not repeated. */
function renderTrouble(outcome, title) {
	const { findings, link: address, fix } = outcome;
	return [...renderCause(findings, outcome, title), `**What now:** ${plain(fix)}${address === void 0 ? "" : ` ${link("Open the console", address)}`}`];
}
/** Heading of the cause: a diagnosis tells of the present, every other step of its own failure. */
function titleOf$1(step) {
	return step === "diagnose" ? "Findings" : "What went wrong";
}
/** The findings, the root cause under a heading of its own. */
function renderCause(findings, told, title) {
	const cause = rootCauseOf(findings);
	return cause === void 0 ? findings.map((finding) => renderFinding(finding, told)).filter(Boolean) : renderRoot(cause, told, title);
}
/** The root cause, its evidence and its fix; below them, folded, AWS's own sentences and whatever else was found. */
function renderRoot({ evidence, inFull, others, root }, told, title) {
	return [
		`### ${title}`,
		renderFinding({
			...root,
			evidence
		}, told),
		...inFull.length === 0 ? [] : [folded("In the words of AWS", codeBlock(inFull.join("\n"), "text"))],
		...others.length === 0 ? [] : [folded(others.length === 1 ? "1 more finding" : `${others.length} more findings`, others.map((finding) => renderFinding(finding, told)).join("\n\n"))]
	].filter(Boolean);
}
function renderFinding({ what, evidence, fix, link: url }, told) {
	const documentation = url === void 0 ? "" : link(isConsole(url) ? "Open the console" : "Documentation", url);
	const proof = evidence.every((line) => what.includes(line.trim())) ? [] : evidence;
	return [
		...told.what.includes(what.replace(/\.$/, "")) ? [] : [`**Cause:** ${plain(what)}`],
		...proof.length === 0 ? [] : [codeBlock(proof.join("\n"), "text")],
		...fix !== "" && !told.fix.includes(fix) ? [`**Fix:** ${plain(fix)}${documentation === "" ? "" : ` ${documentation}`}`] : [documentation].filter(Boolean)
	].join("\n\n");
}
function failedStage(sections) {
	return sections.flatMap((section) => section.kind === "stages" ? section.stages : []).find(({ kind }) => kind !== "succeeded" && kind !== "unchanged")?.name;
}
/** A warning that several services share is shown once, behind their names. */
function renderWarnings(events) {
	const warnings = events.flatMap((event) => event.type === "warning" && event.inSections !== true ? [event] : []);
	const services = /* @__PURE__ */ new Map();
	for (const { fix, of: service, what } of warnings) {
		const text = service === void 0 ? what : what.replace(`${service}: `, "");
		const key = `${plain(text)}${fix === void 0 ? "" : ` ${plain(fix)}`}`;
		services.set(key, (services.get(key) ?? /* @__PURE__ */ new Set()).add(service ?? ""));
	}
	return [...services].map(([text, names]) => {
		const of = [...names].filter((name) => name !== "");
		return `> ⚠️ ${of.length === 0 ? "" : `${plain(of.join(", "))}: `}${text}`;
	});
}
function renderTimeline(events, startedAt, endedAt) {
	const rows = timeline(events, startedAt, endedAt);
	if (rows.length === 0) return [];
	return [folded("Timeline", table([
		"Time",
		"Event",
		"Took"
	], rows.map(({ link: address, seconds, text, tookSeconds }) => [
		formatClock(seconds),
		address === void 0 ? plain(text) : link(text, address),
		tookSeconds === void 0 ? "" : formatDuration(tookSeconds)
	])))];
}
/** The last text of each title; what the outcome shows already is not told twice. */
function renderDocuments(events, sections) {
	const shown = new Set(titlesOf(sections));
	return [...new Map(events.flatMap((event) => event.type === "document" && event.inSections !== true && !shown.has(event.title) ? [[event.title, event]] : [])).values()].map(({ language, text, title }) => folded(title, codeBlock(cut$2(text), language)));
}

// packages/github/lib/publish.js
/**
* Writes everything that outlives the process. What can't be written never hides the rest.
* @throws when an output could not be written
*/
async function publish(known, told, { files, language, masks }) {
	const redact = (text) => uncoloured(masks.redact(text));
	const redacted = masks.redactAll(known, redact);
	const ending = {
		...redacted,
		outcome: await inLanguage(redacted.outcome, language)
	};
	const { outcome } = ending;
	if (outcome.kind !== "succeeded" && outcome.kind !== "unchanged") annotate(told.step, outcome, ending, files.resolve("."));
	if (ending.stack !== void 0) debug(ending.stack);
	await orWarn("The report", redact, async () => {
		setOutput("report", await files.writeTemporary("report.json", reportOf(outcome, told, masks)));
	});
	if (process.env["GITHUB_STEP_SUMMARY"]) await orWarn("The job summary", redact, async () => {
		await summary.addRaw(uncoloured(masks.redactKnown(renderSummary({
			...told,
			outcome
		})))).write();
	});
	for (const [name, value] of Object.entries(outcome.outputs)) if (value !== void 0) setOutput(name, String(value));
	setOutput("outcome", kebab(outcome.kind));
	const findings = toldFindings("findings" in outcome ? outcome.findings ?? [] : [], ending.problems);
	const [root] = findings;
	if (root !== void 0) setOutput("finding", root.id);
	setOutput("findings", harmless(JSON.stringify(findings)));
	setOutput("headline", harmless(oneLine(outcome.what)).replaceAll(/\s+/g, " ").trim());
}
function reportOf(outcome, { dropped, endedAt, events, run, startedAt, step }, masks) {
	return renderReport({
		version: 1,
		step,
		outcome,
		startedAt: new Date(startedAt).toISOString(),
		endedAt: new Date(endedAt).toISOString(),
		seconds: (endedAt - startedAt) / 1e3,
		...run === void 0 ? {} : { run },
		events,
		dropped
	}, (text) => masks.redactKnown(text));
}
async function orWarn(what, redact, write) {
	try {
		await write();
	} catch (error) {
		warning(redact(`${what} could not be written: ${reasonOf$1(error)}`));
	}
}
/** `rolledBack` as users write it in `if:`, `rolled-back`. */
function kebab(kind) {
	return kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// packages/github/lib/live-log.js
/** While nothing changes, a sign of life appears this often. */
const SIGN_OF_LIFE_MS = 3e4;
/** Characters of a line that are shown. */
const LONGEST_LINE = 16e3;
/** The job's log while the step runs: a line per event with the time since the start, long texts in folded groups. */
var LiveLog = class {
	#startedAt;
	#latest = /* @__PURE__ */ new Map();
	#lastLineAt;
	#depth = 0;
	constructor(startedAt) {
		this.#startedAt = startedAt;
		this.#lastLineAt = startedAt;
	}
	write(event, at) {
		const { type } = event;
		if (type === "group.started") {
			if (this.#depth++ === 0) startGroup(harmless(oneLine(event.title)));
			else this.#line(event.title, at);
		} else if (type === "group.ended") {
			if (this.#depth > 0 && --this.#depth === 0) endGroup();
		} else if (type === "document") {
			if (this.#depth === 0) startGroup(harmless(oneLine(event.title)));
			else this.#line(event.title, at);
			for (const line of splitLines(event.text)) info(harmless(`| ${cut$1(line)}`));
			if (this.#depth === 0) endGroup();
		} else if (type === "warning") warning(visible([event.what, event.fix].filter((part) => part !== void 0).join("\n")));
		else if (type === "log.line") for (const text of splitLines(event.text)) this.#line(`${event.source} | ${cut$1(text)}`, at);
		else if (type !== "still.waiting" || at - this.#lastLineAt >= SIGN_OF_LIFE_MS) this.#news(event, at);
	}
	/** The last line of a run that ended well. */
	done(headline, at) {
		this.end();
		this.#line(`✔ ${headline}`, at);
	}
	/** Closes what a step left open when it threw. */
	end() {
		if (this.#depth > 0) endGroup();
		this.#depth = 0;
	}
	#news(event, at) {
		const description = describeEvent(event);
		if (description === void 0) return;
		const { link, subject } = description;
		const plain = link === void 0 ? description.text : `${description.text}: ${link}`;
		const text = event.type === "step.started" ? `▶ ${plain}` : plain;
		if (subject !== void 0) {
			if (this.#latest.get(subject) === text) return;
			this.#latest.set(subject, text);
		}
		this.#line(text, at);
	}
	#line(text, at) {
		this.#lastLineAt = at;
		const clock = formatClock((at - this.#startedAt) / 1e3);
		const [first = "", ...rest] = splitLines(text);
		info(harmless(`${clock}  ${cut$1(first)}`));
		for (const line of rest) info(harmless(`${" ".repeat(clock.length)}  | ${cut$1(line)}`));
	}
};
/** A line that nobody reads to its end. */
function cut$1(line) {
	return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)}… (${line.length - LONGEST_LINE} characters more)`;
}

// packages/github/lib/recorder.js
/**
* More log lines than this are counted only, so that a chatty container can't fill the memory or the disk. What else
* happens is always kept: a deployment that follows the chatter still has its timeline.
*/
const LOG_LINES = 2e4;
/** Characters of a log line that are kept. */
const LOG_LINE = 16e3;
/**
* Receives the stream of events: shows each at once and keeps it for the summary and for `report.json`. Secrets are
* redacted here, before an event reaches either.
*/
var Recorder = class {
	startedAt;
	events = [];
	#clock;
	#log;
	#masks;
	#keys = /* @__PURE__ */ new Map();
	#showLogs;
	#lines = 0;
	/** Also told of each event, redacted. */
	listener;
	/** Events that did not fit, and log lines that were not to be shown. */
	dropped = 0;
	constructor(clock, masks, showLogs) {
		this.#clock = clock;
		this.#masks = masks;
		this.#showLogs = showLogs;
		this.startedAt = clock.now();
		this.#log = new LiveLog(this.startedAt);
	}
	/** Amount of log lines to keep from now on. */
	set showLogs(amount) {
		this.#showLogs = amount;
	}
	report(told) {
		const at = this.#clock.now();
		if (told.type === "log.line" && this.#showLogs === "none") {
			this.dropped++;
			return;
		}
		const event = this.#redacted(told);
		if (event.type === "log.line" && ++this.#lines > LOG_LINES) this.dropped++;
		else this.events.push({
			...event,
			at
		});
		this.#log.write(event, at);
		this.listener?.(event);
	}
	/** Nothing more will happen. @param headline of a run that ended well */
	end(headline) {
		if (headline === void 0) this.#log.end();
		else this.#log.done(this.#masks.redact(headline), this.#clock.now());
	}
	/** Lines of several sources come mixed. */
	#keysOf(source) {
		const known = this.#keys.get(source) ?? new PrivateKeyLines();
		this.#keys.set(source, known);
		return known;
	}
	#redacted(event) {
		if (event.type !== "log.line") return this.#masks.redactAll(event);
		const text = this.#showLogs === "full" ? this.#masks.redactKnown(event.text) : this.#masks.redact(this.#keysOf(event.source).next(event.text));
		return {
			...event,
			text: text.length <= LOG_LINE ? text : `${text.slice(0, LOG_LINE)}…`
		};
	}
};

// packages/github/lib/run-context.js
/**
* The run as GitHub describes it in the environment (GitHub documentation, "Variables reference"). The toolkit's own context
* would load its HTTP client as well. Outside of a workflow, as in a trial on one's own machine, most of it stays empty.
*/
function readRunContext(env = process.env) {
	const repository = env["GITHUB_REPOSITORY"] || "local/workspace";
	const server = env["GITHUB_SERVER_URL"] || "https://github.com";
	const runId = count(env["GITHUB_RUN_ID"]);
	const { GITHUB_REPOSITORY_ID: repositoryId, GITHUB_REPOSITORY_OWNER_ID: ownerId, GITHUB_ACTION: step } = env;
	return {
		repository,
		...repositoryId ? { repositoryId } : {},
		...ownerId ? { ownerId } : {},
		commit: env["GITHUB_SHA"] ?? "",
		ref: env["GITHUB_REF"] ?? "",
		runId,
		runAttempt: count(env["GITHUB_RUN_ATTEMPT"]),
		job: env["GITHUB_JOB"] ?? "",
		...step ? { step } : {},
		runUrl: runId === "" ? "" : `${server}/${repository}/actions/runs/${runId}`,
		actor: env["GITHUB_ACTOR"] ?? "",
		...env["GITHUB_REPOSITORY"] ? { repositoryUrl: `${server}/${repository}` } : {},
		...titleOf(env)
	};
}
/** The number in a variable; empty when there is none. */
function count(text = "") {
	return /^\d+/.exec(text)?.[0] ?? "";
}
/** The title of the run's commit; the event of a push tells it of the newest commit. */
function titleOf({ GITHUB_EVENT_PATH: path, GITHUB_SHA: sha }) {
	if (!path) return {};
	try {
		const { head_commit: commit } = JSON.parse(readFileSync(path, "utf8"));
		if (commit?.id !== sha || typeof commit?.message !== "string") return {};
		const [title = ""] = commit.message.split("\n");
		return title === "" ? {} : { commitTitle: title };
	} catch {
		return {};
	}
}

// packages/github/lib/state.js
const PREFIX$1 = "STATE_";
/**
* Keeps a value for the `post:` entry of the same action. Written at once, so that it outlives this process.
* @throws ConfigurationError when the runner's file can't be written
*/
function remember(key, value) {
	const { GITHUB_ACTIONS: isRunner, GITHUB_STATE: path } = process.env;
	if (isRunner === "true" && !path) throw unwritable("the variable GITHUB_STATE is not set");
	try {
		saveState(key, value);
	} catch (error) {
		throw unwritable(reasonOf$1(error), error);
	}
}
function unwritable(reason, cause) {
	return new ConfigurationError({
		what: `The runner's file for saved state (GITHUB_STATE) can't be written: ${reason}. Without it post: can't undo what a killed step leaves, so the step does not go on.`,
		fix: "Check that the disk of the runner has room, and that no earlier step removed its files or changed GITHUB_STATE; then run the job again."
	}, { cause });
}
/** Values that the main entry remembered; only the `post:` entry gets them. */
function remembered(env) {
	return Object.fromEntries(Object.entries(env).filter(([key]) => key.startsWith(PREFIX$1)).map(([key, value]) => [key.slice(6), value ?? ""]));
}

// packages/domain/lib/files.js
/** Kind of a file system's entry in words, never its content: "a named pipe". */
function wordsOfKind(found) {
	if (found.isFile()) return `a file of ${found.size} bytes`;
	if (found.isFIFO()) return "a named pipe";
	if (found.isSocket()) return "a socket";
	return found.isDirectory() ? "a folder" : "a device";
}

// packages/github/lib/workspace-files.js
/** Bytes of the largest file that an input may name: CloudFormation takes 1 MB, ECS much less. */
const LARGEST = 1e7;
const PIECE = 262144;
/** Files below GITHUB_WORKSPACE (the working directory when it is unset) and RUNNER_TEMP. */
var WorkspaceFiles = class {
	#workspace;
	#temporary;
	constructor(env) {
		this.#workspace = env["GITHUB_WORKSPACE"] || process.cwd();
		this.#temporary = env["RUNNER_TEMP"] || tmpdir();
	}
	resolve(path) {
		return resolve(this.#workspace, path);
	}
	/** Whether something stands at a path of the workspace, whatever it is. */
	async exists(path) {
		return await lstat(this.resolve(path)).catch(() => void 0) !== void 0;
	}
	async read(path, input) {
		const bytes = await this.#bytes(path, input);
		try {
			return new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(bytes);
		} catch (error) {
			throw new ConfigurationError({
				what: `Input ${input}: the file "${path}" is not UTF-8 text.`,
				fix: "Save it as UTF-8; editors that show another encoding, such as UTF-16, can convert it."
			}, { cause: error });
		}
	}
	/** The content of a regular file inside of the two folders; nothing else is opened. */
	async #bytes(path, input) {
		const absolute = this.resolve(path);
		try {
			const real = await realpath(absolute);
			const found = await stat(real);
			if (found.isDirectory()) throw Object.assign(/* @__PURE__ */ new Error("a folder"), { code: "EISDIR" });
			const refuse = (message, fix) => new ConfigurationError({
				what: `Input ${input}: ${message}`,
				fix
			});
			if (!await this.#isInside(real)) throw refuse(`the file "${path}" lies outside of the workspace${real === absolute ? "" : ", where a symbolic link leads"} (${wordsOfKind(found)}).`, "Give a file of the repository, or write it below RUNNER_TEMP in a step before this one.");
			if (!found.isFile()) throw refuse(`"${path}" is no regular file, but ${wordsOfKind(found)}.`, "Give the path of a file.");
			if (found.size > LARGEST) throw refuse(`the file "${path}" has ${found.size} bytes, more than the ${LARGEST} that are read.`, "Give the file that the input is meant for.");
			return await readBytes(real);
		} catch (error) {
			if (error instanceof ConfigurationError) throw error;
			throw new ConfigurationError(unreadable(input, path, absolute, codeOf(error)), { cause: error });
		}
	}
	async #isInside(real) {
		for (const folder of [this.#workspace, this.#temporary]) {
			const root = await realpath(folder).catch(() => void 0);
			if (root !== void 0 && isBelow(real, root)) return true;
		}
		return false;
	}
	async writeTemporary(name, text) {
		const path = join(resolve(this.#temporary), `cutover-${randomUUID()}`, name);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
		return path;
	}
	async isOwnFolder(path) {
		const temporary = resolve(this.#temporary);
		if (dirname(path) !== temporary || !OWN_FOLDER.test(basename(path))) return false;
		return (await lstat(path).catch(() => void 0))?.isDirectory() === true;
	}
};
/** Names of the folders that `writeTemporary` makes. */
const OWN_FOLDER = /^cutover-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function isBelow(path, folder) {
	const way = relative(folder, path);
	return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
/** Reads no more than the limit, even of a file that grows meanwhile or says a wrong size, and never waits for a writer. */
async function readBytes(path) {
	const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const pieces = [];
		for (let size = 0; size <= LARGEST;) {
			const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE), 0, PIECE, null);
			if (bytesRead === 0) return Buffer.concat(pieces);
			pieces.push(buffer.subarray(0, bytesRead));
			size += bytesRead;
		}
		throw Object.assign(/* @__PURE__ */ new Error("too large"), { code: "EFBIG" });
	} finally {
		await file.close();
	}
}
function unreadable(input, path, absolute, code) {
	switch (code) {
		case "ENOENT":
		case "ENOTDIR": return {
			what: `Input ${input}: there is no file "${path}" (looked for ${absolute}).`,
			fix: "Correct the path; it is relative to the root of the repository. Does a step with actions/checkout run before this one?"
		};
		case "EISDIR": return {
			what: `Input ${input}: "${path}" is a folder (${absolute}), not a file.`,
			fix: "Give the path of a file."
		};
		default: return {
			what: `Input ${input}: the file "${path}" (${absolute}) can't be read: ${code}.`,
			fix: "Check the permissions of the file and of the folders above it."
		};
	}
}
function codeOf(error) {
	return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}

// packages/github/lib/run-step.js
/** Remembered when the step ended well: nothing is left for `post:` to mend. */
const ENDED$2 = "ended";
/** Inputs that the configuration file gave, as JSON: `post:` acts by the same ones, whatever became of the file. */
const CONFIGURED = "configured";
/**
* The main entry of every action: inputs in, outputs, annotations, summary, report and exit code out. Bad input ends the
* run before the world exists, so before the first AWS call. Never rejects and never ends the process by force.
*/
async function runStep(step, makeWorld, catalogue) {
	const action = new ActionRun(step);
	let run;
	action.announce();
	const ending = await action.conclude(async () => {
		const places = await action.configure(catalogue);
		const inputs = parseInputs(step.inputs, action.given, {
			foreign: foreignInputs(step.name),
			places,
			note: (text) => {
				action.note(text);
			}
		});
		run = readRunContext();
		const parts = action.parts(run);
		const world = await makeWorld(parts, action.given);
		parts.signal.throwIfAborted();
		action.tellStages(run);
		const outcome = await step.run(inputs, world);
		if (isSuccess(outcome)) remember(ENDED$2, "true");
		return outcome;
	});
	await action.publish(ending, run);
}
/**
* The post entry: undoes what a step that was killed, that threw, or that could not make production safe itself has left
* behind, or, when the main entry ended well, takes away what it left on purpose (`after`). Does nothing when the main
* entry never came to remember anything, and says nothing when nothing was left to do.
*/
async function runPost(step, makeWorld) {
	const state = remembered(process.env);
	const endedWell = state[ENDED$2] === "true";
	if (!(endedWell ? step.after !== void 0 : step.post !== void 0) || Object.keys(state).every((key) => key === CONFIGURED)) return;
	const action = new ActionRun(step);
	action.add(JSON.parse(state[CONFIGURED] ?? "{}"));
	let run;
	const ending = await action.conclude(async () => {
		run = readRunContext();
		const world = await makeWorld(action.parts(run), action.given);
		await (endedWell ? step.after?.(state, world) : step.post?.(state, world));
		return {
			kind: "succeeded",
			what: `Cleaned up after ${step.name}${endedWell ? "" : ", which did not come to its end"}`,
			outputs: {}
		};
	});
	if (action.isQuiet && isSuccess(ending.outcome)) return;
	await action.publish(ending, run);
}
/** Work that both entries share. */
var ActionRun = class {
	/** Texts of the inputs: those under `with:`, and those of the configuration file. */
	given = givenInputs(process.env);
	#step;
	#masks = new Masks();
	#recorder;
	#showLogs;
	#files = new WorkspaceFiles(process.env);
	#signal = cancellation();
	#statuses;
	constructor(step) {
		this.#step = step;
		this.#masks.addInputs(step.inputs, this.given);
		this.#showLogs = showLogsOf(step.inputs, this.given);
		this.#recorder = new Recorder(systemClock, this.#masks, this.#showLogs);
	}
	/**
	* Reads the configuration file.
	* @returns where its values stand
	*/
	async configure(catalogue) {
		const { added, given, places } = await configure(this.#step, this.given, {
			files: this.#files,
			catalogue,
			note: (text) => {
				this.note(text);
			}
		});
		if (places.size > 0) {
			remember(CONFIGURED, JSON.stringify(added));
			this.given = given;
			this.add({});
		}
		return places;
	}
	/** Takes inputs of the configuration file beside those under `with:`. */
	add(configured) {
		this.given = {
			...this.given,
			...configured
		};
		this.#showLogs = showLogsOf(this.#step.inputs, this.given);
		this.#recorder.showLogs = this.#showLogs;
	}
	parts(run) {
		return {
			clock: systemClock,
			files: this.#files,
			progress: this.#recorder,
			run,
			signal: this.#signal,
			remember,
			ancestry: async (base, head, token) => {
				return await (await Promise.resolve().then(() => ancestry_exports)).ancestry(run.repository, base, head, {
					token,
					signal: this.#signal
				});
			},
			mask: (secret) => {
				this.#masks.add(secret);
			},
			hide: (secret) => {
				this.#masks.hide(secret);
			},
			showLogs: this.#showLogs
		};
	}
	/** From now on the job's deployment on GitHub shows its stages; for actions that have a token, and deploy. */
	tellStages(run) {
		if (!("github-token" in this.#step.inputs) || this.given["dry-run"] === "true") return;
		const { environment, "github-token": token } = this.given;
		const statuses = new DeploymentStatuses({
			run,
			action: this.#step.name,
			token,
			environment
		});
		this.#recorder.listener = (event) => {
			statuses.tell(event);
		};
		this.#statuses = statuses;
	}
	/** True while nothing has happened that is worth a word. */
	get isQuiet() {
		return this.#recorder.events.length === 0;
	}
	note(text) {
		this.#recorder.report({
			type: "note",
			text
		});
	}
	announce() {
		this.#recorder.report({
			type: "step.started",
			step: this.#step.name
		});
	}
	/** The one catch: every error becomes an ending. */
	async conclude(act) {
		try {
			const outcome = await act();
			this.#recorder.end(isSuccess(outcome) && !this.isQuiet ? outcome.what : void 0);
			return {
				outcome,
				problems: []
			};
		} catch (error) {
			this.#recorder.end();
			return endingOf(error, this.#signal.aborted, defectsGoTo(process.env));
		}
	}
	async publish(ending, run) {
		process.exitCode = isSuccess(ending.outcome) ? 0 : 1;
		const { dropped, events, startedAt } = this.#recorder;
		const statusesEnded = this.#statuses?.end(this.#signal.aborted);
		try {
			await publish(ending, {
				dropped,
				events,
				startedAt,
				endedAt: systemClock.now(),
				step: this.#step.name,
				run
			}, {
				files: this.#files,
				masks: this.#masks,
				language: parseLanguage(this.given["language"])
			});
		} catch (error) {
			setFailed(this.#masks.redact(`The outputs could not be written: ${reasonOf$1(error)}`));
		}
		await statusesEnded;
	}
};
function showLogsOf(schema, given) {
	return parseShowLogs("show-logs" in schema ? given["show-logs"] : void 0);
}
/** Where a defect of this very copy of the actions is to be reported. */
function defectsGoTo(env) {
	const repository = env["GITHUB_ACTION_REPOSITORY"];
	const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
	return repository === void 0 || repository === "" ? "the repository that this action comes from" : `${server}/${repository}/issues`;
}

// packages/domain/lib/identity/home.js
/** The place that an ARN of AWS's own answer names. Take the account from `service.arn`, and no call is needed for it. */
function homeOf(arn) {
	const parsed = parseArn(arn);
	if (parsed === void 0) return void 0;
	return {
		partition: parsed.partition,
		region: parsed.region,
		account: parsed.account || void 0
	};
}
/**
* The first part in which an ARN names another place than `home`; undefined for a name, and for an ARN of this place. Parts
* that the ARN leaves empty (an IAM role has no region, a bucket no account) fit everywhere.
*/
function elsewhere(text, { partition, region, account }, parts = [
	"partition",
	"region",
	"account"
]) {
	const arn = parseArn(text);
	if (arn === void 0) return void 0;
	for (const part of parts) {
		const ours = {
			partition,
			region,
			account
		}[part];
		const theirs = arn[part];
		if (ours !== void 0 && ours !== "" && theirs !== "" && theirs !== ours) return {
			part,
			theirs,
			ours
		};
	}
}
/**
* The fault of an ARN that a user gave, judged before anything is looked up by a part of it: a name alone would find another
* resource of the same name here.
*
* Use it for every input and every member of a file that takes an ARN: first with `{ partition, region }` of `aws`, which
* costs no call; then with the account, from an ARN that AWS answered (`homeOf(service.arn)`) or, where there is none, from
* `aws.identity.caller()`. Where AWS answers a look-up by name with an ARN, compare that too (`isSameArn`): paths count.
* @param what subject of the sentence: `Input task-definition-arn`, `executionRoleArn`
*/
function misplaced(what, text, home, parts) {
	if (/^\s*arn:/i.test(text) && parseArn(text) === void 0) return {
		what: `${what}: ${quoted(text)} is no ARN, whose form is arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE with an account of 12 digits.`,
		fix: "Copy the whole ARN from the console or from an answer of AWS."
	};
	const found = elsewhere(text, home, parts);
	if (found === void 0) return void 0;
	const { ours, part, theirs } = found;
	return {
		what: `${what}: ${text} is of ${part} ${theirs}, and the credentials work in ${part} ${ours}.`,
		fix: REMEDIES[part]
	};
}
const REMEDIES = {
	partition: "Give the ARN of the partition in which the job works, or correct aws-region and the credentials.",
	region: "Give an ARN of this region, or correct aws-region.",
	account: "Give an ARN of this account, or use credentials of the account that the ARN names."
};
/** Whether a name or an ARN that a user gave is the resource whose ARN AWS answered. A name fits every ARN. */
function isSameArn(given, answered) {
	return parseArn(given) === void 0 || given === answered;
}

// packages/domain/lib/backoff.js
/**
* Pauses after attempt number `attempt` (the first is 1) for a random part of the ceiling, so that runners that failed
* together do not come back together; at least for one millisecond.
* @throws the signal's reason
*/
async function backOff(clock, attempt, { firstMs, longestMs, jitter }, signal) {
	const ceiling = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
	const part = jitter === "full" ? clock.random() : .5 + clock.random() / 2;
	await clock.sleep(Math.max(1, ceiling * part), signal);
}

// packages/domain/lib/task-definition/secretive.js
var import_dist = require_dist();
const NAMES = /pass(word|wd|phrase)?|secret|token|api[_-]?key|private|credential|auth|salt|cookie|session|signature|cert|dsn|(database|db|redis|mongo\w*|postgres\w*|mysql|amqp|smtp)[_-]?(url|uri)|connection[_-]?string|(^|[_-])key($|[_-])/i;
const VALUES = /:\/\/[^/\s:@]*:[^/\s@]+@|AKIA|ASIA|-----BEGIN|gh[pousr]_|xox[abprs]-|eyJ[\w-]+\.|sk-[\w-]{16}/;
/** Whether a value had better not be shown: by the name it goes under, by a credential in it, or by its randomness. */
function looksSecret(name, value) {
	if (value === "") return false;
	return NAMES.test(name) || VALUES.test(value) || looksRandom(value);
}
/** Values of variables that are words of everyday use: to hide them would blacken the log, and they keep no secret. */
const EVERYDAY = new Set("postgres postgresql password production development staging default localhost changeme example database username enabled disabled required optional undefined bearer strict secure cookie session redis mysql".split(" "));
/** Shorter values are found by chance in other texts. */
const SHORTEST_HIDDEN = 6;
/**
* The values that must not be seen of variables that look secret: the value itself, or the password in it when it is a
* URL, whose other parts a reader needs.
*/
function secretValues(variables) {
	return [...variables].flatMap(([name, value]) => {
		const [, , password] = /^[a-z][a-z0-9+.-]{1,30}:\/\/([^/\s:@]*):([^\s]+)@/i.exec(value) ?? [];
		if (password !== void 0) return EVERYDAY.has(password) ? [] : [password];
		return value.length < SHORTEST_HIDDEN || EVERYDAY.has(value.toLowerCase()) || /^(?:\d{1,7}|arn:.*|https?:.*|\/.*)$/.test(value) || !looksSecret(name, value) ? [] : [value];
	});
}
/** The variables of all containers of a task definition, which may be any JSON. */
function variablesOf(definition) {
	const { containerDefinitions } = definition;
	if (!Array.isArray(containerDefinitions)) return [];
	return containerDefinitions.flatMap((container) => {
		const variables = isJsonObject(container) ? container["environment"] : void 0;
		if (!Array.isArray(variables)) return [];
		return variables.flatMap((one) => isJsonObject(one) && typeof one["name"] === "string" && typeof one["value"] === "string" ? [[one["name"], one["value"]]] : []);
	});
}
/** Long, without blanks, and of mixed characters: keys and hashes, but no commits, paths, image references or ARNs. */
function looksRandom(value) {
	if (/^[0-9a-f]{40}$/.test(value)) return false;
	return /^[\w+=-]{24,}$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value) && !/^[a-z]+([-_][a-z0-9]+)+$/i.test(value);
}

// packages/domain/lib/codedeploy/predefined-config.js
const PREFIX = "CodeDeployDefault.";
/** CodeDeploy's own configurations for ECS, which nobody can change. Source: CodeDeploy user guide, deployment configurations. */
const PREDEFINED = {
	ECSAllAtOnce: { type: "AllAtOnce" },
	ECSCanary10Percent5Minutes: {
		type: "TimeBasedCanary",
		percentage: 10,
		intervalMinutes: 5
	},
	ECSCanary10Percent15Minutes: {
		type: "TimeBasedCanary",
		percentage: 10,
		intervalMinutes: 15
	},
	ECSLinear10PercentEvery1Minutes: {
		type: "TimeBasedLinear",
		percentage: 10,
		intervalMinutes: 1
	},
	ECSLinear10PercentEvery3Minutes: {
		type: "TimeBasedLinear",
		percentage: 10,
		intervalMinutes: 3
	}
};
/** The configuration, if it is one of those that need not be asked for. */
function predefinedConfig(name) {
	const short = name.startsWith(PREFIX) ? name.slice(18) : "";
	const routing = Object.hasOwn(PREDEFINED, short) ? PREDEFINED[short] : void 0;
	return routing === void 0 ? void 0 : {
		name,
		routing,
		computePlatform: "ECS"
	};
}

// packages/domain/lib/codedeploy/deployment.js
/** Statuses after which CodeDeploy does nothing more for a deployment; unknown ones count as active. */
const ENDS = /* @__PURE__ */ new Map([
	["Succeeded", "succeeded"],
	["Failed", "failed"],
	["Stopped", "stopped"]
]);
/** The statuses by which a group's active deployments are listed. */
const ACTIVE_STATUSES$1 = [
	"Created",
	"Queued",
	"InProgress",
	"Baking",
	"Ready"
];
/** How a deployment of this status ended; undefined while it is under way. */
function endOf$1(status) {
	return ENDS.get(status);
}
function isTerminal(status) {
	return ENDS.has(status);
}
/** Whether a deployment group deploys to a service. */
function isGroupOf({ services }, cluster, service) {
	return services.some((one) => one.cluster === cluster && one.service === service);
}

// packages/domain/lib/image/vulnerability.js
/** How bad a vulnerability is, the worst first; `undefined` and `untriaged` are what nobody has judged yet. */
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low",
	"informational",
	"undefined"
];
/** Severity as scanners write it, in any case; an unknown word counts as `undefined`. */
function severityOf(text) {
	const lower = text.toLowerCase();
	return SEVERITIES.find((one) => one === lower) ?? "undefined";
}
/** Those that are at least as bad as `threshold`, the worst first. */
function atLeast(vulnerabilities, threshold) {
	const limit = SEVERITIES.indexOf(threshold);
	return vulnerabilities.filter(({ severity }) => SEVERITIES.indexOf(severity) <= limit).toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.id < b.id ? -1 : 1));
}

// packages/domain/lib/image/platform.js
/** From `linux/arm64` or `linux/arm/v7`. */
function parsePlatform(text) {
	const [, os, architecture, variant] = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9.]+))?$/.exec(text) ?? [];
	if (os === void 0 || architecture === void 0) return void 0;
	return variant === void 0 ? {
		os,
		architecture
	} : {
		os,
		architecture,
		variant
	};
}
/** `linux/arm64`: the variant is left out where it is the architecture's only one. */
function formatPlatform({ os, architecture, variant }) {
	return [
		os,
		architecture,
		...variant === void 0 || variant === "" || architecture === "arm64" && variant === "v8" || architecture === "amd64" && variant === "v1" ? [] : [variant]
	].join("/");
}
/** The platform of a task definition's `cpuArchitecture`: `X86_64` or `ARM64`. */
function platformOfArchitecture(cpuArchitecture) {
	return cpuArchitecture === "ARM64" ? "linux/arm64" : "linux/amd64";
}
/** Those of `wanted` that `offered` does not hold. */
function missingPlatforms(wanted, offered) {
	const normal = (text) => {
		const platform = parsePlatform(text);
		return platform === void 0 ? text : formatPlatform(platform);
	};
	const has = new Set(offered.map(normal));
	return wanted.filter((one) => !has.has(normal(one)));
}

// packages/domain/lib/image/manifest.js
const INDEX_TYPES = ["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"];
const IMAGE_TYPES = ["application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"];
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/**
* Reads the JSON of an image manifest or index.
* @param mediaType as the registry or a descriptor tells it; wins over the text's own
* @throws SyntaxError with the reason when the text is neither
*/
function parseManifest(text, mediaType) {
	const raw = parsedJson(text);
	if (!isObject(raw)) throw new SyntaxError("it is no JSON object");
	const own = typeof raw["mediaType"] === "string" ? raw["mediaType"] : void 0;
	const { config, layers, manifests } = raw;
	if (Array.isArray(manifests)) return {
		kind: "index",
		mediaType: mediaType ?? own ?? INDEX_TYPES[0],
		entries: manifests.map(indexEntry)
	};
	if (config !== void 0 && Array.isArray(layers)) return {
		kind: "image",
		mediaType: mediaType ?? own ?? IMAGE_TYPES[0],
		config: descriptor(config),
		layers: layers.map(descriptor)
	};
	throw new SyntaxError("it has neither config and layers nor manifests");
}
/** @throws SyntaxError without the text: Node's own message quotes it, and it may be another file's. */
function parsedJson(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new SyntaxError("it is no JSON", { cause: error });
	}
}
/** `linux/amd64` of every image in an index; attestations left out. */
function indexPlatforms(entries) {
	return entries.flatMap(({ attestation, platform }) => attestation || platform === void 0 ? [] : [formatPlatform(platform)]);
}
/** The platform that an image's configuration blob names; `unknown` stands for what it does not say. */
function configPlatform(text) {
	let raw;
	try {
		raw = JSON.parse(text);
	} catch {}
	const { os, architecture, variant } = isObject(raw) ? raw : {};
	return formatPlatform({
		os: word(os) ?? "unknown",
		architecture: word(architecture) ?? "unknown",
		...word(variant) === void 0 ? {} : { variant: word(variant) ?? "" }
	});
}
/** A short text as it is written in a platform. */
function word(value) {
	return typeof value === "string" && /^[\w.-]{1,64}$/.test(value) ? value : void 0;
}
function indexEntry(raw) {
	const found = descriptor(raw);
	const { platform, annotations } = raw;
	const { os, architecture, variant } = isObject(platform) ? platform : {};
	const kind = isObject(annotations) ? annotations["vnd.docker.reference.type"] : void 0;
	const named = word(os) !== void 0 && word(architecture) !== void 0;
	return {
		...found,
		...named ? { platform: {
			os: word(os) ?? "",
			architecture: word(architecture) ?? "",
			...word(variant) === void 0 ? {} : { variant: word(variant) ?? "" }
		} } : {},
		attestation: kind === "attestation-manifest" || os === "unknown"
	};
}
function descriptor(raw) {
	if (!isObject(raw)) throw new SyntaxError(`${shown(raw)} stands where a descriptor belongs`);
	const { mediaType, digest, size } = raw;
	if (typeof digest !== "string" || !isDigest(digest)) throw new SyntaxError(`${shown(digest)} is no sha256 digest`);
	if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw new SyntaxError(`the size of ${digest} is ${shown(size)}, not a number of bytes`);
	return {
		mediaType: typeof mediaType === "string" ? mediaType : "",
		digest,
		size
	};
}
/** A value of a foreign file for a message: never much of it. */
function shown(value) {
	const text = JSON.stringify(value) ?? "nothing";
	return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}

// packages/domain/lib/target/listener.js
function isNetworkListener(listener) {
	return !listener.protocol.startsWith("HTTP");
}
/** Stands for a target group that is looked at by itself: everything goes there. */
function directTo(targetGroupArn) {
	return {
		arn: "",
		loadBalancerArn: "",
		port: 0,
		protocol: "HTTP",
		rules: [{
			priority: "default",
			forwards: [{
				targetGroupArn,
				percent: 100
			}]
		}]
	};
}
/** Turns weights into percents. A group that stands alone receives everything, whatever its weight. */
function shares(groups) {
	const sum = groups.reduce((total, { weight }) => total + weight, 0);
	return groups.map(({ targetGroupArn, weight }) => ({
		targetGroupArn,
		percent: groups.length === 1 ? 100 : sum === 0 ? 0 : weight * 100 / sum
	}));
}
/** The groups that receive requests through any rule of the listener, with their largest share. */
function served(listener) {
	const found = /* @__PURE__ */ new Map();
	for (const { targetGroupArn, percent } of listener.rules.flatMap(({ forwards }) => forwards)) if (percent > 0) found.set(targetGroupArn, Math.max(percent, found.get(targetGroupArn) ?? 0));
	return found;
}

// packages/domain/lib/identity/identity-token.js
/** The claims of a JSON Web Token, unchecked; undefined for a text of another form. */
function readClaims(token) {
	try {
		const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
		const { sub, aud, iss } = JSON.parse(payload);
		if (typeof sub !== "string" || typeof iss !== "string") return void 0;
		return {
			subject: sub,
			audience: Array.isArray(aud) ? aud.join(", ") : String(aud),
			issuer: iss.replace(/^https?:\/\//, "")
		};
	} catch {
		return;
	}
}
/** Whether a subject names owner and repository with their ids, as `repo:octo@583231/shop@1296269:ref:refs/heads/main`. */
function carriesIds(subject) {
	return /^repo:[^@/:]+@\d+\/[^@/:]+@\d+:/.test(subject);
}
/** The statement of a role's trust policy that a token of these claims meets. */
function trustStatement({ subject, audience, issuer }, roleArn) {
	const [, partition = "aws", , , account = ""] = roleArn.split(":");
	return {
		Effect: "Allow",
		Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer}` },
		Action: "sts:AssumeRoleWithWebIdentity",
		Condition: { StringEquals: {
			[`${issuer}:aud`]: audience,
			[`${issuer}:sub`]: subject
		} }
	};
}

// packages/domain/lib/secret-reference.js
/** Reads `valueFrom`: the ARN of a secret, with or without `:json-key:stage:version`, or a parameter's ARN or name. */
function parseSecretReference(valueFrom) {
	const arn = parseArn(valueFrom);
	if (arn?.service === "secretsmanager") {
		const parts = valueFrom.split(":");
		return {
			valueFrom,
			kind: "secret",
			region: arn.region,
			account: arn.account,
			names: [parts.slice(0, 7).join(":")],
			jsonKey: parts[7] === "" ? void 0 : parts[7]
		};
	}
	if (arn?.service === "ssm") {
		const name = arn.resource.replace(/^parameter/, "");
		const bare = name.slice(1);
		return {
			valueFrom,
			kind: "parameter",
			region: arn.region,
			account: arn.account,
			names: bare.includes("/") ? [name] : [bare, name],
			jsonKey: void 0
		};
	}
	return {
		valueFrom,
		kind: "parameter",
		region: void 0,
		account: void 0,
		names: [valueFrom],
		jsonKey: void 0
	};
}

// packages/domain/lib/task-definition/shape.js
const list = (of) => ({
	kind: "list",
	of
});
const map = (of) => ({
	kind: "map",
	of
});
const required = (shape) => ({
	shape,
	required: true
});
function struct(members) {
	return {
		kind: "struct",
		members: Object.fromEntries(Object.entries(members).map(([name, one]) => [name, typeof one === "object" && "shape" in one ? one : {
			shape: one,
			required: false
		}]))
	};
}
/** RegisterTaskDefinition's request, after the service's API model of August 2026. */
const TASK_DEFINITION_SHAPE = struct({
	family: required("string"),
	containerDefinitions: required(list(struct({
		name: "string",
		image: "string",
		repositoryCredentials: struct({ credentialsParameter: required("string") }),
		cpu: "integer",
		memory: "integer",
		memoryReservation: "integer",
		links: list("string"),
		portMappings: list(struct({
			containerPort: "integer",
			hostPort: "integer",
			protocol: "string",
			name: "string",
			appProtocol: "string",
			containerPortRange: "string"
		})),
		essential: "boolean",
		restartPolicy: struct({
			enabled: required("boolean"),
			ignoredExitCodes: list("integer"),
			restartAttemptPeriod: "integer"
		}),
		entryPoint: list("string"),
		command: list("string"),
		environment: list(struct({
			name: "string",
			value: "string"
		})),
		environmentFiles: list(struct({
			value: required("string"),
			type: required("string")
		})),
		mountPoints: list(struct({
			sourceVolume: "string",
			containerPath: "string",
			readOnly: "boolean"
		})),
		volumesFrom: list(struct({
			sourceContainer: "string",
			readOnly: "boolean"
		})),
		linuxParameters: struct({
			capabilities: struct({
				add: list("string"),
				drop: list("string")
			}),
			devices: list(struct({
				hostPath: required("string"),
				containerPath: "string",
				permissions: list("string")
			})),
			initProcessEnabled: "boolean",
			sharedMemorySize: "integer",
			tmpfs: list(struct({
				containerPath: required("string"),
				size: required("integer"),
				mountOptions: list("string")
			})),
			maxSwap: "integer",
			swappiness: "integer"
		}),
		secrets: list(struct({
			name: required("string"),
			valueFrom: required("string")
		})),
		dependsOn: list(struct({
			containerName: required("string"),
			condition: required("string")
		})),
		startTimeout: "integer",
		stopTimeout: "integer",
		versionConsistency: "string",
		hostname: "string",
		user: "string",
		workingDirectory: "string",
		disableNetworking: "boolean",
		privileged: "boolean",
		readonlyRootFilesystem: "boolean",
		dnsServers: list("string"),
		dnsSearchDomains: list("string"),
		extraHosts: list(struct({
			hostname: required("string"),
			ipAddress: required("string")
		})),
		dockerSecurityOptions: list("string"),
		interactive: "boolean",
		pseudoTerminal: "boolean",
		dockerLabels: map("string"),
		ulimits: list(struct({
			name: required("string"),
			softLimit: required("integer"),
			hardLimit: required("integer")
		})),
		logConfiguration: struct({
			logDriver: required("string"),
			options: map("string"),
			secretOptions: list(struct({
				name: required("string"),
				valueFrom: required("string")
			}))
		}),
		healthCheck: struct({
			command: required(list("string")),
			interval: "integer",
			timeout: "integer",
			retries: "integer",
			startPeriod: "integer"
		}),
		systemControls: list(struct({
			namespace: "string",
			value: "string"
		})),
		resourceRequirements: list(struct({
			type: required("string"),
			value: "string",
			sharingStrategy: struct({ nvidiaMps: struct({
				memory: required("integer"),
				maxComputePercent: "integer"
			}) })
		})),
		firelensConfiguration: struct({
			type: required("string"),
			options: map("string")
		}),
		credentialSpecs: list("string")
	}))),
	taskRoleArn: "string",
	executionRoleArn: "string",
	networkMode: "string",
	volumes: list(struct({
		name: "string",
		host: struct({ sourcePath: "string" }),
		dockerVolumeConfiguration: struct({
			scope: "string",
			autoprovision: "boolean",
			driver: "string",
			driverOpts: map("string"),
			labels: map("string")
		}),
		efsVolumeConfiguration: struct({
			fileSystemId: required("string"),
			rootDirectory: "string",
			transitEncryption: "string",
			transitEncryptionPort: "integer",
			authorizationConfig: struct({
				accessPointId: "string",
				iam: "string"
			})
		}),
		s3filesVolumeConfiguration: struct({
			fileSystemArn: required("string"),
			rootDirectory: "string",
			transitEncryptionPort: "integer",
			accessPointArn: "string"
		}),
		fsxWindowsFileServerVolumeConfiguration: struct({
			fileSystemId: required("string"),
			rootDirectory: required("string"),
			authorizationConfig: required(struct({
				credentialsParameter: required("string"),
				domain: required("string")
			}))
		}),
		configuredAtLaunch: "boolean"
	})),
	placementConstraints: list(struct({
		type: "string",
		expression: "string"
	})),
	requiresCompatibilities: list("string"),
	cpu: "string",
	memory: "string",
	tags: list(struct({
		key: "string",
		value: "string"
	})),
	pidMode: "string",
	ipcMode: "string",
	proxyConfiguration: struct({
		containerName: required("string"),
		type: "string",
		properties: list(struct({
			name: "string",
			value: "string"
		}))
	}),
	inferenceAccelerators: list(struct({
		deviceName: required("string"),
		deviceType: required("string")
	})),
	ephemeralStorage: struct({ sizeInGiB: required("integer") }),
	runtimePlatform: struct({
		cpuArchitecture: "string",
		operatingSystemFamily: "string"
	}),
	enableFaultInjection: "boolean"
});
/** Members that DescribeTaskDefinition adds and RegisterTaskDefinition refuses. */
const READ_ONLY_MEMBERS = /* @__PURE__ */ new Set([
	"taskDefinitionArn",
	"revision",
	"status",
	"requiresAttributes",
	"compatibilities",
	"registeredAt",
	"deregisteredAt",
	"deleteRequestedAt",
	"registeredBy"
]);

// packages/domain/lib/task/capacity-reason.js
/**
* Where ECS puts the reason: at the start of the text, or behind the name of the call, exception, stop code or event that
* carries it. Anchored there: an error that only quotes such words, or an ARN, says something else.
*/
const CARRIER = String.raw`^(?:ecs:\w+ failed: )?(?:\w+(?:Exception|Error): |TaskFailedToStart: |\(?service .{1,200} was unable to place a task\. Reason: )*`;
/** Case counts: `RESOURCE:ENI` is a reason of ECS, `on resource: arn:…` is the end of every refusal of IAM. */
const NO_ROOM = new RegExp(`${CARRIER}(?:RESOURCE:[A-Z_]+\\b|EMPTY CAPACITY PROVIDER\\b|NO ACTIVE INSTANCES\\b|Capacity is unavailable at this time\\b|Timeout waiting for network interface provisioning\\b)`);
/**
* Whether a reason of RunTask's `failures`, or of a task that failed to start, says that ECS found no room, which may come
* back by itself.
*/
function isCapacityReason(reason) {
	return NO_ROOM.test(reason.trimStart());
}

// packages/domain/lib/task/task.js
/** Variable by which a task carries its run's mark where `startedBy` is the user's own text. */
const MARK_VARIABLE = "CUTOVER_STARTED_BY";

// packages/domain/lib/text/shell-word.js
/** One word of a POSIX shell: as it is, or in single quotes. */
function shellWord(text) {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

// packages/github/lib/id-token.js
/**
* Asks GitHub for identity tokens of this workflow run; each is masked by the toolkit before anybody sees it.
* @throws ConfigurationError at once when the job may not have any
*/
function idTokens(env, audience) {
	if ((env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "") === "") throw new ConfigurationError({
		what: "Input role-to-assume was given, but this job may not have an identity token.",
		fix: "Add permissions: id-token: write (and contents: read) to the job, and to the job that calls a reusable workflow; pull requests from forks never get a token. With keys from another step leave role-to-assume out."
	});
	return async () => {
		try {
			return await getIdToken(audience);
		} catch (error) {
			throw new ConfigurationError({
				what: `GitHub gave no identity token: ${reasonOf$1(error)}`,
				fix: "Check permissions: id-token: write, and githubstatus.com; then run the job again."
			}, { cause: error });
		}
	};
}
/** Subject of this workflow run's identity token; undefined when the job may have none, or GitHub gives none now. */
async function tokenSubject(env) {
	if ((env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "") === "") return void 0;
	try {
		return readClaims(await getIdToken("sts.amazonaws.com"))?.subject;
	} catch {
		return;
	}
}
/** Loaded late: the toolkit's OIDC client brings an HTTP client of 700 kB along. */
async function getIdToken(audience) {
	const { getIDToken } = await import("./core-BTOWKFC-.js");
	return await getIDToken(audience);
}

// packages/domain/lib/identity/credential-validity.js
/**
* The end of the credentials as AWS_CREDENTIAL_EXPIRATION may give it, in epoch milliseconds. Nobody sets the variable by
* himself: a workflow fills it from the output `aws-expiration` of aws-actions/configure-aws-credentials, which is a JSON
* text (with its quotes), and empty unless `output-credentials` is true. A time without a zone is UTC, as AWS's times are;
* a number is a Unix time in seconds or milliseconds.
*/
function credentialEnd(text) {
	const plain = (text ?? "").trim().replace(/^(["'])(.*)\1$/, "$2").trim();
	if (/^\d{10}$|^\d{13}$/.test(plain)) return Number(plain) * (plain.length === 10 ? 1e3 : 1);
	const [, day, time, zone = "Z"] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?(?: UTC)?$/i.exec(plain) ?? [];
	if (day === void 0 || time === void 0) return void 0;
	const at = Date.parse(`${day}T${time}${/^(?:Z|UTC)$/i.test(zone) ? "Z" : zone}`);
	return Number.isNaN(at) ? void 0 : at;
}
/**
* Compares the end of the credentials with that of a wait which begins now.
* @param now epoch milliseconds
* @param what is waited for: `the deployment`
*/
function warnOfExpiry(validity, now, what, budget) {
	if (validity.kind !== "until") return void 0;
	const end = now + budget.totalMs;
	if (validity.at >= end) return void 0;
	const left = Math.floor((validity.at - now) / 6e4);
	return {
		what: `The AWS credentials end at ${iso(validity.at)} (${left < 0 ? "already over" : `in ${left} min`}), but ${what} may take until ${iso(end)} (${Math.ceil(budget.totalMs / 6e4)} min: ${budget.reason}).`,
		fix: "Give role-to-assume: and permissions: id-token: write, and the credentials are renewed meanwhile; or raise role-duration-seconds of aws-actions/configure-aws-credentials, and with it the MaxSessionDuration of the role. Should they end first, what was started goes on in AWS."
	};
}
function iso(at) {
	return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
}

// packages/domain/lib/proxy.js
/** Addresses of this machine: a proxy elsewhere could not reach them. */
const LOOPBACK = [
	"localhost",
	"127.0.0.0-127.255.255.255",
	"::1"
];
/**
* Reads the proxy from inputs and environment; undefined when there is none. Lower case wins, as in Node and curl.
* @throws ConfigurationError when an address can't be that of a proxy; its password is not repeated
*/
function proxySettings(given, env) {
	const find = (name) => [name.toLowerCase(), name].map((one) => [one, env[one]?.trim() ?? ""]).find(([, value]) => value !== "");
	const input = given["http-proxy"];
	const own = input === void 0 ? void 0 : ["Input http-proxy", input];
	const plain = own ?? find("HTTP_PROXY");
	const secure = own ?? find("HTTPS_PROXY");
	if (plain === void 0 && secure === void 0) return void 0;
	const except = given["no-proxy"] ?? find("NO_PROXY")?.[1] ?? "";
	return {
		...plain === void 0 ? {} : { HTTP_PROXY: checked(plain) },
		...secure === void 0 ? {} : { HTTPS_PROXY: checked(secure) },
		NO_PROXY: [...except.split(/[\s,]+/).filter(Boolean).flatMap(nodeForms), ...LOOPBACK].join(",")
	};
}
/**
* An entry of NO_PROXY in the forms that Node's agents know. curl and Go take `example.com` for its subdomains too, and
* networks as CIDR; Node knows the host alone, and ranges of IPv4 addresses.
*/
function nodeForms(entry) {
	const [, address = "", bits = ""] = /^(\d+\.\d+\.\d+\.\d+)\/(\d\d?)$/.exec(entry) ?? [];
	const range = address === "" ? void 0 : rangeOf$1(address, Number(bits));
	if (range !== void 0) return [range];
	const bracketed = /^\[([\da-f:.]+)\]$/i.exec(entry)?.[1];
	if (bracketed !== void 0) return [bracketed];
	return /^[a-z\d_-]+(\.[a-z\d_-]+)*$/i.test(entry) && !/^[\d.]+(-[\d.]+)?$/.test(entry) ? [entry, `.${entry}`] : [entry];
}
/** `10.0.0.0-10.255.255.255` for `10.0.0.0/8`; undefined when it is no network. */
function rangeOf$1(address, bits) {
	const parts = address.split(".").map(Number);
	if (bits > 32 || parts.some((part) => part > 255)) return void 0;
	const size = 2 ** (32 - bits);
	const value = parts.reduce((total, part) => total * 256 + part, 0);
	const first = value - value % size;
	return `${dotted(first)}-${dotted(first + size - 1)}`;
}
function dotted(value) {
	return [
		24,
		16,
		8,
		0
	].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}
/** Host and port of the proxy for an address, for messages; undefined when it is reached without one. */
function proxyHost(settings, protocol) {
	const address = protocol === "https:" ? settings?.HTTPS_PROXY : settings?.HTTP_PROXY;
	return address === void 0 ? void 0 : new URL(address).host;
}
function checked([origin, value]) {
	const text = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol) || url.hostname === "") throw new ConfigurationError({
		what: `${origin} is not the address of an HTTP proxy${url === void 0 ? "" : ` (its scheme is ${url.protocol.slice(0, -1)})`}.`,
		fix: "Write it like http://proxy.example.com:3128."
	});
	return url.href;
}

// packages/domain/lib/task/ecs-service.js
/** The task set that serves production, if the service has one. */
function primaryTaskSet(service) {
	return service.taskSets.find(({ status }) => status === "PRIMARY");
}
/** The tasks that serve production: those of the PRIMARY task set, or the service's own where it has none. */
function servingTasks(service) {
	return primaryTaskSet(service) ?? service;
}
/** Subnets and security groups of the tasks that serve; undefined when neither they nor the service have any. */
function servingNetwork(service) {
	return servingTasks(service).network ?? service.network;
}
/** The revision that serves production now: that of PRIMARY for CODE_DEPLOY, the service's own otherwise. */
function servingRevision(service) {
	return servingTasks(service).taskDefinition;
}
/** The serving tasks, as messages name them: `PRIMARY`, or `service web` where nothing is replaced side by side. */
function servingName({ name, taskSets }) {
	return taskSets.length === 0 ? `service ${name}` : "PRIMARY";
}
/** Revisions of all tasks that the service runs side by side. */
function runningRevisions(service) {
	return service.taskSets.length === 0 ? [service.taskDefinition] : service.taskSets.map(({ taskDefinition }) => taskDefinition);
}
/** Revision of the newest tasks that are to replace those that serve; undefined when there are none. */
function replacementRevision({ taskSets }) {
	return taskSets.findLast(({ status }) => status === "ACTIVE")?.taskDefinition;
}
/** Revisions that a service runs or names, the one that serves first, with how it does. */
function revisionsOf(service) {
	const { name, taskDefinition, taskSets } = service;
	return [
		{
			revision: servingRevision(service),
			what: `service ${name} runs it`
		},
		{
			revision: taskDefinition,
			what: `service ${name} names it`
		},
		...taskSets.map((set) => ({
			revision: set.taskDefinition,
			what: `the task set ${set.status} of service ${name} has it`
		}))
	];
}
/** Whether new tasks of the service run on Fargate; undefined when the cluster's default decides, which it does not tell. */
function launchesOnFargate(service) {
	const { launchType, capacityProviders } = servingTasks(service);
	if (launchType !== void 0) return launchType === "FARGATE";
	if (capacityProviders.length === 0) return void 0;
	return capacityProviders.every(({ capacityProvider }) => /^FARGATE(_SPOT)?$/.test(capacityProvider));
}

// packages/domain/lib/task-definition/containers.js
/** The container definitions of a task definition, in their order. */
function containersOf(definition) {
	return objectsIn(definition["containerDefinitions"]);
}
function containerNames(definition) {
	return containersOf(definition).map((container) => textOf$3(container["name"]));
}
function containerNamed(definition, name) {
	return containersOf(definition).find((container) => container["name"] === name);
}
/** ECS's default for `essential` is true. */
function isEssential(container) {
	return container["essential"] !== false;
}
/** Whether the tasks may run on Fargate, whose rules hold then. */
function runsOnFargate(definition) {
	const compatible = definition["requiresCompatibilities"];
	return Array.isArray(compatible) && compatible.includes("FARGATE");
}
/** The objects of a list; nothing when it is no list. */
function objectsIn(value) {
	return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
/** Members of the whole task and of ports that are empty where they may be absent. Templates write them for "none", and so does ECS take them. */
function withoutEmptyMembers(definition) {
	const own = Object.fromEntries(Object.entries(definition).filter(([name, value]) => value !== "" || name === "family"));
	return Array.isArray(own["containerDefinitions"]) ? {
		...own,
		containerDefinitions: own["containerDefinitions"].map(withoutEmptyPortMembers)
	} : own;
}
/** ecspresso writes `appProtocol: ''` for a port without a protocol of the application. */
function withoutEmptyPortMembers(container) {
	if (!isJsonObject(container) || !Array.isArray(container["portMappings"])) return container;
	const mappings = container["portMappings"].map((mapping) => isJsonObject(mapping) ? Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== "")) : mapping);
	return {
		...container,
		portMappings: mappings
	};
}

// packages/domain/lib/codedeploy/deployment-description.js
/** CodeDeploy's limit, in characters. */
const LIMIT = 256;
/** Stands between the user's words and our marks; the marks hold none of it. */
const SEPARATOR = " | ";
const MARKS$1 = /^(?:(?<rollback>rollback)(?: [\w-]+:\d+ -> [\w-]+:\d+)?|[\w-]+:\d+)?(?:(?:^| )commit (?<commit>[0-9a-f]{40}))?(?:(?:^| )(?<runUrl>https?:\/\/[^\s|]+\/actions\/runs\/\d+)\/attempts\/(?<attempt>\d+))?$/;
/**
* The description of a deployment: the user's words, cut to fit, and behind them our marks. By the marks an attempt of the
* same run finds a deployment whose creation was not answered, a re-run finds its predecessor's, and the rollback action
* knows its own deployments and those of a run. Marks are read from the end only, so that no word of a user is one.
* @param words what the user wrote
* @param replaces revision that a rollback goes back from; absent for a release
*/
function describeDeployment(run, revision, { words, replaces } = {}) {
	const marks = marksOf(run, formatRevision(revision), replaces);
	if (words === void 0) return marks;
	const room = LIMIT - marks.length - 3;
	return room < 1 ? marks : `${cut(words, room)}${SEPARATOR}${marks}`;
}
/** The longest form that fits: the run matters most, then the commit, then the revisions. */
function marksOf(run, label, replaces) {
	const heads = replaces === void 0 ? [label, ""] : [`rollback ${formatRevision(replaces)} -> ${label}`, "rollback"];
	const commit = run.commit === "" ? "" : `commit ${run.commit}`;
	const url = run.runUrl === "" ? "" : `${run.runUrl}/attempts/${run.runAttempt || "1"}`;
	return [
		[commit, url],
		[url],
		[commit],
		[]
	].flatMap((tail) => heads.map((head) => [head, ...tail].filter(Boolean).join(" "))).find(({ length }) => length <= LIMIT) ?? "";
}
/** Never ends within a character, which CodeDeploy would give back changed. */
function cut(words, length) {
	const short = words.slice(0, length);
	return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}
/** Reads the marks of a description, whatever the user wrote before them. */
function readMarks(description) {
	const at = description.lastIndexOf(SEPARATOR);
	const found = MARKS$1.exec(at === -1 ? description : description.slice(at + 3))?.groups ?? {};
	return {
		isRollback: found["rollback"] !== void 0,
		commit: found["commit"],
		runUrl: found["runUrl"],
		runAttempt: found["attempt"]
	};
}

// packages/domain/lib/deployment/deployment.js
/** Whether a deployment was made for this commit. */
function isOfCommit(marks, commit) {
	return commit !== "" && marks.commit === commit;
}
/** Whether this run made a deployment, in any of its attempts. */
function isOfRun(marks, { runUrl }) {
	return runUrl !== "" && marks.runUrl === runUrl;
}

// packages/domain/lib/codedeploy/known-deployment.js
function knownDeployment(state) {
	const { completedAt, createdAt, creator, description, error, id, rollbackDeploymentId, status } = state;
	return {
		id,
		status,
		ended: endOf$1(status),
		awaitsTermination: state.terminationWaitStarted,
		description,
		marks: readMarks(description),
		isAutomaticRollback: creator === "codeDeployRollback",
		...createdAt === void 0 ? {} : { createdAt },
		...completedAt === void 0 ? {} : { completedAt },
		...error === void 0 ? {} : { error },
		...rollbackDeploymentId === void 0 ? {} : { rollbackId: rollbackDeploymentId },
		state
	};
}

// packages/domain/lib/wait.js
const JITTER = .1;
/** Longest time without an answer from AWS, beyond the retries of each call, before a wait gives up. */
const OUTAGE_MS = 3e5;
/**
* The one wait loop: looks, and looks again until the probe is done or the deadline has passed. A last look is taken at
* the deadline itself. Errors of the probe end the wait, but for transient ones: what is watched goes on without us, so
* that a look that can't be taken now is taken later.
*/
async function wait(probe, options) {
	const { clock, signal, intervalMs } = options;
	const deadline = () => typeof options.deadline === "number" ? options.deadline : options.deadline();
	const started = clock.now();
	let answeredAt;
	let isAnswered = false;
	const look = async () => {
		try {
			const verdict = await probe();
			answeredAt = clock.now();
			isAnswered = true;
			return verdict;
		} catch (error) {
			isAnswered = false;
			const lost = clock.now() >= Math.min((answeredAt ?? started) + OUTAGE_MS, deadline());
			if (signal.aborted || !(error instanceof AwsCallError) || !error.transient) throw error;
			if (lost && (answeredAt === void 0 || clock.now() < deadline())) throw error;
			return {
				state: "pending",
				reason: error.message
			};
		}
	};
	for (;;) {
		signal.throwIfAborted();
		const verdict = await look();
		if (verdict.state === "done") return {
			kind: "done",
			value: verdict.value
		};
		const now = clock.now();
		const unseenMs = isAnswered ? 0 : now - (answeredAt ?? started);
		const end = deadline() + (isAnswered ? 0 : options.lastLookMs ?? 0);
		if (now >= end) return {
			kind: "timedOut",
			reason: verdict.reason,
			waitedMs: now - started,
			unseenMs
		};
		options.onPending?.(verdict.reason, now - started);
		const pause = Math.min(verdict.delayMs ?? intervalMs, intervalMs) * (1 + clock.random() * (options.jitter ?? JITTER));
		await clock.sleep(Math.max(1, Math.min(pause, (now < deadline() ? deadline() : end) - now)), signal);
	}
}

// packages/domain/lib/codedeploy/deployment-look.js
/** The task set that this deployment made, which ECS marks with the deployment's id. */
function replacementOf(service, deploymentId) {
	return service.taskSets.find(({ externalId }) => externalId === deploymentId);
}
/** The id of that task set, `ecs-svc/1234567890`, from ECS or from CodeDeploy. */
function replacementIdOf(look) {
	return replacementOf(look.service, look.deployment.id)?.id ?? greenOf(look)?.id;
}
/** The replacement side as CodeDeploy tells it: by the task set's id, else by its label. */
function greenOf(look) {
	const id = replacementOf(look.service, look.deployment.id)?.id;
	const sides = look.target?.taskSets ?? [];
	return sides.find((side) => side.id === id) ?? sides.find(({ label }) => label === "Green");
}
function eventOf(look, name) {
	return look.target?.events.find((event) => event.name === name);
}
/** When production traffic had moved wholly (epoch milliseconds); undefined before. */
function shiftedAt(look) {
	const event = eventOf(look, "AllowTraffic");
	return event?.status === "Succeeded" ? event.endedAt ?? look.deployment.completedAt : void 0;
}
/** The revision that serves production in this look; undefined when the service has no PRIMARY task set. */
function serving(look) {
	return primaryTaskSet(look.service)?.taskDefinition;
}

// packages/domain/lib/codedeploy/appspec-revision.js
/** The task definition that an AppSpec (YAML or JSON) deploys; undefined when it can't be read from it. */
function revisionOfAppSpec(content) {
	let value;
	try {
		value = (0, import_dist.parse)(content, {
			merge: true,
			logLevel: "silent"
		});
	} catch {
		return;
	}
	const resources = member(value, "Resources");
	const first = Array.isArray(resources) ? resources[0] : resources;
	if (typeof first !== "object" || first === null) return void 0;
	const revision = member(member(Object.values(first)[0], "Properties"), "TaskDefinition");
	return typeof revision === "string" ? revision : void 0;
}
/** A map's value by a key in any case. */
function member(value, key) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
	return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

// packages/domain/lib/codedeploy/appspec.js
/** The events of an ECS deployment to which a hook may be tied. */
const HOOK_EVENTS = [
	"BeforeInstall",
	"AfterInstall",
	"AfterAllowTestTraffic",
	"BeforeAllowTraffic",
	"AfterAllowTraffic"
];
/**
* The AppSpec of a deployment of `revision` that keeps everything else as the live task set has it: CodeDeploy resets
* network, capacity providers and platform version to defaults when an AppSpec leaves them out.
*/
function appSpecFor(live, deploy, file) {
	const generated = {
		...live.platformVersion === void 0 ? {} : { PlatformVersion: live.platformVersion },
		...live.network === void 0 ? {} : { NetworkConfiguration: { AwsvpcConfiguration: {
			Subnets: live.network.subnets,
			SecurityGroups: live.network.securityGroups,
			AssignPublicIp: live.network.assignPublicIp
		} } },
		...live.capacityProviders.length === 0 ? {} : { CapacityProviderStrategy: live.capacityProviders.map(({ capacityProvider, weight, base }) => ({
			CapacityProvider: capacityProvider,
			Weight: weight,
			Base: base
		})) }
	};
	return {
		logicalName: file?.logicalName ?? "TargetService",
		properties: {
			...generated,
			...file?.properties,
			TaskDefinition: deploy.revision,
			LoadBalancerInfo: {
				ContainerName: deploy.containerName,
				ContainerPort: deploy.containerPort
			}
		},
		hooks: file?.hooks ?? []
	};
}
/** The text that CodeDeploy gets: JSON, with the version written as CodeDeploy's documents write it. */
function formatAppSpec({ logicalName, properties, hooks }) {
	return `{\n  "version": 0.0,${JSON.stringify({
		Resources: [{ [logicalName]: {
			Type: "AWS::ECS::Service",
			Properties: properties
		} }],
		...hooks.length === 0 ? {} : { Hooks: hooks }
	}, null, 2).slice(1)}`;
}

// packages/domain/lib/codedeploy/appspec-file.js
/** CodeDeploy's spelling of the properties, by their lower-case form. */
const SPELLING = new Map([
	"TaskDefinition",
	"LoadBalancerInfo",
	"ContainerName",
	"ContainerPort",
	"PlatformVersion",
	"NetworkConfiguration",
	"AwsvpcConfiguration",
	"Subnets",
	"SecurityGroups",
	"AssignPublicIp",
	"CapacityProviderStrategy",
	"CapacityProvider",
	"Base",
	"Weight"
].map((name) => [name.toLowerCase(), name]));
const REMEDY = "An AppSpec for ECS has version: 0.0, one entry under Resources and optional Hooks; with no file at all it is generated.";
/**
* Reads a user's AppSpec, YAML or JSON. Keys are matched in any case, null counts as absent, and a number where CodeDeploy
* takes a text keeps its spelling. The task definition in it is
* ignored, as it is known from another input; a property that this code does not know is kept.
* @throws ConfigurationError with file, line and column of everything that is wrong
*/
function parseAppSpecFile(text, file) {
	const source = readSourceText(text, file);
	const problems = [];
	const placeOf = (path) => ({
		line: 1,
		column: 1,
		...source.placeOf(path)
	});
	const complain = (path, what, fix = REMEDY) => {
		problems.push({
			what,
			fix,
			place: placeOf(path)
		});
	};
	const finish = () => {
		if (problems.length > 0) throw new ConfigurationError(problems);
	};
	const root = source.value;
	const foreign = foreignKind(root);
	if (foreign !== void 0 && (foreign.kind !== "AppSpec" || foreign.name.includes("EC2"))) {
		complain([], `This is ${foreign.name}, not an AppSpec for ECS.`);
		finish();
	}
	if (!isJsonObject(root)) {
		complain([], "The AppSpec is not a map.");
		finish();
		throw new Error("unreachable");
	}
	const version = find(root, "version");
	if (version !== void 0 && (typeof version.value === "object" || Number(version.value) !== 0)) complain([version.key], "The AppSpec’s version must be 0.0.");
	refuseTwins(root, [], complain);
	const entry = readResources(root, complain);
	const properties = entry === void 0 ? void 0 : find(entry.value, "Properties");
	if (entry !== void 0 && properties !== void 0 && !isJsonObject(properties.value)) complain([...entry.path, properties.key], "Properties must be a map.");
	const places = {};
	if (entry !== void 0 && isJsonObject(properties?.value)) {
		const info = find(properties.value, "LoadBalancerInfo");
		const at = [
			...entry.path,
			properties.key,
			info?.key ?? ""
		];
		const name = find(info?.value, "ContainerName");
		const port = find(info?.value, "ContainerPort");
		if (info !== void 0 && !isJsonObject(info.value)) complain(at, "LoadBalancerInfo must be a map.");
		if (name !== void 0) {
			places.containerName = placeOf([...at, name.key]);
			if (typeof name.value === "object") complain([...at, name.key], "ContainerName must be a text.");
		}
		if (port !== void 0) {
			places.containerPort = placeOf([...at, port.key]);
			if (!isPort(port.value)) complain([...at, port.key], "ContainerPort must be a number from 1 to 65535.");
		}
	}
	const textAt = (path, value) => typeof value === "string" ? value : source.spellingOf(path) ?? String(value);
	const hooks = readHooks(root, textAt, complain);
	finish();
	return {
		...entry === void 0 ? {} : { logicalName: entry.name },
		properties: entry !== void 0 && isJsonObject(properties?.value) ? spell(properties.value, [...entry.path, properties.key], textAt) : {},
		hooks,
		places
	};
}
/** A member by its name in any case. Null counts as absent. */
function find(map, name) {
	if (!isJsonObject(map)) return void 0;
	for (const [key, value] of Object.entries(map)) if (key.toLowerCase() === name.toLowerCase() && value !== null) return {
		key,
		value
	};
}
/** Two spellings of one key in a map: which of them CodeDeploy would take is not known. */
function refuseTwins(value, path, complain) {
	if (Array.isArray(value)) for (const [index, one] of value.entries()) refuseTwins(one, [...path, index], complain);
	if (!isJsonObject(value)) return;
	const seen = /* @__PURE__ */ new Map();
	for (const [key, one] of Object.entries(value)) {
		if (one === null) continue;
		const twin = seen.get(key.toLowerCase());
		if (twin !== void 0) complain([...path, key], `${twin} and ${key} are one key in two spellings.`, "Keep one of the two.");
		seen.set(key.toLowerCase(), key);
		refuseTwins(one, [...path, key], complain);
	}
}
/** The one resource of an AppSpec. */
function readResources(root, complain) {
	const resources = find(root, "Resources");
	if (resources === void 0) return void 0;
	const { key, value: list } = resources;
	const [first, ...more] = Array.isArray(list) ? list : [];
	const [only, ...others] = isJsonObject(first) ? Object.entries(first) : [];
	if (only === void 0 || more.length > 0 || others.length > 0) {
		complain([key], "Resources must be a list with exactly one entry.");
		return;
	}
	const [name, value] = only;
	const path = [
		key,
		0,
		name
	];
	const type = find(value, "Type");
	if (type !== void 0 && type.value !== "AWS::ECS::Service") complain([...path, type.key], "The type of the AppSpec’s resource must be AWS::ECS::Service.");
	return {
		name,
		path,
		value
	};
}
function readHooks(root, textAt, complain) {
	const listed = find(root, "Hooks");
	if (listed === void 0 || isEmptyMap(listed.value)) return [];
	if (!Array.isArray(listed.value)) {
		complain([listed.key], "Hooks must be a list of single entries.");
		return [];
	}
	const hooks = [];
	for (const [index, item] of listed.value.entries()) {
		if (item === null || isEmptyMap(item)) continue;
		const at = [listed.key, index];
		const [one, ...more] = isJsonObject(item) ? Object.entries(item) : [];
		const [given = "", hook] = one ?? [];
		const event = HOOK_EVENTS.find((name) => name.toLowerCase() === given.toLowerCase());
		if (more.length > 0) complain(at, "Each hook must be a list entry of its own.");
		else if (event === void 0) complain(at, `${given === "" ? "A hook" : `Hook ${given}`} has no known event.`, `The events are ${HOOK_EVENTS.join(", ")}.`);
		else if (hook === void 0 || hook === null || typeof hook === "object" || hook === "") complain(at, `Hook ${event} must name a Lambda function.`);
		else hooks.push({ [event]: textAt([...at, given], hook) });
	}
	return hooks;
}
function isPort(value) {
	const port = typeof value === "string" ? Number(value) : value;
	return typeof port === "number" && Number.isInteger(port) && port >= 1 && port <= 65535;
}
function isEmptyMap(value) {
	return isJsonObject(value) && Object.keys(value).length === 0;
}
/** Properties whose value is a text. */
const TEXTS = /* @__PURE__ */ new Set([
	"ContainerName",
	"PlatformVersion",
	"AssignPublicIp",
	"CapacityProvider"
]);
function spell(value, path, textAt) {
	if (Array.isArray(value)) return value.map((one, index) => spell(one, [...path, index], textAt));
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null).map(([key, one]) => {
		const name = SPELLING.get(key.toLowerCase()) ?? key;
		return [name, TEXTS.has(name) && (typeof one === "number" || typeof one === "boolean") ? textAt([...path, key], one) : spell(one, [...path, key], textAt)];
	}));
}

// packages/domain/lib/codedeploy/deployment-attention.js
/** An interval from which on few calls matter more than every event of the service, in milliseconds. */
const SPARING_MS = 1e4;
/** @param intervalMs of the polls */
function cadenceOf(intervalMs) {
	return intervalMs >= SPARING_MS ? {
		sure: 60,
		often: 40,
		seldom: 80,
		tellsAll: false
	} : {
		sure: 6,
		often: 4,
		seldom: 12,
		tellsAll: true
	};
}
/** The most that is added to an interval, as a share of it; who polls sparingly gets less than one call an interval. */
function jitterOf(intervalMs) {
	return intervalMs >= SPARING_MS ? .5 : .1;
}
/**
* The one question of a poll in which nothing happens. While events run, the target tells every change, and its own
* status tells the deployment's end; in a wait, before the start and after the last event only the deployment changes.
*/
function firstQuestion(before) {
	const { target, deployment } = before ?? {};
	return target === void 0 || deployment === void 0 || isResting(before) ? "deployment" : "target";
}
/** In a wait only the deployment changes, and the service tells whether its tasks still run. */
function isResting(look) {
	return look?.deployment.status === "Ready" || isOver$1(look);
}
/** Whether the last event is done, so that the target tells no more. */
function isOver$1(look) {
	if (look?.target === void 0) return false;
	return [
		"Succeeded",
		"Failed",
		"Skipped"
	].includes(look.target.status) || eventOf(look, "AfterAllowTraffic")?.status === "Succeeded";
}
/**
* Of deployment and target, the one that was not asked first, when the answer to the first may have changed it.
* @param now the look before, with the first answer in it
* @param poll number of this poll, from 0
*/
function secondQuestion(before, now, asked, poll, cadence) {
	if (asked === "deployment") {
		if (["Created", "Queued"].includes(now.deployment.status)) return void 0;
		const changed = now.deployment.status !== before?.deployment.status || now.deployment.terminationWaitStarted !== before.deployment.terminationWaitStarted;
		return now.target === void 0 || changed && !isOver$1(before) ? "target" : void 0;
	}
	return !(now.target?.events.some(({ status }) => status === "InProgress") === true) || hasMoved(before, now) || poll % cadence.sure === 0 ? "deployment" : void 0;
}
/**
* Whether the service and the failed tasks are to be asked about in this poll.
* @param now the look before, with the answers of this poll in it
* @param poll number of this poll, from 0
*/
function asksForService(before, now, poll, cadence) {
	if (before === void 0 || hasArrived(before, now)) return true;
	if (isNotKnownYet(now, cadence) || cadence.tellsAll && hasOtherCounts(before, now)) return true;
	const serves = primaryTaskSet(now.service)?.externalId === now.deployment.id;
	if (eventOf(now, "AllowTraffic")?.status === "Succeeded" && !serves) return true;
	return poll % (isStarting(now) || isResting(now) ? cadence.often : cadence.seldom) === 0;
}
/** @param now with the service's answer, if it was asked */
function asksForTasks(before, now, poll, cadence) {
	if (replacementIdOf(now) === void 0 || now.deployment.status === "Succeeded") return false;
	if (isTerminal(now.deployment.status)) return true;
	if (before === void 0 || isStarting(now) || hasOtherCounts(before, now)) return true;
	if (now.service.events[0]?.id !== before.service.events[0]?.id) return true;
	return poll % cadence.seldom === 0;
}
/** Whether the replacement task set's id is still unknown. With `tellsAll`, CodeDeploy's answer is not enough: ECS must list it too. */
function isNotKnownYet(look, { tellsAll }) {
	if (look.target === void 0 || isOver$1(look)) return false;
	return tellsAll ? replacementOf(look.service, look.deployment.id) === void 0 : replacementIdOf(look) === void 0;
}
/** Fewer tasks run than should: what the replacement starts may be failing. */
function isStarting(look) {
	const counts = (isResting(look) ? void 0 : greenOf(look)) ?? replacementOf(look.service, look.deployment.id);
	return counts !== void 0 && counts.running < counts.desired;
}
function hasMoved(before, now) {
	if (before === void 0) return true;
	return picture(before) !== picture(now);
}
/** Whether a wait, the traffic's new place, or the end is new: what runs and serves has to be seen at that moment. */
function hasArrived(before, now) {
	if (isResting(now) && !isResting(before)) return true;
	const last = (look) => isTerminal(look.deployment.status) || eventOf(look, "AfterAllowTraffic")?.status === "Succeeded";
	return last(now) && (!last(before) || isTerminal(now.deployment.status) !== isTerminal(before.deployment.status));
}
/** Everything that decides about a deployment; the traffic's weight does not. */
function picture({ deployment, target }) {
	return [
		deployment.status,
		deployment.terminationWaitStarted,
		target?.status,
		...(target?.events ?? []).map(({ status }) => status)
	].join();
}
function hasOtherCounts(before, now) {
	const counts = (look) => {
		const green = greenOf(look);
		const set = replacementOf(look.service, look.deployment.id);
		return [
			green?.running,
			green?.desired,
			green?.pending,
			set?.running,
			set?.desired
		].join();
	};
	return counts(before) !== counts(now);
}

// packages/domain/lib/task/failed-task.js
/**
* Whether a task of a service stopped by its own fault. A service's task is meant to run for ever, so that an essential
* container's exit is a failure whatever its code; scaling, deployments and people stop tasks for reasons of their own,
* and a lack of capacity is no fault of the revision: ECS tries again.
*/
function hasFailed(task) {
	switch (task.stopCode) {
		case "TaskFailedToStart": return !isCapacityReason(task.stoppedReason);
		case "EssentialContainerExited": return true;
		case "UserInitiated": return false;
		default: return wasUnhealthy(task);
	}
}
/** Whether ECS stopped the task because its load balancer or its own health check found it unhealthy. */
function wasUnhealthy({ stoppedReason }) {
	return /^Task failed (?:ELB|container) health checks\b/.test(stoppedReason);
}
/** One line about why a task stopped: its reason, and each container's exit code. */
function describeStop(task) {
	const containers = task.containers.filter(({ exitCode, reason }) => exitCode !== void 0 || reason !== void 0).map(({ name, exitCode, reason }) => `${name}${exitCode === void 0 ? " never started" : ` exit code ${exitCode}`}${reason === void 0 ? "" : `: ${reason}`}`);
	return [task.stoppedReason || task.stopCode || "no reason given", ...containers].join("; ");
}
/** Parts of a reason that differ from task to task though the cause is one: ids of tasks and requests, addresses, times. */
const OF_ONE_TASK = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b[\da-f]{17,}\b|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z?/gi;
/** The distinct ways in which tasks stopped, the most frequent first; ids and addresses make no difference. */
function distinctStops(tasks) {
	const found = /* @__PURE__ */ new Map();
	for (const task of tasks) {
		const text = describeStop(task);
		const kind = text.replaceAll(OF_ONE_TASK, "*");
		const entry = found.get(kind);
		if (entry === void 0) found.set(kind, {
			text,
			count: 1,
			example: task
		});
		else entry.count++;
	}
	return [...found.values()].sort((a, b) => b.count - a.count);
}
/** Observations about failed tasks, for the diagnosis. */
function observeStops(tasks) {
	return distinctStops(tasks).flatMap(({ example: task }) => [{
		source: "ecs:DescribeTasks stoppedReason",
		text: task.stoppedReason,
		subject: task.arn
	}, ...task.containers.flatMap((container) => observeContainer(container, task))]);
}
/** Exit codes of containers that ECS stopped because another one had ended. */
const STOPPED_WITH_OTHERS = /* @__PURE__ */ new Set([
	0,
	137,
	143
]);
/** Exit code 0 says something only where no container failed, so that this one's end ended the task. */
function observeContainer({ exitCode, name, reason }, { containers, stopCode }) {
	const endedTask = stopCode === "EssentialContainerExited" && containers.every((one) => one.exitCode === void 0 || STOPPED_WITH_OTHERS.has(one.exitCode));
	return [...reason === void 0 ? [] : [{
		source: "ecs:DescribeTasks reason",
		text: reason,
		subject: name
	}], ...exitCode === void 0 || exitCode === 0 && !endedTask ? [] : [{
		source: "exit code",
		text: exitCode === 0 ? "exit code 0 of an essential container" : `exit code ${exitCode}`,
		subject: name
	}]];
}

// packages/domain/lib/codedeploy/progress.js
/** A look at a CodeDeploy deployment in the words that every engine shares. */
function lookOf$1(seen) {
	const { deployment, failedTasks, service, target } = seen;
	return {
		deployment: knownDeployment(deployment),
		progress: progressOf$1(seen),
		service,
		replacement: sideOf(seen),
		hasInstalled: hasInstalled(seen),
		failedTasks,
		stages: target?.events ?? [],
		said: {
			ofStages: observeStages(target),
			ofAll: observeDeployment(deployment)
		}
	};
}
/** CodeDeploy may have removed the replacement before the look; that its installation had begun is remembered. */
function hasInstalled(look) {
	return replacementOf(look.service, look.deployment.id) !== void 0 || [
		"InProgress",
		"Succeeded",
		"Failed"
	].includes(eventOf(look, "Install")?.status ?? "");
}
function sideOf(look) {
	const known = replacementOf(look.service, look.deployment.id);
	const green = greenOf(look);
	if (known === void 0 && green === void 0) return void 0;
	return {
		label: "green",
		startedBy: replacementIdOf(look),
		counted: green === void 0 ? void 0 : {
			running: green.running,
			desired: green.desired
		},
		desired: known?.desired,
		targetGroup: known?.loadBalancers[0]?.targetGroupArn
	};
}
function observeStages(target) {
	return (target?.events ?? []).flatMap(({ name, diagnostics }) => diagnostics === void 0 ? [] : [{
		source: "codedeploy:GetDeploymentTarget diagnostics",
		text: diagnostics,
		subject: name
	}]);
}
function observeDeployment({ id, error, rollbackMessage }) {
	return [...error === void 0 ? [] : [{
		source: "codedeploy:GetDeployment errorInformation.message",
		text: error.message,
		subject: id
	}, {
		source: "codedeploy:GetDeployment errorInformation.code",
		text: error.code,
		subject: id
	}], ...rollbackMessage === void 0 ? [] : [{
		source: "codedeploy:GetDeployment rollbackMessage",
		text: rollbackMessage,
		subject: id
	}]];
}
/** How far a CodeDeploy deployment has come. */
function progressOf$1(look) {
	const green = greenOf(look);
	const replacement = replacementOf(look.service, look.deployment.id) ?? green;
	const phase = phaseOf$1(look);
	return {
		phase,
		since: sinceOf(look, phase),
		hasMoved: eventOf(look, "AllowTraffic")?.status === "Succeeded",
		shiftedAt: shiftedAt(look),
		shiftedPercent: green?.trafficWeight ?? 0,
		replacement: replacement === void 0 ? void 0 : {
			running: replacement.running,
			desired: replacement.desired
		},
		failed: look.failedTasks.length,
		serving: serving(look),
		doing: doing$1(look)
	};
}
/** Statuses that tell the phase by themselves; in the others the lifecycle events do. */
const BY_STATUS = /* @__PURE__ */ new Map([
	["Failed", "failed"],
	["Stopped", "stopped"],
	["Succeeded", "succeeded"],
	["Ready", "ready"]
]);
function phaseOf$1(look) {
	const told = BY_STATUS.get(look.deployment.status);
	if (told !== void 0) return told;
	if (look.target === void 0) return "created";
	const shift = eventOf(look, "AllowTraffic")?.status;
	if (shift === "Succeeded" && eventOf(look, "AfterAllowTraffic")?.status === "Succeeded") return isTerminating(look) ? "terminating" : "baking";
	return shift === "InProgress" || shift === "Succeeded" ? "shifting" : "installing";
}
/** Whether the old task set is on its way out. */
function isTerminating({ deployment, service }) {
	const others = service.taskSets.filter(({ externalId }) => externalId !== deployment.id);
	return others.length > 0 && others.every(({ status }) => status === "DRAINING");
}
/** When the phase began, as far as CodeDeploy tells. */
function sinceOf(look, phase) {
	const { deployment, target } = look;
	switch (phase) {
		case "created": return deployment.createdAt;
		case "installing": return target?.events.find(({ startedAt }) => startedAt !== void 0)?.startedAt;
		case "shifting": return eventOf(look, "AllowTraffic")?.startedAt;
		case "baking": return eventOf(look, "AfterAllowTraffic")?.endedAt;
		case "succeeded":
		case "failed":
		case "stopped": return deployment.completedAt;
		case "ready":
		case "terminating": return;
	}
}
/** Phase of a deployment without trouble. */
function doing$1(look) {
	const { deployment, target } = look;
	if (deployment.status === "Ready") return "the shift waits to be continued";
	if (target === void 0) return `the deployment is ${deployment.status || "being created"}`;
	if (deployment.terminationWaitStarted) return "the old task set waits for its termination";
	const current = target.events.find(({ status }) => status === "InProgress") ?? target.events.find(({ status }) => status === "Pending");
	if (current === void 0) return `the deployment is ${deployment.status}`;
	const green = greenOf(look);
	const counts = green === void 0 ? "" : ` (${green.running} of ${green.desired} tasks run, ${green.trafficWeight} % of traffic)`;
	return `${current.name} is ${current.status}${counts}`;
}

// packages/domain/lib/codedeploy/budget.js
const MINUTE$1 = 6e4;
/** CodeDeploy itself gives up on an installation, and on each hook, after an hour. */
const INSTALL_MINUTES = 60;
const HOOK_MINUTES$1 = 60;
/** For everything that has no time of its own: creation, start, the last poll. */
const SLACK_MINUTES$1 = 5;
/** Minutes from the first to the last step of the shift; a linear step happens at the start of its interval. */
function shiftMinutes(routing) {
	switch (routing.type) {
		case "AllAtOnce": return 0;
		case "TimeBasedCanary": return routing.intervalMinutes;
		case "TimeBasedLinear": return (Math.ceil(100 / Math.max(routing.percentage, 1)) - 1) * routing.intervalMinutes;
	}
}
function deploymentBudget(options) {
	const { group, routing, waitUntil, hooks, minutes, gateMinutes } = options;
	if (minutes !== void 0) return {
		totalMs: minutes * MINUTE$1,
		reason: `wait-for-minutes ${minutes}`
	};
	const readyWait = group.readyAction === "STOP_DEPLOYMENT" ? group.readyWaitMinutes : 0;
	const counted = [
		["install", INSTALL_MINUTES],
		["hooks", hooks * HOOK_MINUTES$1],
		...waitUntil === "ready" ? [] : [
			["ready wait", gateMinutes === void 0 ? readyWait : 0],
			["gate", gateMinutes ?? 0],
			["shift", shiftMinutes(routing)]
		],
		...waitUntil === "completed" ? [["termination wait", group.terminationWaitMinutes]] : [],
		["slack", SLACK_MINUTES$1]
	].filter(([, length]) => length > 0);
	return {
		totalMs: counted.reduce((sum, [, length]) => sum + length, 0) * MINUTE$1,
		reason: counted.map(([name, length]) => `${name} ${length} min`).join(" + ")
	};
}

// packages/domain/lib/target/settling.js
/** A service's grace period is honoured up to this: users are served by these targets already. */
const MOST_GRACE_MS = 12e4;
/** A task needs so long from its start to its first health check. */
const REPLACEMENT_MS = 18e4;
/** Looks that a judgement of "does not serve" takes at least, however much time lies between them. */
const LEAST_LOOKS = 4;
/** The times that follow from the slowest of the target groups' health checks. */
function settlingOf(groups, graceSeconds) {
	const longest = (count) => Math.max(0, ...groups.map((group) => group.intervalSeconds * count(group) * 1e3));
	const patienceMs = longest(({ healthyCount, unhealthyCount }) => healthyCount + unhealthyCount) + Math.min(graceSeconds * 1e3, MOST_GRACE_MS);
	return {
		settleMs: longest(({ unhealthyCount }) => unhealthyCount),
		patienceMs,
		recoveryMs: patienceMs + REPLACEMENT_MS
	};
}
/** Findings of the listener, not of the targets behind it. */
const OF_THE_LISTENER = /* @__PURE__ */ new Set([
	"unreached",
	"divided",
	"elsewhere"
]);
/**
* Judges look after look at the targets that get production's requests. Times are AWS's. The first look may be the only one
* when it comes a settled time after the shift: a target that failed since would be unhealthy by then.
*/
var TargetRecord = class {
	#settling;
	#okSince;
	#amissSince;
	#noneSince;
	#looks = 0;
	/** The newest look that saw targets in trouble: ECS replaces those, and an empty group explains nothing. */
	#telling;
	/** @param shiftedAt when all of production's requests had moved, in epoch milliseconds */
	constructor(settling, shiftedAt) {
		this.#settling = settling;
		this.#okSince = shiftedAt;
		this.#amissSince = shiftedAt;
		this.#noneSince = shiftedAt;
	}
	/** Whether a look at this moment could prove anything. */
	isDue(at) {
		return this.#looks > 0 || this.#okSince === void 0 || at - this.#okSince >= this.#settling.settleMs;
	}
	/** @param at when the load balancer answered, in epoch milliseconds */
	add(verdict, at) {
		const { settleMs, patienceMs, recoveryMs } = this.#settling;
		const { reason } = verdict;
		if (verdict.ok) {
			this.#looks = 0;
			this.#amissSince = void 0;
			this.#noneSince = void 0;
			this.#okSince ??= at;
			return at - this.#okSince >= settleMs ? { kind: "settled" } : {
				kind: "pending",
				reason: `${reason}, and have to stay so for ${settleMs / 1e3} s`
			};
		}
		this.#okSince = void 0;
		this.#looks += 1;
		this.#amissSince ??= at;
		const troubled = verdict.groups.flatMap(({ targets }) => targets).filter(({ state }) => state === "unhealthy" || state === "unused" || state === "unavailable");
		if (troubled.length > 0) this.#telling = {
			reason,
			targets: troubled
		};
		if (verdict.groups.some(({ healthy }) => healthy > 0)) this.#noneSince = void 0;
		else this.#noneSince ??= at;
		const late = (since, limit) => since !== void 0 && at - since >= limit && this.#looks >= LEAST_LOOKS;
		if (late(this.#amissSince, recoveryMs) || late(this.#noneSince, patienceMs)) return verdict.groups.some(({ finding }) => OF_THE_LISTENER.has(finding)) ? {
			kind: "misrouted",
			reason
		} : this.#sick(reason);
		return {
			kind: "pending",
			reason
		};
	}
	#sick(now) {
		const seen = this.#telling;
		if (seen === void 0) return {
			kind: "sick",
			reason: now,
			targets: []
		};
		return {
			kind: "sick",
			reason: seen.reason === now ? now : `${now}; before that, ${seen.reason}`,
			targets: seen.targets
		};
	}
};

// packages/domain/lib/target/target-verdict.js
/**
* Whether enough healthy targets serve, in every group that requests really reach, each of them a running task of the
* expected revision. Draining targets are on their way out and don't count either way.
*/
function judgeTargets(look, expected) {
	const groups = look.entrances.map((entrance) => judgeEntrance(look, entrance, expected));
	const amiss = groups.filter(({ ok }) => !ok);
	const said = amiss.length > 0 ? amiss : groups;
	return {
		ok: groups.length > 0 && amiss.length === 0,
		reason: groups.length === 0 ? "the service has no target group" : said.map(({ reason }) => reason).join("; "),
		warmingUp: amiss.length > 0 && amiss.every(({ warmingUp }) => warmingUp),
		groups
	};
}
function judgeEntrance(look, entrance, expected) {
	const { candidates, listeners, wanted } = entrance;
	const reached = /* @__PURE__ */ new Map();
	for (const [group, percent] of listeners.flatMap((listener) => [...served(listener)])) if (candidates.includes(group)) reached.set(group, Math.max(percent, reached.get(group) ?? 0));
	const [first, ...more] = reached.keys();
	const refuse = (finding, reason, group) => ({
		finding,
		ok: false,
		reason,
		warmingUp: false,
		targetGroup: group,
		healthy: 0,
		targets: []
	});
	const names = candidates.map(groupName);
	if (listeners.length === 0) return refuse("unreached", `no listener forwards to ${names.join(" or ")}`);
	const ports = [...new Set(listeners.map(({ port }) => port))].join(" and ");
	const name = `the ${expected.listenerName ?? "production listener"} on port ${ports}`;
	if (first === void 0) return refuse("unreached", names.length === 1 ? `${name} does not forward to ${names[0]}` : `${name} forwards to none of the service’s target groups (${names.join(", ")})`);
	if (more.length > 0) return refuse("divided", `${name} still divides the requests: ${[...reached].map(([group, percent]) => `${groupName(group)} ${formatPercent(percent)}`).join(", ")}`);
	if (wanted !== void 0 && wanted !== first) return refuse("elsewhere", `${name} forwards to ${groupName(first)}, not to ${groupName(wanted)}`, first);
	return judgeGroup(look, expected, first);
}
/** Thirds have no end. */
function formatPercent(percent) {
	return `${Math.round(percent * 10) / 10} %`;
}
function judgeGroup(look, expected, group) {
	const health = look.health.get(group);
	const targets = (health ?? []).map((target) => mapped(target, look.tasks));
	const counted = targets.filter(({ state }) => state !== "draining" && state !== "unhealthy.draining");
	const healthy = counted.filter(({ state }) => state === "healthy");
	const right = healthy.filter(({ revision }) => revision === expected.revision);
	const said = (finding, reason, warmingUp = false) => ({
		finding,
		ok: finding === "healthy",
		reason,
		warmingUp,
		targetGroup: group,
		healthy: right.length,
		targets
	});
	const name = groupName(group);
	const wanted = formatRevision(expected.revision);
	if (health === void 0) return said("missing", `target group ${name} does not exist`);
	if (counted.length === 0) return said("empty", `target group ${name} has no targets${targets.length === 0 ? "" : ` but ${targets.length} on the way out`}`);
	const stranger = healthy.find(({ revision }) => revision !== expected.revision);
	if (stranger !== void 0) return said("stranger", stranger.task === void 0 ? `healthy target ${stranger.id}:${stranger.port} in ${name} is no running task of the service` : `healthy target ${stranger.id}:${stranger.port} in ${name} runs ${formatRevision(stranger.revision ?? "")}, not ${wanted}`);
	const others = counted.filter(({ state }) => state !== "healthy");
	const detail = [...new Set(others.map((one) => targetReason(one).replace(/\.$/, "")))].join("; ");
	if (right.length >= expected.minHealthy) {
		const besides = detail === "" ? "" : ` (besides, ${detail})`;
		return said("healthy", `${right.length} healthy ${right.length === 1 ? "target" : "targets"} in ${name}, all of ${wanted}${besides}`);
	}
	return said("tooFew", `${right.length} of ${expected.minHealthy} targets are healthy in ${name}${detail === "" ? "" : ` (${detail})`}`, others.length > 0 && others.every(({ state }) => state === "initial"));
}
function mapped(target, tasks) {
	const task = tasks.find(({ addresses, status }) => status === "RUNNING" && (addresses.includes(target.id) || addresses.includes(`${target.id}:${target.port}`)));
	if (task === void 0) return target;
	return {
		...target,
		task: task.arn,
		revision: task.taskDefinition,
		...target.zone === void 0 && task.zone !== void 0 ? { zone: task.zone } : {},
		...task.networkInterface === void 0 ? {} : { networkInterface: task.networkInterface },
		...task.startedAt === void 0 ? {} : { startedAt: task.startedAt }
	};
}
/** The name inside a target group's ARN. */
function groupName(arn) {
	return /:targetgroup\/([^/]+)\//.exec(arn)?.[1] ?? arn;
}

// packages/domain/lib/task/running-verdict.js
/** Whether enough tasks of the revision run steadily, and none of another. */
function judgeTasks(tasks, expected) {
	const { ageMs, minRunning, now, revision } = expected;
	const running = tasks.filter(({ status }) => status === "RUNNING");
	const stranger = running.find((task) => task.taskDefinition !== revision);
	const ours = running.filter((task) => task.taskDefinition === revision);
	const steady = ours.filter(({ startedAt }) => startedAt !== void 0 && now - startedAt >= ageMs);
	const wanted = formatRevision(revision);
	const said = (ok, reason) => ({
		ok,
		reason,
		warmingUp: !ok && stranger === void 0 && ours.length >= minRunning,
		groups: []
	});
	if (stranger !== void 0) return said(false, `a task of ${formatRevision(stranger.taskDefinition)} still runs beside ${wanted}`);
	return said(steady.length >= minRunning, `${steady.length} of ${minRunning} tasks of ${wanted} have run for ${ageMs / 1e3} s`);
}

// packages/domain/lib/task/service-trouble.js
/** Sentences by which ECS tells trouble of a service's tasks. */
const TROUBLE = /\b(?:is unhealthy in|unable to|failed (?:container |ELB )?health checks|failed to|failed with|throttl\w*|error)\b/i;
/**
* Whether an event of a service tells of trouble. ECS puts names into parentheses, `(service web)`; a service that is called
* `failed-payments` is not in trouble because of its name.
*/
function tellsTrouble(event) {
	return TROUBLE.test(event.replaceAll(/\((?!(?:reason|error) )[^()]*\)/g, "()"));
}
/** Events that tell of trouble since the service was steady last, the newest first. @param events newest first */
function troublesOf(events) {
	const steady = events.findIndex(({ text }) => text.endsWith(" has reached a steady state."));
	return (steady === -1 ? events : events.slice(0, steady)).filter(({ text }) => tellsTrouble(text));
}

// packages/domain/lib/deployment/phase.js
const SHIFTED = /* @__PURE__ */ new Set([
	"baking",
	"terminating",
	"succeeded"
]);
const PAST_READY = /* @__PURE__ */ new Set([
	"ready",
	"shifting",
	...SHIFTED
]);
const ENDED$1 = /* @__PURE__ */ new Set([
	"succeeded",
	"failed",
	"stopped"
]);
/** Whether all production traffic has moved and nothing of the shift is outstanding. */
function hasShiftedWholly({ phase }) {
	return SHIFTED.has(phase);
}
/** Whether the deployment waits to be continued, or is past that. */
function isPastInstallation({ phase }) {
	return PAST_READY.has(phase);
}
function hasEnded({ phase }) {
	return ENDED$1.has(phase);
}

// packages/domain/lib/deployment/progress.js
/** Events between two looks at a deployment. Without an earlier look, all events so far except old service events. */
function deploymentChanges(previous, next) {
	const { id, status } = next.deployment;
	const changes = [];
	if (status !== previous?.deployment.status) changes.push({
		type: "deployment.status",
		id,
		status
	});
	for (const { endedAt, name, startedAt, status } of next.stages) {
		if (status === previous?.stages.find((stage) => stage.name === name)?.status || status === "Pending") continue;
		changes.push({
			type: "phase.changed",
			id,
			phase: next.progress.phase,
			stage: name,
			status,
			...startedAt === void 0 || endedAt === void 0 ? {} : { seconds: (endedAt - startedAt) / 1e3 }
		});
	}
	const counted = next.replacement?.counted;
	const before = previous?.replacement?.counted;
	if (counted !== void 0) {
		const failed = next.failedTasks.length;
		const { running, desired } = counted;
		if (running !== before?.running || desired !== before.desired || failed !== previous?.failedTasks.length) {
			const label = next.replacement?.label ?? "green";
			changes.push({
				type: "tasks.counted",
				label,
				running,
				desired,
				failed
			});
		}
		const { shiftedPercent: percent } = next.progress;
		if (percent !== (before === void 0 ? 0 : previous?.progress.shiftedPercent)) changes.push({
			type: "traffic.shifted",
			id,
			percent
		});
	}
	changes.push(...serviceEvents(previous, next));
	return changes;
}
function serviceEvents(previous, next) {
	const since = next.deployment.createdAt ?? Number.POSITIVE_INFINITY;
	const known = new Set(previous?.service.events.map(({ id }) => id));
	return next.service.events.filter(({ id, at }) => !known.has(id) && at >= since).toReversed().map(({ text, at }) => ({
		type: "service.event",
		text,
		at
	}));
}

// packages/domain/lib/deployment/verdict.js
/** Judges one look at our deployment. Success needs both our deployment's milestone and our revision in service. */
function judgeDeployment(progress, expected) {
	const { failed, phase } = progress;
	if (phase === "failed" || phase === "stopped") return { kind: "ended" };
	const reached = hasReached(progress, expected.waitUntil);
	if (reached || progress.hasMoved) {
		const overtaken = proof(progress, expected);
		if (overtaken.kind === "superseded") return overtaken;
	}
	if (!hasEnded(progress) && expected.maxFailedTasks > 0 && failed >= expected.maxFailedTasks) return {
		kind: "crashLoop",
		failed
	};
	if (!reached) return {
		kind: "pending",
		reason: progress.doing
	};
	const missing = expected.waitUntil === "ready" && expected.gated !== true ? missingTasks(progress) : void 0;
	return missing === void 0 ? proof(progress, expected) : {
		kind: "pending",
		reason: missing
	};
}
/** Why a deployment that could be continued should not be: not all tasks of the replacement run. */
function missingTasks({ replacement }) {
	return replacement === void 0 || replacement.running >= replacement.desired ? void 0 : `${replacement.running} of ${replacement.desired} tasks of the replacement run`;
}
function hasReached(progress, waitUntil) {
	switch (waitUntil) {
		case "completed": return progress.phase === "succeeded";
		case "traffic-shifted": return hasShiftedWholly(progress);
		case "ready": return isPastInstallation(progress);
	}
}
function proof(progress, { waitUntil, revision, previous }) {
	const now = progress.serving;
	if (waitUntil === "ready" && !hasEnded(progress)) return { kind: "reached" };
	if (now === revision) return { kind: "reached" };
	return now === void 0 || now === previous ? {
		kind: "unproven",
		serving: now
	} : {
		kind: "superseded",
		serving: now
	};
}

// packages/domain/lib/text/shell-words.js
/** A command line that can't be split into words; `message` completes "… is not ". */
var NoShellWords = class extends Error {
	name = "NoShellWords";
};
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
			if (end < 0) throw new NoShellWords(`a command: the quote ' at character ${index + 1} is never closed`);
			word = (word ?? "") + line.slice(index + 1, end);
			index = end;
		} else if (character === "\"") {
			const quoted = /^"((?:[^"\\]|\\[^])*)"/.exec(line.slice(index));
			if (quoted === null) throw new NoShellWords(`a command: the quote " at character ${index + 1} is never closed`);
			word = (word ?? "") + quoted[1].replaceAll(/\\(["\\$`\n])/g, (_, kept) => kept === "\n" ? "" : kept);
			index += quoted[0].length - 1;
		} else if (character === "\\") {
			index += 1;
			const kept = line[index];
			if (kept === void 0) throw new NoShellWords("a command: it ends with a backslash");
			if (kept !== "\n") word = (word ?? "") + kept;
		} else if (/\s/.test(character)) {
			if (word !== void 0) words.push(word);
			word = void 0;
		} else if (OPERATOR.test(character)) throw new NoShellWords(`a command without a shell: ${character} at character ${index + 1} means something to a shell only`);
		else word = (word ?? "") + character;
	}
	if (word !== void 0) words.push(word);
	return words;
}
/** The line that `splitShellWords` splits into these words. */
function joinShellWords(words) {
	return words.map((word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`).join(" ");
}

// packages/domain/lib/target/http-status.js
/** Reads `200`, `200-299` or `200,204,301-302`. @throws InvalidInput */
function parseStatuses(value) {
	return value.split(",").map((part) => {
		const [, from, to] = /^\s*([1-5]\d\d)(?:-([1-5]\d\d))?\s*$/.exec(part) ?? [];
		if (from === void 0 || Number(to ?? from) < Number(from)) throw new InvalidInput("a list of HTTP statuses", "Write it like 200, 200-299 or 200,204.");
		return [Number(from), Number(to ?? from)];
	});
}
/** Writes statuses as `200, 300-399`. */
function formatStatuses(statuses) {
	return statuses.map(([from, to]) => from === to ? `${from}` : `${from}-${to}`).join(", ");
}
/** Whether one of the ranges holds the status. */
function isAmong(status, statuses) {
	return statuses.some(([from, to]) => status >= from && status <= to);
}

// packages/domain/lib/environment.js
/** Reads an environment from a stack's outputs; `missing` names the outputs without which no deployment is possible. */
function environmentFromOutputs(stack, outputs) {
	const get = (name) => outputs[name] || void 0;
	const cluster = get("ClusterName");
	const service = get("ServiceName");
	if (cluster === void 0 || service === void 0) return { missing: ["ClusterName", "ServiceName"].filter((name) => get(name) === void 0) };
	const subnets = split(get("SubnetIds"));
	const optional = {
		stack,
		cluster,
		service,
		containerName: get("ContainerName"),
		containerPort: get("ContainerPort") === void 0 ? void 0 : Number(get("ContainerPort")),
		taskFamily: get("AppTaskFamily"),
		codeDeployApplication: get("CodeDeployApplication"),
		codeDeployDeploymentGroup: get("CodeDeployDeploymentGroup"),
		deploymentConfig: get("DeploymentConfigName"),
		executionRoleArn: get("ExecutionRoleArn"),
		taskRoleArn: get("TaskRoleArn"),
		repositoryUri: get("EcrRepositoryUri"),
		logGroup: get("LogGroupName"),
		network: subnets.length === 0 ? void 0 : {
			subnets,
			securityGroups: split(get("SecurityGroupId")),
			assignPublicIp: get("AssignPublicIp") === "ENABLED" ? "ENABLED" : "DISABLED"
		},
		capacityProviders: capacityProviders(get("CapacityProviderStrategy")),
		cpuArchitecture: get("CpuArchitecture"),
		taskCpu: get("TaskCpu"),
		taskMemory: get("TaskMemory"),
		serviceUrl: get("ServiceUrl"),
		testUrl: get("TestUrl")
	};
	return { environment: Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== void 0)) };
}
function split(value) {
	return (value ?? "").split(",").map((part) => part.trim()).filter(Boolean);
}
function capacityProviders(value) {
	if (value === void 0) return void 0;
	return JSON.parse(value).map(({ capacityProvider, weight = 0, base = 0 }) => ({
		capacityProvider,
		weight,
		base
	}));
}

// packages/domain/lib/scaling.js
const KINDS$1 = [
	"in",
	"out",
	"scheduled"
];
/** `in=false out=false scheduled=true`: what a tag can hold. */
function formatSuspension(suspended) {
	return KINDS$1.map((kind) => `${kind}=${suspended[kind]}`).join(" ");
}
/** Undefined for a text that `formatSuspension` did not write. */
function parseSuspension(text) {
	const [, first, second, third] = /^in=(true|false) out=(true|false) scheduled=(true|false)$/.exec(text) ?? [];
	if (first === void 0) return void 0;
	return {
		in: first === "true",
		out: second === "true",
		scheduled: third === "true"
	};
}
/**
* Suspension during a deployment: scaling in alone. Tasks that disappear while traffic moves can end a deployment or take
* capacity that the way back needs; tasks that a rising load demands must stay possible.
*/
function duringDeployment(before) {
	return {
		...before,
		in: true
	};
}
/** How the state from before a deployment comes back when the state is now `current`. */
function restorationOf(before, current) {
	const ours = duringDeployment(before);
	const changed = KINDS$1.filter((kind) => current[kind] !== ours[kind] && current[kind] !== before[kind]);
	return {
		to: KINDS$1.some((kind) => ours[kind] !== before[kind] && current[kind] === ours[kind]) ? {
			...current,
			in: before.in
		} : void 0,
		changed
	};
}

// packages/domain/lib/task-definition/trace-tags.js
/**
* Tags by which a revision tells where it came from. register-taskdef writes them; the guard against stale commits, the
* rollback to a commit or digest, and a registration whose answer was lost read them.
*/
const TRACE_TAGS = {
	/** The commit's 40 hexadecimal digits. */
	commit: "cutover:commit",
	/** URL of the workflow run. */
	run: "cutover:run",
	/** `sha256:…` of the image that the inputs named; absent when they named several or none by digest. */
	digest: "cutover:digest"
};
/** Tag of a revision that rollback registered again: `family:number` of the one that it copies. */
const COPY_TAG = "cutover:copy-of";
/** Longest value of a tag. */
const LONGEST = 256;
/** Reads where a revision came from. */
function traceOf(tags) {
	const commit = tags.get(TRACE_TAGS.commit);
	const runUrl = tags.get(TRACE_TAGS.run);
	const digest = tags.get(TRACE_TAGS.digest);
	const copyOf = tags.get(COPY_TAG);
	return {
		...commit === void 0 ? {} : { commit },
		...runUrl === void 0 ? {} : { runUrl },
		...digest === void 0 ? {} : { digest },
		...copyOf === void 0 ? {} : { copyOf }
	};
}
/** The base's tags, the input's over them, and where the revision comes from. An older origin is never kept. */
function revisionTags(base, given, run, digest) {
	const trace = [
		[TRACE_TAGS.commit, run.commit],
		[TRACE_TAGS.run, run.runUrl],
		[TRACE_TAGS.digest, digest ?? ""]
	];
	return new Map([
		...[...base].filter(([key]) => !isReserved(key)),
		...given,
		...trace.filter(([, value]) => value !== "" && value.length <= LONGEST)
	]);
}
/** Keys of AWS, which nobody else may write, and our own. */
function isReserved(key) {
	return /^(aws|cutover):/i.test(key);
}
/** Why ECS takes no such tag, or why it can't be chosen freely; undefined when all is well. */
function tagProblem(key, value) {
	if (key === "") return {
		what: "a tag has no key",
		fix: "Write {\"key\": \"…\", \"value\": \"…\"}."
	};
	if (/^aws:/i.test(key)) return {
		what: `the key ${quoted(key)} begins with aws:`,
		fix: "Choose another key: those that begin with aws: are written by AWS only."
	};
	if (isReserved(key)) return {
		what: `the key ${quoted(key)} begins with cutover:`,
		fix: "Choose another key: those that begin with cutover: are written by Cutover only."
	};
	if (key.length > 128 || value.length > LONGEST) return {
		what: `the tag ${quoted(key)} has a ${key.length > 128 ? `key of ${key.length}` : `value of ${value.length}`} characters`,
		fix: `A key has at most 128 characters, a value ${LONGEST}.`
	};
	if (TAG_TEXT.test(key) && TAG_TEXT.test(value)) return void 0;
	return {
		what: `the tag ${quoted(`${key}=${value}`)} has characters that ECS takes in no tag`,
		fix: "Use letters, digits, spaces and _ . : / = + - @ only."
	};
}
/** Characters that ECS allows in keys and values of tags. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

// packages/domain/lib/inputs/environment.js
/** An ECS cluster as users name it: by name or ARN. */
const cluster = () => matching({
	pattern: /^([\w-]{1,255}|arn:aws[\w-]*:ecs:[\w-]+:\d{12}:cluster\/[\w-]{1,255})$/,
	expected: "the name or ARN of an ECS cluster",
	example: "shop or arn:aws:ecs:us-east-1:123456789012:cluster/shop"
});
/** An ECS service as users name it: by name or ARN, of the old form without the cluster too. */
const service = () => matching({
	pattern: /^([\w-]{1,255}|arn:aws[\w-]*:ecs:[\w-]+:\d{12}:service\/([\w-]{1,255}\/)?[\w-]{1,255})$/,
	expected: "the name or ARN of an ECS service",
	example: "web or arn:aws:ecs:us-east-1:123456789012:service/shop/web"
});
/** A CloudFormation stack as users name it: by name or ARN. */
const stack = () => matching({
	pattern: /^([A-Za-z][A-Za-z0-9-]{0,127}|arn:aws[\w-]*:cloudformation:[\w-]+:\d{12}:stack\/\S+)$/,
	expected: "the name or ARN of a CloudFormation stack",
	example: "shop-production"
});
/** A registered task definition by ARN or as `family:revision`; never a family alone, which would mean "the newest". */
const revision = () => field(revisionName, {});
function revisionName(value) {
	const arn = parseArn(value);
	if (parseRevision(value) === void 0 || arn !== void 0 && arn.service !== "ecs") throw new InvalidInput("the ARN of a task definition or family:revision", "Write it like arn:aws:ecs:us-east-1:123456789012:task-definition/web:7, or web:7; the task-definition-arn output of register-taskdef fits.");
	return value;
}

// packages/domain/lib/inputs/alarms.js
/**
* Input of alarms by their names. CodeDeploy and DescribeAlarms take names only, and the name in an ARN could be that of
* another alarm here.
*/
function alarmNames() {
	const entries = list$1();
	return {
		...entries,
		parse: (value) => {
			const found = entries.parse(value);
			if (found.some((one) => /^arn:/i.test(one))) throw new InvalidInput("a list of names of alarms", "Write the name of each alarm of this account and Region, which is the part behind alarm: in its ARN.");
			return found;
		}
	};
}

// packages/domain/lib/inputs/codedeploy.js
/**
* The form of a name of CodeDeploy (application, deployment group, deployment configuration), for `matching`.
* @param example one to show when the value is none
*/
const codeDeployName = (example) => ({
	pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
	expected: "a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)",
	example
});

// packages/domain/lib/inputs/command.js
/** An argument vector written as a JSON array of strings or as shell words. */
function command(options = {}) {
	return field(parseCommand, {
		...options,
		form: { kind: "words" }
	});
}
/** One command a line, run one after the other. */
function commands(options = {}) {
	return { ...field((text) => text.split(/\r?\n/).filter((line) => line.trim() !== "").map(parseCommand), {
		...options,
		default: "",
		form: { kind: "lines" }
	}) };
}
/** @throws InvalidInput */
function parseCommand(text) {
	if (text.trimStart().startsWith("[")) {
		let value;
		try {
			value = JSON.parse(text);
		} catch (error) {
			throw new InvalidInput(`a JSON array of strings (${reasonOf$1(error)})`, "Write it like [\"npm\", \"run\", \"migrate\"], or as words: npm run migrate.");
		}
		if (!Array.isArray(value) || value.length === 0 || !value.every((one) => typeof one === "string")) throw new InvalidInput("a JSON array of strings", "Write it like [\"npm\", \"run\", \"migrate\"].");
		return value;
	}
	try {
		const words = splitShellWords(text);
		if (words.length === 0) throw new NoShellWords("a command: it is empty");
		return words;
	} catch (error) {
		if (!(error instanceof NoShellWords)) throw error;
		throw new InvalidInput(error.message, "Quote it, or let the container’s shell do it: [\"sh\", \"-c\", \"first && second\"].");
	}
}

// packages/domain/lib/image/tag-mutability.js
/** Whether `tag`, once set, may be moved to another image (imageTagMutability of the ECR API). */
function isTagMovable({ mutability, exclusions }, tag) {
	const excluded = exclusions.some((filter) => wildcard$1(filter).test(tag));
	switch (mutability) {
		case "IMMUTABLE": return false;
		case "IMMUTABLE_WITH_EXCLUSION": return excluded;
		case "MUTABLE_WITH_EXCLUSION": return !excluded;
		default: return true;
	}
}
function wildcard$1(filter) {
	return new RegExp(`^${filter.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*")}$`);
}

// packages/domain/lib/image/lifecycle-policy.js
/** From so many images on, a rule of counts is taken for one that keeps all. */
const KEEPS_ALL = 1e3;
/** Number of services that may share a repository before a rule that counts their marks removes one. */
const MANY_SERVICES = 10;
/** Tags as releases have them. A rule that selects none of them counts marks alone. */
const USUAL_TAGS = [
	"0123456789abcdef0123456789abcdef01234567",
	"v1.2.3",
	"main-7",
	"latest"
];
/**
* The rule of a lifecycle policy (GetLifecyclePolicy's text) that will remove an image with these tags. The first rule by
* priority that selects an image decides about it alone (LifecyclePolicies.html of the ECR user guide).
* @returns undefined when the image stays; what is no policy is taken for none
*/
function expiringRule(policy, tags) {
	const rule = rulesOf(policy).filter(({ action }) => actionOf(action) === "expire").toSorted((a, b) => Number(a["rulePriority"]) - Number(b["rulePriority"])).find(({ selection }) => isJsonObject(selection) && selects(selection, tags));
	if (rule === void 0 || !isJsonObject(rule["selection"])) return void 0;
	const when = whenExpired(rule["selection"], tags);
	return when === void 0 ? void 0 : {
		priority: Number(rule["rulePriority"]),
		description: textOf$3(rule["description"]),
		when
	};
}
function rulesOf(policy) {
	try {
		const { rules } = JSON.parse(policy);
		return Array.isArray(rules) ? rules.filter(isJsonObject) : [];
	} catch {
		return [];
	}
}
function actionOf(action) {
	return isJsonObject(action) ? textOf$3(action["type"]) : "expire";
}
/** Every prefix or pattern of the rule has to find a tag of the image. */
function selects(selection, tags) {
	if (selection["tagStatus"] === "any") return true;
	if (selection["tagStatus"] === "untagged") return tags.length === 0;
	const tests = [...texts(selection["tagPrefixList"]).map((prefix) => (tag) => tag.startsWith(prefix)), ...texts(selection["tagPatternList"]).map((pattern) => wildcard(pattern))];
	return tags.length > 0 && tests.every((holds) => tags.some((tag) => holds(tag)));
}
function whenExpired(selection, tags) {
	const count = Number(selection["countNumber"]);
	if (selection["countType"] !== "imageCountMoreThan") return `${count} ${textOf$3(selection["countUnit"] ?? "days")} after ${SINCE[textOf$3(selection["countType"])] ?? "an event that this action does not know"}`;
	if (count >= KEEPS_ALL) return void 0;
	const marksOnly = !USUAL_TAGS.some((tag) => selects(selection, [tag]));
	const others = tags.map((tag) => `${tag}-of-another-service`);
	if (marksOnly && (count >= MANY_SERVICES || !others.some((tag) => selects(selection, [tag])))) return void 0;
	return `once ${count} newer images match it`;
}
const SINCE = {
	sinceImagePushed: "it was pushed",
	sinceImagePulled: "it was pulled last"
};
function texts(value) {
	return Array.isArray(value) ? value.map(textOf$3) : [];
}
/** `*` stands for any characters. */
function wildcard(pattern) {
	const [first = "", ...rest] = pattern.split("*");
	return (tag) => {
		if (rest.length === 0) return tag === first;
		if (!tag.startsWith(first)) return false;
		let at = first.length;
		for (const [index, part] of rest.entries()) {
			const found = index === rest.length - 1 ? tag.length - part.length : tag.indexOf(part, at);
			if (found < at || !tag.startsWith(part, found)) return false;
			at = found + part.length;
		}
		return true;
	};
}

// packages/domain/lib/text/slip.js
/**
* The word that a slip of the pen means: the same in another case, one edit away, or another tool's name for it. Another number (`http3`,
* `WINDOWS_SERVER_2028_CORE`) and another letter in a word as short as `GPU` may well be words of their own, which AWS has
* added since.
* @param meant words of other tools in small letters, with the one that AWS has for each
*/
function slipAmong(value, words, meant = {}) {
	const lower = value.toLowerCase();
	return (Object.hasOwn(meant, lower) ? meant[lower] : void 0) ?? words.find((one) => one.toLowerCase() === lower) ?? words.find((one) => isSlip(lower, one.toLowerCase()));
}
function isSlip(value, word) {
	if (!isOneEdit(value, word)) return false;
	if (word.length <= 3) return sorted$1(value) === sorted$1(word);
	return value.replaceAll(/\D/g, "") === word.replaceAll(/\D/g, "");
}
function sorted$1(word) {
	return Array.from(word).toSorted().join("");
}
/** Whether one character was added, left out, changed, or changed places with the next. */
function isOneEdit(a, b) {
	const length = Math.min(a.length, b.length);
	let start = 0;
	while (start < length && a[start] === b[start]) start++;
	const restA = a.slice(start);
	const restB = b.slice(start);
	return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1) || restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}

// packages/domain/lib/inputs/aws-word.js
/** Words of AWS are written like `FARGATE`, `X86_64` or `awsvpc`. */
const WORD = /^[A-Za-z][\w-]{0,63}$/;
/**
* A word of one of AWS's enumerations. A slip of the pen is refused; any other word may be newer than this version, so it is
* passed on, with a note.
* @param meant words of other tools in small letters, with the one that AWS has for each
*/
function awsWord(words, options, meant = {}) {
	const parsed = field((value) => {
		if (words.includes(value)) return value;
		const slip = slipAmong(value, words, meant);
		if (slip === void 0 && WORD.test(value)) return value;
		throw new InvalidInput(`one of ${words.join(", ")}`, slip === void 0 ? `Write one of ${words.join(", ")}.` : `Did you mean ${slip}?`);
	}, options);
	const reading = (value) => words.includes(value) || !WORD.test(value) ? void 0 : `${quoted(value)} is none of ${words.join(", ")}; AWS decides about it.`;
	return {
		...parsed,
		form: {
			kind: "choice",
			choices: words
		},
		reading
	};
}

// packages/domain/lib/task-definition/check-words.js
const CONTAINER = "containerDefinitions";
const EFS = "volumes.efsVolumeConfiguration";
const LOG_DRIVERS = [
	"json-file",
	"syslog",
	"journald",
	"gelf",
	"fluentd",
	"awslogs",
	"splunk",
	"awsfirelens"
];
/** Docker's and the kernel's words for `runtimePlatform.cpuArchitecture`. */
const ARCHITECTURES_ELSEWHERE = {
	amd64: "X86_64",
	x64: "X86_64",
	aarch64: "ARM64"
};
/** `runtimePlatform.operatingSystemFamily` */
const OPERATING_SYSTEMS = [
	"LINUX",
	"WINDOWS_SERVER_2004_CORE",
	"WINDOWS_SERVER_2016_FULL",
	"WINDOWS_SERVER_2019_CORE",
	"WINDOWS_SERVER_2019_FULL",
	"WINDOWS_SERVER_2022_CORE",
	"WINDOWS_SERVER_2022_FULL",
	"WINDOWS_SERVER_2025_CORE",
	"WINDOWS_SERVER_2025_FULL",
	"WINDOWS_SERVER_20H2_CORE"
];
/** The enumerations of RegisterTaskDefinition's request, after the service's API model of August 2026. */
const ENUMERATIONS = [
	{
		path: "networkMode",
		words: [
			"bridge",
			"host",
			"awsvpc",
			"none"
		]
	},
	{
		path: "requiresCompatibilities",
		words: [
			"EC2",
			"FARGATE",
			"EXTERNAL",
			"MANAGED_INSTANCES"
		]
	},
	{
		path: "pidMode",
		words: ["host", "task"]
	},
	{
		path: "ipcMode",
		words: [
			"host",
			"task",
			"none"
		]
	},
	{
		path: "runtimePlatform.cpuArchitecture",
		words: ["X86_64", "ARM64"],
		meant: ARCHITECTURES_ELSEWHERE
	},
	{
		path: "runtimePlatform.operatingSystemFamily",
		words: OPERATING_SYSTEMS
	},
	{
		path: "placementConstraints.type",
		words: ["memberOf"]
	},
	{
		path: `${CONTAINER}.portMappings.protocol`,
		words: ["tcp", "udp"]
	},
	{
		path: `${CONTAINER}.portMappings.appProtocol`,
		words: [
			"http",
			"http2",
			"grpc"
		]
	},
	{
		path: `${CONTAINER}.environmentFiles.type`,
		words: ["s3"]
	},
	{
		path: `${CONTAINER}.dependsOn.condition`,
		words: [
			"START",
			"COMPLETE",
			"SUCCESS",
			"HEALTHY"
		]
	},
	{
		path: `${CONTAINER}.versionConsistency`,
		words: ["enabled", "disabled"]
	},
	{
		path: `${CONTAINER}.ulimits.name`,
		words: [
			"core",
			"cpu",
			"data",
			"fsize",
			"locks",
			"memlock",
			"msgqueue",
			"nice",
			"nofile",
			"nproc",
			"rss",
			"rtprio",
			"rttime",
			"sigpending",
			"stack"
		]
	},
	{
		path: `${CONTAINER}.resourceRequirements.type`,
		words: [
			"GPU",
			"InferenceAccelerator",
			"NeuronDevice"
		]
	},
	{
		path: `${CONTAINER}.linuxParameters.devices.permissions`,
		words: [
			"read",
			"write",
			"mknod"
		]
	},
	{
		path: `${CONTAINER}.logConfiguration.logDriver`,
		words: LOG_DRIVERS
	},
	{
		path: `${CONTAINER}.firelensConfiguration.type`,
		words: ["fluentd", "fluentbit"]
	},
	{
		path: `${EFS}.transitEncryption`,
		words: ["ENABLED", "DISABLED"]
	},
	{
		path: `${EFS}.authorizationConfig.iam`,
		words: ["ENABLED", "DISABLED"]
	},
	{
		path: "volumes.dockerVolumeConfiguration.scope",
		words: ["task", "shared"]
	},
	{
		path: "proxyConfiguration.type",
		words: ["APPMESH"]
	},
	{
		path: "trustedExecutionConfiguration.isolationMode",
		words: [
			"SHARED",
			"ISOLATED_SANDBOX",
			"CONFIDENTIAL_SANDBOX"
		]
	}
];
const BY_PATH = new Map(ENUMERATIONS.map((one) => [one.path, one]));
/** Refuses words that are slips of the pen. AWS adds words to its enumerations, so that others are left to AWS. */
function checkWords(definition, report) {
	visit(definition, [], "", (path, message, _, meant) => {
		if (meant !== void 0) report(path, message, `Did you mean ${meant}?`);
	});
}
/** Names the words that no enumeration has and that are no slips: they may be newer than this version. */
function findNewWords(definition, report) {
	visit(definition, [], "", (path, message, words, meant) => {
		if (meant === void 0) report(path, `${message}; ECS decides about it`, `Write one of ${words.join(", ")}, unless AWS has added it.`);
	});
}
function visit(value, path, place, report) {
	if (Array.isArray(value)) for (const [index, one] of value.entries()) visit(one, [...path, index], place, report);
	else if (isJsonObject(value)) for (const [name, one] of Object.entries(value)) visit(one, [...path, name], place === "" ? name : `${place}.${name}`, report);
	else if (typeof value === "string") {
		const known = BY_PATH.get(place);
		if (known === void 0 || known.words.includes(value)) return;
		report(path, `${formatJsonPath(path)} is ${quoted(value)}, not one of ${known.words.join(", ")}`, known.words, slipAmong(value, known.words, known.meant));
	}
}

// packages/domain/lib/runbook.js
/**
* Commands of the AWS CLI with the names of one environment, for a shell.
* Every name is one word of the shell, whatever is in it.
*/
function runbook(facts) {
	const text = entries(facts).map(({ lines, title }) => [`# ${title}`, ...lines].join("\n")).join("\n\n");
	return {
		kind: "code",
		title: `Commands for ${facts.stack === void 0 ? `service ${facts.service}` : `stack ${facts.stack}`}`,
		language: "sh",
		text
	};
}
function entries(facts) {
	const { container, database, desired, logGroup, network, repository, stack, targetGroups, taskDefinition } = facts;
	const aws = (...words) => [
		"aws",
		...words,
		"--region",
		facts.region
	].map(shellWord).join(" ");
	const cluster = ["--cluster", facts.cluster];
	const oneTask = `task=$(${aws("ecs", "list-tasks", ...cluster, "--service-name", facts.service, "--query", "taskArns[0]", "--output", "text")})`;
	const all = [];
	const add = (title, ...lines) => {
		all.push({
			title,
			lines
		});
	};
	if (logGroup !== void 0) {
		add("Follow the log", aws("logs", "tail", logGroup, "--follow", "--since", "10m"));
		add("Errors of the last hour", aws("logs", "tail", logGroup, "--since", "1h", "--filter-pattern", "?ERROR ?Error ?error ?FATAL"));
	}
	add("Events of the service, newest first", aws("ecs", "describe-services", ...cluster, "--services", facts.service, "--query", "services[0].events[:10].[createdAt,message]", "--output", "text"));
	for (const arn of targetGroups) add(`Health of the targets in ${/targetgroup\/([\w-]+)/.exec(arn)?.[1] ?? "the target group"}`, aws("elbv2", "describe-target-health", "--target-group-arn", arn, "--query", "TargetHealthDescriptions[].[Target.Id,TargetHealth.State,TargetHealth.Description]", "--output", "table"));
	if (container !== void 0) {
		add("Shell in a running task, where the service allows ECS Exec (instead of /bin/sh: bin/rails console, python manage.py shell, …)", oneTask, `${aws("ecs", "execute-command", ...cluster, "--container", container, "--interactive", "--command", "/bin/sh")} --task "$task"`);
		if (database !== void 0) {
			const parameters = JSON.stringify({
				host: [database.host],
				portNumber: [database.port],
				localPortNumber: ["15432"]
			});
			add("Database on port 15432 of this machine, through a running task with ECS Exec", oneTask, `runtime=$(${aws("ecs", "describe-tasks", ...cluster, "--query", `tasks[0].containers[?name=='${container}'].runtimeId | [0]`, "--output", "text")} --tasks "$task")`, `${aws("ssm", "start-session", "--document-name", "AWS-StartPortForwardingSessionToRemoteHost", "--parameters", parameters)} --target ${shellWord(`ecs:${facts.cluster}_`)}"\${task##*/}_$runtime"`);
		}
	}
	if (taskDefinition !== void 0 && network !== void 0 && container !== void 0) add("A command in a task of its own; in its place run-command.yml shows the log and the exit code", aws("ecs", "run-task", ...cluster, "--task-definition", taskDefinition, ...facts.fargate === true ? ["--launch-type", "FARGATE"] : [], "--network-configuration", JSON.stringify({ awsvpcConfiguration: network }), "--overrides", JSON.stringify({ containerOverrides: [{
		name: container,
		command: ["echo", "hello"]
	}] })));
	const scale = (count) => aws("ecs", "update-service", ...cluster, "--service", facts.service, "--desired-count", `${count}`, "--query", "service.desiredCount");
	const running = Math.max(desired ?? 1, 1);
	add("More tasks", scale(running + 1));
	add("No task, for the night (users get 503; automatic scaling may start tasks again)", scale(0));
	add("Tasks again", scale(running));
	if (repository !== void 0) add("The ten newest images", aws("ecr", "describe-images", "--repository-name", repository, "--query", "sort_by(imageDetails,&imagePushedAt)[-10:].[imagePushedAt,imageDigest,imageTags[0]]", "--output", "text"));
	if (stack !== void 0) add("What failed in the stack", aws("cloudformation", "describe-stack-events", "--stack-name", stack, "--query", "StackEvents[?contains(ResourceStatus,`FAILED`)].[Timestamp,LogicalResourceId,ResourceStatusReason]", "--output", "text"));
	return all;
}
/** Names that a stack or the inputs tell of an environment. */
function runbookFacts(region, environment) {
	const { capacityProviders, cluster, containerName, logGroup, network, repositoryUri, service, stack } = environment;
	return {
		region,
		cluster,
		service,
		container: containerName,
		logGroup,
		repository: repositoryUri === void 0 ? void 0 : parseImageReference(repositoryUri)?.name,
		targetGroups: [],
		taskDefinition: environment.taskFamily,
		network,
		fargate: capacityProviders?.every(({ capacityProvider }) => capacityProvider.startsWith("FARGATE")),
		stack
	};
}

// packages/domain/lib/stack.js
/** No operation is going on. `REVIEW_IN_PROGRESS` is a stack that was never created, so nothing goes on there either. */
function isSettled(status) {
	return !status.endsWith("_IN_PROGRESS") || status === "REVIEW_IN_PROGRESS";
}
/** Whether an event only tells that CloudFormation gave a resource up because of another one. */
function isConsequence({ reason = "" }) {
	return /(?:creation|update|deletion) cancelled/i.test(reason);
}
/**
* The failures of resources that explain a failed operation: those that are not the mere consequence of another, in the
* order in which they happened.
* @param events oldest first
*/
function rootFailures(events) {
	return events.filter((event) => event.status.endsWith("_FAILED") && !event.isStack && (event.reason ?? "") !== "" && !isConsequence(event));
}
/**
* The event that explains a failed operation: the first failure that is not the mere consequence of another.
* @param events oldest first
*/
function firstFailure(events) {
	return rootFailures(events)[0] ?? events.find(({ status, isStack }) => status.endsWith("_FAILED") && !isStack) ?? events.find(({ status, reason }) => /_FAILED$|ROLLBACK_IN_PROGRESS$/.test(status) && reason !== void 0);
}
/** The resources that CloudFormation is still working on, longest first: the newest event of each. @param events oldest first */
function inProgress(events) {
	const newest = /* @__PURE__ */ new Map();
	for (const event of events) if (!event.isStack) newest.set(event.resource, event);
	return [...newest.values()].filter(({ status }) => status.endsWith("_IN_PROGRESS"));
}
/** The events of the newest operation of a stack, its rollback included. @param events oldest first */
function latestOperation(events) {
	const start = events.findLastIndex(({ isStack, status }) => isStack && /^(?:CREATE|UPDATE|DELETE|IMPORT)_IN_PROGRESS$/.test(status));
	return start === -1 ? events : events.slice(start);
}
/** DescribeChangeSet's two ways of saying that a FAILED change set is none: there is nothing to change. */
function saysNoChanges(reason) {
	return /didn't contain changes|No updates are to be performed/i.test(reason);
}

// packages/domain/lib/compact-template.js
/**
* A CloudFormation template as JSON without comments and layout, its short functions (`!Ref`) in their long form. A scalar
* that YAML 1.1, which CloudFormation reads, and YAML 1.2 understand differently is refused, as a guess could change the
* stack. Source: AWS CloudFormation User Guide, "CloudFormation template formats" (YAML 1.1 without timestamps, aliases
* and merge keys).
* @param text template without syntax errors
* @param file name for places
* @param texts `left out`: also without the descriptions of parameters and outputs and the labels of the console
* @throws ConfigurationError for every scalar with two meanings, alias and merge key, with its place
*/
function compactTemplate(text, file, texts = "kept") {
	const plain = text.startsWith("﻿") ? text.slice(1) : text;
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(plain, {
		lineCounter: lines,
		logLevel: "silent",
		merge: false
	});
	const problems = [];
	const writer = {
		isJson: plain.trimStart().startsWith("{"),
		isWritten: (path) => texts === "kept" || !isForReaders(path),
		complain: (node, what, fix) => {
			const { line, col } = lines.linePos(node.range?.[0] ?? 0);
			problems.push({
				what,
				fix,
				place: {
					file,
					line,
					column: col
				}
			});
			return "null";
		}
	};
	const written = document.contents === null ? "null" : write(document.contents, writer, []);
	if (problems.length > 0) throw new ConfigurationError(problems.slice(0, MOST_PROBLEMS));
	return written;
}
/** Problems of one template that are told. */
const MOST_PROBLEMS = 20;
/** Whether CloudFormation only shows the member at this path. */
function isForReaders([section = "", name = "", member = "", ...more]) {
	if (section === "Metadata") return name === "AWS::CloudFormation::Interface" && member === "";
	return (section === "Parameters" || section === "Outputs") && member === "Description" && more.length === 0;
}
function write(node, writer, path) {
	if ((0, import_dist.isAlias)(node)) return writer.complain(node, "CloudFormation takes no YAML alias.", "Write the value that the alias stands for at this place.");
	const tag = node.tag ?? "";
	const short = /^!([A-Za-z0-9]+)$/.exec(tag)?.[1];
	if (short === void 0 && tag.startsWith("!")) return writer.complain(node, "The tag names no function of CloudFormation.", "Write a function such as !Ref, or remove the tag.");
	if (short === void 0) return content(node, writer, path);
	const name = short === "Ref" || short === "Condition" ? short : `Fn::${short}`;
	return `{${JSON.stringify(name)}:${(0, import_dist.isScalar)(node) ? argument(name, node) : content(node, writer, [...path, name])}}`;
}
/** A scalar behind a short function is text; a dot parts the resource of `!GetAtt` from its attribute. */
function argument(name, node) {
	const value = textOf$2(node);
	const dot = value.indexOf(".");
	return JSON.stringify(name === "Fn::GetAtt" && dot > 0 ? [value.slice(0, dot), value.slice(dot + 1)] : value);
}
function content(node, writer, path) {
	if ((0, import_dist.isSeq)(node)) return `[${node.items.map((item) => write(item, writer, [...path, ""])).join(",")}]`;
	if ((0, import_dist.isScalar)(node)) return scalar(node, writer);
	if (!(0, import_dist.isMap)(node)) return writer.complain(node, "CloudFormation takes no such value.", "Write a text, a list or a mapping at this place.");
	return `{${node.items.flatMap(({ key, value }) => {
		const name = keyOf(key, writer);
		const inner = [...path, name];
		if (!writer.isWritten(inner)) return [];
		return [`${JSON.stringify(name)}:${value === null ? "null" : write(value, writer, inner)}`];
	}).join(",")}}`;
}
/** A key is always text in JSON, also where YAML reads a number. */
function keyOf(node, writer) {
	if (!(0, import_dist.isScalar)(node) || node.type === "PLAIN" && textOf$2(node) === "<<") {
		writer.complain(node, (0, import_dist.isScalar)(node) ? "CloudFormation takes no merge key (<<)." : "The key is no text.", "Write the members themselves at this place, each with a text as key.");
		return "";
	}
	const written = scalar(node, writer);
	return written.startsWith("\"") ? JSON.parse(written) : written;
}
const textOf$2 = (node) => node.source ?? String(node.value);
function scalar(node, writer) {
	if (typeof node.value === "string" && node.type !== "PLAIN") return JSON.stringify(node.value);
	const source = textOf$2(node);
	if (writer.isJson) return source;
	if (node.tag === "tag:yaml.org,2002:str") return JSON.stringify(source);
	if (/^(?:~|null|Null|NULL|)$/.test(source)) return "null";
	if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(source)) return source.toLowerCase();
	if (/^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/.test(source)) return source;
	const kind = TWO_MEANINGS.find(([pattern]) => pattern.test(source))?.[1];
	if (kind === void 0) return JSON.stringify(source);
	return writer.complain(node, `${kind} stands here without quotes, and versions of YAML read it differently.`, "Put it in quotes when it is a text; else write true, false or a plain decimal number.");
}
/** Scalars without quotes that are a text to one version of YAML and something else, or another number, to another. */
const TWO_MEANINGS = [
	[/^(?:y|yes|n|no|on|off)$/i, "A word such as yes, no, on or off"],
	[/^[-+]?0\d[\d_]*$/, "A number with a leading zero"],
	[/^[-+]?\d[\d_]*(?::\d{1,2})+(?:\.[\d_]*)?$/, "A number with colons"],
	[/^[-+]?0(?:x[\da-f_]+|b[01_]+|o[0-7_]+)$/i, "A number that is not decimal"],
	[/^[-+]?\d[\d_]*$/, "A number with a sign or an underscore"],
	[/^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?$/i, "A number with an exponent, an underscore, or a zero at its end"],
	[/^[-+]?\.(?:inf|nan)$/i, "A word that YAML reads as a number"],
	[/^=$/, "The sign ="]
];

// packages/domain/lib/target/unhealthy-event.js
/** `(service web) (port 8080) is unhealthy in (target-group ARN) due to (reason Request timed out)`, or `(instance i-1) (port 1) is …` */
const UNHEALTHY = /(?:\(instance (?<instance>[\w-]+)\) )?\(port (?<port>\d+)\) is unhealthy in \(?target-group (?<group>[^)\s]+)\)? due to \(?(?:reason )?(?<reason>[^)]*)/;
const REASONS = [
	[/timed out/i, "Target.Timeout"],
	[/with these codes/i, "Target.ResponseCodeMismatch"],
	[/^Health checks failed\s*$/i, "Target.FailedHealthChecks"]
];
/** Targets that ECS found unhealthy and has replaced: only its events still tell of them. Each port and reason once. */
function targetsIn(events) {
	const found = /* @__PURE__ */ new Map();
	for (const { text } of events) {
		const { instance, port = "", reason: description = "" } = UNHEALTHY.exec(text)?.groups ?? {};
		const reason = REASONS.find(([pattern]) => pattern.test(description))?.[1];
		if (reason === void 0) continue;
		found.set(`${port} ${description}`, {
			id: instance ?? "replaced target",
			port: Number(port),
			state: "unhealthy",
			reason,
			description
		});
	}
	return [...found.values()];
}

// packages/domain/lib/network.js
/** How a subnet reaches the internet: through what, if there is an active default route. */
function defaultRoute(subnet, tables) {
	const table = routeTableOf(subnet, tables);
	return table?.routes.find(({ to }) => to === "0.0.0.0/0") ?? table?.routes.find(({ to }) => to === "::/0");
}
/** Routes from the subnet to other networks, which can't be inspected from here. */
function otherNetworks(subnet, tables) {
	return (routeTableOf(subnet, tables)?.routes ?? []).filter(({ active, through }) => active && /^(tgw|pcx|vgw|eni)-/.test(through)).map(({ through }) => through);
}
function routeTableOf(subnet, tables) {
	return tables.find(({ subnets }) => subnets.includes(subnet.id)) ?? tables.find(({ main, vpc }) => main && vpc === subnet.vpc);
}
/** Peers to which, or from which, the rules let TCP connections of the port pass. */
function peersAt(rules, port) {
	return rules.filter(({ protocol, from, to }) => protocol === "-1" || (protocol === "tcp" || protocol === "6") && from <= port && port <= to).flatMap(({ peers }) => peers);
}

// packages/domain/lib/text/json-diff.js
/** Every difference between two values, down to the scalars; lists of named objects are compared by name. */
function diffJson(before, after, path = []) {
	if (before === void 0 && after === void 0) return [];
	if (isJsonObject(before) && isJsonObject(after)) return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => diffJson(own(before, name), own(after, name), [...path, name]));
	const a = namedItems(before ?? []);
	const b = namedItems(after ?? []);
	if (a !== void 0 && b !== void 0) return [.../* @__PURE__ */ new Set([...a.keys(), ...b.keys()])].flatMap((name) => diffJson(a.get(name), b.get(name), [...path, name]));
	if (before === void 0) return [{
		path,
		after
	}];
	if (after === void 0) return [{
		path,
		before
	}];
	return isSame(before, after) ? [] : [{
		path,
		before,
		after
	}];
}
function own(value, name) {
	return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : void 0;
}
/** The items by name, when every item is an object with a name of its own. */
function namedItems(value) {
	if (!Array.isArray(value)) return void 0;
	const items = /* @__PURE__ */ new Map();
	for (const item of value) {
		const name = isJsonObject(item) ? item["name"] : void 0;
		if (typeof name !== "string" || items.has(name)) return void 0;
		items.set(name, item);
	}
	return items;
}
/** Equal values; the order of an object's members means nothing. */
function isSame(a, b) {
	if (Array.isArray(a) && Array.isArray(b)) {
		const others = b;
		return a.length === others.length && a.every((one, index) => isSame(one, others[index] ?? null));
	}
	if (isJsonObject(a) && isJsonObject(b)) {
		const names = Object.keys(a);
		return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name] ?? null, b[name] ?? null));
	}
	return a === b;
}

// packages/domain/lib/task-definition/fargate-sizes.js
/** CPU units and the memory sizes in MiB that Fargate gives them; the sizes above 4096 need platform version 1.4.0. */
const SIZES = [
	[256, [
		512,
		1024,
		2048
	]],
	[512, steps(1024, 4096, 1024)],
	[1024, steps(2048, 8192, 1024)],
	[2048, steps(4096, 16384, 1024)],
	[4096, steps(8192, 30720, 1024)],
	[8192, steps(16384, 61440, 4096)],
	[16384, steps(32768, 122880, 8192)]
];
function steps(from, to, step) {
	return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
/** CPU units of `1024`, `1 vCPU` or `.5 vcpu`; undefined for anything else. */
function cpuUnits(text) {
	const [, number, unit] = /^\s*(\d+|\d*\.\d+)\s*(vcpu)?\s*$/i.exec(text) ?? [];
	if (number === void 0) return void 0;
	const units = Number(number) * (unit === void 0 ? 1 : 1024);
	return Number.isInteger(units) ? units : void 0;
}
/** MiB of `2048`, `2GB` or `.5 GB`; undefined for anything else. */
function memoryMiB(text) {
	const [, number, unit] = /^\s*(\d+|\d*\.\d+)\s*(gb)?\s*$/i.exec(text) ?? [];
	if (number === void 0) return void 0;
	const mib = Number(number) * (unit === void 0 ? 1 : 1024);
	return Number.isInteger(mib) ? mib : void 0;
}
/** Why Fargate has no such size, and the sizes that it has; undefined when the pair is right. */
function fargateSizeProblem(cpu, memory) {
	const units = cpuUnits(cpu);
	const sizes = SIZES.find(([one]) => one === units)?.[1];
	if (sizes === void 0) return {
		member: "cpu",
		what: `Fargate has no cpu ${JSON.stringify(cpu)}`,
		fix: `Write one of ${SIZES.map(([one]) => one).join(", ")}.`
	};
	const mib = memoryMiB(memory);
	if (mib !== void 0 && sizes.includes(mib)) return void 0;
	const few = sizes.length <= 4 ? sizes.join(", ") : `${sizes[0]} to ${sizes.at(-1)} in steps of ${(sizes[1] ?? 0) - (sizes[0] ?? 0)}`;
	return {
		member: "memory",
		what: `Fargate has no memory ${JSON.stringify(memory)} for cpu ${units}`,
		fix: `Write ${few} (MiB), or change cpu.`
	};
}

// packages/domain/lib/task-definition/normalise.js
/**
* Normalises a task definition for comparison: two definitions with the same meaning become equal objects. It removes the
* defaults that ECS adds to its answers, and empty lists and objects. It sorts lists whose order has no meaning. An empty
* string stays where the user's own program reads it (variables, words of a command, labels, options); elsewhere it is
* removed.
*/
function normalise(definition) {
	const awsvpc = definition["networkMode"] === "awsvpc";
	const host = definition["networkMode"] === "host";
	const size = (name, read) => {
		const value = definition[name];
		return typeof value === "string" ? { [name]: String(read(value) ?? value) } : {};
	};
	return compact({
		...definition,
		...size("cpu", cpuUnits),
		...size("memory", memoryMiB),
		networkMode: definition["networkMode"] === "bridge" ? null : definition["networkMode"] ?? null,
		requiresCompatibilities: sorted(definition["requiresCompatibilities"], textOf$3),
		containerDefinitions: containersOf(definition).map((container) => normaliseContainer(container, awsvpc || host)),
		volumes: sorted(objectsIn(definition["volumes"]).map(normaliseVolume), nameOf)
	}, TASK_DEFINITION_SHAPE);
}
function normaliseContainer(container, ownAddress) {
	return {
		...without(container, {
			cpu: 0,
			essential: true,
			versionConsistency: "enabled"
		}),
		portMappings: objectsIn(container["portMappings"]).map((mapping) => without(without(mapping, {
			protocol: "tcp",
			hostPort: 0
		}), { hostPort: ownAddress ? mapping["containerPort"] ?? 0 : 0 })),
		environment: sorted(container["environment"], nameOf),
		secrets: sorted(container["secrets"], nameOf),
		ulimits: sorted(container["ulimits"], nameOf),
		mountPoints: objectsIn(container["mountPoints"]).map((mount) => without(mount, { readOnly: false })),
		volumesFrom: objectsIn(container["volumesFrom"]).map((from) => without(from, { readOnly: false })),
		healthCheck: isJsonObject(container["healthCheck"]) ? without(container["healthCheck"], {
			interval: 30,
			timeout: 5,
			retries: 3
		}) : null,
		restartPolicy: isJsonObject(container["restartPolicy"]) ? without(container["restartPolicy"], { restartAttemptPeriod: 300 }) : null
	};
}
function normaliseVolume(volume) {
	const efs = volume["efsVolumeConfiguration"];
	return isJsonObject(efs) ? {
		...volume,
		efsVolumeConfiguration: without(efs, {
			rootDirectory: "/",
			transitEncryption: "DISABLED"
		})
	} : volume;
}
function without(value, defaults) {
	return Object.fromEntries(Object.entries(value).filter(([name, one]) => one !== defaults[name]));
}
function nameOf(value) {
	return isJsonObject(value) ? textOf$3(value["name"]) : "";
}
function sorted(value, key) {
	if (!Array.isArray(value)) return null;
	return value.toSorted((a, b) => key(a) < key(b) ? -1 : Number(key(a) > key(b)));
}
/** Removes nulls, empty lists and empty objects at every depth, and members that are an empty string. */
function compact(value, shape) {
	const members = Object.entries(value).flatMap(([name, one]) => {
		const own = shapeOf(shape, name);
		if (one === "" && own === "string" && isStruct(shape) && name !== "value") return [];
		const kept = compactValue(one, own);
		return kept === void 0 ? [] : [[name, kept]];
	});
	return Object.fromEntries(members);
}
function compactValue(value, shape) {
	if (value === null) return void 0;
	if (Array.isArray(value)) {
		const item = typeof shape === "object" && shape.kind === "list" ? shape.of : void 0;
		return value.length === 0 ? void 0 : value.map((one) => compactValue(one, item) ?? {});
	}
	if (typeof value !== "object") return value;
	const object = compact(value, shape);
	return Object.keys(object).length === 0 ? void 0 : object;
}
function isStruct(shape) {
	return typeof shape === "object" && shape.kind === "struct";
}
function shapeOf(shape, name) {
	if (typeof shape !== "object") return void 0;
	return shape.kind === "struct" ? own$1(shape.members, name)?.shape : shape.of;
}

// packages/domain/lib/task-definition/diff.js
/** Differences in meaning between two task definitions. */
function diffTaskDefinitions(before, after) {
	return diffJson(normalise(before), normalise(after));
}
const HIDDEN = "(not shown)";
/**
* The changes in `diff` notation, one line a side. Values of the environment are hidden, because users keep secrets there.
* Labels, options and commands are hidden when they look secret. Secrets are shown by ARN or path.
*/
function formatTaskDefinitionDiff(changes) {
	return changes.flatMap(({ path, before, after }) => {
		const name = path.map(String).filter((part, index) => !(isPair(path) && index === 4 && part === "value")).join(".");
		const [old, fresh] = [before, after].map((value) => value === void 0 ? void 0 : show(path, value));
		if (old === HIDDEN && fresh === HIDDEN) return [`- ${name}: (old value, not shown)`, `+ ${name}: (new value, not shown)`];
		return [...old === void 0 ? [] : [`- ${name}: ${old}`], ...fresh === void 0 ? [] : [`+ ${name}: ${fresh}`]];
	}).join("\n");
}
/** `containerDefinitions.app.environment.NAME[.value]`, and the same of secrets. */
function isPair(path) {
	return path[0] === "containerDefinitions" && (path[2] === "environment" || path[2] === "secrets") && path.length >= 4;
}
function show(path, value) {
	if (isPair(path)) {
		const shown = isJsonObject(value) ? value["value"] ?? value["valueFrom"] ?? "" : value;
		return path[2] === "environment" || path[4] === "name" ? HIDDEN : showJson(isSecretName(shown) ? shown : HIDDEN);
	}
	return showJson(hide(path.findLast((part) => typeof part === "string") ?? "", value));
}
function showJson(value) {
	return value === HIDDEN ? HIDDEN : JSON.stringify(value);
}
/** Whether a value is an ARN or a path. Another text in `valueFrom` may be the secret itself, written there by mistake. */
function isSecretName(value) {
	return typeof value === "string" && /^(arn:aws[\w-]*:|\/[\w./-]+$)/.test(value);
}
function hide(name, value) {
	if (typeof value === "string") {
		if (name === "valueFrom") return isSecretName(value) ? value : HIDDEN;
		return looksSecret(name, value) && !/^arn:|@sha256:/.test(value) ? HIDDEN : value;
	}
	if (Array.isArray(value)) return value.map((one) => name === "environment" && isJsonObject(one) && "value" in one ? {
		...one,
		value: HIDDEN
	} : hide(name, one));
	if (!isJsonObject(value)) return value;
	const named = typeof value["name"] === "string" ? value["name"] : void 0;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === "value" && named !== void 0 ? hide(named, one) : key === "name" ? one : hide(key, one)]));
}

// packages/domain/lib/task-definition/check-ports.js
/** Members that speak of a network of the container's own, by the modes in which it has one. */
const NETWORK_MEMBERS = {
	links: ["bridge"],
	hostname: [
		"bridge",
		"host",
		"none"
	],
	dnsServers: [
		"bridge",
		"host",
		"none"
	],
	dnsSearchDomains: [
		"bridge",
		"host",
		"none"
	],
	extraHosts: [
		"bridge",
		"host",
		"none"
	]
};
/** Names of ports and ports of the host, which the containers of a task share. */
function checkSharedPorts(definition, containers, report) {
	const names = /* @__PURE__ */ new Map();
	const hosts = /* @__PURE__ */ new Map();
	for (const [index, container] of containers.entries()) {
		const own = textOf$3(container["name"]);
		for (const [at, mapping] of objectsIn(container["portMappings"]).entries()) {
			const here = [
				"containerDefinitions",
				index,
				"portMappings",
				at
			];
			const name = textOf$3(mapping["name"]);
			const other = names.get(name);
			if (name !== "" && other !== void 0) report([...here, "name"], `two ports are named ${quoted(name)}, of ${other === own ? `container ${own}` : `the containers ${other} and ${own}`}`, "Give every port of the task a name of its own.");
			names.set(name, own);
			const host = mapping["hostPort"];
			if (typeof host !== "number" || host === 0 || textOf$3(definition["networkMode"] ?? "bridge") !== "bridge") continue;
			const key = `${host}/${textOf$3(mapping["protocol"] ?? "tcp")}`;
			const holder = hosts.get(key);
			if (holder !== void 0 && holder !== own) report([...here, "hostPort"], `the containers ${holder} and ${own} both take the port ${key} of the host`, "Choose another hostPort, or remove it: ECS then chooses one.");
			hosts.set(key, own);
		}
	}
}
const HIGHEST_PORT = 65535;
/** `8000-8080` */
const RANGE = /^(\d+)-(\d+)$/;
const NAME$1 = /^[a-z0-9_][a-z0-9_-]{0,63}$/;
/** A container's ports, and what its network mode has no place for. */
function checkPorts(definition, container, path, report) {
	const name = textOf$3(container["name"]);
	const mode = textOf$3(definition["networkMode"] ?? "bridge");
	const mappings = objectsIn(container["portMappings"]);
	if (mode === "none" && mappings.length > 0) report([...path, "portMappings"], `container ${name} has port mappings, and networkMode none has no network`, "Remove portMappings, or choose another networkMode.");
	const seen = [];
	for (const [at, mapping] of mappings.entries()) {
		const here = [
			...path,
			"portMappings",
			at
		];
		const problem = portProblem(mapping, mode);
		if (problem !== void 0) report(here, problem.what.replace("CONTAINER", name), problem.fix);
		if (typeof mapping["name"] === "string" && !NAME$1.test(mapping["name"])) report([...here, "name"], `${quoted(mapping["name"])} is no name of a port`, "Use at most 64 small letters, digits, - and _, and no - at the beginning.");
		const range = rangeOf(mapping);
		if (range === void 0) continue;
		const protocol = textOf$3(mapping["protocol"] ?? "tcp");
		const host = mapping["hostPort"];
		if (seen.find((one) => one.protocol === protocol && one.from <= range.to && range.from <= one.to && !(mode === "bridge" && host !== void 0 && one.host !== void 0 && host !== one.host)) !== void 0) report(here, `container ${name} has the port ${range.from === range.to ? range.from : `${range.from}-${range.to}`}/${protocol} twice`, "Remove one of the two.");
		seen.push({
			...range,
			protocol,
			host
		});
	}
	for (const [member, modes] of Object.entries(NETWORK_MEMBERS)) {
		const value = container[member];
		if (modes.includes(mode) || value === void 0 || value === "") continue;
		if (Array.isArray(value) && value.length === 0) continue;
		report([...path, member], `container ${name} has ${member}, which networkMode ${mode} does not allow`, member === "links" && mode !== "none" ? "Remove it: containers of a task reach one another on localhost." : "Remove it.");
	}
}
function portProblem(mapping, mode) {
	const { containerPort: port, hostPort: host, containerPortRange: range } = mapping;
	if (port === void 0 && range === void 0) return {
		what: "a port mapping of container CONTAINER has no containerPort",
		fix: "Add containerPort."
	};
	if (port !== void 0 && range !== void 0) return {
		what: "a port mapping of container CONTAINER has containerPort and containerPortRange",
		fix: "Keep one of them."
	};
	if (typeof port === "number" && (port < 1 || port > HIGHEST_PORT)) return {
		what: `containerPort ${port} is no port`,
		fix: `Write a number from 1 to ${HIGHEST_PORT}.`
	};
	if (typeof host === "number" && (host < 0 || host > HIGHEST_PORT)) return {
		what: `hostPort ${host} is no port`,
		fix: `Write a number from 0 to ${HIGHEST_PORT}.`
	};
	if (typeof range === "string") {
		const found = rangeOf(mapping);
		if (found === void 0 || found.from < 1 || found.to > HIGHEST_PORT || found.from >= found.to) return {
			what: `containerPortRange ${quoted(range)} is no range of ports`,
			fix: `Write it like 8000-8080, from 1 to ${HIGHEST_PORT}.`
		};
		if (host !== void 0) return {
			what: "hostPort stands beside containerPortRange",
			fix: "Remove hostPort."
		};
		if (mode !== "bridge" && mode !== "awsvpc") return {
			what: `containerPortRange needs networkMode bridge or awsvpc, not ${mode}`,
			fix: "Write single ports, or change networkMode."
		};
	}
	if (!(mode === "awsvpc" || mode === "host") || host === void 0 || host === port || mode === "host" && host === 0) return void 0;
	return {
		what: `hostPort ${JSON.stringify(host)} differs from containerPort ${JSON.stringify(port ?? null)}, which ${mode} does not allow`,
		fix: "Remove hostPort."
	};
}
function rangeOf(mapping) {
	const { containerPort: port, containerPortRange: range } = mapping;
	if (typeof port === "number") return {
		from: port,
		to: port
	};
	const [, from, to] = RANGE.exec(textOf$3(range)) ?? [];
	return from === void 0 || to === void 0 ? void 0 : {
		from: Number(from),
		to: Number(to)
	};
}

// packages/domain/lib/task-definition/check-container.js
/** One container's variables, ports, times and logging. */
function checkContainer$1(definition, container, path, fargate, report) {
	checkVariables(container, path, report);
	checkEnvironmentFiles(container, path, report);
	checkPorts(definition, container, path, report);
	checkTimes(container, path, fargate, report);
	checkLogging(container, path, fargate, report);
}
function checkVariables(container, path, report) {
	const names = /* @__PURE__ */ new Map();
	for (const list of ["environment", "secrets"]) for (const [at, entry] of objectsIn(container[list]).entries()) {
		const name = textOf$3(entry["name"] ?? "");
		if (name === "" || /[=\s]/.test(name)) {
			report([
				...path,
				list,
				at
			], name === "" ? `an entry of ${list} of container ${textOf$3(container["name"])} has no name` : `${JSON.stringify(/^[^=\s]*/.exec(name)?.[0] ?? "")} in ${list} of container ${textOf$3(container["name"])} goes on with ${name.includes("=") ? "=" : "a space"}, which no name of a variable has`, "Name it with letters, digits and _; its value stands apart.");
			continue;
		}
		const twin = names.get(name);
		if (twin !== void 0) report([
			...path,
			list,
			at
		], `container ${textOf$3(container["name"])} has ${name} twice (${twin === list ? list : `${twin} and ${list}`})`, "Keep one of them.");
		names.set(name, list);
		if (list === "secrets") checkSecret(entry, [
			...path,
			list,
			at,
			"valueFrom"
		], report);
	}
	const logging = container["logConfiguration"];
	if (!isJsonObject(logging)) return;
	for (const [at, entry] of objectsIn(logging["secretOptions"]).entries()) checkSecret(entry, [
		...path,
		"logConfiguration",
		"secretOptions",
		at,
		"valueFrom"
	], report);
}
/** `…:secret:NAME` and nothing, or its three parts: JSON key, version stage and version id, each possibly empty. */
const SECRET = /^secret:[^:]+(?::([^:]*):([^:]*):([^:]*))?$/;
function checkSecret(entry, path, report) {
	const from = entry["valueFrom"];
	if (typeof from !== "string") return;
	const name = textOf$3(entry["name"]);
	const arn = parseArn(from);
	if (arn?.service === "secretsmanager" && arn.resource.startsWith("secret:")) {
		const parts = SECRET.exec(arn.resource);
		if (parts === null) {
			const key = arn.resource.split(":")[2] ?? "";
			report(path, `secret ${name}: behind the secret’s name stand ${arn.resource.split(":").length - 2} parts, and ECS wants none or three`, `Write :${key}:: for the key ${key} of its JSON.`);
		} else if ((parts[2] ?? "") !== "" && (parts[3] ?? "") !== "") report(path, `secret ${name} names a version stage and a version id`, "Leave one of the two empty.");
		return;
	}
	if (from.startsWith("arn") ? arn?.service === "ssm" && arn.resource.startsWith("parameter/") : /^[\w./-]+$/.test(from)) return;
	report(path, from === "" ? `secret ${name} has an empty valueFrom` : `secret ${name}: ${from.startsWith("arn:") ? quoted(from) : "the value (not shown)"} is neither the ARN of a secret nor of a parameter`, "Write arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef (with :json-key:: for one key), an SSM parameter’s ARN or its name; input secrets takes NAME:json-key:: too.");
}
/** RegisterTaskDefinition takes at most this many of each. */
const MOST_ENVIRONMENT_FILES = 10;
const MOST_IGNORED_EXIT_CODES = 50;
function checkEnvironmentFiles(container, path, report) {
	const count = objectsIn(container["environmentFiles"]).length;
	if (count > MOST_ENVIRONMENT_FILES) report([...path, "environmentFiles"], `container ${textOf$3(container["name"])} has ${count} environment files, and ECS takes ${MOST_ENVIRONMENT_FILES}`, "Put the variables into fewer files.");
	for (const [at, file] of objectsIn(container["environmentFiles"]).entries()) {
		const value = textOf$3(file["value"]);
		const arn = parseArn(value);
		const right = arn?.service === "s3" && /^[^/]+\/.+/.test(arn.resource);
		if (right && value.endsWith(".env")) continue;
		report([
			...path,
			"environmentFiles",
			at,
			"value"
		], `the environment file ${quoted(value)} ${right ? "does not end in .env" : "is no ARN of an object in S3"}`, "Write it like arn:aws:s3:::BUCKET/path/app.env.");
	}
}
function checkTimes(container, path, fargate, report) {
	const range = (holder, at, name, min, max) => {
		const value = holder[name];
		if (typeof value === "number" && (value < min || value > max)) report([...at, name], `${formatJsonPath([...at, name])} is ${value}`, `Write a number from ${min} to ${max}.`);
	};
	const health = container["healthCheck"];
	if (isJsonObject(health)) {
		const at = [...path, "healthCheck"];
		range(health, at, "interval", 5, 300);
		range(health, at, "timeout", 2, 60);
		range(health, at, "retries", 1, 10);
		range(health, at, "startPeriod", 0, 300);
		const [first, ...words] = health["command"] ?? [];
		if (first !== "CMD" && first !== "CMD-SHELL") report([...at, "command"], first === void 0 ? "the health check’s command is empty" : `the health check’s command begins with ${JSON.stringify(first)}`, "Begin it with \"CMD-SHELL\" (one shell line) or \"CMD\" (program and arguments).");
		else if (textOf$3(words[0]).trim() === "") report([...at, "command"], `the health check’s command has nothing behind ${JSON.stringify(first)}`, first === "CMD" ? "Add the program and its arguments." : "Add the shell line.");
	}
	for (const [index, limit] of objectsIn(container["ulimits"]).entries()) {
		const { hardLimit: hard, softLimit: soft } = limit;
		if (typeof hard !== "number" || typeof soft !== "number" || hard < 0 || soft >= 0 && soft <= hard) continue;
		report([
			...path,
			"ulimits",
			index,
			"softLimit"
		], `softLimit ${soft} of ulimit ${textOf$3(limit["name"])} is above its hardLimit ${hard}`, "Write a softLimit of at most the hardLimit.");
	}
	const linux = container["linuxParameters"];
	if (isJsonObject(linux)) range(linux, [...path, "linuxParameters"], "swappiness", 0, 100);
	const restart = container["restartPolicy"];
	if (isJsonObject(restart)) {
		range(restart, [...path, "restartPolicy"], "restartAttemptPeriod", 60, 1800);
		const codes = restart["ignoredExitCodes"];
		if (Array.isArray(codes) && codes.length > MOST_IGNORED_EXIT_CODES) report([
			...path,
			"restartPolicy",
			"ignoredExitCodes"
		], `restartPolicy ignores ${codes.length} exit codes, and ECS takes ${MOST_IGNORED_EXIT_CODES}`, "Name fewer.");
	}
	if (!fargate) return;
	range(container, path, "startTimeout", 2, 120);
	range(container, path, "stopTimeout", 0, 120);
}
/** CreateLogGroup's pattern for `logGroupName`. */
const GROUP = /^[\w./#-]{1,512}$/;
function checkLogging(container, path, fargate, report) {
	const logging = container["logConfiguration"];
	if (!isJsonObject(logging)) return;
	const at = [...path, "logConfiguration"];
	const driver = textOf$3(logging["logDriver"]);
	if (fargate && LOG_DRIVERS.includes(driver) && ![
		"awslogs",
		"splunk",
		"awsfirelens"
	].includes(driver)) report([...at, "logDriver"], `Fargate has no log driver ${driver}`, "Write awslogs, splunk or awsfirelens.");
	if (driver !== "awslogs") return;
	const options = isJsonObject(logging["options"]) ? logging["options"] : {};
	if (options["awslogs-datetime-format"] !== void 0 && options["awslogs-multiline-pattern"] !== void 0) report([
		...at,
		"options",
		"awslogs-multiline-pattern"
	], `container ${textOf$3(container["name"])} has awslogs-datetime-format and awslogs-multiline-pattern`, "Keep one of them.");
	const group = textOf$3(options["awslogs-group"]);
	if (group !== "" && !GROUP.test(group)) {
		const name = /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(group)?.[1];
		report([
			...at,
			"options",
			"awslogs-group"
		], `awslogs-group ${quoted(group)} is no name of a log group`, name === void 0 ? "Use at most 512 letters, digits and the characters . - _ / #." : `Write the name alone: ${name}.`);
	}
	const mode = options["mode"];
	if (mode !== void 0 && mode !== "blocking" && mode !== "non-blocking") report([
		...at,
		"options",
		"mode"
	], `mode of the log driver is ${quoted(textOf$3(mode))}`, "Write blocking or non-blocking.");
	const region = textOf$3(options["awslogs-region"]);
	const wrong = region === "" ? void 0 : regionProblem(region);
	if (wrong !== void 0) report([
		...at,
		"options",
		"awslogs-region"
	], `awslogs-region ${wrong.what}`, `${wrong.guess}Write a region like us-east-1.`);
	const wanted = [
		"awslogs-group",
		"awslogs-region",
		...fargate ? ["awslogs-stream-prefix"] : []
	];
	for (const name of wanted.filter((one) => textOf$3(options[one]) === "")) report([...at, "options"], `container ${textOf$3(container["name"])}: the log driver awslogs has no ${name}`, `Add ${name} to logConfiguration.options, or give log-configuration-options.`);
}

// packages/domain/lib/task-definition/check-dependencies.js
/** Every dependency exists, suits its container, and none goes in a circle. */
function checkDependencies(containers, report) {
	const names = containers.map(({ name }) => textOf$3(name));
	for (const [index, container] of containers.entries()) {
		const own = names[index] ?? "";
		for (const [at, dependency] of objectsIn(container["dependsOn"]).entries()) {
			const path = [
				"containerDefinitions",
				index,
				"dependsOn",
				at
			];
			const other = containers.find(({ name }) => name === dependency["containerName"]);
			const condition = textOf$3(dependency["condition"]);
			if (other === void 0) {
				report(path, `container ${own} depends on ${JSON.stringify(dependency["containerName"])}, which does not exist`, `The containers are: ${names.join(", ")}.`);
				continue;
			}
			const name = textOf$3(other["name"]);
			if (condition === "HEALTHY" && other["healthCheck"] === void 0) report(path, `container ${own} waits for ${name} to be healthy, which has no healthCheck`, `Add a healthCheck to ${name}, or use the condition START.`);
			if ((condition === "COMPLETE" || condition === "SUCCESS") && isEssential(other)) report(path, `container ${own} waits for the end (${condition}) of ${name}, which is essential: its end ends the task`, `Set essential: false on ${name}.`);
		}
	}
	const circle = findCircle(containers);
	if (circle !== void 0) report([
		"containerDefinitions",
		names.indexOf(circle[0] ?? ""),
		"dependsOn"
	], `the containers wait for one another: ${circle.join(" -> ")}`, "Remove one of these dependencies.");
}
function findCircle(containers) {
	const others = new Map(containers.map(({ dependsOn, name }) => [textOf$3(name), objectsIn(dependsOn).map(({ containerName }) => textOf$3(containerName))]));
	const visit = (name, path) => {
		if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
		for (const other of others.get(name) ?? []) {
			const circle = visit(other, [...path, name]);
			if (circle !== void 0) return circle;
		}
	};
	for (const name of others.keys()) {
		const circle = visit(name, []);
		if (circle !== void 0) return circle;
	}
}

// packages/domain/lib/task-definition/check-fargate.js
/** Fargate's rules for a whole task. @param complete false while a stack may still fill in what is absent */
function checkFargate(definition, complete, report) {
	const mode = definition["networkMode"];
	if (mode === void 0 ? complete : mode !== "awsvpc") report(["networkMode"], `Fargate needs networkMode awsvpc, not ${JSON.stringify(mode ?? "bridge")}`, "Set networkMode to awsvpc.");
	checkSize(definition, complete, report);
	if (complete && definition["executionRoleArn"] === void 0) {
		const why = whyExecutionRole(definition);
		if (why !== void 0) reportNoRole(`Fargate needs ${why}`, report);
	}
	const storage = definition["ephemeralStorage"];
	const size = isJsonObject(storage) ? storage["sizeInGiB"] : void 0;
	if (typeof size === "number" && (size < 21 || size > 200)) report(["ephemeralStorage", "sizeInGiB"], `ephemeralStorage.sizeInGiB is ${size}`, "Write a number from 21 to 200.");
	const unfitMembers = [
		[
			"pidMode",
			definition["pidMode"] === "host",
			"Write task, or remove it."
		],
		[
			"ipcMode",
			definition["ipcMode"] !== void 0,
			"Remove it."
		],
		[
			"placementConstraints",
			objectsIn(definition["placementConstraints"]).length > 0,
			"Remove it."
		]
	];
	for (const [member, unfit, fix] of unfitMembers) if (unfit) report([member], `${member} is ${member === "placementConstraints" ? "given" : textOf$3(definition[member])}, which Fargate does not allow`, fix);
	checkPlatform(definition, report);
	for (const [index, volume] of objectsIn(definition["volumes"]).entries()) {
		if (isJsonObject(volume["fsxWindowsFileServerVolumeConfiguration"])) report([
			"volumes",
			index,
			"fsxWindowsFileServerVolumeConfiguration"
		], `volume ${textOf$3(volume["name"])} is a file system of FSx for Windows, which Fargate does not mount`, "Use efsVolumeConfiguration, or run the task on EC2.");
		const host = volume["host"];
		const unfit = isJsonObject(host) && host["sourcePath"] !== void 0 ? ["host", "sourcePath"] : volume["dockerVolumeConfiguration"] === void 0 ? void 0 : ["dockerVolumeConfiguration"];
		if (unfit !== void 0) report([
			"volumes",
			index,
			...unfit
		], `volume ${textOf$3(volume["name"])} has ${unfit.join(".")}, and tasks on Fargate have no host`, "Use a volume of the task (name alone) or efsVolumeConfiguration.");
	}
	for (const [index, container] of containersOf(definition).entries()) checkContainer(container, ["containerDefinitions", index], report);
}
/** Releases of Windows Server that run on EC2 only. */
const WINDOWS_ON_EC2 = /^WINDOWS_SERVER_(2004|2016|20H2)_/;
function checkPlatform(definition, report) {
	const platform = definition["runtimePlatform"];
	const os = isJsonObject(platform) ? textOf$3(platform["operatingSystemFamily"]) : "";
	if (!WINDOWS_ON_EC2.test(os)) return;
	report(["runtimePlatform", "operatingSystemFamily"], `Fargate does not run ${os}`, "Write WINDOWS_SERVER_2019_CORE, WINDOWS_SERVER_2022_CORE or their _FULL variants.");
}
function checkSize(definition, complete, report) {
	const { cpu, memory } = definition;
	if (typeof cpu === "string" && typeof memory === "string") {
		const problem = fargateSizeProblem(cpu, memory);
		if (problem !== void 0) report([problem.member], problem.what, problem.fix);
		const platform = definition["runtimePlatform"];
		const os = isJsonObject(platform) ? textOf$3(platform["operatingSystemFamily"]) : "";
		const units = cpuUnits(cpu) ?? 1024;
		if (os.startsWith("WINDOWS") && (units < 1024 || units > 4096)) report(["cpu"], `cpu is ${JSON.stringify(cpu)}, and Windows on Fargate has 1024 to 4096`, "Write 1024, 2048 or 4096.");
	} else if (complete) report([], `Fargate needs ${[cpu === void 0 ? "cpu" : void 0, memory === void 0 ? "memory" : void 0].filter(Boolean).join(" and ")} of the whole task`, "Add cpu: \"256\" and memory: \"512\", or a larger pair.");
}
function checkContainer(container, path, report) {
	const name = textOf$3(container["name"]);
	if (container["privileged"] === true) report([...path, "privileged"], `container ${name} is privileged, which Fargate does not allow`, "Remove privileged.");
	for (const [at, { type }] of objectsIn(container["resourceRequirements"]).entries()) {
		if (type !== "GPU") continue;
		report([
			...path,
			"resourceRequirements",
			at
		], `container ${name} wants a GPU, which Fargate does not have`, "Run it on EC2 or Managed Instances, or remove it.");
	}
	const options = container["dockerSecurityOptions"];
	if (Array.isArray(options) && options.length > 0) report([...path, "dockerSecurityOptions"], `container ${name} has dockerSecurityOptions, which Fargate does not allow`, "Remove dockerSecurityOptions.");
	const linux = container["linuxParameters"];
	for (const member of [
		"devices",
		"sharedMemorySize",
		"maxSwap",
		"swappiness"
	]) {
		const value = isJsonObject(linux) ? linux[member] : void 0;
		if (value === void 0 || Array.isArray(value) && value.length === 0) continue;
		report([
			...path,
			"linuxParameters",
			member
		], `container ${name} has ${member}, which Fargate does not allow`, `Remove ${member}.`);
	}
	const capabilities = isJsonObject(linux) ? linux["capabilities"] : void 0;
	const added = isJsonObject(capabilities) ? capabilities["add"] : void 0;
	for (const [at, one] of (Array.isArray(added) ? added : []).entries()) {
		if (one === "SYS_PTRACE") continue;
		report([
			...path,
			"linuxParameters",
			"capabilities",
			"add",
			at
		], `container ${name} wants the capability ${textOf$3(one)}, and Fargate adds SYS_PTRACE only`, "Remove it.");
	}
}
/** Secrets and files are read with the execution role on every kind of capacity. An instance's own role serves for ECR and awslogs. */
function checkExecutionRole(definition, report) {
	if (definition["executionRoleArn"] !== void 0) return;
	const why = whyOfAnyTask(definition);
	if (why !== void 0) reportNoRole(`ECS needs ${why}`, report);
}
function reportNoRole(why, report) {
	report([], `the task definition has no executionRoleArn, which ${why}`, "Add executionRoleArn, the input execution-role-arn, or stack.");
}
function whyExecutionRole(definition) {
	for (const container of containersOf(definition)) {
		const name = textOf$3(container["name"]);
		if (/^\d{12}\.dkr[.-]ecr\./.test(textOf$3(container["image"]))) return `to pull the image of ${name} from ECR`;
		const logging = container["logConfiguration"];
		if (isJsonObject(logging) && logging["logDriver"] === "awslogs") return `to write the logs of ${name}`;
	}
	return whyOfAnyTask(definition);
}
function whyOfAnyTask(definition) {
	for (const container of containersOf(definition)) {
		const name = textOf$3(container["name"]);
		const logging = container["logConfiguration"];
		if (objectsIn(container["secrets"]).length > 0) return `to read the secrets of ${name}`;
		if (isJsonObject(logging) && objectsIn(logging["secretOptions"]).length > 0) return `to read the secrets of the log driver of ${name}`;
		if (isJsonObject(container["repositoryCredentials"])) return `to log in to the registry of ${name}`;
		if (objectsIn(container["environmentFiles"]).length > 0) return `to read the environment files of ${name}`;
	}
}

// packages/domain/lib/task-definition/check-firelens.js
/** The log driver awsfirelens and the container that routes its logs need one another. */
function checkFirelens(definition, fargate, report) {
	const containers = containersOf(definition).map((container, index) => ({
		name: textOf$3(container["name"]),
		path: ["containerDefinitions", index],
		driver: isJsonObject(container["logConfiguration"]) ? container["logConfiguration"]["logDriver"] : void 0,
		router: container["firelensConfiguration"]
	}));
	const users = containers.filter(({ driver }) => driver === "awsfirelens");
	const routers = containers.filter(({ router }) => isJsonObject(router));
	if (routers.length === 0) for (const { name, path } of users) report([
		...path,
		"logConfiguration",
		"logDriver"
	], `container ${name} logs through awsfirelens, and no container has firelensConfiguration`, "Add a log router: a container of the image public.ecr.aws/aws-observability/aws-for-fluent-bit:stable with firelensConfiguration {\"type\": \"fluentbit\"}. Or use the log driver awslogs.");
	for (const [index, { name, path, router }] of routers.entries()) {
		const at = [...path, "firelensConfiguration"];
		if (users.length === 0) report(at, `container ${name} has firelensConfiguration, and no container uses the log driver awsfirelens`, "Set logDriver: awsfirelens on the containers whose logs it routes, or remove firelensConfiguration.");
		if (index > 0) report(at, `container ${name} is a second log router`, "Keep firelensConfiguration on one container.");
		if (isJsonObject(router)) checkOptions(router, at, fargate, report);
	}
}
function checkOptions(router, at, fargate, report) {
	const options = isJsonObject(router["options"]) ? router["options"] : {};
	const type = options["config-file-type"];
	const value = options["config-file-value"];
	if (type === void 0 && value === void 0) return;
	const typeAt = [
		...at,
		"options",
		"config-file-type"
	];
	const valueAt = [
		...at,
		"options",
		"config-file-value"
	];
	if (type === void 0) report([...at, "options"], "config-file-value has no config-file-type", "Add config-file-type: file or s3.");
	else if (type !== "s3" && type !== "file") report(typeAt, `config-file-type is ${quoted(textOf$3(type))}`, "Write file or s3.");
	else if (value === void 0) report([...at, "options"], `config-file-type ${type} has no config-file-value`, "Add config-file-value.");
	else if (type === "s3" && fargate) report(typeAt, "config-file-type is s3, and Fargate reads the file type only", "Put the file into the image of the log router and write config-file-type: file with its path, or use an aws-for-fluent-bit image of the tag init-latest, which reads S3 itself.");
	const arn = parseArn(textOf$3(value));
	if (type === "s3" && value !== void 0 && !(arn?.service === "s3" && arn.resource.includes("/"))) report(valueAt, `config-file-value ${quoted(textOf$3(value))} is no ARN of an object in S3`, "Write it like arn:aws:s3:::BUCKET/path/extra.conf.");
}

// packages/domain/lib/task-definition/placeholder.js
/** Texts that stand for a value that was never filled in, whatever member they are in. */
const MARKS = [
	/\$\{[^}]*\}/,
	/\{\{[^}]*\}\}/,
	/<[A-Za-z][\w .:/-]*>/,
	/<%[^%]{0,200}%>/,
	/\{%[^%]{0,200}%\}/,
	/%\{[^}]{0,200}\}/,
	/\{[A-Z][A-Z0-9_]*\}/,
	/\[[A-Z][A-Z0-9_]{2,}\]/,
	/#[A-Z][A-Z0-9_]*#/,
	/\$\{[A-Za-z_]\w*$/,
	/\$\([A-Za-z_][\w.]*\)/,
	/\$[A-Z_][A-Z0-9_]*\b/,
	/__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/,
	/%[A-Z][A-Z0-9_]*%/,
	/@[A-Z][A-Z0-9_]*@/,
	/#\{[^}]*\}#?/,
	/\b(?:REPLACE|CHANGE|FILL|INSERT|SET|EDIT)[_-]?(?:ME|THIS|HERE|WITH|BY|IN)(?![a-z])[A-Z0-9_-]*/,
	/\b(?:replace|change)[_-]?me\b/i,
	/\b[A-Z][A-Z0-9_]*_HERE\b/,
	/\bYOUR[_-][A-Z0-9_-]*[A-Z0-9]/,
	/\byour[_-](?:aws[_-])?(?:account|region|image|repo|repository|registry|ecr|cluster|role|bucket|secret|log|execution|task)(?![a-z])[\w-]*/i,
	/\b(?:PLACEHOLDER|T(?:O_?DO|BD)|FIX_?ME|XXXX*)\b/,
	/\b[A-Z][A-Z0-9_]*_PLACEHOLDER\b/,
	/^placeholder$/
];
/** Words in the place of an account or a Region: `arn:aws:iam::ACCOUNT_ID:role/app`, `ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com/app`. */
const PLACES = [
	/^arn:aws[\w-]*:[a-z0-9-]+:[^:]*:(?!aws:|aws-[a-z]+:|cloudfront:)(?=[^:]*[A-Za-z_])([^:]+):/,
	/^arn:aws[\w-]*:[a-z0-9-]+:(?=[^:]*[A-Z_])([^:]+):/,
	/^([A-Za-z_][\w-]*)\.dkr[.-]ecr\./,
	/^[^/]*\.dkr[.-]ecr\.(?=[^.]*[A-Z_])([^.]+)\./
];
/** The part of a text that stands there in place of a value; undefined when there is none. */
function placeholderIn(text) {
	for (const mark of MARKS) {
		const [found] = mark.exec(text) ?? [];
		if (found !== void 0) return found;
	}
	for (const place of PLACES) {
		const [, found] = place.exec(text) ?? [];
		if (found !== void 0) return found;
	}
}
/** Fix for a placeholder in a file. */
function placeholderRemedy(placeholder, image = false) {
	const name = /^\$\{([A-Za-z_]\w*)\}$/.exec(placeholder)?.[1];
	const value = name === void 0 ? "Write the value into the file, or write ${NAME} and give NAME=value in input variables." : `Give its value in input variables (${name}=value), or write it into the file.`;
	return image ? `Give the image in input image or images. ${value}` : value;
}
/**
* Members whose text a program of the user reads: a shell fills in `${NAME}`, a log driver reads a pattern. `*` is any
* member, list indices are left out.
*/
const OWN_TEXT = [
	"containerDefinitions.command",
	"containerDefinitions.entryPoint",
	"containerDefinitions.healthCheck.command",
	"containerDefinitions.environment.value",
	"containerDefinitions.dockerLabels.*",
	"containerDefinitions.firelensConfiguration.options.*",
	"containerDefinitions.systemControls.value",
	"volumes.dockerVolumeConfiguration.labels.*",
	"volumes.dockerVolumeConfiguration.driverOpts.*"
];
/** Options of awslogs that name something of AWS's; those of other drivers, and the others, are theirs to read. */
const LOG_NAMES = /* @__PURE__ */ new Set([
	"awslogs-group",
	"awslogs-region",
	"awslogs-stream-prefix",
	"awslogs-endpoint"
]);
function isOwnText(place) {
	if (place[1] === "logConfiguration" && place[2] === "options") return !LOG_NAMES.has(place[3] ?? "");
	const path = place.join(".");
	return OWN_TEXT.some((one) => one.endsWith(".*") ? path.startsWith(one.slice(0, -1)) : path === one);
}
/** Every value is filled in, where ECS would take it as it stands. */
function checkPlaceholders(definition, report) {
	visitTexts(definition, (text, path, place) => {
		if (isOwnText(place)) return;
		const found = placeholderIn(text);
		if (found === void 0) return;
		const image = place.at(-1) === "image";
		report(path, `${place.at(-1) === "valueFrom" && !text.startsWith("arn:") ? "a placeholder (not shown)" : found} stands there as it is`, placeholderRemedy(found, image));
	});
}
/** Variables whose whole value is one: a program gets the text as it is. */
function unfilledVariables(definition) {
	const found = [];
	visitTexts(definition, (text, path, place) => {
		if (place.join(".") !== "containerDefinitions.environment.value") return;
		if (placeholderIn(text)?.length !== text.trim().length) return;
		found.push({
			path,
			name: textOf$3(atJsonPath(definition, [...path.slice(0, -1), "name"]))
		});
	});
	return found;
}
/** Visits every text with its path, and with its place: the path without list indices. */
function visitTexts(value, see, path = [], place = []) {
	if (typeof value === "string") see(value, path, place);
	else if (Array.isArray(value)) for (const [index, one] of value.entries()) visitTexts(one, see, [...path, index], place);
	else if (isJsonObject(value)) for (const [name, one] of Object.entries(value)) visitTexts(one, see, [...path, name], [...place, name]);
}

// packages/domain/lib/task-definition/check-image.js
const EXAMPLE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app@sha256:…";
/** Why no registry can have such an image; undefined when one may. */
function imageProblem(image) {
	const say = (why, fix) => ({
		what: `${quoted(image)} is no image${why}`,
		fix
	});
	if (image.trim() === "") return {
		what: "the image is empty",
		fix: `Write it like ${EXAMPLE}.`
	};
	const placeholder = placeholderIn(image);
	if (placeholder !== void 0) return say(`: ${placeholder} stands there as it is`, placeholderRemedy(placeholder, true));
	if (/^[a-z]+:\/\//i.test(image)) return say(": it begins like a URL", "Leave out what stands before the host.");
	const arn = parseArn(image);
	if (arn !== void 0) return say(": it is an ARN", arn.service === "ecr" ? `Write ${arn.account}.dkr.ecr.${arn.region}.amazonaws.com/${arn.resource.replace(/^repository\//, "")} with a tag or digest.` : `Write it like ${EXAMPLE}.`);
	const [path = "", digest, ...more] = image.split("@");
	if (digest !== void 0 && (more.length > 0 || !isDigest(digest))) return say(": what follows @ is no digest", "Write sha256: and 64 hexadecimal digits behind the @.");
	const slash = path.lastIndexOf("/");
	const colon = path.indexOf(":", slash + 1);
	const name = colon === -1 ? path : path.slice(0, colon);
	const tag = colon === -1 ? void 0 : path.slice(colon + 1);
	if (tag !== void 0 && !/^\w[\w.-]{0,127}$/.test(tag)) return say(`: ${quoted(tag)} is no tag`, "A tag has letters, digits, _ . and -, at most 128 characters.");
	if (/[A-Z]/.test(name.slice(name.indexOf("/") + 1))) return /^[^/]*[.:][^/]*\//.test(name) ? say(": names of repositories have no capital letters", `Write ${name.toLowerCase()}.`) : say(": it looks like a placeholder, as names of repositories have no capital letters", `Give the image in input image or images, or write it with its registry, like ${EXAMPLE}.`);
	return /^[A-Za-z0-9][\w.:/-]*$/.test(name) ? void 0 : say("", `Write it like ${EXAMPLE}.`);
}

// packages/domain/lib/task-definition/check-resources.js
/** Docker starts no container with less, in MiB. */
const LEAST_MEMORY = 6;
/**
* Reservations of the containers fit into the task and into each container's limit.
* @param wanted whether a container without memory needs a task that has it: true on EC2, where no task has to
*/
function checkResources(definition, wanted, report) {
	const memory = memoryMiB(textOf$3(definition["memory"]));
	const cpu = cpuUnits(textOf$3(definition["cpu"]));
	for (const [member, size, example] of [[
		"cpu",
		cpu,
		"1024 (units) or \"1 vCPU\""
	], [
		"memory",
		memory,
		"2048 (MiB) or \"2 GB\""
	]]) if (wanted && typeof definition[member] === "string" && size === void 0) report([member], `${member} of the task is ${quoted(textOf$3(definition[member]))}, which is no size`, `Write a number like ${example}.`);
	let memorySum = 0;
	let cpuSum = 0;
	for (const [index, container] of containersOf(definition).entries()) {
		const path = ["containerDefinitions", index];
		const name = textOf$3(container["name"]);
		const limit = numberOf(container["memory"]);
		const reserved = numberOf(container["memoryReservation"]);
		memorySum += reserved ?? limit ?? 0;
		cpuSum += numberOf(container["cpu"]) ?? 0;
		if (limit !== void 0 && reserved !== void 0 && reserved > limit) report([...path, "memoryReservation"], `container ${name} reserves ${reserved} MiB and may use ${limit}`, "Make memory at least memoryReservation, or remove one of them.");
		if (wanted && definition["memory"] === void 0 && limit === void 0 && reserved === void 0) report(path, `container ${name} has neither memory nor memoryReservation, and the task has no memory either`, "Add memory (a limit in MiB) or memoryReservation to the container, or memory to the task. For Fargate, add requiresCompatibilities: [\"FARGATE\"] and the cpu and memory of the task.");
		for (const member of ["memory", "memoryReservation"]) {
			const size = numberOf(container[member]);
			if (size !== void 0 && size < LEAST_MEMORY) report([...path, member], `${member} of container ${name} is ${size} MiB`, `Write ${LEAST_MEMORY} or more.`);
		}
		if (memory !== void 0 && limit !== void 0 && limit > memory) {
			report([...path, "memory"], `container ${name} may use ${limit} MiB of memory, and the whole task has ${memory}`, `Write at most ${memory}, or give the task more memory.`);
			memorySum -= reserved ?? limit;
		}
	}
	if (memory !== void 0 && memorySum > memory) report(["memory"], `the containers reserve ${memorySum} MiB of memory together, and the task has ${memory}`, "Give the task more memory, or the containers less.");
	if (cpu !== void 0 && cpuSum > cpu) report(["cpu"], `the containers reserve ${cpuSum} units of cpu together, and the task has ${cpu}`, "Give the task more cpu, or the containers less.");
}
function numberOf(value) {
	return typeof value === "number" ? value : void 0;
}

// packages/domain/lib/task-definition/check-volumes.js
/** Kinds of volume. A volume is of one kind. */
const KINDS = [
	"host",
	"dockerVolumeConfiguration",
	"efsVolumeConfiguration",
	"s3filesVolumeConfiguration",
	"fsxWindowsFileServerVolumeConfiguration"
];
/** Names, kinds, and how EFS and S3 Files are mounted. */
function checkVolumes(definition, complete, report) {
	const seen = /* @__PURE__ */ new Set();
	let atLaunch;
	for (const [index, volume] of objectsIn(definition["volumes"]).entries()) {
		const path = ["volumes", index];
		const name = textOf$3(volume["name"]);
		if (name === "") report(path, `volumes[${index}] has no name`, "Add name; mountPoints name it as sourceVolume.");
		else if (seen.has(name)) report([...path, "name"], `two volumes are named ${name}`, "Give every volume a name of its own.");
		seen.add(name);
		const kinds = KINDS.filter((kind) => !isEmpty(volume[kind]));
		if (kinds.length > 1) report([...path, kinds[1] ?? ""], `volume ${name} has ${kinds.join(" and ")}`, "Keep one of them.");
		if (volume["configuredAtLaunch"] === true) {
			if (kinds.length > 0) report([...path, "configuredAtLaunch"], `volume ${name} is configured at launch and has ${kinds.join(" and ")}`, "Keep one of them.");
			if (atLaunch !== void 0) report([...path, "configuredAtLaunch"], `the volumes ${atLaunch} and ${name} are both configured at launch, and ECS takes one`, "Keep configuredAtLaunch on one volume.");
			atLaunch = name;
		}
		checkEfs(definition, volume, [...path, "efsVolumeConfiguration"], complete, report);
		checkS3Files(volume, [...path, "s3filesVolumeConfiguration"], report);
		checkDocker(volume, [...path, "dockerVolumeConfiguration"], report);
	}
}
function checkEfs(definition, volume, path, complete, report) {
	const efs = volume["efsVolumeConfiguration"];
	if (!isJsonObject(efs)) return;
	const name = textOf$3(volume["name"]);
	const authorization = isJsonObject(efs["authorizationConfig"]) ? efs["authorizationConfig"] : {};
	const accessPoint = textOf$3(authorization["accessPointId"]);
	const iam = authorization["iam"] === "ENABLED";
	if (accessPoint !== "") checkRoot(efs, name, path, report);
	if ((accessPoint !== "" || iam) && efs["transitEncryption"] !== "ENABLED") report(efs["transitEncryption"] === void 0 ? path : [...path, "transitEncryption"], `volume ${name} uses ${accessPoint === "" ? "IAM authorization" : "an access point"} of EFS without transit encryption`, "Write transitEncryption: ENABLED.");
	if (iam && complete && definition["taskRoleArn"] === void 0) report([
		...path,
		"authorizationConfig",
		"iam"
	], `volume ${name} uses IAM authorization of EFS, and the task has no role`, "Add taskRoleArn, the input task-role-arn, or stack.");
	if (efs["transitEncryptionPort"] !== void 0 && efs["transitEncryption"] !== "ENABLED" && accessPoint === "" && !iam) report([...path, "transitEncryptionPort"], `volume ${name} has transitEncryptionPort without transit encryption`, "Write transitEncryption: ENABLED, or remove transitEncryptionPort.");
	const port = efs["transitEncryptionPort"];
	if (typeof port === "number" && (port < 0 || port > 65535)) report([...path, "transitEncryptionPort"], `transitEncryptionPort ${port} is no port`, "Write a number from 1 to 65535.");
	if (accessPoint !== "" && !/^fsap-[0-9a-f]{8,40}$/.test(accessPoint)) report([
		...path,
		"authorizationConfig",
		"accessPointId"
	], `${quoted(accessPoint)} is no id of an access point`, "Write it like fsap-0123456789abcdef0.");
	if (!/^fs-[0-9a-f]{8,40}$/.test(textOf$3(efs["fileSystemId"]))) report([...path, "fileSystemId"], `${JSON.stringify(efs["fileSystemId"] ?? null)} is no id of a file system`, "Write it like fs-0123456789abcdef0.");
}
function checkS3Files(volume, path, report) {
	const files = volume["s3filesVolumeConfiguration"];
	if (isJsonObject(files) && textOf$3(files["accessPointArn"]) !== "") checkRoot(files, textOf$3(volume["name"]), path, report);
}
/** With an access point, the root directory is the access point's. */
function checkRoot(configuration, name, path, report) {
	const root = configuration["rootDirectory"];
	if (root === void 0 || root === "" || root === "/") return;
	report([...path, "rootDirectory"], `volume ${name} has an access point and rootDirectory ${JSON.stringify(root)}`, "Remove rootDirectory (or write /): the access point has a path of its own.");
}
function checkDocker(volume, path, report) {
	const docker = volume["dockerVolumeConfiguration"];
	if (!isJsonObject(docker) || docker["autoprovision"] === void 0 || docker["scope"] === "shared") return;
	report([...path, "autoprovision"], `volume ${textOf$3(volume["name"])} has autoprovision, which only the scope shared knows`, "Write scope: shared, or remove autoprovision.");
}
function isEmpty(value) {
	return value === void 0 || isJsonObject(value) && Object.keys(value).length === 0;
}

// packages/domain/lib/task-definition/check.js
const NAME = /^[A-Za-z0-9_-]{1,255}$/;
/** Problems for which ECS would refuse the definition, or accept it and fail to start its tasks. Lists all at once, on any base. */
function checkTaskDefinition(definition, options) {
	const problems = [];
	const unfilled = /* @__PURE__ */ new Set();
	const place = placing(options, problems);
	const report = (path, message, fix) => {
		if (!unfilled.has(formatJsonPath(path))) place(path, message, fix);
	};
	checkPlaceholders(definition, (path, message, fix) => {
		report(path, message, fix);
		unfilled.add(formatJsonPath(path));
	});
	const fargate = runsOnFargate(definition) || options.onFargate === true;
	const family = definition["family"];
	if (typeof family === "string" ? !NAME.test(family) : options.complete) report(["family"], family === void 0 ? "the task definition has no family" : `family ${quoted(textOf$3(family))} is no valid name`, "Name the family with letters, digits, - and _ (at most 255).");
	checkWords(definition, report);
	checkRoles(definition, report);
	if (options.partition !== void 0) checkPartitions(definition, options.partition, report);
	checkContainers(definition, fargate, report);
	checkFirelens(definition, fargate, report);
	checkVolumes(definition, options.complete, report);
	checkResources(definition, options.complete && !fargate, report);
	if (fargate) checkFargate(definition, options.complete, report);
	else if (options.complete) checkExecutionRole(definition, report);
	return problems;
}
/** Words in the definition that AWS may have added to an enumeration since; ECS decides about them. */
function newWords(definition, options = {}) {
	const found = [];
	findNewWords(definition, placing(options, found));
	return found;
}
/** Adds problems with the place or the input of their values. */
function placing({ inputOf, placeOf }, problems) {
	return (path, what, fix) => {
		const input = inputOf?.(path);
		if (input !== void 0) {
			problems.push({
				what: `Input ${input}: ${what}.`,
				fix
			});
			return;
		}
		const place = placeOf?.(path);
		problems.push({
			what,
			fix,
			...place === void 0 ? {} : { place }
		});
	};
}
function checkRoles(definition, report) {
	for (const name of ["executionRoleArn", "taskRoleArn"]) {
		const value = definition[name];
		if (typeof value !== "string") continue;
		const arn = parseArn(value);
		if (!(arn === void 0 ? NAME_OF_ROLE.test(value) : arn.service === "iam" && arn.region === "" && arn.account !== "" && ROLE.test(arn.resource))) report([name], `${name} ${JSON.stringify(value)} is no ARN of a role`, "Write it like arn:aws:iam::123456789012:role/NAME.");
	}
}
/** Members that hold an ARN, list indices left out. */
const ARNS = [
	"executionRoleArn",
	"taskRoleArn",
	"containerDefinitions.secrets.valueFrom",
	"containerDefinitions.environmentFiles.value",
	"containerDefinitions.repositoryCredentials.credentialsParameter",
	"containerDefinitions.logConfiguration.secretOptions.valueFrom",
	"containerDefinitions.firelensConfiguration.options.config-file-value",
	"volumes.s3filesVolumeConfiguration.fileSystemArn",
	"volumes.s3filesVolumeConfiguration.accessPointArn",
	"volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter"
];
function checkPartitions(definition, partition, report) {
	visitTexts(definition, (text, path, place) => {
		if (!ARNS.includes(place.join("."))) return;
		const found = parseArn(text)?.partition;
		if (found === void 0 || found === partition) return;
		report(path, `${formatJsonPath(path)} is of partition ${found}, and the tasks run in partition ${partition}`, `Write the ARN of a resource of ${partition}, or correct aws-region.`);
	});
}
/** `role/NAME` or `role/PATH/NAME` */
const ROLE = /^role\/(?:[^*?\s/]+\/)*[\w+=,.@-]{1,64}$/;
const NAME_OF_ROLE = /^[\w+=,.@-]{1,64}$/;
const MOST_CONTAINERS = 10;
/** Containers that volumesFrom and the proxy name are there. */
function checkNamedContainers(definition, containers, report) {
	const names = containers.map(({ name }) => textOf$3(name));
	for (const [index, container] of containers.entries()) {
		for (const [at, from] of objectsIn(container["volumesFrom"]).entries()) {
			const source = textOf$3(from["sourceContainer"]);
			if (source !== names[index] && names.includes(source)) continue;
			report([
				"containerDefinitions",
				index,
				"volumesFrom",
				at
			], `container ${names[index] ?? ""} takes volumes from ${quoted(source)}, which is no other container`, `The containers are: ${names.join(", ")}.`);
		}
		const links = Array.isArray(container["links"]) ? container["links"] : [];
		for (const [at, link] of links.entries()) {
			const linked = textOf$3(link).replace(/:.*$/, "");
			if (linked !== names[index] && names.includes(linked)) continue;
			report([
				"containerDefinitions",
				index,
				"links",
				at
			], `container ${names[index] ?? ""} links to ${quoted(linked)}, which is no other container`, `The containers are: ${names.join(", ")}.`);
		}
	}
	const proxy = definition["proxyConfiguration"];
	if (!isJsonObject(proxy) || names.includes(textOf$3(proxy["containerName"]))) return;
	report(["proxyConfiguration", "containerName"], `the proxy is container ${quoted(textOf$3(proxy["containerName"]))}, which does not exist`, `The containers are: ${names.join(", ")}.`);
}
function checkContainers(definition, fargate, report) {
	const containers = containersOf(definition);
	const root = ["containerDefinitions"];
	if (containers.length === 0) {
		report(root, "the task definition has no containers", "Add containerDefinitions with name and image.");
		return;
	}
	const seen = /* @__PURE__ */ new Set();
	const volumes = new Set(objectsIn(definition["volumes"]).map(({ name }) => textOf$3(name)));
	for (const [index, container] of containers.entries()) {
		const path = [...root, index];
		const name = container["name"];
		if (typeof name !== "string" || !NAME.test(name)) report([...path, "name"], name === void 0 ? `${formatJsonPath(path)} has no name` : `${JSON.stringify(name)} is no container name`, "Name the container with letters, digits, - and _.");
		else if (seen.has(name)) report([...path, "name"], `two containers are named ${name}`, "Give every container a name of its own.");
		seen.add(textOf$3(name));
		const image = container["image"];
		if (typeof image !== "string") report([...path, "image"], `container ${textOf$3(name)} has no image`, "Add image, in the file or with the inputs container-name and image.");
		else {
			const problem = imageProblem(image);
			if (problem !== void 0) report([...path, "image"], problem.what, problem.fix);
		}
		checkContainer$1(definition, container, path, fargate, report);
		for (const [at, mount] of objectsIn(container["mountPoints"]).entries()) {
			if (textOf$3(mount["containerPath"]) === "") report([
				...path,
				"mountPoints",
				at
			], `a mount point of container ${textOf$3(name)} has no containerPath`, "Add containerPath, the folder in the container.");
			if (mount["sourceVolume"] !== void 0 && !volumes.has(textOf$3(mount["sourceVolume"]))) report([
				...path,
				"mountPoints",
				at
			], `container ${textOf$3(name)} mounts the volume ${JSON.stringify(mount["sourceVolume"])}, which is not among volumes`, volumes.size === 0 ? "Add it under volumes." : `The volumes are: ${[...volumes].join(", ")}.`);
		}
	}
	if (containers.length > MOST_CONTAINERS) report(root, `the task definition has ${containers.length} containers, and ECS takes ${MOST_CONTAINERS}`, "Split it into several task definitions.");
	checkNamedContainers(definition, containers, report);
	if (!containers.some(isEssential)) report(root, "no container is essential", "Set essential: true on the container that the task is for.");
	checkDependencies(containers, report);
	checkSharedPorts(definition, containers, report);
}

// packages/domain/lib/task-definition/read.js
/**
* Reads what a user wrote or what DescribeTaskDefinition returned (also as `{ taskDefinition, tags }`). Read-only members
* are left out, null counts as absent, and every other value is kept as it is. Scalars of another type than AWS wants
* keep their spelling: `cpu: 256` becomes "256".
* @param known the members of the request
*/
function readTaskDefinition(document, source, known = TASK_DEFINITION_SHAPE) {
	const problems = [];
	const warnings = [];
	const wrapped = isJsonObject(document) && isJsonObject(document["taskDefinition"]);
	const root = wrapped ? ["taskDefinition"] : [];
	const placed = (path, what, fix) => source === void 0 ? {
		what,
		fix
	} : {
		what,
		fix,
		place: source.placeOf(path)
	};
	const inner = wrapped ? document["taskDefinition"] : document;
	const foreign = foreignKind(document);
	if (foreign !== void 0 && foreign.kind !== "task definition") {
		problems.push(placed([], `this is ${foreign.name}, not a task definition`, foreign.fix));
		return {
			definition: {},
			tags: /* @__PURE__ */ new Map(),
			problems,
			warnings
		};
	}
	if (!isJsonObject(inner)) {
		problems.push(placed([], `a task definition is a JSON or YAML object, and this is ${inner === null ? "empty" : typeof inner === "string" ? `a text of ${inner.length} characters` : describe(inner)}`, "Begin with family and containerDefinitions."));
		return {
			definition: {},
			tags: /* @__PURE__ */ new Map(),
			problems,
			warnings
		};
	}
	const conform = (value, shape, path) => {
		const at = [...root, ...path];
		const wrong = (expected) => {
			const placeholder = typeof value === "string" ? placeholderIn(value) : void 0;
			if (placeholder !== void 0) {
				const message = `${formatJsonPath(path)}: ${placeholder} stands there as it is`;
				problems.push(placed(at, message, placeholderRemedy(placeholder)));
				return;
			}
			problems.push(placed(at, `${formatJsonPath(path)} is ${describe(value, path)}, not ${expected}`, own$1(EXAMPLES, path.findLast((part) => typeof part === "string") ?? "") ?? `Write ${expected} here.`));
		};
		if (shape === "string") {
			if (typeof value === "string") return value;
			if (typeof value === "number" || typeof value === "boolean") return source?.spellingOf(at) ?? String(value);
			return wrong("a string");
		}
		if (shape === "integer") {
			if (typeof value === "number" && Number.isInteger(value)) return value;
			if (typeof value === "string" && /^-?\d+$/.test(value)) return Number(value);
			return wrong("a whole number");
		}
		if (shape === "boolean") {
			if (typeof value === "boolean") return value;
			if (value === "true" || value === "false") return value === "true";
			return wrong("true or false");
		}
		if (shape.kind === "list") {
			if (!Array.isArray(value)) return wrong("a list");
			return value.map((one, index) => conform(one, shape.of, [...path, index])).filter((one) => one !== void 0);
		}
		if (!isJsonObject(value)) return wrong("an object");
		const members = [];
		for (const [name, one] of Object.entries(value)) {
			if (one === null) continue;
			if (path.length === 0 && READ_ONLY_MEMBERS.has(name)) continue;
			const member = shape.kind === "map" ? { shape: shape.of } : own$1(shape.members, name);
			if (member === void 0) {
				const names = shape.kind === "struct" ? Object.keys(shape.members) : [];
				unknown([...path, name], name, names, value);
				continue;
			}
			const kept = conform(one, member.shape, [...path, name]);
			if (kept !== void 0) members.push([name, kept]);
		}
		if (shape.kind === "struct" && path.length > 0) {
			for (const [name, member] of Object.entries(shape.members)) if (member.required && (value[name] ?? null) === null) problems.push(placed(at, `${formatJsonPath(path)} has no ${name}`, `Add ${name}.`));
		}
		return Object.fromEntries(members);
	};
	const unknown = (path, name, names, holder) => {
		const message = `${formatJsonPath(path)} is no property that RegisterTaskDefinition knows`;
		const at = [...root, ...path];
		if (name === "valueFrom" && path.includes("environment")) {
			problems.push(placed(at, `${formatJsonPath(path)} is a member of secrets`, "Move the entry from environment to secrets."));
			return;
		}
		const slip = slipOf(name, names, holder);
		if (slip !== void 0) {
			problems.push(placed(at, message, `Did you mean ${slip}?`));
			return;
		}
		const near = nearestName(name, names);
		warnings.push(placed(at, `${message}; it is not sent`, near === void 0 ? "Remove it, or update this action." : `Write ${near} if you mean that; else remove it, or update this action.`));
	};
	const { tags: ownTags, ...members } = conform(inner, known, []);
	const tags = /* @__PURE__ */ new Map();
	const listed = wrapped && Array.isArray(document["tags"]) ? document["tags"] : ownTags;
	for (const [index, tag] of objectsIn(listed).entries()) {
		const key = textOf$3(tag["key"]);
		const value = textOf$3(tag["value"]);
		const problem = wrapped ? void 0 : tagProblem(key, value) ?? twice(tags, key);
		if (problem !== void 0) problems.push(placed(["tags", index], `tags[${index}]: ${problem.what}`, problem.fix));
		tags.set(key, value);
	}
	return {
		definition: members,
		tags,
		problems,
		warnings
	};
}
/** Members that are often written under another name. */
const EXAMPLES = {
	environment: "Write a list of {\"name\": \"NAME\", \"value\": \"…\"}.",
	secrets: "Write a list of {\"name\": \"NAME\", \"valueFrom\": \"ARN\"}.",
	environmentFiles: "Write a list of {\"value\": \"arn:aws:s3:::BUCKET/app.env\", \"type\": \"s3\"}.",
	portMappings: "Write a list of {\"containerPort\": 8080}.",
	command: "Write a list of words, like [\"npm\", \"start\"]; for a shell line [\"sh\", \"-c\", \"…\"], in a healthCheck [\"CMD-SHELL\", \"…\"].",
	entryPoint: "Write a list of words, like [\"node\", \"server.js\"].",
	containerDefinitions: "Write a list of {\"name\": \"app\", \"image\": \"…\"}.",
	requiresCompatibilities: "Write [\"FARGATE\"].",
	tags: "Write a list of {\"key\": \"…\", \"value\": \"…\"}."
};
/** Members whose text may be a secret. */
const PRIVATE = /* @__PURE__ */ new Set([
	"environment",
	"secrets",
	"secretOptions",
	"command",
	"entryPoint"
]);
/** The member that a slip of the pen means: the same in another case, or one edit away from a member that is absent. */
function slipOf(name, known, holder) {
	const lower = name.toLowerCase();
	return known.find((one) => one.toLowerCase() === lower) ?? known.find((one) => !(one in holder) && isOneEdit(name, one));
}
function twice(tags, key) {
	return tags.has(key) ? {
		what: `the key ${quoted(key)} stands there twice`,
		fix: "Remove one of the two."
	} : void 0;
}
function describe(value, path = []) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "an object";
	if (typeof value !== "string") return JSON.stringify(value);
	return path.some((part) => PRIVATE.has(part)) ? "a text" : quoted(value);
}

// packages/domain/lib/task-definition/variables.js
/**
* Puts values for `${NAME}` into every string of the file; `$${NAME}` stands for `${NAME}` itself. Without variables the
* file stays as it is.
*/
function substituteVariables(source, variables) {
	const problems = [];
	if (variables.size === 0) return {
		value: source.value,
		problems,
		unused: []
	};
	const used = /* @__PURE__ */ new Set();
	const known = [...variables.keys()];
	const visit = (value, path) => {
		if (typeof value === "string") return value.replaceAll(/(\$?)\$\{([A-Za-z_]\w*)\}/g, (whole, escape, name) => {
			if (escape !== "") return whole.slice(1);
			used.add(name);
			const found = variables.get(name);
			if (found !== void 0) return found;
			const nearest = nearestName(name, known);
			problems.push({
				what: `input variables has no value for \${${name}}`,
				fix: nearest === void 0 ? `Add ${name}=VALUE to variables, or write $\${${name}} to keep it as it stands.` : `Did you mean \${${nearest}}?`,
				place: source.placeOf(path)
			});
			return whole;
		});
		if (Array.isArray(value)) return value.map((one, index) => visit(one, [...path, index]));
		if (!isJsonObject(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visit(one, [...path, name])]));
	};
	return {
		value: visit(source.value, []),
		problems,
		unused: known.filter((name) => !used.has(name))
	};
}

// packages/domain/lib/identity/role.js
/**
* Whether a service such as `ecs-tasks.amazonaws.com` may take on the role. Conditions are taken as met: they restrict
* accounts and resources, which is what they are for. Undefined when the trust policy could not be read.
*/
function trusts(role, service) {
	const { trust } = role;
	if (typeof trust !== "object" || trust === null || !("Statement" in trust)) return void 0;
	const statements = listOf$1(trust.Statement).filter((one) => typeof one === "object" && one !== null);
	const names = (statement, effect) => statement.Effect === effect && listOf$1(statement.Action).some((action) => [
		"sts:assumerole",
		"sts:*",
		"*"
	].includes(textOf$1(action))) && principals(statement.Principal).some((one) => isService(one, service));
	return statements.some((one) => names(one, "Allow")) && !statements.some((one) => names(one, "Deny"));
}
function principals(principal) {
	if (principal === "*") return ["*"];
	if (typeof principal !== "object" || principal === null || !("Service" in principal)) return [];
	return listOf$1(principal.Service).map(textOf$1);
}
/** Some services are trusted by Region too: `states.eu-west-1.amazonaws.com`. */
function isService(given, service) {
	if (given === "*" || given === service) return true;
	const [name = "", ...domain] = service.split(".");
	return given.startsWith(`${name}.`) && given.endsWith(`.${domain.join(".")}`);
}
function listOf$1(value) {
	return Array.isArray(value) ? value : [value];
}
function textOf$1(value) {
	return typeof value === "string" ? value.toLowerCase() : "";
}

// packages/domain/lib/text/text-table.js
/** A table as aligned text, for logs; columns that are empty throughout are left out. */
function textTable(header, rows) {
	const used = header.flatMap((_, column) => rows.length === 0 || rows.some((row) => (row[column] ?? "") !== "") ? [column] : []);
	const lines = [header, ...rows].map((row) => used.map((column) => inOneLine(row[column] ?? "")));
	const widths = used.map((_, at) => lines.reduce((widest, line) => Math.max(widest, line[at]?.length ?? 0), 0));
	return lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd()).join("\n");
}

// packages/domain/lib/deployment/rollback-target.js
/** Whether the rollback action or the engine made the deployment to go back. */
function goesBack({ isAutomaticRollback, marks }) {
	return marks.isRollback || isAutomaticRollback;
}
/**
* The last revision that succeeded and served before the one that serves now. Failed and stopped deployments don't count,
* and what a rollback went back from doesn't either. A release that failed and was taken back has nothing left to go back
* from: whoever wants to go further has to say where, or a rollback that follows a failed release would lead users to the
* version before the good one. The tasks with which the service was created have no deployment, so that a placeholder is
* never a target.
* @param history newest first
* @param isOfRun tells deployments of the run that is gone back from as a whole: none of them is a target
*/
function rollbackTarget(history, serving, isOfRun) {
	const standings = [];
	let found;
	let unknown;
	let undone;
	for (const past of history) {
		const { deployment, revision } = past;
		if (deployment.ended !== "succeeded") standings.push("unsuccessful");
		else if (undone !== void 0 && revision !== undone) standings.push("undone");
		else {
			undone = goesBack(deployment) ? revision : void 0;
			if (revision === void 0) {
				standings.push("unknown");
				if (found === void 0) unknown ??= past;
			} else if (revision === serving.revision) standings.push("serving");
			else if (isOfRun?.(past) === true) standings.push("sameRun");
			else if (found === void 0 && unknown === void 0) {
				standings.push("target");
				found = past;
			} else standings.push("earlier");
		}
	}
	const arrived = isOfRun === void 0 ? whyThere(history, serving) : void 0;
	if (arrived === void 0) {
		const newest = newestOutOfService(history, serving);
		return {
			target: newest === void 0 ? targetOf(found, unknown) : {
				kind: "notServing",
				past: newest
			},
			standings
		};
	}
	return {
		target: {
			kind: "alreadyThere",
			reason: arrived,
			next: found
		},
		standings: standings.map((one) => one === "target" ? "earlier" : one)
	};
}
function targetOf(found, unknown) {
	if (found?.revision !== void 0) return {
		kind: "found",
		past: found,
		revision: found.revision
	};
	if (unknown !== void 0) return {
		kind: "unknown",
		past: unknown
	};
	return {
		kind: "none",
		reason: "no earlier deployment of the group succeeded with another revision"
	};
}
/** Why what serves is what a rollback leads to; undefined when it is not. */
function whyThere(history, serving) {
	const newest = history.find(({ deployment }) => deployment.ended === "succeeded");
	if (newest !== void 0 && newest.deployment.marks.isRollback && newest.revision === serving.revision) return `deployment ${newest.deployment.id} has already gone back to it`;
	const last = history.find(({ deployment }) => !goesBack(deployment))?.deployment;
	if (last === void 0 || last.ended === void 0 || last.ended === "succeeded") return void 0;
	if (last.id === serving.deployment) return void 0;
	return `the newest release, deployment ${last.id}, ended ${last.status} and is not in service`;
}
/**
* The newest deployment that succeeded, when something else serves: then somebody changed the service in another way, or
* ECS's answer is older than the engine's.
*/
function newestOutOfService(history, serving) {
	const at = history.findIndex(({ deployment }) => deployment.ended === "succeeded");
	const newest = history[at];
	if (newest === void 0 || newest.revision === serving.revision) return void 0;
	return history.slice(0, at + 1).some(({ deployment }) => deployment.id === serving.deployment) ? void 0 : newest;
}

// packages/domain/lib/backup.js
/** The command that brings a snapshot back, beside the database that is there. */
function restoreCommand({ kind, id, engine }, snapshot, region) {
	return kind === "cluster" ? `aws rds restore-db-cluster-from-snapshot --region ${region} --db-cluster-identifier ${id}-restored --snapshot-identifier ${snapshot} --engine ${engine}` : `aws rds restore-db-instance-from-db-snapshot --region ${region} --db-instance-identifier ${id}-restored --db-snapshot-identifier ${snapshot}`;
}

// packages/domain/lib/task/exit-verdict.js
/** Stop codes that come from outside the containers. */
const INTERRUPTIONS = {
	UserInitiated: "somebody stopped the task",
	ServiceSchedulerInitiated: "the service scheduler stopped the task",
	SpotInterruption: "AWS took the Spot capacity back",
	TerminationNotice: "the instance under the task was terminated",
	InfrastructureHealth: "AWS replaced unhealthy infrastructure"
};
const EXIT_CODES = {
	126: "the program is not executable",
	127: "the program was not found in the image",
	134: "aborted, SIGABRT",
	137: "killed, SIGKILL: often out of memory",
	139: "segmentation fault, SIGSEGV",
	143: "terminated, SIGTERM",
	255: "the program failed, or the image is for another CPU architecture"
};
/**
* The verdict on a stopped task is the exit code of the named container and nothing else: sidecars that were killed
* afterwards don't matter. A missing exit code is never success.
*/
function exitVerdict(task, containerName) {
	const container = task.containers.find(({ name }) => name === containerName);
	if (container === void 0) return {
		kind: "notStarted",
		sentence: withReasons(`The task has no container ${containerName}${task.containers.length === 0 ? "" : `, only ${task.containers.map(({ name }) => name).join(", ")}`}`, task)
	};
	const { exitCode } = container;
	if (exitCode === void 0) return {
		kind: "notStarted",
		sentence: withReasons(`Container ${containerName} never ran (no exit code)`, task, container)
	};
	const interruption = INTERRUPTIONS[task.stopCode ?? ""];
	if (interruption !== void 0) return {
		kind: "interrupted",
		exitCode,
		sentence: withReasons(`Container ${containerName} ended with exit code ${exitCode} because ${interruption}`, task, container)
	};
	if (task.stopCode === "TaskFailedToStart") return {
		kind: "notStarted",
		sentence: withReasons(`The task failed to start (exit code ${exitCode})`, task, container)
	};
	if (exitCode === 0) return {
		kind: "succeeded",
		exitCode,
		sentence: `Container ${containerName} ended with exit code 0.`
	};
	const known = EXIT_CODES[exitCode];
	const culprit = exitCode === 137 || exitCode === 143 ? otherThatFailed(task, containerName) : void 0;
	return {
		kind: "failed",
		exitCode,
		sentence: culprit === void 0 ? withReasons(`Container ${containerName} ended with exit code ${exitCode}${known === void 0 ? "" : ` (${known})`}`, {
			...task,
			...isPlainExit(task) ? { stoppedReason: "" } : {}
		}, container) : `Container ${containerName} was killed (exit code ${exitCode}) because container ${culprit.name} ended with exit code ${culprit.exitCode ?? "none"}.`
	};
}
/** An essential container that ended by itself takes all others with it. */
function otherThatFailed(task, containerName) {
	return task.containers.find(({ name, exitCode }) => name !== containerName && exitCode !== void 0 && ![
		0,
		137,
		143
	].includes(exitCode));
}
function isPlainExit(task) {
	return task.stopCode === "EssentialContainerExited";
}
function withReasons(text, task, container) {
	const others = container === void 0 ? [] : task.containers.filter((one) => one !== container);
	const reasons = [
		task.stopCode,
		task.stoppedReason,
		container?.reason,
		...container?.exitCode === void 0 ? others.map(troubleOf) : []
	].filter((reason, index, all) => reason !== void 0 && reason !== "" && all.indexOf(reason) === index);
	const shown = isPlainExit(task) ? reasons.filter((reason) => reason !== task.stopCode) : reasons;
	return shown.length === 0 ? `${text}.` : `${text}: ${shown.join(" - ").replace(/\.$/, "")}.`;
}
/** End of another container in words; empty when it ended well, was killed afterwards or never ran either. */
function troubleOf({ name, exitCode, reason }) {
	if (exitCode !== void 0 && ![
		0,
		137,
		143
	].includes(exitCode)) return `${name} ended with exit code ${exitCode}${reason === void 0 ? "" : `: ${reason}`}`;
	return reason === void 0 || reason === "" ? void 0 : `${name}: ${reason}`;
}

// packages/domain/lib/identity/web-trust.js
const SUBJECT = "token.actions.githubusercontent.com:sub";
const PROVIDER = ":oidc-provider/token.actions.githubusercontent.com";
/**
* Subjects of a role's trust policy that fit repositories of others: a wildcard before the colon that ends the
* repository's name also matches `/` and `:`. A statement without a condition on the subject counts as `*`.
*/
function looseSubjects({ trust }) {
	if (typeof trust !== "object" || trust === null || !("Statement" in trust)) return [];
	return listOf(trust.Statement).filter((one) => typeof one === "object" && one !== null).filter(({ Effect, Principal }) => Effect === "Allow" && listOf(Principal?.Federated).some((one) => String(one).endsWith(PROVIDER))).flatMap(({ Condition = {} }) => {
		const exact = subjectsOf(Condition, /^StringEquals/i);
		const patterns = subjectsOf(Condition, /^(ForA\w+:)?StringLike/i);
		if (exact.length > 0) return [];
		return patterns.length === 0 ? ["*"] : patterns.filter((one) => /^[^:]*[*?]|^repo:[^:]*[*?]/.test(one));
	});
}
function subjectsOf(conditions, operator) {
	return Object.entries(conditions).filter(([name]) => operator.test(name)).flatMap(([, keys]) => Object.entries(keys)).filter(([key]) => key.toLowerCase() === SUBJECT).flatMap(([, values]) => listOf(values).map(String));
}
function listOf(value) {
	return Array.isArray(value) ? value : value === void 0 ? [] : [value];
}

// packages/domain/lib/image/oci-layout.js
/** Where a layout keeps an object: `blobs/sha256/<hex>`. */
function blobPath(digest) {
	return `blobs/${digest.replace(":", "/")}`;
}
/**
* Finds the image that a layout holds: the only one, or the one named `tag`
* (`org.opencontainers.image.ref.name`, or the tag of containerd's full name).
* @throws SyntaxError when the text is no index
*/
function layoutRoot(indexJson, tag) {
	const index = parseManifest(indexJson);
	if (index.kind !== "index") throw new SyntaxError("it is an image manifest, not an index");
	const images = index.entries.filter(({ attestation }) => !attestation);
	if (images.length === 1 && images[0] !== void 0) return {
		kind: "found",
		root: pick(images[0])
	};
	if (images.length === 0) return { kind: "empty" };
	const names = refNames(indexJson);
	const named = images.filter(({ digest }) => names.get(digest)?.includes(tag) === true);
	return named.length === 1 && named[0] !== void 0 ? {
		kind: "found",
		root: pick(named[0])
	} : {
		kind: "ambiguous",
		names: images.map(({ digest }) => names.get(digest)?.[0] ?? digest)
	};
}
function pick({ mediaType, digest, size }) {
	return {
		mediaType,
		digest,
		size
	};
}
function refNames(indexJson) {
	const { manifests } = JSON.parse(indexJson);
	return new Map(manifests.map(({ digest, annotations }) => {
		const full = textOf(annotations?.["io.containerd.image.name"]);
		return [digest, [textOf(annotations?.["org.opencontainers.image.ref.name"]), full?.split(":").at(-1)].filter((name) => name !== void 0)];
	}));
}
function textOf(value) {
	return typeof value === "string" ? value : void 0;
}

// packages/github/lib/ancestry.js
var ancestry_exports = /* @__PURE__ */ __exportAll({ ancestry: () => ancestry });
const PATIENCE_MS = 1e4;
const ATTEMPTS = 3;
/**
* How `head` stands to `base`, by GitHub's comparison of two commits. The checkout is no help: it is shallow as a rule.
* @param repository `owner/name`
* @throws the signal's reason
*/
async function ancestry(repository, base, head, { token, signal }) {
	if (base === head) return { kind: "identical" };
	if (token === void 0 || token === "") return {
		kind: "unknown",
		why: "there is no github-token"
	};
	const [owner = "", repo = ""] = repository.split("/");
	const { getOctokit } = await import("./github-Ck5x36JS.js");
	const octokit = getOctokit(token);
	for (let attempt = 1;; attempt++) try {
		const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
			owner,
			repo,
			basehead: `${base}...${head}`,
			per_page: 1,
			request: { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) }
		});
		return { kind: data.status };
	} catch (error) {
		signal.throwIfAborted();
		const status = error.status ?? 0;
		if (attempt < ATTEMPTS && (status === 0 || status >= 500)) continue;
		return {
			kind: "unknown",
			why: reasonOf(status, base, error)
		};
	}
}
function reasonOf(status, base, error) {
	switch (status) {
		case 401: return "GitHub does not accept the github-token";
		case 403: return "the github-token may not read the repository (permissions: contents: read)";
		case 404: return `GitHub does not know commit ${base.slice(0, 7)} in this repository, or the github-token may not read it (permissions: contents: read)`;
		default: return `GitHub could not be asked (${error instanceof Error ? error.message : String(error)})`;
	}
}

// packages/domain/lib/ecs/service-deployment.js
/** Statuses in which a service deployment is over (API model of ECS). */
const ENDED = [
	"SUCCESSFUL",
	"STOPPED",
	"ROLLBACK_SUCCESSFUL",
	"ROLLBACK_FAILED"
];
/** Statuses in which a service deployment is under way (API model of ECS). */
const ACTIVE_STATUSES = [
	"PENDING",
	"IN_PROGRESS",
	"STOP_REQUESTED",
	"ROLLBACK_REQUESTED",
	"ROLLBACK_IN_PROGRESS"
];
function isOver(status) {
	return ENDED.some((one) => one === status);
}
/** `ecs-svc/1234567890`: how tasks and DescribeServices name what a service revision's deployment started. */
function startedByOf(serviceRevision) {
	return `ecs-svc/${lastSegment(serviceRevision)}`;
}
/** Id by which messages name a service deployment: the last part of its ARN. */
function idOf(arn) {
	return lastSegment(arn);
}

// packages/domain/lib/ecs/rollouts.js
/** The rollout of the revision that the service is to run: the newest. */
function primaryRollout({ rollouts = [] }) {
	return rollouts.find(({ status }) => status === "PRIMARY");
}
/**
* The rollout whose tasks served before anything that is under way: the newest COMPLETED one, else the oldest that runs
* tasks. Undefined when ECS tells no rollouts, as for services of other controllers.
*/
function servingRollout({ rollouts = [] }) {
	return rollouts.find(({ state }) => state === "COMPLETED") ?? rollouts.findLast(({ running }) => running > 0) ?? rollouts.at(-1);
}

// packages/domain/lib/ecs/known-deployment.js
/** Marks of a deployment of which nothing was read: ECS takes no text with a deployment. */
const NO_MARKS = {
	isRollback: false,
	commit: void 0,
	runUrl: void 0,
	runAttempt: void 0
};
function knownServiceDeployment(state, marks = NO_MARKS) {
	const { rollback, stage, target, triggeredAlarms } = state;
	return {
		...known(state, marks),
		awaitsTermination: stage === "CLEAN_UP",
		serviceRevision: target.arn,
		triggeredAlarms,
		...rollback === void 0 ? {} : { rollbackTo: rollback.revision }
	};
}
/** A deployment of the past, of which ListServiceDeployments told. */
function pastServiceDeployment(brief, marks = NO_MARKS) {
	return {
		...known(brief, marks),
		awaitsTermination: false,
		serviceRevision: brief.revision,
		triggeredAlarms: []
	};
}
function known({ arn, createdAt, finishedAt, status, statusReason }, marks) {
	return {
		id: idOf(arn),
		arn,
		status,
		ended: endOf(status),
		description: "",
		marks,
		isAutomaticRollback: false,
		...createdAt === void 0 ? {} : { createdAt },
		...finishedAt === void 0 ? {} : { completedAt: finishedAt },
		...statusReason === void 0 || statusReason === "" ? {} : { error: {
			code: "",
			message: statusReason.replace(/\.$/, "")
		} }
	};
}
/** A deployment that ECS took back ends under its own id: there is no second one. */
function endOf(status) {
	switch (status) {
		case "SUCCESSFUL": return "succeeded";
		case "ROLLBACK_SUCCESSFUL":
		case "ROLLBACK_FAILED": return "failed";
		case "STOPPED": return "stopped";
		default: return;
	}
}

// packages/domain/lib/ecs/progress.js
/** Stages in the order in which a deployment passes them; the enum of ECS lacks the one before the shift. */
const STAGES = [
	"RECONCILE_SERVICE",
	"PRE_SCALE_UP",
	"SCALE_UP",
	"POST_SCALE_UP",
	"TEST_TRAFFIC_SHIFT",
	"POST_TEST_TRAFFIC_SHIFT",
	"PRE_PRODUCTION_TRAFFIC_SHIFT",
	"PRODUCTION_TRAFFIC_SHIFT",
	"POST_PRODUCTION_TRAFFIC_SHIFT",
	"BAKE_TIME",
	"CLEAN_UP"
];
/** The look in the words that every engine shares. */
function lookOf(seen) {
	const { deployment, failedTasks, service, stages, supersededBy, targetGroup } = seen;
	const { requested, running } = deployment.target;
	return {
		deployment: {
			...knownServiceDeployment(deployment),
			...supersededBy === void 0 ? {} : { supersededBy }
		},
		progress: progressOf(seen),
		service,
		replacement: {
			label: isRolling(deployment) ? "new" : "green",
			startedBy: startedByOf(deployment.target.arn),
			counted: deployment.status === "PENDING" ? void 0 : {
				running,
				desired: requested
			},
			desired: requested === 0 ? service.desired : requested,
			targetGroup
		},
		hasInstalled: deployment.status !== "PENDING",
		failedTasks,
		stages,
		said: {
			ofStages: [],
			ofAll: said(deployment)
		}
	};
}
/** The breaker's message is a symptom; the diagnosis prefers what tasks and targets say. */
function said({ arn, rollback, statusReason }) {
	return [.../* @__PURE__ */ new Set([statusReason, rollback?.reason])].flatMap((text) => text === void 0 || text === "" ? [] : [{
		source: "ecs:DescribeServiceDeployments statusReason",
		text,
		subject: arn
	}]);
}
/** How far a service deployment has come. */
function progressOf(seen) {
	const { deployment, failedTasks, movedAt, service } = seen;
	const { createdAt, finishedAt, target } = deployment;
	const phase = phaseOf(deployment);
	const hasMoved = hasMovedWholly(deployment);
	return {
		phase,
		since: isOver(deployment.status) ? finishedAt : phase === "created" ? createdAt : void 0,
		hasMoved,
		shiftedAt: hasMoved ? movedAt ?? finishedAt : void 0,
		shiftedPercent: target.productionPercent ?? (hasMoved ? 100 : 0),
		replacement: {
			running: target.running,
			desired: target.requested
		},
		failed: failedTasks.length,
		serving: servingOf(seen, service),
		doing: doing(deployment)
	};
}
function isRolling({ settings }) {
	return settings.strategy === "ROLLING";
}
/** Whether the deployment goes on: what a rollback shows of stages and weights is no milestone. */
function goesForward({ status }) {
	return !isOver(status) && status !== "ROLLBACK_IN_PROGRESS";
}
/** Place of the deployment's stage; -1 for none, or one that is not known. */
function stagePlace({ stage }) {
	return STAGES.findIndex((one) => one === stage);
}
/** Whether the deployment is at this stage or past it. */
function hasReachedStage(deployment, stage) {
	return stagePlace(deployment) >= STAGES.indexOf(stage);
}
/** The PAUSE hooks that wait for an answer. */
function waitingPauses({ hooks }) {
	return hooks.filter(({ status, type }) => type === "PAUSE" && status === "AWAITING_ACTION");
}
/**
* Whether all production traffic is on the new tasks. A rolling deployment says so by its end, or by its bake: without a
* bake, tasks that merely run may still be checked.
*/
function hasMovedWholly(deployment) {
	const { settings, sources, status, target } = deployment;
	if (status === "SUCCESSFUL") return true;
	if (!goesForward(deployment)) return false;
	if (isRolling(deployment)) {
		const isFull = target.requested > 0 && target.running >= target.requested;
		return settings.bakeMinutes > 0 && isFull && sources.every(({ running }) => running === 0);
	}
	return target.productionPercent === 100 && hasReachedStage(deployment, "POST_PRODUCTION_TRAFFIC_SHIFT");
}
function phaseOf(deployment) {
	const { status, target } = deployment;
	switch (status) {
		case "SUCCESSFUL": return "succeeded";
		case "STOPPED": return "stopped";
		case "ROLLBACK_IN_PROGRESS":
		case "ROLLBACK_SUCCESSFUL":
		case "ROLLBACK_FAILED": return "failed";
		case "PENDING": return "created";
	}
	if (isRolling(deployment)) {
		if (hasMovedWholly(deployment)) return "baking";
		return target.running === 0 ? "installing" : "shifting";
	}
	if (hasMovedWholly(deployment)) return deployment.stage === "CLEAN_UP" ? "terminating" : "baking";
	const untouched = (target.productionPercent ?? 0) === 0;
	if (untouched && waitingPauses(deployment).length > 0 && hasReachedStage(deployment, "POST_SCALE_UP")) return "ready";
	return untouched && !hasReachedStage(deployment, "PRE_PRODUCTION_TRAFFIC_SHIFT") ? "installing" : "shifting";
}
/** ARN of the revision that serves. The classic view lags behind the deployment's end, so the deployment's own word goes first. */
function servingOf({ deployment, revision }, service) {
	if (!hasMovedWholly(deployment)) return servingRollout(service)?.taskDefinition ?? service.taskDefinition;
	const primary = primaryRollout(service);
	return primary === void 0 || primary.id === startedByOf(deployment.target.arn) || primary.state !== "COMPLETED" ? revision : primary.taskDefinition;
}
/** Phase of a deployment without trouble. */
function doing(deployment) {
	const { breaker, stage, status, target } = deployment;
	if (status === "PENDING") return "the deployment is PENDING";
	const counts = `${target.running} of ${target.requested} new tasks run`;
	const failures = breaker === void 0 || breaker.failures === 0 ? "" : `, ${breaker.failures} of the ${breaker.threshold} failures that trip the circuit breaker`;
	const share = target.productionPercent === void 0 ? "" : `, ${target.productionPercent} % of traffic`;
	const where = hasMovedWholly(deployment) && isRolling(deployment) ? "baking" : stage ?? status;
	return waitingPauses(deployment).length > 0 ? `the deployment pauses at ${stage ?? status} (${counts}${share})` : `the deployment is ${where} (${counts}${share}${failures})`;
}

// packages/domain/lib/ecs/budget.js
const MINUTE = 6e4;
/** Time for the new tasks to be started and found healthy. ECS itself waits for ever, or 24 hours a stage. */
const SCALE_UP_MINUTES = 60;
/** A Lambda hook answers within minutes as a rule; AWS waits for it up to a day. */
const HOOK_MINUTES = 15;
/** For the deregistration delay and the end of the old tasks. */
const CLEAN_UP_MINUTES = 15;
/** For everything that has no time of its own: recording, starting, the last look. */
const SLACK_MINUTES = 5;
/** How long a deployment with these settings may take. */
function serviceDeploymentBudget(settings, { gateMinutes, minutes, waitUntil }) {
	if (minutes !== void 0) return {
		totalMs: minutes * MINUTE,
		reason: `wait-for-minutes ${minutes}`
	};
	const rolling = settings === void 0 || settings.strategy === "ROLLING";
	const hooks = settings?.hooks ?? [];
	const pauses = hooks.filter(({ type }) => type === "PAUSE");
	const counted = [
		[rolling ? "roll-out" : "scale-up", SCALE_UP_MINUTES],
		["hooks", (hooks.length - pauses.length) * HOOK_MINUTES],
		...waitUntil === "ready" ? [] : [
			["gate", gateMinutes ?? 0],
			["pauses", gateMinutes === void 0 ? sum(pauses.map(({ timeoutMinutes }) => timeoutMinutes)) : 0],
			["steps", settings === void 0 ? 0 : (settings.steps - 1) * settings.stepMinutes],
			["bake", waitUntil === "completed" || rolling ? settings?.bakeMinutes ?? 0 : 0]
		],
		...waitUntil === "completed" ? [["clean-up", CLEAN_UP_MINUTES]] : [],
		["slack", SLACK_MINUTES]
	].filter(([, length]) => length > 0);
	return {
		totalMs: sum(counted.map(([, length]) => length)) * MINUTE,
		reason: counted.map(([name, length]) => `${name} ${length} min`).join(" + ")
	};
}
/** Minutes that a deployment takes at least by its settings, however fast the tasks are. */
function leastMinutes(settings, waitUntil) {
	if (settings === void 0 || waitUntil === "ready") return 0;
	return (settings.steps - 1) * settings.stepMinutes + (waitUntil === "completed" ? settings.bakeMinutes : 0);
}
function sum(numbers) {
	return numbers.reduce((total, one) => total + one, 0);
}

export { alarmNames as $, elsewhere as $n, reasonOf$1 as $r, containerNamed as $t, formatTaskDefinitionDiff as A, isNetworkListener as An, InvalidInput as Ar, lookOf$1 as At, latestOperation as B, parsePlatform as Bn, pairs as Br, secondQuestion as Bt, trusts as C, isCapacityReason as Cn, credentialInputs as Cr, judgeTasks as Ct, newWords as D, readClaims as Dn, NOT_SHOWN as Dr, settlingOf as Dt, checkTaskDefinition as E, carriesIds as En, textOf$3 as Er, TargetRecord as Et, targetsIn as F, configPlatform as Fn, lines as Fr, asksForService as Ft, ARCHITECTURES_ELSEWHERE as G, ACTIVE_STATUSES$1 as Gn, AwsCallError as Gr, replacementIdOf as Gt, saysNoChanges as H, SEVERITIES as Hn, quoted as Hr, appSpecFor as Ht, compactTemplate as I, indexPlatforms as In, list$1 as Ir, asksForTasks as It, expiringRule as J, predefinedConfig as Jn, ConfigurationError as Jr, knownDeployment as Jt, OPERATING_SYSTEMS as K, isGroupOf as Kn, CancelledError as Kr, replacementOf as Kt, firstFailure as L, parseManifest as Ln, matching as Lr, cadenceOf as Lt, otherNetworks as M, shares as Mn, choices as Mr, hasFailed as Mt, peersAt as N, IMAGE_TYPES as Nn, field as Nr, observeStops as Nt, unfilledVariables as O, trustStatement as On, showLogs as Or, deploymentBudget as Ot, routeTableOf as P, INDEX_TYPES as Pn, flag as Pr, wasUnhealthy as Pt, codeDeployName as Q, backOff as Qn, asError as Qr, readMarks as Qt, inProgress as R, formatPlatform as Rn, nearestName as Rr, firstQuestion as Rt, textTable as S, MARK_VARIABLE as Sn, commonInputs as Sr, troublesOf as St, readTaskDefinition as T, parseSecretReference as Tn, isJsonObject as Tr, judgeTargets as Tt, runbook as U, atLeast as Un, text as Ur, formatAppSpec as Ut, rootFailures as V, platformOfArchitecture as Vn, parseInputs as Vr, parseAppSpecFile as Vt, runbookFacts as W, severityOf as Wn, AccessDeniedError as Wr, revisionOfAppSpec as Wt, command as X, secretValues as Xn, ExpiredCredentialsError as Xr, isOfRun as Xt, isTagMovable as Y, looksSecret as Yn, CutoverError as Yr, isOfCommit as Yt, commands as Z, variablesOf as Zn, formatPlace as Zr, describeDeployment as Zt, exitVerdict as _, credentialEnd as _n, partitionOf as _r, joinShellWords as _t, NO_MARKS as a, withoutEmptyMembers as an, wordsOfKind as ar, TRACE_TAGS as at, newestOutOfService as b, tokenSubject as bn, configInputs as br, hasShiftedWholly as bt, primaryRollout as c, replacementRevision as cn, parseImageReference as cr, traceOf as ct, idOf as d, servingName as dn, formatRevision as dr, parseSuspension as dt, containerNames as en, homeOf as er, cluster as et, isOver as f, servingNetwork as fn, parseRevision as fr, restorationOf as ft, looseSubjects as g, proxySettings as gn, isKnownRegion as gr, parseStatuses as gt, layoutRoot as h, proxyHost as hn, consoleLink as hr, isAmong as ht, lookOf as i, runsOnFargate as in, runStep as ir, COPY_TAG as it, defaultRoute as j, served as jn, choice as jr, distinctStops as jt, diffTaskDefinitions as k, directTo as kn, isSuccess as kr, shiftMinutes as kt, servingRollout as l, revisionsOf as ln, parseRepository as lr, duringDeployment as lt, blobPath as m, servingTasks as mn, parseArn as mr, formatStatuses as mt, serviceDeploymentBudget as n, isEssential as nn, misplaced as nr, service as nt, knownServiceDeployment as o, launchesOnFargate as on, isRepositoryName as or, revisionTags as ot, startedByOf as p, servingRevision as pn, lastSegment as pr, environmentFromOutputs as pt, awsWord as q, isTerminal as qn, CommandError as qr, wait as qt, hasMovedWholly as r, objectsIn as rn, runPost as rr, stack as rt, pastServiceDeployment as s, primaryTaskSet as sn, isTag as sr, tagProblem as st, leastMinutes as t, containersOf as tn, isSameArn as tr, revision as tt, ACTIVE_STATUSES as u, runningRevisions as un, isDigest as ur, formatSuspension as ut, restoreCommand as v, warnOfExpiry as vn, requireRegion as vr, judgeDeployment as vt, substituteVariables as w, READ_ONLY_MEMBERS as wn, briefly as wr, groupName as wt, rollbackTarget as x, shellWord as xn, BUILD_INPUTS as xr, tellsTrouble as xt, goesBack as y, idTokens as yn, redactor as yr, deploymentChanges as yt, isSettled as z, missingPlatforms as zn, number as zr, jitterOf as zt };