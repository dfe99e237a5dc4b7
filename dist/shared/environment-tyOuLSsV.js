import { t as findEnvironment } from "./find-environment-BJXpSdus.js";
import { Gr as AwsCallError, Jr as ConfigurationError, pr as lastSegment } from "./base-D7WWzZYD.js";

// packages/steps/lib/deployment/environment.js
/** @throws ConfigurationError before any call when nothing names the service */
function requireName(given) {
	if (given.stack !== void 0 || given.service !== void 0) return;
	throw new ConfigurationError({
		what: "Neither input stack nor input service was given.",
		fix: "Add stack: NAME (the CloudFormation stack), or cluster: and service:."
	});
}
/** The environment with names of cluster and service where the user may have given ARNs: engines know names only. */
async function environmentOf(aws, given) {
	const found = await findEnvironment(aws, given);
	return {
		...found,
		cluster: lastSegment(found.cluster),
		service: lastSegment(found.service)
	};
}
/** The service, or undefined when the cluster has none of the name. @throws ConfigurationError when there is no such cluster */
async function describeService(aws, { cluster, service }) {
	try {
		return await aws.services.describe(cluster, service);
	} catch (error) {
		if (!(error instanceof AwsCallError) || error.code !== "ClusterNotFoundException") throw error;
		throw new ConfigurationError({
			what: `There is no ECS cluster ${cluster} in ${aws.region}.`,
			fix: "Correct cluster (without it the cluster default is meant), or aws-region."
		}, { cause: error });
	}
}

export { environmentOf as n, requireName as r, describeService as t };