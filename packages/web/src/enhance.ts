/**
 * All the script that public pages carry. It adds to what works without it, and nothing depends on it:
 * a value's source opens beside the page instead of in its place, and citations can be copied.
 *
 * The server sends this function's own text, so it must use nothing from outside itself.
 */
export function enhance(): void {
  const wide = matchMedia('(min-width: 64rem)');
  let panel: HTMLDialogElement | null = null;
  let opener: HTMLElement | null = null;

  function addStyle(address: string | null | undefined): void {
    if (address === null || address === undefined) return;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    document.head.append(link);
  }

  // The page came with the fonts of its own characters: whoever types may want others.
  document.addEventListener(
    'input',
    () => addStyle(document.querySelector<HTMLLinkElement>('link[data-whole]')?.dataset.whole),
    { once: true },
  );

  // In Taipei, as all times of the site are.
  addEventListener('beforeprint', () => {
    const zone = { timeZone: 'Asia/Taipei' } as const;
    const [now, english] = [new Date(), document.documentElement.lang === 'en'];
    const [year, month, day] = now.toLocaleDateString('en-CA', zone).split('-').map(Number);
    const date = english
      ? now.toLocaleDateString('en-GB', { ...zone, dateStyle: 'medium' })
      : `${(year ?? 0) - 1911} 年 ${month} 月 ${day} 日`;
    const printed = `${date} ${now.toLocaleTimeString('en-GB', { ...zone, timeStyle: 'short' })}`;
    for (const time of document.querySelectorAll('.printed-at')) time.textContent = printed;
  });

  function close(): void {
    panel?.close();
    document.documentElement.classList.remove('has-panel');
    opener?.focus();
  }

  function makePanel(): HTMLDialogElement {
    const dialog = document.createElement('dialog');
    dialog.className = 'source-panel';
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    document.body.append(dialog);
    return dialog;
  }

  async function openBeside(link: HTMLAnchorElement): Promise<void> {
    const answer = await fetch(link.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const lines = page.querySelector('.source-lines');
    const title = page.querySelector('h1');
    if (lines === null || title === null) throw new Error('no source on the page');
    panel ??= makePanel();
    addStyle(page.querySelector<HTMLLinkElement>('link[data-whole]')?.getAttribute('href'));
    const english = document.documentElement.lang === 'en';
    const head = document.createElement('p');
    head.className = 'panel-head';
    const whole = document.createElement('a');
    whole.href = link.href;
    whole.textContent = title.textContent;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = english ? 'Close' : '關閉';
    button.addEventListener('click', close);
    head.append(whole, button);
    for (const line of lines.querySelectorAll('[id]')) if (line.id !== 'passage') line.removeAttribute('id');
    panel.setAttribute('aria-label', title.textContent ?? '');
    panel.replaceChildren(head, lines);
    if (!panel.open) panel.show();
    document.documentElement.classList.add('has-panel');
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    panel.querySelector('#passage')?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
    opener?.scrollIntoView({ block: 'center', behavior: 'instant' });
    button.focus({ preventScroll: true });
  }

  document.addEventListener('click', (event) => {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const target = event.target;
    if (!plain || !wide.matches || !(target instanceof Element)) return;
    const link = target.closest<HTMLAnchorElement>('a.to-source');
    if (link === null) return;
    event.preventDefault();
    opener = link;
    openBeside(link).catch(() => {
      location.href = link.href;
    });
  });

  for (const citation of document.querySelectorAll<HTMLElement>('.citation')) {
    if (!isSecureContext) break;
    const english = document.documentElement.lang === 'en';
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.className = 'plain-button';
    copy.textContent = english ? 'Copy' : '複製';
    copy.addEventListener('click', () => {
      const parts = [...citation.querySelectorAll('.citation-title, .citation-part')].map((part) =>
        [...part.childNodes].map((node) => node.textContent).join(part.className === 'citation-part' ? '：' : ''),
      );
      void navigator.clipboard.writeText(parts.join('\n')).then(() => {
        copy.textContent = english ? 'Copied' : '已複製';
      });
    });
    citation.append(copy);
  }
}
