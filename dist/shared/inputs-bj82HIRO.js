import { Ar as InvalidInput, Br as pairs, G as ARCHITECTURES_ELSEWHERE, Ir as list, K as OPERATING_SYSTEMS, Lr as matching, Nr as field, Pr as flag, Sr as commonInputs, Ur as text, X as command, br as configInputs, et as cluster, jr as choice, nt as service, q as awsWord, rt as stack, zr as number } from "./base-D7WWzZYD.js";

// packages/steps/lib/register-taskdef/env-files.js
/** One S3 object a line: its ARN, or `s3://BUCKET/KEY`, which is completed with the partition later. */
function envFiles() {
	return {
		...field((text) => {
			const files = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
			const wrong = files.find((file) => !/^(arn:aws[\w-]*:s3:::|s3:\/\/)[^/\s]+\/\S*\.env$/.test(file));
			if (wrong !== void 0) throw new InvalidInput("the ARN of an object in S3 whose name ends in .env", "Write one a line, like arn:aws:s3:::BUCKET/path/app.env or s3://BUCKET/path/app.env.", JSON.stringify(wrong));
			return files;
		}, {
			default: "",
			form: { kind: "lines" }
		}),
		default: ""
	};
}
/** The ARN of what `s3://` names. */
function objectArn(file, partition) {
	return file.startsWith("s3://") ? `arn:${partition}:s3:::${file.slice(5)}` : file;
}

// packages/steps/lib/register-taskdef/inputs.js
const role = {
	pattern: /^(arn:aws[\w-]*:iam::\d{12}:role\/\S+|[\w+=,.@-]{1,64})$/,
	expected: "the ARN or name of a role",
	example: "arn:aws:iam::123456789012:role/NAME"
};
/** After ECS's API model of August 2026. */
/** Inputs of register-taskdef; the contract is its `action.yml`. */
const inputs = {
	"task-definition": text(),
	"task-definition-family": text({ aliases: ["family"] }),
	"task-definition-arn": matching({
		pattern: /^(arn:aws[\w-]*:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]+:\d+$/,
		expected: "the ARN of a task definition revision",
		example: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:7, or app:7"
	}),
	"task-definition-revision": number({
		min: 1,
		max: 0x7fffffff,
		integer: true
	}),
	stack: stack(),
	cluster: cluster(),
	service: service(),
	base: choice([
		"file",
		"family",
		"service"
	], {}),
	"container-name": list(),
	image: text(),
	images: pairs(),
	repository: text(),
	digest: matching({
		pattern: /^sha256:[0-9a-f]{64}$/,
		expected: "a digest",
		example: "sha256: and 64 hexadecimal digits, the output digest of build-push-ecr"
	}),
	"environment-variables": pairs(),
	"env-files": envFiles(),
	"environment-mode": choice(["merge", "replace"], { default: "merge" }),
	secrets: pairs(),
	command: command(),
	"docker-labels": pairs(),
	"log-configuration-log-driver": text(),
	"log-configuration-options": pairs(),
	"task-role-arn": matching(role),
	"execution-role-arn": matching(role),
	cpu: text(),
	memory: text(),
	"cpu-architecture": awsWord(["X86_64", "ARM64"], {}, ARCHITECTURES_ELSEWHERE),
	"operating-system-family": awsWord(OPERATING_SYSTEMS, {}),
	tags: pairs(),
	variables: pairs(),
	"keep-revisions": number({
		min: 1,
		max: 1e3,
		integer: true
	}),
	requirements: choice(["fail", "warn"], { default: "fail" }),
	"dry-run": flag({ default: "false" }),
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};

export { objectArn as n, inputs as t };