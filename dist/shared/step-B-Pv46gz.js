import { i as variablesOfOverrides, n as chosenVolume, r as checkContainerOverrides, t as inputs } from "./inputs-C9IZ-cOA.js";
import { $t as containerNamed, Cn as isCapacityReason, Er as textOf, Gr as AwsCallError, Jr as ConfigurationError, Qn as backOff, Rr as nearestName, Sn as MARK_VARIABLE, Tr as isJsonObject, Xn as secretValues, Yn as looksSecret, Yr as CutoverError, _ as exitVerdict, _t as joinShellWords, at as TRACE_TAGS, dr as formatRevision, en as containerNames, fn as servingNetwork, fr as parseRevision, hr as consoleLink, kr as isSuccess, mn as servingTasks, nn as isEssential, pn as servingRevision, pr as lastSegment, qt as wait, tn as containersOf, v as restoreCommand } from "./base-D7WWzZYD.js";
import { a as rulesOf, i as ownerOf, n as closeWindow, o as windowOf, r as isOwnedByRun, s as TAGS, t as userListeners } from "./user-listeners-DVUNwyhL.js";
import { createHash } from "node:crypto";
import { t as findEnvironment } from "./find-environment-BJXpSdus.js";
import { n as requireHere, r as requireOwn, t as cleanUpAll } from "./clean-up-2m7US7l4.js";
import { t as checkCredentials } from "./credentials-CgtXOm7O.js";
import { t as diagnose } from "./diagnose-DWiqk3-w.js";
import { c as tellingLines, s as quotedLine, t as LOG_SOURCE } from "./task-log-CnBRHt5A.js";
import { t as lookedUp } from "./looked-up-gFxNa4wP.js";

// packages/steps/lib/run-migration-task/outputs.js
/** Outputs of `run-migration-task`; all are unset when no task was started. */
const OUTPUTS = {
	"task-arn": "string",
	"run-task-arn": "string",
	"task-id": "string",
	"exit-code": "number",
	"stopped-reason": "string",
	"log-url": "string",
	"duration-seconds": "number",
	"snapshot-id": "string",
	"log-tail": "string",
	"log-output": "string"
};

// packages/steps/lib/maintenance/places.js
const EVERYTHING = [{
	Field: "path-pattern",
	PathPatternConfig: { Values: ["*"] }
}];
const LAST_PRIORITY = 5e4;
/**
* The places of the rules that keep requests from some target groups. On a listener of their own it is one rule above all
* others; on one that serves other target groups too, each rule that leads to them gets a twin right above it, so that
* nobody else's requests are kept. From the last place to the first, so that making room for one moves none that was
* counted before.
* @param rules of one listener, in their order, without those of windows
* @param taken priorities of the windows' rules
*/
function placesFor(rules, targetGroups, taken = []) {
	const leading = rules.filter((rule) => rule.targetGroups.some((arn) => targetGroups.has(arn)));
	if (leading.length === 0) return [];
	const used = /* @__PURE__ */ new Set([...rules.flatMap(({ priority }) => priority === void 0 ? [] : [priority]), ...taken]);
	if (!rules.some((rule) => rule.targetGroups.some((arn) => !targetGroups.has(arn)))) return [{
		conditions: EVERYTHING,
		...roomAt(1, used)
	}];
	return leading.toReversed().map(({ conditions, priority }) => {
		if (priority === void 0) return {
			conditions: EVERYTHING,
			priority: lastRoom(used),
			moved: 0
		};
		const above = priority - 1;
		return above >= 1 && !used.has(above) ? {
			conditions,
			priority: above,
			moved: 0
		} : {
			conditions,
			...roomAt(priority, used)
		};
	});
}
function roomAt(priority, used) {
	let end = priority;
	while (used.has(end)) end += 1;
	return {
		priority,
		moved: end - priority
	};
}
/** Below every other rule and above the default one, if there is room. */
function lastRoom(used) {
	let last = Math.max(0, ...used) + 1;
	while (last > LAST_PRIORITY || used.has(last)) last -= 1;
	return last;
}

// packages/steps/lib/maintenance/open-window.js
/** Others may change the listener at the same time; so often it is read anew. */
const TRIES = 3;
/**
* Has every listener answer 503 with the page in place of the target groups. What an earlier window of this service left
* behind is taken over when it is whole, else replaced.
* @throws ConfigurationError, AwsCallError; what was opened until then is for `closeWindow` to find
*/
async function openWindow(order, world) {
	for (const listener of order.listeners) await openOn(listener, order, world);
}
async function openOn(listener, order, world) {
	const { windows, others } = await rulesOf(world, listener);
	const left = windows.filter(({ service }) => service === order.service);
	const wanted = placesFor(others, order.targetGroups);
	if (left.length > 0) {
		if (left.length === wanted.length && left.every(({ rule, priority }) => rule.priority === priority)) {
			for (const { rule } of left) await world.aws.listenerRules.tag(rule.arn, identity(order, world));
			return;
		}
		await closeWindow([listener], world, { service: order.service });
	}
	for (const index of wanted.keys()) await openPlace(listener, index, order, world);
}
/** Places are counted anew for each rule, as those made before may have moved others. */
async function openPlace(listener, index, order, world) {
	const { listenerRules } = world.aws;
	for (let attempt = 1;; attempt++) {
		const { windows, others } = await rulesOf(world, listener);
		const all = [...others, ...windows.map(({ rule }) => rule)];
		const own = windows.filter(({ service }) => service === order.service);
		if (own.length > index) {
			const waiting = own.find(({ rule, priority, moved }) => moved > 0 && rule.priority === priority + moved);
			if (waiting !== void 0) await listenerRules.place(rotation(waiting.rule.arn, waiting, all));
			return;
		}
		const taken = windows.map(({ rule }) => rule.priority);
		const place = placesFor(others, order.targetGroups, taken)[index];
		if (place === void 0) return;
		const free = place.priority + place.moved;
		const arn = await listenerRules.create({
			listener,
			priority: free,
			conditions: place.conditions,
			status: "503",
			contentType: order.page.contentType,
			body: order.page.body,
			tags: {
				...identity(order, world),
				[TAGS.priority]: String(place.priority),
				[TAGS.moved]: String(place.moved)
			}
		});
		if (arn !== void 0) {
			if (place.moved > 0) await listenerRules.place(rotation(arn, place, all));
			return;
		}
		if (attempt < TRIES) continue;
		throw new AwsCallError({
			action: "elasticloadbalancing:CreateRule",
			code: "PriorityInUse",
			what: `priority ${free} of listener ${listener} is taken again and again.`,
			fix: "Run the job again when nobody else changes the listener."
		});
	}
}
/** The new rule goes to its place and those in the way one down, in one step. */
function rotation(arn, { priority, moved }, rules) {
	const inTheWay = rules.filter((rule) => rule.priority !== void 0 && rule.priority >= priority && rule.priority < priority + moved);
	return new Map([[arn, priority], ...inTheWay.map((rule) => [rule.arn, (rule.priority ?? 0) + 1])]);
}
function identity(order, world) {
	return {
		[TAGS.window]: order.service,
		[TAGS.owner]: ownerOf(world),
		[TAGS.until]: new Date(world.clock.now() + order.lastsMs).toISOString(),
		...world.run.runUrl === "" ? {} : { [TAGS.run]: world.run.runUrl }
	};
}

