// Writes docs/rules/messages.md and docs/rules/README.md: node scripts/run.mjs packages/rules/gallery.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { catalogueTable, gallery } from './src/example/gallery.ts';
import { rules } from './src/index.ts';

mkdirSync('docs/rules', { recursive: true });
writeFileSync('docs/rules/messages.md', gallery(rules));
writeFileSync('docs/rules/README.md', catalogueTable(rules));
