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
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.measure.Donor;
import io.github.janusfiji.measure.Identity;
import io.github.janusfiji.measure.MeasureOptions;
import io.github.janusfiji.measure.MeasureReport;
import io.github.janusfiji.measure.SwapMeasurement;
import io.github.janusfiji.measure.SwapMeasurer;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures a swapped clip against its source. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Measure Swap...",
	description = "Lays a swapped clip beside its source and measures what changed outside the face, the seam, flicker, agreement of the faces' landmarks and pose, what a viewer sees (faces found, expression, gaze, sharpness), and, with a network of yours, identity.")
public final class MeasureSwap extends SwapFigures {

	@Parameter(label = "Source", style = "both", required = false,
		persist = false,
		description = "The clip before the swap: a video, a folder of images, a TIFF stack, or the title of an open image. Needed.")
	private File source;

	@Parameter(label = "Swapped clip", style = "both", required = false,
		persist = false,
		description = "The clip after the swap, in the same forms. Empty: the active image.")
	private File swapped;

	@Parameter(label = "Image", required = false, persist = false,
		description = "The active image; used when no swapped clip is given.")
	private ImagePlus image;

	@Parameter(label = "Folder for tables", style = "directory",
		required = false, persist = false,
		description = "Folder for <name>.measure.csv, .measure.json and .measure.png; made if it is missing. Empty: nothing is written.")
	private File output;

	@Parameter(label = "Person", min = "1", persist = false,
		description = "Whose face was replaced: 1 is the person seen largest and longest in the source.")
	private int person = 1;

	@Parameter(label = "Swapped area", choices = { "changed", "outline" },
		persist = false,
		description = "Where the seam lies: at the hull of the pixels that changed, or at the outline of the source's face.")
	private String area = "changed";

	@Parameter(label = "Dilate (%)", min = "0", max = "50", persist = false,
		description = "How far the source's outline is grown, in percent of the face's size, before all outside it must be untouched.")
	private double dilate = 5;

	@Parameter(label = "Embedding network", style = "open", required = false,
		persist = false,
		description = "An ONNX file of your own that turns a face of 112 x 112 px into a vector. Empty: identity is not measured.")
	private File embedding;

	@Parameter(label = "Network's range", choices = { "unit", "levels" },
		persist = false,
		description = "What the network takes: unit for -1 to 1, levels for 0 to 255.")
	private String range = "unit";

	@Parameter(label = "Faces of A", style = "open", required = false,
		persist = false,
		description = "A face set with whose person the swapped face is compared by the network.")
	private File facesa;

	@Parameter(label = "Faces of B", style = "open", required = false,
		persist = false,
		description = "Another face set to compare the swapped face with.")
	private File facesb;

	@Parameter(label = "Donor", style = "both", required = false,
		persist = false,
		description = "The person who was put in: a clip in the same forms, or a face set. Empty: sharpness is not compared with the donor's own.")
	private File donor;

	@Parameter(label = "Frames are", choices = { "automatic", "sequence",
		"pictures" }, persist = false,
		description = "What the images of a folder or stack are: sequence, the frames of a clip; pictures, photographs of any size that have nothing to do with each other; automatic looks at their sizes, names and contents.")
	private String kind = "automatic";

	@Parameter(type = ItemIO.OUTPUT, label = "Frames of the source",
		description = "Number of frames of the source.")
	private int framesin;

	@Parameter(type = ItemIO.OUTPUT, label = "Frames of the swap",
		description = "Number of frames of the swapped clip.")
	private int framesout;

	@Parameter(type = ItemIO.OUTPUT, label = "Duration difference (ms)",
		description = "How much longer the swapped clip is.")
	private double duration;

	@Parameter(type = ItemIO.OUTPUT, label = "Sound offset (ms)",
		description = "How much later the sound is against the picture than in the source; NaN without sound.")
	private double soundoffset;

	@Parameter(type = ItemIO.OUTPUT, label = "Pixels that differ outside",
		description = "Number of pixels outside the dilated outline, in all frames, that are not identical.")
	private long differing;

	@Parameter(type = ItemIO.OUTPUT, label = "PSNR outside (dB)",
		description = "Peak signal-to-noise ratio outside the dilated outline; Infinity if nothing differs.")
	private double psnr;

	@Parameter(type = ItemIO.OUTPUT, label = "SSIM outside",
		description = "Mean structural similarity outside the dilated outline.")
	private double ssim;

	@Parameter(type = ItemIO.OUTPUT, label = "Seam (dE00)",
		description = "Mean CIEDE2000 between skin just inside and just outside the edge.")
	private double seam;

	@Parameter(type = ItemIO.OUTPUT, label = "Seam, 95th percentile (dE00)",
		description = "The 95th percentile along the edge, mean over frames.")
	private double seampeak;

