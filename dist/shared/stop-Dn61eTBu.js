import { Dt as hasFailed, Ht as wait, a as knownServiceDeployment, d as isOver, f as startedByOf, i as NO_MARKS, it as traceOf, l as ACTIVE_STATUSES, lr as parseArn, n as hasMovedWholly, o as pastServiceDeployment, or as formatRevision, qn as backOff, r as lookOf, s as primaryRollout, u as idOf, ur as consoleLink, zr as AwsCallError } from "./base-qPzcO8Sx.js";

// packages/steps/lib/deployment/ecs/create.js
/** How often an update is tried whose answer got lost. */
const ATTEMPTS = 5;
const PAUSE_MS$1 = 1e3;
/** Between attempts that ECS throttled. */
const PAUSE = {
	firstMs: 2e3,
	longestMs: 32e3
};
/** How long a deployment that ECS has accepted may stay unlisted, in milliseconds; reports speak of seconds. */
const RECORDED_MS$1 = 6e5;
/**
* Starts the deployment once and only once. The deployment is the one whose service revision has the number of the rollout
* in UpdateService's answer, never the newest: right after the call the newest is still the one before. Whenever an answer
* got lost, the service is looked at before the update is sent again. The rollout is remembered for `post:` before anything
* else happens.
*/
async function createDeployment(world, place, order) {
	const { aws, clock, progress, signal } = world;
	world.remember("engine", "ECS");
	world.remember("on-cancel", order.onCancel);
	world.remember("created-as", JSON.stringify({
		cluster: place.cluster,
		service: place.service,
		revision: order.revision,
		rollouts: order.rollouts
	}));
	let lost;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		signal.throwIfAborted();
		world.remember("creation", "asked");
		const answer = await aws.serviceDeployments.update({
			cluster: place.cluster,
			service: place.service,
			taskDefinition: order.revision,
			force: order.force
		});
		if (answer.kind !== "unknown") world.remember("creation", "answered");
		if (answer.kind === "updated") {
			const ours = newRollout(answer.service, order);
			if (ours === void 0) return {
				kind: "busy",
				message: `service ${place.service} named ${formatRevision(order.revision)} already when it was updated`
			};
			return await announce(world, place, order, ours);
		}
		lost = answer.error;
		if (answer.kind === "throttled") {
			await backOff(clock, attempt + 1, PAUSE, signal);
			continue;
		}
		await clock.sleep(PAUSE_MS$1, signal);
		const service = await aws.services.describe(place.cluster, place.service);
		const ours = service === void 0 ? void 0 : newRollout(service, order);
		if (ours !== void 0) {
			progress.report({
				type: "note",
				text: `Rollout ${ours} was started although the answer of UpdateService got lost.`
			});
			return await announce(world, place, order, ours);
		}
	}
	throw lost ?? /* @__PURE__ */ new Error("UpdateService was not attempted");
}
/** Id of the rollout that the update started: PRIMARY, with our revision, and not one that was there before. */
function newRollout(service, { revision, rollouts }) {
	const primary = primaryRollout(service);
	return primary?.taskDefinition === revision && !rollouts.includes(primary.id) ? primary.id : void 0;
}
/** Waits until ECS lists the deployment of our rollout, and tells its id. */
async function announce(world, place, order, rollout) {
	const { aws, clock, progress, signal } = world;
	world.remember("rollout", rollout);
	const recorded = await awaitRecord(world, place, rollout, clock.now() + RECORDED_MS$1, signal);
	if (recorded === void 0) throw new AwsCallError({
		action: "ecs:ListServiceDeployments",
		code: "MISSING",
		what: `ECS has accepted rollout ${rollout} of ${formatRevision(order.revision)}, and has not listed its deployment for ${RECORDED_MS$1 / 6e4} min`,
		fix: "Look at the service’s deployments in the console before running the job again."
	});
	const id = idOf(recorded.arn);
	world.remember("deployment-id", id);
	progress.report({
		type: "deployment.created",
		id,
		revision: formatRevision(order.revision),
		link: consoleLink(aws.region, {
			kind: "serviceDeployment",
			cluster: place.cluster,
			service: place.service,
			id
		})
	});
	return {
		kind: "created",
		id,
		rollout
	};
}
/** The deployment of a rollout, as soon as ECS lists it. @param deadline epoch milliseconds */
async function awaitRecord({ aws, clock }, place, rollout, deadline, signal) {
	for (;;) {
		const ours = (await aws.serviceDeployments.list(place.cluster, place.service)).find(({ revision }) => startedByOf(revision) === rollout);
		if (ours !== void 0 || clock.now() >= deadline) return ours;
		await clock.sleep(PAUSE_MS$1, signal);
	}
}

