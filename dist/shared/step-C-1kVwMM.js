import { n as mayBeCommit, r as parseGoal, t as inputs } from "./inputs-D8jHYmKV.js";
import { n as requireHere } from "./clean-up-2m7US7l4.js";
import { Er as textOf, Gr as AwsCallError, Jr as ConfigurationError, Qn as backOff, S as textTable, Wr as AccessDeniedError, Xt as isOfRun, Yr as CutoverError, b as newestOutOfService, cr as parseImageReference, ct as traceOf, dr as formatRevision, fr as parseRevision, it as COPY_TAG, pn as servingRevision, tn as containersOf, x as rollbackTarget, y as goesBack } from "./base-D7WWzZYD.js";
import { i as Pursuit, n as carryOut, r as cancelCreation, t as awaitEnd } from "./await-end-WO6ZmcEq.js";
import { f as readEngineOptions, l as findEngine, p as requireService, t as ALL_ENGINES } from "./engine-for-D1EozosH.js";
import { n as environmentOf, r as requireName, t as describeService } from "./environment-tyOuLSsV.js";
import { t as checkCredentials } from "./credentials-CgtXOm7O.js";
import { t as takeAwayLeftovers } from "./take-away-Cgx44Dem.js";
import { a as versionOf, i as tellVersions, n as servedVersion, r as tellPages } from "./told-versions-u_lx0aRJ.js";
import { n as productionOf } from "./production-BR5-woBc.js";
import { t as checkImages } from "./images-tBCgZ9O_.js";
import { n as protect, r as lookAtExpiry, t as liveTag } from "./protect-BQNZ7JT-.js";
import { t as abortable } from "./abortable-SaCZFqUW.js";

// packages/steps/lib/rollback/outputs.js
/** Outputs of `rollback`. */
const OUTPUTS = {
	/** The revision that serves in the end. */
	"task-definition-arn": "string",
	/** The revision that served before. */
	"previous-task-definition-arn": "string",
	"deployment-id": "string",
	/** The same, by the name that AWS's action gives it. */
	"codedeploy-deployment-id": "string",
	"deployment-status": "string",
	/** Whether this step took the service back. */
	"rolled-back": "boolean",
	/** JSON: the newest deployments, and which of them may be gone back to. */
	candidates: "string"
};

// packages/steps/lib/rollback/plan.js
/** Failed tasks of the old revision after which it is no cure. */
const MAX_FAILED_TASKS = 3;
/**
* The deployment that goes back: like any other, but alarms don't stop it (a firing alarm must not block its own cure)
* and a cancelled job lets it finish.
* @throws ConfigurationError naming everything that stands in the way
*/
function planRollback(engine, request, observed) {
	return engine.plan(revived(observed), {
		...request,
		allowZeroTasks: true,
		maxFailedTasks: 3,
		onCancel: "leave",
		alarms: [],
		ignoreAlarms: true,
		isRollback: true
	});
}
/** An INACTIVE revision is registered again before it is deployed. */
function revived(observed) {
	const { revision } = observed;
	return revision === void 0 ? observed : {
		...observed,
		revision: {
			...revision,
			status: "ACTIVE"
		}
	};
}

// packages/steps/lib/rollback/serving.js
/** ARN of the revision that serves: while a service rolls, that is not the one that the service names. */
function servingArn(engine, service) {
	return engine.serving(service) ?? servingRevision(service);
}

// packages/steps/lib/rollback/adopt.js
/**
* The revision to which a deployment under way goes back, when this action made it: an earlier run was cancelled or killed,
* or somebody pressed the button twice. To stop it with rollback would bring back what users are being rescued from.
* @returns undefined for a deployment that goes forward, or that the engine made
*/
async function ownRollback(engine, active, service) {
	return active.marks.isRollback ? await engine.revisionOf(active, service) : void 0;
}
/** Whether the deployment has moved production, so that only the old tasks' end is outstanding. */
function hasShifted(engine, active, service) {
	return engine.servingDeployment(service) === active.id;
}
/** The revision that a deployment under way replaces; undefined when its tasks are gone. */
function replacedBy(engine, active, service) {
	return hasShifted(engine, active, service) ? engine.replacedBy(active.id, service) : servingArn(engine, service);
}
/** Follows a rollback that exists already as if it were made now. */
async function adopt({ progress }, found) {
	const { active, engine, environment, intervalMs, revision, service, waitForMinutes, waitUntil } = found;
	progress.report({
		type: "note",
		text: `Deployment ${active.id}, a rollback to ${formatRevision(revision)}, is under way; it is followed.`
	});
	const observed = await engine.observeUnderWay(active, service, { test: false });
	return {
		cluster: environment.cluster,
		service: environment.service,
		revision,
		previous: replacedBy(engine, active, service) ?? servingArn(engine, service),
		waitUntil,
		budget: engine.budget(observed, {
			waitUntil,
			hooks: 0,
			minutes: waitForMinutes
		}),
		maxFailedTasks: 3,
		onCancel: "leave",
		intervalMs,
		production: productionOf(observed, service.graceSeconds)
	};
}

