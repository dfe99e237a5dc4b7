export const id = 2928;
export const ids = [2928];
export const modules = {

/***/ 2928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CloudWatchClient: () => (/* reexport safe */ _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_0__.W),
/* harmony export */   DescribeAlarmsCommand: () => (/* reexport safe */ _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__.z)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94234);
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3454);



/***/ })

};
