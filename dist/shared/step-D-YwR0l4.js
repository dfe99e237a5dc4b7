import { basename, dirname, join } from "node:path";
import { t as diagnose } from "./diagnose-DWiqk3-w.js";
import { $r as reasonOf, Gr as AwsCallError, Jr as ConfigurationError, Kr as CancelledError, Tr as isJsonObject, Un as atLeast, Vn as platformOfArchitecture, Y as isTagMovable, Yr as CutoverError, lr as parseRepository, mr as parseArn, or as isRepositoryName, qr as CommandError, qt as wait, ur as isDigest, yr as redactor, zn as missingPlatforms } from "./base-D7WWzZYD.js";
import { t as cleanUpAll } from "./clean-up-2m7US7l4.js";
import { a as checkRuntime, i as checkCacheRepository, n as cacheOptions, r as cachePlace, t as inputs } from "./inputs-BQELbPYT.js";
import { t as findEnvironment } from "./find-environment-BJXpSdus.js";
import { n as protect, r as lookAtExpiry } from "./protect-BQNZ7JT-.js";
import { createHash } from "node:crypto";
import { t as lookedUp } from "./looked-up-gFxNa4wP.js";

// packages/steps/lib/build-push-ecr/build-log.js
/** Characters of a line that are read; the name of a step needs no more. */
const LONGEST = 1e3;
/** Reads the plain progress of BuildKit line by line: `#7 [2/3] RUN make`, later `#7 CACHED` or `#7 DONE 1.2s`. */
var BuildLog = class {
	#names = /* @__PURE__ */ new Map();
	#ends = /* @__PURE__ */ new Map();
	read(line) {
		const [, id, text] = /^#(\d{1,9}) (.+)$/.exec(line.slice(0, LONGEST)) ?? [];
		if (id === void 0 || text === void 0) return;
		if (text === "CACHED") {
			this.#ends.set(id, { cached: true });
			return;
		}
		const [, seconds] = /^DONE (\d+(?:\.\d+)?)s$/.exec(text) ?? [];
		if (seconds !== void 0) {
			const cached = this.#ends.get(id)?.cached === true;
			this.#ends.set(id, {
				cached,
				seconds: Number(seconds)
			});
			return;
		}
		if (!this.#names.has(id)) this.#names.set(id, text);
	}
	/** The instructions of the Dockerfile that were carried out or found in a cache, in order. */
	get steps() {
		return [...this.#names].flatMap(([id, name]) => {
			const end = this.#ends.get(id);
			return end === void 0 || !/^\[(?!internal\]|auth\])[^\]]*\d+\/\d+\]/.test(name) ? [] : [{
				name,
				...end
			}];
		});
	}
};

