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

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes what augmentation does to faces, step by step, as a stack: a slice per
 * face, and in it from left to right the crop as the network sees it, then with
 * rotation, zoom, shift, mirror (one more each), the target, the warped input,
 * and its changed colours.
 *
 * <pre>
 * java … io.github.janusfiji.model.ShowAugmentation faces.tif steps.tif [preset] [seed]
 * </pre>
 */
public final class ShowAugmentation {

	private static final int MOST = 24;

	private ShowAugmentation() {}

	/**
	 * @param args face set, output ({@code .tif}), preset (original), seed (1)
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < 2) throw new InputException(
			"Give a face set (.tif) and a stack to write (.tif).");
		final var blueprint = Preset.named(args.length > 2 ? args[2] :
			"original").blueprint();
		if (blueprint.cues() > 0) throw new InputException("Steps are shown of the " +
			"presets of warps and tints alone: choose original, light128, h128 or gan.");
		try (FaceSet set = FaceSet.open(Path.of(args[0]))) {
			final var faces = TrainingFaces.read(new FaceSetSource(set), blueprint,
				false, Progress.NONE);
			write(faces, blueprint, args.length > 3 ? Long.parseLong(args[3]) : 1, Path
				.of(args[1]));
		}
	}

	/**
	 * @param faces to show, at most 24 of them
	 * @param blueprint whose augmentation
	 * @param seed of all choices
	 * @param output a {@code .tif}
	 * @throws IOException if it cannot be written
	 */
	static void write(final TrainingFaces faces, final Blueprint blueprint,
		final long seed, final Path output) throws IOException
	{
		final int size = blueprint.size();
		final var augmentation = new Augmentation(blueprint.range(), blueprint
			.coverage(), size, blueprint.tint());
		final var random = new SplittableRandom(seed);
		final List<Frame> slices = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST, faces.trained()); i++) {
			final var steps = augmentation.steps(faces.trainedCrop(i * faces
				.trained() / Math.min(MOST, faces.trained())), random.split());
			final var batch = ImageBatch.allocate(steps.size(), 3, size, size);
			int n = 0;
			for (final var step : steps.values())
				batch.slot(n++).put(step);
			slices.add(new Frame(i, i, size * n, size, row(batch)));
		}
		try (FrameWriter writer = Frames.writer(output, slices.get(0).width(), size,
			1, SyntheticMark.of(SyntheticMark.COMPOSITE,
				"Faces as Janus changes them for training.")))
		{
			for (final Frame slice : slices)
				writer.write(slice);
			writer.commit();
		}
	}

	private static int[] row(final ImageBatch batch) {
		final int size = batch.width(), width = batch.count() * size;
		final int[] row = new int[width * size];
		for (int n = 0; n < batch.count(); n++) {
			final int[] tile = batch.argb(n);
			for (int y = 0; y < size; y++)
				System.arraycopy(tile, y * size, row, y * width + n * size, size);
		}
		return row;
	}
}
