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
package io.github.janusfiji.faceset;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The known fields of a JSON object, each taken out of it as it is read, so that
 * what is left is what this version does not know. A field that cannot be read
 * is told by its place.
 */
final class JsonFields {

	/** A field that is missing or has no meaning; the message says which. */
	static final class Damage extends IllegalArgumentException {

		private static final long serialVersionUID = 1;

		Damage(final String place, final Throwable cause) {
			super(place, cause);
		}
	}

	private final JsonObject tree;
	private final String place;

	/**
	 * @param element an object
	 * @param place of it in the document, such as {@code faces[3]}
	 * @throws Damage if it is no object
	 */
	JsonFields(final JsonElement element, final String place) {
		if (!element.isJsonObject()) throw new Damage(place, null);
		tree = element.getAsJsonObject();
		this.place = place;
	}

	/** @return what was not taken, in its order */
	JsonObject rest() {
		return tree;
	}

	/**
	 * Takes a field.
	 *
	 * @param <T> what it means
	 * @param name of the field
	 * @param meaning reads it
	 * @return what it says
	 * @throws Damage if it is missing or cannot be read
	 */
	<T> T take(final String name, final Function<JsonElement, T> meaning) {
		return optional(name, meaning).orElseThrow(() -> new Damage(place(name),
			null));
	}

	/**
	 * Takes a field, if it is there.
	 *
	 * @param <T> what it means
	 * @param name of the field
	 * @param meaning reads it
	 * @return what it says; empty if it is missing
	 * @throws Damage if it cannot be read
	 */
	<T> Optional<T> optional(final String name,
		final Function<JsonElement, T> meaning)
	{
		final JsonElement element = tree.remove(name);
		if (element == null) return Optional.empty();
		try {
			return Optional.of(meaning.apply(element));
		}
		catch (final Damage within) {
			throw within;
		}
		// What Gson throws at another kind of value, and records at bad ones.
		catch (final IllegalArgumentException | IllegalStateException
				| UnsupportedOperationException e)
		{
			throw new Damage(place(name), e);
		}
	}

	/** @return the place of a field in the document */
	private String place(final String name) {
		return place + "." + name;
	}

	/**
	 * @param name of a field
	 * @return the object that it holds
	 */
	JsonFields object(final String name) {
		return take(name, element -> new JsonFields(element, place(name)));
	}

	/** JSON has neither NaN nor infinity, but a parser makes one of 1e999. */
	static double number(final JsonElement element) {
		final double value = element.getAsDouble();
		if (!Double.isFinite(value)) throw new IllegalArgumentException(
			"no number");
		return value;
	}

	/** @return a whole number from 0 */
	static int natural(final JsonElement element) {
		final int value = element.getAsInt();
		if (value < 0) throw new IllegalArgumentException("a number below 0");
		return value;
	}

	/**
	 * @param element a list
	 * @param count of its numbers
	 * @return the numbers
	 */
	static double[] numbers(final JsonElement element, final int count) {
		final var list = element.getAsJsonArray();
		if (list.size() != count) throw new IllegalArgumentException(
			"wrong number of values");
		final double[] values = new double[count];
		for (int i = 0; i < count; i++)
			values[i] = number(list.get(i));
		return values;
	}

	/** @return a list of points from a list of pairs */
	static List<Point> points(final JsonElement element) {
		final var points = new ArrayList<Point>();
		for (final JsonElement e : element.getAsJsonArray()) {
			final double[] p = numbers(e, 2);
			points.add(new Point(p[0], p[1]));
		}
		return points;
	}
}
