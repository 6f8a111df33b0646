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
package io.github.janusfiji.assess;

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Who gets whose face. People are dealt into folds, and faces change hands within
 * a fold only, so that no swap shows people of two folds.
 *
 * @param clips of each person
 * @param folds of each person, from 1
 * @param pairs of who is seen and whose face is put in
 */
record Protocol(Map<String, Path> clips, Map<String, Integer> folds,
	List<Pair> pairs)
{

	/**
	 * @param subject whose head and clip
	 * @param donor whose face
	 */
	record Pair(String subject, String donor) {}

	/**
	 * @param folder with a folder for each person; its first clip is taken
	 * @param folds how many
	 * @param donors how many different faces each person gets
	 * @param seed decides who is dealt where
	 * @return the protocol
	 * @throws IOException if the folder is missing or there are too few people; the
	 *           message is one sentence for the user
	 */
	static Protocol of(final Path folder, final int folds, final int donors,
		final long seed) throws IOException
	{
		final var clips = clips(folder);
		if (clips.size() < 2 * folds) throw new InputException(folder + " holds " +
			clips.size() + " people's clips, and " + folds + " folds need " + 2 *
				folds + ": add people (a folder for each with a clip in it), or ask for fewer folds.");
		final var people = new ArrayList<>(clips.keySet());
		final var random = new SplittableRandom(seed);
		for (int i = people.size() - 1; i > 0; i--)
			people.set(i, people.set(random.nextInt(i + 1), people.get(i)));
		final var of = new TreeMap<String, Integer>();
		final var pairs = new ArrayList<Pair>();
		for (int f = 0; f < folds; f++) {
			final var own = new ArrayList<String>();
			for (int i = f; i < people.size(); i += folds)
				own.add(people.get(i));
			for (int i = 0; i < own.size(); i++) {
				of.put(own.get(i), f + 1);
				for (int k = 1; k <= Math.min(donors, own.size() - 1); k++)
					pairs.add(new Pair(own.get(i), own.get((i + k) % own.size())));
			}
		}
		return new Protocol(clips, of, pairs);
	}

	private static Map<String, Path> clips(final Path folder)
		throws IOException
	{
		if (!Files.isDirectory(folder)) throw new InputException(
			"There is no folder " + folder +
				"; give one that holds a folder for each person with a clip in it.");
		final var clips = new TreeMap<String, Path>();
		try (DirectoryStream<Path> people = Files.newDirectoryStream(folder,
			Files::isDirectory))
		{
			for (final Path person : people) {
				final String name = person.getFileName().toString();
				final Path clip = first(person);
				if (name.startsWith(".") || clip == null) continue;
				if (!name.matches("[^,;_\"\\s]+")) throw new InputException("The folder " +
					person +
					" names a person with a blank, a comma, a semicolon, a quote or an underscore; rename it.");
				clips.put(name, clip);
			}
		}
		return clips;
	}

	private static Path first(final Path person) throws IOException {
		try (var files = Files.list(person)) {
			return files.filter(f -> Files.isRegularFile(f) && f.getFileName()
				.toString().matches("(?i)[^.].*\\.(mp4|m4v|mkv|mov|avi|webm|tiff?)"))
				.sorted().findFirst().orElse(null);
		}
	}
}
