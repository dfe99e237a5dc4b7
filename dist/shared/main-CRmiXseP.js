import { t as blueGreenCodedeploy } from "./step-gmOYM8Jl.js";

export { blueGreenCodedeploy as step };