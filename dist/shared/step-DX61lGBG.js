import { n as expectationOf, t as inputs } from "./inputs-W80Y9PUa.js";
import { n as requireHere } from "./clean-up-2m7US7l4.js";
import { Jr as ConfigurationError, Mt as hasFailed, Nt as observeStops, S as textTable, St as troublesOf, Tt as judgeTargets, cn as replacementRevision, dn as servingName, dr as formatRevision, hr as consoleLink, jn as served, mn as servingTasks, pn as servingRevision, pr as lastSegment, qt as wait, un as runningRevisions, wt as groupName } from "./base-D7WWzZYD.js";
import { i as causesOf, n as stopsInWords, r as stopsSection, t as abortable } from "./abortable-SaCZFqUW.js";
import { n as environmentOf, r as requireName, t as describeService } from "./environment-tyOuLSsV.js";
import { d as noTestListener, o as engineFor, s as engineIfAny } from "./engine-for-D1EozosH.js";
import { t as checkCredentials } from "./credentials-CgtXOm7O.js";
import { r as tellPages } from "./told-versions-u_lx0aRJ.js";
import { t as probe } from "./round-DAhWqlaH.js";
import { t as isGoneService } from "./service-rules-C0o4gvZz.js";
import { i as observeLog, n as lastLines, o as showLog, r as logSection } from "./task-log-CnBRHt5A.js";
import { r as reasonInWords } from "./production-BR5-woBc.js";

// packages/steps/lib/verify-target-health/outputs.js
/** Outputs of `verify-target-health`. */
const OUTPUTS = {
	/** Of the target group that has the fewest. */
	"healthy-count": "number",
	/** Several are separated by commas. */
	"target-group-arn": "string",
	"task-definition-arn": "string",
	/** Where users reach what was proven; unknown without a stack and `url`. */
	"service-url": "string",
	/** JSON: one object a target. */
	targets: "string"
};

// packages/steps/lib/verify-target-health/address.js
/**
* Where requests of the entrances' first listener are sent: `https://DNS-NAME:443`.
* @throws ConfigurationError when there is no listener, or the load balancer is out of the runner's reach
*/
async function addressOf(aws, entrances) {
	const [listener] = entrances.flatMap(({ listeners }) => listeners);
	const balancer = listener === void 0 ? void 0 : await aws.loadBalancing.loadBalancer(listener.loadBalancerArn);
	if (listener === void 0 || balancer === void 0) throw new ConfigurationError({
		what: "Input path was given, but no url that it belongs to, and no listener has an address.",
		fix: "Give url: http(s)://HOST, or stack: with an output ServiceUrl."
	});
	return `${listener.protocol === "HTTPS" || listener.protocol === "TLS" ? "https" : "http"}://${balancer.dnsName}:${listener.port}`;
}

// packages/steps/lib/verify-target-health/alarms.js
/** @throws ConfigurationError naming those that do not exist */
async function lookAtAlarms(aws, names) {
	if (names.length === 0) return [];
	const found = await aws.alarms.describe(names);
	const missing = [...new Set(names)].filter((name) => !found.some((alarm) => alarm.name === name));
	if (missing.length > 0) throw new ConfigurationError({
		what: `Input alarms: CloudWatch has no alarm ${missing.join(" and no alarm ")} in ${aws.region}.`,
		fix: "Correct the names, or aws-region. Alarms are named, not given by ARN."
	});
	return found;
}
/** Fault of the alarms; undefined when all are OK. */
function alarmTrouble(alarms) {
	const ringing = alarms.filter(({ state }) => state !== "OK");
	if (ringing.length === 0) return void 0;
	return ringing.map(({ name, reason, state }) => `alarm ${name} is in ${state}${because(reason)}`).join("; ");
}
function because(reason) {
	const said = reason.replaceAll(/\s+/g, " ").replace(/\.$/, "").trim();
	return said === "" ? "" : ` (${said})`;
}

