export const id = 4038;
export const ids = [4038];
export const modules = {

/***/ 44038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CreateRepositoryCommand: () => (/* reexport safe */ _aws_sdk_client_ecr_public__WEBPACK_IMPORTED_MODULE_0__.W),
/* harmony export */   DescribeRepositoriesCommand: () => (/* reexport safe */ _aws_sdk_client_ecr_public__WEBPACK_IMPORTED_MODULE_1__.p),
/* harmony export */   ECRPUBLICClient: () => (/* reexport safe */ _aws_sdk_client_ecr_public__WEBPACK_IMPORTED_MODULE_2__.R),
/* harmony export */   GetAuthorizationTokenCommand: () => (/* reexport safe */ _aws_sdk_client_ecr_public__WEBPACK_IMPORTED_MODULE_3__.E)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ecr_public__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64953);
/* harmony import */ var _aws_sdk_client_ecr_public__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97158);
/* harmony import */ var _aws_sdk_client_ecr_public__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72539);
/* harmony import */ var _aws_sdk_client_ecr_public__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83601);



/***/ })

};
