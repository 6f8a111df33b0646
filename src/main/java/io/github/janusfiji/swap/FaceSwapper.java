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
package io.github.janusfiji.swap;

import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts one person's face on the other's, frame by frame: reads the clip twice,
 * first to find and follow the faces, then to replace them.
 */
public final class FaceSwapper {

	/** Crop size at which faces are tracked, px; the network's differs. */
	static final int CROP_SIZE = 256;

	/**
	 * @param into whose face is put in
	 * @param person whose face is replaced: a number from 1
	 * @param mask what is replaced: {@code hull}, {@code extended} (the hull lifted
	 *          over the brows), {@code learned} (what an adversarial model learnt to
	 *          cover) or {@code combined} (the same inside {@code extended})
	 * @param colour {@code none}, {@code mean}, {@code reinhard},
	 *          {@code histogram} or {@code mkl}
	 * @param blend {@code alpha}, {@code pyramid} (Laplacian) or
	 *          {@code poisson}
	 * @param edge where and how softly the mask ends
	 * @param sharpen detail added to the painted face by unsharp masking, 0 to 3
	 * @param detail {@code donor} (the face takes fine detail from the pictures
	 *          that the model holds; without any, as {@code match}), {@code match}
	 *          (it is made as sharp and as noisy as what it replaces) or
	 *          {@code keep}
	 * @param front whether hands, hair and other things before the face stay
	 */
	public record Options(Side into, int person, String mask, String colour,
		String blend, Edge edge, double sharpen, String detail, boolean front)
	{

		/** The face as fine as it was painted, over what is before it. */
		public Options(final Side into, final int person, final String mask,
			final String colour, final String blend, final Edge edge,
			final double sharpen)
		{
			this(into, person, mask, colour, blend, edge, sharpen, "keep", false);
		}

		/** The usual edge, and no sharpening. */
		public Options(final Side into, final int person, final String mask,
			final String colour, final String blend)
		{
			this(into, person, mask, colour, blend, Edge.USUAL, 0);
		}

		/**
		 * @param into whose face is put in
		 * @return the main person's face replaced in the way that looks best in
		 *         most clips
		 */
		public static Options into(final Side into) {
			return new Options(into, 1, "extended", "reinhard", "pyramid",
				Edge.USUAL, 0, "donor", false);
		}

		/**
		 * @throws InputException if a name is unknown, the message lists the
		 *           choices; or a number is out of range
		 */
		public void check() throws InputException {
			compositor();
		}

		FaceCompositor compositor() throws InputException {
			edge.check();
			if (!(sharpen >= 0 && sharpen <= 3)) throw new InputException(
				"'sharpen' is from 0 to 3, not " + sharpen + ".");
			final var settings = new MaskSettings(Choice.of(MaskShape.class, "mask",
				mask), edge.grow() / 100, edge.feather() / 100);
			return new FaceCompositor(Choice.of(ColourTransfer.class,
				"colour transfer", colour), Choice.of(BlendMode.class, "blend", blend),
				settings, sharpen, Detail.named(detail));
		}
	}

	/**
	 * Where the mask ends, in percent of the face's size, which is the square root
	 * of the area inside the outline.
	 *
	 * @param grow how far the outline is dilated; negative erodes; −20 to 20
	 * @param feather σ of the soft edge, which lies inside the outline; 0 to 20
	 */
	public record Edge(double grow, double feather) {

		/** The outline as it is, and an edge that hides most seams. */
		public static final Edge USUAL = new Edge(0, 3);

		void check() throws InputException {
			if (!(Math.abs(grow) <= 20)) throw new InputException(
				"'grow' is from -20 to 20 %, not " + grow + ".");
			if (!(feather >= 0 && feather <= 20)) throw new InputException(
				"'feather' is from 0 to 20 %, not " + feather + ".");
		}
	}

	/**
	 * @param frames frames written
	 * @param swapped frames in which a face was replaced
	 * @param skipped frames that show the person's face, but too small or too far
	 *          outside to be replaced; written as they are
	 * @param persons what was done to each, in the order asked for
	 * @param times where the time went
	 */
	public record Report(int frames, int swapped, int skipped,
		List<SwappedPerson> persons, SwapTimes times)
	{

		/** @return outlines of the first person's replaced area by frame index, px */
		public Map<Integer, List<Point>> outlines() {
			return persons.get(0).outlines();
		}
	}

	/**
	 * A person and who paints the new face.
	 *
	 * @param person a number from 1
	 * @param painter paints it
	 */
	record Part(int person, FacePainter painter) {}

