import { rowsAt, type Recogniser } from '../recogniser.ts';

/** Migration tools refuse to go on, and how each is repaired. */
export const MIGRATION_TOOLS: readonly Recogniser[] = rowsAt(
  ['application'],
  [
    {
      id: 'flyway-checksum-mismatch',
      patterns: [
        /Migration checksum mismatch for migration (?:version )?(?<migration>[\w.]{1,60})/,
        /Detected applied migration not resolved locally: ?(?<migration>[\w.]{1,60})/,
        /Migration (?:description|type) mismatch for migration version (?<migration>[\w.]{1,60})/,
      ],
      cause:
        'The file of migration {migration|that the message names} was changed or removed after it was applied (line ends and filters count as well).',
      fix: 'Restore the file as it was and put the change into a new version. Only where the difference is harmless run flyway repair, which takes the new checksum.',
      url: 'https://documentation.red-gate.com/flyway',
    },
    {
      id: 'flyway-failed-migration',
      patterns: [
        /Detected failed migration to version (?<migration>[\w.]{1,60})/,
        /Schema [^\n]{1,80} contains a failed migration to version (?<migration>[\w.]{1,60})/,
      ],
      cause:
        'An earlier run of migration {migration|that the message names} failed and is recorded as failed.',
      fix: 'Undo what it half did, run flyway repair, and deploy again.',
      url: 'https://documentation.red-gate.com/flyway',
    },
    {
      id: 'flyway-out-of-order',
      patterns: [/Detected resolved migration not applied to database: ?(?<migration>[\w.]{1,60})/],
      cause:
        'Migration {migration|that the message names} was never applied, and one with a higher number was: it was merged late.',
      fix: 'Give the file a number above the highest that ran; or run with outOfOrder=true where the order does not matter.',
      url: 'https://documentation.red-gate.com/flyway',
    },
    {
      id: 'flyway-schema-not-empty',
      patterns: [
        /Found non-empty schema\(s\) [^\n]{1,120} but no schema history table/,
        /Unsupported Database: (?<database>[^\n]{1,40})/,
      ],
      cause:
        'The schema has tables but no history of Flyway, or Flyway does not know this database or version.',
      fix: 'Baseline the schema once (flyway baseline, or baselineOnMigrate with the right baselineVersion); add the module of the database (flyway-database-postgresql, flyway-mysql) or update Flyway.',
      url: 'https://documentation.red-gate.com/flyway',
    },
    {
      id: 'flyway-migration-sql-failed',
      patterns: [
        /Migration (?<migration>V[\w.]{1,200}\.sql) failed/,
        /Script (?<migration>[\w./]{1,200}\.sql) failed/,
      ],
      vague: 'kind',
      cause: 'The database refused the SQL of {migration|a migration}.',
      fix: 'Read the SQL State and Message below this line, mend the file if it never ran (else add a new version), run flyway repair, and deploy again.',
      url: 'https://documentation.red-gate.com/flyway',
    },
    {
      id: 'liquibase-lock',
      patterns: [
        /Could not acquire change log lock\. Currently locked by (?<holder>\S{1,120})/,
        /Waiting for changelog lock\.\.\.$/,
        /Could not acquire change log lock\./,
      ],
      cause:
        'The table DATABASECHANGELOGLOCK is locked by {holder|another run}: it runs now, or was killed and left the lock.',
      fix: 'When no migration runs: liquibase release-locks (or UPDATE DATABASECHANGELOGLOCK SET LOCKED=FALSE), then run again; run one migration task at a time.',
      url: 'https://docs.liquibase.com/',
    },
    {
      id: 'liquibase-checksum',
      patterns: [
        /(?<migration>\S{1,200}) was: \S{1,60} but is now: /,
        /Validation Failed:\s[^\n]{0,40}change ?sets? (?:check sums|had checksums)/,
        /liquibase\.exception\.ValidationFailedException/,
      ],
      cause: 'Change set {migration|that the message names} was edited after it had run.',
      fix: 'Restore it and add a new change set; where the difference is harmless clear the checksum (liquibase clear-checksums) or set validCheckSum.',
      url: 'https://docs.liquibase.com/',
    },
    {
      id: 'liquibase-migration-failed',
      patterns: [/Migration failed for change ?set (?<migration>[^\n:]{1,200}(?:::[^\n:]{1,80}){0,2})/],
      vague: 'kind',
      cause: 'The database refused change set {migration|that the message names}.',
      fix: 'Read the reason behind it, mend the change set if it never ran, else add another one, and deploy again.',
      url: 'https://docs.liquibase.com/',
    },
    {
      id: 'golang-migrate-dirty',
      patterns: [
        /Dirty database version (?<migration>\d+)\. Fix and force version/,
        /\bdirty database version (?<migration>\d+)/i,
      ],
      cause:
        'Migration {migration|of that number} failed half-way before; golang-migrate marked the schema as dirty and refuses to go on.',
      fix: 'See which of its statements ran, complete or undo them, then migrate force VERSION ({migration|the number} if it is complete, the number before if it is undone), and run again.',
      url: 'https://github.com/golang-migrate/migrate/blob/master/FAQ.md',
    },
    {
      id: 'golang-migrate-no-migration',
      patterns: [
        /no migration found for version (?<migration>\d+)/,
        /error: (?:first |open )[^\n]{0,120}(?:\.: file does not exist|no such file or directory)/,
      ],
      cause:
        'The database is at version {migration|that the image does not hold} and the image has no such file: it is an older image, or the folder was not copied.',
      fix: 'Deploy an image that holds all migrations that ran, and copy the folder into the image.',
      url: 'https://github.com/golang-migrate/migrate/blob/master/FAQ.md',
    },
    {
      id: 'migration-lock-held',
      patterns: [
        /can't acquire (?:database )?lock|timeout: can't acquire database lock/,
        /pg_advisory_lock[^\n]{0,60}(?:timeout|failed)|(?:failed to acquire|unable to acquire|could not (?:acquire|obtain)) (?:the )?(?:migration|session|schema|advisory|database) lock/i,
        /Unable to acquire (?:Flyway|PostgreSQL|MySQL)[^\n]{0,40}(?:advisory )?lock/i,
      ],
      cause: 'Another migration holds the lock of the database, or one that was killed left it behind.',
      fix: 'See that no other migration task runs (aws ecs list-tasks), end the session that holds the lock (pg_stat_activity, SHOW PROCESSLIST), and run one migration task at a time.',
      url: 'https://www.postgresql.org/docs/current/explicit-locking.html',
    },
    {
      id: 'migration-folder-missing',
      patterns: [
        /Can't find meta\/_journal\.json file|Could not find (?:a )?Prisma [Ss]chema|Could not find migrations? directory `?(?<path>[^`\n]{0,160})/,
        /No 'script_location' key found in configuration|Path doesn't exist: '?(?<path>[^'\n]{1,160}?)'?\.? +Please use the 'init' command/,
        /goose(?: run)?: (?<path>\S{1,160}) directory does not exist|could not find migrations directory/,
        /ENOENT: no such file or directory, scandir '(?<path>[^'\n]{0,160}migrations[^'\n]{0,80})'/,
        /No migrations found\. Are your locations set up correctly\?|Skipping filesystem location: (?<path>\S{1,160}) \(not found\)/,
      ],
      cause: 'The migration tool does not find its files {path|} in the image.',
      fix: 'Copy the folder of migrations and the configuration of the tool into the final stage (and out of .dockerignore), and run the command in the WORKDIR where it looks for them.',
      url: 'https://docs.docker.com/reference/dockerfile/#copy',
    },
    {
      id: 'migration-file-changed',
      patterns: [
        /^(?:Error: )?checksum mismatch$|You have a checksum error in your migration directory/,
        /The migration (?:`(?<migration>[^`\n]{1,120})` )?was modified after it was applied/,
        /(?:migration|file) (?<migration>[\w.-]{1,120}) (?:has been|was) (?:modified|changed|edited) (?:since|after) (?:it was )?(?:applied|executed|run)/i,
        /different checksum for migration (?<migration>\S{1,120})/i,
      ],
      cause:
        'The file of migration {migration|that ran already} no longer has the checksum under which it was recorded: it was edited, or the line ends changed.',
      fix: 'Restore the file as it ran and put the change into a new migration; for Atlas run atlas migrate hash once the folder is as meant.',
      url: 'https://atlasgo.io/concepts/migration-directory-integrity',
    },
    {
      id: 'orm-not-connected',
      patterns: [
        /Cannot execute operation on "(?<connection>\w+)" connection because connection is not yet established/,
        /ConnectionNotFoundError: Connection "(?<connection>\w+)" was not found|DataSource is not (?:set|initialized)|Connection "(?<connection2>\w+)" was not found/,
        /(?:MongoNotConnectedError|Client must be connected before running operations|ClientClosedError: The client is closed)/,
      ],
      vague: 'kind',
      cause:
        'The program used its database connection {connection|} before it was open, or after it had been closed.',
      fix: 'Wait for the connection (initialize(), connect()) before the server or the migration starts; an error of the connection itself, earlier in the log, is then the cause.',
      url: 'https://typeorm.io/docs/data-source/data-source',
    },
    {
      id: 'goose-missing-migrations',
      patterns: [
        /error: found \d+ missing migrations(?: before current version (?<migration>\d+))?/,
        /goose(?: run| up)?: [^\n]{0,80}failed to run SQL migration|ERROR (?<migration>\d{3,20}_\w{1,120}\.sql): failed to run SQL migration/,
        /goose: no such version/,
      ],
      cause:
        'Goose found migrations with a lower number than the newest that ran, or the database refused {migration|one}.',
      fix: 'Rename the late files (goose fix) or allow them with -allow-missing; for refused SQL read the reason behind it and mend the file.',
      url: 'https://pressly.github.io/goose/',
    },
    {
      id: 'prisma-failed-migration',
      patterns: [
        /\bP3009\b[\s\S]{0,400}?The `(?<migration>[^`\n]{1,200})` migration started at/,
        /\bP3009\b|migrate found failed migrations in the target database/,
      ],
      cause:
        'Migration {migration|that the message names} failed in an earlier run and is recorded as failed in _prisma_migrations; Prisma runs nothing until that is settled.',
      fix: 'Repair its effects, then prisma migrate resolve --rolled-back {migration|NAME} (or --applied when it is complete), and run again.',
      url: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/patching-and-hotfixing',
    },
    {
      id: 'prisma-migration-refused',
      patterns: [
        /\bP3018\b[\s\S]{0,300}?Migration name: (?<migration>[\w.-]{1,200})(?:[\s\S]{0,200}?Database error(?: code: (?<code>\w+)|:\s{0,4}(?<reason>[^\n]{1,200})))?/,
        /\bP3018\b|A migration failed to apply\. New migrations cannot be applied/,
        /\bP3006\b[^\n]{0,40}Migration `(?<migration>[^`\n]{1,200})` failed to apply/,
        /Migration `(?<migration>[^`\n]{1,200})` failed to apply cleanly to the shadow database/,
      ],
      cause:
        'The database refused the SQL of migration {migration|that the message names} ({code|the code and message stand below}).',
      fix: 'Read "Database error" below, mend the SQL or the schema, then prisma migrate resolve --rolled-back {migration|NAME} and run again.',
      url: 'https://www.prisma.io/docs/orm/reference/error-reference',
    },
    {
      id: 'prisma-schema-not-empty',
      patterns: [/\bP3005\b|The database schema is not empty\. Read more about how to baseline/],
      cause: 'The database has tables but no history of Prisma Migrate.',
      fix: 'Baseline it once: prisma migrate resolve --applied for each migration that the schema already holds.',
      url: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/baselining',
    },
    {
      id: 'prisma-auth-failed',
      patterns: [
        /\bP1000\b[^\n]{0,20}Authentication failed against (?:the )?database server(?: at `(?<host>[^`\n]{1,120})`)?(?:, the provided database credentials for `(?<user>[^`\n]{1,80})`)?/,
        /Authentication failed against (?:the )?database server(?: at `(?<host>[^`\n]{1,120})`)?(?:, the provided database credentials for `(?<user>[^`\n]{1,80})`)?/,
      ],
      cause:
        'The database refuses user {user|of DATABASE_URL} or its password: a rotated secret, or special characters that are not URL-encoded.',
      fix: 'Take the current secret, URL-encode the password in DATABASE_URL, and start new tasks.',
      url: 'https://www.prisma.io/docs/orm/reference/error-reference',
    },
    {
      id: 'prisma-reached-timeout',
      patterns: [
        /\bP1002\b[\s\S]{0,40}?The database server at `(?<host>[^`\n]{1,120})` was reached but timed out/,
        /database server (?:at `(?<host>[^`\n]{1,120})` )?was reached but timed out/,
        /\bP1008\b|\bP2024\b/,
      ],
      cause:
        'The database was reached and did not answer in time: another migration holds the advisory lock, it is overloaded, or a pooler (PgBouncer) stands between.',
      fix: 'Run one migration at a time, and connect migrations directly to the database (directUrl), not through a pooler.',
      url: 'https://www.prisma.io/docs/orm/reference/error-reference',
    },
    {
      id: 'prisma-database-missing',
      patterns: [
        /\bP1003\b[^\n]{0,40}Database `?(?<database>[^`\n]{1,80}?)`? does not exist/,
        /\bP1010\b[^\n]{0,20}User `(?<user>[^`\n]{1,80})` was denied access on the database `(?<database>[^`\n]{1,80})`/,
      ],
      cause: 'Database {database|of DATABASE_URL} does not exist, or the user may not use it.',
      fix: 'Create the database or correct its name in DATABASE_URL; grant the user access.',
      url: 'https://www.prisma.io/docs/orm/reference/error-reference',
    },
    {
      id: 'prisma-engine-missing',
      patterns: [
        /Query [Ee]ngine library for current platform "(?<platform>[\w.-]{1,60})" could not be found/,
        /Prisma Client could not locate the Query Engine for runtime "(?<platform>[\w.-]{1,60})"/,
        /@prisma\/client did not initialize yet|Prisma Client (?:has not been|is not) generated/,
        /Unable to require\(`[^`\n]{0,200}libquery_engine[^`\n]{0,100}`\)|libssl\.so\.\d[\w.]*: cannot open shared object file|Prisma failed to detect the libssl/,
      ],
      cause:
        'The image holds no Prisma engine for {platform|its platform}, or the client was not generated: node_modules came from another system, or prisma generate did not run in the final stage.',
      fix: 'Run prisma generate inside the image after npm ci, add {platform|the platform} to binaryTargets, and install openssl in slim and Alpine images.',
      url: 'https://www.prisma.io/docs/orm/reference/prisma-schema-reference',
    },
    {
      id: 'knex-locked',
      patterns: [/Migration table is already locked|Can't take lock to run migrations/],
      cause: "An earlier migration was killed and left Knex's lock, or another one runs now.",
      fix: 'When none runs: knex migrate:unlock, then run again; run one migration task at a time.',
      url: 'https://knexjs.org/guide/migrations.html',
    },
    {
      id: 'knex-directory-corrupt',
      patterns: [
        /The migration directory is corrupt, the following files are missing: (?<migration>[\w., -]{1,200})/,
        /Migration (?<migration>\w{1,120}) not found/,
        /migration file (?<migration>[\w.-]{1,160}) (?:is missing|not found|does not exist)/i,
      ],
      cause: 'Migrations that ran are missing in the image: {migration|the files that the message names}.',
      fix: "Deploy an image that holds every migration that ran in this database; don't rename or delete such files, nor change their ending (.ts to .js).",
      url: 'https://knexjs.org/guide/migrations.html',
    },
    {
      id: 'alembic-revision-missing',
      patterns: [
        /Can't locate revision identified by '(?<migration>[^'\n]{1,80})'/,
        /No such revision or branch '(?<migration>[^'\n]{1,80})'|KeyError: '(?<migration2>[0-9a-f]{12})'/,
      ],
      cause:
        'The database is at revision {migration|that this image does not hold}: the image is older than the database (a rollback), or the file was deleted.',
      fix: 'Deploy the image that holds revision {migration|it}, or run alembic downgrade with that image first.',
      url: 'https://alembic.sqlalchemy.org/en/latest/tutorial.html',
    },
    {
      id: 'alembic-not-up-to-date',
      patterns: [
        /Target database is not up to date/,
        /FAILED: No 'script_location' key found|No config file 'alembic\.ini' found/,
      ],
      cause: 'Alembic found a database behind its head, or no configuration in the working folder.',
      fix: 'Run alembic upgrade head first; copy alembic.ini and the folder of revisions into the image and set WORKDIR.',
      url: 'https://alembic.sqlalchemy.org/en/latest/tutorial.html',
    },
    {
      id: 'django-conflicting-migrations',
      patterns: [
        /Conflicting migrations detected; multiple leaf nodes in the migration graph: \((?<migration>[^)\n]{1,200})/,
      ],
      cause:
        'Two branches each added a migration on the same parent: {migration|the leaf nodes of the message}.',
      fix: 'Run python manage.py makemigrations --merge, commit the file, and deploy again.',
      url: 'https://docs.djangoproject.com/en/stable/topics/migrations/',
    },
    {
      id: 'django-inconsistent-history',
      patterns: [
        /Migration (?<migration>[\w.]{1,120}) is applied before its dependency (?<dependency>[\w.]{1,120})/,
        /InconsistentMigrationHistory/,
      ],
      cause:
        'The recorded history contradicts the dependencies: {migration|a migration} is recorded as run before {dependency|the one that it needs}.',
      fix: "Don't deploy. Compare django_migrations with the schema, and correct its rows (migrate --fake for what is there) with a backup at hand.",
      url: 'https://docs.djangoproject.com/en/stable/topics/migrations/',
    },
    {
      id: 'django-migration-node-missing',
      patterns: [
        /NodeNotFoundError: Migration (?<migration>[\w.]{1,120}) dependencies reference nonexistent parent node/,
        /(?:No installed app with label|Cannot find a migration matching) '(?<migration>[^'\n]{1,120})'/,
        /Your models (?:in app\(s\): '[^'\n]{1,120}' )?have changes that are not yet reflected in a migration/,
      ],
      cause:
        'A migration file is missing: {migration|the one that the message names} depends on one that the image does not hold.',
      fix: 'Commit and copy all migration files (look into .gitignore and .dockerignore), and deploy again.',
      url: 'https://docs.djangoproject.com/en/stable/topics/migrations/',
    },
    {
      id: 'rails-strong-migrations',
      patterns: [/StrongMigrations::UnsafeMigration|=== Dangerous operation detected #strong_migrations ===/],
      cause: 'The gem strong_migrations refuses a change that would lock the table or break running tasks.',
      fix: 'Follow the steps that it prints (concurrently, in two releases); wrap it in safety_assured only after looking.',
      url: 'https://github.com/ankane/strong_migrations',
    },
    {
      id: 'rails-migration-failed',
      patterns: [
        /(?:rake|rails) aborted!$/,
        /An error has occurred, (?:this and )?all later migrations canceled/,
        /ActiveRecord::(?:IrreversibleMigration|DuplicateMigrationVersionError|DuplicateMigrationNameError|UnknownMigrationVersionError)/,
        /ActiveRecord::ProtectedEnvironmentError|ActiveRecord::EnvironmentMismatchError|ActiveRecord::NoEnvironmentInSchemaError/,
      ],
      vague: 'outer',
      cause: 'A migration of Rails failed; the reason stands just below.',
      fix: 'Read the exception below this line, mend the migration (or its direction, version or RAILS_ENV), and run again.',
      url: 'https://guides.rubyonrails.org/active_record_migrations.html',
    },
    {
      id: 'typeorm-driver-missing',
      patterns: [
        /Cannot load driver class: (?<package>[\w.]{1,120})|unknown driver "?(?<package2>[\w-]{1,40})"? \(forgotten import\?\)/,

        /DriverPackageNotInstalledError: (?<package>\S+) package has not been found installed|(?<package2>[\w@/-]+) package has not been found installed/,
        /Please install (?<package>[\w@/-]+) package manually/,
        /Error: Knex: run\s\$? ?npm install (?<package>[\w@/-]+)/,
        /(?:could not find driver|No such driver|Unable to load driver)\b/,
        /Error loading MySQLdb module|Error loading psycopg2? (?:or psycopg )?module|Specified '(?<package>\w+)' for database adapter, but the gem is not loaded/,
      ],
      cause:
        'The driver {package|of the database} is not in the image: it is no dependency, or a development one that the final stage leaves out.',
      fix: 'Add {package|the driver} to the dependencies (not the development ones), or the PHP extension (docker-php-ext-install pdo_mysql or pdo_pgsql), and build again.',
      url: 'https://typeorm.io/docs/drivers/postgres',
    },
    {
      id: 'typeorm-migration-failed',
      patterns: [
        /Migration "(?<migration>[^"\n]{1,200})" failed, error:/,
        /Error during migration run:/,
        /No migrations (?:were found in the database|are pending)[^\n]{0,20}nothing to revert/,
        /migration (?<migration>[\w.-]{1,200}) failed/i,
      ],
      vague: 'kind',
      cause: 'Migration {migration|that the message names} was refused.',
      fix: 'Read the error beside it: table, column, lock or right. Mend the migration if it never ran, else add another one, and run again.',
      url: 'https://typeorm.io/docs/advanced-topics/migrations',
    },
    {
      id: 'sequelize-migration-failed',
      patterns: [
        /MigrationError: Migration (?<migration>[\w.-]{1,200}) \(up\) failed/,
        /ERROR: Error reading "config\/config\.js(?:on)?"/,
      ],
      vague: 'kind',
      cause:
        "Sequelize's migration {migration|that the message names} was refused, or its configuration has no such environment.",
      fix: 'Read the original error beside it and mend the migration; set NODE_ENV to an environment that config.js holds, with dialect and url.',
      url: 'https://sequelize.org/docs/v6/other-topics/migrations/',
    },
    {
      id: 'laravel-migration-failed',
      patterns: [
        /SQLSTATE\[(?<code>\w{5})\]: (?<reason>[^\n]{1,160})/,
        /Application In Production|APPLICATION IN PRODUCTION/,
      ],
      vague: 'kind',
      cause: 'The database refused a statement: {reason|the SQLSTATE says why}.',
      fix: 'Read the SQLSTATE and the statement behind it, mend the migration, and run php artisan migrate --force (without --force Laravel asks, and nobody answers).',
      url: 'https://laravel.com/docs/migrations',
    },
    {
      id: 'ef-pending-model-changes',
      patterns: [
        /The model for context '(?<context>\w{1,120})' has pending changes/,
        /The migrations history table|PendingModelChangesWarning/,
        /No DbContext was found|Unable to create an? (?:'DbContext'|object) of type '(?<context>\w{1,120})'/,
      ],
      cause:
        "The code's model has changes that no migration holds, or the tool can't create the context {context|}.",
      fix: 'Add the migration (dotnet ef migrations add NAME), commit it, and deploy again; give the context a connection string in this environment.',
      url: 'https://learn.microsoft.com/ef/core/managing-schemas/migrations/',
    },
    {
      id: 'migration-number-conflict',
      patterns: [
        /(?:duplicate migration version|Found more than one migration with version|multiple migrations (?:have|with) the version number|Multiple migrations have the name|ambiguous migration)[^\n]{0,20}(?<migration>[\w.]{0,60})/i,
      ],
      vague: 'kind',
      cause: 'Two migrations carry the same version {migration|}.',
      fix: 'Rename one of them to a number that is free, and deploy again.',
      url: 'https://documentation.red-gate.com/flyway',
    },
  ],
);
