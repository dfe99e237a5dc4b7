import { t as rollback } from "./step-nqF_PC0d.js";

export { rollback as step };