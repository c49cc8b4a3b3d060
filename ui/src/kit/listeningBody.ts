import { createPortal } from "react-dom";

/**
 * To stand among the first that is shown. Whatever opens over the page is put into its body, and React listens there from the
 * first one on. One of the things it listens to is the wheel, at which WebKit makes the styles of everything below anew: here
 * nothing is below yet.
 */
export const listeningBody = () => createPortal(null, document.body);
