import { $r as reasonOf, Ar as InvalidInput, Hr as quoted, Jr as ConfigurationError, Wr as AccessDeniedError, Yr as CutoverError, ct as traceOf, dr as formatRevision, kr as isSuccess, lt as duringDeployment, mn as servingTasks, nt as service, pn as servingRevision, qt as wait } from "./base-D7WWzZYD.js";
import { n as requireHere, t as cleanUpAll } from "./clean-up-2m7US7l4.js";
import { n as productionOf, t as ProductionProof } from "./production-BR5-woBc.js";
import { t as savedJson } from "./saved-state-CKdKk1Bl.js";
import { c as engineProblems, f as readEngineOptions, i as afterKill, l as findEngine, n as ENGINES, p as requireService, t as ALL_ENGINES } from "./engine-for-D1EozosH.js";
import { i as Pursuit, n as carryOut, r as cancelCreation, t as awaitEnd } from "./await-end-WO6ZmcEq.js";
import { t as abortable } from "./abortable-SaCZFqUW.js";
import { n as environmentOf, r as requireName, t as describeService } from "./environment-tyOuLSsV.js";
import { a as rulesOf, n as closeWindow, o as windowOf, r as isOwnedByRun, s as TAGS, t as userListeners } from "./user-listeners-DVUNwyhL.js";
import { a as restore, c as readMark, o as leftBehind, s as mark, t as takeAwayLeftovers } from "./take-away-Cgx44Dem.js";
import { t as checkCredentials } from "./credentials-CgtXOm7O.js";
import { i as tellVersions, r as tellPages, t as commitOf } from "./told-versions-u_lx0aRJ.js";
import { t as inputs } from "./inputs-BBWYVgMx.js";

// packages/steps/lib/deploy/outputs.js
/** Outputs of every action that deploys a service. */
const OUTPUTS = {
	"deployment-id": "string",
	"codedeploy-deployment-id": "string",
	"deployment-status": "string",
	"rolled-back": "boolean",
	"rollback-deployment-id": "string",
	"previous-task-definition-arn": "string",
	"task-definition-arn": "string",
	superseded: "boolean",
	"traffic-shifted-at": "string",
	"duration-seconds": "number",
	/** JSON: one object a service, when there are several. */
	services: "string"
};
/** Outputs of a run that made no deployment. */
function quiet(startedAt, now) {
	return {
		"rolled-back": false,
		superseded: false,
		"duration-seconds": Math.round((now - startedAt) / 100) / 10
	};
}
/** How the step ended, from how its deployment ended. */
function outcomeOf(order, conclusion, engine) {
	const { what, summary, deploymentId: id } = conclusion;
	const amiss = conclusion.kind === "succeeded" ? void 0 : conclusion;
	const named = id === void 0 ? void 0 : engine.named(id);
	const back = amiss?.rollbackDeploymentId;
	const outputs = {
		"deployment-id": named,
		"codedeploy-deployment-id": named,
		"deployment-status": conclusion.status,
		"rolled-back": amiss?.rolledBack ?? false,
		"rollback-deployment-id": back === void 0 ? void 0 : engine.named(back),
		"previous-task-definition-arn": order.previous,
		"task-definition-arn": order.revision,
		superseded: amiss?.superseded ?? false,
		"traffic-shifted-at": conclusion.shiftedAt === void 0 ? void 0 : new Date(conclusion.shiftedAt).toISOString(),
		"duration-seconds": Math.round((conclusion.endedAt - conclusion.startedAt) / 100) / 10
	};
	if (amiss === void 0) return {
		kind: "succeeded",
		what,
		summary,
		outputs
	};
	const { kind, fix, findings } = amiss;
	return {
		kind,
		what,
		fix,
		findings,
		summary,
		outputs,
		...id === void 0 ? {} : { link: engine.link(id) }
	};
}

// packages/steps/lib/deployment/prove-serving.js
/** Judges what serves now, without a shift: one look suffices when all is well. */
async function proveServing(world, engine, observed, revision, intervalMs) {
	const { clock, signal } = world;
	const { environment, service } = observed;
	const tasks = service === void 0 ? void 0 : servingTasks(service);
	const production = productionOf(observed, service?.graceSeconds ?? 0);
	const proof = new ProductionProof(world, environment, production, revision);
	const shiftedAt = engine.answeredAt() - production.settling.settleMs;
	const result = await wait(async () => {
		const verdict = await proof.look({
			shiftedAt,
			now: engine.answeredAt(),
			desired: tasks?.desired ?? 0,
			targetGroup: tasks?.loadBalancers[0]?.targetGroupArn
		}, true);
		return verdict.kind === "pending" ? {
			state: "pending",
			reason: verdict.reason
		} : {
			state: "done",
			value: verdict
		};
	}, {
		clock,
		signal,
		deadline: clock.now() + production.settling.recoveryMs,
		intervalMs
	});
	return result.kind === "done" ? result.value : {
		kind: "pending",
		reason: result.reason
	};
}

