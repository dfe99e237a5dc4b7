import { t as DescribeTaskDefinitionCommand } from "./DescribeTaskDefinitionCommand-C71ePWs7.js";
import { i as ECSClient } from "./commandBuilder-BgPxqaN-.js";

export { DescribeTaskDefinitionCommand, ECSClient };