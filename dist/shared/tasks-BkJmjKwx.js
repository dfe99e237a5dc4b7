import { n as DescribeTasksCommand, t as ListTasksCommand } from "./ListTasksCommand-DM_6ztk-.js";
import { g as RunTask$, i as ECSClient, n as _mw0, r as command, t as _ep0, v as StopTask$ } from "./commandBuilder-BgPxqaN-.js";

// node_modules/@aws-sdk/client-ecs/dist-es/commands/RunTaskCommand.js
var RunTaskCommand = class extends command(_ep0, _mw0, "RunTask", RunTask$) {};

// node_modules/@aws-sdk/client-ecs/dist-es/commands/StopTaskCommand.js
var StopTaskCommand = class extends command(_ep0, _mw0, "StopTask", StopTask$) {};

export { DescribeTasksCommand, ECSClient, ListTasksCommand, RunTaskCommand, StopTaskCommand };