import type { ApiCall } from "@/ipc";
import { said } from "./said";

const call: Record<Exclude<ApiCall, "invite">, string> = {
  users: "A user",
  roles: "A role",
  "identity-providers": "An identity provider",
  organizations: "An organization",
};

/** A real record of the platform beside Rollcall's fields. */
export const connectionsMatch = said("connectionsMatch", {
  call,
  open: "Match the answer…",
  saveFirst: "Save first: the description was changed here.",
  title: (platform: string) => `Match what ${platform} answers`,
  text: "The first record that the platform lists, as it came, and where Rollcall reads each field in it.",
  tabs: "Kinds of records",
  asking: "Asking the platform for one record. Nothing is changed there.",
  record: "The record, as it came",
  fields: "Where Rollcall reads it",
  field: "Field",
  place: "Place in the record",
  value: "Read as",
  note: "State",
  placeFor: (field: string) => `Place of ${field}`,
  byDescription: "As the description says",
  unread: "nothing",
  afterSaving: "after saving",
  needed: "needed",
  absent: "not there",
  found: "found",
  changed: "Your choice",
  save: "Save these places",
  saved: "Saved. The list of people is read this way from the next refresh on.",
  nothing: "Change a place first.",
  close: "Close",
});
