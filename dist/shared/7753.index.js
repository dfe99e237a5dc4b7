export const id = 7753;
export const ids = [7753];
export const modules = {

/***/ 87753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Layout: () => (/* binding */ Layout)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./packages/domain/lib/errors.js
var errors = __webpack_require__(58059);
// EXTERNAL MODULE: ./packages/domain/lib/image-manifest.js
var image_manifest = __webpack_require__(60737);
;// CONCATENATED MODULE: ./packages/domain/lib/oci-layout.js

/** Where a layout keeps an object: `blobs/sha256/<hex>`. */
function blobPath(digest) {
    return `blobs/${digest.replace(':', '/')}`;
}
/**
 * Finds the image that a layout holds: the only one, or the one named `tag`
 * (`org.opencontainers.image.ref.name`, or the tag of containerd's full name).
 * @throws SyntaxError when the text is no index
 */
function layoutRoot(indexJson, tag) {
    const index = (0,image_manifest/* parseManifest */.Ng)(indexJson);
    if (index.kind !== 'index')
        throw new SyntaxError('it is an image manifest, not an index');
    const images = index.entries.filter(({ attestation }) => !attestation);
    if (images.length === 1 && images[0] !== undefined)
        return { kind: 'found', root: pick(images[0]) };
    if (images.length === 0)
        return { kind: 'empty' };
    const names = refNames(indexJson);
    const named = images.filter(({ digest }) => names.get(digest)?.includes(tag) === true);
    return named.length === 1 && named[0] !== undefined
        ? { kind: 'found', root: pick(named[0]) }
        : { kind: 'ambiguous', names: images.map(({ digest }) => names.get(digest)?.[0] ?? digest) };
}
function pick({ mediaType, digest, size }) {
    return { mediaType, digest, size };
}
function refNames(indexJson) {
    const { manifests } = JSON.parse(indexJson);
    return new Map(manifests.map(({ digest, annotations = {} }) => {
        const full = annotations['io.containerd.image.name'];
        const names = [annotations['org.opencontainers.image.ref.name'], full?.split(':').at(-1)];
        return [digest, names.filter((name) => name !== undefined)];
    }));
}

;// CONCATENATED MODULE: ./packages/aws/lib/file-pieces.js

/** Bytes of one piece; larger ones cost memory and gain nothing. */
const PIECE = 256 * 1024;
/**
 * The piece that is being sent, the one that is held back until its blob is known to be whole, and the one that is read.
 */
const BUFFERS = 3;
/**
 * Reads a part of a file with a few buffers that are used over and over: gigabytes leave no garbage behind. A piece is
 * overwritten when the third one after it is asked for.
 * @param size bytes from `offset` on; to the end of the file unless given
 */
async function* filePieces(path, offset = 0, size = Number.POSITIVE_INFINITY) {
    const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(PIECE));
    const file = await (0,promises_.open)(path, 'r');
    try {
        const end = offset + size;
        for (let at = offset, turn = 0; at < end; turn++) {
            const buffer = buffers[turn % BUFFERS] ?? Buffer.alloc(PIECE);
            const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE, end - at), at);
            if (bytesRead === 0)
                return;
            at += bytesRead;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./packages/aws/lib/registry-tar.js

const BLOCK = 512;
/**
 * Lists the plain files of an uncompressed tar archive (ustar, pax and GNU long names) without reading their contents.
 * @throws SyntaxError when the file is no tar archive, or a compressed one
 */
async function tarEntries(path) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const entries = new Map();
        let next = {};
        let at = 0;
        for (;;) {
            const header = await block(file, at, BLOCK);
            if (header === undefined || header.every((byte) => byte === 0))
                return entries;
            check(header, at);
            const size = next.size ?? number(header, 124, 12);
            const type = String.fromCharCode(header[156] ?? 0);
            const offset = at + BLOCK;
            at = offset + Math.ceil(size / BLOCK) * BLOCK;
            switch (type) {
                case 'x':
                    next = { ...next, ...pax((await block(file, offset, size)) ?? new Uint8Array()) };
                    continue;
                case 'L':
                    next = { ...next, name: registry_tar_text((await block(file, offset, size)) ?? new Uint8Array(), 0, size) };
                    continue;
                case '0':
                case '\0':
                    entries.set(clean(next.name ?? nameOf(header)), { offset, size });
                    break;
                default:
            }
            next = {};
        }
    }
    finally {
        await file.close();
    }
}
async function block(file, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, position);
    return bytesRead < length ? undefined : buffer;
}
function check(header, at) {
    if (header[0] === 0x1f && header[1] === 0x8b)
        throw new SyntaxError('it is compressed with gzip');
    if (header[0] === 0x28 && header[1] === 0xb5)
        throw new SyntaxError('it is compressed with zstd');
    // The checksum is made with its own field full of spaces.
    const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
    if (sum !== number(header, 148, 8))
        throw new SyntaxError(`there is no tar header at byte ${at}`);
}
function registry_tar_text(bytes, start, length) {
    const end = bytes.indexOf(0, start);
    return Buffer.from(bytes.subarray(start, end === -1 ? start + length : Math.min(end, start + length))).toString('utf8');
}
/** Octal digits, or base 256 for what octal can't hold. */
function number(bytes, start, length) {
    if (((bytes[start] ?? 0) & 0x80) !== 0) {
        return bytes.subarray(start + 1, start + length).reduce((total, byte) => total * 256 + byte, 0);
    }
    return Number.parseInt(registry_tar_text(bytes, start, length).trim() || '0', 8);
}
function nameOf(header) {
    const prefix = registry_tar_text(header, 257, 5) === 'ustar' ? registry_tar_text(header, 345, 155) : '';
    const name = registry_tar_text(header, 0, 100);
    return prefix === '' ? name : `${prefix}/${name}`;
}
function clean(name) {
    return name.replace(/^(?:\.?\/)+/, '');
}
/** Records `LENGTH KEY=value\n`. */
function pax(bytes) {
    const found = {};
    let at = 0;
    while (at < bytes.length) {
        const space = bytes.indexOf(0x20, at);
        const length = Number(Buffer.from(bytes.subarray(at, space)).toString());
        if (space === -1 || !Number.isInteger(length) || length <= 0)
            break;
        const record = Buffer.from(bytes.subarray(space + 1, at + length - 1)).toString('utf8');
        if (record.startsWith('path='))
            found.name = record.slice('path='.length);
        if (record.startsWith('size='))
            found.size = Number(record.slice('size='.length));
        at += length;
    }
    return found;
}