	/**
	 * @param frames the clip
	 * @param model the two people
	 * @param options whose face, and how
	 * @param output takes every frame; not committed here. A frame without the
	 *          person goes in as it came.
	 * @param progress told each frame of both passes
	 * @return what was done
	 * @throws IOException if the clip cannot be read, the person is not in it, an
	 *           option's name is unknown, the model has no mask but is to use it, or
	 *           the output cannot be written; the message is one sentence for the
	 *           user
	 */
	public Report swap(final FrameSequence frames, final FaceModel model,
		final Options options, final FrameWriter output, final Progress progress)
		throws IOException
	{
		return swap(frames, model, options, List.of(), step -> output.write(step
			.result()), progress);
	}

	/**
	 * The same for who wants more than the result: further persons, the layers it
	 * was made of, or the numbers.
	 *
	 * @param frames the clip
	 * @param model the two people
	 * @param options whose face, and how
	 * @param others further persons, who get their faces in the same way
	 * @param output told every frame in order, on the calling thread
	 * @param progress told each frame of both passes
	 * @return what was done
	 * @throws IOException as
	 *           {@link #swap(FrameSequence, FaceModel, Options, FrameWriter, Progress)}
	 */
	public Report swap(final FrameSequence frames, final FaceModel model,
		final Options options, final List<Assignment> others,
		final SwapObserver output, final Progress progress) throws IOException
	{
		final var clock = new StageClock();
		final boolean masks = options.compositor().settings().shape().isLearned();
		final var parts = new ArrayList<Part>();
		final List<Assignment> whose = assignments(model, options, others);
		for (final Assignment a : whose)
			a.check(masks);
		for (final Assignment a : whose)
			parts.add(new Part(a.person(), options.compositor().detail().painter(
				new ModelDecoder(a.model(), a.into(), masks), a)));
		final long start = System.nanoTime();
		final var sampled = new SampledFrames(frames);
		final FaceTracks tracks = FaceTracker.create().track(options.front() ? sampled
			: frames, CROP_SIZE, progress);
		clock.add(StageClock.Stage.TRACKING, start);
		return swap(frames, tracks, CROP_SIZE, parts, options.compositor(), sampled
			.kept(), clock, output, progress);
	}

	/**
	 * A swap without any training: the donor's own pictures, warped onto the
	 * expression of the face that is there.
	 *
	 * @param frames the clip
	 * @param donors who gets whose face, at least one; the person and the side of
	 *          the options mean nothing here
	 * @param options how
	 * @param output told every frame in order, on the calling thread
	 * @param progress told each frame of both passes
	 * @return what was done
	 * @throws IOException if the clip cannot be read, a person is not in it or
	 *           named twice, an option is wrong, or the output cannot be written;
	 *           the message is one sentence for the user
	 */
	public Report swap(final FrameSequence frames, final List<Donation> donors,
		final Options options, final SwapObserver output, final Progress progress)
		throws IOException
	{
		final var clock = new StageClock();
		final FaceCompositor compositor = Donation.compositor(donors, options);
		final long start = System.nanoTime();
		final var sampled = new SampledFrames(frames);
		final FaceTracks tracks = FaceTracker.create().track(options.front() ? sampled
			: frames, CROP_SIZE, progress);
		clock.add(StageClock.Stage.TRACKING, start);
		return swap(frames, tracks, CROP_SIZE, donors.stream().map(d -> new Part(d
			.person(), new GraphicsPainter(d.donor()))).toList(), compositor,
			sampled.kept(), clock, output, progress);
	}

	/** Everybody once. */
	static List<Assignment> assignments(final FaceModel model,
		final Options options, final List<Assignment> others) throws InputException
	{
		final var all = new ArrayList<Assignment>();
		all.add(new Assignment(options.person(), model, options.into()));
		all.addAll(others);
		Assignment.check(all);
		return all;
	}

	/** The second pass, with any tracks and painters. */
	static Report swap(final FrameSequence frames, final FaceTracks tracks,
		final int cropSize, final List<Part> parts, final Options options,
		final StageClock clock, final SwapObserver output, final Progress progress)
		throws IOException
	{
		return swap(frames, tracks, cropSize, parts, options.compositor(), List
			.of(), clock, output, progress);
	}

	private static Report swap(final FrameSequence frames,
		final FaceTracks tracks, final int cropSize, final List<Part> parts,
		final FaceCompositor compositor, final List<Frame> looks,
		final StageClock clock, final SwapObserver output, final Progress progress)
		throws IOException
	{
		final var lanes = new ArrayList<SwapLane>();
		for (final Part part : parts) {
			final var track = PersonTrack.of(frames, tracks, part.person());
			part.painter().begin(track);
			lanes.add(new SwapLane(track, part.person(), cropSize, part.painter(),
				compositor, FaceAppearance.of(looks, track), clock));
		}
		return new SwapPipeline(lanes, compositor, clock).run(frames, output,
			progress);
	}
}