// packages/steps/lib/rollback/candidates.js
/** Rows of the table of past deployments. */
const SHOWN = 10;
/** The newest deployments with what is known of them. */
function candidatesOf(history, { standings }, { goal, inspections }) {
	const named = goal === void 0 ? void 0 : formatRevision(goal);
	const shown = history.slice(0, 10).map((past, at) => ({
		...past,
		label: past.revision === void 0 ? "" : formatRevision(past.revision),
		standing: standings[at] ?? "unknown"
	}));
	const chosen = shown.find(({ label, standing }) => named === void 0 ? standing === "target" : label === named && isOpen(standing));
	return shown.map((one) => ({
		deployment: one.deployment,
		revision: one.revision,
		whyUnknown: one.whyUnknown,
		standing: one.standing,
		choice: one === chosen ? "chosen" : one.standing === "target" ? "default" : void 0,
		inspection: inspections?.get(one.label)
	}));
}
function isOpen(standing) {
	return standing === "target" || standing === "earlier" || standing === "undone" || standing === "sameRun";
}
/** Of the description's commit, which for a rollback is that of its own run. */
function commitOf({ deployment, inspection }) {
	if (inspection?.commit !== void 0) return inspection.commit;
	return deployment.marks.isRollback ? "" : deployment.marks.commit ?? "";
}
/** Whether one may go back there, and why or why not, in a few words. @param engine as messages name it */
function prospect(candidate, engine) {
	const { deployment, standing } = candidate;
	switch (standing) {
		case "unsuccessful": {
			if (deployment.ended === void 0) return `no: it is under way (${deployment.status})`;
			const { code, message } = deployment.error ?? {
				code: "",
				message: ""
			};
			const why = [code, message].filter(Boolean).join(": ");
			return `no: it ended ${deployment.status}${why === "" ? "" : ` (${why})`}`;
		}
		case "serving": return `no: it serves now${deployment.isAutomaticRollback ? `, put back by ${engine}` : ""}`;
		case "unknown": return `no: ${candidate.whyUnknown}; name its revision with to`;
		case "target":
		case "earlier":
		case "undone":
		case "sameRun": return openProspect(candidate, standing);
	}
}
function openProspect({ choice, inspection }, standing) {
	if (inspection?.kind === "impossible") return `no: it ${inspection.why}`;
	const how = choice === "chosen" ? "the one that is chosen" : choice === "default" ? "where it goes without to" : "with to";
	return [
		inspection === void 0 ? `${how}, if its images are still there` : `yes: ${how}`,
		...standing === "undone" ? ["it was gone back from"] : [],
		...standing === "sameRun" ? ["this run released it"] : [],
		...inspection?.kind === "copy" ? ["it is INACTIVE, so a copy is registered"] : []
	].join("; ");
}
function candidateTable(candidates, now, engine) {
	return {
		kind: "table",
		title: "Deployments of the past",
		header: [
			"Deployment",
			"Revision",
			"Commit",
			"Created",
			"Age",
			"Can be gone back to?"
		],
		rows: candidates.map((one) => {
			const { createdAt } = one.deployment;
			return [
				one.deployment.id,
				one.revision === void 0 ? "" : formatRevision(one.revision),
				commitOf(one).slice(0, 12),
				createdAt === void 0 ? "" : `${new Date(createdAt).toISOString().slice(0, 16).replace("T", " ")} UTC`,
				createdAt === void 0 ? "" : ageInWords(now - createdAt),
				prospect(one, engine)
			];
		})
	};
}
/** For the output. */
function candidatesAsJson(candidates, engine) {
	return JSON.stringify(candidates.map((one) => ({
		deploymentId: one.deployment.id,
		revision: one.revision,
		commit: commitOf(one) || void 0,
		createdAt: one.deployment.createdAt === void 0 ? void 0 : new Date(one.deployment.createdAt).toISOString(),
		possible: isOpen(one.standing) && one.inspection === void 0 ? void 0 : isPossible(one),
		chosen: one.choice === "chosen" && isPossible(one),
		why: prospect(one, engine).replace(/^no: /, "")
	})));
}
/** As far as anybody looked. */
function isPossible({ inspection, standing }) {
	return isOpen(standing) && inspection?.kind !== "impossible";
}
/** `12 min`, `5 h`, `3 days`. */
function ageInWords(ms) {
	const minutes = Math.max(0, Math.round(ms / 6e4));
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.round(minutes / 60);
	if (hours < 48) return `${hours} h`;
	return `${Math.round(hours / 24)} days`;
}

// packages/steps/lib/rollback/inspect.js
/** Looks at a revision and at every image of it; reads only. */
async function inspect(aws, revision) {
	const registered = await aws.taskDefinitions.describe(revision);
	if (registered === void 0) return {
		kind: "impossible",
		why: "does not exist (any more)",
		fix: "Go to another revision, or register this one again from its source (register-taskdef) and deploy it.",
		commit: void 0
	};
	const { commit } = traceOf(registered.tags);
	const images = await checkImages(registered.definition, aws);
	const missing = images.filter(({ verdict }) => verdict === "failed");
	if (missing.length > 0) return {
		kind: "impossible",
		why: `can't start: ${[...new Set(missing.map(({ item, what }) => `${item}: ${what}`))].join("; ")}`,
		fix: "Push the same image again (build-push-ecr at that commit), or go to another revision. A lifecycle policy that keeps the tags live-* and previous-* prevents this.",
		commit
	};
	return {
		kind: registered.status === "ACTIVE" ? "ready" : "copy",
		registered,
		commit,
		doubts: images.filter(({ fix, verdict }) => verdict === "unknown" && fix !== "").map(({ what, item }) => `${item}: ${what}`)
	};
}
/** Inspects each revision once, a few at a time; by `family:number`. */
async function inspectAll(aws, revisions) {
	const found = /* @__PURE__ */ new Map();
	const distinct = new Set([...revisions].map(formatRevision));
	const AT_A_TIME = 4;
	const names = [...distinct];
	for (let at = 0; at < names.length; at += AT_A_TIME) await Promise.all(names.slice(at, at + AT_A_TIME).map(async (revision) => {
		found.set(revision, await inspect(aws, revision));
	}));
	return found;
}

