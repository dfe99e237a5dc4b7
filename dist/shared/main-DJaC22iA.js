import { t as blueGreenCodedeploy } from "./step-gmOYM8Jl.js";
import { n as contradictions, t as buildPushEcr } from "./step-D-YwR0l4.js";
import { n as prepare, t as registerTaskdef } from "./step-BxvHSDbp.js";
import { n as rollBack, r as markLive, t as rollback } from "./step-C-1kVwMM.js";
import { i as maintenancePage, n as planMigration, r as planProtection, t as runMigrationTask } from "./step-B-Pv46gz.js";
import { n as requestOf, r as checkRequest, t as verifyTargetHealth } from "./step-DX61lGBG.js";
import { t as inputs } from "./inputs-CX0D6OBv.js";
import { $r as reasonOf, Er as textOf, Jr as ConfigurationError, Yr as CutoverError, dr as formatRevision, kr as isSuccess, pn as servingRevision, tn as containersOf, xr as BUILD_INPUTS } from "./base-D7WWzZYD.js";
import { a as RULED_IDS, n as check, o as takeAwayFrom, r as conclude, t as OUTPUTS$1 } from "./run-l1kEHDCA.js";
import { a as refuseDowngrade, i as readRequest, o as servedCommit, s as wantedContainer } from "./after-kill-BxLwP0Z-.js";
import { t as inputs$1 } from "./inputs-BBWYVgMx.js";
import { t as inputs$2 } from "./inputs-BQELbPYT.js";
import { r as probeInputs, t as inputs$3 } from "./inputs-W80Y9PUa.js";
import { t as inputs$4 } from "./inputs-bj82HIRO.js";
import { t as inputs$5 } from "./inputs-D8jHYmKV.js";
import { t as inputs$6 } from "./inputs-C9IZ-cOA.js";
import { t as findEnvironment } from "./find-environment-BJXpSdus.js";
import { a as fillFromStack } from "./sentence-DzVZx6Bq.js";
import { t as cleanUpAll } from "./clean-up-2m7US7l4.js";
import { t as ITEM_IDS } from "./item-CKCvo54z.js";
import { n as ENGINES } from "./engine-for-D1EozosH.js";
import { n as environmentOf, t as describeService } from "./environment-tyOuLSsV.js";

// packages/steps/lib/pipeline/outputs.js
/** Outputs of the pipeline; each value is set as soon as it is true. */
const OUTPUTS = {
	image: "string",
	digest: "string",
	/** The revision that was registered or found for this run. */
	"task-definition-arn": "string",
	/** The revision that served before. */
	"previous-task-definition-arn": "string",
	changed: "boolean",
	"migration-task-arn": "string",
	"migration-exit-code": "number",
	/** The database as it was before the migration. */
	"snapshot-id": "string",
	"deployment-id": "string",
	"codedeploy-deployment-id": "string",
	"deployment-status": "string",
	"rolled-back": "boolean",
	"rollback-deployment-id": "string",
	superseded: "boolean",
	"traffic-shifted-at": "string",
	"healthy-count": "number",
	/** Where users reach the service. */
	"service-url": "string"
};

// packages/steps/lib/pipeline/with-defaults.js
/** The whole set of a step's inputs, as if the rest had been left out under `with:`. */
function withDefaults(schema, given) {
	const values = Object.entries(schema).map(([name, { default: text, parse }]) => [name, given[name] ?? (text === void 0 ? void 0 : parse(text))]);
	return Object.fromEntries(values);
}

