import { Jr as ConfigurationError, Tt as judgeTargets, Wr as AccessDeniedError, Xr as ExpiredCredentialsError, Yr as CutoverError, _t as joinShellWords, bt as hasShiftedWholly, dr as formatRevision, kn as directTo, mn as servingTasks, qt as wait, vt as judgeDeployment, wt as groupName, yt as deploymentChanges } from "./base-D7WWzZYD.js";
import { t as ProductionProof } from "./production-BR5-woBc.js";
import { t as abortable } from "./abortable-SaCZFqUW.js";
import { t as gatherEvidence } from "./evidence-CkxbFgHU.js";
import { t as probe } from "./round-DAhWqlaH.js";

// packages/steps/lib/deployment/conclusion.js
/** Facts about a deployment of which nothing is known yet. */
function nothingKnown(world, startedAt) {
	return {
		summary: [],
		deploymentId: void 0,
		status: void 0,
		shiftedAt: void 0,
		startedAt,
		endedAt: world.clock.now()
	};
}
/** The same, when it did not succeed. */
function nothingRestored(world, startedAt) {
	return {
		...nothingKnown(world, startedAt),
		findings: [],
		superseded: false,
		rolledBack: false,
		rollbackDeploymentId: void 0
	};
}
/** From now on `post:` has nothing to do. */
function settle(world) {
	world.remember("settled", "true");
}

// packages/steps/lib/deployment/pursuit.js
/** One deployment that is followed to its end: what is wanted of it, and what it was told so far. */
var Pursuit = class {
	world;
	engine;
	watch;
	id;
	/** Epoch milliseconds from which the budget counts. */
	startedAt;
	#answer;
	constructor(world, engine, watch, id, startedAt) {
		this.world = world;
		this.engine = engine;
		this.watch = watch;
		this.id = id;
		this.startedAt = startedAt;
	}
	/** The deployed revision as `family:number`. */
	get label() {
		return formatRevision(this.watch.revision);
	}
	/** Whether the deployment has been told to stop and roll back; AWS finishes that by itself. */
	get isStopped() {
		return this.#answer !== void 0;
	}
	/** Whether the deployment was over already when it was told to stop. */
	get hadEnded() {
		return this.#answer === "ended";
	}
	/** Tells the deployment to stop and roll back. */
	async stopAndRollBack() {
		this.#answer = await this.engine.stop(this.id, { rollback: true });
		settle(this.world);
	}
};

