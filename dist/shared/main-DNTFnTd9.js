import { t as runMigrationTask } from "./step-BtQ1F-ZB.js";

export { runMigrationTask as step };