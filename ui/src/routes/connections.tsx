import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ConnectionPage } from "@/features/connections/ConnectionPage";
import { Connections } from "@/features/connections/Connections";

export function ConnectionsRoute() {
  return <Connections />;
}

export function NewConnectionRoute() {
  return <ConnectionPage id={null} />;
}

/** One connection; just after it was first saved, the address asks for a test. */
export function ConnectionRoute() {
  const { id } = useParams({ from: "/connections/$id" });
  const { test } = useSearch({ from: "/connections/$id" });
  const navigate = useNavigate({ from: "/connections/$id" });
  return (
    <ConnectionPage key={id} id={id} testNow={test ?? false} onTested={() => navigate({ search: {}, replace: true })} />
  );
}
