export { createServer } from './server.ts';
export { firstAdministratorSecret } from './sign-in/links.ts';
export { mailerOn } from './mail/set-up.ts';
export type { Mailer, MailSettings } from './mail/mailer.ts';
