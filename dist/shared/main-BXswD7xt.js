import { t as rollback } from "./step-D-9kRgEY.js";

export { rollback as step };