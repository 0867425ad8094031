import type { Terminal } from '../terminal.ts';
import type { Outcome } from './read-many.ts';

/** Files, pages, pages a second and the time left, on one line that is written over; nothing where there is no window. */
export class Progress {
  private readonly began: number;
  private readonly terminal: Terminal;
  private readonly total: number;
  private files = 0;
  private pages = 0;
  private refused = 0;

  constructor(terminal: Terminal, total: number) {
    this.terminal = terminal;
    this.total = total;
    this.began = terminal.now().getTime();
  }

  count(outcome: Outcome): void {
    this.files++;
    if ('refusal' in outcome) this.refused++;
    else this.pages += outcome.read.reading.document.pages ?? 1;
  }

  show(): void {
    if (!this.terminal.live || this.total < 2) return;
    const seconds = Math.max(0.001, this.seconds());
    const left = this.files === 0 ? 0 : Math.round((seconds / this.files) * (this.total - this.files));
    const line =
      this.terminal.lang === 'en'
        ? `${this.files}/${this.total} files, ${this.pages} pages, ${(this.pages / seconds).toFixed(0)} pages/s, ${left} s left`
        : `${this.files}/${this.total} 份，${this.pages} 頁，每秒 ${(this.pages / seconds).toFixed(0)} 頁，還要 ${left} 秒`;
    this.terminal.err(`\r\u001b[K${line}`);
  }

  clear(): void {
    if (this.terminal.live && this.total >= 2) this.terminal.err('\r\u001b[K');
  }

  sumUp(skipped: number): void {
    if (this.total < 2) return;
    const { files, pages, refused } = this;
    this.terminal.err(
      this.terminal.lang === 'en'
        ? `${files} files, ${pages} pages in ${this.seconds().toFixed(1)} s; ${refused} refused${skipped > 0 ? `; ${skipped} read before` : ''}\n`
        : `共 ${files} 份、${pages} 頁，${this.seconds().toFixed(1)} 秒；拒絕 ${refused} 份${skipped > 0 ? `；${skipped} 份之前已讀` : ''}\n`,
    );
  }

  private seconds(): number {
    return (this.terminal.now().getTime() - this.began) / 1000;
  }
}
