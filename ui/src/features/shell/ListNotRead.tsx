import type { ReactNode } from "react";
import { useRefresh } from "@/data/roster";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { people } from "@/words/people";

type ListNotReadProps = { profile: string; icon: ReactNode; title: string; children: ReactNode };

/** Nothing here because the platform's lists were not read yet. */
export function ListNotRead({ profile, icon, title, children }: ListNotReadProps) {
  const refresh = useRefresh(profile);
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <Button kind="primary" pending={refresh.isPending} onPress={() => refresh.mutate()}>
          {people.read}
        </Button>
      }
    >
      {children}
    </EmptyState>
  );
}
