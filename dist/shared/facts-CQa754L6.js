// packages/domain/lib/diagnosis/facts.js
/** Characters of a fact that are told. */
const LONGEST = 160;
/** Servers by the port that they listen on. */
const SERVICES = {
	"1433": "SQL Server",
	"1521": "Oracle",
	"2181": "ZooKeeper",
	"3306": "MySQL",
	"4317": "the OpenTelemetry collector",
	"4318": "the OpenTelemetry collector",
	"5432": "PostgreSQL",
	"5672": "RabbitMQ",
	"5671": "RabbitMQ",
	"6379": "Redis",
	"6380": "Redis",
	"6432": "PgBouncer",
	"8125": "StatsD",
	"8126": "the Datadog agent",
	"9042": "Cassandra",
	"9092": "Kafka",
	"9094": "Kafka",
	"9098": "Kafka",
	"9200": "OpenSearch",
	"11211": "Memcached",
	"27017": "MongoDB"
};
/** The named groups of a match as facts, with what follows from them. */
function factsOf(groups) {
	const facts = {};
	for (const [name, value] of Object.entries(groups ?? {})) {
		const told = value?.replaceAll(/\s+/g, " ").trim();
		if (told !== void 0 && told !== "") facts[name.replace(/\d$/, "")] ??= cut(told);
	}
	return {
		...derived(facts),
		...facts
	};
}
/** Further facts that follow: the server by its port, the address, the variable of a setting. */
function derived({ field, host, port, service = SERVICES[port ?? ""] }) {
	return {
		...service === void 0 ? {} : {
			service,
			known: `(${service})`
		},
		...host === void 0 ? {} : { address: port === void 0 ? host : `${host}:${port}` },
		...field === void 0 ? {} : { variable: field.toUpperCase() }
	};
}
function cut(value) {
	return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…`;
}
/** A text with its places filled in: `{name}`, or `{name|words for when it is unknown}`; without words the blank before goes too. */
function fill(text, facts) {
	return text.replaceAll(/( ?)\{([a-z]\w*)(?:\|([^{}]*))?\}/g, (_, blank, name, fallback) => {
		const words = facts[name] ?? fallback ?? `the ${name}`;
		return words === "" ? "" : `${blank}${words}`;
	}).trim();
}

export { fill as n, factsOf as t };