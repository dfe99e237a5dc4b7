/** The Docker edge: buildx on the runner, from argument arrays. */
export class Docker {}
