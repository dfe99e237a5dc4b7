import { t as rollback } from "./step-C-1kVwMM.js";

export { rollback as step };