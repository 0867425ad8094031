export { createServer } from './server.ts';
export { firstAdministratorSecret } from './sign-in/links.ts';
