import { Er as textOf, M as otherNetworks, N as peersAt, P as routeTableOf, Tn as parseSecretReference, Tr as isJsonObject, cr as parseImageReference, hr as consoleLink, j as defaultRoute, mn as servingTasks, on as launchesOnFargate, tn as containersOf } from "./base-D7WWzZYD.js";
import { r as secretUses } from "./secrets-9sH695Ev.js";
import { a as unknown, i as passed, n as failed, o as warned, r as gravest } from "./item-CKCvo54z.js";

// packages/steps/lib/checklist/network-items.js
const HTTPS = 443;
/** Where the tasks would run, who reaches them, and what they reach. */
function networkItems(facts) {
	return [
		{
			id: "subnets",
			title: "Subnets",
			needs: ["service"],
			check: async () => await subnets(facts)
		},
		{
			id: "security-groups",
			title: "Security groups",
			needs: [
				"subnets",
				"container",
				"listeners"
			],
			check: async () => await securityGroups(facts)
		},
		{
			id: "egress",
			title: "Way to registry, logs and secrets",
			needs: ["subnets", "task-definition"],
			check: async () => await egress(facts)
		}
	];
}
/** Whether the tasks are on EC2 without addresses of their own (network mode bridge, host or none). */
async function usesInstances(facts) {
	if (launchesOnFargate(await facts.service()) !== false) return false;
	const definition = await facts.definition().catch(() => void 0);
	return definition !== void 0 && textOf(definition["networkMode"]) !== "awsvpc";
}
async function subnets(facts) {
	const network = await facts.network();
	const link = consoleLink(facts.aws.region, { kind: "subnets" });
	if (network === void 0 && await usesInstances(facts)) return passed("The tasks use the network of their instances, which was not looked at.");
	if (network === void 0 || network.subnets.length === 0) return failed("The service has no subnets (networkConfiguration).", "Create the service with awsvpcConfiguration: Fargate tasks run in subnets.", link);
	const found = await facts.subnets();
	const missing = network.subnets.filter((id) => !found.some((one) => one.id === id));
	if (missing.length > 0) return failed(`There ${missing.length === 1 ? "is no subnet" : "are no subnets"} ${missing.join(", ")} in ${facts.aws.region}.`, "Name subnets that exist in the service’s network configuration (aws ecs update-service --network-configuration …), or create them.", link);
	const [first] = found;
	if (found.filter(({ vpc }) => vpc !== first?.vpc).length > 0) return failed("The subnets are in different VPCs.", "Name subnets of one VPC.", link);
	const needed = await facts.extraTasks();
	const free = found.reduce((sum, one) => sum + one.freeAddresses, 0);
	if (free < needed) return failed(`The subnets have ${free} free addresses, and the new tasks need ${needed}.`, "Use larger subnets, or stop what holds their addresses; every task takes one, and a deployment runs both versions side by side.", link);
	return passed(`${found.map(({ id }) => id).join(", ")} in ${first?.vpc ?? ""}.`);
}
/** The load balancer reaches the tasks' port; a group is a peer by its id or by an address range. */
async function securityGroups(facts) {
	const [network, balancer, [first], known] = await Promise.all([
		facts.network(),
		facts.balancer(),
		facts.subnets(),
		facts.securityGroups()
	]);
	const ids = network?.securityGroups ?? [];
	const [id = ""] = ids;
	const link = consoleLink(facts.aws.region, {
		kind: "securityGroup",
		id
	});
	if (network === void 0) return unknown("The security groups of the instances were not looked at.");
	if (ids.length === 0) return unknown("The tasks have the VPC’s default security group, which was not looked at.");
	const own = known.filter((group) => ids.includes(group.id));
	const missing = ids.filter((one) => !own.some((group) => group.id === one));
	if (missing.length > 0) return failed(`There is no security group ${missing.join(", ")} in ${facts.aws.region}.`, "Name a security group of the VPC in the service’s network configuration (aws ecs update-service --network-configuration …).", link);
	const foreign = own.filter(({ vpc }) => vpc !== first?.vpc);
	if (foreign.length > 0) return failed(`Security group ${foreign.map((group) => group.id).join(", ")} is in another VPC than the subnets (${first?.vpc ?? ""}).`, "Name a security group of the subnets’ VPC.", link);
	const service = await facts.service();
	const [live] = servingTasks(service).loadBalancers;
	if (live === void 0) return passed("The service has no load balancer that would have to reach its tasks.");
	const { containerPort } = live;
	const port = facts.request.container.port ?? containerPort;
	const sources = own.flatMap(({ ingress }) => peersAt(ingress, port));
	const admitted = balancer?.securityGroups ?? [];
	const addresses = sources.some((one) => one.includes("/"));
	if (sources.length === 0 || !addresses && admitted.length > 0 && !sources.some((one) => isPeer(one, admitted))) return failed(`Nothing lets the load balancer reach port ${port} of the tasks: ${ids.join(", ")} ${sources.length === 0 ? "admits nobody there" : `admits only ${sources.join(", ")}`}.`, `Admit the load balancer’s security group: aws ec2 authorize-security-group-ingress --group-id ${id} --protocol tcp --port ${port} --source-group ${admitted[0] ?? "sg-…"}`, link);
	return passed(`${ids.join(", ")} lets requests of the load balancer in on port ${port}.`);
}
function isPeer(source, groups) {
	return groups.includes(source) || source.startsWith("pl-");
}
/** Without a way out no image is pulled, no secret read and no log written; the task fails after minutes. */
async function egress(facts) {
	const [network, found, groups] = await Promise.all([
		facts.network(),
		facts.subnets(),
		facts.securityGroups()
	]);
	const own = groups.filter(({ id }) => network?.securityGroups.includes(id) === true);
	const allowed = own.flatMap((group) => peersAt(group.egress, HTTPS));
	const [id = ""] = network?.securityGroups ?? [];
	if (own.length > 0 && allowed.length === 0) return failed(`Security group ${own.map((group) => group.id).join(", ")} lets nothing out on port ${HTTPS}, so no image can be pulled.`, `Allow it: aws ec2 authorize-security-group-egress --group-id ${id} --protocol tcp --port ${HTTPS} --cidr 0.0.0.0/0`, consoleLink(facts.aws.region, {
		kind: "securityGroup",
		id
	}));
	const [first] = found;
	if (first === void 0) return unknown("There is no subnet to look at.");
	const tables = await facts.aws.network.routeTables(first.vpc);
	const isPublic = network?.assignPublicIp === "ENABLED";
	const ways = found.map((subnet) => ({
		subnet,
		route: defaultRoute(subnet, tables)
	}));
	const closed = ways.filter(({ route }) => route === void 0 || !route.active || route.through.startsWith("igw-") && !isPublic);
	if (closed.length > 0) {
		const endpoints = await facts.aws.network.endpoints(first.vpc);
		const needed = await services(facts);
		return gravest(closed.map(({ subnet, route }) => {
			const lacking = needed.filter((service) => !reaches(service, subnet, routeTableOf(subnet, tables)?.id, endpoints));
			if (lacking.length === 0) return passed(`${subnet.id} reaches what it needs through VPC endpoints.`);
			const elsewhere = otherNetworks(subnet, tables);
			return elsewhere.length > 0 ? unknown(`Subnet ${subnet.id} has no route to the internet and its VPC no endpoints for ${lacking.join(", ")}; whether they are reached through ${elsewhere.join(", ")} is not known here.`) : noWay(facts, subnet, route, lacking);
		}), "");
	}
	if (own.length > 0 && !allowed.some((peer) => peer === "0.0.0.0/0" || peer === "::/0")) return warned(`The security group lets connections on port ${HTTPS} out to ${allowed.join(", ")} only; whether that covers registry, logs and secrets was not looked at.`, `If images can’t be pulled, allow 0.0.0.0/0 on port ${HTTPS}, or use VPC endpoints.`, consoleLink(facts.aws.region, {
		kind: "securityGroup",
		id
	}));
	const through = [...new Set(ways.map(({ route }) => route?.through ?? ""))];
	return passed(`The tasks reach the internet through ${through.join(", ")}${isPublic ? ", with addresses of their own" : ""}.`);
}
function noWay(facts, subnet, route, lacking) {
	const link = consoleLink(facts.aws.region, { kind: "subnets" });
	const endpoints = `VPC endpoints for ${lacking.join(", ")}`;
	if (route !== void 0 && !route.active) return failed(`The default route of subnet ${subnet.id} leads to ${route.through}, which is gone.`, `Point it at a NAT gateway that exists, or add ${endpoints}.`, link);
	return route === void 0 ? failed(`Subnet ${subnet.id} has no route to the internet, and its VPC has no ${endpoints}.`, "Add a NAT gateway with a default route, or the endpoints (interface endpoints with private DNS; S3 as a gateway endpoint of its route table).", link) : failed(`Subnet ${subnet.id} reaches the internet through ${route.through}, but the tasks get no public address (assignPublicIp is DISABLED).`, `Set assignPublicIp to ENABLED in the service’s network configuration, use subnets behind a NAT gateway, or add ${endpoints}.`, link);
}
/** The services that a task calls before its containers start, by the endings of their endpoints' names. */
async function services(facts) {
	const definition = await facts.definition();
	const containers = containersOf(definition);
	const images = facts.request.skip.includes("image") ? [] : containers.map((one) => parseImageReference(textOf(one["image"])));
	const fromEcr = images.length === 0 || images.some((one) => one?.account !== void 0);
	const logs = containers.some((one) => {
		const logging = one["logConfiguration"];
		return isJsonObject(logging) && logging["logDriver"] === "awslogs";
	});
	const kinds = secretUses(definition).map(({ valueFrom }) => parseSecretReference(valueFrom).kind);
	return [
		...fromEcr ? [
			"ecr.api",
			"ecr.dkr",
			"s3"
		] : [],
		...fromEcr ? [] : ["the internet"],
		...logs ? ["logs"] : [],
		...kinds.includes("secret") ? ["secretsmanager"] : [],
		...kinds.includes("parameter") ? ["ssm"] : []
	];
}
function reaches(service, _subnet, table, endpoints) {
	return endpoints.some((one) => one.service.endsWith(`.${service}`) && one.state === "available" && (one.kind === "Gateway" ? table !== void 0 && one.routeTables.includes(table) : one.privateDns));
}

export { networkItems as t };