// packages/steps/lib/build-push-ecr/docker-arguments.js
/** The arguments of `docker` for a build with buildx that pushes; one element is one argument, nothing is quoted. */
function buildxArguments(build, metadataFile) {
	return [
		"buildx",
		"build",
		"--push",
		"--progress=plain",
		...option("--metadata-file", metadataFile),
		...option("--builder", build.builder),
		...common(build),
		...option("--platform", build.platforms.length === 0 ? void 0 : build.platforms.join(",")),
		...entries("--build-context", build.buildContexts),
		...secret(build),
		...build.cacheFrom.flatMap((from) => ["--cache-from", from]),
		...build.cacheTo.flatMap((to) => ["--cache-to", to]),
		...[...build.annotations].flatMap(([key, value]) => ["--annotation", `manifest:${key}=${value}`]),
		...exporter(build),
		`--provenance=${build.provenance}`,
		`--sbom=${build.sbom}`,
		"--",
		build.context
	];
}
/** The arguments of `docker` for a build by a client that brings BuildKit along (before 23.0), which does not push. */
function buildKitArguments(build) {
	return [
		"build",
		"--progress=plain",
		...plainBuild(build, secret(build))
	];
}
/** The arguments of `docker` for a build with the classic builder, which does not push. */
function classicArguments(build) {
	return ["build", ...plainBuild(build, [])];
}
/** Names of the inputs that only buildx understands, of those that were given. */
function needsBuildx(build) {
	return given([
		["platforms", build.platforms.length > 1],
		["build-contexts", build.buildContexts.size > 0],
		["cache or cache-from", build.cacheFrom.some((from) => from.includes("type="))],
		["cache or cache-to", build.cacheTo.length > 0],
		["provenance", build.provenance !== "false"],
		["sbom", build.sbom !== "false"],
		["builder", build.builder !== void 0]
	]);
}
/** Names of the inputs that the classic builder does not understand, of those that were given. */
function needsBuildKit(build) {
	return given([["secrets, secret-envs or secret-files", build.secrets.length > 0], ["ssh", build.ssh.length > 0]]);
}
function given(asked) {
	return [...new Set(asked.flatMap(([input, is]) => is ? [input] : []))];
}
function plainBuild(build, secrets) {
	return [
		...common(build),
		...option("--platform", build.platforms[0]),
		...secrets,
		...build.cacheFrom.flatMap((from) => ["--cache-from", from]),
		"--",
		build.context
	];
}
function common(build) {
	return [
		...build.references.flatMap((reference) => ["--tag", reference]),
		...option("--file", build.file),
		...option("--target", build.target),
		...entries("--build-arg", build.buildArgs),
		...build.secretArgs.flatMap((name) => ["--build-arg", name]),
		...entries("--label", build.labels),
		...option("--network", build.network),
		...build.noCache ? ["--no-cache"] : [],
		...build.pull ? ["--pull"] : []
	];
}
function secret(build) {
	return [...build.secrets.flatMap((one) => ["--secret", secretField(one)]), ...build.ssh.flatMap((one) => ["--ssh", one])];
}
/** Annotations exist in OCI manifests alone; with a fixed date the times in the layers are made the same too. */
function exporter({ annotations, fixedDate }) {
	const attributes = [...annotations.size > 0 ? ["oci-mediatypes=true"] : [], ...fixedDate ? ["rewrite-timestamp=true"] : []];
	return attributes.length === 0 ? [] : ["--output", ["type=image", ...attributes].join(",")];
}
function option(name, value) {
	return value === void 0 ? [] : [name, value];
}
function entries(name, map) {
	return [...map].flatMap(([key, value]) => [name, `${key}=${value}`]);
}
/** buildx reads the option as one record of CSV. */
function secretField(one) {
	const source = "variable" in one ? `env=${one.variable}` : `src=${one.path}`;
	return [`id=${one.id}`, source].map(csv).join(",");
}
function csv(value) {
	return /[",\n]/.test(value) ? `"${value.replaceAll("\"", "\"\"")}"` : value;
}

// packages/steps/lib/build-push-ecr/build.js
/** Key under which the directory with the login is remembered for `post:`. */
const DOCKER_CONFIG = "docker-config";
/** Key under which a builder that was made for one build is remembered. */
const BUILDER = "builder";
/**
* Builds and pushes with Docker, logged in through a configuration of its own that is gone afterwards.
* @param logins the registry that is pushed to, and others that may be read from
* @throws CommandError with what Docker said and the diagnosed causes
*/
async function buildAndPush(build, secrets, logins, world) {
	const { clock, docker, files, signal } = world;
	const config = dirname(await files.writeTemporary("config.json", "{}"));
	world.remember(DOCKER_CONFIG, config);
	const cwd = files.resolve(".");
	const log = new BuildLog();
	const hidden = [...secrets.hidden, ...logins.map(({ password }) => password)];
	const allowed = {
		awsCredentials: build.awsCredentials,
		names: build.secrets.flatMap((secret) => "variable" in secret ? [secret.variable] : [])
	};
	const builder = {
		world,
		config,
		cwd,
		env: secrets.values,
		hidden,
		allowed,
		log
	};
	const started = clock.now();
	try {
		await docker.open(config, logins.map(({ host }) => host));
		for (const login of logins) await docker.login(config, login.host, login, {
			cwd,
			signal
		});
		const version = await docker.buildxVersion({
			cwd,
			signal
		});
		const pushed = version === void 0 ? await withoutBuildx(build, builder) : await withBuildx(forVersion(build, version), builder);
		const seconds = (clock.now() - started) / 1e3;
		world.progress.report({
			type: "image.built",
			digest: pushed.digest,
			seconds
		});
		return {
			...pushed,
			seconds,
			steps: log.steps
		};
	} finally {
		await orWarn(world, () => docker.forget(config));
	}
}
/** Annotations came with buildx 0.12; before, the options for them would end the build. */
function forVersion(build, version) {
	const [, major, minor] = /^v?(\d+)\.(\d+)\./.exec(version) ?? [];
	return major !== void 0 && Number(major) === 0 && Number(minor) < 12 ? {
		...build,
		annotations: /* @__PURE__ */ new Map(),
		fixedDate: false
	} : build;
}
async function withBuildx(build, builder) {
	const { config, hidden, world } = builder;
	const metadataFile = join(config, "metadata.json");
	try {
		await docker(buildxArguments(build, metadataFile), builder);
	} catch (error) {
		if (!(error instanceof CommandError && error.findings.some(({ id }) => id === "buildx-cache-export-unsupported")) || build.builder !== void 0) throw error;
		await withOwnBuilder(build, metadataFile, builder);
	}
	const metadata = redactor(hidden)(await world.files.read(metadataFile, "metadata"));
	const { "containerimage.digest": digest } = JSON.parse(metadata);
	if (digest === void 0 || !isDigest(digest)) throw new CommandError("docker buildx build ended well but reported no digest.", "Use a builder that pushes (docker, docker-container, kubernetes or remote driver).", 0);
	return {
		digest,
		metadata,
		how: "docker buildx build"
	};
}
/** Docker's default builder keeps no caches elsewhere and builds for one platform: one is made that does both. */
async function withOwnBuilder(build, metadataFile, builder) {
	const { config, world } = builder;
	const name = basename(config);
	world.progress.report({
		type: "note",
		text: "Docker’s default builder can do neither caches nor several platforms: this build gets a builder of its own, which is removed afterwards"
	});
	world.remember(BUILDER, name);
	await docker([
		"buildx",
		"create",
		"--name",
		name,
		"--driver",
		"docker-container"
	], builder);
	try {
		await docker(buildxArguments({
			...build,
			builder: name
		}, metadataFile), builder);
	} finally {
		await orWarn(world, () => removeBuilder(name, config, world));
	}
}
/** `post:`: removes the login of a killed step, and its builder. The saved state alone names nothing to delete. */
async function forgetAfterKill(remembered, world) {
	const config = remembered[DOCKER_CONFIG];
	if (config === void 0 || !await world.files.isOwnFolder(config)) return;
	const name = basename(config);
	await cleanUpAll([{ act: async () => {
		if (remembered[BUILDER] === name) await removeBuilder(name, config, world);
	} }, { act: () => world.docker.forget(config) }]);
}
/** Longest removal of a builder. `post:` has no limit of its own, and a Docker engine that hangs never answers. */
const REMOVAL_MS = 6e4;
/** buildx's error when there is no builder of the name. */
const NO_BUILDER = /\bno builder\b.*\bfound\b/;
/**
* Removes a builder that was made for one build; it keeps nothing that a later job needs. A builder that was never made is
* no fault.
* @throws ConfigurationError that names the builder which stays
*/
async function removeBuilder(name, config, world) {
	const end = new AbortController();
	const over = new AbortController();
	const args = [
		"buildx",
		"rm",
		"--force",
		name
	];
	limit(world, end, over.signal);
	let reason;
	try {
		const cwd = world.files.resolve(".");
		const { exitCode, tail } = await world.docker.run({
			args,
			config,
			cwd,
			signal: end.signal
		});
		if (exitCode === 0 || NO_BUILDER.test(tail.join(" "))) return;
		reason = `docker buildx rm failed with exit code ${exitCode}: ${lastError(tail)}`;
	} catch (error) {
		reason = reasonOf(error);
	} finally {
		over.abort();
	}
	const container = `buildx_buildkit_${name}0`;
	throw new ConfigurationError({
		what: `Builder ${name}, which was made for this build, stays on the runner: ${reason}`,
		fix: `To remove it: docker rm --force ${container} && docker volume rm ${container}_state`
	});
}
async function limit({ clock }, end, over) {
	try {
		await clock.sleep(REMOVAL_MS, over);
		end.abort(new CancelledError(`docker buildx rm did not end within ${REMOVAL_MS / 1e3} s.`));
	} catch {}
}
/** Tidies up at the end of a step whose outcome does not depend on it. */
async function orWarn({ progress }, act) {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		progress.report({
			type: "warning",
			what: error.message,
			fix: error.fix
		});
	}
}
async function withoutBuildx(build, builder) {
	const { cwd, world } = builder;
	const ownBuildKit = await world.docker.hasOwnBuildKit({
		cwd,
		signal: world.signal
	});
	const needed = [...needsBuildx(build), ...ownBuildKit ? [] : needsBuildKit(build)];
	if (needed.length > 0) throw new ConfigurationError({
		what: `Docker on this runner has no buildx, which ${needed.join(", ")} ${needed.length === 1 ? "needs" : "need"}.`,
		fix: `Run docker/setup-buildx-action before this step, or remove ${needed.join(", ")}.`
	});
	const how = ownBuildKit ? "docker build with BuildKit" : "docker build (the classic builder)";
	world.progress.report({
		type: "warning",
		what: `Docker on this runner has no buildx: ${how} is used, and docker push.`,
		fix: "docker/setup-buildx-action installs buildx."
	});
	const plain = {
		...builder,
		env: {
			...builder.env,
			DOCKER_BUILDKIT: ownBuildKit ? "1" : "0"
		}
	};
	await docker(ownBuildKit ? buildKitArguments(build) : classicArguments(build), plain);
	let digest;
	for (const reference of build.references) {
		const lines = await docker([
			"push",
			"--",
			reference
		], plain);
		digest = /\bdigest: (sha256:[0-9a-f]{64})/.exec(lines.join("\n"))?.[1] ?? digest;
	}
	if (digest === void 0 || !isDigest(digest)) throw new CommandError("docker push ended well but reported no digest.", "Run docker/setup-buildx-action before this step, so that buildx pushes.", 0);
	return {
		digest,
		how
	};
}
async function docker(args, { world, allowed, config, cwd, env, hidden, log }) {
	const { clock, docker, progress, showLogs, signal } = world;
	const unquoted = showLogs === "none";
	const what = `docker ${args[0] === "buildx" ? `buildx ${args[1] ?? ""}` : args[0] ?? ""}`;
	progress.report({
		type: "group.started",
		title: what
	});
	progress.report({
		type: "command.started",
		file: "docker",
		args
	});
	try {
		const { exitCode, tail } = await docker.run({
			args,
			config,
			cwd,
			env,
			secrets: hidden,
			allowed,
			signal,
			onLine: (text) => {
				if (text.trim() === "") return;
				log.read(text);
				progress.report({
					type: "log.line",
					source: "docker",
					text,
					timestamp: clock.now()
				});
			}
		});
		if (exitCode === 0) return tail;
		throw new CommandError(`${what} failed with exit code ${exitCode}${unquoted ? "." : `: ${lastError(tail)}`}`, unquoted ? "Run the same command on your machine, or set show-logs: redacted and read the build’s output." : "Read the build’s output above; run the same command on your machine.", exitCode, { findings: diagnose([{
			source: "docker build",
			text: tail.join("\n"),
			unquoted
		}]) });
	} finally {
		progress.report({ type: "group.ended" });
	}
}
/** The line that says what went wrong: buildx repeats it at the end after `ERROR:`. */
function lastError(tail) {
	const spoken = tail.filter((line) => line.trim() !== "");
	return spoken.findLast((line) => /\berror\b|\bdenied\b|\bfailed\b/i.test(line)) ?? spoken.at(-1) ?? "it said nothing";
}

// packages/steps/lib/build-push-ecr/image-outputs.js
/** Outputs of `build-push-ecr`; an unknown value is left out. */
const OUTPUTS = {
	/** URI by digest; empty in another job when the account id is masked, unlike the parts below. */
	image: "string",
	/** `team/app`, free of the account id. */
	repository: "string",
	/** `123456789012.dkr.ecr.us-east-1.amazonaws.com` */
	registry: "string",
	/** Account of the registry: that of the credentials, unless `repository` names another one's. */
	"aws-account-id": "string",
	digest: "string",
	tag: "string",
	/** Separated by commas. */
	tags: "string",
	/** Separated by commas. */
	platforms: "string",
	"image-existed": "boolean",
	/** JSON: what buildx wrote, or digest and descriptor of a pushed layout. */
	metadata: "string",
	/** Digest of the image's configuration; absent for an index. */
	imageid: "string"
};
/** The outputs about a repository, also where no image came into it. */
function repositoryOutputs({ account, name, registry }) {
	return {
		repository: name,
		registry,
		...account === "" ? {} : { "aws-account-id": account }
	};
}
/** The outputs about an image that is in the registry. */
function imageOutputs(repository, image, about) {
	const { digest, manifest } = image;
	const { uri } = repository;
	const { tag, tags, platforms, existed, metadata } = about;
	return {
		image: `${uri}@${digest}`,
		...repositoryOutputs(repository),
		digest,
		...tag === void 0 ? {} : { tag },
		tags: tags.join(","),
		platforms: platforms.join(","),
		"image-existed": existed,
		metadata: metadata ?? JSON.stringify({ "containerimage.digest": digest }),
		...manifest.kind === "image" ? { imageid: manifest.config.digest } : {}
	};
}