// packages/steps/lib/rollback/choose.js
/** Why there is nothing to do; undefined when there is. */
function whyThere({ target }, goal, serving) {
	const label = formatRevision(serving);
	if (goal !== void 0) return isSame(goal, serving) ? `${label} already serves production.` : void 0;
	if (target.kind !== "alreadyThere") return void 0;
	const { next, reason } = target;
	return `${label} already serves: ${reason}. To go further back, say where, as in ${next?.revision === void 0 ? "to: family:number" : `to: ${formatRevision(next.revision)}, which served before it`}.`;
}
/** The last good revision. @throws ConfigurationError after having shown what there is, when none can be told */
function chosenRevision(world, history, judged, situation) {
	try {
		return revisionOf(judged, situation.engine, situation.serving);
	} catch (error) {
		show(world, situation.engine, history, judged, situation);
		throw error;
	}
}
/** @throws ConfigurationError when there is nowhere to go back to by itself */
function revisionOf({ target }, { label }, serving) {
	if (target.kind === "found") return target.revision;
	const from = `There is nothing to go back to from ${formatRevision(serving)}`;
	if (target.kind === "unknown") {
		const { deployment, whyUnknown } = target.past;
		throw new ConfigurationError({
			what: `${from} without being told where: deployment ${deployment.id} served before it, and ${whyUnknown}.`,
			fix: "Name the revision that it deployed: to: family:number (aws ecs list-task-definitions lists them), a commit or a digest."
		});
	}
	if (target.kind === "notServing") {
		const { deployment, revision } = target.past;
		throw new ConfigurationError({
			what: `The newest deployment ${deployment.id} (${revision === void 0 ? "of a revision that is not known" : formatRevision(revision)}) is not what serves: ${formatRevision(serving)} does. What served before it is not known. Nothing was changed.`,
			fix: "Look at the service in the console, and name the revision to go back to: to: family:number."
		});
	}
	throw new ConfigurationError({
		what: `${from}: ${target.kind === "none" ? target.reason : "it is where a rollback leads"} in ${label}.`,
		fix: "Name a revision: to: family:number (aws ecs list-task-definitions lists them), a commit or a digest."
	});
}
/** Says what is missing, and where one may go instead. */
async function impossible(world, engine, { history, inspection, judged, revision }) {
	const { candidates } = show(world, engine, history, judged, {
		goal: revision,
		inspections: await inspectAll(world.aws, worthALook(history, judged, revision))
	});
	const others = [...new Set(candidates.filter((one) => isPossible(one) && one.revision !== void 0 && !isSame(one.revision, revision)).map((one) => formatRevision(one.revision ?? "")))];
	return new ConfigurationError({
		what: `${formatRevision(revision)} can't be gone back to: it ${inspection.why}.`,
		fix: `${inspection.fix} ${others.length === 0 ? "No other deployment of the past can be gone back to." : `Possible now: ${others.map((one) => `to: ${one}`).join(", ")}.`} Nothing was changed.`
	});
}
/** Revisions of the rows that are shown and that one might go back to. */
function worthALook(history, judged, goal) {
	const shown = candidatesOf(history, judged, {}).filter(isPossible);
	return [...goal === void 0 ? [] : [goal], ...shown.flatMap((one) => one.revision ?? [])];
}
/** The table of candidates, in the log at once. */
function show({ clock, progress }, { name }, history, judged, choice) {
	const candidates = candidatesOf(history, judged, choice);
	const table = candidateTable(candidates, clock.now(), name);
	if (candidates.length > 0) progress.report({
		type: "document",
		title: table.title,
		language: "text",
		text: textTable(table.header, table.rows)
	});
	return {
		candidates,
		table,
		json: candidatesAsJson(candidates, name)
	};
}
function isSame(one, other) {
	return formatRevision(one) === formatRevision(other);
}

// packages/steps/lib/rollback/conclude.js
function facts(given) {
	return {
		kind: "facts",
		facts: given.filter(([, value]) => value !== "")
	};
}
/** How a rollback deployment ended, in the words of this step. */
async function outcome(world, engine, order, conclusion, shown, wanted) {
	const { what, deploymentId: id } = conclusion;
	const named = id === void 0 ? void 0 : engine.named(id);
	const serves = conclusion.kind === "succeeded" ? order.revision : await servingNow(world, engine, order);
	const summary = [...conclusion.summary, shown.table];
	const outputs = {
		"task-definition-arn": serves,
		"previous-task-definition-arn": order.previous,
		"deployment-id": named,
		"codedeploy-deployment-id": named,
		"rolled-back": conclusion.kind === "succeeded",
		"deployment-status": conclusion.status,
		candidates: shown.json
	};
	if (conclusion.kind === "succeeded") return {
		kind: "succeeded",
		what: `Rolled back from ${formatRevision(order.previous)}${isSame(wanted, order.revision) ? "" : ` to a copy of ${formatRevision(wanted)}`}: ${what}`,
		summary,
		outputs
	};
	const { kind, fix, findings } = conclusion;
	const link = id === void 0 ? {} : { link: engine.link(id) };
	return {
		kind: kind === "rolledBack" ? "failed" : kind,
		what: `The rollback did not succeed: ${what}`,
		fix,
		findings,
		summary,
		outputs,
		...link
	};
}
/** Revision that serves in production; undefined when it can't be read. A cancelled step does not ask. */
async function servingNow({ aws, signal }, engine, { cluster, previous, service: name }) {
	if (signal.aborted) return previous;
	const service = await aws.services.describe(cluster, name).catch(() => void 0);
	return service === void 0 ? void 0 : servingArn(engine, service);
}