// packages/steps/lib/maintenance/page.js
/** Longest body of a fixed answer (API model of Elastic Load Balancing); bytes are held against it, to be safe. */
const LONGEST = 1024;
/**
* The page of a maintenance window. An application load balancer can't send `Retry-After`: a fixed answer has status,
* content type and body, and a listener adds only the headers that its attributes name. So an HTML page asks the browser
* itself to come back.
* @param text own page; undefined for a plain one
* @param name of the file, whose ending tells HTML and JSON
* @throws ConfigurationError when it is too long
*/
function maintenancePage(text, name, retryAfterSeconds) {
	const refresh = `<meta http-equiv="refresh" content="${retryAfterSeconds}">`;
	if (text === void 0) return {
		contentType: "text/html",
		body: `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n${refresh}\n<title>Maintenance</title>\n</head>\n<body>\n<h1>Maintenance</h1>\n<p>We are updating this service and will be back in a few minutes. This page reloads by itself.</p>\n</body>\n</html>\n`
	};
	const own = text.trim();
	const json = /\.json$/i.test(name ?? "");
	const html = !json && (/\.html?$/i.test(name ?? "") || /^<(!doctype|html|head|body)\b/i.test(own));
	const body = html && !/http-equiv\s*=\s*["']?refresh/i.test(own) ? withRefresh(own, refresh) : own;
	const bytes = new TextEncoder().encode(body).length;
	if (bytes > LONGEST) throw new ConfigurationError({
		what: `Input maintenance-page: ${name ?? "the page"} takes ${bytes} bytes${body === own ? "" : ", the order to reload included"}; a load balancer's own answer holds ${LONGEST} at most.`,
		fix: "Shorten it: no pictures or long styles, or load them from another host."
	});
	return {
		contentType: json ? "application/json" : html ? "text/html" : "text/plain",
		body
	};
}
function withRefresh(html, refresh) {
	const head = /<head\b[^>]*>/i.exec(html);
	if (head !== null) {
		const end = head.index + head[0].length;
		return html.slice(0, end) + refresh + html.slice(end);
	}
	const start = /^(<!doctype[^>]*>)?\s*(<html\b[^>]*>)?/i.exec(html)?.[0].length ?? 0;
	return html.slice(0, start) + refresh + html.slice(start);
}

// packages/steps/lib/run-migration-task/task-request.js
/** RunTask's limit for `overrides`, as JSON text. */
const OVERRIDES_LIMIT = 8192;
/** @throws ConfigurationError when ECS would refuse the overrides for their length */
function checkOverrides(plan, command) {
	const { length } = JSON.stringify(overridesOf(plan, command));
	if (length <= OVERRIDES_LIMIT) return;
	throw new ConfigurationError({
		what: `Inputs command, environment-variables and container-overrides take ${length} characters as JSON; ECS takes ${OVERRIDES_LIMIT} at most.`,
		fix: "Put long values into the task definition (register-taskdef) or into a script in the image."
	});
}
/** @param mark of the run, where the task's own tag is the user's */
function overridesOf(plan, command, mark) {
	const environment = [...[...plan.environment].map(([name, value]) => ({
		name,
		value
	})), ...mark === void 0 ? [] : [{
		name: MARK_VARIABLE,
		value: mark
	}]];
	const given = plan.containerOverrides.find(({ name }) => name === plan.container);
	const variables = [...given?.environment ?? [], ...environment];
	return { containerOverrides: [{
		name: plan.container,
		...given,
		...command === void 0 ? {} : { command },
		...variables.length === 0 ? {} : { environment: variables }
	}, ...plan.containerOverrides.filter((one) => one !== given)] };
}
/**
* One command's RunTask request. Token and `startedBy` follow from the run, its attempt, the job and the request, so that
* a retry never starts a second task and a second process finds what the first one started.
* @param tries how often ECS has said that it started nothing
* @param seed  stands for the run where there is none, as outside of GitHub
*/
function taskRequest(plan, index, options) {
	const { run, tries, seed, key } = options;
	const command = plan.commands[index];
	const identity = [
		run.repository,
		run.runId || seed,
		run.runAttempt,
		run.job,
		run.step ?? "",
		key,
		plan.cluster,
		plan.taskDefinition,
		plan.container
	];
	const work = hash([
		...identity,
		options.startedBy ?? "",
		index,
		command ?? null
	]).slice(0, 12);
	const mark = `${markOfAttempt(run, seed)}${work}`;
	const request = {
		cluster: plan.cluster,
		taskDefinition: plan.taskDefinition,
		overrides: overridesOf(plan, command, options.startedBy === void 0 ? void 0 : mark),
		...plan.network === void 0 ? {} : { network: plan.network },
		...plan.launchType === void 0 ? {} : { launchType: plan.launchType },
		...plan.capacityProviders.length === 0 ? {} : { capacityProviders: plan.capacityProviders },
		...plan.platformVersion === void 0 ? {} : { platformVersion: plan.platformVersion },
		...plan.tags.size === 0 ? {} : { tags: plan.tags },
		...plan.volume === void 0 ? {} : { volume: plan.volume },
		startedBy: options.startedBy ?? mark
	};
	return {
		...request,
		clientToken: hash([
			...identity,
			index,
			tries,
			{
				...request,
				tags: [...plan.tags]
			}
		]).slice(0, 64)
	};
}
/** Begins the mark of every task of one attempt of a run. @param seed stands for the run where there is none */
function markOfAttempt(run, seed) {
	return `cutover/${run.runId || seed}/${run.runAttempt || "1"}/`;
}
function hash(parts) {
	return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

// packages/steps/lib/run-migration-task/start-task.js
/** A second task that was started in the same moment gives way so often before the step gives up. */
const MOST_YIELDS = 5;
const LONGEST_PAUSE_MS = 3e4;
/**
* Starts one command's task, or finds the one that an earlier process of the same attempt started. A lack of capacity is
* retried until `startDeadline`; the token changes only after ECS said that nothing was started.
*/
async function startTask(plan, index, given, world, options) {
	const { aws, clock, progress, run, signal } = world;
	const request = () => taskRequest(plan, index, {
		run,
		startedBy: given["started-by"],
		tries: options.tries.count,
		seed: options.seed,
		key: given["job-key"]
	});
	const { startedBy } = request();
	const own = given["started-by"] === void 0 ? startedBy : void 0;
	world.remember("cluster", plan.cluster);
	if (own !== void 0) world.remember("started-by", own);
	world.remember("seed", options.seed);
	if (own !== void 0) {
		const [mine] = await runningTasks(plan.cluster, { startedBy: own }, world);
		if (mine !== void 0) return {
			kind: "started",
			task: mine,
			adopted: true
		};
	}
	const occupied = await waitForOthers(plan, own, given, world, options.deadline);
	if (occupied !== void 0) return occupied;
	const began = clock.now();
	let throttles = 0;
	let yields = 0;
	for (;;) {
		signal.throwIfAborted();
		const answer = await aws.tasks.run(request());
		if (answer.kind === "started") {
			const { task } = answer;
			const rivals = yields < MOST_YIELDS ? await olderRivals(task, plan, own, world) : [];
			if (rivals.length === 0) return {
				kind: "started",
				task,
				adopted: false
			};
			yields += 1;
			options.tries.count += 1;
			await aws.tasks.stop(plan.cluster, task.arn, "Cutover: another task of the family was started first");
			progress.report({
				type: "note",
				text: `Task ${rivals.map(({ arn }) => arn).join(", ")} of ${plan.family} was started in the same moment: ours gives way.`
			});
			if (given["on-running"] === "fail") return {
				kind: "occupied",
				others: rivals,
				waited: false
			};
			const still = await waitForOthers(plan, own, given, world, options.deadline);
			if (still !== void 0) return still;
			continue;
		}
		if (answer.throttled === true) throttles += 1;
		else options.tries.count += 1;
		const seconds = Math.round((clock.now() - began) / 1e3);
		if (!answer.retryable || clock.now() >= options.startDeadline) return {
			kind: "refused",
			reasons: answer.reasons,
			seconds
		};
		progress.report({
			type: "note",
			text: `ECS started no task yet, asking again: ${answer.reasons.join("; ")}`
		});
		const pause = {
			firstMs: given["poll-interval-seconds"] * 1e3,
			longestMs: LONGEST_PAUSE_MS
		};
		await backOff(clock, options.tries.count + throttles, pause, signal);
	}
}
/**
* Other runs' tasks of the family that were started before this one; none once this one's command may have begun. Of two
* that began in the same millisecond the smaller ARN counts as the older.
*/
async function olderRivals(task, plan, own, world) {
	const running = await runningTasks(plan.cluster, { family: plan.family }, world);
	const { createdAt = 1e400, lastStatus, startedAt } = running.find(({ arn }) => arn === task.arn) ?? task;
	if (startedAt !== void 0 || lastStatus === "STOPPED") return [];
	return othersAmong(running, own).filter((one) => {
		const age = one.createdAt ?? 1e400;
		return one.arn !== task.arn && (age < createdAt || age === createdAt && one.arn < task.arn);
	});
}
/**
* One-off tasks of the family that somebody else runs. Tasks of services are no concern.
* @param own the tag by which ours are known, if only ours have it
*/
function othersAmong(running, own) {
	return running.filter((task) => !task.group.startsWith("service:") && !task.startedBy.startsWith("ecs-svc/") && (own === void 0 || task.startedBy !== own));
}
/** Waits for the family's other one-off tasks, or says which they are. */
async function waitForOthers(plan, own, given, world, deadline) {
	let others = [];
	const look = async () => {
		others = othersAmong(await runningTasks(plan.cluster, { family: plan.family }, world), own);
		return others.length === 0;
	};
	if (await look()) return void 0;
	if (given["on-running"] === "fail") return {
		kind: "occupied",
		others,
		waited: false
	};
	return (await wait(async () => {
		if (await look()) return {
			state: "done",
			value: void 0
		};
		return {
			state: "pending",
			reason: `another task of ${plan.family} is running: ${others.map(({ arn }) => arn).join(", ")}`
		};
	}, {
		clock: world.clock,
		signal: world.signal,
		deadline,
		intervalMs: given["poll-interval-seconds"] * 1e3,
		onPending: sayOften(world, "the other task of this family", given["timeout-minutes"] * 60)
	})).kind === "done" ? void 0 : {
		kind: "occupied",
		others,
		waited: true
	};
}
async function runningTasks(cluster, filter, world) {
	const arns = await world.aws.tasks.list(cluster, filter);
	return (await world.aws.tasks.describe(cluster, arns)).filter((task) => task.desiredStatus !== "STOPPED" && task.lastStatus !== "STOPPED");
}
/** Says that the wait goes on: at once, and then every half minute. */
function sayOften(world, what, budgetSeconds) {
	let next = 3e4;
	return (_reason, waitedMs) => {
		if (waitedMs < next) return;
		next = waitedMs + 3e4;
		world.progress.report({
			type: "still.waiting",
			what,
			seconds: Math.round(waitedMs / 1e3),
			budgetSeconds
		});
	};
}

// packages/steps/lib/run-migration-task/snapshot.js
/** Names the database; only snapshots that carry it are ever deleted. */
const TAG = "cutover:snapshot-of";
/** Prefix of every snapshot's name, so that a policy can be limited to them. */
const PREFIX = "cutover-";
/** @throws ConfigurationError when RDS knows neither an instance nor a cluster of this name */
async function findDatabase(world, name) {
	const found = await world.aws.backups.database(name);
	if (found !== void 0) return found;
	throw new ConfigurationError({
		what: `Input snapshot: RDS has no database instance and no cluster ${name} in ${world.aws.region}.`,
		fix: "Give the identifier that RDS shows (not the endpoint, not the name of the schema), or correct aws-region."
	});
}
/**
* The name of an attempt's snapshot. It follows from the run, so that a retry, a lost answer and a second process of the
* same attempt find the snapshot that is there; a new attempt gets another one.
*/
function snapshotId(database, given, world, seed) {
	const { run } = world;
	const work = createHash("sha256").update(JSON.stringify([
		run.repository,
		run.job,
		run.step ?? "",
		given["job-key"],
		given.commands,
		given.command ?? null
	])).digest("hex").slice(0, 6);
	return `${PREFIX}${shortOf(database)}-${run.runId || seed}-${run.runAttempt || "1"}-${work}`.toLowerCase();
}
/** Whether `snapshotId` made a name, for any run. */
function isOwnName(id, database) {
	const begin = `${PREFIX}${shortOf(database)}-`.toLowerCase();
	return id.startsWith(begin) && /^\d+-\d+-[0-9a-f]{6}$/.test(id.slice(begin.length));
}
/** RDS takes 63 characters for clusters, and no hyphens side by side or at the end. */
function shortOf({ id }) {
	return id.slice(0, 28).replace(/-+$/, "");
}
/** Has a snapshot made of the database and waits until it is complete. @throws CutoverError when RDS refuses it */
async function takeSnapshot(database, id, given, world, state) {
	const { aws, clock, progress, run, signal } = world;
	const minutes = given["snapshot-timeout-minutes"];
	const began = clock.now();
	const tags = Object.fromEntries([
		[TAG, database.id],
		[TRACE_TAGS.commit, run.commit],
		[TRACE_TAGS.run, run.runUrl]
	].filter(([, value]) => value !== ""));
	const ask = async () => {
		switch (await aws.backups.create(database, id, tags)) {
			case "created":
				progress.report({
					type: "note",
					text: `Snapshot ${id} of database ${database.id} was begun.`
				});
				state.begun = true;
				return "creating";
			case "exists":
				state.begun = true;
				return "creating";
			case "busy": return `database ${database.id} is not available, so that no snapshot can be begun`;
		}
	};
	const result = await wait(async () => {
		const found = await aws.backups.snapshot(database.kind, id);
		if (found === void 0) return {
			state: "pending",
			reason: await ask()
		};
		if (!state.begun) {
			state.begun = true;
			progress.report({
				type: "note",
				text: `Snapshot ${id} is this attempt’s own already.`
			});
		}
		const percent = found.percent === void 0 ? "" : `, ${found.percent} %`;
		return found.status === "available" || FAILED_SNAPSHOT.test(found.status) ? {
			state: "done",
			value: found
		} : {
			state: "pending",
			reason: `${found.status}${percent}`
		};
	}, {
		clock,
		signal,
		deadline: began + minutes * 6e4,
		intervalMs: given["poll-interval-seconds"] * 1e3,
		onPending: sayOften(world, `snapshot ${id}`, minutes * 60)
	});
	if (result.kind === "timedOut") return {
		kind: "timedOut",
		id,
		reason: result.reason
	};
	if (result.value.status !== "available") return {
		kind: "failed",
		sentence: `Snapshot ${id} of database ${database.id} ended in the state ${result.value.status}.`,
		fix: "Look at the events of the database in the RDS console, delete the snapshot and run the job again."
	};
	progress.report({
		type: "note",
		text: `Snapshot ${id} is complete after ${Math.round((clock.now() - began) / 1e3)} s.`
	});
	return {
		kind: "taken",
		backup: {
			database,
			id
		}
	};
}
/** Statuses in which a snapshot stays: `failed`, `error`, `incompatible-restore`; all others but `available` pass. */
const FAILED_SNAPSHOT = /fail|error|delet|incompatible|inaccessible/;
/** Deletes the oldest of the database's snapshots that this action made, beyond so many. Never fails the step. */
async function pruneSnapshots({ database }, keep, world) {
	const { aws, progress } = world;
	try {
		const own = (await aws.backups.snapshotsOf(database)).filter(({ id, status, tags }) => status === "available" && tags.get(TAG) === database.id && isOwnName(id, database)).toSorted((a, b) => (b.createdAt ?? 1e400) - (a.createdAt ?? 1e400));
		for (const { id } of own.slice(keep)) {
			await aws.backups.remove(database.kind, id);
			progress.report({
				type: "note",
				text: `Deleted the older snapshot ${id}.`
			});
		}
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		progress.report({
			type: "warning",
			what: `Older snapshots could not be deleted: ${error.message}`,
			fix: error.fix
		});
	}
}

// packages/steps/lib/run-migration-task/protect.js
/** Remembered for `post:`. */
const LISTENERS = "maintenance-listeners";
const OWNER = "maintenance-owner";
/** @throws ConfigurationError when a page can't be shown, or there is no such database */
async function planProtection(given, named, world) {
	const database = given.snapshot === void 0 ? void 0 : await findDatabase(world, given.snapshot);
	if (!given.maintenance) return {
		window: void 0,
		database
	};
	const { environment, service } = named;
	if (environment === void 0 || service === void 0) throw new ConfigurationError({
		what: "Input maintenance needs to know whose users are to see the page.",
		fix: "Add service: and cluster:, or stack:."
	});
	const file = given["maintenance-page"];
	const text = file === void 0 ? void 0 : await world.files.read(file, "maintenance-page");
	return {
		window: {
			...await userListeners(world, environment, service),
			service: windowOf(service),
			page: maintenancePage(text, file, given["retry-after-seconds"]),
			lastsMs: pageMinutes(given) * 6e4
		},
		database
	};
}
/** Minutes after the migration's own time in which a deployment has to begin, which then prolongs the window. */
const UNTIL_DEPLOYMENT_MINUTES = 60;
function pageMinutes(given) {
	return (given.snapshot === void 0 ? 0 : given["snapshot-timeout-minutes"]) + given["timeout-minutes"] + UNTIL_DEPLOYMENT_MINUTES;
}
/**
* Runs the commands behind a maintenance page and after a snapshot. The page comes first, so that nothing that users write
* is missing in the snapshot; it goes when anything fails, and stays after success for what follows in the job.
*/
async function runProtected({ window, database }, given, world, commands) {
	let backup;
	let begun = false;
	const act = async () => {
		if (window !== void 0) {
			world.remember(LISTENERS, window.listeners.join(","));
			world.remember(OWNER, ownerOf(world));
			await openWindow(window, world);
			world.progress.report({
				type: "note",
				text: `Users of ${window.service} see the maintenance page, on ${count(window.listeners.length, "listener")}, until ${new Date(world.clock.now() + window.lastsMs).toISOString()} at most.`
			});
		}
		if (database !== void 0) {
			const before = await beforehand(database, given, world);
			if ("kind" in before) return before;
			backup = before.backup;
		}
		world.signal.throwIfAborted();
		begun = true;
		const outcome = await commands();
		const keep = given["snapshot-keep"];
		if (backup !== void 0 && keep !== void 0 && isSuccess(outcome)) await pruneSnapshots(backup, keep, world);
		return outcome;
	};
	let outcome;
	try {
		outcome = await act();
	} catch (error) {
		if (window !== void 0) await showServiceAgain(window, world);
		if (begun || !world.signal.aborted) throw error;
		outcome = {
			kind: "cancelled",
			what: "Cancelled before a task was started.",
			findings: [],
			fix: "No command was run. Run the job again.",
			outputs: {}
		};
		return withBackup(outcome, backup, world);
	}
	if (window !== void 0) {
		if (isSuccess(outcome)) world.progress.report({
			type: "note",
			text: "The maintenance page stays until the deployment has moved the traffic, or the job ends."
		});
		else await showServiceAgain(window, world);
	}
	return withBackup(outcome, backup, world);
}
/** The snapshot, or the outcome when there is none: without it no command is run. */
async function beforehand(database, given, world) {
	const id = snapshotId(database, given, world, String(world.clock.now()));
	const undone = "No command was run and no traffic was moved: what served before serves now.";
	const state = { begun: false };
	const left = () => state.begun ? ` Snapshot ${id} goes on by itself, does no harm and is never restored by itself; ${deleteCommand(database, id, world.aws.region)} removes it.` : " No snapshot was begun.";
	try {
		const end = await takeSnapshot(database, id, given, world, state);
		switch (end.kind) {
			case "taken": return { backup: end.backup };
			case "failed": return {
				kind: "failed",
				what: end.sentence,
				findings: [],
				fix: `${undone} ${end.fix}`,
				outputs: {}
			};
			case "timedOut": return {
				kind: "timedOut",
				what: `Snapshot ${id} of database ${database.id} was not complete after ${given["snapshot-timeout-minutes"]} minutes (${end.reason}).`,
				findings: [],
				fix: `${undone}${left()} Raise snapshot-timeout-minutes and run the job again.`,
				outputs: {}
			};
		}
	} catch (error) {
		if (world.signal.aborted) return {
			kind: "cancelled",
			what: `Cancelled while snapshot ${id} of database ${database.id} was being taken.`,
			findings: [],
			fix: `${undone}${left()} Run the job again.`,
			outputs: {}
		};
		if (!(error instanceof CutoverError)) throw error;
		return {
			kind: "failed",
			what: `No snapshot of database ${database.id} could be taken: ${error.message}`,
			findings: error.findings,
			fix: `${undone} ${error.fix}`,
			outputs: {}
		};
	}
}
/** A page that can't be taken away now is taken away by `post:`, as the step does not end well. */
async function showServiceAgain(window, world) {
	try {
		if (await closeWindow(window.listeners, world, {
			service: window.service,
			owner: ownerOf(world)
		}) > 0) world.progress.report({
			type: "note",
			text: "The maintenance page was taken away: users reach the service."
		});
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		world.progress.report({
			type: "warning",
			what: `The maintenance page could not be taken away yet: ${error.message}`,
			fix: error.fix
		});
	}
}
/** The work of `post:`: removes the page that this step of this run put up, if it is still there. */
async function takePageAway(remembered, world) {
	const listeners = remembered[LISTENERS];
	const owner = remembered[OWNER];
	if (listeners === void 0 || owner === void 0) return;
	if (!isOwnedByRun({ owner }, world)) return;
	const all = listeners.split(",");
	let closed = 0;
	try {
		closed = await closeWindow(all, world, { owner });
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		closed = await settleUnclosed(all, owner, error, world);
	}
	if (closed === 0) return;
	world.progress.report({
		type: "note",
		text: "The maintenance page was taken away: users reach the service."
	});
}
/**
* Looks what became of a page that could not be taken away. Its answer may only have got lost, or the deployment has taken
* it away already.
* @returns rules that are gone
* @throws ConfigurationError when users still see the page, or may see it
*/
async function settleUnclosed(listeners, owner, reason, world) {
	const fix = "To take it away: run preflight with clean-up: true, or delete the rule of the listener that answers 503.";
	let left;
	try {
		left = (await Promise.all(listeners.map((listener) => rulesOf(world, listener)))).flatMap(({ windows }) => windows).filter((window) => window.owner === owner);
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		throw new ConfigurationError({
			what: `Users may still see the maintenance page; whether they do could not be found out: ${reason.message}`,
			fix: `${fix} ${reason.fix}`
		}, { cause: reason });
	}
	if (left.length === 0) return listeners.length;
	const until = left.find((window) => window.until !== void 0)?.until;
	throw new ConfigurationError({
		what: `Users of ${left[0]?.service ?? ""} still see the maintenance page${until === void 0 ? "" : `, whose time ends at ${new Date(until).toISOString()}`}: ${reason.message}`,
		fix: `${fix} ${reason.fix}`
	}, { cause: reason });
}
function withBackup(outcome, backup, world) {
	if (backup === void 0) return outcome;
	const { database, id } = backup;
	const command = restoreCommand(database, id, world.aws.region);
	const summary = [...outcome.summary ?? [], {
		kind: "facts",
		title: "Snapshot",
		facts: [
			["Database", `${database.id} (${database.kind}, ${database.engine})`],
			["Snapshot", id],
			["Restore", command]
		]
	}];
	const common = {
		outputs: {
			...outcome.outputs,
			"snapshot-id": id
		},
		summary
	};
	return isSuccess(outcome) || !("fix" in outcome) ? {
		...outcome,
		...common
	} : {
		...outcome,
		...common,
		fix: `${outcome.fix} The database as it was before: ${command}`
	};
}
function deleteCommand({ kind }, id, region) {
	return kind === "cluster" ? `aws rds delete-db-cluster-snapshot --region ${region} --db-cluster-snapshot-identifier ${id}` : `aws rds delete-db-snapshot --region ${region} --db-snapshot-identifier ${id}`;
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// packages/steps/lib/run-migration-task/container-log.js
/** Lines that are kept for outputs, summary and diagnosis. */
const TAIL = 50;
/** Lines may arrive a little after the task has stopped. */
const GRACE_MS = 2e3;
/** One container's output: every line is reported once, in order, while it is being written. */
var ContainerLog = class {
	link;
	#world;
	#source;
	#name;
	#tail = [];
	#token;
	#broken = false;
	#warned = false;
	constructor(source, container, taskArn, world) {
		this.#world = world;
		this.#name = container;
		if (source.kind === "elsewhere") {
			world.progress.report({
				type: "note",
				text: `No log lines follow: ${source.why}.`
			});
			return;
		}
		const { group, region } = source;
		const stream = `${source.prefix}/${container}/${lastSegment(taskArn)}`;
		this.#source = {
			group,
			stream,
			region
		};
		this.link = consoleLink(region, {
			kind: "logStream",
			group,
			stream
		});
	}
	/** The last lines, for the diagnosis. */
	get tail() {
		return this.#tail.join("\n").slice(-8e3);
	}
	/** The last lines, for people; empty when no line may be shown. */
	get shown() {
		return this.#world.showLogs === "none" ? "" : this.tail;
	}
	/**
	* Reports what is new, until CloudWatch gives the same token again.
	* @returns whether there was anything
	*/
	async read() {
		if (this.#source === void 0 || this.#broken) return false;
		let found = false;
		try {
			for (;;) {
				const page = await this.#world.aws.logs.page(this.#source, this.#token);
				if (page === void 0) return found;
				for (const { timestamp, text } of page.lines) {
					found = true;
					this.#world.progress.report({
						type: "log.line",
						source: this.#name,
						text,
						timestamp
					});
					this.#tail.push(text);
					if (this.#tail.length > TAIL) this.#tail.shift();
				}
				const ended = page.token === void 0 || page.token === this.#token;
				this.#token = page.token ?? this.#token;
				if (ended) return found;
			}
		} catch (error) {
			if (!(error instanceof CutoverError)) throw error;
			this.#broken = !(error instanceof AwsCallError && error.transient);
			if (!this.#warned || this.#broken) this.#world.progress.report({
				type: "warning",
				what: `The log of container ${this.#name} can't be read${this.#broken ? "" : " now"}: ${error.message}`,
				fix: error.fix
			});
			this.#warned = true;
			return found;
		}
	}
	/**
	* Reads to the end after the task has stopped. Late lines get a moment to arrive, and a container that failed without a
	* word a longer one.
	*/
	async finish(intervalMs, failed) {
		await this.read();
		const { clock, signal } = this.#world;
		const grace = Math.min(GRACE_MS, intervalMs * 2);
		const until = clock.now() + 5 * grace;
		for (;;) {
			if (signal.aborted || this.#source === void 0 || this.#broken) return;
			await clock.sleep(grace, signal);
			const found = await this.read();
			if (clock.now() >= until || !found && !(failed && this.#tail.length === 0)) return;
		}
	}
};

// packages/steps/lib/run-migration-task/findings.js
/** Lines of a log that a finding quotes. */
const QUOTED_LINES = 10;
/** Says only that the program ended badly; its own words say why. */
const SYMPTOM = "exit-code-1";
/** Why a command failed: the causes that are known by name, and what the command itself wrote last unless one was read from it. */
function findingsOf(run, container) {
	const found = diagnose(observations(run, container));
	const lines = run.log.shown.split("\n").filter((line) => line.trim() !== "");
	const read = found.some(({ evidence }) => evidence.some((text) => text.startsWith(LOG_SOURCE)));
	const other = run.others.find(({ shown }) => shown);
	if (!read && other !== void 0) return [...found, lookedUp("last-log-lines-of-other-container", { container: other.name }, {
		certainty: "possible",
		evidence: tellingLines(other.text.split("\n"), QUOTED_LINES)
	})];
	if (read || lines.length === 0) return found;
	return [...found.filter(({ id }) => id !== SYMPTOM), lookedUp("last-log-lines", {
		container,
		line: quotedLine(lines)
	}, {
		certainty: "possible",
		evidence: tellingLines(lines, QUOTED_LINES)
	})];
}
function observations({ task, log, others }, subject) {
	return [
		...task.stoppedReason === void 0 || task.stopCode === "EssentialContainerExited" ? [] : [{
			source: "ecs:DescribeTasks stoppedReason",
			text: task.stoppedReason
		}],
		...task.containers.filter(({ reason }) => reason !== void 0).map(({ name, reason = "" }) => ({
			source: "ecs:DescribeTasks reason",
			text: reason,
			subject: name
		})),
		...task.containers.filter(({ name, exitCode }) => name === subject && exitCode !== void 0 && exitCode !== 0).map(({ exitCode = 0 }) => ({
			source: "exit code",
			text: `exit code ${exitCode}`,
			subject
		})),
		...log.tail === "" ? [] : [{
			source: LOG_SOURCE,
			text: log.tail,
			subject,
			unquoted: log.shown === ""
		}],
		...others.map(({ name, text, shown }) => ({
			source: LOG_SOURCE,
			text,
			subject: name,
			unquoted: !shown
		}))
	];
}

// packages/steps/lib/run-migration-task/outcomes.js
/** How sentences speak of a command; undefined is the image's own. */
function nameOf(command) {
	return command === void 0 ? "the image’s own command" : `command ${command}`;
}
function titleOf(command) {
	return command === void 0 ? "The image’s own command" : `Command ${command}`;
}
const UNTOUCHED = "No traffic was moved: what served before serves now.";
function outputsOf(plan, last, done) {
	if (last === void 0) return {};
	const { task, log } = last;
	return {
		"task-arn": task.arn,
		"run-task-arn": JSON.stringify([...done, last].map((one) => one.task.arn)),
		"task-id": lastSegment(task.arn),
		"exit-code": task.containers.find(({ name }) => name === plan.container)?.exitCode,
		"stopped-reason": task.stoppedReason,
		"log-url": log.link,
		"duration-seconds": Math.round([...done, last].reduce((sum, { seconds }) => sum + seconds, 0) * 10) / 10,
		"log-tail": log.shown,
		"log-output": log.shown
	};
}
function summaryOf(plan, runs) {
	if (runs.length === 0) return [];
	const last = runs.at(-1);
	return [
		{
			kind: "table",
			title: `Commands of ${formatRevision(plan.taskDefinition)}`,
			header: [
				"Command",
				"Exit code",
				"Seconds",
				"Task"
			],
			rows: runs.map(({ command, task, seconds }) => [
				command ?? "the image’s own",
				String(task.containers.find(({ name }) => name === plan.container)?.exitCode ?? "none"),
				String(seconds),
				lastSegment(task.arn)
			])
		},
		...last.log.shown === "" ? [] : [{
			kind: "code",
			title: "Last log lines",
			language: "text",
			text: last.log.shown
		}],
		...last.others.filter(({ shown }) => shown).map(({ name, text }) => ({
			kind: "code",
			title: `Last lines of container ${name}`,
			language: "text",
			text
		}))
	];
}
/** All commands succeeded, or one did not. */
function ended(verdict, last, plan, done) {
	const common = {
		outputs: outputsOf(plan, last, done),
		summary: summaryOf(plan, [...done, last])
	};
	if (verdict.kind === "succeeded") {
		const count = done.length + 1;
		return {
			kind: "succeeded",
			what: `${count === 1 ? titleOf(last.command) : `${count} commands`} succeeded in ${common.outputs["duration-seconds"] ?? 0} s.`,
			...common
		};
	}
	const rest = plan.commands.length - done.length - 1;
	return {
		kind: "failed",
		what: `${titleOf(last.command)} failed. ${verdict.sentence}`,
		findings: findingsOf(last, plan.container),
		fix: `${UNTOUCHED} ${rest > 0 ? `Commands not run: ${rest}. ` : ""}Read the task’s log, mend the cause and run the job again.`,
		link: last.link,
		...common
	};
}
function timedOut(what, last, plan, done, given) {
	const input = what === "start" ? "start-timeout-minutes" : "timeout-minutes";
	return {
		kind: "timedOut",
		what: `${titleOf(last.command)} had not ${what === "start" ? "started" : "ended"} after ${given[input]} minutes and was stopped.`,
		findings: findingsOf(last, plan.container),
		fix: `${UNTOUCHED} Find out what it waits for (its log is above), or raise ${input}.`,
		link: last.link,
		outputs: outputsOf(plan, last, done),
		summary: summaryOf(plan, [...done, last])
	};
}
function refused(start, plan, command, done) {
	return {
		kind: "failed",
		what: `ECS did not start ${nameOf(command)}${start.seconds > 0 ? ` within ${start.seconds} s` : ""}: ${start.reasons.join("; ")}.`,
		findings: diagnose(start.reasons.map((text) => ({
			source: "ecs:RunTask failures[].reason",
			text
		}))),
		fix: `${UNTOUCHED} For a lack of capacity give subnets in more zones, raise start-timeout-minutes or run the job later.`,
		outputs: outputsOf(plan, done.at(-1), done.slice(0, -1)),
		summary: summaryOf(plan, done)
	};
}
function occupied(start, plan, done, region) {
	const [first] = start.others;
	const names = start.others.map(({ arn, startedBy }) => `${lastSegment(arn)} (started by ${startedBy || "nobody known"})`);
	return {
		kind: start.waited ? "timedOut" : "failed",
		what: `Another task of ${plan.family} is running: ${names.join(", ")}.`,
		findings: [],
		fix: `${UNTOUCHED} ${start.waited ? "Wait for that task or stop it, then run the job again." : "Use on-running: wait to queue behind it."}`,
		...first === void 0 ? {} : { link: consoleLink(region, {
			kind: "task",
			cluster: plan.cluster,
			taskId: lastSegment(first.arn)
		}) },
		outputs: outputsOf(plan, done.at(-1), done.slice(0, -1)),
		summary: summaryOf(plan, done)
	};
}
/** Real milliseconds for a stopped task's last words: GitHub ends a cancelled step soon after. */
const LAST_WORDS_MS = 3e3;
/** The job was cancelled: stopping the task is the first thing that happens. */
async function cancelled(current, plan, done, world) {
	const { aws, clock } = world;
	let task = current?.task;
	if (current !== void 0) {
		await aws.tasks.stop(plan.cluster, current.task.arn, "Cutover: the job was cancelled");
		const until = clock.now() + LAST_WORDS_MS;
		for (;;) {
			task = (await aws.tasks.describe(plan.cluster, [current.task.arn]))[0] ?? task;
			await current.log.read();
			if (task?.lastStatus === "STOPPED" || clock.now() >= until) break;
			await clock.sleep(LAST_WORDS_MS / 10);
		}
	}
	const last = current === void 0 || task === void 0 ? void 0 : {
		...current,
		task
	};
	return {
		kind: "cancelled",
		what: last === void 0 ? "Cancelled before a task was started." : `Cancelled: ${nameOf(last.command)} was told to stop.`,
		findings: [],
		fix: `${UNTOUCHED} ${last === void 0 ? "Run the job again." : "Check how far the command got before running the job again."}`,
		...last === void 0 ? {} : { link: last.link },
		outputs: outputsOf(plan, last, done),
		summary: summaryOf(plan, last === void 0 ? done : [...done, last])
	};
}
/** Task that would run. Values of the environment are not shown. */
function dryRun(plan, { window, database }) {
	return {
		kind: "unchanged",
		what: `Dry run: ${plan.commands.length === 1 ? "one task" : `${plan.commands.length} tasks`} of ${formatRevision(plan.taskDefinition)} would be run.`,
		outputs: {},
		summary: [{
			kind: "facts",
			title: "Plan",
			facts: [
				["Cluster", plan.cluster],
				["Container", plan.container],
				...plan.commands.map((words) => ["Command", words === void 0 ? "the image’s own" : joinShellWords(words)]),
				["Environment", [...plan.environment.keys()].join(", ") || "as registered"],
				...plan.containerOverrides.map(({ name, environment = [], ...rest }) => [`Overrides of ${name}`, [...Object.keys(rest), ...environment.map((one) => `variable ${one.name}`)].join(", ")]),
				...plan.tags.size === 0 ? [] : [["Tags", [...plan.tags].map(([key, value]) => `${key}=${value}`).join(", ")]],
				...plan.volume === void 0 ? [] : [["EBS volume", `${plan.volume.name} ${JSON.stringify(plan.volume.settings)}`]],
				["Subnets", plan.network?.subnets.join(", ") ?? "none"],
				["Security groups", plan.network?.securityGroups.join(", ") ?? "none"],
				["Public address", plan.network?.assignPublicIp ?? "none"],
				["Capacity", plan.capacityProviders.map(({ capacityProvider, weight }) => `${capacityProvider} (${weight})`).join(", ") || (plan.launchType ?? "the cluster’s default")],
				...window === void 0 ? [] : [["Maintenance page", `${window.listeners.join(", ")} (${window.page.contentType}, ${window.page.body.length} characters)`]],
				...database === void 0 ? [] : [["Snapshot", `of ${database.kind} ${database.id} (${database.engine})`]]
			]
		}]
	};
}

// packages/steps/lib/run-migration-task/other-containers.js
const LINES = 20;
/**
* The last lines of the task's other containers, when one of them may be to blame: the command's container never ran, or
* was killed.
*/
async function otherLogs(plan, task, world) {
	const exitCode = task.containers.find(({ name }) => name === plan.container)?.exitCode;
	if (exitCode !== void 0 && exitCode !== 137 && exitCode !== 143) return [];
	const found = [];
	for (const { name, log } of plan.others) {
		if (log.kind === "elsewhere") {
			world.progress.report({
				type: "note",
				text: `No lines of container ${name}: ${log.why}.`
			});
			continue;
		}
		try {
			const stream = `${log.prefix}/${name}/${lastSegment(task.arn)}`;
			const lines = await world.aws.logs.tail(log.group, stream, LINES, log.region);
			if (lines.length === 0) continue;
			const text = lines.map((line) => line.text).join("\n");
			const shown = world.showLogs !== "none";
			if (shown) world.progress.report({
				type: "document",
				title: `Last lines of container ${name}`,
				language: "text",
				text
			});
			found.push({
				name,
				text,
				shown
			});
		} catch (error) {
			if (!(error instanceof CutoverError)) throw error;
			world.progress.report({
				type: "warning",
				what: `The log of container ${name} can't be read: ${error.message}`,
				fix: error.fix
			});
		}
	}
	return found;
}

// packages/steps/lib/run-migration-task/plan.js
/** Stands for the revision that the service runs now. A family can't be meant: names of families hold no brackets. */
const SERVING = "[serving]";
/**
* `family:revision` or an ARN, or a family for its newest ACTIVE revision; `SERVING` for what the service runs now.
* @throws ConfigurationError when the inputs name no revision, or two
*/
function wantedRevision(given) {
	const name = given["task-definition-arn"];
	const number = given["task-definition-revision"];
	if (name === void 0) {
		if (given.base === void 0 || number !== void 0) throw new ConfigurationError({
			what: "Input task-definition-arn is required and was not given.",
			fix: "Add task-definition-arn under with:, or base: service for a command in the revision that the service runs now."
		});
		if (given.stack === void 0 && given.service === void 0) throw new ConfigurationError({
			what: "Input base is service, but neither service nor stack was given.",
			fix: "Add service, with cluster, or stack."
		});
		return SERVING;
	}
	if (given.base !== void 0) throw new ConfigurationError({
		what: `Inputs base and task-definition-arn (${name}) were both given.`,
		fix: "Keep task-definition-arn for the next release, or base: service for what runs now."
	});
	if (number === void 0) return name;
	const named = parseRevision(name);
	if (named === void 0) return `${name}:${number}`;
	if (named.number === number) return name;
	throw new ConfigurationError({
		what: `Input task-definition-revision is ${number}, and input task-definition-arn names revision ${named.number}.`,
		fix: "Remove task-definition-revision, or give the family alone."
	});
}
/** The commands that the inputs name. @throws ConfigurationError when several inputs name some */
function chosenCommands(given) {
	const { command, commands } = given;
	const words = given["override-container-command"];
	const names = [
		...command === void 0 ? [] : ["command"],
		...commands.length === 0 ? [] : ["commands"],
		...words.length === 0 ? [] : ["override-container-command"]
	];
	if (names.length > 1) throw new ConfigurationError({
		what: `Inputs ${names.join(" and ")} were both given.`,
		fix: "Keep command for one command, or commands for several, one a line."
	});
	if (commands.length > 0) return commands;
	return [command ?? (words.length > 0 ? words : void 0)];
}
/** @throws ConfigurationError with everything that would keep the task from starting */
function planMigration(given, observed, region) {
	const { environment, service, revision } = observed;
	const { definition } = revision;
	const serving = service === void 0 ? void 0 : servingTasks(service);
	const container = chosenContainer(given, observed);
	const overrides = given["container-overrides"];
	const commands = chosenCommands(given);
	checkContainerOverrides(overrides, containerNames(definition), textOf(container["name"]), {
		hasCommand: commands.length > 1 || commands[0] !== void 0,
		variables: given["environment-variables"]
	});
	const network = chosenNetwork(given, observed);
	if (definition["networkMode"] === "awsvpc" && network === void 0) throw new ConfigurationError({
		what: `Input subnets was not given, and ${formatRevision(revision.arn)} (networkMode awsvpc) can't run without.`,
		fix: "Add service: and cluster: or stack: to take them from there, or subnets: and security-groups:."
	});
	const strategy = given["capacity-provider-strategy"];
	const launchType = given["launch-type"];
	if (strategy !== void 0 && launchType !== void 0) throw new ConfigurationError({
		what: "Inputs launch-type and capacity-provider-strategy were both given; ECS takes one of them.",
		fix: "Remove launch-type."
	});
	const inherited = [
		serving?.capacityProviders,
		service?.capacityProviders,
		environment?.capacityProviders
	].find((one) => one !== void 0 && one.length > 0);
	const spotOfService = strategy === void 0 && launchType === void 0 && hasSpot(inherited);
	const capacityProviders = strategy ?? (launchType === void 0 && !spotOfService ? inherited ?? [] : []);
	const compatible = (definition["requiresCompatibilities"] ?? []).map(textOf);
	const platformVersion = given["platform-version"] ?? serving?.platformVersion ?? service?.platformVersion;
	const plan = {
		cluster: given.cluster ?? environment?.cluster ?? "default",
		taskDefinition: revision.arn,
		family: revision.family,
		container: textOf(container["name"]),
		essential: isEssential(container),
		commands,
		environment: given["environment-variables"],
		containerOverrides: overrides,
		tags: given.tags,
		volume: chosenVolume(given["managed-ebs-volume-name"], given["managed-ebs-volume"], definition),
		network: definition["networkMode"] === "awsvpc" ? network : void 0,
		launchType: capacityProviders.length > 0 ? void 0 : launchType ?? (spotOfService ? "FARGATE" : void 0) ?? serving?.launchType ?? service?.launchType ?? (compatible.includes("FARGATE") ? "FARGATE" : void 0),
		capacityProviders,
		platformVersion,
		log: logSource(container, definition, region),
		others: containersOf(definition).filter((one) => one !== container).map((one) => ({
			name: textOf(one["name"]),
			essential: isEssential(one),
			log: logSource(one, definition, region)
		})),
		capacityNote: spotOfService ? { what: "The service runs on FARGATE_SPOT; this task runs on FARGATE, as AWS may take Spot capacity back in the middle of a command. capacity-provider-strategy says otherwise." } : hasSpot(strategy) ? {
			what: "Input capacity-provider-strategy names FARGATE_SPOT: AWS may stop the task in the middle of a command.",
			fix: "Use FARGATE for commands that must not be interrupted."
		} : void 0
	};
	for (const command of plan.commands) checkOverrides(plan, command);
	return plan;
}
function hasSpot(strategy) {
	return (strategy ?? []).some(({ capacityProvider, weight, base }) => capacityProvider === "FARGATE_SPOT" && weight + base > 0);
}
function chosenContainer(given, { environment, service, revision }) {
	const { definition } = revision;
	const known = containerNames(definition);
	const overrides = given["container-overrides"];
	const asked = given["container-name"] ?? (overrides.length === 1 ? overrides[0]?.name : void 0);
	if (asked !== void 0) {
		const found = containerNamed(definition, asked);
		if (found !== void 0) return found;
		const nearest = nearestName(asked, known);
		throw new ConfigurationError({
			what: `Input ${given["container-name"] === void 0 ? "container-overrides" : "container-name"}: there is no container ${JSON.stringify(asked)} in ${formatRevision(revision.arn)}.`,
			fix: `The containers are: ${known.join(", ")}.${nearest === void 0 ? "" : ` Did you mean ${nearest}?`}`
		});
	}
	const served = (service === void 0 ? [] : [...servingTasks(service).loadBalancers, ...service.loadBalancers]).map(({ containerName }) => containerName).find((name) => known.includes(name));
	const ofStack = environment?.containerName;
	const essential = containersOf(definition).filter(isEssential);
	const found = (served === void 0 ? void 0 : containerNamed(definition, served)) ?? (ofStack === void 0 ? void 0 : containerNamed(definition, ofStack)) ?? (essential.length === 1 ? essential[0] : void 0);
	if (found !== void 0) return found;
	throw new ConfigurationError({
		what: `Input container-name was not given, and ${formatRevision(revision.arn)} has several essential containers.`,
		fix: `Add container-name: one of ${known.join(", ")}.`
	});
}
function chosenNetwork(given, { environment, service }) {
	const inherited = (service === void 0 ? void 0 : servingNetwork(service)) ?? environment?.network;
	const { subnets } = given;
	const groups = given["security-groups"];
	const own = subnets.length > 0;
	if (!own && inherited === void 0) return void 0;
	return {
		subnets: own ? subnets : inherited?.subnets ?? [],
		securityGroups: groups.length > 0 ? groups : inherited?.securityGroups ?? [],
		assignPublicIp: given["assign-public-ip"] ?? inherited?.assignPublicIp ?? "DISABLED"
	};
}
function logSource(container, definition, region) {
	const logging = container["logConfiguration"];
	const name = textOf(container["name"]);
	if (!isJsonObject(logging)) return {
		kind: "elsewhere",
		why: `container ${name} has no logConfiguration: its output is not kept anywhere. Give it the log driver awslogs to see it here`
	};
	const driver = textOf(logging["logDriver"]);
	const options = isJsonObject(logging["options"]) ? logging["options"] : {};
	if (driver === "awsfirelens") return {
		kind: "elsewhere",
		why: routed(name, options, definition)
	};
	if (driver !== "awslogs") return {
		kind: "elsewhere",
		why: `container ${name} logs through ${driver}: its output can't be read here`
	};
	const prefix = textOf(options["awslogs-stream-prefix"]);
	const group = textOf(options["awslogs-group"]);
	if (prefix === "" || group === "") return {
		kind: "elsewhere",
		why: `container ${name} has no awslogs-${group === "" ? "group" : "stream-prefix"}, so the name of its log stream is not known`
	};
	return {
		kind: "stream",
		group,
		prefix,
		region: textOf(options["awslogs-region"]) || region
	};
}
/** Options that say where FireLens sends lines; the rest may hold keys. */
const DESTINATION = /^(Name|region|log_group_name|delivery_stream|stream|bucket|host|index)$/i;
function routed(name, options, definition) {
	const router = containersOf(definition).find((one) => isJsonObject(one["firelensConfiguration"]));
	const destination = Object.entries(options).filter(([key]) => DESTINATION.test(key)).map(([key, value]) => `${key} ${textOf(value)}`).join(", ");
	return `container ${name} logs through awsfirelens: container ${router === void 0 ? "log router" : textOf(router["name"])} sends its output ${destination === "" ? "where its own configuration says" : `to: ${destination}`}. Look there`;
}

// packages/steps/lib/run-migration-task/watch-task.js
/** ECS is eventually consistent: so long may a new task be unknown to it. */
const UNKNOWN_MS = 12e4;
/** Above the longest stopTimeout that Fargate grants. */
const STOPPING_MS = 15e4;
/** Follows a task and its log to the end; at a deadline the task is stopped. */
async function watchTask(started, plan, given, log, world, deadlines) {
	const { aws, clock, progress, signal } = world;
	const intervalMs = given["poll-interval-seconds"] * 1e3;
	let task = started;
	let status = "";
	let seenAt = clock.now();
	const look = async () => {
		const [found] = await aws.tasks.describe(plan.cluster, [started.arn]);
		if (found === void 0) {
			if (clock.now() - seenAt > UNKNOWN_MS) return "lost";
			return status === "" ? "starting" : "running";
		}
		task = found;
		seenAt = clock.now();
		if (task.lastStatus !== status) {
			status = task.lastStatus;
			progress.report({
				type: "task.changed",
				arn: task.arn,
				status
			});
		}
		await log.read();
		if (status === "STOPPED") return "stopped";
		const container = task.containers.find(({ name }) => name === plan.container);
		if (!plan.essential && container?.lastStatus === "STOPPED" && container.exitCode !== void 0) return "commandEnded";
		return task.startedAt === void 0 && [
			"PROVISIONING",
			"PENDING",
			"ACTIVATING"
		].includes(status) ? "starting" : "running";
	};
	const result = await wait(async () => {
		switch (await look()) {
			case "stopped":
			case "commandEnded": return {
				state: "done",
				value: {
					kind: "ended",
					task
				}
			};
			case "lost": return {
				state: "done",
				value: {
					kind: "lost",
					task
				}
			};
			case "starting": return clock.now() >= deadlines.start ? {
				state: "done",
				value: {
					kind: "timedOut",
					task,
					what: "start"
				}
			} : {
				state: "pending",
				reason: status
			};
			case "running": return {
				state: "pending",
				reason: status
			};
		}
	}, {
		clock,
		signal,
		deadline: deadlines.end,
		intervalMs,
		onPending: sayOften(world, `the task to end (${plan.container})`, given["timeout-minutes"] * 60)
	});
	const end = result.kind === "done" ? result.value : {
		kind: "timedOut",
		task,
		what: "end"
	};
	if (end.kind === "ended" && end.task.lastStatus === "STOPPED") {
		await log.finish(intervalMs, exitVerdict(end.task, plan.container).kind !== "succeeded");
		return end;
	}
	if (end.kind === "lost") return end;
	const reason = end.kind === "ended" ? `Container ${plan.container} has ended` : `Cutover: not ${end.what === "start" ? "started" : "ended"} in time`;
	await aws.tasks.stop(plan.cluster, started.arn, reason);
	await wait(async () => await look() === "stopped" ? {
		state: "done",
		value: void 0
	} : {
		state: "pending",
		reason: status
	}, {
		clock,
		signal,
		deadline: clock.now() + STOPPING_MS,
		intervalMs
	});
	await log.finish(intervalMs, end.kind === "timedOut");
	return end.kind === "ended" ? end : {
		...end,
		task
	};
}

// packages/steps/lib/run-migration-task/run.js
async function run(given, world) {
	const { aws } = world;
	chosenCommands(given);
	const variables = new Map([...given["environment-variables"], ...variablesOfOverrides(given["container-overrides"])]);
	for (const [name, value] of variables) if (value.length >= 8 && looksSecret(name, value)) world.mask(value);
	const named = wantedRevision(given);
	const role = given["managed-ebs-volume"]?.["roleArn"];
	const arns = {
		"Input task-definition-arn": given["task-definition-arn"],
		"Input managed-ebs-volume": typeof role === "string" ? role : void 0,
		"Input snapshot": given.snapshot
	};
	requireHere(aws, arns);
	for (const value of secretValues(variables)) world.hide(value);
	const environment = given.stack !== void 0 || given.service !== void 0 ? await findEnvironment(aws, given) : void 0;
	const service = environment === void 0 ? void 0 : await aws.services.describe(environment.cluster, environment.service);
	if (environment !== void 0 && service === void 0) throw new ConfigurationError({
		what: `Input ${given.service === void 0 ? "stack" : "service"}: there is no service ${environment.service} in cluster ${environment.cluster}.`,
		fix: "Correct service, cluster or aws-region."
	});
	if (service === void 0) await requireOwn(aws, {
		...arns,
		"Input cluster": given.cluster
	});
	else requireHere(aws, arns, service.arn);
	const wanted = named === "[serving]" && service !== void 0 ? servingRevision(service) : named;
	const revision = await aws.taskDefinitions.describe(wanted);
	if (revision === void 0) throw new ConfigurationError({
		what: `Input task-definition-arn: ECS has no task definition ${wanted}.`,
		fix: "Give the output task-definition-arn of register-taskdef, and check aws-region."
	});
	if (named === "[serving]") world.progress.report({
		type: "note",
		text: `The service runs ${formatRevision(revision.arn)}: the command runs in that revision.`
	});
	else if (parseRevision(wanted) === void 0) world.progress.report({
		type: "note",
		text: `The newest ACTIVE revision of family ${wanted} is ${formatRevision(revision.arn)}: it runs.`
	});
	const plan = planMigration(given, {
		environment,
		service,
		revision
	}, aws.region);
	const protection = await planProtection(given, {
		environment,
		service
	}, world);
	if (given["dry-run"]) return dryRun(plan, protection);
	if (plan.capacityNote !== void 0) {
		const { what, fix } = plan.capacityNote;
		world.progress.report(fix === void 0 ? {
			type: "note",
			text: what
		} : {
			type: "warning",
			what,
			fix
		});
	}
	const minutes = given["timeout-minutes"];
	const before = protection.database === void 0 ? 0 : given["snapshot-timeout-minutes"];
	await checkCredentials(world, "the migration", {
		totalMs: (minutes + before) * 6e4,
		reason: `timeout-minutes ${minutes}${before === 0 ? "" : ` and snapshot-timeout-minutes ${before}`}`
	});
	return await runProtected(protection, given, world, () => runCommands(plan, given, world));
}
async function runCommands(plan, given, world) {
	const { clock, progress, signal } = world;
	const began = clock.now();
	const deadline = began + given["timeout-minutes"] * 6e4;
	const seed = String(began);
	const done = [];
	for (const [index, words] of plan.commands.entries()) {
		const command = words === void 0 ? void 0 : joinShellWords(words);
		progress.report({
			type: "group.started",
			title: `${plan.container}: ${command ?? "the image’s own command"}`
		});
		const startDeadline = Math.min(deadline, clock.now() + given["start-timeout-minutes"] * 6e4);
		const tries = { count: 0 };
		let current;
		try {
			for (;;) {
				const start = await startTask(plan, index, given, world, {
					seed,
					tries,
					startDeadline,
					deadline
				});
				if (start.kind === "refused") return refused(start, plan, command, done);
				if (start.kind === "occupied") return occupied(start, plan, done, world.aws.region);
				world.remember("task-arn", start.task.arn);
				if (start.adopted) progress.report({
					type: "note",
					text: "This attempt’s task is already running; following it."
				});
				progress.report({
					type: "task.started",
					arn: start.task.arn
				});
				const log = new ContainerLog(plan.log, plan.container, start.task.arn, world);
				if (log.link !== void 0) progress.report({
					type: "page.known",
					page: "logs",
					url: log.link
				});
				const commandBegan = clock.now();
				const runOf = (task) => ({
					command,
					task,
					log,
					others: [],
					seconds: Math.round((clock.now() - commandBegan) / 100) / 10,
					link: consoleLink(world.aws.region, {
						kind: "task",
						cluster: plan.cluster,
						taskId: lastSegment(task.arn)
					})
				});
				current = runOf(start.task);
				const end = await watchTask(start.task, plan, given, log, world, {
					start: Math.min(deadline, clock.now() + given["start-timeout-minutes"] * 6e4),
					end: deadline
				});
				current = runOf(end.task);
				if (end.kind === "timedOut") return timedOut(end.what, current, plan, done, given);
				const verdict = end.kind === "lost" ? {
					kind: "interrupted",
					exitCode: void 0,
					sentence: "ECS no longer knows the task, so its exit code is not known."
				} : exitVerdict(end.task, plan.container);
				if (verdict.kind === "notStarted" && clock.now() < startDeadline && lacksCapacity(end.task)) {
					tries.count += 1;
					progress.report({
						type: "note",
						text: `The task never ran, starting another: ${verdict.sentence}`
					});
					continue;
				}
				progress.report({
					type: "task.stopped",
					arn: end.task.arn,
					..."exitCode" in verdict && verdict.exitCode !== void 0 ? { exitCode: verdict.exitCode } : {},
					...end.task.stoppedReason === void 0 ? {} : { reason: end.task.stoppedReason }
				});
				if (verdict.kind !== "succeeded") {
					const others = await otherLogs(plan, end.task, world);
					return ended(verdict, {
						...current,
						others
					}, plan, done);
				}
				warnOfDoubt(plan, end.task, world);
				done.push(current);
				break;
			}
		} catch (error) {
			if (!signal.aborted) throw error;
			return await cancelled(current, plan, done, world);
		} finally {
			progress.report({ type: "group.ended" });
		}
	}
	const last = done.at(-1);
	return ended(exitVerdict(last.task, plan.container), last, plan, done.slice(0, -1));
}
/** ECS does not say which container ended first. */
function warnOfDoubt(plan, task, world) {
	const failed = task.containers.find(({ name, exitCode }) => exitCode !== void 0 && ![
		0,
		137,
		143
	].includes(exitCode) && plan.others.some((one) => one.name === name && one.essential));
	if (failed === void 0) return;
	world.progress.report({
		type: "warning",
		what: `The command’s exit code is 0, and container ${failed.name} ended with exit code ${failed.exitCode}.`,
		fix: `A command that ends with 0 when it is told to stop may not have been done. Read its log, or make container ${failed.name} not essential.`
	});
}
function lacksCapacity(task) {
	return task.stopCode === "TaskFailedToStart" && isCapacityReason(task.stoppedReason ?? "");
}
/** The work of `post:`: a task that still runs belongs to a process that was killed, and so does a maintenance page. */
async function post(remembered, world) {
	await cleanUpAll([{ act: () => stopTasks(remembered, world) }, { act: () => takePageAway(remembered, world) }]);
}
async function stopTasks(remembered, world) {
	const { cluster } = remembered;
	if (cluster === void 0) return;
	const startedBy = remembered["started-by"];
	const ours = markOfAttempt(world.run, remembered["seed"] ?? "");
	const own = startedBy?.startsWith(ours) === true ? startedBy : void 0;
	const arns = new Set(remembered["task-arn"] === void 0 ? [] : [remembered["task-arn"]]);
	const look = {
		left: `Whether a task of the step that was killed still runs in cluster ${cluster} could not be found out`,
		fix: `To look: aws ecs list-tasks --cluster ${cluster}${own === void 0 ? "" : ` --started-by ${own}`} --region ${world.aws.region}.`
	};
	let tasks = [];
	await cleanUpAll([
		{
			...look,
			act: async () => {
				try {
					if (own !== void 0) for (const arn of await world.aws.tasks.list(cluster, { startedBy: own })) arns.add(arn);
				} catch (error) {
					if (arns.size === 0 || !(error instanceof CutoverError)) throw error;
					world.progress.report({
						type: "warning",
						what: `Whether another task of the step still runs in cluster ${cluster} could not be found out: ${error.message}`,
						fix: `${look.fix} ${error.fix}`
					});
				}
			}
		},
		{
			...look,
			act: async () => {
				tasks = await world.aws.tasks.describe(cluster, [...arns]);
			}
		},
		{ act: async () => {
			await cleanUpAll(tasks.filter((task) => isOurs(task, ours)).map((task) => stopping(task, cluster, world)));
		} }
	]);
}
function isOurs({ desiredStatus, lastStatus, mark, startedBy }, ours) {
	return lastStatus !== "STOPPED" && desiredStatus !== "STOPPED" && [startedBy, mark].some((one) => one?.startsWith(ours) === true);
}
function stopping({ arn, taskDefinition }, cluster, world) {
	const name = `${lastSegment(arn)} (${formatRevision(taskDefinition)})`;
	return {
		act: async () => {
			await world.aws.tasks.stop(cluster, arn, "Cutover: the job ended before the task");
			world.progress.report({
				type: "warning",
				what: `Stopped task ${name}, which the job had left running.`,
				fix: "Check how far its command got before running the job again."
			});
		},
		left: `Task ${name} of the step that was killed could not be stopped and runs on`,
		fix: `To stop it: aws ecs stop-task --cluster ${cluster} --task ${arn} --region ${world.aws.region}.`
	};
}

// packages/steps/lib/run-migration-task/step.js
/** Runs one-off commands as ECS tasks in the VPC; output `exit-code` says how they ended. */
const runMigrationTask = {
	name: "run-migration-task",
	inputs,
	outputs: OUTPUTS,
	run,
	post,
	after: takePageAway
};

export { maintenancePage as i, planMigration as n, planProtection as r, runMigrationTask as t };