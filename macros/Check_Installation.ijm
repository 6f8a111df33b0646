// Says what Janus found on this machine. See docs/commands/check-installation.md
run("Check Installation...");
