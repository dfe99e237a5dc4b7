import { Er as textOf, dr as formatRevision, hr as consoleLink, l as servingRollout, n as serviceDeploymentBudget, t as leastMinutes } from "./base-D7WWzZYD.js";
import { t as once } from "./facts-By14LQWu.js";
import { a as liveShift, h as placeOf, m as arnOf, n as stopCommand, u as findUnderWay } from "./stop-DtPUFN2c.js";
import { t as groupsOf } from "./observe-BUiCO33A.js";
import { i as passed, n as failed, o as warned } from "./item-CKCvo54z.js";
import { c as ruled, n as ownRights } from "./rights-BtW2GtUB.js";
import { r as serviceLink } from "./service-rules-C0o4gvZz.js";

// packages/steps/lib/deployment/ecs/preflight/facts.js
/** Facts about a service that ECS itself deploys; each call is made once. */
var RollingFacts = class {
	checked;
	constructor(checked) {
		this.checked = checked;
	}
	/** Those of the service's target groups that exist. */
	targetGroups = once(async () => await groupsOf(this.checked.aws, await this.checked.service()));
	/** Where ECS shifts production traffic; undefined for a service that rolls. */
	shift = once(async () => await liveShift(this.checked.aws, await this.checked.service()));
	/** The load balancer that users reach; undefined for a worker. */
	balancer = once(async () => {
		const [arn] = (await this.targetGroups()).flatMap(({ loadBalancerArns }) => loadBalancerArns);
		return arn === void 0 ? void 0 : await this.checked.aws.loadBalancing.loadBalancer(arn);
	});
	/** Names of the alarms that ECS watches during a deployment. */
	watched = once(async () => {
		const alarms = (await this.checked.service()).settings?.alarms;
		return alarms?.enabled === true ? alarms.names : [];
	});
	/** Those alarms that CloudWatch has. */
	alarms = once(async () => {
		const names = await this.watched();
		return names.length === 0 ? [] : await this.checked.aws.alarms.describe(names);
	});
	/** Names of the alarms that fire now; none with `ignore-alarms`, which gives an empty list of alarms. */
	firing = once(async () => {
		if (this.checked.request.alarms?.length === 0) return [];
		return (await this.alarms()).filter(({ state }) => state === "ALARM").map(({ name }) => name);
	});
	/** Id of the service's deployment that is under way. */
	active = once(async () => {
		const place = placeOf(await this.checked.environment(), await this.checked.service());
		return (await findUnderWay(this.checked, place))?.id;
	});
};

// packages/steps/lib/deployment/ecs/preflight/items.js
/** Items about a service that ECS itself deploys. */
function rollingItems(facts) {
	const { checked } = facts;
	return [
		ruled(checked, "service-features", "What ECS can deploy", ["service"], async () => passed(`Its deployments are ${(await checked.service()).settings?.strategy ?? "ROLLING"}.`)),
		ruled(checked, "deployment-config", "Deployment configuration", ["service-features"], async () => await configuration(facts)),
		ruled(checked, "wait-before-shift", "Wait before the shift", ["service-features"], async () => await Promise.resolve(passed("Nothing asks for a wait before the shift."))),
		{
			id: "target-groups",
			title: "Target groups",
			needs: ["service-features"],
			check: async () => await targetGroups(facts)
		},
		{
			id: "primary",
			title: "Tasks that serve now",
			needs: ["controller"],
			check: async () => await serving(facts)
		},
		{
			id: "active-deployment",
			title: "No deployment under way",
			needs: ["service-features"],
			check: async () => await active(facts)
		},
		ruled(checked, "alarms", "Alarms", ["service-features"], async () => await alarms(facts))
	];
}
async function configuration({ checked }) {
	const { settings } = await checked.service();
	return passed(settings === void 0 ? "ECS rolls it with its own defaults." : `ECS keeps ${settings.minimumHealthyPercent} % of the tasks and runs ${settings.maximumPercent} % at most; the circuit breaker goes back.`);
}
/** A target group that is gone, or that no listener uses, receives no request. */
async function targetGroups(facts) {
	const { loadBalancers } = await facts.checked.service();
	const wanted = loadBalancers.map(({ targetGroupArn }) => targetGroupArn).filter(Boolean);
	if (wanted.length === 0) return passed("The service has none: it is a worker.");
	const found = await facts.targetGroups();
	const missing = wanted.filter((arn) => !found.some((group) => group.arn === arn));
	if (missing.length > 0) return failed(`There is no target group ${missing.join(", ")}, in which the service registers its tasks.`, "Create it, or change the load balancers of the service (aws ecs update-service --load-balancers …).");
	const idle = found.filter(({ loadBalancerArns }) => loadBalancerArns.length === 0);
	return idle.length === 0 ? passed(`${found.map(({ name }) => name).join(" and ")} ${found.length === 1 ? "receives" : "receive"} requests.`) : failed(`No listener forwards to target group ${idle.map(({ name }) => name).join(", ")}, so ECS waits for health checks that never run.`, "Add a listener or a rule that forwards to it, or take it out of the service’s load balancers.");
}
/** Tasks that fail now don't keep the next version from being deployed, but there is little to go back to. */
async function serving({ checked }) {
	const service = await checked.service();
	const rollout = servingRollout(service);
	if (rollout === void 0) return passed(`${formatRevision(service.taskDefinition)} is what the service names.`);
	const label = formatRevision(rollout.taskDefinition);
	if (rollout.running >= rollout.desired) return passed(`${label} runs ${rollout.running} of ${rollout.desired} tasks.`);
	const [event] = service.events;
	return warned(`${label} runs ${rollout.running} of ${rollout.desired} tasks${event === void 0 ? "." : `: ${event.text}`}`, "A deployment can start and may be the cure; a rollback would go back to these tasks.", serviceLink(checked.aws.region, service));
}
/** ECS refuses no second deployment: it supersedes the first one. The step that deploys is told what to do with it. */
async function active(facts) {
	const { checked } = facts;
	const id = await facts.active();
	if (id === void 0) return passed("No deployment of the service is under way.");
	const place = placeOf(await checked.environment(), await checked.service());
	const { cluster, service } = place;
	const link = consoleLink(checked.aws.region, {
		kind: "serviceDeployment",
		cluster,
		service,
		id
	});
	const found = `Deployment ${id} of service ${service} is under way; a second one would supersede it.`;
	if (checked.request.onActive === "fail") return {
		...failed(found, `Wait for it, stop it (${stopCommand(arnOf(place, id))}), or let the deployment do so with on-active-deployment: wait or stop.`, link),
		refuses: true
	};
	return warned(found, `The deployment takes care of it: on-active-deployment is ${checked.request.onActive}.`, link);
}
/** An alarm that CloudWatch does not have watches nothing. */
async function alarms(facts) {
	const names = await facts.watched();
	if (names.length === 0) return passed("No alarm stops the deployment.");
	const known = await facts.alarms();
	const missing = names.filter((name) => !known.some((alarm) => alarm.name === name));
	const [absent] = missing;
	return absent === void 0 ? passed(`${names.join(", ")}: none is firing.`) : failed(`CloudWatch has no alarm ${missing.join(", ")}, by which the deployment would be stopped.`, "Create it, or take it out of the service’s deploymentConfiguration (alarms).", consoleLink(facts.checked.aws.region, {
		kind: "alarm",
		name: absent
	}));
}

