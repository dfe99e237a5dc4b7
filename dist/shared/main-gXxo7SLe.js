import { t as buildPushEcr } from "./step-BIHSkCMz.js";

export { buildPushEcr as step };