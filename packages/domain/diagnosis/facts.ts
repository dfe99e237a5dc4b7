/** Facts of a message about this case, by name: variable, host, port, path, ... */
export type Facts = Readonly<Record<string, string>>;

/** Characters of a fact that are told. */
const LONGEST = 160;

/** Servers by the port that they listen on. */
const SERVICES: Readonly<Record<string, string>> = {
  '1433': 'SQL Server',
  '1521': 'Oracle',
  '2181': 'ZooKeeper',
  '3306': 'MySQL',
  '4317': 'the OpenTelemetry collector',
  '4318': 'the OpenTelemetry collector',
  '5432': 'PostgreSQL',
  '5672': 'RabbitMQ',
  '5671': 'RabbitMQ',
  '6379': 'Redis',
  '6380': 'Redis',
  '6432': 'PgBouncer',
  '8125': 'StatsD',
  '8126': 'the Datadog agent',
  '9042': 'Cassandra',
  '9092': 'Kafka',
  '9094': 'Kafka',
  '9098': 'Kafka',
  '9200': 'OpenSearch',
  '11211': 'Memcached',
  '27017': 'MongoDB',
};

/** The named groups of a match as facts, with what follows from them. */
export function factsOf(groups: Record<string, string | undefined> | undefined): Facts {
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(groups ?? {})) {
    const told = value?.replaceAll(/\s+/g, ' ').trim();
    // A name that ends in a digit is another spelling's group of the same fact.
    if (told !== undefined && told !== '') facts[name.replace(/\d$/, '')] ??= cut(told);
  }
  return { ...derived(facts), ...facts };
}

/** Further facts that follow: the server by its port, the address, the variable of a setting. */
function derived({ field, host, port, service = SERVICES[port ?? ''] }: Facts): Facts {
  return {
    ...(service === undefined ? {} : { service, known: `(${service})` }),
    ...(host === undefined ? {} : { address: port === undefined ? host : `${host}:${port}` }),
    // Settings classes name their variables in lower case.
    ...(field === undefined ? {} : { variable: field.toUpperCase() }),
  };
}

function cut(value: string): string {
  return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…`;
}

/** A text with its places filled in: `{name}`, or `{name|words for when it is unknown}`; without words the blank before goes too. */
export function fill(text: string, facts: Facts): string {
  return text
    .replaceAll(
      /( ?)\{([a-z]\w*)(?:\|([^{}]*))?\}/g,
      (_, blank: string, name: string, fallback: string | undefined) => {
        const words = facts[name] ?? fallback ?? `the ${name}`;
        return words === '' ? '' : `${blank}${words}`;
      },
    )
    .trim();
}