// packages/steps/lib/rollback/this-run.js
/** @throws ConfigurationError when `only-this-run` was asked for outside of a run */
function requireRun({ runUrl }) {
	if (runUrl !== "") return;
	throw new ConfigurationError({
		what: "Input only-this-run is true, and no workflow run is known (GITHUB_RUN_ID is not set).",
		fix: "Run the action in a workflow, or remove only-this-run to go one release back."
	});
}
/** Deployments that the run made, in any of its attempts. */
function madeBy(run) {
	return ({ marks }) => isOfRun(marks, run);
}
/** Whether an owned deployment released something: made forward, not as a rollback. */
function isReleaseOf(owns, { deployment }) {
	return owns(deployment) && !goesBack(deployment);
}
/**
* Why there is nothing to go back from; undefined when an owned deployment serves, or is under way.
* @param history newest first
*/
function nothingOwned(owns, engine, history, service, active) {
	const label = formatRevision(servingArn(engine, service));
	if (active !== void 0) {
		if (owns(active) || isBackOf(owns, history, active)) return void 0;
		return `deployment ${active.id} (${active.status}), which is under way, is not of this run and is left alone`;
	}
	const made = releaseThatServes(history, engine.servingDeployment(service));
	if (made !== void 0 && isReleaseOf(owns, made)) return void 0;
	const newest = history.find((past) => isReleaseOf(owns, past))?.deployment;
	if (newest === void 0) return `this run deployed nothing to service ${service.name}; ${label} serves`;
	return `${newest.ended !== void 0 && newest.ended !== "succeeded" ? `deployment ${newest.id} of this run ended ${newest.status}` : `what deployment ${newest.id} of this run released no longer serves`}; ${label} serves`;
}
/** Whether the engine made the deployment to roll back an owned one. */
function isBackOf(owns, history, { id }) {
	return history.some((past) => past.deployment.rollbackId === id && isReleaseOf(owns, past));
}
/** The release that made what serves; when the engine put it back, the older release that it put back. */
function releaseThatServes(history, id) {
	const at = id === void 0 ? -1 : history.findIndex(({ deployment }) => deployment.id === id);
	const made = history[at];
	if (made === void 0 || !made.deployment.isAutomaticRollback) return made;
	return history.slice(at + 1).find(({ deployment, revision }) => deployment.ended === "succeeded" && !deployment.isAutomaticRollback && revision === made.revision);
}

// packages/steps/lib/rollback/survey.js
/** How often the service is read again when ECS and the engine disagree about what serves. */
const STALE_POLLS = 5;
/** Reads history and service; an answer of ECS that is older than the engine's is waited out. */
async function survey({ aws, clock, signal }, { environment, engine, intervalMs }, before) {
	let service = before;
	const history = await engine.history(service, 10);
	for (let poll = 0; poll < STALE_POLLS && newestOutOfService(history, servingOf(engine, service)) !== void 0; poll++) {
		await clock.sleep(intervalMs, signal);
		service = await aws.services.describe(environment.cluster, environment.service) ?? service;
	}
	return {
		service,
		history
	};
}
function servingOf(engine, service) {
	return {
		revision: servingArn(engine, service),
		deployment: engine.servingDeployment(service)
	};
}
/** @param owns goes back from all releases that are owned; without it, from the newest release only */
function judge(engine, { history, service }, owns) {
	return rollbackTarget(history, servingOf(engine, service), owns === void 0 ? void 0 : (past) => isReleaseOf(owns, past));
}

// packages/steps/lib/rollback/under-way.js
/** Follows a deployment under way that leads to where the user wants to be. */
async function follow(given, world, { engine, environment, goal, intervalMs, service }, active, revision) {
	const startedAt = world.clock.now();
	const order = await adopt(world, {
		environment,
		engine,
		service,
		active,
		revision,
		waitUntil: given["wait-until"],
		waitForMinutes: given["wait-for-minutes"],
		intervalMs
	});
	const shown = await showFor(world, engine, service, goal);
	return await outcome(world, engine, order, await carryOut(new Pursuit(world, engine, order, active.id, startedAt)), shown, revision);
}
/** Says what would become of a deployment under way, or that it has arrived; changes nothing. */
async function describeActive(world, { engine, goal, service }, active, { arrived, arriving }) {
	const serving = servingArn(engine, service);
	const shown = await showFor(world, engine, service, goal);
	return {
		kind: "unchanged",
		what: arrived ? `${formatRevision(serving)} already serves production; deployment ${active.id} waits for the end of the old tasks.` : `Dry run: ${prospectOf(engine, active, service, goal, arriving)}`,
		outputs: {
			"task-definition-arn": serving,
			"previous-task-definition-arn": serving,
			"deployment-id": engine.named(active.id),
			"codedeploy-deployment-id": engine.named(active.id),
			"deployment-status": active.status,
			"rolled-back": false,
			candidates: shown.json
		},
		summary: [facts([["Serves", formatRevision(serving)], ["Deployment under way", `${active.id} ${active.status}`]]), shown.table]
	};
}
function prospectOf(engine, active, service, goal, arriving) {
	const what = `deployment ${active.id} (${active.status})`;
	if (arriving !== void 0) return `${what} is a rollback to ${formatRevision(arriving)} already and would be followed.`;
	const old = replacedBy(engine, active, service);
	const then = goal === void 0 || old !== void 0 && isSame(goal, old) ? "" : ` Then ${formatRevision(goal)} would be deployed.`;
	return active.isAutomaticRollback ? `${what} is a rollback by ${engine.name} and would be followed to its end.${then}` : `${what} would be stopped and rolled back${old === void 0 ? "" : ` to ${formatRevision(old)}`}.${then}`;
}
async function showFor(world, engine, service, goal) {
	const history = await engine.history(service, 10);
	const judged = rollbackTarget(history, servingOf(engine, service));
	return show(world, engine, history, judged, { goal });
}

