import { useNavigate } from "@tanstack/react-router";
import { Page } from "@/components/Page";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { shell } from "@/words/shell";

const words = shell.notFound;

/** No such screen. */
export function NotFound() {
  const navigate = useNavigate();
  return (
    <Page title={words.title}>
      <EmptyState
        title={words.title}
        action={
          <Button kind="primary" onPress={() => void navigate({ to: "/" })}>
            {words.action}
          </Button>
        }
      >
        {words.what}
      </EmptyState>
    </Page>
  );
}

/** No such connection. */
export function ProfileNotFound() {
  const navigate = useNavigate();
  return (
    <Page title={words.profile}>
      <EmptyState
        title={words.profile}
        action={
          <Button kind="primary" onPress={() => void navigate({ to: "/connections" })}>
            {words.connections}
          </Button>
        }
      >
        {words.profileWhat}
      </EmptyState>
    </Page>
  );
}
