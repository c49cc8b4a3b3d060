import { count } from "./format";
import { said } from "./said";

/** The numbers of {@link import("@/ipc").Thresholds}, by their names there. */
const field = {
  neverAcceptedDays: {
    label: "Days until an unaccepted invitation becomes a finding",
    help: "Counted from the day of the invitation.",
  },
  ownDomainPercent: {
    label: "Percent that make a mail domain your own",
    help: "Of the people of a distributor or seller, so many have it.",
  },
  workEmailPercent: {
    label: "Percent with work email before a password becomes a finding",
    help: "Of the people of a mail domain, so many sign in with work email.",
  },
  workEmailPeople: {
    label: "People with work email before a password becomes a finding",
    help: "At least so many people of the mail domain.",
  },
};

/** When something becomes a finding. */
export const thresholds = said("thresholds", {
  title: "Findings",
  note: "When something becomes a finding. For all platforms of this computer.",
  field,
  range: (least: number, most: number, usual: number) => `${count(least)} to ${count(most)}, usually ${count(usual)}.`,
  outside: (least: number, most: number) => `A whole number from ${count(least)} to ${count(most)}.`,
  countCustomerRoles: "Count roles made for customers",
  countCustomerRolesNote:
    "A role such as Customer Admin belongs in a customer’s organization. Counted, everyone who holds one there becomes a finding.",
  save: "Save",
  defaults: "Defaults",
  saved: "The numbers for findings are kept.",
  failed: "The numbers were not kept",
});
