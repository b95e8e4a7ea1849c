// Reads the Mermaid files named, with Mermaid itself, and prints what it found in each as JSON.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

// Mermaid cleans its labels with a browser's own means; here they are jsdom's.
const { window } = new JSDOM("<!DOCTYPE html><body></body>");
for (const name of ["document", "Element", "Node", "HTMLElement", "DOMParser"]) globalThis[name] = window[name];
globalThis.window = window;

const { default: mermaid } = await import("mermaid");
// The plan of 400 boxes has more links than the 500 that Mermaid draws unless asked.
mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxEdges: 5000, maxTextSize: 500000 });

const found = [];
for (const file of process.argv.slice(2)) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(file, "utf8"));
  found.push({
    title: db.getAccTitle(),
    vertices: [...db.getVertices().values()].map(({ id, text }) => [id, text ?? null]),
    frames: db.getSubGraphs().map(({ id, title }) => [id, title]),
    edges: db.getEdges().map(({ start, end, text, type, stroke }) => [start, end, text, type, stroke]),
  });
}
console.log(JSON.stringify(found));
