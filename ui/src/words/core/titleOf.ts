import type { SentencePattern } from "@/ipc";
import { told } from "./told";

/** What the core calls people who came without a file of their own. */
const WITHOUT_FILE: readonly string[] = ["Pasted table", "Typed by hand"] satisfies SentencePattern[];

/** The name of a file, which stays as it is; of people who came without one, what they are called in the chosen language. */
export const titleOf = (title: string): string => (WITHOUT_FILE.includes(title) ? told(title).text : title);
