import type { ReactNode, SVGProps } from "react";
import { cx } from "./cx";

type IconProps = SVGProps<SVGSVGElement>;

/** A 16 px drawing in the text's colour. It never carries meaning alone, so it is hidden from screen readers. */
function Drawing({ children, ...props }: IconProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      // Parts of the 16 that it is drawn on: a plain number grows twice with the size of everything.
      strokeWidth="10%"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...props}
    >
      {children}
    </svg>
  );
}

export const OverviewIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.5 13.5V9m3.700 4.500V3m3.600 10.500V6m3.700 7.500V9.500" />
  </Drawing>
);
export const UsersIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="5.5" r="2.5" />
    <path d="M3 13.5c.6-2.6 2.6-4 5-4s4.4 1.4 5 4" />
  </Drawing>
);
export const FindingsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4 14V2.500h8L10.300 5.300 12 8.500H4" />
  </Drawing>
);
export const RolesIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 13h4V9h3V6h3V3" />
  </Drawing>
);
export const ProvidersIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="2.5" y="4" width="11" height="8" rx="1.5" />
    <circle cx="6" cy="8" r="1.3" />
    <path d="M9 7h2.500M9 9.500h2.5" />
  </Drawing>
);
export const InviteIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 10V2m0 0L5 5m3-3 3 3M3 10v3.500h10V10" />
  </Drawing>
);
export const ReviewsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.5 4.5 4 6l2.500-3M2.500 11.500 4 13l2.500-3M9 5h4.500M9 12h4.5" />
  </Drawing>
);
export const RunsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 4h10M3 8h10M3 12h6" />
  </Drawing>
);
export const ConnectionsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6 2v3m4-3v3M4 5h8v3a4 4 0 0 1-8 0zM8 12v2" />
  </Drawing>
);
export const SettingsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.5 5H9m3.5 0h1M2.5 11H4m3.5 0h6" />
    <circle cx="10.7" cy="5" r="1.7" />
    <circle cx="5.7" cy="11" r="1.7" />
  </Drawing>
);
export const SearchIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="7" cy="7" r="4.2" />
    <path d="m10.2 10.2 3.3 3.3" />
  </Drawing>
);
export const CloseIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m4 4 8 8m0-8-8 8" />
  </Drawing>
);
export const CheckIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m3 8.5 3 3 7-7" />
  </Drawing>
);
export const ChevronDownIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m4 6 4 4 4-4" />
  </Drawing>
);
/** Points to where the text goes on. */
export const ChevronRightIcon = (props: IconProps) => (
  <Drawing {...props} className={cx("rtl:-scale-x-100", props.className)}>
    <path d="m6 4 4 4-4 4" />
  </Drawing>
);
export const ArrowUpIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 13V3m0 0L4.5 6.500M8 3l3.5 3.5" />
  </Drawing>
);
export const ArrowDownIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 3v10m0 0 3.5-3.500M8 13 4.5 9.5" />
  </Drawing>
);
export const PinIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6 2.5h4M6.500 2.500v4L4 9h8L9.500 6.500v-4M8 9v4.5" />
  </Drawing>
);
export const ColumnsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.500 3.500h11v9h-11zM6.200 3.500v9M9.800 3.500v9" />
  </Drawing>
);
export const RefreshIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M13 8a5 5 0 1 1-1.6-3.700M13 2.500V5h-2.5" />
  </Drawing>
);
export const CopyIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.500v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
  </Drawing>
);
export const PlusIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 3v10M3 8h10" />
  </Drawing>
);
export const FileIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M9 2H4.500v12h7V4.500zm0 0v2.500h2.500M6.5 8h3m-3 2.500h3" />
  </Drawing>
);
export const UndoIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5 4 2.5 6.5 5 9M3 6.500h6.500a3.5 3.5 0 0 1 0 7H7" />
  </Drawing>
);
export const RedoIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M11 4 13.500 6.500 11 9M13 6.500H6.500a3.5 3.5 0 0 0 0 7H9" />
  </Drawing>
);
export const LockIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="3.5" y="7" width="9" height="6.5" rx="1.5" />
    <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
  </Drawing>
);
export const AlertIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 2.5 14 13H2zm0 4V9.500m0 1.800v.1" />
  </Drawing>
);
export const InfoIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.500v3.500M8 5v.1" />
  </Drawing>
);
export const MoreIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="15%" />
  </Drawing>
);
export const TrashIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 4.500h10M6.5 4.500V3h3v1.500m-5 0 .6 9h5.800l.6-9" />
  </Drawing>
);
export const ClockIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.500V8l2.5 1.5" />
  </Drawing>
);
export const PauseIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5.5 3.500v9m5-9v9" />
  </Drawing>
);
export const BlockIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="m4 4 8 8" />
  </Drawing>
);
export const BackIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M13 8H3m0 0 4-4M3 8l4 4" />
  </Drawing>
);
export const UnlockIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="3.5" y="7" width="9" height="6.5" rx="1.5" />
    <path d="M5.5 7V5a2.500 2.500 0 0 1 4.800-1" />
  </Drawing>
);
export const UnknownIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M6.300 6.400a1.700 1.700 0 1 1 2.500 1.600c-.5.300-.8.600-.8 1.200m0 2v.1" />
  </Drawing>
);
export const SkippedIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M5.500 8h5" />
  </Drawing>
);
/** Rollcall's own mark: three rows, the first answered. */
export const RollcallMark = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m2 4.5 1.7 1.700L7 3M9.5 4.500H14M3 9h11M3 13h7" />
  </Drawing>
);

export const CommandIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m3 4.500 3.500 3.500L3 11.500M8.500 12h4.500" />
  </Drawing>
);
