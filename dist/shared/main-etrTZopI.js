import { t as verifyTargetHealth } from "./step-DL0_QWGY.js";

export { verifyTargetHealth as step };