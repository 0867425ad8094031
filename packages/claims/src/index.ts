export { claimsOf, readClaims } from './read-claims.ts';
