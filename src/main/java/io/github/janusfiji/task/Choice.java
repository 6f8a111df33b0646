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
package io.github.janusfiji.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Choices by name: the lower-case names of an enumeration's constants. The same
 * in every language of the system, where {@link String#toLowerCase()} makes a
 * dotless i of a Turkish I.
 */
public final class Choice {

	private Choice() {}

	/**
	 * @param <E> the choices
	 * @param type the choices
	 * @param what is chosen, for the message
	 * @param name as the user wrote it; case and blanks around it do not matter
	 * @return the choice
	 * @throws InputException if there is none of that name; the message lists
	 *           them
	 */
	public static <E extends Enum<E>> E of(final Class<E> type,
		final String what, final String name) throws InputException
	{
		final String wanted = String.valueOf(name).strip().toLowerCase(
			Locale.ROOT);
		for (final E choice : type.getEnumConstants())
			if (label(choice).equals(wanted)) return choice;
		throw new InputException("There is no " + what + " '" + name +
			"': choose one of " + Arrays.stream(type.getEnumConstants()).map(
				Choice::label).collect(Collectors.joining(", ")) + ".");
	}

	/**
	 * @param choice a constant
	 * @return its name for users and files
	 */
	public static String label(final Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT);
	}
}
