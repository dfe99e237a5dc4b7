import { $t as containerNamed, D as newWords, E as checkTaskDefinition, Er as textOf, Gr as AwsCallError, Jr as ConfigurationError, S as textTable, T as readTaskDefinition, Tn as parseSecretReference, Tr as isJsonObject, U as runbook, W as runbookFacts, Yr as CutoverError, Zr as formatPlace, an as withoutEmptyMembers, cr as parseImageReference, dr as formatRevision, en as containerNames, fn as servingNetwork, fr as parseRevision, g as looseSubjects, hr as consoleLink, in as runsOnFargate, mn as servingTasks, mr as parseArn, nn as isEssential, on as launchesOnFargate, pn as servingRevision, pr as lastSegment, rn as objectsIn, tn as containersOf, w as substituteVariables } from "./base-D7WWzZYD.js";
import { a as controllerAmong, f as readEngineOptions, n as ENGINES, o as engineFor, s as engineIfAny, t as ALL_ENGINES } from "./engine-for-D1EozosH.js";
import { n as environmentOf, r as requireName, t as describeService } from "./environment-tyOuLSsV.js";
import { i as originOf, n as findPage, r as findSuspension, t as takeAwayLeftovers } from "./take-away-Cgx44Dem.js";
import { c as ruled, i as roleLink, l as judge$1, n as ownRights, r as passing, t as TASKS, u as verdictOf } from "./rights-BtW2GtUB.js";
import { t as networkItems } from "./network-items-BPybblR0.js";
import { n as requireHere } from "./clean-up-2m7US7l4.js";
import { a as fillFromStack, i as checkLogGroups, n as checkExecutionRole, o as fillFromServing, r as checkRoles, t as requirementSentence } from "./sentence-DzVZx6Bq.js";
import { n as lookForSecrets, r as secretUses, t as checkSecrets } from "./secrets-9sH695Ev.js";
import { c as chosenContainer, l as taskOfDefinition, o as COMMON } from "./production-BR5-woBc.js";
import { t as once } from "./facts-By14LQWu.js";
import { t as readSourceText } from "./source-text-4c4GGKAT.js";
import { a as unknown, i as passed, n as failed, o as warned, r as gravest, t as ITEM_IDS } from "./item-CKCvo54z.js";
import { i as AREAS, t as diagnose } from "./diagnose-DWiqk3-w.js";
import { t as checkImages } from "./images-tBCgZ9O_.js";
import { n as liveBalancers } from "./service-rules-C0o4gvZz.js";

// packages/steps/lib/leftovers/of-service.js
/** Takes leftovers away from a named service, before anything else looks at it. A service that can't be found has none. */
async function takeAwayFrom(world, named, options) {
	const { aws, signal } = world;
	try {
		const environment = await environmentOf(aws, named);
		const service = await describeService(aws, environment);
		if (service === void 0) return;
		const productionListener = (await engineIfAny(world, environment, service, options))?.listeners.production;
		await takeAwayLeftovers(world, {
			environment,
			service,
			productionListener
		});
	} catch (error) {
		if (signal.aborted || !(error instanceof CutoverError)) throw error;
	}
}

// packages/steps/lib/preflight/shown.js
/** Rows of the rule book, common to all engines, that each item shows. */
const SHOWN = {
	service: ["service"],
	controller: ["controller"],
	"desired-count": ["desired-count", "gate-has-targets"],
	"task-definition": ["revision", "revision-active"],
	container: ["container"]
};
/** The same with the rows of an engine. */
function shownBy({ shown }) {
	const ids = /* @__PURE__ */ new Set([...Object.keys(SHOWN), ...Object.keys(shown)]);
	return Object.fromEntries([...ids].map((id) => [id, [...SHOWN[id] ?? [], ...shown[id] ?? []]]));
}
/** Items that show rows of the rule book, whichever engine deploys. */
const RULED_IDS = new Set(ALL_ENGINES.flatMap((kind) => Object.keys(shownBy(kind))));

// packages/steps/lib/preflight/with-image.js
/**
* The definition with another image in one container: the named one, or the only essential one.
* @throws ConfigurationError when it is not clear which container is meant
*/
function withImage(definition, image, name) {
	const containers = containersOf(definition);
	const essential = containers.filter(isEssential);
	const target = name ?? (essential.length === 1 && essential[0] !== void 0 ? textOf(essential[0]["name"]) : void 0);
	if (target === void 0 || !containers.some((one) => one["name"] === target)) throw new ConfigurationError({
		what: `Input image: which container it is for is not clear; the containers are ${containerNames(definition).join(", ")}.`,
		fix: "Set container-name to one of them."
	});
	return {
		...definition,
		containerDefinitions: containers.map((one) => one["name"] === target ? {
			...one,
			image
		} : one)
	};
}

// packages/steps/lib/preflight/definition.js
/** The task definition of a file, with variables and image in it. @throws ConfigurationError with all problems */
async function readDefinition({ complete, containerName, image, partition, path, variables }, files) {
	const source = readSourceText(await files.read(path, "task-definition"), path);
	const substituted = substituteVariables(source, variables);
	const read = readTaskDefinition(substituted.value, source);
	const unreadable = [...substituted.problems, ...read.problems];
	if (unreadable.length > 0) throw new ConfigurationError(unreadable);
	const own = withoutEmptyMembers(read.definition);
	const definition = image === void 0 || containersOf(own).length === 0 ? own : withImage(own, image, containerName);
	const problems = checkTaskDefinition(definition, {
		placeOf: (place) => source.placeOf(place),
		complete,
		partition
	});
	if (problems.length > 0) throw new ConfigurationError(problems);
	return definition;
}

