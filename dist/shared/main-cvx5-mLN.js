import { t as inputs } from "./inputs-D1XMqt5O.js";
import { B as latestOperation, F as targetsIn, Gr as AwsCallError, Jr as ConfigurationError, L as firstFailure, Mt as hasFailed, Nt as observeStops, R as inProgress, St as troublesOf, U as runbook, V as rootFailures, W as runbookFacts, Wr as AccessDeniedError, Yr as CutoverError, dr as formatRevision, fn as servingNetwork, hr as consoleLink, jn as served, mn as servingTasks, mr as parseArn, on as launchesOnFargate, pn as servingRevision, pr as lastSegment, xn as shellWord, z as isSettled } from "./base-D7WWzZYD.js";
import { r as foldExplained, t as diagnose } from "./diagnose-DWiqk3-w.js";
import { n as environmentOf, r as requireName, t as describeService } from "./environment-tyOuLSsV.js";
import { i as causesOf, n as stopsInWords, r as stopsSection, t as abortable } from "./abortable-SaCZFqUW.js";
import { n as observeHealth, r as unreachedPort, t as gatherEvidence } from "./evidence-CkxbFgHU.js";
import { a as runningLines, i as observeLog, n as lastLines, o as showLog, r as logSection } from "./task-log-CnBRHt5A.js";
import { s as engineIfAny, t as ALL_ENGINES } from "./engine-for-D1EozosH.js";
import { t as once } from "./facts-By14LQWu.js";
import { t as networkItems } from "./network-items-BPybblR0.js";
import { t as checkImages } from "./images-tBCgZ9O_.js";
import { n as lookForSecrets, r as secretUses, t as checkSecrets } from "./secrets-9sH695Ev.js";

// packages/steps/lib/diagnose/outcome.js
/** Outputs of `diagnose`. */
const OUTPUTS = {
	healthy: "boolean",
	"unseen-count": "number"
};
/** The verdict: `failed` with the root cause first, or `succeeded`. @param fails whether findings fail the job */
function conclude(found, fails) {
	const { findings, link, notes, sections, signs, subject, unseen } = found;
	const healthy = signs.length === 0;
	const outputs = {
		healthy,
		"unseen-count": unseen.length
	};
	const summary = [...sections, ...unseenSection(unseen)];
	if (healthy) return {
		kind: "succeeded",
		what: `${subject} ${unseen.length === 0 ? "is healthy" : "is healthy as far as could be seen"}${notes.length === 0 ? "" : `: ${notes.join(", ")}`}.`,
		outputs,
		summary
	};
	const what = `${subject} is not healthy: ${signs.join("; ").replace(/\.$/, "")}.`;
	return fails ? {
		kind: "failed",
		what,
		fix: "Nothing was changed.",
		findings,
		outputs,
		summary,
		link
	} : {
		kind: "succeeded",
		what,
		findings,
		outputs,
		summary
	};
}
function unseenSection(unseen) {
	if (unseen.length === 0) return [];
	return [{
		kind: "table",
		title: "What could not be seen",
		header: [
			"What",
			"Why",
			"What to do"
		],
		rows: unseen.map(({ fix, part, why }) => [
			part,
			why,
			fix
		])
	}];
}

