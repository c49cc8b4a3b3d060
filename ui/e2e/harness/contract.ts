import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BINDINGS = fileURLToPath(new URL("../../src/ipc/bindings.ts", import.meta.url));

/** A command of the shell, as the generated contract has it. */
export interface Command {
  name: string;
  args: { name: string; type: Type }[];
}

/** A type of the contract, as far as it says how something is written. */
export type Type =
  | { is: "text" | "number" | "flag" | "null" | "anything" | "channel" }
  | { is: "exactly"; value: string }
  | { is: "list"; of: Type }
  | { is: "object"; fields: [name: string, type: Type][] }
  | { is: "one of"; ways: Type[] }
  | { is: "named"; name: string };

/** What stands for each kind of value; `way` says which of several ways of writing is taken. */
export interface Fill {
  text: (name: string) => string;
  number: (name: string) => number;
  flag: boolean;
  way: number;
  /** Whether something stands in a list. */
  filled: boolean;
}

/** A channel to the page, as `toJSON` of the shell's own library writes it: nobody there hears what is told to this one. */
const CHANNEL = "__CHANNEL__:1";

/** Every command, and how what it takes is written. Read from the generated file, so that a new command is in it by itself. */
export class Contract {
  readonly commands: Command[];
  private readonly types = new Map<string, Type>();

  constructor(source = readFileSync(BINDINGS, "utf8")) {
    const text = source.replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, name, body] of text.matchAll(
      /^export type (\w+) =([\s\S]*?);$(?=\s*(?:export|\/\*|$(?![\s\S])))/gm,
    )) {
      this.types.set(name ?? "", new Reader(body ?? "").type());
    }
    const calls = text.matchAll(/^\t\w+: \((.*)\) => __TAURI_INVOKE<.*>\("(\w+)"(?:, \{.*\})?\),$/gm);
    this.commands = [...calls].map(([, args, name]) => ({ name: name ?? "", args: new Reader(args ?? "").args() }));
  }

  /** A value that is written as the type says, and means nothing. */
  example(type: Type, fill: Fill, name = "", depth = 0): unknown {
    const inner = (each: Type, called = name) => this.example(each, fill, called, depth + 1);
    switch (type.is) {
      case "text":
        return fill.text(name);
      case "number":
        return fill.number(name);
      case "flag":
        return fill.flag;
      case "null":
        return null;
      case "channel":
        return CHANNEL;
      case "anything":
        return { anything: [fill.number(name), fill.text(name)] };
      case "exactly":
        return type.value;
      case "list":
        return depth > 8 || !fill.filled ? [] : [inner(type.of)];
      case "object":
        return Object.fromEntries(type.fields.map(([field, each]) => [field, inner(each, field)]));
      case "one of":
        return inner(type.ways[fill.way % type.ways.length] ?? { is: "null" });
      case "named": {
        const named = this.types.get(type.name);
        if (!named) throw new Error(`The contract names ${type.name} and does not say what it is.`);
        return depth > 12 ? null : inner(named);
      }
    }
  }

  /** The most ways in which anything inside a type can be written. */
  ways(type: Type, seen = new Set<string>()): number {
    switch (type.is) {
      case "list":
        return this.ways(type.of, seen);
      case "object":
        return Math.max(1, ...type.fields.map(([, each]) => this.ways(each, seen)));
      case "one of":
        return Math.max(type.ways.length, ...type.ways.map((each) => this.ways(each, seen)));
      case "named": {
        const named = this.types.get(type.name);
        if (!named || seen.has(type.name)) return 1;
        return this.ways(named, new Set(seen).add(type.name));
      }
      default:
        return 1;
    }
  }
}

/** Reads the small part of TypeScript in which the contract is generated. */
class Reader {
  private readonly words: string[];
  private at = 0;

  constructor(text: string) {
    this.words = text.match(/"(?:[^"\\]|\\.)*"|\w+|[^\s\w]/g) ?? [];
  }

  /** The arguments of a function. */
  args(): Command["args"] {
    const args: Command["args"] = [];
    while (this.at < this.words.length) {
      const name = this.next();
      this.expect(":");
      args.push({ name, type: this.type() });
      this.skip(",");
    }
    return args;
  }

  type(): Type {
    const ways: Type[] = [];
    do ways.push(this.term());
    while (this.skip("|"));
    return ways.length === 1 && ways[0] ? ways[0] : { is: "one of", ways };
  }

  private term(): Type {
    let found = this.single();
    while (this.skip("[")) {
      this.expect("]");
      found = { is: "list", of: found };
    }
    // Several objects that hold at once.
    while (this.skip("&")) {
      const more = this.single();
      const fields = [found, more].flatMap((each) => (each.is === "object" ? each.fields : []));
      found = { is: "object", fields };
    }
    return found;
  }

  private single(): Type {
    const word = this.next();
    if (word === "{") return this.object();
    if (word === "(") {
      const inner = this.type();
      this.expect(")");
      return inner;
    }
    if (word.startsWith('"')) return { is: "exactly", value: JSON.parse(word) as string };
    if (word === "string") return { is: "text" };
    if (word === "number") return { is: "number" };
    if (word === "boolean" || word === "true" || word === "false") return { is: "flag" };
    if (word === "null" || word === "undefined" || word === "never") return { is: "null" };
    if (word === "Channel" || word === "Partial" || word === "Record") {
      this.expect("<");
      for (let open = 1; open > 0; ) {
        const inside = this.next();
        open += inside === "<" ? 1 : inside === ">" ? -1 : 0;
      }
      return word === "Channel" ? { is: "channel" } : { is: "object", fields: [] };
    }
    return /^[A-Z]/.test(word) ? { is: "named", name: word } : { is: "anything" };
  }

  private object(): Type {
    const fields: [string, Type][] = [];
    while (!this.skip("}")) {
      if (this.skip("[")) {
        while (this.next() !== "]");
        this.expect(":");
        this.type();
      } else {
        const name = this.next().replaceAll('"', "");
        this.skip("?");
        this.expect(":");
        fields.push([name, this.type()]);
      }
      if (!this.skip(",")) this.skip(";");
    }
    return { is: "object", fields };
  }

  private next(): string {
    const word = this.words[this.at];
    if (word === undefined) throw new Error(`The contract ends too early after ${this.words.slice(-8).join(" ")}`);
    this.at += 1;
    return word;
  }

  private skip(word: string): boolean {
    if (this.words[this.at] !== word) return false;
    this.at += 1;
    return true;
  }

  private expect(word: string): void {
    const found = this.next();
    if (found !== word) throw new Error(`Expected ${word} in the contract, found ${found}.`);
  }
}
