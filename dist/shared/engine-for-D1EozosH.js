import { At as lookOf, Bt as secondQuestion, Ft as asksForService, Gr as AwsCallError, Gt as replacementIdOf, It as asksForTasks, Jr as ConfigurationError, Jt as knownDeployment, Kn as isGroupOf, Kt as replacementOf, Lt as cadenceOf, Mt as hasFailed, Qn as backOff, Qt as readMarks, Rt as firstQuestion, Tr as isJsonObject, Vt as parseAppSpecFile, Wt as revisionOfAppSpec, Xt as isOfRun, Yt as isOfCommit, dr as formatRevision, hr as consoleLink, qn as isTerminal, sn as primaryTaskSet, zt as jitterOf } from "./base-D7WWzZYD.js";
import { a as refuse, s as judgeAll } from "./production-BR5-woBc.js";
import { a as HOLDS, i as serviceRules, o as failed, r as serviceLink, s as rule } from "./service-rules-C0o4gvZz.js";
import { t as cleanUpAll } from "./clean-up-2m7US7l4.js";
import { t as savedJson } from "./saved-state-CKdKk1Bl.js";
import { i as OWN_RULES, n as budgetFor, o as followRollback, r as orderFor, s as stopCommand, t as findGroup } from "./find-group-DtsTeKjX.js";
import { r as pauseBusy, t as OWN_RULES$1 } from "./rules-CssLHJPM.js";

// packages/steps/lib/deployment/codedeploy/create.js
/** How often a creation is tried whose answer got lost. */
const ATTEMPTS = 5;
const PAUSE_MS$1 = 1e3;
/** Between attempts that CodeDeploy throttled. */
const PAUSE = {
	firstMs: 2e3,
	longestMs: 32e3
};
/** How far the clocks of runner and AWS may be apart when a lost deployment is looked for. */
const SKEW_MS = 3e5;
/**
* Creates the deployment once and only once: whenever an answer got lost, the deployment is looked for by its description
* before it is asked for again. The id is remembered for `post:` before anything else happens.
*/
async function createDeployment(world, order) {
	const { aws, clock, progress, signal } = world;
	const since = clock.now() - SKEW_MS;
	world.remember("engine", "CodeDeploy");
	world.remember("on-cancel", order.onCancel);
	world.remember("created-as", JSON.stringify({
		...identity(order),
		since
	}));
	let lost;
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		signal.throwIfAborted();
		world.remember("creation", "asked");
		const answer = await aws.deployments.create({
			application: order.application,
			group: order.group,
			appSpec: order.appSpec,
			description: order.description,
			config: order.config,
			autoRollbackEvents: order.autoRollbackEvents,
			alarms: order.ignoreAlarms ? {
				enabled: false,
				names: [],
				ignorePollFailure: false
			} : order.alarms
		});
		if (answer.kind !== "unknown") world.remember("creation", "answered");
		if (answer.kind === "created") return announce(world, order, answer.id);
		if (answer.kind !== "throttled") {
			if (answer.kind === "unknown") {
				lost = answer.error;
				await clock.sleep(PAUSE_MS$1, signal);
			}
			const ours = await findOurs(aws, {
				...identity(order),
				since
			});
			if (ours !== void 0) {
				progress.report({
					type: "note",
					text: `Deployment ${ours.id} was created although its answer got lost.`
				});
				return announce(world, order, ours.id);
			}
			if (answer.kind === "busy") return {
				kind: "busy",
				message: answer.message
			};
		} else {
			lost = answer.error;
			await backOff(clock, attempt + 1, PAUSE, signal);
		}
	}
	throw lost ?? /* @__PURE__ */ new Error("CreateDeployment was not attempted");
}
function identity({ application, group, description }) {
	return {
		application,
		group,
		description
	};
}
/** The deployment that an unanswered creation left behind, if it did. */
async function findOurs(aws, { application, group, description, since }) {
	return (await aws.deployments.createdSince(application, group, since)).find((one) => one.description === description);
}
function announce(world, order, id) {
	world.remember("deployment-id", id);
	world.progress.report({
		type: "deployment.created",
		id,
		revision: formatRevision(order.revision),
		link: consoleLink(world.aws.region, {
			kind: "deployment",
			id
		})
	});
	return {
		kind: "created",
		id
	};
}

