export { readClaims, claimsOf } from './read-claims.ts';
