import { t as runMigrationTask } from "./step-Bi0lLKCu.js";

export { runMigrationTask as step };