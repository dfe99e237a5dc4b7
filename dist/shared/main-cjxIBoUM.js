import { t as registerTaskdef } from "./step-CSn7gR0_.js";

export { registerTaskdef as step };