import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useContext } from "react";
import { SigningIn } from "@/components/signingIn";
import { keys } from "@/data/queries";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { AlertIcon } from "@/kit/icons";
import { connectionList } from "@/words/connectionList";
import { wayInOf } from "../signIn/state";
import type { Problem } from "./problem";

const words = connectionList.repair;

/** What is wrong with a connection, and the one thing to do about it. */
export function ProblemLine({ profile, problem }: { profile: ProfileView; problem: Problem }) {
  const { label, act } = useRepair(profile, problem);
  return (
    <div className="flex items-center gap-2 rounded-md bg-warn-soft py-1 pe-1 ps-2.5 text-warn">
      <AlertIcon width="14" height="14" className="shrink-0" />
      <p className="min-w-0 flex-1">{problem.sentence}</p>
      <Button small onPress={act}>
        {label}
      </Button>
    </div>
  );
}

function useRepair(profile: ProfileView, { repair }: Problem): { label: string; act: () => void } {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { ask } = useContext(SigningIn);
  switch (repair) {
    case "edit":
      return {
        label: words.open,
        act: () => void navigate({ to: "/connections/$id", params: { id: profile.id } }),
      };
    case "keychain":
      return {
        label: words.again,
        act: () => {
          void client.invalidateQueries({ queryKey: keys.profiles });
          void client.invalidateQueries({ queryKey: keys.status });
        },
      };
    case "sign-in": {
      const paste = profile.secret === "missing" ? words.paste : words.pasteNew;
      return { label: wayInOf(profile) === "paste" ? paste : words.browser, act: () => ask(profile.id) };
    }
  }
}
