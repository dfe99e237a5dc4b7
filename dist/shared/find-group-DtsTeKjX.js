import { An as isNetworkListener, Ht as appSpecFor, Jr as ConfigurationError, Jt as knownDeployment, Kn as isGroupOf, Ot as deploymentBudget, Ut as formatAppSpec, Zt as describeDeployment, hr as consoleLink, jn as served, qn as isTerminal, qt as wait, sn as primaryTaskSet } from "./base-D7WWzZYD.js";
import { a as HOLDS, n as liveBalancers, o as failed, r as serviceLink } from "./service-rules-C0o4gvZz.js";
import { a as refuse, c as chosenContainer, n as productionOf, o as COMMON, s as judgeAll, u as taskOfRevision } from "./production-BR5-woBc.js";

// packages/steps/lib/deployment/codedeploy/stop.js
/** Polls after a deployment's end within which CodeDeploy has named its rollback deployment. */
const NAMING_POLLS = 10;
/** When the replacement task set never came to be there is nothing to go back from, and usually no rollback. */
const NAMING_POLLS_WITHOUT_REPLACEMENT = 2;
/** How long a rollback deployment may take: it only moves traffic back, in milliseconds. */
const ROLLBACK_MS = 12e5;
const STOPPING_MS = 6e5;
/**
* Follows a deployment that ends without success, and then the rollback deployment that CodeDeploy names for it, to the
* end. Only the named one counts: it may finish too quickly to be listed as active.
*/
async function followRollback(world, id, options) {
	const { aws, clock, progress } = world;
	const signal = options.signal ?? world.signal;
	const { intervalMs, limitMs = Number.POSITIVE_INFINITY } = options;
	const begun = clock.now();
	const deadline = (ms) => Math.min(clock.now() + ms, begun + limitMs);
	let deployment = await aws.deployments.get(id);
	let seen = deployment.status;
	let polls = 0;
	const patience = options.replaced === false ? NAMING_POLLS_WITHOUT_REPLACEMENT : NAMING_POLLS;
	await wait(async () => {
		deployment = await aws.deployments.get(id);
		if (deployment.status !== seen) {
			seen = deployment.status;
			progress.report({
				type: "deployment.status",
				id,
				status: seen
			});
		}
		if (!isTerminal(deployment.status)) return {
			state: "pending",
			reason: `${id} is ${deployment.status}`
		};
		return deployment.rollbackDeploymentId !== void 0 || deployment.status === "Succeeded" || ++polls >= patience ? {
			state: "done",
			value: void 0
		} : {
			state: "pending",
			reason: `${id} has no rollback deployment yet`
		};
	}, {
		clock,
		signal,
		intervalMs,
		deadline: deadline(STOPPING_MS)
	});
	const backId = deployment.rollbackDeploymentId;
	const taken = knownDeployment(deployment);
	if (backId === void 0) return {
		deployment: taken,
		back: { kind: "none" }
	};
	let status;
	const ended = await wait(async () => {
		const back = await aws.deployments.get(backId);
		if (back.status !== status) {
			progress.report({
				type: "deployment.status",
				id: backId,
				status: back.status,
				back: true
			});
			status = back.status;
		}
		return isTerminal(back.status) ? {
			state: "done",
			value: back
		} : {
			state: "pending",
			reason: `rollback deployment ${backId} is ${back.status}`
		};
	}, {
		clock,
		signal,
		intervalMs,
		deadline: deadline(ROLLBACK_MS)
	});
	if (ended.kind === "timedOut") return {
		deployment: taken,
		back: {
			kind: "rollbackUnfinished",
			id: backId,
			status: status ?? ""
		}
	};
	return {
		deployment: taken,
		back: ended.value.status === "Succeeded" ? {
			kind: "rolledBack",
			id: backId
		} : {
			kind: "rollbackFailed",
			id: backId,
			deployment: knownDeployment(ended.value)
		}
	};
}
/** The command by which a person stops a deployment, and goes back. */
function stopCommand(id, { rollback } = { rollback: true }) {
	return `aws deploy stop-deployment --deployment-id ${id}${rollback ? " --auto-rollback-enabled" : ""}`;
}

