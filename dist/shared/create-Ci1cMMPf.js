import { Gr as AwsCallError, Qn as backOff, c as primaryRollout, d as idOf, dr as formatRevision, hr as consoleLink, p as startedByOf } from "./base-D7WWzZYD.js";

// packages/steps/lib/deployment/ecs/create.js
/** How often an update is tried whose answer got lost. */
const ATTEMPTS = 5;
const PAUSE_MS = 1e3;
/** Between attempts that ECS throttled. */
const PAUSE = {
	firstMs: 2e3,
	longestMs: 32e3
};
/** How long a deployment that ECS has accepted may stay unlisted, in milliseconds; reports speak of seconds. */
const RECORDED_MS = 6e5;
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
		await clock.sleep(PAUSE_MS, signal);
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
	const recorded = await awaitRecord(world, place, rollout, clock.now() + RECORDED_MS, signal);
	if (recorded === void 0) throw new AwsCallError({
		action: "ecs:ListServiceDeployments",
		code: "MISSING",
		what: `ECS has accepted rollout ${rollout} of ${formatRevision(order.revision)}, and has not listed its deployment for ${RECORDED_MS / 6e4} min`,
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
		await clock.sleep(PAUSE_MS, signal);
	}
}

export { createDeployment as n, newRollout as r, awaitRecord as t };