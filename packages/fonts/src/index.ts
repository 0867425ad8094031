export { families, fontFolders } from './families.ts';
export { coverage } from './characters.ts';
