/** What we use of packages that bring no types. */

declare module 'subset-font' {
  /** A font with the glyphs of `text` only. Rejects for what is no font. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'sfnt' | 'woff' | 'woff2';
      readonly dropTables: readonly string[];
      readonly noLayoutClosure: boolean;
      readonly noHinting: boolean;
      /** Pins axes of a variable font: `{ wght: 700 }`. */
      readonly variationAxes?: Readonly<Record<string, number>>;
    },
  ): Promise<Buffer>;
}

declare module 'fontverter' {
  const fontverter: { convert(font: Buffer, format: 'truetype' | 'woff' | 'woff2'): Promise<Buffer> };
  export default fontverter;
}
