import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type DescriptionChoice, ipc } from "@/ipc";
import { keys } from "./queries";

/** The built-in descriptions of platforms. */
export const descriptionsQuery = () =>
  queryOptions({ queryKey: keys.descriptions, queryFn: () => ipc.listDescriptions() });

/** A description in full, or what is wrong with it. While one is looked at, the one before stays. */
export const descriptionQuery = (choice: DescriptionChoice) =>
  queryOptions({
    queryKey: keys.description(choice),
    queryFn: () => ipc.lookAtDescription(choice),
    placeholderData: keepPreviousData,
  });
