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
package io.github.janusfiji.model;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Features of the two encoders of the pretrained base of {@code light}: its
 * encoder, which learnt what a face does and not whose it is, gives the content;
 * its encoder of styles, which learnt whose it is, the style. So nothing has to be
 * fetched.
 */
final class BaseFeatures implements FaceFeatures {

	/** Standardised colours: mean, spread and least spread, as in training. */
	private static final float MIDDLE = 0.5f, SPREAD = 0.2f, FLAT = 0.02f;

	/** Convolutions of either encoder, and which of them give features. */
	private static final int CONVOLUTIONS = 4;
	private static final List<Integer> CONTENT = List.of(3, 4);
	private static final List<Integer> STYLE = List.of(2, 3);

	private final Map<String, Parameter> parameters = new HashMap<>();
	private final double slope = ExpressionArchitecture.LIGHT.slope();

	/**
	 * @param engine where its weights are to live
	 * @throws IOException if this Janus brings no base
	 */
	BaseFeatures(final Engine engine) throws IOException {
		for (final Parameter p : FaceBase.everybody(engine).parameters())
			parameters.put(p.name(), p);
	}

	@Override
	public Seen of(final Tape tape, final Engine engine, final Node pictures,
		final float[] shares)
	{
		final float[] gains = new float[shares.length], shifts = gains.clone();
		standardise(values(engine, pictures), shares, pictures.value().shape(),
			gains, shifts);
		final List<Node> content = through(tape, "encoder", "code", shown(tape,
			engine, pictures, gains, shifts), CONTENT);
		for (int i = 0; i < shares.length; i++)
			shifts[i] = MIDDLE * (1 - shares[i]);
		final List<Node> style = through(tape, "style_a", "vector", shown(tape,
			engine, pictures, shares, shifts), STYLE);
		return new Seen(content, style);
	}

	private static float[] values(final Engine engine, final Node node) {
		final var values = new float[Math.toIntExact(node.value().length())];
		engine.memory().read(node.value(), FloatBuffer.wrap(values));
		return values;
	}

	/** Input of an encoder: gain · picture + shift. */
	private static Node shown(final Tape tape, final Engine engine,
		final Node pictures, final float[] gains, final float[] shifts)
	{
		return tape.sum(tape.multiply(pictures, tape.constant(tensor(engine, pictures
			.value(), gains))), tape.constant(tensor(engine, pictures.value(),
				shifts)));
	}

	private static Tensor tensor(final Engine engine, final Tensor like,
		final float[] values)
	{
		final Tensor tensor = engine.memory().temporaryLike(like);
		engine.memory().write(tensor, FloatBuffer.wrap(values));
		return tensor;
	}

	/**
	 * Grey outside the shares, mean and spread of each colour the same inside. The
	 * statistics are taken as they are: no gradient passes through them.
	 */
	private static void standardise(final float[] values, final float[] shares,
		final long[] shape, final float[] gains, final float[] shifts)
	{
		final int plane = (int) (shape[2] * shape[3]);
		for (int from = 0; from < values.length; from += plane) {
			double sum = 0, squares = 0, count = 1e-9;
			for (int i = from; i < from + plane; i++) {
				sum += shares[i] * values[i];
				squares += shares[i] * values[i] * values[i];
				count += shares[i];
			}
			final double mean = sum / count;
			final double gain = SPREAD / (Math.sqrt(Math.max(0, squares / count - mean *
				mean)) + FLAT);
			for (int i = from; i < from + plane; i++) {
				gains[i] = (float) (shares[i] * gain);
				shifts[i] = (float) (MIDDLE - shares[i] * gain * mean);
			}
		}
	}

	/** Some convolutions' features, and what they come to in the end, 1×1 px. */
	private List<Node> through(final Tape tape, final String encoder,
		final String last, final Node pictures, final List<Integer> wanted)
	{
		final var features = new ArrayList<Node>();
		Node x = pictures;
		for (int i = 1; i <= CONVOLUTIONS; i++) {
			x = tape.conv2d(x, weights(encoder, "conv" + i), bias(encoder, "conv" +
				i), 2, slope);
			if (wanted.contains(i)) features.add(x);
		}
		final long n = x.value().size(0);
		final Node end = tape.dense(tape.reshape(x, n, x.value().length() / n),
			weights(encoder, last), bias(encoder, last));
		features.add(tape.reshape(end, n, end.value().size(1), 1, 1));
		return features;
	}

	private Parameter weights(final String encoder, final String layer) {
		return parameters.get(encoder + "." + layer + ".weight");
	}

	private Parameter bias(final String encoder, final String layer) {
		return parameters.get(encoder + "." + layer + ".bias");
	}
}
