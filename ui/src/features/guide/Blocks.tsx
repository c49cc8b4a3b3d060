import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Block, type Inline, inlinesOf } from "./markdown";
import { linkedPage, pictureOf } from "./pages";

/** Parts of a page, one under the other. They stand still, so that their places are their names. */
export function Blocks({ blocks, page }: { blocks: readonly Block[]; page: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
  return blocks.map((block, place) => <Shown key={`${place} ${block.kind}`} block={block} page={page} />);
}

function Shown({ block, page }: { block: Block; page: string }): ReactNode {
  switch (block.kind) {
    case "heading":
      return block.level <= 2 ? (
        <h3 id={block.id} className="mt-4 text-lg font-semibold">
          <Inlines text={block.text} page={page} />
        </h3>
      ) : (
        <h4 id={block.id} className="mt-2 font-semibold">
          <Inlines text={block.text} page={page} />
        </h4>
      );
    case "paragraph":
      return (
        <p>
          <Inlines text={block.text} page={page} />
        </p>
      );
    case "code":
      return <pre className="overflow-auto rounded-md bg-sunken p-3 text-sm">{block.text}</pre>;
    case "list":
      return <List block={block} page={page} />;
    case "table":
      return <Table block={block} page={page} />;
  }
}

function List({ block, page }: { block: Extract<Block, { kind: "list" }>; page: string }) {
  const items = block.items.map((item, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list never change places
    <li key={`${place} item`}>
      <div className="flex flex-col gap-2">
        <Blocks blocks={item} page={page} />
      </div>
    </li>
  ));
  const look = "flex flex-col gap-1.5 ps-6";
  return block.numbered ? (
    <ol className={`list-decimal ${look}`}>{items}</ol>
  ) : (
    <ul className={`list-disc ${look}`}>{items}</ul>
  );
}

function Table({ block, page }: { block: Extract<Block, { kind: "table" }>; page: string }) {
  return (
    <table className="w-full border-collapse text-start">
      <thead>
        <tr>
          {block.head.map((cell) => (
            <th key={cell} scope="col" className="border-b border-line px-2 py-1.5 text-start font-medium text-ink-2">
              <Inlines text={cell} page={page} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row) => (
          <tr key={row.join("|")}>
            {row.map((cell, place) => (
              <td key={block.head[place] ?? place} className="border-b border-line px-2 py-1.5 align-top">
                <Inlines text={cell} page={page} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Inlines({ text, page }: { text: string; page: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change places
  return inlinesOf(text).map((part, place) => <Part key={`${place} ${part.text}`} part={part} page={page} />);
}

function Part({ part, page }: { part: Inline; page: string }): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "bold":
      return <b className="font-semibold">{part.text}</b>;
    case "code":
      return <code className="rounded-sm bg-sunken px-1 text-sm">{part.text}</code>;
    case "picture": {
      const source = pictureOf(part.to);
      return source ? <img src={source} alt={part.text} className="max-w-full rounded-md border border-line" /> : null;
    }
    case "link": {
      const to = linkedPage(part.to, page);
      // A document for developers is not in the app: its name stays, and leads nowhere.
      if (!to) return part.text;
      const hash = to.part === null ? {} : { hash: to.part };
      return (
        <Link to="/guide/$page" params={{ page: to.id }} {...hash} className="text-accent underline">
          {part.text}
        </Link>
      );
    }
  }
}
