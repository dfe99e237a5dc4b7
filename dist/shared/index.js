import { basename, delimiter, dirname, isAbsolute, join, posix, resolve } from "node:path";
import { $r as reasonOf, Cn as isCapacityReason, Cr as credentialInputs, Dn as readClaims, Fn as configPlatform, Gn as ACTIVE_STATUSES, Gr as AwsCallError, In as indexPlatforms, Jn as predefinedConfig, Jr as ConfigurationError, Kr as CancelledError, Ln as parseManifest, Mn as shares, Nn as IMAGE_TYPES, On as trustStatement, Pn as INDEX_TYPES, Qn as backOff, Qr as asError, Sn as MARK_VARIABLE, Tn as parseSecretReference, Vr as parseInputs, Wn as severityOf, Wr as AccessDeniedError, Xn as secretValues, Xr as ExpiredCredentialsError, Yr as CutoverError, Zn as variablesOf, _n as credentialEnd, _r as partitionOf, bn as tokenSubject, gn as proxySettings, gr as isKnownRegion, ir as runStep, nr as misplaced, pr as lastSegment, qr as CommandError, rr as runPost, ur as isDigest, vr as requireRegion, wn as READ_ONLY_MEMBERS, xn as shellWord, yn as idTokens, yr as redactor } from "./base-D7WWzZYD.js";
import { chmod, lstat, readFile, readdir, readlink, rm, stat, symlink, writeFile as writeFile$1 } from "node:fs/promises";
import { n as missingRepository, r as Http, t as immutableTag } from "./image-refusals-BnSeliYZ.js";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { accessSync, closeSync, constants as constants$1, createReadStream, openSync, readSync, statSync } from "node:fs";
import { t as diagnose } from "./diagnose-DWiqk3-w.js";
import { homedir } from "node:os";
import { EOL } from "os";
import { constants as constants$2, promises as promises$1 } from "fs";

// node_modules/@actions/core/lib/summary.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises$1;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants$2.R_OK | constants$2.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// packages/domain/lib/foreign-inputs/build-push-action.js
const action$6 = "docker/build-push-action";
/** A flag of buildx that Cutover does not hand over. */
const unsupported = (name, what) => ({
	action: action$6,
	name,
	does: `Cutover does not give buildx ${what}.`,
	instead: `Remove it, or build with ${action$6} into an OCI layout (outputs: type=oci,dest=image.tar) and give oci-layout: image.tar.`
});
/** An option of the build that the pipeline does not have. */
const ofBuild = (name) => ({
	action: action$6,
	name,
	in: ["pipeline"],
	does: "the pipeline builds with the most common options alone.",
	instead: "Build with actions/build-push-ecr, which has this input, and give its output image to the pipeline."
});
/** Inputs of docker/build-push-action that build-push-ecr does not have. */
const BUILD_PUSH_ACTION = [
	{
		action: action$6,
		name: "push",
		same: ["true"],
		does: "Cutover pushes every image that it builds.",
		instead: "Set dry-run: true to check everything without a build and a push."
	},
	{
		action: action$6,
		name: "load",
		same: ["false"],
		does: "the image goes to ECR, not into the Docker engine of the runner.",
		instead: "Pull it in a later step: docker pull with the output image."
	},
	{
		action: action$6,
		name: "outputs",
		same: [
			"type=registry",
			"type=image,push=true",
			"type=registry,push=true"
		],
		does: "the image is pushed to ECR, and to nothing else.",
		instead: `Remove it, or build with ${action$6} into an OCI layout and give oci-layout.`
	},
	{
		action: action$6,
		name: "github-token",
		does: "Cutover gives the build no token unless an input says so.",
		instead: "A Git context takes it as a secret: secrets: GIT_AUTH_TOKEN=${{ github.token }}. Else remove the input."
	},
	{
		action: action$6,
		name: "attests",
		does: "attestations have inputs of their own.",
		instead: "Write provenance: mode=max or sbom: true."
	},
	{
		action: action$6,
		name: "annotations",
		does: "Cutover writes labels into the image, no annotations into its manifest.",
		instead: "Write them as labels."
	},
	{
		action: action$6,
		name: "call",
		same: ["build"],
		does: "Cutover builds; it does not run other methods of the Dockerfile frontend.",
		instead: `Run docker buildx build --call=check in a step of its own, or set dry-run: true.`
	},
	{
		action: action$6,
		name: "no-cache-filters",
		does: "Cutover skips the cache for all stages or for none.",
		instead: "Set no-cache: true, or remove it."
	},
	unsupported("add-hosts", "names of hosts"),
	unsupported("allow", "entitlements"),
	unsupported("cgroup-parent", "a parent of the control group"),
	unsupported("shm-size", "a size of /dev/shm"),
	unsupported("ulimit", "limits of processes"),
	...[
		"builder",
		"cache-from",
		"cache-to",
		"labels",
		"network",
		"no-cache",
		"provenance",
		"pull",
		"sbom",
		"ssh",
		"tags"
	].map(ofBuild)
];

// packages/domain/lib/foreign-inputs/cloudformation-github-deploy.js
const action$5 = "aws-actions/aws-cloudformation-github-deploy";
const inCreation = (name, what) => ({
	action: action$5,
	name,
	same: ["false"],
	does: `deploy-stack leaves ${what} as it is.`,
	instead: `Remove it, and set it once with the AWS CLI.`
});
/** Inputs of aws-actions/aws-cloudformation-github-deploy that deploy-stack does not have. */
const CLOUDFORMATION_GITHUB_DEPLOY = [
	{
		action: action$5,
		name: "no-delete-failed-changeset",
		same: ["false"],
		does: "a change set that failed is deleted; its reason is in the log and the summary."
	},
	inCreation("disable-rollback", "the rollback of failed operations"),
	{
		action: action$5,
		name: "timeout-in-minutes",
		does: "deploy-stack waits, and leaves the stack its time.",
		instead: "Set wait-for-minutes."
	},
	{
		action: action$5,
		name: "notification-arns",
		does: "the events of the stack are told in the log.",
		instead: "Set the topics once with the AWS CLI: aws cloudformation update-stack --notification-arns."
	},
	{
		action: action$5,
		name: "change-set-name",
		does: "change sets get a name of the run, so that runs do not meet."
	},
	{
		action: action$5,
		name: "include-nested-stacks-change-set",
		same: ["false"],
		does: "change sets of nested stacks are not listed."
	},
	{
		action: action$5,
		name: "s3-bucket",
		does: "the template is sent with the call, as compact JSON when it has more than 51,200 bytes.",
		instead: "Split a template that is larger as compact JSON, too."
	},
	{
		action: action$5,
		name: "s3-prefix",
		does: "the template is sent with the call, not by way of S3."
	},
	{
		action: action$5,
		name: "deployment-mode",
		does: "change sets compare with the template, not with what was changed by hand."
	}
];

// packages/domain/lib/foreign-inputs/configure-aws-credentials.js
const action$4 = "aws-actions/configure-aws-credentials";
const key = (name, variable) => ({
	action: action$4,
	name,
	does: "Cutover takes keys from the environment alone, so that they are in no list of inputs.",
	instead: `Set ${variable} under env: from a secret; better give role-to-assume and permissions: id-token: write.`
});
const session = (name, what) => ({
	action: action$4,
	name,
	does: `Cutover assumes the role without ${what}.`,
	instead: `Remove it, or run ${action$4} before this step and leave role-to-assume out here.`
});
/** Inputs of aws-actions/configure-aws-credentials that Cutover's actions do not have. */
const CONFIGURE_AWS_CREDENTIALS = [
	key("aws-access-key-id", "AWS_ACCESS_KEY_ID"),
	key("aws-secret-access-key", "AWS_SECRET_ACCESS_KEY"),
	key("aws-session-token", "AWS_SESSION_TOKEN"),
	{
		action: action$4,
		name: "aws-profile",
		does: "Cutover writes no profile; it reads one.",
		instead: "Set AWS_PROFILE under env:."
	},
	{
		action: action$4,
		name: "overwrite-aws-profile",
		same: ["false"],
		does: "Cutover writes no profile."
	},
	{
		action: action$4,
		name: "web-identity-token-file",
		does: "Cutover asks GitHub for the identity token; the SDK reads a file where the environment names one.",
		instead: "Set AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN under env:, and leave role-to-assume out."
	},
	{
		action: action$4,
		name: "mask-aws-account-id",
		same: ["false"],
		does: "the account id stays readable in logs, and GitHub hands outputs that hold it over to other jobs.",
		instead: `Set it at ${action$4} before this step: its mask holds for the whole job.`
	},
	{
		action: action$4,
		name: "role-skip-session-tagging",
		same: ["true"],
		does: "Cutover sets no session tags.",
		instead: "Remove it; the run is named in the claims of the identity token, which CloudTrail shows."
	},
	session("transitive-tag-keys", "session tags"),
	session("custom-tags", "session tags"),
	session("inline-session-policy", "a session policy"),
	session("managed-session-policies", "session policies"),
	{
		action: action$4,
		name: "output-credentials",
		same: ["false"],
		does: "credentials are never outputs.",
		instead: `Run ${action$4} in a step of its own.`
	},
	{
		action: action$4,
		name: "output-env-credentials",
		same: ["false"],
		does: "the credentials of role-to-assume stay within the action.",
		instead: `Later steps get theirs from ${action$4}.`
	},
	{
		action: action$4,
		name: "unset-current-credentials",
		same: ["false"],
		does: "the environment stays as it is; with role-to-assume its keys are not used."
	},
	{
		action: action$4,
		name: "disable-retry",
		same: ["false"],
		does: "calls that may succeed later are repeated.",
		instead: "Set retry-max-attempts: 1."
	},
	{
		action: action$4,
		name: "special-characters-workaround",
		same: "any",
		does: "keys are never handed to another tool, so their characters do no harm."
	},
	{
		action: action$4,
		name: "use-existing-credentials",
		same: ["true"],
		does: "without role-to-assume the credentials of the environment are used.",
		instead: "Give role-to-assume."
	},
	{
		action: action$4,
		name: "force-skip-oidc",
		same: ["false"],
		does: "role-to-assume is assumed with the identity token of the job.",
		instead: "Set role-chaining: true to assume it with the credentials of the environment."
	},
	{
		action: action$4,
		name: "action-timeout-s",
		does: "every wait has a limit of its own.",
		instead: "Set wait-for-minutes, or timeout-minutes of the step."
	},
	{
		action: action$4,
		name: "sts-endpoint",
		does: "endpoints come from the environment, as in every SDK.",
		instead: "Set AWS_ENDPOINT_URL_STS under env:."
	}
];

// packages/domain/lib/foreign-inputs/deploy-task-definition.js
const action$3 = "aws-actions/amazon-ecs-deploy-task-definition";
const MIGRATION = ["run-migration-task"];
const REGISTER = ["register-taskdef"];
/** An input about the stand-alone task, in an action that runs none. */
const ofTask = (name) => ({
	action: action$3,
	name,
	does: "a task outside of the service is run by an action of its own.",
	instead: "Run actions/run-migration-task before this step; it has the same settings."
});
/** An input about CodeDeploy, in an action that starts no deployment with it. */
const ofCodeDeploy = (name) => ({
	action: action$3,
	name,
	does: "this action finds the deployment group by the service, or has no use for it.",
	instead: "Give it to actions/blue-green-codedeploy or deploy-service."
});
const ofService = (name, setting) => ({
	action: action$3,
	name,
	does: `${setting} is a setting of the service, which a deployment leaves as it is.`,
	instead: "Change the service: aws ecs update-service, or its template."
});
/** Inputs of aws-actions/amazon-ecs-deploy-task-definition that one or the other of Cutover's actions does not have. */
const DEPLOY_TASK_DEFINITION = [
	{
		action: action$3,
		name: "task-definition",
		does: "this action takes a revision that is registered already.",
		instead: "Register the file with actions/register-taskdef and give its output task-definition-arn."
	},
	{
		action: action$3,
		name: "service",
		does: "this action has no use for a service."
	},
	{
		action: action$3,
		name: "cluster",
		does: "this action has no use for a cluster."
	},
	ofService("desired-count", "the number of tasks"),
	{
		action: action$3,
		name: "wait-for-service-stability",
		in: REGISTER,
		same: ["false"],
		does: "this action registers a revision and deploys nothing.",
		instead: "Deploy it with actions/blue-green-codedeploy or deploy-service, which wait."
	},
	{
		action: action$3,
		name: "wait-for-service-stability",
		same: ["true"],
		does: "Cutover waits until it knows that the new revision serves: a job that ends before is green over a failed deployment.",
		instead: "Choose what is awaited with wait-until, and for how long with wait-for-minutes."
	},
	{
		action: action$3,
		name: "wait-for-minutes",
		does: "this action waits for no deployment.",
		instead: "In run-migration-task it is timeout-minutes, in the whole pipeline and the deployment wait-for-minutes."
	},
	{
		action: action$3,
		name: "wait-max-delay-seconds",
		same: "any",
		does: "Cutover looks every few seconds at any age of a wait; poll-interval-seconds changes that."
	},
	ofCodeDeploy("codedeploy-appspec"),
	ofCodeDeploy("codedeploy-application"),
	ofCodeDeploy("codedeploy-deployment-group"),
	ofCodeDeploy("codedeploy-deployment-description"),
	ofCodeDeploy("codedeploy-deployment-config"),
	{
		action: action$3,
		name: "force-new-deployment",
		same: ["false"],
		does: "a revision that serves already is not deployed a second time.",
		instead: "Register a new revision (every image has a digest of its own), or run aws ecs update-service --force-new-deployment."
	},
	ofService("service-managed-ebs-volume-name", "the volume"),
	ofService("service-managed-ebs-volume", "the volume"),
	{
		action: action$3,
		name: "run-task",
		in: MIGRATION,
		same: ["true"],
		does: "this action runs a task."
	},
	{
		action: action$3,
		name: "run-task",
		same: ["false"],
		does: "this action runs no task outside of the service.",
		instead: "Run actions/run-migration-task before this step."
	},
	{
		action: action$3,
		name: "wait-for-task-stopped",
		in: MIGRATION,
		same: ["true"],
		does: "Cutover waits until the task has stopped: only then its exit code is known.",
		instead: "Limit the wait with timeout-minutes."
	},
	{
		action: action$3,
		name: "wait-for-task-stopped",
		same: "any",
		does: "this action runs no task outside of the service."
	},
	...[
		"run-task-container-overrides",
		"run-task-security-groups",
		"run-task-subnets",
		"run-task-assign-public-ip",
		"run-task-capacity-provider-strategy",
		"run-task-launch-type",
		"run-task-started-by",
		"run-task-tags",
		"run-task-managed-ebs-volume-name",
		"run-task-managed-ebs-volume"
	].map(ofTask),
	ofService("enable-ecs-managed-tags", "the tagging of tasks"),
	ofService("propagate-tags", "the tagging of tasks"),
	{
		action: action$3,
		name: "keep-null-value-keys",
		does: "Cutover registers what the file says: null means absent, and an empty text, list or object stays."
	}
];

// packages/domain/lib/foreign-inputs/metadata-action.js
const action$2 = "docker/metadata-action";
const separator = (name) => ({
	action: action$2,
	name,
	same: "any",
	does: "the outputs have one form, and inputs of lists take commas and newlines alike."
});
/** Inputs of docker/metadata-action that build-push-ecr does not have. */
const METADATA_ACTION = [
	{
		action: action$2,
		name: "images",
		does: "one repository of ECR takes the image.",
		instead: "Give repository, and further tags in tags."
	},
	{
		action: action$2,
		name: "flavor",
		does: "tags are taken as they are written; latest is never added.",
		instead: "Write every tag into tags."
	},
	{
		action: action$2,
		name: "annotations",
		does: "Cutover writes labels into the image, no annotations into its manifest.",
		instead: "Write them as labels."
	},
	separator("sep-tags"),
	separator("sep-labels"),
	separator("sep-annotations"),
	{
		action: action$2,
		name: "bake-target",
		does: "Cutover builds a Dockerfile, not a bake file.",
		instead: "Give file and target."
	},
	{
		action: action$2,
		name: "github-token",
		same: "any",
		does: "labels and tags come from the variables of the runner."
	}
];

// packages/domain/lib/foreign-inputs/registry-login.js
const ecr = "aws-actions/amazon-ecr-login";
const docker = "docker/login-action";
/** Inputs of the actions that log a Docker client in, which build-push-ecr does by itself. */
const REGISTRY_LOGIN = [
	{
		action: ecr,
		name: "mask-password",
		same: ["true"],
		does: "the password of the registry is masked, and is no output.",
		instead: "A step that needs a login of its own runs aws ecr get-login-password."
	},
	{
		action: ecr,
		name: "skip-logout",
		same: "any",
		does: "the login lives in a folder of its own, which is removed at the end of the job; the Docker client of the runner is never logged in."
	},
	{
		action: docker,
		name: "logout",
		same: ["true"],
		does: "the login lives in a folder of its own, which is removed at the end of the job.",
		instead: `A later step that needs a login runs ${ecr}.`
	},
	{
		action: docker,
		name: "ecr",
		same: ["auto", "true"],
		does: "the registry is ECR.",
		instead: `Push to another registry with docker/build-push-action.`
	},
	{
		action: docker,
		name: "registry",
		does: "the registry follows from the repository.",
		instead: "Give repository as the whole URI, 123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app."
	},
	{
		action: docker,
		name: "username",
		does: "Cutover asks ECR for a login with the AWS credentials of the job.",
		instead: "Give role-to-assume. For base images of another registry run docker/login-action before this step."
	},
	{
		action: docker,
		name: "password",
		does: "Cutover asks ECR for a login with the AWS credentials of the job.",
		instead: "Give role-to-assume. For base images of another registry run docker/login-action before this step."
	},
	{
		action: docker,
		name: "scope",
		does: "a login of ECR has no scopes."
	},
	{
		action: docker,
		name: "registry-auth",
		does: "Cutover logs in to ECR alone.",
		instead: "Name further accounts in registries; for other registries run docker/login-action before this step."
	},
	{
		action: ecr,
		name: "registries",
		in: ["pipeline"],
		does: "the pipeline logs in to the registry of its repository alone.",
		instead: "Build with actions/build-push-ecr, which has this input, and give its output image to the pipeline."
	},
	{
		action: ecr,
		name: "registry-type",
		in: ["pipeline"],
		same: ["private"],
		does: "the registry is private.",
		instead: "Push with actions/build-push-ecr, and give its output image to the pipeline."
	}
];

// packages/domain/lib/foreign-inputs/run-task.js
const action$1 = "geekcell/github-action-aws-ecs-run-task";
/** Inputs of geekcell/github-action-aws-ecs-run-task that run-migration-task does not have. */
const RUN_TASK = [
	{
		action: action$1,
		name: "override-container-command",
		does: "the command has an input of its own.",
		instead: "Write it as command, in one line as in a shell."
	},
	{
		action: action$1,
		name: "tail-logs",
		same: ["true"],
		does: "the log of the task is followed while it runs.",
		instead: "Remove it."
	},
	{
		action: action$1,
		name: "task-wait-until-stopped",
		same: ["true"],
		does: "Cutover waits until the task has stopped: only then its exit code is known.",
		instead: "Limit the wait with timeout-minutes."
	},
	{
		action: action$1,
		name: "task-start-max-wait-time",
		does: "the limit is given in minutes.",
		instead: "Set start-timeout-minutes."
	},
	{
		action: action$1,
		name: "task-stop-max-wait-time",
		does: "the limit is given in minutes, and a task that passes it is stopped.",
		instead: "Set timeout-minutes."
	},
	{
		action: action$1,
		name: "task-check-state-delay",
		does: "the pause between two looks has another name.",
		instead: "Set poll-interval-seconds."
	}
];

// packages/domain/lib/foreign-inputs/render-task-definition.js
const action = "aws-actions/amazon-ecs-render-task-definition";
/** An input that renders a task definition, in an action that takes a registered one. */
const rendered = (name) => ({
	action,
	name,
	does: "this action takes a revision that is registered already.",
	instead: "Give it to actions/register-taskdef, and its output task-definition-arn to this action."
});
/** Inputs of aws-actions/amazon-ecs-render-task-definition that one or the other of Cutover's actions does not have. */
const RENDER_TASK_DEFINITION = [{
	action,
	name: "task-definition-revision",
	does: "a revision is named together with its family.",
	instead: "Write task-definition-arn: FAMILY:REVISION."
}, ...[
	"task-definition-arn",
	"task-definition-family",
	"container-name",
	"image",
	"environment-variables",
	"log-configuration-log-driver",
	"log-configuration-options",
	"docker-labels",
	"command",
	"task-role-arn",
	"execution-role-arn",
	"env-files",
	"secrets"
].map(rendered)];

// packages/domain/lib/foreign-inputs/of-action.js
const BUILD = [
	...BUILD_PUSH_ACTION,
	...METADATA_ACTION,
	...REGISTRY_LOGIN
];
const DEPLOY = [...DEPLOY_TASK_DEFINITION, ...RENDER_TASK_DEFINITION];
/** The actions that each of Cutover's own replaces; credentials are everybody's. */
const REPLACED = {
	pipeline: [...BUILD, ...DEPLOY],
	"build-push-ecr": BUILD,
	"deploy-stack": CLOUDFORMATION_GITHUB_DEPLOY,
	"run-migration-task": [...RUN_TASK, ...DEPLOY]
};
/** Rows about other actions' inputs that apply to one of Cutover's actions; rows for that action alone come first. */
function foreignInputs(action) {
	return [...REPLACED[action] ?? DEPLOY, ...CONFIGURE_AWS_CREDENTIALS].filter((row) => row.in === void 0 || row.in.includes(action));
}

// packages/aws/lib/client/connection.js
/** Whether an operation only reads, by its name. */
function isRead(operation) {
	return /^(Describe|Get|List|Batch(Get|Check)|Simulate|Validate|Filter|AssumeRole)/.test(operation);
}

// packages/aws/lib/client/call.js
const DENIED = /* @__PURE__ */ new Set([
	"AccessDeniedException",
	"AccessDenied",
	"UnauthorizedOperation",
	"UnauthorizedException"
]);
const EXPIRED = /* @__PURE__ */ new Set(["ExpiredToken", "ExpiredTokenException"]);
const CREDENTIALS = /* @__PURE__ */ new Set([
	"CredentialsProviderError",
	"InvalidClientTokenId",
	"UnrecognizedClientException",
	"InvalidSignatureException",
	"SignatureDoesNotMatch",
	"IncompleteSignature",
	"IncompleteSignatureException",
	"MissingAuthenticationToken",
	"MissingAuthenticationTokenException"
]);
/**
* Makes one AWS call; every call of the suite goes through here. What may be repeated the client has repeated.
* @param action IAM action, `ecs:RunTask`: the name by which policies and users know the call.
* @throws the signal's reason when the job is cancelled while something is read; ConfigurationError when credentials or a
*   permission are missing, else AwsCallError with the service's code.
*/
async function call({ connection: { closed, signal }, expire }, action, send) {
	closed?.throwIfAborted();
	const late = signal.aborted;
	for (let attempt = 1;; attempt++) try {
		return await send();
	} catch (error) {
		if (!late && signal.aborted && isRead(action.slice(action.indexOf(":") + 1))) throw signal.reason;
		if (attempt > 1 || expire === void 0 || !isExpired(error)) throw await translate(action, error);
		expire();
	}
}
function isExpired(error) {
	return error instanceof Error && EXPIRED.has(codeOf$1(error));
}
async function translate(action, error) {
	if (!(error instanceof Error) || error instanceof CutoverError || error instanceof CancelledError) return asError(error);
	const sdk = error;
	const code = codeOf$1(sdk);
	if (code === "AbortError") return error;
	if (DENIED.has(code)) return denied(action, error);
	if (code === "SyntaxError" || code === "Unknown") return foreign(action, sdk);
	if (EXPIRED.has(code)) return new ExpiredCredentialsError(action, error);
	if (CREDENTIALS.has(code)) return new ConfigurationError({
		what: `${action} failed: ${code}: ${error.message}`,
		fix: "Give the job AWS credentials: permissions: id-token: write, and aws-actions/configure-aws-credentials with role-to-assume before this step."
	}, { cause: error });
	const requestId = sdk.$metadata?.requestId;
	const { diagnose } = await import("./diagnose-DWiqk3-w.js").then((n) => n.n);
	const findings = diagnose([{
		source: `${action} error.message`,
		text: `${code}: ${error.message}`
	}]);
	return new AwsCallError({
		action,
		code,
		what: error.message,
		fix: remedyOf(code),
		transient: isTransient(code, sdk.$metadata?.httpStatusCode),
		...requestId === void 0 ? {} : { requestId }
	}, {
		cause: error,
		findings
	});
}
/** The answer could not be read: a proxy or another server gave it. */
function foreign(action, error) {
	const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
	return new AwsCallError({
		action,
		code: status === void 0 ? "UnreadableAnswer" : `HTTP ${status}`,
		what: "the answer is none that AWS gives.",
		fix: "Something between the runner and AWS answered. Check AWS_ENDPOINT_URL, HTTPS_PROXY and what the proxy says.",
		transient: isTransient("", status)
	}, { cause: error });
}
/** Node tells its own trouble in `code`, and that of a host with several addresses in an AggregateError without a name. */
function codeOf$1({ name, Code, code }) {
	return [
		"Error",
		"TypeError",
		"AggregateError"
	].includes(name) ? Code ?? code ?? name : name;
}
const THROTTLED = /Throttl|TooManyRequests|RequestLimit|SlowDown/i;
const OFFLINE = /^(E(CONNRESET|CONNREFUSED|CONNABORTED|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NETDOWN|NOTFOUND|AI_AGAIN|PROTO)|TimeoutError|RequestTimeout(Exception)?)$/;
/** Whether the same call may succeed a little later. A quota is none of these, though the SDK takes it for throttling. */
function isTransient(code, status = 0) {
	return status >= 500 || status === 429 || THROTTLED.test(code) || OFFLINE.test(code);
}
/** The statement to add is printed whole, so that it can be pasted into the role's policy. */
function denied(action, error) {
	const asked = /not authorized to perform: ([\w:-]+)(?: on resource: (\S+))?/.exec(error.message);
	const statement = {
		Effect: "Allow",
		Action: asked?.[1] ?? action,
		Resource: asked?.[2]?.replace(/[.,]$/, "") ?? "*"
	};
	const barrier = /(explicit deny|because no) .*?(service control policy|resource control policy|permissions boundary|session policy|VPC endpoint policy|resource-based policy|identity-based policy)/.exec(error.message);
	if (barrier !== null && (barrier[1] === "explicit deny" || barrier[2] !== "identity-based policy")) return new AccessDeniedError(statement.Action, {
		what: `${action} was refused: ${error.message}`,
		fix: `${barrier[1] === "explicit deny" ? `Remove the denial of ${statement.Action} on ${statement.Resource} from the` : `Allow ${statement.Action} on ${statement.Resource} in the`} ${barrier[2] ?? "policy"}: a grant in the role's own policy is not enough.`
	}, { cause: error });
	return new AccessDeniedError(statement.Action, {
		what: `${action} was refused: ${error.message}`,
		fix: `Grant ${statement.Action} on ${statement.Resource} to the role: ${JSON.stringify(statement)}`
	}, { cause: error });
}
function remedyOf(code) {
	if (code === "AnswerTooLarge") return "Something that is not AWS answered, without an end. Check AWS_ENDPOINT_URL, HTTPS_PROXY and what the proxy says.";
	if (THROTTLED.test(code)) return "AWS throttles this account. Run the job again; fewer parallel deployments or a longer poll-interval-seconds help.";
	if (OFFLINE.test(code)) return "The endpoint did not answer. Check aws-region, AWS_ENDPOINT_URL and the runner’s network.";
	return "Read the message of AWS above; running the job again is safe.";
}

