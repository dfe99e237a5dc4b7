import { t as inputs } from "./inputs-CgHtrff-.js";
import { t as inputs$1 } from "./inputs-j4kKVVUd.js";
import { t as inputs$2 } from "./inputs-Bly7835Z.js";
import { t as inputs$3 } from "./inputs-Bq6jb9tP.js";
import { t as inputs$4 } from "./inputs-ZtJVEtxe.js";
import { t as inputs$5 } from "./inputs-Utd72iJm.js";
import { t as inputs$6 } from "./inputs-COShJklF.js";
import { t as inputs$7 } from "./inputs-DXTT3qp7.js";
import { t as inputs$8 } from "./inputs-DxAElXbk.js";
import { t as inputs$9 } from "./inputs-DdMJlZBr.js";
import { t as inputs$10 } from "./inputs-Cw8OcsUP.js";

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