// packages/steps/lib/preflight/facts.js
/** AWS's answers; each call is made once, however many items use it. */
var Facts = class {
	aws;
	request;
	run;
	/** Subject of the run's identity token; undefined when the job may have none. */
	subject;
	#files;
	constructor({ aws, files, run, subject }, request) {
		this.aws = aws;
		this.run = run;
		this.subject = subject ?? (async () => await Promise.resolve(void 0));
		this.request = request;
		this.#files = files;
	}
	environment = once(async () => await environmentOf(this.aws, this.request));
	/** Undefined when the cluster has none of the name. @throws ConfigurationError when there is no such cluster */
	described = once(async () => await describeService(this.aws, await this.environment()));
	/** @throws ConfigurationError when cluster or service are not there */
	service = once(async () => {
		const environment = await this.environment();
		const service = await this.described();
		if (service !== void 0) return service;
		throw new ConfigurationError({
			what: `Cluster ${environment.cluster} has no service ${environment.service}.`,
			fix: "Correct cluster and service (or stack and aws-region), or create the service."
		});
	});
	#engine;
	/** Says by which engine the service is looked at; what only an engine can tell may be asked from then on. */
	async lookAs(kind) {
		const checks = await kind.checks(this, this.request.engine);
		this.#engine = {
			kind,
			checks
		};
		return checks;
	}
	get #checks() {
		if (this.#engine === void 0) throw new TypeError("No engine was chosen yet.");
		return this.#engine.checks;
	}
	/** Those of the target groups between which traffic is shifted that exist. */
	async targetGroups() {
		return await this.#checks.targetGroups();
	}
	/** The load balancer that users reach. */
	async balancer() {
		return await this.#checks.balancer();
	}
	/** Number of tasks that run beside those of the desired count at most, while a deployment goes on. */
	async extraTasks() {
		return await this.#checks.extraTasks();
	}
	/** The rule book, with the rows of the engine once it is chosen. */
	get book() {
		const common = [...COMMON, controllerAmong(this.request.among)];
		return {
			rules: this.#engine === void 0 ? common : [...common, ...this.#engine.kind.rules],
			shown: this.#engine === void 0 ? SHOWN : shownBy(this.#engine.kind),
			looks: {
				...this.#looks,
				...this.#engine?.checks.looks
			},
			wanted: async () => await this.#wanted()
		};
	}
	/**
	* The registered revision; undefined when ECS has none of the name, or when a file is to be deployed.
	* @throws ConfigurationError when its ARN is of another place than the service
	*/
	revision = once(async () => {
		const { wanted } = this.request;
		if (wanted.kind === "definition" || wanted.kind === "file") return void 0;
		const service = await this.service();
		const name = wanted.kind === "revision" ? wanted.name : servingRevision(service);
		requireHere(this.aws, { "Input task-definition-arn": name }, service.arn);
		return await this.aws.taskDefinitions.describe(name);
	});
	/** The tasks' definition. @throws ConfigurationError when there is no such revision */
	definition = once(async () => {
		const { container, image } = this.request;
		const definition = await this.#definition();
		return image === void 0 ? definition : withImage(definition, image, container.name);
	});
	async #definition() {
		const { wanted } = this.request;
		if (wanted.kind === "file" || wanted.kind === "definition") {
			const definition = wanted.kind === "definition" ? wanted.definition : await readDefinition({
				path: wanted.path,
				variables: this.request.variables,
				image: this.request.image,
				containerName: this.request.container.name,
				complete: false,
				partition: this.aws.partition
			}, this.#files);
			const environment = await this.environment();
			if (environment.stack !== void 0) return fillFromStack(definition, environment, this.aws.region);
			const serving = await this.aws.taskDefinitions.describe(servingRevision(await this.service()));
			return serving === void 0 ? definition : fillFromServing(definition, serving.definition).definition;
		}
		const revision = await this.revision();
		if (revision !== void 0) return revision.definition;
		throw new ConfigurationError({
			what: `There is no task definition ${wanted.kind === "revision" ? wanted.name : servingRevision(await this.service())}.`,
			fix: "Give an ARN or family:revision that exists in this account and region, such as the output task-definition-arn of register-taskdef."
		});
	}
	/** The tasks' definition as the rules see it; undefined when ECS has no such revision. */
	task = once(async () => {
		const { wanted } = this.request;
		const revision = await this.revision();
		if (wanted.kind !== "file" && wanted.kind !== "definition") return revision === void 0 ? void 0 : taskOfDefinition(await this.definition(), {
			label: formatRevision(revision.arn),
			status: revision.status,
			serves: wanted.kind === "serving"
		});
		const label = wanted.kind === "file" ? wanted.path : wanted.from;
		return taskOfDefinition(await this.definition(), {
			label,
			status: "ACTIVE",
			serves: false
		});
	});
	/** Facts that every engine's rows share, each looked at when a rule asks for it. */
	#looks = {
		region: async () => await Promise.resolve(this.aws.region),
		environment: this.environment,
		service: this.described,
		task: this.task
	};
	/** The deployment's demands on its surroundings. */
	async #wanted() {
		const { allowZeroTasks, container, gate, waitUntil, wanted } = this.request;
		const service = await this.described();
		return {
			revision: wanted.kind === "revision" ? wanted.name : service === void 0 ? "" : servingRevision(service),
			container,
			waitUntil,
			allowZeroTasks,
			gate
		};
	}
	/** Results of the look for the definition's secrets. */
	secrets = once(async () => {
		return await lookForSecrets(secretUses(await this.definition()), this.aws);
	});
	/** Where the tasks would run. */
	network = once(async () => {
		const service = await this.service();
		return servingNetwork(service) ?? (await this.environment()).network;
	});
	subnets = once(async () => {
		const network = await this.network();
		return network === void 0 ? [] : await this.aws.network.subnets(network.subnets);
	});
	/** Of the tasks and of the load balancer: those that exist. */
	securityGroups = once(async () => {
		const network = await this.network();
		const balancer = await this.balancer().catch(() => void 0);
		const ids = [.../* @__PURE__ */ new Set([...network?.securityGroups ?? [], ...balancer?.securityGroups ?? []])];
		return ids.length === 0 ? [] : await this.aws.network.securityGroups(ids);
	});
	/** `arn:aws:SERVICE:REGION:ACCOUNT:resource` in the account of the credentials. */
	async arn(service, resource) {
		const { account } = await this.aws.identity.caller();
		return `arn:${this.aws.partition}:${service}:${service === "iam" ? "" : this.aws.region}:${account}:${resource}`;
	}
};

