/** Without the marks at its end: looked for from the first of them alone, however many there are. */
export function withoutStop(text: string): string {
  return text.trim().replace(/(?<![。；;])[。；;]+$/, '');
}