// packages/steps/lib/rules/codedeploy/facts.js
/** Gives a row about CodeDeploy's facts its types. */
function rule(row) {
	return row;
}

// packages/steps/lib/rules/codedeploy/group-rules.js
const CONFIGS = "CodeDeployDefault.ECSAllAtOnce, CodeDeployDefault.ECSCanary10Percent5Minutes, … or one of your own";
/** Rules about the deployment group and the deployment configuration. */
const groupRules = [
	rule({
		id: "group-platform",
		needs: ["controller"],
		looks: ["group", "region"],
		judge: ({ group, region }) => group.computePlatform === "ECS" || group.computePlatform === "" ? HOLDS : failed(`${groupLabel(group)} is for the ${group.computePlatform} platform, not for ECS.`, "Create a CodeDeploy application with compute platform ECS, and the group in it; a platform can’t be changed.", { link: groupLink(region, group) })
	}),
	rule({
		id: "group-service",
		needs: ["group-platform"],
		looks: [
			"environment",
			"group",
			"region"
		],
		judge: ({ environment: { cluster, service }, group, region }) => {
			if (isGroupOf(group, cluster, service)) return HOLDS;
			const names = group.services.map((one) => `${one.cluster}/${one.service}`).join(", ") || "no service";
			return failed(`${groupLabel(group)} is for ${names}, not for ${cluster}/${service}.`, "Correct codedeploy-deployment-group, or leave it out to have it found.", { link: groupLink(region, group) });
		}
	}),
	rule({
		id: "automatic-rollback",
		needs: ["group-service"],
		looks: ["group", "region"],
		judge: ({ group, region }) => group.autoRollbackEvents.length > 0 ? HOLDS : [{
			status: "warned",
			what: `${groupLabel(group)} has no automatic rollback: a deployment that fails leaves both task sets as they are.`,
			fix: "Enable autoRollbackConfiguration with DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM and DEPLOYMENT_STOP_ON_REQUEST on the group.",
			link: groupLink(region, group)
		}]
	}),
	rule({
		id: "config",
		needs: ["group-service"],
		looks: [
			"config",
			"configName",
			"group",
			"region"
		],
		judge: ({ config, configName, group, region }) => config === void 0 ? failed(`CodeDeploy has no deployment configuration ${configName}.`, `Correct codedeploy-deployment-config: ${CONFIGS}.`, { link: groupLink(region, group) }) : HOLDS
	}),
	rule({
		id: "config-platform",
		needs: ["config"],
		looks: [
			"config",
			"group",
			"region"
		],
		judge: ({ config, group, region }) => config?.computePlatform === void 0 || config.computePlatform === "ECS" ? HOLDS : failed(`Deployment configuration ${config.name} is for the ${config.computePlatform} platform, not for ECS.`, `Set codedeploy-deployment-config to one for ECS: ${CONFIGS}.`, { link: groupLink(region, group) })
	}),
	rule({
		id: "gradual-shift",
		needs: ["config"],
		looks: [
			"config",
			"group",
			"production",
			"region"
		],
		judge: ({ config, group, production, region }) => config !== void 0 && config.routing.type !== "AllAtOnce" && production !== void 0 && isNetworkListener(production) ? failed(`${config.name} shifts traffic gradually, which a network load balancer can’t do.`, "Set codedeploy-deployment-config: CodeDeployDefault.ECSAllAtOnce, or use an application load balancer.", { link: groupLink(region, group) }) : HOLDS
	})
];
/** `Deployment group shop/web` */
function groupLabel({ application, name }) {
	return `Deployment group ${application}/${name}`;
}
/** Page of a deployment group. */
function groupLink(region, { application, name }) {
	return consoleLink(region, {
		kind: "deploymentGroup",
		application,
		group: name
	});
}

