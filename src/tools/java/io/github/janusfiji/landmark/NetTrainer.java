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
package io.github.janusfiji.landmark;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.List;
import java.util.Random;

/**
 * Trains a perceptron with one hidden layer by AdamW (Loshchilov and Hutter,
 * ICLR 2019) with a cosine schedule. The same seed and data give the same net.
 */
final class NetTrainer {

	/** What is minimised. */
	enum Loss {
			/** Mean distance between points; outputs are x, y, x, y, … */
			DISTANCE,
			/** Cross-entropy of one logistic output with a target of 0 or 1. */
			LOGISTIC
	}

	/**
	 * How to train.
	 *
	 * @param hidden width of the hidden layer
	 * @param epochs passes over the data
	 * @param rate greatest learning rate
	 * @param decay weight decay per step and unit of learning rate
	 * @param dropout share of the hidden units that are dropped at each step
	 * @param seed of the initial weights and the order
	 */
	record Plan(int hidden, int epochs, double rate, double decay,
		double dropout, long seed)
	{}

	private static final int BATCH = 256;

	private final Plan plan;
	private final Loss loss;
	private final float[][] x, y;
	private final int in, mid, out;
	private final Random random;
	private final float[] mean, spread;
	private final Adam w1, b1, w2, b2;
	private final float[] xb, h, hMask, o, go, gh;

	private NetTrainer(final float[][] x, final float[][] y, final Loss loss,
		final Plan plan)
	{
		this.x = x;
		this.y = y;
		this.loss = loss;
		this.plan = plan;
		in = x[0].length;
		mid = plan.hidden;
		out = y[0].length;
		random = new Random(plan.seed);
		mean = new float[in];
		spread = new float[in];
		measure();
		w1 = new Adam(in * mid, (float) Math.sqrt(2.0 / in), random);
		b1 = new Adam(mid, 0, random);
		w2 = new Adam(mid * out, (float) Math.sqrt(0.5 / mid), random);
		b2 = new Adam(out, 0, random);
		xb = new float[BATCH * in];
		h = new float[BATCH * mid];
		hMask = new float[BATCH * mid];
		gh = new float[BATCH * mid];
		o = new float[BATCH * out];
		go = new float[BATCH * out];
	}

	/**
	 * @param x inputs of each sample
	 * @param y targets of each sample
	 * @param loss what to minimise
	 * @param plan how
	 * @return the net
	 */
	static Net train(final float[][] x, final float[][] y, final Loss loss,
		final Plan plan)
	{
		final NetTrainer t = new NetTrainer(x, y, loss, plan);
		t.run();
		return t.net();
	}

	private void measure() {
		for (final float[] row : x)
			for (int i = 0; i < in; i++) {
				mean[i] += row[i] / x.length;
				spread[i] += row[i] * row[i] / x.length;
			}
		for (int i = 0; i < in; i++)
			spread[i] = (float) Math.sqrt(Math.max(1e-4, spread[i] - mean[i] *
				mean[i]));
	}

	private void run() {
		final int[] order = new int[x.length];
		for (int i = 0; i < order.length; i++)
			order[i] = i;
		final long steps = (long) plan.epochs * (x.length / BATCH);
		long step = 0;
		for (int epoch = 0; epoch < plan.epochs; epoch++) {
			shuffle(order);
			double sum = 0;
			for (int from = 0; from + BATCH <= order.length; from += BATCH) {
				final double warm = Math.min(1, (step + 1) / 100.0);
				final double rate = plan.rate * warm * 0.5 * (1 + Math.cos(Math.PI *
					step / steps));
				sum += step(order, from, (float) rate, (int) ++step);
			}
			if (epoch % 10 == 9 || epoch == plan.epochs - 1) System.out.printf(
				"    epoch %d: loss %.4f%n", epoch + 1, sum / (order.length / BATCH));
		}
	}

	private void shuffle(final int[] order) {
		for (int i = order.length - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final int t = order[i];
			order[i] = order[j];
			order[j] = t;
		}
	}

