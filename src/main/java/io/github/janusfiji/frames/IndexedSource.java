package io.github.janusfiji.frames;

import java.io.IOException;

/** Reads a sequence whose frames are equally near, one index after another. */
final class IndexedSource implements PrefetchCursor.Source {

	private final FrameSequence sequence;
	private int index;

	IndexedSource(final FrameSequence sequence) {
		this.sequence = sequence;
	}

	@Override
	public Frame next() throws IOException {
		return index < sequence.count() ? sequence.frame(index++) : null;
	}

	@Override
	public void close() {
		// The sequence belongs to whoever asked for the cursor.
	}
}