// packages/steps/lib/verify-target-health/entrances.js
/**
* The ways by which requests come in, as listeners and rules stand now: those that the user named, else the listener
* of the engine with its pair, else whatever forwards to the service's own target groups. Names of target groups mean
* nothing.
* @throws ConfigurationError when something that the user named does not exist, or there is nothing that could be proven
*/
async function findEntrances(aws, asked, service, engine) {
	const pair = await pairOf(engine);
	const own = pair ?? targetGroupsOf(service);
	refuseNoTargetGroup(asked, service, own);
	if (asked.listeners.length > 0) return await namedListeners(aws, asked.listeners, own, pair ?? []);
	const listenerArn = engine?.listeners[asked.role];
	if (asked.role === "test" && listenerArn === void 0) throw new ConfigurationError({
		what: engine === void 0 ? noTestListener(service) : `${engine.words.noTestListener}.`,
		fix: "Give listener-arn: the ARN of the test listener, or leave listener at production."
	});
	const ofPair = pair === void 0 || listenerArn === void 0 ? void 0 : {
		listeners: await existing(aws, listenerArn),
		candidates: pair
	};
	if (asked.targetGroups.length > 0) return await Promise.all(asked.targetGroups.map(async (wanted) => ofPair?.candidates.includes(wanted) === true ? {
		...ofPair,
		wanted
	} : {
		listeners: await forwardingTo(aws, wanted),
		candidates: [wanted]
	}));
	if (ofPair !== void 0) return [ofPair];
	return await Promise.all(own.map(async (candidate) => ({
		listeners: await forwardingTo(aws, candidate),
		candidates: [candidate]
	})));
}
/** Waiting gives a service no target group. @throws ConfigurationError */
function refuseNoTargetGroup(asked, { name }, own) {
	const isNamed = asked.targetGroups.length > 0 || asked.listeners.some((arn) => arn.includes(":listener-rule/"));
	if (own.length > 0 || isNamed) return;
	throw new ConfigurationError({
		what: `Service ${name} has no target group: no load balancer checks its tasks, so their health can't be proven that way.`,
		fix: "Leave verify-target-health out for a service that gets no requests, such as a worker. If others register its tasks, give target-group-arn."
	});
}
async function pairOf(engine) {
	const found = await engine?.targetGroups() ?? [];
	return found.length === 0 ? void 0 : found.map(({ arn }) => arn);
}
function targetGroupsOf(service) {
	return [...new Set(servingTasks(service).loadBalancers.map(({ targetGroupArn }) => targetGroupArn))];
}
async function existing(aws, arn) {
	const found = await aws.loadBalancing.listener(arn);
	return found === void 0 ? [] : [found];
}
/** The listeners of the group's load balancers that forward to it, or name it with a weight of 0. */
async function forwardingTo(aws, targetGroup) {
	const found = await aws.loadBalancing.targetGroup(targetGroup);
	return (await Promise.all((found?.loadBalancerArns ?? []).map((arn) => aws.loadBalancing.listenersOf(arn)))).flat().filter(({ rules }) => rules.some(({ forwards }) => forwards.some(({ targetGroupArn }) => targetGroupArn === targetGroup)));
}
/** A listener's ARN is contained in those of its rules. */
function listenerOf(arn) {
	return arn.replace(/:listener-rule\/(.+)\/\w+$/, ":listener/$1");
}
/** One entrance for each set of target groups among which the named listeners or rules choose. */
async function namedListeners(aws, named, own, pair) {
	const found = [];
	for (const arn of named) {
		const listener = await aws.loadBalancing.listener(listenerOf(arn));
		const rules = listener?.rules.filter((rule) => arn === listener.arn || rule.arn === arn) ?? [];
		if (listener === void 0 || rules.length === 0) throw new ConfigurationError({
			what: `Input listener-arn: there is no ${listener === void 0 ? "listener" : "rule"} ${arn}.`,
			fix: "Correct the ARN, or aws-region."
		});
		const forwarding = rules.filter(({ forwards }) => forwards.length > 0);
		const ours = forwarding.filter((rule) => rule.arn === arn || forwardsTo(rule, own));
		if (ours.length === 0) found.push({
			candidates: own,
			listener: {
				...listener,
				rules: forwarding
			}
		});
		for (const rule of ours) {
			const groups = rule.forwards.map(({ targetGroupArn }) => targetGroupArn);
			const candidates = groups.every((group) => pair.includes(group)) ? pair : groups;
			found.push({
				candidates,
				listener: {
					...listener,
					rules: [rule]
				}
			});
		}
	}
	const entrances = /* @__PURE__ */ new Map();
	for (const { candidates, listener } of found) {
		const key = candidates.toSorted().join(" ");
		const known = entrances.get(key);
		entrances.set(key, {
			candidates,
			listeners: [...known?.listeners ?? [], listener]
		});
	}
	return [...entrances.values()];
}
function forwardsTo(rule, groups) {
	return rule.forwards.some(({ targetGroupArn }) => groups.includes(targetGroupArn));
}