// packages/steps/lib/pipeline/request.js
/** Inputs that mean nothing without a migration. */
const MIGRATION_INPUTS = [
	"snapshot",
	"snapshot-keep",
	"maintenance",
	"maintenance-page"
];
/** @throws ConfigurationError when two inputs say different things, or no service is named */
function chooseImage(given) {
	const { image, digest } = given;
	const problems = [];
	if (given.stack === void 0 && given.service === void 0) problems.push({
		what: "Neither input stack nor input service was given.",
		fix: "Add stack: NAME (the CloudFormation stack), or cluster: and service:, under with: or in cutover.yml in the root of the repository (is it checked out?)."
	});
	if (image !== void 0 && digest !== void 0) problems.push({
		what: "Inputs image and digest were both given.",
		fix: "Keep image, or repository and digest."
	});
	const ready = image === void 0 ? "digest" : "image";
	if ((image ?? digest) !== void 0) for (const name of BUILD_INPUTS) {
		if (!isGiven(given[name])) continue;
		problems.push({
			what: `Inputs ${ready} and ${name} were both given.`,
			fix: `Remove ${ready} to build an image, or remove ${name} to deploy the one that is there.`
		});
	}
	for (const name of MIGRATION_INPUTS) {
		if (!given[name] || hasMigration(given)) continue;
		problems.push({
			what: `Input ${name} was given, and there is no migration.`,
			fix: `Add migration-command or migration-commands, or remove ${name}.`
		});
	}
	if (given["migration-command"] !== void 0 && given["migration-commands"].length > 0) problems.push({
		what: "Inputs migration-command and migration-commands were both given.",
		fix: "Keep migration-command for one command, or migration-commands for several, one a line."
	});
	if (problems.length > 0) throw new ConfigurationError(problems);
	if (image !== void 0) return {
		kind: "image",
		image
	};
	return digest === void 0 ? { kind: "build" } : {
		kind: "digest",
		digest
	};
}
function isGiven(value) {
	if (value === void 0) return false;
	return typeof value === "string" || ("size" in value ? value.size > 0 : value.length > 0);
}
function hasMigration(given) {
	return given["migration-command"] !== void 0 || given["migration-commands"].length > 0;
}
function buildInputs(given) {
	const { context, file, platforms, repository, stack, tag, target } = given;
	return withDefaults(inputs$2, {
		stack,
		repository,
		context,
		file,
		target,
		"build-args": given["build-args"],
		"build-contexts": given["build-contexts"],
		"secret-envs": given["secret-envs"],
		"secret-files": given["secret-files"],
		"docker-aws-credentials": given["docker-aws-credentials"],
		cache: given.cache,
		platforms,
		tag,
		"oci-layout": given["oci-layout"],
		"if-exists": given["if-exists"],
		"fail-on-severity": given["fail-on-severity"],
		"scan-timeout-minutes": given["scan-timeout-minutes"],
		"dry-run": given["dry-run"]
	});
}
/** @param image what was built, or undefined when the inputs name it */
function registerInputs(given, image) {
	const { digest, secrets } = given;
	return withDefaults(inputs$4, {
		...place(given),
		"task-definition": given["task-definition"],
		variables: given.variables,
		"container-name": given["container-name"],
		image: image ?? given.image,
		digest: image === void 0 ? digest : void 0,
		repository: image === void 0 && digest !== void 0 ? given.repository : void 0,
		"environment-variables": given["environment-variables"],
		"env-files": given["env-files"],
		secrets,
		"keep-revisions": given["keep-revisions"],
		requirements: given.preflight === "fail" ? "fail" : "warn",
		"dry-run": given["dry-run"]
	});
}
function migrateInputs(given, revision) {
	return withDefaults(inputs$6, {
		...place(given),
		"task-definition-arn": revision,
		command: given["migration-command"],
		commands: given["migration-commands"],
		"timeout-minutes": given["migration-timeout-minutes"],
		snapshot: given.snapshot,
		"snapshot-keep": given["snapshot-keep"],
		"snapshot-timeout-minutes": given["snapshot-timeout-minutes"],
		maintenance: given.maintenance,
		"maintenance-page": given["maintenance-page"],
		"retry-after-seconds": given["retry-after-seconds"],
		"job-key": given["job-key"],
		"poll-interval-seconds": given["poll-interval-seconds"],
		"dry-run": given["dry-run"]
	});
}
function deployInputs(given, revision) {
	return withDefaults(inputs$1, {
		...place(given),
		"task-definition-arn": revision,
		"codedeploy-appspec": given["codedeploy-appspec"],
		"codedeploy-deployment-config": given["codedeploy-deployment-config"],
		"auto-rollback-events": given["auto-rollback-events"],
		alarms: given.alarms,
		"ignore-alarms": given["ignore-alarms"],
		gate: given.gate,
		"gate-url": given["gate-url"],
		"gate-path": given["gate-path"],
		"gate-expect-status": given["gate-expect-status"],
		"gate-command": given["gate-command"],
		"gate-aws-credentials": given["gate-aws-credentials"],
		"gate-timeout-minutes": given["gate-timeout-minutes"],
		"wait-until": given["wait-until"],
		"wait-for-minutes": given["wait-for-minutes"],
		"max-failed-tasks": given["max-failed-tasks"],
		"on-cancel": given["on-cancel"],
		"on-active-deployment": given["on-active-deployment"],
		"wait-for-active-minutes": given["wait-for-active-minutes"],
		"suspend-auto-scaling": given["suspend-auto-scaling"],
		"allow-downgrade": given["allow-downgrade"],
		"github-token": given["github-token"],
		"poll-interval-seconds": given["poll-interval-seconds"],
		"dry-run": given["dry-run"]
	});
}
function verifyInputs(given, revision) {
	return withDefaults(inputs$3, {
		...place(given),
		"task-definition-arn": revision,
		"min-healthy": given["min-healthy"],
		consecutive: given.consecutive,
		"wait-for-minutes": given["verify-for-minutes"],
		...taken(given, probeInputs),
		alarms: given["ignore-alarms"] ? [] : given.alarms,
		"poll-interval-seconds": given["poll-interval-seconds"]
	});
}
/** @param to the revision that served before */
function rollbackInputs(given, to) {
	return withDefaults(inputs$5, {
		...place(given),
		to,
		"poll-interval-seconds": given["poll-interval-seconds"]
	});
}
/** Values of the inputs that a stage has under the same names. */
function taken(given, schema) {
	return Object.fromEntries(Object.keys(schema).map((name) => [name, given[name]]));
}
function place({ cluster, service, stack }) {
	return {
		cluster,
		service,
		stack
	};
}

