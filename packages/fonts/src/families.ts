import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A typeface that comes with the program, as TrueType files. */
interface Family {
  /** As the files call it. */
  readonly name: string;
  /** Absolute path of the regular weight. */
  readonly regular: string;
  /** null where the typeface has one weight only. */
  readonly bold: string | null;
  /** Between the two, for texts of pages; the regular one where there is one weight only. */
  readonly semiBold: string;
}

/**
 * In the order in which a character is looked for: Traditional glyphs first, then Simplified ones, which conversions
 * leave in filings, then signs (☑) and signs of mathematics (≒). All are OFL, from npm; a font of the machine is never used.
 */
export function families(): readonly Family[] {
  return [
    family('Noto Sans TC', 'noto-sans-tc', 'NotoSansTC', true),
    family('Noto Sans SC', 'noto-sans-sc', 'NotoSansSC', true),
    family('Noto Sans Symbols 2', 'noto-sans-symbols-2', 'NotoSansSymbols2', false),
    family('Noto Sans Math', 'noto-sans-math', 'NotoSansMath', false),
  ];
}

function family(name: string, folder: string, file: string, hasBold: boolean): Family {
  const manifest = createRequire(import.meta.url).resolve(`@expo-google-fonts/${folder}/package.json`);
  const path = (weight: string): string => join(dirname(manifest), weight, `${file}_${weight}.ttf`);
  return {
    name,
    regular: path('400Regular'),
    bold: hasBold ? path('700Bold') : null,
    semiBold: path(hasBold ? '600SemiBold' : '400Regular'),
  };
}

/** The folders that hold these files and no others: what a typesetter or a browser may be shown. */
export function fontFolders(): readonly string[] {
  return families().flatMap(({ regular, bold }) => [dirname(regular), ...(bold === null ? [] : [dirname(bold)])]);
}