// packages/steps/lib/deployment/codedeploy/after-kill.js
/**
* `post:` of every step that deploys: when the process was killed before its deployment was decided, does what a
* cancelled step would have done.
*/
async function afterKill$1(remembered, world) {
	const { "on-cancel": onCancel, settled } = remembered;
	if (settled === "true" || onCancel === void 0 || onCancel === "leave") return;
	let id = remembered["deployment-id"];
	await cleanUpAll([{
		act: async () => {
			id ??= await unanswered(remembered, world);
		},
		left: "Whether CodeDeploy had begun the deployment of the step that was killed could not be found out; if it had, it goes on",
		fix: "Look for it in the CodeDeploy console, or run rollback."
	}]);
	if (id === void 0) return;
	const known = id;
	await cleanUpAll([{
		act: () => stopOurs(known, onCancel, remembered, world),
		left: `Deployment ${known}, which the step that was killed followed, could not be stopped and goes on unless it has ended`,
		fix: `To stop it: ${stopCommand(known)}`
	}]);
}
async function stopOurs(id, onCancel, remembered, world) {
	const { description } = await world.aws.deployments.get(id);
	if (!isOurs(description, remembered, world)) {
		world.progress.report({
			type: "warning",
			what: `The step was killed while it followed deployment ${id}, which this run did not make: the deployment goes on.`,
			fix: `To stop it: ${stopCommand(id)}`
		});
		return;
	}
	const done = await world.aws.deployments.stop(id, { rollback: onCancel === "rollback" });
	world.progress.report({
		type: "warning",
		what: done === "stopping" ? `The step was killed while deployment ${id} ran; it has been told to stop${onCancel === "rollback" ? " and roll back" : ""}.` : `The step was killed; deployment ${id} had ended by itself.`
	});
}
/**
* Whether this run made a deployment: the saved state may have been written to by others, the deployment's description
* not. Outside of a run there is no mark; then the whole description has to be the one that was asked for.
*/
function isOurs(description, { "created-as": text }, { run }) {
	if (run.runUrl !== "") return isOfRun(readMarks(description), run);
	return text !== void 0 && savedJson("created-as", text, isCreation).description === description;
}
/** A dead process's request may take effect this much later. */
const IN_FLIGHT_MS = 1e4;
const PAUSE_MS = 1e3;
/** Killed between asking for the deployment and hearing its id. */
async function unanswered({ "created-as": text, creation }, world) {
	if (text === void 0) return void 0;
	const asked = savedJson("created-as", text, isCreation);
	const patience = creation === "asked" ? IN_FLIGHT_MS : 0;
	for (const end = world.clock.now() + patience;;) {
		const ours = await findOurs(world.aws, asked);
		if (ours !== void 0 || world.clock.now() >= end) return ours?.id;
		await world.clock.sleep(PAUSE_MS);
	}
}
function isCreation(value) {
	const { application, description, group, since } = value ?? {};
	return [
		application,
		group,
		description
	].every((one) => typeof one === "string") && typeof since === "number";
}

// packages/steps/lib/deployment/codedeploy/deployed-by.js
/**
* Revision that a deployment's AppSpec names, as it stands there; undefined when CodeDeploy does not have the AppSpec.
*/
async function deployedBy(aws, deployment) {
	const appSpec = await aws.deployments.appSpec(deployment);
	return appSpec === void 0 ? void 0 : revisionOfAppSpec(appSpec);
}

// packages/steps/lib/deployment/codedeploy/active.js
/** The deployment that holds the group. */
async function findUnderWay({ aws }, { application, name }) {
	const [id] = await aws.deployments.active(application, name);
	return id === void 0 ? void 0 : knownDeployment(await aws.deployments.get(id));
}
/** A deployment of the group that is active beside the one of the id, and that CodeDeploy did not make. */
async function findBeside({ aws }, { application, name }, id) {
	for (const active of await aws.deployments.active(application, name)) {
		if (active === id) continue;
		const found = knownDeployment(await aws.deployments.get(active));
		if (!found.isAutomaticRollback && found.ended === void 0) return found;
	}
}
/**
* The deployment that holds the group, and whether an earlier run of this commit made it for this revision.
* @param revision ARN that is to be deployed; a re-run of the same commit with the same revision is the same wish
*/
async function findActive(world, group, revision) {
	const { aws, run } = world;
	const deployment = await findUnderWay(world, group);
	if (deployment === void 0 || deployment.ended !== void 0) return void 0;
	if (!isOfCommit(deployment.marks, run.commit)) return {
		deployment,
		ours: false
	};
	return {
		deployment,
		ours: await deployedBy(aws, deployment.state) === revision
	};
}

