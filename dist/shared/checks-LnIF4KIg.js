import { C as trusts, Er as textOf, dr as formatRevision, hr as consoleLink, kt as shiftMinutes, mr as parseArn, pr as lastSegment, sn as primaryTaskSet, tr as isSameArn } from "./base-D7WWzZYD.js";
import { a as groupLabel, n as budgetFor, s as stopCommand, t as findGroup } from "./find-group-DtsTeKjX.js";
import { i as passed, n as failed, o as warned } from "./item-CKCvo54z.js";
import { t as once } from "./facts-By14LQWu.js";
import { a as actionsOf, c as ruled, i as roleLink, n as ownRights, o as advice, r as passing, s as conditional } from "./rights-BtW2GtUB.js";
import { r as serviceLink } from "./service-rules-C0o4gvZz.js";

// packages/steps/lib/deployment/codedeploy/preflight/alarm-item.js
/** The alarms that stop a deployment. */
function alarmItem(facts) {
	return {
		id: "alarms",
		title: "Alarms",
		needs: ["deployment-group"],
		check: async () => await alarms(facts)
	};
}
/** A deployment that begins while one of its alarms is firing is stopped at once. */
async function alarms(facts) {
	const { alarms: own } = await facts.group();
	const names = facts.checked.request.alarms ?? (own?.enabled === true ? own.names : []);
	if (names.length === 0) return passed("No alarm stops the deployment.");
	const found = await facts.checked.aws.alarms.describe(names);
	const missing = names.filter((name) => !found.some((alarm) => alarm.name === name));
	const [absent] = missing;
	if (absent !== void 0) {
		const text = `CloudWatch has no alarm ${missing.join(", ")}, by which the deployment would be stopped.`;
		const link = consoleLink(facts.checked.aws.region, {
			kind: "alarm",
			name: absent
		});
		return own?.ignorePollFailure === true && facts.checked.request.alarms === void 0 ? warned(text, "Create it, or take it out of the deployment group: it guards nothing.", link) : failed(text, "Create it, or take it out of the deployment group (alarmConfiguration) or the input alarms.", link);
	}
	const firing = found.filter(({ state }) => state === "ALARM");
	const [first] = firing;
	if (first === void 0) return passed(`${names.join(", ")}: none is firing.`);
	return failed(`Alarm ${firing.map(({ name }) => name).join(", ")} is firing (${first.reason || "no reason given"}): CodeDeploy would stop the deployment at once.`, "Mend what it shows, or deploy the cure with ignore-alarms: true.", consoleLink(facts.checked.aws.region, {
		kind: "alarm",
		name: first.name
	}));
}

