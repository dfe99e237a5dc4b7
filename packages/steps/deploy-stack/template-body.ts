import { compactTemplate } from '@cutover/domain/compact-template';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Template } from './template.ts';

/**
 * Bytes that CloudFormation takes as TemplateBody; a template in S3 may have 1 MB. Source: AWS CloudFormation User Guide,
 * quotas.
 */
const MOST_BYTES = 51_200;

export interface TemplateBody {
  /** Text for the request. */
  readonly text: string;
  /** How it differs from the file; undefined for the file itself. */
  readonly note: string | undefined;
}

/**
 * The template as it goes into a request: the file itself, or when that is too large the same as compact JSON, at last
 * without what CloudFormation only shows.
 * @throws ConfigurationError when no form fits, or when a scalar of the file can be read in two ways
 */
export function templateBody({ text, file }: Pick<Template, 'text' | 'file'>): TemplateBody {
  const size = bytesOf(text);
  if (size <= MOST_BYTES) return { text, note: undefined };
  const sizes: number[] = [];
  for (const texts of ['kept', 'left out'] as const) {
    const compact = compactTemplate(text, file, texts);
    sizes.push(bytesOf(compact));
    if (bytesOf(compact) > MOST_BYTES) continue;
    const without =
      texts === 'kept'
        ? ''
        : ' without the descriptions of parameters and outputs and the labels of the console';
    return {
      text: compact,
      note: `${file} has ${size} bytes; CloudFormation takes ${MOST_BYTES} at most in a request. It is sent as compact JSON${without}, ${bytesOf(compact)} bytes.`,
    };
  }
  throw new ConfigurationError({
    what: `Input template: ${file} has ${size} bytes, and ${sizes.at(-1) ?? size} as compact JSON; CloudFormation takes ${MOST_BYTES} at most in a request.`,
    fix: 'Move resources into a second stack, whose outputs parameters-from hands to this one. Or put the file into a bucket, make the change set with aws cloudformation create-change-set --template-url, and execute it with change-set: NAME.',
  });
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
