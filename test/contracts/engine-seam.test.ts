import { expect, test } from '@jest/globals';
import { sources } from './sources.ts';

/** Folders that may speak of CodeDeploy's own things: the engine's, the diagnosis, and what reads inputs. */
const OWN =
  /^packages\/(?:steps\/(?:deployment|rules)\/(?:codedeploy|ecs)\/|domain\/(?:codedeploy|diagnosis|foreign-inputs|inputs)\/|steps\/[^/]+\/inputs\.ts$)/;

/** What AWS calls things of one engine only. */
const NOUNS = /code[_-]?deploy|appspec|task ?sets?\b|lifecycle ?event/i;

/** Folders that may speak of what ECS calls its own deployments. */
const OWN_OF_ECS =
  /^packages\/(?:steps\/(?:deployment|rules)\/ecs\/|domain\/(?:ecs|diagnosis|foreign-inputs|inputs)\/|steps\/[^/]+\/inputs\.ts$)/;
const NOUNS_OF_ECS = /service[ -]?(?:deployment|revision)|lifecycle ?hook|lifecycle ?stage|rollout/i;

/** Names that users write: the action, its inputs and outputs, and items of preflight. */
const PUBLIC = /blue-?green-?codedeploy|'codedeploy-[a-z-]+'/gi;

const engineNeutral = ['packages/steps', 'packages/domain']
  .flatMap(sources)
  .filter(({ path }) => !OWN.test(path));

test('only these files speak of CodeDeploy, its AppSpecs, task sets or lifecycle events outside the engine’s own folders', () => {
  const speaking = engineNeutral.filter(({ text }) => NOUNS.test(text.replaceAll(PUBLIC, '')));
  expect(speaking.map(({ path }) => path)).toEqual([
    // Chooses the engine by the deployment controller, and refuses services that none serves.
    'packages/steps/deployment/engine-for.ts',
    // Links to the console, whose addresses name the service.
    'packages/domain/console.ts',
    // Outputs of the template.
    'packages/domain/environment.ts',
    // Tells what kind of file a user gave.
    'packages/domain/foreign-file.ts',
    // ECS's own answer about a service.
    'packages/domain/task/ecs-service.ts',
  ]);
});

test('only these files speak of ECS’s service deployments and revisions outside the engine’s own folders', () => {
  const speaking = ['packages/steps', 'packages/domain']
    .flatMap(sources)
    .filter(({ path, text }) => !OWN_OF_ECS.test(path) && NOUNS_OF_ECS.test(text));
  expect(speaking.map(({ path }) => path)).toEqual([
    // Links to the console.
    'packages/domain/console.ts',
    // ECS's own answer about a service.
    'packages/domain/task/ecs-service.ts',
  ]);
});

test('nothing but the choice of the engine reads the deployment controller', () => {
  const reading = engineNeutral.filter(({ path, text }) => {
    const code = text.replaceAll(/\/\*\*[^]*?\*\/|\/\/.*|'[^']*'/g, '');
    return (
      path.startsWith('packages/steps/') && /(?<!\bkind\??)\.controller\b|\bcontroller\s*[,}]/.test(code)
    );
  });
  expect(reading.map(({ path }) => path)).toEqual(['packages/steps/deployment/engine-for.ts']);
});

test('nothing outside the engine’s folders imports from them, but the choice of the engine', () => {
  const importing = engineNeutral.filter(({ imports }) =>
    imports.some(({ specifier }) => /\/codedeploy\/|\.\/ecs\/|\/(?:deployment|rules)\/ecs\//.test(specifier)),
  );
  expect(importing.map(({ path }) => path)).toEqual([
    'packages/steps/deployment/engine-for.ts',
    // ECS's own answer about a service holds how it deploys it.
    'packages/domain/task/ecs-service.ts',
  ]);
});