// packages/steps/lib/build-push-ecr/content-tag.js
/** Begins tags that say what was built. */
const PREFIX = "content-";
const HEX_DIGITS = 40;
/**
* All of a build that decides what comes out of it and that is known before. Values of secrets are left out, because a tag
* is no place for anything that is made from them; so are caches, builders, the labels that say where an image comes from,
* and the images that a Dockerfile begins with.
*/
function contentOf(build, files) {
	const sorted = (map) => [...map].toSorted(([a], [b]) => a < b ? -1 : 1);
	const text = JSON.stringify({
		version: 1,
		context: files.context.digest,
		dockerfile: files.dockerfile,
		contexts: sorted(new Map([...build.buildContexts].map(([name, value]) => [name, files.contexts.get(name)?.digest ?? value]))),
		target: build.target ?? null,
		platforms: build.platforms.toSorted(),
		buildArgs: sorted(build.buildArgs),
		secretArgs: build.secretArgs.toSorted(),
		secrets: build.secrets.map(({ id }) => id).toSorted(),
		ssh: build.ssh.map((one) => one.replace(/=.*/s, "")).toSorted(),
		labels: sorted(build.labels),
		network: build.network ?? null,
		provenance: build.provenance,
		sbom: build.sbom
	});
	return PREFIX + createHash("sha256").update(text).digest("hex").slice(0, HEX_DIGITS);
}
/** The tag of an image that is built already. */
function contentOfDigest(digest) {
	return PREFIX + digest.replace("sha256:", "").slice(0, HEX_DIGITS);
}
/**
* The tag for `tag: auto`: the same as long as nothing changes that the build is made of.
* @throws ConfigurationError when the context is elsewhere
*/
async function contentTag(build, world) {
	if (isElsewhere(build.context) || build.file !== void 0 && isElsewhere(build.file)) throw new ConfigurationError({
		what: `Input tag: auto is derived from the files of the build, and ${build.context} is not on this runner.`,
		fix: "Give a tag, or check the repository out and give a folder as context."
	});
	const { docker, files, progress, signal } = world;
	const context = files.resolve(build.context);
	const file = build.file ?? join(build.context, "Dockerfile");
	const tree = await docker.contextDigest(context, files.resolve(file), signal);
	if (tree.hasGit) progress.report({
		type: "warning",
		what: `Input tag: the folder .git is part of the context, so that tag: auto is another one for every commit and checkout.`,
		fix: "Add a line .git to .dockerignore."
	});
	const contexts = /* @__PURE__ */ new Map();
	for (const [name, value] of build.buildContexts) if (!isElsewhere(value)) contexts.set(name, await docker.contextDigest(files.resolve(value), void 0, signal));
	const tag = contentOf(build, {
		context: tree,
		dockerfile: await files.read(file, build.file === void 0 ? "context" : "file"),
		contexts
	});
	progress.report({
		type: "note",
		text: `Tag ${tag} stands for ${tree.files} files (${tree.bytes} bytes) and the inputs of the build`
	});
	return tag;
}
/** A Git repository, an archive at a URL, an image or standard input. */
function isElsewhere(context) {
	return /^(?:[a-z][a-z-]*:\/\/|git@|github\.com\/|target:|-$)/.test(context);
}

// packages/steps/lib/build-push-ecr/check-files.js
/** Shorter lines of a secret file are no secrets, and masking them would blacken the log. */
const MASKED_LENGTH = 8;
/**
* Finds what the build would miss only after the login: the context, the Dockerfile, secret files, variables, an agent,
* the cache's address. Masks all secrets.
* @returns the values of all secrets, which nothing that Docker says may show
* @throws ConfigurationError naming the input
*/
async function checkFiles(inputs, world) {
	const missing = (names) => world.docker.missingVariables(names);
	if (!isElsewhere(inputs.context)) {
		await checkContext(inputs.context, world);
		const { file } = inputs;
		if (file === void 0) await world.files.read(join(inputs.context, "Dockerfile"), "context");
		else if (!isElsewhere(file)) await world.files.read(file, "file");
	}
	const [first, ...others] = missing([...inputs["secret-envs"].values()]);
	if (first !== void 0) throw new ConfigurationError({
		what: `Input secret-envs: the step has no environment variable ${[first, ...others].join(", ")}.`,
		fix: `Add it under env: of the step, as in ${first}: \${{ secrets.${first} }}.`
	});
	if (inputs.ssh.includes("default") && missing(["SSH_AUTH_SOCK"]).length > 0) throw new ConfigurationError({
		what: "Input ssh: default needs an SSH agent, and none runs in this job (SSH_AUTH_SOCK is not set).",
		fix: "Start one before this step (webfactory/ssh-agent does), or give a key file, as in default=keys/id_ed25519."
	});
	checkRuntime(inputs.cache, missing);
	const secrets = [
		...inputs.secrets.values(),
		...inputs["secret-build-args"].values(),
		...[...inputs["secret-envs"].values()].map((name) => world.docker.variable(name) ?? "")
	];
	for (const value of secrets) world.mask(value);
	for (const path of inputs["secret-files"].values()) {
		const text = await world.files.read(path, "secret-files");
		secrets.push(text);
		for (const line of [text, ...text.split(/\r?\n/)]) if (line.trim().length >= MASKED_LENGTH) world.mask(line);
	}
	return secrets;
}
async function checkContext(context, world) {
	const absolute = world.files.resolve(context);
	const kind = await world.docker.kindOf(absolute);
	if (kind === "folder") return;
	throw new ConfigurationError({
		what: kind === "file" ? `Input context: "${context}" is a file (${absolute}), not a folder.` : `Input context: there is no folder "${context}" (looked for ${absolute}).`,
		fix: kind === "file" ? "Give the folder that holds what the build copies; the Dockerfile is named by file." : "Correct the path; it is relative to the root of the repository. Does a step with actions/checkout run before this one?"
	});
}

// packages/steps/lib/build-push-ecr/gate.js
/** Longest time until a scan that a push starts becomes visible. */
const APPEARS_WITHIN_MS = 3e4;
const LOOK_EVERY_MS = 5e3;
/** Basic scans of small images take seconds: the first looks follow one another sooner. */
const SOONER = 4;
/**
* Waits for what ECR finds in the image and judges it. Of an index each image is scanned, and all count.
* @throws ConfigurationError when nothing scans the repository's images
*/
async function gate(repository, image, { threshold, minutes }, world) {
	const deadline = world.clock.now() + minutes * 6e4;
	const found = [];
	for (const digest of scannedDigests(image)) {
		const result = await awaitScan(repository, digest, deadline, world);
		if (result.kind !== "done") return result;
		found.push(...result.vulnerabilities);
	}
	const vulnerabilities = merged(found);
	const refused = atLeast(vulnerabilities, threshold);
	return refused.length === 0 ? {
		kind: "passed",
		vulnerabilities
	} : {
		kind: "refused",
		vulnerabilities,
		refused
	};
}
/** An index is not scanned itself, and an attestation is no image. */
function scannedDigests({ digest, manifest }) {
	if (manifest.kind === "image") return [digest];
	return manifest.entries.filter(({ attestation }) => !attestation).map((entry) => entry.digest);
}
async function awaitScan(repository, digest, deadline, world) {
	const { clock, progress, signal } = world;
	const scans = world.aws.imageScans;
	const started = clock.now();
	let asked = false;
	const delay = () => Math.max(500, (clock.now() - started) / SOONER);
	const probe = async () => {
		const scan = await scans.look(repository, digest);
		switch (scan.kind) {
			case "done": return {
				state: "done",
				value: scan
			};
			case "failed": return {
				state: "done",
				value: {
					kind: "unscanned",
					...explain(scan.status, scan.reason)
				}
			};
			case "pending": return {
				state: "pending",
				reason: `the scan is ${scan.status}`,
				delayMs: delay()
			};
		}
		const pending = {
			state: "pending",
			reason: "no scan has begun",
			delayMs: delay()
		};
		if (asked) return pending;
		const trigger = await scans.trigger(repository);
		if (trigger !== "manual" && clock.now() - started < Math.min(APPEARS_WITHIN_MS, deadline - started)) return pending;
		const begun = await scans.begin(repository, digest);
		asked = true;
		if (begun) return pending;
		if (trigger === "push") return pending;
		throw notEnabled(repository.name);
	};
	const result = await wait(probe, {
		clock,
		signal,
		deadline,
		intervalMs: LOOK_EVERY_MS,
		onPending: (_reason, waitedMs) => {
			progress.report({
				type: "still.waiting",
				what: `the scan of ${digest}`,
				seconds: waitedMs / 1e3,
				budgetSeconds: (deadline - started) / 1e3
			});
		}
	});
	return result.kind === "done" ? result.value : {
		kind: "timedOut",
		reason: result.reason
	};
}
function notEnabled(repository) {
	return new ConfigurationError({
		what: `Input fail-on-severity: scanning is not enabled for repository ${repository}, so that nothing is known of the image.`,
		fix: `Turn it on: aws ecr put-image-scanning-configuration --repository-name ${repository} --image-scanning-configuration scanOnPush=true (or set a rule for the registry), allow the role ecr:StartImageScan, or remove fail-on-severity.`
	});
}
/** Why there are no findings, by the status that ECR gives (ScanStatus of the ECR API). */
function explain(status, reason) {
	const said = reason === "" ? status : `${status}: ${reason}`;
	switch (status) {
		case "UNSUPPORTED_IMAGE": return {
			what: `ECR can’t scan this image (${said}). Images without a known operating system, such as those from scratch, are beyond basic scans.`,
			fix: "Use a base image that ECR knows, or enhanced scanning, or remove fail-on-severity for this image."
		};
		case "SCAN_ELIGIBILITY_EXPIRED": return {
			what: `The image is too old for enhanced scanning (${said}).`,
			fix: "Build it anew, or lengthen the re-scan duration of Amazon Inspector."
		};
		case "LIMIT_EXCEEDED": return {
			what: `The account has used up its scans (${said}).`,
			fix: "Run the job again later; basic scanning has a quota for each day."
		};
		case "IMAGE_ARCHIVED": return {
			what: `The image is archived (${said}).`,
			fix: "Restore it, or build it anew."
		};
		default: return {
			what: `The scan came to no result (${said}).`,
			fix: "Look at the image in the ECR console, and run the job again."
		};
	}
}
/** One row for each vulnerability and set of packages, however many platforms have it. */
function merged(all) {
	return [...new Map(all.map((one) => [`${one.id} ${one.packages.join()}`, one])).values()];
}