// packages/steps/lib/pipeline/check-files.js
/** Stands for the image before there is one. */
const NOT_YET = "to-be-built";
/** Stands for the revision before there is one. */
const NO_REVISION = "to-be-registered:1";
/**
* Reads inputs and files of the later stages before the first stage starts: a slip in a file must not show after the
* build.
* @returns what the deployment is asked for, and what the file of the task definition says, if there is one
* @throws ConfigurationError with every problem and its place
*/
async function checkFiles(given, world) {
	const silent = {
		...world,
		progress: { report: () => void 0 }
	};
	const image = given.image === void 0 && given.digest === void 0 ? NOT_YET : void 0;
	const { definition } = await prepare(registerInputs(given, image), silent);
	const deployment = await readRequest(deployInputs(given, NO_REVISION), silent);
	checkRequest(requestOf(verifyInputs(given, NO_REVISION), void 0));
	if (image !== void 0) {
		const problems = contradictions(buildInputs(given));
		if (problems.length > 0) throw new ConfigurationError(problems);
	}
	const page = given["maintenance-page"];
	if (page !== void 0) {
		const text = await world.files.read(page, "maintenance-page");
		maintenancePage(text, page, given["retry-after-seconds"]);
	}
	return {
		definition,
		deployment
	};
}

// packages/steps/lib/pipeline/check-migration.js
/**
* Plans the migration before the build, as its stage will: container, network, database and listeners must not be refused
* once an image is built and a revision registered.
* @param definition what the file of the task definition says; without one, what serves now is taken
* @throws ConfigurationError with everything that would keep the migration from starting
*/
async function checkMigration(given, definition, world) {
	if (!hasMigration(given)) return;
	const { aws } = world;
	const environment = await findEnvironment(aws, given);
	const service = await aws.services.describe(environment.cluster, environment.service);
	const serving = service === void 0 || definition !== void 0 ? void 0 : await aws.taskDefinitions.describe(servingRevision(service));
	const revision = definition === void 0 ? serving : unregistered(environment.stack === void 0 ? definition : fillFromStack(definition, environment, aws.region));
	if (revision === void 0) return;
	const inputs = migrateInputs(given, revision.arn);
	const silent = {
		...world,
		progress: { report: () => void 0 }
	};
	planMigration(inputs, {
		environment,
		service,
		revision
	}, aws.region);
	await planProtection(inputs, {
		environment,
		service
	}, silent);
}
function unregistered(definition) {
	const family = textOf(definition["family"]);
	return {
		arn: `${family}:1`,
		family,
		revision: 1,
		status: "ACTIVE",
		definition,
		tags: /* @__PURE__ */ new Map()
	};
}

