import { $n as elsewhere, Er as textOf, Gr as AwsCallError, Tn as parseSecretReference, Tr as isJsonObject, rn as objectsIn, tn as containersOf } from "./base-D7WWzZYD.js";
import { a as ok, i as notLookedAt, n as failed, o as refused, s as unknown } from "./images-tBCgZ9O_.js";

// packages/steps/lib/requirements/secrets.js
/** Every secret and parameter that containers and their logging name, and what registries are signed in with. */
function secretUses(definition) {
	return containersOf(definition).flatMap((container, index) => {
		const at = ["containerDefinitions", index];
		const name = textOf(container["name"]);
		const logging = container["logConfiguration"];
		const credentials = container["repositoryCredentials"];
		const listed = (entries, what, path) => entries.map((entry, position) => ({
			item: `${what} ${textOf(entry["name"])} of container ${name}`,
			valueFrom: textOf(entry["valueFrom"]),
			path: [
				...path,
				position,
				"valueFrom"
			]
		}));
		return [
			...listed(objectsIn(container["secrets"]), "secret", [...at, "secrets"]),
			...isJsonObject(logging) ? listed(objectsIn(logging["secretOptions"]), "log option", [
				...at,
				"logConfiguration",
				"secretOptions"
			]) : [],
			...isJsonObject(credentials) ? [{
				item: `registry login of container ${name}`,
				valueFrom: textOf(credentials["credentialsParameter"]),
				path: [
					...at,
					"repositoryCredentials",
					"credentialsParameter"
				]
			}] : []
		];
	});
}
/** Looks at once for all that are of this partition; what Secrets Manager or Systems Manager said when they failed. */
async function lookForSecrets(uses, aws) {
	const ours = uses.filter(({ valueFrom }) => elsewhere(valueFrom, aws, ["partition"]) === void 0);
	if (ours.length === 0) return /* @__PURE__ */ new Map();
	try {
		const looks = await aws.secrets.look(ours.map(({ valueFrom }) => valueFrom));
		return new Map(looks.map((one) => [one.reference.valueFrom, one]));
	} catch (error) {
		if (error instanceof AwsCallError) return error;
		throw error;
	}
}
/** Every secret and parameter is there. Their values are not read. @param home where the tasks run, as far as it is known */
function checkSecrets(uses, looks, home) {
	const { account } = home;
	return uses.map(({ item, path, valueFrom }) => ({
		item,
		path,
		...foreignPartition(item, valueFrom, home) ?? (looks instanceof AwsCallError ? notLookedAt(looks) : foundOf(item, looks.get(valueFrom), valueFrom, account))
	}));
}
function ofAnotherAccount(shown, account) {
	return unknown(`${shown} belongs to account ${account}, so it was not looked for`);
}
function foreignPartition(item, valueFrom, home) {
	const found = elsewhere(valueFrom, home, ["partition"]);
	return found === void 0 ? void 0 : failed(`the ${item}: ${shownName(valueFrom)} is of partition ${found.theirs}, and the tasks run in partition ${found.ours}`, "Give the ARN of a secret or parameter of this partition.");
}
function foundOf(item, look, valueFrom, account) {
	if (look === void 0) return unknown("it was not looked for");
	const { reference, refusal, state } = look;
	const shown = shownName(valueFrom);
	if (reference.kind === "parameter" && account !== void 0 && reference.account !== void 0 && reference.account !== account) return ofAnotherAccount(shown, reference.account);
	switch (state) {
		case "found": return ok("it is there");
		case "refused": return refusal === void 0 ? unknown("it could not be looked at") : refused(refusal);
		case "deleted": return failed(`the ${item}: ${shown} is about to be deleted, and no task can read it`, "Restore it (aws secretsmanager restore-secret), or name another one.");
		case "missing":
			if (account !== void 0 && reference.account !== void 0 && reference.account !== account) return ofAnotherAccount(shown, reference.account);
			return reference.kind === "secret" ? failed(`the ${item}: Secrets Manager has no ${shown}`, "Correct the ARN (it ends in six characters that AWS chose), its region or account, or create the secret.") : failed(`the ${item}: Systems Manager has no parameter ${shown}`, "Correct the name or its region, or create the parameter. For a key of a secret write its ARN and :KEY::.");
	}
}
/** A text that is neither an ARN nor a path may be the secret itself, put where its name belongs. */
function shownName(valueFrom) {
	return /^(arn:|\/)/.test(valueFrom) ? parseSecretReference(valueFrom).names.at(-1) ?? valueFrom : "of the name that was given (not shown)";
}

export { lookForSecrets as n, secretUses as r, checkSecrets as t };