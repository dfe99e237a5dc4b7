import type { Texts } from './text.ts';

export const LOOKED_UP: Readonly<Record<string, Texts>> = {
  'listens-on-loopback': {
    cause:
      'コンテナ {container} は 127.0.0.1 のポート {port} だけで待ち受けているため、ロードバランサーから届きません。',
    fix: 'プログラムを 0.0.0.0 で待ち受けさせ (HOST、--host、--bind、server.address、ASPNETCORE_URLS)、もう一度デプロイしてください。',
  },
  'wrong-port': {
    cause:
      'コンテナ {container} はポート {ports} で待ち受けていますが、ロードバランサーはポート {asked} に送っています。',
    fix: 'プログラムを {asked} で待ち受けさせる (PORT) か、タスク定義とサービスのロードバランサーの設定で containerPort を {port} にしてください。',
  },
  'last-log-lines': {
    cause: 'コンテナ {container} が停止しました。最後のログ: {line}',
    fix: 'ログの行が示す問題を直し、同じコマンドと変数でイメージを試してください。ログ全体は {stream|コンテナのロググループ} にあります。',
  },
  'last-log-lines-of-other-container': {
    cause: 'コマンドは自分では終了していません。これはコンテナ {container} の最後のログです。',
    fix: 'ログの行が示す問題を直すか、コマンドに必要でなければコンテナ {container} の essential を false にしてください。',
  },
  unrecognised: {
    cause: '既知の原因に当てはまりません。最後の言葉: {line}',
    fix: 'AWS もタスクもこれ以外を伝えていません。同じコマンドと変数でイメージを起動し、どう失敗するかを見てください。',
  },
  'image-vulnerable': {
    cause: 'イメージに重大度 {severity} 以上の脆弱性が {count} 件あります。',
    fix: 'サマリーの表にあるパッケージを更新してください (新しいベースイメージで直ることがよくあります)。または fail-on-severity を上げてください。',
  },
  'image-not-runnable': {
    cause: '{image} はタスクが実行できるイメージではありません。マニフェストは {manifest} です。',
    fix: 'コンテナイメージをプッシュしてください。チャート、SBOM、ビルドキャッシュなどのアーティファクトは別のタグに置いてください。',
  },
  'image-platform-missing': {
    cause:
      'イメージは {offered|どのプラットフォームでも実行できないもの} 用ですが、{missing} が求められました。タスクはこのイメージから起動できません。',
    fix: '{wanted} 用にビルドする (platforms) か、platforms またはスタックの CpuArchitecture を直してください。',
  },
};
