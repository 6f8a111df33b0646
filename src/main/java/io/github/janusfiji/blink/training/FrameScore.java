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
package io.github.janusfiji.blink.training;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.evaluation.classification.EvaluationCalibration;
import org.nd4j.evaluation.classification.ROC;
import org.nd4j.evaluation.curves.ReliabilityDiagram;
import org.nd4j.evaluation.curves.RocCurve;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Agreement of probabilities of "closed" with the states that people marked,
 * frame by frame; the curves are computed by ND4J's evaluation classes.
 */
public final class FrameScore {

	/** Bins of the reliability diagram, each a tenth wide. */
	private static final int BINS = 10;

	private final List<Double> probability = new ArrayList<>();
	private final List<Boolean> closed = new ArrayList<>();

	/**
	 * Adds a frame, unless its state is not certain.
	 *
	 * @param p probability that the eyes are closed
	 * @param state how far they are: counted as closed from 0.5 on, as open at 0;
	 *          left out between, and if NaN
	 */
	public void add(final double p, final double state) {
		if (Double.isNaN(state) || state > 0 && state < 0.5) return;
		probability.add(p);
		closed.add(state > 0);
	}

	/** Adds all frames of another. */
	void addAll(final FrameScore other) {
		probability.addAll(other.probability);
		closed.addAll(other.closed);
	}

	/** @return number of frames */
	public int frames() {
		return closed.size();
	}

	/** @return number of frames with closed eyes */
	public int closedFrames() {
		return (int) closed.stream().filter(c -> c).count();
	}

	private boolean bothStates() {
		return closed.contains(true) && closed.contains(false);
	}

	private INDArray labels(final int columns) {
		final INDArray labels = Nd4j.zeros(frames(), columns);
		for (int i = 0; i < frames(); i++) {
			if (columns == 1) labels.putScalar(i, 0, closed.get(i) ? 1 : 0);
			else labels.putScalar(i, closed.get(i) ? 1 : 0, 1);
		}
		return labels;
	}

	/**
	 * @return the receiver operating characteristic, a point for each threshold;
	 *         null if a state does not occur
	 */
	RocCurve roc() {
		if (!bothStates()) return null;
		final INDArray scores = Nd4j.zeros(DataType.DOUBLE,
			frames(), 1);
		for (int i = 0; i < frames(); i++) scores.putScalar(i, 0, probability.get(
			i));
		final var roc = new ROC(0);
		roc.eval(labels(1), scores);
		return roc.getRocCurve();
	}

	/** @return area under the {@link #roc}; NaN if a state does not occur */
	public double area() {
		final RocCurve roc = roc();
		return roc == null ? Double.NaN : roc.calculateAUC();
	}

	/**
	 * @return the rate at which as large a share of open eyes is called closed as
	 *         of closed ones open; NaN if a state does not occur
	 */
	public double equalErrorRate() {
		final RocCurve roc = roc();
		if (roc == null) return Double.NaN;
		for (int i = 1; i < roc.numPoints(); i++) {
			final double before = gap(roc, i - 1), after = gap(roc, i);
			if (before * after > 0) continue;
			final double share = before == after ? 0 : before / (before - after);
			return roc.getFalsePositiveRate(i - 1) + share * (roc
				.getFalsePositiveRate(i) - roc.getFalsePositiveRate(i - 1));
		}
		return Double.NaN;
	}

	private static double gap(final RocCurve roc, final int i) {
		return roc.getFalsePositiveRate(i) - 1 + roc.getTruePositiveRate(i);
	}

	private EvaluationCalibration calibration() {
		final INDArray scores = Nd4j.zeros(frames(), 2);
		for (int i = 0; i < frames(); i++) {
			scores.putScalar(i, 1, probability.get(i));
			scores.putScalar(i, 0, 1 - probability.get(i));
		}
		final var calibration = new EvaluationCalibration(BINS, BINS);
		calibration.eval(labels(2), scores);
		return calibration;
	}

	/** @return share of closed eyes over the mean probability, for each bin */
	ReliabilityDiagram reliability() {
		return calibration().getReliabilityDiagram(1);
	}

	/**
	 * Expected calibration error (Guo et al., "On Calibration of Modern Neural
	 * Networks", ICML 2017).
	 *
	 * @return mean over frames of the distance between a bin's mean probability
	 *         and its share of closed eyes; NaN without frames
	 */
	public double calibrationError() {
		final double[] sum = new double[BINS], positives = new double[BINS];
		for (int i = 0; i < frames(); i++) {
			final int bin = Math.min(BINS - 1, (int) (BINS * probability.get(i)));
			sum[bin] += probability.get(i);
			if (closed.get(i)) positives[bin]++;
		}
		double error = 0;
		for (int b = 0; b < BINS; b++) error += Math.abs(sum[b] - positives[b]);
		return error / frames();
	}
}
