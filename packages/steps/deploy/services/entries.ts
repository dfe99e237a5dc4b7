import { service } from '@cutover/domain/inputs/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { InvalidInput, quoted, type Inputs } from '@cutover/domain/inputs/input';
import { inputs } from '../inputs.ts';
import type { Trouble } from '@cutover/domain/trouble';

type Given = Inputs<typeof inputs>;

/** One service of several that belong together. */
export interface Entry {
  /** Name or ARN, as it was given. */
  readonly service: string;
  /** ARN or `family:revision`. */
  readonly revision: string;
}

/** Inputs that name one service or what belongs to one alone. */
const OF_ONE = [
  'service',
  'stack',
  'codedeploy-application',
  'codedeploy-deployment-group',
  'deployment-id',
] as const;

/**
 * The lines of `services`: `service`, or `service=task-definition-arn` where the input of that name is not meant.
 * @throws ConfigurationError with all that is wrong with them and with what was given beside them
 */
export function entriesOf(given: Given): readonly Entry[] {
  const problems: Trouble[] = [];
  for (const name of OF_ONE) {
    if (given[name] === undefined) continue;
    problems.push({
      what: `Inputs services and ${name} were both given.`,
      fix: `Remove ${name}: each service of services is found in cluster, and its deployment group by the service.`,
    });
  }
  if (given.mode !== 'deploy') {
    problems.push({
      what: `services was given, and mode is ${given.mode}.`,
      fix: `Decide about each deployment on its own: service, deployment-id and mode: ${given.mode}.`,
    });
  }
  const entries: Entry[] = [];
  for (const [index, line] of given.services.entries()) {
    const at = line.indexOf('=');
    const name = (at === -1 ? line : line.slice(0, at)).trim();
    const revision = at === -1 ? given['task-definition-arn'] : line.slice(at + 1).trim();
    const place = `Input services, line ${index + 1}`;
    const wrong =
      misfit(service().parse, name) ??
      (at === -1 ? undefined : misfit(inputs['task-definition-arn'].parse, revision ?? ''));
    if (wrong !== undefined) problems.push({ what: `${place}: ${wrong.what}`, fix: wrong.fix });
    if (revision === undefined) {
      problems.push({
        what: `${place}: no revision is named for ${name}.`,
        fix: `Write ${name}=arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:NUMBER, or give task-definition-arn for all services.`,
      });
    }
    const twin = entries.findIndex((entry) => shortName(entry.service) === shortName(name));
    if (twin !== -1) {
      problems.push({
        what: `${place}: ${name} stands in line ${twin + 1} already.`,
        fix: 'Remove one of the two lines.',
      });
    }
    entries.push({ service: name, revision: revision ?? '' });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return entries;
}

/** The inputs as if they had been given for that service alone. */
export function inputsFor(given: Given, { service: name, revision }: Entry): Given {
  return { ...given, services: [], service: name, 'task-definition-arn': revision };
}

/** `web` of a name or an ARN. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function misfit(parse: (text: string) => unknown, text: string): Trouble | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { what: `${quoted(text)} is not ${error.message}.`, fix: error.fix };
  }
}
