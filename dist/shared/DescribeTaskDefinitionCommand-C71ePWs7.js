import { n as _mw0, r as command, t as _ep0, u as DescribeTaskDefinition$ } from "./commandBuilder-BgPxqaN-.js";

// node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTaskDefinitionCommand.js
var DescribeTaskDefinitionCommand = class extends command(_ep0, _mw0, "DescribeTaskDefinition", DescribeTaskDefinition$) {};

export { DescribeTaskDefinitionCommand as t };