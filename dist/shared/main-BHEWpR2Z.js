import { t as buildPushEcr } from "./step-oKbUDoLN.js";

export { buildPushEcr as step };