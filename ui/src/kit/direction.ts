/** Whether the page is read from right to left. */
export const isMirrored = (): boolean => document.documentElement.dir === "rtl";

const OTHER_WAY: Record<string, string> = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

/** The key as a page says it that is read from left to right: Right is where the text goes on. */
export const alongText = (key: string): string => (isMirrored() ? (OTHER_WAY[key] ?? key) : key);
