import { An as isNetworkListener, Jr as ConfigurationError, Yr as CutoverError, mn as servingTasks } from "./base-D7WWzZYD.js";
import { t as cleanUpAll } from "./clean-up-2m7US7l4.js";
import { s as engineIfAny } from "./engine-for-D1EozosH.js";

// packages/steps/lib/maintenance/tags.js
/** Tags by which the rules of a maintenance window are known again, whoever finds them. */
const TAGS = {
	/** The service that is being maintained. */
	window: "cutover:maintenance",
	/** Run and attempt that the window belongs to: `123.1`. */
	owner: "cutover:owner",
	/** URL of that run. */
	run: "cutover:run",
	/** When the window has no owner any more, in UTC. */
	until: "cutover:until",
	/** The rule's place, and how many rules were moved down for it. */
	priority: "cutover:priority",
	moved: "cutover:moved"
};

// packages/steps/lib/maintenance/windows.js
/** A listener's rules, those of maintenance windows apart from the others. */
async function rulesOf(world, listener) {
	const rules = await world.aws.listenerRules.of(listener);
	const candidates = rules.filter((rule) => rule.fixedStatus === "503" && rule.priority !== void 0);
	if (candidates.length === 0) return {
		windows: [],
		others: rules
	};
	const tags = await world.aws.listenerRules.tags(candidates.map(({ arn }) => arn));
	const windows = candidates.flatMap((rule) => {
		const own = tags.get(rule.arn);
		const service = own?.get(TAGS.window);
		if (own === void 0 || service === void 0) return [];
		return [{
			rule,
			service,
			owner: own.get(TAGS.owner) ?? "",
			priority: Number(own.get(TAGS.priority) ?? rule.priority),
			moved: Number(own.get(TAGS.moved) ?? 0),
			runUrl: own.get(TAGS.run),
			until: timeOf(own.get(TAGS.until))
		}];
	});
	const arns = new Set(windows.map(({ rule }) => rule.arn));
	return {
		windows,
		others: rules.filter(({ arn }) => !arns.has(arn))
	};
}
function timeOf(text = "") {
	const time = Date.parse(text);
	return Number.isNaN(time) ? void 0 : time;
}
/** Whether a step of this run opened a window, in whichever attempt. */
function isOwnedByRun({ owner }, { run }) {
	return owner.startsWith(`${run.runId || "local"}.`);
}
/** The step of a run by which a window knows whose it is; a second attempt is another owner. */
function ownerOf({ run }) {
	return [
		run.runId || "local",
		run.runAttempt || "1",
		run.job,
		run.step ?? ""
	].join(".").replaceAll(/[^\w.+=:/@-]/g, "-").slice(0, 256);
}
/** `cluster/service`, by which the window of a service is known, whatever run opened it. */
function windowOf({ cluster, name }) {
	return `${cluster.split("/").at(-1) ?? cluster}/${name}`;
}

// packages/steps/lib/maintenance/close-window.js
/**
* Takes the rules of maintenance windows away from listeners and gives the rules that were moved for them their places
* back. Harmless where there is none; finds them by their tags, so also those of a run that died.
* @param only windows of a service, of an owner (`ownerOf`), or whose time was over at `endedBy`; all when nothing is given
* @returns how many rules were taken away
* @throws ConfigurationError when a rule could not be deleted; the other listeners had their turn by then
*/
async function closeWindow(listeners, world, only = {}) {
	let closed = 0;
	const closeAll = async (listener) => {
		for (;;) {
			const { windows, others } = await rulesOf(world, listener);
			const [first] = windows.filter(({ owner, service, until = 1e400 }) => (only.service === void 0 || only.service === service) && (only.owner === void 0 || only.owner === owner) && (only.endedBy === void 0 || until < only.endedBy)).toSorted((a, b) => a.rule.priority - b.rule.priority);
			if (first === void 0) break;
			await giveBack(first, [...others, ...windows.map(({ rule }) => rule)], world);
			await world.aws.listenerRules.remove(first.rule.arn);
			closed += 1;
		}
	};
	await cleanUpAll(listeners.map((listener) => ({ act: () => closeAll(listener) })));
	return closed;
}
async function giveBack({ rule, priority, moved }, rules, world) {
	if (moved === 0 || rule.priority !== priority) return;
	const below = rules.filter((one) => one.arn !== rule.arn && one.priority !== void 0 && one.priority > priority && one.priority <= priority + moved);
	try {
		await world.aws.listenerRules.place(new Map([[rule.arn, priority + moved], ...below.map((one) => [one.arn, (one.priority ?? 0) - 1])]));
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		world.progress.report({
			type: "warning",
			what: `The rules below the maintenance page keep priorities that are higher by one: ${error.message}`,
			fix: error.fix
		});
	}
}

// packages/steps/lib/maintenance/user-listeners.js
/**
* The listeners that lead to the service's target groups: those of its load balancers, the test listener of its engine
* excepted.
* @throws ConfigurationError when there is none that could show a page
*/
async function userListeners(world, environment, service) {
	const { aws } = world;
	const ofService = [...servingTasks(service).loadBalancers, ...service.loadBalancers].map(({ targetGroupArn }) => targetGroupArn);
	const engine = await engineIfAny(world, environment, service);
	const pair = await engine?.targetGroups() ?? [];
	const targetGroups = new Set([...ofService, ...pair.map(({ arn }) => arn)].filter(Boolean));
	const balancers = new Set(pair.flatMap(({ loadBalancerArns }) => loadBalancerArns));
	for (const arn of ofService) {
		const found = pair.find((one) => one.arn === arn) ?? await aws.loadBalancing.targetGroup(arn);
		for (const balancer of found?.loadBalancerArns ?? []) balancers.add(balancer);
	}
	const all = [];
	for (const balancer of balancers) all.push(...await aws.loadBalancing.listenersOf(balancer));
	const leading = all.filter((listener) => listener.arn !== engine?.listeners.test && listener.rules.some(({ forwards }) => forwards.some(({ targetGroupArn }) => targetGroups.has(targetGroupArn))));
	const [network] = leading.filter(isNetworkListener);
	if (network !== void 0 || leading.length === 0) throw new ConfigurationError({
		what: network === void 0 ? `Input maintenance: no listener leads to service ${service.name}, so there is nothing to put a page on.` : `Input maintenance: listener ${network.arn} belongs to a network load balancer, which can't answer requests itself.`,
		fix: "Remove maintenance, or put an application load balancer in front of the service."
	});
	return {
		listeners: leading.map(({ arn }) => arn),
		targetGroups
	};
}

export { rulesOf as a, ownerOf as i, closeWindow as n, windowOf as o, isOwnedByRun as r, TAGS as s, userListeners as t };