import { openDocument, formFile, typedDocument, type SourceFile } from '@guankao/documents';
import { Refusal, withoutWithheld, type Withheld } from '@guankao/domain';
import { readDocument, type Reading } from '@guankao/reading';

export interface FormToShow {
  /** The form file as it was reported. */
  readonly file: SourceFile;
  /** Of the file that is made. */
  readonly name: string;
  /** By row: what is printed in place of each field that is not shown. */
  readonly withheld: Readonly<Record<string, Withheld>>;
}

export interface ShownForm {
  readonly reading: Reading;
  readonly bytes: Uint8Array;
}

/** The form file that the public is shown, and what is read of it: nothing of what is withheld is in either. */
export async function publicForm({ file, name, withheld }: FormToShow): Promise<ShownForm> {
  const { typed } = await openDocument(file);
  if (typed === undefined) throw notAForm(file.name);
  const form = withoutWithheld(typed.form, withheld);
  return { reading: readDocument(await typedDocument(form, name)).reading, bytes: formFile(form) };
}

function notAForm(name: string): Refusal {
  return new Refusal('edition-as-text', 409, {
    'zh-Hant': `「${name}」是 0.1 版以文字公開的，不能逐欄遮蔽。請先開放修正、報送修正版，再決定公開與否。`,
    en: `${name} was published as text by version 0.1: single fields of it cannot be withheld. Open the form for correction and report it anew first.`,
  });
}
