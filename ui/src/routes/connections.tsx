import { useParams } from "@tanstack/react-router";
import { ConnectionPage } from "@/features/connections/ConnectionPage";
import { Connections } from "@/features/connections/Connections";

export function ConnectionsRoute() {
  return <Connections />;
}

export function NewConnectionRoute() {
  return <ConnectionPage id={null} />;
}

export function ConnectionRoute() {
  const { id } = useParams({ from: "/connections/$id" });
  return <ConnectionPage key={id} id={id} />;
}
