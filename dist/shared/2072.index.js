export const id = 2072;
export const ids = [2072];
export const modules = {

/***/ 52072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GetCallerIdentityCommand: () => (/* reexport */ GetCallerIdentityCommand),
  STSClient: () => (/* reexport */ STSClient/* STSClient */.i)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(635);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(75741);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-sts/dist-es/commands/GetCallerIdentityCommand.js


class GetCallerIdentityCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetCallerIdentity", schemas_0/* GetCallerIdentity$ */.ef) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-es/STSClient.js + 8 modules
var STSClient = __webpack_require__(34928);
;// CONCATENATED MODULE: ./packages/aws/lib/sdk/sts.js



/***/ })

};
