import type { ErrorCode } from "@/ipc";
import type { Tone } from "@/kit/Badge";

/** What a screen offers beside an error's sentence. */
export type ErrorAction = "retry" | "connection" | "connections" | "users" | "anew" | "reload" | "none";

/** How an error looks, and what can be done about it. */
export type Presentation = { tone: Extract<Tone, "bad" | "warn" | "muted">; action: ErrorAction };

/** Every code has its presentation; a new code does not compile without one. */
export const PRESENTATION: Record<ErrorCode, Presentation> = {
  "keychain-missing": { tone: "warn", action: "connection" },
  "keychain-locked": { tone: "warn", action: "retry" },
  "keychain-denied": { tone: "bad", action: "connection" },
  "keychain-slow": { tone: "warn", action: "retry" },
  "credentials-missing": { tone: "warn", action: "connection" },
  "platform-unreachable": { tone: "warn", action: "retry" },
  "key-refused": { tone: "bad", action: "connection" },
  "sign-in-refused": { tone: "bad", action: "connection" },
  "token-ends": { tone: "warn", action: "connection" },
  "name-needed": { tone: "warn", action: "none" },
  "read-only": { tone: "warn", action: "connection" },
  forbidden: { tone: "bad", action: "connection" },
  "rate-limited": { tone: "warn", action: "retry" },
  "platform-failed": { tone: "bad", action: "retry" },
  "profile-unknown": { tone: "bad", action: "connections" },
  "profile-invalid": { tone: "bad", action: "none" },
  storage: { tone: "bad", action: "retry" },
  "storage-newer": { tone: "bad", action: "none" },
  "storage-key": { tone: "bad", action: "retry" },
  "storage-lost": { tone: "bad", action: "anew" },
  "file-refused": { tone: "bad", action: "none" },
  "file-gone": { tone: "warn", action: "none" },
  "nothing-to-send": { tone: "warn", action: "none" },
  "list-not-fresh": { tone: "warn", action: "retry" },
  "list-held": { tone: "warn", action: "users" },
  "list-changed": { tone: "warn", action: "none" },
  "sender-held": { tone: "warn", action: "retry" },
  "run-unknown": { tone: "warn", action: "none" },
  "run-refused": { tone: "warn", action: "none" },
  "review-refused": { tone: "warn", action: "none" },
  cancelled: { tone: "muted", action: "retry" },
  "bad-request": { tone: "bad", action: "reload" },
  internal: { tone: "bad", action: "reload" },
};
