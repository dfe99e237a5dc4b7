import { n as objectArn, t as inputs } from "./inputs-bj82HIRO.js";
import { A as formatTaskDefinitionDiff, D as newWords, E as checkTaskDefinition, Er as textOf, Gr as AwsCallError, Jr as ConfigurationError, O as unfilledVariables, Qn as backOff, Rr as nearestName, T as readTaskDefinition, Tr as isJsonObject, Wr as AccessDeniedError, Xn as secretValues, Yn as looksSecret, Yr as CutoverError, Zr as formatPlace, _r as partitionOf, an as withoutEmptyMembers, cr as parseImageReference, dr as formatRevision, en as containerNames, fr as parseRevision, hr as consoleLink, k as diffTaskDefinitions, kr as isSuccess, ln as revisionsOf, mn as servingTasks, mr as parseArn, nn as isEssential, on as launchesOnFargate, ot as revisionTags, pn as servingRevision, rn as objectsIn, st as tagProblem, tn as containersOf, w as substituteVariables } from "./base-D7WWzZYD.js";
import { a as versionOf } from "./told-versions-u_lx0aRJ.js";
import { t as findEnvironment } from "./find-environment-BJXpSdus.js";
import { n as requireHere, r as requireOwn } from "./clean-up-2m7US7l4.js";
import { t as readSourceText } from "./source-text-4c4GGKAT.js";
import { a as fillFromStack, i as checkLogGroups, n as checkExecutionRole, o as fillFromServing, r as checkRoles, t as requirementSentence } from "./sentence-DzVZx6Bq.js";
import { s as engineIfAny } from "./engine-for-D1EozosH.js";
import { a as ok, n as failed, t as checkImages } from "./images-tBCgZ9O_.js";
import { n as lookForSecrets, r as secretUses, t as checkSecrets } from "./secrets-9sH695Ev.js";

// packages/steps/lib/register-taskdef/register.js
/** ECS is asked again for so long, in milliseconds. */
const PATIENCE_MS = 9e4;
const PAUSE = {
	firstMs: 500,
	longestMs: 1e4,
	jitter: "full"
};
/** A registration whose answer was lost may take so long to show, in milliseconds. */
const SETTLE_MS = [
	0,
	1e3,
	3e3
];
/**
* Registers, and asks again with full jitter while other jobs register into the same family, ECS throttles or no answer
* comes. Before it asks again it looks whether a revision of this content has come to be, so that a lost answer or a twin
* of this job never makes a second one.
*/
async function register(plan, given, world) {
	const { clock, signal, progress } = world;
	const started = clock.now();
	let registration;
	for (let attempt = 1;; attempt++) {
		signal.throwIfAborted();
		registration ??= await registerOnce(plan, given, world);
		if (registration.kind === "registered") return {
			...registration,
			made: true
		};
		const lost = registration.kind === "unknown";
		const seen = await lookFor(plan, lost ? SETTLE_MS : [0], world);
		if (seen.kind === "found") {
			const { revision } = seen;
			progress.report({
				type: "note",
				text: lost ? `The answer of ECS was lost, and ${formatRevision(revision.arn)} is what it had registered.` : `${formatRevision(revision.arn)}, which another job registered in the meantime, has the same content.`
			});
			return {
				kind: "registered",
				revision,
				made: lost
			};
		}
		const seconds = Math.round((clock.now() - started) / 1e3);
		if (clock.now() - started >= PATIENCE_MS) return registration.kind === "unknown" ? {
			kind: "unanswered",
			error: registration.error,
			seconds
		} : {
			kind: "busy",
			reason: registration.reason,
			seconds
		};
		const unsure = lost && seen.kind === "unseen";
		progress.report({
			type: "note",
			text: unsure ? "ECS did not answer, neither to the registration nor to the question what became of it, asking again." : registration.kind === "unknown" ? `ECS did not answer and registered nothing, asking again: ${registration.error.message}` : `ECS is busy with this family, asking again: ${registration.reason}`
		});
		if (!unsure) registration = void 0;
		await backOff(clock, attempt, PAUSE, signal);
	}
}
/** The family's newest revision, if it is newer than the one that the plan saw and of the wanted content. */
async function lookFor({ definition, family, newest }, pauses, { aws, clock, signal }) {
	for (const pause of pauses) {
		if (pause > 0) await clock.sleep(pause, signal);
		try {
			const found = await aws.taskDefinitions.describe(family);
			if (found !== void 0 && found.revision > (newest?.revision ?? 0) && diffTaskDefinitions(found.definition, definition).length === 0) return {
				kind: "found",
				revision: found
			};
		} catch (error) {
			if (error instanceof AwsCallError && error.transient) return { kind: "unseen" };
			throw error;
		}
	}
	return { kind: "none" };
}
/** Without the permission to tag, a revision without tags is better than none, unless the user asked for tags. */
async function registerOnce(plan, given, world) {
	try {
		return await world.aws.taskDefinitions.register(plan.definition, plan.tags);
	} catch (error) {
		if (!(error instanceof AccessDeniedError) || error.action !== "ecs:TagResource" || given.tags.size > 0) throw error;
		world.progress.report({
			type: "warning",
			what: "The revision is not tagged with its commit and run: the role lacks ecs:TagResource.",
			fix: error.fix
		});
		return await world.aws.taskDefinitions.register(plan.definition, /* @__PURE__ */ new Map());
	}
}

