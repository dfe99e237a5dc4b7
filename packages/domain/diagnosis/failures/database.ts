import { rowsAt, type Recogniser } from '../recogniser.ts';

/** A database refuses a login, a statement or a connection. */
export const DATABASE: readonly Recogniser[] = rowsAt(
  ['application'],
  [
    {
      id: 'table-missing',
      patterns: [
        /(?:ERROR:|UndefinedTable:|error:|ProgrammingError:|QueryFailedError:|Exception:|pq:|database:)[^\n]{0,80}(?<!of )relation "(?<table>[^"\n]{1,120})" does not exist/i,
        /(?<!of )relation "(?<table>[^"\n]{1,120})" does not exist (?:at character|LINE|\(SQLSTATE 42P01\))/,
        /(?:UndefinedTable|42P01)\b[^\n]{0,120}(?<!of )relation "(?<table>[^"\n]{1,120})"/,
        /^relation "(?<table>[^"\n]{1,120})" does not exist/,
        /Table '(?<table>[^'\n]{1,120})' doesn't exist/,
        /(?:OperationalError|SQLITE_ERROR|StatementInvalid|SQLException|SQLSTATE\[\w+\]|ERROR:?|error:?)[^\n]{0,60}no such table: (?<table>[\w.]{1,120})/,
        /Invalid object name '(?<table>[^'\n]{1,120})'/,
        /The table `(?<table>[^`\n]{1,120})` does not exist in the current database/,
        /ORA-00942: table or view/,
        /Could not find table '(?<table>[^'\n]{1,120})'/,
      ],
      cause:
        'Table {table|that the message names} does not exist: its migration did not run in this database, runs later than its use, or the schema (search_path) is another one.',
      fix: 'Run all migrations before the new tasks start (migrate of this pipeline), in the order of their dependencies, and check that they run in the database that the application uses.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'column-missing',
      patterns: [
        /(?:ERROR:|UndefinedColumn:|ProgrammingError:|error:|QueryFailedError:|Exception:|pq:)[^\n]{0,60}column "?(?<column>[\w.]{1,120})"?(?: of relation "(?<table>[^"\n]{1,120})")? does not exist/i,
        /^column "?(?<column>[\w.]{1,120})"? (?:of relation "(?<table>[^"\n]{1,120})" )?does not exist/,
        /Unknown column '(?<column>[^'\n]{1,120})' in/,
        /no such column: (?<column>[\w.]{1,120})/,
        /Invalid column name '(?<column>[^'\n]{1,120})'/,
        /The column `(?<column>[^`\n]{1,120})` does not exist in the current database/,
        /ActiveModel::UnknownAttributeError: unknown attribute '(?<column>\w+)'|ORA-00904: [^\n]{0,40}invalid identifier/,
      ],
      cause:
        'Column {column|that the message names} does not exist: the schema is behind the code, or a migration uses a column before another one adds it.',
      fix: 'Run the migrations before the new version starts; put the change that adds {column|the column} before what uses it. Old tasks keep running during the shift: add first, remove a release later.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'relation-exists',
      patterns: [
        /(?:ERROR:|DuplicateTable:|error:|QueryFailedError:|ProgrammingError:|Exception:|pq:|database:)[^\n]{0,60}(?:relation|table|type|index|schema|function) "(?<table>[^"\n]{1,120})" already exists/i,
        /^(?:relation|table|type|schema) "(?<table>[^"\n]{1,120})" already exists/,
        /Table '(?<table>[^'\n]{1,120})' already exists/,
        /table "?(?<table>\w{1,120})"? already exists/,
        /There is already an object named '(?<table>[^'\n]{1,120})' in the database/,
        /(?:DuplicateColumn:|ERROR:)[^\n]{0,40}column "(?<table>[^"\n]{1,120})" of relation "[^"\n]{1,120}" already exists/,
        /Duplicate (?:column name|key name) '(?<table>[^'\n]{1,120})'/,
        /ORA-00955|PG::DuplicateTable|PG::DuplicateColumn|PG::DuplicateObject/,
        /\(duplicate_(?:table|column|object)\) [^\n]{0,40}"(?<table>[^"\n]{1,120})"[^\n]{0,80} already exists/,
      ],
      cause:
        '{table|The object} exists in the database though this migration is not recorded as run: an earlier run stopped half-way, or the schema was made by other means (synchronize, a loaded dump).',
      fix: "Compare the tool's table of migrations with the schema. Record the migration as run where it is complete, else remove its half-made objects; turn automatic schema creation off in production.",
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'statement-timeout',
      patterns: [
        /canceling statement due to statement timeout/,
        /Query execution was interrupted, maximum statement execution time exceeded/,
        /PG::QueryCanceled|QueryCanceledError|Execution Timeout Expired/,
      ],
      cause: 'A statement ran longer than the database or the client allows (statement_timeout).',
      fix: 'For a migration raise the timeout in its own session (SET statement_timeout), work in batches, and build indexes CONCURRENTLY; see with EXPLAIN what takes the time.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'lock-wait-timeout',
      patterns: [
        /Lock wait timeout exceeded/,
        /Lock request time out period exceeded/,
        /could not obtain lock on (?:relation|row)/,
        /ORA-00054: resource busy|ORA-04021/,
        /database is locked/,
        /canceling statement due to conflict with recovery/,
      ],
      cause: 'Another transaction holds the lock that the statement needs, longer than the wait allows.',
      fix: 'Find and end the long transaction (SHOW PROCESSLIST, pg_stat_activity), run at a quiet time, and make the change in small steps. A migration with a short lock timeout and a retry harms the least.',
      url: 'https://dev.mysql.com/doc/refman/8.0/en/innodb-error-handling.html',
    },
    {
      id: 'deadlock',
      patterns: [
        /deadlock detected|Deadlock found when trying to get lock|was deadlocked on lock resources|ORA-00060/,
      ],
      cause: "Two transactions waited for each other's locks, and the database ended this one.",
      fix: 'Run it again; if it recurs, take locks in one order in all code, keep transactions short, and run one migration at a time.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'not-null-violation',
      patterns: [
        /column "(?<column>[^"\n]{1,120})" of relation "(?<table>[^"\n]{1,120})" contains null values/,
        /null value in column "(?<column>[^"\n]{1,120})"(?: of relation "(?<table>[^"\n]{1,120})")? violates not-null constraint/,
        /column "(?<column>[^"\n]{1,120})" contains null values/,
        /Column '(?<column>[^'\n]{1,120})' cannot be null|Invalid use of NULL value|Data truncated for column '(?<column2>[^'\n]{1,120})'/,
        /Field '(?<column>[^'\n]{1,120})' doesn't have a default value/,
      ],
      cause: 'Rows have no value in column {column|that the message names}, which is to be NOT NULL.',
      fix: 'Give the existing rows a value first (backfill in batches), then add the constraint; during the shift the old version still writes rows without it.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'unique-violation',
      patterns: [
        /could not create unique index "(?<index>[^"\n]{1,120})"/,
        /duplicate key value violates unique constraint "(?<index>[^"\n]{1,120})"/,
        /Duplicate entry '[^'\n]{1,200}' for key '(?<index>[^'\n]{1,120})'/,
        /UNIQUE constraint failed: (?<index>[\w., ]{1,120})/,
        /Cannot insert duplicate key (?:row )?in object '(?<index>[^'\n]{1,120})'|E11000 duplicate key error/,
      ],
      cause:
        'Existing data has duplicates that {index|the unique index} forbids, or a row was inserted twice.',
      fix: 'Find and merge the duplicates first (GROUP BY … HAVING count(*) > 1), then create the index; make data migrations safe to run again (ON CONFLICT DO NOTHING).',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'foreign-key-violation',
      patterns: [
        /violates foreign key constraint "(?<index>[^"\n]{1,120})"/,
        /a foreign key constraint fails|Cannot add foreign key constraint|FOREIGN KEY constraint failed|Cannot add or update a child row/,
        /there is no unique constraint matching given keys for referenced table "(?<table>[^"\n]{1,120})"/,
        /conflicted with the (?:FOREIGN KEY|REFERENCE) constraint "(?<index>[^"\n]{1,120})"/,
      ],
      cause:
        'Rows refer to a row that does not exist, or {index|the foreign key} does not fit type or key of the table that it refers to.',
      fix: 'Remove or repair the orphaned rows first; give both columns the same type and the referenced one a unique key. In PostgreSQL add the constraint NOT VALID, then validate it.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'check-violation',
      patterns: [
        /check constraint "(?<index>[^"\n]{1,120})" (?:of relation "[^"\n]{1,120}" )?is violated by some row/,
        /violates check constraint "(?<index>[^"\n]{1,120})"|Check constraint '(?<index2>[^'\n]{1,120})' is violated/,
      ],
      cause: 'Existing rows break {index|the new check constraint}.',
      fix: 'Repair the rows first, then add the constraint (in PostgreSQL NOT VALID, then VALIDATE CONSTRAINT).',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'value-too-long',
      patterns: [
        /value too long for type character(?: varying)?\((?<length>\d+)\)|Data too long for column '(?<column>[^'\n]{1,120})'|String or binary data would be truncated/,
        /(?:integer|numeric field|smallint) (?:out of range|overflow)|Out of range value for column '(?<column>[^'\n]{1,120})'/,
      ],
      cause: 'A value is longer or greater than its column {column|} allows.',
      fix: 'Widen the column first, or shorten the values.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'column-type-cast',
      patterns: [
        /column "(?<column>[^"\n]{1,120})" cannot be cast automatically to type (?<type>[\w ]{1,60})/,
        /operator does not exist: |invalid input syntax for (?:type )?(?<type>\w+)/,
      ],
      cause: 'PostgreSQL does not convert {column|the value} to {type|the new type} by itself.',
      fix: 'Say how with USING in ALTER COLUMN … TYPE (or an explicit cast in the query). On a large table add a new column, fill it in batches and change over.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'database-permission-denied',
      patterns: [
        /permission denied for (?<kind>table|schema|database|relation|sequence|function|language|view|column) (?<object>"?[\w.]{1,120}"?)/,
        /must be owner of (?<kind>table|schema|relation|type|view|function|database|extension) (?<object>"?[\w.]{1,120}"?)/,
        /permission denied to (?<action>create (?:extension|database|role)[^\n]{0,60}|set [^\n]{0,60}|alter [^\n]{0,40})/,
        /(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|INDEX|REFERENCES|TRIGGER) command denied to user '(?<user>[^'\n]{1,80})'/,
        /Access denied for user '(?<user>[^'\n]{1,80})'@'[^'\n]{1,80}' to database '(?<database>[^'\n]{1,80})'/,
        /(?:The (?:SELECT|INSERT|UPDATE|DELETE|EXECUTE) permission was denied on the object '(?<object>[^'\n]{1,120})'|CREATE TABLE permission denied in database)/,
        /must be superuser to|Access denied; you need \(at least one of\) the (?<action2>[\w, ]{1,60}) privilege/,
        /must be able to SET ROLE "|MongoServerError: not authorized on (?<database>\w+) to execute command/,
        /You do not have the SUPER privilege and binary logging is enabled/,
      ],
      cause:
        'The database user may not do this ({object|what the message names}): it lacks the grant, or another role owns the object. PostgreSQL 15 and later give nobody CREATE on schema public.',
      fix: "Run migrations with the role that owns the schema, and grant what lacks: GRANT … ON {object|the object} TO {user|the user}; ALTER DEFAULT PRIVILEGES for tables to come. RDS's master user creates extensions (rds_superuser).",
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'role-missing',
      patterns: [
        /FATAL: role "(?<user>[^"\n]{1,80})" does not exist/,
        /role "(?<user>[^"\n]{1,80})" does not exist|Login failed for user '(?<user2>[^'\n]{1,80})'/,
        /FATAL: (?:PAM|IAM) authentication failed for user "(?<user>[^"\n]{1,80})"/,
        /ORA-01017\b/,
      ],
      cause:
        'The database does not admit user {user|of the connection}: it knows no such user, or (SQL Server, IAM) refuses its password or token.',
      fix: 'Create user {user|of the connection} or correct the name; set the password from the secret; for IAM authentication grant rds_iam and rds-db:connect.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'database-password-not-given',
      patterns: [
        /fe_sendauth: no password supplied|client password must be a string|password must be provided|no password was provided/i,
        /no password has been provided|empty password returned by client|password authentication failed[^\n]{0,40}: no password/i,
      ],
      cause:
        'The database asks for a password, and the application gives none: its variable or secret is empty or absent in the container.',
      fix: "Add the password to the container's secrets under the name that the application reads (or into the connection URL), and deploy again.",
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    },
    {
      id: 'database-login-method-unknown',
      patterns: [
        /Authentication plugin '(?<plugin>[^'\n]{1,60})' (?:cannot be loaded|is not supported)/,
        /Client does not support authentication protocol|server requested authentication method unknown to the client \[(?<plugin>[^\]\n]{1,60})\]/,
        /SCRAM authentication requires libpq version 10|SCRAM authentication is not supported|unknown authentication type|The authentication type 10 is not supported|unexpected plugin data/i,
      ],
      cause:
        "The database logs users in with {plugin|a method (SCRAM, caching_sha2_password)} that the image's driver or client does not know.",
      fix: 'Update the driver or the client library in the image (libpq 10 or newer, a MySQL 8 client, mysql2 in place of mysql; on Alpine mariadb-connector-c); only where that is impossible, create the user with the older method.',
      url: 'https://dev.mysql.com/doc/refman/8.4/en/caching-sha2-pluggable-authentication.html',
    },
    {
      id: 'index-key-too-long',
      patterns: [
        /Specified key was too long; max key length is (?<limit>\d+) bytes/,
        /index row (?:size \d+|requires \d+ bytes)[^\n]{0,80}maximum (?:size is )?(?<limit>\d+)/,
      ],
      cause:
        'An indexed column is longer than the database allows for an index ({limit|its limit} bytes; a character of utf8mb4 takes four).',
      fix: 'Index a prefix of the column or shorten it (VARCHAR(191) fits 767 bytes), or use InnoDB with ROW_FORMAT=DYNAMIC (3072 bytes).',
      url: 'https://dev.mysql.com/doc/refman/8.4/en/innodb-limits.html',
    },
    {
      id: 'database-too-many-connections',
      patterns: [
        /Too many connections|ERROR 1040/,
        /too many connections for (?:role|database) "(?<database>[^"\n]{1,80})"/,
        /max_user_connections|User (?<user>\S{1,60}) already has more than 'max_user_connections'/,
        /ERR max number of clients reached|no more connections allowed|MaxClientsInSessionMode|max_client_conn/,
      ],
      cause: "The server's connections are used up: blue and green tasks, migrations and pools add up.",
      fix: 'Lower the pool per task (tasks × pool must stay below max_connections, twice during a deployment), end idle connections, use RDS Proxy or a larger instance.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'database-disk-full',
      patterns: [
        /could not (?:extend file|write to file) "[^"\n]{1,200}": No space left on device/,
        /The table '(?<table>[^'\n]{1,120})' is full|Disk is full writing|could not write block \d+/,
        /OOM command not allowed when used memory > 'maxmemory'/,
      ],
      cause: 'The database has no room left: its disk is full, or Redis reached maxmemory.',
      fix: "Raise the storage (RDS storage autoscaling) or the cache's size, delete what is not needed, and see what grew.",
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'database-read-only',
      patterns: [
        /cannot execute (?<statement>[A-Z ]{3,40}) in a read-only transaction/,
        /The MySQL server is running with the --(?:super-)?read-only option|attempt to write a readonly database/,
      ],
      cause: 'The connection leads to a replica or reader endpoint, or the database fails over.',
      fix: 'Use the writer endpoint (cluster endpoint of Aurora, not -ro) for migrations and writes; new connections after a failover.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'database-starting',
      patterns: [
        /the database system is (?:starting up|shutting down|in recovery mode|not yet accepting connections)/,
      ],
      cause: 'The database restarts, fails over or recovers just now.',
      fix: 'Wait until it is available (see its events in RDS) and run the job again; let the program retry its first connection for a minute.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'database-syntax',
      patterns: [
        /(?:ERROR:|error:|SyntaxError:|QueryFailedError:|pq:|Exception:)[^\n]{0,60}syntax error at or near "(?<token>[^"\n]{1,80})"/,
        /You have an error in your SQL syntax[^\n]{0,160}near '(?<token>[^'\n]{1,80})/,
        /(?:SQLITE_ERROR|OperationalError)[^\n]{0,40}near "(?<token>[^"\n]{1,80})": syntax error|Incorrect syntax near '(?<token2>[^'\n]{1,80})'/,
        /type "(?<token>[^"\n]{1,80})" does not exist|function (?<token2>[\w.]{1,80}\([^)\n]{0,120}\)) does not exist|unrecognized configuration parameter "(?<token3>[^"\n]{1,80})"/,
      ],
      vague: 'kind',
      cause:
        'The database does not understand the statement at {token|the place that the message names}: a mistake, or a feature, type or extension that its version does not have.',
      fix: 'Run the statement against the same version of the database as in production; create the extension first where a type or function comes from one.',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
    {
      id: 'database-extension-missing',
      patterns: [
        /extension "(?<extension>[^"\n]{1,80})" (?:is not available|does not exist)/,
        /could not open extension control file "[^"\n]{0,160}\/(?<extension>[\w-]{1,80})\.control"/,
        /extension "(?<extension>[^"\n]{1,80})" has no installation script/,
      ],
      cause:
        'The database server does not offer extension {extension|that the statement names}: its version has none, or it is not installed there.',
      fix: 'See what the server offers (SELECT name FROM pg_available_extensions), take a version of RDS or an image of the database that has {extension|it}, and create it once with the master user.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-extensions.html',
    },
    {
      id: 'dependent-database-objects',
      patterns: [
        /cannot drop (?<object>[\w ."]{1,120}) because other objects depend on it/,
        /Cannot drop (?:index|table|column) '(?<object>[^'\n]{1,120})': needed in a foreign key constraint/,
        /Cannot delete or update a parent row|Could not drop object '(?<object>[^'\n]{1,120})' because it is referenced/,
      ],
      cause:
        'Other objects of the database depend on {object|what the migration drops}: views, foreign keys or defaults.',
      fix: 'Drop or change those first, in their own migration, after no running version uses them; the message lists them (DETAIL). CASCADE removes them without asking.',
      url: 'https://www.postgresql.org/docs/current/ddl-depend.html',
    },
    {
      id: 'database-version-unsupported',
      patterns: [
        /server version: (?<found>[\w.]{1,40})[^\n]{0,60}; pg_dump version: (?<wanted>[\w.]{1,40})|aborting because of server version mismatch/,
        /(?<server>PostgreSQL|MariaDB|MySQL|Oracle|SQLite) (?<wanted>[\d.]{1,20}) or (?:later|newer) is required \(found (?<found>[\w.]{1,40})\)/,
        /You are connecting to Redis (?<found>[\w.]{1,20}), \w+ requires Redis (?<wanted>[\w.]{1,20})/,
        /Unsupported (?:Database|database server version)[:,] (?<found>[^\n]{1,60})/,
      ],
      cause:
        "The server's version ({found|of the message}) and the program's ({wanted|of the message}) do not fit.",
      fix: 'Use a client in the image of the version of the server or newer (postgresql-client-17 and the like), or upgrade the server first, in a deployment of its own.',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    },
    {
      id: 'concurrent-index-in-transaction',
      patterns: [
        /CREATE INDEX CONCURRENTLY cannot (?:run|be executed) inside a transaction block/,
        /(?<statement>(?:CREATE|DROP|ALTER|VACUUM|REINDEX)[A-Z ]{0,60}) cannot run inside a transaction block/,
        /current transaction is aborted, commands ignored until end of transaction block/,
        /ALTER TYPE \.\.\. ADD cannot run inside a transaction block|unsafe use of new value "(?<value>[^"\n]{1,80})" of enum type/,
      ],
      cause:
        'PostgreSQL does not run this statement in a transaction, and the migration tool opens one; or an earlier statement of the same transaction failed.',
      fix: 'Turn the transaction off for this migration: disable_ddl_transaction! (Rails), atomic = False (Django), executeInTransaction=false (Flyway), -- +goose NO TRANSACTION, x-no-tx-wrap, transaction: false (TypeORM, Knex).',
      url: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    },
  ],
);
