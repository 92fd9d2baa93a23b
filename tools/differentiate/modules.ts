// Equation files as syntax trees: functions, constants, interfaces, and what they import from beside them.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from '@babel/parser';

/** A node of the syntax tree, as loosely as the parser's own type allows it to be walked. */
export interface Tree {
  readonly type: string;
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
  // eslint-disable-next-line typescript/no-explicit-any
  readonly [key: string]: any;
}

export interface Module {
  readonly file: string;
  readonly functions: ReadonlyMap<string, Tree>;
  readonly constants: ReadonlyMap<string, Tree>;
  readonly interfaces: ReadonlyMap<string, Tree>;
  /** By local name: the file and the name there. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

/** What the equations are not allowed to say, with the place. */
export class SubsetError extends Error {
  constructor(message: string, file: string, tree?: Tree) {
    super(`${file}${tree?.loc === undefined ? '' : `:${tree.loc.start.line}:${tree.loc.start.column + 1}`}: ${message}`);
    this.name = 'SubsetError';
  }
}

/** Reads equation files once each; `texts` replaces the disk. */
export class Modules {
  private readonly loaded = new Map<string, Module>();
  private readonly texts: ReadonlyMap<string, string> | undefined;

  constructor(texts?: ReadonlyMap<string, string>) {
    this.texts = texts;
  }

  load(file: string): Module {
    const known = this.loaded.get(file);
    if (known !== undefined) return known;
    const text = this.texts === undefined ? readFileSync(file, 'utf8') : this.texts.get(file);
    if (text === undefined) throw new SubsetError('there is not a file of this name', file);
    const tree = parse(text, { sourceType: 'module', plugins: ['typescript'] }) as unknown as { program: { body: readonly Tree[] } };
    const functions = new Map<string, Tree>();
    const constants = new Map<string, Tree>();
    const interfaces = new Map<string, Tree>();
    const imports = new Map<string, { file: string; name: string }>();
    const declare = (statement: Tree): void => {
      if (statement.type === 'FunctionDeclaration') functions.set(statement.id.name, statement);
      else if (statement.type === 'TSInterfaceDeclaration') interfaces.set(statement.id.name, statement);
      else if (statement.type === 'VariableDeclaration') {
        if (statement.kind !== 'const') throw new SubsetError('a module holds constants only', file, statement);
        for (const each of statement.declarations) constants.set(each.id.name, each.init);
      }
    };
    for (const statement of tree.program.body) {
      if (statement.type === 'ImportDeclaration') {
        const from: string = statement.source.value;
        if (!from.startsWith('.')) continue;
        for (const each of statement.specifiers) {
          if (each.type !== 'ImportSpecifier') throw new SubsetError('imports are by name', file, statement);
          imports.set(each.local.name, { file: resolve(dirname(file), from), name: each.imported.name });
        }
      } else if (statement.type === 'ExportNamedDeclaration' && statement.source) {
        for (const each of statement.specifiers) {
          imports.set(each.exported.name, { file: resolve(dirname(file), statement.source.value), name: each.local.name });
        }
      } else declare(statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement);
    }
    const module: Module = { file, functions, constants, interfaces, imports };
    this.loaded.set(file, module);
    return module;
  }

  /** Where `name` is declared as one of `kind`, seen from `module`. */
  find(kind: 'functions' | 'constants' | 'interfaces', name: string, module: Module): { tree: Tree; module: Module } | undefined {
    const tree = module[kind].get(name);
    if (tree !== undefined) return { tree, module };
    const imported = module.imports.get(name);
    return imported === undefined ? undefined : this.find(kind, imported.name, this.load(imported.file));
  }

  /** Names of the number fields of an interface, in order; those of what it extends come first. */
  fields(name: string, module: Module, at?: Tree): readonly string[] {
    const found = this.find('interfaces', name, module);
    if (found === undefined) throw new SubsetError(`${name} is not an interface of number fields`, module.file, at);
    const inherited = (found.tree.extends ?? []).flatMap((each: Tree) => this.fields((each.expression ?? each).name, found.module, each));
    const own = found.tree.body.body.map((member: Tree) => {
      if (member.type !== 'TSPropertySignature' || member.typeAnnotation?.typeAnnotation.type !== 'TSNumberKeyword') {
        throw new SubsetError(`${name} has number fields only`, found.module.file, member);
      }
      return member.key.name as string;
    });
    return [...inherited, ...own];
  }
}