// packages/steps/lib/pipeline/stage.js
/** Remembered for a stage that has nothing left to tidy up. */
const ENDED = "ended";
/**
* Runs one step as a stage of the pipeline. What it remembers is kept under its own name, so that the pipeline's `post:`
* can hand it back, and in `remembered`. A stage that throws is tidied up at once, and an error that explains itself
* becomes its outcome.
* @throws what is a defect
*/
async function runStage(step, given, world, remembered = {}) {
	if (world.signal.aborted) return cancelled(`Cancelled before ${step.name}.`);
	const own = {
		...world,
		remember: (key, value) => {
			remembered[key] = value;
			world.remember(`${step.name}.${key}`, value);
		}
	};
	world.progress.report({
		type: "step.started",
		step: step.name
	});
	const ended = () => {
		own.remember(ENDED, "true");
	};
	try {
		const outcome = await step.run(given, own);
		if (isSuccess(outcome)) ended();
		return outcome;
	} catch (error) {
		if (await tidyUp(step, remembered, own)) ended();
		if (world.signal.aborted) return cancelled(`Cancelled during ${step.name}.`);
		if (!(error instanceof CutoverError)) throw error;
		const { findings, link, message: what, fix } = error;
		return {
			kind: "failed",
			what,
			fix,
			findings,
			outputs: {},
			...link === void 0 ? {} : { link }
		};
	}
}
async function tidyUp(step, remembered, world) {
	try {
		await step.post?.(remembered, world);
		return true;
	} catch (error) {
		const reason = reasonOf(error);
		world.progress.report({
			type: "warning",
			what: `Tidying up after ${step.name} failed: ${reason}`
		});
		return false;
	}
}
function cancelled(what) {
	return {
		kind: "cancelled",
		what,
		fix: "Run the job again; it continues from what is there.",
		findings: [],
		outputs: {}
	};
}
/**
* Lets each stage do what its own `post:` would do, whatever becomes of the others: undo what it left behind, or when it
* ended well take away what it left on purpose.
* @throws ConfigurationError with all that stays behind, when all have had their turn
*/
async function finishStages(steps, remembered, world) {
	await cleanUpAll(steps.map((step) => ({ act: async () => {
		const prefix = `${step.name}.`;
		const own = Object.fromEntries(Object.entries(remembered).filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]));
		if (Object.keys(own).length === 0) return;
		await (own[ENDED] === "true" ? step.after?.(own, world) : step.post?.(own, world));
	} })));
}

// packages/steps/lib/pipeline/journey.js
/** The stages that were run, and what they left. */
var Journey = class {
	#world;
	#stages = [];
	#remembered = /* @__PURE__ */ new Map();
	outputs = {};
	constructor(world) {
		this.#world = world;
	}
	/**
	* @param keep names of the pipeline's outputs, each with the stage's output that gives its value
	* @param quiet whether a stage that ends well is left out of the summary
	*/
	async pass(step, given, keep, { quiet = false } = {}) {
		const remembered = {};
		this.#remembered.set(step.name, remembered);
		const began = this.#world.clock.now();
		const outcome = await runStage(step, given, this.#world, remembered);
		if (quiet && isSuccess(outcome)) return outcome;
		this.#stages.push({
			name: step.name,
			kind: outcome.kind,
			headline: outcome.what,
			seconds: (this.#world.clock.now() - began) / 1e3,
			sections: outcome.summary ?? []
		});
		this.keep(Object.fromEntries(Object.entries(keep).map(([own, theirs]) => [own, outcome.outputs[theirs]])));
		return outcome;
	}
	/** Adds the values that are known. */
	keep(outputs) {
		const known = Object.entries(outputs).filter(([, value]) => value !== void 0);
		this.outputs = {
			...this.outputs,
			...Object.fromEntries(known)
		};
	}
	/** Takes away what a stage that ended well had left for those after it; tried again by `post:` when it can't be now. */
	async takeAway(step) {
		const remembered = this.#remembered.get(step.name);
		if (remembered === void 0) return;
		try {
			await step.after?.(remembered, this.#world);
		} catch (error) {
			if (!(error instanceof CutoverError)) throw error;
			this.#world.progress.report({
				type: "warning",
				what: error.message,
				fix: error.fix
			});
		}
	}
	succeeded(kind, what) {
		return {
			kind,
			what,
			outputs: this.outputs,
			summary: this.#summary()
		};
	}
	/** Ends with the trouble of a stage; `changes` say what it means for the whole. */
	stopped(trouble, changes = {}) {
		return {
			...trouble,
			...changes,
			outputs: this.outputs,
			summary: this.#summary()
		};
	}
	#summary() {
		return this.#stages.length === 0 ? [] : [{
			kind: "stages",
			stages: this.#stages
		}];
	}
};

