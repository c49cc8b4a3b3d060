import type { CheckView, ProfileView } from "@/ipc";
import { TextField } from "@/kit/TextField";
import { invite as words } from "@/words/invite";

/** A live platform's name is asked for above so many people. */
const MANY = 25;

const folded = (name: string) => name.trim().toLowerCase();

/** Whether what was typed is the platform's name, whatever its case and the space around it. */
export const isNamed = (typed: string, { name }: Pick<ProfileView, "name">): boolean => folded(typed) === folded(name);

type TypedNameProps = {
  platform: ProfileView;
  check: CheckView;
  value: string;
  onChange: (typed: string) => void;
};

/** Asks for the platform's name, and says why: nobody mails the wrong people by habit. */
export function TypedName({ platform, check, value, onChange }: TypedNameProps) {
  const many = check.invites > MANY || check.privileged.length === 0;
  const why = [
    many ? words.send.nameWhyMany(check.invites) : null,
    check.privileged.length > 0 ? words.send.nameWhyPower : null,
  ];
  return (
    <TextField
      autoFocus
      label={words.send.nameLabel(platform.name)}
      help={why.filter(Boolean).join(" ")}
      value={value}
      onChange={onChange}
    />
  );
}
