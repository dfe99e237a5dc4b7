import { t as blueGreenCodedeploy } from "./step-BpJroiD-.js";

export { blueGreenCodedeploy as step };