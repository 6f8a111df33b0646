package io.github.janusfiji.swap;

import io.github.janusfiji.task.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads what a user chose by name. */
final class Choice {

	private Choice() {}

	/**
	 * @param <E> the choices
	 * @param type the choices
	 * @param what is chosen, for the message
	 * @param name as the user wrote it; case does not matter
	 * @return the choice
	 * @throws InputException if there is none of that name; the message lists
	 *           them
	 */
	static <E extends Enum<E>> E of(final Class<E> type, final String what,
		final String name) throws InputException
	{
		for (final E choice : type.getEnumConstants())
			if (label(choice).equals(String.valueOf(name).trim().toLowerCase(
				Locale.ROOT))) return choice;
		throw new InputException("There is no " + what + " '" + name +
			"': choose one of " + Arrays.stream(type.getEnumConstants()).map(
				Choice::label).collect(Collectors.joining(", ")) + ".");
	}

	private static String label(final Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT);
	}
}
