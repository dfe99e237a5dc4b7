import { $r as reasonOf, Gr as AwsCallError, Jr as ConfigurationError, Qn as backOff, Wr as AccessDeniedError, Yr as CutoverError, dt as parseSuspension, ft as restorationOf, lt as duringDeployment, ut as formatSuspension } from "./base-D7WWzZYD.js";
import { a as rulesOf, n as closeWindow, o as windowOf, r as isOwnedByRun, t as userListeners } from "./user-listeners-DVUNwyhL.js";

// packages/steps/lib/scaling/mark.js
/**
* Tags of a scalable target for as long as a deployment has it suspended. The suspended state itself has no owner, so a later
* run would take what a dead one left for the user's own wish.
*/
const SCALING_TAGS = {
	/** The state from before. */
	from: "cutover:suspended-from",
	/** When the suspension has no owner any more, in UTC. */
	until: "cutover:suspended-until",
	/** URL of the run that suspended. */
	run: "cutover:run"
};
/** @throws AccessDeniedError when tags may not be read */
async function readMark({ aws }, target) {
	if (!target.suspended.in) return void 0;
	const tags = await aws.scaling.tags(target.arn);
	const text = tags[SCALING_TAGS.from];
	const before = text === void 0 ? void 0 : parseSuspension(text);
	if (before === void 0 || before.in) return void 0;
	const until = Date.parse(tags[SCALING_TAGS.until] ?? "");
	return {
		before,
		until: Number.isNaN(until) ? void 0 : until,
		runUrl: tags[SCALING_TAGS.run]
	};
}
/** The mark of an earlier run; undefined, with a warning, when tags may not be read. */
async function leftBehind(world, target) {
	try {
		return await readMark(world, target);
	} catch (error) {
		if (!(error instanceof AccessDeniedError)) throw error;
		world.progress.report({
			type: "warning",
			what: unmarked(error),
			fix: error.fix
		});
		return;
	}
}
/** @param until epoch milliseconds */
async function mark(world, arn, before, until) {
	const { runUrl } = world.run;
	try {
		await world.aws.scaling.tag(arn, {
			[SCALING_TAGS.from]: formatSuspension(before),
			[SCALING_TAGS.until]: new Date(until).toISOString(),
			...runUrl === "" ? {} : { [SCALING_TAGS.run]: runUrl }
		});
	} catch (error) {
		if (!(error instanceof AccessDeniedError)) throw error;
		world.progress.report({
			type: "warning",
			what: unmarked(error),
			fix: error.fix
		});
	}
}
/** A tag that stays is harmless: without a suspension in force nobody reads it. */
async function unmark(world, arn) {
	try {
		await world.aws.scaling.untag(arn, Object.values(SCALING_TAGS));
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		world.progress.report({
			type: "note",
			text: `The tag ${SCALING_TAGS.from} could not be removed: ${error.message}`
		});
	}
}
function unmarked({ action }) {
	return `Without ${action} a later run can't tell that this one suspended scaling, should its runner die, so that not even post: runs.`;
}

// packages/steps/lib/scaling/restore.js
const ATTEMPTS = 4;
const PAUSE = {
	firstMs: 2e3,
	longestMs: 8e3
};
/** Brings the state back, in spite of lost answers; never changes what somebody else changed. */
async function restore(world, held) {
	const { aws, clock, signal } = world;
	const { cluster, service, before } = held;
	for (let attempt = 1;; attempt++) try {
		const target = await unlessDenied(aws.scaling.describe(cluster, service));
		if (target === void 0) {
			note(world, `The scalable target of service ${service} was removed meanwhile; nothing is restored.`);
			return;
		}
		const now = target === "denied" ? duringDeployment(before) : target.suspended;
		const { to, changed } = restorationOf(before, now);
		if (to !== void 0) await aws.scaling.suspend(cluster, service, to);
		if (target !== "denied") await unmark(world, target.arn);
		if (changed.length > 0) note(world, `Somebody changed the suspension of scaling (${changed.join(", ")}) of service ${service} during the deployment; that stays as it is.`);
		if (to !== void 0) note(world, `Scaling of service ${service} is as before: ${formatSuspension(to)} (suspended).`);
		return;
	} catch (error) {
		if (!(error instanceof AwsCallError && error.transient && attempt < ATTEMPTS && !signal.aborted)) return unrestored(held, error);
		await backOff(clock, attempt, PAUSE);
	}
}
async function unlessDenied(look) {
	try {
		return await look;
	} catch (error) {
		if (error instanceof AccessDeniedError) return "denied";
		throw error;
	}
}
function unrestored({ cluster, service, before }, error) {
	const state = `DynamicScalingInSuspended=${before.in},DynamicScalingOutSuspended=${before.out},ScheduledScalingSuspended=${before.scheduled}`;
	return {
		what: `scaling in of service ${service} may still be suspended: ${reasonOf(error)}`,
		fix: `${error instanceof CutoverError ? `${error.fix} ` : ""}To restore it: aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/${cluster}/${service} --scalable-dimension ecs:service:DesiredCount --suspended-state ${state}`
	};
}
function note({ progress }, text) {
	progress.report({
		type: "note",
		text
	});
}