// packages/steps/lib/register-taskdef/carry-out.js
/** Outputs of `register-taskdef`. */
const OUTPUTS = {
	"task-definition-arn": "string",
	/** Path of the rendered file. */
	"task-definition": "string",
	"previous-task-definition-arn": "string",
	family: "string",
	revision: "number",
	changed: "boolean",
	diff: "string"
};
/** Registers what the plan says, unless a revision of equal content stands for it or it is a dry run. */
async function carryOutRegistration(plan, given, world) {
	const { progress, files } = world;
	const { definition, family, previous, equal } = plan;
	const diff = formatTaskDefinitionDiff(plan.changes);
	if (previous !== void 0) progress.report({
		type: "version.known",
		role: "before",
		...versionOf(previous, world.run)
	});
	const tell = (revision) => {
		progress.report({
			type: "version.known",
			role: "after",
			...versionOf(revision, world.run)
		});
		progress.report({
			type: "page.known",
			page: "task definition",
			url: consoleLink(world.aws.region, {
				kind: "taskDefinition",
				family,
				revision: String(revision.revision)
			})
		});
	};
	const since = previous === void 0 ? void 0 : formatRevision(previous.arn);
	if (diff !== "") progress.report({
		type: "document",
		title: `Changes since ${since ?? family}`,
		language: "diff",
		text: diff
	});
	const tags = [...plan.tags].filter(([key]) => !key.startsWith("cutover:")).map(([key, value]) => ({
		key,
		value
	}));
	const rendered = JSON.stringify(tags.length === 0 ? definition : {
		...definition,
		tags
	}, void 0, 2);
	const outputs = {
		"task-definition": await files.writeTemporary(`task-definition-${family}.json`, `${rendered}\n`),
		"previous-task-definition-arn": previous?.arn,
		family,
		diff
	};
	const summary = diff === "" ? {} : { summary: [{
		kind: "code",
		title: `Changes since ${since ?? family}`,
		language: "diff",
		text: diff
	}] };
	if (equal !== void 0) {
		const absent = [...given.tags].filter(([key, value]) => equal.tags.get(key) !== value).map(([key]) => key);
		if (absent.length > 0) progress.report({
			type: "warning",
			what: `${formatRevision(equal.arn)} is kept as it is, without the tags ${absent.join(", ")}.`,
			fix: "They are written with the next revision of other content."
		});
		progress.report({
			type: "revision.registered",
			arn: equal.arn,
			changed: false
		});
		tell(equal);
		return {
			kind: "unchanged",
			what: `${formatRevision(equal.arn)} already has this content; nothing was registered.`,
			outputs: {
				...outputs,
				"task-definition-arn": equal.arn,
				revision: equal.revision,
				changed: false
			},
			...summary
		};
	}
	if (given["dry-run"]) return {
		kind: "unchanged",
		what: `Dry run: a new revision of ${family} would be registered.`,
		outputs: {
			...outputs,
			"task-definition-arn": void 0,
			revision: void 0,
			changed: void 0
		},
		...summary
	};
	const registration = await register(plan, given, world);
	if (registration.kind !== "registered") {
		const none = {
			...outputs,
			"task-definition-arn": void 0,
			revision: void 0,
			changed: void 0
		};
		return registration.kind === "busy" ? {
			kind: "failed",
			what: `ECS refused a new revision of ${family} for ${registration.seconds} seconds: ${registration.reason}`,
			findings: [],
			fix: "Nothing was changed. Run the job again, with fewer jobs that register into this family at once.",
			outputs: none
		} : {
			kind: "failed",
			what: `ECS gave no answer to a new revision of ${family} for ${registration.seconds} seconds: ${registration.error.message}`,
			findings: registration.error.findings,
			fix: `Nothing runs differently, and no revision of this content was found. ${registration.error.fix}`,
			outputs: none
		};
	}
	const { revision } = registration;
	for (const { path } of diffTaskDefinitions(definition, revision.definition).filter(({ before }) => before !== void 0)) progress.report({
		type: "warning",
		what: `ECS did not keep ${path.join(".")} as it was given.`,
		fix: "Compare the rendered file with the revision in the console; the property may not apply here."
	});
	progress.report({
		type: "revision.registered",
		arn: revision.arn,
		changed: registration.made
	});
	tell(revision);
	return {
		kind: "succeeded",
		what: `${registration.made ? "Registered" : "Another job registered"} ${formatRevision(revision.arn)}${since === void 0 ? "" : ` (${plan.changes.length === 1 ? "one change" : `${plan.changes.length} changes`} since ${since})`}.`,
		outputs: {
			...outputs,
			"task-definition-arn": revision.arn,
			revision: revision.revision,
			changed: registration.made
		},
		...summary
	};
}

