/** Tokens of well-known services, each with a beginning that nothing else has. */
const FORMS: readonly string[] = [
  // GitHub
  String.raw`gh[pousr]_\w{20,255}`,
  String.raw`github_pat_\w{20,255}`,
  // AWS access key ids
  String.raw`(?:AKIA|ASIA)[A-Z0-9]{16}(?!\w)`,
  // JSON Web Tokens
  String.raw`eyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)*`,
  // Stripe and what follows its example
  String.raw`(?:sk|rk|pk)_(?:live|test)_\w{8,}`,
  String.raw`whsec_[\w+/=]{16,}`,
  // Slack
  String.raw`xox[abceoprs]-[\w-]{8,}`,
  String.raw`xapp-[\w-]{10,}`,
  // GitLab, npm, PyPI, SendGrid, Google, Docker Hub, OpenAI and Anthropic, Hugging Face, DigitalOcean, Shopify, Databricks
  String.raw`gl(?:pat|dt|rt|cbt|ptt|oas|ft|imt|soat|ffct|agent|wt)-[\w.-]{16,}`,
  String.raw`npm_[A-Za-z0-9]{30,}`,
  String.raw`pypi-[\w-]{32,}`,
  String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
  String.raw`AIza[\w-]{30,}`,
  String.raw`ya29\.[\w-]{20,}`,
  String.raw`dckr_[po]at_[\w-]{16,}`,
  String.raw`sk-(?:proj-|ant-|svcacct-|or-)?(?=[\w-]*\d)[\w-]{20,}`,
  String.raw`hf_[A-Za-z0-9]{30,}`,
  String.raw`do[oprt]_v1_[a-f0-9]{40,}`,
  String.raw`shp(?:at|ca|pa|ss)_[a-fA-F0-9]{24,}`,
  String.raw`dapi[a-f0-9]{32}`,
  // Session tokens of AWS
  String.raw`(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[\w+/=]{40,2000}`,
  // Vault, Google's OAuth clients, RubyGems, crates.io, NuGet, Entra ID
  String.raw`hv[sbr]\.[\w-]{24,400}`,
  String.raw`GOCSPX-[\w-]{20,}`,
  String.raw`rubygems_[a-f0-9]{40,}`,
  String.raw`cio[A-Za-z0-9]{32}(?!\w)`,
  String.raw`oy2[a-z0-9]{43}(?!\w)`,
  String.raw`[\w~.]{3}\dQ~[\w~.-]{31,40}`,
  // New Relic, Sentry, Grafana, Honeycomb
  String.raw`NRAK-[A-Z0-9]{27}`,
  String.raw`sntry[su]_[\w+/=]{40,}`,
  String.raw`gl(?:sa|c)_[\w+/=]{32,}`,
  String.raw`hc[ab]ik_\w{50,}`,
  // Square, Mailgun, Mailchimp, Linear, Notion, Postman, Figma, Telegram
  String.raw`sq0[a-z]{3}-[\w-]{22,}`,
  String.raw`EAAA[\w-]{60,}`,
  String.raw`key-[a-f0-9]{32}(?!\w)`,
  String.raw`[a-f0-9]{32}-us\d{1,2}(?!\w)`,
  String.raw`lin_(?:api|oauth)_\w{32,}`,
  String.raw`ntn_[A-Za-z0-9]{40,}`,
  String.raw`PMAK-[a-f0-9]{24}-[a-f0-9]{34}`,
  String.raw`figd_[\w-]{40,}`,
  String.raw`\d{8,10}:AA[\w-]{32,}`,
  // Doppler, Pulumi, HCP Terraform, PlanetScale, Fly, Heroku, Netlify, Vercel, Supabase, Atlassian, Dropbox, age
  String.raw`dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,}`,
  String.raw`pul-[a-f0-9]{40}`,
  String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}`,
  String.raw`pscale_(?:pw|tkn|oauth)_[\w.-]{32,}`,
  String.raw`fm[12][ar]?_[\w+/=,]{32,}`,
  String.raw`HRKU-[\w-]{36,}`,
  String.raw`nf[pcob]_\w{36,}`,
  String.raw`vercel_blob_rw_\w{30,}`,
  String.raw`sbp_[a-f0-9]{40}`,
  String.raw`ATATT3[\w=-]{80,}`,
  String.raw`ATBB[A-Za-z0-9]{32}`,
  String.raw`sl\.[\w-]{130,}`,
  String.raw`AGE-SECRET-KEY-1[A-Z0-9]{40,}`,
];

/** Not in the middle of a word: each stretch of letters is tried once, so the search is linear. */
const TOKEN = new RegExp(String.raw`(?<![\w-])(?:${FORMS.join('|')})`, 'g');

/** Addresses of Slack, Discord and Teams that may be posted to. */
const WEBHOOK =
  /(hooks\.slack\.com\/\w{1,20}\/|discord(?:app)?\.com\/api\/webhooks\/|\.webhook\.office\.com\/webhookb2\/)[\w/@-]+/g;
/** A private key, whole or without its end. */
const PRIVATE_KEY =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z0-9 ]{0,40}-----|$)/g;
/** `Bearer` and a token, wherever they stand. */
const BEARER = /\b(Bearer|Basic|SSWS) {1,3}(?=[\w.~+/=-]{0,400}[\d=])[\w.~+/=-]{8,}/g;

/** Replaces tokens that are known by their form. */
export function redactTokens(text: string): string {
  return text
    .replaceAll(PRIVATE_KEY, '***')
    .replaceAll(TOKEN, '***')
    .replaceAll(WEBHOOK, '$1***')
    .replaceAll(BEARER, '$1 ***');
}
