import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, relative } from "node:path";
import { a as targetOf, i as requireSimulator, l as require_dist, n as TARGET_USAGE, o as checkoutRoot, r as environment, s as readCheckout, t as TARGET_OPTIONS } from "./target-CMffRwc8.js";
import { createServer } from "node:http";
import { t as fromFolder } from "./invocation-DwPHBPCK.js";
import { n as keyValues, t as UsageError } from "./usage-error-CcogHKrT.js";
import { accessSync, constants } from "node:fs";
import { parseArgs } from "node:util";
import { t as reasonOf } from "./reason-BVGf4k2_.js";

// packages/local/lib/identity-provider.js
/** GitHub's issuer of identity tokens, as far as a job sees it. Its tokens are signed by nobody, and only a simulator takes them. */
var IdentityProvider = class IdentityProvider {
	#server;
	/** Audiences asked for, in order. */
	asked = [];
	tokens = [];
	constructor(server) {
		this.#server = server;
	}
	static async open(subject = "repo:octo/shop:environment:production") {
		const server = createServer((request, response) => {
			const url = new URL(request.url ?? "/", "http://localhost");
			if (request.headers.authorization !== "Bearer request-token") {
				response.writeHead(401).end();
				return;
			}
			const audience = url.searchParams.get("audience") ?? "";
			provider.asked.push(audience);
			const claims = {
				iss: "https://token.actions.githubusercontent.com",
				sub: subject,
				aud: audience,
				jti: provider.asked.length
			};
			const token = `${encoded({ alg: "none" })}.${encoded(claims)}.signature${provider.asked.length}`;
			provider.tokens.push(token);
			response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ value: token }));
		});
		const provider = new IdentityProvider(server);
		await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
		return provider;
	}
	/** Variables that the runner gives a job with `id-token: write`. */
	get env() {
		const { port } = this.#server.address();
		return {
			ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token"
		};
	}
	async close() {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
};
function encoded(value) {
	return Buffer.from(JSON.stringify(value)).toString("base64url");
}

