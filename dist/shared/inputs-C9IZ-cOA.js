import { Ar as InvalidInput, Br as pairs, Er as textOf, Fr as lines, Ir as list, Jr as ConfigurationError, Lr as matching, Nr as field, Or as showLogs, Pr as flag, Sr as commonInputs, Tr as isJsonObject, Ur as text, X as command, Z as commands, br as configInputs, et as cluster, jr as choice, nt as service, q as awsWord, rn as objectsIn, rt as stack, st as tagProblem, zr as number } from "./base-D7WWzZYD.js";

// packages/steps/lib/run-migration-task/json-input.js
/** The objects of a JSON array that an input holds. The text is shown in no message: variables may stand in it. */
function jsonObjects(text, expected, fix) {
	const value = parsed(text, expected, fix);
	if (!Array.isArray(value) || !value.every(isJsonObject)) throw new InvalidInput(expected, fix, "the text");
	return value;
}
/** The JSON object that an input holds. */
function jsonObject(text, expected, fix) {
	const value = parsed(text, expected, fix);
	if (!isJsonObject(value)) throw new InvalidInput(expected, fix, "the text");
	return value;
}
/** Refuses members that ECS's API does not have: they would be dropped without a word. */
function requireMembers(what, object, kinds) {
	for (const [member, value] of Object.entries(object)) {
		const kind = Object.hasOwn(kinds, member) ? kinds[member] : void 0;
		const fix = `The members are: ${Object.keys(kinds).join(", ")}.`;
		if (kind === void 0) throw new InvalidInput(`${what} (it has a member ${member})`, fix, "the text");
		if (!fits(value, kind)) throw new InvalidInput(`${what}: ${member} is no ${kind}`, `Write ${member} as ${kind}.`, "the text");
	}
}
function fits(value, kind) {
	switch (kind) {
		case "string": return typeof value === "string";
		case "whole number": return Number.isInteger(value);
		case "boolean": return typeof value === "boolean";
		case "list": return Array.isArray(value);
		case "object": return isJsonObject(value);
	}
}
function parsed(text, expected, fix) {
	try {
		return JSON.parse(text);
	} catch {
		throw new InvalidInput(expected, fix, "the text");
	}
}

// packages/steps/lib/run-migration-task/container-overrides.js
const EXPECTED$2 = "a JSON array of container overrides";
const REMEDY$2 = "Write it like [{\"name\": \"app\", \"environment\": [{\"name\": \"LEVEL\", \"value\": \"debug\"}]}].";
/** The members of ECS's ContainerOverride. */
const MEMBERS$1 = {
	name: "string",
	command: "list",
	environment: "list",
	environmentFiles: "list",
	cpu: "whole number",
	memory: "whole number",
	memoryReservation: "whole number",
	resourceRequirements: "list"
};
/** ECS's JSON: `[{"name": "app", "command": ["node", "migrate.js"], "memory": 1024}]`. @throws InvalidInput */
function parseContainerOverrides(text) {
	if (text === "") return [];
	const overrides = jsonObjects(text, EXPECTED$2, REMEDY$2);
	const names = /* @__PURE__ */ new Set();
	for (const override of overrides) {
		requireMembers(EXPECTED$2, override, MEMBERS$1);
		const { name, command = [], environment = [] } = override;
		if (typeof name !== "string" || name === "") throw wrong("one of them has no name");
		if (names.has(name)) throw wrong(`two of them are for container ${name}`);
		names.add(name);
		if (!Array.isArray(command) || !command.every((word) => typeof word === "string")) throw wrong(`command of container ${name} is not a list of strings`);
		if (!Array.isArray(environment) || !environment.every(isVariable)) throw wrong(`environment of container ${name} is not a list of names and values`);
	}
	return overrides;
}
function isVariable(value) {
	return isJsonObject(value) && typeof value["name"] === "string" && typeof value["value"] === "string";
}
function wrong(why) {
	return new InvalidInput(`${EXPECTED$2}: ${why}`, REMEDY$2, "the text");
}
/** Every variable that the overrides set, by name: their values are hidden as those of `environment-variables` are. */
function variablesOfOverrides(overrides) {
	return new Map(overrides.flatMap(({ name, environment = [] }) => environment.map((variable) => [`${name}/${variable.name}`, variable.value])));
}
/**
* @param known names of the containers of the revision
* @param container the one that runs the commands
* @throws ConfigurationError for an override of no container, and for what another input says too
*/
function checkContainerOverrides(overrides, known, container, given) {
	const problems = [];
	for (const { name } of overrides) {
		if (known.includes(name)) continue;
		problems.push({
			what: `Input container-overrides: there is no container ${JSON.stringify(name)} in the task definition.`,
			fix: `The containers are: ${known.join(", ")}.`
		});
	}
	const own = overrides.find(({ name }) => name === container);
	if (own?.command !== void 0 && given.hasCommand) problems.push({
		what: `Input container-overrides has a command for container ${container}, and another input names one too.`,
		fix: "Keep command, or the command in container-overrides."
	});
	const twice = (own?.environment ?? []).map(({ name }) => name).filter((name) => given.variables.has(name));
	if (twice.length > 0) problems.push({
		what: `Inputs container-overrides and environment-variables both set ${twice.join(", ")} in container ${container}.`,
		fix: "Keep each variable in one of them."
	});
	if (problems.length > 0) throw new ConfigurationError(problems);
}

