import { $ as alarmNames, Ar as InvalidInput, Ir as list, Lr as matching, Nr as field, Or as showLogs, Sr as commonInputs, Ur as text, br as configInputs, et as cluster, gt as parseStatuses, jr as choice, nt as service, rt as stack, tt as revision, zr as number } from "./base-D7WWzZYD.js";
import { n as parseHeaders, r as parseText } from "./expectation-CLbpZiel.js";

// packages/steps/lib/probe/inputs.js
/** Inputs of a step that sends requests over HTTP and judges the answers. */
const probeInputs = {
	url: field(address, {}),
	path: matching({
		pattern: /^\//,
		expected: "a path that begins with /",
		example: "/health"
	}),
	"host-header": matching({
		pattern: /^(?=.{1,253}(?::\d{1,5})?$)[A-Za-z0-9_](?:[\w-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[\w-]*[A-Za-z0-9_])?)*(?::\d{1,5})?$/,
		expected: "a host name",
		example: "shop.example.com"
	}),
	"expect-status": field(parseStatuses, { default: "200" }),
	"expect-body": field(parseText, {}),
	"expect-header": field(parseHeaders, { form: { kind: "lines" } }),
	"max-latency-ms": number({
		min: 1,
		max: 3e5,
		integer: true
	}),
	"probe-count": number({
		default: "1",
		min: 1,
		max: 1e3,
		integer: true
	}),
	"probe-concurrency": number({
		default: "1",
		min: 1,
		max: 100,
		integer: true
	})
};
function address(value) {
	const url = URL.canParse(value) ? new URL(value) : void 0;
	if (url?.protocol !== "http:" && url?.protocol !== "https:") throw new InvalidInput("an http or https address", "Write it like https://shop.example.com/health.");
	return value;
}
/** The inputs' values as one expectation. */
function expectationOf(given) {
	return {
		statuses: given["expect-status"],
		body: given["expect-body"],
		headers: given["expect-header"] ?? [],
		maxLatencyMs: given["max-latency-ms"]
	};
}

// packages/steps/lib/verify-target-health/inputs.js
/** Inputs of verify-target-health; the contract is its `action.yml`. */
const inputs = {
	stack: stack(),
	cluster: cluster(),
	service: service(),
	"task-definition-arn": revision(),
	listener: choice(["production", "test"], { default: "production" }),
	"listener-arn": arns({
		pattern: /^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:listener(-rule)?\/(app|net)\/[^/]+(\/\w+){2,3}$/,
		expected: "a list of ARNs of listeners or listener rules",
		example: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef"
	}),
	"target-group-arn": arns({
		pattern: /^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/[^/]+\/\w+$/,
		expected: "a list of ARNs of target groups",
		example: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web-blue/0123456789abcdef"
	}),
	"min-healthy": number({
		min: 1,
		max: 5e3,
		integer: true
	}),
	consecutive: number({
		default: "2",
		min: 1,
		max: 100,
		integer: true
	}),
	"wait-for-minutes": number({
		default: "5",
		min: .01,
		max: 360
	}),
	"poll-interval-seconds": number({
		default: "5",
		min: .05,
		max: 60
	}),
	...probeInputs,
	alarms: alarmNames(),
	"show-logs": showLogs,
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};
/** ARNs of one form, separated by commas or newlines. */
function arns(options) {
	const entries = list();
	return {
		...entries,
		parse: (value) => {
			const found = entries.parse(value);
			if (!found.every((one) => options.pattern.test(one))) throw new InvalidInput(options.expected, `Write each like ${options.example}.`);
			return found;
		}
	};
}

export { expectationOf as n, probeInputs as r, inputs as t };