// packages/steps/lib/verify-target-health/look.js
/** One look at the targets and tasks behind the entrances. */
async function look(aws, { cluster, name }, entrances) {
	const reached = new Set(entrances.flatMap(({ candidates, listeners }) => listeners.flatMap((listener) => [...served(listener).keys()]).filter((arn) => candidates.includes(arn))));
	const [tasks, health] = await Promise.all([aws.serviceTasks.running(cluster, name), Promise.all([...reached].map(async (arn) => [arn, await aws.loadBalancing.health(arn)]))]);
	return {
		entrances,
		tasks,
		health: new Map(health.flatMap(([arn, targets]) => targets === void 0 ? [] : [[arn, targets]]))
	};
}

// packages/steps/lib/verify-target-health/plan.js
/** @throws ConfigurationError when there is nothing that could be proven */
function planVerification(request, environment, service) {
	const { cluster, service: name } = environment;
	if (service === void 0 || isGoneService(service)) throw new ConfigurationError({
		what: service === void 0 ? `Cluster ${cluster} has no service ${name}.` : `Service ${name} in cluster ${cluster} is ${service.status}.`,
		fix: "Correct cluster and service (or stack and aws-region)."
	});
	if (service.desired === 0 && request.minHealthy === void 0) throw new ConfigurationError({
		what: `Service ${name} has a desired count of 0: no target can be healthy.`,
		fix: "Raise the desired count, or give min-healthy if a scaler is about to do so."
	});
	checkRequest(request);
	return {
		cluster,
		service: name,
		role: request.role,
		revision: request.revision ?? expectedRevision(service, request.role),
		minHealthy: request.minHealthy,
		listeners: request.listeners,
		targetGroups: request.targetGroups,
		consecutive: request.consecutive,
		limitMs: request.waitForMinutes * 6e4,
		intervalMs: request.intervalMs,
		probe: probeOf(request, environment),
		serviceUrl: serviceUrlOf(request, environment),
		alarms: request.alarms
	};
}
/** Refuses inputs that contradict each other, whatever AWS answers. @throws ConfigurationError */
function checkRequest(request) {
	if (request.listeners.length > 0 && request.targetGroups.length > 0) throw new ConfigurationError({
		what: "Inputs listener-arn and target-group-arn were both given.",
		fix: "Keep one: the listeners tell which target groups they forward to."
	});
	const { count, expected, hostHeader, path, url } = request;
	if (url !== void 0 || path !== void 0) return;
	const given = [
		...expected.body === void 0 ? [] : ["expect-body"],
		...expected.headers.length === 0 ? [] : ["expect-header"],
		...expected.maxLatencyMs === void 0 ? [] : ["max-latency-ms"],
		...hostHeader === void 0 ? [] : ["host-header"],
		...count === 1 ? [] : ["probe-count"]
	];
	if (given.length === 0) return;
	throw new ConfigurationError({
		what: `${given.length === 1 ? "Input" : "Inputs"} ${given.join(", ")} ${given.length === 1 ? "says" : "say"} what an answer must be like, but no request is made.`,
		fix: "Give path: /health (or the path of a page), or url."
	});
}
/** Behind the test listener the replacement serves, as long as there is one. */
function expectedRevision(service, role) {
	const serving = servingRevision(service);
	return role === "test" ? replacementRevision(service) ?? serving : serving;
}
function serviceUrlOf({ role, url }, environment) {
	if (url !== void 0) return new URL(url).origin;
	return role === "test" ? environment.testUrl : environment.serviceUrl;
}
function probeOf(request, environment) {
	const { url, path, hostHeader, expected, count, concurrency } = request;
	if (url === void 0 && path === void 0) return void 0;
	return {
		base: url ?? serviceUrlOf(request, environment),
		path,
		hostHeader,
		expected,
		count,
		concurrency
	};
}
/** `https://shop.example.com` and `/health` as one address; the base alone keeps its own path. */
function probeUrl(base, path) {
	return path === void 0 ? base : new URL(path, base).href;
}

