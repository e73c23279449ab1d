// Starts `icamo lsp` for TOML files. All else is the language server's.
import { commands, ExtensionContext, FileSystemWatcher, window, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const files = workspace.createFileSystemWatcher("**/*.toml");
  const restart = () => start(files);
  context.subscriptions.push(
    files,
    commands.registerCommand("icamo.restart", restart),
    workspace.onDidChangeConfiguration((change) => (change.affectsConfiguration("icamo.path") ? restart() : undefined)),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function start(files: FileSystemWatcher): Promise<void> {
  await deactivate();
  const path = workspace.getConfiguration("icamo").get<string>("path") || "icamo";
  const starting = new LanguageClient(
    "icamo",
    "icamo",
    { command: path, args: ["lsp"] },
    { documentSelector: [{ scheme: "file", language: "toml" }], synchronize: { fileEvents: files } },
  );
  try {
    await starting.start();
    client = starting;
  } catch (err) {
    const settings = "Settings";
    const chosen = await window.showErrorMessage(
      `icamo: "${path}" does not start (${err instanceof Error ? err.message : err}); install icamo, or say in icamo.path where it is`,
      settings,
    );
    if (chosen) await commands.executeCommand("workbench.action.openSettings", "icamo.path");
  }
}
