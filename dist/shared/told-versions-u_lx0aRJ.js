import { Er as textOf, Yr as CutoverError, ct as traceOf, hr as consoleLink, tn as containersOf } from "./base-D7WWzZYD.js";

// packages/steps/lib/told-versions.js
/** A revision with its definition, as the version that it is. */
function versionOf({ arn, definition, tags }, run) {
	const containers = containersOf(definition);
	const serving = containers.find(({ portMappings }) => Array.isArray(portMappings) && portMappings.length > 0) ?? containers[0];
	return {
		revision: arn,
		image: textOf(serving?.["image"]) || void 0,
		commit: commitOf(tags, run)
	};
}
/** The version that serves, by one call; what can't be read stays unknown. */
async function servedVersion({ aws, run }, revision) {
	try {
		const { image, tags } = await aws.deployableRevisions.origin(revision);
		return {
			revision,
			image,
			commit: commitOf(tags, run)
		};
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		return { revision };
	}
}
/** The commit in a revision's tags; one of another repository would be looked for in the wrong place. */
function commitOf(tags, run) {
	const { commit, runUrl } = traceOf(tags);
	return runUrl !== void 0 && !runUrl.includes(`/${run.repository}/actions/`) ? void 0 : commit;
}
/** Tells which version a step replaces, and by which. */
function tellVersions({ progress }, before, after) {
	progress.report({
		type: "version.known",
		role: "before",
		...before
	});
	progress.report({
		type: "version.known",
		role: "after",
		...after
	});
}
/** Tells where a reader sees the service, its log and the application. */
function tellPages({ aws, progress }, { cluster, logGroup, service, serviceUrl }, revision) {
	const { region } = aws;
	const group = logGroup ?? revision?.containers.find(({ log }) => log !== void 0)?.log?.group;
	if (serviceUrl !== void 0) progress.report({
		type: "page.known",
		page: "application",
		url: serviceUrl
	});
	progress.report({
		type: "page.known",
		page: "service",
		url: consoleLink(region, {
			kind: "service",
			cluster,
			service
		})
	});
	if (group !== void 0) progress.report({
		type: "page.known",
		page: "logs",
		url: consoleLink(region, {
			kind: "logGroup",
			group
		})
	});
}

export { versionOf as a, tellVersions as i, servedVersion as n, tellPages as r, commitOf as t };