/** The end of a name behind which a secret stands: `DB_PASSWORD`, `masterUserPassword`, `api-key`, `SECRET_KEY_BASE`. */
const PASSWORD = String.raw`pass(?:word|wd|phrase)|(?<![a-z])(?:pass|pwd)`;
const OTHER = String.raw`secret(?:[_-]?(?:access[_-]?)?key(?:[_-]?base)?)?|(?<!request|next|page|continuation|idempotency|client)token|(?:api|access|private|encryption|signing|master|account|shared|license|app|enc|aes|hmac|jwt|cookie)[_-]?key|connection[_-]?string`;
/** Names that are ordinary words too: only what is assigned to them by `=` or stands in quotes is hidden. */
const WORDS = String.raw`(?<![a-z])(?:auth|authorization|sig|signature|credentials?|sid)`;

/** Separator between a name and its value: `=`, `:`, `=>`, with the quotes around the name before it. */
const COLOUR = String.raw`(?:\u001b\[[\d;]{0,9}m){0,3}`;
const SIGN = String.raw`${COLOUR}\\{0,3}["'\x60]?\]?${COLOUR}\s{0,3}(?:=>|=(?![=~>])|:(?![:/]))${COLOUR}\s{0,3}${COLOUR}`;
/** An option and its value as two words, or as two elements of a JSON array. */
const BLANK = String.raw`(?<=(?:^|[\s"'\x60(\[])--?[\w-]{0,40})(?:\s+(?!-)|["']\s?,\s?(?=["']))`;
/** SQL: `PASSWORD 'x'`. */
const SQL = String.raw`\s+(?=')`;

// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[\d;]{0,9}m/g;

/** `DB_PASSWORD_PROD`, `TOKEN_2`: which of several. */
const WHICH = String.raw`(?:_(?:prod(?:uction)?|stag(?:e|ing)|dev|test|live|primary|replica|main|old|new|db|v?\d{1,2}))?`;

const PLACE = new RegExp(
  String.raw`(?<![\w*>.:]:)(?:(?<word>${WORDS})|(?<password>${PASSWORD})|(?:${OTHER}))${WHICH}(?:${SIGN}|${BLANK}|(?<sql>${SQL}))|\bidentified\s{1,3}by\s{1,3}(?=['"])`,
  'gi',
);

