import { Section } from "@/components/Section";
import type { OpenapiProposal } from "@/ipc";
import { Select } from "@/kit/Select";
import { connectionsOpenapi as words } from "@/words/connectionsOpenapi";

type AddressProps = { proposal: OpenapiProposal; baseUrl: string; onBaseUrl: (baseUrl: string) => void };

/** What a document says of the address and the sign-in. */
export function Address({ proposal: { baseUrls, signIn }, baseUrl, onBaseUrl }: AddressProps) {
  return (
    <Section title={words.address} note={words.addressNote}>
      {baseUrls.length > 1 ? (
        <Select
          label={words.baseUrl}
          options={baseUrls.map((url) => ({ id: url, label: url }))}
          value={baseUrl}
          onChange={(url) => onBaseUrl(url ?? "")}
        />
      ) : null}
      <dl className="grid grid-cols-[200px_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {baseUrls.length > 1 ? null : <Said name={words.baseUrl} value={baseUrls[0]} unsaid={words.noBaseUrl} />}
        <Said name={words.keyHeader} value={signIn.keyHeader} />
        <Said name={words.tokenUrl} value={signIn.tokenUrl} />
        {signIn.authorizeUrl === null ? null : <Said name={words.authorizeUrl} value={signIn.authorizeUrl} />}
        {signIn.issuer === null ? null : <Said name={words.issuer} value={signIn.issuer} />}
        {signIn.scopes.length === 0 ? null : <Said name={words.scopes} value={signIn.scopes.join(", ")} />}
      </dl>
    </Section>
  );
}

type SaidProps = { name: string; value: string | null | undefined; unsaid?: string };

function Said({ name, value, unsaid = words.notSaid }: SaidProps) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      {value ? <dd className="font-mono text-sm break-all">{value}</dd> : <dd className="text-ink-3">{unsaid}</dd>}
    </>
  );
}
