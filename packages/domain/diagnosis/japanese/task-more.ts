import type { Texts } from './text.ts';

export const TASK_MORE: Readonly<Record<string, Texts>> = {
  'pull-image-not-found': {
    cause:
      'イメージ {image|(タスク定義のもの)} は存在しません。タグがプッシュされていないか、期限切れで消えたか、名前にレジストリが付いていません。',
    fix: '先にイメージをプッシュし、プッシュが返したダイジェストを登録してください (build-push-ecr はそうします)。完全な URI ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME を指定してください。',
  },
  'pull-media-type-unsupported': {
    cause:
      'タグまたはダイジェストが、イメージではないもの ({type|アテステーションまたはキャッシュ})、またはエージェントが知らない形式を指しています。',
    fix: 'provenance: false と sbom: false でビルドし、イメージ自体のダイジェストをデプロイしてください。EC2 では、エージェントと Docker を更新してください。',
  },
  'pull-registry-unresolved': {
    cause:
      'VPC の DNS が {host|レジストリ} を解決しません。VPC の DNS が無効か、インターフェイスエンドポイントにプライベート DNS がありません。',
    fix: 'VPC で enableDnsSupport と enableDnsHostnames を、エンドポイント ecr.api と ecr.dkr でプライベート DNS を有効にしてください。または、サブネットにインターネットへの経路を用意してください。',
  },
  'pull-tls-refused': {
    cause:
      'プラットフォームがレジストリの証明書を信頼していないか、レジストリが平文の HTTP で応答しています。',
    fix: '公的な認証局の証明書を持つレジストリを使うか、イメージを ECR にコピーしてください。TLS を開いて中を見るファイアウォールがないか確認してください。',
  },
  'pull-image-damaged': {
    cause:
      'レジストリのイメージが壊れているか、ECS が展開しない形式です。マニフェストとレイヤーが合っていません。',
    fix: 'イメージをキャッシュなしで、1 つのプラットフォーム用の 1 つのイメージとして、gzip のレイヤーでビルドし直し、プッシュしてください。新しいダイジェストをデプロイしてください。',
  },
  'working-directory-missing': {
    cause: '作業フォルダー {path|(コンテナのもの)} がイメージに存在しないか、ユーザーが入れません。',
    fix: 'タスク定義の workingDirectory または Dockerfile の WORKDIR を直してください。フォルダーをそのユーザーのものにしてください。',
  },
  'root-file-system-mount': {
    cause:
      'ボリューム (EFS) が、コンテナのルート、または /dev の上にマウントされています。ランタイムは、そこにデバイスファイルを作る必要があります。',
    fix: 'ボリュームは専用のフォルダー (たとえば /data) にマウントし、決して / や /dev にはマウントしないでください。',
  },
  'runtime-user-missing': {
    cause: 'イメージに、ユーザーまたはグループ {user|(指定された名前のもの)} がありません。',
    fix: 'Dockerfile で作成する (RUN adduser) か、タスク定義の user に数字の ID を使ってください。',
  },
  'command-not-string-list': {
    cause:
      'コマンドが 1 つの文字列で指定されています。ランタイムは {program|空白を含む名前} というプログラムを探します。',
    fix: 'コマンドを単語のリスト (["npm", "start"]) で書くか、["sh", "-c", "…"] と書いてください。',
  },
  'ssm-throttled': {
    cause:
      '多くのタスクが同時に起動し、Systems Manager または Secrets Manager がシークレットの取得をスロットリングしています。',
    fix: 'Parameter Store のスループットを上げ (Settings、higher throughput)、タスクごとに取得するパラメーターを減らし (1 つの JSON のシークレットにする)、同時に起動するタスクを減らしてください。',
  },
  'environment-file-unreadable': {
    cause:
      'ECS が S3 の環境ファイルを読み取れませんでした。実行ロールに権限がないか、オブジェクトが存在しないか、S3 への経路がありません。',
    fix: '実行ロールに、オブジェクトに対する s3:GetObject と、バケットに対する s3:GetBucketLocation を許可してください。ARN とファイル (NAME=VALUE の行、末尾は .env) を確認してください。サブネットに S3 への経路を用意してください。',
  },
  'eni-quota': {
    cause:
      'このリージョンの、アカウントのネットワークインターフェイスのクォータを使い切っています。awsvpc のタスクはそれぞれ 1 つ使い、blue/green では必要な数が 2 倍になります。',
    fix: 'クォータ (Network interfaces per Region、L-DF5E4CA3) の引き上げを申請するか、使っていないタスクを停止してください。',
  },
  'eni-security-group-missing': {
    cause: 'サービスのネットワーク設定にあるセキュリティグループが削除されています。',
    fix: '存在するセキュリティグループをサービスのネットワーク設定に入れ (CodeDeploy のサービスでは AppSpec またはスタックに入れ)、もう一度デプロイしてください。',
  },
  'eni-subnet-missing': {
    cause:
      'サブネット {subnet|(サービスのネットワーク設定のもの)} が削除されているか、別のリージョンにあります。',
    fix: '存在するサブネットをサービスのネットワーク設定に入れ、もう一度デプロイしてください。',
  },
  'eni-not-permitted': {
    cause:
      'ECS が、タスクのネットワークインターフェイスを作成できません。サービスコントロールポリシー、またはサービスにリンクされたロールの変更によるものです。',
    fix: '組織のポリシーで ec2:CreateNetworkInterface を確認し、AWSServiceRoleForECS を元に戻してください。',
  },
  'volume-driver-refused': {
    cause: 'ボリュームドライバーがボリュームを拒否しました: {reason|メッセージを参照}。',
    fix: 'インスタンス上のドライバーのプラグイン、ボリュームの名前、そのサービスを確認するか、EFS を使ってください。',
  },
  'eni-device-not-found': {
    cause: 'EC2 インスタンスが、タスク用にアタッチされたネットワークインターフェイスを認識しませんでした。',
    fix: 'もう一度実行してください。繰り返す場合は、インスタンスを置き換え、AMI とエージェントを更新してください。',
  },
  'instance-terminated': {
    cause:
      'インスタンス {instance|(タスクが動いていたもの)} が終了または停止されました。Spot、Auto Scaling グループのスケールイン、または人の操作です。',
    fix: 'キャパシティプロバイダーのマネージド終了保護とドレインを有効にしてください。一部をオンデマンドのままにしてください。',
  },
  'dependency-not-healthy': {
    cause:
      'コンテナ {container|(dependsOn で指定されたもの)} が HEALTHY、START、または COMPLETE にならなかったため、ほかのコンテナが起動しませんでした。',
    fix: '{container|そのコンテナ} のログとヘルスチェックを読んでください。もっと時間が必要な場合は、startTimeout を上げてください。',
  },
  'agent-disconnected': {
    cause: 'インスタンスのコンテナエージェントまたは Docker が応答しません。',
    fix: 'インスタンスを置き換えるか、エージェントを再起動してください。ディスク、メモリ、CPU を確認してください。',
  },
  'service-connect-unhealthy': {
    cause:
      'タスクの Service Connect プロキシが正常になりませんでした。アプリケーションのほかに使えるメモリや CPU が少なすぎるか、名前空間に届きません。',
    fix: 'プロキシ用に 256 CPU ユニットと 64 MiB を追加し、名前空間を確認し、プロキシ自身のログ (serviceConnectConfiguration の logConfiguration) を読んでください。',
  },
  'fargate-retirement': {
    cause: 'AWS が、メンテナンスのためにタスクのホストを置き換えました。サービスは別のタスクを起動します。',
    fix: '直すものはありません。SIGTERM を処理し、利用者が気付かないように 2 つ以上のタスクを実行してください。',
  },
  'pull-failed-cut': {
    cause:
      'タスクがイメージ {image|(タスク定義のもの)} をプルできませんでした。理由は AWS が途中で切っているか、既知のものではありません。',
    fix: '次の順に確認してください。イメージがまさにこの名前で存在すること (aws ecr describe-images)。サブネットにレジストリへの経路があること (NAT、パブリックアドレス、または ecr.api、ecr.dkr、S3 のエンドポイント)。実行ロールがプルを許可されていること。',
  },
  'secret-fetch-failed': {
    cause:
      'ECS が、タスクのシークレットまたは ECR のログインを取得できませんでした。理由は AWS が途中で切っているか、既知のものではありません。',
    fix: 'サブネットに Secrets Manager、Systems Manager、ECR への経路があることを確認してください。実行ロールが valueFrom の指すものを読み取れること、それがこのリージョンに存在することを確認してください。',
  },
};
