// packages/steps/lib/checklist/item.js
/** Checks, in the order in which they are shown. */
const ITEM_IDS = [
	"identity",
	"service",
	"controller",
	"service-features",
	"desired-count",
	"deployment-group",
	"deployment-config",
	"target-groups",
	"listeners",
	"wait-before-shift",
	"task-definition",
	"container",
	"health-check",
	"codedeploy-role",
	"execution-role",
	"task-role",
	"pass-role",
	"permissions",
	"image",
	"secrets",
	"log-group",
	"subnets",
	"security-groups",
	"egress",
	"primary",
	"listeners-on-primary",
	"active-deployment",
	"leftovers",
	"alarms",
	"credentials"
];
function passed(what) {
	return {
		status: "passed",
		what,
		fix: ""
	};
}
function warned(what, fix, link) {
	return {
		status: "warned",
		what,
		fix,
		...link === void 0 ? {} : { link }
	};
}
function failed(what, fix, link) {
	return {
		status: "failed",
		what,
		fix,
		...link === void 0 ? {} : { link }
	};
}
function unknown(what, fix = "") {
	return {
		status: "unknown",
		what,
		fix
	};
}
const SEVERITY = [
	"passed",
	"skipped",
	"unknown",
	"warned",
	"failed"
];
/** One verdict of several: the gravest, with what every part of that gravity says. Nothing at all has passed. */
function gravest(verdicts, nothing) {
	const status = SEVERITY.findLast((one) => verdicts.some((verdict) => verdict.status === one));
	if (status === void 0) return passed(nothing);
	const grave = verdicts.filter((verdict) => verdict.status === status);
	const fixes = [...new Set(grave.map(({ fix }) => fix).filter((fix) => fix !== ""))];
	const [first] = grave.flatMap(({ link }) => link ?? []);
	const place = grave.length === 1 ? grave[0]?.place : void 0;
	return {
		status,
		what: [...new Set(grave.map(({ what }) => what))].join(" "),
		fix: fixes.join(" "),
		...first === void 0 ? {} : { link: first },
		...place === void 0 ? {} : { place },
		...grave.some(({ refuses }) => refuses === true) ? { refuses: true } : {}
	};
}

export { unknown as a, passed as i, failed as n, warned as o, gravest as r, ITEM_IDS as t };