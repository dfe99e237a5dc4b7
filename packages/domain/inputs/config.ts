import { matching, text } from './input.ts';

/** Where an action finds the inputs that are not under `with:`. */
export const configInputs = {
  config: text(),
  environment: matching({
    // GitHub's names of environments; they must not hold what starts a command of the runner.
    pattern: /^[^\r\n]{1,255}$/,
    expected: 'the name of an environment',
    example: 'staging, a section under environments: of the configuration file',
  }),
};
