import type { RepositoryState } from '@cutover/aws/images';
import type { Outcome } from '@cutover/domain/outcome';
import { buildxArguments } from './docker-arguments.ts';
import type { BuildOutputs } from './image-outputs.ts';
import type { Request } from './plan.ts';

/**
 * What a dry run says instead of pushing.
 * @param repository undefined when it would be created first
 */
export function wouldPush(
  { source, tag, otherTags }: Request,
  repository: RepositoryState | undefined,
  named: string,
): Outcome<BuildOutputs> {
  const references = [tag, ...otherTags].map((one) => `${repository?.uri ?? named}:${one}`);
  const creating = repository === undefined ? ` Repository ${named} would be created.` : '';
  const text =
    source.kind === 'layout'
      ? `push ${source.path} as ${references.join(', ')}`
      : ['docker', ...buildxArguments({ ...source.build, references }, 'metadata.json')]
          .map(quoted)
          .join(' ');
  return {
    kind: 'unchanged',
    headline: `Dry run: nothing was built or pushed; ${references[0] ?? named} would be.${creating}`,
    outputs: repository === undefined ? {} : { repository: repository.name, registry: repository.registry },
    summary: [{ kind: 'code', title: 'What would run', language: 'text', text }],
  };
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
