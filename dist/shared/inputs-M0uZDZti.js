import { Ar as InvalidInput, Br as pairs, Ir as list, Lr as matching, Mr as choices, Nr as field, Pr as flag, Sr as commonInputs, Ur as text, br as configInputs, jr as choice, zr as number } from "./base-D7WWzZYD.js";

// packages/steps/lib/deploy-stack/inputs.js
const MODES = [
	"apply",
	"preview",
	"drift",
	"delete"
];
/** Words of aws-actions/aws-cloudformation-github-deploy for the same input, and how they are said here. */
const FOREIGN_MODES = {
	"create-only": "For create-only, set no-execute-changeset: true.",
	"execute-only": "For execute-only, remove mode and name the change set: change-set: NAME."
};
const mode = {
	...field((value) => {
		if (value === "create-and-execute") return "apply";
		const found = MODES.find((one) => one === value);
		if (found !== void 0) return found;
		throw new InvalidInput(`one of ${MODES.join(", ")}`, FOREIGN_MODES[value] ?? `Write one of ${MODES.join(", ")}.`);
	}, {
		default: "apply",
		form: {
			kind: "choice",
			choices: MODES
		}
	}),
	reading: (value) => value === "create-and-execute" ? "create-and-execute is read as apply." : void 0
};
/** Inputs of deploy-stack; the contract is its `action.yml`. */
const inputs = {
	name: matching({
		required: true,
		aliases: ["stack"],
		pattern: /^[A-Za-z][A-Za-z0-9-]{0,127}$/,
		expected: "a stack name (letters, digits and -, a letter first)",
		example: "shop-production"
	}),
	mode,
	template: text(),
	"parameter-overrides": text({ form: { kind: "json" } }),
	"parameters-file": text(),
	"parameters-from": list(),
	"change-set": matching({
		aliases: ["execute-change-set-id"],
		pattern: /^([A-Za-z][A-Za-z0-9-]{0,127}|arn:aws[\w-]*:cloudformation:[\w-]+:\d{12}:changeSet\/\S+)$/,
		expected: "the name or the ARN of a change set",
		example: "cutover-1234-1-abc"
	}),
	"allow-replacement": list(),
	"allow-removal": list(),
	"confirm-delete": text(),
	"termination-protection": choice(["true", "false"], {}),
	capabilities: choices([
		"CAPABILITY_IAM",
		"CAPABILITY_NAMED_IAM",
		"CAPABILITY_AUTO_EXPAND"
	], { default: "CAPABILITY_IAM" }),
	"role-arn": matching({
		pattern: /^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/,
		expected: "the ARN of a role",
		example: "arn:aws:iam::123456789012:role/NAME"
	}),
	tags: pairs(),
	"no-execute-changeset": flag({ default: "false" }),
	"fail-on-empty-changeset": flag({ default: "false" }),
	"wait-for-minutes": number({
		default: "60",
		min: .05,
		max: 1440
	}),
	"poll-interval-seconds": number({
		default: "5",
		min: .05,
		max: 300
	}),
	"dry-run": flag({ default: "false" }),
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};

export { inputs as t };