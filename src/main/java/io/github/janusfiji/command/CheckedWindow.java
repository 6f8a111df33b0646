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
package io.github.janusfiji.command;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.frames.VideoVirtualStack;
import io.github.janusfiji.provenance.Change;
import io.github.janusfiji.provenance.MediaVerifier;
import io.github.janusfiji.provenance.Verdict;
import io.github.janusfiji.provenance.Verification;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is shown of checked recordings, and the files behind windows. */
final class CheckedWindow {

	/** Altered frames opened beside their neighbours, at most. */
	private static final int PICTURES = 60;

	private CheckedWindow() {}

	/** @return the file that a window shows */
	static Path file(final ImagePlus image) throws IOException {
		if (image == null) throw new InputException(
			"There is nothing to check: give 'input' a recording, or open one first.");
		try (FrameSequence frames = Frames.of(image)) {
			final Optional<Path> known = frames.path();
			if (known.isPresent()) return known.get();
		}
		final var info = image.getOriginalFileInfo();
		if (info != null && info.directory != null && info.fileName != null)
			return Path.of(info.directory, info.fileName);
		throw new InputException("The image " + image.getTitle() +
			" has no file that could be checked; save it, or give 'input' a file.");
	}

	/** One that cannot be read does not end a whole folder. */
	static Verification verify(final MediaVerifier verifier, final Path one,
		final boolean several, final Progress progress) throws IOException
	{
		try {
			return verifier.verify(one, progress);
		}
		catch (final InputException e) {
			if (!several) throw e;
			return new Verification(one, Verdict.UNSIGNED, "", List.of(), Optional
				.empty(), e.getMessage());
		}
	}

	/** @return the verdict, or each with how many */
	static String summary(final List<Verification> all) {
		if (all.size() == 1) return all.get(0).verdict().word();
		final var count = new TreeMap<Verdict, Integer>();
		all.forEach(v -> count.merge(v.verdict(), 1, Integer::sum));
		return count.entrySet().stream().map(e -> e.getKey().word() + " " + e
			.getValue()).collect(Collectors.joining(", "));
	}

	/** Shows the table, the chains of sources, and what was altered. */
	static void show(final List<Verification> all, final Progress progress)
		throws IOException
	{
		final var table = new ResultsTable();
		final var chains = new StringBuilder();
		for (final Verification one : all) {
			final List<Change> changes = one.changes();
			for (int i = 0; i < Math.max(1, changes.size()); i++) {
				table.addRow();
				table.addValue("File", one.file().getFileName().toString());
				table.addValue("Verdict", one.verdict().word());
				table.addValue("Signer", one.signer());
				final Change change = changes.isEmpty() ? null : changes.get(i);
				table.addValue("First", change == null || change.first() < 0 ? "" : "" +
					change.first());
				table.addValue("Last", change == null || change.first() < 0 ? "" : "" +
					change.last());
				table.addValue("Change", change == null ? "" : change.word());
			}
			chains.append(one.sentence()).append('\n');
			one.validation().ifPresent(v -> chains.append(v.active().tree()));
			chains.append('\n');
		}
		table.show("Verdicts");
		new TextWindow("Credentials", chains.toString(), 800, 500);
		for (final Verification one : all) if (one.changes().stream().anyMatch(
			c -> c.first() >= 0 && c.kind() != Change.Kind.DROPPED)) altered(one,
				progress);
	}

	private static void altered(final Verification one,
		final Progress progress) throws IOException
	{
		final ImagePlus clip = VideoVirtualStack.open(one.file());
		final var overlay = new Overlay();
		for (final Change change : one.changes()) for (int f = Math.max(0, change
			.first()); change.first() >= 0 && f <= change.last() && f < clip
				.getStackSize(); f++) mark(overlay, clip, change, f);
		clip.setOverlay(overlay);
		clip.show();
		neighbours(one, clip, progress);
	}

	private static void mark(final Overlay overlay, final ImagePlus clip,
		final Change change, final int frame)
	{
		final var border = new Roi(0, 0, clip.getWidth(), clip.getHeight());
		border.setStrokeColor(Color.RED);
		border.setStrokeWidth(Math.max(2, clip.getWidth() / 100.0));
		final var word = new TextRoi(8, 8, change.word());
		word.setStrokeColor(Color.RED);
		for (final Roi roi : List.of(border, word)) {
			roi.setPosition(frame + 1);
			overlay.add(roi);
		}
	}

	/** Each altered frame, with the one before on its left and the next on its right. */
	private static void neighbours(final Verification one,
		final ImagePlus clip, final Progress progress)
	{
		final int w = clip.getWidth(), h = clip.getHeight(), n = clip
			.getStackSize();
		final var stack = new ImageStack(3 * w, h);
		for (final Change change : one.changes()) for (int f = Math.max(0, change
			.first()); change.first() >= 0 && f <= change.last() && f < n && stack
				.size() < PICTURES; f++)
		{
			progress.check();
			final var row = new ij.process.ColorProcessor(3 * w, h);
			for (int k = -1; k <= 1; k++) if (f + k >= 0 && f + k < n) row.insert(clip
				.getStack().getProcessor(f + k + 1).convertToRGB(), (k + 1) * w, 0);
			stack.addSlice("frame " + f + " " + change.word(), row);
		}
		if (stack.size() > 0) new ImagePlus("Altered frames of " + clip.getTitle(),
			stack).show();
	}
}
