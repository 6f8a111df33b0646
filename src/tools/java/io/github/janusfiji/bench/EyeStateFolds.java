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
package io.github.janusfiji.bench;

import io.github.janusfiji.blink.training.FrameScore;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyePatches;
import io.github.janusfiji.eyestate.EyePatches.Patch;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.eyestate.EyeStateTraining;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well the convolutional network tells single eyes of people it has not
 * seen, by cross-validation: everybody is measured once, by a network that was
 * trained on the other people. Says how far the figure for one fixed fifth of
 * the people is a matter of which fifth it is.
 */
public final class EyeStateFolds {

	private EyeStateFolds() {}

	/**
	 * @param args zip file of eye patches, number of folds, passes, and which
	 *          folds to run, from 0 (all of them if none is given)
	 * @throws IOException if the patches cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		final var read = EyePatches.read(Path.of(args[0]));
		final var patches = new ArrayList<>(read.train());
		patches.addAll(read.tune());
		patches.addAll(read.measure());
		final int folds = Integer.parseInt(args[1]);
		final var wanted = args.length > 3 ? IntStream.range(3, args.length).map(
			i -> Integer.parseInt(args[i])) : IntStream.range(0, folds);
		for (final int fold : wanted.toArray()) {
			final var sides = patches.stream().collect(Collectors.partitioningBy(
				patch -> Math.floorMod(patch.person().hashCode(), folds) == fold));
			final EyeStateModel model = EyeStateTraining.fit(sides.get(false), List
				.of(), Integer.parseInt(args[2]), 1, Progress.NONE);
			print(fold, model, sides.get(true));
		}
	}

	private static void print(final int fold, final EyeStateModel model,
		final List<Patch> unseen)
	{
		final double[] logits = model.logits(EyeMethod.CNN, model.read(unseen
			.stream().map(Patch::view).toList()));
		final var eyes = IntStream.range(0, logits.length).mapToObj(List::of)
			.toList();
		final var photographs = IntStream.range(0, logits.length).boxed().collect(
			Collectors.groupingBy(i -> unseen.get(i).photograph())).values();
		System.out.printf(Locale.ROOT,
			"fold %d: %d eyes, AUC %.4f; %d photographs, AUC %.4f%n", fold, eyes
				.size(), area(eyes, unseen, logits), photographs.size(), area(
					photographs, unseen, logits));
	}

	private static double area(final Collection<List<Integer>> groups,
		final List<Patch> patches, final double[] logits)
	{
		final var score = new FrameScore();
		for (final List<Integer> group : groups) score.add(1 / (1 + Math.exp(group
			.stream().mapToDouble(i -> logits[i]).average().orElseThrow())), patches
				.get(group.get(0)).open() ? 0 : 1);
		return score.area();
	}
}
