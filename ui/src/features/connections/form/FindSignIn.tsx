import { useState } from "react";
import { Failure } from "@/components/Failure";
import { useDiscoverSignIn } from "@/data/signingIn";
import type { SignInEndpoints } from "@/ipc";
import { Button } from "@/kit/Button";
import { TextField } from "@/kit/TextField";
import { connectionsSignIn } from "@/words/connectionsSignIn";
import { type ChangeForm, type ConnectionForm, networkOf, withIssuer } from "../draft";

const words = connectionsSignIn.find;

type FindSignInProps = { form: ConnectionForm; onChange: ChangeForm };

/** Asks the issuer where clients and people sign in, and fills it in. */
export function FindSignIn({ form, onChange }: FindSignInProps) {
  const [open, setOpen] = useState(form.issuer !== "");
  const discover = useDiscoverSignIn();
  const find = () => {
    if (form.issuer.trim() === "" || discover.isPending) return;
    discover.mutate(
      { issuer: form.issuer.trim(), network: networkOf(form) },
      {
        onSuccess: (found) => onChange((now) => withIssuer(now, found)),
      },
    );
  };
  if (!open) {
    return (
      <span>
        <Button small onPress={() => setOpen(true)}>
          {words.open}
        </Button>
      </span>
    );
  }
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken p-3">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
        <TextField
          mono
          autoFocus={form.issuer === ""}
          label={words.label}
          placeholder={words.hint}
          help={words.help}
          value={form.issuer}
          onChange={(issuer) => onChange({ ...form, issuer })}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // Enter in any other field saves.
            event.preventDefault();
            find();
          }}
        />
        <span className="pt-5.5">
          <Button
            pending={discover.isPending}
            offBecause={form.issuer.trim() === "" ? words.none : null}
            onPress={find}
          >
            {words.find}
          </Button>
        </span>
      </div>
      {discover.error ? <Failure error={discover.error} title={words.failed} onRetry={find} /> : null}
      <p role="status" className="text-ink-2 select-text empty:hidden">
        {discover.data ? said(discover.data) : null}
      </p>
    </div>
  );
}

function said({ issuer, authorizeUrl, scopes }: SignInEndpoints): string {
  return [
    words.found(issuer),
    authorizeUrl === null ? words.noPeople : null,
    scopes.length > 0 ? words.scopes(scopes) : null,
  ]
    .filter(Boolean)
    .join(" ");
}
