import { $ as getDefaultExtensionConfiguration, A as getHttpHandlerExtensionConfiguration, B as getEndpointPlugin, C as getHttpSigningPlugin, D as getHostHeaderPlugin, E as getLoggerPlugin, G as BinaryDecisionDiagram, H as decideEndpoint, J as resolveRegionConfig, O as resolveHostHeaderConfig, Q as NoOpLogger, T as getRecursionDetectionPlugin, U as customEndpointFunctions, V as resolveEndpointConfig, W as EndpointCache, X as NODE_REGION_CONFIG_OPTIONS, Y as NODE_REGION_CONFIG_FILE_OPTIONS, Z as makeBuilder, _ as NODE_RETRY_MODE_CONFIG_OPTIONS, _t as getSmithyContext, a as NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, b as resolveUserAgentConfig, bt as emitWarningIfUnsupportedVersion$1, ct as Client, d as awsEndpointFunctions, et as resolveDefaultRuntimeConfig, f as NODE_APP_ID_CONFIG_OPTIONS, g as NODE_MAX_ATTEMPT_CONFIG_OPTIONS, gt as normalizeProvider, h as getRetryPlugin, j as resolveHttpHandlerRuntimeConfig, k as getContentLengthPlugin, l as getAwsRegionExtensionConfiguration, lt as NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, m as getUserAgentPlugin, nt as loadConfigsForDefaultMode, o as AwsSdkSigV4Signer, ot as getSchemaSerdePlugin, p as createDefaultUserAgentProvider, pt as calculateBodyLength, q as resolveDefaultsModeConfig, r as resolveAwsSdkSigV4Config, rt as ServiceException, t as Sha256Node, tt as emitWarningIfUnsupportedVersion, u as resolveAwsRegionExtensionConfiguration, ut as NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, v as resolveRetryConfig, vt as toBase64, w as getHttpAuthSchemeEndpointRuleSetPlugin, x as DefaultIdentityProviderConfig, y as DEFAULT_RETRY_MODE, yt as fromBase64 } from "./Sha256Node-BtSNBipo.js";
import { t as getDefaultSocketTimeout } from "./getDefaultSocketTimeout-BIu06Js4.js";
import { t as defaultProvider } from "./defaultProvider-omrKpsMv.js";
import { r as parseUrl, t as loadConfig } from "./configLoader-CzfP7dXN.js";
import { n as NodeHttpHandler } from "./dist-es-D_jEJeN9.js";
import { t as streamCollector } from "./stream-collector-BQlwR1hQ.js";
import { t as AwsQueryProtocol } from "./AwsQueryProtocol-DAV2uHCv.js";
import { n as toUtf8, r as fromUtf8, t as TypeRegistry } from "./TypeRegistry-iBIlteNF.js";

// node_modules/@aws-sdk/client-cloudformation/dist-es/auth/httpAuthSchemeProvider.js
const defaultCloudFormationHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: getSmithyContext(context).operation,
		region: await normalizeProvider(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "cloudformation",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultCloudFormationHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = resolveAwsSdkSigV4Config(config);
	return Object.assign(config_0, { authSchemePreference: normalizeProvider(config.authSchemePreference ?? []) });
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "cloudformation"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};

// node_modules/@aws-sdk/client-cloudformation/package.json
var version = "3.1169.0";

