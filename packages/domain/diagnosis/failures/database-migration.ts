import { rowsAt, type Recogniser } from '../recogniser.ts';

/** Migrations and the first lines of an application. */
export const DATABASE_MIGRATION: readonly Recogniser[] = rowsAt(
  ['application'],
  [
    {
      id: 'rails-concurrent-migration',
      patterns: [/ActiveRecord::ConcurrentMigrationError/],
      cause: 'Two migrations run at once: every task migrates at start, or two deployments overlap.',
      fix: 'Run migrations once, as a one-off task before the deployment, under a concurrency group. With PgBouncer in transaction mode connect directly.',
      url: 'https://guides.rubyonrails.org/active_record_migrations.html',
    },
    {
      id: 'rails-pending-migrations',
      patterns: [/ActiveRecord::PendingMigrationError/],
      cause:
        'The schema is behind the code: migrations have not run in this database, or RAILS_ENV is not production.',
      fix: 'Run bin/rails db:migrate as a one-off task first; set RAILS_ENV=production.',
      url: 'https://guides.rubyonrails.org/active_record_migrations.html',
    },
    {
      id: 'postgres-database-missing',
      patterns: [
        /(?:FATAL: |error: |pq: |PG::\w+: |^)database "(?<database>[^"\n]*)" does not exist/im,
        /We could not find your database: (?<database>[\w.-]{1,80})/,
      ],
      cause: 'The server answers but has no database {database|of that name}.',
      fix: 'Create it once (bin/rails db:create or CREATE DATABASE) or correct the name in DATABASE_URL.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'rails-master-key-missing',
      patterns: [/Missing encryption key to decrypt file with/i],
      cause: 'The container has no RAILS_MASTER_KEY.',
      fix: "Add RAILS_MASTER_KEY to the task definition's secrets; for build-time tasks use SECRET_KEY_BASE_DUMMY=1.",
      url: 'https://guides.rubyonrails.org/security.html',
    },
    {
      id: 'rails-credentials-cannot-decrypt',
      patterns: [/ActiveSupport::MessageEncryptor::InvalidMessage/],
      cause: 'RAILS_MASTER_KEY is not the key that encrypted the credentials file.',
      fix: 'Give the key of this environment (production.key for credentials/production.yml.enc), with no newline.',
      url: 'https://guides.rubyonrails.org/security.html',
    },
    {
      id: 'rails-master-key-wrong-length',
      patterns: [/\bkey must be (?:16|32) bytes/i],
      cause: 'RAILS_MASTER_KEY has the wrong length (extra newline, quotes, JSON).',
      fix: 'Store the 32 hex characters alone.',
      url: 'https://guides.rubyonrails.org/security.html',
    },
    {
      id: 'rails-secret-key-base-missing',
      patterns: [/Missing `secret_key_base` for/i],
      cause: 'No secret_key_base in the environment or credentials.',
      fix: 'Set SECRET_KEY_BASE as a secret, or RAILS_MASTER_KEY.',
      url: 'https://guides.rubyonrails.org/security.html',
    },
    {
      id: 'django-disallowed-host',
      patterns: [/Invalid HTTP_HOST header: '(?<host>[^'\n]{1,120})'/i, /Invalid HTTP_HOST header:/i],
      cause:
        "The load balancer's check uses the task's IP as host ({host|see the message}); Django answers 400.",
      fix: "Add the task's IP (from the task metadata endpoint) to ALLOWED_HOSTS or answer the health path in early middleware.",
      url: 'https://docs.djangoproject.com/en/stable/ref/settings/',
    },
    {
      id: 'django-secret-key-empty',
      patterns: [/SECRET_KEY setting must not be empty/i],
      cause: 'The secret is not in the environment.',
      fix: "Add it to the task definition's secrets; use a dummy at build for collectstatic.",
      url: 'https://docs.djangoproject.com/en/stable/ref/settings/',
    },
    {
      id: 'django-settings-not-configured',
      patterns: [/settings are not configured\. You must either define/i],
      cause: 'DJANGO_SETTINGS_MODULE is not set.',
      fix: 'Set it in the task definition.',
      url: 'https://docs.djangoproject.com/en/stable/topics/settings/',
    },
    {
      id: 'python-module-missing',
      where: ['application', 'build'],
      patterns: [
        /ModuleNotFoundError: No module named '?(?<module>[\w.]{1,160})/,
        /ModuleNotFoundError: No module named/,
      ],
      cause:
        'Module {module|that the message names} is absent: dependency not installed, wrong working folder, or an unset variable in the module path.',
      fix: "Install it in the image, set WORKDIR, and check the command's variables.",
      url: 'https://docs.python.org/3/library/exceptions.html',
    },
    {
      id: 'postgres-connect-timeout',
      patterns: [
        /could not connect to server: (?:Connection|Operation) timed out/i,
        /connection to server at "(?<host>[^"\n]*)"[^\n]*?(?:port (?<port>\d+))?[^\n]{0,10}(?:failed: (?:Connection|Operation) timed out|timeout expired)/i,
        /connection to server at [^\n]*(?:failed: (?:Connection|Operation) timed out|timeout expired)/i,
        /\bETIMEDOUT (?<host>[\w.:-]+):(?<port>5432)\b/,
      ],
      cause:
        'Packets to {address|the database} are dropped: its security group does not admit the task, or the VPC or route is wrong.',
      fix: "Allow the task's security group on the database's security group at port 5432, run in the database's VPC, and use its private address.",
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'postgres-connect-refused',
      patterns: [
        /connection to server at "(?<host>[^"\n]*)"[^\n]*?(?:port (?<port>\d+))?[^\n]{0,10}failed: Connection refused/i,
        /could not connect to server: Connection refused/i,
        /connect ECONNREFUSED (?<host>\S+):(?<port>5432)\b/,
        /PSQLException: Connection to (?<host>\S+):(?<port>\d+) refused/,
      ],
      cause:
        'Nothing listens at {address|the address of the database}: wrong host (localhost, a Compose name) or port, or the database is not up.',
      fix: 'Set the host to the RDS endpoint and its port; check the instance is available.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'postgres-host-unresolved',
      patterns: [/could not translate host name "(?<host>[^"\n]*)/i],
      cause: 'The host name {host|of the database} is wrong or holds the port or scheme; or VPC DNS is off.',
      fix: 'Give the bare endpoint name; enable DNS resolution in the VPC.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'postgres-password-wrong',
      patterns: [
        /(?:FATAL: |error: |pq: |PG::\w+: |PSQLException: |InvalidPasswordError: |OperationalError: |database: |28P01[^\n]{0,20}|\(FATAL: |PostgresException[^\n]{0,20}: )(?:28P01: )?password authentication failed for user "(?<user>[^"\n]*)"/i,
        /^password authentication failed for user "(?<user>[^"\n]*)"$/im,
      ],
      cause:
        'The database refuses user {user|of the connection} or its password: a rotated secret, or special characters not URL-encoded.',
      fix: 'Take the current secret (start new tasks after rotation) and URL-encode the password in DATABASE_URL.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'postgres-ssl-required',
      patterns: [/no pg_hba\.conf entry for host [^\n]*(?:no encryption|SSL off)/i],
      cause: 'The server demands TLS (RDS PostgreSQL 15+ sets rds.force_ssl).',
      fix: 'Add sslmode=require, with the RDS CA bundle for verify-full.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'postgres-no-connection-slots',
      patterns: [/remaining connection slots are reserved/i, /sorry, too many clients already/i],
      cause: 'Connections are used up; blue/green doubles them.',
      fix: 'Lower pool sizes, use RDS Proxy, or a larger instance.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'mysql-access-denied',
      patterns: [
        /Access denied for user '(?<user>[^'\n]*)'@'(?<host>[^'\n]*)' \(using password: (?:YES|NO)\)/i,
      ],
      cause:
        'MySQL was reached but refuses user {user|of the connection} from {host|the task}, or its password.',
      fix: "Check the secret and the user's host grant; URL-encode the password.",
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'mysql-connect-timeout',
      patterns: [/SQLSTATE\[HY000\] \[2002\] (?:Connection|Operation) timed out/i],
      cause: 'Packets are dropped before MySQL: security group or VPC.',
      fix: "Allow the task's security group on the database's security group at port 3306, run in the database's VPC, and use its private address.",
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'mysql-host-unresolved',
      patterns: [/php_network_getaddresses: getaddrinfo(?: for (?<host>[\w.-]+))?/i],
      cause: 'The host name {host|of the server} does not resolve.',
      fix: 'Correct the endpoint; enable VPC DNS.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html',
    },
    {
      id: 'mysql-unknown-database',
      patterns: [/Unknown database '(?<database>[^'\n]*)/i],
      cause: 'The server has no database {database|of that name}.',
      fix: 'Create it once or correct the name.',
      url: 'https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html',
    },
    {
      id: 'prisma-unreachable',
      patterns: [
        /(?:P1001\b[^\n]*)?Can't reach database server at `?(?<address>[^`\n\s]{1,200})/i,
        /P1001\b[^\n]*Can't reach database server/i,
      ],
      cause: 'Prisma could not open a connection to {address|the database}: network, or a sleeping database.',
      fix: "Check the database's security group, the VPC, and host and port in the connection string.",
      url: 'https://www.prisma.io/docs/orm/reference/error-reference',
    },
    {
      id: 'prisma-advisory-lock',
      patterns: [/Timed out trying to acquire a postgres advisory lock/i],
      cause: 'Another migration holds the lock, or a pooler is in between (P1002).',
      fix: 'Run one migration at a time and connect directly, not through a pooler.',
      url: 'https://www.prisma.io/docs/orm/reference/error-reference',
    },
    {
      id: 'alembic-multiple-heads',
      patterns: [/Multiple head revisions are present/i, /Multiple heads are present for given argument/],
      cause: 'Two migrations branch from one parent.',
      fix: 'alembic merge heads, commit, redeploy.',
      url: 'https://alembic.sqlalchemy.org/en/latest/branches.html',
    },
    {
      id: 'migration-lock-timeout',
      patterns: [/canceling statement due to lock timeout/i],
      cause: 'A table lock is held by running queries.',
      fix: 'Retry at a quiet time; set lock_timeout; split the change into safe steps.',
      url: 'https://www.postgresql.org/docs/current/runtime-config-client.html',
    },
  ],
);
