import type { Texts } from './text.ts';

export const ECS_API_MORE: Readonly<Record<string, Texts>> = {
  'service-connect-name-taken': {
    cause:
      'Service Connect の名前が、名前空間の中で 2 回使われています ({resource|メッセージを参照})。別のサービスまたは残ったものが、その名前を持っています。',
    fix: '別の discoveryName またはクライアントエイリアスを選ぶか、その名前を持つサービスを削除してください。',
  },
  'namespace-missing': {
    cause: 'Cloud Map の名前空間 {namespace|}: このリージョンとアカウントにはありません。',
    fix: '作成する (aws servicediscovery create-http-namespace) か、完全な ARN を指定してください。',
  },
  'execution-role-for-logs': {
    cause:
      'タスク定義に実行ロールがありません。Fargate では、{what|ログドライバー、ECR、シークレット} のために必要です。',
    fix: 'executionRoleArn に、AmazonECSTaskExecutionRolePolicy を持つロールを設定してください。',
  },
  'cluster-not-found': {
    cause:
      'このリージョンとアカウントに、クラスター {cluster|(指定された名前のもの)} がありません。指定がなければ、ECS は "default" を使います。',
    fix: 'cluster と aws-region を直し、認証情報が正しいアカウントのものか確認してください (aws ecs list-clusters)。',
  },
  'service-exists-differently': {
    cause: 'その名前のサービスが、別の設定ですでにあります。',
    fix: 'そのサービスを更新するか、別の名前を選んでください。残ったものは削除してください (aws ecs delete-service --force)。',
  },
  'secret-and-variable-same-name': {
    cause: '{variable|同じ名前} が、1 つのコンテナの environment と secrets の両方にあります。',
    fix: 'どちらか一方を取り除いてください。残すのはシークレットのほうです。',
  },
  'cli-too-old': {
    cause:
      '呼び出された AWS CLI または SDK が、{path|入力} の中の {key|キー} を知りません。キーの入力の誤りか、ツールがキーより古いためです。',
    fix: 'キーを直してください。または、CLI かタスク定義を登録するアクションを更新してください。',
  },
  'call-not-authorized': {
    cause: 'ロール {role|(呼び出し元のもの)} には、{action|このアクション} を呼び出す権限がありません。',
    fix: 'ロール {role|(メッセージが示すもの)} のポリシーで、{resource|リソース} に対する {action|アクション} を許可してください。',
  },
  'subnet-not-found-in-call': {
    cause: 'サブネット {subnet|(メッセージが示すもの)} は、このリージョンとアカウントにありません。',
    fix: 'ネットワーク設定のサブネットと、aws-region を直してください。',
  },
  'target-group-missing-in-call': {
    cause: 'ターゲットグループがこのリージョンとアカウントにないか、ECS に参照する権限がありません。',
    fix: 'ARN を直すか、サービスより先にターゲットグループ (とそのリスナールール) を作成してください。',
  },
  'target-type-not-ip': {
    cause:
      'ターゲットグループ {group|}: タイプが instance です。awsvpc ネットワークのタスクは、アドレスで登録されます。',
    fix: 'タイプが ip のターゲットグループを作成してください。タイプは変更できません。',
  },
  'desired-count-quota': {
    cause: 'このリージョンのアカウントのクォータを使い切っています。',
    fix: 'Service Quotas で、メッセージが示すサービスを見てください。使っていないものを削除するか、引き上げを申請してください。',
  },
  'capacity-provider-missing': {
    cause: 'キャパシティプロバイダー {provider|(戦略のもの)} は、クラスターに属していません。',
    fix: 'クラスターに関連付ける (aws ecs put-cluster-capacity-providers) か、launchType に FARGATE を使ってください。',
  },
  'task-definition-limits': {
    cause:
      'タスク定義に矛盾があります。次のどれかです: サイズの超過、定義のないボリューム {volume|}、コンテナの重複。',
    fix: '次のように直してください。mountPoints のボリュームをすべて volumes に宣言し、コンテナごとに別の名前を付け、全体を 64 KiB 未満に収めてください。',
  },
};
