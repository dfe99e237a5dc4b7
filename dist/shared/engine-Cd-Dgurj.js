import { Jr as ConfigurationError, Yt as isOfCommit, a as NO_MARKS, c as primaryRollout, dr as formatRevision, f as isOver, hr as consoleLink, l as servingRollout, n as serviceDeploymentBudget, o as knownServiceDeployment, p as startedByOf, s as pastServiceDeployment } from "./base-D7WWzZYD.js";
import { n as RULES, r as pauseBusy } from "./rules-CssLHJPM.js";
import { c as findBeside, d as isOlder, f as marksOf, h as placeOf, i as missing, l as findRecorded, m as arnOf, n as stopCommand, o as shiftOf, p as taskDefinitionOf, r as ServiceDeploymentLookout, s as findActive, t as followBack, u as findUnderWay } from "./stop-DtPUFN2c.js";
import { n as createDeployment, r as newRollout, t as awaitRecord } from "./create-Ci1cMMPf.js";
import { n as observe, r as observeUnderWay, t as groupsOf } from "./observe-BUiCO33A.js";
import { a as refuse, n as productionOf, s as judgeAll, u as taskOfRevision } from "./production-BR5-woBc.js";

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
	const marks = await Promise.all(recent.map(async (brief, at) => {
		const known = at < MARKED && revisionOf(brief) !== void 0 ? await marksOf(aws, brief.revision) : NO_MARKS;
		return {
			...known,
			isRollback: known.isRollback || goesBack(brief, recent.slice(at + 1), revisionOf)
		};
	}));
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
	return isOlder(revisionOf(brief), before === void 0 ? void 0 : revisionOf(before));
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
	goBack: (revision) => `run the rollback action${revision === void 0 ? "" : ` with to: ${revision}`}`,
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
			noTestListener: `ECS deploys service ${environment.service} itself, and this action asks no test listener of it`,
			noGateAddress: `this action asks no test listener of service ${environment.service}`
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
	async newest() {
		const { cluster, service } = this.#place;
		const [newest] = await this.#world.aws.serviceDeployments.list(cluster, service);
		return newest === void 0 ? void 0 : this.#seen(pastServiceDeployment(newest));
	}
	async underWay() {
		const found = await findRecorded(this.#world, this.#place);
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
			what: `mode: continue was given, and ECS deploys service ${this.#place.service} itself: its deployments wait for nobody that this action could answer for.`,
			fix: "Remove this step; wait-until: completed follows a deployment to its end."
		});
		const found = await subjectOf(this.#world, this.#place, id);
		return found === void 0 ? void 0 : this.#seen(found);
	}
	async history(_, newest) {
		const history = await readHistory(this.#world.aws, this.#place, newest);
		for (const { deployment } of history) this.#seen(deployment);
		return history;
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
			targetGroup: shiftOf(service) === void 0 ? service.loadBalancers[0]?.targetGroupArn : void 0
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