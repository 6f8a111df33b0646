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
package io.github.janusfiji.dialog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scijava.module.ModuleItem;

/** The unit in a label such as {@code Feather (%)}, and the range of a number. */
final class Unit {

	private static final Pattern PARTS = Pattern.compile("(.*?) \\(([^)]+)\\)");

	private Unit() {}

	/**
	 * @param label may be null
	 * @return the label alone
	 */
	static String without(final String label) {
		final Matcher parts = PARTS.matcher(label);
		return parts.matches() ? parts.group(1) : label;
	}

	/**
	 * @param label may be null
	 * @return its unit, if it has one
	 */
	static Optional<String> of(final String label) {
		final Matcher parts = PARTS.matcher(String.valueOf(label));
		return parts.matches() ? Optional.of(parts.group(2)) : Optional.empty();
	}

	/**
	 * @param item a parameter
	 * @return {@code 0–20}; nothing if either end is open
	 */
	static String range(final ModuleItem<?> item) {
		return item.getMinimumValue() instanceof Number low && item
			.getMaximumValue() instanceof Number high ? number(low) + "–" + number(
				high) : "";
	}

	/**
	 * @param value a number
	 * @return it without needless zeros, with a proper minus sign
	 */
	static String number(final Number value) {
		return value.toString().replaceFirst("\\.0$", "").replace('-', '−');
	}
}