// packages/steps/lib/verify-target-health/check.js
/** One look at service, targets, alarms, and the answers to the requests. */
async function check(world, planned, engine, address) {
	const { aws } = world;
	const service = await aws.services.describe(planned.cluster, planned.service);
	if (service === void 0) throw new ConfigurationError({
		what: `Service ${planned.service} is gone from cluster ${planned.cluster}.`,
		fix: "Find out who deleted it."
	});
	const [entrances, alarms] = await Promise.all([findEntrances(aws, planned, service, engine), lookAtAlarms(aws, planned.alarms)]);
	const verdict = judgeTargets(await look(aws, service, entrances), {
		revision: planned.revision,
		minHealthy: planned.minHealthy ?? Math.max(service.desired, 1),
		listenerName: planned.role === "test" ? "test listener" : "production listener"
	});
	const unexpected = whatRunsInstead(planned, service, engine?.words.noTasks);
	const seen = {
		service,
		verdict,
		alarms,
		superseded: unexpected !== void 0,
		round: void 0
	};
	const ringing = alarmTrouble(alarms);
	if (unexpected !== void 0 || !verdict.ok || planned.probe === void 0) return {
		...seen,
		trouble: joined([unexpected ?? (verdict.ok ? void 0 : verdict.reason), ringing])
	};
	const round = await ask(world, planned.probe, await address(entrances));
	return {
		...seen,
		round,
		trouble: joined([round.complaint, ringing])
	};
}
function joined(troubles) {
	const all = troubles.filter((one) => one !== void 0);
	return all.length === 0 ? void 0 : all.join("; ");
}
/** Production is served by PRIMARY alone, or by the revision of a rolling service; behind the test listener any tasks of the revision will do. */
function whatRunsInstead({ revision, role }, service, noTasks = "no task of the service") {
	const wanted = formatRevision(revision);
	const serving = servingRevision(service);
	if (role === "production") return serving === revision ? void 0 : `${servingName(service)} runs ${formatRevision(serving)}, not ${wanted}`;
	const running = runningRevisions(service);
	return running.includes(revision) ? void 0 : `${noTasks} runs ${wanted}, only ${[...new Set(running)].map(formatRevision).join(" and ")}`;
}
async function ask(world, planned, base) {
	const wanted = {
		...planned,
		url: probeUrl(base, planned.path)
	};
	const { progress } = world;
	const round = await probe(wanted, world);
	if (round.asked === 1) progress.report({
		type: "probe.answered",
		url: wanted.url,
		status: round.status,
		ok: round.ok,
		milliseconds: round.slowestMs
	});
	else progress.report({
		type: "note",
		text: `GET ${wanted.url}: ${round.fine} of ${round.asked} requests answered as expected, median ${Math.round(round.medianMs)} ms, slowest ${Math.round(round.slowestMs)} ms`
	});
	return round;
}

