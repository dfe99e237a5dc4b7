export const id = 6480;
export const ids = [6480];
export const modules = {

/***/ 36480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ancestry: () => (/* binding */ ancestry)
/* harmony export */ });
const PATIENCE_MS = 10_000;
const ATTEMPTS = 3;
/**
 * How `head` stands to `base`, by GitHub's comparison of two commits. The checkout is no help: it is shallow as a rule.
 * @param repository `owner/name`
 * @throws the signal's reason
 */
async function ancestry(repository, base, head, { token, signal }) {
    if (base === head)
        return { kind: 'identical' };
    if (token === undefined || token === '')
        return { kind: 'unknown', why: 'there is no github-token' };
    const [owner = '', repo = ''] = repository.split('/');
    const { getOctokit } = await __webpack_require__.e(/* import() */ 2413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const octokit = getOctokit(token);
    for (let attempt = 1;; attempt++) {
        try {
            const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
                owner,
                repo,
                basehead: `${base}...${head}`,
                // The commits themselves are of no interest.
                per_page: 1,
                request: { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) },
            });
            return { kind: data.status };
        }
        catch (error) {
            signal.throwIfAborted();
            const status = error.status ?? 0;
            if (attempt < ATTEMPTS && (status === 0 || status >= 500))
                continue;
            return { kind: 'unknown', why: reasonOf(status, base, error) };
        }
    }
}
function reasonOf(status, base, error) {
    switch (status) {
        case 401:
            return 'GitHub does not accept the github-token';
        case 403:
            return 'the github-token may not read the repository (permissions: contents: read)';
        case 404:
            return `GitHub does not know commit ${base.slice(0, 7)} in this repository, or the github-token may not read it (permissions: contents: read)`;
        default:
            return `GitHub could not be asked (${error instanceof Error ? error.message : String(error)})`;
    }
}


/***/ })

};
