// packages/local/lib/usage-error.js
/** A command line that can't be followed: the message says what is wrong with which word, and what to write. Exit code 2. */
var UsageError = class extends Error {
	name = "UsageError";
};
/**
* `KEY=VALUE` options as a record; the last one of a key wins.
* @param option as users write it, such as `--with`
* @throws UsageError naming the option and the key, never the value
*/
function keyValues(option, texts) {
	return Object.fromEntries(texts.map((text) => {
		const at = text.indexOf("=");
		if (at < 1) throw new UsageError(`${option} ${at === 0 ? "" : `${text.slice(0, 60)} `}has no ${at === 0 ? "name" : "value"}; write ${option} NAME=VALUE`);
		return [text.slice(0, at), text.slice(at + 1)];
	}));
}

export { keyValues as n, UsageError as t };