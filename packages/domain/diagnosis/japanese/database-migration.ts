import type { Texts } from './text.ts';

export const DATABASE_MIGRATION: Readonly<Record<string, Texts>> = {
  'rails-concurrent-migration': {
    cause:
      '2 つのマイグレーションが同時に実行されています。すべてのタスクが起動時にマイグレーションするか、2 つのデプロイが重なっています。',
    fix: 'マイグレーションは、デプロイの前に単発のタスクとして、concurrency グループの下で 1 回だけ実行してください。トランザクションモードの PgBouncer を使っている場合は、データベースに直接接続してください。',
  },
  'rails-pending-migrations': {
    cause:
      'スキーマがコードより古くなっています。このデータベースでマイグレーションが実行されていないか、RAILS_ENV が production ではありません。',
    fix: '先に bin/rails db:migrate を単発のタスクとして実行してください。RAILS_ENV=production を設定してください。',
  },
  'postgres-database-missing': {
    cause: 'サーバーは応答していますが、次のデータベースがありません: {database|指定された名前のもの}。',
    fix: 'データベースを一度作成する (bin/rails db:create または CREATE DATABASE) か、DATABASE_URL の名前を直してください。',
  },
  'rails-master-key-missing': {
    cause: 'コンテナに RAILS_MASTER_KEY がありません。',
    fix: 'タスク定義のシークレットに RAILS_MASTER_KEY を追加してください。ビルド時の処理には、SECRET_KEY_BASE_DUMMY=1 を使ってください。',
  },
  'rails-credentials-cannot-decrypt': {
    cause: 'RAILS_MASTER_KEY が、credentials ファイルを暗号化したキーではありません。',
    fix: 'この環境のキーを、改行なしで指定してください (credentials/production.yml.enc には production.key)。',
  },
  'rails-master-key-wrong-length': {
    cause: 'RAILS_MASTER_KEY の長さが正しくありません (余分な改行、引用符、JSON)。',
    fix: '32 文字の 16 進数だけを保存してください。',
  },
  'rails-secret-key-base-missing': {
    cause: '環境変数にも credentials にも secret_key_base がありません。',
    fix: 'SECRET_KEY_BASE をシークレットとして設定するか、RAILS_MASTER_KEY を設定してください。',
  },
  'django-disallowed-host': {
    cause:
      'ロードバランサーのヘルスチェックが、タスクの IP をホストとして使っています ({host|メッセージを参照})。Django は 400 で応答します。',
    fix: 'タスクの IP (タスクメタデータエンドポイントから取得) を ALLOWED_HOSTS に追加するか、早い段階のミドルウェアでヘルスチェックのパスに応答してください。',
  },
  'django-secret-key-empty': {
    cause: 'シークレットが環境変数にありません。',
    fix: 'タスク定義のシークレットに追加してください。ビルド時の collectstatic には、ダミーの値を使ってください。',
  },
  'django-settings-not-configured': {
    cause: 'DJANGO_SETTINGS_MODULE が設定されていません。',
    fix: 'タスク定義で設定してください。',
  },
  'python-module-missing': {
    cause:
      'モジュールがありません: {module|メッセージが示すモジュール}。依存関係がインストールされていないか、作業フォルダーが違うか、モジュールのパスの変数が設定されていません。',
    fix: 'イメージにインストールし、WORKDIR を設定し、コマンドの変数を確認してください。',
  },
  'postgres-connect-timeout': {
    cause:
      '{address|データベース} へのパケットが破棄されています。データベースのセキュリティグループがタスクを許可していないか、VPC またはルートが誤っています。',
    fix: 'データベースのセキュリティグループで、タスクのセキュリティグループからのポート 5432 を許可してください。データベースと同じ VPC で実行し、プライベートアドレスを使ってください。',
  },
  'postgres-connect-refused': {
    cause:
      '{address|データベースのアドレス} で待ち受けているものがありません。ホスト (localhost、Compose の名前) またはポートが誤っているか、データベースが起動していません。',
    fix: 'ホストに RDS のエンドポイントを、ポートにそのポートを設定してください。インスタンスが利用可能か確認してください。',
  },
  'postgres-host-unresolved': {
    cause:
      'ホスト名 {host|(データベースのもの)} が誤っているか、ポートやスキームを含んでいます。または、VPC の DNS が無効です。',
    fix: 'エンドポイントの名前だけを指定してください。VPC の DNS 解決を有効にしてください。',
  },
  'postgres-password-wrong': {
    cause:
      'データベースが、ユーザー {user|(接続に使ったもの)} またはそのパスワードを拒否しています。シークレットがローテーションされたか、特殊文字が URL エンコードされていません。',
    fix: '現在のシークレットを使い (ローテーションの後は新しいタスクを起動する)、DATABASE_URL の中のパスワードを URL エンコードしてください。',
  },
  'postgres-ssl-required': {
    cause: 'サーバーが TLS を要求しています (RDS PostgreSQL 15+ は rds.force_ssl を設定します)。',
    fix: 'sslmode=require を追加してください。verify-full の場合は RDS の CA バンドルも使ってください。',
  },
  'postgres-no-connection-slots': {
    cause: '接続を使い切っています。blue/green では接続が 2 倍になります。',
    fix: 'プールのサイズを小さくするか、RDS Proxy またはより大きいインスタンスを使ってください。',
  },
  'mysql-access-denied': {
    cause:
      'MySQL には届きましたが、{host|タスク} からのユーザー {user|(接続に使ったもの)} またはそのパスワードが拒否されています。',
    fix: 'シークレットと、ユーザーのホストに対する権限付与を確認してください。パスワードを URL エンコードしてください。',
  },
  'mysql-connect-timeout': {
    cause: 'パケットが MySQL の手前で破棄されています。セキュリティグループまたは VPC が原因です。',
    fix: 'データベースのセキュリティグループで、タスクのセキュリティグループからのポート 3306 を許可してください。データベースと同じ VPC で実行し、プライベートアドレスを使ってください。',
  },
  'mysql-host-unresolved': {
    cause: 'ホスト名 {host|(サーバーのもの)} を解決できません。',
    fix: 'エンドポイントを直してください。VPC の DNS を有効にしてください。',
  },
  'mysql-unknown-database': {
    cause: 'サーバーにデータベース {database|(指定された名前のもの)} がありません。',
    fix: '一度だけ作成するか、名前を直してください。',
  },
  'prisma-unreachable': {
    cause:
      'Prisma が {address|データベース} への接続を開けませんでした。ネットワークの問題か、データベースがスリープしています。',
    fix: 'データベースのセキュリティグループ、VPC、接続文字列のホストとポートを確認してください。',
  },
  'prisma-advisory-lock': {
    cause: '別のマイグレーションがロックを保持しているか、間にプーラーがあります (P1002)。',
    fix: 'マイグレーションは一度に 1 つだけ実行してください。プーラーを通さず、直接接続してください。',
  },
  'alembic-multiple-heads': {
    cause: '2 つのマイグレーションが同じ親から分岐しています。',
    fix: 'alembic merge heads を実行し、コミットして、もう一度デプロイしてください。',
  },
  'migration-lock-timeout': {
    cause: '実行中のクエリがテーブルのロックを保持しています。',
    fix: '負荷の低い時間に再試行してください。lock_timeout を設定してください。変更を安全な段階に分けてください。',
  },
};