// packages/steps/lib/deployment/ecs/place.js
function placeOf({ cluster, service }, { arn, cluster: name }) {
	const { account = "", partition = "aws", region = "" } = parseArn(arn) ?? {};
	return {
		cluster,
		service,
		deploymentPrefix: `arn:${partition}:ecs:${region}:${account}:service-deployment/${name}/${service}/`
	};
}
/** ARN of a deployment by its id; an ARN is one already. */
function arnOf({ deploymentPrefix }, id) {
	return id.startsWith("arn:") ? id : `${deploymentPrefix}${id}`;
}

// packages/steps/lib/deployment/ecs/active.js
/** How long ECS may take to list a deployment that it has accepted, in milliseconds; reports speak of seconds. */
const RECORDED_MS = 6e4;
const PAUSE_MS = 1e3;
/** The deployments of the service that are under way, newest first. */
async function listActive({ aws }, place) {
	return await aws.serviceDeployments.list(place.cluster, place.service, { statuses: ACTIVE_STATUSES });
}
/** The newest deployment of the service that is under way. */
async function findUnderWay(world, place) {
	const [newest] = await listActive(world, place);
	return newest === void 0 ? void 0 : await knownOf(world, newest);
}
/** The newest deployment under way beside the one of the id. */
async function findBeside(world, place, id) {
	const own = arnOf(place, id);
	const other = (await listActive(world, place)).find(({ arn }) => arn !== own);
	return other === void 0 ? void 0 : await knownOf(world, other);
}
/** The deployment that superseded one: the oldest of those that are younger. */
async function youngerThan(aws, place, { arn, createdAt = 0 }) {
	const younger = (await aws.serviceDeployments.list(place.cluster, place.service)).filter((one) => one.arn !== arn && (one.createdAt ?? 0) > createdAt).at(-1);
	return younger === void 0 ? void 0 : pastServiceDeployment(younger);
}
/**
* The deployment under way, and whether it brings the revision. ECS takes no text with a deployment: one that brings the
* very revision is the same wish, whoever made it, as long as it goes forward.
*/
async function findActive(world, place, revision, service) {
	const newest = await recordedActive(world, place, service);
	if (newest === void 0) return void 0;
	const deployment = await knownOf(world, newest);
	if (deployment.ended !== void 0) return void 0;
	const brings = await taskDefinitionOf(world.aws, newest.revision);
	return {
		deployment,
		ours: (newest.status === "PENDING" || newest.status === "IN_PROGRESS") && brings === revision
	};
}
/** The newest active deployment. One that was asked for a moment ago is not listed yet; its rollout tells that it will be. */
async function recordedActive(world, place, service) {
	const { clock, signal } = world;
	const primary = service === void 0 ? void 0 : primaryRollout(service);
	const end = clock.now() + RECORDED_MS;
	for (;;) {
		const [newest] = await listActive(world, place);
		if (newest !== void 0) return newest;
		if (primary === void 0 || primary.state !== "IN_PROGRESS" || clock.now() >= end) return void 0;
		if ((await world.aws.serviceDeployments.list(place.cluster, place.service)).some(({ revision }) => startedByOf(revision) === primary.id)) return void 0;
		await clock.sleep(PAUSE_MS, signal);
	}
}
/** A listed deployment with the marks that register-taskdef left on its task definition. */
async function knownOf({ aws }, brief) {
	const state = await aws.serviceDeployments.describe(brief.arn);
	const marks = await marksOf(aws, brief.revision);
	return state === void 0 ? pastServiceDeployment(brief, marks) : knownServiceDeployment(state, marks);
}
/** ARN of the task definition that a service revision has. */
async function taskDefinitionOf(aws, serviceRevision) {
	return (await aws.serviceDeployments.revisions([serviceRevision])).get(serviceRevision)?.taskDefinition;
}
/** Commit and run of the task definition that a service revision has. */
async function marksOf(aws, serviceRevision) {
	const taskDefinition = await taskDefinitionOf(aws, serviceRevision);
	if (taskDefinition === void 0) return NO_MARKS;
	const { commit, runUrl } = traceOf((await aws.deployableRevisions.origin(taskDefinition)).tags);
	return {
		...NO_MARKS,
		commit,
		runUrl
	};
}

