export const id = 5449;
export const ids = [5449];
export const modules = {

/***/ 95449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ unknownAliases),
/* harmony export */   readSourceText: () => (/* binding */ readSourceText)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58059);


/**
 * Reads JSON (comments and trailing commas allowed) or YAML.
 * @param file name for error messages and places
 * @throws ConfigurationError with line and column of every syntax error and every duplicate key
 */
function readSourceText(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const looksLikeJson = /^(\s|\/\/.*|\/\*[^]*?\*\/)*[{[]/.test(plain);
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(looksLikeJson ? withoutJsonComments(plain) : plain, {
        lineCounter: lines,
        prettyErrors: false,
        uniqueKeys: true,
        logLevel: 'silent',
        version: '1.2',
    });
    if (looksLikeJson && /\.jsonc?$/i.test(file))
        document.errors.push(...bareWords(document));
    if (document.errors.length === 0)
        document.errors.push(...unknownAliases(document));
    const placeAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col };
    };
    if (document.errors.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(tellingErrors(document.errors).map((error) => ({
            message: error.code === 'DUPLICATE_KEY'
                ? `the key ${keyAt(plain, error.pos[0])} stands there twice`
                : inWordsOf(error.message, looksLikeJson),
            remedy: error.code === 'DUPLICATE_KEY'
                ? 'Remove one of the two: only one of them could take effect.'
                : `Correct the ${looksLikeJson ? 'JSON' : 'YAML'} at this place.`,
            place: placeAt(error.pos[0]),
        })));
    }
    return {
        value: valueOf(document, file),
        placeOf: (path) => {
            for (let length = path.length; length >= 0; length--) {
                const node = nodeAt(document, path.slice(0, length));
                if (node?.range)
                    return placeAt(node.range[0]);
            }
            return { file };
        },
        spellingOf: (path) => {
            const node = nodeAt(document, path);
            return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.source !== undefined ? node.source : undefined;
        },
    };
}
/** YAML takes words without quotes for strings; in a JSON file they are slips. */
function bareWords(document) {
    const found = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Scalar: (place, { type, value, range }) => {
            if (type !== 'PLAIN' || typeof value !== 'string' || !range)
                return;
            // A value may be a secret; a key and a slip of true, false or null are none.
            const shown = place === 'key' || /^(t|f|n|un)[a-z]{1,7}$/i.test(value) ? JSON.stringify(value) : 'a word';
            found.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([range[0], range[1]], 'UNEXPECTED_TOKEN', `${shown} stands here without quotes`));
        },
    });
    return found;
}
/** An alias stands for an anchor above it; without one there is no value. */
function unknownAliases(document) {
    const found = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias: (_, alias) => {
            const [from = 0, to = 0] = alias.range ?? [];
            if (alias.resolve(document) === undefined)
                found.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([from, to], 'BAD_ALIAS', `there is no anchor &${alias.source} above this alias`));
        },
    });
    return found;
}
/** The parser's "unexpected" is an echo of what another error explains. */
function tellingErrors(errors) {
    const telling = errors.filter(({ message }) => !message.startsWith('Unexpected '));
    return telling.length > 0 ? telling : errors;
}
function valueOf(document, file) {
    try {
        return (document.toJS({ maxAliasCount: 1000 }) ?? null);
    }
    catch (error) {
        // What is left is a few aliases that stand for a huge value.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1({
            message: error instanceof Error ? error.message : String(error),
            remedy: 'Write the values out, or use fewer aliases.',
            place: { file },
        }, { cause: error });
    }
}
/** The parser speaks YAML; who wrote JSON is told in JSON's words. */
function inWordsOf(message, json) {
    const text = message.replace(/\.?$/, '');
    if (!json)
        return text;
    if (text.startsWith('Missing ,'))
        return 'a comma is missing before this';
    if (text.startsWith('Block collections'))
        return 'a comma is missing behind the value that begins here';
    return text
        .replace('Flow map in block collection', 'Flow map')
        .replace('Flow sequence in block collection', 'Flow sequence')
        .replace('must be sufficiently indented and end with', 'must end with')
        .replace('Flow map', 'the object')
        .replace('Flow sequence', 'the list')
        .replace('a }', 'a } here')
        .replace('a ]', 'a ] here');
}
function nodeAt(document, path) {
    let node = document.contents;
    for (const part of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            node = node.resolve(document);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node))
            return undefined;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find(({ key }) => String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? key.value : key) === String(part));
            node = pair?.value ?? ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(pair) ? pair.key : undefined);
        }
        else {
            node = node.get(part, true);
        }
    }
    return (node ?? undefined);
}
function keyAt(text, offset) {
    return /^"(?:[^"\\]|\\.)*"|^[^\s:]+/.exec(text.slice(offset))?.[0] ?? 'here';
}
/** Blanks out `//` and block comments and tabs outside strings, so that every offset stays where it was. */
function withoutJsonComments(text) {
    const token = /"(?:[^"\\\n]|\\.)*"|(?<![:\w])\/\/[^\n]*|(?<=[\w"])\/\/[^\n]*|\/\*[^]*?\*\/|\t/g;
    return text.replace(token, (found) => (found.startsWith('"') ? found : found.replaceAll(/[^\r\n]/g, ' ')));
}


/***/ })

};
