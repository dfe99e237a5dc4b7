import { p as startedByOf } from "./base-D7WWzZYD.js";
import { t as savedJson } from "./saved-state-CKdKk1Bl.js";
import { r as newRollout, t as awaitRecord } from "./create-Ci1cMMPf.js";
import { h as placeOf, m as arnOf, n as stopCommand } from "./stop-DtPUFN2c.js";

// packages/steps/lib/deployment/ecs/after-kill.js
/** A dead process's request may take effect, and be listed, this much later. */
const IN_FLIGHT_MS = 2e4;
const PAUSE_MS = 1e3;
/**
* `post:` of every step that deploys: when the process was killed before its deployment was decided, does what a cancelled
* step would have done.
*/
async function afterKill(remembered, world) {
	const { "on-cancel": onCancel, settled, "created-as": text } = remembered;
	if (settled === "true" || onCancel === void 0 || onCancel === "leave" || text === void 0) return;
	const asked = savedJson("created-as", text, isCreation);
	const service = await world.aws.services.describe(asked.cluster, asked.service);
	if (service === void 0) return;
	const place = placeOf(asked, service);
	const id = remembered["deployment-id"] ?? await unanswered(remembered, asked, world);
	if (id === void 0) return;
	const arn = arnOf(place, id);
	const state = await world.aws.serviceDeployments.describe(arn);
	const brings = state === void 0 ? void 0 : (await world.aws.serviceDeployments.revisions([state.target.arn])).get(state.target.arn)?.taskDefinition;
	if (state === void 0 || brings !== asked.revision || asked.rollouts.includes(startedByOf(state.target.arn))) {
		world.progress.report({
			type: "warning",
			what: `The step was killed while it followed deployment ${id}, which this run did not make: the deployment goes on.`,
			fix: `To stop it: ${stopCommand(arn)}`
		});
		return;
	}
	const done = await world.aws.serviceDeployments.stop(arn);
	world.progress.report({
		type: "warning",
		what: done === "stopping" ? `The step was killed while deployment ${id} ran; it has been told to stop and roll back.` : `The step was killed; deployment ${id} had ended by itself.`
	});
}
/** Killed between asking for the deployment and hearing its id. */
async function unanswered({ creation, rollout }, asked, world) {
	const { clock, aws } = world;
	const end = clock.now() + IN_FLIGHT_MS;
	let ours = rollout;
	while (ours === void 0) {
		const service = await aws.services.describe(asked.cluster, asked.service);
		ours = service === void 0 ? void 0 : newRollout(service, asked);
		if (ours === void 0 && (creation !== "asked" || clock.now() >= end)) return void 0;
		if (ours === void 0) await clock.sleep(PAUSE_MS);
	}
	return (await awaitRecord(world, asked, ours, end))?.arn;
}
function isCreation(value) {
	const { cluster, revision, rollouts, service } = value ?? {};
	return [
		cluster,
		revision,
		service
	].every((one) => typeof one === "string") && Array.isArray(rollouts) && rollouts.every((one) => typeof one === "string");
}

export { afterKill };