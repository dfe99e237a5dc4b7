import type { Texts } from './text.ts';

export const TASK_IMAGE_PULL: Readonly<Record<string, Texts>> = {
  'pull-platform-mismatch': {
    cause:
      'イメージに {platform|タスクのプラットフォーム} 用のものがありません。runtimePlatform が求めるものとは別の CPU 用にビルドされています (典型的には、Apple Silicon のマシンでの arm64)。',
    fix: '--platform {platform|linux/amd64} でビルドするか、runtimePlatform.cpuArchitecture をイメージのものに合わせてください。または、両方のプラットフォームをプッシュしてください。',
  },
  'pull-tag-not-found': {
    cause:
      '{image|イメージ} のタグがリポジトリにありません。プッシュが失敗または省略されたか、タグの入力の誤りか、ライフサイクルポリシーで期限切れになりました。',
    fix: 'タグを一覧にし (aws ecr describe-images)、イメージをプッシュし、プッシュのステップが返したタグまたはダイジェストでタスク定義を登録してください。',
  },
  'pull-repository-not-found': {
    cause: 'リポジトリ {repository|(イメージが示すもの)} は、そのアカウントとリージョンにありません。',
    fix: 'コンテナの image の項目のアカウント、リージョン、リポジトリを直すか、リポジトリを作成してプッシュしてください。',
  },
  'pull-forbidden-403': {
    cause:
      'レジストリが読み取りを拒否しました。ECR では、実行ロール、リポジトリポリシー (アカウントをまたぐ場合)、VPC エンドポイントポリシー、S3 エンドポイントポリシーのどれかが許可していません。ほかのレジストリでは、ログインに権限がありません。',
    fix: '実行ロールに AmazonECSTaskExecutionRolePolicy をアタッチしてください。別のアカウントの場合は、リポジトリポリシーを追加してください。エンドポイントポリシーで、ECR とその S3 のレイヤーのバケットを許可してください。ほかのレジストリでは、プルできるアカウントの repositoryCredentials を設定してください。',
  },
  'pull-digest-gone': {
    cause:
      'ECS は、デプロイの開始時にタグをダイジェストに固定しました。その後タグが上書きされ、ライフサイクルポリシーが古いイメージを削除しました。',
    fix: '新しいデプロイを始め、現在のダイジェストに固定してください。重複しないタグをデプロイし、稼働中のサービスが使うイメージを残してください。',
  },
  'pull-role-permission': {
    cause:
      '実行ロール (またはインスタンスロール) にイメージ {repository|(タスク定義のもの)} をプルする権限がないか、イメージの名前が誤っています。',
    fix: 'タスク実行ロールに ecr:GetAuthorizationToken、BatchGetImage、GetDownloadUrlForLayer を許可し、リポジトリがあることを確認してください。ECR 以外のレジストリでは、repositoryCredentials を設定してください。',
  },
  'pull-execution-role-no-auth-token': {
    cause: 'タスク実行ロール {role|}: ECR へのログインを取得できません。',
    fix: '実行ロール (タスクロールではない) に AmazonECSTaskExecutionRolePolicy をアタッチしてください。',
  },
  'pull-network-timeout': {
    cause:
      'タスクのサブネットから、レジストリに届く経路がありません。NAT がない、パブリックサブネットでパブリック IP がない、VPC エンドポイントがない、またはアウトバウンドの 443 が閉じているためです。',
    fix: 'プライベートサブネット: NAT ゲートウェイを追加するか、ECR の場合は ecr.api、ecr.dkr、S3 のエンドポイントを追加してください。パブリックサブネット: assignPublicIp を ENABLED にしてください。アウトバウンドの TCP 443 を許可してください。',
  },
  'pull-network-request-canceled': {
    cause: 'レジストリへの接続が一度も確立していません。タスクのサブネットからの経路がありません。',
    fix: 'サブネットに、NAT へのルート、パブリック IP、または ECR と S3 のエンドポイントを用意し、アウトバウンドの TCP 443 を開いてください。',
  },
  'pull-ecr-connection-issue': {
    cause: 'タスクが、ネットワーク経由で ECR に届きません。',
    fix: 'ルートテーブル (NAT またはエンドポイント)、assignPublicIp、セキュリティグループのアウトバウンド 443、エンドポイントのセキュリティグループでのタスクからのインバウンド 443、エンドポイントのプライベート DNS を確認してください。',
  },
  'pull-docker-hub-rate-limit': {
    cause: 'タスクがログインなしで Docker Hub からプルしており、NAT のアドレスが割り当てを使い切っています。',
    fix: 'イメージを ECR にコピーする (またはプルスルーキャッシュを使う) か、コンテナに repositoryCredentials を設定してください。',
  },
  'pull-disk-full': {
    cause: '展開したイメージが、タスクまたはインスタンスのストレージに収まりません。',
    fix: 'タスク定義の ephemeralStorage.sizeInGiB を大きくする (Fargate) か、インスタンスのボリュームを拡張する (EC2) か、イメージを小さくしてください。',
  },
  'pull-layer-copy-failed': {
    cause:
      'マニフェストは読み取れましたが、レイヤーのダウンロードが拒否されたか、途中で切れました。レイヤーは S3 から来ます。',
    fix: 'S3 への経路とエンドポイントポリシー (レイヤーのバケット prod-REGION-starport-layer-bucket) を確認し、再試行してください。プロキシの内側では、S3 のホストを許可してください。',
  },
  'pull-s3-unreachable': {
    cause:
      'タスクが、ECR のレイヤーの保存先である S3 に届きません。ゲートウェイエンドポイントまたはセキュリティグループのルールがありません。',
    fix: 'S3 のゲートウェイエンドポイントをサブネットのルートテーブルに関連付け、S3 のプレフィックスリストへのアウトバウンド 443 を許可してください。',
  },
  'pull-context-canceled': {
    cause:
      'プルに時間がかかりすぎたか、接続が切れました。経路がない、イメージが非常に大きい、またはその間にタスクが停止されたためです。',
    fix: 'まず、レジストリへのネットワークの経路を確認してください。次に、イメージを小さくして再試行してください。',
  },
  'pull-image-config-error': {
    cause:
      'レジストリのストレージのホストに届かないか、ホストを信頼できないか、レジストリがリクエストを制限しました。',
    fix: 'レジストリとそのストレージのホストへのアウトバウンド 443 を許可してください。プロキシとレート制限が原因でないことを確かめてください。再試行してください。',
  },
  'pull-invalid-image-reference': {
    cause:
      'image の項目が有効なイメージの URI ではありません。パス、置き換えられていないプレースホルダー、または空の変数が、タスク定義に入りました。',
    fix: '値を埋め込んだタスク定義を表示し、コンテナの image を REGISTRY/NAME:TAG (小文字、スキームなし、空白なし) にしてください。',
  },
  'pull-unauthorized-401': {
    cause: 'レジストリがログインを求めましたが、タスクはログインを渡さなかったか、誤ったものを渡しました。',
    fix: 'コンテナの repositoryCredentials (username と password を持つシークレット) を設定し、実行ロールがそのシークレットを読み取れるようにしてください。または、イメージを ECR にコピーしてください。',
  },
  'pull-too-many-requests': {
    cause:
      'レジストリが、このアドレスからのプルを制限しています。Docker Hub の場合は、NAT のアドレスの割り当てを使い切っています。',
    fix: 'イメージを ECR にコピーする (またはプルスルーキャッシュを使う) か、コンテナに repositoryCredentials を設定してください。',
  },
  'pull-registry-out-of-order': {
    cause: 'レジストリが、レジストリ自身のエラーを返しました。そのサービスに障害が起きています。',
    fix: 'レジストリのステータスページを見て、もう一度デプロイしてください。ECR にコピーしたイメージは、そのレジストリに依存しません。',
  },
};
