import { Hr as ConfigurationError, Wt as isOfCommit, a as knownServiceDeployment, c as servingRollout, d as isOver, f as startedByOf, i as NO_MARKS, o as pastServiceDeployment, or as formatRevision, s as primaryRollout, sr as parseRevision, t as serviceDeploymentBudget, ur as consoleLink } from "./base-qPzcO8Sx.js";
import { t as pauseBusy } from "./busy-Dpavh0Zr.js";
import { a as findActive, c as marksOf, d as placeOf, f as awaitRecord, i as missing, l as taskDefinitionOf, m as newRollout, n as stopCommand, o as findBeside, p as createDeployment, r as ServiceDeploymentLookout, s as findUnderWay, t as followBack, u as arnOf } from "./stop-Dn61eTBu.js";
import { a as refuse, g as failed, h as HOLDS, n as productionOf, o as COMMON, p as serviceLink, s as judgeAll, u as taskOfRevision } from "./production-8D22iNIi.js";

// packages/steps/lib/deployment/ecs/history.js
/** Number of successful deployments that are looked at; a rollback goes no further back. */
const DEPTH = 30;
/** Number of successful deployments that a rollback can return to. */
const ROLLBACKS = 10;
/** Number of the newest deployments whose commit and run are read. */
const MARKED = 10;
/**
* The service's past, newest first, with the revision of each deployment that succeeded or is new.
* @param newest number of the newest deployments whose revision is read however they ended
*/
async function readHistory(aws, place, newest) {
	const recent = withinDepth(await aws.serviceDeployments.list(place.cluster, place.service));
	const wanted = recent.filter(({ status }, at) => status === "SUCCESSFUL" || at < newest);
	const known = await aws.serviceDeployments.revisions(wanted.map(({ revision }) => revision));
	const revisionOf = ({ revision }) => known.get(revision)?.taskDefinition;
	const marks = await Promise.all(recent.map(async (brief, at) => ({
		...at < MARKED && revisionOf(brief) !== void 0 ? await marksOf(aws, brief.revision) : NO_MARKS,
		isRollback: goesBack(brief, recent.slice(at + 1), revisionOf)
	})));
	return recent.map((brief, at) => ({
		deployment: pastServiceDeployment(brief, marks[at]),
		revision: revisionOf(brief),
		whyUnknown: "ECS does not have its service revision any more"
	}));
}
/**
* Whether a deployment brought an older revision of the family than the one that had succeeded before. ECS keeps no text
* with a deployment, so that the order of the revisions has to tell who went back.
*/
function goesBack(brief, older, revisionOf) {
	const before = older.find(({ status }) => status === "SUCCESSFUL");
	const brought = parseRevision(revisionOf(brief) ?? "");
	const served = before === void 0 ? void 0 : parseRevision(revisionOf(before) ?? "");
	return brought !== void 0 && served !== void 0 && brought.family === served.family && brought.number < served.number;
}
/** Deployments beyond the depth are left out. */
function withinDepth(recent) {
	let succeeded = 0;
	return recent.filter(({ status }) => (status === "SUCCESSFUL" ? succeeded++ : succeeded) < DEPTH);
}
/** Revisions that deployments under way bring, or that a rollback may go to. */
async function revisionsInUse(aws, place) {
	let succeeded = 0;
	const wanted = (await aws.serviceDeployments.list(place.cluster, place.service)).filter(({ status }) => !isOver(status) || status === "SUCCESSFUL" && succeeded++ < ROLLBACKS);
	const known = await aws.serviceDeployments.revisions(wanted.map(({ revision }) => revision));
	return wanted.flatMap((brief) => {
		const revision = known.get(brief.revision)?.taskDefinition;
		if (revision === void 0) return [];
		const { id } = pastServiceDeployment(brief);
		return [{
			revision,
			what: isOver(brief.status) ? `deployment ${id} can be gone back to` : `deployment ${id} is under way`
		}];
	});
}