// packages/steps/lib/scaling/hold.js
/** State that `post:` finds. */
const HELD = "scaling-held";
const RESTORED = "scaling-restored";
/** Beyond the deployment's budget: how long a way back may take, and the runner's own delays. */
const GRACE_MS$1 = 36e5;
/** Keeps an ECS service from being scaled in while it is deployed, and brings the exact state from before back. */
var ScalingHold = class {
	#world;
	#enabled;
	#service;
	#held;
	constructor(world, enabled) {
		this.#world = world;
		this.#enabled = enabled;
	}
	/** Names the service, so that what an earlier run left can be restored although nothing is deployed. */
	of(service) {
		this.#service = {
			cluster: service.cluster,
			service: service.service
		};
	}
	/**
	* Suspends scaling in. The state from before is remembered before anything changes.
	* @param budgetMs how long the deployment may take; some time later the suspension has no owner any more
	* @throws CutoverError before anything changed
	*/
	async suspend(budgetMs) {
		const service = this.#service;
		if (!this.#enabled || service === void 0 || this.#held !== void 0) return;
		const { aws, progress } = this.#world;
		const target = await aws.scaling.describe(service.cluster, service.service);
		if (target === void 0) {
			progress.report({
				type: "note",
				text: `Nothing scales service ${service.service}: it has no scalable target, so nothing is suspended.`
			});
			return;
		}
		const left = await leftBehind(this.#world, target);
		const before = left === void 0 ? target.suspended : {
			...target.suspended,
			in: left.before.in
		};
		if (before.in) {
			progress.report({
				type: "note",
				text: `Scaling in of service ${service.service} is suspended already, and stays so after the deployment.`
			});
			return;
		}
		this.#held = {
			...service,
			before
		};
		this.#world.remember(HELD, JSON.stringify(this.#held));
		const until = this.#world.clock.now() + budgetMs + GRACE_MS$1;
		await mark(this.#world, target.arn, before, until);
		if (left !== void 0) progress.report({
			type: "note",
			text: `An earlier run had suspended scaling in of service ${service.service} and did not come to its end; the state from before it will be restored.`
		});
		if (!target.suspended.in) await aws.scaling.suspend(service.cluster, service.service, duringDeployment(before));
		progress.report({
			type: "note",
			text: `Scaling in of service ${service.service} (${target.minimum} to ${target.maximum} tasks) is suspended during the deployment; scaling out goes on.`
		});
	}
	/** State to restore at the end; `heal`: also the leftovers of an earlier run. */
	async restore(heal) {
		if (!this.#enabled) return void 0;
		const held = this.#held ?? (heal ? await this.#left() : void 0);
		if (held === void 0) return void 0;
		const problem = await restore(this.#world, held);
		if (problem === void 0) {
			this.#held = void 0;
			this.#world.remember(RESTORED, "true");
		}
		return problem;
	}
	async #left() {
		const service = this.#service;
		if (service === void 0) return void 0;
		const { aws, progress } = this.#world;
		try {
			const target = await aws.scaling.describe(service.cluster, service.service);
			const left = target === void 0 ? void 0 : await leftBehind(this.#world, target);
			if (target === void 0 || left === void 0) return void 0;
			return {
				...service,
				before: {
					...target.suspended,
					in: left.before.in
				}
			};
		} catch (error) {
			progress.report({
				type: "warning",
				what: `Whether an earlier run left scaling of service ${service.service} suspended could not be seen: ${reasonOf(error)}`
			});
			return;
		}
	}
};
/**
* Does `act` and restores scaling whatever becomes of it. An outcome that left scaling suspended is no success.
* @param enabled the input suspend-auto-scaling, and no dry run
*/
async function withScalingHold(world, enabled, act) {
	const hold = new ScalingHold(world, enabled);
	let outcome;
	try {
		outcome = await act(hold);
	} catch (error) {
		const problem = await hold.restore(false);
		if (problem !== void 0) world.progress.report({
			type: "warning",
			what: problem.what,
			fix: problem.fix
		});
		throw error;
	}
	const problem = await hold.restore(outcome.kind === "unchanged");
	if (problem === void 0) return outcome;
	const { outputs, what, summary = [] } = outcome;
	const told = `${what} But ${problem.what}`;
	if (!isSuccess(outcome)) {
		const { fix } = outcome;
		return {
			...outcome,
			what: told,
			fix: `${fix}\n${problem.fix}`
		};
	}
	return {
		kind: "failed",
		what: told,
		fix: problem.fix,
		findings: [],
		outputs,
		summary
	};
}
/** `post:`: restores what a killed run held. @throws ConfigurationError when scaling may still be suspended */
async function restoreAfterKill(remembered, world) {
	const { [HELD]: text, [RESTORED]: restored } = remembered;
	if (text === void 0 || restored === "true") return;
	const held = savedJson(HELD, text, isHeld);
	if (await isOfAnotherRun(world, held)) return;
	const problem = await restore(world, held);
	if (problem !== void 0) throw new ConfigurationError({
		...problem,
		what: `The step was killed, and ${problem.what}`
	});
	world.progress.report({
		type: "warning",
		what: `The step was killed; scaling of service ${held.service} is as it was before the deployment.`
	});
}
function isHeld(value) {
	const { before, cluster, service } = value ?? {};
	return typeof cluster === "string" && typeof service === "string" && [
		"in",
		"out",
		"scheduled"
	].every((kind) => typeof before?.[kind] === "boolean");
}
/** Whether another run has taken the suspension over, and restores it. What can't be seen is taken for ours. */
async function isOfAnotherRun(world, { cluster, service }) {
	try {
		const target = await world.aws.scaling.describe(cluster, service);
		const now = target === void 0 ? void 0 : await readMark(world, target);
		return now?.runUrl !== void 0 && now.runUrl !== world.run.runUrl;
	} catch {
		return false;
	}
}

// packages/steps/lib/deployment/test-address.js
/**
* Where the replacement answers before the shift: the stack's test address, else that of the test listener.
* @param needed without it a missing permission is no reason to fail
*/
async function testAddress({ aws, progress }, environment, listener, needed) {
	if (environment.testUrl !== void 0) return environment.testUrl;
	if (listener === void 0) return void 0;
	try {
		const balancer = await aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
		if (balancer === void 0) {
			if (!needed) return void 0;
			throw new ConfigurationError({
				what: `The load balancer ${listener.loadBalancerArn} of the test listener does not exist, so gate: http has no address to ask.`,
				fix: "Set gate-url, or a test listener of a load balancer that exists."
			});
		}
		return `${/^(HTTPS|TLS)$/.test(listener.protocol) ? "https" : "http"}://${balancer.dnsName}:${listener.port}`;
	} catch (error) {
		if (needed || !(error instanceof ConfigurationError)) throw error;
		progress.report({
			type: "warning",
			what: `The test listener's address is not known: ${error.message}`,
			fix: error.fix
		});
		return;
	}
}

// packages/steps/lib/deploy/plan.js
/**
* The plan, given the present state and no active deployment.
* @param testAddress of the test listener, if it is known
* @throws ConfigurationError naming everything that stands in the way
*/
function planBlueGreen(engine, request, observed, testAddress) {
	const { revision, alarms, ignoreAlarms, waitUntil, waitForMinutes } = request;
	const order = engine.plan(observed, {
		revision,
		container: wantedContainer(request),
		alarms,
		ignoreAlarms,
		waitUntil,
		waitForMinutes,
		intervalMs: request.intervalMs,
		maxFailedTasks: request.maxFailedTasks,
		onCancel: request.onCancel,
		allowZeroTasks: request.allowZeroTasks,
		gate: gateFor(request.gate, engine, observed, testAddress),
		isRollback: false
	});
	return order.previous === order.revision ? {
		kind: "unchanged",
		revision: order.revision
	} : {
		kind: "deploy",
		order
	};
}
/** Container and port of the inputs, else those that a file of the engine names, with their places. */
function wantedContainer({ containerName, containerPort, engine }) {
	const { name, namePlace, port, portPlace } = engine.container;
	return {
		...containerName === void 0 ? {
			name,
			namePlace
		} : { name: containerName },
		...containerPort === void 0 ? {
			port,
			portPlace
		} : { port: containerPort }
	};
}
/** Minutes that a gate may take unless it is said. */
const GATE_MINUTES = 5;
/** Of the wait before the shift, so much is left to continue the deployment in. */
const GATE_SHARE = .9;
/** The gate with everything that it needs to know. An http gate without an address has the empty one. */
function gateFor(asked, { listeners }, { readyWaitMinutes, targetGroups }, testAddress) {
	if (asked === void 0) return void 0;
	const usual = readyWaitMinutes > 0 ? Math.min(GATE_MINUTES, readyWaitMinutes * GATE_SHARE) : GATE_MINUTES;
	const limitMs = (asked.minutes ?? usual) * 6e4;
	switch (asked.kind) {
		case "health": return {
			kind: "health",
			limitMs,
			testListener: listeners.test,
			targetGroups: targetGroups.map(({ arn }) => arn)
		};
		case "http": return {
			kind: "http",
			limitMs,
			url: addressOf(asked, testAddress) ?? "",
			statuses: asked.statuses
		};
		case "command": return {
			kind: "command",
			limitMs,
			url: addressOf(asked, testAddress),
			command: asked.command,
			awsCredentials: asked.awsCredentials
		};
	}
}
function addressOf({ url, path }, testAddress) {
	const base = url ?? testAddress;
	if (base === void 0 || path === void 0) return base;
	return new URL(path, base).href;
}

// packages/steps/lib/deploy/adopt.js
/** An earlier run of the same commit left its deployment in flight: it is followed as if it were created now. */
function adopt({ deployment, ours }, engine, request, observed, world, testAddress) {
	const { service, revision } = observed;
	if (!ours || service === void 0 || revision === void 0) return void 0;
	world.progress.report({
		type: "note",
		text: `Deployment ${deployment.id} of the same commit and revision is in flight; it is followed instead of starting another.`
	});
	return takeOver(engine, deployment, request, observed, service, {
		revision: revision.arn,
		gate: gateFor(request.gate, engine, observed, testAddress)
	});
}
/** The order of a deployment that exists already; from now on `post:` answers for it. */
function takeOver(engine, deployment, request, observed, service, { revision, gate }) {
	engine.takeOver(deployment.id, request.onCancel);
	const { environment } = observed;
	return {
		cluster: environment.cluster,
		service: environment.service,
		revision,
		previous: engine.replacedBy(deployment.id, service) ?? servingRevision(service),
		waitUntil: request.waitUntil,
		budget: engine.budget(observed, {
			waitUntil: request.waitUntil,
			hooks: request.engine.hooks,
			minutes: request.waitForMinutes,
			gateMinutes: gate === void 0 || gate.kind === "open" ? void 0 : gate.limitMs / 6e4
		}),
		maxFailedTasks: request.maxFailedTasks,
		onCancel: request.onCancel,
		intervalMs: request.intervalMs,
		production: productionOf(observed, service.graceSeconds),
		gate
	};
}

// packages/steps/lib/deploy/decide.js
/** `mode: continue` and `mode: stop`: a later job, or a person who approves it, decides about a deployment that is there. */
async function decide(given, request, world, scaling, engines = ENGINES) {
	const { aws, clock } = world;
	const startedAt = clock.now();
	const environment = await environmentOf(aws, given);
	const service = await describeService(aws, environment);
	requireService(service, environment, engines);
	scaling.of(environment);
	const engine = await findEngine(world, environment, service, request.engine, engines);
	const deployment = await engine.subject(given["deployment-id"], given.mode === "stop" ? "stop" : "continue");
	if (deployment === void 0) return noneOfCommit(given, engine, service, startedAt, world);
	const revision = await engine.revisionOf(deployment, service);
	const subject = {
		deployment,
		engine,
		environment,
		service,
		revision
	};
	if (deployment.ended !== void 0) return tooLate(given, subject, startedAt, world);
	if (given["dry-run"]) return {
		kind: "unchanged",
		what: `Dry run: deployment ${deployment.id} (${deployment.status}) of ${labelOf$1(revision)} would be ${given.mode === "stop" ? "stopped and rolled back" : "continued"}.`,
		outputs: outputsOf$1(subject, startedAt, world)
	};
	await takeAwayLeftovers(world, {
		environment,
		service,
		productionListener: engine.listeners.production
	}, { onlyPage: given["suspend-auto-scaling"] });
	return given.mode === "stop" ? await stop(request, subject, startedAt, world) : await proceed(request, subject, startedAt, world, scaling);
}
/** This commit was never deployed: nothing can be stopped, and a release that was to be continued has not happened. */
function noneOfCommit({ mode }, { label }, service, startedAt, { clock, run }) {
	const outputs = {
		...quiet(startedAt, clock.now()),
		"task-definition-arn": servingRevision(service)
	};
	const serves = `${formatRevision(servingRevision(service))} serves.`;
	if (mode === "stop") return {
		kind: "unchanged",
		what: `No deployment of ${label} is active, and none was made for this commit; there is nothing to stop. ${serves}`,
		outputs
	};
	return {
		kind: "failed",
		what: `Nothing was released: ${label} has no deployment of commit ${run.commit.slice(0, 7) || "(unknown)"} to continue. ${serves}`,
		fix: "Give deployment-id, the output of the step that made the deployment. If that step did not run or failed, deploy again.",
		findings: [],
		outputs
	};
}
/** Whether production runs the tasks that the deployment made, or its revision in other tasks. */
function isServedBy(service, { deployment, engine, revision }) {
	const now = engine.serving(service) ?? servingRevision(service);
	return engine.servingDeployment(service) === deployment.id || now === revision;
}
function labelOf$1(revision) {
	return revision === void 0 ? "an unknown revision" : formatRevision(revision);
}
/** Lets the deployment shift its traffic, and follows it like one of our own. */
async function proceed(request, { deployment, engine, environment, service, revision }, startedAt, world, scaling) {
	const { gate: asked } = request;
	if (revision === void 0) throw new ConfigurationError({
		what: `Which revision deployment ${deployment.id} brings is not known: ${engine.words.revisionUnknown}.`,
		fix: engine.words.revisionUnknownRemedy
	});
	const asksTestListener = asked !== void 0 && asked.kind !== "health";
	const observed = await engine.observeUnderWay(deployment, service, { test: asksTestListener });
	const address = asked === void 0 || asked.kind === "health" || asked.url !== void 0 ? void 0 : await testAddress(world, environment, observed.test, asked.kind === "http");
	const gate = gateFor(asked, engine, observed, address) ?? { kind: "open" };
	if (gate.kind === "http" && gate.url === "") throw new ConfigurationError({
		what: `gate: http has no address to ask: ${engine.words.noGateAddress}, and gate-url was not given.`,
		fix: "Set gate-url."
	});
	const { totalMs } = engine.budget(observed, {
		waitUntil: request.waitUntil,
		hooks: 0,
		minutes: request.waitForMinutes
	});
	await scaling.suspend(totalMs);
	const order = takeOver(engine, deployment, request, observed, service, {
		revision,
		gate
	});
	const end = await carryOut(new Pursuit(world, engine, order, deployment.id, startedAt));
	return outcomeOf(order, end, engine);
}
/** Stops the deployment and follows the way back to its end. */
async function stop(request, subject, startedAt, world) {
	const { aws, progress, signal } = world;
	const { deployment: { id }, engine, environment } = subject;
	const link = engine.link(id);
	progress.report({
		type: "note",
		text: `Deployment ${id} is stopped and rolled back.`
	});
	await engine.stop(id, { rollback: true });
	try {
		const { deployment, back } = await engine.followBack(id, {
			intervalMs: request.intervalMs,
			...request.waitForMinutes === void 0 ? {} : { limitMs: request.waitForMinutes * 6e4 }
		});
		const now = await aws.services.describe(environment.cluster, environment.service);
		const serving = now === void 0 ? void 0 : servingRevision(now);
		const left = now !== void 0 && !isServedBy(now, subject);
		const outputs = {
			...outputsOf$1({
				...subject,
				deployment
			}, startedAt, world),
			"rolled-back": back.kind === "rolledBack",
			"rollback-deployment-id": back.kind === "none" ? void 0 : engine.named(back.id)
		};
		const label = serving === void 0 ? "no revision" : formatRevision(serving);
		if ((deployment.ended === "stopped" || back.kind === "rolledBack" && back.id === id) && left && back.kind !== "rollbackUnfinished") {
			if (back.kind === "rolledBack" || back.kind === "none") return {
				kind: "succeeded",
				what: `Deployment ${id} was stopped${back.kind === "rolledBack" ? ` and rolled back${back.id === id ? "" : ` by ${back.id}`}` : " before there was anything to take back"}: ${label} serves.`,
				outputs
			};
		}
		return {
			kind: back.kind === "rollbackUnfinished" || deployment.ended === void 0 ? "timedOut" : "failed",
			what: `Deployment ${id} was told to stop and is ${deployment.status}; ${back.kind === "none" ? `${engine.name} made no rollback deployment` : `its rollback ${back.id} is ${back.kind === "rolledBack" ? "Succeeded" : back.kind === "rollbackFailed" ? back.deployment.status : back.status}`}; ${label} is PRIMARY.`,
			fix: `Look at the deployment in the console; if the wrong version serves, ${engine.words.goBack()}.`,
			findings: [],
			outputs,
			link
		};
	} catch (error) {
		if (!signal.aborted) throw error;
		return {
			kind: "cancelled",
			what: `Cancelled; deployment ${id} was told to stop and roll back, which ${engine.name} does by itself.`,
			fix: "Look at the deployment in the console.",
			findings: [],
			outputs: outputsOf$1(subject, startedAt, world),
			link
		};
	}
}
/** The deployment has ended already. What was wanted holds, or it can't be had any more. */
function tooLate({ mode }, subject, startedAt, world) {
	const { deployment, engine, service, revision } = subject;
	const { ended, id, rollbackId, status } = deployment;
	const serves = isServedBy(service, subject);
	const label = formatRevision(servingRevision(service));
	const outputs = {
		...outputsOf$1(subject, startedAt, world),
		"rollback-deployment-id": rollbackId === void 0 ? void 0 : engine.named(rollbackId),
		"rolled-back": rollbackId !== void 0 && !serves,
		superseded: ended === "succeeded" && !serves
	};
	if (mode === "continue" ? ended === "succeeded" && serves : ended !== "succeeded" && !serves) return {
		kind: "unchanged",
		what: `Deployment ${id} had already ended ${status}; ${label} serves.`,
		outputs
	};
	return {
		kind: "failed",
		what: `Deployment ${id} of ${labelOf$1(revision)} had already ended ${status} and can’t be ${mode === "continue" ? "continued" : "stopped"} any more; ${label} serves.`,
		fix: mode === "continue" ? "Deploy again if this version is the one that should serve." : `To go back to the version before, ${engine.words.goBack()}.`,
		findings: [],
		outputs,
		link: engine.link(id)
	};
}
function outputsOf$1({ deployment, engine, revision, service }, startedAt, { clock }) {
	return {
		...quiet(startedAt, clock.now()),
		"deployment-id": engine.named(deployment.id),
		"codedeploy-deployment-id": engine.named(deployment.id),
		"deployment-status": deployment.status,
		"task-definition-arn": revision,
		"previous-task-definition-arn": engine.replacedBy(deployment.id, service)
	};
}

// packages/steps/lib/deploy/downgrade.js
/** The version that serves, and the commit that register-taskdef wrote to it; undefined when nobody did. */
async function servedCommit(world, revision) {
	const { image, tags } = await world.aws.deployableRevisions.origin(revision);
	const { commit, runUrl } = traceOf(tags);
	return {
		version: {
			revision,
			image,
			commit: commitOf(tags, world.run)
		},
		newest: commit === void 0 ? void 0 : {
			what: `${formatRevision(revision)}, which serves`,
			commit,
			runUrl
		}
	};
}
/**
* Refuses to replace a newer commit by an older one, as a job does that was overtaken in the queue. GitHub knows which is
* older; where it can't be asked, the order of the runs tells, and where that tells nothing, a warning says so.
* @throws ConfigurationError when this commit is older
*/
async function refuseDowngrade(world, newest, token) {
	const { progress, run } = world;
	if (run.commit === "" || newest.commit === run.commit) return;
	const [, repository, theirRun] = /([^/]+\/[^/]+)\/actions\/runs\/(\d+)/.exec(newest.runUrl ?? "") ?? [];
	const [ours, theirs] = [run.commit.slice(0, 7), newest.commit.slice(0, 7)];
	if (repository !== void 0 && repository !== run.repository) {
		progress.report({
			type: "note",
			text: `${newest.what}, was made from ${repository}; commits of two repositories are not compared.`
		});
		return;
	}
	const relation = await world.ancestry(newest.commit, run.commit, token);
	switch (relation.kind) {
		case "identical":
		case "ahead": return;
		case "behind": return refuse$1(`Commit ${ours} is older than ${theirs} of ${newest.what}`);
		case "diverged":
			progress.report({
				type: "warning",
				what: `Commit ${ours} does not contain ${theirs} of ${newest.what}, nor the other way round; it is deployed.`
			});
			return;
		case "unknown":
			if (theirRun !== void 0 && run.runId !== "" && BigInt(run.runId) < BigInt(theirRun)) return refuse$1(`This run (${run.runId}) began before run ${theirRun}, which made ${newest.what}, from ${theirs}; ${relation.why}, so the older run counts as the older commit`);
			progress.report({
				type: "warning",
				what: `Whether commit ${ours} is older than ${theirs} of ${newest.what}, could not be found out: ${relation.why}. It is deployed.`,
				fix: "Give the job permissions: contents: read, or say allow-downgrade: true."
			});
	}
}
function refuse$1(what) {
	throw new ConfigurationError({
		what: `${what}. Nothing was deployed.`,
		fix: "Run the job for the newest commit. To go back on purpose, use the rollback action, or set allow-downgrade: true."
	});
}

// packages/steps/lib/deploy/make-way.js
/**
* Waits until nothing keeps a deployment of our own from starting, or fails.
* @throws ConfigurationError when the other deployment does not end
*/
async function makeWay(world, engine, active, way) {
	const { progress } = world;
	const { id, status, description, isAutomaticRollback } = active;
	const where = engine.shortLabel;
	const stop = engine.commandToStop(id, { rollback: false });
	const name = `Deployment ${id} (${status}${description === "" ? "" : `, "${description}"`})`;
	const link = engine.link(id);
	if (way.mode === "fail") throw new ConfigurationError({
		what: `${name} is active in ${where}; ${engine.name} runs one at a time.`,
		fix: `Wait for it, stop it (${stop}), or use on-active-deployment: wait.`
	}, { link });
	if (way.mode === "stop" && !isAutomaticRollback) {
		await takeBack$1(world, engine, active, name, way);
		return;
	}
	progress.report({
		type: "note",
		text: `${name} is active in ${where}; waiting for its end${way.mode === "finish" ? " or for its termination wait, which is then ended" : ""}, at most ${Math.ceil(way.budget.totalMs / 6e4)} min (${way.budget.reason}).`
	});
	if (await awaitEnd(world, engine, id, {
		deadline: world.clock.now() + way.budget.totalMs,
		intervalMs: way.intervalMs,
		...way.mode === "finish" ? { onLook: finisher(world, engine) } : {}
	}) === "timedOut") throw new ConfigurationError({
		what: `${name} is still active in ${where} after ${way.budget.reason}; nothing was deployed.`,
		fix: `Look at it in the console, stop it (${stop}), or allow more wait-for-active-minutes.`
	}, { link });
}
/** Ends the wait before the old tasks are stopped once; traffic has moved by then. */
function finisher({ progress }, engine) {
	let done = false;
	return async (deployment) => {
		if (done || !deployment.awaitsTermination) return;
		done = await engine.endTerminationWait(deployment);
		if (done) progress.report({
			type: "note",
			text: `Deployment ${deployment.id} has shifted its traffic and waited for nothing but the end of its old tasks; that wait is ended.`
		});
	};
}
async function takeBack$1(world, engine, { id }, name, way) {
	const { progress } = world;
	progress.report({
		type: "note",
		text: `${name} is active in ${engine.shortLabel}; it is stopped and rolled back.`
	});
	await engine.stop(id, { rollback: true });
	const { deployment, back } = await engine.followBack(id, {
		intervalMs: way.intervalMs,
		limitMs: way.budget.totalMs
	});
	if (back.kind === "rolledBack" || back.kind === "none" && deployment.completedAt !== void 0) return;
	throw new ConfigurationError({
		what: `${name} was told to stop and is ${deployment.status}; ${back.kind === "none" ? "it does not end" : `its rollback ${back.id} is ${back.kind === "rollbackFailed" ? back.deployment.status : back.status}`}. Nothing was deployed.`,
		fix: `Look at the deployments in the console; ${engine.words.goBack()}, then run this job again.`
	}, { link: engine.link(id) });
}

// packages/steps/lib/deploy/request.js
/**
* Everything that can be checked before the first call.
* @throws ConfigurationError with all problems found
*/
async function readRequest(given, world) {
	requireName(given);
	refuseContradictions(given);
	return {
		revision: given["task-definition-arn"] ?? "",
		engine: await readEngineOptions(given, world),
		containerName: given["container-name"],
		containerPort: given["container-port"],
		alarms: given.alarms,
		ignoreAlarms: given["ignore-alarms"],
		gate: gateOf(given),
		waitUntil: given["wait-until"],
		waitForMinutes: given["wait-for-minutes"],
		intervalMs: given["poll-interval-seconds"] * 1e3,
		maxFailedTasks: given["max-failed-tasks"],
		onCancel: given["on-cancel"],
		allowZeroTasks: given["allow-zero-tasks"]
	};
}
function gateOf(given) {
	const { gate } = given;
	const minutes = given["gate-timeout-minutes"];
	switch (gate) {
		case "none": return;
		case "health": return {
			kind: gate,
			minutes
		};
		case "http": return {
			kind: gate,
			minutes,
			url: given["gate-url"],
			path: given["gate-path"],
			statuses: given["gate-expect-status"]
		};
		case "command": return {
			kind: gate,
			minutes,
			url: given["gate-url"],
			path: given["gate-path"],
			command: given["gate-command"] ?? [],
			awsCredentials: given["gate-aws-credentials"]
		};
	}
}
function refuseContradictions(given) {
	const problems = [];
	const { gate, mode, alarms } = given;
	if (mode === "deploy" && given["task-definition-arn"] === void 0) problems.push({
		what: "Input task-definition-arn is required and was not given.",
		fix: "Add task-definition-arn under with:."
	});
	if (mode === "deploy" && given["deployment-id"] !== void 0) problems.push({
		what: `deployment-id ${given["deployment-id"]} was given, and mode is deploy, which makes a deployment of its own.`,
		fix: "Set mode: continue or mode: stop, or remove deployment-id."
	});
	if (mode === "continue" && given["wait-until"] === "ready") problems.push({
		what: "mode: continue ends the wait in which a deployment is ready, and wait-until: ready waits for it.",
		fix: "Set wait-until to traffic-shifted or completed."
	});
	if (mode === "stop" && gate !== "none") problems.push({
		what: `mode: stop asks no gate (gate: ${gate}).`,
		fix: "Remove gate."
	});
	if (gate === "command" && given["gate-command"] === void 0) problems.push({
		what: "gate: command needs a command, and gate-command was not given.",
		fix: "Add gate-command, such as [\"bash\", \"scripts/smoke-test.sh\"]."
	});
	for (const [name, gates] of [
		["gate-command", ["command"]],
		["gate-url", ["http", "command"]],
		["gate-path", ["http", "command"]]
	]) if (given[name] !== void 0 && !gates.some((one) => one === gate)) problems.push({
		what: `${name} was given, and gate is ${gate}.`,
		fix: `Set gate: ${gates.join(" or ")}, or remove ${name}.`
	});
	if (given["gate-aws-credentials"] && gate !== "command") problems.push({
		what: `gate-aws-credentials was given, and gate is ${gate}.`,
		fix: "Set gate: command, or remove gate-aws-credentials."
	});
	if (given["ignore-alarms"] && (alarms.length > 0 || given["ignore-poll-alarm-failure"])) problems.push({
		what: `ignore-alarms: true and ${alarms.length > 0 ? "alarms" : "ignore-poll-alarm-failure"} contradict each other.`,
		fix: "Keep one of them."
	});
	problems.push(...engineProblems(given));
	if (problems.length > 0) throw new ConfigurationError(problems);
}

// packages/steps/lib/deploy/services/starting-line.js
const ALONE = {
	arrive: () => void 0,
	permit: () => Promise.resolve(),
	follow: () => void 0
};
/** Nothing was started for this service, because of another one. */
var NotStarted = class extends Error {
	name = "NotStarted";
};
/** Where services wait until all have been checked, so that none is deployed when another one can't be. */
var StartingLine = class {
	#missing;
	#opened;
	#open = () => void 0;
	#close = () => void 0;
	#refusal;
	constructor(count) {
		this.#missing = new Set(Array.from({ length: count }, (_, index) => index));
		this.#opened = new Promise((resolve, reject) => {
			this.#open = resolve;
			this.#close = reject;
		});
		this.#opened.catch(() => void 0);
	}
	/** That service is ready, or needs nothing any more. */
	arrive(index) {
		this.#missing.delete(index);
		if (this.#missing.size === 0) this.#open();
	}
	/** @throws NotStarted */
	async permit(index) {
		this.arrive(index);
		await this.#opened;
		if (this.#refusal !== void 0) throw this.#refusal;
	}
	/** From now on nobody starts. */
	close(why) {
		this.#refusal ??= new NotStarted(why);
		this.#close(this.#refusal);
	}
};

// packages/steps/lib/maintenance/end-maintenance.js
/**
* Ends the maintenance window of a service, whoever opened it, once its new version gets the traffic: before anything asks
* production for an answer.
* @param productionListener where it is known, one look at it tells whether there is a window at all
* @returns how many rules were taken away
* @throws AwsCallError, ConfigurationError when a page could not be taken away; users still see it then
*/
async function endMaintenance(world, environment, service, productionListener) {
	const only = { service: windowOf(service) };
	if (productionListener !== void 0) {
		const { windows } = await rulesOf(world, productionListener);
		if (!windows.some((window) => window.service === only.service)) return 0;
	}
	const { listeners } = await userListeners(world, environment, service);
	const closed = await closeWindow(listeners, world, only);
	if (closed > 0) world.progress.report({
		type: "note",
		text: `The maintenance page of ${only.service} was taken away: users reach the service.`
	});
	return closed;
}

// packages/steps/lib/maintenance/prolong-window.js
/**
* Gives the windows that this run opened for a service more time: a deployment that is about to begin ends them itself. A
* window that can't be prolonged keeps its time.
* @param service `cluster/service`
*/
async function prolongWindow(listeners, service, lastsMs, world) {
	const until = world.clock.now() + lastsMs;
	try {
		for (const listener of listeners) {
			const { windows } = await rulesOf(world, listener);
			for (const window of windows) {
				const isShorter = window.until !== void 0 && window.until < until;
				if (window.service !== service || !isOwnedByRun(window, world) || !isShorter) continue;
				await world.aws.listenerRules.tag(window.rule.arn, { [TAGS.until]: new Date(until).toISOString() });
			}
		}
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		world.progress.report({
			type: "warning",
			what: `The maintenance page of ${service} could not be given more time: ${error.message} It stays until then; a later action may take it away.`,
			fix: error.fix
		});
	}
}

// packages/steps/lib/deploy/show-service.js
/** How long a page may stay after the deployment's budget, as while the deployment is rolled back. */
const GRACE_MS = 36e5;
/** The page that a migration of this run put up stays until this deployment has moved the traffic. */
async function prolongPage(world, { environment, service }, { budget }) {
	const { listeners } = await userListeners(world, environment, service);
	await prolongWindow(listeners, windowOf(service), budget.totalMs + GRACE_MS, world);
}
/**
* Takes away the maintenance page that a migration before this deployment put up, whichever version serves now. A deployment
* that is only ready has moved nobody.
*/
async function showService({ waitUntil }, { environment, production, service }, end, world) {
	if (service === void 0 || production === void 0) return;
	if (end.kind === "succeeded" && waitUntil === "ready") return;
	try {
		await endMaintenance(world, environment, service, production.arn);
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		if (error instanceof AccessDeniedError) return;
		world.progress.report({
			type: "warning",
			what: error.message,
			fix: error.fix
		});
	}
}

// packages/steps/lib/deploy/services/entries.js
/** Inputs that name one service or what belongs to one alone. */
const OF_ONE = [
	"service",
	"stack",
	"codedeploy-application",
	"codedeploy-deployment-group",
	"deployment-id"
];
/**
* The lines of `services`: `service`, or `service=task-definition-arn` where the input of that name is not meant.
* @throws ConfigurationError with all that is wrong with them and with what was given beside them
*/
function entriesOf(given) {
	const problems = [];
	for (const name of OF_ONE) {
		if (given[name] === void 0) continue;
		problems.push({
			what: `Inputs services and ${name} were both given.`,
			fix: `Remove ${name}: each service of services is found in cluster, and its deployment group by the service.`
		});
	}
	if (given.mode !== "deploy") problems.push({
		what: `services was given, and mode is ${given.mode}.`,
		fix: `Decide about each deployment on its own: service, deployment-id and mode: ${given.mode}.`
	});
	const entries = [];
	for (const [index, line] of given.services.entries()) {
		const at = line.indexOf("=");
		const name = (at === -1 ? line : line.slice(0, at)).trim();
		const revision = at === -1 ? given["task-definition-arn"] : line.slice(at + 1).trim();
		const place = `Input services, line ${index + 1}`;
		const wrong = misfit(service().parse, name) ?? (at === -1 ? void 0 : misfit(inputs["task-definition-arn"].parse, revision ?? ""));
		if (wrong !== void 0) problems.push({
			what: `${place}: ${wrong.what}`,
			fix: wrong.fix
		});
		if (revision === void 0) problems.push({
			what: `${place}: no revision is named for ${name}.`,
			fix: `Write ${name}=arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:NUMBER, or give task-definition-arn for all services.`
		});
		const twin = entries.findIndex((entry) => shortName(entry.service) === shortName(name));
		if (twin !== -1) problems.push({
			what: `${place}: ${name} stands in line ${twin + 1} already.`,
			fix: "Remove one of the two lines."
		});
		entries.push({
			service: name,
			revision: revision ?? ""
		});
	}
	if (problems.length > 0) throw new ConfigurationError(problems);
	return entries;
}
/** The inputs as if they had been given for that service alone. */
function inputsFor(given, { service: name, revision }) {
	return {
		...given,
		services: [],
		service: name,
		"task-definition-arn": revision
	};
}
/** `web` of a name or an ARN. */
function shortName(name) {
	return name.slice(name.lastIndexOf("/") + 1);
}
function misfit(parse, text) {
	try {
		parse(text);
		return;
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		return {
			what: `${quoted(text)} is not ${error.message}.`,
			fix: error.fix
		};
	}
}

// packages/steps/lib/deploy/services/member.js
/** One service while it is deployed beside others. */
var Member = class {
	entry;
	name;
	world;
	/** How its own deployment ended, once it has. */
	outcome;
	error;
	#followed;
	#recalled = false;
	constructor(all, entry, index) {
		this.entry = entry;
		this.name = shortName(entry.service);
		this.world = {
			...all,
			progress: { report: (event) => {
				if (event.type !== "version.known") all.progress.report(named(event, this.name));
			} },
			remember: (key, value) => {
				all.remember(`${index}.${key}`, value);
			}
		};
	}
	/** Its deployment is there, and can be stopped by the engine. */
	follow(engine, id) {
		this.#followed = {
			engine,
			id
		};
		if (this.#recalled && !this.ended) this.#stop(engine, id);
	}
	/** The engine that made its deployment; undefined before there is one. */
	get engine() {
		return this.#followed?.engine;
	}
	get ended() {
		return this.outcome !== void 0 || this.error !== void 0;
	}
	get succeeded() {
		return this.outcome?.kind === "succeeded" || this.outcome?.kind === "unchanged";
	}
	/** Stops its deployment, now or as soon as there is one, so that its own run sees it roll back. */
	async recall() {
		if (this.ended || this.#recalled) return;
		this.#recalled = true;
		if (this.#followed !== void 0) await this.#stop(this.#followed.engine, this.#followed.id);
	}
	async #stop(engine, id) {
		try {
			await engine.stop(id, { rollback: true });
		} catch (error) {
			this.world.progress.report({
				type: "warning",
				what: `Deployment ${id} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
				fix: `Stop it: ${engine.commandToStop(id)}`
			});
		}
	}
};
/** Prefixes notes, warnings and titles of documents with the service's name; other events carry an id. */
function named(event, name) {
	if (event.type === "note") return {
		...event,
		text: `${name}: ${event.text}`
	};
	if (event.type === "warning") return {
		...event,
		of: name,
		what: `${name}: ${event.what}`
	};
	if (event.type === "document") return {
		...event,
		title: `${name}: ${event.title}`
	};
	return event;
}

// packages/steps/lib/deploy/services/take-back.js
/**
* Takes a service back to the revision that served before: its deployment is stopped with rollback while it still can be,
* else a new deployment goes there all at once. A deployment of somebody else, and what it released, is left alone.
*/
async function takeBack(member, given, runOne) {
	const { engine, world, entry, name } = member;
	const { outputs } = member.outcome ?? {};
	const id = outputs?.["deployment-id"];
	const previous = outputs?.["previous-task-definition-arn"];
	if (id === void 0 || previous === void 0 || engine === void 0) return {
		kind: "back",
		text: `${name} was not changed`,
		id: void 0
	};
	const label = formatRevision(previous);
	try {
		world.progress.report({
			type: "note",
			text: `Going back to ${label}.`
		});
		if (await engine.stop(id, { rollback: true }) === "stopping") {
			const { back } = await engine.followBack(id, { intervalMs: given["poll-interval-seconds"] * 1e3 });
			if (back.kind === "rolledBack") return {
				kind: "back",
				text: `${name} is back on ${label}`,
				id: back.id
			};
		}
		const others = await deploymentOfOthers(world, engine, inputsFor(given, entry), {
			id,
			previous
		});
		if (others !== void 0) return {
			kind: "notBack",
			text: `${name} is not taken back: ${others}`,
			id: void 0
		};
		const outcome = await runOne({
			...inputsFor(given, {
				...entry,
				revision: previous
			}),
			...engine.allAtOnce,
			"wait-until": "traffic-shifted",
			"on-cancel": "leave",
			"on-active-deployment": "wait",
			gate: "none",
			"gate-url": void 0,
			"gate-path": void 0,
			"gate-command": void 0,
			"gate-aws-credentials": false,
			alarms: [],
			"ignore-alarms": true,
			"ignore-poll-alarm-failure": false,
			"allow-downgrade": true
		}, world);
		const done = outcome.kind === "succeeded" || outcome.kind === "unchanged";
		return {
			kind: done ? "back" : "notBack",
			text: done ? `${name} is back on ${label}` : `${name} is not back on ${label}: ${outcome.what}`,
			id: outcome.outputs["deployment-id"]
		};
	} catch (error) {
		return {
			kind: "notBack",
			text: `${name} is not back on ${label}: ${error instanceof Error ? error.message : String(error)}`,
			id: void 0
		};
	}
}
/** Says which deployment of somebody else is under way, or released what serves by now. */
async function deploymentOfOthers({ aws }, engine, given, { id, previous }) {
	const other = await engine.underWayBeside(id);
	if (other !== void 0) return `deployment ${other.id} (${other.status}), which this run did not make, is under way`;
	const service = await describeService(aws, await environmentOf(aws, given));
	if (service === void 0) return void 0;
	const made = engine.servingDeployment(service);
	if (made !== void 0 && engine.named(made) === id) return void 0;
	const now = engine.serving(service);
	return now === void 0 || now === previous ? void 0 : `${formatRevision(now)} serves, which this run did not deploy`;
}

// packages/steps/lib/deploy/services/verdict.js
/** One outcome of all: a success only if every service has it, and rolled back only if every service that moved is back. */
function verdictOf(results, options) {
	const reports = results.map(reportOf);
	const outputs = outputsOf(results, reports, options);
	const summary = [tableOf(reports), ...results.flatMap(sectionsOf)];
	const findings = results.flatMap(findingsOf);
	const names = reports.map(({ service }) => service).join(", ");
	if (results.every(({ outcome }) => outcome?.kind === "unchanged")) return {
		kind: "unchanged",
		what: `${names}: ${results.map(({ outcome }) => outcome?.what).join(" ")}`,
		summary,
		outputs
	};
	if (results.every(({ outcome }) => outcome?.kind === "succeeded" || outcome?.kind === "unchanged")) return {
		kind: "succeeded",
		what: `All ${results.length} services are deployed: ${results.map(({ name, outcome }) => `${name} (${labelOf(outcome?.outputs["task-definition-arn"])})`).join(", ")}.`,
		summary,
		outputs
	};
	const told = results.filter(isCulprit).map((one) => `${one.name}: ${headlineOf(one)}`);
	const where = results.map(placeOf).join("; ");
	const troubled = {
		findings,
		fix: `Where they stand: ${where}.\n${results.filter((one) => isCulprit(one) || placed(one) === "unknown").map((one) => `${one.name}: ${remedyOf(one)}`).join("\n")}`,
		summary,
		outputs
	};
	if (options.cancelled) return {
		kind: "cancelled",
		what: `Cancelled: ${where}.`,
		...troubled
	};
	return results.every((one) => placed(one) === "old") ? {
		kind: "rolledBack",
		what: `All ${results.length} services serve their old versions, because one failed. ${told.join(" ")}`,
		...troubled
	} : {
		kind: "failed",
		what: `The services ${names} are not on one version: ${where}. ${told.join(" ")}`,
		...troubled
	};
}
/** Where a service stands now, as far as its run proved it. */
function placed({ outcome, error, back }) {
	if (back !== void 0) return back.kind === "back" ? "old" : "unknown";
	if (outcome === void 0) return error instanceof NotStarted ? "old" : "unknown";
	switch (outcome.kind) {
		case "succeeded": return "new";
		case "unchanged":
		case "rolledBack": return "old";
		case "cancelled": return outcome.outputs["rolled-back"] || outcome.outputs["deployment-id"] === void 0 ? "old" : "unknown";
		case "failed":
		case "timedOut": return "unknown";
	}
}
function placeOf(one) {
	const { name, outcome, back } = one;
	if (back !== void 0) return back.text;
	const previous = outcome?.outputs["previous-task-definition-arn"];
	switch (placed(one)) {
		case "new": return `${name} serves ${labelOf(outcome?.outputs["task-definition-arn"])}`;
		case "old": return previous === void 0 ? `${name} was not changed` : `${name} serves ${labelOf(previous)}`;
		case "unknown": return `what ${name} serves is to be looked at`;
	}
}
/** The cause of it all, not one that went back because of another. */
function isCulprit({ outcome, error }) {
	if (error !== void 0) return !(error instanceof NotStarted);
	return outcome !== void 0 && outcome.kind !== "succeeded" && outcome.kind !== "unchanged";
}
function headlineOf({ outcome, error }) {
	if (outcome !== void 0) return outcome.what;
	return error instanceof Error ? error.message : String(error);
}
function remedyOf({ outcome, error, back }) {
	if (back?.kind === "notBack") return `${back.text}. Run rollback for this service.`;
	if (outcome !== void 0 && "fix" in outcome) return outcome.fix;
	return error instanceof CutoverError ? error.fix : "Look at the service in the console.";
}
function reportOf(one) {
	const { name, outcome, error, back, revision } = one;
	const outputs = outcome?.outputs;
	return {
		service: name,
		outcome: back?.kind === "back" ? "rolled-back" : wordOf(outcome?.kind) ?? (error instanceof NotStarted ? "not-started" : "failed"),
		headline: back === void 0 ? headlineOf(one) : `${headlineOf(one)} ${back.text}.`,
		"deployment-id": outputs?.["deployment-id"],
		"deployment-status": outputs?.["deployment-status"],
		"rolled-back": back?.kind === "back" || outputs?.["rolled-back"] === true,
		"rollback-deployment-id": back?.id ?? outputs?.["rollback-deployment-id"],
		"previous-task-definition-arn": outputs?.["previous-task-definition-arn"],
		"task-definition-arn": outputs?.["task-definition-arn"] ?? revision
	};
}
function wordOf(kind) {
	return kind?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
/** A value that is equal for all services is written once; ids are listed in the order of `services`. */
function outputsOf(results, reports, { startedAt, now }) {
	const listed = (values) => {
		const known = values.filter((value) => value !== void 0);
		return known.length === 0 ? void 0 : known.join(",");
	};
	const common = (values) => new Set(values).size === 1 ? values[0] : void 0;
	const ids = listed(reports.map((one) => one["deployment-id"]));
	const shifted = results.map(({ outcome }) => outcome?.outputs["traffic-shifted-at"]);
	const last = shifted.toSorted((a = "", b = "") => a.localeCompare(b)).at(-1);
	const moved = reports.filter((one) => one["deployment-id"] !== void 0);
	return {
		"deployment-id": ids,
		"codedeploy-deployment-id": ids,
		"deployment-status": common(moved.map((one) => one["deployment-status"])),
		"rolled-back": moved.length > 0 && moved.every((one) => one["rolled-back"]),
		"rollback-deployment-id": listed(reports.map((one) => one["rollback-deployment-id"])),
		"previous-task-definition-arn": common(reports.map((one) => one["previous-task-definition-arn"])),
		"task-definition-arn": common(reports.map((one) => one["task-definition-arn"])),
		superseded: results.some(({ outcome }) => outcome?.outputs.superseded === true),
		"traffic-shifted-at": shifted.includes(void 0) ? void 0 : last,
		"duration-seconds": Math.round((now - startedAt) / 100) / 10,
		services: JSON.stringify(reports)
	};
}
function tableOf(reports) {
	return {
		kind: "table",
		title: "Services",
		header: [
			"Service",
			"Outcome",
			"From",
			"To",
			"Deployment",
			"Way back"
		],
		rows: reports.map((one) => [
			one.service,
			one.outcome,
			labelOf(one["previous-task-definition-arn"]),
			labelOf(one["task-definition-arn"]),
			one["deployment-id"] ?? "",
			one["rollback-deployment-id"] ?? ""
		])
	};
}
function sectionsOf({ name, outcome }) {
	return (outcome?.summary ?? []).map((section) => section.kind === "stages" ? section : {
		...section,
		title: section.title === void 0 ? name : `${name}: ${section.title}`
	});
}
function findingsOf({ outcome, error }) {
	if (outcome !== void 0 && "findings" in outcome) return outcome.findings;
	return error instanceof CutoverError ? error.findings : [];
}
function labelOf(arn) {
	return arn === void 0 ? "" : formatRevision(arn);
}

// packages/steps/lib/deploy/services/together.js
/**
* Deploys several services side by side, each as if alone. None starts before all have been checked; when one fails, all
* others go back to what they served before.
*/
async function deployTogether(given, world, runOne) {
	const startedAt = world.clock.now();
	const entries = entriesOf(given);
	for (const entry of entries) await readRequest(inputsFor(given, entry), world);
	world.remember("services", JSON.stringify(entries.map(({ service }) => service)));
	const line = new StartingLine(entries.length);
	const members = entries.map((entry, index) => new Member(world, entry, index));
	let trouble;
	const fail = async (member, why) => {
		if (trouble !== void 0 || world.signal.aborted) return;
		trouble = `${member.name} failed`;
		line.close(`${member.name} failed: ${why}`);
		await Promise.all(members.map((other) => other.recall()));
	};
	const stop = () => {
		if (given["on-cancel"] === "leave") return;
		for (const { engine, outcome } of members) {
			const id = outcome?.kind === "succeeded" ? outcome.outputs["deployment-id"] : void 0;
			if (id !== void 0) engine?.stop(id, { rollback: given["on-cancel"] === "rollback" }).catch(() => void 0);
		}
	};
	world.signal.addEventListener("abort", stop, { once: true });
	await Promise.all(members.map(async (member, index) => {
		const start = {
			arrive: () => {
				line.arrive(index);
			},
			permit: async () => {
				await abortable(world.signal, line.permit(index));
			},
			follow: (engine, id) => {
				member.follow(engine, id);
			}
		};
		try {
			member.outcome = await runOne(inputsFor(given, member.entry), member.world, start);
			if (!member.succeeded) await fail(member, member.outcome.what);
			line.arrive(index);
		} catch (error) {
			member.error = error;
			if (!(error instanceof NotStarted)) await fail(member, error instanceof Error ? error.message : String(error));
			line.arrive(index);
		}
	}));
	if (members.every(({ outcome }) => outcome?.outputs["deployment-id"] === void 0)) refuse(members);
	const back = /* @__PURE__ */ new Map();
	if (trouble !== void 0 && !world.signal.aborted) {
		const forward = members.filter(({ outcome }) => outcome?.kind === "succeeded" || outcome?.kind === "timedOut");
		await Promise.all(forward.map(async (member) => {
			back.set(member, await takeBack(member, given, runOne));
		}));
	}
	const outcome = verdictOf(members.map((member) => ({
		name: member.name,
		revision: member.entry.revision,
		outcome: member.outcome,
		error: member.error,
		back: back.get(member)
	})), {
		cancelled: world.signal.aborted,
		startedAt,
		now: world.clock.now()
	});
	if (outcome.kind !== "cancelled") world.remember("settled", "true");
	return outcome;
}
/** Nothing was deployed: what stands in the way is told for all services at once. */
function refuse(members) {
	const errors = members.flatMap(({ error, name }) => error === void 0 || error instanceof NotStarted ? [] : [{
		error,
		name
	}]);
	const [first] = errors;
	if (first === void 0) return;
	for (const { error } of errors) {
		if (error instanceof CutoverError) continue;
		throw error instanceof Error ? error : new Error("a service failed without an error", { cause: error });
	}
	throw new ConfigurationError(errors.map(({ error, name }) => ({
		what: `${name}: ${error.message}`,
		fix: `${name}: ${error.fix}`
	})), {
		cause: first.error,
		findings: errors.flatMap(({ error }) => error.findings)
	});
}

// packages/steps/lib/deploy/run.js
/** Deploys one revision and follows it to the milestone, or back; or decides about a deployment that waits. */
async function run(given, world) {
	return await runAmong(ENGINES, given, world);
}
/** The same for a service of any deployment controller that an engine serves. */
async function runByAnyEngine(given, world) {
	return await runAmong(ALL_ENGINES, given, world);
}
async function runAmong(engines, given, world) {
	const one = async (own, world, start) => await runOne(engines, own, world, start);
	return given.services.length === 0 ? await one(given, world) : await deployTogether(given, world, one);
}
/** One service; `start` tells when its deployment may be created. */
async function runOne(engines, given, world, start = ALONE) {
	const suspends = given["suspend-auto-scaling"] && !given["dry-run"];
	return await withScalingHold(world, suspends, async (scaling) => {
		const request = await readRequest(given, world);
		return given.mode === "deploy" ? await deploy(engines, given, request, world, scaling, start) : await decide(given, request, world, scaling, engines);
	});
}
async function deploy(engines, given, request, world, scaling, start) {
	const { aws, clock } = world;
	const startedAt = clock.now();
	const { intervalMs } = request;
	const arns = { "Input task-definition-arn": request.revision };
	requireHere(aws, arns);
	const environment = await environmentOf(aws, given);
	const service = await describeService(aws, environment);
	requireService(service, environment, engines);
	requireHere(aws, arns, service.arn);
	scaling.of(environment);
	const engine = await findEngine(world, environment, service, request.engine, engines);
	const place = {
		environment,
		service,
		productionListener: engine.listeners.production
	};
	const leftovers = await takeAwayLeftovers(world, place, {
		dryRun: given["dry-run"],
		onlyPage: given["suspend-auto-scaling"]
	});
	for (let round = 0;; round++) {
		const observed = await engine.observe(request.revision, round === 0 ? service : void 0);
		const address = await addressFor(request, observed, world);
		const active = await engine.active(observed.revision?.arn ?? request.revision, { fresh: round > 0 });
		if (active !== void 0 && given["dry-run"]) return dryWait(active, engine, observed, startedAt, clock.now());
		if (active !== void 0) {
			const adopted = adopt(active, engine, request, observed, world, address);
			if (adopted !== void 0) {
				start.arrive();
				await scaling.suspend(adopted.budget.totalMs);
				start.follow(engine, active.deployment.id);
				const end = await carryOut(new Pursuit(world, engine, adopted, active.deployment.id, startedAt));
				await showService(request, observed, end, world);
				return outcomeOf(adopted, end, engine);
			}
			await clearWay(given, world, engine, active, observed);
			continue;
		}
		const decided = planBlueGreen(engine, request, observed, address);
		if (decided.kind === "unchanged") return await alreadyServing(world, engine, observed, decided.revision, intervalMs, startedAt);
		const { order } = decided;
		const replaced = given["allow-downgrade"] ? void 0 : await servedCommit(world, order.previous);
		tellVersions(world, replaced?.version ?? { revision: order.previous }, {
			revision: order.revision,
			image: observed.revision?.image,
			commit: world.run.commit || void 0
		});
		tellPages(world, environment, observed.revision);
		if (replaced?.newest !== void 0) await refuseDowngrade(world, replaced.newest, given["github-token"]);
		show(world, order);
		await checkCredentials(world, "the deployment", order.budget);
		if (given["dry-run"]) return dryRun(order, startedAt, clock.now());
		await start.permit();
		if (leftovers.ownPage) await prolongPage(world, place, order);
		await scaling.suspend(order.budget.totalMs);
		let created;
		const createdAt = clock.now();
		try {
			created = await engine.create(order);
		} catch (error) {
			if (!world.signal.aborted) throw error;
			return outcomeOf(order, await cancelCreation(world, engine, order, createdAt), engine);
		}
		if (created.kind === "busy") {
			await engine.pauseBusy(round, intervalMs, created.message);
			continue;
		}
		start.follow(engine, created.id);
		const end = await carryOut(new Pursuit(world, engine, order, created.id, createdAt), observed.service);
		await showService(request, observed, end, world);
		return outcomeOf(order, end, engine);
	}
}
/** PRIMARY runs the revision already. That alone is no success: its targets have to serve. */
async function alreadyServing(world, engine, observed, revision, intervalMs, startedAt) {
	const label = formatRevision(revision);
	tellVersions(world, { revision }, {
		revision,
		image: observed.revision?.image
	});
	tellPages(world, observed.environment, observed.revision);
	const outputs = () => ({
		...quiet(startedAt, world.clock.now()),
		"previous-task-definition-arn": revision,
		"task-definition-arn": revision
	});
	const proven = await proveServing(world, engine, observed, revision, intervalMs);
	return proven.kind === "settled" ? {
		kind: "unchanged",
		what: `${label} already serves production; nothing was deployed.`,
		outputs: outputs()
	} : {
		kind: "failed",
		what: `${label} is PRIMARY and nothing was deployed, but it does not serve production: ${proven.reason}.`,
		fix: `Run the diagnose action to learn why. To bring back the version before, ${engine.words.goBack()}; a deployment of the same revision would change nothing.`,
		findings: [],
		outputs: outputs()
	};
}
/** Only gates that ask over HTTP need to know where. */
async function addressFor({ gate }, { environment, test }, world) {
	if (gate === void 0 || gate.kind === "health" || gate.url !== void 0) return void 0;
	return await testAddress(world, environment, test, gate.kind === "http");
}
/** A deployment that another run made is under way. */
async function clearWay(given, world, engine, { deployment }, observed) {
	const mode = given["on-active-deployment"];
	const { commit } = deployment.marks;
	if (mode === "stop" && commit !== void 0 && !given["allow-downgrade"]) await refuseDowngrade(world, {
		what: `deployment ${deployment.id}, which is under way`,
		commit
	}, given["github-token"]);
	const minutes = given["wait-for-active-minutes"];
	const budget = engine.budget(observed, {
		waitUntil: "completed",
		hooks: 0,
		minutes
	});
	await makeWay(world, engine, deployment, {
		mode,
		budget: minutes === void 0 ? budget : {
			...budget,
			reason: `wait-for-active-minutes ${minutes}`
		},
		intervalMs: given["poll-interval-seconds"] * 1e3
	});
}
/** In the middle of a shift nothing but that can be told. */
function dryWait({ deployment, ours }, { shortLabel }, { service, revision }, startedAt, now) {
	return {
		kind: "unchanged",
		what: `Dry run: deployment ${deployment.id} (${deployment.status}) is active in ${shortLabel} and would ${ours ? "be followed" : "have to end first"}.`,
		outputs: {
			...quiet(startedAt, now),
			"previous-task-definition-arn": service === void 0 ? void 0 : servingRevision(service),
			"task-definition-arn": revision?.arn
		}
	};
}
function dryRun(order, startedAt, now) {
	return {
		kind: "unchanged",
		what: `Dry run: ${formatRevision(order.revision)} would replace ${formatRevision(order.previous)} through ${order.through}.`,
		outputs: {
			...quiet(startedAt, now),
			"previous-task-definition-arn": order.previous,
			"task-definition-arn": order.revision
		},
		summary: [{
			kind: "code",
			...order.document
		}]
	};
}
function show({ progress }, order) {
	const { document, gate, manner, through, warnings } = order;
	progress.report({
		type: "document",
		...document
	});
	progress.report({
		type: "note",
		text: `${formatRevision(order.previous)} -> ${formatRevision(order.revision)} through ${through}${manner === void 0 ? "" : ` with ${manner}`}${gate === void 0 ? "" : ` and a ${gate.kind} gate`}; waiting until ${order.waitUntil}, at most ${Math.ceil(order.budget.totalMs / 6e4)} min (${order.budget.reason}).`
	});
	for (const what of warnings) progress.report({
		type: "warning",
		what
	});
}

// packages/steps/lib/deploy/services/after-kill.js
/**
* `post:` of a run that was killed. Several services belong together: until all of them were decided, also the ones that
* had reached their milestone are told to go back.
*/
async function afterKillOfAll(remembered, world) {
	const { services, settled } = remembered;
	const count = services === void 0 ? 0 : savedJson("services", services, isList).length;
	if (count === 0) {
		await undo(remembered, world);
		return;
	}
	const work = Array.from({ length: count }, async (_, index) => {
		await undo({
			...Object.fromEntries(Object.entries(remembered).filter(([key]) => key.startsWith(`${index}.`)).map(([key, value]) => [key.slice(`${index}.`.length), value])),
			settled: settled ?? ""
		}, world);
	});
	const ends = await Promise.allSettled(work);
	await cleanUpAll(ends.map((end) => ({ act: async () => {
		if (end.status === "rejected") throw end.reason;
	} })));
}
/** More services than one run deploys together. */
const MOST_SERVICES = 1e3;
function isList(value) {
	return Array.isArray(value) && value.length <= MOST_SERVICES;
}
async function undo(remembered, world) {
	await cleanUpAll([{ act: () => afterKill(remembered, world) }, { act: () => restoreAfterKill(remembered, world) }]);
}

export { refuseDowngrade as a, OUTPUTS as c, readRequest as i, run as n, servedCommit as o, runByAnyEngine as r, wantedContainer as s, afterKillOfAll as t };