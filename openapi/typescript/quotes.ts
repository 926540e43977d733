// A program that a reporter's tool might start from: compiled against the generated types, not run.
import createClient from "openapi-fetch";
import type { components, paths } from "./types.js";

type Quote = components["schemas"]["Quote"];

const client = createClient<paths>({ baseUrl: "http://127.0.0.1:8000" });

function line(quote: Quote): string {
  const speaker = quote.speaker?.entity?.name ?? quote.speaker?.text ?? "somebody";
  const where = quote.article.outlet?.name ?? "an unnamed outlet";
  return `${speaker} (${quote.kind}, ${where}): ${quote.text}`;
}

export async function quotesBy(speaker: string): Promise<string[]> {
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { speaker, limit: 50, ...(cursor ? { cursor } : {}) };
    const { data, error } = await client.GET("/v1/quotes", { params: { query } });
    if (error) throw new Error(`${error.status} ${error.title}: ${error.detail ?? ""}`);
    lines.push(...data.items.map(line));
    cursor = data.next_cursor ?? undefined;
  } while (cursor);
  return lines;
}

export async function ingest(page: string, key: string): Promise<string> {
  const { data, error } = await client.POST("/v1/documents", {
    headers: { Authorization: `Bearer ${key}` },
    body: { content: page, media_type: "text/html", url: "https://example.org/page" },
  });
  if (error) throw new Error(error.detail ?? error.title);
  return data.id;
}