// packages/steps/lib/register-taskdef/changes.js
/** Inputs that change the containers named by container-name. */
const CONTAINER_INPUTS = [
	"image",
	"digest",
	"environment-variables",
	"env-files",
	"secrets",
	"command",
	"docker-labels",
	"log-configuration-log-driver",
	"log-configuration-options"
];
/** The containers that the inputs mean, or why that can't be said. */
function chosenContainers(definition, given, environment) {
	const known = containerNames(definition);
	const problems = [];
	const check = (name, input) => {
		if (known.includes(name)) return;
		const nearest = nearestName(name, known);
		problems.push({
			what: `Input ${input}: there is no container ${JSON.stringify(name)} in the task definition.`,
			fix: `The containers are: ${known.join(", ")}.${nearest === void 0 ? "" : ` Did you mean ${nearest}?`}`
		});
	};
	for (const name of given.images.keys()) check(name, "images");
	for (const name of given["container-name"]) check(name, "container-name");
	const found = (names) => {
		const twice = names.filter((name) => given.images.has(name));
		const other = given.image !== void 0 ? "image" : given.digest !== void 0 ? "digest" : void 0;
		if (other !== void 0 && twice.length > 0) problems.push({
			what: `Inputs ${other} and images both say the image of container ${twice.join(", ")}.`,
			fix: `Remove the line for ${twice.join(", ")} from images, or name other containers in container-name.`
		});
		return {
			names,
			problems
		};
	};
	if (given["container-name"].length > 0) return found(given["container-name"]);
	const used = CONTAINER_INPUTS.filter((name) => isGiven(given[name]));
	if (used.length === 0 || known.length === 0) return {
		names: [],
		problems
	};
	const essential = containersOf(definition).filter(isEssential).map(({ name }) => textOf(name));
	const only = known.length === 1 ? known[0] : environment?.containerName !== void 0 && known.includes(environment.containerName) ? environment.containerName : essential.length === 1 ? essential[0] : void 0;
	if (only === void 0) {
		problems.push({
			what: `Input container-name was not given, and the task definition has several containers for ${used.join(", ")}.`,
			fix: `Add container-name: one of ${known.join(", ")}.`
		});
		return {
			names: [],
			problems
		};
	}
	return found([only]);
}
function isGiven(value) {
	if (value instanceof Map) return value.size > 0;
	return Array.isArray(value) ? value.length > 0 : value !== void 0;
}
/** The definition with every input applied; everything else stays exactly as it was. */
function applyChanges(definition, given, names, values) {
	return {
		...definition,
		...optional("taskRoleArn", given["task-role-arn"]),
		...optional("executionRoleArn", given["execution-role-arn"]),
		...optional("cpu", given.cpu),
		...optional("memory", given.memory),
		...runtimePlatform(definition, given),
		containerDefinitions: containersOf(definition).map((container) => {
			const name = textOf(container["name"]);
			return {
				...names.includes(name) ? changeContainer(container, given, values) : container,
				...optional("image", values.images.get(name))
			};
		})
	};
}
/** The input that the value at a path came from, if one did. */
function inputBehind(definition, path, given, names) {
	const [first, index, member, position] = path;
	if (first === "runtimePlatform") {
		const input = index === "operatingSystemFamily" ? "operating-system-family" : "cpu-architecture";
		return given[input] === void 0 ? void 0 : input;
	}
	for (const [name, input] of Object.entries({
		taskRoleArn: "task-role-arn",
		executionRoleArn: "execution-role-arn",
		cpu: "cpu",
		memory: "memory"
	})) if (first === name) return given[input] === void 0 ? void 0 : input;
	if (first !== "containerDefinitions" || typeof index !== "number") return void 0;
	const container = containersOf(definition)[index];
	const name = textOf(container?.["name"]);
	if (member === "image" && given.images.has(name)) return "images";
	if (!names.includes(name)) return void 0;
	if (member === "image") {
		if (given.image !== void 0) return "image";
		return given.digest === void 0 ? void 0 : "digest";
	}
	if (member === "environmentFiles") return given["env-files"].length === 0 ? void 0 : "env-files";
	if (member === "logConfiguration") {
		const options = given["log-configuration-options"];
		if (position === "options" && options.has(String(path[4]))) return "log-configuration-options";
		return position === "logDriver" && given["log-configuration-log-driver"] !== void 0 ? "log-configuration-log-driver" : void 0;
	}
	if ((member === "environment" || member === "secrets") && typeof position === "number") {
		const input = member === "secrets" ? "secrets" : "environment-variables";
		return given[input].has(textOf(objectsIn(container?.[member])[position]?.["name"])) ? input : void 0;
	}
}
function runtimePlatform(definition, given) {
	const cpuArchitecture = given["cpu-architecture"];
	const operatingSystemFamily = given["operating-system-family"];
	if (cpuArchitecture === void 0 && operatingSystemFamily === void 0) return {};
	return { runtimePlatform: {
		...objectOr(definition["runtimePlatform"]),
		...optional("cpuArchitecture", cpuArchitecture),
		...optional("operatingSystemFamily", operatingSystemFamily)
	} };
}
function changeContainer(container, given, { envFiles, image, secrets }) {
	const variables = given["environment-variables"];
	const labels = given["docker-labels"];
	const replace = given["environment-mode"] === "replace";
	const environmentChanges = variables.size > 0 || secrets.size > 0 || replace;
	return {
		...container,
		...optional("image", image),
		...optional("command", given.command),
		...environmentChanges && (variables.size > 0 || replace || container["environment"] !== void 0) ? { environment: merged(replace ? [] : kept(container["environment"], secrets), variables, "value") } : {},
		...environmentChanges && (secrets.size > 0 || container["secrets"] !== void 0) ? { secrets: merged(kept(container["secrets"], variables), secrets, "valueFrom") } : {},
		...envFiles.length === 0 ? {} : { environmentFiles: envFiles.map((value) => ({
			value,
			type: "s3"
		})) },
		...labels.size === 0 ? {} : { dockerLabels: {
			...objectOr(container["dockerLabels"]),
			...Object.fromEntries(labels)
		} },
		...logging(container, given)
	};
}
function logging(container, given) {
	const driver = given["log-configuration-log-driver"];
	const options = given["log-configuration-options"];
	if (driver === void 0 && options.size === 0) return {};
	const before = objectOr(container["logConfiguration"]);
	const sameDriver = driver === void 0 || driver === before["logDriver"];
	return { logConfiguration: {
		...sameDriver ? before : {},
		logDriver: driver ?? before["logDriver"] ?? "awslogs",
		options: {
			...sameDriver ? objectOr(before["options"]) : {},
			...Object.fromEntries(options)
		}
	} };
}
function kept(list, others) {
	return objectsIn(list).filter(({ name }) => !others.has(textOf(name)));
}
/** New names at the end, known ones in their place. */
function merged(list, values, member) {
	const names = new Set(list.map(({ name }) => textOf(name)));
	return [...list.map((entry) => ({
		...entry,
		...optional(member, values.get(textOf(entry["name"])))
	})), ...[...values].filter(([name]) => !names.has(name)).map(([name, value]) => ({
		name,
		[member]: value
	}))];
}
function objectOr(value) {
	return isJsonObject(value) ? value : {};
}
function optional(name, value) {
	return value === void 0 ? {} : { [name]: value };
}

