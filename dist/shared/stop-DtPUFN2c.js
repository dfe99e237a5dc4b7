import { Gr as AwsCallError, Mt as hasFailed, a as NO_MARKS, c as primaryRollout, ct as traceOf, d as idOf, f as isOver, fr as parseRevision, i as lookOf, l as servingRollout, mr as parseArn, o as knownServiceDeployment, p as startedByOf, qt as wait, r as hasMovedWholly, s as pastServiceDeployment, u as ACTIVE_STATUSES } from "./base-D7WWzZYD.js";

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
/**
* The newest deployment under way, also when it was asked for a moment ago and is not listed yet, and whether it goes back.
* ECS keeps no text with a deployment: one that brings an older revision of the family than what serves goes back.
*/
async function findRecorded(world, place) {
	const service = await world.aws.services.describe(place.cluster, place.service);
	const newest = await recordedActive(world, place, service);
	if (newest === void 0) return void 0;
	const deployment = await knownOf(world, newest);
	if (deployment.ended !== void 0) return void 0;
	const brings = await taskDefinitionOf(world.aws, newest.revision);
	const serves = service === void 0 ? void 0 : servingRollout(service)?.taskDefinition;
	const isRollback = deployment.marks.isRollback || isOlder(brings, serves);
	return {
		...deployment,
		marks: {
			...deployment.marks,
			isRollback
		}
	};
}
/** Whether a task definition is an older revision of the other one's family. */
function isOlder(one, other) {
	const [old, young] = [parseRevision(one ?? ""), parseRevision(other ?? "")];
	return old !== void 0 && young !== void 0 && old.family === young.family && old.number < young.number;
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
	const { commit, copyOf, runUrl } = traceOf((await aws.deployableRevisions.origin(taskDefinition)).tags);
	return {
		...NO_MARKS,
		commit,
		runUrl,
		isRollback: copyOf !== void 0
	};
}

// packages/steps/lib/deployment/ecs/shift.js
/** How ECS shifts the traffic of a service that does not roll; undefined when it rolls or has no pair. */
function shiftOf(service) {
	return service?.settings === void 0 || service.settings.strategy === "ROLLING" ? void 0 : service.loadBalancers[0]?.shift;
}
/** The live production rule and the target group that should be behind it; reads only. */
async function liveShift(aws, service) {
	const shift = shiftOf(service);
	if (service === void 0 || shift?.productionRule === void 0) return void 0;
	const { productionRule: rule } = shift;
	const configured = service.loadBalancers[0]?.targetGroupArn ?? "";
	const [listener, running] = await Promise.all([aws.loadBalancing.listenerOfRule(rule), runningGroup(aws, service, rule)]);
	return {
		rule,
		pair: [configured, shift.alternateTargetGroup],
		listener,
		running
	};
}
/** The groups alternate from deployment to deployment, so only the service revision names the one in use. */
async function runningGroup(aws, service, rule) {
	const arn = revisionArnOf(service, servingRollout(service)?.id);
	if (arn === void 0) return void 0;
	const resolved = (await aws.serviceDeployments.revisions([arn])).get(arn)?.resolved ?? [];
	const found = resolved.find(({ productionRule }) => productionRule === rule) ?? resolved[0];
	return found?.targetGroup === "" ? void 0 : found?.targetGroup;
}
/** ARN of the service revision of a rollout: both have the same number. */
function revisionArnOf({ arn, cluster, name }, rollout) {
	const number = rollout?.split("/").at(-1);
	const parsed = parseArn(arn);
	return number === void 0 || parsed === void 0 ? void 0 : `arn:${parsed.partition}:ecs:${parsed.region}:${parsed.account}:service-revision/${cluster}/${name}/${number}`;
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
			targetGroup: shiftOf(service) === void 0 ? service.loadBalancers[0]?.targetGroupArn : void 0,
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

export { liveShift as a, findBeside as c, isOlder as d, marksOf as f, placeOf as h, missing as i, findRecorded as l, arnOf as m, stopCommand as n, shiftOf as o, taskDefinitionOf as p, ServiceDeploymentLookout as r, findActive as s, followBack as t, findUnderWay as u };