// packages/steps/lib/deployment/ecs/look.js
/** Looks after which the service is asked again though the deployment looks as before. */
const SERVICE_EVERY = 3;
/** Maximum jitter of the polls, as a share of the interval. */
const JITTER = .1;
/** Looks at one service deployment again and again: one call a look, and the service where something may have changed. */
var ServiceDeploymentLookout = class {
	id;
	newest;
	jitter = JITTER;
	#aws;
	#place;
	#arn;
	#seen;
	#polls = 0;
	constructor(aws, place, arn) {
		this.#aws = aws;
		this.#place = place;
		this.#arn = arn;
		this.id = idOf(arn);
	}
	isUnknown(error) {
		return error instanceof AwsCallError && error.code === MISSING;
	}
	async look() {
		const before = this.#seen;
		const deployment = await this.#aws.serviceDeployments.describe(this.#arn);
		if (deployment === void 0) throw missing(this.id);
		const revision = before?.revision ?? await this.#revision(deployment.target.arn);
		const due = before === void 0 || pictureOf(before.deployment) !== pictureOf(deployment) || this.#polls % SERVICE_EVERY === 0;
		const service = before === void 0 || due ? await this.#service() : before.service;
		const failedTasks = due ? await this.#failed(deployment, service, before?.failedTasks ?? []) : before.failedTasks;
		const hasMoved = hasMovedWholly(deployment);
		const stops = deployment.status === "STOP_REQUESTED" || deployment.status === "STOPPED";
		this.#polls++;
		this.#seen = {
			deployment,
			revision,
			service,
			targetGroup: service.loadBalancers[0]?.targetGroupArn,
			failedTasks,
			stages: stagesOf(before?.stages ?? [], deployment, this.#aws.serviceDeployments.answeredAt()),
			movedAt: hasMoved ? before?.movedAt ?? this.#aws.serviceDeployments.answeredAt() : void 0,
			supersededBy: stops ? (await youngerThan(this.#aws, this.#place, deployment))?.id : void 0
		};
		return this.newest = lookOf(this.#seen);
	}
	async #revision(arn) {
		const found = (await this.#aws.serviceDeployments.revisions([arn])).get(arn);
		if (found === void 0) throw missing(this.id);
		return found.taskDefinition;
	}
	async #service() {
		const { cluster, service: name } = this.#place;
		const service = await this.#aws.services.describe(cluster, name);
		if (service !== void 0) return service;
		throw new AwsCallError({
			action: "ecs:DescribeServices",
			code: "MISSING",
			what: `service ${name} is gone from cluster ${cluster} while deployment ${this.id} runs`,
			fix: "Find out who deleted the service; create it again before deploying.",
			transient: true
		});
	}
	/** Tasks that the new revision lost by their own fault. A healthy task sets ECS's own count back to zero, so it is not asked. */
	async #failed(deployment, service, known) {
		const startedBy = startedByOf(deployment.target.arn);
		const rollout = service.rollouts?.find(({ id }) => id === startedBy);
		if ((isOver(deployment.status) || deployment.target.running >= deployment.target.requested && (rollout?.failed ?? 0) === 0 && (deployment.breaker?.failures ?? 0) === 0) && this.#polls % 6 !== 0) return known;
		const { cluster, service: name } = this.#place;
		return (await this.#aws.serviceTasks.stopped(cluster, name, startedBy)).filter(hasFailed);
	}
};
/** Our own word for an ARN that ECS does not answer about. */
const MISSING = "ServiceDeploymentNotFoundException";
function missing(id) {
	return new AwsCallError({
		action: "ecs:DescribeServiceDeployments",
		code: MISSING,
		what: `ECS has no service deployment ${id}`,
		fix: "ECS keeps deployments for 90 days, and deletes them with their service."
	});
}
/** Everything of a deployment whose change may have changed the service, too. */
function pictureOf({ breaker, sources, stage, status, target }) {
	return JSON.stringify([
		status,
		stage,
		target,
		sources,
		breaker?.failures
	]);
}
/** The stages that were seen, with the times of the looks: ECS tells the present one only. */
function stagesOf(before, { stage, status }, at) {
	const failed = status.startsWith("ROLLBACK_") && status !== "ROLLBACK_REQUESTED";
	const last = before.at(-1);
	if (failed || isOver(status)) {
		if (last?.status !== "InProgress") return before;
		return [...before.slice(0, -1), {
			...last,
			status: status === "SUCCESSFUL" ? "Succeeded" : "Failed",
			endedAt: at
		}];
	}
	if (stage === void 0 || stage === last?.name) return before;
	const done = last?.status === "InProgress" ? {
		...last,
		status: "Succeeded",
		endedAt: at
	} : last;
	return [
		...before.slice(0, -1),
		...done === void 0 ? [] : [done],
		{
			name: stage,
			status: "InProgress",
			startedAt: at
		}
	];
}

// packages/steps/lib/deployment/ecs/stop.js
/** How long a way back may take, in milliseconds: a rolling one starts the old tasks again. */
const BACK_MS = 36e5;
/**
* Follows a deployment that ends without success to its end: ECS goes back under the same id, so there is no second
* deployment to be found.
*/
async function followBack(world, place, arn, options) {
	const { aws, clock, progress } = world;
	const id = idOf(arn);
	const look = async () => {
		const found = await aws.serviceDeployments.describe(arn);
		if (found === void 0) throw missing(id);
		return found;
	};
	let state = await look();
	let seen = state.status;
	await wait(async () => {
		state = await look();
		if (state.status !== seen) {
			seen = state.status;
			const back = seen.startsWith("ROLLBACK_");
			progress.report({
				type: "deployment.status",
				id,
				status: seen,
				...back ? { back } : {}
			});
		}
		return isOver(state.status) ? {
			state: "done",
			value: void 0
		} : {
			state: "pending",
			reason: `${id} is ${state.status}`
		};
	}, {
		clock,
		signal: options.signal ?? world.signal,
		intervalMs: options.intervalMs,
		deadline: clock.now() + (options.limitMs ?? BACK_MS)
	});
	const superseded = state.status === "STOPPED" ? await youngerThan(aws, place, state) : void 0;
	const deployment = {
		...knownServiceDeployment(state),
		...superseded === void 0 ? {} : { supersededBy: superseded.id }
	};
	switch (state.status) {
		case "ROLLBACK_SUCCESSFUL": return {
			deployment,
			back: {
				kind: "rolledBack",
				id
			}
		};
		case "ROLLBACK_FAILED": return {
			deployment,
			back: {
				kind: "rollbackFailed",
				id,
				deployment
			}
		};
		case "SUCCESSFUL":
		case "STOPPED": return {
			deployment,
			back: { kind: "none" }
		};
		default: return {
			deployment,
			back: {
				kind: "rollbackUnfinished",
				id,
				status: state.status
			}
		};
	}
}
/** The command by which a person stops a deployment and goes back; ECS knows no other way to stop one. */
function stopCommand(arn) {
	return `aws ecs stop-service-deployment --service-deployment-arn ${arn} --stop-type ROLLBACK`;
}

export { findActive as a, marksOf as c, placeOf as d, awaitRecord as f, missing as i, taskDefinitionOf as l, newRollout as m, stopCommand as n, findBeside as o, createDeployment as p, ServiceDeploymentLookout as r, findUnderWay as s, followBack as t, arnOf as u };