// packages/steps/lib/deployment/cancel.js
/** Time that a cancelled step may spend on seeing the stop take effect: the runner waits about 7.5 s. */
const FAREWELL_MS = 4e3;
const NEVER = new AbortController().signal;
/** How far the clocks of runner and AWS may be apart when a lost deployment is looked for. */
const SKEW_MS = 3e5;
/** Cancelled while the deployment was being created: it may exist although its id was never answered. */
async function cancelCreation(world, engine, order, startedAt) {
	const ours = await engine.created(order, startedAt - SKEW_MS);
	if (ours !== void 0) return await cancel(new Pursuit(world, engine, order, ours.id, startedAt));
	return {
		...nothingRestored(world, startedAt),
		kind: "cancelled",
		what: "Cancelled before a deployment was created.",
		fix: `Nothing was changed; ${formatRevision(order.previous)} serves.`
	};
}
/** The first thing a cancelled step does is the call that makes production safe, unless the deployment was told already. */
async function cancel(pursuit) {
	const { engine, id, startedAt, watch: order, world } = pursuit;
	const stopped = pursuit.isStopped;
	const seen = {
		...nothingRestored(world, startedAt),
		kind: "cancelled",
		deploymentId: id
	};
	if (order.onCancel === "leave" && !stopped) {
		settle(world);
		return {
			...seen,
			what: `Cancelled; deployment ${id} goes on in AWS.`,
			fix: `To stop it and go back: ${engine.commandToStop(id)}`
		};
	}
	try {
		if (!stopped) await engine.stop(id, { rollback: order.onCancel === "rollback" });
		settle(world);
	} catch (error) {
		return {
			...seen,
			what: `Cancelled, but deployment ${id} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
			fix: `It may still be running. Stop it: ${engine.commandToStop(id)}`
		};
	}
	try {
		const { deployment, back } = await engine.followBack(id, {
			intervalMs: Math.min(order.intervalMs, 500),
			signal: NEVER,
			limitMs: FAREWELL_MS
		});
		return {
			...seen,
			what: `Cancelled; ${farewell(deployment, order, back)}`,
			fix: "Run the job again to deploy.",
			status: deployment.status,
			rolledBack: back.kind === "rolledBack",
			rollbackDeploymentId: back.kind === "none" ? void 0 : back.id,
			endedAt: world.clock.now()
		};
	} catch (error) {
		return {
			...seen,
			what: `Cancelled; deployment ${id} was told to stop.`,
			fix: `How it ended is not known (${error instanceof Error ? error.message : String(error)}); look at it in the console.`
		};
	}
}
function farewell({ ended, id, status }, order, back) {
	const old = formatRevision(order.previous);
	if (ended === void 0) return `deployment ${id} was told to stop and is ${status}.`;
	switch (back.kind) {
		case "rolledBack": return `deployment ${id} was stopped and rolled back${back.id === id ? "" : ` by ${back.id}`}; ${old} serves.`;
		case "rollbackUnfinished": return back.id === id ? `deployment ${id} was stopped and is on its way back to ${old}.` : `deployment ${id} was stopped; ${back.id} is taking traffic back to ${old}.`;
		case "rollbackFailed": return `deployment ${id} was stopped, but its rollback ${back.id} ended ${back.deployment.status}.`;
		case "none": return ended === "stopped" ? `deployment ${id} was stopped where it stood.` : `deployment ${id} had already ended: ${status}.`;
	}
}
/** A call failed for good while the deployment ran: what can't be watched must not go on. */
async function giveUp(pursuit, error) {
	const { engine, id, startedAt, watch: order, world } = pursuit;
	const said = error instanceof Error ? error.message : String(error);
	const advice = error instanceof CutoverError ? error.fix : "Running the job again is safe.";
	const seen = {
		...nothingRestored(world, startedAt),
		kind: "failed",
		deploymentId: id,
		findings: error instanceof CutoverError ? error.findings : []
	};
	if (error instanceof ExpiredCredentialsError) {
		settle(world);
		return {
			...seen,
			what: `The AWS credentials have expired while deployment ${id} was followed; it goes on in AWS without this job.`,
			fix: `Run the job again, with new credentials: it follows that deployment instead of starting another. To stop it instead: ${engine.commandToStop(id)}\n${error.fix}`
		};
	}
	if (!(error instanceof CutoverError)) world.progress.report({
		type: "warning",
		what: `Unexpected: ${said}`
	});
	try {
		if (!pursuit.isStopped) await pursuit.stopAndRollBack();
		const { deployment, back } = await engine.followBack(id, { intervalMs: order.intervalMs });
		const ended = {
			...seen,
			what: `Lost sight of deployment ${id} (${said}); ${farewell(deployment, order, back)}`,
			fix: deployment.ended === "succeeded" ? `${pursuit.label} is deployed, and its health was not proven. Run verify-target-health, and roll back if in doubt. ${advice}` : advice,
			status: deployment.status,
			endedAt: world.clock.now()
		};
		if (back.kind === "none") return ended;
		return back.kind === "rolledBack" ? {
			...ended,
			kind: "rolledBack",
			rolledBack: true,
			rollbackDeploymentId: back.id
		} : {
			...ended,
			rollbackDeploymentId: back.id
		};
	} catch {
		if (world.signal.aborted) return await cancel(pursuit);
		if (pursuit.hadEnded) return {
			...seen,
			what: `Lost sight of deployment ${id}, which was over when it was to be stopped: ${said}`,
			fix: `How it ended is not known. Look at the deployment in the console, and run verify-target-health to prove what serves. ${advice}`
		};
		if (pursuit.isStopped) return {
			...seen,
			what: `Lost sight of deployment ${id}, which was told to stop and roll back: ${said}`,
			fix: `How the rollback ended is not known; ${engine.name} finishes it without this job. Look at the deployment in the console before running the job again. ${advice}`
		};
		return {
			...seen,
			what: `Lost sight of deployment ${id}: ${said}`,
			fix: `It may still be running, and whether it could be stopped is not known. ${advice} To stop it: ${engine.commandToStop(id)}`
		};
	}
}

// packages/steps/lib/deployment/follow.js
/** Polls for which a serving revision other than the deployed one may be a stale answer. */
const STALE_POLLS = 6;
/** How long a last look is tried again when AWS can't be reached at the deadline. */
const LAST_LOOK_MS = 3e4;
/** Between two assurances that nothing changed, in milliseconds. */
const REASSURANCE_MS = 6e4;
/** How long the engine may not know a deployment after its creation (eventual consistency), in milliseconds. */
const UNKNOWN_MS = 6e4;
/** A right that is missing for looking is named; what the engine did is not taken back for it. */
const SEEN_BY_ENGINE_ALONE = { kind: "settled" };
/**
* Follows one deployment until it is decided, and reports every change once.
* @throws the signal's reason when the step is cancelled; errors of the AWS calls
*/
async function follow(world, engine, lookout, expected, options, proof) {
	const { clock, progress, signal } = world;
	const { id } = lookout;
	const deadline = options.startedAt + options.budget.totalMs;
	const followedSince = clock.now();
	let unproven = 0;
	let blind = false;
	let reassuredAt = clock.now();
	const result = await wait(async () => {
		const before = lookout.newest;
		const next = await abortable(signal, lookout.look()).catch((error) => {
			if (before === void 0 && lookout.isUnknown(error) && clock.now() - followedSince < UNKNOWN_MS) return void 0;
			throw error;
		});
		if (next === void 0) return {
			state: "pending",
			reason: `${engine.name} does not know ${id} yet`
		};
		const changes = deploymentChanges(before, next);
		for (const change of changes) progress.report(change);
		if (changes.length > 0) reassuredAt = clock.now();
		const seen = next.progress;
		const verdict = judgeDeployment(seen, expected);
		const reached = verdict.kind === "reached";
		if (expected.waitUntil !== "ready" && hasShiftedWholly(seen) && (reached || verdict.kind === "pending")) {
			const proven = blind ? SEEN_BY_ENGINE_ALONE : await abortable(signal, proof.look(expectedOf(next, engine.answeredAt()), reached)).catch((error) => {
				if (!(error instanceof AccessDeniedError)) throw error;
				blind = true;
				progress.report({
					type: "warning",
					what: `Whether healthy targets get production’s requests could not be seen: ${error.message}`,
					fix: error.fix
				});
				return SEEN_BY_ENGINE_ALONE;
			});
			if (proven.kind === "sick" || proven.kind === "misrouted") return {
				state: "done",
				value: {
					...proven,
					look: next
				}
			};
			if (proven.kind === "pending") return {
				state: "pending",
				reason: proven.reason
			};
		}
		if (verdict.kind === "pending") return {
			state: "pending",
			reason: verdict.reason
		};
		if (verdict.kind === "unproven" && ++unproven < 6) return {
			state: "pending",
			reason: "the deployed revision is not yet reported as serving"
		};
		return {
			state: "done",
			value: {
				kind: verdict.kind,
				verdict,
				look: next
			}
		};
	}, {
		clock,
		signal,
		deadline,
		intervalMs: options.intervalMs,
		jitter: lookout.jitter,
		lastLookMs: LAST_LOOK_MS,
		onPending: (reason, waitedMs) => {
			if (clock.now() - reassuredAt < REASSURANCE_MS) return;
			reassuredAt = clock.now();
			progress.report({
				type: "still.waiting",
				what: reason,
				seconds: Math.round(waitedMs / 1e3),
				budgetSeconds: Math.round(options.budget.totalMs / 1e3)
			});
		}
	});
	if (result.kind === "done") return result.value;
	if (lookout.newest === void 0) throw new Error("a wait ends with at least one look");
	return {
		...result,
		look: lookout.newest
	};
}
function expectedOf(look, now) {
	const { progress, replacement, service } = look;
	return {
		shiftedAt: progress.shiftedAt ?? now,
		now,
		desired: replacement?.desired ?? service.desired,
		targetGroup: replacement?.targetGroup
	};
}

// packages/steps/lib/deployment/headline.js
/** Why a deployment ended without success, with what its tasks said. */
function reason(order, words, { deployment, stages }, evidence, endedBy) {
	const what = `Deployment ${deployment.id} of ${formatRevision(order.revision)}`;
	if (endedBy !== "itself") return `${what} ${deployment.ended === "succeeded" ? "was to be stopped, and had finished already," : "was stopped by Cutover"} because ${sentence(endedBy.because)} ${sentence(evidence.stops)}`.trim();
	const { error } = deployment;
	const said = error === void 0 ? "" : ` (${[error.code, error.message].filter(Boolean).join(": ")})`;
	return `${what} ${words.ended(deployment, stages)}${said}. ${sentence(evidence.stops)}`.trim();
}
/** Where that left production. */
function fate(back, order, now, words, deployment) {
	const old = formatRevision(order.previous);
	switch (back.kind) {
		case "rolledBack": return now === order.previous ? `Rolled back: ${old} serves.` : `Rollback ${back.id} succeeded, yet ${label(now)} serves.`;
		case "rollbackFailed": return `The rollback ${back.id} ended ${back.deployment.status}${back.deployment.error === void 0 ? "" : ` (${back.deployment.error.message})`}; ${label(now)} is PRIMARY.`;
		case "rollbackUnfinished": return `The rollback ${back.id} is still ${back.status}; ${label(now)} is PRIMARY.`;
		case "none": return words.leftStanding?.(deployment, now) ?? (now === order.previous ? `Users never left ${old}.` : `There was no rollback; ${label(now)} is PRIMARY.`);
	}
}
/** Fix for it. */
function advice(back, order, deployment, now, words) {
	const { id, supersededBy } = deployment;
	if (supersededBy !== void 0) return "Another deployment came in between. Run this job again if this version is the one that should serve.";
	if (back.kind === "none" && words.leftStanding?.(deployment, now) !== void 0) return `Deploy ${formatRevision(order.previous)} again so that it alone serves. Then mend the cause and deploy.`;
	if (now === order.previous && (back.kind === "rolledBack" || back.kind === "none")) return "Production is on the old version. Mend the cause and deploy again.";
	return `Check at once what serves: ${label(now)} is PRIMARY of service ${order.service}. Deployment ${id} did not go back by itself; ${words.goBack(formatRevision(order.previous))}.`;
}
/** Result of a deployment that succeeded. */
function success(order, words, { id }) {
	const what = `${formatRevision(order.revision)} by deployment ${id}`;
	switch (order.waitUntil) {
		case "ready": return `${what} is ready: its tasks run, and the shift waits to be continued (mode: continue with deployment-id: ${id}; mode: stop takes it back).`;
		case "traffic-shifted": return `${what} serves all traffic.`;
		case "completed": return `${what} serves all traffic, and ${words.oldTasksTerminated}.`;
	}
}
function sentence(text) {
	return text === "" ? "" : `${text.replace(/\.$/, "")}.`;
}
function label(revision) {
	return revision === void 0 ? "no revision" : formatRevision(revision);
}
function minutes(ms) {
	return ms < 6e4 ? `${Math.round(ms / 1e3)} s` : `${Math.round(ms / 6e4)} min`;
}

// packages/steps/lib/deployment/gate-command.js
/** Whether a command on the runner ends with 0. Its variables say what to test. */
async function askCommand(world, order, { awsCredentials, command, url, limitMs }, id) {
	const { clock, commands, files, progress, signal } = world;
	const [file = "", ...args] = command;
	const begun = clock.now();
	const patience = new AbortController();
	progress.report({
		type: "command.started",
		file,
		args
	});
	const running = commands.run(file, args, {
		cwd: files.resolve("."),
		env: {
			CUTOVER_DEPLOYMENT_ID: id,
			CUTOVER_TASK_DEFINITION_ARN: order.revision,
			CUTOVER_PREVIOUS_TASK_DEFINITION_ARN: order.previous,
			CUTOVER_CLUSTER: order.cluster,
			CUTOVER_SERVICE: order.service,
			...url === void 0 ? {} : { CUTOVER_TEST_URL: url }
		},
		allowed: { awsCredentials },
		signal: AbortSignal.any([signal, patience.signal]),
		onLine: (text) => {
			progress.report({
				type: "log.line",
				source: "gate",
				text,
				timestamp: clock.now()
			});
		}
	});
	const result = await Promise.race([abortable(signal, running).catch(notRun), clock.sleep(limitMs, AbortSignal.any([signal, patience.signal])).then(() => void 0)]).finally(() => {
		patience.abort(/* @__PURE__ */ new Error("the gate is decided"));
		running.catch(() => void 0);
	});
	const line = joinShellWords(command);
	if (result instanceof ConfigurationError) {
		const said = `the command gate could not be run: ${result.message} ${result.fix}`;
		return {
			kind: "refused",
			reason: `${said[0]?.toUpperCase() ?? ""}${said.slice(1)}`,
			because: said
		};
	}
	if (result === void 0) {
		const said = `command gate ${line} was still running after ${minutes(clock.now() - begun)}`;
		return {
			kind: "refused",
			reason: `The ${said}.`,
			because: `the ${said}`
		};
	}
	if (result.exitCode === 0) return {
		kind: "passed",
		reason: `The command gate passed: ${line} ended with exit code 0.`
	};
	const last = world.showLogs === "none" ? "" : result.tail.slice(-3).join(" / ");
	const said = `command gate ${line} ended with exit code ${result.exitCode}${last === "" ? "" : `: ${last}`}`;
	return {
		kind: "refused",
		reason: `The ${said}.`,
		because: `the ${said}`
	};
}
/** A command that is not there says nothing about the new version, and nothing proves it. */
function notRun(error) {
	if (error instanceof ConfigurationError) return error;
	throw error;
}

// packages/steps/lib/deployment/gate-health.js
/** Looks in a row that have to find everything healthy. */
const LOOKS = 2;
/** Whether all targets of the replacement are healthy, each of them a task of our revision, behind the test listener. */
async function askHealth(world, engine, order, gate, id) {
	const { clock, progress, signal } = world;
	let inARow = 0;
	let shown = "";
	let seen = "";
	const result = await wait(async () => {
		const verdict = await abortable(signal, look(world, engine, order, gate, id));
		const [group] = verdict.groups;
		const picture = JSON.stringify(group?.targets.map(({ id: target, state }) => [target, state]));
		if (group?.targetGroup !== void 0 && picture !== shown) {
			shown = picture;
			progress.report({
				type: "target.health",
				targetGroup: groupName(group.targetGroup),
				healthy: group.healthy,
				wanted: group.targets.length,
				targets: group.targets
			});
		}
		seen = verdict.reason;
		inARow = verdict.ok ? inARow + 1 : 0;
		return inARow >= LOOKS ? {
			state: "done",
			value: void 0
		} : {
			state: "pending",
			reason: verdict.reason
		};
	}, {
		clock,
		signal,
		deadline: clock.now() + gate.limitMs,
		intervalMs: order.intervalMs
	});
	if (result.kind === "done") return {
		kind: "passed",
		reason: `The health gate passed: ${seen}.`
	};
	const said = `the health gate did not pass within ${minutes(result.waitedMs)}: ${result.reason}`;
	return {
		kind: "refused",
		reason: `${said[0]?.toUpperCase() ?? ""}${said.slice(1)}.`,
		because: said
	};
}
async function look({ aws }, engine, order, { testListener, targetGroups }, id) {
	const service = await aws.services.describe(order.cluster, order.service);
	const replacement = service === void 0 ? void 0 : engine.replacement(id, service);
	const blue = service === void 0 ? void 0 : servingTasks(service).loadBalancers[0]?.targetGroupArn;
	const green = replacement?.targetGroup ?? targetGroups.find((arn) => arn !== blue);
	if (service === void 0 || green === void 0) return {
		ok: false,
		reason: engine.words.replacementUnknown,
		warmingUp: true,
		groups: []
	};
	const [listener, health, tasks] = await Promise.all([
		testListener === void 0 ? void 0 : aws.loadBalancing.listener(testListener),
		aws.loadBalancing.health(green),
		aws.serviceTasks.running(order.cluster, order.service)
	]);
	return judgeTargets({
		entrances: [{
			listeners: [listener ?? directTo(green)],
			candidates: targetGroups,
			wanted: green
		}],
		health: new Map(health === void 0 ? [] : [[green, health]]),
		tasks
	}, {
		revision: order.revision,
		minHealthy: Math.max(replacement?.desired ?? service.desired, 1),
		listenerName: "test listener"
	});
}

// packages/steps/lib/deployment/gate-http.js
/** Good answers in a row that are wanted. */
const ANSWERS = 2;
/** Whether the replacement answers as it should through the test listener. */
async function askHttp(world, order, { url, statuses, limitMs }) {
	const { clock, progress, signal } = world;
	const wanted = {
		url,
		hostHeader: void 0,
		expected: {
			statuses,
			body: void 0,
			headers: [],
			maxLatencyMs: void 0
		},
		count: 1,
		concurrency: 1
	};
	let inARow = 0;
	const result = await wait(async () => {
		const round = await probe(wanted, world);
		progress.report({
			type: "probe.answered",
			url,
			status: round.status,
			ok: round.ok,
			milliseconds: round.slowestMs
		});
		inARow = round.ok ? inARow + 1 : 0;
		return inARow >= ANSWERS ? {
			state: "done",
			value: round.status
		} : {
			state: "pending",
			reason: round.complaint ?? `${url} answered ${round.status}`
		};
	}, {
		clock,
		signal,
		deadline: clock.now() + limitMs,
		intervalMs: order.intervalMs
	});
	if (result.kind === "done") return {
		kind: "passed",
		reason: `The http gate passed: ${url} answered ${result.value}.`
	};
	const said = `http gate did not pass within ${minutes(result.waitedMs)}: ${result.reason}`;
	return {
		kind: "refused",
		reason: `The ${said}.`,
		because: `the ${said}`
	};
}

// packages/steps/lib/deployment/watch-ready.js
/** Resolves when the deployment waits to be continued no longer, or when its tasks keep failing meanwhile. */
async function watchReady({ clock, progress, signal }, lookout, expected, intervalMs) {
	const result = await wait(async () => {
		const before = lookout.newest;
		const look = await abortable(signal, lookout.look());
		for (const change of deploymentChanges(before, look)) progress.report(change);
		const { deployment, progress: seen } = look;
		if (seen.phase !== "ready") return {
			state: "done",
			value: {
				kind: "overtaken",
				status: deployment.status
			}
		};
		return judgeDeployment(seen, {
			...expected,
			waitUntil: "traffic-shifted"
		}).kind === "crashLoop" ? {
			state: "done",
			value: {
				kind: "crashLoop",
				look
			}
		} : {
			state: "pending",
			reason: `deployment ${lookout.id} waits to be continued`
		};
	}, {
		clock,
		signal,
		deadline: Number.POSITIVE_INFINITY,
		intervalMs
	});
	return result.kind === "done" ? result.value : {
		kind: "overtaken",
		status: "Ready"
	};
}

// packages/steps/lib/deployment/gate.js
/**
* Asks the gate, as long as the deployment waits to be continued.
* @throws the signal's reason when the step is cancelled; errors of the AWS calls
*/
async function passGate(world, engine, order, gate, lookout) {
	if (gate.kind === "open") return {
		kind: "passed",
		reason: ""
	};
	const decided = new AbortController();
	const inner = {
		...world,
		signal: AbortSignal.any([world.signal, decided.signal])
	};
	const asked = ask(inner, engine, order, gate, lookout.id);
	const watched = watchReady(inner, lookout, order, order.intervalMs);
	try {
		return await Promise.race([asked, watched]);
	} finally {
		decided.abort(/* @__PURE__ */ new Error("the gate is decided"));
		for (const one of [asked, watched]) one.catch(() => void 0);
	}
}
async function ask(world, engine, order, gate, id) {
	switch (gate.kind) {
		case "health": return await askHealth(world, engine, order, gate, id);
		case "http": return await askHttp(world, order, gate);
		case "command": return await askCommand(world, order, gate, id);
	}
}

// packages/steps/lib/deployment/carry-out.js
/**
* Follows a created deployment to its end, takes back what fails, and says how it ended. Whatever happens, production is
* on one revision or on its way back to the old one, or the conclusion says that it is not.
* @param before service as observed just before creation; omit for an adopted deployment
*/
async function carryOut(pursuit, before) {
	const { world, engine, watch, id, startedAt } = pursuit;
	const deployed = {
		cluster: watch.cluster,
		service: watch.service
	};
	const lookout = engine.watch(id, watch.intervalMs, before);
	const options = {
		budget: watch.budget,
		intervalMs: watch.intervalMs,
		startedAt
	};
	const proof = new ProductionProof(world, deployed, watch.production, watch.revision);
	try {
		if (before !== void 0) await world.clock.sleep(watch.intervalMs, world.signal);
		if (watch.gate !== void 0) {
			const gated = watch.gate.kind !== "open";
			const waiting = await follow(world, engine, lookout, {
				...watch,
				waitUntil: "ready",
				gated
			}, options, proof);
			const refused = waiting.kind === "reached" ? await open(pursuit, watch.gate, lookout, waiting.look) : await conclude(pursuit, waiting);
			if (refused !== void 0) return refused;
		}
		return await conclude(pursuit, await follow(world, engine, lookout, watch, options, proof));
	} catch (error) {
		return world.signal.aborted ? await cancel(pursuit) : await giveUp(pursuit, error);
	}
}
/** Lets the shift begin when the gate allows it, and takes the deployment back when it doesn't; undefined: go on. */
async function open(pursuit, gate, lookout, look) {
	const { engine, id, watch, world } = pursuit;
	const { progress } = world;
	if (look.progress.phase !== "ready") {
		if (gate.kind !== "open") progress.report({
			type: "warning",
			what: `Deployment ${id} is ${look.deployment.status} and waits for nobody: it was continued before the ${gate.kind} gate could be asked.`
		});
		return;
	}
	const verdict = await passGate(world, engine, watch, gate, lookout);
	switch (verdict.kind) {
		case "passed": {
			const answer = await engine.continue(id);
			progress.report({
				type: "note",
				text: `${verdict.reason} ${answer === "continued" ? `Deployment ${id} is continued.` : `Deployment ${id} waits no longer.`}`.trim()
			});
			return;
		}
		case "overtaken":
			progress.report({
				type: "warning",
				what: `Deployment ${id} became ${verdict.status} before the ${gate.kind} gate was decided.`
			});
			return;
		case "crashLoop": return await stopCrashing(pursuit, verdict.look);
		case "refused":
			progress.report({
				type: "warning",
				what: `${verdict.reason} Deployment ${id} is stopped and rolled back.`,
				inSections: true
			});
			await pursuit.stopAndRollBack();
			return await taken(pursuit, look, { because: verdict.because });
	}
}
async function conclude(pursuit, followed) {
	const { engine, id, label, startedAt, watch: order, world } = pursuit;
	const { look } = followed;
	const known = {
		...nothingKnown(world, startedAt),
		deploymentId: id,
		status: look.deployment.status,
		shiftedAt: look.progress.shiftedAt
	};
	const seen = {
		...nothingRestored(world, startedAt),
		...known
	};
	switch (followed.kind) {
		case "reached":
			settle(world);
			return {
				...known,
				kind: "succeeded",
				what: success(order, engine.words, look.deployment),
				summary: [],
				endedAt: world.clock.now()
			};
		case "timedOut":
			if (order.isEndless === true && followed.unseenMs === 0) return await stopEndless(pursuit, followed);
			settle(world);
			return {
				...seen,
				...await explained(world, look),
				kind: "timedOut",
				what: stillRunning(pursuit, followed),
				fix: `Waited as long as ${order.budget.reason} allows; it was left running. ${followed.unseenMs === 0 ? "Watch" : "Look at"} it in the console, or go back with: ${engine.commandToStop(id)}`,
				endedAt: world.clock.now()
			};
		case "superseded":
		case "unproven": {
			settle(world);
			const now = look.progress.serving;
			const found = now === void 0 ? "nothing" : formatRevision(now);
			return {
				...seen,
				kind: "failed",
				superseded: followed.kind === "superseded",
				what: `Deployment ${id} reached ${order.waitUntil}, but ${found} serves production, not ${label}.`,
				fix: followed.kind === "superseded" ? "Another deployment came in between. Run this job again if this version is the one that should serve." : engine.words.lookAtTasks,
				endedAt: world.clock.now()
			};
		}
		case "sick": return await stopSick(pursuit, followed);
		case "misrouted":
			settle(world);
			return {
				...seen,
				kind: "failed",
				what: `Deployment ${id} reached ${order.waitUntil}, but production’s requests do not reach ${label}: ${followed.reason}.`,
				fix: engine.words.changedByOthers,
				endedAt: world.clock.now()
			};
		case "crashLoop": return await stopCrashing(pursuit, look);
		case "ended": return await taken(pursuit, look, "itself");
	}
}
/** Nothing but this step ends the deployment, and its time is over. */
async function stopEndless(pursuit, { look, reason: why, waitedMs }) {
	const { id, label, watch: order, world } = pursuit;
	const because = `it had not reached ${order.waitUntil} after ${minutes(waitedMs)}, and AWS never gives it up by itself: ${why}`;
	world.progress.report({
		type: "warning",
		what: `Deployment ${id} of ${label} is stopped and rolled back, because ${because}.`,
		inSections: true
	});
	await pursuit.stopAndRollBack();
	return await taken(pursuit, look, { because });
}
/** Facts about a deployment when the wait for it has run out; in an outage only those from before it. */
function stillRunning({ id, label }, { look, reason: why, unseenMs, waitedMs }) {
	return unseenMs === 0 ? `Deployment ${id} of ${label} is still running in AWS after ${minutes(waitedMs)}: ${why}.` : `How deployment ${id} of ${label} stands is not known after ${minutes(waitedMs)}: it was ${look.deployment.status} when AWS last answered, ${minutes(unseenMs)} ago. ${why}`;
}
/** Its tasks keep failing: waiting on would change nothing about that. */
async function stopCrashing(pursuit, look) {
	const { id, label, world } = pursuit;
	const failed = look.failedTasks.length;
	world.progress.report({
		type: "warning",
		what: `${failed} tasks of ${label} have failed; deployment ${id} is stopped and rolled back.`,
		inSections: true
	});
	await pursuit.stopAndRollBack();
	return await taken(pursuit, look, { because: `${failed} of its tasks failed` });
}
/** Traffic has shifted to targets that do not serve: users get the old version back as long as it is there. */
async function stopSick(pursuit, { look, reason: why, targets }) {
	const { engine, id, label, startedAt, watch: order, world } = pursuit;
	const because = `${label} does not serve production: ${why}`;
	if (look.deployment.ended === void 0) {
		world.progress.report({
			type: "warning",
			what: `${because}. Deployment ${id} is stopped and rolled back.`,
			inSections: true
		});
		await pursuit.stopAndRollBack();
		return await taken(pursuit, look, { because }, targets);
	}
	settle(world);
	return {
		...nothingRestored(world, startedAt),
		...await explained(world, look, targets),
		kind: "failed",
		what: `Deployment ${id} is ${look.deployment.status}, but ${because}.`,
		fix: engine.words.oldTasksGone(formatRevision(order.previous)),
		deploymentId: id,
		status: look.deployment.status,
		shiftedAt: look.progress.shiftedAt,
		endedAt: world.clock.now()
	};
}
/** Follows the way back of a deployment that failed or was stopped. */
async function taken(pursuit, look, endedBy, targets = []) {
	const { engine, id, startedAt, watch: order, world } = pursuit;
	const [evidence, { deployment, back }] = await Promise.all([gatherEvidence(world, look, targets), engine.followBack(id, {
		intervalMs: order.intervalMs,
		replaced: look.hasInstalled
	})]);
	settle(world);
	const why = reason(order, engine.words, {
		deployment,
		stages: look.stages
	}, evidence, endedBy);
	const now = await servingAfter(pursuit, back);
	const superseded = deployment.supersededBy !== void 0 || now !== void 0 && now !== order.previous && now !== order.revision;
	const ended = {
		...nothingRestored(world, startedAt),
		what: `${why} ${fate(back, order, now, engine.words, deployment)}`,
		fix: advice(back, order, deployment, now, engine.words),
		findings: evidence.findings,
		summary: evidence.sections,
		deploymentId: id,
		status: deployment.status,
		superseded,
		shiftedAt: look.progress.shiftedAt,
		endedAt: world.clock.now()
	};
	if (back.kind === "none") return {
		...ended,
		kind: "failed"
	};
	return back.kind === "rolledBack" && now === order.previous ? {
		...ended,
		kind: "rolledBack",
		rolledBack: true,
		rollbackDeploymentId: back.id
	} : {
		...ended,
		kind: "failed",
		rollbackDeploymentId: back.id
	};
}
/** Revision that serves in production; right after a rollback ECS may still report the one before. */
async function servingAfter({ engine, watch: order, world: { aws, clock, signal } }, back) {
	for (let poll = 0;; poll++) {
		const service = await aws.services.describe(order.cluster, order.service);
		const now = service === void 0 ? void 0 : engine.serving(service);
		if (back.kind !== "rolledBack" || now === order.previous || poll >= 6) return now;
		await clock.sleep(order.intervalMs, signal);
	}
}
async function explained(world, look, targets = []) {
	const { findings, sections } = await gatherEvidence(world, look, targets);
	return {
		findings,
		summary: sections
	};
}

// packages/steps/lib/deployment/await-end.js
/** Waits until a deployment that another run made has ended. */
async function awaitEnd(world, engine, id, options) {
	const { clock, progress, signal } = world;
	let status = "";
	return (await wait(async () => {
		const deployment = await engine.get(id);
		if (deployment.status !== status) {
			status = deployment.status;
			progress.report({
				type: "deployment.status",
				id,
				status
			});
		}
		if (deployment.ended !== void 0) return {
			state: "done",
			value: void 0
		};
		await options.onLook?.(deployment);
		return {
			state: "pending",
			reason: `deployment ${id} is ${status}`
		};
	}, {
		clock,
		signal,
		deadline: options.deadline,
		intervalMs: options.intervalMs
	})).kind === "done" ? "ended" : "timedOut";
}

export { Pursuit as i, carryOut as n, cancelCreation as r, awaitEnd as t };