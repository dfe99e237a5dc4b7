import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { t as UsageError } from "./usage-error-CcogHKrT.js";

// packages/local/lib/main.js
/** One import a command: the layout needs no Markdown, and the actions no tar. */
async function load(name) {
	switch (name) {
		case "action": return (await import("./run-CEzxgMJ0.js")).runActionHere;
		case "workflow": return (await import("./run-Cw3bnfUo.js")).runWorkflowHere;
		case "layout": return (await import("./run-Cadc_W61.js")).makeLayout;
		case "explain": return (await import("./run-BB-nO7HP.js")).explainHere;
		case "diagnose": return (await import("./run-CJJnjFOa.js")).diagnoseHere;
		default: throw new UsageError(`there is no command '${name}'; write action, diagnose, workflow, layout or explain`);
	}
}
async function main() {
	const [, , name = "", ...argv] = process.argv;
	const { env, stdout } = process;
	try {
		const command = await load(name);
		process.exitCode = await command({
			repository: join(dirname(fileURLToPath(import.meta.url)), "..", ".."),
			argv,
			env,
			folder: env["INIT_CWD"] ?? process.cwd(),
			columns: Math.max(40, Math.min(stdout.columns ?? 80, 110)),
			colour: stdout.isTTY && !env["NO_COLOR"],
			write: (text) => stdout.write(text),
			fromSource: env["CUTOVER_SOURCE"] === "1"
		});
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 2;
	}
}
await main();

export {  };