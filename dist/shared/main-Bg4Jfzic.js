import { t as verifyTargetHealth } from "./step-DX61lGBG.js";

export { verifyTargetHealth as step };