// packages/steps/lib/leftovers/find.js
/** The maintenance page of a service. @throws CutoverError when it can't be looked for */
async function findPage(world, place) {
	const { environment, productionListener, service } = place;
	const name = windowOf(service);
	const lookAt = productionListener === void 0 ? await listenersOf(world, place) : [productionListener];
	const windows = (await Promise.all(lookAt.map(async (listener) => (await rulesOf(world, listener)).windows))).flat().filter((window) => window.service === name);
	const [first] = windows;
	if (first === void 0) return void 0;
	const untils = windows.map(({ until = 1e400 }) => until);
	const until = Math.max(...untils);
	const now = world.clock.now();
	return {
		what: `The maintenance page of ${name}`,
		restored: "Users reach the service.",
		ended: until < now,
		ours: windows.every((window) => isOwnedByRun(window, world)),
		until: Number.isFinite(until) ? until : void 0,
		runUrl: first.runUrl,
		takeAway: async () => {
			const { listeners } = await userListeners(world, environment, service);
			await closeWindow(listeners, world, {
				service: name,
				endedBy: now
			});
		}
	};
}
/** A service without a listener that could show a page has none. */
async function listenersOf(world, { environment, service }) {
	try {
		return (await userListeners(world, environment, service)).listeners;
	} catch (error) {
		if (error instanceof ConfigurationError) return [];
		throw error;
	}
}
/** A suspension of scaling that a deployment made. @throws CutoverError when it can't be looked for */
async function findSuspension(world, { environment }) {
	const { cluster, service } = environment;
	const target = await world.aws.scaling.describe(cluster, service);
	const mark = target === void 0 ? void 0 : await readMark(world, target);
	if (mark === void 0) return void 0;
	const { before, runUrl, until } = mark;
	return {
		what: `The suspension of scaling in of service ${service}`,
		restored: "The service is scaled in again.",
		ended: until !== void 0 && until < world.clock.now(),
		ours: runUrl !== void 0 && runUrl === world.run.runUrl,
		until,
		runUrl,
		takeAway: async () => {
			const problem = await restore(world, {
				cluster,
				service,
				before
			});
			if (problem !== void 0) throw new ConfigurationError(problem);
		}
	};
}
/** `by https://…, until 2026-08-07T12:00:00.000Z`, as far as it is known. */
function originOf({ runUrl, until }) {
	return [runUrl === void 0 ? "" : `by ${runUrl}`, until === void 0 ? "without an end" : `until ${new Date(until).toISOString()}`].filter(Boolean).join(", ");
}

// packages/steps/lib/leftovers/take-away.js
/**
* Takes away what a dead runner left on a service: a maintenance page or a suspension of scaling whose time is over. One
* whose time is not over belongs to a step that may be running; it is only named. Never fails a step.
* @param options `dryRun` names everything and takes nothing away; `onlyPage` leaves scaling to a hold of this step
*/
async function takeAwayLeftovers(world, place, { dryRun = false, onlyPage = false } = {}) {
	const [page, suspension] = await Promise.all([look(world, () => findPage(world, place)), onlyPage ? void 0 : look(world, () => findSuspension(world, place))]);
	for (const leftover of [page, suspension]) if (leftover !== void 0) await settle(world, leftover, dryRun);
	return { ownPage: page?.ours === true && !page.ended };
}
/** A role that can't look is not asked for the right: most services have nothing to look for. */
async function look({ progress, signal }, find) {
	try {
		return await find();
	} catch (error) {
		if (signal.aborted || !(error instanceof CutoverError)) throw error;
		if (error instanceof AccessDeniedError) return void 0;
		progress.report({
			type: "warning",
			what: `Whether an earlier run left a maintenance page or a suspension of scaling could not be seen: ${error.message}`,
			fix: error.fix
		});
		return;
	}
}
async function settle({ progress }, leftover, dryRun) {
	const { ended, ours, takeAway, restored, what } = leftover;
	const origin = originOf(leftover);
	if (!ended) {
		if (!ours) progress.report({
			type: "note",
			text: `${what} is in force (${origin}).`
		});
		return;
	}
	if (dryRun) {
		progress.report({
			type: "note",
			text: `Dry run: ${what} is left over (${origin}) and would be taken away.`
		});
		return;
	}
	try {
		await takeAway();
		progress.report({
			type: "warning",
			what: `${what} was left over (${origin}): the runner of the step that made it died. It was taken away. ${restored}`
		});
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		progress.report({
			type: "warning",
			what: `${what} is left over (${origin}) and could not be taken away: ${error.message}`,
			fix: error.fix
		});
	}
}

export { restore as a, readMark as c, originOf as i, findPage as n, leftBehind as o, findSuspension as r, mark as s, takeAwayLeftovers as t };