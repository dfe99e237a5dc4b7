import { $n as elsewhere, $t as containerNamed, C as trusts, Er as textOf, Tn as parseSecretReference, Tr as isJsonObject, Wr as AccessDeniedError, _r as partitionOf, cr as parseImageReference, er as homeOf, in as runsOnFargate, mr as parseArn, rn as objectsIn, tn as containersOf, tr as isSameArn } from "./base-D7WWzZYD.js";
import { a as ok, n as failed, r as look, s as unknown } from "./images-tBCgZ9O_.js";

// packages/steps/lib/requirements/fill-from-serving.js
/**
* Fills in what a file leaves out and the revision that serves has: family, roles, size, network, architecture and logging,
* as a stack does it. A file for another launch type than the serving one gets family and roles only.
*/
function fillFromServing(definition, serving) {
	const compatible = definition["requiresCompatibilities"];
	const filled = [
		"family",
		"executionRoleArn",
		"taskRoleArn",
		...Array.isArray(compatible) && !runsOnFargate(definition) && runsOnFargate(serving) ? [] : [
			"networkMode",
			"requiresCompatibilities",
			"cpu",
			"memory",
			"runtimePlatform",
			"ephemeralStorage"
		]
	].filter((name) => definition[name] === void 0 && serving[name] !== void 0);
	const containers = containersOf(definition).map((container) => {
		const name = textOf(container["name"]);
		const logging = containerNamed(serving, name)?.["logConfiguration"];
		if (container["logConfiguration"] !== void 0 || !isAwsLogs(logging)) return container;
		filled.push(`logConfiguration of ${name}`);
		return {
			...container,
			logConfiguration: logging
		};
	});
	return {
		definition: {
			...definition,
			...Object.fromEntries(filled.flatMap((name) => name in serving ? [[name, serving[name] ?? null]] : [])),
			...Array.isArray(definition["containerDefinitions"]) ? { containerDefinitions: containers } : {}
		},
		filled
	};
}
/** Other drivers may need a log router that the file does not have. */
function isAwsLogs(logging) {
	return isJsonObject(logging) && logging["logDriver"] === "awslogs";
}

// packages/steps/lib/requirements/fill-from-stack.js
/** Fills in what the file leaves out and the stack knows: family, roles, size, network, architecture and logging. */
function fillFromStack(definition, environment, region) {
	const { cpuArchitecture, logGroup } = environment;
	const compatible = definition["requiresCompatibilities"];
	const elsewhere = Array.isArray(compatible) && !compatible.includes("FARGATE");
	const defaults = {
		family: environment.taskFamily,
		executionRoleArn: environment.executionRoleArn,
		taskRoleArn: environment.taskRoleArn,
		networkMode: elsewhere ? void 0 : "awsvpc",
		requiresCompatibilities: ["FARGATE"],
		cpu: environment.taskCpu,
		memory: environment.taskMemory,
		runtimePlatform: cpuArchitecture === void 0 ? void 0 : {
			cpuArchitecture,
			operatingSystemFamily: "LINUX"
		}
	};
	const known = Object.entries(defaults).filter(([, value]) => value !== void 0);
	return {
		...Object.fromEntries(known),
		...definition,
		containerDefinitions: containersOf(definition).map((container) => logGroup === void 0 ? container : withLogging(container, logGroup, region))
	};
}
function withLogging(container, group, region) {
	const own = container["logConfiguration"];
	if (isJsonObject(own) && own["logDriver"] !== "awslogs") return container;
	const options = isJsonObject(own) && isJsonObject(own["options"]) ? own["options"] : {};
	return {
		...container,
		logConfiguration: {
			...isJsonObject(own) ? own : { logDriver: "awslogs" },
			options: {
				"awslogs-group": group,
				"awslogs-region": region,
				"awslogs-stream-prefix": "ecs",
				...options
			}
		}
	};
}

