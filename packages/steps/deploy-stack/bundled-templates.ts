/** Templates that lie beside the action, by the word that input `template` names them with. */
const FILES = {
  /** Everything that one web service needs; used without the input. */
  default: 'template.json',
  /** One more service, beside that one. */
  service: 'service.yml',
} as const;

/** File of a bundled template. */
export type BundledTemplate = (typeof FILES)[keyof typeof FILES];

/** A bundled template and how messages name it. */
export interface Bundled {
  readonly file: BundledTemplate;
  readonly words: string;
}

/**
 * The bundled template that input `template` names; undefined when it is the path of a file. A file of that name is reached
 * as `./service`.
 */
export function bundledOf(template: string | undefined): Bundled | undefined {
  if (template === undefined) return { file: FILES.default, words: 'the bundled template' };
  return template === 'service'
    ? { file: FILES.service, words: 'the bundled template for one more service' }
    : undefined;
}
