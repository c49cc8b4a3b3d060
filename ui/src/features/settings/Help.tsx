import { Section } from "@/components/Section";
import { Button } from "@/kit/Button";
import { run } from "@/kit/commands";
import { support as words } from "@/words/support";

/** Where help is found, and what can be given to whoever helps. */
export function Help() {
  return (
    <Section title={words.title} note={words.what}>
      <span className="flex flex-wrap gap-2">
        <Button onPress={() => run("support")}>{words.save}</Button>
        <Button onPress={() => run("guide")}>{words.guide}</Button>
      </span>
    </Section>
  );
}
