import { useNavigate } from "@tanstack/react-router";
import { Section } from "@/components/Section";
import { Button } from "@/kit/Button";
import { run } from "@/kit/commands";
import { support as words } from "@/words/support";

/** Where help is found, and what can be given to whoever helps. */
export function Help() {
  const navigate = useNavigate();
  return (
    <Section title={words.title} note={words.what}>
      <span className="flex flex-wrap gap-2">
        <Button onPress={() => run("support")}>{words.save}</Button>
        <Button onPress={() => void navigate({ to: "/guide" })}>{words.guide}</Button>
      </span>
    </Section>
  );
}
