export const id = 4715;
export const ids = [4715];
export const modules = {

/***/ 24715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CreateDBClusterSnapshotCommand: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__.I),
/* harmony export */   CreateDBSnapshotCommand: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_1__.S),
/* harmony export */   DeleteDBClusterSnapshotCommand: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_2__.f),
/* harmony export */   DeleteDBSnapshotCommand: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_3__.P),
/* harmony export */   DescribeDBClusterSnapshotsCommand: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_5__.c),
/* harmony export */   DescribeDBClustersCommand: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_4__.K),
/* harmony export */   DescribeDBInstancesCommand: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_6__.h),
/* harmony export */   DescribeDBSnapshotsCommand: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_7__.K),
/* harmony export */   RDSClient: () => (/* reexport safe */ _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_8__.r)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19230);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27656);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65189);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79077);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39342);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20526);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99397);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12678);
/* harmony import */ var _aws_sdk_client_rds__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(67278);



/***/ })

};
