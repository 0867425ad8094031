import { attachmentKind, type SourceFile } from '@guankao/documents';

/** What a file that is to be attached is, by what it holds; null where it is none that is taken. */
export async function kindOfAttachment({
  file,
}: {
  readonly file: SourceFile;
}): Promise<{ readonly mediaType: string | null }> {
  return { mediaType: attachmentKind(file.name, file.bytes) };
}