// packages/steps/lib/diagnose/questions.js
/** How long all questions together may take, in milliseconds; start and end of the action fit into the rest of 10 s. */
const LIMIT_MS = 9e3;
/**
* Questions to AWS that share one deadline. What gets no answer, or is refused, is noted and hides nothing else.
*/
var Questions = class {
	/** The world, whose AWS calls end with the deadline. */
	world;
	#deadline = new AbortController();
	#done = new AbortController();
	#unseen = /* @__PURE__ */ new Map();
	constructor(world) {
		this.world = {
			...world,
			aws: world.aws.until(this.#deadline.signal)
		};
		this.#wait(world);
	}
	/** Ends the questions when their time is over. */
	async #wait({ clock }) {
		try {
			await clock.sleep(LIMIT_MS, this.#done.signal);
		} catch {
			return;
		}
		this.#deadline.abort(new NoAnswerError());
	}
	/** The parts that could not be seen, each once. */
	get unseen() {
		return [...this.#unseen.values()];
	}
	/**
	* The answer, or undefined when it could not be had; the reason is noted then.
	* @param part what is asked for, as the list of what could not be seen names it
	* @throws the signal's reason when the job is cancelled
	*/
	async ask(part, work) {
		try {
			return await this.need(part, work);
		} catch (error) {
			if (!(error instanceof CutoverError)) throw error;
			this.#unseen.set(`${part} ${error.message}`, {
				part,
				why: whyOf(error),
				fix: error.fix
			});
			return;
		}
	}
	/** The answer. @throws CutoverError when it can't be had, as for want of time; the signal's reason on cancellation */
	async need(part, work) {
		const { signal } = this.world;
		signal.throwIfAborted();
		if (this.#deadline.signal.aborted) throw noAnswer(part);
		try {
			return await abortable(AbortSignal.any([signal, this.#deadline.signal]), work());
		} catch (error) {
			if (signal.aborted) throw signal.reason;
			if (this.#deadline.signal.aborted) throw noAnswer(part);
			throw error;
		}
	}
	/** No question will be asked any more. */
	end() {
		this.#done.abort();
	}
};
var NoAnswerError = class extends Error {
	name = "NoAnswerError";
	message = `no answer within ${LIMIT_MS / 1e3} s`;
};
function noAnswer(part) {
	return new AwsCallError({
		action: part,
		code: "NoAnswer",
		what: `AWS had not answered when the ${LIMIT_MS / 1e3} s of a diagnosis were over.`,
		fix: "Run it again; when it stays so, look at health.aws.amazon.com and at the runner’s network.",
		transient: true
	});
}
function whyOf(error) {
	if (error instanceof AccessDeniedError) return `${error.action} was refused`;
	return error instanceof AwsCallError && error.code === "NoAnswer" ? `no answer within ${LIMIT_MS / 1e3} s` : error.message;
}

// packages/steps/lib/diagnose/balancing.js
/** Targets that get or would get requests, and can't serve them. */
function sickTargets(groups) {
	return groups.flatMap(({ health }) => health ?? []).filter(({ reason, state }) => (state === "unhealthy" || state === "unavailable" || state === "unused") && reason !== "Target.NotInUse");
}
/**
* The finding that requests of users reach none of the service's target groups. Undefined when one is served, and when the listeners
* could not be seen.
* @param balancers load balancers of all groups of the service, for the command
*/
function unserved(region, service, groups) {
	const [first] = groups;
	if (first === void 0 || groups.some(({ group, listeners }) => group === void 0 || listeners === void 0)) return void 0;
	const listeners = groups.flatMap((one) => one.listeners ?? []);
	if (groups.some(({ arn }) => listeners.some((one) => (served(one).get(arn) ?? 0) > 0))) return void 0;
	const names = groups.map(({ group }) => group?.name ?? "").join(" and ");
	const [listener] = listeners;
	const aws = (...words) => [
		"aws",
		"elbv2",
		...words,
		"--region",
		region
	].map(shellWord).join(" ");
	const forward = `Type=forward,TargetGroupArn=${first.arn}`;
	return {
		id: "no-listener",
		certainty: "certain",
		what: listener === void 0 ? `No listener forwards to target group ${names}, so no request reaches service ${service}: the group belongs to no load balancer.` : `No listener rule with a weight above 0 forwards to target group ${names}, so no request reaches service ${service}.`,
		evidence: listener === void 0 ? groups.map(({ group }) => `elasticloadbalancing:DescribeTargetGroups (${group?.name ?? ""}): LoadBalancerArns is empty`) : [...new Map(listeners.map((one) => [one.arn, one])).values()].slice(0, 3).map(told),
		fix: listener === void 0 ? `Create a listener: ${aws("create-listener", "--load-balancer-arn", "LOAD_BALANCER_ARN", "--protocol", "HTTP", "--port", "80", "--default-actions", forward)}` : `Send the requests there again: ${aws("modify-listener", "--listener-arn", listener.arn, "--default-actions", forward)}`,
		link: consoleLink(region, {
			kind: "targetGroup",
			arn: first.arn
		})
	};
}
function told({ arn, port, rules }) {
	const to = rules.flatMap(({ forwards, priority }) => forwards.map(({ percent, targetGroupArn }) => {
		const [, name = targetGroupArn] = /targetgroup\/([\w-]+)/.exec(targetGroupArn) ?? [];
		return `rule ${priority} sends ${Math.round(percent)} % to ${name}`;
	})).join(", ");
	return `elasticloadbalancing:DescribeRules (listener ${port}, ${lastSegment(arn)}): ${to === "" ? "no rule forwards to a target group" : to}`;
}

// packages/steps/lib/diagnose/deployment.js
/** Poll interval of a lookout that looks once. */
const ONCE_MS = 5e3;
/** A deployment under way is called stuck when it is older than this; a bake is never stuck. In milliseconds. */
const LONG_MS$1 = 18e5;
/**
* Looks at the newest deployment where it is under way or has failed; undefined otherwise, and where the service has none.
* @param since a failure from before is history, in epoch milliseconds
*/
async function lookAtDeployment(questions, environment, service, since) {
	const { world } = questions;
	const engine = await questions.ask("deployments", async () => await engineIfAny(world, environment, service, void 0, ALL_ENGINES));
	if (engine === void 0) return void 0;
	const newest = await questions.ask("deployments", async () => await engine.newest());
	if (newest === void 0 || newest.ended === "succeeded") return void 0;
	if (newest.ended !== void 0 && (newest.completedAt ?? newest.createdAt ?? since) < since) return void 0;
	const look = await questions.ask("newest deployment", async () => await engine.watch(newest.id, ONCE_MS, service).look());
	return look === void 0 ? void 0 : {
		look,
		engine
	};
}
/** Faults of the deployment itself; empty for one that comes on. */
function deploymentFindings(seen, now) {
	if (seen === void 0) return [];
	const { engine, look } = seen;
	const { deployment, failedTasks, progress, said, stages } = look;
	const { id } = deployment;
	const link = engine.link(id);
	const evidence = [...said.ofStages, ...said.ofAll].map(({ source, text }) => `${source}: ${text}`).slice(0, 3);
	const status = `${engine.name} deployment ${id}: ${deployment.status}, ${progress.doing}`;
	if (deployment.ended !== void 0) return [{
		id: "deployment-failed",
		certainty: "possible",
		what: `The newest deployment ${id} ${engine.words.ended(deployment, stages)}.`,
		evidence: evidence.length > 0 ? evidence : [status],
		fix: `Mend the cause and deploy again. To bring back the version before, ${engine.words.goBack()}.`,
		link
	}];
	if (deployment.awaitsTermination) return [];
	const isLong = deployment.createdAt !== void 0 && deployment.createdAt < now - LONG_MS$1;
	if (failedTasks.length === 0 && !isLong) return [];
	return [{
		id: progress.phase === "ready" ? "deployment-waits" : "deployment-stuck",
		certainty: "possible",
		what: progress.phase === "ready" ? `Deployment ${id} waits to be continued, and users are on the version before.` : `Deployment ${id} doesn’t come on: ${progress.doing}.`,
		evidence: [status, ...evidence],
		fix: `${progress.phase === "ready" ? "Continue it with mode: continue" : "Mend the cause"}, or stop it and go back: ${engine.commandToStop(id)}`,
		link
	}];
}
/** `deployment d-1 is under way (…)`, or how it ended. */
function deploymentNote({ engine, look }) {
	const { deployment, progress, stages } = look;
	return deployment.ended === void 0 ? `deployment ${deployment.id} is under way (${progress.doing})` : `deployment ${deployment.id} ${engine.words.ended(deployment, stages)}`;
}

// packages/steps/lib/diagnose/lacking.js
/** Looks, all at once, at image, secrets, the way out of the subnets and the way in through the security groups. */
async function lacking(questions, environment, service, { failed, sick, troubles }) {
	const { aws } = questions.world;
	const notStarted = failed.find(({ stopCode }) => stopCode === "TaskFailedToStart");
	const unreachable = sick.some(({ reason }) => reason === "Target.Timeout");
	const lacks = [];
	const revision = notStarted?.taskDefinition ?? failed[0]?.taskDefinition ?? servingRevision(service);
	const definition = once(async () => {
		const found = await aws.taskDefinitions.describe(revision);
		if (found !== void 0) return found.definition;
		throw new ConfigurationError({
			what: `There is no task definition ${revision}.`,
			fix: "Register it again, and deploy it."
		});
	});
	const facts = networkFacts(questions, environment, service, definition);
	const network = async (id, explains) => {
		const item = networkItems(facts).find((one) => one.id === id);
		const verdict = await questions.ask(id === "egress" ? "way out of the subnets" : "security groups", async () => item?.check());
		if (verdict?.status === "failed") lacks.push({
			finding: findingOf(id, verdict),
			explains
		});
	};
	await Promise.all([...notStarted === void 0 && troubles.length === 0 ? [] : [
		network("egress", /timeout|timed-out|unreachable|^pull-|^registry-|^secret-fetch|-cut$|^resource-init/),
		questions.ask("image", async () => await checkImages(await definition(), aws)).then((found) => lacks.push(...ofRequirements("image", found, /^pull-|^image-|not-found/))),
		questions.ask("secrets", async () => {
			const uses = secretUses(await definition());
			return checkSecrets(uses, await lookForSecrets(uses, aws), {
				partition: aws.partition,
				region: aws.region,
				account: service.arn.split(":")[4] ?? ""
			});
		}).then((found) => lacks.push(...ofRequirements("secret", found, /^secret|^ssm-|^secrets-manager-/)))
	], ...unreachable ? [network("security-groups", /^target-timeout$/)] : []]);
	return { explain: (findings) => withLacks(findings, lacks) };
}
/** Puts what lacks before the symptoms that it explains; their words become its evidence. */
function withLacks(findings, lacks) {
	let told = [...findings];
	const added = [];
	for (const { explains, finding } of lacks) {
		const symptoms = told.filter(({ id }) => explains.test(id));
		const [symptom] = symptoms;
		if (symptom === void 0) {
			added.push(finding);
			continue;
		}
		const root = {
			...finding,
			evidence: symptoms.flatMap(({ evidence }) => evidence).slice(0, 5)
		};
		const at = told.indexOf(symptom);
		told = [
			...told.slice(0, at),
			root,
			...told.slice(at)
		].filter((one) => !symptoms.includes(one));
	}
	return [...told, ...added];
}
function ofRequirements(kind, found, explains) {
	const bad = (found ?? []).filter(({ verdict }) => verdict === "failed");
	if (bad.length === 0) return [];
	return [{
		finding: {
			id: `${kind}-lacking`,
			certainty: "certain",
			what: `${bad.map(({ item, what }) => `The ${item}: ${what}`).join("; ")}.`,
			evidence: bad.map(({ what }) => what).slice(0, 3),
			fix: [...new Set(bad.map(({ fix }) => fix))].join(" ")
		},
		explains
	}];
}
function findingOf(id, { fix, link, what }) {
	return {
		id: id === "egress" ? "no-way-out" : "no-way-in",
		certainty: "likely",
		what,
		evidence: [what],
		fix,
		...link === void 0 ? {} : { link }
	};
}
/** The network of the tasks that serve. */
function networkFacts({ world: { aws } }, environment, service, definition) {
	const placed = servingNetwork(service) ?? environment.network;
	const [balanced] = servingTasks(service).loadBalancers;
	const balancer = once(async () => {
		const [arn] = (balanced === void 0 ? void 0 : await aws.loadBalancing.targetGroup(balanced.targetGroupArn))?.loadBalancerArns ?? [];
		return arn === void 0 ? void 0 : await aws.loadBalancing.loadBalancer(arn);
	});
	return {
		aws,
		request: {
			skip: [],
			container: {}
		},
		service: async () => await Promise.resolve(service),
		extraTasks: async () => await Promise.resolve(0),
		definition,
		network: async () => await Promise.resolve(placed),
		balancer,
		subnets: once(async () => placed === void 0 ? [] : await aws.network.subnets(placed.subnets)),
		securityGroups: once(async () => {
			const ids = /* @__PURE__ */ new Set([...placed?.securityGroups ?? [], ...(await balancer())?.securityGroups ?? []]);
			return ids.size === 0 ? [] : await aws.network.securityGroups([...ids]);
		})
	};
}

// packages/steps/lib/diagnose/service.js
/** ECS keeps stopped tasks for an hour; a failure that old has been replaced long since, or has come again. */
const RECENT_MS = 9e5;
const HOUR_MS$1 = 36e5;
/** Looks at a service, its tasks, targets, listeners and newest deployment, all at once, and explains what is wrong. */
async function diagnoseService(questions, environment, service) {
	const { aws, clock } = questions.world;
	const { cluster, name } = service;
	const now = clock.now();
	const [stopped, running, groups, deployment] = await Promise.all([
		questions.ask("stopped tasks", async () => await aws.serviceTasks.stopped(cluster, name)),
		questions.ask("running tasks", async () => await aws.serviceTasks.running(cluster, name)),
		seenGroups(questions, service),
		lookAtDeployment(questions, environment, service, now - HOUR_MS$1)
	]);
	const theirs = deployment?.look.replacement?.startedBy;
	const isNew = (task) => hasFailed(task) && (task.stoppedAt ?? now) >= now - RECENT_MS;
	const failed = (stopped ?? []).filter((task) => isNew(task) && (theirs === void 0 || task.startedBy !== theirs));
	const seen = {
		service,
		failed,
		running: running ?? [],
		groups,
		sick: sickTargets(groups),
		deployment
	};
	const closed = unserved(aws.region, name, groups);
	const troubles = troublesOf(service.events).filter(({ at }) => at >= now - HOUR_MS$1);
	const signs = signsOf(seen, closed, troubles[0]?.text, now);
	if (signs.length === 0) return {
		signs,
		findings: [],
		notes: notesOf(seen),
		sections: []
	};
	const gone = targetsIn(troubles);
	const words = troubles.map(({ text }) => text);
	const [ofTasks, ofDeployment, lacks] = await Promise.all([
		explainTasks(questions, seen, gone, words),
		explainDeployment(questions, seen, gone, now),
		lacking(questions, environment, service, {
			failed: [
				...deployment?.look.failedTasks ?? [],
				...failed,
				...(stopped ?? []).filter(isNew)
			],
			sick: [...seen.sick, ...gone],
			troubles: words
		})
	]);
	const zero = noTasksWanted(service);
	const findings = distinct([
		...zero === void 0 ? [] : [zero],
		...foldExplained(lacks.explain(byCertainty([...ofDeployment.findings, ...ofTasks.findings]))),
		...closed === void 0 ? [] : [closed]
	]);
	return {
		signs,
		findings: findings.length > 0 ? findings : [unexplained(service, signs)],
		notes: notesOf(seen),
		sections: [...ofDeployment.sections, ...ofTasks.sections]
	};
}
/** The target groups of the tasks that serve, each with its targets and the listeners of its load balancers. */
async function seenGroups(questions, service) {
	const { loadBalancing } = questions.world.aws;
	const arns = servingTasks(service).loadBalancers.flatMap(({ shift, targetGroupArn }) => shift === void 0 ? [targetGroupArn] : [targetGroupArn, shift.alternateTargetGroup]);
	return await Promise.all([...new Set(arns)].map(async (arn) => {
		const [group, health] = await Promise.all([questions.ask("target groups", async () => await loadBalancing.targetGroup(arn)), questions.ask("target health", async () => await loadBalancing.health(arn))]);
		const listeners = group === void 0 ? void 0 : await Promise.all(group.loadBalancerArns.map(async (balancer) => await questions.ask("listeners", async () => await loadBalancing.listenersOf(balancer))));
		return {
			arn,
			group,
			health,
			listeners: listeners?.some((one) => one === void 0) === true ? void 0 : listeners?.flatMap((one) => one ?? [])
		};
	}));
}
/** The symptoms. A task that failed once and was replaced is none. */
function signsOf({ deployment, failed, service, sick }, closed, trouble, now) {
	const { desired, running } = service;
	const lacks = running < desired;
	const crashes = failed.length >= 2 || failed.length === 1 && lacks;
	const stuck = deploymentFindings(deployment, now).length > 0;
	const isStarting = deployment !== void 0 && deployment.look.deployment.ended === void 0 && !stuck;
	return [
		...noTasksWanted(service) === void 0 ? [] : ["its desired count is 0"],
		...lacks && (!isStarting || crashes || trouble !== void 0) ? [`${running} of ${desired} tasks run`] : [],
		...crashes ? [stopsInWords(failed)] : [],
		...sick.length === 0 ? [] : [`${sick.length} target${sick.length === 1 ? " is" : "s are"} not healthy`],
		...closed === void 0 ? [] : ["no listener sends requests to it"],
		...stuck && deployment !== void 0 ? [deploymentNote(deployment)] : []
	];
}
/** Why tasks fail, don't start, or serve nobody. */
async function explainTasks(questions, seen, gone, troubles) {
	const { deployment, failed, groups, service } = seen;
	const { world } = questions;
	const sick = deployment === void 0 ? [...seen.sick, ...gone] : seen.sick;
	if (failed.length === 0 && sick.length === 0 && troubles.length === 0) return {
		findings: [],
		sections: []
	};
	const log = await logOf(questions, seen);
	showLog(world, log);
	const quotable = world.showLogs === "none" ? void 0 : log;
	const path = groups.map(({ group }) => group?.healthCheck.path ?? "").find((one) => one !== "");
	const facts = path === void 0 ? {} : { path };
	const observations = [
		...observeLog(world, log),
		...observeStops(failed),
		...observeHealth(sick, facts),
		...troubles.map((text) => ({
			source: "ecs:DescribeServices events",
			text,
			subject: service.name,
			facts
		}))
	];
	const unreached = unreachedPort(quotable, sick);
	const causes = failed.length > 0 ? causesOf(observations, quotable, failed) : knownCauses(observations);
	return {
		findings: [...unreached === void 0 ? [] : [unreached], ...causes],
		sections: [
			...stopsSection(failed),
			...targetsSection(seen.sick),
			...failed.length > 0 || unreached !== void 0 ? logSection(quotable) : []
		]
	};
}
function knownCauses(observations) {
	const known = diagnose(observations);
	return known.length > 0 ? known : causesOf(observations, void 0, []);
}
/** The log of the task that failed last, or of a running one whose target is sick. */
async function logOf(questions, { failed, running, service, sick }) {
	const { world } = questions;
	if (failed.length > 0) return await questions.ask("log of the failed task", async () => await lastLines(world, failed));
	const task = running.find(({ addresses }) => sick.some(({ id, port }) => addresses.includes(id) || addresses.includes(`${id}:${port}`)));
	if (task === void 0) return void 0;
	const container = servingTasks(service).loadBalancers[0]?.containerName;
	return await questions.ask("log of the running task", async () => await runningLines(world, task, container));
}
/** Findings about the newest deployment, where it failed lately, doesn't come on, or loses tasks. */
async function explainDeployment(questions, { deployment }, gone, now) {
	const own = deploymentFindings(deployment, now);
	if (deployment === void 0 || own.length === 0) return {
		findings: [],
		sections: []
	};
	const { look } = deployment;
	const told = await questions.ask("evidence of the deployment", async () => await gatherEvidence(questions.world, look, gone));
	return {
		findings: [...(told?.findings ?? []).filter(({ id }) => id !== "unrecognised"), ...own],
		sections: told?.sections ?? []
	};
}
/** A service behind a load balancer that wants no task answers every request with 503. */
function noTasksWanted(service) {
	const { cluster, desired, name } = service;
	if (desired > 0 || servingTasks(service).loadBalancers.length === 0) return void 0;
	return {
		id: "no-tasks-wanted",
		certainty: "certain",
		what: `Service ${name} has a desired count of 0, so its load balancer answers every request with 503.`,
		evidence: [`ecs:DescribeServices (${name}): desiredCount 0`],
		fix: `Start tasks: aws ecs update-service --cluster ${cluster} --service ${name} --desired-count 1. If a scaling policy or a schedule set it, change that, too.`
	};
}
/** The finding for symptoms of which neither ECS nor the tasks tell the reason. */
function unexplained({ cluster, name }, signs) {
	return {
		id: "unexplained",
		certainty: "possible",
		what: `Neither ECS nor the tasks, targets and logs of service ${name} say why.`,
		evidence: signs.map((sign) => `service ${name}: ${sign}`),
		fix: `Look at its events in a few minutes: aws ecs describe-services --cluster ${cluster} --services ${name} --query 'services[0].events[:10].[createdAt,message]' --output text`
	};
}
/** `2 of 2 tasks run`, `2 of 2 targets are healthy`, and what a deployment under way does. */
function notesOf({ deployment, failed, groups, service }) {
	const targets = groups.flatMap(({ health }) => health ?? []);
	const healthy = targets.filter(({ state }) => state === "healthy").length;
	return [
		`${service.running} of ${service.desired} tasks run`,
		...targets.length === 0 ? [] : [`${healthy} of ${targets.length} targets are healthy`],
		...failed.length === 1 ? [`1 task failed lately and was replaced (${stopsInWords(failed)})`] : [],
		...deployment === void 0 || deployment.look.deployment.ended !== void 0 ? [] : [deploymentNote(deployment)]
	];
}
function targetsSection(sick) {
	if (sick.length === 0) return [];
	return [{
		kind: "table",
		title: "Targets that are not healthy",
		header: [
			"Target",
			"State",
			"Reason",
			"Said"
		],
		rows: sick.map((one) => [
			`${one.id}:${one.port}`,
			one.state,
			one.reason ?? "",
			one.description ?? ""
		])
	}];
}
/** Possible causes, as that the deployment failed, stand behind certain ones. */
function byCertainty(findings) {
	const rank = ({ certainty, id }) => certainty === "possible" ? id === "last-log-lines" ? 1 : 2 : 0;
	return findings.toSorted((a, b) => rank(a) - rank(b));
}
/** Findings of one id are one: the service and its deployment may show the same cause. */
function distinct(findings) {
	return [...new Map(findings.toReversed().map((one) => [one.id, one])).values()].toReversed();
}

// packages/steps/lib/diagnose/stack.js
/** CloudFormation waits for most resources less than this, in milliseconds; databases and distributions take longer. */
const LONG_MS = 6e5;
const HOUR_MS = 36e5;
/** Looks at a stack, and at the events of its newest operation where that failed or goes on; undefined when there is none. */
async function diagnoseStack(questions, name) {
	const { aws, clock } = questions.world;
	const stack = await questions.need("stack", async () => await aws.stacks.describe(name));
	if (stack === void 0) return void 0;
	const { status } = stack;
	if (isSettled(status) && status.endsWith("_COMPLETE") && !status.includes("ROLLBACK")) return {
		stack,
		signs: [],
		findings: [],
		sections: [],
		service: void 0
	};
	const all = await questions.ask("events of the stack", async () => await aws.stacks.events(stack.id, /* @__PURE__ */ new Set()));
	const events = latestOperation(all ?? []);
	const service = serviceIn(events);
	const now = clock.now();
	if (status === "UPDATE_ROLLBACK_COMPLETE" && (events.at(-1)?.at ?? now) < now - HOUR_MS) return {
		stack,
		signs: [],
		findings: [],
		sections: [],
		service
	};
	return isSettled(status) ? {
		...failedStack(aws.region, stack, events),
		stack,
		service
	} : {
		...busyStack(aws.region, stack, events, now),
		stack,
		service
	};
}
/** The roots of a failed operation, and how the stack gets out of its state. */
function failedStack(region, stack, events) {
	const { name, status } = stack;
	const roots = rootFailures(events);
	const known = diagnose(roots.map(({ reason = "", resource }) => ({
		source: "cloudformation:DescribeStackEvents ResourceStatusReason",
		text: reason,
		subject: resource
	})));
	const first = firstFailure(events);
	const said = first === void 0 ? stack.statusReason ?? "CloudFormation gives no reason" : `${first.resource} (${first.resourceType}): ${first.reason ?? first.status}`;
	return {
		signs: [`stack ${name} is in ${status}`],
		findings: [...known, {
			id: "stack-failed",
			certainty: "possible",
			what: `Stack ${name} is in ${status}. First failure: ${said.replace(/\.$/, "")}.`,
			evidence: [`cloudformation:DescribeStackEvents: ${said}`],
			fix: wayOut(name, status),
			link: consoleLink(region, {
				kind: "stack",
				id: stack.id
			})
		}],
		sections: failuresSection(roots)
	};
}
/** The resource for which a stack waits. */
function busyStack(region, stack, events, now) {
	const { name, status } = stack;
	const [longest] = inProgress(events);
	const since = longest?.at ?? events[0]?.at ?? now;
	if (rootFailures(events).length > 0) return failedStack(region, stack, events);
	if (now - since < LONG_MS) return {
		signs: [],
		findings: [],
		sections: []
	};
	const minutes = Math.round((now - since) / 6e4);
	const waits = longest === void 0 ? "a resource" : `${longest.resource} (${longest.resourceType})`;
	return {
		signs: [`stack ${name} is in ${status}, and waits for ${waits} for ${minutes} minutes`],
		findings: [{
			id: "stack-waits",
			certainty: "possible",
			what: `Stack ${name} waits for ${waits} for ${minutes} minutes.`,
			evidence: [`cloudformation:DescribeStackEvents: ${waits} is ${longest?.status ?? status}`],
			fix: `Mend the resource, or end the wait: aws cloudformation cancel-update-stack --stack-name ${name} (an update), or delete the stack (its creation).`,
			link: consoleLink(region, {
				kind: "stack",
				id: stack.id
			})
		}],
		sections: []
	};
}
/** How a stack gets out of a state in which it can't be updated, or out of a failed operation. */
function wayOut(name, status) {
	switch (status) {
		case "UPDATE_ROLLBACK_FAILED": return `Mend the resource, then: aws cloudformation continue-update-rollback --stack-name ${name} (with --resources-to-skip for what can’t be restored).`;
		case "ROLLBACK_COMPLETE":
		case "ROLLBACK_FAILED":
		case "CREATE_FAILED": return `Mend the first failure, delete the remains (aws cloudformation delete-stack --stack-name ${name}) and create the stack again; deploy-stack does both.`;
		case "DELETE_FAILED": return `Empty what is not empty, lift what protects it, then: aws cloudformation delete-stack --stack-name ${name}`;
		default: return "Mend the first failure, and run the update again.";
	}
}
function failuresSection(roots) {
	if (roots.length === 0) return [];
	return [{
		kind: "table",
		title: "Resources that failed",
		header: [
			"Resource",
			"Type",
			"Reason"
		],
		rows: roots.slice(0, 10).map(({ reason = "", resource, resourceType }) => [
			resource,
			resourceType,
			reason
		])
	}];
}
/** The service that the operation touched last. */
function serviceIn(events) {
	const arn = events.findLast(({ physicalId, resourceType }) => resourceType === "AWS::ECS::Service" && physicalId !== "")?.physicalId;
	const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(parseArn(arn ?? "")?.resource ?? "") ?? [];
	return cluster === void 0 || service === void 0 ? void 0 : {
		cluster,
		service
	};
}

// packages/steps/lib/diagnose/run.js
/** Looks at the stack and its service at once, for at most some seconds, and explains what is wrong. */
async function run(given, world) {
	requireName(given);
	const questions = new Questions(world);
	try {
		const found = await lookAround(questions, given);
		const fails = given["fail-on-findings"];
		tell(world, found, fails);
		return conclude(found, fails);
	} finally {
		questions.end();
	}
}
async function lookAround(questions, given) {
	const { stack: name } = given;
	const [stack, place] = await Promise.all([name === void 0 ? void 0 : diagnoseStack(questions, name), placeOf(questions, given)]);
	const environment = environmentIn(place, stack);
	const describe = async () => environment === void 0 ? void 0 : await describeService(questions.world.aws, environment);
	const isSick = (stack?.signs.length ?? 0) > 0;
	const service = isSick ? await questions.ask("service", describe) : await questions.need("service", describe);
	if (environment !== void 0 && service === void 0 && !isSick) throw noService(environment);
	const diagnosis = environment === void 0 || service === void 0 || service.status !== "ACTIVE" ? goneOrNone(service) : await diagnoseService(questions, environment, service);
	const { region } = questions.world.aws;
	return {
		...together(stack, diagnosis),
		subject: stack === void 0 || !isSick && service !== void 0 ? `Service ${environment?.service ?? ""}` : `Stack ${stack.stack.name}`,
		sections: [
			...stack?.sections ?? [],
			...diagnosis.sections,
			...environment === void 0 || service === void 0 ? [] : [commands(region, environment, service)]
		],
		unseen: questions.unseen,
		link: environment === void 0 ? consoleLink(region, {
			kind: "stack",
			id: stack?.stack.id ?? ""
		}) : consoleLink(region, {
			kind: "service",
			cluster: environment.cluster,
			service: environment.service
		})
	};
}
/** Findings of the tasks tell why a stack waits or failed; without it the stack's own failure is the root. */
function together(stack, { findings, notes, signs }) {
	const ofStack = stack?.findings ?? [];
	const waits = ofStack.every(({ certainty }) => certainty === "possible");
	return {
		signs: [...stack?.signs ?? [], ...signs],
		findings: foldExplained(waits ? [...findings, ...ofStack] : [...ofStack, ...findings]),
		notes
	};
}
/** The names of the service; the error for a stack that tells none, which may be sick all the same. */
async function placeOf(questions, given) {
	try {
		return await questions.need("stack", async () => await environmentOf(questions.world.aws, given));
	} catch (error) {
		if (error instanceof CutoverError) return error;
		throw error;
	}
}
/** @throws the error where neither the inputs nor the stack name a service, and the stack has nothing to explain */
function environmentIn(place, stack) {
	if (!(place instanceof CutoverError)) return place;
	if (stack === void 0) throw place;
	if (stack.service !== void 0) return {
		stack: stack.stack.name,
		...stack.service
	};
	if (stack.signs.length === 0) throw place;
}
function noService({ cluster, service }) {
	return new ConfigurationError({
		what: `Cluster ${cluster} has no service ${service}.`,
		fix: "Correct cluster and service (or stack and aws-region), or create the service."
	});
}
/** The diagnosis of a service that is deleted or being deleted, or of none. */
function goneOrNone(service) {
	if (service === void 0) return {
		signs: [],
		findings: [],
		notes: [],
		sections: []
	};
	const { cluster, name, status } = service;
	return {
		signs: [`it is ${status}`],
		findings: [{
			id: "service-gone",
			certainty: "certain",
			what: `Service ${name} in cluster ${cluster} is ${status}: it was deleted.`,
			evidence: [`ecs:DescribeServices (${name}): status ${status}`],
			fix: "Create it again (aws ecs create-service, or deploy-stack for a stack), or correct cluster and service. CloudTrail’s DeleteService names who deleted it."
		}],
		notes: [],
		sections: []
	};
}
function commands(region, environment, service) {
	const { containerName, targetGroupArn } = servingTasks(service).loadBalancers[0] ?? {};
	const known = runbookFacts(region, environment);
	return runbook({
		...known,
		container: known.container ?? containerName,
		taskDefinition: formatRevision(servingRevision(service)),
		targetGroups: targetGroupArn === void 0 ? [] : [targetGroupArn],
		fargate: launchesOnFargate(service),
		desired: service.desired
	});
}
/** Findings that do not fail the job, and what could not be seen, are warnings. */
function tell({ progress }, { findings, unseen }, fails) {
	const [root] = findings;
	if (root !== void 0 && !fails) progress.report({
		type: "warning",
		what: root.what,
		fix: root.fix,
		inSections: true
	});
	for (const { fix, part, why } of unseen) progress.report({
		type: "warning",
		what: `Could not see the ${part}: ${why}.`,
		fix,
		inSections: true
	});
}

// packages/steps/lib/diagnose/step.js
/** Explains what is wrong with a service or a stack, whether a deployment runs or not. Reads only. */
const diagnoseStep = {
	name: "diagnose",
	inputs,
	outputs: OUTPUTS,
	run
};

export { diagnoseStep as step };