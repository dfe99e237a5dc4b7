import { Ar as InvalidInput, Lr as matching, Nr as field, Or as showLogs, Pr as flag, Q as codeDeployName, Sr as commonInputs, Ur as text, br as configInputs, et as cluster, fr as parseRevision, jr as choice, mr as parseArn, nt as service, rt as stack, ur as isDigest, zr as number } from "./base-D7WWzZYD.js";

// packages/steps/lib/rollback/goal.js
/** `7`, `web:7`, an ARN, `1a2b3c4` or `sha256:…`; undefined when it is none of them. */
function parseGoal(text) {
	if (isDigest(text)) return {
		kind: "digest",
		digest: text
	};
	if (/^[1-9]\d{0,38}$/.test(text)) return {
		kind: "number",
		number: text
	};
	if (/^[0-9a-f]{7,40}$/i.test(text)) return {
		kind: "commit",
		commit: text.toLowerCase()
	};
	const arn = parseArn(text);
	return parseRevision(text) !== void 0 && (arn === void 0 || arn.service === "ecs") ? {
		kind: "revision",
		revision: text
	} : void 0;
}
/** Whether digits alone may be the beginning of a commit. */
function mayBeCommit(number) {
	return number.length >= 7 && number.length <= 40;
}

// packages/steps/lib/rollback/inputs.js
/** Inputs of rollback; the contract is its `action.yml`. */
const inputs = {
	stack: stack(),
	cluster: cluster(),
	service: service(),
	to: field(goal, {}),
	"only-this-run": flag({ default: "false" }),
	"codedeploy-application": matching(codeDeployName("AppECS-shop-web")),
	"codedeploy-deployment-group": matching(codeDeployName("DgpECS-shop-web")),
	"codedeploy-deployment-config": matching({
		...codeDeployName("CodeDeployDefault.ECSAllAtOnce"),
		default: "CodeDeployDefault.ECSAllAtOnce"
	}),
	"wait-until": choice(["traffic-shifted", "completed"], { default: "traffic-shifted" }),
	"wait-for-minutes": number({
		min: .01,
		max: 7200
	}),
	"poll-interval-seconds": number({
		default: "5",
		min: .05,
		max: 60
	}),
	"dry-run": flag({ default: "false" }),
	"show-logs": showLogs,
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};
/** A revision, a commit or a digest; taken apart by `parseGoal`. */
function goal(value) {
	if (parseGoal(value) === void 0) throw new InvalidInput("a revision, a commit or a digest", "Write a number (7), family:number (web:7), the ARN of a task definition, a commit (7 to 40 hexadecimal digits) or sha256:…; leave it out for the last good one.");
	return value;
}

export { mayBeCommit as n, parseGoal as r, inputs as t };