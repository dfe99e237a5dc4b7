import { Jr as ConfigurationError, mr as parseArn, pr as lastSegment, pt as environmentFromOutputs } from "./base-D7WWzZYD.js";
import { r as requireOwn } from "./clean-up-2m7US7l4.js";

// packages/steps/lib/find-environment.js
/**
* Reads the stack's outputs if a stack is named; `cluster` and `service` given beside it win. Without a stack only the
* names are known, the rest is found from the service by whoever needs it. A service's ARN names its cluster, too.
* @throws ConfigurationError when neither is given, an ARN is of another place or cluster, the stack does not exist or lacks
*   the outputs
*/
async function findEnvironment(aws, named) {
	const { stack: name, service } = named;
	await requireOwn(aws, {
		"Input stack": name,
		"Input cluster": named.cluster,
		"Input service": service
	});
	const cluster = clusterOf(named);
	if (name === void 0) {
		if (service === void 0) throw new ConfigurationError({
			what: "Neither input stack nor input service was given.",
			fix: "Add stack: NAME (the CloudFormation stack), or cluster: and service:."
		});
		return {
			cluster: cluster ?? "default",
			service
		};
	}
	const stack = await aws.stacks.describe(name);
	if (stack === void 0) throw new ConfigurationError({
		what: `Input stack: there is no stack ${name} in ${aws.region}.`,
		fix: "Create it with the deploy-stack action, or correct the name or aws-region."
	});
	const found = environmentFromOutputs(name, stack.outputs);
	if ("missing" in found) throw new ConfigurationError({
		what: `Input stack: stack ${name} has no output ${found.missing.join(" and no output ")}.`,
		fix: "Create the stack from the bundled template (deploy-stack), add these outputs, or give cluster: and service: instead."
	});
	return {
		...found.environment,
		...cluster === void 0 ? {} : { cluster },
		...service === void 0 ? {} : { service }
	};
}
/** The cluster that is named; the newer form of a service's ARN has it as well. */
function clusterOf({ cluster, service = "" }) {
	const [, theirs] = /^service\/([^/]+)\/[^/]+$/.exec(parseArn(service)?.resource ?? "") ?? [];
	if (theirs === void 0 || cluster === void 0) return cluster ?? theirs;
	if (lastSegment(cluster) === theirs) return cluster;
	throw new ConfigurationError({
		what: `Input service: ${service} is in cluster ${theirs}, and input cluster is ${cluster}.`,
		fix: "Correct one of the two; with the service’s ARN, cluster can be left out."
	});
}

export { findEnvironment as t };