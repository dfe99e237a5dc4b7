import { a as liveShift, o as shiftOf } from "./stop-DtPUFN2c.js";

// packages/steps/lib/deployment/ecs/observe.js
/** Looks at everything that a plan depends on; reads only. */
async function observe(aws, environment, asked) {
	const [service, revision] = await Promise.all([asked.service ?? aws.services.describe(environment.cluster, environment.service), aws.deployableRevisions.describe(asked.revision)]);
	return await completed(aws, environment, service, {
		revision,
		alarms: asked.alarms
	});
}
/** The surroundings of a deployment that is there already; reads only. */
async function observeUnderWay(aws, environment, service) {
	return await completed(aws, environment, service, {
		revision: void 0,
		alarms: false
	});
}
async function completed(aws, environment, service, { alarms, revision }) {
	const [targetGroups, shift, firing] = await Promise.all([
		groupsOf(aws, service),
		liveShift(aws, service),
		alarms ? firingAlarms(aws, service) : []
	]);
	return {
		region: aws.region,
		environment,
		service,
		revision,
		targetGroups,
		production: shift?.listener,
		test: void 0,
		groupsServeTogether: shift === void 0,
		readyWaitMinutes: 0,
		firing,
		shift
	};
}
/** The service's target groups that exist, those of a pair included. */
async function groupsOf(aws, service) {
	const arns = new Set((service?.loadBalancers ?? []).map(({ targetGroupArn }) => targetGroupArn));
	const alternate = shiftOf(service)?.alternateTargetGroup;
	if (alternate !== void 0) arns.add(alternate);
	return (await Promise.all([...arns].filter(Boolean).map(async (arn) => await aws.loadBalancing.targetGroup(arn)))).filter((group) => group !== void 0);
}
/** ECS ignores for a whole deployment an alarm that is in ALARM when it starts. Source: the guide, "deployment alarms". */
async function firingAlarms(aws, service) {
	const { enabled, names } = service?.settings?.alarms ?? {
		enabled: false,
		names: []
	};
	if (!enabled || names.length === 0) return [];
	return (await aws.alarms.describe(names)).filter(({ state }) => state === "ALARM").map(({ name }) => name);
}

export { observe as n, observeUnderWay as r, groupsOf as t };