import { Or as showLogs, Pr as flag, Sr as commonInputs, Z as commands, br as configInputs, et as cluster, jr as choice, nt as service, rt as stack } from "./base-D7WWzZYD.js";
import { t as inputs$1 } from "./inputs-BBWYVgMx.js";
import { t as inputs$2 } from "./inputs-BQELbPYT.js";
import { r as probeInputs, t as inputs$3 } from "./inputs-W80Y9PUa.js";
import { t as inputs$4 } from "./inputs-bj82HIRO.js";
import { t as inputs$5 } from "./inputs-C9IZ-cOA.js";

// packages/steps/lib/pipeline/inputs.js
/** Inputs of the pipeline, with the types, defaults and other names that they have in its steps. */
const inputs = {
	stack: stack(),
	cluster: cluster(),
	service: service(),
	preflight: choice([
		"fail",
		"warn",
		"off"
	], { default: "fail" }),
	repository: inputs$2.repository,
	context: inputs$2.context,
	file: inputs$2.file,
	target: inputs$2.target,
	"build-args": inputs$2["build-args"],
	"build-contexts": inputs$2["build-contexts"],
	"secret-envs": inputs$2["secret-envs"],
	"secret-files": inputs$2["secret-files"],
	"docker-aws-credentials": inputs$2["docker-aws-credentials"],
	cache: inputs$2.cache,
	platforms: inputs$2.platforms,
	tag: inputs$2.tag,
	"oci-layout": inputs$2["oci-layout"],
	"if-exists": inputs$2["if-exists"],
	"fail-on-severity": inputs$2["fail-on-severity"],
	"scan-timeout-minutes": inputs$2["scan-timeout-minutes"],
	image: inputs$4.image,
	digest: inputs$4.digest,
	"task-definition": inputs$4["task-definition"],
	variables: inputs$4.variables,
	"container-name": inputs$4["container-name"],
	"environment-variables": inputs$4["environment-variables"],
	"env-files": inputs$4["env-files"],
	secrets: inputs$4.secrets,
	"keep-revisions": inputs$4["keep-revisions"],
	"migration-command": withoutAliases(inputs$5.command),
	"migration-commands": commands(),
	"migration-timeout-minutes": withoutAliases(inputs$5["timeout-minutes"]),
	snapshot: inputs$5.snapshot,
	"snapshot-keep": inputs$5["snapshot-keep"],
	"snapshot-timeout-minutes": inputs$5["snapshot-timeout-minutes"],
	maintenance: inputs$5.maintenance,
	"maintenance-page": inputs$5["maintenance-page"],
	"retry-after-seconds": inputs$5["retry-after-seconds"],
	"job-key": inputs$5["job-key"],
	"codedeploy-appspec": inputs$1["codedeploy-appspec"],
	"codedeploy-deployment-config": inputs$1["codedeploy-deployment-config"],
	"auto-rollback-events": inputs$1["auto-rollback-events"],
	alarms: inputs$1.alarms,
	"ignore-alarms": inputs$1["ignore-alarms"],
	gate: inputs$1.gate,
	"gate-url": inputs$1["gate-url"],
	"gate-path": inputs$1["gate-path"],
	"gate-expect-status": inputs$1["gate-expect-status"],
	"gate-command": inputs$1["gate-command"],
	"gate-aws-credentials": inputs$1["gate-aws-credentials"],
	"gate-timeout-minutes": inputs$1["gate-timeout-minutes"],
	"wait-until": inputs$1["wait-until"],
	"wait-for-minutes": inputs$1["wait-for-minutes"],
	"max-failed-tasks": inputs$1["max-failed-tasks"],
	"on-cancel": inputs$1["on-cancel"],
	"on-active-deployment": inputs$1["on-active-deployment"],
	"wait-for-active-minutes": inputs$1["wait-for-active-minutes"],
	"suspend-auto-scaling": inputs$1["suspend-auto-scaling"],
	"allow-downgrade": inputs$1["allow-downgrade"],
	"github-token": inputs$1["github-token"],
	"min-healthy": inputs$3["min-healthy"],
	consecutive: inputs$3.consecutive,
	"verify-for-minutes": inputs$3["wait-for-minutes"],
	...probeInputs,
	protect: flag({ default: "true" }),
	"poll-interval-seconds": inputs$1["poll-interval-seconds"],
	"dry-run": inputs$1["dry-run"],
	"show-logs": showLogs,
	...configInputs,
	...commonInputs,
	region: inputs$1.region
};
/** The names under which a step knows an input would mean something else here. */
function withoutAliases(field) {
	return {
		...field,
		aliases: []
	};
}

export { inputs as t };