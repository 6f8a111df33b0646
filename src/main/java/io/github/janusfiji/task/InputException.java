package io.github.janusfiji.task;

import java.io.IOException;

/**
 * Something the user gave cannot be used. The message is one sentence for the
 * user that says what is wrong and what to do; no stack trace is shown.
 */
public class InputException extends IOException {

	private static final long serialVersionUID = 1L;

	/** @param message one sentence: what is wrong, and what to do */
	public InputException(final String message) {
		super(message);
	}

	/**
	 * @param message one sentence: what is wrong, and what to do
	 * @param cause what was caught, for the log
	 */
	public InputException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
