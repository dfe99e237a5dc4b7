export const id = 3373;
export const ids = [3373];
export const modules = {

/***/ 88311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* reexport safe */ _cutover_steps_rollback_step__WEBPACK_IMPORTED_MODULE_0__.d)
/* harmony export */ });
/* harmony import */ var _cutover_steps_rollback_step__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31448);



/***/ }),

/***/ 26707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isTagMovable)
/* harmony export */ });
/** Whether `tag`, once set, may be moved to another image (imageTagMutability of the ECR API). */
function isTagMovable({ mutability, exclusions }, tag) {
    const excluded = exclusions.some((filter) => wildcard(filter).test(tag));
    switch (mutability) {
        case 'IMMUTABLE':
            return false;
        case 'IMMUTABLE_WITH_EXCLUSION':
            return excluded;
        case 'MUTABLE_WITH_EXCLUSION':
            return !excluded;
        default:
            return true;
    }
}
function wildcard(filter) {
    return new RegExp(`^${filter.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw `\$&`).replaceAll('*', '.*')}$`);
}


/***/ }),

/***/ 37698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ textTable)
/* harmony export */ });
/** A table as aligned text, for logs; columns that are empty throughout are left out. */
function textTable(header, rows) {
    const used = header.flatMap((_, column) => rows.length === 0 || rows.some((row) => (row[column] ?? '') !== '') ? [column] : []);
    const lines = [header, ...rows].map((row) => used.map((column) => (row[column] ?? '').replaceAll(/\s*[\r\n]+\s*/g, ' ')));
    const widths = used.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
    return lines
        .map((line) => line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd())
        .join('\n');
}


/***/ }),

/***/ 92642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pG: () => (/* binding */ liveTag),
/* harmony export */   yQ: () => (/* binding */ protect)
/* harmony export */ });
/* unused harmony export protectDigest */
/* harmony import */ var _cutover_domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58059);
/* harmony import */ var _cutover_domain_tag_mutability__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26707);


const LIVE = 'live-';
const PREVIOUS = 'previous-';
/** The tag of the image that a service runs: `live-web`. */
function liveTag(service) {
    return `${LIVE}${service}`;
}
/**
 * Marks an image as the one that serves, and the one that was marked so far as the one before, so that lifecycle rules
 * keep both: the template's do, and those of `create-repository`. To be called when the image really serves, after the
 * deployment is verified. The image before is kept first, so that nothing loses its protection when this is interrupted;
 * calling it again changes nothing.
 * @param tag `live-` and the service's name, see {@link liveTag}
 * @param before the image that served before where it is known better than by the tag, as when nothing was marked yet
 */
async function protect(images, repository, image, tag, before) {
    const previousTag = `${PREVIOUS}${tag.slice(LIVE.length)}`;
    const live = await images.find(repository, { tag });
    const kept = await images.find(repository, { tag: previousTag });
    if (live?.digest === image.digest) {
        const previous = kept === undefined ? {} : { previous: { tag: previousTag, digest: kept.digest } };
        return { kind: 'unchanged', tag, digest: image.digest, ...previous };
    }
    const last = live ?? before;
    const moves = [
        ...(last === undefined || last.digest === image.digest || kept?.digest === last.digest
            ? []
            : [{ tag: previousTag, to: last, from: kept }]),
        { tag, to: image, from: live },
    ];
    for (const { tag: moved, from } of moves) {
        if (from !== undefined && !(0,_cutover_domain_tag_mutability__WEBPACK_IMPORTED_MODULE_1__/* .isTagMovable */ .V)(repository, moved))
            return immovable(repository, moved, from.digest);
    }
    for (const { tag: moved, to } of moves)
        await images.tag(repository, to, moved);
    return {
        kind: 'protected',
        tag,
        digest: image.digest,
        ...(last === undefined || last.digest === image.digest
            ? {}
            : { previous: { tag: previousTag, digest: last.digest } }),
    };
}
/**
 * {@link protect} for callers that know the image by its digest, as after a deployment: nothing that goes wrong here
 * makes a good deployment bad, so that missing rights and images come back as `refused` too.
 * @param service name of the service that runs the image now
 * @param before digest of the image that the service ran before, if it is known
 */
async function protectDigest(images, place, before) {
    const tag = liveTag(place.service);
    try {
        const repository = await images.repository(place.repository);
        const image = repository === undefined ? undefined : await images.find(repository, { digest: place.digest });
        if (repository === undefined || image === undefined) {
            return {
                kind: 'refused',
                message: `Repository ${place.repository.name} has no image ${place.digest} in this region.`,
                remedy: 'Only images in ECR can be kept from expiry; see to the rules of the registry that holds this one.',
            };
        }
        const last = before === undefined ? undefined : await images.find(repository, { digest: before });
        return await protect(images, repository, image, tag, last);
    }
    catch (error) {
        if (!(error instanceof CutoverError))
            throw error;
        return {
            kind: 'refused',
            message: `Tag ${tag} could not be set: ${error.message}`,
            remedy: error.remedy,
        };
    }
}
function immovable({ name, mutability }, tag, digest) {
    return {
        kind: 'refused',
        message: `Tag ${tag} stands for ${digest}, and repository ${name} lets no tag be moved (image tag mutability is ${mutability}).`,
        remedy: `Exempt these tags: aws ecr put-image-tag-mutability --repository-name ${name} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=${LIVE}* filterType=WILDCARD,filter=${PREVIOUS}* (the bundled template has it so; name the filters that there are already too).`,
    };
}


/***/ })

};
