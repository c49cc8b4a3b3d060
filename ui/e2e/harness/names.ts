/** What a hostile name tries, by what it is. Each sets `window.ran`, leaves something of the class `evil`, or reaches `url`. */
function kinds(url: string): Record<string, string> {
  const run = (by: string) => `window.ran='${by}'`;
  return {
    picture: `<img src=x onerror="${run("picture")}">`,
    "picture from elsewhere": `<img src="${url}/picture" class=evil>`,
    script: `<script>${run("script")}</script>`,
    "script from elsewhere": `<script src="${url}/script"></script>`,
    drawing: `<svg onload="${run("drawing")}"><animate onbegin="${run("animate")}" attributeName=x dur=1s></svg>`,
    frame: `<iframe src="javascript:parent.${run("frame")}" srcdoc="<b>x"></iframe>`,
    style: `<style>@import "${url}/style"; body { background: url(${url}/background) }</style>`,
    link: `<link rel=stylesheet href="${url}/link"><link rel=preconnect href="${url}">`,
    base: `<base href="${url}/">`,
    refresh: `<meta http-equiv=refresh content="0; url=${url}/refresh">`,
    form: `<form action="${url}/form"><button class=evil autofocus onfocus="${run("focus")}">x`,
    details: `<details open ontoggle="${run("toggle")}"><b class="evil">x</b>`,
    film: `<video src="${url}/film" onloadstart="${run("film")}" autoplay></video><audio src=x onerror="${run("sound")}">`,
    object: `<object data="${url}/object"></object><embed src="${url}/embed">`,
    marquee: `<marquee onstart="${run("marquee")}">x</marquee>`,
    "address of a program": `javascript:${run("address")}//`,
    "address with data": `data:text/html,<script>${run("data")}</script>`,
    "address of a file": "file:///etc/passwd",
    "address elsewhere": `${url}/address`,
    "address of a program of the system": "ms-office:ofe|u|http://127.0.0.1/x.xlsx",
    "template of braces": `{{constructor.constructor("${run("braces")}")()}}`,
    "template of a literal": `\${${run("literal")}}`,
    "template of a server": `<%= ${run("server")} %> #{7*7} {%x%} [[\${7*7}]]`,
    formula: `=HYPERLINK("${url}/formula","press")`,
    "command in a formula": `=cmd|' /C calc'!A0`,
    "formula with a plus": `+IMPORTXML("${url}/plus","//a")`,
    "formula with an at sign": `@SUM(1+1)*cmd|' /C calc'!A0`,
    "formula with a minus": "-2+3+cmd|' /C calc'!D2",
    query: `'; DROP TABLE people; --`,
    "query that is always true": `" OR 1=1 UNION SELECT key FROM secrets --`,
    "words of the search": `people MATCH "NEAR(x y)" AND * OR ^ (`,
    path: "../../../../etc/passwd",
    "path of Windows": "C:\\Windows\\System32\\..\\..\\CON.txt",
    "path of a network": "\\\\127.0.0.1\\share\\file",
    command: `$(touch /tmp/evil); \`id\` | sh & rm -rf ~`,
    prototype: "__proto__",
    "what every object has": "constructor",
    method: "constructor.prototype.toString",
    terminal: "\u001B]0;elsewhere\u0007\u001B[2J\u001B[31mred\u001B[0m",
    header: "x\r\nSet-Cookie: evil=1\r\n\r\n<b class=evil>",
    json: `"},"evil":{"$where":"1"},"x":{"`,
    xml: `<!DOCTYPE x [<!ENTITY e SYSTEM "${url}/entity">]><x>&e;</x>`,
    format: "%s%n%x {0} {} %{x} $1 \\1",
  };
}

/** What a hostile text can be wrapped in, so that something takes it for more than a text. */
const CARRIERS: Record<string, (text: string) => string> = {
  "as it is": (text) => text,
  "after the end of an attribute": (text) => `"'>${text}`,
  "after the end of a tag": (text) => `</span></td></title></textarea></script>${text}`,
  "inside a comment": (text) => `--><!--${text}-->`,
  "as entities": (text) => text.replaceAll("<", "&lt;").replaceAll(">", "&#x3E;").replaceAll('"', "&quot;"),
  "as entities of entities": (text) => text.replaceAll("<", "&amp;lt;").replaceAll(">", "&amp;gt;"),
  "as a part of an address": (text) => encodeURIComponent(text),
  "as escapes of a program": (text) => text.replaceAll("<", "\\u003c").replaceAll(">", "\\x3e"),
  "after a zero": (text) => `\u0000${text}`,
  "with zeros inside": (text) => text.replaceAll("<", "<\u0000"),
  "in capital letters": (text) => text.toUpperCase(),
  "in wide letters": (text) => text.replaceAll("<", "\uFF1C").replaceAll(">", "\uFF1E"),
  "turned round": (text) => `\u202E${text}\u202C`,
  "inside a wall of directions": (text) => `\u2066\u2067\u2068${text}`,
  "with letters of no width": (text) => [...text].join("\u200B").slice(0, 400),
  "with a mark of the byte order": (text) => `\uFEFF${text}\uFFFE`,
  "under a storm of marks": (text) => `${text}Z${"\u0300\u0489\u0336".repeat(30)}`,
  "after letters of the other direction": (text) => `שלום عليكم ${text}`,
  "between pictures of people": (text) => `👩‍👩‍👧‍👦🏴‍☠️${text}🇱🇻`,
  "at the end of much": (text) => `${"W".repeat(600)}${text}`,
  "on lines of its own": (text) => `x\r\n${text}\n\u2028${text}`,
  "between stops": (text) => `\t\t${text}\u00A0\t`,
  "as a field of a table": (text) => `x","${text}";x`,
  "after the end of a string of a program": (text) => `';${text}//`,
  "after the end of a style": (text) => `}</style>*/${text}/*`,
  "after a backslash": (text) => `\\${text}\\`,
  "with hyphens that are not seen": (text) => [...text].join("\u00AD").slice(0, 400),
  twice: (text) => `${text}${text}`,
  "between tabs": (text) => `\t${text}\t`,
  "inside braces": (text) => `{"a":[${text}]}`,
};

/** Every kind in every carrier, in turns. */
function everyName(url: string): string[] {
  const carriers = Object.values(CARRIERS);
  return Object.values(kinds(url)).flatMap((kind) => carriers.map((carry) => carry(kind)));
}

/** A thousand hostile names, the same ones every time. */
export function hostileNames(url: string): string[] {
  return [...new Set(everyName(url))].slice(0, 1_000);
}

/** Bytes of a file's name that every usual file system takes. */
const LONGEST_FILE_NAME = 255;

/**
 * A thousand files. A name on a disk has no zero and no slash; browsers take a backslash in an address for one. What is too long
 * is cut at its harmless beginning.
 */
export function hostileFileNames(url: string, ending: string): string[] {
  const named = everyName(url).map((name) => {
    const letters = [...name.replaceAll("\u0000", "").replaceAll("/", "\\")];
    while (Buffer.byteLength(letters.join("") + ending) > LONGEST_FILE_NAME) letters.shift();
    return letters.join("") + ending;
  });
  return [...new Set(named)].slice(0, 1_000);
}

/** A thousand sheets of workbooks. Control characters, and two that are none at all, can't be written in XML. */
export function hostileSheetNames(url: string): string[] {
  const named = everyName(url).map((name) => name.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ""));
  return [...new Set(named)].slice(0, 1_000);
}
