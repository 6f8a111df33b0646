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

/**
 * Records the operations of one forward pass and plays their gradients back in
 * reverse order (reverse-mode automatic differentiation).
 * <p>
 * Use one tape for one step, inside one {@link Memory.Scope}: forward, one or
 * more {@link #losses}, {@link #backward()}. A tape that does not record leaves
 * no trace: that is inference.
 * </p>
 */
public final class Tape {

	private final Recorder recorder;
	private final RecordedLayers layers;
	private final RecordedAlgebra algebra;
	private final Losses losses;
	private final LayerObserver observer;

	/**
	 * @param engine computes
	 * @param recording false for inference
	 */
	public Tape(final Engine engine, final boolean recording) {
		this(engine, recording, LayerObserver.NONE);
	}

	/**
	 * A tape of inference.
	 *
	 * @param engine computes
	 * @param observer sees what named layers compute
	 */
	public Tape(final Engine engine, final LayerObserver observer) {
		this(engine, false, observer);
	}

	private Tape(final Engine engine, final boolean recording,
		final LayerObserver observer)
	{
		recorder = new Recorder(engine, recording);
		layers = new RecordedLayers(recorder);
		algebra = new RecordedAlgebra(recorder);
		losses = new Losses(recorder);
		this.observer = observer;
	}

	/**
	 * Shows the observer what a layer computed.
	 *
	 * @param layer its name
	 * @param x what it computed
	 * @return what the next layer is to read
	 */
	public Node observed(final String layer, final Node x) {
		final Tensor seen = observer.seen(layer, x.value);
		return seen == x.value ? x : constant(seen);
	}

	/** @return the node of what is no variable, such as a picture */
	public Node constant(final Tensor value) {
		return recorder.node(value, false);
	}

	/** @return the node of what to differentiate by; holds the gradient */
	public Node variable(final Tensor value) {
		return recorder.node(value, true);
	}

	/** @return what {@link #backward()} will make small */
	public Losses losses() {
		return losses;
	}

	/**
	 * Carries the gradient of the sum of all losses back to every parameter and
	 * variable, and forgets the recorded operations. Results that the gradients
	 * passed are gone afterwards.
	 */
	public void backward() {
		recorder.backward();
	}

	/**
	 * Says that no operation will read the numbers of a result again, not even
	 * when its gradient passes, so that their memory may serve other results.
	 *
	 * @param result of an operation that does not read its own result on the way
	 *          back, such as a product
	 */
	public void forget(final Node result) {
		recorder.engine.memory().release(result.value);
	}

	/**
	 * Convolution with SAME padding.
	 *
	 * @param x N×I×H×W
	 * @param kernel O×I×k×k
	 * @param bias O
	 * @param stride px
	 * @param slope of a leaky ReLU that follows; 1 for none, 0 for a plain ReLU
	 * @return N×O×⌈H/stride⌉×⌈W/stride⌉
	 */
	public Node conv2d(final Node x, final Parameter kernel, final Parameter bias,
		final int stride, final double slope)
	{
		return layers.conv2d(x, kernel, bias, stride, slope);
	}

	/**
	 * @param x N×I
	 * @param weights I×O
	 * @param bias O
	 * @return x · weights + bias, N×O
	 */
	public Node dense(final Node x, final Parameter weights,
		final Parameter bias)
	{
		return layers.dense(x, weights, bias);
	}

	/**
	 * @param x any
	 * @param slope of what is below 0; 0 for a plain ReLU
	 * @return x where x &gt; 0, else slope · x
	 */
	public Node leakyRelu(final Node x, final double slope) {
		return layers.leakyRelu(x, slope);
	}

	/** @return 1 / (1 + exp(−x)), for x of any shape */
	public Node sigmoid(final Node x) {
		return layers.sigmoid(x);
	}

	/**
	 * @param x …×K
	 * @return exp(x) over its sum along the last dimension
	 */
	public Node softmax(final Node x) {
		return layers.softmax(x);
	}

	/**
	 * The largest of each 2×2 px; an odd last row or column is left out.
	 *
	 * @param x N×C×H×W
	 * @return N×C×⌊H/2⌋×⌊W/2⌋
	 */
	public Node maxPool(final Node x) {
		return layers.maxPool(x);
	}

	/**
	 * @param x N×(b²C)×H×W
	 * @param block b
	 * @return N×C×bH×bW
	 */
	public Node depthToSpace(final Node x, final int block) {
		return layers.depthToSpace(x, block);
	}

	/**
	 * @param x any
	 * @param shape as many elements
	 * @return x in another shape
	 */
	public Node reshape(final Node x, final long... shape) {
		return layers.reshape(x, shape);
	}

	/** @return x + y, both of one shape */
	public Node sum(final Node x, final Node y) {
		return algebra.sum(x, y);
	}

	/** @return products element by element, x and y of one shape */
	public Node multiply(final Node x, final Node y) {
		return algebra.multiply(x, y);
	}

	/**
	 * @param x any
	 * @param factor any number
	 * @return factor · x
	 */
	public Node scale(final Node x, final double factor) {
		return algebra.scale(x, factor);
	}

	/**
	 * @param x any
	 * @param gain one learned number
	 * @return gain · x
	 */
	public Node scale(final Node x, final Parameter gain) {
		return algebra.scale(x, gain);
	}

	/**
	 * @param alpha N×1×H×W, the share of x
	 * @param x N×C×H×W
	 * @param y the same shape as x
	 * @return alpha · x + (1 − alpha) · y
	 */
	public Node blend(final Node alpha, final Node x, final Node y) {
		return algebra.blend(alpha, x, y);
	}

	/**
	 * Matrix product, one for each of a minibatch.
	 *
	 * @param a N×M×K, or N×K×M to be transposed
	 * @param b N×K×L, or N×L×K to be transposed
	 * @param transposeA whether to transpose each matrix of a
	 * @param transposeB whether to transpose each matrix of b
	 * @return a · b, N×M×L
	 */
	public Node matmul(final Node a, final Node b,
		final boolean transposeA, final boolean transposeB)
	{
		return algebra.matmul(a, b, transposeA, transposeB);
	}

	/**
	 * @param x N×C×…
	 * @param from first channel, from 0
	 * @param to the channel after the last
	 * @return N×(to − from)×…
	 */
	public Node channels(final Node x, final long from, final long to) {
		return algebra.channels(x, from, to);
	}

	/**
	 * @param parts N×Cᵢ×… that agree in all other extents
	 * @return N×ΣCᵢ×…, their channels one after the other
	 */
	public Node concatenate(final Node... parts) {
		return algebra.concatenate(parts);
	}

	/**
	 * Differences of neighbours: the gradient of a picture.
	 *
	 * @param x N×C×H×W
	 * @param axis 2 for below − above, 3 for right − left
	 * @return N×C×(H − 1)×W or N×C×H×(W − 1)
	 */
	public Node difference(final Node x, final int axis) {
		return algebra.difference(x, axis);
	}

	/** A minibatch cut in two. */
	public record Halves(Node first, Node second) {}

	/**
	 * @param x 2N×…
	 * @return the first and the last N rows
	 */
	public Halves halves(final Node x) {
		final Node[] halves = layers.halves(x);
		return new Halves(halves[0], halves[1]);
	}
}
