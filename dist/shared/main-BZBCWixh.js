import { t as inputs } from "./inputs-M0uZDZti.js";
import { En as carriesIds, Er as textOf, Gr as AwsCallError, H as saysNoChanges, Hr as quoted, I as compactTemplate, Jr as ConfigurationError, L as firstFailure, Mt as hasFailed, Nt as observeStops, R as inProgress, Rr as nearestName, Tr as isJsonObject, U as runbook, V as rootFailures, W as runbookFacts, Yr as CutoverError, Zr as formatPlace, hr as consoleLink, jn as served, jt as distinctStops, kr as isSuccess, mr as parseArn, pt as environmentFromOutputs, qt as wait, xt as tellsTrouble, z as isSettled } from "./base-D7WWzZYD.js";
import { t as diagnose } from "./diagnose-DWiqk3-w.js";
import { r as requireOwn } from "./clean-up-2m7US7l4.js";
import { m as stackDeployments, r as ENGINE_RESOURCE_TYPES, u as frozenServices$1 } from "./engine-for-D1EozosH.js";
import { i as foreignKind, t as readSourceText } from "./source-text-4c4GGKAT.js";

// packages/steps/lib/deploy-stack/changes.js
const REPLACEMENT = {
	True: "replaced",
	False: "in place",
	Conditional: "maybe replaced"
};
const HEADER = [
	"Action",
	"Resource",
	"Type",
	"Replacement",
	"Because of"
];
/** Changes of a change set, the most dangerous first. */
function changesTable(changes) {
	return {
		kind: "table",
		title: "Changes",
		header: HEADER,
		rows: changes.toSorted(byDanger).map(row)
	};
}
function changesMarkdown(changes) {
	const line = (cells) => `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`)).join(" | ")} |`;
	return [
		line(HEADER),
		line(HEADER.map(() => "---")),
		...changes.toSorted(byDanger).map((one) => line(row(one)))
	].join("\n");
}
/** The same in columns, for the log. */
function changesText(changes) {
	const rows = changes.toSorted(byDanger).map(row);
	const widths = HEADER.map((_, column) => Math.max(0, ...rows.map((cells) => (cells[column] ?? "").length)));
	return rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n");
}
/** `one change`, `28 changes` */
function countOf(changes) {
	return changes.length === 1 ? "one change" : `${changes.length} changes`;
}
function row({ action, resource, resourceType, replacement, causes }) {
	return [
		action,
		resource,
		resourceType,
		action === "Modify" ? REPLACEMENT[replacement] ?? replacement : "",
		causes.join(", ")
	];
}
function byDanger(a, b) {
	return danger(b) - danger(a);
}
function danger({ action, replacement }) {
	if (action === "Remove") return 4;
	if (action !== "Modify") return 0;
	return replacement === "True" ? 3 : replacement === "Conditional" ? 2 : 1;
}

// packages/steps/lib/deploy-stack/outcomes.js
/** Outputs of `deploy-stack`. Those of the stack stand beside these under their own names. */
const OUTPUTS = {
	"stack-id": "string",
	status: "string",
	"has-changes": "boolean",
	"changes-markdown": "string",
	/** Name of the change set that waits for a review. */
	"change-set": "string",
	/** Whether the stack differs from its template; told by mode drift alone. */
	"has-drift": "boolean",
	/** JSON object of all outputs of the stack. */
	outputs: "string"
};
function outputsOf(stack, changes, waiting) {
	return {
		...stack?.outputs,
		"stack-id": stack?.id,
		status: stack?.status,
		"has-changes": changes === void 0 ? void 0 : changes.length > 0,
		"changes-markdown": changes === void 0 || changes.length === 0 ? void 0 : changesMarkdown(changes),
		"change-set": waiting,
		"has-drift": void 0,
		outputs: stack === void 0 ? void 0 : JSON.stringify(stack.outputs)
	};
}
function summaryOf(changes) {
	if (changes === void 0 || changes.length === 0) return {};
	const table = changesTable(changes);
	return { summary: [changes.length > 12 && changes.every(({ action }) => action === "Add") ? {
		...table,
		title: `${changes.length} new resources`,
		folded: true
	} : table] };
}
function linkOf(region, stack) {
	return stack === void 0 ? {} : { link: consoleLink(region, {
		kind: "stack",
		id: stack.id
	}) };
}
function succeeded(what, stack, changes) {
	return {
		kind: "succeeded",
		what,
		outputs: outputsOf(stack, changes),
		summary: [
			...summaryOf(changes).summary ?? [],
			...outputTable(stack),
			...commands(stack)
		]
	};
}
/** Commands for the service that the stack's outputs name. */
function commands(stack) {
	if (stack === void 0) return [];
	const { CapacityProviderStrategy: strategy = "", ...outputs } = stack.outputs;
	const read = environmentFromOutputs(stack.name, outputs);
	if ("missing" in read) return [];
	const region = stack.id.split(":")[3] ?? "";
	const { BlueTargetGroupArn: blue, DatabaseEndpoint: host, DatabasePort: port } = outputs;
	return [runbook({
		...runbookFacts(region, read.environment),
		fargate: strategy.includes("\"FARGATE"),
		targetGroups: [blue, outputs["GreenTargetGroupArn"]].filter((one) => one !== void 0),
		database: host === void 0 || port === void 0 ? void 0 : {
			host,
			port
		}
	})];
}
/** The stack's outputs that are no JSON: names, ARNs and addresses that other jobs need. */
function outputTable(stack) {
	const rows = Object.entries(stack?.outputs ?? {}).filter(([, value]) => value !== "" && !/^[[{]/.test(value));
	if (rows.length === 0) return [];
	return [{
		kind: "table",
		title: "Outputs of the stack",
		header: ["Output", "Value"],
		rows,
		folded: true
	}];
}
function unchanged(what, stack, changes, waiting) {
	return {
		kind: "unchanged",
		what,
		outputs: outputsOf(stack, changes, waiting),
		summary: [
			...summaryOf(changes).summary ?? [],
			...outputTable(stack),
			...commands(stack)
		]
	};
}
function failed(what, fix, region, stack, changes) {
	return {
		kind: "failed",
		what,
		fix,
		findings: diagnose([{
			source: "cloudformation:CreateChangeSet error.message",
			text: what
		}]),
		outputs: outputsOf(stack, changes),
		...summaryOf(changes),
		...linkOf(region, stack)
	};
}
/** An operation that did not end in CREATE_COMPLETE or UPDATE_COMPLETE. */
function operationFailed(operation, name, region, changes) {
	const { events, service, stack } = operation;
	const status = stack?.status ?? "DELETE_COMPLETE";
	const failure = firstFailure(events);
	const wentBack = status === "UPDATE_ROLLBACK_COMPLETE";
	const said = failure === void 0 ? stack?.statusReason ?? "" : `${failure.resource} (${failure.resourceType}): ${failure.reason ?? failure.status}`;
	return {
		kind: wentBack || status === "ROLLBACK_COMPLETE" ? "rolledBack" : "failed",
		what: `Stack ${name} ended in ${status}.${said === "" ? "" : ` First failure: ${said}`}${service.sentence === "" ? "" : ` Its tasks don’t start: ${service.sentence}`}`,
		findings: [...service.findings, ...diagnose(rootFailures(events).map(({ resource, reason = "" }) => ({
			source: "cloudformation:DescribeStackEvents ResourceStatusReason",
			text: reason,
			subject: resource
		})))],
		fix: wentBack ? "The stack is as it was before. Mend the first failure and run the job again." : status === "ROLLBACK_COMPLETE" ? "The new stack was taken back. Mend the first failure and run the job again: the remains are deleted first." : `Mend the first failure. ${blockedRemedy(status)}`,
		outputs: outputsOf(stack, changes),
		summary: [...failure === void 0 || failure.isStack ? [] : [eventsTable(failure.resource, events)], ...summaryOf(changes).summary ?? []],
		...linkOf(region, stack)
	};
}
/** Everything that happened to one resource. */
function eventsTable(resource, events) {
	return {
		kind: "table",
		title: `Events of ${resource}`,
		header: [
			"Status",
			"Physical id",
			"Said"
		],
		rows: events.filter((event) => event.resource === resource && !event.isStack).map(({ physicalId, reason = "", status }) => [
			status,
			physicalId,
			reason
		])
	};
}
/** How a stack gets out of a state in which it can't be updated. */
function blockedRemedy(status) {
	switch (status) {
		case "UPDATE_ROLLBACK_FAILED": return "Run aws cloudformation continue-update-rollback for the stack (with --resources-to-skip for what can’t be restored), then run the job again.";
		case "ROLLBACK_FAILED":
		case "DELETE_FAILED": return "Run the job with mode: delete once nothing stands in the way: empty what is not empty, lift deletion protection. Or delete the stack in the console, where resources that can’t be deleted may be kept. Then run the job again.";
		default: return "Run the job again.";
	}
}
/** @param doing what the stack is doing, where its status doesn't say it */
function timedOut(name, minutes, region, { service, stack, working }, changes, doing = stack?.status ?? "gone") {
	const on = working.slice(0, 3).map(({ resource, resourceType, status }) => `${resource} (${resourceType}) is ${status}`).join(", ");
	return {
		kind: "timedOut",
		what: `Stack ${name} is still ${doing} after ${minutes} minutes${on === "" ? "" : `: ${on}`}.${service.sentence === "" ? "" : ` Its tasks don’t start: ${service.sentence}`}`,
		findings: service.findings,
		fix: service.sentence === "" ? "CloudFormation goes on by itself. Watch the stack in the console, or raise wait-for-minutes." : "Mend why the tasks don’t start; CloudFormation goes on waiting for them, and goes back by itself when it gives up.",
		outputs: outputsOf(stack, changes),
		summary: [...summaryOf(changes).summary ?? [], ...working.length === 0 ? [] : [{
			kind: "table",
			title: "In progress",
			header: [
				"Resource",
				"Type",
				"Status",
				"Said"
			],
			rows: working.map((one) => [
				one.resource,
				one.resourceType,
				one.status,
				one.reason ?? ""
			])
		}]],
		...linkOf(region, stack)
	};
}
function cancelled(name, running, region, before, now, done) {
	return {
		kind: "cancelled",
		what: running ? `Cancelled while stack ${name} was being changed.` : done.length === 0 ? "Cancelled before anything was changed." : `Cancelled. ${done.join(" ")} Nothing else was changed.`,
		findings: [],
		fix: running ? "CloudFormation goes on by itself, or rolls back by itself. Running the job again waits for it first." : "Run the job again.",
		outputs: {
			...outputsOf(now, void 0),
			"stack-id": before?.id
		},
		...linkOf(region, before)
	};
}

// packages/steps/lib/deploy-stack/job.js
/** Whether the run only shows what it would do. */
function isPreview({ given }) {
	return given.mode === "preview" || given["dry-run"];
}
/** Changes of the run so far, for the beginning of a fix. */
function changedSoFar({ state }) {
	return state.done.length === 0 ? "Nothing was changed." : `${state.done.join(" ")} Nothing else was changed.`;
}

// packages/steps/lib/deploy-stack/change-set.js
/** Creates a change set and waits until CloudFormation has worked it out. */
async function createChangeSet(request, job) {
	const { pace, world } = job;
	const { aws, clock, run, signal } = world;
	const { name: stack, exists, roleArn, template, ...rest } = request;
	const unique = Math.floor(clock.random() * 36 ** 6).toString(36);
	const name = `cutover-${run.runId || "local"}-${run.runAttempt || "1"}-${clock.now().toString(36)}${unique}`;
	const type = exists ? "UPDATE" : "CREATE";
	await explained({
		stack,
		name,
		type,
		parameters: rest.parameters,
		capabilities: rest.capabilities,
		tags: rest.tags,
		...template === void 0 ? {} : { template },
		...roleArn === void 0 ? {} : { roleArn }
	}, job);
	const named = {
		stack,
		name,
		type
	};
	const result = await wait(async () => {
		const found = await aws.stacks.changeSet(stack, name);
		switch (found?.status ?? "") {
			case "CREATE_COMPLETE": return {
				state: "done",
				value: {
					...named,
					kind: "ready",
					changes: found?.changes ?? []
				}
			};
			case "FAILED": return {
				state: "done",
				value: saysNoChanges(found?.reason ?? "") ? {
					...named,
					kind: "empty"
				} : {
					...named,
					kind: "failed",
					reason: found?.reason ?? ""
				}
			};
			default: return {
				state: "pending",
				reason: found?.status ?? "unknown"
			};
		}
	}, {
		clock,
		signal,
		deadline: pace.deadline,
		intervalMs: Math.min(pace.intervalMs, 2e3)
	});
	if (result.kind === "timedOut") return {
		...named,
		kind: "timedOut"
	};
	const { value } = result;
	return value.kind === "failed" ? {
		...value,
		reason: await inFull(value, value.reason, world)
	} : value;
}
/** Validation before the first change names only itself in the reason; what it found is told by its events. */
async function inFull({ name, stack }, reason, world) {
	if (!/EarlyValidation|DescribeEvents/.test(reason)) return reason;
	try {
		const problems = await world.aws.stacks.validationProblems(stack, name);
		return problems.length === 0 ? reason : problems.slice(0, 5).join("; ");
	} catch (error) {
		if (error instanceof CutoverError) return `${reason} (${error.message})`;
		throw error;
	}
}
/** Creates it; what CloudFormation says against template or parameters is the user's to mend. */
async function explained(request, job) {
	try {
		await job.world.aws.stacks.createChangeSet(request);
	} catch (error) {
		if (!(error instanceof AwsCallError)) throw error;
		const { code, message: what, findings } = error;
		if (code === "InsufficientCapabilitiesException") {
			const wanted = /CAPABILITY_\w+/.exec(what)?.[0] ?? "CAPABILITY_NAMED_IAM";
			throw new ConfigurationError({
				what: `Input capabilities is ${request.capabilities.join(", ")}, and the template needs ${wanted}.`,
				fix: `Add ${wanted} to capabilities, once you have seen which roles the template makes.`
			}, {
				cause: error,
				findings
			});
		}
		if (code !== "ValidationError") throw error;
		throw new ConfigurationError({
			what,
			fix: `${changedSoFar(job)} Correct the template or its parameters.`
		}, {
			cause: error,
			findings
		});
	}
}
/** Removes a change set that is not executed, and the empty stack that a first one leaves behind. */
async function discard(changeSet, world) {
	const { stack, name, type } = changeSet;
	await world.aws.stacks.deleteChangeSet(stack, name);
	if (type === "UPDATE") return;
	const left = await world.aws.stacks.describe(stack);
	if (left?.status === "REVIEW_IN_PROGRESS") await world.aws.stacks.deleteStack(left.id);
}

// packages/steps/lib/deploy-stack/origins.js
/**
* Traces the chosen details of a change to the parameters or the template that caused them.
* CloudFormation names the nearest cause only: a service's subnets change because of a subnet, which changes because of a
* parameter. A property that a condition switches counts as modified directly, so its parameters are read from the template.
* @param wanted the details in question, such as those that replace the resource
*/
function originsOf(change, tracing, wanted) {
	const found = /* @__PURE__ */ new Map();
	for (const detail of change.details.filter(wanted)) {
		const origin = originOf(change.resource, detail, tracing, /* @__PURE__ */ new Set([change.resource]));
		const before = found.get(detail.property);
		found.set(detail.property, before === void 0 ? origin : merged(before, origin));
	}
	return [...found.values()];
}
function originOf(resource, { causedBy, property, source }, tracing, seen) {
	if (source === "ParameterReference" && causedBy !== void 0) return {
		property,
		through: [],
		parameters: [causedBy]
	};
	const [cause = ""] = (causedBy ?? "").split(".");
	const next = tracing.changes.find((one) => one.resource === cause);
	if (source.startsWith("Resource") && next !== void 0 && !seen.has(cause)) {
		const before = next.details.filter(({ recreation }) => source !== "ResourceReference" || recreation !== "Never").map((detail) => originOf(cause, detail, tracing, /* @__PURE__ */ new Set([...seen, cause])));
		return {
			property,
			through: [.../* @__PURE__ */ new Set([cause, ...before.flatMap(({ through }) => through)])],
			parameters: [...new Set(before.flatMap(({ parameters }) => parameters))]
		};
	}
	return {
		property,
		through: [],
		parameters: [...tracing.template.parametersOf(resource, property)].filter((name) => tracing.changed.has(name))
	};
}
function merged(left, right) {
	return {
		property: left.property,
		through: [.../* @__PURE__ */ new Set([...left.through, ...right.through])],
		parameters: [.../* @__PURE__ */ new Set([...left.parameters, ...right.parameters])]
	};
}
/** `CidrBlock (parameter VpcCidr)`, `NetworkConfiguration (through SubnetA, Vpc; parameter VpcCidr)`, `Name (template)` */
function describeOrigin({ parameters, property, through }) {
	const last = parameters.length === 0 ? "the template itself" : `parameter${parameters.length === 1 ? "" : "s"} ${parameters.join(", ")}`;
	return `${property} (${through.length === 0 ? "" : `through ${through.join(", ")}; `}${last})`;
}

// packages/steps/lib/deploy-stack/frozen-service.js
/**
* Changes of ECS services that CloudFormation can't carry out: its handler sends the task definition with every update, and
* ECS refuses that for services of some deployment controllers.
* @param frozen names of the engines that deploy such services, by the services' logical ids
*/
function frozenServices(tracing, frozen, whereIs) {
	return tracing.changes.filter(({ action, resource, resourceType }) => action === "Modify" && resourceType === "AWS::ECS::Service" && frozen.has(resource)).map((change) => objection$1(change, frozen.get(change.resource) ?? "", tracing, whereIs));
}
function objection$1(change, engine, tracing, whereIs) {
	const { resource, resourceType } = change;
	const origins = originsOf(change, tracing, () => true);
	const parameters = [...new Set(origins.flatMap((one) => one.parameters))];
	const properties = origins.map(({ property }) => property);
	const byTags = properties.length > 0 && properties.every((one) => one === "Tags") && parameters.length === 0;
	return {
		resource,
		what: `The change set would modify ${resource} (${resourceType})${origins.length === 0 ? "" : ` because of ${origins.map(describeOrigin).join(", ")}`}. CloudFormation can't update an ECS service that ${engine} deploys to.`,
		fix: byTags ? "Give the tags that the stack has, or leave tags out: the tags of a stack reach its service. To tag the service alone, run aws ecs tag-resource." : `Take ${parameters.length > 0 ? `${parameters.map((name) => `${name}${whereIs(name)}`).join(", ")} back` : `the change of ${properties.join(", ") || "this resource"} in the template back`}. Subnets, security groups, capacity and platform version are changed by a deployment, the desired count by ECS itself. For anything else create a second stack with the new value, deploy there, and move the domain to it.`
	};
}

