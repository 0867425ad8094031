export { createServer, type ServerOptions } from './server.ts';
export { firstAdministratorSecret } from './sign-in/links.ts';
