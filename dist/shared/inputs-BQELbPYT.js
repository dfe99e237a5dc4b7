import { Ar as InvalidInput, Bn as parsePlatform, Br as pairs, Fr as lines, Hn as SEVERITIES, Hr as quoted, Ir as list, Jr as ConfigurationError, Lr as matching, Nr as field, Or as showLogs, Pr as flag, Rn as formatPlatform, Sr as commonInputs, Ur as text, Y as isTagMovable, br as configInputs, cr as parseImageReference, jr as choice, or as isRepositoryName, rt as stack, sr as isTag, zr as number } from "./base-D7WWzZYD.js";

// packages/steps/lib/build-push-ecr/argument.js
/**
* A field whose value becomes an argument of `docker`. A text that begins with a dash is refused, so that no value can
* become an option; of a map the keys are looked at, since a value stands behind `KEY=`.
*/
function argument(of) {
	return {
		...of,
		parse: (text) => {
			const value = of.parse(text);
			const option = textsOf(value).find((one) => one.trimStart().startsWith("-"));
			if (option === void 0) return value;
			throw new InvalidInput(`a value for Docker: ${quoted(option)} begins with a dash, as options do`, "Remove the dash; write a path that begins with one as ./-name.", "the text");
		}
	};
}
function textsOf(value) {
	if (typeof value === "string") return [value];
	if (value instanceof Map) return [...value.keys()];
	return Array.isArray(value) ? value : [];
}