// packages/steps/lib/deployment/ecs/preflight/right-item.js
/** Rights of these credentials on the service and its deployments. */
function rightItem(facts) {
	return {
		id: "permissions",
		title: "Rights of these credentials",
		needs: ["service-features"],
		check: async () => await permissions(facts)
	};
}
/**
* Source of actions and resources: the service authorization reference, "Actions, resources, and condition keys". Actions
* without a resource type are asked with the resource by which policies scope them.
*/
async function permissions({ checked }) {
	const service = await checked.service();
	const { cluster, name } = service;
	const inCluster = { "ecs:cluster": await checked.arn("ecs", `cluster/${cluster}`) };
	const definition = await checked.definition().catch(() => void 0);
	const balanced = service.loadBalancers.length > 0;
	const watched = service.settings?.alarms.enabled === true;
	return await ownRights(checked, [
		{
			actions: [
				"ecs:DescribeServices",
				"ecs:UpdateService",
				"ecs:ListServiceDeployments"
			],
			resources: [service.arn],
			context: inCluster
		},
		{
			actions: ["ecs:DescribeServiceDeployments", "ecs:StopServiceDeployment"],
			resources: [await checked.arn("ecs", `service-deployment/${cluster}/${name}/0`)],
			context: inCluster
		},
		{
			actions: ["ecs:DescribeServiceRevisions"],
			resources: [await checked.arn("ecs", `service-revision/${cluster}/${name}/0`)],
			context: inCluster
		},
		{
			actions: ["ecs:RegisterTaskDefinition"],
			resources: [await checked.arn("ecs", `task-definition/${textOf(definition?.["family"] ?? "app")}:1`)]
		},
		{
			actions: ["ecs:ListTasks"],
			resources: [await checked.arn("ecs", `container-instance/${cluster}/0`)],
			context: inCluster
		},
		{
			actions: ["ecs:DescribeTasks"],
			resources: [await checked.arn("ecs", `task/${cluster}/0`)],
			context: inCluster
		},
		...balanced ? [{
			actions: ["elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth"],
			resources: ["*"]
		}] : [],
		...watched ? [{
			actions: ["cloudwatch:DescribeAlarms"],
			resources: ["*"]
		}] : []
	], "These credentials may register, deploy, follow and stop.");
}

// packages/steps/lib/deployment/ecs/preflight/checks.js
/** Checks of preflight before a deployment that ECS itself makes. */
function checksOf(checked, options) {
	const facts = new RollingFacts(checked);
	const none = async () => await Promise.resolve(void 0);
	return {
		items: [...rollingItems(facts), rightItem(facts)],
		looks: {
			foreign: async () => await Promise.resolve(options.foreign),
			firing: facts.firing,
			shift: facts.shift,
			targetGroups: facts.targetGroups,
			production: async () => (await facts.shift())?.listener,
			test: none
		},
		targetGroups: facts.targetGroups,
		balancer: facts.balancer,
		productionListener: none,
		extraTasks: async () => extraTasks(await checked.service()),
		duration: async () => {
			const { settings } = await checked.service();
			const { waitMinutes, waitUntil } = checked.request;
			return {
				budget: serviceDeploymentBudget(settings, {
					waitUntil,
					hooks: 0,
					minutes: waitMinutes
				}),
				leastMinutes: leastMinutes(settings, waitUntil)
			};
		}
	};
}
/** ECS rounds the upper bound down. Source: the guide, "rolling update". */
function extraTasks({ desired, settings }) {
	if (settings !== void 0 && settings.strategy !== "ROLLING") return desired;
	const most = Math.floor(desired * (settings?.maximumPercent ?? 200) / 100);
	return Math.min(desired, Math.max(0, most - desired));
}

export { checksOf };