// packages/steps/lib/rules/codedeploy/service-rules.js
/** Services that CodeDeploy can't shift, whatever the revision. */
const codeDeployServiceRules = [
	rule({
		id: "primary",
		needs: ["controller"],
		looks: ["service", "region"],
		judge: ({ region, service }) => service === void 0 || primaryTaskSet(service) !== void 0 ? HOLDS : failed(`Service ${service.name} has no PRIMARY task set: nothing serves production, so there is nothing to shift from.`, "Look at the service’s events; create the service again if it never had one.", { link: serviceLink(region, service) })
	}),
	rule({
		id: "one-target-group",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => {
			const count = service === void 0 ? 1 : liveBalancers(service).length;
			if (service === void 0 || count === 1) return HOLDS;
			return failed(`Service ${service.name} has ${count} target groups; CodeDeploy can shift exactly one.`, count === 0 ? "Create the service with a load balancer: CodeDeploy shifts what a listener sends." : "Keep one load balancer entry in the service, or use ECS’s own blue/green deployments, which take several.", { link: serviceLink(region, service) });
		}
	}),
	rule({
		id: "no-classic-load-balancer",
		needs: ["one-target-group"],
		looks: ["service", "region"],
		judge: ({ region, service }) => service !== void 0 && liveBalancers(service)[0]?.targetGroupArn === "" ? failed(`Service ${service.name} is behind a Classic Load Balancer, which CodeDeploy can’t shift.`, "Put the service behind an application or network load balancer.", { link: serviceLink(region, service) }) : HOLDS
	}),
	rule({
		id: "no-service-connect",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => service?.serviceConnect === true ? failed(`Service ${service.name} uses Service Connect, whose traffic CodeDeploy doesn’t shift.`, "Turn Service Connect off for this service, or use ECS’s own blue/green deployments, which know it.", { link: serviceLink(region, service) }) : HOLDS
	}),
	rule({
		id: "replica-strategy",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => service?.schedulingStrategy === "DAEMON" ? failed(`Service ${service.name} has the DAEMON scheduling strategy, which CodeDeploy doesn’t support.`, "Create the service with the REPLICA strategy.", { link: serviceLink(region, service) }) : HOLDS
	}),
	rule({
		id: "volumes-at-launch",
		needs: ["revision-active"],
		looks: ["task"],
		judge: ({ task }) => task === void 0 || task.volumesAtLaunch.length === 0 ? HOLDS : failed(`Task definition ${task.label} has volumes that are configured at launch (${task.volumesAtLaunch.join(", ")}); a CodeDeploy deployment can’t configure them.`, "Use EFS, a bind mount or ephemeral storage, or a service of the ECS controller.")
	})
];

