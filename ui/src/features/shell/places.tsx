import type { ComponentType, SVGProps } from "react";
import type { ProfileView } from "@/ipc";
import {
  ClockIcon,
  ConnectionsIcon,
  FindingsIcon,
  InviteIcon,
  OverviewIcon,
  ProvidersIcon,
  ReviewsIcon,
  RolesIcon,
  RunsIcon,
  SettingsIcon,
  UsersIcon,
} from "@/kit/icons";
import type { KeyName } from "@/kit/keymap";
import { shell } from "@/words/shell";

type Icon = ComponentType<SVGProps<SVGSVGElement>>;

const at = <Id extends keyof typeof shell.nav>(id: Id, Icon: Icon) =>
  ({ id, to: `/p/$profile/${id}` as const, label: shell.nav[id], Icon }) as const;

/** The screens that every platform has, in the order of the list on the left; that is also the order of their keys. */
export const PLATFORM_PLACES = [
  at("overview", OverviewIcon),
  at("users", UsersIcon),
  at("changes", ClockIcon),
  at("findings", FindingsIcon),
  at("roles", RolesIcon),
  at("providers", ProvidersIcon),
  at("reviews", ReviewsIcon),
  at("invite", InviteIcon),
  at("runs", RunsIcon),
];

/** Above these, a line parts what is looked at from what is done. */
export const DOING: readonly PlatformPlace["id"][] = ["invite", "runs"];

export type PlatformPlace = (typeof PLATFORM_PLACES)[number];

/** Whether a platform has this place: of some there are no identity providers to know. */
export const hasPlace = ({ needs }: ProfileView, id: PlatformPlace["id"]): boolean =>
  id !== "providers" || needs.identityProviders;

/** The screens that a platform has, each by its number: one that it does not have takes none of the others' numbers. */
export const placesOf = (profile: ProfileView) =>
  PLATFORM_PLACES.map((one, place) => ({ ...one, number: place + 1 })).filter(({ id }) => hasPlace(profile, id));

type OtherPlace = { id: string; to: "/connections" | "/settings"; label: string; Icon: Icon; keys?: KeyName };

/** The screens that belong to no platform. */
export const OTHER_PLACES: readonly OtherPlace[] = [
  { id: "connections", to: "/connections", label: shell.nav.connections, Icon: ConnectionsIcon },
  { id: "settings", to: "/settings", label: shell.nav.settings, Icon: SettingsIcon, keys: "settings" },
];
