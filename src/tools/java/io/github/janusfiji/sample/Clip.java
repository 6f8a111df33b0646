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
package io.github.janusfiji.sample;

import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One of the sample clips: who does what for how long.
 *
 * @param name of its files, without extension
 * @param scene person, room and light
 * @param performance what the person does
 */
record Clip(String name, Scene scene, Performance performance) {

	/** Frames per second of every sample clip. */
	static final double FRAME_RATE = 25;
	private static final int WIDTH = 400, HEIGHT = 300;

	/** @return the clips of {@code sample-data} */
	static List<Clip> all() {
		return List.of(new Clip("ada", Scene.ada(WIDTH, HEIGHT), new Performance(3,
			300, FRAME_RATE, true)), new Clip("ben", Scene.ben(WIDTH, HEIGHT),
				new Performance(70001, 300, FRAME_RATE, true)), new Clip("no-blinks", Scene
					.cleo(WIDTH, HEIGHT), new Performance(8, 200, FRAME_RATE, false)));
	}

	/** The same clip in another size, for tests. */
	Clip scaled(final int width, final int height) {
		return new Clip(name, new Scene(scene.who(), width, height, scene.office(),
			scene.light()), performance);
	}

	/**
	 * Writes {@code name.mp4}, {@code name.truth.json} and
	 * {@code name.blinks.csv}.
	 *
	 * @param folder where to
	 * @param threads how many frames to render at the same time
	 * @throws IOException if a file cannot be written
	 */
	void write(final Path folder, final int threads) throws IOException {
		final var truth = new GroundTruth(name + ".mp4", scene, performance);
		final var mark = SyntheticMark.of(SyntheticMark.RENDERED,
			"an invented person, drawn by Janus's sample generator.");
		try (FrameWriter writer = Frames.writer(folder.resolve(name + ".mp4"), scene
			.width(), scene.height(), performance.frameRate(), mark))
		{
			new Studio(scene, performance, threads).shoot(shot -> {
				writer.write(shot.frame());
				truth.add(shot.landmarks());
			});
			writer.commit();
		}
		text(folder.resolve(name + ".truth.json"), truth.json());
		text(folder.resolve(name + ".blinks.csv"), truth.blinks());
	}

	private static void text(final Path file, final String content)
		throws IOException
	{
		try (var output = Output.file(file)) {
			output.write(content.getBytes(StandardCharsets.UTF_8));
			output.commit();
		}
	}
}