// packages/steps/lib/build-push-ecr/cache.js
/** Tag under which `cache: ecr` keeps layers; the bundled template exempts `cache*` from immutability. */
const CACHE_TAG = "cache";
/**
* ECR's requirements: it takes a cache only as an OCI image manifest, not as the index that BuildKit writes by default. A
* cache that can't be written costs time and is no reason to fail a build.
*/
const REGISTRY_OPTIONS = "mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true";
const WORDS = "Write none, gha, ecr, ecr=REPOSITORY, registry=REFERENCE or local=FOLDER.";
/** Reads the input `cache`. @throws InvalidInput */
function parseCache(text) {
	const at = text.indexOf("=");
	const kind = at === -1 ? text : text.slice(0, at);
	const value = at === -1 ? void 0 : text.slice(at + 1).trim();
	switch (kind) {
		case "none":
			if (value === void 0) return { kind };
			break;
		case "gha":
			if (value === void 0) return { kind };
			if (/^[\w.-]{1,128}$/.test(value)) return {
				kind,
				scope: value
			};
			throw new InvalidInput("gha or gha=SCOPE", "Name the scope with letters, digits, dots, dashes and underscores.");
		case "ecr": {
			if (value === void 0) return {
				kind,
				tag: CACHE_TAG
			};
			const colon = value.indexOf(":");
			const repository = colon === -1 ? value : value.slice(0, colon);
			const tag = colon === -1 ? CACHE_TAG : value.slice(colon + 1);
			if (isTag(tag) && repository === "" && colon === 0) return {
				kind,
				tag
			};
			if (isTag(tag) && isRepositoryName(repository)) return {
				kind,
				repository,
				tag
			};
			throw new InvalidInput("ecr, ecr=REPOSITORY, ecr=:TAG or ecr=REPOSITORY:TAG", "Name a repository of the same registry, as in ecr=team/cache, or use registry=REFERENCE for another one.");
		}
		case "registry":
			if (value !== void 0 && parseImageReference(value)?.digest === void 0 && isReference(value)) return {
				kind,
				reference: value
			};
			throw new InvalidInput("registry=REFERENCE", "Write it like registry=123456789012.dkr.ecr.us-east-1.amazonaws.com/team/cache:main.");
		case "local":
			if (value !== void 0 && value !== "") return {
				kind,
				directory: value
			};
			throw new InvalidInput("local=FOLDER", "Write it like local=.cache/build.");
	}
	throw new InvalidInput("a cache", WORDS);
}
function isReference(text) {
	return parseImageReference(text) !== void 0;
}
/** Variables in which GitHub's runner tells actions where its cache is; `cache: gha` needs the token and an address. */
const RUNTIME_TOKEN = "ACTIONS_RUNTIME_TOKEN";
const ADDRESSES = ["ACTIONS_RESULTS_URL", "ACTIONS_CACHE_URL"];
/**
* The cache of GitHub Actions can be used only where its address is known.
* @param missing those of the variables that the step's environment lacks
* @throws ConfigurationError
*/
function checkRuntime(cache, missing) {
	if (cache.kind !== "gha") return;
	const lacking = [...missing([RUNTIME_TOKEN]), ...missing(ADDRESSES).length === ADDRESSES.length ? ADDRESSES.slice(0, 1) : []];
	if (lacking.length === 0) return;
	throw new ConfigurationError({
		what: `Input cache: gha was asked for, but this runner has no cache of GitHub Actions (${lacking.join(", ")} is not set).`,
		fix: "Use cache: ecr, which works on every runner, or run the job on GitHub."
	});
}
/**
* Cache options of the build.
* @param repository URI of the image's repository
* @param path absolute path of a path given in an input
*/
function cacheOptions(cache, repository, path) {
	switch (cache.kind) {
		case "none": return {
			from: [],
			to: []
		};
		case "gha": {
			const scope = cache.scope === void 0 ? "" : `,scope=${cache.scope}`;
			return {
				from: [`type=gha${scope}`],
				to: [`type=gha,mode=max,ignore-error=true${scope}`]
			};
		}
		case "ecr":
		case "registry": {
			const reference = cacheReference(cache, repository);
			return {
				from: [`type=registry,ref=${reference}`],
				to: [`type=registry,ref=${reference},${REGISTRY_OPTIONS}`]
			};
		}
		case "local": {
			const directory = path(cache.directory);
			return {
				from: [record("type=local", `src=${directory}`)],
				to: [record("type=local", `dest=${directory}`, "mode=max", "ignore-error=true")]
			};
		}
	}
}
/** `host/name:tag` of a cache in a registry. */
function cacheReference(cache, { uri, registry }) {
	if (cache.kind === "registry") return cache.reference;
	return `${cache.repository === void 0 ? uri : `${registry}/${cache.repository}`}:${cache.tag}`;
}
/** buildx reads these options as one record of CSV. */
function record(...fields) {
	return fields.map((one) => /[",\n]/.test(one) ? `"${one.replaceAll("\"", "\"\"")}"` : one).join(",");
}
/** The repository of the registry that holds the cache, and its tag; undefined when the cache is elsewhere. */
function cachePlace(cache, image) {
	if (cache.kind === "ecr") return {
		repository: cache.repository ?? image.name,
		tag: cache.tag
	};
	if (cache.kind !== "registry") return void 0;
	const found = parseImageReference(cache.reference);
	if (found?.host !== image.registry) return void 0;
	return {
		repository: found.name,
		tag: found.tag ?? "latest"
	};
}
/** @throws ConfigurationError when the cache could be written once and never again */
function checkCacheRepository(repository, tag) {
	if (isTagMovable(repository, tag)) return;
	throw new ConfigurationError({
		what: `Input cache: repository ${repository.name} lets no tag be moved, so that tag ${tag} could hold one cache and never a newer one.`,
		fix: `Keep the cache in a repository with movable tags (cache: ecr=${repository.name}-cache), or exempt the tag: aws ecr put-image-tag-mutability --repository-name ${repository.name} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=${tag} (name the filters that it has already too).`
	});
}

// packages/steps/lib/build-push-ecr/inputs.js
const TAG = {
	pattern: /^\w[\w.-]{0,127}$/,
	expected: "a tag",
	example: "v1.2.3"
};
const DIGEST = {
	pattern: /^sha256:[0-9a-f]{64}$/,
	expected: "a digest",
	example: `sha256:${"0123456789abcdef".repeat(4)}`
};
const PROTECT = {
	pattern: /^live-[\w.-]{1,114}$/,
	expected: "live- and a name",
	example: "live-web"
};
/** The inputs of `actions/build-push-ecr`. Names and defaults follow docker/build-push-action where it has them. */
const inputs = {
	repository: text(),
	"registry-type": choice(["private", "public"], { default: "private" }),
	registries: each((entry) => /^\d{12}$/.test(entry), "a list of AWS account ids", "Write 12 digits each, in quotes when the first one is 0, as in \"012345678901\"."),
	stack: stack(),
	"create-repository": flag({ default: "false" }),
	/** `auto`: derived from what is built. */
	tag: matching(TAG),
	tags: each(isTag, "a list of tags", "Write tags alone, as in latest; the repository is an input of its own."),
	digest: matching(DIGEST),
	"if-exists": choice([
		"reuse",
		"fail",
		"overwrite"
	], { default: "reuse" }),
	context: argument(text({ default: "." })),
	file: argument(text()),
	target: argument(text()),
	platforms: field(platformList, {
		default: "",
		form: { kind: "list" }
	}),
	"build-args": argument(pairs()),
	"build-contexts": argument(pairs()),
	"secret-build-args": argument(pairs({ secret: true })),
	secrets: argument(pairs({ secret: true })),
	"secret-envs": argument(pairs()),
	"secret-files": argument(pairs()),
	ssh: argument(lines()),
	labels: argument(pairs()),
	cache: field(parseCache, { default: "none" }),
	"cache-from": argument(lines()),
	"cache-to": argument(lines()),
	"no-cache": flag({ default: "false" }),
	pull: flag({ default: "false" }),
	provenance: argument(text({ default: "false" })),
	sbom: argument(text({ default: "false" })),
	"docker-aws-credentials": flag({ default: "false" }),
	builder: argument(text()),
	network: argument(text()),
	"oci-layout": text(),
	"mount-from": each(isRepositoryName, "a list of repositories of the same registry", "Write their names alone, as in team/base."),
	"task-definition": text(),
	"fail-on-severity": choice(SEVERITIES, {}),
	"scan-timeout-minutes": number({
		default: "5",
		min: 0,
		max: 60
	}),
	protect: matching(PROTECT),
	"dry-run": flag({ default: "false" }),
	/** Read by whoever makes the AWS clients. */
	"show-logs": showLogs,
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};
function each(accepts, expected, fix) {
	return field((value) => {
		const entries = list().parse(value);
		if (!entries.every(accepts)) throw new InvalidInput(expected, fix);
		return entries;
	}, {
		default: "",
		form: { kind: "list" }
	});
}
function platformList(value) {
	return list().parse(value).map((entry) => {
		const platform = parsePlatform(entry);
		if (platform === void 0) throw new InvalidInput("a list of platforms", "Write them like linux/amd64 or linux/amd64,linux/arm64.");
		return formatPlatform(platform);
	});
}

export { checkRuntime as a, checkCacheRepository as i, cacheOptions as n, cachePlace as r, inputs as t };