import { t as buildPushEcr } from "./step-D-YwR0l4.js";

export { buildPushEcr as step };