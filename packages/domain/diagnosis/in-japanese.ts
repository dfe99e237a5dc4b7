import type { Finding } from '../finding.ts';
import { fill, type Facts } from './facts.ts';
import { JAPANESE } from './japanese/texts.ts';

/** AWS’s documentation, which has Japanese pages at the same paths. */
const DOCUMENTATION = /^https:\/\/docs\.aws\.amazon\.com\/(?!ja_jp\/)/;

/** Words for a name that the message did not tell. */
const UNNAMED: Facts = {
  action: 'アクション',
  asked: 'ロードバランサーのポート',
  capability: 'ケイパビリティ',
  container: 'コンテナ',
  controller: 'コントローラー',
  count: '複数',
  engine: 'エンジン',
  export: 'エクスポート',
  function: '関数',
  group: 'グループ',
  host: 'ホスト',
  image: 'イメージ',
  key: 'キー',
  line: '(なし)',
  manifest: '別の形式',
  missing: '別のプラットフォーム',
  parameter: 'パラメーター',
  parameters: 'パラメーター',
  port: 'ポート番号',
  ports: '別のポート',
  resource: 'リソース',
  role: 'ロール',
  rule: 'ルール',
  severity: '基準',
  stage: 'ステージ',
  status: 'ステータス',
  subnet: 'サブネット',
  url: 'URL',
  value: '値',
  version: 'バージョン',
  wanted: 'そのプラットフォーム',
  what: '値',
};

/** The text with words behind each name that has none of its own. */
function withWords(text: string): string {
  return text.replaceAll(/\{([a-z]\w*)\}/g, (place, name: string) => {
    const words = UNNAMED[name];
    return words === undefined ? place : `{${name}|${words}}`;
  });
}

/** Cause or fix in Japanese with the names of the case in it, or with words in their place. */
export function fillJapanese(text: string, facts: Facts): string {
  return fill(withWords(text), facts);
}

/** The finding with cause and fix in Japanese, in whose sentences the same names stand; as it is where its id has none. */
export function inJapanese(finding: Finding): Finding {
  const texts = JAPANESE[finding.id];
  if (texts === undefined) return finding;
  const { facts = {}, link } = finding;
  return {
    ...finding,
    what: fillJapanese(texts.cause, facts),
    fix: fillJapanese(texts.fix, facts),
    ...(link === undefined ? {} : { link: japaneseLink(link) }),
  };
}

/** The Japanese page of AWS’s documentation; any other address as it is. */
export function japaneseLink(link: string): string {
  return link.replace(DOCUMENTATION, 'https://docs.aws.amazon.com/ja_jp/');
}
