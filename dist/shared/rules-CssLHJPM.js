import { Jr as ConfigurationError, jn as served } from "./base-D7WWzZYD.js";
import { a as HOLDS, o as failed, r as serviceLink } from "./service-rules-C0o4gvZz.js";
import { o as COMMON } from "./production-BR5-woBc.js";

// packages/steps/lib/deployment/busy.js
/** Rounds in which AWS may start nothing without an active deployment to be seen. */
const BUSY_ROUNDS = 10;
/**
* AWS started no deployment: pauses before the next round, in which the other deployment will be seen.
* @param round counted from 0
* @throws ConfigurationError `trouble` when that never happens, as when the account's limit of deployments is what was hit
*/
async function pauseBusy({ clock, signal }, round, intervalMs, trouble) {
	if (round >= BUSY_ROUNDS) throw new ConfigurationError(trouble);
	await clock.sleep(intervalMs, signal);
}

// packages/steps/lib/rules/ecs/facts.js
/** Gives a row about the facts of ECS's own deployments its types. */
function rule(row) {
	return row;
}

// packages/steps/lib/rules/ecs/service-rules.js
/** Strategies by which ECS shifts traffic between two target groups. */
const SHIFTING = [
	"BLUE_GREEN",
	"LINEAR",
	"CANARY"
];
/** Rules about a service that ECS itself deploys, and about the inputs that it can follow. */
const ecsServiceRules = [
	rule({
		id: "no-express-service",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => service?.isManaged === true ? failed(`Service ${service.name} is an Express service: ECS owns its load balancer, its alarms and its canary.`, "Deploy it with aws ecs update-express-gateway-service --primary-container image=…, or create a service of your own.", { link: serviceLink(region, service) }) : HOLDS
	}),
	rule({
		id: "followed-strategy",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => {
			const strategy = service?.settings?.strategy ?? "ROLLING";
			if (service === void 0 || strategy === "ROLLING") return HOLDS;
			const link = serviceLink(region, service);
			if (!SHIFTING.includes(strategy)) return failed(`Service ${service.name} has the deployment strategy ${strategy}, which this version does not know.`, "Set the strategy to ROLLING, BLUE_GREEN, LINEAR or CANARY, or use a newer version of this action.", { link });
			const { loadBalancers } = service;
			return loadBalancers.length === 1 && loadBalancers[0]?.shift?.productionRule !== void 0 ? HOLDS : failed(`Service ${service.name} has the deployment strategy ${strategy} and ${loadBalancers.length === 1 ? "a load balancer without a production listener rule" : `${loadBalancers.length} load balancers`}; a shift is proven on exactly one production listener rule.`, "Set the strategy to ROLLING, or give the service one load balancer with advancedConfiguration (aws ecs update-service).", { link });
		}
	}),
	rule({
		id: "listener-weights",
		needs: ["followed-strategy"],
		looks: [
			"service",
			"shift",
			"region"
		],
		judge: ({ region, service, shift }) => {
			if (service === void 0 || shift === void 0) return HOLDS;
			const { listener, pair, rule: arn, running } = shift;
			const link = serviceLink(region, service);
			if (listener === void 0) return failed(`Production listener rule ${arn} of service ${service.name} does not exist.`, "Create the rule again, and name it in the advancedConfiguration of the service (aws ecs update-service --load-balancers).", { link });
			const serving = [...served(listener).keys()];
			const [group] = serving;
			const restore = `Forward the rule to ${running ?? "the target group of the running tasks"} with weight 100 and to the other group of the pair with 0 (aws elbv2 modify-rule), and find out what changed it: a stack or Terraform often does.`;
			if (group === void 0 || serving.length > 1) return failed(`Production listener rule ${arn} of service ${service.name} forwards to ${serving.length} target groups with a weight above 0; ECS needs exactly one, and rolls the deployment back.`, restore, { link });
			if (!pair.includes(group)) return failed(`Production listener rule ${arn} of service ${service.name} forwards to ${group}, which is none of its pair ${pair.join(" and ")}; ECS rolls the deployment back.`, restore, { link });
			if (running === void 0) return [{
				status: "warned",
				what: `ECS does not tell the target group of the tasks that serve for service ${service.name}, so the weights of its production listener rule are not compared with it.`,
				fix: `Look whether the running tasks are registered in ${group}.`,
				link
			}];
			return group === running ? HOLDS : failed(`Production listener rule ${arn} of service ${service.name} forwards to ${group}, but the running tasks are in ${running}: ECS would put the new tasks among the old ones.`, restore, { link });
		}
	}),
	rule({
		id: "own-inputs",
		needs: ["service"],
		looks: ["foreign", "service"],
		judge: ({ foreign, service }) => service === void 0 ? HOLDS : foreign.flatMap((name) => failed(`Input ${name} has no meaning for service ${service.name}, which ECS deploys by itself.`, name === "alarms" ? "Remove alarms, and set them in the service’s deploymentConfiguration: ECS watches those during each deployment." : `Remove ${name}.`))
	}),
	rule({
		id: "own-milestone",
		needs: ["followed-strategy"],
		looks: ["service"],
		judge: ({ service }, { gate, waitUntil }) => {
			if (service === void 0 || gate === void 0 && waitUntil !== "ready") return HOLDS;
			const asked = gate === void 0 ? "wait-until: ready" : `gate: ${gate.kind}`;
			const fix = `${gate === void 0 ? "Use wait-until: traffic-shifted or completed" : "Set gate: none"}, or deploy the service blue/green by CodeDeploy.`;
			return (service.settings?.strategy ?? "ROLLING") === "ROLLING" ? failed(`${asked} needs new tasks that run before users reach them; service ${service.name} rolls, so each new task serves at once.`, fix) : failed(`${asked} needs a deployment that waits before the shift; this action can't make one of ECS's own (service ${service.name}) wait.`, fix);
		}
	}),
	rule({
		id: "way-to-stop",
		needs: ["service"],
		looks: ["service"],
		judge: ({ service }, { onCancel }) => service !== void 0 && onCancel === "stop" ? failed(`on-cancel: stop can't be had for service ${service.name}: ECS stops a deployment by rolling it back only.`, "Set on-cancel to rollback or leave.") : HOLDS
	}),
	rule({
		id: "container-as-configured",
		needs: ["service"],
		looks: ["service"],
		judge: ({ service }, { container: { name, port } }) => {
			if (service === void 0 || name === void 0 && port === void 0) return HOLDS;
			const { loadBalancers } = service;
			const fits = loadBalancers.some((one) => (name === void 0 || one.containerName === name) && (port === void 0 || one.containerPort === port));
			const asked = [name, port].filter((one) => one !== void 0).join(":");
			const configured = loadBalancers.map((one) => `${one.containerName}:${one.containerPort}`).join(", ");
			return fits ? HOLDS : failed(`container-name and container-port (${asked}) are not those of service ${service.name} (${configured || "it has no load balancer"}), and a deployment does not change them.`, "Remove them, or change the load balancers of the service first.");
		}
	}),
	rule({
		id: "room-to-roll",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => {
			const settings = service?.settings;
			if (service === void 0 || settings?.strategy !== "ROLLING") return HOLDS;
			if (service.desired === 0 || service.schedulingStrategy === "DAEMON") return HOLDS;
			const least = Math.ceil(service.desired * settings.minimumHealthyPercent / 100);
			const most = Math.floor(service.desired * settings.maximumPercent / 100);
			return most > least ? HOLDS : failed(`Service ${service.name} can't roll: with a desired count of ${service.desired}, minimumHealthyPercent ${settings.minimumHealthyPercent} keeps ${least} tasks and maximumPercent ${settings.maximumPercent} allows ${most}, so no task can be started or stopped.`, "Raise maximumPercent to 200, or lower minimumHealthyPercent (aws ecs update-service --deployment-configuration …).", { link: serviceLink(region, service) });
		}
	}),
	rule({
		id: "alarms-not-firing",
		needs: ["service"],
		looks: ["firing", "service"],
		judge: ({ firing, service }) => service === void 0 || firing.length === 0 ? HOLDS : failed(`Alarm${firing.length === 1 ? "" : "s"} ${firing.join(", ")} of service ${service.name} fire${firing.length === 1 ? "s" : ""} now; ECS would ignore ${firing.length === 1 ? "it" : "them"} for the whole deployment.`, "Wait until the alarm is OK, or set ignore-alarms: true to deploy without its protection.")
	}),
	rule({
		id: "circuit-breaker",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => {
			const breaker = service?.settings?.breaker;
			if (service === void 0 || breaker === void 0 || breaker.enabled && breaker.rollback) return HOLDS;
			return [{
				status: "warned",
				what: breaker.enabled ? `The circuit breaker of service ${service.name} stops a failing deployment without going back.` : `Service ${service.name} has no circuit breaker: ECS never gives up a deployment whose tasks fail.`,
				fix: "This step stops it with a rollback after max-failed-tasks, or when its time is over. Turn on deploymentCircuitBreaker with rollback to be safe when the runner dies.",
				link: serviceLink(region, service)
			}];
		}
	}),
	rule({
		id: "containers-of-load-balancers",
		needs: ["revision-active"],
		looks: ["service", "task"],
		judge: ({ service, task }) => {
			if (service === void 0 || task === void 0) return HOLDS;
			return service.loadBalancers.slice(1).flatMap(({ containerName, containerPort }) => task.containers.some(({ name, ports }) => name === containerName && ports.includes(containerPort)) ? [] : failed(`Task definition ${task.label} has no container ${containerName} with port ${containerPort}, to which a target group of service ${service.name} sends requests.`, "Add the container and its port to the task definition, or remove that load balancer from the service first."));
		}
	})
];

// packages/steps/lib/deployment/ecs/rules.js
/** Rows that ECS's own deployments add to the rule book. */
const OWN_RULES = ecsServiceRules;
/** Everything that keeps a service deployment from starting, each rule once and after those that it needs. */
const RULES = [...COMMON, ...OWN_RULES];

export { RULES as n, pauseBusy as r, OWN_RULES as t };