/** Words of our own that a requirement's text begins with. */
const OWN_WORD =
  /^(?:a|an|image|its?|log group|no|not|nothing|role|secret|subnet|task|the|there|these|this|those) /;

/** A requirement's text as a whole sentence. A name of the user at its beginning stays as it is written. */
export function requirementSentence(text: string): string {
  const first = OWN_WORD.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
