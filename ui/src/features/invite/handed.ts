import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { type FileOffer, onEvent } from "@/ipc";

const takers = new Set<(file: FileOffer) => void>();

/** Takes files of people that were not dropped: those that were named when Rollcall was started. */
export function useTaker(take: (file: FileOffer) => void): void {
  useEffect(() => {
    takers.add(take);
    return () => void takers.delete(take);
  }, [take]);
}

/** Screens where a file means something else than people to invite. */
const OTHERS = /^\/connections(\/|$)|^\/p\/[^/]+\/reviews(\/|$)/;

/** Brings such a file to where people are invited, and hands it over there. */
export function useHanded(profile: string | null): void {
  const [file, setFile] = useState<FileOffer | null>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const navigate = useNavigate();
  useEffect(() => onEvent((event) => event.kind === "file-opened" && setFile(event.data)), []);
  useEffect(() => {
    if (!file || pathname === undefined) return;
    if (OTHERS.test(pathname)) {
      void (profile === null ? navigate({ to: "/" }) : navigate({ to: "/p/$profile/invite", params: { profile } }));
      return;
    }
    setFile(null);
    for (const take of [...takers]) take(file);
  }, [file, pathname, profile, navigate]);
}
