import type { Texts } from './text.ts';

export const APPLICATION_NETWORK: Readonly<Record<string, Texts>> = {
  'connection-refused': {
    cause:
      '{address|メッセージが示すアドレス} {known|}: 待ち受けているものがありません。ホストが違う (localhost はコンテナ自身で、Docker Compose の名前は ECS では意味を持ちません)、ポートが違う、またはサーバーが起動していません。',
    fix: 'コンテナの変数で、{service|サーバー} のホストとポートを実際のエンドポイント (RDS、ElastiCache、Service Connect) に設定し、利用可能であることを確認してください。同じ awsvpc タスクのコンテナどうしは、127.0.0.1 で届きます。',
  },
  'connection-timed-out': {
    cause:
      '{address|サーバー} {known|}: 送ったパケットに応答がありません。セキュリティグループがタスクを許可していないか、経路がありません (別の VPC、インターネット上のホストへの NAT がない、許可リスト)。',
    fix: '{service|サーバー} のセキュリティグループで、タスクのセキュリティグループからのポート {port|(サーバー自身の番号)} を許可してください。同じ VPC で実行し、プライベートアドレスを使ってください。インターネット上のホストの場合は、サブネットに NAT ゲートウェイを、またはタスクにパブリックアドレスを用意してください。',
  },
  'host-unresolved': {
    cause:
      '名前 {host|(サーバーのもの)} を解決できません。綴りが違う、スキームやポートを含んでいる、Docker Compose の名前である、または VPC の DNS やプライベートゾーンにありません。',
    fix: '変数には、サーバーのエンドポイント名だけを設定してください。VPC で enableDnsSupport と enableDnsHostnames を有効にしてください。ECS では、Compose の名前の代わりに、Service Connect、サービスディスカバリ、または 127.0.0.1 を使ってください。',
  },
  'connection-reset': {
    cause:
      'サーバーが接続を閉じました。再起動またはフェイルオーバーの途中か、クライアントの TLS を拒否したか、上限に達しています。',
    fix: 'その時刻のサーバーのイベントとログ (RDS のフェイルオーバー、メンテナンス)、TLS を求めているか、接続を使い切っていないかを確認してください。その後、もう一度実行してください。',
  },
  'tls-certificate-untrusted': {
    cause:
      'プログラムがサーバーの証明書を信頼していません。イメージに CA 証明書がないか (scratch、distroless、slim)、RDS のバンドルが入っていないか、名前または日付が合っていません。',
    fix: 'イメージの最終ステージに ca-certificates をインストールしてください。RDS では、CA バンドル (global-bundle.pem) を追加し、接続で指定してください (sslrootcert、ssl.ca)。エンドポイント自身の名前で接続してください。',
  },
  'tls-not-offered': {
    cause:
      'クライアントとサーバーの TLS の扱いが一致していません。一方が求め、もう一方がこのポートで使わないか、サーバーがそうしたクライアントを許可していません。',
    fix: 'sslmode (PostgreSQL)、ssl-mode (MySQL)、rediss:// (転送時の暗号化がある Redis)、または https:// を、サーバーが提供するものに合わせてください。RDS PostgreSQL 15 以降は TLS を求めます (rds.force_ssl)。',
  },
  'redis-needs-password': {
    cause:
      'Redis がログインを拒否しています。パスワードが渡されていないか、違うか、サーバーに設定されていません。',
    fix: 'キャッシュ (ElastiCache) の現在の AUTH トークンまたはユーザーを URL に入れてください。転送時の暗号化が有効なら rediss:// を使ってください。ローテーションの後は、新しいタスクを起動してください。',
  },
  'redis-cluster-redirect': {
    cause: 'クライアントが Redis クラスターを単独のサーバーとして扱っているか、レプリカに書き込んでいます。',
    fix: '設定エンドポイントでクライアントのクラスターモードを使うか、レプリケーショングループのプライマリエンドポイントを使ってください。',
  },
  'mongo-auth-failed': {
    cause:
      'MongoDB がユーザーまたはパスワードを拒否しているか、ユーザーが別のデータベースにあります (authSource)。',
    fix: '現在のシークレットを使い、パスワードを URL エンコードしてください。ユーザーが admin に作成されている場合は、authSource=admin を設定してください。',
  },
  'amqp-login-refused': {
    cause: 'RabbitMQ が、ユーザー、パスワード、または仮想ホストを拒否しています。',
    fix: '現在のシークレットを AMQP の URL に入れてください。Amazon MQ では、ポート 5671 の amqps:// が必要です。',
  },
  'kafka-unreachable': {
    cause: 'Kafka のブローカーに届かないか、ログインが拒否されています。',
    fix: 'ブートストラップのアドレスとポート (9092 は平文、9094 は TLS、9098 は IAM)、クラスターのセキュリティグループ、認証情報またはタスクロールの kafka-cluster のアクションを確認してください。',
  },
  'pool-exhausted': {
    cause: 'プールの接続が空きませんでした。データベースに届かないか、すべての接続が使用中です。',
    fix: 'まず、データベースがそもそも応答するかを確認してください (セキュリティグループ、エンドポイント)。応答するなら、長いトランザクションを終わらせ、プールのサイズをデータベースの max_connections に合わせてください。blue と green のタスクは、合わせて接続を持ちます。',
  },
  'connection-failed': {
    cause:
      '{address|メッセージが示すサーバー} {known|}: プログラムが接続できませんでした。名前、ポート、ネットワークのどれが違うかは、メッセージに示されていません。',
    fix: '次の順に確認してください。ホストとポートがサーバーのエンドポイントであること。サーバーのセキュリティグループが、そのポートでタスクのセキュリティグループを許可していること。両方が 1 つの VPC にあること。TLS が両端で有効か、どちらでも無効であること。',
  },
};
