import { $ as alarmNames, Ar as InvalidInput, Fr as lines, Lr as matching, Mr as choices, Nr as field, Or as showLogs, Pr as flag, Q as codeDeployName, Sr as commonInputs, Ur as text, X as command, br as configInputs, et as cluster, gt as parseStatuses, jr as choice, nt as service, rt as stack, tt as revision, zr as number } from "./base-D7WWzZYD.js";

// packages/steps/lib/deploy/inputs.js
/** CodeDeploy's events, and the word for none of them. */
const ROLLBACK_EVENTS = [
	"DEPLOYMENT_FAILURE",
	"DEPLOYMENT_STOP_ON_ALARM",
	"DEPLOYMENT_STOP_ON_REQUEST",
	"none"
];
/** Inputs of a deployment, for every action that makes one. */
const inputs = {
	stack: stack(),
	cluster: cluster(),
	service: service(),
	services: lines(),
	mode: choice([
		"deploy",
		"continue",
		"stop"
	], { default: "deploy" }),
	"task-definition-arn": revision(),
	"deployment-id": matching({
		pattern: /^(d-[A-Z0-9]{1,40}|[\w-]{20,24}|arn:aws[\w-]*:ecs:[\w-]+:\d{12}:service-deployment\/[\w/-]{1,600})$/,
		expected: "the id of a CodeDeploy deployment, or the ARN or id of an ECS service deployment",
		example: "d-RPCR1U3TW or arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/ejGvqq2ilnbKT9qj0vLJe"
	}),
	"codedeploy-application": matching(codeDeployName("AppECS-shop-web")),
	"codedeploy-deployment-group": matching(codeDeployName("DgpECS-shop-web")),
	"codedeploy-appspec": text(),
	"codedeploy-deployment-description": text(),
	"codedeploy-deployment-config": matching(codeDeployName("CodeDeployDefault.ECSAllAtOnce")),
	"auto-rollback-events": choices(ROLLBACK_EVENTS),
	alarms: alarmNames(),
	"ignore-alarms": flag({ default: "false" }),
	"ignore-poll-alarm-failure": flag({ default: "false" }),
	"container-name": text(),
	"container-port": number({
		min: 1,
		max: 65535,
		integer: true
	}),
	gate: choice([
		"none",
		"health",
		"http",
		"command"
	], { default: "none" }),
	"gate-url": field(address, {}),
	"gate-path": matching({
		pattern: /^\//,
		expected: "a path that begins with /",
		example: "/health"
	}),
	"gate-expect-status": field(parseStatuses, { default: "200" }),
	"gate-command": command(),
	"gate-aws-credentials": flag({ default: "false" }),
	"gate-timeout-minutes": number({
		min: .01,
		max: 2880
	}),
	"wait-until": choice([
		"ready",
		"traffic-shifted",
		"completed"
	], { default: "traffic-shifted" }),
	"wait-for-minutes": number({
		min: .01,
		max: 7200
	}),
	"poll-interval-seconds": number({
		default: "5",
		min: .05,
		max: 60
	}),
	"max-failed-tasks": number({
		default: "3",
		min: 0,
		max: 1e3,
		integer: true
	}),
	"on-cancel": choice([
		"rollback",
		"stop",
		"leave"
	], { default: "rollback" }),
	"on-active-deployment": choice([
		"wait",
		"stop",
		"finish",
		"fail"
	], { default: "wait" }),
	"wait-for-active-minutes": number({
		min: .01,
		max: 7200
	}),
	"suspend-auto-scaling": flag({ default: "false" }),
	"allow-downgrade": flag({ default: "false" }),
	"github-token": field(token, {
		default: "${{ github.token }}",
		secret: true
	}),
	"allow-zero-tasks": flag({ default: "false" }),
	"dry-run": flag({ default: "false" }),
	"show-logs": showLogs,
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};
function address(value) {
	const url = URL.canParse(value) ? new URL(value) : void 0;
	if (url?.protocol !== "http:" && url?.protocol !== "https:") throw new InvalidInput("an http or https address", "Write it like http://test.example.com:8080/health.");
	return value;
}
/** GitHub fills in the default's expression; whatever else starts the action leaves it as it is. */
function token(value) {
	return value.startsWith("${{") ? void 0 : value;
}

export { inputs as t };