// packages/steps/lib/verify-target-health/explain.js
/** Collects what the tasks, their logs, the service's events and the targets say. */
async function explain(world, planned, checked, targets) {
	const failed = await failedTasks(world, planned, checked);
	const log = await lastLines(world, failed).catch(() => void 0);
	showLog(world, log);
	const quotable = world.showLogs === "none" ? void 0 : log;
	const events = isAmiss(checked) ? troublesOf(checked.service.events) : [];
	return {
		findings: causesOf([
			...observeLog(world, log),
			...observeStops(failed),
			...observeTargets(targets),
			...events.map(({ text }) => ({
				source: "ecs:DescribeServices events",
				text,
				subject: checked.service.name
			}))
		], quotable, failed),
		sections: [
			...stopsSection(failed),
			...eventsSection(events),
			...logSection(quotable)
		],
		sentence: stopsInWords(failed) || (events[0]?.text ?? "")
	};
}
/** Targets or answers are not as they should be; an alarm alone says nothing about the tasks. */
function isAmiss({ round, superseded, verdict }) {
	return superseded || !verdict.ok || round?.ok === false;
}
/**
* Failed tasks of the expected revision and, for production, of the one that serves instead. Rolling deployments have no task
* sets, so the revision decides, not `startedBy`.
*/
async function failedTasks({ aws }, { revision, role }, checked) {
	if (!isAmiss(checked)) return [];
	const { cluster, name } = checked.service;
	const concerned = [revision, ...role === "production" ? [servingRevision(checked.service)] : []];
	return (await aws.serviceTasks.stopped(cluster, name).catch(() => [])).filter((task) => hasFailed(task) && concerned.includes(task.taskDefinition));
}
/** Events that the summary shows. */
const MOST_EVENTS = 5;
function eventsSection(events) {
	if (events.length === 0) return [];
	return [{
		kind: "table",
		title: "Events of the service",
		header: ["Time", "Event"],
		rows: events.slice(0, MOST_EVENTS).map(({ at, text }) => [`${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`, text])
	}];
}
function observeTargets(targets) {
	return targets.filter(({ state }) => state === "unhealthy" || state === "unused" || state === "unavailable").flatMap(({ description, id, port, reason }) => [reason, description].filter((text) => text !== void 0).map((text) => ({
		source: "elasticloadbalancing:DescribeTargetHealth reason",
		text,
		subject: `${id}:${port}`
	})));
}