// packages/steps/lib/protection/mark-live.js
/**
* Marks an image as the one that a service runs, so that lifecycle rules keep it and the one before. Images outside of the
* region's private registries are left alone. A registry that does not let us only costs a warning: the image serves.
*/
async function markLive(world, service, image, options = {}) {
	try {
		await mark(world, liveTag(service), image, options);
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		world.progress.report({
			type: "warning",
			what: `${image} could not be marked as the image that serves: ${error.message}`,
			fix: error.fix
		});
	}
}
async function mark({ aws, progress }, tag, image, { onlyIfMarked = false, isOurs = false }) {
	const reference = parseImageReference(image);
	if (reference === void 0 || !isOurs && reference.account === void 0) return;
	if ((reference.region ?? aws.region) !== aws.region) return;
	const repository = await aws.images.repository(reference);
	if (repository === void 0) return;
	if (onlyIfMarked && await aws.images.find(repository, { tag }) === void 0) return;
	const { digest } = reference;
	const stored = await aws.images.find(repository, digest === void 0 ? { tag: reference.tag ?? "latest" } : { digest });
	if (stored === void 0) return;
	const result = await protect(aws.images, repository, stored, tag);
	switch (result.kind) {
		case "protected":
			progress.report({
				type: "note",
				text: `${stored.digest} in ${repository.name} is ${result.tag} now${result.previous === void 0 ? "" : `, and ${result.previous.digest} is ${result.previous.tag}`}.`
			});
			break;
		case "unchanged": break;
		case "refused":
			progress.report({
				type: "warning",
				what: result.what,
				fix: result.fix
			});
			return;
	}
	const { warnings } = await lookAtExpiry(aws.images, repository, result, reference.tag === void 0 ? [] : [reference.tag]);
	for (const warning of warnings) progress.report({
		type: "warning",
		...warning
	});
}

// packages/steps/lib/rollback/keep.js
/**
* Marks the images that serve again as the live ones, where a release has marked any: the tag would otherwise keep the
* image that was left, and the next release would give up the one that serves.
*/
async function keepImages(world, service, { definition }) {
	const images = new Set(containersOf(definition).map((container) => textOf(container["image"])));
	for (const image of images) await markLive(world, service, image, { onlyIfMarked: true });
}

// packages/steps/lib/rollback/resolve.js
/** Revisions searched for a commit or digest, and requests in flight meanwhile. */
const MOST = 200;
const AT_A_TIME = 5;
/**
* The revision that `to` means, as an ARN or `family:number`. A commit or digest is looked for in the tags that
* register-taskdef writes, a digest in the images too: first among what succeeded, newest first, then in the whole family.
* @throws ConfigurationError when there is none, or when the beginning of a commit fits several
*/
async function resolveGoal(world, to, serving, history) {
	const goal = parseGoal(to);
	const family = parseRevision(serving)?.family ?? "";
	switch (goal?.kind) {
		case "revision": return goal.revision;
		case "number": {
			const named = `${family}:${goal.number}`;
			if (!mayBeCommit(goal.number)) return named;
			if (await world.aws.deployableRevisions.describe(named) !== void 0) return named;
			return await search(world, {
				kind: "commit",
				commit: goal.number
			}, family, history);
		}
		case "commit":
		case "digest": return await search(world, goal, family, history);
		case void 0: throw new TypeError(`"${to}" went through the input's check`);
	}
}
async function search({ aws, progress }, goal, family, history) {
	const proven = history.flatMap(({ deployment, revision }) => revision !== void 0 && deployment.ended === "succeeded" ? [revision] : []);
	const all = [.../* @__PURE__ */ new Set([...proven, ...await aws.taskDefinitions.list(family)])].slice(0, MOST);
	for (let at = 0; at < all.length; at += AT_A_TIME) {
		const fitting = (await Promise.all(all.slice(at, at + AT_A_TIME).map((revision) => aws.taskDefinitions.describe(revision)))).filter((one) => one !== void 0).filter((one) => fits(one, goal));
		const [first] = fitting;
		if (first === void 0) continue;
		const commits = new Set(fitting.map(({ tags }) => traceOf(tags).commit));
		if (goal.kind === "commit" && commits.size > 1) throw new ConfigurationError({
			what: `Input to: ${goal.commit} is the beginning of several commits: ${[...commits].join(", ")}.`,
			fix: "Write more digits of the commit."
		});
		progress.report({
			type: "note",
			text: `${goal.kind === "commit" ? `Commit ${traceOf(first.tags).commit ?? ""}` : `Image ${goal.digest}`} is revision ${formatRevision(first.arn)}.`
		});
		if (!proven.includes(first.arn)) progress.report({
			type: "warning",
			what: `No deployment that is remembered brought ${formatRevision(first.arn)} to its end: whether it ever served is not known.`
		});
		return first.arn;
	}
	throw new ConfigurationError({
		what: `Input to: none of ${all.length} revisions of family ${family} has ${goal.kind === "commit" ? `the tag cutover:commit ${goal.commit}` : `the image ${goal.digest}`}.`,
		fix: "Name the revision (family:number): dry-run: true lists what was deployed. Only revisions that register-taskdef registered are tagged with their commit."
	});
}
function fits({ definition, tags }, goal) {
	const { commit, digest } = traceOf(tags);
	return goal.kind === "commit" ? commit?.toLowerCase().startsWith(goal.commit) ?? false : digest === goal.digest || containersOf(definition).some(({ image }) => textOf(image).endsWith(`@${goal.digest}`));
}

