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
