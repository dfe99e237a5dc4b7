import { parseArgs } from "node:util";
import { t as reasonOf } from "./reason-BVGf4k2_.js";
import { t as runActionHere } from "./run-CVtp3IrM.js";
import { n as TARGET_USAGE, t as TARGET_OPTIONS } from "./target-CMffRwc8.js";
import { t as UsageError } from "./usage-error-CcogHKrT.js";

// packages/local/lib/diagnose/run.js
const USAGE = `npm run diagnose -- --service NAME [--cluster NAME] [options]
npm run diagnose -- --stack NAME [options]

Shows what is wrong with a service or a stack, with cause, evidence and fix. Reads only, and takes at most 10 s.

  --service NAME        an ECS service, by name or ARN
  --cluster NAME        its cluster (default: the cluster default)
  --stack NAME          a CloudFormation stack, with the service that its outputs name
  --region REGION       default: AWS_REGION of this terminal
${TARGET_USAGE}
                        without either: AWS, with the credentials of this terminal
  --results DIR         write summary.html, summary.md, report.json and outputs.json
  --verbose             show what is folded
  -h, --help            this text

Exit code: 0 for a healthy service, 1 when something is wrong, 2 when the command line is wrong.
`;
/**
* `npm run diagnose`: the action diagnose with its inputs as options.
* @returns the exit code
* @throws UsageError when the command line is wrong
*/
async function diagnoseHere(invocation, runAction = runActionHere) {
	const argv = argvOf(invocation.argv);
	if (argv !== void 0) return await runAction({
		...invocation,
		argv
	});
	invocation.write(USAGE);
	return 0;
}
/** The command line of `npm run action` that does it; undefined when help is asked for. */
function argvOf(argv) {
	let values;
	try {
		({values} = parseArgs({
			args: [...argv],
			options: {
				service: { type: "string" },
				cluster: { type: "string" },
				stack: { type: "string" },
				region: { type: "string" },
				...TARGET_OPTIONS,
				results: { type: "string" },
				verbose: {
					type: "boolean",
					default: false
				},
				help: {
					type: "boolean",
					short: "h",
					default: false
				}
			}
		}));
	} catch (error) {
		throw new UsageError(`${reasonOf(error)}\n\n${USAGE}`);
	}
	const { cluster, endpoint, help, region, results, service, simulator, stack, verbose } = values;
	if (help) return void 0;
	if (service === void 0 && stack === void 0) throw new UsageError(`diagnose needs --service or --stack\n\n${USAGE}`);
	return [
		"diagnose",
		...Object.entries({
			service,
			cluster,
			stack,
			region
		}).flatMap(([name, value]) => value === void 0 ? [] : ["--with", `${name}=${value}`]),
		...simulator ? ["--simulator"] : [],
		...endpoint === void 0 ? [] : ["--endpoint", endpoint],
		...results === void 0 ? [] : ["--results", results],
		...verbose ? ["--verbose"] : []
	];
}

export { diagnoseHere };