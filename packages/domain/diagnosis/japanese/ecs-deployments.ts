import type { Texts } from './text.ts';

export const ECS_DEPLOYMENTS: Readonly<Record<string, Texts>> = {
  'native-target-group-on-no-rule': {
    cause: 'ターゲットグループ {group} は、本番ルールとテストルールのどちらの転送アクションにもありません。',
    fix: '両方のターゲットグループを重み 1 と 0 で本番ルールに入れるか、テストルールから使われていないほうに転送してください。その後、もう一度デプロイしてください。',
  },
  'native-both-groups-must-be-on-rules': {
    cause:
      '本番ルールにターゲットグループが 1 つしかなく、もう 1 つを指定するテストルールもありません。CodeDeploy から移行した後によくあります。',
    fix: '本番ルールから両方のターゲットグループに転送する (1 と 0) か、もう 1 つに転送するテストルールを指定し、サービスをもう一度更新してください。',
  },
  'native-two-groups-serve': {
    cause:
      'デプロイの開始時に、ルール {rule} の両方のターゲットグループの重みが 0 より大きくなっています。中断された切り替え、Terraform、または CloudFormation がその状態にしました。',
    fix: '実行中のタスクがあるグループを見つけ、そのルールでもう 1 つの重みを 0 にし、もう一度デプロイしてください。',
  },
  'native-unexpected-group-on-rule': {
    cause:
      '本番ルールがターゲットグループ {group} にトラフィックを送っていますが、サービスはそのグループを指定していません。',
    fix: 'ルールがサービスの 2 つのターゲットグループだけに転送するようにするか、サービスの targetGroupArn と alternateTargetGroupArn を直してください。',
  },
  'native-test-rule-required': {
    cause: '本番ルールにターゲットグループが 1 つしかなく、テストルールも指定されていません。',
    fix: '代替のターゲットグループを重み 0 で本番ルールに追加するか、それに転送するテストルールを指定してください。',
  },
  'native-nlb-rule-arn-wrong-kind': {
    cause: 'Network Load Balancer の場合、このフィールドにはルールではなくリスナーの ARN を指定します。',
    fix: 'productionListenerRule にリスナーの ARN (listener/net/...) を、testListenerRule に別のリスナーを指定してください。',
  },
  'native-duplicate-target-group': {
    cause:
      'ターゲットグループ {group} が loadBalancers の 2 つの項目にあるか、自分自身の代替になっています。',
    fix: '各項目に、専用のターゲットグループの組を指定してください。',
  },
  'native-advanced-config-not-on-all': {
    cause: 'loadBalancers の項目に、advancedConfiguration があるものとないものがあります。',
    fix: 'すべての項目に advancedConfiguration (専用の代替ターゲットグループとルール) を指定するか、どれにも指定せずに ROLLING を使ってください。',
  },
  'native-advanced-config-missing': {
    cause:
      '戦略は BLUE_GREEN、LINEAR、または CANARY ですが、loadBalancers の項目に advancedConfiguration がありません。Terraform は、load_balancer の変更を無視する場合、古いブロックを送ります。',
    fix: '戦略を変更する呼び出しで、advancedConfiguration (alternateTargetGroupArn、productionListenerRule、roleArn) 付きの loadBalancers を送ってください。',
  },
  'native-infra-role-permissions': {
    cause:
      'ECS が、インフラストラクチャロール {role} を引き受けられないか、使えません。信頼ポリシーに ecs.amazonaws.com がないか、ロードバランサー用のポリシーがありません。',
    fix: 'ecs.amazonaws.com が {role} を引き受けられるようにし、AmazonECSInfrastructureRolePolicyForLoadBalancers をアタッチしてください。',
  },
  'native-infra-role-action-denied': {
    cause:
      'インフラストラクチャロール {role} は、{action} の呼び出しを許可されていません。そばにある "hook" という語は、ECS 自身のトラフィックの切り替えを指します。',
    fix: 'ロール {role} で、{resource|ロードバランサーのターゲットグループ、リスナー、ルール} に対する {action} を許可するか、AmazonECSInfrastructureRolePolicyForLoadBalancers をアタッチしてください。',
  },
  'native-hook-role-not-assumable': {
    cause: '{stage} のフックのロール {role} が、ecs.amazonaws.com を信頼していません。',
    fix: 'ecs.amazonaws.com が {role} (フックの roleArn) を引き受けられるようにし、そのロールに lambda:InvokeFunction を許可してください。',
  },
  'native-hook-returned-failed': {
    cause:
      'フック {function} が、{stage} で新しいリビジョンを不良と判断し、FAILED と応答しました。PRE_SCALE_UP の時点では、そのタスクはまだ 1 つも動いていません。',
    fix: 'その時刻の関数のログを読んでください。関数が見つけた問題、または関数を直し、もう一度デプロイしてください。',
  },
  'native-hook-response-unparsable': {
    cause:
      'フック {function} が、ECS の読み取れる応答を返しませんでした ({reason|メッセージを参照})。例外を投げたか、タイムアウトしたか、hookStatus を返していません。',
    fix: 'すべての経路で {"hookStatus": "SUCCEEDED"} (または FAILED、IN_PROGRESS) を返し、例外を捕捉し、本当のエラーを関数のログで読んでください。スケールアップ前のフックは、サービスの作成時にも実行されます。',
  },
  'native-hook-failed': {
    cause: '{stage} のライフサイクルフックが失敗しました。理由はその後にあります。',
    fix: 'その時刻の関数のログを読んでください。',
  },
  'native-hook-timed-out': {
    cause:
      'ライフサイクルフックが、時間内に終わらなかったか、応答されませんでした。次に何が起こるかは、タイムアウトのアクションで決まります。',
    fix: 'イベントの lifecycleStage と hookType を見てください。より早く応答する (aws ecs continue-service-deployment) か、タイムアウトを上げてください。',
  },
  'native-pause-stage-invalid': {
    cause:
      'Lambda のフックしか使えない段階 (TEST_TRAFFIC_SHIFT、PRODUCTION_TRAFFIC_SHIFT) に、PAUSE のフックが設定されています。',
    fix: '本番トラフィックの前のゲートには、POST_TEST_TRAFFIC_SHIFT または PRE_PRODUCTION_TRAFFIC_SHIFT を使ってください。',
  },
  'native-continue-hookid-format': {
    cause: 'hookId が作られたもの、または途中で切れたものです。',
    fix: 'DescribeServiceDeployments の lifecycleHookDetails[] から hookId を読み取り、変えずに渡してください。',
  },
  'native-continue-terminal': {
    cause: 'フックに応答する前に、デプロイが終わりました (成功、停止、またはロールバック)。',
    fix: 'デプロイの status と statusReason を読んでください。もう続行できるものはありません。',
  },
  'native-stop-finished': {
    cause: 'デプロイはすでに終わっている ({status}) ため、停止できません。',
    fix: '成功の後で戻すには、以前のタスク定義をデプロイしてください (このスイートの rollback、または UpdateService)。',
  },
  'native-deployment-calls-denied': {
    cause:
      'ロール {caller|(デプロイするもの)} は、{action} の呼び出しを許可されていません。ロールが、サービスデプロイができる前のローリングデプロイ用に書かれているか、サービスだけを指定しています。',
    fix: '{resource|サービス} に対する {action} を許可してください。ecs:ListServiceDeployments はサービスに、ほかのアクションは service-deployment/CLUSTER/SERVICE/* と service-revision/CLUSTER/SERVICE/* にも許可してください。',
  },
  'native-breaker-threshold': {
    cause:
      '新しいリビジョンのタスクがサーキットブレーカーの許す数だけ失敗したため、ECS がデプロイを終了しました。理由は、停止したタスクに示されています。',
    fix: '新しいリビジョンの停止したタスクを見てください: stoppedReason、終了コード、ログ、ヘルスチェック。deploymentCircuitBreaker に rollback がなければ、サービスは失敗したデプロイのままになります。',
  },
  'native-rolling-back': {
    cause: 'ECS が以前のデプロイに戻しています。この実行がデプロイしたものは残りません。',
    fix: '原因は、サービスデプロイの statusReason と rollback.reason を読んでください。',
  },
  'native-service-event-alarm': {
    cause: 'サービスのデプロイ設定の CloudWatch アラームが、デプロイ中に ALARM になりました。',
    fix: 'サービスデプロイの alarms.triggeredAlarmNames と、アラームの履歴を読んでください。次に試す前に、リビジョンを直してください。',
  },
  'native-no-rollback-candidate': {
    cause:
      'デプロイが失敗しましたが、戻れる以前の成功したデプロイがありません (サービスの最初のデプロイ、または新しいサービス)。',
    fix: '本当の原因は、サービスのイベント、停止したタスク、フックのログにあります。それを直し、もう一度デプロイしてください。',
  },
  'native-rollback-failed': {
    cause:
      'ECS がロールバックを試みましたが、できませんでした。サービスで複数のリビジョンが混ざって動いている可能性があります。',
    fix: 'リスナーのルールと実行中のタスクをすぐに確認し、正常と分かっているタスク定義を UpdateService でデプロイしてください。',
  },
  'native-stopped': {
    cause:
      'サービスデプロイが、成功もロールバックもせずに終わりました。より新しいデプロイに置き換えられたか、誰かが停止したか、ロールバックが無効な状態で失敗しました。',
    fix: 'サービスのより新しいデプロイを一覧表示してください (aws ecs list-service-deployments)。あれば、この実行は置き換えられています。なければ、statusReason を読み、ロールバックを有効にしてください。',
  },
  'native-task-protection': {
    cause: '古いリビジョンの保護されたタスク {count} 個のため、デプロイが終わりません。',
    fix: 'タスクが終わるのを待つか、UpdateTaskProtection で保護を外してください。保護の期限は短くしてください。',
  },
  'native-linear-step-range': {
    cause: 'stepPercent または canaryPercent が ECS の受け付ける範囲の外か、小数が 2 桁以上です。',
    fix: '3.0 から 100.0 パーセントの段階を選んでください。',
  },
  'native-bake-range': {
    cause:
      'デプロイのベイク時間と段階が、ECS (それぞれ 1,440 分) または CloudFormation (合計 33 時間) の許す長さを超えています。',
    fix: 'bakeTimeInMinutes または段階を短くするか、スタックの外で UpdateService を使って設定してください。',
  },
  'native-daemon-strategy': {
    cause: 'デーモンのサービスは、blue/green、線形、カナリアではデプロイできません。',
    fix: 'デーモンのサービスでは ROLLING のままにしてください。',
  },
  'native-controller-change-during-deployment': {
    cause: 'CodeDeploy または ECS がまだデプロイしている間に、デプロイコントローラーを変更しようとしました。',
    fix: '実行中のデプロイを待つか停止し、その後でコントローラーを変更してください。',
  },
  'native-external-service': {
    cause: 'サービスのコントローラーは {controller} で、サービスデプロイがありません。',
    fix: 'CodeDeploy でデプロイする (blue-green-codedeploy) か、コントローラーを ECS に変更してください。',
  },
  'native-not-stabilised': {
    cause:
      'サービスのデプロイが、CloudFormation の時間内に終わりませんでした。誰も応答しなかったフック、長いベイク時間、または正常にならなかったタスクのためです。',
    fix: '最新のサービスデプロイを見てください: lifecycleStage、lifecycleHookDetails、停止したタスク。',
  },
  'native-stage-over-24-hours': {
    cause:
      '段階 {stage} が終わりませんでした。green が正常にならなかったか、タスクが揃わず、サーキットブレーカーもアラームもデプロイを終わらせませんでした。',
    fix: 'green の停止したタスクとヘルスチェックを見てください。deploymentCircuitBreaker を有効にしてください。',
  },
  'native-service-connect-test-header': {
    cause: 'Service Connect の TCP ポートに、テストトラフィック用のヘッダーのルールが設定されています。',
    fix: 'ポートマッピングの appProtocol (http、http2、または grpc) を設定するか、ルールを外してください。',
  },
};
