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
package io.github.janusfiji.detect;

import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Lets detectors judge each fold after learning from the others. */
record CrossValidation(ClipList list, List<LoadedClip> clips,
	Map<String, ManipulationDetector> detectors,
	DetectorSettings settings, Progress progress)
{

	/**
	 * @param list of clips
	 * @throws InputException unless every fold has genuine clips, and, if there are
	 *           manipulated ones at all, those, too
	 */
	static void requireFolds(final ClipList list) throws InputException {
		if (list.numbers().size() < 2) throw new InputException(
			"All people of the list are in one fold: give two folds or more, so that" +
				" detectors can be judged on people they did not learn from.");
		final boolean both = list.clips().stream().anyMatch(Entry::manipulated);
		for (final int fold : list.numbers()) {
			final List<Entry> own = list.clips().stream().filter(c -> list.isOf(c,
				fold)).toList();
			for (final boolean manipulated : both ? new boolean[] { false, true }
				: new boolean[] { false })
				if (own.stream().noneMatch(c -> c.manipulated() == manipulated))
					throw new InputException("The fold " + fold + " has no " +
						(manipulated ? "manipulated" : "genuine") +
						" clip of its own people alone: give it one, or other folds.");
		}
	}

	/**
	 * @return for each clip the scores of its faces by each detector, from
	 *         detectors that learnt from nobody in it; null for clips whose people
	 *         are of several folds
	 */
	List<double[][]> run() {
		final var scores = new ArrayList<double[][]>();
		for (final LoadedClip clip : clips)
			scores.add(list.numbers().stream().anyMatch(f -> list.isOf(clip.entry(),
				f)) ? new double[detectors.size()][] : null);
		for (final int fold : list.numbers()) {
			int k = 0;
			for (final String name : detectors.keySet()) {
				try (var learnt = learn(name, fold)) {
					progress.status("Judging fold " + fold + " by " + name);
					for (int i = 0; i < clips.size(); i++) {
						progress.check();
						if (list.isOf(clips.get(i).entry(), fold)) scores.get(i)[k] = learnt
							.scores(clips.get(i).faces());
					}
				}
				k++;
			}
		}
		return scores;
	}

	/**
	 * @param name of a detector
	 * @param without a fold; 0 to learn from everybody
	 * @return what it learnt from clips that show nobody of that fold
	 */
	LearntDetector learn(final String name, final int without) {
		return learn(name, without, entry -> true);
	}

	/** The same from clips of one kind alone. */
	LearntDetector learn(final String name, final int without,
		final Predicate<Entry> which)
	{
		progress.stage("Training " + name + (without == 0 ? ""
			: " without fold " + without), 0);
		final List<LoadedClip> use = clips.stream().filter(c -> !c.stand() && list
			.isWithout(c.entry(), without) && which.test(c.entry())).toList();
		return detectors.get(name).learn(new Examples(faces(use, c -> !c.entry()
			.manipulated()), faces(use, c -> c.entry().manipulated()), use.stream()
				.flatMap(c -> c.blended().stream()).toList(), settings.steps(), settings
					.seed()), progress);
	}

	private static List<FacePicture> faces(final List<LoadedClip> clips,
		final Predicate<LoadedClip> which)
	{
		return clips.stream().filter(which).flatMap(c -> c.faces().stream())
			.toList();
	}
}