// packages/steps/lib/register-taskdef/plan.js
/**
* The definition to register.
* @throws ConfigurationError with every problem and its place
*/
function renderTaskDefinition(options) {
	const { given, original, environment, values, complete } = options;
	const own = withoutEmptyMembers(original.definition);
	const familyInput = given["task-definition-family"];
	const problems = [];
	if (original.revision === void 0 && familyInput !== void 0 && own["family"] !== void 0 && own["family"] !== familyInput) {
		const place = original.placeOf?.(["family"]);
		problems.push({
			what: `the file’s family is ${textOf(own["family"])}, and input task-definition-family is ${familyInput}`,
			fix: "Remove one of the two, or make them equal.",
			...place === void 0 ? {} : { place }
		});
	}
	const fromFile = original.revision === void 0;
	const named = {
		...own,
		...fromFile && own["family"] === void 0 && familyInput !== void 0 ? { family: familyInput } : {},
		...!fromFile && given.service === void 0 && familyInput === void 0 && given["task-definition-arn"] === void 0 && environment?.taskFamily !== void 0 ? { family: environment.taskFamily } : {}
	};
	const serving = fromFile && environment?.stack === void 0 ? options.service?.serving : void 0;
	const fromServing = serving === void 0 ? {
		definition: named,
		filled: []
	} : fillFromServing(named, serving);
	const whole = fromFile && environment?.stack !== void 0 ? fillFromStack(named, environment, options.region) : fromServing.definition;
	const { names, problems: unknown } = chosenContainers(whole, given, environment);
	problems.push(...unknown.filter(({ what }) => complete || !what.includes("was not given")));
	const definition = applyChanges(whole, given, names, values);
	const inputOf = (path) => inputBehind(definition, path, given, names);
	problems.push(...checkTaskDefinition(definition, {
		placeOf: (path) => original.placeOf?.(path),
		inputOf,
		complete,
		onFargate: options.service?.onFargate,
		partition: options.partition
	}));
	if (problems.length > 0) throw new ConfigurationError(problems);
	return {
		definition,
		inputOf,
		filled: fromServing.filled
	};
}
function planRegistration(definition, tags, { base, serving, newest }) {
	const previous = serving ?? newest;
	const equal = [
		base,
		serving,
		newest
	].find((one) => one?.status === "ACTIVE" && one.family === definition["family"] && diffTaskDefinitions(one.definition, definition).length === 0);
	return {
		family: textOf(definition["family"]),
		definition,
		tags,
		equal,
		previous,
		newest,
		changes: previous === void 0 ? [] : diffTaskDefinitions(previous.definition, definition)
	};
}

// packages/steps/lib/register-taskdef/in-use.js
/** Users of each revision of a family, by `family:number`: the service, tasks of the cluster, and deployments that a rollback can return to. */
async function revisionsInUse(family, environment, service, world) {
	const { aws } = world;
	const uses = /* @__PURE__ */ new Map();
	const use = (revision, what) => {
		const name = formatRevision(revision);
		if (!uses.has(name)) uses.set(name, what);
	};
	for (const { revision, what } of revisionsOf(service)) use(revision, what);
	const tasks = await aws.tasks.list(environment.cluster, { family });
	for (const { taskDefinition } of await aws.tasks.describe(environment.cluster, tasks)) use(taskDefinition, "a task runs it");
	const engine = await engineIfAny(world, environment, service);
	for (const { revision, what } of await engine?.revisionsInUse() ?? []) use(revision, what);
	return uses;
}

// packages/steps/lib/register-taskdef/prune-plan.js
/** DeregisterTaskDefinition has a bucket of 20 calls that fills by one a second, for all jobs of the account. */
const MOST_AT_ONCE = 10;
/**
* Which revisions of a family nothing can need any more: not among the newest `keep`, not in use, and older than the one
* that serves, as a newer one may be waiting for its deployment.
* @param revisions ARNs of the ACTIVE ones
* @param inUse by ARN, with what uses it
* @param serving what production runs now; nothing may go while it is of another family
*/
function prunePlan(revisions, keep, inUse, serving) {
	const number = (arn) => parseRevision(arn)?.number ?? 0;
	const newestFirst = revisions.toSorted((a, b) => number(b) - number(a));
	const family = parseRevision(serving)?.family;
	const kept = /* @__PURE__ */ new Map();
	const unneeded = [];
	for (const arn of newestFirst.slice(keep)) {
		if (parseRevision(arn)?.family !== family || number(arn) >= number(serving)) continue;
		const use = inUse.get(arn);
		if (use === void 0) unneeded.unshift(arn);
		else kept.set(arn, use);
	}
	const deregister = unneeded.slice(0, MOST_AT_ONCE);
	return {
		deregister,
		kept,
		later: unneeded.length - deregister.length
	};
}

// packages/steps/lib/register-taskdef/prune.js
/**
* Deregisters the revisions that nothing can need any more. That is housekeeping: when it fails, there is a warning, and
* what was registered stands.
*/
async function prune({ environment, family, keep, service }, dryRun, world) {
	const { aws, progress, signal } = world;
	const gone = [];
	let kept = /* @__PURE__ */ new Map();
	let later = 0;
	try {
		const revisions = await aws.taskDefinitions.list(family);
		if (revisions.length <= keep) return void 0;
		const uses = await revisionsInUse(family, environment, service, world);
		const byArn = new Map(revisions.map((arn) => [arn, uses.get(formatRevision(arn)) ?? ""]));
		const inUse = new Map([...byArn].filter(([, use]) => use !== ""));
		const plan = prunePlan(revisions, keep, inUse, servingRevision(service));
		({kept, later} = plan);
		for (const arn of plan.deregister) {
			signal.throwIfAborted();
			if (!dryRun) await aws.taskDefinitions.deregister(arn);
			gone.push(formatRevision(arn));
		}
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		progress.report({
			type: "warning",
			what: `Input keep-revisions: old revisions of ${family} were left as they are: ${error.message}`,
			fix: error.fix
		});
	}
	if (gone.length === 0 && kept.size === 0) return void 0;
	const done = dryRun ? "Would be deregistered" : "Deregistered";
	if (gone.length > 0) progress.report({
		type: "note",
		text: `${done}: ${gone.join(", ")}`
	});
	for (const [arn, use] of kept) progress.report({
		type: "note",
		text: `${formatRevision(arn)} is old and stays: ${use}`
	});
	return {
		kind: "facts",
		title: "Old revisions",
		facts: [
			...gone.length === 0 ? [] : [[done, gone.join(", ")]],
			...[...kept].map(([arn, use]) => [formatRevision(arn), `stays: ${use}`]),
			...later === 0 ? [] : [["In later runs", `${later} more`]]
		]
	};
}

