package io.github.janusfiji.frames;

import java.util.Comparator;

/** Orders names as people do: {@code img2} before {@code img10}. */
final class NaturalOrder implements Comparator<String> {

	@Override
	public int compare(final String a, final String b) {
		int i = 0, j = 0;
		while (i < a.length() && j < b.length()) {
			final int endA = digits(a, i), endB = digits(b, j);
			if (endA > i && endB > j) {
				final int order = compareNumbers(a.substring(i, endA), b.substring(j,
					endB));
				if (order != 0) return order;
				i = endA;
				j = endB;
				continue;
			}
			final int order = Character.compare(Character.toLowerCase(a.charAt(i++)),
				Character.toLowerCase(b.charAt(j++)));
			if (order != 0) return order;
		}
		final int rest = (a.length() - i) - (b.length() - j);
		return rest != 0 ? rest : a.compareTo(b);
	}

	private static int digits(final String text, final int from) {
		int end = from;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(
			end) <= '9') end++;
		return end;
	}

	/** Numbers in names may be longer than any integer type. */
	private static int compareNumbers(final String a, final String b) {
		final String x = a.replaceFirst("^0+", ""), y = b.replaceFirst("^0+", "");
		return x.length() != y.length() ? x.length() - y.length() : x.compareTo(y);
	}
}
