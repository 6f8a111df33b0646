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
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * One frame of a swap, again and again with other settings. Finds the faces in
 * the frame and its {@value PaintingSmoother#REACH} neighbours on both sides
 * only, and keeps them and what the network painted until another frame is
 * asked for; the rest is what the whole swap does. Methods may be called from
 * any thread; they take turns.
 * <p>
 * What only the whole clip tells is missing: persons are numbered by their size
 * in these few frames, and a face that is found nowhere in them is not bridged.
 * </p>
 */
public final class SwapPreview implements AutoCloseable {

	/** Makes painters. */
	@FunctionalInterface
	interface Painters {

		/**
		 * @param whose face
		 * @param masks whether to paint masks, too
		 * @return who paints it
		 * @throws InputException if the model does not
		 */
		FacePainter painter(Assignment whose, boolean masks) throws InputException;
	}

	/** A painter serves as long as these stay the same. */
	private record Key(Object whose, boolean masks, Detail detail) {}

	private final FrameSequence clip;
	private final Painters painters;
	private final ExecutorService workers = Threads.pool("Janus preview");
	private final Map<Key, FacePainter> painted = new HashMap<>();
	private FrameWindow window;
	private FaceTracks tracks;
	private int middle = -1;

	/** @param clip the clip; stays the caller's to close */
	public SwapPreview(final FrameSequence clip) {
		this(clip, (whose, masks) -> {
			whose.check(masks);
			return new ModelDecoder(whose.model(), whose.into(), masks);
		});
	}

	/** With painters of any kind. */
	SwapPreview(final FrameSequence clip, final Painters painters) {
		this.clip = clip;
		this.painters = painters;
	}

	/**
	 * @param frame index, from 0; beyond the clip's ends, its first or last frame
	 * @param model the two people; stays the caller's to close
	 * @param options whose face, and how
	 * @param others further persons
	 * @return that frame with the faces put in, as the whole swap would write it;
	 *         persons who are not in it are left out
	 * @throws IOException as
	 *           {@link FaceSwapper#swap(FrameSequence, FaceModel, FaceSwapper.Options, List, SwapObserver, Progress)},
	 *           but not if a person is not in the frame
	 */
	public synchronized SwapStep render(final int frame, final FaceModel model,
		final FaceSwapper.Options options, final List<Assignment> others)
		throws IOException
	{
		final List<Assignment> whose = FaceSwapper.assignments(model, options,
			others);
		final FaceCompositor compositor = options.compositor();
		final boolean masks = compositor.settings().shape().isLearned();
		go(frame);
		final var faces = new ArrayList<PlacedFace>();
		for (final Assignment a : whose) {
			final var key = new Key(a, masks, compositor.detail());
			FacePainter painter = painted.get(key);
			if (painter == null) {
				painter = new RememberingPainter(compositor.detail().painter(painters
					.painter(a, masks), a));
				painted.put(key, painter);
			}
			faces.add(face(a.person(), painter, compositor, options.front()));
		}
		return step(compositor, faces);
	}

	/**
	 * The same for a swap without training. What is usual for the person is told
	 * from these few frames, not from the whole clip, so the result differs a
	 * little from the whole swap's.
	 *
	 * @param frame index, from 0; beyond the clip's ends, its first or last frame
	 * @param donors who gets whose face
	 * @param options how
	 * @return that frame with the faces put in; persons who are not in it are left
	 *         out
	 * @throws IOException as
	 *           {@link FaceSwapper#swap(FrameSequence, List, FaceSwapper.Options, SwapObserver, Progress)},
	 *           but not if a person is not in the frame
	 */
	public synchronized SwapStep render(final int frame,
		final List<Donation> donors, final FaceSwapper.Options options)
		throws IOException
	{
		final FaceCompositor compositor = Donation.compositor(donors, options);
		go(frame);
		final var faces = new ArrayList<PlacedFace>();
		for (final Donation d : donors)
			faces.add(face(d.person(), painted.computeIfAbsent(new Key(d, false,
				Detail.KEEP),
				key -> new RememberingPainter(new GraphicsPainter(d.donor()))),
				compositor, options.front()));
		return step(compositor, faces);
	}

	private SwapStep step(final FaceCompositor compositor,
		final List<PlacedFace> faces)
	{
		final Frame shown = window.frame(middle - window.first());
		return compositor.step(new Frame(middle, shown.time(), shown
			.width(), shown.height(), shown.argb()), faces);
	}

	private void go(final int wanted) throws IOException {
		final int frame = Math.max(0, Math.min(clip.count() - 1, wanted));
		if (frame == middle) return;
		painted.clear();
		middle = -1;
		window = new FrameWindow(clip, frame, clip.isPictures() ? 0
			: PaintingSmoother.REACH);
		tracks = FaceTracker.create().track(window, FaceSwapper.CROP_SIZE,
			Progress.NONE);
		middle = frame;
	}

	private PlacedFace face(final int person, final FacePainter painter,
		final FaceCompositor compositor, final boolean keep) throws IOException
	{
		final var track = new PersonTrack(tracks.of(person), clip
			.isPictures());
		painter.begin(track);
		final var lane = new SwapLane(track, person, FaceSwapper.CROP_SIZE, painter,
			compositor, keep ? FaceAppearance.of(frames(), track) : Optional.empty(),
			new StageClock());
		final var cut = new ArrayList<SwapFrame>();
		for (int i = 0; i < window.count(); i++)
			cut.add(lane.cut(window.frame(i)));
		final List<SwapFrame> painted = lane.painted(cut, workers);
		painted.forEach(lane::add);
		return lane.placed(painted.get(middle - window.first()));
	}

	private List<Frame> frames() {
		final var frames = new ArrayList<Frame>();
		for (int i = 0; i < window.count(); i++)
			frames.add(window.frame(i));
		return frames;
	}

	/** Lets go of its threads. */
	@Override
	public synchronized void close() {
		workers.shutdownNow();
	}
}