// packages/aws/lib/client/pages.js
/** No list of the suite has so many pages. */
const MOST_PAGES = 2e3;
/** The walk through a list that comes in pages. An endpoint that gives a token twice would be walked for ever. */
var Pages = class {
	#action;
	#seen = /* @__PURE__ */ new Set();
	#token;
	/** @param action IAM action, for the error */
	constructor(action) {
		this.#action = action;
	}
	/** The token that asks for the next page; undefined for the first. */
	get token() {
		return this.#token;
	}
	/** Takes note of the token that came with a page. */
	came(token) {
		this.#token = token === "" ? void 0 : token;
	}
	/**
	* Whether a further page is to be read.
	* @throws AwsCallError when its token was given before
	*/
	more() {
		if (this.#token === void 0) return false;
		if (this.#seen.has(this.#token) || this.#seen.size >= MOST_PAGES) throw new AwsCallError({
			action: this.#action,
			code: "EndlessPages",
			what: "the pages of the answer repeat, and have no end.",
			fix: "What answers is not AWS as it should be. Check AWS_ENDPOINT_URL and the proxy."
		});
		this.#seen.add(this.#token);
		return true;
	}
};

// packages/aws/lib/alarms.js
/** Most names that DescribeAlarms takes at once (API model). */
const NAMES$1 = 100;
/** CloudWatch alarms, read only. */
var Alarms = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	/**
	* The named alarms, metric and composite, in the order of the names; a name without alarm is left out.
	* @throws ConfigurationError without `cloudwatch:DescribeAlarms`, which composite alarms need on `*`
	*/
	async describe(names) {
		const wanted = [...new Set(names)];
		if (wanted.length === 0) return [];
		const { CloudWatchClient, DescribeAlarmsCommand } = await import("./alarms-BmMd6ExF.js");
		const client = this.#client ??= new CloudWatchClient(this.#options);
		const found = /* @__PURE__ */ new Map();
		for (let start = 0; start < wanted.length; start += NAMES$1) {
			const AlarmNames = wanted.slice(start, start + NAMES$1);
			const pages = new Pages("cloudwatch:DescribeAlarms");
			do {
				const page = await call(this.#options, "cloudwatch:DescribeAlarms", () => client.send(new DescribeAlarmsCommand({
					AlarmNames,
					AlarmTypes: ["MetricAlarm", "CompositeAlarm"],
					MaxRecords: NAMES$1,
					NextToken: pages.token
				})));
				for (const alarm of [...page.MetricAlarms ?? [], ...page.CompositeAlarms ?? []]) {
					const { AlarmName: name = "", StateValue: state, StateReason: reason = "" } = alarm;
					const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
					found.set(name, {
						name,
						state: state === "OK" || state === "ALARM" ? state : "INSUFFICIENT_DATA",
						reason,
						...since === void 0 ? {} : { since: since.getTime() }
					});
				}
				pages.came(page.NextToken);
			} while (pages.more());
		}
		return wanted.flatMap((name) => found.get(name) ?? []);
	}
};

// packages/aws/lib/backups.js
/** RDS databases and their manual snapshots. */
var Backups = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	async #sdk() {
		const sdk = await import("./backups-9RYhajXq.js");
		return {
			client: this.#client ??= new sdk.RDSClient(this.#options),
			sdk
		};
	}
	/**
	* The database of this name or ARN: an instance, or a cluster. An instance that belongs to a cluster stands for the
	* cluster, as RDS takes no snapshot of a member.
	*/
	async database(nameOrArn) {
		const [kind, name] = /^arn:[^:]*:rds:[^:]*:\d*:(db|cluster):(.+)$/.exec(nameOrArn)?.slice(1) ?? ["", nameOrArn];
		const instance = kind === "cluster" ? void 0 : await this.#instance(name ?? nameOrArn);
		if (instance !== void 0 && instance.cluster === void 0) return instance;
		if (kind === "db" && instance === void 0) return void 0;
		return await this.#cluster(instance?.cluster ?? name ?? nameOrArn);
	}
	async #instance(id) {
		const { client, sdk } = await this.#sdk();
		const one = (await orAbsent("DBInstanceNotFound", async () => call(this.#options, "rds:DescribeDBInstances", () => client.send(new sdk.DescribeDBInstancesCommand({ DBInstanceIdentifier: id })))))?.DBInstances?.[0];
		if (one === void 0) return void 0;
		return {
			kind: "instance",
			id: one.DBInstanceIdentifier ?? id,
			engine: one.Engine ?? "",
			status: one.DBInstanceStatus ?? "",
			cluster: one.DBClusterIdentifier
		};
	}
	async #cluster(id) {
		const { client, sdk } = await this.#sdk();
		const one = (await orAbsent("DBClusterNotFound", async () => call(this.#options, "rds:DescribeDBClusters", () => client.send(new sdk.DescribeDBClustersCommand({ DBClusterIdentifier: id })))))?.DBClusters?.[0];
		if (one === void 0) return void 0;
		return {
			kind: "cluster",
			id: one.DBClusterIdentifier ?? id,
			engine: one.Engine ?? "",
			status: one.Status ?? ""
		};
	}
	/**
	* Begins a snapshot of the database as it is now.
	* @param id letters, digits and single hyphens, at most 63; the same id never makes a second snapshot
	*/
	async create({ kind, id: database }, id, tags) {
		const { client, sdk } = await this.#sdk();
		const Tags = Object.entries(tags).map(([Key, Value]) => ({
			Key,
			Value
		}));
		try {
			await (kind === "cluster" ? call(this.#options, "rds:CreateDBClusterSnapshot", () => client.send(new sdk.CreateDBClusterSnapshotCommand({
				DBClusterIdentifier: database,
				DBClusterSnapshotIdentifier: id,
				Tags
			}))) : call(this.#options, "rds:CreateDBSnapshot", () => client.send(new sdk.CreateDBSnapshotCommand({
				DBInstanceIdentifier: database,
				DBSnapshotIdentifier: id,
				Tags
			}))));
			return "created";
		} catch (error) {
			if (isCode$2(error, "DBSnapshotAlreadyExists") || isCode$2(error, "DBClusterSnapshotAlreadyExists")) return "exists";
			if (isCode$2(error, "InvalidDBInstanceState") || isCode$2(error, "InvalidDBClusterState")) return "busy";
			throw error;
		}
	}
	/** The snapshot, or undefined when there is none of this name. */
	async snapshot(kind, id) {
		const { client, sdk } = await this.#sdk();
		if (kind === "cluster") {
			const one = (await orAbsent("DBClusterSnapshotNotFound", async () => call(this.#options, "rds:DescribeDBClusterSnapshots", () => client.send(new sdk.DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier: id })))))?.DBClusterSnapshots?.[0];
			return one === void 0 ? void 0 : ofCluster(one);
		}
		const one = (await orAbsent("DBSnapshotNotFound", async () => call(this.#options, "rds:DescribeDBSnapshots", () => client.send(new sdk.DescribeDBSnapshotsCommand({ DBSnapshotIdentifier: id })))))?.DBSnapshots?.[0];
		return one === void 0 ? void 0 : ofInstance(one);
	}
	/** All manual snapshots of the database, whoever made them. */
	async snapshotsOf({ kind, id }) {
		const { client, sdk } = await this.#sdk();
		const found = [];
		const pages = new Pages("rds:DescribeDBClusterSnapshots");
		do {
			const common = {
				SnapshotType: "manual",
				...pages.token === void 0 ? {} : { Marker: pages.token }
			};
			if (kind === "cluster") {
				const page = await call(this.#options, "rds:DescribeDBClusterSnapshots", () => client.send(new sdk.DescribeDBClusterSnapshotsCommand({
					...common,
					DBClusterIdentifier: id
				})));
				found.push(...(page.DBClusterSnapshots ?? []).map(ofCluster));
				pages.came(page.Marker);
			} else {
				const page = await call(this.#options, "rds:DescribeDBSnapshots", () => client.send(new sdk.DescribeDBSnapshotsCommand({
					...common,
					DBInstanceIdentifier: id
				})));
				found.push(...(page.DBSnapshots ?? []).map(ofInstance));
				pages.came(page.Marker);
			}
		} while (pages.more());
		return found;
	}
	/** Deletes a manual snapshot; one that is gone already is fine. */
	async remove(kind, id) {
		const { client, sdk } = await this.#sdk();
		if (kind === "cluster") {
			await orAbsent("DBClusterSnapshotNotFound", async () => call(this.#options, "rds:DeleteDBClusterSnapshot", () => client.send(new sdk.DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: id }))));
			return;
		}
		await orAbsent("DBSnapshotNotFound", async () => call(this.#options, "rds:DeleteDBSnapshot", () => client.send(new sdk.DeleteDBSnapshotCommand({ DBSnapshotIdentifier: id }))));
	}
};
function ofInstance(one) {
	return snapshotOf(one.DBSnapshotIdentifier ?? lastSegment(one.DBSnapshotArn ?? ""), one, one.OriginalSnapshotCreateTime ?? one.SnapshotCreateTime);
}
function ofCluster(one) {
	return snapshotOf(one.DBClusterSnapshotIdentifier ?? "", one, one.SnapshotCreateTime);
}
function snapshotOf(id, one, createdAt) {
	return {
		id,
		status: one.Status ?? "",
		tags: new Map((one.TagList ?? []).map(({ Key = "", Value = "" }) => [Key, Value])),
		...one.PercentProgress === void 0 ? {} : { percent: one.PercentProgress },
		...createdAt === void 0 ? {} : { createdAt: createdAt.getTime() }
	};
}
async function orAbsent(code, send) {
	try {
		return await send();
	} catch (error) {
		if (isCode$2(error, code)) return void 0;
		throw error;
	}
}
/** RDS adds `Fault` to some codes on the wire, the SDK to the names of all. */
function isCode$2(error, code) {
	return error instanceof AwsCallError && (error.code === code || error.code === `${code}Fault`);
}

// packages/aws/lib/client/request-handler.js
/**
* Without it the SDK waits for ever on a connection that a firewall or a NAT gateway dropped without a word. In
* milliseconds, for each attempt.
*/
const CONNECT_MS = 1e4;
/** Time for one attempt from its first byte to the last one of the answer; no call of the suite takes seconds. */
const ANSWER_MS = 6e4;
/** The largest answers are pages of events and findings: a few MiB. */
const ANSWER_LIMIT = 33554432;
/** Time that a write under way is given after a cancellation; the runner kills the process after 7.5 s. */
const GRACE_MS$1 = 3e3;
/**
* Sends the requests of every SDK client: through the proxy, with a limit to the time and the size of each answer, and
* ended by a cancellation of the job. Clients share its connections.
*/
var RequestHandler = class {
	metadata = { handlerProtocol: "http/1.1" };
	#connection;
	#limits;
	#inner;
	constructor(connection, limits = {}) {
		this.#connection = connection;
		this.#limits = {
			answerMs: ANSWER_MS,
			answerBytes: ANSWER_LIMIT,
			graceMs: GRACE_MS$1,
			...limits
		};
	}
	async handle(request, options) {
		const inner = await this.#open();
		const { answerBytes, answerMs } = this.#limits;
		const end = new AbortController();
		const late = setTimeout(() => {
			end.abort(named("TimeoutError", `no whole answer within ${answerMs / 1e3} s`));
		}, answerMs);
		const unhear = this.#hear(request, end);
		try {
			const answer = await inner.handle(request, {
				...options,
				abortSignal: end.signal
			});
			const body = answer.response.body;
			if (isStream(body)) answer.response.body = await collect(body, answerBytes, end.signal);
			return answer;
		} catch (error) {
			throw end.signal.aborted ? end.signal.reason : error;
		} finally {
			clearTimeout(late);
			unhear();
		}
	}
	/** A client that ends leaves the connections to the others. */
	destroy() {}
	updateHttpClientConfig() {}
	httpHandlerConfigs() {
		return {};
	}
	/** Ends the request when the job is cancelled while it is under way. */
	#hear(request, end) {
		const { signal } = this.#connection;
		if (signal.aborted) return () => void 0;
		let grace;
		const stop = () => {
			if (isRead(operationOf(request))) {
				end.abort(named("AbortError", "the job was cancelled"));
				return;
			}
			const { graceMs } = this.#limits;
			grace = setTimeout(() => {
				end.abort(named("TimeoutError", `no answer within ${graceMs / 1e3} s after the cancellation`));
			}, graceMs);
		};
		signal.addEventListener("abort", stop, { once: true });
		return () => {
			clearTimeout(grace);
			signal.removeEventListener("abort", stop);
		};
	}
	async #open() {
		this.#inner ??= import("./dist-es-D_jEJeN9.js").then((n) => n.t).then(({ NodeHttpHandler }) => {
			const agent = this.#connection.proxy === void 0 ? {} : { proxyEnv: this.#connection.proxy };
			return new NodeHttpHandler({
				connectionTimeout: CONNECT_MS,
				requestTimeout: this.#limits.answerMs,
				throwOnRequestTimeout: true,
				httpAgent: agent,
				httpsAgent: agent
			});
		});
		return await this.#inner;
	}
};
/** The operation's name as the protocols of AWS carry it: a header, a path or the first field of a form. */
function operationOf({ body, headers, path }) {
	const target = Object.entries(headers).find(([name]) => name.toLowerCase() === "x-amz-target")?.[1];
	const form = typeof body === "string" ? /(?:^|&)Action=(\w+)/.exec(body.slice(0, 1e4))?.[1] : void 0;
	return target?.split(".").at(-1) ?? form ?? /\/operation\/(\w+)/.exec(path)?.[1] ?? "";
}
function isStream(body) {
	return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}
/** The whole body, which the clients take as it is. @throws the signal's reason, or an error about its size */
async function collect(body, limit, signal) {
	const stop = () => {
		body.destroy(signal.reason);
	};
	if (signal.aborted) stop();
	signal.addEventListener("abort", stop, { once: true });
	const parts = [];
	let size = 0;
	try {
		for await (const part of body) {
			size += part.length;
			if (size > limit) throw named("AnswerTooLarge", `the answer is larger than ${limit / 1024 / 1024} MiB`);
			parts.push(part);
		}
	} finally {
		signal.removeEventListener("abort", stop);
		body.destroy();
	}
	return new Uint8Array(Buffer.concat(parts));
}
function named(name, message) {
	return Object.assign(new Error(message), { name });
}

// packages/aws/lib/client/retry-strategy.js
/** Attempts at one call in total; the SDK's default of 3 gives up within a second. */
const ATTEMPTS$1 = 8;
/** Time for all attempts at one call; whoever waits for something asks again after an outage. */
const TOTAL_MS = 18e4;
const PAUSE$1 = {
	firstMs: 200,
	longestMs: 2e4
};
/** AWS asks for more patience by a factor of this when it throttles. */
const THROTTLED_PAUSE = {
	firstMs: 500,
	longestMs: 2e4
};
/** @param attempts at one call in total */
function retryStrategy({ clock, signal, attempts: wanted = ATTEMPTS$1 }, attempts = wanted) {
	const make = (count, began, late) => ({
		attempts: count,
		began,
		late,
		getRetryCount: () => count,
		getRetryDelay: () => 0
	});
	return {
		mode: "standard",
		acquireInitialRetryToken: () => Promise.resolve(make(0, clock.now(), signal.aborted)),
		refreshRetryTokenForRetry: async (token, { error, errorType, retryAfterHint }) => {
			const count = token.attempts + 1;
			const throttled = errorType === "THROTTLING" || isThrottledByEcr(error);
			const passes = throttled || errorType === "SERVER_ERROR" || errorType === "TRANSIENT" && !isFinal(error, count);
			const over = count >= attempts || clock.now() - token.began >= TOTAL_MS;
			if (!passes || over) throw error;
			const heard = token.late ? void 0 : signal;
			heard?.throwIfAborted();
			await backOff(clock, count, throttled ? THROTTLED_PAUSE : PAUSE$1, heard);
			const left = (retryAfterHint?.getTime() ?? 0) - Date.now();
			if (left > 0) await clock.sleep(Math.min(left, PAUSE$1.longestMs), heard);
			return make(count, token.began, token.late);
		},
		recordSuccess: () => void 0
	};
}
/** Errors of a call that was signed with a wrong clock. */
const SIGNED_TOO_LATE = /* @__PURE__ */ new Set([
	"InvalidSignatureException",
	"RequestExpired",
	"RequestInTheFuture",
	"RequestTimeTooSkewed",
	"SignatureDoesNotMatch"
]);
/**
* Whether the SDK calls a refusal transient for its answer's date alone. It corrects its clock by that date: a call whose
* signature was refused deserves one attempt with the right clock, and any other refusal stays one.
*/
function isFinal(error, attempts) {
	const { $metadata: { clockSkewCorrected, httpStatusCode = 0 } = {}, name = "" } = error ?? {};
	return clockSkewCorrected === true && httpStatusCode >= 400 && httpStatusCode < 500 && (attempts > 1 || !SIGNED_TOO_LATE.has(name));
}
/** ECR has a code of its own for throttling, which the SDK doesn't know. */
function isThrottledByEcr(error) {
	return error instanceof Error && error.name === "ThrottleException";
}

// packages/aws/lib/client/options.js
function clientOptions(region, connection, limits) {
	return {
		region,
		connection,
		retryStrategy: retryStrategy(connection),
		requestHandler: new RequestHandler(connection, limits),
		customUserAgent: [["cutover", "0.1.0"]]
	};
}
/** The same options for calls that the SDK must not repeat. */
function once(options) {
	return {
		...options,
		retryStrategy: retryStrategy(options.connection, 1)
	};
}

// packages/aws/lib/ecs/deployable-revisions.js
/** Registered revisions, read only: what may be deployed. */
var DeployableRevisions = class {
	#options;
	#hide;
	#client;
	/** @param hide is told the secrets that stand in the variables of every revision that is read */
	constructor(options, hide = () => void 0) {
		this.#options = options;
		this.#hide = hide;
	}
	/** Where a revision came from: its tags, and the image of the container that serves. Empty when ECS does not know it. */
	async origin(revision) {
		const { DescribeTaskDefinitionCommand, ECSClient } = await import("./deployable-revisions-DOjklFKI.js");
		const client = this.#client ??= new ECSClient(this.#options);
		try {
			const { tags = [], taskDefinition } = await call(this.#options, "ecs:DescribeTaskDefinition", () => client.send(new DescribeTaskDefinitionCommand({
				taskDefinition: revision,
				include: ["TAGS"]
			})));
			return {
				tags: new Map(tags.flatMap(({ key, value = "" }) => key === void 0 ? [] : [[key, value]])),
				image: servingContainer(taskDefinition?.containerDefinitions)?.image
			};
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ClientException") return {
				tags: /* @__PURE__ */ new Map(),
				image: void 0
			};
			throw error;
		}
	}
	/** The revision by ARN or `family:number`; undefined when ECS knows none, INACTIVE ones are known. */
	async describe(revision) {
		const { DescribeTaskDefinitionCommand, ECSClient } = await import("./deployable-revisions-DOjklFKI.js");
		const client = this.#client ??= new ECSClient(this.#options);
		try {
			const { taskDefinition } = await call(this.#options, "ecs:DescribeTaskDefinition", () => client.send(new DescribeTaskDefinitionCommand({ taskDefinition: revision })));
			if (taskDefinition === void 0) return void 0;
			const variables = variablesOf(taskDefinition);
			for (const secret of secretValues(variables)) this.#hide(secret);
			return {
				arn: taskDefinition.taskDefinitionArn ?? revision,
				status: taskDefinition.status ?? "ACTIVE",
				image: servingContainer(taskDefinition.containerDefinitions)?.image,
				networkMode: taskDefinition.networkMode ?? "bridge",
				volumesAtLaunch: (taskDefinition.volumes ?? []).flatMap(({ name = "", configuredAtLaunch }) => configuredAtLaunch === true ? [name] : []),
				containers: (taskDefinition.containerDefinitions ?? []).map((container) => {
					const { logDriver, options = {} } = container.logConfiguration ?? {};
					const { "awslogs-group": group, "awslogs-stream-prefix": streamPrefix, "awslogs-region": region } = options;
					return {
						name: container.name ?? "",
						essential: container.essential ?? true,
						ports: (container.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? []),
						...logDriver === "awslogs" && group !== void 0 && streamPrefix !== void 0 ? { log: {
							group,
							streamPrefix,
							...region === void 0 ? {} : { region }
						} } : {}
					};
				})
			};
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ClientException") return void 0;
			throw error;
		}
	}
};
/** The container that requests reach: the first with a port, else the first. */
function servingContainer(containers = []) {
	return containers.find(({ portMappings = [] }) => portMappings.length > 0) ?? containers[0];
}

// packages/aws/lib/codedeploy/deployment-shapes.js
/** GetDeployment's answer as a domain value. */
function deploymentState$1(id, info) {
	const { rollbackInfo: rollback, errorInformation: error } = info;
	const place = info.revision?.s3Location;
	return {
		id,
		application: info.applicationName ?? "",
		group: info.deploymentGroupName ?? "",
		config: info.deploymentConfigName ?? "",
		status: info.status ?? "",
		description: info.description ?? "",
		creator: info.creator ?? "",
		...info.createTime === void 0 ? {} : { createdAt: info.createTime.getTime() },
		...info.completeTime === void 0 ? {} : { completedAt: info.completeTime.getTime() },
		...error === void 0 ? {} : { error: {
			code: error.code ?? "",
			message: error.message ?? ""
		} },
		...rollback?.rollbackDeploymentId === void 0 ? {} : { rollbackDeploymentId: rollback.rollbackDeploymentId },
		...rollback?.rollbackMessage === void 0 ? {} : { rollbackMessage: rollback.rollbackMessage },
		autoRollbackEvents: rollbackEvents(info.autoRollbackConfiguration),
		terminationWaitStarted: info.instanceTerminationWaitTimeStarted ?? false,
		...info.revision === void 0 ? {} : { sentRevision: info.revision },
		...place === void 0 ? {} : { appSpecAt: `s3://${place.bucket ?? ""}/${place.key ?? ""}` }
	};
}
function targetState(target) {
	return {
		status: target.status ?? "",
		events: (target.lifecycleEvents ?? []).map((event) => ({
			name: event.lifecycleEventName ?? "",
			status: event.status ?? "",
			...event.startTime === void 0 ? {} : { startedAt: event.startTime.getTime() },
			...event.endTime === void 0 ? {} : { endedAt: event.endTime.getTime() },
			...event.diagnostics === void 0 ? {} : { diagnostics: [
				event.diagnostics.errorCode,
				event.diagnostics.message,
				event.diagnostics.logTail
			].filter(Boolean).join(": ") }
		})),
		taskSets: (target.taskSetsInfo ?? []).map((set) => ({
			id: set.identifer ?? "",
			...set.taskSetLabel === void 0 ? {} : { label: set.taskSetLabel },
			status: set.status ?? "",
			trafficWeight: set.trafficWeight ?? 0,
			desired: set.desiredCount ?? 0,
			running: set.runningCount ?? 0,
			pending: set.pendingCount ?? 0,
			...set.targetGroup?.name === void 0 ? {} : { targetGroupName: set.targetGroup.name }
		}))
	};
}
function groupState(info) {
	const blueGreen = info.blueGreenDeploymentConfiguration;
	const pair = info.loadBalancerInfo?.targetGroupPairInfoList?.[0];
	const production = pair?.prodTrafficRoute?.listenerArns?.[0];
	const test = pair?.testTrafficRoute?.listenerArns?.[0];
	return {
		application: info.applicationName ?? "",
		name: info.deploymentGroupName ?? "",
		config: info.deploymentConfigName ?? "",
		computePlatform: info.computePlatform ?? "",
		...info.serviceRoleArn === void 0 ? {} : { serviceRole: info.serviceRoleArn },
		services: (info.ecsServices ?? []).map(({ clusterName = "", serviceName = "" }) => ({
			cluster: clusterName,
			service: serviceName
		})),
		targetGroups: (pair?.targetGroups ?? []).flatMap(({ name }) => name ?? []),
		...production === void 0 ? {} : { productionListener: production },
		...test === void 0 ? {} : { testListener: test },
		readyAction: blueGreen?.deploymentReadyOption?.actionOnTimeout ?? "CONTINUE_DEPLOYMENT",
		readyWaitMinutes: blueGreen?.deploymentReadyOption?.waitTimeInMinutes ?? 0,
		terminationWaitMinutes: blueGreen?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes ?? 0,
		autoRollbackEvents: rollbackEvents(info.autoRollbackConfiguration),
		...info.lastAttemptedDeployment?.status === void 0 ? {} : { newestStatus: info.lastAttemptedDeployment.status },
		...info.alarmConfiguration === void 0 ? {} : { alarms: alarmsOf(info.alarmConfiguration) }
	};
}
function alarmsOf({ enabled, ignorePollAlarmFailure, alarms = [] }) {
	return {
		enabled: enabled ?? false,
		names: alarms.flatMap(({ name }) => name ?? []),
		ignorePollFailure: ignorePollAlarmFailure ?? false
	};
}
function configState(name, info) {
	const { type, timeBasedCanary: canary, timeBasedLinear: linear } = info.trafficRoutingConfig ?? {};
	const routing = type === "TimeBasedCanary" ? {
		type,
		percentage: canary?.canaryPercentage ?? 0,
		intervalMinutes: canary?.canaryInterval ?? 0
	} : type === "TimeBasedLinear" ? {
		type,
		percentage: linear?.linearPercentage ?? 1,
		intervalMinutes: linear?.linearInterval ?? 0
	} : { type: "AllAtOnce" };
	return {
		name: info.deploymentConfigName ?? name,
		routing,
		...info.computePlatform === void 0 ? {} : { computePlatform: info.computePlatform }
	};
}
function rollbackEvents(configuration) {
	return configuration?.enabled === true ? configuration.events ?? [] : [];
}

