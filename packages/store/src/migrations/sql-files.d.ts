// The bundler and Vitest both take `?raw` as "the file's text".
declare module '*.sql?raw' {
  const text: string;
  export default text;
}
