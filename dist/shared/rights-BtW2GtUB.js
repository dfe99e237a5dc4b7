import { Gr as AwsCallError, Jr as ConfigurationError, Wr as AccessDeniedError, hr as consoleLink, pr as lastSegment } from "./base-D7WWzZYD.js";
import { a as unknown, i as passed, n as failed, r as gravest } from "./item-CKCvo54z.js";

// packages/steps/lib/checklist/checklist.js
/**
* Judges all items, each as soon as those that it needs are judged. What needs an item that has failed is not looked at:
* it would only tell the same story again.
* @param judged items that were judged before; they are in the answer as they are
* @throws what neither IAM nor AWS nor an input explains
*/
async function judge(items, signal, judged = []) {
	const begun = new Map(judged.map((one) => [one.id, Promise.resolve(one)]));
	const known = new Map(items.map((item) => [item.id, item]));
	const begin = (item) => {
		const running = begun.get(item.id) ?? attempt(item);
		begun.set(item.id, running);
		return running;
	};
	const attempt = async (item) => {
		const { id, title } = item;
		const needed = item.needs.flatMap((need) => known.get(need) ?? []);
		const before = await Promise.all(needed.map(begin));
		signal.throwIfAborted();
		const broken = before.find(({ status }) => status === "failed" || status === "skipped");
		if (broken !== void 0) return {
			id,
			title,
			...because(broken)
		};
		const unseen = before.find(({ status }) => status === "unknown");
		try {
			return {
				id,
				title,
				...await item.check()
			};
		} catch (error) {
			const verdict = verdictOf(error);
			return {
				id,
				title,
				...unseen !== void 0 && verdict.status === "unknown" ? because(unseen) : verdict
			};
		}
	};
	return await Promise.all(items.map(begin));
}
function because({ status, title, what }) {
	return {
		status: "skipped",
		what: `Not checked because ${status === "skipped" ? what.replace(/^Not checked because /, "") : `${title} ${status === "unknown" ? "could not be looked at" : "is not right"}.`}`,
		fix: ""
	};
}
/** A refusal by IAM says nothing about what was to be looked at; any other mistake of the user's is one. */
function verdictOf(error) {
	if (error instanceof AccessDeniedError) return unknown(`It could not be looked at: ${error.action} was refused.`, error.fix);
	if (error instanceof AwsCallError) return unknown(`It could not be looked at: ${error.message}`, error.fix);
	if (error instanceof ConfigurationError) return {
		status: "failed",
		what: error.message.replaceAll("\n", " "),
		fix: error.fix.replaceAll("\n", " "),
		...error.link === void 0 ? {} : { link: error.link }
	};
	throw error;
}

// packages/steps/lib/checklist/ruled.js
/** An item that shows rows of the rule book, and with `beyond` what preflight alone looks at when they hold. */
function ruled(facts, id, title, needs, beyond) {
	return {
		id,
		title,
		needs,
		check: async () => {
			let verdict;
			try {
				verdict = await judgeRules(facts.book, id);
			} catch (error) {
				const said = verdictOf(error);
				return said.status === "failed" ? {
					...said,
					refuses: true
				} : said;
			}
			return verdict.status === "passed" ? await beyond() : verdict;
		}
	};
}
/** Verdicts of an item's rows on AWS's answers; a row whose needs don't hold is not judged. */
async function judgeRules(book, id) {
	const broken = /* @__PURE__ */ new Set();
	const found = [];
	const rules = (book.shown[id] ?? []).flatMap((name) => book.rules.find((one) => one.id === name) ?? []);
	for (const rule of rules) {
		if (rule.needs.some((need) => broken.has(need))) {
			broken.add(rule.id);
			continue;
		}
		const verdicts = rule.judge(await lookFor(rule, book), await book.wanted());
		if (verdicts.some(({ status }) => status === "failed")) broken.add(rule.id);
		found.push(...verdicts.map((one) => ({
			...one,
			...one.status === "failed" ? { refuses: true } : {}
		})));
	}
	return found.length === 0 ? passed("") : gravest(found, "");
}
async function lookFor({ looks }, book) {
	const known = await Promise.all(looks.map(async (name) => [name, await book.looks[name]?.()]));
	return Object.fromEntries(known);
}