// packages/steps/lib/requirements/log-groups.js
/** Every log group that containers write to is there, or is made by the driver. */
async function checkLogGroups(definition, aws) {
	const looks = /* @__PURE__ */ new Map();
	const checks = containersOf(definition).flatMap((container, index) => {
		const logging = container["logConfiguration"];
		if (!isJsonObject(logging) || logging["logDriver"] !== "awslogs") return [];
		const options = isJsonObject(logging["options"]) ? logging["options"] : {};
		const group = textOf(options["awslogs-group"]);
		const region = textOf(options["awslogs-region"]) || aws.region;
		if (group === "") return [];
		const created = textOf(options["awslogs-create-group"]) === "true";
		const key = JSON.stringify([
			group,
			region,
			created
		]);
		const found = looks.get(key) ?? (created ? Promise.resolve(ok(`log group ${group} is made by the log driver if it is not there`)) : look(async () => await findGroup(group, region, aws)));
		looks.set(key, found);
		return [async () => ({
			item: `log group of container ${textOf(container["name"])}`,
			path: [
				"containerDefinitions",
				index,
				"logConfiguration",
				"options",
				"awslogs-group"
			],
			...await found
		})];
	});
	return await Promise.all(checks.map(async (check) => await check()));
}
async function findGroup(group, region, aws) {
	const partition = partitionOf(region);
	if (partition !== aws.partition) return failed(`awslogs-region ${region} is of partition ${partition}, and the tasks run in partition ${aws.partition}`, "Correct awslogs-region.");
	if (await aws.logGroups.exists(group, region)) return ok(`log group ${group} is there`);
	return failed(`there is no log group ${group} in ${region}, and without it no task starts`, `Create it (aws logs create-log-group --log-group-name ${group} --region ${region}), correct awslogs-group or awslogs-region, or add awslogs-create-group: "true".`);
}

// packages/steps/lib/requirements/role-needs.js
/** Everything that ECS does with the execution role before a container starts. */
function executionNeeds(definition, uses, looks, home) {
	return [...containersOf(definition).flatMap((container, index) => {
		const path = ["containerDefinitions", index];
		return [
			...imageNeeds(container, path, home),
			...logNeeds(container, path, home),
			...fileNeeds(container, path, home)
		];
	}), ...uses.flatMap((use) => secretNeeds(use, looks, home))];
}
function imageNeeds(container, path, { account, partition, region }) {
	const reference = parseImageReference(textOf(container["image"]));
	if (reference?.account === void 0) return [];
	const owner = reference.account;
	const purpose = `pull the image of container ${textOf(container["name"])}`;
	return [{
		purpose,
		path: [...path, "image"],
		actions: ["ecr:GetAuthorizationToken"],
		resources: ["*"],
		certain: true
	}, {
		purpose,
		path: [...path, "image"],
		actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
		resources: [`arn:${partition}:ecr:${reference.region ?? region}:${owner}:repository/${reference.name}`],
		certain: owner !== account
	}];
}
function logNeeds(container, path, { account, partition, region }) {
	const logging = container["logConfiguration"];
	if (!isJsonObject(logging) || logging["logDriver"] !== "awslogs") return [];
	const options = isJsonObject(logging["options"]) ? logging["options"] : {};
	const name = textOf(container["name"]);
	const group = `arn:${partition}:logs:${textOf(options["awslogs-region"]) || region}:${account}:log-group:${textOf(options["awslogs-group"])}`;
	const need = (purpose, actions, resource) => ({
		purpose,
		path: [...path, "logConfiguration"],
		actions,
		resources: [resource],
		certain: true
	});
	return [need(`write the logs of container ${name}`, ["logs:CreateLogStream", "logs:PutLogEvents"], `${group}:log-stream:${textOf(options["awslogs-stream-prefix"])}/${name}/task`), ...textOf(options["awslogs-create-group"]) === "true" ? [need(`make the log group of container ${name}, as awslogs-create-group says`, ["logs:CreateLogGroup"], `${group}:log-stream:`)] : []];
}
/** Policies of buckets often grant what a role's own do not. */
function fileNeeds(container, path, { partition }) {
	const name = textOf(container["name"]);
	return objectsIn(container["environmentFiles"]).flatMap((file, at) => {
		const arn = textOf(file["value"]);
		const [, bucket] = /^arn:[^:]+:s3:::([^/]+)\//.exec(arn) ?? [];
		if (bucket === void 0) return [];
		const need = {
			purpose: `read the environment file ${arn} of container ${name}`,
			path: [
				...path,
				"environmentFiles",
				at
			],
			certain: false
		};
		return [{
			...need,
			actions: ["s3:GetObject"],
			resources: [arn]
		}, {
			...need,
			actions: ["s3:GetBucketLocation"],
			resources: [`arn:${partition}:s3:::${bucket}`]
		}];
	});
}
function secretNeeds({ item, path, valueFrom }, looks, home) {
	const { account, partition, region } = home;
	const look = looks.get(valueFrom);
	if (look?.state === "missing" || look?.state === "deleted") return [];
	if (look?.state !== "found" && !/^(arn:|\/)/.test(valueFrom)) return [];
	const reference = parseSecretReference(valueFrom);
	const { kind, names } = reference;
	const [first = ""] = names;
	const where = `${reference.region ?? region}:${reference.account ?? account}`;
	const resource = kind === "secret" ? look?.arn ?? first : `arn:${partition}:ssm:${where}:parameter/${first.replace(/^\//, "")}`;
	const key = look?.kmsKey;
	const keyArn = key === void 0 || key.startsWith("alias/") ? void 0 : key.startsWith("arn:") ? key : `arn:${partition}:kms:${where}:key/${key}`;
	return [{
		purpose: `read the ${item}`,
		path,
		actions: [kind === "secret" ? "secretsmanager:GetSecretValue" : "ssm:GetParameters"],
		resources: [resource],
		certain: true
	}, ...keyArn?.includes(":key/") === true ? [{
		purpose: `decrypt the ${item}`,
		path,
		actions: ["kms:Decrypt"],
		resources: [keyArn],
		certain: false
	}] : []];
}

