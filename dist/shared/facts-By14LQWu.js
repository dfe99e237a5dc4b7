// packages/steps/lib/checklist/facts.js
/** The same promise for everybody who asks. */
function once(ask) {
	let asked;
	return () => asked ??= ask();
}

export { once as t };