import { $ as alarmNames, Br as pairs, Lr as matching, Mr as choices, Pr as flag, Q as codeDeployName, Sr as commonInputs, Ur as text, br as configInputs, et as cluster, jr as choice, nt as service, rt as stack, tt as revision, zr as number } from "./base-D7WWzZYD.js";
import { t as ITEM_IDS } from "./item-CKCvo54z.js";

// packages/steps/lib/preflight/inputs.js
/** Inputs of preflight; the contract is its `action.yml`. */
const inputs = {
	stack: stack(),
	cluster: cluster(),
	service: service(),
	"task-definition": text(),
	"task-definition-arn": revision(),
	variables: pairs(),
	image: text(),
	"container-name": text(),
	"container-port": number({
		min: 1,
		max: 65535,
		integer: true
	}),
	"codedeploy-application": matching(codeDeployName("AppECS-shop-web")),
	"codedeploy-deployment-group": matching(codeDeployName("DgpECS-shop-web")),
	"codedeploy-deployment-config": matching(codeDeployName("CodeDeployDefault.ECSAllAtOnce")),
	alarms: alarmNames(),
	"ignore-alarms": flag({ default: "false" }),
	"on-active-deployment": choice([
		"wait",
		"stop",
		"finish",
		"fail"
	], { default: "fail" }),
	"wait-until": choice([
		"ready",
		"traffic-shifted",
		"completed"
	], { default: "traffic-shifted" }),
	"wait-for-minutes": number({
		min: .01,
		max: 7200
	}),
	"clean-up": flag({ default: "false" }),
	"allow-zero-tasks": flag({ default: "false" }),
	skip: choices(ITEM_IDS),
	explain: text(),
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};

export { inputs as t };