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

import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is done to each clip.
 *
 * @param name of the command, for people
 * @param parameters names and texts of all that decides the result, with
 *          fingerprints in the place of files
 * @param work does it
 * @param beside files that belong to a clip, not all of which need exist
 * @param sentence says for people why a clip failed
 * @param ranges does it to ranges of long clips
 * @param longest bytes of a clip that is not yet cut into ranges
 */
public record Job(String name, Map<String, String> parameters, Work work,
	Function<Path, List<Path>> beside, Function<Throwable, String> sentence,
	Optional<RangeJob.Work> ranges, long longest)
{

	/** Does what is to be done. */
	void run(final ArchiveClip clip, final Path folder, final Progress progress)
		throws IOException
	{
		if (clip.part().isWhole()) work.run(clip.path(), folder, progress);
		else ranges.orElseThrow().run(clip.path(), clip.part(), folder, progress);
	}

	/** A job that is done to whole clips. */
	public Job(final String name, final Map<String, String> parameters,
		final Work work, final Function<Path, List<Path>> beside,
		final Function<Throwable, String> sentence)
	{
		this(name, parameters, work, beside, sentence, Optional.empty(),
			Long.MAX_VALUE);
	}

	/** Does the work on one clip. */
	@FunctionalInterface
	public interface Work {

		/**
		 * @param clip a file or folder
		 * @param folder an empty folder for all that is written
		 * @param progress told how far it is, and asked whether to stop
		 * @throws IOException if it fails; the message is one sentence
		 */
		void run(Path clip, Path folder, Progress progress) throws IOException;
	}
}
