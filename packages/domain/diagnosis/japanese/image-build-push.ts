import type { Texts } from './text.ts';

export const IMAGE_BUILD_PUSH: Readonly<Record<string, Texts>> = {
  'ecr-repository-not-found': {
    cause:
      'ECR リポジトリ {repository|(指定された名前のもの)} は、このアカウントとリージョンに作成されていないか、名前のつづりが誤っています。ECR は、既定ではプッシュ時にリポジトリを作成しません。',
    fix: 'レジストリのアカウントとリージョンにリポジトリを作成する (create-repository: true にすると、次の実行で作成されます) か、名前を直してください。',
  },
  'ecr-repository-name-includes-registry': {
    cause:
      '名前の中に、レジストリのホストが 2 回あります。指定したリポジトリに、すでに完全なアドレスが入っていました。',
    fix: 'リポジトリは、名前だけか完全な URI のどちらかで、1 回だけ指定してください。',
  },
  'ecr-tag-immutable': {
    cause:
      'タグ {tag|(指定された名前のもの)} は以前にプッシュされています。また、タグのイミュータビリティが有効です (リポジトリ {repository|})。同じコミットの再実行か、latest のような動くタグが原因です。',
    fix: 'if-exists: reuse のままにしてください。すでにあるイメージのダイジェストを返します。または、以前の実行が使っていないタグをプッシュしてください。',
  },
  'ecr-auth-token-expired': {
    cause:
      'ECR へのログインから 12 時間を過ぎているか、セルフホストランナーに古いログインが保存されています。',
    fix: 'build-push-ecr のように、同じジョブの中で、プッシュの直前に ECR にログインしてください。ランナーの Docker の設定から、古い項目を取り除いてください。',
  },
  'ecr-no-basic-auth': {
    cause:
      'Docker がこのレジストリのホストにログインしていません。ログインのステップがないか、別のリージョンまたはアカウントに対して実行されたか、別のユーザーまたは Docker の設定で実行されました。',
    fix: 'イメージの名前にあるレジストリのホストそのものにログインしてください。アカウント、リージョン、Docker の設定を同じにしてください。',
  },
  'ecr-push-denied': {
    cause:
      'デプロイロール {role|}: リポジトリ {resource|(イメージのもの)} に対する ECR のプッシュの権限がありません。',
    fix: 'ロール {role|(デプロイするもの)} に、{resource|リポジトリの ARN} に対する ecr:BatchCheckLayerAvailability、InitiateLayerUpload、UploadLayerPart、CompleteLayerUpload、PutImage、BatchGetImage を許可してください。さらに、* に対する ecr:GetAuthorizationToken を許可してください。',
  },
  'ecr-push-denied-cross-account': {
    cause:
      'ロールとリポジトリが別のアカウントにあり、リポジトリポリシーにそのロールもそのアカウントも書かれていません。',
    fix: 'リポジトリを所有するアカウントで、プッシュするロールにプッシュのアクションを許可するリポジトリポリシーを追加してください。アイデンティティポリシーも残してください。',
  },
  'ecr-push-403-manifest': {
    cause:
      'レイヤーは送られましたが、マニフェストが拒否されました。リポジトリのイメージのクォータがいっぱいか、ecr:PutImage / ecr:BatchGetImage がありません。',
    fix: 'イメージの数をクォータと比べ、古いイメージを期限切れにするライフサイクルポリシーを追加してください。次に、ロールに ecr:PutImage と ecr:BatchGetImage があることを確認してください。',
  },
  'registry-forbids-layer': {
    cause:
      'レジストリが {url} でレイヤーを拒否しました。ジョブのロールにこのリポジトリに対する ECR の権限が足りないか、ログインが別のレジストリのものです。',
    fix: 'リポジトリに対する ecr:BatchCheckLayerAvailability、InitiateLayerUpload、UploadLayerPart、CompleteLayerUpload、PutImage、BatchGetImage と、* に対する ecr:GetAuthorizationToken を許可してください。イメージのホストにログインしてください。',
  },
  'ecr-get-auth-token-denied': {
    cause:
      'ロールに、ECR へのログインを取得する権限がありません。このアクションはリポジトリの ARN に対応していません。そのため、リポジトリに限定したステートメントには決して一致しません。',
    fix: '独立したステートメントで、Resource "*" に対する ecr:GetAuthorizationToken を許可してください。',
  },
  'base-image-ecr-pull-denied': {
    cause: 'ビルドの FROM のイメージは ECR にあり、ビルドのロールでは読み取れません。',
    fix: 'ベースイメージのリポジトリに対する ecr:BatchGetImage、ecr:GetDownloadUrlForLayer、ecr:BatchCheckLayerAvailability を許可し、ビルドの前にそのレジストリにログインしてください。',
  },
  'base-image-not-found': {
    cause:
      'イメージ {image|(FROM の行のもの)} はその名前では存在しないか、非公開でビルドがログインしていません。FROM の中のビルド引数が未設定の場合も、同じように見えます。',
    fix: 'FROM の名前とタグを確認し、FROM で使う ARG をすべて設定し、ビルドの前に非公開のレジストリにログインしてください。',
  },
  'base-image-platform-missing': {
    cause: 'ベースイメージは、求められた CPU アーキテクチャ用には公開されていません。',
    fix: 'ベースイメージにあるプラットフォーム用にビルドするか、そのアーキテクチャのあるベースイメージに変えてください (docker buildx imagetools inspect IMAGE で一覧にできます)。',
  },
  'docker-hub-rate-limit-build': {
    cause:
      'Docker Hub がベースイメージのプルを拒否しました。ランナーの共有アドレスに対する、匿名の上限を使い切っています。',
    fix: 'ビルドの前に Docker Hub にログインするか、ベースイメージを public.ecr.aws/docker/library または ECR のプルスルーキャッシュから取得してください。その後、再実行してください。',
  },
  'ecr-public-rate-limit': {
    cause: '1 つのアドレスから 1 秒間に行われた、public.ecr.aws からの認証なしのプルが多すぎます。',
    fix: 'ECR Public にログインし (aws ecr-public get-login-password --region us-east-1)、並列のプルを減らし、間隔を置いて再試行してください。',
  },
  'buildx-cache-export-unsupported': {
    cause:
      'キャッシュのエクスポートと複数のプラットフォームは、Docker の既定のビルドドライバーではできません。',
    fix: '先に docker/setup-buildx-action を実行し、docker-container のビルダーが使われるようにしてください。または、cache-to と 2 つ目のプラットフォームを外してください。',
  },
  'dockerfile-not-found': {
    cause: 'このパスに Dockerfile がないか、リポジトリがチェックアウトされていません。',
    fix: '先に actions/checkout を実行し、file に、リポジトリのルートからの Dockerfile のパスを設定してください。',
  },
  'build-copy-source-missing': {
    cause:
      'COPY または ADD が {path|パス} を指定しています。そのパスはコンテキストの外にあるか、.dockerignore で除外されているか、前のステップで作られていません。',
    fix: 'パスをコンテキストのフォルダー、.dockerignore と比べてください。ビルドの前にファイルを作るか、コンテキストを変えてください。',
  },
  'build-run-step-failed': {
    cause:
      'コマンド {command|(RUN の行のもの)} が失敗しました。原因はすぐ上の行にあります。この行はコマンドを示すだけです。',
    fix: 'この行より上の出力を読み、同じビルドを手元で実行し、0 以外で終了したコマンドを直してください。',
  },
  'build-runner-disk-full': {
    cause: 'ビルド中に、ランナーのディスクがいっぱいになりました。',
    fix: 'ビルドの前に空きを作る (docker system prune -af、使わないツールチェーンの削除) か、イメージを小さくするか、より大きいランナーを使ってください。',
  },
  'build-node-heap-oom': {
    cause: 'Node のヒープの上限に達しました。多くは、ビルドの中のフロントエンドのバンドラーが原因です。',
    fix: 'そのステップに NODE_OPTIONS=--max-old-space-size=4096 (マシンのメモリより小さい値) を設定するか、より大きいランナーを使ってください。',
  },
  'image-name-not-lowercase': {
    cause: 'イメージの名前に大文字があります。多くは、GitHub の所有者またはリポジトリの名前から来ています。',
    fix: 'イメージの参照として使う前に、名前を小文字にしてください。',
  },
  'registry-push-unauthorized': {
    cause:
      'レジストリがプッシュに使われたログインを受け付けなかったか、そのログインでは書き込めないリポジトリです。',
    fix: 'プッシュの前にこのレジストリのホストそのものにログインし、リポジトリへの書き込み権限を確認してください。',
  },
  'docker-engine-unreachable': {
    cause: 'このランナーで応答する Docker エンジンがないか、ジョブに接続する権限がありません。',
    fix: 'エンジンが動いているランナー (ubuntu-latest にはあります) を使うか、このステップの前に起動してください。または、エンジンの要らない oci-layout で、できあがった OCI レイアウトをプッシュしてください。',
  },
  'ecr-upload-closed': {
    cause:
      'ECR がアップロードの接続を閉じました。このアカウントとリージョンにリポジトリがないとき、名前にスラッシュまたはタグが余分にあるとき、ロールにプッシュの権限がないときに起こります。',
    fix: '名前を ECR のリポジトリと比べ (aws ecr describe-repositories)、ホストのリージョンも確認してください。リポジトリを作成する (create-repository: true で作成されます) か、プッシュを許可してください。すべて正しければ、もう一度プッシュしてください。',
  },
  'ecr-cache-manifest-refused': {
    cause:
      'ECR は、エクスポートされたキャッシュの古い形式のマニフェストを拒否します。これはイメージではないためです。',
    fix: 'image-manifest=true,oci-mediatypes=true を付けてキャッシュを書き込むか、それを行う build-push-ecr の cache: ecr を設定してください。',
  },
};
