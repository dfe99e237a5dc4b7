import type { Texts } from './text.ts';

export const MIGRATION_TOOLS: Readonly<Record<string, Texts>> = {
  'flyway-checksum-mismatch': {
    cause:
      'マイグレーション {migration|(メッセージが示すもの)} のファイルが、適用された後に変更または削除されています (改行やフィルターによる違いも含みます)。',
    fix: 'ファイルを元に戻し、変更は新しいバージョンに入れてください。違いが無害な場合に限り、flyway repair を実行してください。新しいチェックサムが記録されます。',
  },
  'flyway-failed-migration': {
    cause:
      'マイグレーション {migration|(メッセージが示すもの)} が以前の実行で失敗し、失敗と記録されています。',
    fix: '途中まで行われたことを元に戻し、flyway repair を実行し、もう一度デプロイしてください。',
  },
  'flyway-out-of-order': {
    cause:
      'マイグレーション {migration|(メッセージが示すもの)} は適用されておらず、より大きな番号のものが適用されています。マージが遅かったためです。',
    fix: '実行済みの最大の番号より大きな番号を、ファイルに付けてください。順序が問題にならない場合は、outOfOrder=true で実行してください。',
  },
  'flyway-schema-not-empty': {
    cause:
      'スキーマにテーブルがありますが Flyway の履歴がないか、Flyway がこのデータベースまたはバージョンを知りません。',
    fix: 'スキーマに一度ベースラインを設定してください (flyway baseline、または正しい baselineVersion を付けた baselineOnMigrate)。データベースのモジュールを追加する (flyway-database-postgresql、flyway-mysql) か、Flyway を更新してください。',
  },
  'flyway-migration-sql-failed': {
    cause: 'データベースが {migration|マイグレーション} の SQL を拒否しました。',
    fix: 'この行の下の SQL State と Message を読み、一度も実行されていないファイルなら直し (そうでなければ新しいバージョンを追加し)、flyway repair を実行し、もう一度デプロイしてください。',
  },
  'liquibase-lock': {
    cause:
      'テーブル DATABASECHANGELOGLOCK がロックされています。ロックしているもの: {holder|別の実行}。それは今実行中か、強制終了されてロックを残しています。',
    fix: 'マイグレーションが実行されていなければ、liquibase release-locks (または UPDATE DATABASECHANGELOGLOCK SET LOCKED=FALSE) を実行し、もう一度実行してください。マイグレーションタスクは一度に 1 つだけ実行してください。',
  },
  'liquibase-checksum': {
    cause: '変更セット {migration|(メッセージが示すもの)} が、実行された後に編集されています。',
    fix: '元に戻し、新しい変更セットを追加してください。違いが無害な場合は、チェックサムを消す (liquibase clear-checksums) か、validCheckSum を設定してください。',
  },
  'liquibase-migration-failed': {
    cause: 'データベースが変更セット {migration|(メッセージが示すもの)} を拒否しました。',
    fix: 'その後にある理由を読み、一度も実行されていない変更セットなら直し、そうでなければ別のものを追加し、もう一度デプロイしてください。',
  },
  'golang-migrate-dirty': {
    cause:
      'マイグレーション {migration|(その番号のもの)} が以前に途中で失敗しました。golang-migrate はスキーマを dirty とし、続行を拒否しています。',
    fix: 'どの文が実行されたかを確認し、完了させるか元に戻してください。次に migrate force VERSION を実行し (完了していれば {migration|その番号}、元に戻したならその前の番号)、もう一度実行してください。',
  },
  'golang-migrate-no-migration': {
    cause:
      'データベースはバージョン {migration|(イメージが持たないもの)} ですが、イメージにそのファイルがありません。イメージが古いか、フォルダーがコピーされていません。',
    fix: '実行されたすべてのマイグレーションを含むイメージをデプロイし、フォルダーをイメージにコピーしてください。',
  },
  'migration-lock-held': {
    cause:
      '別のマイグレーションがデータベースのロックを保持しているか、強制終了されたマイグレーションがロックを残しています。',
    fix: 'ほかのマイグレーションタスクが実行されていないことを確認し (aws ecs list-tasks)、ロックを保持するセッションを終わらせ (pg_stat_activity、SHOW PROCESSLIST)、マイグレーションタスクは一度に 1 つだけ実行してください。',
  },
  'migration-folder-missing': {
    cause:
      'マイグレーションツールが、イメージの中に次のものを見つけられません: マイグレーションのファイル {path|}。',
    fix: 'マイグレーションのフォルダーとツールの設定を最終ステージにコピーし (.dockerignore からは外し)、ツールがそれらを探す WORKDIR でコマンドを実行してください。',
  },
  'migration-file-changed': {
    cause:
      'マイグレーション {migration|(すでに実行されたもの)} のファイルのチェックサムが、記録されたものと一致しません。編集されたか、改行が変わっています。',
    fix: 'ファイルを実行されたときの状態に戻し、変更は新しいマイグレーションに入れてください。Atlas では、フォルダーが意図どおりになったら atlas migrate hash を実行してください。',
  },
  'orm-not-connected': {
    cause: 'データベース接続 {connection|}: プログラムが、開く前、または閉じた後に使いました。',
    fix: 'サーバーまたはマイグレーションを開始する前に、接続 (initialize()、connect()) を待ってください。ログのより前に接続自体のエラーがあれば、それが原因です。',
  },
  'goose-missing-migrations': {
    cause:
      'Goose が、実行済みの最新のものより小さい番号のマイグレーションを見つけたか、データベースが {migration|マイグレーション} を拒否しました。',
    fix: '遅れたファイルの名前を変える (goose fix) か、-allow-missing で許可してください。SQL が拒否された場合は、その後にある理由を読み、ファイルを直してください。',
  },
  'prisma-failed-migration': {
    cause:
      'マイグレーション {migration|(メッセージが示すもの)} が以前の実行で失敗し、_prisma_migrations に失敗と記録されています。それが解決されるまで、Prisma は何も実行しません。',
    fix: 'その影響を修復し、prisma migrate resolve --rolled-back {migration|NAME} (完了している場合は --applied) を実行し、もう一度実行してください。',
  },
  'prisma-migration-refused': {
    cause:
      'データベースがマイグレーション {migration|(メッセージが示すもの)} の SQL を拒否しました ({code|コードとメッセージは下にあります})。',
    fix: '下の "Database error" を読み、SQL またはスキーマを直し、prisma migrate resolve --rolled-back {migration|NAME} を実行し、もう一度実行してください。',
  },
  'prisma-schema-not-empty': {
    cause: 'データベースにテーブルがありますが、Prisma Migrate の履歴がありません。',
    fix: '一度ベースラインを設定してください。スキーマにすでに含まれるマイグレーションごとに、prisma migrate resolve --applied を実行してください。',
  },
  'prisma-auth-failed': {
    cause:
      'データベースが、ユーザー {user|(DATABASE_URL のもの)} またはパスワードを拒否しています。シークレットがローテーションされたか、特殊文字が URL エンコードされていません。',
    fix: '現在のシークレットを使い、DATABASE_URL のパスワードを URL エンコードし、新しいタスクを起動してください。',
  },
  'prisma-reached-timeout': {
    cause:
      'データベースに届きましたが、時間内に応答がありませんでした。別のマイグレーションがアドバイザリロックを保持しているか、過負荷か、プーラー (PgBouncer) が間にあります。',
    fix: 'マイグレーションは一度に 1 つだけ実行し、プーラーを通さず、データベースに直接接続してください (directUrl)。',
  },
  'prisma-database-missing': {
    cause: 'データベース {database|(DATABASE_URL のもの)} が存在しないか、ユーザーに使う権限がありません。',
    fix: 'データベースを作成するか、DATABASE_URL の名前を直してください。ユーザーにアクセスを許可してください。',
  },
  'prisma-engine-missing': {
    cause:
      'イメージに {platform|そのプラットフォーム} 用の Prisma エンジンがないか、クライアントが生成されていません。node_modules が別のシステムから来たか、最終ステージで prisma generate が実行されていません。',
    fix: 'npm ci の後にイメージの中で prisma generate を実行し、binaryTargets に {platform|そのプラットフォーム} を追加し、slim と Alpine のイメージには openssl をインストールしてください。',
  },
  'knex-locked': {
    cause:
      '以前のマイグレーションが強制終了されて Knex のロックが残ったか、別のマイグレーションが今実行中です。',
    fix: '何も実行されていなければ、knex migrate:unlock を実行し、もう一度実行してください。マイグレーションタスクは一度に 1 つだけ実行してください。',
  },
  'knex-directory-corrupt': {
    cause: '実行されたマイグレーションが、イメージにありません: {migration|メッセージが示すファイル}。',
    fix: 'このデータベースで実行されたすべてのマイグレーションを含むイメージをデプロイしてください。そうしたファイルの名前を変えたり削除したりせず、拡張子も変えないでください (.ts から .js)。',
  },
  'alembic-revision-missing': {
    cause:
      'データベースはリビジョン {migration|(このイメージが持たないもの)} にあります。イメージがデータベースより古いか (ロールバック)、ファイルが削除されています。',
    fix: '{migration|そのリビジョン} を含むイメージをデプロイするか、先にそのイメージで alembic downgrade を実行してください。',
  },
  'alembic-not-up-to-date': {
    cause: 'Alembic が、データベースがその head より古いことを見つけたか、作業フォルダーに設定がありません。',
    fix: '先に alembic upgrade head を実行してください。alembic.ini とリビジョンのフォルダーをイメージにコピーし、WORKDIR を設定してください。',
  },
  'django-conflicting-migrations': {
    cause:
      '2 つのブランチが、同じ親の上にそれぞれマイグレーションを追加しました: {migration|メッセージのリーフノード}。',
    fix: 'python manage.py makemigrations --merge を実行し、ファイルをコミットし、もう一度デプロイしてください。',
  },
  'django-inconsistent-history': {
    cause:
      '記録された履歴が依存関係と矛盾しています。{migration|マイグレーション} が {dependency|それに必要なもの} より前に実行されたと記録されています。',
    fix: 'デプロイしないでください。django_migrations をスキーマと比べ、バックアップを用意したうえで行を直してください (すでにあるものには migrate --fake)。',
  },
  'django-migration-node-missing': {
    cause:
      'マイグレーションのファイルがありません: {migration|メッセージが示すマイグレーション} が、イメージにないものに依存しています。',
    fix: 'すべてのマイグレーションのファイルをコミットしてコピーし (.gitignore と .dockerignore を見て)、もう一度デプロイしてください。',
  },
  'rails-strong-migrations': {
    cause: 'gem の strong_migrations が、テーブルをロックするか実行中のタスクを壊す変更を拒否しています。',
    fix: '表示される手順 (concurrently、2 回のリリースに分ける) に従ってください。safety_assured で囲むのは、確認した後だけにしてください。',
  },
  'rails-migration-failed': {
    cause: 'Rails のマイグレーションが失敗しました。理由はすぐ下にあります。',
    fix: 'この行の下の例外を読み、マイグレーション (またはその方向、バージョン、RAILS_ENV) を直し、もう一度実行してください。',
  },
  'typeorm-driver-missing': {
    cause:
      'ドライバー {package|(データベースのもの)} がイメージにありません。依存関係に入っていないか、最終ステージに含まれない開発用の依存関係です。',
    fix: '{package|ドライバー} を (開発用ではない) 依存関係に追加するか、PHP の拡張を追加し (docker-php-ext-install pdo_mysql または pdo_pgsql)、もう一度ビルドしてください。',
  },
  'typeorm-migration-failed': {
    cause: 'マイグレーション {migration|(メッセージが示すもの)} が拒否されました。',
    fix: 'そばにあるエラー (テーブル、列、ロック、または権限) を読んでください。一度も実行されていないマイグレーションなら直し、そうでなければ別のものを追加し、もう一度実行してください。',
  },
  'sequelize-migration-failed': {
    cause:
      'Sequelize のマイグレーション {migration|(メッセージが示すもの)} が拒否されたか、設定にその環境がありません。',
    fix: 'そばにある元のエラーを読み、マイグレーションを直してください。NODE_ENV を、config.js に dialect と url とともに書かれている環境に設定してください。',
  },
  'laravel-migration-failed': {
    cause: 'データベースが文を拒否しました: {reason|理由は SQLSTATE に示されています}。',
    fix: 'SQLSTATE とその後の文を読み、マイグレーションを直し、php artisan migrate --force を実行してください (--force がないと Laravel は確認を求めますが、誰も答えません)。',
  },
  'ef-pending-model-changes': {
    cause:
      'コンテキスト {context|}: コードのモデルに、どのマイグレーションにもない変更があるか、ツールがコンテキストを作成できません。',
    fix: 'マイグレーションを追加し (dotnet ef migrations add NAME)、コミットし、もう一度デプロイしてください。この環境で、コンテキストに接続文字列を渡してください。',
  },
  'migration-number-conflict': {
    cause:
      'マイグレーションのバージョン {migration|}: 2 つのマイグレーションが同じバージョンを持っています。',
    fix: 'どちらかの名前を使われていない番号に変え、もう一度デプロイしてください。',
  },
};
