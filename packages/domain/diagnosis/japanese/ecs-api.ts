import type { Texts } from './text.ts';

export const ECS_API: Readonly<Record<string, Texts>> = {
  'network-config-required': {
    cause: '呼び出しに、awsvpc (Fargate) に必要なサブネットとセキュリティグループがありませんでした。',
    fix: 'networkConfiguration.awsvpcConfiguration に subnets、securityGroups、assignPublicIp を指定して渡してください。マイグレーションでは、サービスのものをコピーしてください。',
  },
  'network-config-not-valid': {
    cause: 'ネットワーク設定が渡されましたが、タスク定義は awsvpc ではありません。',
    fix: '設定を外すか、タスク定義で networkMode を awsvpc にしてください。',
  },
  'fargate-cpu-memory-combo': {
    cause: 'cpu と memory が、Fargate で許可された組み合わせになっていません。',
    fix: '有効な組み合わせを選んでください: 256 は 512-2048 MiB、512 は 1024-4096、1024 は 2048-8192、2048 は 4096-16384、4096 は 8192-30720。',
  },
  'invalid-cpu-setting': {
    cause: 'タスクの cpu が Fargate にない値か、単位が誤っています。',
    fix: '256、512、1024、2048、4096、8192、16384 のどれかを使ってください。',
  },
  'fargate-task-size-missing': {
    cause: 'cpu または memory が、コンテナだけに設定されています。',
    fix: 'タスク定義の最上位に cpu と memory を設定してください。',
  },
  'container-memory-exceeds-task': {
    cause: 'コンテナ {container} は、タスクの {what} より大きい値を求めています。',
    fix: 'タスクの {what} を大きくするか、コンテナ {container} の値を小さくしてください。',
  },
  'container-memory-missing': {
    cause: 'タスクにもコンテナにも、メモリが設定されていません。',
    fix: 'タスクの memory、またはコンテナの memory/memoryReservation を設定してください。',
  },
  'launch-type-incompatible': {
    cause: 'requiresCompatibilities に FARGATE がありません。',
    fix: 'requiresCompatibilities に FARGATE を追加し、networkMode を awsvpc にし、cpu と memory を設定して、もう一度登録してください。',
  },
  'role-not-valid': {
    cause:
      'タスク定義のロールの ARN の形式が誤っているか、プレースホルダーが残っているか、別のアカウントを指しています。',
    fix: 'このアカウントの完全なロールの ARN (arn:aws:iam::ACCOUNT:role/NAME) を指定してください。',
  },
  'pass-role-denied': {
    cause: 'デプロイロール {caller|}: ロール {role|(タスク定義のもの)} を ECS に渡す権限がありません。',
    fix: '{caller|デプロイロール} のポリシーで、{role|両方のロールの ARN} に対する iam:PassRole を、条件 iam:PassedToService = ecs-tasks.amazonaws.com を付けて許可してください。',
  },
  'container-not-in-task-definition': {
    cause:
      'ロードバランサー、オーバーライド、または AppSpec がコンテナ {container} を指定していますが、タスク定義にはありません。名前は大文字と小文字が区別されます。',
    fix: 'containerDefinitions にある名前を正確に使ってください。',
  },
  'container-name-blank': {
    cause: 'ロードバランサーの項目またはオーバーライドに、コンテナの名前がありません。',
    fix: 'containerName を設定してください。',
  },
  'service-linked-role-missing': {
    cause:
      'このアカウントで初めて ECS を使います。サービスリンクロールがないか、作成されて数分しかたっていません。',
    fix: 'aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com を実行し、待ってから再試行してください。',
  },
  'infrastructure-role-not-assumable': {
    cause:
      'インフラストラクチャロールが ecs.amazonaws.com (ecs-tasks ではない) を信頼していないか、作成されたばかりです。',
    fix: 'ecs.amazonaws.com がこのロールを引き受けられるようにしてください。待ってから再試行してください。',
  },
  'service-not-active': {
    cause: 'サービスは削除されたか、削除の途中です。',
    fix: '更新する前に、サービスをもう一度作成してください。サービスとクラスターの名前を直してください。',
  },
  'service-not-found': {
    cause: 'このクラスターとリージョンに、そのサービスはありません。',
    fix: "クラスター、サービス、リージョンを確認してください。クラスターを省略すると 'default' になります。",
  },
  'service-missing': {
    cause:
      'DescribeServices がサービスを MISSING としています。クラスター (既定のものが使われた)、名前、またはリージョンが誤っています。',
    fix: '入力 cluster を設定し、そこにサービスがあることを確認してください。',
  },
  'service-draining': {
    cause: 'その名前のサービスは削除され、まだタスクをドレインしています。',
    fix: 'INACTIVE になるまで待つ (aws ecs wait services-inactive) か、別の名前を使ってください。',
  },
  'task-definition-inactive': {
    cause: 'このリビジョンは登録解除されています。',
    fix: '新しいリビジョンを登録し、それをデプロイしてください。使用中のリビジョンは登録解除しないでください。',
  },
  'task-definition-not-found': {
    cause: 'このリージョンに、そのファミリーまたはリビジョンはありません。',
    fix: 'ファミリー、リビジョン、リージョン、アカウントを確認してください。',
  },
  'task-definition-invalid-revision': {
    cause: 'コロンの後の部分が番号ではありません (例: :latest)。',
    fix: 'family:NUMBER を使うか、最新のものには family だけを使ってください。',
  },
  'task-definition-unexpected-key': {
    cause:
      'ファイルに、アクションの中の SDK が知らないキー {key} があります。入力の誤りか、SDK が古すぎます。',
    fix: 'キーを取り除くか直してください。または、アクションを更新してください。',
  },
  'task-definition-empty': {
    cause:
      'containerDefinitions が空です。大文字で始まるキーや、値が埋め込まれていないテンプレートでは、これが失われます。',
    fix: 'キーのつづり (containerDefinitions) と、ファイルに値が埋め込まれたことを確認してください。',
  },
  'task-definition-file-invalid': {
    cause:
      'タスク定義のファイルに null の要素があるか、taskDefinition の部分ではなく describe-task-definition の応答全体が入っています。',
    fix: 'aws ecs describe-task-definition --query taskDefinition で保存し、null の要素を取り除いてください。',
  },
  'task-definition-concurrent-register': {
    cause: '2 つのジョブが、同じファミリーを同時に登録しています。',
    fix: 'concurrency グループでデプロイを 1 つずつ実行し、間隔を置いて再試行してください。',
  },
  'ecs-api-throttled': {
    cause: 'アカウント全体の API のレート上限に達しました。',
    fix: 'バックオフとジッターを付けて再試行してください。ポーリングの回数を減らしてください。',
  },
  'codedeploy-controller-blocks-update': {
    cause:
      'サービスは CodeDeploy の管理下にあります。そのため、UpdateService ではタスク定義、ネットワーク、ロードバランサーを変更できません。',
    fix: 'CodeDeploy でデプロイしてください (AppSpec を付けた CreateDeployment)。UpdateService は、タスクの必要数などにだけ使ってください。',
  },
  'too-many-active-deployments': {
    cause: 'サービスには、進行中のデプロイがすでに 5 つあります。',
    fix: 'サービスが安定するまで待つか、止まっているデプロイをロールバックしてください。concurrency グループを使ってください。',
  },
  'task-set-limit': {
    cause: '古いタスクセットが削除されていません。',
    fix: '使われていないタスクセットを一覧にして削除し (aws ecs delete-task-set --force)、再試行してください。',
  },
  'target-group-without-load-balancer': {
    cause: 'ターゲットグループ {group} は、まだリスナーに関連付けられていません。',
    fix: '先にリスナーまたはルールを作成し、サービスがそれに依存するようにしてください。',
  },
  'platform-version-incompatible': {
    cause:
      'タスク定義の機能 (EFS、キーを指定したシークレット、エフェメラルストレージ) には、より新しい Fargate プラットフォームが必要です。',
    fix: 'platformVersion を LATEST (1.4.0 以降) にしてください。',
  },
  'platform-version-unknown': {
    cause: 'platformVersion が、Fargate にない値です。',
    fix: 'LATEST または 1.4.0 を使ってください。',
  },
  'security-group-wrong-vpc': {
    cause: 'サブネット {subnet} とセキュリティグループ {group} が、別の VPC にあります。',
    fix: '両方を同じ VPC から選んでください。',
  },
  'security-group-not-found': {
    cause: 'セキュリティグループの ID が誤っているか、削除されたか、別のリージョンのものです。',
    fix: 'このリージョンと VPC の ID に直してください。',
  },
  'describe-services-denied': {
    cause: 'デプロイロールに、サービスを読み取る権限がありません。',
    fix: 'サービスの ARN に対する ecs:DescribeServices を許可してください。',
  },
  'services-stable-timeout': {
    cause:
      'サービスが、ウェイターの時間内に安定した状態になりませんでした。理由は、サービスのイベントと停止したタスクにあります。',
    fix: 'サービスのイベントと停止したタスクから、最初の原因を読み取ってください。待ち時間は、起動が本当に遅い場合にだけ長くしてください。',
  },
  'waiter-timeout': {
    cause: 'SDK のウェイターが時間切れになりました。',
    fix: 'サービスの停止したタスクの理由を読み、次に最新のイベントとターゲットのヘルスの状態を見てください: ECS コンソール、サービス、「タスク」タブと「イベント」タブ。',
  },
  'run-task-nonzero-exit': {
    cause: '1 回だけ実行するタスクが、0 以外の終了コードで終わりました。',
    fix: '括弧の中に、失敗した各コンテナの理由があります。アプリケーション自身のエラーは、そのログストリームの最後で確認してください。',
  },
  'rolled-back-by-circuit-breaker': {
    cause: 'サービスは古いバージョンで再び安定しました。新しいバージョンはロールバックされました。',
    fix: '失敗したデプロイの停止したタスクを調べてください。',
  },
  'unsupported-deployment-controller': {
    cause: 'サービスは EXTERNAL コントローラーを使っています。デプロイのアクションは、これを扱えません。',
    fix: 'ECS または CODE_DEPLOY コントローラーで、サービスを作り直してください。',
  },
  'external-controller-blocks-update': {
    cause:
      '別のツールがこのサービスのタスクセットを管理しています。そのため、UpdateService では変更できません。',
    fix: 'タスクセットを作ったツールでデプロイするか、ECS または CODE_DEPLOY コントローラーでサービスを作り直してください。',
  },
  'deployment-controller-unknown-to-action': {
    cause:
      'デプロイするアクションが、メッセージの示すコントローラーを知りません。別のコントローラー用のアクションか、そのバージョンに不具合があります。',
    fix: 'そのアクションを更新してください。CODE_DEPLOY コントローラーのサービスは、actions/blue-green-codedeploy でデプロイします。',
  },
  'host-port-differs': {
    cause:
      'ポートマッピングの hostPort が containerPort と違います。awsvpc と host のネットワークでは、両方が同じポートです。',
    fix: 'ポートマッピングから hostPort を取り除いてください。',
  },
  'container-image-empty': {
    cause: 'タスク定義のコンテナにイメージがありません。多くは、ビルドのステップの出力が空でした。',
    fix: '値を埋め込んだタスク定義を表示してください。出力の名前を確認してください。ジョブをまたぐ場合は、その中のアカウント ID がマスクされていないことも確認してください。GitHub はそのような出力を空にします。',
  },
  'task-definition-member-empty': {
    cause: 'タスク定義の必須の項目がないか、空です。',
    fix: 'メッセージが示す項目に値を入れてください。テンプレートが空のままにした可能性があります。',
  },
};
