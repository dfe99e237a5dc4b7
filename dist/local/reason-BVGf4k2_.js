// packages/domain/lib/text/reason.js
/** Message of a thrown value: an error's message, any other value as text. */
function reasonOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}

export { reasonOf as t };