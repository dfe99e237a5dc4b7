import { Mt as hasFailed, Nt as observeStops, xt as tellsTrouble } from "./base-D7WWzZYD.js";
import { i as causesOf, n as stopsInWords, r as stopsSection } from "./abortable-SaCZFqUW.js";
import { t as lookedUp } from "./looked-up-gFxNa4wP.js";
import { i as observeLog, n as lastLines, o as showLog, r as logSection } from "./task-log-CnBRHt5A.js";

// packages/domain/lib/diagnosis/listening-port.js
/** Line of a server that is up: a verb, then an address or a port. `localhost` is printed by many that listen everywhere. */
const LISTENS = /\b(?:listen(?:ing|s)?|running|started|available|serving|bound|now live|server (?:is )?(?:up|ready)|ready)\b[^\n]{0,60}?(?:https?:\/\/|tcp:\/\/)?(?<host>\[?[\da-fA-F.:*]{1,39}\]?|localhost|)(?::|\bport(?:\(s\))?:? )(?<port>\d{2,5})\b/i;
/** The addresses on which a log says that its program listens, each port once. */
function listeningIn(lines) {
	const found = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const { host = "", port = "" } = (line.length > 2e3 ? null : LISTENS.exec(line))?.groups ?? {};
		const number = Number(port);
		if (number < 1 || number > 65535) continue;
		found.set(number, {
			port: number,
			loopback: /^(?:127\.|\[?::1\]?$)/.test(host),
			line: line.trim()
		});
	}
	return [...found.values()];
}

// packages/steps/lib/deployment/unreached-port.js
/** Reasons of a target whose health check got no answer at all. */
const UNANSWERED = /^Target\.(?:Timeout|FailedHealthChecks)$/;
/**
* The finding that the program listens elsewhere than the load balancer asks: on another port, or for its own container alone. Undefined
* where the log names the port, names none, or a target answered.
*/
function unreachedPort(log, targets) {
	const silent = targets.find(({ reason }) => UNANSWERED.test(reason ?? ""));
	if (log === void 0 || silent === void 0) return void 0;
	const { container, lines } = log;
	const listening = listeningIn(lines);
	const there = listening.find(({ port }) => port === silent.port);
	const said = { evidence: [...new Set([...there === void 0 ? listening : [there]].map(({ line }) => line))].slice(0, 3) };
	if (there !== void 0) return there.loopback ? lookedUp("listens-on-loopback", {
		container,
		port: String(there.port)
	}, said) : void 0;
	const [first] = listening;
	if (first === void 0) return void 0;
	const ports = listening.map(({ port }) => port).join(" and ");
	return lookedUp("wrong-port", {
		container,
		ports,
		port: String(first.port),
		asked: String(silent.port)
	}, said);
}

// packages/steps/lib/deployment/evidence.js
/**
* Collects what AWS knows about a failure. Every part is optional: a permission that lacks, or a resource that is gone by
* now, must not hide the failure itself.
* @param seen targets in trouble that were seen earlier and may be gone by now
*/
async function gatherEvidence(world, look, seen = []) {
	const { deployment, replacement, said, service, stages } = look;
	const targetGroup = replacement?.targetGroup;
	const failed = await failedTasks(world, look);
	const [health, group, log] = await Promise.all([
		targetGroup === void 0 ? void 0 : optional(() => world.aws.loadBalancing.health(targetGroup)),
		targetGroup === void 0 ? void 0 : optional(() => world.aws.loadBalancing.targetGroup(targetGroup)),
		optional(() => lastLines(world, failed))
	]);
	const present = (health ?? []).filter(({ state }) => state === "unhealthy" || state === "unused");
	const sick = [...present, ...seen.filter((one) => !present.some(({ id, port }) => id === one.id && port === one.port))].filter(({ reason }) => reason !== "Target.NotInUse");
	const events = service.events.filter(({ text, at }) => at >= (deployment.createdAt ?? 0) && tellsTrouble(text));
	const path = group?.healthCheck.path ? { path: group.healthCheck.path } : {};
	const observations = [
		...observeLog(world, log),
		...observeStops(failed),
		...observeHealth(sick, path),
		...said.ofStages,
		...events.map(({ text }) => ({
			source: "ecs:DescribeServices events",
			text,
			subject: service.name,
			facts: path
		})),
		...said.ofAll
	];
	const quotable = world.showLogs === "none" ? void 0 : log;
	const unreached = unreachedPort(quotable, sick);
	const findings = [...unreached === void 0 ? [] : [unreached], ...causesOf(observations, quotable, failed)];
	showLog(world, log);
	return {
		findings,
		sections: sections(stages, failed, sick, quotable),
		stops: stopsInWords(failed)
	};
}
/** The replacement's failed tasks, with those that have stopped since the look. */
async function failedTasks({ aws }, look) {
	const startedBy = look.replacement?.startedBy;
	if (startedBy === void 0) return look.failedTasks;
	const { cluster, name } = look.service;
	const stopped = await optional(() => aws.serviceTasks.stopped(cluster, name, startedBy));
	const known = new Set(look.failedTasks.map(({ arn }) => arn));
	return [...look.failedTasks, ...(stopped ?? []).filter((task) => hasFailed(task) && !known.has(task.arn))];
}
/** Reasons of targets in trouble, for the diagnosis. */
function observeHealth(targets, facts) {
	return targets.flatMap(({ id, port, reason, description }) => [...reason === void 0 ? [] : [{
		source: "elasticloadbalancing:DescribeTargetHealth reason",
		text: reason,
		subject: `${id}:${port}`,
		facts
	}], ...description === void 0 ? [] : [{
		source: "elasticloadbalancing:DescribeTargetHealth description",
		text: description,
		subject: `${id}:${port}`,
		facts
	}]]);
}
function sections(stages, failed, sick, log) {
	return [
		...stagesSection(stages),
		...stopsSection(failed),
		...sick.length === 0 ? [] : [{
			kind: "table",
			title: "Targets",
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
		}],
		...logSection(log)
	];
}
/** The stages with their durations; empty before the engine names any. */
function stagesSection(stages) {
	if (stages.length === 0) return [];
	return [{
		kind: "table",
		title: "Lifecycle",
		folded: true,
		header: [
			"Event",
			"Status",
			"Seconds"
		],
		rows: stages.map(({ name, status, startedAt, endedAt }) => [
			name,
			status,
			startedAt === void 0 || endedAt === void 0 ? "" : ((endedAt - startedAt) / 1e3).toFixed(1)
		])
	}];
}
async function optional(work) {
	try {
		return await work();
	} catch {
		return;
	}
}

export { observeHealth as n, unreachedPort as r, gatherEvidence as t };