/** Query parameters that give access, and the password options of well-known commands. */
const QUERY = /([?&](?:key|code|jwt|ticket|session_?id|sas)=)[^&\s"'\x60<>#]+/gi;
const AUTHORIZATION =
  /(\bauthorization\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?(?:Bearer|Basic|Token|Digest|AWS4-HMAC-SHA256) {1,3})[^\s"'\\,]+/gi;
const COOKIE = /(\b(?:set-)?cookie: {0,3})[^\r\n"']+/gi;
const MYSQL = /(\bmysql(?:dump|admin|import)?(?: [^\s|;&]{1,200}){0,12}? -p)(?=[^\s])[^\s"']+/g;
const CURL = /(\bcurl(?: [^\s|;&]{1,300}){0,12}? (?:-u|--user)[ =])[^\s"']+/g;

/** Password options of further commands: `sqlcmd -P`, `ldapsearch -w`, `redis-cli -a`, `sshpass -p`. */
const COMMANDS =
  /(\b(?:(?:sqlcmd|osql|bcp)(?: [^\s|;&]{1,200}){0,12}? -P|ldap[a-z]{3,8}(?: [^\s|;&]{1,200}){0,12}? -w|redis-cli(?: [^\s|;&]{1,200}){0,12}? -a|sshpass -p) ?)(?=[^\s-])[^\s"']+/g;
const NETRC = /(\bmachine [^\s]{1,200} login [^\s]{1,200} password )[^\s]+/g;
/** `{"name": "DB_PASSWORD", "value": "x"}` of a task definition, in JSON and in YAML. */
const NAMED = new RegExp(
  String.raw`(\bname\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?[\w.-]{0,60}?(?:${PASSWORD}|${OTHER})${WHICH}\\{0,3}["']?\s{0,3},?\s{0,40}\\{0,3}["']?value\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?)(?!arn:|\$)[^"'\\\s,}]+`,
  'gi',
);
/** `<password>x</password>`, `<add key="DbPassword" value="x"/>`. */
const ELEMENT = new RegExp(
  String.raw`(<[\w:.-]{0,40}?(?:${PASSWORD}|${OTHER})>|\bkey=["'][\w:.-]{0,40}?(?:${PASSWORD}|${OTHER})["'] value=["'])[^<"'>]+`,
  'gi',
);
/** ODBC: `Pwd={x}`. */
const BRACED = /((?<![A-Za-z])(?:pwd|password)=\{)[^{}\s"'`:,]{1,200}(?=\}(?:;|$|["'\s]))/gi;

/** Values that are no secrets: references to where the value is, and words that say that there is none. */
const REFERENCE = /^(?:arn:|sha256:|\$|\{\{|<|%[sd]|process\.env|ENV\[|os\.environ|env\(|\*\*\*|\(|\[|\{)/;
const NOTHING =
  /^(?:true|false|null|nil|none|undefined|missing|required|invalid|empty|expired|unset|yes|no|read|write|not|is|was|EOF|redacted|hidden)[.!]?$/i;
/** `--secret id=npm,env=NPM_TOKEN` of Docker names a secret and does not hold one. */
const MOUNT = /^(?:id|type|src|source|env|target)=/;

/** Replaces values that stand behind names of secrets, each place being looked at once. */
export function redactAssignments(text: string): string {
  const known = text
    .replaceAll(AUTHORIZATION, '$1***')
    .replaceAll(COOKIE, '$1***')
    .replaceAll(QUERY, '$1***')
    .replaceAll(MYSQL, '$1***')
    .replaceAll(CURL, '$1***')
    .replaceAll(COMMANDS, '$1***')
    .replaceAll(NETRC, '$1***')
    .replaceAll(NAMED, '$1***')
    .replaceAll(ELEMENT, '$1***')
    .replaceAll(BRACED, '$1***');
  let redacted = '';
  let done = 0;
  // A word is searched for its end once, however many names stand in it.
  let wordEnd = 0;
  let plainEnd = 0;
  PLACE.lastIndex = 0;
  for (let match = PLACE.exec(known); match !== null; match = PLACE.exec(known)) {
    const start = PLACE.lastIndex;
    const { word, password, sql } = match.groups ?? {};
    if (sql !== undefined && password === undefined) continue;
    const quote = /^(\\{0,3})(["'`])/.exec(known.slice(start, start + 4));
    const from = start + (quote?.[0].length ?? 0);
    const head = known.slice(from, from + 20);
    if (REFERENCE.test(head) || MOUNT.test(head)) continue;
    let to: number;
    if (quote !== null) {
      to = endOfQuoted(known, from, quote[2] ?? '"', (quote[1] ?? '') !== '');
    } else {
      const sign = match[0].replaceAll(COLOURS, '');
      const assigned = /=|\s$/.test(sign) && !/:\s*$/.test(sign);
      if (word !== undefined && !assigned) continue;
      if (/^pwd$/i.test(password ?? '') && head.startsWith('/')) continue;
      if (assigned) {
        if (from >= wordEnd) wordEnd = endOf(WORD_END, known, from);
        to = wordEnd;
      } else {
        if (from >= plainEnd) plainEnd = endOf(PLAIN_END, known, from);
        to = plainEnd;
        // `Password:x Host:db` is no sentence: one has a blank behind its colon.
        if (/\s$/.test(sign) && isProse(known, to)) continue;
      }
    }
    if (to <= from || (to - from < 12 && NOTHING.test(known.slice(from, to)))) continue;
    redacted += `${known.slice(done, from)}***`;
    done = to;
    PLACE.lastIndex = to;
  }
  return redacted + known.slice(done);
}

function endOfQuoted(text: string, from: number, quote: string, isEscaped: boolean): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '\n' || character === quote) return at;
    if (character !== '\\') continue;
    if (isEscaped) return at;
    at++;
  }
  return text.length;
}

// eslint-disable-next-line no-control-regex
const WORD_END = /[\s"'`&;\u001b]/g;
/** Behind a colon a value ends at a bracket or a comma, too. */
// eslint-disable-next-line no-control-regex
const PLAIN_END = /[\s"'`&;,)}\]<>|\u001b]/g;

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** Behind `password: ` a sentence may follow: `password: must be at least 8 characters`. */
function isProse(text: string, end: number): boolean {
  return /^[ \t]+[A-Za-z(]/.test(text.slice(end, end + 8));
}