// packages/steps/lib/rules/codedeploy/traffic-rules.js
/** Rules about target groups and listeners. */
const trafficRules = [
	rule({
		id: "pair",
		needs: ["group-service"],
		looks: [
			"group",
			"targetGroups",
			"region"
		],
		judge: ({ group, region, targetGroups }) => {
			if (targetGroups.length === 2) return HOLDS;
			const missing = group.targetGroups.filter((one) => !targetGroups.some(({ name }) => name === one));
			return failed(missing.length > 0 ? `${groupLabel(group)} names target group ${missing.join(" and ")}, which ${missing.length === 1 ? "does" : "do"} not exist.` : `${groupLabel(group)} has ${group.targetGroups.length} target groups; a pair of two is needed.`, "Create it with the port, protocol, VPC and health check of the other one, or set targetGroupPairInfoList of the group to a pair that exists.", { link: groupLink(region, group) });
		}
	}),
	rule({
		id: "pair-serves",
		needs: [
			"pair",
			"one-target-group",
			"no-classic-load-balancer",
			"primary"
		],
		looks: [
			"group",
			"service",
			"targetGroups",
			"region"
		],
		judge: (facts) => {
			const live = liveGroup(facts);
			return facts.targetGroups.some(({ arn }) => arn === live) ? HOLDS : failed(`The tasks that serve are in ${live ?? "no target group"}, which is not one of the pair of ${groupLabel(facts.group)} (${facts.group.targetGroups.join(", ")}).`, "Put the service’s target group into the group’s pair (targetGroupPairInfoList), or correct the deployment group.", { link: groupLink(facts.region, facts.group) });
		}
	}),
	rule({
		id: "target-type",
		needs: ["group-service", "revision"],
		looks: [
			"group",
			"task",
			"targetGroups",
			"region"
		],
		judge: ({ group, region, targetGroups, task }) => {
			if (task?.networkMode === void 0 || !MODES.includes(task.networkMode)) return HOLDS;
			const type = task.networkMode === "awsvpc" ? "ip" : "instance";
			return targetGroups.flatMap(({ arn, name, targetType }) => targetType === void 0 || targetType === type ? [] : failed(`Target group ${name} of ${groupLabel(group)} has targets of type ${targetType}; tasks of network mode ${task.networkMode} need ${type}.`, `Create a target group of type ${type} and put it into the group’s pair; the type of a target group can’t be changed.`, { link: consoleLink(region, {
				kind: "targetGroup",
				arn
			}) }));
		}
	}),
	rule({
		id: "one-load-balancer",
		needs: ["group-service"],
		looks: [
			"group",
			"production",
			"targetGroups",
			"region"
		],
		judge: ({ group, production, region, targetGroups }) => targetGroups.flatMap(({ loadBalancerArns, name }) => {
			const elsewhere = loadBalancerArns.filter((arn) => arn !== production?.loadBalancerArn);
			return production === void 0 || elsewhere.length === 0 ? [] : failed(`Target group ${name} of ${groupLabel(group)} belongs to another load balancer (${elsewhere.join(", ")}) than the production listener.`, "Use two target groups of the load balancer that has the listeners; a target group serves one only.", { link: groupLink(region, group) });
		})
	}),
	rule({
		id: "one-vpc",
		needs: ["pair"],
		looks: [
			"group",
			"targetGroups",
			"region"
		],
		judge: ({ group, region, targetGroups: [one, other] }) => one?.vpc === void 0 || other?.vpc === void 0 || one.vpc === other.vpc ? HOLDS : failed(`The two target groups are in different VPCs (${one.vpc}, ${other.vpc}), so no task can be in both.`, "Create both in the VPC of the tasks.", { link: groupLink(region, group) })
	}),
	rule({
		id: "production-listener",
		needs: ["group-service"],
		looks: [
			"group",
			"production",
			"region"
		],
		judge: ({ group, production, region }) => production === void 0 ? failed(group.productionListener === void 0 ? `${groupLabel(group)} has no production listener.` : `The production listener ${group.productionListener} does not exist.`, "Set prodTrafficRoute of the group to the listener that users reach.", { link: groupLink(region, group) }) : HOLDS
	}),
	rule({
		id: "test-listener",
		needs: ["group-service"],
		looks: [
			"group",
			"test",
			"region"
		],
		judge: ({ group, region, test }) => group.testListener !== void 0 && test === void 0 ? failed(`The test listener ${group.testListener} does not exist.`, "Set testTrafficRoute of the group to another listener of the same load balancer, or leave it out.", { link: groupLink(region, group) }) : HOLDS
	}),
	rule({
		id: "two-listeners",
		needs: ["production-listener", "test-listener"],
		looks: [
			"group",
			"production",
			"test",
			"region"
		],
		judge: ({ group, production, region, test }) => {
			if (production === void 0 || test === void 0) return HOLDS;
			const same = production.arn === test.arn;
			return !same && production.loadBalancerArn === test.loadBalancerArn ? HOLDS : failed(`${groupLabel(group)} has ${same ? "the same listener for production and test" : "its production and its test listener on different load balancers"}.`, "Set testTrafficRoute to another listener of the same load balancer, or leave it out.", { link: groupLink(region, group) });
		}
	}),
	rule({
		id: "production-on-primary",
		needs: ["pair-serves", "production-listener"],
		looks: [
			"production",
			"service",
			"targetGroups",
			"region"
		],
		judge: (facts) => forwards("production", facts.production, facts)
	}),
	rule({
		id: "test-on-primary",
		needs: ["pair-serves", "test-listener"],
		looks: [
			"test",
			"service",
			"targetGroups",
			"region"
		],
		judge: (facts) => forwards("test", facts.test, facts)
	})
];
function liveGroup({ service }) {
	return service === void 0 ? void 0 : liveBalancers(service)[0]?.targetGroupArn;
}
/** CodeDeploy refuses to start unless both listeners forward to the target group of the PRIMARY task set. */
function forwards(role, listener, facts) {
	const live = liveGroup(facts);
	if (listener === void 0 || live === void 0) return HOLDS;
	const percents = served(listener);
	const astray = facts.targetGroups.filter(({ arn }) => arn !== live && percents.has(arn));
	if (percents.has(live) && astray.length === 0) return HOLDS;
	const now = [...percents].map(([arn, percent]) => `${arn} ${percent} %`).join(", ") || "nothing";
	return failed(`The ${role} listener on port ${listener.port} forwards to ${now}; it must forward to the target group of the PRIMARY task set, ${live}.`, `Point the ${role} listener back: aws elbv2 modify-listener --listener-arn ${listener.arn} --default-actions Type=forward,TargetGroupArn=${live}`, { link: consoleLink(facts.region, {
		kind: "loadBalancer",
		arn: listener.loadBalancerArn
	}) });
}
const MODES = [
	"awsvpc",
	"bridge",
	"host",
	"none"
];