// packages/steps/lib/requirements/roles.js
/** Takes on the roles of tasks. */
const SERVICE = "ecs-tasks.amazonaws.com";
/** The roles are there, of this account, and trust ECS. */
async function checkRoles(definition, aws) {
	const named = ["executionRoleArn", "taskRoleArn"].filter((member) => typeof definition[member] === "string");
	return await Promise.all(named.map(async (member) => ({
		item: ITEMS[member],
		path: [member],
		...await look(async () => await findRole(ITEMS[member], textOf(definition[member]), aws))
	})));
}
const ITEMS = {
	executionRoleArn: "execution role",
	taskRoleArn: "task role"
};
async function findRole(item, role, aws) {
	const early = foreign(item, role, aws, void 0);
	if (early !== void 0) return early;
	let found;
	try {
		found = await aws.roles.describe(role);
	} catch (error) {
		const stranger = error instanceof AccessDeniedError ? await foreignToCaller(item, role, aws) : void 0;
		if (stranger !== void 0) return stranger;
		throw error;
	}
	if (found !== void 0 && !isSameArn(role, found.arn)) return foreign(item, role, aws, homeOf(found.arn)?.account) ?? failed(`the ${item} ${role} is not the role of that name, which is ${found.arn}`, "Correct the path in the ARN, or create the role.");
	const stranger = found === void 0 ? await foreignToCaller(item, role, aws) : void 0;
	if (stranger !== void 0) return stranger;
	if (found === void 0) return failed(`IAM has no role ${role}`, "Correct the ARN or the account of the credentials, or create the role.");
	return trusts(found, SERVICE) === false ? failed(`role ${found.name} does not trust ${SERVICE}, so no task can take it on`, `Add to its trust policy: ${JSON.stringify({
		Effect: "Allow",
		Principal: { Service: SERVICE },
		Action: "sts:AssumeRole"
	})}`) : ok(`role ${found.name} is there and trusts ${SERVICE}`);
}
async function foreignToCaller(item, role, aws) {
	return foreign(item, role, aws, (await aws.identity.caller()).account);
}
function foreign(item, role, { partition, region }, account) {
	const found = elsewhere(role, {
		partition,
		region,
		account
	});
	return found === void 0 ? void 0 : failed(`the ${item} ${role} is of ${found.part} ${found.theirs}, and the credentials are of ${found.part} ${found.ours}: ECS takes roles of its own account only`, "Name a role of this account, or use credentials of the account that the ARN names.");
}
/** The execution role is allowed what ECS does with it before a container starts. */
async function checkExecutionRole(definition, uses, looks, aws) {
	const role = textOf(definition["executionRoleArn"]);
	const arn = parseArn(role);
	if (arn === void 0) return [];
	const needs = executionNeeds(definition, uses, looks, {
		partition: arn.partition,
		region: aws.region,
		account: arn.account
	});
	const groups = /* @__PURE__ */ new Map();
	for (const need of needs) {
		const key = need.actions.join();
		groups.set(key, [...groups.get(key) ?? [], need]);
	}
	return (await Promise.all([...groups.values()].map(async (group) => await checkGroup(role, group, aws)))).flat();
}
/** Needs of the same actions are one question, and one answer for all that are refused. */
async function checkGroup(role, needs, aws) {
	const [first] = needs;
	if (first === void 0) return [];
	const resources = [...new Set(needs.flatMap((need) => need.resources))];
	let refusals = [];
	const asked = await look(async () => {
		refusals = await aws.roles.refusals(role, [{
			actions: first.actions,
			resources
		}]);
		return ok("the execution role is allowed it");
	});
	const lacking = needs.filter((need) => refusals.some(({ resource }) => need.resources.includes(resource)));
	if (lacking.length === 0) return [requirement(needs, asked)];
	return [true, false].flatMap((certain) => {
		const ones = lacking.filter((need) => need.certain === certain);
		if (ones.length === 0) return [];
		const against = refusals.filter(({ resource }) => ones.some((one) => one.resources.includes(resource)));
		return [requirement(ones, refusedTo(role, purposeOf(ones), against, certain))];
	});
}
function requirement(needs, found) {
	return {
		item: `right to ${purposeOf(needs)}`,
		path: needs[0]?.path ?? [],
		...found
	};
}
function purposeOf(needs) {
	return [...new Set(needs.map(({ purpose }) => purpose))].join(" and to ");
}
function refusedTo(role, purpose, refusals, certain) {
	const name = role.slice(role.lastIndexOf("/") + 1);
	const statement = JSON.stringify({
		Effect: "Allow",
		Action: [...new Set(refusals.map(({ action }) => action))],
		Resource: [...new Set(refusals.map(({ resource }) => resource))].map((resource) => resource.replace(/:log-stream:.*$/, ":*"))
	});
	const cause = `execution role ${name} is not allowed to ${purpose} (${[...new Set(refusals.map(({ action }) => action))].join(", ")})`;
	if (refusals.every(({ depends }) => depends.length > 0)) {
		const keys = [...new Set(refusals.flatMap(({ depends }) => depends))];
		return unknown(`whether execution role ${name} is allowed to ${purpose} depends on ${keys.join(", ")}`, "Look at the conditions of its policies.");
	}
	if (refusals.some(({ explicit }) => explicit)) return failed(`${cause}: a statement of its policies denies it`, `Remove the denial from the role ${name}.`);
	if (refusals.some(({ byBoundary }) => byBoundary)) return failed(`${cause}: its permissions boundary does not allow it`, `Add to the boundary of ${name}: ${statement}`);
	return certain ? failed(cause, `Add to the policy of ${name}: ${statement}`) : unknown(`${cause} by its own policies`, `Unless a policy of the resource allows it, add to the policy of ${name}: ${statement}`);
}

// packages/steps/lib/requirements/sentence.js
/** Words of our own that a requirement's text begins with. */
const OWN_WORD = /^(?:a|an|image|its?|log group|no|not|nothing|role|secret|subnet|task|the|there|these|this|those) /;
/** A requirement's text as a whole sentence. A name of the user at its beginning stays as it is written. */
function requirementSentence(text) {
	const first = OWN_WORD.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
	return /[.!?]$/.test(first) ? first : `${first}.`;
}

export { fillFromStack as a, checkLogGroups as i, checkExecutionRole as n, fillFromServing as o, checkRoles as r, requirementSentence as t };