// packages/steps/lib/register-taskdef/request.js
/** @throws ConfigurationError when the inputs name no base, or several */
function chooseBase(given) {
	const path = given["task-definition"];
	const family = given["task-definition-family"];
	const arn = given["task-definition-arn"];
	const number = given["task-definition-revision"];
	const named = given.service !== void 0 || given.stack !== void 0;
	const asked = given.base ?? (path !== void 0 ? "file" : (arn ?? family) !== void 0 ? "family" : "service");
	const refuse = (what, fix) => {
		throw new ConfigurationError({
			what,
			fix
		});
	};
	if (path !== void 0 && asked !== "file") return refuse(`Input base is ${asked}, but input task-definition names a file.`, "Remove one of the two.");
	if (arn !== void 0 && asked !== "family") return refuse(`Input base is ${asked}, but input task-definition-arn names a revision.`, "Remove one of the two.");
	if (arn !== void 0 && family !== void 0) return refuse("Inputs task-definition-arn and task-definition-family were both given.", "Keep one of them.");
	if (number !== void 0 && (asked !== "family" || arn !== void 0 || family === void 0)) return refuse(`Input task-definition-revision is ${number}, and it names a revision of input task-definition-family, from which the new one starts.`, asked === "family" && arn === void 0 ? "Add task-definition-family." : "Remove task-definition-revision, or give task-definition-family and no other base.");
	switch (asked) {
		case "file": return path === void 0 ? refuse("Input base is file, but input task-definition was not given.", "Add task-definition: PATH.") : {
			kind: "file",
			path
		};
		case "family": {
			const name = arn ?? family;
			return name === void 0 ? refuse("Input base is family, but neither task-definition-family nor task-definition-arn was given.", "Add one of them.") : {
				kind: "revision",
				name: number === void 0 ? name : `${name}:${number}`,
				input: arn === void 0 ? "task-definition-family" : "task-definition-arn"
			};
		}
		case "service": return named ? { kind: "service" } : refuse("No task definition was given: inputs task-definition, task-definition-family, task-definition-arn, service and stack are all empty.", "Add task-definition: PATH, or service: (with cluster:) or stack: to start from what runs now.");
	}
}
/** Refuses inputs that contradict each other, and tags that no revision may have. @throws ConfigurationError */
function checkInputs(given) {
	const problems = [...imageProblems(given), ...tagProblems(given.tags)];
	if (given["keep-revisions"] !== void 0 && given.service === void 0 && given.stack === void 0) problems.push({
		what: `Input keep-revisions is ${given["keep-revisions"]}, but neither service nor stack was given.`,
		fix: "Add service: (with cluster:) or stack:, so that no revision is deregistered that something uses."
	});
	if (given["environment-mode"] === "replace" && given["environment-variables"].size === 0) problems.push({
		what: "Input environment-mode is replace, but environment-variables is empty: every variable of the base would be dropped.",
		fix: "Give environment-variables, or remove environment-mode."
	});
	if (given["env-files"].length > LONGEST_ENV_FILES) problems.push({
		what: `Input env-files names ${given["env-files"].length} files, and ECS takes ${LONGEST_ENV_FILES} for a container.`,
		fix: "Put the variables into fewer files."
	});
	if (problems.length > 0) throw new ConfigurationError(problems);
}
/** RegisterTaskDefinition takes so many environment files for a container, and so many tags; we add three. */
const LONGEST_ENV_FILES = 10;
const MOST_TAGS = 47;
function imageProblems({ digest, image, repository, stack }) {
	const problems = [];
	if (image !== void 0 && digest !== void 0) problems.push({
		what: "Inputs image and digest were both given.",
		fix: "Keep image, or repository and digest."
	});
	if (repository !== void 0 && digest === void 0) problems.push({
		what: `Input repository is ${repository}, but input digest was not given.`,
		fix: "Add digest. If it comes from another job, that job’s output was empty: name it under outputs: of the job."
	});
	if (digest !== void 0 && repository === void 0 && stack === void 0) problems.push({
		what: `Input digest is ${digest}, but neither repository nor stack was given.`,
		fix: "Add repository: NAME, or give the whole image."
	});
	return problems;
}
function tagProblems(tags) {
	const problems = [...tags].flatMap(([key, value]) => {
		const problem = tagProblem(key, value);
		return problem === void 0 ? [] : [{
			...problem,
			what: `Input tags: ${problem.what}.`
		}];
	});
	if (tags.size > MOST_TAGS) problems.push({
		what: `Input tags has ${tags.size} tags, and a revision takes ${MOST_TAGS} beside those that tell where it came from.`,
		fix: "Remove some."
	});
	return problems;
}

// packages/steps/lib/requirements/served.js
/** The definition has the container and the port that the service's load balancer sends traffic to. */
function checkServed(definition, { containerName, containerPort }) {
	const item = `port ${containerPort} of container ${containerName}`;
	const index = containersOf(definition).findIndex(({ name }) => name === containerName);
	const container = containersOf(definition)[index];
	if (container === void 0) return {
		item,
		path: ["containerDefinitions"],
		...failed(`the service’s load balancer sends traffic to container ${containerName}, which the task definition does not have`, `Name the container that listens on ${containerPort} ${containerName}; the containers are: ${containerNames(definition).join(", ")}.`)
	};
	const ports = objectsIn(container["portMappings"]).map((mapping) => mapping["containerPort"]);
	const path = [
		"containerDefinitions",
		index,
		"portMappings"
	];
	if (ports.includes(containerPort)) return {
		item,
		path,
		...ok("it is what the load balancer sends traffic to")
	};
	return {
		item,
		path,
		...failed(`the service’s load balancer sends traffic to port ${containerPort} of container ${containerName}, which has ${ports.length === 0 ? "no portMappings" : `only the ports ${ports.map(textOf).join(", ")}`}`, `Add {"containerPort": ${containerPort}} to portMappings of ${containerName}.`)
	};
}

