import { plural } from "../format";

/** `1 Person`, `2 Personen`: the same in every case of the grammar, as the other words here are. */
export const people = (n: number) => plural(n, "Person", "Personen");
/** `1 Zeile`, `2 Zeilen`. */
export const rows = (n: number) => plural(n, "Zeile", "Zeilen");
/** `1 Spalte`, `2 Spalten`. */
export const columns = (n: number) => plural(n, "Spalte", "Spalten");
/** `1 Zelle`, `2 Zellen`. */
export const cells = (n: number) => plural(n, "Zelle", "Zellen");
