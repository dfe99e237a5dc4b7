import { createHash } from "node:crypto";
import { access, constants, open, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { Jr as ConfigurationError, Ln as parseManifest, ar as wordsOfKind, h as layoutRoot, m as blobPath } from "./base-D7WWzZYD.js";
import { constants as constants$1 } from "node:fs";

// packages/aws/lib/registry/file-pieces.js
/** Bytes of one piece; larger ones cost memory and gain nothing. */
const PIECE = 262144;
/**
* The piece that is being sent, the one that is held back until its blob is known to be whole, and the one that is read.
*/
const BUFFERS = 3;
/**
* Reads a part of a file with a few buffers that are used over and over: gigabytes leave no garbage behind. A piece is
* overwritten when the third one after it is asked for. A named pipe that has taken the file's place is not waited for.
* @param size bytes from `offset` on; to the end of the file unless given
*/
async function* filePieces(path, offset = 0, size = Number.POSITIVE_INFINITY) {
	const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(PIECE));
	const file = await open(path, constants$1.O_RDONLY | constants$1.O_NONBLOCK);
	try {
		const end = offset + size;
		for (let at = offset, turn = 0; at < end; turn++) {
			const buffer = buffers[turn % BUFFERS] ?? Buffer.alloc(PIECE);
			const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE, end - at), at);
			if (bytesRead === 0) return;
			at += bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await file.close();
	}
}

// packages/aws/lib/registry/tar.js
const BLOCK = 512;
/** Long names and pax records have a few kilobytes. */
const METADATA_LIMIT = 1048576;
/**
* Lists the plain files of an uncompressed tar archive (ustar, pax and GNU long names) without reading their contents.
* @throws SyntaxError when the file is no tar archive, or a compressed one
*/
async function tarEntries(path) {
	const file = await open(path, "r");
	try {
		const { size: whole } = await file.stat();
		const entries = /* @__PURE__ */ new Map();
		let next = {};
		let at = 0;
		for (;;) {
			const header = await block(file, at, BLOCK);
			if (header === void 0 || header.every((byte) => byte === 0)) return entries;
			check(header, at);
			const size = next.size ?? number(header, 124, 12);
			if (!Number.isSafeInteger(size) || size < 0) throw new SyntaxError(`the entry at byte ${at} has no possible size`);
			const type = String.fromCharCode(header[156] ?? 0);
			const offset = at + BLOCK;
			if (offset + size > whole) throw new SyntaxError(`the entry at byte ${at} is cut off`);
			if ((type === "x" || type === "L") && size > METADATA_LIMIT) throw new SyntaxError(`the names at byte ${at} are longer than 1 MiB`);
			at = offset + Math.ceil(size / BLOCK) * BLOCK;
			switch (type) {
				case "x":
					next = {
						...next,
						...pax(await block(file, offset, size) ?? /* @__PURE__ */ new Uint8Array())
					};
					continue;
				case "L":
					next = {
						...next,
						name: text(await block(file, offset, size) ?? /* @__PURE__ */ new Uint8Array(), 0, size)
					};
					continue;
				case "0":
				case "\0": entries.set(clean(next.name ?? nameOf(header)), {
					offset,
					size
				});
			}
			next = {};
		}
	} finally {
		await file.close();
	}
}
async function block(file, position, length) {
	const buffer = Buffer.alloc(length);
	const { bytesRead } = await file.read(buffer, 0, length, position);
	return bytesRead < length ? void 0 : buffer;
}
function check(header, at) {
	if (header[0] === 31 && header[1] === 139) throw new SyntaxError("it is compressed with gzip");
	if (header[0] === 40 && header[1] === 181) throw new SyntaxError("it is compressed with zstd");
	if (header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0) !== number(header, 148, 8)) throw new SyntaxError(`there is no tar header at byte ${at}`);
}
function text(bytes, start, length) {
	const end = bytes.indexOf(0, start);
	return Buffer.from(bytes.subarray(start, end === -1 ? start + length : Math.min(end, start + length))).toString("utf8");
}
/** Octal digits, or base 256 for what octal can't hold. */
function number(bytes, start, length) {
	if (((bytes[start] ?? 0) & 128) !== 0) {
		if (bytes[start] === 255) return -1;
		const first = (bytes[start] ?? 0) & 127;
		return bytes.subarray(start + 1, start + length).reduce((total, byte) => total * 256 + byte, first);
	}
	const digits = text(bytes, start, length).trim();
	return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : NaN;
}
function nameOf(header) {
	const prefix = text(header, 257, 5) === "ustar" ? text(header, 345, 155) : "";
	const name = text(header, 0, 100);
	return prefix === "" ? name : `${prefix}/${name}`;
}
function clean(name) {
	return name.replace(/^(?:\.?\/)+/, "");
}
/** Records `LENGTH KEY=value\n`. */
function pax(bytes) {
	const found = {};
	let at = 0;
	while (at < bytes.length) {
		const space = bytes.indexOf(32, at);
		const length = Number(Buffer.from(bytes.subarray(at, space)).toString());
		if (space === -1 || !Number.isInteger(length) || length <= 0) break;
		const record = Buffer.from(bytes.subarray(space + 1, at + length - 1)).toString("utf8");
		if (record.startsWith("path=")) found.name = record.slice(5);
		if (record.startsWith("size=")) found.size = decimal(record.slice(5));
		at += length;
	}
	return found;
}
function decimal(digits) {
	return /^\d{1,20}$/.test(digits) ? Number(digits) : NaN;
}

