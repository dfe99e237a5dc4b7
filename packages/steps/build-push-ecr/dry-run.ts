import type { Outcome } from '@cutover/domain/outcome';
import { buildxArguments } from './docker-arguments.ts';
import { type BuildOutputs, repositoryOutputs } from './image-outputs.ts';
import type { ImageRequest } from './plan.ts';
import { complete } from './push.ts';
import { tagsOf, type Target } from './target.ts';

/**
 * Report of a dry run, which does not push.
 * @param named the repository, as the inputs name it
 * @param target undefined when the repository would be created first
 */
export function wouldPush(
  request: ImageRequest,
  named: string,
  target: Target | undefined,
): Outcome<BuildOutputs> {
  const { source } = request;
  const repository = target?.repository;
  const references = tagsOf(request).map((one) => `${repository?.uri ?? named}:${one}`);
  const creating = repository === undefined ? ` Repository ${named} would be created.` : '';
  const text =
    source.kind !== 'build'
      ? `push ${source.kind === 'layout' ? source.path : source.digest} as ${references.join(', ')}`
      : [
          'docker',
          ...buildxArguments(
            target === undefined ? { ...source.build, references } : complete(target, source.build),
            'metadata.json',
          ),
        ]
          .map(quoted)
          .join(' ');
  return {
    kind: 'unchanged',
    what: `Dry run: nothing was built or pushed; ${references[0] ?? named} would be.${creating}`,
    outputs: repository === undefined ? {} : repositoryOutputs(repository),
    summary: [{ kind: 'code', title: 'What would run', language: 'text', text }],
  };
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