// packages/local/lib/workflow/act.js
/** Actions that need GitHub, or set up what this machine has: the folders of `stand-ins/` that take their place. */
const STAND_INS = {
	"actions/checkout": "checkout",
	"aws-actions/configure-aws-credentials": "noop",
	"docker/setup-buildx-action": "noop",
	"docker/setup-qemu-action": "noop"
};
/** Arguments by which act runs a workflow on this machine itself, as a self-hosted runner would. */
function actArguments(call) {
	const { cutover, env, envFile, event, inputs, job, labels, repository, secrets = [], uses, vars, workflow } = call;
	const local = uses.flatMap((use) => {
		const [name = ""] = use.split("@");
		const stand = STAND_INS[name];
		if (stand !== void 0) return [`${use}=${join(repository, "packages/local/workflow/stand-ins", stand)}`];
		return name.endsWith("/cutover") ? [`${use}=${cutover}`] : [];
	});
	const each = (option, values) => [...values].flatMap((value) => [option, value]);
	const pairs = (values) => Object.entries(values).map(([name, value]) => `${name}=${value}`);
	return [
		event,
		"--workflows",
		workflow,
		...job === void 0 ? [] : ["--job", job],
		...each("--platform", new Set([...labels, "ubuntu-latest"].map((label) => `${label}=-self-hosted`))),
		...each("--local-repository", new Set(local)),
		...each("--var", pairs(vars)),
		...each("--env", pairs({
			...env,
			CUTOVER_CHECKOUT: cutover
		})),
		...envFile === void 0 ? [] : ["--env-file", envFile],
		...each("--input", pairs(inputs)),
		...each("--secret", secrets)
	];
}
/** Copies what users get of a checkout, without the packages that its development needs: act copies all of it for each step. */
async function publishedFiles(repository, folder) {
	for (const name of [
		"action.yml",
		"actions",
		"dist",
		"package.json",
		".github"
	]) await cp(join(repository, name), join(folder, name), {
		recursive: true,
		filter: (path) => !/[\\/]actions[\\/](.*[\\/])?(lib|node_modules)$/.test(path)
	});
	await forAct(join(folder, ".github/workflows"));
	return folder;
}
async function forAct(folder) {
	for (const name of await readdir(folder)) await writeFile(join(folder, name), knownToAct(await readFile(join(folder, name), "utf8")));
}
/**
* A workflow without what act 0.2.87 refuses as unknown, and what means nothing on one machine: how many runs wait, and
* whether GitHub records a deployment.
*/
function knownToAct(workflow) {
	return workflow.replaceAll(/^ *(queue: (max|single)|deployment: (true|false))\b.*\n/gm, "");
}
/** The program act: the file that ACT_BIN names, or what PATH has. */
function findAct(env) {
	const onPath = (env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "act"));
	return [env["ACT_BIN"], ...onPath].find((file) => {
		if (!file) return false;
		try {
			accessSync(file, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

// packages/local/lib/workflow/command-line.js
const USAGE = `npm run workflow -- FILE [options]

Runs a workflow on this machine with act (https://nektosact.com), without containers: run: steps are commands of this
machine. Every use of Cutover in it means this checkout. Stand-ins take the place of actions/checkout (the files are there),
aws-actions/configure-aws-credentials (credentials are those of the account below) and docker/setup-*.

  FILE                  .github/workflows/deploy.yml of your application, in its git checkout
  --event NAME          event that starts it (default: push when the workflow has it, else the first of its events)
  --job NAME            only this job and those that it needs
  --input NAME=VALUE    an input of workflow_dispatch; once for each
  --var NAME=VALUE      a variable of the repository; on the simulator, one named …ROLE_ARN has a default
  --secret NAME         a secret, its value taken from the environment variable of this name
${TARGET_USAGE}
                        without either: AWS, with AWS_* of this terminal
  -h, --help            this text
`;
/** @throws UsageError naming the option that is wrong */
function readCommand(argv) {
	let parsed;
	try {
		parsed = parseArgs({
			args: [...argv],
			allowPositionals: true,
			options: {
				event: { type: "string" },
				job: { type: "string" },
				input: {
					type: "string",
					multiple: true,
					default: []
				},
				var: {
					type: "string",
					multiple: true,
					default: []
				},
				secret: {
					type: "string",
					multiple: true,
					default: []
				},
				...TARGET_OPTIONS,
				help: {
					type: "boolean",
					short: "h",
					default: false
				}
			}
		});
	} catch (error) {
		throw new UsageError(`${reasonOf(error)}\n\n${USAGE}`);
	}
	const { positionals, values } = parsed;
	if (values.help) return "help";
	const [file, ...more] = positionals;
	if (file === void 0) throw new UsageError(`the workflow's file is missing\n\n${USAGE}`);
	if (more.length > 0) throw new UsageError(`${more.map((word) => `'${word}'`).join(", ")} belongs to no option`);
	const valued = values.secret.find((name) => name.includes("="));
	if (valued !== void 0) throw new UsageError(`--secret takes a name only, so that the value is in no list of processes: export ${valued.split("=")[0]} and write --secret ${valued.split("=")[0]}`);
	return {
		file,
		event: values.event,
		job: values.job,
		inputs: keyValues("--input", values.input),
		vars: keyValues("--var", values.var),
		secrets: values.secret,
		target: targetOf(values)
	};
}

// packages/local/lib/workflow/workflow-file.js
var import_dist = require_dist();
/** @throws UsageError when the text is no workflow; `shown` is the path as the user wrote it */
function readWorkflow(text, shown) {
	let document;
	try {
		document = (0, import_dist.parse)(text);
	} catch (error) {
		throw new UsageError(`${shown}: ${reasonOf(error).split("\n")[0]}`);
	}
	const { jobs, on } = document ?? {};
	if (typeof jobs !== "object" || jobs === null) throw new UsageError(`${shown} is no workflow: it has no jobs`);
	const events = typeof on === "string" ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(on ?? {});
	const labels = Object.values(jobs).flatMap((job) => labelsOf(job?.["runs-on"]));
	return {
		events,
		labels: [...new Set(labels)],
		uses: [...new Set(usesOf(text))],
		vars: [...new Set([...text.matchAll(/\bvars\.(\w+)/g)].map(([, name = ""]) => name))]
	};
}
function labelsOf(runsOn) {
	if (typeof runsOn === "string") return runsOn.includes("${{") ? [] : [runsOn];
	if (Array.isArray(runsOn)) return runsOn.map(String);
	return [];
}
/** `owner/name@ref` of each `uses:`, without the folder inside the repository. */
function usesOf(text) {
	return [...text.matchAll(/^[\s-]*uses:\s*["']?([\w.-]+\/[\w.-]+)(?:\/[^@\s"']+)?@([^\s"'#]+)/gm)].map(([, name = "", ref = ""]) => `${name}@${ref}`);
}
/** Actions that the reusable workflows of a checkout use. */
async function usesOfReusable(repository) {
	const folder = join(repository, ".github/workflows");
	const files = await readdir(folder).catch(() => []);
	return (await Promise.all(files.map(async (file) => await readFile(join(folder, file), "utf8")))).flatMap(usesOf);
}

// packages/local/lib/workflow/run.js
/**
* `npm run workflow`: runs a workflow with act, without containers.
* @returns the exit code: 0 when act succeeded, 1 when a job failed or act itself did
* @throws UsageError for wrong options, an unreadable file, or when act, the checkout, a secret or the simulator is missing;
* nothing has been started then
*/
async function runWorkflowHere(invocation) {
	const { argv, env, write } = invocation;
	const command = readCommand(argv);
	if (command === "help") {
		write(USAGE);
		return 0;
	}
	const act = findAct(env);
	if (act === void 0) throw new UsageError("act is not installed: brew install act, go install github.com/nektos/act@latest, or https://nektosact.com/installation; ACT_BIN may name the program");
	const file = fromFolder(invocation, command.file);
	const text = await readFile(file, "utf8").catch((error) => {
		throw new UsageError(`${command.file} can't be read: ${error.code}`);
	});
	const facts = readWorkflow(text, command.file);
	const root = await checkoutRoot(dirname(file));
	if (root === void 0) throw new UsageError(`${command.file} is in no git checkout; act needs one: git init && git add . && git commit`);
	for (const name of command.secrets) if (env[name] === void 0) throw new UsageError(`--secret ${name}: there is no environment variable ${name}`);
	await requireSimulator(command.target);
	return await carryOut(invocation, command, facts, act, root, {
		path: relative(root, file),
		text
	});
}
async function carryOut({ env, repository, write }, { event, inputs, job, secrets, target, vars }, facts, act, root, workflow) {
	const folder = await mkdtemp(join(tmpdir(), "cutover-workflow-"));
	const provider = target.simulator === void 0 ? void 0 : await IdentityProvider.open();
	const on = event ?? (facts.events.includes("push") ? "push" : facts.events[0]) ?? "push";
	const where = target.simulator === void 0 ? "AWS" : `the simulator at ${target.simulator}`;
	write(`${workflow.path}, started by ${on}, against ${where}; its commands run on this machine\n\n`);
	try {
		const args = actArguments({
			event: on,
			workflow: await readable(folder, workflow),
			job,
			labels: facts.labels,
			uses: [...facts.uses, ...await usesOfReusable(repository)],
			repository,
			cutover: await publishedFiles(repository, join(folder, "cutover")),
			env: {
				...provider?.env,
				...await repositoryName(root)
			},
			envFile: await credentialFile(folder, target, env),
			inputs,
			vars: {
				...defaultVars(target, facts),
				...vars
			},
			secrets
		});
		const path = `${dirname(process.execPath)}${delimiter}${env["PATH"] ?? ""}`;
		const child = spawn(act, args, {
			cwd: root,
			env: {
				...env,
				PATH: path
			},
			stdio: "inherit"
		});
		const ended = new Promise((resolve, reject) => {
			child.once("error", reject).once("close", resolve);
		});
		const interrupt = () => void 0;
		process.on("SIGINT", interrupt);
		try {
			return await ended === 0 ? 0 : 1;
		} finally {
			process.off("SIGINT", interrupt);
		}
	} finally {
		await provider?.close();
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** The repository that jobs see. act takes one of its own for a checkout without a remote on a host like GitHub's. */
async function repositoryName(root) {
	if ((await readCheckout(root))?.origin !== void 0) return {};
	return {
		GITHUB_REPOSITORY: `local/${basename(root).replaceAll(/[^\w.-]/g, "-")}`,
		GITHUB_REPOSITORY_OWNER: "local"
	};
}
/** The path of the workflow, or of a copy that act understands. */
async function readable(folder, { path, text }) {
	const known = knownToAct(text);
	if (known === text) return path;
	const copy = join(folder, basename(path));
	await writeFile(copy, known);
	return copy;
}
/**
* Writes the AWS_* variables to a file for act and returns its path: other users could read arguments in the process list.
* Leaves out a value with characters that act's parser of such files could read differently.
*/
async function credentialFile(folder, target, env) {
	const file = join(folder, "env");
	const lines = Object.entries(environment(target, env)).filter(([name, value]) => name.startsWith("AWS_") && /^[\w+/=.:@,-]*$/.test(value)).map(([name, value]) => `${name}=${value}\n`);
	await writeFile(file, lines.join(""), { mode: 384 });
	return file;
}
/** Values for variables of the workflow: with a simulator, a role for each name that ends with ROLE_ARN; otherwise none. */
function defaultVars({ simulator }, { vars }) {
	if (simulator === void 0) return {};
	return Object.fromEntries(vars.filter((name) => name.endsWith("ROLE_ARN")).map((name) => [name, "arn:aws:iam::123456789012:role/simulator"]));
}

export { runWorkflowHere };