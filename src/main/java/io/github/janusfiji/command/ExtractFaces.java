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
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceDetectors;
import io.github.janusfiji.face.FaceOverlays;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.LandmarkModels;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.faceset.FaceQuery;
import io.github.janusfiji.faceset.FaceReview;
import io.github.janusfiji.faceset.FaceSelection;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.faceset.FaceSetFiles;
import io.github.janusfiji.faceset.FaceTable;
import io.github.janusfiji.faceset.RangeExtractor;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.Progress;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Cuts the aligned faces of one person, or of everyone, out of a clip. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Extract Faces...",
	description = "Finds, follows and aligns the faces of a clip and writes them as a stack of equal crops, with all that is known of each beside it.")
public final class ExtractFaces extends JanusCommand {

	@Parameter(label = "Video or folder", style = "both", required = false,
		persist = false,
		description = "A video, a folder of images or a TIFF stack. Empty: the active image.")
	private File input;

	@Parameter(label = "Image", required = false, persist = false,
		description = "The active image; used when no video or folder is given.")
	private ImagePlus image;

	@Parameter(label = "Face set to write", style = "both", required = false,
		persist = false,
		description = "A .tif file for the crops; a .faces.json with boxes, landmarks and transforms goes beside it. Needed.")
	private File output;

	@Parameter(label = "Size of a face (px)", min = "64", max = "512",
		persist = false,
		description = "Width and height of each crop, from 64 to 512 px.")
	private int size = FaceExtractor.Options.DEFAULT.framing().size();

	@Parameter(label = "Coverage", min = "0.3", max = "1", persist = false,
		description = "Share of the crop's width (inside the padding) that the jaw fills, from 0.3 (small, much around it) to 1.")
	private double coverage = Framing.COVERAGE;

	@Parameter(label = "Padding", min = "0", max = "0.3", persist = false,
		description = "Extra border on each side, as a share of the crop's width, from 0 to 0.3.")
	private double padding = 0;

	@Parameter(label = "Person", min = "0", persist = false,
		description = "Whose faces: 1 is the person seen largest and longest, 2 the next, and so on; 0 takes everyone.")
	private int person = FaceSelection.DEFAULT.person();

	@Parameter(label = "Every n-th frame", min = "1", persist = false,
		description = "Takes every n-th frame of the clip; 1 takes all.")
	private int every = FaceSelection.DEFAULT.every();

	@Parameter(label = "Least face width (px)", min = "0", persist = false,
		description = "Leaves out faces whose box in the source is narrower, px; 0 takes all.")
	private double facewidth = FaceSelection.DEFAULT.faceWidth();

	@Parameter(label = "Least sharpness", min = "0", persist = false,
		description = "Leaves out faces that are more blurred: variance of the Laplacian, as in the table of faces; 0 takes all.")
	private double sharpness = FaceSelection.DEFAULT.sharpness();

	@Parameter(label = "Greatest yaw (degrees)", min = "0", persist = false,
		description = "Leaves out faces turned further to either side, degrees; 90 takes all.")
	private double yawlimit = FaceSelection.DEFAULT.yawLimit();

	@Parameter(label = "YuNet detector", style = "open", required = false,
		persist = false,
		description = "An ONNX file of a YuNet face detector that finds the faces. Empty: the detector that comes with Janus.")
	private File detector;

	@Parameter(label = "Frames are", choices = { "automatic", "sequence",
		"pictures" }, persist = false,
		description = "What the images of a folder or stack are: sequence, the frames of a clip; pictures, photographs of any size that have nothing to do with each other; automatic looks at their sizes, names and contents.")
	private String kind = "automatic";

	@Parameter(label = Shards.LABEL, required = false, persist = false,
		description = Shards.ABOUT)
	private String shard = "";

	@Parameter(label = Shards.CUT_LABEL, min = "0", persist = false,
		description = Shards.CUT_ABOUT)
	private double cut = 0;

	@Parameter(label = "Draw over the image", persist = false,
		description = "Draws box, number, landmarks and outline of each face over the active image, if that is what was worked on.")
	private boolean overlay = true;

	@Parameter(label = "Outlines to the ROI Manager", persist = false,
		description = "Adds the outline of each face to the ROI Manager, named by frame and person; needs a window.")
	private boolean roimanager = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Clips",
		description = "What became of the clips of a share, in a sentence.")
	private String clips;

	@Parameter(type = ItemIO.OUTPUT, label = "Faces",
		description = "Number of faces written.")
	private Integer faces;

	@Parameter(type = ItemIO.OUTPUT, label = "Persons",
		description = "Number of persons these faces belong to.")
	private Integer persons;

	@Parameter(type = ItemIO.OUTPUT, label = "Face set",
		description = "The crops as a virtual stack.")
	private ImagePlus faceset;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final FaceTracker tracker = FaceTracker.create(FaceDetectors.create(Optional
			.ofNullable(detector).map(File::toPath)), LandmarkModels.embedded());
		final var extractor = new FaceExtractor(tracker);
		if (Shards.asked(shard)) {
			clips = Shards.of(this, shard, input, output).ranges(cut, (clip, part,
				folder, within) -> Ranges.extract(new RangeExtractor(tracker, options()),
					clip, part, folder, within)).run((clip, folder, within) -> extract(
						extractor, clip, folder, within), progress);
			return;
		}
		final File tiff = Clip.required(output, "output",
			"the .tif file to write the faces to");
		if (detector != null) Inputs.keepAll(FaceSetFiles.of(tiff.toPath()), List.of(
			detector.toPath()));
		try (var clip = Clip.open(input, image, kind)) {
			final FaceSet set = extractor.extract(clip, tiff.toPath(), options(),
				progress);
			faces = set.faces().size();
			persons = (int) set.faces().stream().mapToInt(Face::person).distinct()
				.count();
			faceset = Shown.closing(FaceReview.open(set, FaceQuery.ALL));
			show(set, host);
		}
	}

	private FaceExtractor.Options options() {
		return new FaceExtractor.Options(new Framing(size, coverage, padding),
			new FaceSelection(person, every, facewidth, sharpness, yawlimit));
	}

	private void extract(final FaceExtractor extractor, final Path file,
		final Path folder, final Progress progress) throws IOException
	{
		try (var clip = Clip.open(file.toFile(), null, kind)) {
			extractor.extract(clip, folder.resolve(FileStem.of(clip.name()) + ".tif"),
				options(), progress).close();
		}
	}

	private void show(final FaceSet set, final Host host) {
		if (overlay && input == null) FaceOverlays.draw(set.faces(), image);
		// A file has one frame after another, as the stack of crops has slices.
		if (roimanager && !GraphicsEnvironment.isHeadless()) Shown.outlines(set.faces(), input == null ? image : faceset);
		if (host.interactive()) FaceTable.of(set.faces()).window(3).show(faceset
			.getTitle().replaceFirst("\\.[^.]+$", "") + " faces");
	}
}
