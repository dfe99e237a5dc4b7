const PREFIX = 'INPUT_';

/** The texts under `with:` by input name, as the runner hands them over: `INPUT_` and the name in capitals. */
export function givenInputs(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => [key.slice(PREFIX.length).toLowerCase(), value ?? '']),
  );
}
