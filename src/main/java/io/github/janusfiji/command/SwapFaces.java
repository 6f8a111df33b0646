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
import io.github.janusfiji.dialog.Advice;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Puts another person's face on a person in a clip. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Swap Faces...",
	description = "Replaces a person's face in every frame of a clip by the other face of a trained model or, without any training, by a donor's own pictures. The result says in its metadata that it is synthetic.")
public final class SwapFaces extends JanusCommand implements Previewable,
	Advice.Giver
{

	@Parameter(label = "Video or folder", style = "both", required = false,
		persist = false,
		description = "A video, a folder of images or a TIFF stack. Empty: the active image.")
	private File input;

	@Parameter(label = "Image", required = false, persist = false,
		description = "The active image; used when no video or folder is given.")
	private ImagePlus image;

	@Parameter(label = "Face model", style = "open", required = false,
		persist = false,
		description = "A .janus file made by Train Face Model. Needed for the method model.")
	private File model;

	@Parameter(label = "Method", choices = { "model", "graphics" },
		persist = false,
		description = "Who paints the face: a trained model; or graphics, which needs no training and warps the donor's best-fitting pictures.")
	private String method = "model";

	@Parameter(label = "Donor's faces", style = "open", required = false,
		persist = false,
		description = "A face set (.tif) made by Extract Faces, of the person whose face is put in. Needed for the method graphics.")
	private File donor;

	@Parameter(label = "Face to put in", choices = { "A", "B", "C", "D", "E",
		"F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T",
		"U", "V", "W", "X", "Y", "Z" }, persist = false,
		description = "Whose face of the model is put in: A, the first person, or B, the second; C and so on with models of the preset style that know more. Without effect with graphics.")
	private String into = "A";

	@Parameter(label = "Result to write", style = "both", required = false,
		persist = false,
		description = "A .mp4, .mkv (lossless) or .tif file, or a folder for PNG files. Empty: a temporary stack, which is gone when ImageJ quits.")
	private File output;

	@Parameter(label = "Person", min = "1", persist = false,
		description = "Whose face in the clip is replaced: 1 is the person seen largest and longest.")
	private int person = 1;

	@Parameter(label = "Mask", choices = { "hull", "extended", "learned",
		"combined" },
		persist = false,
		description = "What is replaced: the hull of the landmarks; the same extended over the brows; what an adversarial model learnt to cover; or that inside the extended hull.")
	private String mask = "extended";

	@Parameter(label = "Colour", choices = { "none", "mean", "reinhard",
		"histogram", "mkl" },
		persist = false,
		description = "How the new face takes the clip's colours: not at all, by the mean, by mean and spread (Reinhard et al. 2001), by the histogram, or by mean and covariance (Monge-Kantorovich).")
	private String colour = "reinhard";

	@Parameter(label = "Blend", choices = { "alpha", "pyramid", "poisson" },
		persist = false,
		description = "How the edge is hidden: soft mask, Laplacian pyramid, or Poisson equation.")
	private String blend = "pyramid";

	@Parameter(label = "Grow mask (%)", min = "-20", max = "20", persist = false,
		description = "How far the mask's outline is dilated, in percent of the face's size; negative erodes.")
	private double grow;

	@Parameter(label = "Feather (%)", min = "0", max = "20", persist = false,
		description = "Softness of the mask's edge: the Gaussian's sigma in percent of the face's size.")
	private double feather = 3;

	@Parameter(label = "Sharpen", min = "0", max = "3", persist = false,
		description = "Detail added to the painted face by unsharp masking; 0 adds none.")
	private double sharpen;

	@Parameter(label = "Detail", choices = { "donor", "match", "keep" },
		persist = false,
		description = "donor takes fine detail from the pictures of the person that the model holds, where they agree with what the network painted; match makes the new face as sharp and as noisy as what it replaces; keep leaves it as it was painted.")
	private String detail = "donor";

	@Parameter(label = "Keep what is in front", persist = false,
		description = "Leave hands, hair and other things before the face as they are: what differs from how the person looks in the rest of the clip.")
	private boolean front;

	@Parameter(label = "Other persons", required = false, persist = false,
		description = "Further persons, each person:face or person:face:model, with ; between them, such as 2:A;3:B:pair.janus. With graphics, person or person:donor, such as 2;3:other.tif.")
	private String others = "";

	@Parameter(label = "Frames are", choices = { "automatic", "sequence",
		"pictures" }, persist = false,
		description = "What the images of a folder or stack are: sequence, the frames of a clip; pictures, photographs of any size that have nothing to do with each other; automatic looks at their sizes, names and contents.")
	private String kind = "automatic";

	@Parameter(label = Shards.LABEL, required = false, persist = false,
		description = Shards.ABOUT)
	private String shard = "";

	@Parameter(label = "Layers", persist = false,
		description = "Write a TIFF hyperstack with the slices original, swapped face, mask, result and difference in place of the result alone.")
	private boolean layers;

	@Parameter(label = "Table", persist = false,
		description = "Write <name>.swap.csv beside the result, with a line of numbers for each frame.")
	private boolean table;

	@Parameter(label = "Visible mark", persist = false,
		description = "Show the word SYNTHETIC, small and off the face. Without it, the credentials say that it was left out.")
	private boolean visible = true;

	@Parameter(label = "Durable mark", persist = false,
		description = "Hide a watermark in every frame that leads back to the credentials after compression and scaling. Changes pixels outside of the face, too, by about 2 levels of 255.")
	private boolean durable = true;

	@Parameter(label = "Purpose", required = false, persist = false,
		description = "What the swap is made for; signed with the result.")
	private String purpose = "";

	@Parameter(label = "Consent", required = false, persist = false,
		description = "The consent of those whose faces are used, such as the number of a form; signed with the result.")
	private String consent = "";

	@Parameter(label = "Preview", persist = false,
		description = "Show a frame before and after while the dialog is open. Without effect in a macro.")
	private boolean preview;

	@Parameter(label = "Preview at (%)", style = "slider", min = "0",
		max = "100", stepSize = "1", persist = false,
		description = "Which frame the preview shows: its place in the clip, in percent of the length. Without effect in a macro.")
	private double previewat = 50;

	@Parameter(type = ItemIO.OUTPUT, label = "Clips",
		description = "What became of the clips of a share, in a sentence.")
	private String clips;

	@Parameter(type = ItemIO.OUTPUT, label = "Frames",
		description = "Number of frames written.")
	private Integer frames;

	@Parameter(type = ItemIO.OUTPUT, label = "Frames swapped",
		description = "Number of frames in which the face was replaced.")
	private Integer swapped;

	@Parameter(type = ItemIO.OUTPUT, label = "Times",
		description = "Frames per second, and what the stages of the work took.")
	private String times;

	@Parameter(type = ItemIO.OUTPUT, label = "Result",
		description = "The result as a virtual stack, with the outlines of what was replaced.")
	private ImagePlus result;

	private SwapFacesPreview shown;

	/** Called by the dialog when it opens and whenever a setting changes. */
	@Override
	public synchronized void preview() {
		if (preview && shown == null) shown = new SwapFacesPreview(
			context().service(LogService.class));
		if (preview) shown.show(new SwapFacesPreview.Settings(input, image, kind,
			choice(), options(), previewat));
		else if (shown != null) shown.hide();
	}

	/** Called when the dialog was cancelled; closes the preview. */
	@Override
	public void cancel() {
		final SwapFacesPreview last;
		synchronized (this) {
			last = shown;
			shown = null;
		}
		if (last != null) last.close();
	}

	@Override
	public Advice advise(final Map<String, String> entered) {
		return SwapAdvice.of(entered, image == null ? "" : image.getTitle());
	}

	private NewFaces.Choice choice() {
		return new NewFaces.Choice(method, model, donor, others);
	}

	private FaceSwapper.Options options() {
		return new FaceSwapper.Options(Side.valueOf(into), person, mask, colour,
			blend, new FaceSwapper.Edge(grow, feather), sharpen, detail, front);
	}

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		cancel();
		try (var opened = new NewFaces()) {
			final var swap = new SwapFile(opened.open(choice(), progress), options(),
				layers, table, new SwapFile.Statement(visible, durable, purpose,
					consent));
			if (Shards.asked(shard)) clips = Shards.of(this, shard, input, output)
				.reading(opened.files()).run((file, folder, within) -> {
					try (FrameSequence clip = Clip.open(file.toFile(), null, kind)) {
						swap.write(clip, folder.resolve(swap.name(clip)), within);
					}
				}, progress);
			else swap(swap, opened.files(), progress);
		}
	}

	/** @param read the files that the faces are from, none of which is written */
	private void swap(final SwapFile swap, final List<Path> read,
		final Progress progress) throws IOException
	{
		try (FrameSequence clip = Clip.open(input, image, kind)) {
			final Path target = output == null ? Clip.temporary("swapped.tif") : output
				.toPath();
			swap.keep(target, read);
			final var report = swap.write(clip, target, progress);
			frames = report.frames();
			swapped = report.swapped();
			times = report.times().summary(frames);
			result = swap.open(target, report);
			if (output == null) result.setTitle("Swapped " + clip.name());
		}
	}
}
