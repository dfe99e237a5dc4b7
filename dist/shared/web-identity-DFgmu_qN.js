import { a as AssumeRole$, i as STSClient, n as _mw0, o as AssumeRoleWithWebIdentity$, r as command, t as _ep0 } from "./commandBuilder-CYTKXJWZ.js";

// node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleCommand.js
var AssumeRoleCommand = class extends command(_ep0, _mw0, "AssumeRole", AssumeRole$) {};

// node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleWithWebIdentityCommand.js
var AssumeRoleWithWebIdentityCommand = class extends command(_ep0, _mw0, "AssumeRoleWithWebIdentity", AssumeRoleWithWebIdentity$) {};

export { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient };