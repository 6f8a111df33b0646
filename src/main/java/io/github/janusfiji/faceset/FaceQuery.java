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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.task.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which faces of a set are looked at, and in what order. */
public final class FaceQuery {

	/** All faces in the order of the clip. */
	public static final FaceQuery ALL = new FaceQuery(List.of(),
		FaceFeature.FRAME, false);

	/** For example {@code score >= 0.5} or {@code |yaw| < 30}. */
	private static final Pattern CONDITION = Pattern.compile(
		"(\\|?)\\s*([A-Za-z]+)\\s*(\\|?)\\s*(>=|<=|!=|==|=|>|<)\\s*" +
			"([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)");

	/** Comparison of a feature, or of its amount without sign, with a limit. */
	private record Condition(FaceFeature feature, boolean amount,
		String comparison, double limit)
	{

		boolean holds(final double value) {
			final double v = amount ? Math.abs(value) : value;
			return switch (comparison) {
				case ">=" -> v >= limit;
				case "<=" -> v <= limit;
				case ">" -> v > limit;
				case "<" -> v < limit;
				case "!=" -> v != limit;
				default -> v == limit;
			};
		}
	}

	private final List<Condition> conditions;
	private final FaceFeature sort;
	private final boolean descending;

	private FaceQuery(final List<Condition> conditions,
		final FaceFeature sort, final boolean descending)
	{
		this.conditions = conditions;
		this.sort = sort;
		this.descending = descending;
	}

	/**
	 * @param filter conditions joined by {@code and} or commas, such as
	 *          {@code score >= 0.5 and |yaw| < 30}; empty for all faces. A
	 *          condition is one of frame, time (s), person, score, sharpness
	 *          (grey levels²), width (of the box, px), yaw, pitch and roll
	 *          (degrees) and opening (of the eyes, 1 as usual for the person),
	 *          between bars for its amount without sign, then
	 *          {@code >= <= > < =} or {@code !=} and a number
	 * @param sort one of the same names; equals keep the order of the clip
	 * @param descending whether the largest come first
	 * @return the query
	 * @throws InputException if the text cannot be understood, in one sentence
	 */
	public static FaceQuery of(final String filter, final String sort,
		final boolean descending) throws InputException
	{
		final var conditions = new ArrayList<Condition>();
		if (!filter.isBlank()) for (final String part : filter.split(
			"(?i)\\s+and\\s+|,|&&?")) conditions.add(condition(part.strip()));
		return new FaceQuery(conditions, feature(sort), descending);
	}

	private static Condition condition(final String text)
		throws InputException
	{
		final var m = CONDITION.matcher(text);
		if (!m.matches() || !m.group(1).equals(m.group(3)))
			throw new InputException("The filter '" + text +
				"' is no condition; write for example: score >= 0.5 and |yaw| < 30.");
		final FaceFeature feature = feature(m.group(2));
		return new Condition(feature, !m.group(1).isEmpty(), m.group(4), Double
			.parseDouble(m.group(5)));
	}

	private static FaceFeature feature(final String name)
		throws InputException
	{
		return FaceFeature.named(name).orElseThrow(() -> new InputException(
			"Faces have no '" + name + "'; they have " + Arrays.stream(FaceFeature
				.values()).map(String::valueOf).collect(Collectors.joining(", ")) +
				"."));
	}

	/**
	 * @param faces the faces of a set
	 * @return the indices of those that are looked at, in order
	 */
	public List<Integer> select(final List<Face> faces) {
		final boolean[] left = new boolean[faces.size()];
		Arrays.fill(left, true);
		for (final Condition condition : conditions) {
			final double[] values = condition.feature().of(faces);
			for (int i = 0; i < left.length; i++)
				left[i] &= condition.holds(values[i]);
		}
		final double[] keys = sort.of(faces);
		final Comparator<Integer> rising = Comparator.comparingDouble(
			i -> keys[i]);
		return IntStream.range(0, left.length).filter(i -> left[i]).boxed().sorted(
			descending ? rising.reversed() : rising).toList();
	}
}
