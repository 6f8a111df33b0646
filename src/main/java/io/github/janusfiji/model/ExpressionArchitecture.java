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

import io.github.janusfiji.nn.Adam;
import java.util.List;

/**
 * The shape of a network whose code says what a face does and not whose it is:
 * one encoder, which sees the face alone and moved to common proportions; one
 * dense layer that unfolds code, {@link FaceCues} and a person's style to a
 * small picture; doublings that both people share, and doublings of their own.
 * Why so: docs/training.md.
 *
 * @param preset its name
 * @param size width and height of the faces painted, px
 * @param inputSize width and height of the encoder's picture, px
 * @param coverage share of a face crop's width that is painted, 0 to 1
 * @param encoder convolutions of stride 2, each followed by a leaky ReLU
 * @param code units of the encoder's result, which is linear
 * @param style units that tell one person from another
 * @param seedChannels channels of the small picture
 * @param seedSize its width and height, px
 * @param shared filters of the doublings that everybody shares
 * @param own filters of the doublings that each person has; a last convolution
 *          and shuffle doubles once more
 * @param slope of the leaky ReLUs
 * @param rate Adam's learning rate
 * @param people how many people one decoder paints, modulated by a style of each;
 *          0 for a decoder for each of two, or for everybody
 */
record ExpressionArchitecture(String preset, int size, int inputSize,
	double coverage, List<Architecture.Stage> encoder, int code, int style,
	int seedChannels, int seedSize, List<Integer> shared, List<Integer> own,
	double slope, double rate, int people) implements Blueprint
{

	private static final double BETA1 = 0.5;
	private static final double BETA2 = 0.999;
	private static final double EPSILON = 1e-8;

	/** Ending of the name of a network with one decoder for everybody. */
	private static final String EVERYBODY = "-everybody";

	/** Name of the preset with one decoder for any number of people. */
	private static final String STYLED = "style";

	private static final List<Architecture.Stage> ENCODER = List.of(
		new Architecture.Stage(32, 5), new Architecture.Stage(48, 3),
		new Architecture.Stage(96, 3), new Architecture.Stage(192, 3));

	/** For two processor cores, 128 px. */
	static final ExpressionArchitecture LIGHT = new ExpressionArchitecture(
		"light", 128, 64, 0.72, ENCODER, 256, 32, 96, 8, List.of(64), List.of(32,
			32), 0.1, 7e-4);

	/** The same at 64 px, twice as fast. */
	static final ExpressionArchitecture LIGHT64 = new ExpressionArchitecture(
		"light64", 64, 64, 0.72, ENCODER, 256, 32, 96, 8, List.of(64), List.of(32),
		0.1, 7e-4);

	/** The network of {@link #LIGHT} with one decoder for any number of people. */
	static final ExpressionArchitecture STYLE = LIGHT.styled();

	/** A network with a decoder for each of two people, or one for everybody. */
	ExpressionArchitecture(final String preset, final int size,
		final int inputSize, final double coverage,
		final List<Architecture.Stage> encoder, final int code, final int style,
		final int seedChannels, final int seedSize, final List<Integer> shared,
		final List<Integer> own, final double slope, final double rate)
	{
		this(preset, size, inputSize, coverage, encoder, code, style, seedChannels,
			seedSize, shared, own, slope, rate, 0);
	}

	/** Checks that the doublings lead to the size of the output. */
	ExpressionArchitecture {
		encoder = List.copyOf(encoder);
		shared = List.copyOf(shared);
		own = List.copyOf(own);
		Limits.check(size, coverage, code, seedChannels, seedSize, List.of(slope),
			List.of(encoder.stream().map(Architecture.Stage::filters).toList(), shared,
				own, List.of(inputSize, style)));
		encoder.forEach(stage -> Limits.checkKernel(stage.kernel()));
		if (seedSize << shared.size() + own.size() + 1 != size || inputSize % (1 <<
			encoder.size()) != 0 || own.isEmpty()) throw new IllegalArgumentException(
				seedSize + " px cannot be doubled to " + size + " px, or " + inputSize +
					" px not be halved " + encoder.size() + " times");
		if (people < 0 || people == 1 || people > Side.MOST)
			throw new IllegalArgumentException("its architecture has " + people +
				" people, which no face model has");
	}

	@Override
	public int cues() {
		return FaceCues.COUNT;
	}

	@Override
	public boolean isForEverybody() {
		return preset.endsWith(EVERYBODY);
	}

	/** @return whether one decoder paints people by a style of each */
	boolean isStyled() {
		return people > 0;
	}

	/** @return the same with one decoder, modulated by a style of each of two */
	ExpressionArchitecture styled() {
		return new ExpressionArchitecture(STYLED, size, inputSize, coverage,
			encoder, code, style, seedChannels, seedSize, shared, own, slope, rate,
			Side.PAIR.size());
	}

	/**
	 * @param count number of people
	 * @return the same for so many
	 */
	ExpressionArchitecture forPeople(final int count) {
		return new ExpressionArchitecture(preset, size, inputSize, coverage,
			encoder, code, style, seedChannels, seedSize, shared, own, slope, rate,
			count);
	}

	/** @return the same with one decoder for everybody's faces */
	ExpressionArchitecture forEverybody() {
		return new ExpressionArchitecture(ofPair() + EVERYBODY, size, inputSize,
			coverage, encoder, code, style, seedChannels, seedSize, shared, own, slope,
			rate);
	}

	/** @return the name of the preset with a decoder for each of two people */
	String ofPair() {
		if (isStyled()) return LIGHT.preset;
		return isForEverybody() ? preset.substring(0, preset.length() - EVERYBODY
			.length()) : preset;
	}

	@Override
	public List<Side> sides() {
		return isStyled() ? Side.first(people) : Blueprint.super.sides();
	}

	@Override
	public double tint() {
		return 0;
	}

	@Override
	public MotionRange range() {
		return MotionRange.EXPRESSION;
	}

	@Override
	public Adam optimiser() {
		return new Adam(rate, BETA1, BETA2, EPSILON);
	}

	@Override
	public String loss() {
		return "mean absolute error, edges and structural dissimilarity at two " +
			"sizes, inside the face's outline, eyes and mouth weighted";
	}

	/** Twice as many steps of half as many faces: faces of one clip are alike. */
	@Override
	public int batch() {
		return 8;
	}

	@Override
	public double cropPixels() {
		return 1.25;
	}

	@Override
	public long activations() {
		long count = 3L * inputSize * inputSize;
		long area = (long) inputSize * inputSize;
		for (final var stage : encoder) {
			area /= 4;
			count += stage.filters() * area;
		}
		area = (long) seedSize * seedSize;
		count += code + seedChannels * area;
		for (final List<Integer> doublings : List.of(shared, own))
			for (final int filters : doublings) {
				// Gains, shifts and what comes of them.
				count += (isStyled() ? 6 : 2) * 4 * filters * area;
				area *= 4;
			}
		return count + 4 * 3L * size * size;
	}
}
