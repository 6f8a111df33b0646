package io.github.janusfiji.blink;

import io.github.janusfiji.blink.BlinkAnalysis.EyeState;
import io.github.janusfiji.face.Box;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.face.Similarity;
import java.util.Optional;
import java.util.stream.IntStream;

/** Analyses with known content. */
final class Analyses {

	private Analyses() {}

	/** Eyes that follow a signal, in a face of 200 px. */
	static BlinkAnalysis of(final String name, final OpennessSeries s,
		final int frames, final double rate)
	{
		final var eyes = IntStream.range(0, s.length()).mapToObj(i -> new EyeState(s
			.frame()[i], s.time()[i], s.both()[i], s.right()[i], s.left()[i]))
			.toList();
		final var faces = IntStream.range(0, s.length()).mapToObj(i -> face(s
			.frame()[i], s.time()[i])).toList();
		return new BlinkAnalysis(name, frames, rate, eyes, BlinkDetector.detect(s,
			rate), faces);
	}

	static Face face(final int frame, final double time) {
		return new Face(frame, time, 1, 1, 1, new Box(20, 20, 160, 160), FaceAligner
			.meanFace(200), new Similarity(1, 0, 0, 0), new Pose(0, 0, 0), Optional
				.empty());
	}
}
