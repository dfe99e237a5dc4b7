import type {
  GetTemplateInput,
  GetTemplateOutput,
  GetTemplateSummaryInput,
  GetTemplateSummaryOutput,
  ParameterDeclaration,
  ValidateTemplateInput,
  ValidateTemplateOutput,
} from '@aws-sdk/client-cloudformation';
import { ApiError } from '../kernel/api-error.ts';
import { templateOf } from './request.ts';
import type { Stacks } from './stacks.ts';
import { neededCapability } from './template/capabilities.ts';
import { validation } from './template/parse-template.ts';
import type { Template } from './template/shape.ts';

/** Operations that read templates. */
export function templateOperations(stacks: Stacks) {
  return {
    ValidateTemplate: (input: ValidateTemplateInput): ValidateTemplateOutput => {
      const template = templateOf(input);
      return {
        Description: template.Description,
        Parameters: declarations(template).map(({ ParameterKey, DefaultValue, NoEcho, Description }) => ({
          ParameterKey,
          DefaultValue,
          NoEcho,
          Description,
        })),
        ...capabilities(template),
      };
    },

    GetTemplateSummary: (input: GetTemplateSummaryInput): GetTemplateSummaryOutput => {
      const current = input.StackName === undefined ? undefined : stacks.require(input.StackName).current;
      const template = current?.template ?? templateOf(input);
      return {
        Description: template.Description,
        Parameters: declarations(template),
        ResourceTypes: [...new Set(Object.values(template.Resources).map(({ Type }) => Type))],
        Version: '2010-09-09',
        ...(template.Metadata === undefined ? {} : { Metadata: JSON.stringify(template.Metadata) }),
        ...capabilities(template),
      };
    },

    GetTemplate: (input: GetTemplateInput): GetTemplateOutput => {
      const stack = stacks.require(input.StackName);
      const changeSet = [...stack.changeSets.values()].find(
        ({ name, id }) => name === input.ChangeSetName || id === input.ChangeSetName,
      );
      if (input.ChangeSetName !== undefined && changeSet === undefined) {
        throw new ApiError('ChangeSetNotFound', `ChangeSet [${input.ChangeSetName}] does not exist`, 404);
      }
      const definition = changeSet?.target ?? stack.current;
      if (definition === undefined) throw validation(`Stack with id ${stack.name} does not have a template`);
      return { TemplateBody: definition.template.body, StagesAvailable: ['Original', 'Processed'] };
    },
  };
}

function declarations({ Parameters }: Template): ParameterDeclaration[] {
  return Object.entries(Parameters).map(([ParameterKey, parameter]) => ({
    ParameterKey,
    DefaultValue: parameter.Default === undefined ? undefined : String(parameter.Default),
    ParameterType: parameter.Type,
    NoEcho: String(parameter.NoEcho ?? false) === 'true',
    Description: parameter.Description,
    ParameterConstraints: { AllowedValues: (parameter.AllowedValues ?? []).map(String) },
  }));
}

function capabilities(
  template: Template,
): Pick<ValidateTemplateOutput, 'Capabilities' | 'CapabilitiesReason'> {
  const needed = neededCapability(template);
  if (needed === undefined) return { Capabilities: [] };
  const types = new Set(Object.values(template.Resources).map(({ Type }) => Type));
  const iam = [...types].filter((type) => type.startsWith('AWS::IAM::'));
  return {
    Capabilities: [needed],
    CapabilitiesReason: `The following resource(s) require capabilities: [${iam.join(', ')}]`,
  };
}
