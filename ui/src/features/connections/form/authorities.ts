import type { AuthorityFile, CertificateView } from "@/ipc";

/** One certificate that is trusted beside the system's. */
export type Authority = {
  /** The certificate itself, as PEM. */
  pem: string;
  /** What it says; nothing of one that was kept earlier. */
  view: CertificateView | null;
};

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a PEM text, one by one. */
export function authoritiesOf(pem: string | null | undefined): Authority[] {
  return (pem?.match(BLOCK) ?? []).map((block) => ({ pem: block, view: null }));
}

/** All of them as one PEM text; nothing where there is none. */
export function pemOf(authorities: readonly Authority[]): string | null {
  return authorities.length === 0 ? null : `${authorities.map(({ pem }) => pem).join("\n")}\n`;
}

/** The certificates with those of a file. One that is there already is only told better. */
export function withFile(authorities: readonly Authority[], file: AuthorityFile): Authority[] {
  const added = authoritiesOf(file.pem).map(({ pem }, place) => ({ pem, view: file.certificates[place] ?? null }));
  return [...authorities.filter((one) => !added.some(({ pem }) => pem === one.pem)), ...added];
}
