import { ConfigurationError } from '@cutover/domain/errors';
import { isJsonObject, textOf, type JsonObject } from '@cutover/domain/json';
import { readSourceText } from '@cutover/domain/source-text';

export interface TemplateParameter {
  readonly name: string;
  readonly hasDefault: boolean;
  readonly noEcho: boolean;
}

/** What the step needs to know about a template. */
export interface Template {
  readonly text: string;
  readonly parameters: readonly TemplateParameter[];
  /** Logical ids of ECS services that CodeDeploy deploys to, or may deploy to. */
  readonly codeDeployServices: ReadonlySet<string>;
}

/** CloudFormation takes a template in the request up to this size. */
const SIZE_LIMIT = 51_200;

/** @throws ConfigurationError with line and column of syntax errors, or when the template is too large */
export function readTemplate(text: string, file: string): Template {
  const { value } = readSourceText(text, file);
  if (!isJsonObject(value) || !isJsonObject(value['Resources'])) {
    throw new ConfigurationError({
      message: `${file} is no CloudFormation template: it has no Resources.`,
      remedy: 'Give the path of a template, or leave template out for the bundled one.',
    });
  }
  const size = new TextEncoder().encode(text).length;
  if (size > SIZE_LIMIT) {
    throw new ConfigurationError({
      message: `Input template: ${file} has ${size} bytes; CloudFormation takes ${SIZE_LIMIT} at most in a request.`,
      remedy: 'Remove comments, or split the template into two stacks.',
    });
  }
  const parameters = isJsonObject(value['Parameters']) ? value['Parameters'] : {};
  return {
    text,
    parameters: Object.entries(parameters).map(([name, parameter]) => ({
      name,
      hasDefault: isJsonObject(parameter) && parameter['Default'] !== undefined,
      noEcho: isJsonObject(parameter) && textOf(parameter['NoEcho']) === 'true',
    })),
    codeDeployServices: new Set(
      Object.entries(value['Resources'])
        .filter(([, resource]) => isJsonObject(resource) && mayBeCodeDeployService(resource))
        .map(([id]) => id),
    ),
  };
}

function mayBeCodeDeployService(resource: JsonObject): boolean {
  if (resource['Type'] !== 'AWS::ECS::Service') return false;
  const properties = isJsonObject(resource['Properties']) ? resource['Properties'] : {};
  const controller = properties['DeploymentController'];
  if (controller === undefined) return false;
  const type = isJsonObject(controller) ? controller['Type'] : undefined;
  return type !== 'ECS' && type !== 'EXTERNAL';
}
