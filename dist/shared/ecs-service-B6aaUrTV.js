import { i as ECSClient, l as DescribeServices$, n as _mw0, r as command, t as _ep0 } from "./commandBuilder-BgPxqaN-.js";

// node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeServicesCommand.js
var DescribeServicesCommand = class extends command(_ep0, _mw0, "DescribeServices", DescribeServices$) {};

export { DescribeServicesCommand, ECSClient };