// packages/aws/lib/registry/layout.js
/** Manifests are a few kilobytes; ECR refuses those above 4 MiB. */
const MANIFEST_LIMIT = 4194304;
/** An image in an OCI layout on disk: its manifests are read and checked, its blobs are left where they are. */
var Layout = class Layout {
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
		const blobs = all.flatMap(({ manifest }) => manifest.kind === "image" ? [manifest.config, ...manifest.layers.filter(({ mediaType }) => !/nondistributable|foreign/.test(mediaType))] : []);
		this.blobs = [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
	}
	/**
	* @param path directory, or uncompressed tar archive, absolute
	* @param tag which image is meant when the layout holds several
	* @throws ConfigurationError naming the input `oci-layout`, the file in the layout and what is wrong with it
	*/
	static async open(path, tag) {
		const files = await openFiles(path);
		await readSmall(path, files, "oci-layout");
		const found = parsed(path, "index.json", await readSmall(path, files, "index.json"), (text) => layoutRoot(text, tag));
		switch (found.kind) {
			case "empty": throw broken(path, "index.json names no image", "Build the image into the layout before this step.");
			case "ambiguous": throw broken(path, `it holds several images (${found.names.join(", ")}) and none of them is named ${tag}`, "Give a layout with one image, or name one of them like the tag (org.opencontainers.image.ref.name).");
			case "found": {
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
		const hash = createHash("sha256");
		let at = 0;
		let held;
		for await (const chunk of this.#files.bytes(blobPath(descriptor.digest), descriptor.size)) {
			hash.update(chunk);
			const skip = Math.max(0, Math.min(chunk.length, from - at));
			at += chunk.length;
			if (skip === chunk.length) continue;
			if (held !== void 0) yield held;
			held = chunk.subarray(skip);
		}
		if (`sha256:${hash.digest("hex")}` !== descriptor.digest) throw this.#damaged(descriptor);
		if (held !== void 0) yield held;
	}
	/** @throws ConfigurationError when the blob is absent or has another size than the manifest says */
	async checkBlob(descriptor) {
		const size = await this.#files.size(blobPath(descriptor.digest));
		if (size === void 0) throw broken(this.#path, `${blobPath(descriptor.digest)} is missing`, "Copy the whole layout; a layer that the registry lacks has to be in it.");
		if (size !== descriptor.size) throw this.#damaged(descriptor);
	}
	#damaged(descriptor) {
		return broken(this.#path, `${blobPath(descriptor.digest)} does not hold what its name says`, "The layout is damaged; build it again.");
	}
};
async function collect(path, files, descriptor, all) {
	const known = all.find((one) => one.descriptor.digest === descriptor.digest);
	if (known !== void 0) return known;
	const name = blobPath(descriptor.digest);
	const text = await readSmall(path, files, name);
	if (`sha256:${createHash("sha256").update(text).digest("hex")}` !== descriptor.digest) throw broken(path, `${name} does not hold what its name says`, "The layout is damaged; build it again.");
	const mediaType = descriptor.mediaType === "" ? void 0 : descriptor.mediaType;
	const manifest = parsed(path, name, text, (one) => parseManifest(one, mediaType));
	if (manifest.kind === "index") for (const entry of manifest.entries) await collect(path, files, entry, all);
	const found = {
		descriptor: {
			...descriptor,
			mediaType: manifest.mediaType
		},
		text,
		manifest
	};
	all.push(found);
	return found;
}
async function openFiles(path) {
	const kind = await stat(path).catch(() => void 0);
	if (kind === void 0) throw broken(path, "there is nothing at this path", "Correct it; it is relative to the root of the repository. Does the step that builds the layout run before this one?");
	if (kind.isDirectory()) {
		const root = await realpath(path);
		return {
			size: (name) => sizeInFolder(path, root, name),
			bytes: (name, size) => filePieces(join(root, name), 0, size)
		};
	}
	if (!kind.isFile()) throw broken(path, `it is neither a directory nor a regular file, but ${wordsOfKind(kind)}`, "Give an uncompressed tar archive (buildx: --output type=oci,dest=image.tar) or a directory.");
	let entries;
	try {
		entries = await tarEntries(path);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw broken(path, `it is neither a directory nor a tar archive that can be read: ${error.message}`, "Give an uncompressed tar archive (buildx: --output type=oci,dest=image.tar) or a directory.");
	}
	return {
		size: (name) => Promise.resolve(entries.get(name)?.size),
		bytes: (name, wanted) => {
			const { offset, size } = entries.get(name) ?? {
				offset: 0,
				size: 0
			};
			return filePieces(path, offset, Math.min(size, wanted));
		}
	};
}
/**
* Size of a regular file in a layout's folder. A blob may be a symbolic link to anywhere, as Bazel and Nix make them: its
* digest proves that nothing but the image is sent. `index.json` and `oci-layout` have no digest and stay in the folder.
*/
async function sizeInFolder(path, root, name) {
	let real;
	let found;
	try {
		real = await realpath(join(root, name));
		found = await stat(real);
	} catch (error) {
		if (ABSENT.has(codeOf(error))) return void 0;
		throw broken(path, `${name} can't be read: ${codeOf(error)}`, READABLE);
	}
	if (!found.isFile()) throw broken(path, `${name} is no regular file, but ${wordsOfKind(found)}`, "Build the image into the layout again.");
	const way = relative(root, real);
	if (!name.startsWith("blobs/") && (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way))) throw broken(path, `${name} is a symbolic link that leads out of the layout (${wordsOfKind(found)})`, `Put ${name} itself into the layout.`);
	try {
		await access(real, constants.R_OK);
	} catch (error) {
		throw broken(path, `${name} can't be read: ${codeOf(error)}`, READABLE);
	}
	return found.size;
}
/** Codes of a path at which nothing stands. */
const ABSENT = /* @__PURE__ */ new Set(["ENOENT", "ENOTDIR"]);
const READABLE = "Check the permissions of the file and of the folders above it.";
function codeOf(error) {
	return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}
async function readSmall(path, files, name) {
	const size = await files.size(name);
	if (size === void 0) throw broken(path, `it has no ${name}`, "Give the root of an OCI image layout (with oci-layout and index.json).");
	if (size > MANIFEST_LIMIT) throw broken(path, `${name} is larger than 4 MiB`, "ECR takes no manifest of that size.");
	const chunks = [];
	for await (const chunk of files.bytes(name, size)) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString("utf8");
}
function parsed(path, name, text, parse) {
	try {
		return parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw broken(path, `${name} can't be read: ${error.message}`, "The layout is damaged; build it again.");
	}
}
function broken(path, what, fix) {
	return new ConfigurationError({
		what: `Input oci-layout: "${path}" is no usable OCI layout: ${what}.`,
		fix
	});
}

export { Layout };