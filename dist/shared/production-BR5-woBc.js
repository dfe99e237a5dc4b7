import { Ct as judgeTasks, Dt as settlingOf, Er as textOf, Et as TargetRecord, Jr as ConfigurationError, Tt as judgeTargets, dr as formatRevision, jn as served, kn as directTo, rn as objectsIn, tn as containersOf, wt as groupName } from "./base-D7WWzZYD.js";
import { a as HOLDS, i as serviceRules, n as liveBalancers, o as failed, s as rule } from "./service-rules-C0o4gvZz.js";

// packages/steps/lib/rules/deployable-task.js
function taskOfRevision(revision) {
	const { arn, containers, networkMode, status, volumesAtLaunch = [] } = revision;
	return {
		label: formatRevision(arn),
		status,
		serves: false,
		networkMode,
		containers,
		volumesAtLaunch
	};
}
/** Of a definition as RegisterTaskDefinition takes it. */
function taskOfDefinition(definition, about) {
	const networkMode = textOf(definition["networkMode"]);
	return {
		...about,
		networkMode: networkMode === "" ? void 0 : networkMode,
		containers: containersOf(definition).map((one) => ({
			name: textOf(one["name"]),
			ports: objectsIn(one["portMappings"]).map(({ containerPort }) => Number(containerPort))
		})),
		volumesAtLaunch: objectsIn(definition["volumes"]).filter((one) => one["configuredAtLaunch"] === true).map((one) => textOf(one["name"]))
	};
}
/** The container and port that traffic would go to: those of the inputs, else those of the tasks that serve. */
function chosenContainer(task, live, wanted) {
	const name = wanted.name ?? live?.containerName;
	const ports = task?.containers.find((one) => one.name === name)?.ports ?? [];
	const inherited = name === live?.containerName || live !== void 0 && ports.includes(live.containerPort);
	return {
		name,
		port: wanted.port ?? (inherited ? live?.containerPort : ports.length === 1 ? ports[0] : void 0)
	};
}

// packages/steps/lib/rules/task-rules.js
/** Rules about the task definition, whatever deploys it. */
const taskRules = [
	rule({
		id: "revision",
		needs: ["service"],
		looks: ["task"],
		judge: ({ task }, { revision }) => task === void 0 ? failed(`There is no task definition ${revision}.`, "Give an ARN or family:revision that exists in this account and region, such as the output task-definition-arn of register-taskdef.") : HOLDS
	}),
	rule({
		id: "revision-active",
		needs: ["revision"],
		looks: ["task"],
		judge: ({ task }) => {
			if (task === void 0 || task.status === "ACTIVE") return HOLDS;
			if (![
				"INACTIVE",
				"DELETE_IN_PROGRESS",
				""
			].includes(task.status)) return [{
				status: "warned",
				what: `Task definition ${task.label} is ${task.status}, a status that this version does not know.`,
				fix: "Register a copy (register-taskdef with task-definition-arn) if ECS refuses to start it."
			}];
			return task.serves ? [{
				status: "warned",
				what: `Task definition ${task.label}, which serves now, is ${task.status}: it runs on, and nothing new can be started with it.`,
				fix: "Deploy a revision that is ACTIVE (register-taskdef with task-definition-arn makes a copy); until then a rollback has nowhere to go."
			}] : failed(`Task definition ${task.label} is ${task.status} and can’t be deployed.`, "Register it again (register-taskdef with task-definition-arn makes a copy) and deploy the copy.");
		}
	}),
	rule({
		id: "container",
		needs: ["revision-active"],
		looks: ["service", "task"],
		judge: ({ service, task }, { container: wanted }) => {
			if (task === void 0 || service === void 0) return HOLDS;
			if (liveBalancers(service).length === 0 && wanted.name === void 0 && wanted.port === void 0) return HOLDS;
			const { name, port } = chosenContainer(task, liveBalancers(service)[0], wanted);
			const { namePlace, portPlace } = wanted;
			const known = task.containers.map((one) => one.name);
			const container = task.containers.find((one) => one.name === name);
			if (container === void 0) return failed(`Task definition ${task.label} has no container ${name ?? ""}; it has ${known.join(", ")}.`, namePlace === void 0 ? "Set container-name to the container that serves requests." : `Write ${known.length === 1 ? known[0] : "the container that serves requests"} as ContainerName, or leave LoadBalancerInfo out: the live service’s container is taken then.`, namePlace === void 0 ? {} : { place: namePlace });
			if (port !== void 0 && container.ports.includes(port)) return HOLDS;
			return failed(`Container ${container.name} of ${task.label} does not map port ${port ?? "(none given)"}; it maps ${container.ports.join(", ") || "none"}.`, `${portPlace === void 0 ? "Set container-port to a mapped port" : "Write a mapped port as ContainerPort"}, or add the port to portMappings of the task definition.`, portPlace === void 0 ? {} : { place: portPlace });
		}
	})
];