// packages/steps/lib/rules/codedeploy/wait-rules.js
/** Rules about the wait before the shift, which gates and `wait-until: ready` need. */
const waitRules = [
	rule({
		id: "wait-before-shift",
		needs: ["group-service"],
		looks: ["group", "region"],
		judge: ({ group, region }, { gate, waitUntil }) => {
			if (group.readyAction === "STOP_DEPLOYMENT" && group.readyWaitMinutes > 0 || gate === void 0 && waitUntil !== "ready") return HOLDS;
			const asked = gate === void 0 ? "wait-until: ready" : `gate: ${gate.kind}`;
			return failed(`${asked} needs a deployment group that waits before the shift; ${group.name} continues at once.`, `Give the group a wait: parameter ReadyWaitMinutes of the bundled template (such as 30), or aws deploy update-deployment-group with deploymentReadyOption actionOnTimeout=STOP_DEPLOYMENT,waitTimeInMinutes=30. Without a wait, ${gate === void 0 ? "use wait-until: traffic-shifted" : "a hook in the AppSpec can test the new version"}.`, { link: groupLink(region, group) });
		}
	}),
	rule({
		id: "gate-continues",
		needs: ["wait-before-shift"],
		looks: [],
		judge: (_, { gate, waitUntil }) => gate !== void 0 && waitUntil === "ready" ? failed(`gate: ${gate.kind} continues the deployment when it passes, and wait-until: ready leaves it waiting.`, "Set wait-until to traffic-shifted or completed, or leave the gate to a later step with mode: continue.") : HOLDS
	}),
	rule({
		id: "gate-in-time",
		needs: ["wait-before-shift"],
		looks: ["group"],
		judge: ({ group: { name, readyWaitMinutes } }, { gate }) => gate?.minutes !== void 0 && gate.minutes > readyWaitMinutes ? failed(`gate-timeout-minutes ${gate.minutes} is longer than ${name} waits before the shift (${readyWaitMinutes} min); CodeDeploy would stop the deployment first.`, `Set gate-timeout-minutes to less than ${readyWaitMinutes}, or let the group wait longer (ReadyWaitMinutes).`) : HOLDS
	}),
	rule({
		id: "gate-address",
		needs: ["wait-before-shift"],
		looks: [
			"environment",
			"group",
			"test"
		],
		judge: ({ environment, group, test }, { gate }) => gate?.kind === "http" && gate.url === void 0 && environment.testUrl === void 0 && test === void 0 ? failed(`gate: http has no address to ask: ${group.name} has no test listener, and gate-url was not given.`, "Give the group a test listener (testTrafficRoute), or set gate-url.") : HOLDS
	})
];

