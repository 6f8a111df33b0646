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

import io.github.janusfiji.task.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.scijava.InstantiableException;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;

/** Chooses the detector. */
public final class FaceDetectors {

	private FaceDetectors() {}

	/**
	 * @param yunet an ONNX file of a YuNet network; if empty, the plugin of type
	 *          {@link FaceDetector} with the highest priority is taken, which is
	 *          {@link CascadeFaceDetector} unless another one is installed
	 * @return makes such detectors, for
	 *         {@link FaceTracker#create(Supplier, LandmarkModel)}
	 * @throws InputException if the file is missing or is no such network
	 */
	public static Supplier<FaceDetector> create(final Optional<Path> yunet)
		throws InputException
	{
		if (yunet.isEmpty()) return FaceDetectors::preferred;
		final Path file = yunet.get();
		new YuNetFaceDetector(file).close();
		return () -> {
			try {
				return new YuNetFaceDetector(file);
			}
			catch (final InputException exc) {
				throw new IllegalStateException(exc.getMessage(), exc);
			}
		};
	}

	/** @return a detector of the kind that is preferred */
	static FaceDetector preferred() {
		try {
			return Installed.FIRST.createInstance();
		}
		catch (final InstantiableException exc) {
			throw new IllegalStateException("The face detector " + Installed.FIRST
				.getClassName() + " cannot be started; remove it.", exc);
		}
	}

	/** Looked up once, since all annotations of the class path are read. */
	private static final class Installed {

		static final PluginInfo<FaceDetector> FIRST = first();

		private static PluginInfo<FaceDetector> first() {
			final var index = new PluginIndex();
			index.discover();
			final var all = index.getPlugins(FaceDetector.class);
			// without its index of annotations, Janus still finds faces
			return all.isEmpty() ? new PluginInfo<>(CascadeFaceDetector.class,
				FaceDetector.class) : all.get(0);
		}
	}
}
