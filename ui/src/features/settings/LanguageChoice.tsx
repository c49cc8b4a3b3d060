import { useState } from "react";
import { Failure } from "@/components/Failure";
import { isAnythingUnsaved } from "@/components/unsaved";
import { useChangeLanguage } from "@/data/status";
import type { Language, Settings } from "@/ipc";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { RadioGroup } from "@/kit/RadioGroup";
import { languages as words } from "@/words/languages";

const LANGUAGES = ["en", "de", "lv"] as const;

/** The language of the window. Another one takes a page that is loaded anew, which is asked about where something is unsaved. */
export function LanguageChoice({ settings }: { settings: Settings }) {
  const change = useChangeLanguage();
  const [asked, setAsked] = useState<Language | null>(null);
  const choose = (language: Language) => {
    if (isAnythingUnsaved()) setAsked(language);
    else change.mutate({ ...settings, language });
  };
  return (
    <>
      {change.error ? <Failure title={words.saveFailed} error={change.error} /> : null}
      <RadioGroup
        inline
        label={words.label}
        value={change.isPending ? (change.variables.language ?? "system") : (settings.language ?? "system")}
        onChange={choose}
        options={[
          { value: "system", label: words.system },
          ...LANGUAGES.map((value) => ({ value, label: words.names[value], lang: value })),
        ]}
      />
      <Dialog
        title={words.ask.title}
        open={asked !== null}
        onClose={() => setAsked(null)}
        actions={
          <ConfirmActions
            cancel={words.ask.keep}
            onCancel={() => setAsked(null)}
            confirm={words.ask.change}
            onConfirm={() => {
              if (asked) change.mutate({ ...settings, language: asked }, { onSettled: () => setAsked(null) });
            }}
            pending={change.isPending}
          />
        }
      >
        {words.ask.text}
      </Dialog>
    </>
  );
}
