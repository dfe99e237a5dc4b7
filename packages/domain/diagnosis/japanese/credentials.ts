import type { Texts } from './text.ts';

export const CREDENTIALS: Readonly<Record<string, Texts>> = {
  'oidc-not-authorized': {
    cause:
      'ロールの信頼ポリシーが、このトークンと一致しません。sub (リポジトリ、ブランチ、環境)、aud、またはプロバイダーの ARN が違います。',
    fix: '信頼ポリシーの sub の条件を、この実行の repo:OWNER/REPO:... と比べてください (大文字と小文字、環境も区別されます。ワイルドカードには StringLike が必要です)。',
  },
  'oidc-provider-missing': {
    cause: 'アカウントに、次の OIDC プロバイダーがありません: {provider|GitHub}。',
    fix: 'その URL の IAM OIDC プロバイダーを、オーディエンス sts.amazonaws.com で作成してください。',
  },
  'oidc-audience-mismatch': {
    cause: 'プロバイダーのクライアント ID のリストに、トークンのオーディエンスがありません。',
    fix: 'プロバイダーのオーディエンスに、sts.amazonaws.com (または要求しているもの) を追加してください。',
  },
  'credentials-not-loaded': {
    cause:
      '認証情報がありません。id-token の権限がないか、シークレットが空 (フォークからのプルリクエスト) か、ロールの入力がありません。',
    fix: 'permissions: id-token: write と role-to-assume を追加するか、このイベントと環境にシークレットがあることを確認してください。',
  },
  'oidc-permission-missing': {
    cause: 'ジョブに permissions: id-token: write がありません。',
    fix: 'permissions: id-token: write と contents: read をジョブに追加してください (再利用可能なワークフローでは、呼び出し元にも追加してください)。',
  },
  'oidc-token-url-missing': {
    cause: 'ジョブに、GitHub に ID トークンを要求する権限がありません。',
    fix: 'permissions: id-token: write を追加してください。フォークからのプルリクエストには、この権限は決して与えられません。',
  },
  'token-expired': {
    cause: '長い待ち時間の間に、セッション (既定では 1 時間) が終わりました。',
    fix: 'role-duration-seconds とロールの最大セッション時間を長くするか、後のステップの前にもう一度ロールを引き受けてください。',
  },
  'clock-skewed': {
    cause:
      '呼び出しに署名したマシンの時計 ({signed|時刻はメッセージを参照}) が、AWS の時計と 5 分より大きくずれています。または、リクエストが送られるまでに同じだけの時間がたちました。',
    fix: 'セルフホストランナーまたはホストでは、NTP (chrony) で時計を合わせてください。コンテナの時計は、ホストの時計です。一時停止されていたジョブは、もう一度実行してください。',
  },
  'assume-role-denied': {
    cause:
      '呼び出し元の ID に、ロール {role} を引き受ける権限がありません。呼び出し元のポリシーに sts:AssumeRole がないか、ロールの信頼ポリシーに呼び出し元が指定されていません。',
    fix: '{role} の信頼ポリシーの Principal に、呼び出し元のユーザーまたはロールを指定してください。呼び出し元のポリシーで、{role} に対する sts:AssumeRole を許可してください。ロールの連鎖には、両方が必要です。',
  },
  'endpoint-unreachable': {
    cause:
      '呼び出しが、AWS のエンドポイント {host} に届きません。リージョンの名前が誤っているか、マシンからの経路がありません (NAT がない、VPC エンドポイントがない、プロキシがある)。',
    fix: 'aws-region を、{host} の中の名前と照らし合わせてください。プライベートサブネットでは、NAT ゲートウェイかサービスの VPC エンドポイントを追加してください。プロキシの内側では、HTTPS_PROXY と NO_PROXY を設定してください。',
  },
  'token-invalid': {
    cause:
      'キーが削除されたか誤っている、セッショントークンが抜けているか別のものが混ざっている、またはリージョンがアカウントで有効になっていません。',
    fix: 'キーを再発行するか、一時的なキーとともにセッショントークンを渡すか、リージョンを有効にしてください。',
  },
  'session-duration-too-long': {
    cause: 'ロールが許可するより長い時間が要求されました。',
    fix: 'role-duration-seconds を短くするか、ロールの最大値を大きくしてください。',
  },
  'region-input-missing': {
    cause: '入力 aws-region が空です。多くは、変数が設定されていないためです。',
    fix: 'aws-region を設定してください。',
  },
  'region-missing': {
    cause: 'SDK がリージョンを見つけられませんでした。',
    fix: 'AWS_REGION を設定するか、先に認証情報のステップを実行してください。',
  },
  'region-not-valid': {
    cause: 'aws-region がリージョン名ではありません (us-east-1a のようなゾーン、余分な空白)。',
    fix: 'eu-west-1 のようなリージョンを指定してください。',
  },
  'secret-access-key-missing': {
    cause: 'キーの組の片方しか指定されていません。シークレットが空です。',
    fix: '両方のシークレットを設定するか、OIDC に変更してください。',
  },
  'missing-authentication-token': {
    cause: 'リクエストが署名されていません。認証情報が空です。',
    fix: 'このジョブで認証情報のステップが実行されたことを確認してください。',
  },
  'missing-credentials-in-config': {
    cause: '古い SDK が認証情報を見つけられませんでした。',
    fix: '先に認証情報のステップを実行してください。アクションを更新してください。',
  },
  'no-credentials-for-account': {
    cause:
      'CDK が、対象のアカウントの認証情報を見つけられなかったか、別のアカウントの認証情報を見つけました。',
    fix: 'このジョブで、対象のアカウントのロールを引き受けてください。スタックの env のアカウントを確認してください。',
  },
};