// packages/steps/lib/deployment/codedeploy/history.js
/** Number of AppSpecs that are read at a time. */
const AT_A_TIME = 5;
/** Number of successful deployments that are looked at; a rollback goes no further back. */
const DEPTH = 30;
/** Number of successful deployments that a rollback can return to. */
const ROLLBACKS = 10;
/**
* The group's past, newest first, with the revision of each deployment that succeeded or is new: from the task set that it
* made, as long as the service has it, else from its AppSpec.
* @param newest number of the newest deployments whose revision is read however they ended
*/
async function readHistory(aws, group, service, newest) {
	const recent = withinDepth(await aws.deployments.recent(group.application, group.name));
	const wanted = recent.filter(({ status }, at) => status === "Succeeded" || at < newest);
	const revisions = /* @__PURE__ */ new Map();
	for (let at = 0; at < wanted.length; at += AT_A_TIME) await Promise.all(wanted.slice(at, at + AT_A_TIME).map(async (deployment) => {
		const revision = await pastRevision(aws, deployment, service);
		if (revision !== void 0) revisions.set(deployment.id, revision);
	}));
	return recent.map((deployment) => ({
		deployment: knownDeployment(deployment),
		revision: revisions.get(deployment.id),
		whyUnknown: whyUnknown(deployment)
	}));
}
/** Deployments beyond the depth are left out. */
function withinDepth(recent) {
	let succeeded = 0;
	return recent.filter(({ status }) => (status === "Succeeded" ? succeeded++ : succeeded) < DEPTH);
}
async function pastRevision(aws, deployment, service) {
	return deployment.appSpecAt === void 0 ? await revisionOf(aws, deployment, service) : replacementOf(service, deployment.id)?.taskDefinition;
}
/** ARN that a deployment brings: that of the task set that it made, else what its AppSpec says. */
async function revisionOf(aws, deployment, service) {
	const made = replacementOf(service, deployment.id);
	if (made !== void 0) return made.taskDefinition;
	return await deployedBy(aws, deployment);
}
/** Why the revision of a deployment is not known. */
function whyUnknown({ appSpecAt }) {
	return appSpecAt === void 0 ? "CodeDeploy does not have its AppSpec any more" : `its AppSpec is in ${appSpecAt}, which is not read`;
}
/** Revisions that deployments under way bring, or that a rollback may go to. */
async function revisionsInUse(aws, { application, name }) {
	const uses = [];
	let succeeded = 0;
	for (const deployment of await aws.deployments.recent(application, name)) {
		const active = !isTerminal(deployment.status);
		if (!active && (deployment.status !== "Succeeded" || succeeded >= ROLLBACKS)) continue;
		if (!active) succeeded++;
		const revision = await deployedBy(aws, deployment);
		if (revision === void 0) continue;
		uses.push({
			revision,
			what: active ? `deployment ${deployment.id} is under way` : `deployment ${deployment.id} can be gone back to`
		});
	}
	return uses;
}
/** Container and port of an AppSpec of the past. */
function pastContainer(appSpec) {
	let properties;
	try {
		({properties} = parseAppSpecFile(appSpec, "AppSpec of the past deployment"));
	} catch {
		return {};
	}
	const info = properties["LoadBalancerInfo"];
	return {
		...info?.ContainerName === void 0 ? {} : { name: info.ContainerName },
		...info?.ContainerPort === void 0 ? {} : { port: Number(info.ContainerPort) }
	};
}