// packages/steps/lib/rules/book.js
/**
* Reasons that keep any deployment from starting, each rule once and after those that it needs; each engine adds its own rows. A
* step's start runs all of them; preflight shows them; the pipeline looks at them before it builds.
*/
const COMMON = [...serviceRules, ...taskRules];
/** Verdicts of the rules on facts that are all known. A rule whose needs don't hold is not judged. */
function judgeAll(rules, facts, wanted) {
	const broken = /* @__PURE__ */ new Set();
	return rules.flatMap((one) => {
		if (one.needs.some((need) => broken.has(need))) {
			broken.add(one.id);
			return [];
		}
		const verdicts = one.judge(facts, wanted);
		if (verdicts.some(({ status }) => status === "failed")) broken.add(one.id);
		return verdicts;
	});
}

// packages/steps/lib/rules/refuse.js
/** @throws ConfigurationError with every verdict that failed */
function refuse(verdicts) {
	const problems = verdicts.filter(({ status }) => status === "failed").map(({ what, fix, place }) => ({
		what,
		fix,
		...place === void 0 ? {} : { place }
	}));
	if (problems.length > 0) throw new ConfigurationError(problems);
}

// packages/domain/lib/diagnosis/target-reason.js
/** Meaning of each reason code of the load balancer, as the end of a sentence that starts with the target. */
const REASONS = {
	"Elb.RegistrationInProgress": "is being registered",
	"Elb.InitialHealthChecking": "gets its first health checks",
	"Elb.InternalError": "could not be checked because of an error inside the load balancer",
	"Target.ResponseCodeMismatch": "answers the health check with a status that the target group does not accept",
	"Target.Timeout": "does not answer the health check in time",
	"Target.FailedHealthChecks": "refuses or resets the health check’s connection",
	"Target.NotRegistered": "is not registered in the target group",
	"Target.NotInUse": "gets no traffic: no listener forwards to the target group, or its zone is not enabled",
	"Target.DeregistrationInProgress": "is draining",
	"Target.InvalidState": "is stopped or terminated",
	"Target.IpUnusable": "has an address that belongs to a load balancer",
	"Target.HealthCheckDisabled": "is not checked: health checks are off"
};
/** One sentence about a target: `10.0.1.2:8080 is unhealthy: it answers … (Health checks failed with these codes: [502]).` */
function targetReason(target) {
	const name = `${target.id}:${target.port}`;
	const meaning = target.reason === void 0 ? void 0 : REASONS[target.reason] ?? target.reason;
	const said = target.description === void 0 ? "" : ` (${target.description})`;
	if (meaning === void 0) return `${name} is ${target.state}${said}.`;
	return REASONS[target.reason ?? ""] === void 0 ? `${name} is ${target.state}: ${meaning}${said}.` : `${name} is ${target.state}: it ${meaning}${said}.`;
}
/** Meaning of a target's reason code, with the load balancer's description; empty for a target without a reason. */
function reasonInWords({ reason, description }) {
	if (reason === void 0) return description ?? "";
	const meaning = REASONS[reason];
	const said = description === void 0 ? "" : ` (${description.replace(/\.$/, "")})`;
	return meaning === void 0 ? `${reason}${said}` : `${reason}: it ${meaning}${said}`;
}

