// Finds English that makes a reader stumble, in comments, messages and pages; CONTRIBUTING.md has the list with better wordings.
// Usage: node tools/check-language.mjs [FOLDER …]
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const thing = String.raw`(?:curve|task|case|parameter|program|candidate|file|folder|row|line|column|entry|optimizer|run|cell|point|device|terminal|instance|card|model|process|worker|family|seed|event|page|plugin|verb|column|dimension|group|sweep|region|simulation|call|second|minute)`;

/** Each with the wording to use instead. */
const patterns = [
  [/(?<!\bthere )\b(?:is|are|was|were) no (?!longer|more|better|worse|other|less|such|good|one\b|effect|larger|smaller|gain|longer\b)[a-z]+/iu, 'is not a …'],
  [/\b(?:has|have|had) not (?:a|an|any|the)\b/iu, 'does not have …, has no …'],
  [new RegExp(String.raw`\b(?:one|once|twice|two|three|\d+) an? ${thing}\b`, 'iu'), '… per …'],
  [/\bstands? (?:in|on|at|among|beside|behind|below|above|before|after|there|where|twice)\b/iu, 'is …'],
  [/\bof old\b(?!\.)/iu, 'stored before …, earlier'],
  [/\ball the same\b/iu, 'nevertheless, anyway'],
  [/\bgives? way\b/iu, 'switches to …, stops when asked'],
  [/\b(?:for|of|by|to) nobody\b|\bnobody (?:waits|uses|knows)\b/iu, 'no … does'],
  [/\b(?:met|meets) (?:with )?(?:trouble|an? (?:error|value|failure))\b|\bvalue(?:s)? met\b|\bwas met\b/iu, 'received, failed with …'],
  [/\bto be had\b|\bthere is none to\b/iu, 'is not available'],
];

const skipped = new Set(['node_modules', 'dist', '.nx', '.git', 'images', 'runs', 'fixtures']);
const endings = /\.(?:ts|mts|mjs|md|yaml)$/u;

function* filesIn(path) {
  if (statSync(path).isFile()) {
    if (endings.test(path)) yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) if (!skipped.has(name)) yield* filesIn(join(path, name));
}

const roots = process.argv.slice(2);
const problems = [];
for (const root of roots.length > 0 ? roots : ['packages', 'plugins', 'docs', 'test', 'tools', 'examples', 'suites', 'README.md', 'CHANGELOG.md']) {
  for (const file of filesIn(root)) {
    if (file.endsWith('check-language.mjs')) continue;
    for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
      for (const [pattern, better] of patterns) {
        const match = pattern.exec(line);
        if (match !== null) problems.push(`${file}:${index + 1}: "${match[0]}"; better: ${better}`);
      }
    }
  }
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`\n${problems.length} places to word otherwise; see CONTRIBUTING.md, "How we write"`);
  process.exit(1);
}
console.log('no stumbling blocks found');
