import { J as expiringRule, Y as isTagMovable, Yr as CutoverError } from "./base-D7WWzZYD.js";

// packages/steps/lib/protection/expiry.js
/**
* Rules of the repository's lifecycle policy that remove a marked image in spite of its mark.
* @param more further tags of the image that serves
* @returns `safe`: whether the policy was read and removes none of them
*/
async function lookAtExpiry(images, repository, { previous, tag }, more = []) {
	let policy;
	try {
		policy = await images.lifecyclePolicy(repository);
	} catch (error) {
		if (!(error instanceof CutoverError)) throw error;
		return {
			safe: false,
			warnings: [{
				what: `Whether a lifecycle rule of repository ${repository.name} removes ${tag} could not be looked at: ${error.message}`,
				fix: error.fix
			}]
		};
	}
	const warnings = [[tag, ...more], ...previous === void 0 ? [] : [[previous.tag]]].flatMap((tags) => {
		const rule = policy === void 0 ? void 0 : expiringRule(policy, tags);
		if (rule === void 0) return [];
		const name = `rule ${rule.priority}${rule.description === "" ? "" : ` (${JSON.stringify(rule.description)})`}`;
		const [mark = ""] = tags;
		return [{
			what: `The lifecycle policy of repository ${repository.name} removes ${mark} in spite of its mark: ${name} expires it ${rule.when}.`,
			fix: `Put a rule with a smaller rulePriority before it that keeps the mark: {"selection": {"tagStatus": "tagged", "tagPatternList": ["${mark.slice(0, mark.indexOf("-"))}-*"], "countType": "imageCountMoreThan", "countNumber": 100000}, "action": {"type": "expire"}}.`
		}];
	});
	return {
		safe: warnings.length === 0,
		warnings
	};
}

// packages/steps/lib/protection/protect.js
const LIVE = "live-";
const PREVIOUS = "previous-";
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
	const previousTag = `${PREVIOUS}${tag.slice(5)}`;
	const live = await images.find(repository, { tag });
	const kept = await images.find(repository, { tag: previousTag });
	if (live?.digest === image.digest) {
		const previous = kept === void 0 ? {} : { previous: {
			tag: previousTag,
			digest: kept.digest
		} };
		return {
			kind: "unchanged",
			tag,
			digest: image.digest,
			...previous
		};
	}
	const last = live ?? before;
	const moves = [...last === void 0 || last.digest === image.digest || kept?.digest === last.digest ? [] : [{
		tag: previousTag,
		to: last,
		from: kept
	}], {
		tag,
		to: image,
		from: live
	}];
	for (const { tag: moved, from } of moves) if (from !== void 0 && !isTagMovable(repository, moved)) return immovable(repository, moved, from.digest);
	for (const { tag: moved, to } of moves) await images.tag(repository, to, moved);
	return {
		kind: "protected",
		tag,
		digest: image.digest,
		...last === void 0 || last.digest === image.digest ? {} : { previous: {
			tag: previousTag,
			digest: last.digest
		} }
	};
}
function immovable({ name, mutability }, tag, digest) {
	return {
		kind: "refused",
		what: `Tag ${tag} stands for ${digest}, and repository ${name} lets no tag be moved (image tag mutability is ${mutability}).`,
		fix: `Exempt these tags: aws ecr put-image-tag-mutability --repository-name ${name} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=${LIVE}* filterType=WILDCARD,filter=${PREVIOUS}* (the bundled template has it so; name the filters that there are already too).`
	};
}

export { protect as n, lookAtExpiry as r, liveTag as t };