// packages/steps/lib/pipeline/look-before.js
/**
* The image does not exist yet; the stage that waits tells the end of the credentials; what a dead runner left is taken
* away after the look.
*/
const LATER = [
	"image",
	"credentials",
	"leftovers"
];
/** Refusals of the deployment's own start, which no input turns off. */
const RULES = [
	"identity",
	"active-deployment",
	...RULED_IDS
];
/**
* The stage that looks at everything outside the image before it is built. What may not be looked at is left to the stages
* that need it. With `preflight: off` or `warn` it still ends with what the deployment's start would refuse: after the
* build and the migration it would be too late to know.
* @param definition what the file of the task definition says; without one, what serves now is looked at
*/
function lookBefore(given, definition, deployment) {
	return {
		name: "preflight",
		inputs: {},
		outputs: OUTPUTS$1,
		run: async (_, world) => {
			const off = given.preflight === "off";
			const results = await check({
				among: ENGINES,
				stack: given.stack,
				cluster: given.cluster,
				service: given.service,
				engine: deployment.engine,
				wanted: definition === void 0 ? { kind: "serving" } : {
					kind: "definition",
					from: given["task-definition"] ?? "",
					definition
				},
				container: wantedContainer(deployment),
				image: void 0,
				variables: /* @__PURE__ */ new Map(),
				skip: off ? ITEM_IDS.filter((id) => !RULES.includes(id)) : LATER,
				alarms: given["ignore-alarms"] ? [] : given.alarms.length === 0 ? void 0 : given.alarms,
				onActive: given["on-active-deployment"],
				gate: gateOf(deployment),
				waitUntil: given["wait-until"],
				waitMinutes: given["wait-for-minutes"],
				allowZeroTasks: false
			}, world);
			if (!off) {
				for (const { status, title, what } of results) if (status === "warned" || status === "unknown") world.progress.report({
					type: "note",
					text: `${title}: ${what}`
				});
			}
			const isRefused = results.some(({ refuses }) => refuses === true);
			const outcome = conclude(given.preflight === "fail" || !isRefused ? results : results.filter(({ refuses, status }) => status !== "failed" || refuses === true));
			if (given.preflight !== "fail" && outcome.kind === "failed" && !isRefused) {
				const { what: headline, fix } = outcome;
				if (!off) world.progress.report({
					type: "warning",
					what: headline,
					fix
				});
				return {
					kind: "succeeded",
					what: headline,
					outputs: outcome.outputs,
					summary: outcome.summary ?? []
				};
			}
			return outcome.kind === "succeeded" ? {
				...outcome,
				summary: []
			} : outcome;
		}
	};
}
function gateOf({ gate }) {
	return gate === void 0 ? void 0 : {
		kind: gate.kind,
		minutes: gate.minutes,
		url: gate.kind === "health" ? void 0 : gate.url
	};
}

