import { plural } from "./format";
import { said } from "./said";

/** What can be done from the palette, beside what buttons say already. */
export const commands = said("commands", {
  off: (what: string, why: string) => `${what}: ${why}`,
  noPlatform: "no platform is open",
  refresh: (platform: string) => `Refresh the lists of ${platform}`,
  refreshOpen: "Refresh the lists",
  refreshing: "they are being read already",
  refreshed: (platform: string, people: number) =>
    `The lists of ${platform} were read: ${plural(people, "person", "people")}.`,
  listHeld: (platform: string) => `The new list of ${platform} looks wrong and waits for you. The one before stays.`,
  notRefreshed: (platform: string) => `The lists of ${platform} could not be read. The ones before stay.`,
  inviteFile: "Invite from a file…",
  invitePerson: "Invite one person…",
  newReview: "Start an access review…",
  connect: "Connect a platform…",
  sample: "Open the sample platform",
  tour: "Show the tour of the sample platform",
  light: "Light theme",
  dark: "Dark theme",
  system: "Theme as the system",
  highContrast: "High contrast",
  usualContrast: "Contrast as the system",
  compact: "Compact rows everywhere",
  comfortable: "Rows with room everywhere",
  reduceMotion: "Keep the screen still",
  allowMotion: "Motion as the system",
});