// packages/steps/lib/rollback/revive.js
/** A copy that an earlier run made is among so many newest revisions. */
const NEWEST = 20;
const ATTEMPTS = 5;
const PAUSE = {
	firstMs: 2e3,
	longestMs: 16e3
};
/** The ACTIVE copy that was made of an INACTIVE revision before, if there is one. */
async function findCopy(aws, original) {
	const newest = await aws.taskDefinitions.list(original.family).catch((error) => {
		if (error instanceof AccessDeniedError) return [];
		throw error;
	});
	for (const arn of newest.slice(0, NEWEST)) if ((await aws.taskDefinitions.describe(arn))?.tags.get("cutover:copy-of") === formatRevision(original.arn)) return arn;
}
/**
* Registers an INACTIVE revision again, word for word and with its tags, since ECS starts nothing of an INACTIVE one. The
* copy of an earlier run, or of an attempt whose answer was lost, is taken instead.
* @returns the copy's ARN
*/
async function revive(world, original) {
	const { aws, clock, progress, signal } = world;
	const label = formatRevision(original.arn);
	const tags = new Map([...[...original.tags].filter(([key]) => !key.startsWith("aws:")), [COPY_TAG, label]]);
	let said = "";
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (attempt > 0) await backOff(clock, attempt, PAUSE, signal);
		signal.throwIfAborted();
		const known = await findCopy(aws, original);
		if (known !== void 0) {
			progress.report({
				type: "note",
				text: `${label} is INACTIVE; ${formatRevision(known)} is a copy of it and is deployed instead.`
			});
			return known;
		}
		try {
			const answer = await registerOnce(world, original, tags);
			if (answer.kind !== "registered") {
				said = answer.kind === "busy" ? answer.reason : answer.error.message;
				continue;
			}
			progress.report({
				type: "revision.registered",
				arn: answer.revision.arn,
				changed: true
			});
			progress.report({
				type: "warning",
				what: `${label} is ${original.status}, and ECS starts no task of it: its copy ${formatRevision(answer.revision.arn)} is deployed instead.`
			});
			return answer.revision.arn;
		} catch (error) {
			if (!(error instanceof AwsCallError) || !error.transient) throw error;
			said = error.message;
		}
	}
	throw new ConfigurationError({
		what: `${label} is INACTIVE, and no copy of it could be registered: ${said}`,
		fix: "Run the job again; nothing was changed."
	});
}
/** A copy without tags is better than none: production waits. */
async function registerOnce({ aws, progress }, { definition }, tags) {
	try {
		return await aws.taskDefinitions.register(definition, tags);
	} catch (error) {
		if (!(error instanceof AccessDeniedError) || error.action !== "ecs:TagResource") throw error;
		progress.report({
			type: "warning",
			what: "The copy is not tagged with where it comes from: the role lacks ecs:TagResource.",
			fix: error.fix
		});
		return await aws.taskDefinitions.register(definition, /* @__PURE__ */ new Map());
	}
}

// packages/steps/lib/rollback/take-back.js
const LIMIT_MS = 18e5;
/**
* A deployment is under way: it is stopped with rollback, and the engine's way back is followed. One that is itself a rollback is only followed.
* @returns undefined when the deployment succeeded before it could be stopped: then there is nothing under way any more
*/
async function takeBackActive(world, under) {
	const { active, engine, service, environment, intervalMs, limitMs = LIMIT_MS } = under;
	const { aws, clock, progress, signal } = world;
	const before = servingArn(engine, service);
	const old = replacedBy(engine, active, service);
	const link = engine.link(active.id);
	if (old !== void 0) tellVersions(world, { revision: active.isAutomaticRollback ? void 0 : before }, { revision: old });
	tellPages(world, environment);
	const finish = async (deployment) => {
		const now = await aws.services.describe(environment.cluster, environment.service);
		const serving = now === void 0 ? before : servingArn(engine, now);
		return {
			serving,
			outputs: {
				"task-definition-arn": serving,
				"previous-task-definition-arn": before,
				"deployment-id": engine.named(deployment.id),
				"codedeploy-deployment-id": engine.named(deployment.id),
				"deployment-status": deployment.status,
				"rolled-back": false
			}
		};
	};
	try {
		if (active.isAutomaticRollback) {
			progress.report({
				type: "note",
				text: `Deployment ${active.id} is a rollback under way; following it.`
			});
			await abortable(signal, awaitEnd(world, engine, active.id, {
				deadline: clock.now() + limitMs,
				intervalMs
			}));
			const deployment = await engine.get(active.id);
			const { serving, outputs } = await finish(deployment);
			if (deployment.ended === "succeeded") return {
				kind: "succeeded",
				what: `Rollback ${active.id}, which was under way, succeeded: ${formatRevision(serving)} serves.`,
				outputs: {
					...outputs,
					"rolled-back": true
				}
			};
			return {
				kind: deployment.ended === void 0 ? "timedOut" : "failed",
				what: `Rollback ${active.id}, which was under way, ${deployment.ended === void 0 ? "is still" : "ended"} ${deployment.status}; ${formatRevision(serving)} is PRIMARY.`,
				fix: "Look at the deployment in the console, then run rollback again with to.",
				findings: [],
				outputs,
				link
			};
		}
		progress.report({
			type: "note",
			text: `Deployment ${active.id} is under way; it is stopped and rolled back${old === void 0 ? "" : ` to ${formatRevision(old)}`}.`
		});
		const answer = await engine.stop(active.id, { rollback: true });
		const { deployment, back } = await engine.followBack(active.id, {
			intervalMs,
			limitMs
		});
		if (back.kind === "none" && deployment.ended === "succeeded") {
			progress.report({
				type: "note",
				text: `Deployment ${active.id} succeeded before it could be stopped; what it replaced is deployed anew.`
			});
			return;
		}
		const { serving, outputs } = await finish(deployment);
		const now = formatRevision(serving);
		if (back.kind === "rolledBack") return {
			kind: "succeeded",
			what: `Deployment ${active.id} was stopped and rolled back${back.id === active.id ? "" : ` by ${back.id}`}: ${now} serves.`,
			outputs: {
				...outputs,
				"deployment-id": engine.named(back.id),
				"codedeploy-deployment-id": engine.named(back.id),
				"deployment-status": back.id === active.id ? deployment.status : "Succeeded",
				"rolled-back": true
			}
		};
		return {
			kind: back.kind === "rollbackUnfinished" || deployment.ended === void 0 ? "timedOut" : "failed",
			what: `Deployment ${active.id} ${answer === "ended" ? "had ended" : "was told to stop and is"} ${deployment.status}; ${back.kind === "none" ? `${engine.name} made no rollback deployment` : `its rollback ${back.id} is ${back.kind === "rollbackFailed" ? back.deployment.status : back.status}`}; ${now} is PRIMARY.`,
			fix: "Look at the deployment in the console, then run rollback again, with to if it should go to a certain revision.",
			findings: [],
			outputs,
			link
		};
	} catch (error) {
		if (!signal.aborted) throw error;
		return {
			kind: "cancelled",
			what: `Cancelled while deployment ${active.id} was being taken back; ${engine.name} finishes that by itself.`,
			fix: "Look at the deployment in the console; run rollback again if in doubt.",
			findings: [],
			outputs: {
				"previous-task-definition-arn": before,
				"deployment-id": engine.named(active.id),
				"codedeploy-deployment-id": engine.named(active.id),
				"rolled-back": false
			},
			link
		};
	}
}