// packages/steps/lib/deployment/production.js
function productionOf({ groupsServeTogether = false, production, targetGroups }, graceSeconds) {
	return {
		listener: production,
		targetGroups: targetGroups.map(({ arn }) => arn),
		together: groupsServeTogether,
		settling: groupsServeTogether && targetGroups.length === 0 ? WORKER_SETTLING : settlingOf(targetGroups.flatMap(({ healthCheck }) => healthCheck ?? []), graceSeconds)
	};
}
/** Tasks that no load balancer checks have to run this long, and may be replaced for a while. */
const WORKER_SETTLING = {
	settleMs: 3e4,
	patienceMs: 18e4,
	recoveryMs: 18e4
};
/**
* Proves that production's requests reach healthy targets of one revision. A look that finds the targets of the look before
* is one call; what else may have changed is asked anew when something about the targets did.
*/
var ProductionProof = class {
	#world;
	#deployed;
	#production;
	#revision;
	#record;
	/** The target group that was proven, and its targets. */
	#proven;
	#settled = false;
	#fewest;
	#shown = "";
	#reason = "";
	/** @param revision ARN that should serve */
	constructor(world, deployed, production, revision) {
		this.#world = world;
		this.#deployed = deployed;
		this.#production = production;
		this.#revision = revision;
	}
	/**
	* @param last whether the milestone is reached; before that, targets that have settled are not asked about again
	* @throws errors of the AWS calls
	*/
	async look(expected, last) {
		if (this.#settled && !last) return { kind: "settled" };
		this.#fewest = Math.min(this.#fewest ?? expected.desired, expected.desired);
		if (this.#fewest === 0) return { kind: "settled" };
		this.#record ??= new TargetRecord(this.#production.settling, expected.shiftedAt);
		if (!this.#record.isDue(expected.now)) return {
			kind: "pending",
			reason: `traffic has shifted; the targets have to stay healthy for ${this.#production.settling.settleMs / 1e3} s`
		};
		const verdict = await this.#isUnchanged() ? {
			ok: true,
			reason: this.#reason,
			warmingUp: false,
			groups: []
		} : await this.#judge(expected, this.#fewest);
		this.#reason = verdict.reason;
		const judged = this.#record.add(verdict, expected.now);
		if (judged.kind === "settled") this.#settled = true;
		return judged;
	}
	/** Whether the proven targets are all there are, and all healthy. */
	async #isUnchanged() {
		if (this.#proven === void 0) return false;
		const { group, targets } = this.#proven;
		const health = await this.#world.aws.loadBalancing.health(group);
		if (health !== void 0 && namesOf(health) === targets) return true;
		this.#proven = void 0;
		return false;
	}
	async #judge({ now, targetGroup }, minHealthy) {
		const { loadBalancing, serviceTasks } = this.#world.aws;
		const { cluster, service } = this.#deployed;
		const { settling, targetGroups, together = false } = this.#production;
		if (together && targetGroups.length === 0) {
			const running = await serviceTasks.running(cluster, service);
			return judgeTasks(running, {
				revision: this.#revision,
				minRunning: minHealthy,
				now,
				ageMs: settling.settleMs
			});
		}
		const listener = this.#production.listener === void 0 ? void 0 : await loadBalancing.refreshed(this.#production.listener);
		const listeners = listener === void 0 ? targetGroup === void 0 ? [] : [directTo(targetGroup)] : [listener];
		const candidates = targetGroups;
		const entrances = together ? targetGroups.map((arn) => ({
			listeners: [directTo(arn)],
			candidates: [arn],
			wanted: arn
		})) : [{
			listeners,
			candidates,
			wanted: targetGroup
		}];
		const reached = [...new Set(entrances.flatMap((one) => one.listeners.flatMap((each) => [...served(each).keys()])))].filter((arn) => candidates.includes(arn));
		const [tasks, ...healths] = await Promise.all([serviceTasks.running(cluster, service), ...reached.map(async (arn) => [arn, await loadBalancing.health(arn)])]);
		const health = new Map(healths.flatMap(([arn, targets]) => targets === void 0 ? [] : [[arn, targets]]));
		const verdict = judgeTargets({
			entrances,
			health,
			tasks
		}, {
			revision: this.#revision,
			minHealthy
		});
		const group = verdict.groups[0]?.targetGroup;
		const targets = group === void 0 ? void 0 : health.get(group);
		if (verdict.ok && verdict.groups.length === 1 && group !== void 0 && targets !== void 0) this.#proven = {
			group,
			targets: namesOf(targets)
		};
		this.#show(verdict);
		return verdict;
	}
	#show({ groups: [group] }) {
		if (group?.targetGroup === void 0) return;
		const picture = group.targets.map(({ id, port, state }) => `${id}:${port} ${state}`).join();
		if (picture === this.#shown) return;
		this.#shown = picture;
		this.#world.progress.report({
			type: "target.health",
			targetGroup: groupName(group.targetGroup),
			healthy: group.healthy,
			wanted: this.#fewest ?? 0,
			targets: group.targets
		});
	}
};
/** The targets that count, with their states; those on their way out are gone already. */
function namesOf(targets) {
	return targets.filter(({ state }) => state !== "draining" && state !== "unhealthy.draining").map(({ id, port, state }) => `${id}:${port} ${state}`).toSorted().join();
}

export { refuse as a, chosenContainer as c, targetReason as i, taskOfDefinition as l, productionOf as n, COMMON as o, reasonInWords as r, judgeAll as s, ProductionProof as t, taskOfRevision as u };