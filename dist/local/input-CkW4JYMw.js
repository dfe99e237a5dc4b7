// packages/domain/lib/inputs/input.js
/** Thrown by a field's parser: `expected` completes "… is not ". */
var InvalidInput = class extends Error {
	name = "InvalidInput";
	fix;
	/** Text shown in place of a value that may be sensitive. */
	shown;
	constructor(expected, fix, shown) {
		super(expected);
		this.fix = fix;
		this.shown = shown;
	}
};
/** A value longer than this is cut in a message: it is to be recognised, not read. */
const LONGEST_SHOWN = 200;
/** A field of a type of its own. */
function field(parse, options) {
	const { required, secret, aliases = [], form = { kind: "text" }, ...rest } = options;
	return {
		...rest,
		parse,
		required: required === true,
		secret: secret === true,
		aliases,
		form
	};
}
function choice(choices, options) {
	return {
		...field((value) => {
			const found = choices.find((one) => one === value);
			if (found === void 0) throw new InvalidInput(`one of ${choices.join(", ")}`, `Write one of ${choices.join(", ")}.`);
			return found;
		}, options),
		form: {
			kind: "choice",
			choices
		}
	};
}
/**
* The candidate within a third of the name's length in edits, if any. A word of up to four letters is one edit or two
* swapped letters away.
*/
function nearestName(name, candidates) {
	if (name.length > LONGEST_SHOWN) return void 0;
	const best = candidates.map((candidate) => ({
		candidate,
		distance: editDistance(name, candidate)
	})).toSorted((a, b) => a.distance - b.distance)[0];
	return best !== void 0 && isNear(name, best.candidate, best.distance) ? best.candidate : void 0;
}
function isNear(name, candidate, distance) {
	if (name.length > 4) return distance <= Math.max(2, name.length / 3);
	const sorted = (word) => Array.from(word).toSorted().join("");
	return distance <= 1 || distance === 2 && sorted(name) === sorted(candidate);
}
function editDistance(a, b) {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) row[j] = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
		previous = row;
	}
	return previous[b.length] ?? 0;
}

export { nearestName as n, choice as t };