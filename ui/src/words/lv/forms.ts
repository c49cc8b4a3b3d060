/**
 * The nouns that are counted all over the page, by their case. A number that is not declined (0, 10 to 20, 30 …) takes the
 * genitive where it stands alone, and the plural where a predicate has to agree with it.
 */
import { count, form, plural } from "../format";

/** `2 cilvēki`, `10 cilvēku`: the number alone. */
export const people = (n: number) => plural(n, "cilvēks", "cilvēki", "cilvēku");
/** `10 cilvēki tiek pārbaudīti`: with a predicate. */
export const peopleWho = (n: number) => plural(n, "cilvēks", "cilvēki");
/** `uzaicināt 21 cilvēku`. */
export const peopleAs = (n: number) => plural(n, "cilvēku", "cilvēkus", "cilvēku");
/** `sūtīt 2 cilvēkiem`, and after prepositions in the plural. */
export const peopleTo = (n: number) => plural(n, "cilvēkam", "cilvēkiem");
/** `par 21 cilvēku`, `par 2 cilvēkiem`. */
export const peopleAbout = (n: number) => plural(n, "cilvēku", "cilvēkiem");
/** `no 21 cilvēka`, `no 2 cilvēkiem`. */
export const peopleFrom = (n: number) => plural(n, "cilvēka", "cilvēkiem");

/** `2 rindas`, `10 rindu`. */
export const rows = (n: number) => plural(n, "rinda", "rindas", "rindu");
/** `izlaist 21 rindu`. */
export const rowsAs = (n: number) => plural(n, "rindu", "rindas", "rindu");
/** `izmantot 2 rindām`. */
export const rowsTo = (n: number) => plural(n, "rindai", "rindām");
/** `21 rindā`, `2 rindās`. */
export const rowsIn = (n: number) => plural(n, "rindā", "rindās");

/** `2 kolonnas`, `10 kolonnu`. */
export const columns = (n: number) => plural(n, "kolonna", "kolonnas", "kolonnu");
/** `2 dienas`, `10 dienu`. */
export const days = (n: number) => plural(n, "diena", "dienas", "dienu");
/** `derīga vēl 21 dienu`. */
export const daysLong = (n: number) => plural(n, "dienu", "dienas", "dienu");
/** `pirms 21 dienas`, `pirms 2 dienām`. */
export const daysAgo = (n: number) => plural(n, "dienas", "dienām");

/** `12 no 40`. */
export const outOf = (n: number, all: number) => `${count(n)} no ${count(all)}`;
/** `bloķēti: 12`, in the number that agrees. */
export const told = (n: number, one: string, other: string) => `${form(n, one, other)}: ${count(n)}`;
