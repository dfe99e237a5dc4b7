import type { Texts } from './text.ts';

export const APPLICATION_START: Readonly<Record<string, Texts>> = {
  'port-in-use': {
    cause:
      'ポート {port|(プログラムが待ち受けるもの)} は、タスクの別のプロセスが使っています。awsvpc では、タスクのすべてのコンテナが 1 つのネットワークを共有します。プログラムがサーバーを 2 回起動していることもあります。',
    fix: 'タスクの各コンテナに別々のポート (PORT、--port、listen) を割り当て、変えたコンテナの containerPort とターゲットグループを直してください。',
  },
  'port-forbidden': {
    cause: 'コンテナのユーザーは root ではないため、{port|1024 未満のポート} で待ち受けられません。',
    fix: '1023 より大きいポートで待ち受け (8080。ASPNETCORE_HTTP_PORTS、PORT、listen)、containerPort とターゲットグループをそれに変えてください。',
  },
  'listen-address-unknown': {
    cause:
      'プログラムが待ち受けるアドレスは、タスクのどのインターフェイスにもありません: {address|アドレスはログに示されています}。',
    fix: '0.0.0.0 (または [::]) で待ち受けてください。公開名やロードバランサーのアドレスが、タスクのアドレスになることはありません。',
  },
  'module-missing': {
    cause:
      '{module|モジュール} がイメージにないか、合うバージョンではありません。開発用の依存関係であるか、最終ステージにコピーまたはビルドされていないか、作業フォルダーが違います。',
    fix: '{module|モジュール} をバージョンを固定して本番用の依存関係に追加し、ビルドの出力を最終ステージにコピーし、WORKDIR とコマンドを確認してください。同じコマンドで、イメージを手元で起動してください。',
  },
  'native-library-missing': {
    cause:
      'ライブラリ {library|(プログラムに必要なもの)} が、最終イメージにありません (slim、Alpine、distroless にはわずかしか入っていません)。',
    fix: '{library|ライブラリ} を含むパッケージを最終ステージにインストールするか (libpq.so.5 なら Debian では libpq5、Alpine では libpq。ExecJS なら nodejs)、最終ステージと同じベースイメージでビルドしてください。',
  },
  'glibc-too-old': {
    cause:
      'プログラムは、最終イメージ (古い Debian、または Alpine の musl) とは別の、またはより新しい C ライブラリ ({version|glibc}) に対してビルドされています。',
    fix: '最終ステージと同じベースイメージとバージョンでビルドしてください。Go では CGO_ENABLED=0 を設定してください。node_modules と wheel は、イメージの中でビルドし直してください。',
  },
  'java-class-version': {
    cause:
      'イメージの Java が、クラスをコンパイルしたものより古いか (クラスファイルのバージョン {version|(メッセージのもの)}。61 は Java 17、65 は Java 21)、オプションを知りません。',
    fix: '最終ステージで、ビルドと同じかより新しい JRE を使うか、古いほうの --release でコンパイルしてください。',
  },
  'runtime-syntax-too-new': {
    cause:
      'プログラムのコードが、このランタイムで読み込めません。構文エラー、イメージのバージョンが知らない新しい構文、または別の種類のモジュール (CommonJS と ES モジュール) です。',
    fix: 'FROM の行で、コードが対象とするバージョンのランタイムを使ってください。ソースではなくビルドの出力を実行し、package.json の type と module を設定してください。',
  },
  'out-of-memory-java': {
    cause: 'JVM のメモリが不足しました: {kind|ヒープまたはタスクのメモリが小さすぎます}。',
    fix: '-XX:MaxRAMPercentage=75 (または -Xmx) を設定し、タスクのメモリを Fargate で有効な組み合わせに上げてください。際限なく増える場合は、ヒープダンプを取ってください。',
  },
  'out-of-memory-node': {
    cause: 'アプリケーションの実行中に、Node.js がヒープの上限に達しました。',
    fix: 'NODE_OPTIONS=--max-old-space-size をタスクのメモリの約 75 % (MiB 単位) に設定し、メモリを上げ、リークを探してください。',
  },
  'out-of-memory-kernel': {
    cause:
      'コンテナのメモリが不足しました ({process|コンテナのプロセス} が強制終了されたか、メモリを割り当てられませんでした)。',
    fix: 'コンテナとタスクのメモリを Fargate で有効な組み合わせに上げ、ワーカーを減らし、メモリのグラフでリークがないか確認してください。',
  },
  'worker-killed': {
    cause:
      'サーバーのワーカーが強制終了されました。ワーカーのタイムアウトより長く動いたか、メモリが不足しました。',
    fix: 'タスクのメモリのグラフと比べてください。メモリの場合は、増やすか、ワーカーを減らしてください。タイムアウトの場合は、延ばし (gunicorn --timeout)、遅いリクエストまたは起動処理を見つけてください。',
  },
  'server-application-not-found': {
    cause:
      'サーバーが、アプリケーション {name|(コマンドで指定されたもの)} を {module|モジュール} の中に見つけられません。',
    fix: 'コマンドのモジュールとオブジェクト (gunicorn MODULE:OBJECT、uvicorn MODULE:OBJECT、FLASK_APP) と WORKDIR を直してください。',
  },
  'server-worker-failed': {
    cause:
      'アプリケーションが読み込めなかったため、サーバーが起動をあきらめました。理由はこの行のそばにあります。',
    fix: 'その上または下の例外を読み、同じコマンドと変数で、イメージを手元で起動してください。',
  },
  'package-script-missing': {
    cause: 'イメージに、スクリプトまたはコマンド {script|(指定された名前のもの)} がありません。',
    fix: 'コンテナまたは Dockerfile のコマンドを直すか、{script|スクリプト} を package.json (Rakefile、manage.py) に追加してください。WORKDIR と、package.json がイメージにあることを確認してください。',
  },
  'stale-pid-file': {
    cause:
      '以前の実行の pid ファイルが、イメージの中または共有ボリュームに残っています: {path|メッセージが示すファイル}。',
    fix: 'コンテナの起動時に削除し (rm -f {path|tmp/pids/server.pid})、tmp を .dockerignore に入れてください。',
  },
  'read-only-file-system': {
    cause:
      'コンテナが {path|ルートファイルシステム} に書き込もうとしましたが、読み取り専用です (readonlyRootFilesystem)。',
    fix: '{path|ファイル} のフォルダーに書き込み可能なボリューム (タスク定義の空のボリューム) をマウントするか、/tmp にボリュームを置き、プログラムがその下に書き込むようにしてください。',
  },
  'file-permission-denied': {
    cause: 'コンテナのユーザーは {path|メッセージが示すファイル} に書き込めません。',
    fix: 'Dockerfile で (COPY --chown、RUN chown)、または EFS ボリュームのアクセスポイントで、フォルダーをそのユーザーのものにしてください。このために root で実行しないでください。',
  },
  'file-missing': {
    cause:
      'ファイル {path|(メッセージが示すもの)} が、コンテナにありません。最終ステージにコピーされていないか、.dockerignore で除外されているか、ボリュームで隠れています。',
    fix: '{path|そのファイル} を最終ステージにコピーし、.dockerignore、WORKDIR、mountPoints を確認し、同じコマンドで、イメージを手元で起動してください。',
  },
  'disk-full-in-container': {
    cause: 'コンテナのディスクがいっぱいです。タスクのエフェメラルストレージ、またはボリュームです。',
    fix: 'タスク定義の ephemeralStorage.sizeInGiB を上げ (既定は 20)、ログをファイルではなく標準出力に書き、一時ファイルを削除してください。',
  },
  'too-many-open-files': {
    cause:
      'プロセスが、開けるファイル数の上限に達しました。コンテナの既定は 1,024 です。または、ソケットがリークしています。',
    fix: 'タスク定義で、コンテナの ulimits の nofile を設定し (Fargate では 65,535 まで)、閉じられていない接続を探してください。',
  },
  'script-crlf': {
    cause: 'スクリプトの改行が Windows のもの (CRLF) なので、1 行目が存在しないプログラムを指しています。',
    fix: 'LF で保存し (dos2unix)、.gitattributes に "*.sh text eol=lf" を設定し、もう一度ビルドしてください。',
  },
  'command-not-found-in-container': {
    cause: 'プログラム {program|(メッセージが示すもの)} が、イメージにありません。',
    fix: '{program|そのプログラム} を最終ステージにインストールするか、フルパスで呼び出してください。',
  },
  'lockfile-platform': {
    cause:
      'ロックファイルまたはインストール済みのパッケージが、イメージとは別のプラットフォーム用です ({platform|メッセージが示すもの})。',
    fix: 'bundle lock --add-platform {platform|x86_64-linux} を実行し (または node_modules をコピーせず、イメージの中でインストールし)、ロックファイルをコミットしてください。',
  },
  'nginx-configuration': {
    cause: 'Web サーバーが設定を受け付けません: {reason|場所はメッセージに示されています}。',
    fix: '設定を直し、プッシュの前にイメージの中で試してください (nginx -t、apachectl -t、php-fpm -t、caddy validate)。テンプレートの変数は、コンテナに設定されている必要があります。',
  },
  'process-crashed': {
    cause:
      'プログラムがネイティブコードの中でクラッシュしました。ビルドの対象とは別の C ライブラリまたはプロセッサであるか、拡張に不具合があります。',
    fix: 'ネイティブの部分を、同じベースイメージで、runtimePlatform のプラットフォーム用にビルドしてください。Alpine の代わりに Debian 版を試してください。拡張を更新してください。',
  },
  'stack-overflow': {
    cause:
      'プログラムが際限なく (またはスタックに収まらない深さまで) 自分自身を呼び出し、ランタイムが終了させました。',
    fix: 'トレースで繰り返されている関数を読んでください。自分自身を読むゲッター、シリアライズするデータの循環、または互いに読み込み合うモジュールです。メモリを増やしても解決しません。',
  },
  'native-module-other-runtime': {
    cause:
      'ネイティブモジュールが、最終イメージとは別のバージョンのランタイム用にビルドされています ({version|メッセージを参照})。',
    fix: '最終ステージと同じベースイメージとバージョンのステージで、依存関係をインストールしてください。ランナーから node_modules をコピーせず (.dockerignore)、ビルドし直してください (npm rebuild)。',
  },
  'key-malformed': {
    cause:
      'アプリケーションが読むキーまたは証明書が、PEM 形式ではありません。ほとんどの場合、変数に入れる途中で改行が失われたか、引用符で囲まれています。',
    fix: 'キーを改行付きで保存する (ファイルからのシークレット: aws secretsmanager create-secret --secret-string file://key.pem) か、base64 で保存してプログラムにデコードさせてください。または、読み込むときに \\n を改行に置き換えてください。',
  },
  'assets-not-built': {
    cause:
      'イメージに、コンパイル済みのアセット {asset|(ページのもの)} がありません。CSS と JavaScript をビルドするステップが実行されなかったか、その出力が最終ステージにありません。',
    fix: 'Dockerfile でアセットをビルドし (rails assets:precompile、collectstatic、npm run build)、public/、staticfiles/、または dist/ を最終ステージにコピーしてください。.dockerignore が除外していることがあります。',
  },
  'must-be-process-one': {
    cause:
      'イメージ自身の init (s6-overlay、tini) は最初のプロセスでなければなりませんが、ECS がその前に別のプロセスを起動しています。',
    fix: 'コンテナの linuxParameters.initProcessEnabled を false にし (pidMode も指定せず)、init をシェルからではなく entryPoint として呼び出してください。',
  },
  'command-option-unknown': {
    cause:
      'プログラムが、コンテナのコマンドの {option|オプション} を知りません。綴りが違うか、イメージのバージョンが、オプションに必要なものと違います。',
    fix: 'コンテナの command と entryPoint を直す (引数はそれぞれ独立した項目にする) か、{option|そのオプション} を知るバージョンのイメージを使ってください。NODE_OPTIONS と JAVA_TOOL_OPTIONS も対象です。',
  },
  'go-panic': {
    cause: 'プログラムがパニックを起こしました: {reason|理由はメッセージに示されています}。',
    fix: 'メッセージと、トレースのうち自分のコードを示す最初の行を読んでください。同じ変数で、イメージを手元で起動してください。',
  },
};