;// CONCATENATED MODULE: ./packages/aws/lib/registry-layout.js








/** Manifests are a few kilobytes; ECR refuses those above 4 MiB. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;
/** An image in an OCI layout on disk: its manifests are read and checked, its blobs are left where they are. */
class Layout {
    root;
    /** All manifests, children before parents, the root last. */
    manifests;
    /** Configurations and layers, each once. Layers that may not be distributed are left out, as Docker does. */
    blobs;
    #path;
    #files;
    constructor(path, files, root, all) {
        this.#path = path;
        this.#files = files;
        this.root = root;
        this.manifests = all;
        const blobs = all.flatMap(({ manifest }) => manifest.kind === 'image'
            ? [
                manifest.config,
                ...manifest.layers.filter(({ mediaType }) => !/nondistributable|foreign/.test(mediaType)),
            ]
            : []);
        this.blobs = [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
    }
    /**
     * @param path directory, or uncompressed tar archive, absolute
     * @param tag which image is meant when the layout holds several
     * @throws ConfigurationError naming the input `oci-layout`, the file in the layout and what is wrong with it
     */
    static async open(path, tag) {
        const files = await openFiles(path);
        await readSmall(path, files, 'oci-layout');
        const found = parsed(path, 'index.json', await readSmall(path, files, 'index.json'), (text) => layoutRoot(text, tag));
        switch (found.kind) {
            case 'empty':
                throw broken(path, 'index.json names no image', 'Build the image into the layout before this step.');
            case 'ambiguous':
                throw broken(path, `it holds several images (${found.names.join(', ')}) and none of them is named ${tag}`, 'Give a layout with one image, or name one of them like the tag (org.opencontainers.image.ref.name).');
            case 'found': {
                const all = [];
                const root = await collect(path, files, found.root, all);
                return new Layout(path, files, root, all);
            }
        }
    }
    /**
     * The bytes of a blob from byte `from` on. All of it is read and hashed, so that what has been sent is known to be whole.
     * @throws ConfigurationError before the last bytes when they are not those of the digest
     */
    async *blob(descriptor, from = 0) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let at = 0;
        // The last piece is held back until all is checked: a damaged blob never arrives whole.
        let held;
        for await (const chunk of this.#files.bytes(blobPath(descriptor.digest))) {
            hash.update(chunk);
            const skip = Math.max(0, Math.min(chunk.length, from - at));
            at += chunk.length;
            if (skip === chunk.length)
                continue;
            if (held !== undefined)
                yield held;
            held = chunk.subarray(skip);
        }
        if (`sha256:${hash.digest('hex')}` !== descriptor.digest)
            throw this.#damaged(descriptor);
        if (held !== undefined)
            yield held;
    }
    /** @throws ConfigurationError when the blob is absent or has another size than the manifest says */
    async checkBlob(descriptor) {
        const size = await this.#files.size(blobPath(descriptor.digest));
        if (size === undefined)
            throw broken(this.#path, `${blobPath(descriptor.digest)} is missing`, 'Copy the whole layout; a layer that the registry lacks has to be in it.');
        if (size !== descriptor.size)
            throw this.#damaged(descriptor);
    }
    #damaged(descriptor) {
        return broken(this.#path, `${blobPath(descriptor.digest)} does not hold what its name says`, 'The layout is damaged; build it again.');
    }
}
async function collect(path, files, descriptor, all) {
    const known = all.find((one) => one.descriptor.digest === descriptor.digest);
    if (known !== undefined)
        return known;
    const name = blobPath(descriptor.digest);
    const text = await readSmall(path, files, name);
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(text).digest('hex')}`;
    if (digest !== descriptor.digest)
        throw broken(path, `${name} does not hold what its name says`, 'The layout is damaged; build it again.');
    const mediaType = descriptor.mediaType === '' ? undefined : descriptor.mediaType;
    const manifest = parsed(path, name, text, (one) => (0,image_manifest/* parseManifest */.Ng)(one, mediaType));
    if (manifest.kind === 'index') {
        for (const entry of manifest.entries)
            await collect(path, files, entry, all);
    }
    const found = { descriptor: { ...descriptor, mediaType: manifest.mediaType }, text, manifest };
    all.push(found);
    return found;
}
async function openFiles(path) {
    const kind = await (0,promises_.stat)(path).catch(() => undefined);
    if (kind === undefined)
        throw broken(path, 'there is nothing at this path', 'Correct it; it is relative to the root of the repository. Does the step that builds the layout run before this one?');
    if (kind.isDirectory()) {
        return {
            size: async (name) => (await (0,promises_.stat)((0,external_node_path_.join)(path, name)).catch(() => undefined))?.size,
            bytes: (name) => filePieces((0,external_node_path_.join)(path, name)),
        };
    }
    let entries;
    try {
        entries = await tarEntries(path);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw broken(path, `it is neither a directory nor a tar archive that can be read: ${error.message}`, 'Give an uncompressed tar archive (buildx: --output type=oci,dest=image.tar) or a directory.');
    }
    return {
        size: (name) => Promise.resolve(entries.get(name)?.size),
        bytes: (name) => {
            const { offset, size } = entries.get(name) ?? { offset: 0, size: 0 };
            return filePieces(path, offset, size);
        },
    };
}
async function readSmall(path, files, name) {
    const size = await files.size(name);
    if (size === undefined)
        throw broken(path, `it has no ${name}`, 'Give the root of an OCI image layout (with oci-layout and index.json).');
    if (size > MANIFEST_LIMIT)
        throw broken(path, `${name} is larger than 4 MiB`, 'ECR takes no manifest of that size.');
    const chunks = [];
    // A copy: the bytes of a piece don't stay.
    for await (const chunk of files.bytes(name))
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
}
function parsed(path, name, text, parse) {
    try {
        return parse(text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw broken(path, `${name} can't be read: ${error.message}`, 'The layout is damaged; build it again.');
    }
}
function broken(path, what, remedy) {
    return new errors/* ConfigurationError */.j1({
        message: `Input oci-layout: "${path}" is no usable OCI layout: ${what}.`,
        remedy,
    });
}


/***/ })

};
