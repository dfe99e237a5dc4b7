import { ConfigurationError } from '@cutover/domain/errors';

export function missingRepository(name: string, region: string): ConfigurationError {
  return new ConfigurationError({
    what: `Input repository: ECR has no repository ${name} in ${region}.`,
    fix: 'Create it (create-repository: true does), or correct the name, the account or aws-region.',
  });
}

export function immutableTag(repository: string, tag: string, cause: unknown): ConfigurationError {
  return new ConfigurationError(
    {
      what: `Tag ${tag} stands for another image already, and repository ${repository} lets no tag be moved.`,
      fix: 'Use a tag of its own for each build (the default is the commit), keep if-exists: reuse, or exempt this tag from the repository’s tag immutability.',
    },
    { cause },
  );
}