// packages/steps/lib/pipeline/protect-image.js
/** Keeps the image that serves now, and the one before, from the lifecycle rules of their repository. */
async function protectImage(given, released, revision, world) {
	if (!given.protect) return;
	const { service } = await environmentOf(world.aws, given);
	if (released.image !== void 0) return await markLive(world, service, released.image, { isOurs: released.built });
	const registered = await world.aws.taskDefinitions.describe(revision);
	const images = containersOf(registered?.definition ?? {}).map((container) => textOf(container["image"]));
	for (const image of new Set(images)) if (released.digest !== void 0 && image.endsWith(`@${released.digest}`)) await markLive(world, service, image);
}

// packages/steps/lib/pipeline/refuse-older.js
/**
* Looks before the first stage whether a newer commit serves: the deployment would refuse the older one, but its migration
* would have run by then.
* @throws ConfigurationError when this commit is older
*/
async function refuseOlder(given, world) {
	if (given["allow-downgrade"] || world.run.commit === "") return;
	const service = await describeService(world.aws, await environmentOf(world.aws, given));
	const serving = service === void 0 ? void 0 : servingRevision(service);
	const newest = serving === void 0 ? void 0 : await servedCommit(world, serving);
	const silent = {
		...world,
		progress: { report: () => void 0 }
	};
	if (newest?.newest !== void 0) await refuseDowngrade(silent, newest.newest, given["github-token"]);
}

