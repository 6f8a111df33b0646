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
package io.github.janusfiji.archive;

import io.github.janusfiji.frames.Part;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is done to clips that are so long that several workers take ranges of them. */
public final class RangeJob {

	private RangeJob() {}

	/** Does the work on one range of a clip. */
	@FunctionalInterface
	public interface Work {

		/**
		 * @param clip a video
		 * @param part which part of it
		 * @param folder an empty folder for all that is written
		 * @param progress told how far it is, and asked whether to stop
		 * @throws IOException if it fails; the message is one sentence
		 */
		void run(Path clip, Part part, Path folder, Progress progress)
			throws IOException;
	}

	/** Joins what was done. */
	@FunctionalInterface
	public interface Join {

		/**
		 * @param clip the video
		 * @param ranges folders with the results of its ranges, in order
		 * @param parameters names and texts of all that decided them, with
		 *          fingerprints in the place of files
		 * @param folder an empty folder for what the command writes of a clip
		 * @param progress told how far it is, and asked whether to stop
		 * @throws IOException if it fails; the message is one sentence
		 */
		void join(Path clip, List<Path> ranges, Map<String, String> parameters,
			Path folder, Progress progress) throws IOException;
	}
}
