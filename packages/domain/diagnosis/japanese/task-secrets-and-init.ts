import type { Texts } from './text.ts';

export const TASK_SECRETS_AND_INIT: Readonly<Record<string, Texts>> = {
  'secrets-manager-unreachable': {
    cause: 'タスクから Secrets Manager へのネットワークの経路がありません。権限の問題ではありません。',
    fix: 'プライベートサブネット: NAT へのルート、または secretsmanager のインターフェイスエンドポイント (プライベート DNS 付き) を追加し、エンドポイントのセキュリティグループがタスクからの 443 を受け付けるようにしてください。パブリックサブネット: assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。',
  },
  'ssm-unreachable': {
    cause: 'タスクから Systems Manager Parameter Store へのネットワークの経路がありません。',
    fix: 'プライベートサブネット: NAT へのルート、または ssm のインターフェイスエンドポイント (プライベート DNS 付き) を追加し、エンドポイントのセキュリティグループがタスクからの 443 を受け付けるようにしてください。パブリックサブネット: assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。',
  },
  'registry-auth-unreachable': {
    cause: 'タスクから、プルの前のログインに使う ECR の API に届きません。',
    fix: 'プライベートサブネットの場合は、NAT への経路、または ecr.api と ecr.dkr のインターフェイスエンドポイント (および S3 のゲートウェイエンドポイント) をプライベート DNS 付きで追加してください。エンドポイントのセキュリティグループで、タスクからの 443 を許可してください。パブリックサブネットの場合は、assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。',
  },
  'registry-auth-killed': {
    cause: '取得用のヘルパーが、ネットワークを待った後に強制終了されました。',
    fix: '経路がないものとして扱ってください。NAT またはエンドポイント、パブリック IP、セキュリティグループのアウトバウンド 443、ネットワーク ACL を確認してください。',
  },
  'private-registry-credentials-unreachable': {
    cause: 'プライベートレジストリのログイン情報が入ったシークレットを取得できませんでした。',
    fix: 'タスクに Secrets Manager への経路を用意してください。実行ロールには、repositoryCredentials のシークレットに対する secretsmanager:GetSecretValue (および kms:Decrypt) を許可してください。',
  },
  'secret-access-denied': {
    cause:
      'タスク実行ロール {role|}: シークレット {secret|(コンテナのもの)} を読み取る権限がありません。(コンテナのシークレットでは、タスクロールは考慮されません。)',
    fix: 'タスク実行ロール {role|}: {secret|シークレットの ARN} (末尾に -?????? またはワイルドカードを付けたもの) に対する secretsmanager:GetSecretValue を許可してください。',
  },
  'ssm-access-denied': {
    cause: 'タスク実行ロール {role|}: パラメーター {parameter|(コンテナのもの)} を読み取る権限がありません。',
    fix: '実行ロール {role|}: {parameter|パラメーターの ARN} に対する ssm:GetParameters (複数形) を許可してください。独自のキーを使う SecureString の場合は、kms:Decrypt も追加してください。',
  },
  'secret-kms-denied': {
    cause:
      '実行ロール {role|}: シークレット {secret|(コンテナのもの)} は読み取れますが、カスタマーキー {key|(シークレットを暗号化しているもの)} を使えません。',
    fix: '実行ロール {role|}: {key|そのキー} に対する kms:Decrypt を、このロールとキーポリシーの両方で許可してください。',
  },
  'secret-json-key-missing': {
    cause:
      'valueFrom は JSON のキー {key|(メッセージが示すもの)} を求めていますが、シークレットの現在の値にはそのキーがありません。',
    fix: 'シークレットの JSON に {key|そのキー} を追加するか、valueFrom (secret-arn:json-key::) のキーを直してください。',
  },
  'secret-not-json': {
    cause:
      'valueFrom は JSON のキーを求めていますが、シークレットの値が正しい JSON ではありません (単一引用符、プレーンテキスト)。',
    fix: 'シークレットを二重引用符の JSON として保存してください。または、valueFrom からキーの部分を外し、値全体を渡してください。',
  },
  'secret-arn-not-found': {
    cause:
      'シークレット {secret|(コンテナが指定するもの)} は存在しません。ARN が違う、別のリージョンやアカウントのものである、または削除されています。',
    fix: 'タスクのリージョンから、(6 文字の接尾辞が付いた) 完全な ARN を valueFrom にコピーしてください。シークレットがなければ、復元または作成してください。',
  },
  'ssm-parameter-not-found': {
    cause:
      'パラメーター {parameter|(メッセージが示すもの)} は、タスクのリージョンに存在しません (または、名前の先頭にスラッシュがありません)。',
    fix: 'このリージョンに {parameter|一覧のパラメーター} を作成するか、valueFrom を直してください。',
  },
  'secrets-need-execution-role': {
    cause: 'タスク定義に secrets がありますが、それを取得するための実行ロールがありません。',
    fix: 'タスク定義に executionRoleArn を設定してください。',
  },
  'log-group-missing': {
    cause: 'コンテナのロググループ (awslogs-group) が、awslogs-region に存在しません。',
    fix: 'デプロイの前にロググループを作成してください。または、awslogs-create-group を true にし、実行ロールに logs:CreateLogGroup を許可してください。',
  },
  'log-group-unreachable': {
    cause: 'タスクから CloudWatch Logs にネットワークで届きません。',
    fix: 'プライベートサブネットの場合は、NAT への経路、または logs のインターフェイスエンドポイントをプライベート DNS 付きで追加してください。エンドポイントのセキュリティグループで、タスクからの 443 を許可してください。パブリックサブネットの場合は、assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。',
  },
  'log-create-group-denied': {
    cause:
      'awslogs-create-group は有効ですが、ロール {role|(コンテナエージェントのもの)} はロググループを作成できません。マネージドの実行ポリシーには、そのアクションが含まれていません。',
    fix: '実行ロールに logs:CreateLogGroup を追加してください。または、事前にロググループを作成し、オプションを無効にしてください。',
  },
  'awslogs-region-missing': {
    cause: 'logConfiguration の options に {options|awslogs-region} がありません。',
    fix: 'コンテナの logConfiguration に awslogs-region を (awslogs-group と awslogs-stream-prefix とともに) 追加してください。',
  },
  'logging-driver-no-credentials': {
    cause:
      'ログドライバーが、書き込みに使う認証情報を見つけられませんでした。実行ロールがないか、インスタンスのエージェントが認証情報を渡せません。',
    fix: 'executionRoleArn を設定してください。EC2 では、エージェントの設定で ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE を有効にしてください。',
  },
  'efs-dns-unresolved': {
    cause:
      '{host|ファイルシステム} の名前を解決できません。タスクのアベイラビリティーゾーンにマウントターゲットがないか、ファイルシステム ID が違うか、VPC の DNS が無効です。',
    fix: 'タスクの各サブネットのゾーンにマウントターゲットを作成してください。VPC で DNS ホスト名と DNS 解決を有効にし、fileSystemId を確認してください。',
  },
  'efs-path-missing': {
    cause:
      '{path|rootDirectory} のフォルダーが、ファイルシステムに存在しません。EFS はフォルダーを作成しません。',
    fix: 'フォルダーを一度作成してください。または、作成情報付きのアクセスポイントを使い、rootDirectory を / にしてください。',
  },
  'efs-access-denied': {
    cause:
      'ファイルシステムポリシーまたはアクセスポイントが、このクライアントを拒否しています。IAM 認可が無効か、タスクロールが許可されていません。',
    fix: 'transitEncryption と authorizationConfig.iam を有効にし、タスクロールに elasticfilesystem:ClientMount と ClientWrite を許可してください。',
  },
  'efs-connection-reset': {
    cause:
      'マウントターゲットが接続を切りました。タスクとマウントターゲットの間で NFS のポートが閉じているか、マウントターゲットの準備ができていません。',
    fix: 'マウントターゲットのセキュリティグループで、タスクのセキュリティグループからの TCP 2049 を許可してください。マウントターゲットが利用可能になるまで待ってください。',
  },
  'efs-volume-create-timeout': {
    cause:
      'ボリュームプラグインが、時間内にマウントできませんでした。ほとんどの場合、ポート 2049 が塞がれています。',
    fix: 'タスクからマウントターゲットへの TCP 2049 を開き、そのゾーンにマウントターゲットがあることを確認してください。',
  },
  'efs-iam-needs-task-role': {
    cause: 'ボリュームは IAM 認可を求めていますが、タスク定義に taskRoleArn がありません。',
    fix: 'ファイルシステムのマウントを許可されたロールを、taskRoleArn に設定してください。',
  },
  'eni-no-free-addresses': {
    cause:
      'サブネット {subnet|(タスクのもの)} に、空いている IP アドレスがありません。blue/green では、通常の約 2 倍の数が必要です。',
    fix: 'サービスにより大きなサブネットを追加するか、使っていないタスクを停止するか、残っているインターフェイスを削除してください。',
  },
  'eni-provisioning-timeout': {
    cause: 'AWS が、時間内にネットワークインターフェイスを作成しませんでした。通常は一時的なものです。',
    fix: 'タスクを再試行してください。繰り返す場合は、ENI のクォータと、ECS のサービスにリンクされたロールを確認してください。',
  },
  'eni-attach-failed': {
    cause: 'EC2 が、タスクのインターフェイスのアタッチを拒否しました。',
    fix: '再試行してください。EC2 のキャパシティの場合は、インスタンスタイプのインターフェイス数の上限と awsvpcTrunking を確認してください。',
  },
  'eni-tag-policy': {
    cause: '組織のタグポリシーが、ECS がインターフェイスに渡すタグを拒否しています。',
    fix: 'サービスまたはタスク定義のタグのキーか値を直すか、タグポリシーを修正してください。',
  },
  'eni-setup-failed': {
    cause:
      'Fargate がタスクのネットワークを準備できませんでした。通常は一時的なものですが、VPC の DHCP または IPv6 の設定が誤っていることもあります。',
    fix: 'タスクを再試行してください。繰り返す場合は、VPC の DHCP オプションと IPv6 の設定を確認し、AWS サポートに連絡してください。',
  },
  'ephemeral-storage-timeout': {
    cause: 'Fargate が、時間内にタスクのディスクを準備できませんでした。一時的なものです。',
    fix: '再試行してください。繰り返す場合は、ephemeralStorage を小さくするか、別のゾーンを試してください。',
  },
  'registry-auth-cut': {
    cause:
      'タスクが ECR にログインできませんでした。理由は AWS が途中で切っています。ほとんどの場合、サブネットに ECR への経路がありません。',
    fix: 'プライベートサブネットの場合は、NAT への経路、または ecr.api と ecr.dkr のインターフェイスエンドポイント (および S3 のゲートウェイエンドポイント) をプライベート DNS 付きで追加してください。パブリックサブネットの場合は、assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。経路がある場合は、実行ロールの ecr:GetAuthorizationToken を確認してください。',
  },
  'secret-fetch-cut': {
    cause:
      'タスクがシークレットを読み取れませんでした。理由は AWS が途中で切っています。ほとんどの場合、サブネットに Secrets Manager または Systems Manager への経路がありません。',
    fix: 'プライベートサブネットの場合は、NAT への経路、または secretsmanager か ssm のインターフェイスエンドポイントをプライベート DNS 付きで追加してください。パブリックサブネットの場合は、assignPublicIp を ENABLED にしてください。アウトバウンドの 443 を許可してください。経路がある場合は、実行ロールの権限を確認してください。',
  },
};
