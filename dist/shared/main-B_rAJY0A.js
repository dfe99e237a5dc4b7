import { t as registerTaskdef } from "./step-ENgMC7cc.js";

export { registerTaskdef as step };