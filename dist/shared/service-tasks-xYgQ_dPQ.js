import { i as ECSClient, n as _mw0, o as DescribeContainerInstances$, r as command, t as _ep0 } from "./commandBuilder-BgPxqaN-.js";
import { n as DescribeTasksCommand, t as ListTasksCommand } from "./ListTasksCommand-DM_6ztk-.js";

// node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeContainerInstancesCommand.js
var DescribeContainerInstancesCommand = class extends command(_ep0, _mw0, "DescribeContainerInstances", DescribeContainerInstances$) {};

export { DescribeContainerInstancesCommand, DescribeTasksCommand, ECSClient, ListTasksCommand };