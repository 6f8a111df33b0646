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

import ij.ImagePlus;
import ij.WindowManager;
import io.github.janusfiji.task.InputException;
import java.io.File;
import java.util.List;
import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * Reads the value of a parameter from text, and checks it against the declared
 * choices and range.
 *
 * @param converter SciJava's conversions
 */
record InputText(ConvertService converter) {

	/**
	 * @param item a parameter
	 * @param given a text, or an object
	 * @return the value in the parameter's type; null for a file that is not given
	 * @throws InputException if the parameter cannot take it
	 */
	Object value(final ModuleItem<?> item, final Object given)
		throws InputException
	{
		final Object value = convert(item, given);
		checkChoice(item, value);
		checkRange(item, value);
		return value;
	}

	private Object convert(final ModuleItem<?> item, final Object given)
		throws InputException
	{
		final Class<?> type = item.getType();
		if (given == null || Types.box(type).isInstance(given)) return given;
		final String text = given.toString();
		if (type == String.class) return text;
		if (type == File.class) return text.isBlank() ? null : new File(text);
		if (type == ImagePlus.class) return image(item, text);
		if (Types.box(type) == Boolean.class) return truth(item, text);
		try {
			if (Number.class.isAssignableFrom(Types.box(type))) return number(type,
				text.strip());
			final Object value = converter.convert(text.strip(), type);
			if (value != null) return value;
		}
		catch (final IllegalArgumentException e) {
			throw unfit(item, text, e);
		}
		throw unfit(item, text, null);
	}

	/** SciJava's own conversion makes 0 of what is no number. */
	private static Number number(final Class<?> type, final String text) {
		final Class<?> boxed = Types.box(type);
		if (boxed == Integer.class) return Integer.valueOf(text);
		if (boxed == Long.class) return Long.valueOf(text);
		if (boxed == Float.class) return Float.valueOf(text);
		if (boxed == Double.class) return Double.valueOf(text);
		throw new IllegalArgumentException("No parameter of Janus is a " + type);
	}

	private static ImagePlus image(final ModuleItem<?> item, final String text)
		throws InputException
	{
		if (text.isBlank()) return null;
		final ImagePlus byTitle = WindowManager.getImage(text);
		if (byTitle != null) return byTitle;
		if (text.matches("-\\d{1,9}")) {
			final ImagePlus byId = WindowManager.getImage(Integer.parseInt(text));
			if (byId != null) return byId;
		}
		throw new InputException("No image named '" + text +
			"' is open for the parameter '" + item.getName() + "'.");
	}

	private static boolean truth(final ModuleItem<?> item, final String text)
		throws InputException
	{
		return switch (text.strip()) {
			case "true", "1" -> true;
			case "false", "0" -> false;
			default -> throw unfit(item, text, null);
		};
	}

	private static InputException unfit(final ModuleItem<?> item,
		final String text, final Exception cause)
	{
		return new InputException("The parameter '" + item.getName() +
			"' takes " + kind(item.getType()) + ", not '" + text + "'.", cause);
	}

	private static String kind(final Class<?> type) {
		final Class<?> boxed = Types.box(type);
		if (boxed == Boolean.class) return "true or false";
		if (boxed == Double.class || boxed == Float.class) return "a number";
		return Number.class.isAssignableFrom(boxed) ? "a whole number"
			: "a " + boxed.getSimpleName();
	}

	private static void checkChoice(final ModuleItem<?> item, final Object value)
		throws InputException
	{
		final List<?> choices = item.getChoices();
		if (choices == null || choices.isEmpty() || choices.contains(value)) return;
		throw new InputException("The parameter '" + item.getName() +
			"' must be one of " + String.join(", ", choices.stream().map(
				String::valueOf).toList()) + ", not '" + value + "'.");
	}

	private static void checkRange(final ModuleItem<?> item, final Object value)
		throws InputException
	{
		if (!(value instanceof Number number)) return;
		final boolean low = item.getMinimumValue() instanceof Number min && number
			.doubleValue() < min.doubleValue();
		final boolean high = item.getMaximumValue() instanceof Number max && number
			.doubleValue() > max.doubleValue();
		if (!low && !high && !Double.isNaN(number.doubleValue())) return;
		throw new InputException("The parameter '" + item.getName() +
			"' must be at " + (high ? "most " + item.getMaximumValue() : "least " +
				item.getMinimumValue()) + ", not " + value + ".");
	}
}
