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

import io.github.janusfiji.task.InputException;
import java.math.BigDecimal;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * Checks what was entered for a parameter, in the dialog's words and language.
 *
 * @param words of the dialog
 * @param info the command
 */
record Entry(Words words, ModuleInfo info) {

	/**
	 * @param item a parameter
	 * @param text what was entered
	 * @param needed whether it may not be empty
	 * @throws InputException if it is missing, no number or out of range
	 */
	void check(final ModuleItem<?> item, final String text,
		final boolean needed) throws InputException
	{
		final String label = words.label(info, item);
		if (needed && text.isBlank()) throw new InputException(words.text(
			"ui.missing", label));
		final Class<?> type = Types.box(item.getType());
		if (!Number.class.isAssignableFrom(type)) return;
		final boolean whole = type == Integer.class || type == Long.class;
		final BigDecimal number;
		try {
			number = new BigDecimal(text.strip());
			if (whole) number.longValueExact();
			if (type == Integer.class) number.intValueExact();
		}
		catch (final ArithmeticException | NumberFormatException e) {
			throw new InputException(words.text(whole ? "ui.whole" : "ui.number",
				label, text), e);
		}
		if (item.getMinimumValue() instanceof Number min && number.compareTo(
			decimal(min)) < 0) throw new InputException(words.text("ui.least", label,
				min, text.strip()));
		if (item.getMaximumValue() instanceof Number max && number.compareTo(
			decimal(max)) > 0) throw new InputException(words.text("ui.most", label,
				max, text.strip()));
	}

	private static BigDecimal decimal(final Number number) {
		return new BigDecimal(number.toString());
	}
}
