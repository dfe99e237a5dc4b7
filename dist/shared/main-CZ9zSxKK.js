import { t as verifyTargetHealth } from "./step-DQj6k-_j.js";

export { verifyTargetHealth as step };