// packages/steps/lib/verify-target-health/report.js
function reportedTargets(checked, times) {
	const present = (checked?.verdict.groups ?? []).flatMap(({ targetGroup = "", targets }) => targets.map((target) => {
		const since = times.of(targetGroup, target);
		return {
			...inWords(targetGroup, target),
			...since === void 0 ? {} : { since }
		};
	}));
	const gone = times.departed.map(({ target, targetGroup }) => ({
		...inWords(targetGroup, target),
		gone: true
	}));
	return [...present, ...gone];
}
function inWords(targetGroup, target) {
	const meaning = reasonInWords(target);
	return {
		targetGroup,
		...target,
		...meaning === "" ? {} : { meaning }
	};
}
/** For the output: times as text. */
function targetsAsJson(targets) {
	return JSON.stringify(targets.map(({ since, startedAt, ...rest }) => ({
		...rest,
		...startedAt === void 0 ? {} : { startedAt: new Date(startedAt).toISOString() },
		...since === void 0 ? {} : { [since.earlier ? "before" : "since"]: new Date(since.at).toISOString() }
	})));
}
const HEADER = [
	"Target",
	"Target group",
	"State",
	"Since",
	"Reason",
	"Revision",
	"Task",
	"Zone",
	"Task started"
];
function targetTable(targets) {
	return {
		kind: "table",
		title: "Targets",
		header: HEADER,
		rows: targets.map((target) => [
			`${target.id}:${target.port}`,
			groupName(target.targetGroup),
			target.gone === true ? `gone, was ${target.state}` : target.state,
			sinceInWords(target.since),
			target.meaning ?? "",
			target.revision === void 0 ? "none" : formatRevision(target.revision),
			target.task === void 0 ? "no running task of the service" : lastSegment(target.task),
			target.zone ?? "",
			target.startedAt === void 0 ? "" : clockTime(target.startedAt)
		])
	};
}
function sinceInWords(since) {
	if (since === void 0) return "";
	return since.earlier ? `before ${clockTime(since.at)}` : clockTime(since.at);
}
/** `2026-08-07 12:00:01 UTC` */
function clockTime(at) {
	return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
/** Expected and observed values, with their places. */
function factsOf({ minHealthy, revision }, { service, verdict }) {
	const wanted = minHealthy ?? Math.max(service.desired, 1);
	return {
		kind: "facts",
		facts: [
			["Expected", formatRevision(revision)],
			[servingName(service) === "PRIMARY" ? "PRIMARY runs" : "The service runs", formatRevision(servingRevision(service))],
			...verdict.groups.map(({ healthy, targetGroup }) => [targetGroup === void 0 ? "No target group" : groupName(targetGroup), `${healthy} of ${wanted} healthy targets of the revision`])
		]
	};
}
function probeSection(url, round) {
	return {
		kind: "table",
		title: "Requests",
		header: [
			"Address",
			"As expected",
			"Median",
			"Slowest",
			"First that was not"
		],
		rows: [[
			url,
			`${round.fine} of ${round.asked}`,
			`${Math.round(round.medianMs)} ms`,
			`${Math.round(round.slowestMs)} ms`,
			round.complaint ?? ""
		]]
	};
}
function alarmSection(alarms) {
	return {
		kind: "table",
		title: "Alarms",
		header: [
			"Alarm",
			"State",
			"Since",
			"Reason"
		],
		rows: alarms.map(({ name, reason, since, state }) => [
			name,
			state,
			since === void 0 ? "" : clockTime(since),
			reason
		])
	};
}
/** Fix for each finding. */
const REMEDIES = {
	unreached: "Users may get errors now: see which target group the listener’s rules name, and point it at the service’s, or run rollback.",
	divided: "Two versions serve at once: wait for the deployment that shifts traffic, or stop it. If none is under way, set the listener’s weights.",
	elsewhere: "Correct target-group-arn, or leave it out: the group that gets the requests is found.",
	missing: "Correct the listener: it forwards to a target group that is gone.",
	empty: "Users get 503 now: no task is registered behind the listener. Run rollback, or see in the service’s events why no task starts.",
	stranger: "Requests reach something else than the expected revision. See who registered the target; if another version was deployed, run this job again for that one.",
	tooFew: "See the targets below: what fails is the health check or the start of tasks. Run rollback if users suffer."
};
function remedyOf({ alarms, round, service, superseded, verdict }) {
	if (superseded) {
		const engine = engineFor(service);
		return `Another deployment came in between, or this one was taken back. See ${engine === void 0 ? "the deployments and events" : `${engine.name}’s deployments`} of the service; run this job again if this version is the one that should serve.`;
	}
	const amiss = verdict.groups.find(({ ok }) => !ok)?.finding;
	if (amiss !== void 0 && amiss !== "healthy") return REMEDIES[amiss];
	if (round !== void 0 && !round.ok) return round.fix ?? "The targets are healthy, yet the application does not answer as it should: read its log. Run rollback if users suffer.";
	if (alarms.some(({ state }) => state === "INSUFFICIENT_DATA")) return "An alarm without data is not OK: give it time, or set its treatment of missing data to notBreaching.";
	if (alarms.some(({ state }) => state !== "OK")) return "See in CloudWatch what the alarm measures. Run rollback if users suffer.";
	return "The last look found everything as expected, but too few looks in a row did. Raise wait-for-minutes, or lower consecutive.";
}

// packages/steps/lib/verify-target-health/conclude.js
/** How the watch ended, in words. */
async function concludeVerification(world, planned, proven, watched) {
	const { last } = watched;
	const outputs = outputsOf(planned, watched);
	const targets = reportedTargets(last, watched.times);
	const table = targetTable(targets);
	if (targets.length > 0) world.progress.report({
		type: "document",
		title: table.title,
		language: "text",
		text: textTable(table.header, table.rows)
	});
	const summary = sectionsOf(planned, watched);
	if (proven.kind === "proven") return {
		kind: "succeeded",
		what: provenInWords(planned, watched),
		outputs,
		summary: summary.filter(({ kind }) => kind !== "facts")
	};
	const arn = last?.verdict.groups.find(({ ok, targetGroup }) => !ok && targetGroup !== void 0)?.targetGroup;
	const why = last === void 0 ? void 0 : await explain(world, planned, last, targets);
	const said = why === void 0 || why.sentence === "" ? "" : ` ${why.sentence.replace(/\.$/, "")}.`;
	return {
		kind: last?.verdict.warmingUp === true && said === "" ? "timedOut" : "failed",
		what: `The health of ${formatRevision(planned.revision)} was not proven within ${Math.round(proven.waitedMs / 1e3)} s: ${proven.reason}.${said}`,
		fix: last === void 0 ? "Run the job again." : `${remedyOf(last)} This step changed nothing.`,
		findings: why?.findings ?? [],
		outputs,
		summary: [...summary, ...why?.sections ?? []],
		link: consoleLink(world.aws.region, arn === void 0 || last?.superseded === true ? {
			kind: "service",
			cluster: planned.cluster,
			service: planned.service
		} : {
			kind: "targetGroup",
			arn
		})
	};
}
function provenInWords(planned, { last, address }) {
	const times = planned.consecutive === 1 ? "once" : `${planned.consecutive} times in a row`;
	const round = last?.round;
	const url = round === void 0 || address === void 0 ? "" : probeUrl(address, planned.probe?.path);
	return [
		`${last?.verdict.reason ?? ""}; seen ${times}`,
		...round === void 0 ? [] : [`${url} answers as expected (slowest ${Math.round(round.slowestMs)} ms)`],
		...planned.alarms.length === 0 ? [] : [`${planned.alarms.join(", ")} OK`]
	].join("; ").concat(".");
}
function sectionsOf(planned, { address, last, times }) {
	if (last === void 0) return [];
	const { probe } = planned;
	const targets = reportedTargets(last, times);
	return [
		factsOf(planned, last),
		...targets.length === 0 ? [] : [targetTable(targets)],
		...last.round === void 0 || address === void 0 ? [] : [probeSection(probeUrl(address, probe?.path), last.round)],
		...last.alarms.length === 0 ? [] : [alarmSection(last.alarms)]
	];
}
function outputsOf(planned, { last, times }) {
	const groups = last?.verdict.groups ?? [];
	const reached = groups.flatMap(({ targetGroup }) => targetGroup ?? []);
	return {
		"healthy-count": groups.length === 0 ? 0 : Math.min(...groups.map(({ healthy }) => healthy)),
		"target-group-arn": reached.length === 0 ? void 0 : reached.join(","),
		"task-definition-arn": planned.revision,
		"service-url": planned.serviceUrl,
		targets: targetsAsJson(reportedTargets(last, times))
	};
}

// packages/steps/lib/verify-target-health/since.js
/** Remembers when each target came into the state that it is in, and the ill ones that went away. */
var StateTimes = class {
	#known = /* @__PURE__ */ new Map();
	#departed = [];
	#looked = false;
	/** The newest last. */
	get departed() {
		return this.#departed;
	}
	/** Takes one look into account. */
	observe({ groups }, now) {
		const present = /* @__PURE__ */ new Set();
		for (const { targetGroup = "", targets } of groups) for (const target of targets) {
			const key = keyOf(targetGroup, target);
			present.add(key);
			if (this.#known.get(key)?.state === stateOf(target)) continue;
			const last = this.#known.get(key)?.target;
			this.#known.set(key, {
				state: stateOf(target),
				at: now,
				earlier: !this.#looked,
				targetGroup,
				target: isLeaving(target) && last !== void 0 ? last : target
			});
		}
		for (const [key, { target, targetGroup }] of this.#known) {
			if (present.has(key)) continue;
			this.#known.delete(key);
			if (isIll(target)) this.#departed = [...this.#departed, {
				targetGroup,
				target
			}].slice(-3);
		}
		this.#looked = true;
	}
	of(targetGroup, target) {
		return this.#known.get(keyOf(targetGroup, target));
	}
};
function keyOf(targetGroup, { id, port }) {
	return `${targetGroup} ${id}:${port}`;
}
function stateOf({ reason = "", state }) {
	return `${state} ${reason}`;
}
function isLeaving({ state }) {
	return state === "draining" || state === "unhealthy.draining";
}
function isIll({ state }) {
	return state === "unhealthy" || state === "unhealthy.draining";
}

