import { d as DescribeTasks$, m as ListTasks$, n as _mw0, r as command, t as _ep0 } from "./commandBuilder-BgPxqaN-.js";

// node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTasksCommand.js
var DescribeTasksCommand = class extends command(_ep0, _mw0, "DescribeTasks", DescribeTasks$) {};

// node_modules/@aws-sdk/client-ecs/dist-es/commands/ListTasksCommand.js
var ListTasksCommand = class extends command(_ep0, _mw0, "ListTasks", ListTasks$) {};

export { DescribeTasksCommand as n, ListTasksCommand as t };