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

import ij.IJ;
import io.github.janusfiji.host.MissingJar;
import io.github.janusfiji.model.EngineRehearsal;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Memory;
import io.github.janusfiji.nn.cuda.Cuda;
import io.github.janusfiji.nn.onednn.OneDnn;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import net.imglib2.img.array.ArrayImgs;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;
import org.scijava.Context;
import org.scijava.util.VersionUtils;

/**
 * Report on the parts that Janus stands on. A part that cannot be loaded is
 * reported like the others, and the others are still examined.
 *
 * @param text lines for people: part, tab, what was found
 * @param problems number of parts that do not work
 */
record InstallationReport(String text, int problems) {

	private static final String JAVACPP = "1.5.10";
	private static final String OPENCV = "4.9.0";
	private static final String ONEDNN = "3.8.1";
	private static final int FFMPEG = 58; // major version of FFmpeg 6's libavutil

	private static final class Lines {

		private final StringBuilder text = new StringBuilder();
		private int problems;

		/** Adds a part, whatever happens while it is looked at. */
		void add(final String part, final Callable<String> look) {
			String found;
			try {
				found = look.call();
			}
			catch (final LinkageError e) {
				problems++;
				found = "PROBLEM. " + MissingJar.sentence(e);
			}
			catch (final Exception e) {
				problems++;
				found = "PROBLEM. " + (e instanceof IllegalStateException ||
					e instanceof IOException ? e.getMessage() : e.toString());
			}
			text.append(part).append('\t').append(found).append('\n');
		}
	}

	/** @return what was found */
	static InstallationReport make() {
		final var lines = new Lines();
		lines.add("Janus", () -> Objects.toString(VersionUtils.getVersion(
			InstallationReport.class), "not from a jar"));
		lines.add("Java", InstallationReport::java);
		lines.add("System", () -> property("os.name") + " " + property(
			"os.version") + ", " + property("os.arch"));
		lines.add("Memory", InstallationReport::memory);
		lines.add("ImageJ", () -> IJ.getFullVersion());
		lines.add("SciJava", () -> VersionUtils.getVersion(Context.class));
		lines.add("ImgLib2", InstallationReport::imglib);
		lines.add("JavaCPP", () -> expect("javacpp", Loader.getVersion(), JAVACPP));
		lines.add("OpenCV", InstallationReport::openCv);
		lines.add("FFmpeg", InstallationReport::ffmpeg);
		lines.add("ND4J", () -> Engine.device().name());
		lines.add("oneDNN", InstallationReport::oneDnn);
		lines.add("Engine", InstallationReport::engine);
		lines.add("Processors", InstallationReport::processors);
		lines.add("CUDA", Cuda::words);
		lines.add("Graphics card", () -> Cuda.missing().isEmpty()
			? "used through CUDA" : GraphicsCard.words(Engine.device().gpu()));
		lines.text.append('\n').append(lines.problems == 0
			? "Everything that Janus needs is there." : lines.problems == 1
				? "One problem was found, see above." : lines.problems +
					" problems were found, see above.");
		return new InstallationReport(lines.text.toString(), lines.problems);
	}

	private static String property(final String key) {
		return System.getProperty(key);
	}

	private static String java() {
		if (Runtime.version().feature() < 17) throw new IllegalStateException(
			"Java " + property("java.version") + " is too old: Janus needs 17 or later.");
		return property("java.version") + " (" + property("java.vendor") + "), " +
			property("java.home");
	}

	private static String memory() {
		final long free = Runtime.getRuntime().maxMemory() >> 20;
		return free + " MB for Java, " + (Pointer.totalPhysicalBytes() >> 20) +
			" MB in the machine";
	}

	private static String imglib() {
		return VersionUtils.getVersion(ArrayImgs.floats(1, 1).getClass());
	}

	private static String openCv() {
		Loader.load(opencv_core.class);
		return expect("opencv", opencv_core.CV_VERSION, OPENCV);
	}

	private static String ffmpeg() {
		final int major = avutil.avutil_version() >>> 16;
		if (major != FFMPEG) throw new IllegalStateException(
			"The jar ffmpeg is another version than Janus needs (libavutil " +
				major + " instead of " + FFMPEG + "): remove it or update it.");
		return avutil.av_version_info().getString() + ", " + avcodec
			.avcodec_license().getString();
	}

	private static String expect(final String jar, final String found,
		final String needed)
	{
		if (found.startsWith(needed)) return found;
		throw new IllegalStateException("The jar " + jar + " has version " +
			found + ", but Janus needs " + needed + ": remove it or update it.");
	}

	private static String oneDnn() throws IOException {
		final var device = Engine.device();
		if (device.gpu()) return "not used: the graphics card computes";
		if (!OneDnn.release().isEmpty()) return expect("dnnl", OneDnn
			.release(), ONEDNN) + ", " + OneDnn.processor();
		return device.oneDnn() ? "loaded"
			: "NOT loaded: training is 7 to 10 times slower than it could be; use" +
				" the bundle for this system (there is none with oneDNN for ARM)";
	}

	/** Compares what the face models compute with the reference. */
	private static String engine() throws IOException {
		if (Cuda.missing().isEmpty()) return EngineRehearsal.run();
		if (Engine.device().gpu() || OneDnn.release().isEmpty())
			return "not compared: oneDNN does not compute here";
		return EngineRehearsal.run();
	}

	private static String processors() {
		final String threads = System.getenv("OMP_NUM_THREADS");
		return Runtime.getRuntime().availableProcessors() + (threads == null
			? "" : ", limited by OMP_NUM_THREADS to " + threads + " threads");
	}
}
