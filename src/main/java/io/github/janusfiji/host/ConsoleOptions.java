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
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The options behind {@code --run}: SciJava's list {@code input='clip.mp4',
 * size=256}, or the text a macro would have, {@code input=clip.mp4 size=256}.
 */
final class ConsoleOptions {

	/** Characters that end a value without quotes. */
	private static final String DELIMITERS = ",'\"[]";

	private ConsoleOptions() {}

	/**
	 * @param text options of either kind
	 * @return the same as SciJava's list, with every value quoted
	 * @throws InputException if it is neither
	 */
	static String normalize(final String text) throws InputException {
		final Map<String, String> list = list(text);
		final var options = list.isEmpty() ? MacroOptions.parse(text) : list;
		return options.entrySet().stream().map(entry -> entry.getKey() + "=" +
			quote(entry.getValue())).collect(Collectors.joining(","));
	}

	/** Reads SciJava's list; empty if the text is none. */
	private static Map<String, String> list(final String text) {
		final var options = new LinkedHashMap<String, String>();
		int at = 0;
		while (true) {
			at = blanks(text, at);
			final int name = at;
			while (at < text.length() && isWord(text.charAt(at))) at++;
			final String key = text.substring(name, at);
			at = blanks(text, at);
			if (key.isEmpty() || at == text.length() || text.charAt(at) != '=')
				return Map.of();
			final int value = blanks(text, at + 1);
			at = end(text, value);
			if (at <= value) return Map.of();
			options.put(key, unquote(text.substring(value, at)));
			at = blanks(text, at);
			if (at == text.length()) return options;
			if (text.charAt(at++) != ',') return Map.of();
		}
	}

	private static boolean isWord(final char c) {
		return c == '_' || c < 128 && Character.isLetterOrDigit(c);
	}

	private static int blanks(final String text, final int from) {
		int at = from;
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
		return at;
	}

	/** @return where a value ends, its quotes included; −1 if it does not */
	private static int end(final String text, final int from) {
		if (from >= text.length()) return -1;
		final char quote = text.charAt(from);
		int at = from;
		if (quote != '\'' && quote != '"') {
			while (at < text.length() && !Character.isWhitespace(text.charAt(at)) &&
				DELIMITERS.indexOf(text.charAt(at)) < 0) at++;
			return at;
		}
		for (at = from + 1; at < text.length(); at++) {
			if (text.charAt(at) == '\\') at++;
			else if (text.charAt(at) == quote) return at + 1;
		}
		return -1;
	}

	/** Backslashes of Windows paths stay, unless they escape what they must. */
	private static String unquote(final String value) {
		final char quote = value.charAt(0);
		if (quote != '\'' && quote != '"') return value;
		return value.substring(1, value.length() - 1).replace("\\" + quote, "" +
			quote).replace("\\\\", "\\");
	}

	private static String quote(final String value) {
		return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
	}
}
