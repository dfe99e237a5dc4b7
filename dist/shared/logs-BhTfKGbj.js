import { i as CloudWatchLogsClient, n as _mw0, o as GetLogEvents$, r as command, t as _ep0 } from "./commandBuilder-DGjAwlKl.js";

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/GetLogEventsCommand.js
var GetLogEventsCommand = class extends command(_ep0, _mw0, "GetLogEvents", GetLogEvents$) {};

export { CloudWatchLogsClient, GetLogEventsCommand };