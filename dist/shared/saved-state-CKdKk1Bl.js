import { Jr as ConfigurationError } from "./base-D7WWzZYD.js";

// packages/steps/lib/saved-state.js
/**
* Reads what a step remembered as JSON. The runner keeps it in a file that every program of the step may write to.
* @throws ConfigurationError when the text is not what the step had written
*/
function savedJson(key, text, isValid) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		throw changed(key);
	}
	if (!isValid(value)) throw changed(key);
	return value;
}
function changed(key) {
	return new ConfigurationError({
		what: `The saved state ${key} is not what this step had saved: something else wrote to GITHUB_STATE. What the step left is not touched.`,
		fix: "Look at the service in the AWS console, and let no command of the step write to the file that GITHUB_STATE names."
	});
}

export { savedJson as t };