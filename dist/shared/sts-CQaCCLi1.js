import { i as STSClient, n as _mw0, r as command, s as GetCallerIdentity$, t as _ep0 } from "./commandBuilder-CYTKXJWZ.js";

// node_modules/@aws-sdk/client-sts/dist-es/commands/GetCallerIdentityCommand.js
var GetCallerIdentityCommand = class extends command(_ep0, _mw0, "GetCallerIdentity", GetCallerIdentity$) {};

export { GetCallerIdentityCommand, STSClient };