export { allSource, filePaths, mainSource, sameText, singleFile } from './text/program-text.ts';
export { checkFiles, largestSource } from './text/check-files.ts';
export { endMarker, evolveBlocks, outsideBlocks, replaceBlock, startMarker, type EvolveBlock } from './text/evolve-blocks.ts';
export { collect, identifierName, isNode, nodeIn, nodesIn, walk, type Place, type SyntaxNode } from './tree/syntax-node.ts';
export { deepestNesting, lineAt, parseSource, syntaxError, tooDeep, type ParsedSource } from './tree/parse-source.ts';
export { freeNames } from './tree/scopes.ts';
export { shinglesOf, similarity } from './text/similarity.ts';
export { programHash } from './hash/program-hash.ts';
