import type { Texts } from './text.ts';

export const TASK_START_AND_EXIT: Readonly<Record<string, Texts>> = {
  'entrypoint-not-found': {
    cause:
      '{program|コマンドまたはエントリポイントの最初の単語} は、イメージの中のプログラムではありません。多くは、コマンドの上書きを 1 つの文字列で指定したか、引数がエントリポイントを置き換えています。',
    fix: 'コマンドをリストで書いてください (最初にプログラム、次に引数)。{program|プログラム} がイメージの最終ステージにあることを確認してください。',
  },
  'entrypoint-file-missing': {
    cause:
      'エントリポイントの {path|パス} が、コンテナの中に存在しません。コピーされていないか、ボリュームのマウントで隠れているか、#! のインタープリターがありません (改行が CRLF のときも同じに見えます)。',
    fix: '{path|ファイル} の COPY とマウントパスを確認してください。スクリプトの改行は LF で保存してください。1 行目のインタープリターが存在することを確認してください。',
  },
  'entrypoint-permission-denied': {
    cause: 'エントリポイントのファイル {path|}: 実行ビットがないか、ユーザーが実行できません。',
    fix: '{path|スクリプト} に対して git update-index --chmod=+x を実行するか、Dockerfile で COPY --chmod=0755 を使ってください。その後、ビルドし直してください。',
  },
  'exec-format-error': {
    cause:
      '{path|プログラム} は、タスクが動くものとは別の CPU アーキテクチャ用にビルドされています。まれに、#! の行がないスクリプトのこともあります。',
    fix: 'runtimePlatform に合う --platform でビルドしてください (X86_64 なら linux/amd64、ARM64 なら linux/arm64)。',
  },
  'container-passwd-missing': {
    cause:
      'タスク定義またはイメージがユーザーを名前で指定していますが、イメージに /etc/passwd がありません。または、Linux 上の Windows イメージです。',
    fix: '数字のユーザー ID を使うか、イメージに /etc/passwd を追加し、runtimePlatform.operatingSystemFamily を確認してください。',
  },
  'container-init-mount-failed': {
    cause:
      'コンテナの中でマウントできませんでした。フォルダーの上にファイルを、またはその逆をマウントしているか、作成できないパスです。',
    fix: 'mountPoints.containerPath を、イメージのファイルツリーと比べてください。フォルダーはフォルダーの上にマウントしてください。',
  },
  'cannot-start-container': {
    cause: 'ランタイムがコンテナを起動できませんでした。理由はコロンの後にあります。',
    fix: 'コロンの後の理由を読んでください。理由がない場合は、デプロイをもう一度実行してください。',
  },
  'container-runtime-timeout': {
    cause: 'コンテナが、プラットフォームの時間内に実行中 (または停止) になりませんでした。',
    fix: '再試行してください。EC2 では、インスタンスのディスクと CPU の逼迫を確認してください。イメージを小さくしてください。',
  },
  'cannot-stop-container': {
    cause: 'ランタイムがコンテナを停止できませんでした。',
    fix: 'EC2 では Docker デーモンを確認してください。Fargate では、繰り返さない限り対処は不要です。',
  },
  'cannot-inspect-container': {
    cause: 'エージェントが、ランタイムからコンテナの状態を読み取れませんでした。',
    fix: 'EC2 では、エージェントを再起動するか、インスタンスを置き換えてください。Fargate では、プラットフォームのバージョンを確認し、再試行してください。',
  },
  'cannot-create-container-disk': {
    cause: 'インスタンスの Docker のストレージプールがいっぱいです。',
    fix: 'インスタンスの使っていないイメージとコンテナを削除するか、より大きなボリュームを使ってください。',
  },
  'oom-killed': {
    cause: 'コンテナがメモリの上限を超え、強制終了されました (終了コード 137)。',
    fix: 'コンテナとタスクのメモリを、Fargate で有効な組み合わせに上げてください。ワーカー数やヒープを減らし、メモリのグラフでリークがないか確認してください。',
  },
  'essential-container-exited': {
    cause:
      'essential のコンテナが終了したため、ECS がタスクを停止しました。これは症状です。原因は、終了コードとログの最後の行にあります。',
    fix: 'そのコンテナの exitCode、reason、ログの最後の行を読んでください。一回限りのジョブでは、終了コード 0 は成功です。',
  },
  'exit-code-1': {
    cause: 'プログラムが自身のエラーで終了しました。変数がない、接続に失敗する、設定が誤っているなどです。',
    fix: 'コンテナのログを、末尾より上まで読んでください。同じ変数で、イメージを手元で起動してください。',
  },
  'exit-code-0': {
    cause:
      'essential のコンテナのプログラムが、エラーなしで自分から終了しました (終了コード 0)。サービスのタスクは動き続けるものなので、プログラムが終了してはいけません。',
    fix: 'サーバーをフォアグラウンドで起動してください (nginx -g "daemon off;"、exec を使う、& もデーモンのオプションも付けない)。コマンドがリクエストに応答するものであることを確認してください。マイグレーションやビルドは終了します。終了してよいコンテナには、essential: false が必要です。',
  },
  'exit-code-126': {
    cause:
      'コマンドは見つかりましたが、実行できませんでした。実行ビットがないか、フォルダーが指定されています。',
    fix: 'イメージの中でスクリプトに chmod +x を実行するか、インタープリターから呼び出してください。',
  },
  'exit-code-127': {
    cause:
      'シェルが {program|コマンド} を見つけられませんでした (終了コード 127)。このステージにインストールされていないか、PATH が違います。',
    fix: '{program|そのコマンド} をイメージの最終ステージにインストールするか、フルパスで呼び出してください。Ruby や Node では、bundle exec や npx を使ってください。',
  },
  'exit-code-134': {
    cause:
      'プロセスが自分で異常終了しました (SIGABRT)。Node のヒープ不足、アサーションの失敗、JVM のクラッシュなどです。',
    fix: "ログで 'heap out of memory' またはアサーションを探してください。ヒープとタスクのメモリを合わせて上げてください。",
  },
  'exit-code-137-sigterm-ignored': {
    cause:
      'プロセスに SIGKILL が送られました (終了コード 137)。SIGTERM の後、stopTimeout 以内に終了しなかったか、サイドカーがタスクを停止させたか、ECS が理由を示さないままメモリが不足しました。',
    fix: 'まずメモリのグラフを見てください。SIGTERM を処理してください (CMD の exec 形式、または initProcessEnabled)。シャットダウンにもっと時間が必要なら、stopTimeout を上げてください。',
  },
  'exit-code-139': {
    cause:
      'ネイティブコードのセグメンテーション違反です。libc が違う (Alpine/musl と glibc のバイナリ)、アーキテクチャのエミュレーション、ネイティブ拡張の不具合などです。',
    fix: 'ネイティブの依存関係を、実行時と同じベースイメージとアーキテクチャでビルドし直してください。Debian 版を試してください。',
  },
  'exit-code-143': {
    cause:
      'プロセスは SIGTERM で終了しました。デプロイ、スケールイン、ヘルスチェックの失敗、または別のコンテナの終了のため、ECS が停止させました。',
    fix: 'アプリケーションのクラッシュではありません。何が停止させたかを、タスクの stoppedReason とサービスのイベントで確認してください。',
  },
  'exit-code-255': {
    cause: '一般的な失敗です。多くは、起動スクリプト、ランタイムの喪失、または ssh/exec のラッパーです。',
    fix: 'ログの最後の行を読み、同じコマンドを手元で実行してください。ログが空なら、イメージのアーキテクチャを確認してください。',
  },
  'container-health-check-failed': {
    cause: 'コンテナ自身の healthCheck コマンドが、許された回数だけ失敗しました。',
    fix: 'healthCheck コマンドをイメージの中で実行してください。startPeriod を長くしてください。使うツール (curl、wget) がインストールされていて、ポートが正しいことを確認してください。',
  },
  'health-check-curl-missing': {
    cause: 'healthCheck は curl を使いますが、イメージに curl がありません (slim、Alpine、distroless)。',
    fix: 'curl をインストールするか、wget またはアプリケーション自身のランタイムで確認してください。',
  },
  'elb-health-check-failed': {
    cause:
      'ロードバランサーがタスクを異常と判定し、ECS が停止しました。理由は、ターゲットのヘルスの理由に示されています。',
    fix: 'そのグループの DescribeTargetHealth を読んでください。コードなら、パスまたはアプリケーションの応答が違います。タイムアウトなら、ポート、セキュリティグループ、または待ち受けアドレスです。healthCheckGracePeriodSeconds を起動時間より長くしてください。',
  },
  'spot-interruption': {
    cause: 'AWS が Fargate Spot のキャパシティを回収しました (stopCode SpotInterruption)。',
    fix: '再試行してください。キャパシティプロバイダー戦略に FARGATE の base を残してください。マイグレーションは決して Spot で実行しないでください。',
  },
  'replaced-by-deployment': {
    cause:
      'ECS が、デプロイまたはスケールインの一環としてタスクを停止しました (stopCode ServiceSchedulerInitiated)。障害ではありません。',
    fix: 'このタスクへの対処は不要です。新しいデプロイが失敗する場合は、このタスクではなく、新しいデプロイのタスクを調べてください。',
  },
  'task-failed-to-start-resource': {
    cause: 'クラスターの EC2 インスタンスに、タスクに必要なリソースが足りません: {resource}。',
    fix: 'インスタンスを追加するか、より大きなものを使うか、予約量を減らすか、Fargate に移してください。',
  },
  'task-failed-to-start-agent': {
    cause: '選ばれたインスタンスのコンテナエージェントが接続されていません。',
    fix: 'エージェントを再起動するか、インスタンスを置き換えてください。ECS への経路を確認してください。',
  },
  'task-failed-to-start-attribute': {
    cause: 'タスクに必要な属性 (たとえば awsvpc、secrets、アーキテクチャ) を持つインスタンスがありません。',
    fix: 'エージェントを更新するか、インスタンスタイプを変えるか、Fargate で起動してください。',
  },
  'task-failed-to-start-placement': {
    cause: 'memberOf の配置式に合うインスタンスがありません。',
    fix: '制約を緩めるか、合うインスタンスを追加してください。',
  },
  'task-failed-to-start-no-capacity': {
    cause:
      'キャパシティプロバイダーにインスタンスがなく、追加もできません (NO ACTIVE INSTANCES と表示されることもあります)。',
    fix: 'Auto Scaling グループの最大サイズと状態を確認するか、FARGATE を使ってください。',
  },
  'compute-strategy-mismatch': {
    cause:
      'タスク定義の requiresCompatibilities に、選ばれた起動タイプまたはプロバイダーが含まれていません。',
    fix: 'requiresCompatibilities に FARGATE を追加し、awsvpc モードとタスクレベルの cpu と memory を指定してください。または、もう一方の起動タイプを選んでください。',
  },
  'eni-device-index': {
    cause: 'EC2 インスタンスに、awsvpc のタスク用に空いているインターフェイスのスロットがありません。',
    fix: 'awsvpcTrunking を有効にするか、より大きなインスタンスを使ってください。',
  },
};
