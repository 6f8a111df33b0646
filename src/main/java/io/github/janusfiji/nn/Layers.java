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
package io.github.janusfiji.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Builds a network layer by layer. Parameters are named
 * {@code <prefix>.<layer>.weight} and {@code .bias}.
 */
public final class Layers {

	private final String prefix;
	private final Engine engine;
	private final boolean trainable;
	private final Initialiser initialiser;
	private final SplittableRandom random;
	private final List<Layer> layers = new ArrayList<>();

	/**
	 * @param prefix of the names of its parameters
	 * @param engine where they live
	 * @param trainable whether they hold gradients and moments
	 * @param initialiser of the weights; null leaves zeros, for weights that are
	 *          read from a file
	 * @param random what the weights are drawn from
	 */
	public Layers(final String prefix, final Engine engine,
		final boolean trainable, final Initialiser initialiser,
		final SplittableRandom random)
	{
		this.prefix = prefix;
		this.engine = engine;
		this.trainable = trainable;
		this.initialiser = initialiser;
		this.random = random;
	}

	private record Affine(Parameter weights, Parameter bias,
		Forward forward) implements Layer
	{

		interface Forward {

			Node apply(Tape tape, Node x, Parameter weights,
				Parameter bias);
		}

		@Override
		public Node forward(final Tape tape, final Node x) {
			return forward.apply(tape, x, weights, bias);
		}

		@Override
		public List<Parameter> parameters() {
			return List.of(weights, bias);
		}
	}

	/**
	 * Appends a convolution with SAME padding.
	 *
	 * @param name of the layer
	 * @param in channels
	 * @param out channels
	 * @param kernel width and height, px
	 * @param stride px
	 * @param slope of the leaky ReLU that follows; 1 for none
	 * @return this
	 */
	public Layers conv2d(final String name, final int in, final int out,
		final int kernel, final int stride, final double slope)
	{
		return conv2d(name, in, out, kernel, stride, slope, 1);
	}

	private Layers conv2d(final String name, final int in, final int out,
		final int kernel, final int stride, final double slope, final int copies)
	{
		layers.add(affine(name, out, (tape, x, weights, bias) -> tape.conv2d(x,
			weights, bias, stride, slope), copies, out, in, kernel, kernel));
		return this;
	}

	/**
	 * Appends a convolution with SAME padding and a pixel shuffle to twice the
	 * size; the activation comes before the shuffle, as in 2017. What comes out of
	 * it is shown to the tape's observer.
	 *
	 * @param name of the convolution
	 * @param in channels
	 * @param out channels after the shuffle
	 * @param kernel width and height, px
	 * @param slope of the leaky ReLU; 1 for none
	 * @return this
	 */
	public Layers upscale(final String name, final int in, final int out,
		final int kernel, final double slope)
	{
		conv2d(name, in, 4 * out, kernel, 1, slope,
			initialiser == Initialiser.HE_ICNR ? 4 : 1);
		final String layer = prefix + "." + name;
		layers.add((tape, x) -> tape.observed(layer, tape.depthToSpace(x, 2)));
		return this;
	}

	/**
	 * Appends a dense layer without activation.
	 *
	 * @param name of the layer
	 * @param in units
	 * @param out units
	 * @return this
	 */
	public Layers dense(final String name, final int in, final int out) {
		layers.add(affine(name, out, Tape::dense, 1, in, out));
		return this;
	}

	private Layer affine(final String name, final int out,
		final Affine.Forward forward, final int copies, final long... shape)
	{
		final String layer = prefix + "." + name;
		final var weights = new Parameter(layer + ".weight", engine, trainable,
			shape);
		if (initialiser != null) initialiser.fill(engine, weights.value(),
			copies, random);
		return new Affine(weights, new Parameter(layer + ".bias", engine,
			trainable, out), forward);
	}

	/**
	 * Appends 1 / (1 + exp(−x)).
	 *
	 * @return this
	 */
	public Layers sigmoid() {
		layers.add(Tape::sigmoid);
		return this;
	}

	/**
	 * Appends a change of shape.
	 *
	 * @param shape of one picture, without the extent of the minibatch
	 * @return this
	 */
	public Layers reshape(final long... shape) {
		layers.add((tape, x) -> {
			final long[] whole = new long[shape.length + 1];
			whole[0] = x.value().size(0);
			System.arraycopy(shape, 0, whole, 1, shape.length);
			return tape.reshape(x, whole);
		});
		return this;
	}

	/** @return the layers one after the other */
	public Layer build() {
		return new Chain(layers);
	}
}