// packages/steps/lib/deployment/codedeploy/rules.js
/** Rows that CodeDeploy adds to the rule book. */
const OWN_RULES = [
	...codeDeployServiceRules,
	...groupRules,
	...waitRules,
	...trafficRules
];
/** Everything that keeps a CodeDeploy deployment from starting, each rule once and after those that it needs. */
const RULES = [...COMMON, ...OWN_RULES];

// packages/steps/lib/deployment/codedeploy/check.js
/**
* Refuses by name everything that CodeDeploy would fail on later, or that would pass without being true: runs all rows of
* the rule book. Pure.
* @throws ConfigurationError with all problems found
*/
function checkDeployable(observed, wanted) {
	const { revision, config, service } = observed;
	const task = revision === void 0 ? void 0 : taskOfRevision(revision);
	refuse(judgeAll(RULES, {
		...observed,
		task
	}, wanted));
	const primary = service === void 0 ? void 0 : primaryTaskSet(service);
	const { name, port } = chosenContainer(task, primary?.loadBalancers[0], wanted.container);
	if (service === void 0 || primary === void 0 || revision === void 0 || config === void 0 || name === void 0 || port === void 0) throw new TypeError("The rule book lets a deployment start without what it needs.");
	return {
		service,
		primary,
		revision,
		config,
		containerName: name,
		containerPort: port
	};
}

// packages/steps/lib/deployment/codedeploy/plan.js
/**
* The deployment that replaces what PRIMARY runs, given that none is active.
* @throws ConfigurationError naming everything that stands in the way
*/
function orderFor(observed, request, options, run) {
	const { config } = options;
	const { environment, group } = observed;
	const { gate, waitUntil } = request;
	const gateMinutes = gate === void 0 ? void 0 : gate.limitMs / 6e4;
	const { containerName, containerPort, primary, revision, service } = checkDeployable(observed, {
		revision: request.revision,
		container: request.container,
		waitUntil,
		allowZeroTasks: request.allowZeroTasks,
		gate: gate === void 0 ? void 0 : {
			kind: gate.kind,
			minutes: gateMinutes,
			url: gate.kind === "health" || gate.url === "" ? void 0 : gate.url
		}
	});
	const appSpec = formatAppSpec(appSpecFor(primary, {
		revision: revision.arn,
		containerName,
		containerPort
	}, options.appSpec));
	const autoRollbackEvents = rollbackEvents(request, options, group);
	return {
		application: group.application,
		group: group.name,
		cluster: environment.cluster,
		service: environment.service,
		revision: revision.arn,
		previous: primary.taskDefinition,
		appSpec,
		config,
		autoRollbackEvents,
		ignoreAlarms: request.ignoreAlarms,
		alarms: alarmsFor(request, options, group),
		description: describeDeployment(run, revision.arn, {
			words: options.description,
			...request.isRollback ? { replaces: primary.taskDefinition } : {}
		}),
		waitUntil,
		budget: budgetFor(observed, {
			waitUntil,
			hooks: options.hooks,
			minutes: request.waitForMinutes,
			gateMinutes
		}),
		maxFailedTasks: request.maxFailedTasks,
		onCancel: request.onCancel,
		intervalMs: request.intervalMs,
		production: productionOf(observed, service.graceSeconds),
		gate,
		through: `${group.application}/${group.name}`,
		manner: config,
		document: {
			title: "AppSpec",
			language: "json",
			text: appSpec
		},
		warnings: warningsOf(autoRollbackEvents, request)
	};
}
/** How long a deployment of the group may take. */
function budgetFor({ config, group }, question) {
	return deploymentBudget({
		...question,
		group,
		routing: config?.routing ?? { type: "AllAtOnce" }
	});
}
function rollbackEvents({ isRollback }, { autoRollbackEvents: asked }, group) {
	if (isRollback) return ["DEPLOYMENT_FAILURE"];
	if (asked.length > 0) return [...new Set(asked)].filter((one) => one !== "none");
	return [.../* @__PURE__ */ new Set([
		"DEPLOYMENT_FAILURE",
		"DEPLOYMENT_STOP_ON_ALARM",
		...group.autoRollbackEvents
	])];
}
/** Alarms given for a deployment replace the group's as a whole, so the group's are kept where only the rest changes. */
function alarmsFor({ alarms }, { ignorePollAlarmFailure }, group) {
	if (alarms.length > 0) return {
		enabled: true,
		names: [...new Set(alarms)],
		ignorePollFailure: ignorePollAlarmFailure
	};
	return ignorePollAlarmFailure && group.alarms !== void 0 ? {
		...group.alarms,
		ignorePollFailure: true
	} : void 0;
}
function warningsOf(events, { ignoreAlarms }) {
	return [...events.includes("DEPLOYMENT_FAILURE") ? [] : ["auto-rollback-events lacks DEPLOYMENT_FAILURE: a deployment that fails by itself leaves production where it was then, perhaps half shifted."], ...ignoreAlarms ? ["ignore-alarms: no alarm stops this deployment."] : []];
}