// packages/steps/lib/checklist/refused.js
const TASKS$1 = "ecs-tasks.amazonaws.com";
/** The policies have conditions whose values only the real call has. */
function conditional(name, refused) {
	const keys = [...new Set(refused.flatMap(({ depends }) => depends))];
	return unknown(`Whether ${name} is allowed ${actionsOf(refused)} depends on ${keys.join(", ")}.`, "Look at the conditions of its policies.");
}
function actionsOf(refused) {
	return [...new Set(refused.map(({ action }) => action))].join(", ");
}
/** Statements to paste: one for the actions of the same resources. */
function advice(name, refused) {
	const denied = refused.filter(({ explicit }) => explicit);
	if (denied.length > 0) return `Remove the denial of ${actionsOf(denied)} from the policies of ${name}: no grant overrules it.`;
	if (refused.some(({ byBoundary }) => byBoundary)) return `Add to the permissions boundary of ${name}: ${statements(refused)}`;
	return `Add to the policy of ${name}: ${statements(refused)}`;
}
/** The resource of a policy for what is made anew each time: IAM was asked about one id, and any will come. */
function everyOne(resource) {
	return resource.replace(/(:(?:task-set\/[^/]+\/[^/]+|task\/[^/]+|container-instance\/[^/]+)\/).+$/, "$1*").replace(/(:task-definition\/[^:]+):\d+$/, "$1:*");
}
function statements(refused) {
	const byAction = /* @__PURE__ */ new Map();
	for (const { action, resource } of refused) byAction.set(action, [...byAction.get(action) ?? [], everyOne(resource)]);
	const byResources = /* @__PURE__ */ new Map();
	for (const [action, resources] of byAction) {
		const key = JSON.stringify(resources.toSorted());
		byResources.set(key, [...byResources.get(key) ?? [], action]);
	}
	return [...byResources].map(([resources, Action]) => JSON.stringify({
		Effect: "Allow",
		Action,
		Resource: JSON.parse(resources),
		...Action.includes("iam:PassRole") ? { Condition: { StringEquals: { "iam:PassedToService": TASKS$1 } } } : {}
	})).join(", ");
}

// packages/steps/lib/checklist/rights.js
/** The principal of tasks. */
const TASKS = "ecs-tasks.amazonaws.com";
/** The right to pass roles to tasks. */
function passing(roles) {
	return {
		actions: ["iam:PassRole"],
		resources: [...new Set(roles)],
		context: { "iam:PassedToService": TASKS }
	};
}
/** Rights of the identity behind our credentials. Policies of an organisation and of sessions are not in it. */
async function ownRights(facts, wanted, fine) {
	const { aws } = facts;
	const { arn } = await aws.identity.caller();
	if (arn.endsWith(":root")) return passed(fine);
	const [, session] = /:assumed-role\/([^/]+)\//.exec(arn) ?? [];
	let principal = arn;
	if (session !== void 0) {
		const role = await aws.roles.describe(session);
		if (role === void 0) return unknown(`Role ${session} of these credentials is not in this account, so its rights are not known here.`);
		principal = role.arn;
	}
	const refused = await aws.roles.refusals(principal, wanted);
	if (refused.length === 0) return passed(fine);
	const name = lastSegment(principal);
	if (refused.every(({ depends }) => depends.length > 0)) return conditional(name, refused);
	return failed(`${session === void 0 ? "User" : "Role"} ${name}, whose credentials these are, is not allowed ${actionsOf(refused)}.`, advice(name, refused), session === void 0 ? void 0 : roleLink(facts, name));
}
/** Page of a role. */
function roleLink({ aws }, name) {
	return consoleLink(aws.region, {
		kind: "role",
		name
	});
}

export { actionsOf as a, ruled as c, roleLink as i, judge as l, ownRights as n, advice as o, passing as r, conditional as s, TASKS as t, verdictOf as u };