// packages/steps/lib/requirements/check.js
/**
* Everything outside a task definition that its tasks need, with a verdict each. Reads only, and takes a permission that
* is missing for an unknown verdict.
* @param definition as RegisterTaskDefinition takes it, already free of what ECS would refuse
* @throws ConfigurationError when the credentials are missing or expired
*/
async function checkRequirements(definition, aws, options = {}) {
	const { placeOf, served = [] } = options;
	const found = await Promise.all([
		checkImages(definition, aws),
		checkLogGroups(definition, aws),
		checkRolesAndSecrets(definition, aws)
	]);
	return [...served.map((one) => checkServed(definition, one)), ...found.flat()].map((requirement) => {
		const place = placeOf?.(requirement.path);
		return place === void 0 ? requirement : {
			...requirement,
			place
		};
	});
}
async function checkRolesAndSecrets(definition, aws) {
	const uses = secretUses(definition);
	const [roles, looks] = await Promise.all([checkRoles(definition, aws), lookForSecrets(uses, aws)]);
	const account = parseArn(textOf(definition["executionRoleArn"]))?.account;
	const found = [...roles, ...checkSecrets(uses, looks, {
		partition: aws.partition,
		region: aws.region,
		account
	})];
	if (roles.some(({ path, verdict }) => path[0] === "executionRoleArn" && verdict === "failed")) return found;
	const known = looks instanceof AwsCallError ? /* @__PURE__ */ new Map() : looks;
	return [...found, ...await checkExecutionRole(definition, uses, known, aws)];
}

// packages/steps/lib/register-taskdef/require-all.js
/**
* Everything that the tasks need outside the definition is there.
* @throws ConfigurationError naming everything that is missing; what could not be looked at is a warning
*/
async function requireAll(definition, { dryRun, inputOf, warnOnly, ...options }, { aws, progress }) {
	const requirements = await checkRequirements(definition, aws, options);
	const isYetToCome = ({ path }) => dryRun && [
		"digest",
		"image",
		"images"
	].includes(inputOf(path) ?? "");
	const failures = byText(requirements.filter(({ verdict }) => verdict === "failed")).flatMap(([one]) => one ?? []);
	for (const { what, fix } of failures.filter(isYetToCome)) progress.report({
		type: "note",
		text: `To come before the real run: ${what}. ${fix}`
	});
	const problems = failures.filter((one) => !isYetToCome(one));
	if (warnOnly) for (const { what, fix } of problems) progress.report({
		type: "warning",
		what: `${what}.`,
		fix
	});
	else if (problems.length > 0) throw new ConfigurationError(problems.map(({ what, fix, path, place }) => {
		const input = inputOf(path);
		if (input !== void 0) return {
			what: `Input ${input}: ${what}.`,
			fix
		};
		return {
			what,
			fix,
			...place === void 0 ? {} : { place }
		};
	}));
	const unseen = requirements.filter(({ fix, verdict }) => verdict === "unknown" && fix !== "");
	for (const group of byText(unseen)) {
		const [first] = group;
		if (first === void 0) continue;
		const items = [...new Set(group.map(({ item }) => item))].join(", ");
		progress.report({
			type: "warning",
			what: first.what.startsWith("it ") ? `Not checked: ${items}: ${first.what}.` : requirementSentence(first.what),
			fix: [...new Set(group.map(({ fix }) => fix))].join(" ")
		});
	}
}
/** Problems with one cause are reported once. */
function byText(requirements) {
	const groups = /* @__PURE__ */ new Map();
	for (const requirement of requirements) {
		const { what, refused } = requirement;
		const key = refused ?? what;
		groups.set(key, [...groups.get(key) ?? [], requirement]);
	}
	return [...groups.values()];
}