// packages/steps/lib/rollback/run.js
/** Inputs for an engine that nobody gave: a service of another engine does not follow them. */
const DEFAULTS = { "codedeploy-deployment-config": inputs["codedeploy-deployment-config"].default };
/** Goes back: stops a deployment that is under way, or deploys the last revision that was good. */
async function run(given, world) {
	const onlyThisRun = given["only-this-run"];
	if (onlyThisRun) requireRun(world.run);
	return await rollBack(given, world, onlyThisRun ? madeBy(world.run) : void 0);
}
/** @param owns deployments that may be taken back; without it, whatever is under way or serves */
async function rollBack(given, world, owns) {
	requireName(given);
	const { aws } = world;
	const arns = { "Input to": given.to };
	requireHere(aws, arns);
	const environment = await environmentOf(aws, given);
	const found = await describeService(aws, environment);
	requireService(found, environment, ALL_ENGINES);
	requireHere(aws, arns, found.arn);
	const options = await readEngineOptions(given, world, DEFAULTS);
	const engine = await findEngine(world, environment, found, options, ALL_ENGINES);
	const intervalMs = given["poll-interval-seconds"] * 1e3;
	const limitMs = given["wait-for-minutes"] === void 0 ? void 0 : given["wait-for-minutes"] * 6e4;
	let service = await serviceOf(world, engine, environment);
	const productionListener = engine.listeners.production;
	await takeAwayLeftovers(world, {
		environment,
		service,
		productionListener
	}, { dryRun: given["dry-run"] });
	const goal = given.to === void 0 ? void 0 : await resolveGoal(world, given.to, servingArn(engine, service), await engine.history(service, 10));
	/** How an owned deployment was taken back, while an earlier one may serve. */
	let taken;
	for (let round = 0;; round++) {
		const active = await engine.underWay();
		if (owns !== void 0) {
			const found = await survey(world, {
				environment,
				engine,
				intervalMs
			}, service);
			service = found.service;
			const nothing = nothingOwned(owns, engine, found.history, service, active);
			if (nothing !== void 0) return nothingToUndo(world, engine, found, nothing, taken);
		}
		if (active !== void 0) {
			const own = await ownRollback(engine, active, service);
			const arriving = own !== void 0 && (goal === void 0 || isSame(goal, own)) ? own : void 0;
			const wanted = arriving ?? goal;
			const arrived = wanted !== void 0 && hasShifted(engine, active, service) && isSame(wanted, servingArn(engine, service));
			if (given["dry-run"] || arrived && given["wait-until"] !== "completed") return await describeActive(world, {
				environment,
				engine,
				service,
				goal,
				intervalMs
			}, active, {
				arriving,
				arrived
			});
			if (arriving !== void 0 || arrived) return await follow(given, world, {
				environment,
				engine,
				service,
				goal,
				intervalMs
			}, active, wanted ?? servingArn(engine, service));
			const back = await takeBackActive(world, {
				environment,
				engine,
				active,
				service,
				intervalMs,
				limitMs
			});
			service = await serviceOf(world, engine, environment);
			if (back === void 0) continue;
			if (back.kind !== "succeeded") return back;
			if (goal === void 0 ? owns === void 0 : isSame(goal, servingArn(engine, service))) return back;
			taken = back;
			continue;
		}
		const result = await goBack(given, world, {
			environment,
			engine,
			service,
			goal,
			intervalMs
		}, owns);
		if (result.kind !== "busy") return result;
		await engine.pauseBusy(round, intervalMs, result.message);
		service = await serviceOf(world, engine, environment);
	}
}
/** No deployment is under way: a new one goes to the goal. */
async function goBack(given, world, situation, owns) {
	const { aws, clock, progress } = world;
	const { engine, goal, intervalMs } = situation;
	const found = goal === void 0 ? await survey(world, situation, situation.service) : {
		service: situation.service,
		history: await engine.history(situation.service, 10)
	};
	const { history, service } = found;
	const serving = servingArn(engine, service);
	const judged = judge(engine, found, owns);
	const dryRun = given["dry-run"];
	const label = formatRevision(serving);
	const there = whyThere(judged, goal, serving);
	const inspections = new Map(dryRun ? await inspectAll(aws, worthALook(history, judged, goal)) : []);
	if (there !== void 0) return unchanged(serving, there, show(world, engine, history, judged, {
		goal,
		inspections
	}));
	const revision = goal ?? chosenRevision(world, history, judged, {
		engine,
		serving,
		inspections
	});
	const inspection = inspections.get(formatRevision(revision)) ?? await inspect(aws, revision);
	if (inspection.kind === "impossible") throw await impossible(world, engine, {
		revision,
		inspection,
		history,
		judged
	});
	inspections.set(formatRevision(revision), inspection);
	const shown = show(world, engine, history, judged, {
		goal,
		inspections
	});
	for (const doubt of inspection.doubts) progress.report({
		type: "warning",
		what: `Not certain: ${doubt}.`
	});
	const copy = inspection.kind === "copy" ? await findCopy(aws, inspection.registered) : void 0;
	if (copy === serving) return unchanged(serving, `${label}, a copy of ${formatRevision(revision)}, already serves production.`, shown);
	const past = history.find((one) => one.deployment.ended === "succeeded" && one.revision !== void 0 && isSame(one.revision, revision));
	const request = {
		revision,
		container: past === void 0 ? {} : await engine.containerOf(past.deployment),
		waitUntil: given["wait-until"],
		waitForMinutes: given["wait-for-minutes"],
		intervalMs
	};
	const observed = await engine.observe(revision);
	let order = planRollback(engine, request, observed);
	if (service.desired === 0) progress.report({
		type: "warning",
		what: `Service ${service.name} has a desired count of 0: the rollback will succeed without a task having run.`
	});
	await checkCredentials(world, "the rollback", order.budget);
	if (dryRun) {
		await tellGoal(world, order, inspection.registered, situation.environment);
		progress.report({
			type: "document",
			...order.document
		});
		const as = inspection.kind === "copy" ? ` (as ${copy === void 0 ? "a copy, since it is" : `its copy ${formatRevision(copy)}, since it is`} ${inspection.registered.status})` : "";
		return unchanged(serving, `Dry run: ${formatRevision(revision)}${as} would replace ${label} through ${order.through}.`, shown);
	}
	progress.report({
		type: "note",
		text: `Going back from ${label}${deploymentOf(engine, service)} to ${formatRevision(revision)}${past === void 0 ? "" : ` (deployment ${past.deployment.id})`}.`
	});
	const startedAt = clock.now();
	try {
		if (inspection.kind === "copy") {
			const arn = copy ?? await revive(world, inspection.registered);
			order = planRollback(engine, request, await engine.observe(arn));
		}
		await tellGoal(world, order, inspection.registered, situation.environment);
		progress.report({
			type: "document",
			...order.document
		});
		const created = await engine.create(order);
		if (created.kind === "busy") return created;
		const conclusion = await carryOut(new Pursuit(world, engine, order, created.id, startedAt));
		if (conclusion.kind === "succeeded") await keepImages(world, service.name, inspection.registered);
		return await outcome(world, engine, order, conclusion, shown, inspection.registered.arn);
	} catch (error) {
		if (!world.signal.aborted) throw error;
		const conclusion = await cancelCreation(world, engine, order, startedAt);
		return await outcome(world, engine, order, conclusion, shown, inspection.registered.arn);
	}
}
/** Tells the versions of both sides, and where to look. */
async function tellGoal(world, { previous, revision }, registered, environment) {
	tellVersions(world, await servedVersion(world, previous), {
		...versionOf(registered, world.run),
		revision
	});
	tellPages(world, environment);
}
/** ` (deployment d-1)`; nothing for the tasks with which the service was created. */
function deploymentOf(engine, service) {
	const id = engine.servingDeployment(service);
	return id === void 0 ? "" : ` (deployment ${id})`;
}
function unchanged(serving, what, shown) {
	return {
		kind: "unchanged",
		what,
		outputs: {
			"task-definition-arn": serving,
			"previous-task-definition-arn": serving,
			"rolled-back": false,
			candidates: shown.json
		},
		summary: [facts([["Serves", formatRevision(serving)]]), shown.table]
	};
}
/** Nothing that is owned serves, or no longer since `taken`. */
function nothingToUndo(world, engine, found, why, taken) {
	if (taken !== void 0) return taken;
	const shown = show(world, engine, found.history, judge(engine, found), {});
	return unchanged(servingArn(engine, found.service), `Nothing to take back: ${why}.`, shown);
}
async function serviceOf({ aws }, engine, environment) {
	const service = await aws.services.describe(environment.cluster, environment.service);
	requireService(service, environment, ALL_ENGINES);
	engine.requireServing(service);
	return service;
}

// packages/steps/lib/rollback/step.js
/** Goes back to the last revision that really served, whether a deployment is under way or not. */
const rollback = {
	name: "rollback",
	inputs,
	outputs: OUTPUTS,
	run
};

export { rollBack as n, markLive as r, rollback as t };