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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.scijava.plugin.Plugin;

/**
 * Finds upright faces with the cascades that OpenCV's own jar carries (Viola
 * and Jones, "Robust real-time face detection", IJCV 2004; trained by
 * Lienhart). The frontal {@code alt2} cascade frames faces best and errs least;
 * the frontal {@code default} one is asked where it finds nothing, then the
 * {@code profileface} one, on the picture and on its mirror image.
 * <p>
 * The score of a detection is {@code n / (n + 10)} for {@code n} windows that
 * agree on it: about 0.85 for a face seen from the front, 0.3 for a doubtful
 * one.
 * </p>
 */
@Plugin(type = FaceDetector.class, name = CascadeFaceDetector.NAME,
	label = "OpenCV's frontal and profile cascades")
public final class CascadeFaceDetector implements FaceDetector {

	/** The name in the registry of plugins. */
	public static final String NAME = "cascade";

	/** Longest side of the picture searched first, then of the finer one, px. */
	private static final int COARSE = 320, FINE = 1024;

	/** Side to which a face whose size is known is reduced, px. */
	private static final double KNOWN = 80;

	/** Around a lost face so much is searched, in its boxes. */
	private static final double AROUND = 3;

	/** A lost face may have shrunk or grown by this factor. */
	private static final double GROWTH = 1.5;

	/** Border added to a photograph, as a share of its longest side. */
	private static final double BORDER = 0.15;

	/** Longest side to which a small photograph is enlarged, px. */
	private static final int ENLARGED = 240;

	/** Angles by which a photograph is turned if no face was found, degrees. */
	private static final double[] TILTS = { -25, 25, -50, 50 };

	private Cascade alt, fallback, profile;

	/** Made by SciJava, or directly; cheap until the first search. */
	public CascadeFaceDetector() {}

	@Override
	public List<Detection> detect(final Frame frame) {
		open();
		final var whole = new Box(0, 0, frame.width(), frame.height());
		final int longest = Math.max(frame.width(), frame.height());
		try (var scope = new PointerScope()) {
			final var coarse = GreyView.of(frame, whole, (double) COARSE / longest);
			var found = frontal(coarse, 0, 0);
			if (!found.isEmpty()) return found;
			if (longest > COARSE) {
				final var fine = GreyView.of(frame, whole, (double) FINE / longest);
				found = fine.inFrame(alt.search(fine.picture(), 0, 0));
			}
			return found.isEmpty() ? sideways(coarse, 0, 0) : found;
		}
	}

	@Override
	public List<Detection> detect(final Frame frame, final Box near) {
		open();
		final double side = AROUND * near.width();
		final Point c = near.centre();
		try (var scope = new PointerScope()) {
			final var view = GreyView.of(frame, new Box(c.x() - side / 2, c.y() -
				side / 2, side, side), KNOWN / near.width()).widened((int) KNOWN / 2);
			final double size = near.width() * view.scale();
			final var found = frontal(view, size / GROWTH, size * GROWTH);
			return found.isEmpty() ? sideways(view, size / GROWTH, size * GROWTH)
				: found;
		}
	}

	@Override
	public List<Detection> detectAll(final Frame frame) {
		open();
		final int longest = Math.max(frame.width(), frame.height());
		try (var scope = new PointerScope()) {
			final var view = view(frame, COARSE).enlarged((double) ENLARGED / longest)
				.widened((int) (BORDER * Math.min(COARSE, Math.max(ENLARGED,
					longest))));
			final var found = new ArrayList<>(view.inFrame(alt.search(view.picture(),
				0, 0)));
			found.addAll(view.inFrame(fallback.search(view.picture(), 0, 0)));
			if (longest > COARSE) {
				final var fine = view(frame, FINE);
				found.addAll(fine.inFrame(alt.search(fine.picture(), 0, 0)));
			}
			if (found.isEmpty()) found.addAll(sideways(view, 0, 0));
			if (found.isEmpty()) for (final double tilt : TILTS) {
				final var turned = view.turned(tilt);
				found.addAll(turned.inFrame(alt.search(turned.picture(), 0, 0)));
			}
			found.sort(Comparator.comparingDouble(Detection::score).reversed());
			return found;
		}
	}

	private static GreyView view(final Frame frame, final int side) {
		return GreyView.of(frame, new Box(0, 0, frame.width(), frame.height()),
			(double) side / Math.max(frame.width(), frame.height()));
	}

	private List<Detection> frontal(final GreyView view, final double least,
		final double most)
	{
		final var found = alt.search(view.picture(), least, most);
		return view.inFrame(found.isEmpty() ? fallback.search(view.picture(), least,
			most) : found);
	}

	private List<Detection> sideways(final GreyView view, final double least,
		final double most)
	{
		final var found = new ArrayList<>(view.inFrame(profile.search(view
			.picture(), least, most)));
		final var mirrored = view.mirrored();
		found.addAll(mirrored.inFrame(profile.search(mirrored.picture(), least,
			most)));
		found.sort(Comparator.comparingDouble(Detection::score).reversed());
		return found;
	}

	private void open() {
		if (alt != null) return;
		alt = new Cascade("haarcascade_frontalface_alt2", 3, 1);
		// its boxes are larger by 4 % than those of alt2
		fallback = new Cascade("haarcascade_frontalface_default", 3, 1 / 1.04);
		// errs more often than the frontal ones
		profile = new Cascade("haarcascade_profileface", 6, 1);
	}

	@Override
	public void close() {
		if (alt == null) return;
		alt.close();
		fallback.close();
		profile.close();
		alt = fallback = profile = null;
	}
}