// packages/aws/lib/codedeploy/deployment-groups.js
/** CodeDeploy applications, deployment groups and configurations, read only. */
var DeploymentGroups = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	/** The deployment group; undefined when application or group do not exist. */
	async describe(application, group) {
		const { GetDeploymentGroupCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		try {
			const { deploymentGroupInfo } = await call(this.#options, "codedeploy:GetDeploymentGroup", () => client.send(new GetDeploymentGroupCommand({
				applicationName: application,
				deploymentGroupName: group
			})));
			return deploymentGroupInfo === void 0 ? void 0 : groupState(deploymentGroupInfo);
		} catch (error) {
			if (error instanceof AwsCallError && (error.code === "ApplicationDoesNotExistException" || error.code === "DeploymentGroupDoesNotExistException")) return;
			throw error;
		}
	}
	/** Names of all applications of the ECS platform. */
	async applications() {
		const { ListApplicationsCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		const found = [];
		const pages = new Pages("codedeploy:ListApplications");
		do {
			const page = await call(this.#options, "codedeploy:ListApplications", () => client.send(new ListApplicationsCommand(pages.token === void 0 ? {} : { nextToken: pages.token })));
			const applicationNames = page.applications ?? [];
			found.push(...await this.#ofEcs(applicationNames));
			pages.came(page.nextToken);
		} while (pages.more());
		return found;
	}
	/** One that was deleted since it was listed makes the whole batch fail, so what is left is asked for in halves. */
	async #ofEcs(applicationNames) {
		if (applicationNames.length === 0) return [];
		const { BatchGetApplicationsCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		try {
			const { applicationsInfo = [] } = await call(this.#options, "codedeploy:BatchGetApplications", () => client.send(new BatchGetApplicationsCommand({ applicationNames: [...applicationNames] })));
			return applicationsInfo.flatMap(({ applicationName, computePlatform }) => computePlatform === "ECS" && applicationName !== void 0 ? [applicationName] : []);
		} catch (error) {
			if (!(error instanceof AwsCallError) || error.code !== "ApplicationDoesNotExistException") throw error;
			if (applicationNames.length === 1) return [];
			const middle = Math.ceil(applicationNames.length / 2);
			return [...await this.#ofEcs(applicationNames.slice(0, middle)), ...await this.#ofEcs(applicationNames.slice(middle))];
		}
	}
	/** All groups of an application; none when it does not exist. */
	async of(application) {
		const { BatchGetDeploymentGroupsCommand, ListDeploymentGroupsCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		const found = [];
		const pages = new Pages("codedeploy:ListDeploymentGroups");
		try {
			do {
				const page = await call(this.#options, "codedeploy:ListDeploymentGroups", () => client.send(new ListDeploymentGroupsCommand({
					applicationName: application,
					...pages.token === void 0 ? {} : { nextToken: pages.token }
				})));
				const deploymentGroupNames = page.deploymentGroups ?? [];
				if (deploymentGroupNames.length > 0) {
					const { deploymentGroupsInfo = [] } = await call(this.#options, "codedeploy:BatchGetDeploymentGroups", () => client.send(new BatchGetDeploymentGroupsCommand({
						applicationName: application,
						deploymentGroupNames
					})));
					found.push(...deploymentGroupsInfo.map(groupState));
				}
				pages.came(page.nextToken);
			} while (pages.more());
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ApplicationDoesNotExistException") return [];
			throw error;
		}
		return found;
	}
	/** How a deployment configuration moves traffic; undefined when it does not exist. */
	async config(name) {
		const known = predefinedConfig(name);
		if (known !== void 0) return known;
		const { GetDeploymentConfigCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		try {
			const { deploymentConfigInfo } = await call(this.#options, "codedeploy:GetDeploymentConfig", () => client.send(new GetDeploymentConfigCommand({ deploymentConfigName: name })));
			return configState(name, deploymentConfigInfo ?? {});
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "DeploymentConfigDoesNotExistException") return void 0;
			throw error;
		}
	}
	async #open() {
		const { CodeDeployClient } = await import("./codedeploy-BaYRrI81.js");
		return this.#client ??= new CodeDeployClient(this.#options);
	}
};

// packages/aws/lib/client/answer-clock.js
/** AWS's clock, as the Date header of a client's newest answer tells it. Seconds are its resolution. */
var AnswerClock = class {
	#at;
	/** From now on each answer of the client sets the clock. */
	watch(client) {
		client.middlewareStack.add((next) => async (args) => {
			const result = await next(args);
			const { response } = result;
			const at = Date.parse(response?.headers?.["date"] ?? "");
			if (!Number.isNaN(at)) this.#at = at;
			return result;
		}, {
			step: "deserialize",
			name: "answerClock",
			priority: "low"
		});
	}
	/** Epoch milliseconds; the runner's own clock before the first answer, or when answers carry no date. */
	now() {
		return this.#at ?? Date.now();
	}
};

// packages/aws/lib/codedeploy/deployments.js
/** CodeDeploy's message for a target that the deployment doesn't have. */
const UNKNOWN_TARGET = /^(DeploymentTargetDoesNotExist|InvalidDeploymentTargetId)Exception$/;
/** BatchGetDeployments takes so many ids. */
const BATCH_LIMIT = 25;
/** More of a group's past than this is not read. */
const HISTORY_LIMIT$1 = 100;
/** CodeDeploy deployments of ECS services. */
var Deployments = class {
	#options;
	#clock = new AnswerClock();
	#client;
	#targetIds = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/** AWS's clock at the newest answer, in epoch milliseconds. */
	answeredAt() {
		return this.#clock.now();
	}
	/** @throws AwsCallError `DeploymentDoesNotExistException` */
	async get(id) {
		const { GetDeploymentCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		const { deploymentInfo } = await call(this.#options, "codedeploy:GetDeployment", () => client.send(new GetDeploymentCommand({ deploymentId: id })));
		return deploymentState$1(id, deploymentInfo ?? {});
	}
	/**
	* Lifecycle events and task sets; undefined as long as the deployment has not started.
	* @param service what it is of: CodeDeploy calls the only target of an ECS deployment `cluster:service`
	*/
	async target(id, service) {
		if (service !== void 0 && !this.#targetIds.has(id)) {
			this.#targetIds.set(id, `${service.cluster}:${service.service}`);
			try {
				return await this.target(id);
			} catch (error) {
				if (!(error instanceof AwsCallError) || !UNKNOWN_TARGET.test(error.code)) throw error;
				this.#targetIds.delete(id);
			}
		}
		const { GetDeploymentTargetCommand, ListDeploymentTargetsCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		try {
			let targetId = this.#targetIds.get(id);
			if (targetId === void 0) {
				const { targetIds = [] } = await call(this.#options, "codedeploy:ListDeploymentTargets", () => client.send(new ListDeploymentTargetsCommand({ deploymentId: id })));
				targetId = targetIds[0];
				if (targetId === void 0) return void 0;
				this.#targetIds.set(id, targetId);
			}
			const known = targetId;
			const { deploymentTarget } = await call(this.#options, "codedeploy:GetDeploymentTarget", () => client.send(new GetDeploymentTargetCommand({
				deploymentId: id,
				targetId: known
			})));
			return deploymentTarget?.ecsTarget === void 0 ? void 0 : targetState(deploymentTarget.ecsTarget);
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "DeploymentNotStartedException") return void 0;
			throw error;
		}
	}
	/** One attempt, which the SDK does not repeat. @throws what AWS refuses for good */
	async create(request) {
		const { CodeDeployClient, CreateDeploymentCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = new CodeDeployClient(once(this.#options));
		try {
			const { deploymentId } = await call(this.#options, "codedeploy:CreateDeployment", () => client.send(new CreateDeploymentCommand({
				applicationName: request.application,
				deploymentGroupName: request.group,
				revision: {
					revisionType: "AppSpecContent",
					appSpecContent: { content: request.appSpec }
				},
				description: request.description,
				...request.config === void 0 ? {} : { deploymentConfigName: request.config },
				autoRollbackConfiguration: {
					enabled: request.autoRollbackEvents.length > 0,
					events: [...request.autoRollbackEvents]
				},
				...request.alarms === void 0 ? {} : { overrideAlarmConfiguration: {
					enabled: request.alarms.enabled,
					...request.alarms.ignorePollFailure ? { ignorePollAlarmFailure: true } : {},
					alarms: request.alarms.names.map((name) => ({ name }))
				} }
			})));
			return deploymentId === void 0 ? {
				kind: "unknown",
				error: /* @__PURE__ */ new Error("CreateDeployment answered without a deployment id")
			} : {
				kind: "created",
				id: deploymentId
			};
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			if (error.code === "DeploymentLimitExceededException") return {
				kind: "busy",
				message: error.message
			};
			if (/Throttl|TooManyRequests/.test(error.code)) return {
				kind: "throttled",
				error
			};
			const { $metadata } = error.cause ?? {};
			const status = $metadata?.httpStatusCode ?? 0;
			if (status >= 400 && status < 500) throw error;
			return {
				kind: "unknown",
				error
			};
		} finally {
			client.destroy();
		}
	}
	/**
	* Asks CodeDeploy to stop. Whether and when it has stopped is told by `get`.
	* @returns `ended` when there was nothing to stop any more
	*/
	async stop(id, options) {
		const { StopDeploymentCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		try {
			await call(this.#options, "codedeploy:StopDeployment", () => client.send(new StopDeploymentCommand({
				deploymentId: id,
				autoRollbackEnabled: options.rollback
			})));
			return "stopping";
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "DeploymentAlreadyCompletedException") return "ended";
			throw error;
		}
	}
	/** Ends the wait before the production shift, or the one before the old task set is terminated. */
	async continue(id, wait) {
		const { ContinueDeploymentCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		try {
			await call(this.#options, "codedeploy:ContinueDeployment", () => client.send(new ContinueDeploymentCommand({
				deploymentId: id,
				deploymentWaitType: wait
			})));
			return "continued";
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			if (error.code === "DeploymentAlreadyCompletedException") return "ended";
			if (/^(DeploymentIsNotInReadyState|InvalidDeploymentStatus)Exception$/.test(error.code)) return "notWaiting";
			throw error;
		}
	}
	/** Ids of the group's active deployments; CodeDeploy allows one. */
	async active(application, group) {
		return await this.#list(application, group, { includeOnlyStatuses: [...ACTIVE_STATUSES] });
	}
	/** The group's deployments of any status, newest first; at most the newest 100 or a page more. */
	async recent(application, group) {
		return await this.#newestFirst(await this.#list(application, group, {}, HISTORY_LIMIT$1));
	}
	/** All deployments of the group created since a moment (epoch milliseconds), newest first. */
	async createdSince(application, group, since) {
		return await this.#newestFirst(await this.#list(application, group, { createTimeRange: { start: new Date(since) } }));
	}
	/** The order of ListDeployments is not documented, so the creation time decides. */
	async #newestFirst(ids) {
		const { BatchGetDeploymentsCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		const states = [];
		for (let at = 0; at < ids.length; at += BATCH_LIMIT) {
			const deploymentIds = ids.slice(at, at + BATCH_LIMIT);
			const { deploymentsInfo = [] } = await call(this.#options, "codedeploy:BatchGetDeployments", () => client.send(new BatchGetDeploymentsCommand({ deploymentIds })));
			states.push(...deploymentsInfo.map((info) => deploymentState$1(info.deploymentId ?? "", info)));
		}
		return states.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
	}
	/** A page may be empty although another follows. */
	async #list(application, group, filter, limit = Number.POSITIVE_INFINITY) {
		const { ListDeploymentsCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		const found = [];
		const pages = new Pages("codedeploy:ListDeployments");
		do {
			const answer = await call(this.#options, "codedeploy:ListDeployments", () => client.send(new ListDeploymentsCommand({
				applicationName: application,
				deploymentGroupName: group,
				...filter,
				...pages.token === void 0 ? {} : { nextToken: pages.token }
			})));
			found.push(...answer.deployments ?? []);
			pages.came(answer.nextToken);
		} while (found.length < limit && pages.more());
		return found;
	}
	/** The AppSpec of a past or present deployment: GetDeployment never returns it, GetApplicationRevision does. */
	async appSpec(deployment) {
		const { GetApplicationRevisionCommand } = await import("./codedeploy-BaYRrI81.js");
		const client = await this.#open();
		const sent = deployment.sentRevision;
		if (sent === void 0) return void 0;
		const applicationName = deployment.application;
		try {
			const { revision } = await call(this.#options, "codedeploy:GetApplicationRevision", () => client.send(new GetApplicationRevisionCommand({
				applicationName,
				revision: sent
			})));
			return revision?.appSpecContent?.content ?? revision?.string?.content;
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "RevisionDoesNotExistException") return void 0;
			throw error;
		}
	}
	async #open() {
		const { CodeDeployClient } = await import("./codedeploy-BaYRrI81.js");
		if (this.#client === void 0) {
			this.#client = new CodeDeployClient(this.#options);
			this.#clock.watch(this.#client);
		}
		return this.#client;
	}
};

// packages/aws/lib/ecs/deployment-settings.js
/** Defaults of the API model of ECS. */
const DEFAULTS = {
	stepPercent: 10,
	stepMinutes: 6,
	canaryMinutes: 10,
	bakeMinutes: 15,
	pauseMinutes: 1440,
	minimumHealthyPercent: 100,
	maximumPercent: 200
};
/** A deployment configuration with AWS's defaults filled in. */
function settingsOf(configuration = {}) {
	const { alarms, bakeTimeInMinutes, deploymentCircuitBreaker: breaker, lifecycleHooks = [] } = configuration;
	const strategy = configuration.strategy ?? "ROLLING";
	return {
		strategy,
		bakeMinutes: bakeTimeInMinutes ?? (strategy === "ROLLING" ? 0 : DEFAULTS.bakeMinutes),
		...stepsOf(strategy, configuration),
		breaker: {
			enabled: breaker?.enable === true,
			rollback: breaker?.rollback === true
		},
		alarms: {
			enabled: alarms?.enable === true,
			rollback: alarms?.rollback === true,
			names: alarms?.alarmNames ?? []
		},
		hooks: lifecycleHooks.map(({ lifecycleStages = [], targetType = "AWS_LAMBDA", timeoutConfiguration }) => ({
			type: targetType,
			stages: lifecycleStages,
			timeoutMinutes: timeoutConfiguration?.timeoutInMinutes ?? DEFAULTS.pauseMinutes
		})),
		minimumHealthyPercent: configuration.minimumHealthyPercent ?? DEFAULTS.minimumHealthyPercent,
		maximumPercent: configuration.maximumPercent ?? DEFAULTS.maximumPercent
	};
}
function stepsOf(strategy, { canaryConfiguration, linearConfiguration }) {
	switch (strategy) {
		case "LINEAR": return {
			steps: Math.ceil(100 / (linearConfiguration?.stepPercent ?? DEFAULTS.stepPercent)),
			stepMinutes: linearConfiguration?.stepBakeTimeInMinutes ?? DEFAULTS.stepMinutes
		};
		case "CANARY": return {
			steps: 2,
			stepMinutes: canaryConfiguration?.canaryBakeTimeInMinutes ?? DEFAULTS.canaryMinutes
		};
		default: return {
			steps: 1,
			stepMinutes: 0
		};
	}
}

// packages/aws/lib/ecs/services.js
/** ECS services, read only. */
var EcsServices = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	/**
	* The service as it is now; undefined when the cluster has none of this name (or forgot an INACTIVE one).
	* @throws AwsCallError `ClusterNotFoundException`
	*/
	async describe(cluster, service) {
		const { DescribeServicesCommand, ECSClient } = await import("./ecs-service-B6aaUrTV.js");
		const client = this.#client ??= new ECSClient(this.#options);
		const { services = [] } = await call(this.#options, "ecs:DescribeServices", () => client.send(new DescribeServicesCommand({
			cluster,
			services: [service]
		})));
		const found = services[0];
		return found === void 0 ? void 0 : serviceState(found);
	}
};
/** A service as ECS tells it. */
function serviceState(service) {
	const network = networkOf(service.networkConfiguration?.awsvpcConfiguration);
	return {
		name: service.serviceName ?? "",
		arn: service.serviceArn ?? "",
		cluster: lastSegment(service.clusterArn ?? ""),
		status: service.status ?? "",
		controller: service.deploymentController?.type ?? "ECS",
		taskDefinition: service.taskDefinition ?? "",
		desired: service.desiredCount ?? 0,
		running: service.runningCount ?? 0,
		pending: service.pendingCount ?? 0,
		taskSets: (service.taskSets ?? []).map(taskSet),
		loadBalancers: (service.loadBalancers ?? []).map(loadBalancer),
		...service.launchType === void 0 ? {} : { launchType: service.launchType },
		...service.platformVersion === void 0 ? {} : { platformVersion: service.platformVersion },
		capacityProviders: (service.capacityProviderStrategy ?? []).map(capacityProvider),
		...network === void 0 ? {} : { network },
		graceSeconds: service.healthCheckGracePeriodSeconds ?? 0,
		schedulingStrategy: service.schedulingStrategy ?? "REPLICA",
		serviceConnect: (service.deployments ?? []).some((one) => one.serviceConnectConfiguration?.enabled === true),
		...service.deploymentController === void 0 || service.deploymentController.type === "ECS" ? {
			rollouts: (service.deployments ?? []).map(rollout),
			settings: settingsOf(service.deploymentConfiguration)
		} : {},
		...service.resourceManagementType === "ECS" ? { isManaged: true } : {},
		events: (service.events ?? []).map(({ id = "", createdAt, message = "" }) => ({
			id,
			at: createdAt?.getTime() ?? 0,
			text: message
		}))
	};
}
function rollout(deployment) {
	return {
		id: deployment.id ?? "",
		status: deployment.status ?? "",
		taskDefinition: deployment.taskDefinition ?? "",
		state: deployment.rolloutState ?? "",
		desired: deployment.desiredCount ?? 0,
		running: deployment.runningCount ?? 0,
		failed: deployment.failedTasks ?? 0,
		createdAt: deployment.createdAt?.getTime() ?? 0
	};
}
function taskSet(set) {
	const network = networkOf(set.networkConfiguration?.awsvpcConfiguration);
	return {
		id: set.id ?? "",
		arn: set.taskSetArn ?? "",
		status: set.status ?? "",
		taskDefinition: set.taskDefinition ?? "",
		...set.externalId === void 0 ? {} : { externalId: set.externalId },
		stable: set.stabilityStatus === "STEADY_STATE",
		desired: set.computedDesiredCount ?? 0,
		running: set.runningCount ?? 0,
		pending: set.pendingCount ?? 0,
		...set.launchType === void 0 ? {} : { launchType: set.launchType },
		...set.platformVersion === void 0 ? {} : { platformVersion: set.platformVersion },
		capacityProviders: (set.capacityProviderStrategy ?? []).map(capacityProvider),
		...network === void 0 ? {} : { network },
		loadBalancers: (set.loadBalancers ?? []).map(loadBalancer)
	};
}
function networkOf(vpc) {
	if (vpc?.subnets === void 0) return void 0;
	return {
		subnets: vpc.subnets,
		securityGroups: vpc.securityGroups ?? [],
		assignPublicIp: vpc.assignPublicIp === "ENABLED" ? "ENABLED" : "DISABLED"
	};
}
function capacityProvider(item) {
	return {
		capacityProvider: item.capacityProvider ?? "",
		weight: item.weight ?? 0,
		base: item.base ?? 0
	};
}
function loadBalancer({ advancedConfiguration: advanced, targetGroupArn = "", containerName = "", containerPort = 0 }) {
	const { productionListenerRule, roleArn, testListenerRule } = advanced ?? {};
	return {
		targetGroupArn,
		containerName,
		containerPort,
		...advanced === void 0 ? {} : { shift: {
			alternateTargetGroup: advanced.alternateTargetGroupArn ?? "",
			...productionListenerRule === void 0 ? {} : { productionRule: productionListenerRule },
			...testListenerRule === void 0 ? {} : { testRule: testListenerRule },
			...roleArn === void 0 ? {} : { role: roleArn }
		} }
	};
}

// packages/aws/lib/identity.js
/** Identity of the credentials in use. */
var Identity = class {
	#options;
	#client;
	#caller;
	constructor(options) {
		this.#options = options;
	}
	/** Account and ARN of the credentials, asked once; needs no permission. */
	async caller() {
		return await (this.#caller ??= this.#ask());
	}
	/** How long the credentials will do. Asks nobody: the end is known when whoever gave them told it. */
	async validity() {
		if (typeof this.#options.credentials === "function") return { kind: "renewed" };
		const { STSClient } = await import("./sts-CQaCCLi1.js");
		const client = this.#client ??= new STSClient(this.#options);
		try {
			const { expiration } = await client.config.credentials();
			const at = expiration?.getTime();
			return at === void 0 || Number.isNaN(at) ? { kind: "unknown" } : {
				kind: "until",
				at
			};
		} catch {
			return { kind: "unknown" };
		}
	}
	async #ask() {
		const { GetCallerIdentityCommand, STSClient } = await import("./sts-CQaCCLi1.js");
		const client = this.#client ??= new STSClient(this.#options);
		const { Account = "", Arn = "" } = await call(this.#options, "sts:GetCallerIdentity", () => client.send(new GetCallerIdentityCommand({})));
		return {
			account: Account,
			arn: Arn
		};
	}
};

// packages/aws/lib/ecr/image-scans.js
/** Findings of ECR's basic scans and of Inspector's enhanced ones. */
var ImageScans = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	/** One look at the findings. An enhanced scan ends in status `ACTIVE`, a basic one in `COMPLETE`. */
	async look(repository, digest) {
		const first = await this.#page(repository, digest);
		if (first === void 0) return { kind: "absent" };
		const { status, description = "" } = first.imageScanStatus ?? {};
		switch (status) {
			case "COMPLETE":
			case "ACTIVE": return {
				kind: "done",
				vulnerabilities: await this.#all(repository, digest, first)
			};
			case "IN_PROGRESS":
			case "PENDING": return {
				kind: "pending",
				status
			};
			case void 0: return {
				kind: "pending",
				status: "not told"
			};
			case "FAILED":
			case "FINDINGS_UNAVAILABLE":
			case "IMAGE_ARCHIVED":
			case "LIMIT_EXCEEDED":
			case "SCAN_ELIGIBILITY_EXPIRED":
			case "UNSUPPORTED_IMAGE": return {
				kind: "failed",
				status,
				reason: description
			};
			default: return {
				kind: "pending",
				status
			};
		}
	}
	/** Whether a push to the repository starts a scan, by its own setting or by the registry's. */
	async trigger(repository) {
		const { client, sdk } = await this.#load();
		try {
			const { scanningConfigurations = [] } = await call(this.#options, "ecr:BatchGetRepositoryScanningConfiguration", () => client.send(new sdk.BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [repository.name] })));
			const [configuration] = scanningConfigurations;
			if (configuration === void 0) return "unknown";
			return configuration.scanOnPush === true || configuration.scanFrequency !== "MANUAL" ? "push" : "manual";
		} catch (error) {
			if (error instanceof ConfigurationError || error instanceof AwsCallError) return "unknown";
			throw error;
		}
	}
	/** Asks for a basic scan. @returns whether one is under way now; enhanced scans can't be asked for */
	async begin(repository, digest) {
		const { sdk } = await this.#load();
		const client = new sdk.ECRClient(once(this.#options));
		try {
			await call(this.#options, "ecr:StartImageScan", () => client.send(new sdk.StartImageScanCommand({
				registryId: repository.account,
				repositoryName: repository.name,
				imageId: { imageDigest: digest }
			})));
			return true;
		} catch (error) {
			if (error instanceof ConfigurationError) return false;
			if (error instanceof AwsCallError && !error.transient) return error.code === "LimitExceededException";
			throw error;
		} finally {
			client.destroy();
		}
	}
	async #all(repository, digest, first) {
		const found = [];
		const pages = new Pages("ecr:DescribeImageScanFindings");
		for (let page = first; page !== void 0;) {
			const { findings = [], enhancedFindings = [] } = page.imageScanFindings ?? {};
			found.push(...findings.map(basic), ...enhancedFindings.filter(isOpen).map(enhanced));
			pages.came(page.nextToken);
			page = pages.more() ? await this.#page(repository, digest, pages.token) : void 0;
		}
		return found;
	}
	/** One page; undefined when there is no scan. */
	async #page(repository, digest, nextToken) {
		const { client, sdk } = await this.#load();
		try {
			return await call(this.#options, "ecr:DescribeImageScanFindings", () => client.send(new sdk.DescribeImageScanFindingsCommand({
				registryId: repository.account,
				repositoryName: repository.name,
				imageId: { imageDigest: digest },
				maxResults: 1e3,
				...nextToken === void 0 ? {} : { nextToken }
			})));
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ScanNotFoundException") return void 0;
			throw error;
		}
	}
	async #load() {
		const sdk = await import("./ecr-foqVfHhg.js");
		return {
			client: this.#client ??= new sdk.ECRClient(this.#options),
			sdk
		};
	}
};
/** Package and version stand among the attributes of a basic finding; the version that mends it is not told. */
function basic({ name = "", severity = "UNDEFINED", uri, attributes = [] }) {
	const value = (key) => attributes.find((one) => one.key === key)?.value;
	const fixed = value("fixed_in_version") ?? value("patched_versions");
	return {
		id: name,
		severity: severityOf(severity),
		packages: packageText(value("package_name"), value("package_version")),
		fixedIn: fixed === void 0 ? [] : [fixed],
		...uri === void 0 ? {} : { url: uri }
	};
}
/** Inspector keeps findings that it has closed or that a rule suppresses. */
function isOpen({ status }) {
	return status === void 0 || status === "ACTIVE";
}
function enhanced(finding) {
	const { vulnerabilityId, vulnerablePackages = [], sourceUrl } = finding.packageVulnerabilityDetails ?? {};
	return {
		id: vulnerabilityId ?? finding.title ?? finding.findingArn ?? "unnamed",
		severity: severityOf(finding.severity ?? ""),
		packages: vulnerablePackages.flatMap(({ name, version }) => packageText(name, version)),
		fixedIn: vulnerablePackages.flatMap(({ fixedInVersion: fixed }) => fixed === void 0 || /^not ?available$/i.test(fixed) ? [] : [fixed]),
		...sourceUrl === void 0 ? {} : { url: sourceUrl }
	};
}
function packageText(name, version) {
	if (name === void 0) return [];
	return [version === void 0 ? name : `${name} ${version}`];
}