// packages/steps/lib/deployment/codedeploy/preflight/group-facts.js
/** Facts of CodeDeploy and the load balancer about a service's deployment group; each call is made once. */
var GroupFacts = class {
	checked;
	/** The deployment configuration that the user names. */
	configName;
	#options;
	constructor(checked, options) {
		this.checked = checked;
		this.configName = options.config;
		this.#options = options;
	}
	/** @throws ConfigurationError when there is none, or more than one */
	group = once(async () => await findGroup(this.checked.aws, await this.checked.environment(), this.#options));
	config = once(async () => {
		const group = await this.group();
		return await this.checked.aws.deploymentGroups.config(this.configName ?? group.config);
	});
	/** Those of the group's target groups that exist. */
	pair = once(async () => {
		const { targetGroups } = await this.group();
		if (targetGroups.length === 0) return [];
		const { loadBalancing } = this.checked.aws;
		const together = await loadBalancing.targetGroupsNamed(targetGroups);
		if (together.length > 0) return together;
		return (await Promise.all(targetGroups.map(async (name) => await loadBalancing.targetGroupsNamed([name])))).flat();
	});
	production = once(async () => {
		const { productionListener } = await this.group();
		return productionListener === void 0 ? void 0 : await this.checked.aws.loadBalancing.listener(productionListener);
	});
	test = once(async () => {
		const { testListener } = await this.group();
		return testListener === void 0 ? void 0 : await this.checked.aws.loadBalancing.listener(testListener);
	});
	/** Id of the deployment of the group that is under way. */
	active = once(async () => {
		const { application, name } = await this.group();
		return (await this.checked.aws.deployments.active(application, name))[0];
	});
	balancer = once(async () => {
		const listener = await this.production();
		return listener === void 0 ? void 0 : await this.checked.aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
	});
};

// packages/steps/lib/deployment/codedeploy/preflight/group-items.js
/** Items about CodeDeploy and the load balancer. */
function groupItems(facts) {
	const { checked } = facts;
	return [
		ruled(checked, "deployment-group", "Deployment group", ["controller"], async () => passed(`${groupLabel(await facts.group())} is for this service.`)),
		ruled(checked, "deployment-config", "Deployment configuration", ["deployment-group"], async () => {
			const found = await facts.config();
			return passed(`${found?.name ?? ""} shifts traffic ${found?.routing.type === "AllAtOnce" ? "at once" : "step by step"}.`);
		}),
		ruled(checked, "wait-before-shift", "Wait before the shift", ["deployment-group"], async () => {
			const { readyAction, readyWaitMinutes } = await facts.group();
			return passed(readyAction === "STOP_DEPLOYMENT" && readyWaitMinutes > 0 ? `The group waits ${readyWaitMinutes} min to be continued.` : "The group shifts at once, and nothing asks for a wait.");
		}),
		ruled(checked, "target-groups", "Pair of target groups", [
			"deployment-group",
			"service-features",
			"primary",
			"task-definition"
		], async () => {
			const { targetGroups } = await facts.group();
			return passed(`${targetGroups.join(" and ")} are a pair, and the tasks that serve are in one of them.`);
		}),
		ruled(checked, "listeners", "Listeners", ["deployment-group"], async () => {
			const [production, test] = await Promise.all([facts.production(), facts.test()]);
			return passed(`Production on port ${production?.port ?? ""}${test === void 0 ? ", no test listener" : `, test on port ${test.port}`}.`);
		}),
		onPrimary(facts),
		{
			id: "active-deployment",
			title: "No deployment under way",
			needs: ["deployment-group"],
			check: async () => await active(facts)
		}
	];
}
/** While a deployment is under way it moves the listeners, and what they forward to says nothing. */
function onPrimary(facts) {
	const item = ruled(facts.checked, "listeners-on-primary", "Listeners forward to what serves now", [
		"listeners",
		"target-groups",
		"primary"
	], async () => await Promise.resolve(passed("Both send everything to the tasks that serve.")));
	return {
		...item,
		check: async () => {
			const moving = await facts.active();
			return moving === void 0 ? await item.check() : {
				status: "skipped",
				what: `Not checked because deployment ${moving} is moving them.`,
				fix: ""
			};
		}
	};
}
async function active(facts) {
	const id = await facts.active();
	if (id === void 0) return passed("No deployment of the group is under way.");
	const link = consoleLink(facts.checked.aws.region, {
		kind: "deployment",
		id
	});
	const found = `Deployment ${id} of the group is under way; CodeDeploy runs one at a time.`;
	if (facts.checked.request.onActive === "fail") return {
		...failed(found, `Wait for it, stop it (${stopCommand(id)}), or let the deployment do so with on-active-deployment: wait, stop or finish.`, link),
		refuses: true
	};
	return warned(found, `The deployment takes care of it: on-active-deployment is ${facts.checked.request.onActive}.`, link);
}

// packages/steps/lib/deployment/codedeploy/preflight/right-items.js
const CODE_DEPLOY = "codedeploy.amazonaws.com";
/** Rights of CodeDeploy and of these credentials. */
function rightItems(facts) {
	return [{
		id: "codedeploy-role",
		title: "Role of CodeDeploy",
		needs: ["deployment-group"],
		check: async () => await codeDeployRole(facts)
	}, {
		id: "permissions",
		title: "Rights of these credentials",
		needs: ["deployment-group"],
		check: async () => await permissions(facts)
	}];
}
async function codeDeployRole(facts) {
	const { serviceRole } = await facts.group();
	if (serviceRole === void 0 || serviceRole === "") return failed("The deployment group has no service role.", "Set serviceRoleArn of the deployment group.");
	const role = await facts.checked.aws.roles.describe(serviceRole);
	const name = lastSegment(serviceRole);
	const link = roleLink(facts.checked, name);
	if (role === void 0) return failed(`The deployment group’s service role ${serviceRole} does not exist.`, "Create it with the policy AWSCodeDeployRoleForECS, or set serviceRoleArn of the group to one that exists (aws deploy update-deployment-group --service-role-arn …).", link);
	if (!isSameArn(serviceRole, role.arn)) return failed(`The deployment group’s service role ${serviceRole} is not the role of that name in this account, which is ${role.arn}.`, "Set serviceRoleArn of the group to the role’s whole ARN (aws deploy update-deployment-group --service-role-arn …).", link);
	if (trusts(role, CODE_DEPLOY) === false) return failed(`Role ${name} does not trust ${CODE_DEPLOY}, so CodeDeploy can’t use it.`, `Add to its trust policy: ${JSON.stringify({
		Effect: "Allow",
		Principal: { Service: CODE_DEPLOY },
		Action: "sts:AssumeRole"
	})}`, link);
	const refused = await facts.checked.aws.roles.refusals(role.arn, await codeDeployNeeds(facts));
	if (refused.length > 0 && refused.every(({ depends }) => depends.length > 0)) return conditional(name, refused);
	return refused.length === 0 ? passed(`Role ${name} trusts CodeDeploy and allows what a deployment does.`) : failed(`Role ${name} does not allow CodeDeploy ${actionsOf(refused)}.`, advice(name, refused), link);
}
/** Source: the managed policy AWSCodeDeployRoleForECS, without what hooks, triggers and revisions in S3 would need. */
async function codeDeployNeeds(facts) {
	const service = await facts.checked.service();
	const [production, test] = await Promise.all([facts.production(), facts.test()]);
	const listeners = [production?.arn, test?.arn].filter((arn) => arn !== void 0);
	const definition = await facts.checked.definition().catch(() => void 0);
	const roles = [definition?.["executionRoleArn"], definition?.["taskRoleArn"]].map((role) => textOf(role)).filter((role) => parseArn(role) !== void 0);
	return [
		{
			actions: ["ecs:DescribeServices", "ecs:UpdateServicePrimaryTaskSet"],
			resources: [service.arn]
		},
		{
			actions: ["ecs:CreateTaskSet", "ecs:DeleteTaskSet"],
			resources: [await facts.checked.arn("ecs", `task-set/${service.cluster}/${service.name}/ecs-svc/1`)]
		},
		{
			actions: [
				"elasticloadbalancing:DescribeTargetGroups",
				"elasticloadbalancing:DescribeListeners",
				"elasticloadbalancing:DescribeRules"
			],
			resources: ["*"]
		},
		...listeners.length === 0 ? [] : [{
			actions: ["elasticloadbalancing:ModifyListener"],
			resources: listeners
		}],
		...roles.length === 0 ? [] : [passing(roles)]
	];
}
/**
* Source of actions and resources: the service authorization reference, "Actions, resources, and condition keys". Where an
* action knows no resource, policies name one all the same: what is asked for fits either.
*/
async function permissions(facts) {
	const { application, config, name } = await facts.group();
	const { cluster } = await facts.checked.service();
	const inCluster = { "ecs:cluster": await facts.checked.arn("ecs", `cluster/${cluster}`) };
	const definition = await facts.checked.definition().catch(() => void 0);
	return await ownRights(facts.checked, [
		{
			actions: [
				"codedeploy:CreateDeployment",
				"codedeploy:GetDeployment",
				"codedeploy:ListDeployments",
				"codedeploy:GetDeploymentTarget",
				"codedeploy:ListDeploymentTargets",
				"codedeploy:StopDeployment"
			],
			resources: [await facts.checked.arn("codedeploy", `deploymentgroup:${application}/${name}`)]
		},
		{
			actions: ["codedeploy:RegisterApplicationRevision", "codedeploy:GetApplicationRevision"],
			resources: [await facts.checked.arn("codedeploy", `application:${application}`)]
		},
		{
			actions: ["codedeploy:GetDeploymentConfig"],
			resources: [await facts.checked.arn("codedeploy", `deploymentconfig:${facts.configName ?? config}`)]
		},
		{
			actions: ["ecs:RegisterTaskDefinition"],
			resources: [await facts.checked.arn("ecs", `task-definition/${textOf(definition?.["family"] ?? "app")}:1`)]
		},
		{
			actions: ["ecs:ListTasks"],
			resources: [await facts.checked.arn("ecs", `container-instance/${cluster}/0`)],
			context: inCluster
		},
		{
			actions: ["ecs:DescribeTasks"],
			resources: [await facts.checked.arn("ecs", `task/${cluster}/0`)],
			context: inCluster
		},
		{
			actions: ["elasticloadbalancing:DescribeTargetHealth"],
			resources: ["*"]
		}
	], "These credentials may register, deploy, follow and stop.");
}

// packages/steps/lib/deployment/codedeploy/preflight/service-items.js
/** CodeDeploy's demands on the service. */
function serviceItems({ checked }) {
	return [ruled(checked, "service-features", "What CodeDeploy can shift", ["service"], async () => await Promise.resolve(passed("One target group, no Service Connect, the REPLICA strategy."))), ruled(checked, "primary", "Tasks that serve now", ["controller"], async () => await primary(checked))];
}
/** Tasks that fail now don't keep the next version from being deployed, but there is little to go back to. */
async function primary(checked) {
	const service = await checked.service();
	const set = primaryTaskSet(service);
	if (set === void 0) return passed("");
	const label = formatRevision(set.taskDefinition);
	if (set.stable && set.running >= set.desired) return passed(`${label} runs ${set.running} of ${set.desired} tasks and is steady.`);
	const [event] = service.events;
	return warned(`${label} runs ${set.running} of ${set.desired} tasks and is not steady${event === void 0 ? "." : `: ${event.text}`}`, "A deployment can start and may be the cure; a rollback would go back to these tasks.", serviceLink(checked.aws.region, service));
}

// packages/steps/lib/deployment/codedeploy/preflight/checks.js
/** Checks of preflight before a CodeDeploy deployment. */
function checksOf(checked, options) {
	const facts = new GroupFacts(checked, options);
	return {
		items: [
			...serviceItems(facts),
			...groupItems(facts),
			...rightItems(facts),
			alarmItem(facts)
		],
		looks: {
			group: facts.group,
			config: facts.config,
			configName: async () => facts.configName ?? (await facts.group()).config,
			targetGroups: facts.pair,
			production: facts.production,
			test: facts.test
		},
		targetGroups: facts.pair,
		balancer: facts.balancer,
		productionListener: async () => (await facts.group()).productionListener,
		extraTasks: async () => (await checked.service()).desired,
		duration: async () => {
			const [group, config] = await Promise.all([facts.group(), facts.config()]);
			const { waitMinutes, waitUntil } = checked.request;
			const leastMinutes = (waitUntil === "ready" ? 0 : shiftMinutes(config?.routing ?? { type: "AllAtOnce" })) + (waitUntil === "completed" ? group.terminationWaitMinutes : 0);
			return {
				budget: budgetFor({
					config,
					group
				}, {
					waitUntil,
					hooks: 0,
					minutes: waitMinutes
				}),
				leastMinutes
			};
		}
	};
}

export { checksOf };