	@Parameter(type = ItemIO.OUTPUT, label = "Seam in the source (dE00)",
		description = "The same mean in the source, at the same places.")
	private double seamsource;

	@Parameter(type = ItemIO.OUTPUT, label = "Tone (dE00)",
		description = "Mean CIEDE2000 between skin just outside and deep inside, where a soft edge has ended.")
	private double tone;

	@Parameter(type = ItemIO.OUTPUT, label = "Tone in the source (dE00)",
		description = "The same in the source, at the same places.")
	private double tonesource;

	@Parameter(type = ItemIO.OUTPUT, label = "Share of skin",
		description = "Share of the edge on which the colours are compared, because the source has no edge there.")
	private double skin;

	@Parameter(type = ItemIO.OUTPUT, label = "Gradient ratio",
		description = "Gradient of luma across the edge in the swap, divided by that in the source.")
	private double gradient;

	@Parameter(type = ItemIO.OUTPUT, label = "Flicker ratio",
		description = "Flicker of the swapped area divided by the source's.")
	private double flicker;

	@Parameter(type = ItemIO.OUTPUT, label = "Landmarks (%)",
		description = "Mean distance of the landmarks in both clips, in percent of the distance between the outer eye corners.")
	private double landmarks;

	@Parameter(type = ItemIO.OUTPUT, label = "Landmarks without the jaw (%)",
		description = "The same of eyes, brows, nose and mouth.")
	private double inner;

	@Parameter(type = ItemIO.OUTPUT, label = "Pose (degrees)",
		description = "Mean difference of the head's direction.")
	private double pose;

	@Parameter(type = ItemIO.OUTPUT, label = "Similarity to A",
		description = "Mean cosine similarity to the faces of A; NaN if not measured.")
	private double identitya;

	@Parameter(type = ItemIO.OUTPUT, label = "Similarity to B",
		description = "Mean cosine similarity to the faces of B; NaN if not measured.")
	private double identityb;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final File before = Clip.required(source, "source",
			"the clip that the swap was made from");
		Clip.writable(output);
		final SwapMeasurement m;
		final var read = new ArrayList<Path>();
		for (final File file : new File[] { embedding, facesa, facesb })
			if (file != null) read.add(file.toPath());
		try (var identity = identity(); var clip = Clip.open(before, kind);
				var swap = swapped == null ? Clip.active(image, "swapped", kind) : Clip
					.open(swapped, kind))
		{
			read.addAll(clip.files());
			read.addAll(swap.files());
			final var network = Optional.ofNullable(identity);
			m = new SwapMeasurer().measure(clip, swap, new MeasureOptions(
				person, area, dilate, network, donor(network, progress)), progress);
		}
		if (output != null) MeasureReport.write(m, output
			.toPath(), read);
		tell(m);
		tell(m.appearance());
		if (!host.interactive()) return;
		MeasureReport.plot(m).show();
		MeasureReport.viewer(m).show();
		MeasureReport.agreement(m).show("How " + m.swapped() + " follows " + m
			.source());
	}

	/** The network, or null if there is none. */
	private Identity identity() throws IOException {
		if (embedding != null) return donor != null && facesa == null &&
			facesb == null ? Identity.of(embedding.toPath(), range) : Identity.of(
				embedding.toPath(), range, path(facesa), path(facesb));
		if (facesa != null || facesb != null) throw new InputException(
			"Give 'embedding' an ONNX network to compare the face with 'facesa' and" +
				" 'facesb', or leave these empty to measure without identity.");
		return null;
	}

	private Optional<Donor> donor(final Optional<Identity> network,
		final Progress progress) throws IOException
	{
		if (donor == null) return Optional.empty();
		if (Donor.isFaceSet(donor.toPath())) try (var faces = FaceSet.open(donor
			.toPath()))
		{
			return Optional.of(Donor.of(faces, network, progress));
		}
		try (var clip = Clip.open(donor, kind)) {
			return Optional.of(Donor.of(clip, network, progress));
		}
	}

	private static Optional<Path> path(final File file) {
		return Optional.ofNullable(file).map(File::toPath);
	}

	private void tell(final SwapMeasurement m) {
		framesin = m.media().framesIn();
		framesout = m.media().framesOut();
		duration = 1000 * m.media().duration();
		soundoffset = 1000 * m.media().soundOffset().orElse(Double.NaN);
		differing = m.differing();
		psnr = m.psnr();
		ssim = m.ssim();
		seam = m.seam();
		seampeak = m.seam95();
		seamsource = m.sourceSeam();
		tone = m.tone();
		tonesource = m.sourceTone();
		skin = m.skin();
		gradient = m.gradientRatio();
		flicker = m.flickerRatio();
		landmarks = m.landmarks();
		inner = m.innerLandmarks();
		pose = m.pose();
		identitya = m.identityA();
		identityb = m.identityB();
	}
}