// packages/aws/lib/registry/manifest.js
/**
* Reads a manifest that a registry gave.
* @param action IAM action that gave it, for the error
* @throws AwsCallError with the reason when it is no manifest of an image
*/
function storedManifest(action, repository, text, mediaType) {
	try {
		return parseManifest(text, mediaType);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new AwsCallError({
			action,
			code: "UnreadableManifest",
			what: `what ${repository} holds under this name can't be read as an image: ${error.message}`,
			fix: "Push the image again, or name another tag or digest."
		});
	}
}

// packages/aws/lib/client/download.js
const ATTEMPTS = 4;
const PAUSE = {
	firstMs: 400,
	longestMs: 5e3
};
/**
* Reads a small object from a pre-signed address, more than once if need be.
* @param action IAM action that gave the address, for the error
* @throws the signal's reason
*/
async function download({ clock, proxy, signal }, action, url, limits = {}) {
	const http = new Http(proxy);
	for (let attempt = 1;; attempt++) {
		signal.throwIfAborted();
		const read = await readOnce(http, url, {
			method: "GET",
			headers: {},
			signal,
			...limits
		});
		if ("text" in read) return read.text;
		if (!read.again || attempt === ATTEMPTS) throw new AwsCallError({
			action,
			code: "DownloadFailed",
			what: `the object it points to could not be read: ${read.reason}`,
			fix: "Check that the runner reaches S3 (network, proxy), and run the job again."
		});
		await backOff(clock, attempt, PAUSE, signal);
	}
}
async function readOnce(http, url, request) {
	try {
		const response = await http.send(new URL(url), request);
		if (response.ok) return { text: await response.text() };
		return {
			reason: `HTTP ${response.status}`,
			again: response.status >= 500 || response.status === 429
		};
	} catch (error) {
		request.signal.throwIfAborted();
		const { code, message } = error;
		return {
			reason: message || code || String(error),
			again: code !== "EMSGSIZE" && code !== "EDOWNGRADE" && code !== "ERR_INVALID_URL"
		};
	}
}

// packages/aws/lib/ecr/images.js
/** Images in ECR. */
var Images = class Images {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	/** The registries of another region. */
	in(region) {
		return new Images({
			...this.#options,
			region
		});
	}
	/** The repository, or undefined when the registry has none of this name. */
	async repository({ name, account }) {
		const { client, sdk } = await this.#load();
		try {
			const { repositories = [] } = await call(this.#options, "ecr:DescribeRepositories", () => client.send(new sdk.DescribeRepositoriesCommand({
				repositoryNames: [name],
				...registryId(account)
			})));
			return repositories[0] === void 0 ? void 0 : repositoryState$1(repositories[0]);
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "RepositoryNotFoundException") return void 0;
			throw error;
		}
	}
	/** @throws ConfigurationError when there is no such repository */
	async requireRepository(repository) {
		const found = await this.repository(repository);
		if (found === void 0) throw missingRepository(repository.name, this.#options.region);
		return found;
	}
	/**
	* The repository's URI, without tag.
	* @throws ConfigurationError when there is no such repository
	*/
	async repositoryUri(name) {
		return (await this.requireRepository({ name })).uri;
	}
	/**
	* Creates a repository whose tags stay, whose images are scanned when pushed and encrypted; takes one that just came to
	* be. Its rules of expiry are set by a call of their own, which is repeated harmlessly.
	* @param warn told when the rules could not be set, which leaves the repository usable
	*/
	async createRepository(name, settings, warn) {
		const { client, sdk } = await this.#load();
		const create = async () => {
			const { repository = {} } = await call(this.#options, "ecr:CreateRepository", () => client.send(new sdk.CreateRepositoryCommand({
				repositoryName: name.name,
				...registryId(name.account),
				imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
				imageTagMutabilityExclusionFilters: settings.movableTags.map((filter) => ({
					filterType: "WILDCARD",
					filter
				})),
				imageScanningConfiguration: { scanOnPush: true },
				encryptionConfiguration: { encryptionType: "AES256" }
			})));
			return repositoryState$1(repository);
		};
		const created = await create().catch(async (error) => {
			if (error instanceof AwsCallError && error.code === "RepositoryAlreadyExistsException") return await this.requireRepository(name);
			throw error;
		});
		await call(this.#options, "ecr:PutLifecyclePolicy", () => client.send(new sdk.PutLifecyclePolicyCommand({
			repositoryName: created.name,
			...registryId(created.account),
			lifecyclePolicyText: settings.lifecyclePolicy
		}))).catch((error) => {
			if (!(error instanceof CutoverError)) throw error;
			warn(error);
		});
		return created;
	}
	/** Whether the registry of the credentials has any repository. */
	async hasRepositories() {
		const { client, sdk } = await this.#load();
		const { repositories = [] } = await call(this.#options, "ecr:DescribeRepositories", () => client.send(new sdk.DescribeRepositoriesCommand({ maxResults: 1 })));
		return repositories.length > 0;
	}
	/** The image that a tag or digest stands for, its manifest included; undefined when the repository has none. */
	async find(repository, image) {
		const { client, sdk } = await this.#load();
		const { images = [], failures = [] } = await call(this.#options, "ecr:BatchGetImage", () => client.send(new sdk.BatchGetImageCommand({
			repositoryName: repository.name,
			...registryId(repository.account),
			imageIds: [identifier(image)],
			acceptedMediaTypes: [...INDEX_TYPES, ...IMAGE_TYPES]
		})));
		const found = images[0];
		if (found?.imageManifest !== void 0) {
			const digest = found.imageId?.imageDigest ?? "";
			if (!isDigest(digest)) throw new TypeError(`ECR gave ${JSON.stringify(digest)} as an image's digest`);
			const manifest = storedManifest("ecr:BatchGetImage", repository.name, found.imageManifest, found.imageManifestMediaType);
			return {
				digest,
				mediaType: manifest.mediaType,
				text: found.imageManifest,
				manifest
			};
		}
		const failure = failures[0];
		if (failure === void 0 || failure.failureCode === "ImageNotFound") return void 0;
		throw new AwsCallError({
			action: "ecr:BatchGetImage",
			code: failure.failureCode ?? "Unknown",
			what: failure.failureReason ?? "ECR gave no reason",
			fix: `Look at ${JSON.stringify(image)} in repository ${repository.name}.`
		});
	}
	/** The text of the repository's lifecycle policy; undefined when it has none. */
	async lifecyclePolicy(repository) {
		const { client, sdk } = await this.#load();
		try {
			const { lifecyclePolicyText } = await call(this.#options, "ecr:GetLifecyclePolicy", () => client.send(new sdk.GetLifecyclePolicyCommand({
				repositoryName: repository.name,
				...registryId(repository.account)
			})));
			return lifecyclePolicyText;
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "LifecyclePolicyNotFoundException") return void 0;
			throw error;
		}
	}
	/** Prefixes of repositories that ECR fills from other registries when an image is pulled; `ROOT` stands for all. */
	async cachePrefixes(account) {
		const { client, sdk } = await this.#load();
		const prefixes = [];
		const pages = new Pages("ecr:DescribePullThroughCacheRules");
		do {
			const page = await call(this.#options, "ecr:DescribePullThroughCacheRules", () => client.send(new sdk.DescribePullThroughCacheRulesCommand({
				...registryId(account),
				...pages.token === void 0 ? {} : { nextToken: pages.token }
			})));
			prefixes.push(...(page.pullThroughCacheRules ?? []).map((rule) => rule.ecrRepositoryPrefix ?? ""));
			pages.came(page.nextToken);
		} while (pages.more());
		return prefixes;
	}
	/** `linux/amd64` for each platform that the image runs on; attestations left out. */
	async platforms(repository, image) {
		const { manifest } = image;
		if (manifest.kind === "index") return indexPlatforms(manifest.entries);
		const { client, sdk } = await this.#load();
		const { downloadUrl } = await call(this.#options, "ecr:GetDownloadUrlForLayer", () => client.send(new sdk.GetDownloadUrlForLayerCommand({
			repositoryName: repository.name,
			...registryId(repository.account),
			layerDigest: manifest.config.digest
		})));
		return [configPlatform(await download(this.#options.connection, "ecr:GetDownloadUrlForLayer", downloadUrl ?? ""))];
	}
	/** Gives an image that is there one more tag. Harmless when it has the tag already. */
	async tag(repository, image, tag) {
		const { client, sdk } = await this.#load();
		try {
			await call(this.#options, "ecr:PutImage", () => client.send(new sdk.PutImageCommand({
				repositoryName: repository.name,
				...registryId(repository.account),
				imageManifest: image.text,
				imageManifestMediaType: image.mediaType,
				imageTag: tag
			})));
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ImageAlreadyExistsException") return;
			if (error instanceof AwsCallError && error.code === "ImageTagAlreadyExistsException") throw immutableTag(repository.name, tag, error);
			throw error;
		}
	}
	/** A login for every repository of the registry that the credentials may use; 12 hours long. */
	async login(account) {
		const { client, sdk } = await this.#load();
		const { authorizationData = [] } = await call(this.#options, "ecr:GetAuthorizationToken", () => client.send(new sdk.GetAuthorizationTokenCommand(account === void 0 ? {} : { registryIds: [account] })));
		const [data] = authorizationData;
		return {
			...readToken(data?.authorizationToken ?? ""),
			host: (data?.proxyEndpoint ?? "").replace(/^https?:\/\//, "")
		};
	}
	/**
	* Reads an OCI layout on disk; makes no call.
	* @param path directory or uncompressed tar archive, absolute
	* @param tag which image is meant when there are several
	* @throws ConfigurationError naming what is wrong with the layout
	*/
	async openLayout(path, tag) {
		const { Layout } = await import("./layout-D9flDdbN.js");
		return await Layout.open(path, tag);
	}
	/** Sends a layout's image to the registry, tags last; see {@link PushOptions}. */
	async pushLayout(layout, options) {
		const { pushLayout } = await import("./push-BD98sJLM.js");
		return await pushLayout(layout, {
			...options,
			proxy: this.#options.connection.proxy
		});
	}
	async #load() {
		const sdk = await import("./ecr-foqVfHhg.js");
		return {
			client: this.#client ??= new sdk.ECRClient(this.#options),
			sdk
		};
	}
};
function registryId(account) {
	return account === void 0 || account === "" ? {} : { registryId: account };
}
function identifier(image) {
	return "tag" in image ? { imageTag: image.tag } : { imageDigest: image.digest };
}
function repositoryState$1(repository) {
	const uri = repository.repositoryUri ?? "";
	return {
		name: repository.repositoryName ?? "",
		arn: repository.repositoryArn ?? "",
		uri,
		registry: uri.slice(0, uri.indexOf("/")),
		account: repository.registryId ?? "",
		mutability: repository.imageTagMutability ?? "MUTABLE",
		exclusions: (repository.imageTagMutabilityExclusionFilters ?? []).map(({ filter = "" }) => filter)
	};
}
/** User and password from Base64 of both with a colon between them. */
function readToken(token) {
	const text = Buffer.from(token, "base64").toString();
	const colon = text.indexOf(":");
	return {
		username: text.slice(0, colon),
		password: text.slice(colon + 1)
	};
}

// packages/aws/lib/elb/listener-rules.js
/** DescribeTags takes so many ARNs. */
const TAGS_LIMIT = 20;
/** Rules of listeners, to be read, made, moved and taken away. */
var ListenerRules = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	async #sdk() {
		const sdk = await import("./listener-rules-DQXW17DA.js");
		return {
			client: this.#client ??= new sdk.ElasticLoadBalancingV2Client(this.#options),
			sdk
		};
	}
	/** Rules in the order in which they are tried; empty when the listener does not exist. */
	async of(listenerArn) {
		const { client, sdk } = await this.#sdk();
		const found = [];
		const pages = new Pages("elasticloadbalancing:DescribeRules");
		try {
			do {
				const page = await call(this.#options, "elasticloadbalancing:DescribeRules", () => client.send(new sdk.DescribeRulesCommand({
					ListenerArn: listenerArn,
					...pages.token === void 0 ? {} : { Marker: pages.token }
				})));
				found.push(...(page.Rules ?? []).map(ruleState));
				pages.came(page.NextMarker);
			} while (pages.more());
		} catch (error) {
			if (isCode$1(error, "ListenerNotFound")) return [];
			throw error;
		}
		return found.toSorted((a, b) => (a.priority ?? 1e400) - (b.priority ?? 1e400));
	}
	/** Tags by ARN. */
	async tags(arns) {
		const { client, sdk } = await this.#sdk();
		const found = /* @__PURE__ */ new Map();
		for (let at = 0; at < arns.length; at += TAGS_LIMIT) {
			const { TagDescriptions = [] } = await call(this.#options, "elasticloadbalancing:DescribeTags", () => client.send(new sdk.DescribeTagsCommand({ ResourceArns: arns.slice(at, at + TAGS_LIMIT) })));
			for (const { ResourceArn = "", Tags = [] } of TagDescriptions) found.set(ResourceArn, new Map(Tags.map(({ Key = "", Value = "" }) => [Key, Value])));
		}
		return found;
	}
	/** @returns the new rule's ARN; undefined when the priority is in use */
	async create(answer) {
		const { client, sdk } = await this.#sdk();
		try {
			const { Rules = [] } = await call(this.#options, "elasticloadbalancing:CreateRule", () => client.send(new sdk.CreateRuleCommand({
				ListenerArn: answer.listener,
				Priority: answer.priority,
				Conditions: [...answer.conditions],
				Actions: [{
					Type: "fixed-response",
					FixedResponseConfig: {
						StatusCode: answer.status,
						ContentType: answer.contentType,
						MessageBody: answer.body
					}
				}],
				Tags: tagList(answer.tags)
			})));
			return Rules[0]?.RuleArn;
		} catch (error) {
			if (isCode$1(error, "PriorityInUse")) return void 0;
			throw error;
		}
	}
	async tag(arn, tags) {
		const { client, sdk } = await this.#sdk();
		await call(this.#options, "elasticloadbalancing:AddTags", () => client.send(new sdk.AddTagsCommand({
			ResourceArns: [arn],
			Tags: tagList(tags)
		})));
	}
	/** Gives rules of one listener new places, all in one step. */
	async place(priorities) {
		const { client, sdk } = await this.#sdk();
		await call(this.#options, "elasticloadbalancing:SetRulePriorities", () => client.send(new sdk.SetRulePrioritiesCommand({ RulePriorities: [...priorities].map(([RuleArn, Priority]) => ({
			RuleArn,
			Priority
		})) })));
	}
	/** Deletes a rule; one that is gone already is fine. */
	async remove(arn) {
		const { client, sdk } = await this.#sdk();
		try {
			await call(this.#options, "elasticloadbalancing:DeleteRule", () => client.send(new sdk.DeleteRuleCommand({ RuleArn: arn })));
		} catch (error) {
			if (!isCode$1(error, "RuleNotFound")) throw error;
		}
	}
};
function ruleState({ RuleArn = "", Priority, Conditions = [], Actions = [] }) {
	const fixed = Actions.find(({ Type }) => Type === "fixed-response")?.FixedResponseConfig;
	return {
		arn: RuleArn,
		priority: Priority === void 0 || Priority === "default" ? void 0 : Number(Priority),
		conditions: Conditions.map(asGiven),
		targetGroups: Actions.flatMap(groupsOf),
		fixedStatus: fixed?.StatusCode
	};
}
/** Answers repeat the values of some conditions in the older member, which a request may not. */
function asGiven(condition) {
	const { Values, ...rest } = condition;
	return Object.keys(rest).some((key) => key.endsWith("Config")) || Values === void 0 ? rest : condition;
}
function groupsOf({ Type, ForwardConfig, TargetGroupArn }) {
	if (Type !== "forward") return [];
	const groups = ForwardConfig?.TargetGroups ?? [];
	return (groups.length > 0 ? groups.map((group) => group.TargetGroupArn) : [TargetGroupArn]).filter((arn) => arn !== void 0);
}
function tagList(tags) {
	return Object.entries(tags).map(([Key, Value]) => ({
		Key,
		Value
	}));
}
function isCode$1(error, code) {
	return error instanceof AwsCallError && (error.code === code || error.code === `${code}Exception`);
}

// packages/aws/lib/elb/load-balancing.js
/** Load balancers, target groups, listeners and target health, read only. */
var LoadBalancing = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	/** Target groups by name, in no particular order; a name that doesn't exist makes the list empty. */
	async targetGroupsNamed(names) {
		return await this.#targetGroups({ Names: [...names] });
	}
	/** The target group, or undefined when there is none with this ARN. */
	async targetGroup(arn) {
		return (await this.#targetGroups({ TargetGroupArns: [arn] }))[0];
	}
	async #targetGroups(filter) {
		const { DescribeTargetGroupsCommand } = await import("./load-balancing-ZzNnyxoY.js");
		const client = await this.#open();
		try {
			const { TargetGroups = [] } = await call(this.#options, "elasticloadbalancing:DescribeTargetGroups", () => client.send(new DescribeTargetGroupsCommand(filter)));
			return TargetGroups.map((one) => ({
				arn: one.TargetGroupArn ?? "",
				name: one.TargetGroupName ?? "",
				loadBalancerArns: one.LoadBalancerArns ?? [],
				targetType: one.TargetType ?? "instance",
				vpc: one.VpcId ?? "",
				healthCheck: {
					port: one.HealthCheckPort ?? "traffic-port",
					protocol: one.HealthCheckProtocol ?? "HTTP",
					path: one.HealthCheckPath ?? "",
					matcher: one.Matcher?.HttpCode ?? "",
					intervalSeconds: one.HealthCheckIntervalSeconds ?? 30,
					healthyCount: one.HealthyThresholdCount ?? 5,
					unhealthyCount: one.UnhealthyThresholdCount ?? 2
				}
			}));
		} catch (error) {
			if (isCode(error, "TargetGroupNotFound")) return [];
			throw error;
		}
	}
	/** The load balancer, or undefined when there is none with this ARN. */
	async loadBalancer(arn) {
		const { DescribeLoadBalancersCommand } = await import("./load-balancing-ZzNnyxoY.js");
		const client = await this.#open();
		try {
			const { LoadBalancers = [] } = await call(this.#options, "elasticloadbalancing:DescribeLoadBalancers", () => client.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [arn] })));
			const [found] = LoadBalancers;
			return found?.DNSName === void 0 ? void 0 : {
				dnsName: found.DNSName,
				internal: found.Scheme === "internal",
				securityGroups: found.SecurityGroups ?? []
			};
		} catch (error) {
			if (isCode(error, "LoadBalancerNotFound")) return void 0;
			throw error;
		}
	}
	/** Health of all registered targets; undefined when the target group does not exist. */
	async health(targetGroupArn) {
		const { DescribeTargetHealthCommand } = await import("./load-balancing-ZzNnyxoY.js");
		const client = await this.#open();
		try {
			const { TargetHealthDescriptions = [] } = await call(this.#options, "elasticloadbalancing:DescribeTargetHealth", () => client.send(new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn })));
			return TargetHealthDescriptions.map(({ Target, TargetHealth: health }) => ({
				id: Target?.Id ?? "",
				port: Target?.Port ?? 0,
				...Target?.AvailabilityZone === void 0 ? {} : { zone: Target.AvailabilityZone },
				state: health?.State ?? "unavailable",
				...health?.Reason === void 0 ? {} : { reason: health.Reason },
				...health?.Description === void 0 ? {} : { description: health.Description }
			}));
		} catch (error) {
			if (isCode(error, "TargetGroupNotFound")) return void 0;
			throw error;
		}
	}
	/** A listener with its rules and weights; undefined when it does not exist. */
	async listener(arn) {
		return (await this.#listeners({ ListenerArns: [arn] }))[0];
	}
	/**
	* The listener of a rule, with that rule alone; undefined when one of them does not exist.
	* @param arn of the rule (application load balancer), or of the listener (network load balancer)
	*/
	async listenerOfRule(arn) {
		const listener = await this.listener(listenerArnOf(arn));
		if (listener === void 0 || listener.arn === arn) return listener;
		const rules = listener.rules.filter((rule) => rule.arn === arn);
		return rules.length === 0 ? void 0 : {
			...listener,
			rules,
			onlyRule: arn
		};
	}
	/** Those of the listeners that exist, in no particular order. */
	async listeners(arns) {
		if (arns.length === 0) return [];
		const together = await this.#listeners({ ListenerArns: [...arns] });
		if (together.length > 0 || arns.length === 1) return together;
		return (await Promise.all(arns.map((arn) => this.#listeners({ ListenerArns: [arn] })))).flat();
	}
	/** All listeners of a load balancer. */
	async listenersOf(loadBalancerArn) {
		return await this.#listeners({ LoadBalancerArn: loadBalancerArn });
	}
	async #listeners(filter) {
		const { DescribeListenersCommand } = await import("./load-balancing-ZzNnyxoY.js");
		const client = await this.#open();
		const found = [];
		const pages = new Pages("elasticloadbalancing:DescribeListeners");
		try {
			do {
				const page = await call(this.#options, "elasticloadbalancing:DescribeListeners", () => client.send(new DescribeListenersCommand({
					...filter,
					...pages.token === void 0 ? {} : { Marker: pages.token }
				})));
				for (const listener of page.Listeners ?? []) {
					const protocol = listener.Protocol ?? "HTTP";
					const arn = listener.ListenerArn ?? "";
					found.push({
						arn,
						loadBalancerArn: listener.LoadBalancerArn ?? "",
						port: listener.Port ?? 0,
						protocol,
						rules: protocol.startsWith("HTTP") ? await this.#rules(arn) : [{
							priority: "default",
							forwards: forwards(listener.DefaultActions)
						}]
					});
				}
				pages.came(page.NextMarker);
			} while (pages.more());
		} catch (error) {
			if (isCode(error, "ListenerNotFound") || isCode(error, "LoadBalancerNotFound")) return [];
			throw error;
		}
		return found;
	}
	/** The listener as it is now; one call, since what it is doesn't change. */
	async refreshed(listener) {
		if (!listener.protocol.startsWith("HTTP")) return await this.listener(listener.arn);
		try {
			const rules = await this.#rules(listener.arn);
			const { onlyRule } = listener;
			return {
				...listener,
				rules: onlyRule === void 0 ? rules : rules.filter(({ arn }) => arn === onlyRule)
			};
		} catch (error) {
			if (isCode(error, "ListenerNotFound")) return void 0;
			throw error;
		}
	}
	async #rules(listenerArn) {
		const { DescribeRulesCommand } = await import("./load-balancing-ZzNnyxoY.js");
		const client = await this.#open();
		const found = [];
		const pages = new Pages("elasticloadbalancing:DescribeRules");
		do {
			const page = await call(this.#options, "elasticloadbalancing:DescribeRules", () => client.send(new DescribeRulesCommand({
				ListenerArn: listenerArn,
				...pages.token === void 0 ? {} : { Marker: pages.token }
			})));
			found.push(...(page.Rules ?? []).map(({ Priority = "", Actions, RuleArn }) => ({
				...RuleArn === void 0 ? {} : { arn: RuleArn },
				priority: Priority,
				forwards: forwards(Actions)
			})));
			pages.came(page.NextMarker);
		} while (pages.more());
		return found;
	}
	async #open() {
		const { ElasticLoadBalancingV2Client } = await import("./load-balancing-ZzNnyxoY.js");
		return this.#client ??= new ElasticLoadBalancingV2Client(this.#options);
	}
};
/** With two groups the action's own TargetGroupArn is missing, so the groups are read from ForwardConfig first. */
function forwards(actions) {
	return (actions ?? []).filter(({ Type }) => Type === "forward").flatMap(({ ForwardConfig, TargetGroupArn }) => {
		const groups = ForwardConfig?.TargetGroups ?? [];
		const tuples = groups.length > 0 ? groups : [{
			TargetGroupArn,
			Weight: 1
		}];
		return shares(tuples.flatMap(({ TargetGroupArn, Weight = 1 }) => TargetGroupArn === void 0 ? [] : [{
			targetGroupArn: TargetGroupArn,
			weight: Weight
		}]));
	});
}
/** The SDK names the class after the shape (`…Exception`), the wire after the code; both are accepted. */
function isCode(error, code) {
	return error instanceof AwsCallError && (error.code === code || error.code === `${code}Exception`);
}
/** `…:listener-rule/app/NAME/ID/LISTENER/RULE` belongs to `…:listener/app/NAME/ID/LISTENER`. */
function listenerArnOf(arn) {
	return arn.includes(":listener-rule/") ? arn.replace(":listener-rule/", ":listener/").replace(/\/[^/]+$/, "") : arn;
}

