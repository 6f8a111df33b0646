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

/**
 * The options behind {@code --run}: SciJava's list {@code input='clip.mp4',
 * size=256}, or the text a macro would have, {@code input=clip.mp4 size=256}.
 */
final class ConsoleOptions {

	private final String text;
	private int at;

	private ConsoleOptions(final String text) {
		this.text = text;
	}

	/**
	 * @param text options of either kind
	 * @return names and values, in order
	 * @throws InputException if it is neither
	 */
	static Map<String, String> parse(final String text) throws InputException {
		final Map<String, String> list = new ConsoleOptions(text).list();
		return list.isEmpty() ? MacroOptions.parse(text) : list;
	}

	/** Reads SciJava's list; empty if the text is none. */
	private Map<String, String> list() {
		final var options = new LinkedHashMap<String, String>();
		while (true) {
			final String name = name();
			if (name.isEmpty() || at >= text.length() || text.charAt(at++) != '=')
				return Map.of();
			skipSpaces();
			final String value = at < text.length() && (text.charAt(at) == '\'' ||
				text.charAt(at) == '"') ? quoted(text.charAt(at++)) : word();
			if (value == null || options.put(name, value) != null) return Map.of();
			skipSpaces();
			if (at >= text.length()) return options;
			if (text.charAt(at++) != ',') return Map.of();
		}
	}

	private void skipSpaces() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at)))
			at++;
	}

	private String name() {
		skipSpaces();
		final int start = at;
		while (at < text.length() && (Character.isLetterOrDigit(text.charAt(
			at)) || text.charAt(at) == '_'))
			at++;
		final String name = text.substring(start, at);
		skipSpaces();
		return name;
	}

	/**
	 * A value between quotes. One inside, as in {@code it's mine.mp4}, need not be
	 * escaped: the last is the one before the end or the next parameter.
	 * Backslashes of Windows paths stay, unless they escape what they must.
	 *
	 * @return null if the quote is not closed
	 */
	private String quoted(final char quote) {
		final var value = new StringBuilder();
		for (; at < text.length(); at++) {
			final char c = text.charAt(at);
			final char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
			if (c == '\\' && (next == quote && !isEnd(at + 1) || next == '\\')) {
				value.append(next);
				at++;
			}
			else if (c == quote && isEnd(at)) {
				at++;
				return value.toString();
			}
			else value.append(c);
		}
		return null;
	}

	/** Whether behind a quote the text ends, or another parameter follows. */
	private boolean isEnd(final int quote) {
		int i = quote + 1;
		while (i < text.length() && Character.isWhitespace(text.charAt(i))) i++;
		if (i >= text.length()) return true;
		if (text.charAt(i++) != ',') return false;
		while (i < text.length() && Character.isWhitespace(text.charAt(i))) i++;
		final int name = i;
		while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) ||
			text.charAt(i) == '_'))
			i++;
		while (i < text.length() && Character.isWhitespace(text.charAt(i))) i++;
		return i > name && i < text.length() && text.charAt(i) == '=';
	}

	/** @return a value without quotes; null if it is none */
	private String word() {
		final int start = at;
		while (at < text.length() && !Character.isWhitespace(text.charAt(at)) &&
			",'\"[]".indexOf(text.charAt(at)) < 0)
			at++;
		return at == start ? null : text.substring(start, at);
	}
}
