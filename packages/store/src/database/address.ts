/** Where the database is: a URL as people write it, or what the embedded server says. */
export type Address =
  | string
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };
