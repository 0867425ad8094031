// Files that the bundler and the tests take in as text (scripts/bundling.mjs, vitest.config.ts).
declare module '*.yaml' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.typ' {
  const text: string;
  export default text;
}