// packages/aws/lib/log-groups.js
/** Log groups of CloudWatch Logs, read only. */
var LogGroups = class {
	#options;
	#clients = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/** Whether a region has a log group of exactly this name. */
	async exists(name, region = this.#options.region) {
		const { CloudWatchLogsClient, DescribeLogGroupsCommand } = await import("./log-groups-NM4iFZdZ.js");
		const client = this.#clients.get(region) ?? new CloudWatchLogsClient({
			...this.#options,
			region
		});
		this.#clients.set(region, client);
		const { logGroups = [] } = await call(this.#options, "logs:DescribeLogGroups", () => client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name })));
		return logGroups.some(({ logGroupName }) => logGroupName === name);
	}
};

// packages/aws/lib/logs.js
/** CloudWatch Logs. */
var Logs = class {
	#options;
	#clients = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/**
	* The page behind `token`, or the oldest. A page may be empty before the end.
	* @returns undefined when the group or the stream does not exist (yet)
	*/
	async page(source, token) {
		return await this.#read(source, {
			startFromHead: true,
			...token === void 0 ? {} : { nextToken: token }
		});
	}
	/** The last `count` lines, oldest first; empty when the stream does not exist. */
	async tail(group, stream, count, region) {
		const source = {
			group,
			stream,
			...region === void 0 ? {} : { region }
		};
		let lines = [];
		const pages = new Pages("logs:GetLogEvents");
		for (;;) {
			const page = await this.#read(source, {
				startFromHead: false,
				limit: Math.min(count, 1e4),
				...pages.token === void 0 ? {} : { nextToken: pages.token }
			});
			if (page === void 0) return lines;
			lines = [...page.lines, ...lines].slice(-count);
			if (lines.length >= count || page.back === pages.token) return lines;
			pages.came(page.back);
			if (!pages.more()) return lines;
		}
	}
	async #read({ group, stream, region = this.#options.region }, options) {
		const { CloudWatchLogsClient, GetLogEventsCommand } = await import("./logs-BhTfKGbj.js");
		const client = this.#clients.get(region) ?? new CloudWatchLogsClient({
			...this.#options,
			region
		});
		this.#clients.set(region, client);
		try {
			const { events = [], nextForwardToken, nextBackwardToken } = await call(this.#options, "logs:GetLogEvents", () => client.send(new GetLogEventsCommand({
				logGroupName: group,
				logStreamName: stream,
				...options
			})));
			return {
				lines: events.map(({ timestamp = 0, message = "" }) => ({
					timestamp,
					text: message
				})),
				token: nextForwardToken,
				back: nextBackwardToken
			};
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ResourceNotFoundException") return void 0;
			throw error;
		}
	}
};

// packages/aws/lib/scaling.js
const NAMESPACE = "ecs";
const DIMENSION = "ecs:service:DesiredCount";
/** Application Auto Scaling of an ECS service's desired count. */
var Scaling = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	/** The service's scalable target; undefined when nothing scales the service. */
	async describe(cluster, service) {
		const { client, DescribeScalableTargetsCommand } = await this.#load();
		const { ScalableTargets = [] } = await call(this.#options, "application-autoscaling:DescribeScalableTargets", () => client.send(new DescribeScalableTargetsCommand({
			ServiceNamespace: NAMESPACE,
			ResourceIds: [resourceOf(cluster, service)],
			ScalableDimension: DIMENSION
		})));
		const [target] = ScalableTargets;
		if (target === void 0) return void 0;
		const { SuspendedState: state = {} } = target;
		return {
			arn: target.ScalableTargetARN ?? "",
			minimum: target.MinCapacity ?? 0,
			maximum: target.MaxCapacity ?? 0,
			suspended: {
				in: state.DynamicScalingInSuspended ?? false,
				out: state.DynamicScalingOutSuspended ?? false,
				scheduled: state.ScheduledScalingSuspended ?? false
			}
		};
	}
	/**
	* Sets all three kinds at once and nothing else; the same call again changes nothing. Never registers a target anew: without
	* capacities AWS refuses that.
	* @throws AwsCallError `ValidationException` when the target is gone
	*/
	async suspend(cluster, service, suspended) {
		const { client, RegisterScalableTargetCommand } = await this.#load();
		await call(this.#options, "application-autoscaling:RegisterScalableTarget", () => client.send(new RegisterScalableTargetCommand({
			ServiceNamespace: NAMESPACE,
			ResourceId: resourceOf(cluster, service),
			ScalableDimension: DIMENSION,
			SuspendedState: {
				DynamicScalingInSuspended: suspended.in,
				DynamicScalingOutSuspended: suspended.out,
				ScheduledScalingSuspended: suspended.scheduled
			}
		})));
	}
	/** Tags of a scalable target. */
	async tags(arn) {
		const { client, ListTagsForResourceCommand } = await this.#load();
		const { Tags = {} } = await call(this.#options, "application-autoscaling:ListTagsForResource", () => client.send(new ListTagsForResourceCommand({ ResourceARN: arn })));
		return Tags;
	}
	async tag(arn, tags) {
		const { client, TagResourceCommand } = await this.#load();
		await call(this.#options, "application-autoscaling:TagResource", () => client.send(new TagResourceCommand({
			ResourceARN: arn,
			Tags: tags
		})));
	}
	/** Removes tags; harmless when neither tags nor target are there any more. */
	async untag(arn, keys) {
		const { client, UntagResourceCommand } = await this.#load();
		try {
			await call(this.#options, "application-autoscaling:UntagResource", () => client.send(new UntagResourceCommand({
				ResourceARN: arn,
				TagKeys: [...keys]
			})));
		} catch (error) {
			if (!(error instanceof AwsCallError) || error.code !== "ResourceNotFoundException") throw error;
		}
	}
	async #load() {
		const { ApplicationAutoScalingClient, ...commands } = await import("./scaling-COJk4BA1.js");
		return {
			client: this.#client ??= new ApplicationAutoScalingClient(this.#options),
			...commands
		};
	}
};
function resourceOf(cluster, service) {
	return `service/${cluster}/${service}`;
}

// packages/aws/lib/network.js
/** Subnets, routes, endpoints and security groups of a VPC, read only. */
var Network = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	/** Those of the subnets that exist. */
	async subnets(ids) {
		const { DescribeSubnetsCommand } = await import("./ec2-p_PDtaGT.js");
		const client = await this.#open();
		const { Subnets = [] } = await call(this.#options, "ec2:DescribeSubnets", () => client.send(new DescribeSubnetsCommand({ Filters: [{
			Name: "subnet-id",
			Values: [...ids]
		}] })));
		return Subnets.map((one) => ({
			id: one.SubnetId ?? "",
			vpc: one.VpcId ?? "",
			zone: one.AvailabilityZone ?? "",
			cidr: one.CidrBlock ?? "",
			freeAddresses: one.AvailableIpAddressCount ?? 0
		}));
	}
	async routeTables(vpc) {
		const { DescribeRouteTablesCommand } = await import("./ec2-p_PDtaGT.js");
		const client = await this.#open();
		const found = [];
		const pages = new Pages("ec2:DescribeRouteTables");
		do {
			const page = await call(this.#options, "ec2:DescribeRouteTables", () => client.send(new DescribeRouteTablesCommand({
				Filters: [{
					Name: "vpc-id",
					Values: [vpc]
				}],
				...pages.token === void 0 ? {} : { NextToken: pages.token }
			})));
			found.push(...(page.RouteTables ?? []).map(({ Associations = [], RouteTableId = "", Routes = [] }) => ({
				id: RouteTableId,
				vpc,
				main: Associations.some(({ Main }) => Main === true),
				subnets: Associations.flatMap(({ SubnetId }) => SubnetId ?? []),
				routes: Routes.map(route)
			})));
			pages.came(page.NextToken);
		} while (pages.more());
		return found;
	}
	/** Those of the groups that exist. */
	async securityGroups(ids) {
		const { DescribeSecurityGroupsCommand } = await import("./ec2-p_PDtaGT.js");
		const client = await this.#open();
		const { SecurityGroups = [] } = await call(this.#options, "ec2:DescribeSecurityGroups", () => client.send(new DescribeSecurityGroupsCommand({ Filters: [{
			Name: "group-id",
			Values: [...ids]
		}] })));
		return SecurityGroups.map(({ GroupId = "", IpPermissions, IpPermissionsEgress, VpcId = "" }) => ({
			id: GroupId,
			vpc: VpcId,
			ingress: (IpPermissions ?? []).map(rule),
			egress: (IpPermissionsEgress ?? []).map(rule)
		}));
	}
	async endpoints(vpc) {
		const { DescribeVpcEndpointsCommand } = await import("./ec2-p_PDtaGT.js");
		const client = await this.#open();
		const found = [];
		const pages = new Pages("ec2:DescribeVpcEndpoints");
		do {
			const page = await call(this.#options, "ec2:DescribeVpcEndpoints", () => client.send(new DescribeVpcEndpointsCommand({
				Filters: [{
					Name: "vpc-id",
					Values: [vpc]
				}],
				...pages.token === void 0 ? {} : { NextToken: pages.token }
			})));
			found.push(...(page.VpcEndpoints ?? []).map((one) => ({
				id: one.VpcEndpointId ?? "",
				service: one.ServiceName ?? "",
				kind: one.VpcEndpointType ?? "",
				state: (one.State ?? "").toLowerCase(),
				privateDns: one.PrivateDnsEnabled ?? false,
				routeTables: one.RouteTableIds ?? [],
				securityGroups: (one.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? [])
			})));
			pages.came(page.NextToken);
		} while (pages.more());
		return found;
	}
	async #open() {
		const { EC2Client } = await import("./ec2-p_PDtaGT.js");
		return this.#client ??= new EC2Client(this.#options);
	}
};
function route(one) {
	return {
		to: one.DestinationCidrBlock ?? one.DestinationIpv6CidrBlock ?? one.DestinationPrefixListId ?? "",
		through: one.NatGatewayId ?? one.TransitGatewayId ?? one.NetworkInterfaceId ?? one.VpcPeeringConnectionId ?? one.EgressOnlyInternetGatewayId ?? one.LocalGatewayId ?? one.CarrierGatewayId ?? one.CoreNetworkArn ?? one.GatewayId ?? "",
		active: one.State !== "blackhole"
	};
}
function rule(one) {
	return {
		protocol: one.IpProtocol ?? "-1",
		from: one.FromPort ?? 0,
		to: one.ToPort ?? 65535,
		peers: [
			...(one.IpRanges ?? []).flatMap(({ CidrIp }) => CidrIp ?? []),
			...(one.Ipv6Ranges ?? []).flatMap(({ CidrIpv6 }) => CidrIpv6 ?? []),
			...(one.UserIdGroupPairs ?? []).flatMap(({ GroupId }) => GroupId ?? []),
			...(one.PrefixListIds ?? []).flatMap(({ PrefixListId }) => PrefixListId ?? [])
		]
	};
}

// packages/aws/lib/client/role-credentials.js
/** Credentials are renewed this long before their end: calls that are under way are signed with the old ones. */
const MARGIN_MS = 3e5;
/** How soon a renewal that failed is tried again, while the old credentials still do. */
const PAUSE_MS = 15e3;
/**
* Temporary credentials of a role, renewed before their end for as long as somebody asks. Nothing is
* kept outside of this process.
*/
var RoleCredentials = class {
	#identity;
	#options;
	#now;
	#client;
	#keys;
	#endsAt = 0;
	#triedAt = Number.NEGATIVE_INFINITY;
	#renewal;
	provider;
	constructor(identity, options, now = () => Date.now()) {
		this.#identity = identity;
		this.#options = options;
		this.#now = now;
		this.provider = Object.assign(() => this.#current(), { memoized: true });
	}
	/** AWS calls these keys expired, whatever our clock says: the next call gets new ones. */
	expire() {
		this.#endsAt = 0;
		this.#triedAt = Number.NEGATIVE_INFINITY;
	}
	/** @throws ConfigurationError when the role can't be assumed and the old credentials have ended */
	async #current() {
		const keys = this.#keys;
		const now = this.#now();
		if (keys !== void 0 && now < this.#endsAt) {
			if (now < this.#endsAt - MARGIN_MS || now < this.#triedAt + PAUSE_MS) return keys;
			this.#triedAt = now;
			return await this.#renew().catch(() => keys);
		}
		return await this.#renew();
	}
	async #renew() {
		this.#renewal ??= this.#assume().finally(() => {
			this.#renewal = void 0;
		});
		return await this.#renewal;
	}
	async #assume() {
		const { durationSeconds, token: hasToken } = this.#identity;
		const token = hasToken === void 0 ? void 0 : await this.#token(hasToken);
		const { STSClient } = await import("./web-identity-DFgmu_qN.js");
		const client = this.#client ??= new STSClient(this.#options);
		const askedAt = this.#now();
		let answer;
		try {
			answer = await (token === void 0 ? this.#chain(client) : this.#prove(client, token));
		} catch (error) {
			if (this.#options.connection.signal.aborted) throw error;
			if (error instanceof AwsCallError && error.transient) throw error;
			const cause = error instanceof CutoverError ? error.cause ?? error : error;
			throw token === void 0 ? unchained(cause, this.#identity) : refused$1(cause, token, this.#identity);
		}
		const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = answer.Credentials ?? {};
		for (const secret of [
			AccessKeyId,
			SecretAccessKey,
			SessionToken
		]) this.#identity.mask(secret);
		this.#keys = {
			accessKeyId: AccessKeyId,
			secretAccessKey: SecretAccessKey,
			sessionToken: SessionToken
		};
		this.#endsAt = askedAt + durationSeconds * 1e3;
		return this.#keys;
	}
	async #prove(client, token) {
		const { roleArn, sessionName, durationSeconds } = this.#identity;
		const { AssumeRoleWithWebIdentityCommand } = await import("./web-identity-DFgmu_qN.js");
		return await call(this.#options, ACTION, () => client.send(new AssumeRoleWithWebIdentityCommand({
			RoleArn: roleArn,
			RoleSessionName: sessionName,
			WebIdentityToken: token,
			DurationSeconds: durationSeconds
		})));
	}
	async #chain(client) {
		const { externalId, roleArn, sessionName, durationSeconds } = this.#identity;
		const { AssumeRoleCommand } = await import("./web-identity-DFgmu_qN.js");
		return await call(this.#options, CHAIN, () => client.send(new AssumeRoleCommand({
			RoleArn: roleArn,
			RoleSessionName: sessionName,
			DurationSeconds: durationSeconds,
			...externalId === void 0 ? {} : { ExternalId: externalId }
		})));
	}
	/** GitHub's trouble is an outage like any other for whoever has had credentials already. */
	async #token(ask) {
		try {
			return await ask();
		} catch (error) {
			if (this.#keys === void 0 || !(error instanceof CutoverError)) throw error;
			throw new AwsCallError({
				action: ACTION,
				code: "NoIdentityToken",
				what: error.message,
				fix: error.fix,
				transient: true
			}, { cause: error });
		}
	}
};
const ACTION = "sts:AssumeRoleWithWebIdentity";
const CHAIN = "sts:AssumeRole";
const LONGER = /exceeds the MaxSessionDuration/;
/** The trust policy refuses, or the account's provider does: both are mended with the token's claims in view. */
const UNTRUSTED = /^(AccessDenied|InvalidIdentityToken|IDPRejectedClaim)(Exception)?$/;
/** Says what the token claims and which trust would match; never the token. */
function refused$1(error, token, { roleArn, durationSeconds }) {
	if (!(error instanceof Error)) return new Error(String(error));
	const what = `sts:AssumeRoleWithWebIdentity on ${roleArn} failed: ${error.name}: ${error.message.replaceAll(token, "***")}`;
	if (LONGER.test(error.message)) return new ConfigurationError({
		what,
		fix: `Lower role-duration-seconds (${durationSeconds}), which costs nothing as the credentials are renewed, or raise the role's MaxSessionDuration.`
	}, { cause: error });
	const claims = readClaims(token);
	if (!UNTRUSTED.test(error.name) || claims === void 0) return new ConfigurationError({
		what,
		fix: "Check role-to-assume and that sts can be reached from this runner; then run the job again."
	}, { cause: error });
	const provider = `the account's OpenID Connect provider ${claims.issuer} with the audience ${claims.audience}`;
	return new ConfigurationError({
		what: `${what} The token of this run says sub "${claims.subject}" and aud "${claims.audience}".`,
		fix: `The role's trust policy must match them, in upper and lower case too (an environment in the job changes sub), and ${provider} must exist. This statement trusts this run: ${JSON.stringify(trustStatement(claims, roleArn))}`
	}, { cause: error });
}
/** Why the credentials of the environment may not assume the role. */
function unchained(error, { roleArn, externalId, durationSeconds }) {
	if (!(error instanceof Error)) return new Error(String(error));
	const secretless = externalId === void 0 ? error.message : error.message.replaceAll(externalId, "***");
	const limits = /DurationSeconds exceeds/.test(error.message) ? ` Lower role-duration-seconds (${durationSeconds}): a role that a role assumes has an hour at most.` : "";
	return new ConfigurationError({
		what: `sts:AssumeRole on ${roleArn} failed: ${error.name}: ${secretless}`,
		fix: `The role's trust policy must allow sts:AssumeRole to the credentials of the environment${externalId === void 0 ? "" : ", with the sts:ExternalId that role-external-id gives"}, and their own policy must allow it on the role.${limits}`
	}, { cause: error });
}

// packages/aws/lib/roles.js
/** IAM roles: whether they are there, whom they trust, and what they may do. */
var Roles = class {
	#options;
	#client;
	#asked = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/** The role, asked once; undefined when the account has none of the name. @param role name or ARN */
	async describe(role) {
		const name = lastSegment(role);
		const asked = this.#asked.get(name) ?? this.#describe(name);
		this.#asked.set(name, asked);
		return await asked;
	}
	async #describe(name) {
		const { GetRoleCommand } = await import("./iam-B5QJtfqC.js");
		const client = await this.#open();
		try {
			const { Role } = await call(this.#options, "iam:GetRole", () => client.send(new GetRoleCommand({ RoleName: name })));
			return {
				name,
				arn: Role?.Arn ?? "",
				trust: parsed(Role?.AssumeRolePolicyDocument)
			};
		} catch (error) {
			if (error instanceof AwsCallError && error.code.startsWith("NoSuchEntity")) return void 0;
			throw error;
		}
	}
	/**
	* Permissions that the role's policies and its boundary refuse, by IAM's own evaluation: one call a permission. Policies of
	* resources (repositories, keys, secrets) are not in it, so what they grant beyond counts as refused here.
	* @throws AwsCallError `NoSuchEntity` when there is no such role
	*/
	async refusals(roleArn, permissions) {
		return (await Promise.all(permissions.map((one) => this.#simulate(roleArn, one)))).flat();
	}
	async #simulate(roleArn, permission) {
		const { SimulatePrincipalPolicyCommand } = await import("./iam-B5QJtfqC.js");
		const client = await this.#open();
		const { actions, context = {}, resources } = permission;
		const found = [];
		const pages = new Pages("iam:SimulatePrincipalPolicy");
		do {
			const page = await call(this.#options, "iam:SimulatePrincipalPolicy", () => client.send(new SimulatePrincipalPolicyCommand({
				PolicySourceArn: roleArn,
				ActionNames: [...actions],
				ResourceArns: [...resources],
				ContextEntries: Object.entries({
					"aws:RequestedRegion": this.#options.region,
					...context
				}).map(([ContextKeyName, value]) => ({
					ContextKeyName,
					ContextKeyType: "string",
					ContextKeyValues: [value]
				})),
				...pages.token === void 0 ? {} : { Marker: pages.token }
			})));
			found.push(...page.EvaluationResults ?? []);
			pages.came(page.IsTruncated === true ? page.Marker : void 0);
		} while (pages.more());
		return found.flatMap(refused);
	}
	async #open() {
		const { IAMClient } = await import("./iam-B5QJtfqC.js");
		return this.#client ??= new IAMClient(this.#options);
	}
};
/** The decision of each resource stands in ResourceSpecificResults; without them the action's own decision counts. */
function refused(result) {
	const action = result.EvalActionName ?? "";
	const each = result.ResourceSpecificResults ?? [];
	return (each.length > 0 ? each.map((one) => ({
		resource: one.EvalResourceName ?? "*",
		decision: one.EvalResourceDecision,
		boundary: one.PermissionsBoundaryDecisionDetail,
		missing: one.MissingContextValues ?? []
	})) : [{
		resource: result.EvalResourceName ?? "*",
		decision: result.EvalDecision,
		boundary: result.PermissionsBoundaryDecisionDetail,
		missing: result.MissingContextValues ?? []
	}]).filter(({ decision }) => decision !== "allowed").map(({ boundary, decision, missing, resource }) => ({
		action,
		resource,
		explicit: decision === "explicitDeny",
		byBoundary: boundary?.AllowedByPermissionsBoundary === false,
		depends: decision === "explicitDeny" ? [] : missing
	}));
}
/** IAM gives the document percent-encoded. */
function parsed(document) {
	try {
		return JSON.parse(decodeURIComponent(document ?? ""));
	} catch {
		return;
	}
}

// packages/aws/lib/secrets.js
/** As many names as one filter of DescribeParameters takes. */
const NAMES = 50;
/** Secrets of Secrets Manager and parameters of Systems Manager: whether they are there. */
var Secrets = class {
	#options;
	#secrets = /* @__PURE__ */ new Map();
	#parameters = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/**
	* Looks for everything that the `valueFrom`s name, in the Regions that they name: one call a secret, one call for the
	* parameters of a Region. The order is that of what was given, each once.
	* @throws AwsCallError when AWS fails; a refusal is a result
	*/
	async look(valuesFrom) {
		const references = [...new Set(valuesFrom)].map(parseSecretReference);
		const regions = /* @__PURE__ */ new Map();
		for (const one of references.filter(({ kind }) => kind === "parameter")) {
			const region = one.region ?? this.#options.region;
			regions.set(region, [...regions.get(region) ?? [], one]);
		}
		const [secrets, parameters] = await Promise.all([Promise.all(references.filter(({ kind }) => kind === "secret").map((one) => this.#secret(one))), Promise.all([...regions].map(([region, ones]) => this.#parametersOf(region, ones)))]);
		const found = new Map([...secrets, ...parameters.flat()].map((one) => [one.reference.valueFrom, one]));
		return references.flatMap(({ valueFrom }) => found.get(valueFrom) ?? []);
	}
	/** The ARN of the secret that a name stands for; undefined when Secrets Manager has none. */
	async arnOf(name) {
		try {
			return (await this.#describe(name, this.#options.region)).ARN;
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ResourceNotFoundException") return void 0;
			throw error;
		}
	}
	async #describe(id, region) {
		const { DescribeSecretCommand, SecretsManagerClient } = await import("./secrets-BhcwEWB1.js");
		const client = this.#secrets.get(region) ?? new SecretsManagerClient({
			...this.#options,
			region
		});
		this.#secrets.set(region, client);
		return await call(this.#options, "secretsmanager:DescribeSecret", () => client.send(new DescribeSecretCommand({ SecretId: id })));
	}
	async #secret(reference) {
		try {
			const { ARN, DeletedDate, KmsKeyId } = await this.#describe(reference.names[0] ?? "", reference.region ?? this.#options.region);
			return {
				reference,
				state: DeletedDate === void 0 ? "found" : "deleted",
				...ARN === void 0 ? {} : { arn: ARN },
				...ownKey(KmsKeyId, "alias/aws/secretsmanager")
			};
		} catch (error) {
			return failed(reference, error);
		}
	}
	async #parametersOf(region, references) {
		const { DescribeParametersCommand, SSMClient } = await import("./parameters-B_uMvlXc.js");
		const client = this.#parameters.get(region) ?? new SSMClient({
			...this.#options,
			region
		});
		this.#parameters.set(region, client);
		const names = [...new Set(references.flatMap((one) => one.names))];
		const known = /* @__PURE__ */ new Map();
		try {
			for (let from = 0; from < names.length; from += NAMES) {
				const pages = new Pages("ssm:DescribeParameters");
				do {
					const page = await call(this.#options, "ssm:DescribeParameters", () => client.send(new DescribeParametersCommand({
						ParameterFilters: [{
							Key: "Name",
							Option: "Equals",
							Values: names.slice(from, from + NAMES)
						}],
						MaxResults: NAMES,
						...pages.token === void 0 ? {} : { NextToken: pages.token }
					})));
					for (const { KeyId, Name = "" } of page.Parameters ?? []) known.set(Name, KeyId);
					pages.came(page.NextToken);
				} while (pages.more());
			}
		} catch (error) {
			return references.map((reference) => failed(reference, error));
		}
		return references.map((reference) => {
			const name = reference.names.find((one) => known.has(one));
			return name === void 0 ? {
				reference,
				state: "missing"
			} : {
				reference,
				state: "found",
				...ownKey(known.get(name), "alias/aws/ssm")
			};
		});
	}
};
function failed(reference, error) {
	if (error instanceof AccessDeniedError) return {
		reference,
		state: "refused",
		refusal: error
	};
	if (error instanceof AwsCallError && error.code === "ResourceNotFoundException") return {
		reference,
		state: "missing"
	};
	throw error;
}
function ownKey(key, aws) {
	return key === void 0 || key === "" || key === aws ? {} : { kmsKey: key };
}

