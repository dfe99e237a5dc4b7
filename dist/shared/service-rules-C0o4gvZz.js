import { hr as consoleLink, mn as servingTasks } from "./base-D7WWzZYD.js";

// packages/steps/lib/rules/rule.js
/** Gives a row about every engine's facts its types. */
function rule(row) {
	return row;
}
function failed(what, fix, more = {}) {
	return [{
		status: "failed",
		what,
		fix,
		...more
	}];
}
const HOLDS = [];

// packages/steps/lib/rules/service-rules.js
/** Rules about the service, whatever deploys it. */
const serviceRules = [
	rule({
		id: "service",
		needs: [],
		looks: [
			"environment",
			"service",
			"region"
		],
		judge: ({ environment: { cluster, service: name }, region, service }) => {
			if (service === void 0) return failed(`Cluster ${cluster} has no service ${name}.`, "Correct cluster and service (or stack and aws-region), or create the service.");
			if (service.status === "ACTIVE") return HOLDS;
			const link = consoleLink(region, {
				kind: "cluster",
				cluster
			});
			return isGoneService(service) ? failed(`Service ${name} in cluster ${cluster} is ${service.status}.`, "Create it again (aws ecs create-service), or correct cluster and service.", { link }) : [{
				status: "warned",
				what: `Service ${name} in cluster ${cluster} is ${service.status}, a status that this version does not know.`,
				fix: "Look at the service in the console if the deployment fails.",
				link
			}];
		}
	}),
	rule({
		id: "desired-count",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }, { allowZeroTasks }) => service?.desired === 0 ? [{
			status: allowZeroTasks ? "warned" : "failed",
			what: `Service ${service.name} has a desired count of 0: a deployment would succeed without a single task having run.`,
			fix: "Raise the desired count, or set allow-zero-tasks: true.",
			link: serviceLink(region, service)
		}] : HOLDS
	}),
	rule({
		id: "gate-has-targets",
		needs: ["service"],
		looks: ["service"],
		judge: ({ service }, { gate }) => service?.desired === 0 && gate?.kind === "health" ? failed(`gate: health can never pass for service ${service.name}: with a desired count of 0 it has no targets.`, "Raise the desired count, or set gate: none.") : HOLDS
	})
];
/** Whether ECS runs no more tasks of the service. AWS may add statuses, and those are not taken for an end. */
function isGoneService({ status }) {
	return [
		"DRAINING",
		"INACTIVE",
		""
	].includes(status);
}
/** Page of a service. */
function serviceLink(region, { cluster, name }) {
	return consoleLink(region, {
		kind: "service",
		cluster,
		service: name
	});
}
/** Where production's requests go: of the tasks that serve, else of the service itself. */
function liveBalancers(service) {
	return servingTasks(service).loadBalancers;
}

export { HOLDS as a, serviceRules as i, liveBalancers as n, failed as o, serviceLink as r, rule as s, isGoneService as t };