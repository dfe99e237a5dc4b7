export const id = 4258;
export const ids = [4258];
export const modules = {

/***/ 4258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DescribeParametersCommand: () => (/* reexport safe */ _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_0__.$),
/* harmony export */   SSMClient: () => (/* reexport safe */ _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_1__.j)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93702);
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77650);



/***/ })

};