// packages/steps/lib/deployment/codedeploy/look.js
/**
* Looks at one deployment again and again. As a rule a look is one call; the rest of what it tells was seen earlier, and is
* asked anew when the call shows that it may have changed.
*/
var CodeDeployLookout = class {
	id;
	newest;
	jitter;
	#aws;
	#deployed;
	/** The newest look in CodeDeploy's words. */
	#seen;
	#polls = 0;
	#cadence;
	#service;
	/**
	* @param intervalMs of the polls
	* @param service as it was when the deployment was created
	*/
	constructor(aws, deployed, id, intervalMs, service) {
		this.#service = service;
		this.#cadence = cadenceOf(intervalMs);
		this.jitter = jitterOf(intervalMs);
		this.#aws = aws;
		this.#deployed = deployed;
		this.id = id;
	}
	isUnknown(error) {
		return error instanceof AwsCallError && error.code === "DeploymentDoesNotExistException";
	}
	async look() {
		const { id } = this;
		const before = this.#seen;
		const { deployments } = this.#aws;
		let deployment = before?.deployment;
		let target = before?.target;
		const first = firstQuestion(before);
		if (first === "deployment") deployment = await deployments.get(id);
		else target = await deployments.target(id, this.#deployed) ?? target;
		deployment ??= await deployments.get(id);
		let service = before?.service;
		let failedTasks = before?.failedTasks ?? [];
		service ??= this.#service ?? await this.#describe();
		let now = made(deployment, target, service, failedTasks);
		const second = secondQuestion(before, now, first, this.#polls, this.#cadence);
		if (second === "deployment") deployment = await deployments.get(id);
		else if (second === "target") target = await deployments.target(id, this.#deployed) ?? target;
		now = made(deployment, target, service, failedTasks);
		if (before !== void 0 && asksForService(before, now, this.#polls, this.#cadence)) {
			service = await this.#describe();
			now = made(deployment, target, service, failedTasks);
		}
		if (asksForTasks(before, now, this.#polls, this.#cadence)) {
			failedTasks = await this.#failed(now);
			now = made(deployment, target, service, failedTasks);
		}
		this.#polls++;
		this.#seen = now;
		return this.newest = lookOf(now);
	}
	async #describe() {
		const { cluster, service: name } = this.#deployed;
		const service = await this.#aws.services.describe(cluster, name);
		if (service !== void 0) return service;
		throw new AwsCallError({
			action: "ecs:DescribeServices",
			code: "MISSING",
			what: `service ${name} is gone from cluster ${cluster} while deployment ${this.id} runs`,
			fix: "Find out who deleted the service; create it again before deploying.",
			transient: true
		});
	}
	/** Tasks that the replacement lost by their own fault; those of a task set that is gone stay known. */
	async #failed(look) {
		const replacement = replacementIdOf(look);
		if (replacement === void 0) return look.failedTasks;
		const { cluster, service: name } = this.#deployed;
		return (await this.#aws.serviceTasks.stopped(cluster, name, replacement)).filter(hasFailed);
	}
};
function made(deployment, target, service, failedTasks) {
	return {
		deployment,
		...target === void 0 ? {} : { target },
		service,
		failedTasks
	};
}

// packages/steps/lib/deployment/codedeploy/observe.js
/** Looks at everything that a plan depends on; reads only. */
async function observe(aws, asked) {
	const { environment, group } = asked;
	const arns = [group.productionListener, group.testListener].filter((arn) => arn !== void 0);
	const [service, revision, config, targetGroups, listeners] = await Promise.all([
		asked.service ?? aws.services.describe(environment.cluster, environment.service),
		aws.deployableRevisions.describe(asked.revision),
		aws.deploymentGroups.config(asked.config ?? group.config),
		group.targetGroups.length === 0 ? [] : aws.loadBalancing.targetGroupsNamed(group.targetGroups),
		aws.loadBalancing.listeners([...new Set(arns)])
	]);
	const named = (wanted) => listeners.find(({ arn }) => arn === wanted);
	return {
		region: aws.region,
		environment,
		group,
		service,
		revision,
		configName: asked.config ?? group.config,
		config,
		targetGroups,
		production: named(group.productionListener),
		test: named(group.testListener),
		readyWaitMinutes: group.readyWaitMinutes
	};
}
/** The surroundings of a deployment that is there already, as far as following it needs them; reads only. */
async function observeUnderWay(aws, asked) {
	const { deployment, environment, group, service } = asked;
	const { productionListener, testListener } = group;
	const [config, targetGroups, production, test] = await Promise.all([
		aws.deploymentGroups.config(deployment.state.config),
		aws.loadBalancing.targetGroupsNamed(group.targetGroups),
		productionListener === void 0 ? void 0 : aws.loadBalancing.listener(productionListener),
		!asked.test || testListener === void 0 ? void 0 : aws.loadBalancing.listener(testListener)
	]);
	return {
		region: aws.region,
		environment,
		group,
		service,
		revision: void 0,
		configName: deployment.state.config,
		config,
		targetGroups,
		production,
		test,
		readyWaitMinutes: group.readyWaitMinutes
	};
}

// packages/steps/lib/deployment/codedeploy/subject.js
/** CodeDeploy's message for an id that it never gave. */
const UNKNOWN = /^(DeploymentDoesNotExist|InvalidDeploymentId)Exception$/;
/** @throws ConfigurationError when the group deploys to another service */
function requireGroupOf(group, { cluster, service }) {
	if (isGroupOf(group, cluster, service)) return;
	throw new ConfigurationError({
		what: `Deployment group ${group.application}/${group.name} is not for service ${service} in cluster ${cluster}.`,
		fix: "Correct codedeploy-deployment-group, or leave it out to have it found."
	});
}
/**
* The deployment that is meant: the one named, else the active one of this commit, else the newest of this commit.
* @throws ConfigurationError when it is not of this group, or nobody can tell which is meant
*/
async function subjectOf(world, group, named, mode) {
	const { aws, run } = world;
	const label = `${group.application}/${group.name}`;
	if (named === void 0) {
		const active = await findUnderWay(world, group);
		if (active === void 0) return await newestOfCommit(group, world);
		if (isOfCommit(active.marks, run.commit)) return active;
		throw new ConfigurationError({
			what: `deployment-id was not given, and the active deployment ${active.id} of ${label} is not of commit ${run.commit.slice(0, 7)}.`,
			fix: `Give deployment-id, the output of the step that made the deployment; deployment-id: ${active.id} if that one is meant.`
		});
	}
	const found = await aws.deployments.get(named).catch((error) => {
		if (error instanceof AwsCallError && UNKNOWN.test(error.code)) return void 0;
		throw error;
	});
	if (found === void 0) throw new ConfigurationError({
		what: `CodeDeploy has no deployment ${named} in ${aws.region}.`,
		fix: "Correct deployment-id or aws-region; the output deployment-id of the deploying step fits."
	});
	if (found.application !== group.application || found.group !== group.name) throw new ConfigurationError({
		what: `Deployment ${named} is of group ${found.application}/${found.group}, not of ${label}.`,
		fix: "Correct deployment-id, or stack, cluster and service."
	});
	const deployment = knownDeployment(found);
	if (deployment.isAutomaticRollback) throw new ConfigurationError({
		what: `Deployment ${named} is itself a rollback, which CodeDeploy made; it is not to be ${mode === "stop" ? "stopped" : "continued"}.`,
		fix: "Wait for its end."
	});
	return deployment;
}
/** The newest deployment that users made for this commit, whatever its status; rollbacks of CodeDeploy are not theirs. */
async function newestOfCommit({ application, name }, { aws, run }) {
	return (await aws.deployments.recent(application, name)).map(knownDeployment).find(({ isAutomaticRollback, marks }) => !isAutomaticRollback && isOfCommit(marks, run.commit));
}

// packages/steps/lib/deployment/codedeploy/words.js
/** Sentences that name CodeDeploy's own things. */
const WORDS = {
	ended,
	revisionUnknown: "its AppSpec can’t be read, and it has made no task set yet",
	revisionUnknownRemedy: "Run the job again once the deployment is Ready; its task set then tells the revision.",
	replacementUnknown: "the replacement task set is not known yet",
	noTasks: "no task set of the service",
	oldTasksTerminated: "the old task set has been terminated",
	oldTasksGone: (previous) => `The old task set is gone, so the deployment can’t be taken back. Run the rollback action to deploy ${previous} again. A termination wait in the deployment group (terminationWaitTimeInMinutes) keeps the old tasks until the new ones have proven themselves.`,
	goBack: (revision) => `run the rollback action${revision === void 0 ? "" : ` with to: ${revision}`}`,
	lookAtTasks: "Look at the task sets of the service; run verify-target-health, and roll back if in doubt.",
	changedByOthers: "Look at the rules of the production listener: something besides CodeDeploy changed them. Run verify-target-health, and roll back if in doubt."
};
/** How a deployment ended that was stopped by an alarm or somebody else, or failed. */
function ended({ ended: how, error }, stages) {
	if (how !== "stopped") {
		const stage = stages.find(({ status }) => status === "Failed")?.name;
		return `failed${stage === void 0 ? "" : ` in ${stage}`}`;
	}
	return error?.code === "ALARM_ACTIVE" ? "was stopped by an alarm" : "was stopped by somebody else or by CodeDeploy";
}

// packages/steps/lib/deployment/codedeploy/engine.js
/** Deploys one service by a CodeDeploy deployment group. */
var CodeDeployEngine = class {
	name = "CodeDeploy";
	words;
	allAtOnce = { "codedeploy-deployment-config": "CodeDeployDefault.ECSAllAtOnce" };
	label;
	shortLabel;
	listeners;
	#world;
	#environment;
	#group;
	#options;
	constructor(world, environment, group, options) {
		this.#world = world;
		this.#environment = environment;
		this.#group = group;
		this.#options = options;
		this.label = `group ${group.application}/${group.name}`;
		this.shortLabel = `group ${group.name}`;
		this.words = {
			...WORDS,
			noTestListener: `Deployment ${this.label} has no test listener`,
			noGateAddress: `${group.name} has no test listener`
		};
		this.listeners = {
			production: group.productionListener,
			test: group.testListener
		};
	}
	async observe(revision, service) {
		return await observe(this.#world.aws, {
			environment: this.#environment,
			group: this.#group,
			revision,
			config: this.#options.config,
			service
		});
	}
	async observeUnderWay(deployment, service, { test }) {
		return await observeUnderWay(this.#world.aws, {
			environment: this.#environment,
			group: this.#group,
			deployment,
			service,
			test
		});
	}
	async targetGroups() {
		const { targetGroups } = this.#group;
		return targetGroups.length === 0 ? [] : await this.#world.aws.loadBalancing.targetGroupsNamed(targetGroups);
	}
	plan(observed, request) {
		return orderFor(observed, request, this.#options, this.#world.run);
	}
	budget(observed, question) {
		return budgetFor(observed, question);
	}
	async create(order) {
		return await createDeployment(this.#world, order);
	}
	async created(order, since) {
		const found = await findOurs(this.#world.aws, {
			...order,
			since
		});
		return found === void 0 ? void 0 : knownDeployment(found);
	}
	takeOver(id, onCancel) {
		this.#world.remember("engine", this.name);
		this.#world.remember("on-cancel", onCancel);
		this.#world.remember("deployment-id", id);
	}
	async pauseBusy(round, intervalMs, message) {
		await pauseBusy(this.#world, round, intervalMs, {
			what: `CodeDeploy refuses a new deployment: ${message}`,
			fix: "Wait for the deployments that are under way in this group or account, or stop them; then run the job again."
		});
	}
	async get(id) {
		return knownDeployment(await this.#world.aws.deployments.get(id));
	}
	async newest() {
		const { application, name } = this.#group;
		return (await this.#world.aws.deployments.recent(application, name)).map(knownDeployment).find(({ isAutomaticRollback }) => !isAutomaticRollback);
	}
	async underWay() {
		return await findUnderWay(this.#world, this.#group);
	}
	async underWayBeside(id) {
		return await findBeside(this.#world, this.#group, id);
	}
	async active(revision, { fresh }) {
		const { newestStatus } = this.#group;
		if (!fresh && (newestStatus === void 0 || isTerminal(newestStatus))) return void 0;
		return await findActive(this.#world, this.#group, revision);
	}
	async subject(id, mode) {
		requireGroupOf(this.#group, this.#environment);
		return await subjectOf(this.#world, this.#group, id, mode);
	}
	async history(service, newest) {
		return await readHistory(this.#world.aws, this.#group, service, newest);
	}
	async revisionsInUse() {
		return await revisionsInUse(this.#world.aws, this.#group);
	}
	async revisionOf({ state }, service) {
		return await revisionOf(this.#world.aws, state, service);
	}
	/** An older revision may have other names than the live one. */
	async containerOf({ state }) {
		const appSpec = await this.#world.aws.deployments.appSpec(state);
		return appSpec === void 0 ? {} : pastContainer(appSpec);
	}
	serving(service) {
		return primaryTaskSet(service)?.taskDefinition;
	}
	servingDeployment(service) {
		return primaryTaskSet(service)?.externalId;
	}
	replacedBy(id, service) {
		return service.taskSets.find(({ externalId }) => externalId !== id)?.taskDefinition;
	}
	replacement(id, service) {
		const made = replacementOf(service, id);
		return made === void 0 ? void 0 : {
			desired: made.desired,
			targetGroup: made.loadBalancers[0]?.targetGroupArn
		};
	}
	requireServing(service) {
		if (primaryTaskSet(service) !== void 0) return;
		throw new ConfigurationError({
			what: `Service ${service.name} has no PRIMARY task set: nothing serves production that could be gone back from.`,
			fix: "Look at the service’s events; deploy a revision with blue-green-codedeploy."
		});
	}
	watch(id, intervalMs, before) {
		return new CodeDeployLookout(this.#world.aws, this.#environment, id, intervalMs, before);
	}
	answeredAt() {
		return this.#world.aws.deployments.answeredAt();
	}
	async continue(id) {
		return await this.#world.aws.deployments.continue(id, "READY_WAIT");
	}
	async endTerminationWait({ awaitsTermination, id }) {
		if (!awaitsTermination) return false;
		return await this.#world.aws.deployments.continue(id, "TERMINATION_WAIT") !== "notWaiting";
	}
	async stop(id, options) {
		return await this.#world.aws.deployments.stop(id, options);
	}
	async followBack(id, options) {
		return await followRollback(this.#world, id, options);
	}
	commandToStop(id, options = { rollback: true }) {
		return stopCommand(id, options);
	}
	named(id) {
		return id;
	}
	link(id) {
		return consoleLink(this.#world.aws.region, {
			kind: "deployment",
			id
		});
	}
};

// packages/steps/lib/deployment/codedeploy/frozen-service.js
/**
* Whether a resource of a template is an ECS service that CodeDeploy deploys to, or may deploy to: CloudFormation sends a
* service's task definition with every update, and ECS refuses that then.
*/
function mayBeFrozen(resource) {
	if (resource["Type"] !== "AWS::ECS::Service") return false;
	const controller = (isJsonObject(resource["Properties"]) ? resource["Properties"] : {})["DeploymentController"];
	if (controller === void 0) return false;
	const type = isJsonObject(controller) ? controller["Type"] : void 0;
	return type !== "ECS" && type !== "EXTERNAL";
}

// packages/steps/lib/deployment/codedeploy/preflight/shown.js
/** CodeDeploy's rows of the rule book that each item shows. */
const SHOWN$1 = {
	"service-features": [
		"one-target-group",
		"no-classic-load-balancer",
		"no-service-connect",
		"replica-strategy"
	],
	primary: ["primary"],
	"task-definition": ["volumes-at-launch"],
	"deployment-group": [
		"group-platform",
		"group-service",
		"automatic-rollback"
	],
	"deployment-config": [
		"config",
		"config-platform",
		"gradual-shift"
	],
	"wait-before-shift": [
		"wait-before-shift",
		"gate-continues",
		"gate-in-time",
		"gate-address"
	],
	"target-groups": [
		"pair",
		"pair-serves",
		"target-type",
		"one-load-balancer",
		"one-vpc"
	],
	listeners: [
		"production-listener",
		"test-listener",
		"two-listeners"
	],
	"listeners-on-primary": ["production-on-primary", "test-on-primary"]
};

// packages/steps/lib/deployment/codedeploy/stack-deployments.js
/** CodeDeploy's answers for an application or a group that does not exist. */
const MISSING = /* @__PURE__ */ new Set(["ApplicationDoesNotExistException", "DeploymentGroupDoesNotExistException"]);
/** Types of resources that hold what CodeDeploy knows of a service. */
const RESOURCE_TYPES = ["AWS::CodeDeploy::Application", "AWS::CodeDeploy::DeploymentGroup"];
/**
* Finds the deployment groups of a stack once, and gives a way to look for deployments in them.
* The groups are those that its outputs name, else every group among its resources, with every application there, as a
* group's physical id does not name its application.
*/
async function deploymentsOfStack(world, stack) {
	const groups = await groupsOf(stack);
	return async () => {
		for (const { application, group } of groups) {
			const [id] = await activeIn(application, group, world);
			if (id === void 0) continue;
			return {
				what: `CodeDeploy deployment ${id} of group ${group} is running; a change of stack ${stack.name} could turn its traffic back.`,
				fix: `Run the job again when the deployment has ended. A deployment that keeps the old tasks for long is ended early by: aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type TERMINATION_WAIT`
			};
		}
	};
}
async function groupsOf({ outputs, resources }) {
	const { CodeDeployApplication: application, CodeDeployDeploymentGroup: group } = outputs;
	if (application && group) return [{
		application,
		group
	}];
	const all = await resources();
	const ids = (type) => all.filter((one) => one.type === type && one.physicalId !== "").map(({ physicalId }) => physicalId);
	return ids("AWS::CodeDeploy::DeploymentGroup").flatMap((name) => ids("AWS::CodeDeploy::Application").map((one) => ({
		application: one,
		group: name
	})));
}
async function activeIn(application, group, world) {
	try {
		return await world.aws.deployments.active(application, group);
	} catch (error) {
		if (error instanceof AwsCallError && MISSING.has(error.code)) return [];
		throw error;
	}
}

// packages/steps/lib/deployment/codedeploy/kind.js
/** Deployments of services with the deployment controller CODE_DEPLOY. */
const codeDeploy = {
	name: "CodeDeploy",
	controller: "CODE_DEPLOY",
	rules: OWN_RULES,
	shown: SHOWN$1,
	find: async (world, environment, options) => new CodeDeployEngine(world, environment, await findGroup(world.aws, environment, options), options),
	checks: async (facts, options) => {
		const { checksOf } = await import("./checks-LnIF4KIg.js");
		return checksOf(facts, options);
	},
	freezes: mayBeFrozen,
	resourceTypes: RESOURCE_TYPES,
	deploymentsOfStack,
	afterKill: afterKill$1
};

// packages/steps/lib/deployment/codedeploy/options.js
/** CodeDeploy's limit for one deployment. */
const MOST_ALARMS = 10;
/** Requests that no CodeDeploy deployment can fulfil. */
function problemsIn({ alarms = [], "auto-rollback-events": events = [] }) {
	return [...events.includes("none") && events.length > 1 ? [{
		what: `auto-rollback-events has none beside ${events.filter((one) => one !== "none").join(", ")}.`,
		fix: "Keep the one or the others."
	}] : [], ...alarms.length > MOST_ALARMS ? [{
		what: `alarms names ${alarms.length} alarms; CodeDeploy watches ${MOST_ALARMS} at most.`,
		fix: "Name fewer, or put several into one composite alarm."
	}] : []];
}
/** @throws ConfigurationError with everything that is wrong in the AppSpec file, and its places */
async function readOptions(given, files) {
	const path = given["codedeploy-appspec"];
	const appSpec = path === void 0 ? void 0 : parseAppSpecFile(await files.read(path, "codedeploy-appspec"), path);
	return {
		application: given["codedeploy-application"],
		group: given["codedeploy-deployment-group"],
		config: given["codedeploy-deployment-config"],
		appSpec,
		description: given["codedeploy-deployment-description"],
		autoRollbackEvents: given["auto-rollback-events"] ?? [],
		ignorePollAlarmFailure: given["ignore-poll-alarm-failure"] ?? false,
		container: containerOf(appSpec),
		hooks: appSpec?.hooks.length ?? 0
	};
}
/** Container and port of the AppSpec, with their places. */
function containerOf(file) {
	const balancer = file?.properties["LoadBalancerInfo"];
	return {
		name: balancer?.ContainerName,
		port: balancer?.ContainerPort === void 0 ? void 0 : Number(balancer.ContainerPort),
		namePlace: file?.places?.containerName,
		portPlace: file?.places?.containerPort
	};
}

// packages/steps/lib/deployment/ecs/preflight/shown.js
/** Rows of the rule book about ECS's own deployments that each item shows. */
const SHOWN = {
	"service-features": [
		"no-express-service",
		"followed-strategy",
		"listener-weights"
	],
	"deployment-config": [
		"own-inputs",
		"way-to-stop",
		"room-to-roll",
		"circuit-breaker"
	],
	"wait-before-shift": ["own-milestone"],
	container: ["container-as-configured", "containers-of-load-balancers"],
	alarms: ["alarms-not-firing"]
};

// packages/steps/lib/deployment/ecs/kind.js
/** Deployments that ECS makes itself, of services with the deployment controller ECS. */
const ecs = {
	name: "ECS",
	controller: "ECS",
	rules: OWN_RULES$1,
	shown: SHOWN,
	find: async (world, environment, options, service) => {
		const { EcsEngine } = await import("./engine-Cd-Dgurj.js");
		return new EcsEngine(world, environment, service, options);
	},
	checks: async (facts, options) => {
		const { checksOf } = await import("./checks-DqiVrbSr.js");
		return checksOf(facts, options);
	},
	freezes: () => false,
	resourceTypes: [],
	deploymentsOfStack: async () => await Promise.resolve(async () => await Promise.resolve(void 0)),
	afterKill: async (remembered, world) => {
		const { afterKill } = await import("./after-kill-CyxVXf7e.js");
		await afterKill(remembered, world);
	}
};

// packages/steps/lib/deployment/ecs/options.js
/** Inputs without a meaning for ECS: its alarms and its way of shifting stand on the service. */
const FOREIGN = [
	"codedeploy-application",
	"codedeploy-deployment-group",
	"codedeploy-deployment-config",
	"codedeploy-appspec",
	"codedeploy-deployment-description",
	"auto-rollback-events",
	"alarms",
	"ignore-poll-alarm-failure"
];
/** Those of a step's inputs that ECS's own deployments can't follow. @param defaults values that nobody gave */
function foreignInputs(given, defaults = {}) {
	return FOREIGN.filter((name) => {
		const value = given[name];
		if (value === defaults[name]) return false;
		return Array.isArray(value) ? value.length > 0 : value !== void 0 && value !== false;
	});
}

// packages/steps/lib/deployment/engine-for.js
/** The engines with which every step works; the first one answers for what a process that is dead remembered without a name. */
const ENGINES = [codeDeploy];
/** Every engine, for a step that deploys a service whatever its deployment controller is. */
const ALL_ENGINES = [...ENGINES, ecs];
/**
* The engine that the service's deployment controller calls for; undefined when none of ours serves it. Nothing else reads
* the controller.
* @param among the engines from which to choose
*/
function engineFor({ controller }, among = ENGINES) {
	return among.find((kind) => kind.controller === controller);
}
/**
* The engine of a service that `requireService` let pass.
* @param among the engines that it was asked about
* @throws ConfigurationError when AWS has nothing that deploys the service
*/
async function findEngine(world, environment, service, options, among = ENGINES) {
	const engine = await engineIfAny(world, environment, service, options, among);
	if (engine === void 0) throw new TypeError(`No engine serves service ${service.name}.`);
	return engine;
}
/** The same, or undefined for a service of another controller. @throws ConfigurationError when AWS has nothing that deploys it */
async function engineIfAny(world, environment, service, options, among = ENGINES) {
	if (service === void 0) return void 0;
	return await engineFor(service, among)?.find(world, environment, options ?? await readEngineOptions({}, world), service);
}
/**
* A step's inputs for its engine, with their files read.
* @param defaults values that the step gives where the user gave none
* @throws ConfigurationError with all that is wrong in them
*/
async function readEngineOptions(given, { files }, defaults = {}) {
	return {
		...await readOptions(given, files),
		foreign: foreignInputs(given, defaults)
	};
}
/** Faults of those inputs that do not depend on AWS's answers. */
const engineProblems = problemsIn;
/** Names of the engines that freeze services of a template for CloudFormation, by the services' logical ids. */
function frozenServices(resources) {
	return new Map(Object.entries(resources).flatMap(([id, resource]) => {
		const kind = isJsonObject(resource) ? ENGINES.find((one) => one.freezes(resource)) : void 0;
		return kind === void 0 ? [] : [[id, kind.name]];
	}));
}
/** Types of resources that hold what the engines know of a service. */
const ENGINE_RESOURCE_TYPES = ENGINES.flatMap((kind) => kind.resourceTypes);
/** A way to look for a running deployment of a stack's services, whichever engine made it. */
async function stackDeployments(world, stack) {
	const looks = await Promise.all(ENGINES.map(async (kind) => await kind.deploymentsOfStack(world, stack)));
	return async () => {
		for (const look of looks) {
			const running = await look();
			if (running !== void 0) return running;
		}
	};
}
/** Says of a service that no engine serves why it has no test listener. */
function noTestListener({ name }) {
	return `Service ${name} has no CodeDeploy deployment group that could name a test listener.`;
}
/** `post:` of every step that deploys. */
async function afterKill(remembered, world) {
	await (ALL_ENGINES.find(({ name }) => name === remembered["engine"]) ?? ENGINES[0]).afterKill(remembered, world);
}
/** Tool that deploys services of each other controller. */
const INSTEAD = {
	ECS: "Deploy it with actions/deploy-service, which follows ECS’s rolling deployments. ",
	EXTERNAL: "What manages its task sets (CreateTaskSet) has to deploy it. "
};
/** Row of the rule book: one of the engines serves the service's deployment controller. */
function controllerAmong(among) {
	return rule({
		id: "controller",
		needs: ["service"],
		looks: ["service", "region"],
		judge: ({ region, service }) => service === void 0 || engineFor(service, among) !== void 0 ? HOLDS : failed(`Service ${service.name} has the ${service.controller} deployment controller; ${among.map(({ controller, name }) => `${name} deploys services of the ${controller} controller`).join(", ")}.`, `${INSTEAD[service.controller] ?? ""}The controller is chosen when a service is created: create one with deploymentController ${among.map(({ controller }) => controller).join(" or ")} (the bundled template does).`, { link: serviceLink(region, service) })
	});
}
/** The row as all steps but deploy-service judge it. */
const controllerRule = controllerAmong(ENGINES);
/** Rows that are judged by the service alone, before anything else is looked at. */
const FIRST = firstRules(ENGINES);
function firstRules(among) {
	return [...serviceRules.filter(({ id }) => id === "service"), controllerAmong(among)];
}
/**
* Judges what can be told by the service alone, before anything else is looked at.
* @throws ConfigurationError unless the service is there, active, and one that an engine serves
*/
function requireService(service, environment, among = ENGINES) {
	refuse(judgeAll(firstRules(among), {
		environment,
		service,
		region: ""
	}, ANYTHING));
}
/** The first rules ask for nothing. */
const ANYTHING = {
	revision: "",
	container: {},
	waitUntil: "traffic-shifted",
	allowZeroTasks: true
};

export { controllerAmong as a, engineProblems as c, noTestListener as d, readEngineOptions as f, afterKill as i, findEngine as l, stackDeployments as m, ENGINES as n, engineFor as o, requireService as p, ENGINE_RESOURCE_TYPES as r, engineIfAny as s, ALL_ENGINES as t, frozenServices as u };