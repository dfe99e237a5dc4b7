import { t as blueGreenCodedeploy } from "./step-DDFEpWSI.js";

export { blueGreenCodedeploy as step };