// packages/steps/lib/register-taskdef/resolve-images.js
/**
* Completes `repository@digest` and `repository:tag` with the registry of the credentials, so that no job has to hand an
* account's id to another. A repository that ECR does not have is one of Docker Hub, and stays as it was written.
* @throws ConfigurationError when `repository` names none that ECR has
*/
async function resolveImages(given, environment, world) {
	const complete = async (input, text) => await completeImage(input, text, environment, world);
	const image = given.image === void 0 ? await imageByDigest(given, environment, world) : await complete("image", given.image);
	const images = /* @__PURE__ */ new Map();
	for (const [name, text] of given.images) images.set(name, await complete("images", text.trim()));
	return {
		image,
		images
	};
}
/** The image that the inputs name by digest, in the repository's own spelling. */
async function imageByDigest({ digest, repository, stack }, environment, world) {
	if (digest === void 0) return void 0;
	if (repository === void 0) {
		if (environment?.repositoryUri !== void 0) return `${environment.repositoryUri}@${digest}`;
		throw new ConfigurationError({
			what: `Input digest is ${digest}, but stack ${stack ?? ""} has no output EcrRepositoryUri.`,
			fix: "Add repository: NAME."
		});
	}
	if (/^[^/]*[.:][^/]*\//.test(repository)) return `${repository}@${digest}`;
	const ofStack = stackRepository(repository, environment);
	if (ofStack !== void 0) return `${ofStack}@${digest}`;
	const found = await world.aws.images.repository({ name: repository });
	if (found === void 0) throw new ConfigurationError({
		what: `Input repository: ECR has no repository ${repository} in ${world.aws.region}.`,
		fix: "Correct the name, aws-region or the account of the credentials, or push the image first."
	});
	return `${found.uri}@${digest}`;
}
async function completeImage(input, text, environment, world) {
	const reference = parseImageReference(text);
	if (reference === void 0 || reference.host !== void 0) return text;
	const rest = text.slice(reference.name.length);
	const ofStack = stackRepository(reference.name, environment);
	if (ofStack !== void 0) return `${ofStack}${rest}`;
	try {
		const found = await world.aws.images.repository({ name: reference.name });
		if (found !== void 0) return `${found.uri}${rest}`;
		world.progress.report({
			type: "note",
			text: `${text} is taken for an image of Docker Hub: ECR has no repository ${reference.name}.`
		});
	} catch (error) {
		if (!(error instanceof AccessDeniedError)) throw error;
		world.progress.report({
			type: "warning",
			what: `Input ${input}: ${text} is taken for an image of Docker Hub, as ${error.action} on ECR’s repository ${reference.name} was refused.`,
			fix: `If it lies in ECR: ${error.fix} If it does not, write its registry too, as in docker.io/library/nginx:1.27.`
		});
	}
	return text;
}
/** The URI of the stack's repository, if that is what it is called. */
function stackRepository(name, environment) {
	const uri = environment?.repositoryUri;
	return uri?.slice(uri.indexOf("/") + 1) === name ? uri : void 0;
}

// packages/steps/lib/register-taskdef/resolve-secrets.js
/** `name:json-key:version-stage:version-id`, where ECS would want the secret's ARN before the first colon. */
const BY_NAME = /^([\w/+=.@-]+):([^:]*):([^:]*):([^:]*)$/;
/** Whether the text is to be completed before ECS can read it. */
function isSecretByName(text) {
	return BY_NAME.test(text.trim());
}
/**
* Completes `secret-name:json-key::` with the ARN that Secrets Manager has for the name, as ECS takes no name of a
* secret. An ARN and the name of a parameter stay as they are.
* @throws ConfigurationError naming every secret that is not there
*/
async function resolveSecrets(secrets, aws) {
	const problems = [];
	const resolved = /* @__PURE__ */ new Map();
	for (const [variable, text] of secrets) {
		const valueFrom = text.trim();
		const [, name, ...rest] = BY_NAME.exec(valueFrom) ?? [];
		const arn = name === void 0 ? void 0 : await aws.secrets.arnOf(name);
		if (name !== void 0 && arn === void 0) problems.push({
			what: `Input secrets: Secrets Manager has no secret ${name} in ${aws.region}, which ${variable} is to come from.`,
			fix: "Correct its name or aws-region, write its ARN, or create it."
		});
		resolved.set(variable, arn === void 0 ? valueFrom : rest.every((part) => part === "") ? arn : `${arn}:${rest.join(":")}`);
	}
	if (problems.length > 0) throw new ConfigurationError(problems);
	return resolved;
}

// packages/steps/lib/register-taskdef/trace-digest.js
/** The one digest that a revision is about: of the images that the inputs name, else of all that it has. */
function traceDigest({ image, images }, definition) {
	const named = digests([image ?? "", ...images.values()]);
	const all = named.length > 0 ? named : digests(containersOf(definition).map((container) => textOf(container["image"])));
	return all.length === 1 ? all[0] : void 0;
}
function digests(references) {
	return [...new Set(references.flatMap((reference) => /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1] ?? []))];
}

// packages/steps/lib/register-taskdef/with-place.js
/** The path in `Value … at 'containerDefinitions.1.member.cpu' failed to satisfy constraint: …`. */
const REFUSED = /at '([\w.]+)' failed to satisfy constraint: (.+)$/;
/**
* A refusal by AWS's validation, with the place that the value came from; any other error as it is. The value that AWS
* repeats is left out, as it may be a secret.
*/
function withPlace(error, { inputOf, placeOf }) {
	if (!(error instanceof AwsCallError) || error.action !== "ecs:RegisterTaskDefinition") return error;
	const [, dotted, constraint] = REFUSED.exec(error.message) ?? [];
	if (dotted === void 0 || constraint === void 0) return error;
	const path = dotted.split(".").filter((part) => part !== "member").map((part) => /^\d+$/.test(part) ? Number(part) - 1 : part);
	const input = inputOf(path);
	const place = placeOf?.(path);
	return new ConfigurationError({
		what: `${input === void 0 ? "" : `Input ${input}: `}ECS refuses ${dotted}: ${constraint}`,
		fix: "Correct the value at this place.",
		...place === void 0 || input !== void 0 ? {} : { place }
	}, { cause: error });
}

