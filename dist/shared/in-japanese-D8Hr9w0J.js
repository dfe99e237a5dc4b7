import { n as fill } from "./facts-CQa754L6.js";

// packages/domain/lib/diagnosis/japanese/alb-target-health.js
const ALB_TARGET_HEALTH = {
	"target-registration-in-progress": {
		cause: "ターゲットは登録されたばかりです。",
		fix: "お待ちください。何分も続くのでなければ、障害ではありません。"
	},
	"target-initial-health-checks": {
		cause: "ロードバランサーは、まだ最初のヘルスチェックを数えている途中です。",
		fix: "HealthyThreshold x 間隔の時間だけお待ちください。いつまでも終わらない場合は、セキュリティグループを確認してください。"
	},
	"target-response-code-mismatch": {
		cause: "アプリケーションが、ヘルスチェックにマッチャーの範囲外のステータスで応答しました。",
		fix: "ヘルスチェックのパスがログインなしで 200 を返すようにするか、アプリケーションが返すコードをマッチャーに設定してください。"
	},
	"target-timeout": {
		cause: "時間内に応答がありませんでした。セキュリティグループが閉じている、ポートが違う、アプリケーションが 127.0.0.1 で待ち受けている、または起動が遅いためです。",
		fix: "ALB のセキュリティグループからコンテナのポートへの通信を許可し、0.0.0.0 で待ち受けさせてください。containerPort を確認し、猶予期間またはタイムアウトを長くしてください。"
	},
	"target-failed-health-checks": {
		cause: "接続が拒否またはリセットされたか、TLS やプロトコルが一致しませんでした。",
		fix: "アプリケーションが containerPort で、ターゲットグループのプロトコル (HTTP か HTTPS か) で待ち受けていることを確認してください。"
	},
	"target-not-registered": {
		cause: "タスクは一度も登録されていないか、すでに登録が解除されています。",
		fix: "サービスの loadBalancers の項目に、このターゲットグループ、コンテナ、ポートが指定されていることを確認してください。"
	},
	"target-not-in-use": {
		cause: "このターゲットグループに転送するリスナーもルールもないため、ヘルスチェックが行われません。blue/green の組のうち、使われていないほうのグループでは普通のことです。",
		fix: "リスナーのルールをこのグループに転送してください。blue/green では、使われていない側だけがこの状態になります。"
	},
	"target-az-not-enabled": {
		cause: "タスクのサブネットが、ロードバランサーの対象外のゾーンにあります。",
		fix: "そのゾーンのサブネットをロードバランサーに追加するか、タスクをロードバランサーのゾーンの中だけに置いてください。"
	},
	"target-draining": {
		cause: "デプロイまたはスケールインの後で、ターゲットの登録を解除している途中 (ドレイン中) です。",
		fix: "お待ちください。デプロイが遅くなる場合は、deregistration_delay を短くしてください。"
	},
	"target-invalid-state": {
		cause: "ターゲットの実体であるインスタンスが停止しました (終了された場合も含みます)。",
		fix: "タスクの停止理由は、ECS コンソールで確認してください。インスタンスの停止理由は、EC2 にあります (StateTransitionReason)。"
	},
	"target-ip-unusable": {
		cause: "このアドレスはロードバランサーのものです。",
		fix: "ロードバランサーのアドレスではなく、タスク自身のアドレスを登録してください。"
	},
	"target-health-check-disabled": {
		cause: "このグループのヘルスチェックは無効になっています。",
		fix: "ヘルスチェックを有効にしてください。ECS のデプロイはヘルスチェックに依存しています。"
	},
	"target-elb-internal-error": {
		cause: "ロードバランサー側の障害です。",
		fix: "待ってから再試行してください。続く場合は AWS サポートに連絡してください。"
	},
	"target-unhealthy-event": {
		cause: "ロードバランサーが、このサービスのタスクを異常と判定しています。ECS は、その理由をそのまま繰り返しています。",
		fix: "(reason ...) の中の文と、ターゲットのヘルスの状態を読んでください。"
	},
	"target-code-301": {
		cause: "アプリケーションがヘルスチェックをリダイレクトしています。多くは HTTP から HTTPS へのリダイレクト (Rails の force_ssl、Django の SECURE_SSL_REDIRECT) か、末尾のスラッシュが原因です。",
		fix: "ヘルスチェックのパスをリダイレクトの対象から外す (Rails: config.ssl_options exclude) か、リダイレクト先のパスをヘルスチェックに使うか、マッチャーで 200,301 を受け入れてください。"
	},
	"target-code-400": {
		cause: "Host ヘッダーの検査が原因です。ロードバランサーはタスクの IP を Host として送ります。Django の ALLOWED_HOSTS (または別のホスト検査) が、それを 400 で拒否しました。",
		fix: "起動時にタスク自身の IP を ALLOWED_HOSTS に追加するか、ホスト検査より前のミドルウェアでヘルスチェックのパスに応答してください。"
	},
	"target-code-401": {
		cause: "ヘルスチェックのパス {path|}: このパスにはログインが必要です。",
		fix: "ヘルスチェックのパスを認証の対象から外してください。"
	},
	"target-code-403": {
		cause: "拒否されました。Rails のホスト認可、ファイアウォールのルール、または IP の許可リストが原因です。",
		fix: "ヘルスチェックのパスを、ホスト認可 (Rails: config.host_authorization exclude) または許可リストの対象から外してください。"
	},
	"target-code-404": {
		cause: "ヘルスチェックのパス {path|}: このパスはアプリケーションに存在せず、404 が返ります。",
		fix: "ターゲットグループのパスを、200 を返すパス (Rails 7.1+: /up) にしてください。ベースパスがあれば、それも含めてください。"
	},
	"target-code-500": {
		cause: "ヘルスチェックのパス {path|}: このパスでアプリケーションが失敗しています。多くは、データベースか変数がないためです。",
		fix: "その時刻のアプリケーションのログを読んでください。生存確認のパスでは、データベースを呼び出さないでください。"
	},
	"target-code-502": {
		cause: "プロキシのコンテナは動いていますが、その背後のアプリケーションが動いていません。",
		fix: "アップストリームのポートと起動順序 (dependsOn HEALTHY) を確認してください。"
	},
	"target-code-503": {
		cause: "ヘルスチェックのパス {path|}: アプリケーションまたはプロキシが、準備ができていないと応答しています (503)。",
		fix: "healthCheckGracePeriodSeconds を長くするか、生存確認のパスを指定してください。"
	},
	"rails-host-blocked": {
		cause: "Host がタスクの IP であるため、Rails がヘルスチェックを拒否しました (403 で応答します)。",
		fix: "config.host_authorization = { exclude: ->(r) { r.path == '/up' } } を設定するか、config.hosts で VPC の範囲を許可してください。"
	},
	"health-checker-400-log": {
		cause: "アプリケーションが、ロードバランサーのヘルスチェックに 400 で応答しています。タスクの IP をホスト名として拒否しています。",
		fix: "タスク自身の IP をホストとして許可するか、ホスト検査より前にヘルスチェックのパスに応答してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/application-configuration.js
const APPLICATION_CONFIGURATION = {
	"variable-missing": {
		cause: "変数 {variable|(メッセージが示すもの)} が、コンテナに設定されていません。",
		fix: "タスク定義で、コンテナの environment または secrets に {variable|その変数} を追加し (誰にも読まれてはならない値は secrets)、もう一度デプロイしてください。大文字とコンテナの名前に注意してください。"
	},
	"variable-invalid": {
		cause: "アプリケーションが {variable|変数} の値を受け付けません。値がないか、空か、別の型です。",
		fix: "タスク定義 (environment または secrets) で、{variable|変数} をメッセージが求めるとおりに直してください。シークレットに改行や引用符が付いていると、別の値とみなされます。"
	},
	"settings-refused": {
		cause: "アプリケーションが設定を受け付けません: {reason|どの設定かはメッセージに示されています}。",
		fix: "イメージの中、またはタスク定義の変数で設定を直してください。設定ファイルは、最終ステージの、プログラムが探すフォルダーにコピーする必要があります。"
	},
	"laravel-app-key-missing": {
		cause: "APP_KEY が設定されていないか、正しい長さのキーではありません。",
		fix: "キーを作成し (php artisan key:generate --show)、シークレットとして保存し、コンテナの secrets に APP_KEY を追加してください。すでに暗号化されたデータのキーは変えないでください。"
	},
	"spring-datasource-missing": {
		cause: "タスクに SPRING_DATASOURCE_URL (またはそれを設定するプロファイル) が設定されていません。",
		fix: "タスク定義で、SPRING_DATASOURCE_URL とそのユーザーとパスワード、または SPRING_PROFILES_ACTIVE を設定してください。"
	},
	"connection-string-malformed": {
		cause: "接続文字列またはアドレスの形式が正しくありません。ドライバーが読むものと形式が違う、前後に引用符や空白がある、パスワードの特殊文字が URL エンコードされていない、または変数が空です。",
		fix: "ドライバーの文書にある形式を (値ではなく形式を) 表示し、変数またはシークレットを直してください。パスワードは URL エンコードしてください。値は引用符も改行も付けずに保存してください。"
	},
	"connection-string-missing": {
		cause: "アプリケーションに接続文字列が渡されていません。その変数または設定のセクションが、コンテナにありません。",
		fix: "タスク定義で、シークレットから設定し (.NET では ConnectionStrings__NAME)、もう一度デプロイしてください。"
	},
	"session-secret-missing": {
		cause: "セッションまたはトークンに署名するキーが設定されていないか、短すぎます。",
		fix: "長いランダムな値を作成し、シークレットとして保存し、フレームワークが読む名前でコンテナの secrets に追加してください。"
	},
	"aws-region-missing-in-app": {
		cause: "アプリケーションの AWS SDK にリージョンが分かりません。EC2 では ECS がリージョンを設定せず、AWS_REGION もないか空です。",
		fix: "コンテナの environment に AWS_REGION (古い SDK では AWS_DEFAULT_REGION も) を設定してください。"
	},
	"aws-credentials-missing-in-app": {
		cause: "アプリケーションに有効な AWS の認証情報がありません。タスク定義にタスクロールがないか、プロセスの環境から AWS_CONTAINER_CREDENTIALS_RELATIVE_URI が失われたか、変数の中のキーの期限が切れています。",
		fix: "タスク定義に taskRoleArn を設定してください (アプリケーションでは、実行ロールは考慮されません)。プログラムは、コンテナの環境のまま起動してください (sudo、su、cron は環境を落とします)。AWS_ACCESS_KEY_ID などを変数から取り除いてください。ロールより優先されます。"
	},
	"task-role-lacks-action": {
		cause: "アプリケーションが AWS を呼び出し、拒否されました。タスクロール {role|(タスク定義のもの)} では {action|この呼び出し} が許可されていません。",
		fix: "タスクロール {role|(タスク定義のもの)} のポリシーで、{resource|リソース} に対する {action|アクション} を許可してください (taskRoleArn。アプリケーションでは、実行ロールは考慮されません)。"
	},
	"aws-resource-missing-in-app": {
		cause: "アプリケーションが使う AWS のリソース (キュー、バケット、テーブル、シークレット、パラメーター) が、そのアカウントとリージョンに存在しないか、名前が違います。",
		fix: "コンテナの変数の名前を直すか、AWS_REGION を確認するか、デプロイの前にリソースを作成してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/application-network.js
const APPLICATION_NETWORK = {
	"connection-refused": {
		cause: "{address|メッセージが示すアドレス} {known|}: 待ち受けているものがありません。ホストが違う (localhost はコンテナ自身で、Docker Compose の名前は ECS では意味を持ちません)、ポートが違う、またはサーバーが起動していません。",
		fix: "コンテナの変数で、{service|サーバー} のホストとポートを実際のエンドポイント (RDS、ElastiCache、Service Connect) に設定し、利用可能であることを確認してください。同じ awsvpc タスクのコンテナどうしは、127.0.0.1 で届きます。"
	},
	"connection-timed-out": {
		cause: "{address|サーバー} {known|}: 送ったパケットに応答がありません。セキュリティグループがタスクを許可していないか、経路がありません (別の VPC、インターネット上のホストへの NAT がない、許可リスト)。",
		fix: "{service|サーバー} のセキュリティグループで、タスクのセキュリティグループからのポート {port|(サーバー自身の番号)} を許可してください。同じ VPC で実行し、プライベートアドレスを使ってください。インターネット上のホストの場合は、サブネットに NAT ゲートウェイを、またはタスクにパブリックアドレスを用意してください。"
	},
	"host-unresolved": {
		cause: "名前 {host|(サーバーのもの)} を解決できません。綴りが違う、スキームやポートを含んでいる、Docker Compose の名前である、または VPC の DNS やプライベートゾーンにありません。",
		fix: "変数には、サーバーのエンドポイント名だけを設定してください。VPC で enableDnsSupport と enableDnsHostnames を有効にしてください。ECS では、Compose の名前の代わりに、Service Connect、サービスディスカバリ、または 127.0.0.1 を使ってください。"
	},
	"connection-reset": {
		cause: "サーバーが接続を閉じました。再起動またはフェイルオーバーの途中か、クライアントの TLS を拒否したか、上限に達しています。",
		fix: "その時刻のサーバーのイベントとログ (RDS のフェイルオーバー、メンテナンス)、TLS を求めているか、接続を使い切っていないかを確認してください。その後、もう一度実行してください。"
	},
	"tls-certificate-untrusted": {
		cause: "プログラムがサーバーの証明書を信頼していません。イメージに CA 証明書がないか (scratch、distroless、slim)、RDS のバンドルが入っていないか、名前または日付が合っていません。",
		fix: "イメージの最終ステージに ca-certificates をインストールしてください。RDS では、CA バンドル (global-bundle.pem) を追加し、接続で指定してください (sslrootcert、ssl.ca)。エンドポイント自身の名前で接続してください。"
	},
	"tls-not-offered": {
		cause: "クライアントとサーバーの TLS の扱いが一致していません。一方が求め、もう一方がこのポートで使わないか、サーバーがそうしたクライアントを許可していません。",
		fix: "sslmode (PostgreSQL)、ssl-mode (MySQL)、rediss:// (転送時の暗号化がある Redis)、または https:// を、サーバーが提供するものに合わせてください。RDS PostgreSQL 15 以降は TLS を求めます (rds.force_ssl)。"
	},
	"redis-needs-password": {
		cause: "Redis がログインを拒否しています。パスワードが渡されていないか、違うか、サーバーに設定されていません。",
		fix: "キャッシュ (ElastiCache) の現在の AUTH トークンまたはユーザーを URL に入れてください。転送時の暗号化が有効なら rediss:// を使ってください。ローテーションの後は、新しいタスクを起動してください。"
	},
	"redis-cluster-redirect": {
		cause: "クライアントが Redis クラスターを単独のサーバーとして扱っているか、レプリカに書き込んでいます。",
		fix: "設定エンドポイントでクライアントのクラスターモードを使うか、レプリケーショングループのプライマリエンドポイントを使ってください。"
	},
	"mongo-auth-failed": {
		cause: "MongoDB がユーザーまたはパスワードを拒否しているか、ユーザーが別のデータベースにあります (authSource)。",
		fix: "現在のシークレットを使い、パスワードを URL エンコードしてください。ユーザーが admin に作成されている場合は、authSource=admin を設定してください。"
	},
	"amqp-login-refused": {
		cause: "RabbitMQ が、ユーザー、パスワード、または仮想ホストを拒否しています。",
		fix: "現在のシークレットを AMQP の URL に入れてください。Amazon MQ では、ポート 5671 の amqps:// が必要です。"
	},
	"kafka-unreachable": {
		cause: "Kafka のブローカーに届かないか、ログインが拒否されています。",
		fix: "ブートストラップのアドレスとポート (9092 は平文、9094 は TLS、9098 は IAM)、クラスターのセキュリティグループ、認証情報またはタスクロールの kafka-cluster のアクションを確認してください。"
	},
	"pool-exhausted": {
		cause: "プールの接続が空きませんでした。データベースに届かないか、すべての接続が使用中です。",
		fix: "まず、データベースがそもそも応答するかを確認してください (セキュリティグループ、エンドポイント)。応答するなら、長いトランザクションを終わらせ、プールのサイズをデータベースの max_connections に合わせてください。blue と green のタスクは、合わせて接続を持ちます。"
	},
	"connection-failed": {
		cause: "{address|メッセージが示すサーバー} {known|}: プログラムが接続できませんでした。名前、ポート、ネットワークのどれが違うかは、メッセージに示されていません。",
		fix: "次の順に確認してください。ホストとポートがサーバーのエンドポイントであること。サーバーのセキュリティグループが、そのポートでタスクのセキュリティグループを許可していること。両方が 1 つの VPC にあること。TLS が両端で有効か、どちらでも無効であること。"
	}
};

// packages/domain/lib/diagnosis/japanese/application-start.js
const APPLICATION_START = {
	"port-in-use": {
		cause: "ポート {port|(プログラムが待ち受けるもの)} は、タスクの別のプロセスが使っています。awsvpc では、タスクのすべてのコンテナが 1 つのネットワークを共有します。プログラムがサーバーを 2 回起動していることもあります。",
		fix: "タスクの各コンテナに別々のポート (PORT、--port、listen) を割り当て、変えたコンテナの containerPort とターゲットグループを直してください。"
	},
	"port-forbidden": {
		cause: "コンテナのユーザーは root ではないため、{port|1024 未満のポート} で待ち受けられません。",
		fix: "1023 より大きいポートで待ち受け (8080。ASPNETCORE_HTTP_PORTS、PORT、listen)、containerPort とターゲットグループをそれに変えてください。"
	},
	"listen-address-unknown": {
		cause: "プログラムが待ち受けるアドレスは、タスクのどのインターフェイスにもありません: {address|アドレスはログに示されています}。",
		fix: "0.0.0.0 (または [::]) で待ち受けてください。公開名やロードバランサーのアドレスが、タスクのアドレスになることはありません。"
	},
	"module-missing": {
		cause: "{module|モジュール} がイメージにないか、合うバージョンではありません。開発用の依存関係であるか、最終ステージにコピーまたはビルドされていないか、作業フォルダーが違います。",
		fix: "{module|モジュール} をバージョンを固定して本番用の依存関係に追加し、ビルドの出力を最終ステージにコピーし、WORKDIR とコマンドを確認してください。同じコマンドで、イメージを手元で起動してください。"
	},
	"native-library-missing": {
		cause: "ライブラリ {library|(プログラムに必要なもの)} が、最終イメージにありません (slim、Alpine、distroless にはわずかしか入っていません)。",
		fix: "{library|ライブラリ} を含むパッケージを最終ステージにインストールするか (libpq.so.5 なら Debian では libpq5、Alpine では libpq。ExecJS なら nodejs)、最終ステージと同じベースイメージでビルドしてください。"
	},
	"glibc-too-old": {
		cause: "プログラムは、最終イメージ (古い Debian、または Alpine の musl) とは別の、またはより新しい C ライブラリ ({version|glibc}) に対してビルドされています。",
		fix: "最終ステージと同じベースイメージとバージョンでビルドしてください。Go では CGO_ENABLED=0 を設定してください。node_modules と wheel は、イメージの中でビルドし直してください。"
	},
	"java-class-version": {
		cause: "イメージの Java が、クラスをコンパイルしたものより古いか (クラスファイルのバージョン {version|(メッセージのもの)}。61 は Java 17、65 は Java 21)、オプションを知りません。",
		fix: "最終ステージで、ビルドと同じかより新しい JRE を使うか、古いほうの --release でコンパイルしてください。"
	},
	"runtime-syntax-too-new": {
		cause: "プログラムのコードが、このランタイムで読み込めません。構文エラー、イメージのバージョンが知らない新しい構文、または別の種類のモジュール (CommonJS と ES モジュール) です。",
		fix: "FROM の行で、コードが対象とするバージョンのランタイムを使ってください。ソースではなくビルドの出力を実行し、package.json の type と module を設定してください。"
	},
	"out-of-memory-java": {
		cause: "JVM のメモリが不足しました: {kind|ヒープまたはタスクのメモリが小さすぎます}。",
		fix: "-XX:MaxRAMPercentage=75 (または -Xmx) を設定し、タスクのメモリを Fargate で有効な組み合わせに上げてください。際限なく増える場合は、ヒープダンプを取ってください。"
	},
	"out-of-memory-node": {
		cause: "アプリケーションの実行中に、Node.js がヒープの上限に達しました。",
		fix: "NODE_OPTIONS=--max-old-space-size をタスクのメモリの約 75 % (MiB 単位) に設定し、メモリを上げ、リークを探してください。"
	},
	"out-of-memory-kernel": {
		cause: "コンテナのメモリが不足しました ({process|コンテナのプロセス} が強制終了されたか、メモリを割り当てられませんでした)。",
		fix: "コンテナとタスクのメモリを Fargate で有効な組み合わせに上げ、ワーカーを減らし、メモリのグラフでリークがないか確認してください。"
	},
	"worker-killed": {
		cause: "サーバーのワーカーが強制終了されました。ワーカーのタイムアウトより長く動いたか、メモリが不足しました。",
		fix: "タスクのメモリのグラフと比べてください。メモリの場合は、増やすか、ワーカーを減らしてください。タイムアウトの場合は、延ばし (gunicorn --timeout)、遅いリクエストまたは起動処理を見つけてください。"
	},
	"server-application-not-found": {
		cause: "サーバーが、アプリケーション {name|(コマンドで指定されたもの)} を {module|モジュール} の中に見つけられません。",
		fix: "コマンドのモジュールとオブジェクト (gunicorn MODULE:OBJECT、uvicorn MODULE:OBJECT、FLASK_APP) と WORKDIR を直してください。"
	},
	"server-worker-failed": {
		cause: "アプリケーションが読み込めなかったため、サーバーが起動をあきらめました。理由はこの行のそばにあります。",
		fix: "その上または下の例外を読み、同じコマンドと変数で、イメージを手元で起動してください。"
	},
	"package-script-missing": {
		cause: "イメージに、スクリプトまたはコマンド {script|(指定された名前のもの)} がありません。",
		fix: "コンテナまたは Dockerfile のコマンドを直すか、{script|スクリプト} を package.json (Rakefile、manage.py) に追加してください。WORKDIR と、package.json がイメージにあることを確認してください。"
	},
	"stale-pid-file": {
		cause: "以前の実行の pid ファイルが、イメージの中または共有ボリュームに残っています: {path|メッセージが示すファイル}。",
		fix: "コンテナの起動時に削除し (rm -f {path|tmp/pids/server.pid})、tmp を .dockerignore に入れてください。"
	},
	"read-only-file-system": {
		cause: "コンテナが {path|ルートファイルシステム} に書き込もうとしましたが、読み取り専用です (readonlyRootFilesystem)。",
		fix: "{path|ファイル} のフォルダーに書き込み可能なボリューム (タスク定義の空のボリューム) をマウントするか、/tmp にボリュームを置き、プログラムがその下に書き込むようにしてください。"
	},
	"file-permission-denied": {
		cause: "コンテナのユーザーは {path|メッセージが示すファイル} に書き込めません。",
		fix: "Dockerfile で (COPY --chown、RUN chown)、または EFS ボリュームのアクセスポイントで、フォルダーをそのユーザーのものにしてください。このために root で実行しないでください。"
	},
	"file-missing": {
		cause: "ファイル {path|(メッセージが示すもの)} が、コンテナにありません。最終ステージにコピーされていないか、.dockerignore で除外されているか、ボリュームで隠れています。",
		fix: "{path|そのファイル} を最終ステージにコピーし、.dockerignore、WORKDIR、mountPoints を確認し、同じコマンドで、イメージを手元で起動してください。"
	},
	"disk-full-in-container": {
		cause: "コンテナのディスクがいっぱいです。タスクのエフェメラルストレージ、またはボリュームです。",
		fix: "タスク定義の ephemeralStorage.sizeInGiB を上げ (既定は 20)、ログをファイルではなく標準出力に書き、一時ファイルを削除してください。"
	},
	"too-many-open-files": {
		cause: "プロセスが、開けるファイル数の上限に達しました。コンテナの既定は 1,024 です。または、ソケットがリークしています。",
		fix: "タスク定義で、コンテナの ulimits の nofile を設定し (Fargate では 65,535 まで)、閉じられていない接続を探してください。"
	},
	"script-crlf": {
		cause: "スクリプトの改行が Windows のもの (CRLF) なので、1 行目が存在しないプログラムを指しています。",
		fix: "LF で保存し (dos2unix)、.gitattributes に \"*.sh text eol=lf\" を設定し、もう一度ビルドしてください。"
	},
	"command-not-found-in-container": {
		cause: "プログラム {program|(メッセージが示すもの)} が、イメージにありません。",
		fix: "{program|そのプログラム} を最終ステージにインストールするか、フルパスで呼び出してください。"
	},
	"lockfile-platform": {
		cause: "ロックファイルまたはインストール済みのパッケージが、イメージとは別のプラットフォーム用です ({platform|メッセージが示すもの})。",
		fix: "bundle lock --add-platform {platform|x86_64-linux} を実行し (または node_modules をコピーせず、イメージの中でインストールし)、ロックファイルをコミットしてください。"
	},
	"nginx-configuration": {
		cause: "Web サーバーが設定を受け付けません: {reason|場所はメッセージに示されています}。",
		fix: "設定を直し、プッシュの前にイメージの中で試してください (nginx -t、apachectl -t、php-fpm -t、caddy validate)。テンプレートの変数は、コンテナに設定されている必要があります。"
	},
	"process-crashed": {
		cause: "プログラムがネイティブコードの中でクラッシュしました。ビルドの対象とは別の C ライブラリまたはプロセッサであるか、拡張に不具合があります。",
		fix: "ネイティブの部分を、同じベースイメージで、runtimePlatform のプラットフォーム用にビルドしてください。Alpine の代わりに Debian 版を試してください。拡張を更新してください。"
	},
	"stack-overflow": {
		cause: "プログラムが際限なく (またはスタックに収まらない深さまで) 自分自身を呼び出し、ランタイムが終了させました。",
		fix: "トレースで繰り返されている関数を読んでください。自分自身を読むゲッター、シリアライズするデータの循環、または互いに読み込み合うモジュールです。メモリを増やしても解決しません。"
	},
	"native-module-other-runtime": {
		cause: "ネイティブモジュールが、最終イメージとは別のバージョンのランタイム用にビルドされています ({version|メッセージを参照})。",
		fix: "最終ステージと同じベースイメージとバージョンのステージで、依存関係をインストールしてください。ランナーから node_modules をコピーせず (.dockerignore)、ビルドし直してください (npm rebuild)。"
	},
	"key-malformed": {
		cause: "アプリケーションが読むキーまたは証明書が、PEM 形式ではありません。ほとんどの場合、変数に入れる途中で改行が失われたか、引用符で囲まれています。",
		fix: "キーを改行付きで保存する (ファイルからのシークレット: aws secretsmanager create-secret --secret-string file://key.pem) か、base64 で保存してプログラムにデコードさせてください。または、読み込むときに \\n を改行に置き換えてください。"
	},
	"assets-not-built": {
		cause: "イメージに、コンパイル済みのアセット {asset|(ページのもの)} がありません。CSS と JavaScript をビルドするステップが実行されなかったか、その出力が最終ステージにありません。",
		fix: "Dockerfile でアセットをビルドし (rails assets:precompile、collectstatic、npm run build)、public/、staticfiles/、または dist/ を最終ステージにコピーしてください。.dockerignore が除外していることがあります。"
	},
	"must-be-process-one": {
		cause: "イメージ自身の init (s6-overlay、tini) は最初のプロセスでなければなりませんが、ECS がその前に別のプロセスを起動しています。",
		fix: "コンテナの linuxParameters.initProcessEnabled を false にし (pidMode も指定せず)、init をシェルからではなく entryPoint として呼び出してください。"
	},
	"command-option-unknown": {
		cause: "プログラムが、コンテナのコマンドの {option|オプション} を知りません。綴りが違うか、イメージのバージョンが、オプションに必要なものと違います。",
		fix: "コンテナの command と entryPoint を直す (引数はそれぞれ独立した項目にする) か、{option|そのオプション} を知るバージョンのイメージを使ってください。NODE_OPTIONS と JAVA_TOOL_OPTIONS も対象です。"
	},
	"go-panic": {
		cause: "プログラムがパニックを起こしました: {reason|理由はメッセージに示されています}。",
		fix: "メッセージと、トレースのうち自分のコードを示す最初の行を読んでください。同じ変数で、イメージを手元で起動してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/build-tools.js
const BUILD_TOOLS = {
	"npm-lockfile-out-of-sync": {
		cause: "ロックファイルが依存関係の一覧と合いません ({package|下の行を参照})。一方だけが変更されたか、別のバージョンのツールまたは言語で変更されています。",
		fix: "自分のマシンで、イメージと同じバージョンを使ってインストールを実行し (npm install、pnpm install、yarn install、poetry lock、uv lock、cargo update、go mod tidy、composer update、bundle install)、ロックファイルをコミットしてください。"
	},
	"npm-lockfile-missing": {
		cause: "ビルドのツールが、実行されたフォルダーで次のファイルを見つけられません: 依存関係の一覧またはロックファイル {path|}。",
		fix: "ファイルをコミットし、RUN の行より前にコピーし (COPY package*.json ./)、WORKDIR、ビルドコンテキスト、.dockerignore を確認してください。"
	},
	"package-registry-login": {
		cause: "プライベートレジストリまたはリポジトリ {host|}: ビルドのログインが拒否されました。トークンがないか、期限切れか、読み取る権限がありません。",
		fix: "トークンは、ビルド引数ではなくシークレットとしてビルドに渡してください (build-push-ecr の secrets と RUN --mount=type=secret)。トークンを更新し、スコープを確認してください。"
	},
	"corepack-keys-outdated": {
		cause: "イメージの Corepack が、npm が現在パッケージの署名に使うキーより古いため、パッケージマネージャーのダウンロードを拒否しています。",
		fix: "最初に使う前に新しい Corepack をインストールする (RUN npm install -g corepack@latest) か、より新しい Node のイメージを使ってください。または、npm でパッケージマネージャーをインストールしてください。"
	},
	"pip-environment-managed": {
		cause: "この Python はベースイメージのシステムが管理しているため (PEP 668)、pip がインストールを拒否しています。",
		fix: "イメージの中に環境を作成する (RUN python3 -m venv /venv、次に /venv/bin/pip install) か、python: のベースイメージを使うか、apt または apk でパッケージをインストールしてください。"
	},
	"package-source-unreadable": {
		cause: "パッケージの取得元 {host|(ビルドが使うもの)} から、インデックスを取得できませんでした。ログインがないか誤っているか、ビルドがホストに届きません。",
		fix: "トークンをシークレットとしてビルドに渡してください (build-push-ecr の secrets と RUN --mount=type=secret)。ランナーから {host|取得元} に届くことを確認してください。"
	},
	"build-emulation-missing": {
		cause: "ビルドが、ランナーとは別のプロセッサアーキテクチャのプログラムを実行していますが、エミュレーションが用意されていません。",
		fix: "ビルドの前に docker/setup-qemu-action を実行するか、対象のアーキテクチャのランナー (ubuntu-24.04-arm) でビルドするか、Dockerfile で FROM --platform=$BUILDPLATFORM の上でコンパイルしてください。"
	},
	"registry-out-of-order-in-build": {
		cause: "レジストリの応答: {code|レジストリ自身のエラー}。イメージや権限が理由ではありません。",
		fix: "ジョブをもう一度実行してください。続く場合は、レジストリまたは AWS のステータスページを見てください。Docker Hub のベースイメージには、ECR のコピーを使ってください (プルスルーキャッシュ)。"
	},
	"package-version-not-found": {
		cause: "{package|パッケージ} に合うバージョンがありません。存在しないか、取り下げられたか、ベースイメージの言語のバージョンまたはプラットフォームに対応していません。",
		fix: "ベースイメージの言語のバージョン用に存在するバージョン (またはより新しいベースイメージ) を使い、固定してください。プライベートなパッケージの場合は、そのレジストリとトークンを追加してください。"
	},
	"package-integrity": {
		cause: "パッケージ {package|(メッセージが示すもの)} が、ロックファイルのチェックサムと一致しません。公開し直されたか、プロキシまたはキャッシュが別のファイルを返したか、ロックファイルが別のレジストリのものです。",
		fix: "ビルドのキャッシュを消し、もう一度だけ試してください。繰り返す場合は、ロックファイルを書き直す前に、ファイルが変わった理由を調べてください。攻撃かもしれません。"
	},
	"build-script-not-executable": {
		cause: "{path|スクリプト} に、ビルドで実行する権限がありません。git が実行ビットを保持していないか、ファイルが Windows から来ています。",
		fix: "git でビットを設定する (git update-index --chmod=+x {path|FILE}) か、COPY --chmod=755 でコピーするか、インタープリター (sh、bash) から呼び出してください。"
	},
	"build-download-failed": {
		cause: "ビルドがダウンロードするファイルの応答: {code|エラー}。アドレスがなくなったか、ログインが必要です。",
		fix: "アドレスを直す (リリースのバージョンは移動します) か、バージョンを固定し、自分のコピーを持ってください。ログインが必要な場合は、トークンをシークレットとして渡してください。"
	},
	"build-prerender-failed": {
		cause: "ページ {page|(メッセージが示すもの)} はイメージのビルド中にレンダリングされますが、必要なもの (変数、データベース、API) がその時点でありません。",
		fix: "ページを実行時にレンダリングする (Next.js では dynamic = 'force-dynamic') か、必要なものをビルド引数またはシークレットとしてビルドに渡してください。何が足りないかは、その行の下のエラーに示されています。"
	},
	"npm-peer-conflict": {
		cause: "パッケージが、互いに両立しないバージョンのピア依存関係を求めています。",
		fix: "ツリーが示すパッケージを、npm install が問題なく通るまで自分のマシンで更新し、ロックファイルをコミットしてください。--legacy-peer-deps は競合を隠します。"
	},
	"engine-version-unsupported": {
		cause: "ベースイメージの言語のバージョン ({version|メッセージを参照}) またはその拡張が、パッケージが求めるもの ({wanted|メッセージを参照}) に合いません。",
		fix: "FROM の行で、求められているバージョンのベースイメージを使うか、PHP の拡張をインストールしてください (docker-php-ext-install)。または、要件を緩めてください。"
	},
	"native-extension-build-failed": {
		cause: "ネイティブ拡張 ({package|上の行を参照}) をコンパイルできませんでした。ステージにコンパイラーがないか、ライブラリのヘッダー ({header|libpq など}) がありません。",
		fix: "ビルドステージにツールとヘッダーをインストールする (Debian: build-essential、python3-dev、libpq-dev、default-libmysqlclient-dev。Alpine: build-base、postgresql-dev) か、バイナリのパッケージ (psycopg2-binary) を使ってください。"
	},
	"apt-release-gone": {
		cause: "Debian または Ubuntu のパッケージの取得元が、このリリースをもう提供していないか、キャッシュされたインデックスが示すものを提供していません ({host|メッセージを参照})。",
		fix: "より新しいベースイメージを使ってください (このリリースはサポートが終了しています)。apt-get update と install を 1 つの RUN の行で実行し、古いレイヤーを no-cache で消してください。"
	},
	"system-package-missing": {
		cause: "ベースイメージのシステムに、パッケージ {package|(指定された名前のもの)} がありません。このリリースでは別の名前であるか、同じ RUN の行で apt-get update が実行されていません。",
		fix: "RUN apt-get update && apt-get install -y --no-install-recommends {package|NAME} を 1 行で書いてください。そのリリースでの名前を調べてください (packages.debian.org、pkgs.alpinelinux.org)。"
	},
	"build-tool-missing": {
		cause: "ビルドが {program|プログラム} を呼び出していますが、このステージのイメージにありません (NODE_ENV=production で除外された devDependencies も含みます)。",
		fix: "RUN の行より前のステージに {program|プログラム} をインストールするか、ビルドに開発用の依存関係が必要な場合は、NODE_ENV=production なしで npm ci を実行してください。"
	},
	"build-compile-error": {
		cause: "ソースがコンパイルできません ({place|メッセージを参照}: {reason|理由はコンパイラーが示しています})。",
		fix: "自分のマシンで、同じバージョンで同じビルドを実行し、コンパイラーが示すものを直してください。すべてのソースがビルドコンテキストにあることを確認してください。"
	},
	"maven-dependency-unresolved": {
		cause: "Maven が {project|プロジェクト} の依存関係を取得できませんでした。ビルドから届くどのリポジトリにもないか、プライベートなリポジトリがログインを求めています。",
		fix: "同じ行のアーティファクトと理由を読んでください。プライベートなリポジトリの場合は、settings.xml をシークレットとしてビルドに渡し、リポジトリを pom に追加してください。"
	},
	"build-tests-failed": {
		cause: "Dockerfile が実行するテストが失敗しました。",
		fix: "上の出力で失敗しているテストを読み、自分のマシンで実行してください。ビルドの前の独立したジョブでテストすると、より早く分かります。"
	},
	"build-killed-for-memory": {
		cause: "ランナーのメモリが不足したため、カーネルがビルドのプロセスを強制終了しました。",
		fix: "より大きなランナーを使うか、並列のジョブを減らす (make -j、cargo -j、Gradle のワーカー) か、ツールのヒープを制限してください (NODE_OPTIONS、-Xmx)。"
	},
	"build-network-unreachable": {
		cause: "ビルドから {host|読み込み元のサーバー} に届きませんでした。ランナーのネットワーク、プロキシ、またはサーバー自体の問題です。",
		fix: "ジョブをもう一度実行してください。繰り返す場合は、ランナーから {host|そのホスト} への経路 (プロキシ、ファイアウォール、プライベートサブネット) を確認するか、ミラーまたはキャッシュを使ってください。"
	},
	"credential-helper-missing": {
		cause: "ランナーの Docker の設定が、認証情報ヘルパー {program|docker-credential-…} を指定していますが、インストールされていません。",
		fix: "ランナーの ~/.docker/config.json から credsStore と credHelpers を取り除くか、ヘルパーをインストールしてください。"
	},
	"image-tag-invalid": {
		cause: "{reference|イメージの名前} は正しい参照ではありません。タグにスラッシュなど使えない文字 (ブランチの名前) が含まれているか、変数が空です。",
		fix: "タグの中の A-Z a-z 0-9 _ . - 以外の文字をすべて置き換え (feature/login は feature-login になります)、空の変数がないことを確認してください。image-tag: sha ではこの問題は起こりません。"
	},
	"build-target-missing": {
		cause: "Dockerfile に、ステージ {stage|(指定された名前のもの)} がありません。",
		fix: "target を直すか、Dockerfile でステージに名前を付けてください (FROM … AS {stage|NAME})。"
	},
	"dockerfile-syntax": {
		cause: "Dockerfile を解析できないか (行 {line|(メッセージが示すもの)}: {reason|メッセージを参照})、FROM の行が空の ARG を使っています。",
		fix: "その行を直してください。FROM の ARG は、最初の FROM より前に、既定値付きで宣言してください。新しい構文には、最初の行に \"# syntax=docker/dockerfile:1\" が必要です。"
	},
	"build-secret-missing": {
		cause: "Dockerfile がシークレット {secret|または SSH エージェント} をマウントしますが、ビルドに渡されていません。",
		fix: "build-push-ecr の secrets に {secret|そのシークレット} を追加してください (id と値、または変数)。id は RUN --mount=type=secret,id={secret|ID} と同じものにしてください。"
	},
	"build-platform-unsupported": {
		cause: "ビルドが求めるプラットフォームを、このビルダーが作れないか、ベースイメージが持っていません ({platform|メッセージを参照})。",
		fix: "エミュレーション (docker/setup-qemu-action) と docker-container ビルダー (docker/setup-buildx-action) を用意するか、そのアーキテクチャのランナーでビルドしてください。そのプラットフォームを持つベースイメージを使ってください。"
	},
	"ecr-manifest-refused": {
		cause: "ECR がマニフェストを拒否しています。受け付けない種類 (アテステーション、キャッシュ、イメージのないインデックス) か、変更できないタグです。",
		fix: "provenance: false と sbom: false でビルドし、OCI のメディアタイプをプッシュし、使われていないタグを使ってください。"
	},
	"build-context-too-large": {
		cause: "ビルドコンテキストを読み取れません: {reason|フォルダーが存在しないか、ジョブが読み取れないファイルを含んでいます}。",
		fix: "context を直し、ほかのユーザーのファイルを .dockerignore に入れてください。COPY は、コンテキストの外のものを読み取りません。"
	},
	"builder-gone": {
		cause: "BuildKit への接続が切れました。多くはランナーのメモリまたはディスクが不足したためにビルダーが終了したか、ビルダーが存在しません。",
		fix: "ランナーのメモリとディスクを見てください。同じジョブでビルダーを用意し (docker/setup-buildx-action)、もう一度実行してください。"
	},
	"yarn-or-install-failed": {
		cause: "パッケージマネージャーまたはビルドツールが失敗しました ({code|理由はその上の行に示されています})。",
		fix: "この行より上の行を読み、自分のマシンで、同じバージョンで同じコマンドを実行してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/cloudformation.js
const CLOUDFORMATION = {
	"stack-rollback-complete": {
		cause: "スタックの最初の作成が失敗しました。このようなスタックは、削除しかできません。",
		fix: "最初の CREATE_FAILED イベントで原因を読み、スタックを削除して、もう一度作成してください。"
	},
	"stack-update-in-progress": {
		cause: "別の更新が実行中です。",
		fix: "更新が終わるのを待ってください。スタックごとに concurrency グループを使ってください。"
	},
	"stack-update-rollback-failed": {
		cause: "ロールバック自体が失敗しました。たいていは、リソースがスタックの外で変更または削除されたためです。",
		fix: "そのリソースを直し、aws cloudformation continue-update-rollback を実行してください (必要なら、リソースをスキップしてください)。"
	},
	"stack-rollback-failed": {
		cause: "作成が失敗し、後始末も失敗しました (空でないバケット、イメージのあるリポジトリ、使用中のインターフェイス)。",
		fix: "妨げているものを空にし、スタックを削除して (必要なら、リソースを保持して)、もう一度作成してください。"
	},
	"no-updates": {
		cause: "テンプレートとパラメータは、デプロイ済みのものと同じです。問題はありません。",
		fix: "することはありません。"
	},
	"capabilities-missing": {
		cause: "テンプレートは IAM リソースを作りますが、呼び出し元がそれを承認していません ({capability})。",
		fix: "スタックの作成または更新のときに、示されたケイパビリティを承認してください。"
	},
	"circuit-breaker": {
		cause: "サービスの新しいタスクが失敗し続けたため、ECS が中断し、スタックはロールバックします。",
		fix: "停止したタスクとサービスのイベントを、今すぐ読んでください (停止したタスクは約 1 時間残ります)。その原因を直して、もう一度デプロイしてください。"
	},
	"resource-timeout": {
		cause: "CloudFormation の待ち時間 (数時間) のうちに、サービスが安定しませんでした。",
		fix: "イベントとタスクを確認してください。数分で失敗するように、デプロイサーキットブレーカーを有効にしてください。"
	},
	"service-not-stable": {
		cause: "ツールが、ECS サービスの安定を待つのをやめました。",
		fix: "サービスの停止したタスクの理由を読み、次に最新のイベントとターゲットのヘルスの状態を読んでください。ECS コンソールでサービスを開き、「タスク」と「イベント」のタブを見ます。"
	},
	"secret-scheduled-for-deletion": {
		cause: "この名前は、削除されて復旧期間中のシークレットが使っています。",
		fix: "aws secretsmanager restore-secret を実行してインポートするか、delete-secret --force-delete-without-recovery を実行し、その後で再試行してください。"
	},
	"resource-already-exists": {
		cause: "固定の名前のリソースがすでにあります (名前: {resource|テンプレートの中の名前}、場所: {stack|スタックの外})。古いスタックから残っていることがよくあります。",
		fix: "そのリソースを削除するかインポートするか、固定の名前をやめてください。"
	},
	"export-in-use": {
		cause: "出力 {export} をインポートしているスタックがあります: {stack|別の名前のスタック}。",
		fix: "そのスタックのインポートを取り除き、先にそのスタックをデプロイしてください。"
	},
	"handler-invalid-request": {
		cause: "CodeDeploy が管理するサービスのタスク定義を、テンプレートが変更しています。ECS はこれを拒否します。",
		fix: "このようなサービスのタスク定義は、スタックの更新に含めず、CodeDeploy でデプロイしてください。"
	},
	"parameters-missing": {
		cause: "既定値のないパラメータが指定されていません: {parameters}。",
		fix: "次のパラメータに値を指定してください: {parameters}。"
	},
	"unresolved-dependency": {
		cause: "Ref または GetAtt が、テンプレートにないものを指しています。",
		fix: "名前を直すか、そのリソースを同じ条件の下に置いてください。"
	},
	"eip-limit": {
		cause: "このリージョンの Elastic IP のクォータ (既定では 5) を、NAT ゲートウェイが使い切っています。",
		fix: "使っていないアドレスを解放するか、NAT ゲートウェイを 1 つにするか、クォータを引き上げてください。"
	},
	"stack-resource-quota": {
		cause: "このアカウントとリージョンのクォータを使い切っています: {what|リソースはイベントに示されています}。",
		fix: "もう使わないものを削除するか、リソースをスタックの間で共有するか、クォータを引き上げてください (Service Quotas)。"
	},
	"database-engine-version-gone": {
		cause: "RDS は、このリージョンで {engine} {version} を提供していません (または、提供を終えました)。古いマイナーバージョンは廃止されます。",
		fix: "提供中のバージョンを一覧にし (aws rds describe-db-engine-versions --engine {engine})、利用できるバージョンか、メジャーバージョンだけを指定してください。"
	},
	"target-group-in-use": {
		cause: "ターゲットグループが、まだリスナーまたはルールに入っています: {group|スタックのターゲットグループ}。多くは、CodeDeploy がそこへ移したか、ルールが手作業で作られたためです。",
		fix: "先にルールから外し (aws elbv2 describe-rules、modify-rule、modify-listener)、その後で削除してください。置き換えが必要なターゲットグループには、新しい名前が必要です。"
	},
	"template-value-refused": {
		cause: "テンプレートの値の形式が正しくありません。場所: {place|イベントが示す場所}。理由: {reason|リソースタイプのスキーマに合いません}。",
		fix: "テンプレートのプロパティを直してください (リストと単一の値の取り違え、数値と文字列の取り違え、文字列の中の組み込み関数)。cfn-lint は、このような箇所をデプロイの前に見つけます。"
	},
	"template-syntax": {
		cause: "CloudFormation がテンプレートを読み取れません: {reason|場所はメッセージに示されています}。",
		fix: "その行を直し (インデント、コロンの抜け、タブ)、cfn-lint または aws cloudformation validate-template でファイルを検査してください。"
	},
	"resources-in-different-vpcs": {
		cause: "テンプレートが、異なる VPC のリソースを組み合わせています: {what|イベントを参照}。",
		fix: "サブネット、サブネットグループ、セキュリティグループを、1 つの VPC から取ってください (すべてに 1 つのパラメータまたはインポートを使います)。"
	},
	"resource-name-not-allowed": {
		cause: "リソースの名前の形式または長さを、サービスが受け付けません: {name|リソースの名前}。",
		fix: "名前を短くするか直す (バケット: 小文字、63 文字。ロードバランサーとターゲットグループ: 32 文字) か、CloudFormation に名前を任せてください。"
	},
	"parameter-value-missing-in-account": {
		cause: "パラメータ {parameter} の値 {value} は、このリージョンとアカウントに存在しません。",
		fix: "{parameter} に、ここに存在するリソースの ID を指定してください (リージョンやアカウントが違えば、ID も違います)。"
	},
	"custom-name-blocks-replacement": {
		cause: "この変更は、固定の名前のリソースを置き換えます ({name|イベントを参照})。古いリソースがある間は、新しいリソースにその名前を付けられません。",
		fix: "同じ変更の中で別の名前を付けるか、固定の名前をやめて CloudFormation に名前を作らせてください。"
	},
	"custom-resource-failed": {
		cause: "カスタムリソースの関数が失敗したか、応答しませんでした: {reason|関数のログを参照}。",
		fix: "関数のロググループ (/aws/lambda/NAME) を読み、関数を直してください。Delete のときも含め、どの場合でも CloudFormation の URL に応答するようにしてください。"
	},
	"bucket-not-empty": {
		cause: "スタックが削除しようとしているバケットに、オブジェクトまたはその古いバージョンが残っています。",
		fix: "バケットを空にして (aws s3 rm s3://BUCKET --recursive を実行し、バージョンも削除します)、スタックをもう一度削除するか、バケットを残してください (DeletionPolicy: Retain)。"
	},
	"dependent-resource": {
		cause: "スタックの外の別のリソースが、まだ使っています: {resource|このリソース}。ネットワークインターフェイス、別のセキュリティグループのルール、実行中のタスクなどです。",
		fix: "それを見つけ (aws ec2 describe-network-interfaces --filters Name=group-id,Values={resource|ID}、または Name=subnet-id)、取り除いてから、もう一度削除してください。"
	},
	"certificate-unsupported": {
		cause: "証明書がまだ発行されていない (検証待ち) か、対応していない種類です。",
		fix: "DNS 検証を完了し、ISSUED になるまで待ってください。RSA 2048 か、対応している EC キーを使ってください。"
	},
	"certificate-not-found": {
		cause: "証明書が削除されたか、ロードバランサーとは別のリージョンにあります。",
		fix: "ロードバランサーのリージョンの証明書を使ってください。"
	},
	"https-needs-certificate": {
		cause: "HTTPS リスナーに証明書がありません。",
		fix: "証明書の ARN を指定するか、HTTP を使ってください。"
	},
	"dynamic-ref-json-key": {
		cause: "{{resolve:secretsmanager:...}} の参照が、シークレットにない JSON キーを指しています。",
		fix: "キーを追加するか、参照を直してください。"
	},
	"changeset-busy": {
		cause: "変更セットは、別の実行がまだ作成中または削除中です。",
		fix: "待ってから再試行してください。変更セットには一意の名前を使ってください。"
	},
	"resource-creation-cancelled": {
		cause: "スタックの別のリソースが先に失敗しました。このリソースが原因であることはありません。",
		fix: "別の理由を持つ、最も早い *_FAILED イベントを探してください。"
	},
	"resources-failed-to-create": {
		cause: "この行はスタックの失敗のまとめです。これが原因であることはありません。",
		fix: "示されたリソースごとに、そのリソース自身の最初の失敗のイベントを読んでください。"
	},
	"bluegreen-transform-parameters": {
		cause: "CodeDeploy の blue/green のトランスフォームとパラメータの変更は、1 つの更新では同時に行えません。",
		fix: "パラメータの変更とタスク定義の変更を、別々にデプロイしてください。"
	},
	"export-missing": {
		cause: "このアカウントとリージョンには、{export} をエクスポートするスタックがありません。スタックがないか、まだデプロイされていないか、エクスポートの名前が違います。",
		fix: "エクスポートを一覧にし (aws cloudformation list-exports)、Fn::ImportValue の名前を直すか、エクスポートするスタックを先にデプロイしてください。"
	},
	"service-did-not-stabilise": {
		cause: "CloudFormation が待つ時間のうちに、サービスのタスクが安定しませんでした。理由は、サービスのイベントと停止したタスクにあります。",
		fix: "更新の実行中に、サービスのイベントと停止したタスクを見てください。デプロイサーキットブレーカーを使うと、もっと早く終わります。"
	}
};

// packages/domain/lib/diagnosis/japanese/codedeploy.js
const CODEDEPLOY = {
	"replacement-taskset-timeout": {
		cause: "新しいタスクが正常になりませんでした。起動時に停止するか、ターゲットグループのヘルスチェックに失敗しています。",
		fix: "置き換え用のタスクセットの停止したタスクと、ターゲットのヘルスの状態を読んでください。原因はそこにあります。1 時間待たずに、デプロイを停止してください。"
	},
	"continue-wait-timeout": {
		cause: "トラフィックの切り替えは人の操作を待つ設定でしたが、誰も続行しませんでした。",
		fix: "READY_WAIT を指定して ContinueDeployment を呼び出すか、終了または準備完了のアクションを CONTINUE_DEPLOYMENT にしてください。"
	},
	"codedeploy-role-missing-lambda": {
		cause: "CodeDeploy のロールに、フック関数を呼び出す権限がありません。",
		fix: "AWSCodeDeployRoleForECS をアタッチしてください。フック関数の名前を CodeDeployHook_* にするか、その関数に対する lambda:InvokeFunction を許可してください。"
	},
	"codedeploy-role-permissions": {
		cause: "サービスロールの信頼または権限が足りません (コード IAM_ROLE_PERMISSIONS)。",
		fix: "codedeploy.amazonaws.com を信頼し、AWSCodeDeployRoleForECS をアタッチし、タスクのロールに対する iam:PassRole を許可してください。"
	},
	"codedeploy-role-missing": {
		cause: "デプロイグループに指定されたロールが削除されています (コード IAM_ROLE_MISSING)。",
		fix: "ロールを作り直すか、デプロイグループを更新してください。"
	},
	"hook-callback-timeout": {
		cause: "フックの Lambda が PutLifecycleEventHookExecutionStatus を呼び出しませんでした。クラッシュしたか、権限がないか、ネットワークの経路がありません。",
		fix: "関数のログを読んでください。必ず Succeeded か Failed を報告し、codedeploy:PutLifecycleEventHookExecutionStatus を許可してください。"
	},
	"hook-validation-failed": {
		cause: "フックが Failed を報告しました (コード HOOK_EXECUTION_FAILURE)。",
		fix: "失敗したライフサイクルイベントの Lambda のログを開き、失敗した検査を確認してください。"
	},
	"primary-taskset-not-behind-listener": {
		cause: "リスナーが、primary のタスクセットとは別のターゲットグループに転送しています。デプロイとデプロイの間に、誰かまたは何らかのテンプレートが変更しました。",
		fix: "本番用リスナーの転送先を primary のタスクセットのグループに戻してください。インフラのコードが既定のアクションを元に戻さないようにしてください (変更を無視する設定)。"
	},
	"taskset-behind-prod-listener": {
		cause: "primary でないタスクセットに、ルールがまだ本番のトラフィックを送っています。",
		fix: "リスナーのすべてのルールを確認してください。該当するルールを primary のグループに移し、余分なタスクセットを削除してください。"
	},
	"nlb-needs-all-at-once": {
		cause: "Network Load Balancer に、カナリアまたは線形のデプロイ設定が選ばれています。",
		fix: "CodeDeployDefault.ECSAllAtOnce か、ALB を使ってください。"
	},
	"target-group-pair-invalid": {
		cause: "デプロイグループに、2 つのターゲットグループと本番用リスナーがそろっていません。",
		fix: "targetGroupPairInfoList に、ちょうど 2 つのグループと本番用リスナーの ARN を設定してください。"
	},
	"ecs-update-container-missing": {
		cause: "AppSpec の ContainerName {container|}: この名前はタスク定義にありません (コード ECS_UPDATE_ERROR)。",
		fix: "LoadBalancerInfo.ContainerName に正確な名前を設定してください。"
	},
	"ecs-update-container-port": {
		cause: "AppSpec の ContainerPort {port} が、コンテナの portMappings にありません。",
		fix: "ContainerPort に、マッピングされた containerPort を設定してください。"
	},
	"deployment-already-active": {
		cause: "終わっていないデプロイがあります: {deployment|以前の実行のデプロイ}。切り替えを待っているか、終了までの待ち時間の間、古いタスクを残しています。",
		fix: "終わるのを待つか、続行するか、停止してください (aws deploy stop-deployment)。terminationWaitTimeInMinutes を短くしてください。concurrency グループを使ってください。"
	},
	"alarm-active": {
		cause: "デプロイグループに関連付けられた CloudWatch アラームが発生しました: {alarms|どのアラームかを確認してください} (コード ALARM_ACTIVE)。",
		fix: "示されたアラームと、新しいバージョンのエラーを見てください。デプロイの前に発生していた場合は、先にアラームを解消してください。"
	},
	"appspec-malformed": {
		cause: "AppSpec が正しい YAML/JSON でないか、途中で切れているか、引用符の付け方が誤っています (コード INVALID_REVISION)。",
		fix: "ファイルを検証してください。version: 0.0 と 2 文字のインデントを守ってください。JSON は、シリアライザーで作ったものを送ってください。"
	},
	"appspec-missing": {
		cause: "リビジョンに、想定された名前の AppSpec がありません。",
		fix: "AppSpec を内容として渡すか、リビジョンのルートにあるファイルの名前を appspec.yaml にしてください。"
	},
	"revision-required": {
		cause: "CreateDeployment にリビジョンがありませんでした。",
		fix: "revisionType が AppSpecContent (または S3) の revision を、その内容とともに渡してください。"
	},
	"appspec-property-missing": {
		cause: "AppSpec に必要なキーがありません。deploy アクションは、キーの大文字と小文字を区別しません。",
		fix: "version、Resources > TargetService > Properties > TaskDefinition、LoadBalancerInfo を追加してください。"
	},
	"invalid-ecs-service-parameter": {
		cause: "アプリケーションが、ECS ではなく Server のコンピューティングプラットフォームで作られています。",
		fix: "コンピューティングプラットフォームを ECS にして、CodeDeploy のアプリケーションを作り直してください。"
	},
	"application-not-found": {
		cause: "アプリケーションの名前が違うか、別のリージョンにあります。既定の名前は AppECS-CLUSTER-SERVICE です。",
		fix: "aws deploy list-applications で名前を確認し、設定してください。"
	},
	"deployment-group-not-found": {
		cause: "デプロイグループの名前が違います。既定の名前は DgpECS-CLUSTER-SERVICE です。",
		fix: "aws deploy list-deployment-groups で確認し、設定してください。"
	},
	"deployment-config-not-found": {
		cause: "このリージョンに、ECS 用の次のデプロイ設定がありません: {config|指定された名前のもの}。",
		fix: "定義済みの設定 (CodeDeployDefault.ECSAllAtOnce、ECSCanary10Percent5Minutes、ECSLinear10PercentEvery1Minutes) を指定するか、コンピューティングプラットフォームが ECS の独自の設定を作ってください。"
	},
	"codedeploy-throttled": {
		cause: "1 つのロールからの CodeDeploy の呼び出しが多すぎます (コード THROTTLED)。",
		fix: "バックオフを使い、ポーリングの回数を減らしてください。"
	},
	"health-constraints": {
		cause: "失敗したターゲットが多すぎます (コード HEALTH_CONSTRAINTS)。主に EC2/オンプレミスで起こります。",
		fix: "失敗したターゲット自身のエラーを見てください。"
	},
	"health-constraints-invalid": {
		cause: "正常なホストの最小数を満たせません (コード HEALTH_CONSTRAINTS_INVALID)。",
		fix: "最小数を下げるか、正常なターゲットを追加してください。"
	},
	"code-invalid-ecs-service": {
		cause: "デプロイグループの ECS サービスが、存在しないか、アクティブでないか、CODE_DEPLOY コントローラーの管理下にありません。",
		fix: "サービスが ACTIVE で、その deploymentController が CODE_DEPLOY であることを確認してください。"
	},
	"code-ecs-update-error": {
		cause: "ECS が CodeDeploy の変更を拒否しました。メッセージに ECS のエラーが引用されています。",
		fix: "メッセージの 'unexpected error:' の後の文を読んでください。それが ECS の返した内容です。"
	},
	"code-manual-stop": {
		cause: "誰かまたは別のジョブが、デプロイを停止しました。",
		fix: "StopDeployment の呼び出し元を CloudTrail で探してください。アプリケーションの障害ではありません。"
	},
	"code-timeout": {
		cause: "ステップが制限時間を超えました。",
		fix: "どのステップかをメッセージで確認してください。置き換え用のタスク、フック、続行待ちのどれかです。"
	},
	"code-revision-missing": {
		cause: "リビジョンがアップロードされていないか、削除されています。",
		fix: "リビジョンを登録し、もう一度渡してください。"
	},
	"code-deployment-group-missing": {
		cause: "デプロイグループが削除されています。",
		fix: "デプロイグループを作り直すか、名前を直してください。"
	},
	"code-application-missing": {
		cause: "アプリケーションが削除されています。",
		fix: "アプリケーションを作り直すか、名前を直してください。"
	},
	"code-internal-error": {
		cause: "AWS 側の障害か、デプロイ中にリソースが変更されたことが原因です。",
		fix: "一度再試行してください。その後で、リスナーとターゲットグループを確認してください。"
	},
	"code-resource-limit-exceeded": {
		cause: "アカウントのクォータに達しました。",
		fix: "CodeDeploy、ECS、ELB の Service Quotas を見てください。"
	},
	"code-missing-elb-information": {
		cause: "デプロイグループに、ロードバランサーの情報がありません。",
		fix: "loadBalancerInfo に、ターゲットグループの組を設定してください。"
	},
	"code-missing-blue-green-configuration": {
		cause: "グループに blue/green の設定がありません。",
		fix: "blueGreenDeploymentConfiguration を設定し、デプロイのスタイルを、トラフィック制御ありの BLUE_GREEN にしてください。"
	},
	"code-elb-invalid": {
		cause: "ロードバランサー、リスナー、またはターゲットグループが適合しません (削除された、別の VPC にある、ターゲットタイプが違う)。",
		fix: "ターゲットタイプ ip、同じ VPC、存在するリスナーを使ってください。"
	},
	"code-invalid-lambda-function": {
		cause: "フックの関数が存在しません。",
		fix: "AppSpec のフックの ARN を直してください。"
	},
	"code-invalid-lambda-configuration": {
		cause: "フックの関数の設定が誤っています。",
		fix: "関数の状態、バージョン/エイリアス、権限を確認してください。"
	},
	"code-resource-cannot-be-found": {
		cause: "デプロイが指定するリソースがなくなりました。",
		fix: "サービス、タスク定義、ターゲットグループ、フックが存在することを確認してください。"
	},
	"code-customer-application-unhealthy": {
		cause: "変更の後で、アプリケーションが検査に失敗しました。",
		fix: "置き換え用の停止したタスクの理由 (ECS コンソール、サービス、「タスク」タブ)、そのロググループ、ターゲットグループの各ターゲットの理由を読んでください。"
	},
	"code-cloudformation-stack-failure": {
		cause: "デプロイを実行するスタックが失敗しました。",
		fix: "スタックのイベントを読んでください。"
	},
	"ecs-native-hook-failed": {
		cause: "ECS ネイティブの blue/green デプロイのライフサイクルフックが失敗しました。",
		fix: "フックの Lambda のログを読んでください。hookStatus SUCCEEDED を返してください。フックのロールに、Lambda の呼び出しを許可してください。"
	},
	"listener-rule-arn-invalid": {
		cause: "ECS ネイティブの blue/green がルールの ARN を求めるところに、リスナーの ARN が指定されています。",
		fix: "リスナールールの ARN を渡してください (aws elbv2 describe-rules で確認できます。既定のルールも使えます)。"
	},
	"listener-rule-shared": {
		cause: "本番用とテスト用が、1 つのルールを使っています。",
		fix: "テスト用のトラフィックに、別のルール (またはリスナーのポート) を作ってください。"
	},
	"taskset-desired-count-mismatch": {
		cause: "デプロイ中に、タスクの必要数が変わりました (Auto Scaling)。",
		fix: "デプロイ中はスケーリングを一時停止し、desiredCount をテンプレートに書かないでください。"
	}
};

// packages/domain/lib/diagnosis/japanese/credentials.js
const CREDENTIALS = {
	"oidc-not-authorized": {
		cause: "ロールの信頼ポリシーが、このトークンと一致しません。sub (リポジトリ、ブランチ、環境)、aud、またはプロバイダーの ARN が違います。",
		fix: "信頼ポリシーの sub の条件を、この実行の repo:OWNER/REPO:... と比べてください (大文字と小文字、環境も区別されます。ワイルドカードには StringLike が必要です)。"
	},
	"oidc-provider-missing": {
		cause: "アカウントに、次の OIDC プロバイダーがありません: {provider|GitHub}。",
		fix: "その URL の IAM OIDC プロバイダーを、オーディエンス sts.amazonaws.com で作成してください。"
	},
	"oidc-audience-mismatch": {
		cause: "プロバイダーのクライアント ID のリストに、トークンのオーディエンスがありません。",
		fix: "プロバイダーのオーディエンスに、sts.amazonaws.com (または要求しているもの) を追加してください。"
	},
	"credentials-not-loaded": {
		cause: "認証情報がありません。id-token の権限がないか、シークレットが空 (フォークからのプルリクエスト) か、ロールの入力がありません。",
		fix: "permissions: id-token: write と role-to-assume を追加するか、このイベントと環境にシークレットがあることを確認してください。"
	},
	"oidc-permission-missing": {
		cause: "ジョブに permissions: id-token: write がありません。",
		fix: "permissions: id-token: write と contents: read をジョブに追加してください (再利用可能なワークフローでは、呼び出し元にも追加してください)。"
	},
	"oidc-token-url-missing": {
		cause: "ジョブに、GitHub に ID トークンを要求する権限がありません。",
		fix: "permissions: id-token: write を追加してください。フォークからのプルリクエストには、この権限は決して与えられません。"
	},
	"token-expired": {
		cause: "長い待ち時間の間に、セッション (既定では 1 時間) が終わりました。",
		fix: "role-duration-seconds とロールの最大セッション時間を長くするか、後のステップの前にもう一度ロールを引き受けてください。"
	},
	"clock-skewed": {
		cause: "呼び出しに署名したマシンの時計 ({signed|時刻はメッセージを参照}) が、AWS の時計と 5 分より大きくずれています。または、リクエストが送られるまでに同じだけの時間がたちました。",
		fix: "セルフホストランナーまたはホストでは、NTP (chrony) で時計を合わせてください。コンテナの時計は、ホストの時計です。一時停止されていたジョブは、もう一度実行してください。"
	},
	"assume-role-denied": {
		cause: "呼び出し元の ID に、ロール {role} を引き受ける権限がありません。呼び出し元のポリシーに sts:AssumeRole がないか、ロールの信頼ポリシーに呼び出し元が指定されていません。",
		fix: "{role} の信頼ポリシーの Principal に、呼び出し元のユーザーまたはロールを指定してください。呼び出し元のポリシーで、{role} に対する sts:AssumeRole を許可してください。ロールの連鎖には、両方が必要です。"
	},
	"endpoint-unreachable": {
		cause: "呼び出しが、AWS のエンドポイント {host} に届きません。リージョンの名前が誤っているか、マシンからの経路がありません (NAT がない、VPC エンドポイントがない、プロキシがある)。",
		fix: "aws-region を、{host} の中の名前と照らし合わせてください。プライベートサブネットでは、NAT ゲートウェイかサービスの VPC エンドポイントを追加してください。プロキシの内側では、HTTPS_PROXY と NO_PROXY を設定してください。"
	},
	"token-invalid": {
		cause: "キーが削除されたか誤っている、セッショントークンが抜けているか別のものが混ざっている、またはリージョンがアカウントで有効になっていません。",
		fix: "キーを再発行するか、一時的なキーとともにセッショントークンを渡すか、リージョンを有効にしてください。"
	},
	"session-duration-too-long": {
		cause: "ロールが許可するより長い時間が要求されました。",
		fix: "role-duration-seconds を短くするか、ロールの最大値を大きくしてください。"
	},
	"region-input-missing": {
		cause: "入力 aws-region が空です。多くは、変数が設定されていないためです。",
		fix: "aws-region を設定してください。"
	},
	"region-missing": {
		cause: "SDK がリージョンを見つけられませんでした。",
		fix: "AWS_REGION を設定するか、先に認証情報のステップを実行してください。"
	},
	"region-not-valid": {
		cause: "aws-region がリージョン名ではありません (us-east-1a のようなゾーン、余分な空白)。",
		fix: "eu-west-1 のようなリージョンを指定してください。"
	},
	"secret-access-key-missing": {
		cause: "キーの組の片方しか指定されていません。シークレットが空です。",
		fix: "両方のシークレットを設定するか、OIDC に変更してください。"
	},
	"missing-authentication-token": {
		cause: "リクエストが署名されていません。認証情報が空です。",
		fix: "このジョブで認証情報のステップが実行されたことを確認してください。"
	},
	"missing-credentials-in-config": {
		cause: "古い SDK が認証情報を見つけられませんでした。",
		fix: "先に認証情報のステップを実行してください。アクションを更新してください。"
	},
	"no-credentials-for-account": {
		cause: "CDK が、対象のアカウントの認証情報を見つけられなかったか、別のアカウントの認証情報を見つけました。",
		fix: "このジョブで、対象のアカウントのロールを引き受けてください。スタックの env のアカウントを確認してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/database-migration.js
const DATABASE_MIGRATION = {
	"rails-concurrent-migration": {
		cause: "2 つのマイグレーションが同時に実行されています。すべてのタスクが起動時にマイグレーションするか、2 つのデプロイが重なっています。",
		fix: "マイグレーションは、デプロイの前に単発のタスクとして、concurrency グループの下で 1 回だけ実行してください。トランザクションモードの PgBouncer を使っている場合は、データベースに直接接続してください。"
	},
	"rails-pending-migrations": {
		cause: "スキーマがコードより古くなっています。このデータベースでマイグレーションが実行されていないか、RAILS_ENV が production ではありません。",
		fix: "先に bin/rails db:migrate を単発のタスクとして実行してください。RAILS_ENV=production を設定してください。"
	},
	"postgres-database-missing": {
		cause: "サーバーは応答していますが、次のデータベースがありません: {database|指定された名前のもの}。",
		fix: "データベースを一度作成する (bin/rails db:create または CREATE DATABASE) か、DATABASE_URL の名前を直してください。"
	},
	"rails-master-key-missing": {
		cause: "コンテナに RAILS_MASTER_KEY がありません。",
		fix: "タスク定義のシークレットに RAILS_MASTER_KEY を追加してください。ビルド時の処理には、SECRET_KEY_BASE_DUMMY=1 を使ってください。"
	},
	"rails-credentials-cannot-decrypt": {
		cause: "RAILS_MASTER_KEY が、credentials ファイルを暗号化したキーではありません。",
		fix: "この環境のキーを、改行なしで指定してください (credentials/production.yml.enc には production.key)。"
	},
	"rails-master-key-wrong-length": {
		cause: "RAILS_MASTER_KEY の長さが正しくありません (余分な改行、引用符、JSON)。",
		fix: "32 文字の 16 進数だけを保存してください。"
	},
	"rails-secret-key-base-missing": {
		cause: "環境変数にも credentials にも secret_key_base がありません。",
		fix: "SECRET_KEY_BASE をシークレットとして設定するか、RAILS_MASTER_KEY を設定してください。"
	},
	"django-disallowed-host": {
		cause: "ロードバランサーのヘルスチェックが、タスクの IP をホストとして使っています ({host|メッセージを参照})。Django は 400 で応答します。",
		fix: "タスクの IP (タスクメタデータエンドポイントから取得) を ALLOWED_HOSTS に追加するか、早い段階のミドルウェアでヘルスチェックのパスに応答してください。"
	},
	"django-secret-key-empty": {
		cause: "シークレットが環境変数にありません。",
		fix: "タスク定義のシークレットに追加してください。ビルド時の collectstatic には、ダミーの値を使ってください。"
	},
	"django-settings-not-configured": {
		cause: "DJANGO_SETTINGS_MODULE が設定されていません。",
		fix: "タスク定義で設定してください。"
	},
	"python-module-missing": {
		cause: "モジュールがありません: {module|メッセージが示すモジュール}。依存関係がインストールされていないか、作業フォルダーが違うか、モジュールのパスの変数が設定されていません。",
		fix: "イメージにインストールし、WORKDIR を設定し、コマンドの変数を確認してください。"
	},
	"postgres-connect-timeout": {
		cause: "{address|データベース} へのパケットが破棄されています。データベースのセキュリティグループがタスクを許可していないか、VPC またはルートが誤っています。",
		fix: "データベースのセキュリティグループで、タスクのセキュリティグループからのポート 5432 を許可してください。データベースと同じ VPC で実行し、プライベートアドレスを使ってください。"
	},
	"postgres-connect-refused": {
		cause: "{address|データベースのアドレス} で待ち受けているものがありません。ホスト (localhost、Compose の名前) またはポートが誤っているか、データベースが起動していません。",
		fix: "ホストに RDS のエンドポイントを、ポートにそのポートを設定してください。インスタンスが利用可能か確認してください。"
	},
	"postgres-host-unresolved": {
		cause: "ホスト名 {host|(データベースのもの)} が誤っているか、ポートやスキームを含んでいます。または、VPC の DNS が無効です。",
		fix: "エンドポイントの名前だけを指定してください。VPC の DNS 解決を有効にしてください。"
	},
	"postgres-password-wrong": {
		cause: "データベースが、ユーザー {user|(接続に使ったもの)} またはそのパスワードを拒否しています。シークレットがローテーションされたか、特殊文字が URL エンコードされていません。",
		fix: "現在のシークレットを使い (ローテーションの後は新しいタスクを起動する)、DATABASE_URL の中のパスワードを URL エンコードしてください。"
	},
	"postgres-ssl-required": {
		cause: "サーバーが TLS を要求しています (RDS PostgreSQL 15+ は rds.force_ssl を設定します)。",
		fix: "sslmode=require を追加してください。verify-full の場合は RDS の CA バンドルも使ってください。"
	},
	"postgres-no-connection-slots": {
		cause: "接続を使い切っています。blue/green では接続が 2 倍になります。",
		fix: "プールのサイズを小さくするか、RDS Proxy またはより大きいインスタンスを使ってください。"
	},
	"mysql-access-denied": {
		cause: "MySQL には届きましたが、{host|タスク} からのユーザー {user|(接続に使ったもの)} またはそのパスワードが拒否されています。",
		fix: "シークレットと、ユーザーのホストに対する権限付与を確認してください。パスワードを URL エンコードしてください。"
	},
	"mysql-connect-timeout": {
		cause: "パケットが MySQL の手前で破棄されています。セキュリティグループまたは VPC が原因です。",
		fix: "データベースのセキュリティグループで、タスクのセキュリティグループからのポート 3306 を許可してください。データベースと同じ VPC で実行し、プライベートアドレスを使ってください。"
	},
	"mysql-host-unresolved": {
		cause: "ホスト名 {host|(サーバーのもの)} を解決できません。",
		fix: "エンドポイントを直してください。VPC の DNS を有効にしてください。"
	},
	"mysql-unknown-database": {
		cause: "サーバーにデータベース {database|(指定された名前のもの)} がありません。",
		fix: "一度だけ作成するか、名前を直してください。"
	},
	"prisma-unreachable": {
		cause: "Prisma が {address|データベース} への接続を開けませんでした。ネットワークの問題か、データベースがスリープしています。",
		fix: "データベースのセキュリティグループ、VPC、接続文字列のホストとポートを確認してください。"
	},
	"prisma-advisory-lock": {
		cause: "別のマイグレーションがロックを保持しているか、間にプーラーがあります (P1002)。",
		fix: "マイグレーションは一度に 1 つだけ実行してください。プーラーを通さず、直接接続してください。"
	},
	"alembic-multiple-heads": {
		cause: "2 つのマイグレーションが同じ親から分岐しています。",
		fix: "alembic merge heads を実行し、コミットして、もう一度デプロイしてください。"
	},
	"migration-lock-timeout": {
		cause: "実行中のクエリがテーブルのロックを保持しています。",
		fix: "負荷の低い時間に再試行してください。lock_timeout を設定してください。変更を安全な段階に分けてください。"
	}
};

// packages/domain/lib/diagnosis/japanese/database.js
const DATABASE = {
	"table-missing": {
		cause: "テーブル {table|(メッセージが示すもの)} が存在しません。そのマイグレーションがこのデータベースで実行されていないか、使われた後に実行されるか、スキーマ (search_path) が違います。",
		fix: "新しいタスクが起動する前に、すべてのマイグレーションを (このパイプラインの migrate で) 依存関係の順に実行してください。アプリケーションが使うデータベースで実行されることを確認してください。"
	},
	"column-missing": {
		cause: "列 {column|(メッセージが示すもの)} が存在しません。スキーマがコードより古いか、別のマイグレーションが追加する前に、マイグレーションがその列を使っています。",
		fix: "新しいバージョンが起動する前に、マイグレーションを実行してください。{column|その列} を追加する変更を、使うものより前に置いてください。切り替えの間、古いタスクは動き続けます。先に追加し、削除は 1 リリース後にしてください。"
	},
	"relation-exists": {
		cause: "{table|オブジェクト} はデータベースに存在しますが、このマイグレーションは実行済みと記録されていません。以前の実行が途中で止まったか、スキーマが別の方法で作られました (synchronize、読み込んだダンプ)。",
		fix: "ツールのマイグレーションのテーブルを、スキーマと比べてください。完了しているマイグレーションは、実行済みと記録してください。そうでなければ、途中まで作られたオブジェクトを取り除いてください。本番では、スキーマの自動作成を無効にしてください。"
	},
	"statement-timeout": {
		cause: "文の実行が、データベースまたはクライアントの許す時間 (statement_timeout) を超えました。",
		fix: "マイグレーションの場合は、そのセッションでタイムアウトを上げ (SET statement_timeout)、小分けに処理し、インデックスを CONCURRENTLY で作成してください。何に時間がかかるかは、EXPLAIN で確認してください。"
	},
	"lock-wait-timeout": {
		cause: "文に必要なロックを、別のトランザクションが、許された待ち時間より長く保持しています。",
		fix: "長いトランザクションを見つけて終わらせ (SHOW PROCESSLIST、pg_stat_activity)、負荷の少ない時間に実行し、変更を小さな段階に分けてください。短いロックタイムアウトと再試行のあるマイグレーションが、最も害が少なくなります。"
	},
	deadlock: {
		cause: "2 つのトランザクションが互いのロックを待ち、データベースがこちらを終了させました。",
		fix: "もう一度実行してください。繰り返す場合は、すべてのコードで同じ順序でロックを取り、トランザクションを短くし、マイグレーションは一度に 1 つだけ実行してください。"
	},
	"not-null-violation": {
		cause: "NOT NULL にする列 {column|(メッセージが示すもの)} に、値のない行があります。",
		fix: "先に既存の行に値を入れ (小分けのバックフィル)、その後で制約を追加してください。切り替えの間、古いバージョンはまだ値のない行を書き込みます。"
	},
	"unique-violation": {
		cause: "既存のデータに、{index|一意インデックス} が禁じる重複があるか、行が 2 回挿入されました。",
		fix: "先に重複を見つけて統合し (GROUP BY … HAVING count(*) > 1)、その後でインデックスを作成してください。データのマイグレーションは、再実行しても安全なものにしてください (ON CONFLICT DO NOTHING)。"
	},
	"foreign-key-violation": {
		cause: "存在しない行を参照する行があるか、{index|外部キー} が、参照先のテーブルの型またはキーに合いません。",
		fix: "先に、参照先のない行を削除または修復してください。両方の列を同じ型にし、参照先の列に一意キーを付けてください。PostgreSQL では、制約を NOT VALID で追加し、その後で検証してください。"
	},
	"check-violation": {
		cause: "既存の行が {index|新しい CHECK 制約} に違反しています。",
		fix: "先に行を修復し、その後で制約を追加してください (PostgreSQL では NOT VALID、次に VALIDATE CONSTRAINT)。"
	},
	"value-too-long": {
		cause: "列 {column|}: 値が、この列の許す長さまたは大きさを超えています。",
		fix: "先に列を広げるか、値を短くしてください。"
	},
	"column-type-cast": {
		cause: "PostgreSQL は {column|値} を {type|新しい型} に自動では変換しません。",
		fix: "ALTER COLUMN … TYPE の USING で変換方法を指定してください (または、クエリで明示的にキャストしてください)。大きなテーブルでは、新しい列を追加し、小分けに値を入れ、切り替えてください。"
	},
	"database-permission-denied": {
		cause: "データベースのユーザーには、この操作の権限がありません ({object|メッセージが示すもの})。権限が付与されていないか、別のロールがオブジェクトを所有しています。PostgreSQL 15 以降では、スキーマ public の CREATE は誰にも付与されません。",
		fix: "マイグレーションはスキーマを所有するロールで実行し、足りない権限を付与してください: GRANT … ON {object|オブジェクト} TO {user|ユーザー}。今後のテーブルには ALTER DEFAULT PRIVILEGES を使ってください。拡張は RDS のマスターユーザーが作成します (rds_superuser)。"
	},
	"role-missing": {
		cause: "データベースがユーザー {user|(接続のもの)} を受け入れません。そのユーザーがいないか、(SQL Server、IAM で) パスワードまたはトークンが拒否されています。",
		fix: "ユーザー {user|(接続のもの)} を作成するか、名前を直してください。パスワードはシークレットから設定してください。IAM 認証では、rds_iam と rds-db:connect を付与してください。"
	},
	"database-password-not-given": {
		cause: "データベースはパスワードを求めていますが、アプリケーションが渡していません。その変数またはシークレットが、コンテナで空か、ありません。",
		fix: "アプリケーションが読む名前でコンテナの secrets に (または接続 URL に) パスワードを追加し、もう一度デプロイしてください。"
	},
	"database-login-method-unknown": {
		cause: "データベースのログイン方式を、イメージのドライバーまたはクライアントが知りません: {plugin|SCRAM や caching_sha2_password などの方式}。",
		fix: "イメージのドライバーまたはクライアントライブラリを更新してください (libpq 10 以降、MySQL 8 のクライアント、mysql の代わりに mysql2、Alpine では mariadb-connector-c)。それが不可能な場合だけ、古い方式でユーザーを作成してください。"
	},
	"index-key-too-long": {
		cause: "インデックスを付ける列が、データベースがインデックスに許す長さを超えています (上限は {limit|所定の} バイト。utf8mb4 の 1 文字は 4 バイトです)。",
		fix: "列の先頭部分にインデックスを付けるか、列を短くする (VARCHAR(191) は 767 バイトに収まります) か、InnoDB で ROW_FORMAT=DYNAMIC (3072 バイト) を使ってください。"
	},
	"database-too-many-connections": {
		cause: "サーバーの接続を使い切っています。blue と green のタスク、マイグレーション、プールの接続が積み重なっています。",
		fix: "タスクごとのプールを小さくし (タスク数 × プールを max_connections 未満に。デプロイ中は 2 倍)、使われていない接続を終わらせ、RDS Proxy またはより大きなインスタンスを使ってください。"
	},
	"database-disk-full": {
		cause: "データベースの空きがありません。ディスクがいっぱいか、Redis が maxmemory に達しています。",
		fix: "ストレージ (RDS のストレージの自動スケーリング) またはキャッシュのサイズを上げ、不要なものを削除し、何が増えたかを確認してください。"
	},
	"database-read-only": {
		cause: "接続先がレプリカまたはリーダーエンドポイントであるか、データベースがフェイルオーバーの途中です。",
		fix: "マイグレーションと書き込みには、ライターエンドポイント (Aurora のクラスターエンドポイント。-ro ではないもの) を使ってください。フェイルオーバーの後は、新しい接続を使ってください。"
	},
	"database-starting": {
		cause: "データベースが、ちょうど再起動、フェイルオーバー、または復旧の途中です。",
		fix: "利用可能になるまで待ち (RDS のイベントを参照)、ジョブをもう一度実行してください。プログラムには、最初の接続を 1 分間再試行させてください。"
	},
	"database-syntax": {
		cause: "データベースが文を理解できません。場所: {token|メッセージが示す場所}。誤りがあるか、そのバージョンにない機能、型、または拡張を使っています。",
		fix: "本番と同じバージョンのデータベースで、文を実行してください。型または関数が拡張のものである場合は、先に拡張を作成してください。"
	},
	"database-extension-missing": {
		cause: "データベースサーバーが、拡張 {extension|(文が指定するもの)} を提供していません。そのバージョンにないか、サーバーにインストールされていません。",
		fix: "サーバーが提供するものを確認し (SELECT name FROM pg_available_extensions)、{extension|その拡張} を持つバージョンの RDS またはデータベースのイメージを使い、マスターユーザーで一度作成してください。"
	},
	"dependent-database-objects": {
		cause: "データベースのほかのオブジェクト (ビュー、外部キー、または既定値) が {object|マイグレーションが削除するもの} に依存しています。",
		fix: "実行中のどのバージョンも使わなくなってから、それらを先に、独立したマイグレーションで削除または変更してください。一覧はメッセージ (DETAIL) にあります。CASCADE は、確認なしにそれらを削除します。"
	},
	"database-version-unsupported": {
		cause: "サーバーのバージョン ({found|メッセージのもの}) とプログラムのバージョン ({wanted|メッセージのもの}) が合いません。",
		fix: "サーバーと同じかより新しいバージョンのクライアントをイメージで使う (postgresql-client-17 など) か、先に独立したデプロイでサーバーをアップグレードしてください。"
	},
	"concurrent-index-in-transaction": {
		cause: "PostgreSQL はこの文をトランザクションの中で実行しませんが、マイグレーションツールがトランザクションを開いています。または、同じトランザクションの前の文が失敗しています。",
		fix: "このマイグレーションでは、トランザクションを無効にしてください: disable_ddl_transaction! (Rails)、atomic = False (Django)、executeInTransaction=false (Flyway)、-- +goose NO TRANSACTION、x-no-tx-wrap、transaction: false (TypeORM、Knex)。"
	}
};

// packages/domain/lib/diagnosis/japanese/ecs-api-more.js
const ECS_API_MORE = {
	"service-connect-name-taken": {
		cause: "Service Connect の名前が、名前空間の中で 2 回使われています ({resource|メッセージを参照})。別のサービスまたは残ったものが、その名前を持っています。",
		fix: "別の discoveryName またはクライアントエイリアスを選ぶか、その名前を持つサービスを削除してください。"
	},
	"namespace-missing": {
		cause: "Cloud Map の名前空間 {namespace|}: このリージョンとアカウントにはありません。",
		fix: "作成する (aws servicediscovery create-http-namespace) か、完全な ARN を指定してください。"
	},
	"execution-role-for-logs": {
		cause: "タスク定義に実行ロールがありません。Fargate では、{what|ログドライバー、ECR、シークレット} のために必要です。",
		fix: "executionRoleArn に、AmazonECSTaskExecutionRolePolicy を持つロールを設定してください。"
	},
	"cluster-not-found": {
		cause: "このリージョンとアカウントに、クラスター {cluster|(指定された名前のもの)} がありません。指定がなければ、ECS は \"default\" を使います。",
		fix: "cluster と aws-region を直し、認証情報が正しいアカウントのものか確認してください (aws ecs list-clusters)。"
	},
	"service-exists-differently": {
		cause: "その名前のサービスが、別の設定ですでにあります。",
		fix: "そのサービスを更新するか、別の名前を選んでください。残ったものは削除してください (aws ecs delete-service --force)。"
	},
	"secret-and-variable-same-name": {
		cause: "{variable|同じ名前} が、1 つのコンテナの environment と secrets の両方にあります。",
		fix: "どちらか一方を取り除いてください。残すのはシークレットのほうです。"
	},
	"cli-too-old": {
		cause: "呼び出された AWS CLI または SDK が、{path|入力} の中の {key|キー} を知りません。キーの入力の誤りか、ツールがキーより古いためです。",
		fix: "キーを直してください。または、CLI かタスク定義を登録するアクションを更新してください。"
	},
	"call-not-authorized": {
		cause: "ロール {role|(呼び出し元のもの)} には、{action|このアクション} を呼び出す権限がありません。",
		fix: "ロール {role|(メッセージが示すもの)} のポリシーで、{resource|リソース} に対する {action|アクション} を許可してください。"
	},
	"subnet-not-found-in-call": {
		cause: "サブネット {subnet|(メッセージが示すもの)} は、このリージョンとアカウントにありません。",
		fix: "ネットワーク設定のサブネットと、aws-region を直してください。"
	},
	"target-group-missing-in-call": {
		cause: "ターゲットグループがこのリージョンとアカウントにないか、ECS に参照する権限がありません。",
		fix: "ARN を直すか、サービスより先にターゲットグループ (とそのリスナールール) を作成してください。"
	},
	"target-type-not-ip": {
		cause: "ターゲットグループ {group|}: タイプが instance です。awsvpc ネットワークのタスクは、アドレスで登録されます。",
		fix: "タイプが ip のターゲットグループを作成してください。タイプは変更できません。"
	},
	"desired-count-quota": {
		cause: "このリージョンのアカウントのクォータを使い切っています。",
		fix: "Service Quotas で、メッセージが示すサービスを見てください。使っていないものを削除するか、引き上げを申請してください。"
	},
	"capacity-provider-missing": {
		cause: "キャパシティプロバイダー {provider|(戦略のもの)} は、クラスターに属していません。",
		fix: "クラスターに関連付ける (aws ecs put-cluster-capacity-providers) か、launchType に FARGATE を使ってください。"
	},
	"task-definition-limits": {
		cause: "タスク定義に矛盾があります。次のどれかです: サイズの超過、定義のないボリューム {volume|}、コンテナの重複。",
		fix: "次のように直してください。mountPoints のボリュームをすべて volumes に宣言し、コンテナごとに別の名前を付け、全体を 64 KiB 未満に収めてください。"
	}
};

// packages/domain/lib/diagnosis/japanese/ecs-api.js
const ECS_API = {
	"network-config-required": {
		cause: "呼び出しに、awsvpc (Fargate) に必要なサブネットとセキュリティグループがありませんでした。",
		fix: "networkConfiguration.awsvpcConfiguration に subnets、securityGroups、assignPublicIp を指定して渡してください。マイグレーションでは、サービスのものをコピーしてください。"
	},
	"network-config-not-valid": {
		cause: "ネットワーク設定が渡されましたが、タスク定義は awsvpc ではありません。",
		fix: "設定を外すか、タスク定義で networkMode を awsvpc にしてください。"
	},
	"fargate-cpu-memory-combo": {
		cause: "cpu と memory が、Fargate で許可された組み合わせになっていません。",
		fix: "有効な組み合わせを選んでください: 256 は 512-2048 MiB、512 は 1024-4096、1024 は 2048-8192、2048 は 4096-16384、4096 は 8192-30720。"
	},
	"invalid-cpu-setting": {
		cause: "タスクの cpu が Fargate にない値か、単位が誤っています。",
		fix: "256、512、1024、2048、4096、8192、16384 のどれかを使ってください。"
	},
	"fargate-task-size-missing": {
		cause: "cpu または memory が、コンテナだけに設定されています。",
		fix: "タスク定義の最上位に cpu と memory を設定してください。"
	},
	"container-memory-exceeds-task": {
		cause: "コンテナ {container} は、タスクの {what} より大きい値を求めています。",
		fix: "タスクの {what} を大きくするか、コンテナ {container} の値を小さくしてください。"
	},
	"container-memory-missing": {
		cause: "タスクにもコンテナにも、メモリが設定されていません。",
		fix: "タスクの memory、またはコンテナの memory/memoryReservation を設定してください。"
	},
	"launch-type-incompatible": {
		cause: "requiresCompatibilities に FARGATE がありません。",
		fix: "requiresCompatibilities に FARGATE を追加し、networkMode を awsvpc にし、cpu と memory を設定して、もう一度登録してください。"
	},
	"role-not-valid": {
		cause: "タスク定義のロールの ARN の形式が誤っているか、プレースホルダーが残っているか、別のアカウントを指しています。",
		fix: "このアカウントの完全なロールの ARN (arn:aws:iam::ACCOUNT:role/NAME) を指定してください。"
	},
	"pass-role-denied": {
		cause: "デプロイロール {caller|}: ロール {role|(タスク定義のもの)} を ECS に渡す権限がありません。",
		fix: "{caller|デプロイロール} のポリシーで、{role|両方のロールの ARN} に対する iam:PassRole を、条件 iam:PassedToService = ecs-tasks.amazonaws.com を付けて許可してください。"
	},
	"container-not-in-task-definition": {
		cause: "ロードバランサー、オーバーライド、または AppSpec がコンテナ {container} を指定していますが、タスク定義にはありません。名前は大文字と小文字が区別されます。",
		fix: "containerDefinitions にある名前を正確に使ってください。"
	},
	"container-name-blank": {
		cause: "ロードバランサーの項目またはオーバーライドに、コンテナの名前がありません。",
		fix: "containerName を設定してください。"
	},
	"service-linked-role-missing": {
		cause: "このアカウントで初めて ECS を使います。サービスリンクロールがないか、作成されて数分しかたっていません。",
		fix: "aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com を実行し、待ってから再試行してください。"
	},
	"infrastructure-role-not-assumable": {
		cause: "インフラストラクチャロールが ecs.amazonaws.com (ecs-tasks ではない) を信頼していないか、作成されたばかりです。",
		fix: "ecs.amazonaws.com がこのロールを引き受けられるようにしてください。待ってから再試行してください。"
	},
	"service-not-active": {
		cause: "サービスは削除されたか、削除の途中です。",
		fix: "更新する前に、サービスをもう一度作成してください。サービスとクラスターの名前を直してください。"
	},
	"service-not-found": {
		cause: "このクラスターとリージョンに、そのサービスはありません。",
		fix: "クラスター、サービス、リージョンを確認してください。クラスターを省略すると 'default' になります。"
	},
	"service-missing": {
		cause: "DescribeServices がサービスを MISSING としています。クラスター (既定のものが使われた)、名前、またはリージョンが誤っています。",
		fix: "入力 cluster を設定し、そこにサービスがあることを確認してください。"
	},
	"service-draining": {
		cause: "その名前のサービスは削除され、まだタスクをドレインしています。",
		fix: "INACTIVE になるまで待つ (aws ecs wait services-inactive) か、別の名前を使ってください。"
	},
	"task-definition-inactive": {
		cause: "このリビジョンは登録解除されています。",
		fix: "新しいリビジョンを登録し、それをデプロイしてください。使用中のリビジョンは登録解除しないでください。"
	},
	"task-definition-not-found": {
		cause: "このリージョンに、そのファミリーまたはリビジョンはありません。",
		fix: "ファミリー、リビジョン、リージョン、アカウントを確認してください。"
	},
	"task-definition-invalid-revision": {
		cause: "コロンの後の部分が番号ではありません (例: :latest)。",
		fix: "family:NUMBER を使うか、最新のものには family だけを使ってください。"
	},
	"task-definition-unexpected-key": {
		cause: "ファイルに、アクションの中の SDK が知らないキー {key} があります。入力の誤りか、SDK が古すぎます。",
		fix: "キーを取り除くか直してください。または、アクションを更新してください。"
	},
	"task-definition-empty": {
		cause: "containerDefinitions が空です。大文字で始まるキーや、値が埋め込まれていないテンプレートでは、これが失われます。",
		fix: "キーのつづり (containerDefinitions) と、ファイルに値が埋め込まれたことを確認してください。"
	},
	"task-definition-file-invalid": {
		cause: "タスク定義のファイルに null の要素があるか、taskDefinition の部分ではなく describe-task-definition の応答全体が入っています。",
		fix: "aws ecs describe-task-definition --query taskDefinition で保存し、null の要素を取り除いてください。"
	},
	"task-definition-concurrent-register": {
		cause: "2 つのジョブが、同じファミリーを同時に登録しています。",
		fix: "concurrency グループでデプロイを 1 つずつ実行し、間隔を置いて再試行してください。"
	},
	"ecs-api-throttled": {
		cause: "アカウント全体の API のレート上限に達しました。",
		fix: "バックオフとジッターを付けて再試行してください。ポーリングの回数を減らしてください。"
	},
	"codedeploy-controller-blocks-update": {
		cause: "サービスは CodeDeploy の管理下にあります。そのため、UpdateService ではタスク定義、ネットワーク、ロードバランサーを変更できません。",
		fix: "CodeDeploy でデプロイしてください (AppSpec を付けた CreateDeployment)。UpdateService は、タスクの必要数などにだけ使ってください。"
	},
	"too-many-active-deployments": {
		cause: "サービスには、進行中のデプロイがすでに 5 つあります。",
		fix: "サービスが安定するまで待つか、止まっているデプロイをロールバックしてください。concurrency グループを使ってください。"
	},
	"task-set-limit": {
		cause: "古いタスクセットが削除されていません。",
		fix: "使われていないタスクセットを一覧にして削除し (aws ecs delete-task-set --force)、再試行してください。"
	},
	"target-group-without-load-balancer": {
		cause: "ターゲットグループ {group} は、まだリスナーに関連付けられていません。",
		fix: "先にリスナーまたはルールを作成し、サービスがそれに依存するようにしてください。"
	},
	"platform-version-incompatible": {
		cause: "タスク定義の機能 (EFS、キーを指定したシークレット、エフェメラルストレージ) には、より新しい Fargate プラットフォームが必要です。",
		fix: "platformVersion を LATEST (1.4.0 以降) にしてください。"
	},
	"platform-version-unknown": {
		cause: "platformVersion が、Fargate にない値です。",
		fix: "LATEST または 1.4.0 を使ってください。"
	},
	"security-group-wrong-vpc": {
		cause: "サブネット {subnet} とセキュリティグループ {group} が、別の VPC にあります。",
		fix: "両方を同じ VPC から選んでください。"
	},
	"security-group-not-found": {
		cause: "セキュリティグループの ID が誤っているか、削除されたか、別のリージョンのものです。",
		fix: "このリージョンと VPC の ID に直してください。"
	},
	"describe-services-denied": {
		cause: "デプロイロールに、サービスを読み取る権限がありません。",
		fix: "サービスの ARN に対する ecs:DescribeServices を許可してください。"
	},
	"services-stable-timeout": {
		cause: "サービスが、ウェイターの時間内に安定した状態になりませんでした。理由は、サービスのイベントと停止したタスクにあります。",
		fix: "サービスのイベントと停止したタスクから、最初の原因を読み取ってください。待ち時間は、起動が本当に遅い場合にだけ長くしてください。"
	},
	"waiter-timeout": {
		cause: "SDK のウェイターが時間切れになりました。",
		fix: "サービスの停止したタスクの理由を読み、次に最新のイベントとターゲットのヘルスの状態を見てください: ECS コンソール、サービス、「タスク」タブと「イベント」タブ。"
	},
	"run-task-nonzero-exit": {
		cause: "1 回だけ実行するタスクが、0 以外の終了コードで終わりました。",
		fix: "括弧の中に、失敗した各コンテナの理由があります。アプリケーション自身のエラーは、そのログストリームの最後で確認してください。"
	},
	"rolled-back-by-circuit-breaker": {
		cause: "サービスは古いバージョンで再び安定しました。新しいバージョンはロールバックされました。",
		fix: "失敗したデプロイの停止したタスクを調べてください。"
	},
	"unsupported-deployment-controller": {
		cause: "サービスは EXTERNAL コントローラーを使っています。デプロイのアクションは、これを扱えません。",
		fix: "ECS または CODE_DEPLOY コントローラーで、サービスを作り直してください。"
	},
	"external-controller-blocks-update": {
		cause: "別のツールがこのサービスのタスクセットを管理しています。そのため、UpdateService では変更できません。",
		fix: "タスクセットを作ったツールでデプロイするか、ECS または CODE_DEPLOY コントローラーでサービスを作り直してください。"
	},
	"deployment-controller-unknown-to-action": {
		cause: "デプロイするアクションが、メッセージの示すコントローラーを知りません。別のコントローラー用のアクションか、そのバージョンに不具合があります。",
		fix: "そのアクションを更新してください。CODE_DEPLOY コントローラーのサービスは、actions/blue-green-codedeploy でデプロイします。"
	},
	"host-port-differs": {
		cause: "ポートマッピングの hostPort が containerPort と違います。awsvpc と host のネットワークでは、両方が同じポートです。",
		fix: "ポートマッピングから hostPort を取り除いてください。"
	},
	"container-image-empty": {
		cause: "タスク定義のコンテナにイメージがありません。多くは、ビルドのステップの出力が空でした。",
		fix: "値を埋め込んだタスク定義を表示してください。出力の名前を確認してください。ジョブをまたぐ場合は、その中のアカウント ID がマスクされていないことも確認してください。GitHub はそのような出力を空にします。"
	},
	"task-definition-member-empty": {
		cause: "タスク定義の必須の項目がないか、空です。",
		fix: "メッセージが示す項目に値を入れてください。テンプレートが空のままにした可能性があります。"
	}
};

// packages/domain/lib/diagnosis/japanese/ecs-deployments.js
const ECS_DEPLOYMENTS = {
	"native-target-group-on-no-rule": {
		cause: "ターゲットグループ {group} は、本番ルールとテストルールのどちらの転送アクションにもありません。",
		fix: "両方のターゲットグループを重み 1 と 0 で本番ルールに入れるか、テストルールから使われていないほうに転送してください。その後、もう一度デプロイしてください。"
	},
	"native-both-groups-must-be-on-rules": {
		cause: "本番ルールにターゲットグループが 1 つしかなく、もう 1 つを指定するテストルールもありません。CodeDeploy から移行した後によくあります。",
		fix: "本番ルールから両方のターゲットグループに転送する (1 と 0) か、もう 1 つに転送するテストルールを指定し、サービスをもう一度更新してください。"
	},
	"native-two-groups-serve": {
		cause: "デプロイの開始時に、ルール {rule} の両方のターゲットグループの重みが 0 より大きくなっています。中断された切り替え、Terraform、または CloudFormation がその状態にしました。",
		fix: "実行中のタスクがあるグループを見つけ、そのルールでもう 1 つの重みを 0 にし、もう一度デプロイしてください。"
	},
	"native-unexpected-group-on-rule": {
		cause: "本番ルールがターゲットグループ {group} にトラフィックを送っていますが、サービスはそのグループを指定していません。",
		fix: "ルールがサービスの 2 つのターゲットグループだけに転送するようにするか、サービスの targetGroupArn と alternateTargetGroupArn を直してください。"
	},
	"native-test-rule-required": {
		cause: "本番ルールにターゲットグループが 1 つしかなく、テストルールも指定されていません。",
		fix: "代替のターゲットグループを重み 0 で本番ルールに追加するか、それに転送するテストルールを指定してください。"
	},
	"native-nlb-rule-arn-wrong-kind": {
		cause: "Network Load Balancer の場合、このフィールドにはルールではなくリスナーの ARN を指定します。",
		fix: "productionListenerRule にリスナーの ARN (listener/net/...) を、testListenerRule に別のリスナーを指定してください。"
	},
	"native-duplicate-target-group": {
		cause: "ターゲットグループ {group} が loadBalancers の 2 つの項目にあるか、自分自身の代替になっています。",
		fix: "各項目に、専用のターゲットグループの組を指定してください。"
	},
	"native-advanced-config-not-on-all": {
		cause: "loadBalancers の項目に、advancedConfiguration があるものとないものがあります。",
		fix: "すべての項目に advancedConfiguration (専用の代替ターゲットグループとルール) を指定するか、どれにも指定せずに ROLLING を使ってください。"
	},
	"native-advanced-config-missing": {
		cause: "戦略は BLUE_GREEN、LINEAR、または CANARY ですが、loadBalancers の項目に advancedConfiguration がありません。Terraform は、load_balancer の変更を無視する場合、古いブロックを送ります。",
		fix: "戦略を変更する呼び出しで、advancedConfiguration (alternateTargetGroupArn、productionListenerRule、roleArn) 付きの loadBalancers を送ってください。"
	},
	"native-infra-role-permissions": {
		cause: "ECS が、インフラストラクチャロール {role} を引き受けられないか、使えません。信頼ポリシーに ecs.amazonaws.com がないか、ロードバランサー用のポリシーがありません。",
		fix: "ecs.amazonaws.com が {role} を引き受けられるようにし、AmazonECSInfrastructureRolePolicyForLoadBalancers をアタッチしてください。"
	},
	"native-infra-role-action-denied": {
		cause: "インフラストラクチャロール {role} は、{action} の呼び出しを許可されていません。そばにある \"hook\" という語は、ECS 自身のトラフィックの切り替えを指します。",
		fix: "ロール {role} で、{resource|ロードバランサーのターゲットグループ、リスナー、ルール} に対する {action} を許可するか、AmazonECSInfrastructureRolePolicyForLoadBalancers をアタッチしてください。"
	},
	"native-hook-role-not-assumable": {
		cause: "{stage} のフックのロール {role} が、ecs.amazonaws.com を信頼していません。",
		fix: "ecs.amazonaws.com が {role} (フックの roleArn) を引き受けられるようにし、そのロールに lambda:InvokeFunction を許可してください。"
	},
	"native-hook-returned-failed": {
		cause: "フック {function} が、{stage} で新しいリビジョンを不良と判断し、FAILED と応答しました。PRE_SCALE_UP の時点では、そのタスクはまだ 1 つも動いていません。",
		fix: "その時刻の関数のログを読んでください。関数が見つけた問題、または関数を直し、もう一度デプロイしてください。"
	},
	"native-hook-response-unparsable": {
		cause: "フック {function} が、ECS の読み取れる応答を返しませんでした ({reason|メッセージを参照})。例外を投げたか、タイムアウトしたか、hookStatus を返していません。",
		fix: "すべての経路で {\"hookStatus\": \"SUCCEEDED\"} (または FAILED、IN_PROGRESS) を返し、例外を捕捉し、本当のエラーを関数のログで読んでください。スケールアップ前のフックは、サービスの作成時にも実行されます。"
	},
	"native-hook-failed": {
		cause: "{stage} のライフサイクルフックが失敗しました。理由はその後にあります。",
		fix: "その時刻の関数のログを読んでください。"
	},
	"native-hook-timed-out": {
		cause: "ライフサイクルフックが、時間内に終わらなかったか、応答されませんでした。次に何が起こるかは、タイムアウトのアクションで決まります。",
		fix: "イベントの lifecycleStage と hookType を見てください。より早く応答する (aws ecs continue-service-deployment) か、タイムアウトを上げてください。"
	},
	"native-pause-stage-invalid": {
		cause: "Lambda のフックしか使えない段階 (TEST_TRAFFIC_SHIFT、PRODUCTION_TRAFFIC_SHIFT) に、PAUSE のフックが設定されています。",
		fix: "本番トラフィックの前のゲートには、POST_TEST_TRAFFIC_SHIFT または PRE_PRODUCTION_TRAFFIC_SHIFT を使ってください。"
	},
	"native-continue-hookid-format": {
		cause: "hookId が作られたもの、または途中で切れたものです。",
		fix: "DescribeServiceDeployments の lifecycleHookDetails[] から hookId を読み取り、変えずに渡してください。"
	},
	"native-continue-terminal": {
		cause: "フックに応答する前に、デプロイが終わりました (成功、停止、またはロールバック)。",
		fix: "デプロイの status と statusReason を読んでください。もう続行できるものはありません。"
	},
	"native-stop-finished": {
		cause: "デプロイはすでに終わっている ({status}) ため、停止できません。",
		fix: "成功の後で戻すには、以前のタスク定義をデプロイしてください (このスイートの rollback、または UpdateService)。"
	},
	"native-deployment-calls-denied": {
		cause: "ロール {caller|(デプロイするもの)} は、{action} の呼び出しを許可されていません。ロールが、サービスデプロイができる前のローリングデプロイ用に書かれているか、サービスだけを指定しています。",
		fix: "{resource|サービス} に対する {action} を許可してください。ecs:ListServiceDeployments はサービスに、ほかのアクションは service-deployment/CLUSTER/SERVICE/* と service-revision/CLUSTER/SERVICE/* にも許可してください。"
	},
	"native-breaker-threshold": {
		cause: "新しいリビジョンのタスクがサーキットブレーカーの許す数だけ失敗したため、ECS がデプロイを終了しました。理由は、停止したタスクに示されています。",
		fix: "新しいリビジョンの停止したタスクを見てください: stoppedReason、終了コード、ログ、ヘルスチェック。deploymentCircuitBreaker に rollback がなければ、サービスは失敗したデプロイのままになります。"
	},
	"native-rolling-back": {
		cause: "ECS が以前のデプロイに戻しています。この実行がデプロイしたものは残りません。",
		fix: "原因は、サービスデプロイの statusReason と rollback.reason を読んでください。"
	},
	"native-service-event-alarm": {
		cause: "サービスのデプロイ設定の CloudWatch アラームが、デプロイ中に ALARM になりました。",
		fix: "サービスデプロイの alarms.triggeredAlarmNames と、アラームの履歴を読んでください。次に試す前に、リビジョンを直してください。"
	},
	"native-no-rollback-candidate": {
		cause: "デプロイが失敗しましたが、戻れる以前の成功したデプロイがありません (サービスの最初のデプロイ、または新しいサービス)。",
		fix: "本当の原因は、サービスのイベント、停止したタスク、フックのログにあります。それを直し、もう一度デプロイしてください。"
	},
	"native-rollback-failed": {
		cause: "ECS がロールバックを試みましたが、できませんでした。サービスで複数のリビジョンが混ざって動いている可能性があります。",
		fix: "リスナーのルールと実行中のタスクをすぐに確認し、正常と分かっているタスク定義を UpdateService でデプロイしてください。"
	},
	"native-stopped": {
		cause: "サービスデプロイが、成功もロールバックもせずに終わりました。より新しいデプロイに置き換えられたか、誰かが停止したか、ロールバックが無効な状態で失敗しました。",
		fix: "サービスのより新しいデプロイを一覧表示してください (aws ecs list-service-deployments)。あれば、この実行は置き換えられています。なければ、statusReason を読み、ロールバックを有効にしてください。"
	},
	"native-task-protection": {
		cause: "古いリビジョンの保護されたタスク {count} 個のため、デプロイが終わりません。",
		fix: "タスクが終わるのを待つか、UpdateTaskProtection で保護を外してください。保護の期限は短くしてください。"
	},
	"native-linear-step-range": {
		cause: "stepPercent または canaryPercent が ECS の受け付ける範囲の外か、小数が 2 桁以上です。",
		fix: "3.0 から 100.0 パーセントの段階を選んでください。"
	},
	"native-bake-range": {
		cause: "デプロイのベイク時間と段階が、ECS (それぞれ 1,440 分) または CloudFormation (合計 33 時間) の許す長さを超えています。",
		fix: "bakeTimeInMinutes または段階を短くするか、スタックの外で UpdateService を使って設定してください。"
	},
	"native-daemon-strategy": {
		cause: "デーモンのサービスは、blue/green、線形、カナリアではデプロイできません。",
		fix: "デーモンのサービスでは ROLLING のままにしてください。"
	},
	"native-controller-change-during-deployment": {
		cause: "CodeDeploy または ECS がまだデプロイしている間に、デプロイコントローラーを変更しようとしました。",
		fix: "実行中のデプロイを待つか停止し、その後でコントローラーを変更してください。"
	},
	"native-external-service": {
		cause: "サービスのコントローラーは {controller} で、サービスデプロイがありません。",
		fix: "CodeDeploy でデプロイする (blue-green-codedeploy) か、コントローラーを ECS に変更してください。"
	},
	"native-not-stabilised": {
		cause: "サービスのデプロイが、CloudFormation の時間内に終わりませんでした。誰も応答しなかったフック、長いベイク時間、または正常にならなかったタスクのためです。",
		fix: "最新のサービスデプロイを見てください: lifecycleStage、lifecycleHookDetails、停止したタスク。"
	},
	"native-stage-over-24-hours": {
		cause: "段階 {stage} が終わりませんでした。green が正常にならなかったか、タスクが揃わず、サーキットブレーカーもアラームもデプロイを終わらせませんでした。",
		fix: "green の停止したタスクとヘルスチェックを見てください。deploymentCircuitBreaker を有効にしてください。"
	},
	"native-service-connect-test-header": {
		cause: "Service Connect の TCP ポートに、テストトラフィック用のヘッダーのルールが設定されています。",
		fix: "ポートマッピングの appProtocol (http、http2、または grpc) を設定するか、ルールを外してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/ecs-service-events.js
const ECS_SERVICE_EVENTS = {
	"capacity-unavailable": {
		cause: "選んだゾーンでは、Fargate (多くは Spot) に今空きがありません。",
		fix: "より多くのゾーンのサブネットを追加し、FARGATE_SPOT と並べて FARGATE を追加して、再試行してください。"
	},
	"unsupported-az": {
		cause: "サブネットが Fargate の提供されていないゾーンにあるか、AWS の内部エラーがありました。",
		fix: "対応していないゾーンのサブネットを外し、再試行してください。"
	},
	"vcpu-quota": {
		cause: "このリージョンのアカウントの Fargate の vCPU クォータを使い切っています。blue/green では必要な量が 2 倍になります。",
		fix: "Service Quotas でクォータの引き上げを申請する (Fargate On-Demand vCPU) か、ほかのタスクを停止してください。"
	},
	"task-quota": {
		cause: "このリージョンのアカウントのタスクのクォータを使い切っています。",
		fix: "クォータの引き上げを申請するか、使っていないタスクを停止してください。"
	},
	"cpu-above-limit": {
		cause: "1 つのタスクが、アカウントのクォータを超える vCPU を求めています。",
		fix: "タスクの cpu を小さくするか、Fargate の vCPU クォータを引き上げてください。"
	},
	"memory-above-limit": {
		cause: "1 つのタスクが、アカウントで使える量を超えるメモリを求めています。",
		fix: "タスクの memory を小さくするか、上限の引き上げを申請してください。"
	},
	"service-cannot-start-tasks": {
		cause: "タスクが起動してすぐに停止することを繰り返しています。ECS は試行の間隔を広げています。理由は、停止したタスクにあります。",
		fix: "最後に停止したタスクの stoppedReason を読んでください。"
	},
	"service-throttled": {
		cause: "短い時間に、API の呼び出しまたはタスクの起動が多すぎます。",
		fix: "待ってください。デプロイを始める回数を減らし、時間をずらしてください。"
	},
	"no-container-instance": {
		cause: "EC2 クラスターに、空き、ポート、属性の合うインスタンスがありません。Fargate のサービスの場合は、起動タイプが設定されていません。",
		fix: "launchType またはキャパシティプロバイダーを FARGATE に設定するか、インスタンスを追加してください。"
	},
	"deployment-tasks-failed": {
		cause: "サーキットブレーカーの数えた起動の失敗が多すぎたため、デプロイが失敗とされました。",
		fix: "失敗したデプロイの停止したタスクから、最初の原因を読み取ってください。"
	},
	"deployment-percent-config": {
		cause: "割合の設定に、新しいタスクを起動する余地も、古いタスクを停止する余地もありません。",
		fix: "minimumHealthyPercent を 100、maximumPercent を 200 にしてください。ポートが固定のタスクが 1 つだけの場合は、50/100 にしてください。"
	},
	"protected-tasks": {
		cause: "タスクのスケールイン保護が、古いタスクを残しています。",
		fix: "保護の期限が切れるまで待つか、UpdateTaskProtection で解除してください。"
	},
	"service-iam-policy-broken": {
		cause: "ECS がサービスのために使うロールが、権限を失いました。",
		fix: "ECS のサービスリンクロール、またはサービスロールのポリシーを元に戻してください。SCP を確認してください。"
	},
	"service-iam-trust-broken": {
		cause: "サービスロールが、ECS を信頼しなくなりました。",
		fix: "信頼ポリシーに ecs.amazonaws.com を戻してください。"
	},
	"provisioning-limit": {
		cause: "キャパシティプロバイダーを PROVISIONING で待っているタスクが多すぎます。",
		fix: "Auto Scaling グループの最大数を大きくするか、一度に起動するタスクを減らしてください。"
	},
	"could-not-launch": {
		cause: "ECS はこのデプロイのタスクを起動しようとしましたが、失敗しました。",
		fix: "前後のイベントと停止したタスクから、理由を読み取ってください。"
	},
	"taskset-target-group-missing": {
		cause: "タスクセットのターゲットグループが、使用中に削除または置き換えられました。",
		fix: "ターゲットグループと、サービスとの組み合わせを作り直してください。デプロイの間は、ターゲットグループを変更しないでください。"
	},
	"task-role-not-assumable": {
		cause: "タスクロールまたは実行ロールが削除されたか、ecs-tasks.amazonaws.com を信頼していません。",
		fix: "taskRoleArn/executionRoleArn を直し、ecs-tasks.amazonaws.com がロールを引き受けられるようにしてください。作成した後は、数秒待ってください。"
	},
	"classic-elb-unhealthy": {
		cause: "Classic Load Balancer が、インスタンスを異常と判定しました。",
		fix: "ping のパス、ポート、セキュリティグループを確認してください。Fargate では ALB に移行してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/image-build-push.js
const IMAGE_BUILD_PUSH = {
	"ecr-repository-not-found": {
		cause: "ECR リポジトリ {repository|(指定された名前のもの)} は、このアカウントとリージョンに作成されていないか、名前のつづりが誤っています。ECR は、既定ではプッシュ時にリポジトリを作成しません。",
		fix: "レジストリのアカウントとリージョンにリポジトリを作成する (create-repository: true にすると、次の実行で作成されます) か、名前を直してください。"
	},
	"ecr-repository-name-includes-registry": {
		cause: "名前の中に、レジストリのホストが 2 回あります。指定したリポジトリに、すでに完全なアドレスが入っていました。",
		fix: "リポジトリは、名前だけか完全な URI のどちらかで、1 回だけ指定してください。"
	},
	"ecr-tag-immutable": {
		cause: "タグ {tag|(指定された名前のもの)} は以前にプッシュされています。また、タグのイミュータビリティが有効です (リポジトリ {repository|})。同じコミットの再実行か、latest のような動くタグが原因です。",
		fix: "if-exists: reuse のままにしてください。すでにあるイメージのダイジェストを返します。または、以前の実行が使っていないタグをプッシュしてください。"
	},
	"ecr-auth-token-expired": {
		cause: "ECR へのログインから 12 時間を過ぎているか、セルフホストランナーに古いログインが保存されています。",
		fix: "build-push-ecr のように、同じジョブの中で、プッシュの直前に ECR にログインしてください。ランナーの Docker の設定から、古い項目を取り除いてください。"
	},
	"ecr-no-basic-auth": {
		cause: "Docker がこのレジストリのホストにログインしていません。ログインのステップがないか、別のリージョンまたはアカウントに対して実行されたか、別のユーザーまたは Docker の設定で実行されました。",
		fix: "イメージの名前にあるレジストリのホストそのものにログインしてください。アカウント、リージョン、Docker の設定を同じにしてください。"
	},
	"ecr-push-denied": {
		cause: "デプロイロール {role|}: リポジトリ {resource|(イメージのもの)} に対する ECR のプッシュの権限がありません。",
		fix: "ロール {role|(デプロイするもの)} に、{resource|リポジトリの ARN} に対する ecr:BatchCheckLayerAvailability、InitiateLayerUpload、UploadLayerPart、CompleteLayerUpload、PutImage、BatchGetImage を許可してください。さらに、* に対する ecr:GetAuthorizationToken を許可してください。"
	},
	"ecr-push-denied-cross-account": {
		cause: "ロールとリポジトリが別のアカウントにあり、リポジトリポリシーにそのロールもそのアカウントも書かれていません。",
		fix: "リポジトリを所有するアカウントで、プッシュするロールにプッシュのアクションを許可するリポジトリポリシーを追加してください。アイデンティティポリシーも残してください。"
	},
	"ecr-push-403-manifest": {
		cause: "レイヤーは送られましたが、マニフェストが拒否されました。リポジトリのイメージのクォータがいっぱいか、ecr:PutImage / ecr:BatchGetImage がありません。",
		fix: "イメージの数をクォータと比べ、古いイメージを期限切れにするライフサイクルポリシーを追加してください。次に、ロールに ecr:PutImage と ecr:BatchGetImage があることを確認してください。"
	},
	"registry-forbids-layer": {
		cause: "レジストリが {url} でレイヤーを拒否しました。ジョブのロールにこのリポジトリに対する ECR の権限が足りないか、ログインが別のレジストリのものです。",
		fix: "リポジトリに対する ecr:BatchCheckLayerAvailability、InitiateLayerUpload、UploadLayerPart、CompleteLayerUpload、PutImage、BatchGetImage と、* に対する ecr:GetAuthorizationToken を許可してください。イメージのホストにログインしてください。"
	},
	"ecr-get-auth-token-denied": {
		cause: "ロールに、ECR へのログインを取得する権限がありません。このアクションはリポジトリの ARN に対応していません。そのため、リポジトリに限定したステートメントには決して一致しません。",
		fix: "独立したステートメントで、Resource \"*\" に対する ecr:GetAuthorizationToken を許可してください。"
	},
	"base-image-ecr-pull-denied": {
		cause: "ビルドの FROM のイメージは ECR にあり、ビルドのロールでは読み取れません。",
		fix: "ベースイメージのリポジトリに対する ecr:BatchGetImage、ecr:GetDownloadUrlForLayer、ecr:BatchCheckLayerAvailability を許可し、ビルドの前にそのレジストリにログインしてください。"
	},
	"base-image-not-found": {
		cause: "イメージ {image|(FROM の行のもの)} はその名前では存在しないか、非公開でビルドがログインしていません。FROM の中のビルド引数が未設定の場合も、同じように見えます。",
		fix: "FROM の名前とタグを確認し、FROM で使う ARG をすべて設定し、ビルドの前に非公開のレジストリにログインしてください。"
	},
	"base-image-platform-missing": {
		cause: "ベースイメージは、求められた CPU アーキテクチャ用には公開されていません。",
		fix: "ベースイメージにあるプラットフォーム用にビルドするか、そのアーキテクチャのあるベースイメージに変えてください (docker buildx imagetools inspect IMAGE で一覧にできます)。"
	},
	"docker-hub-rate-limit-build": {
		cause: "Docker Hub がベースイメージのプルを拒否しました。ランナーの共有アドレスに対する、匿名の上限を使い切っています。",
		fix: "ビルドの前に Docker Hub にログインするか、ベースイメージを public.ecr.aws/docker/library または ECR のプルスルーキャッシュから取得してください。その後、再実行してください。"
	},
	"ecr-public-rate-limit": {
		cause: "1 つのアドレスから 1 秒間に行われた、public.ecr.aws からの認証なしのプルが多すぎます。",
		fix: "ECR Public にログインし (aws ecr-public get-login-password --region us-east-1)、並列のプルを減らし、間隔を置いて再試行してください。"
	},
	"buildx-cache-export-unsupported": {
		cause: "キャッシュのエクスポートと複数のプラットフォームは、Docker の既定のビルドドライバーではできません。",
		fix: "先に docker/setup-buildx-action を実行し、docker-container のビルダーが使われるようにしてください。または、cache-to と 2 つ目のプラットフォームを外してください。"
	},
	"dockerfile-not-found": {
		cause: "このパスに Dockerfile がないか、リポジトリがチェックアウトされていません。",
		fix: "先に actions/checkout を実行し、file に、リポジトリのルートからの Dockerfile のパスを設定してください。"
	},
	"build-copy-source-missing": {
		cause: "COPY または ADD が {path|パス} を指定しています。そのパスはコンテキストの外にあるか、.dockerignore で除外されているか、前のステップで作られていません。",
		fix: "パスをコンテキストのフォルダー、.dockerignore と比べてください。ビルドの前にファイルを作るか、コンテキストを変えてください。"
	},
	"build-run-step-failed": {
		cause: "コマンド {command|(RUN の行のもの)} が失敗しました。原因はすぐ上の行にあります。この行はコマンドを示すだけです。",
		fix: "この行より上の出力を読み、同じビルドを手元で実行し、0 以外で終了したコマンドを直してください。"
	},
	"build-runner-disk-full": {
		cause: "ビルド中に、ランナーのディスクがいっぱいになりました。",
		fix: "ビルドの前に空きを作る (docker system prune -af、使わないツールチェーンの削除) か、イメージを小さくするか、より大きいランナーを使ってください。"
	},
	"build-node-heap-oom": {
		cause: "Node のヒープの上限に達しました。多くは、ビルドの中のフロントエンドのバンドラーが原因です。",
		fix: "そのステップに NODE_OPTIONS=--max-old-space-size=4096 (マシンのメモリより小さい値) を設定するか、より大きいランナーを使ってください。"
	},
	"image-name-not-lowercase": {
		cause: "イメージの名前に大文字があります。多くは、GitHub の所有者またはリポジトリの名前から来ています。",
		fix: "イメージの参照として使う前に、名前を小文字にしてください。"
	},
	"registry-push-unauthorized": {
		cause: "レジストリがプッシュに使われたログインを受け付けなかったか、そのログインでは書き込めないリポジトリです。",
		fix: "プッシュの前にこのレジストリのホストそのものにログインし、リポジトリへの書き込み権限を確認してください。"
	},
	"docker-engine-unreachable": {
		cause: "このランナーで応答する Docker エンジンがないか、ジョブに接続する権限がありません。",
		fix: "エンジンが動いているランナー (ubuntu-latest にはあります) を使うか、このステップの前に起動してください。または、エンジンの要らない oci-layout で、できあがった OCI レイアウトをプッシュしてください。"
	},
	"ecr-upload-closed": {
		cause: "ECR がアップロードの接続を閉じました。このアカウントとリージョンにリポジトリがないとき、名前にスラッシュまたはタグが余分にあるとき、ロールにプッシュの権限がないときに起こります。",
		fix: "名前を ECR のリポジトリと比べ (aws ecr describe-repositories)、ホストのリージョンも確認してください。リポジトリを作成する (create-repository: true で作成されます) か、プッシュを許可してください。すべて正しければ、もう一度プッシュしてください。"
	},
	"ecr-cache-manifest-refused": {
		cause: "ECR は、エクスポートされたキャッシュの古い形式のマニフェストを拒否します。これはイメージではないためです。",
		fix: "image-manifest=true,oci-mediatypes=true を付けてキャッシュを書き込むか、それを行う build-push-ecr の cache: ecr を設定してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/migration-tools.js
const MIGRATION_TOOLS = {
	"flyway-checksum-mismatch": {
		cause: "マイグレーション {migration|(メッセージが示すもの)} のファイルが、適用された後に変更または削除されています (改行やフィルターによる違いも含みます)。",
		fix: "ファイルを元に戻し、変更は新しいバージョンに入れてください。違いが無害な場合に限り、flyway repair を実行してください。新しいチェックサムが記録されます。"
	},
	"flyway-failed-migration": {
		cause: "マイグレーション {migration|(メッセージが示すもの)} が以前の実行で失敗し、失敗と記録されています。",
		fix: "途中まで行われたことを元に戻し、flyway repair を実行し、もう一度デプロイしてください。"
	},
	"flyway-out-of-order": {
		cause: "マイグレーション {migration|(メッセージが示すもの)} は適用されておらず、より大きな番号のものが適用されています。マージが遅かったためです。",
		fix: "実行済みの最大の番号より大きな番号を、ファイルに付けてください。順序が問題にならない場合は、outOfOrder=true で実行してください。"
	},
	"flyway-schema-not-empty": {
		cause: "スキーマにテーブルがありますが Flyway の履歴がないか、Flyway がこのデータベースまたはバージョンを知りません。",
		fix: "スキーマに一度ベースラインを設定してください (flyway baseline、または正しい baselineVersion を付けた baselineOnMigrate)。データベースのモジュールを追加する (flyway-database-postgresql、flyway-mysql) か、Flyway を更新してください。"
	},
	"flyway-migration-sql-failed": {
		cause: "データベースが {migration|マイグレーション} の SQL を拒否しました。",
		fix: "この行の下の SQL State と Message を読み、一度も実行されていないファイルなら直し (そうでなければ新しいバージョンを追加し)、flyway repair を実行し、もう一度デプロイしてください。"
	},
	"liquibase-lock": {
		cause: "テーブル DATABASECHANGELOGLOCK がロックされています。ロックしているもの: {holder|別の実行}。それは今実行中か、強制終了されてロックを残しています。",
		fix: "マイグレーションが実行されていなければ、liquibase release-locks (または UPDATE DATABASECHANGELOGLOCK SET LOCKED=FALSE) を実行し、もう一度実行してください。マイグレーションタスクは一度に 1 つだけ実行してください。"
	},
	"liquibase-checksum": {
		cause: "変更セット {migration|(メッセージが示すもの)} が、実行された後に編集されています。",
		fix: "元に戻し、新しい変更セットを追加してください。違いが無害な場合は、チェックサムを消す (liquibase clear-checksums) か、validCheckSum を設定してください。"
	},
	"liquibase-migration-failed": {
		cause: "データベースが変更セット {migration|(メッセージが示すもの)} を拒否しました。",
		fix: "その後にある理由を読み、一度も実行されていない変更セットなら直し、そうでなければ別のものを追加し、もう一度デプロイしてください。"
	},
	"golang-migrate-dirty": {
		cause: "マイグレーション {migration|(その番号のもの)} が以前に途中で失敗しました。golang-migrate はスキーマを dirty とし、続行を拒否しています。",
		fix: "どの文が実行されたかを確認し、完了させるか元に戻してください。次に migrate force VERSION を実行し (完了していれば {migration|その番号}、元に戻したならその前の番号)、もう一度実行してください。"
	},
	"golang-migrate-no-migration": {
		cause: "データベースはバージョン {migration|(イメージが持たないもの)} ですが、イメージにそのファイルがありません。イメージが古いか、フォルダーがコピーされていません。",
		fix: "実行されたすべてのマイグレーションを含むイメージをデプロイし、フォルダーをイメージにコピーしてください。"
	},
	"migration-lock-held": {
		cause: "別のマイグレーションがデータベースのロックを保持しているか、強制終了されたマイグレーションがロックを残しています。",
		fix: "ほかのマイグレーションタスクが実行されていないことを確認し (aws ecs list-tasks)、ロックを保持するセッションを終わらせ (pg_stat_activity、SHOW PROCESSLIST)、マイグレーションタスクは一度に 1 つだけ実行してください。"
	},
	"migration-folder-missing": {
		cause: "マイグレーションツールが、イメージの中に次のものを見つけられません: マイグレーションのファイル {path|}。",
		fix: "マイグレーションのフォルダーとツールの設定を最終ステージにコピーし (.dockerignore からは外し)、ツールがそれらを探す WORKDIR でコマンドを実行してください。"
	},
	"migration-file-changed": {
		cause: "マイグレーション {migration|(すでに実行されたもの)} のファイルのチェックサムが、記録されたものと一致しません。編集されたか、改行が変わっています。",
		fix: "ファイルを実行されたときの状態に戻し、変更は新しいマイグレーションに入れてください。Atlas では、フォルダーが意図どおりになったら atlas migrate hash を実行してください。"
	},
	"orm-not-connected": {
		cause: "データベース接続 {connection|}: プログラムが、開く前、または閉じた後に使いました。",
		fix: "サーバーまたはマイグレーションを開始する前に、接続 (initialize()、connect()) を待ってください。ログのより前に接続自体のエラーがあれば、それが原因です。"
	},
	"goose-missing-migrations": {
		cause: "Goose が、実行済みの最新のものより小さい番号のマイグレーションを見つけたか、データベースが {migration|マイグレーション} を拒否しました。",
		fix: "遅れたファイルの名前を変える (goose fix) か、-allow-missing で許可してください。SQL が拒否された場合は、その後にある理由を読み、ファイルを直してください。"
	},
	"prisma-failed-migration": {
		cause: "マイグレーション {migration|(メッセージが示すもの)} が以前の実行で失敗し、_prisma_migrations に失敗と記録されています。それが解決されるまで、Prisma は何も実行しません。",
		fix: "その影響を修復し、prisma migrate resolve --rolled-back {migration|NAME} (完了している場合は --applied) を実行し、もう一度実行してください。"
	},
	"prisma-migration-refused": {
		cause: "データベースがマイグレーション {migration|(メッセージが示すもの)} の SQL を拒否しました ({code|コードとメッセージは下にあります})。",
		fix: "下の \"Database error\" を読み、SQL またはスキーマを直し、prisma migrate resolve --rolled-back {migration|NAME} を実行し、もう一度実行してください。"
	},
	"prisma-schema-not-empty": {
		cause: "データベースにテーブルがありますが、Prisma Migrate の履歴がありません。",
		fix: "一度ベースラインを設定してください。スキーマにすでに含まれるマイグレーションごとに、prisma migrate resolve --applied を実行してください。"
	},
	"prisma-auth-failed": {
		cause: "データベースが、ユーザー {user|(DATABASE_URL のもの)} またはパスワードを拒否しています。シークレットがローテーションされたか、特殊文字が URL エンコードされていません。",
		fix: "現在のシークレットを使い、DATABASE_URL のパスワードを URL エンコードし、新しいタスクを起動してください。"
	},
	"prisma-reached-timeout": {
		cause: "データベースに届きましたが、時間内に応答がありませんでした。別のマイグレーションがアドバイザリロックを保持しているか、過負荷か、プーラー (PgBouncer) が間にあります。",
		fix: "マイグレーションは一度に 1 つだけ実行し、プーラーを通さず、データベースに直接接続してください (directUrl)。"
	},
	"prisma-database-missing": {
		cause: "データベース {database|(DATABASE_URL のもの)} が存在しないか、ユーザーに使う権限がありません。",
		fix: "データベースを作成するか、DATABASE_URL の名前を直してください。ユーザーにアクセスを許可してください。"
	},
	"prisma-engine-missing": {
		cause: "イメージに {platform|そのプラットフォーム} 用の Prisma エンジンがないか、クライアントが生成されていません。node_modules が別のシステムから来たか、最終ステージで prisma generate が実行されていません。",
		fix: "npm ci の後にイメージの中で prisma generate を実行し、binaryTargets に {platform|そのプラットフォーム} を追加し、slim と Alpine のイメージには openssl をインストールしてください。"
	},
	"knex-locked": {
		cause: "以前のマイグレーションが強制終了されて Knex のロックが残ったか、別のマイグレーションが今実行中です。",
		fix: "何も実行されていなければ、knex migrate:unlock を実行し、もう一度実行してください。マイグレーションタスクは一度に 1 つだけ実行してください。"
	},
	"knex-directory-corrupt": {
		cause: "実行されたマイグレーションが、イメージにありません: {migration|メッセージが示すファイル}。",
		fix: "このデータベースで実行されたすべてのマイグレーションを含むイメージをデプロイしてください。そうしたファイルの名前を変えたり削除したりせず、拡張子も変えないでください (.ts から .js)。"
	},
	"alembic-revision-missing": {
		cause: "データベースはリビジョン {migration|(このイメージが持たないもの)} にあります。イメージがデータベースより古いか (ロールバック)、ファイルが削除されています。",
		fix: "{migration|そのリビジョン} を含むイメージをデプロイするか、先にそのイメージで alembic downgrade を実行してください。"
	},
	"alembic-not-up-to-date": {
		cause: "Alembic が、データベースがその head より古いことを見つけたか、作業フォルダーに設定がありません。",
		fix: "先に alembic upgrade head を実行してください。alembic.ini とリビジョンのフォルダーをイメージにコピーし、WORKDIR を設定してください。"
	},
	"django-conflicting-migrations": {
		cause: "2 つのブランチが、同じ親の上にそれぞれマイグレーションを追加しました: {migration|メッセージのリーフノード}。",
		fix: "python manage.py makemigrations --merge を実行し、ファイルをコミットし、もう一度デプロイしてください。"
	},
	"django-inconsistent-history": {
		cause: "記録された履歴が依存関係と矛盾しています。{migration|マイグレーション} が {dependency|それに必要なもの} より前に実行されたと記録されています。",
		fix: "デプロイしないでください。django_migrations をスキーマと比べ、バックアップを用意したうえで行を直してください (すでにあるものには migrate --fake)。"
	},
	"django-migration-node-missing": {
		cause: "マイグレーションのファイルがありません: {migration|メッセージが示すマイグレーション} が、イメージにないものに依存しています。",
		fix: "すべてのマイグレーションのファイルをコミットしてコピーし (.gitignore と .dockerignore を見て)、もう一度デプロイしてください。"
	},
	"rails-strong-migrations": {
		cause: "gem の strong_migrations が、テーブルをロックするか実行中のタスクを壊す変更を拒否しています。",
		fix: "表示される手順 (concurrently、2 回のリリースに分ける) に従ってください。safety_assured で囲むのは、確認した後だけにしてください。"
	},
	"rails-migration-failed": {
		cause: "Rails のマイグレーションが失敗しました。理由はすぐ下にあります。",
		fix: "この行の下の例外を読み、マイグレーション (またはその方向、バージョン、RAILS_ENV) を直し、もう一度実行してください。"
	},
	"typeorm-driver-missing": {
		cause: "ドライバー {package|(データベースのもの)} がイメージにありません。依存関係に入っていないか、最終ステージに含まれない開発用の依存関係です。",
		fix: "{package|ドライバー} を (開発用ではない) 依存関係に追加するか、PHP の拡張を追加し (docker-php-ext-install pdo_mysql または pdo_pgsql)、もう一度ビルドしてください。"
	},
	"typeorm-migration-failed": {
		cause: "マイグレーション {migration|(メッセージが示すもの)} が拒否されました。",
		fix: "そばにあるエラー (テーブル、列、ロック、または権限) を読んでください。一度も実行されていないマイグレーションなら直し、そうでなければ別のものを追加し、もう一度実行してください。"
	},
	"sequelize-migration-failed": {
		cause: "Sequelize のマイグレーション {migration|(メッセージが示すもの)} が拒否されたか、設定にその環境がありません。",
		fix: "そばにある元のエラーを読み、マイグレーションを直してください。NODE_ENV を、config.js に dialect と url とともに書かれている環境に設定してください。"
	},
	"laravel-migration-failed": {
		cause: "データベースが文を拒否しました: {reason|理由は SQLSTATE に示されています}。",
		fix: "SQLSTATE とその後の文を読み、マイグレーションを直し、php artisan migrate --force を実行してください (--force がないと Laravel は確認を求めますが、誰も答えません)。"
	},
	"ef-pending-model-changes": {
		cause: "コンテキスト {context|}: コードのモデルに、どのマイグレーションにもない変更があるか、ツールがコンテキストを作成できません。",
		fix: "マイグレーションを追加し (dotnet ef migrations add NAME)、コミットし、もう一度デプロイしてください。この環境で、コンテキストに接続文字列を渡してください。"
	},
	"migration-number-conflict": {
		cause: "マイグレーションのバージョン {migration|}: 2 つのマイグレーションが同じバージョンを持っています。",
		fix: "どちらかの名前を使われていない番号に変え、もう一度デプロイしてください。"
	}
};

// packages/domain/lib/diagnosis/japanese/task-image-pull.js
const TASK_IMAGE_PULL = {
	"pull-platform-mismatch": {
		cause: "イメージに {platform|タスクのプラットフォーム} 用のものがありません。runtimePlatform が求めるものとは別の CPU 用にビルドされています (典型的には、Apple Silicon のマシンでの arm64)。",
		fix: "--platform {platform|linux/amd64} でビルドするか、runtimePlatform.cpuArchitecture をイメージのものに合わせてください。または、両方のプラットフォームをプッシュしてください。"
	},
	"pull-tag-not-found": {
		cause: "{image|イメージ} のタグがリポジトリにありません。プッシュが失敗または省略されたか、タグの入力の誤りか、ライフサイクルポリシーで期限切れになりました。",
		fix: "タグを一覧にし (aws ecr describe-images)、イメージをプッシュし、プッシュのステップが返したタグまたはダイジェストでタスク定義を登録してください。"
	},
	"pull-repository-not-found": {
		cause: "リポジトリ {repository|(イメージが示すもの)} は、そのアカウントとリージョンにありません。",
		fix: "コンテナの image の項目のアカウント、リージョン、リポジトリを直すか、リポジトリを作成してプッシュしてください。"
	},
	"pull-forbidden-403": {
		cause: "レジストリが読み取りを拒否しました。ECR では、実行ロール、リポジトリポリシー (アカウントをまたぐ場合)、VPC エンドポイントポリシー、S3 エンドポイントポリシーのどれかが許可していません。ほかのレジストリでは、ログインに権限がありません。",
		fix: "実行ロールに AmazonECSTaskExecutionRolePolicy をアタッチしてください。別のアカウントの場合は、リポジトリポリシーを追加してください。エンドポイントポリシーで、ECR とその S3 のレイヤーのバケットを許可してください。ほかのレジストリでは、プルできるアカウントの repositoryCredentials を設定してください。"
	},
	"pull-digest-gone": {
		cause: "ECS は、デプロイの開始時にタグをダイジェストに固定しました。その後タグが上書きされ、ライフサイクルポリシーが古いイメージを削除しました。",
		fix: "新しいデプロイを始め、現在のダイジェストに固定してください。重複しないタグをデプロイし、稼働中のサービスが使うイメージを残してください。"
	},
	"pull-role-permission": {
		cause: "実行ロール (またはインスタンスロール) にイメージ {repository|(タスク定義のもの)} をプルする権限がないか、イメージの名前が誤っています。",
		fix: "タスク実行ロールに ecr:GetAuthorizationToken、BatchGetImage、GetDownloadUrlForLayer を許可し、リポジトリがあることを確認してください。ECR 以外のレジストリでは、repositoryCredentials を設定してください。"
	},
	"pull-execution-role-no-auth-token": {
		cause: "タスク実行ロール {role|}: ECR へのログインを取得できません。",
		fix: "実行ロール (タスクロールではない) に AmazonECSTaskExecutionRolePolicy をアタッチしてください。"
	},
	"pull-network-timeout": {
		cause: "タスクのサブネットから、レジストリに届く経路がありません。NAT がない、パブリックサブネットでパブリック IP がない、VPC エンドポイントがない、またはアウトバウンドの 443 が閉じているためです。",
		fix: "プライベートサブネット: NAT ゲートウェイを追加するか、ECR の場合は ecr.api、ecr.dkr、S3 のエンドポイントを追加してください。パブリックサブネット: assignPublicIp を ENABLED にしてください。アウトバウンドの TCP 443 を許可してください。"
	},
	"pull-network-request-canceled": {
		cause: "レジストリへの接続が一度も確立していません。タスクのサブネットからの経路がありません。",
		fix: "サブネットに、NAT へのルート、パブリック IP、または ECR と S3 のエンドポイントを用意し、アウトバウンドの TCP 443 を開いてください。"
	},
	"pull-ecr-connection-issue": {
		cause: "タスクが、ネットワーク経由で ECR に届きません。",
		fix: "ルートテーブル (NAT またはエンドポイント)、assignPublicIp、セキュリティグループのアウトバウンド 443、エンドポイントのセキュリティグループでのタスクからのインバウンド 443、エンドポイントのプライベート DNS を確認してください。"
	},
	"pull-docker-hub-rate-limit": {
		cause: "タスクがログインなしで Docker Hub からプルしており、NAT のアドレスが割り当てを使い切っています。",
		fix: "イメージを ECR にコピーする (またはプルスルーキャッシュを使う) か、コンテナに repositoryCredentials を設定してください。"
	},
	"pull-disk-full": {
		cause: "展開したイメージが、タスクまたはインスタンスのストレージに収まりません。",
		fix: "タスク定義の ephemeralStorage.sizeInGiB を大きくする (Fargate) か、インスタンスのボリュームを拡張する (EC2) か、イメージを小さくしてください。"
	},
	"pull-layer-copy-failed": {
		cause: "マニフェストは読み取れましたが、レイヤーのダウンロードが拒否されたか、途中で切れました。レイヤーは S3 から来ます。",
		fix: "S3 への経路とエンドポイントポリシー (レイヤーのバケット prod-REGION-starport-layer-bucket) を確認し、再試行してください。プロキシの内側では、S3 のホストを許可してください。"
	},
	"pull-s3-unreachable": {
		cause: "タスクが、ECR のレイヤーの保存先である S3 に届きません。ゲートウェイエンドポイントまたはセキュリティグループのルールがありません。",
		fix: "S3 のゲートウェイエンドポイントをサブネットのルートテーブルに関連付け、S3 のプレフィックスリストへのアウトバウンド 443 を許可してください。"
	},
	"pull-context-canceled": {
		cause: "プルに時間がかかりすぎたか、接続が切れました。経路がない、イメージが非常に大きい、またはその間にタスクが停止されたためです。",
		fix: "まず、レジストリへのネットワークの経路を確認してください。次に、イメージを小さくして再試行してください。"
	},
	"pull-image-config-error": {
		cause: "レジストリのストレージのホストに届かないか、ホストを信頼できないか、レジストリがリクエストを制限しました。",
		fix: "レジストリとそのストレージのホストへのアウトバウンド 443 を許可してください。プロキシとレート制限が原因でないことを確かめてください。再試行してください。"
	},
	"pull-invalid-image-reference": {
		cause: "image の項目が有効なイメージの URI ではありません。パス、置き換えられていないプレースホルダー、または空の変数が、タスク定義に入りました。",
		fix: "値を埋め込んだタスク定義を表示し、コンテナの image を REGISTRY/NAME:TAG (小文字、スキームなし、空白なし) にしてください。"
	},
	"pull-unauthorized-401": {
		cause: "レジストリがログインを求めましたが、タスクはログインを渡さなかったか、誤ったものを渡しました。",
		fix: "コンテナの repositoryCredentials (username と password を持つシークレット) を設定し、実行ロールがそのシークレットを読み取れるようにしてください。または、イメージを ECR にコピーしてください。"
	},
	"pull-too-many-requests": {
		cause: "レジストリが、このアドレスからのプルを制限しています。Docker Hub の場合は、NAT のアドレスの割り当てを使い切っています。",
		fix: "イメージを ECR にコピーする (またはプルスルーキャッシュを使う) か、コンテナに repositoryCredentials を設定してください。"
	},
	"pull-registry-out-of-order": {
		cause: "レジストリが、レジストリ自身のエラーを返しました。そのサービスに障害が起きています。",
		fix: "レジストリのステータスページを見て、もう一度デプロイしてください。ECR にコピーしたイメージは、そのレジストリに依存しません。"
	}
};

// packages/domain/lib/diagnosis/japanese/task-more.js
const TASK_MORE = {
	"pull-image-not-found": {
		cause: "イメージ {image|(タスク定義のもの)} は存在しません。タグがプッシュされていないか、期限切れで消えたか、名前にレジストリが付いていません。",
		fix: "先にイメージをプッシュし、プッシュが返したダイジェストを登録してください (build-push-ecr はそうします)。完全な URI ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME を指定してください。"
	},
	"pull-media-type-unsupported": {
		cause: "タグまたはダイジェストが、イメージではないもの ({type|アテステーションまたはキャッシュ})、またはエージェントが知らない形式を指しています。",
		fix: "provenance: false と sbom: false でビルドし、イメージ自体のダイジェストをデプロイしてください。EC2 では、エージェントと Docker を更新してください。"
	},
	"pull-registry-unresolved": {
		cause: "VPC の DNS が {host|レジストリ} を解決しません。VPC の DNS が無効か、インターフェイスエンドポイントにプライベート DNS がありません。",
		fix: "VPC で enableDnsSupport と enableDnsHostnames を、エンドポイント ecr.api と ecr.dkr でプライベート DNS を有効にしてください。または、サブネットにインターネットへの経路を用意してください。"
	},
	"pull-tls-refused": {
		cause: "プラットフォームがレジストリの証明書を信頼していないか、レジストリが平文の HTTP で応答しています。",
		fix: "公的な認証局の証明書を持つレジストリを使うか、イメージを ECR にコピーしてください。TLS を開いて中を見るファイアウォールがないか確認してください。"
	},
	"pull-image-damaged": {
		cause: "レジストリのイメージが壊れているか、ECS が展開しない形式です。マニフェストとレイヤーが合っていません。",
		fix: "イメージをキャッシュなしで、1 つのプラットフォーム用の 1 つのイメージとして、gzip のレイヤーでビルドし直し、プッシュしてください。新しいダイジェストをデプロイしてください。"
	},
	"working-directory-missing": {
		cause: "作業フォルダー {path|(コンテナのもの)} がイメージに存在しないか、ユーザーが入れません。",
		fix: "タスク定義の workingDirectory または Dockerfile の WORKDIR を直してください。フォルダーをそのユーザーのものにしてください。"
	},
	"root-file-system-mount": {
		cause: "ボリューム (EFS) が、コンテナのルート、または /dev の上にマウントされています。ランタイムは、そこにデバイスファイルを作る必要があります。",
		fix: "ボリュームは専用のフォルダー (たとえば /data) にマウントし、決して / や /dev にはマウントしないでください。"
	},
	"runtime-user-missing": {
		cause: "イメージに、ユーザーまたはグループ {user|(指定された名前のもの)} がありません。",
		fix: "Dockerfile で作成する (RUN adduser) か、タスク定義の user に数字の ID を使ってください。"
	},
	"command-not-string-list": {
		cause: "コマンドが 1 つの文字列で指定されています。ランタイムは {program|空白を含む名前} というプログラムを探します。",
		fix: "コマンドを単語のリスト ([\"npm\", \"start\"]) で書くか、[\"sh\", \"-c\", \"…\"] と書いてください。"
	},
	"ssm-throttled": {
		cause: "多くのタスクが同時に起動し、Systems Manager または Secrets Manager がシークレットの取得をスロットリングしています。",
		fix: "Parameter Store のスループットを上げ (Settings、higher throughput)、タスクごとに取得するパラメーターを減らし (1 つの JSON のシークレットにする)、同時に起動するタスクを減らしてください。"
	},
	"environment-file-unreadable": {
		cause: "ECS が S3 の環境ファイルを読み取れませんでした。実行ロールに権限がないか、オブジェクトが存在しないか、S3 への経路がありません。",
		fix: "実行ロールに、オブジェクトに対する s3:GetObject と、バケットに対する s3:GetBucketLocation を許可してください。ARN とファイル (NAME=VALUE の行、末尾は .env) を確認してください。サブネットに S3 への経路を用意してください。"
	},
	"eni-quota": {
		cause: "このリージョンの、アカウントのネットワークインターフェイスのクォータを使い切っています。awsvpc のタスクはそれぞれ 1 つ使い、blue/green では必要な数が 2 倍になります。",
		fix: "クォータ (Network interfaces per Region、L-DF5E4CA3) の引き上げを申請するか、使っていないタスクを停止してください。"
	},
	"eni-security-group-missing": {
		cause: "サービスのネットワーク設定にあるセキュリティグループが削除されています。",
		fix: "存在するセキュリティグループをサービスのネットワーク設定に入れ (CodeDeploy のサービスでは AppSpec またはスタックに入れ)、もう一度デプロイしてください。"
	},
	"eni-subnet-missing": {
		cause: "サブネット {subnet|(サービスのネットワーク設定のもの)} が削除されているか、別のリージョンにあります。",
		fix: "存在するサブネットをサービスのネットワーク設定に入れ、もう一度デプロイしてください。"
	},
	"eni-not-permitted": {
		cause: "ECS が、タスクのネットワークインターフェイスを作成できません。サービスコントロールポリシー、またはサービスにリンクされたロールの変更によるものです。",
		fix: "組織のポリシーで ec2:CreateNetworkInterface を確認し、AWSServiceRoleForECS を元に戻してください。"
	},
	"volume-driver-refused": {
		cause: "ボリュームドライバーがボリュームを拒否しました: {reason|メッセージを参照}。",
		fix: "インスタンス上のドライバーのプラグイン、ボリュームの名前、そのサービスを確認するか、EFS を使ってください。"
	},
	"eni-device-not-found": {
		cause: "EC2 インスタンスが、タスク用にアタッチされたネットワークインターフェイスを認識しませんでした。",
		fix: "もう一度実行してください。繰り返す場合は、インスタンスを置き換え、AMI とエージェントを更新してください。"
	},
	"instance-terminated": {
		cause: "インスタンス {instance|(タスクが動いていたもの)} が終了または停止されました。Spot、Auto Scaling グループのスケールイン、または人の操作です。",
		fix: "キャパシティプロバイダーのマネージド終了保護とドレインを有効にしてください。一部をオンデマンドのままにしてください。"
	},
	"dependency-not-healthy": {
		cause: "コンテナ {container|(dependsOn で指定されたもの)} が HEALTHY、START、または COMPLETE にならなかったため、ほかのコンテナが起動しませんでした。",
		fix: "{container|そのコンテナ} のログとヘルスチェックを読んでください。もっと時間が必要な場合は、startTimeout を上げてください。"
	},
	"agent-disconnected": {
		cause: "インスタンスのコンテナエージェントまたは Docker が応答しません。",
		fix: "インスタンスを置き換えるか、エージェントを再起動してください。ディスク、メモリ、CPU を確認してください。"
	},
	"service-connect-unhealthy": {
		cause: "タスクの Service Connect プロキシが正常になりませんでした。アプリケーションのほかに使えるメモリや CPU が少なすぎるか、名前空間に届きません。",
		fix: "プロキシ用に 256 CPU ユニットと 64 MiB を追加し、名前空間を確認し、プロキシ自身のログ (serviceConnectConfiguration の logConfiguration) を読んでください。"
	},
	"fargate-retirement": {
		cause: "AWS が、メンテナンスのためにタスクのホストを置き換えました。サービスは別のタスクを起動します。",
		fix: "直すものはありません。SIGTERM を処理し、利用者が気付かないように 2 つ以上のタスクを実行してください。"
	},
	"pull-failed-cut": {
		cause: "タスクがイメージ {image|(タスク定義のもの)} をプルできませんでした。理由は AWS が途中で切っているか、既知のものではありません。",
		fix: "次の順に確認してください。イメージがまさにこの名前で存在すること (aws ecr describe-images)。サブネットにレジストリへの経路があること (NAT、パブリックアドレス、または ecr.api、ecr.dkr、S3 のエンドポイント)。実行ロールがプルを許可されていること。"
	},
	"secret-fetch-failed": {
		cause: "ECS が、タスクのシークレットまたは ECR のログインを取得できませんでした。理由は AWS が途中で切っているか、既知のものではありません。",
		fix: "サブネットに Secrets Manager、Systems Manager、ECR への経路があることを確認してください。実行ロールが valueFrom の指すものを読み取れること、それがこのリージョンに存在することを確認してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/task-secrets-and-init.js
const TASK_SECRETS_AND_INIT = {
	"secrets-manager-unreachable": {
		cause: "タスクから Secrets Manager へのネットワークの経路がありません。権限の問題ではありません。",
		fix: "プライベートサブネット: NAT へのルート、または secretsmanager のインターフェイスエンドポイント (プライベート DNS 付き) を追加し、エンドポイントのセキュリティグループがタスクからの 443 を受け付けるようにしてください。パブリックサブネット: assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。"
	},
	"ssm-unreachable": {
		cause: "タスクから Systems Manager Parameter Store へのネットワークの経路がありません。",
		fix: "プライベートサブネット: NAT へのルート、または ssm のインターフェイスエンドポイント (プライベート DNS 付き) を追加し、エンドポイントのセキュリティグループがタスクからの 443 を受け付けるようにしてください。パブリックサブネット: assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。"
	},
	"registry-auth-unreachable": {
		cause: "タスクから、プルの前のログインに使う ECR の API に届きません。",
		fix: "プライベートサブネットの場合は、NAT への経路、または ecr.api と ecr.dkr のインターフェイスエンドポイント (および S3 のゲートウェイエンドポイント) をプライベート DNS 付きで追加してください。エンドポイントのセキュリティグループで、タスクからの 443 を許可してください。パブリックサブネットの場合は、assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。"
	},
	"registry-auth-killed": {
		cause: "取得用のヘルパーが、ネットワークを待った後に強制終了されました。",
		fix: "経路がないものとして扱ってください。NAT またはエンドポイント、パブリック IP、セキュリティグループのアウトバウンド 443、ネットワーク ACL を確認してください。"
	},
	"private-registry-credentials-unreachable": {
		cause: "プライベートレジストリのログイン情報が入ったシークレットを取得できませんでした。",
		fix: "タスクに Secrets Manager への経路を用意してください。実行ロールには、repositoryCredentials のシークレットに対する secretsmanager:GetSecretValue (および kms:Decrypt) を許可してください。"
	},
	"secret-access-denied": {
		cause: "タスク実行ロール {role|}: シークレット {secret|(コンテナのもの)} を読み取る権限がありません。(コンテナのシークレットでは、タスクロールは考慮されません。)",
		fix: "タスク実行ロール {role|}: {secret|シークレットの ARN} (末尾に -?????? またはワイルドカードを付けたもの) に対する secretsmanager:GetSecretValue を許可してください。"
	},
	"ssm-access-denied": {
		cause: "タスク実行ロール {role|}: パラメーター {parameter|(コンテナのもの)} を読み取る権限がありません。",
		fix: "実行ロール {role|}: {parameter|パラメーターの ARN} に対する ssm:GetParameters (複数形) を許可してください。独自のキーを使う SecureString の場合は、kms:Decrypt も追加してください。"
	},
	"secret-kms-denied": {
		cause: "実行ロール {role|}: シークレット {secret|(コンテナのもの)} は読み取れますが、カスタマーキー {key|(シークレットを暗号化しているもの)} を使えません。",
		fix: "実行ロール {role|}: {key|そのキー} に対する kms:Decrypt を、このロールとキーポリシーの両方で許可してください。"
	},
	"secret-json-key-missing": {
		cause: "valueFrom は JSON のキー {key|(メッセージが示すもの)} を求めていますが、シークレットの現在の値にはそのキーがありません。",
		fix: "シークレットの JSON に {key|そのキー} を追加するか、valueFrom (secret-arn:json-key::) のキーを直してください。"
	},
	"secret-not-json": {
		cause: "valueFrom は JSON のキーを求めていますが、シークレットの値が正しい JSON ではありません (単一引用符、プレーンテキスト)。",
		fix: "シークレットを二重引用符の JSON として保存してください。または、valueFrom からキーの部分を外し、値全体を渡してください。"
	},
	"secret-arn-not-found": {
		cause: "シークレット {secret|(コンテナが指定するもの)} は存在しません。ARN が違う、別のリージョンやアカウントのものである、または削除されています。",
		fix: "タスクのリージョンから、(6 文字の接尾辞が付いた) 完全な ARN を valueFrom にコピーしてください。シークレットがなければ、復元または作成してください。"
	},
	"ssm-parameter-not-found": {
		cause: "パラメーター {parameter|(メッセージが示すもの)} は、タスクのリージョンに存在しません (または、名前の先頭にスラッシュがありません)。",
		fix: "このリージョンに {parameter|一覧のパラメーター} を作成するか、valueFrom を直してください。"
	},
	"secrets-need-execution-role": {
		cause: "タスク定義に secrets がありますが、それを取得するための実行ロールがありません。",
		fix: "タスク定義に executionRoleArn を設定してください。"
	},
	"log-group-missing": {
		cause: "コンテナのロググループ (awslogs-group) が、awslogs-region に存在しません。",
		fix: "デプロイの前にロググループを作成してください。または、awslogs-create-group を true にし、実行ロールに logs:CreateLogGroup を許可してください。"
	},
	"log-group-unreachable": {
		cause: "タスクから CloudWatch Logs にネットワークで届きません。",
		fix: "プライベートサブネットの場合は、NAT への経路、または logs のインターフェイスエンドポイントをプライベート DNS 付きで追加してください。エンドポイントのセキュリティグループで、タスクからの 443 を許可してください。パブリックサブネットの場合は、assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。"
	},
	"log-create-group-denied": {
		cause: "awslogs-create-group は有効ですが、ロール {role|(コンテナエージェントのもの)} はロググループを作成できません。マネージドの実行ポリシーには、そのアクションが含まれていません。",
		fix: "実行ロールに logs:CreateLogGroup を追加してください。または、事前にロググループを作成し、オプションを無効にしてください。"
	},
	"awslogs-region-missing": {
		cause: "logConfiguration の options に {options|awslogs-region} がありません。",
		fix: "コンテナの logConfiguration に awslogs-region を (awslogs-group と awslogs-stream-prefix とともに) 追加してください。"
	},
	"logging-driver-no-credentials": {
		cause: "ログドライバーが、書き込みに使う認証情報を見つけられませんでした。実行ロールがないか、インスタンスのエージェントが認証情報を渡せません。",
		fix: "executionRoleArn を設定してください。EC2 では、エージェントの設定で ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE を有効にしてください。"
	},
	"efs-dns-unresolved": {
		cause: "{host|ファイルシステム} の名前を解決できません。タスクのアベイラビリティーゾーンにマウントターゲットがないか、ファイルシステム ID が違うか、VPC の DNS が無効です。",
		fix: "タスクの各サブネットのゾーンにマウントターゲットを作成してください。VPC で DNS ホスト名と DNS 解決を有効にし、fileSystemId を確認してください。"
	},
	"efs-path-missing": {
		cause: "{path|rootDirectory} のフォルダーが、ファイルシステムに存在しません。EFS はフォルダーを作成しません。",
		fix: "フォルダーを一度作成してください。または、作成情報付きのアクセスポイントを使い、rootDirectory を / にしてください。"
	},
	"efs-access-denied": {
		cause: "ファイルシステムポリシーまたはアクセスポイントが、このクライアントを拒否しています。IAM 認可が無効か、タスクロールが許可されていません。",
		fix: "transitEncryption と authorizationConfig.iam を有効にし、タスクロールに elasticfilesystem:ClientMount と ClientWrite を許可してください。"
	},
	"efs-connection-reset": {
		cause: "マウントターゲットが接続を切りました。タスクとマウントターゲットの間で NFS のポートが閉じているか、マウントターゲットの準備ができていません。",
		fix: "マウントターゲットのセキュリティグループで、タスクのセキュリティグループからの TCP 2049 を許可してください。マウントターゲットが利用可能になるまで待ってください。"
	},
	"efs-volume-create-timeout": {
		cause: "ボリュームプラグインが、時間内にマウントできませんでした。ほとんどの場合、ポート 2049 が塞がれています。",
		fix: "タスクからマウントターゲットへの TCP 2049 を開き、そのゾーンにマウントターゲットがあることを確認してください。"
	},
	"efs-iam-needs-task-role": {
		cause: "ボリュームは IAM 認可を求めていますが、タスク定義に taskRoleArn がありません。",
		fix: "ファイルシステムのマウントを許可されたロールを、taskRoleArn に設定してください。"
	},
	"eni-no-free-addresses": {
		cause: "サブネット {subnet|(タスクのもの)} に、空いている IP アドレスがありません。blue/green では、通常の約 2 倍の数が必要です。",
		fix: "サービスにより大きなサブネットを追加するか、使っていないタスクを停止するか、残っているインターフェイスを削除してください。"
	},
	"eni-provisioning-timeout": {
		cause: "AWS が、時間内にネットワークインターフェイスを作成しませんでした。通常は一時的なものです。",
		fix: "タスクを再試行してください。繰り返す場合は、ENI のクォータと、ECS のサービスにリンクされたロールを確認してください。"
	},
	"eni-attach-failed": {
		cause: "EC2 が、タスクのインターフェイスのアタッチを拒否しました。",
		fix: "再試行してください。EC2 のキャパシティの場合は、インスタンスタイプのインターフェイス数の上限と awsvpcTrunking を確認してください。"
	},
	"eni-tag-policy": {
		cause: "組織のタグポリシーが、ECS がインターフェイスに渡すタグを拒否しています。",
		fix: "サービスまたはタスク定義のタグのキーか値を直すか、タグポリシーを修正してください。"
	},
	"eni-setup-failed": {
		cause: "Fargate がタスクのネットワークを準備できませんでした。通常は一時的なものですが、VPC の DHCP または IPv6 の設定が誤っていることもあります。",
		fix: "タスクを再試行してください。繰り返す場合は、VPC の DHCP オプションと IPv6 の設定を確認し、AWS サポートに連絡してください。"
	},
	"ephemeral-storage-timeout": {
		cause: "Fargate が、時間内にタスクのディスクを準備できませんでした。一時的なものです。",
		fix: "再試行してください。繰り返す場合は、ephemeralStorage を小さくするか、別のゾーンを試してください。"
	},
	"registry-auth-cut": {
		cause: "タスクが ECR にログインできませんでした。理由は AWS が途中で切っています。ほとんどの場合、サブネットに ECR への経路がありません。",
		fix: "プライベートサブネットの場合は、NAT への経路、または ecr.api と ecr.dkr のインターフェイスエンドポイント (および S3 のゲートウェイエンドポイント) をプライベート DNS 付きで追加してください。パブリックサブネットの場合は、assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。経路がある場合は、実行ロールの ecr:GetAuthorizationToken を確認してください。"
	},
	"secret-fetch-cut": {
		cause: "タスクがシークレットを読み取れませんでした。理由は AWS が途中で切っています。ほとんどの場合、サブネットに Secrets Manager または Systems Manager への経路がありません。",
		fix: "プライベートサブネットの場合は、NAT への経路、または secretsmanager か ssm のインターフェイスエンドポイントをプライベート DNS 付きで追加してください。パブリックサブネットの場合は、assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。経路がある場合は、実行ロールの権限を確認してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/task-start-and-exit.js
const TASK_START_AND_EXIT = {
	"entrypoint-not-found": {
		cause: "{program|コマンドまたはエントリポイントの最初の単語} は、イメージの中のプログラムではありません。多くは、コマンドの上書きを 1 つの文字列で指定したか、引数がエントリポイントを置き換えています。",
		fix: "コマンドをリストで書いてください (最初にプログラム、次に引数)。{program|プログラム} がイメージの最終ステージにあることを確認してください。"
	},
	"entrypoint-file-missing": {
		cause: "エントリポイントの {path|パス} が、コンテナの中に存在しません。コピーされていないか、ボリュームのマウントで隠れているか、#! のインタープリターがありません (改行が CRLF のときも同じに見えます)。",
		fix: "{path|ファイル} の COPY とマウントパスを確認してください。スクリプトの改行は LF で保存してください。1 行目のインタープリターが存在することを確認してください。"
	},
	"entrypoint-permission-denied": {
		cause: "エントリポイントのファイル {path|}: 実行ビットがないか、ユーザーが実行できません。",
		fix: "{path|スクリプト} に対して git update-index --chmod=+x を実行するか、Dockerfile で COPY --chmod=0755 を使ってください。その後、ビルドし直してください。"
	},
	"exec-format-error": {
		cause: "{path|プログラム} は、タスクが動くものとは別の CPU アーキテクチャ用にビルドされています。まれに、#! の行がないスクリプトのこともあります。",
		fix: "runtimePlatform に合う --platform でビルドしてください (X86_64 なら linux/amd64、ARM64 なら linux/arm64)。"
	},
	"container-passwd-missing": {
		cause: "タスク定義またはイメージがユーザーを名前で指定していますが、イメージに /etc/passwd がありません。または、Linux 上の Windows イメージです。",
		fix: "数字のユーザー ID を使うか、イメージに /etc/passwd を追加し、runtimePlatform.operatingSystemFamily を確認してください。"
	},
	"container-init-mount-failed": {
		cause: "コンテナの中でマウントできませんでした。フォルダーの上にファイルを、またはその逆をマウントしているか、作成できないパスです。",
		fix: "mountPoints.containerPath を、イメージのファイルツリーと比べてください。フォルダーはフォルダーの上にマウントしてください。"
	},
	"cannot-start-container": {
		cause: "ランタイムがコンテナを起動できませんでした。理由はコロンの後にあります。",
		fix: "コロンの後の理由を読んでください。理由がない場合は、デプロイをもう一度実行してください。"
	},
	"container-runtime-timeout": {
		cause: "コンテナが、プラットフォームの時間内に実行中 (または停止) になりませんでした。",
		fix: "再試行してください。EC2 では、インスタンスのディスクと CPU の逼迫を確認してください。イメージを小さくしてください。"
	},
	"cannot-stop-container": {
		cause: "ランタイムがコンテナを停止できませんでした。",
		fix: "EC2 では Docker デーモンを確認してください。Fargate では、繰り返さない限り対処は不要です。"
	},
	"cannot-inspect-container": {
		cause: "エージェントが、ランタイムからコンテナの状態を読み取れませんでした。",
		fix: "EC2 では、エージェントを再起動するか、インスタンスを置き換えてください。Fargate では、プラットフォームのバージョンを確認し、再試行してください。"
	},
	"cannot-create-container-disk": {
		cause: "インスタンスの Docker のストレージプールがいっぱいです。",
		fix: "インスタンスの使っていないイメージとコンテナを削除するか、より大きなボリュームを使ってください。"
	},
	"oom-killed": {
		cause: "コンテナがメモリの上限を超え、強制終了されました (終了コード 137)。",
		fix: "コンテナとタスクのメモリを、Fargate で有効な組み合わせに上げてください。ワーカー数やヒープを減らし、メモリのグラフでリークがないか確認してください。"
	},
	"essential-container-exited": {
		cause: "essential のコンテナが終了したため、ECS がタスクを停止しました。これは症状です。原因は、終了コードとログの最後の行にあります。",
		fix: "そのコンテナの exitCode、reason、ログの最後の行を読んでください。一回限りのジョブでは、終了コード 0 は成功です。"
	},
	"exit-code-1": {
		cause: "プログラムが自身のエラーで終了しました。変数がない、接続に失敗する、設定が誤っているなどです。",
		fix: "コンテナのログを、末尾より上まで読んでください。同じ変数で、イメージを手元で起動してください。"
	},
	"exit-code-0": {
		cause: "essential のコンテナのプログラムが、エラーなしで自分から終了しました (終了コード 0)。サービスのタスクは動き続けるものなので、プログラムが終了してはいけません。",
		fix: "サーバーをフォアグラウンドで起動してください (nginx -g \"daemon off;\"、exec を使う、& もデーモンのオプションも付けない)。コマンドがリクエストに応答するものであることを確認してください。マイグレーションやビルドは終了します。終了してよいコンテナには、essential: false が必要です。"
	},
	"exit-code-126": {
		cause: "コマンドは見つかりましたが、実行できませんでした。実行ビットがないか、フォルダーが指定されています。",
		fix: "イメージの中でスクリプトに chmod +x を実行するか、インタープリターから呼び出してください。"
	},
	"exit-code-127": {
		cause: "シェルが {program|コマンド} を見つけられませんでした (終了コード 127)。このステージにインストールされていないか、PATH が違います。",
		fix: "{program|そのコマンド} をイメージの最終ステージにインストールするか、フルパスで呼び出してください。Ruby や Node では、bundle exec や npx を使ってください。"
	},
	"exit-code-134": {
		cause: "プロセスが自分で異常終了しました (SIGABRT)。Node のヒープ不足、アサーションの失敗、JVM のクラッシュなどです。",
		fix: "ログで 'heap out of memory' またはアサーションを探してください。ヒープとタスクのメモリを合わせて上げてください。"
	},
	"exit-code-137-sigterm-ignored": {
		cause: "プロセスに SIGKILL が送られました (終了コード 137)。SIGTERM の後、stopTimeout 以内に終了しなかったか、サイドカーがタスクを停止させたか、ECS が理由を示さないままメモリが不足しました。",
		fix: "まずメモリのグラフを見てください。SIGTERM を処理してください (CMD の exec 形式、または initProcessEnabled)。シャットダウンにもっと時間が必要なら、stopTimeout を上げてください。"
	},
	"exit-code-139": {
		cause: "ネイティブコードのセグメンテーション違反です。libc が違う (Alpine/musl と glibc のバイナリ)、アーキテクチャのエミュレーション、ネイティブ拡張の不具合などです。",
		fix: "ネイティブの依存関係を、実行時と同じベースイメージとアーキテクチャでビルドし直してください。Debian 版を試してください。"
	},
	"exit-code-143": {
		cause: "プロセスは SIGTERM で終了しました。デプロイ、スケールイン、ヘルスチェックの失敗、または別のコンテナの終了のため、ECS が停止させました。",
		fix: "アプリケーションのクラッシュではありません。何が停止させたかを、タスクの stoppedReason とサービスのイベントで確認してください。"
	},
	"exit-code-255": {
		cause: "一般的な失敗です。多くは、起動スクリプト、ランタイムの喪失、または ssh/exec のラッパーです。",
		fix: "ログの最後の行を読み、同じコマンドを手元で実行してください。ログが空なら、イメージのアーキテクチャを確認してください。"
	},
	"container-health-check-failed": {
		cause: "コンテナ自身の healthCheck コマンドが、許された回数だけ失敗しました。",
		fix: "healthCheck コマンドをイメージの中で実行してください。startPeriod を長くしてください。使うツール (curl、wget) がインストールされていて、ポートが正しいことを確認してください。"
	},
	"health-check-curl-missing": {
		cause: "healthCheck は curl を使いますが、イメージに curl がありません (slim、Alpine、distroless)。",
		fix: "curl をインストールするか、wget またはアプリケーション自身のランタイムで確認してください。"
	},
	"elb-health-check-failed": {
		cause: "ロードバランサーがタスクを異常と判定し、ECS が停止しました。理由は、ターゲットのヘルスの理由に示されています。",
		fix: "そのグループの DescribeTargetHealth を読んでください。コードなら、パスまたはアプリケーションの応答が違います。タイムアウトなら、ポート、セキュリティグループ、または待ち受けアドレスです。healthCheckGracePeriodSeconds を起動時間より長くしてください。"
	},
	"spot-interruption": {
		cause: "AWS が Fargate Spot のキャパシティを回収しました (stopCode SpotInterruption)。",
		fix: "再試行してください。キャパシティプロバイダー戦略に FARGATE の base を残してください。マイグレーションは決して Spot で実行しないでください。"
	},
	"replaced-by-deployment": {
		cause: "ECS が、デプロイまたはスケールインの一環としてタスクを停止しました (stopCode ServiceSchedulerInitiated)。障害ではありません。",
		fix: "このタスクへの対処は不要です。新しいデプロイが失敗する場合は、このタスクではなく、新しいデプロイのタスクを調べてください。"
	},
	"task-failed-to-start-resource": {
		cause: "クラスターの EC2 インスタンスに、タスクに必要なリソースが足りません: {resource}。",
		fix: "インスタンスを追加するか、より大きなものを使うか、予約量を減らすか、Fargate に移してください。"
	},
	"task-failed-to-start-agent": {
		cause: "選ばれたインスタンスのコンテナエージェントが接続されていません。",
		fix: "エージェントを再起動するか、インスタンスを置き換えてください。ECS への経路を確認してください。"
	},
	"task-failed-to-start-attribute": {
		cause: "タスクに必要な属性 (たとえば awsvpc、secrets、アーキテクチャ) を持つインスタンスがありません。",
		fix: "エージェントを更新するか、インスタンスタイプを変えるか、Fargate で起動してください。"
	},
	"task-failed-to-start-placement": {
		cause: "memberOf の配置式に合うインスタンスがありません。",
		fix: "制約を緩めるか、合うインスタンスを追加してください。"
	},
	"task-failed-to-start-no-capacity": {
		cause: "キャパシティプロバイダーにインスタンスがなく、追加もできません (NO ACTIVE INSTANCES と表示されることもあります)。",
		fix: "Auto Scaling グループの最大サイズと状態を確認するか、FARGATE を使ってください。"
	},
	"compute-strategy-mismatch": {
		cause: "タスク定義の requiresCompatibilities に、選ばれた起動タイプまたはプロバイダーが含まれていません。",
		fix: "requiresCompatibilities に FARGATE を追加し、awsvpc モードとタスクレベルの cpu と memory を指定してください。または、もう一方の起動タイプを選んでください。"
	},
	"eni-device-index": {
		cause: "EC2 インスタンスに、awsvpc のタスク用に空いているインターフェイスのスロットがありません。",
		fix: "awsvpcTrunking を有効にするか、より大きなインスタンスを使ってください。"
	}
};

// packages/domain/lib/diagnosis/japanese/looked-up.js
const LOOKED_UP = {
	"listens-on-loopback": {
		cause: "コンテナ {container} は 127.0.0.1 のポート {port} だけで待ち受けているため、ロードバランサーから届きません。",
		fix: "プログラムを 0.0.0.0 で待ち受けさせ (HOST、--host、--bind、server.address、ASPNETCORE_URLS)、もう一度デプロイしてください。"
	},
	"wrong-port": {
		cause: "コンテナ {container} はポート {ports} で待ち受けていますが、ロードバランサーはポート {asked} に送っています。",
		fix: "プログラムを {asked} で待ち受けさせる (PORT) か、タスク定義とサービスのロードバランサーの設定で containerPort を {port} にしてください。"
	},
	"last-log-lines": {
		cause: "コンテナ {container} が停止しました。最後のログ: {line}",
		fix: "ログの行が示す問題を直し、同じコマンドと変数でイメージを試してください。ログ全体は {stream|コンテナのロググループ} にあります。"
	},
	"last-log-lines-of-other-container": {
		cause: "コマンドは自分では終了していません。これはコンテナ {container} の最後のログです。",
		fix: "ログの行が示す問題を直すか、コマンドに必要でなければコンテナ {container} の essential を false にしてください。"
	},
	unrecognised: {
		cause: "既知の原因に当てはまりません。最後の言葉: {line}",
		fix: "AWS もタスクもこれ以外を伝えていません。同じコマンドと変数でイメージを起動し、どう失敗するかを見てください。"
	},
	"image-vulnerable": {
		cause: "イメージに重大度 {severity} 以上の脆弱性が {count} 件あります。",
		fix: "サマリーの表にあるパッケージを更新してください (新しいベースイメージで直ることがよくあります)。または fail-on-severity を上げてください。"
	},
	"image-not-runnable": {
		cause: "{image} はタスクが実行できるイメージではありません。マニフェストは {manifest} です。",
		fix: "コンテナイメージをプッシュしてください。チャート、SBOM、ビルドキャッシュなどのアーティファクトは別のタグに置いてください。"
	},
	"image-platform-missing": {
		cause: "イメージは {offered|どのプラットフォームでも実行できないもの} 用ですが、{missing} が求められました。タスクはこのイメージから起動できません。",
		fix: "{wanted} 用にビルドする (platforms) か、platforms またはスタックの CpuArchitecture を直してください。"
	}
};

// packages/domain/lib/diagnosis/japanese/texts.js
/** The texts of all findings, by id. */
const JAPANESE = {
	...ALB_TARGET_HEALTH,
	...APPLICATION_CONFIGURATION,
	...APPLICATION_NETWORK,
	...APPLICATION_START,
	...BUILD_TOOLS,
	...CLOUDFORMATION,
	...CODEDEPLOY,
	...CREDENTIALS,
	...DATABASE_MIGRATION,
	...DATABASE,
	...ECS_API_MORE,
	...ECS_API,
	...ECS_DEPLOYMENTS,
	...ECS_SERVICE_EVENTS,
	...IMAGE_BUILD_PUSH,
	...MIGRATION_TOOLS,
	...TASK_IMAGE_PULL,
	...TASK_MORE,
	...TASK_SECRETS_AND_INIT,
	...TASK_START_AND_EXIT,
	...LOOKED_UP
};

// packages/domain/lib/diagnosis/in-japanese.js
/** AWS’s documentation, which has Japanese pages at the same paths. */
const DOCUMENTATION = /^https:\/\/docs\.aws\.amazon\.com\/(?!ja_jp\/)/;
/** Words for a name that the message did not tell. */
const UNNAMED = {
	action: "アクション",
	asked: "ロードバランサーのポート",
	capability: "ケイパビリティ",
	container: "コンテナ",
	controller: "コントローラー",
	count: "複数",
	engine: "エンジン",
	export: "エクスポート",
	function: "関数",
	group: "グループ",
	host: "ホスト",
	image: "イメージ",
	key: "キー",
	line: "(なし)",
	manifest: "別の形式",
	missing: "別のプラットフォーム",
	parameter: "パラメーター",
	parameters: "パラメーター",
	port: "ポート番号",
	ports: "別のポート",
	resource: "リソース",
	role: "ロール",
	rule: "ルール",
	severity: "基準",
	stage: "ステージ",
	status: "ステータス",
	subnet: "サブネット",
	url: "URL",
	value: "値",
	version: "バージョン",
	wanted: "そのプラットフォーム",
	what: "値"
};
/** The text with words behind each name that has none of its own. */
function withWords(text) {
	return text.replaceAll(/\{([a-z]\w*)\}/g, (place, name) => {
		const words = UNNAMED[name];
		return words === void 0 ? place : `{${name}|${words}}`;
	});
}
/** Cause or fix in Japanese with the names of the case in it, or with words in their place. */
function fillJapanese(text, facts) {
	return fill(withWords(text), facts);
}
/** The finding with cause and fix in Japanese, in whose sentences the same names stand; as it is where its id has none. */
function inJapanese(finding) {
	const texts = JAPANESE[finding.id];
	if (texts === void 0) return finding;
	const { facts = {}, link } = finding;
	return {
		...finding,
		what: fillJapanese(texts.cause, facts),
		fix: fillJapanese(texts.fix, facts),
		...link === void 0 ? {} : { link: japaneseLink(link) }
	};
}
/** The Japanese page of AWS’s documentation; any other address as it is. */
function japaneseLink(link) {
	return link.replace(DOCUMENTATION, "https://docs.aws.amazon.com/ja_jp/");
}

export { inJapanese };