// packages/steps/lib/build-push-ecr/proof.js
/** How long ECR may take to show what was just pushed. */
const VISIBLE_WITHIN_MS = 3e4;
/** Reads the pushed image back. @throws AwsCallError when ECR does not show it, or shows another one under the tag */
async function readBack({ images, repository, world }, tag, pushed) {
	const { clock, signal } = world;
	const result = await wait(async () => {
		const found = await images.find(repository, { tag });
		return found === void 0 ? {
			state: "pending",
			reason: `tag ${tag} is not there`
		} : {
			state: "done",
			value: found
		};
	}, {
		clock,
		signal,
		deadline: clock.now() + VISIBLE_WITHIN_MS,
		intervalMs: 2e3
	});
	if (result.kind === "done" && result.value.digest === pushed) return result.value;
	const seen = result.kind === "done" ? `ECR has ${result.value.digest} under it` : "ECR does not have it";
	throw new AwsCallError({
		action: "ecr:BatchGetImage",
		code: "DigestMismatch",
		what: `${pushed} was pushed to ${repository.uri}:${tag}, but ${seen}.`,
		fix: "Another run may have pushed to the same tag at the same time; use a tag of its own for each commit, and run again."
	});
}
/** The fault of an image that nothing can run: an artifact such as a chart, an SBOM or a cache has no platform. */
function artifactFinding(uri, { manifest, mediaType }) {
	const config = manifest.kind === "image" ? manifest.config.mediaType : "";
	if (manifest.kind === "index" ? manifest.entries.some(({ attestation }) => !attestation) : /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\.v1\+json$/.test(config)) return void 0;
	return lookedUp("image-not-runnable", {
		image: uri,
		manifest: `${mediaType} ${config}`.trim()
	}, {
		evidence: [`ecr:BatchGetImage ${uri}: ${mediaType} ${config}`.trim()],
		link: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-manifest-formats.html"
	});
}
/** The fault of an image that does not run on every requested platform. */
function platformFinding(uri, wanted, offered) {
	const missing = missingPlatforms(wanted, offered);
	if (missing.length === 0) return void 0;
	return lookedUp("image-platform-missing", {
		...offered.length === 0 ? {} : { offered: offered.join(", ") },
		missing: missing.join(", "),
		wanted: wanted.join(",")
	}, {
		evidence: [`ecr:BatchGetImage ${uri}: ${offered.join(", ")}`],
		link: "https://docs.docker.com/build/building/multi-platform/"
	});
}

// packages/steps/lib/build-push-ecr/report.js
/** Rows that a summary shows of a long list. */
const MOST_ROWS = 50;
/** Facts about how the image was made. */
function makingFacts({ from, seconds, steps, blobs }) {
	const cached = steps.filter((step) => step.cached).length;
	return [
		["Made from", from],
		["Time", `${seconds.toFixed(1)} s`],
		...steps.length === 0 ? [] : [["From the cache", `${cached} of ${steps.length} steps`]],
		...blobs === void 0 ? [] : [["Sent", sent(blobs)]]
	];
}
/** Each step of the build with its time. */
function stepTable(steps) {
	if (steps.length === 0) return [];
	return [{
		kind: "table",
		title: "Build",
		header: ["Step", "Time"],
		rows: cut(steps.map(({ name, cached, seconds }) => [name, cached ? "cached" : seconds === void 0 ? "" : `${seconds.toFixed(1)} s`]), [""])
	}];
}
/** Each layer with its size, the compressed one that tasks download. */
function layerTable(images) {
	const rows = images.flatMap(({ platform, image: { manifest } }) => manifest.kind === "index" ? [] : manifest.layers.map(({ digest, size }, index) => [
		platform,
		String(index + 1),
		digest.slice(7, 19),
		formatBytes(size)
	]));
	if (rows.length === 0) return [];
	return [{
		kind: "table",
		title: "Layers",
		header: [
			"Platform",
			"Layer",
			"Digest",
			"Size"
		],
		rows: cut(rows, [
			"",
			"",
			""
		])
	}];
}
/** Bytes that a task downloads. */
function imageSize({ manifest }) {
	if (manifest.kind === "index") return void 0;
	return [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0);
}
function vulnerabilityTable(title, vulnerabilities) {
	if (vulnerabilities.length === 0) return [];
	return [{
		kind: "table",
		title,
		header: [
			"Vulnerability",
			"Severity",
			"Package",
			"Fixed in"
		],
		rows: cut(vulnerabilities.map(({ id, severity, packages, fixedIn }) => [
			id,
			severity,
			packages.join(", "),
			fixedIn.length === 0 ? "not known" : [...new Set(fixedIn)].join(", ")
		]), [
			"",
			"",
			""
		])
	}];
}
/** `5.2 MB`, decimal as registries count. */
function formatBytes(bytes) {
	const units = [
		"B",
		"kB",
		"MB",
		"GB",
		"TB"
	];
	const unit = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
	return `${(bytes / 1e3 ** unit).toFixed(unit === 0 ? 0 : 1)} ${units[unit] ?? "B"}`;
}
function sent(blobs) {
	const of = (how) => blobs.filter((one) => one.how === how).map(({ bytes }) => bytes);
	const total = of("sent").reduce((sum, one) => sum + one, 0);
	return [
		`${of("sent").length} of ${blobs.length} blobs (${formatBytes(total)})`,
		...of("existed").length === 0 ? [] : [`${of("existed").length} were there`],
		...of("mounted").length === 0 ? [] : [`${of("mounted").length} taken from other repositories`]
	].join(", ");
}
function cut(rows, rest) {
	if (rows.length <= MOST_ROWS) return rows;
	return [...rows.slice(0, MOST_ROWS), [`… and ${rows.length - MOST_ROWS} more`, ...rest]];
}

// packages/steps/lib/build-push-ecr/target.js
/** `host/name:tag` of all tags, the main one first. */
function references({ request, repository }) {
	return tagsOf(request).map((tag) => `${repository.uri}:${tag}`);
}
function tagsOf({ tag, otherTags }) {
	return tag === void 0 ? otherTags : [tag, ...otherTags];
}

