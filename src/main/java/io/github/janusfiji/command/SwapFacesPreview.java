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
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.host.LivePreview;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.swap.SwapPreview;
import io.github.janusfiji.swap.SwapRow;
import io.github.janusfiji.swap.SwapStep;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scijava.log.Logger;

/**
 * Shows what the settings of a swap's dialog make of one frame: before, and
 * after at its right. Clip and models stay open while the dialog is.
 */
final class SwapFacesPreview implements AutoCloseable {

	/**
	 * What the dialog says.
	 *
	 * @param input a file or folder, or null
	 * @param image the active image, or null
	 * @param faces what is put in
	 * @param options how
	 * @param at place in the clip, % of its length
	 */
	record Settings(File input, ImagePlus image, String kind,
		NewFaces.Choice faces, FaceSwapper.Options options, double at)
	{

		private boolean showsSameClip(final Settings other) {
			return other != null && Objects.equals(input, other.input) &&
				image == other.image && kind.equals(other.kind);
		}
	}

	private final LivePreview view;
	private final NewFaces faces = new NewFaces();
	private Settings opened;
	private FrameSequence clip;
	private SwapPreview swap;

	/** @param log where a fault is told */
	SwapFacesPreview(final Logger log) {
		view = new LivePreview(log, this::release);
	}

	/** @param settings what to show; returns at once */
	void show(final Settings settings) {
		view.show(() -> picture(settings));
	}

	/** Shows nothing. */
	void hide() {
		view.show(Optional::empty);
	}

	/** On the preview's thread. */
	private Optional<LivePreview.Picture> picture(final Settings settings)
		throws IOException
	{
		if (!settings.faces.isComplete() || settings.input == null &&
			settings.image == null) return Optional.empty();
		final NewFaces.Faces chosen = faces.open(settings.faces, Progress.NONE);
		open(settings);
		final int frame = (int) Math.round(settings.at / 100 * (clip.count() - 1));
		final SwapStep step = chosen.render(swap, frame, settings.options);
		return Optional.of(new LivePreview.Picture(step.beside().processor(), title(
			step)));
	}

	private void open(final Settings settings) throws IOException {
		if (clip != null && settings.showsSameClip(opened)) return;
		closeClip();
		clip = Clip.open(settings.input, settings.image, settings.kind);
		swap = new SwapPreview(clip);
		opened = settings;
	}

	private static String title(final SwapStep step) {
		final String missing = step.rows().stream().filter(row -> !row.swapped())
			.map(SwapRow::person).map(String::valueOf).collect(Collectors.joining(
				", "));
		return String.format(Locale.ROOT, "Preview of frame %d, %.2f s%s", step
			.source().index(), step.source().time(), missing.isEmpty() ? ""
				: " (person " + missing + " is not in it)");
	}

	private void closeClip() {
		if (swap != null) swap.close();
		if (clip != null) clip.close();
		swap = null;
		clip = null;
	}

	/** On the preview's thread. */
	private void release() {
		closeClip();
		faces.close();
	}

	/** Closes the window, the clip and the models. */
	@Override
	public void close() {
		view.close();
	}
}
