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
import ij.plugin.FileInfoVirtualStack;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.frames.VideoVirtualStack;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.swap.SwapMarks;
import io.github.janusfiji.swap.SwapOverlay;
import io.github.janusfiji.swap.SwapStep;
import io.github.janusfiji.swap.SwapTable;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Swap of clips into files or folders.
 *
 * @param faces what is put in
 * @param options how
 * @param layers whether a TIFF hyperstack of all steps is written
 * @param table whether a line of numbers for each frame is written beside
 * @param statement what the result says of itself
 */
record SwapFile(NewFaces.Faces faces, FaceSwapper.Options options,
	boolean layers, boolean table, Statement statement)
{

	/**
	 * Statement of a swap about itself.
	 *
	 * @param visible whether a word is shown
	 * @param durable whether a watermark is hidden
	 * @param purpose of the swap
	 * @param consent of those whose faces are used
	 */
	record Statement(boolean visible, boolean durable, String purpose,
		String consent)
	{}

	/**
	 * @param clip one of several
	 * @return name of its result; each is a film or a hyperstack
	 */
	String name(final FrameSequence clip) {
		return FileStem.of(clip.name()) + (layers ? ".tif" : ".mp4");
	}

	/**
	 * @param target file or folder to write
	 * @param read files that must not be written
	 * @throws IOException if it is one of them
	 */
	void keep(final Path target, final List<Path> read) throws IOException {
		Inputs.keep(target, read);
		if (table) Inputs.keep(SwapTable.beside(target), read);
	}

	/**
	 * @param clip whose face is replaced
	 * @param target file or folder to write
	 * @param progress told each frame
	 * @return what was done
	 * @throws IOException if the clip cannot be read or the result not be written
	 */
	FaceSwapper.Report write(final FrameSequence clip, final Path target,
		final Progress progress) throws IOException
	{
		final var mark = faces.mark(clip, options, progress);
		final var marks = SwapMarks.of(mark, statement.visible, statement.durable,
			statement.purpose, statement.consent);
		try (var writer = layers ? Frames.hyperstack(target, clip, SwapStep.LAYERS
			.size(), mark) : Frames.writer(target, clip, mark);
				var numbers = table ? new SwapTable(SwapTable.beside(target), clip
					.files()) : null)
		{
			final var report = faces.swap(clip, options, step -> {
				for (final Frame frame : layers ? marks.layers(step) : List.of(marks
					.result(step)))
					writer.write(frame);
				if (numbers != null) for (final var row : step.rows())
					numbers.add(row);
			}, progress);
			writer.commit();
			if (numbers != null) numbers.commit();
			return report;
		}
	}

	/**
	 * @param target as it was written
	 * @param report what was done
	 * @return the result as a virtual stack, with the outlines of what was replaced
	 * @throws IOException if it cannot be read
	 */
	ImagePlus open(final Path target, final FaceSwapper.Report report)
		throws IOException
	{
		final ImagePlus result = layers ? FileInfoVirtualStack.openVirtual(target
			.toAbsolutePath().toString()) : VideoVirtualStack.open(target);
		Shown.overlay(result, SwapOverlay.of(report, layers));
		return result;
	}
}
