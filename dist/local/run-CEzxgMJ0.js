import { t as runActionHere } from "./run-CVtp3IrM.js";

export { runActionHere };