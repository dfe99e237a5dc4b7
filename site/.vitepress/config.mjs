import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';

const REPOSITORY = process.env.SITE_REPOSITORY ?? 'https://github.com/OWNER/cutover';

/** The actions that the README's table has, in its order. */
const actions = [
  ...new Set(
    [
      ...readFileSync(new URL('../../README.md', import.meta.url), 'utf8').matchAll(
        /\(actions\/([\w-]+)\/README\.md\)/g,
      ),
    ].map(([, name]) => name),
  ),
]
  .toSorted((one, other) => Number(other === 'pipeline') - Number(one === 'pipeline'))
  .map((name) =>
    name === 'pipeline' ? [name, 'The whole pipeline', 'パイプライン全体'] : [name, name, name],
  );

/** @param language index of the title in each entry */
const actionItems = (language) =>
  actions.map(([name, ...titles]) => ({ text: titles[language], link: `/actions/${name}` }));

const item = (prefix) => (entry) => ({ text: entry[1], link: `${prefix}${entry[0]}` });

const english = [
  {
    text: 'Start',
    items: [
      ['getting-started', 'New application'],
      ['existing-service', 'Existing service'],
      ['concepts', 'Concepts'],
      ['configuration', 'Configuration file'],
    ].map(item('/guide/')),
  },
  {
    text: 'Build and deploy',
    items: [
      ['infrastructure', 'Infrastructure'],
      ['gates', 'Gates and approvals'],
      ['migrations', 'Migrations and databases'],
      ['environments', 'Environments and promotion'],
      ['monorepo', 'Monorepo and matrix'],
      ['workers', 'Workers and schedules'],
      ['github', 'GitHub'],
    ].map(item('/guide/')),
  },
  {
    text: 'Operate',
    items: [
      ['rollback', 'Rollback'],
      ['operations', 'Operations'],
      ['troubleshooting', 'Troubleshooting'],
      ['failures', 'Known failures'],
      ['credentials', 'Credentials and rights'],
      ['security', 'Security model'],
      ['costs', 'Costs'],
      ['local', 'Running locally'],
      ['faq', 'FAQ'],
    ].map(item('/guide/')),
  },
  {
    text: 'Come from another tool',
    collapsed: true,
    items: [
      ['from-aws-actions', 'aws-actions'],
      ['from-ecspresso', 'ecspresso'],
      ['from-copilot', 'Copilot'],
      ['from-codepipeline', 'CodePipeline'],
      ['from-scripts', 'Scripts'],
    ].map(item('/guide/')),
  },
  { text: 'Actions', collapsed: true, items: actionItems(0) },
  {
    text: 'Project',
    collapsed: true,
    items: [
      ['examples', 'Examples'],
      ['simulator', 'Simulator'],
      ['guide/architecture', 'Architecture'],
      ['contributing', 'Contributing'],
      ['security-promises', 'Security'],
      ['changelog', 'Changelog'],
    ].map(item('/')),
  },
];

const japanese = [
  {
    text: 'はじめる',
    items: [
      ['getting-started', 'はじめての導入'],
      ['existing-service', '既存のサービス'],
      ['concepts', '用語'],
      ['configuration', '設定ファイル'],
    ].map(item('/ja/guide/')),
  },
  {
    text: 'ビルドとデプロイ',
    items: [
      ['infrastructure', 'インフラストラクチャ'],
      ['gates', 'ゲートと承認'],
      ['migrations', 'マイグレーション'],
      ['environments', '環境と昇格'],
      ['monorepo', 'モノレポとマトリックス'],
      ['workers', 'ワーカーとスケジュール'],
      ['github', 'GitHub'],
    ].map(item('/ja/guide/')),
  },
  {
    text: '運用',
    items: [
      ['rollback', 'ロールバック'],
      ['operations', '運用'],
      ['troubleshooting', 'トラブルシューティング'],
      ['failures', '既知の失敗'],
      ['credentials', '認証情報と権限'],
      ['security', 'セキュリティモデル'],
      ['costs', '費用'],
      ['local', '手元での実行'],
      ['faq', 'よくある質問'],
    ].map(item('/ja/guide/')),
  },
  {
    text: 'ほかのツールから移る',
    collapsed: true,
    items: [
      ['from-aws-actions', 'aws-actions'],
      ['from-ecspresso', 'ecspresso'],
      ['from-copilot', 'Copilot'],
      ['from-codepipeline', 'CodePipeline'],
      ['from-scripts', 'スクリプト'],
    ].map(item('/ja/guide/')),
  },
  { text: 'アクション (英語)', collapsed: true, items: actionItems(1) },
];

/** Japanese has no spaces between words: the search splits it as the language's own rules say. */
const tokenize = (text) => {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)
    .concat(text.split(/[\s\p{Punctuation}]+/u));
};

export default defineConfig({
  srcDir: 'pages',
  base: process.env.SITE_BASE ?? '/',
  title: 'Cutover',
  description: 'GitHub Actions that take a push on main to production on Amazon ECS',
  cleanUrls: true,
  lastUpdated: false,
  markdown: {
    // Diagrams are drawn in the browser, by .vitepress/theme.
    config: (markdown) => {
      // Nothing that stands in code is an expression of the site's own.
      const inline = markdown.renderer.rules.code_inline;
      markdown.renderer.rules.code_inline = (tokens, index, ...rest) => {
        tokens[index].attrSet('v-pre', '');
        return inline(tokens, index, ...rest);
      };
      const text = markdown.renderer.rules.text;
      markdown.renderer.rules.text = (...given) => text(...given).replaceAll('{{', '&#123;&#123;');
      const fence = markdown.renderer.rules.fence;
      markdown.renderer.rules.fence = (tokens, index, ...rest) =>
        tokens[index].info.trim() === 'mermaid'
          ? `<Diagram code="${encodeURIComponent(tokens[index].content)}" />`
          : fence(tokens, index, ...rest);
    },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: { sidebar: english, nav: [{ text: 'Guide', link: '/guide/' }] },
    },
    ja: {
      label: '日本語',
      lang: 'ja',
      link: '/ja/',
      description: 'main への push を Amazon ECS の本番まで届ける GitHub Actions',
      themeConfig: {
        sidebar: japanese,
        nav: [{ text: 'ガイド', link: '/ja/guide/' }],
        outline: { label: 'このページの内容' },
        docFooter: { prev: '前へ', next: '次へ' },
        darkModeSwitchLabel: '表示',
        sidebarMenuLabel: 'メニュー',
        returnToTopLabel: '先頭へ',
      },
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize } },
        locales: {
          ja: {
            translations: {
              button: { buttonText: '検索', buttonAriaLabel: '検索' },
              modal: {
                noResultsText: '見つかりません',
                resetButtonTitle: '消す',
                footer: { selectText: '選ぶ', navigateText: '移動', closeText: '閉じる' },
              },
            },
          },
        },
      },
    },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
  },
});
