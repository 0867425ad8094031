export { families, fontFolders } from './families.ts';
export { coverage } from './characters.ts';
export { PageFonts } from './page-fonts.ts';
export { charactersOfRange } from './unicode-range.ts';
