import { t as inputs } from "./inputs-CvU6zbEO.js";
import { t as inputs$1 } from "./inputs-BQELbPYT.js";
import { t as inputs$2 } from "./inputs-DiDNB-fX.js";
import { t as inputs$3 } from "./inputs-M0uZDZti.js";
import { t as inputs$4 } from "./inputs-D1XMqt5O.js";
import { t as inputs$5 } from "./inputs-CX0D6OBv.js";
import { t as inputs$6 } from "./inputs-DpV5vc1i.js";
import { t as inputs$7 } from "./inputs-bj82HIRO.js";
import { t as inputs$8 } from "./inputs-D8jHYmKV.js";
import { t as inputs$9 } from "./inputs-C9IZ-cOA.js";
import { t as inputs$10 } from "./inputs-W80Y9PUa.js";

// actions/lib/catalogue.js
/** Inputs of every action: what a configuration file may hold, and what its JSON schema describes. */
const catalogue = {
	pipeline: inputs$5,
	preflight: inputs$6,
	"build-push-ecr": inputs$1,
	"register-taskdef": inputs$7,
	"run-migration-task": inputs$9,
	"blue-green-codedeploy": inputs,
	"deploy-service": inputs$2,
	"verify-target-health": inputs$10,
	rollback: inputs$8,
	"deploy-stack": inputs$3,
	diagnose: inputs$4
};

export { catalogue };