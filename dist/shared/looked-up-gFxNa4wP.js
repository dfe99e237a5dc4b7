import { n as fill } from "./facts-CQa754L6.js";

// packages/domain/lib/diagnosis/looked-up.js
/** Findings that no message gives: they come from a look at the case. Cause and fix name facts as those of the messages do. */
const LOOKED_UP = {
	"listens-on-loopback": {
		cause: "Container {container} listens on port {port} of 127.0.0.1 only, which the load balancer can’t reach.",
		fix: "Let the program listen on 0.0.0.0 (HOST, --host, --bind, server.address, ASPNETCORE_URLS), and deploy again."
	},
	"wrong-port": {
		cause: "Container {container} listens on port {ports}, and the load balancer sends to port {asked} of it.",
		fix: "Let the program listen on {asked} (PORT), or set containerPort {port} in the task definition and in the load balancer entry of the service."
	},
	"last-log-lines": {
		cause: "Container {container} stopped; its log says: {line}",
		fix: "Mend what the lines say, and try the image with the same command and variables. The whole log is in {stream|the container’s log group}."
	},
	"last-log-lines-of-other-container": {
		cause: "The command did not end by itself; these are the last lines of container {container}.",
		fix: "Mend what the lines say, or make container {container} not essential where the command does without it."
	},
	unrecognised: {
		cause: "No known cause; the last words were: {line}",
		fix: "AWS and the tasks said nothing else. Start the image with the same command and variables to see how it fails."
	},
	"image-vulnerable": {
		cause: "The image has vulnerabilities of severity {severity} or worse ({count}).",
		fix: "Update the packages that the table in the summary lists (a newer base image often does), or raise fail-on-severity."
	},
	"image-not-runnable": {
		cause: "{image} is no image that a task could run: its manifest is {manifest}.",
		fix: "Push a container image; artifacts such as charts, SBOMs and build caches belong under other tags."
	},
	"image-platform-missing": {
		cause: "The image runs on {offered|no platform}, but {missing} was asked for; tasks could not start from it.",
		fix: "Build it for {wanted} (platforms), or correct platforms or the stack’s CpuArchitecture."
	}
};
/** A finding of a look, with the names of the case in its sentences. */
function lookedUp(id, facts, more) {
	const { cause, fix } = LOOKED_UP[id];
	return {
		id,
		what: fill(cause, facts),
		fix: fill(fix, facts),
		facts,
		...more
	};
}

export { lookedUp as t };