// packages/steps/lib/preflight/commands.js
/** Commands for the service that was looked at; none where it could not be. */
async function commandsOf(facts) {
	try {
		const service = await facts.service();
		const known = runbookFacts(facts.aws.region, await facts.environment());
		const [balanced] = servingTasks(service).loadBalancers;
		const definition = await facts.definition().catch(ignored);
		const containers = definition === void 0 ? [] : containersOf(definition);
		const name = known.container ?? facts.request.container.name ?? balanced?.containerName;
		const container = containers.find((one) => textOf(one["name"]) === name) ?? containers[0];
		const groups = await facts.targetGroups().catch(ignored);
		return [runbook({
			...known,
			container: name ?? (container === void 0 ? void 0 : textOf(container["name"])),
			logGroup: known.logGroup ?? logGroupOf(container),
			repository: known.repository ?? repositoryOf(container),
			taskDefinition: formatRevision(servingRevision(service)),
			network: await facts.network(),
			targetGroups: (groups ?? []).map(({ arn }) => arn),
			fargate: launchesOnFargate(service),
			desired: service.desired
		})];
	} catch (error) {
		return ignored(error) ?? [];
	}
}
/** The name of the container's repository in ECR; undefined for other registries. */
function repositoryOf(container) {
	const { account, name } = parseImageReference(textOf(container?.["image"])) ?? {};
	return account === void 0 ? void 0 : name;
}
function logGroupOf(container) {
	const log = container?.["logConfiguration"];
	const options = isJsonObject(log) ? log["options"] : void 0;
	return isJsonObject(options) ? textOf(options["awslogs-group"]) || void 0 : void 0;
}
/** @throws whatever is no answer of AWS's or of the rules */
function ignored(error) {
	if (error instanceof CutoverError) return void 0;
	throw error;
}

// packages/steps/lib/preflight/credentials-item.js
const MINUTE = 6e4;
/** In which tasks hardly start and become healthy, and in which they usually do. */
const START_MINUTES = 2;
const USUAL_MINUTES = 20;
/** Credentials last as long as the deployment. @param now epoch milliseconds */
function credentialsItem(facts, engine, now) {
	return {
		id: "credentials",
		title: "Lifetime of the credentials",
		needs: ["deployment-group", "deployment-config"],
		check: async () => await credentials(facts, engine, now())
	};
}
/** Credentials that end in the middle leave a deployment that nobody follows. */
async function credentials(facts, engine, now) {
	const validity = await facts.aws.identity.validity();
	if (validity.kind === "renewed") return passed("They are renewed while the deployment runs.");
	if (validity.kind === "unknown") return unknown("The end of these credentials is not known: AWS_CREDENTIAL_EXPIRATION is not set.", "Give role-to-assume, and the action renews its credentials. Or give aws-actions/configure-aws-credentials an id and output-credentials: true, and this step env: AWS_CREDENTIAL_EXPIRATION: ${{ steps.ID.outputs.aws-expiration }}. Keys of a user do not expire.");
	const left = Math.floor((validity.at - now) / MINUTE);
	if (left <= 0) return failed("These credentials have expired.", "Run aws-actions/configure-aws-credentials in this job, just before this step.");
	const { budget, leastMinutes: least } = await engine.duration();
	const most = Math.ceil(budget.totalMs / MINUTE);
	const longer = "Give the deployment role-to-assume with permissions: id-token: write, so that they are renewed; or set role-duration-seconds in aws-actions/configure-aws-credentials (and MaxSessionDuration of the role, at most 43200).";
	if (left < least + START_MINUTES) return failed(`These credentials last ${left} minutes more; the deployment takes ${least} by its configuration, and its tasks have to start before.`, longer);
	const aside = `a deployment takes ${most} at most (${budget.reason})`;
	if (left < Math.min(most, least + USUAL_MINUTES)) return warned(`These credentials last ${left} minutes more; ${aside}.`, longer);
	return passed(`They last ${left} minutes more; ${aside}.`);
}