// packages/steps/lib/deployment/ecs/observe.js
/** Looks at everything that a plan depends on; reads only. */
async function observe(aws, environment, asked) {
	const [service, revision] = await Promise.all([asked.service ?? aws.services.describe(environment.cluster, environment.service), aws.deployableRevisions.describe(asked.revision)]);
	return await completed(aws, environment, service, {
		revision,
		alarms: asked.alarms
	});
}
/** The surroundings of a deployment that is there already; reads only. */
async function observeUnderWay(aws, environment, service) {
	return await completed(aws, environment, service, {
		revision: void 0,
		alarms: false
	});
}
async function completed(aws, environment, service, { alarms, revision }) {
	const [targetGroups, firing] = await Promise.all([groupsOf(aws, service), alarms ? firingAlarms(aws, service) : []]);
	return {
		region: aws.region,
		environment,
		service,
		revision,
		targetGroups,
		production: void 0,
		test: void 0,
		groupsServeTogether: true,
		readyWaitMinutes: 0,
		firing
	};
}
/** The service's target groups that exist. */
async function groupsOf(aws, service) {
	const arns = new Set((service?.loadBalancers ?? []).map(({ targetGroupArn }) => targetGroupArn));
	return (await Promise.all([...arns].filter(Boolean).map(async (arn) => await aws.loadBalancing.targetGroup(arn)))).filter((group) => group !== void 0);
}
/** ECS ignores for a whole deployment an alarm that is in ALARM when it starts. Source: the guide, "deployment alarms". */
async function firingAlarms(aws, service) {
	const { enabled, names } = service?.settings?.alarms ?? {
		enabled: false,
		names: []
	};
	if (!enabled || names.length === 0) return [];
	return (await aws.alarms.describe(names)).filter(({ state }) => state === "ALARM").map(({ name }) => name);
}

// packages/steps/lib/rules/ecs/facts.js
/** Gives a row about the facts of ECS's own deployments its types. */
function rule(row) {
	return row;
}