// packages/steps/lib/build-push-ecr/conclude.js
/**
* The last word about an image that is in ECR: what it runs on, whether that is what was asked for, and what is known to
* be wrong with it.
* @param made how it came to be there; absent when it was there before
*/
async function concludePush(target, image, made, finish = () => Promise.resolve({ facts: [] })) {
	const { images, repository, request, world } = target;
	const existed = made === void 0;
	const tags = tagsOf(request);
	const reference = request.tag === void 0 ? `${repository.uri}@${image.digest}` : `${repository.uri}:${request.tag}`;
	const artifact = artifactFinding(reference, image);
	const platforms = artifact === void 0 ? await images.platforms(repository, image) : [];
	world.progress.report({
		type: "image.pushed",
		reference,
		digest: image.digest,
		existed
	});
	const outputs = imageOutputs(repository, image, {
		tags,
		platforms,
		existed,
		...request.tag === void 0 ? {} : { tag: request.tag },
		...made?.metadata === void 0 ? {} : { metadata: made.metadata }
	});
	const about = (more) => ({
		kind: "facts",
		facts: [
			["Image", `${repository.uri}@${image.digest}`],
			...tags.length === 0 ? [] : [["Tags", tags.join(", ")]],
			["Platforms", platforms.join(", ")],
			["Media type", image.mediaType],
			...imageSize(image) === void 0 ? [] : [["Size", formatBytes(imageSize(image) ?? 0)]],
			...made === void 0 ? [] : makingFacts(made),
			...more
		]
	});
	const details = made === void 0 ? [] : [...stepTable(made.steps), ...layerTable(await platformImages(target, image, platforms))];
	const failed = (what, findings, fix, tables = []) => ({
		kind: "failed",
		what,
		outputs,
		findings,
		fix,
		summary: [
			about([]),
			...tables,
			...details
		]
	});
	if (artifact !== void 0) return failed(`${reference} is no image that a task could run.`, [artifact], "Nothing was deployed. Push a container image under another tag.");
	const missing = platformFinding(reference, request.platforms, platforms);
	if (missing !== void 0) return failed(`${reference} does not run on ${request.platforms.join(", ")}.`, [missing], "Nothing was deployed. The image stays in ECR; push the right one under another tag, or with if-exists: overwrite.");
	const scanned = target.gate === void 0 ? void 0 : await gate(repository, image, target.gate, world);
	const threshold = target.gate?.threshold ?? "critical";
	switch (scanned?.kind) {
		case "refused": {
			const { refused } = scanned;
			const finding = lookedUp("image-vulnerable", {
				severity: threshold,
				count: String(refused.length)
			}, {
				evidence: refused.slice(0, 5).map(({ id, severity, packages, fixedIn }) => `${id} (${severity}) in ${packages.join(", ") || "the image"}${fixedIn.length === 0 ? "" : `, fixed in ${[...new Set(fixedIn)].join(", ")}`}`),
				link: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html"
			});
			const tables = vulnerabilityTable(`Vulnerabilities (${threshold} or worse)`, refused);
			return failed(`${reference} has vulnerabilities of severity ${threshold} or worse (${refused.length}).`, [finding], "Nothing was deployed. The image stays in ECR.", tables);
		}
		case "unscanned": {
			const { what, fix } = scanned;
			const finding = {
				id: "image-not-scanned",
				what,
				evidence: [`ecr:DescribeImageScanFindings ${repository.name}@${image.digest}`],
				fix,
				link: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-troubleshooting.html"
			};
			return failed(`${reference} was not scanned.`, [finding], "Nothing was deployed. The image stays in ECR.");
		}
		case "timedOut": return {
			kind: "timedOut",
			what: `ECR had no scan findings for ${reference} in time (${scanned.reason}).`,
			outputs,
			findings: [],
			fix: "Nothing was deployed. Run the job again: the image is found and only the findings are awaited; raise scan-timeout-minutes if that happens often.",
			summary: [about([]), ...details]
		};
		case "passed":
		case void 0:
	}
	const vulnerabilities = scanned === void 0 ? [] : atLeast(scanned.vulnerabilities, "undefined");
	const found = scanned === void 0 ? [] : [["Vulnerabilities", `none of severity ${threshold} or worse`]];
	const { facts: more, headline } = await finish();
	return {
		kind: existed && more.length === 0 ? "unchanged" : "succeeded",
		what: headline !== void 0 ? headline : existed ? `${reference} is in ECR already (${image.digest}); nothing was built.` : `Pushed ${reference} (${image.digest}).`,
		outputs,
		summary: [
			about([...found, ...more]),
			...vulnerabilityTable("Vulnerabilities", vulnerabilities),
			...details
		]
	};
}
/** The image of each platform, whose layers are to be shown. */
async function platformImages({ images, repository }, image, platforms) {
	const { manifest } = image;
	if (manifest.kind === "image") return [{
		platform: platforms[0] ?? "",
		image
	}];
	const entries = manifest.entries.filter(({ attestation, platform }) => !attestation && platform !== void 0);
	return (await Promise.all(entries.map(({ digest }) => images.find(repository, { digest })))).flatMap((one, index) => one === void 0 ? [] : [{
		platform: platforms[index] ?? "",
		image: one
	}]);
}

// packages/steps/lib/build-push-ecr/origin.js
/** Where an image comes from, as the OCI image specification names it; they become labels and annotations. */
function originLabels(run, created) {
	const [source] = /^https?:\/\/.*?(?=\/actions\/runs\/)/.exec(run.runUrl) ?? [];
	return new Map([
		...run.commit === "" ? [] : [["org.opencontainers.image.revision", run.commit]],
		...source === void 0 ? [] : [["org.opencontainers.image.source", source]],
		["org.opencontainers.image.created", new Date(created).toISOString().replace(".000Z", "Z")]
	]);
}
/**
* The date that SOURCE_DATE_EPOCH gives to everything that is built, in epoch milliseconds.
* @throws ConfigurationError when it is no whole number of seconds
*/
function sourceDate(epoch) {
	if (epoch === void 0) return void 0;
	const milliseconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) * 1e3 : NaN;
	if (Number.isNaN(new Date(milliseconds).getTime())) throw new ConfigurationError({
		what: `Environment variable SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}, not a number of seconds.`,
		fix: "Set it to the seconds since 1970, as git log -1 --pretty=%ct prints them, or remove it."
	});
	return milliseconds;
}

// packages/steps/lib/build-push-ecr/push.js
/** Pushes the layout, or builds and pushes; then reads back what ECR holds. */
async function push(target) {
	const { source } = target.request;
	switch (source.kind) {
		case "build": return await pushFromBuild(target, source.build);
		case "layout":
			if (target.layout === void 0) throw new TypeError("the layout was not opened");
			return await pushFromLayout(target, target.layout, source);
		case "stored": throw new TypeError("an image that is in ECR is not pushed");
	}
}
async function pushFromLayout(target, layout, source) {
	const { images, repository, request, world } = target;
	const { clock, progress, signal } = world;
	await refuseTaken(target);
	const login = await images.login(repository.account);
	world.mask(login.password);
	const started = clock.now();
	const { digest, blobs } = await images.pushLayout(layout, {
		repository: repository.uri,
		login,
		tags: tagsOf(request),
		mountFrom: source.mountFrom,
		clock,
		progress,
		signal
	});
	const { mediaType, size } = layout.root.descriptor;
	const metadata = JSON.stringify({
		"containerimage.digest": digest,
		"containerimage.descriptor": {
			mediaType,
			digest,
			size
		},
		"image.name": references(target).join(",")
	});
	const seconds = (clock.now() - started) / 1e3;
	return await pushed(target, digest, {
		from: `OCI layout ${source.path}`,
		seconds,
		steps: [],
		blobs,
		metadata
	});
}
async function pushFromBuild(target, build) {
	const { hidden, repository, request, world } = target;
	await refuseTaken(target);
	const logins = await loginsOf(target);
	for (const { password } of logins) world.mask(password);
	try {
		const built = await buildAndPush(complete(target, build), {
			values: request.secretValues,
			hidden
		}, logins, world);
		const { digest, metadata, seconds, steps } = built;
		const details = [...build.file === void 0 ? [] : [`file ${build.file}`], ...build.target === void 0 ? [] : [`target ${build.target}`]];
		return await pushed(target, digest, {
			from: `${built.how} of ${build.context}${details.length === 0 ? "" : ` (${details.join(", ")})`}`,
			seconds,
			steps,
			...metadata === void 0 ? {} : { metadata }
		});
	} catch (error) {
		if (!(error instanceof CommandError) || world.signal.aborted) throw error;
		const overtaken = await pushedByAnother(target, error);
		if (overtaken !== void 0) return await concludePush(target, overtaken);
		return {
			kind: "failed",
			what: error.message,
			outputs: repositoryOutputs(repository),
			findings: error.findings,
			fix: `${error.fix} Nothing was deployed.`
		};
	}
}
/** The build with what depends on the moment and on the registry. */
function complete(target, build) {
	const { cache, repository, sourceDate, world } = target;
	const origin = originLabels(world.run, sourceDate ?? world.clock.now());
	const labels = new Map([...origin, ...build.labels]);
	const { from, to } = cacheOptions(cache, repository, (path) => world.files.resolve(path));
	return {
		...build,
		references: references(target),
		labels,
		annotations: new Map([...origin].map(([key, value]) => [key, build.labels.get(key) ?? value])),
		fixedDate: sourceDate !== void 0,
		cacheFrom: [...build.cacheFrom, ...from],
		cacheTo: [...build.cacheTo, ...to]
	};
}
/** One login for each host: the registry that is pushed to, and those of other accounts that the build may read. */
async function loginsOf({ images, registries, repository, world }) {
	const logins = /* @__PURE__ */ new Map();
	const add = (login) => {
		if (!logins.has(login.host)) logins.set(login.host, login);
	};
	add({
		...await images.login(repository.account),
		host: repository.registry
	});
	for (const account of registries) if (account !== repository.account) add(await world.aws.images.login(account));
	return [...logins.values()];
}
/** The image of another run that pushed the same immutable tag while this one was building. */
async function pushedByAnother({ images, repository, request: { ifExists, tag }, world }, { findings }) {
	if (ifExists !== "reuse" || tag === void 0) return void 0;
	if (!findings.some(({ id }) => id === "ecr-tag-immutable")) return void 0;
	const found = await images.find(repository, { tag });
	if (found !== void 0) world.progress.report({
		type: "warning",
		what: `Another run pushed tag ${tag} while this one was building; its image ${found.digest} is used.`
	});
	return found;
}
/** Other tags that can't be moved to the new image: better known before the build than after it. */
async function refuseTaken({ images, layout, request, repository }) {
	for (const tag of request.otherTags) {
		if (isTagMovable(repository, tag)) continue;
		const taken = await images.find(repository, { tag });
		if (taken === void 0 || taken.digest === layout?.root.descriptor.digest) continue;
		throw new ConfigurationError({
			what: `Input tags: tag ${tag} stands for ${taken.digest} already, and repository ${repository.name} lets no tag be moved.`,
			fix: `Remove ${tag} from tags, or exempt it from the repository’s tag immutability.`
		});
	}
}
async function pushed(target, digest, made) {
	const { tag } = target.request;
	if (tag === void 0) throw new TypeError("an image was pushed without a tag");
	return await concludePush(target, await readBack(target, tag, digest), made);
}

