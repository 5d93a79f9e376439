function open(this: HTMLDialogElement): void {
  this.open = true;
}

function close(this: HTMLDialogElement): void {
  this.open = false;
}

/** jsdom has no modal dialogs: these open and close, without a backdrop. For tests that open one. */
export function withDialogs(): void {
  HTMLDialogElement.prototype.showModal = open;
  HTMLDialogElement.prototype.close = close;
}
