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

import io.github.janusfiji.assess.Threat.Comparison;
import io.github.janusfiji.assess.Threat.Kind;
import io.github.janusfiji.detect.ClipList;
import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.measure.FaceEmbedder;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks networks that recognise faces whether swaps pass for the person whose face
 * was put in (Korshunov and Marcel 2018). People are enrolled by the mean vector
 * of genuine faces; what is compared with them are means of five successive
 * faces.
 */
public final class ThreatAssessment {

	/** Faces whose mean is compared. */
	private static final int TOGETHER = 5;

	/**
	 * @param clips the list, see {@link ClipList#read}
	 * @param networks ONNX files with semicolons between them; may be blank
	 * @param range of the networks that are not known by name: {@code unit} or
	 *          {@code levels}
	 * @param size side of the crops of these, px
	 * @param vectors made elsewhere, see {@link Vectors#read}
	 * @param faces about how many of each clip
	 */
	public record Settings(Path clips, String networks, String range, int size,
		Optional<Path> vectors, int faces)
	{}

	private ThreatAssessment() {}

	/**
	 * @param settings what to ask, and about what
	 * @param progress told each frame
	 * @return one for each network, in order
	 * @throws IOException if a file is missing or not what it should be, or there
	 *           are no two people with genuine clips; the message is one sentence
	 *           for the user
	 */
	public static List<Threat> assess(final Settings settings,
		final Progress progress) throws IOException
	{
		if (settings.faces < 1 || settings.size < 16 || settings.size > 512)
			throw new InputException(
				"Take at least one face of each clip, and crops of 16 to 512 px.");
		final var list = ClipList.read(settings.clips, 2, 1);
		requirePeople(list);
		final var embedders = new LinkedHashMap<String, FaceEmbedder>();
		try {
			open(settings, embedders);
			if (embedders.isEmpty() && settings.vectors.isEmpty())
				throw new InputException("Give 'networks' one or more ONNX files that turn a face into a vector, or 'vectors' a table of such vectors.");
			final var threats = new ArrayList<Threat>();
			if (!embedders.isEmpty()) {
				final var all = Vectors.of(list.clips(), embedders, settings.faces,
					progress);
				for (final String name : embedders.keySet()) threats.add(of(name, list,
					all.get(name)));
			}
			if (settings.vectors.isPresent()) threats.add(of(settings.vectors.get()
				.getFileName().toString(), list, Vectors.read(settings.vectors.get(),
					settings.clips)));
			return threats;
		}
		finally {
			embedders.values().forEach(FaceEmbedder::close);
		}
	}

	private static void requirePeople(final ClipList list)
		throws InputException
	{
		if (list.clips().stream().filter(c -> !c.manipulated()).map(
			Entry::subject).distinct().count() < 2) throw new InputException(
				"The list holds genuine clips of fewer than two people, so nobody can be mistaken for another: add people.");
	}

	private static void open(final Settings settings,
		final Map<String, FaceEmbedder> embedders) throws InputException
	{
		final var range = Choice.of(FaceEmbedder.Range.class, "range",
			settings.range);
		for (final String part : settings.networks.split(";")) {
			if (part.isBlank()) continue;
			final Path file = Path.of(part.strip());
			final String name = file.getFileName().toString();
			// OpenCV's SFace takes levels, whatever others take.
			final boolean sface = name.toLowerCase(Locale.ROOT).contains("sface");
			embedders.put(name, new FaceEmbedder(file, sface
				? FaceEmbedder.Range.LEVELS : range, sface ? FaceEmbedder.SIZE
					: settings.size));
		}
	}

	/** What is enrolled of a person, and what is compared as the same person. */
	private record Enrolled(float[] template, List<float[]> probes) {}

	private static Threat of(final String name, final ClipList list,
		final Map<Path, List<float[]>> vectors) throws InputException
	{
		final var enrolled = new LinkedHashMap<String, Enrolled>();
		boolean same = false;
		for (final String person : list.folds().keySet()) {
			final List<Entry> own = list.clips().stream().filter(c -> !c
				.manipulated() && c.subject().equals(person) && !vectors.getOrDefault(c
					.path(), List.of()).isEmpty()).toList();
			if (own.isEmpty()) continue;
			final var first = vectors.get(own.get(0).path());
			// Other compressions of the first clip are the same recording.
			final List<Entry> others = own.stream().filter(c -> !stem(c).equals(stem(
				own.get(0)))).toList();
			same |= others.isEmpty();
			final int half = others.isEmpty() ? (first.size() + 1) / 2 : first.size();
			final var probes = new ArrayList<>(groups(first.subList(half, first
				.size())));
			for (final Entry other : others)
				probes.addAll(groups(vectors.get(other.path())));
			enrolled.put(person, new Enrolled(Vectors.mean(first.subList(0, half)),
				probes));
		}
		if (enrolled.size() < 2) throw new InputException(
			"There are vectors of fewer than two people's genuine clips, so nobody can be mistaken for another: check that the list and the table name the clips alike.");
		return new Threat(name, comparisons(list, vectors, enrolled), same);
	}

	private static String stem(final Entry entry) {
		return entry.path().getFileName().toString().replaceFirst("\\.[^.]*$",
			"");
	}

	private static List<Comparison> comparisons(final ClipList list,
		final Map<Path, List<float[]>> vectors,
		final Map<String, Enrolled> enrolled)
	{
		final var all = new ArrayList<Comparison>();
		enrolled.forEach((claimed, template) -> enrolled.forEach((seen,
			other) -> {
			for (final float[] probe : other.probes)
				all.add(new Comparison(claimed.equals(seen) ? Kind.GENUINE
					: Kind.IMPOSTOR, Vectors.cosine(template.template, probe), claimed,
					seen, "genuine", ""));
		}));
		for (final Entry entry : list.clips()) {
			final Enrolled donor = enrolled.get(entry.donor());
			if (!entry.manipulated() || donor == null) continue;
			for (final float[] probe : groups(vectors.getOrDefault(entry.path(), List
				.of()))) all.add(new Comparison(Kind.SWAP, Vectors.cosine(
					donor.template, probe), entry.donor(), entry.subject(), entry.method(),
					entry.quality()));
		}
		return all;
	}

	private static List<float[]> groups(final List<float[]> vectors) {
		final var groups = new ArrayList<float[]>();
		for (int from = 0; from < vectors.size(); from += TOGETHER)
			groups.add(Vectors.mean(vectors.subList(from, Math.min(vectors.size(),
				from + TOGETHER))));
		return groups;
	}
}