// packages/steps/lib/build-push-ecr/dry-run.js
/**
* Report of a dry run, which does not push.
* @param named the repository, as the inputs name it
* @param target undefined when the repository would be created first
*/
function wouldPush(request, named, target) {
	const { source } = request;
	const repository = target?.repository;
	const references = tagsOf(request).map((one) => `${repository?.uri ?? named}:${one}`);
	const creating = repository === void 0 ? ` Repository ${named} would be created.` : "";
	const text = source.kind !== "build" ? `push ${source.kind === "layout" ? source.path : source.digest} as ${references.join(", ")}` : ["docker", ...buildxArguments(target === void 0 ? {
		...source.build,
		references
	} : complete(target, source.build), "metadata.json")].map(quoted).join(" ");
	return {
		kind: "unchanged",
		what: `Dry run: nothing was built or pushed; ${references[0] ?? named} would be.${creating}`,
		outputs: repository === void 0 ? {} : repositoryOutputs(repository),
		summary: [{
			kind: "code",
			title: "What would run",
			language: "text",
			text
		}]
	};
}
function quoted(argument) {
	return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}

// packages/steps/lib/build-push-ecr/new-repository.js
/** Images that the bundled template keeps unless told otherwise. */
const KEEP_IMAGES = 100;
/** A rule that never has enough images to expire one, and so keeps them out of reach of the rules behind it. */
function keep(rulePriority, description, pattern) {
	return {
		rulePriority,
		description,
		selection: {
			tagStatus: "tagged",
			tagPatternList: [pattern],
			countType: "imageCountMoreThan",
			countNumber: 1e5
		},
		action: { type: "expire" }
	};
}
/** Settings of `create-repository`: the same as the bundled template's. */
const NEW_REPOSITORY = {
	movableTags: [
		"live-*",
		"previous-*",
		"cache*"
	],
	lifecyclePolicy: JSON.stringify({ rules: [
		keep(1, "Keep what serves", "live-*"),
		keep(2, "Keep what served before", "previous-*"),
		{
			rulePriority: 3,
			description: "Keep the newest images",
			selection: {
				tagStatus: "tagged",
				tagPatternList: ["*"],
				countType: "imageCountMoreThan",
				countNumber: KEEP_IMAGES
			},
			action: { type: "expire" }
		},
		{
			rulePriority: 4,
			description: "Remove what no tag names",
			selection: {
				tagStatus: "untagged",
				countType: "sinceImagePushed",
				countUnit: "days",
				countNumber: 14
			},
			action: { type: "expire" }
		}
	] })
};