// packages/steps/lib/deploy-stack/stuck-service.js
/** There is no such service, or nothing is known of it. */
const NOTHING = {
	sentence: "",
	findings: []
};
/** Looks at the service that an event names. A right that lacks must not hide the timeout itself. */
async function explainService({ physicalId }, world) {
	const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(parseArn(physicalId)?.resource ?? "") ?? [];
	if (cluster === void 0 || service === void 0) return NOTHING;
	try {
		const [state, stopped] = await Promise.all([world.aws.services.describe(cluster, service), world.aws.serviceTasks.stopped(cluster, service)]);
		const failed = stopped.filter(hasFailed);
		const stops = distinctStops(failed).slice(0, 3).map(({ count, text }) => `${count} task${count === 1 ? "" : "s"} stopped: ${text}`);
		const troubles = (state?.events ?? []).map(({ text }) => text).filter(tellsTrouble);
		return {
			sentence: stops.length > 0 ? stops.join("; ") : troubles[0] ?? "",
			findings: diagnose([...observeStops(failed), ...troubles.map((text) => ({
				source: "ecs:DescribeServices events",
				text,
				subject: service
			}))])
		};
	} catch (error) {
		if (error instanceof CutoverError) return NOTHING;
		throw error;
	}
}

// packages/steps/lib/deploy-stack/service-watch.js
/** A service is looked at once in so many polls. */
const EVERY = 3;
/**
* Watches the ECS services that CloudFormation waits for. When one fails, the rollback deletes it at once and its tasks can't
* be listed any more, so they are looked at while it is still there.
*/
var ServiceWatch = class {
	#world;
	/** The last trouble seen, by the logical id of the service. */
	#seen = /* @__PURE__ */ new Map();
	#polls = 0;
	#failed;
	constructor(world) {
		this.#world = world;
	}
	/** Why the tasks of the first service that failed didn't start; NOTHING when none failed. */
	get verdict() {
		return (this.#failed === void 0 ? void 0 : this.#seen.get(this.#failed)) ?? NOTHING;
	}
	/** @param working newest events of the resources that are in progress */
	async look(working) {
		this.#polls += 1;
		if (this.#polls % EVERY !== 0) return;
		for (const event of working) if (isService(event) && event.physicalId !== "") await this.#explain(event);
	}
	/** Takes note of an event of the operation. */
	async failed(event) {
		if (!isService(event) || this.#failed !== void 0 || rootFailures([event]).length === 0) return;
		this.#failed = event.resource;
		await this.#explain(event);
	}
	async #explain(event) {
		const found = await explainService(event, this.#world);
		if (found.sentence !== "") this.#seen.set(event.resource, found);
	}
};
function isService({ resourceType }) {
	return resourceType === "AWS::ECS::Service";
}

// packages/steps/lib/deploy-stack/operation.js
/**
* Follows a stack until nothing goes on there, and reports its events on the way.
* @param known ids of the events that were there before
* @param token the operation's own; its end is the stack's event that carries it. Without one any end will do.
*/
async function followStack(id, known, token, pace, world) {
	const { aws, clock, progress, signal } = world;
	const seen = new Set(known);
	const events = [];
	const watch = new ServiceWatch(world);
	let next = 3e4;
	const result = await wait(async () => {
		const stack = await aws.stacks.describe(id);
		for (const event of await aws.stacks.events(id, seen)) {
			seen.add(event.id);
			if (token !== void 0 && event.token !== void 0 && event.token !== token) continue;
			events.push(event);
			const { resource, resourceType, status, reason } = event;
			progress.report({
				type: "stack.event",
				resource,
				resourceType,
				status,
				...reason === void 0 ? {} : { reason }
			});
			await watch.failed(event);
		}
		await watch.look(inProgress(events));
		const ended = token === void 0 || events.some(({ isStack, status }) => isStack && isOver(status));
		if (stack === void 0 || isSettled(stack.status) && ended && (token === void 0 || isOver(stack.status))) return {
			state: "done",
			value: {
				stack,
				events,
				service: watch.verdict
			}
		};
		return {
			state: "pending",
			reason: stack.status
		};
	}, {
		clock,
		signal,
		deadline: pace.deadline,
		intervalMs: pace.intervalMs,
		onPending: (_, waitedMs) => {
			if (waitedMs < next) return;
			next = waitedMs + 3e4;
			progress.report({
				type: "still.waiting",
				what: "CloudFormation",
				seconds: Math.round(waitedMs / 1e3),
				budgetSeconds: Math.round((waitedMs + pace.deadline - clock.now()) / 1e3)
			});
		}
	});
	if (result.kind === "done") return result;
	return {
		kind: "timedOut",
		value: {
			stack: await aws.stacks.describe(id),
			events,
			service: watch.verdict
		}
	};
}
/** Whether the executed operation has ended; REVIEW_IN_PROGRESS is the time before it. */
function isOver(status) {
	return isSettled(status) && status !== "REVIEW_IN_PROGRESS";
}

// packages/steps/lib/deploy-stack/moved-service.js
/**
* Changes of ECS services that would take a deployed version back. CloudFormation sends the task definition with every
* update of a service. Where a template names a family without a revision, as the bundled one names its placeholder, and a
* revision of another family runs, the update would deploy the newest of the template's family instead.
*/
async function movedServices(tracing, template, stack, whereIs, world) {
	if (stack === void 0) return [];
	const suspects = tracing.changes.flatMap((change) => {
		const { action, replacement, resource, resourceType } = change;
		if (action !== "Modify" || replacement === "True" || resourceType !== "AWS::ECS::Service") return [];
		if (template.frozenServices.has(resource)) return [];
		const family = template.familyOf(resource)?.replaceAll("${AWS::StackName}", stack.name);
		return family === void 0 || family.includes("${") ? [] : [{
			change,
			family
		}];
	});
	if (suspects.length === 0) return [];
	const resources = await world.aws.stacks.resources(stack.id);
	const found = [];
	for (const { change, family } of suspects) {
		const arn = resources.find(({ logicalId }) => logicalId === change.resource)?.physicalId ?? "";
		const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(parseArn(arn)?.resource ?? "") ?? [];
		if (cluster === void 0 || service === void 0) continue;
		const [, revision = ""] = (await world.aws.services.describe(cluster, service))?.taskDefinition.split("/") ?? [];
		if (revision === "" || revision.startsWith(`${family}:`)) continue;
		found.push(objection(change, {
			family,
			revision,
			service
		}, tracing, whereIs));
	}
	return found;
}
function objection(change, { family, revision, service }, tracing, whereIs) {
	const { resource, resourceType } = change;
	const origins = originsOf(change, tracing, () => true);
	const parameters = [...new Set(origins.flatMap((one) => one.parameters))];
	return {
		resource,
		what: `The change set would modify ${resource} (${resourceType})${origins.length === 0 ? "" : ` because of ${origins.map(describeOrigin).join(", ")}`}. Service ${service} runs ${revision}, and CloudFormation would deploy the newest revision of ${family} in its place.`,
		fix: `Take ${parameters.length > 0 ? `${parameters.map((name) => `${name}${whereIs(name)}`).join(", ")} back` : `the change of ${origins.map(({ property }) => property).join(", ") || "this resource"} back (the tags of a stack reach its service, too)`}. The number of tasks is changed by aws ecs update-service --desired-count or MaxTasks. For anything else create a second stack with the new value, deploy there, and delete this one.`
	};
}

// packages/steps/lib/deploy-stack/protected-types.js
const BY_TYPE = new Map(Object.entries({
	data: [
		"AWS::AmazonMQ::Broker",
		"AWS::Backup::BackupVault",
		"AWS::Cassandra::Table",
		"AWS::Cognito::UserPool",
		"AWS::DocDB::DBCluster",
		"AWS::DocDB::DBInstance",
		"AWS::DynamoDB::GlobalTable",
		"AWS::DynamoDB::Table",
		"AWS::EC2::Volume",
		"AWS::EFS::FileSystem",
		"AWS::ElastiCache::CacheCluster",
		"AWS::ElastiCache::ReplicationGroup",
		"AWS::ElastiCache::ServerlessCache",
		"AWS::Elasticsearch::Domain",
		"AWS::FSx::FileSystem",
		"AWS::Kinesis::Stream",
		"AWS::Logs::LogGroup",
		"AWS::MSK::Cluster",
		"AWS::MemoryDB::Cluster",
		"AWS::Neptune::DBCluster",
		"AWS::Neptune::DBInstance",
		"AWS::OpenSearchService::Domain",
		"AWS::RDS::DBCluster",
		"AWS::RDS::DBInstance",
		"AWS::RDS::GlobalCluster",
		"AWS::Redshift::Cluster",
		"AWS::S3::Bucket",
		"AWS::S3Express::DirectoryBucket",
		"AWS::S3Files::FileSystem",
		"AWS::S3Tables::TableBucket",
		"AWS::SDB::Domain",
		"AWS::SQS::Queue",
		"AWS::Timestream::Table"
	],
	"the images that tasks are started from": ["AWS::ECR::Repository"],
	"a secret value": ["AWS::SecretsManager::Secret"],
	"a key without which encrypted data is lost": ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"],
	"the running tasks": ["AWS::ECS::Cluster", "AWS::ECS::Service"],
	"the deployments of the service": ENGINE_RESOURCE_TYPES,
	"the traffic of users": [
		"AWS::ElasticLoadBalancing::LoadBalancer",
		"AWS::ElasticLoadBalancingV2::Listener",
		"AWS::ElasticLoadBalancingV2::ListenerRule",
		"AWS::ElasticLoadBalancingV2::LoadBalancer",
		"AWS::ElasticLoadBalancingV2::TargetGroup"
	],
	"an address that others use": [
		"AWS::ApiGateway::DomainName",
		"AWS::ApiGateway::RestApi",
		"AWS::ApiGatewayV2::Api",
		"AWS::ApiGatewayV2::DomainName",
		"AWS::CloudFront::Distribution",
		"AWS::EC2::EIP",
		"AWS::EC2::NatGateway",
		"AWS::GlobalAccelerator::Accelerator",
		"AWS::Route53::HostedZone",
		"AWS::Route53::RecordSet",
		"AWS::SES::EmailIdentity",
		"AWS::SNS::Topic",
		"AWS::ServiceDiscovery::PrivateDnsNamespace",
		"AWS::ServiceDiscovery::PublicDnsNamespace",
		"AWS::ServiceDiscovery::Service"
	],
	"the network that everything else is in": ["AWS::EC2::Subnet", "AWS::EC2::VPC"],
	"the trust of other roles": ["AWS::IAM::OIDCProvider"],
	"stacks of its own": ["AWS::CloudFormation::Stack"]
}).flatMap(([what, types]) => types.map((type) => [type, what])));
/** Content of a resource of this type, as in "data"; undefined for a type that can be made anew without a loss. */
function holdingOf(type) {
	return BY_TYPE.get(type);
}

// packages/steps/lib/deploy-stack/protection.js
/** The permissions that the inputs give. */
function permissionsOf(given) {
	return {
		replacement: given["allow-replacement"],
		removal: given["allow-removal"]
	};
}
/**
* Changes that would lose what a resource holds, and were not permitted by its logical id. `Conditional` counts as a
* replacement: CloudFormation decides while it executes, and then it is too late.
*/
function objections(tracing, permissions, whereIs) {
	return tracing.changes.flatMap((change) => {
		const { action, policyAction = "", replacement, resource, resourceType } = change;
		const holds = holdingOf(resourceType);
		if (holds === void 0) return [];
		if (action === "Remove") {
			if (permissions.removal.includes(resource)) return [];
			return [{
				resource,
				what: `The change set would remove ${resource} (${resourceType}) from the stack; it holds ${holds}. ${fateOf(policyAction)}`,
				fix: `Put ${resource} back into the template${near("allow-removal", permissions.removal, resource)}; or, if it may go, add it to the input: allow-removal: ${[...permissions.removal, resource].join(", ")}.`
			}];
		}
		if (action !== "Modify" || replacement === "False" || replacement === "") return [];
		if (permissions.replacement.includes(resource)) return [];
		const origins = originsOf(change, tracing, ({ recreation }) => recreation !== "Never");
		const parameters = [...new Set(origins.flatMap((one) => one.parameters))];
		const back = parameters.length > 0 ? `Take ${parameters.map((name) => `${name}${whereIs(name)}`).join(", ")} back` : `Take the change of ${origins.map(({ property }) => property).join(", ") || "its type"} in the template back`;
		return [{
			resource,
			what: `The change set ${replacement === "True" ? "would replace" : "may replace"} ${resource} (${resourceType}) because of ${origins.map(describeOrigin).join(", ") || "its type"}; it holds ${holds}, and the new one begins without. ${fateOf(policyAction)}`,
			fix: `${back}${near("allow-replacement", permissions.replacement, resource)}; or, if it may be lost, add it to the input: allow-replacement: ${[...permissions.replacement, resource].join(", ")}.`
		}];
	});
}
/** Permissions that this change set has no use for. Left in a workflow they would permit a later loss unseen. */
function unusedPermissions(changes, { removal, replacement }) {
	const replaced = changes.filter((one) => one.action === "Modify" && /^(True|Conditional)$/.test(one.replacement));
	const removed = changes.filter(({ action }) => action === "Remove");
	const unused = (input, ids, used) => ids.filter((id) => !used.some(({ resource }) => resource === id)).map((id) => `Input ${input} names ${id}, which this change set leaves in place. Remove it from the workflow.`);
	return [...unused("allow-replacement", replacement, replaced), ...unused("allow-removal", removal, removed)];
}
function fateOf(policyAction) {
	if (policyAction === "") return "Its DeletionPolicy and UpdateReplacePolicy decide whether the present one is kept.";
	if (policyAction.endsWith("Retain")) return "The present one is kept outside the stack.";
	if (policyAction.endsWith("Snapshot")) return "A snapshot of the present one is kept.";
	return "The present one is deleted.";
}
/** A slip in the permission that was meant. */
function near(input, ids, resource) {
	return ids.some((id) => nearestName(id, [resource]) !== void 0) ? ` (${input} names ${ids.join(", ")}, and logical ids are compared letter by letter)` : "";
}

// packages/steps/lib/deploy-stack/unfinished.js
/** Present state of an operation that takes too long. */
async function unfinished({ events, stack }, world) {
	const working = inProgress(events);
	const service = working.find(({ resourceType }) => resourceType === "AWS::ECS::Service");
	return {
		stack,
		working,
		service: service === void 0 ? NOTHING : await explainService(service, world)
	};
}
/** The stack as it is now, for the outputs of a step that ends early; undefined when it can't be read any more. */
async function stackNow(stack, world) {
	if (stack === void 0) return void 0;
	try {
		return await world.aws.stacks.describe(stack.id);
	} catch (error) {
		if (error instanceof CutoverError || world.signal.aborted) return void 0;
		throw error;
	}
}

// packages/steps/lib/deploy-stack/carry-out.js
/**
* Shows a change set, and discards it if it must not or need not be executed.
* @param fate of a change set that is not executed; one that users reviewed is theirs
*/
async function judge(changeSet, basis, stack, job, fate = "discarded") {
	const { given, state, world } = job;
	const { aws, progress } = world;
	const { name } = given;
	const { region } = aws;
	if (fate === "discarded") state.changeSet = changeSet;
	const end = async (outcome) => {
		if (fate === "discarded") await discard(changeSet, world);
		delete state.changeSet;
		return {
			kind: "ended",
			outcome
		};
	};
	switch (changeSet.kind) {
		case "timedOut": return await end(timedOut(name, given["wait-for-minutes"], region, await unfinished({
			stack: await stackNow(stack, world),
			events: []
		}, world), void 0, "preparing its change set"));
		case "failed": return await end(failed(`CloudFormation refused the change set for stack ${name}: ${changeSet.reason}`, `${changedSoFar(job)} Mend the template or its parameters and run the job again.`, region, stack));
		case "empty":
			if (state.done.length > 0) return await end(stack === void 0 ? unchanged(`${state.done.join(" ")} There is nothing else to change.`, stack, []) : succeeded(`${state.done.join(" ")} There is nothing else to change.`, stack, []));
			return await end(given["fail-on-empty-changeset"] ? failed(`Stack ${name} already is as the template says, and fail-on-empty-changeset is true.`, "Nothing was changed. Set fail-on-empty-changeset to false to accept this.", region, stack, []) : unchanged(`Stack ${name} already is as the template says.`, stack, []));
	}
	const { changes } = changeSet;
	progress.report({
		type: "document",
		title: `Change set for stack ${name}: ${countOf(changes)}`,
		language: "text",
		text: changesText(changes),
		inSections: true
	});
	const tracing = {
		changes,
		template: basis.template,
		changed: basis.changed
	};
	const frozen = frozenServices(tracing, basis.template.frozenServices, basis.whereIs);
	const moved = await movedServices(tracing, basis.template, stack, basis.whereIs, world);
	const refused = [
		...frozen,
		...moved,
		...objections(tracing, permissionsOf(given), basis.whereIs).filter(({ resource }) => !frozen.some((one) => one.resource === resource))
	];
	if (refused.length > 0) return await end(failed(refused.map(({ what }) => what).join(" "), [changedSoFar(job), ...new Set(refused.map(({ fix }) => fix))].join(" "), region, stack, changes));
	if (isPreview(job)) return await end(unchanged(`Preview: ${countOf(changes)} to stack ${name} would be made.`, stack, changes));
	return {
		kind: "ready",
		changeSet
	};
}
/**
* Executes a change set and follows the operation to its end.
* @param look reads the traffic at the last moment; a deployment may have begun while the change set was made
*/
async function execute(changeSet, stack, job, look, token = changeSet.name) {
	const { given, pace, state, world } = job;
	const { aws } = world;
	const { name } = given;
	const { changes } = changeSet;
	const target = await aws.stacks.describe(name);
	const id = target?.id ?? name;
	state.stack = target;
	const known = new Set((await aws.stacks.events(id, /* @__PURE__ */ new Set())).map((event) => event.id));
	const traffic = await look();
	if (traffic?.kind === "moving") {
		if (state.changeSet !== void 0) await discard(changeSet, world);
		delete state.changeSet;
		return failed(traffic.what, `${changedSoFar(job)} ${traffic.fix}`, aws.region, stack, changes);
	}
	world.signal.throwIfAborted();
	state.executing = true;
	await aws.stacks.executeChangeSet(name, changeSet.name, token);
	const result = await followStack(id, known, token, pace, world);
	state.executing = false;
	delete state.changeSet;
	const { value } = result;
	if (result.kind === "timedOut") return timedOut(name, given["wait-for-minutes"], aws.region, await unfinished(value, world), changes);
	const wanted = changeSet.type === "CREATE" ? "CREATE_COMPLETE" : "UPDATE_COMPLETE";
	if (value.stack === void 0 || value.stack.status !== wanted) return operationFailed(value, name, aws.region, changes);
	return succeeded(`Stack ${name} is ${value.stack.status}: ${countOf(changes)}.`, value.stack, changes);
}

// packages/steps/lib/deploy-stack/constraints.js
/** The constraints in a template's declaration of a parameter. */
function constraintsOf(declared) {
	const numberOf = (name) => {
		const value = Number(textOf(declared[name]) || NaN);
		return Number.isNaN(value) ? void 0 : value;
	};
	const allowed = declared["AllowedValues"];
	const description = declared["ConstraintDescription"];
	const optional = {
		allowedValues: Array.isArray(allowed) ? allowed.map((one) => textOf(one)) : void 0,
		allowedPattern: typeof declared["AllowedPattern"] === "string" ? declared["AllowedPattern"] : void 0,
		minLength: numberOf("MinLength"),
		maxLength: numberOf("MaxLength"),
		minValue: numberOf("MinValue"),
		maxValue: numberOf("MaxValue"),
		description: typeof description === "string" ? description : void 0
	};
	return {
		type: textOf(declared["Type"]) || "String",
		...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== void 0))
	};
}
/**
* Judges a value as CreateChangeSet would, which names one mistake at a time and not where it stands.
* Names of Parameter Store and what CloudFormation looks up in the account (`AWS::EC2::VPC::Id`) are left to it, but for
* the form that the template asks for.
*/
function refusedValue(name, value, noEcho, given) {
	const { allowedPattern, allowedValues, maxLength, maxValue, minLength, minValue, type } = given;
	const items = !type.startsWith("AWS::SSM::") && (type === "CommaDelimitedList" || type.startsWith("List<")) ? value === "" ? [""] : value.split(",").map((item) => item.trim()) : [value];
	const isNumeric = type === "Number" || type === "List<Number>";
	const refuse = (item, wanted, fix) => ({
		what: `${noEcho ? "has a value that" : `is ${quoted(item)}, which`} is not ${wanted}.${given.description === void 0 ? "" : ` The template says: ${given.description.replace(/[.\s]*$/, ".")}`}`,
		fix
	});
	const pattern = allowedPattern === void 0 ? void 0 : patternOf(allowedPattern);
	for (const item of items) {
		const number = Number(item);
		if (isNumeric && (item.trim() === "" || Number.isNaN(number))) return refuse(item, "a number", `Give ${name} a number${rangeOf(given)}.`);
		if (allowedValues !== void 0 && !allowedValues.includes(item)) return refuse(item, "an allowed value", `Give ${name} one of ${allowedValues.join(", ")}.`);
		if (pattern !== void 0 && !pattern.test(item)) return refuse(item, "of the allowed form", `Give ${name} a value that matches ${allowedPattern ?? ""}.`);
		if (isNumeric && (minValue !== void 0 && number < minValue || maxValue !== void 0 && number > maxValue)) return refuse(item, "in the allowed range", `Give ${name} a number${rangeOf(given)}.`);
	}
	if (minLength !== void 0 && value.length < minLength) return refuse(value, `at least ${minLength} characters long`, `Give ${name} ${minLength} characters or more.`);
	if (maxLength !== void 0 && value.length > maxLength) return refuse(value, `at most ${maxLength} characters long`, `Give ${name} ${maxLength} characters or fewer.`);
}
/** ` from 1 to 65535` */
function rangeOf({ maxValue, minValue }) {
	return `${minValue === void 0 ? "" : ` from ${minValue}`}${maxValue === void 0 ? "" : ` to ${maxValue}`}`;
}
/** CloudFormation's patterns are Java's and match the whole value; one that JavaScript can't read is left to CloudFormation. */
function patternOf(text) {
	try {
		return new RegExp(`^(?:${text})$`);
	} catch {
		return;
	}
}

// packages/steps/lib/deploy-stack/pairs.js
/**
* Reads `KEY=value` a line, or several on a line separated by commas or, as for the AWS CLI, by spaces: either ends a value
* only where the name of a parameter follows, so that lists of subnets and sentences stay whole. A value in double quotes
* loses them.
* @param file name for places
* @throws ConfigurationError for a line without a name; its text may be the rest of a value and is not repeated
*/
function readPairs(text, file, names) {
	const found = [];
	const problems = [];
	for (const { column, line, text: piece } of pieces(text, names)) {
		const at = piece.indexOf("=");
		const name = piece.slice(0, Math.max(at, 0)).trim();
		const place = {
			file,
			line,
			column
		};
		if (name === "") {
			const word = /^[A-Za-z0-9]{1,40}$/.test(piece.trim()) ? JSON.stringify(piece.trim()) : "the text";
			problems.push({
				what: `Input parameter-overrides: ${word} is not KEY=value.`,
				fix: "Write one KEY=value a line.",
				place
			});
			continue;
		}
		const value = piece.slice(at + 1);
		found.push({
			name,
			value: /^".*"$/s.test(value.trim()) ? value.trim().slice(1, -1) : value,
			place
		});
	}
	if (problems.length > 0) throw new ConfigurationError(problems);
	return found;
}
function pieces(text, names) {
	return text.split(/\r?\n/).flatMap((row, index) => {
		if (row.trim() === "") return [];
		const starts = [0];
		for (const { index: at, 1: name = "" } of row.matchAll(/[,\s]\s*([A-Za-z0-9]+)=/g)) {
			if ((row.slice(starts.at(-1), at).match(/"/g)?.length ?? 0) % 2 === 1) continue;
			if (names.includes(name) || nearestName(name, names) !== void 0) starts.push(at + 1);
		}
		return starts.map((start, which) => {
			const next = starts[which + 1];
			const piece = row.slice(start, next === void 0 ? void 0 : next - 1);
			const blank = piece.length - piece.trimStart().length;
			return {
				text: piece,
				line: index + 1,
				column: start + blank + 1
			};
		});
	});
}

// packages/steps/lib/deploy-stack/structured-overrides.js
/** Whether overrides are written as a JSON value or a YAML mapping, not as `KEY=value`. */
function isStructured(text) {
	return /^\s*(?:[{[]|- |---\s)/.test(text) || /^\s*(?:#.*\n\s*)*"?[A-Za-z0-9]+"?\s*:(?:\s|$)/.test(text);
}
/**
* Reads overrides as CloudFormation's tools write them: a mapping; a list of `{ParameterKey, ParameterValue}`; a list of
* `KEY=value` texts; or a mapping below the key `Parameters`. A list of values is joined by commas, and a scalar is taken
* as it is spelt, so that `012` and `1.10` stay what they are.
* @throws ConfigurationError with the place of what is none of these; values are never repeated
*/
function readStructured(text, file, input = "parameter-overrides") {
	const source = readSourceText(text, file);
	const refuse = (path, message, fix) => {
		throw new ConfigurationError({
			what: `Input ${input}: ${message}`,
			fix,
			place: source.placeOf(path)
		});
	};
	const scalar = (path, value) => {
		if (value === null || value === void 0) return refuse(path, "this parameter has no value.", "Write \"\" for an empty one, or remove the key.");
		if (typeof value === "object") return refuse(path, "this value is an object.", "Write a text, a number, or a list of them.");
		return typeof value === "string" ? value : source.spellingOf(path) ?? String(value);
	};
	const valueAt = (path, value) => Array.isArray(value) ? value.map((item, index) => scalar([...path, index], item)).join(",") : scalar(path, value);
	const mapping = (path, value) => Object.entries(value).map(([name, one]) => ({
		name,
		value: valueAt([...path, name], one),
		place: source.placeOf([...path, name])
	}));
	const item = (path, one) => {
		if (typeof one === "string" && /^[A-Za-z0-9]+=/.test(one)) {
			const at = one.indexOf("=");
			return [{
				name: one.slice(0, at),
				value: one.slice(at + 1),
				place: source.placeOf(path)
			}];
		}
		if (!isJsonObject(one) || typeof one["ParameterKey"] !== "string") return refuse(path, "this is no parameter.", "Write {\"ParameterKey\": \"NAME\", \"ParameterValue\": \"VALUE\"} or \"NAME=VALUE\".");
		if (one["UsePreviousValue"] === true) return [];
		const at = [...path, "ParameterValue"];
		return [{
			name: one["ParameterKey"],
			value: valueAt(at, one["ParameterValue"]),
			place: source.placeOf(path)
		}];
	};
	const { value } = source;
	if (Array.isArray(value)) return value.flatMap((one, index) => item([index], one));
	if (!isJsonObject(value)) return refuse([], "this is neither a mapping nor a list.", "Write KEY: VALUE, one a line.");
	const inner = value["Parameters"];
	return Object.keys(value).every((name) => [
		"Parameters",
		"Tags",
		"StackPolicy"
	].includes(name)) && isJsonObject(inner) ? mapping(["Parameters"], inner) : mapping([], value);
}

// packages/steps/lib/deploy-stack/parameters.js
const OVERRIDES = "parameter-overrides";
const FILE = "parameters-file";
/**
* The parameters of the inputs parameters-file (a YAML or JSON mapping) and parameter-overrides (`KEY=value` pairs, a JSON
* or YAML value, or `file://` and the path of a file with either), which wins.
* @throws ConfigurationError with every mistake at once: a file that can't be read, a name that the template does not have
*   or that stands there twice, a value that the template does not allow
*/
async function readParameters(given, known, files) {
	const problems = [];
	const values = /* @__PURE__ */ new Map();
	const take = async (input, read) => {
		let overrides = [];
		try {
			overrides = await read();
		} catch (error) {
			if (!(error instanceof ConfigurationError)) throw error;
			problems.push(...error.problems);
		}
		const seen = /* @__PURE__ */ new Set();
		for (const { name, place, value } of overrides) {
			const problem = problemOf(input, name, value, known, seen);
			if (problem !== void 0) problems.push({
				...problem,
				place
			});
			seen.add(name);
			values.set(name, {
				value,
				place
			});
		}
	};
	const { file, overrides } = given;
	if (file !== void 0) await take(FILE, async () => readStructured(await files.read(file, FILE), file, FILE));
	await take(OVERRIDES, async () => await readOverrides(overrides, known, files));
	if (problems.length > 0) throw new ConfigurationError(problems);
	return values;
}
async function readOverrides(text, known, files) {
	const names = known.map(({ name }) => name);
	const read = (content, file) => isStructured(content) ? readStructured(content, file) : readPairs(content, file, names);
	const given = text.trim();
	if (!given.startsWith("file://")) return read(text, OVERRIDES);
	const path = given.slice(7);
	if (/[\r\n]/.test(path)) throw new ConfigurationError({
		what: `Input ${OVERRIDES}: beside a file:// path stands something else.`,
		fix: "Give the path alone, and put all parameters into the file."
	});
	return read(await files.read(path, OVERRIDES), path);
}
/** Why a parameter can't be given so; undefined when it can. */
function problemOf(input, name, value, known, seen) {
	const parameter = known.find((one) => one.name === name);
	if (parameter === void 0) {
		const names = known.map((one) => one.name);
		const nearest = nearestName(name, names);
		return {
			what: `Input ${input}: the template has no parameter ${name}.`,
			fix: nearest === void 0 ? `The parameters are: ${names.join(", ") || "none"}.` : `Did you mean ${nearest}?`
		};
	}
	if (seen.has(name)) return {
		what: `Input ${input}: ${name} stands there twice.`,
		fix: "Keep one of them."
	};
	const refused = refusedValue(name, value, parameter.noEcho, parameter);
	if (refused === void 0) return void 0;
	return {
		what: `Input ${input}: parameter ${name} ${refused.what}`,
		fix: refused.fix
	};
}
/**
* The parameters of a CreateChangeSet: the values given, and for every other parameter that the stack has its present one.
* @returns `missing` names parameters that have neither
*/
function parametersOf(known, given, present) {
	const parameters = /* @__PURE__ */ new Map();
	const missing = [];
	for (const { name, hasDefault } of known) if (given.has(name)) parameters.set(name, given.get(name));
	else if (Object.hasOwn(present, name)) parameters.set(name, void 0);
	else if (!hasDefault) missing.push(name);
	return {
		parameters,
		missing
	};
}

// packages/steps/lib/deploy-stack/parameters-from.js
const INPUT = "parameters-from";
/**
* The outputs of other stacks whose names are parameters of the template, where no other input gives them. The values are
* handed over as parameters: an export would be locked for as long as a stack imports it.
* @param stacks names of the stacks
* @throws ConfigurationError for a stack that has no outputs, none that fits, or one that another stack has, too
*/
async function parametersFrom(stacks, own, known, given, world) {
	const problems = [];
	const found = /* @__PURE__ */ new Map();
	for (const name of stacks) {
		const refuse = (message, fix) => {
			problems.push({
				what: `Input ${INPUT}: ${message}`,
				fix
			});
		};
		if (name === own) {
			refuse(`${name} is the stack itself, which keeps its parameters anyway.`, `Remove ${name}.`);
			continue;
		}
		const stack = await world.aws.stacks.describe(name);
		if (stack === void 0 || Object.keys(stack.outputs).length === 0) {
			refuse(stack === void 0 ? `there is no stack ${name} in ${world.aws.region}.` : `stack ${name} is ${stack.status} and has no outputs.`, `Create stack ${name} first, or correct its name.`);
			continue;
		}
		const fitting = known.filter((one) => Object.hasOwn(stack.outputs, one.name) && !given.has(one.name));
		if (!known.some((one) => Object.hasOwn(stack.outputs, one.name))) refuse(`no output of stack ${name} has the name of a parameter.`, `Its outputs are ${Object.keys(stack.outputs).join(", ")}. Remove ${name}, or name a parameter of the template like one of them.`);
		for (const parameter of fitting) {
			const value = stack.outputs[parameter.name] ?? "";
			const refused = refusedValue(parameter.name, value, parameter.noEcho, parameter);
			if (found.has(parameter.name)) refuse(`${parameter.name} is an output of two of these stacks.`, `Give ${parameter.name} in parameter-overrides.`);
			if (refused !== void 0) refuse(`output ${parameter.name} of stack ${name} ${refused.what}`, refused.fix);
			found.set(parameter.name, {
				value,
				place: { file: `output ${parameter.name} of stack ${name}` }
			});
		}
		if (fitting.length > 0) world.progress.report({
			type: "note",
			text: `Stack ${name} gives ${fitting.map((one) => one.name).join(", ")}.`
		});
	}
	if (problems.length > 0) throw new ConfigurationError(problems);
	return found;
}

// packages/steps/lib/deploy-stack/repository-ids.js
const NAMES = ["GitHubOrg", "GitHubRepo"];
const IDS = ["GitHubOrgId", "GitHubRepoId"];
/**
* The ids of this run's repository for the template's trust policy, when that names this repository and the user gave no
* ids. A repository whose tokens carry no ids would be locked out by them, so the token decides; without one only a new
* stack gets them, as there is no workflow yet that could lose its role.
*/
async function repositoryIds(known, overrides, stack, world) {
	const none = /* @__PURE__ */ new Map();
	const { ownerId, repository, repositoryId } = world.run;
	const names = new Set(known.map(({ name }) => name));
	if (ownerId === void 0 || repositoryId === void 0) return none;
	if (![...NAMES, ...IDS].every((name) => names.has(name))) return none;
	const value = (name) => overrides.get(name) ?? stack?.parameters[name] ?? "";
	const named = NAMES.map(value).join("/");
	if (named.toLowerCase() !== repository.toLowerCase() || value("GitHubSubjectClaims") !== "") return none;
	if (IDS.some((name) => overrides.has(name) || value(name) !== "")) return none;
	const subject = await world.subject?.();
	const say = (text) => {
		world.progress.report({
			type: "note",
			text
		});
	};
	if (subject === void 0 ? stack !== void 0 : !carriesIds(subject)) {
		say(subject === void 0 ? `The deploy role trusts ${named} by its names alone. If the identity tokens of ${named} carry ids (repositories made since 15 July 2026), add GitHubOrgId=${ownerId} and GitHubRepoId=${repositoryId} to parameter-overrides.` : `The deploy role trusts ${named} by its names alone, as its identity tokens carry no ids. Choose immutable subject claims in the OIDC settings of the repository, then run the job again.`);
		return none;
	}
	say(`The deploy role trusts ${named} by its ids: GitHubOrgId=${ownerId}, GitHubRepoId=${repositoryId}.${subject === void 0 ? " The identity tokens of a repository made before 15 July 2026 carry ids only after immutable subject claims are chosen in its OIDC settings; to trust its names alone, give both parameters empty." : ""}`);
	return /* @__PURE__ */ new Map([["GitHubOrgId", ownerId], ["GitHubRepoId", repositoryId]]);
}

// packages/steps/lib/deploy-stack/settle.js
/** Reads the stack, after the operation that is going on there. */
async function settled(job) {
	const { given, pace, state, world } = job;
	const { aws } = world;
	const { name } = given;
	let stack = await aws.stacks.describe(name);
	state.stack = stack;
	if (stack === void 0 || isSettled(stack.status)) return {
		kind: "settled",
		stack
	};
	world.progress.report({
		type: "note",
		text: `Stack ${name} is ${stack.status}; waiting for that to end.`
	});
	const known = new Set((await aws.stacks.events(stack.id, /* @__PURE__ */ new Set())).map(({ id }) => id));
	const result = await followStack(stack.id, known, void 0, pace, world);
	if (result.kind === "timedOut") return {
		kind: "ended",
		outcome: timedOut(name, given["wait-for-minutes"], aws.region, await unfinished(result.value, world))
	};
	stack = await aws.stacks.describe(name);
	state.stack = stack;
	return {
		kind: "settled",
		stack
	};
}
/** Brings a stack that can't be updated out of the way where that loses nothing, or ends the run. */
async function updatable(stack, job) {
	if (stack?.status === "ROLLBACK_COMPLETE") {
		const refusal = await deleteRemains(stack, job);
		return refusal === void 0 ? {
			kind: "settled",
			stack: void 0
		} : {
			kind: "ended",
			outcome: refusal
		};
	}
	if (stack === void 0 || !isBlocked(stack.status)) return {
		kind: "settled",
		stack
	};
	return {
		kind: "ended",
		outcome: failed(`Stack ${stack.name} is ${stack.status} and can't be updated${stack.statusReason === void 0 ? "." : `: ${stack.statusReason}`}`, blockedRemedy(stack.status), job.world.aws.region, stack)
	};
}
function isBlocked(status) {
	return [
		"ROLLBACK_FAILED",
		"DELETE_FAILED",
		"UPDATE_ROLLBACK_FAILED"
	].includes(status);
}
/** A stack whose creation failed can only be deleted; with nothing left in it that loses nothing. */
async function deleteRemains(stack, job) {
	const { given, pace, state, world } = job;
	const { aws } = world;
	const remaining = await aws.stacks.resources(stack.id);
	const { name } = stack;
	if (remaining.length > 0) return failed(`Stack ${name} is ROLLBACK_COMPLETE and still has resources: ${remaining.map(({ logicalId }) => logicalId).join(", ")}.`, "It can only be deleted. Check that these resources are not needed, run the job with mode: delete, and then run it again.", aws.region, stack);
	if (isPreview(job) || given["no-execute-changeset"]) return failed(`Stack ${name} is ROLLBACK_COMPLETE, the remains of a creation that failed; it would be deleted and created anew.`, `${changedSoFar(job)} Run with mode: apply and without no-execute-changeset, or delete the stack first.`, aws.region, stack);
	world.progress.report({
		type: "note",
		text: `Stack ${name} is ROLLBACK_COMPLETE and has no resources left; it is deleted and created anew.`
	});
	const known = new Set((await aws.stacks.events(stack.id, /* @__PURE__ */ new Set())).map(({ id }) => id));
	await aws.stacks.deleteStack(stack.id);
	const result = await followStack(stack.id, known, void 0, pace, world);
	const { value } = result;
	if (result.kind === "timedOut") return timedOut(name, given["wait-for-minutes"], aws.region, await unfinished(value, world));
	if (value.stack !== void 0 && value.stack.status !== "DELETE_COMPLETE") return operationFailed(value, name, aws.region, []);
	state.done.push(`The empty remains of stack ${name} were deleted.`);
}

// packages/steps/lib/deploy-stack/live-color.js
/**
* The colour that production's listener serves now, when the stack has such a listener and two target groups; `both`
* while a deployment shifts traffic. CloudFormation would otherwise write the colour of its last update back.
*/
async function liveColor(stack, world) {
	const { ProductionListenerArn: listenerArn, BlueTargetGroupArn: blue, GreenTargetGroupArn: green } = stack.outputs;
	if (!listenerArn || !blue || !green) return void 0;
	const listener = await world.aws.loadBalancing.listener(listenerArn);
	if (listener === void 0) return void 0;
	const groups = served(listener);
	if (groups.has(blue) && groups.has(green)) return "both";
	if (groups.has(blue)) return "blue";
	return groups.has(green) ? "green" : void 0;
}

// packages/steps/lib/deploy-stack/traffic.js
/**
* A way to look for deployments; the resources that deploy the stack's services are found once, and only when the template
* has such resources: other stacks need no right to list theirs.
*/
async function deploymentLook(stack, template, world) {
	const deploys = ENGINE_RESOURCE_TYPES.some((type) => template.types.has(type));
	return await stackDeployments(world, {
		name: stack.name,
		outputs: stack.outputs,
		resources: async () => deploys ? await world.aws.stacks.resources(stack.id) : []
	});
}
/**
* Looks whether a deployment runs, and which colour serves. A stack update during a deployment writes the listeners of its
* own last update back: users, or a gate on the test listener, would reach the wrong tasks.
*/
async function trafficOf(stack, look, world) {
	const running = await look();
	if (running !== void 0) return {
		kind: "moving",
		...running
	};
	const color = await liveColor(stack, world);
	if (color !== "both") return {
		kind: "resting",
		color
	};
	return {
		kind: "moving",
		what: `Production of stack ${stack.name} is served by both target groups: a deployment is shifting traffic.`,
		fix: "Run the job again when the deployment has ended; an update could turn traffic back."
	};
}

// packages/steps/lib/deploy-stack/apply.js
/** The parameter by which the bundled template knows the target group that serves. */
const COLOR = "LiveColor";
/** Creates or updates the stack, or shows what that would do. */
async function apply(template, ownParameters, job) {
	const { world } = job;
	const { name } = job.given;
	const others = await parametersFrom(job.given["parameters-from"], name, template.parameters, ownParameters, world);
	const given = new Map([...others, ...ownParameters]);
	const now = await settled(job);
	if (now.kind === "ended") return now.outcome;
	const free = await updatable(now.stack, job);
	if (free.kind === "ended") return free.outcome;
	const { stack } = free;
	const exists = stack !== void 0 && stack.status !== "REVIEW_IN_PROGRESS";
	const overrides = new Map([...given].map(([one, { value }]) => [one, value]));
	const ids = await repositoryIds(template.parameters, overrides, exists ? stack : void 0, world);
	const { missing, parameters } = parametersOf(template.parameters, new Map([...ids, ...overrides]), exists ? stack.parameters : {});
	if (missing.length > 0) throw new ConfigurationError(missing.map((one) => ({
		what: `Input parameter-overrides: the template's parameter ${one} has no default and was not given.`,
		fix: `Add ${one}=VALUE.`
	})));
	job.state.stack = stack;
	const look = exists ? await lookingAt(stack, template, job) : async () => void 0;
	const traffic = await look();
	if (traffic?.kind === "moving") {
		if (!isPreview(job)) return failed(traffic.what, `${changedSoFar(job)} ${traffic.fix}`, world.aws.region, stack);
		world.progress.report({
			type: "warning",
			what: `${traffic.what} mode: apply would be refused now.`
		});
	}
	const color = traffic?.kind === "resting" ? traffic.color : void 0;
	const wished = given.get(COLOR);
	if (color !== void 0 && wished !== void 0 && wished.value !== color) throw new ConfigurationError({
		what: `Parameter ${COLOR} is ${wished.value}, but production is served by ${color}.`,
		fix: `Remove ${COLOR}: this action reads it from the listener.`,
		place: wished.place
	});
	const all = color === void 0 ? parameters : new Map([...parameters, [COLOR, color]]);
	const request = {
		name,
		exists,
		template: template.text,
		parameters: all,
		capabilities: job.given.capabilities,
		roleArn: job.given["role-arn"],
		tags: job.given.tags
	};
	const basis = {
		template,
		changed: changedParameters(all, exists ? stack.parameters : {}),
		whereIs: (one) => placeOf(given, one)
	};
	const first = await judge(await createChangeSet(request, job), basis, stack, job);
	if (first.kind === "ended") return first.outcome;
	warnOfUnused(first.changeSet.changes, job);
	if (job.given["no-execute-changeset"]) return await leave(first, stack, job);
	if (stack === void 0 || color === void 0 || stack.parameters["LiveColor"] === color) return await execute(first.changeSet, stack, job, look);
	await discard(first.changeSet, world);
	delete job.state.changeSet;
	const refusal = await tellColor(stack, color, request, basis, job, look);
	if (refusal !== void 0) return refusal;
	const told = await world.aws.stacks.describe(name) ?? stack;
	const second = await judge(await createChangeSet(request, job), basis, told, job);
	return second.kind === "ended" ? second.outcome : await execute(second.changeSet, told, job, look);
}
/** Warns of permissions that the change set has no use for. */
function warnOfUnused(changes, { given, world }) {
	for (const what of unusedPermissions(changes, permissionsOf(given))) world.progress.report({
		type: "warning",
		what
	});
}
async function leave({ changeSet }, stack, { given, state, world }) {
	delete state.changeSet;
	const { changes, name } = changeSet;
	return unchanged(`Change set ${name} with ${countOf(changes)} waits in stack ${given.name}. Execute it with change-set: ${name}.`, stack ?? await world.aws.stacks.describe(given.name), changes, name);
}
/** A way to look at the traffic of a stack again and again; what deploys it is looked up once. */
async function lookingAt(stack, template, { world }) {
	const look = await deploymentLook(stack, template, world);
	const knowsColor = template.parameters.some((one) => one.name === COLOR);
	return async () => {
		const traffic = await trafficOf(stack, look, world);
		return traffic.kind === "resting" && !knowsColor ? {
			kind: "resting",
			color: void 0
		} : traffic;
	};
}
/**
* Tells the stack which colour serves, by an update of that alone: a failed update goes back to the parameters of the
* update before, so the live colour has to be among those.
* @returns how the run ends when that fails
*/
async function tellColor(stack, color, request, basis, job, look) {
	const { state, world } = job;
	const present = Object.keys(stack.parameters).map((name) => [name, void 0]);
	const alone = await createChangeSet({
		...request,
		template: void 0,
		parameters: new Map([...present, [COLOR, color]]),
		tags: /* @__PURE__ */ new Map()
	}, job);
	world.progress.report({
		type: "note",
		text: `Production is served by ${color}; telling the stack so first.`
	});
	if (alone.kind === "empty") {
		await discard(alone, world);
		return;
	}
	const judged = await judge(alone, {
		...basis,
		changed: /* @__PURE__ */ new Set([COLOR])
	}, stack, job);
	if (judged.kind === "ended") return judged.outcome;
	const outcome = await execute(judged.changeSet, stack, job, async () => {
		const traffic = await look();
		if (traffic?.kind !== "resting" || traffic.color === color) return traffic;
		return {
			kind: "moving",
			what: `Production of stack ${stack.name} was served by ${color} a moment ago and is served by ${traffic.color ?? "neither target group"} now.`,
			fix: "Run the job again."
		};
	});
	if (outcome.kind !== "succeeded") return outcome;
	state.done.push(`Stack ${stack.name} was told that ${color} serves production (${COLOR}=${color}).`);
}
/** Names of the parameters that get another value than the stack has. The value of a NoEcho parameter can't be compared. */
function changedParameters(parameters, present) {
	return new Set([...parameters].filter(([name, value]) => value !== void 0 && value !== present[name]).map(([name]) => name));
}
/** ` (production.yml:3:1)` */
function placeOf(given, parameter) {
	const found = given.get(parameter);
	return found === void 0 ? "" : ` (${formatPlace(found.place)})`;
}

// packages/steps/lib/deploy-stack/bundled-templates.js
/** Templates that lie beside the action, by the word that input `template` names them with. */
const FILES = {
	/** Everything that one web service needs; used without the input. */
	default: "template.json",
	/** One more service, beside that one. */
	service: "service.yml"
};
/**
* The bundled template that input `template` names; undefined when it is the path of a file. A file of that name is reached
* as `./service`.
*/
function bundledOf(template) {
	if (template === void 0) return {
		file: FILES.default,
		words: "the bundled template"
	};
	return template === "service" ? {
		file: FILES.service,
		words: "the bundled template for one more service"
	} : void 0;
}

// packages/steps/lib/deploy-stack/keeping.js
/**
* Price of keeping a resource: list prices of us-east-1 in USD before tax, as of 2026, an estimate. Other Regions cost up to
* a quarter more.
*/
const COSTS = {
	"AWS::Backup::BackupVault": "about 0.05 per GB a month",
	"AWS::CloudFront::Distribution": "nothing without requests",
	"AWS::DynamoDB::Table": "about 0.25 per GB a month, and its provisioned capacity",
	"AWS::EC2::EIP": "about 3.65 a month",
	"AWS::EC2::NatGateway": "about 33 a month",
	"AWS::EC2::Volume": "about 0.08 per GB a month",
	"AWS::ECR::Repository": "about 0.10 per GB of images a month",
	"AWS::ECS::TaskDefinition": "nothing",
	"AWS::EFS::FileSystem": "about 0.30 per GB a month",
	"AWS::ElasticLoadBalancingV2::LoadBalancer": "about 16 a month",
	"AWS::IAM::OIDCProvider": "nothing",
	"AWS::IAM::Role": "nothing",
	"AWS::KMS::Key": "about 1 a month",
	"AWS::Logs::LogGroup": "about 0.03 per GB of logs a month, until they expire",
	"AWS::Route53::HostedZone": "about 0.50 a month",
	"AWS::S3::Bucket": "about 0.023 per GB a month",
	"AWS::S3Files::FileSystem": "the price of the bucket behind it",
	"AWS::SecretsManager::Secret": "about 0.40 a month"
};
const SNAPSHOT_COSTS = {
	"AWS::DocDB::DBCluster": "about 0.02 per GB a month",
	"AWS::EC2::Volume": "about 0.05 per GB a month",
	"AWS::ElastiCache::CacheCluster": "about 0.085 per GB a month",
	"AWS::ElastiCache::ReplicationGroup": "about 0.085 per GB a month",
	"AWS::Neptune::DBCluster": "about 0.02 per GB a month",
	"AWS::RDS::DBCluster": "about 0.02 per GB a month",
	"AWS::RDS::DBInstance": "about 0.095 per GB a month",
	"AWS::Redshift::Cluster": "about 0.023 per GB a month"
};
/** Sorts the resources of a stack by what its deletion does with them, what stays first. */
function fatesOf(resources, template) {
	const order = [
		"kept",
		"snapshot",
		"deleted"
	];
	return resources.map((resource) => {
		const policy = template.deletionPolicyOf(resource.logicalId);
		if (policy === "Retain" || policy === "RetainExceptOnCreate") return {
			resource,
			kind: "kept",
			cost: COSTS[resource.type] ?? "its ordinary price"
		};
		if (policy === "Snapshot") return {
			resource,
			kind: "snapshot",
			cost: SNAPSHOT_COSTS[resource.type] ?? "its ordinary price"
		};
		return {
			resource,
			kind: "deleted",
			cost: ""
		};
	}).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

// packages/steps/lib/deploy-stack/template.js
/**
* CloudFormation reads a text that begins with `{` as JSON, without the comments and commas at the end that other readers
* let pass.
*/
function requireJson(text, file) {
	if (!text.trimStart().startsWith("{")) return;
	try {
		JSON.parse(text);
	} catch (error) {
		const [, position = String(text.trimEnd().length)] = /at position (\d+)/.exec(error instanceof Error ? error.message : "") ?? [];
		const before = text.slice(0, Number(position)).split("\n");
		throw new ConfigurationError({
			what: `Input template: CloudFormation takes only plain JSON in a template that begins with {, and this is none.`,
			fix: "Remove the comment, the comma behind a last member or the word without quotes at this place.",
			place: {
				file,
				line: before.length,
				column: (before.at(-1) ?? "").length + 1
			}
		});
	}
}
/**
* A template that is no file of the user's: JSON is read without the places of its members, as nobody would mend them.
* The bundled template takes a tenth of the time so.
*/
function readMadeTemplate(text, file) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return readTemplate(text, file);
	}
	return templateOf(value, text, file);
}
/** @throws ConfigurationError with line and column of syntax errors */
function readTemplate(text, file) {
	const { value } = readSourceText(text, file, "kept");
	requireJson(text, file);
	return templateOf(value, text, file);
}
function templateOf(value, text, file) {
	if (!isJsonObject(value) || !isJsonObject(value["Resources"])) {
		const foreign = foreignKind(value);
		throw new ConfigurationError({
			what: `${file} is ${foreign === void 0 || foreign.kind === "template" ? "no CloudFormation template: it has no Resources" : `${foreign.name}, not a CloudFormation template`}.`,
			fix: "Give the path of a template, or leave template out for the bundled one."
		});
	}
	const parameters = isJsonObject(value["Parameters"]) ? value["Parameters"] : {};
	const resources = value["Resources"];
	return {
		text,
		file,
		parameters: Object.entries(parameters).map(([name, parameter]) => ({
			name,
			hasDefault: isJsonObject(parameter) && parameter["Default"] !== void 0,
			noEcho: isJsonObject(parameter) && textOf(parameter["NoEcho"]) === "true",
			...isJsonObject(parameter) ? constraintsOf(parameter) : { type: "String" }
		})),
		types: new Set(Object.values(resources).flatMap((one) => isJsonObject(one) && typeof one["Type"] === "string" ? [one["Type"]] : [])),
		parametersOf: (resource, property) => parametersIn(value, resource, property),
		familyOf: (resource) => {
			const declared = resources[resource];
			const properties = isJsonObject(declared) ? declared["Properties"] : void 0;
			const named = isJsonObject(properties) ? properties["TaskDefinition"] : void 0;
			const text = isJsonObject(named) ? named["Fn::Sub"] : named;
			if (typeof text !== "string" || Object.hasOwn(resources, text) || Object.hasOwn(parameters, text)) return void 0;
			return text.replaceAll("${AWS::", "").includes(":") ? void 0 : text;
		},
		deletionPolicyOf: (resource) => {
			const declared = resources[resource];
			const policy = isJsonObject(declared) ? declared["DeletionPolicy"] : void 0;
			if (typeof policy === "string") return policy;
			return isJsonObject(declared) && isSavedByDefault(declared) ? "Snapshot" : "Delete";
		},
		frozenServices: frozenServices$1(resources)
	};
}
/** RDS clusters, and instances that are in none, are saved in a snapshot unless the template says otherwise. */
function isSavedByDefault(resource) {
	const properties = isJsonObject(resource["Properties"]) ? resource["Properties"] : {};
	return resource["Type"] === "AWS::RDS::DBCluster" || resource["Type"] === "AWS::RDS::DBInstance" && properties["DBClusterIdentifier"] === void 0;
}
/**
* Parameters behind a property. The reader drops the tag of a short form (`!Ref Name` reads as `Name`), so every text that
* is the name of a parameter or a condition, or holds `${Name}`, counts as a use.
*/
function parametersIn(template, resource, property) {
	const section = (name) => {
		const found = template[name];
		return isJsonObject(found) ? found : {};
	};
	const [parameters, conditions] = [section("Parameters"), section("Conditions")];
	const declared = section("Resources")[resource];
	const properties = isJsonObject(declared) && isJsonObject(declared["Properties"]) ? declared["Properties"] : {};
	const found = /* @__PURE__ */ new Set();
	const followed = /* @__PURE__ */ new Set();
	const visit = (node) => {
		if (typeof node === "string") {
			const names = [node, ...[...node.matchAll(/\$\{([A-Za-z0-9]+)\}/g)].map(([, name = ""]) => name)];
			for (const name of names) {
				if (Object.hasOwn(parameters, name)) found.add(name);
				if (!Object.hasOwn(conditions, name) || followed.has(name)) continue;
				followed.add(name);
				visit(conditions[name]);
			}
		} else if (Array.isArray(node)) for (const one of node) visit(one);
		else if (isJsonObject(node)) for (const one of Object.values(node)) visit(one);
	};
	visit(properties[property]);
	return found;
}

// packages/steps/lib/deploy-stack/delete.js
/**
* Deletes the stack, after it has shown what goes, what stays and what that costs. Without the stack's name as a
* confirmation, and while a deployment runs, it is refused.
*/
async function deleteStack(job) {
	const { given, pace, state, world } = job;
	const { aws, clock } = world;
	const { name } = given;
	const now = await settled(job);
	if (now.kind === "ended") return now.outcome;
	const { stack } = now;
	if (stack === void 0) return {
		kind: "unchanged",
		what: `There is no stack ${name} in ${aws.region}.`,
		outputs: outputsOf(void 0, void 0)
	};
	const isEmpty = stack.status === "REVIEW_IN_PROGRESS";
	const resources = isEmpty ? [] : await aws.stacks.resources(stack.id);
	const template = isEmpty ? void 0 : readMadeTemplate(await aws.stacks.template(name), `the template of ${name}`);
	const fates = template === void 0 ? [] : fatesOf(resources, template);
	const summary = sections(fates);
	const going = fates.filter(({ kind }) => kind !== "kept").length;
	const staying = fates.length - going;
	const plan = `${going} resource${going === 1 ? "" : "s"} would go, ${staying} would stay outside the stack`;
	const refuse = (what, fix) => ({
		kind: "failed",
		what,
		fix: `Nothing was changed. ${fix}`,
		findings: diagnose([]),
		outputs: outputsOf(stack, void 0),
		summary
	});
	if (isPreview(job)) return {
		kind: "unchanged",
		what: `Preview: stack ${name} would be deleted: ${plan}.`,
		outputs: outputsOf(stack, void 0),
		summary
	};
	if (given["confirm-delete"] !== name) return refuse(`Stack ${name} is deleted only with a confirmation: ${plan}.`, `Read in the summary what goes and what stays; then add confirm-delete: ${name}${given["confirm-delete"] === void 0 ? "" : ` (it is ${JSON.stringify(given["confirm-delete"])})`}.`);
	if (stack.terminationProtection && given["termination-protection"] !== "false") return refuse(`Stack ${name} can't be deleted: its termination protection is on.`, "If it may go all the same, add termination-protection: false to this run.");
	const moving = template === void 0 ? void 0 : await runningDeployment(stack, template, job);
	if (moving !== void 0) return refuse(moving.what, moving.fix);
	const known = new Set((await aws.stacks.events(stack.id, /* @__PURE__ */ new Set())).map(({ id }) => id));
	const token = `cutover-delete-${clock.now().toString(36)}-${Math.floor(clock.random() * 36 ** 6).toString(36)}`;
	world.signal.throwIfAborted();
	if (stack.terminationProtection) await aws.stacks.protect(stack.id, false);
	state.executing = true;
	await aws.stacks.deleteStack(stack.id, token);
	const result = await followStack(stack.id, known, token, pace, world);
	state.executing = false;
	const { value } = result;
	if (result.kind === "timedOut") return timedOut(name, given["wait-for-minutes"], aws.region, await unfinished(value, world));
	if (value.stack !== void 0 && value.stack.status !== "DELETE_COMPLETE") return operationFailed(value, name, aws.region, []);
	const kept = fates.filter(({ kind }) => kind === "kept").map(({ resource }) => resource.logicalId);
	return {
		kind: "succeeded",
		what: `Stack ${name} was deleted.${kept.length === 0 ? "" : ` Kept outside the stack: ${kept.join(", ")}.`}`,
		outputs: {
			...outputsOf(void 0, void 0),
			"stack-id": stack.id,
			status: "DELETE_COMPLETE"
		},
		summary
	};
}
async function runningDeployment(stack, template, { world }) {
	const traffic = await trafficOf(stack, await deploymentLook(stack, template, world), world);
	return traffic.kind === "moving" ? traffic : void 0;
}
function sections(fates) {
	const rows = (kinds) => fates.filter(({ kind }) => kinds.includes(kind));
	const stays = rows(["kept", "snapshot"]);
	const goes = rows(["deleted"]);
	return [...stays.length === 0 ? [] : [{
		kind: "table",
		title: "Stays, and costs in USD (estimate from list prices of us-east-1, 2026, before tax)",
		header: [
			"Resource",
			"Type",
			"Id",
			"Stays as",
			"Cost"
		],
		rows: stays.map(({ cost, kind, resource }) => [
			resource.logicalId,
			resource.type,
			resource.physicalId,
			kind === "kept" ? "it is" : "a snapshot",
			cost
		])
	}], ...goes.length === 0 ? [] : [{
		kind: "table",
		title: "Goes",
		header: [
			"Resource",
			"Type",
			"Id"
		],
		rows: goes.map(({ resource }) => [
			resource.logicalId,
			resource.type,
			resource.physicalId
		])
	}]];
}

// packages/steps/lib/deploy-stack/drift.js
/** Values are cut: they are to be recognised, not read. */
const LONGEST = 120;
/** Properties whose values may be secrets. */
const SECRET = /pass(word|wd|phrase)|secret|token|credential|private|api_?key/i;
/**
* Compares the stack's resources with what is live and lists every property that differs. Nothing is changed or reverted:
* CloudFormation would write the listeners of its last update back.
*/
async function showDrift(job) {
	const { given, pace, world } = job;
	const { aws, clock, signal } = world;
	const { name } = given;
	const now = await settled(job);
	if (now.kind === "ended") return now.outcome;
	const { stack } = now;
	if (stack === void 0 || !isSettled(stack.status) || stack.status === "REVIEW_IN_PROGRESS") return failed(stack === void 0 ? `There is no stack ${name} in ${aws.region}.` : `Stack ${name} was never created, so there is nothing to compare.`, `${changedSoFar(job)} Create the stack first, or correct its name.`, aws.region, stack);
	const template = readMadeTemplate(await aws.stacks.template(name), `the template of ${name}`);
	const detection = await aws.stacks.detectDrift(name);
	const result = await wait(async () => {
		const { reason, status } = await aws.stacks.driftDetection(detection);
		return status === "DETECTION_IN_PROGRESS" ? {
			state: "pending",
			reason: status
		} : {
			state: "done",
			value: {
				reason,
				status
			}
		};
	}, {
		clock,
		signal,
		deadline: pace.deadline,
		intervalMs: pace.intervalMs
	});
	if (result.kind === "timedOut") return timedOut(name, given["wait-for-minutes"], aws.region, await unfinished({
		stack,
		events: []
	}, world), void 0, "being compared with what is live");
	const { reason, status } = result.value;
	const drifts = await aws.stacks.drifts(name);
	if (status === "DETECTION_FAILED") {
		if (drifts.length === 0) return failed(`CloudFormation could not compare stack ${name} with what is live: ${reason}`, `${changedSoFar(job)} The role of the job, or of the stack, needs the rights to read the resources.`, aws.region, stack);
		world.progress.report({
			type: "warning",
			what: `Some resources could not be compared: ${reason}`
		});
	}
	const rows = drifts.flatMap((drift) => rowsOf(drift, template.frozenServices.size > 0 || template.familyOf(drift.resource) !== void 0).map((row) => ({
		...row,
		drift
	})));
	const foreign = rows.filter(({ expected }) => !expected);
	const resources = new Set(foreign.map(({ drift }) => drift.resource)).size;
	const left = rows.length - foreign.length;
	return {
		kind: "unchanged",
		what: `${foreign.length === 0 ? `Stack ${name} is as its template says.` : `Stack ${name} differs from its template in ${foreign.length} propert${foreign.length === 1 ? "y" : "ies"} of ${resources} resource${resources === 1 ? "" : "s"}.`}${left === 0 ? "" : ` ${left} difference${left === 1 ? " is" : "s are"} what a deployment leaves behind.`}`,
		outputs: {
			...outputsOf(stack, void 0),
			"has-drift": foreign.length > 0
		},
		...rows.length === 0 ? {} : { summary: [{
			kind: "table",
			title: "Drift",
			header: [
				"Resource",
				"Type",
				"Property",
				"Template",
				"Live",
				"Cause"
			],
			rows: rows.toSorted((a, b) => Number(a.expected) - Number(b.expected)).map(({ cells, drift, expected }) => [
				drift.resource,
				drift.type,
				...cells,
				expected ? "a deployment; leave it" : "changed outside the stack"
			])
		}] }
	};
}
function rowsOf({ differences, resource, status, type }, deployed) {
	if (status === "DELETED") return [{
		cells: [
			"(the resource)",
			resource,
			"deleted"
		],
		expected: false
	}];
	return differences.map(({ actual, expected, path }) => ({
		cells: [
			path,
			shown(path, expected),
			shown(path, actual)
		],
		expected: deployed && isOfDeployment(type, path)
	}));
}
/** Properties that every shift changes: the groups behind a listener or a rule, and the revision of the service. */
function isOfDeployment(type, path) {
	switch (type) {
		case "AWS::ElasticLoadBalancingV2::Listener":
		case "AWS::ElasticLoadBalancingV2::ListenerRule": return /^\/(Default)?Actions\/.*(Weight|TargetGroupArn|TargetGroups\/\d+)$/.test(path);
		case "AWS::ECS::Service": return /^\/(TaskDefinition|LoadBalancers|PlatformVersion|NetworkConfiguration|CapacityProviderStrategy|DesiredCount)(\/|$)/.test(path);
		default: return false;
	}
}
function shown(path, value) {
	if (SECRET.test(path) || SECRET.test(value)) return "(hidden)";
	return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…`;
}

// packages/steps/lib/deploy-stack/template-body.js
/**
* Bytes that CloudFormation takes as TemplateBody; a template in S3 may have 1 MB. Source: AWS CloudFormation User Guide,
* quotas.
*/
const MOST_BYTES = 51200;
/**
* The template as it goes into a request: the file itself, or when that is too large the same as compact JSON, at last
* without what CloudFormation only shows.
* @throws ConfigurationError when no form fits, or when a scalar of the file can be read in two ways
*/
function templateBody({ text, file }) {
	const size = bytesOf(text);
	if (size <= MOST_BYTES) return {
		text,
		note: void 0
	};
	const sizes = [];
	for (const texts of ["kept", "left out"]) {
		const compact = compactTemplate(text, file, texts);
		sizes.push(bytesOf(compact));
		if (bytesOf(compact) > MOST_BYTES) continue;
		return {
			text: compact,
			note: `${file} has ${size} bytes; CloudFormation takes ${MOST_BYTES} at most in a request. It is sent as compact JSON${texts === "kept" ? "" : " without the descriptions of parameters and outputs and the labels of the console"}, ${bytesOf(compact)} bytes.`
		};
	}
	throw new ConfigurationError({
		what: `Input template: ${file} has ${size} bytes, and ${sizes.at(-1) ?? size} as compact JSON; CloudFormation takes ${MOST_BYTES} at most in a request.`,
		fix: "Move resources into a second stack, whose outputs parameters-from hands to this one. Or put the file into a bucket, make the change set with aws cloudformation create-change-set --template-url, and execute it with change-set: NAME."
	});
}
function bytesOf(text) {
	return new TextEncoder().encode(text).length;
}

// packages/steps/lib/deploy-stack/reviewed.js
/** Inputs that belong to the making of a change set; one that was reviewed has them already. */
const MAKING = [
	"template",
	"parameter-overrides",
	"parameters-file"
];
/** @throws ConfigurationError for inputs that would be ignored beside `change-set` */
function requireAlone(given) {
	const beside = [
		...MAKING.filter((name) => (given[name] ?? "") !== ""),
		...given["parameters-from"].length > 0 ? ["parameters-from"] : [],
		...given.tags.size > 0 ? ["tags"] : [],
		...given["no-execute-changeset"] ? ["no-execute-changeset"] : [],
		...given.mode === "apply" || given.mode === "preview" ? [] : ["mode"]
	];
	if (beside.length === 0) return;
	throw new ConfigurationError(beside.map((name) => ({
		what: `Input ${name} stands beside change-set, which executes a change set as it was reviewed.`,
		fix: `Remove ${name}, or remove change-set to make a new one.`
	})));
}
/**
* Executes a change set that was made in an earlier run, after looking again: whether it still applies to the stack, which
* colour serves now, whether a deployment runs, and what it would replace or remove.
*/
async function executeReviewed(nameOrArn, job) {
	const { given, world } = job;
	const { aws } = world;
	const now = await settled(job);
	if (now.kind === "ended") return now.outcome;
	const { stack } = now;
	const found = stack === void 0 ? void 0 : await aws.stacks.changeSet(given.name, nameOrArn);
	if (stack === void 0 || found === void 0 || found.stack !== given.name) throw new ConfigurationError({
		what: `Input change-set: stack ${given.name} has no change set ${nameOrArn}. It was executed or deleted, or another update of the stack removed it.`,
		fix: "Make a new one with no-execute-changeset: true, and review that."
	});
	if (found.executionStatus === "EXECUTE_COMPLETE") return unchanged(`Change set ${found.name} was executed before.`, stack, found.changes);
	const stale = staleness(found, stack);
	if (stale !== void 0) return failed(stale, `${changedSoFar(job)} Make a new one with no-execute-changeset: true, and review that.`, aws.region, stack, found.changes);
	const free = await updatable(stack, job);
	if (free.kind === "ended") return free.outcome;
	const exists = stack.status !== "REVIEW_IN_PROGRESS";
	const template = readMadeTemplate(await aws.stacks.template(given.name, found.id), `change set ${found.name}`);
	const basis = {
		template,
		changed: changedParameters(new Map(Object.entries(found.parameters)), exists ? stack.parameters : {}),
		whereIs: () => ""
	};
	const look = exists ? await lookingAt(stack, template, job) : async () => void 0;
	const traffic = await look();
	if (traffic?.kind === "moving") return failed(traffic.what, `${changedSoFar(job)} ${traffic.fix}`, aws.region, stack, found.changes);
	const color = traffic?.color;
	const wanted = found.parameters[COLOR];
	if (color !== void 0 && wanted !== void 0 && wanted !== color) return failed(`Change set ${found.name} was made when ${wanted} served production; ${color} serves now. It would send all users to the target group without tasks.`, `${changedSoFar(job)} Make a new one with no-execute-changeset: true, and review that.`, aws.region, stack, found.changes);
	const ready = {
		kind: "ready",
		stack: given.name,
		name: found.name,
		type: exists ? "UPDATE" : "CREATE",
		changes: found.changes
	};
	const judged = await judge(ready, basis, stack, job, "kept");
	if (judged.kind === "ended") return judged.outcome;
	warnOfUnused(found.changes, job);
	const token = `cutover-${found.id.split("/").at(-1) ?? found.name}`;
	if (color === void 0 || stack.parameters["LiveColor"] === color) return await execute(judged.changeSet, stack, job, look, token);
	return await again(found, {
		name: given.name,
		exists,
		template: templateBody(template).text,
		parameters: new Map(template.parameters.map(({ name, noEcho }) => [name, noEcho ? void 0 : found.parameters[name]])),
		capabilities: found.capabilities,
		roleArn: given["role-arn"],
		tags: found.tags
	}, color, stack, basis, job, look);
}
/**
* The stack has to be told the live colour first, and that makes the reviewed change set obsolete. The same one is made
* anew, and executed only when its changes are those that were reviewed.
*/
async function again(reviewed, request, color, stack, basis, job, look) {
	const { world } = job;
	const refusal = await tellColor(stack, color, request, basis, job, look);
	if (refusal !== void 0) return refusal;
	const told = await world.aws.stacks.describe(stack.id) ?? stack;
	const judged = await judge(await createChangeSet(request, job), basis, told, job);
	if (judged.kind === "ended") return judged.outcome;
	const { changeSet } = judged;
	const differing = difference(reviewed.changes, changeSet.changes);
	if (differing.length > 0) {
		await discard(changeSet, world);
		delete job.state.changeSet;
		return failed(`Change set ${reviewed.name} can't be made again as it was reviewed: ${differing.join(", ")} would change in another way.`, `${changedSoFar(job)} Make a new one with no-execute-changeset: true, and review that.`, world.aws.region, told, changeSet.changes);
	}
	return await execute(changeSet, told, job, look);
}
/** Resources that two change sets treat differently, what LiveColor causes left aside. */
function difference(reviewed, made) {
	const [before, after] = [reviewed, made].map((changes) => new Map(changes.flatMap((change) => {
		const details = change.details.filter(({ causedBy }) => causedBy !== COLOR).map(({ causedBy, property, recreation }) => `${property} ${recreation} ${causedBy ?? ""}`).toSorted();
		if (change.action === "Modify" && change.details.length > 0 && details.length === 0) return [];
		return [[change.resource, [
			change.action,
			change.replacement,
			...details
		].join("\n")]];
	})));
	return [.../* @__PURE__ */ new Set([...before?.keys() ?? [], ...after?.keys() ?? []])].filter((resource) => before?.get(resource) !== after?.get(resource));
}
/** Why a change set can't be executed any more; undefined when it can. */
function staleness({ createdAt, executionStatus, name, reason, status }, stack) {
	if (status === "FAILED") return `Change set ${name} failed when it was made: ${reason}`;
	if (executionStatus === "OBSOLETE" || stack.updatedAt !== void 0 && stack.updatedAt > createdAt) return `Change set ${name} is out of date: stack ${stack.name} was updated after it was made.`;
	if (executionStatus !== "AVAILABLE") return `Change set ${name} can't be executed: it is ${status}, and its execution is ${executionStatus}.`;
}

// packages/steps/lib/deploy-stack/run.js
/** Does with the stack what the inputs ask for. */
async function run(given, world) {
	const { clock, signal } = world;
	await requireOwn(world.aws, { "Input role-arn": given["role-arn"] });
	const job = {
		given,
		world,
		pace: {
			deadline: clock.now() + given["wait-for-minutes"] * 6e4,
			intervalMs: given["poll-interval-seconds"] * 1e3
		},
		state: {
			stack: void 0,
			executing: false,
			done: []
		}
	};
	if (given["dry-run"]) world.progress.report({
		type: "note",
		text: "Input dry-run: true is the same as mode: preview."
	});
	const work = await workOf(job);
	try {
		const outcome = await protectedAfter(await work(), job);
		tellPages(outcome, world);
		return outcome;
	} catch (error) {
		if (!signal.aborted) throw error;
		const { changeSet, done, executing, stack } = job.state;
		if (changeSet !== void 0 && !executing) await discard(changeSet, world);
		return cancelled(given.name, executing, world.aws.region, stack, await stackNow(stack, world), done);
	}
}
/** Switches the termination protection as the input asks for, once the stack is as it should be. */
async function protectedAfter(outcome, job) {
	const { given, world } = job;
	const wanted = given["termination-protection"];
	if (wanted === void 0 || given.mode !== "apply" || isPreview(job) || !isSuccess(outcome)) return outcome;
	const stack = await world.aws.stacks.describe(given.name);
	if (stack === void 0 || stack.status === "REVIEW_IN_PROGRESS") return outcome;
	if (stack.terminationProtection === (wanted === "true")) return outcome;
	await world.aws.stacks.protect(stack.id, wanted === "true");
	return {
		...outcome,
		what: `${outcome.what} Its termination protection is ${wanted === "true" ? "on" : "off"} now.`
	};
}
/** Reads everything that the mode needs before the first call that could change something. */
async function workOf(job) {
	const { given, world } = job;
	if (given["change-set"] !== void 0) {
		const changeSet = given["change-set"];
		requireAlone(given);
		return async () => await executeReviewed(changeSet, job);
	}
	if (given.mode === "delete") return async () => await deleteStack(job);
	if (given.mode === "drift") return async () => await showDrift(job);
	const read = await chosenTemplate(given, world);
	const body = templateBody(read);
	if (body.note !== void 0 && bundledOf(given.template) === void 0) world.progress.report({
		type: "note",
		text: body.note
	});
	const template = {
		...read,
		text: body.text
	};
	const parameters = await readParameters({
		overrides: given["parameter-overrides"] ?? "",
		file: given["parameters-file"]
	}, template.parameters, world.files);
	for (const { name, noEcho } of template.parameters) {
		const value = parameters.get(name)?.value;
		if (noEcho && value !== void 0 && value !== "") world.mask(value);
	}
	return async () => await apply(template, parameters, job);
}
async function chosenTemplate(given, world) {
	const bundled = bundledOf(given.template);
	if (bundled === void 0) {
		const path = given.template ?? "";
		return readTemplate(await world.files.read(path, "template"), path);
	}
	if (world.bundledTemplate === void 0) throw new ConfigurationError({
		what: `Input template ${given.template === void 0 ? "was not given" : `is ${given.template}`}, and no template lies beside this action.`,
		fix: "Add template: PATH."
	});
	return readMadeTemplate(await world.bundledTemplate(bundled.file), bundled.words);
}
/** Tells where a reader sees the stack, and the application that it serves. */
function tellPages({ outputs }, { aws, progress }) {
	const id = outputs["stack-id"];
	const url = outputs["ServiceUrl"];
	if (typeof url === "string" && url !== "") progress.report({
		type: "page.known",
		page: "application",
		url
	});
	if (id !== void 0) progress.report({
		type: "page.known",
		page: "stack",
		url: consoleLink(aws.region, {
			kind: "stack",
			id
		})
	});
}

// packages/steps/lib/deploy-stack/step.js
/** Creates or updates a CloudFormation stack by a change set that is shown first. */
const deployStack = {
	name: "deploy-stack",
	inputs,
	outputs: OUTPUTS,
	run
};

export { deployStack as step };