// packages/domain/lib/diagnosis/explain.js
/**
* Explains a message, a log, or an answer of `describe-tasks`, `describe-services`, `describe-stack-events`, `describe-target-health`,
* `get-deployment`, `describe-service-deployments` or `get-log-events` as the AWS CLI prints it.
* @returns undefined for a text in which no known failure stands
*/
function explain(text) {
	const [finding] = diagnose(observationsIn(text));
	if (finding === void 0) return void 0;
	const { what, certainty = "certain", fix, id } = finding;
	for (const [area, rows] of Object.entries(AREAS)) {
		const row = rows.find((one) => one.id === id);
		if (row !== void 0) return {
			id,
			area,
			cause: what,
			fix,
			link: row.url,
			certainty
		};
	}
}
function observationsIn(text) {
	const answer = answerIn(text);
	const observations = answer === void 0 ? [] : observe(answer);
	return observations.length > 0 ? observations : [{
		source: "pasted text",
		text
	}];
}
/** The JSON of an answer; undefined for words and for logs, whose lines are JSON one by one. */
function answerIn(text) {
	if (!/^\s*[{[]/.test(text)) return void 0;
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Members of answers that tell of a failure, with their sources. */
function observe(answer) {
	const found = [];
	const lines = [];
	const walk = (node, depth) => {
		if (typeof node !== "object" || node === null || depth > 8) return;
		if (Array.isArray(node)) {
			for (const member of node) walk(member, depth + 1);
			return;
		}
		const members = node;
		const add = (name, source) => {
			const text = members[name];
			if (typeof text === "string" && text !== "") found.push({
				source,
				text
			});
		};
		add("stoppedReason", "ecs:DescribeTasks stoppedReason");
		if ("containerArn" in members || "exitCode" in members || "lastStatus" in members) add("reason", "ecs:DescribeTasks reason");
		if (typeof members["exitCode"] === "number" && members["exitCode"] !== 0) found.push({
			source: "exit code",
			text: `exit code ${members["exitCode"]}`
		});
		if ("createdAt" in members) add("message", "ecs:DescribeServices events");
		add("statusReason", "ecs:DescribeServiceDeployments statusReason");
		if (/FAILED/.test(String(members["ResourceStatus"]))) add("ResourceStatusReason", "cloudformation:DescribeStackEvents ResourceStatusReason");
		if (isRecord(members["TargetHealth"])) {
			const { Description, Reason } = members["TargetHealth"];
			for (const text of [Reason, Description]) if (typeof text === "string") found.push({
				source: "elasticloadbalancing:DescribeTargetHealth reason",
				text
			});
		}
		if (isRecord(members["errorInformation"])) {
			const { code, message } = members["errorInformation"];
			for (const text of [message, code]) if (typeof text === "string") found.push({
				source: "codedeploy:GetDeployment errorInformation",
				text
			});
		}
		if ("ingestionTime" in members && typeof members["message"] === "string") lines.push(members["message"]);
		for (const member of Object.values(members)) walk(member, depth + 1);
	};
	walk(answer, 0);
	return lines.length === 0 ? found : [{
		source: "container log",
		text: lines.join("\n")
	}, ...found];
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// packages/steps/lib/preflight/explanation.js
/** Tells the cause and the fix of the text that input `explain` holds; gives them back for the summary. */
function explanationOf(text, world) {
	if (text === void 0) return [];
	const found = explain(text);
	if (found === void 0) {
		world.progress.report({
			type: "note",
			text: "Input explain: no known failure stands in the text."
		});
		return [{
			kind: "facts",
			title: "Explanation",
			facts: [["Cause", "No known failure stands in the text of input explain."]]
		}];
	}
	const { cause, certainty, fix, id, link } = found;
	world.progress.report({
		type: "note",
		text: `Input explain: ${cause} Fix: ${fix} (${id}, ${certainty})`
	});
	return [{
		kind: "facts",
		title: "Explanation",
		facts: [
			["Cause", cause],
			["Fix", fix],
			["Id", `${id} (${certainty})`],
			["Documentation", link]
		]
	}];
}

// packages/steps/lib/preflight/leftover-item.js
/**
* A maintenance page or a suspension of scaling that a step has not taken away.
* @param engine undefined for a service that no engine serves
*/
function leftoverItem(facts, engine, world) {
	return {
		id: "leftovers",
		title: "Leftovers of earlier runs",
		needs: ["service"],
		check: async () => {
			const service = await facts.service();
			const place = {
				environment: await facts.environment(),
				service,
				productionListener: await engine?.productionListener().catch(() => void 0)
			};
			const verdicts = await Promise.all([judge(async () => await findPage(world, place)), judge(async () => await findSuspension(world, place))]);
			return gravest(verdicts.flatMap((verdict) => verdict ?? []), "No maintenance page is up, and no deployment has scaling suspended.");
		}
	};
}
async function judge(find) {
	let leftover;
	try {
		leftover = await find();
	} catch (error) {
		return verdictOf(error);
	}
	if (leftover === void 0) return void 0;
	const { ended, ours, what } = leftover;
	const found = `${what} is in force (${originOf(leftover)})`;
	if (ours && !ended) return passed(`${found}; it is of this run.`);
	return ended ? warned(`${found}: its time is over, the runner of the step that made it died.`, "The next deployment, rollback or pipeline takes it away; set clean-up: true to have preflight do it.") : warned(`${found}.`, "Nothing has to be done while that run goes on. When its runner died, run its job again, or wait until the time is over.");
}

// packages/steps/lib/preflight/requirements.js
/** Requirements of a definition's tasks, as verdicts of this step. */
function verdictsOf(requirements, link) {
	return requirements.map(({ what, fix, verdict }) => ({
		status: verdict === "ok" ? "passed" : verdict,
		what: requirementSentence(what),
		fix,
		...link === void 0 || verdict === "ok" ? {} : { link }
	}));
}

// packages/steps/lib/preflight/task-items.js
/** Items about the task definition and whether the load balancer fits it. */
function taskItems(facts) {
	return [
		ruled(facts, "task-definition", "Task definition", ["service"], async () => await taskDefinition(facts)),
		ruled(facts, "container", "Container and port", ["task-definition", "service-features"], async () => await container(facts)),
		{
			id: "health-check",
			title: "Health checks of the target groups",
			needs: ["container", "target-groups"],
			check: async () => await healthCheck(facts)
		}
	];
}
async function taskDefinition(facts) {
	const definition = await facts.definition();
	const revision = await facts.revision();
	const name = (await facts.task())?.label ?? "";
	const problems = revision === void 0 ? checkTaskDefinition(definition, {
		complete: true,
		onFargate: launchesOnFargate(await facts.service()),
		partition: facts.aws.partition
	}) : [];
	if (problems.length > 0) return failed(`${name}: ${problems.map(({ what }) => what).join("; ")}.`, [...new Set(problems.map(({ fix }) => fix))].join(" "), revisionLink(facts, void 0));
	const doubts = revision === void 0 ? newWords(definition) : [];
	if (doubts.length > 0) return warned(`${name}: ${doubts.map(({ what }) => what).join("; ")}.`, [...new Set(doubts.map(({ fix }) => fix))].join(" "), revisionLink(facts, void 0));
	const size = [definition["cpu"], definition["memory"]].map(textOf).filter(Boolean);
	return passed(`${name} is ${revision === void 0 ? "well formed" : "ACTIVE"}${runsOnFargate(definition) && size.length === 2 ? `, with ${size[0] ?? ""} CPU units and ${size[1] ?? ""} MiB` : ""}.`);
}
/** The container and port to which traffic would go: those of the inputs, else those that have it now. */
async function served(facts) {
	const [live] = liveBalancers(await facts.service());
	const { name = "", port = 0 } = chosenContainer(await facts.task(), live, facts.request.container);
	return {
		name,
		port
	};
}
async function container(facts) {
	if (liveBalancers(await facts.service()).length === 0) return passed("No requests go to the tasks: the service has no load balancer.");
	const { name, port } = await served(facts);
	return passed(`Container ${name} listens on port ${port}, where traffic goes.`);
}
/** A check that asks where nothing listens never succeeds; two that differ are both asked of every version in turn. */
async function healthCheck(facts) {
	const groups = await facts.targetGroups();
	if (groups.length === 0) return passed("The service has no target group.");
	const definition = await facts.definition();
	const { name: usual } = await served(facts);
	const live = liveBalancers(await facts.service());
	const entryOf = (arn) => live.find(({ targetGroupArn }) => targetGroupArn === arn);
	const together = groups.every(({ arn }) => entryOf(arn) !== void 0);
	const verdicts = groups.map(({ arn, healthCheck: { port }, name }) => {
		const containerName = together ? entryOf(arn)?.containerName ?? usual : usual;
		const mapped = portsOf(definition, containerName);
		if (port === "traffic-port" || mapped.includes(port)) return passed("");
		return failed(`The health check of target group ${name} asks port ${port}, which container ${containerName} does not map (${mapped.join(", ") || "none"}).`, `Set its port to traffic-port: aws elbv2 modify-target-group --target-group-arn ${arn} --health-check-port traffic-port`, consoleLink(facts.aws.region, {
			kind: "targetGroup",
			arn
		}));
	});
	const [one, other] = groups;
	if (one !== void 0 && other !== void 0 && !together) verdicts.push(alike(facts, one, other));
	const verdict = gravest(verdicts, "");
	const path = one?.healthCheck.path ?? "";
	return verdict.status === "passed" ? passed(together ? `${groups.map(({ name }) => name).join(" and ")} ${groups.length === 1 ? "asks" : "ask"} where the tasks listen.` : `Both ask ${path === "" ? "the port" : path} in the same way.`) : verdict;
}
function alike(facts, one, other) {
	const differing = [
		"protocol",
		"path",
		"matcher"
	].filter((name) => one.healthCheck[name] !== other.healthCheck[name]);
	if (differing.length === 0) return passed("");
	const told = differing.map((name) => `${name} ${one.healthCheck[name] || "none"} and ${other.healthCheck[name] || "none"}`);
	return warned(`The health checks of ${one.name} and ${other.name} differ (${told.join(", ")}): a version that is healthy in one may not be in the other.`, "Give both the same health check; versions are in each of them by turns.", consoleLink(facts.aws.region, {
		kind: "targetGroup",
		arn: other.arn
	}));
}
function portsOf(definition, container) {
	return objectsIn(containerNamed(definition, container)?.["portMappings"]).map(({ containerPort }) => textOf(containerPort));
}
/** Page of a revision; undefined for what is not registered. */
function revisionLink({ aws }, arn) {
	const parsed = arn === void 0 ? void 0 : parseRevision(arn);
	if (parsed === void 0) return void 0;
	return consoleLink(aws.region, {
		kind: "taskDefinition",
		family: parsed.family,
		revision: String(parsed.number)
	});
}

// packages/steps/lib/preflight/resource-items.js
/** Items about resources that the tasks need at their start. */
function resourceItems(facts) {
	return [
		{
			id: "image",
			title: "Image and platform",
			needs: ["task-definition"],
			check: async () => await image(facts)
		},
		{
			id: "secrets",
			title: "Secrets",
			needs: ["task-definition"],
			check: async () => await secrets(facts)
		},
		{
			id: "log-group",
			title: "Log group",
			needs: ["task-definition"],
			check: async () => await logGroup(facts)
		}
	];
}
/** Images that are there, for the platform of the tasks, and names that are seldom meant. */
async function image(facts) {
	const definition = await facts.definition();
	const found = await checkImages(definition, facts.aws);
	const seen = found.filter(({ path, verdict, fix }) => inEcr(definition, path[1]) || verdict === "failed" || fix !== "");
	const link = await linkOf(facts);
	const verdicts = (seen.length === 0 ? found : seen).flatMap((one) => one.verdict === "unknown" && one.fix !== "" && !inEcr(definition, one.path[1]) ? verdictsOf([one], link).map((verdict) => ({
		...verdict,
		status: "warned"
	})) : verdictsOf([one], link));
	return gravest(verdicts, "There is no container.");
}
function inEcr(definition, index) {
	const container = containersOf(definition)[Number(index)];
	const reference = parseImageReference(textOf(container?.["image"]));
	return reference?.account !== void 0 || /^(localhost|127\.)/.test(reference?.host ?? "");
}
async function secrets(facts) {
	const definition = await facts.definition();
	const uses = secretUses(definition);
	const looks = await facts.secrets();
	const account = parseArn(textOf(definition["executionRoleArn"]))?.account;
	const verdict = gravest(verdictsOf(checkSecrets(uses, looks, {
		partition: facts.aws.partition,
		region: facts.aws.region,
		account
	}), await linkOf(facts)), "The task definition names none.");
	if (verdict.status !== "passed" || uses.length === 0) return verdict;
	const keys = uses.flatMap(({ valueFrom }) => parseSecretReference(valueFrom).jsonKey ?? []);
	return passed(`${uses.length === 1 ? "It is" : `All ${uses.length} are`} there.${keys.length === 0 ? "" : ` Whether the JSON has ${keys.join(", ")} was not looked at, as values are never read.`}`);
}
async function logGroup(facts) {
	const definition = await facts.definition();
	return gravest(verdictsOf(await checkLogGroups(definition, facts.aws), await linkOf(facts)), "No container writes to CloudWatch Logs.");
}
async function linkOf(facts) {
	return revisionLink(facts, (await facts.revision())?.arn);
}

// packages/steps/lib/preflight/role-items.js
/** Roles of the tasks, and the right to pass them. */
function roleItems(facts) {
	return [
		{
			id: "execution-role",
			title: "Execution role",
			needs: ["task-definition"],
			check: async () => await taskRole(facts, "executionRoleArn")
		},
		{
			id: "task-role",
			title: "Task role",
			needs: ["task-definition"],
			check: async () => await taskRole(facts, "taskRoleArn")
		},
		{
			id: "pass-role",
			title: "Right to pass the roles",
			needs: [
				"task-definition",
				"execution-role",
				"task-role"
			],
			check: async () => await passRole(facts)
		}
	];
}
async function taskRole(facts, member) {
	const { aws } = facts;
	const definition = await facts.definition();
	const name = lastSegment(textOf(definition[member]));
	if (name === "") return passed(member === "taskRoleArn" ? "The containers call AWS with no role, or not at all." : "Nothing in the task definition needs one.");
	const link = roleLink(facts, name);
	const found = verdictsOf((await checkRoles(definition, aws)).filter(({ path }) => path[0] === member), link);
	if (member === "taskRoleArn" || found.some(({ status }) => status === "failed")) return gravest(found, "");
	const uses = secretUses(definition);
	const looks = await facts.secrets();
	const rights = await checkExecutionRole(definition, uses, looks instanceof AwsCallError ? /* @__PURE__ */ new Map() : looks, aws);
	const verdict = gravest([...found, ...verdictsOf(rights, link)], "");
	return verdict.status === "passed" ? passed(`Role ${name} trusts ${TASKS} and allows what starting a task needs.`) : verdict;
}
async function passRole(facts) {
	const definition = await facts.definition();
	const names = [definition["executionRoleArn"], definition["taskRoleArn"]].map((role) => textOf(role));
	const roles = await Promise.all([...new Set(names.filter((name) => name !== ""))].map(async (name) => parseArn(name) === void 0 ? await facts.arn("iam", `role/${name}`) : name));
	if (roles.length === 0) return passed("There is no role to pass.");
	return await ownRights(facts, [passing(roles)], `These credentials may pass ${roles.map(lastSegment).join(" and ")}.`);
}

// packages/steps/lib/preflight/web-trust.js
/** Warns of a role of these credentials that workflows of other repositories may assume, too. */
async function looselyTrusted(facts, caller) {
	const [, session] = /:assumed-role\/([^/]+)\//.exec(caller) ?? [];
	if (session === void 0) return void 0;
	const role = await facts.aws.roles.describe(session).catch((error) => {
		if (error instanceof CutoverError) return void 0;
		throw error;
	});
	const loose = role === void 0 ? [] : looseSubjects(role);
	if (role === void 0 || loose.length === 0) return void 0;
	return warned(`The credentials work, but role ${role.name} trusts ${loose.join(" and ")}, which fits repositories of others: a wildcard matches / and : too.`, `List exact subjects in its trust policy: {"StringEquals":{"token.actions.githubusercontent.com:sub":${JSON.stringify(await facts.subject() ?? ownSubject(facts.run))}}}`, consoleLink(facts.aws.region, {
		kind: "role",
		name: role.name
	}));
}
/** The subject of this repository's jobs, as far as the run tells it. */
function ownSubject({ ownerId, repository, repositoryId }) {
	const [owner = "", name = ""] = repository.split("/");
	return `repo:${ownerId === void 0 || repositoryId === void 0 ? `${owner}/${name}` : `${owner}@${ownerId}/${name}@${repositoryId}`}:environment:ENVIRONMENT`;
}

// packages/steps/lib/preflight/service-items.js
/** Items about our credentials, and the engine that deploys the service. */
function firstItems(facts) {
	return [
		{
			id: "identity",
			title: "AWS credentials",
			needs: [],
			check: async () => await identity(facts)
		},
		ruled(facts, "service", "Service", ["identity"], async () => await service(facts)),
		ruled(facts, "controller", "Deployment controller", ["service"], async () => {
			const kind = engineFor(await facts.service(), facts.request.among);
			return passed(`It is ${kind?.controller ?? ""}.`);
		})
	];
}
/** Number of tasks that the service wants. */
function desiredItem(facts) {
	return ruled(facts, "desired-count", "Number of tasks", ["service"], async () => await desired(facts));
}
/** Whatever keeps us from knowing who we are keeps us from everything else too. */
async function identity(facts) {
	const { aws } = facts;
	try {
		const { account, arn } = await aws.identity.caller();
		return await looselyTrusted(facts, arn) ?? passed(`The credentials of ${arn} work in account ${account}, ${aws.region}.`);
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		return failed(error.message, error.fix);
	}
}
async function service(facts) {
	const { cluster, name } = await facts.service();
	return passed(`Service ${name} in cluster ${cluster} is ACTIVE.`);
}
async function desired(facts) {
	return passed(`The desired count is ${(await facts.service()).desired}.`);
}

// packages/steps/lib/preflight/run.js
/** Outputs of `preflight`. */
const OUTPUTS = {
	passed: "boolean",
	"failed-count": "number",
	"unknown-count": "number",
	/** JSON: one object an item. */
	items: "string"
};
async function run(given, world) {
	requireName(given);
	const request = {
		among: ALL_ENGINES,
		stack: given.stack,
		cluster: given.cluster,
		service: given.service,
		engine: await readEngineOptions(given, world),
		wanted: wantedOf(given),
		container: {
			name: given["container-name"],
			port: given["container-port"]
		},
		image: given.image,
		variables: given.variables,
		skip: given.skip,
		alarms: given["ignore-alarms"] ? [] : given.alarms.length === 0 ? void 0 : given.alarms,
		onActive: given["on-active-deployment"],
		gate: void 0,
		waitUntil: given["wait-until"],
		waitMinutes: given["wait-for-minutes"],
		allowZeroTasks: given["allow-zero-tasks"]
	};
	if (given["clean-up"]) await takeAwayFrom(world, request, request.engine);
	const facts = new Facts(world, request);
	const results = await checkFacts(facts, request, world);
	world.progress.report({
		type: "note",
		text: textTable(HEADER, rowsOf(results))
	});
	for (const { fix, status, title, what } of results) {
		if (status !== "warned" && status !== "unknown") continue;
		world.progress.report({
			type: "warning",
			what: `${title}: ${what}`,
			inSections: true,
			...fix === "" ? {} : { fix }
		});
	}
	return conclude(results, [...explanationOf(given.explain, world), ...await commandsOf(facts)]);
}
/** Looks at everything that was not left out; reads only. */
async function check(request, world) {
	return await checkFacts(new Facts(world, request), request, world);
}
async function checkFacts(facts, request, world) {
	const wanted = (items) => items.filter(({ id }) => !request.skip.includes(id));
	const first = wanted(firstItems(facts));
	const judged = await judge$1(first, world.signal);
	const kind = await engineOf(facts, judged);
	const engine = await facts.lookAs(kind ?? ENGINES[0]);
	const rest = wanted([
		desiredItem(facts),
		...engine.items,
		...taskItems(facts),
		...roleItems(facts),
		...resourceItems(facts),
		...networkItems(facts),
		credentialsItem(facts, engine, () => world.clock.now()),
		leftoverItem(facts, kind === void 0 ? void 0 : engine, world)
	]);
	return (await judge$1([...first, ...rest], world.signal, judged)).toSorted((a, b) => ITEM_IDS.indexOf(a.id) - ITEM_IDS.indexOf(b.id));
}
/** The engine of the service; undefined when none serves it, or the service could not be looked at. */
async function engineOf(facts, judged) {
	if (judged.some(({ status }) => status === "failed" || status === "unknown")) return void 0;
	try {
		return engineFor(await facts.service(), facts.request.among);
	} catch (error) {
		if (error instanceof CutoverError) return void 0;
		throw error;
	}
}
function wantedOf(given) {
	const { "task-definition": path, "task-definition-arn": name } = given;
	if (path !== void 0 && name !== void 0) throw new ConfigurationError({
		what: "Inputs task-definition and task-definition-arn were both given.",
		fix: "Keep the one that is to be deployed."
	});
	if (path !== void 0) return {
		kind: "file",
		path
	};
	return name === void 0 ? { kind: "serving" } : {
		kind: "revision",
		name
	};
}
const WORDS = {
	passed: "pass",
	warned: "warning",
	failed: "FAIL",
	unknown: "unknown",
	skipped: "not checked"
};
/** Items that need attention, and below them, folded, the sound ones. Failures are findings, with their fixes. */
function sectionsOf(results) {
	const table = (title, header, rows, folded) => rows.length === 0 ? [] : [{
		kind: "table",
		title,
		header,
		rows,
		...folded === void 0 ? {} : { folded }
	}];
	const passed = results.filter(({ status }) => status === "passed");
	const others = results.filter(({ status }) => status === "warned" || status === "unknown");
	const skipped = results.filter(({ status }) => status === "skipped");
	return [
		...table("Not certain", ["Item", "What was found, and what to do"], others.map(({ fix, status, title, what }) => [`${title}: ${WORDS[status]}`, [what, fix].filter(Boolean).join(" ")])),
		...table(`${skipped.length} ${skipped.length === 1 ? "item was" : "items were"} not checked`, ["Item", "Why"], skipped.map(({ title, what }) => [title, what]), true),
		...table(`${passed.length} ${passed.length === 1 ? "item is" : "items are"} right`, ["Item", "What was found"], passed.map(({ title, what }) => [title, what]), true)
	];
}
/** Verdict on the whole, from the results; the summary ends with the commands. */
function conclude(results, commands = []) {
	const of = (status) => results.filter((one) => one.status === status);
	const [failed, unknown, warnings] = [
		of("failed"),
		of("unknown"),
		of("warned")
	];
	const outputs = {
		passed: failed.length === 0,
		"failed-count": failed.length,
		"unknown-count": unknown.length,
		items: JSON.stringify(results.map(published))
	};
	const summary = [...sectionsOf(results), ...commands];
	const [first] = failed;
	if (first === void 0) {
		const asides = [...warnings.length === 0 ? [] : [`${warnings.length} with a warning`], ...unknown.length === 0 ? [] : [`${unknown.length} could not be looked at`]];
		return {
			kind: "succeeded",
			what: `Everything that was checked is right: ${of("passed").length} of ${results.length} items${asides.length === 0 ? "" : ` (${asides.join(", ")})`}.`,
			outputs,
			summary
		};
	}
	return {
		kind: "failed",
		what: `${told(first)}${failed.length > 1 ? ` (and ${failed.length - 1} more to mend)` : ""}`,
		fix: `${first.fix === "" ? "See the table." : first.fix} Nothing was changed.`,
		findings: failed.map(({ fix, id, link, place, title, what }) => ({
			id,
			what: told({
				title,
				what,
				...place === void 0 ? {} : { place }
			}),
			evidence: [],
			fix,
			...link === void 0 ? {} : { link }
		})),
		outputs,
		summary,
		...first.link === void 0 ? {} : { link: first.link }
	};
}
const HEADER = [
	"Item",
	"Result",
	"What was found",
	"What to do"
];
/** `Container and port: FILE:8:26: …` */
function told({ place, title, what }) {
	return `${title}: ${place === void 0 ? "" : `${formatPlace(place)}: `}${what}`;
}
function rowsOf(results) {
	return results.map(({ fix, status, title, what }) => [
		title,
		WORDS[status],
		what,
		fix
	]);
}
/** An item of the output `items`, whose keys are public. */
function published({ fix, id, link, status, title, what }) {
	return {
		id,
		title,
		status,
		found: what,
		...fix === "" ? {} : { fix },
		...link === void 0 ? {} : { link }
	};
}

export { RULED_IDS as a, run as i, check as n, takeAwayFrom as o, conclude as r, OUTPUTS as t };