package io.github.janusfiji;

import io.github.janusfiji.host.HeadlessRunner;

/** Runs Janus from a command line, without any window. */
public final class Janus {

	private Janus() {}

	/**
	 * Ends the Java machine with exit code 0 if and only if all went well.
	 *
	 * @param args {@code --run "Label" "options"}, {@code --macro file} or
	 *          {@code --list}
	 */
	public static void main(final String[] args) {
		System.exit(new HeadlessRunner(System.out, System.err).run(args));
	}
}
