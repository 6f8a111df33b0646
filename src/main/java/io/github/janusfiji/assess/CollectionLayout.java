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

import io.github.janusfiji.assess.Protocol.Pair;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places and names of the clips of a collection, and its list of them. */
final class CollectionLayout {

	/** Strongest quantiser of H.264. */
	private static final int COARSEST = 51;

	private final CollectionSettings settings;
	private final Protocol protocol;
	private final List<Integer> qualities;
	private final Map<String, Path> models = new LinkedHashMap<>();

	private CollectionLayout(final CollectionSettings settings,
		final Protocol protocol) throws InputException
	{
		this.settings = settings;
		this.protocol = protocol;
		qualities = qualities(settings.qualities());
	}

	/**
	 * @param settings what to make
	 * @param protocol who gets whose face
	 * @return where everything goes
	 * @throws IOException if there is nothing to swap with, or a quality is none
	 */
	static CollectionLayout of(final CollectionSettings settings,
		final Protocol protocol) throws IOException
	{
		final var layout = new CollectionLayout(settings, protocol);
		if (settings.models().isPresent()) layout.find(settings.models().get());
		if (!settings.graphics() && layout.models.isEmpty())
			throw new InputException("There is nothing to swap with: choose the " +
				"method graphics, or give a folder of models.");
		return layout;
	}

	private static List<Integer> qualities(final String text)
		throws InputException
	{
		final var qualities = new ArrayList<Integer>();
		for (final String part : text.split(";")) {
			if (!part.strip().matches("[0-9]{1,2}") || Integer.parseInt(part
				.strip()) > COARSEST) throw new InputException("'qualities' is '" +
					text + "': give quantisers from 0 (lossless) to " + COARSEST +
					" with ; between them, such as 0;23;40.");
			if (!qualities.contains(Integer.valueOf(part.strip()))) qualities.add(
				Integer.valueOf(part.strip()));
		}
		return qualities;
	}

	private void find(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new InputException(
			"There is no folder of models " + folder + "; check the path.");
		for (final Pair pair : protocol.pairs())
			for (final String name : List.of(pair.subject() + "-" + pair.donor(), pair
				.donor() + "-" + pair.subject()))
			{
				final Path file = folder.resolve(name + ".janus");
				if (Files.isRegularFile(file)) models.putIfAbsent(name, file);
			}
	}

	/** @return the list of clips */
	Path list() {
		return settings.output().resolve("collection.csv");
	}

	/**
	 * @param name of a clip
	 * @param quality quantiser of H.264; 0 is lossless
	 * @return its file
	 */
	Path place(final String name, final int quality) {
		return settings.output().resolve("q" + quality).resolve(name + (quality == 0
			? ".mkv" : ".mp4"));
	}

	/** @return the lines of the list */
	List<String> rows() {
		final var rows = new ArrayList<String>();
		for (final int quality : qualities) {
			for (final String person : protocol.clips().keySet())
				rows.add(row(person, "genuine", person, "", "genuine", quality));
			for (final Pair pair : protocol.pairs())
				for (final String method : methods(pair))
					rows.add(row(name(pair, method), "manipulated", pair.subject(), pair
						.donor(), method, quality));
		}
		return rows;
	}

	private String row(final String name, final String label,
		final String subject, final String donor, final String method,
		final int quality)
	{
		final Path place = place(name, quality);
		return String.join(",", place.getParent().getFileName() + "/" + place
			.getFileName(), label, subject, donor, method, String.valueOf(quality),
			String.valueOf(protocol.folds().get(subject)));
	}

	/**
	 * @param pair whose face goes to whom
	 * @param method of swapping
	 * @return the name of the swapped clip
	 */
	static String name(final Pair pair, final String method) {
		return pair.subject() + "_" + pair.donor() + "_" + method;
	}

	/**
	 * @param pair whose face goes to whom
	 * @return the methods by which it is swapped
	 */
	List<String> methods(final Pair pair) {
		final var methods = new ArrayList<String>();
		if (settings.graphics()) methods.add("graphics");
		if (model(pair).isPresent()) methods.add("model");
		return methods;
	}

	/**
	 * @param name of a model that {@link #model(Pair)} gave
	 * @return its file
	 */
	Path model(final String name) {
		return models.get(name);
	}

	/**
	 * @param pair whose face goes to whom
	 * @return the name of a model that knows both, if one was given
	 */
	Optional<String> model(final Pair pair) {
		return models.keySet().stream().filter(name -> name.equals(pair.subject() +
			"-" + pair.donor()) || name.equals(pair.donor() + "-" + pair.subject()))
			.findFirst();
	}

	/**
	 * @param person whose
	 * @return the person's face set
	 */
	Path faces(final String person) {
		return settings.output().resolve("faces").resolve(person + ".tif");
	}

	/**
	 * @param name of a clip
	 * @return the qualities in which it is not there yet
	 */
	List<Integer> missing(final String name) {
		return qualities.stream().filter(q -> !Files.exists(place(name, q)))
			.toList();
	}

}
