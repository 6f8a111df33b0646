package io.github.janusfiji.model;

import io.github.janusfiji.face.FaceSet;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.Progress;
import java.io.IOException;

/** A face set as training material; its fingerprint is that of its stack. */
record FaceSetSource(FaceSet faces) implements FaceSource {

	@Override
	public String name() {
		return faces.source().name();
	}

	@Override
	public int count() {
		return faces.faces().size();
	}

	@Override
	public int size() {
		return faces.size();
	}

	@Override
	public int[] crop(final int index) throws IOException {
		return faces.crop(index);
	}

	@Override
	public String fingerprint() throws IOException {
		return Sha256.of(faces.path(), Progress.NONE);
	}
}
