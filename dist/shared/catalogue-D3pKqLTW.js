import { t as inputs } from "./inputs-yF41vIbs.js";
import { t as inputs$1 } from "./inputs-CepBeaPq.js";
import { t as inputs$2 } from "./inputs-Ctc4creb.js";
import { t as inputs$3 } from "./inputs-Hq3i5Eij.js";
import { t as inputs$4 } from "./inputs-xf9zWgPY.js";
import { t as inputs$5 } from "./inputs-BwdIK6Va.js";
import { t as inputs$6 } from "./inputs-C8_UXBUT.js";
import { t as inputs$7 } from "./inputs-BIQHNAmE.js";
import { t as inputs$8 } from "./inputs-PLMwuqsr.js";
import { t as inputs$9 } from "./inputs-YyRy1RRx.js";

// actions/lib/catalogue.js
/** Inputs of every action: what a configuration file may hold, and what its JSON schema describes. */
const catalogue = {
	pipeline: inputs$4,
	preflight: inputs$5,
	"build-push-ecr": inputs$1,
	"register-taskdef": inputs$6,
	"run-migration-task": inputs$8,
	"blue-green-codedeploy": inputs,
	"deploy-service": inputs$2,
	"verify-target-health": inputs$9,
	rollback: inputs$7,
	"deploy-stack": inputs$3
};

export { catalogue };