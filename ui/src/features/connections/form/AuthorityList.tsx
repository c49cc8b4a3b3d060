import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Failure } from "@/components/Failure";
import { authoritiesQuery, useReadDocument } from "@/data/connectionDocuments";
import type { CertificateView } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { connectionsBegin } from "@/words/connectionsBegin";
import { connectionsNetwork as words } from "@/words/connectionsNetwork";
import { type Authority, pemOf } from "./authorities";

type AuthorityListProps = { value: Authority[]; onChange: (authorities: Authority[]) => void };

/** Certificates that are trusted beside the system's. What a file holds arrives as any document does. */
export function AuthorityList({ value, onChange }: AuthorityListProps) {
  const id = useId();
  const read = useReadDocument();
  // A certificate that was kept earlier comes back without its words.
  const kept = value.filter((one) => one.view === null);
  const said = useQuery(authoritiesQuery(pemOf(kept) ?? "")).data ?? [];
  const viewOf = (one: Authority) => one.view ?? said[kept.indexOf(one)] ?? null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <div>
        <h3 id={id} className="text-sm font-medium text-ink-2">
          {words.authorities}
        </h3>
        <p className="text-sm text-ink-3">{words.authoritiesNote}</p>
      </div>
      {value.length > 0 ? (
        <ul className="rounded-md border border-line">
          {value.map((one, place) => (
            <Certificate
              key={one.pem}
              name={viewOf(one)?.subject ?? words.keptCertificate(place + 1)}
              view={viewOf(one)}
              onRemove={() => onChange(value.filter((other) => other !== one))}
            />
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{words.noAuthorities}</p>
      )}
      {read.error ? <Failure error={read.error} title={connectionsBegin.failed} /> : null}
      <span>
        <Button small pending={read.isPending} onPress={() => read.mutate(null)}>
          {words.add}
        </Button>
      </span>
    </section>
  );
}

type CertificateProps = { name: string; view: CertificateView | null; onRemove: () => void };

function Certificate({ name, view, onRemove }: CertificateProps) {
  return (
    <li className="flex items-start gap-3 border-t border-line px-3 py-2 first:border-t-0">
      <div className="min-w-0 flex-1 select-text">
        <p className="truncate font-medium">{name}</p>
        {view ? <Facts view={view} /> : <p className="text-sm text-ink-3">{words.keptNote}</p>}
      </div>
      <Button small kind="quiet" aria-label={words.remove(name)} onPress={onRemove}>
        {words.removeWord}
      </Button>
    </li>
  );
}

function Facts({ view }: { view: CertificateView }) {
  const ended = new Date(view.notAfter).getTime() < Date.now();
  return (
    <>
      <p className="text-sm text-ink-2">
        {words.issuer(view.issuer)} ·{" "}
        {ended ? <Badge tone="bad">{words.ended(view.notAfter)}</Badge> : words.until(view.notAfter)}
      </p>
      <p className="text-sm break-all text-ink-3">
        {words.fingerprint} <span className="font-mono">{view.fingerprint}</span>
      </p>
    </>
  );
}
