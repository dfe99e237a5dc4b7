import { a as DescribeLogGroups$, i as CloudWatchLogsClient, n as _mw0, r as command, t as _ep0 } from "./commandBuilder-DGjAwlKl.js";

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/DescribeLogGroupsCommand.js
var DescribeLogGroupsCommand = class extends command(_ep0, _mw0, "DescribeLogGroups", DescribeLogGroups$) {};

export { CloudWatchLogsClient, DescribeLogGroupsCommand };