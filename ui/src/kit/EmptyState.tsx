import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  /** What would be here. */
  title: string;
  /** Why it is not. */
  children?: ReactNode;
  /** The one button that changes it. */
  action?: ReactNode;
};

/** Nothing here, and what to do about it. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="grid h-full place-items-center p-8">
      <div className="flex max-w-100 flex-col items-center gap-1.5 text-center">
        {icon ? (
          <span className="mb-1.5 grid size-10 place-items-center rounded-full bg-muted-soft text-ink-2 [&>svg]:size-5">
            {icon}
          </span>
        ) : null}
        <h2 className="text-lg font-semibold">{title}</h2>
        {children ? <div className="text-balance text-ink-2">{children}</div> : null}
        {action ? <div className="mt-3 flex gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
