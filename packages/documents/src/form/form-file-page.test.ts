import { join } from 'node:path';
import type { TypedForm } from '@guankao/domain';
import { expect, test } from 'vitest';
import { formFile, formMediaType, formSchemaName } from './form-file.ts';
import { FormFile } from './read-form.ts';

const example: TypedForm = {
  agency: '範例部',
  fiscalYear: 2025,
  printedUnit: 'thousand TWD',
  edition: 1,
  rows: [
    {
      id: '範例部-114-01',
      marker: null,
      parent: null,
      name: '海岸復育計畫',
      type: '社會發展',
      period: '112年1月至115年12月',
      approvedTotal: 9_000_000,
      budgetedToDate: 700_000,
      executedToDate: 650_000,
      plannedWork: '1. 沙丘植生3公頃。\n2. 巡檢海堤12公里。',
      execution: '1. 完成沙丘植生3公頃。\n2. 完成巡檢12公里。',
      goals: '完成沙丘植生3公頃。',
      explanation: '完成沙丘植生3公頃。',
    },
  ],
};

const page = `# The form file 情形表資料檔

Written by \`packages/documents/src/form/form-file-page.test.ts\` (\`-u\` writes it anew) from the code, and held to it.

A form that was typed into this program goes out as a file of its fields: \`${formMediaType}\`, UTF-8, JSON. It is what is published, and its SHA-256 is the edition's hash: the same on the workbench, in public and of the file that one downloads (\`sha256sum FILE\`). \`guankao read FILE\` gives the reading that the site shows; the ten cells of a row are in it exactly as they were typed.

It is written canonically (RFC 8785: keys sorted by UTF-16 code unit, no blanks), so that the same form has the same bytes. Any JSON that is so is read; a file that says \`${formSchemaName}\` and is not as this schema asks is refused, with the place (\`not-a-form-file\`). Beside the schema, ids are different from each other, none is another with words and a dash before it, and a parent is a row of the same form.

Example, with line breaks that the file itself does not have:

\`\`\`json
${JSON.stringify(JSON.parse(new TextDecoder().decode(formFile(example))), null, 2)}
\`\`\`

## Schema

JSON Schema, \`${formSchemaName}\`:

\`\`\`json
${JSON.stringify(FormFile, null, 2)}
\`\`\`
`;

test('docs/form-file.md says what the code asks', async () => {
  await expect(page).toMatchFileSnapshot(join(import.meta.dirname, '../../../../docs/form-file.md'));
});