// packages/steps/lib/deployment/codedeploy/find-group.js
/**
* The deployment group of a service: the one given, else the stack's, else the one of the names that the ECS console
* gives, else the only one in the account that names the service.
* @throws ConfigurationError when there is none, or more than one
*/
async function findGroup(aws, environment, given) {
	const { cluster, service } = environment;
	if (given.application !== void 0 && given.group !== void 0) return await aws.deploymentGroups.describe(given.application, given.group) ?? missing(`CodeDeploy has no deployment group ${given.group} in application ${given.application}.`, "Correct codedeploy-application and codedeploy-deployment-group, or leave both out to have them found.");
	if (given.application === void 0 && given.group === void 0) {
		const { codeDeployApplication, codeDeployDeploymentGroup } = environment;
		if (codeDeployApplication !== void 0 && codeDeployDeploymentGroup !== void 0) return await aws.deploymentGroups.describe(codeDeployApplication, codeDeployDeploymentGroup) ?? missing(`Stack ${environment.stack ?? ""} names deployment group ${codeDeployDeploymentGroup} in application ${codeDeployApplication}, which CodeDeploy does not have.`, "Update the stack, or give codedeploy-application and codedeploy-deployment-group.");
	}
	const usual = await aws.deploymentGroups.describe(given.application ?? `AppECS-${cluster}-${service}`, given.group ?? `DgpECS-${cluster}-${service}`);
	if (usual !== void 0) return usual;
	const applications = given.application === void 0 ? await aws.deploymentGroups.applications() : [given.application];
	const found = [];
	for (const application of applications) {
		const groups = await aws.deploymentGroups.of(application);
		found.push(...groups.filter((group) => (given.group === void 0 || group.name === given.group) && isGroupOf(group, cluster, service)));
	}
	const [only, ...more] = found;
	if (only === void 0) return missing(`No CodeDeploy deployment group is for service ${service} in cluster ${cluster} (looked in ${applications.length === 0 ? "no application of the ECS platform" : applications.join(", ")}).`, "Create one (the bundled template does), or give codedeploy-application and codedeploy-deployment-group.");
	if (more.length > 0) return missing(`More than one deployment group is for service ${service}: ${found.map((one) => `${one.application}/${one.name}`).join(", ")}.`, "Give codedeploy-application and codedeploy-deployment-group.");
	return only;
}
function missing(what, fix) {
	throw new ConfigurationError({
		what,
		fix
	});
}

export { groupLabel as a, OWN_RULES as i, budgetFor as n, followRollback as o, orderFor as r, stopCommand as s, findGroup as t };