	private double step(final int[] order, final int from, final float rate,
		final int number)
	{
		forward(order, from);
		double sum = 0;
		for (int s = 0; s < BATCH; s++)
			sum += loss == Loss.DISTANCE ? distance(s, y[order[from + s]]) : logistic(
				s, y[order[from + s]]);
		multiply(true, false, mid, out, BATCH, h, mid, go, out, w2.gradient, out);
		multiply(false, true, BATCH, mid, out, go, out, w2.value, out, gh, mid);
		java.util.Arrays.fill(b1.gradient, 0);
		java.util.Arrays.fill(b2.gradient, 0);
		for (int s = 0; s < BATCH; s++) {
			for (int j = 0; j < mid; j++)
				b1.gradient[j] += gh[s * mid + j] *= hMask[s * mid + j];
			for (int j = 0; j < out; j++)
				b2.gradient[j] += go[s * out + j];
		}
		multiply(true, false, in, mid, BATCH, xb, in, gh, mid, w1.gradient, mid);
		w1.step(rate, (float) plan.decay, number);
		b1.step(rate, 0, number);
		w2.step(rate, (float) plan.decay, number);
		b2.step(rate, 0, number);
		return sum / BATCH;
	}

	private void forward(final int[] order, final int from) {
		for (int s = 0; s < BATCH; s++) {
			final float[] row = x[order[from + s]];
			for (int i = 0; i < in; i++)
				xb[s * in + i] = (row[i] - mean[i]) / spread[i];
		}
		multiply(false, false, BATCH, mid, in, xb, in, w1.value, mid, h, mid);
		final float keep = (float) (1 / (1 - plan.dropout));
		for (int s = 0; s < BATCH; s++)
			for (int j = 0, k = s * mid; j < mid; j++, k++) {
				final float v = h[k] + b1.value[j];
				hMask[k] = v > 0 && random.nextFloat() >= plan.dropout ? keep : 0;
				h[k] = v * hMask[k];
			}
		multiply(false, false, BATCH, out, mid, h, mid, w2.value, out, o, out);
	}

	private double distance(final int s, final float[] target) {
		double sum = 0;
		for (int j = 0, k = s * out; j < out; j += 2, k += 2) {
			final float dx = o[k] + b2.value[j] - target[j];
			final float dy = o[k + 1] + b2.value[j + 1] - target[j + 1];
			final double d = Math.sqrt(dx * dx + dy * dy + 0.01);
			final double scale = 2.0 / (out * BATCH * d);
			go[k] = (float) (dx * scale);
			go[k + 1] = (float) (dy * scale);
			sum += d;
		}
		return 2 * sum / out;
	}

	private double logistic(final int s, final float[] target) {
		final double p = 1 / (1 + Math.exp(-(o[s] + b2.value[0])));
		go[s] = (float) ((p - target[0]) / BATCH);
		return -Math.log(Math.max(1e-9, target[0] > 0.5 ? p : 1 - p));
	}

	private static void multiply(final boolean ta, final boolean tb, final int m,
		final int n, final int k, final float[] a, final int lda, final float[] b,
		final int ldb, final float[] c, final int ldc)
	{
		cblas_sgemm(CblasRowMajor, ta ? CblasTrans : CblasNoTrans, tb ? CblasTrans
			: CblasNoTrans, m, n, k, 1, a, lda, b, ldb, 0, c, ldc);
	}

	/** The net on raw inputs: the standardisation goes into the first layer. */
	private Net net() {
		final float[] w = w1.value.clone();
		final float[] b = b1.value.clone();
		for (int i = 0; i < in; i++)
			for (int j = 0; j < mid; j++) {
				w[i * mid + j] /= spread[i];
				b[j] -= mean[i] * w[i * mid + j];
			}
		return new Net(List.of(new Dense(in, mid, w, b), new Dense(mid, out,
			w2.value.clone(), b2.value.clone())));
	}
}
