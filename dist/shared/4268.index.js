export const id = 4268;
export const ids = [4268];
export const modules = {

/***/ 94268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BatchGetApplicationsCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__.n),
/* harmony export */   BatchGetDeploymentGroupsCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__.r),
/* harmony export */   BatchGetDeploymentsCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__.A),
/* harmony export */   CodeDeployClient: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_3__.c),
/* harmony export */   ContinueDeploymentCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_4__.M),
/* harmony export */   CreateDeploymentCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_5__.t),
/* harmony export */   GetApplicationRevisionCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_6__.d),
/* harmony export */   GetDeploymentCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_7__.T),
/* harmony export */   GetDeploymentConfigCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_8__.z),
/* harmony export */   GetDeploymentGroupCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_9__.W),
/* harmony export */   GetDeploymentTargetCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_10__.O),
/* harmony export */   ListApplicationsCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_11__.B),
/* harmony export */   ListDeploymentGroupsCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_12__.X),
/* harmony export */   ListDeploymentTargetsCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_14__.$),
/* harmony export */   ListDeploymentsCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_13__.s),
/* harmony export */   StopDeploymentCommand: () => (/* reexport safe */ _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_15__.N)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31410);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95734);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6325);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50057);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26573);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76282);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43446);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38744);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(48294);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(33973);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(84447);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(97678);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(10074);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(60569);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4404);
/* harmony import */ var _aws_sdk_client_codedeploy__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(73858);



/***/ })

};