// packages/steps/lib/pipeline/run.js
/** Stages before the shift can't harm anybody. */
const UNTOUCHED = "Nothing was deployed: the old version serves.";
/** The fix of a stage before the shift, behind what that means for the users; the stage's own short form of it is left out. */
function untouched({ fix }) {
	return { fix: `${UNTOUCHED} ${fix.replaceAll(/(^|\s+)Nothing was (deployed|changed)\.(?=\s|$)/g, "").trim()}`.trim() };
}
/** Look before, build, register, migrate, shift, verify; ends with the first stage that does not succeed. */
async function run(given, world) {
	const source = chooseImage(given);
	const { definition, deployment } = await checkFiles(given, world);
	await refuseOlder(given, world);
	const journey = new Journey(world);
	const quiet = given.preflight === "off";
	const ready = await journey.pass(lookBefore(given, definition, deployment), {}, {}, { quiet });
	if (!given["dry-run"] && ready.kind !== "cancelled") await takeAwayFrom(world, given);
	if (!succeeded(ready)) return journey.stopped(ready, untouched(ready));
	await checkMigration(given, definition, world);
	let image;
	if (source.kind === "build") {
		const built = await journey.pass(buildPushEcr, buildInputs(given), {
			image: "image",
			digest: "digest"
		});
		if (!succeeded(built)) return journey.stopped(built, untouched(built));
		image = built.outputs.image ?? plannedImage(given, built.outputs, world);
	}
	if (source.kind === "image") journey.keep({ image: source.image });
	if (source.kind === "digest") journey.keep({ digest: source.digest });
	const registered = await journey.pass(registerTaskdef, registerInputs(given, image), {
		"task-definition-arn": "task-definition-arn",
		"previous-task-definition-arn": "previous-task-definition-arn",
		changed: "changed"
	});
	if (!succeeded(registered)) return journey.stopped(registered, untouched(registered));
	const revision = registered.outputs["task-definition-arn"];
	if (revision === void 0) return journey.succeeded("unchanged", `${registered.what} What follows needs that revision.`);
	if (hasMigration(given)) {
		const migrated = await journey.pass(runMigrationTask, migrateInputs(given, revision), {
			"migration-task-arn": "task-arn",
			"migration-exit-code": "exit-code",
			"snapshot-id": "snapshot-id"
		});
		if (!succeeded(migrated)) return journey.stopped(migrated);
	}
	return await shift(given, revision, journey, world, image ?? given.image);
}
/** The image of a dry run, which has no digest yet. */
function plannedImage({ tag }, { registry, repository }, { run: { commit } }) {
	return [registry, repository].filter(Boolean).join("/") + `:${tag ?? commit}`;
}
async function shift(given, revision, journey, world, image) {
	const deployed = await journey.pass(blueGreenCodedeploy, deployInputs(given, revision), {
		"previous-task-definition-arn": "previous-task-definition-arn",
		"deployment-id": "deployment-id",
		"codedeploy-deployment-id": "codedeploy-deployment-id",
		"deployment-status": "deployment-status",
		"rolled-back": "rolled-back",
		"rollback-deployment-id": "rollback-deployment-id",
		superseded: "superseded",
		"traffic-shifted-at": "traffic-shifted-at"
	});
	const isReadyOnly = given["wait-until"] === "ready" && succeeded(deployed);
	if (hasMigration(given) && !isReadyOnly) await journey.takeAway(runMigrationTask);
	if (!succeeded(deployed)) return journey.stopped(deployed);
	const kind = deployed.kind === "unchanged" ? "unchanged" : "succeeded";
	if (given["dry-run"] || isReadyOnly) return journey.succeeded(kind, deployed.what);
	const verified = await journey.pass(verifyTargetHealth, verifyInputs(given, revision), {
		"healthy-count": "healthy-count",
		"service-url": "service-url"
	});
	if (succeeded(verified)) {
		const built = given.image === void 0 && given.digest === void 0;
		await protectImage(given, {
			image,
			digest: given.digest,
			built
		}, revision, world);
		return journey.succeeded(kind, deployed.what);
	}
	const label = formatRevision(revision);
	if (verified.kind === "cancelled") return journey.stopped(verified, {
		what: `Cancelled: ${label} serves, its health was not proven to the end.`,
		fix: "Run verify-target-health to prove it, or rollback to go back."
	});
	const previous = deployed.outputs["previous-task-definition-arn"];
	if (kind === "unchanged" || previous === void 0) return journey.stopped(verified, {
		what: `${label} served before this run and still does. ${verified.what}`,
		fix: `This run deployed nothing, so there is nothing to take back. ${verified.fix}`
	});
	return await takeBack(given, {
		revision,
		previous,
		id: deployed.outputs["deployment-id"]
	}, verified, journey, world);
}
/**
* Users are on a version that does not prove healthy: back to the one before, unless a deployment that this run did not
* make is under way or serves by now.
*/
async function takeBack(given, { id, previous, revision }, verified, journey, world) {
	world.progress.report({
		type: "warning",
		what: `${verified.what} Going back to ${formatRevision(previous)}.`,
		inSections: true
	});
	const goBack = {
		...rollback,
		run: async (inputs, own) => await rollBack(inputs, own, (deployment) => deployment.id === id)
	};
	const back = await journey.pass(goBack, rollbackInputs(given, previous), { "rollback-deployment-id": "deployment-id" });
	const restored = isSuccess(back) && back.outputs["task-definition-arn"] === previous;
	journey.outputs = {
		...journey.outputs,
		"rolled-back": restored
	};
	if (restored) return journey.stopped(verified, {
		kind: "rolledBack",
		what: `${verified.what} Rolled back: ${formatRevision(previous)} serves.`,
		fix: "Production is on the old version. Mend the cause and deploy again."
	});
	if (back.kind === "unchanged") {
		journey.outputs = {
			...journey.outputs,
			superseded: back.outputs["task-definition-arn"] !== revision
		};
		return journey.stopped(verified, {
			kind: "failed",
			what: `${verified.what} ${back.what}`,
			fix: `A newer deployment decides what serves; watch that one. ${verified.fix}`
		});
	}
	return journey.stopped(verified, {
		kind: "failed",
		what: `${verified.what} Going back did not succeed either: ${back.what}`,
		fix: "fix" in back ? back.fix : `Check at once what serves. ${verified.fix}`,
		findings: [...verified.findings, ..."findings" in back ? back.findings : []]
	});
}
function succeeded(outcome) {
	return isSuccess(outcome);
}

// packages/steps/lib/pipeline/step.js
/** From source to verified traffic in one step: the other steps, in order, with typed values between them. */
const pipeline = {
	name: "pipeline",
	inputs,
	outputs: OUTPUTS,
	run,
	post: finish,
	after: finish
};
async function finish(remembered, world) {
	await finishStages([
		rollback,
		verifyTargetHealth,
		blueGreenCodedeploy,
		runMigrationTask,
		registerTaskdef,
		buildPushEcr
	], remembered, world);
}

export { pipeline as step };