// packages/steps/lib/rules/ecs/service-rules.js
/** Rules about a service that ECS itself deploys, and about the inputs that it can follow. */
const ecsServiceRules = [
	rule({
		id: "no-express-service",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => service?.isManaged === true ? failed(`Service ${service.name} is an Express service: ECS owns its load balancer, its alarms and its canary.`, "Deploy it with aws ecs update-express-gateway-service --primary-container image=…, or create a service of your own.", { link: serviceLink(region, service) }) : HOLDS
	}),
	rule({
		id: "rolling-strategy",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => service?.settings === void 0 || service.settings.strategy === "ROLLING" ? HOLDS : failed(`Service ${service.name} has the deployment strategy ${service.settings.strategy}; Cutover carries out ROLLING deployments of ECS only.`, `Set the strategy to ROLLING (aws ecs update-service --deployment-configuration strategy=ROLLING), deploy it with aws ecs update-service --task-definition, or use a service of CodeDeploy for blue/green.`, { link: serviceLink(region, service) })
	}),
	rule({
		id: "own-inputs",
		needs: ["service"],
		looks: ["foreign", "service"],
		judge: ({ foreign, service }) => service === void 0 ? HOLDS : foreign.flatMap((name) => failed(`Input ${name} has no meaning for service ${service.name}, which ECS deploys by itself.`, name === "alarms" ? "Remove alarms, and set them in the service’s deploymentConfiguration: ECS watches those during each deployment." : `Remove ${name}.`))
	}),
	rule({
		id: "milestone-of-rolling",
		needs: ["rolling-strategy"],
		looks: ["service"],
		judge: ({ service }, { gate, waitUntil }) => {
			if (service === void 0 || gate === void 0 && waitUntil !== "ready") return HOLDS;
			const asked = gate === void 0 ? "wait-until: ready" : `gate: ${gate.kind}`;
			return failed(`${asked} needs new tasks that run before users reach them; service ${service.name} rolls, so each new task serves at once.`, `${gate === void 0 ? "Use wait-until: traffic-shifted or completed" : "Set gate: none"}, or deploy the service blue/green by CodeDeploy.`);
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

// packages/steps/lib/deployment/ecs/plan.js
/**
* The deployment that replaces what serves, given that none is active.
* @throws ConfigurationError naming everything that stands in the way
*/
function orderFor(observed, request, options) {
	const { environment, revision, service } = observed;
	const { gate, onCancel, waitUntil } = request;
	const facts = {
		...observed,
		task: revision === void 0 ? void 0 : taskOfRevision(revision),
		foreign: options.foreign,
		firing: request.ignoreAlarms ? [] : observed.firing
	};
	const verdicts = judgeAll(RULES, facts, {
		revision: request.revision,
		container: request.container,
		waitUntil,
		onCancel,
		allowZeroTasks: request.allowZeroTasks,
		gate: gate === void 0 ? void 0 : {
			kind: gate.kind,
			minutes: gate.limitMs / 6e4,
			url: void 0
		}
	});
	refuse(verdicts);
	if (service === void 0 || revision === void 0) throw new TypeError("The rule book lets a deployment start without what it needs.");
	const force = service.taskDefinition === revision.arn;
	const { cluster, service: name } = environment;
	return {
		cluster,
		service: name,
		revision: revision.arn,
		previous: servingOf(service),
		rollouts: (service.rollouts ?? []).map(({ id }) => id),
		force,
		waitUntil,
		budget: serviceDeploymentBudget(service.settings, {
			waitUntil,
			hooks: 0,
			minutes: request.waitForMinutes,
			gateMinutes: gate === void 0 ? void 0 : gate.limitMs / 6e4
		}),
		maxFailedTasks: request.maxFailedTasks,
		onCancel,
		intervalMs: request.intervalMs,
		production: productionOf(observed, service.graceSeconds),
		isEndless: service.settings?.breaker.enabled !== true,
		gate,
		through: `service ${cluster}/${name}`,
		manner: service.settings?.strategy,
		document: {
			title: "UpdateService",
			language: "json",
			text: JSON.stringify({
				cluster,
				service: name,
				taskDefinition: formatRevision(revision.arn),
				...force ? { forceNewDeployment: true } : {}
			}, null, 2)
		},
		warnings: verdicts.filter(({ status }) => status === "warned").map(({ fix, what }) => `${what} ${fix}`)
	};
}
/** ARN of the revision that serves. */
function servingOf(service) {
	return servingRollout(service)?.taskDefinition ?? service.taskDefinition;
}

// packages/steps/lib/deployment/ecs/subject.js
/** Number of the newest deployments among which that of a commit is looked for. */
const NEWEST = 10;
/**
* The deployment that is meant: the one named, else the active one of this commit, else the newest of this commit.
* @throws ConfigurationError when it is not of this service, or can't be told
*/
async function subjectOf(world, place, named) {
	const { aws, run } = world;
	if (named === void 0) {
		const active = await findUnderWay(world, place);
		if (active === void 0) return await newestOfCommit(world, place);
		if (isOfCommit(active.marks, run.commit)) return active;
		throw new ConfigurationError({
			what: `deployment-id was not given, and the active deployment ${active.id} of service ${place.service} is not of commit ${run.commit.slice(0, 7)}.`,
			fix: `Give deployment-id, the output of the step that made the deployment; deployment-id: ${active.id} if that one is meant.`
		});
	}
	const arn = arnOf(place, named);
	if (!arn.startsWith(place.deploymentPrefix)) throw new ConfigurationError({
		what: `Deployment ${named} is not one of service ${place.service} in cluster ${place.cluster}.`,
		fix: "Correct deployment-id, or stack, cluster and service."
	});
	const state = await aws.serviceDeployments.describe(arn);
	if (state === void 0) throw new ConfigurationError({
		what: `ECS has no deployment ${named} of service ${place.service} in ${aws.region}.`,
		fix: "Correct deployment-id or aws-region; the output deployment-id of the deploying step fits. ECS keeps deployments for 90 days."
	});
	return knownServiceDeployment(state, await marksOf(aws, state.target.arn));
}
/** The newest deployment of a revision that this commit registered, whatever its status. */
async function newestOfCommit({ aws, run }, place) {
	const recent = (await aws.serviceDeployments.list(place.cluster, place.service)).slice(0, NEWEST);
	for (const brief of recent) {
		const marks = await marksOf(aws, brief.revision);
		if (isOfCommit(marks, run.commit)) return pastServiceDeployment(brief, marks);
	}
}

// packages/steps/lib/deployment/ecs/words.js
/** Sentences that name the things of ECS's own deployments. */
const WORDS = {
	ended,
	revisionUnknown: "ECS does not have its service revision",
	revisionUnknownRemedy: "Run the job again; ECS records a deployment seconds after it was asked for.",
	replacementUnknown: "the new tasks are not known yet",
	noTasks: "no rollout of the service",
	leftStanding: ({ status, supersededBy }, now) => {
		if (supersededBy !== void 0) return `Deployment ${supersededBy} decides what serves.`;
		return status === "STOPPED" ? `Tasks of both revisions may serve; ${now === void 0 ? "none" : formatRevision(now)} was the last that ECS completed.` : void 0;
	},
	oldTasksTerminated: "the old tasks have been stopped",
	oldTasksGone: (previous) => `The old tasks are gone, so the deployment can’t be taken back. Deploy ${previous} again. A bake time in the service’s deploymentConfiguration (bakeTimeInMinutes) keeps watching the alarms before the deployment succeeds.`,
	goBack: (revision = "its revision") => `deploy ${revision} again with deploy-service and allow-downgrade: true`,
	lookAtTasks: "Look at the deployments of the service (aws ecs list-service-deployments), and deploy the revision that should serve.",
	changedByOthers: "Look at the target groups of the service: something besides ECS changed them. Deploy the revision that should serve."
};
/** How a deployment ended that nobody here stopped. */
function ended(deployment, stages) {
	const { status, supersededBy, triggeredAlarms } = deployment;
	if (supersededBy !== void 0) return `was superseded by deployment ${supersededBy}, which another caller started`;
	if (triggeredAlarms.length > 0) return `was stopped by alarm${triggeredAlarms.length === 1 ? "" : "s"} ${triggeredAlarms.join(", ")}`;
	if (status === "STOPPED") return "was stopped by ECS, which made no way back";
	const stage = stages.find(({ status: how }) => how === "Failed")?.name;
	return `failed${stage === void 0 ? "" : ` in ${stage}`}`;
}

// packages/steps/lib/deployment/ecs/engine.js
/** How long a cancelled step looks for a deployment that it asked for, in milliseconds: the runner waits about 7.5 s. */
const FAREWELL_MS = 3e3;
/** Deploys one service by ECS's own deployments. */
var EcsEngine = class {
	name = "ECS";
	words;
	allAtOnce = {};
	label;
	shortLabel;
	listeners = {};
	#world;
	#environment;
	#service;
	#place;
	#options;
	/** Ids of deployments by those of their rollouts, as far as this engine has seen them. */
	#deployments = /* @__PURE__ */ new Map();
	constructor(world, environment, service, options) {
		this.#world = world;
		this.#environment = environment;
		this.#service = service;
		this.#place = placeOf(environment, service);
		this.#options = options;
		this.label = `service ${environment.cluster}/${environment.service}`;
		this.shortLabel = `service ${environment.service}`;
		this.words = {
			...WORDS,
			noTestListener: `Service ${environment.service} rolls and has no test listener`,
			noGateAddress: `service ${environment.service} has no test listener`
		};
	}
	async observe(revision, service) {
		return await observe(this.#world.aws, this.#environment, {
			revision,
			service,
			alarms: true
		});
	}
	async observeUnderWay(_, service) {
		return await observeUnderWay(this.#world.aws, this.#environment, service);
	}
	async targetGroups() {
		return await groupsOf(this.#world.aws, this.#service);
	}
	plan(observed, request) {
		return orderFor(observed, request, this.#options);
	}
	budget({ service }, question) {
		return serviceDeploymentBudget(service?.settings, question);
	}
	async create(order) {
		const creation = await createDeployment(this.#world, this.#place, order);
		if (creation.kind === "created" && creation.rollout !== void 0) this.#deployments.set(creation.rollout, creation.id);
		return creation;
	}
	async created(order) {
		const { aws, clock } = this.#world;
		const service = await aws.services.describe(this.#place.cluster, this.#place.service);
		const rollout = service === void 0 ? void 0 : newRollout(service, order);
		if (rollout === void 0) return void 0;
		const found = await awaitRecord(this.#world, this.#place, rollout, clock.now() + FAREWELL_MS);
		return found === void 0 ? void 0 : await this.get(found.arn);
	}
	takeOver(id, onCancel) {
		const { cluster, service } = this.#place;
		this.#world.remember("engine", this.name);
		this.#world.remember("on-cancel", onCancel);
		this.#world.remember("deployment-id", id);
		this.#world.remember("created-as", JSON.stringify({
			cluster,
			service,
			revision: this.#service.taskDefinition,
			rollouts: []
		}));
	}
	async pauseBusy(round, intervalMs, message) {
		await pauseBusy(this.#world, round, intervalMs, {
			what: `ECS starts no new deployment: ${message}`,
			fix: "Look at the deployments of the service: another caller may deploy it at the same time. Run the job again."
		});
	}
	async get(id) {
		const state = await this.#world.aws.serviceDeployments.describe(arnOf(this.#place, id));
		if (state === void 0) throw missing(id);
		return this.#seen(knownServiceDeployment(state));
	}
	async underWay() {
		const found = await findUnderWay(this.#world, this.#place);
		return found === void 0 ? void 0 : this.#seen(found);
	}
	async underWayBeside(id) {
		return await findBeside(this.#world, this.#place, id);
	}
	async active(revision, { fresh }) {
		const { cluster, service: name } = this.#place;
		const service = fresh ? await this.#world.aws.services.describe(cluster, name) : this.#service;
		return await findActive(this.#world, this.#place, revision, service);
	}
	async subject(id, mode) {
		if (mode === "continue") throw new ConfigurationError({
			what: `mode: continue was given, and service ${this.#place.service} rolls: its deployments wait for nobody.`,
			fix: "Remove this step; wait-until: completed follows a deployment to its end."
		});
		const found = await subjectOf(this.#world, this.#place, id);
		return found === void 0 ? void 0 : this.#seen(found);
	}
	async history(_, newest) {
		return await readHistory(this.#world.aws, this.#place, newest);
	}
	async revisionsInUse() {
		return await revisionsInUse(this.#world.aws, this.#place);
	}
	async revisionOf({ serviceRevision }) {
		return await taskDefinitionOf(this.#world.aws, serviceRevision);
	}
	/** The load balancers of the service name them, whatever the revision. */
	async containerOf() {
		return await Promise.resolve({});
	}
	serving(service) {
		return servingOf(service);
	}
	servingDeployment(service) {
		return this.#deployments.get(servingRollout(service)?.id ?? "");
	}
	/** During a deployment the last completed rollout is what it replaces; after it, that is gone. */
	replacedBy(id, service) {
		const serving = servingRollout(service);
		return serving === void 0 || this.#deployments.get(serving.id) === id ? void 0 : serving.taskDefinition;
	}
	replacement(_, service) {
		const primary = primaryRollout(service);
		return primary === void 0 ? void 0 : {
			desired: primary.desired,
			targetGroup: service.loadBalancers[0]?.targetGroupArn
		};
	}
	requireServing(service) {
		if (servingRollout(service) !== void 0) return;
		throw new ConfigurationError({
			what: `Service ${service.name} has no rollout: nothing serves that could be gone back from.`,
			fix: "Look at the service’s events; deploy a revision with deploy-service."
		});
	}
	watch(id) {
		return new ServiceDeploymentLookout(this.#world.aws, this.#place, arnOf(this.#place, id));
	}
	answeredAt() {
		return this.#world.aws.serviceDeployments.answeredAt();
	}
	/** A rolling deployment waits for nobody. */
	async continue(id) {
		return (await this.get(id)).ended === void 0 ? "notWaiting" : "ended";
	}
	/** Nothing hurries the end of the old tasks. */
	async endTerminationWait() {
		return await Promise.resolve(false);
	}
	async stop(id) {
		return await this.#world.aws.serviceDeployments.stop(arnOf(this.#place, id));
	}
	async followBack(id, options) {
		return await followBack(this.#world, this.#place, arnOf(this.#place, id), options);
	}
	commandToStop(id) {
		return stopCommand(arnOf(this.#place, id));
	}
	named(id) {
		return arnOf(this.#place, id);
	}
	link(id) {
		const { cluster, service } = this.#place;
		return consoleLink(this.#world.aws.region, {
			kind: "serviceDeployment",
			cluster,
			service,
			id
		});
	}
	#seen(deployment) {
		this.#deployments.set(startedByOf(deployment.serviceRevision), deployment.id);
		return deployment;
	}
};

export { EcsEngine };