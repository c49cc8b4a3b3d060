import type { Sentence } from "@/ipc";

/** A sentence of the core of which nothing but the English text is known. */
export const sentence = (text: string): Sentence => ({ text, pattern: "", values: {} });