// node_modules/@aws-sdk/client-cloudformation/dist-es/endpoint/bdd.js
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://cloudformation-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://cloudformation.{Region}.amazonaws.com", i],
		["https://cloudformation-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://cloudformation.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://cloudformation.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	13,
	3,
	1,
	4,
	0x5f5e10c,
	2,
	5,
	0x5f5e10c,
	3,
	8,
	6,
	4,
	7,
	0x5f5e10b,
	5,
	0x5f5e109,
	0x5f5e10a,
	4,
	11,
	9,
	6,
	10,
	0x5f5e108,
	7,
	0x5f5e106,
	0x5f5e107,
	5,
	12,
	0x5f5e105,
	6,
	0x5f5e104,
	0x5f5e105,
	3,
	0x5f5e101,
	14,
	4,
	0x5f5e102,
	0x5f5e103
]);
const bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-cloudformation/dist-es/endpoint/endpointResolver.js
const cache = new EndpointCache({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => decideEndpoint(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-cloudformation/dist-es/models/CloudFormationServiceException.js
var CloudFormationServiceException = class CloudFormationServiceException extends ServiceException {
	static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.cloudformation#CloudFormationServiceException";
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, CloudFormationServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/models/errors.js
var InvalidOperationException = class InvalidOperationException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#InvalidOperationException";
	name = "InvalidOperationException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidOperationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidOperationException.prototype);
		this.Message = opts.Message;
	}
};
var OperationNotFoundException = class OperationNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#OperationNotFoundException";
	name = "OperationNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "OperationNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var CFNRegistryException = class CFNRegistryException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#CFNRegistryException";
	name = "CFNRegistryException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "CFNRegistryException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CFNRegistryException.prototype);
		this.Message = opts.Message;
	}
};
var TypeNotFoundException = class TypeNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#TypeNotFoundException";
	name = "TypeNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "TypeNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TypeNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var AlreadyExistsException = class AlreadyExistsException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#AlreadyExistsException";
	name = "AlreadyExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "AlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AlreadyExistsException.prototype);
		this.Message = opts.Message;
	}
};
var TypeConfigurationNotFoundException = class TypeConfigurationNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#TypeConfigurationNotFoundException";
	name = "TypeConfigurationNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "TypeConfigurationNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TypeConfigurationNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var TokenAlreadyExistsException = class TokenAlreadyExistsException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#TokenAlreadyExistsException";
	name = "TokenAlreadyExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "TokenAlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TokenAlreadyExistsException.prototype);
		this.Message = opts.Message;
	}
};
var ChangeSetNotFoundException = class ChangeSetNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ChangeSetNotFoundException";
	name = "ChangeSetNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ChangeSetNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ChangeSetNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var InsufficientCapabilitiesException = class InsufficientCapabilitiesException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#InsufficientCapabilitiesException";
	name = "InsufficientCapabilitiesException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InsufficientCapabilitiesException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InsufficientCapabilitiesException.prototype);
		this.Message = opts.Message;
	}
};
var LimitExceededException = class LimitExceededException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#LimitExceededException";
	name = "LimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "LimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededException.prototype);
		this.Message = opts.Message;
	}
};
var ConcurrentResourcesLimitExceededException = class ConcurrentResourcesLimitExceededException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ConcurrentResourcesLimitExceededException";
	name = "ConcurrentResourcesLimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ConcurrentResourcesLimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ConcurrentResourcesLimitExceededException.prototype);
		this.Message = opts.Message;
	}
};
var OperationIdAlreadyExistsException = class OperationIdAlreadyExistsException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#OperationIdAlreadyExistsException";
	name = "OperationIdAlreadyExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "OperationIdAlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationIdAlreadyExistsException.prototype);
		this.Message = opts.Message;
	}
};
var OperationInProgressException = class OperationInProgressException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#OperationInProgressException";
	name = "OperationInProgressException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "OperationInProgressException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationInProgressException.prototype);
		this.Message = opts.Message;
	}
};
var StackSetNotFoundException = class StackSetNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackSetNotFoundException";
	name = "StackSetNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackSetNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackSetNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StaleRequestException = class StaleRequestException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StaleRequestException";
	name = "StaleRequestException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StaleRequestException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StaleRequestException.prototype);
		this.Message = opts.Message;
	}
};
var CreatedButModifiedException = class CreatedButModifiedException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#CreatedButModifiedException";
	name = "CreatedButModifiedException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "CreatedButModifiedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, CreatedButModifiedException.prototype);
		this.Message = opts.Message;
	}
};
var NameAlreadyExistsException = class NameAlreadyExistsException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#NameAlreadyExistsException";
	name = "NameAlreadyExistsException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "NameAlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, NameAlreadyExistsException.prototype);
		this.Message = opts.Message;
	}
};
var InvalidChangeSetStatusException = class InvalidChangeSetStatusException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#InvalidChangeSetStatusException";
	name = "InvalidChangeSetStatusException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidChangeSetStatusException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidChangeSetStatusException.prototype);
		this.Message = opts.Message;
	}
};
var GeneratedTemplateNotFoundException = class GeneratedTemplateNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#GeneratedTemplateNotFoundException";
	name = "GeneratedTemplateNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "GeneratedTemplateNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, GeneratedTemplateNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StackSetNotEmptyException = class StackSetNotEmptyException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackSetNotEmptyException";
	name = "StackSetNotEmptyException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackSetNotEmptyException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackSetNotEmptyException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceScanNotFoundException = class ResourceScanNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ResourceScanNotFoundException";
	name = "ResourceScanNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ResourceScanNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceScanNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StackInstanceNotFoundException = class StackInstanceNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackInstanceNotFoundException";
	name = "StackInstanceNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackInstanceNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackInstanceNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StackRefactorNotFoundException = class StackRefactorNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackRefactorNotFoundException";
	name = "StackRefactorNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackRefactorNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackRefactorNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var HookResultNotFoundException = class HookResultNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#HookResultNotFoundException";
	name = "HookResultNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "HookResultNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, HookResultNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var StackNotFoundException = class StackNotFoundException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#StackNotFoundException";
	name = "StackNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "StackNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, StackNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceScanInProgressException = class ResourceScanInProgressException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ResourceScanInProgressException";
	name = "ResourceScanInProgressException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ResourceScanInProgressException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceScanInProgressException.prototype);
		this.Message = opts.Message;
	}
};
var InvalidStateTransitionException = class InvalidStateTransitionException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#InvalidStateTransitionException";
	name = "InvalidStateTransitionException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidStateTransitionException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidStateTransitionException.prototype);
		this.Message = opts.Message;
	}
};
var OperationStatusCheckFailedException = class OperationStatusCheckFailedException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#OperationStatusCheckFailedException";
	name = "OperationStatusCheckFailedException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "OperationStatusCheckFailedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationStatusCheckFailedException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceScanLimitExceededException = class ResourceScanLimitExceededException extends CloudFormationServiceException {
	static shapeId = "com.amazonaws.cloudformation#ResourceScanLimitExceededException";
	name = "ResourceScanLimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ResourceScanLimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceScanLimitExceededException.prototype);
		this.Message = opts.Message;
	}
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/schemas/schemas_0.js
const _A = "Arn";
const _AC = "AfterContext";
const _ACT = "AttributeChangeType";
const _AEE = "AlreadyExistsException";
const _ANl = "AliasName";
const _AP = "ActualProperties";
const _AV = "ActualValue";
const _AVF = "AfterValueFrom";
const _AVf = "AfterValue";
const _Act = "Action";
const _At = "Attribute";
const _BC = "BeforeContext";
const _BV = "BeforeValue";
const _BVF = "BeforeValueFrom";
const _C = "Change";
const _CBME = "CreatedButModifiedException";
const _CCS = "CreateChangeSet";
const _CCSI = "CreateChangeSetInput";
const _CCSO = "CreateChangeSetOutput";
const _CE = "CausingEntity";
const _CFNRE = "CFNRegistryException";
const _CRLEE = "ConcurrentResourcesLimitExceededException";
const _CRT = "ClientRequestToken";
const _CSI = "ChangeSetId";
const _CSN = "ChangeSetName";
const _CSNFE = "ChangeSetNotFoundException";
const _CST = "ChangeSetType";
const _CSh = "ChangeSource";
const _CT = "CreationTime";
const _CTl = "ClientToken";
const _Ca = "Capabilities";
const _Ch = "Changes";
const _D = "Description";
const _DC = "DeploymentConfig";
const _DCS = "DeleteChangeSet";
const _DCSI = "DeleteChangeSetInput";
const _DCSIe = "DescribeChangeSetInput";
const _DCSO = "DeleteChangeSetOutput";
const _DCSOe = "DescribeChangeSetOutput";
const _DCSe = "DescribeChangeSet";
const _DDT = "DriftDetectionTimestamp";
const _DE = "DescribeEvents";
const _DEI = "DescribeEventsInput";
const _DEO = "DescribeEventsOutput";
const _DI = "DriftInformation";
const _DM = "DeploymentMode";
const _DMe = "DeletionMode";
const _DR = "DisableRollback";
const _DS = "DetectionStatus";
const _DSD = "DetectStackDrift";
const _DSDDS = "DescribeStackDriftDetectionStatus";
const _DSDDSI = "DescribeStackDriftDetectionStatusInput";
const _DSDDSO = "DescribeStackDriftDetectionStatusOutput";
const _DSDI = "DetectStackDriftInput";
const _DSDO = "DetectStackDriftOutput";
const _DSE = "DescribeStackEvents";
const _DSEI = "DescribeStackEventsInput";
const _DSEO = "DescribeStackEventsOutput";
const _DSI = "DeleteStackInput";
const _DSIe = "DescribeStacksInput";
const _DSO = "DescribeStacksOutput";
const _DSR = "DetectionStatusReason";
const _DSRC = "DriftedStackResourceCount";
const _DSRD = "DescribeStackResourceDrifts";
const _DSRDI = "DescribeStackResourceDriftsInput";
const _DSRDO = "DescribeStackResourceDriftsOutput";
const _DSRr = "DriftStatusReason";
const _DSel = "DeleteStack";
const _DSes = "DescribeStacks";
const _DSet = "DetailedStatus";
const _DTel = "DeletionTime";
const _DTi = "DifferenceType";
const _DV = "DisableValidation";
const _De = "Details";
const _Dr = "Drift";
const _ECS = "ExecuteChangeSet";
const _ECSI = "ExecuteChangeSetInput";
const _ECSO = "ExecuteChangeSetOutput";
const _EF = "EventFilter";
const _EI = "EventId";
const _EN = "ExportName";
const _EP = "ExpectedProperties";
const _ES = "ExecutionStatus";
const _ET = "EndTime";
const _ETP = "EnableTerminationProtection";
const _ETv = "EventType";
const _EV = "ExpectedValue";
const _Ev = "Evaluation";
const _F = "Filters";
const _FE = "FailedEvents";
const _GT = "GetTemplate";
const _GTIe = "GetTemplateInput";
const _GTNFE = "GeneratedTemplateNotFoundException";
const _GTO = "GetTemplateOutput";
const _HFM = "HookFailureMode";
const _HIC = "HookInvocationCount";
const _HII = "HookInvocationId";
const _HIP = "HookInvocationPoint";
const _HRNFE = "HookResultNotFoundException";
const _HS = "HookStatus";
const _HSR = "HookStatusReason";
const _HTo = "HookType";
const _I = "Id";
const _ICE = "InsufficientCapabilitiesException";
const _ICSSE = "InvalidChangeSetStatusException";
const _IER = "ImportExistingResources";
const _INS = "IncludeNestedStacks";
const _IOE = "InvalidOperationException";
const _IPV = "IncludePropertyValues";
const _ISTE = "InvalidStateTransitionException";
const _K = "Key";
const _LCT = "LastCheckTimestamp";
const _LEE = "LimitExceededException";
const _LIH = "LogicalIdHierarchy";
const _LO = "LastOperations";
const _LRD = "LiveResourceDrift";
const _LRI = "LogicalResourceId";
const _LRIo = "LogicalResourceIds";
const _LSRIi = "ListStackResourcesInput";
const _LSROi = "ListStackResourcesOutput";
const _LSRi = "ListStackResources";
const _LUT = "LastUpdatedTime";
const _LUTa = "LastUpdatedTimestamp";
const _M = "Message";
const _MI = "ModuleInfo";
const _MR = "MaxResults";
const _MTIM = "MonitoringTimeInMinutes";
const _Mo = "Mode";
const _N = "Name";
const _NAEE = "NameAlreadyExistsException";
const _NARN = "NotificationARNs";
const _NT = "NextToken";
const _O = "Output";
const _OE = "OperationEvents";
const _OEp = "OperationEntry";
const _OEpe = "OperationEvent";
const _OI = "OperationId";
const _OIAEE = "OperationIdAlreadyExistsException";
const _OIPE = "OperationInProgressException";
const _OK = "OutputKey";
const _ONFE = "OperationNotFoundException";
const _OS = "OperationStatus";
const _OSCFE = "OperationStatusCheckFailedException";
const _OSF = "OnStackFailure";
const _OT = "OperationType";
const _OV = "OutputValue";
const _Ou = "Outputs";
const _P = "Parameters";
const _PA = "PolicyAction";
const _PCSI = "ParentChangeSetId";
const _PDC = "PreviousDeploymentContext";
const _PDr = "PropertyDifference";
const _PDro = "PropertyDifferences";
const _PIa = "ParentId";
const _PK = "ParameterKey";
const _PPr = "PropertyPath";
const _PRI = "PhysicalResourceId";
const _PRIC = "PhysicalResourceIdContext";
const _PRICKVP = "PhysicalResourceIdContextKeyValuePair";
const _PV = "PreviousValue";
const _PVa = "ParameterValue";
const _Pa = "Parameter";
const _Pat = "Path";
const _RARN = "RoleARN";
const _RC = "ResourceChange";
const _RCD = "ResourceChangeDetail";
const _RCDe = "ResourceChangeDetails";
const _RCSI = "RootChangeSetId";
const _RCo = "RollbackConfiguration";
const _RDIA = "ResourceDriftIgnoredAttributes";
const _RDIAe = "ResourceDriftIgnoredAttribute";
const _RDS = "ResourceDriftStatus";
const _REOC = "RetainExceptOnCreate";
const _RI = "ResourceIdentifier";
const _RIo = "RootId";
const _RP = "ResourceProperties";
const _RR = "RetainResources";
const _RReq = "RequiresRecreation";
const _RSIPE = "ResourceScanInProgressException";
const _RSLEE = "ResourceScanLimitExceededException";
const _RSNFE = "ResourceScanNotFoundException";
const _RSR = "ResourceStatusReason";
const _RSes = "ResourceStatus";
const _RT = "ResourceType";
const _RTDe = "ResourceTargetDefinition";
const _RTI = "ResourcesToImport";
const _RTIes = "ResourceToImport";
const _RTe = "ResourceTypes";
const _RTo = "RollbackTriggers";
const _RTol = "RollbackTrigger";
const _RV = "ResolvedValue";
const _Rea = "Reason";
const _Rep = "Replacement";
const _S = "Status";
const _SA = "StagesAvailable";
const _SDDI = "StackDriftDetectionId";
const _SDI = "StackDriftInformation";
const _SDS = "StackDriftStatus";
const _SE = "StackEvents";
const _SEt = "StackEvent";
const _SI = "StackId";
const _SINFE = "StackInstanceNotFoundException";
const _SN = "StackName";
const _SNFE = "StackNotFoundException";
const _SR = "StatusReason";
const _SRD = "StackResourceDrifts";
const _SRDIS = "StackResourceDriftInformationSummary";
const _SRDS = "StackResourceDriftStatus";
const _SRDSF = "StackResourceDriftStatusFilters";
const _SRDta = "StackResourceDrift";
const _SRE = "StaleRequestException";
const _SRNFE = "StackRefactorNotFoundException";
const _SRSt = "StackResourceSummaries";
const _SRStac = "StackResourceSummary";
const _SSNEE = "StackSetNotEmptyException";
const _SSNFE = "StackSetNotFoundException";
const _SSR = "StackStatusReason";
const _SSta = "StackStatus";
const _ST = "StartTime";
const _Sco = "Scope";
const _St = "Stacks";
const _Sta = "Stack";
const _T = "Type";
const _TAEE = "TokenAlreadyExistsException";
const _TB = "TemplateBody";
const _TCNFE = "TypeConfigurationNotFoundException";
const _TH = "TypeHierarchy";
const _TIM = "TimeoutInMinutes";
const _TNFE = "TypeNotFoundException";
const _TS = "TemplateStage";
const _TURL = "TemplateURL";
const _Ta = "Tags";
const _Tag = "Tag";
const _Tar = "Target";
const _Ti = "Timestamp";
const _UPT = "UsePreviousTemplate";
const _UPV = "UsePreviousValue";
const _UTP = "UpdateTerminationProtection";
const _UTPI = "UpdateTerminationProtectionInput";
const _UTPO = "UpdateTerminationProtectionOutput";
const _V = "Value";
const _VFM = "ValidationFailureMode";
const _VN = "ValidationName";
const _VP = "ValidationPath";
const _VS = "ValidationStatus";
const _VSR = "ValidationStatusReason";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.cloudformation";
const n0 = "com.amazonaws.cloudformation";
const _s_registry = new TypeRegistry(_s);
var CloudFormationServiceException$ = [
	-3,
	_s,
	"CloudFormationServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(CloudFormationServiceException$, CloudFormationServiceException);
const n0_registry = new TypeRegistry(n0);
var AlreadyExistsException$ = [
	-3,
	n0,
	_AEE,
	{
		[_aQE]: [`AlreadyExistsException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(AlreadyExistsException$, AlreadyExistsException);
var CFNRegistryException$ = [
	-3,
	n0,
	_CFNRE,
	{
		[_aQE]: [`CFNRegistryException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(CFNRegistryException$, CFNRegistryException);
var ChangeSetNotFoundException$ = [
	-3,
	n0,
	_CSNFE,
	{
		[_aQE]: [`ChangeSetNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(ChangeSetNotFoundException$, ChangeSetNotFoundException);
var ConcurrentResourcesLimitExceededException$ = [
	-3,
	n0,
	_CRLEE,
	{
		[_aQE]: [`ConcurrentResourcesLimitExceeded`, 429],
		[_e]: _c,
		[_hE]: 429
	},
	[_M],
	[0]
];
n0_registry.registerError(ConcurrentResourcesLimitExceededException$, ConcurrentResourcesLimitExceededException);
var CreatedButModifiedException$ = [
	-3,
	n0,
	_CBME,
	{
		[_aQE]: [`CreatedButModifiedException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(CreatedButModifiedException$, CreatedButModifiedException);
var GeneratedTemplateNotFoundException$ = [
	-3,
	n0,
	_GTNFE,
	{
		[_aQE]: [`GeneratedTemplateNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(GeneratedTemplateNotFoundException$, GeneratedTemplateNotFoundException);
var HookResultNotFoundException$ = [
	-3,
	n0,
	_HRNFE,
	{
		[_aQE]: [`HookResultNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(HookResultNotFoundException$, HookResultNotFoundException);
var InsufficientCapabilitiesException$ = [
	-3,
	n0,
	_ICE,
	{
		[_aQE]: [`InsufficientCapabilitiesException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InsufficientCapabilitiesException$, InsufficientCapabilitiesException);
var InvalidChangeSetStatusException$ = [
	-3,
	n0,
	_ICSSE,
	{
		[_aQE]: [`InvalidChangeSetStatus`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InvalidChangeSetStatusException$, InvalidChangeSetStatusException);
var InvalidOperationException$ = [
	-3,
	n0,
	_IOE,
	{
		[_aQE]: [`InvalidOperationException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InvalidOperationException$, InvalidOperationException);
var InvalidStateTransitionException$ = [
	-3,
	n0,
	_ISTE,
	{
		[_aQE]: [`InvalidStateTransition`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InvalidStateTransitionException$, InvalidStateTransitionException);
var LimitExceededException$ = [
	-3,
	n0,
	_LEE,
	{
		[_aQE]: [`LimitExceededException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var NameAlreadyExistsException$ = [
	-3,
	n0,
	_NAEE,
	{
		[_aQE]: [`NameAlreadyExistsException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(NameAlreadyExistsException$, NameAlreadyExistsException);
var OperationIdAlreadyExistsException$ = [
	-3,
	n0,
	_OIAEE,
	{
		[_aQE]: [`OperationIdAlreadyExistsException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(OperationIdAlreadyExistsException$, OperationIdAlreadyExistsException);
var OperationInProgressException$ = [
	-3,
	n0,
	_OIPE,
	{
		[_aQE]: [`OperationInProgressException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(OperationInProgressException$, OperationInProgressException);
var OperationNotFoundException$ = [
	-3,
	n0,
	_ONFE,
	{
		[_aQE]: [`OperationNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(OperationNotFoundException$, OperationNotFoundException);
var OperationStatusCheckFailedException$ = [
	-3,
	n0,
	_OSCFE,
	{
		[_aQE]: [`ConditionalCheckFailed`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(OperationStatusCheckFailedException$, OperationStatusCheckFailedException);
var ResourceScanInProgressException$ = [
	-3,
	n0,
	_RSIPE,
	{
		[_aQE]: [`ResourceScanInProgress`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ResourceScanInProgressException$, ResourceScanInProgressException);
var ResourceScanLimitExceededException$ = [
	-3,
	n0,
	_RSLEE,
	{
		[_aQE]: [`ResourceScanLimitExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ResourceScanLimitExceededException$, ResourceScanLimitExceededException);
var ResourceScanNotFoundException$ = [
	-3,
	n0,
	_RSNFE,
	{
		[_aQE]: [`ResourceScanNotFound`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ResourceScanNotFoundException$, ResourceScanNotFoundException);
var StackInstanceNotFoundException$ = [
	-3,
	n0,
	_SINFE,
	{
		[_aQE]: [`StackInstanceNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(StackInstanceNotFoundException$, StackInstanceNotFoundException);
var StackNotFoundException$ = [
	-3,
	n0,
	_SNFE,
	{
		[_aQE]: [`StackNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(StackNotFoundException$, StackNotFoundException);
var StackRefactorNotFoundException$ = [
	-3,
	n0,
	_SRNFE,
	{
		[_aQE]: [`StackRefactorNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(StackRefactorNotFoundException$, StackRefactorNotFoundException);
var StackSetNotEmptyException$ = [
	-3,
	n0,
	_SSNEE,
	{
		[_aQE]: [`StackSetNotEmptyException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(StackSetNotEmptyException$, StackSetNotEmptyException);
var StackSetNotFoundException$ = [
	-3,
	n0,
	_SSNFE,
	{
		[_aQE]: [`StackSetNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(StackSetNotFoundException$, StackSetNotFoundException);
var StaleRequestException$ = [
	-3,
	n0,
	_SRE,
	{
		[_aQE]: [`StaleRequestException`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(StaleRequestException$, StaleRequestException);
var TokenAlreadyExistsException$ = [
	-3,
	n0,
	_TAEE,
	{
		[_aQE]: [`TokenAlreadyExistsException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(TokenAlreadyExistsException$, TokenAlreadyExistsException);
var TypeConfigurationNotFoundException$ = [
	-3,
	n0,
	_TCNFE,
	{
		[_aQE]: [`TypeConfigurationNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(TypeConfigurationNotFoundException$, TypeConfigurationNotFoundException);
var TypeNotFoundException$ = [
	-3,
	n0,
	_TNFE,
	{
		[_aQE]: [`TypeNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_M],
	[0]
];
n0_registry.registerError(TypeNotFoundException$, TypeNotFoundException);
const errorTypeRegistries = [_s_registry, n0_registry];
var Change$ = [
	3,
	n0,
	_C,
	0,
	[
		_T,
		_HIC,
		_RC
	],
	[
		0,
		1,
		() => ResourceChange$
	]
];
var CreateChangeSetInput$ = [
	3,
	n0,
	_CCSI,
	0,
	[
		_SN,
		_CSN,
		_TB,
		_TURL,
		_UPT,
		_P,
		_Ca,
		_RTe,
		_RARN,
		_RCo,
		_NARN,
		_Ta,
		_CTl,
		_D,
		_CST,
		_RTI,
		_INS,
		_OSF,
		_IER,
		_DM,
		_DC,
		_DV
	],
	[
		0,
		0,
		0,
		0,
		2,
		() => _Parameters,
		64,
		64,
		0,
		() => RollbackConfiguration$,
		64,
		() => Tags,
		0,
		0,
		0,
		() => ResourcesToImport,
		2,
		0,
		2,
		0,
		() => DeploymentConfig$,
		2
	],
	2
];
var CreateChangeSetOutput$ = [
	3,
	n0,
	_CCSO,
	0,
	[_I, _SI],
	[0, 0]
];
var DeleteChangeSetInput$ = [
	3,
	n0,
	_DCSI,
	0,
	[_CSN, _SN],
	[0, 0],
	1
];
var DeleteChangeSetOutput$ = [
	3,
	n0,
	_DCSO,
	0,
	[],
	[]
];
var DeleteStackInput$ = [
	3,
	n0,
	_DSI,
	0,
	[
		_SN,
		_RR,
		_RARN,
		_CRT,
		_DMe,
		_DC
	],
	[
		0,
		64,
		0,
		0,
		0,
		() => DeploymentConfig$
	],
	1
];
var DeploymentConfig$ = [
	3,
	n0,
	_DC,
	0,
	[_Mo, _DR],
	[0, 2]
];
var DescribeChangeSetInput$ = [
	3,
	n0,
	_DCSIe,
	0,
	[
		_CSN,
		_SN,
		_NT,
		_IPV
	],
	[
		0,
		0,
		0,
		2
	],
	1
];
var DescribeChangeSetOutput$ = [
	3,
	n0,
	_DCSOe,
	0,
	[
		_CSN,
		_CSI,
		_SI,
		_SN,
		_D,
		_P,
		_CT,
		_ES,
		_S,
		_SR,
		_SDS,
		_NARN,
		_RCo,
		_Ca,
		_Ta,
		_Ch,
		_NT,
		_INS,
		_PCSI,
		_RCSI,
		_OSF,
		_IER,
		_DM,
		_DC
	],
	[
		0,
		0,
		0,
		0,
		0,
		() => _Parameters,
		4,
		0,
		0,
		0,
		0,
		64,
		() => RollbackConfiguration$,
		64,
		() => Tags,
		() => Changes,
		0,
		2,
		0,
		0,
		0,
		2,
		0,
		() => DeploymentConfig$
	]
];
var DescribeEventsInput$ = [
	3,
	n0,
	_DEI,
	0,
	[
		_SN,
		_CSN,
		_OI,
		_F,
		_NT
	],
	[
		0,
		0,
		0,
		() => EventFilter$,
		0
	]
];
var DescribeEventsOutput$ = [
	3,
	n0,
	_DEO,
	0,
	[_OE, _NT],
	[() => OperationEvents, 0]
];
var DescribeStackDriftDetectionStatusInput$ = [
	3,
	n0,
	_DSDDSI,
	0,
	[_SDDI],
	[0],
	1
];
var DescribeStackDriftDetectionStatusOutput$ = [
	3,
	n0,
	_DSDDSO,
	0,
	[
		_SI,
		_SDDI,
		_DS,
		_Ti,
		_SDS,
		_DSR,
		_DSRC
	],
	[
		0,
		0,
		0,
		4,
		0,
		0,
		1
	],
	4
];
var DescribeStackEventsInput$ = [
	3,
	n0,
	_DSEI,
	0,
	[_SN, _NT],
	[0, 0],
	1
];
var DescribeStackEventsOutput$ = [
	3,
	n0,
	_DSEO,
	0,
	[_SE, _NT],
	[() => StackEvents, 0]
];
var DescribeStackResourceDriftsInput$ = [
	3,
	n0,
	_DSRDI,
	0,
	[
		_SN,
		_SRDSF,
		_NT,
		_MR
	],
	[
		0,
		64,
		0,
		1
	],
	1
];
var DescribeStackResourceDriftsOutput$ = [
	3,
	n0,
	_DSRDO,
	0,
	[_SRD, _NT],
	[() => StackResourceDrifts, 0],
	1
];
var DescribeStacksInput$ = [
	3,
	n0,
	_DSIe,
	0,
	[_SN, _NT],
	[0, 0]
];
var DescribeStacksOutput$ = [
	3,
	n0,
	_DSO,
	0,
	[_St, _NT],
	[() => Stacks, 0]
];
var DetectStackDriftInput$ = [
	3,
	n0,
	_DSDI,
	0,
	[_SN, _LRIo],
	[0, 64],
	1
];
var DetectStackDriftOutput$ = [
	3,
	n0,
	_DSDO,
	0,
	[_SDDI],
	[0],
	1
];
var EventFilter$ = [
	3,
	n0,
	_EF,
	0,
	[_FE],
	[2]
];
var ExecuteChangeSetInput$ = [
	3,
	n0,
	_ECSI,
	0,
	[
		_CSN,
		_SN,
		_CRT,
		_DR,
		_REOC
	],
	[
		0,
		0,
		0,
		2,
		2
	],
	1
];
var ExecuteChangeSetOutput$ = [
	3,
	n0,
	_ECSO,
	0,
	[],
	[]
];
var GetTemplateInput$ = [
	3,
	n0,
	_GTIe,
	0,
	[
		_SN,
		_CSN,
		_TS
	],
	[
		0,
		0,
		0
	]
];
var GetTemplateOutput$ = [
	3,
	n0,
	_GTO,
	0,
	[_TB, _SA],
	[0, 64]
];
var ListStackResourcesInput$ = [
	3,
	n0,
	_LSRIi,
	0,
	[_SN, _NT],
	[0, 0],
	1
];
var ListStackResourcesOutput$ = [
	3,
	n0,
	_LSROi,
	0,
	[_SRSt, _NT],
	[() => StackResourceSummaries, 0]
];
var LiveResourceDrift$ = [
	3,
	n0,
	_LRD,
	0,
	[
		_PV,
		_AV,
		_DDT
	],
	[
		0,
		0,
		4
	]
];
var ModuleInfo$ = [
	3,
	n0,
	_MI,
	0,
	[_TH, _LIH],
	[0, 0]
];
var OperationEntry$ = [
	3,
	n0,
	_OEp,
	0,
	[_OT, _OI],
	[0, 0]
];
var OperationEvent$ = [
	3,
	n0,
	_OEpe,
	0,
	[
		_EI,
		_SI,
		_OI,
		_OT,
		_OS,
		_ETv,
		_LRI,
		_PRI,
		_RT,
		_Ti,
		_ST,
		_ET,
		_RSes,
		_RSR,
		_RP,
		_CRT,
		_HTo,
		_HS,
		_HSR,
		_HIP,
		_HFM,
		_DSet,
		_VFM,
		_VN,
		_VS,
		_VSR,
		_VP
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		4,
		4,
		4,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	]
];
var Output$ = [
	3,
	n0,
	_O,
	0,
	[
		_OK,
		_OV,
		_D,
		_EN
	],
	[
		0,
		0,
		0,
		0
	]
];
var Parameter$ = [
	3,
	n0,
	_Pa,
	0,
	[
		_PK,
		_PVa,
		_UPV,
		_RV
	],
	[
		0,
		0,
		2,
		0
	]
];
var PhysicalResourceIdContextKeyValuePair$ = [
	3,
	n0,
	_PRICKVP,
	0,
	[_K, _V],
	[0, 0],
	2
];
var PropertyDifference$ = [
	3,
	n0,
	_PDr,
	0,
	[
		_PPr,
		_EV,
		_AV,
		_DTi
	],
	[
		0,
		0,
		0,
		0
	],
	4
];
var ResourceChange$ = [
	3,
	n0,
	_RC,
	0,
	[
		_PA,
		_Act,
		_LRI,
		_PRI,
		_RT,
		_Rep,
		_Sco,
		_RDS,
		_RDIA,
		_De,
		_CSI,
		_MI,
		_BC,
		_AC,
		_PDC
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		64,
		0,
		() => ResourceDriftIgnoredAttributes,
		() => ResourceChangeDetails,
		0,
		() => ModuleInfo$,
		0,
		0,
		0
	]
];
var ResourceChangeDetail$ = [
	3,
	n0,
	_RCD,
	0,
	[
		_Tar,
		_Ev,
		_CSh,
		_CE
	],
	[
		() => ResourceTargetDefinition$,
		0,
		0,
		0
	]
];
var ResourceDriftIgnoredAttribute$ = [
	3,
	n0,
	_RDIAe,
	0,
	[_Pat, _Rea],
	[0, 0]
];
var ResourceTargetDefinition$ = [
	3,
	n0,
	_RTDe,
	0,
	[
		_At,
		_N,
		_RReq,
		_Pat,
		_BV,
		_AVf,
		_BVF,
		_AVF,
		_Dr,
		_ACT
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		() => LiveResourceDrift$,
		0
	]
];
var ResourceToImport$ = [
	3,
	n0,
	_RTIes,
	0,
	[
		_RT,
		_LRI,
		_RI
	],
	[
		0,
		0,
		128
	],
	3
];
var RollbackConfiguration$ = [
	3,
	n0,
	_RCo,
	0,
	[_RTo, _MTIM],
	[() => RollbackTriggers, 1]
];
var RollbackTrigger$ = [
	3,
	n0,
	_RTol,
	0,
	[_A, _T],
	[0, 0],
	2
];
var Stack$ = [
	3,
	n0,
	_Sta,
	0,
	[
		_SN,
		_CT,
		_SSta,
		_SI,
		_CSI,
		_D,
		_P,
		_DTel,
		_LUT,
		_RCo,
		_SSR,
		_DR,
		_DC,
		_NARN,
		_TIM,
		_Ca,
		_Ou,
		_RARN,
		_Ta,
		_ETP,
		_PIa,
		_RIo,
		_DI,
		_REOC,
		_DMe,
		_DSet,
		_LO,
		_ANl
	],
	[
		0,
		4,
		0,
		0,
		0,
		0,
		() => _Parameters,
		4,
		4,
		() => RollbackConfiguration$,
		0,
		2,
		() => DeploymentConfig$,
		64,
		1,
		64,
		() => Outputs,
		0,
		() => Tags,
		2,
		0,
		0,
		() => StackDriftInformation$,
		2,
		0,
		0,
		() => LastOperations,
		0
	],
	3
];
var StackDriftInformation$ = [
	3,
	n0,
	_SDI,
	0,
	[_SDS, _LCT],
	[0, 4],
	1
];
var StackEvent$ = [
	3,
	n0,
	_SEt,
	0,
	[
		_SI,
		_EI,
		_SN,
		_Ti,
		_OI,
		_LRI,
		_PRI,
		_RT,
		_RSes,
		_RSR,
		_RP,
		_CRT,
		_HTo,
		_HS,
		_HSR,
		_HIP,
		_HII,
		_HFM,
		_DSet
	],
	[
		0,
		0,
		0,
		4,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	],
	4
];
var StackResourceDrift$ = [
	3,
	n0,
	_SRDta,
	0,
	[
		_SI,
		_LRI,
		_RT,
		_SRDS,
		_Ti,
		_PRI,
		_PRIC,
		_EP,
		_AP,
		_PDro,
		_MI,
		_DSRr
	],
	[
		0,
		0,
		0,
		0,
		4,
		0,
		() => PhysicalResourceIdContext,
		0,
		0,
		() => PropertyDifferences,
		() => ModuleInfo$,
		0
	],
	5
];
var StackResourceDriftInformationSummary$ = [
	3,
	n0,
	_SRDIS,
	0,
	[_SRDS, _LCT],
	[0, 4],
	1
];
var StackResourceSummary$ = [
	3,
	n0,
	_SRStac,
	0,
	[
		_LRI,
		_RT,
		_LUTa,
		_RSes,
		_PRI,
		_RSR,
		_DI,
		_MI
	],
	[
		0,
		0,
		4,
		0,
		0,
		0,
		() => StackResourceDriftInformationSummary$,
		() => ModuleInfo$
	],
	4
];
var Tag$ = [
	3,
	n0,
	_Tag,
	0,
	[_K, _V],
	[0, 0],
	2
];
var UpdateTerminationProtectionInput$ = [
	3,
	n0,
	_UTPI,
	0,
	[_ETP, _SN],
	[2, 0],
	2
];
var UpdateTerminationProtectionOutput$ = [
	3,
	n0,
	_UTPO,
	0,
	[_SI],
	[0]
];
var __Unit = "unit";
var Changes = [
	1,
	n0,
	_Ch,
	0,
	() => Change$
];
var LastOperations = [
	1,
	n0,
	_LO,
	0,
	() => OperationEntry$
];
var OperationEvents = [
	1,
	n0,
	_OE,
	0,
	() => OperationEvent$
];
var Outputs = [
	1,
	n0,
	_Ou,
	0,
	() => Output$
];
var _Parameters = [
	1,
	n0,
	_P,
	0,
	() => Parameter$
];
var PhysicalResourceIdContext = [
	1,
	n0,
	_PRIC,
	0,
	() => PhysicalResourceIdContextKeyValuePair$
];
var PropertyDifferences = [
	1,
	n0,
	_PDro,
	0,
	() => PropertyDifference$
];
var ResourceChangeDetails = [
	1,
	n0,
	_RCDe,
	0,
	() => ResourceChangeDetail$
];
var ResourceDriftIgnoredAttributes = [
	1,
	n0,
	_RDIA,
	0,
	() => ResourceDriftIgnoredAttribute$
];
var ResourcesToImport = [
	1,
	n0,
	_RTI,
	0,
	() => ResourceToImport$
];
var RollbackTriggers = [
	1,
	n0,
	_RTo,
	0,
	() => RollbackTrigger$
];
var StackEvents = [
	1,
	n0,
	_SE,
	0,
	() => StackEvent$
];
var StackResourceDrifts = [
	1,
	n0,
	_SRD,
	0,
	() => StackResourceDrift$
];
var StackResourceSummaries = [
	1,
	n0,
	_SRSt,
	0,
	() => StackResourceSummary$
];
var Stacks = [
	1,
	n0,
	_St,
	0,
	() => Stack$
];
var Tags = [
	1,
	n0,
	_Ta,
	0,
	() => Tag$
];
var CreateChangeSet$ = [
	9,
	n0,
	_CCS,
	0,
	() => CreateChangeSetInput$,
	() => CreateChangeSetOutput$
];
var DeleteChangeSet$ = [
	9,
	n0,
	_DCS,
	0,
	() => DeleteChangeSetInput$,
	() => DeleteChangeSetOutput$
];
var DeleteStack$ = [
	9,
	n0,
	_DSel,
	0,
	() => DeleteStackInput$,
	() => __Unit
];
var DescribeChangeSet$ = [
	9,
	n0,
	_DCSe,
	0,
	() => DescribeChangeSetInput$,
	() => DescribeChangeSetOutput$
];
var DescribeEvents$ = [
	9,
	n0,
	_DE,
	0,
	() => DescribeEventsInput$,
	() => DescribeEventsOutput$
];
var DescribeStackDriftDetectionStatus$ = [
	9,
	n0,
	_DSDDS,
	0,
	() => DescribeStackDriftDetectionStatusInput$,
	() => DescribeStackDriftDetectionStatusOutput$
];
var DescribeStackEvents$ = [
	9,
	n0,
	_DSE,
	0,
	() => DescribeStackEventsInput$,
	() => DescribeStackEventsOutput$
];
var DescribeStackResourceDrifts$ = [
	9,
	n0,
	_DSRD,
	0,
	() => DescribeStackResourceDriftsInput$,
	() => DescribeStackResourceDriftsOutput$
];
var DescribeStacks$ = [
	9,
	n0,
	_DSes,
	0,
	() => DescribeStacksInput$,
	() => DescribeStacksOutput$
];
var DetectStackDrift$ = [
	9,
	n0,
	_DSD,
	0,
	() => DetectStackDriftInput$,
	() => DetectStackDriftOutput$
];
var ExecuteChangeSet$ = [
	9,
	n0,
	_ECS,
	0,
	() => ExecuteChangeSetInput$,
	() => ExecuteChangeSetOutput$
];
var GetTemplate$ = [
	9,
	n0,
	_GT,
	0,
	() => GetTemplateInput$,
	() => GetTemplateOutput$
];
var ListStackResources$ = [
	9,
	n0,
	_LSRi,
	0,
	() => ListStackResourcesInput$,
	() => ListStackResourcesOutput$
];
var UpdateTerminationProtection$ = [
	9,
	n0,
	_UTP,
	0,
	() => UpdateTerminationProtectionInput$,
	() => UpdateTerminationProtectionOutput$
];

// node_modules/@aws-sdk/client-cloudformation/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2010-05-15",
		base64Decoder: config?.base64Decoder ?? fromBase64,
		base64Encoder: config?.base64Encoder ?? toBase64,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultCloudFormationHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new AwsSdkSigV4Signer()
		}],
		logger: config?.logger ?? new NoOpLogger(),
		protocol: config?.protocol ?? AwsQueryProtocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.cloudformation",
			errorTypeRegistries,
			xmlNamespace: "http://cloudformation.amazonaws.com/doc/2010-05-15/",
			version: "2010-05-15",
			serviceTarget: "CloudFormation"
		},
		serviceId: config?.serviceId ?? "CloudFormation",
		sha256: config?.sha256 ?? Sha256Node,
		urlParser: config?.urlParser ?? parseUrl,
		utf8Decoder: config?.utf8Decoder ?? fromUtf8,
		utf8Encoder: config?.utf8Encoder ?? toUtf8
	};
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	emitWarningIfUnsupportedVersion(process.version);
	const defaultsMode = resolveDefaultsModeConfig(config);
	const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
	const clientSharedValues = getRuntimeConfig$1(config);
	emitWarningIfUnsupportedVersion$1(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
		defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 9e5),
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
		region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, {
			...NODE_REGION_CONFIG_FILE_OPTIONS,
			...loaderConfig
		}),
		requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? loadConfig({
			...NODE_RETRY_MODE_CONFIG_OPTIONS,
			default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
		}, config),
		streamCollector: config?.streamCollector ?? streamCollector,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
	};
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/CloudFormationClient.js
var CloudFormationClient = class extends Client {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = resolveUserAgentConfig(_config_1);
		const _config_3 = resolveRetryConfig(_config_2);
		const _config_4 = resolveRegionConfig(_config_3);
		const _config_5 = resolveHostHeaderConfig(_config_4);
		const _config_6 = resolveEndpointConfig(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use(getSchemaSerdePlugin(this.config));
		this.middlewareStack.use(getUserAgentPlugin(this.config));
		this.middlewareStack.use(getRetryPlugin(this.config));
		this.middlewareStack.use(getContentLengthPlugin(this.config));
		this.middlewareStack.use(getHostHeaderPlugin(this.config));
		this.middlewareStack.use(getLoggerPlugin(this.config));
		this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
		this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
			httpAuthSchemeParametersProvider: defaultCloudFormationHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use(getHttpSigningPlugin(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commandBuilder.js
const command = makeBuilder(commonParams, "CloudFormation", "CloudFormationClient", getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/CreateChangeSetCommand.js
var CreateChangeSetCommand = class extends command(_ep0, _mw0, "CreateChangeSet", CreateChangeSet$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DeleteChangeSetCommand.js
var DeleteChangeSetCommand = class extends command(_ep0, _mw0, "DeleteChangeSet", DeleteChangeSet$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DeleteStackCommand.js
var DeleteStackCommand = class extends command(_ep0, _mw0, "DeleteStack", DeleteStack$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeChangeSetCommand.js
var DescribeChangeSetCommand = class extends command(_ep0, _mw0, "DescribeChangeSet", DescribeChangeSet$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeEventsCommand.js
var DescribeEventsCommand = class extends command(_ep0, _mw0, "DescribeEvents", DescribeEvents$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStackDriftDetectionStatusCommand.js
var DescribeStackDriftDetectionStatusCommand = class extends command(_ep0, _mw0, "DescribeStackDriftDetectionStatus", DescribeStackDriftDetectionStatus$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStackEventsCommand.js
var DescribeStackEventsCommand = class extends command(_ep0, _mw0, "DescribeStackEvents", DescribeStackEvents$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStackResourceDriftsCommand.js
var DescribeStackResourceDriftsCommand = class extends command(_ep0, _mw0, "DescribeStackResourceDrifts", DescribeStackResourceDrifts$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DescribeStacksCommand.js
var DescribeStacksCommand = class extends command(_ep0, _mw0, "DescribeStacks", DescribeStacks$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/DetectStackDriftCommand.js
var DetectStackDriftCommand = class extends command(_ep0, _mw0, "DetectStackDrift", DetectStackDrift$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/ExecuteChangeSetCommand.js
var ExecuteChangeSetCommand = class extends command(_ep0, _mw0, "ExecuteChangeSet", ExecuteChangeSet$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/GetTemplateCommand.js
var GetTemplateCommand = class extends command(_ep0, _mw0, "GetTemplate", GetTemplate$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/ListStackResourcesCommand.js
var ListStackResourcesCommand = class extends command(_ep0, _mw0, "ListStackResources", ListStackResources$) {};

// node_modules/@aws-sdk/client-cloudformation/dist-es/commands/UpdateTerminationProtectionCommand.js
var UpdateTerminationProtectionCommand = class extends command(_ep0, _mw0, "UpdateTerminationProtection", UpdateTerminationProtection$) {};

export { CloudFormationClient, CreateChangeSetCommand, DeleteChangeSetCommand, DeleteStackCommand, DescribeChangeSetCommand, DescribeEventsCommand, DescribeStackDriftDetectionStatusCommand, DescribeStackEventsCommand, DescribeStackResourceDriftsCommand, DescribeStacksCommand, DetectStackDriftCommand, ExecuteChangeSetCommand, GetTemplateCommand, ListStackResourcesCommand, UpdateTerminationProtectionCommand };