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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The options behind {@code --run}: SciJava's list {@code input='clip.mp4',
 * size=256}, or the text a macro would have, {@code input=clip.mp4 size=256}.
 */
final class ConsoleOptions {

	private static final Pattern ITEM = Pattern.compile(
		"\\G\\s*(\\w+)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|" +
			"[^\\s,'\"\\[\\]]+)\\s*(,|\\z)");

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
		final Matcher m = ITEM.matcher(text);
		boolean more = true;
		while (more && m.find()) {
			options.put(m.group(1), unquote(m.group(2)));
			more = ",".equals(m.group(3));
			if (!more) return options;
		}
		return Map.of();
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
