import { $ as service, Er as choices, Lr as text, Nr as number, Or as flag, Pr as pairs, Q as revision, Tr as choice, X as alarmNames, Y as codeDeployName, Z as cluster, _r as credentialInputs, et as stack, hr as configInputs, jr as matching } from "./base-qPzcO8Sx.js";
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
	...credentialInputs,
	region: text({ aliases: ["aws-region"] })
};

export { inputs as t };