export { IdentityProvider } from '@cutover/local/identity-provider';
