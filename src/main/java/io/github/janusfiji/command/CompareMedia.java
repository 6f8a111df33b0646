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
import io.github.janusfiji.compare.ComparisonOptions;
import io.github.janusfiji.compare.MediaComparison;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.frames.VideoVirtualStack;
import io.github.janusfiji.frames.WindowClosing;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows two clips together for examination by eye. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Compare Media...",
	description = "Lays two clips beside or over each other, registered by their faces: side by side, their difference, in turns, their error levels or their noise.")
public final class CompareMedia extends JanusCommand {

	@Parameter(label = "First clip", style = "both", required = false,
		persist = false,
		description = "A video, a folder of images, a TIFF stack, or the title of an open image. Needed.")
	private File first;

	@Parameter(label = "Second clip", style = "both", required = false,
		persist = false,
		description = "The other clip, in the same forms. Empty: the active image.")
	private File second;

	@Parameter(label = "Image", required = false, persist = false,
		description = "The active image; used when no second clip is given.")
	private ImagePlus image;

	@Parameter(label = "View", choices = { "sidebyside", "difference", "flicker",
		"errorlevel", "noise", "all" },
		persist = false,
		description = "Side by side; difference, absolute and signed; flicker, first and second in turns; errorlevel, what compressing again would change; noise, what a denoiser takes away; or all but the flicker, as slices.")
	private String view = "all";

	@Parameter(label = "Register by", choices = { "faces", "none" },
		persist = false,
		description = "Whether the second clip is moved so that its face covers the first one's; a swap and its source, which show the same outside of the faces, stay in their places.")
	private String register = "faces";

	@Parameter(label = "Match frames by", choices = { "index", "time" },
		persist = false,
		description = "Whether frames of the same number or of the same time belong together.")
	private String timing = "index";

	@Parameter(label = "Person", min = "1", persist = false,
		description = "Whose face registers and is followed, in each clip: 1 is the person seen largest and longest.")
	private int person = 1;

	@Parameter(label = "Zoom (px)", min = "0", max = "2048", persist = false,
		description = "Side of a square that follows the first clip's face. 0 shows the whole frame.")
	private int zoom;

	@Parameter(label = "Amplify", min = "1", max = "100", persist = false,
		description = "Factor by which differences and residuals are made stronger.")
	private double amplify = 10;

	@Parameter(label = "JPEG quality", min = "1", max = "100", persist = false,
		description = "Quality of the compression in the error-level map.")
	private int quality = 90;

	@Parameter(label = "Frames are", choices = { "automatic", "sequence",
		"pictures" }, persist = false,
		description = "What the images of a folder or stack are: sequence, the frames of a clip; pictures, photographs of any size that have nothing to do with each other; automatic looks at their sizes, names and contents.")
	private String kind = "automatic";

	@Parameter(label = "Result to write", style = "both", required = false,
		persist = false,
		description = "A .mp4, .mkv (lossless) or .tif file, or a folder for PNG files; for all a .tif. Empty: the result is only shown.")
	private File output;

	@Parameter(type = ItemIO.OUTPUT, label = "Frames",
		description = "Number of frames of the comparison.")
	private int frames;

	@Parameter(type = ItemIO.OUTPUT, label = "Comparison",
		description = "The comparison as a virtual stack; with all, its slices are the views.")
	private ImagePlus result;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final var options = new ComparisonOptions(view, register, timing,
			person, zoom, amplify, quality);
		final File file = Clip.required(first, "first", "the first clip");
		if (output == null && !host.shows()) throw new InputException(
			"Without a display, give 'output' a file to write the comparison to.");
		final FrameSequence a = Clip.open(file, kind);
		boolean shown = false;
		try {
			final FrameSequence b = second == null ? Clip.active(image, "second",
				kind) : Clip.open(second, kind);
			try {
				final var both = new MediaComparison().compare(a, b, options, progress);
				final var mark = MediaComparison.mark(a, b, options);
				frames = both.count() / options.layers();
				if (output != null) write(both, options, mark, progress);
				else {
					result = stack(both, options, mark);
					WindowClosing.of(result, () -> {
						a.close();
						b.close();
					});
					shown = true;
				}
			}
			finally {
				if (!shown) b.close();
			}
		}
		finally {
			if (!shown) a.close();
		}
	}

	private void write(final FrameSequence both,
		final ComparisonOptions options, final Map<String, String> mark,
		final Progress progress) throws IOException
	{
		final Path target = output.toPath();
		Inputs.keep(target, both.files());
		progress.stage("Writing the comparison", both.count());
		try (var writer = view.equals("all") ? Frames.hyperstack(target, both,
			options.layers(), mark) : Frames.writer(target, both.width(), both
				.height(), both.frameRate(), mark); var cursor = both.cursor())
		{
			int done = 0;
			for (Frame f = cursor.next(); f != null; f = cursor.next()) {
				progress.check();
				writer.write(f);
				progress.done(++done);
			}
			writer.commit();
		}
	}

	private static ImagePlus stack(final FrameSequence both,
		final ComparisonOptions options, final Map<String, String> mark)
		throws IOException
	{
		final var shown = new ImagePlus(both.name(), new VideoVirtualStack(both));
		final int slices = options.view().equals("all") ? options.layers() : 1;
		shown.setDimensions(1, slices, shown.getStackSize() / slices);
		shown.setOpenAsHyperStack(slices > 1);
		shown.getCalibration().fps = both.frameRate();
		final var info = new StringBuilder();
		mark.forEach((key, value) -> info.append(String.format(Locale.ROOT,
			"%s: %s%n", key, value)));
		shown.setProperty("Info", info.toString());
		return shown;
	}
}
