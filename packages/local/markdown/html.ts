import { Marked } from 'marked';
import { diagramOf } from './diagram.ts';

export interface PageOptions {
  readonly title: string;
  /** Whether a link leads somewhere; default: all do. Those that don't are shown as text. */
  readonly leads?: (address: string) => boolean;
}

const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --muted: #59636e; --page: #ffffff; --raised: #f6f8fa; --line: #d1d9e0; --link: #0969da; --good: #2da44e; --bad: #cf222e; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --muted: #9198a1; --page: #0d1117; --raised: #151b23; --line: #3d444d; --link: #4493f8; } }
body { margin: 0 auto; max-width: 1012px; padding: 16px; background: var(--page); color: var(--text); font: 14px/1.5 system-ui, "Noto Sans", Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
h2 { border-bottom: 1px solid var(--line); padding-bottom: .3em; font-size: 1.5em; } h3 { font-size: 1.2em; }
a { color: var(--link); }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: 6px 13px; text-align: left; } tr:nth-child(2n) { background: var(--raised); }
thead:not(:has(th:not(:empty))) { display: none; }
code, pre { font: 85%/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--raised); border-radius: 6px; }
code { padding: .2em .4em; } td code { white-space: nowrap; } pre { padding: 12px; overflow: auto; overflow-wrap: normal; } pre code { padding: 0; font-size: 100%; }
blockquote { margin-inline: 0; padding: 0 1em; border-left: .25em solid var(--line); color: var(--muted); }
summary { cursor: pointer; }
svg { display: block; width: 100%; max-width: 720px; margin: 12px 0; } svg text { font: 12px system-ui, sans-serif; fill: var(--text); } svg .section { font-weight: 600; }
@media (max-width: 600px) { svg text { font-size: 20px; } ul { padding-left: 1.5em; } }
`;

/** A job summary as a page of its own, close to how GitHub shows it. It loads nothing and runs nothing. */
export function toHtml(markdown: string, { leads = () => true, title }: PageOptions): string {
  const marked = new Marked({
    renderer: {
      code({ lang, text }) {
        return (lang === 'mermaid' ? diagramOf(text) : undefined) ?? false;
      },
      link({ href, tokens }) {
        const label = this.parser.parseInline(tokens);
        return /^https?:/.test(href) && leads(href) ? `<a href="${attribute(href)}">${label}</a>` : label;
      },
    },
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${attribute(title)}</title>
<style>${STYLE}</style>
${marked.parse(markdown, { async: false })}
</html>
`;
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
