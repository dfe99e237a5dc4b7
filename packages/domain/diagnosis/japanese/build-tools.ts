import type { Texts } from './text.ts';

export const BUILD_TOOLS: Readonly<Record<string, Texts>> = {
  'npm-lockfile-out-of-sync': {
    cause:
      'ロックファイルが依存関係の一覧と合いません ({package|下の行を参照})。一方だけが変更されたか、別のバージョンのツールまたは言語で変更されています。',
    fix: '自分のマシンで、イメージと同じバージョンを使ってインストールを実行し (npm install、pnpm install、yarn install、poetry lock、uv lock、cargo update、go mod tidy、composer update、bundle install)、ロックファイルをコミットしてください。',
  },
  'npm-lockfile-missing': {
    cause:
      'ビルドのツールが、実行されたフォルダーで次のファイルを見つけられません: 依存関係の一覧またはロックファイル {path|}。',
    fix: 'ファイルをコミットし、RUN の行より前にコピーし (COPY package*.json ./)、WORKDIR、ビルドコンテキスト、.dockerignore を確認してください。',
  },
  'package-registry-login': {
    cause:
      'プライベートレジストリまたはリポジトリ {host|}: ビルドのログインが拒否されました。トークンがないか、期限切れか、読み取る権限がありません。',
    fix: 'トークンは、ビルド引数ではなくシークレットとしてビルドに渡してください (build-push-ecr の secrets と RUN --mount=type=secret)。トークンを更新し、スコープを確認してください。',
  },
  'corepack-keys-outdated': {
    cause:
      'イメージの Corepack が、npm が現在パッケージの署名に使うキーより古いため、パッケージマネージャーのダウンロードを拒否しています。',
    fix: '最初に使う前に新しい Corepack をインストールする (RUN npm install -g corepack@latest) か、より新しい Node のイメージを使ってください。または、npm でパッケージマネージャーをインストールしてください。',
  },
  'pip-environment-managed': {
    cause:
      'この Python はベースイメージのシステムが管理しているため (PEP 668)、pip がインストールを拒否しています。',
    fix: 'イメージの中に環境を作成する (RUN python3 -m venv /venv、次に /venv/bin/pip install) か、python: のベースイメージを使うか、apt または apk でパッケージをインストールしてください。',
  },
  'package-source-unreadable': {
    cause:
      'パッケージの取得元 {host|(ビルドが使うもの)} から、インデックスを取得できませんでした。ログインがないか誤っているか、ビルドがホストに届きません。',
    fix: 'トークンをシークレットとしてビルドに渡してください (build-push-ecr の secrets と RUN --mount=type=secret)。ランナーから {host|取得元} に届くことを確認してください。',
  },
  'build-emulation-missing': {
    cause:
      'ビルドが、ランナーとは別のプロセッサアーキテクチャのプログラムを実行していますが、エミュレーションが用意されていません。',
    fix: 'ビルドの前に docker/setup-qemu-action を実行するか、対象のアーキテクチャのランナー (ubuntu-24.04-arm) でビルドするか、Dockerfile で FROM --platform=$BUILDPLATFORM の上でコンパイルしてください。',
  },
  'registry-out-of-order-in-build': {
    cause: 'レジストリの応答: {code|レジストリ自身のエラー}。イメージや権限が理由ではありません。',
    fix: 'ジョブをもう一度実行してください。続く場合は、レジストリまたは AWS のステータスページを見てください。Docker Hub のベースイメージには、ECR のコピーを使ってください (プルスルーキャッシュ)。',
  },
  'package-version-not-found': {
    cause:
      '{package|パッケージ} に合うバージョンがありません。存在しないか、取り下げられたか、ベースイメージの言語のバージョンまたはプラットフォームに対応していません。',
    fix: 'ベースイメージの言語のバージョン用に存在するバージョン (またはより新しいベースイメージ) を使い、固定してください。プライベートなパッケージの場合は、そのレジストリとトークンを追加してください。',
  },
  'package-integrity': {
    cause:
      'パッケージ {package|(メッセージが示すもの)} が、ロックファイルのチェックサムと一致しません。公開し直されたか、プロキシまたはキャッシュが別のファイルを返したか、ロックファイルが別のレジストリのものです。',
    fix: 'ビルドのキャッシュを消し、もう一度だけ試してください。繰り返す場合は、ロックファイルを書き直す前に、ファイルが変わった理由を調べてください。攻撃かもしれません。',
  },
  'build-script-not-executable': {
    cause:
      '{path|スクリプト} に、ビルドで実行する権限がありません。git が実行ビットを保持していないか、ファイルが Windows から来ています。',
    fix: 'git でビットを設定する (git update-index --chmod=+x {path|FILE}) か、COPY --chmod=755 でコピーするか、インタープリター (sh、bash) から呼び出してください。',
  },
  'build-download-failed': {
    cause:
      'ビルドがダウンロードするファイルの応答: {code|エラー}。アドレスがなくなったか、ログインが必要です。',
    fix: 'アドレスを直す (リリースのバージョンは移動します) か、バージョンを固定し、自分のコピーを持ってください。ログインが必要な場合は、トークンをシークレットとして渡してください。',
  },
  'build-prerender-failed': {
    cause:
      'ページ {page|(メッセージが示すもの)} はイメージのビルド中にレンダリングされますが、必要なもの (変数、データベース、API) がその時点でありません。',
    fix: "ページを実行時にレンダリングする (Next.js では dynamic = 'force-dynamic') か、必要なものをビルド引数またはシークレットとしてビルドに渡してください。何が足りないかは、その行の下のエラーに示されています。",
  },
  'npm-peer-conflict': {
    cause: 'パッケージが、互いに両立しないバージョンのピア依存関係を求めています。',
    fix: 'ツリーが示すパッケージを、npm install が問題なく通るまで自分のマシンで更新し、ロックファイルをコミットしてください。--legacy-peer-deps は競合を隠します。',
  },
  'engine-version-unsupported': {
    cause:
      'ベースイメージの言語のバージョン ({version|メッセージを参照}) またはその拡張が、パッケージが求めるもの ({wanted|メッセージを参照}) に合いません。',
    fix: 'FROM の行で、求められているバージョンのベースイメージを使うか、PHP の拡張をインストールしてください (docker-php-ext-install)。または、要件を緩めてください。',
  },
  'native-extension-build-failed': {
    cause:
      'ネイティブ拡張 ({package|上の行を参照}) をコンパイルできませんでした。ステージにコンパイラーがないか、ライブラリのヘッダー ({header|libpq など}) がありません。',
    fix: 'ビルドステージにツールとヘッダーをインストールする (Debian: build-essential、python3-dev、libpq-dev、default-libmysqlclient-dev。Alpine: build-base、postgresql-dev) か、バイナリのパッケージ (psycopg2-binary) を使ってください。',
  },
  'apt-release-gone': {
    cause:
      'Debian または Ubuntu のパッケージの取得元が、このリリースをもう提供していないか、キャッシュされたインデックスが示すものを提供していません ({host|メッセージを参照})。',
    fix: 'より新しいベースイメージを使ってください (このリリースはサポートが終了しています)。apt-get update と install を 1 つの RUN の行で実行し、古いレイヤーを no-cache で消してください。',
  },
  'system-package-missing': {
    cause:
      'ベースイメージのシステムに、パッケージ {package|(指定された名前のもの)} がありません。このリリースでは別の名前であるか、同じ RUN の行で apt-get update が実行されていません。',
    fix: 'RUN apt-get update && apt-get install -y --no-install-recommends {package|NAME} を 1 行で書いてください。そのリリースでの名前を調べてください (packages.debian.org、pkgs.alpinelinux.org)。',
  },
  'build-tool-missing': {
    cause:
      'ビルドが {program|プログラム} を呼び出していますが、このステージのイメージにありません (NODE_ENV=production で除外された devDependencies も含みます)。',
    fix: 'RUN の行より前のステージに {program|プログラム} をインストールするか、ビルドに開発用の依存関係が必要な場合は、NODE_ENV=production なしで npm ci を実行してください。',
  },
  'build-compile-error': {
    cause:
      'ソースがコンパイルできません ({place|メッセージを参照}: {reason|理由はコンパイラーが示しています})。',
    fix: '自分のマシンで、同じバージョンで同じビルドを実行し、コンパイラーが示すものを直してください。すべてのソースがビルドコンテキストにあることを確認してください。',
  },
  'maven-dependency-unresolved': {
    cause:
      'Maven が {project|プロジェクト} の依存関係を取得できませんでした。ビルドから届くどのリポジトリにもないか、プライベートなリポジトリがログインを求めています。',
    fix: '同じ行のアーティファクトと理由を読んでください。プライベートなリポジトリの場合は、settings.xml をシークレットとしてビルドに渡し、リポジトリを pom に追加してください。',
  },
  'build-tests-failed': {
    cause: 'Dockerfile が実行するテストが失敗しました。',
    fix: '上の出力で失敗しているテストを読み、自分のマシンで実行してください。ビルドの前の独立したジョブでテストすると、より早く分かります。',
  },
  'build-killed-for-memory': {
    cause: 'ランナーのメモリが不足したため、カーネルがビルドのプロセスを強制終了しました。',
    fix: 'より大きなランナーを使うか、並列のジョブを減らす (make -j、cargo -j、Gradle のワーカー) か、ツールのヒープを制限してください (NODE_OPTIONS、-Xmx)。',
  },
  'build-network-unreachable': {
    cause:
      'ビルドから {host|読み込み元のサーバー} に届きませんでした。ランナーのネットワーク、プロキシ、またはサーバー自体の問題です。',
    fix: 'ジョブをもう一度実行してください。繰り返す場合は、ランナーから {host|そのホスト} への経路 (プロキシ、ファイアウォール、プライベートサブネット) を確認するか、ミラーまたはキャッシュを使ってください。',
  },
  'credential-helper-missing': {
    cause:
      'ランナーの Docker の設定が、認証情報ヘルパー {program|docker-credential-…} を指定していますが、インストールされていません。',
    fix: 'ランナーの ~/.docker/config.json から credsStore と credHelpers を取り除くか、ヘルパーをインストールしてください。',
  },
  'image-tag-invalid': {
    cause:
      '{reference|イメージの名前} は正しい参照ではありません。タグにスラッシュなど使えない文字 (ブランチの名前) が含まれているか、変数が空です。',
    fix: 'タグの中の A-Z a-z 0-9 _ . - 以外の文字をすべて置き換え (feature/login は feature-login になります)、空の変数がないことを確認してください。image-tag: sha ではこの問題は起こりません。',
  },
  'build-target-missing': {
    cause: 'Dockerfile に、ステージ {stage|(指定された名前のもの)} がありません。',
    fix: 'target を直すか、Dockerfile でステージに名前を付けてください (FROM … AS {stage|NAME})。',
  },
  'dockerfile-syntax': {
    cause:
      'Dockerfile を解析できないか (行 {line|(メッセージが示すもの)}: {reason|メッセージを参照})、FROM の行が空の ARG を使っています。',
    fix: 'その行を直してください。FROM の ARG は、最初の FROM より前に、既定値付きで宣言してください。新しい構文には、最初の行に "# syntax=docker/dockerfile:1" が必要です。',
  },
  'build-secret-missing': {
    cause:
      'Dockerfile がシークレット {secret|または SSH エージェント} をマウントしますが、ビルドに渡されていません。',
    fix: 'build-push-ecr の secrets に {secret|そのシークレット} を追加してください (id と値、または変数)。id は RUN --mount=type=secret,id={secret|ID} と同じものにしてください。',
  },
  'build-platform-unsupported': {
    cause:
      'ビルドが求めるプラットフォームを、このビルダーが作れないか、ベースイメージが持っていません ({platform|メッセージを参照})。',
    fix: 'エミュレーション (docker/setup-qemu-action) と docker-container ビルダー (docker/setup-buildx-action) を用意するか、そのアーキテクチャのランナーでビルドしてください。そのプラットフォームを持つベースイメージを使ってください。',
  },
  'ecr-manifest-refused': {
    cause:
      'ECR がマニフェストを拒否しています。受け付けない種類 (アテステーション、キャッシュ、イメージのないインデックス) か、変更できないタグです。',
    fix: 'provenance: false と sbom: false でビルドし、OCI のメディアタイプをプッシュし、使われていないタグを使ってください。',
  },
  'build-context-too-large': {
    cause:
      'ビルドコンテキストを読み取れません: {reason|フォルダーが存在しないか、ジョブが読み取れないファイルを含んでいます}。',
    fix: 'context を直し、ほかのユーザーのファイルを .dockerignore に入れてください。COPY は、コンテキストの外のものを読み取りません。',
  },
  'builder-gone': {
    cause:
      'BuildKit への接続が切れました。多くはランナーのメモリまたはディスクが不足したためにビルダーが終了したか、ビルダーが存在しません。',
    fix: 'ランナーのメモリとディスクを見てください。同じジョブでビルダーを用意し (docker/setup-buildx-action)、もう一度実行してください。',
  },
  'yarn-or-install-failed': {
    cause:
      'パッケージマネージャーまたはビルドツールが失敗しました ({code|理由はその上の行に示されています})。',
    fix: 'この行より上の行を読み、自分のマシンで、同じバージョンで同じコマンドを実行してください。',
  },
};
