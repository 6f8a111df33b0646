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
package io.github.janusfiji.eyestate;

import io.github.janusfiji.eyestate.EyePatches.Patch;
import io.github.janusfiji.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trains both networks, one after the other. */
public final class EyeStateTraining {

	/** Sequences that the recurrent network learns from, for each pass. */
	private static final int SEQUENCES_PER_EPOCH = 30;

	private EyeStateTraining() {}

	/**
	 * @param patches labelled pictures of single eyes; may be empty
	 * @param sequences labelled eyes of clips; may be empty, but not both; without
	 *          patches an eye in one of them must
	 *          {@link EyeSequence#showsClosedEye be closed}
	 * @param epochs passes over the pictures
	 * @param seed of everything random: the same data and seed give the same model
	 *          on the same machine
	 * @param progress told each stage
	 * @return a model that is not calibrated yet
	 */
	public static EyeStateModel fit(final List<Patch> patches,
		final List<EyeSequence> sequences, final int epochs, final long seed,
		final Progress progress)
	{
		final var pictures = PictureTraining.fit(patches, stills(sequences),
			epochs, seed, progress);
		final var maker = new SequenceMaker(sequences, patches, new Random(seed));
		final var recurrent = SequenceTraining.fit(new EyeNetwork(pictures), maker,
			SEQUENCES_PER_EPOCH * epochs, seed, progress);
		return new EyeStateModel(pictures, recurrent);
	}

	/** Frames in which an eye is certainly open or closed. */
	private static List<Patch> stills(final List<EyeSequence> sequences) {
		final var stills = new ArrayList<Patch>();
		for (final EyeSequence sequence : sequences) {
			for (int i = 0; i < sequence.length(); i++) {
				final boolean open = sequence.closed()[i] == 0;
				if (open || sequence.isClosed(i)) stills.add(new Patch(sequence.clip(),
					sequence.grey()[i], open));
			}
		}
		return stills;
	}
}
