import type { Texts } from './text.ts';

export const CODEDEPLOY: Readonly<Record<string, Texts>> = {
  'replacement-taskset-timeout': {
    cause:
      '新しいタスクが正常になりませんでした。起動時に停止するか、ターゲットグループのヘルスチェックに失敗しています。',
    fix: '置き換え用のタスクセットの停止したタスクと、ターゲットのヘルスの状態を読んでください。原因はそこにあります。1 時間待たずに、デプロイを停止してください。',
  },
  'continue-wait-timeout': {
    cause: 'トラフィックの切り替えは人の操作を待つ設定でしたが、誰も続行しませんでした。',
    fix: 'READY_WAIT を指定して ContinueDeployment を呼び出すか、終了または準備完了のアクションを CONTINUE_DEPLOYMENT にしてください。',
  },
  'codedeploy-role-missing-lambda': {
    cause: 'CodeDeploy のロールに、フック関数を呼び出す権限がありません。',
    fix: 'AWSCodeDeployRoleForECS をアタッチしてください。フック関数の名前を CodeDeployHook_* にするか、その関数に対する lambda:InvokeFunction を許可してください。',
  },
  'codedeploy-role-permissions': {
    cause: 'サービスロールの信頼または権限が足りません (コード IAM_ROLE_PERMISSIONS)。',
    fix: 'codedeploy.amazonaws.com を信頼し、AWSCodeDeployRoleForECS をアタッチし、タスクのロールに対する iam:PassRole を許可してください。',
  },
  'codedeploy-role-missing': {
    cause: 'デプロイグループに指定されたロールが削除されています (コード IAM_ROLE_MISSING)。',
    fix: 'ロールを作り直すか、デプロイグループを更新してください。',
  },
  'hook-callback-timeout': {
    cause:
      'フックの Lambda が PutLifecycleEventHookExecutionStatus を呼び出しませんでした。クラッシュしたか、権限がないか、ネットワークの経路がありません。',
    fix: '関数のログを読んでください。必ず Succeeded か Failed を報告し、codedeploy:PutLifecycleEventHookExecutionStatus を許可してください。',
  },
  'hook-validation-failed': {
    cause: 'フックが Failed を報告しました (コード HOOK_EXECUTION_FAILURE)。',
    fix: '失敗したライフサイクルイベントの Lambda のログを開き、失敗した検査を確認してください。',
  },
  'primary-taskset-not-behind-listener': {
    cause:
      'リスナーが、primary のタスクセットとは別のターゲットグループに転送しています。デプロイとデプロイの間に、誰かまたは何らかのテンプレートが変更しました。',
    fix: '本番用リスナーの転送先を primary のタスクセットのグループに戻してください。インフラのコードが既定のアクションを元に戻さないようにしてください (変更を無視する設定)。',
  },
  'taskset-behind-prod-listener': {
    cause: 'primary でないタスクセットに、ルールがまだ本番のトラフィックを送っています。',
    fix: 'リスナーのすべてのルールを確認してください。該当するルールを primary のグループに移し、余分なタスクセットを削除してください。',
  },
  'nlb-needs-all-at-once': {
    cause: 'Network Load Balancer に、カナリアまたは線形のデプロイ設定が選ばれています。',
    fix: 'CodeDeployDefault.ECSAllAtOnce か、ALB を使ってください。',
  },
  'target-group-pair-invalid': {
    cause: 'デプロイグループに、2 つのターゲットグループと本番用リスナーがそろっていません。',
    fix: 'targetGroupPairInfoList に、ちょうど 2 つのグループと本番用リスナーの ARN を設定してください。',
  },
  'ecs-update-container-missing': {
    cause:
      'AppSpec の ContainerName {container|}: この名前はタスク定義にありません (コード ECS_UPDATE_ERROR)。',
    fix: 'LoadBalancerInfo.ContainerName に正確な名前を設定してください。',
  },
  'ecs-update-container-port': {
    cause: 'AppSpec の ContainerPort {port} が、コンテナの portMappings にありません。',
    fix: 'ContainerPort に、マッピングされた containerPort を設定してください。',
  },
  'deployment-already-active': {
    cause:
      '終わっていないデプロイがあります: {deployment|以前の実行のデプロイ}。切り替えを待っているか、終了までの待ち時間の間、古いタスクを残しています。',
    fix: '終わるのを待つか、続行するか、停止してください (aws deploy stop-deployment)。terminationWaitTimeInMinutes を短くしてください。concurrency グループを使ってください。',
  },
  'alarm-active': {
    cause:
      'デプロイグループに関連付けられた CloudWatch アラームが発生しました: {alarms|どのアラームかを確認してください} (コード ALARM_ACTIVE)。',
    fix: '示されたアラームと、新しいバージョンのエラーを見てください。デプロイの前に発生していた場合は、先にアラームを解消してください。',
  },
  'appspec-malformed': {
    cause:
      'AppSpec が正しい YAML/JSON でないか、途中で切れているか、引用符の付け方が誤っています (コード INVALID_REVISION)。',
    fix: 'ファイルを検証してください。version: 0.0 と 2 文字のインデントを守ってください。JSON は、シリアライザーで作ったものを送ってください。',
  },
  'appspec-missing': {
    cause: 'リビジョンに、想定された名前の AppSpec がありません。',
    fix: 'AppSpec を内容として渡すか、リビジョンのルートにあるファイルの名前を appspec.yaml にしてください。',
  },
  'revision-required': {
    cause: 'CreateDeployment にリビジョンがありませんでした。',
    fix: 'revisionType が AppSpecContent (または S3) の revision を、その内容とともに渡してください。',
  },
  'appspec-property-missing': {
    cause: 'AppSpec に必要なキーがありません。deploy アクションは、キーの大文字と小文字を区別しません。',
    fix: 'version、Resources > TargetService > Properties > TaskDefinition、LoadBalancerInfo を追加してください。',
  },
  'invalid-ecs-service-parameter': {
    cause: 'アプリケーションが、ECS ではなく Server のコンピューティングプラットフォームで作られています。',
    fix: 'コンピューティングプラットフォームを ECS にして、CodeDeploy のアプリケーションを作り直してください。',
  },
  'application-not-found': {
    cause:
      'アプリケーションの名前が違うか、別のリージョンにあります。既定の名前は AppECS-CLUSTER-SERVICE です。',
    fix: 'aws deploy list-applications で名前を確認し、設定してください。',
  },
  'deployment-group-not-found': {
    cause: 'デプロイグループの名前が違います。既定の名前は DgpECS-CLUSTER-SERVICE です。',
    fix: 'aws deploy list-deployment-groups で確認し、設定してください。',
  },
  'deployment-config-not-found': {
    cause: 'このリージョンに、ECS 用の次のデプロイ設定がありません: {config|指定された名前のもの}。',
    fix: '定義済みの設定 (CodeDeployDefault.ECSAllAtOnce、ECSCanary10Percent5Minutes、ECSLinear10PercentEvery1Minutes) を指定するか、コンピューティングプラットフォームが ECS の独自の設定を作ってください。',
  },
  'codedeploy-throttled': {
    cause: '1 つのロールからの CodeDeploy の呼び出しが多すぎます (コード THROTTLED)。',
    fix: 'バックオフを使い、ポーリングの回数を減らしてください。',
  },
  'health-constraints': {
    cause: '失敗したターゲットが多すぎます (コード HEALTH_CONSTRAINTS)。主に EC2/オンプレミスで起こります。',
    fix: '失敗したターゲット自身のエラーを見てください。',
  },
  'health-constraints-invalid': {
    cause: '正常なホストの最小数を満たせません (コード HEALTH_CONSTRAINTS_INVALID)。',
    fix: '最小数を下げるか、正常なターゲットを追加してください。',
  },
  'code-invalid-ecs-service': {
    cause:
      'デプロイグループの ECS サービスが、存在しないか、アクティブでないか、CODE_DEPLOY コントローラーの管理下にありません。',
    fix: 'サービスが ACTIVE で、その deploymentController が CODE_DEPLOY であることを確認してください。',
  },
  'code-ecs-update-error': {
    cause: 'ECS が CodeDeploy の変更を拒否しました。メッセージに ECS のエラーが引用されています。',
    fix: "メッセージの 'unexpected error:' の後の文を読んでください。それが ECS の返した内容です。",
  },
  'code-manual-stop': {
    cause: '誰かまたは別のジョブが、デプロイを停止しました。',
    fix: 'StopDeployment の呼び出し元を CloudTrail で探してください。アプリケーションの障害ではありません。',
  },
  'code-timeout': {
    cause: 'ステップが制限時間を超えました。',
    fix: 'どのステップかをメッセージで確認してください。置き換え用のタスク、フック、続行待ちのどれかです。',
  },
  'code-revision-missing': {
    cause: 'リビジョンがアップロードされていないか、削除されています。',
    fix: 'リビジョンを登録し、もう一度渡してください。',
  },
  'code-deployment-group-missing': {
    cause: 'デプロイグループが削除されています。',
    fix: 'デプロイグループを作り直すか、名前を直してください。',
  },
  'code-application-missing': {
    cause: 'アプリケーションが削除されています。',
    fix: 'アプリケーションを作り直すか、名前を直してください。',
  },
  'code-internal-error': {
    cause: 'AWS 側の障害か、デプロイ中にリソースが変更されたことが原因です。',
    fix: '一度再試行してください。その後で、リスナーとターゲットグループを確認してください。',
  },
  'code-resource-limit-exceeded': {
    cause: 'アカウントのクォータに達しました。',
    fix: 'CodeDeploy、ECS、ELB の Service Quotas を見てください。',
  },
  'code-missing-elb-information': {
    cause: 'デプロイグループに、ロードバランサーの情報がありません。',
    fix: 'loadBalancerInfo に、ターゲットグループの組を設定してください。',
  },
  'code-missing-blue-green-configuration': {
    cause: 'グループに blue/green の設定がありません。',
    fix: 'blueGreenDeploymentConfiguration を設定し、デプロイのスタイルを、トラフィック制御ありの BLUE_GREEN にしてください。',
  },
  'code-elb-invalid': {
    cause:
      'ロードバランサー、リスナー、またはターゲットグループが適合しません (削除された、別の VPC にある、ターゲットタイプが違う)。',
    fix: 'ターゲットタイプ ip、同じ VPC、存在するリスナーを使ってください。',
  },
  'code-invalid-lambda-function': {
    cause: 'フックの関数が存在しません。',
    fix: 'AppSpec のフックの ARN を直してください。',
  },
  'code-invalid-lambda-configuration': {
    cause: 'フックの関数の設定が誤っています。',
    fix: '関数の状態、バージョン/エイリアス、権限を確認してください。',
  },
  'code-resource-cannot-be-found': {
    cause: 'デプロイが指定するリソースがなくなりました。',
    fix: 'サービス、タスク定義、ターゲットグループ、フックが存在することを確認してください。',
  },
  'code-customer-application-unhealthy': {
    cause: '変更の後で、アプリケーションが検査に失敗しました。',
    fix: '置き換え用の停止したタスクの理由 (ECS コンソール、サービス、「タスク」タブ)、そのロググループ、ターゲットグループの各ターゲットの理由を読んでください。',
  },
  'code-cloudformation-stack-failure': {
    cause: 'デプロイを実行するスタックが失敗しました。',
    fix: 'スタックのイベントを読んでください。',
  },
  'ecs-native-hook-failed': {
    cause: 'ECS ネイティブの blue/green デプロイのライフサイクルフックが失敗しました。',
    fix: 'フックの Lambda のログを読んでください。hookStatus SUCCEEDED を返してください。フックのロールに、Lambda の呼び出しを許可してください。',
  },
  'listener-rule-arn-invalid': {
    cause: 'ECS ネイティブの blue/green がルールの ARN を求めるところに、リスナーの ARN が指定されています。',
    fix: 'リスナールールの ARN を渡してください (aws elbv2 describe-rules で確認できます。既定のルールも使えます)。',
  },
  'listener-rule-shared': {
    cause: '本番用とテスト用が、1 つのルールを使っています。',
    fix: 'テスト用のトラフィックに、別のルール (またはリスナーのポート) を作ってください。',
  },
  'taskset-desired-count-mismatch': {
    cause: 'デプロイ中に、タスクの必要数が変わりました (Auto Scaling)。',
    fix: 'デプロイ中はスケーリングを一時停止し、desiredCount をテンプレートに書かないでください。',
  },
};
