import type { Texts } from './text.ts';

export const CLOUDFORMATION: Readonly<Record<string, Texts>> = {
  'stack-rollback-complete': {
    cause: 'スタックの最初の作成が失敗しました。このようなスタックは、削除しかできません。',
    fix: '最初の CREATE_FAILED イベントで原因を読み、スタックを削除して、もう一度作成してください。',
  },
  'stack-update-in-progress': {
    cause: '別の更新が実行中です。',
    fix: '更新が終わるのを待ってください。スタックごとに concurrency グループを使ってください。',
  },
  'stack-update-rollback-failed': {
    cause:
      'ロールバック自体が失敗しました。たいていは、リソースがスタックの外で変更または削除されたためです。',
    fix: 'そのリソースを直し、aws cloudformation continue-update-rollback を実行してください (必要なら、リソースをスキップしてください)。',
  },
  'stack-rollback-failed': {
    cause:
      '作成が失敗し、後始末も失敗しました (空でないバケット、イメージのあるリポジトリ、使用中のインターフェイス)。',
    fix: '妨げているものを空にし、スタックを削除して (必要なら、リソースを保持して)、もう一度作成してください。',
  },
  'no-updates': {
    cause: 'テンプレートとパラメータは、デプロイ済みのものと同じです。問題はありません。',
    fix: 'することはありません。',
  },
  'capabilities-missing': {
    cause: 'テンプレートは IAM リソースを作りますが、呼び出し元がそれを承認していません ({capability})。',
    fix: 'スタックの作成または更新のときに、示されたケイパビリティを承認してください。',
  },
  'circuit-breaker': {
    cause: 'サービスの新しいタスクが失敗し続けたため、ECS が中断し、スタックはロールバックします。',
    fix: '停止したタスクとサービスのイベントを、今すぐ読んでください (停止したタスクは約 1 時間残ります)。その原因を直して、もう一度デプロイしてください。',
  },
  'resource-timeout': {
    cause: 'CloudFormation の待ち時間 (数時間) のうちに、サービスが安定しませんでした。',
    fix: 'イベントとタスクを確認してください。数分で失敗するように、デプロイサーキットブレーカーを有効にしてください。',
  },
  'service-not-stable': {
    cause: 'ツールが、ECS サービスの安定を待つのをやめました。',
    fix: 'サービスの停止したタスクの理由を読み、次に最新のイベントとターゲットのヘルスの状態を読んでください。ECS コンソールでサービスを開き、「タスク」と「イベント」のタブを見ます。',
  },
  'secret-scheduled-for-deletion': {
    cause: 'この名前は、削除されて復旧期間中のシークレットが使っています。',
    fix: 'aws secretsmanager restore-secret を実行してインポートするか、delete-secret --force-delete-without-recovery を実行し、その後で再試行してください。',
  },
  'resource-already-exists': {
    cause:
      '固定の名前のリソースがすでにあります (名前: {resource|テンプレートの中の名前}、場所: {stack|スタックの外})。古いスタックから残っていることがよくあります。',
    fix: 'そのリソースを削除するかインポートするか、固定の名前をやめてください。',
  },
  'export-in-use': {
    cause: '出力 {export} をインポートしているスタックがあります: {stack|別の名前のスタック}。',
    fix: 'そのスタックのインポートを取り除き、先にそのスタックをデプロイしてください。',
  },
  'handler-invalid-request': {
    cause:
      'CodeDeploy が管理するサービスのタスク定義を、テンプレートが変更しています。ECS はこれを拒否します。',
    fix: 'このようなサービスのタスク定義は、スタックの更新に含めず、CodeDeploy でデプロイしてください。',
  },
  'parameters-missing': {
    cause: '既定値のないパラメータが指定されていません: {parameters}。',
    fix: '次のパラメータに値を指定してください: {parameters}。',
  },
  'unresolved-dependency': {
    cause: 'Ref または GetAtt が、テンプレートにないものを指しています。',
    fix: '名前を直すか、そのリソースを同じ条件の下に置いてください。',
  },
  'eip-limit': {
    cause: 'このリージョンの Elastic IP のクォータ (既定では 5) を、NAT ゲートウェイが使い切っています。',
    fix: '使っていないアドレスを解放するか、NAT ゲートウェイを 1 つにするか、クォータを引き上げてください。',
  },
  'stack-resource-quota': {
    cause:
      'このアカウントとリージョンのクォータを使い切っています: {what|リソースはイベントに示されています}。',
    fix: 'もう使わないものを削除するか、リソースをスタックの間で共有するか、クォータを引き上げてください (Service Quotas)。',
  },
  'database-engine-version-gone': {
    cause:
      'RDS は、このリージョンで {engine} {version} を提供していません (または、提供を終えました)。古いマイナーバージョンは廃止されます。',
    fix: '提供中のバージョンを一覧にし (aws rds describe-db-engine-versions --engine {engine})、利用できるバージョンか、メジャーバージョンだけを指定してください。',
  },
  'target-group-in-use': {
    cause:
      'ターゲットグループが、まだリスナーまたはルールに入っています: {group|スタックのターゲットグループ}。多くは、CodeDeploy がそこへ移したか、ルールが手作業で作られたためです。',
    fix: '先にルールから外し (aws elbv2 describe-rules、modify-rule、modify-listener)、その後で削除してください。置き換えが必要なターゲットグループには、新しい名前が必要です。',
  },
  'template-value-refused': {
    cause:
      'テンプレートの値の形式が正しくありません。場所: {place|イベントが示す場所}。理由: {reason|リソースタイプのスキーマに合いません}。',
    fix: 'テンプレートのプロパティを直してください (リストと単一の値の取り違え、数値と文字列の取り違え、文字列の中の組み込み関数)。cfn-lint は、このような箇所をデプロイの前に見つけます。',
  },
  'template-syntax': {
    cause: 'CloudFormation がテンプレートを読み取れません: {reason|場所はメッセージに示されています}。',
    fix: 'その行を直し (インデント、コロンの抜け、タブ)、cfn-lint または aws cloudformation validate-template でファイルを検査してください。',
  },
  'resources-in-different-vpcs': {
    cause: 'テンプレートが、異なる VPC のリソースを組み合わせています: {what|イベントを参照}。',
    fix: 'サブネット、サブネットグループ、セキュリティグループを、1 つの VPC から取ってください (すべてに 1 つのパラメータまたはインポートを使います)。',
  },
  'resource-name-not-allowed': {
    cause: 'リソースの名前の形式または長さを、サービスが受け付けません: {name|リソースの名前}。',
    fix: '名前を短くするか直す (バケット: 小文字、63 文字。ロードバランサーとターゲットグループ: 32 文字) か、CloudFormation に名前を任せてください。',
  },
  'parameter-value-missing-in-account': {
    cause: 'パラメータ {parameter} の値 {value} は、このリージョンとアカウントに存在しません。',
    fix: '{parameter} に、ここに存在するリソースの ID を指定してください (リージョンやアカウントが違えば、ID も違います)。',
  },
  'custom-name-blocks-replacement': {
    cause:
      'この変更は、固定の名前のリソースを置き換えます ({name|イベントを参照})。古いリソースがある間は、新しいリソースにその名前を付けられません。',
    fix: '同じ変更の中で別の名前を付けるか、固定の名前をやめて CloudFormation に名前を作らせてください。',
  },
  'custom-resource-failed': {
    cause: 'カスタムリソースの関数が失敗したか、応答しませんでした: {reason|関数のログを参照}。',
    fix: '関数のロググループ (/aws/lambda/NAME) を読み、関数を直してください。Delete のときも含め、どの場合でも CloudFormation の URL に応答するようにしてください。',
  },
  'bucket-not-empty': {
    cause: 'スタックが削除しようとしているバケットに、オブジェクトまたはその古いバージョンが残っています。',
    fix: 'バケットを空にして (aws s3 rm s3://BUCKET --recursive を実行し、バージョンも削除します)、スタックをもう一度削除するか、バケットを残してください (DeletionPolicy: Retain)。',
  },
  'dependent-resource': {
    cause:
      'スタックの外の別のリソースが、まだ使っています: {resource|このリソース}。ネットワークインターフェイス、別のセキュリティグループのルール、実行中のタスクなどです。',
    fix: 'それを見つけ (aws ec2 describe-network-interfaces --filters Name=group-id,Values={resource|ID}、または Name=subnet-id)、取り除いてから、もう一度削除してください。',
  },
  'certificate-unsupported': {
    cause: '証明書がまだ発行されていない (検証待ち) か、対応していない種類です。',
    fix: 'DNS 検証を完了し、ISSUED になるまで待ってください。RSA 2048 か、対応している EC キーを使ってください。',
  },
  'certificate-not-found': {
    cause: '証明書が削除されたか、ロードバランサーとは別のリージョンにあります。',
    fix: 'ロードバランサーのリージョンの証明書を使ってください。',
  },
  'https-needs-certificate': {
    cause: 'HTTPS リスナーに証明書がありません。',
    fix: '証明書の ARN を指定するか、HTTP を使ってください。',
  },
  'dynamic-ref-json-key': {
    cause: '{{resolve:secretsmanager:...}} の参照が、シークレットにない JSON キーを指しています。',
    fix: 'キーを追加するか、参照を直してください。',
  },
  'changeset-busy': {
    cause: '変更セットは、別の実行がまだ作成中または削除中です。',
    fix: '待ってから再試行してください。変更セットには一意の名前を使ってください。',
  },
  'resource-creation-cancelled': {
    cause: 'スタックの別のリソースが先に失敗しました。このリソースが原因であることはありません。',
    fix: '別の理由を持つ、最も早い *_FAILED イベントを探してください。',
  },
  'resources-failed-to-create': {
    cause: 'この行はスタックの失敗のまとめです。これが原因であることはありません。',
    fix: '示されたリソースごとに、そのリソース自身の最初の失敗のイベントを読んでください。',
  },
  'bluegreen-transform-parameters': {
    cause:
      'CodeDeploy の blue/green のトランスフォームとパラメータの変更は、1 つの更新では同時に行えません。',
    fix: 'パラメータの変更とタスク定義の変更を、別々にデプロイしてください。',
  },
  'export-missing': {
    cause:
      'このアカウントとリージョンには、{export} をエクスポートするスタックがありません。スタックがないか、まだデプロイされていないか、エクスポートの名前が違います。',
    fix: 'エクスポートを一覧にし (aws cloudformation list-exports)、Fn::ImportValue の名前を直すか、エクスポートするスタックを先にデプロイしてください。',
  },
  'service-did-not-stabilise': {
    cause:
      'CloudFormation が待つ時間のうちに、サービスのタスクが安定しませんでした。理由は、サービスのイベントと停止したタスクにあります。',
    fix: '更新の実行中に、サービスのイベントと停止したタスクを見てください。デプロイサーキットブレーカーを使うと、もっと早く終わります。',
  },
};
