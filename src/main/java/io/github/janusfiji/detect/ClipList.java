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
package io.github.janusfiji.detect;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Genuine and manipulated clips with the people in them, from a CSV file whose
 * first line names the columns: {@code clip,label,subject}, and, if there are
 * any, {@code fold,donor,method,quality}.
 *
 * @param clips in the order of the file
 * @param folds of each person, numbered from 1; no person is in two
 */
public record ClipList(List<Entry> clips, Map<String, Integer> folds) {

	/**
	 * A clip of the list.
	 *
	 * @param path of the clip
	 * @param manipulated what its label says
	 * @param subject who is seen, or whose head it is
	 * @param donor whose face was put in; empty if nobody's is known
	 * @param method by which it was manipulated; {@code genuine} for none
	 * @param quality of its compression, as the list calls it; may be empty
	 */
	public record Entry(Path path, boolean manipulated, String subject,
		String donor, String method, String quality)
	{

		/** @return everyone whose looks are in the clip */
		public Set<String> people() {
			final var people = new LinkedHashSet<>(Set.of(subject));
			if (!donor.isEmpty()) people.add(donor);
			return people;
		}
	}

	/** Takes copies. */
	public ClipList {
		clips = List.copyOf(clips);
		folds = new TreeMap<>(folds);
	}

	/**
	 * @param list the CSV file
	 * @param count into how many folds people are dealt if the list has no column
	 *          fold
	 * @param seed decides who is dealt where
	 * @return the clips
	 * @throws IOException if something is missing or not of that form; the message
	 *           is one sentence for the user
	 */
	public static ClipList read(final Path list, final int count,
		final long seed) throws IOException
	{
		final List<String> lines = Inputs.text(list).lines().filter(l -> !l
			.isBlank()).toList();
		final List<String> columns = lines.isEmpty() ? List.of() : List.of(lines.get(
			0).strip().split(",", -1));
		if (!columns.containsAll(List.of("clip", "label", "subject")))
			throw new InputException(list +
				" is no list of clips: its first line must name the columns clip, label and subject.");
		final var entries = new ArrayList<Entry>();
		final var folds = new TreeMap<String, Integer>();
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cells = line.split(",", -1);
			if (cells.length != columns.size()) throw new InputException("In " + list +
				", the line \"" + line + "\" has " + cells.length +
				" cells and the first line " + columns.size() + "; correct it.");
			final Entry entry = entry(list, line, columns, cells);
			entries.add(entry);
			fold(list, line, cell(columns, cells, "fold"), entry.subject, folds);
		}
		if (folds.isEmpty()) folds.putAll(dealt(entries, count, seed));
		for (final Entry entry : entries) for (final String person : entry.people())
			if (!folds.containsKey(person)) throw new InputException("In " + list +
				", no fold is given for " + person +
				"; give a genuine clip of that person a fold.");
		return new ClipList(entries, folds);
	}

	private static String cell(final List<String> columns, final String[] cells,
		final String name)
	{
		final int at = columns.indexOf(name);
		return at < 0 ? "" : cells[at].strip();
	}

	private static Entry entry(final Path list, final String line,
		final List<String> columns, final String[] cells) throws InputException
	{
		final String label = cell(columns, cells, "label");
		if (!label.matches("genuine|manipulated")) throw new InputException("In " +
			list + ", the line \"" + line + "\" has the label '" + label +
			"'; a label is genuine or manipulated.");
		final String subject = cell(columns, cells, "subject");
		if (subject.isEmpty()) throw new InputException("In " + list +
			", the line \"" + line +
			"\" names no subject; give the person a name of any kind.");
		final Path clip = list.toAbsolutePath().resolveSibling(cell(columns, cells,
			"clip"));
		if (cell(columns, cells, "clip").isEmpty() || Files.notExists(clip))
			throw new InputException("There is no " + clip + ", which " + list
				.getFileName() + " names; correct the list.");
		final String method = cell(columns, cells, "method");
		return new Entry(clip, "manipulated".equals(label), subject, cell(columns,
			cells, "donor"), method.isEmpty() ? "manipulated".equals(label) ? "unknown"
				: "genuine" : method, cell(columns, cells, "quality"));
	}

	private static void fold(final Path list, final String line,
		final String text, final String subject, final Map<String, Integer> folds)
		throws InputException
	{
		if (text.isEmpty()) return;
		if (!text.matches("[1-9][0-9]{0,3}")) throw new InputException("In " +
			list + ", the line \"" + line + "\" has the fold '" + text +
			"'; folds are numbered from 1.");
		final Integer before = folds.put(subject, Integer.valueOf(text));
		if (before != null && before != Integer.parseInt(text))
			throw new InputException("In " + list + ", " + subject +
				" is in the folds " + before + " and " + text +
				"; a person can be in one fold only.");
	}

	private static Map<String, Integer> dealt(final List<Entry> entries,
		final int count, final long seed)
	{
		final var people = new ArrayList<String>();
		for (final Entry entry : entries) for (final String person : entry.people())
			if (!people.contains(person)) people.add(person);
		people.sort(null);
		final var random = new SplittableRandom(seed);
		for (int i = people.size() - 1; i > 0; i--)
			people.set(i, people.set(random.nextInt(i + 1), people.get(i)));
		final var folds = new TreeMap<String, Integer>();
		for (int i = 0; i < people.size(); i++)
			folds.put(people.get(i), 1 + i % count);
		return folds;
	}

	/** @return numbers of all folds, in order */
	public List<Integer> numbers() {
		return folds.values().stream().distinct().sorted().toList();
	}

	/** @return whether everyone in the clip is of that fold */
	boolean isOf(final Entry entry, final int fold) {
		return entry.people().stream().allMatch(p -> folds.get(p) == fold);
	}

	/** @return whether nobody in the clip is of that fold */
	boolean isWithout(final Entry entry, final int fold) {
		return entry.people().stream().noneMatch(p -> folds.get(p) == fold);
	}

	/** @return {@code subject,fold}, a line for each person */
	public String csv() {
		final var csv = new StringBuilder("subject,fold\n");
		folds.forEach((person, fold) -> csv.append(person).append(',').append(fold)
			.append('\n'));
		return csv.toString();
	}
}