// packages/steps/lib/register-taskdef/run.js
/**
* The base, and its text if it is a file. Whatever is wrong with the inputs or the file is said here, before the first call.
* @throws ConfigurationError with every problem and its place
*/
async function prepare(given, world) {
	checkInputs(given);
	const base = chooseBase(given);
	for (const [name, value] of given["environment-variables"]) if (value.length >= 8 && looksSecret(name, value)) world.mask(value);
	for (const value of secretValues(given["environment-variables"])) world.hide(value);
	if (base.kind !== "file") return {
		base,
		file: void 0
	};
	const file = await readFile(base.path, given, world);
	const { definition } = renderTaskDefinition({
		given,
		region: world.aws.region,
		partition: world.aws.partition,
		original: file,
		environment: void 0,
		values: {
			image: given.image ?? given.digest,
			images: given.images,
			envFiles: envFilesOf(given, world.aws.region),
			secrets: new Map([...given.secrets].filter(([, valueFrom]) => !isSecretByName(valueFrom)))
		},
		complete: given.stack === void 0 && given.service === void 0
	});
	return {
		base,
		file,
		definition
	};
}
async function run(given, world) {
	const { aws } = world;
	const { base, file } = await prepare(given, world);
	const arns = { "Input task-definition-arn": given["task-definition-arn"] };
	requireHere(aws, {
		...arns,
		"Input env-files": given["env-files"],
		"Input execution-role-arn": given["execution-role-arn"],
		"Input task-role-arn": given["task-role-arn"]
	});
	const environment = given.stack === void 0 && given.service === void 0 ? void 0 : await findEnvironment(aws, given);
	const service = environment === void 0 ? void 0 : await describeService(environment, base, given, world);
	if (service === void 0) await requireOwn(aws, arns);
	else requireHere(aws, arns, service.arn);
	const serving = service === void 0 ? void 0 : await aws.taskDefinitions.describe(servingRevision(service));
	const original = file ?? await readRevision(base, serving, world);
	const resolved = await resolveImages(given, environment, world);
	const { definition, filled, inputOf } = renderTaskDefinition({
		given,
		region: aws.region,
		partition: aws.partition,
		original,
		environment,
		service: service === void 0 ? void 0 : {
			serving: serving?.definition,
			onFargate: launchesOnFargate(service)
		},
		values: {
			...resolved,
			envFiles: envFilesOf(given, aws.region),
			secrets: await resolveSecrets(given.secrets, aws)
		},
		complete: true
	});
	if (filled.length > 0 && serving !== void 0) world.progress.report({
		type: "note",
		text: `Taken from ${formatRevision(serving.arn)}, which serves, as the file leaves it out: ${filled.join(", ")}.`
	});
	warnOfUnfilled(definition, original, world);
	if (file !== void 0) warnOfNewWords(definition, file, inputOf, world);
	const newest = await aws.taskDefinitions.describe(textOf(definition["family"]));
	await requireAll(definition, {
		served: servedBy(service),
		placeOf: original.placeOf,
		inputOf,
		dryRun: given["dry-run"],
		warnOnly: given.requirements === "warn"
	}, world);
	const plan = planRegistration(definition, revisionTags(original.tags, given.tags, world.run, traceDigest(resolved, definition)), {
		base: original.revision,
		serving,
		newest
	});
	const outcome = await carryOutRegistration(plan, given, world).catch((error) => {
		throw withPlace(error, {
			placeOf: original.placeOf,
			inputOf
		});
	});
	const keep = given["keep-revisions"];
	if (keep === void 0 || environment === void 0 || service === void 0 || !isSuccess(outcome)) return outcome;
	const pruned = await prune({
		family: plan.family,
		keep,
		environment,
		service
	}, given["dry-run"], world);
	return pruned === void 0 ? outcome : {
		...outcome,
		summary: [...outcome.summary ?? [], pruned]
	};
}
/** A variable may hold any text, so one that looks as if it was never filled in is registered, with a warning. */
function warnOfUnfilled(definition, { placeOf }, { progress }) {
	for (const { name, path } of unfilledVariables(definition)) {
		const place = placeOf?.(path);
		progress.report({
			type: "warning",
			what: `${place === void 0 ? "" : `${formatPlace(place)}: `}variable ${name} looks as if its value was never filled in, and the container gets it as it is.`,
			fix: "Give its value in input variables or environment-variables, unless the program fills it in itself."
		});
	}
}
/** A word that AWS may have added since is sent as it is: ECS decides about it. */
function warnOfNewWords(definition, { placeOf }, inputOf, { progress }) {
	for (const { what, place, fix } of newWords(definition, {
		inputOf,
		placeOf: (path) => placeOf?.(path)
	})) {
		const where = place === void 0 ? "" : `${formatPlace(place)}: `;
		progress.report({
			type: "warning",
			what: `${where}${what}`,
			fix
		});
	}
}
function envFilesOf(given, region) {
	return given["env-files"].map((file) => objectArn(file, partitionOf(region)));
}
async function readFile(path, given, world) {
	const source = readSourceText(await world.files.read(path, "task-definition"), path);
	const substituted = substituteVariables(source, given.variables);
	const read = readTaskDefinition(substituted.value, source);
	const problems = [...substituted.problems, ...read.problems];
	if (problems.length > 0) throw new ConfigurationError(problems);
	for (const { what, fix, place } of read.warnings) {
		const where = place?.line === void 0 ? path : `${path}:${place.line}:${place.column ?? 1}`;
		world.progress.report({
			type: "warning",
			what: `${where}: ${what}`,
			fix
		});
	}
	for (const name of substituted.unused) world.progress.report({
		type: "warning",
		what: `Input variables: ${path} asks for no \${${name}}.`,
		fix: "Remove the line, or correct the name in one of the two."
	});
	const wrapped = typeof source.value === "object" && source.value !== null && "taskDefinition" in source.value;
	return {
		definition: read.definition,
		tags: read.tags,
		placeOf: (at) => source.placeOf(wrapped ? ["taskDefinition", ...at] : at)
	};
}
async function describeService(environment, base, given, world) {
	const { cluster, service } = environment;
	const found = await describeIn(cluster, service, given, world);
	if (found !== void 0 && found.status !== "INACTIVE") return found;
	if (base.kind === "service" || given.service !== void 0) throw new ConfigurationError({
		what: `Input ${given.service === void 0 ? "stack" : "service"}: there is no service ${service} in cluster ${cluster}.`,
		fix: "Correct service, cluster or aws-region, or give task-definition: PATH."
	});
}
async function describeIn(cluster, service, given, { aws }) {
	try {
		return await aws.services.describe(cluster, service);
	} catch (error) {
		if (!(error instanceof AwsCallError) || error.code !== "ClusterNotFoundException") throw error;
		throw new ConfigurationError({
			what: `Input ${given.cluster === void 0 && given.stack !== void 0 ? "stack" : "cluster"}: ECS has no cluster ${cluster} in ${aws.region}.`,
			fix: "Correct cluster or aws-region."
		}, { cause: error });
	}
}
async function readRevision(base, serving, world) {
	const found = base.kind === "revision" ? await world.aws.taskDefinitions.describe(base.name) : serving;
	if (found === void 0) throw new ConfigurationError({
		what: base.kind === "revision" ? `Input ${base.input}: ECS has no task definition ${base.name}.` : "ECS no longer knows the task definition that the service runs.",
		fix: "Correct the name or aws-region, or give task-definition: PATH."
	});
	return {
		definition: found.definition,
		tags: found.tags,
		revision: found
	};
}
function servedBy(service) {
	if (service === void 0) return [];
	const serving = servingTasks(service).loadBalancers;
	return (serving.length > 0 ? serving : service.loadBalancers).filter(({ containerName }) => containerName !== "");
}

// packages/steps/lib/register-taskdef/step.js
/** Renders, checks, compares and registers a task definition. */
const registerTaskdef = {
	name: "register-taskdef",
	inputs,
	outputs: OUTPUTS,
	run
};

export { prepare as n, registerTaskdef as t };