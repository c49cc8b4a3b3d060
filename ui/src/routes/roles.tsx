import { useParams } from "@tanstack/react-router";
import { Roles } from "@/features/roles/Roles";

export function RolesRoute() {
  const { profile } = useParams({ from: "/p/$profile/roles" });
  return <Roles profile={profile} />;
}
