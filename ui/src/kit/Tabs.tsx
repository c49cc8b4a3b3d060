import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";

type TabsProps = {
  label: string;
  tabs: { id: string; label: string; content: ReactNode }[];
  selected?: string;
  onChange?: (id: string) => void;
};

/** Two or three views of one thing. */
export function Tabs({ label, tabs, selected, onChange }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onChange?.(`${key}`)}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList aria-label={label} className="flex gap-4 border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px border-b-2 border-transparent py-1.5 text-sm font-medium text-ink-2 outline-none data-focus-visible:shadow-focus data-hovered:text-ink data-selected:border-accent data-selected:text-accent"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.id}
          id={tab.id}
          className="min-h-0 flex-1 overflow-auto pt-3 outline-none data-focus-visible:shadow-focus"
        >
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
