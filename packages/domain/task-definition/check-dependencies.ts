import { textOf, type JsonObject } from '../text/json.ts';
import type { ReportProblem } from './problem.ts';
import { isEssential, objectsIn } from './containers.ts';

/** Every dependency exists, suits its container, and none goes in a circle. */
export function checkDependencies(containers: readonly JsonObject[], report: ReportProblem): void {
  const names = containers.map(({ name }) => textOf(name));
  for (const [index, container] of containers.entries()) {
    const own = names[index] ?? '';
    for (const [at, dependency] of objectsIn(container['dependsOn']).entries()) {
      const path = ['containerDefinitions', index, 'dependsOn', at];
      const other = containers.find(({ name }) => name === dependency['containerName']);
      const condition = textOf(dependency['condition']);
      if (other === undefined) {
        report(
          path,
          `container ${own} depends on ${JSON.stringify(dependency['containerName'])}, which does not exist`,
          `The containers are: ${names.join(', ')}.`,
        );
        continue;
      }
      const name = textOf(other['name']);
      if (condition === 'HEALTHY' && other['healthCheck'] === undefined) {
        report(
          path,
          `container ${own} waits for ${name} to be healthy, which has no healthCheck`,
          `Add a healthCheck to ${name}, or use the condition START.`,
        );
      }
      if ((condition === 'COMPLETE' || condition === 'SUCCESS') && isEssential(other)) {
        report(
          path,
          `container ${own} waits for the end (${condition}) of ${name}, which is essential: its end ends the task`,
          `Set essential: false on ${name}.`,
        );
      }
    }
  }
  const circle = findCircle(containers);
  if (circle !== undefined) {
    report(
      ['containerDefinitions', names.indexOf(circle[0] ?? ''), 'dependsOn'],
      `the containers wait for one another: ${circle.join(' -> ')}`,
      'Remove one of these dependencies.',
    );
  }
}

function findCircle(containers: readonly JsonObject[]): readonly string[] | undefined {
  const others = new Map(
    containers.map(({ dependsOn, name }) => [
      textOf(name),
      objectsIn(dependsOn).map(({ containerName }) => textOf(containerName)),
    ]),
  );
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    for (const other of others.get(name) ?? []) {
      const circle = visit(other, [...path, name]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  for (const name of others.keys()) {
    const circle = visit(name, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
