import { Hr as quoted, Jr as ConfigurationError, Yr as CutoverError, er as homeOf, mr as parseArn, nr as misplaced } from "./base-D7WWzZYD.js";

// packages/steps/lib/require-here.js
/**
* Refuses ARNs of another partition, region or kind of resource, and with `answered` those of another account. Makes no call.
* @param answered an ARN that AWS gave, such as the service's: its account is that of the credentials
* @throws ConfigurationError naming each of them
*/
function requireHere({ partition, region }, arns, answered) {
	const account = answered === void 0 ? void 0 : homeOf(answered)?.account;
	const problems = each(arns).flatMap(([what, arn]) => misplaced(what, arn, {
		partition,
		region,
		account
	}) ?? ofAnotherKind(what, arn) ?? []);
	if (problems.length > 0) throw new ConfigurationError(problems);
}
/** By input, the resource whose ARN it takes. */
const KINDS = {
	"Input cluster": [
		"ecs",
		/^cluster\/[\w-]+$/,
		"cluster/NAME"
	],
	"Input service": [
		"ecs",
		/^service\/(?:[\w-]+\/)?[\w-]+$/,
		"service/CLUSTER/NAME"
	],
	"Input stack": [
		"cloudformation",
		/^stack\//,
		"stack/NAME/ID"
	],
	"Input task-definition-arn": [
		"ecs",
		/^task-definition\/[\w-]+(?::\d+)?$/,
		"task-definition/FAMILY:REVISION"
	],
	"Input listener-arn": [
		"elasticloadbalancing",
		/^listener(?:-rule)?\//,
		"listener/app/…"
	],
	"Input target-group-arn": [
		"elasticloadbalancing",
		/^targetgroup\//,
		"targetgroup/NAME/ID"
	],
	"Input execution-role-arn": [
		"iam",
		/^role\//,
		"role/NAME"
	],
	"Input task-role-arn": [
		"iam",
		/^role\//,
		"role/NAME"
	],
	"Input role-arn": [
		"iam",
		/^role\//,
		"role/NAME"
	]
};
/** The fault of an ARN whose last part would be taken for the name of another kind of resource. */
function ofAnotherKind(what, text) {
	const kind = Object.hasOwn(KINDS, what) ? KINDS[what] : void 0;
	const arn = parseArn(text);
	if (kind === void 0 || arn === void 0) return void 0;
	const [service, resource, example] = kind;
	if (arn.service === service && resource.test(arn.resource)) return void 0;
	return {
		what: `${what}: ${quoted(text)} is the ARN of another kind of resource.`,
		fix: `Give an ARN of ${service} that ends in ${example}.`
	};
}
/**
* As {@link requireHere}, where no answer of AWS tells the account yet: STS is asked for it, and only when there is an ARN.
* @throws ConfigurationError naming each ARN of another partition, region or account
*/
async function requireOwn(aws, arns) {
	requireHere(aws, arns);
	const given = each(arns).filter(([, arn]) => (parseArn(arn)?.account ?? "") !== "");
	if (given.length === 0) return;
	const { account } = await aws.identity.caller();
	const problems = given.flatMap(([what, arn]) => misplaced(what, arn, {
		partition: aws.partition,
		region: aws.region,
		account
	}) ?? []);
	if (problems.length > 0) throw new ConfigurationError(problems);
}
function each(arns) {
	return Object.entries(arns).flatMap(([what, value]) => value === void 0 ? [] : (typeof value === "string" ? [value] : value).map((arn) => [what, arn]));
}

// packages/steps/lib/clean-up.js
/**
* Does all of the work, each part whatever became of the others.
* @throws ConfigurationError with a problem for each part that failed; the error of a defect as it is
*/
async function cleanUpAll(parts) {
	const problems = [];
	const failures = [];
	let defect;
	for (const { act, left, fix } of parts) try {
		await act();
	} catch (error) {
		if (!(error instanceof CutoverError)) {
			defect ??= error;
			continue;
		}
		failures.push(error);
		for (const { what, fix: own } of problemsOf(error)) problems.push({
			what: left === void 0 ? what : `${left}: ${what}`,
			fix: fix === void 0 ? own : `${fix} ${own}`.trim()
		});
	}
	const [first] = failures;
	if (first === void 0 && defect === void 0) return;
	if (first === void 0) throw defect;
	if (failures.length === 1 && problems.length === 1 && problems[0]?.what === first.message) throw first;
	throw new ConfigurationError(problems, { cause: first });
}
function problemsOf(error) {
	return error instanceof ConfigurationError ? error.problems : [{
		what: error.message,
		fix: error.fix
	}];
}

export { requireHere as n, requireOwn as r, cleanUpAll as t };