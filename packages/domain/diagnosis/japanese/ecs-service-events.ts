import type { Texts } from './text.ts';

export const ECS_SERVICE_EVENTS: Readonly<Record<string, Texts>> = {
  'capacity-unavailable': {
    cause: '選んだゾーンでは、Fargate (多くは Spot) に今空きがありません。',
    fix: 'より多くのゾーンのサブネットを追加し、FARGATE_SPOT と並べて FARGATE を追加して、再試行してください。',
  },
  'unsupported-az': {
    cause: 'サブネットが Fargate の提供されていないゾーンにあるか、AWS の内部エラーがありました。',
    fix: '対応していないゾーンのサブネットを外し、再試行してください。',
  },
  'vcpu-quota': {
    cause:
      'このリージョンのアカウントの Fargate の vCPU クォータを使い切っています。blue/green では必要な量が 2 倍になります。',
    fix: 'Service Quotas でクォータの引き上げを申請する (Fargate On-Demand vCPU) か、ほかのタスクを停止してください。',
  },
  'task-quota': {
    cause: 'このリージョンのアカウントのタスクのクォータを使い切っています。',
    fix: 'クォータの引き上げを申請するか、使っていないタスクを停止してください。',
  },
  'cpu-above-limit': {
    cause: '1 つのタスクが、アカウントのクォータを超える vCPU を求めています。',
    fix: 'タスクの cpu を小さくするか、Fargate の vCPU クォータを引き上げてください。',
  },
  'memory-above-limit': {
    cause: '1 つのタスクが、アカウントで使える量を超えるメモリを求めています。',
    fix: 'タスクの memory を小さくするか、上限の引き上げを申請してください。',
  },
  'service-cannot-start-tasks': {
    cause:
      'タスクが起動してすぐに停止することを繰り返しています。ECS は試行の間隔を広げています。理由は、停止したタスクにあります。',
    fix: '最後に停止したタスクの stoppedReason を読んでください。',
  },
  'service-throttled': {
    cause: '短い時間に、API の呼び出しまたはタスクの起動が多すぎます。',
    fix: '待ってください。デプロイを始める回数を減らし、時間をずらしてください。',
  },
  'no-container-instance': {
    cause:
      'EC2 クラスターに、空き、ポート、属性の合うインスタンスがありません。Fargate のサービスの場合は、起動タイプが設定されていません。',
    fix: 'launchType またはキャパシティプロバイダーを FARGATE に設定するか、インスタンスを追加してください。',
  },
  'deployment-tasks-failed': {
    cause: 'サーキットブレーカーの数えた起動の失敗が多すぎたため、デプロイが失敗とされました。',
    fix: '失敗したデプロイの停止したタスクから、最初の原因を読み取ってください。',
  },
  'deployment-percent-config': {
    cause: '割合の設定に、新しいタスクを起動する余地も、古いタスクを停止する余地もありません。',
    fix: 'minimumHealthyPercent を 100、maximumPercent を 200 にしてください。ポートが固定のタスクが 1 つだけの場合は、50/100 にしてください。',
  },
  'protected-tasks': {
    cause: 'タスクのスケールイン保護が、古いタスクを残しています。',
    fix: '保護の期限が切れるまで待つか、UpdateTaskProtection で解除してください。',
  },
  'service-iam-policy-broken': {
    cause: 'ECS がサービスのために使うロールが、権限を失いました。',
    fix: 'ECS のサービスリンクロール、またはサービスロールのポリシーを元に戻してください。SCP を確認してください。',
  },
  'service-iam-trust-broken': {
    cause: 'サービスロールが、ECS を信頼しなくなりました。',
    fix: '信頼ポリシーに ecs.amazonaws.com を戻してください。',
  },
  'provisioning-limit': {
    cause: 'キャパシティプロバイダーを PROVISIONING で待っているタスクが多すぎます。',
    fix: 'Auto Scaling グループの最大数を大きくするか、一度に起動するタスクを減らしてください。',
  },
  'could-not-launch': {
    cause: 'ECS はこのデプロイのタスクを起動しようとしましたが、失敗しました。',
    fix: '前後のイベントと停止したタスクから、理由を読み取ってください。',
  },
  'taskset-target-group-missing': {
    cause: 'タスクセットのターゲットグループが、使用中に削除または置き換えられました。',
    fix: 'ターゲットグループと、サービスとの組み合わせを作り直してください。デプロイの間は、ターゲットグループを変更しないでください。',
  },
  'task-role-not-assumable': {
    cause: 'タスクロールまたは実行ロールが削除されたか、ecs-tasks.amazonaws.com を信頼していません。',
    fix: 'taskRoleArn/executionRoleArn を直し、ecs-tasks.amazonaws.com がロールを引き受けられるようにしてください。作成した後は、数秒待ってください。',
  },
  'classic-elb-unhealthy': {
    cause: 'Classic Load Balancer が、インスタンスを異常と判定しました。',
    fix: 'ping のパス、ポート、セキュリティグループを確認してください。Fargate では ALB に移行してください。',
  },
};
