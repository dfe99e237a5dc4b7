import { t as runMigrationTask } from "./step-B-Pv46gz.js";

export { runMigrationTask as step };