// packages/steps/lib/build-push-ecr/contradictions.js
/** Everything that the inputs say against one another. */
function contradictions(inputs) {
	return [
		...whereTo(inputs),
		...sources(inputs),
		...cacheTwice(inputs),
		...secretsTwice(inputs),
		...dangerousArguments(inputs),
		...publicRegistry(inputs),
		...protection(inputs)
	];
}
function whereTo(inputs) {
	if (inputs.repository !== void 0) return [];
	if (inputs["registry-type"] === "public") return [{
		what: "Input repository was not given.",
		fix: "Add repository: public.ecr.aws/ALIAS/NAME; a stack names no public repository."
	}];
	if (inputs.stack !== void 0) return [];
	return [{
		what: "Neither input repository nor input stack was given.",
		fix: "Add repository: NAME, or stack: NAME of a stack with the output EcrRepositoryUri."
	}];
}
/** One image comes from one place: a build, a layout, or ECR itself. */
function sources(inputs) {
	const problems = [];
	const idle = buildOnly(inputs);
	if (inputs["oci-layout"] !== void 0 && idle.length > 0) problems.push({
		what: `Input oci-layout pushes an image that is built already; ${idle.join(", ")} would do nothing.`,
		fix: `Remove ${idle.join(", ")}, or remove oci-layout to build with Docker.`
	});
	if (inputs["oci-layout"] === void 0 && inputs["mount-from"].length > 0) problems.push({
		what: "Input mount-from says where the layers of an OCI layout may be already; a build finds them itself.",
		fix: "Remove mount-from, or add oci-layout."
	});
	if (inputs.digest !== void 0) {
		const other = [...inputs["oci-layout"] === void 0 ? [] : ["oci-layout"], ...idle];
		if (other.length > 0) problems.push({
			what: `Input digest names an image that is in ECR already; ${other.join(", ")} would do nothing.`,
			fix: `Remove ${other.join(", ")}, or remove digest to push an image.`
		});
		if (inputs.tag === "auto") problems.push({
			what: "Input tag: auto is derived from what is built, and digest names an image that is in ECR already.",
			fix: "Give the tag itself, or remove it."
		});
	}
	return problems;
}
function cacheTwice(inputs) {
	const others = ["cache-from", "cache-to"].filter((name) => inputs[name].length > 0);
	if (inputs.cache.kind === "none" || others.length === 0) return [];
	return [{
		what: `Input cache says where layers are kept, and so ${others.length === 1 ? "does" : "do"} ${others.join(" and ")}.`,
		fix: `Keep cache, or ${others.join(" and ")}.`
	}];
}
function secretsTwice(inputs) {
	const twice = repeated([
		...inputs.secrets.keys(),
		...inputs["secret-envs"].keys(),
		...inputs["secret-files"].keys()
	]);
	const both = repeated([...inputs["build-args"].keys(), ...inputs["secret-build-args"].keys()]);
	return [...twice.length === 0 ? [] : [{
		what: `Build secret ${twice.join(", ")} stands in more than one of secrets, secret-envs and secret-files.`,
		fix: "Keep one of them."
	}], ...both.length === 0 ? [] : [{
		what: `Build argument ${both.join(", ")} stands in build-args and in secret-build-args.`,
		fix: "Keep one of them."
	}]];
}
function repeated(names) {
	return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
/** Secret arguments reach Docker as variables of its own environment, where these names mean something else. */
const RESERVED = /^(?:PATH|HOME|TMPDIR|USER|SHELL|IFS|SOURCE_DATE_EPOCH|LD_.*|DYLD_.*|DOCKER_.*|BUILDX_.*|BUILDKIT_.*|SSH_.*|OTEL_.*|ACTIONS_.*|GITHUB_.*|RUNNER_.*|AWS_.*|CUTOVER_.*)$/i;
const VARIABLE = /^[A-Za-z_]\w*$/;
function dangerousArguments(inputs) {
	const names = [...inputs["secret-build-args"].keys()];
	const wrong = names.filter((name) => RESERVED.test(name) || !VARIABLE.test(name));
	const problems = [];
	if (wrong.length > 0) problems.push({
		what: `Input secret-build-args: ${wrong.join(", ")} can't be handed over as a variable of Docker’s environment.`,
		fix: "Give the argument another name in the Dockerfile, or better a secret (secrets, RUN --mount=type=secret)."
	});
	if (names.length > 0 && /mode=max/.test(inputs.provenance)) problems.push({
		what: "Input provenance: with mode=max the values of all build arguments are published with the image, those of secret-build-args too.",
		fix: "Hand the values over as secrets (RUN --mount=type=secret), or use provenance: mode=min."
	});
	return problems;
}
/** ECR Public scans nothing, expires nothing, and belongs to no stack. */
function publicRegistry(inputs) {
	if (inputs["registry-type"] === "private") return [];
	const idle = [
		"stack",
		"fail-on-severity",
		"protect"
	].filter((name) => inputs[name] !== void 0);
	const problems = [];
	if (idle.length > 0) problems.push({
		what: `Input registry-type: ECR Public knows nothing of ${idle.join(", ")}.`,
		fix: `Remove ${idle.join(", ")}, or push to a private repository.`
	});
	if (inputs.cache.kind === "ecr") problems.push({
		what: "Input cache: ecr would publish the layers of every stage of the build in ECR Public.",
		fix: "Use cache: gha, or cache: registry=REFERENCE of a private repository."
	});
	return problems;
}
function protection(inputs) {
	if (inputs.protect === void 0 || inputs.digest !== void 0) return [];
	return [{
		what: `Input protect marks the image that serves (${inputs.protect}); an image that was just pushed serves nobody yet.`,
		fix: "Use protect after the deployment, in a step of its own with digest: and the digest that was deployed."
	}];
}
/** Inputs that were given and that only a build reads. */
function buildOnly(inputs) {
	const names = [
		"file",
		"target",
		"builder",
		"network"
	];
	const maps = [
		"build-args",
		"secret-build-args",
		"build-contexts",
		"secrets",
		"secret-envs",
		"secret-files",
		"labels"
	];
	return [
		...names.filter((name) => inputs[name] !== void 0),
		...maps.filter((name) => inputs[name].size > 0),
		...[
			"ssh",
			"cache-from",
			"cache-to"
		].filter((name) => inputs[name].length > 0),
		...inputs.cache.kind === "none" ? [] : ["cache"],
		...[
			"no-cache",
			"pull",
			"docker-aws-credentials"
		].filter((name) => inputs[name]),
		...["provenance", "sbom"].filter((name) => inputs[name] !== "false")
	];
}

// packages/steps/lib/build-push-ecr/plan.js
/** Variables that hand the values of `secrets` to the build. */
const SECRET_VARIABLE = "CUTOVER_BUILD_SECRET_";
/**
* Reads the inputs together; all contradictions are found at once.
* @param commit default of `tag`; empty outside of a checkout
* @param defaultPlatform platform of the stack's tasks, if a stack is known
* @param path absolute path of a path given in an input
* @throws ConfigurationError naming the inputs
*/
function planRequest(inputs, commit, defaultPlatform, path) {
	const problems = contradictions(inputs);
	if (problems.length > 0) throw new ConfigurationError(problems);
	const { digest } = inputs;
	const tag = inputs.tag ?? (digest === void 0 ? requireCommit(commit) : void 0);
	const layout = inputs["oci-layout"];
	const wanted = inputs.platforms.length > 0 ? inputs.platforms : defaultPlatform === void 0 ? [] : [defaultPlatform];
	const common = {
		tag,
		ifExists: inputs["if-exists"],
		otherTags: [...new Set(inputs.tags)].filter((other) => other !== tag)
	};
	if (digest !== void 0 && isDigest(digest)) return {
		...common,
		platforms: wanted,
		source: {
			kind: "stored",
			digest
		},
		secretValues: {}
	};
	if (layout !== void 0) {
		const source = {
			kind: "layout",
			path: path(layout),
			mountFrom: inputs["mount-from"]
		};
		return {
			...common,
			platforms: wanted,
			source,
			secretValues: {}
		};
	}
	const platforms = wanted.length > 0 ? wanted : ["linux/amd64"];
	const secrets = [...inputs.secrets].map(([id, value], index) => ({
		id,
		value,
		variable: `${SECRET_VARIABLE}${index}`
	}));
	const { file, target, builder, network } = inputs;
	return {
		...common,
		platforms,
		source: {
			kind: "build",
			build: {
				context: inputs.context,
				...file === void 0 ? {} : { file },
				...target === void 0 ? {} : { target },
				platforms,
				buildArgs: inputs["build-args"],
				secretArgs: [...inputs["secret-build-args"].keys()],
				buildContexts: inputs["build-contexts"],
				secrets: [
					...secrets.map(({ id, variable }) => ({
						id,
						variable
					})),
					...[...inputs["secret-envs"]].map(([id, variable]) => ({
						id,
						variable
					})),
					...[...inputs["secret-files"]].map(([id, given]) => ({
						id,
						path: path(given)
					}))
				],
				ssh: inputs.ssh,
				labels: inputs.labels,
				annotations: /* @__PURE__ */ new Map(),
				fixedDate: false,
				cacheFrom: inputs["cache-from"],
				cacheTo: inputs["cache-to"],
				noCache: inputs["no-cache"],
				pull: inputs.pull,
				provenance: inputs.provenance,
				sbom: inputs.sbom,
				awsCredentials: inputs["docker-aws-credentials"] || [...inputs["cache-from"], ...inputs["cache-to"]].some((cache) => /(?:^|,)type=s3(?:,|$)/.test(cache)),
				...builder === void 0 ? {} : { builder },
				...network === void 0 ? {} : { network }
			}
		},
		secretValues: {
			...Object.fromEntries(inputs["secret-build-args"]),
			...Object.fromEntries(secrets.map(({ variable, value }) => [variable, value]))
		}
	};
}
/**
* The repository that the inputs name.
* @throws ConfigurationError when it is none, or lies in another region than the credentials work in
*/
function planRepository(text, region, type = "private") {
	const [, publicName] = /^public\.ecr\.aws\/[a-z0-9._-]+\/(.+)$/.exec(text) ?? [];
	if (publicName !== void 0 && type === "private") throw new ConfigurationError({
		what: `Input repository: ${text} is a repository of ECR Public.`,
		fix: "Add registry-type: public, or name a private repository."
	});
	const repository = parseRepository(publicName ?? text);
	if (repository === void 0) {
		const arn = parseArn(text);
		if (arn?.service === "ecr" && arn.resource.startsWith("repository/")) throw new ConfigurationError({
			what: `Input repository: ${JSON.stringify(text)} is the ARN of a repository, and the input takes its name or URI.`,
			fix: `Write ${arn.resource.slice(11)} for a repository of this account and Region, or its URI.`
		});
		throw new ConfigurationError({
			what: `Input repository: ${JSON.stringify(text)} is not the name or URI of an ECR repository.`,
			fix: isRepositoryName(text.toLowerCase()) ? `Write it in lower case: ${text.toLowerCase()}.` : "Write the name, as in team/app, or the URI without tag, as in 123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app."
		});
	}
	if (repository.region !== void 0 && repository.region !== region) throw new ConfigurationError({
		what: `Input repository: ${text} lies in ${repository.region}, but the step works in ${region}.`,
		fix: `Set aws-region: ${repository.region}, or name a repository of ${region}.`
	});
	return repository;
}
/** @throws ConfigurationError outside of a checkout with a commit, as on one's own machine */
function requireCommit(commit) {
	if (commit !== "") return commit;
	throw new ConfigurationError({
		what: "Input tag: it is left out, and this run has no commit that could be the tag (GITHUB_SHA is empty).",
		fix: "Set tag, as in auto, which derives it from the image or its files; or commit the files with git first."
	});
}
function decide(ifExists, tag, repository, existing) {
	if (existing === void 0) return { kind: "push" };
	const there = `Repository ${repository.name} has an image with tag ${tag} already: ${existing.digest}.`;
	switch (ifExists) {
		case "reuse": return {
			kind: "reuse",
			image: existing
		};
		case "fail": return {
			kind: "refuse",
			what: there,
			fix: "Use another tag, or if-exists: reuse to go on with the image that is there."
		};
		case "overwrite": return !isTagMovable(repository, tag) ? {
			kind: "refuse",
			what: `${there} Its tag can't be moved (image tag mutability is ${repository.mutability}).`,
			fix: "Use another tag, or if-exists: reuse to go on with the image that is there."
		} : { kind: "push" };
	}
}

// packages/steps/lib/build-push-ecr/runtime-platform.js
/**
* The platform that tasks of a task definition run on, from its `runtimePlatform`; Linux on X86_64 when it has none
* (RegisterTaskDefinition). Undefined when a variable that is filled in later stands there.
* @param path of the input `task-definition`
*/
async function runtimePlatform(path, world) {
	const { readSourceText } = await import("./source-text-4c4GGKAT.js").then((n) => n.n);
	const { value } = readSourceText(await world.files.read(path, "task-definition"), path);
	if (!isJsonObject(value)) throw new ConfigurationError({
		what: `Input task-definition: ${path} holds no task definition.`,
		fix: "Give the JSON or YAML file that register-taskdef gets."
	});
	const wrapped = value["taskDefinition"];
	const { runtimePlatform: runtime } = isJsonObject(wrapped) ? wrapped : value;
	const given = isJsonObject(runtime) ? runtime : {};
	const cpuArchitecture = given["cpuArchitecture"] ?? "X86_64";
	const operatingSystemFamily = given["operatingSystemFamily"] ?? "LINUX";
	if (typeof cpuArchitecture !== "string" || typeof operatingSystemFamily !== "string") return void 0;
	if (`${cpuArchitecture}${operatingSystemFamily}`.includes("$")) return void 0;
	const platform = platformOfArchitecture(cpuArchitecture.toUpperCase());
	return operatingSystemFamily.toUpperCase().startsWith("WINDOWS") ? platform.replace("linux/", "windows/") : platform;
}
/** @throws ConfigurationError when the image could not run where it is to run */
function checkRuntimePlatform(wanted, runtime, path) {
	if (runtime === void 0 || wanted.length === 0 || wanted.includes(runtime)) return;
	throw new ConfigurationError({
		what: `Input platforms: the image is built for ${wanted.join(", ")}, but tasks of ${path} run on ${runtime} (runtimePlatform).`,
		fix: `Add ${runtime} to platforms, or correct runtimePlatform in ${path}.`
	});
}

// packages/steps/lib/build-push-ecr/run.js
/** Builds (or takes a layout), pushes and proves an image; builds nothing when its tag is there already. */
async function run(inputs, world) {
	try {
		return await act(inputs, world);
	} catch (error) {
		if (!world.signal.aborted) throw error;
		return {
			kind: "cancelled",
			what: "The job was cancelled before the image was proven to be in ECR.",
			outputs: {},
			findings: [],
			fix: "No login is left on the runner. Run the job again: what was pushed is found there."
		};
	}
}
async function act(inputs, world) {
	const plan = (defaultPlatform) => planRequest(inputs, world.run.commit, defaultPlatform, (path) => world.files.resolve(path));
	const { source, tag = "" } = plan();
	const images = inputs["registry-type"] === "public" ? world.aws.publicImages : world.aws.images;
	const layout = source.kind === "layout" ? await images.openLayout(source.path, tag) : void 0;
	const hidden = source.kind === "build" ? await checkFiles(inputs, world) : [];
	const date = sourceDate(source.kind === "build" ? world.docker.variable("SOURCE_DATE_EPOCH") : void 0);
	const definition = inputs["task-definition"];
	const runtime = definition === void 0 ? void 0 : await runtimePlatform(definition, world);
	checkRuntimePlatform(inputs.platforms, runtime, definition ?? "");
	if (inputs.repository !== void 0) planRepository(inputs.repository, world.aws.region, inputs["registry-type"]);
	const environment = inputs.stack === void 0 ? void 0 : await findEnvironment(world.aws, { stack: inputs.stack });
	const architecture = environment?.cpuArchitecture;
	const planned = plan(runtime ?? (architecture === void 0 ? void 0 : platformOfArchitecture(architecture)));
	const named = inputs.repository ?? environment?.repositoryUri;
	if (named === void 0) throw new ConfigurationError({
		what: `Input stack: stack ${inputs.stack ?? ""} has no output EcrRepositoryUri.`,
		fix: "Add the output to the stack, or give repository: NAME."
	});
	const request = await derived(planned, layout?.root.descriptor.digest, world);
	const repository = await findRepository(named, images, inputs, world);
	if (repository === void 0) return wouldPush(request, named, void 0);
	const threshold = inputs["fail-on-severity"];
	const target = {
		request: proven(request, runtime),
		repository,
		images,
		cache: inputs.cache,
		registries: inputs.registries,
		hidden,
		sourceDate: date,
		world,
		...layout === void 0 ? {} : { layout },
		...threshold === void 0 ? {} : { gate: {
			threshold,
			minutes: inputs["scan-timeout-minutes"]
		} }
	};
	if (request.source.kind === "stored") return await stored(target, inputs, world);
	await checkCache(target);
	const existing = request.tag === void 0 ? void 0 : await images.find(repository, { tag: request.tag });
	const decision = decide(request.ifExists, request.tag ?? "", repository, existing);
	switch (decision.kind) {
		case "refuse": throw new ConfigurationError(decision);
		case "reuse": return await reuse(target, decision.image, inputs["dry-run"]);
		case "push": return inputs["dry-run"] ? wouldPush(request, named, target) : await push(target);
	}
}
/** The request with the tag that `tag: auto` stands for. */
async function derived(request, layout, world) {
	if (request.tag !== "auto") return request;
	if (layout !== void 0) return {
		...request,
		tag: contentOfDigest(layout)
	};
	if (request.source.kind !== "build") return request;
	return {
		...request,
		tag: await contentTag(request.source.build, world)
	};
}
/** The image has to run where its tasks run, whatever other platforms it is built for. */
function proven(request, runtime) {
	return runtime === void 0 || request.platforms.includes(runtime) ? request : {
		...request,
		platforms: [...request.platforms, runtime]
	};
}
async function findRepository(named, images, inputs, world) {
	const name = planRepository(named, world.aws.region, inputs["registry-type"]);
	if (!inputs["create-repository"]) return await images.requireRepository(name);
	const found = await images.repository(name);
	if (found !== void 0) return found;
	if (inputs["dry-run"]) return void 0;
	const created = await images.createRepository(name, NEW_REPOSITORY, ({ message, fix }) => {
		world.progress.report({
			type: "warning",
			what: `Repository ${name.name} was created without rules of expiry: ${message}`,
			fix
		});
	});
	world.progress.report({
		type: "note",
		text: `Created repository ${created.uri}`
	});
	return created;
}
/** @throws ConfigurationError when the cache’s repository is missing, or lets no tag be moved */
async function checkCache({ cache, repository, images }) {
	const place = cachePlace(cache, repository);
	if (place === void 0) return;
	const found = place.repository === repository.name ? repository : await images.repository({
		name: place.repository,
		account: repository.account
	});
	if (found === void 0) throw new ConfigurationError({
		what: `Input cache: there is no repository ${place.repository} in this registry.`,
		fix: `Create it: aws ecr create-repository --repository-name ${place.repository}, or use cache: ecr, which keeps the cache beside the image.`
	});
	checkCacheRepository(found, place.tag);
}
async function reuse(target, existing, dryRun) {
	const { layout, request, world } = target;
	const offered = layout?.root.descriptor.digest;
	if (offered !== void 0 && offered !== existing.digest) world.progress.report({
		type: "warning",
		what: `Tag ${request.tag ?? ""} stands for ${existing.digest}, not for the layout’s image ${offered}; the image in ECR is used.`,
		fix: "Push the layout under a tag of its own, or set if-exists: overwrite."
	});
	return await concludePush(target, existing, void 0, async () => {
		if (!dryRun) await addTags(target, existing, request.otherTags);
		return { facts: [] };
	});
}
/** Proves an image that is in ECR already, tags it and protects it. */
async function stored(target, inputs, world) {
	const { images, repository, request } = target;
	if (request.source.kind !== "stored") throw new TypeError("no digest was given");
	const { digest } = request.source;
	const image = await images.find(repository, { digest });
	if (image === void 0) throw new ConfigurationError({
		what: `Input digest: repository ${repository.name} has no image ${digest}.`,
		fix: "Correct digest or repository; a lifecycle rule may have removed the image, which then has to be built again."
	});
	return await concludePush(target, image, void 0, finishStored(target, image, inputs, world));
}
function finishStored(target, stored, inputs, { aws, progress }) {
	return async () => {
		const image = `${target.repository.uri}@${stored.digest}`;
		if (inputs["dry-run"]) return {
			facts: [],
			headline: `Dry run: ${image} is in ECR; nothing was changed.`
		};
		const added = await addTags(target, stored, tagsOf(target.request));
		const facts = added.length === 0 ? [] : [["Added tags", added.join(", ")]];
		if (inputs.protect === void 0) return {
			facts,
			headline: `${image} is in ECR.`
		};
		const result = await protect(target.images, target.repository, stored, inputs.protect);
		if (result.kind === "refused") throw new ConfigurationError({
			what: `Input protect: ${result.what}`,
			fix: result.fix
		});
		const expiry = await lookAtExpiry(aws.images, target.repository, result, tagsOf(target.request));
		for (const warning of expiry.warnings) progress.report({
			type: "warning",
			...warning
		});
		switch (result.kind) {
			case "unchanged": return {
				facts,
				headline: `${image} is marked ${result.tag} already.`
			};
			case "protected": return {
				facts: [
					...facts,
					["Protected", `${result.tag} stands for ${result.digest}`],
					...result.previous === void 0 ? [] : [["Kept", `${result.previous.tag} stands for ${result.previous.digest}`]]
				],
				headline: `${image} is marked ${result.tag}${expiry.safe ? ": no lifecycle rule removes it" : ""}.`
			};
		}
	};
}
/** @returns the tags that the image did not have before */
async function addTags({ images, repository }, image, tags) {
	const added = [];
	for (const tag of tags) {
		if ((await images.find(repository, { tag }))?.digest === image.digest) continue;
		await images.tag(repository, image, tag);
		added.push(tag);
	}
	return added;
}

// packages/steps/lib/build-push-ecr/step.js
/** An image into ECR: built with Docker or taken from an OCI layout, proven to be what was asked for. */
const buildPushEcr = {
	name: "build-push-ecr",
	inputs,
	outputs: OUTPUTS,
	run,
	post: forgetAfterKill
};

export { contradictions as n, buildPushEcr as t };