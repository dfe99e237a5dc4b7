/**
 * The form of a name of CodeDeploy (application, deployment group, deployment configuration), for `matching`.
 * @param example one to show when the value is none
 */
export const codeDeployName = <E extends string>(example: E) => ({
  pattern: /^[A-Za-z0-9._+=,@-]{1,100}$/,
  expected: 'a CodeDeploy name (1 to 100 of A-Z a-z 0-9 . _ + = , @ -)',
  example,
});
