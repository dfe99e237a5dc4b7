import { Er as textOf, Gr as AwsCallError, Tr as isJsonObject, Wr as AccessDeniedError, _r as partitionOf, cr as parseImageReference, in as runsOnFargate, tn as containersOf, zn as missingPlatforms } from "./base-D7WWzZYD.js";

// packages/steps/lib/requirements/requirement.js
function ok(what) {
	return {
		verdict: "ok",
		what,
		fix: ""
	};
}
function failed(what, fix) {
	return {
		verdict: "failed",
		what,
		fix
	};
}
function unknown(what, fix = "") {
	return {
		verdict: "unknown",
		what,
		fix
	};
}
/** It could not be looked at for lack of a permission of our own. */
function refused({ action, fix }) {
	return {
		verdict: "unknown",
		what: `it could not be looked at, as ${action} was refused`,
		fix,
		refused: action
	};
}
/**
* Result of a look. A permission that is missing, or a service that fails, makes nothing else fail: the finding is
* `unknown` then, with the statement to add.
* @throws what neither is, as credentials that are missing
*/
async function look(find) {
	try {
		return await find();
	} catch (error) {
		if (error instanceof AccessDeniedError) return refused(error);
		if (error instanceof AwsCallError) return notLookedAt(error);
		throw error;
	}
}
/** Codes by which AWS says that no resource can have such a name. */
const IMPOSSIBLE = /^(InvalidParameter|Validation|InvalidInput|InvalidRequest|InvalidArn|InvalidARN)/;
/** A look that failed. A value that AWS calls impossible is wrong; everything else tells nothing about the value. */
function notLookedAt(error) {
	return IMPOSSIBLE.test(error.code) ? failed(`AWS has no such value: ${error.message}`, "Correct the value: AWS refuses it each time.") : unknown(`it could not be looked at: ${error.message}`, error.fix);
}

// packages/steps/lib/requirements/images.js
/** Every image that lies in ECR is there, for the platform on which the tasks run. */
async function checkImages(definition, aws) {
	const platform = wantedPlatform(definition);
	const looks = /* @__PURE__ */ new Map();
	return await Promise.all(containersOf(definition).map(async (container, index) => {
		const image = textOf(container["image"]);
		const found = looks.get(image) ?? look(async () => await findImage(image, platform, aws));
		looks.set(image, found);
		return {
			item: `image of container ${textOf(container["name"])}`,
			path: [
				"containerDefinitions",
				index,
				"image"
			],
			...await found
		};
	}));
}
/** `linux/arm64`; undefined where the instances decide. */
function wantedPlatform(definition) {
	const given = definition["runtimePlatform"];
	const { cpuArchitecture, operatingSystemFamily } = isJsonObject(given) ? given : {};
	if (cpuArchitecture === void 0 && !runsOnFargate(definition)) return void 0;
	return `${textOf(operatingSystemFamily).startsWith("WINDOWS") ? "windows" : "linux"}/${cpuArchitecture === "ARM64" ? "arm64" : "amd64"}`;
}
async function findImage(image, platform, aws) {
	const reference = parseImageReference(image);
	if (image.trim() === "") return failed("the image is empty", "Give the image; an empty output of another job has to be named under outputs: there.");
	if (reference === void 0 || !isInEcr(reference)) return await outsideEcr(image, reference, aws);
	const { name, account = "", region = aws.region } = reference;
	const partition = partitionOf(region);
	if (partition !== aws.partition) return failed(`${image} lies in ECR of partition ${partition}, and the tasks run in partition ${aws.partition}`, "Push the image to a repository of this partition, or correct the region in its name.");
	const repository = {
		name,
		account
	};
	const images = region === aws.region ? aws.images : aws.images.in(region);
	let stored;
	try {
		stored = await images.find(repository, reference.digest === void 0 ? { tag: reference.tag ?? "latest" } : { digest: reference.digest });
	} catch (error) {
		if (!(error instanceof AwsCallError) || error.code !== "RepositoryNotFoundException") throw error;
		if (await isCached(name, account, images)) return comesThroughCache(image);
		return failed(`ECR has no repository ${name} in ${where(reference, aws.region)}, so ${image} can't be pulled`, "Push the image first (build-push-ecr), or correct repository, account or region.");
	}
	if (stored === void 0) {
		if (await isCached(name, account, images)) return comesThroughCache(image);
		return failed(`repository ${name} has no image ${reference.digest ?? reference.tag ?? "latest"}`, "Push it first (build-push-ecr gives back its digest), or correct the tag or digest; a lifecycle rule may have deleted it.");
	}
	if (platform === void 0) return ok(`${image} is there`);
	const offered = await images.platforms(repository, stored);
	if (missingPlatforms([platform], offered).length === 0) return ok(`${image} is there for ${platform}`);
	return failed(`${image} is built for ${offered.join(" and ") || "no platform"}, and the task runs on ${platform}`, remedyFor(platform, offered));
}
/** A name without a registry is one of Docker Hub, which is seldom meant where images are kept in ECR. */
async function outsideEcr(image, reference, aws) {
	if (reference !== void 0 && reference.host === void 0 && await keepsImages(aws)) return unknown(`image ${image} names no registry, so tasks pull it from Docker Hub, while ECR has repositories in this account`, `Give the image with its registry (output image of build-push-ecr), or write docker.io/${image.includes("/") ? "" : "library/"}${image} if Docker Hub is meant.`);
	return unknown(`image ${image} lies in no registry of ECR, so it was not looked for`);
}
/** An image that can't be looked up counts as missing. */
async function keepsImages({ images }) {
	try {
		return await images.hasRepositories();
	} catch (error) {
		if (error instanceof AccessDeniedError || error instanceof AwsCallError) return false;
		throw error;
	}
}
/** Whether ECR would bring the image when it is pulled. An image that can't be looked up counts as missing. */
async function isCached(name, account, images) {
	try {
		return (await images.cachePrefixes(account)).some((prefix) => prefix === "ROOT" || name.startsWith(`${prefix}/`));
	} catch (error) {
		if (error instanceof AccessDeniedError || error instanceof AwsCallError) return false;
		throw error;
	}
}
function comesThroughCache(image) {
	return unknown(`${image} is not there yet, and a pull-through cache rule brings it when it is pulled`);
}
/** A registry on this machine is the one that the endpoint of ECR serves. */
function isInEcr({ account, host = "" }) {
	return account !== void 0 || /^(localhost|127\.\d+\.\d+\.\d+)(:\d+)?$/.test(host);
}
function where({ account, region }, own) {
	return [region ?? own, ...account === void 0 ? [] : [`account ${account}`]].join(", ");
}
function remedyFor(platform, offered) {
	const build = `Build it with platforms: ${platform}`;
	const architecture = offered.includes("linux/arm64") ? "ARM64" : offered.includes("linux/amd64") ? "X86_64" : void 0;
	return architecture === void 0 || !platform.startsWith("linux/") ? `${build}.` : `${build}, or set runtimePlatform.cpuArchitecture to ${architecture} (input cpu-architecture).`;
}

export { ok as a, notLookedAt as i, failed as n, refused as o, look as r, unknown as s, checkImages as t };