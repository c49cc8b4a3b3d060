/** The programs under test and the folder for evidence, as `cargo xtask` tells them. */
function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the tests with \`cargo xtask test --only e2e\`.`);
  return value;
}

export const programs = {
  /** The desktop app. */
  app: () => told("ROLLCALL_APP"),
  /** The command line. */
  ctl: () => told("ROLLCALL_CTL"),
  /** A Tauri window with nothing in it. */
  emptyWindow: () => told("ROLLCALL_EMPTY_WINDOW"),
  /** tauri-driver. */
  driver: () => told("ROLLCALL_DRIVER"),
  /** Where pictures and page sources of failures go. */
  evidence: () => told("ROLLCALL_E2E_OUT"),
};