// packages/steps/lib/run-migration-task/ebs-volume.js
const EXPECTED$1 = "a JSON object with the settings of an EBS volume";
const REMEDY$1 = "Write it like {\"roleArn\": \"arn:aws:iam::123456789012:role/ecsInfrastructureRole\", \"sizeInGiB\": 30}.";
/** The members of ECS's TaskManagedEBSVolumeConfiguration. */
const MEMBERS = {
	encrypted: "boolean",
	filesystemType: "string",
	iops: "whole number",
	kmsKeyId: "string",
	roleArn: "string",
	sizeInGiB: "whole number",
	snapshotId: "string",
	tagSpecifications: "list",
	terminationPolicy: "object",
	throughput: "whole number",
	volumeInitializationRate: "whole number",
	volumeType: "string"
};
/** ECS's JSON: `{"roleArn": "…", "sizeInGiB": 30, "volumeType": "gp3"}`. @throws InvalidInput */
function parseEbsVolume(text) {
	const settings = jsonObject(text, EXPECTED$1, REMEDY$1);
	requireMembers(EXPECTED$1, settings, MEMBERS);
	if (!/^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/.test(textOf(settings["roleArn"]))) throw new InvalidInput(`${EXPECTED$1}: roleArn is not the ARN of a role`, REMEDY$1, "the text");
	if (settings["sizeInGiB"] === void 0 && settings["snapshotId"] === void 0) throw new InvalidInput(`${EXPECTED$1}: it has neither sizeInGiB nor snapshotId`, REMEDY$1, "the text");
	return settings;
}
/**
* The volume for the task, as two inputs and the revision say.
* @throws ConfigurationError where they don't fit
*/
function chosenVolume(name, settings, definition) {
	const refuse = (what, fix) => {
		throw new ConfigurationError({
			what,
			fix
		});
	};
	const atLaunch = objectsIn(definition["volumes"]).filter((volume) => volume["configuredAtLaunch"] === true).map((volume) => textOf(volume["name"]));
	if (name === void 0 && settings === void 0) return atLaunch.length === 0 ? void 0 : refuse(`Input managed-ebs-volume was not given, and volume ${atLaunch.join(", ")} of the task definition is configured at launch.`, `Add managed-ebs-volume-name: ${atLaunch[0]} and managed-ebs-volume.`);
	if (name === void 0 || settings === void 0) {
		const missing = name === void 0 ? "managed-ebs-volume-name" : "managed-ebs-volume";
		return refuse(`Input ${missing} was not given; a volume takes its name and its settings.`, `Add ${missing}.`);
	}
	if (!atLaunch.includes(name)) return refuse(`Input managed-ebs-volume-name: no volume ${JSON.stringify(name)} of the task definition is configured at launch.`, atLaunch.length === 0 ? "Give the volume of the task definition configuredAtLaunch: true, and nothing beside its name." : `Write managed-ebs-volume-name: ${atLaunch[0]}.`);
	return {
		name,
		settings
	};
}

// packages/steps/lib/run-migration-task/task-tags.js
const EXPECTED = "a list of tags";
const REMEDY = "Write one KEY=value a line, or JSON like [{\"key\": \"team\", \"value\": \"shop\"}].";
/** Maximum number of tags on a task (ECS RunTask, `tags`). */
const MOST = 50;
const { parse: parsePairs } = pairs();
/** Reads tags from lines of `KEY=value`, or from a JSON array as ECS has it. @throws InvalidInput */
function parseTags(text) {
	const tags = text.trimStart().startsWith("[") ? fromJson(text) : parsePairs(text);
	if (tags.size > MOST) throw new InvalidInput(`${EXPECTED}: ECS takes ${MOST}`, "Remove some.", "the text");
	for (const [key, value] of tags) {
		const problem = tagProblem(key, value);
		if (problem !== void 0) throw new InvalidInput(`${EXPECTED}: ${problem.what}`, problem.fix, "the text");
	}
	return tags;
}
function fromJson(text) {
	const tags = /* @__PURE__ */ new Map();
	for (const { key, value = "", ...rest } of jsonObjects(text, EXPECTED, REMEDY)) {
		if (typeof key !== "string" || typeof value !== "string" || Object.keys(rest).length > 0) throw new InvalidInput(EXPECTED, REMEDY, "the text");
		if (tags.has(key)) throw new InvalidInput(`${EXPECTED}: ${key} stands there twice`, REMEDY, "the text");
		tags.set(key, value);
	}
	return tags;
}

