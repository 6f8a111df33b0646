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

import io.github.janusfiji.blink.EyeMeasures;
import io.github.janusfiji.blink.OpennessSeries;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.eyestate.EyeStateModel.Calibration;
import io.github.janusfiji.task.InputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Calibration of a trained eye-state model on labelled clips. */
final class CalibrationFit {

	/**
	 * Aspect ratio of closed eyes over that of the same person's open eyes: 0.15
	 * over 0.3 in figure 1 of Soukupová and Čech (2016); the landmark model of
	 * Janus gives 0.15 over 0.30 on real blinks.
	 */
	private static final double CLOSED_RATIO = 0.5;

	private CalibrationFit() {}

	/**
	 * @param raw a model that is not calibrated yet
	 * @param clips that it was not trained on
	 * @param measures of each of them
	 * @return the calibration of each method
	 * @throws InputException if the clips do not show both states
	 */
	static Map<EyeMethod, Calibration> of(final EyeStateModel raw,
		final List<LabelledClip> clips, final List<EyeMeasures> measures)
		throws InputException
	{
		final var calibrations = new EnumMap<EyeMethod, Calibration>(EyeMethod.class);
		for (final EyeMethod method : EyeMethod.values()) {
			final Calibration levels = levels(raw, method, clips, measures);
			calibrations.put(method, levels);
			final EyeStateModel scaled = raw.with(calibrations, Map.of());
			final var known = new Known();
			for (int c = 0; c < clips.size(); c++) {
				final var series = OpennessSeries.of(measures.get(c), method, scaled);
				for (int i = 0; i < series.length(); i++) known.add(series.both()[i],
					clips.get(c).closed(series.frame()[i]));
			}
			final PlattFit fitted = known.calibration();
			calibrations.put(method, new Calibration(levels.closed(), levels.leastOpen(),
				fitted.slope(), fitted.offset()));
		}
		return calibrations;
	}

	/** What closed and open eyes typically give. */
	private static Calibration levels(final EyeStateModel raw,
		final EyeMethod method, final List<LabelledClip> clips,
		final List<EyeMeasures> measures) throws InputException
	{
		final var known = new Known();
		for (int c = 0; c < clips.size(); c++) {
			final EyeMeasures m = measures.get(c);
			for (final float[][] features : List.of(m.rightFeatures(), m.leftFeatures())) {
				final double[] values = method == EyeMethod.EAR ? m.rightRatio()
					: OpennessSeries.logits(m.frame(), m.time(), features, method, raw);
				for (int i = 0; i < values.length; i++) known.add(values[i], clips.get(c)
					.closed(m.frame()[i]));
			}
		}
		if (!known.bothStates()) throw new InputException("The clips to tune on do" +
			" not show both open and closed eyes; mark blinks in one of them.");
		return method == EyeMethod.EAR ? new Calibration(CLOSED_RATIO, 1, 0, 0)
			: new Calibration(known.percentile(true, 0.5), known.percentile(false, 0.1), 0,
				0);
	}

	/** Frames of known state: a number for each, and the states. */
	private record Known(List<Double> values, List<Boolean> closed) {

		Known() {
			this(new ArrayList<>(), new ArrayList<>());
		}

		void add(final double value, final double state) {
			if (Double.isNaN(state) || state > 0 && state < 0.5) return;
			values.add(value);
			closed.add(state > 0);
		}

		double percentile(final boolean of, final double share) {
			final double[] sorted = IntStream.range(0, values.size())
				.filter(i -> closed.get(i) == of).mapToDouble(values::get).sorted()
				.toArray();
			return sorted[(int) Math.round(share * (sorted.length - 1))];
		}

		boolean bothStates() {
			return closed.contains(true) && closed.contains(false);
		}

		PlattFit calibration() {
			final boolean[] states = new boolean[closed.size()];
			for (int i = 0; i < states.length; i++) states[i] = closed.get(i);
			return PlattFit.fit(values.stream().mapToDouble(d -> d).toArray(),
				states);
		}
	}
}
