// packages/domain/lib/foreign-inputs/foreign-input.js
/**
* Judges an input that another action declares; undefined when no row knows its name.
* The value itself is never repeated: it may be a password.
*/
function judgeForeign(rows, name, value) {
	const row = rows.find((one) => one.name === name);
	if (row === void 0) return void 0;
	const { action, does, instead = "Remove it.", same = [] } = row;
	if (same === "any" || same.includes(plain(value))) return {
		kind: "same",
		note: `Input ${name} of ${action} is not needed: ${does}`
	};
	return {
		kind: "refused",
		what: `Input ${name} of ${action} asks for something else: ${does}${same.length === 0 ? "" : ` With ${same.join(" or ")} it would change nothing.`}`,
		fix: instead
	};
}
/** A value as it is compared: booleans in YAML's, GitHub's and a shell's spelling are the same. */
function plain(value) {
	const text = value.trim().toLowerCase();
	switch (text) {
		case "1": return "true";
		case "0": return "false";
		default: return text;
	}
}

export { judgeForeign as t };