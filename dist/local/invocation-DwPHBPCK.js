import { resolve } from "node:path";

// packages/local/lib/invocation.js
/** A path as the user wrote it, from the folder that the command was called from. */
function fromFolder({ folder }, path) {
	return resolve(folder, path);
}

export { fromFolder as t };