// packages/aws/lib/ecr/public-images.js
/** The API of ECR Public answers in this region alone. */
const REGION = "us-east-1";
/**
* Images in ECR Public. Its API shows no manifests: they are read from the registry itself, with the token as a bearer.
*/
var PublicImages = class {
	#options;
	#client;
	#login;
	constructor(options) {
		this.#options = {
			...options,
			region: REGION
		};
	}
	/** The repository of this name in the account's public registry, or undefined. */
	async repository({ name }) {
		const { client, sdk } = await this.#load();
		try {
			const { repositories = [] } = await call(this.#options, "ecr-public:DescribeRepositories", () => client.send(new sdk.DescribeRepositoriesCommand({ repositoryNames: [name] })));
			return repositories[0] === void 0 ? void 0 : repositoryState(repositories[0]);
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "RepositoryNotFoundException") return void 0;
			throw error;
		}
	}
	/** @throws ConfigurationError when there is no such repository */
	async requireRepository(repository) {
		const found = await this.repository(repository);
		if (found === void 0) throw missingRepository(repository.name, REGION);
		return found;
	}
	/** Creates a repository; takes one that just came to be. Public repositories have no settings of ours. */
	async createRepository(name) {
		const { client, sdk } = await this.#load();
		try {
			const { repository = {} } = await call(this.#options, "ecr-public:CreateRepository", () => client.send(new sdk.CreateRepositoryCommand({ repositoryName: name.name })));
			return repositoryState(repository);
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "RepositoryAlreadyExistsException") return await this.requireRepository(name);
			throw error;
		}
	}
	/** The image that a tag or digest stands for; undefined when the repository has none. */
	async find(repository, image) {
		const found = await (await this.#registry(repository)).manifest("tag" in image ? image.tag : image.digest);
		if (found === void 0) return void 0;
		const manifest = storedManifest("registry GET manifest", repository.name, found.text, found.mediaType);
		const digest = `sha256:${createHash("sha256").update(found.text).digest("hex")}`;
		if (!isDigest(digest)) throw new TypeError(`${digest} is no digest`);
		return {
			digest,
			mediaType: manifest.mediaType,
			text: found.text,
			manifest
		};
	}
	/** `linux/amd64` for each platform that the image runs on; attestations left out. */
	async platforms(repository, { manifest }) {
		if (manifest.kind === "index") return indexPlatforms(manifest.entries);
		const registry = await this.#registry(repository);
		return [configPlatform(await registry.blobText(manifest.config.digest))];
	}
	/** Gives an image that is there one more tag. */
	async tag(repository, image, tag) {
		const registry = await this.#registry(repository);
		const descriptor = {
			...image,
			size: Buffer.byteLength(image.text)
		};
		await registry.putManifest(descriptor, image.text, tag);
	}
	/** A login for the public registry; 12 hours long. */
	async login() {
		if (this.#login !== void 0) return this.#login;
		const { client, sdk } = await this.#load();
		const { authorizationData: data } = await call(this.#options, "ecr-public:GetAuthorizationToken", () => client.send(new sdk.GetAuthorizationTokenCommand({})));
		const bearer = data?.authorizationToken ?? "";
		this.#login = {
			...readToken(bearer),
			host: "public.ecr.aws",
			bearer
		};
		return this.#login;
	}
	/** Reads an OCI layout on disk; makes no call. @throws ConfigurationError naming what is wrong with the layout */
	async openLayout(path, tag) {
		const { Layout } = await import("./layout-D9flDdbN.js");
		return await Layout.open(path, tag);
	}
	/** Sends a layout's image to the registry, tags last; see {@link PushOptions}. */
	async pushLayout(layout, options) {
		const { pushLayout } = await import("./push-BD98sJLM.js");
		return await pushLayout(layout, {
			...options,
			proxy: this.#options.connection.proxy
		});
	}
	async #registry(repository) {
		const { Registry } = await import("./registry-C9cp6h8e.js");
		return new Registry(repository.uri, await this.login(), this.#options.connection);
	}
	async #load() {
		const sdk = await import("./ecr-public-BXWybpph.js");
		return {
			client: this.#client ??= new sdk.ECRPUBLICClient(this.#options),
			sdk
		};
	}
};
function repositoryState({ repositoryName, repositoryArn, repositoryUri = "", registryId }) {
	return {
		name: repositoryName ?? "",
		arn: repositoryArn ?? "",
		uri: repositoryUri,
		registry: repositoryUri.slice(0, repositoryUri.indexOf("/")),
		account: registryId ?? "",
		mutability: "MUTABLE",
		exclusions: []
	};
}

// packages/aws/lib/stacks.js
/** CloudFormation stacks. Every method throws AwsCallError when AWS refuses a call. */
var Stacks = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	async #open() {
		const sdk = await import("./cloudformation-_v6urtJf.js");
		return {
			client: this.#client ??= new sdk.CloudFormationClient(this.#options),
			sdk
		};
	}
	/** The stack, or undefined when there is none of this name. */
	async describe(name) {
		const { client, sdk } = await this.#open();
		try {
			const { Stacks: stacks = [] } = await call(this.#options, "cloudformation:DescribeStacks", () => client.send(new sdk.DescribeStacksCommand({ StackName: name })));
			const stack = stacks[0];
			if (stack === void 0) return void 0;
			return {
				id: stack.StackId ?? "",
				name: stack.StackName ?? name,
				status: stack.StackStatus ?? "",
				...stack.StackStatusReason === void 0 ? {} : { statusReason: stack.StackStatusReason },
				outputs: Object.fromEntries((stack.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue])),
				parameters: Object.fromEntries((stack.Parameters ?? []).map(({ ParameterKey = "", ParameterValue = "" }) => [ParameterKey, ParameterValue])),
				tags: Object.fromEntries((stack.Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value])),
				terminationProtection: stack.EnableTerminationProtection === true,
				...stack.LastUpdatedTime === void 0 ? {} : { updatedAt: stack.LastUpdatedTime.getTime() }
			};
		} catch (error) {
			if (isMissingStack(error)) return void 0;
			throw error;
		}
	}
	/**
	* Asks CloudFormation to create a change set; its creation goes on after this call. A change set of the same name is left
	* as it is: an earlier attempt of the same request created it.
	*/
	async createChangeSet(request) {
		const { client, sdk } = await this.#open();
		const { stack, name, type, template, parameters, capabilities, roleArn, tags } = request;
		try {
			await call(this.#options, "cloudformation:CreateChangeSet", () => client.send(new sdk.CreateChangeSetCommand({
				StackName: stack,
				ChangeSetName: name,
				ChangeSetType: type,
				...template === void 0 ? { UsePreviousTemplate: true } : { TemplateBody: template },
				Parameters: [...parameters].map(([ParameterKey, ParameterValue]) => ParameterValue === void 0 ? {
					ParameterKey,
					UsePreviousValue: true
				} : {
					ParameterKey,
					ParameterValue
				}),
				Capabilities: [...capabilities],
				...roleArn === void 0 ? {} : { RoleARN: roleArn },
				...tags.size === 0 ? {} : { Tags: [...tags].map(([Key, Value]) => ({
					Key,
					Value
				})) }
			})));
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "AlreadyExistsException") return;
			throw error;
		}
	}
	/** The text of the stack's present template, or of the template of `changeSet` (name or ARN). */
	async template(stack, changeSet) {
		const { client, sdk } = await this.#open();
		const { TemplateBody = "" } = await call(this.#options, "cloudformation:GetTemplate", () => client.send(new sdk.GetTemplateCommand({
			StackName: stack,
			TemplateStage: "Original",
			...changeSet === void 0 ? {} : { ChangeSetName: changeSet }
		})));
		return TemplateBody;
	}
	/** The change set of this name or ARN with all its changes; undefined when it does not exist. */
	async changeSet(stack, name) {
		const { client, sdk } = await this.#open();
		const changes = [];
		const pages = new Pages("cloudformation:DescribeChangeSet");
		for (;;) try {
			const page = await call(this.#options, "cloudformation:DescribeChangeSet", () => client.send(new sdk.DescribeChangeSetCommand({
				StackName: stack,
				ChangeSetName: name,
				...pages.token === void 0 ? {} : { NextToken: pages.token }
			})));
			for (const { ResourceChange: change } of page.Changes ?? []) {
				if (change === void 0) continue;
				changes.push({
					action: change.Action ?? "",
					resource: change.LogicalResourceId ?? "",
					resourceType: change.ResourceType ?? "",
					replacement: change.Replacement ?? "",
					causes: [...new Set((change.Details ?? []).map(({ Target }) => Target?.Name ?? Target?.Attribute ?? ""))].filter(Boolean),
					details: (change.Details ?? []).map(({ Target, ChangeSource, CausingEntity }) => ({
						property: Target?.Name ?? Target?.Attribute ?? "",
						recreation: Target?.RequiresRecreation ?? "Never",
						source: ChangeSource ?? "",
						...CausingEntity === void 0 ? {} : { causedBy: CausingEntity }
					})),
					...change.PolicyAction === void 0 ? {} : { policyAction: change.PolicyAction }
				});
			}
			pages.came(page.NextToken);
			if (pages.more()) continue;
			return {
				id: page.ChangeSetId ?? "",
				name: page.ChangeSetName ?? name,
				stack: page.StackName ?? stack,
				createdAt: page.CreationTime?.getTime() ?? 0,
				parameters: Object.fromEntries((page.Parameters ?? []).map(({ ParameterKey = "", ParameterValue = "" }) => [ParameterKey, ParameterValue])),
				capabilities: page.Capabilities ?? [],
				tags: new Map((page.Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value])),
				status: page.Status ?? "",
				executionStatus: page.ExecutionStatus ?? "",
				reason: page.StatusReason ?? "",
				changes
			};
		} catch (error) {
			if (error instanceof AwsCallError && error.code.startsWith("ChangeSetNotFound")) return void 0;
			throw error;
		}
	}
	/** Findings of CloudFormation's validation of a change set, each with its place in the template. */
	async validationProblems(stack, changeSet) {
		const { client, sdk } = await this.#open();
		const { OperationEvents = [] } = await call(this.#options, "cloudformation:DescribeEvents", () => client.send(new sdk.DescribeEventsCommand({
			StackName: stack,
			ChangeSetName: changeSet,
			Filters: { FailedEvents: true }
		})));
		return OperationEvents.filter(({ EventType }) => EventType === "VALIDATION_ERROR").map(({ LogicalResourceId = "", ValidationPath = "", ValidationStatusReason = "" }) => `${ValidationPath || LogicalResourceId}: ${ValidationStatusReason}`);
	}
	/**
	* Starts the execution of a change set; it goes on after this call.
	* @param token marks the events of this execution; CloudFormation never executes twice for the same token
	*/
	async executeChangeSet(stack, name, token) {
		const { client, sdk } = await this.#open();
		await call(this.#options, "cloudformation:ExecuteChangeSet", () => client.send(new sdk.ExecuteChangeSetCommand({
			StackName: stack,
			ChangeSetName: name,
			ClientRequestToken: token
		})));
	}
	async deleteChangeSet(stack, name) {
		const { client, sdk } = await this.#open();
		await call(this.#options, "cloudformation:DeleteChangeSet", () => client.send(new sdk.DeleteChangeSetCommand({
			StackName: stack,
			ChangeSetName: name
		})));
	}
	/**
	* Asks for the deletion of a stack; it goes on after this call.
	* @param token marks the events of the deletion
	*/
	async deleteStack(stack, token) {
		const { client, sdk } = await this.#open();
		await call(this.#options, "cloudformation:DeleteStack", () => client.send(new sdk.DeleteStackCommand({
			StackName: stack,
			...token === void 0 ? {} : { ClientRequestToken: token }
		})));
	}
	/** Switches the termination protection of a stack on or off. */
	async protect(stack, enabled) {
		const { client, sdk } = await this.#open();
		await call(this.#options, "cloudformation:UpdateTerminationProtection", () => client.send(new sdk.UpdateTerminationProtectionCommand({
			StackName: stack,
			EnableTerminationProtection: enabled
		})));
	}
	/** Starts the drift detection of a stack and returns the id of that detection. */
	async detectDrift(stack) {
		const { client, sdk } = await this.#open();
		const { StackDriftDetectionId: id = "" } = await call(this.#options, "cloudformation:DetectStackDrift", () => client.send(new sdk.DetectStackDriftCommand({ StackName: stack })));
		return id;
	}
	/** How far the drift detection with this id is; `reason` is empty unless it failed. */
	async driftDetection(id) {
		const { client, sdk } = await this.#open();
		const { DetectionStatus: status = "", DetectionStatusReason: reason = "" } = await call(this.#options, "cloudformation:DescribeStackDriftDetectionStatus", () => client.send(new sdk.DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id })));
		return {
			status,
			reason
		};
	}
	/** Resources that the last drift detection found modified or deleted. */
	async drifts(stack) {
		const { client, sdk } = await this.#open();
		const found = [];
		const pages = new Pages("cloudformation:DescribeStackResourceDrifts");
		do {
			const page = await call(this.#options, "cloudformation:DescribeStackResourceDrifts", () => client.send(new sdk.DescribeStackResourceDriftsCommand({
				StackName: stack,
				StackResourceDriftStatusFilters: ["MODIFIED", "DELETED"],
				...pages.token === void 0 ? {} : { NextToken: pages.token }
			})));
			for (const one of page.StackResourceDrifts ?? []) found.push({
				resource: one.LogicalResourceId ?? "",
				type: one.ResourceType ?? "",
				status: one.StackResourceDriftStatus ?? "",
				differences: (one.PropertyDifferences ?? []).map(({ ActualValue, ExpectedValue, PropertyPath }) => ({
					path: PropertyPath ?? "",
					expected: ExpectedValue ?? "",
					actual: ActualValue ?? ""
				}))
			});
			pages.came(page.NextToken);
		} while (pages.more());
		return found;
	}
	/** The resources of the stack that were not deleted. */
	async resources(stack) {
		const { client, sdk } = await this.#open();
		const found = [];
		const pages = new Pages("cloudformation:ListStackResources");
		do {
			const page = await call(this.#options, "cloudformation:ListStackResources", () => client.send(new sdk.ListStackResourcesCommand({
				StackName: stack,
				...pages.token === void 0 ? {} : { NextToken: pages.token }
			})));
			for (const one of page.StackResourceSummaries ?? []) {
				if (one.ResourceStatus === "DELETE_COMPLETE") continue;
				found.push({
					logicalId: one.LogicalResourceId ?? "",
					physicalId: one.PhysicalResourceId ?? "",
					type: one.ResourceType ?? "",
					status: one.ResourceStatus ?? ""
				});
			}
			pages.came(page.NextToken);
		} while (pages.more());
		return found;
	}
	/**
	* The events that are not in `known`, oldest first; empty when there is no such stack.
	* CloudFormation gives the newest first, so reading stops at the first known one.
	*/
	async events(stack, known) {
		const { client, sdk } = await this.#open();
		const found = [];
		const pages = new Pages("cloudformation:DescribeStackEvents");
		try {
			do {
				const page = await call(this.#options, "cloudformation:DescribeStackEvents", () => client.send(new sdk.DescribeStackEventsCommand({
					StackName: stack,
					...pages.token === void 0 ? {} : { NextToken: pages.token }
				})));
				for (const event of page.StackEvents ?? []) {
					if (known.has(event.EventId ?? "")) return found.toReversed();
					found.push(stackEvent(event));
				}
				pages.came(page.NextToken);
			} while (pages.more());
		} catch (error) {
			if (!isMissingStack(error)) throw error;
		}
		return found.toReversed();
	}
};
/** CloudFormation has no error shape of its own for a missing stack: it answers ValidationError. */
function isMissingStack(error) {
	return error instanceof AwsCallError && error.code === "ValidationError" && error.message.includes("does not exist");
}
function stackEvent(event) {
	const { ResourceStatusReason: reason, ClientRequestToken: token } = event;
	return {
		id: event.EventId ?? "",
		resource: event.LogicalResourceId ?? "",
		resourceType: event.ResourceType ?? "",
		physicalId: event.PhysicalResourceId ?? "",
		status: event.ResourceStatus ?? "",
		isStack: event.PhysicalResourceId === event.StackId,
		...reason === void 0 ? {} : { reason },
		...token === void 0 ? {} : { token },
		...event.Timestamp === void 0 ? {} : { at: event.Timestamp.getTime() }
	};
}

// packages/aws/lib/ecs/task-definitions.js
/** ECS task definitions. */
var TaskDefinitions = class {
	#options;
	#hide;
	#client;
	/** Makes one attempt a call. */
	#once;
	/** @param hide is told the secrets that stand in the variables of every revision that is read or registered */
	constructor(options, hide = () => void 0) {
		this.#options = options;
		this.#hide = hide;
	}
	/**
	* @param name ARN, `family:revision`, or a family for its newest ACTIVE revision
	* @returns undefined when ECS has none of this name
	*/
	async describe(name) {
		const { DescribeTaskDefinitionCommand, ECSClient } = await import("./task-definitions-B0mdsuoV.js");
		const client = this.#client ??= new ECSClient(this.#options);
		try {
			const { taskDefinition, tags = [] } = await call(this.#options, "ecs:DescribeTaskDefinition", () => client.send(new DescribeTaskDefinitionCommand({
				taskDefinition: name,
				include: ["TAGS"]
			})));
			return taskDefinition === void 0 ? void 0 : this.#known(taskDefinition, tags);
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ClientException" && error.message.includes("Unable to describe task definition")) return void 0;
			throw error;
		}
	}
	/**
	* Makes a new revision, whatever exists already. One attempt, which the SDK does not repeat.
	* @throws what ECS refuses for good
	*/
	async register(definition, tags) {
		const { RegisterTaskDefinitionCommand, ECSClient } = await import("./task-definitions-B0mdsuoV.js");
		const client = this.#once ??= new ECSClient(once(this.#options));
		for (const secret of secretValues(variablesOf(definition))) this.#hide(secret);
		const input = {
			...definition,
			...tags.size === 0 ? {} : { tags: [...tags].map(([key, value]) => ({
				key,
				value
			})) }
		};
		try {
			const { taskDefinition, tags: kept = [] } = await call(this.#options, "ecs:RegisterTaskDefinition", () => client.send(new RegisterTaskDefinitionCommand(input)));
			return {
				kind: "registered",
				revision: this.#known(taskDefinition ?? {}, kept)
			};
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			if (isBusy(error)) return {
				kind: "busy",
				reason: error.message
			};
			if (error.transient) return {
				kind: "unknown",
				error
			};
			throw error;
		}
	}
	#known(...[taskDefinition, tags]) {
		const revision = registered(taskDefinition, tags);
		for (const secret of secretValues(variablesOf(revision.definition))) this.#hide(secret);
		return revision;
	}
	/** ARNs of the family's ACTIVE revisions, newest first. */
	async list(family) {
		const { ECSClient, ListTaskDefinitionsCommand } = await import("./task-definitions-B0mdsuoV.js");
		const client = this.#client ??= new ECSClient(this.#options);
		const found = [];
		const pages = new Pages("ecs:ListTaskDefinitions");
		do {
			const page = await call(this.#options, "ecs:ListTaskDefinitions", () => client.send(new ListTaskDefinitionsCommand({
				familyPrefix: family,
				status: "ACTIVE",
				sort: "DESC",
				...pages.token === void 0 ? {} : { nextToken: pages.token }
			})));
			found.push(...page.taskDefinitionArns ?? []);
			pages.came(page.nextToken);
		} while (pages.more());
		return found;
	}
	/** Makes a revision INACTIVE: what runs with it goes on, and nothing new can be started with it. */
	async deregister(arn) {
		const { DeregisterTaskDefinitionCommand, ECSClient } = await import("./task-definitions-B0mdsuoV.js");
		const client = this.#client ??= new ECSClient(this.#options);
		await call(this.#options, "ecs:DeregisterTaskDefinition", () => client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn })));
	}
};
/** Two jobs that register into one family at the same moment: a ClientException, which the SDK does not retry. */
function isBusy(error) {
	return /Throttl|TooManyRequests/.test(error.code) || error.code === "ClientException" && error.message.includes("Too many concurrent attempts");
}
function registered(taskDefinition, tags) {
	const { taskDefinitionArn = "", family = "", revision = 0, status = "ACTIVE" } = taskDefinition;
	const members = Object.entries(taskDefinition).filter(([name, value]) => value !== void 0 && !READ_ONLY_MEMBERS.has(name));
	return {
		arn: taskDefinitionArn,
		family,
		revision,
		status,
		definition: Object.fromEntries(members),
		tags: new Map(tags.map(({ key = "", value = "" }) => [key, value])),
		...taskDefinition.registeredAt === void 0 ? {} : { registeredAt: taskDefinition.registeredAt.getTime() }
	};
}

