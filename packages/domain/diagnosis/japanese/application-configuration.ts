import type { Texts } from './text.ts';

export const APPLICATION_CONFIGURATION: Readonly<Record<string, Texts>> = {
  'variable-missing': {
    cause: '変数 {variable|(メッセージが示すもの)} が、コンテナに設定されていません。',
    fix: 'タスク定義で、コンテナの environment または secrets に {variable|その変数} を追加し (誰にも読まれてはならない値は secrets)、もう一度デプロイしてください。大文字とコンテナの名前に注意してください。',
  },
  'variable-invalid': {
    cause: 'アプリケーションが {variable|変数} の値を受け付けません。値がないか、空か、別の型です。',
    fix: 'タスク定義 (environment または secrets) で、{variable|変数} をメッセージが求めるとおりに直してください。シークレットに改行や引用符が付いていると、別の値とみなされます。',
  },
  'settings-refused': {
    cause: 'アプリケーションが設定を受け付けません: {reason|どの設定かはメッセージに示されています}。',
    fix: 'イメージの中、またはタスク定義の変数で設定を直してください。設定ファイルは、最終ステージの、プログラムが探すフォルダーにコピーする必要があります。',
  },
  'laravel-app-key-missing': {
    cause: 'APP_KEY が設定されていないか、正しい長さのキーではありません。',
    fix: 'キーを作成し (php artisan key:generate --show)、シークレットとして保存し、コンテナの secrets に APP_KEY を追加してください。すでに暗号化されたデータのキーは変えないでください。',
  },
  'spring-datasource-missing': {
    cause: 'タスクに SPRING_DATASOURCE_URL (またはそれを設定するプロファイル) が設定されていません。',
    fix: 'タスク定義で、SPRING_DATASOURCE_URL とそのユーザーとパスワード、または SPRING_PROFILES_ACTIVE を設定してください。',
  },
  'connection-string-malformed': {
    cause:
      '接続文字列またはアドレスの形式が正しくありません。ドライバーが読むものと形式が違う、前後に引用符や空白がある、パスワードの特殊文字が URL エンコードされていない、または変数が空です。',
    fix: 'ドライバーの文書にある形式を (値ではなく形式を) 表示し、変数またはシークレットを直してください。パスワードは URL エンコードしてください。値は引用符も改行も付けずに保存してください。',
  },
  'connection-string-missing': {
    cause:
      'アプリケーションに接続文字列が渡されていません。その変数または設定のセクションが、コンテナにありません。',
    fix: 'タスク定義で、シークレットから設定し (.NET では ConnectionStrings__NAME)、もう一度デプロイしてください。',
  },
  'session-secret-missing': {
    cause: 'セッションまたはトークンに署名するキーが設定されていないか、短すぎます。',
    fix: '長いランダムな値を作成し、シークレットとして保存し、フレームワークが読む名前でコンテナの secrets に追加してください。',
  },
  'aws-region-missing-in-app': {
    cause:
      'アプリケーションの AWS SDK にリージョンが分かりません。EC2 では ECS がリージョンを設定せず、AWS_REGION もないか空です。',
    fix: 'コンテナの environment に AWS_REGION (古い SDK では AWS_DEFAULT_REGION も) を設定してください。',
  },
  'aws-credentials-missing-in-app': {
    cause:
      'アプリケーションに有効な AWS の認証情報がありません。タスク定義にタスクロールがないか、プロセスの環境から AWS_CONTAINER_CREDENTIALS_RELATIVE_URI が失われたか、変数の中のキーの期限が切れています。',
    fix: 'タスク定義に taskRoleArn を設定してください (アプリケーションでは、実行ロールは考慮されません)。プログラムは、コンテナの環境のまま起動してください (sudo、su、cron は環境を落とします)。AWS_ACCESS_KEY_ID などを変数から取り除いてください。ロールより優先されます。',
  },
  'task-role-lacks-action': {
    cause:
      'アプリケーションが AWS を呼び出し、拒否されました。タスクロール {role|(タスク定義のもの)} では {action|この呼び出し} が許可されていません。',
    fix: 'タスクロール {role|(タスク定義のもの)} のポリシーで、{resource|リソース} に対する {action|アクション} を許可してください (taskRoleArn。アプリケーションでは、実行ロールは考慮されません)。',
  },
  'aws-resource-missing-in-app': {
    cause:
      'アプリケーションが使う AWS のリソース (キュー、バケット、テーブル、シークレット、パラメーター) が、そのアカウントとリージョンに存在しないか、名前が違います。',
    fix: 'コンテナの変数の名前を直すか、AWS_REGION を確認するか、デプロイの前にリソースを作成してください。',
  },
};
