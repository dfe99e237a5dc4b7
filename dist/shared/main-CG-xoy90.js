import { t as registerTaskdef } from "./step-BxvHSDbp.js";

export { registerTaskdef as step };