// packages/aws/lib/ecs/service-deployments.js
/** DescribeServiceRevisions takes so many ARNs (API model). */
const REVISIONS_LIMIT = 20;
/** Entries of a page of ListServiceDeployments (API model). */
const PAGE = 100;
/** More of a service's past than this is not read; ECS keeps 90 days. */
const HISTORY_LIMIT = 200;
/** Deployments of ECS's own controller. */
var ServiceDeployments = class {
	#options;
	#clock = new AnswerClock();
	/** A revision never changes, so each is described once. */
	#revisions = /* @__PURE__ */ new Map();
	#client;
	constructor(options) {
		this.#options = options;
	}
	/** AWS's clock at the newest answer, in epoch milliseconds. */
	answeredAt() {
		return this.#clock.now();
	}
	/** One attempt, which the SDK does not repeat. @throws what AWS refuses for good */
	async update({ cluster, force, service, taskDefinition }) {
		const { ECSClient, UpdateServiceCommand } = await import("./service-deployments-CfFTh4A4.js");
		const client = new ECSClient(once(this.#options));
		try {
			const answer = await call(this.#options, "ecs:UpdateService", () => client.send(new UpdateServiceCommand({
				cluster,
				service,
				taskDefinition,
				...force ? { forceNewDeployment: true } : {}
			})));
			return answer.service === void 0 ? {
				kind: "unknown",
				error: /* @__PURE__ */ new Error("UpdateService answered without a service")
			} : {
				kind: "updated",
				service: serviceState(answer.service)
			};
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			if (/Throttl|TooManyRequests/.test(error.code)) return {
				kind: "throttled",
				error
			};
			const { $metadata } = error.cause ?? {};
			const status = $metadata?.httpStatusCode ?? 0;
			if (status >= 400 && status < 500) throw error;
			return {
				kind: "unknown",
				error
			};
		} finally {
			client.destroy();
		}
	}
	/**
	* Deployments of a service, newest first. The model promises no order, so the creation time decides.
	* @param filter `statuses`: only these; default is all, at most the newest 200 or a page more
	*/
	async list(cluster, service, filter = {}) {
		const { ListServiceDeploymentsCommand } = await import("./service-deployments-CfFTh4A4.js");
		const client = await this.#open();
		const found = [];
		const pages = new Pages("ecs:ListServiceDeployments");
		do {
			const page = await call(this.#options, "ecs:ListServiceDeployments", () => client.send(new ListServiceDeploymentsCommand({
				cluster,
				service,
				maxResults: PAGE,
				...filter.statuses === void 0 ? {} : { status: [...filter.statuses] },
				...pages.token === void 0 ? {} : { nextToken: pages.token }
			})));
			found.push(...(page.serviceDeployments ?? []).map(brief));
			pages.came(page.nextToken);
		} while (found.length < HISTORY_LIMIT && pages.more());
		return found.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
	}
	/** The deployment, or undefined when ECS has none of this ARN, or not yet. */
	async describe(arn) {
		const { DescribeServiceDeploymentsCommand } = await import("./service-deployments-CfFTh4A4.js");
		const client = await this.#open();
		const { serviceDeployments = [] } = await call(this.#options, "ecs:DescribeServiceDeployments", () => client.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })));
		const [found] = serviceDeployments;
		return found === void 0 ? void 0 : deploymentState(found);
	}
	/** Service revisions by their ARNs; those that ECS no longer has are left out. */
	async revisions(arns) {
		const { DescribeServiceRevisionsCommand } = await import("./service-deployments-CfFTh4A4.js");
		const client = await this.#open();
		const unknown = [...new Set(arns)].filter((arn) => !this.#revisions.has(arn));
		for (let at = 0; at < unknown.length; at += REVISIONS_LIMIT) {
			const serviceRevisionArns = unknown.slice(at, at + REVISIONS_LIMIT);
			const { serviceRevisions = [] } = await call(this.#options, "ecs:DescribeServiceRevisions", () => client.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns })));
			for (const { resolvedConfiguration, serviceRevisionArn: arn, taskDefinition } of serviceRevisions) {
				if (arn === void 0 || taskDefinition === void 0) continue;
				this.#revisions.set(arn, {
					arn,
					taskDefinition,
					resolved: (resolvedConfiguration?.loadBalancers ?? []).map(({ productionListenerRule, targetGroupArn = "" }) => ({
						targetGroup: targetGroupArn,
						productionRule: productionListenerRule
					}))
				});
			}
		}
		return new Map(arns.flatMap((arn) => {
			const known = this.#revisions.get(arn);
			return known === void 0 ? [] : [[arn, known]];
		}));
	}
	/**
	* Asks ECS to stop a deployment and go back; ECS knows no other way to stop one. Whether and when it has is told by
	* `describe`.
	* @returns `ended` when there was nothing to stop any more
	*/
	async stop(arn) {
		const { StopServiceDeploymentCommand } = await import("./service-deployments-CfFTh4A4.js");
		const client = await this.#open();
		try {
			await call(this.#options, "ecs:StopServiceDeployment", () => client.send(new StopServiceDeploymentCommand({
				serviceDeploymentArn: arn,
				stopType: "ROLLBACK"
			})));
			return "stopping";
		} catch (error) {
			if (error instanceof AwsCallError && error.code === "ConflictException") return "ended";
			throw error;
		}
	}
	async #open() {
		const { ECSClient } = await import("./service-deployments-CfFTh4A4.js");
		if (this.#client === void 0) {
			this.#client = new ECSClient(this.#options);
			this.#clock.watch(this.#client);
		}
		return this.#client;
	}
};
function brief(deployment) {
	const { createdAt, finishedAt, statusReason } = deployment;
	return {
		arn: deployment.serviceDeploymentArn ?? "",
		status: deployment.status ?? "",
		revision: deployment.targetServiceRevisionArn ?? "",
		...statusReason === void 0 ? {} : { statusReason },
		...createdAt === void 0 ? {} : { createdAt: createdAt.getTime() },
		...finishedAt === void 0 ? {} : { finishedAt: finishedAt.getTime() }
	};
}
function deploymentState(deployment) {
	const { alarms, deploymentCircuitBreaker: breaker, lifecycleStage, rollback, targetServiceRevision } = deployment;
	const { revision: _, ...common } = brief(deployment);
	return {
		...common,
		...lifecycleStage === void 0 ? {} : { stage: lifecycleStage },
		target: share(targetServiceRevision ?? {}),
		sources: (deployment.sourceServiceRevisions ?? []).map(share),
		hooks: (deployment.lifecycleHookDetails ?? []).map(hookState),
		...rollback === void 0 ? {} : { rollback: {
			reason: rollback.reason ?? "",
			revision: rollback.serviceRevisionArn ?? ""
		} },
		...breaker === void 0 ? {} : { breaker: {
			failures: breaker.failureCount ?? 0,
			threshold: breaker.threshold ?? 0
		} },
		triggeredAlarms: alarms?.triggeredAlarmNames ?? [],
		settings: settingsOf(deployment.deploymentConfiguration)
	};
}
function share(summary) {
	return {
		arn: summary.arn ?? "",
		requested: summary.requestedTaskCount ?? 0,
		running: summary.runningTaskCount ?? 0,
		productionPercent: summary.requestedProductionTrafficWeight
	};
}
function hookState({ expiresAt, hookId, status, targetType }) {
	return {
		id: hookId ?? "",
		type: targetType ?? "",
		status: status ?? "",
		...expiresAt === void 0 ? {} : { expiresAt: expiresAt.getTime() }
	};
}

// packages/aws/lib/ecs/service-tasks.js
/** DescribeTasks takes so many ARNs. */
const DESCRIBE_LIMIT$1 = 100;
/** The tasks of a service. */
var ServiceTasks = class {
	#options;
	/** A stopped task doesn't change any more, so each is described once. */
	#stopped = /* @__PURE__ */ new Map();
	#instanceIds = /* @__PURE__ */ new Map();
	#client;
	constructor(options) {
		this.#options = options;
	}
	/**
	* The service's stopped tasks; ECS keeps them for an hour. The API allows no second filter beside `startedBy`, so
	* the service's tasks are listed and sorted out here.
	* @param by task set or deployment that started them, `ecs-svc/1234567890`; without it all of the service
	*/
	async stopped(cluster, service, by) {
		const arns = await this.#list(cluster, service, "STOPPED");
		const unknown = arns.filter((arn) => !this.#stopped.has(arn));
		for (const task of await this.#describe(cluster, unknown)) if (task.lastStatus === "STOPPED") this.#stopped.set(task.taskArn ?? "", stoppedTask(task));
		return arns.flatMap((arn) => this.#stopped.get(arn) ?? []).filter(({ startedBy }) => by === void 0 || startedBy === by);
	}
	/** The tasks that the service wants running, whatever state they have reached. */
	async running(cluster, service) {
		const arns = await this.#list(cluster, service, "RUNNING");
		const tasks = await this.#describe(cluster, arns);
		const instances = await this.#instances(cluster, tasks.filter((task) => hostPorts(task).length > 0));
		return tasks.map((task) => runningTask(task, instances.get(task.containerInstanceArn ?? "")));
	}
	/** EC2 ids of the container instances on which tasks have ports of the host; asked once for each instance. */
	async #instances(cluster, tasks) {
		const arns = [...new Set(tasks.flatMap(({ containerInstanceArn }) => containerInstanceArn ?? []).filter((arn) => !this.#instanceIds.has(arn)))];
		for (let at = 0; at < arns.length; at += DESCRIBE_LIMIT$1) {
			const { DescribeContainerInstancesCommand, ECSClient } = await import("./service-tasks-xYgQ_dPQ.js");
			const client = this.#client ??= new ECSClient(this.#options);
			const containerInstances = arns.slice(at, at + DESCRIBE_LIMIT$1);
			const page = await call(this.#options, "ecs:DescribeContainerInstances", () => client.send(new DescribeContainerInstancesCommand({
				cluster,
				containerInstances
			})));
			for (const { containerInstanceArn: arn, ec2InstanceId: id } of page.containerInstances ?? []) if (arn !== void 0 && id !== void 0) this.#instanceIds.set(arn, id);
		}
		return this.#instanceIds;
	}
	async #list(cluster, service, desiredStatus) {
		const { ECSClient, ListTasksCommand } = await import("./service-tasks-xYgQ_dPQ.js");
		const client = this.#client ??= new ECSClient(this.#options);
		const found = [];
		const pages = new Pages("ecs:ListTasks");
		do {
			const page = await call(this.#options, "ecs:ListTasks", () => client.send(new ListTasksCommand({
				cluster,
				serviceName: service,
				desiredStatus,
				...pages.token === void 0 ? {} : { nextToken: pages.token }
			})));
			found.push(...page.taskArns ?? []);
			pages.came(page.nextToken);
		} while (pages.more());
		return found;
	}
	async #describe(cluster, arns) {
		const { DescribeTasksCommand, ECSClient } = await import("./service-tasks-xYgQ_dPQ.js");
		const client = this.#client ??= new ECSClient(this.#options);
		const found = [];
		for (let at = 0; at < arns.length; at += DESCRIBE_LIMIT$1) {
			const tasks = arns.slice(at, at + DESCRIBE_LIMIT$1);
			const page = await call(this.#options, "ecs:DescribeTasks", () => client.send(new DescribeTasksCommand({
				cluster,
				tasks
			})));
			found.push(...page.tasks ?? []);
		}
		return found;
	}
};
function stoppedTask(task) {
	return {
		arn: task.taskArn ?? "",
		taskDefinition: task.taskDefinitionArn ?? "",
		startedBy: task.startedBy ?? "",
		stopCode: task.stopCode ?? "",
		stoppedReason: task.stoppedReason ?? "",
		...task.stoppedAt === void 0 ? {} : { stoppedAt: task.stoppedAt.getTime() },
		containers: (task.containers ?? []).map(({ name = "", exitCode, reason }) => ({
			name,
			...exitCode === void 0 ? {} : { exitCode },
			...reason === void 0 ? {} : { reason }
		}))
	};
}
/** Ports of the host by which a target group of instances knows a task of the bridge or host network mode. */
function hostPorts(task) {
	return (task.containers ?? []).flatMap(({ networkBindings = [] }) => networkBindings).flatMap(({ hostPort }) => hostPort ?? []);
}
function runningTask(task, instance) {
	const details = (task.attachments ?? []).flatMap(({ details = [] }) => details);
	const addresses = details.filter(({ name }) => name === "privateIPv4Address").flatMap(({ value }) => value ?? []);
	const networkInterface = details.find(({ name }) => name === "networkInterfaceId")?.value;
	const bound = (task.containers ?? []).flatMap(({ networkInterfaces = [] }) => networkInterfaces).flatMap(({ privateIpv4Address = [], ipv6Address = [] }) => [privateIpv4Address, ipv6Address].flat());
	const onHost = instance === void 0 ? [] : hostPorts(task).map((port) => `${instance}:${port}`);
	return {
		arn: task.taskArn ?? "",
		taskDefinition: task.taskDefinitionArn ?? "",
		startedBy: task.startedBy ?? "",
		status: task.lastStatus ?? "",
		addresses: [.../* @__PURE__ */ new Set([
			...addresses,
			...bound,
			...onHost
		])],
		...task.availabilityZone === void 0 ? {} : { zone: task.availabilityZone },
		...networkInterface === void 0 ? {} : { networkInterface },
		...task.startedAt === void 0 ? {} : { startedAt: task.startedAt.getTime() }
	};
}

// packages/aws/lib/ecs/tasks.js
/** DescribeTasks takes so many ARNs. */
const DESCRIBE_LIMIT = 100;
/** One-off ECS tasks. */
var Tasks = class {
	#options;
	#client;
	constructor(options) {
		this.#options = options;
	}
	async #sdk() {
		const sdk = await import("./tasks-BkJmjKwx.js");
		return {
			client: this.#client ??= new sdk.ECSClient(this.#options),
			sdk
		};
	}
	/** Starts one task. A lack of capacity is an answer, not an error. */
	async run(request) {
		const { client, sdk } = await this.#sdk();
		try {
			const { tasks = [], failures = [] } = await call(this.#options, "ecs:RunTask", () => client.send(new sdk.RunTaskCommand(runTaskInput(request))));
			const task = tasks[0];
			if (task !== void 0) return {
				kind: "started",
				task: taskState(task)
			};
			const reasons = failures.map(({ reason = "no reason given", detail, arn }) => [
				reason,
				detail,
				arn
			].filter(Boolean).join(" - "));
			return {
				kind: "refused",
				reasons: reasons.length === 0 ? ["ECS started no task and gave no reason"] : reasons,
				retryable: reasons.some(isCapacityReason)
			};
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			if (error.code === "ThrottlingException") return {
				kind: "refused",
				reasons: [error.message],
				retryable: true,
				throttled: true
			};
			if (!isCapacityReason(error.message)) throw error;
			return {
				kind: "refused",
				reasons: [error.message],
				retryable: true
			};
		}
	}
	/** The tasks that ECS knows; one that was just started or stopped more than an hour ago may be absent. */
	async describe(cluster, arns) {
		if (arns.length === 0) return [];
		const { client, sdk } = await this.#sdk();
		const found = [];
		for (let at = 0; at < arns.length; at += DESCRIBE_LIMIT) {
			const { tasks = [] } = await call(this.#options, "ecs:DescribeTasks", () => client.send(new sdk.DescribeTasksCommand({
				cluster,
				tasks: arns.slice(at, at + DESCRIBE_LIMIT)
			})));
			found.push(...tasks.map(taskState));
		}
		return found;
	}
	/** ARNs of all tasks; a family's may be those of a large service. */
	async list(cluster, filter) {
		const { client, sdk } = await this.#sdk();
		const found = [];
		const pages = new Pages("ecs:ListTasks");
		do {
			const page = await call(this.#options, "ecs:ListTasks", () => client.send(new sdk.ListTasksCommand({
				cluster,
				...filter,
				...pages.token === void 0 ? {} : { nextToken: pages.token }
			})));
			found.push(...page.taskArns ?? []);
			pages.came(page.nextToken);
		} while (pages.more());
		return found;
	}
	/** Asks a task to stop: SIGTERM, and SIGKILL after the container's stopTimeout (30 seconds unless it says otherwise). */
	async stop(cluster, task, reason) {
		const { client, sdk } = await this.#sdk();
		await call(this.#options, "ecs:StopTask", () => client.send(new sdk.StopTaskCommand({
			cluster,
			task,
			reason: reason.slice(0, 255)
		})));
	}
};
function runTaskInput(request) {
	const { network, capacityProviders = [], launchType, platformVersion, overrides, tags, volume, ...rest } = request;
	return {
		...rest,
		count: 1,
		overrides: { containerOverrides: structuredClone(overrides.containerOverrides) },
		...network === void 0 ? {} : { networkConfiguration: { awsvpcConfiguration: {
			subnets: [...network.subnets],
			securityGroups: [...network.securityGroups],
			assignPublicIp: network.assignPublicIp
		} } },
		...capacityProviders.length > 0 ? { capacityProviderStrategy: [...capacityProviders] } : launchType === void 0 ? {} : { launchType },
		...platformVersion === void 0 ? {} : { platformVersion },
		...tags === void 0 ? {} : { tags: [...tags].map(([key, value]) => ({
			key,
			value
		})) },
		...volume === void 0 ? {} : { volumeConfigurations: [{
			name: volume.name,
			managedEBSVolume: volume.settings
		}] }
	};
}
function markOf({ overrides }) {
	const mark = (overrides?.containerOverrides ?? []).flatMap(({ environment = [] }) => environment).find(({ name }) => name === MARK_VARIABLE)?.value;
	return mark === void 0 ? {} : { mark };
}
function taskState(task) {
	return {
		arn: task.taskArn ?? "",
		taskDefinition: task.taskDefinitionArn ?? "",
		lastStatus: task.lastStatus ?? "",
		desiredStatus: task.desiredStatus ?? "",
		...task.stopCode === void 0 ? {} : { stopCode: task.stopCode },
		...task.stoppedReason === void 0 ? {} : { stoppedReason: task.stoppedReason },
		group: task.group ?? "",
		startedBy: task.startedBy ?? "",
		...markOf(task),
		...task.createdAt === void 0 ? {} : { createdAt: task.createdAt.getTime() },
		...task.startedAt === void 0 ? {} : { startedAt: task.startedAt.getTime() },
		...task.stoppedAt === void 0 ? {} : { stoppedAt: task.stoppedAt.getTime() },
		containers: (task.containers ?? []).map(({ name = "", lastStatus = "", exitCode, reason }) => ({
			name,
			lastStatus,
			...exitCode === void 0 || exitCode === null ? {} : { exitCode },
			...reason === void 0 ? {} : { reason }
		}))
	};
}

// packages/aws/lib/aws.js
/**
* @param identity the role to assume; without one the environment's credentials are used
* @param hide is told the secrets that stand in the variables of task definitions
* @throws ConfigurationError when no region is known, when it is none of AWS, or when the role is of another partition
*/
function createAws(region, connection, identity, hide) {
	const known = requireRegion(region);
	const astray = identity === void 0 ? void 0 : misplaced("Input role-to-assume", identity.roleArn, {
		partition: partitionOf(known),
		region: known
	});
	if (astray !== void 0) throw new ConfigurationError(astray);
	const options = optionsFor(known, connection, identity);
	return {
		region: known,
		partition: partitionOf(known),
		identity: new Identity(options),
		services: new EcsServices(options),
		taskDefinitions: new TaskDefinitions(options, hide),
		tasks: new Tasks(options),
		serviceDeployments: new ServiceDeployments(options),
		serviceTasks: new ServiceTasks(options),
		logGroups: new LogGroups(options),
		logs: new Logs(options),
		deployableRevisions: new DeployableRevisions(options, hide),
		deploymentGroups: new DeploymentGroups(options),
		deployments: new Deployments(options),
		loadBalancing: new LoadBalancing(options),
		listenerRules: new ListenerRules(options),
		backups: new Backups(options),
		images: new Images(options),
		publicImages: new PublicImages(options),
		imageScans: new ImageScans(options),
		stacks: new Stacks(options),
		roles: new Roles(options),
		secrets: new Secrets(options),
		network: new Network(options),
		alarms: new Alarms(options),
		scaling: new Scaling(options),
		until: (closed) => createAws(known, {
			...connection,
			closed,
			signal: AbortSignal.any([connection.signal, closed])
		}, identity, hide)
	};
}
function optionsFor(region, connection, identity) {
	const plain = clientOptions(region, connection);
	if (identity === void 0) return plain;
	const credentials = new RoleCredentials(identity, plain);
	return {
		...plain,
		credentials: credentials.provider,
		expire: () => {
			credentials.expire();
		}
	};
}

// packages/docker/lib/environment.js
/** Variables that the runner sets for this action alone (inputs, among them tokens, and state), and tokens of the job. */
const OWN = /^(?:INPUT_|STATE_|GITHUB_STATE$|ACTIONS_ID_TOKEN_REQUEST_)/i;
/**
* The token of GitHub's cache and artifact services. The runner gives it to actions, never to the commands of `run:`;
* buildx needs it for `type=gha`.
*/
const OF_ACTIONS = /^ACTIONS_RUNTIME_TOKEN$/i;
/** AWS keys, and where AWS clients get keys from. */
const KEYS = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|BEARER_TOKEN_\w+|WEB_IDENTITY_TOKEN_FILE|CONTAINER_CREDENTIALS_(?:RELATIVE|FULL)_URI|CONTAINER_AUTHORIZATION_TOKEN(?:_FILE)?)$/i;
/** The environment for a command: this process's own without inputs, identity tokens and keys that it was not allowed. */
function environmentFor({ awsCredentials = false, cacheToken = false, names = [] }, env = process.env) {
	const isHidden = (name) => !names.includes(name) && (OWN.test(name) || !cacheToken && OF_ACTIONS.test(name) || !awsCredentials && KEYS.test(name));
	return Object.fromEntries(Object.entries(env).filter(([name]) => !isHidden(name)));
}

// packages/docker/lib/find-command.js
/**
* Looks through the search path for a command that the system refused to start. The system's own answer is not enough:
* it says EACCES for a missing command when a folder on the search path may not be searched.
* @param file a name without a slash is searched in `path`, anything else is a path relative to `cwd`
*/
function whyNotStarted(file, cwd, path) {
	if (stateOf(cwd) !== "folder") return {
		kind: "no-working-directory",
		path: cwd
	};
	if (file.includes("/") || isAbsolute(file)) return judge(resolve(cwd, file));
	const unreadable = [];
	let hindered;
	for (const folder of (path ?? "").split(delimiter)) {
		const verdict = judge(join(resolve(cwd, folder), file));
		if (verdict.kind === "unreadable") unreadable.push(folder);
		else if (verdict.kind !== "absent") hindered ??= verdict;
	}
	return hindered ?? {
		kind: "absent",
		unreadable
	};
}
function judge(path) {
	switch (stateOf(path)) {
		case "absent": return {
			kind: "absent",
			unreadable: []
		};
		case "unreadable": return {
			kind: "unreadable",
			path
		};
		case "folder": return {
			kind: "folder",
			path
		};
		case "file": {
			if (!mayExecute(path)) return {
				kind: "not-executable",
				path
			};
			const interpreter = interpreterOf(path);
			if (interpreter !== void 0 && stateOf(interpreter) !== "file") return {
				kind: "no-interpreter",
				path,
				interpreter
			};
			return {
				kind: "refused",
				path
			};
		}
	}
}
function stateOf(path) {
	try {
		return statSync(path).isDirectory() ? "folder" : "file";
	} catch (error) {
		return error.code === "EACCES" ? "unreadable" : "absent";
	}
}
function mayExecute(path) {
	try {
		accessSync(path, constants$1.X_OK);
		return true;
	} catch {
		return false;
	}
}
/** The program in a script's first line; undefined for anything but a script, or one that may not be read. */
function interpreterOf(path) {
	const start = Buffer.alloc(256);
	try {
		const descriptor = openSync(path, constants$1.O_RDONLY | constants$1.O_NONBLOCK);
		try {
			readSync(descriptor, start, 0, start.length, 0);
		} finally {
			closeSync(descriptor);
		}
	} catch {
		return;
	}
	return /^#![ \t]*([^ \t\n\0]+)/.exec(start.toString("latin1"))?.[1];
}

// packages/docker/lib/run-command.js
/** How many of the last lines are kept for the diagnosis of a failure. */
const TAIL = 200;
const WITHOUT_DOCKER = "Use a runner with Docker (ubuntu-latest has it), or build an OCI layout elsewhere and give it as oci-layout, which needs no Docker.";
/** Milliseconds from SIGTERM to SIGKILL. GitHub kills a cancelled job's processes after 10 s; the command must end well before. */
const GRACE_MS = 3e3;
/**
* Runs a command from an argument array, without a shell.
* A command that fails does not throw: its exit code says so.
* @throws ConfigurationError when the system can't start the command; the signal's reason when it was aborted
*/
async function runCommand(file, args, { cwd, env = {}, input, signal, onLine, allowed = {}, whenMissing = WITHOUT_DOCKER }) {
	signal.throwIfAborted();
	const environment = {
		...environmentFor(allowed),
		...env
	};
	const child = spawn(file, args, {
		cwd,
		env: environment,
		stdio: [
			input === void 0 ? "ignore" : "pipe",
			"pipe",
			"pipe"
		]
	});
	const tail = [];
	const read = async (stream) => {
		if (stream === null) return;
		for await (const line of createInterface({
			input: stream,
			crlfDelay: 1e400
		})) {
			tail.push(line);
			if (tail.length > TAIL) tail.shift();
			onLine?.(line);
		}
	};
	let killer;
	const stop = () => {
		child.kill("SIGTERM");
		killer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
	};
	signal.addEventListener("abort", stop, { once: true });
	try {
		child.stdin?.on("error", () => void 0);
		child.stdin?.end(input);
		const [exitCode] = await Promise.all([
			ended(child, () => notStarted(file, cwd, environment["PATH"], whenMissing)),
			read(child.stdout),
			read(child.stderr)
		]);
		signal.throwIfAborted();
		return {
			exitCode,
			tail
		};
	} finally {
		clearTimeout(killer);
		signal.removeEventListener("abort", stop);
	}
}
/** Why the system refused to start a command, as an error's fault and fix. */
function notStarted(file, cwd, path, whenMissing) {
	const found = whyNotStarted(file, cwd, path);
	switch (found.kind) {
		case "absent": return {
			what: `There is no command ${file} on this runner${found.unreadable.length === 0 ? "." : `, as far as this user can see: ${found.unreadable.join(", ")} on the PATH may not be searched.`}`,
			fix: whenMissing
		};
		case "folder": return {
			what: `${found.path} is a folder, not a command.`,
			fix: whenMissing
		};
		case "not-executable": return {
			what: `${found.path} may not be executed.`,
			fix: `chmod +x -- ${shellWord(found.path)}`
		};
		case "unreadable": return {
			what: `${found.path} lies in a folder that this user may not search.`,
			fix: "Give the runner’s user the right to search the folder (chmod +x), or move the command."
		};
		case "no-interpreter": return {
			what: `${found.path} asks in its first line for ${JSON.stringify(found.interpreter)}, which is not on this runner.`,
			fix: found.interpreter.endsWith("\r") ? "Save the file with line feeds alone (LF, not CRLF)." : `Install ${found.interpreter} in a step before this one, or correct the first line.`
		};
		case "no-working-directory": return {
			what: `${file} could not be started: its working directory ${found.path} is not there.`,
			fix: "Does a step with actions/checkout run before this one?"
		};
		case "refused": return {
			what: `The runner's system refuses to start ${found.path}.`,
			fix: "Check that the file is a program for this system and processor, and that its file system allows programs (noexec)."
		};
	}
}
async function ended(child, problem) {
	return await new Promise((resolve, reject) => {
		child.once("error", (error) => {
			reject(error.code === "ENOENT" || error.code === "EACCES" ? new ConfigurationError(problem(), { cause: error }) : error);
		});
		child.once("close", (code, signal) => {
			if (code === null && signal === null) reject(new CancelledError("The command was stopped."));
			else resolve(code ?? 128);
		});
	});
}

// packages/docker/lib/commands.js
/** A user's own commands on the runner, from argument arrays, without a shell. */
var Commands = class {
	/**
	* @param options `allowed` says whether the command gets the AWS keys of the job; it never gets this action's inputs
	* @throws ConfigurationError when there is no such command; the signal's reason when it was aborted
	*/
	async run(file, args, options) {
		return await runCommand(file, args, {
			...options,
			whenMissing: "Install it in a step before this one, write its path, or name its interpreter: [\"bash\", \"scripts/smoke-test.sh\"]."
		});
	}
};