// packages/steps/lib/run-migration-task/inputs.js
/** Inputs of run-migration-task; the contract is its `action.yml`. */
const inputs = {
	stack: stack(),
	cluster: cluster(),
	service: service(),
	"task-definition-arn": matching({
		aliases: ["task-definition", "task-definition-family"],
		pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]{1,255}(:\d+)?$/,
		expected: "the ARN of a task definition revision",
		example: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:7 (the output of register-taskdef), app:7, or app for its newest revision; a file is registered with actions/register-taskdef first"
	}),
	/** The service's present revision, for a command that belongs to no release. */
	base: choice(["service"], {}),
	"task-definition-revision": number({
		min: 1,
		max: 0x7fffffff,
		integer: true
	}),
	"container-name": text({ aliases: ["override-container", "container"] }),
	command: command(),
	commands: commands(),
	/** One argument a line. */
	"override-container-command": lines(),
	"environment-variables": pairs({ aliases: ["override-container-environment"] }),
	"container-overrides": field(parseContainerOverrides, {
		aliases: ["run-task-container-overrides"],
		default: "",
		form: { kind: "json" }
	}),
	tags: field(parseTags, {
		aliases: ["run-task-tags"],
		default: "",
		form: { kind: "pairs" }
	}),
	"managed-ebs-volume-name": text({ aliases: ["run-task-managed-ebs-volume-name"] }),
	"managed-ebs-volume": field(parseEbsVolume, {
		aliases: ["run-task-managed-ebs-volume"],
		form: { kind: "json" }
	}),
	subnets: list({ aliases: ["run-task-subnets", "subnet-ids"] }),
	"security-groups": list({ aliases: ["run-task-security-groups", "security-group-ids"] }),
	"assign-public-ip": choice(["ENABLED", "DISABLED"], { aliases: ["run-task-assign-public-ip"] }),
	"launch-type": awsWord([
		"FARGATE",
		"EC2",
		"EXTERNAL",
		"MANAGED_INSTANCES"
	], { aliases: ["run-task-launch-type"] }),
	"capacity-provider-strategy": field(parseStrategy, {
		aliases: ["run-task-capacity-provider-strategy"],
		form: { kind: "json" }
	}),
	"platform-version": text(),
	"started-by": matching({
		aliases: ["run-task-started-by"],
		pattern: /^(?!cutover\/)[\w/-]{1,128}$/,
		expected: "up to 128 letters, digits, -, / and _, not beginning with cutover/",
		example: "release/42"
	}),
	"job-key": field(parseKey, { default: "${{ strategy.job-index }}-${{ job.check_run_id }}" }),
	"on-running": choice(["wait", "fail"], { default: "wait" }),
	snapshot: matching({
		pattern: /^(arn:aws[\w-]*:rds:[\w-]+:\d{12}:(db|cluster):)?[A-Za-z](-?[A-Za-z0-9])*$/,
		expected: "the identifier or ARN of an RDS instance or cluster",
		example: "shop-production"
	}),
	"snapshot-keep": number({
		min: 1,
		max: 100,
		integer: true
	}),
	"snapshot-timeout-minutes": number({
		default: "60",
		min: .05,
		max: 1440
	}),
	maintenance: flag({ default: "false" }),
	"maintenance-page": text(),
	"retry-after-seconds": number({
		default: "60",
		min: 1,
		max: 86400,
		integer: true
	}),
	"timeout-minutes": number({
		default: "30",
		min: .05,
		max: 1440
	}),
	"start-timeout-minutes": number({
		default: "10",
		min: .05,
		max: 1440
	}),
	"poll-interval-seconds": number({
		default: "5",
		min: .05,
		max: 300
	}),
	"dry-run": flag({ default: "false" }),
	"show-logs": showLogs,
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};
/** Outside of a workflow nobody evaluates the default's expressions. */
function parseKey(value) {
	return value.includes("${{") ? "" : value;
}
/** ECS's JSON: `[{"capacityProvider": "FARGATE_SPOT", "weight": 1, "base": 0}]`. */
function parseStrategy(value) {
	const wrong = () => new InvalidInput("a JSON array of capacity providers", "Write it like [{\"capacityProvider\": \"FARGATE\", \"weight\": 1}].");
	let items;
	try {
		items = JSON.parse(value);
	} catch {
		throw wrong();
	}
	if (!Array.isArray(items) || items.length === 0 || items.length > 20) throw wrong();
	return items.map((item) => {
		const { capacityProvider, weight = 0, base = 0 } = item ?? {};
		if (typeof capacityProvider !== "string" || !isCount(weight) || !isCount(base)) throw wrong();
		return {
			capacityProvider,
			weight,
			base
		};
	});
}
function isCount(value) {
	return Number.isInteger(value) && value >= 0;
}

export { variablesOfOverrides as i, chosenVolume as n, checkContainerOverrides as r, inputs as t };