/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.host;

import io.github.janusfiji.task.InputException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The text behind a command's name in a macro: {@code input=/data/clip.mp4
 * output=[/data/my faces.tif] size=256 mirror}.
 * <p>
 * Names are read in lower case. A value with spaces stands in brackets, which
 * may nest, or between apostrophes; a name alone means {@code true}. ImageJ's
 * own look-up searches the whole text for a name, so that {@code size=} inside
 * a path is taken for the parameter; this reader goes from left to right and is
 * not misled.
 * </p>
 */
final class MacroOptions {

	private final String text;
	private int at;

	private MacroOptions(final String text) {
		this.text = text;
	}

	/**
	 * @param text options as written in a macro
	 * @return names and values in order
	 * @throws InputException if a bracket or apostrophe is not closed, or a name
	 *           stands twice
	 */
	static Map<String, String> parse(final String text) throws InputException {
		return new MacroOptions(text).read();
	}

	private Map<String, String> read() throws InputException {
		final var options = new LinkedHashMap<String, String>();
		for (skipSpaces(); at < text.length(); skipSpaces()) {
			final String name = name();
			final String value = at < text.length() && text.charAt(at) == '='
				? value(name) : "true";
			if (options.put(name, value) != null) throw new InputException(
				"The macro gives the parameter '" + name + "' twice.");
		}
		return options;
	}

	private void skipSpaces() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at)))
			at++;
	}

	private String name() {
		final int start = at;
		while (at < text.length() && text.charAt(at) != '=' && !Character
			.isWhitespace(text.charAt(at)))
			at++;
		return text.substring(start, at).toLowerCase(Locale.ROOT);
	}

	private String value(final String name) throws InputException {
		at++; // =
		if (at >= text.length()) return "";
		return switch (text.charAt(at)) {
			case '[' -> bracketed(name);
			case '\'' -> quoted(name);
			default -> word();
		};
	}

	private String bracketed(final String name) throws InputException {
		final int start = ++at;
		int depth = 1;
		for (; at < text.length(); at++) {
			final char c = text.charAt(at);
			if (c == '[') depth++;
			else if (c == ']' && --depth == 0) return text.substring(start, at++);
		}
		throw new InputException("The bracket after '" + name +
			"=' in the macro is not closed.");
	}

	private String quoted(final String name) throws InputException {
		final int end = text.indexOf('\'', at + 1);
		if (end < 0) throw new InputException("The apostrophe after '" + name +
			"=' in the macro is not closed.");
		final String value = text.substring(at + 1, end);
		at = end + 1;
		return value;
	}

	private String word() {
		final int start = at;
		while (at < text.length() && !Character.isWhitespace(text.charAt(at)))
			at++;
		return text.substring(start, at);
	}
}