// packages/steps/lib/verify-target-health/run.js
/** Proves that what requests reach is healthy and of the expected revision, several looks in a row. */
async function run(given, world) {
	requireName(given);
	const { aws } = world;
	const arns = {
		"Input task-definition-arn": given["task-definition-arn"],
		"Input listener-arn": given["listener-arn"],
		"Input target-group-arn": given["target-group-arn"]
	};
	requireHere(aws, arns);
	const environment = await environmentOf(aws, given);
	const service = await describeService(aws, environment);
	if (service !== void 0) requireHere(aws, arns, service.arn);
	const planned = planVerification(requestOf(given, await arnOf(world, given["task-definition-arn"])), environment, service);
	if (service !== void 0 && service.status !== "ACTIVE") world.progress.report({
		type: "warning",
		what: `Service ${service.name} is ${service.status}, a status that this version does not know.`,
		fix: "Look at the service in the console if the proof fails."
	});
	const engine = await engineOf(world, environment, service, planned);
	await checkCredentials(world, "the proof", {
		totalMs: planned.limitMs,
		reason: `wait-for-minutes ${given["wait-for-minutes"]}`
	});
	tellPages(world, environment);
	const watched = {
		times: new StateTimes(),
		last: void 0,
		address: planned.probe?.base
	};
	try {
		return await concludeVerification(world, planned, await watch(world, planned, engine, watched), watched);
	} catch (error) {
		if (!world.signal.aborted) throw error;
		return {
			kind: "cancelled",
			what: "Cancelled before the health of the targets was proven.",
			fix: "Run the job again; nothing was changed.",
			findings: [],
			outputs: outputsOf(planned, watched),
			summary: sectionsOf(planned, watched)
		};
	}
}
/** The request of the inputs. */
function requestOf(given, revision) {
	return {
		role: given.listener,
		revision,
		listeners: given["listener-arn"],
		targetGroups: given["target-group-arn"],
		minHealthy: given["min-healthy"],
		consecutive: given.consecutive,
		waitForMinutes: given["wait-for-minutes"],
		intervalMs: given["poll-interval-seconds"] * 1e3,
		url: given.url,
		path: given.path,
		hostHeader: given["host-header"],
		expected: expectationOf(given),
		count: given["probe-count"],
		concurrency: given["probe-concurrency"],
		alarms: given.alarms
	};
}
/** Where the user says which listeners or target groups, an engine is welcome but not needed. */
async function engineOf(world, environment, service, { listeners, targetGroups }) {
	try {
		return await engineIfAny(world, environment, service);
	} catch (error) {
		if (error instanceof ConfigurationError && listeners.length + targetGroups.length > 0) return void 0;
		throw error;
	}
}
async function watch(world, planned, engine, watched) {
	const { aws, clock, progress, signal } = world;
	const address = async (entrances) => watched.address ??= await addressOf(aws, entrances);
	let inARow = 0;
	let shown = "";
	const result = await wait(async () => {
		const checked = await abortable(signal, check(world, planned, engine, address));
		watched.last = checked;
		watched.times.observe(checked.verdict, clock.now());
		const { trouble, verdict } = checked;
		const picture = JSON.stringify(verdict.groups.map(({ reason, targetGroup, targets }) => [
			targetGroup,
			reason,
			targets.map(({ id, reason, state }) => [
				id,
				state,
				reason
			])
		]));
		if (picture !== shown) {
			shown = picture;
			for (const { healthy, targetGroup, targets } of verdict.groups) {
				if (targetGroup === void 0) continue;
				progress.report({
					type: "target.health",
					targetGroup: groupName(targetGroup),
					healthy,
					wanted: planned.minHealthy ?? Math.max(checked.service.desired, 1),
					targets
				});
			}
		}
		inARow = trouble === void 0 ? inARow + 1 : 0;
		if (trouble !== void 0) progress.report({
			type: "note",
			text: `Not yet: ${trouble}`
		});
		if (inARow >= planned.consecutive) return {
			state: "done",
			value: void 0
		};
		return {
			state: "pending",
			reason: trouble ?? `healthy in ${inARow} of ${planned.consecutive} looks`
		};
	}, {
		clock,
		signal,
		deadline: clock.now() + planned.limitMs,
		intervalMs: planned.intervalMs
	});
	return result.kind === "done" ? { kind: "proven" } : {
		kind: "unproven",
		reason: result.reason,
		waitedMs: result.waitedMs
	};
}
/** @throws ConfigurationError when there is no such revision */
async function arnOf({ aws }, revision) {
	if (revision === void 0 || revision.startsWith("arn:")) return revision;
	const found = await aws.deployableRevisions.describe(revision);
	if (found !== void 0) return found.arn;
	throw new ConfigurationError({
		what: `Input task-definition-arn: there is no task definition ${revision}.`,
		fix: "Give an ARN or family:revision that exists in this account and region."
	});
}

// packages/steps/lib/verify-target-health/step.js
/** Proves that healthy targets behind the production listener belong to the expected revision. */
const verifyTargetHealth = {
	name: "verify-target-health",
	inputs,
	outputs: OUTPUTS,
	run
};

export { requestOf as n, checkRequest as r, verifyTargetHealth as t };