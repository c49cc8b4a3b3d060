/** The number that a value is; the core writes thousands as English does: `200,000`. */
export const numberOf = (text = ""): number => Number(text.replaceAll(",", ""));
