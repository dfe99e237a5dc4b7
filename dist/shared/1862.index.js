export const id = 1862;
export const ids = [1862];
export const modules = {

/***/ 91862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CloudFormationClient: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__.m),
/* harmony export */   CreateChangeSetCommand: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_1__.Y),
/* harmony export */   DeleteChangeSetCommand: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_2__.$),
/* harmony export */   DeleteStackCommand: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_3__.f),
/* harmony export */   DescribeChangeSetCommand: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_4__.T),
/* harmony export */   DescribeStackEventsCommand: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_5__.I),
/* harmony export */   DescribeStackResourcesCommand: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_6__.O),
/* harmony export */   DescribeStacksCommand: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_7__.Y),
/* harmony export */   ExecuteChangeSetCommand: () => (/* reexport safe */ _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_8__.P)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96858);
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79931);
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52304);
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26252);
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5950);
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38565);
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40705);
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(96925);
/* harmony import */ var _aws_sdk_client_cloudformation__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39950);



/***/ })

};
