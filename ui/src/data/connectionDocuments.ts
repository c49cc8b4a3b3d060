import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type ConnectionDocument, type FileOffer, ipc, type OperationChoice } from "@/ipc";
import { useLatest } from "@/kit/useLatest";
import { keys } from "./queries";

/** A document for a connection, read; the word for its file asks more of it. */
export type ArrivedDocument = { file: FileOffer; document: ConnectionDocument };

/** Reads a document that was dropped, or asks for one. It waits until a screen takes it. */
export function useReadDocument() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (dropped: FileOffer | null): Promise<ArrivedDocument | null> => {
      const file = dropped ?? (await ipc.pickDocument());
      return file && { file, document: await ipc.readConnectionDocument(file.token) };
    },
    onSuccess: (arrived) => {
      if (arrived?.document.kind === "table") client.setQueryData(keys.table, arrived.file);
      else if (arrived) client.setQueryData(keys.document, arrived);
    },
  });
}

/** Hands a document that waits to the screen that is shown, once. */
export function useArrivedDocument(take: (arrived: ArrivedDocument) => void): void {
  const client = useQueryClient();
  const latest = useLatest(take);
  const { data } = useQuery(
    queryOptions<ArrivedDocument | null>({ queryKey: keys.document, queryFn: () => null, enabled: false }),
  );
  useEffect(() => {
    // Asked of the store, not of the drawing: an effect that runs twice takes it once.
    const waiting = data && client.getQueryData<ArrivedDocument | null>(keys.document);
    if (!waiting) return;
    client.setQueryData(keys.document, null);
    latest.current(waiting);
  }, [data, client, latest]);
}

/** A table that was dropped where connections are, and the way to be done with it. */
export function useArrivedTable() {
  const client = useQueryClient();
  const { data } = useQuery(
    queryOptions<FileOffer | null>({ queryKey: keys.table, queryFn: () => null, enabled: false }),
  );
  return { table: data ?? null, done: () => client.setQueryData(keys.table, null) };
}

/** What the certificates of a PEM text say, in its order. */
export const authoritiesQuery = (pem: string) =>
  queryOptions({
    queryKey: keys.authorities(pem),
    queryFn: () => ipc.lookAtAuthorities(pem),
    enabled: pem !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A person's word on some of the calls, and on the kind of platform. */
export type ProposalChoices = { choices: OperationChoice[]; kind: string | null };

/** Asks what a document proposes with a person's word on it. */
export function useProposeOperations(token: string) {
  return useMutation({
    mutationFn: ({ choices, kind }: ProposalChoices) => ipc.proposeOperations(token, choices, kind),
  });
}