// packages/docker/lib/re2-pattern.js
/**
* Translates a pattern of Go's `regexp` into a JavaScript expression that matches the same texts. It knows the syntax that
* a `.dockerignore` pattern can produce, where `+` and `.` are escaped. It does not know `(?…)`.
* @returns undefined for a pattern that Go refuses or that this translation does not know
*/
function fromRe2(pattern) {
	try {
		return new RegExp(new Translation(Array.from(pattern)).translated(), "u");
	} catch (error) {
		if (error instanceof SyntaxError) return void 0;
		throw error;
	}
}
/** Go's limit for `{n}`. */
const MOST_REPEATS = 1e3;
const CONTROLS = {
	a: 7,
	f: 12,
	n: 10,
	r: 13,
	t: 9,
	v: 11
};
/** Perl classes as members of a `[…]` class. Go's `\s` matches fewer characters than JavaScript's. */
const PERL = {
	d: "0-9",
	s: String.raw`\t\n\f\r\u{20}`,
	w: "0-9A-Za-z_"
};
const POSIX = {
	alnum: "0-9A-Za-z",
	alpha: "A-Za-z",
	ascii: String.raw`\u{0}-\u{7f}`,
	blank: String.raw`\t\u{20}`,
	cntrl: String.raw`\u{0}-\u{1f}\u{7f}`,
	digit: "0-9",
	graph: "!-~",
	lower: "a-z",
	print: String.raw`\u{20}-~`,
	punct: String.raw`!-\/:-@\[-${"`"}\{-~`,
	space: String.raw`\t\n\v\f\r\u{20}`,
	upper: "A-Z",
	word: "0-9A-Za-z_",
	xdigit: "0-9A-Fa-f"
};
var Translation = class {
	#text;
	#at = 0;
	/** Whether a `{n}` may follow. */
	#repeatable = false;
	constructor(text) {
		this.#text = text;
	}
	translated() {
		let source = "";
		while (this.#at < this.#text.length) source += this.#next();
		return source;
	}
	#take() {
		return this.#text[this.#at++] ?? refuse();
	}
	#peek(count = 1) {
		return this.#text.slice(this.#at, this.#at + count).join("");
	}
	#next() {
		const character = this.#take();
		if (character === "{") return this.#repeat();
		const follows = this.#repeatable;
		this.#repeatable = character !== "(" && character !== "|" && character !== "*" && character !== "?";
		switch (character) {
			case "\\": return this.#escape();
			case "[": return this.#class();
			case ".": return String.raw`[^\n]`;
			case "^":
			case "$": return `(?:${character})`;
			case "(":
			case ")":
			case "|": return character;
			case "*":
			case "?": return follows ? character : refuse();
			default: return literal(codeOf(character));
		}
	}
	#repeat() {
		const rest = this.#text.slice(this.#at).join("");
		const [whole, least, comma, most] = /^(0|[1-9]\d*)(,)?(0|[1-9]\d*)?\}/.exec(rest) ?? [];
		if (whole === void 0 || comma === void 0 && most !== void 0) {
			this.#repeatable = true;
			return literal(codeOf("{"));
		}
		if (!this.#repeatable) refuse();
		if (Math.max(Number(least), Number(most ?? 0)) > MOST_REPEATS) refuse();
		this.#at += whole.length;
		this.#repeatable = false;
		return `{${whole}`;
	}
	#escape() {
		const character = this.#peek();
		const lower = character.toLowerCase();
		if (Object.hasOwn(PERL, lower)) {
			this.#at++;
			return `[${lower === character ? "" : "^"}${PERL[lower] ?? ""}]`;
		}
		if (character === "Q") return this.#quoted();
		if (lower === "p") return this.#unicode();
		const assertion = {
			A: "(?:^)",
			z: "(?:$)",
			b: String.raw`(?:\b)`,
			B: String.raw`(?:\B)`
		}[character];
		if (assertion === void 0) return literal(this.#escapedCode());
		this.#at++;
		return assertion;
	}
	/** The class of `\pL`, `\p{Greek}` or `\P{^Lu}`; the `\` has been read. */
	#unicode() {
		let sign = this.#take();
		let name = this.#take();
		if (name === "{") {
			const [whole = refuse(), negated, inner = ""] = /^(\^?)(\w+)\}/.exec(this.#text.slice(this.#at).join("")) ?? [];
			this.#at += whole.length;
			name = inner;
			if (negated === "^") sign = sign === "p" ? "P" : "p";
		}
		return `\\${sign}{${/^(?:Any|[CLMNPSZ][a-z]?)$/.test(name) ? "" : "Script="}${name}}`;
	}
	/** The literal text of `\Q…\E`; without `\E` it reaches to the end of the pattern. */
	#quoted() {
		this.#at++;
		let source = "";
		while (this.#at < this.#text.length && this.#peek(2) !== String.raw`\E`) source += literal(codeOf(this.#take()));
		this.#at += 2;
		this.#repeatable = source !== "";
		return source;
	}
	/** The code point that an escape such as `\n`, `\x{41}` or `\101` stands for; the `\` has been read. */
	#escapedCode() {
		const character = this.#take();
		if (/[^A-Za-z0-9]/.test(character)) return character < "" ? codeOf(character) : refuse();
		const control = CONTROLS[character];
		if (control !== void 0) return control;
		const rest = this.#text.slice(this.#at).join("");
		if (character === "x") {
			const [whole = "", long, short] = /^(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/.exec(rest) ?? [];
			if (whole === "") refuse();
			this.#at += whole.length;
			return Number.parseInt(long ?? short ?? "", 16);
		}
		const [octal = ""] = (character === "0" ? /^[0-7]{0,2}/ : /^[0-7]{1,2}/).exec(rest) ?? [];
		if (!/[0-7]/.test(character) || character !== "0" && octal === "") return refuse();
		this.#at += octal.length;
		return Number.parseInt(`${character}${octal}`, 8);
	}
	#class() {
		const negated = this.#peek() === "^";
		if (negated) this.#at++;
		let source = "";
		for (let first = true; first || this.#peek() !== "]"; first = false) source += this.#classItem();
		this.#at++;
		return `[${negated ? "^" : ""}${source}]`;
	}
	#classItem() {
		if (this.#peek(2) === "[:") {
			const [whole, sign, name = ""] = /^\[:(\^?)([^:]*):\]/.exec(this.#text.slice(this.#at).join("")) ?? [];
			if (whole !== void 0) {
				const ranges = POSIX[name] ?? refuse();
				this.#at += Array.from(whole).length;
				return sign === "^" ? othersThan(ranges) : ranges;
			}
		}
		const perl = this.#peek() === "\\" ? this.#peek(2).slice(1) : "";
		if (Object.hasOwn(PERL, perl.toLowerCase()) && perl !== "") {
			this.#at += 2;
			if (perl === perl.toLowerCase()) return PERL[perl] ?? "";
			return {
				D: String.raw`\D`,
				W: String.raw`\W`
			}[perl] ?? String.raw`\u{0}-\u{8}\v\u{e}-\u{1f}!-\u{10ffff}`;
		}
		if (perl.toLowerCase() === "p") {
			this.#at++;
			return this.#unicode();
		}
		const low = this.#classCode();
		if (this.#peek() !== "-" || this.#peek(2) === "-]") return literal(low);
		this.#at++;
		const high = this.#classCode();
		return high < low ? refuse() : `${literal(low)}-${literal(high)}`;
	}
	#classCode() {
		const character = this.#take();
		return character === "\\" ? this.#escapedCode() : codeOf(character);
	}
};
/** Members of a class for all characters but those of some ASCII ranges. */
function othersThan(ranges) {
	const inside = new RegExp(`[${ranges}]`, "u");
	return `${Array.from({ length: 128 }, (_, code) => code).filter((code) => !inside.test(String.fromCodePoint(code))).map(literal).join("")}\\u{80}-\\u{10ffff}`;
}
function literal(code) {
	return String.raw`\u{${code.toString(16)}}`;
}
function codeOf(character) {
	return character.codePointAt(0) ?? 0;
}
function refuse() {
	throw new SyntaxError("Go has no such expression");
}

// packages/docker/lib/dockerignore.js
/** The rules of a `.dockerignore` file, as Docker reads them: the last one that matches a path or a folder above it wins. */
var DockerIgnore = class {
	/** Whether something below an ignored folder may be wanted after all. */
	hasExceptions;
	#rules;
	constructor(text) {
		this.#rules = text.replace(/^\uFEFF/, "").split(/\r?\n/).flatMap(readRule);
		this.hasExceptions = this.#rules.some(({ exception }) => exception);
	}
	/**
	* @param path relative to the context, with `/`
	* @param folder what was said about the folder that the path lies in; absent at the root
	*/
	look(path, folder) {
		const matched = [];
		let ignored = false;
		for (const [index, { exception, matches }] of this.#rules.entries()) {
			const match = folder?.matched[index] === true || exception === ignored && matches(path);
			matched.push(match);
			if (match) ignored = !exception;
		}
		return {
			ignored,
			matched
		};
	}
};
/** Unicode's white space, which Go trims; JavaScript trims another set. */
const SPACE = String.raw`[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+`;
const BEFORE = new RegExp(`^${SPACE}`);
const BLANK = new RegExp(SPACE);
function trim(text) {
	let end = text.length;
	while (end > 0 && BLANK.test(text[end - 1] ?? "")) end--;
	return text.slice(0, end).replace(BEFORE, "");
}
/** Go's `filepath.Clean`. */
function clean(path) {
	return posix.normalize(path).replace(/(?<=.)\/$/s, "");
}
function readRule(line) {
	if (line.startsWith("#")) return [];
	const trimmed = trim(line);
	if (trimmed === "") return [];
	const inverted = trimmed.startsWith("!");
	let written = inverted ? trim(trimmed.slice(1)) : trimmed;
	if (written !== "") written = clean(written).replace(/^\/(?=.)/s, "");
	const pattern = clean(trim(inverted ? `!${written}` : written));
	if (pattern === "!" || pattern === "") return [];
	const exception = pattern.startsWith("!");
	return [{
		exception,
		matches: matcher(exception ? pattern.slice(1) : pattern)
	}];
}
/** How a pattern is compared, as github.com/moby/patternmatcher does it, its oddities included. */
function matcher(pattern) {
	const marked = pattern.startsWith("﻿");
	const characters = Array.from(marked ? pattern.slice(1) : pattern);
	let kind = "exact";
	let source = "^";
	for (let at = 0; at < characters.length; at++) {
		const character = characters[at] ?? "";
		if (character === "*" && characters[at + 1] === "*") {
			const first = at === 0;
			at++;
			if (characters[at + 1] === "/") at++;
			if (at + 1 < characters.length) {
				source += "(.*/)?";
				kind = "expression";
			} else if (kind === "exact") kind = "prefix";
			else {
				source += ".*";
				kind = "expression";
			}
			if (first) kind = "suffix";
		} else if (character === "*" || character === "?") {
			source += character === "*" ? "[^/]*" : "[^/]";
			kind = "expression";
		} else if (character === "\\" && at + 1 < characters.length) {
			at++;
			source += `\\${characters[at] ?? ""}`;
			kind = "expression";
		} else if (character === "[" || character === "]") {
			source += character;
			kind = "expression";
		} else source += /[.+()$\\]/.test(character) ? `\\${character}` : character;
	}
	switch (kind) {
		case "exact": return (path) => path === pattern;
		case "prefix": {
			const start = pattern.slice(0, -2);
			return (path) => path.startsWith(start);
		}
		case "suffix": {
			if (marked) return () => false;
			const end = pattern.slice(2);
			return (path) => path.endsWith(end) || end.startsWith("/") && path === end.slice(1);
		}
		case "expression": {
			const expression = fromRe2(`${source}$`);
			return (path) => expression !== void 0 && testable(expression, path);
		}
	}
}
/** An expression is compiled when it is first needed, and one of megabytes is refused only then. */
function testable(expression, path) {
	try {
		return expression.test(path);
	} catch (error) {
		if (error instanceof SyntaxError) return false;
		throw error;
	}
}

// packages/docker/lib/context-digest.js
/**
* The digest of all that a build could copy from a context: paths, contents, targets of symbolic links and whether a file
* is executable. Times, owners and other permissions are left out: they differ from checkout to checkout.
* @param context absolute path of the folder
* @param dockerfile absolute path; a `.dockerignore` file named after it wins over that of the context
* @param signal ends the reading
*/
async function contextDigest(context, dockerfile, signal) {
	const ignore = new DockerIgnore(await ignoreText(context, dockerfile));
	const hash = createHash("sha256");
	const total = {
		files: 0,
		bytes: 0,
		hasGit: false
	};
	const walk = async (folder, about) => {
		const names = (await readdir(join(context, folder))).toSorted();
		for (const name of names) {
			signal.throwIfAborted();
			const path = folder === "" ? name : `${folder}/${name}`;
			const said = ignore.look(path, about);
			const file = join(context, path);
			const stat = await lstat(file);
			if (stat.isDirectory()) {
				if (!said.ignored) {
					hash.update(`folder ${JSON.stringify(path)}\n`);
					if (path === ".git") total.hasGit = true;
				}
				if (!said.ignored || ignore.hasExceptions) await walk(path, said);
			} else if (said.ignored) continue;
			else if (stat.isSymbolicLink()) hash.update(`link ${JSON.stringify([path, await readlink(file)])}\n`);
			else if (stat.isFile()) {
				const executable = (stat.mode & 64) !== 0;
				hash.update(`file ${JSON.stringify([
					path,
					executable,
					await fileDigest(file)
				])}\n`);
				total.files++;
				total.bytes += stat.size;
			}
		}
	};
	await walk("", void 0);
	return {
		digest: hash.digest("hex"),
		...total
	};
}
/** The rules that Docker would follow. */
async function ignoreText(context, dockerfile) {
	const own = dockerfile === void 0 ? void 0 : join(dirname(dockerfile), `${basename(dockerfile)}.dockerignore`);
	for (const path of [own, join(context, ".dockerignore")]) {
		const text = path !== void 0 && (await stat(path).catch(() => void 0))?.isFile() === true ? await readFile(path, "utf8").catch(() => void 0) : void 0;
		if (text !== void 0) return text;
	}
	return "";
}
async function fileDigest(path) {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(path)) hash.update(chunk);
	return hash.digest("hex");
}

// packages/docker/lib/private-config.js
/**
* Turns an empty directory into a Docker configuration of our own, so that a login written into it is seen by no other
* job and is gone with the directory. Logins, builders, contexts and plugins that the user set up stay usable: the
* configuration is copied, everything beside it is linked.
* @param directory absolute; the caller made it
* @param registries hosts whose logins are to be kept in this directory and in no credential store
*/
async function adoptConfig(directory, registries) {
	await chmod(directory, 448);
	const original = process.env["DOCKER_CONFIG"] || join(homedir(), ".docker");
	const config = await readConfig(original);
	const path = join(directory, "config.json");
	const helpers = Object.fromEntries(registries.map((registry) => [registry, ""]));
	const ours = {
		...config,
		credHelpers: {
			...config.credHelpers,
			...helpers
		}
	};
	await writeFile$1(path, JSON.stringify(ours), { mode: 384 });
	await chmod(path, 384);
	for (const name of await readdir(original).catch(() => [])) if (name !== "config.json") await symlink(join(original, name), join(directory, name));
}
/**
* Removes the directory with the login in it. Harmless when it is gone already; linked folders stay.
* @throws ConfigurationError that names the directory which stays
*/
async function removeConfig(directory) {
	try {
		await rm(directory, {
			recursive: true,
			force: true
		});
	} catch (error) {
		throw new ConfigurationError({
			what: `The folder ${directory} with this step's login to ECR could not be removed: ${reasonOf(error)}`,
			fix: `Remove the folder; until then whoever can read it can push for up to 12 hours: rm -rf -- ${shellWord(directory)}`
		}, { cause: error });
	}
}
async function readConfig(directory) {
	const text = await readFile(join(directory, "config.json"), "utf8").catch(() => "{}");
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}

// packages/docker/lib/docker.js
/** The Docker edge: the `docker` command on the runner, from argument arrays. */
var Docker = class {
	/** The version of buildx (`v0.29.1`); undefined when the plugin is missing. */
	async buildxVersion(where) {
		const { exitCode, tail } = await runCommand("docker", ["buildx", "version"], where);
		if (exitCode !== 0) return void 0;
		return /\bv?\d+\.\d+\.\d+\S*/.exec(tail.join(" "))?.[0] ?? "unknown";
	}
	/**
	* Whether `docker build` itself knows BuildKit: clients before 23.0 brought it along, later ones leave it to buildx.
	*/
	async hasOwnBuildKit(where) {
		const { exitCode, tail } = await runCommand("docker", [
			"version",
			"--format",
			"{{.Client.Version}}"
		], where);
		const [, major, minor] = /^(\d+)\.(\d+)\./.exec(tail.join("\n").trim()) ?? [];
		return exitCode === 0 && Number(major) < 23 && (Number(major) > 18 || Number(minor) >= 9);
	}
	/** Variables that a build is to read and that this process does not have. */
	missingVariables(names) {
		return names.filter((name) => (process.env[name] ?? "") === "");
	}
	/** The value of a variable of this process; undefined when it is absent or empty. */
	variable(name) {
		return process.env[name] || void 0;
	}
	/**
	* The digest of what a build could copy from a folder; see {@link contextDigest}.
	*/
	async contextDigest(context, dockerfile, signal) {
		return await contextDigest(context, dockerfile, signal);
	}
	/** Kind of the entry at a path: a folder, a file, or nothing that can be read. */
	async kindOf(path) {
		const found = await stat(path).catch(() => void 0);
		if (found === void 0) return "absent";
		return found.isDirectory() ? "folder" : "file";
	}
	/** Makes `config` a private Docker configuration, into which logins to `registries` go. */
	async open(config, registries) {
		await adoptConfig(config, registries);
	}
	/**
	* Logs in to the registry. The password goes through standard input, never onto a command line.
	* @throws CommandError with what Docker said
	*/
	async login(config, registry, login, where) {
		const { exitCode, tail } = await runCommand("docker", [
			"login",
			"--username",
			login.username,
			"--password-stdin",
			"--",
			registry
		], {
			...where,
			env: { DOCKER_CONFIG: config },
			input: login.password
		});
		if (exitCode === 0) return;
		const said = tail.map(redactor([login.password]));
		throw new CommandError(`docker login to ${registry} failed: ${said.at(-1) ?? "it said nothing"}`, "Check that the runner reaches the registry (network, proxy) and that the role may pull and push there.", exitCode, { findings: diagnose([{
			source: "docker login",
			text: said.join("\n")
		}]) });
	}
	/** Removes the private configuration and the login in it. @throws ConfigurationError that names the folder which stays */
	async forget(config) {
		await removeConfig(config);
	}
	async run({ args, config, env, onLine, secrets = [], allowed, ...options }) {
		const redact = redactor(secrets);
		const { exitCode, tail } = await runCommand("docker", args, {
			...options,
			...onLine === void 0 ? {} : { onLine: (line) => onLine(redact(line)) },
			env: {
				...env,
				DOCKER_CONFIG: config
			},
			allowed: {
				...allowed,
				cacheToken: true
			}
		});
		return {
			exitCode,
			tail: tail.map(redact)
		};
	}
};

// actions/lib/account.js
/**
* Holds the account of the credentials against the ones that the user allows, before anything else is asked.
* @throws ConfigurationError naming both
*/
async function requireAccount({ identity }, allowed) {
	if (allowed.length === 0) return;
	const { account, arn } = await identity.caller();
	if (allowed.includes(account)) return;
	throw new ConfigurationError({
		what: `Input allowed-account-ids: the credentials belong to account ${account} (${arn}), and only ${allowed.join(", ")} is allowed.`,
		fix: "Give the credentials of the right account, or add this one to allowed-account-ids."
	});
}

// actions/lib/credential-end.js
const NAME = "AWS_CREDENTIAL_EXPIRATION";
/** Rewrites AWS_CREDENTIAL_EXPIRATION in the form that the SDK reads (ISO 8601); removes a value that is no time. */
function readableCredentialEnd(env) {
	const at = credentialEnd(env[NAME]);
	if (at === void 0) delete env[NAME];
	else env[NAME] = new Date(at).toISOString();
}

// actions/lib/connection.js
/**
* Reads the inputs of the connection, which all actions share, and the environment's proxy.
* @throws ConfigurationError when the job may not have an identity token, or when the proxy has no usable address
*/
function accessOf(given, runner, env) {
	const names = new Set(Object.entries(credentialInputs).flatMap(([name, { aliases }]) => [name, ...aliases]));
	const own = Object.entries(given).filter(([name]) => names.has(name));
	const inputs = parseInputs(credentialInputs, Object.fromEntries(own));
	return {
		connection: {
			clock: runner.clock,
			signal: runner.signal,
			attempts: inputs["retry-max-attempts"],
			proxy: proxySettings(inputs, env)
		},
		identity: identityOf(inputs, runner, env),
		accounts: inputs["allowed-account-ids"]
	};
}
function identityOf(inputs, runner, env) {
	const roleArn = inputs["role-to-assume"];
	if (roleArn === void 0) return void 0;
	const externalId = inputs["role-external-id"];
	const chained = inputs["role-chaining"] || externalId !== void 0;
	return {
		roleArn,
		sessionName: inputs["role-session-name"],
		durationSeconds: inputs["role-duration-seconds"],
		externalId,
		token: chained ? void 0 : idTokens(env, inputs.audience),
		mask: (secret) => {
			runner.mask(secret);
		}
	};
}

// actions/lib/proxy.js
/**
* Refuses a Node.js whose agents know nothing of proxies: it would go past the proxy without a word.
* @param version as in `process.versions.node`
*/
function requireProxySupport(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	if (major > 24 || major === 24 && minor >= 5 || major === 22 && minor >= 21) return;
	throw new ConfigurationError({
		what: `A proxy is set, and Node.js ${version} of this runner can't use one.`,
		fix: "Update the runner: Node.js 24.5 or later is needed. Without a proxy remove http-proxy and HTTPS_PROXY."
	});
}
/** Lets what reads the environment (the client of GitHub, Docker, commands of the user) know a proxy that came as an input. */
function exportProxy({ HTTP_PROXY, HTTPS_PROXY, NO_PROXY }, given, env) {
	if ((given["http-proxy"] ?? "").trim() === "") return;
	for (const [name, value] of Object.entries({
		HTTP_PROXY,
		HTTPS_PROXY
	})) {
		if (value === void 0) continue;
		env[name] = value;
		env[name.toLowerCase()] = value;
	}
	env["NO_PROXY"] = NO_PROXY;
	env["no_proxy"] = NO_PROXY;
}

// actions/lib/world.js
/**
* The world of an action: the runner's parts, and AWS and Docker as the inputs and the environment of this process name
* them.
* @param given texts of the inputs
* @param pathOf path of a bundled CloudFormation template
* @throws ConfigurationError when the inputs that every action has for its connection are wrong
*/
async function worldOf(parts, given, pathOf) {
	readableCredentialEnd(process.env);
	const { accounts, connection, identity } = accessOf(given, parts, process.env);
	const { proxy } = connection;
	const region = regionOf(given, process.env);
	const aws = createAws(region, connection, identity, (secret) => {
		parts.hide(secret);
	});
	if (proxy !== void 0) {
		requireProxySupport(process.versions.node);
		exportProxy(proxy, given, process.env);
	}
	if (!isKnownRegion(aws.region)) parts.progress.report({
		type: "note",
		text: `Region ${aws.region} is not one that this release knows; it is taken for a new one.`
	});
	await requireAccount(aws, accounts);
	return {
		...parts,
		aws,
		...proxy === void 0 ? {} : { proxy },
		docker: new Docker(),
		commands: new Commands(),
		bundledTemplate: async (file) => await readFile(pathOf(file), "utf8"),
		subject: async () => await tokenSubject(process.env)
	};
}
/** The input wins over what aws-actions/configure-aws-credentials exported. */
function regionOf(given, env) {
	return [
		given["aws-region"],
		given["region"],
		env["AWS_REGION"],
		env["AWS_DEFAULT_REGION"]
	].map((one) => one?.trim()).find((one) => one !== void 0 && one !== "");
}

// actions/lib/start.js
/**
* Starts one phase of one action.
* @param pathOf path of a bundled CloudFormation template; default is in the parent of the bundle's folder
*/
async function start(name, phase, pathOf = (file) => join(dirname(process.argv[1] ?? "."), "..", file)) {
	const step = await load(name);
	const makeWorld = async (parts, given) => await worldOf(parts, given, pathOf);
	const catalogue = async () => (await import("./catalogue-D5SSDyVT.js")).catalogue;
	await (phase === "main" ? runStep(step, makeWorld, catalogue) : runPost(step, makeWorld));
}
/** One import per action, so that a bundle loads only what the action needs. */
async function load(name) {
	switch (name) {
		case "pipeline": return (await import("./main-DJaC22iA.js")).step;
		case "build-push-ecr": return (await import("./main-DnS-ZZ5f.js")).step;
		case "register-taskdef": return (await import("./main-CG-xoy90.js")).step;
		case "run-migration-task": return (await import("./main-TFzZYMye.js")).step;
		case "blue-green-codedeploy": return (await import("./main-CRmiXseP.js")).step;
		case "deploy-service": return (await import("./main-Bm1zbUNa.js")).step;
		case "verify-target-health": return (await import("./main-Bg4Jfzic.js")).step;
		case "rollback": return (await import("./main-DOGYbnMf.js")).step;
		case "preflight": return (await import("./main-mpDeVJ4A.js")).step;
		case "deploy-stack": return (await import("./main-BZBCWixh.js")).step;
		case "diagnose": return (await import("./main-cvx5-mLN.js")).step;
		default: throw new Error(`There is no action ${name}.`);
	}
}

export { summary as n, start, foreignInputs as t };