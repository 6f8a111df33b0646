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
package io.github.janusfiji.swap;

import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.FaceModelTrainer;
import io.github.janusfiji.model.TrainingListener;
import io.github.janusfiji.model.TrainingOptions;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A hardly trained model of the two people of the sample clips. */
public final class SampleModel {

	private static final int FRAMES = 8;

	private SampleModel() {}

	/**
	 * @param folder to work in; keeps what was made on the way
	 * @return a {@code .janus} file there
	 * @throws IOException if something cannot be read or written
	 */
	public static Path write(final Path folder) throws IOException {
		final Path model = folder.resolve("pair.janus");
		try (FaceSet a = faces(folder, "ada"); FaceSet b = faces(folder, "ben")) {
			new FaceModelTrainer().train(a, b, model, new TrainingOptions(
				"light", 2, 0, 2, 1, "cpu"), TrainingListener.NONE,
				Progress.NONE);
		}
		return model;
	}

	private static FaceSet faces(final Path folder, final String name)
		throws IOException
	{
		final Path part = folder.resolve(name + ".mkv");
		try (FrameSequence whole = Frames.open(Path.of("sample-data", name +
			".mp4")); var cursor = whole.cursor(); var writer = Frames.writer(part,
				whole, Map.of()))
		{
			for (int i = 0; i < FRAMES; i++)
				writer.write(cursor.next());
			writer.commit();
		}
		try (FrameSequence clip = Frames.open(part)) {
			return new FaceExtractor().extract(clip, folder.resolve(name + ".tif"),
				FaceExtractor.Options.DEFAULT, Progress.NONE);
		}
	}
}
